import { Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { VideoRegular } from '@fluentui/react-icons';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import { Section } from '../components/Section.tsx';
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
import { GuestAnswers } from './GuestAnswers.tsx';
import { LineForm } from './LineForm.tsx';
import { OutcomePart } from './OutcomePart.tsx';
import { PeopleList } from './PeopleList.tsx';
import { ReviewList } from './ReviewList.tsx';
import { ShareLink } from './ShareLink.tsx';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  quiet: { color: tokens.colorNeutralForeground2 },
  join: { alignSelf: 'start' },
  summary: { cursor: 'pointer' },
});

const { meeting: says } = words;

/** What most people open it for: when, what for, who, and what they can do about it. */
export function Essentials({ meeting, onShow, onDone }: Omit<ActProps, 'onClose'>) {
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
