import type { Reference } from '../meetings/ask.ts';
import { type Element, link } from './elements.ts';
import { buttons } from './words/questions.ts';

/**
 * A button that opens a meeting's own page: the tab's address, with the page it is to open with as a deep link's context names it
 * (https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application).
 * @param tabUrl where the tab is opened in Teams
 */
export function meetingLink(reference: Reference, tabUrl: string): Element {
  const url = new URL(tabUrl);
  url.searchParams.set('context', JSON.stringify({ subEntityId: `meeting/${reference}` }));
  return link(buttons.openMeeting, url.href);
}
