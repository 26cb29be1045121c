import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTab } from '../shell/tab-context.ts';
import { dataWords } from '../words/data-protection.ts';
import { disposeSome, type Taken } from './answers.ts';
import { ReasonField } from './ReasonField.tsx';
import { useWork } from './use-work.ts';
import { Ran, WorkBar } from './WorkBar.tsx';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    alignSelf: 'stretch',
    maxWidth: '480px',
  },
  start: { alignSelf: 'start' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

const retention = dataWords.retention;

type Props = {
  readonly disposal: { readonly id: string; readonly count: number; readonly reason: string };
  /** A reason is asked, and the count typed, before it begins; one that was begun only goes on. */
  readonly begins: boolean;
  readonly onDone: () => void;
};

/** Takes a set that was shown out of the register, step by step: each may be the last, and the next begins where it ended. */
export function Disposing({ disposal: { id, count, reason: given }, begins, onDone }: Props) {
  const styles = useStyles();
  const { ask } = useTab();
  const work = useWork();
  const [isAsked, setIsAsked] = useState(false);
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const [reason, setReason] = useState(given);
  const [taken, setTaken] = useState<Taken | null>(null);

  const goOn = () => {
    work.run(async (isStopped) => {
      while (!isStopped()) {
        const answer = await disposeSome(ask, { id, count, reason });
        if (!answer.ok) return answer.trouble;
        setTaken(answer.value);
        if (answer.value.is === 'done') {
          onDone();
          return null;
        }
      }
      return null;
    });
  };

  if (taken !== null || work.state !== 'idle' || (!begins && work.trouble !== null)) {
    const gone = taken?.gone ?? 0;
    const isDone = taken?.is === 'done';
    return (
      <>
        <WorkBar
          work={work}
          says={isDone ? retention.done(gone) : retention.progress(gone, count)}
          done={isDone ? count : gone}
          of={count}
          onGoOn={goOn}
        />
        {taken !== null && taken.staying.length > 0 && <Stayed taken={taken} />}
      </>
    );
  }
  if (!begins)
    return (
      <Button className={styles.start} onClick={goOn}>
        {dataWords.goOn}
      </Button>
    );
  if (!isAsked)
    return (
      <Button
        className={styles.start}
        onClick={() => {
          setIsAsked(true);
        }}
      >
        {retention.dispose}
      </Button>
    );
  return (
    <form
      className={styles.form}
      aria-label={retention.dispose}
      onSubmit={(event) => {
        event.preventDefault();
        const isRight = typed.trim() === String(count);
        setIsWrong(!isRight);
        if (isRight) goOn();
      }}
    >
      <ReasonField reason={reason} onReason={setReason} />
      <Field label={retention.typed(count)} required {...(isWrong && { validationMessage: retention.wrong })}>
        <Input
          inputMode="numeric"
          value={typed}
          onChange={(_, { value }) => {
            setTyped(value);
          }}
        />
      </Field>
      <Ran work={work} />
      <Button type="submit" appearance="primary" className={styles.start}>
        {retention.forGood}
      </Button>
    </form>
  );
}

function Stayed({ taken: { staying } }: { taken: Taken }) {
  const styles = useStyles();
  return (
    <>
      <Text>{retention.stay(staying.length)}</Text>
      <ul className={styles.list}>
        {staying.map(({ reference, why }) => (
          <li key={reference}>
            {reference}: {retention.stays[why]}
          </li>
        ))}
      </ul>
    </>
  );
}
