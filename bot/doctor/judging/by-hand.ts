import type { Clause } from '../../policy/decision.ts';
import type { Around } from '../around.ts';
import type { Line, Why } from '../line.ts';
import { askedOfTenant, clausesSetting, type TenantCheck } from '../why.ts';

/** What no API of Microsoft Graph v1.0 tells: the one command that shows it, and what it must print. Pure. */

type ByHand = Omit<Extract<Line, { state: 'look by hand' }>, 'state' | 'why'> & { readonly why: Omit<Why, 'clauses'> };

const inPolicies = (...properties: readonly string[]): string =>
  `Get-CsTeamsMeetingPolicy | Format-Table Identity, ${properties.join(', ')}`;
const whose = 'beside Global, and beside the policy of those who arrange meetings if they have one of their own';

const anonymousJoin: ByHand = {
  id: 'anonymous join',
  what: 'Guests without an account can join',
  why: {
    promise: 'no pretending',
    says: 'Switched off, every parent is turned away at the door, and nothing that Chaperone reads would show it.',
  },
  says: 'Microsoft Graph does not show meeting policies.',
  command: `Get-CsTeamsMeetingConfiguration | Format-List DisableAnonymousJoin; ${inPolicies('AllowAnonymousUsersToJoinMeeting')}`,
  prints: `DisableAnonymousJoin False, and AllowAnonymousUsersToJoinMeeting True ${whose}.`,
};

const lobby: ByHand = {
  id: 'lobby defaults',
  what: 'What a new meeting’s lobby is like',
  why: {
    promise: 'sealed before sent',
    says: 'A meeting is like this until it is sealed, and nobody is invited before; a meeting made without Chaperone stays like this.',
  },
  says: 'Microsoft Graph does not show meeting policies.',
  command: inPolicies('AutoAdmittedUsers', 'AllowPSTNUsersToBypassLobby', 'AllowAnonymousUsersToStartMeeting'),
  prints: `OrganizerOnly or EveryoneInCompanyExcludingGuests, then False and False, ${whose}.`,
};

const presenters: ByHand = {
  id: 'presenter defaults',
  what: 'Who presents in a new meeting',
  why: {
    promise: 'sealed before sent',
    says: 'Where guests may ask for control or present by default, one slip in a meeting is enough.',
  },
  says: 'Microsoft Graph does not show meeting policies.',
  command: inPolicies('DesignatedPresenterRoleMode', 'AllowExternalParticipantGiveRequestControl'),
  prints: `OrganizerOnlyUserOverride, then False, ${whose}.`,
};

const attendance: ByHand = {
  id: 'attendance report',
  what: 'Attendance reports are made',
  why: {
    promise: 'no pretending',
    says: 'Who came, and as what, is otherwise only what the host notes.',
  },
  says: 'Microsoft Graph does not show meeting policies.',
  command: inPolicies('AllowEngagementReport'),
  prints: `Enabled or ForceEnabled, ${whose}.`,
};

/** What the packs ask of a tenant beyond that; `null`: it is one of the lines above. */
const ways: Readonly<Record<TenantCheck, { readonly command: string | null; readonly prints: string } | null>> = {
  'anonymous join': null,
  'organiser meeting policy': null,
  'students cannot schedule': {
    command: inPolicies(
      'AllowPrivateMeetingScheduling',
      'AllowChannelMeetingScheduling',
      'AllowMeetNow',
      'AllowPrivateMeetNow',
    ),
    prints: 'False four times, beside the policy that pupils have.',
  },
  'multi-factor sign-in': {
    command:
      "Get-MgIdentityConditionalAccessPolicy -All | Format-Table DisplayName, State, @{n='Asks for';e={$_.GrantControls.BuiltInControls}}",
    prints: 'A policy that is enabled, asks for mfa, and is for staff.',
  },
  'managed devices only': {
    command:
      "Get-MgIdentityConditionalAccessPolicy -All | Format-Table DisplayName, State, @{n='Asks for';e={$_.GrantControls.BuiltInControls}}",
    prints: 'A policy that is enabled, asks for compliantDevice or domainJoinedDevice, and is for staff.',
  },
  'account privacy': {
    command: null,
    prints:
      'Microsoft 365 admin centre, Settings, Org settings, Security & privacy: nothing switched on that shows more than is needed.',
  },
  'data region': {
    command: null,
    prints:
      'Microsoft 365 admin centre, Settings, Org settings, Organisation profile, Data location: United Kingdom, or a region the school has agreed to.',
  },
};

export function ofTenant({ policy, school }: Pick<Around, 'policy' | 'school'>): readonly Line[] {
  const asked = askedOfTenant(policy, school);
  const of = (check: TenantCheck): readonly Clause[] =>
    asked.filter((one) => one.check === check).flatMap(({ clauses }) => clauses);
  const byHand = (line: ByHand, ...clauses: readonly Clause[]): Line => ({
    ...line,
    state: 'look by hand',
    why: { ...line.why, clauses: [...new Map(clauses.map((clause) => [clause.id, clause])).values()] },
  });
  const own = asked.flatMap(({ id, check, says, clauses }): readonly Line[] => {
    const way = ways[check];
    if (way === null) return [];
    const why: Why = { promise: 'every answer has its clause', says: 'The school’s policy asks for it.', clauses };
    return [{ id, what: says, why, state: 'look by hand', says: 'Chaperone may not look at it.', ...way }];
  });
  return [
    byHand(anonymousJoin, ...of('anonymous join')),
    byHand(lobby, ...of('organiser meeting policy'), ...clausesSetting(policy, 'lobbyScope', 'dialInBypassesLobby')),
    byHand(presenters, ...of('organiser meeting policy'), ...clausesSetting(policy, 'allowedPresenters')),
    byHand(attendance),
    ...own,
  ];
}
