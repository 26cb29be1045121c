import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { manifestFor } from '../../manifest/manifest.ts';
import { readPackageSettings } from '../../manifest/settings.ts';
import { example } from './environments.ts';

/** The app asks a chat or a meeting for a permission exactly where its code could not do without: for none, today. */

/** What needs each, as it would stand in the source (https://learn.microsoft.com/microsoftteams/platform/graph-api/rsc/resource-specific-consent). */
const needs: Readonly<Record<string, RegExp>> = {
  'OnlineMeeting.ReadBasic.Chat': /microsoft\.meeting(?:Start|End)|getMeetingDetails/,
  'OnlineMeetingParticipant.Read.Chat': /microsoft\.meetingParticipant|getMeetingParticipant/,
  'OnlineMeetingNotification.Send.Chat': /sendMeetingNotification/,
  'OnlineMeetingIncomingAudio.Detect.Chat': /SpeakingState|incomingClientAudio/i,
  'MeetingStage.Write.Chat': /shareAppContentToStage/,
  'LiveShareSession.ReadWrite.Chat': /LiveShareHost|live-share/,
  'ChatMember.Read.Chat': /\/chats\/[^'"`]*\/members|getPagedMembers|TeamsInfo/,
  'ChatMessage.Read.Chat': /\/chats\/[^'"`]*\/messages/,
  'ChatSettings.Read.Chat': /`\/chats\/[^/]*`/,
  'TeamsActivity.Send.Chat': /sendActivityNotification/,
  'TeamsTab.Read.Chat': /\/chats\/[^'"`]*\/tabs/,
};

const root = resolve(import.meta.dirname, '..', '..');
const source = ['bot', 'tab']
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
  )
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

const asked = manifestFor(readPackageSettings(example), '1.2.3').authorization?.permissions?.resourceSpecific ?? [];

test.each(Object.entries(needs))('%s is asked for if something needs it, and only then', (name, use) => {
  expect(asked.some((one) => one.name === name)).toBe(use.test(source));
});

test('nothing else is asked of a chat or a meeting', () => {
  expect(asked.filter((one) => !(one.name in needs))).toEqual([]);
});
