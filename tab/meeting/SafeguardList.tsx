import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, CircleHintRegular } from '@fluentui/react-icons';
import type { SafeguardView, SealView } from '../../bot/views/seal-view.ts';
import { momentOf } from '../when.ts';
import { words } from '../words/words.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', listStyleType: 'none', margin: 0, padding: 0 },
  safeguard: {
    display: 'grid',
    gridTemplateColumns: '140px 1fr 20px',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 399px)': { gridTemplateColumns: '96px 1fr 20px' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  words: { display: 'flex', flexDirection: 'column' },
  icon: { fontSize: tokens.fontSizeBase500 },
  held: { color: tokens.colorStatusSuccessForeground1 },
  other: { color: tokens.colorStatusDangerForeground1 },
});

/** Every setting that was asked for, and what Teams answered when it was last asked. */
export function SafeguardList({ safeguards, seal }: { safeguards: readonly SafeguardView[]; seal: SealView }) {
  const styles = useStyles();
  return (
    <>
      <Text>
        {seal.says} {seal.state === 'sealed' && words.meeting.lastReadBack(momentOf(seal.readBackAt))}
      </Text>
      <ul className={styles.list}>
        {safeguards.map((safeguard) => (
          <Safeguard key={safeguard.name} safeguard={safeguard} />
        ))}
      </ul>
    </>
  );
}

function Safeguard({ safeguard: { name, asked, readBack } }: { safeguard: SafeguardView }) {
  const styles = useStyles();
  const { readBackAs } = words.meeting;
  return (
    <li className={styles.safeguard}>
      <Text className={styles.quiet}>{name}</Text>
      <span className={styles.words}>
        <Text>{asked}</Text>
        {readBack !== null && readBack !== asked && (
          <Caption1 className={styles.other}>{readBackAs(readBack)}</Caption1>
        )}
      </span>
      <Mark isHeld={readBack === asked} isRead={readBack !== null} />
    </li>
  );
}

function Mark({ isHeld, isRead }: { isHeld: boolean; isRead: boolean }) {
  const styles = useStyles();
  const { readBackAsAsked, notReadBack } = words.meeting;
  if (isRead && !isHeld) return null;
  const [says, Icon, tone] = isHeld
    ? ([readBackAsAsked, CheckmarkCircleFilled, styles.held] as const)
    : ([notReadBack, CircleHintRegular, styles.quiet] as const);
  return (
    <span role="img" aria-label={says} title={says} className={tone}>
      <Icon className={styles.icon} />
    </span>
  );
}
