import { expect, test } from '@jest/globals';
import { filesOf } from '../../bot/policy/library.ts';
import { clausesText, faultsOf, lineOf, open, packText, schoolText, spoilt, withRules } from './policy-files.ts';

/** Half a policy is worse than none: whatever is wrong with a pack stops the process, with the file, the line and a sentence. */

test('a policy without a fault opens, with the baseline, what it names and the school’s own', () => {
  const { school, policy } = open({});
  expect(policy.packs.map(({ pack }) => pack.id)).toEqual(['chaperone', 'ours', 'trust-minimum']);
  expect(school.name).toBe('Quillfeather Primary School');
});

type Spoiling = readonly [what: string, from: string, to: string, at: string, says: string];
const first = '[our-01]\n    kinds: [class]';
const tooLong = '{ is: longerThan, minutes: 90 }';
const cameraOff = 'allowAttendeeToEnableCamera: false';

test.each<Spoiling>([
  ['a quotation never ends', 'prompts: []', 'prompts: "', '', 'I cannot read this as YAML: Missing closing "quote.'],
  [
    'the same word stands there twice',
    'prompts: []',
    'prompts: []\nprompts: []',
    'prompts',
    'I cannot read this as YAML: Map keys must be unique.',
  ],
  ['it points elsewhere', 'kinds: [class]', 'kinds: *class', '*class', 'Write this out: anchors are not read here.'],
  ['it has no title', 'title: Our own pack\n', '', 'id: ours', 'In title: it is missing.'],
  [
    'it holds an unknown word',
    'title: Our own pack',
    'title: Our own pack\ncolour: blue',
    'colour',
    'I do not know the word “colour”.',
  ],
  [
    'a rule names an unknown predicate',
    tooLong,
    'tooLong',
    'tooLong',
    'In rules, not-too-long, when: there is no predicate called “tooLong”.',
  ],
  [
    'a predicate lacks its argument',
    tooLong,
    '{ is: longerThan }',
    'longerThan',
    'In rules, not-too-long, when, minutes: it is missing.',
  ],
  [
    'a predicate takes no argument',
    'when: always',
    'when: { is: always, minutes: 3 }',
    'is: always',
    'In rules, camera-off, when: I do not know the word “minutes”.',
  ],
  [
    'a rule names an unknown kind',
    '[tac, class]',
    '[tac, lesson]',
    'lesson',
    'In rules, not-too-long, kinds, number 2: “lesson” is none of staff, governors, tac, annual-review, parent, professional, focus, class.',
  ],
  [
    'a verdict is none',
    'verdict: ask',
    'verdict: perhaps',
    'perhaps',
    'In rules, agreed, verdict: “perhaps” is none of allow, authorise, ask, refuse.',
  ],
  [
    'a setting has no such value',
    cameraOff,
    'allowAttendeeToEnableCamera: off',
    ': off',
    'In rules, camera-off, sets, allowAttendeeToEnableCamera: it should be true or false.',
  ],
  [
    'a refusal does not say what would be allowed',
    '    instead: A shorter meeting.\n',
    '',
    'id: not-too-long',
    'In rules, not-too-long, instead: it is missing.',
  ],
  [
    'a sentence has a blank nobody fills',
    '{time}',
    '{theTime}',
    'theTime',
    'In joining, welcome, says: only these may stand in braces: school, host, secondAdult, day, time, lockTime, minutes, reference, tool.',
  ],
  [
    'a clause number is none',
    first,
    '[one]\n    kinds: [class]',
    '[one]',
    'In rules, camera-off, clauses, number 1: “one” is not a clause number such as 000-25.',
  ],
  [
    'there is no such clause',
    first,
    '[our-09]\n    kinds: [class]',
    'our-09',
    'There is no clause our-09 in /quillfeather/ours.clauses.yaml.',
  ],
  [
    'the clause is of another source',
    first,
    '[003-01]\n    kinds: [class]',
    '003-01',
    'The clause 003-01 is of another source than this pack’s, our.',
  ],
  [
    'a clause is used and said not to apply',
    '[our-03]',
    '[our-02]',
    'notHere',
    'The clause our-02 is used, and said not to apply here.',
  ],
  [
    'two rules have the same id',
    'id: agreed',
    'id: camera-off',
    'id: camera-off',
    'There is more than one “camera-off” among the rules.',
  ],
  [
    'its id is not its file’s name',
    'id: ours',
    'id: theirs',
    'id: theirs',
    'The pack “theirs” has to stand in theirs.yaml.',
  ],
  [
    'it closes the door later than the pack it adds to',
    'lockAfterMinutes: 5',
    'lockAfterMinutes: 6',
    'lockAfter',
    'The door closes later than in a pack this one adds to: a pack may only tighten it.',
  ],
  [
    'it is based on nothing there is',
    'basedOn: trust-minimum',
    'basedOn: trust',
    'basedOn',
    'There is no pack “trust”.',
  ],
])('the pack is at fault when %s', (_, from, to, at, says) => {
  const pack = spoilt(packText, from, to);
  const line = lineOf(pack, at) + (at === 'notHere' && to.includes('our-02') ? 1 : 0);
  expect(faultsOf({ pack })).toEqual([{ file: 'ours.yaml', line, says }]);
});

