import { Temporal } from 'temporal-polyfill';
import type { SeededPerson } from '../school/people.ts';
import { botAccountId, botName, type Conversation, personAccountId } from './conversations.ts';

/**
 * Activities with the shape in which Teams sends them; pure.
 * Shapes: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
 * and …/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards
 */
export type Activity = Readonly<Record<string, unknown>> & { readonly type: string; readonly serviceUrl: string };

/** Who says something, where and when; everything else of an activity follows. */
export type Occasion = {
  readonly conversation: Conversation;
  readonly from: SeededPerson;
  readonly at: Date;
  readonly tenantId: string;
  readonly appId: string;
  /** Where the bot sends its replies, with the closing slash. */
  readonly serviceUrl: string;
};

export type CardAction = {
  /** The message whose card was pressed. */
  readonly messageId: string;
  readonly verb: string;
  /** The action's own data with the values of the card's inputs merged in. */
  readonly data?: unknown;
  /** `automatic` when the client refreshed the card without anybody pressing. */
  readonly trigger: 'manual' | 'automatic';
};

/** A text as typed into the compose box of a one-to-one chat. */
export function messageActivity(occasion: Occasion, id: string, text: string): Activity {
  return { type: 'message', id, ...envelope(occasion), ...typed(text) };
}

/** A text in a group chat that names the bot: Teams delivers no other there. */
export function mentionActivity(occasion: Occasion, id: string, text: string): Activity {
  const name = `<at>${botName}</at>`;
  const { entities, ...rest } = envelope(occasion);
  const mention = { type: 'mention', text: name, mentioned: { id: botAccountId(occasion.appId), name: botName } };
  return { type: 'message', id, ...rest, ...typed(`${name} ${text}`), entities: [mention, ...entities] };
}

/** What adding the app sends, in this order: two activities that both say so. */
export function installationActivities(occasion: Occasion, id: string): readonly [Activity, Activity] {
  const { from, ...rest } = envelope(occasion);
  // Teams leaves the name out here, so a bot must not greet people by it.
  const nameless = { ...rest, from: { id: from.id, aadObjectId: from.aadObjectId } };
  return [
    { type: 'installationUpdate', action: 'add', id: `f:${id}1`, ...nameless },
    { type: 'conversationUpdate', id: `f:${id}2`, ...nameless, membersAdded: [{ id: botAccountId(occasion.appId) }] },
  ];
}

/** Somebody pressed a button (Action.Execute), or the client refreshed a card. The bot's HTTP answer is the reply. */
export function cardActionActivity(occasion: Occasion, id: string, action: CardAction): Activity {
  const { messageId, verb, data, trigger } = action;
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `f:${id}`,
    ...envelope(occasion),
    replyToId: messageId,
    value: { action: { type: 'Action.Execute', verb, data }, trigger },
  };
}

function envelope({ conversation, from, at, tenantId, appId, serviceUrl }: Occasion) {
  const isGroup = conversation.kind === 'group' ? { isGroup: true } : {};
  return {
    channelId: 'msteams',
    serviceUrl,
    timestamp: at.toISOString(),
    localTimestamp: inLondon(at),
    localTimezone: 'Europe/London',
    locale: 'en-GB',
    from: { id: personAccountId(appId, from), name: from.name, aadObjectId: from.id },
    recipient: { id: botAccountId(appId), name: botName },
    conversation: {
      ...isGroup,
      conversationType: conversation.kind === 'group' ? 'groupChat' : 'personal',
      tenantId,
      id: conversation.id,
    },
    entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' }],
    channelData: { tenant: { id: tenantId } },
  };
}

/** Teams sends what was typed twice: plain in `text`, and as HTML in an attachment that a bot must not take for a file. */
function typed(text: string) {
  const html = text
    .replace(/<(?!\/?at>)/g, '&lt;')
    .replaceAll('\n', '<br>')
    .replaceAll('<at>', '<span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">')
    .replaceAll('</at>', '</span>');
  return { text, textFormat: 'plain', attachments: [{ contentType: 'text/html', content: `<p>${html}</p>` }] };
}

function inLondon(at: Date): string {
  const london = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('Europe/London');
  return london.toString({ timeZoneName: 'never', fractionalSecondDigits: 3 });
}
