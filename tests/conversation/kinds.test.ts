import { describe, expect, test } from '@jest/globals';
import { kindWords } from '../../bot/cards/words/kinds.ts';
import { unknown } from '../../bot/policy/fact.ts';
import { kinds } from '../../bot/policy/kind.ts';
import { chat, chatAfter, gist, guests, readable, ruth, thomasina, tom } from './chat.ts';

// Each conversation as a teacher reads it: what was said, and the title and notes of what came back.
type Exchange = readonly [said: string, replied: string];

const mum = 'Jo Brown, mum, jo.brown@example.com';
const review = 'Please check before it is sent';

test.each<[string, readonly Exchange[], object]>([
  [
    'a staff meeting is two answers',
    [
      ['staff meeting', 'Which colleagues are coming?'],
      ['Tom and Ruth', 'When should it be?'],
      ['tomorrow 3.30pm', review],
    ],
    {
      kind: 'staff',
      purpose: 'Staff meeting',
      minutes: 60,
      colleagues: [tom, ruth],
      start: '2026-11-19T15:30:00Z',
    },
  ],
  [
    'a staff meeting said in one line needs no question at all',
    [['Staff meeting tomorrow 3.30pm 30 mins about phonics with Tom and Ruth', review]],
    { kind: 'staff', purpose: 'Phonics', minutes: 30, colleagues: [tom, ruth] },
  ],
  [
    'whoever begins with one kind and then types another means the other',
    [
      ['annual review', 'Which child is it about?'],
      ['Staff meeting tomorrow 3.30pm about phonics with Tom and Ruth', review],
    ],
    { kind: 'staff', purpose: 'Phonics', colleagues: [tom, ruth] },
  ],
  [
    'everyone is all the staff but the host',
    [['staff meeting tomorrow 3.30pm with everyone', review]],
    { kind: 'staff', colleagues: [tom, ruth, thomasina] },
  ],
  [
    'governors are asked for a second adult, a time and their addresses',
    [
      ['governors', 'Who will be the second adult?'],
      ['Ruth', 'When should it be?'],
      ['Tuesday week 6pm', 'Which governors are coming?'],
      ['Al Gray, parent governor, Governing body, al.gray@example.com', review],
    ],
    { kind: 'governors', purpose: 'Governors’ meeting', minutes: 90, secondAdult: ruth },
  ],
  [
    'an annual review knows its purpose and asks whether the child takes part',
    [
      ['annual review for AB Y5 with mum and the LA, 10/2 2pm', 'Who will be the second adult?'],
      ['Tom Birch', 'How long will it take?'],
      ['an hour', 'Who is coming from outside the school?'],
      [
        'Jo Brown, mum, jo.brown@example.com; Al Gray, SEND officer, Local authority, al.gray@la.example.org',
        'Does the child take part?',
      ],
      ['no', review],
    ],
    {
      kind: 'annual-review',
      purpose: 'Annual review of the education, health and care plan',
      start: '2027-02-10T14:00:00Z',
      child: { initials: 'AB', year: '5' },
      childAttends: false,
    },
  ],
  [
    'a parent meeting with the child',
    [
      [
        'parent meeting for AB Y4 about reading with mum, Tuesday week 3.15pm, 30 mins',
        'Who will be the second adult?',
      ],
      ['Tom Birch', 'Who is coming from outside the school?'],
      [mum, 'Does the child take part?'],
      ['yes', review],
    ],
    { kind: 'parent', childAttends: true, minutes: 30, purpose: 'Reading' },
  ],
  [
    'professionals without the family',
    [
      [
        'Professionals’ meeting for AB Y4 with mum and school nurse, Tuesday week 3.15pm, 45 mins',
        'What is the meeting for? · A professionals’ meeting is without the family, so I have left them out. For a meeting with them, change the kind to TAC.',
      ],
      ['Attendance', 'Who will be the second adult?'],
      ['Tom Birch', 'Which professionals are coming?'],
      [guests, 'Which professionals are coming? · Please mend what is marked below.'],
      ['Sam Dean, school nurse, Community Health, sam.dean@health.example.net', review],
    ],
    { kind: 'professional', guests: [{ name: 'Sam Dean' }] },
  ],
  [
    'music therapy is a session of that focus',
    [
      ['music therapy for AB Y4 with mum, Tuesday week 10am', 'Who will be the second adult?'],
      ['Tom Birch', 'Who of the family is invited?'],
      [mum, review],
    ],
    { kind: 'focus', purpose: 'Music therapy', minutes: 30, child: { initials: 'AB', year: '4' } },
  ],
  [
    'a focus session asks for its focus',
    [
      ['focus session', 'Which child is it with?'],
      ['AB Y4', 'What is the session for?'],
      ['Reading together', 'Who will be the second adult?'],
    ],
    {},
  ],
  [
    'a class session asks for its year and the families, and for no child',
    [
      ['class session', 'Which year is it?'],
      ['Y3', 'Who will be the second adult?'],
      ['Tom Birch', 'When should it be?'],
      ['Tuesday week 10.15am', 'Which families are invited?'],
      [`${mum}; Ali Reyes, dad, ali.reyes@example.net`, review],
    ],
    { kind: 'class', year: '3', purpose: 'Class session', minutes: 30 },
  ],
])('%s', (_, exchanges, ask) => {
  const talk = chat();
  for (const [said, replied] of exchanges) expect([said, gist(talk.said(said))]).toEqual([said, replied]);
  if (talk.memory.state === 'reviewing') expect(talk.memory.ask).toMatchObject(ask);
});

