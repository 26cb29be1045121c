import { known } from '../../../bot/policy/fact.ts';
import { fivePacks, wordingOf } from '../../meetings/wording.ts';
import { type Answer, openDoor } from '../door.ts';
import { now, people } from '../school.ts';
import { everyMeeting, requests, requestsOfDpo, standing } from './a-full-school.ts';
import { type As, type Asking, everybodys, inAMeeting, ofApprovers, ofTheRegister } from './asking.ts';
import { acts, ofAMeeting } from './asking-acts.ts';
import { ofDataProtection } from './asking-data-protection.ts';
import { type Reads, readers } from './readers.ts';

/** One reader asks the server everything, of a school of their own, so that nobody meets what another has left behind. */

// The rest comes first: what data protection disposes of is gone.
export const asking: Asking = {
  ...everybodys,
  ...ofTheRegister,
  ...ofApprovers,
  ...ofAMeeting,
  ...inAMeeting,
  ...ofDataProtection,
};

/** What is answered with the names of people from outside; opened.test.ts holds that each is kept as a reading of the meeting. */
export const namesGuests: readonly string[] = [
  'GET /api/authorise/:reference',
  'POST /api/authorise/:reference',
  'GET /api/meetings/:reference',
  'GET /api/meetings/:reference/answers',
  'POST /api/meetings/:reference/changes/review',
  'POST /api/meetings/:reference/cancel, of one that has changed meanwhile',
  'POST /api/meetings/:reference/outcome',
  'POST /api/meetings/:reference/looked-at',
  'POST /api/meetings/:reference/let-stand',
  'POST /api/meetings/:reference/agreements',
  'POST /api/meetings/:reference/authorisation',
  'POST /api/meetings/:reference/authorisation, of one that has changed since',
  'GET /api/in-the-meeting',
  'POST /api/meetings/:reference/roll',
  'POST /api/meetings/:reference/ticks',
  'POST /api/meetings/:reference/held',
];

/** Every pack there is, so that each says what it can, and one rule of theirs waived. */
const { policy: packs } = wordingOf({ packs: fivePacks });
const waiver = { by: 'head', jobTitle: 'Headteacher', reason: 'All practised together.', until: '2027-02-12' } as const;
const policy = { ...packs, waivers: [{ rule: 'trust-minimum/practised', ...waiver }] };

/** @returns how this reader asks a school of their own; to be closed */
export async function openAs(reads: Reads): Promise<As> {
  const asked = reads === 'approver' ? requestsOfDpo : requests;
  const door = await openDoor(everyMeeting(asked), { policy });
  await door.register.note(standing.reference, 'asked', people.senco.id, now());
  const reader = readers[reads];
  door.rolesOf = () => Promise.resolve(known(new Set(reader?.groups)));
  door.acts = acts(reads);
  const token = reader === null ? null : await door.tokenFor(reader.is);
  return {
    reads,
    door,
    requests: asked,
    get: (path) => door.get(path, token),
    post: (path, body) => door.post(path, token, body),
  };
}

export async function everythingAskedBy(reads: Reads): Promise<Readonly<Record<string, readonly Answer[]>>> {
  const as = await openAs(reads);
  const answers: Record<string, readonly Answer[]> = {};
  for (const [what, ask] of Object.entries(asking)) answers[what] = await ask(as);
  await as.door.close();
  return answers;
}

export async function routesOfTheDoor(): Promise<readonly string[]> {
  const door = await openDoor();
  await door.close();
  return door.routes;
}
