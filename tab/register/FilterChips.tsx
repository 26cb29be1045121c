import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { registerWords } from '../words/register.ts';
import { inWords } from './filter.ts';
import type { Filtering } from './use-filter.ts';

const useStyles = makeStyles({
  chips: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  chip: { minWidth: 0, maxWidth: '100%', overflowWrap: 'anywhere' },
});

const { filters } = registerWords;

/** What the list is narrowed down to, also while the fields are folded; each is taken away with a tap. */
export function FilterChips({ filter, change, clear, nameOf }: Filtering & { nameOf: (host: string) => string }) {
  const styles = useStyles();
  if (!clear) return null;
  return (
    <ul className={styles.chips} aria-label={filters.label}>
      {inWords(filter).map(({ filter: one, name, value }) => (
        <li key={one}>
          <Button
            className={styles.chip}
            size="small"
            shape="circular"
            icon={<DismissRegular aria-label={filters.takeAway} />}
            iconPosition="after"
            title={filters.takeAway}
            onClick={() => {
              change({ [one]: '' });
            }}
          >
            {name}: {one === 'host' ? nameOf(value) : value}
          </Button>
        </li>
      ))}
      <li>
        <Button size="small" appearance="subtle" onClick={clear}>
          {filters.clear}
        </Button>
      </li>
    </ul>
  );
}
