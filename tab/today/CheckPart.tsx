import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, ErrorCircleRegular, InfoRegular, QuestionCircleRegular } from '@fluentui/react-icons';
import type { Check, CheckList } from '../../bot/today/checks.ts';
import { todayWords } from '../words/today.ts';

const { checks: said } = todayWords;

const useStyles = makeStyles({
  headline: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, margin: 0 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  check: { display: 'flex', gap: tokens.spacingHorizontalS },
  inWords: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  icon: { fontSize: tokens.fontSizeBase500, flexShrink: 0 },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  well: { color: tokens.colorStatusSuccessForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  summary: { cursor: 'pointer', marginBottom: tokens.spacingVerticalS },
});

/** What is misconfigured, stuck or due; what is well is folded. */
export function CheckPart({ view: { checks, byHand } }: { view: CheckList }) {
  const styles = useStyles();
  const open = checks.filter(({ is }) => is !== 'well');
  const well = checks.filter(({ is }) => is === 'well');
  const wrong = checks.filter(({ is }) => is === 'wrong').length;
  return (
    <>
      {wrong > 0 && <p className={styles.headline}>{said.wrong(wrong)}</p>}
      {open.length === 0 && <p className={styles.headline}>{said.allWell}</p>}
      <Checks those={open} />
      {well.length > 0 && (
        <details>
          <summary className={styles.summary}>{said.well(well.length)}</summary>
          <Checks those={well} />
        </details>
      )}
      {byHand.length > 0 && (
        <details>
          <summary className={styles.summary}>{said.byHand(byHand.length)}</summary>
          <ul className={styles.list}>
            {byHand.map(({ says, clauses }) => (
              <li key={says} className={styles.inWords}>
                <Text>{says}</Text>
                <Text size={200} className={styles.quiet}>
                  {clauses.map(({ id }) => id).join(', ')}
                </Text>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const icons = {
  well: CheckmarkCircleRegular,
  look: InfoRegular,
  wrong: ErrorCircleRegular,
  unknown: QuestionCircleRegular,
};

function Checks({ those }: { those: readonly Check[] }) {
  const styles = useStyles();
  if (those.length === 0) return null;
  return (
    <ul className={styles.list}>
      {those.map(({ name, is, says }) => {
        const Icon = icons[is];
        return (
          <li key={name} className={styles.check}>
            <Icon
              className={mergeClasses(styles.icon, is === 'wrong' && styles.wrong, is === 'well' && styles.well)}
              role="img"
              aria-label={said.is[is]}
            />
            <span className={styles.inWords}>
              <Text weight="semibold">{name}</Text>
              <Text>{says}</Text>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
