import { Caption1, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, CircleHintRegular, DismissCircleFilled } from '@fluentui/react-icons';
import type { SafeguardView, SealView } from '../../bot/views/seal-view.ts';
import { momentOf } from '../when.ts';
import { meetingWords } from '../words/meeting.ts';
import { words } from '../words/words.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  answer: { display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalXS },
  icon: { fontSize: tokens.fontSizeBase500, flexShrink: 0 },
  held: { color: tokens.colorStatusSuccessForeground1 },
  other: { color: tokens.colorStatusDangerForeground1 },
});

/** Every setting that was asked for, beside what Teams answered when it was last asked. */
export function SafeguardList({ safeguards, seal }: { safeguards: readonly SafeguardView[]; seal: SealView }) {
  const styles = useStyles();
  const { safeguard, asked, readBack } = meetingWords;
  return (
    <>
      <Text>
        {seal.says} {seal.state === 'sealed' && words.meeting.lastReadBack(momentOf(seal.readBackAt))}
      </Text>
      <table className={styles.table} aria-label={words.meeting.safeguards}>
        <thead>
          <tr>
            {[safeguard, asked, readBack].map((name) => (
              <th key={name} scope="col" className={mergeClasses(styles.cell, styles.quiet)}>
                <Caption1>{name}</Caption1>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {safeguards.map((one) => (
            <Safeguard key={one.name} safeguard={one} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Safeguard({ safeguard: { name, asked, readBack } }: { safeguard: SafeguardView }) {
  const styles = useStyles();
  return (
    <tr>
      <th scope="row" className={mergeClasses(styles.cell, styles.quiet)}>
        {name}
      </th>
      <td className={styles.cell}>{asked}</td>
      <td className={styles.cell}>
        <ReadBack asked={asked} readBack={readBack} />
      </td>
    </tr>
  );
}

function ReadBack({ asked, readBack }: Pick<SafeguardView, 'asked' | 'readBack'>) {
  const styles = useStyles();
  const isHeld = readBack === asked;
  const [Icon, tone] = isHeld
    ? ([CheckmarkCircleFilled, styles.held] as const)
    : readBack === null
      ? ([CircleHintRegular, styles.quiet] as const)
      : ([DismissCircleFilled, styles.other] as const);
  return (
    <span className={styles.answer}>
      <Icon className={mergeClasses(styles.icon, tone)} aria-hidden />
      <span>{isHeld ? meetingWords.asAsked : (readBack ?? words.meeting.notReadBack)}</span>
    </span>
  );
}
