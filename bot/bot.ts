import {
  type Activity,
  ActivityTypes,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationParameters,
  MessageFactory,
  StatusCodes,
  TurnContext,
} from 'botbuilder';
import type { WebResourceLike } from 'botbuilder-stdlib/lib/azureCoreHttpCompat.js';
import { AuthenticationError, ServiceClientCredentialsFactory } from 'botframework-connector';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { Logger } from 'pino';
import { z } from 'zod';
import { type Rendered, render } from './cards/render.ts';
import { door } from './cards/words/door.ts';
import type { Answer, Chat, Heard } from './chat.ts';
import type { ChatMemory } from './chat-memory.ts';
import type { Config } from './config.ts';
import { Failure } from './failure.ts';
import type { Token } from './graph/entra.ts';
import type { Limit } from './identity/limits.ts';
import { PersonId } from './meetings/ask.ts';

/**
 * The chat's door, and the only file that imports botbuilder. Microsoft archived it at 4.23.3; its successors have the same adapter
 * in other words, so the way out is this file.
 */

export type Bot = {
  /** One POST of the channel to `/api/messages`: 401 to anything that is not surely from it, 400 to what is no activity, 429 to too much of one person. */
  receive(authorization: string, body: unknown): Promise<{ status: number; body?: unknown; waitSeconds?: number }>;
  /** Writes into somebody's own chat. `unreachable` when the channel says it never will; rejects when it did not answer. */
  tell(person: PersonId, message: Rendered): Promise<Told>;
  /** Puts another message in the place of one of ours. `unreachable` when it or the person is gone; rejects when the channel did not answer. */
  replace(person: PersonId, activityId: string, message: Rendered): Promise<'replaced' | 'unreachable'>;
};

/** `activityId`: the channel's name for the message. */
export type Told = { readonly told: true; readonly activityId: string } | { readonly told: false };

type Parts = { config: Config; limit: Limit; token: Token; chat: Chat; memory: ChatMemory; log: Logger };

/** The bot, over botbuilder's adapter with its checks made strict. */
export function openBot(parts: Parts): Bot {
  const { config, limit, chat, memory, log } = parts;
  const adapter = new Door(new ChannelOnly(config, parts.token));

  async function logic(context: TurnContext): Promise<void> {
    const activity = Incoming.parse(context.activity);
    if (activity.conversation.conversationType !== 'personal') return inCompany(context, activity);
    // Who has no account in Entra is nobody of the school's, and nobody the directory could be asked about.
    const person = PersonId.safeParse(activity.from.aadObjectId).data;
    if (person === undefined) return;
    const pace = await limit(person);
    if (!pace.fine) {
      // Told once a minute: an answer to each would be as many again.
      if (pace.first && activity.type === 'message') await context.sendActivity(MessageFactory.text(door.tooMuch));
      throw new TooMuch(pace.waitSeconds);
    }
    await rememberWhere(person, context);
    const heard = heardIn(activity, person);
    if (heard === null) return;
    if (activity.type !== 'invoke') await context.sendActivity({ type: ActivityTypes.Typing });
    const replies = messagesOf(await chat(heard), log);
    if (activity.type === 'invoke') return answerTap(context, replies);
    for (const reply of replies) await context.sendActivity(activityOf(reply));
  }

  // Without it an outcome may not reach them later; that is no reason to leave them without an answer now.
  async function rememberWhere(person: PersonId, { activity }: TurnContext): Promise<void> {
    try {
      // Which message it was is no part of where somebody is.
      const reference = { ...TurnContext.getConversationReference(activity), activityId: undefined };
      await memory.keepWhereabouts({ person, reference });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      log.warn({ failure: error }, 'where a person can be reached could not be kept');
    }
  }

  async function receive(authorization: string, body: unknown) {
    const parsed = Incoming.safeParse(body);
    if (!parsed.success) return { status: StatusCodes.BAD_REQUEST };
    try {
      // The parse above is what makes it an activity; botbuilder's own type has every member optional or any.
      const invoked = await adapter.take(authorization, body as Activity, logic);
      return invoked ? { status: invoked.status, body: invoked.body as unknown } : { status: StatusCodes.OK };
    } catch (error) {
      if (error instanceof TooMuch) return { status: 429, waitSeconds: error.waitSeconds };
      if (error instanceof AuthenticationError) return { status: StatusCodes.UNAUTHORIZED };
      log.error({ failure: error instanceof Failure ? error.message : error }, 'a turn failed');
      return { status: StatusCodes.INTERNAL_SERVER_ERROR };
    }
  }

  async function tell(person: PersonId, message: Rendered): Promise<Told> {
    let activityId = '';
    const there = await memory.whereabouts(person);
    const send = async (context: TurnContext) => {
      if (!there) await rememberWhere(person, context);
      activityId = (await context.sendActivity(activityOf(message)))?.id ?? '';
    };
    const reached = await inTheirChat(async () => {
      // What was kept is what TurnContext.getConversationReference gave.
      if (there) return adapter.continueConversationAsync(config.appId, there.reference, send);
      // `activity` is left out on purpose: the message follows, so that both ways are one.
      return adapter.createConversationAsync(
        config.appId,
        'msteams',
        config.channel.newChatsUrl,
        channelScope,
        newChat(person) as ConversationParameters,
        send,
      );
    });
    return reached ? { told: true, activityId } : { told: false };
  }

  async function replace(person: PersonId, activityId: string, message: Rendered) {
    const there = await memory.whereabouts(person);
    if (!there) return 'unreachable';
    const change = async (context: TurnContext) => {
      await context.updateActivity({ ...activityOf(message), id: activityId });
    };
    const reached = await inTheirChat(() => adapter.continueConversationAsync(config.appId, there.reference, change));
    return reached ? 'replaced' : 'unreachable';
  }

  // 403 and 404: the app is not installed for them, or they, or the message, have gone.
  async function inTheirChat(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      const { statusCode } = z.object({ statusCode: z.number() }).safeParse(error).data ?? {};
      if (statusCode === 403 || statusCode === 404) return false;
      throw error;
    }
  }

  // Teams finds the person by object id (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages).
  const newChat = (person: PersonId): Partial<ConversationParameters> => ({
    isGroup: false,
    bot: { id: `28:${config.appId}`, name: 'Chaperone' },
    members: [{ id: person, name: '' }],
    tenantId: config.tenantId,
    channelData: { tenant: { id: config.tenantId } },
  });

  return { receive, tell, replace };
}

