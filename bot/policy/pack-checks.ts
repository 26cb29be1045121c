import { basename } from 'node:path/posix';
import { mentionsIn, sections } from './mentions.ts';
import type { Fault } from './pack-fault.ts';
import type { PackFile } from './pack-file.ts';
import { ruleFaults } from './rule-checks.ts';

/** What can be wrong with a pack that has the right shape. Pure. */

/** Everything that is wrong with one pack and the list of its source's clauses. */
export function faultsWithin(file: PackFile): readonly Fault[] {
  return [...namesOf(file), ...numbersOf(file), ...clausesOf(file), ...ruleFaults(file.pack)];
}

function namesOf({ pack: { file, value: pack, lineOf } }: PackFile): Fault[] {
  const misnamed = basename(file.replaceAll('\\', '/'), '.yaml') !== pack.id;
  const twice = sections.flatMap((section) => {
    const ids = pack[section].map((item) => ('id' in item ? item.id : undefined));
    return ids.flatMap((id, index) =>
      id !== undefined && ids.indexOf(id) < index
        ? [{ file, line: lineOf([section, index, 'id']), says: `There is more than one “${id}” among the ${section}.` }]
        : [],
    );
  });
  return [
    ...(misnamed
      ? [{ file, line: lineOf(['id']), says: `The pack “${pack.id}” has to stand in ${pack.id}.yaml.` }]
      : []),
    ...twice,
  ];
}

/** The clauses of one source are numbered 01, 02, 03 without a gap: a missing one would be a clause nobody answers for. */
function numbersOf({ clauses: { file, value, lineOf } }: PackFile): Fault[] {
  const ids = Object.keys(value);
  const source = sourceOf(ids[0] ?? '');
  const wrong = ids.findIndex((id, index) => id !== `${source}-${String(index + 1).padStart(2, '0')}`);
  const id = ids[wrong];
  if (id === undefined) return [];
  return [
    { file, line: lineOf([id]), says: `The clause ${id} is out of turn: one source, numbered in order from 01.` },
  ];
}

function clausesOf({ pack: { file, value: pack, lineOf }, clauses }: PackFile): Fault[] {
  const source = sourceOf(Object.keys(clauses.value)[0] ?? '');
  const mentions = mentionsIn(pack);
  const used = new Set(mentions.filter(({ section }) => section !== 'notHere').map(({ clause }) => clause));
  return mentions.flatMap(({ clause, section, path }) => {
    const says = (): string | null => {
      if (sourceOf(clause) !== source) return `The clause ${clause} is of another source than this pack’s, ${source}.`;
      if (!(clause in clauses.value)) return `There is no clause ${clause} in ${clauses.file}.`;
      if (section === 'notHere' && used.has(clause)) return `The clause ${clause} is used, and said not to apply here.`;
      return null;
    };
    const sentence = says();
    return sentence === null ? [] : [{ file, line: lineOf(path), says: sentence }];
  });
}

const sourceOf = (clause: string): string => clause.slice(0, clause.lastIndexOf('-'));
