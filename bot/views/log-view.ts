import { failureKinds } from '../failure.ts';
import { secondAdultOf } from '../meetings/ask.ts';
import { type Entry, events, type LogEntry, steps } from '../register/entry.ts';
import { failureWords, stepWords } from './in-words.ts';

/** What a reader sees of a meeting's log. Pure. */

export type LogView = { readonly at: string; readonly says: string; readonly by: string; readonly detail: string };

/** A line of the log in words. */
export function logView({ at, event, by, detail }: LogEntry, entry: Entry): LogView {
  return { at, says: events[event], by: nameOf(by, entry), detail: detailInWords(event, detail) };
}

/** The log keeps the register's own words for steps and failures; what stopped a meeting stands above the log in a sentence. */
function detailInWords(event: LogEntry['event'], detail: string): string {
  if (event === 'not arranged' || event === 'called off' || ofSecondAdult.has(event)) return '';
  const step = event === 'picked up' ? steps.find((one) => one === detail) : undefined;
  if (step) return `It had stopped ${stepWords[step]}`;
  const words = detail.replace(moments, '');
  const failure = event === 'change not made' ? failureKinds.find((one) => one === words) : undefined;
  return failure ? failureWords[failure] : words;
}

// Lines of two changes must differ, so each carries when it was asked for; that is in the line beside it too.
const moments = /(?:, )?(?:change of )?\d{4}-\d\d-\d\dT[\d:.]+Z(?: [\da-f-]{36})?/gi;

// Their detail is a moment that stands beside them already.
const ofSecondAdult: ReadonlySet<LogEntry['event']> = new Set<LogEntry['event']>([
  'second adult asked',
  'second adult accepted',
  'second adult declined',
  'on hold',
  'off hold',
  'safeguarding lead told',
  'concern raised',
]);

/** Who did something to a meeting; somebody who has no part in it any more is a colleague. */
export function nameOf(by: LogEntry['by'], { ask, authorisation, aftercare, outcome, cover, review }: Entry): string {
  if (by === 'chaperone') return 'Chaperone';
  const secondAdult = secondAdultOf(ask);
  const approved = 'yes' in authorisation ? authorisation.yes.map((yes) => yes.by) : [];
  const answered = 'by' in authorisation ? [authorisation.by] : [];
  const dismissed = review?.reasons.flatMap((reason) => reason.dismissed?.by ?? []) ?? [];
  const said = outcome.state === 'not said' ? [] : [outcome.by];
  const looked = [...(aftercare.state === 'reviewed' ? [aftercare.by] : []), ...dismissed, ...said];
  const staff = [ask.host, ...(secondAdult ? [secondAdult] : []), ...ask.colleagues];
  const standIns = cover === null ? [] : [cover.of, ...cover.standIns.map(({ person }) => person)];
  const people = [...staff, ...approved, ...answered, ...looked, ...standIns];
  return people.find(({ id }) => id === by)?.name ?? 'a colleague';
}
