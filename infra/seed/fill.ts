import type { Config } from '../../bot/config.ts';
import type { Fields } from '../../bot/graph/lists.ts';
import type { SeededSchool } from './meetings.ts';
import { type Rows, rowsOf } from './rows.ts';

/** How many rows of each list there are now that were not there before, and who joined. */
export type Filled = { readonly staff: number; readonly rows: Readonly<Record<keyof Rows, number>> };

const rowsAtOnce = 5_000;
const names = ['Guests', 'Meetings', 'Log', 'Agreements'] as const satisfies readonly (keyof Rows)[];

/**
 * Fills the tenant that these settings lead to, whose lists are there. The rows go past Graph, by the tenant's
 * control, so it is only ever a tenant in a box that can be filled so.
 * @param told of how many meetings are written, now and then
 * @throws Error when the tenant will not have it
 */
export async function fill(
  school: SeededSchool,
  { config }: { readonly config: Pick<Config, 'graphUrl'> },
  told: (meetings: number) => void = () => undefined,
): Promise<Filled> {
  const control = `${new URL(config.graphUrl).origin}/_control`;
  await post(`${control}/people`, { people: school.staff.joining });

  const waiting: Record<keyof Rows, Fields[]> = { Guests: [], Meetings: [], Log: [], Agreements: [] };
  const rows = { Guests: 0, Meetings: 0, Log: 0, Agreements: 0 };
  // While the tenant writes what it was sent, the next rows are drawn.
  let sending: Promise<unknown> = Promise.resolve();
  const send = async (name: keyof Rows) => {
    const items = waiting[name];
    waiting[name] = [];
    if (items.length === 0) return;
    await sending;
    rows[name] += items.length;
    sending = post(`${control}/lists/${name}/items`, { items });
    // Whoever awaits it next hears of it.
    sending.catch(() => undefined);
  };
  for (const story of school.meetings) {
    const each = rowsOf(story);
    for (const name of names) {
      waiting[name].push(...each[name]);
      if (waiting[name].length >= rowsAtOnce) await send(name);
    }
    if (rows.Meetings > 0 && waiting.Meetings.length === 0) told(rows.Meetings);
  }
  for (const name of names) await send(name);
  await sending;
  return { staff: school.staff.joining.length, rows };
}

async function post(url: string, body: object): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
  await answer.arrayBuffer();
}
