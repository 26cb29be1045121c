import { randomUUID } from 'node:crypto';
import type { AftercareChat } from './aftercare/aftercare-chat.ts';
import { aftercareSaid } from './aftercare/aftercare-said.ts';
import type { AgreementChat } from './agreeing/agreement-chat.ts';
import { agreementSaid } from './agreeing/agreement-said.ts';
import type { ApprovalChat } from './authorising/approval-chat.ts';
import { approvalSaid } from './authorising/approval-said.ts';
import { approversOf } from './authorising/waiting.ts';
import type { Rendered } from './cards/render.ts';
import type { ChangeChat } from './changing/change-chat.ts';
import { type ChangeSaid, changeSaid } from './changing/change-said.ts';
import type { ChatMemory } from './chat-memory.ts';
import type { ChecklistChat } from './checklist/checklist-chat.ts';
import { checklistSaid } from './checklist/checklist-said.ts';
import { adviceWhileArranging } from './checklist/meeting-checklist.ts';
import type { ConcernChat } from './concerns/concern-chat.ts';
import { type ConcernSaid, concernSaid } from './concerns/concern-said.ts';
import type { Input, Intent, Memory, Reply, Surroundings } from './conversation/conversation.ts';
import { converse } from './conversation/converse.ts';
import { Failure } from './failure.ts';
import { busyTimes } from './graph/calendars.ts';
import type { Graph } from './graph/graph.ts';
import type { Ask, Colleague, PersonId } from './meetings/ask.ts';
import { decideOn, newAmong } from './meetings/gather.ts';
import { next, openRequest } from './meetings/open-request.ts';
import type { Workshop } from './meetings/workshop.ts';
import type { World } from './meetings/world.ts';
import { type Fact, fact, known } from './policy/fact.ts';
import type { Kind } from './policy/kind.ts';
import type { RecordingChat } from './recording/recording-chat.ts';
import { recordingSaid } from './recording/recording-said.ts';
import type { Entry, Stored } from './register/entry.ts';
import { everything } from './register/register.ts';
import type { ReviewChat } from './reviewing/review-chat.ts';
import { reviewSaid } from './reviewing/review-said.ts';
import type { CoverChat } from './second-adult/cover-chat.ts';
import { secondAdultSaid } from './second-adult/said.ts';
import { suggested } from './second-adult/suggesting.ts';

/** What a person said or tapped in their own chat. */
export type Heard = { readonly person: PersonId; readonly input: Extract<Input, { kind: 'said' | 'tapped' }> };

