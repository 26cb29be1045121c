import { expect, test } from '@jest/globals';
import { bookId } from '../../bot/cards/view.ts';
import { Memory } from '../../bot/conversation/conversation.ts';
import { Guest } from '../../bot/meetings/ask.ts';
import { known } from '../../bot/policy/fact.ts';
import { cards, type chat, chatAfter, gist, guests, line, met, readable, type School, unreadable } from './chat.ts';

/** Professionals whom the school has met before need not be typed again: a role that was said is filled in, the rest is a tick. */

const asked = (first: string, school: Partial<School> = {}) =>
  chatAfter([first, 'Attendance', 'Tom Birch'], { book: known(met), ...school });
const lineWith = (who: string) => `TAC for AB Y4 with ${who}, Tuesday week 3.15pm, 45 mins`;
const mum = { name1: 'Jo Brown', role1: 'Mum', agency1: 'Family', address1: 'jo.brown@example.com' };
const again = { kind: 'tapped', verb: 'back' } as const;
/** The rows and the ticks of the question as it stands. */
const shown = (talk: ReturnType<typeof chat>) => {
  const [reply] = talk.turn({ ...again, data: { draftId: draftOf(talk).id, revision: draftOf(talk).revision } });
  return reply?.kind === 'card' && reply.view.card === 'question' && reply.view.asked.about === 'guests'
    ? reply.view.asked
    : null;
};
const draftOf = ({ memory }: ReturnType<typeof chat>) => {
  if (memory.state === 'idle') throw new Error('nothing is being arranged');
  return memory.draft;
};
const guestNames = ({ memory }: ReturnType<typeof chat>) =>
  memory.state === 'reviewing' && 'guests' in memory.ask ? memory.ask.guests.map(({ name }) => name) : [];

test('the card offers those met before by name, role and agency, each a tick, and shows no address of theirs', () => {
  const words = readable(chatAfter([lineWith('mum'), 'Attendance'], { book: known(met) }).said('Tom Birch'));
  expect(words).toContain('Met before: tick whoever comes');
  for (const { name, role, agency, address } of met) {
    expect(words).toContain(`${name}, ${role}, ${agency}`);
    expect(words).not.toContain(address);
  }
});

test('whoever is ticked comes with the address they had, beside whoever is typed', () => {
  const talk = asked(lineWith('mum'));
  expect(gist(talk.tapped('answer', { ...mum, [bookId]: '1,3' }))).toBe('Please check before it is sent');
  expect(talk.memory).toMatchObject({ ask: { guests: [{ name: 'Jo Brown' }, met[0], met[2]] } });
});

test('one tick is enough where nobody else comes', () => {
  const talk = asked('TAC for AB Y4, Tuesday week 3.15pm, 45 mins');
  talk.tapped('answer', { [bookId]: '2' });
  expect(guestNames(talk)).toEqual(['Kim Dale']);
});

test('a role that was said in the first line is filled in when exactly one person fits', () => {
  const rows = shown(asked(line))?.guests;
  expect(rows).toMatchObject([{ name: '', role: 'Mum' }, met[0] ?? {}, met[1] ?? {}]);
  expect(shown(asked(line))?.book.map(({ name }) => name)).toEqual(['Bo Lind', 'Lee Stone']);
});

test('a role that two people fit is left open, and a tick takes its row', () => {
  const talk = asked(lineWith('mum and the social worker'));
  expect(shown(talk)?.guests).toMatchObject([{ role: 'Mum' }, { name: '', role: 'Social worker' }]);
  talk.tapped('answer', { ...mum, role2: 'Social worker', agency2: "Children's social care", [bookId]: '4' });
  expect(guestNames(talk)).toEqual(['Jo Brown', 'Lee Stone']);
});

test('one person is not two guests: two nurses were said and one is known', () => {
  expect(shown(asked(lineWith('the school nurse and another school nurse')))?.guests).toMatchObject([
    { name: 'Sam Dean' },
    { name: '', role: 'School nurse' },
  ]);
});

