import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useCallback } from 'react';
import { useAnswer } from '../asking/use-answer.ts';
import { useTab } from '../shell/tab-context.ts';
import { momentOf } from '../when.ts';
import { meetingWords } from '../words/meeting.ts';
import { answersTo } from './answers.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What guests have answered to the invitation. It is asked apart, so that the meeting does not wait for somebody's calendar. */
export function GuestAnswers({ reference }: { reference: string }) {
  const styles = useStyles();
  const { ask } = useTab();
  const { asked } = useAnswer(
    useCallback((signal: AbortSignal) => answersTo(ask, reference, signal), [ask, reference]),
  );
  if (asked.state === 'loading') return <Caption1 className={styles.quiet}>{meetingWords.answers.loading}</Caption1>;
  if (asked.state === 'failed') return <Text className={styles.quiet}>{asked.trouble.say}</Text>;
  return (
    <ul className={styles.list}>
      {asked.value.answers.map(({ name, says, at }) => (
        <li key={name}>
          {`${name}: ${says}`}
          {at !== undefined && <Caption1 className={styles.quiet}>{` ${momentOf(at)}`}</Caption1>}
        </li>
      ))}
    </ul>
  );
}
