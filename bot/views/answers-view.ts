import type { CalendarAnswer } from '../graph/events.ts';
import { guestsOf } from '../meetings/ask.ts';
import type { Entry } from '../register/entry.ts';

/** What guests have answered to the invitation in their own calendars, by name: an address is for those who run the meeting. Pure. */
export type AnswersView = {
  readonly answers: readonly { readonly name: string; readonly says: string; readonly at?: string }[];
};

const says = { yes: 'Coming', no: 'Not coming' } as const;

/** @param answers of everybody on the event, as a reading of it showed them */
export const answersView = ({ ask }: Entry, answers: readonly CalendarAnswer[]): AnswersView => ({
  answers: guestsOf(ask).map(({ name, address }) => {
    const answer = answers.find((one) => one.address === address);
    return answer ? { name, says: says[answer.says], at: answer.at } : { name, says: 'No answer yet' };
  }),
});
