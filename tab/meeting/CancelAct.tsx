import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useCallback } from 'react';
import { useAnswer } from '../asking/use-answer.ts';
import { Slow } from '../components/Slow.tsx';
import { useTab } from '../shell/tab-context.ts';
import { meetingWords } from '../words/meeting.ts';
import { words } from '../words/words.ts';
import type { ActProps } from './Acts.tsx';
import { cancel, reviewCancel, theirsIn } from './answers.ts';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { Steps } from './ChangeReview.tsx';
import { useAct } from './use-act.ts';

const useStyles = makeStyles({
  act: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What a cancellation does, and the one button that does it. */
export function CancelAct({ meeting, onShow, onDone, onClose }: ActProps) {
  const styles = useStyles();
  const { ask } = useTab();
  const { reference, version } = meeting;
  // A question that is put as a POST because it carries what was seen; it does nothing.
  const { asked, again } = useAnswer(
    useCallback(() => reviewCancel(ask, reference, { version }), [ask, reference, version]),
  );
  const { busy, trouble, theirs, run } = useAct();
  const act = async () => {
    const done = await run(cancel(ask, reference, { version }));
    if (done) onDone(done.follow);
  };
  const changed = theirs ?? (asked.state === 'failed' && asked.refused ? theirsIn({ ok: false, ...asked }) : null);
  if (changed)
    return (
      <ChangedMeanwhile
        before={meeting}
        theirs={changed}
        yours={{ status: meetingWords.acts.cancel }}
        onGoOn={() => {
          onShow(changed);
        }}
        onLeave={() => {
          onShow(changed);
          onClose();
        }}
      />
    );
  return (
    <div className={styles.act}>
      {asked.state === 'loading' && <Slow />}
      {asked.state === 'failed' && <Text role="alert">{`${asked.trouble.say} ${asked.trouble.next}`}</Text>}
      {asked.state === 'answered' && (
        <>
          {asked.value.notes.map((note) => (
            <Text key={note}>{note}</Text>
          ))}
          <Steps steps={asked.value.steps} />
        </>
      )}
      {trouble && <Text role="alert">{`${trouble.say} ${trouble.next}`}</Text>}
      <div className={styles.buttons}>
        {asked.state === 'answered' && (
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void act()}>
            {busy ? meetingWords.working : asked.value.button}
          </Button>
        )}
        {asked.state === 'failed' && <Button onClick={again}>{words.tryAgain}</Button>}
        <Button onClick={onClose}>{meetingWords.leave}</Button>
      </div>
    </div>
  );
}
