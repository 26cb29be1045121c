import { openChange } from '../changing/open-change.ts';
import { wished } from '../changing/wish.ts';
import { Failure } from '../failure.ts';
import { type Colleague, secondAdultOf } from '../meetings/ask.ts';
import { advance, heldUntil } from '../meetings/claim.ts';
import { decideOn, refusalOf } from '../meetings/gather.ts';
import { hasItsYes, proven } from '../meetings/schedule.ts';
import type { World } from '../meetings/world.ts';
import { type Entry, moment, type Stored, stands } from '../register/entry.ts';
import { standingWith } from '../reviewing/reasons.ts';
import { asking, asksRehearsed, givenUp, heard, notPutInPlace, standingAs, takenOver } from './answers.ts';
import { standInsFor } from './candidates.ts';
import type { Cover, StandIn } from './cover.ts';
import { mustHaveTwo } from './must-have-two.ts';
import { coverOf, type Move, nextMove, remindedBy } from './next-move.ts';

/**
 * The second adult of a meeting that stands: asked, reminded, stood in for; without one the meeting is held, and called off at its
 * start. One move after another, each written to the row before anybody hears of it, so that all of it may run again.
 */

/** Tells the second adult, those who may stand in, the host and the safeguarding lead, each in their own chat. */
export type CoverNotices = {
  /** A card with the question. Rejects when it is worth trying again. */
  ask(entry: Entry, person: Colleague, why: 'asked' | 'reminded' | 'stand-in'): Promise<void>;
  /** Every card there is about this meeting's second adult shows how it stands now. Never rejects. */
  show(entry: Entry): Promise<void>;
  /** The host, in a sentence. Rejects when it is worth trying again. */
  tellHost(entry: Entry, news: HostNews): Promise<void>;
  /** The safeguarding lead: a meeting is on hold. Rejects likewise. */
  tellLead(entry: Entry): Promise<void>;
};

/** What the host hears; each has its sentence in cards/words/second-adult.ts. */
export type HostNews =
  | { readonly of: 'nobody left' | 'on hold' | 'off hold' | 'called off' }
  | { readonly of: 'searching'; readonly names: readonly string[] };

const asMany = 3;
// Ask, hold, send, put in place: no row needs more in one look.
const mostMoves = 8;

/**
 * One look at the second adult.
 * @param row taken by the sweep or by whoever answered; its step is `done`
 * @returns the row as it is then: still `done`, or with a step that is to be carried on
 */
export async function lookAtSecondAdult(row: Stored, world: World): Promise<Stored> {
  if (secondAdultOf(row.entry.ask) === null) return row;
  let now = await calendarAnswer(row, world);
  await toldOfHold(now, world);
  for (let moves = 0; moves < mostMoves && now.entry.step === 'done'; moves += 1) {
    const move = nextMove(now.entry, mustBeTwo(now.entry, world), world.now());
    if (move.do === 'nothing') break;
    now = await made(move, now, world);
    await toldOfHold(now, world);
  }
  await recorded(now.entry, world);
  return now;
}

export const mustBeTwo = ({ ask }: Pick<Entry, 'ask'>, { policy, now }: Pick<World, 'policy' | 'now'>): boolean =>
  mustHaveTwo(ask, policy, now());

/** What the second adult has answered in Outlook since. A calendar that cannot be read has no news. */
async function calendarAnswer(row: Stored, world: World): Promise<Stored> {
  const { entry } = row;
  const cover = coverOf(entry);
  if (cover === null || Date.parse(entry.ask.start) + entry.ask.minutes * 60_000 <= world.now().getTime()) return row;
  const answer = await world.meetings.answerOf(entry.ask, entry, cover.of.address).catch(notNow(entry, world));
  if (answer === null) return row;
  const after = heard(cover, { ...answer, how: 'calendar' });
  if (after === cover) return row;
  const now = await advance(row, { cover: after, ...standingAs(entry, after, mustBeTwo(entry, world)) }, world);
  await world.secondAdults.show(now.entry);
  return now;
}

const notNow =
  ({ reference }: Entry, { log }: World) =>
  (failure: unknown) => {
    if (!(failure instanceof Failure)) throw failure;
    log.warn({ reference, failure: failure.message }, 'the second adult’s calendar answer could not be read');
    return null;
  };