test.each<[what: string, rules: Record<string, string>, says: string]>([
  [
    'it refuses what another allows',
    {
      added: 'kinds: [class, tac], when: pupilAttends, verdict: allow',
      wrong: 'kinds: [tac], when: pupilAttends, verdict: refuse, instead: A talk.',
    },
    'refuses what the rule “added” allows on the same condition',
  ],
  [
    'others always refuse its kinds',
    {
      added: 'kinds: [professional], when: always, verdict: refuse, instead: A talk.',
      wrong: 'kinds: [professional], when: heldElsewhere, verdict: authorise, by: slt',
    },
    'can never matter: its kinds of meeting are always refused',
  ],
  [
    'it sets more loosely what always holds',
    { wrong: 'kinds: [class], when: pupilAttends, verdict: allow, sets: { allowAttendeeToEnableCamera: true }' },
    'sets allowAttendeeToEnableCamera more loosely than the rule “camera-off” always does',
  ],
  [
    'it sets more loosely what the pack it adds to always sets',
    { wrong: 'kinds: [tac], when: always, verdict: allow, sets: { allowMeetingChat: limited }' },
    'sets allowMeetingChat more loosely than the rule “one-room” always does; a pack may only tighten what it adds to',
  ],
  [
    'it asks something else than it looks at',
    { wrong: 'kinds: [tac], when: { is: notConfirmed, confirmation: rehearsed }, verdict: ask, asks: time agreed' },
    'looks at “rehearsed” and asks for “time agreed”',
  ],
  [
    'no meeting is ever that long',
    { wrong: 'kinds: [tac], when: { is: longerThan, minutes: 180 }, verdict: authorise, by: slt' },
    'has a condition that decides nothing: no meeting is longer than 180 minutes',
  ],
  [
    'no pupil ever takes part in its kinds',
    { wrong: 'kinds: [staff], when: pupilAttends, verdict: authorise, by: slt' },
    'has a condition that decides nothing: no pupil takes part in these kinds of meeting',
  ],
  [
    'nobody from outside ever comes to its kinds',
    { wrong: 'kinds: [staff], when: guestIsNew, verdict: ask, asks: addresses checked' },
    'has a condition that decides nothing: a staff meeting has no second adult and nobody from outside',
  ],
  [
    'its hours end before they begin',
    { wrong: 'kinds: [tac], when: { is: outsideHours, from: 16:00, to: 09:00 }, verdict: authorise, by: slt' },
    'has a condition that decides nothing: its hours end before they begin',
  ],
  [
    'it names every place',
    {
      wrong: 'kinds: [tac], when: { is: heldOn, places: [zoom, teams, phone, in person] }, verdict: authorise, by: slt',
    },
    'has a condition that decides nothing: every meeting is held in one of these places',
  ],
])('a rule is at fault when %s', (_, rules, says) => {
  const pack = withRules(rules);
  const line = lineOf(pack, 'id: wrong');
  expect(faultsOf({ pack })).toEqual([{ file: 'ours.yaml', line, says: `The rule “wrong” ${says}.` }]);
});

test('a rule that always holds contradicts one that always refuses', () => {
  const pack = withRules({ wrong: 'kinds: [class], when: always, verdict: refuse, instead: A talk.' });
  const says = 'The rule “wrong” refuses what the rule “camera-off” allows on the same condition.';
  expect(faultsOf({ pack })).toContainEqual({ file: 'ours.yaml', line: lineOf(pack, 'id: wrong'), says });
});

test.each<[what: string, from: string, to: string, at: string, says: string]>([
  [
    'a clause has no class',
    'is: advice',
    'is: rubbish',
    'rubbish',
    'In our-03, is: “rubbish” is none of setting, setting in part, tenant check, rule, record, advice.',
  ],
  [
    'a clause is missing',
    'our-02: { is: rule, says: No meeting is too long. }\n',
    '',
    'our-03',
    'The clause our-03 is out of turn: one source, numbered in order from 01.',
  ],
  [
    'two sources are mixed',
    'our-02:',
    '003-02:',
    '003-02',
    'The clause 003-02 is out of turn: one source, numbered in order from 01.',
  ],
])('the list of clauses is at fault when %s', (_, from, to, at, says) => {
  const clauses = spoilt(clausesText, from, to);
  const line = lineOf(clauses, at);
  expect(faultsOf({ clauses })).toContainEqual({ file: 'ours.clauses.yaml', line, says });
});

