import { makeStyles } from '@fluentui/react-components';
import { AppHeader } from './AppHeader.tsx';
import { appTabNamed } from './app-tabs.ts';
import type { Place } from './place.ts';
import { TabFrame } from './TabFrame.tsx';
import type { Person, School } from './tenant-api.ts';
import type { ThemeName } from './themes.ts';

const useStyles = makeStyles({ room: { height: '100%', display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)' } });

export type InFrame = {
  readonly me: Person;
  readonly school: School;
  readonly place: Place;
  readonly theme: ThemeName;
  readonly go: (change: Partial<Place>) => void;
  readonly follow: (url: string) => void;
};

/** A tab of the app’s own. Made anew for every person, tab and deep link. */
export function TabView({ me, school: { appId, tenantId }, place, theme, go, follow }: InFrame) {
  const styles = useStyles();
  const tab = appTabNamed(place.tab);
  if (tab === null) return <p role="alert">The app’s manifest has no such tab.</p>;
  const { entityId, contentUrl } = tab;
  const context = {
    appId,
    entityId,
    tenantId,
    person: me,
    subPageId: place.sub,
    theme,
    frame: 'content',
    meeting: null,
  } as const;
  return (
    <div className={styles.room}>
      <AppHeader open={entityId} go={go} />
      <TabFrame title={`${tab.name}, a tab of Chaperone`} context={{ ...context, contentUrl }} follow={follow} />
    </div>
  );
}
