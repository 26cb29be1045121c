import { compare, equals, startsWith } from '../graph/lists.ts';
import type { Status } from './entry.ts';
import type { RegisterQuery } from './register.ts';
import { type Search, searchFor } from './search.ts';

/**
 * What a query asks of the list of meetings, as conditions on its indexed columns. Pure. SharePoint serves a query from the index of
 * the first of them, and refuses it when that finds more than 5,000 rows: so they stand with the narrowest in front.
 */

export type Conditions = {
  /** OData, narrowest first. */
  readonly all: readonly string[];
  /** Whether the first is likely to find few rows in a register of any size. */
  readonly selective: boolean;
};

// Most meetings stand so.
const common: readonly Status[] = ['arranged', 'held elsewhere'];

export function conditionsOf(query: RegisterQuery): Conditions {
  const { of, kind, status, seal, exceptions, host, year, authorisation } = query;
  const found = searchFor(query.search);
  const few = [
    ...(found === null ? [] : searched(found)),
    ...(host === null ? [] : [equals('HostId', host)]),
    ...(of === null ? [] : [`(${equals('HostId', of)}%20or%20${equals('SecondAdultId', of)})`]),
    ...(authorisation === null || authorisation === 'not needed' ? [] : [equals('Authorisation', authorisation)]),
    ...(status === null || common.includes(status) ? [] : [equals('Status', status)]),
    ...(exceptions ? [equals('Exceptions', 'some')] : []),
    ...(seal === 'not sealed' ? [equals('Seal', seal)] : []),
  ];
  const many = [
    ...(year === null ? [] : [equals('Year', year)]),
    ...(kind === null ? [] : [equals('Kind', kind)]),
    ...(seal === 'sealed' ? [equals('Seal', seal)] : []),
    ...(authorisation === 'not needed' ? [equals('Authorisation', authorisation)] : []),
    ...(status !== null && common.includes(status) ? [equals('Status', status)] : []),
  ];
  return { all: [...few, ...many], selective: few.length > 0 };
}

const wholeReference = 12;

function searched(search: Search): readonly string[] {
  switch (search.by) {
    case 'reference': {
      const is = search.begins.length === wholeReference ? equals : startsWith;
      return [is('Reference', search.begins)];
    }
    case 'initials':
      return [equals('Child', search.are)];
    case 'name':
      return [nameBegins('Host', 'HostSurname', search.begins)];
  }
}

/** Somebody whose first name, whole name or surname begins so. */
export const nameBegins = (name: string, surname: string, begins: string): string =>
  `(${startsWith(name, begins)}%20or%20${startsWith(surname, begins)})`;

/** `from` included, `before` not; UTC. */
export type Span = { readonly from: string; readonly before: string };
export const startsIn = ({ from, before }: Span): readonly string[] => [
  compare('Starts', 'ge', from),
  compare('Starts', 'lt', before),
];
