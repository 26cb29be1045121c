import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../bot/policy/decide.ts';
import { Decision, verdicts } from '../../bot/policy/decision.ts';
import { unknown } from '../../bot/policy/fact.ts';
import { kindsOf } from '../../bot/policy/pack.ts';
import { merge, policyOf } from '../../bot/policy/policy.ts';
import { type Facts, holds } from '../../bot/policy/predicates.ts';
import { isStricter, settings } from '../../bot/policy/strictest.ts';
import { aPack } from './a-pack.ts';
import { anySituation, packOf } from './arbitrary.ts';
import { only } from './packs.ts';
import { allBut, situation } from './situation.ts';

/** What every decision owes whoever asked, whatever the school's packs say. */

const rank = (decision: Decision) => verdicts.indexOf(decision.verdict);

test('adding a pack never loosens the verdict, an approver, a question or a setting', () => {
  fc.assert(
    fc.property(anySituation, packOf('aa'), packOf('bb'), (asked, one, other) => {
      const alone = decide(asked, policyOf([one]));
      const together = decide(asked, merge(policyOf([one]), policyOf([other])));
      expect(rank(together)).toBeGreaterThanOrEqual(rank(alone));
      for (const setting of settings) expect(isStricter(setting, alone.safeguards, together.safeguards)).toBe(false);
      expect(together.authorisedBy).toEqual(expect.arrayContaining(alone.authorisedBy));
      expect(together.questions.map(({ asks }) => asks)).toEqual(
        expect.arrayContaining(alone.questions.map(({ asks }) => asks)),
      );
    }),
    { numRuns: 500 },
  );
});

test('adding any of the packs that come with Chaperone never loosens another', () => {
  const ids = [
    'chaperone',
    'county-dpia',
    'county-teams-first',
    'parish-primary',
    'primary-live-sessions',
    'trust-minimum',
  ];
  const policies = ids.map((id) => only(id));
  const policy = fc.constantFrom(...policies);
  fc.assert(
    fc.property(anySituation, policy, policy, (asked, one, other) => {
      const [alone, together] = [decide(asked, one), decide(asked, merge(one, other))];
      expect(rank(together)).toBeGreaterThanOrEqual(rank(alone));
      for (const setting of settings) expect(isStricter(setting, alone.safeguards, together.safeguards)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('a fact nobody could check never yields a yes when a rule looks at it', () => {
  fc.assert(
    fc.property(anySituation, packOf('aa'), (asked, adopted) => {
      const decision = decide(asked, policyOf([adopted]));
      const aside = decision.setAside.map(({ rule }) => rule);
      const blind = adopted.pack.rules.filter(
        (rule) =>
          kindsOf(rule).includes(asked.ask.kind) && !holds(rule.when, asked).known && !aside.includes(`aa/${rule.id}`),
      );
      if (blind.length === 0) return;
      expect(decision.verdict).toBe('refuse');
      expect(decision.because.some(({ says }) => says.startsWith('I could not check'))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test.each<[keyof Facts, string]>([
  ['hostIsStaff', 'hostIsNotStaff'],
  ['hostMayOrganise', 'hostMayNotOrganise'],
  ['secondAdultIsStaff', 'secondAdultIsNotStaff'],
  ['secondAdultIsStaff', 'pupilIsAloneWithStaff'],
  ['colleaguesAreStaff', 'colleagueIsNotStaff'],
  ['guests', 'guestIsPupil'],
  ['guests', 'guestIsMember'],
  ['guests', 'guestIsStaff'],
  ['guestsMet', 'guestIsNew'],
])('when %s could not be looked up, a rule on %s refuses and says so', (fact, predicate) => {
  const policy = policyOf([aPack('aa', [{ verdict: 'allow', when: predicate }])]);
  const guests = [
    { name: 'Bo Lind', role: 'Music therapist', agency: 'Music for All', address: 'bo.lind@example.net' },
  ];
  const asked = situation('focus', { ask: { guests }, facts: { [fact]: unknown('what you asked') } });
  const decision = decide(asked, policy);
  expect(decision.verdict).toBe('refuse');
  expect(decision.because).toEqual([{ id: 'aa-02', says: 'I could not check what you asked.' }]);
  expect(decision.instead).toEqual(['The same meeting, once I can check that.']);
});

test('a decision is always one, with a clause for itself, each question and everything set aside', () => {
  fc.assert(
    fc.property(anySituation, packOf('aa'), packOf('bb'), (asked, one, other) => {
      const decision = decide(asked, policyOf([one, other]));
      expect(Decision.parse(decision)).toEqual(decision);
      expect(decision.questions.length > 0 || decision.verdict !== 'ask').toBe(true);
      expect(decision.authorisedBy.length > 0 || decision.verdict !== 'authorise').toBe(true);
      expect(decision.authorisedBecause.length > 0).toBe(decision.authorisedBy.length > 0);
      expect(decision.instead.length > 0 || decision.verdict !== 'refuse').toBe(true);
    }),
  );
});

test('what no rule speaks of is refused', () => {
  const { pack, clauses } = aPack('aa');
  const silent = { pack: { ...pack, rules: [] }, clauses };
  const decision = decide(situation('tac'), policyOf([silent]));
  expect(decision.verdict).toBe('refuse');
  expect(decision.because).toEqual([{ id: 'aa', says: 'The school’s policy does not speak of this meeting.' }]);
});

test('a question is put until it is answered, whatever made it worth asking', () => {
  const policy = policyOf([
    aPack('aa', [{ verdict: 'ask', asks: 'time agreed', when: { is: 'longerThan', minutes: 30 } }]),
  ]);
  const open = decide(situation('tac', { ask: { confirmed: allBut('time agreed') } }), policy);
  expect(open.verdict).toBe('ask');
  expect(open.questions).toEqual([
    { asks: 'time agreed', says: 'This says why.', because: [{ id: 'aa-02', says: 'There is a rule about it.' }] },
  ]);
  expect(decide(situation('tac'), policy).verdict).toBe('allow');
});

test('what two packs ask is asked once, with the clauses of both', () => {
  const asks = [{ verdict: 'ask', asks: 'time agreed' }];
  const policy = policyOf([aPack('aa', asks), aPack('bb', asks)]);
  const { questions } = decide(situation('tac', { ask: { confirmed: [] } }), policy);
  expect(questions.map(({ because }) => because.map(({ id }) => id))).toEqual([['aa-02', 'bb-02']]);
});

test('each group of approvers is asked once, the question comes before the yes, and the refusal before both', () => {
  const slt = { verdict: 'authorise', by: 'slt' };
  const head = { verdict: 'authorise', by: 'head' };
  const asks = { verdict: 'ask', asks: 'time agreed', when: { is: 'notConfirmed', confirmation: 'time agreed' } };
  const refuses = { verdict: 'refuse', when: 'heldElsewhere' };
  const policy = policyOf([aPack('aa', [slt, slt, asks]), aPack('bb', [head, refuses])]);
  const decided = (ask: object) => decide(situation('tac', { ask }), policy);
  expect(decided({})).toMatchObject({ verdict: 'authorise', authorisedBy: ['head', 'slt'] });
  expect(decided({ confirmed: [] })).toMatchObject({ verdict: 'ask', authorisedBy: ['head', 'slt'] });
  expect(decided({ confirmed: [], place: 'phone' })).toMatchObject({ verdict: 'refuse', instead: ['This would do.'] });
});
