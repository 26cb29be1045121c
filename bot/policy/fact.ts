import { Failure } from '../failure.ts';

/** A fact somebody had to look up. What could not be looked up is never an empty value: it says why, and policy refuses on it. */
export type Fact<T> = { readonly known: true; readonly value: T } | { readonly known: false; readonly why: string };

export const known = <T>(value: T): Fact<T> => ({ known: true, value });

/** @param why what could not be checked, in words fit for the person asking, e.g. "whether the second adult is staff" */
export const unknown = (why: string): Fact<never> => ({ known: false, why });

/**
 * Looks something up: what cannot be looked up now is unknown, and not an error.
 * @param what in the words a refusal would use; what ICT has to put right is said behind it, where that is known
 * @param complain told of the failure, where nobody else hears of it
 * @throws whatever is no `Failure`
 */
export async function fact<T>(
  what: string,
  look: () => Promise<T>,
  complain?: (failure: Failure) => void,
): Promise<Fact<T>> {
  try {
    return known(await look());
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    complain?.(error);
    return unknown(error.wrong === null ? what : `${what}: ${error.wrong}`);
  }
}
