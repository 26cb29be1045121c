/** A fact somebody had to look up. What could not be looked up is never an empty value: it says why, and policy refuses on it. */
export type Fact<T> = { readonly known: true; readonly value: T } | { readonly known: false; readonly why: string };

export const known = <T>(value: T): Fact<T> => ({ known: true, value });

/** @param why what could not be checked, in words fit for the person asking, e.g. "whether the second adult is staff" */
export const unknown = (why: string): Fact<never> => ({ known: false, why });
