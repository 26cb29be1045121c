import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { BotMessage, Card } from '../../chat-message.ts';
import { troubleWith } from '../chat/Message.tsx';
import { type Answer, type ChatAddress, press as pressCard } from '../tenant-api.ts';
import { CardDrawing, type Pressed } from './CardDrawing.tsx';

const useStyles = makeStyles({
  frame: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
    maxWidth: '560px',
    boxShadow: tokens.shadow2,
  },
  trouble: { color: tokens.colorPaletteRedForeground1 },
  note: { color: tokens.colorNeutralForeground2 },
});

type Props = {
  readonly message: BotMessage;
  readonly card: Card;
  readonly address: ChatAddress;
  /** The id by which the bot knows the person who looks at the card. */
  readonly accountId: string;
  readonly follow: (url: string) => void;
};

/** A card whose buttons reach the bot. What the bot answers arrives with the chat; only its words and troubles are shown here. */
export function PressableCard({ message, card, address, accountId, follow }: Props) {
  const styles = useStyles();
  const [busy, setBusy] = useState(false);
  const [note, setNote] = useState<Note | null>(null);
  const press = async ({ verb, data }: Pressed) => {
    setBusy(true);
    setNote(null);
    try {
      setNote(readAnswer(await pressCard(address, { messageId: message.id, verb, data, trigger: 'manual' })));
    } catch {
      setNote({ trouble: true, words: wentWrong }); // the tenant itself did not take it
    }
    setBusy(false);
  };
  useRefresh({ message, card, address, accountId });
  const trouble = message.pressed === undefined ? null : troubleWith(message.pressed);
  return (
    <>
      <div className={styles.frame}>
        <CardDrawing {...{ card, busy, follow }} press={(action) => void press(action)} />
      </div>
      {note !== null && (
        <Text size={200} role="status" className={note.trouble ? styles.trouble : styles.note}>
          {note.words} {note.trouble && trouble}
        </Text>
      )}
    </>
  );
}

type Note = { readonly trouble: boolean; readonly words: string };
const wentWrong = 'Something went wrong. Please try again.';

/** An invoke is answered by a card, by words to show for a moment, or by an error. */
function readAnswer({ status, body }: Answer): Note | null {
  if (status === null || status >= 400) return { trouble: true, words: wentWrong };
  if (typeof body !== 'object' || body === null || !('type' in body) || !('value' in body)) return null;
  if (body.type === 'application/vnd.microsoft.activity.message') return { trouble: false, words: String(body.value) };
  return body.type === 'application/vnd.microsoft.error' ? { trouble: true, words: wentWrong } : null;
}

const refreshed = new Set<string>();

/**
 * A card with `refresh` is asked for anew when somebody it names looks at it, once for each version of the message.
 * Source: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/up-to-date-views
 */
function useRefresh({ message, card, address, accountId }: Omit<Props, 'follow'>): void {
  const version = `${address.as} ${message.id} ${message.updatedAt ?? ''}`;
  const due = useRef(refreshFor(card, accountId));
  due.current = refreshFor(card, accountId);
  const wanted = due.current !== null;
  const { as, chat } = address;
  useEffect(() => {
    if (due.current === null || !wanted || refreshed.has(version)) return;
    refreshed.add(version);
    const action = { ...due.current, messageId: message.id, trigger: 'automatic' } as const;
    // Nobody pressed anything: if the bot has nothing newer, the card stays as it is, as in Teams.
    pressCard({ as, chat }, action).catch((fault: unknown) => {
      console.warn('A card could not be refreshed:', fault);
    });
  }, [wanted, version, as, chat, message.id]);
}

function refreshFor(card: Card, accountId: string): Pressed | null {
  const refresh = card['refresh'];
  if (typeof refresh !== 'object' || refresh === null || !('action' in refresh)) return null;
  const named = 'userIds' in refresh && Array.isArray(refresh.userIds) ? refresh.userIds : null;
  if (named !== null && !named.includes(accountId)) return null;
  const { action } = refresh;
  if (typeof action !== 'object' || action === null || !('verb' in action) || typeof action.verb !== 'string')
    return null;
  return { verb: action.verb, data: 'data' in action ? action.data : {} };
}
