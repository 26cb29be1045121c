import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import { momentOf } from '../when.ts';
import { meetingWords } from '../words/meeting.ts';
import { WhoCame } from './WhoCame.tsx';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Whether it took place, who says so, and who came. */
export function OutcomePart({
  outcome: { says, by, at, reason },
  whoCame,
}: Pick<MeetingDetail, 'outcome' | 'whoCame'>) {
  const styles = useStyles();
  return (
    <div className={styles.lines}>
      <Text>{says}</Text>
      {reason !== undefined && <Text>{meetingWords.notHeldReason(reason)}</Text>}
      {by !== undefined && at !== undefined && (
        <Caption1 className={styles.quiet}>{meetingWords.saidBy(by, momentOf(at))}</Caption1>
      )}
      {whoCame ? <WhoCame people={whoCame} /> : <Text className={styles.quiet}>{meetingWords.roll}</Text>}
    </div>
  );
}
