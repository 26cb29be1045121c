import type { Fields } from '../../bot/graph/lists.ts';
import { guestsOf } from '../../bot/meetings/ask.ts';
import { statementFields } from '../../bot/register/agreements.ts';
import { type LogEntry, moment } from '../../bot/register/entry.ts';
import { askHash, fieldsOf, guestFields, logFields } from '../../bot/register/rows.ts';
import { firstBefore, guestKey, hashOf } from '../../bot/register/sharepoint.ts';
import type { Story } from './stories.ts';

/** A story as the lists hold it, in the register's own shapes. */

export type Rows = Readonly<Record<'Meetings' | 'Guests' | 'Log' | 'Agreements', readonly Fields[]>>;

export const rowsOf = (story: Story): Rows => ({
  Guests: guestRows(story),
  Meetings: [{ Reference: story.entry.reference, ...fieldsOf(story.entry) }],
  Log: logRows(story),
  Agreements: story.statements.map((statement) => ({
    Key: `${statement.reference}/${statement.number}`,
    ...statementFields(statement),
  })),
});

function guestRows({ entry: { reference, ask, decision }, attended }: Story): readonly Fields[] {
  const request = askHash(ask);
  return guestsOf(ask).map((guest, index) => {
    const of = { reference, request, number: index + 1, at: decision.decidedAt, starts: ask.start };
    return { Key: guestKey(of), ...guestFields(guest, of), Attended: attended[index] ?? null };
  });
}

/** Each with the hash of the one before it. */
function logRows({ entry: { reference }, events }: Story): readonly Fields[] {
  let last: LogEntry | null = null;
  return events.map(({ event, by, at, detail = '' }, index) => {
    const before: string = last ? hashOf(last) : firstBefore;
    last = { reference, number: index + 1, event, by: by?.id ?? 'chaperone', at: moment(new Date(at)), detail, before };
    return { Key: `${reference}/${last.number}`, ...logFields(last) };
  });
}
