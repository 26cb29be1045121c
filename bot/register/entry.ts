import { z } from 'zod';
import { type FailureKind, failureKinds } from '../failure.ts';
import { Ask, AskWithoutGuests, Colleague, PersonId, Purpose, Reference } from '../meetings/ask.ts';
import { approvers, Decision } from '../policy/decision.ts';
import { Cover } from '../second-adult/cover.ts';
import { Review } from './review.ts';

/**
 * What the register holds of a meeting. The row is written before the first Graph write and its `step` names
 * what is about to be done, so whatever crashes when, the row says where to pick up.
 */

/**
 * In the order of the work; each is written to the row before it is begun. `open` is the row's first: it stands there,
 * and the host has not been answered yet. `authorise`: somebody's yes is waited for, and nothing new
 * exists in Teams. `replace`: the meeting whose place this one takes is ended. `amend`: people or settings of a meeting that stands are changed. `end`: its link is made useless, then it is cancelled.
 */
export const steps = [
  'open',
  'authorise',
  'draft',
  'seal',
  'replace',
  'invite',
  'confirm',
  'amend',
  'end',
  'remove',
  'call off',
  'tell',
  'done',
] as const;
export type Step = (typeof steps)[number];

/**
 * `waiting`: for an authorisation. `arranging`: under way, or to be picked up. `arranged`: sealed, invited, read back.
 * `not arranged`: stopped before anyone was invited; the event is gone. `called off`: invitations had left,
 * the safeguards would not hold, so the lobby was shut and the meeting cancelled. `refused`: an approver said no.
 * `held elsewhere`: only written down; Chaperone made nothing.
 * A meeting that was arranged may come to be: `needs review`: it stands, and somebody has to say yes to it again, or to a change of
 * it. `on hold`: it stands, and nobody but its organizer gets in, because somebody who has to be there is missing. `moved`: another
 * meeting has taken its place. `cancelled`: by the school. In both of these its link is useless.
 */
export const statuses = [
  'waiting',
  'arranging',
  'arranged',
  'not arranged',
  'called off',
  'refused',
  'held elsewhere',
  'needs review',
  'on hold',
  'moved',
  'cancelled',
] as const;
export type Status = (typeof statuses)[number];

/** People hold invitations to it, and it is to take place. */
export const standing = ['arranged', 'needs review', 'on hold'] as const satisfies readonly Status[];
export const stands = ({ status }: { readonly status: Status }): boolean => standing.some((one) => one === status);

/** Whether a meeting that stands so will not take place any more. */
export const isOver: Readonly<Record<Status, boolean>> = {
  waiting: false,
  arranging: false,
  arranged: false,
  'needs review': false,
  'on hold': false,
  'held elsewhere': false,
  'not arranged': true,
  'called off': true,
  refused: true,
  moved: true,
  cancelled: true,
};

/** Whether the safeguards have been read back as asked. */
export const seals = ['not sealed', 'sealed'] as const;

export const Seal = z.discriminatedUnion('state', [
  z.object({ state: z.literal('not sealed') }),
  /** `hash` is over the settings as they were read back, so that a later reading can be held against it. Times are UTC. */
  z.object({ state: z.literal('sealed'), at: z.iso.datetime(), hash: z.string() }),
]);
export type Seal = z.infer<typeof Seal>;

const of = z.array(z.enum(approvers)).min(1);
/** Somebody's yes, and the groups they said it for. */
const Yes = z.object({ of, by: Colleague, at: z.iso.datetime() });
/**
 * `of`: whose yes is still outstanding, one of each group. `yes`: who has said it already. `reminded`: how often the approvers
 * have been reminded; from the second time on, the cover approvers as well.
 */
const outstanding = { of, yes: z.array(Yes), reminded: z.int().nonnegative() };
const asked = { by: Colleague, question: Purpose };

/**
 * SLT's (or another group's) yes. Nobody authorises their own meeting; whoever answers second finds what was decided.
 * Times are UTC; a reason and a question are the approver's own words, for the host and the register.
 */
export const Authorisation = z.discriminatedUnion('state', [
  z.object({ state: z.literal('not needed') }),
  /** `answered`: the last question an approver had, and what the host said to it. */
  z.object({
    state: z.literal('wanted'),
    ...outstanding,
    answered: z.object({ ...asked, answer: Purpose, at: z.iso.datetime() }).nullable(),
  }),
  z.object({ state: z.literal('asked back'), ...outstanding, ...asked, at: z.iso.datetime() }),
  z.object({ state: z.literal('given'), yes: z.array(Yes).min(1) }),
  z.object({ state: z.literal('refused'), of, by: Colleague, at: z.iso.datetime(), reason: Purpose }),
]);
export type Authorisation = z.infer<typeof Authorisation>;
export const authorisationStates = Authorisation.options.map((option) => option.shape.state.value);

