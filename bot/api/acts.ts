import type { Looked } from '../aftercare/caring.ts';
import type { Said as SaidAgreed } from '../agreeing/agree.ts';
import type { Looked as LookedAtAgreements } from '../agreeing/agreeing.ts';
import type { Calendars } from '../cards/change-review-card.ts';
import type { Changing } from '../changing/changing.ts';
import type { Wish } from '../changing/wish.ts';
import type { CalendarAnswer } from '../graph/events.ts';
import type { SaidHeld } from '../held/held.ts';
import type { HeldSaid } from '../held/saying-held.ts';
import type { Caller } from '../identity/caller.ts';
import type { Ask, Colleague, Reference } from '../meetings/ask.ts';
import type { Fact } from '../policy/fact.ts';
import type { Entry } from '../register/entry.ts';
import type { Version } from '../register/version.ts';
import type { Dismissed } from '../reviewing/dismissing.ts';

/** What a reader of the tab can do about a meeting: the same ways that the chat goes. Composed in start.ts. */
export type Acts = {
  readonly changing: Pick<Changing, 'meeting' | 'review' | 'change' | 'cancel'>;
  /** Whom a host may name; unknown when the directory cannot be asked. */
  readonly colleagues: () => Promise<Fact<readonly Colleague[]>>;
  /** Mail domains of the school, which no guest may have. */
  readonly schoolDomains: readonly string[];
  /** Who has something else then. */
  readonly calendarsThen: (change: { to: Wish['to']; before: Ask; after: Ask }) => Promise<Calendars>;
  readonly sayHeld: (
    saying: { readonly reference: Reference; readonly said: SaidHeld; readonly seen: Version | null },
    caller: Pick<Caller, 'id'>,
  ) => Promise<HeldSaid>;
  /** A senior leader has looked at an urgent meeting. */
  readonly look: (reference: Reference, caller: Pick<Caller, 'id'>, words: string | null) => Promise<Looked>;
  /** A reviewer says why it may stand all the same. */
  readonly letStand: (
    reference: Reference,
    caller: Pick<Caller, 'id'>,
    said: { readonly shown: readonly string[]; readonly words: string },
  ) => Promise<Dismissed>;
  /** Host or second adult writes down an agreement. */
  readonly agree: (reference: Reference, caller: Pick<Caller, 'id'>, said: SaidAgreed) => Promise<LookedAtAgreements>;
  /** What people have answered in their calendars; `null` when its event is gone, unknown when it cannot be asked. */
  readonly answersTo: (entry: Entry) => Promise<Fact<readonly CalendarAnswer[] | null>>;
};
