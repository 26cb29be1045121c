import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readConfig } from '../../bot/config.ts';
import { fill } from './fill.ts';
import { drawSchool } from './meetings.ts';
import { openPolicies } from './school.ts';

// `npm run seed -- 100000`: fills the school that is running with five years of meetings, and the people to hold them. The same number
// (and the same `--seed`) makes the same school; the tenant must be the one in a box, with nothing in its register yet.
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' } },
});
const Wanted = z.object({ count: z.coerce.number().int().min(1).max(1_000_000), seed: z.coerce.number().int().min(0) });
const asked = Wanted.safeParse({ count: positionals[0] ?? '1000', seed: values.seed });
if (!asked.success) {
  console.error('How many meetings? For example: npm run seed -- 100000');
  process.exit(1);
}

const began = performance.now();
const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
const { config } = readConfig(process.env);
const policies = openPolicies(config.schoolFile);
const school = drawSchool({ ...asked.data, now: new Date(), policies, claimSeconds: config.claimSeconds });
const filled = await fill(school, { config }, (meetings) => {
  if (meetings % 10_000 < 5_000) console.log(`  ${meetings} meetings after ${seconds()}`);
}).catch((error: unknown) => {
  console.error(
    `The school could not be filled: is it running (npm start), and its register empty?\n${error instanceof Error ? error.message : ''}`,
  );
  process.exit(1);
});
const { Meetings, Guests, Log, Agreements } = filled.rows;
console.log(
  `${Meetings} meetings with ${Guests} guests, ${Log} log rows and ${Agreements} agreements, and ${filled.staff} more staff: ${seconds()}.`,
);
