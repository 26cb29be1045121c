import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import type { CallRecord } from '../../infra/tenant/calls.ts';
import type { Fault } from '../../infra/tenant/faults.ts';
import type { Mail } from '../../infra/tenant/mail/mail.ts';
import type { TenantOptions } from '../../infra/tenant/options.ts';
import { findPerson } from '../../infra/tenant/school/people.ts';
import { readSettings } from '../../infra/tenant/settings.ts';
import { startTenant } from '../../infra/tenant/tenant.ts';

/** The tenant alone, and an app of the school's that calls it: what the tests in this folder stand on. */

const local = parseEnv(readFileSync(new URL('../../infra/local.env', import.meta.url), 'utf8'));
export const settings = readSettings({ ...local, TENANT_PORT: '0', TENANT_DATABASE: ':memory:' });

/** @param name as the school knows the person, e.g. `Maya Okafor` */
export function person(name: string) {
  const found = findPerson(`${name.toLowerCase().replace(' ', '.')}@school.example.org`);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}
export const maya = person('Maya Okafor');
export const tom = person('Tom Birch');
export const mum = 'pat.lark@example.com';
export const nurse = 'nurse@partner.example.net';

export type Answered = { readonly status: number; readonly headers: Headers; readonly body: unknown };
export type Asked = {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** Instead of the app's own. */
  readonly token?: string;
};
type FaultAsked = z.input<typeof Fault>;

const Token = z.object({ access_token: z.string() });
const Event = z.object({ id: z.string(), onlineMeeting: z.object({ joinUrl: z.string() }).nullable() });
const Meetings = z.object({ value: z.array(z.object({ id: z.string() })) });
const Item = z.object({ id: z.string(), eTag: z.string() });

export type School = Awaited<ReturnType<typeof openSchool>>;

export async function openSchool(database = ':memory:') {
  const tenant = await startTenant({ ...settings, database });
  let own = '';
  const ask = async (method: string, path: string, { body, headers = {} }: Asked = {}): Promise<Answered> => {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(`${tenant.url}${path}`, { method, headers: { ...type, ...headers }, ...sent });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : JSON.parse(text) };
  };
  const app = { client_id: settings.appId, client_secret: settings.appSecret };
  const admin = { client_id: settings.adminAppId, client_secret: settings.adminAppSecret };
  const token = async (form = app) => {
    const body = new URLSearchParams({
      ...form,
      grant_type: 'client_credentials',
      scope: 'https://graph.microsoft.com/.default',
    });
    const answer = await fetch(`${tenant.url}/${settings.tenantId}/oauth2/v2.0/token`, { method: 'POST', body });
    return Token.parse(await answer.json()).access_token;
  };
  const graph = async (method: string, path: string, asked: Asked = {}) => {
    own ||= await token();
    return ask(method, `/v1.0${path}`, {
      ...asked,
      headers: { authorization: `Bearer ${asked.token ?? own}`, ...asked.headers },
    });
  };
  const options = (change: Partial<TenantOptions>) => fine(ask('PATCH', '/_control/options', { body: change }));
  // One app does everything in this folder, the making of lists too; what the school's own may not is asked in who-may-call.
  const mayMakeLists = () => options({ siteRole: 'fullcontrol' });
  await mayMakeLists();
  return {
    url: tenant.url,
    signing: tenant.signing,
    ask,
    token,
    graph,
    /** As the app an administrator provisions with. */
    asAdmin: async (method: string, path: string, asked: Asked = {}) =>
      graph(method, path, { ...asked, token: await token(admin) }),
    close: () => tenant.close(),
    // The control answers in these shapes; what it takes it checks itself.
    outbox: async () => (await ask('GET', '/_control/outbox')).body as Mail[],
    calls: async (query = '') => (await ask('GET', `/_control/calls${query}`)).body as CallRecord[],
    arm: (...faults: FaultAsked[]) => fine(ask('POST', '/_control/faults', { body: faults })),
    options,
    reset: async (keep = {}) => {
      await fine(ask('POST', '/_control/reset', { body: keep }));
      await mayMakeLists();
    },
    ...doing(graph),
  };
}

/** Refuses to go on from an answer nobody expected. */
async function fine(answer: Promise<Answered>): Promise<Answered> {
  const { status, body } = await answer;
  if (status >= 400) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return answer;
}

type Graph = (method: string, path: string, asked?: Asked) => Promise<Answered>;

const lists = `/sites/${settings.siteId}/lists`;
const events = `/users/${maya.id}/events`;
const meetings = `/users/${maya.id}/onlineMeetings`;
export const paths = { events, meetings, lists };

export const event = {
  subject: 'Team Around the Child',
  body: { contentType: 'html', content: '<p>Please come.</p>' },
  start: { dateTime: '2026-11-24T15:15:00', timeZone: 'UTC' },
  end: { dateTime: '2026-11-24T16:00:00', timeZone: 'UTC' },
  isOnlineMeeting: true,
  onlineMeetingProvider: 'teamsForBusiness',
};

export const invited = (...addresses: string[]) => ({
  attendees: addresses.map((address) => ({ type: 'required', emailAddress: { name: address, address } })),
});

/** The usual steps, each refusing to go on when it failed. */
const doing = (graph: Graph) => ({
  /** Maya's event, with a meeting. */
  newEvent: async (more: object = {}) => {
    const { body } = await fine(graph('POST', events, { body: { ...event, ...more } }));
    const { id, onlineMeeting } = Event.parse(body);
    return { id, joinUrl: onlineMeeting?.joinUrl ?? '', path: `${events}/${encodeURIComponent(id)}` };
  },
  lookUp: (joinUrl: string, of = meetings) =>
    graph('GET', `${of}?$filter=JoinWebUrl eq '${encodeURIComponent(joinUrl)}'`),
  meetingPath: async (joinUrl: string) => {
    const { body } = await fine(graph('GET', `${meetings}?$filter=JoinWebUrl eq '${encodeURIComponent(joinUrl)}'`));
    return `${meetings}/${encodeURIComponent(Meetings.parse(body).value[0]?.id ?? '')}`;
  },
  newList: async (...columns: object[]) => {
    const body = { displayName: 'Meetings', columns, list: { template: 'genericList' } };
    const made = await fine(graph('POST', lists, { body }));
    return `${lists}/${z.object({ id: z.string() }).parse(made.body).id}`;
  },
  newItem: async (list: string, fields: object) => {
    const { body } = await fine(graph('POST', `${list}/items`, { body: { fields } }));
    const { id, eTag } = Item.parse(body);
    return { id, eTag, path: `${list}/items/${id}` };
  },
});
