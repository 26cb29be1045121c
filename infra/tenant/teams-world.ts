import type { DatabaseSync } from 'node:sqlite';
import type { Signing } from './entra/signing.ts';
import type { Response } from './graph/events/event.ts';
import type { Mail } from './mail/mail.ts';
import type { SeededPerson } from './school/people.ts';

/** A meeting as it is joined. */
export type CalledMeeting = {
  readonly subject: string;
  /** `19:meeting_…@thread.v2` */
  readonly chatId: string;
};

/** What Teams in a box may know of the tenant it stands in. */
export type TeamsWorld = {
  people(): readonly SeededPerson[];
  readonly signing: Signing;
  /** Where the product's server answers now, without a slash at the end; it may change while the tenant runs. */
  serverUrl(): string;
  /** The tenant's own address, without a slash at the end. */
  tenantUrl(): string;
  readonly tenantId: string;
  readonly appId: string;
  readonly schoolName: string;
  readonly database: DatabaseSync;
  outbox(): readonly Mail[];
  /** Somebody answers an invitation in their Outlook; false when there is nothing to answer any more. */
  answer(mailId: string, response: Response): boolean;
  /** The meeting that an event's id in our store, an extended property such as a reference, its own id or its chat names. */
  meeting(name: string): CalledMeeting | undefined;
  now(): Date;
  /** An Entra token for a signed-in person of the tab: `aud` is the app, `scp` is `access_as_user`. */
  userToken(personId: string): Promise<string>;
  /** `clear` runs at every reset of the school: chats start empty again. */
  onReset(clear: () => void): void;
};
