import type { Scope } from '../../bot/views/rights.ts';
import { dayOf } from '../when.ts';
import { kindChoices, registerWords, statusChoices, yearNames } from '../words/register.ts';

/** What the register is narrowed down to: the same names stand in the page's address and in the question to the server, which judges them. */

export const narrowings = [
  'search',
  'kind',
  'status',
  'seal',
  'exceptions',
  'schoolYear',
  'year',
  'from',
  'to',
  'host',
  'agency',
] as const;
export type Narrowing = (typeof narrowings)[number];

const named = [...narrowings, 'scope', 'order'] as const;
/** Only what narrows down stands in it; never an empty text. Days are London's, `2026-11-24`. */
export type Filter = Readonly<Partial<Record<(typeof named)[number], string>>>;

/** @param given of an address: what is no filter of ours is left out */
export function filterOf(given: Readonly<Record<string, string>>): Filter {
  return Object.fromEntries(named.flatMap((name) => (given[name] ? [[name, given[name]]] : [])));
}

/** @param part an empty text takes a filter away */
export const changed = (filter: Filter, part: Filter): Filter => filterOf({ ...filter, ...part });

/** Whose meetings, and in which order, is not cleared with the rest. */
export function cleared({ scope = '', order = '' }: Filter): Filter {
  return filterOf({ scope, order });
}

export const queryOf = (filter: Filter): string => new URLSearchParams(filter).toString();

/** As the server names them: by time, or by a column and back. */
export type Order = (typeof orders)[number];
export const orders = [
  'newest',
  'oldest',
  'host',
  'host reversed',
  'kind',
  'kind reversed',
  'status',
  'status reversed',
] as const;
export const orderOf = ({ order }: Filter): Order => orders.find((one) => one === order) ?? 'newest';

export const scopes = ['mine', 'all', 'to authorise'] as const satisfies readonly Scope[];

export type InWords = { readonly filter: Narrowing; readonly name: string; readonly value: string };

/** Each narrowing in words, e.g. `Kind`, `Annual review`, in the order of the fields. */
export const inWords = (filter: Filter): readonly InWords[] =>
  narrowings.flatMap((one) => {
    const value = filter[one];
    return value === undefined
      ? []
      : [{ filter: one, name: registerWords.filters.names[one], value: valueInWords(one, value) }];
  });

const choices: Partial<Record<Narrowing, Readonly<Record<string, string>>>> = {
  kind: Object.fromEntries(kindChoices.map(({ value, name }) => [value, name])),
  status: Object.fromEntries(statusChoices.map(({ value, name }) => [value, name])),
  seal: registerWords.seals,
  exceptions: { yes: registerWords.withExceptions },
  year: yearNames,
};

function valueInWords(filter: Narrowing, value: string): string {
  if ((filter === 'from' || filter === 'to') && !Number.isNaN(Date.parse(value))) return dayOf(value);
  if (filter === 'schoolYear') return registerWords.schoolYear(Number(value));
  return choices[filter]?.[value] ?? value;
}
