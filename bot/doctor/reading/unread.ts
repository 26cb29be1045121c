import type { z } from 'zod';
import { type Fact, known, unknown } from '../../policy/fact.ts';
import type { Reply } from './asking.ts';

/** Why something could not be read, in the words of the line it stands in. */
export const silent = 'Microsoft 365 did not answer in time.';
const unreadable = 'Microsoft 365 answered in a way I could not read.';
export const answered = (status: number, code: string): string =>
  `Microsoft 365 answered ${status}${code === '' ? '' : ` ${code}`}.`;

/** What stands in a reply that said yes; unknown for every other. */
export function readable<T extends z.ZodType>(reply: Reply, shape: T): Fact<z.infer<T>> {
  if (reply === null) return unknown(silent);
  if (reply.status !== 200) return unknown(answered(reply.status, reply.code));
  const read = shape.safeParse(reply.body);
  return read.success ? known(read.data) : unknown(unreadable);
}
