import type { Ask } from '../meetings/ask.ts';
import type { Clause, Decision } from './decision.ts';
import type { Pack } from './pack.ts';
import { type Facts, predicates } from './rules.ts';

/**
 * Decides on a request. Pure and total: the strictest verdict wins, every clause that fired is kept,
 * and a rule whose fact is unknown refuses, naming what could not be checked.
 * @param now the moment of deciding; a request is decided again right before the invitations
 */
export function decide(ask: Ask, facts: Facts, pack: Pack, now: Date): Decision {
  const fired = pack.rules.flatMap((rule) => {
    const fact = predicates[rule.when](ask, facts, now);
    if (!fact.known)
      return [{ verdict: 'refuse' as const, because: rule.clauses.map((id) => unchecked(id, fact.why)) }];
    return fact.value ? [{ verdict: rule.verdict, because: rule.clauses.map((id) => clauseOf(pack, id)) }] : [];
  });
  const refusals = fired.filter((one) => one.verdict === 'refuse');
  const decisive = refusals.length > 0 ? refusals : fired;
  const because = decisive.flatMap((one) => one.because);
  return {
    // Nothing fired is no permission.
    verdict: refusals.length > 0 || fired.length === 0 ? 'refuse' : 'allow',
    because:
      because.length > 0 ? because : [{ id: pack.id, says: 'The school’s policy does not speak of this meeting.' }],
    safeguards: pack.safeguards,
    pack: { id: pack.id, version: pack.version },
    decidedAt: now.toISOString(),
  };
}

const clauseOf = (pack: Pack, id: string): Clause => ({ id, says: pack.clauses[id] ?? '' });

const unchecked = (id: string, why: string): Clause => ({ id, says: `I could not check ${why}.` });
