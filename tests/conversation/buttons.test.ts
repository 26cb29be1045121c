import { expect, test } from '@jest/globals';
import { chat, chatAfter, gist, guests, line, live, reference, tom } from './chat.ts';

test('the main job works by buttons and fields alone', () => {
  const talk = chat();
  expect(gist(talk.tapped('arrange'))).toBe('What kind of meeting?');
  expect(gist(talk.tapped('answer', { kind: 'tac' }))).toBe('Which child is it about?');
  expect(gist(talk.tapped('answer', { initials: 'AB', year: '4' }))).toBe('What is the meeting for?');
  expect(gist(talk.tapped('answer', { purpose: 'Attendance' }))).toBe('Who will be the second adult?');
  expect(gist(talk.tapped('answer', { person: tom.id }))).toBe('How long will it take?');
  expect(gist(talk.tapped('answer', { minutes: 45 }))).toBe('When should it be?');
  expect(gist(talk.tapped('answer', { date: '2026-12-01', time: '15:15' }))).toBe(
    'Who is coming from outside the school?',
  );
  const mum = { name1: 'Jo Brown', role1: 'mum', agency1: '', address1: 'jo.brown@example.com' };
  expect(gist(talk.tapped('answer', mum))).toBe('Please check before it is sent');
  expect(gist(talk.tapped('send'))).toBe('I am arranging it');
  expect(talk.intents.at(-1)).toMatchObject({
    do: 'schedule',
    ask: { start: '2026-12-01T15:15:00Z', guests: [{ name: 'Jo Brown', role: 'mum', agency: 'Family' }] },
  });
});

test('one form takes everything but the guests', () => {
  const talk = chat();
  expect(gist(talk.tapped('form'))).toBe('Arrange a TAC meeting');
  const form = {
    initials: 'AB',
    year: '4',
    purpose: 'Attendance',
    person: tom.id,
    minutes: '45',
    date: '2026-12-01',
    time: '15:15',
  };
  expect(gist(talk.tapped('answer', form))).toBe('Who is coming from outside the school?');
});

test('a form with faults keeps what is right and marks each fault beside its field', () => {
  const talk = chatAfter(['form']);
  const [reply] = talk.tapped('answer', {
    initials: 'AB',
    year: '4',
    purpose: 'Attendance',
    person: 'Nobody',
    minutes: '7',
    date: '2026-02-31',
    time: '10:00',
  });
  expect(reply).toMatchObject({
    view: {
      values: { initials: 'AB', year: '4', purpose: 'Attendance' },
      faults: {
        person: expect.stringContaining('cannot find a colleague'),
        minutes: expect.stringContaining('15 minutes to 3 hours'),
        date: expect.stringContaining('both a date and a start time'),
      },
    },
  });
});

test('any button pressed twice does its work once', () => {
  const talk = chatAfter([line, 'Attendance', 'Tom Birch', guests]);
  const pressed = live(talk.memory);
  talk.tapped('send', pressed);
  expect(gist(talk.tapped('send', pressed))).toBe(`That was sent already, as ${reference}. Nothing was done twice.`);
  expect(talk.intents.filter((intent) => intent.do === 'schedule')).toHaveLength(1);

  const other = chatAfter([line]);
  const answered = { ...live(other.memory), purpose: 'Attendance' };
  other.tapped('answer', answered);
  expect(gist(other.tapped('answer', answered))).toBe(
    'Who will be the second adult? · That card is out of date, so the button did nothing. This is the current one.',
  );
});

test('an old card shows the current one and changes nothing', () => {
  const talk = chatAfter([line]);
  const old = live(talk.memory);
  talk.said('Attendance');
  const before = talk.memory;
  for (const verb of ['answer', 'keep', 'add guest', 'change', 'back', 'send', 'cancel'])
    expect(gist(talk.tapped(verb, { ...old, purpose: 'Something else' }))).toContain('That card is out of date');
  expect(talk.memory).toEqual(before);
});

test('a card of nobody’s, or of somebody else, does nothing and says so', () => {
  for (const lines of [[], [line]]) {
    const talk = chatAfter(lines);
    const before = talk.memory;
    const foreign = { draftId: '5c0a1d0e-0000-4000-8000-00000000dead', revision: 1 };
    for (const verb of ['answer', 'send', 'cancel', 'change'])
      expect(gist(talk.tapped(verb, foreign))).toBe(
        'That card is not one of yours, or is from too long ago. Nothing was done.',
      );
    expect(talk.memory).toEqual(before);
  }
});

test('a card of a cancelled draft says that it was cancelled', () => {
  const talk = chatAfter([line]);
  const old = live(talk.memory);
  talk.said('cancel');
  expect(gist(talk.tapped('answer', old))).toBe('That meeting was cancelled before it was sent. Nothing was done.');
});

test('a time that was not offered is not taken from a button', () => {
  const talk = chatAfter(['TAC for AB Y4 about attendance with Tom Birch, 45 mins']);
  expect(gist(talk.tapped('answer', { start: '2026-12-24T03:00:00Z' }))).toContain('I could not read that answer');
});

test.each([
  ['an unknown verb', 'explode', {}],
  ['no data', 'answer', null],
  ['data of another kind', 'answer', 'x'.repeat(10_000)],
  ['a list', 'send', [1, 2, 3]],
  ['a revision that is no number', 'send', { draftId: '5c0a1d0e-0000-4000-8000-000000000101', revision: '1' }],
])('%s gets a calm sentence', (_, verb, data) => {
  const talk = chatAfter([line]);
  const before = talk.memory;
  expect(gist(talk.turn({ kind: 'tapped', verb, data }))).toBe(
    'I could not read that answer, so nothing was done. Please try again.',
  );
  expect(talk.memory).toEqual(before);
});

test('the new-meeting button does not lose a draft that is under way', () => {
  const talk = chatAfter([line]);
  expect(gist(talk.tapped('arrange'))).toContain('You are arranging this one already.');
  expect(talk.memory).toMatchObject({ draft: { initials: 'AB' } });
});

test('another guest adds a row and keeps what was typed', () => {
  const talk = chatAfter([line, 'Attendance', 'Tom Birch']);
  const [reply] = talk.tapped('add guest', { name1: 'Jo Brown', role1: 'mum' });
  const view = reply?.kind === 'card' && reply.view.card === 'question' ? reply.view.asked : null;
  expect(view).toMatchObject({ about: 'guests', guests: [{ name: 'Jo Brown', role: 'mum' }, {}, {}, {}] });
});
