import { z } from 'zod';
import { SettingsChange } from './graph/meetings/settings.ts';

/**
 * What can go wrong, on demand. Each fault strikes the next requests that match it:
 * it may stop them, spoil them afterwards, or have them answered as Graph has been seen to answer wrongly.
 */
const Deed = z.discriminatedUnion('kind', [
  /** 429; seconds, and fractions of them, as Microsoft sends them. */
  z.strictObject({ kind: z.literal('throttle'), retryAfter: z.number().min(0) }),
  /** 403 in the words of whatever the path belongs to. */
  z.strictObject({ kind: z.literal('refuse') }),
  /** Not applied; 404 as of what is gone, or never was there. */
  z.strictObject({
    kind: z.literal('fail'),
    status: z.literal([404, 500, 502, 503, 504]),
    retryAfter: z.number().min(0).optional(),
  }),
  /** The connection breaks before anything is applied. */
  z.strictObject({ kind: z.literal('drop') }),
  z.strictObject({ kind: z.literal('delay'), milliseconds: z.number().min(0) }),
  z.strictObject({ kind: z.literal('apply then fail'), status: z.literal([500, 502, 503, 504]) }),
  z.strictObject({ kind: z.literal('apply then drop') }),
  /** Answers as if applied, echo and all, and keeps nothing of it. */
  z.strictObject({ kind: z.literal('accept and ignore') }),
  /** Applies, and keeps the answer back until it is released. */
  z.strictObject({ kind: z.literal('hold') }),
  /** A new event comes without its online meeting. */
  z.strictObject({ kind: z.literal('no link') }),
  /** A new event's meeting cannot be looked up yet; or the look-up that is struck finds nothing. */
  z.strictObject({
    kind: z.literal('hide'),
    milliseconds: z.number().min(0).optional(),
    reads: z.int().min(1).optional(),
  }),
  /** A change of a meeting, or a new event, is echoed whole and stored without this member. */
  z.strictObject({ kind: z.literal('forget setting'), member: z.string() }),
  /** Applies and answers as asked, and then the meeting is found with these settings: a label, a co-organizer, a bug. */
  z.strictObject({ kind: z.literal('drift'), settings: SettingsChange }),
]);
export type Deed = z.infer<typeof Deed>;
/** The deeds that only whoever answers the call can do. */
export type Twist = Extract<Deed, { kind: 'no link' | 'hide' | 'forget setting' | 'drift' }>;

const pattern = z.string().refine((text) => {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}, 'a regular expression');

export const Fault = z.strictObject({
  on: z.enum(['graph', 'entra', 'connector']).default('graph'),
  method: z.string().toUpperCase().default('*'),
  /** A regular expression over path and query: after `/v1.0` for Graph, whole for the others. Matched as sent, and decoded. */
  path: pattern.default(''),
  times: z.int().min(1).default(1),
  /** Let so many matching requests pass first. */
  skip: z.int().min(0).default(0),
  do: Deed,
});
export type Fault = z.infer<typeof Fault>;

type Armed = { readonly id: number; readonly fault: Fault; readonly matches: RegExp; passed: number; struck: number };

export type Faults = {
  arm(faults: readonly Fault[]): readonly { readonly id: number; readonly struck: number }[];
  /** What to do to this request, if anything; counts it. */
  strike(on: Fault['on'], method: string, path: string): Deed | null;
  list(): readonly (Fault & { readonly id: number; readonly struck: number })[];
  clear(): void;
  /** Resolves at the next `release`. */
  held(): Promise<void>;
  release(): number;
};

export function openFaults(): Faults {
  let armed: Armed[] = [];
  let lastId = 0;
  let waiting: (() => void)[] = [];
  const show = ({ id, fault, struck }: Armed) => ({ id, ...fault, struck });
  return {
    arm: (faults) => {
      const added = faults.map((fault) => {
        lastId += 1;
        return { id: lastId, fault, matches: new RegExp(fault.path), passed: 0, struck: 0 };
      });
      armed.push(...added);
      return added.map(show);
    },
    strike: (on, method, path) => {
      const due = armed.filter((one) => one.fault.on === on && matches(one, method, path)).filter(isDue);
      const [first] = due;
      if (first === undefined) return null;
      first.struck += 1;
      return first.fault.do;
    },
    list: () => armed.map(show),
    clear: () => {
      armed = [];
    },
    held: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
    release: () => {
      const released = waiting;
      waiting = [];
      for (const resolve of released) resolve();
      return released.length;
    },
  };
}

function matches({ fault, matches }: Armed, method: string, path: string): boolean {
  if (fault.method !== '*' && fault.method !== method) return false;
  return matches.test(path) || matches.test(decoded(path));
}

/** Counts a matching request for every fault that still lets some pass, so that two faults on one path count alike. */
function isDue(one: Armed): boolean {
  if (one.passed < one.fault.skip) {
    one.passed += 1;
    return false;
  }
  return one.struck < one.fault.times;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // A stray % is the caller's to be refused for, not ours to trip over.
  }
}
