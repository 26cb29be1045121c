import { askApprovers } from '../authorising/waiting.ts';
import { Failure } from '../failure.ts';
import type { Caller } from '../identity/caller.ts';
import type { Confirmation, PersonId, Reference } from '../meetings/ask.ts';
import { carryOn } from '../meetings/carry-on.ts';
import { heldUntil } from '../meetings/claim.ts';
import { next } from '../meetings/open-request.ts';
import type { Workshop } from '../meetings/workshop.ts';
import type { World } from '../meetings/world.ts';
import type { Decision } from '../policy/decision.ts';
import type { Entry, Stored } from '../register/entry.ts';
import { type Deed, mayChange, type WhyNotChanged } from './may-change.ts';
import { decideOnChange, openChange } from './open-change.ts';
import { type Wish, type Wished, wished } from './wish.ts';

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
  | { readonly done: true; readonly entry: Entry; readonly wished: Wished; readonly decision: Decision }
  | (Changed & { readonly done: false });

/** @param confirmed what was ticked with it */
type Asked = { readonly reference: Reference; readonly wish: Wish; readonly confirmed: readonly Confirmation[] };

/** Every method throws a Failure when the register, Entra or policy's facts cannot be asked; nothing was done then. */
export type Changing = {
  /** The meeting, if this person may do so much with it. */
  meeting(reference: Reference, caller: PersonId, deed: Deed): Promise<Changed>;
  /** What policy says to it; nothing is done. */
  review(asked: Asked, caller: PersonId): Promise<Reviewed>;
  change(asked: Asked, caller: PersonId): Promise<Changed>;
  /** Its link is made useless, then everybody is told. */
  cancel(reference: Reference, caller: PersonId): Promise<Changed>;
};

export function openChanging({ world, workshop }: { world: World; workshop: Workshop }): Changing {
  const no = (why: WhyNotChanged, entry: Entry | null, decision: Decision | null = null) =>
    ({ done: false, why, entry, decision }) as const;

  async function found(reference: Reference, id: PersonId, deed: Deed): Promise<Changed> {
    const row = await world.register.find(reference);
    if (row === null) return no('no such meeting', null);
    const caller: Caller = { id, name: '', roles: await world.people.afresh().rolesOf(id) };
    const may = mayChange(row.entry, caller, deed, world.now());
    if (may.may) return { done: true, row, entry: row.entry };
    return no(may.why, may.why === 'no such meeting' ? null : row.entry);
  }

  async function thought({ reference, wish, confirmed }: Asked, caller: PersonId) {
    const meeting = await found(reference, caller, wish.to);
    if (!meeting.done) return meeting;
    const { row, entry } = meeting;
    const outcome = wished(entry.ask, wish, confirmed);
    if (typeof outcome === 'string') return no(outcome, entry);
    const { decision } = await decideOnChange(row, outcome, world);
    return { done: true, row, entry, wished: outcome, decision } as const;
  }

  function goOn(row: Stored): void {
    const { entry } = row;
    const work = entry.amendment === null ? next(row, world) : () => amendmentGoesOn(row);
    if (work) workshop.begin(entry.ask.host.id, work);
  }

  const amendmentGoesOn = (row: Stored): Promise<void> =>
    row.entry.step === 'authorise' ? askApprovers(row, world) : carryOn(row, 'first time', world);

  return {
    meeting: found,
    review: thought,

    async change(asked, caller) {
      const outcome = await thought(asked, caller);
      if (!outcome.done) return outcome;
      const { row, entry, decision } = outcome;
      if (decision.verdict === 'refuse') return no('refused', entry, decision);
      if (decision.verdict === 'ask') return no('questions open', entry, decision);
      try {
        const opened = await openChange(row, outcome.wished, caller, world);
        goOn(opened);
        return { done: true, row: opened, entry };
      } catch (error) {
        if (error instanceof Failure && error.kind === 'register changed') return no('change under way', entry);
        throw error;
      }
    },

    async cancel(reference, caller) {
      const meeting = await found(reference, caller, 'cancel');
      if (!meeting.done) return meeting;
      const { row, entry } = meeting;
      try {
        const held = { step: 'end', amendment: null, nextCheck: heldUntil(world) } as const;
        const ending = await world.register.write(row, held);
        workshop.begin(entry.ask.host.id, async () => {
          await world.register.note(reference, 'change asked', caller, world.now(), 'cancel');
          await carryOn(ending, 'first time', world);
        });
        return { done: true, row: ending, entry };
      } catch (error) {
        if (error instanceof Failure && error.kind === 'register changed') return no('change under way', entry);
        throw error;
      }
    },
  };
}
