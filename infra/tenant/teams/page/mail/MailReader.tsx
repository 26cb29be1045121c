import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { LockClosedRegular, LockOpenRegular } from '@fluentui/react-icons';
import type { Mail } from '../tenant-api.ts';
import { momentOf, spanOf } from '../when.ts';
import { AnswerBar } from './AnswerBar.tsx';
import { doorOf } from './door.ts';
import { MailBody } from './MailBody.tsx';
import { kinds } from './MailList.tsx';

const useStyles = makeStyles({
  reader: {
    overflowY: 'auto',
    padding: tokens.spacingHorizontalXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalM },
  },
  title: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  link: { color: tokens.colorBrandForegroundLink },
  door: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  doorIcon: { fontSize: '20px', flexShrink: 0 },
  doorWords: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** One mail as its recipient sees it, and beneath it what the recipient cannot see: how the meeting stood when it left. */
export function MailReader({
  mail,
  follow,
}: {
  readonly mail: Mail | undefined;
  readonly follow: (url: string) => void;
}) {
  const styles = useStyles();
  if (mail === undefined) return <div className={styles.reader} />;
  const { joinUrl } = mail;
  return (
    <article className={styles.reader} aria-label={mail.subject}>
      <div className={styles.title}>
        <Text as="h3" size={500} weight="semibold">
          {mail.subject}
        </Text>
        <Badge appearance="outline" color={mail.kind === 'cancellation' ? 'danger' : 'brand'}>
          {kinds[mail.kind]}
        </Badge>
      </div>
      <dl className={styles.facts}>
        <dt>From</dt>
        <dd>{mail.organizer}</dd>
        <dt>To</dt>
        <dd>
          {mail.to}
          {mail.hideAttendees && <span className={styles.quiet}> (sees nobody else’s address)</span>}
        </dd>
        <dt>When</dt>
        <dd>{spanOf(mail.start, mail.end)}</dd>
        <dt>Join</dt>
        <dd>{joinUrl === null ? 'No link' : <JoinLink {...{ joinUrl, follow }} />}</dd>
      </dl>
      {mail.kind !== 'cancellation' && <AnswerBar key={mail.id} mail={mail} />}
      <Door mail={mail} />
      <MailBody html={mail.body} follow={follow} />
    </article>
  );
}

function JoinLink({ joinUrl, follow }: { readonly joinUrl: string; readonly follow: (url: string) => void }) {
  const styles = useStyles();
  return (
    <a
      href={joinUrl}
      className={styles.link}
      onClick={(event) => {
        event.preventDefault();
        follow(joinUrl);
      }}
    >
      {joinUrl}
    </a>
  );
}

function Door({ mail }: { readonly mail: Mail }) {
  const styles = useStyles();
  const { shut, words } = doorOf(mail.optionsThen);
  return (
    <div className={styles.door}>
      <span className={styles.doorIcon} aria-hidden>
        {shut ? <LockClosedRegular /> : <LockOpenRegular />}
      </span>
      <div className={styles.doorWords}>
        <Text weight="semibold">
          {shut ? 'The lobby was shut when this left' : 'The lobby was not shut when this left'}
        </Text>
        <Text>{words}</Text>
        <Text size={200} className={styles.quiet}>
          {momentOf(mail.at)}. The recipient does not see this box.
        </Text>
      </div>
    </div>
  );
}
