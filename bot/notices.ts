import type { Logger } from 'pino';
import type { Bot } from './bot.ts';
import { changedCard, dslAlertCard, outcomeCard, type Rendered } from './cards/render.ts';
import { toHost } from './cards/words/authorisation.ts';
import { toldOfChange } from './cards/words/changing.ts';
import { news } from './cards/words/door.ts';
import { recordingNews } from './cards/words/recording.ts';
import { Failure, type FailureKind } from './failure.ts';
import type { People } from './graph/people.ts';
import { wrongAt } from './graph/what-is-wrong.ts';
import type { Ask, PersonId, Reference } from './meetings/ask.ts';
import type { TextAbout } from './meetings/joining/in-language.ts';
import type { FamilyTexts } from './meetings/joining/text-message.ts';
import type { Notices } from './meetings/world.ts';
import { type Amendment, type Entry, stands } from './register/entry.ts';
import type { Kept, MeetingMoment } from './register/kept.ts';
import type { Register } from './register/register.ts';

type Around = {
  readonly register: Pick<Register, 'find' | 'log'>;
  readonly tabUrl: string;
  /** The invitation as text messages, for families. */
  readonly textsFor: (ask: Ask, reference: Reference, about: TextAbout) => readonly FamilyTexts[];
  /** One moment of the meeting's checklist, as it stands. */
  readonly checklistFor: (entry: Entry, moment: MeetingMoment, kept: readonly Kept[]) => Rendered;
};

/** The meeting whose place it takes, as it is now, and whoever asked for that, or for a cancellation. */
type Before = { readonly old: Entry | null; readonly askedBy: PersonId | null };
type ToSomebody = { readonly to: PersonId; readonly message: Rendered };

/**
 * Tells the host how it ended, and the safeguarding lead when a meeting people were invited to had to be called off. Of a change
 * they hear who asked for it; a new second adult is asked by bot/second-adult.
 */
