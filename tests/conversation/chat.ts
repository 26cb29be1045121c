import type { AdaptiveCardJson } from '../../bot/cards/elements.ts';
import { render } from '../../bot/cards/render.ts';
import type { View } from '../../bot/cards/view.ts';
import type { Advice } from '../../bot/checklist/moments.ts';
import {
  type Busy,
  type Input,
  type Intent,
  type Memory,
  type Mine,
  nothingYet,
  type Opened,
  type Reply,
  type Surroundings,
} from '../../bot/conversation/conversation.ts';
import { converse } from '../../bot/conversation/converse.ts';
import type { FailureKind } from '../../bot/failure.ts';
import { type Ask, Colleague, Guest, guestsOf, type PersonId, Reference } from '../../bot/meetings/ask.ts';
import { Decision } from '../../bot/policy/decision.ts';
import { type Fact, known, unknown } from '../../bot/policy/fact.ts';
import { closed } from '../a-decision.ts';

/** A teacher's chat with the conversation alone: the test is the shell, and answers every intent as the chosen school would. */

const colleague = (number: number, name: string) =>
  Colleague.parse({
    id: `5c0a1d0e-0000-4000-8000-00000000010${number}`,
    name,
    address: `${name.toLowerCase().replace(' ', '.')}@school.example.org`,
  });

export const maya = colleague(1, 'Maya Okafor');
export const tom = colleague(2, 'Tom Birch');
export const ruth = colleague(3, 'Ruth Adeyemi');
export const thomasina = colleague(4, 'Thomasina Reed');
export const staff = [maya, tom, ruth, thomasina];

/** Wednesday 18 November 2026, 10am in London. */
export const wednesday = new Date('2026-11-18T10:00:00Z');

export const line = 'TAC for AB Y4 with mum, school nurse and Early Help, Tuesday week 3.15pm, 45 mins';
export const guests =
  'Jo Brown, mum, jo.brown@example.com; Sam Dean, school nurse, Community Health, sam.dean@health.example.net';
export const reference = Reference.parse('TAC-7K2M9QXV');

export const allowed = Decision.parse({
  verdict: 'allow',
  because: [{ id: 'online-meetings-4.2', says: 'People from outside the school wait in the lobby until let in.' }],
  fired: ['test/door'],
  questions: [],
  authorisedBy: [],
  authorisedBecause: [],
  instead: [],
  setAside: [],
  safeguards: closed,
  packs: [{ id: 'test', version: '1' }],
  decidedAt: '2026-11-18T10:00:00Z',
});

export const refused: Decision = {
  ...allowed,
  verdict: 'refuse',
  because: [{ id: 'visitors-1.3', says: 'A week’s notice is needed.' }],
  instead: ['The same meeting a week from today or later.'],
};

const professional = (name: string, role: string, agency: string): Guest =>
  Guest.parse({ name, role, agency, address: `${name.toLowerCase().replace(' ', '.')}@partner.example.net` });

/** Professionals whom the school has met before, newest first. */
export const met = [
  professional('Sam Dean', 'School nurse', 'Community Health'),
  professional('Kim Dale', 'Family worker', 'Early Help'),
  professional('Bo Lind', 'Social worker', 'Children’s social care'),
  professional('Lee Stone', 'Social worker', 'Children’s social care'),
];

const newAddress = { id: 'visitors-2.1', says: 'A new address is checked before anything is sent to it.' };
const byPhone = { id: 'visitors-2.2', says: 'Families choose how they are written to.' };

/** How the addresses were checked and one tick, until the host has said both. */
export const asks = (ask: Ask): Decision => {
  const questions: Decision['questions'] = [
    { asks: 'addresses checked', says: 'How was each new address checked?', because: [newAddress] },
    { asks: 'contact is safe', says: 'Is it safe to write to this family?', because: [byPhone] },
  ];
  const open = questions.filter((one) =>
    one.asks === 'addresses checked'
      ? guestsOf(ask).every(({ checked }) => checked === undefined)
      : !ask.confirmed.includes(one.asks),
  );
  return open.length === 0 ? allowed : { ...allowed, verdict: 'ask', because: [newAddress, byPhone], questions: open };
};

const leadershipAgrees = {
  id: 'visitors-3.1',
  says: 'The senior leadership team agrees to every meeting with outsiders.',
};

export const authorises: Decision = {
  ...allowed,
  verdict: 'authorise',
  because: [leadershipAgrees],
  authorisedBecause: [leadershipAgrees],
  authorisedBy: ['slt'],
};

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

export type School = {
  readonly busy: Fact<readonly Busy[]>;
  /** What policy makes of an ask; most tests need only one answer. */
  readonly decision: Decision | ((ask: Ask) => Decision);
  /** Which of the guests' addresses the school has not met before. */
  readonly newAddresses: 'all' | readonly string[];
  readonly opened: DistributiveOmit<Opened, 'kind' | 'reference'>;
  /** Colleagues offered as second adult, and why. */
  readonly suggested: readonly PersonId[];
  readonly offered: 'free then' | 'perhaps free';
  /** Professionals met before. */
  readonly book: Fact<readonly Guest[]>;
  readonly tac: string;
  readonly colleagues: Fact<readonly Colleague[]>;
  readonly mine: Fact<Mine>;
  readonly advice: readonly Advice[];
  readonly cannotOpen: FailureKind | null;
  readonly now: Date;
};

