import { expect, test } from '@jest/globals';
import { checklistDue, showAtItsMoment } from '../../bot/checklist/at-its-moment.ts';
import { type Entry, LogEntry, statuses } from '../../bot/register/entry.ts';
import { anAsk } from '../an-ask.ts';
import { aRequest } from '../authorising/a-request.ts';
import { wordingOf } from '../meetings/wording.ts';

/** The checklist comes unasked as people come to the door and when the meeting is over, once each. */

// From 3.15pm for 45 minutes.
const entry: Entry = { ...aRequest({ ask: anAsk() }), status: 'arranged', step: 'done' };

test.each([
  ['days before', '2026-11-20T09:00:00Z', '2026-12-01T15:00:00Z'],
  ['as people come to the door', '2026-12-01T15:00:00Z', '2026-12-01T16:00:00Z'],
  ['while it is held', '2026-12-01T15:30:00Z', '2026-12-01T16:00:00Z'],
  ['when it is over', '2026-12-01T16:00:00Z', null],
])('%s, the next look is as it should be', (_, now, due) => {
  expect(checklistDue(entry, new Date(now))).toBe(due);
});

test.each(statuses.filter((status) => !['arranged', 'needs review', 'on hold'].includes(status)))(
  'a meeting that is %s is not looked at',
  (status) => {
    expect(checklistDue({ ...entry, status }, new Date('2026-11-20T09:00:00Z'))).toBeNull();
  },
);

/** Looks at each of these times, one after the other. @returns which cards the host was sent */
async function sentAt(times: readonly string[], change: Partial<Entry> = {}, failing = 0): Promise<readonly string[]> {
  const sent: string[] = [];
  const log: LogEntry[] = [];
  let failures = failing;
  const { policy, school } = wordingOf();
  for (const time of times) {
    const at = new Date(time);
    const look = showAtItsMoment(
      { entry: { ...entry, ...change } },
      {
        policy,
        school,
        now: () => at,
        notices: {
          outcome: nobody,
          delay: nobody,
          checklist: (_, moment) => {
            if (failures > 0) {
              failures -= 1;
              return Promise.reject(new Error('the channel did not answer'));
            }
            sent.push(moment);
            return Promise.resolve();
          },
        },
        register: {
          log: () => Promise.resolve(log),
          kept: () => Promise.resolve([]),
          note: (reference, event, by, when, detail = '') => {
            const number = log.length + 1;
            log.push(
              LogEntry.parse({ reference, number, event, by, at: when.toISOString(), detail, before: '0'.repeat(64) }),
            );
            return Promise.resolve();
          },
        },
      },
    );
    await look.catch(() => undefined);
  }
  return sent;
}
const nobody = () => Promise.reject(new Error('nothing else is told here'));

test('whenever it is looked at, the host gets one card at the door and one afterwards', async () => {
  const minutes = Array.from({ length: 60 * 24 }, (_, index) => index - 12 * 60);
  const times = minutes.map((minute) => new Date(Date.parse(entry.ask.start) + minute * 60_000).toISOString());
  expect(await sentAt(times)).toEqual(['start', 'after']);
});

test('a card that could not be sent is sent at the next look', async () => {
  expect(await sentAt(['2026-12-01T16:00:00Z', '2026-12-01T16:02:00Z', '2026-12-01T16:04:00Z'], {}, 1)).toEqual([
    'after',
  ]);
});

test('a meeting that was held while nobody looked has its card within the day, and none later', async () => {
  expect(await sentAt(['2026-12-02T09:00:00Z'])).toEqual(['after']);
  expect(await sentAt(['2026-12-02T16:00:01Z'])).toEqual([]);
});

test('on hold, nobody is told about the door', async () => {
  expect(await sentAt(['2026-12-01T15:05:00Z'], { status: 'on hold' })).toEqual([]);
});
