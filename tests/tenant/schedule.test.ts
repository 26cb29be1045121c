import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { invited, maya, mum, openSchool, tom } from './school.ts';

/** When people are busy. */
const school = await openSchool();
afterAll(() => school.close());
beforeEach(() => school.reset());

const london = (dateTime: string) => ({ dateTime, timeZone: 'Europe/London' });
const tuesday = { startTime: london('2026-11-24T13:00:00'), endTime: london('2026-11-24T17:00:00') };

const asked = (schedules: string[], more: object = {}) =>
  school.graph('POST', `/users/${maya.id}/calendar/getSchedule`, {
    body: { schedules, ...tuesday, availabilityViewInterval: 30, ...more },
  });

test('teachers teach, and everybody is free for families on Tuesdays after school', async () => {
  const { body } = await asked([maya.address, tom.address]);
  expect(body).toMatchObject({ value: [{ availabilityView: '02200000' }, { availabilityView: '22222000' }] });
});

test('school hours are London’s in winter and in summer', async () => {
  const summer = { startTime: london('2026-06-23T13:00:00'), endTime: london('2026-06-23T17:00:00') };
  const { body } = await asked([tom.address], summer);
  expect(body).toMatchObject({
    value: [{ availabilityView: '22222000', scheduleItems: [{ start: { dateTime: '2026-06-23T12:00:00.0000000' } }] }],
  });
});

test('what has been arranged is busy for the organizer and pencilled in for those invited', async () => {
  await school.newEvent(invited(tom.address, mum));
  const { body } = await asked([maya.address, tom.address]);
  expect(body).toMatchObject({ value: [{ availabilityView: '02202200' }, { availabilityView: '22222100' }] });
});

test('only one’s own calendar says what it is about', async () => {
  const { body } = await asked([maya.address, tom.address]);
  expect(body).toMatchObject({ value: [{ scheduleItems: [{ subject: 'Educational psychologist' }] }, {}] });
  expect(JSON.stringify(body)).not.toContain('Year 4');
});

test('somebody without a mailbox here is an error inside the answer', async () => {
  const { status, body } = await asked([mum]);
  expect(status).toBe(200);
  expect(body).toMatchObject({ value: [{ scheduleId: mum, error: { responseCode: 'ErrorMailRecipientNotFound' } }] });
});

test('more than twenty people, or six weeks, are too many', async () => {
  expect(await asked(Array.from({ length: 21 }, () => maya.address))).toMatchObject({ status: 400 });
  expect(await asked([maya.address], { endTime: london('2027-01-05T13:00:00') })).toMatchObject({ status: 400 });
});
