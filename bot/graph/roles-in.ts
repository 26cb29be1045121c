import { z } from 'zod';

const Roles = z.object({ roles: z.array(z.string()) });

/**
 * What the app was allowed when a token was made, to hold two of them against each other; nothing is decided by it. By hand, because
 * everything that asks Graph comes by here, the tab's tests with a browser's globals too, and the library for tokens wants a server's.
 */
export function rolesIn(token: string): string {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return Roles.parse(payload).roles.toSorted().join(' ');
  } catch {
    return ''; // Microsoft may make its tokens unreadable to apps at any time; then none differs from another.
  }
}