const quiet: School = {
  busy: known([]),
  decision: allowed,
  newAddresses: 'all',
  opened: { how: 'arranging' },
  suggested: staff.filter(({ id }) => id !== maya.id).map(({ id }) => id),
  offered: 'free then',
  book: known([]),
  tac: 'TAC',
  colleagues: known(staff),
  mine: known({ lines: [], unreadable: 0 }),
  advice: [],
  cannotOpen: null,
  now: wednesday,
};

export const unreadable = unknown('the calendars');
export const nobodyKnown = unknown('who is staff');

export function chat(school: Partial<School> = {}) {
  let world: School = { ...quiet, ...school };
  let memory: Memory = nothingYet;
  let drafts = 0;
  const intents: Intent[] = [];

  const freshId = () => {
    drafts += 1;
    return `5c0a1d0e-0000-4000-8000-0000000001${String(drafts).padStart(2, '0')}`;
  };

  const surroundings = (): Surroundings => ({
    host: maya,
    colleagues: world.colleagues,
    schoolDomains: ['school.example.org', 'pupils.school.example.org'],
    words: { tac: world.tac, senco: 'SENCO', parent: 'parent or carer' },
    adviceFor: () => world.advice,
    tabUrl: 'https://teams.example.org/register',
    newId: freshId(),
  });

  const answerTo = (intent: Intent): Input => {
    switch (intent.do) {
      case 'find times':
        return { kind: 'times', busy: world.busy };
      case 'suggest second adult':
        return {
          kind: 'suggested',
          offered: intent.start === null ? 'before' : world.offered,
          people: world.suggested,
        };
      case 'open address book':
        return { kind: 'book', people: world.book };
      case 'review':
        return {
          kind: 'decided',
          decision: typeof world.decision === 'function' ? world.decision(intent.ask) : world.decision,
          newAddresses: guestsOf(intent.ask)
            .map(({ address }) => address)
            .filter((address) => world.newAddresses === 'all' || world.newAddresses.includes(address)),
        };
      case 'schedule':
        return world.cannotOpen === null
          ? { kind: 'opened', reference, ...world.opened }
          : { kind: 'not opened', failure: world.cannotOpen };
      case 'list mine':
        return { kind: 'mine', meetings: world.mine };
    }
  };

  function turn(input: Input): readonly Reply[] {
    const around = surroundings();
    let thought = converse(memory, input, around, world.now);
    const replies = [...thought.replies];
    while (thought.intent) {
      intents.push(thought.intent);
      thought = converse(thought.memory, answerTo(thought.intent), around, world.now);
      replies.push(...thought.replies);
    }
    memory = thought.memory;
    return replies;
  }

  return {
    /** Everything the school was asked to do, in order. */
    intents,
    colleagues: world.colleagues,
    get memory() {
      return memory;
    },
    said: (text: string) => turn({ kind: 'said', text }),
    /** Presses a button of the current card unless other data is given. */
    tapped: (verb: string, data: Readonly<Record<string, unknown>> = {}) =>
      turn({ kind: 'tapped', verb, data: { ...live(memory), ...data } }),
    turn,
    meanwhile: (change: Partial<School>) => {
      world = { ...world, ...change };
    },
  };
}

export type Chat = ReturnType<typeof chat>;

export const live = (memory: Memory) =>
  memory.state === 'idle' ? {} : { draftId: memory.draft.id, revision: memory.draft.revision };

/** Says the lines one after the other. */
export function chatAfter(lines: readonly string[], school: Partial<School> = {}): Chat {
  const talk = chat(school);
  for (const text of lines) talk.said(text);
  return talk;
}

export const views = (replies: readonly Reply[]): readonly View[] =>
  replies.flatMap((reply) => (reply.kind === 'card' ? [reply.view] : []));

export const cards = (replies: readonly Reply[]): readonly AdaptiveCardJson[] =>
  replies.map(render).flatMap((rendered) => ('card' in rendered ? [rendered.card] : []));

/** All that a person can read in the replies, in order. */
export const readable = (replies: readonly Reply[]): string =>
  replies.map((reply) => (reply.kind === 'text' ? reply.text : wordsOf(render(reply)).join('\n'))).join('\n');

/** Every text a card shows, fields' contents and buttons included; runs of one paragraph are one text. */
export function wordsOf(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(wordsOf);
  if (typeof part !== 'object' || part === null) return [];
  const { inlines, ...rest } = Object.fromEntries(Object.entries(part));
  if (Array.isArray(inlines)) return [inlines.flatMap(wordsOf).join('')];
  return Object.entries(rest).flatMap(([name, value]) =>
    typeof value === 'string' ? (shown.has(name) ? [value] : []) : wordsOf(value),
  );
}

const shown = new Set(['text', 'title', 'label', 'value', 'placeholder', 'fallbackText']);

/** The title of a card and the notes in front of it, or the text: what a person takes in first. */
export function gist(replies: readonly Reply[]): string {
  return replies.map((reply) => (reply.kind === 'text' ? reply.text : gistOf(render(reply)))).join(' + ');
}

function gistOf(rendered: ReturnType<typeof render>): string {
  const body = 'card' in rendered && Array.isArray(rendered.card['body']) ? rendered.card['body'] : [];
  const [title, second] = body.map((element: unknown) => ({ element, words: wordsOf(element) }));
  const isNote = second !== undefined && JSON.stringify(second.element).includes('"accent"');
  return [title?.words[0] ?? '', ...(isNote ? second.words : [])].join(' · ');
}