test.each([
  ['Annual review for AB Y5', 'annual-review'],
  ['EHCP review for AB Y5', 'annual-review'],
  ['TAF for AB Y4', 'tac'],
  ['Team around the family for AB Y4', 'tac'],
  ['parents’ evening for AB Y4', 'parent'],
  ['multi-agency meeting for AB Y4', 'professional'],
  ['full governing body Thursday week 6pm', 'governors'],
  ['INSET tomorrow 9am', 'staff'],
  ['Online lesson Year 3', 'class'],
  ['speech and language therapy for AB Y4', 'focus'],
  ['counselling for AB Y9', 'focus'],
  ['TAC for AB Y4 about music therapy', 'tac'],
  ['TAC for AB Y4 to plan the annual review', 'tac'],
])('“%s” is a meeting of the kind %s', (said, kind) => {
  expect(chatAfter([said]).memory).toMatchObject({ draft: { kind } });
});

test('a school’s own name for a TAC is understood, and is what the card calls it', () => {
  const talk = chat({ tac: 'MAM' });
  expect(gist(talk.said('MAM for AB Y4'))).toBe('What is the meeting for?');
  expect(talk.memory).toMatchObject({ draft: { kind: 'tac', initials: 'AB' } });
  expect(readable(chat({ tac: 'MAM' }).said('arrange a meeting'))).toContain('MAM');
});

describe('when nobody said which kind', () => {
  test.each(['arrange a meeting', 'new', 'Book a meeting please'])('“%s” is answered with the eight kinds', (said) => {
    const shown = chat().said(said);
    expect(gist(shown)).toBe('What kind of meeting?');
    for (const kind of kinds) expect(readable(shown)).toContain(kind === 'tac' ? 'TAC' : kindWords[kind].title);
  });

  test('what was said besides is kept', () => {
    const talk = chatAfter(['arrange a meeting for AB Y4 with mum, Tuesday week 3.15pm, 45 mins']);
    expect(gist(talk.tapped('answer', { kind: 'parent' }))).toBe('What is the meeting for?');
    expect(talk.memory).toMatchObject({ draft: { initials: 'AB', minutes: 45, mentioned: [{ role: 'Mum' }] } });
  });

  test('the kind may be typed, alone or with the rest', () => {
    expect(gist(chatAfter(['new']).said('annual review'))).toBe('Which child is it about?');
    expect(gist(chatAfter(['new']).said('TAC for AB Y4 about attendance'))).toBe('Who will be the second adult?');
    expect(gist(chatAfter(['new']).said('a nice one'))).toContain('I do not know that kind of meeting.');
  });
});

test('the help card begins a TAC with one tap, and any kind with two', () => {
  expect(gist(chat().tapped('arrange', { kind: 'tac' }))).toBe('Which child is it about?');
  expect(gist(chat().tapped('arrange'))).toBe('What kind of meeting?');
});

describe('the kind can be changed', () => {
  test('and what was said stays as far as the new kind asks it', () => {
    const talk = chatAfter(['TAC for AB Y4 about attendance with Tom Birch, Tuesday week 3.15pm, 45 mins', guests]);
    expect(gist(talk.said('change the kind'))).toBe('What kind of meeting?');
    expect(gist(talk.said('annual review'))).toBe('Does the child take part?');
    expect(gist(talk.said('no'))).toBe(review);
    expect(talk.memory).toMatchObject({ ask: { kind: 'annual-review', purpose: 'Attendance' } });
  });

  test('and professionals are asked for again when family was among them', () => {
    const talk = chatAfter(['TAC for AB Y4 about attendance with Tom Birch, Tuesday week 3.15pm, 45 mins', guests]);
    talk.said('change kind');
    expect(gist(talk.tapped('answer', { kind: 'professional' }))).toBe('Which professionals are coming?');
  });
});

