import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import {
  ClockRegular,
  InfoRegular,
  ShieldCheckmarkFilled,
  ShieldDismissFilled,
  ShieldRegular,
} from '@fluentui/react-icons';
import type { OutsideRow, OutsideView } from '../../bot/today/outside.ts';
import { momentOf } from '../when.ts';
import { todayWords } from '../words/today.ts';
import { MeetingRow, Rows } from './MeetingRow.tsx';

const { outside } = todayWords;

const useStyles = makeStyles({
  headline: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  stands: { display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalXS },
  inWords: { display: 'flex', flexDirection: 'column' },
  icon: { fontSize: tokens.fontSizeBase500, flexShrink: 0 },
  sealed: { color: tokens.colorStatusSuccessForeground1 },
  broken: { color: tokens.colorStatusDangerForeground1 },
  help: { display: 'flex', gap: tokens.spacingHorizontalXS },
  summary: { cursor: 'pointer' },
});

/** Whether each of today's meetings with people from outside is sealed, at one glance; tomorrow's folded. */
export function OutsidePart({ view: { today, tomorrow, besides } }: { view: OutsideView }) {
  const styles = useStyles();
  return (
    <>
      <p className={styles.headline}>{today.says}</p>
      {today.rows.length === 0 && <Text className={styles.quiet}>{outside.none}</Text>}
      {besides.map((each) => (
        <Text key={each}>{each}</Text>
      ))}
      <Day label={todayWords.title} rows={today.rows} />
      <details>
        <summary className={styles.summary}>
          {outside.tomorrow}: {tomorrow.says}
        </summary>
        <Day label={outside.tomorrow} rows={tomorrow.rows} />
      </details>
    </>
  );
}

function Day({ label, rows }: { label: string; rows: readonly OutsideRow[] }) {
  const styles = useStyles();
  if (rows.length === 0) return null;
  return (
    <Rows label={label}>
      {rows.map((row) => (
        <MeetingRow key={row.reference} meeting={row} end={<Stands row={row} />}>
          <Text className={styles.quiet}>{peopleOf(row)}</Text>
          {row.help !== undefined && (
            <span className={styles.help}>
              <InfoRegular className={styles.icon} aria-hidden />
              <Text>{row.help}</Text>
            </span>
          )}
        </MeetingRow>
      ))}
    </Rows>
  );
}

const peopleOf = ({ host, secondAdult, secondAdultSays, urgent, over }: OutsideRow): string =>
  [
    ...(urgent ? [outside.urgent] : []),
    ...(over ? [outside.over] : []),
    outside.host(host),
    ...(secondAdult === undefined ? [] : [outside.secondAdult(secondAdult, secondAdultSays)]),
  ].join(' · ');

const icons = {
  sealed: ShieldCheckmarkFilled,
  'on hold': ShieldRegular,
  'to be looked at': ShieldRegular,
  'being arranged': ClockRegular,
  'waiting for a yes': ClockRegular,
  'called off': ShieldDismissFilled,
  'perhaps still open': ShieldDismissFilled,
  'held elsewhere': InfoRegular,
};

function Stands({ row: { stands, seal } }: { row: OutsideRow }) {
  const styles = useStyles();
  const Icon = icons[stands];
  const broken = stands === 'on hold' || stands === 'called off' || stands === 'perhaps still open';
  return (
    <span className={styles.stands}>
      <Icon
        className={mergeClasses(styles.icon, stands === 'sealed' && styles.sealed, broken && styles.broken)}
        aria-hidden
      />
      <span className={styles.inWords}>
        <Text>{`${stands.charAt(0).toUpperCase()}${stands.slice(1)}`}</Text>
        {seal.state === 'sealed' && (
          <Text size={200} className={styles.quiet}>
            {outside.sealedSince(momentOf(seal.readBackAt))}
          </Text>
        )}
      </span>
    </span>
  );
}
