import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import { words } from '../words/words.ts';
import { FoldedList } from './FoldedList.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  clause: {
    display: 'flex',
    flexDirection: 'column',
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorNeutralStroke1}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The clauses of the school's policy that made the decision. */
export function ClauseList({ clauses, packs }: Pick<MeetingDetail, 'clauses' | 'packs'>) {
  const styles = useStyles();
  return (
    <>
      <FoldedList items={clauses} first={5}>
        {(shown) => (
          <ul className={styles.list}>
            {shown.map(({ id, says }) => (
              <li key={`${id} ${says}`} className={styles.clause}>
                <Text>{says}</Text>
                <Caption1 className={styles.quiet}>{id}</Caption1>
              </li>
            ))}
          </ul>
        )}
      </FoldedList>
      {packs.length > 0 && (
        <Caption1 className={styles.quiet}>
          {words.meeting.packs(packs.map(({ id, version }) => words.meeting.pack(id, version)).join(', '))}
        </Caption1>
      )}
    </>
  );
}
