import { everyPackOf, openLibrary } from './library.ts';
import { isRead, type Read, readLined } from './lined-yaml.ts';
import { PackFault } from './pack-fault.ts';
import { type Policy, policyOf } from './policy.ts';
import { faultsBetween } from './policy-checks.ts';
import { School } from './school.ts';
import { openTranslations, type Translations } from './translations.ts';

/**
 * Opens a school's policy: its settings, the baseline, the packs it names, whatever those are based on, and the
 * languages its invitations go out in.
 * @param schoolFile path of the settings file
 * @param read the disk
 * @throws PackFault with every fault in every file: the process has no business going on
 */
export function openPolicy(
  schoolFile: string,
  read: Read,
): { readonly school: School; readonly policy: Policy; readonly translations: Translations } {
  const school = readLined(schoolFile, School, read);
  if (!isRead(school)) throw new PackFault(school);
  const { library, faults } = openLibrary(school, read);
  const { translations, faults: inTranslations } = openTranslations(school, library, read);
  const all = [...faults, ...faultsBetween(school, library), ...inTranslations];
  const packs = everyPackOf(library).map(({ pack, clauses }) => ({ pack: pack.value, clauses: clauses.value }));
  const [first, ...others] = packs;
  if (all.length > 0 || first === undefined || translations === null) throw new PackFault(all);
  return { school: school.value, policy: policyOf([first, ...others], school.value.waivers), translations };
}
