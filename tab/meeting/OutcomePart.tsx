import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import { momentOf } from '../when.ts';
import { meetingWords } from '../words/meeting.ts';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Whether it took place, who says so, and who came. */
export function OutcomePart({ outcome: { says, by, at, reason } }: Pick<MeetingDetail, 'outcome'>) {
  const styles = useStyles();
  return (
    <div className={styles.lines}>
      <Text>{says}</Text>
      {reason !== undefined && <Text>{meetingWords.notHeldReason(reason)}</Text>}
      {by !== undefined && at !== undefined && (
        <Caption1 className={styles.quiet}>{meetingWords.saidBy(by, momentOf(at))}</Caption1>
      )}
      <Text className={styles.quiet}>{meetingWords.roll}</Text>
    </div>
  );
}
