import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { WaitingView } from '../../bot/today/waiting.ts';
import { momentOf } from '../when.ts';
import { todayWords } from '../words/today.ts';

const { waiting: said } = todayWords;

const useStyles = makeStyles({
  waiting: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
  headline: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** How much waits for the reader's yes, and the way to it. */
export function WaitingPart({ view: { waiting } }: { view: WaitingView }) {
  const styles = useStyles();
  if (waiting.count === 0) return <Text>{said.none}</Text>;
  return (
    <div className={styles.waiting}>
      <div>
        <p className={styles.headline}>{said.count(waiting)}</p>
        {waiting.since !== undefined && <Text className={styles.quiet}>{said.since(momentOf(waiting.since))}</Text>}
      </div>
      <Button as="a" appearance="primary" href="#/authorise">
        {said.open}
      </Button>
    </div>
  );
}
