import type { Logger } from 'pino';
import type { Bot } from '../bot.ts';
import { type ApprovalFault, type ApproverView, approverCard, questionForHost } from '../cards/authorisation-card.ts';
import type { Rendered } from '../cards/render.ts';
import { listInWords } from '../cards/words/approvers.ts';
import { toHost } from '../cards/words/authorisation.ts';
import type { Advice } from '../checklist/moments.ts';
import { busyTimes } from '../graph/calendars.ts';
import type { Graph } from '../graph/graph.ts';
import { known } from '../policy/fact.ts';
import type { Posting } from '../posting.ts';
import { type Entry, proposed } from '../register/entry.ts';
import { pendingOf } from './authorise.ts';
import type { Approvals } from './waiting.ts';
import { whoIsBusy } from './who-is-busy.ts';

/**
 * Tells approvers and host of a request that waits, each in their own chat. Which cards were sent is kept, so that a decision
 * changes all of them: whoever comes second sees what was decided.
 */
export type ApprovalNotices = Approvals & {
  /** The approvers' card as the request stands, for the answer to a tap. */
  card(entry: Entry, fault?: ApprovalFault): Promise<Rendered>;
  /** The host's card likewise. @param fault their answer cannot be taken */
  hostCard(entry: Entry, fault: boolean): Rendered;
};

export function openApprovals(parts: {
  bot: Pick<Bot, 'tell'>;
  posting: Posting;
  graph: Graph;
  /** What the school's packs ask of whoever says yes to it. */
  besidesFor: (entry: Entry) => readonly Advice[];
  tabUrl: string;
  log: Logger;
}): ApprovalNotices {
  const { bot, posting, graph, besidesFor, tabUrl, log } = parts;

  async function card(entry: Entry, fault: ApprovalFault | null, why: ApproverView['why']): Promise<Rendered> {
    const busy =
      pendingOf(entry) === null
        ? known([])
        : await whoIsBusy(proposed(entry).ask, (those, span) => busyTimes(graph, those, span));
    return { card: approverCard({ entry: proposed(entry), why, busy, fault, besides: besidesFor(entry), tabUrl }) };
  }

  const hostCard = (entry: Entry, fault: boolean) => ({ card: questionForHost(entry, { fault, tabUrl }) });

  return {
    // Whoever was asked already is not asked again, and is reminded all the same.
    ask: async (entry, people, why) =>
      posting.send(subjectOf(entry), people, await card(entry, null, why), why === 'asked' ? undefined : 'again'),

    async show(entry) {
      try {
        await posting.show(subjectOf(entry), await card(entry, null, 'standing'));
      } catch (failure) {
        log.warn({ reference: entry.reference, failure }, 'the approvers’ cards could not be changed');
      }
    },

    async question(entry) {
      const told = await bot.tell(entry.ask.host.id, hostCard(entry, false));
      if (!told.told) log.warn({ reference: entry.reference }, 'the host cannot be reached in chat');
    },

    async authorised({ reference, ask, authorisation, amendment }) {
      if (authorisation.state !== 'given' || amendment?.came.to === 'nothing') return;
      const names = listInWords(authorisation.yes.map(({ by }) => by.name));
      const made = ask.place === 'teams' ? toHost.authorised : toHost.authorisedElsewhere;
      const say = amendment === null ? made : toHost.authorisedChange;
      try {
        await bot.tell(ask.host.id, { text: say(names, reference) });
      } catch (failure) {
        log.warn({ reference, failure }, 'the host could not be told that it was authorised');
      }
    },

    card: (entry, fault) => card(entry, fault ?? null, 'standing'),
    hostCard,
  };
}

/** A request and each change of it have cards of their own. */
const subjectOf = ({ reference, amendment }: Entry): string =>
  amendment === null ? reference : `${reference}/${amendment.at}`;
