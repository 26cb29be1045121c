import { Button, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SaidHeld } from '../../bot/held/held.ts';
import { useTab } from '../shell/tab-context.ts';
import { meetingWords } from '../words/meeting.ts';
import type { ActProps } from './Acts.tsx';
import { sayHeld } from './answers.ts';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { useAct } from './use-act.ts';

const useStyles = makeStyles({
  act: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const { held: says } = meetingWords;

/** Whether it took place, and how long or why not. */
export function HeldAct({ meeting, onShow, onClose }: ActProps) {
  const styles = useStyles();
  const { ask } = useTab();
  const [state, setState] = useState<'held' | 'not held'>('held');
  const [minutes, setMinutes] = useState(String(meeting.minutes));
  const [reason, setReason] = useState('');
  const { busy, trouble, theirs, run } = useAct();
  const said: SaidHeld =
    state === 'held'
      ? { state, minutes: Math.round(Number(minutes)) }
      : { state, reason: reason.trim() === '' ? null : reason };
  const keep = async ({ reference, version }: typeof meeting) => {
    const kept = await run(sayHeld(ask, reference, { version, said }));
    if (kept === null) return;
    onShow(kept);
    onClose();
  };
  return (
    <form
      className={styles.act}
      onSubmit={(event) => {
        event.preventDefault();
        void keep(meeting);
      }}
    >
      <Field label={says.title} validationMessage={trouble && `${trouble.say} ${trouble.next}`}>
        <RadioGroup
          value={state}
          onChange={(_, { value }) => {
            setState(value === 'held' ? 'held' : 'not held');
          }}
        >
          <Radio value="held" label={says.yes} />
          <Radio value="not held" label={says.no} />
        </RadioGroup>
      </Field>
      {state === 'held' ? (
        <Field label={meetingWords.minutes}>
          <Input
            type="number"
            min={1}
            max={600}
            required
            value={minutes}
            onChange={(_, { value }) => {
              setMinutes(value);
            }}
          />
        </Field>
      ) : (
        <Field label={meetingWords.reason}>
          <Input
            maxLength={200}
            value={reason}
            onChange={(_, { value }) => {
              setReason(value);
            }}
          />
        </Field>
      )}
      {theirs && (
        <ChangedMeanwhile
          before={meeting}
          theirs={theirs}
          yours={{ outcome: says[state === 'held' ? 'yes' : 'no'] }}
          onGoOn={() => {
            onShow(theirs);
            void keep(theirs);
          }}
          onLeave={() => {
            onShow(theirs);
            onClose();
          }}
        />
      )}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {busy ? meetingWords.working : meetingWords.keep}
        </Button>
        <Button onClick={onClose}>{meetingWords.close}</Button>
      </div>
    </form>
  );
}
