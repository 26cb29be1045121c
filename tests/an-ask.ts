import { Ask } from '../bot/meetings/ask.ts';
import type { Kind } from '../bot/policy/kind.ts';

const id = (number: number) => `5c0a1d0e-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** The ask of one kind, e.g. `AskOf<'class'>` with its year and no child. */
export type AskOf<K extends Kind> = Ask extends infer One
  ? One extends { kind: Kind }
    ? K extends One['kind']
      ? One & { kind: K }
      : never
    : never
  : never;

// What any kind needs; the parser takes the members of the kind asked for.
const everything = {
  child: { initials: 'AB', year: '4' },
  childAttends: false,
  year: '4',
  purpose: 'Support at school and at home',
  start: '2026-12-01T15:15:00Z',
  minutes: 45,
  host: { id: id(101), name: 'Maya Okafor', address: 'maya.okafor@school.example.org' },
  secondAdult: { id: id(102), name: 'Tom Birch', address: 'tom.birch@school.example.org' },
  guests: [
    { name: 'Jo Marsh', role: 'Mother', agency: 'Family', address: 'jo.marsh@example.com' },
    { name: 'Pat Lowe', role: 'School nurse', agency: 'Community Health', address: 'pat.lowe@health.example.net' },
  ],
  place: 'teams',
  confirmed: [],
  urgent: null,
};
/** Where a test says that addresses were checked, it is said of each guest by itself, as it is in earnest. */
export function checkedIn<A extends object>(ask: A): A {
  if (!('guests' in ask && Array.isArray(ask.guests) && 'confirmed' in ask && Array.isArray(ask.confirmed))) return ask;
  if (!ask.confirmed.includes('addresses checked')) return ask;
  return { ...ask, guests: ask.guests.map((guest: object) => ({ checked: 'by phone', ...guest })) };
}

const colleague = { id: id(104), name: 'Owen Pryce', address: 'owen.pryce@school.example.org' };

/** A complete request, a TAC unless another kind is named; each test names only what matters to it. */
export function anAsk<K extends Kind = 'tac'>(change: { kind?: K } & Partial<AskOf<K>> = {}): AskOf<K> {
  const { kind = 'tac' } = change;
  const ask = Ask.parse({ ...everything, kind, colleagues: kind === 'staff' ? [colleague] : [] });
  const changed: unknown = checkedIn({ ...ask, ...change });
  // The parser has just made one of this kind; only the compiler cannot know which.
  return changed as AskOf<K>;
}