export function openNotices(bot: Pick<Bot, 'tell'>, people: People, around: Around, log: Logger): Notices {
  async function alarm({ reference, ask, status }: Entry): Promise<void> {
    const alert = dslAlertCard({
      why: status === 'called off' ? 'called off' : 'link open',
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

  // Only a row that ended another, or was ended, has somebody else behind it.
  async function before({ reference, replaces, status, amendment }: Entry): Promise<Before> {
    if (amendment !== null) return { old: null, askedBy: amendment.by === 'chaperone' ? null : amendment.by };
    if (replaces === null && status !== 'cancelled') return { old: null, askedBy: null };
    const [of, detail] = replaces === null ? [reference, 'cancel'] : [replaces, reference];
    const entries = await around.register.log(of);
    const by =
      entries.findLast((entry) => entry.event === 'change asked' && entry.detail === detail)?.by ?? 'chaperone';
    const old = replaces === null ? null : ((await around.register.find(replaces))?.entry ?? null);
    return { old, askedBy: by === 'chaperone' ? null : by };
  }

  return {
    async outcome(entry) {
      const behind = await before(entry);
      const toHost = outcomeOf(entry, behind, around);
      if (toHost === null) return;
      for (const { to, message } of lettersOf(entry, toHost, behind)) {
        const { told } = await bot.tell(to, message);
        if (!told) log.warn({ reference: entry.reference }, 'somebody concerned cannot be reached in chat');
      }
      const mayBeOpen = (entry.status === 'cancelled' || entry.status === 'moved') && entry.stoppedBy !== null;
      if (entry.status === 'called off' || mayBeOpen) await alarm(entry);
    },
    async checklist(entry, moment, kept) {
      const { told } = await bot.tell(entry.ask.host.id, around.checklistFor(entry, moment, kept));
      if (!told) log.warn({ reference: entry.reference }, 'the host cannot be reached in chat');
    },
    async delay({ ask, reference }, wrong) {
      const text = wrong === null ? news.delay(reference) : `${news.delay(reference)} ${news.wrong(wrong)}`;
      await bot.tell(ask.host.id, { text });
    },
  };
}

/** Who hears what of it, each once. Pure. */
function lettersOf(entry: Entry, toHost: Rendered, { old, askedBy }: Before): readonly ToSomebody[] {
  const host = entry.ask.host.id;
  // Whoever was to be the host of a meeting that came to nothing never heard of it.
  const itsHost = old === null || stands(entry) || entry.status === 'called off' ? host : old.ask.host.id;
  const others: readonly ToSomebody[] = [
    ...(old === null ? [] : [{ to: old.ask.host.id, message: { text: toldOfChange(entry) } }]),
    ...(askedBy === null ? [] : [{ to: askedBy, message: { text: toldOfChange(entry) } }]),
  ];
  const all = [{ to: itsHost, message: toHost }, ...others];
  return all.filter(({ to }, at) => all.findIndex((one) => one.to === to) === at);
}

/** @returns `null` when the host knows already: they withdrew it themselves, or were told when it was written down */
function outcomeOf(entry: Entry, { old }: Before, { tabUrl, textsFor }: Around): Rendered | null {
  const { reference, status, ask, stoppedAt, stoppedBy, authorisation, amendment, replaces } = entry;
  // A change that ended in calling the meeting off is no change any more: the host and the safeguarding lead hear of that.
  if (amendment !== null && status !== 'called off') return changeOf(entry, amendment, { tabUrl, textsFor });
  switch (status) {
    case 'waiting':
    case 'held elsewhere':
      return null;
    case 'arranging':
      return { text: news.delay(reference) };
    case 'arranged': {
      const before = old === null || old.ask.host.id === ask.host.id ? [] : [news.hostNow(old.ask.host.name)];
      const say = replaces === null ? '' : [...before, news.tookItsPlace(replaces)].join(' ');
      return outcomeCard({ reference, status, ask, say, texts: textsFor(ask, reference, 'text'), tabUrl });
    }
    case 'needs review':
    case 'on hold':
      return null;
    case 'moved':
      // The one that took its place has been told of already, unless the old link may still be good.
      if (stoppedBy === null) return null;
      return outcomeCard({ reference, status, ask, say: unshut(stoppedBy, reference), texts: [], tabUrl });
    case 'cancelled': {
      const say = stoppedBy === null ? news.cancelled : unshut(stoppedBy, reference);
      return outcomeCard({ reference, status, ask, say, texts: [], tabUrl });
    }
    case 'called off':
      return outcomeCard({ reference, status, ask, say: news.calledOff, texts: [], tabUrl });
    case 'refused': {
      const say = authorisation.state === 'refused' ? toHost.refused(authorisation.by.name, authorisation.reason) : '';
      return outcomeCard({ reference, status, ask, say: `${say}${oldOne(entry)}`, texts: [], tabUrl });
    }
    case 'not arranged': {
      if (stoppedBy === 'withdrawn') return null;
      const wrong = stoppedBy === 'graph refused' ? wrongAt(stoppedAt) : null;
      const { say, next } = new Failure(stoppedBy ?? 'interrupted', reference, { wrong });
      return outcomeCard({ reference, status, ask, say: `${say} ${next}${oldOne(entry)}`, texts: [], tabUrl });
    }
  }
}

// Nobody was invited to this one, so nothing was done to the one whose place it was to take.
const oldOne = ({ replaces, stoppedBy }: Entry): string =>
  replaces === null || stoppedBy === 'meeting over' ? '' : ` ${news.oldAsItWas(replaces)}`;

function unshut(kind: FailureKind, reference: Reference): string {
  const { say, next } = new Failure(kind, reference);
  return `${news.cancelledOnly} ${say} ${next}`;
}

/** How a change ended; the meeting itself stands. */
function changeOf(
  { reference, ask }: Entry,
  { came, what, by }: Amendment,
  { tabUrl, textsFor }: Pick<Around, 'tabUrl' | 'textsFor'>,
): Rendered | null {
  switch (came.to) {
    case 'open':
      return null;
    case 'made': {
      const texts = what === 'second adult' ? textsFor(ask, reference, 'textOfSecondAdult') : [];
      const say = what === 'recording' ? recordingNews({ open: ask.recording !== null, by }) : news.changed[what];
      return changedCard({ reference, ask, made: true, say, texts, tabUrl });
    }
    case 'nothing': {
      const { say } = new Failure(came.by, reference);
      const because = came.words === null ? '' : ` ${news.because(came.words)}`;
      return changedCard({ reference, ask, made: false, say: `${say}${because} ${news.asItWas}`, texts: [], tabUrl });
    }
  }
}
