import type { Recording } from '../../meetings/ask.ts';
import { dateInWords } from './dates.ts';

/** What people read of a recording. */

/** `For a parent who works; deleted by 8 June 2027.` */
export const recordingInWords = ({ purpose, deleteOn }: Recording): string =>
  `${purpose}; deleted by ${dateInWords(deleteOn)}.`;

export const recording = {
  title: 'Record this meeting?',
  openTitle: 'This meeting may be recorded',
  refusedTitle: 'It cannot be recorded as it stands',
  hint: 'Recording stays off until each of these is in place, and is switched off again when one is taken back.',
  needs: [
    'what the recording is for, and the day on which it is deleted, within a year',
    'the agreement of everyone from outside, written down',
    'the yes of those who authorise it',
  ],
  notYet: 'Not agreed to be recorded yet',
  all: 'Everyone from outside has agreed to be recorded.',
  purpose: 'What the recording is for',
  deleteOn: 'Deleted by',
  reference: 'Reference',
  because: 'The school’s policy',
  instead: 'What would be allowed',
  open: 'Ask to open the recording',
  close: 'Close the recording',
  button: 'Recording',
  opening: 'The recording is being opened. I will tell you here once it is, and has been read back.',
  asked: 'Recording stays off until they have said yes.',
  closing: 'Recording is being switched off. I will tell you here once that has been read back.',
  closingAsked: 'Without a recording too, this meeting needs a yes, and I have asked for it.',
  here: 'The recording of this meeting is below.',
  which: 'Please name the meeting, such as “open recording TAC-0123ABCD”.',
} as const;

export const recordingFaults = {
  purpose: 'Please say in a few plain words what the recording is for, 200 characters at most.',
  deleteOn: 'Please give the day on which the recording is deleted, as a date.',
  unreadable: 'I could not read that, so nothing was done. Please try again.',
} as const;

/** How the change ended, for the host. @param by `chaperone` when nobody asked for it */
export function recordingNews({ open, by }: { open: boolean; by: string }): string {
  if (open)
    return 'You can record it: press record yourself, and tell everyone when you do. Nothing is transcribed. Nobody has been written to.';
  const why =
    by === 'chaperone'
      ? 'Somebody from outside has taken back their agreement, so it cannot be recorded any more. '
      : '';
  return `${why}Recording is off, and that has been read back. Nobody has been written to.`;
}
