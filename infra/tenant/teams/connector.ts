import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { TeamsWorld } from '../teams-world.ts';
import type { Changes } from './changes.ts';
import type { Chats, Said } from './chats.ts';
import { connectorDoor, connectorError } from './connector-door.ts';
import { type Conversation, hasBotInstalled } from './conversations.ts';
import { type Outgoing, readOutgoing } from './outgoing.ts';
import type { Roster } from './roster.ts';
import type { Typing } from './typing.ts';

const NewConversation = z.looseObject({
  isGroup: z.boolean().optional(),
  members: z.tuple([z.looseObject({ id: z.string() })]),
  tenantId: z.string().optional(),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).optional() }).optional(),
  activity: z.unknown().optional(),
});

export type Connecting = {
  readonly world: TeamsWorld;
  readonly chats: Chats;
  readonly roster: Roster;
  readonly typing: Typing;
  readonly changes: Changes;
};

/**
 * The Bot Framework connector as Teams serves it: where a bot sends, updates and deletes what it says. Mount it at `/botframework/v3`.
 * Source: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export function connector(its: Connecting): Hono {
  const app = new Hono();
  app.use('*', connectorDoor(its.world));
  app.post('/conversations', (c) => createConversation(its, c));
  app.post('/conversations/:conversation/activities', (c) => send(its, c));
  app.post('/conversations/:conversation/activities/:activity', (c) => send(its, c));
  app.put('/conversations/:conversation/activities/:activity', (c) => update(its, c));
  app.delete('/conversations/:conversation/activities/:activity', (c) => remove(its, c));
  app.get('/conversations/:conversation/members', (c) => members(its, c));
  app.get('/conversations/:conversation/pagedmembers', (c) => members(its, c));
  app.get('/conversations/:conversation/members/:member', (c) => oneMember(its, c));
  app.all('*', (c) =>
    connectorError(c, 501, { code: 'NotImplemented', message: 'The school in a box does not imitate this.' }),
  );
  return app;
}

async function createConversation(its: Connecting, c: Context): Promise<Response> {
  const asked = NewConversation.safeParse(await c.req.json().catch(() => null)); // no JSON is no request; the schema says so
  const tenantId = asked.data?.tenantId ?? asked.data?.channelData?.tenant?.id;
  if (!asked.success || asked.data.isGroup === true || tenantId !== its.world.tenantId) {
    return connectorError(c, 400, { code: 'BadSyntax', message: 'Incorrect conversation creation parameters' });
  }
  const person = its.roster.person(asked.data.members[0].id);
  if (person === undefined)
    return connectorError(c, 400, { code: 'BadArgument', message: 'Failed to decrypt pairwise id' });
  const conversation = its.roster.chatWith(person);
  if (!hasBotInstalled(person) && !its.chats.isInstalled(conversation.id)) {
    return connectorError(c, 403, {
      code: 'ForbiddenOperationException',
      message: "Bot is not installed in user's personal scope",
    });
  }
  if (asked.data.activity === undefined) return c.json({ id: conversation.id }, 201);
  const outgoing = readOutgoing(JSON.stringify(asked.data.activity));
  if (outgoing.kind === 'refused') return connectorError(c, outgoing.status, outgoing);
  return c.json({ id: conversation.id, activityId: take(its, conversation, outgoing) }, 201);
}

async function send(its: Connecting, c: Context): Promise<Response> {
  const conversation = its.roster.conversation(parameter(c, 'conversation'));
  if (conversation === undefined) return noConversation(c);
  const outgoing = readOutgoing(await c.req.text());
  if (outgoing.kind === 'refused') return connectorError(c, outgoing.status, outgoing);
  return c.json({ id: take(its, conversation, outgoing) }, 201);
}

async function update(its: Connecting, c: Context): Promise<Response> {
  const refusal = refuseUnlessItsOwn(its, c);
  if (refusal) return refusal;
  const outgoing = readOutgoing(await c.req.text());
  if (outgoing.kind === 'refused') return connectorError(c, outgoing.status, outgoing);
  if (outgoing.kind === 'typing')
    return connectorError(c, 400, { code: 'BadSyntax', message: 'Typing is no message.' });
  const id = parameter(c, 'activity');
  its.chats.update(id, outgoing.said, its.world.now());
  its.changes.happened();
  return c.json({ id });
}

function remove(its: Connecting, c: Context): Response {
  const refusal = refuseUnlessItsOwn(its, c);
  if (refusal) return refusal;
  its.chats.delete(parameter(c, 'activity'), its.world.now());
  its.changes.happened();
  return c.json({});
}

function members(its: Connecting, c: Context): Response {
  const conversation = its.roster.conversation(parameter(c, 'conversation'));
  if (conversation === undefined) return noConversation(c);
  const people = conversation.members.map((person) => its.roster.account(person));
  return c.json(c.req.path.endsWith('/pagedmembers') ? { members: people } : people);
}

function oneMember(its: Connecting, c: Context): Response {
  const conversation = its.roster.conversation(parameter(c, 'conversation'));
  if (conversation === undefined) return noConversation(c);
  const person = its.roster.person(parameter(c, 'member'));
  if (person === undefined || !conversation.members.includes(person)) {
    return connectorError(c, 404, {
      code: 'MemberNotFoundInConversation',
      message: 'Member not found in conversation.',
    });
  }
  return c.json(its.roster.account(person));
}

/** @returns the id of what was said; typing gets one too and nobody can use it */
function take(its: Connecting, conversation: Conversation, outgoing: Exclude<Outgoing, { kind: 'refused' }>): string {
  const at = its.world.now();
  if (outgoing.kind === 'typing') {
    its.typing.start(conversation.id);
    return its.chats.newId(at);
  }
  return say(its, conversation, outgoing.said);
}

function say(its: Connecting, conversation: Conversation, said: Said): string {
  const id = its.chats.add({ conversation: conversation.id, at: its.world.now(), author: 'bot', said });
  its.typing.stop(conversation.id);
  its.changes.happened();
  return id;
}

function refuseUnlessItsOwn(its: Connecting, c: Context): Response | undefined {
  const author = its.chats.author(parameter(c, 'conversation'), parameter(c, 'activity'));
  if (author === 'bot') return undefined;
  if (author === 'person')
    return connectorError(c, 403, { code: 'Forbidden', message: 'A bot changes its own messages only.' });
  return connectorError(c, 404, {
    code: 'ActivityNotFoundInConversation',
    message: 'Activity not found in conversation.',
  });
}

function noConversation(c: Context): Response {
  return connectorError(c, 404, { code: 'ConversationNotFound', message: 'Conversation not found.' });
}

function parameter(c: Context, name: string): string {
  return c.req.param(name) ?? '';
}
