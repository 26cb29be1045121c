import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Caption1,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import { useSubheading } from '../components/Section.tsx';
import { momentOf } from '../when.ts';
import { words } from '../words/words.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    listStyleType: 'none',
    margin: 0,
    padding: `0 0 ${tokens.spacingVerticalM}`,
  },
  record: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Moment = NonNullable<MeetingDetail['records']>[number];
const { records: says } = words.meeting;

/** What the host ticked and answered, a fold a moment; those with an answer stand open. */
export function RecordList({ moments }: { moments: readonly Moment[] }) {
  const styles = useStyles();
  const heading = useSubheading();
  if (moments.length === 0) return <Text className={styles.quiet}>{says.none}</Text>;
  const withAnswers = moments.filter(({ records }) => answeredIn(records) > 0).map(({ moment }) => moment);
  return (
    <Accordion multiple collapsible defaultOpenItems={withAnswers}>
      {moments.map(({ moment, records }) => (
        <AccordionItem key={moment} value={moment}>
          <AccordionHeader as={heading} size="small">
            {says.moment(moment, answeredIn(records), records.length)}
          </AccordionHeader>
          <AccordionPanel>
            <ul className={styles.list} aria-label={moment}>
              {records.map((record) => (
                <Line key={record.asked} record={record} />
              ))}
            </ul>
          </AccordionPanel>
        </AccordionItem>
      ))}
    </Accordion>
  );
}

const answeredIn = (records: Moment['records']): number => records.filter(({ answered }) => answered !== null).length;

function Line({ record: { asked, answered, clauses } }: { record: Moment['records'][number] }) {
  const styles = useStyles();
  return (
    <li className={styles.record}>
      <Text className={styles.quiet}>{asked}</Text>
      {answered === null ? (
        <Text italic>{says.open}</Text>
      ) : (
        <>
          <Text weight="semibold">{answered.says}</Text>
          <Caption1 className={styles.quiet}>
            <time dateTime={answered.at}>{momentOf(answered.at)}</time> {words.meeting.by(answered.by)}
          </Caption1>
        </>
      )}
      {clauses.map(({ id, says: clause }) => (
        <Caption1 key={id} className={styles.quiet}>{`${id} ${clause}`}</Caption1>
      ))}
    </li>
  );
}
