import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { type Trouble, words } from '../words/words.ts';
import type { ApproverSays } from './answers.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const { authorise, askHost, refuse, yourQuestion, yourReason, send, back } = words.meeting;
const longest = 200;

type FormProps = {
  /** Resolves with what went wrong, or `null` when the answer was taken. */
  readonly onAnswer: (said: ApproverSays) => Promise<Trouble | null>;
};

/** An approver's yes in one tap; a question or a no with a line for the host. */
export function AuthoriseForm({ onAnswer }: FormProps) {
  const [saying, setSaying] = useState<'ask' | 'no' | null>(null);
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const answer = (said: ApproverSays) => {
    setSending(true);
    void onAnswer(said).then((wrong) => {
      setTrouble(wrong);
      setSending(false);
    });
  };
  const say = (what: 'ask' | 'no' | null) => {
    setSaying(what);
    setTrouble(null);
  };
  const part = { sending, wrong: trouble && `${trouble.say} ${trouble.next}`, answer, say };
  return saying === null ? <Choices {...part} /> : <Line {...part} saying={saying} />;
}

type PartProps = {
  readonly sending: boolean;
  readonly wrong: string | null;
  readonly answer: (said: ApproverSays) => void;
  /** `null` goes back to the choices. */
  readonly say: (what: 'ask' | 'no' | null) => void;
};

function Choices({ sending, wrong, answer, say }: PartProps) {
  const styles = useStyles();
  const others = [
    { name: askHost, what: 'ask' },
    { name: refuse, what: 'no' },
  ] as const;
  return (
    <Field validationMessage={wrong}>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={sending}
          onClick={() => {
            answer({ say: 'yes' });
          }}
        >
          {authorise}
        </Button>
        {others.map(({ name, what }) => (
          <Button
            key={what}
            disabled={sending}
            onClick={() => {
              say(what);
            }}
          >
            {name}
          </Button>
        ))}
      </div>
    </Field>
  );
}

function Line({ sending, wrong, answer, say, saying }: PartProps & { readonly saying: 'ask' | 'no' }) {
  const styles = useStyles();
  const [line, setLine] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        answer({ say: saying, words: line });
      }}
    >
      <Field label={saying === 'ask' ? yourQuestion : yourReason} validationMessage={wrong}>
        <Input
          value={line}
          maxLength={longest}
          required
          onChange={(_, { value }) => {
            setLine(value);
          }}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabled={sending}>
          {send}
        </Button>
        <Button
          disabled={sending}
          onClick={() => {
            say(null);
          }}
        >
          {back}
        </Button>
      </div>
    </form>
  );
}
