import type { Safeguards } from './decision.ts';

/** How strict each setting is: packs are merged by taking the strictest of each, so no pack can loosen another. Pure. */

export type Setting = keyof Safeguards;

/** What each setting may be, loosest first. */
const order: { readonly [K in Setting]: readonly Safeguards[K][] } = {
  lobbyScope: ['organizationExcludingGuests', 'organizer'],
  dialInBypassesLobby: [false],
  allowedPresenters: ['roleIsPresenter', 'organizer'],
  allowedLobbyAdmitters: ['organizerAndCoOrganizers'],
  allowMeetingChat: ['enabled', 'limited', 'disabled'],
  allowRecording: [true, false],
  allowTranscription: [true, false],
  recordAutomatically: [false],
  allowBreakoutRooms: [true, false],
  allowWhiteboard: [true, false],
  allowLiveShare: ['enabled', 'disabled'],
  allowAttendeeToEnableMic: [true, false],
  allowAttendeeToEnableCamera: [true, false],
};
// Object.keys forgets the literal names.
export const settings = Object.keys(order) as readonly Setting[];

/** What a rule sets; what it leaves out it says nothing of. */
export type Sets = { readonly [K in Setting]?: Safeguards[K] | undefined };

const strictness = (setting: Setting, value: Sets[Setting]): number => {
  const values: readonly unknown[] = order[setting];
  return values.indexOf(value);
};

/** Whether a setting is stricter in one than in the other; what says nothing of it is never the stricter one. */
export function isStricter(setting: Setting, one: Sets, other: Sets): boolean {
  return strictness(setting, one[setting]) > strictness(setting, other[setting]);
}

/** Every setting as loose as it can be: where policy says nothing, before any pack has spoken. */
export const loosest: Safeguards = {
  lobbyScope: 'organizationExcludingGuests',
  dialInBypassesLobby: false,
  allowedPresenters: 'roleIsPresenter',
  allowedLobbyAdmitters: 'organizerAndCoOrganizers',
  allowMeetingChat: 'enabled',
  allowRecording: true,
  allowTranscription: true,
  recordAutomatically: false,
  allowBreakoutRooms: true,
  allowWhiteboard: true,
  allowLiveShare: 'enabled',
  allowAttendeeToEnableMic: true,
  allowAttendeeToEnableCamera: true,
};

/**
 * The strictest of two, setting by setting: associative, commutative, idempotent.
 * @param more what another rule sets; what it leaves out stays as it is
 */
export function strictest(safeguards: Safeguards, more: Sets): Safeguards {
  const stricter = settings.filter((setting) => isStricter(setting, more, safeguards));
  return { ...safeguards, ...Object.fromEntries(stricter.map((setting) => [setting, more[setting]])) };
}
