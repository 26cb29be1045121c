import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MeetingDetail } from '../../bot/views/meeting.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  guest: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Agreements = NonNullable<MeetingDetail['agreements']>;

/** What each guest has agreed to and taken back, as it stands. */
export function AgreementList({ agreements: { says, guests } }: { agreements: Agreements }) {
  const styles = useStyles();
  return (
    <>
      {says.map((sentence) => (
        <Caption1 key={sentence} className={styles.quiet}>
          {sentence}
        </Caption1>
      ))}
      <ul className={styles.list}>
        {guests.map(({ name, role, stands }) => (
          <li key={`${name} ${role}`} className={styles.guest}>
            <Text weight="semibold">{name}</Text>
            <Caption1 className={styles.quiet}>{role}</Caption1>
            {stands.map((sentence) => (
              <Text key={sentence}>{sentence}</Text>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
