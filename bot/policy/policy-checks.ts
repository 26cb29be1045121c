import { kinds } from './kind.ts';
import { everyPackOf, type Library } from './library.ts';
import type { Lined } from './lined-yaml.ts';
import { isAlways, kindsOf, nameOf, type Pack, type Rule } from './pack.ts';
import type { Fault } from './pack-fault.ts';
import type { PackFile } from './pack-file.ts';
import { baseline } from './policy.ts';
import { behindARefusal, loosens } from './rule-checks.ts';
import type { School, Waiver } from './school.ts';

/** What can be wrong between the files of a policy: what packs are based on, what a school adds, what it waives. Pure. */

export function faultsBetween(school: Lined<School>, library: Library): readonly Fault[] {
  return [
    ...everyPackOf(library).flatMap((file) => {
      const bases = basesOf(file, library);
      return [...cycleFaults(file, library), ...silenceFaults(file, bases), ...loosenings(file, bases)];
    }),
    ...ownNameFaults(library),
    ...waiverFaults(school, library),
  ];
}

/** Every pack that one adds to: what it names as its base and what that is based on; a school's own adds to all the others. */
function basesOf(file: PackFile, { packs, own }: Library): readonly PackFile[] {
  if (file === own) return [...packs.values()];
  return chainOf(file, packs).filter((one) => one !== file);
}

/** From the first base to the last, each once. */
function chainOf(file: PackFile, packs: Library['packs']): readonly PackFile[] {
  const chain = new Set<PackFile>();
  for (let next = baseOf(file, packs); next !== undefined && !chain.has(next); next = baseOf(next, packs))
    chain.add(next);
  return [...chain];
}

const baseOf = (file: PackFile, packs: Library['packs']): PackFile | undefined =>
  packs.get(file.pack.value.basedOn ?? '');

function cycleFaults(file: PackFile, { packs }: Library): Fault[] {
  const { file: path, value, lineOf } = file.pack;
  if (!chainOf(file, packs).includes(file)) return [];
  return [{ file: path, line: lineOf(['basedOn']), says: `The pack “${value.id}” is in the end based on itself.` }];
}

/** A pack that is silent on a kind would refuse it alone and no longer do so together with another. */
function silenceFaults({ pack: { file, value, lineOf } }: PackFile, bases: readonly PackFile[]): Fault[] {
  const rules = [value, ...bases.map(({ pack }) => pack.value)].flatMap((pack) => pack.rules);
  const decisive = rules.filter((rule) => isAlways(rule) && (rule.verdict === 'allow' || rule.verdict === 'refuse'));
  const spoken = new Set(decisive.flatMap(kindsOf));
  const silent = kinds.filter((kind) => !spoken.has(kind));
  if (silent.length === 0) return [];
  return [{ file, line: lineOf(['rules']), says: `No rule always allows or always refuses: ${silent.join(', ')}.` }];
}

function loosenings({ pack: { file, value, lineOf } }: PackFile, bases: readonly PackFile[]): Fault[] {
  const rules = bases.flatMap(({ pack }) => pack.value.rules);
  const looser = value.rules.flatMap((rule, index) => {
    const why = rule.verdict === 'allow' ? (loosens(rule, rules) ?? behindARefusal(rule, rules)) : null;
    if (why === null) return [];
    const says = `The rule “${rule.id}” ${why}; a pack may only tighten what it adds to.`;
    return [{ file, line: lineOf(['rules', index]), says }];
  });
  const locks = bases.flatMap(({ pack }) => pack.value.lockAfterMinutes ?? []);
  const later = value.lockAfterMinutes !== null && locks.some((minutes) => minutes < (value.lockAfterMinutes ?? 0));
  const says = 'The door closes later than in a pack this one adds to: a pack may only tighten it.';
  return [...looser, ...(later ? [{ file, line: lineOf(['lockAfterMinutes']), says }] : [])];
}

function ownNameFaults({ packs, own }: Library): Fault[] {
  if (own === null || !packs.has(own.pack.value.id)) return [];
  const { file, value, lineOf } = own.pack;
  return [{ file, line: lineOf(['id']), says: `There is another pack called “${value.id}”.` }];
}

function waiverFaults({ file, value: { waivers }, lineOf }: Lined<School>, library: Library): Fault[] {
  const named = new Map(
    everyPackOf(library).flatMap(({ pack: { value } }) =>
      value.rules.map((rule) => [nameOf(value, rule), { pack: value, rule }]),
    ),
  );
  return waivers.flatMap((waiver, index) => {
    const why = whyNoWaiver(waiver, named.get(waiver.rule));
    if (why === null) return [];
    return [{ file, line: lineOf(['waivers', index]), says: `The waiver of “${waiver.rule}” ${why}.` }];
  });
}

// One that has run out is no fault: it sets nothing aside any more, and a school is not shut out over a date (decide.ts).
function whyNoWaiver(waiver: Waiver, named: { pack: Pack; rule: Rule } | undefined): string | null {
  if (named === undefined) return 'names a rule that is not there';
  const { pack, rule } = named;
  if (pack.id === baseline) return 'is not possible: it is one of the promises every school keeps';
  if (rule.verdict === 'allow') return 'is not possible: the rule only allows and sets, and no setting is ever waived';
  if (rule.force === 'must' && !(waiver.by === 'slt' || waiver.by === 'head'))
    return 'has to come from the head or the senior leadership team';
  return null;
}
