import type { Lined } from './lined-yaml.ts';
import type { English, Translated } from './our-words.ts';
import { blanksIn, type Pack } from './pack.ts';
import type { Fault } from './pack-fault.ts';
import type { LineTranslation } from './translations.ts';

/** What can be wrong with a translation that has the right shape: a sentence may not say less than the English one. Pure. */

/** Of our own words; that every key is there, and no other, is their shape. */
export function wordFaults({ file, value, lineOf }: Lined<Translated>, english: English): readonly Fault[] {
  const translated = new Map(sentencesIn(value).map(({ path, says }) => [path.join('/'), says]));
  return sentencesIn(english).flatMap(({ path, says }) => {
    const other = translated.get(path.join('/')) ?? null;
    return blankFaults(says ?? '', other).map((wrong) => ({ file, line: lineOf(path), says: wrong }));
  });
}

/** Of a pack's joining lines. */
export function lineFaults({ file, value, lineOf }: Lined<LineTranslation>, pack: Pack): readonly Fault[] {
  const known = new Map(pack.joining.map(({ id, says }) => [id, says]));
  const fault = (id: string, says: string): Fault => ({ file, line: lineOf([id]), says });
  return [
    ...[...known.keys()].flatMap((id) => (id in value ? [] : [fault(id, `There is no “${id}”, not even as null.`)])),
    ...Object.entries(value).flatMap(([id, says]) => {
      const original = known.get(id);
      if (original === undefined) return [fault(id, `The pack “${pack.id}” has no joining line “${id}”.`)];
      return blankFaults(original, says).map((wrong) => fault(id, wrong));
    }),
  ];
}

function blankFaults(english: string, other: string | null): readonly string[] {
  if (other === null) return [];
  const [wanted, there] = [new Set(blanksIn(english)), new Set(blanksIn(other))];
  return [
    ...[...wanted].filter((name) => !there.has(name)).map((name) => `This lacks {${name}}, which the English has.`),
    ...[...there].filter((name) => !wanted.has(name)).map((name) => `The English has no {${name}}.`),
  ];
}

type Said = { readonly path: readonly string[]; readonly says: string | null };

const said = (group: string, all: Readonly<Record<string, string | null>>): readonly Said[] =>
  Object.entries(all).map(([key, says]) => ({ path: [group, key], says }));

const sentencesIn = ({
  subjects,
  openings,
  headings,
  sentences,
  insteadOf,
  text,
  textOfSecondAdult,
}: Translated): readonly Said[] => [
  ...said('subjects', subjects),
  ...said('openings', openings),
  ...said('headings', headings),
  ...said('sentences', sentences),
  ...said('insteadOf', insteadOf),
  { path: ['text'], says: text },
  { path: ['textOfSecondAdult'], says: textOfSecondAdult },
];
