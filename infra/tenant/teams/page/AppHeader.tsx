import { makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { ShieldPersonFilled } from '@fluentui/react-icons';
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
  readonly open: 'chat' | 'tab';
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
          go(value === 'tab' ? { open: 'tab', sub: null } : { open: 'chat', chat: 'bot' });
        }}
      >
        <Tab value="chat">Chat</Tab>
        <Tab value="tab">Meetings</Tab>
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
