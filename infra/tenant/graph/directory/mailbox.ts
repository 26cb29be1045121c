import { findPerson, type SeededPerson } from '../../school/people.ts';
import { type Call, Refusal } from '../call.ts';

const notFound = (key: string) =>
  new Refusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${key}' does not exist or one of its queried reference-property objects are not present.`,
  );

/** The person the path names, by object id or user principal name. */
export function personNamed(call: Call): SeededPerson {
  const key = call.param('user');
  const person = findPerson(key);
  if (person === undefined) throw notFound(key);
  return person;
}

/** As above, with a mailbox: a guest's lies in another organisation. */
export function mailbox(call: Call): SeededPerson {
  const person = findPerson(call.param('user'));
  if (person === undefined)
    throw new Refusal(404, 'ErrorInvalidUser', `The requested user '${call.param('user')}' is invalid.`);
  if (person.kind === 'member') return person;
  throw new Refusal(
    404,
    'MailboxNotEnabledForRESTAPI',
    'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
  );
}
