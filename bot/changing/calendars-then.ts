import type { Calendars } from '../cards/change-review-card.ts';
import type { Busy } from '../conversation/conversation.ts';
import { mostCalendars } from '../conversation/draft.ts';
import { freeTimes, overlaps } from '../conversation/free-times.ts';
import { busyTimes } from '../graph/calendars.ts';
import type { Graph } from '../graph/graph.ts';
import type { Ask, Colleague } from '../meetings/ask.ts';
import { known } from '../policy/fact.ts';
import { moment } from '../register/entry.ts';
import type { Wish } from './wish.ts';

/** Who has something else when a changed meeting would be, and when they have not. */

const day = 24 * 3_600_000;
const around = { before: 4 * day, after: 8 * day };

/** @param before the meeting as it stands: what it takes up in their calendars itself is nothing else */
export async function calendarsThen(
  graph: Graph,
  { to, before, after }: { to: Wish['to']; before: Ask; after: Ask },
  now: Date,
): Promise<Calendars> {
  const people = concernedBy(to, after);
  const names = people.map(({ name }) => name);
  if (people.length === 0) return { names, busy: known([]), free: [] };
  const start = Date.parse(after.start);
  const span = {
    from: moment(new Date(Math.max(now.getTime(), start - around.before))),
    to: moment(new Date(start + around.after)),
  };
  const read = await busyTimes(graph, people, span);
  if (!read.known) return { names, busy: read, free: [] };
  const others = read.value.filter((stretch) => !isItself(stretch, before));
  const busy = people.filter(({ id }) =>
    others.some((stretch) => stretch.person === id && overlaps(stretch, after.start, after.minutes)),
  );
  const wanted = { minutes: after.minutes, near: after.start, ...span };
  const free = to === 'move' && busy.length > 0 ? freeTimes(others, wanted, now) : [];
  const elsewhen = free.filter((one) => Date.parse(one) !== Date.parse(before.start));
  return { names, busy: known(busy.map(({ name }) => name)), free: elsewhen };
}

/** Everybody from the school for another time; for another person that person. */
function concernedBy(to: Wish['to'], { host, colleagues, ...ask }: Ask): readonly Colleague[] {
  const secondAdult = 'secondAdult' in ask ? [ask.secondAdult] : [];
  switch (to) {
    case 'move':
      return [host, ...secondAdult, ...colleagues].slice(0, mostCalendars);
    case 'change host':
      return [host];
    case 'change second adult':
      return secondAdult;
    case 'add guests':
    case 'remove guest':
      return [];
  }
}

const isItself = ({ from, to }: Busy, { start, minutes }: Ask): boolean =>
  Date.parse(from) === Date.parse(start) && Date.parse(to) === Date.parse(start) + minutes * 60_000;
