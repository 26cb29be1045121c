import { startInWords } from '../cards/words/dates.ts';
import type { Ask, Reference } from './ask.ts';

/**
 * The words that go out with the invitation. They reach every guest alike, so they hold no child's name or initials,
 * nobody's address and nobody's name but the two members of staff.
 */

/** The subject of the calendar entry and of the mail. */
export const subjectOf = (reference: Reference): string => `Team Around the Child meeting (${reference})`;

/**
 * @returns HTML for the event's body, complete at creation: Teams adds its own join block, and a later change of the body would make a new meeting
 */
export function bodyOf(ask: Ask, reference: Reference, schoolName: string): string {
  const paragraphs = [
    `${schoolName} invites you to an online meeting about a child you know or support: ${ask.purpose}.`,
    `It is on ${startInWords(ask.start)} and takes about ${ask.minutes} minutes.`,
    `${ask.host.name} runs the meeting. ${ask.secondAdult.name} will be there as well.`,
    'When you join, you wait in a lobby until one of them lets you in. Please join with the name they know you by.',
    'If your call drops, join again with the same link and wait to be let in.',
    'The meeting is not recorded. Please keep the link to yourself.',
    `If you would rather meet another way, or need help to take part, please reply and say so. Quote ${reference}.`,
  ];
  return paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('');
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
