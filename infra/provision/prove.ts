import { readFileSync } from 'node:fs';
import { readConfig } from '../../bot/config.ts';
import { openDoctor } from '../../bot/doctor/doctor.ts';
import { type About, type Examination, fine, inOrder, type Line, notRead, run, wrong } from '../../bot/doctor/line.ts';
import { askOne, type Reply } from '../../bot/doctor/reading/asking.ts';
import { createIdentity, tokenFor } from '../../bot/graph/entra.ts';
import { openGraph } from '../../bot/graph/graph.ts';
import { openPolicy } from '../../bot/policy/open-policy.ts';

/** What of the doctor's lines shows whether provisioning, and what an administrator ran after it, took. */
const proves =
  /^(?:sign-in|access policy|calendars|mailbox scope|site|versions|permissions beyond the list|(?:permission|list|group) .+)$/;

/**
 * Asks as the app itself, and changes nothing: whoever grants does not see what the grant is worth.
 * @param environment the server's own settings, with its own credential
 * @throws Error naming every setting that the server would miss; PackFault for a policy it would not run on
 */
export async function prove(environment: Record<string, string | undefined>): Promise<Examination> {
  const { config, secrets } = readConfig(environment);
  const { policy, school } = openPolicy(config.schoolFile, (file) => readFileSync(file, 'utf8'));
  const now = () => new Date();
  const storage = () => Promise.resolve('ok' as const);
  const { at, lines } = await openDoctor({ config, secrets, policy, school, storage, now }).examine();
  const { graphUrl, retryMilliseconds } = config;
  const token = tokenFor(createIdentity(config, secrets), 'https://graph.microsoft.com/.default');
  const graph = openGraph({ graphUrl, retryMilliseconds, patienceMilliseconds: 30_000 }, token);
  const others = ofOtherSites(await askOne(graph, '/sites/root?$select=id'));
  return { at, lines: inOrder([...lines.filter(({ id }) => proves.test(id)), others]) };
}

const otherSites: About = {
  id: 'other sites',
  what: 'SharePoint keeps the app out of other sites',
  why: {
    promise: 'no pretending',
    says: 'The app is for the register’s site and no other; it tries the front page of the tenant.',
    clauses: [],
  },
};

function ofOtherSites(reply: Reply): Line {
  if (reply === null) return notRead(otherSites, 'Microsoft 365 did not answer.');
  if (reply.status === 403) return fine(otherSites, 'Refused, as it is to be.');
  if (reply.status === 200)
    return wrong(
      otherSites,
      'It may open the front page of the tenant.',
      run('Look what else it was granted', 'npm run provision -- --plan'),
    );
  return notRead(otherSites, `Microsoft 365 answered ${reply.status} ${reply.code}.`);
}
