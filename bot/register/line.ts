import { z } from 'zod';
import type { Item } from '../graph/lists.ts';
import { AskWithoutGuests } from '../meetings/ask.ts';
import { approvers } from '../policy/decision.ts';
import { Entry } from './entry.ts';
import { askOf, authorisationIn, readable, sealOf } from './reading.ts';
import { between } from './rows.ts';

/**
 * A meeting as a list shows it: a few of the row's columns, so that a page of the register is a few kilobytes and not the decisions
 * behind it. Whoever needs more of a meeting reads the meeting.
 */

const why = z.enum(['waiver', 'urgent']);

/** Every entry is one. */
export const Line = Entry.pick({
  reference: true,
  status: true,
  seal: true,
  stoppedBy: true,
  authorisation: true,
}).extend({
  ask: AskWithoutGuests,
  /** Whose yes it needs, and why rules were set aside. */
  decision: z.object({ authorisedBy: z.array(z.enum(approvers)), setAside: z.array(z.object({ why })) }),
});
export type Line = z.infer<typeof Line>;

/** A line of the register; `request` is the hash that leads to its guests. */
export const Row = Line.extend({ request: z.string() });
export type Row = z.infer<typeof Row>;

/** What a line is read from. */
export const lineColumns = [
  ...['Reference', 'Kind', 'Child', 'Year', 'ChildAttends', 'Purpose', 'Place', 'Starts', 'Minutes'],
  ...['Host', 'HostId', 'HostAddress', 'SecondAdult', 'SecondAdultId', 'SecondAdultAddress'],
  ...['Colleagues', 'Confirmed', 'Urgent', 'RecordingFor', 'RecordingDeleteOn', 'AskHash'],
  ...[
    'Status',
    'Seal',
    'SealedAt',
    'SealHash',
    'StoppedBy',
    'Authorisation',
    'AuthorisationDetail',
    'AuthorisedBy',
    'SetAside',
  ],
] as const;

/** @throws Failure `register unreadable`, naming the columns and never what they hold */
export const rowOf = ({ fields }: Item): Row =>
  readable(Row, {
    reference: fields['Reference'],
    request: fields['AskHash'],
    ask: askOf(fields),
    status: fields['Status'],
    seal: sealOf(fields),
    stoppedBy: fields['StoppedBy'] ?? null,
    authorisation: authorisationIn(fields),
    decision: {
      authorisedBy: listIn(fields['AuthorisedBy']),
      setAside: listIn(fields['SetAside']).map((one) => ({ why: one })),
    },
  });

// A row from before there was such a column has none.
const listIn = (value: unknown): readonly string[] => (typeof value === 'string' ? value.split(between) : []);
