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
import type { MeetingDetail } from '../../bot/views.ts';
import { fullDayOf, hoursOf } from '../when.ts';
import { words } from '../words.ts';
import { ClauseList } from './ClauseList.tsx';
import { LogTimeline } from './LogTimeline.tsx';
import { PeopleList } from './PeopleList.tsx';
import { SafeguardList } from './SafeguardList.tsx';
import { SealBadge } from './SealBadge.tsx';
import { Section } from './Section.tsx';
import { StatusBadge } from './StatusBadge.tsx';

const useStyles = makeStyles({
  record: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  badges: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
  unbroken: { whiteSpace: 'nowrap' },
  join: { alignSelf: 'start' },
});

const { meeting: says } = words;
const intents = { arranging: 'info', 'not arranged': 'warning', 'called off': 'error' } as const;

/** Everything the reader may see of one meeting, in the order they are likely to ask. */
export function MeetingRecord({ meeting }: { meeting: MeetingDetail }) {
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
        <Text>{meeting.purpose}</Text>
      </Section>
      <Section title={says.who}>
        <PeopleList meeting={meeting} />
      </Section>
      <Divider />
      <Section title={says.safeguards}>
        <SafeguardList safeguards={meeting.safeguards} seal={meeting.seal} />
      </Section>
      <Section title={says.why}>
        <ClauseList clauses={meeting.clauses} pack={meeting.pack} />
      </Section>
      <Divider />
      <Section title={says.log}>
        <LogTimeline log={meeting.log} />
      </Section>
    </div>
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
