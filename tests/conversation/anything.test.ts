import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verbs } from '../../bot/cards/view.ts';
import { commandIn } from '../../bot/conversation/commands.ts';
import { Memory, nothingYet } from '../../bot/conversation/conversation.ts';
import { known } from '../../bot/policy/fact.ts';
import {
  allowed,
  chat,
  chatAfter,
  gist,
  guests,
  line,
  nobodyKnown,
  readable,
  reference,
  refused,
  tom,
  unreadable,
} from './chat.ts';

const text = fc.oneof(
  fc.constantFrom(
    line,
    guests,
    'Attendance',
    'Tom Birch',
    '45',
    'AB Y4',
    'Tuesday week 3.15pm',
    'keep',
    'yes',
    'send',
    'change',
    'change when',
    'help',
    'form',
    'my meetings',
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .constantFrom(
      'A',
      '\u202e',
      '\r\nBcc: x',
      '<b>',
      '**',
      '\u0024{x}',
      '{{DATE(2026-01-01T00:00:00Z)}}',
      ';,@',
      '👩‍👧',
    )
    .map((piece) => piece.repeat(1250)),
);
const field = fc.constantFrom(
  'initials',
  'year',
  'purpose',
  'person',
  'minutes',
  'date',
  'time',
  'start',
  'topic',
  'name1',
  'role1',
  'address1',
  'revision',
);
const junk = fc.oneof(fc.anything(), fc.dictionary(field, fc.oneof(text, fc.anything())));
const input = fc.oneof(
  { weight: 4, arbitrary: text.map((said) => ({ kind: 'said' as const, text: said })) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.oneof(fc.constantFrom(...verbs), fc.string()), junk)
      .map(([verb, data]) => ({ kind: 'press' as const, verb, data })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.string(), junk).map(([verb, data]) => ({ kind: 'tapped' as const, verb, data })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { kind: 'times' as const, busy: unreadable },
      { kind: 'decided' as const, decision: allowed },
      { kind: 'opened' as const, reference },
      { kind: 'not opened' as const, failure: 'register unavailable' as const },
      { kind: 'mine' as const, meetings: unreadable },
    ),
  },
);
const school = fc.record({
  busy: fc.constantFrom(
    known([]),
    unreadable,
    known([{ person: tom.id, from: '2026-11-01T00:00:00Z', to: '2027-11-01T00:00:00Z' }]),
  ),
  decision: fc.constantFrom(allowed, refused),
  colleagues: fc.constantFrom(chat().colleagues, nobodyKnown),
});

test('every input in every state has an answer, and memory stays what its schema says', () => {
  fc.assert(
    fc.property(school, fc.array(input, { maxLength: 12 }), (around, inputs) => {
      const talk = chat(around);
      for (const one of inputs) {
        if (one.kind === 'press')
          talk.tapped(one.verb, one.data !== null && typeof one.data === 'object' ? { ...one.data } : {});
        else readable(talk.turn(one));
        expect(Memory.parse(JSON.parse(JSON.stringify(talk.memory)))).toEqual(talk.memory);
      }
    }),
    { numRuns: 400 },
  );
});

test('only the person’s own word drops a draft', () => {
  const places = [
    [line],
    [line, 'Attendance'],
    [line, 'Attendance', 'Tom Birch'],
    [line, 'Attendance', 'Tom Birch', guests],
    ['form'],
  ];
  const dropping = new Set(['cancel', 'start again', 'send']);
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.array(text, { maxLength: 6 }), (lines, said) => {
      const talk = chatAfter(lines);
      const draft = talk.memory.state === 'idle' ? null : talk.memory.draft.id;
      for (const one of said) if (!dropping.has(commandIn(one) ?? '')) talk.said(one);
      expect(talk.memory).toMatchObject({ draft: { id: draft } });
    }),
  );
});

test('no tap of any card that is not the current one changes anything', () => {
  fc.assert(
    fc.property(fc.constantFrom(...verbs.slice(4)), junk, (verb, data) => {
      const talk = chatAfter([line, 'Attendance', 'Tom Birch', guests]);
      const before = talk.memory;
      talk.turn({ kind: 'tapped', verb, data });
      expect(talk.memory).toEqual(before);
    }),
  );
});

test.each([
  ['line breaks', 'AB\r\nBcc: everybody@example.com', 'one line of plain text'],
  ['bidi overrides', 'Attendance \u202e and \u202c support', 'one line of plain text'],
  ['ten thousand characters', 'x'.repeat(10_000), 'too long for me to read in one go'],
  ['a little too long', 'x'.repeat(300), '200 characters at most'],
])('a purpose with %s gets a clear sentence and is not kept', (_, said, sentence) => {
  const talk = chatAfter([line]);
  expect(gist(talk.said(said))).toContain(sentence);
  expect(talk.memory).toMatchObject({ draft: { purpose: null } });
});

test('ten thousand characters at once are declined when nothing is under way', () => {
  const talk = chat();
  expect(gist(talk.said(`TAC ${'x'.repeat(10_000)}`))).toContain('too long for me to read in one go');
  expect(talk.memory).toEqual(nothingYet);
});
