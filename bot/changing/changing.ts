import { pendingOf } from '../authorising/authorise.ts';
import { askApprovers } from '../authorising/waiting.ts';
import { type Answered, withChecked } from '../conversation/answered.ts';
import { Failure } from '../failure.ts';
import type { Caller } from '../identity/caller.ts';
import { type Address, type Ask, guestsOf, type PersonId, type Reference } from '../meetings/ask.ts';
import { carryOn } from '../meetings/carry-on.ts';
import { heldUntil } from '../meetings/claim.ts';
import { newAmong } from '../meetings/gather.ts';
import { next } from '../meetings/open-request.ts';
import type { Workshop } from '../meetings/workshop.ts';
import type { World } from '../meetings/world.ts';
import type { Decision } from '../policy/decision.ts';
import type { Entry, Stored } from '../register/entry.ts';
import { type Version, versionOf } from '../register/version.ts';
import { type Deed, deeds, mayChange, type WhyNotChanged } from './may-change.ts';
import { decideOnChange, openChange } from './open-change.ts';
import { type RecordingWish, type Wish, type Wished, wished } from './wish.ts';

/** Changes to meetings that stand, from chat and tab alike: written within the turn, and carried on after it. */

export type Changed =
  /** `row`: what goes on now; of a change made anew the row that takes the meeting's place. */
  | { readonly done: true; readonly row: Stored; readonly entry: Entry }
  /** `decision` where policy stands in the way. `entry`: the meeting as it stands, for whoever may know. */
  | {
      readonly done: false;
      readonly why: WhyNotChanged;
      readonly entry: Entry | null;
      readonly decision: Decision | null;
    };

export type Reviewed =
  /** `needsYes`: somebody has to say yes to it first. `newAddresses`: of its guests, those the school has not met. */
  | {
      readonly done: true;
      readonly entry: Entry;
      readonly wished: Wished;
      readonly decision: Decision;
      readonly needsYes: boolean;
      readonly newAddresses: readonly Address[];
    }
  | (Changed & { readonly done: false });

/** `answered`: what was said yes to with it. `seen`: the meeting as they saw it, where it was shown as a record. */
export type AskedFor = {
  readonly reference: Reference;
  readonly wish: Wish | RecordingWish;
  readonly answered: Answered;
  readonly seen?: Version;
};

/** What this person may do with the meeting; nothing, where it is none of theirs. */
export type Offered =
  | { readonly done: true; readonly entry: Entry; readonly may: ReadonlySet<Deed> }
  | (Changed & { readonly done: false });

/** Every method throws a Failure when the register, Entra or policy's facts cannot be asked; nothing was done then. */
export type Changing = {
  /** The meeting, if this person may do so much with it. */
  meeting(reference: Reference, caller: PersonId, deed: Deed): Promise<Changed>;
  offered(reference: Reference, caller: PersonId): Promise<Offered>;
  /** What policy says to it; nothing is done. */
  review(asked: AskedFor, caller: PersonId): Promise<Reviewed>;
  change(asked: AskedFor, caller: PersonId): Promise<Changed>;
  /** Its link is made useless, then everybody is told. */
  cancel(reference: Reference, caller: PersonId, seen?: Version): Promise<Changed>;
};

