import { childOf, guestsOf, secondAdultOf } from '../../bot/meetings/ask.ts';
import type { Entry } from '../../bot/register/entry.ts';
import { markOf } from '../../bot/register/exceptions.ts';
import type { Row } from '../../bot/register/line.ts';
import type { Page, RegisterQuery } from '../../bot/register/register.ts';
import { askHash } from '../../bot/register/rows.ts';
import { isMeant, type Search, searchFor } from '../../bot/register/search.ts';

/** What a page of the register is, told in the plainest way. */

const rowOf = (entry: Entry): Row => ({ ...entry, request: askHash(entry.ask) });

/** It pages by two, so that a few rows make several pages. */
export function pageOf(entries: readonly Entry[], query: RegisterQuery): Omit<Page, 'unreadable'> {
  const matching = entries.filter((entry) => matches(entry, query)).sort(byOrder(query.order));
  const start = Number(query.cursor ?? 0);
  const next = start + 2 < matching.length ? String(start + 2) : null;
  return { rows: matching.slice(start, start + 2).map(rowOf), next, lookedTo: null };
}

/** Whether a plain filter over all entries finds this one. */
export function matches(entry: Entry, query: RegisterQuery): boolean {
  const { ask, authorisation, status, seal } = entry;
  const year = 'year' in ask ? ask.year : childOf(ask)?.year;
  const agencies = guestsOf(ask).map(({ agency }) => agency.toLowerCase());
  return [
    query.of === null || ask.host.id === query.of || secondAdultOf(ask)?.id === query.of,
    query.kind === null || ask.kind === query.kind,
    query.authorisation === null || authorisation.state === query.authorisation,
    query.status === null || status === query.status,
    query.seal === null || seal.state === query.seal,
    !query.exceptions || markOf(entry) === 'some',
    query.host === null || ask.host.id === query.host,
    query.agency === null || agencies.includes(query.agency.toLowerCase()),
    query.year === null || year === query.year,
    query.from === null || ask.start >= query.from,
    query.to === null || ask.start < query.to,
    isFound(entry, searchFor(query.search)),
  ].every(Boolean);
}

function isFound({ reference, ask }: Entry, search: Search | null): boolean {
  if (search === null) return true;
  if (search.by === 'reference') return reference.startsWith(search.begins);
  if (search.by === 'initials') return childOf(ask)?.initials === search.are;
  return [ask.host, ...guestsOf(ask)].some(({ name }) => isMeant(name, search.begins));
}

export function byOrder(order: RegisterQuery['order']): (one: Entry, other: Entry) => number {
  const keyOf = ({ ask, status }: Entry) =>
    order.startsWith('host')
      ? ask.host.name
      : order.startsWith('kind')
        ? ask.kind
        : order.startsWith('status')
          ? status
          : ask.start;
  const sign = order === 'newest first' || order.endsWith('reversed') ? -1 : 1;
  return (one, other) => sign * keyOf(one).localeCompare(keyOf(other));
}
