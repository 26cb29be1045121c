import type { ThemeName } from './themes.ts';

/** What the tab is told of where it is; in real Teams this comes from the client. */
export type TabContext = {
  readonly appId: string;
  /** Which of the app's tabs this is, as its manifest names it. */
  readonly entityId: string;
  readonly tenantId: string;
  readonly person: { readonly id: string; readonly name: string; readonly userPrincipalName: string };
  readonly subPageId: string | null;
  readonly theme: ThemeName;
  /** `sidePanel` beside a call, `settings` where an app is added, `content` everywhere else. */
  readonly frame: 'content' | 'sidePanel' | 'settings';
  /** The meeting around the frame, if one is. */
  readonly meeting: { readonly id: string; readonly chatId: string } | null;
  /** Where the tab was told to open, as it was configured. */
  readonly contentUrl: string;
};

/** What a configuration page says of what is to be saved. */
export type TabConfig = { readonly contentUrl: string };

export type TabHostWorld = {
  context(): TabContext;
  token(): Promise<string>;
  /** The tab says how its start went, or links somewhere. */
  heard(what: 'initialized' | 'loaded' | 'failed'): void;
  follow(url: string): void;
  /** A configuration page: whether its choice can be saved, what it is, and how that went. */
  configuring?: {
    valid(isValid: boolean): void;
    config(config: TabConfig): void;
    saved(went: 'well' | 'wrong'): void;
  };
};

type Request = {
  readonly id: number;
  readonly uuidAsString: string | undefined;
  readonly func: string;
  readonly args: readonly unknown[];
};

const clientVersion = '2.0.8';

/**
 * Teams’ side of the talk with teams-js in a frame: every message carries a `func` with `args`, an answer carries the message’s own
 * `id` and `uuidAsString`. Written against @microsoft/teams-js 2.58 (https://github.com/OfficeDev/microsoft-teams-library-js).
 * @returns how to end the talk, how to tell the tab of another theme, and that somebody pressed Save
 */
export function hostTab(frame: HTMLIFrameElement, world: TabHostWorld) {
  const listen = (event: MessageEvent<unknown>) => {
    if (event.source !== frame.contentWindow || event.origin !== location.origin) return;
    const request = readRequest(event.data);
    if (request === null) return;
    void answerTo(request, world).then((args) => {
      if (args !== null) send(frame, { id: request.id, uuidAsString: request.uuidAsString, args });
    });
  };
  window.addEventListener('message', listen);
  return {
    tell: (theme: ThemeName) => {
      send(frame, { func: 'themeChange', args: [theme] });
    },
    save: () => {
      send(frame, { func: 'settings.save', args: [{ webhookUrl: '' }] });
    },
    end: () => {
      window.removeEventListener('message', listen);
    },
  };
}

/** @returns the arguments of the answer, or null where teams-js waits for none */
async function answerTo({ func, args }: Request, world: TabHostWorld): Promise<readonly unknown[] | null> {
  switch (func) {
    case 'initialize':
      world.heard('initialized');
      return [world.context().frame, 'web', JSON.stringify(runtime), clientVersion];
    case 'getContext':
      return [legacyContext(world.context())];
    case 'authentication.getAuthToken':
      return world.token().then(
        (token) => [true, token],
        () => [false, 'resourceRequiresConsent'],
      );
    case 'appInitialization.appLoaded':
    case 'appInitialization.success':
      world.heard('loaded');
      return null;
    case 'appInitialization.failure':
      world.heard('failed');
      return null;
    case 'executeDeepLink':
      world.follow(String(args[0]));
      return [true];
    case 'settings.getSettings':
      return [{ entityId: world.context().entityId, contentUrl: `${location.origin}${world.context().contentUrl}` }];
    case 'settings.setValidityState':
      world.configuring?.valid(args[0] === true);
      return null;
    case 'settings.setSettings':
      world.configuring?.config(configIn(args[0]));
      return [true];
    case 'settings.save.success':
    case 'settings.save.failure':
      world.configuring?.saved(func === 'settings.save.success' ? 'well' : 'wrong');
      return null;
    case 'registerHandler':
    case 'appInitialization.expectedFailure':
    case 'setFrameContext':
    case 'returnFocus':
    case 'shareDeepLink':
    case 'readyToUnload':
      return null;
    default:
      console.warn(`The tab asked Teams for ${func}, which the school in a box does not imitate.`);
      return [false, 'notSupportedOnPlatform'];
  }
}

/** What the host says it can do; the tab is told truthfully that the rest is not supported. */
const runtime = {
  apiVersion: 4,
  isLegacyTeams: false,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  supports: { pages: { config: {} } },
};

/** teams-js turns this older, flat form into the `app`, `page` and `user` that a tab sees. */
function legacyContext({ appId, entityId, tenantId, person, subPageId, theme, frame, meeting }: TabContext) {
  return {
    ...{ appId, theme, locale: 'en-gb', hostName: 'Teams', hostClientType: 'web', ringId: 'general' },
    ...{ sessionId: crypto.randomUUID(), appSessionId: crypto.randomUUID(), userClickTime: Date.now() },
    ...{
      frameContext: frame,
      entityId,
      subEntityId: subPageId ?? '',
      isFullScreen: false,
      isMultiWindow: false,
    },
    ...(meeting && { chatId: meeting.chatId, meetingId: meeting.id }),
    ...{ tid: tenantId, userObjectId: person.id, userDisplayName: person.name },
    ...{ loginHint: person.userPrincipalName, userPrincipalName: person.userPrincipalName },
  };
}

function configIn(sent: unknown): TabConfig {
  if (typeof sent !== 'object' || sent === null || !('contentUrl' in sent) || typeof sent.contentUrl !== 'string')
    throw new Error('a configuration without a contentUrl');
  return { contentUrl: sent.contentUrl };
}

function readRequest(data: unknown): Request | null {
  if (typeof data !== 'object' || data === null || !('func' in data) || !('id' in data)) return null;
  const { func, id } = data;
  if (typeof func !== 'string' || typeof id !== 'number') return null;
  const uuidAsString = 'uuidAsString' in data && typeof data.uuidAsString === 'string' ? data.uuidAsString : undefined;
  const args: readonly unknown[] = 'args' in data && Array.isArray(data.args) ? data.args : [];
  return { id, func, uuidAsString, args };
}

function send(frame: HTMLIFrameElement, message: object): void {
  frame.contentWindow?.postMessage(message, location.origin);
}
