import type { SeededPerson } from '../../school/people.ts';
import { Refusal } from '../call.ts';
import { type Expression, parseFilter } from '../odata/filter.ts';
import type { StoredEvent } from './event.ts';

/**
 * The one filter on events this tenant knows:
 * `singleValueExtendedProperties/Any(ep: ep/id eq '…' and ep/value eq '…')`
 * (https://learn.microsoft.com/graph/api/singlevaluelegacyextendedproperty-get).
 */
export function propertyWanted(filter: string | null, reader: SeededPerson): (event: StoredEvent) => boolean {
  if (filter === null) return () => true;
  const expression = parseFilter(filter);
  const named = expression.kind === 'any' && expression.path.toLowerCase() === 'singlevalueextendedproperties';
  const id = named ? equals(expression.of, 'id') : undefined;
  const value = named ? equals(expression.of, 'value') : undefined;
  if (id === undefined || value === undefined) {
    throw new Refusal(
      501,
      'notSupported',
      'This tenant filters events by one extended property, its id and value, only.',
    );
  }
  // They are not carried to those invited.
  return ({ organizerId, extended }) =>
    organizerId === reader.id && extended.some((property) => sameId(property.id, id) && property.value === value);
}

function equals(expression: Expression, member: 'id' | 'value'): string | undefined {
  if (expression.kind === 'and') return equals(expression.left, member) ?? equals(expression.right, member);
  if (expression.kind !== 'compare' || expression.operator !== 'eq' || typeof expression.value !== 'string')
    return undefined;
  return expression.path.endsWith(`/${member}`) ? expression.value : undefined;
}

/** They are never shown unless asked for by id: `$expand=singleValueExtendedProperties($filter=id eq '…')`. */
export function expandedProperties(expand: string | null, { extended }: StoredEvent) {
  if (expand === null) return {};
  const match = /^singleValueExtendedProperties\(\$filter=(.*)\)$/is.exec(expand.trim());
  if (match === null) throw new Refusal(400, 'ErrorInvalidUrlQuery', `The expand '${expand}' is not supported.`);
  const ids = named(parseFilter(match[1] ?? ''));
  const found = extended.filter(({ id }) => ids.some((wanted) => sameId(wanted, id)));
  return found.length === 0 ? {} : { singleValueExtendedProperties: found };
}

function named(expression: Expression): string[] {
  if (expression.kind === 'or') return [...named(expression.left), ...named(expression.right)];
  if (expression.kind === 'compare' && expression.path === 'id' && typeof expression.value === 'string')
    return [expression.value];
  throw new Refusal(400, 'ErrorInvalidUrlQuery', 'Extended properties are expanded by id.');
}

const sameId = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
