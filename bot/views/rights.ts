import type { Caller, Role } from '../identity/caller.ts';
import { secondAdultOf } from '../meetings/ask.ts';
import { approvers } from '../policy/decision.ts';
import type { Line } from '../register/line.ts';

/** Who may open what in the tab. Pure. Everything else about rights is decided here or, for one record, beside its view. */

/** Whether the reader can do a thing; when not, why not, in words to show beside it. */
export type Ability = { readonly may: true } | { readonly may: false; readonly why: string };

/** The pages of the tab, in the order they stand in its menu. */
export const pages = [
  'today',
  'register',
  'authorise',
  'insights',
  'policy',
  'data protection',
  'installation',
] as const;
export type Page = (typeof pages)[number];

/** In what capacity somebody reads a record; whoever has none does not learn that the record exists. */
export type Reader = 'host' | 'second adult' | 'slt' | 'safeguarding lead' | 'approver';

/** Whose meetings a list shows: those the reader hosts or is second adult of, everybody's, or those that wait for the reader's yes. */
export const scopes = ['mine', 'all', 'to authorise'] as const;
export type Scope = (typeof scopes)[number];

export type Me = {
  readonly name: string;
  readonly can: {
    readonly seeWholeSchool: Ability;
    readonly authorise: Ability;
    readonly open: Readonly<Record<Page, Ability>>;
  };
};

const holds = ({ roles }: Caller, ...wanted: readonly Role[]): boolean => wanted.some((role) => roles.has(role));
const can: Ability = { may: true };
const no = (why: string): Ability => ({ may: false, why });

/** Who may open the tab at all. A pupil account that has strayed into a staff group is still a pupil. */
export function canEnter(caller: Caller): Ability {
  const comesIn = !holds(caller, 'pupil') && holds(caller, 'staff', 'head', 'slt', 'dsl', 'dpo', 'ict');
  return comesIn ? can : no('This is for staff of the school.');
}

/** DPO and ICT have no duty that needs a child's meeting: without another role they see no record. */
export function canOpenRegister(caller: Caller): Ability {
  if (canEnter(caller).may && holds(caller, 'staff', 'head', 'slt', 'dsl')) return can;
  return no('The register is for staff of the school.');
}

/** Senior leaders see every meeting; the safeguarding lead every one with people from outside or with a pupil. */
export function canSeeWholeSchool(caller: Caller): Ability {
  if (canEnter(caller).may && holds(caller, 'slt', 'head', 'dsl')) return can;
  return no('The whole school’s register is for the senior leadership team and the safeguarding lead.');
}

/** Whether there may be requests at all that wait for this person's yes. */
export function canAuthoriseSome(caller: Caller): Ability {
  if (canEnter(caller).may && approvers.some((group) => caller.roles.has(group))) return can;
  return no('Nobody’s meetings wait for your yes.');
}

/** Whose own part, or whose yes, may lead them to a record: the data protection officer is asked for theirs by some packs. */
export function canReadSome(caller: Caller): Ability {
  return canAuthoriseSome(caller).may ? can : canOpenRegister(caller);
}

/** Pictures name no child and no guest, but show who works how much: for those who lead. */
export function canSeeInsights(caller: Caller): Ability {
  if (canEnter(caller).may && holds(caller, 'slt', 'head', 'dsl')) return can;
  return no('Insights are for the senior leadership team and the safeguarding lead.');
}

/** Finding a person over all lists, subject access, disposal: the data protection officer's alone. */
export function canProtectData(caller: Caller): Ability {
  if (canEnter(caller).may && holds(caller, 'dpo')) return can;
  return no('This page is for the data protection officer.');
}

/** How the school's Microsoft 365 is set up, with the commands that mend it: no meetings stand there, but who has which licence does. */
export function canSeeInstallation(caller: Caller): Ability {
  if (canEnter(caller).may && holds(caller, 'ict')) return can;
  return no('This page is for ICT.');
}

/** Keeping a meeting back from disposal, and letting it go again. */
export function canKeepBack(caller: Caller): Ability {
  if (canEnter(caller).may && holds(caller, 'dpo', 'dsl')) return can;
  return no('Keeping back is for the data protection officer and the safeguarding lead.');
}

/** What the tab shows of itself to this person. */
export const me = (caller: Caller): Me => ({
  name: caller.name,
  can: {
    seeWholeSchool: canSeeWholeSchool(caller),
    authorise: canAuthoriseSome(caller),
    open: {
      today: canEnter(caller),
      register: canOpenRegister(caller),
      authorise: canAuthoriseSome(caller),
      insights: canSeeInsights(caller),
      policy: canEnter(caller),
      'data protection': canProtectData(caller),
      installation: canSeeInstallation(caller),
    },
  },
});

/** What somebody is shown who did not say: the most they may see, so that an empty list means an empty register to them. */
export const usualScope = (caller: Caller): Scope => (canSeeWholeSchool(caller).may ? 'all' : 'mine');

/** @returns in what capacity the caller may read this record; their own part in it comes first. `null`: not at all */
export function readerOf(entry: Line, caller: Caller): Reader | null {
  if (!canReadSome(caller).may) return null;
  if (entry.ask.host.id === caller.id) return 'host';
  if (secondAdultOf(entry.ask)?.id === caller.id) return 'second adult';
  if (holds(caller, 'slt', 'head')) return 'slt';
  if (holds(caller, 'dsl') && isSafeguardings(entry)) return 'safeguarding lead';
  return isAskedToAuthorise(entry, caller) ? 'approver' : null;
}

/** With a child, or people from outside: everything but what staff have among themselves. */
export const isSafeguardings = ({ ask }: Pick<Line, 'ask'>): boolean => ask.kind !== 'staff';

/** Whether a row belongs into a list of this scope, whatever led to it. */
export const isInScope = (entry: Line, caller: Caller, scope: Scope): boolean =>
  readerOf(entry, caller) !== null &&
  (scope !== 'to authorise' || (isAskedToAuthorise(entry, caller) && entry.ask.host.id !== caller.id));

// Whose yes it needs may read what they say yes to, and go on reading what came of it.
const isAskedToAuthorise = ({ authorisation, decision }: Line, { roles }: Caller): boolean =>
  authorisation.state !== 'not needed' && decision.authorisedBy.some((group) => roles.has(group));

/** Host and second adult; everybody else reads along. */
export const runsIt = (reader: Reader): boolean => reader === 'host' || reader === 'second adult';