test('a pack whose file is there and whose clauses are not is at fault', () => {
  const school = spoilt(schoolText, 'ours.yaml', 'theirs.yaml');
  const others = { '/quillfeather/theirs.yaml': packText };
  expect(faultsOf({ school, others })).toEqual([
    { file: 'theirs.clauses.yaml', line: 1, says: 'This file cannot be read.' },
  ]);
});

test('a pack that says nothing of a kind, alone or with what it adds to, is at fault', () => {
  const pack = packText.replace('id: ours', 'id: silent').replace('basedOn: trust-minimum\n', '');
  const { pack: file, clauses } = filesOf('silent');
  const school = schoolText.replace('- trust-minimum', '- silent').replace('ours.yaml', 'null');
  const says =
    'No rule always allows or always refuses: staff, governors, tac, annual-review, parent, professional, focus.';
  expect(faultsOf({ school, others: { [file]: pack, [clauses]: clausesText } })).toEqual([
    { file: 'silent.yaml', line: lineOf(pack, 'rules:'), says },
  ]);
});

test('packs that are based on one another are at fault, each in its line', () => {
  const others = Object.fromEntries(
    [
      ['one', 'two'],
      ['two', 'one'],
    ].flatMap(([id = '', base = '']) => {
      const { pack, clauses } = filesOf(id);
      const text = packText.replace('id: ours', `id: ${id}`).replace('basedOn: trust-minimum', `basedOn: ${base}`);
      return [
        [pack, text.replace('kinds: [class]', 'kinds: every kind')],
        [clauses, clausesText],
      ];
    }),
  );
  const school = schoolText.replace('- trust-minimum', '- one').replace('ours.yaml', 'null');
  expect(faultsOf({ school, others })).toEqual([
    { file: 'one.yaml', line: 5, says: 'The pack “one” is in the end based on itself.' },
    { file: 'two.yaml', line: 5, says: 'The pack “two” is in the end based on itself.' },
  ]);
});

test('a school’s own pack may not take the name of another', () => {
  const school = spoilt(schoolText, 'ours.yaml', 'trust-minimum.yaml');
  const others = {
    '/quillfeather/trust-minimum.yaml': spoilt(packText, 'id: ours', 'id: trust-minimum'),
    '/quillfeather/trust-minimum.clauses.yaml': clausesText,
  };
  expect(faultsOf({ school, others })).toEqual([
    { file: 'trust-minimum.yaml', line: 1, says: 'There is another pack called “trust-minimum”.' },
  ]);
});

test('a school’s own pack may not allow what a pack it adds to always refuses', () => {
  const { pack: file, clauses } = filesOf('closed');
  const refusing = spoilt(spoilt(packText, 'id: ours', 'id: closed'), `sets: { ${cameraOff} }`, 'instead: Come in.');
  const school = spoilt(schoolText, '- trust-minimum', '- closed');
  const closed = spoilt(refusing, 'verdict: allow', 'verdict: refuse');
  expect(faultsOf({ school, others: { [file]: closed, [clauses]: clausesText } })).toEqual([
    {
      file: 'ours.yaml',
      line: lineOf(packText, 'camera-off'),
      says: 'The rule “camera-off” can never matter: its kinds of meeting are always refused; a pack may only tighten what it adds to.',
    },
  ]);
});

test('every fault of every file is told at once, in the order of files and lines', () => {
  const pack = spoilt(spoilt(packText, 'verdict: ask', 'verdict: perhaps'), 'title: Our own pack\n', '');
  const clauses = spoilt(clausesText, 'is: advice', 'is: rubbish');
  const school = spoilt(schoolText, 'trust-minimum', 'trust');
  expect(faultsOf({ school, pack, clauses }).map(({ file, line }) => [file, line])).toEqual([
    ['ours.clauses.yaml', 3],
    ['ours.yaml', 1],
    ['ours.yaml', lineOf(pack, 'perhaps')],
    ['school.yaml', 6],
  ]);
});

test('the error reads as a list', () => {
  expect(() => open({ school: spoilt(schoolText, 'trust-minimum', 'trust') })).toThrow(
    'The school’s policy cannot be used:\n  /quillfeather/school.yaml, line 6: There is no pack “trust”.',
  );
});
