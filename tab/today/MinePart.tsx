import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, WarningRegular } from '@fluentui/react-icons';
import type { MineRow, MineView } from '../../bot/today/mine.ts';
import { dayOf } from '../when.ts';
import { todayWords } from '../words/today.ts';
import { MeetingRow, Rows } from './MeetingRow.tsx';

const { mine } = todayWords;

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  missing: { listStyleType: 'none', margin: 0, padding: 0 },
  line: { display: 'flex', gap: tokens.spacingHorizontalXS },
  icon: { fontSize: tokens.fontSizeBase500, flexShrink: 0 },
  join: { alignSelf: 'start', justifySelf: 'start' },
});

/** Somebody's own next meetings, what each lacks, and the way in when it is time. */
export function MinePart({ view: { meetings, more, unreadable, unsaid } }: { view: MineView }) {
  const styles = useStyles();
  return (
    <>
      {meetings.length === 0 && <Text className={styles.quiet}>{mine.none}</Text>}
      {unreadable > 0 && <Text>{mine.unreadable(unreadable)}</Text>}
      {meetings.length > 0 && (
        <Rows label={todayWords.parts.mine}>
          {meetings.map((row) => (
            <MeetingRow key={row.reference} meeting={row} day={dayOf(row.start)} end={<Join row={row} />}>
              <Text className={styles.quiet}>{partOf(row)}</Text>
              <Missing missing={row.missing} />
            </MeetingRow>
          ))}
        </Rows>
      )}
      {unsaid.length > 0 && (
        <>
          <h3 className={styles.title}>{mine.unsaid(unsaid.length)}</h3>
          <Rows label={mine.unsaid(unsaid.length)}>
            {unsaid.map((meeting) => (
              <MeetingRow key={meeting.reference} meeting={meeting} day={dayOf(meeting.start)} />
            ))}
          </Rows>
        </>
      )}
      {more && <Text className={styles.quiet}>{mine.more}</Text>}
    </>
  );
}

const partOf = ({ as, host, secondAdult }: MineRow): string => {
  const other = as === 'host' ? secondAdult : host;
  return other === undefined ? mine.as[as] : `${mine.as[as]}, ${mine.with(other)}`;
};

function Missing({ missing }: { missing: readonly string[] }) {
  const styles = useStyles();
  if (missing.length === 0)
    return (
      <span className={styles.line}>
        <CheckmarkCircleRegular className={styles.icon} aria-hidden />
        <Text>{mine.ready}</Text>
      </span>
    );
  return (
    <ul className={styles.missing}>
      {missing.map((each) => (
        <li key={each} className={styles.line}>
          <WarningRegular className={styles.icon} aria-hidden />
          <Text>{each}</Text>
        </li>
      ))}
    </ul>
  );
}

function Join({ row: { join, child, kind } }: { row: MineRow }) {
  const styles = useStyles();
  if (join === undefined) return null;
  return (
    <Button
      as="a"
      className={styles.join}
      appearance="primary"
      href={join}
      target="_blank"
      rel="noreferrer"
      aria-label={mine.joinNamed(child ?? kind)}
    >
      {mine.join}
    </Button>
  );
}
