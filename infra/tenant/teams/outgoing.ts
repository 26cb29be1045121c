import { z } from 'zod';
import type { Said } from './chats.ts';

/** What Teams takes in one message of a bot, about: https://learn.microsoft.com/microsoftteams/limits-specifications-teams */
const largestMessage = 100_000;
const cardType = 'application/vnd.microsoft.card.adaptive';

const Activity = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  attachments: z
    .array(z.looseObject({ contentType: z.string(), content: z.record(z.string(), z.unknown()).optional() }))
    .optional(),
});

export type Outgoing =
  | { readonly kind: 'typing' }
  | { readonly kind: 'message'; readonly said: Said }
  | { readonly kind: 'refused'; readonly status: 400 | 413 | 501; readonly code: string; readonly message: string };

/**
 * Reads what a bot wants to say. Teams can draw more than one Adaptive Card and a text; what the school in a box cannot draw
 * it refuses, so that no bot believes it was seen.
 * @param body the request's JSON text, or one activity of it
 */
export function readOutgoing(body: string): Outgoing {
  if (body.length > largestMessage) return refused(413, 'MessageSizeTooBig', 'Message size too large.');
  const parsed = Activity.safeParse(parseJson(body));
  if (!parsed.success) return refused(400, 'BadSyntax', 'The activity could not be read.');
  const { type, text, attachments = [] } = parsed.data;
  if (type === 'typing') return { kind: 'typing' };
  if (type !== 'message') return refused(501, 'NotImplemented', `Activities of type ${type} are not imitated.`);
  const [first, ...others] = attachments;
  if (others.length > 0 || (first && (first.contentType !== cardType || first.content === undefined))) {
    return refused(501, 'NotImplemented', 'Only one Adaptive Card in a message is imitated.');
  }
  if (!text && first === undefined) {
    return refused(400, 'BadSyntax', "Activity must include non empty 'text' field or at least 1 attachment");
  }
  return { kind: 'message', said: { text: text || undefined, card: first?.content } };
}

function refused(status: 400 | 413 | 501, code: string, message: string): Outgoing {
  return { kind: 'refused', status, code, message };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON is no activity; the schema says so
  }
}
