import type { z } from 'zod';
import type { Twist } from '../faults.ts';

/** The app that calls, as its token says. */
export type CallingApp = { readonly id: string; readonly roles: ReadonlySet<string> };

/** One request to Graph, already let in: what a route reads to answer it. */
export type Call = {
  readonly app: CallingApp;
  readonly method: string;
  /** After `/v1.0`, without the query, as sent. */
  readonly path: string;
  /** A part of the path, decoded. */
  param(name: string): string;
  readonly query: URLSearchParams;
  header(name: string): string | undefined;
  readonly body: unknown;
  /** How a fault wants this one call answered wrongly. */
  readonly twist: Twist | null;
};

export type Answer = {
  readonly status: 200 | 201 | 202 | 204;
  readonly body?: Readonly<Record<string, unknown>>;
};

/**
 * A permission of Graph's: given the app's roles, may it? Some hang on who asks, and for whom.
 * @throws Refusal where whatever lies behind the path says no in words of its own
 */
export type Permission = (roles: ReadonlySet<string>, at: Pick<Call, 'app' | 'param'>) => boolean;

/** A path Graph has, who may call it, and what it does; synchronous, so that nothing comes between its reading and its writing. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly needs: Permission;
  /** The query options it understands, `$` and all; any other is answered 501 rather than passed over. */
  readonly options?: readonly string[];
  readonly answer: (call: Call) => Answer;
};

/** The options of a collection that is answered page by page. */
export const paging = ['$top', '$skiptoken'];

/** Graph's way of saying no. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** @returns a permission that any of these application roles gives */
export const oneOf =
  (...names: string[]): Permission =>
  (roles) =>
    names.some((name) => roles.has(name));

export const allOf =
  (...permissions: Permission[]): Permission =>
  (roles, at) =>
    permissions.every((permission) => permission(roles, at));

export const ok = (body: Answer['body'] & object): Answer => ({ status: 200, body });
export const created = (body: Answer['body'] & object): Answer => ({ status: 201, body });
export const nothing: Answer = { status: 204 };

/**
 * The body in the shape asked for.
 * @throws Refusal `wrong` makes from the first thing that does not fit
 */
export function read<T>(schema: z.ZodType<T>, body: unknown, wrong: (issue: z.core.$ZodIssue) => Refusal): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue === undefined) throw parsed.error;
  throw wrong(issue);
}

export const graphHost = 'https://graph.microsoft.com';

/** The `@odata.context` Graph puts in front; clients ignore it, and so must ours. */
export const context = (of: string) => ({ '@odata.context': `${graphHost}/v1.0/$metadata#${of}` });
