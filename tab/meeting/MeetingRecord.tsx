import { Link, MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import { SealBadge } from '../components/SealBadge.tsx';
import { Section } from '../components/Section.tsx';
import { StatusBadge } from '../components/StatusBadge.tsx';
import { meetingWords } from '../words/meeting.ts';
import { words } from '../words/words.ts';
import { ClauseList } from './ClauseList.tsx';
import { Essentials } from './Essentials.tsx';
import { FollowingBar } from './FollowingBar.tsx';
import { LogTimeline } from './LogTimeline.tsx';
import { RecordList } from './RecordList.tsx';
import { SafeguardList } from './SafeguardList.tsx';
import type { MeetingOnPage } from './use-meeting.ts';

const useStyles = makeStyles({
  record: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  badges: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
  unbroken: { whiteSpace: 'nowrap' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 420px), 1fr))',
    gap: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXXL}`,
    alignItems: 'start',
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, minWidth: 0 },
});

const { meeting: says } = words;
const intents = {
  waiting: 'info',
  arranging: 'info',
  'not arranged': 'warning',
  'called off': 'error',
  refused: 'warning',
  'held elsewhere': 'info',
  'needs review': 'warning',
  'on hold': 'warning',
  moved: 'info',
  cancelled: 'info',
} as const;

type RecordProps = {
  readonly on: MeetingOnPage;
  /** Another meeting is to be followed from now on. */
  readonly onFollow: (reference: string) => void;
  /** The meeting is no longer as a list may have it. */
  readonly onChanged: () => void;
};

/** Everything the reader may see of one meeting and do about it, in the order they are likely to ask. */
export function MeetingRecord({ on, onFollow, onChanged }: RecordProps) {
  const styles = useStyles();
  const { meeting, following, show, look } = on;
  if (meeting === null) return null;
  const shown = (detail: MeetingDetail) => {
    show(detail);
    onChanged();
  };
  const done = (reference: string) => {
    onChanged();
    if (reference === meeting.reference) void look();
    else onFollow(reference);
  };
  return (
    <div className={styles.record}>
      <div className={styles.lines}>
        <Text className={styles.quiet}>
          {meeting.kind} · <span className={styles.unbroken}>{meeting.reference}</span>
        </Text>
        <span className={styles.badges}>
          <StatusBadge status={meeting.status} />
          <SealBadge seal={meeting.seal} />
        </span>
        <Others meeting={meeting} onOpen={onFollow} />
      </div>
      <FollowingBar meeting={meeting} following={following} onLook={() => void look()} />
      <Standing meeting={meeting} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Essentials meeting={meeting} onShow={shown} onDone={done} />
        </div>
        <div className={styles.column}>
          <Evidence meeting={meeting} />
        </div>
      </div>
    </div>
  );
}

/** What stands behind it: safeguards as read back, clauses, what was ticked, and all that happened. */
function Evidence({ meeting }: { meeting: MeetingDetail }) {
  return (
    <>
      {meeting.safeguards.length > 0 && (
        <Section title={says.safeguards}>
          <SafeguardList safeguards={meeting.safeguards} seal={meeting.seal} />
        </Section>
      )}
      <Section title={says.why}>
        <ClauseList clauses={meeting.clauses} packs={meeting.packs} />
      </Section>
      {meeting.setAside.map(({ why, clauses }) => (
        <Section key={`${why} ${clauses.map(({ id }) => id).join(' ')}`} title={why}>
          <ClauseList clauses={clauses} packs={[]} />
        </Section>
      ))}
      {meeting.records && (
        <Section title={says.checklist}>
          <RecordList moments={meeting.records} />
        </Section>
      )}
      <Section title={says.log}>
        <LogTimeline log={meeting.log} />
      </Section>
    </>
  );
}

/** The meeting it took the place of, and the one that took its own. */
function Others({ meeting, onOpen }: { meeting: MeetingDetail; onOpen: (reference: string) => void }) {
  const others = [
    { reference: meeting.replaces, says: meetingWords.replaces },
    { reference: meeting.replacedBy, says: meetingWords.replacedBy },
  ];
  return others.map(
    ({ reference, says: sentence }) =>
      reference !== undefined && (
        <Text key={reference}>
          {sentence(reference)}{' '}
          <Link
            as="button"
            inline
            onClick={() => {
              onOpen(reference);
            }}
          >
            {meetingWords.openOther(reference)}
          </Link>
        </Text>
      ),
  );
}

/** How it stands, in a sentence; where all is well the badges say enough. */
function Standing({ meeting: { status, statusSays, stopped } }: { meeting: MeetingDetail }) {
  if (status === 'arranged') return null;
  return (
    <MessageBar intent={intents[status]} layout="multiline">
      <MessageBarBody>
        {statusSays} {stopped}
      </MessageBarBody>
    </MessageBar>
  );
}
