import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { Status } from '../../bot/register/entry.ts';
import type { Filter } from '../client.ts';
import { statusNames, words } from '../words.ts';
import { DayField } from './DayField.tsx';

const useStyles = makeStyles({
  // A native list is as wide as its longest choice unless told otherwise.
  choice: { width: '100%', minWidth: 0 },
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(136px, max-content))',
    alignItems: 'end',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: 0,
    margin: 0,
    padding: 0,
    '@media (max-width: 767px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
});

const choices = (Object.entries(statusNames) as [Status, string][]).map(([value, name]) => ({ value, name }));

type FiltersProps = {
  readonly filter: Filter;
  readonly onChange: (change: Partial<Filter>) => void;
  /** Absent when nothing is filtered. */
  readonly onClear: (() => void) | undefined;
  /** On a phone the list has no column headings to sort by. */
  readonly withOrder: boolean;
};

/** Which meetings to show; the server does the choosing. */
export function MeetingFilters({ filter, onChange, onClear, withOrder }: FiltersProps) {
  const styles = useStyles();
  const { label, status, anyStatus, from, to, order, newest, oldest, clear } = words.filters;
  return (
    <fieldset className={styles.filters} aria-label={label}>
      <Field label={status}>
        <Select
          className={styles.choice}
          select={{ className: styles.choice }}
          value={filter.status}
          onChange={(_, { value }) => {
            onChange({ status: choices.find((choice) => choice.value === value)?.value ?? '' });
          }}
        >
          <option value="">{anyStatus}</option>
          {choices.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {withOrder && (
        <Field label={order}>
          <Select
            className={styles.choice}
            select={{ className: styles.choice }}
            value={filter.order}
            onChange={(_, { value }) => {
              onChange({ order: value === 'oldest' ? 'oldest' : 'newest' });
            }}
          >
            <option value="newest">{newest}</option>
            <option value="oldest">{oldest}</option>
          </Select>
        </Field>
      )}
      <DayField
        label={from}
        onDay={(day) => {
          onChange({ from: day });
        }}
      />
      <DayField
        label={to}
        onDay={(day) => {
          onChange({ to: day });
        }}
      />
      {onClear && (
        <Button appearance="subtle" onClick={onClear}>
          {clear}
        </Button>
      )}
    </fieldset>
  );
}
