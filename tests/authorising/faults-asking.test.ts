import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Person, said } from '../../infra/demo/person.ts';
import { faultsOf, inTime, type Placed } from '../faults/faults.ts';
import type { School } from '../school.ts';
import { heardTimes, newest, people, upToAsking } from './leadership.ts';
import { arm, everyFault, fresh, openImpatientSchool, until } from './playing.ts';

/** Every single fault at every Graph call between the host's tap and the approvers' cards. */

let school: School;
beforeAll(async () => {
  school = await openImpatientSchool();
});
afterAll(() => school.close());

const only = async () => (await school.look()).rows[0];

/** The SENCO asks for a yes while things go wrong. */
async function askedFor(faults: readonly Placed[]): Promise<readonly string[]> {
  await fresh(school);
  const { senco, head, deputy } = people(school);
  await upToAsking(senco);
  await arm(school, faults);
  await senco.presses('Ask for authorisation');
  const settled = async () => {
    const row = await only();
    return row?.step === 'done' || (row?.step === 'authorise' && (await cards(head)) > 0 && (await cards(deputy)) > 0);
  };
  await until(settled, 1500);
  await school.control('faults', 'DELETE');
  if ((await only()) === undefined) await asksAgain(senco);
  if (!(await until(settled, 20_000))) return [`left at ${(await only())?.step ?? 'nothing'}`];
  const { mails, events, rows } = await school.look();
  const asked = [await cards(head), await cards(deputy)];
  return [
    ...(mails.length + events.length > 0 ? ['something was made before anybody said yes'] : []),
    ...(rows.length === 1 ? [] : [`there are ${rows.length} rows`]),
    ...(asked.every((each) => each === (rows[0]?.status === 'waiting' ? 1 : 0)) ? [] : [`cards: ${asked.join(', ')}`]),
  ];
}

/** What could not be checked when the host pressed is checked again first. */
async function asksAgain(senco: Person): Promise<void> {
  if (said(await newest(senco)).startsWith('This cannot be sent')) await senco.presses('Check again');
  await senco.presses('Ask for authorisation');
}

const cards = (person: Parameters<typeof heardTimes>[0]) => heardTimes(person, 'May this meeting go ahead?');

test('no single fault while approvers are asked makes anything in Teams, loses the request or asks anybody twice', async () => {
  expect(await everyFault(school, askedFor, (call, at) => inTime(call, at, faultsOf(call)))).toEqual([]);
}, 600_000);
