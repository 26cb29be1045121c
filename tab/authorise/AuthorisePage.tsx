import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import type { Queue } from '../../bot/api/authorise.ts';
import type { LiveAnswer } from '../asking/use-live-answer.ts';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { LookAgain } from '../components/LookAgain.tsx';
import { Notice } from '../components/Notice.tsx';
import { PageFrame } from '../components/PageFrame.tsx';
import { TroubleNotice } from '../components/TroubleNotice.tsx';
import { dayOf, hoursOf, timeOf } from '../when.ts';
import { authoriseWords as said } from '../words/authorise.ts';
import { RequestList } from './RequestList.tsx';
import { useRequests } from './use-requests.ts';

const useStyles = makeStyles({
  others: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  summary: { cursor: 'pointer' },
});

/** What waits for this person's yes, oldest first: read, and decided with one key or tap. */
export function AuthorisePage() {
  const requests = useRequests();
  const { live } = requests;
  return (
    <PageFrame title={said.title} under={<LookedAt live={live} />} tools={<LookAgain live={live} />}>
      {live.asked.state === 'loading' && <ListSkeleton label={said.loading} />}
      {live.asked.state === 'failed' && <TroubleNotice trouble={live.asked.trouble} again={live.again} />}
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
    </PageFrame>
  );
}

function LookedAt({ live: { asked, trouble } }: { live: LiveAnswer<Queue> }) {
  if (asked.state !== 'answered') return null;
  const { at } = asked.value;
  return (
    <>
      {said.lookedAt(timeOf(at))} {trouble !== null && <span>{said.notRefreshed}</span>}
    </>
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