/** What can be changed while the meeting stays what it is, with its link. Another time or another host makes another meeting. */
export const amendments = ['guests', 'guest removed', 'second adult', 'colleagues', 'recording', 'settings'] as const;

/**
 * A change to a meeting that stands, from when it was asked for until the host has heard how it ended. What the row says besides
 * stays as it was until the change has been read back.
 */
export const Amendment = z.object({
  what: z.enum(amendments),
  /** Who asked for it; `chaperone` when it acted by itself. */
  by: z.union([PersonId, z.literal('chaperone')]),
  at: z.iso.datetime(),
  /** The request as it will be, and what policy said to it. */
  ask: Ask,
  decision: Decision,
  /** Whose yes the meeting had before; it has it again when the change comes to nothing. */
  authorisedBefore: Authorisation,
  statusBefore: z.enum(standing),
  came: z.discriminatedUnion('to', [
    z.object({ to: z.literal('open') }),
    z.object({ to: z.literal('made') }),
    /** `words`: an approver's reason, if one said no. */
    z.object({ to: z.literal('nothing'), by: z.enum(failureKinds), words: Purpose.nullable() }),
  ]),
});
export type Amendment = z.infer<typeof Amendment>;

/**
 * What an urgent meeting owes afterwards. `lead`: whether the safeguarding lead was told, or, where none could be reached, the head and
 * senior leaders. `asked`: how often senior leaders have been asked to look at it. Times are UTC; `words` are the leader's own.
 */
const leadTold = z.enum(['to tell', 'told', 'others told', 'nobody told']);
export const Aftercare = z.discriminatedUnion('state', [
  z.object({ state: z.literal('not needed') }),
  z.object({ state: z.literal('due'), by: z.iso.datetime(), lead: leadTold, asked: z.int().nonnegative() }),
  z.object({
    state: z.literal('reviewed'),
    due: z.iso.datetime(),
    lead: leadTold,
    by: Colleague,
    at: z.iso.datetime(),
    words: Purpose.nullable(),
  }),
]);
export type Aftercare = z.infer<typeof Aftercare>;
export const aftercareStates = Aftercare.options.map((option) => option.shape.state.value);

/** Whether it took place, as somebody who was to be there has said; of several answers the newest. Times are UTC, `minutes` how long it took. */
export const Outcome = z.discriminatedUnion('state', [
  z.object({ state: z.literal('not said') }),
  z.object({ state: z.literal('held'), by: Colleague, at: z.iso.datetime(), minutes: z.int().positive().max(600) }),
  z.object({ state: z.literal('not held'), by: Colleague, at: z.iso.datetime(), reason: Purpose.nullable() }),
]);
export type Outcome = z.infer<typeof Outcome>;
export const outcomeStates = Outcome.options.map((option) => option.shape.state.value);

export const Entry = z.object({
  reference: Reference,
  ask: Ask,
  status: z.enum(statuses),
  step: z.enum(steps),
  /** UTC. Whoever works on the row holds it until then; past it, the sweep picks it up. `null` when nothing is due. */
  nextCheck: z.iso.datetime().nullable(),
  seal: Seal,
  decision: Decision,
  authorisation: Authorisation,
  /** What Graph calls it, as far as it exists yet. */
  eventId: z.string().nullable(),
  meetingId: z.string().nullable(),
  joinUrl: z.url().nullable(),
  /** Of the meeting's chat: how a panel inside the meeting finds its entry. `null` in rows from before it was kept. */
  chatThreadId: z.string().nullable(),
  /** Which step stopped it, when it was stopped. */
  stoppedAt: z.enum(steps).nullable(),
  /** What stopped it: the host is told in its words, also by a process that knows nothing but the row. */
  stoppedBy: z.enum(failureKinds).nullable(),
  /** The meeting whose place this one takes; its link is made useless before anybody is invited to this one. */
  replaces: Reference.nullable(),
  replacedBy: Reference.nullable(),
  amendment: Amendment.nullable(),
  /** Whether the second adult comes; `null` while nobody has been asked. */
  cover: Cover.nullable(),
  aftercare: Aftercare,
  /** Why it has to be looked at again, or had to be; `null` when nothing has come up. */
  review: Review.nullable(),
  /**
   * UTC. When the reading was that let the first invitations go, and when they had gone. `seal` moves on with every later reading and
   * is gone from a meeting that is over: these two stay. `null` until then, and of rows from before they were kept.
   */
  provedAt: z.iso.datetime().nullable(),
  invitedAt: z.iso.datetime().nullable(),
  outcome: Outcome,
});
export type Entry = z.infer<typeof Entry>;

