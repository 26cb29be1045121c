import type { Box } from './box.ts';
import type { Heard, Reply } from './stub-bot.ts';

export const cardType = 'application/vnd.microsoft.card.adaptive';

/** A card that asks for something and can be sent. */
export const question = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'Input.Text', id: 'purpose', label: 'Purpose', isRequired: true, errorMessage: 'Say what it is for.' },
  ],
  actions: [{ type: 'Action.Execute', title: 'Send', verb: 'send', data: { draft: 'd1' } }],
};

export function cardSaying(text: string): object {
  return { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text, wrap: true }] };
}

/** How a bot answers a press with another card. */
export function cardAnswer(value: object): Reply {
  return { status: 200, body: { statusCode: 200, type: cardType, value } };
}

export const attached = (content: object) => ({ type: 'message', attachments: [{ contentType: cardType, content }] });

export function says(box: Box, to: Heard, message: object): Promise<{ body: unknown }> {
  const path = `/conversations/${encodeURIComponent(to.conversation.id)}/activities`;
  return box.connector({ method: 'POST', path, body: { type: 'message', ...message } });
}

/** A bot that greets, answers every text with a question on a card, and every press with another card. */
export function friendly(box: Box): (activity: Heard) => Promise<Reply> {
  return async (activity) => {
    if (activity.type === 'installationUpdate')
      await says(box, activity, { text: 'Hello, I am **Chaperone**. <img src=x>' });
    if (activity.type === 'message') await says(box, activity, attached(question));
    return activity.type === 'invoke' ? cardAnswer(cardSaying('Thank you, it is arranged.')) : { status: 200 };
  };
}
