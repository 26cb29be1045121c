import { Refusal } from './call.ts';

/** What ties an answer to the question, in headers and errors alike. */
export type Ids = { readonly requestId: string; readonly clientRequestId: string };

const jsonType = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

export const idHeaders = ({ requestId, clientRequestId }: Ids) => ({
  'request-id': requestId,
  'client-request-id': clientRequestId,
});

export function answered(ids: Ids, status: number, body: Readonly<Record<string, unknown>> | undefined): Response {
  const headers = { ...idHeaders(ids), ...(body === undefined ? {} : { 'content-type': jsonType }) };
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
}

/** The shape of every error Graph answers: https://learn.microsoft.com/graph/errors */
export function errorResponse(ids: Ids, now: Date, { status, code, message, headers }: Refusal): Response {
  const innerError = {
    date: now.toISOString().slice(0, 19),
    'request-id': ids.requestId,
    'client-request-id': ids.clientRequestId,
    ...(status === 429 ? { code: '429', message: 'Please retry after', status: '429' } : {}),
  };
  const body = { error: { code, message, innerError } };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...idHeaders(ids), 'content-type': jsonType, ...headers },
  });
}

const retryAfter = (seconds: number | undefined) => (seconds === undefined ? {} : { 'retry-after': String(seconds) });

/** Something upstream broke, or will not be hurried. */
export function failure(status: number, seconds: number | undefined): Refusal {
  const headers = retryAfter(seconds);
  if (status === 429) return new Refusal(429, 'TooManyRequests', 'Please retry again later.', headers);
  if (status === 503)
    return new Refusal(503, 'serviceNotAvailable', 'The service is temporarily unavailable.', headers);
  if (status === 500) return new Refusal(500, 'generalException', 'An unspecified error has occurred.', headers);
  if (status === 404) return new Refusal(404, 'itemNotFound', 'The resource could not be found.', headers);
  return new Refusal(status, 'UnknownError', '', headers);
}

/** No, in the words of whatever lies behind the path. */
export function denial(path: string): Refusal {
  if (/^\/users\/[^/]+\/onlineMeetings/.test(path)) {
    return new Refusal(403, 'Forbidden', 'No Application Access Policy found for this app on the user.');
  }
  if (/^\/users\/[^/]+\/(?:events|calendar)/.test(path)) {
    return new Refusal(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  }
  if (path.startsWith('/sites/')) return new Refusal(403, 'accessDenied', 'Access denied');
  return lacksPermission();
}

export const lacksPermission = (): Refusal =>
  new Refusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
