import { Avatar, Caption1, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import { words } from '../words/words.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  person: { display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalM },
  lines: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type PersonProps = { readonly name: string; readonly part: string; readonly address?: string | undefined };

function Person({ name, part, address }: PersonProps) {
  const styles = useStyles();
  return (
    <li className={styles.person}>
      <Avatar name={name} color="colorful" size={32} aria-hidden />
      <span className={styles.lines}>
        <Text weight="semibold">{name}</Text>
        <Caption1 className={styles.quiet}>{part}</Caption1>
        {address !== undefined && <Link href={`mailto:${address}`}>{address}</Link>}
      </span>
    </li>
  );
}

type Invited = Pick<MeetingDetail, 'host' | 'secondAdult' | 'colleagues' | 'guests' | 'can'>;

/** Everybody who was asked to come: those of the school first. */
export function PeopleList({ meeting }: { meeting: Invited }) {
  const styles = useStyles();
  const { host, secondAdult, colleague, from } = words.meeting;
  const { seeAddresses } = meeting.can;
  return (
    <>
      <ul className={styles.list}>
        <Person name={meeting.host} part={host} />
        {meeting.secondAdult !== undefined && <Person name={meeting.secondAdult} part={secondAdult} />}
        {meeting.colleagues.map((name) => (
          <Person key={name} name={name} part={colleague} />
        ))}
        {meeting.guests.map(({ name, role, agency, address }) => (
          <Person key={`${name} ${role} ${agency}`} name={name} part={from(role, agency)} address={address} />
        ))}
      </ul>
      {!seeAddresses.may && meeting.guests.length > 0 && (
        <Caption1 className={styles.quiet}>{seeAddresses.why}</Caption1>
      )}
    </>
  );
}
