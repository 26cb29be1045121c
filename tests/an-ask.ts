import { Ask } from '../bot/meetings/ask.ts';

const id = (number: number) => `5c0a1d0e-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A complete request; each test names only what matters to it. */
export function anAsk(change: Partial<Ask> = {}): Ask {
  return {
    ...Ask.parse({
      kind: 'tac',
      child: { initials: 'AB', year: '4' },
      purpose: 'Support at school and at home',
      start: '2026-12-01T15:15:00Z',
      minutes: 45,
      host: { id: id(101), name: 'Maya Okafor', address: 'maya.okafor@school.example.org' },
      secondAdult: { id: id(102), name: 'Tom Birch', address: 'tom.birch@school.example.org' },
      guests: [
        { name: 'Jo Marsh', role: 'Mother', agency: 'Family', address: 'jo.marsh@example.com' },
        { name: 'Pat Lowe', role: 'School nurse', agency: 'Community Health', address: 'pat.lowe@health.example.net' },
      ],
    }),
    ...change,
  };
}
