import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { ClockRegular, ShieldCheckmarkFilled, ShieldDismissFilled, ShieldRegular } from '@fluentui/react-icons';
import type { SealView } from '../../bot/views/seal-view.ts';
import { sealNames } from '../words/words.ts';

const useStyles = makeStyles({
  seal: {
    ...typographyStyles.body1,
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
  },
  icon: { fontSize: tokens.fontSizeBase500, flexShrink: 0 },
  sealed: { color: tokens.colorStatusSuccessForeground1 },
  broken: { color: tokens.colorStatusDangerForeground1 },
});

const icons = {
  sealed: ShieldCheckmarkFilled,
  'not yet': ClockRegular,
  'not sealed': ShieldRegular,
  broken: ShieldDismissFilled,
};

/** Whether the safeguards were read back as asked, in a word and a shield. */
export function SealBadge({ seal }: { seal: SealView }) {
  const styles = useStyles();
  const Icon = icons[seal.state];
  const tone = seal.state === 'sealed' || seal.state === 'broken' ? styles[seal.state] : undefined;
  return (
    <span className={styles.seal}>
      <Icon className={mergeClasses(styles.icon, tone)} aria-hidden />
      {sealNames[seal.state]}
    </span>
  );
}
