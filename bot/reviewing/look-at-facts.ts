import { withdrawnSince } from '../agreeing/ledger.ts';
import { reviewCard, reviewLeadCard, toHostCard } from '../cards/reviewing-card.ts';
import { type Colleague, guestsOf } from '../meetings/ask.ts';
import { advance, heldUntil } from '../meetings/claim.ts';
import { proven } from '../meetings/schedule.ts';
import type { World } from '../meetings/world.ts';
import { type NoLongerConforming, noLongerConforming } from '../policy/conforming.ts';
import type { Approver } from '../policy/decision.ts';
import { fact } from '../policy/fact.ts';
import { strictest } from '../policy/strictest.ts';
import { type Amendment, type Entry, moment, type Stored } from '../register/entry.ts';
import type { ReviewReason } from '../register/review.ts';
import { type Findings, found, keyOf, lastResort, openReasons, reconciled, standingWith } from './reasons.ts';

/**
 * A look at the facts behind a meeting that stands. What is found is written to the row before anybody hears of it, so that all of it
 * may run again.
 * @param row taken by the sweep; its step is `done`
 * @returns the row as it is then: still `done`, or with a step that is to be carried on
 */
export async function lookAtFacts(row: Stored, world: World): Promise<Stored> {
  // Once it has begun nothing is looked for any more.
  if (Date.parse(row.entry.ask.start) <= world.now().getTime()) return row;
  const findings = await find(row.entry, world);
  // Settings that are stricter now are written without asking anybody, because that can only protect.
  if (findings.policy !== null && findings.policy.settings.length > 0) return tightened(row, findings.policy, world);
  const written = await reviewWritten(row, findings, world);
  const held =
    lastResort(written.entry, world.now()) === 'hold' ? await shut(written, world) : await opened(written, world);
  return held.entry.step === 'done' ? told(held, world) : held;
}

/** At its start a meeting is cancelled while a reason stands that nobody may dismiss; the safeguarding lead hears why. */
export const endUnreviewed = async (row: Stored, world: World): Promise<Stored> =>
  lastResort(row.entry, world.now()) === 'end' ? ending(row, world) : row;

async function find(entry: Entry, world: World): Promise<Findings> {
  const { people, register } = world;
  const { ask, reference } = entry;
  const [staff, withdrawn, agencies] = await Promise.all([
    fact('who is staff', async () => new Set((await people.afresh().colleagues()).map(({ id }) => id))),
    fact('what was withdrawn', async () => withdrawnSince(await register.agreements(reference), entry)),
    fact('the guests’ agencies', () =>
      register.laterAgencies(
        reference,
        guestsOf(ask).map(({ address }) => address),
      ),
    ),
  ]);
  return { staff, withdrawn, agencies, policy: conformingNow(entry, world) };
}

export const conformingNow = (entry: Entry, { policy, school }: Pick<World, 'policy' | 'school'>) =>
  noLongerConforming([entry], { policy, school })[0] ?? null;

function tightened(row: Stored, { safeguards }: NoLongerConforming, world: World): Promise<Stored> {
  const { entry } = row;
  const amendment: Amendment = {
    what: 'settings',
    by: 'chaperone',
    at: moment(world.now()),
    ask: entry.ask,
    decision: { ...entry.decision, safeguards: strictest(entry.decision.safeguards, safeguards) },
    authorisedBefore: entry.authorisation,
    statusBefore: entry.status === 'on hold' || entry.status === 'needs review' ? entry.status : 'arranged',
    came: { to: 'open' },
  };
  return world.register.write(row, { amendment, step: 'amend', nextCheck: heldUntil(world) });
}

async function reviewWritten(row: Stored, findings: Findings, world: World): Promise<Stored> {
  const { entry } = row;
  const { reference } = entry;
  const review = reconciled(entry.review, found(entry, findings), world.now());
  const before = entry.review?.reasons ?? [];
  const after = review?.reasons ?? [];
  const gone = before.filter((one) => !after.includes(one));
  if (gone.length === 0 && after.length === before.length) return row;
  const status = statusAfter({ ...entry, review });
  const written = await advance(row, { review, status }, world);
  for (const one of after.filter((each) => !before.includes(each)))
    await world.register.note(reference, 'needs review', 'chaperone', world.now(), `${keyOf(one)}, ${one.since}`);
  for (const one of gone)
    await world.register.note(
      reference,
      'reviewed',
      'chaperone',
      world.now(),
      `no longer so: ${keyOf(one)}, ${one.since}`,
    );
  return written;
}

