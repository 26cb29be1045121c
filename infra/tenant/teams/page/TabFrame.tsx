import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { hostTab, type TabContext, type TabHostWorld } from './tab-host.ts';
import { tabToken } from './tenant-api.ts';

const useStyles = makeStyles({
  place: { position: 'relative', minHeight: 0, minWidth: 0 },
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
  readonly title: string;
  readonly context: TabContext;
  readonly follow: (url: string) => void;
  readonly configuring?: NonNullable<TabHostWorld['configuring']>;
  /** Is given the way to tell the page that somebody pressed Save. */
  readonly onSaver?: (save: () => void) => void;
};

/** A page of the app in its frame, with Teams’ side of the handshake. */
export function TabFrame({ title, ...hosting }: Props) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  useTabHost(frame, { ...hosting, heard: setState });
  return (
    <div className={styles.place}>
      <iframe
        ref={frame}
        title={title}
        src={hosting.context.contentUrl}
        className={styles.frame}
        onLoad={() => {
          setTimeout(() => {
            setState((known) => (known === 'loading' ? 'shown' : known));
          }, patience);
        }}
      />
      {state === 'loading' && (
        <div className={styles.cover}>
          <Spinner label="Opening Chaperone" />
        </div>
      )}
      {state === 'failed' && (
        <div className={styles.cover} role="alert">
          <Text size={500}>We couldn’t load this app</Text>
          <Text>The tab said that it could not start. Choose it again to try once more.</Text>
        </div>
      )}
    </div>
  );
}

type Hosting = Omit<Props, 'title'> & { readonly heard: (state: 'shown' | 'failed') => void };

function useTabHost(frame: React.RefObject<HTMLIFrameElement | null>, hosting: Hosting): void {
  const latest = useRef(hosting);
  latest.current = hosting;
  const host = useRef<ReturnType<typeof hostTab> | null>(null);
  // Before the frame can speak: its first message comes as soon as its script runs.
  useLayoutEffect(() => {
    if (frame.current === null) return undefined;
    const { configuring, onSaver } = latest.current;
    const started = hostTab(frame.current, {
      context: () => latest.current.context,
      token: async () => (await tabToken(latest.current.context.person.id)).token,
      heard: (what) => {
        if (what !== 'initialized') latest.current.heard(what === 'loaded' ? 'shown' : 'failed');
      },
      follow: (url) => {
        latest.current.follow(url);
      },
      ...(configuring && { configuring }),
    });
    onSaver?.(started.save);
    host.current = started;
    return started.end;
  }, [frame]);
  const { theme } = hosting.context;
  useEffect(() => {
    host.current?.tell(theme);
  }, [theme]);
}
