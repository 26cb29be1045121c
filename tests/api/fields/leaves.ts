/**
 * The path of every value in an answer, as `guests.address`: a list has those of all its items, an empty one none, and whatever is `null`
 * is a value. A part of Today goes by its name, because each is for somebody else.
 */
export function leavesOf(value: unknown, at = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => leavesOf(item, at));
  if (typeof value !== 'object' || value === null) return [at];
  const place = 'part' in value && 'state' in value ? `${at}.${String(value.part)}` : at;
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, place === '' ? name : `${place}.${name}`));
}
