import { dirname, join } from 'node:path';
import { z } from 'zod';
import { everyPackOf, isThere, type Library } from './library.ts';
import { isRead, type Lined, type Read, readLined } from './lined-yaml.ts';
import { English, Translated } from './our-words.ts';
import { Id } from './pack.ts';
import type { Fault } from './pack-fault.ts';
import type { PackFile } from './pack-file.ts';
import type { School } from './school.ts';
import { lineFaults, wordFaults } from './translation-checks.ts';

/** The languages that a school's invitations go out in. Pure but for `read`. */

export type Language = {
  /** `en`, `cy`: what HTML calls it. */
  readonly code: string;
  readonly ours: Translated;
  /** What is translated of the packs' joining lines: the sentence by `pack/line`. */
  readonly lines: ReadonlyMap<string, string>;
};
export type Translations = {
  readonly english: English;
  /** In the order they are read. */
  readonly languages: readonly Language[];
};

/** A pack's joining lines in another language: each line's id with its sentence, or `null` while it has none. */
const LineTranslation = z.record(Id, z.string().trim().min(1).max(300).nullable());
export type LineTranslation = z.infer<typeof LineTranslation>;

const folder = join(import.meta.dirname, 'translations');
const fileOf = (code: string): string => join(folder, `${code}.yaml`);

/** Our packs' translations stand beside our own words, a school's own pack's beside the pack: `our-pack.cy.yaml`. */
export function translationOf({ pack }: PackFile, code: string, { own }: Pick<Library, 'own'>): string {
  const beside = own?.pack.file === pack.file ? dirname(pack.file) : folder;
  return join(beside, `${pack.value.id}.${code}.yaml`);
}

/**
 * Reads the words of every language that the settings name; a pack need not have a translation.
 * @returns `null` where English, or one of them, could not be read
 */
export function openTranslations(
  school: Lined<School>,
  library: Library,
  read: Read,
): { readonly translations: Translations | null; readonly faults: readonly Fault[] } {
  const english = readLined(fileOf('en'), English, read);
  if (!isRead(english)) return { translations: null, faults: english };
  const opened = school.value.languages.map((code, index) => {
    if (code === 'en') return { language: { code, ours: english.value, lines: new Map<string, string>() }, faults: [] };
    const missing = { file: school.file, line: school.lineOf(['languages', index]) };
    if (!isThere(fileOf(code), read))
      return { language: null, faults: [{ ...missing, says: `There is no translation into “${code}”.` }] };
    return openLanguage(code, { english, library, read });
  });
  const languages = opened.flatMap(({ language }) => language ?? []);
  const complete = languages.length === opened.length;
  return {
    translations: complete ? { english: english.value, languages } : null,
    faults: opened.flatMap(({ faults }) => faults),
  };
}

type Around = { readonly english: Lined<English>; readonly library: Library; readonly read: Read };

/** @returns one language with everything that is wrong with its files; `null` where our own words could not be read */
function openLanguage(
  code: string,
  { english, library, read }: Around,
): { readonly language: Language | null; readonly faults: readonly Fault[] } {
  const ours = readLined(fileOf(code), Translated, read);
  const packs = everyPackOf(library).map((file) => openLines(file, translationOf(file, code, library), read));
  const faults = [
    ...(isRead(ours) ? wordFaults(ours, english.value) : ours),
    ...packs.flatMap(({ faults: some }) => some),
  ];
  if (!isRead(ours)) return { language: null, faults };
  return { language: { code, ours: ours.value, lines: new Map(packs.flatMap(({ lines }) => lines)) }, faults };
}

type Lines = {
  readonly lines: readonly (readonly [name: string, says: string])[];
  readonly faults: readonly Fault[];
};

function openLines({ pack }: PackFile, file: string, read: Read): Lines {
  if (!isThere(file, read)) return { lines: [], faults: [] };
  const translation = readLined(file, LineTranslation, read);
  if (!isRead(translation)) return { lines: [], faults: translation };
  const lines = Object.entries(translation.value).flatMap(([id, says]) =>
    says === null ? [] : [[`${pack.value.id}/${id}`, says] as const],
  );
  return { lines, faults: lineFaults(translation, pack.value) };
}
