import { app, authentication } from '@microsoft/teams-js';

export type ThemeName = 'default' | 'dark' | 'contrast';

/** What the tab needs of the Teams around it. Its other side is a test that plays Teams. */
export interface Teams {
  readonly theme: ThemeName;
  /** The meeting a link into Teams named, if one did. */
  readonly opensWith: string | null;
  readonly onTheme: (listener: (theme: ThemeName) => void) => void;
  /** The signed-in person's token for our server; Teams remembers and renews it. */
  readonly token: () => Promise<string>;
  /** Takes away the loading screen of Teams: from now on our own page says how things stand. */
  readonly shown: () => void;
  /** Nothing of ours can be shown; Teams shows its own page in our place. */
  readonly brokenDown: () => void;
}

/** teams-js waits for ever in a frame whose page does not speak its language. */
const answersWithin = 10_000;

/** @returns the Teams around this page, or `null` when there is none: the page was opened in a plain browser */
export async function openTeams(): Promise<Teams | null> {
  try {
    await Promise.race([app.initialize(), silence(answersWithin)]);
    const context = await app.getContext();
    return {
      theme: themeNamed(context.app.theme),
      opensWith: context.page.subPageId || null,
      onTheme: (listener) => {
        app.registerOnThemeChangeHandler((theme) => {
          listener(themeNamed(theme));
        });
      },
      token: () => authentication.getAuthToken(),
      shown: () => {
        app.notifySuccess().catch(report);
      },
      brokenDown: () => {
        app.notifyFailure({ reason: app.FailedReason.Other });
      },
    };
  } catch (error) {
    report(error);
    return null;
  }
}

const themeNamed = (name: string): ThemeName => (name === 'dark' || name === 'contrast' ? name : 'default');

const silence = (milliseconds: number) =>
  new Promise<never>((_, reject) => {
    setTimeout(() => {
      reject(new Error('the page around this one is not Teams'));
    }, milliseconds);
  });

function report(error: unknown): void {
  console.warn('Teams:', error);
}
