import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { noteRoll, rollOf, Said } from '../../bot/in-the-meeting/roll.ts';
import { attendances } from '../../bot/register/attendance.ts';
import { memoryRegister } from '../api/memory-register.ts';
import { meetings, now, people } from '../api/school.ts';

/** Whatever is pressed in whatever order, by whom and however often: the roll says what was said last. */

const entry = meetings.ofSenco;
const names = ['guest/1', 'guest/2', `staff/${people.teacher.id}`];
const press = fc.record({
  who: fc.constantFrom(...names),
  attended: fc.constantFrom(...attendances),
  by: fc.constantFrom(people.senco.id, people.teacher.id),
  /** A second tap, or an answer that was lost on its way. */
  times: fc.integer({ min: 1, max: 3 }),
});

test('the roll says what was last said of each, and twice is once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(press, { maxLength: 20 }), async (presses) => {
      const register = memoryRegister([entry]);
      const said = new Map(names.map((who) => [who, 'not noted']));
      for (const { who, attended, by, times } of presses) {
        for (let time = 0; time < times; time += 1)
          expect(await noteRoll(entry, { said: [Said.parse({ who, attended })], by }, { register, now })).toBe(true);
        said.set(who, attended);
      }
      const [attendance, kept] = [await register.attendance(entry), await register.kept(entry.reference)];
      expect(rollOf(entry, { attendance, kept }).map((one) => [one.who, one.attended])).toEqual([...said]);

      // Only a change adds a row, and only another count adds a line to the log.
      const changes = presses.filter(({ who, attended }, at) => {
        const before = presses.slice(0, at).findLast((one) => one.who === who)?.attended ?? 'not noted';
        return who.startsWith('staff/') && attended !== before;
      });
      expect(kept).toHaveLength(changes.length);
      const counts = (await register.log(entry.reference)).map(({ detail }) => detail.replace(/,.*/, ''));
      expect(counts.every((count, at) => count !== counts[at - 1])).toBe(true);
      const complete = [...said.values()].every((one) => one !== 'not noted');
      const came = [...said.values()].filter((one) => one === 'came').length;
      if (complete) expect(counts.at(-1)).toBe(`${came} of 3 came`);
    }),
    { numRuns: 60 },
  );
});
