import { mayLook } from '../aftercare/aftercare.ts';
import { mayLook as mayLookAfter } from '../agreeing/agree.ts';
import { notLooked } from '../cards/words/aftercare.ts';
import { notWrittenDown } from '../cards/words/agreements.ts';
import { notChanged } from '../cards/words/changing.ts';
import { notSaid } from '../cards/words/held.ts';
import { notDismissed } from '../cards/words/reviewing.ts';
import { type deeds, mayChange, type WhyNotChanged } from '../changing/may-change.ts';
import { maySayHeld } from '../held/held.ts';
import type { Caller } from '../identity/caller.ts';
import { type Entry, isOver } from '../register/entry.ts';
import { keyOf, mayDismiss, openReasons } from '../reviewing/reasons.ts';
import type { Ability } from './rights.ts';

/** Everything a reader may do about a meeting besides saying yes to it, and why not where they may not. Pure. */

export type OfferedChange = (typeof deeds)[number];

export type ActsView = {
  readonly change: Readonly<Record<OfferedChange, Ability>>;
  /** Whether it took place. */
  readonly sayHeld: Ability;
  /** Of an urgent meeting, afterwards. */
  readonly lookAfterwards: Ability;
  /** Let it stand although something has come up. */
  readonly letStand: Ability;
  readonly writeAgreements: Ability;
};

const can: Ability = { may: true };
const no = (why: string): Ability => ({ may: false, why });

/** Whoever reads the record knows that it is there: it is only none of theirs to change. */
const whyNot = (why: WhyNotChanged): string => notChanged[why === 'no such meeting' ? 'not yours to change' : why];

/** @param now for what can still be done with it */
export function actsView(entry: Entry, { caller, now }: { caller: Caller; now: Date }): ActsView {
  const change = (deed: OfferedChange): Ability => {
    const may = mayChange(entry, caller, deed, now);
    return may.may ? can : no(whyNot(may.why));
  };
  const held = maySayHeld(entry, caller, now);
  const look = mayLook(entry, caller);
  const letStand = mayDismiss(entry, caller, openReasons(entry).map(keyOf));
  return {
    change: {
      move: change('move'),
      'add guests': change('add guests'),
      'remove guest': change('remove guest'),
      'change second adult': change('change second adult'),
      'change host': change('change host'),
      cancel: change('cancel'),
    },
    sayHeld: held.may ? can : no(notSaid[held.why === 'no such meeting' ? 'not yours' : held.why]),
    lookAfterwards: look.may ? can : no(notLooked[look.why]),
    letStand: letStand.may ? can : no(notDismissed[letStand.why]),
    writeAgreements: agreements(entry, caller),
  };
}

function agreements(entry: Entry, caller: Caller): Ability {
  const may = mayLookAfter(entry, caller);
  if (!may.may)
    return no(may.why === 'no such meeting' ? 'That is for the host and the second adult.' : notWrittenDown[may.why]);
  return isOver[entry.status] ? no(notWrittenDown.over) : can;
}
