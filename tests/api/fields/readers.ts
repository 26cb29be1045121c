import type { Role } from '../../../bot/identity/caller.ts';
import type { PersonKey } from '../school.ts';

/** In which capacity somebody asks the server, and by which groups: each its own group only, so that no field is owed to another. */
export const readers = {
  /** Of the meetings of a-full-school.ts. */
  host: { is: 'senco', groups: ['staff'] },
  'second adult': { is: 'teacher', groups: ['staff'] },
  /** Who is asked to a meeting besides. */
  colleague: { is: 'ict', groups: ['staff'] },
  /** With no part in any of them. */
  'other staff': { is: 'safeguardingLead', groups: ['staff'] },
  /** Nobody leads a school who is not of its staff; what only staff may do, leaders may as such. */
  head: { is: 'head', groups: ['staff', 'head'] },
  'senior leader': { is: 'headOnly', groups: ['slt'] },
  'safeguarding lead': { is: 'safeguardingLeadOnly', groups: ['dsl'] },
  'data protection officer': { is: 'dpoOnly', groups: ['dpo'] },
  /** The data protection officer of a school whose packs ask for their yes. */
  approver: { is: 'dpoOnly', groups: ['dpo'] },
  ICT: { is: 'ictOnly', groups: ['ict'] },
  pupil: { is: 'pupil', groups: ['pupil'] },
  'pupil in every group': { is: 'pupilInStaffGroup', groups: ['pupil', 'staff', 'head', 'slt', 'dsl', 'dpo', 'ict'] },
  'guest of the school': { is: 'guest', groups: [] },
  /** Without a token. */
  nobody: null,
} as const satisfies Readonly<Record<string, { readonly is: PersonKey; readonly groups: readonly Role[] } | null>>;

export type Reads = keyof typeof readers;
// `Object.keys` forgets what the keys are; they are those of the table above.
export const everyReader = Object.keys(readers) as Reads[];

const outsiders: readonly Reads[] = ['pupil', 'pupil in every group', 'guest of the school', 'nobody'];
/** Whoever works at the school in any of its groups. */
export const ofTheSchool = everyReader.filter((reads) => !outsiders.includes(reads));
/** Who finds the meetings of a-full-school.ts among their own. */
export const runIt = ['host', 'second adult'] as const satisfies readonly Reads[];
export const leaders = ['head', 'senior leader'] as const satisfies readonly Reads[];
export const wholeSchool = [...leaders, 'safeguarding lead'] as const satisfies readonly Reads[];
export const protectors = ['data protection officer', 'approver'] as const satisfies readonly Reads[];
/** Who may open a meeting as such. */
export const readMeetings = [...runIt, ...wholeSchool] as const satisfies readonly Reads[];
/** Who says yes: the data protection officer only where a pack asks for theirs. */
export const approve = [...wholeSchool, 'approver'] as const satisfies readonly Reads[];
/** Who may open the register, whatever they then find in it. */
export const openRegister = ofTheSchool.filter((reads) => reads !== 'ICT');

/** To whom, at which place of the answer (`''`: at its top), which fields. A list has the fields of all its items. */
export type Line = readonly [readonly Reads[], string, string];
/** To each what they find at a place of the answer to another question, and nothing besides. */
export type NoMoreThan = { readonly at: string; readonly noMoreThan: string; readonly there: string };
/** By route, and after a comma what was asked for where one route answers in several ways. */
export type Table = Readonly<Record<string, readonly Line[] | NoMoreThan>>;

/** Every meeting in a list, of whatever page; children by their initials, nobody from outside. */
export const summary = 'reference, kind, child, start, end, host, secondAdult, status, exceptions';
export const seal = 'state, says, readBackAt';
