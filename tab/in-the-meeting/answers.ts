import * as z from 'zod/mini';
import type { Choice, ConcernView, InTheMeeting, PanelView, TicksView } from '../../bot/in-the-meeting/panel-view.ts';
import type { OnRoll } from '../../bot/in-the-meeting/roll.ts';
import { Ability } from '../asking/answers.ts';

/** What the panel is answered. The types are the server's own, and the compiler holds these shapes to them. */

const about = {
  reference: z.string(),
  kind: z.string(),
  child: z.exactOptional(z.string()),
  start: z.iso.datetime(),
  end: z.iso.datetime(),
};
const ChoiceShape: z.ZodMiniType<Choice> = z.object(about);

const OnRollShape: z.ZodMiniType<OnRoll> = z.object({
  who: z.string(),
  name: z.string(),
  part: z.string(),
  attended: z.enum(['came', 'did not come', 'not noted']),
});
const TicksShape: z.ZodMiniType<TicksView> = z.object({
  ticks: z.array(z.object({ line: z.string(), says: z.string(), ticked: z.boolean() })),
  inChat: z.number(),
});

export const ConcernShape: z.ZodMiniType<ConcernView> = z.object({
  at: z.iso.datetime(),
  told: z.enum(['told', 'others told', 'nobody told', 'not yet']),
  says: z.string(),
});

export const PanelShape: z.ZodMiniType<PanelView> = z.object({
  ...about,
  host: z.string(),
  now: z.iso.datetime(),
  notice: z.exactOptional(z.string()),
  lockAt: z.nullable(z.iso.datetime()),
  roll: z.exactOptional(z.array(OnRollShape)),
  script: z.exactOptional(TicksShape),
  after: z.exactOptional(TicksShape),
  concern: z.nullable(ConcernShape),
  outcome: z.object({ state: z.enum(['not said', 'held', 'not held']), minutes: z.exactOptional(z.number()) }),
  minutes: z.number(),
  can: z.object({ noteRoll: Ability, tick: Ability, raiseConcern: Ability, sayHeld: Ability }),
});

export const InTheMeetingShape: z.ZodMiniType<InTheMeeting> = z.object({
  meeting: z.nullable(PanelShape),
  choices: z.array(ChoiceShape),
});

/** @param chat the meeting's own, where Teams says so @param reference as it was configured or chosen */
export function pathOf(chat: string | null, reference: string | null): string {
  const query = new URLSearchParams({
    ...(chat !== null && { chat }),
    ...(reference !== null && { meeting: reference }),
  });
  return `/api/in-the-meeting?${query.toString()}`;
}
