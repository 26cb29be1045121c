import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { authoriseWords } from '../words/authorise.ts';
import type { Say } from './answers.ts';

const { several: said } = authoriseWords;

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

type SeveralProps = {
  /** The ticked ones that are still to be decided, in their order. */
  readonly those: readonly string[];
  readonly isRead: (reference: string) => boolean;
  readonly decide: (reference: string, said: Say) => Promise<boolean>;
};

type Run = { readonly done: number; readonly all: number };

/** Authorises what is ticked one after the other: each is a decision of its own, and the rest can be left at any time. */
export function Several({ those, isRead, decide }: SeveralProps) {
  const styles = useStyles();
  const [run, setRun] = useState<Run | null>(null);
  const [ended, setEnded] = useState('');
  const [stopping, setStopping] = useState(false);
  const going = useRef(new AbortController());

  const start = async () => {
    going.current = new AbortController();
    const { signal } = going.current;
    setStopping(false);
    setEnded('');
    let taken = 0;
    let tried = 0;
    for (const reference of those) {
      if (signal.aborted) break;
      setRun({ done: tried, all: those.length });
      if (await decide(reference, { say: 'yes' })) taken += 1;
      tried += 1;
    }
    setRun(null);
    const left = those.length - tried;
    setEnded([said.done(taken, tried - taken), ...(left > 0 ? [said.stopped(left)] : [])].join(' '));
  };

  return (
    // A fieldset would draw a frame; the name is what counts.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div className={styles.bar} role="group" aria-label={said.label}>
      {run === null ? (
        <Button
          appearance="primary"
          disabledFocusable={those.length === 0 || !those.every(isRead)}
          onClick={() => void start()}
        >
          {those.length === 0 ? said.authoriseNone : said.authorise(those.length)}
        </Button>
      ) : (
        <Button
          onClick={() => {
            going.current.abort();
            setStopping(true);
          }}
        >
          {said.stop}
        </Button>
      )}
      <Text role="status">
        {run === null ? ended || said.hint : stopping ? said.stopping : said.progress(run.done + 1, run.all)}
      </Text>
    </div>
  );
}
