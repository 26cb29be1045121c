import type { Authorising } from '../authorising/authorising.ts';
import type { Checklist } from '../checklist/moments.ts';
import type { Concerns } from '../concerns/raising.ts';
import type { Doctor } from '../doctor/doctor.ts';
import { Failure } from '../failure.ts';
import type { Caller, Role } from '../identity/caller.ts';
import type { Proof, Verify } from '../identity/tab-token.ts';
import type { Aggregate } from '../insights/aggregate.ts';
import type { Colleague, PersonId } from '../meetings/ask.ts';
import type { World } from '../meetings/world.ts';
import type { Approver } from '../policy/decision.ts';
import type { Fact } from '../policy/fact.ts';
import type { Policy } from '../policy/policy.ts';
import type { School } from '../policy/school.ts';
import type { Entry } from '../register/entry.ts';
import type { Register } from '../register/register.ts';
import type { Pass } from '../sweeper.ts';
import { canEnter, canReadSome } from '../views/rights.ts';
import type { Acts } from './acts.ts';
import { refusalOf, refuse } from './refusals.ts';

/**
 * The tab's door: who is asking is settled here, before a route reads anything. Bodies are for the person who asked and must not be
 * stored: whoever mounts the routes answers with `Cache-Control: no-store`.
 */

export type ApiWorld = {
  readonly verify: Verify;
  /** Which groups of the school somebody is in; unknown when Entra cannot be asked. */
  readonly rolesOf: (id: PersonId) => Promise<Fact<ReadonlySet<Role>>>;
  readonly register: Register;
  /** Where an approver's answer goes, from whichever door it came. */
  readonly authorising: Pick<Authorising, 'answer'>;
  /** What can be done about a meeting besides. */
  readonly acts: Acts;
  /** What the school's packs have the host tick and answer around this meeting. */
  readonly checklistOf: (entry: Entry) => Checklist;
  /** What the school follows, and its own settings. */
  readonly policy: Policy;
  readonly school: School;
  /** How the school's Microsoft 365 is set up; what was read is remembered for about a minute. */
  readonly doctor: Doctor;
  /** How this server itself is; `sweep`: its last pass over the register, `null` before the first. */
  readonly health: () => Promise<{ readonly storage: 'ok' | 'not answering'; readonly sweep: Pass | null }>;
  /** When these people, twenty at most, are not free between two UTC instants. */
  readonly busyTimes: World['busyTimes'];
  /** Who says yes for a group; rejects with a `Failure` when Entra cannot be asked. */
  readonly membersOf: (group: Approver) => Promise<readonly Colleague[]>;
  /** Where a concern goes, from whichever door it came. */
  readonly concerns: Concerns;
  /** What the pictures are drawn from, as it was last kept; `null` while nothing has been counted. */
  readonly figures: () => Promise<Aggregate | null>;
  readonly now: () => Date;
  /** Where people open the tab, for those who came to it from outside Teams. */
  readonly teamsUrl: string;
  /** Told of every fault that a caller only hears a calm sentence about. */
  readonly report: (fault: unknown) => void;
};

export type ApiRequest = {
  readonly authorization: string | undefined;
  /** What stood in the path, by the names in the route's own. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Of a POST. */
  readonly body?: unknown;
};

/** `waitSeconds`: with a 429, when to ask again. */
export type ApiAnswer = { readonly status: number; readonly body: unknown; readonly waitSeconds?: number };

export type ApiRoute = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  handle(request: ApiRequest): Promise<ApiAnswer>;
};

/** Somebody who may be here, and what they ask for. */
export type Asked = { readonly caller: Caller; readonly request: ApiRequest };

/** Token, caller, roles: nothing is read from the register for somebody who has not passed all three. The handler never rejects. */
export function forCaller(world: ApiWorld, handle: (asked: Asked) => Promise<ApiAnswer>): ApiRoute['handle'] {
  return async (request) => {
    try {
      const proof = await world.verify(request.authorization);
      if (!proof.proved) {
        if (proof.why === 'keys unavailable') world.report(proof.fault);
        return refusalOfProof(proof);
      }
      const roles = await world.rolesOf(proof.id);
      if (!roles.known) return refuse('roles cannot be checked', `I cannot check ${roles.why}.`);
      const caller: Caller = { id: proof.id, name: proof.name, roles: roles.value };
      if (!canEnter(caller).may) return refuse('not for you');
      return await handle({ caller, request });
    } catch (fault) {
      world.report(fault);
      return fault instanceof Failure ? refusalOf(fault) : refuse('out of order');
    }
  };
}

function refusalOfProof(proof: Extract<Proof, { proved: false }>): ApiAnswer {
  if (proof.why === 'keys unavailable') return refuse('sign-in cannot be checked');
  if (proof.why !== 'too much') return refuse('not signed in');
  return { ...refuse('too much', undefined, proof.waitSeconds), waitSeconds: proof.waitSeconds };
}

/** As `forCaller`, for whoever may read records of meetings; of a record itself its own view decides. */
export const forReader = (world: ApiWorld, handle: (asked: Asked) => Promise<ApiAnswer>): ApiRoute['handle'] =>
  forCaller(world, async (asked) => (canReadSome(asked.caller).may ? handle(asked) : refuse('no register for you')));

export const answer = (body: unknown): ApiAnswer => ({ status: 200, body });
