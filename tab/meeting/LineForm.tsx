import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import type { Answer } from '../asking/ask.ts';
import { meetingWords } from '../words/meeting.ts';
import { useAct } from './use-act.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  button: { alignSelf: 'start' },
});

type Props = {
  readonly label: string;
  readonly button: string;
  readonly required: boolean;
  readonly send: (line: string) => Promise<Answer<MeetingDetail>>;
  readonly onShow: (meeting: MeetingDetail) => void;
};

/** One line in somebody's own words, and the button that takes it. */
export function LineForm({ label, button, required, send, onShow }: Props) {
  const styles = useStyles();
  const [line, setLine] = useState('');
  const { busy, trouble, run } = useAct();
  const act = async () => {
    const shown = await run(send(line));
    if (shown) onShow(shown);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void act();
      }}
    >
      <Field label={label} validationMessage={trouble && `${trouble.say} ${trouble.next}`}>
        <Input
          value={line}
          maxLength={200}
          required={required}
          onChange={(_, { value }) => {
            setLine(value);
          }}
        />
      </Field>
      <Button className={styles.button} type="submit" appearance="primary" disabledFocusable={busy}>
        {busy ? meetingWords.working : button}
      </Button>
    </form>
  );
}
