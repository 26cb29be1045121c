import { MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { AppHeader } from '../AppHeader.tsx';
import type { Place } from '../place.ts';
import { install, type Person, type School, say } from '../tenant-api.ts';
import { type ChatState, useChat } from '../use-chat.ts';
import { ChatList } from './ChatList.tsx';
import { Compose } from './Compose.tsx';
import { MessageLog } from './MessageLog.tsx';

const useStyles = makeStyles({
  room: {
    height: '100%',
    display: 'grid',
    gridTemplate: '"list chat" minmax(0, 1fr) / 280px minmax(0, 1fr)',
    '@media (max-width: 860px)': { gridTemplate: '"list" auto "chat" minmax(0, 1fr) / minmax(0, 1fr)' },
  },
  chat: { gridArea: 'chat', display: 'grid', gridTemplateRows: 'auto auto minmax(0, 1fr) auto', minHeight: 0 },
  header: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    minHeight: '48px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  members: { color: tokens.colorNeutralForeground3 },
});

type Props = {
  readonly me: Person;
  readonly people: readonly Person[];
  readonly school: School;
  readonly place: Place;
  readonly go: (change: Partial<Place>) => void;
  readonly follow: (url: string) => void;
};

/** A person's chats: the bot's, and the group chat if they are in it. */
export function ChatView({ me, people, school, place, go, follow }: Props) {
  const styles = useStyles();
  const inGroup = school.group.members.includes(me.id);
  const which = place.chat === 'group' && inGroup ? 'group' : 'bot';
  const chats = { bot: useChat(me.id, 'bot'), group: useChat(me.id, 'group') };
  const { chat, broken } = chats[which];
  useInstalled(me, chats.bot);
  const sent = useSending({ as: me.id, chat: which });
  return (
    <div className={styles.room}>
      <ChatList chats={inGroup ? chats : { bot: chats.bot }} open={which} groupName={school.group.name} go={go} />
      <section className={styles.chat} aria-label={which === 'bot' ? 'Chat with Chaperone' : school.group.name}>
        {which === 'bot' ? <AppHeader open="chat" go={go} /> : <GroupHeader {...{ people, school }} />}
        <div>
          {broken && <Trouble>Teams in a box is not answering. Trying again…</Trouble>}
          {sent.failed && <Trouble>Your message could not be sent. Please try again.</Trouble>}
        </div>
        <MessageLog key={which} {...{ me, people, chat, follow }} address={{ as: me.id, chat: which }} />
        <Compose
          key={`to ${which}`}
          withMentions={which === 'group'}
          people={people.filter(({ id }) => school.group.members.includes(id))}
          send={sent.send}
        />
      </section>
    </div>
  );
}

function GroupHeader({ people, school }: Pick<Props, 'people' | 'school'>) {
  const styles = useStyles();
  const members = people.filter(({ id }) => school.group.members.includes(id)).map(({ name }) => name);
  return (
    <div className={styles.header}>
      <Text as="h2" weight="semibold" size={400}>
        {school.group.name}
      </Text>
      <Text size={200} className={styles.members}>
        {members.join(', ')} and Chaperone
      </Text>
    </div>
  );
}

function Trouble({ children }: { readonly children: string }) {
  return (
    <MessageBar intent="error" role="alert">
      <MessageBarBody>{children}</MessageBarBody>
    </MessageBar>
  );
}

/** Opening an empty chat with the bot adds the app, as choosing it in Teams does. */
function useInstalled({ id }: Person, { chat }: ChatState): void {
  const asked = useRef(false);
  const empty = chat?.messages.length === 0;
  useEffect(() => {
    if (!empty || asked.current) return;
    asked.current = true;
    void install(id);
  }, [empty, id]);
}

function useSending(address: { readonly as: string; readonly chat: 'bot' | 'group' }) {
  const [failed, setFailed] = useState(false);
  const send = async (text: string, mention: boolean) => {
    try {
      setFailed(false);
      await say(address, text, mention);
    } catch {
      setFailed(true); // the tenant itself did not take it; a bot that does not answer is said beside the message
    }
  };
  return { send, failed };
}
