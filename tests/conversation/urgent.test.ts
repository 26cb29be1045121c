import { describe, expect, test } from '@jest/globals';
import { known } from '../../bot/policy/fact.ts';
import { chat, chatAfter, gist, guests, readable, tom, wednesday } from './chat.ts';

/** An urgent meeting takes three messages: a line, one card with all that is missing, the review. */

const first = 'Urgent TAC for AB Y4 at 4pm with Tom Birch, mum and the school nurse';
const rows = {
  name1: 'Jo Brown',
  role1: 'mum',
  agency1: '',
  address1: 'jo.brown@example.com',
  name2: 'Sam Dean',
  role2: 'school nurse',
  agency2: 'Community Health',
  address2: 'sam.dean@health.example.net',
};
const reason = 'There is a risk of harm tonight';

test('an urgent meeting is in the register after three messages', () => {
  const talk = chat();
  expect(gist(talk.said(first))).toBe('Urgent: what I still need');
  expect(gist(talk.tapped('answer', { reason, ...rows }))).toBe('Please check before it is sent');
  talk.tapped('send');
  expect(talk.intents.filter((intent) => intent.do === 'schedule')).toMatchObject([
    {
      ask: {
        kind: 'tac',
        urgent: { reason },
        purpose: 'Welfare concern',
        minutes: 30,
        start: '2026-11-18T16:00:00Z',
        secondAdult: tom,
        guests: [{ name: 'Jo Brown', agency: 'Family' }, { name: 'Sam Dean' }],
      },
    },
  ]);
});

test('the card asks for nothing that was said, and shows what is taken for granted', () => {
  const shown = readable(chat().said(first));
  expect(shown).toContain('Why it cannot wait');
  expect(shown).toContain('Guest 1: name');
  expect(shown).toContain('Welfare concern');
  expect(shown).toContain('30 minutes');
  expect(shown).not.toContain('Child’s initials');
  expect(shown).not.toContain('Start time');
});

test('the reason may stand in the line, and what is said instead of the usual counts', () => {
  const talk = chat();
  talk.said(
    'urgent TAC for AB Y4 tomorrow 9am about safety at home, 45 mins, Tom Birch, because of a call from police',
  );
  talk.tapped('answer', rows);
  expect(talk.memory).toMatchObject({
    state: 'reviewing',
    ask: {
      urgent: { reason: 'A call from police' },
      purpose: 'Safety at home',
      minutes: 45,
      start: '2026-11-19T09:00:00Z',
    },
  });
});

describe('without a time', () => {
  test.each([
    ['2026-11-18T10:00:00Z', '2026-11-18T10:15:00Z'],
    ['2026-11-18T10:10:00Z', '2026-11-18T10:15:00Z'],
    ['2026-11-18T10:11:00Z', '2026-11-18T10:30:00Z'],
    ['2026-07-01T23:56:00Z', '2026-07-02T00:15:00Z'],
  ])('said at %s, it starts at the next quarter that leaves five minutes: %s', (now, start) => {
    const talk = chat({ now: new Date(now) });
    talk.said('urgent TAC for AB Y4 with Tom Birch');
    talk.tapped('answer', { reason, ...rows });
    expect(talk.memory).toMatchObject({ ask: { start } });
  });

  test('the quarter is counted from when the card is filled in, not from the line', () => {
    const talk = chat({ now: wednesday });
    talk.said('urgent TAC for AB Y4 with Tom Birch');
    talk.meanwhile({ now: new Date('2026-11-18T10:20:00Z') });
    talk.tapped('answer', { reason, ...rows });
    expect(talk.memory).toMatchObject({ ask: { start: '2026-11-18T10:30:00Z' } });
  });
});

test('a time that has passed today, or can be read in two ways, is asked for on the same card', () => {
  for (const time of ['at 9am', 'on 3/4']) {
    const talk = chat();
    const shown = talk.said(`urgent TAC for AB Y4 ${time} with Tom Birch`);
    expect(readable(shown)).toContain('Start time');
    const reviewed = talk.tapped('answer', { reason, ...rows, date: '2026-11-19', time: '09:00' });
    expect(gist(reviewed)).toBe('Please check before it is sent');
    expect(talk.memory).toMatchObject({ ask: { start: '2026-11-19T09:00:00Z' } });
  }
});

test('a colleague who is busy holds nothing up, and the review says so', () => {
  const busy = known([{ person: tom.id, from: '2026-11-18T15:00:00Z', to: '2026-11-18T17:00:00Z' }]);
  const talk = chat({ busy });
  talk.said(first);
  const reviewed = talk.tapped('answer', { reason, ...rows });
  expect(gist(reviewed)).toBe('Please check before it is sent');
  expect(readable(reviewed)).toContain('Tom Birch');
  expect(readable(reviewed)).toContain('has something else then');
});

describe('a card that comes back', () => {
  test('with a name in the reason is shown again without it, and keeps the rest', () => {
    const talk = chatAfter([first]);
    const again = readable(talk.tapped('answer', { reason: 'Alfie Brown is not safe', ...rows }));
    expect(again).toContain('looks as though the child’s name is in it');
    expect(again).not.toContain('Alfie');
    talk.tapped('answer', { reason });
    expect(talk.memory).toMatchObject({ state: 'reviewing', ask: { guests: [{ name: 'Jo Brown' }, {}] } });
  });

  test('empty asks again, and says so', () => {
    const talk = chatAfter([first]);
    expect(gist(talk.tapped('answer', {}))).toBe('Urgent: what I still need · Please fill in what is still missing.');
  });

  test('with a guest’s address that is none is shown again with the fault beside the guest', () => {
    const talk = chatAfter([first]);
    const again = readable(talk.tapped('answer', { reason, ...rows, address2: 'nobody@' }));
    expect(again).toContain('Please mend what is marked below.');
    expect(again).toContain('Sam Dean');
    expect(talk.memory).toMatchObject({ state: 'asking', draft: { reason } });
  });
});

test('all of it can be typed too', () => {
  const talk = chatAfter([first, reason, guests]);
  expect(talk.memory).toMatchObject({ state: 'reviewing', ask: { urgent: { reason } } });
});

test('whatever is granted can be changed before it is sent', () => {
  const talk = chatAfter([first, reason, guests, 'change the length', '60']);
  expect(talk.memory).toMatchObject({ state: 'reviewing', ask: { minutes: 60, purpose: 'Welfare concern' } });
});

test.each([
  ['staff', 'urgent staff meeting', { reason, people: tom.id }],
  ['parent', 'urgent parent meeting for AB Y4 with Tom Birch', { reason, ...rows, attends: 'no' }],
  ['class', 'urgent class session with Tom Birch', { reason, year: '3', ...rows }],
  ['annual-review', 'urgent annual review for AB Y4 with Tom Birch', { reason, ...rows, attends: 'yes' }],
])('an urgent meeting of the kind %s has one card too', (kind, line, answers) => {
  const talk = chatAfter([line]);
  talk.tapped('answer', answers);
  expect(talk.memory).toMatchObject({ state: 'reviewing', ask: { kind, urgent: { reason } } });
});

test('a meeting that nobody calls urgent is not', () => {
  const talk = chatAfter(['TAC for AB Y4 about safety with Tom Birch, tomorrow 9am, 30 mins', guests]);
  expect(talk.memory).toMatchObject({ ask: { urgent: null } });
});
