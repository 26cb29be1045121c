import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bookId, checkedId, tickId, verbs } from '../../bot/cards/view.ts';
import { commandIn } from '../../bot/conversation/commands.ts';
import { Memory, nothingYet } from '../../bot/conversation/conversation.ts';
import { confirmations } from '../../bot/meetings/ask.ts';
import { known } from '../../bot/policy/fact.ts';
import { type Kind, kinds } from '../../bot/policy/kind.ts';
import {
  allowed,
  asks,
  authorises,
  chat,
  chatAfter,
  gist,
  guests,
  line,
  met,
  nobodyKnown,
  readable,
  reference,
  refused,
  ruth,
  type School,
  tom,
  unreadable,
} from './chat.ts';

/** A first line of each kind that leaves only the people to be asked for. */
const lines: Readonly<Record<Kind, string>> = {
  staff: 'Staff meeting tomorrow 3.30pm, 30 mins',
  governors: 'Governors, second adult Tom Birch, Tuesday week 6pm',
  tac: 'TAC for AB Y4 about attendance with Tom Birch, Tuesday week 3.15pm, 45 mins',
  'annual-review': 'Annual review for AB Y4 with Tom Birch, 10/2 2pm, 60 mins',
  parent: 'Parent meeting for AB Y4 about reading with Tom Birch, Tuesday week 3.15pm, 30 mins',
  professional: 'Professionals’ meeting for AB Y4 about attendance with Tom Birch, Tuesday week 3.15pm, 45 mins',
  focus: 'Music therapy for AB Y4 with Tom Birch, Tuesday week 10am',
  class: 'Class session Y3 with Tom Birch, Tuesday week 10am',
};
const nurse = 'Sam Dean, school nurse, Community Health, sam.dean@health.example.net';
/** All that is said of a meeting of that kind, up to its review. */
const upToReview = (kind: Kind): string[] => [lines[kind], kind === 'staff' ? 'Tom Birch' : nurse, 'no'];

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
    'arrange a meeting',
    'everyone',
    'no',
    'Y3',
    'change kind',
    'change colleagues',
    'register a phone call with mum for AB Y4',
    'urgent TAC for AB Y4 with mum',
    'urgent parent meeting at 4pm because of a worry',
    'urgent class session',
    'It cannot wait',
    'Jo Brown, mum, jo.brown@example.com',
    ...Object.values(lines),
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
  'kind',
  'reason',
  'people',
  'everyone',
  'attends',
  ...confirmations.map(tickId),
  checkedId,
  bookId,
);
const value = fc.oneof(
  fc.constantFrom<unknown>('true', 'yes', 'no', true, tom.id, `${tom.id},${ruth.id}`, ...kinds),
  fc.anything(),
);
const junk = fc.oneof(fc.anything(), fc.dictionary(field, fc.oneof(text, value)));
const input = fc.oneof(
  { weight: 4, arbitrary: text.map((said) => ({ kind: 'said' as const, text: said })) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.oneof(fc.constantFrom(...verbs), fc.string()), junk)
      .map(([verb, data]) => ({ kind: 'press' as const, verb, data })),
  },
  {
    weight: 1,
    arbitrary: fc.subarray([...confirmations]).map((ticked) => ({
      kind: 'press' as const,
      verb: 'send',
      data: Object.fromEntries(ticked.map((one) => [tickId(one), 'true'])),
    })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.string(), junk).map(([verb, data]) => ({ kind: 'tapped' as const, verb, data })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { kind: 'times' as const, busy: unreadable },
      { kind: 'decided' as const, decision: allowed, newAddresses: [] },
      { kind: 'book' as const, people: unreadable },
      { kind: 'opened' as const, reference, how: 'arranging' as const },
      { kind: 'opened' as const, reference, how: 'waiting' as const, approvers: ['Ruth Adeyemi'] },
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
  decision: fc.constantFrom<School['decision']>(allowed, refused, authorises, asks),
  opened: fc.constantFrom<School['opened']>(
    { how: 'arranging' },
    { how: 'written down' },
    { how: 'waiting', approvers: ['Ruth Adeyemi'] },
  ),
  colleagues: fc.constantFrom(chat().colleagues, nobodyKnown),
  book: fc.constantFrom<School['book']>(known([]), known(met), unreadable),
});

test('every input in every state has an answer, and memory stays what its schema says', () => {
  fc.assert(
    fc.property(school, fc.array(input, { maxLength: 12 }), (around, inputs) => {
      const talk = chat(around);
      for (const one of inputs) {
        if (one.kind === 'press') talk.tapped(one.verb, fields(one.data));
        else readable(talk.turn(one));
        expect(Memory.parse(JSON.parse(JSON.stringify(talk.memory)))).toEqual(talk.memory);
      }
    }),
    { numRuns: 400 },
  );
});

test.each(kinds)('a meeting of the kind %s comes to its review, and from there to the register once', (kind) => {
  const talk = chatAfter(upToReview(kind));
  expect(talk.memory).toMatchObject({ state: 'reviewing', ask: { kind } });
  talk.said('send');
  talk.said('send');
  expect(talk.intents.filter((intent) => intent.do === 'schedule')).toMatchObject([{ ask: { kind } }]);
});

test('whatever is said and pressed, what goes to the register is what the last review showed, with every tick it asked for', () => {
  fc.assert(
    fc.property(school, fc.constantFrom(...kinds), fc.array(input, { maxLength: 8 }), (around, kind, inputs) => {
      const talk = chatAfter(upToReview(kind), around);
      for (const one of [...inputs, { kind: 'said' as const, text: 'send' }]) {
        const { memory: before } = talk;
        const earlier = talk.intents.length;
        if (one.kind === 'press') talk.tapped(one.verb, fields(one.data));
        else talk.turn(one);
        const sent = talk.intents.slice(earlier).flatMap((intent) => (intent.do === 'schedule' ? [intent.ask] : []));
        if (sent.length === 0) continue;
        if (before.state !== 'reviewing') throw new Error('something was sent that nobody had reviewed');
        const confirmed = before.decision.questions.map(({ asks }) => asks);
        expect(before.decision.verdict).not.toBe('refuse');
        expect(sent).toEqual([{ ...before.ask, confirmed: expect.arrayContaining(confirmed) }]);
      }
    }),
    { numRuns: 400 },
  );
});

const fields = (data: unknown): Record<string, unknown> =>
  data !== null && typeof data === 'object' ? { ...data } : {};

test('only the person’s own word drops a draft', () => {
  const places = [
    [line],
    [line, 'Attendance'],
    [line, 'Attendance', 'Tom Birch'],
    [line, 'Attendance', 'Tom Birch', guests],
    ['form'],
    ['arrange a meeting'],
    ...kinds.flatMap((kind) => [1, 2, 3].map((said) => upToReview(kind).slice(0, said))),
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
    fc.property(fc.constantFrom(...verbs.slice(4)), fc.constantFrom(...kinds), junk, (verb, kind, data) => {
      const talk = chatAfter(upToReview(kind));
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
