import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { Kind } from '../../bot/policy/kind.ts';
import type { Status } from '../../bot/register/entry.ts';
import { DayField } from '../components/DayField.tsx';
import { kindNames, statusNames, words } from '../words/words.ts';
import type { Filter } from './answers.ts';

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

// `Object.entries` forgets what the keys are; they are those of the tables.
const statuses = (Object.entries(statusNames) as [Status, string][]).map(([value, name]) => ({ value, name }));
const kinds = (Object.entries(kindNames) as [Kind, string][]).map(([value, name]) => ({ value, name }));

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
  const { label, kind, anyKind, status, anyStatus, from, to, order, newest, oldest, clear } = words.filters;
  return (
    <fieldset className={styles.filters} aria-label={label}>
      <Choice
        label={kind}
        any={anyKind}
        choices={kinds}
        value={filter.kind}
        onChoice={(value) => {
          onChange({ kind: value });
        }}
      />
      <Choice
        label={status}
        any={anyStatus}
        choices={statuses}
        value={filter.status}
        onChoice={(value) => {
          onChange({ status: value });
        }}
      />
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

type ChoiceProps<T extends string> = {
  readonly label: string;
  /** What it is called to choose none. */
  readonly any: string;
  readonly choices: readonly { readonly value: T; readonly name: string }[];
  readonly value: T | '';
  readonly onChoice: (value: T | '') => void;
};

function Choice<T extends string>({ label, any, choices, value, onChoice }: ChoiceProps<T>) {
  const styles = useStyles();
  return (
    <Field label={label}>
      <Select
        className={styles.choice}
        select={{ className: styles.choice }}
        value={value}
        onChange={(_, { value: chosen }) => {
          onChoice(choices.find((choice) => choice.value === chosen)?.value ?? '');
        }}
      >
        <option value="">{any}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
