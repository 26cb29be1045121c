/** Every request the tenant answered, newest last, as `GET /_control/calls` shows them. */
export type CallRecord = {
  /** 1, 2, 3 … since the last reset; also the order in which answers were ready. */
  readonly n: number;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly on: 'graph' | 'entra' | 'connector';
  readonly method: string;
  /** Without `/v1.0` for Graph. */
  readonly path: string;
  readonly query: string;
  /** The calling app's id; null when nobody could be made out. */
  readonly app: string | null;
  /** Null when the connection was broken instead. */
  readonly status: number | null;
  /** How long the tenant took to have its answer ready, whatever is to become of it. */
  readonly milliseconds: number;
  /** The kind of fault that struck it. */
  readonly fault?: string;
  /** The answer is being kept back. */
  held?: boolean;
  readonly requestBody?: unknown;
};

export type Calls = {
  record(call: Omit<CallRecord, 'n' | 'at'>): CallRecord;
  after(n: number): readonly CallRecord[];
  /** Resolves at the next record, or after so many milliseconds. */
  next(milliseconds: number): Promise<void>;
  clear(): void;
};

// A school left running for days must not fill the memory with its own log.
const kept = 20_000;

export function openCalls(now: () => Date): Calls {
  let records: CallRecord[] = [];
  let count = 0;
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const resume of [...waiting]) resume();
  };
  return {
    record: (call) => {
      count += 1;
      const record: CallRecord = { n: count, at: now().toISOString(), ...call };
      records.push(record);
      if (records.length > kept) records = records.slice(kept / 2);
      wake();
      return record;
    },
    after: (n) => records.filter((record) => record.n > n),
    next: (milliseconds) =>
      new Promise((resolve) => {
        const resume = () => {
          clearTimeout(timer);
          waiting.delete(resume);
          resolve();
        };
        // Nobody's waiting keeps a tenant alive that is closing.
        const timer = setTimeout(resume, milliseconds).unref();
        waiting.add(resume);
      }),
    clear: () => {
      records = [];
      count = 0;
      wake();
    },
  };
}
