import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTab } from '../shell/tab-context.ts';
import { meetingWords } from '../words/meeting.ts';
import type { ActProps } from './Acts.tsx';
import { raiseConcern } from './answers.ts';
import { useAct } from './use-act.ts';

const useStyles = makeStyles({
  act: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const { concern: says } = meetingWords;

/** Tells the safeguarding lead that there is a concern. What it is about is asked nowhere, so there is nothing to type. */
export function ConcernAct({ meeting, onDone, onClose }: ActProps) {
  const styles = useStyles();
  const { ask } = useTab();
  const [raised, setRaised] = useState<string | null>(null);
  const { busy, trouble, run } = useAct();
  const raise = async () => {
    const concern = await run(raiseConcern(ask, meeting.reference));
    if (concern === null) return;
    setRaised(concern.says);
    onDone(meeting.reference);
  };
  return (
    <div className={styles.act}>
      {raised === null && says.what.map((line) => <Text key={line}>{line}</Text>)}
      <div role="status">{raised !== null && <Text>{raised}</Text>}</div>
      {trouble && <Text role="alert">{`${trouble.say} ${trouble.next}`}</Text>}
      <div className={styles.buttons}>
        {raised === null && (
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void raise()}>
            {busy ? meetingWords.working : says.raise}
          </Button>
        )}
        <Button onClick={onClose}>{meetingWords.close}</Button>
      </div>
    </div>
  );
}
