import { pendingOf } from '../authorising/authorise.ts';
import { approversOf } from '../authorising/waiting.ts';
import { begunCard, cancelCard, changeCard, keptCard, type Reader, whichCard } from '../cards/change-card.ts';
import { changeReviewCard, invitedInWords } from '../cards/change-review-card.ts';
import type { Rendered } from '../cards/render.ts';
import {
  changed as changedWords,
  changing as changingWords,
  faultsOfChange,
  notChanged,
} from '../cards/words/changing.ts';
import { after } from '../cards/words/review.ts';
import { type Answered, notesFor, nothingAnswered, openAmong } from '../conversation/answered.ts';
import { Failure } from '../failure.ts';
import type { Graph } from '../graph/graph.ts';
import { type Colleague, guestsOf, type Reference, secondAdultOf } from '../meetings/ask.ts';
import type { World } from '../meetings/world.ts';
import type { Fact } from '../policy/fact.ts';
import { type Entry, stands } from '../register/entry.ts';
import { everything } from '../register/register.ts';
import { calendarsThen } from './calendars-then.ts';
import type { ChangeSaid, Which } from './change-said.ts';
import type { Changing } from './changing.ts';
import { readWish } from './read-wish.ts';
import type { Wanted } from './wanted.ts';

/** Whose chat it is, and the staff they may name. */
export type Around = { readonly host: Colleague; readonly colleagues: Fact<readonly Colleague[]> };

/** Answers in somebody's chat about a meeting that stands. It belongs to no draft, so the conversation knows nothing of it. */
export type ChangeChat = (said: ChangeSaid, around: Around) => Promise<readonly Rendered[]>;

/**
 * @param withdraw what `cancel` means for a request that waits
 * @returns a turn that rejects with a `Failure` when the register or Entra cannot be asked
 */
