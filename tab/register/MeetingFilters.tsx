import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useEffect, useId, useState } from 'react';
import { DayField } from '../components/DayField.tsx';
import { kindChoices, registerWords, statusChoices, yearNames } from '../words/register.ts';
import type { Choices as Known } from './answers.ts';
import type { Narrowing } from './filter.ts';
import type { Filtering } from './use-filter.ts';

const useStyles = makeStyles({
  // A native list is as wide as its longest choice unless told otherwise.
  field: { width: '100%', minWidth: 0 },
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
    alignItems: 'end',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: 0,
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 767px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
});

const { names, any, label, order: orderName, newest, oldest, clear } = registerWords.filters;
type Choices = readonly { readonly value: string; readonly name: string }[];

const seals: Choices = Object.entries(registerWords.seals).map(([value, name]) => ({ value, name }));
// As the keys of an object the numbers would come first.
const years: Choices = ['N', 'R', ...Array.from({ length: 13 }, (_, before) => String(before + 1))].map((value) => ({
  value,
  name: yearNames[value] ?? value,
}));

type FiltersProps = Filtering & {
  /** On a phone the list has no column headings to sort by. */
  readonly withOrder: boolean;
  readonly known: Known;
};

/** Which meetings to show; the server does the choosing. */
export function MeetingFilters({ filter, change, clear: onClear, withOrder, known }: FiltersProps) {
  const styles = useStyles();
  const choice = (name: Narrowing, choices: Choices) => ({
    ...{ label: names[name], choices, value: filter[name] ?? '' },
    onChoice: (value: string) => {
      change({ [name]: value });
    },
  });
  const hosts = known.hosts.map(({ id, name }) => ({ value: id, name }));
  const schoolYears = known.schoolYears.map((year) => ({
    value: String(year),
    name: registerWords.schoolYear(year),
  }));
  return (
    <fieldset className={styles.filters} aria-label={label}>
      <Choice {...choice('kind', kindChoices)} />
      <Choice {...choice('status', statusChoices)} />
      <Choice {...choice('schoolYear', schoolYears)} />
      <Day name="from" filter={filter} change={change} />
      <Day name="to" filter={filter} change={change} />
      <Choice {...choice('year', years)} />
      <Choice {...choice('host', hosts)} />
      <Choice {...choice('seal', seals)} />
      <Choice {...choice('exceptions', [{ value: 'yes', name: registerWords.withExceptions }])} />
      <Typed
        label={names.agency}
        value={filter.agency ?? ''}
        known={known.agencies}
        onTyped={(agency) => {
          change({ agency });
        }}
      />
      {withOrder && (
        <Choice
          label={orderName}
          choices={[{ value: 'oldest', name: oldest }]}
          any={newest}
          value={filter.order ?? ''}
          onChoice={(order) => {
            change({ order });
          }}
        />
      )}
      {onClear && (
        <Button appearance="subtle" onClick={onClear}>
          {clear}
        </Button>
      )}
    </fieldset>
  );
}

type DayProps = Pick<Filtering, 'filter' | 'change'> & { readonly name: 'from' | 'to' };

function Day({ name, filter, change }: DayProps) {
  return (
    <DayField
      label={names[name]}
      day={filter[name] ?? ''}
      onDay={(day) => {
        change({ [name]: day });
      }}
    />
  );
}

type ChoiceProps = {
  readonly label: string;
  /** What it is called to choose none. */
  readonly any?: string;
  readonly choices: Choices;
  readonly value: string;
  readonly onChoice: (value: string) => void;
};

function Choice({ label: name, any: none = any, choices, value, onChoice }: ChoiceProps) {
  const styles = useStyles();
  // What a link names stands there, also before the server has said what there is to choose from.
  const isKnown = value === '' || choices.some((choice) => choice.value === value);
  return (
    <Field label={name}>
      <Select
        className={styles.field}
        select={{ className: styles.field }}
        value={value}
        onChange={(_, { value: chosen }) => {
          onChoice(chosen);
        }}
      >
        <option value="">{none}</option>
        {!isKnown && <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

type TypedProps = {
  readonly label: string;
  readonly value: string;
  /** What may be meant; the browser offers it. */
  readonly known: readonly string[];
  readonly onTyped: (text: string) => void;
};

/** A name that is typed, and looked for once the field is left or Enter is pressed. */
function Typed({ label: name, value, known, onTyped }: TypedProps) {
  const styles = useStyles();
  const list = useId();
  const [text, setText] = useState(value);
  useEffect(() => {
    setText(value);
  }, [value]);
  const done = () => {
    if (text.trim() !== value) onTyped(text.trim());
  };
  return (
    <Field label={name}>
      <Input
        className={styles.field}
        input={{ className: styles.field, list }}
        value={text}
        maxLength={80}
        onChange={(_, { value: typed }) => {
          setText(typed);
        }}
        onBlur={done}
        onKeyDown={({ key }) => {
          if (key === 'Enter') done();
        }}
      />
      <datalist id={list}>
        {known.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </Field>
  );
}
