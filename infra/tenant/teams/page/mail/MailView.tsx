import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Place } from '../place.ts';
import { type Mail, outbox, type Person } from '../tenant-api.ts';
import { MailList } from './MailList.tsx';
import { MailReader } from './MailReader.tsx';
import { Recipients } from './Recipients.tsx';

const useStyles = makeStyles({
  room: { height: '100%', display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)' },
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: '300px minmax(0, 1fr)',
    minHeight: 0,
    '@media (max-width: 860px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'auto auto',
      overflowY: 'auto',
    },
  },
});

type Props = {
  readonly me: Person;
  readonly people: readonly Person[];
  readonly place: Place;
  readonly go: (change: Partial<Place>) => void;
  readonly follow: (url: string) => void;
};

/** Outlook (in a box): what Exchange would have sent, as each recipient sees it. */
export function MailView({ me, people, place, go, follow }: Props) {
  const styles = useStyles();
  const mails = useOutbox();
  const address = place.to ?? newestRecipient(mails) ?? me.address;
  const theirs = (mails ?? []).filter(({ to }) => to === address).toReversed();
  const [opened, setOpened] = useState<string | null>(null);
  const mail = theirs.find(({ id }) => id === opened) ?? theirs[0];
  return (
    <div className={styles.room}>
      <div className={styles.header}>
        <Text as="h2" weight="semibold" size={400}>
          Outlook (in a box)
        </Text>
        <Recipients
          {...{ address, people }}
          mails={mails ?? []}
          choose={(to) => {
            go({ open: 'mail', to });
          }}
        />
      </div>
      <div className={styles.columns}>
        <MailList mails={theirs} open={mail?.id} choose={setOpened} loading={mails === null} />
        <MailReader mail={mail} follow={follow} />
      </div>
    </div>
  );
}

function newestRecipient(mails: readonly Mail[] | null): string | undefined {
  return mails?.at(-1)?.to;
}

const every = 1_500;

/** Null until it was read once. */
function useOutbox(): readonly Mail[] | null {
  const [mails, setMails] = useState<readonly Mail[] | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    const read = () => {
      outbox(gone.signal).then(setMails, (fault: unknown) => {
        if (!gone.signal.aborted) console.warn('The outbox could not be read:', fault);
      });
    };
    read();
    const timer = setInterval(read, every);
    return () => {
      clearInterval(timer);
      gone.abort();
    };
  }, []);
  return mails;
}
