import { Button, makeStyles, mergeClasses, Text, Title3, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import { lazy, Suspense } from 'react';
import { useRoom } from '../screen.ts';
import { useTab } from '../shell/tab-context.ts';
import { words } from '../words/words.ts';
import { MeetingFilters } from './MeetingFilters.tsx';
import { Register } from './MeetingTable.tsx';
import { ScopeSwitch } from './ScopeSwitch.tsx';
import { useFilter } from './use-filter.ts';
import { useMeetings } from './use-meetings.ts';

const MeetingPane = lazy(() => import('../meeting/MeetingPane.tsx').then((file) => ({ default: file.MeetingPane })));

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

/** The register: which meetings, in a grid, and the one that is open beside it. */
export function RegisterPage() {
  const styles = useStyles();
  const room = useRoom();
  const filtering = useFilter();
  const { filter, change, clear, timesCleared } = filtering;
  const { me, ask, route, go } = useTab();
  const open = route.page === 'register' ? route.open : null;
  const setOpen = (reference: string | null) => {
    go({ page: 'register', open: reference, filter: {} });
  };
  const meetings = useMeetings(ask, filter);
  const may = { mine: true, all: me.can.seeWholeSchool.may, 'to authorise': me.can.authorise.may };
  const list = { meetings, filtering, open, onOpen: setOpen };

  return (
    <div className={styles.page}>
      <main className={mergeClasses(styles.main, room === 'narrow' && styles.narrow)}>
        <Heading onRefresh={meetings.again} />
        {(may.all || may['to authorise']) && (
          <ScopeSwitch may={may} scope={filter.scope || meetings.scope} onChange={change} />
        )}
        <MeetingFilters
          key={timesCleared}
          filter={filter}
          onChange={change}
          onClear={clear}
          withOrder={room === 'narrow'}
        />
        <section className={styles.register}>
          <Register {...list} />
        </section>
      </main>
      {open !== null && (
        <Suspense fallback={null}>
          <MeetingPane
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
