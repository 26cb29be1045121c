import { app, authentication, FrameContexts, pages } from '@microsoft/teams-js';
import { linkInto, type SharedPage } from './link-into-teams.ts';

export type ThemeName = 'default' | 'dark' | 'contrast';

/**
 * Where in Teams the tab is drawn. The app's package has it as a configurable tab of the scope `groupChat` in the contexts
 * `meetingSidePanel` and `meetingDetailsTab`: a meeting takes an app only where it is one of its details too
 * (https://github.com/MicrosoftDocs/msteams-docs/issues/2837). A side panel is 280 pixels wide at least and dark as a rule.
 * A configuration page has no `subPageId`; what was configured comes back in the address we gave it.
 */
export type Place =
  | { readonly is: 'page' }
  /** Beside the call, or among the details of the meeting; `chat`: the meeting's own. `reference`: as it was configured. */
  | { readonly is: 'panel'; readonly chat: string | null; readonly reference: string | null }
  | {
      readonly is: 'settings';
      readonly chat: string | null;
      /** Which meeting Teams is to save; `null` while there is none, and its own button cannot be pressed. */
      readonly configure: (reference: string | null) => void;
    };

/** What the tab needs of the Teams around it. Its other side is a test that plays Teams. */
export interface Teams {
  readonly theme: ThemeName;
  readonly place: Place;
  /** What a link into Teams named, or else the tab of the app that was chosen; the address of a page, or a meeting's reference. */
  readonly opensWith: string | null;
  readonly onTheme: (listener: (theme: ThemeName) => void) => void;
  /** The signed-in person's token for our server; Teams remembers and renews it. */
  readonly token: () => Promise<string>;
  /** Takes away the loading screen of Teams: from now on our own page says how things stand. */
  readonly shown: () => void;
  /** Opens the dialog of Teams in which a page of ours is shared with somebody; `null` where Teams has none. */
  readonly share: ((page: SharedPage) => void) | null;
  /** A link that opens a page of ours inside Teams; `null` when Teams has not said what we are called there. */
  readonly linkTo: (page: SharedPage) => string | null;
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
      place: placeIn(context),
      opensWith: context.page.subPageId || new URLSearchParams(window.location.search).get('open'),
      onTheme: (listener) => {
        app.registerOnThemeChangeHandler((theme) => {
          listener(themeNamed(theme));
        });
      },
      token: () => authentication.getAuthToken(),
      shown: () => {
        app.notifySuccess().catch(report);
      },
      share: pages.isSupported()
        ? ({ address, label }) => {
            pages.shareDeepLink({ subPageId: address, subPageLabel: label });
          }
        : null,
      linkTo: (page) => (context.app.appId === undefined ? null : linkInto(context.app.appId.toString(), page)),
      brokenDown: () => {
        app.notifyFailure({ reason: app.FailedReason.Other });
      },
    };
  } catch (error) {
    report(error);
    return null;
  }
}

/** Where a meeting is around the frame, its context names it (https://learn.microsoft.com/microsoftteams/platform/apps-in-teams-meetings/meeting-apps-apis). */
function placeIn({ page, chat, meeting }: app.Context): Place {
  const id = chat?.id ?? null;
  if (page.frameContext === FrameContexts.settings) return { is: 'settings', chat: id, configure };
  if (page.frameContext !== FrameContexts.sidePanel && meeting === undefined) return { is: 'page' };
  return { is: 'panel', chat: id, reference: new URLSearchParams(window.location.search).get('meeting') };
}

/** https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/create-tab-pages/configuration-page */
function configure(reference: string | null): void {
  if (reference !== null) {
    const here = `${window.location.origin}/tab/`;
    pages.config.registerOnSaveHandler((saving) => {
      const config = {
        suggestedDisplayName: 'Chaperone',
        entityId: `meeting-${reference}`,
        contentUrl: `${here}?meeting=${reference}`,
        websiteUrl: here,
      };
      pages.config.setConfig(config).then(
        () => {
          saving.notifySuccess();
        },
        (error: unknown) => {
          report(error);
          saving.notifyFailure();
        },
      );
    });
  }
  pages.config.setValidityState(reference !== null);
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
