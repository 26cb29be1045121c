import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chat, chatAfter, gist, readable } from './chat.ts';

test.each([
  ['AB Y4', 'AB', '4'],
  ['ab year 4', 'AB', '4'],
  ['A.B., Year 10', 'AB', '10'],
  ['a b in reception', 'AB', 'R'],
  ['ABC yr r', 'ABC', 'R'],
  ['AB nursery', 'AB', 'N'],
  ['Y13 XY', 'XY', '13'],
  ['AB 4', 'AB', '4'],
  ['AB, year four', 'AB', '4'],
])('“%s” is a child', (said, initials, year) => {
  expect(chatAfter(['tac', said]).memory).toMatchObject({ draft: { initials, year } });
});

test.each(['Alfie Brown Y4', 'alfie brown, year 4', 'Jo Y4', 'Abi, Y4', 'zoe y4', 'Alfie B Y4'])(
  '“%s” is a name and refused',
  (said) => {
    const talk = chatAfter(['tac']);
    const reply = talk.said(said);
    expect(gist(reply)).toContain('Please give the child’s initials, not their name');
    expect(talk.memory).toMatchObject({ draft: { initials: null } });
  },
);

test.each([
  ['AB', 'Please give the school year too'],
  ['Y4', 'Please give the child’s initials: two or three capital letters'],
  ['AB Y14', 'I know years from Nursery and Reception to Year 13.'],
  ['???', 'Please give the child’s initials: two or three capital letters'],
])('“%s” is asked for what is missing', (said, note) => {
  expect(gist(chatAfter(['tac']).said(said))).toContain(note);
});

test('initials and year may come one after the other', () => {
  const talk = chatAfter(['tac', 'AB']);
  expect(gist(talk.said('Year 4'))).toBe('What is the meeting for?');
});

test('a name between other words is explained, and the rest of the line is read', () => {
  const talk = chat();
  expect(gist(talk.said('TAC for Alfie Brown Tuesday week 3.15pm with mum'))).toContain(
    'Please give the child’s initials, not their name',
  );
  expect(talk.memory).toMatchObject({
    draft: { initials: null, when: { start: '2026-12-01T15:15:00Z' }, mentioned: [{ role: 'Mum' }] },
  });
});

const name = fc
  .tuple(
    fc.constantFrom('Alfie', 'Zoë', 'Mohammed', 'Jean-Luc', 'Siân'),
    fc.constantFrom('Brownlow', 'O’Neill', 'Quillfeather', 'Featherstone'),
  )
  .map(([first, last]) => `${first} ${last}`);
const ways = fc.constantFrom(
  (child: string) => `TAC for ${child} Y4 with mum, Tuesday week 3.15pm`,
  (child: string) => `TAC with mum for ${child} in Year 4`,
  (child: string) => `tac ${child} tomorrow at 2`,
  (child: string) => `Please arrange a TAC about ${child} with Tom Birch`,
  (child: string) => `TAC for AB Y4 with ${child}, mum and dad, Tuesday week 3.15pm`,
  (child: string) => `TAC for AB Y4 to discuss ${child}, Monday week at 10`,
  (child: string) => `Annual review for ${child} Y4 with mum and the LA`,
  (child: string) => `Parent meeting with ${child}, tomorrow at 2`,
  (child: string) => `music therapy for ${child}, Tuesday week 10am`,
  (child: string) => `Class session Y4 with ${child}, Tuesday week 10am`,
  (child: string) => `Staff meeting tomorrow 3.30pm about ${child} with Tom and ${child}`,
  (child: string) => `Governors tomorrow 6pm to discuss ${child}`,
  (child: string) => `register a phone call with ${child} on Zoom`,
  (child: string) => `Urgent meeting about ${child}`,
);
const afterwards = fc.subarray([
  'help',
  'AB Y4',
  'TAC',
  'Attendance',
  'Tom Birch',
  '45',
  'Tuesday week 3pm',
  'change',
  'my meetings',
]);

test('a full name is neither kept nor repeated, wherever in the line it stands', () => {
  fc.assert(
    fc.property(name, ways, afterwards, (child, way, lines) => {
      const talk = chat();
      const heard = [way(child), ...lines].map((said) => readable(talk.said(said))).join('\n');
      const surname = child.split(' ')[1] ?? child;
      expect(heard).not.toContain(surname);
      expect(JSON.stringify(talk.memory)).not.toContain(surname);
    }),
  );
});

test('a full name as the answer to any question about the child or the purpose is not kept', () => {
  fc.assert(
    fc.property(name, (child) => {
      const talk = chatAfter(['tac']);
      const replies = [talk.said(child), talk.tapped('answer', { initials: child, year: '4' })];
      talk.said('AB Y4');
      replies.push(talk.said(`Discuss ${child}`), talk.said(`${child}’s attendance`));
      const kept = replies.map(readable).join('\n') + JSON.stringify(talk.memory);
      expect(kept).not.toContain(child);
      expect(talk.memory).toMatchObject({ question: { about: 'purpose' } });
    }),
  );
});

test.each(['Early Help and attendance', 'Annual Review', 'Speech and Language support', 'Pupil Premium'])(
  '“%s” is a purpose and no name',
  (said) => {
    expect(chatAfter(['tac', 'AB Y4', said]).memory).toMatchObject({ draft: { purpose: said } });
  },
);
