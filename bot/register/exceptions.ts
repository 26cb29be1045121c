import type { Status } from './entry.ts';
import type { Line } from './line.ts';

/** What is out of the ordinary about a meeting: what senior leaders and the safeguarding lead look for first. Pure. */

export const exceptions = [
  'urgent',
  'set aside',
  'recorded',
  'called off',
  'not arranged',
  'on hold',
  'needs review',
] as const satisfies readonly (Status | 'urgent' | 'set aside' | 'recorded')[];
export type Exception = (typeof exceptions)[number];

export const exceptionWords: Readonly<Record<Exception, string>> = {
  urgent: 'Urgent',
  'set aside': 'A rule was set aside',
  recorded: 'Recorded',
  'called off': 'Called off',
  'not arranged': 'Not arranged',
  'on hold': 'On hold',
  'needs review': 'Needs review',
};

/** @returns in the order of their table; none of an ordinary meeting */
export function exceptionsOf({ ask, status, decision }: Pick<Line, 'ask' | 'status' | 'decision'>): Exception[] {
  const holds: Readonly<Record<Exception, boolean>> = {
    urgent: ask.urgent !== null,
    'set aside': decision.setAside.length > 0,
    recorded: ask.recording !== null,
    'called off': status === 'called off',
    'not arranged': status === 'not arranged',
    'on hold': status === 'on hold',
    'needs review': status === 'needs review',
  };
  return exceptions.filter((one) => holds[one]);
}

/** What the column says, so that SharePoint can find them by an index. */
export const marks = ['none', 'some'] as const;
export const markOf = (line: Pick<Line, 'ask' | 'status' | 'decision'>): (typeof marks)[number] =>
  exceptionsOf(line).length === 0 ? 'none' : 'some';
