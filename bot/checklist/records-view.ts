import { Temporal } from 'temporal-polyfill';
import { checklist, momentTitles } from '../cards/words/checklist.ts';
import { dayInWords, timeInWords } from '../cards/words/dates.ts';
import type { Clause } from '../policy/decision.ts';
import type { Keepable } from '../policy/pack.ts';
import { type Entry, isOver } from '../register/entry.ts';
import { type Kept, type MeetingMoment, meetingMoments, standing } from '../register/kept.ts';
import type { Checklist, Todo } from './moments.ts';

/** What was kept of a meeting's checklist, as a record is read: by moment, with what is still open. Pure. */

export type RecordView = {
  readonly asked: string;
  /** In words; `null`: not answered yet. */
  readonly answered: { readonly says: string; readonly by: string; readonly at: string } | null;
  readonly clauses: readonly Clause[];
};
export type RecordsView = { readonly moment: string; readonly records: readonly RecordView[] };

/**
 * @param lists of this meeting under the packs of today; what was answered to a line they no longer have is shown all the same
 * @param nameOf whoever answered, by name
 * @returns the moments that have anything to show
 */
export function recordsView(
  { status }: Pick<Entry, 'status'>,
  { lists, kept, nameOf }: { lists: Checklist; kept: readonly Kept[]; nameOf: (by: Kept['by']) => string },
): readonly RecordsView[] {
  const stands = [...standing(kept).values()];
  const view = (asked: string, todo: Todo | null, answer: Kept | null): RecordView => ({
    asked,
    answered: answer && { says: said(answer, todo?.keeps ?? null), by: nameOf(answer.by), at: answer.at },
    clauses: todo?.clauses ?? [],
  });
  const at = (moment: MeetingMoment): readonly RecordView[] => {
    const then = stands.filter((one) => one.moment === moment);
    const { todo } = lists[moment];
    const asked = todo.flatMap((line) => {
      const answer = then.find((one) => one.line === line.name);
      if (answer) return [view(answer.asked, line, answer)];
      return isOver[status] ? [] : [view(`${checklist.ask[line.of]}${line.says}`, line, null)];
    });
    const gone = then.filter((one) => !todo.some(({ name }) => name === one.line));
    return [...asked, ...gone.map((answer) => view(answer.asked, null, answer))];
  };
  return meetingMoments.flatMap((moment) => {
    const records = at(moment);
    return records.length === 0 ? [] : [{ moment: momentTitles[moment], records }];
  });
}

function said({ answer }: Kept, keeps: Keepable | null): string {
  switch (keeps) {
    case 'tick':
      return checklist.ticked;
    case 'date':
      return readable(answer, (text) => dayInWords(Temporal.PlainDate.from(text)));
    case 'time':
      return readable(answer, (text) => timeInWords(Temporal.PlainTime.from(text)));
    case 'name':
    case 'list':
    case 'reference':
    case null:
      return answer;
  }
}

/** What a pack asks for may have changed since it was answered: then the answer stands as it was given. */
function readable(answer: string, inWords: (text: string) => string): string {
  try {
    return inWords(answer);
  } catch (error) {
    if (error instanceof RangeError) return answer;
    throw error;
  }
}
