import type { Reply } from '../conversation/conversation.ts';
import type { AdaptiveCardJson } from './elements.ts';
import { formCard } from './form-card.ts';
import {
  alertCard,
  changedCard as drawChanged,
  outcomeCard as drawOutcome,
  meetingsCard,
  plainCard,
  sentCard,
} from './outcome-card.ts';
import { questionCard } from './question-card.ts';
import { reviewCard } from './review-card.ts';
import { urgentCard } from './urgent-card.ts';
import type { AlertView, ChangedView, OutcomeView, View } from './view.ts';

/**
 * Ready for a Bot Framework activity: plain text (`textFormat: 'plain'`), or one card to attach as
 * `application/vnd.microsoft.card.adaptive`.
 */
export type Rendered =
  | { readonly text: string }
  /** `beside`: never in the place of the card that was tapped, but in a message of its own. */
  | { readonly card: AdaptiveCardJson; readonly beside?: true };

/** @param reply as `converse` gives it */
export const render = (reply: Reply): Rendered =>
  reply.kind === 'text' ? { text: reply.text } : { card: draw(reply.view) };

/** What became of a meeting, for its host; sent when it is known, in a message of its own. */
export const outcomeCard = (outcome: Omit<OutcomeView, 'card'>): Rendered => ({
  card: drawOutcome({ card: 'outcome', ...outcome }),
});

/** How a change to a meeting that stands ended, for its host. */
export const changedCard = (changed: ChangedView): Rendered => ({ card: drawChanged(changed) });

/** Tells the safeguarding lead that a meeting was called off after its invitations had gone. */
export const dslAlertCard = (alert: Omit<AlertView, 'card'>): Rendered => ({
  card: alertCard({ card: 'alert', ...alert }),
});

function draw(view: View): AdaptiveCardJson {
  switch (view.card) {
    case 'question':
      return questionCard(view);
    case 'form':
      return formCard(view);
    case 'urgent':
      return urgentCard(view);
    case 'review':
      return reviewCard(view);
    case 'meetings':
      return meetingsCard(view);
    case 'sent':
      return sentCard(view);
    case 'outcome':
      return drawOutcome(view);
    case 'alert':
      return alertCard(view);
    case 'help':
    case 'cancelled':
      return plainCard(view);
  }
}
