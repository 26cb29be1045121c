import type { Recording } from '../../meetings/ask.ts';
import { dateInWords } from './dates.ts';

/** What people read of a recording. */

/** `For a parent who works; deleted by 8 June 2027.` */
export const recordingInWords = ({ purpose, deleteOn }: Recording): string =>
  `${purpose}; deleted by ${dateInWords(deleteOn)}.`;
