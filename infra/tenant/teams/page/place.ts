import { appTabNamed } from './app-tabs.ts';

/** Where in Teams somebody is, as the address bar has it: `/teams?as={personId}&open=chat|tab|mail`, and inside a meeting `open=panel|details|settings`. */
export type Place = {
  /** Entra object id of the person one is; null before one has chosen: then it is the first. */
  readonly as: string | null;
  readonly open: 'chat' | 'tab' | 'mail' | InMeeting;
  /** Which chat is open. */
  readonly chat: 'bot' | 'group';
  /** Which of the app's tabs, by its entity id; null is the one that links lead to. */
  readonly tab: string | null;
  /** What of the tab to show: the sub-page a deep link names. */
  readonly sub: string | null;
  /** Whose mail is open. */
  readonly to: string | null;
  /** Which meeting is called, or opened in the calendar: its reference, the id of its event or of its chat. */
  readonly meeting: string | null;
};

/** Beside the call; among the details of the meeting; where the app is added to it. */
const inMeeting = ['panel', 'details', 'settings'] as const;
export type InMeeting = (typeof inMeeting)[number];
export const isInMeeting = (open: string | null): open is InMeeting => inMeeting.some((one) => one === open);

export function readPlace(search: string): Place {
  const query = new URLSearchParams(search);
  const open = query.get('open');
  return {
    as: query.get('as'),
    open: open === 'tab' || open === 'mail' || isInMeeting(open) ? open : 'chat',
    chat: query.get('chat') === 'group' ? 'group' : 'bot',
    tab: query.get('tab'),
    sub: query.get('sub'),
    to: query.get('to'),
    meeting: query.get('meeting'),
  };
}

/** @returns the query that leads to the place, with its `?` */
export function writePlace({ as, open, chat, tab, sub, to, meeting }: Place): string {
  const query = new URLSearchParams();
  if (as !== null) query.set('as', as);
  query.set('open', open);
  if (open === 'chat' && chat === 'group') query.set('chat', chat);
  if (open === 'tab' && tab !== null) query.set('tab', tab);
  if (open === 'tab' && sub !== null) query.set('sub', sub);
  if (isInMeeting(open) && meeting !== null) query.set('meeting', meeting);
  if (open === 'mail' && to !== null) query.set('to', to);
  return `?${query.toString()}`;
}

export type Link = { readonly leads: 'inside'; readonly change: Partial<Place> } | { readonly leads: 'outside' };

/**
 * Where a link goes when it is pressed here. Deep links to an app's tab have the form
 * https://teams.microsoft.com/l/entity/{appId}/{tab}?context={"subEntityId":…}
 * (https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application);
 * they open a tab that the app's manifest has, or nothing. Links to this page stay in it; everything else would leave the box.
 */
export function readLink(url: string, here: { readonly origin: string; readonly appId: string }): Link {
  if (!URL.canParse(url, here.origin)) return { leads: 'outside' };
  const target = new URL(url, here.origin);
  const { origin, pathname, search, searchParams } = target;
  const entities = `/l/entity/${here.appId}/`;
  if (origin === 'https://teams.microsoft.com' && pathname.startsWith(entities)) {
    const tab = pathname.slice(entities.length);
    if (appTabNamed(tab) === null) return { leads: 'outside' };
    return { leads: 'inside', change: { open: 'tab', tab, sub: subEntity(searchParams.get('context')) } };
  }
  if (!isThisBox(target, new URL(here.origin)) || pathname !== '/teams') return { leads: 'outside' };
  const { as, ...place } = readPlace(search);
  // A link that says “Teams” and no more is the app’s own, and leads to its tab.
  const open = searchParams.has('open') ? place.open : 'tab';
  const sub = place.sub ?? subEntity(searchParams.get('context'));
  return { leads: 'inside', change: as === null ? { ...place, open, sub } : { as, ...place, open, sub } };
}

/** This machine has more than one name. */
function isThisBox(target: URL, here: URL): boolean {
  const loopback = ['127.0.0.1', 'localhost', '[::1]'];
  if (target.origin === here.origin) return true;
  return target.port === here.port && loopback.includes(target.hostname) && loopback.includes(here.hostname);
}

function subEntity(context: string | null): string | null {
  try {
    const parsed: unknown = JSON.parse(context ?? '{}');
    if (typeof parsed !== 'object' || parsed === null || !('subEntityId' in parsed)) return null;
    return typeof parsed.subEntityId === 'string' ? parsed.subEntityId : null;
  } catch {
    return null; // a context that is no JSON names no sub-page; Teams opens the tab all the same
  }
}
