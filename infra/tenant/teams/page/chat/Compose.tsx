import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { MentionRegular, SendFilled } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { Person } from '../tenant-api.ts';
import { Mentions } from './Mentions.tsx';

const useStyles = makeStyles({
  compose: {
    position: 'relative',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalS },
  },
  box: { display: 'flex', alignItems: 'flex-end', gap: tokens.spacingHorizontalXS },
  text: { flexGrow: 1, minWidth: 0 },
  field: { minHeight: '40px' },
});

type Props = {
  readonly withMentions: boolean;
  readonly people: readonly Person[];
  readonly send: (text: string, mention: boolean) => Promise<void>;
};

const bot = '@Chaperone';

/** Where one writes: Enter sends, Shift and Enter begins a line. In a group chat @ offers whom to mention. */
export function Compose({ withMentions, people, send }: Props) {
  const styles = useStyles();
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, setText, typedName, mention, dismiss, sendIt } = useDraft(withMentions, send);
  const choose = (name: string) => {
    mention(name);
    field.current?.focus();
  };
  const names = ['Chaperone', ...people.map(({ name }) => name)];
  return (
    <div className={styles.compose}>
      {typedName !== undefined && <Mentions {...{ names, choose, field, dismiss }} typed={typedName} />}
      <div className={styles.box}>
        <Textarea
          textarea={{ ref: field, className: styles.field }}
          className={styles.text}
          aria-label="Type a message"
          placeholder="Type a message"
          rows={Math.min(6, text.split('\n').length)}
          value={text}
          onChange={(_, { value }) => {
            setText(value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            sendIt();
          }}
        />
        {withMentions && (
          <Button
            {...big}
            icon={<MentionRegular />}
            aria-label="Mention Chaperone"
            onClick={() => {
              choose('Chaperone');
            }}
          />
        )}
        <Button {...big} icon={<SendFilled />} aria-label="Send" disabled={text.trim() === ''} onClick={sendIt} />
      </div>
    </div>
  );
}

const big = { appearance: 'subtle', size: 'large' } as const;

/** What is written so far, and what of it is a name in the making. */
function useDraft(withMentions: boolean, send: Props['send']) {
  const [text, setText] = useState('');
  const [dismissed, setDismissed] = useState('');
  const typedName = withMentions && text !== dismissed ? /(?:^|\s)@(\w*)$/.exec(text)?.[1] : undefined;
  const sendIt = () => {
    const said = withMentions ? text.replaceAll(bot, '').trim() : text.trim();
    const mentioned = withMentions && text.includes(bot);
    if (said === '' && !mentioned) return;
    setText('');
    void send(said === '' ? ' ' : said, mentioned);
  };
  return {
    ...{ text, setText, typedName, sendIt },
    mention: (name: string) => {
      setText(`${text.replace(/@\w*$/, '')}@${name} `);
    },
    dismiss: () => {
      setDismissed(text);
    },
  };
}
