import {
  makeStyles,
  mergeClasses,
  Table,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import { memo, useRef } from 'react';
import type { MeetingSummary } from '../../bot/views/meeting.ts';
import { registerWords } from '../words/register.ts';
import { type Column, type ColumnId, fitting } from './columns.tsx';
import type { Order } from './filter.ts';
import { useRows } from './use-rows.ts';
import { useWidth } from './use-width.ts';

const headerHeight = 44;

const useStyles = makeStyles({
  header: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  body: { position: 'relative' },
  row: {
    position: 'absolute',
    top: 0,
    left: 0,
    right: 0,
    boxSizing: 'border-box',
    minHeight: '56px',
    cursor: 'pointer',
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `-${tokens.strokeWidthThick}`,
    },
  },
  cell: { minWidth: 0, overflow: 'hidden', alignItems: 'center' },
});

export type ListProps = {
  readonly meetings: readonly MeetingSummary[];
  readonly open: string | null;
  readonly onOpen: (reference: string) => void;
  /** Whether these are all that there are. */
  readonly isAll: boolean;
  /** The last of these is about to be seen. */
  readonly onNearEnd: () => void;
};

type GridProps = ListProps & {
  readonly chosen: ReadonlySet<ColumnId>;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
};

/** The register as a grid, of which only the rows in sight are drawn: arrow keys move, Enter or a click opens a meeting beside it. */
export function MeetingGrid({ chosen, order, onOrder, ...list }: GridProps) {
  const styles = useStyles();
  const { meetings, open, isAll } = list;
  const place = useRef<HTMLDivElement>(null);
  const columns = fitting(chosen, useWidth(place));
  const rows = useRows({ ...list, rowHeight: 57, headerHeight });
  return (
    <div ref={place}>
      <Table
        noNativeElements
        role="grid"
        sortable
        aria-label={registerWords.grid.label}
        // Nobody has counted the rows that have not come yet; -1 says just that.
        aria-rowcount={isAll ? meetings.length + 1 : -1}
        aria-colcount={columns.length}
      >
        <Headings columns={columns} order={order} onOrder={onOrder} />
        {/* biome-ignore lint/a11y/useSemanticElements: rows of a grid that are drawn apart from one another are no table of HTML's */}
        <div
          ref={rows.body}
          role="rowgroup"
          className={styles.body}
          style={{ height: rows.height }}
          onKeyDown={rows.onKeyDown}
        >
          {rows.drawn.map(({ index, top }) => {
            const meeting = meetings[index];
            return (
              meeting && (
                <Row
                  key={meeting.reference}
                  {...{ meeting, columns, index, top }}
                  isOpen={meeting.reference === open}
                  isCurrent={index === rows.current}
                  measure={rows.measure}
                  onPick={rows.pick}
                />
              )
            );
          })}
        </div>
      </Table>
    </div>
  );
}

type RowProps = {
  readonly meeting: MeetingSummary;
  readonly columns: readonly Column[];
  readonly index: number;
  readonly top: number;
  readonly isOpen: boolean;
  /** The one row of all that the Tab key stops at. */
  readonly isCurrent: boolean;
  readonly measure: (row: HTMLElement | null) => void;
  readonly onPick: (index: number) => void;
};

const Row = memo(function Row({ meeting, columns, index, top, isOpen, isCurrent, measure, onPick }: RowProps) {
  const styles = useStyles();
  return (
    <TableRow
      ref={measure}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      appearance={isOpen ? 'brand' : 'none'}
      aria-selected={isOpen}
      aria-rowindex={index + 2}
      data-index={index}
      tabIndex={isCurrent ? 0 : -1}
      onClick={() => {
        onPick(index);
      }}
    >
      {columns.map((column, at) => (
        <TableCell key={column.id} role="gridcell" aria-colindex={at + 1} {...shareOf(column, styles.cell)}>
          {column.cell(meeting)}
        </TableCell>
      ))}
    </TableRow>
  );
});

function Headings({ columns, order, onOrder }: Pick<GridProps, 'order' | 'onOrder'> & { columns: readonly Column[] }) {
  const styles = useStyles();
  return (
    <TableHeader className={styles.header}>
      <TableRow aria-rowindex={1}>
        {columns.map((column, at) => (
          <TableHeaderCell
            key={column.id}
            aria-colindex={at + 1}
            {...shareOf(column, styles.cell)}
            {...sorting(column, order, onOrder)}
          >
            {column.name}
          </TableHeaderCell>
        ))}
      </TableRow>
    </TableHeader>
  );
}

/** What a click on a heading asks for, first and second. */
const sorted: Partial<Record<ColumnId, readonly [Order, Order]>> = {
  when: ['newest', 'oldest'],
  about: ['kind', 'kind reversed'],
  host: ['host', 'host reversed'],
  status: ['status', 'status reversed'],
};

function sorting({ id }: Column, order: Order, onOrder: GridProps['onOrder']) {
  const by = sorted[id];
  if (!by) return { sortable: false };
  const [first, second] = by;
  const descending = id === 'when' ? first : second;
  return {
    ...(by.includes(order) && {
      sortDirection: order === descending ? ('descending' as const) : ('ascending' as const),
    }),
    onClick: () => {
      onOrder(order === first ? second : first);
    },
  };
}

const shareOf = ({ width }: Column, className: string) => ({
  className: mergeClasses(className),
  style: { flex: `${width} 1 0px` },
});
