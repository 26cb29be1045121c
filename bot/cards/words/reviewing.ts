import type { ReviewWhy } from '../../register/review.ts';
import type { WhyNotDismissed } from '../../reviewing/reasons.ts';

/** What is read about a meeting that stands and has to be looked at again. Fixed words: no child, no guest, nobody's name. */

export const reviewing = {
  title: 'This meeting needs review',
  done: 'Nothing is left to review',
  doneHint: 'The meeting stands as it was arranged.',
  over: 'Nothing is left to review',
  overHint: 'The meeting is over, or has been cancelled or moved.',
  hint: 'It stands as it was sealed. Something behind it has changed since it was arranged.',
  hostTitle: 'Your meeting needs review',
  hostHint: 'It stands meanwhile. Those who look at it have been asked.',
  reference: 'Reference',
  kind: 'Meeting',
  host: 'Host',
  since: (when: string) => `Since ${when}.`,
  stays:
    'Nobody can dismiss this; it goes when its cause does. From an hour before the start nobody is let in, and at the start the meeting is cancelled.',
  input: 'Why it may stand all the same, in one line',
  dismiss: 'Dismiss',
  cancel: 'Cancel the meeting',
  dismissed: (name: string) => `${name} dismissed this:`,
  fault: 'Please say why: one line of plain words, 200 characters at most.',
  more: (more: number) => `And ${String(more)} more. The register shows them.`,
  whatHelps: 'What would help',
  leadTitle: {
    hold: 'A meeting is on hold: nobody but the host gets in',
    end: 'A meeting is cancelled: what was to review was not cleared before its start',
  },
} as const;

export const whys: Readonly<Record<ReviewWhy, string>> = {
  'host left': 'The host is no longer among the school’s staff.',
  'second adult left': 'The second adult is no longer among the school’s staff.',
  'take part withdrawn': 'A guest has withdrawn their agreement to take part.',
  'be recorded withdrawn': 'A guest has withdrawn their agreement to be recorded.',
  'share information withdrawn': 'A guest has withdrawn their agreement to share information.',
  'be contacted directly withdrawn': 'A guest has withdrawn their agreement to be contacted directly.',
  'agency changed': 'A guest has been invited from another agency since.',
  'policy refuses': 'The school’s policy has changed, and no longer allows it.',
  'policy asks': 'The school’s policy has changed, and asks something that was not asked.',
  'policy wants a yes': 'The school’s policy has changed, and wants a yes that was not given.',
};

/** What the host, or whoever cancels for them, can do about it. */
export const helps: Readonly<Record<ReviewWhy, string>> = {
  'host left': 'A senior leader can change the host, or cancel the meeting.',
  'second adult left': 'Change the second adult.',
  'take part withdrawn': 'Remove that guest, or cancel the meeting.',
  'be recorded withdrawn': 'Take the recording off.',
  'share information withdrawn': 'Talk to them, or remove those with whom they would not share.',
  'be contacted directly withdrawn': 'Talk to them about another way to be written to.',
  'agency changed': 'Check who they come for; remove them and add them again if it is another.',
  'policy refuses': 'Change what stands in the way, or cancel the meeting.',
  'policy asks': 'Whoever reviews it can answer for you.',
  'policy wants a yes': 'Whoever reviews it can say yes.',
};

/** Why somebody's word was not taken. */
export const notDismissed: Readonly<Record<WhyNotDismissed, string>> = {
  'no such meeting': 'I cannot find that meeting in the register.',
  'your own': 'This is your own meeting. Somebody else has to look at it.',
  'not a reviewer': 'You are not among those who look at this one, so nothing was done.',
  'nothing to dismiss': 'Nothing about it is left to review.',
  over: 'That meeting no longer stands, so there is nothing left to review.',
  'cannot be dismissed': 'Nobody can dismiss that. It goes away when its cause does.',
  'not yet': 'It is being worked on just now. Please tap again in a minute.',
};

export const unreadable = 'I could not read that, so nothing was done. Please try again.';

/** After a change of packs. */
export const conforming = {
  title: 'Meetings that no longer conform',
  hint: 'The school’s policy has changed. Stricter settings are written by themselves; what stands in the way goes to review, one card each.',
  stricter: (settings: string) => `Stricter now: ${settings}.`,
  refuse: 'No longer allowed.',
  ask: 'Something is asked that was not.',
  authorise: 'A yes is wanted that was not.',
  more: (more: number) => `And ${String(more)} more. The register shows them.`,
  nothing: 'Every meeting that stands conforms to the school’s policy.',
  notForYou: 'That list is for senior leaders.',
} as const;
