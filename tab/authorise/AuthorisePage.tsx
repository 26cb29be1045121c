import { Button, makeStyles, mergeClasses, Text, Title3, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular, CheckmarkCircleRegular, ErrorCircleRegular } from '@fluentui/react-icons';
import type { Queue } from '../../bot/api/authorise.ts';
import type { LiveAnswer } from '../asking/use-live-answer.ts';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { Notice } from '../components/Notice.tsx';
import { useRoom } from '../screen.ts';
import { dayOf, hoursOf, timeOf } from '../when.ts';
import { authoriseWords as said } from '../words/authorise.ts';
import { words } from '../words/words.ts';
import { RequestList } from './RequestList.tsx';
import { useRequests } from './use-requests.ts';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    width: '100%',
    maxWidth: '1100px',
    boxSizing: 'border-box',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
  },
  narrow: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
  header: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  heading: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  others: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  summary: { cursor: 'pointer' },
});

/** What waits for this person's yes, oldest first: read, and decided with one key or tap. */
export function AuthorisePage() {
  const styles = useStyles();
  const room = useRoom();
  const requests = useRequests();
  const { live } = requests;
  return (
    <main className={mergeClasses(styles.page, room === 'narrow' && styles.narrow)}>
      <Heading live={live} />
      {live.asked.state === 'loading' && <ListSkeleton label={said.loading} />}
      {live.asked.state === 'failed' && (
        <Notice
          isTrouble
          picture={<ErrorCircleRegular />}
          {...live.asked.trouble}
          action={{ name: words.tryAgain, do: live.again }}
        />
      )}
      {live.asked.state === 'answered' && (
        <>
          {requests.rows.length === 0 ? (
            <Notice picture={<CheckmarkCircleRegular />} {...said.none} />
          ) : (
            <RequestList requests={requests} />
          )}
          <Besides queue={live.asked.value} />
        </>
      )}
    </main>
  );
}

function Heading({ live: { asked, trouble, again } }: { live: LiveAnswer<Queue> }) {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <div className={styles.heading}>
        <Title3 as="h1" className={styles.title}>
          {said.title}
        </Title3>
        {asked.state === 'answered' && <Text className={styles.quiet}>{said.lookedAt(timeOf(asked.value.at))}</Text>}
        {asked.state === 'answered' && trouble !== null && <Text>{said.notRefreshed}</Text>}
      </div>
      <Button appearance="subtle" icon={<ArrowClockwiseRegular />} onClick={again}>
        {said.lookAgain}
      </Button>
    </header>
  );
}

/** What waits for others, to be known and not to be decided. */
function Besides({ queue: { others, more, unreadable } }: { queue: Queue }) {
  const styles = useStyles();
  return (
    <>
      {more && <Text>{said.more}</Text>}
      {unreadable > 0 && <Text>{said.unreadable(unreadable)}</Text>}
      {others.length > 0 && (
        <details>
          <summary className={styles.summary}>{said.others(others.length)}</summary>
          <ul className={styles.others}>
            {others.map(({ reference, child, kind, host, start, end, of, why }) => (
              <li key={reference}>
                <Text weight="semibold">{child ?? kind}</Text>{' '}
                <Text>
                  {child !== undefined && `${kind}. `}
                  {`${dayOf(start)}, ${hoursOf(start, end)}. ${said.host(host)}. ${said.waitsFor(of)} ${why ?? ''}`}
                </Text>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
