import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Fragment, useEffect, useRef } from 'react';
import type { Chat, ChatAddress, Person } from '../tenant-api.ts';
import { dayOf } from '../when.ts';
import { Message } from './Message.tsx';

const useStyles = makeStyles({
  log: {
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground3,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalS },
  },
  day: { textAlign: 'center', color: tokens.colorNeutralForeground2 },
  typing: { minHeight: '20px', color: tokens.colorNeutralForeground2 },
  dots: {
    display: 'inline-flex',
    gap: '3px',
    marginRight: tokens.spacingHorizontalS,
    '> i': {
      width: '6px',
      height: '6px',
      borderRadius: '50%',
      backgroundColor: tokens.colorNeutralForeground3,
      animationName: { '50%': { transform: 'translateY(-3px)' } },
      animationDuration: '1s',
      animationIterationCount: 'infinite',
      '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
    },
    '> i:nth-child(2)': { animationDelay: '0.15s' },
    '> i:nth-child(3)': { animationDelay: '0.3s' },
  },
});

type Props = {
  readonly me: Person;
  readonly people: readonly Person[];
  readonly chat: Chat | null;
  readonly address: ChatAddress;
  readonly follow: (url: string) => void;
};

/** What was said, with a line for every new day, and whether the bot is writing. Keeps to the newest message. */
export function MessageLog({ me, people, chat, address, follow }: Props) {
  const styles = useStyles();
  const log = useRef<HTMLDivElement>(null);
  const messages = chat?.messages ?? [];
  const newest = messages.at(-1)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message or typing is what moves the log
  useEffect(() => {
    const place = log.current;
    if (place) place.scrollTop = place.scrollHeight;
  }, [newest, chat?.typing]);
  const now = new Date();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <div ref={log} className={styles.log} role="log" aria-label="Messages" aria-live="polite" tabIndex={0}>
      {messages.map((message, index) => {
        const day = dayOf(message.at, now);
        const before = messages[index - 1];
        return (
          <Fragment key={message.id}>
            {(before === undefined || dayOf(before.at, now) !== day) && (
              <Text size={200} className={styles.day}>
                {day}
              </Text>
            )}
            <Message {...{ me, people, message, address, follow }} />
          </Fragment>
        );
      })}
      <div className={styles.typing}>
        {chat?.typing === true && (
          <Text size={200}>
            <span className={styles.dots} aria-hidden>
              <i />
              <i />
              <i />
            </span>
            Chaperone is typing…
          </Text>
        )}
      </div>
    </div>
  );
}
