import {
  Button,
  Caption1,
  Link,
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
import { useTab } from '../shell/tab-context.ts';
import { fullDayOf, hoursOf, momentOf } from '../when.ts';
import { meetingWords } from '../words/meeting.ts';
import { words } from '../words/words.ts';
import { type ActProps, Acts } from './Acts.tsx';
import { AgreementForm } from './AgreementForm.tsx';
import { AgreementList } from './AgreementList.tsx';
import { Authorisation } from './Authorisation.tsx';
import { AuthoriseForm } from './AuthoriseForm.tsx';
import { letStand, lookedAt } from './answers.ts';
import { ClauseList } from './ClauseList.tsx';
import { FollowingBar } from './FollowingBar.tsx';
import { GuestAnswers } from './GuestAnswers.tsx';
import { LineForm } from './LineForm.tsx';
import { LogTimeline } from './LogTimeline.tsx';
import { OutcomePart } from './OutcomePart.tsx';
import { PeopleList } from './PeopleList.tsx';
import { RecordList } from './RecordList.tsx';
import { ReviewList } from './ReviewList.tsx';
import { SafeguardList } from './SafeguardList.tsx';
import { ShareLink } from './ShareLink.tsx';
import type { MeetingOnPage } from './use-meeting.ts';

const useStyles = makeStyles({
  record: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  badges: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
  unbroken: { whiteSpace: 'nowrap' },
  join: { alignSelf: 'start' },
  summary: { cursor: 'pointer' },
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
          <First meeting={meeting} onShow={shown} onDone={done} />
        </div>
        <div className={styles.column}>
          <Evidence meeting={meeting} />
        </div>
      </div>
    </div>
  );
}

/** What most people open it for: when, what for, who, and what they can do about it. */
function First({ meeting, onShow, onDone }: Omit<ActProps, 'onClose'>) {
  const styles = useStyles();
  return (
    <>
      <Section title={says.when}>
        <div className={styles.lines}>
          <Text weight="semibold">{fullDayOf(meeting.start)}</Text>
          <Text>{`${hoursOf(meeting.start, meeting.end)} · ${says.minutes(meeting.minutes)}`}</Text>
        </div>
        <Join can={meeting.can.join} />
        <ShareLink meeting={meeting} />
      </Section>
      <Acts meeting={meeting} onShow={onShow} onDone={onDone} />
      {meeting.authorisation && <Authorising meeting={meeting} onShow={onShow} />}
      {meeting.proposal && (
        <Section title={meetingWords.proposal}>
          {meeting.proposal.rows.map(({ label, value }) => (
            <Text key={`${label} ${value}`}>{`${label}: ${value}`}</Text>
          ))}
        </Section>
      )}
      <Section title={says.about}>
        <About meeting={meeting} />
      </Section>
      <Section title={says.who}>
        <PeopleList meeting={meeting} />
        <SecondAdultSays meeting={meeting} />
      </Section>
      {meeting.guests.length > 0 && isOut[meeting.status] && (
        <Section title={meetingWords.answers.title}>
          <GuestAnswers key={meeting.version} reference={meeting.reference} />
        </Section>
      )}
      <Section title={meetingWords.outcome}>
        <OutcomePart {...meeting} />
      </Section>
      {meeting.agreements && (
        <Section title={says.agreements}>
          <AgreementList agreements={meeting.agreements} />
          {meeting.can.writeAgreements.may && (
            <details>
              <summary className={styles.summary}>{meetingWords.agree.open}</summary>
              <AgreementForm meeting={meeting} onShow={onShow} />
            </details>
          )}
        </Section>
      )}
      {meeting.review && (
        <Section title={says.review}>
          <ReviewList reasons={meeting.review} />
          <LetStand meeting={meeting} onShow={onShow} />
        </Section>
      )}
      {meeting.can.lookAfterwards.may && <LookAfterwards meeting={meeting} onShow={onShow} />}
    </>
  );
}

/** People hold invitations to it. */
const isOut: Partial<Record<MeetingDetail['status'], boolean>> = {
  arranged: true,
  'needs review': true,
  'on hold': true,
};

/** A reviewer's word that it may stand, about the reasons they have read. */
function LetStand({ meeting: { reference, review = [], can }, onShow }: Pick<ActProps, 'meeting' | 'onShow'>) {
  const { ask } = useTab();
  if (!can.letStand.may) return null;
  const shown = review.filter(({ dismissed }) => dismissed === undefined).map(({ key }) => key);
  return (
    <LineForm
      label={meetingWords.standWords}
      button={meetingWords.letStand}
      required
      send={(words) => letStand(ask, reference, { shown, words })}
      onShow={onShow}
    />
  );
}

/** A leader's look at an urgent meeting, with a sentence if they have one to say. */
function LookAfterwards({ meeting: { reference, aftercare }, onShow }: Pick<ActProps, 'meeting' | 'onShow'>) {
  const { ask } = useTab();
  return (
    <Section title={meetingWords.aftercare}>
      <Text>{aftercare?.says}</Text>
      <LineForm
        label={meetingWords.lookWords}
        button={meetingWords.lookedAt}
        required={false}
        send={(words) => lookedAt(ask, reference, words)}
        onShow={onShow}
      />
    </Section>
  );
}

/** The yes it needs or has; whoever may say it says it here. */
function Authorising({ meeting, onShow }: Pick<ActProps, 'meeting' | 'onShow'>) {
  const styles = useStyles();
  const { authorise: may } = meeting.can;
  if (meeting.authorisation === undefined) return null;
  return (
    <Section title={says.authorisation}>
      <Authorisation authorisation={meeting.authorisation} />
      {may.may && <AuthoriseForm reference={meeting.reference} can={may} onShow={onShow} />}
      {!may.may && meeting.status === 'waiting' && <Caption1 className={styles.quiet}>{may.why}</Caption1>}
    </Section>
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
