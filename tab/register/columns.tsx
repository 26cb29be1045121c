import { makeStyles, mergeClasses, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { MeetingSummary } from '../../bot/views/meeting.ts';
import { SealBadge } from '../components/SealBadge.tsx';
import { StatusBadge } from '../components/StatusBadge.tsx';
import { dayOf, hoursOf } from '../when.ts';
import { registerWords } from '../words/register.ts';

// Plain elements, and not Fluent's Text: a screenful of rows is some two hundred of them, and whoever waits for rows waits for these.
const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  first: typographyStyles.body1Strong,
  small: typographyStyles.caption1,
});

function TwoLines({ first, second }: { first: string; second: string }) {
  const styles = useStyles();
  return (
    <span className={styles.lines}>
      <span className={mergeClasses(styles.cut, styles.first)}>{first}</span>
      <span className={mergeClasses(styles.cut, styles.small)}>{second}</span>
    </span>
  );
}

function Small({ children }: { children: string }) {
  return <span className={useStyles().small}>{children}</span>;
}

/** In the order they stand in the grid. */
export const columnIds = ['when', 'about', 'host', 'status', 'seal', 'exceptions', 'reference'] as const;
export type ColumnId = (typeof columnIds)[number];

export type Column = {
  readonly id: ColumnId;
  readonly name: string;
  /** CSS pixels without which it cannot be read; what is left over is shared out in the same proportion. */
  readonly width: number;
  readonly cell: (meeting: MeetingSummary) => ReactNode;
};

const { grid, columns: columnWords } = registerWords;

const described: Readonly<Record<ColumnId, Omit<Column, 'id' | 'name'>>> = {
  when: {
    width: 170,
    cell: ({ start, end }) => <TwoLines first={dayOf(start)} second={hoursOf(start, end)} />,
  },
  about: {
    width: 200,
    cell: ({ child, kind }) => <TwoLines first={child ?? kind} second={child === undefined ? '' : kind} />,
  },
  host: {
    width: 150,
    cell: ({ host, secondAdult }) => (
      <TwoLines first={host} second={secondAdult === undefined ? '' : grid.with(secondAdult)} />
    ),
  },
  status: { width: 130, cell: ({ status }) => <StatusBadge status={status} /> },
  seal: { width: 140, cell: ({ seal }) => <SealBadge seal={seal} /> },
  exceptions: { width: 150, cell: ({ exceptions }) => <Small>{exceptions.join(', ')}</Small> },
  reference: { width: 130, cell: ({ reference }) => <Small>{reference}</Small> },
};
export const columns: readonly Column[] = columnIds.map((id) => ({
  id,
  name: columnWords.names[id],
  ...described[id],
}));

/** Left out first where there is no room for all. */
const leastNeeded: readonly ColumnId[] = ['reference', 'exceptions', 'host', 'seal', 'status'];

/** The columns somebody chose, as far as so many pixels hold them. Pure. */
export function fitting(chosen: ReadonlySet<ColumnId>, room: number): readonly Column[] {
  const kept = columns.filter(({ id }) => chosen.has(id));
  const tooMany = (some: readonly Column[]) => some.reduce((sum, { width }) => sum + width, 0) > room;
  return leastNeeded.reduce(
    (left, id) => (tooMany(left) && left.length > 1 ? left.filter((column) => column.id !== id) : left),
    kept,
  );
}
