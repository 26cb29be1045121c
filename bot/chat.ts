import { randomUUID } from 'node:crypto';
import type { ChatMemory } from './chat-memory.ts';
import type { Input, Intent, Memory, Reply, Surroundings } from './conversation/conversation.ts';
import { converse } from './conversation/converse.ts';
import { Failure } from './failure.ts';
import { busyTimes } from './graph/calendars.ts';
import type { Graph } from './graph/graph.ts';
import type { Ask, Colleague, PersonId } from './meetings/ask.ts';
import { carryOn } from './meetings/carry-on.ts';
import { gather, refusalOf } from './meetings/gather.ts';
import { referenceOf } from './meetings/reference.ts';
import { heldUntil } from './meetings/schedule.ts';
import type { Workshop } from './meetings/workshop.ts';
import type { World } from './meetings/world.ts';
import { decide } from './policy/decide.ts';
import { type Fact, known, unknown } from './policy/fact.ts';
import type { Stored } from './register/entry.ts';

/** What a person said or tapped in their own chat. */
export type Heard = { readonly person: PersonId; readonly input: Extract<Input, { kind: 'said' | 'tapped' }> };

/** What to answer; `nobody` is somebody this bot does not serve. */
export type Answer =
  | { readonly kind: 'replies'; readonly replies: readonly Reply[] }
  | { readonly kind: 'not staff' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type Chat = (heard: Heard) => Promise<Answer>;

// Two taps at once are two turns; the one that is written second is thought again over what the first left.
const rethinks = 4;

/**
 * The chat's shell: reads the memory, lets `converse` think, does what it intends, writes the memory, answers.
 * A request is written to the register within the turn and carried on after it, so that whatever happens next, the row knows of it.
 */
export function openChat(parts: {
  world: World;
  graph: Graph;
  memory: ChatMemory;
  workshop: Workshop;
  schoolDomains: readonly string[];
  tabUrl: string;
}): Chat {
  const { world, graph, memory, workshop } = parts;

  async function turn({ person, input }: Heard, surroundings: Surroundings): Promise<Answer> {
    for (let tries = 0; tries < rethinks; tries += 1) {
      const kept = await memory.read(person);
      const thought = await think(kept.memory, input, surroundings);
      const written = await memory.write(person, thought.memory, kept.eTag);
      if (!written) continue;
      if (thought.opened) workshop.begin(thought.opened.entry.ask.host.id, begun(thought.opened));
      return { kind: 'replies', replies: thought.replies };
    }
    return { kind: 'failed', failure: new Failure('memory unavailable', 'the conversation kept changing') };
  }

  const begun = (opened: Stored) => () => carryOn(opened, 'first time', world);

  async function think(memory: Memory, input: Input, surroundings: Surroundings) {
    let thought = converse(memory, input, surroundings, world.now());
    const replies = [...thought.replies];
    let opened: Stored | null = null;
    while (thought.intent) {
      const done = await fulfil(thought.intent, surroundings.host);
      opened = done.opened ?? opened;
      thought = converse(thought.memory, done.input, surroundings, world.now());
      replies.push(...thought.replies);
    }
    return { memory: thought.memory, replies, opened };
  }

  async function fulfil(intent: Intent, host: Colleague): Promise<{ input: Input; opened?: Stored }> {
    switch (intent.do) {
      case 'find times':
        return { input: { kind: 'times', busy: await busyTimes(graph, intent.people, intent) } };
      case 'review':
        return { input: { kind: 'decided', decision: await decided(intent.ask) } };
      case 'list mine':
        return { input: { kind: 'mine', meetings: await mine(host.id) } };
      case 'schedule':
        return opening(intent.ask, intent.draftId);
    }
  }

  const decided = async (ask: Ask) => decide(ask, await gather(ask, world.people), world.pack, world.now());

  async function mine(of: PersonId) {
    try {
      const from = world.now().toISOString();
      const query = { of, status: null, from, to: null, order: 'oldest first', cursor: null } as const;
      return known((await world.register.page(query)).rows);
    } catch (error) {
      if (error instanceof Failure) return unknown('the register');
      throw error;
    }
  }

  // The row is written before the host hears anything and before Graph hears of the meeting at all.
  async function opening(ask: Ask, draftId: string): Promise<{ input: Input; opened?: Stored }> {
    try {
      const facts = await gather(ask, world.people);
      const decision = decide(ask, facts, world.pack, world.now());
      if (decision.verdict === 'refuse') throw refusalOf(facts, decision);
      for (let attempt = 0; ; attempt += 1) {
        const opened = await world.register.open({
          reference: referenceOf(draftId, ask, attempt),
          ask,
          decision,
          status: 'arranging',
          step: 'open',
          nextCheck: heldUntil(world),
          seal: { state: 'not sealed' },
          eventId: null,
          meetingId: null,
          joinUrl: null,
          stoppedAt: null,
          stoppedBy: null,
        });
        const { reference, status, step } = opened.entry;
        // An attempt that was interrupted and taken back is over; the host pressed Send again, so another begins.
        if (status === 'not arranged') continue;
        return { input: { kind: 'opened', reference }, ...(step === 'open' && { opened }) };
      }
    } catch (error) {
      if (error instanceof Failure) return { input: { kind: 'not opened', failure: error.kind } };
      throw error;
    }
  }

  return async (heard) => {
    try {
      if (!(await world.people.rolesOf(heard.person)).has('staff')) return { kind: 'not staff' };
      const colleagues = await world.people.colleagues();
      const host = colleagues.find((one) => one.id === heard.person);
      if (!host) return { kind: 'not staff' };
      const surroundings = {
        host,
        colleagues: known(colleagues) satisfies Fact<readonly Colleague[]>,
        schoolDomains: parts.schoolDomains,
        tabUrl: parts.tabUrl,
        newId: randomUUID(),
      };
      return await turn(heard, surroundings);
    } catch (error) {
      if (error instanceof Failure) return { kind: 'failed', failure: error };
      throw error;
    }
  };
}
