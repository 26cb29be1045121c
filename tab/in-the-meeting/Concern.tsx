import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ConcernView } from '../../bot/in-the-meeting/panel-view.ts';
import type { Ability } from '../../bot/views/rights.ts';
import type { Ask } from '../asking/ask.ts';
import { inTheMeeting } from '../words/in-the-meeting.ts';
import type { Trouble } from '../words/words.ts';
import { ConcernShape } from './answers.ts';

const useStyles = makeStyles({
  concern: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  sure: { margin: `0 0 ${tokens.spacingVerticalS}` },
  asked: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorStatusDangerBorder2}`,
  },
});

const words = inTheMeeting.concern;

type Props = {
  readonly ask: Ask;
  readonly reference: string;
  readonly can: Ability;
  readonly before: ConcernView | null;
};
type State =
  | { readonly is: 'quiet'; readonly concern: ConcernView | null; readonly trouble: Trouble | null }
  | { readonly is: 'asking' | 'telling'; readonly concern: ConcernView | null };

/** One tap, and one more to be sure. Nothing is typed: what it is about is told to the safeguarding lead in person. */
export function Concern({ ask, reference, can, before }: Props) {
  const styles = useStyles();
  const [state, setState] = useState<State>({ is: 'quiet', concern: before, trouble: null });
  const { concern } = state;
  const raise = () => {
    setState({ is: 'telling', concern });
    void ask.post(`/api/meetings/${reference}/concern`, {}, ConcernShape).then((answer) => {
      if (answer.ok) setState({ is: 'quiet', concern: answer.value, trouble: null });
      else setState({ is: 'quiet', concern, trouble: answer.trouble });
    });
  };
  if (!can.may) return null;
  return (
    <section aria-label={words.title} className={styles.concern}>
      {state.is === 'quiet' && (
        <>
          <Button
            onClick={() => {
              setState({ is: 'asking', concern });
            }}
          >
            {concern === null ? words.raise : words.another}
          </Button>
          <Told concern={concern} trouble={state.trouble} />
        </>
      )}
      {state.is === 'asking' && (
        <Sure
          raise={raise}
          back={() => {
            setState({ is: 'quiet', concern, trouble: null });
          }}
        />
      )}
      {state.is === 'telling' && <Spinner size="tiny" label={words.telling} />}
    </section>
  );
}

/** Always there, so that what comes to stand in it is said aloud. */
function Told({ concern, trouble }: { concern: ConcernView | null; trouble: Trouble | null }) {
  const says = trouble === null ? (concern?.says ?? '') : `${words.notTold} ${trouble.say}`;
  return (
    <Text role={trouble === null ? 'status' : 'alert'} weight={trouble === null ? 'regular' : 'semibold'}>
      {says}
    </Text>
  );
}

function Sure({ raise, back }: { raise: () => void; back: () => void }) {
  const styles = useStyles();
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    question.current?.focus();
  }, []);
  return (
    <div className={styles.asked}>
      <p ref={question} tabIndex={-1} className={styles.sure}>
        {words.sure}
      </p>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={raise}>
          {words.tell}
        </Button>
        <Button onClick={back}>{words.back}</Button>
      </div>
    </div>
  );
}
