import type { Safeguards } from '../bot/policy/decision.ts';

/** The settings of a Team Around the Child meeting, as the fictional school's policy has them. */
export const closed: Safeguards = {
  lobbyScope: 'organizer',
  dialInBypassesLobby: false,
  allowedPresenters: 'roleIsPresenter',
  allowedLobbyAdmitters: 'organizerAndCoOrganizers',
  allowMeetingChat: 'disabled',
  allowRecording: false,
  allowTranscription: false,
  recordAutomatically: false,
  allowBreakoutRooms: false,
  allowWhiteboard: false,
  allowLiveShare: 'disabled',
  allowAttendeeToEnableMic: true,
  allowAttendeeToEnableCamera: true,
};