export function openChanging({ world, workshop }: { world: World; workshop: Workshop }): Changing {
  const no = (why: WhyNotChanged, entry: Entry | null, decision: Decision | null = null) =>
    ({ done: false, why, entry, decision }) as const;

  async function known(reference: Reference, id: PersonId) {
    const row = await world.register.find(reference);
    const caller: Caller = { id, name: '', roles: await world.people.afresh().rolesOf(id) };
    return { row, caller };
  }

  async function found(reference: Reference, id: PersonId, deed: Deed, seen?: Version): Promise<Changed> {
    const { row, caller } = await known(reference, id);
    if (row === null) return no('no such meeting', null);
    const may = mayChange(row.entry, caller, deed, world.now());
    if (!may.may) return no(may.why, may.why === 'no such meeting' ? null : row.entry);
    if (seen !== undefined && seen !== versionOf(row.entry)) return no('changed meanwhile', row.entry);
    return { done: true, row, entry: row.entry };
  }

  async function offered(reference: Reference, id: PersonId): Promise<Offered> {
    const { row, caller } = await known(reference, id);
    if (row === null) return no('no such meeting', null);
    const { entry } = row;
    const each = deeds.map((deed) => ({ deed, may: mayChange(entry, caller, deed, world.now()) }));
    const may = new Set(each.flatMap(({ deed, may: one }) => (one.may ? [deed] : [])));
    if (may.size > 0) return { done: true, entry, may };
    const [why = 'no such meeting'] = each.flatMap(({ may: one }) => (one.may ? [] : [one.why]));
    return no(why, why === 'no such meeting' ? null : entry);
  }

  async function thought({ reference, wish, answered, seen }: AskedFor, caller: PersonId) {
    const meeting = await found(reference, caller, wish.to, seen);
    if (!meeting.done) return meeting;
    const { row, entry } = meeting;
    const outcome = wished(entry.ask, wish, answered.ticked);
    if (typeof outcome === 'string') return no(outcome, entry);
    const { facts, decision: first } = await decideOnChange(row, outcome, world);
    const { checked } = answered;
    const newAddresses = unchecked(outcome.ask, newAmong(outcome.ask, facts));
    const whole = checked === null ? outcome : { ...outcome, ask: withChecked(outcome.ask, newAddresses, checked) };
    const decision = checked === null ? first : (await decideOnChange(row, whole, world)).decision;
    const keeps = whole.how === 'in place' && whole.keepsYes && entry.authorisation.state === 'given';
    const needsYes = decision.authorisedBy.length > 0 && !keeps;
    return { done: true, row, entry, wished: whole, decision, needsYes, newAddresses } as const;
  }

  /** @param by who asked for it: a row that takes another's place does not say */
  function goOn(row: Stored, by: PersonId): void {
    const { amendment, ask, replaces, reference } = row.entry;
    const work = amendment === null ? next(row, world) : () => amendmentGoesOn(row);
    if (work === null) return;
    workshop.begin(ask.host.id, async () => {
      if (replaces !== null) await world.register.note(replaces, 'change asked', by, world.now(), reference);
      await work();
    });
  }

  const amendmentGoesOn = (row: Stored): Promise<void> =>
    row.entry.step === 'authorise' ? askApprovers(row, world) : carryOn(row, 'first time', world);

  /** A change that waits for a yes falls away with the meeting, and whoever has its card sees that. */
  function withoutChange({ amendment, status, authorisation }: Entry) {
    return amendment === null
      ? ({ status, authorisation } as const)
      : ({ status: amendment.statusBefore, authorisation: amendment.authorisedBefore } as const);
  }

  return {
    meeting: (reference, caller, deed) => found(reference, caller, deed),
    offered,
    review: thought,

    change: (asked, caller) =>
      judgedAgain(async () => {
        const outcome = await thought(asked, caller);
        if (!outcome.done) return outcome;
        const { row, entry, decision } = outcome;
        if (decision.verdict === 'refuse') return no('refused', entry, decision);
        if (decision.verdict === 'ask') return no('questions open', entry, decision);
        const opened = await openChange(row, outcome.wished, caller, world);
        goOn(opened, caller);
        return { done: true, row: opened, entry };
      }),

    cancel: (reference, caller, seen) =>
      judgedAgain(async () => {
        const meeting = await found(reference, caller, 'cancel', seen);
        if (!meeting.done) return meeting;
        const { row, entry } = meeting;
        const held = { step: 'end', amendment: null, nextCheck: heldUntil(world) } as const;
        const ending = await world.register.write(row, { ...withoutChange(entry), ...held });
        workshop.begin(entry.ask.host.id, async () => {
          await world.register.note(reference, 'change asked', caller, world.now(), 'cancel');
          if (pendingOf(entry) !== null) await world.approvals.show({ ...ending.entry, amendment: entry.amendment });
          await carryOn(ending, 'first time', world);
        });
        return { done: true, row: ending, entry };
      }),
  };
}

const tries = 5;

// Chaperone writes the row by itself too, as when it has just asked the second adult: what the row says then is judged again.
async function judgedAgain(work: () => Promise<Changed>): Promise<Changed> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'register changed') throw error;
      if (attempt === tries) return { done: false, why: 'change under way', entry: null, decision: null };
    }
  }
}

/** Whoever comes already was asked about when they were invited. */
const unchecked = (ask: Ask, met: readonly Address[]): readonly Address[] => {
  const asked = new Set(guestsOf(ask).flatMap(({ address, checked }) => (checked === undefined ? [address] : [])));
  return met.filter((address) => asked.has(address));
};
