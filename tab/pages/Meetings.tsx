import { Button, makeStyles, mergeClasses, Text, Title3, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { Client } from '../client.ts';
import { MeetingFilters } from '../components/MeetingFilters.tsx';
import { Register } from '../components/Register.tsx';
import { ScopeSwitch } from '../components/ScopeSwitch.tsx';
import { useRoom } from '../screen.ts';
import { useAnswer } from '../use-answer.ts';
import { useFilter } from '../use-filter.ts';
import { useMeetings } from '../use-meetings.ts';
import { words } from '../words.ts';

const MeetingPane = lazy(() => import('../components/MeetingPane.tsx').then((file) => ({ default: file.MeetingPane })));

const useStyles = makeStyles({
  page: { display: 'flex', alignItems: 'stretch', minHeight: '100vh', boxSizing: 'border-box' },
  main: {
    flex: '1 1 0',
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
  },
  narrow: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
  header: { display: 'flex', alignItems: 'start', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  heading: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0 },
  subtitle: { color: tokens.colorNeutralForeground2 },
  register: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow4,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    overflow: 'hidden',
  },
});

type MeetingsProps = {
  readonly client: Client;
  /** The meeting a link named, to be opened at once. */
  readonly opensWith: string | null;
  /** Called once, when there is something to look at, be it trouble. */
  readonly onShown: () => void;
};

/** The register: which meetings, in a grid, and the one that is open beside it. */
export function Meetings({ client, opensWith, onShown }: MeetingsProps) {
  const styles = useStyles();
  const room = useRoom();
  const filtering = useFilter();
  const { filter, change, clear, timesCleared } = filtering;
  const [open, setOpen] = useState(opensWith);
  const { asked: me, again: askMeAgain } = useAnswer(useCallback((signal: AbortSignal) => client.me(signal), [client]));
  const meetings = useMeetings(client, filter);
  useOnce(onShown, meetings.asked.state !== 'loading');

  const askAgain = () => {
    if (me.state === 'failed') askMeAgain();
    meetings.again();
  };
  const may = {
    mine: true,
    all: me.state === 'answered' && me.value.can.seeWholeSchool.may,
    'to authorise': me.state === 'answered' && me.value.can.authorise.may,
  };
  const trouble = me.state === 'failed' ? me.trouble : null;
  const list = { meetings, trouble, filtering, open, onOpen: setOpen, onAgain: askAgain };

  return (
    <div className={styles.page}>
      <main className={mergeClasses(styles.main, room === 'narrow' && styles.narrow)}>
        <Heading onRefresh={askAgain} />
        {(may.all || may['to authorise']) && (
          <ScopeSwitch may={may} scope={filter.scope || meetings.scope} onChange={change} />
        )}
        {trouble === null && (
          <MeetingFilters
            key={timesCleared}
            filter={filter}
            onChange={change}
            onClear={clear}
            withOrder={room === 'narrow'}
          />
        )}
        <section className={styles.register}>
          <Register {...list} />
        </section>
      </main>
      {open !== null && (
        <Suspense fallback={null}>
          <MeetingPane
            client={client}
            reference={open}
            onChanged={meetings.again}
            onClose={() => {
              setOpen(null);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

/** Calls back the first time something is so, and never again. */
function useOnce(callBack: () => void, isSo: boolean): void {
  const wasSo = useRef(false);
  useEffect(() => {
    if (!isSo || wasSo.current) return;
    wasSo.current = true;
    callBack();
  }, [callBack, isSo]);
}

function Heading({ onRefresh }: { onRefresh: () => void }) {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <div className={styles.heading}>
        <Title3 as="h1" className={styles.title}>
          {words.title}
        </Title3>
        <Text className={styles.subtitle}>{words.subtitle}</Text>
      </div>
      <Button
        appearance="subtle"
        aria-label={words.refresh}
        title={words.refresh}
        icon={<ArrowClockwiseRegular />}
        onClick={onRefresh}
      />
    </header>
  );
}