async function made(move: Exclude<Move, { do: 'nothing' }>, row: Stored, world: World): Promise<Stored> {
  const { entry } = row;
  if (move.do === 'call off') return calledOff(row, world);
  const cover = coverOf(entry);
  if (move.do === 'take over' || cover === null) return settledOn(row, move, world);
  switch (move.do) {
    case 'ask':
      return asked(row, cover, world);
    case 'remind':
      return reminded(row, cover, world);
    case 'ask more stand-ins':
      return moreAsked(row, cover, world);
    case 'send to stand-ins':
      return sentToStandIns(row, cover, world);
    case 'put in place':
      return putInPlace(row, cover, { standIn: move.standIn, world });
    case 'hold':
      return held(row, cover, world);
    case 'release':
      return released(row, cover, world);
  }
}

/** Whom the row speaks of from now on: the one who stood in, or one who has yet to be asked. */
async function settledOn(row: Stored, move: Move, world: World): Promise<Stored> {
  const { entry } = row;
  const person = secondAdultOf(entry.ask);
  if (person === null) return row;
  if (move.do !== 'take over' || entry.cover === null)
    return advance(row, { cover: asking(person, entry, world.now()) }, world);
  const now = await advance(row, { cover: takenOver(move.standIn, entry.cover) }, world);
  await world.secondAdults.show(now.entry);
  return now;
}

async function asked(row: Stored, cover: Cover, world: World): Promise<Stored> {
  await world.secondAdults.ask(row.entry, cover.of, 'asked');
  // Whoever had a card from before, as a stand-in say, sees there who it is now.
  await world.secondAdults.show(row.entry);
  return advance(row, { cover: { ...cover, state: { is: 'asked', at: cover.state.at, reminded: 0 } } }, world);
}

async function reminded(row: Stored, cover: Cover, world: World): Promise<Stored> {
  const { state, of } = cover;
  if (state.is !== 'asked') return row;
  await world.secondAdults.ask(row.entry, of, 'reminded');
  const number = remindedBy(row.entry, state.at, world.now());
  return advance(row, { cover: { ...cover, state: { ...state, reminded: number } } }, world);
}

async function moreAsked(row: Stored, cover: Cover, world: World): Promise<Stored> {
  const { entry } = row;
  const people = await standInsFor(entry, cover, asMany, world);
  if (people.length === 0) {
    await world.secondAdults.tellHost(entry, { of: 'nobody left' });
    return advance(row, { cover: { ...cover, nobodyLeft: true } }, world);
  }
  const at = moment(world.now());
  const more = people.map((person) => ({ person, at, says: 'being asked' as const }));
  return advance(row, { cover: { ...cover, standIns: [...cover.standIns, ...more] } }, world);
}

async function sentToStandIns(row: Stored, cover: Cover, world: World): Promise<Stored> {
  const { entry } = row;
  const people = cover.standIns.filter(({ says }) => says === 'being asked');
  for (const { person } of people) await world.secondAdults.ask(entry, person, 'stand-in');
  const names = people.map(({ person }) => person.name);
  await world.secondAdults.tellHost(entry, { of: 'searching', names });
  const standIns = cover.standIns.map((one): StandIn => (people.includes(one) ? { ...one, says: 'nothing' } : one));
  const now = await advance(row, { cover: { ...cover, standIns } }, world);
  const at = people[0]?.at ?? '';
  await world.register.note(entry.reference, 'second adult asked', 'chaperone', world.now(), `to stand in, ${at}`);
  return now;
}

/** The first yes is put in place as any change is: decided on again, sealed, read back, and only the two concerned are mailed. */
async function putInPlace(
  row: Stored,
  cover: Cover,
  { standIn, world }: { standIn: StandIn; world: World },
): Promise<Stored> {
  const { entry } = row;
  await world.secondAdults.show(entry);
  const confirmed = asksRehearsed(entry) ? (['rehearsed'] as const) : [];
  const change = wished(entry.ask, { to: 'change second adult', person: standIn.person }, confirmed);
  if (typeof change === 'string') return advance(row, { cover: notPutInPlace(cover) }, world);
  try {
    return await openChange(row, change, 'chaperone', world);
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'no longer allowed') throw error;
    const now = await advance(row, { cover: notPutInPlace(cover) }, world);
    await world.secondAdults.show(now.entry);
    return now;
  }
}

/** Nobody but the host gets in, and that is read back, before anybody is told so. What cannot be shut is called off. */
async function held(row: Stored, cover: Cover, world: World): Promise<Stored> {
  const heldSince = cover.heldSince ?? moment(world.now());
  const holding = await advance(row, { cover: { ...cover, heldSince } }, world);
  const { entry } = holding;
  const link = await world.meetings.retire(entry.ask, entry);
  if (!link.shut) return ending(holding, world);
  await world.register.note(entry.reference, 'on hold', 'chaperone', world.now(), heldSince);
  return advance(holding, { status: 'on hold', seal: { state: 'not sealed' } }, world);
}

