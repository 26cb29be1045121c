import type { Policy } from '../policy/policy.ts';
import type { School } from '../policy/school.ts';
import type { Translations } from '../policy/translations.ts';
import type { Ask, Reference } from './ask.ts';
import { type Speaker, type Spoken, speakerOf } from './joining/in-language.ts';
import { type Sayings, sayingsFor } from './joining/sayings.ts';

/**
 * The words that go out with the invitation: ours for what, when and who, the school's packs' for how to join, in each of the
 * school's languages. They reach every guest alike, so they hold no child's name or initials, nobody's address and nobody's name
 * but the two members of staff.
 */

/** `html` is complete when the event is made: Teams adds its own join block, and a later change of the body would make a new meeting. */
export type Invitation = { readonly subject: string; readonly html: string };

export type Wording = { readonly school: School; readonly policy: Policy; readonly translations: Translations };

export function invitationOf(ask: Ask, reference: Reference, { school, policy, translations }: Wording): Invitation {
  const sayings = sayingsFor(policy, ask.kind);
  const meeting = { ask, reference, school, lockAfterMinutes: sayings.lockAfterMinutes };
  const letters = translations.languages.map((language) =>
    letterIn(speakerOf(language, translations, meeting), sayings),
  );
  const sent = withoutRepeats(letters);
  const subjects = new Set(sent.flatMap(({ subject }) => subject?.text ?? []));
  return { subject: `${[...subjects].join(' / ')} (${reference})`, html: sent.map(htmlOf(sent.length > 1)).join('') };
}

/** The whole of it in one language. */
type Letter = {
  readonly code: string;
  readonly name: string;
  readonly subject: Spoken | null;
  readonly lead: readonly Spoken[];
  readonly sections: readonly { readonly heading: Spoken | null; readonly said: readonly Spoken[] }[];
};

function letterIn(speaker: Speaker, { lead, sections }: Sayings): Letter {
  const opening = speaker.opening();
  const all = (sayings: Sayings['lead']) => sayings.flatMap((saying) => speaker.say(saying) ?? []);
  return {
    code: speaker.code,
    name: speaker.name,
    subject: speaker.subject(),
    lead: [...(opening === null ? [] : [opening]), ...all(lead)],
    sections: sections
      .map(({ section, sayings }) => ({ heading: speaker.heading(section), said: all(sayings) }))
      .filter(({ said }) => said.length > 0),
  };
}

/** A language in which nothing is translated yet would say all of it in English once more. */
function withoutRepeats(letters: readonly Letter[]): readonly Letter[] {
  const own = letters.filter((letter) => languagesIn(letter).has(letter.code));
  return own.length > 0 ? own : letters.slice(0, 1).map((letter) => ({ ...letter, code: 'en' }));
}

const languagesIn = ({ lead, sections }: Letter): ReadonlySet<string> =>
  new Set([...lead, ...sections.flatMap(({ said }) => said)].map(({ language }) => language));

const htmlOf =
  (withName: boolean) =>
  ({ code, name, lead, sections }: Letter): string => {
    const paragraph = (said: readonly Spoken[]) => `<p>${said.map((one) => marked(one, code)).join(' ')}</p>`;
    const parts = sections.map(
      ({ heading, said }) => `${heading ? `<h3>${marked(heading, code)}</h3>` : ''}${paragraph(said)}`,
    );
    return `<div lang="${code}">${withName ? `<h2>${escaped(name)}</h2>` : ''}${paragraph(lead)}${parts.join('')}</div>`;
  };

// A screen reader would pronounce an English sentence as Welsh.
const marked = ({ text, language }: Spoken, around: string): string =>
  language === around ? escaped(text) : `<span lang="${language}">${escaped(text)}</span>`;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
