import { allInWords, forAnyMeeting } from '../checklist/in-words.ts';
import type { Approver, Clause } from '../policy/decision.ts';
import type { Pack } from '../policy/pack.ts';
import type { Adopted, Policy } from '../policy/policy.ts';
import type { School } from '../policy/school.ts';
import type { Setting } from '../policy/strictest.ts';

/** Which clauses of the school's packs depend on a thing. Pure. */

export type TenantCheck = Pack['tenant'][number]['check'];

/** The clauses behind every rule that sets any of these. */
export const clausesSetting = (policy: Policy, ...settings: readonly Setting[]): readonly Clause[] =>
  clauses(policy, ({ rules }) =>
    rules.filter((rule) => rule.verdict === 'allow' && settings.some((setting) => rule.sets[setting] !== undefined)),
  );

/** The clauses behind every rule that asks for the yes of this group. */
export const clausesAuthorisedBy = (policy: Policy, group: Approver): readonly Clause[] =>
  clauses(policy, ({ rules }) => rules.filter((rule) => rule.verdict === 'authorise' && rule.by === group));

/** What the school's packs ask of its tenant, in their words. */
export const askedOfTenant = (policy: Policy, school: School) =>
  allInWords(
    policy.packs.flatMap((adopted) =>
      adopted.pack.tenant.map(({ id, check, says, clauses: ids }) => ({
        id: `${adopted.pack.id}/${id}`,
        check,
        says,
        clauses: named(adopted, ids),
      })),
    ),
    forAnyMeeting(school),
  );

const named = ({ clauses: list }: Adopted, ids: readonly string[]): readonly Clause[] =>
  ids.map((id) => ({ id, says: list[id]?.says ?? '' }));

function clauses(policy: Policy, those: (pack: Pack) => readonly { clauses: readonly string[] }[]): readonly Clause[] {
  const found = policy.packs.flatMap((adopted) =>
    named(
      adopted,
      those(adopted.pack).flatMap((one) => one.clauses),
    ),
  );
  return [...new Map(found.map((clause) => [clause.id, clause])).values()];
}
