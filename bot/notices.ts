import type { Logger } from 'pino';
import type { Bot } from './bot.ts';
import { dslAlertCard, outcomeCard, type Rendered } from './cards/render.ts';
import { news } from './cards/words/door.ts';
import { Failure } from './failure.ts';
import type { People } from './graph/people.ts';
import type { Notices } from './meetings/world.ts';
import type { Entry } from './register/entry.ts';

/** Tells the host how it ended, and the safeguarding lead when a meeting people were invited to had to be called off. */
export function openNotices(bot: Pick<Bot, 'tell'>, people: People, tabUrl: string, log: Logger): Notices {
  async function alarm({ reference, ask }: Entry): Promise<void> {
    const alert = dslAlertCard({ reference, host: ask.host.name, start: ask.start, minutes: ask.minutes, tabUrl });
    const leads = await people.safeguardingLeads();
    const reached = await Promise.all(leads.map((lead) => bot.tell(lead.id, alert)));
    if (!reached.includes('told')) log.error({ reference }, 'no safeguarding lead could be reached in chat');
  }

  return {
    async outcome(entry) {
      const told = await bot.tell(entry.ask.host.id, outcomeOf(entry, tabUrl));
      if (told === 'unreachable') log.warn({ reference: entry.reference }, 'the host cannot be reached in chat');
      if (entry.status === 'called off') await alarm(entry);
    },
    async delay({ ask, reference }) {
      await bot.tell(ask.host.id, { text: news.delay(reference) });
    },
  };
}

function outcomeOf({ reference, status, ask, stoppedBy }: Entry, tabUrl: string): Rendered {
  switch (status) {
    case 'arranging':
      return { text: news.delay(reference) };
    case 'arranged':
      return outcomeCard({ reference, status, ask, say: '', tabUrl });
    case 'called off':
      return outcomeCard({ reference, status, ask, say: news.calledOff, tabUrl });
    case 'not arranged': {
      const { say, next } = new Failure(stoppedBy ?? 'interrupted', reference);
      return outcomeCard({ reference, status, ask, say: `${say} ${next}`, tabUrl });
    }
  }
}
