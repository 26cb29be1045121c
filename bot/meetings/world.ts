import type { Logger } from 'pino';
import type { Approvals } from '../authorising/waiting.ts';
import type { Busy } from '../conversation/conversation.ts';
import type { Meetings } from '../graph/meetings.ts';
import type { People } from '../graph/people.ts';
import type { Fact } from '../policy/fact.ts';
import type { Policy } from '../policy/policy.ts';
import type { School } from '../policy/school.ts';
import type { Posting } from '../posting.ts';
import type { Entry } from '../register/entry.ts';
import type { Kept, MeetingMoment } from '../register/kept.ts';
import type { Register } from '../register/register.ts';
import type { CoverNotices } from '../second-adult/covering.ts';
import type { Colleague } from './ask.ts';

/** Everything arranging a meeting touches outside itself. */
export type World = {
  readonly meetings: Meetings;
  readonly people: People;
  readonly register: Register;
  readonly notices: Notices;
  readonly approvals: Approvals;
  readonly secondAdults: CoverNotices;
  /** When these people, twenty at most, are not free between two UTC instants; unknown when one calendar cannot be read. */
  readonly busyTimes: (
    people: readonly Colleague[],
    span: { from: string; to: string },
  ) => Promise<Fact<readonly Busy[]>>;
  readonly posting: Posting;
  /** Where the register opens inside Teams. */
  readonly tabUrl: string;
  /** What the school's packs say, merged. */
  readonly policy: Policy;
  /** The school's own settings: when it is open, who may arrange meetings, what it calls things. */
  readonly school: School;
  /** How long a row is held by whoever works on it; one step at Graph takes at most a third of it. */
  readonly claimSeconds: number;
  readonly now: () => Date;
  readonly log: Logger;
};

/** Tells people in their own chat. Rejects when they could not be told just now and it is worth trying again. */
export type Notices = {
  /** The host: how it ended. When it was called off, the safeguarding lead as well. */
  outcome(entry: Entry): Promise<void>;
  /** The host: what the packs ask at this moment of the meeting. */
  checklist(entry: Entry, moment: MeetingMoment, kept: readonly Kept[]): Promise<void>;
  /** The host: it is taking longer, and will be carried on by itself. `wrong`: what ICT has to put right, where it is known. */
  delay(entry: Entry, wrong: string | null): Promise<void>;
};
