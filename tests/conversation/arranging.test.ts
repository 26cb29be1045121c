import { describe, expect, test } from '@jest/globals';
import { known } from '../../bot/policy/fact.ts';
import { chat, chatAfter, gist, guests, line, maya, reference, refused, tom, unreadable } from './chat.ts';

// Each conversation as a teacher reads it: what was said, and the title and notes of what came back.
type Exchange = readonly [said: string, replied: string];

const tomIsBusy = known([{ person: tom.id, from: '2026-12-01T15:00:00Z', to: '2026-12-01T15:45:00Z' }]);

test.each<[string, readonly Exchange[]]>([
  [
    'one line and three answers make a meeting',
    [
      [line, 'What is the meeting for?'],
      ['Attendance and support at home', 'Who will be the second adult?'],
      ['Tom Birch', 'Who is coming from outside the school?'],
      [guests, 'Please check before it is sent'],
      ['Send', 'I am arranging it'],
      ['send', 'There is nothing to send yet. + I arrange meetings with people from outside the school'],
    ],
  ],
  [
    'with nothing said at first, six questions are asked',
    [
      ['tac', 'Which child is it about?'],
      ['CD, Reception', 'What is the meeting for?'],
      ['Next steps', 'Who will be the second adult?'],
      ['ruth', 'How long will it take?'],
      ['an hour', 'When should it be?'],
      ['Monday week at 10', 'Who is coming from outside the school?'],
      [guests, 'Please check before it is sent'],
    ],
  ],
  [
    'a day without a time is asked for its time',
    [
      [
        'TAC for AB Y4 with mum, Tuesday week, 45 mins, second adult Tom Birch, about attendance',
        'When should it be? · At what time on Tuesday 1 December 2026?',
      ],
      ['half three', 'Who is coming from outside the school?'],
    ],
  ],
  [
    'a date that cannot be is explained at once and asked later',
    [
      [
        'TAC for AB Y4, 31 February at 3pm, 45 mins',
        'What is the meeting for? · About the time: There is no 31 February. Do you mean Sunday 28 February 2027? I will ask you when we get there.',
      ],
      ['Attendance', 'Who will be the second adult?'],
      ['Tom Birch', 'When should it be? · There is no 31 February. Do you mean Sunday 28 February 2027?'],
      ['yes', 'Who is coming from outside the school?'],
    ],
  ],
  [
    'a name shared by colleagues is a choice, and part of a name is enough',
    [
      [line, 'What is the meeting for?'],
      ['Attendance', 'Who will be the second adult?'],
      ['t', 'Who will be the second adult? · More than one colleague fits that. Which of them is it?'],
      ['tom b', 'Who is coming from outside the school?'],
    ],
  ],
  [
    'an unknown colleague is explained, and so is oneself',
    [
      [line, 'What is the meeting for?'],
      ['Attendance', 'Who will be the second adult?'],
      [
        'Wilhelmina',
        'Who will be the second adult? · I cannot find a colleague of that name. Please check the spelling, or give their school address.',
      ],
      ['Maya Okafor', 'Who will be the second adult? · The second adult has to be somebody other than you.'],
      [
        'me',
        'Who will be the second adult? · I cannot find a colleague of that name. Please check the spelling, or give their school address.',
      ],
    ],
  ],
  [
    'lengths that no meeting has are explained',
    [
      ['TAC for AB Y4 about attendance with Tom Birch', 'How long will it take?'],
      ['5', 'How long will it take? · A meeting can be 15 minutes to 3 hours long.'],
      ['47', 'How long will it take? · Please use a multiple of 5 minutes, such as 50 minutes.'],
      ['a while', 'How long will it take? · Please give the length in minutes, such as 45, or say “an hour”.'],
      ['an hour and a half', 'When should it be?'],
    ],
  ],
])('%s', (_, exchanges) => {
  const talk = chat();
  for (const [said, replied] of exchanges) expect([said, gist(talk.said(said))]).toEqual([said, replied]);
});

