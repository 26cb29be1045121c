import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Failure } from '../../bot/failure.ts';
import { type Door, openDoor } from './door.ts';

/** A name that more rows begin with than SharePoint goes through. */

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

test('the data protection officer is asked for more of the name', async () => {
  door.register.placesOfGuests = () => Promise.reject(new Failure('too many rows', 'Guests'));
  const asked = { about: { by: 'name', begins: 'Ma' }, reason: 'A request' };
  const { status, text } = await door.postAs('dpoOnly', '/api/data-protection/searches', asked);
  expect(status).toBe(409);
  expect(text).toContain('Please type more of the name');
});
