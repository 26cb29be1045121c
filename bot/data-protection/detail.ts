import type { z } from 'zod';
import { Failure } from '../failure.ts';
import type { AccessRow } from '../register/access.ts';
import { readable } from '../register/reading.ts';

/** What a row about data protection holds besides. @throws Failure `register unreadable` when somebody has edited it */
export function detailOf<T extends z.ZodType>({ detail }: AccessRow, shape: T): z.infer<T> {
  try {
    return readable(shape, JSON.parse(detail));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Failure('register unreadable', 'Detail', { cause: error });
    throw error;
  }
}
