import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { responses } from '../graph/events/event.ts';
import type { SeededPerson } from '../school/people.ts';
import type { CardAction } from './activities.ts';
import type { Channel } from './channel.ts';
import type { Chat } from './chat-message.ts';
import type { Connecting } from './connector.ts';
import { type Conversation, personAccountId } from './conversations.ts';

const longestWait = 60;
const Wait = z.object({
  after: z.coerce.number().int().min(0).default(0),
  /** Seconds. */
  wait: z.coerce.number().min(0).max(longestWait).default(0),
  /** What the asker shows of the bot's typing; when it no longer holds, the wait is over. */
  typing: z.enum(['true', 'false']).optional(),
});
const Message = z.object({ text: z.string().min(1) });
const GroupMessage = z.object({ from: z.string(), text: z.string().min(1), mention: z.boolean() });
const Action = z.object({
  messageId: z.string(),
  verb: z.string(),
  data: z.unknown().optional(),
  trigger: z.enum(['manual', 'automatic']).default('manual'),
});
const Answered = z.object({ response: z.enum(responses) });
const GroupAction = z.object({ from: z.string(), ...Action.shape });

export type Acting = Connecting & { readonly channel: Channel };

/** The page's own API, and how the demo and the tests act as a person. It asks for no token: whoever opens the box is everyone in it. Mount it at `/_teams`. */
export function pageApi(its: Acting): Hono {
  const app = new Hono();
  app.get('/people', (c) => c.json(people(its)));
  app.get('/school', (c) => c.json(school(its)));
  app.get('/outbox', (c) => c.json(mailsTo(its, c.req.query('to'))));
  app.post('/outbox/:mail/answer', async (c) => {
    const { response } = await body(c, Answered);
    if (its.world.answer(c.req.param('mail'), response)) return c.json({});
    return c.json({ problem: 'There is nothing to answer any more.' }, 409);
  });
  app.get('/meetings/:meeting', (c) => c.json(meetingNamed(its, c.req.param('meeting'))));
  app.get('/token/:person', async (c) => c.json({ token: await its.world.userToken(personIn(its, c).id) }));
  personalChats(app, its);
  theGroupChat(app, its);
  return app;
}

function personalChats(app: Hono, its: Acting): void {
  const { channel, roster } = its;
  app.get('/chats/:person', (c) => {
    const person = personIn(its, c);
    return read(its, c, { conversation: roster.chatWith(person), reader: person.id });
  });
  app.post('/chats/:person/messages', async (c) => {
    const person = personIn(its, c);
    const { text } = await body(c, Message);
    return c.json(await channel.say(person, roster.chatWith(person), { text, mention: false }));
  });
  app.post('/chats/:person/actions', async (c) => {
    const person = personIn(its, c);
    return press(its, c, { person, conversation: roster.chatWith(person), action: await body(c, Action) });
  });
  app.post('/chats/:person/installed', async (c) => {
    const person = personIn(its, c);
    return c.json(await channel.install(person, roster.chatWith(person)));
  });
}

function theGroupChat(app: Hono, its: Acting): void {
  const { channel, roster } = its;
  app.get('/group', (c) => read(its, c, { conversation: roster.group, reader: c.req.query('as') ?? '' }));
  app.post('/group/messages', async (c) => {
    const { from, ...said } = await body(c, GroupMessage);
    return c.json(await channel.say(memberOf(roster.group, from), roster.group, said));
  });
  app.post('/group/actions', async (c) => {
    const { from, ...action } = await body(c, GroupAction);
    return press(its, c, { person: memberOf(roster.group, from), conversation: roster.group, action });
  });
}

async function read(its: Acting, c: Context, of: { conversation: Conversation; reader: string }): Promise<Response> {
  const query = Wait.safeParse(c.req.query());
  if (!query.success) throw new HTTPException(400, { message: z.prettifyError(query.error) });
  const { chats, typing } = its;
  const { id } = of.conversation;
  // A number from before a reset or a restart is ahead of ours: answer with everything instead of waiting to catch up.
  const after = query.data.after > chats.newest ? 0 : query.data.after;
  const look = (): Chat => ({
    messages: chats.read(id, of.reader, after),
    n: chats.newest,
    typing: typing.in(id),
    resets: chats.resets,
  });
  const shown = query.data.typing;
  const resets = chats.resets;
  const changed = () =>
    chats.resets !== resets ||
    chats.read(id, of.reader, after).length > 0 ||
    (shown !== undefined && shown !== String(typing.in(id)));
  await its.changes.until(changed, query.data.wait * 1000, c.req.raw.signal);
  return c.json(look());
}

async function press(
  its: Acting,
  c: Context,
  { person, conversation, action }: { person: SeededPerson; conversation: Conversation; action: CardAction },
): Promise<Response> {
  if (its.chats.author(conversation.id, action.messageId) !== 'bot')
    throw new HTTPException(404, { message: 'No such card.' });
  return c.json(await its.channel.press(person, conversation, action));
}

/** With the id by which the bot knows each, since a card names by it whom it refreshes for. */
function people({ world }: Acting) {
  return world.people().map((person) => ({ ...person, accountId: personAccountId(world.appId, person) }));
}

/** What the page shows around the chats. */
function school({ world, roster }: Acting) {
  const { group } = roster;
  return {
    name: world.schoolName,
    tenantId: world.tenantId,
    appId: world.appId,
    group: { id: group.id, name: group.kind === 'group' ? group.name : '', members: group.members.map(({ id }) => id) },
  };
}

/** As a call knows it: `id` is what teams-js gives an app, which is the chat's own in a wrapping that Graph does not understand. */
function meetingNamed({ world }: Acting, name: string) {
  const meeting = world.meeting(name);
  if (meeting === undefined) throw new HTTPException(404, { message: 'No such meeting.' });
  return { ...meeting, id: Buffer.from(`0#${meeting.chatId}#0`).toString('base64') };
}

function mailsTo({ world }: Acting, address: string | undefined) {
  const mails = world.outbox();
  return address === undefined ? mails : mails.filter(({ to }) => to.toLowerCase() === address.toLowerCase());
}

function personIn(its: Acting, c: Context): SeededPerson {
  const person = its.roster.person(c.req.param('person') ?? '');
  if (person === undefined) throw new HTTPException(404, { message: 'Nobody with that id.' });
  return person;
}

function memberOf(group: Conversation, id: string): SeededPerson {
  const person = group.members.find((member) => member.id === id);
  if (person === undefined) throw new HTTPException(404, { message: 'Nobody in the group chat with that id.' });
  return person;
}

async function body<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const read = schema.safeParse(await c.req.json().catch(() => null)); // no JSON fits no schema
  if (!read.success) throw new HTTPException(400, { message: z.prettifyError(read.error) });
  return read.data;
}
