import { expect, test } from '@jest/globals';
import { openPolicy } from '../../bot/policy/open-policy.ts';
import type { Rule } from '../../bot/policy/pack.ts';
import { policyView } from '../../bot/views/policy.ts';
import { sets, wordingOf } from '../meetings/wording.ts';
import { fromDisk } from './packs.ts';
import { schoolText } from './policy-files.ts';

/** The school's policy as anybody of the school may read it. */

const today = '2026-11-22';
const viewOf = (packs: readonly string[]) => {
  const { policy, school } = wordingOf({ packs });
  return policyView(policy, school, today);
};
const clausesOf = ({ packs }: ReturnType<typeof viewOf>) => packs.flatMap(({ clauses }) => clauses);

test.each(sets.map((packs) => ({ packs })))('every clause of $packs says what it does here', ({ packs }) => {
  const without = clausesOf(viewOf(packs)).filter(({ deeds }) => deeds.length === 0);
  expect(without).toEqual([]);
});

test('no blank is left open in what a clause says', () => {
  const left = sets.flatMap((packs) =>
    clausesOf(viewOf(packs)).flatMap(({ deeds }) => deeds.filter(({ says }) => /[{}]/.test(says))),
  );
  expect(left).toEqual([]);
});

test('the school’s packs come in its own order, our own promises last', () => {
  const { packs } = viewOf(['trust-minimum', 'county-dpia']);
  expect(packs.map(({ id }) => id)).toEqual(['trust-minimum', 'county-dpia', 'chaperone']);
});

test('a rule says what it sets in words, and for which kinds of meeting', () => {
  const clause = clausesOf(viewOf(['trust-minimum'])).find(({ id }) => id === '003-27');
  expect(clause?.deeds[0]).toMatchObject({
    does: 'rule',
    how: 'sets',
    sets: expect.arrayContaining([
      { name: 'Lobby', says: 'Everyone but the host and second adult waits to be let in', stricterIn: null },
    ]),
  });
});

test('a line that another pack says for all of them names that pack', () => {
  const all = clausesOf(viewOf(['trust-minimum', 'county-teams-first', 'primary-live-sessions']));
  const named = new Set(all.flatMap(({ deeds }) => deeds.flatMap(({ saidBy }) => saidBy ?? [])));
  expect([...named].length).toBeGreaterThan(0);
  expect(
    clausesOf(viewOf(['trust-minimum'])).flatMap(({ deeds }) => deeds.flatMap(({ saidBy }) => saidBy ?? [])),
  ).toEqual([]);
});

/** The school with a waiver. */
function ownSchool(until: string) {
  const waiver = `waivers:
  - { rule: trust-minimum/practised, by: head, jobTitle: Headteacher, reason: All staff practised together., until: ${until} }`;
  const school = schoolText.replace('waivers: []', waiver).replace('ownPack: ours.yaml', 'ownPack: null');
  const wording = openPolicy('school.yaml', (path) => (path === 'school.yaml' ? school : fromDisk(path)));
  return policyView(wording.policy, wording.school, today);
}

test.each([
  ['2026-11-22', false],
  ['2026-11-21', true],
])('a waiver until %s names who gave it and why; over: %s', (until, isOver) => {
  const view = ownSchool(until);
  const waiver = { by: 'Headteacher, for the head', reason: 'All staff practised together.', until, isOver };
  const waived = clausesOf(view).flatMap(({ deeds }) => deeds.flatMap(({ waivers }) => waivers));
  expect(waived).toEqual(expect.arrayContaining([waiver]));
  expect(view.school.waivers).toMatchObject([waiver]);
});

test('a setting that another pack sets stricter for all the same meetings names that pack', () => {
  const { policy, school } = wordingOf({ packs: ['trust-minimum', 'parish-primary'] });
  const looser = policy.packs.map(({ pack, clauses }) => ({
    clauses,
    pack: pack.id === 'trust-minimum' ? { ...pack, rules: pack.rules.map(limitingChat) } : pack,
  }));
  const [first, ...others] = looser;
  if (first === undefined) throw new Error('there are no packs');
  const view = policyView({ ...policy, packs: [first, ...others] }, school, today);
  const stricter = clausesOf(view).flatMap(({ deeds }) =>
    deeds.flatMap(({ sets: all }) => all.filter(({ stricterIn }) => stricterIn)),
  );
  expect(stricter).not.toEqual([]);
  expect(new Set(stricter.map(({ name, says }) => `${name}: ${says}`))).toEqual(
    new Set(['Chat: During the meeting only']),
  );
});

const limitingChat = (rule: Rule): Rule =>
  rule.verdict === 'allow' && rule.sets.allowMeetingChat
    ? { ...rule, sets: { ...rule.sets, allowMeetingChat: 'limited' } }
    : rule;
