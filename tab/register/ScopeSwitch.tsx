import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import type { Scope } from '../../bot/views/rights.ts';
import { words } from '../words/words.ts';

const useStyles = makeStyles({
  group: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, border: 0, margin: 0, padding: 0 },
});

const scopes = [
  { scope: 'mine', name: words.mine },
  { scope: 'all', name: words.wholeSchool },
  { scope: 'to authorise', name: words.toAuthorise },
] as const;

type SwitchProps = {
  /** Which of them this person may choose. */
  readonly may: Readonly<Record<Scope, boolean>>;
  /** `null` until the server has said which it shows. */
  readonly scope: Scope | null;
  readonly onChange: (part: { readonly scope: Scope }) => void;
};

/** One's own meetings, everybody's or those that wait for one's yes, for those the server says may choose. */
export function ScopeSwitch({ may, scope: chosen, onChange }: SwitchProps) {
  const styles = useStyles();
  return (
    <fieldset aria-label={words.scope} className={styles.group}>
      {scopes
        .filter(({ scope }) => may[scope])
        .map(({ scope, name }) => (
          <ToggleButton
            key={scope}
            appearance={chosen === scope ? 'primary' : 'secondary'}
            shape="circular"
            checked={chosen === scope}
            onClick={() => {
              onChange({ scope });
            }}
          >
            {name}
          </ToggleButton>
        ))}
    </fieldset>
  );
}
