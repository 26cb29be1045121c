import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { useRoom } from '../screen.ts';
import { authoriseWords as said } from '../words/authorise.ts';
import type { Say } from './answers.ts';
import { RequestItem } from './RequestItem.tsx';
import { Several } from './Several.tsx';
import { useKeys, type Wish } from './use-keys.ts';
import { isOpen, type Requests } from './use-requests.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: { margin: 0 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  keys: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
  },
  key: {
    fontFamily: tokens.fontFamilyMonospace,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
  },
  summary: { cursor: 'pointer' },
  heard: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

const headerOf = (reference: string) => `open-${reference}`;
const itemOf = (reference: string) => `request-${reference}`;

/** The queue by key and by tap: one request open at a time, several to be ticked. */
export function RequestList({ requests }: { requests: Requests }) {
  const styles = useStyles();
  const id = useId();
  const { rows, of, read, decide } = requests;
  // Open from the start, so that one tap decides it; `null` once somebody has shut it.
  const [current, setCurrent] = useState<string | null>(rows[0]?.reference ?? null);
  const [saying, setSaying] = useState<'ask' | 'no' | null>(null);
  const { lineOf, setLine } = useLines();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [heard, setHeard] = useState('');
  const list = useRef<HTMLUListElement>(null);

  const first = useRef(current);
  useEffect(() => {
    if (first.current !== null) read(first.current);
  }, [read]);
  const open = (reference: string | null) => {
    setCurrent(reference);
    setSaying(null);
    if (reference !== null) read(reference);
  };
  const goTo = (reference: string) => {
    open(reference);
    document.getElementById(headerOf(reference))?.focus();
  };
  const tick = (reference: string) => {
    read(reference);
    setTicked((before) => {
      const after = new Set(before);
      if (!after.delete(reference)) after.add(reference);
      return after;
    });
  };
  const say: typeof decide = async (reference, what) => {
    const isInside = document.activeElement?.closest('[data-request]')?.id === itemOf(reference);
    const taken = await decide(reference, what);
    const now = of(reference);
    const about = rows.find((row) => row.reference === reference);
    const became = now.stands?.is === 'decided' ? `${now.stands.says}.` : '';
    setHeard([`${about?.child ?? about?.kind ?? reference}:`, became, now.note ?? ''].join(' '));
    if (taken) {
      setSaying(null);
      setLine(reference, what.say, '');
      setTicked((before) => new Set([...before].filter((one) => one !== reference)));
    }
    // What was pressed is gone, and the focus would be with it.
    if (isInside && (taken || !isOpen(now))) document.getElementById(headerOf(reference))?.focus();
    return taken;
  };

  useKeys(list, (wish) => {
    const focused = document.activeElement?.closest('[data-request]')?.id;
    const at = rows.findIndex(({ reference }) => itemOf(reference) === focused);
    follow(wish, at);
  });
  function follow(wish: Wish, at: number) {
    const reference = rows[at]?.reference;
    if (wish === 'next' || wish === 'previous') {
      const to = rows[at + (wish === 'next' ? 1 : -1)];
      if (to) goTo(to.reference);
      return;
    }
    if (reference === undefined || !isOpen(of(reference))) return;
    if (wish === 'tick') tick(reference);
    // Nobody decides what is not in front of them.
    else if (reference !== current) goTo(reference);
    else if (wish === 'yes') void say(reference, { say: 'yes' });
    else setSaying(wish);
  }

  const waiting = rows.filter(({ reference }) => isOpen(of(reference)));
  const tickedOpen = waiting.map(({ reference }) => reference).filter((one) => ticked.has(one));
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Subtitle2 as="h2" id={id} className={styles.title}>
        {said.yours(waiting.length)}
      </Subtitle2>
      <Text>{said.noUndo}</Text>
      <Legend />
      <Several those={tickedOpen} isRead={(one) => of(one).stands !== null} decide={say} />
      <ul ref={list} className={styles.list} aria-label={said.list}>
        {rows.map((row) => {
          const { reference } = row;
          const isCurrent = reference === current;
          return (
            <RequestItem
              key={reference}
              row={row}
              known={of(reference)}
              ids={{ item: itemOf(reference), header: headerOf(reference) }}
              isTicked={ticked.has(reference)}
              onTick={() => {
                tick(reference);
              }}
              open={
                isCurrent
                  ? {
                      saying,
                      onSaying: (what) => {
                        setSaying(what);
                        // Whoever goes back means it; whoever opens another request does not.
                        if (saying !== null && what === null) setLine(reference, saying, '');
                        if (what === null) document.getElementById(headerOf(reference))?.focus();
                      },
                      line: saying === null ? '' : lineOf(reference, saying),
                      onLine: (line) => {
                        if (saying !== null) setLine(reference, saying, line);
                      },
                      onSay: (what) => say(reference, what),
                      again: () => {
                        read(reference);
                      },
                    }
                  : null
              }
              onOpen={() => {
                open(isCurrent ? null : reference);
              }}
            />
          );
        })}
      </ul>
      <div className={styles.heard} role="status">
        {heard}
      </div>
    </section>
  );
}

/** What has been typed about each request and not been sent: whoever looks at another one meanwhile finds it again. */
function useLines() {
  const [lines, setLines] = useState<ReadonlyMap<string, string>>(new Map());
  const about = (reference: string, saying: Say['say']) => `${saying} ${reference}`;
  return {
    lineOf: (reference: string, saying: Say['say']) => lines.get(about(reference, saying)) ?? '',
    setLine: (reference: string, saying: Say['say'], line: string) => {
      setLines((before) => new Map(before).set(about(reference, saying), line));
    },
  };
}

function Legend() {
  const styles = useStyles();
  const room = useRoom();
  const keys = (
    <div className={styles.keys}>
      {said.keys.each.map(([key, what]) => (
        <Text key={key}>
          <kbd className={styles.key}>{key}</kbd> {what}
        </Text>
      ))}
    </div>
  );
  // A phone has no keys; a small window may.
  return room === 'narrow' ? (
    <details>
      <summary className={styles.summary}>{said.keys.label}</summary>
      {keys}
    </details>
  ) : (
    <div className={styles.keys}>
      <Text>{said.keys.label}:</Text>
      {keys}
    </div>
  );
}
