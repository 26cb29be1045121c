import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { authoriseWords as said } from '../words/authorise.ts';
import type { Say } from './answers.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const longest = 200;

type DecideProps = {
  readonly canAsk: boolean;
  readonly busy: boolean;
  /** `null`: nothing is being typed. */
  readonly saying: 'ask' | 'no' | null;
  readonly onSaying: (what: 'ask' | 'no' | null) => void;
  /** What has been typed: kept by whoever shows the form, so that it is there again after a look at something else. */
  readonly line: string;
  readonly onLine: (line: string) => void;
  readonly onSay: (said: Say) => Promise<boolean>;
  /** Why the last answer was not taken, where the form itself says it. */
  readonly wrong?: string | null;
};

/** A yes in one tap; a question or a no with a line for the host. */
export function Decide(props: DecideProps) {
  const styles = useStyles();
  const { canAsk, busy, saying, onSaying, onSay, wrong = null } = props;
  if (saying !== null) return <Line {...props} saying={saying} />;
  return (
    <Field validationMessage={wrong}>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={busy}
          onClick={() => {
            void onSay({ say: 'yes' });
          }}
        >
          {said.yes}
        </Button>
        {(['ask', 'no'] as const)
          .filter((what) => what === 'no' || canAsk)
          .map((what) => (
            <Button
              key={what}
              disabledFocusable={busy}
              onClick={() => {
                onSaying(what);
              }}
            >
              {said[what]}
            </Button>
          ))}
      </div>
    </Field>
  );
}

type LineProps = DecideProps & { readonly saying: 'ask' | 'no' };

function Line({ saying, busy, onSaying, line, onLine, onSay, wrong = null }: LineProps) {
  const styles = useStyles();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void onSay({ say: saying, words: line });
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onSaying(null);
      }}
    >
      <Field label={saying === 'ask' ? said.question : said.reason} validationMessage={wrong}>
        <Input
          value={line}
          maxLength={longest}
          required
          onChange={(_, { value }) => {
            onLine(value);
          }}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {said.send}
        </Button>
        <Button
          disabledFocusable={busy}
          onClick={() => {
            onSaying(null);
          }}
        >
          {said.back}
        </Button>
      </div>
    </form>
  );
}