/** Host and safeguarding lead hear of each hold; the log knows of which they have. */
async function toldOfHold({ entry }: Stored, { register, secondAdults, now }: World): Promise<void> {
  const { reference, status, cover } = entry;
  if (status !== 'on hold' || cover === null || cover.heldSince === null) return;
  const told = (await register.log(reference)).some(
    ({ event, detail }) => event === 'safeguarding lead told' && detail === cover.heldSince,
  );
  if (told) return;
  await secondAdults.tellHost(entry, { of: 'on hold' });
  await secondAdults.tellLead(entry);
  await register.note(reference, 'safeguarding lead told', 'chaperone', now(), cover.heldSince);
  await secondAdults.show(entry);
}

/** The second adult has said yes after all: sealed again, and read back, before anybody is let in. */
async function released(row: Stored, cover: Cover, world: World): Promise<Stored> {
  const { ask, decision, reference, authorisation } = row.entry;
  const then = { ...world, now: () => new Date(decision.decidedAt) };
  const again = await decideOn(ask, then, { people: world.people.afresh(), reference });
  if (!hasItsYes(again.decision, authorisation)) throw refusalOf(again.facts, again.decision);
  try {
    const located = await world.meetings.standing(ask, row.entry);
    const { hash } = proven(await world.meetings.seal(located, decision.safeguards));
    await world.register.note(reference, 'off hold', 'chaperone', world.now(), cover.heldSince ?? '');
    const seal = { state: 'sealed' as const, at: moment(world.now()), hash };
    await world.secondAdults.tellHost(row.entry, { of: 'off hold' });
    return await advance(
      row,
      { status: standingWith(row.entry, 'arranged'), seal, cover: { ...cover, heldSince: null } },
      world,
    );
  } catch (error) {
    if (!(error instanceof Failure) || !unsealable.has(error.kind)) throw error;
    return ending(row, world);
  }
}

// Whatever else goes wrong is silence, and tried again.
const unsealable: ReadonlySet<Failure['kind']> = new Set<Failure['kind']>([
  'not sealed',
  'graph refused',
  'meeting gone',
  'changed in Outlook',
]);

async function calledOff(row: Stored, world: World): Promise<Stored> {
  await world.secondAdults.tellHost(row.entry, { of: 'called off' });
  return ending(row, world);
}

const ending = (row: Stored, world: World): Promise<Stored> =>
  world.register.write(row, { step: 'end', amendment: null, nextCheck: heldUntil(world) });

/** Puts into the log what the row says of question and answers; what stands there already stays as it is. */
export async function recorded({ reference, cover }: Entry, { register }: World): Promise<void> {
  if (cover === null) return;
  const { of, state, standIns } = cover;
  if (state.is === 'asked')
    await register.note(reference, 'second adult asked', 'chaperone', new Date(state.at), state.at);
  if (state.is === 'accepted' || state.is === 'declined')
    await register.note(
      reference,
      state.is === 'accepted' ? 'second adult accepted' : 'second adult declined',
      of.id,
      new Date(state.at),
      `${state.how}, ${state.at}`,
    );
  for (const { person, says, at } of standIns.filter((one) => one.says === 'yes' || one.says === 'no'))
    await register.note(
      reference,
      says === 'yes' ? 'second adult accepted' : 'second adult declined',
      person.id,
      new Date(at),
      `to stand in, ${at}`,
    );
}

/** What the row says of a stand-in whose change came to nothing, so that others are asked. Pure. */
export function afterChange({ amendment, cover }: Entry): Partial<Entry> {
  const inVain = amendment?.by === 'chaperone' && amendment.what === 'second adult' && amendment.came.to === 'nothing';
  return inVain && cover !== null ? { cover: notPutInPlace(cover) } : {};
}

/**
 * A change that waits for somebody's yes, seen by the sweep: it gives way when the second adult is missing, because there is one
 * change at a time and this one is about who is there at all.
 */
export async function unlessMissing(row: Stored, world: World): Promise<Stored> {
  if (!stands(row.entry)) return row;
  const seen = await calendarAnswer(row, world);
  const { entry } = seen;
  const duty = mustBeTwo(entry, world);
  const { do: move } = nextMove(entry, duty, world.now());
  if (!(duty ? urgent.has(move) : move === 'put in place')) return seen;
  return world.register.write(seen, { ...givenUp(entry), nextCheck: heldUntil(world) });
}

const urgent: ReadonlySet<Move['do']> = new Set<Move['do']>(['hold', 'ask more stand-ins', 'put in place', 'call off']);
