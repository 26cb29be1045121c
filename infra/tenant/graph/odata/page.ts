import { type Call, graphHost, Refusal } from '../call.ts';

const bad = (message: string) => new Refusal(400, 'BadRequest', message);

/** `$top`, or what the service gives without it; never more than it allows. */
export function top(query: URLSearchParams, { usual, most }: { usual: number; most: number }): number {
  const asked = query.get('$top');
  if (asked === null) return usual;
  if (!/^\d+$/.test(asked) || Number(asked) < 1) throw bad(`Invalid value '${asked}' for $top.`);
  return Math.min(Number(asked), most);
}

/** The whole address of the next page: the same query with a token only the service can read. */
export function nextLink({ path, query }: Call, token: string) {
  const next = new URLSearchParams(query);
  next.set('$skiptoken', Buffer.from(token).toString('base64url'));
  return { '@odata.nextLink': `${graphHost}/v1.0${path}?${next.toString().replaceAll('%24', '$')}` };
}

/** @returns what an earlier answer put into its link, or null on the first page */
export function skipToken(query: URLSearchParams): string | null {
  const token = query.get('$skiptoken');
  return token === null ? null : Buffer.from(token, 'base64url').toString();
}

/** A page of rows held in memory. */
export function page<T>(call: Call, rows: readonly T[], sizes = { usual: 10, most: 1000 }) {
  const token = skipToken(call.query);
  const from = token === null ? 0 : Number(token);
  if (!Number.isInteger(from) || from < 0) throw bad('Skip token is not valid.');
  const to = from + top(call.query, sizes);
  return { rows: rows.slice(from, to), link: to < rows.length ? nextLink(call, String(to)) : {} };
}
