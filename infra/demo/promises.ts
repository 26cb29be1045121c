import { z } from 'zod';

/**
 * Whether the promises held, judged from the tenant alone: what was mailed, what the meetings were like at that instant, what the
 * register says. It shares no line with the product, so that both cannot be wrong in the same way.
 */

const Identity = z.looseObject({ user: z.looseObject({ id: z.string() }) }).nullish();
const Options = z.looseObject({
  joinWebUrl: z.string(),
  lobbyBypassSettings: z.looseObject({ scope: z.string(), isDialInBypassEnabled: z.boolean() }),
  allowedPresenters: z.string(),
  allowedLobbyAdmitters: z.string(),
  allowMeetingChat: z.string(),
  participants: z.looseObject({
    organizer: z.looseObject({ identity: Identity }),
    attendees: z.array(z.looseObject({ identity: Identity, role: z.string().nullish() })),
  }),
});
const Mail = z.looseObject({
  id: z.string(),
  kind: z.enum(['invitation', 'update', 'cancellation']),
  to: z.string(),
  subject: z.string(),
  joinUrl: z.string().nullable(),
  attendees: z.array(z.looseObject({ address: z.string() })).default([]),
  eventId: z.string(),
  optionsThen: Options.nullable(),
});
export type Mail = z.infer<typeof Mail>;

export type Row = {
  readonly reference: string;
  readonly status: string;
  readonly step: string;
  readonly eventId: string | null;
  readonly stoppedBy: string | null;
  /** The meeting whose place it took. */
  readonly replaces: string | null;
  /** UTC; when it is to be looked at again. */
  readonly nextCheck: string | null;
};

/** What was found wrong, a sentence each without anybody's name; empty when every promise held. */
export type Broken = readonly string[];

/** An event that has not been cancelled, and its meeting as it is now. */
type Standing = { readonly id: string; readonly attendees: number; readonly options: z.infer<typeof Options> | null };

/** Fresh from the tenant: its outbox, the events that still stand, the register's rows. */
export type Seen = {
  readonly mails: readonly Mail[];
  readonly events: readonly Standing[];
  /** Those that were cancelled after people had been invited. */
  readonly ended: readonly Standing[];
  readonly rows: readonly Row[];
};

/** @param staff object ids of who may hold a raised role in any meeting */
export function broken({ mails, events, ended, rows }: Seen, staff: ReadonlySet<string>): Broken {
  const invitations = mails.filter((mail) => mail.kind === 'invitation');
  const known = new Set(rows.flatMap((row) => row.eventId ?? []));
  const letters = mails.filter((mail) => mail.kind !== 'update');
  // Somebody who was taken off a meeting may be asked to it again; nobody hears the same twice running.
  const twice = letters.filter((mail, at) => {
    const before = letters.slice(0, at).findLast((one) => one.to === mail.to && one.eventId === mail.eventId);
    return before?.kind === mail.kind;
  });
  const unshut = new Set(
    rows.flatMap(({ eventId, status, stoppedBy }) => (saysSo(status, stoppedBy) ? [eventId] : [])),
  );
  const expected = rows.filter((row) => stands.has(row.status)).length;
  return [
    ...invitations
      .filter((mail) => !enforced(mail.optionsThen, staff))
      .map((mail) => `an invitation left for a meeting that was not sealed (${mail.subject})`),
    ...invitations
      .filter((mail) => mail.joinUrl !== mail.optionsThen?.joinWebUrl)
      .map(() => 'an invitation carried the link of another meeting'),
    ...mails
      .filter((mail) => mail.attendees.some(({ address }) => address.toLowerCase() !== mail.to.toLowerCase()))
      .map(() => 'somebody was shown who else is invited'),
    ...mails.filter((mail) => mail.kind === 'update').map(() => 'somebody was mailed an update'),
    ...twice.map(() => 'somebody was written to twice'),
    ...ended
      .filter((event) => !shut(event.options) && !unshut.has(event.id))
      .map(() => 'the link of a meeting that has ended is still good, and nobody says so'),
    ...letters
      .filter((mail) => mail.kind === 'cancellation' && !shut(mail.optionsThen) && !unshut.has(mail.eventId))
      .filter((mail) => ended.some(({ id }) => id === mail.eventId))
      .map(() => 'a meeting was cancelled before its link was useless'),
    ...rows.flatMap((row) => invitedBeforeTheOldWent(row, rows, mails)),
    ...events
      .filter((event) => event.attendees > 0 && !known.has(event.id))
      .map(() => 'a meeting stands without a row'),
    ...events
      .filter((event) => event.attendees > 0 && !enforced(event.options, staff))
      .map(() => 'a meeting people are invited to stands open'),
    ...(events.length > expected ? [`${events.length} events stand for ${expected} arranged rows`] : []),
    ...(events.length < expected ? [`${expected} rows say arranged for ${events.length} events`] : []),
    ...rows
      // What waits for somebody's yes waits as long as they take.
      .filter((row) => row.step !== 'authorise' && row.status !== 'waiting')
      .filter(
        (row) =>
          row.status === 'arranging' || row.step !== 'done' || (row.nextCheck !== null) !== stands.has(row.status),
      )
      .map((row) => `${row.reference} is left at ${row.step}, ${row.status}`),
  ];
}

