import { createIdentity, tokenFor } from '../../bot/graph/entra.ts';
import { openGraph } from '../../bot/graph/graph.ts';
import type { Register } from '../../bot/register/register.ts';
import { openRegister } from '../../bot/register/sharepoint.ts';
import type { Site } from '../school.ts';

/** The school's register as another instance of the server has it before it. */
export function registerOf({ config, secrets }: Site): Register {
  const settings = { graphUrl: config.graphUrl, retryMilliseconds: 5, patienceMilliseconds: 5_000 };
  const token = tokenFor(createIdentity(config, secrets), 'https://graph.microsoft.com/.default');
  return openRegister(openGraph(settings, token), config.siteId);
}
