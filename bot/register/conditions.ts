import { compare, equals, startsWith } from '../graph/lists.ts';
import type { Status } from './entry.ts';
import type { RegisterQuery } from './register.ts';
import { searchFor } from './search.ts';
import { instant, type Span } from './walk.ts';

/**
 * What a query asks of the lists, as conditions on their indexed columns. Pure. SharePoint serves a query from the index of the first
 * of them and refuses it when that finds more than 5,000 rows, so they stand with the narrowest in front.
 */

export type Plan = {
  /**
   * Which rows are walked through: those of the meetings, those of the guests (and from them to their meetings), or, for a name that
   * may be the host's or a guest's, both side by side.
   */
  readonly walks: 'meetings' | 'guests' | 'both';
  /** Of the meetings, whichever way they are come to. */
  readonly meetings: readonly string[];
  /** Beside those, when the meetings themselves are walked through. */
  readonly host: readonly string[];
  readonly guests: readonly string[];
  /** Whether the first condition is likely to find few rows in a register of any size. */
  readonly selective: boolean;
  /** What the guests of each meeting that is found must be looked at for. */
  readonly look: { readonly name: string | null; readonly agency: string | null } | null;
};

/**
 * Somebody's own meetings are walked through as such, and never by the guests of everybody's: how far the search has come would tell
 * them that somebody of that name is known to the school.
 */
export function planOf(query: RegisterQuery): Plan {
  const search = searchFor(query.search);
  const name = search?.by === 'name' ? search.begins : null;
  const { agency } = query;
  const { few, many } = conditionsOf(query);
  const plan = { meetings: [...few, ...many], host: [], guests: [], look: null };
  if (name === null && agency === null) return { ...plan, walks: 'meetings', selective: few.length > 0 };
  const narrow = query.of !== null || query.authorisation !== null || query.host !== null;
  if (narrow) return { ...plan, walks: 'meetings', look: { name, agency }, selective: true };
  if (agency !== null) {
    const look = name === null ? null : { name, agency: null };
    return { ...plan, walks: 'guests', guests: [equals('Agency', agency)], look, selective: true };
  }
  const [host, guests] = [[begins('Host', 'HostSurname', name ?? '')], [begins('Name', 'Surname', name ?? '')]];
  return { ...plan, walks: 'both', host, guests, selective: true };
}

// Most meetings stand so.
const common: readonly Status[] = ['arranged', 'held elsewhere'];

function conditionsOf(query: RegisterQuery): { readonly few: readonly string[]; readonly many: readonly string[] } {
  const { of, kind, status, seal, exceptions, host, year, authorisation } = query;
  const rareStatus = status !== null && !common.includes(status);
  const few = [
    ...searched(query),
    ...(host === null ? [] : [equals('HostId', host)]),
    ...(of === null ? [] : [`(${equals('HostId', of)}%20or%20${equals('SecondAdultId', of)})`]),
    ...(authorisation === null || authorisation === 'not needed' ? [] : [equals('Authorisation', authorisation)]),
    ...(rareStatus ? [equals('Status', status)] : []),
    ...(exceptions ? [equals('Exceptions', 'some')] : []),
    ...(seal === 'not sealed' ? [equals('Seal', seal)] : []),
  ];
  const many = [
    ...(year === null ? [] : [equals('Year', year)]),
    ...(kind === null ? [] : [equals('Kind', kind)]),
    ...(seal === 'sealed' ? [equals('Seal', seal)] : []),
    ...(authorisation === 'not needed' ? [equals('Authorisation', authorisation)] : []),
    ...(status !== null && !rareStatus ? [equals('Status', status)] : []),
  ];
  return { few, many };
}

const wholeReference = 12;

function searched({ search }: RegisterQuery): readonly string[] {
  const found = searchFor(search);
  if (found?.by === 'initials') return [equals('Child', found.are)];
  if (found?.by !== 'reference') return [];
  const is = found.begins.length === wholeReference ? equals : startsWith;
  return [is('Reference', found.begins)];
}

/** Somebody whose first name, whole name or surname begins so. */
const begins = (name: string, surname: string, text: string): string =>
  `(${startsWith(name, text)}%20or%20${startsWith(surname, text)})`;

/** The conditions of one look. @param led whether their first serves it, or when meetings start */
export function filterOf(conditions: readonly string[], span: Span, led: 'by condition' | 'by dates'): string {
  const dates = [compare('Starts', 'ge', instant(span.from)), compare('Starts', 'lt', instant(span.before))];
  return (led === 'by condition' ? [...conditions, ...dates] : [...dates, ...conditions]).join('%20and%20');
}