describe('when the time that was asked for is taken', () => {
  test('says who is busy and offers times', () => {
    const talk = chatAfter([line, 'Attendance'], { busy: tomIsBusy });
    expect(gist(talk.said('Tom Birch'))).toBe(
      'When should it be? · Tom Birch is busy on Tuesday 1 December 2026, 3.15pm (UK time, GMT).',
    );
    expect(talk.memory).toMatchObject({
      question: { free: ['2026-12-01T14:15:00Z', '2026-12-01T15:45:00Z', '2026-12-01T16:00:00Z'] },
    });
  });

  test('keeps it on the host’s word, and says so in the review', () => {
    const talk = chatAfter([line, 'Attendance', 'Tom Birch', 'keep', guests], { busy: tomIsBusy });
    expect(talk.memory).toMatchObject({ state: 'reviewing', ask: { start: '2026-12-01T15:15:00Z' } });
    expect(gist(talk.said('hello'))).toContain('Please check before it is sent');
    expect(JSON.stringify(talk.said('x'))).toContain('Tom Birch has something else then; you kept the time.');
  });

  test('takes an offered time, and looks once more whether it is free', () => {
    const talk = chatAfter([line, 'Attendance', 'Tom Birch'], { busy: tomIsBusy });
    expect(gist(talk.tapped('answer', { start: '2026-12-01T15:45:00Z' }))).toBe(
      'Who is coming from outside the school?',
    );
    expect(talk.intents.filter((intent) => intent.do === 'find times')).toHaveLength(2);
  });
});

test('does not pretend that people are free when the calendars cannot be read', () => {
  const talk = chatAfter([line, 'Attendance'], { busy: unreadable });
  expect(gist(talk.said('Tom Birch'))).toBe(
    'Who is coming from outside the school? · I could not read the calendars just now, so I cannot say who is free.',
  );
  expect(JSON.stringify(talk.said(guests))).toContain('so I do not know whether everybody is free');
});

test('asks for the calendars of the host and the second adult, and of nobody else', () => {
  const talk = chatAfter([line, 'Attendance', 'Tom Birch']);
  const looked = talk.intents.filter((intent) => intent.do === 'find times');
  expect(looked).toEqual([expect.objectContaining({ people: [maya, tom] })]);
});

test('shows a refusal with its clause and no way to send it', () => {
  const talk = chatAfter([line, 'Attendance', 'Tom Birch'], { decision: refused });
  const reply = talk.said(guests);
  expect(gist(reply)).toBe('This cannot be sent as it stands');
  expect(JSON.stringify(reply)).toContain('A week’s notice is needed.');
  expect(gist(talk.said('send'))).toContain('The school’s policy does not allow this as it stands');
  expect(talk.intents.some((intent) => intent.do === 'schedule')).toBe(false);
});

test('warns of weekends, late hours and long meetings in the review', () => {
  const talk = chatAfter([
    'TAC for AB Y4 about attendance with mum and Tom Birch, Saturday at 5.30pm, 2 hours',
    guests,
  ]);
  const shown = JSON.stringify(talk.said('?!'));
  expect(shown).toContain('This is on a Saturday.');
  expect(shown).toContain('This is outside 8am to 6pm.');
  expect(shown).toContain('This is longer than an hour and a half.');
});

test('sends exactly the ask that was reviewed, once', () => {
  const talk = chatAfter([line, 'Attendance', 'Tom Birch', guests]);
  const reviewed = talk.memory.state === 'reviewing' ? talk.memory.ask : null;
  talk.said('send');
  talk.said('send');
  expect(talk.intents.filter((intent) => intent.do === 'schedule')).toEqual([
    { do: 'schedule', ask: reviewed, draftId: '5c0a1d0e-0000-4000-8000-000000000101' },
  ]);
  expect(talk.memory).toMatchObject({ state: 'idle', past: [{ how: 'sent', reference }] });
});

test('loses nothing when the register cannot be written', () => {
  const talk = chatAfter([line, 'Attendance', 'Tom Birch', guests], { cannotOpen: 'register unavailable' });
  expect(gist(talk.said('send'))).toBe(
    'Please check before it is sent · I cannot write to the school’s register just now, so I have not arranged anything. Please try again in a few minutes; nothing you told me is lost.',
  );
  talk.meanwhile({ cannotOpen: null });
  expect(gist(talk.said('send'))).toBe('I am arranging it');
});

test('asks for another time when the start passed before Send', () => {
  const talk = chatAfter([line, 'Attendance', 'Tom Birch', guests]);
  talk.meanwhile({ now: new Date('2026-12-02T09:00:00Z') });
  expect(gist(talk.said('send'))).toContain('The start has passed in the meantime.');
  expect(talk.intents.some((intent) => intent.do === 'schedule')).toBe(false);
});
