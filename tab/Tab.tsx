import {
  FluentProvider,
  makeStyles,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
} from '@fluentui/react-components';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { Breakdown } from './shell/Breakdown.tsx';
import { Opening, Shell } from './shell/Shell.tsx';
import type { Teams, ThemeName } from './teams.ts';

const OutsideTeams = lazy(() => import('./shell/OutsideTeams.tsx').then((file) => ({ default: file.OutsideTeams })));
const InTheMeeting = lazy(() =>
  import('./in-the-meeting/InTheMeeting.tsx').then((file) => ({ default: file.InTheMeeting })),
);
const Settings = lazy(() => import('./in-the-meeting/Settings.tsx').then((file) => ({ default: file.Settings })));

// In high contrast a coloured icon would vanish on a highlighted row: there it has the colour of the words it stands beside.
const contrast = {
  ...teamsHighContrastTheme,
  colorStatusSuccessForeground1: 'currentColor',
  colorStatusDangerForeground1: 'currentColor',
};
const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast };

const useStyles = makeStyles({
  page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
  // For what the browser draws itself: scroll bars, the calendar of a date field.
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
});

/** The whole tab: finds the Teams around it, wears its theme, and shows the register or says where it lives. */
export function Tab({ opening }: { opening: Promise<Teams | null> }) {
  const [teams, setTeams] = useState<Teams | null | 'opening'>('opening');
  useEffect(() => {
    void opening.then(setTeams);
  }, [opening]);

  if (teams === 'opening')
    return (
      <Dressed theme="default">
        <Opening />
      </Dressed>
    );
  if (teams === null) {
    return (
      <Dressed theme="default">
        <Suspense fallback=<Opening />>
          <OutsideTeams />
        </Suspense>
      </Dressed>
    );
  }
  return <InTeams teams={teams} />;
}

function InTeams({ teams }: { teams: Teams }) {
  const [theme, setTheme] = useState(teams.theme);
  useEffect(() => {
    teams.onTheme(setTheme);
  }, [teams]);
  return (
    <Dressed theme={theme}>
      <Breakdown onBreakdown={teams.brokenDown}>
        <Place teams={teams} />
      </Breakdown>
    </Dressed>
  );
}

function Place({ teams }: { teams: Teams }) {
  const { place } = teams;
  if (place.is === 'page') return <Shell teams={teams} />;
  return (
    <Suspense fallback=<Opening />>
      {place.is === 'panel' ? <InTheMeeting teams={teams} place={place} /> : <Settings teams={teams} place={place} />}
    </Suspense>
  );
}

function Dressed({ theme, children }: { theme: ThemeName; children: ReactNode }) {
  const styles = useStyles();
  return (
    // Fluent gives this class to its portals too, so the page's background is on a child: a drawer must not paint over the page.
    <FluentProvider theme={themes[theme]} className={theme === 'default' ? styles.light : styles.dark}>
      <div className={styles.page}>{children}</div>
    </FluentProvider>
  );
}
