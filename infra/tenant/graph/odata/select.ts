/** @returns of a resource what `$select` names, and its annotations; everything without one */
export function select<T extends object>(query: URLSearchParams, resource: T): Partial<T> {
  const names = query.get('$select');
  return names === null ? resource : pick(resource, names.split(','));
}

export function pick<T extends object>(resource: T, names: readonly string[]): Partial<T> {
  const wanted = new Set(names.map((name) => name.trim().toLowerCase()));
  const kept = Object.entries(resource).filter(([name]) => name.startsWith('@') || wanted.has(name.toLowerCase()));
  // Some of the members of T with the values they have there: what Partial<T> means.
  return Object.fromEntries(kept) as Partial<T>;
}
