import { expect, test } from '@jest/globals';
import { known } from '../../bot/policy/fact.ts';
import { chat, chatAfter, gist, guests, line, readable, reference, unreadable } from './chat.ts';

const places = [
  [],
  [line],
  [line, 'Attendance'],
  [line, 'Attendance', 'Tom Birch'],
  [line, 'Attendance', 'Tom Birch', guests],
  ['form'],
] as const;

test.each(['help', 'HELP', 'Help!', ' help '])('“%s” helps at any point and changes nothing', (said) => {
  for (const lines of places) {
    const talk = chatAfter(lines);
    const before = talk.memory;
    expect(gist(talk.said(said))).toBe('I arrange meetings with people from outside the school');
    expect(talk.memory).toEqual(before);
  }
});

test.each(['my meetings', 'My Meetings.', 'show me my meetings'])(
  '“%s” lists them at any point and changes nothing',
  (said) => {
    for (const lines of places) {
      const talk = chatAfter(lines);
      const before = talk.memory;
      expect(gist(talk.said(said))).toBe('Your meetings');
      expect(talk.memory).toEqual(before);
    }
  },
);

test('lists a meeting with its time, status and reference, and says how many cannot be read', () => {
  const talk = chatAfter([line, 'Attendance', 'Tom Birch', guests]);
  const ask = talk.memory.state === 'reviewing' ? talk.memory.ask : null;
  if (ask === null) throw new Error('the review was not reached');
  talk.meanwhile({ mine: known({ lines: [{ reference, status: 'arranged', ask }], unreadable: 1 }) });
  const shown = readable(talk.said('my meetings'));
  expect(shown).toContain('Tuesday 1 December 2026, 3.15pm (UK time, GMT)');
  expect(shown).toContain('AB, Year 4; 45 minutes, with Tom Birch');
  expect(shown).toContain(`Arranged · ${reference}`);
  expect(shown).toContain('1 entry of yours cannot be read. Please tell ICT.');
});

test('says so when the register cannot be read, instead of an empty list', () => {
  const talk = chat({ mine: unreadable });
  expect(gist(talk.said('my meetings'))).toBe(
    'I cannot read the register just now. Please try again in a few minutes.',
  );
});

test.each(['cancel', 'CANCEL', 'Cancel it.'])('“%s” drops the draft at any point', (said) => {
  for (const lines of places.slice(1)) {
    const talk = chatAfter(lines);
    expect(gist(talk.said(said))).toBe('Cancelled');
    expect(talk.memory).toMatchObject({ state: 'idle', past: [{ how: 'cancelled' }] });
  }
});

test('cancels nothing when nothing is under way', () => {
  expect(gist(chat().said('cancel'))).toContain('there is nothing to cancel');
});

test('starts again with the first question', () => {
  for (const lines of places.slice(1))
    expect(gist(chatAfter(lines).said('Start Again'))).toContain('Which child is it about?');
});

test.each([
  ['change the child', 'Which child is it about?'],
  ['change purpose', 'What is the meeting for?'],
  ['change second adult', 'Who will be the second adult?'],
  ['change how long', 'How long will it take?'],
  ['Change the time', 'When should it be?'],
  ['change guests', 'Who is coming from outside the school?'],
  ['change', 'What would you like to change?'],
])('“%s” asks that question again', (said, replied) => {
  expect(gist(chatAfter([line, 'Attendance', 'Tom Birch', guests]).said(said))).toBe(replied);
});

test('a changed answer leads back to the review with everything else as it was', () => {
  const talk = chatAfter([line, 'Attendance', 'Tom Birch', guests, 'change purpose']);
  expect(gist(talk.said('Next steps'))).toBe('Please check before it is sent');
  expect(talk.memory).toMatchObject({
    ask: { purpose: 'Next steps', minutes: 45, guests: [{ name: 'Jo Brown' }, { name: 'Sam Dean' }] },
  });
});

test('a changed second adult or length is looked up in the calendars again', () => {
  const talk = chatAfter([line, 'Attendance', 'Tom Birch', guests]);
  talk.said('change second adult');
  talk.said('Ruth Adeyemi');
  talk.said('change length');
  talk.said('60');
  expect(talk.intents.filter((intent) => intent.do === 'find times')).toHaveLength(3);
});

test('a second first line does not replace the draft', () => {
  const talk = chatAfter([line]);
  expect(gist(talk.said('TAC for XY Y2 with dad'))).toContain('You are arranging this one already.');
  expect(talk.memory).toMatchObject({ draft: { initials: 'AB' } });
});

test('what it does not follow is answered with what it can do', () => {
  expect(gist(chat().said('what is for lunch'))).toBe(
    'I did not follow that. + I arrange meetings with people from outside the school',
  );
});

test.each(['start again', 'TAC'])('a whole line after “%s” is taken, because nothing has been said yet', (first) => {
  const talk = chatAfter([first]);
  expect(gist(talk.said(line))).toBe('What is the meeting for?');
});
