import type { Input, Intent } from '../conversation/conversation.ts';
import { Failure } from '../failure.ts';
import type { Colleague } from '../meetings/ask.ts';
import type { World } from '../meetings/world.ts';
import { earlierWith, freeColleagues } from './candidates.ts';

const most = 5;
type Suggested = Extract<Input, { kind: 'suggested' }>;
type Asked = Extract<Intent, { do: 'suggest second adult' }>;

/**
 * Whom to offer as second adult: up to five who are free at the start that was said, those who were it before first. Without a start
 * those of earlier meetings; where the calendars cannot be read the same order, without a claim. Nobody waits for what cannot be
 * looked up: then nobody is offered.
 */
export async function suggested(host: Colleague, asked: Asked, world: World): Promise<Suggested> {
  try {
    return await offered(host, asked, world);
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    world.log.warn({ failure: failure.message }, 'nobody could be offered as second adult');
    return { kind: 'suggested', offered: 'before', people: [] };
  }
}

async function offered(host: Colleague, { start, minutes }: Asked, world: World): Promise<Suggested> {
  const ids = (those: readonly Colleague[]) => those.slice(0, most).map(({ id }) => id);
  if (start === null) {
    const staff = await world.people.colleagues();
    const before = await earlierWith(host.id, world);
    const those = before.flatMap((id) => staff.find((one) => one.id === id && id !== host.id) ?? []);
    return { kind: 'suggested', offered: 'before', people: ids(those) };
  }
  const { all, free } = await freeColleagues(host, { start, minutes }, { many: most, except: new Set() }, world);
  if (!free.known) return { kind: 'suggested', offered: 'perhaps free', people: ids(all) };
  return { kind: 'suggested', offered: 'free then', people: ids(free.value) };
}
