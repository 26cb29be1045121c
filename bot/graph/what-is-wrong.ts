import type { Step } from '../register/entry.ts';

/** Which permission a path of Graph needs; the first that fits. The names and why they are needed: `permissions.ts`. */
const needed: readonly (readonly [RegExp, string])[] = [
  [/^\/sites\//, 'the permission Sites.Selected, or its grant on the register’s site'],
  [/\/onlineMeetings/, 'the permission OnlineMeetings.ReadWrite.All, or the Teams access policy for this organiser'],
  [/\/(?:events|calendar)/, 'the permission Calendars.ReadWrite, or its Exchange scope for this mailbox'],
  [/^\/groups\/|\/checkMemberGroups/, 'the permission GroupMember.Read.All'],
  [/^\/users/, 'the permission User.Read.All'],
];

/**
 * What ICT has to put right when Graph says no, in half a sentence; `null` when its no is about something else. Pure.
 * @param path as it was asked for, without the version
 */
export function whatIsWrong(path: string, status: number): string | null {
  if (status === 401) return 'Microsoft Graph does not accept the app’s token';
  if (status !== 403) return null;
  const [, permission] = needed.find(([pattern]) => pattern.test(path)) ?? [];
  return permission === undefined ? null : `Microsoft 365 refuses ${permission}`;
}

const refused: Partial<Record<Step, string>> = {
  draft: 'refused to make the meeting (permissions Calendars.ReadWrite, OnlineMeetings.ReadWrite.All)',
  seal: 'refused to set the safeguards (permission OnlineMeetings.ReadWrite.All)',
  invite: 'refused the invitations (permission Calendars.ReadWrite)',
};

/** The same of a row that was stopped by a `graph refused`, which remembers at which step and no more; `null` where that does not tell. */
export function wrongAt(step: Step | null): string | null {
  const what = step === null ? undefined : refused[step];
  return what === undefined ? null : `Microsoft 365 ${what}`;
}
