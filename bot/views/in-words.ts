import type { FailureKind } from '../failure.ts';
import type { Safeguards } from '../policy/decision.ts';
import type { Status, Step } from '../register/entry.ts';

/** What a record says in words, for whoever reads it long after. Every table is complete, or it does not compile. */

export const statusWords: Record<Status, string> = {
  waiting: 'Nothing is made in Teams until it is authorised.',
  arranging: 'Being arranged.',
  arranged: 'Sealed first, then sent, then read back again.',
  'not arranged': 'Nobody was invited.',
  'called off': 'The invitations had left already, so the lobby was shut and the meeting cancelled.',
  refused: 'An approver said no, so nothing was made in Teams.',
  'held elsewhere': 'Only written down here: Chaperone made no meeting for it.',
  'needs review': 'It stands as it was sealed, and somebody has to say yes to it again.',
  'on hold': 'Nobody but the host gets in, until everybody who has to be there is found.',
  moved: 'Another meeting took its place; its link is useless.',
  cancelled: 'Cancelled by the school; its link is useless.',
};

/** Of a meeting that ended: what is known of its link. */
export const linkUnproved =
  'Its link could not be proved shut: please do not use it, and admit nobody. The safeguarding lead has been told.';

export const stepWords: Record<Step, string> = {
  open: 'before anything was done',
  authorise: 'while it waited to be authorised',
  draft: 'while it was put in the calendar',
  seal: 'while its safeguards were being proved',
  replace: 'while the meeting it replaces was being ended',
  invite: 'while the invitations were about to leave',
  confirm: 'while invitations and safeguards were read back',
  amend: 'while it was being changed',
  end: 'while its link was being made useless',
  remove: 'while its calendar entry was being removed',
  'call off': 'while it was being called off',
  tell: 'while people were being told',
  done: 'at the end',
};

export const failureWords: Record<FailureKind, string> = {
  'graph unavailable': 'Microsoft 365 did not answer',
  'graph refused': 'Microsoft 365 would not allow it',
  'graph unreadable': 'Microsoft 365 answered in a way that could not be checked',
  'register unavailable': 'the register did not answer',
  'register missing': 'a list of the register was not there',
  'register incomplete': 'the register was not set up as it has to be',
  'register changed': 'somebody else changed this entry meanwhile',
  'too many rows': 'that was more of the register than SharePoint goes through at once',
  'no such page': 'that page of the register could not be gone on from',
  'register unreadable': 'an entry of the register could not be read',
  'no meeting link': 'Teams made a calendar entry without a meeting in it',
  'meeting not found': 'Teams made a meeting and then could not find it',
  'not sealed': 'the safeguards did not read back as asked',
  'not invited': 'Outlook would not keep the invitation',
  'invitation unclear': 'it could not be seen whether the invitations went',
  'not the people asked for': 'the invitation did not read back with exactly the people asked for',
  interrupted: 'the work was interrupted',
  'no longer allowed': 'the school’s policy no longer allowed it',
  'not checked': 'it could not be checked who is staff and who is from outside',
  withdrawn: 'the host withdrew it',
  'not authorised in time': 'nobody authorised it before it was to start',
  'meeting gone': 'the meeting was no longer in the host’s calendar',
  'changed in Outlook': 'somebody had changed it in Outlook',
  'link not retired': 'its link could not be proved useless',
  'change refused': 'an approver said no to the change',
  'second adult missing': 'the second adult could not come, and that came first',
  'meeting changed': 'the meeting it was to replace was changed meanwhile',
  'meeting over': 'the meeting it was to replace had ended already',
  'memory unavailable': 'the conversation could not be remembered',
};

/** Every value policy can ask for has its sentence; a new one does not compile without. */
export const safeguardWords: {
  readonly [Name in keyof Safeguards]: {
    readonly name: string;
    readonly says: Readonly<Record<`${Safeguards[Name]}`, string>>;
  };
} = {
  lobbyScope: {
    name: 'Lobby',
    says: {
      organizer: 'Everyone but the host and second adult waits to be let in',
      organizationExcludingGuests: 'Everyone from outside the school waits to be let in',
    },
  },
  dialInBypassesLobby: { name: 'Telephone callers', says: { false: 'Wait in the lobby too' } },
  allowedLobbyAdmitters: {
    name: 'Letting people in',
    says: { organizerAndCoOrganizers: 'The host and the second adult only' },
  },
  allowedPresenters: {
    name: 'Presenting',
    says: { organizer: 'The host and the second adult only', roleIsPresenter: 'Named staff only' },
  },
  allowMeetingChat: {
    name: 'Chat',
    says: { enabled: 'On', disabled: 'Off', limited: 'During the meeting only' },
  },
  allowRecording: { name: 'Recording', says: { true: 'Allowed', false: 'Off' } },
  recordAutomatically: { name: 'Recording by itself', says: { false: 'Off' } },
  allowTranscription: { name: 'Transcript', says: { true: 'Allowed', false: 'Off' } },
  allowBreakoutRooms: { name: 'Breakout rooms', says: { true: 'Allowed', false: 'Off' } },
  allowWhiteboard: { name: 'Whiteboard', says: { true: 'Allowed', false: 'Off' } },
  allowAttendeeToEnableMic: {
    name: 'Microphones',
    says: { true: 'People switch their own on', false: 'Off until the host lets somebody speak' },
  },
  allowAttendeeToEnableCamera: {
    name: 'Cameras',
    says: { true: 'People switch their own on', false: 'Off until the host lets somebody be seen' },
  },
  allowLiveShare: { name: 'Live sharing of apps', says: { enabled: 'Allowed', disabled: 'Off' } },
};
