import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { readConfig } from '../../bot/config.ts';
import { guestsOf } from '../../bot/meetings/ask.ts';
import type { Entry } from '../../bot/register/entry.ts';
import type { Storage } from '../../infra/azurite.ts';
import { openChance } from '../../infra/seed/chance.ts';
import { fill } from '../../infra/seed/fill.ts';
import { drawSchool } from '../../infra/seed/meetings.ts';
import { openPolicies } from '../../infra/seed/school.ts';
import type { Story } from '../../infra/seed/stories.ts';
import { openDesk } from '../end-to-end/desk.ts';
import { frameOf } from '../end-to-end/every-page.ts';
import { idOf, urlsOf } from '../school.ts';
import { median } from './figures.ts';
import { startBot } from './running.ts';

/** How long somebody waits for rows of the register, in a school of a thousand meetings and in a large one, in the same minutes. */
export type TabSpeed = {
  readonly small: Filled;
  readonly large: Filled;
  readonly steps: readonly {
    readonly name: string;
    readonly small: number;
    readonly large: number;
    readonly ratio: number;
  }[];
  /** Of all that the large school's server asked of its tenant. */
  readonly asked: {
    readonly requests: number;
    readonly mostRows: number;
    /** Turned back because an index found more than 5,000 rows, and asked again for fewer. */
    readonly turnedBack: number;
    /** Refused for anything else, such as a column without an index. */
    readonly refused: readonly string[];
  };
};

/** Milliseconds: to fill it, and until its server was ready when it was full. */
export type Filled = { readonly meetings: number; readonly filling: number; readonly ready: number };

export type Much = { readonly small: number; readonly large: number; readonly rounds: number };

