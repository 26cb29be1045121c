import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checklistFor, forApprovers, momentNow, schoolTasks } from '../../bot/checklist/moments.ts';
import { type Kind, kinds } from '../../bot/policy/kind.ts';
import { linesFor } from '../../bot/policy/lines.ts';
import { asked, keepable, moments, nameOf } from '../../bot/policy/pack.ts';
import { type Policy, policyOf } from '../../bot/policy/policy.ts';
import { meetingMoments } from '../../bot/register/kept.ts';
import { anAsk } from '../an-ask.ts';
import { fivePacks } from '../meetings/wording.ts';
import { aPack } from '../policy/a-pack.ts';
import { only } from '../policy/packs.ts';

/** Each line of the packs has one place, and each meeting one moment. */

const named = (line: { pack: string; id: string }) => nameOf({ id: line.pack }, line);

/** Everything shown anywhere on account of one kind, by name. */
const placesOf = (policy: Policy, kind: Kind): readonly string[] => {
  const checklist = checklistFor(policy, kind);
  const ofMeeting = meetingMoments.flatMap((moment) => [...checklist[moment].todo, ...checklist[moment].advice]);
  return [...ofMeeting, ...forApprovers(policy, kind)].map(({ name }) => name);
};

function expectEachOnce(policy: Policy, kind: Kind): void {
  const { prompts, checklist, advice } = linesFor(policy, kind);
  const ofSchool = new Set<string>(schoolTasks(policy).map(({ name }) => name));
  const all = [...prompts, ...checklist, ...advice];
  const shown = placesOf(policy, kind);
  expect(new Set(shown).size).toBe(shown.length);
  const places = all.map((line) => [
    named(line),
    shown.filter((name) => name === named(line)).length + (ofSchool.has(named(line)) ? 1 : 0),
  ]);
  expect(places.filter(([, times]) => times !== 1)).toEqual([]);
  expect(shown.filter((name) => !all.some((line) => named(line) === name))).toEqual([]);
}

test('of the shipped packs, however merged, no line of any kind is lost, and each has one place', () => {
  fc.assert(
    fc.property(
      fc.subarray([...fivePacks], { minLength: 1 }),
      fc.constantFrom(...kinds),
      ([first = '', ...rest], kind) => {
        expectEachOnce(only(first, ...rest), kind);
      },
    ),
    { numRuns: 30 },
  );
});

const some = fc.subarray([...kinds], { minLength: 1 });
const written = fc.record({ kinds: some, moment: fc.constantFrom(...moments) });
const prompt = fc.record({
  kinds: some,
  moment: fc.constantFrom(...moments),
  of: fc.constantFrom(...asked),
  keeps: fc.constantFrom(...keepable),
});
const numbered = (what: string, pack: string, lines: readonly object[]) =>
  lines.map((line, at) => ({
    id: `${what}-${at}`,
    clauses: [`${pack}-02`],
    says: `Please see to ${what} ${at}.`,
    ...line,
  }));
const packOf = (id: string) =>
  fc
    .record({ prompts: fc.array(prompt), checklist: fc.array(written), advice: fc.array(written) })
    .map(({ prompts, checklist, advice }) =>
      aPack(id, [], {
        prompts: numbered(`${id}-question`, id, prompts),
        checklist: numbered(`${id}-tick`, id, checklist),
        advice: numbered(`${id}-advice`, id, advice),
      }),
    );

test('the same of whatever a school writes into a pack', () => {
  fc.assert(
    fc.property(packOf('aa'), packOf('bb'), fc.constantFrom(...kinds), (one, other, kind) => {
      expectEachOnce(policyOf([one, other]), kind);
    }),
  );
});

test('of what several packs tick about the same, one is ticked, and no clause of the others is lost', () => {
  for (const kind of kinds) {
    const clausesOf = (...packs: readonly [string, ...string[]]) =>
      new Set(
        Object.values(checklistFor(only(...packs), kind)).flatMap(({ todo, advice }) =>
          [...todo, ...advice].flatMap((line) => line.clauses.map(({ id }) => id)),
        ),
      );
    const [first, ...rest] = fivePacks;
    const merged = clausesOf(first, ...rest);
    expect(fivePacks.flatMap((pack) => [...clausesOf(pack)].filter((id) => !merged.has(id)))).toEqual([]);
  }
});

test.each([
  ['trust-minimum', ['trust-minimum'], 4],
  ['all five', fivePacks, 20],
] as const)('a TAC under %s never has more than this to see to at once', (_, [first, ...rest], most) => {
  const lists = Object.values(checklistFor(only(first, ...rest), 'tac'));
  expect(lists.every(({ todo }) => todo.length <= most)).toBe(true);
});

test('a line is about the family or a guest only where the host can ask them', () => {
  const { before } = checklistFor(only('county-dpia'), 'tac');
  expect(before.todo.find(({ name }) => name === 'county-dpia/who-is-near')).toMatchObject({
    of: 'family',
    keeps: 'name',
  });
});

test('what the officer, ICT or leaders look at is on nobody’s checklist', () => {
  const [first, ...rest] = fivePacks;
  const policy = only(first, ...rest);
  const shown = Object.values(checklistFor(policy, 'tac')).flatMap(({ todo }) => todo.map(({ name }) => name));
  expect(shown).not.toContain('county-teams-first/guests-on-the-way');
  expect(forApprovers(policy, 'tac').map(({ name }) => name)).toContain('parish-primary/looked-at-afterwards');
  const tasks = schoolTasks(policy);
  expect(tasks.find(({ name }) => name === 'county-teams-first/guests-on-the-way')).toMatchObject({
    of: 'ict',
    moment: 'with each meeting',
  });
  expect(tasks.find(({ name }) => name === 'county-teams-first/school-devices')).toMatchObject({
    of: 'ict',
    moment: 'setting up',
  });
});

const ask = { ...anAsk(), start: '2026-12-01T15:15:00Z', minutes: 45 };

test.each([
  ['2026-11-20T09:00:00Z', 'before'],
  ['2026-12-01T14:59:59Z', 'before'],
  ['2026-12-01T15:00:00Z', 'start'],
  ['2026-12-01T15:24:59Z', 'start'],
  ['2026-12-01T15:25:00Z', 'during'],
  ['2026-12-01T15:59:59Z', 'during'],
  ['2026-12-01T16:00:00Z', 'after'],
  ['2027-12-01T16:00:00Z', 'after'],
] as const)('at %s a meeting at 3.15pm for 45 minutes is at the moment “%s”', (now, moment) => {
  expect(momentNow({ ask, status: 'arranged' }, new Date(now))).toBe(moment);
});

test.each(['waiting', 'arranging'] as const)('while it is %s, it is still being arranged', (status) => {
  expect(momentNow({ ask, status }, new Date('2026-11-20T09:00:00Z'))).toBe('arranging');
});
