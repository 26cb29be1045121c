import { z } from 'zod';
import { MeetingSettings, teamsDefaults } from './graph/meetings/settings.ts';
import { everybody } from './school/people.ts';

/** What an administrator of the tenant could have set otherwise, and what nobody knows of the real one and so may be either. */
export const TenantOptions = z.strictObject({
  /** The application permissions Entra granted to the app; new tokens carry them. */
  appRoles: z
    .array(z.string())
    .default([
      'AppCatalog.Read.All',
      'GroupMember.Read.All',
      'OnlineMeetings.ReadWrite.All',
      'Sites.Selected',
      'User.Read.All',
    ]),
  /** Those of the app an administrator provisions with; it has no business but that. */
  adminRoles: z
    .array(z.string())
    .default([
      'Application.Read.All',
      'AppRoleAssignment.ReadWrite.All',
      'Group.ReadWrite.All',
      'Sites.FullControl.All',
      'User.ReadBasic.All',
    ]),
  /** What `Sites.Selected` was granted on the school's site. */
  siteRole: z.enum(['none', 'read', 'write', 'owner', 'fullcontrol']).default('write'),
  /** The mailboxes, by object id, in whose scope Exchange gave the app `Application Calendars.ReadWrite` (RBAC for Applications). */
  mailboxScope: z.array(z.guid()).default(() => allStaff()),
  /** The organizers the Teams application access policy covers, by object id. */
  accessPolicy: z.array(z.guid()).default(() => allStaff()),
  /** The school's own meeting policy: what a meeting is like that nobody has touched. */
  meetingDefaults: MeetingSettings.default(teamsDefaults),
  /** Undocumented (microsoftgraph/microsoft-graph-docs issue 15282), so either. */
  attendeesAppearAsParticipants: z.boolean().default(false),
  /** Microsoft hands out both: `/l/meetup-join/…` with escapes in it, and `/meet/…?p=…`. */
  joinUrls: z.enum(['long', 'short']).default('long'),
  /** What a look-up of a join URL that does not exist answers; both were seen. */
  missingMeeting: z.enum(['not found', 'empty']).default('not found'),
  onlineMeetingProviders: z.array(z.enum(['teamsForBusiness', 'skypeForBusiness'])).default(['teamsForBusiness']),
  /** How Graph words a second item with the same unique value is not documented. */
  uniqueViolation: z.strictObject({ status: z.int(), code: z.string(), message: z.string() }).default({
    status: 400,
    code: 'invalidRequest',
    message: 'One or more fields with unique constraints already has the provided value.',
  }),
  /** Delta tokens from before this moment are answered 410 Gone. UTC. */
  deltaTokensSince: z.iso.datetime().default('2000-01-01T00:00:00Z'),
  /** The app's certificates that Entra has, PEM. */
  certificates: z.array(z.string().startsWith('-----BEGIN CERTIFICATE-----')).default([]),
  /** The identities whose word Entra takes for the app's; by default the machine's own. */
  federated: z.array(z.strictObject({ issuer: z.string(), subject: z.string(), audience: z.string() })).default([
    {
      issuer: 'https://login.microsoftonline.com/5c0a1d0e-0000-4000-8000-000000000001/v2.0',
      subject: '5c0a1d0e-0000-4000-8000-0000000000d2',
      audience: 'api://AzureADTokenExchange',
    },
  ]),
});
/** Whom the school's policy covers by itself. */
export const allStaff = (): string[] =>
  everybody()
    .filter(({ groups }) => groups.includes('staff'))
    .map(({ id }) => id);
export type TenantOptions = z.infer<typeof TenantOptions>;

export type Options = {
  now(): TenantOptions;
  change(to: Partial<TenantOptions>): void;
  clear(): void;
};

export function openOptions(): Options {
  let options = TenantOptions.parse({});
  return {
    now: () => options,
    change: (to) => {
      options = { ...options, ...to };
    },
    clear: () => {
      options = TenantOptions.parse({});
    },
  };
}
