import type { Logger } from 'pino';
import type { Bot } from '../bot.ts';
import { hostNewsCard, type SecondAdultView, secondAdultCard } from '../cards/second-adult-card.ts';
import { leadOfHold } from '../cards/words/second-adult.ts';
import type { ChatMemory } from '../chat-memory.ts';
import type { People } from '../graph/people.ts';
import type { Colleague, Reference } from '../meetings/ask.ts';
import { secondAdultOf } from '../meetings/ask.ts';
import type { Entry } from '../register/entry.ts';
import type { CoverNotices } from './covering.ts';

/** Second adults, stand-ins, hosts and the safeguarding lead are told in their own chats; which cards were sent is kept, so that an answer changes all of them. */
export function openCoverNotices(parts: {
  bot: Pick<Bot, 'tell' | 'replace'>;
  people: Pick<People, 'thoseWith'>;
  memory: Pick<ChatMemory, 'cardsOf' | 'keepCardsOf'>;
  now: () => Date;
  tabUrl: string;
  log: Logger;
}): CoverNotices {
  const { bot, people, memory, now, tabUrl, log } = parts;

  const cardFor = (entry: Entry, person: Colleague['id'], why: SecondAdultView['why']) => ({
    card: secondAdultCard({ entry, person, why, fault: null, now: now(), tabUrl }),
  });

  async function changeAll(entry: Entry): Promise<void> {
    for (const { person, activityId } of await memory.cardsOf(subjectOf(entry)))
      await bot.replace(person, activityId, cardFor(entry, person, 'standing'));
  }

  return {
    async ask(entry, person, why) {
      const about = subjectOf(entry);
      const sent = await memory.cardsOf(about);
      const asked = askedAt(entry, person);
      // A reminder is another card; the question itself is put once.
      if (why !== 'reminded' && sent.some((card) => card.person === person.id && card.asked === asked)) return;
      const told = await bot.tell(person.id, cardFor(entry, person.id, why));
      if (!told.told) {
        log.warn({ reference: entry.reference }, 'a second adult cannot be reached in chat');
        return;
      }
      await memory.keepCardsOf(about, [...sent, { person: person.id, activityId: told.activityId, asked }]);
    },

    async show(entry) {
      try {
        await changeAll(entry);
      } catch (failure) {
        log.warn({ reference: entry.reference, failure }, 'the second adults’ cards could not be changed');
      }
    },

    async tellHost(entry, news) {
      const { reference, ask } = entry;
      const name = secondAdultOf(ask)?.name ?? '';
      const { told } = await bot.tell(ask.host.id, { card: hostNewsCard(news, name, reference) });
      if (!told) log.warn({ reference }, 'the host cannot be reached in chat');
    },

    async tellLead({ reference, ask }) {
      const leads = await people.thoseWith('dsl');
      const text = leadOfHold(ask.host.name, reference);
      const reached = await Promise.all(leads.map(({ id }) => bot.tell(id, { text })));
      if (!reached.some(({ told }) => told)) log.error({ reference }, 'no safeguarding lead could be reached in chat');
    },
  };
}

const subjectOf = ({ reference }: { readonly reference: Reference }): string => `${reference}/second adult`;

/** The same question to the same person has the same moment. */
const askedAt = ({ cover }: Entry, { id }: Colleague): string =>
  (cover?.of.id === id ? cover.state.at : cover?.standIns.find(({ person }) => person.id === id)?.at) ?? '';
