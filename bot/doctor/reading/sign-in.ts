import { decodeJwt } from 'jose';
import { z } from 'zod';
import { Failure } from '../../failure.ts';
import type { Token } from '../../graph/entra.ts';
import type { SignIn } from '../facts.ts';

/**
 * Whether Entra gives the app a token, and what the token lets it do. The permissions are read from the token itself: to read them from
 * the directory would take another permission, over every app of the tenant.
 */
export async function readSignIn(token: Token): Promise<SignIn> {
  try {
    const { roles } = Claims.parse(decodeJwt(await token()));
    return { is: 'in', roles: roles.toSorted() };
  } catch (error) {
    const code = codeIn(error);
    if (code !== null) return { is: 'refused', code };
    if (error instanceof Failure) return { is: 'not answering' };
    throw error;
  }
}

const Claims = z.object({ roles: z.array(z.string()).default([]) });

/** Entra's number for why not, e.g. `AADSTS7000222`; the sentence beside it may hold more than a page should show. */
function codeIn(error: unknown): string | null {
  const cause = error instanceof Failure ? error.cause : null;
  return cause instanceof Error ? (/AADSTS\d+/.exec(cause.message)?.[0] ?? null) : null;
}
