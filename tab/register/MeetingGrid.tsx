import {
  DataGrid,
  DataGridBody,
  DataGridCell,
  DataGridHeader,
  DataGridHeaderCell,
  DataGridRow,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import type { MeetingSummary } from '../../bot/views/meeting.ts';
import { words } from '../words/words.ts';
import type { Filter } from './answers.ts';
import { columns, columnsBeside } from './meeting-columns.tsx';

const useStyles = makeStyles({
  header: { backgroundColor: tokens.colorNeutralBackground1 },
  row: { cursor: 'pointer', minHeight: '56px' },
  cell: { minWidth: 0, overflow: 'hidden' },
  // A day with its year, and the kind of meeting under the child, must not be cut short.
  broad: { flexGrow: 1.2 },
});

export type ListProps = {
  readonly meetings: readonly MeetingSummary[];
  readonly open: string | null;
  readonly onOpen: (reference: string) => void;
};

type GridProps = ListProps & {
  readonly order: Filter['order'];
  readonly onOrder: (part: Pick<Filter, 'order'>) => void;
};

/** The register as a grid: arrow keys move, Enter or a click opens a meeting beside it. */
export function MeetingGrid({ meetings, open, onOpen, order, onOrder }: GridProps) {
  const styles = useStyles();
  const cellClass = useCellClass();
  return (
    <DataGrid
      aria-label={words.grid.label}
      items={[...meetings]}
      columns={open === null ? columns : columnsBeside}
      getRowId={({ reference }: MeetingSummary) => reference}
      focusMode="row_unstable"
      sortable
      sortState={{ sortColumn: 'when', sortDirection: order === 'newest' ? 'descending' : 'ascending' }}
      onSortChange={() => {
        onOrder({ order: order === 'newest' ? 'oldest' : 'newest' });
      }}
      selectionMode="single"
      selectedItems={open === null ? [] : [open]}
      onSelectionChange={(_, { selectedItems }) => {
        for (const reference of selectedItems) onOpen(String(reference));
      }}
    >
      <Headings />
      <DataGridBody<MeetingSummary>>
        {({ item, rowId }) => (
          <DataGridRow<MeetingSummary>
            key={rowId}
            className={styles.row}
            selectionCell={null}
            onKeyDown={({ key }: KeyboardEvent) => {
              if (key === 'Enter') onOpen(item.reference);
            }}
          >
            {({ renderCell, columnId }) => (
              <DataGridCell className={cellClass(columnId)}>{renderCell(item)}</DataGridCell>
            )}
          </DataGridRow>
        )}
      </DataGridBody>
    </DataGrid>
  );
}

function Headings() {
  const styles = useStyles();
  const cellClass = useCellClass();
  return (
    <DataGridHeader className={styles.header}>
      <DataGridRow selectionCell={null}>
        {({ renderHeaderCell, columnId }) => (
          <DataGridHeaderCell className={cellClass(columnId)}>{renderHeaderCell()}</DataGridHeaderCell>
        )}
      </DataGridRow>
    </DataGridHeader>
  );
}

function useCellClass(): (columnId: unknown) => string {
  const styles = useStyles();
  return (columnId) => mergeClasses(styles.cell, (columnId === 'when' || columnId === 'about') && styles.broad);
}
