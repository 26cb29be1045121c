import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Door, openDoor } from '../api/door.ts';
import { meetings, type PersonKey, people } from '../api/school.ts';

/** What the panel beside a call is told, and what it may do, through the tab's door. */

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const { ofSenco, ofTeacher, calledOff } = meetings;
const open = (who: PersonKey, query: string) => door.getAs(who, `/api/in-the-meeting?${query}`);
const chat = `chat=${encodeURIComponent(ofSenco.chatThreadId ?? '')}`;
const post = (who: PersonKey, what: string, body: unknown, reference: string = ofSenco.reference) =>
  door.postAs(who, `/api/meetings/${reference}/${what}`, body);

describe('which meeting it is', () => {
  test('the chat it stands in says so', async () => {
    expect((await open('senco', chat)).body).toMatchObject({ meeting: { reference: ofSenco.reference }, choices: [] });
  });

  test('where the chat does not, the one that was configured', async () => {
    const query = `chat=${encodeURIComponent('19:somewhere@thread.v2')}&meeting=${ofSenco.reference}`;
    expect((await open('teacher', query)).body).toMatchObject({ meeting: { reference: ofSenco.reference } });
  });

  test('where neither does, the host’s own of these days are there to choose from', async () => {
    expect((await open('senco', '')).body).toMatchObject({
      meeting: null,
      choices: [{ reference: ofSenco.reference, child: 'AB, Year 4' }],
    });
  });

  test('somebody without a part in it learns nothing, not even by its chat', async () => {
    const { text } = await open('ict', chat);
    expect(text).not.toContain(ofSenco.reference);
  });

  test.each(['chat=everything', 'meeting=TAC-1', 'of=somebody'])(
    'what is no chat and no reference is refused: %s',
    async (query) => {
      expect((await open('senco', query)).status).toBe(400);
    },
  );
});

describe('what it shows', () => {
  test('to the host: who is expected as whom, the script, and when to lock; no address', async () => {
    const { body, text } = await open('senco', chat);
    expect(body).toMatchObject({
      meeting: {
        lockAt: '2026-11-24T15:20:00Z',
        roll: [
          { who: 'guest/1', name: 'Rosa Bell', part: 'Mother, Family', attended: 'not noted' },
          { who: 'guest/2', name: 'Dana Cole', part: 'School nurse, School nursing', attended: 'not noted' },
          { who: `staff/${people.teacher.id}`, name: 'Tom Birch', part: 'Second adult', attended: 'not noted' },
        ],
        script: { ticks: expect.arrayContaining([expect.objectContaining({ line: 'trust-minimum/all-here' })]) },
        concern: null,
        can: { noteRoll: { may: true }, tick: { may: true }, raiseConcern: { may: true } },
      },
    });
    expect(text).not.toContain('@mail');
  });

  test('to the head, who reads along: the roll, and nothing to tick', async () => {
    const { body } = await open('head', chat);
    expect(body).toMatchObject({ meeting: { can: { noteRoll: { may: false }, raiseConcern: { may: true } } } });
    expect(body).not.toHaveProperty('meeting.script');
  });

  test('of a meeting that was called off: why, and nothing to tick', async () => {
    const { body } = await open('senco', `meeting=${calledOff.reference}`);
    expect(body).toMatchObject({ meeting: { notice: expect.any(String), can: { tick: { may: false } } } });
  });
});

describe('what is pressed', () => {
  const came = (who: string, attended = 'came') => ({ said: [{ who, attended }] });

  test('a tick beside a name stands on the roll, of guests and of staff', async () => {
    await post('teacher', 'roll', came('guest/2'));
    const { body } = await post('senco', 'roll', came(`staff/${people.teacher.id}`));
    expect(body).toMatchObject({
      roll: [{ attended: 'not noted' }, { attended: 'came' }, { attended: 'came' }],
    });
  });

  test('once everybody is noted the log says how many came, and nobody’s name', async () => {
    await post('senco', 'roll', came('guest/1', 'did not come'));
    await post('senco', 'roll', came('guest/1', 'did not come'));
    const noted = (await door.register.log(ofSenco.reference)).filter(({ event }) => event === 'attendance noted');
    expect(noted.map(({ detail }) => detail)).toEqual(['2 of 3 came']);
  });

  test('all of the script at once is the same as each of it', async () => {
    const { body } = await post('senco', 'ticks', {
      moment: 'start',
      ticks: ['only-expected', 'all-here', 'cameras-as-they-like'].map((line) => ({
        line: `trust-minimum/${line}`,
        ticked: true,
      })),
    });
    expect(body).toMatchObject({ script: { ticks: [{ ticked: true }, { ticked: true }, { ticked: true }] } });
    expect((await door.register.log(ofSenco.reference)).map(({ event }) => event)).toContain('checklist kept');
  });

  test('a concern is told to the safeguarding lead, once however often it is pressed', async () => {
    const first = await post('teacher', 'concern', {});
    expect(first.body).toEqual({
      at: expect.any(String),
      told: 'told',
      says: expect.stringMatching(/^The safeguarding lead was told at .* What it is about, tell them yourself\.$/),
    });
    expect((await post('teacher', 'concern', {})).body).toEqual(first.body);
    expect((await open('teacher', chat)).body).toMatchObject({ meeting: { concern: first.body } });
    // The host does not see that there was one.
    expect((await open('senco', chat)).body).toMatchObject({ meeting: { concern: null } });
    expect((await door.getAs('senco', `/api/meetings/${ofSenco.reference}`)).text).not.toContain('oncern was raised');
    expect((await door.getAs('head', `/api/meetings/${ofSenco.reference}`)).text).toContain('A concern was raised');
  });

  test.each([
    ['roll', { said: [{ who: 'guest/9', attended: 'came' }] }],
    ['roll', { said: [{ who: `staff/${people.head.id}`, attended: 'came' }] }],
    ['roll', { said: [{ who: 'guest/1', attended: 'perhaps' }] }],
    ['roll', { said: [] }],
    ['ticks', { moment: 'start', ticks: [{ line: 'trust-minimum/no-such', ticked: true }] }],
    ['ticks', { moment: 'after', ticks: [{ line: 'trust-minimum/incident-number', ticked: true }] }],
    ['ticks', { moment: 'before', ticks: [{ line: 'trust-minimum/background', ticked: true }] }],
  ])('what is not on the panel is not taken: %s %j', async (what, body) => {
    expect((await post('senco', what, body)).status).toBe(400);
  });

  test('whoever does not run the meeting notes nothing', async () => {
    expect((await post('head', 'roll', came('guest/1'))).status).toBe(403);
    expect((await post('ict', 'roll', came('guest/1'))).status).toBe(404);
    expect((await post('senco', 'roll', came('guest/1'), calledOff.reference)).status).toBe(403);
    expect((await post('senco', 'roll', came('guest/1'), ofTeacher.reference)).status).toBe(404);
  });
});
