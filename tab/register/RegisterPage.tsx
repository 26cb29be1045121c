import { Button, makeStyles, mergeClasses, Text, Title3, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular, ArrowDownloadRegular, FilterRegular } from '@fluentui/react-icons';
import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import * as z from 'zod/mini';
import type { Scope } from '../../bot/views/rights.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { useRoom } from '../screen.ts';
import { useTab } from '../shell/tab-context.ts';
import { exportWords } from '../words/export.ts';
import { registerWords } from '../words/register.ts';
import { words } from '../words/words.ts';
import { choicesOf, noChoices } from './answers.ts';
import { ColumnChoice } from './ColumnChoice.tsx';
import { columnIds } from './columns.tsx';
import { FilterChips } from './FilterChips.tsx';
import { type Filter, inWords, scopes } from './filter.ts';
import { MeetingFilters } from './MeetingFilters.tsx';
import { Register } from './MeetingTable.tsx';
import { useRemembered } from './remembered.ts';
import { ScopeSwitch } from './ScopeSwitch.tsx';
import { SearchField } from './SearchField.tsx';
import { type Filtering, useFilter } from './use-filter.ts';
import { useMeetings } from './use-meetings.ts';
import { ViewChoice } from './ViewChoice.tsx';

const ExportDialog = lazy(() => import('./export/ExportDialog.tsx').then((file) => ({ default: file.ExportDialog })));
const MeetingPane = lazy(() => import('../meeting/MeetingPane.tsx').then((file) => ({ default: file.MeetingPane })));

const useStyles = makeStyles({
  page: { display: 'flex', alignItems: 'stretch', flex: '1 1 auto', boxSizing: 'border-box' },
  main: {
    flex: '1 1 0',
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
  },
  narrow: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
  header: { display: 'flex', alignItems: 'start', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  heading: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0 },
  subtitle: { color: tokens.colorNeutralForeground2 },
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  search: { flex: '1 1 220px', maxWidth: '420px' },
  register: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow4,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    // Not `hidden`: that would make it a place to scroll in, to whose top the headings would stick.
    overflow: 'clip',
  },
});

/** The register: which meetings, in a grid, and the one that is open beside it. */
export function RegisterPage() {
  const styles = useStyles();
  const room = useRoom();
  const filtering = useFilter();
  const { filter, change, open, setOpen } = filtering;
  const { me, ask } = useTab();
  const [columns, setColumns] = useRemembered(`columns/${me.name}`, z.readonly(z.array(z.enum(columnIds))), usual);
  const meetings = useMeetings(ask, filter);
  const may = { mine: true, all: me.can.seeWholeSchool.may, 'to authorise': me.can.authorise.may };
  const scope = scopes.find((one) => one === filter.scope) ?? meetings.scope;

  return (
    <div className={styles.page}>
      <main className={mergeClasses(styles.main, room === 'narrow' && styles.narrow)}>
        <Heading onRefresh={meetings.again}>{scope && <Export filter={filter} scope={scope} />}</Heading>
        {(may.all || may['to authorise']) && <ScopeSwitch may={may} scope={scope} onChange={change} />}
        <Narrowing {...filtering} isNarrow={room === 'narrow'}>
          {room !== 'narrow' && <ColumnChoice chosen={new Set(columns)} onChange={setColumns} />}
        </Narrowing>
        <section className={styles.register}>
          <Register {...{ meetings, filtering }} chosen={new Set(columns)} />
        </section>
      </main>
      {open !== null && (
        <Suspense fallback={null}>
          <MeetingPane
            reference={open}
            onChanged={() => {
              meetings.renew(open);
            }}
            onClose={() => {
              setOpen(null);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

const usual = columnIds.filter((id) => id !== 'exceptions' && id !== 'reference');

type NarrowingProps = Filtering & { readonly isNarrow: boolean; readonly children: ReactNode };

/** Search and filters. The fields are folded until somebody wants them, and stay as that person left them. */
function Narrowing({ isNarrow, children, ...filtering }: NarrowingProps) {
  const styles = useStyles();
  const { me, ask } = useTab();
  const { filter, change } = filtering;
  const [isUnfolded, setIsUnfolded] = useRemembered(`unfolded/${me.name}`, z.boolean(), false);
  const isWanted = isUnfolded || filter.host !== undefined;
  const choices = useAnswer(
    useCallback(
      (signal: AbortSignal) => (isWanted ? choicesOf(ask, signal) : Promise.resolve({ ok: true, value: noChoices })),
      [ask, isWanted],
    ),
  );
  const known = choices.asked.state === 'answered' ? choices.asked.value : noChoices;
  return (
    <>
      <div className={styles.tools}>
        <SearchField
          className={styles.search}
          searched={filter.search ?? ''}
          onSearch={(search) => {
            // So that the way back leads to before the search, not through it letter by letter.
            change({ search }, filter.search === undefined ? 'next' : 'instead');
          }}
        />
        <Button
          icon={<FilterRegular />}
          aria-expanded={isUnfolded}
          onClick={() => {
            setIsUnfolded(!isUnfolded);
          }}
        >
          {registerWords.filters.show(inWords(filter).length)}
        </Button>
        <ViewChoice {...filtering} />
        {children}
      </div>
      {isUnfolded && <MeetingFilters {...filtering} known={known} withOrder={isNarrow} />}
      <FilterChips {...filtering} nameOf={(host) => known.hosts.find(({ id }) => id === host)?.name ?? '…'} />
    </>
  );
}

function Export({ filter, scope }: { filter: Filter; scope: Scope }) {
  const [isOpen, setIsOpen] = useState(false);
  const [times, setTimes] = useState(0);
  return (
    <>
      <Button
        icon={<ArrowDownloadRegular />}
        onClick={() => {
          setTimes(times + 1);
          setIsOpen(true);
        }}
      >
        {exportWords.button}
      </Button>
      {times > 0 && (
        <Suspense fallback={null}>
          <ExportDialog
            key={times}
            isOpen={isOpen}
            filter={filter}
            scope={scope}
            onClose={() => {
              setIsOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function Heading({ onRefresh, children }: { onRefresh: () => void; children: ReactNode }) {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <div className={styles.heading}>
        <Title3 as="h1" className={styles.title}>
          {registerWords.title}
        </Title3>
        <Text className={styles.subtitle}>{registerWords.subtitle}</Text>
      </div>
      <div className={styles.tools}>
        {children}
        <Button
          appearance="subtle"
          aria-label={words.refresh}
          title={words.refresh}
          icon={<ArrowClockwiseRegular />}
          onClick={onRefresh}
        />
      </div>
    </header>
  );
}
