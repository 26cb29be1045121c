// The longest files first: begun last, one would run alone while the other core waits.
import { createRequire } from 'node:module';

const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer');

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const long = ({ path }) => (/[/]tests[/](?:faults|authorising)[/].*(?:faults|killed|single)/.test(path) ? 0 : 1);
    return [...tests].sort((a, b) => long(a) - long(b));
  }
}
