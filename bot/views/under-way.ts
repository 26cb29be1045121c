import { pendingOf } from '../authorising/authorise.ts';
import type { Entry, Step } from '../register/entry.ts';

/** What is being done about a meeting at this moment, in a sentence. Pure. */

const says: Readonly<Record<Step, string>> = {
  open: 'It is about to be arranged.',
  authorise: 'Those who authorise are being asked.',
  draft: 'It is being put in the calendar, with nobody invited.',
  seal: 'Its safeguards are being set and read back. Nobody is invited yet.',
  replace: 'Its safeguards are proved. The link of the meeting whose place it takes is being shut.',
  invite: 'Its safeguards are proved. The invitations are about to leave.',
  confirm: 'The invitations have gone. Invitations and safeguards are being read back.',
  amend: 'It is being changed, and what is changed is read back.',
  end: 'Its link is being made useless. Everybody is told after that.',
  remove: 'Its calendar entry is being removed.',
  'call off': 'It is being called off.',
  tell: 'It is done. Those concerned are being told.',
  done: '',
};

/** @returns nothing when nobody works on it: it is at its end, or a yes is waited for */
export function underWayView(entry: Entry): { underWay?: string } {
  if (entry.step === 'done' || pendingOf(entry) !== null) return {};
  return { underWay: says[entry.step] };
}
