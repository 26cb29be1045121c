import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { groupKeys } from './school/people.ts';

/**
 * What can be wrong with a school's Microsoft 365 for a while, without any request being struck: the doctor is to find each of them.
 * What an administrator decides (permissions, policies, scopes) stands in `options.ts`.
 */
export const Illness = z.strictObject({
  /** The version of the Teams app in the organisation's catalogue; `null`: nobody has uploaded it. */
  installedApp: z
    .string()
    .nullable()
    .default(() => ownVersion()),
  /** People, by object id, whose licence has no Teams, or no mailbox. */
  withoutTeams: z.array(z.guid()).default([]),
  withoutMailbox: z.array(z.guid()).default([]),
  /** Groups that somebody has emptied, or deleted. */
  emptyGroups: z.array(z.enum(groupKeys)).default([]),
  deletedGroups: z.array(z.enum(groupKeys)).default([]),
  /** How far Microsoft's clock is ahead of this machine's; negative: behind. */
  secondsAhead: z.int().default(0),
  /** Whether SharePoint keeps the earlier versions of a row. */
  keepsVersions: z.boolean().default(true),
});
export type Illness = z.infer<typeof Illness>;

/** What is named changes; the rest stays as it is. */
export const IllnessChange = z.strictObject(
  Object.fromEntries(Object.entries(Illness.shape).map(([name, schema]) => [name, schema.unwrap().optional()])),
);

export type Health = {
  now(): Illness;
  change(to: Illness): void;
  clear(): void;
};

export function openHealth(): Health {
  let illness = Illness.parse({});
  return {
    now: () => illness,
    change: (to) => {
      illness = to;
    },
    clear: () => {
      illness = Illness.parse({});
    },
  };
}

/** The healthy school has installed what belongs to this server. */
const ownVersion = (): string =>
  z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'))).version;
