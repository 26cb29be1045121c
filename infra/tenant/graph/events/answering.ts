import type { Store } from '../../database.ts';
import type { Documents } from '../../documents.ts';
import type { Mail } from '../../mail/mail.ts';
import { type Response, type StoredEvent, sameAddress } from './event.ts';

type World = { readonly events: Documents<StoredEvent>; readonly store: Store; readonly now: () => Date };

/**
 * Somebody answers an invitation in their own Outlook. The organizer's event then says what and when beside their name
 * (https://learn.microsoft.com/graph/api/resources/responsestatus), and a meeting declined leaves their calendar
 * (https://learn.microsoft.com/graph/api/event-decline).
 * @param mail the invitation
 * @returns false when there is nothing to answer: the meeting is over, or they are no longer invited
 */
export function answerInOutlook(world: World, mail: Mail, said: Response): boolean {
  const event = world.events.all().find((one) => isOf(mail, one));
  if (event === undefined) return false;
  const at = world.now().toISOString();
  const attendees = event.attendees.map((one) =>
    sameAddress(one.address, mail.to) ? { ...one, answer: { response: said, at } } : one,
  );
  world.store.write(
    () => {
      world.events.put({ ...event, attendees, lastModifiedDateTime: at, version: event.version + 1 });
    },
    { keep: true },
  );
  return true;
}

const isOf = (mail: Mail, { state, joinUrl, attendees }: StoredEvent): boolean =>
  state === 'live' && joinUrl === mail.joinUrl && attendees.some(({ address }) => sameAddress(address, mail.to));