/** With the last open reason gone it stands as arranged, unless its second adult is still missing. */
export function statusAfter(entry: Entry): Entry['status'] {
  const { status, cover } = entry;
  if (status === 'needs review' && openReasons(entry).length === 0)
    return cover?.state.is === 'declined' ? status : 'arranged';
  return standingWith(entry, status);
}

/** Before it is written, so that it is not forgotten; each is told once. */
async function leadTold(
  { entry }: Stored,
  what: 'hold' | 'end',
  { posting, people, tabUrl, log }: World,
): Promise<void> {
  const leads = await people.thoseWith('dsl');
  const message = { card: reviewLeadCard(entry, what, tabUrl) };
  const reached = await posting.send(`review/${entry.reference}/${what}`, leads, message);
  if (reached.length === 0) log.error({ reference: entry.reference }, 'no safeguarding lead could be reached in chat');
}

async function ending(row: Stored, world: World): Promise<Stored> {
  await leadTold(row, 'end', world);
  return world.register.write(row, { step: 'end', amendment: null, nextCheck: heldUntil(world) });
}

/** Nobody but the host gets in, read back; what cannot be shut is ended. */
async function shut(row: Stored, world: World): Promise<Stored> {
  const { entry } = row;
  if (entry.status === 'on hold') return row;
  const link = await world.meetings.retire(entry.ask, entry);
  if (!link.shut) return ending(row, world);
  const since = openReasons(entry)[0]?.since ?? '';
  await world.register.note(entry.reference, 'on hold', 'chaperone', world.now(), `needs review, ${since}`);
  await leadTold(row, 'hold', world);
  return advance(row, { status: 'on hold', seal: { state: 'not sealed' } }, world);
}

/** It was held for a reason that is gone: sealed and read back before anybody is let in again. */
async function opened(row: Stored, world: World): Promise<Stored> {
  const { entry } = row;
  // A second adult who is missing is somebody else's to wait for.
  const isOurs = entry.status === 'on hold' && (entry.cover === null || entry.cover.heldSince === null);
  if (!isOurs) return row;
  const located = await world.meetings.standing(entry.ask, entry);
  const { hash } = proven(await world.meetings.seal(located, entry.decision.safeguards));
  await world.register.note(entry.reference, 'off hold', 'chaperone', world.now(), moment(world.now()));
  const seal = { state: 'sealed' as const, at: moment(world.now()), hash };
  return advance(row, { status: standingWith(entry, 'arranged'), seal }, world);
}

/** A card for each reviewer and for the host, once for each state of the reasons. */
export async function told(row: Stored, world: World): Promise<Stored> {
  const { entry } = row;
  const open = openReasons(entry);
  if (entry.review === null || open.every((one) => one.told)) return row;
  const { posting, tabUrl, log } = world;
  const { reference, ask } = entry;
  const those = (await reviewersOf(open, world)).filter(({ id }) => id !== ask.host.id);
  const reached = await posting.send(subjectOf(entry), those, { card: reviewCard(entry, { fault: false, tabUrl }) });
  if (reached.length === 0) log.error({ reference }, 'nobody who could look at it again could be reached in chat');
  await posting.send(hostSubjectOf(entry), [ask.host], { card: toHostCard(entry, tabUrl) });
  const review = { reasons: entry.review.reasons.map((one) => ({ ...one, told: true })) };
  return advance(row, { review }, world);
}

async function reviewersOf(open: readonly ReviewReason[], { people }: World): Promise<readonly Colleague[]> {
  const groups = [...new Set<Approver>(open.flatMap(({ of }) => of))];
  const named = (await Promise.all(groups.map((group) => people.thoseWith(group)))).flat();
  const all = named.length > 0 ? named : await people.thoseWith('head');
  return all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at);
}

// New reasons have a card of their own; the same ones do not come twice.
const subjectOf = ({ reference, review }: Entry): string =>
  `review/${reference}/${
    review?.reasons
      .map(({ since }) => since)
      .toSorted()
      .at(-1) ?? ''
  }`;
const hostSubjectOf = (entry: Entry): string => `${subjectOf(entry)}/host`;

/** Every card there is shows how it stands now. */
export const shown = (entry: Entry, { posting, tabUrl }: World): Promise<void> =>
  posting.show(subjectOf(entry), { card: reviewCard(entry, { fault: false, tabUrl }) });
