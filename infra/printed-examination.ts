import { type Examination, type Line, type State, states } from '../bot/doctor/line.ts';

/** What the doctor found, for somebody who reads it in a terminal; nothing in it but text. Pure. */

const headings: Readonly<Record<State, string>> = {
  wrong: 'WRONG',
  'cannot be read': 'CANNOT BE READ',
  'look by hand': 'LOOK BY HAND',
  fine: 'FINE',
};

/** @param width of a line of prose, in characters; a command is never broken */
export function printed({ at, lines }: Examination, width: number): string {
  const of = (state: State) => lines.filter((line) => line.state === state);
  const parts = states.flatMap((state) => {
    const those = of(state);
    if (those.length === 0) return [];
    return ['', `${headings[state]} (${those.length})`, '', ...those.flatMap((line) => shown(line, width))];
  });
  const counts = states.map((state) => `${of(state).length} ${state}`).join(', ');
  return [
    `Looked at ${at.slice(0, 16).replace('T', ' ')} UTC; nothing was changed.`,
    ...parts,
    '',
    `${counts}.`,
    '',
  ].join('\n');
}

function shown(line: Line, width: number): readonly string[] {
  const prose = (text: string, indent = 4) => wrapped(text, width, indent);
  const what = wrapped(`${line.what}: ${line.says}`, width, 2);
  // Of what is fine one line is enough.
  if (line.state === 'fine') return what;
  const { promise, says, clauses } = line.why;
  const clause = clauses.length === 0 ? '' : ` Clauses ${clauses.map(({ id }) => id).join(', ')}.`;
  return [...what, ...prose(`Why: ${says} (Promise: ${promise}.)${clause}`), ...mending(line, prose), ''];
}

function mending(
  line: Exclude<Line, { state: 'fine' }>,
  prose: (text: string) => readonly string[],
): readonly string[] {
  if (line.state === 'look by hand')
    return line.command === null
      ? prose(`Look: ${line.prints}`)
      : [...prose('Run:'), `      ${line.command}`, ...prose(`It must print: ${line.prints}`)];
  return line.mend.flatMap(({ says, command }) =>
    command === null ? prose(`To do: ${says}`) : [...prose(`To do: ${says}:`), `      ${command}`],
  );
}

function wrapped(text: string, width: number, indent: number): readonly string[] {
  const rows: string[] = [];
  for (const word of text.split(' ')) {
    const last = rows.at(-1);
    // What goes on is set in a little, so that each thing is seen to begin.
    const room = width - indent - (rows.length > 0 ? 2 : 0);
    if (last !== undefined && last.length + 1 + word.length <= room) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  return rows.map((row, index) => `${' '.repeat(indent + (index > 0 ? 2 : 0))}${row}`);
}
