import { z } from 'zod';
import { PersonId } from '../meetings/ask.ts';
import { Decision } from '../policy/decision.ts';
import { kinds } from '../policy/kind.ts';
import { statuses } from '../register/entry.ts';
import { instantOf } from '../register/reading.ts';
import { Cover } from '../second-adult/cover.ts';
import type { CoverFigure } from './figures.ts';

/** What of a register row counts: no child, no guest, no purpose is ever asked for. Row → what is counted, pure. */

/** A row as SharePoint gave it; `createdAt` is when it was first written, UTC. */
export type Row = {
  readonly id: string;
  readonly createdAt: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
};

export const meetingColumns = [
  'Reference',
  'Kind',
  'Status',
  'Starts',
  'HostId',
  'Host',
  'SecondAdultId',
  'AskHash',
  'Urgent',
  'RecordingFor',
  'Cover',
  'Decision',
  'ProvedAt',
  'InvitedAt',
] as const;
export const guestColumns = ['Reference', 'Request', 'Agency', 'Attended', 'Starts'] as const;

/** What became of a guest, in the register's words. */
export const whatCame = ['came', 'did not come', 'not noted'] as const;

export type CountedMeeting = {
  readonly kind: (typeof kinds)[number];
  readonly status: (typeof statuses)[number];
  readonly host: PersonId;
  readonly hostName: string;
  /** Its reference, and the hash of the request whose guests are its own. */
  readonly request: string;
  /** Times are UTC. */
  readonly requestedAt: string | null;
  readonly provedAt: string | null;
  readonly invitedAt: string | null;
  readonly isUrgent: boolean;
  readonly isRecorded: boolean;
  readonly setAside: readonly { readonly why: string; readonly rule: string; readonly clauses: string[] }[];
  /** `null`: there is no second adult, or the meeting came to nothing for another reason. */
  readonly cover: CoverFigure | null;
};

export type CountedGuest = {
  readonly request: string;
  readonly agency: string;
  readonly came: (typeof whatCame)[number];
};

const instant = z.preprocess((value) => instantOf(value ?? null), z.iso.datetime().nullable());
/** A column that is not there, and one that is empty, are the same. */
const json = <T extends z.ZodType>(shape: T) =>
  z
    .string()
    .nullish()
    .transform((text, context): unknown => {
      try {
        return text ? JSON.parse(text) : null;
      } catch {
        context.addIssue({ code: 'custom', message: 'no JSON' });
        return z.NEVER;
      }
    })
    .pipe(shape);

const MeetingFields = z.object({
  Reference: z.string(),
  Kind: z.enum(kinds),
  Status: z.enum(statuses),
  HostId: PersonId,
  Host: z.string(),
  SecondAdultId: z.string().nullish(),
  AskHash: z.string(),
  Urgent: z.string().nullish(),
  RecordingFor: z.string().nullish(),
  Cover: json(Cover.nullable()),
  Decision: json(Decision.pick({ setAside: true, decidedAt: true })),
  ProvedAt: instant,
  InvitedAt: instant,
});

/** @returns `null` when somebody has edited the row out of shape */
export function countedMeeting({ fields, createdAt }: Row): CountedMeeting | null {
  const read = MeetingFields.safeParse(fields);
  if (!read.success) return null;
  const { data } = read;
  const times = [data.Decision.decidedAt, ...(createdAt === null ? [] : [createdAt])];
  return {
    kind: data.Kind,
    status: data.Status,
    host: data.HostId,
    hostName: data.Host,
    request: `${data.Reference} ${data.AskHash}`,
    // A change of the meeting is decided on anew, and a row that was brought in from elsewhere is younger than its meeting.
    requestedAt: times.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null,
    provedAt: data.ProvedAt,
    invitedAt: data.InvitedAt,
    isUrgent: Boolean(data.Urgent),
    isRecorded: Boolean(data.RecordingFor),
    setAside: data.Decision.setAside.map(({ rule, why, because }) => ({
      rule,
      why,
      clauses: because.map(({ id }) => id),
    })),
    cover: data.SecondAdultId ? coverFigure(data.Status, data.Cover) : null,
  };
}

function coverFigure(status: CountedMeeting['status'], cover: Cover | null): CoverFigure | null {
  // What is ended while it is on hold is ended because nobody could be found: the hold stays on the row.
  if (status === 'cancelled' && cover !== null && cover.heldSince !== null) return 'called off';
  if (status === 'on hold') return 'on hold';
  if (status !== 'arranged' && status !== 'needs review') return null;
  if (cover === null || cover.state.is === 'asked' || cover.state.is === 'being asked') return 'no answer';
  if (cover.state.is === 'declined') return 'cannot come';
  return cover.standIns.some(({ says }) => says === 'no') ? 'stood in' : 'said yes';
}

const GuestFields = z.object({
  Reference: z.string(),
  Request: z.string(),
  Agency: z.string(),
  Attended: z.enum(whatCame).nullish(),
});

export function countedGuest({ fields }: Row): CountedGuest | null {
  const read = GuestFields.safeParse(fields);
  if (!read.success) return null;
  const { Reference: reference, Request: request, Agency: agency, Attended: came } = read.data;
  return { request: `${reference} ${request}`, agency, came: came ?? 'not noted' };
}
