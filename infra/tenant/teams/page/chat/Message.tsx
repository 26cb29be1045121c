import { Avatar, makeStyles, mergeClasses, Text, Tooltip, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, ErrorCircleRegular } from '@fluentui/react-icons';
import type { BotMessage, ChatMessage, Delivery, PersonMessage } from '../../chat-message.ts';
import { BotIcon } from '../AppHeader.tsx';
import { PressableCard } from '../card/PressableCard.tsx';
import { messageHtml } from '../markdown.ts';
import type { ChatAddress, Person } from '../tenant-api.ts';
import { timeOf } from '../when.ts';
import { DrawnText } from './DrawnText.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start', maxWidth: '100%' },
  mine: { justifyContent: 'flex-end' },
  said: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
    maxWidth: 'min(680px, 88%)',
  },
  wide: { '@media (max-width: 640px)': { maxWidth: '100%', flexGrow: 1 } },
  icon: { '@media (max-width: 640px)': { display: 'none' } },
  by: { color: tokens.colorNeutralForeground2 },
  byMine: { textAlign: 'right' },
  bubble: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
    alignSelf: 'flex-start',
    boxShadow: tokens.shadow2,
  },
  bubbleMine: { backgroundColor: tokens.colorBrandBackground2, alignSelf: 'flex-end', whiteSpace: 'pre-wrap' },
  mention: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  gone: { fontStyle: 'italic', color: tokens.colorNeutralForeground2 },
  delivery: { alignSelf: 'flex-end', display: 'flex', alignItems: 'center', color: tokens.colorNeutralForeground2 },
  trouble: { color: tokens.colorPaletteRedForeground1, gap: tokens.spacingHorizontalXS },
});

type Props = {
  readonly me: Person;
  readonly people: readonly Person[];
  readonly message: ChatMessage;
  readonly address: ChatAddress;
  readonly follow: (url: string) => void;
};

/** One message, drawn by who said it. */
export function Message({ me, people, message, address, follow }: Props) {
  if (message.from === 'person') {
    const author = people.find(({ id }) => id === message.by);
    return (
      <FromPerson
        {...{ message }}
        author={author?.name ?? 'Somebody'}
        mine={message.by === me.id}
        inGroup={address.chat === 'group'}
      />
    );
  }
  return 'deleted' in message ? <Deleted at={message.at} /> : <FromBot {...{ me, message, address, follow }} />;
}

function FromBot({
  me,
  message,
  address,
  follow,
}: Omit<Props, 'people' | 'message'> & { readonly message: BotMessage }) {
  const styles = useStyles();
  return (
    <article className={styles.row} aria-label={`Chaperone, ${timeOf(message.at)}`}>
      <span className={styles.icon}>
        <BotIcon />
      </span>
      <div className={mergeClasses(styles.said, styles.wide)}>
        <Text size={200} className={styles.by}>
          Chaperone&ensp;{timeOf(message.at)}
          {message.updatedAt !== undefined && '  Edited'}
        </Text>
        {message.text !== undefined && (
          <div className={styles.bubble}>
            <DrawnText html={messageHtml(message.text)} follow={follow} />
          </div>
        )}
        {message.card !== undefined && (
          <PressableCard {...{ address, follow, message }} card={message.card} accountId={me.accountId} />
        )}
      </div>
    </article>
  );
}

function Deleted({ at }: { readonly at: string }) {
  const styles = useStyles();
  return (
    <article className={styles.row} aria-label={`Chaperone, ${timeOf(at)}`}>
      <span className={styles.icon}>
        <BotIcon />
      </span>
      <Text className={styles.gone}>This message has been deleted.</Text>
    </article>
  );
}

type PersonProps = {
  readonly message: PersonMessage;
  readonly author: string;
  readonly mine: boolean;
  readonly inGroup: boolean;
};

function FromPerson({ message, author, mine, inGroup }: PersonProps) {
  const styles = useStyles();
  const mentions = inGroup && message.delivery.state !== 'not for the bot';
  return (
    <article
      className={mergeClasses(styles.row, mine && styles.mine)}
      aria-label={`${mine ? 'You' : author}, ${timeOf(message.at)}`}
    >
      {!mine && <Avatar name={author} size={28} color="colorful" className={styles.icon} aria-hidden />}
      <div className={styles.said}>
        <Text size={200} className={mergeClasses(styles.by, mine && styles.byMine)}>
          {!mine && `${author}  `}
          {timeOf(message.at)}
        </Text>
        <div className={mergeClasses(styles.bubble, mine && styles.bubbleMine)}>
          {mentions && <span className={styles.mention}>Chaperone </span>}
          {message.text}
        </div>
        {mine && <Delivered delivery={message.delivery} />}
      </div>
    </article>
  );
}

function Delivered({ delivery }: { readonly delivery: Delivery }) {
  const styles = useStyles();
  const trouble = troubleWith(delivery);
  if (trouble !== null) {
    return (
      <Text size={200} className={mergeClasses(styles.delivery, styles.trouble)}>
        <ErrorCircleRegular aria-hidden />
        {trouble}
      </Text>
    );
  }
  const words =
    delivery.state === 'answered' ? `Delivered: answered ${delivery.status} after ${delivery.milliseconds} ms` : 'Sent';
  return (
    <Tooltip content={words} relationship="label">
      <span className={styles.delivery} role="img">
        <CheckmarkCircleRegular fontSize={14} />
      </span>
    </Tooltip>
  );
}

/** @returns what to tell the person, who in Teams would be told less */
export function troubleWith(delivery: Delivery): string | null {
  if (delivery.state === 'unanswered') return 'Chaperone did not answer.';
  if (delivery.state !== 'answered' || delivery.status < 400) return null;
  return `Chaperone’s server answered with an error (${delivery.status}).`;
}
