import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config, Secrets } from '../config.ts';
import { createIdentity, tokenFor } from '../graph/entra.ts';
import { openGraph } from '../graph/graph.ts';
import type { Policy } from '../policy/policy.ts';
import type { School } from '../policy/school.ts';
import { judge } from './judging/judge.ts';
import type { Examination } from './line.ts';
import { readFacts } from './reading/read-facts.ts';

/** Looks at everything that a working Chaperone needs around it, and changes none of it. */
export type Doctor = {
  /** Reads everything afresh; never rejects for what Microsoft says or does not say. */
  examine(): Promise<Examination>;
};

type Parts = {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly policy: Policy;
  readonly school: School;
  readonly storage: () => Promise<'ok' | 'not answering'>;
  readonly now: () => Date;
};

// For everything together: three hundred organisers are thirty requests, four at a time.
const patienceMilliseconds = 30_000;

export function openDoctor({ config, secrets, policy, school, storage, now }: Parts): Doctor {
  return {
    async examine() {
      // An identity of its own each time: a token that is remembered still has the permissions of an hour ago.
      const token = tokenFor(createIdentity(config, secrets), 'https://graph.microsoft.com/.default');
      const { graphUrl, retryMilliseconds, credential } = config;
      const settings = { graphUrl, retryMilliseconds, patienceMilliseconds };
      const graph = openGraph(settings, token).until(Date.now() + patienceMilliseconds);
      const { organisers } = school;
      const facts = await readFacts({ graph, token, config, credential, organisers, storage, now });
      const at = now();
      return { at: at.toISOString(), lines: judge(facts, { config, policy, school, appVersion, now: at }) };
    },
  };
}

/** The manifest of the Teams app has the package's own version. */
const appVersion = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'))).version;

/**
 * The same for many who look at once: what was read stands for a while, and those who come while it is being read wait for that reading.
 * @param seconds counted from when it was read
 */
export function remembered(doctor: Doctor, seconds: number, now: () => Date): Doctor {
  let last: { readonly until: number; readonly examination: Promise<Examination> } | null = null;
  return {
    examine() {
      if (last !== null && last.until > now().getTime()) return last.examination;
      const examination = doctor.examine();
      last = { until: Infinity, examination };
      examination.then(
        () => {
          last = { until: now().getTime() + seconds * 1000, examination };
        },
        () => {
          last = null;
        },
      );
      return examination;
    },
  };
}
