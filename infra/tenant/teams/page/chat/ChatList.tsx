import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PeopleTeamFilled } from '@fluentui/react-icons';
import { BotIcon } from '../AppHeader.tsx';
import { messageWords } from '../markdown.ts';
import type { Place } from '../place.ts';
import type { Chat } from '../tenant-api.ts';
import type { ChatState } from '../use-chat.ts';
import { dayOf, timeOf } from '../when.ts';

const useStyles = makeStyles({
  list: {
    gridArea: 'list',
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowY: 'auto',
    '@media (max-width: 860px)': { flexDirection: 'row', borderRight: 'none', padding: tokens.spacingHorizontalXS },
  },
  heading: {
    margin: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    '@media (max-width: 860px)': { display: 'none' },
  },
  chat: {
    display: 'grid',
    gridTemplate: '"icon name time" auto "icon last last" auto / auto minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    textAlign: 'left',
    padding: tokens.spacingHorizontalS,
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground3Hover,
      '> span': { color: tokens.colorNeutralForeground1Hover },
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media (max-width: 860px)': { flexGrow: 1, gridTemplate: '"icon name" auto / auto minmax(0, 1fr)' },
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    // High contrast swaps the background for a bright one: the words on it must change with it.
    '> span': { color: tokens.colorNeutralForeground1Selected },
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { gridArea: 'icon', display: 'grid' },
  group: {
    display: 'grid',
    placeItems: 'center',
    width: '28px',
    height: '28px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorPaletteTealBackground2,
    color: tokens.colorPaletteTealForeground2,
    fontSize: '18px',
  },
  name: { gridArea: 'name', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    '@media (max-width: 860px)': { display: 'none' },
  },
  time: { gridArea: 'time' },
  last: { gridArea: 'last', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

type Props = {
  readonly chats: { readonly bot: ChatState; readonly group?: ChatState };
  readonly open: Place['chat'];
  readonly groupName: string;
  readonly go: (change: Partial<Place>) => void;
};

/** The column of chats, each with what was said last. */
export function ChatList({ chats, open, groupName, go }: Props) {
  const styles = useStyles();
  const entries = [
    { which: 'bot', name: 'Chaperone', chat: chats.bot.chat, icon: <BotIcon /> },
    ...(chats.group ? [{ which: 'group', name: groupName, chat: chats.group.chat, icon: <GroupIcon /> } as const] : []),
  ] as const;
  return (
    <nav className={styles.list} aria-label="Chats">
      <h2 className={styles.heading}>Chat</h2>
      {entries.map(({ which, name, chat, icon }) => (
        <button
          key={which}
          type="button"
          className={mergeClasses(styles.chat, which === open && styles.open)}
          aria-current={which === open ? 'true' : undefined}
          onClick={() => {
            go({ open: 'chat', chat: which });
          }}
        >
          <span className={styles.icon}>{icon}</span>
          <span className={styles.name}>{name}</span>
          <span className={mergeClasses(styles.quiet, styles.time)}>{lastTime(chat)}</span>
          <span className={mergeClasses(styles.quiet, styles.last)}>{lastWords(chat)}</span>
        </button>
      ))}
    </nav>
  );
}

function GroupIcon() {
  const styles = useStyles();
  return (
    <span className={styles.group} aria-hidden>
      <PeopleTeamFilled />
    </span>
  );
}

function lastTime(chat: Chat | null): string {
  const last = chat?.messages.at(-1);
  if (last === undefined) return '';
  const day = dayOf(last.at, new Date());
  return day === 'Today' ? timeOf(last.at) : day;
}

function lastWords(chat: Chat | null): string {
  if (chat?.typing === true) return 'is typing…';
  const last = chat?.messages.at(-1);
  if (last === undefined) return 'No messages yet';
  if ('deleted' in last) return 'Message deleted';
  if (last.from === 'person') return last.text;
  return last.text === undefined ? 'Sent a card' : messageWords(last.text);
}
