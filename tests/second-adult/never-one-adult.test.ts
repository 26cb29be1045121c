import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { secondAdultOf } from '../../bot/meetings/ask.ts';
import { stands } from '../../bot/register/entry.ts';
import { aMeeting, becomes, look, type Meeting, minute, one, passes, start, taps } from './a-meeting.ts';

/** Whatever people answer, wherever and whenever: no meeting with a pupil is open with one adult. */

type Happening = (meeting: Meeting) => void;

const who = fc.nat({ max: 5 });
const says = fc.constantFrom('yes' as const, 'no' as const);
const happening: fc.Arbitrary<{ name: string; happen: Happening }> = fc.oneof(
  fc.record({ which: who, says }).map(({ which, says: said }) => ({
    name: `${one(which).name} taps ${said}`,
    happen: (meeting: Meeting) => {
      taps(meeting, one(which), said);
    },
  })),
  says.map((said) => ({
    name: `the second adult answers ${said} in Outlook`,
    happen: (meeting: Meeting) => {
      const adult = secondAdultOf(meeting.entry.ask);
      if (adult) meeting.outlook.set(adult.id, { says: said, at: new Date(meeting.now).toISOString() });
    },
  })),
  who.map((which) => ({
    name: `the host takes ${one(which).name} as second adult`,
    happen: (meeting: Meeting) => {
      if (!stands(meeting.entry)) return;
      becomes(meeting, one(which));
      look(meeting);
    },
  })),
  fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 30, max: 3000 })).map((minutes) => ({
    name: `${minutes} minutes pass`,
    happen: (meeting: Meeting) => {
      passes(meeting, minutes, holdsTrue);
    },
  })),
);

/** Within half an hour of the start and while it runs: open only with a second adult whose last word was yes. */
function holdsTrue(meeting: Meeting): void {
  const { entry, now, mustBeTwo, said } = meeting;
  if (!mustBeTwo) {
    expect(['arranged']).toContain(entry.status);
    return;
  }
  const late = now >= start - 30 * minute && now < start + entry.ask.minutes * minute;
  const open = stands(entry) && entry.status !== 'on hold';
  if (late && open) expect(said.get(secondAdultOf(entry.ask)?.id ?? '')).toBe('yes');
  // At its start nothing is left on hold: it takes place with two, or everybody hears that it does not.
  if (now >= start && now < start + entry.ask.minutes * minute) expect(entry.status).not.toBe('on hold');
  expect(secondAdultOf(entry.ask)?.id).not.toBe(entry.ask.host.id);
}

type Story = {
  readonly daysAhead: number;
  readonly unfit: readonly number[];
  readonly happenings: readonly { readonly name: string; readonly happen: Happening }[];
};
const story: fc.Arbitrary<Story> = fc.record({
  daysAhead: fc.oneof(fc.double({ min: 0.01, max: 0.2, noNaN: true }), fc.double({ min: 0.2, max: 9, noNaN: true })),
  unfit: fc.array(who, { maxLength: 2 }),
  happenings: fc.array(happening, { maxLength: 40 }),
});

function play(mustBeTwo: boolean, { daysAhead, unfit, happenings }: Story): Meeting {
  const meeting = aMeeting(mustBeTwo, daysAhead, unfit);
  look(meeting);
  holdsTrue(meeting);
  for (const { happen } of happenings) {
    happen(meeting);
    // What stands in Outlook unread counts at the next look, five minutes later at most.
    if (meeting.outlook.size === 0 || meeting.now < start - 30 * minute) holdsTrue(meeting);
  }
  passes(meeting, Math.max(0, (start - meeting.now) / minute) + 1, holdsTrue);
  holdsTrue(meeting);
  return meeting;
}

test('a meeting with a pupil is open from half an hour before its start only with a second adult who said yes last', () => {
  fc.assert(
    fc.property(story, (told) => {
      play(true, told);
    }),
    { numRuns: 3000 },
  );
});

test('where no rule asks for two, nobody’s answer holds a meeting or calls it off', () => {
  fc.assert(
    fc.property(story, (told) => {
      expect(play(false, told).entry.status).toBe('arranged');
    }),
    { numRuns: 500 },
  );
});

test('somebody who said no is not asked to stand in for the same meeting', () => {
  fc.assert(
    fc.property(story, (told) => {
      const { entry } = play(true, told);
      const ids = (entry.cover?.standIns ?? []).map(({ person }) => person.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).not.toContain(entry.cover?.of.id);
    }),
    { numRuns: 500 },
  );
});

test('a no in Outlook in the last half hour is seen within five minutes', () => {
  const meeting = aMeeting(true, 2, []);
  look(meeting);
  taps(meeting, one(0), 'yes');
  passes(meeting, (start - meeting.now) / minute - 20, holdsTrue);
  expect(meeting.entry.status).toBe('arranged');
  meeting.outlook.set(one(0).id, { says: 'no', at: new Date(meeting.now).toISOString() });
  passes(meeting, 5, holdsTrue);
  expect(meeting.entry.status).toBe('on hold');
});
