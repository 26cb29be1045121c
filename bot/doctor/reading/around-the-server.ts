import type { Config } from '../../config.ts';
import { type Fact, known, unknown } from '../../policy/fact.ts';

/** What needs no permission: the clock, and the door that Microsoft's channel knocks at. */

const patience = 10_000;

/** How many seconds this machine is ahead of Entra, which says the time in every answer; to the second. */
export async function readClock({ entraUrl, tenantId }: Pick<Config, 'entraUrl' | 'tenantId'>, now: () => Date) {
  const before = now().getTime();
  const answer = await quietly(() => fetch(`${entraUrl}/${tenantId}/v2.0/.well-known/openid-configuration`, within()));
  const theirs = Date.parse(answer?.headers.get('Date') ?? '');
  await answer?.body?.cancel();
  if (Number.isNaN(theirs)) return unknown('Entra did not say what time it is.');
  // Its own moment lies somewhere between our asking and our hearing.
  const ours = (before + now().getTime()) / 2;
  return known(Math.round((ours - theirs) / 1000));
}

/** What a message of nobody's is answered with at the address where the channel delivers. */
export async function readEndpoint(publicUrl: string, serviceUrl: string): Promise<Fact<number>> {
  const body = JSON.stringify({ ...aMessage, serviceUrl });
  const knock = { ...within(), method: 'POST', headers: { 'content-type': 'application/json' }, body };
  const answer = await quietly(() => fetch(`${publicUrl}/api/messages`, knock));
  await answer?.body?.cancel();
  return answer === null ? unknown('Nothing answers there.') : known(answer.status);
}

/** In the form of the channel's own, so that the missing token is all there is to turn it away for. */
const aMessage = {
  type: 'message',
  id: 'doctor',
  channelId: 'msteams',
  conversation: { id: 'doctor' },
  from: { id: 'doctor' },
  recipient: { id: 'doctor' },
  text: '',
};

const within = () => ({ signal: AbortSignal.timeout(patience), redirect: 'manual' as const });

/** `null` for no answer, whatever the reason: refused, dropped, too late, no such name, a certificate that does not hold. */
async function quietly(ask: () => Promise<Response>): Promise<Response | null> {
  try {
    return await ask();
  } catch {
    return null;
  }
}
