import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { HeadingLevel } from '../components/Section.tsx';
import { TroubleNotice } from '../components/TroubleNotice.tsx';
import { addressOf } from '../shell/route.ts';
import { useTab } from '../shell/tab-context.ts';
import { meetingWords } from '../words/meeting.ts';
import { words } from '../words/words.ts';
import { MeetingRecord } from './MeetingRecord.tsx';
import { useMeeting } from './use-meeting.ts';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
    maxWidth: '1200px',
    width: '100%',
    boxSizing: 'border-box',
    margin: '0 auto',
    '@media (max-width: 767px)': { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
  },
  title: { ...typographyStyles.title3, margin: 0, ':focus': { outlineStyle: 'none' } },
  record: {
    padding: tokens.spacingHorizontalXL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow4,
    '@media (max-width: 767px)': { padding: tokens.spacingHorizontalM },
  },
});

/** One meeting on a page of its own, where links lead. */
export function MeetingPage() {
  const { route } = useTab();
  // The shell draws this page for no other route.
  return route.page === 'meeting' ? <Meeting key={route.reference} reference={route.reference} /> : null;
}

function Meeting({ reference }: { reference: string }) {
  const styles = useStyles();
  const { me, go } = useTab();
  const on = useMeeting(reference);
  const { asked, again, meeting } = on;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <main className={styles.page}>
      {me.can.open.register.may && (
        <Link href={`#/${addressOf({ page: 'register', open: null, filter: {} })}`}>{meetingWords.toRegister}</Link>
      )}
      <h1 className={styles.title} ref={title} tabIndex={-1}>
        {meeting ? (meeting.child ?? meeting.kind) : reference}
      </h1>
      {asked.state === 'loading' && meeting === null && <ListSkeleton label={words.meeting.loading} />}
      {asked.state === 'failed' && meeting === null && <TroubleNotice trouble={asked.trouble} again={again} />}
      {meeting && (
        <div className={styles.record}>
          <HeadingLevel value={2}>
            <MeetingRecord
              on={on}
              onFollow={(other) => {
                go({ page: 'meeting', reference: other });
              }}
              onChanged={() => undefined}
            />
          </HeadingLevel>
        </div>
      )}
    </main>
  );
}
