import { guestsOf } from '../../bot/meetings/ask.ts';
import type { Attendance } from '../../bot/register/attendance.ts';
import { type Entry, LogEntry, moment } from '../../bot/register/entry.ts';
import { Kept, standing } from '../../bot/register/kept.ts';
import type { Register } from '../../bot/register/register.ts';

type Notes = Pick<Register, 'log' | 'note' | 'keep' | 'ofChat' | 'attendance' | 'noteAttendance'>;
type Holding = {
  readonly entries: readonly Entry[];
  readonly logs: readonly LogEntry[];
  readonly answers: () => { answers: readonly Kept[] };
  readonly reading: <T>(answer: () => T) => Promise<T>;
};

/** What is written beside a row, kept in memory: the log, the records, who came. */
export function memoryNotes({ entries, logs, answers, reading }: Holding): Notes {
  const log = [...logs];
  const attended = new Map<string, Attendance>();
  return {
    log: (reference) => reading(() => log.filter((line) => line.reference === reference)),
    note: (reference, event, by, at, detail = '', isRepeat = () => false) =>
      reading(() => {
        const there = log.filter((line) => line.reference === reference);
        if (there.some((line) => line.event === event && line.detail === detail) || isRepeat(there)) return;
        const number = there.length + 1;
        log.push(LogEntry.parse({ reference, number, event, by, at: moment(at), detail, before: '0'.repeat(64) }));
      }),
    keep: (reference, said, by, at) =>
      reading(() => {
        const held = answers();
        const stands = standing(held.answers);
        const added = said
          .filter(({ line, answer }) => (stands.get(line)?.answer ?? '') !== answer)
          .map((one) => {
            const number = held.answers.filter(({ line }) => line === one.line).length + 1;
            return Kept.parse({ reference, number, ...one, by, at: moment(at) });
          });
        held.answers = [...held.answers, ...added];
        return held.answers;
      }),
    ofChat: (chatThreadId) =>
      reading(() =>
        entries
          .filter((entry) => entry.chatThreadId === chatThreadId)
          .map((entry) => ({ itemId: entry.reference, eTag: '"1"', entry })),
      ),
    attendance: ({ reference, ask }) =>
      reading(() => guestsOf(ask).map((_, index) => attended.get(`${reference} ${index + 1}`) ?? 'not noted')),
    noteAttendance: ({ reference }, said) =>
      reading(() => {
        for (const one of said) attended.set(`${reference} ${one.guest}`, one.attended);
      }),
  };
}