/** More of one person than is looked at in a minute. */
class TooMuch extends Error {
  readonly waitSeconds: number;

  constructor(waitSeconds: number) {
    super('too much');
    this.waitSeconds = waitSeconds;
  }
}

const channelScope = 'https://api.botframework.com';

const Incoming = z.looseObject({
  type: z.string().max(50),
  name: z.string().max(200).optional(),
  serviceUrl: z.string().max(500),
  channelId: z.literal('msteams'),
  from: z.looseObject({ id: z.string(), aadObjectId: z.string().optional() }),
  recipient: z.looseObject({ id: z.string() }),
  conversation: z.looseObject({
    id: z.string(),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  text: z.string().optional(),
  entities: z.array(z.unknown()).optional(),
  action: z.string().optional(),
  value: z.unknown().optional(),
});
type Incoming = z.infer<typeof Incoming>;

const Mention = z.looseObject({ type: z.literal('mention'), mentioned: z.looseObject({ id: z.string() }) });

const Tap = z.looseObject({ action: z.looseObject({ verb: z.string().max(100), data: z.unknown().optional() }) });

/** What the activity says to us; null when it is none of ours (a reaction, a typing sign). */
function heardIn(activity: Incoming, person: PersonId): Heard | null {
  if (activity.type === 'invoke') {
    const tap = activity.name === 'adaptiveCard/action' ? Tap.safeParse(activity.value).data : undefined;
    return { person, input: { kind: 'tapped', verb: tap?.action.verb ?? '', data: tap?.action.data } };
  }
  if (activity.type === 'message') return { person, input: { kind: 'said', text: activity.text ?? '' } };
  // Somebody has just been given the app: they are told what it can do.
  if (activity.type === 'installationUpdate' && activity.action === 'add')
    return { person, input: { kind: 'said', text: 'help' } };
  return null;
}

// Where consent was given for a whole chat, Teams also delivers what people say to each other: that is not ours to answer.
async function inCompany(context: TurnContext, { type, entities = [], recipient }: Incoming): Promise<void> {
  const spokenTo = entities.some((entity) => Mention.safeParse(entity).data?.mentioned.id === recipient.id);
  if (type === 'message' && spokenTo) await context.sendActivity(MessageFactory.text(door.groupChat));
}

function messagesOf(answer: Answer, log: Logger): readonly Rendered[] {
  if (answer.kind === 'replies') return answer.replies.map(render);
  if (answer.kind === 'said') return answer.messages;
  if (answer.kind === 'not staff') return [{ text: door.notStaff }];
  log.warn({ failure: answer.failure.message }, 'a turn was answered with a failure');
  return [{ text: `${answer.failure.say} ${answer.failure.next}` }];
}

// The card that was tapped is replaced by the card in the answer; anything else comes as a message of its own
// (https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model).
async function answerTap(context: TurnContext, replies: readonly Rendered[]): Promise<void> {
  const card = replies.flatMap((reply) => ('card' in reply && !reply.beside ? [reply] : [])).at(-1);
  const apart = replies.filter((reply) => (card ? reply !== card : 'card' in reply));
  for (const reply of apart) await context.sendActivity(activityOf(reply));
  const text = replies.map((reply) => ('text' in reply ? reply.text : '')).join('\n');
  const body = card
    ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card.card }
    : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}

function activityOf(message: Rendered): Partial<Activity> {
  if ('card' in message) return MessageFactory.attachment(CardFactory.adaptiveCard(message.card));
  return { ...MessageFactory.text(message.text), textFormat: 'plain' };
}

/** `process` of the stock adapter prints every refusal and answers with the reason; this is its inside, without both. */
class Door extends CloudAdapter {
  take(authorization: string, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(authorization, activity, logic);
  }
}

/**
 * The stock check of the channel's token, with its holes closed: it answers 500 to a forged signature, lets an activity without
 * a service URL through, takes any service URL the token names, and does not look at the tenant.
 */
class ChannelOnly extends ConfigurationBotFrameworkAuthentication {
  readonly #config: Config;

  constructor(config: Config, token: Token) {
    super(
      {
        MicrosoftAppId: config.appId,
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppTenantId: config.tenantId,
        ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${config.tenantId}`,
        ToChannelFromBotOAuthScope: channelScope,
        ToBotFromChannelTokenIssuer: channelIssuer,
        OAuthUrl: config.channel.serviceUrl,
        ToBotFromChannelOpenIdMetadataUrl: config.channel.metadataUrl,
        ToBotFromEmulatorOpenIdMetadataUrl: `${config.entraUrl}/common/v2.0/.well-known/openid-configuration`,
        CallerId: 'urn:botframework:azure',
      },
      new OwnIdentity(config.appId, token),
    );
    this.#config = config;
  }

  override async authenticateRequest(activity: Activity, authorization: string) {
    const { channel, tenantId } = this.#config;
    const tenants = [
      activity.conversation.tenantId,
      TenantOf.safeParse(activity.channelData).data?.tenant.id ?? tenantId,
    ];
    const ours = activity.serviceUrl.startsWith(channel.serviceUrl) && tenants.every((tenant) => tenant === tenantId);
    if (!ours || !isOfTheChannel(authorization)) throw unauthorized();
    try {
      return await super.authenticateRequest(activity, authorization);
    } catch (error) {
      if (error instanceof Error && /JsonWebToken|NotBefore|TokenExpired/.test(error.name)) throw unauthorized();
      throw error;
    }
  }
}

const channelIssuer = 'https://api.botframework.com';
const TenantOf = z.looseObject({ tenant: z.looseObject({ id: z.string() }) });

/**
 * Whether a token so much as says that the channel made it, as it makes all of its own: botbuilder would also take RS384 and RS512, what
 * has no end, and tokens that Entra gave to a developer's emulator. What it says is proved by the check that follows.
 */
function isOfTheChannel(authorization: string): boolean {
  const token = authorization.replace(/^Bearer /, '');
  try {
    const { iss, exp } = decodeJwt(token);
    return decodeProtectedHeader(token).alg === 'RS256' && iss === channelIssuer && exp !== undefined;
  } catch {
    return false; // No token at all.
  }
}

const unauthorized = () => new AuthenticationError('Unauthorized', StatusCodes.UNAUTHORIZED);

/** The bot's token towards the channel is the app's own, from the same msal as Graph's: one identity, one cache. */
class OwnIdentity extends ServiceClientCredentialsFactory {
  readonly #appId: string;
  readonly #token: Token;

  constructor(appId: string, token: Token) {
    super();
    this.#appId = appId;
    this.#token = token;
  }

  override isValidAppId = (appId: string) => Promise.resolve(appId === this.#appId);
  override isAuthenticationDisabled = () => Promise.resolve(false);
  override createCredentials = () =>
    Promise.resolve({
      signRequest: async (request: WebResourceLike) => {
        request.headers.set('Authorization', `Bearer ${await this.#token()}`);
        return request;
      },
    });
}
