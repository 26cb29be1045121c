import type { Logger } from 'pino';
import type { Bot } from './bot.ts';
import { changedCard, dslAlertCard, outcomeCard, type Rendered } from './cards/render.ts';
import { toHost } from './cards/words/authorisation.ts';
import { news } from './cards/words/door.ts';
import { Failure, type FailureKind } from './failure.ts';
import type { People } from './graph/people.ts';
import type { Ask, Reference } from './meetings/ask.ts';
import type { FamilyTexts } from './meetings/joining/text-message.ts';
import type { Notices } from './meetings/world.ts';
import type { Amendment, Entry } from './register/entry.ts';

type Around = {
  readonly tabUrl: string;
  /** The invitation as text messages, for families. */
  readonly textsFor: (ask: Ask, reference: Reference) => readonly FamilyTexts[];
};

/** Tells the host how it ended, and the safeguarding lead when a meeting people were invited to had to be called off. */
export function openNotices(bot: Pick<Bot, 'tell'>, people: People, around: Around, log: Logger): Notices {
  async function alarm({ reference, ask }: Entry): Promise<void> {
    const alert = dslAlertCard({
      reference,
      host: ask.host.name,
      start: ask.start,
      minutes: ask.minutes,
      tabUrl: around.tabUrl,
    });
    const leads = await people.thoseWith('dsl');
    const reached = await Promise.all(leads.map((lead) => bot.tell(lead.id, alert)));
    if (!reached.some(({ told }) => told)) log.error({ reference }, 'no safeguarding lead could be reached in chat');
  }

  return {
    async outcome(entry) {
      const message = outcomeOf(entry, around);
      if (message === null) return;
      const { told } = await bot.tell(entry.ask.host.id, message);
      if (!told) log.warn({ reference: entry.reference }, 'the host cannot be reached in chat');
      const mayBeOpen = entry.status === 'cancelled' && entry.stoppedBy !== null;
      if (entry.status === 'called off' || mayBeOpen) await alarm(entry);
    },
    async delay({ ask, reference }) {
      await bot.tell(ask.host.id, { text: news.delay(reference) });
    },
  };
}

/** @returns `null` when the host knows already: they withdrew it themselves, or were told when it was written down */
function outcomeOf(entry: Entry, { tabUrl, textsFor }: Around): Rendered | null {
  const { reference, status, ask, stoppedBy, authorisation, amendment } = entry;
  if (amendment !== null) return changeOf(entry, amendment, tabUrl);
  switch (status) {
    case 'waiting':
    case 'held elsewhere':
      return null;
    case 'arranging':
      return { text: news.delay(reference) };
    case 'arranged':
      return outcomeCard({ reference, status, ask, say: '', texts: textsFor(ask, reference), tabUrl });
    case 'needs review':
    case 'on hold':
    // The one that took its place has been told of already.
    case 'moved':
      return null;
    case 'cancelled': {
      const say = stoppedBy === null ? news.cancelled : unshut(stoppedBy, reference);
      return outcomeCard({ reference, status, ask, say, texts: [], tabUrl });
    }
    case 'called off':
      return outcomeCard({ reference, status, ask, say: news.calledOff, texts: [], tabUrl });
    case 'refused': {
      const say = authorisation.state === 'refused' ? toHost.refused(authorisation.by.name, authorisation.reason) : '';
      return outcomeCard({ reference, status, ask, say, texts: [], tabUrl });
    }
    case 'not arranged': {
      if (stoppedBy === 'withdrawn') return null;
      const { say, next } = new Failure(stoppedBy ?? 'interrupted', reference);
      return outcomeCard({ reference, status, ask, say: `${say} ${next}`, texts: [], tabUrl });
    }
  }
}

function unshut(kind: FailureKind, reference: Reference): string {
  const { say, next } = new Failure(kind, reference);
  return `${news.cancelledOnly} ${say} ${next}`;
}

/** How a change ended; the meeting itself stands. */
function changeOf({ reference, ask }: Entry, { came, what }: Amendment, tabUrl: string): Rendered | null {
  switch (came.to) {
    case 'open':
      return null;
    case 'made':
      return changedCard({ reference, ask, made: true, say: news.changed[what], tabUrl });
    case 'nothing': {
      const { say } = new Failure(came.by, reference);
      return changedCard({ reference, ask, made: false, say: `${say} ${news.asItWas}`, tabUrl });
    }
  }
}