test.each([
  ['a place that was never offered', '5'],
  ['no place at all', 'sam.dean@partner.example.net'],
  ['a real one and an invented one', '1,99'],
  ['nought', '0'],
  ['a fraction', '1.5'],
])('a tick of %s is not taken, and nobody is asked', (_, ticked) => {
  const talk = asked(lineWith('mum'));
  expect(gist(talk.tapped('answer', { ...mum, [bookId]: ticked }))).toContain('I could not read that answer');
  expect(talk.memory).toMatchObject({ state: 'asking', draft: { guests: [] } });
});

test('a tick on somebody who has a row already is one guest', () => {
  const talk = asked(lineWith('mum'));
  const typed = { name2: 'Sam D', role2: 'Nurse', agency2: 'Health', address2: 'SAM.DEAN@partner.example.net' };
  talk.tapped('answer', { ...mum, ...typed, [bookId]: '1' });
  expect(guestNames(talk)).toEqual(['Jo Brown', 'Sam D']);
});

test('whoever works at the school by now is not offered', () => {
  const joined = { ...met[0], address: 'ruth.adeyemi@school.example.org' };
  const moved = { ...met[1], address: 'kim.dale@mail.school.example.org' };
  const book = known([Guest.parse(joined), Guest.parse(moved), ...met.slice(2)]);
  expect(shown(asked(lineWith('mum'), { book }))?.book.map(({ name }) => name)).toEqual(['Bo Lind', 'Lee Stone']);
});

test('whoever became a colleague between the offer and the tick is refused like any colleague', () => {
  const talk = asked(lineWith('mum'));
  const { colleagues } = talk;
  const [sam] = met;
  if (!colleagues.known || sam === undefined || colleagues.value[1] === undefined) throw new Error('they are known');
  talk.meanwhile({ colleagues: known([...colleagues.value, { ...colleagues.value[1], address: sam.address }]) });
  expect(readable(talk.tapped('answer', { ...mum, [bookId]: '1' }))).toContain('This is a colleague’s address.');
  expect(talk.memory).toMatchObject({ state: 'asking', draft: { guests: [] } });
});

test('family is never offered, whatever the register says', () => {
  const dad = Guest.parse({ name: 'Al Marsh', role: 'Dad', agency: 'family', address: 'al.marsh@example.com' });
  expect(readable(chatAfter([lineWith('mum'), 'Attendance'], { book: known([dad]) }).said('Tom Birch'))).not.toContain(
    'Al Marsh',
  );
});

test.each(['music therapy for AB Y4 with mum, Tuesday week 3.15pm', 'class session Y4, Tuesday week 10am'])(
  '“%s” asks for families, so nobody else is looked up',
  (first) => {
    const talk = chatAfter([first, 'Tom Birch'], { book: known(met) });
    expect(talk.intents).not.toContainEqual({ do: 'open address book' });
    expect(shown(talk)?.book).toEqual([]);
  },
);

test('when the register cannot be read, the card says so calmly and takes whoever is typed', () => {
  const talk = chatAfter([line, 'Attendance'], { book: unreadable });
  const words = readable(talk.said('Tom Birch'));
  expect(words).toContain('I cannot look up who was met before just now. You can type everybody in.');
  expect(words).not.toContain('Met before');
  expect(gist(talk.said(guests))).toBe('Please check before it is sent');
});

test('one more guest keeps what was ticked', () => {
  const talk = asked(lineWith('mum'));
  const [card] = cards(talk.tapped('add guest', { ...mum, [bookId]: '3' }));
  expect(JSON.stringify(card)).toContain('"value":"3"}');
  talk.tapped('answer', { ...mum, [bookId]: '3' });
  expect(guestNames(talk)).toEqual(['Jo Brown', 'Bo Lind']);
});

test('with a fault in one row, whoever was ticked stands in a row and is not offered again', () => {
  const talk = asked(lineWith('mum'));
  const faulty = talk.tapped('answer', { ...mum, address1: 'jo.brown@', [bookId]: '3' });
  expect(faulty).toMatchObject([{ view: { asked: { guests: [{ name: 'Jo Brown' }, { name: 'Bo Lind' }] } } }]);
  expect(JSON.stringify(faulty)).not.toContain('"place":3');
});

test('a question remembered before there was a book has none, and goes on', () => {
  const { memory } = asked(lineWith('mum'));
  const before = { ...memory, question: { about: 'guests', rows: 2 } };
  expect(Memory.parse(before)).toMatchObject({ question: { about: 'guests', book: [], bookRead: true } });
});
