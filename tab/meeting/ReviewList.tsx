import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReviewView } from '../../bot/reviewing/review-view.ts';
import { momentOf } from '../when.ts';
import { words } from '../words/words.ts';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
});

const { reviewSince, reviewDismissed } = words.meeting;

/** Why the meeting has to be looked at again, and what was said to let it stand. */
export function ReviewList({ reasons }: { reasons: readonly ReviewView[] }) {
  const styles = useStyles();
  return (
    <div className={styles.lines}>
      {reasons.map(({ says, since, dismissed }) => (
        <div className={styles.lines} key={`${says} ${since}`}>
          <Text>{`${says} ${reviewSince(momentOf(since))}`}</Text>
          {dismissed && <Text>{reviewDismissed(dismissed.by, momentOf(dismissed.at), dismissed.words)}</Text>}
        </div>
      ))}
    </div>
  );
}
