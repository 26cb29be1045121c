import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { deedNames, policyWords } from '../words/policy.ts';
import { kindNames } from '../words/words.ts';
import type { Finding } from './find-in.ts';

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: 0,
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  choice: { width: '100%', minWidth: 0 },
});

type FiltersProps = { readonly sought: Finding; readonly onChange: (sought: Finding) => void };

/** What to look for among the clauses; all of them are here already, so it is found as it is typed. */
export function PolicyFilters({ sought, onChange }: FiltersProps) {
  const styles = useStyles();
  const { filters, search, does, anything, waivedOnes, givesWay, kind, anyKind } = policyWords;
  return (
    <fieldset className={styles.filters} aria-label={filters}>
      <Field label={search}>
        <Input
          className={styles.choice}
          type="search"
          contentBefore={<SearchRegular aria-hidden />}
          value={sought.words}
          onChange={(_, { value }) => {
            onChange({ ...sought, words: value });
          }}
        />
      </Field>
      <Choice
        label={does}
        any={anything}
        choices={{ ...deedNames, waived: waivedOnes, 'gives way': givesWay }}
        value={sought.does}
        onChoice={(value) => {
          onChange({ ...sought, does: value });
        }}
      />
      <Choice
        label={kind}
        any={anyKind}
        choices={kindNames}
        value={sought.kind}
        onChoice={(value) => {
          onChange({ ...sought, kind: value });
        }}
      />
    </fieldset>
  );
}

type ChoiceProps<K extends string> = {
  readonly label: string;
  readonly any: string;
  readonly choices: Readonly<Record<K, string>>;
  readonly value: K | '';
  readonly onChoice: (value: K | '') => void;
};

function Choice<K extends string>({ label, any, choices, value, onChoice }: ChoiceProps<K>) {
  const styles = useStyles();
  return (
    <Field label={label}>
      <Select
        className={styles.choice}
        value={value}
        onChange={(_, data) => {
          // The options are the keys, and none.
          onChoice(data.value as K | '');
        }}
      >
        <option value="">{any}</option>
        {Object.entries<string>(choices).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
