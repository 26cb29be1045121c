import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { AppHeader } from './AppHeader.tsx';
import type { Place } from './place.ts';
import { hostTab, type TabContext } from './tab-host.ts';
import { type Person, type School, tabToken } from './tenant-api.ts';
import type { ThemeName } from './themes.ts';

const useStyles = makeStyles({
  room: { height: '100%', display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)' },
  place: { position: 'relative' },
  frame: { position: 'absolute', inset: 0, width: '100%', height: '100%', border: 'none', colorScheme: 'light' },
  cover: {
    position: 'absolute',
    inset: 0,
    display: 'grid',
    placeContent: 'center',
    textAlign: 'center',
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** How long a page that does not speak teams-js stays covered. */
const patience = 4_000;

type Props = {
  readonly me: Person;
  readonly school: School;
  readonly place: Place;
  readonly theme: ThemeName;
  readonly go: (change: Partial<Place>) => void;
  readonly follow: (url: string) => void;
};

/** The tab in its frame, with Teams’ side of the handshake. Made anew for every person and deep link. */
export function TabView({ me, school, place, theme, go, follow }: Props) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  const { appId, tenantId } = school;
  const context: TabContext = { appId, tenantId, person: me, subPageId: place.sub, theme };
  useTabHost(frame, { context, follow, heard: setState });
  return (
    <div className={styles.room}>
      <AppHeader open="tab" go={go} />
      <div className={styles.place}>
        <iframe
          ref={frame}
          title="Meetings, a tab of Chaperone"
          src="/tab/"
          className={styles.frame}
          onLoad={() => {
            setTimeout(() => {
              setState((known) => (known === 'loading' ? 'shown' : known));
            }, patience);
          }}
        />
        {state === 'loading' && (
          <div className={styles.cover}>
            <Spinner label="Opening Meetings" />
          </div>
        )}
        {state === 'failed' && (
          <div className={styles.cover} role="alert">
            <Text size={500}>We couldn’t load this app</Text>
            <Text>The tab said that it could not start. Choose it again to try once more.</Text>
          </div>
        )}
      </div>
    </div>
  );
}

type Hosting = {
  readonly context: TabContext;
  readonly follow: (url: string) => void;
  readonly heard: (state: 'shown' | 'failed') => void;
};

function useTabHost(frame: React.RefObject<HTMLIFrameElement | null>, hosting: Hosting): void {
  const latest = useRef(hosting);
  latest.current = hosting;
  const host = useRef<ReturnType<typeof hostTab> | null>(null);
  // Before the frame can speak: its first message comes as soon as its script runs.
  useLayoutEffect(() => {
    if (frame.current === null) return undefined;
    const started = hostTab(frame.current, {
      context: () => latest.current.context,
      token: async () => (await tabToken(latest.current.context.person.id)).token,
      heard: (what) => {
        if (what !== 'initialized') latest.current.heard(what === 'loaded' ? 'shown' : 'failed');
      },
      follow: (url) => {
        latest.current.follow(url);
      },
    });
    host.current = started;
    return started.end;
  }, [frame]);
  const { theme } = hosting.context;
  useEffect(() => {
    host.current?.tell(theme);
  }, [theme]);
}
