import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { words } from '../words/words.ts';

const useStyles = makeStyles({ slow: { color: tokens.colorNeutralForeground2 } });

// Most answers take less than a second. The server itself gives up on Microsoft 365 after ten.
const patience = 4_000;

/** Says, once it has taken long, that it does; until then nothing. Stands wherever something is waited for. */
export function Slow() {
  const styles = useStyles();
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsSlow(true);
    }, patience);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <div role="status" className={styles.slow}>
      {isSlow && <Text>{words.slow}</Text>}
    </div>
  );
}