/** What to answer; whoever is `not staff` is nobody this bot serves. */
export type Answer =
  | { readonly kind: 'replies'; readonly replies: readonly Reply[] }
  /** To something that belongs to no conversation. */
  | { readonly kind: 'said'; readonly messages: readonly Rendered[] }
  | { readonly kind: 'not staff' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type Chat = (heard: Heard) => Promise<Answer>;

const isCertain = (concern: ConcernSaid): boolean => !('certain' in concern) || concern.certain;

const namesOne = (change: ChangeSaid): boolean => !('which' in change) || change.which !== null;

// What was held today still has its checklist to be filled in.
const stillMine = 24 * 3_600_000;

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
  approvals: ApprovalChat;
  checklists: ChecklistChat;
  agreements: AgreementChat;
  recordings: RecordingChat;
  changes: ChangeChat;
  covers: CoverChat;
  aftercare: AftercareChat;
  reviews: ReviewChat;
  concerns: ConcernChat;
  tabUrl: string;
}): Chat {
  const { world, graph, memory, workshop } = parts;

  async function turn({ person, input }: Heard, surroundings: Surroundings): Promise<Answer> {
    for (let tries = 0; tries < rethinks; tries += 1) {
      const kept = await memory.read(person);
      const thought = await think(kept.memory, input, surroundings);
      const written = await memory.write(person, thought.memory, kept.eTag);
      if (!written) continue;
      const work = thought.opened && next(thought.opened, world);
      if (work) workshop.begin(surroundings.host.id, work);
      return { kind: 'replies', replies: thought.replies };
    }
    return { kind: 'failed', failure: new Failure('memory unavailable', 'the conversation kept changing') };
  }

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
      case 'suggest second adult':
        return { input: await suggested(host, intent, world) };
      case 'open address book':
        return { input: { kind: 'book', people: await fact('the register', () => world.register.addressBook()) } };
      case 'review':
        return { input: await decided(intent.ask) };
      case 'list mine':
        return { input: { kind: 'mine', meetings: await mine(host.id) } };
      case 'schedule':
        return opening(intent.ask, intent.draftId);
    }
  }

  async function decided(ask: Ask): Promise<Input> {
    const { facts, decision } = await decideOn(ask, world);
    return { kind: 'decided', decision, newAddresses: newAmong(ask, facts) };
  }

  // "Move to secondary school" may be what a meeting is for: only an explicit reference interrupts one that is being arranged.
  const nothingUnderWay = async (person: PersonId) => (await memory.read(person)).memory.state === 'idle';

  const mine = (of: PersonId) =>
    fact('the register', async () => {
      const from = new Date(world.now().getTime() - stillMine).toISOString();
      const { rows, unreadable } = await world.register.page({ ...everything, of, from, order: 'oldest first' });
      return { lines: rows, unreadable };
    });

  async function opening(ask: Ask, draftId: string): Promise<{ input: Input; opened?: Stored }> {
    try {
      const opened = await openRequest(ask, draftId, world);
      return { input: await openedAs(opened.entry), opened };
    } catch (error) {
      if (error instanceof Failure)
        return { input: { kind: 'not opened', failure: error.kind, wrong: error.wrong ?? undefined } };
      throw error;
    }
  }

  async function openedAs(entry: Entry): Promise<Input> {
    const { reference, status } = entry;
    if (status === 'held elsewhere') return { kind: 'opened', reference, how: 'written down' };
    if (status !== 'waiting') return { kind: 'opened', reference, how: 'arranging' };
    return { kind: 'opened', reference, how: 'waiting', approvers: await namesOfApprovers(entry) };
  }

  // The row stands there and they will be asked, whether or not they can be named now.
  async function namesOfApprovers(entry: Entry): Promise<readonly string[]> {
    try {
      return (await approversOf(entry, world)).map(({ name }) => name);
    } catch (error) {
      if (error instanceof Failure) return [];
      throw error;
    }
  }

  return async (heard) => {
    try {
      const roles = await world.people.rolesOf(heard.person);
      // A pupil's account that strayed into the staff group is a pupil's account.
      if (!roles.has('staff') || roles.has('pupil')) return { kind: 'not staff' };
      const colleagues = await world.people.colleagues();
      const host = colleagues.find((one) => one.id === heard.person);
      if (!host) return { kind: 'not staff' };
      const concern = concernSaid(heard.input);
      if (concern && (isCertain(concern) || (await nothingUnderWay(heard.person))))
        return { kind: 'said', messages: await parts.concerns(concern, { id: host.id, name: host.name, roles }) };
      const change = changeSaid(heard.input);
      if (change && (namesOne(change) || (await nothingUnderWay(heard.person))))
        return { kind: 'said', messages: await parts.changes(change, { host, colleagues: known(colleagues) }) };
      const approval = approvalSaid(heard.input);
      if (approval) return { kind: 'said', messages: await parts.approvals(approval, host) };
      const cover = secondAdultSaid(heard.input);
      if (cover) return { kind: 'said', messages: await parts.covers(cover, host) };
      const review = reviewSaid(heard.input);
      if (review) return { kind: 'said', messages: await parts.reviews(review, host) };
      const aftercare = aftercareSaid(heard.input);
      if (aftercare) return { kind: 'said', messages: await parts.aftercare(aftercare, host) };
      const checklist = checklistSaid(heard.input);
      if (checklist) return { kind: 'said', messages: await parts.checklists(checklist, host) };
      const recording = recordingSaid(heard.input);
      if (recording) return { kind: 'said', messages: await parts.recordings(recording, host) };
      const agreement = agreementSaid(heard.input, world.now());
      if (agreement) return { kind: 'said', messages: await parts.agreements(agreement, host) };
      const surroundings = {
        host,
        colleagues: known(colleagues) satisfies Fact<readonly Colleague[]>,
        schoolDomains: world.school.domains,
        words: world.school.words,
        adviceFor: (kind: Kind) => adviceWhileArranging(world, kind),
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
