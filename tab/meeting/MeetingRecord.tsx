import {
  Button,
  Caption1,
  Divider,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { VideoRegular } from '@fluentui/react-icons';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import { SealBadge } from '../components/SealBadge.tsx';
import { Section } from '../components/Section.tsx';
import { StatusBadge } from '../components/StatusBadge.tsx';
import { fullDayOf, hoursOf, momentOf } from '../when.ts';
import { type Trouble, words } from '../words/words.ts';
import { AgreementList } from './AgreementList.tsx';
import { Authorisation } from './Authorisation.tsx';
import { AuthoriseForm } from './AuthoriseForm.tsx';
import type { ApproverSays } from './answers.ts';
import { ClauseList } from './ClauseList.tsx';
import { LogTimeline } from './LogTimeline.tsx';
import { PeopleList } from './PeopleList.tsx';
import { RecordList } from './RecordList.tsx';
import { ReviewList } from './ReviewList.tsx';
import { SafeguardList } from './SafeguardList.tsx';

const useStyles = makeStyles({
  record: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  badges: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
  unbroken: { whiteSpace: 'nowrap' },
  join: { alignSelf: 'start' },
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
  readonly meeting: MeetingDetail;
  /** Resolves with what went wrong, or `null` when the answer was taken. */
  readonly onAuthorise: (said: ApproverSays) => Promise<Trouble | null>;
};

/** Everything the reader may see of one meeting, in the order they are likely to ask. */
export function MeetingRecord({ meeting, onAuthorise }: RecordProps) {
  const styles = useStyles();
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
      </div>
      <Standing meeting={meeting} />
      <Section title={says.when}>
        <div className={styles.lines}>
          <Text weight="semibold">{fullDayOf(meeting.start)}</Text>
          <Text>{`${hoursOf(meeting.start, meeting.end)} · ${says.minutes(meeting.minutes)}`}</Text>
        </div>
        <Join can={meeting.can.join} />
      </Section>
      <Section title={says.about}>
        <About meeting={meeting} />
      </Section>
      <Section title={says.who}>
        <PeopleList meeting={meeting} />
        <SecondAdultSays meeting={meeting} />
      </Section>
      {meeting.agreements && (
        <Section title={says.agreements}>
          <AgreementList agreements={meeting.agreements} />
        </Section>
      )}
      {meeting.review && (
        <Section title={says.review}>
          <ReviewList reasons={meeting.review} />
        </Section>
      )}
      {meeting.authorisation && (
        <Section title={says.authorisation}>
          <Authorisation authorisation={meeting.authorisation} />
          {meeting.can.authorise.may && <AuthoriseForm onAnswer={onAuthorise} />}
          {!meeting.can.authorise.may && meeting.status === 'waiting' && (
            <Caption1 className={styles.quiet}>{meeting.can.authorise.why}</Caption1>
          )}
        </Section>
      )}
      <Divider />
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
      <Divider />
      <Section title={says.log}>
        <LogTimeline log={meeting.log} />
      </Section>
    </div>
  );
}

/** What it is for, and what the host said about it. */
function About({
  meeting: { purpose, place, urgent, aftercare, recording, childAttends, confirmed },
}: {
  meeting: MeetingDetail;
}) {
  const styles = useStyles();
  return (
    <>
      <Text>{purpose}</Text>
      {place !== undefined && <Text>{`${says.heldWhere}: ${place}`}</Text>}
      {urgent !== undefined && <Text>{`${says.urgent}: ${urgent}`}</Text>}
      {recording !== undefined && <Text>{`${says.recorded}: ${recording}`}</Text>}
      {aftercare !== undefined && <Text>{[aftercare.says, aftercare.words].filter(Boolean).join(' ')}</Text>}
      {childAttends !== undefined && <Text>{says.childAttends[childAttends ? 'yes' : 'no']}</Text>}
      {confirmed.length > 0 && (
        <div className={styles.lines}>
          <Caption1 className={styles.quiet}>{says.confirmed}</Caption1>
          {confirmed.map((one) => (
            <Text key={one}>{one}</Text>
          ))}
        </div>
      )}
    </>
  );
}

/** Whether the second adult comes, and since when that is known. */
function SecondAdultSays({ meeting: { secondAdult, secondAdultSays } }: { meeting: MeetingDetail }) {
  const styles = useStyles();
  if (secondAdult === undefined || secondAdultSays === undefined) return null;
  const { says: sentence, since } = secondAdultSays;
  const when = since === undefined ? '' : ` ${says.since(momentOf(since))}`;
  return <Caption1 className={styles.quiet}>{`${says.secondAdult} (${secondAdult}): ${sentence}${when}`}</Caption1>;
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

function Join({ can }: { can: MeetingDetail['can']['join'] }) {
  const styles = useStyles();
  if (!can.may) return <Caption1 className={styles.quiet}>{can.why}</Caption1>;
  return (
    <Button
      as="a"
      className={styles.join}
      appearance="primary"
      icon={<VideoRegular />}
      href={can.url}
      target="_blank"
      rel="noreferrer"
    >
      {says.join}
    </Button>
  );
}
