import type { ClauseList } from '../../bot/policy/clause-list.ts';
import { kinds } from '../../bot/policy/kind.ts';
import { Pack } from '../../bot/policy/pack.ts';
import type { Adopted } from '../../bot/policy/policy.ts';

/** A small pack that allows every kind, and then whatever a test gives it. */

/** @param rules as a pack file would have them; what is left out is filled in */
export function aPack(id: string, rules: readonly object[] = [], rest: object = {}): Adopted {
  const written = rules.map((rule, index) => ({
    id: `rule-${index}`,
    clauses: [`${id}-02`],
    kinds: 'every kind',
    force: 'must',
    when: 'always',
    says: 'This says why.',
    ...('verdict' in rule && rule.verdict === 'refuse' && { instead: 'This would do.' }),
    ...rule,
  }));
  const allows = { ...blank(id), kinds: [...kinds], verdict: 'allow' };
  const pack = Pack.parse({
    id,
    title: 'A pack',
    version: '2026-11',
    reviewDue: '2027-11-30',
    lockAfterMinutes: null,
    rules: [allows, ...written],
    prompts: [],
    joining: [],
    checklist: [],
    advice: [],
    tenant: [],
    notHere: [],
    ...rest,
  });
  return { pack, clauses: clausesOf(id) };
}

const blank = (id: string) => ({
  id: 'allows',
  clauses: [`${id}-01`],
  force: 'must',
  when: 'always',
  says: 'This is allowed.',
});

const clausesOf = (id: string): ClauseList => ({
  [`${id}-01`]: { is: 'rule', says: 'Meetings are possible.' },
  [`${id}-02`]: { is: 'rule', says: 'There is a rule about it.' },
});
