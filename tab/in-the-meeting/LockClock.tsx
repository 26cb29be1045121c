import { Caption1, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { inTheMeeting } from '../words/in-the-meeting.ts';
import { lockSays, untilNext } from './lock-says.ts';

const useStyles = makeStyles({
  clock: {
    display: 'flex',
    flexDirection: 'column',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  },
  due: { border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}` },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** @param now the server's clock when the panel was answered: the device's own may be wrong */
export function LockClock({ lockAt, now }: { lockAt: string; now: string }) {
  const styles = useStyles();
  const { says, left, aloud } = lockSays(lockAt, useClock(lockAt, now));
  const { title, hint } = inTheMeeting.lock;
  return (
    <section aria-label={title} className={mergeClasses(styles.clock, aloud !== '' && styles.due)}>
      <span className={styles.line}>
        <LockClosedRegular aria-hidden />
        <Text weight="semibold">{says}</Text>
        <Text>{left}</Text>
      </span>
      <Caption1 className={styles.quiet}>{hint}</Caption1>
      <span role="status" className={styles.unseen}>
        {aloud}
      </span>
    </section>
  );
}

/** The server's time, looked at whenever the clock has something else to say. */
function useClock(lockAt: string, now: string): number {
  const ahead = useRef(Date.parse(now) - Date.now());
  const [time, setTime] = useState(() => Date.parse(now));
  useEffect(() => {
    const timer = setTimeout(
      () => {
        setTime(Date.now() + ahead.current);
      },
      untilNext(lockAt, time),
    );
    return () => {
      clearTimeout(timer);
    };
  }, [lockAt, time]);
  return time;
}
