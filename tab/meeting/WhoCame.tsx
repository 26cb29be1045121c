import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import { words } from '../words/words.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Who came and who did not, as far as it was noted. */
export function WhoCame({ people }: { people: NonNullable<MeetingDetail['whoCame']> }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {people.map(({ name, part, attended }) => (
        <li key={`${name} ${part}`}>
          <Text weight="semibold">{name}</Text> <Text>{words.meeting.attended[attended]}</Text>{' '}
          <Caption1 className={styles.quiet}>{part}</Caption1>
        </li>
      ))}
    </ul>
  );
}
