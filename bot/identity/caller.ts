import type { PersonId } from '../meetings/ask.ts';

/** What somebody may be at the school: an Entra group each, the same at both doors. */
export const roles = ['staff', 'head', 'slt', 'dsl', 'dpo', 'ict', 'pupil'] as const;
export type Role = (typeof roles)[number];

/** Who is asking, proved by a signed token, with the roles Entra gave when asked. */
export type Caller = { readonly id: PersonId; readonly name: string; readonly roles: ReadonlySet<Role> };
