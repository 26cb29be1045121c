import type { TabSize } from './tab-size.ts';
import type { Filled, TabSpeed } from './tab-speed.ts';

/** What was measured of the tab, in words. */
export type TabFigures = { readonly size: TabSize; readonly speed: TabSpeed };

const promisedKilobytes = 200;
const promisedRatio = 1.2;
const mostRows = 5_000;

/** What is not as promised, a sentence each. A quick run is too short to judge how long people wait. */
export function brokenInTab({ size, speed }: TabFigures, quick: boolean): readonly string[] {
  const { first } = size;
  const { asked, steps } = speed;
  return [
    ...(first.kilobytes > promisedKilobytes
      ? [`The tab’s first page fetches ${kb(first.kilobytes)}; at most ${kb(promisedKilobytes)} are promised.`]
      : []),
    ...(asked.mostRows > mostRows ? [`The register was asked for ${asked.mostRows} rows at once.`] : []),
    ...asked.refused.map((what) => `The tenant refused ${what}`),
    ...(quick ? [] : steps)
      .filter(({ ratio }) => ratio > promisedRatio)
      .map(
        ({ name, ratio }) =>
          `With ${speed.large.meetings} meetings “${name}” takes ${ratio.toFixed(2)} times as long; at most ${promisedRatio} is promised.`,
      ),
  ];
}

/** The lines a person reads. */
export function tabReport({ size, speed }: TabFigures): readonly string[] {
  const { small, large, steps, asked } = speed;
  return [
    '',
    'What the tab weighs (script and style, gzip, as a browser fetches it before the page shows what is in it)',
    `  First page ${kb(size.first.kilobytes)} in ${size.first.files} files; a bare React and Fluent page ${kb(size.bare)}: ` +
      `${size.first.ratio.toFixed(2)} times`,
    ...size.pages.map(({ address, kilobytes }) => `  ${address.padEnd(16)} ${kb(kilobytes)} more`),
    '',
    `How long the register takes with ${small.meetings} and with ${large.meetings} meetings, in one run, by turns (medians)`,
    `  ${filled(small)}; ${filled(large)}`,
    ...steps.map(
      ({ name, small: one, large: other, ratio }) =>
        `  ${name.padEnd(18)} ${ms(one)} and ${ms(other)}: ${ratio.toFixed(2)} times`,
    ),
    `  ${asked.requests} requests for rows, none for more than ${asked.mostRows}; ${asked.turnedBack} turned back for finding more than ${mostRows}, ` +
      `${asked.refused.length} refused`,
    '',
  ];
}

const filled = ({ meetings, filling, ready }: Filled) =>
  `${meetings} filled in ${(filling / 1000).toFixed(0)} s, its server ready after ${(ready / 1000).toFixed(1)} s`;
const kb = (value: number) => `${value.toFixed(1)} kB`;
const ms = (value: number) => `${value.toFixed(0).padStart(5)} ms`;