/** Needs the pages built, as `npm run build` does. */
export async function tabSpeed(storage: Storage, browser: Browser, much: Much): Promise<TabSpeed> {
  const folder = mkdtempSync(join(tmpdir(), 'chaperone-bench-'));
  const small = await openFull(storage, much.small, join(folder, 'small.sqlite'));
  const large = await openFull(storage, much.large, join(folder, 'large.sqlite')).catch(async (error: unknown) => {
    await small.stop();
    throw error;
  });
  try {
    const times = new Map<string, { small: number[]; large: number[] }>();
    // One round first that does not count: what a process does slowly the first time is no matter of how much it holds.
    for (let round = -1; round < much.rounds; round += 1)
      for (const [size, school] of [
        ['small', small],
        ['large', large],
      ] as const)
        for (const [name, milliseconds] of await visit(browser, school, round + 1)) {
          const both = times.get(name) ?? { small: [], large: [] };
          times.set(name, both);
          if (round >= 0) both[size].push(milliseconds);
        }
    const steps = [...times].map(([name, both]) => {
      const [one, other] = [median(both.small), median(both.large)];
      return { name, small: one, large: other, ratio: other / one };
    });
    return { small: small.filled, large: large.filled, steps, asked: await askedOf(large.tenantUrl) };
  } finally {
    await small.stop();
    await large.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Full = Awaited<ReturnType<typeof openFull>>;

async function openFull(storage: Storage, meetings: number, database: string) {
  let filling = 0;
  const some: Entry[] = [];
  const running = await startBot('bot/main.ts', storage, {
    // The figures of a term are counted apart, and not meanwhile.
    settings: { COUNT_SECONDS: '3600' },
    database,
    fill: async (tenantUrl) => {
      const began = performance.now();
      const { config } = readConfig({
        ...process.env,
        ...urlsOf(tenantUrl),
        STORAGE_URL: storage.url,
        STORAGE_KEY: storage.key,
      });
      const policies = openPolicies(config.schoolFile);
      const { claimSeconds } = config;
      const drawn = drawSchool({ count: meetings, seed: 1, now: new Date(), policies, claimSeconds });
      const every = Math.max(1, Math.floor(meetings / 200));
      const keep = (entry: Entry, at: number) => {
        if (at % every === 0) some.push(entry);
      };
      await fill({ staff: drawn.staff, meetings: watched(drawn.meetings, keep) }, { config });
      filling = performance.now() - began;
    },
  });
  return { ...running, some, filled: { meetings, filling, ready: running.readyAfter } };
}

function* watched(stories: Iterable<Story>, keep: (entry: Entry, at: number) => void): Generator<Story> {
  let at = 0;
  for (const story of stories) {
    keep(story.entry, at);
    at += 1;
    yield story;
  }
}

/** The head opens the register, narrows it down, looks for somebody, and goes on to the next page; milliseconds of each. */
async function visit(browser: Browser, { tenantUrl, some }: Full, round: number): Promise<Map<string, number>> {
  const chance = openChance(`round ${round}`);
  const withGuests = some.filter(({ ask }) => guestsOf(ask).length > 0 && 'child' in ask);
  const one = chance.one(withGuests);
  const guest = guestsOf(one.ask)[0];
  const child = 'child' in one.ask ? one.ask.child.initials : '';
  const filters: readonly (readonly [string, Record<string, string>])[] = [
    ['kind', { kind: chance.one(['tac', 'parent', 'governors']) }],
    ['host', { host: one.ask.host.id }],
    ['agency', { agency: 'Early Help' }],
    ['exceptions', { exceptions: 'yes' }],
    ['status', { status: 'cancelled' }],
    ['search: reference', { search: one.reference }],
    ['search: initials', { search: child }],
    ['search: guest', { search: guest?.name.split(' ').at(-1) ?? '' }],
    ['search: host', { search: one.ask.host.name.split(' ').at(-1) ?? '' }],
  ];
  const desk = await openDesk(browser);
  const times = new Map<string, number>();
  try {
    await desk.page.goto(`${tenantUrl}/teams?as=${idOf('Ruth Adeyemi')}&open=tab&sub=register`);
    await desk.tab.getByRole('gridcell').first().waitFor();
    const frame = frameOf(desk.page);
    const run = async (script: string) => z.number().parse(await frame.evaluate(script));
    times.set('first rows', await run('performance.now()'));
    for (const [name, filter] of filters) {
      const address = new URLSearchParams(filter).toString();
      times.set(name, await run(rowsAfter(`location.hash = ${JSON.stringify(`#/register?${address}`)};`)));
      await run(rowsAfter("location.hash = '#/register';"));
    }
    times.set('next page', await run(rowsAfter('window.scrollTo(0, document.body.scrollHeight);')));
    return times;
  } finally {
    await desk.page.context().close();
  }
}

/** Does something in the page and waits until the answer to it has come and been painted; answers the milliseconds it took. */
const rowsAfter = (act: string) => `new Promise((done, failed) => {
  const began = performance.now();
  const late = setTimeout(() => failed(new Error('no rows after: ' + ${JSON.stringify(act)})), 30000);
  const answers = () => performance.getEntriesByType('resource')
    .filter((one) => one.name.includes('/api/meetings?') && one.startTime >= began && one.responseEnd > 0);
  const look = () => {
    const waiting = document.querySelector('.fui-Skeleton, .fui-Spinner, [aria-busy="true"]');
    if (answers().length > 0 && !waiting) requestAnimationFrame(() => { clearTimeout(late); done(performance.now() - began); });
    else requestAnimationFrame(look);
  };
  ${act}
  look();
})`;

const Calls = z.array(z.looseObject({ path: z.string(), query: z.string(), status: z.number().nullable() }));

async function askedOf(tenantUrl: string): Promise<TabSpeed['asked']> {
  const calls = Calls.parse(await (await fetch(`${tenantUrl}/_control/calls?on=graph`)).json());
  const items = calls.filter(({ path }) => path.includes('/lists/') && path.includes('/items'));
  const rows = items.map(({ query }) => Number(new URLSearchParams(query).get('$top') ?? 0));
  // SharePoint answers 500 to a query that finds too many, and 400 to one it will not take.
  const refused = items.filter(({ status }) => status !== null && status >= 400 && status < 500 && status !== 404);
  return {
    requests: items.length,
    mostRows: Math.max(0, ...rows),
    turnedBack: items.filter(({ status }) => status === 500).length,
    refused: [
      ...new Set(
        refused.map(({ path, query, status }) => `${status} ${path.split('/lists/')[1]} ${decodeURIComponent(query)}`),
      ),
    ],
  };
}
