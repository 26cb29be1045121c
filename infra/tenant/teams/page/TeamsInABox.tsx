import { FluentProvider, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { ChatView } from './chat/ChatView.tsx';
import { MeetingView } from './MeetingView.tsx';
import { MailView } from './mail/MailView.tsx';
import { OutsideLink } from './OutsideLink.tsx';
import { isInMeeting, type Place, readLink, readPlace, writePlace } from './place.ts';
import { Rail } from './Rail.tsx';
import { TabView } from './TabView.tsx';
import { TopBar } from './TopBar.tsx';
import { type Person, people as readPeople, school as readSchool, type School } from './tenant-api.ts';
import { keepTheme, keptTheme, themes } from './themes.ts';

const useStyles = makeStyles({
  page: {
    height: '100dvh',
    display: 'grid',
    gridTemplate: '"top top" auto "rail main" 1fr / auto minmax(0, 1fr)',
    backgroundColor: tokens.colorNeutralBackground4,
    '@media (max-width: 640px)': { gridTemplate: '"top" auto "main" 1fr "rail" auto / minmax(0, 1fr)' },
  },
  main: {
    gridArea: 'main',
    minHeight: 0,
    minWidth: 0,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTopLeftRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
    '@media (max-width: 640px)': { borderTopLeftRadius: 0 },
  },
  waiting: { height: '100dvh' },
});

type Loaded = { readonly people: readonly Person[]; readonly school: School };

/** The whole page: who one is, where one is, and which of Teams’ three rooms is open. */
export function TeamsInABox() {
  const styles = useStyles();
  const [theme, setTheme] = useState(keptTheme);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const { place, go } = usePlace();
  const [outside, setOutside] = useState<string | null>(null);
  useEffect(() => {
    void Promise.all([readPeople(), readSchool()]).then(([people, school]) => {
      setLoaded({ people, school });
    });
  }, []);
  const appId = loaded?.school.appId ?? '';
  const follow = useCallback(
    (url: string) => {
      const link = readLink(url, { origin: location.origin, appId });
      if (link.leads === 'inside') go(link.change);
      else setOutside(url);
    },
    [appId, go],
  );
  const me = loaded?.people.find(({ id }) => id === place.as) ?? loaded?.people[0];
  if (loaded === null || me === undefined) {
    return (
      <FluentProvider theme={themes[theme].theme} className={styles.waiting}>
        <Spinner label="Opening the school" />
      </FluentProvider>
    );
  }
  return (
    <FluentProvider theme={themes[theme].theme} style={{ colorScheme: themes[theme].scheme }}>
      <div className={styles.page}>
        <TopBar
          {...{ me, theme, people: loaded.people, schoolName: loaded.school.name }}
          onPerson={(as) => {
            go({ as });
          }}
          onTheme={(name) => {
            keepTheme(name);
            setTheme(name);
          }}
        />
        <Rail open={place.open} go={go} />
        <main className={styles.main}>
          {place.open === 'chat' && <ChatView key={me.id} {...{ me, place, go, follow }} {...loaded} />}
          {place.open === 'tab' && (
            <TabView
              key={`${me.id} ${place.tab ?? ''} ${place.sub ?? ''}`}
              {...{ me, place, go, follow, theme }}
              {...loaded}
            />
          )}
          {isInMeeting(place.open) && (
            <MeetingView
              key={`${me.id} ${place.open} ${place.meeting ?? ''}`}
              open={place.open}
              {...{ me, place, go, follow, theme }}
              {...loaded}
            />
          )}
          {place.open === 'mail' && <MailView {...{ me, place, go, follow }} people={loaded.people} />}
        </main>
        <OutsideLink
          url={outside}
          close={() => {
            setOutside(null);
          }}
        />
      </div>
    </FluentProvider>
  );
}

/** Keeps the address bar and the place in step, so that a link shows what its sender saw. */
function usePlace() {
  const [place, setPlace] = useState<Place>(() => readPlace(location.search));
  useEffect(() => {
    const back = () => {
      setPlace(readPlace(location.search));
    };
    window.addEventListener('popstate', back);
    return () => {
      window.removeEventListener('popstate', back);
    };
  }, []);
  const go = useCallback((change: Partial<Place>) => {
    const next = { ...readPlace(location.search), ...change };
    history.pushState(null, '', writePlace(next));
    setPlace(next);
  }, []);
  return { place, go };
}
