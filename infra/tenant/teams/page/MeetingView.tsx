import { Button, makeStyles, Spinner, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { meetingsTab } from '../../../../manifest/manifest.ts';
import type { InMeeting, Place } from './place.ts';
import { TabFrame } from './TabFrame.tsx';
import type { InFrame } from './TabView.tsx';
import type { TabConfig } from './tab-host.ts';
import { type Called, called } from './tenant-api.ts';

const useStyles = makeStyles({
  room: { height: '100%', display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // As narrow as Teams ever makes it.
  call: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 281px', minHeight: 0 },
  // The call itself is dark in every theme, as in Teams.
  stage: { display: 'grid', placeContent: 'center', textAlign: 'center', backgroundColor: '#1f1f1f', color: '#ffffff' },
  side: { display: 'grid', minHeight: 0, borderLeft: `1px solid ${tokens.colorNeutralStroke1}` },
  whole: { display: 'grid', minHeight: 0 },
  dialog: { display: 'grid', placeContent: 'center', minHeight: 0 },
  box: {
    display: 'grid',
    gridTemplateRows: 'minmax(0, 1fr) auto',
    width: 'min(560px, 100vw)',
    height: 'min(460px, 70vh)',
    boxShadow: tokens.shadow64,
  },
  save: { justifySelf: 'end', margin: tokens.spacingHorizontalM },
  waiting: { padding: tokens.spacingVerticalXXXL },
});

type Props = InFrame & { readonly open: InMeeting };

/** A meeting of one’s own with the app in it: beside the call, among its details, or where it is added. */
export function MeetingView({ open, ...inFrame }: Props) {
  const styles = useStyles();
  const { meeting } = inFrame.place;
  const [found, setFound] = useState<Called | 'nowhere' | null>(null);
  useEffect(() => {
    called(meeting ?? '').then(setFound, () => {
      setFound('nowhere');
    });
  }, [meeting]);
  if (found === null) return <Spinner className={styles.waiting} label="Calling" />;
  if (found === 'nowhere')
    return (
      <p className={styles.waiting} role="alert">
        There is no such meeting. Name one by its reference: open=panel&amp;meeting=TAC-…
      </p>
    );
  return <InCall {...inFrame} open={open} meeting={found} />;
}

const titles: Readonly<Record<InMeeting, string>> = {
  panel: 'Chaperone, beside the call',
  details: 'Chaperone, among the details of the meeting',
  settings: 'Chaperone, to be added to the meeting',
};

function InCall({ open, meeting, me, school, theme, go, follow }: Omit<Props, 'place'> & { meeting: Called }) {
  const styles = useStyles();
  const { appId, tenantId } = school;
  const context = {
    ...{ appId, entityId: meetingsTab, tenantId, person: me, subPageId: null, theme, meeting },
    frame: ({ panel: 'sidePanel', details: 'content', settings: 'settings' } as const)[open],
    contentUrl: open === 'settings' ? '/tab/' : keptFor(meeting),
  };
  const frame = { title: titles[open], context, follow };
  return (
    <div className={styles.room}>
      <div className={styles.head}>
        <Text as="h2" weight="semibold" size={400}>
          {meeting.subject}
        </Text>
        <Rooms open={open} go={go} />
      </div>
      {open === 'panel' && (
        <div className={styles.call}>
          <div className={styles.stage}>
            <Text size={600}>{meeting.subject}</Text>
            <Text>Nobody speaks in a box: this is where the call would be.</Text>
          </div>
          <div className={styles.side}>
            <TabFrame {...frame} />
          </div>
        </div>
      )}
      {open === 'details' && (
        <div className={styles.whole}>
          <TabFrame {...frame} />
        </div>
      )}
      {open === 'settings' && <Adding frame={frame} meeting={meeting} go={go} />}
    </div>
  );
}

function Rooms({ open, go }: { readonly open: InMeeting; readonly go: (change: Partial<Place>) => void }) {
  return (
    <TabList
      aria-label="The meeting"
      selectedValue={open}
      onTabSelect={(_, { value }) => {
        go({ open: value === 'details' || value === 'settings' ? value : 'panel' });
      }}
    >
      <Tab value="panel">Call</Tab>
      <Tab value="details">Details</Tab>
      <Tab value="settings">Add an app</Tab>
    </TabList>
  );
}

type AddingProps = {
  readonly frame: Parameters<typeof TabFrame>[0];
  readonly meeting: Called;
  readonly go: (change: Partial<Place>) => void;
};

/** Teams’ dialog around a configuration page: the button is Teams’, and can be pressed once the page says so. */
function Adding({ frame, meeting, go }: AddingProps) {
  const styles = useStyles();
  const [isValid, setValid] = useState(false);
  const save = useRef<() => void>(() => undefined);
  const latest = useRef(go);
  latest.current = go;
  const configuring = useMemo(() => {
    let config: TabConfig | null = null;
    return {
      valid: setValid,
      config: (sent: TabConfig) => {
        config = sent;
      },
      saved: (went: 'well' | 'wrong') => {
        if (went === 'wrong' || config === null) return;
        keepFor(meeting, config);
        latest.current({ open: 'details' });
      },
    };
  }, [meeting]);
  return (
    <div className={styles.dialog}>
      <div className={styles.box}>
        <TabFrame
          {...frame}
          configuring={configuring}
          onSaver={(saver) => {
            save.current = saver;
          }}
        />
        <Button
          appearance="primary"
          className={styles.save}
          disabled={!isValid}
          onClick={() => {
            save.current();
          }}
        >
          Save
        </Button>
      </div>
    </div>
  );
}

const keyOf = ({ chatId }: Called) => `teams-in-a-box-tab ${chatId}`;
/** What was configured belongs to the meeting; here it is kept for whoever sits at this browser. */
const keptFor = (meeting: Called): string => localStorage.getItem(keyOf(meeting)) ?? '/tab/';
function keepFor(meeting: Called, { contentUrl }: TabConfig): void {
  const { origin, pathname, search } = new URL(contentUrl);
  if (origin === location.origin) localStorage.setItem(keyOf(meeting), `${pathname}${search}`);
}
