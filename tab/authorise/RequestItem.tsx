import { Button, Checkbox, makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import type { QueueRow } from '../../bot/authorising/request-view.ts';
import { dayOf, hoursOf, momentOf } from '../when.ts';
import { authoriseWords as said } from '../words/authorise.ts';
import { words } from '../words/words.ts';
import type { Say } from './answers.ts';
import { Decide } from './Decide.tsx';
import { RequestFacts } from './RequestFacts.tsx';
import { isOpen, type Known } from './use-requests.ts';

const useStyles = makeStyles({
  item: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
  },
  current: { border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`, boxShadow: tokens.shadow8 },
  head: { display: 'flex', alignItems: 'start' },
  tick: { marginTop: tokens.spacingVerticalXS },
  title: { flex: '1 1 0', minWidth: 0, margin: 0, fontSize: 'inherit', fontWeight: 'inherit' },
  header: {
    display: 'flex',
    width: '100%',
    alignItems: 'start',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingVerticalM,
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `-${tokens.strokeWidthThick}`,
    },
  },
  inWords: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  },
  beside: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  note: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`, margin: 0 },
});

type ItemProps = {
  readonly row: QueueRow;
  readonly known: Known;
  readonly ids: { readonly item: string; readonly header: string };
  readonly isTicked: boolean;
  readonly onTick: () => void;
  readonly onOpen: () => void;
  /** `null` while another is open. */
  readonly open: {
    readonly saying: 'ask' | 'no' | null;
    readonly onSaying: (what: 'ask' | 'no' | null) => void;
    readonly line: string;
    readonly onLine: (line: string) => void;
    readonly onSay: (said: Say) => Promise<boolean>;
    readonly again: () => void;
  } | null;
};

/** One request of the queue: a line to open, what it asks when it is open, and what became of it. */
export function RequestItem({ row, known, ids, isTicked, onTick, onOpen, open }: ItemProps) {
  const styles = useStyles();
  const about = row.child ?? row.kind;
  const isDeciding = open !== null && known.stands?.is === 'yours';
  const Chevron = open ? ChevronDownRegular : ChevronRightRegular;
  return (
    <li className={mergeClasses(styles.item, open !== null && styles.current)} id={ids.item} data-request>
      <div className={styles.head}>
        {isOpen(known) && (
          <Checkbox className={styles.tick} checked={isTicked} onChange={onTick} aria-label={said.tick(about)} />
        )}
        <h3 className={styles.title}>
          <button
            type="button"
            id={ids.header}
            className={styles.header}
            aria-expanded={open !== null}
            onClick={onOpen}
          >
            <Chevron className={styles.icon} aria-hidden />
            <span className={styles.inWords}>
              <Text weight="semibold">{row.child === undefined ? row.kind : `${row.child}, ${row.kind}`}</Text>
              <Text>{`${dayOf(row.start)}, ${hoursOf(row.start, row.end)}`}</Text>
              <Text
                className={styles.quiet}
              >{`${said.host(row.host)} · ${said.askedSince(momentOf(row.askedAt))}`}</Text>
              {row.notes.length > 0 && <Text>{row.notes.join(' · ')}</Text>}
            </span>
          </button>
        </h3>
      </div>
      {!isDeciding && (known.note !== null || !isOpen(known)) && <p className={styles.note}>{became(known)}</p>}
      {open !== null && isOpen(known) && (
        <div className={styles.body}>
          {known.stands?.is === 'yours' ? (
            <>
              <RequestFacts request={known.stands.request} />
              {/* Beside what was pressed: above the facts it would be out of sight. */}
              {known.note !== null && <p className={styles.beside}>{known.note}</p>}
              <Decide key={open.saying ?? 'choices'} canAsk={known.stands.request.canAsk} busy={known.busy} {...open} />
            </>
          ) : known.busy || known.note === null ? (
            <Spinner size="tiny" label={said.opening} />
          ) : (
            <span>
              <Button onClick={open.again}>{words.tryAgain}</Button>
            </span>
          )}
        </div>
      )}
    </li>
  );
}

/** What an answer came to, or what somebody else decided, and who. */
function became({ stands, note, meanwhile }: Known): string {
  const words = [...(meanwhile ? [`${said.meanwhile}.`] : []), ...(note === null ? [] : [note])];
  if (stands?.is !== 'decided') return words.join(' ');
  const rows = stands.rows.map(({ label, value }) => `${label}: ${value}.`);
  return [...words, `${stands.says}.`, ...rows, stands.next].join(' ');
}