describe('colleagues', () => {
  test('are ticked on the card, with purpose and length in the same tap', () => {
    const talk = chatAfter(['staff meeting']);
    const people = `${tom.id},${ruth.id}`;
    expect(gist(talk.tapped('answer', { people, purpose: 'Phonics', minutes: '30' }))).toBe('When should it be?');
    expect(talk.memory).toMatchObject({ draft: { colleagues: [tom, ruth], purpose: 'Phonics', minutes: 30 } });
  });

  test('are all of them with one button', () => {
    const talk = chatAfter(['staff meeting tomorrow 3.30pm']);
    expect(gist(talk.tapped('answer', { everyone: true, people: '', purpose: '', minutes: '' }))).toBe(review);
  });

  test.each([
    ['Wilhelmina', 'I cannot find a colleague of one of those names.'],
    ['Tom, Wilhelmina', 'I cannot find a colleague of one of those names.'],
    ['t', 'More than one colleague fits one of those names.'],
    ['Maya Okafor', 'Please say which colleagues are coming, besides you.'],
    ['', 'Please say which colleagues are coming, besides you.'],
  ])('“%s” is asked again', (said, why) => {
    const talk = chatAfter(['staff meeting']);
    expect(gist(talk.tapped('answer', { people: said, purpose: '', minutes: '' }))).toContain(why);
    expect(talk.memory).toMatchObject({ draft: { colleagues: [] } });
  });

  test('cannot be named while nobody knows who is staff', () => {
    const talk = chatAfter(['staff meeting'], { colleagues: unknown('who is staff') });
    expect(gist(talk.said('everyone'))).toContain('I cannot look up colleagues just now.');
  });

  test('may be added to a meeting with outsiders, and nobody comes twice', () => {
    const talk = chatAfter(['TAC for AB Y4 about attendance with Tom Birch, Tuesday week 3.15pm, 45 mins', guests]);
    talk.said('change colleagues');
    expect(gist(talk.said('Tom Birch, Ruth Adeyemi'))).toBe(review);
    expect(talk.memory).toMatchObject({ ask: { secondAdult: tom, colleagues: [ruth] } });
  });

  test('have their calendars looked into', () => {
    const talk = chatAfter(['staff meeting tomorrow 3.30pm with Tom and Ruth']);
    expect(talk.intents[0]).toMatchObject({ do: 'find times', people: [{ name: 'Maya Okafor' }, tom, ruth] });
  });
});

describe('an annual review', () => {
  test('says the first safe day when the date is asked, and offers none before it', () => {
    const talk = chatAfter(['annual review for AB Y5, 60 mins']);
    const shown = talk.said('Tom Birch');
    expect(readable(shown)).toContain('the first safe day is Wednesday 2 December 2026.');
    expect(talk.memory).toMatchObject({
      question: { free: ['2026-12-02T15:00:00Z', '2026-12-02T15:15:00Z', '2026-12-02T15:30:00Z'] },
    });
  });

  test('says by when the papers have to be there', () => {
    const talk = chatAfter(['annual review for AB Y5, 10/2 2pm, 60 mins', 'Tom Birch', guests]);
    expect(readable(talk.said('no'))).toContain('Wednesday 27 January 2027');
  });
});

describe('what is held elsewhere', () => {
  test.each([
    ['register a phone call with mum for AB Y4', 'phone'],
    ['Register a TAC on Zoom for AB Y4 with mum', 'zoom'],
    ['parent meeting in person for AB Y4', 'in person'],
    ['write down a home visit for AB Y4', 'in person'],
    ['TAC for AB Y4 about reading by phone', 'phone'],
    ['TAC for AB Y4 about a phone call from home', 'teams'],
    ['TAC for AB Y4 with mum', 'teams'],
  ])('“%s” is held: %s', (said, place) => {
    expect(chatAfter([said]).memory).toMatchObject({ draft: { place } });
  });

  test('is only written down, and the chat says so before and after', () => {
    const talk = chatAfter(
      ['register a TAC by phone for AB Y4 about attendance with Tom Birch, Tuesday week 3.15pm, 45 mins'],
      { opened: { how: 'written down' } },
    );
    const shown = talk.said(guests);
    expect(gist(shown)).toBe('Please check before it is written down');
    expect(readable(shown)).toContain('I make nothing in Teams and write to nobody');
    expect(readable(shown)).not.toContain('invitation');
    const done = readable(talk.said('send'));
    expect(done).toContain('Written down');
    expect(done).toContain('I have made nothing in Teams');
  });
});

test('a list of meetings says of each what it is', () => {
  for (const [line, shown] of [
    ['Staff meeting tomorrow 3.30pm with Tom and Ruth', 'Staff meeting; 1 hour, with 2 colleagues'],
    ['Staff meeting tomorrow 3.30pm with Tom', 'Staff meeting; 1 hour, with Tom Birch'],
  ] as const) {
    const talk = chatAfter([line]);
    if (talk.memory.state !== 'reviewing') throw new Error('the review was not reached');
    const { ask } = talk.memory;
    talk.meanwhile({
      mine: {
        known: true,
        value: { lines: [{ reference: 'STF-7K2M9QXV' as never, status: 'arranged', ask }], unreadable: 0 },
      },
    });
    expect(readable(talk.said('my meetings'))).toContain(shown);
  }
});
