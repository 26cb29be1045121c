import { type Ask, guestsOf, isFamily, type Reference } from '../ask.ts';
import type { Wording } from '../invitation.ts';
import { dayIn, timeIn } from './fillings.ts';
import { inGsm } from './gsm.ts';
import { speakerOf, type TextAbout } from './in-language.ts';

/**
 * The invitation in a text message, for the school to send with its own tool to families who may not look into their mail. It holds
 * no child, no guest, no address and no link: a phone is read over shoulders, and a link in a text is what families are warned of.
 */

/** Two parts: each of them loses seven characters to saying which it is (3GPP TS 23.040). */
const longest = 306;
/** What stays of a school's name whatever else is long. */
const shortest = 12;

/** What is to be sent to whom of the family, by itself: one message for each of the school's languages. */
export type FamilyTexts = { readonly to: string; readonly texts: readonly string[] };

/** @returns the same for each member of the family, whose names are for the sender; none when no family is invited */
export function textsOf(
  ask: Ask,
  reference: Reference,
  wording: Wording,
  about: TextAbout = 'text',
): readonly FamilyTexts[] {
  const texts = textIn({ ask, reference }, wording, about);
  return guestsOf(ask)
    .filter(isFamily)
    .map(({ name }) => ({ to: name, texts }));
}

type Meeting = { readonly ask: Ask; readonly reference: Reference };

function textIn({ ask, reference }: Meeting, { school, translations }: Wording, about: TextAbout): readonly string[] {
  const inLanguages = (name: string) => {
    const meeting = { ask, reference, school: { ...school, name }, lockAfterMinutes: null };
    const short = (language: string) => ({
      day: dayIn(language, ask.start, 'short'),
      time: timeIn(language, ask.start, 0),
    });
    return translations.languages.map((language) =>
      inGsm(speakerOf(language, translations, meeting).text(about, short)?.text ?? ''),
    );
  };
  const room = Math.max(shortest, longest - Math.max(...inLanguages('').map(({ length }) => length)));
  return [...new Set(inLanguages(cut(inGsm(school.name), room)))];
}

const cut = (name: string, room: number): string => (name.length <= room ? name : `${name.slice(0, room - 3)}...`);
