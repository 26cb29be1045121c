import type { Logger } from 'pino';
import type { Meetings } from '../graph/meetings.ts';
import type { People } from '../graph/people.ts';
import type { Pack } from '../policy/pack.ts';
import type { Entry } from '../register/entry.ts';
import type { Register } from '../register/register.ts';

/** Everything arranging a meeting touches outside itself. */
export type World = {
  readonly meetings: Meetings;
  readonly people: People;
  readonly register: Register;
  readonly notices: Notices;
  readonly pack: Pack;
  /** How long a row is held by whoever works on it; one step at Graph takes at most a third of it. */
  readonly claimSeconds: number;
  readonly now: () => Date;
  readonly log: Logger;
};

/** Tells people in their own chat. Rejects when they could not be told just now and it is worth trying again. */
export type Notices = {
  /** The host: how it ended. When it was called off, the safeguarding lead as well. */
  outcome(entry: Entry): Promise<void>;
  /** The host: it is taking longer, and will be carried on by itself. */
  delay(entry: Entry): Promise<void>;
};