/** The request and decision somebody is asked about now: of a change that is open those it would lead to. Pure. */
export const proposed = <E extends Pick<Entry, 'ask' | 'decision' | 'amendment'>>(entry: E): E =>
  entry.amendment?.came.to === 'open'
    ? { ...entry, ask: entry.amendment.ask, decision: entry.amendment.decision }
    : entry;

/** What the row says when a change came to nothing and the meeting is as it was. Pure. */
export const cameToNothing = (amendment: Amendment, by: FailureKind, words: string | null = null) =>
  ({
    step: 'tell',
    status: amendment.statusBefore,
    authorisation: amendment.authorisedBefore,
    amendment: { ...amendment, came: { to: 'nothing', by, words } },
  }) as const;

/** A moment as the register keeps it: UTC, to the second, because SharePoint drops the rest. */
export const moment = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z');

/** An entry as the list holds it, with what SharePoint needs for the next write. */
export type Stored = { readonly itemId: string; readonly eTag: string; readonly entry: Entry };

/** An entry as a page of the register lists it: one row of one list, so without the guests, who stand in a list of their own. */
export const Listed = Entry.omit({ amendment: true }).extend({ ask: AskWithoutGuests });
export type Listed = z.infer<typeof Listed>;

/** The closed list of what the log may say, with the words it is shown in. */
export const events = {
  asked: 'Asked for, and not refused by policy',
  'authorisation asked': 'Sent to the approvers for authorisation',
  reminded: 'Approvers reminded',
  'asked back': 'An approver asked the host a question',
  authorised: 'Authorised',
  answered: 'The host answered the approver',
  refused: 'Refused by an approver',
  withdrawn: 'Withdrawn by the host before it was authorised',
  'held elsewhere': 'Written down; held without Teams',
  drafted: 'Put in the calendar, without anyone invited',
  sealed: 'Safeguards written, read back and found as asked',
  invited: 'Invitations sent',
  confirmed: 'Invitations and safeguards read back again',
  'drifted after invitation': 'Safeguards no longer as asked after the invitation',
  'not arranged': 'Stopped before anyone was invited',
  'called off': 'Lobby shut and meeting cancelled, because the safeguards would not hold',
  'agreement written down': 'An agreement written down',
  'agreement withdrawn': 'An agreement withdrawn',
  'picked up': 'Picked up again after an interruption',
  'change asked': 'A change was asked for',
  changed: 'Changed, and read back',
  'change not made': 'A change was not made; the meeting stands as it was',
  moved: 'Another meeting took its place',
  cancelled: 'Cancelled by the school',
  'link retired': 'The link was made useless, and read back so',
  'link not retired': 'The link could not be proved useless before the meeting was cancelled',
  'on hold': 'Put on hold: nobody but the host gets in',
  'off hold': 'No longer on hold; safeguards read back as asked',
  'needs review': 'Needs review',
  reviewed: 'Reviewed',
  'safeguarding lead told': 'The safeguarding lead was told',
  'safeguarding lead not reached': 'The safeguarding lead could not be reached in chat',
  'aftercare asked': 'Sent to senior leaders, to be looked at afterwards',
  'second adult asked': 'Somebody was asked to be the second adult',
  'second adult accepted': 'The second adult said yes',
  'second adult declined': 'The second adult cannot come',
  'checklist kept': 'Answers to the checklist kept',
  'checklist shown': 'Checklist sent to the host',
  held: 'It took place',
  'not held': 'It did not take place',
  'attendance noted': 'Who came was noted',
  'concern raised': 'A concern was raised',
} as const;
export type EventName = keyof typeof events;

export const LogEntry = z.object({
  reference: Reference,
  /** 1, 2, 3 … within one meeting. */
  number: z.int().positive(),
  event: z.enum(Object.keys(events) as [EventName, ...EventName[]]),
  /** Who acted; `chaperone` when it acted by itself. */
  by: z.union([PersonId, z.literal('chaperone')]),
  at: z.iso.datetime(),
  /** A few words without names: which step, which settings. Empty when there is nothing to add. */
  detail: z.string().max(500),
  /** SHA-256 of the entry before it of the same meeting, hex; 64 zeros for the first. */
  before: z.string().length(64),
});
export type LogEntry = z.infer<typeof LogEntry>;
