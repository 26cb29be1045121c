import { Dropdown, Label, makeStyles, Option, tokens } from '@fluentui/react-components';
import type { Mail, Person } from '../tenant-api.ts';

const useStyles = makeStyles({
  recipients: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0, flexGrow: 1 },
  list: { minWidth: 0, flexGrow: 1, maxWidth: '420px' },
  label: { flexShrink: 0 },
});

type Props = {
  readonly address: string;
  readonly people: readonly Person[];
  readonly mails: readonly Mail[];
  readonly choose: (address: string) => void;
};

/** Whose mail to look at: guests who were written to first, then the school. */
export function Recipients({ address, people, mails, choose }: Props) {
  const styles = useStyles();
  const counts = new Map<string, number>();
  for (const { to } of mails) counts.set(to, (counts.get(to) ?? 0) + 1);
  const addresses = [...new Set([...counts.keys(), address, ...people.map((person) => person.address)])];
  const label = (of: string) => {
    const known = people.find((person) => person.address === of);
    return `${known === undefined ? of : `${known.name}, ${of}`} (${counts.get(of) ?? 0})`;
  };
  return (
    <div className={styles.recipients}>
      <Label id="mail-of" className={styles.label}>
        Mail of
      </Label>
      <Dropdown
        className={styles.list}
        aria-labelledby="mail-of"
        value={label(address)}
        selectedOptions={[address]}
        onOptionSelect={(_, { optionValue }) => {
          if (optionValue !== undefined) choose(optionValue);
        }}
      >
        {addresses.map((of) => (
          <Option key={of} value={of}>
            {label(of)}
          </Option>
        ))}
      </Dropdown>
    </div>
  );
}