export function openChangeChat(parts: {
  world: World;
  graph: Graph;
  changing: Changing;
  withdraw: (reference: Reference, person: Colleague) => Promise<readonly Rendered[]>;
}): ChangeChat {
  const { world, graph, changing } = parts;

  async function meeting(reference: Reference, around: Around, by: 'typing' | 'tapping') {
    const offered = await changing.offered(reference, around.host.id);
    if (!offered.done) return sorry(offered);
    const { card } = changeOf(offered, around);
    // The list or the outcome that the button stands on is worth keeping.
    return by === 'typing' ? [{ card }] : [{ text: changingWords.here }, { card, beside: true } as const];
  }

  async function cancel(reference: Reference, { host }: Around): Promise<readonly Rendered[]> {
    const found = await changing.meeting(reference, host.id, 'cancel');
    if (!found.done && found.entry?.status === 'waiting') return parts.withdraw(reference, host);
    if (!found.done) return sorry(found);
    const { entry } = found;
    return [{ card: cancelCard(entry, readerOf(entry, host), invitedInWords(entry.ask)) }];
  }

  async function cancelForGood(reference: Reference, { host }: Around): Promise<readonly Rendered[]> {
    const cancelled = await changing.cancel(reference, host.id);
    if (!cancelled.done) return sorry(cancelled);
    const { entry } = cancelled;
    return [{ card: begunCard('cancel', entry, { reader: readerOf(entry, host), more: [] }) }];
  }

  /** What it leads to; nothing is done. */
  async function review(
    { reference, wanted, answered }: Pressed,
    around: Around,
    notes: readonly string[] = [],
  ): Promise<readonly Rendered[]> {
    const read = await wishOf(reference, wanted, around);
    if (!read.ok) return read.replies;
    const { wish } = read;
    const reviewed = await changing.review({ reference, wish, answered: nothingAnswered }, around.host.id);
    if (!reviewed.done) return sorry(reviewed);
    const { entry, wished, newAddresses } = reviewed;
    const calendars = await calendarsThen(graph, { to: wish.to, before: entry.ask, after: wished.ask }, world.now());
    const newGuests = guestsOf(wished.ask).flatMap(({ name, address }) =>
      newAddresses.includes(address) ? [name] : [],
    );
    const carried = wish.to === 'move' ? { to: wish.to, when: { start: wish.start, minutes: wish.minutes } } : wanted;
    const reader = readerOf(entry, around.host);
    const view = { ...reviewed, reader, wanted: carried, to: wish.to, answered, newGuests, calendars, notes };
    return [{ card: changeReviewCard(view) }];
  }

  async function make(pressed: Pressed, around: Around): Promise<readonly Rendered[]> {
    const { reference, wanted, answered } = pressed;
    const read = await wishOf(reference, wanted, around);
    if (!read.ok) return read.replies;
    const made = await changing.change({ reference, wish: read.wish, answered }, around.host.id);
    if (made.done) return [await begun(made.row.entry, made.entry, around.host)];
    if (made.why === 'refused') return review(pressed, around, [notChanged.refused]);
    if (made.why === 'questions open' && made.decision)
      return review(pressed, around, notesFor(openAmong(made.decision, answered)));
    return sorry(made);
  }

  async function begun(now: Entry, before: Entry, host: Colleague): Promise<Rendered> {
    const reader = readerOf(before, host);
    const waits = pendingOf(now) !== null;
    const more = [
      ...(waits ? [await whoIsAsked(now)] : []),
      ...(now.reference === before.reference ? [] : [changedWords.newReference(before.reference)]),
    ];
    const about = now.amendment === null ? now : { ...now, ask: now.amendment.ask };
    return { card: begunCard(waits ? 'waiting' : 'change', about, { reader, more }) };
  }

  // It is asked for, whether or not they can be named now.
  async function whoIsAsked(entry: Entry): Promise<string> {
    const of = 'of' in entry.authorisation ? entry.authorisation.of : [];
    try {
      return after.waitingFor(
        (await approversOf(entry, world)).map(({ name }) => name),
        of,
      );
    } catch (error) {
      if (error instanceof Failure) return after.waitingFor([], of);
      throw error;
    }
  }

  async function wishOf(reference: Reference, wanted: Wanted, around: Around) {
    const { host, colleagues } = around;
    const found = await changing.meeting(reference, host.id, wanted.to);
    if (!found.done) return { ok: false, replies: sorry(found) } as const;
    const school = { colleagues, schoolDomains: world.school.domains };
    const read = readWish(wanted, found.entry.ask, school, world.now());
    if (read.ok) return read;
    // The fields come back with what would be right, so that nothing is lost.
    const offered = await changing.offered(reference, host.id);
    if (!offered.done) return { ok: false, replies: sorry(offered) } as const;
    return { ok: false, replies: [changeOf(offered, around, { ...read, open: wanted.to })] } as const;
  }

  /** The meeting that was named, or the only one it can be about; with several they choose. */
  async function about(
    which: Which,
    what: Wanted | 'cancel' | 'meeting',
    { around, go }: { around: Around; go: (reference: Reference) => Promise<readonly Rendered[]> },
  ): Promise<readonly Rendered[]> {
    if (which !== null) return go(which);
    const own = await ownAhead(around.host);
    const [only, second] = own;
    if (only === undefined) return [{ text: changedWords.noneOfYours }];
    return second === undefined ? go(only.reference) : [{ card: whichCard(own, what) }];
  }

  async function ownAhead({ id }: Colleague) {
    const from = world.now().toISOString();
    const { rows } = await world.register.page({ ...everything, of: id, from, order: 'oldest first' });
    return rows.filter((row) => stands(row) && row.ask.host.id === id);
  }

  return async (said, around) => {
    switch (said.about) {
      case 'meeting':
        return about(said.which, 'meeting', { around, go: (reference) => meeting(reference, around, said.by) });
      case 'cancel':
        return about(said.which, 'cancel', { around, go: (reference) => cancel(reference, around) });
      case 'cancel for good':
        return cancelForGood(said.reference, around);
      case 'keep':
        return [{ card: keptCard(said.reference) }];
      case 'wish': {
        const { wanted } = said;
        const go = (reference: Reference) => review({ reference, wanted, answered: nothingAnswered }, around);
        return about(said.which, wanted, { around, go });
      }
      case 'do':
        return make(said, around);
      case 'nothing readable':
        return [{ text: faultsOfChange.unreadable }];
    }
  };
}

type Pressed = { readonly reference: Reference; readonly wanted: Wanted; readonly answered: Answered };
type Offered = Extract<Awaited<ReturnType<Changing['offered']>>, { done: true }>;
type Not = Extract<Awaited<ReturnType<Changing['meeting']>>, { done: false }>;
type Faulty = Extract<ReturnType<typeof readWish>, { ok: false }> & { readonly open: Wanted['to'] };

const sorry = ({ why }: Not): readonly Rendered[] => [{ text: notChanged[why] }];

const readerOf = ({ ask }: Entry, { id }: Colleague): Reader =>
  ask.host.id === id || secondAdultOf(ask)?.id === id ? 'comes' : 'leads';

function changeOf({ entry, may }: Offered, { host, colleagues }: Around, faulty?: Faulty) {
  const waits = entry.amendment === null ? [] : [changingWords.waitingToo];
  const staff = colleagues.known ? colleagues.value : [];
  const view = {
    entry,
    may,
    reader: readerOf(entry, host),
    open: faulty?.open ?? null,
    notes: faulty ? [faulty.fault] : waits,
    perhaps: faulty?.perhaps ?? [],
    guests: faulty?.guests ?? [],
    time: faulty?.time ?? null,
    colleagues: staff,
  };
  return { card: changeCard(view) };
}
