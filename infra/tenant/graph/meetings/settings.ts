import { z } from 'zod';

/**
 * The options of an online meeting that may be written, with the words Graph has for them
 * (https://learn.microsoft.com/graph/api/onlinemeeting-update and the v1.0 metadata).
 */
export const MeetingSettings = z.strictObject({
  lobbyBypassSettings: z.strictObject({
    scope: z.enum([
      'organizer',
      'organization',
      'organizationAndFederated',
      'everyone',
      'invited',
      'organizationExcludingGuests',
    ]),
    isDialInBypassEnabled: z.boolean(),
  }),
  allowedPresenters: z.enum(['everyone', 'organization', 'roleIsPresenter', 'organizer']),
  allowedLobbyAdmitters: z.enum(['organizerAndCoOrganizersAndPresenters', 'organizerAndCoOrganizers']),
  allowMeetingChat: z.enum(['enabled', 'disabled', 'limited']),
  allowAttendeeToEnableCamera: z.boolean(),
  allowAttendeeToEnableMic: z.boolean(),
  allowCopyingAndSharingMeetingContent: z.boolean(),
  allowRecording: z.boolean(),
  allowTranscription: z.boolean(),
  allowTeamworkReactions: z.boolean(),
  isEntryExitAnnounced: z.boolean(),
  recordAutomatically: z.boolean(),
  allowBreakoutRooms: z.boolean(),
  allowLiveShare: z.enum(['enabled', 'disabled']),
  allowPowerPointSharing: z.boolean(),
  allowWhiteboard: z.boolean(),
  watermarkProtection: z.strictObject({ isEnabledForContentSharing: z.boolean(), isEnabledForVideo: z.boolean() }),
});
export type MeetingSettings = z.infer<typeof MeetingSettings>;

/** What Teams gives a meeting when the school has set nothing: wide open to everybody with an account, and to the telephone. */
export const teamsDefaults: MeetingSettings = {
  lobbyBypassSettings: { scope: 'organization', isDialInBypassEnabled: true },
  allowedPresenters: 'everyone',
  allowedLobbyAdmitters: 'organizerAndCoOrganizersAndPresenters',
  allowMeetingChat: 'enabled',
  allowAttendeeToEnableCamera: true,
  allowAttendeeToEnableMic: true,
  allowCopyingAndSharingMeetingContent: true,
  allowRecording: true,
  allowTranscription: true,
  allowTeamworkReactions: true,
  isEntryExitAnnounced: true,
  recordAutomatically: false,
  allowBreakoutRooms: true,
  allowLiveShare: 'enabled',
  allowPowerPointSharing: true,
  allowWhiteboard: true,
  watermarkProtection: { isEnabledForContentSharing: false, isEnabledForVideo: false },
};

/** A change to some of them; `lobbyBypassSettings` and `watermarkProtection` may come with one member only. */
export const SettingsChange = MeetingSettings.extend({
  lobbyBypassSettings: MeetingSettings.shape.lobbyBypassSettings.partial(),
  watermarkProtection: MeetingSettings.shape.watermarkProtection.partial(),
}).partial();
export type SettingsChange = z.infer<typeof SettingsChange>;

/** @returns the settings as they were, with what the change names */
export function changed(settings: MeetingSettings, change: SettingsChange): MeetingSettings {
  return MeetingSettings.parse({
    ...settings,
    ...change,
    lobbyBypassSettings: { ...settings.lobbyBypassSettings, ...change.lobbyBypassSettings },
    watermarkProtection: { ...settings.watermarkProtection, ...change.watermarkProtection },
  });
}

/** @returns of anything that has them among others, the settings alone */
export const settingsOf = (holder: MeetingSettings): MeetingSettings => MeetingSettings.strip().parse(holder);
