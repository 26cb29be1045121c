import { createTableColumn, makeStyles, type TableColumnDefinition, Text } from '@fluentui/react-components';
import type { MeetingSummary } from '../../bot/views/meeting.ts';
import { SealBadge } from '../components/SealBadge.tsx';
import { StatusBadge } from '../components/StatusBadge.tsx';
import { dayOf, hoursOf } from '../when.ts';
import { words } from '../words/words.ts';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

function TwoLines({ first, second }: { first: string; second: string }) {
  const styles = useStyles();
  return (
    <span className={styles.lines}>
      <Text className={styles.cut} weight="semibold">
        {first}
      </Text>
      <Text size={200}>{second}</Text>
    </span>
  );
}

type Column = TableColumnDefinition<MeetingSummary>;
const { grid } = words;
/** What the grid shows of a meeting; only the time can be sorted by, because the register pages by it. */
export const columns: Column[] = [
  createTableColumn<MeetingSummary>({
    columnId: 'when',
    // The server has sorted already; this only tells the grid that the column can be, and in which order the rows stand.
    compare: (a, b) => a.start.localeCompare(b.start),
    renderHeaderCell: () => grid.when,
    renderCell: ({ start, end }) => <TwoLines first={dayOf(start)} second={hoursOf(start, end)} />,
  }),
  createTableColumn<MeetingSummary>({
    columnId: 'about',
    renderHeaderCell: () => grid.about,
    renderCell: ({ child, kind }) => <TwoLines first={child ?? kind} second={child === undefined ? '' : kind} />,
  }),
  createTableColumn<MeetingSummary>({
    columnId: 'host',
    renderHeaderCell: () => grid.host,
    renderCell: ({ host, secondAdult }) => (
      <TwoLines first={host} second={secondAdult === undefined ? '' : grid.with(secondAdult)} />
    ),
  }),
  createTableColumn<MeetingSummary>({
    columnId: 'status',
    renderHeaderCell: () => grid.status,
    renderCell: ({ status }) => <StatusBadge status={status} />,
  }),
  createTableColumn<MeetingSummary>({
    columnId: 'seal',
    renderHeaderCell: () => grid.seal,
    renderCell: ({ seal }) => <SealBadge seal={seal} />,
  }),
];
/** Beside an open meeting there is room for these. */
const besideColumns: ReadonlySet<unknown> = new Set(['when', 'about', 'status', 'seal']);
export const columnsBeside = columns.filter(({ columnId }) => besideColumns.has(columnId));