/** A link that could not be shut is no broken promise where the row says so: then people were told. */
const saysSo = (status: string, stoppedBy: string | null): boolean =>
  status === 'called off' || stoppedBy === 'link not retired';

function shut(options: z.infer<typeof Options> | null): boolean {
  if (options === null) return true;
  return (
    options.lobbyBypassSettings.scope === 'organizer' &&
    !options.lobbyBypassSettings.isDialInBypassEnabled &&
    options.allowedPresenters === 'organizer' &&
    options.allowMeetingChat === 'disabled' &&
    options.participants.attendees.every(({ role }) => role === 'attendee' || role == null)
  );
}

function invitedBeforeTheOldWent({ replaces, eventId }: Row, rows: readonly Row[], mails: readonly Mail[]): string[] {
  const old = rows.find(({ reference }) => reference === replaces);
  if (old === undefined) return [];
  const first = mails.findIndex((mail) => mail.kind === 'invitation' && mail.eventId === eventId);
  const last = mails.findLastIndex((mail) => mail.kind === 'cancellation' && mail.eventId === old.eventId);
  return first >= 0 && last > first ? ['people were invited anew before the old meeting had gone'] : [];
}

// Such a row is looked at again until the meeting starts, and no other is.
const stands = new Set(['arranged', 'needs review', 'on hold']);

function enforced(options: z.infer<typeof Options> | null, staff: ReadonlySet<string>): boolean {
  if (options === null) return false;
  const { lobbyBypassSettings: lobby, participants } = options;
  const raised = participants.attendees.filter(
    ({ role }) => role !== 'attendee' && role !== null && role !== undefined,
  );
  return (
    ['organizer', 'organizationExcludingGuests'].includes(lobby.scope) &&
    !lobby.isDialInBypassEnabled &&
    ['organizer', 'roleIsPresenter'].includes(options.allowedPresenters) &&
    options.allowedLobbyAdmitters === 'organizerAndCoOrganizers' &&
    raised.every(({ identity }) => identity && staff.has(identity.user.id)) &&
    staff.has(participants.organizer.identity?.user.id ?? '')
  );
}

/** Marks our own looks, so that a fault meant for the product never strikes them. */
export const onlooker = 'onlooker=true';

const Events = z.array(
  z.looseObject({
    id: z.string(),
    attendees: z.array(z.unknown()).nullish(),
    isCancelled: z.boolean().nullish(),
    meeting: Options.nullish(),
  }),
);
const Rows = z.object({
  value: z.array(
    z.looseObject({
      fields: z.looseObject({
        Reference: z.string(),
        Status: z.string(),
        Step: z.string(),
        EventId: z.string().nullish(),
        NextCheck: z.string().nullish(),
        StoppedBy: z.string().nullish(),
        Replaces: z.string().nullish(),
      }),
    }),
  ),
});

/**
 * Looks at the tenant.
 * @param token for Graph, so that the register is read the way anybody reads it
 */
export async function look(tenantUrl: string, siteId: string, token: string): Promise<Seen> {
  const mails = z.array(Mail).parse(await json(`${tenantUrl}/_control/outbox`));
  const events = Events.parse(await json(`${tenantUrl}/_control/events`));
  const items = `${tenantUrl}/v1.0/sites/${siteId}/lists/Meetings/items?$expand=fields&${onlooker}`;
  const rows = Rows.safeParse(await json(items, { Authorization: `Bearer ${token}` }));
  return {
    mails,
    events: events.filter((event) => !event.isCancelled).map(standing),
    ended: events.filter((event) => event.isCancelled && (event.attendees ?? []).length > 0).map(standing),
    // No list yet is a register with no rows.
    rows: (rows.data?.value ?? []).map(({ fields }) => ({
      reference: fields.Reference,
      status: fields.Status,
      step: fields.Step,
      eventId: fields.EventId ?? null,
      stoppedBy: fields.StoppedBy ?? null,
      replaces: fields.Replaces ?? null,
      nextCheck: fields.NextCheck ?? null,
    })),
  };
}

const standing = ({ id, attendees, meeting }: z.infer<typeof Events>[number]): Standing => ({
  id,
  attendees: attendees?.length ?? 0,
  options: meeting ?? null,
});

/** A token of the app's own, from the tenant's Entra. */
export async function appToken(
  tenantUrl: string,
  app: { tenantId: string; appId: string; appSecret: string },
): Promise<string> {
  const answer = await fetch(`${tenantUrl}/${app.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: app.appId,
      client_secret: app.appSecret,
      scope: 'https://graph.microsoft.com/.default',
    }),
  });
  return z.object({ access_token: z.string() }).parse(await answer.json()).access_token;
}

async function json(url: string, headers: Record<string, string> = {}): Promise<unknown> {
  return (await fetch(url, { headers })).json();
}
