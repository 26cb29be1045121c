import type { Config } from '../config.ts';
import type { Policy } from '../policy/policy.ts';
import type { School } from '../policy/school.ts';

/** What the facts are held against. */
export type Around = {
  readonly config: Pick<
    Config,
    'appId' | 'tenantId' | 'siteId' | 'groups' | 'claimSeconds' | 'publicUrl' | 'mailboxOutside' | 'teamsUrl'
  >;
  readonly policy: Policy;
  readonly school: School;
  /** Of the Teams app that belongs to this server, e.g. `0.1.0`. */
  readonly appVersion: string;
  readonly now: Date;
};
