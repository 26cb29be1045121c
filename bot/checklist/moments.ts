import type { Kind } from '../policy/kind.ts';
import { type HostLines, linesFor, linesForSchool } from '../policy/lines.ts';
import { type Keepable, nameOf, type Pack } from '../policy/pack.ts';
import type { Policy } from '../policy/policy.ts';
import type { Entry } from '../register/entry.ts';
import { LineName, type MeetingMoment, meetingMoments } from '../register/kept.ts';

/**
 * What the packs tick, ask and advise, at the moment it is for. Pure. Each line has one place: on the checklist of a meeting, on the
 * card of those who say yes to it, or among what the school sets up and looks at yearly.
 */

type Clauses = HostLines['advice'][number]['clauses'];

/** Something to read. `says` may still have blanks such as `{lockTime}` in it. */
export type Advice = { readonly name: LineName; readonly says: string; readonly clauses: Clauses };
/** Something to tick or to answer; what is asked of the family or a guest, the host asks them. */
export type Todo = Advice & { readonly of: 'host' | 'family' | 'guest'; readonly keeps: Keepable };

export type MomentList = { readonly todo: readonly Todo[]; readonly advice: readonly Advice[] };
/** The checklist of one kind of meeting, moment by moment. */
export type Checklist = Readonly<Record<MeetingMoment, MomentList>>;

type Prompt = HostLines['prompts'][number];
type Of = Prompt['of'];

const isMeetings = (moment: Pack['advice'][number]['moment']): moment is MeetingMoment =>
  meetingMoments.some((one) => one === moment);
const isHosts = (of: Of): of is Todo['of'] => of === 'host' || of === 'family' || of === 'guest';

const adviceOf = (line: { pack: string; id: string; says: string; clauses: Clauses }): Advice => ({
  name: LineName.parse(nameOf({ id: line.pack }, line)),
  says: line.says,
  clauses: line.clauses,
});

export function checklistFor(policy: Policy, kind: Kind): Checklist {
  const { prompts, checklist, advice } = linesFor(policy, kind);
  const at = (moment: MeetingMoment): MomentList => {
    const now = (line: { moment: string }) => line.moment === moment;
    const asked = prompts.filter(now).flatMap((line) => {
      const { of, keeps } = line;
      return isHosts(of) ? [{ ...adviceOf(line), of, keeps }] : [];
    });
    const ticks = checklist.filter(now).map((line): Todo => ({ ...adviceOf(line), of: 'host', keeps: 'tick' }));
    return { todo: [...ticks, ...asked], advice: advice.filter(now).map(adviceOf) };
  };
  return {
    arranging: at('arranging'),
    before: at('before'),
    start: at('start'),
    during: at('during'),
    after: at('after'),
  };
}

/** What a meeting of this kind asks of those who say yes to it. */
export const forApprovers = (policy: Policy, kind: Kind): readonly Advice[] =>
  linesFor(policy, kind)
    .prompts.filter(({ of, moment }) => of === 'approver' && isMeetings(moment))
    .map(adviceOf);

/** Whose task it is that the school as a whole is ready. */
export const offices = ['leaders', 'safeguarding lead', 'data protection officer', 'ict', 'staff'] as const;
export type Office = (typeof offices)[number];
const officeOf: Readonly<Record<Of, Office>> = {
  approver: 'leaders',
  'safeguarding lead': 'safeguarding lead',
  'data protection officer': 'data protection officer',
  ict: 'ict',
  host: 'staff',
  family: 'staff',
  guest: 'staff',
};

/** `with each meeting`: what somebody looks at who has no part in the meeting itself. */
export type SchoolMoment = 'setting up' | 'yearly' | 'with each meeting';
export type SchoolTask = Advice & { readonly moment: SchoolMoment; readonly of: Office };

/** What the school sets up and looks at, whatever the kind; the settings of its tenant are ICT's to look at. */
export function schoolTasks(policy: Policy): readonly SchoolTask[] {
  const { prompts, checklist, advice } = linesForSchool(policy);
  const asked = prompts.flatMap((line) => {
    const { of } = line;
    const moment = schoolMoment(line.moment, of);
    return moment === null ? [] : [{ ...adviceOf(line), moment, of: officeOf[of] }];
  });
  const told = [...checklist, ...advice].flatMap((line) => {
    const moment = schoolMoment(line.moment, 'host');
    return moment === null ? [] : [{ ...adviceOf(line), moment, of: 'staff' as const }];
  });
  return [...asked, ...told, ...tenantTasks(policy)];
}

function schoolMoment(moment: Prompt['moment'], of: Of): SchoolMoment | null {
  if (moment === 'setting up' || moment === 'yearly') return moment;
  return isHosts(of) || of === 'approver' ? null : 'with each meeting';
}

const tenantTasks = ({ packs }: Policy): readonly SchoolTask[] =>
  packs.flatMap(({ pack, clauses: words }) =>
    pack.tenant.map(({ id, says, clauses }) => ({
      ...adviceOf({
        pack: pack.id,
        id,
        says,
        clauses: clauses.map((clause) => ({ id: clause, says: words[clause]?.says ?? '' })),
      }),
      moment: 'setting up' as const,
      of: 'ict' as const,
    })),
  );

const minute = 60_000;
/** People come early, and the first minutes are the door's. */
const startBegins = 15 * minute;
const startEnds = 10 * minute;

type Timed = { readonly ask: Pick<Entry['ask'], 'start' | 'minutes'> };

/** When the moment `start` begins and when the meeting is over, in milliseconds. */
export const startMoment = ({ ask }: Timed): number => Date.parse(ask.start) - startBegins;
export const endOf = ({ ask }: Timed): number => Date.parse(ask.start) + ask.minutes * minute;

/** The moment a meeting is at, by the clock. @param now whenever somebody looks */
export function momentNow(entry: Timed & Pick<Entry, 'status'>, now: Date): MeetingMoment {
  if (entry.status === 'waiting' || entry.status === 'arranging') return 'arranging';
  const at = now.getTime();
  if (at < startMoment(entry)) return 'before';
  if (at >= endOf(entry)) return 'after';
  return at < Date.parse(entry.ask.start) + startEnds ? 'start' : 'during';
}
