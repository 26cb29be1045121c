import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Me, Page } from '../../bot/views/rights.ts';
import { MeShape } from '../asking/answers.ts';
import { type Ask, createAsk } from '../asking/ask.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { Slow } from '../components/Slow.tsx';
import { TroubleNotice } from '../components/TroubleNotice.tsx';
import type { Teams } from '../teams.ts';
import { words } from '../words/words.ts';
import { Menu, startOf } from './Menu.tsx';
import { pages } from './pages.ts';
import { addressOf, goTo, hash, type Route, routeAt, useAddress } from './route.ts';
import { TabContext } from './tab-context.ts';

const useStyles = makeStyles({
  shell: { display: 'flex', flexDirection: 'column', minHeight: '100vh' },
  page: { flex: '1 1 auto', display: 'flex', flexDirection: 'column' },
  astray: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  opening: { paddingTop: tokens.spacingVerticalXXXL, textAlign: 'center' },
});

/** What stands around every page: who is there, which pages they may open, and the one that is open. */
export function Shell({ teams }: { teams: Teams }) {
  const ask = useMemo(() => createAsk(() => teams.token()), [teams]);
  const { asked, again } = useAnswer(
    useCallback(
      (signal: AbortSignal) => {
        // With every attempt: what came beside one that failed has failed too.
        fetchAhead(ask, routeAt(hash() || (teams.opensWith ?? ''))?.page ?? 'today');
        return ask.get('/api/me', MeShape, signal);
      },
      [ask, teams],
    ),
  );
  useOnce(teams.shown, asked.state !== 'loading');
  if (asked.state === 'loading') return <Opening />;
  if (asked.state === 'failed') return <TroubleNotice trouble={asked.trouble} again={again} />;
  return <Opened teams={teams} ask={ask} me={asked.value} />;
}

/** Has the page's file come while the server says who is there, and what Today will ask for as well: most people open that first. */
function fetchAhead(ask: Ask, page: Route['page']): void {
  // What goes wrong goes wrong again when the page is opened, and is said there.
  pages[page]?.fetch().catch(() => undefined);
  if (page === 'today') ask.ahead('/api/today');
}

// The compiler knows what the keys are; `Object.keys` forgets it.
const inMenu = [
  'today',
  'register',
  'authorise',
  'insights',
  'policy',
  'data protection',
  'installation',
] as const satisfies readonly Page[];

function Opened({ teams, ask, me }: { teams: Teams; ask: Ask; me: Me }) {
  const styles = useStyles();
  const address = useAddress();
  const mine = useMemo(() => inMenu.filter((page) => page in pages && me.can.open[page].may), [me]);
  const asked = address || (teams.opensWith ?? '');
  const wanted = useMemo(() => routeAt(asked), [asked]);
  const isOpen = wanted !== null && mayOpen(wanted, mine);
  const route = useMemo(() => (isOpen ? wanted : firstOf(mine)), [isOpen, wanted, mine]);
  // Where somebody was brought instead of where a link leads; over as soon as they go on.
  const [insteadAt, setInsteadAt] = useState<string | null>(null);
  // What a link named becomes the page's own address, so that the way back leads here.
  useEffect(() => {
    if (route === null) return;
    const here = addressOf(route);
    if (isOpen) setInsteadAt((before) => (before === here ? before : null));
    else if (asked !== '') setInsteadAt(here);
    if (address === '' || !isOpen) goTo(route, 'instead');
  }, [address, asked, isOpen, route]);
  const tab = useMemo(() => route && { me, ask, teams, route, go: goTo }, [me, ask, teams, route]);
  if (tab === null) return null;
  const Page = pages[tab.route.page];
  return (
    <TabContext value={tab}>
      <div className={styles.shell}>
        <Menu pages={mine} here={tab.route.page} />
        {insteadAt === address && (
          <div role="status" className={styles.astray}>
            <Text>{words.astray}</Text>
          </div>
        )}
        <div className={styles.page}>
          <Suspense fallback={<Opening />}>{Page && <Page key={tab.route.page} />}</Suspense>
        </div>
      </div>
    </TabContext>
  );
}

const mayOpen = ({ page }: Route, mine: readonly Page[]): boolean =>
  page in pages && (page === 'meeting' || mine.some((one) => one === page));

/** Where somebody lands who wanted to go nowhere else, or nowhere that is theirs to open. */
function firstOf([first]: readonly Page[]): Route | null {
  return first === undefined ? null : startOf(first);
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

export function Opening() {
  const styles = useStyles();
  return (
    <div className={styles.opening}>
      <Spinner label={words.opening} />
      <Slow />
    </div>
  );
}
