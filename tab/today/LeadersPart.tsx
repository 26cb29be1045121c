import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { LeadersView } from '../../bot/today/leaders.ts';
import { useTab } from '../shell/tab-context.ts';
import { dayOf, momentOf } from '../when.ts';
import { todayWords } from '../words/today.ts';
import { MeetingRow, Rows } from './MeetingRow.tsx';

const { leaders } = todayWords;

const useStyles = makeStyles({
  waiting: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
  headline: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, margin: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What waits for a senior leader: their yes, a review, a look afterwards; and today in numbers. */
export function LeadersPart({ view: { waiting, review, afterwards, numbers } }: { view: LeadersView }) {
  const styles = useStyles();
  const { me } = useTab();
  return (
    <>
      <div className={styles.waiting}>
        <div>
          <p className={styles.headline}>{waiting.count === 0 ? leaders.noneWaiting : leaders.waiting(waiting)}</p>
          {waiting.since !== undefined && (
            <Text className={styles.quiet}>{leaders.since(momentOf(waiting.since))}</Text>
          )}
        </div>
        {waiting.count > 0 && me.can.open.authorise.may && (
          <Button as="a" appearance="primary" href="#/authorise">
            {leaders.toAuthorise}
          </Button>
        )}
      </div>
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
