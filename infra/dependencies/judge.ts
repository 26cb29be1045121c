import { z } from 'zod';

/** What of the lock may not be, and why: pure. */

export const Rules = z.strictObject({
  licences: z.array(z.string()).min(1),
  saysElsewhere: z.array(
    z.strictObject({ name: z.string(), version: z.string(), licence: z.string(), where: z.string() }),
  ),
  knownBad: z.array(z.strictObject({ name: z.string(), versions: z.coerce.string(), why: z.string().min(10) })),
});
export type Rules = z.infer<typeof Rules>;

/** A package as npm reads it from the lock. `dev`: nothing that ships needs it. */
export const Package = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  dev: z.boolean(),
  /** Where it lies; empty for the project itself. */
  location: z.string(),
});
export type Package = z.infer<typeof Package>;

/** @returns a sentence for each package under a licence that nobody here has looked at */
export function unlicensed(packages: readonly Package[], { licences, saysElsewhere }: Rules): string[] {
  const others = packages.filter(({ location }) => location !== '');
  return others.flatMap(({ name, version, license }) => {
    const elsewhere = saysElsewhere.find((one) => one.name === name && one.version === version);
    const says = license ?? elsewhere?.licence ?? 'no licence';
    return allowed(says, licences) ? [] : [`${name} ${version} has ${says}, which is not among those we ship`];
  });
}

/**
 * SPDX expressions as packages write them: names with AND and OR, in brackets or not.
 * @returns whether we may choose from it only what is allowed
 */
export function allowed(expression: string, licences: readonly string[]): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  // Anything deeper nested is nothing we can read, and so is not allowed.
  return bare.split(' OR ').some((one) => one.split(' AND ').every((name) => licences.includes(name.trim())));
}

/** The question to `npm query` that finds whatever is known to be bad. */
export const badSelector = ({ knownBad }: Rules): string =>
  knownBad.map(({ name, versions }) => `[name="${name}"]:semver(${versions})`).join(', ');

/** @param found what npm found by that question */
export function known(found: readonly Package[], { knownBad }: Rules): string[] {
  return found.map(({ name, version }) => {
    const whys = knownBad.filter((one) => one.name === name).map(({ versions, why }) => `${versions}: ${why}`);
    return `${name} ${version} is in the lock, and known to be bad (${whys.join('; ')})`;
  });
}
