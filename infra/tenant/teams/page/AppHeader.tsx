import { makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { ShieldPersonFilled } from '@fluentui/react-icons';
import { appTabs } from './app-tabs.ts';
import type { Place } from './place.ts';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    padding: `0 ${tokens.spacingHorizontalL}`,
    minHeight: '48px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  app: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, paddingTop: tokens.spacingVerticalXS },
  icon: {
    display: 'grid',
    placeItems: 'center',
    width: '28px',
    height: '28px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: '18px',
  },
});

/** The head of the app Chaperone, with its tabs as a personal app has them. */
export function AppHeader({
  open,
  go,
}: {
  /** The chat, or a tab by its entity id. */
  readonly open: string;
  readonly go: (change: Partial<Place>) => void;
}) {
  const styles = useStyles();
  return (
    <div className={styles.header}>
      <div className={styles.app}>
        <BotIcon />
        <Text as="h2" weight="semibold" size={400}>
          Chaperone
        </Text>
      </div>
      <TabList
        aria-label="Chaperone"
        selectedValue={open}
        onTabSelect={(_, { value }) => {
          const tab = appTabs.find(({ entityId }) => entityId === value);
          go(tab ? { open: 'tab', tab: tab.entityId, sub: null } : { open: 'chat', chat: 'bot' });
        }}
      >
        <Tab value="chat">Chat</Tab>
        {appTabs.map(({ entityId, name }) => (
          <Tab key={entityId} value={entityId}>
            {name}
          </Tab>
        ))}
      </TabList>
    </div>
  );
}

export function BotIcon() {
  const styles = useStyles();
  return (
    <span className={styles.icon} aria-hidden>
      <ShieldPersonFilled />
    </span>
  );
}
