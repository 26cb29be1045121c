import { Button, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { meetingWords } from '../words/meeting.ts';

const useStyles = makeStyles({ button: { alignSelf: 'start' } });

type Props<T> = {
  readonly items: readonly T[];
  /** How many stand open; of so many and one more nothing is folded. */
  readonly first: number;
  readonly children: (shown: readonly T[]) => ReactNode;
};

/** A list that may be long: its first items, and the rest a tap away. */
export function FoldedList<T>({ items, first, children }: Props<T>) {
  const styles = useStyles();
  const [whole, setWhole] = useState(false);
  if (items.length <= first + 1) return children(items);
  return (
    <>
      {children(whole ? items : items.slice(0, first))}
      <Button
        className={styles.button}
        size="small"
        aria-expanded={whole}
        onClick={() => {
          setWhole(!whole);
        }}
      >
        {whole ? meetingWords.showFewer : meetingWords.showAll(items.length)}
      </Button>
    </>
  );
}
