import { z } from 'zod';
import { schoolDayAhead, upToReview } from '../../infra/demo/arrange.ts';
import { type Delivered, type Person, said } from '../../infra/demo/person.ts';
import { newest } from '../authorising/leadership.ts';
import { openLists } from '../register/lists.ts';
import type { Site } from '../school.ts';

/** A meeting that stands, and the card about its agreements in somebody's hands. */

/** The SENCO arranges the main job's meeting. @param weeks later than usual @returns its reference */
export async function arranges(school: Site, weeks = 0): Promise<string> {
  const senco = school.as('Maya Okafor');
  await upToReview(senco, schoolDayAhead(new Date(Date.now() + weeks * 604_800_000)));
  await senco.presses('Send');
  const found = /TAC-[0-9A-Z]{8}/.exec(said(await senco.hears('Arranged: the invitations have gone')));
  if (found === null) throw new Error('an arranged meeting has a reference');
  return found[0];
}

const Choices = z.object({ id: z.string(), choices: z.array(z.object({ title: z.string(), value: z.string() })) });

/** Every list to choose from on a card. */
function choicesIn(value: unknown): z.infer<typeof Choices>[] {
  const one = Choices.safeParse(value).data;
  if (one) return [one];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(choicesIn) : [];
}

/** What stands for a guest on the newest card that somebody has. */
export async function guestOnCard(person: Person, name: string): Promise<string> {
  const { card } = await newest(person);
  const list = choicesIn(card).find(({ id }) => id === 'guest');
  const found = list?.choices.find(({ title }) => title.startsWith(name));
  if (found === undefined) throw new Error(`${name} is not on the card`);
  return found.value;
}

/** What was written down, a line a statement, in order. */
export async function ledger(school: Site): Promise<readonly string[]> {
  const rows = await (await openLists(school)).rows('Agreements');
  return rows
    .toSorted((one, other) => Number(one.fields['Number']) - Number(other.fields['Number']))
    .map(({ fields }) => ['Name', 'Agreement', 'Says', 'How', 'Day', 'By'].map((name) => fields[name]).join(', '));
}

export const shown = ({ body }: Delivered): string => JSON.stringify(body);
