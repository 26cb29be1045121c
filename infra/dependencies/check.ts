import { badSelector, known, unlicensed } from './judge.ts';
import { inLock, readRules, shipping } from './lock.ts';

// Part of `npm run check`: licences of what ships, and versions known to be bad anywhere in the lock. Needs no network.
const rules = readRules();
const ships = shipping();
const faults = [...unlicensed(ships, rules), ...known(inLock(badSelector(rules)), rules)];

for (const fault of faults) console.error(fault);
if (faults.length > 0) {
  console.error('Take another version, or say in infra/dependencies/rules.yaml why it may stay.');
  process.exit(1);
}
console.log(
  `${ships.length} packages ship, under licences we know; none of ${rules.knownBad.length} known bad ones is used.`,
);
