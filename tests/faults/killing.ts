import { freePort, startStorage } from '../../infra/azurite.ts';
import { answering, type Part, startPart } from '../../infra/parts.ts';
import { until } from '../authorising/playing.ts';
import { openSite, type Site } from '../school.ts';
import { aside, type Call, Calls } from './faults.ts';
import { impatient } from './play.ts';

/** A school whose server is a process of its own: it is killed in the middle of a write to Graph, and another goes on. */

/** `at`: its number among the calls. */
export type Write = Call & { readonly at: number };

export type MortalSchool = Site & {
  /**
   * The numbers of the writes among the calls since `clear`: between two of them Graph stays as it is, so that there is nothing else
   * to be killed in. What only asks by POST is none.
   */
  writes(): Promise<readonly Write[]>;
  clear(): Promise<void>;
  /** Holds the call of that number after this one. */
  hold(call: number): Promise<void>;
  /**
   * Waits for the held call, kills the server in it, lets the call be done and starts another server.
   * @param pressed whoever pressed may hear nothing
   * @param over whether all is over without that call
   * @returns the path of the call, or `null` when it never came
   */
  killed(pressed: Promise<unknown>, over: () => Promise<boolean>): Promise<string | null>;
};

export async function openMortalSchool(settings: Record<string, string> = {}): Promise<MortalSchool> {
  const port = await freePort();
  const storage = await startStorage();
  const site = await openSite({ ...impatient, PORT: String(port), ...settings }, storage);
  site.tenant.serveAt(`http://127.0.0.1:${port}`);
  let server = await started();

  async function started(): Promise<Part> {
    const part = startPart('the server', 'bot/main.ts', site.environment);
    await answering(part, `http://127.0.0.1:${port}/healthz`);
    return part;
  }

  const calls = async () => Calls.parse(await site.control('calls?after=0', 'GET'));
  const held = async () => (await calls()).find((call) => call.held)?.path ?? null;
  const clear = async () => {
    await site.control('calls', 'DELETE');
  };
  const asksOnly = /checkMemberGroups|getSchedule/;

  return {
    ...site,
    clear,
    async writes() {
      const ours = (await calls()).filter((call) => call.on === 'graph' && !aside.test(`${call.path}?${call.query}`));
      return ours
        .map(({ method, path }, at) => ({ method, path, at }))
        .filter(({ method, path }) => method !== 'GET' && !asksOnly.test(path));
    },
    async hold(call) {
      await clear();
      await site.faults({ path: `^(?!.*(${aside.source}))`, skip: call, do: { kind: 'hold' } });
    },
    async killed(pressed, over) {
      await until(async () => (await held()) !== null || (await over()), 20_000);
      const path = await held();
      if (path !== null) await server.kill();
      await site.control('release', 'POST');
      await site.control('faults', 'DELETE');
      await pressed.catch(() => undefined);
      if (path !== null) server = await started();
      return path;
    },
    async close() {
      await server.stop();
      await site.close();
      await storage.stop();
    },
  };
}
