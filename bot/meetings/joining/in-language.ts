import type { Section } from '../../policy/our-words.ts';
import type { Language, Translations } from '../../policy/translations.ts';
import { type Fillings, filled, fillingsOf, type Meeting } from './fillings.ts';
import type { Saying } from './sayings.ts';

/** Sentences in one language, each falling back to English on its own. Pure. */

/** What a text message tells: that there is an invitation, or who the second adult is now. */
export type TextAbout = 'text' | 'textOfSecondAdult';

/** A sentence with its blanks filled in, and the language it is in after all. */
export type Spoken = { readonly text: string; readonly language: string };

/** `null` when a meeting has nothing to put into one of the blanks. */
export type Speaker = {
  readonly code: string;
  /** The language's own name for itself. */
  readonly name: string;
  subject(): Spoken | null;
  opening(): Spoken | null;
  heading(section: Section): Spoken | null;
  say(saying: Saying): Spoken | null;
  /** The text message, with the short forms of day and time in the language that it turns out to be in. */
  text(about: TextAbout, short: (language: string) => Partial<Fillings>): Spoken | null;
};

export function speakerOf({ code, ours, lines }: Language, { english }: Translations, meeting: Meeting): Speaker {
  const { kind } = meeting.ask;
  const { child, guest } = english.insteadOf;
  const fillings = {
    own: fillingsOf(meeting, code, { child: ours.insteadOf.child ?? child, guest: ours.insteadOf.guest ?? guest }),
    english: fillingsOf(meeting, 'en', { child, guest }),
  };
  type Short = Parameters<Speaker['text']>[1];
  const spoken = (own: string | null, otherwise: string, short: Short = () => ({})): Spoken | null => {
    const language = own === null ? 'en' : code;
    const values = { ...(own === null ? fillings.english : fillings.own), ...short(language) };
    const text = filled(own ?? otherwise, values);
    return text === null ? null : { text, language };
  };
  return {
    code,
    name: ours.name,
    subject: () => spoken(ours.subjects[kind], english.subjects[kind]),
    opening: () => spoken(ours.openings[kind], english.openings[kind]),
    heading: (section) => spoken(ours.headings[section], english.headings[section]),
    say: (saying) =>
      saying.of === 'us'
        ? spoken(ours.sentences[saying.id], english.sentences[saying.id])
        : spoken(lines.get(saying.name) ?? null, saying.says),
    text: (about, short) => spoken(ours[about], english[about], short),
  };
}
