import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { known } from '../../bot/policy/fact.ts';
import { Kept } from '../../bot/register/kept.ts';
import { type Door, openDoor } from './door.ts';
import { meetings, others, type PersonKey, people } from './school.ts';

// What was kept of a checklist: who reads it in a meeting they may open.

let door: Door;
let asGiven: Door['rolesOf'];
beforeAll(async () => {
  door = await openDoor();
  asGiven = door.rolesOf;
  const find = door.register.find.bind(door.register);
  // Waits for the safeguarding lead and the data protection officer.
  const decision = { ...others.waiting.decision, authorisedBy: ['dsl' as const, 'dpo' as const] };
  const stored = { itemId: '1', eTag: '"1"', entry: { ...others.waiting, decision } };
  door.register.find = (reference) =>
    reference === stored.entry.reference ? Promise.resolve(stored) : find(reference);
  door.register.answers = [
    Kept.parse({
      reference: meetings.ofSenco.reference,
      number: 1,
      line: 'trust-minimum/incident-number',
      moment: 'after',
      asked: 'Did anything go wrong?',
      answer: 'INC 2026/118',
      by: people.teacher.id,
      at: '2026-11-24T16:10:00Z',
    }),
  ];
});
afterAll(() => door.close());

const read = (who: PersonKey, reference: string) => door.getAs(who, `/api/meetings/${reference}`);

test.each(['senco', 'teacher', 'head'] as const)('the %s reads what was kept, and by whom', async (who) => {
  const { body } = await read(who, meetings.ofSenco.reference);
  expect(body).toMatchObject({
    records: expect.arrayContaining([
      {
        moment: 'After the meeting',
        records: expect.arrayContaining([
          {
            asked: 'Did anything go wrong?',
            answered: { says: 'INC 2026/118', by: 'Tom Birch', at: '2026-11-24T16:10:00Z' },
            clauses: [{ id: '003-38', says: expect.any(String) }],
          },
        ]),
      },
    ]),
  });
});

test('the safeguarding lead, who is asked for their yes, reads it too', async () => {
  expect((await read('safeguardingLead', others.waiting.reference)).text).toContain('INC 2026/118');
});

test('the data protection officer who is asked reads the meeting without it: a yes needs no answers of families', async () => {
  door.rolesOf = () => Promise.resolve(known(new Set(['staff', 'dpo'])));
  const { status, text } = await read('ict', others.waiting.reference);
  door.rolesOf = asGiven;
  expect(status).toBe(200);
  expect(text).not.toMatch(/INC 2026|"records"/);
});

test('whoever may not open the meeting learns nothing of it', async () => {
  const { status, text } = await read('ict', meetings.ofSenco.reference);
  expect(status).toBe(404);
  expect(text).not.toContain('INC 2026');
});
