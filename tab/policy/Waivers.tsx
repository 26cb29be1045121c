import { makeStyles, tokens } from '@fluentui/react-components';
import type { WaiverView } from '../../bot/views/policy.ts';
import { dateOf } from '../when.ts';
import { policyWords } from '../words/policy.ts';

const useStyles = makeStyles({
  waiver: {
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** By whose leave a rule is not followed, until when, and why. */
export function Waivers({ waivers }: { waivers: readonly WaiverView[] }) {
  const styles = useStyles();
  const { waived, wasWaived, because } = policyWords;
  return waivers.map(({ by, until, reason, isOver }) => (
    <p key={`${until} ${reason}`} className={styles.waiver}>
      {(isOver ? wasWaived : waived)(by, dateOf(until))} {because(reason)}
    </p>
  ));
}
