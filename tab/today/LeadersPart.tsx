import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { LeadersView } from '../../bot/today/leaders.ts';
import { dayOf, momentOf } from '../when.ts';
import { todayWords } from '../words/today.ts';
import { MeetingRow, Rows } from './MeetingRow.tsx';

const { leaders } = todayWords;

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What senior leaders look at again, and today in numbers. */
export function LeadersPart({ view: { review, afterwards, numbers } }: { view: LeadersView }) {
  const styles = useStyles();
  return (
    <>
      {review.count === 0 && afterwards.count === 0 && <Text>{leaders.quiet}</Text>}
      {review.count > 0 && (
        <>
          <h3 className={styles.title}>{leaders.review(review)}</h3>
          <Rows label={leaders.review(review)}>
            {review.rows.map((row) => (
              <MeetingRow key={row.reference} meeting={row} day={dayOf(row.start)}>
                {row.why.map((why) => (
                  <Text key={why}>{why}</Text>
                ))}
              </MeetingRow>
            ))}
          </Rows>
        </>
      )}
      {afterwards.count > 0 && (
        <>
          <h3 className={styles.title}>{leaders.afterwards(afterwards)}</h3>
          <Rows label={leaders.afterwards(afterwards)}>
            {afterwards.rows.map((row) => (
              <MeetingRow key={row.reference} meeting={row} day={dayOf(row.start)}>
                <Text>{leaders.by(momentOf(row.by), row.late)}</Text>
              </MeetingRow>
            ))}
          </Rows>
        </>
      )}
      <Text className={styles.quiet}>
        {leaders.numbers}: {numbers.join(', ')}.
      </Text>
    </>
  );
}
