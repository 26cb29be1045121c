import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { said } from '../../infra/demo/person.ts';
import { afresh, answerTo } from '../arranging/chatting.ts';
import { button, deeds, events, heardTimes, newest, regrouped, row, schoolWith } from '../authorising/leadership.ts';
import { until } from '../authorising/playing.ts';
import { impatient } from '../faults/play.ts';
import { openSchool, type School } from '../school.ts';
import { aftercare, answers, reason, sendsUrgent, upToUrgentReview, who } from './urgent-school.ts';

/** Under a policy that wants leadership's yes before any meeting with a family, something cannot wait. */

let school: School;
beforeAll(async () => {
  school = await openSchool({ SCHOOL_FILE: schoolWith('county-teams-first'), ...impatient });
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

const Armed = z.array(z.looseObject({ struck: z.number() }));
const toldLead = 'An urgent meeting has been asked for';
const toLook = 'Please look at this urgent meeting';

test('an urgent meeting takes three messages, is sealed like any other, and the safeguarding lead is told', async () => {
  const { senco, lead, deputy, head } = who(school);
  await sendsUrgent(senco);
  await senco.hears('Arranged: the invitations have gone');
  const spoken = (await senco.messages()).filter(({ from }) => from === 'person');
  // One word drops what was there before; the taps are messages as well.
  expect(spoken.length).toBeLessThanOrEqual(2);
  for (const leader of [deputy, head]) await leader.hears(toLook);
  await lead.hears(toldLead);
  const seen = await school.look();
  expect(school.broken(seen)).toEqual([]);
  expect(new Set(seen.mails.map(({ to }) => to)).size).toBe(4);
  expect(await heardTimes(lead, toldLead)).toBe(1);
  expect(await heardTimes(deputy, 'May this meeting go ahead')).toBe(0);
  const card = said(await newest(head));
  expect(card).toContain(reason);
  expect(card).toContain('It is arranged.');
  expect(card).toContain('Set aside because it was urgent');
  for (const shown of [card, said(await newest(lead))])
    expect(shown).not.toMatch(/\bAB\b|Jo Marsh|jo\.marsh@example\.com/);
});

test('the lead is told before anything is made in Teams', async () => {
  const { senco, lead } = who(school);
  await upToUrgentReview(senco);
  await school.faults([{ method: 'POST', path: '/events', do: { kind: 'fail', status: 503 }, times: 200 }]);
  await senco.presses('Send');
  await lead.hears(toldLead);
  expect((await school.look()).events).toEqual([]);
  await school.control('faults', 'DELETE');
  await senco.hears('Arranged: the invitations have gone');
  expect(await heardTimes(lead, toldLead)).toBe(1);
});

describe('afterwards', () => {
  test('a senior leader’s tap with a sentence stands in the register, and every card shows it', async () => {
    const { senco, deputy, head } = who(school);
    await sendsUrgent(senco);
    await deputy.hears(toLook);
    await head.hears(toLook);
    const shown = await answerTo(deputy, () => deputy.presses('Reviewed', { words: 'The right thing to do' }));
    expect(shown).toContain('Looked at');
    expect(await aftercare(school, 'reviewed')).toMatchObject({
      lead: 'told',
      by: { name: 'Owen Pryce' },
      words: 'The right thing to do',
    });
    await until(async () => said(await newest(head)).includes('Looked at'), 5000);
    expect(said(await newest(head))).toContain('Looked at');
    expect(await deeds(school)).toContainEqual({ event: 'reviewed', by: deputy.id });
  });

  test('two taps at once are one look', async () => {
    const { senco, deputy, head } = who(school);
    await sendsUrgent(senco);
    const cards = await Promise.all(
      [deputy, head].map(async (one) => {
        await one.hears(toLook);
        return button(one, 'Reviewed');
      }),
    );
    await aftercare(school, 'due');
    await until(
      async () => (await row(school))['Step'] === 'done' && (await events(school)).includes('aftercare asked'),
      5000,
    );
    await Promise.all(
      [deputy, head].map((one, at) =>
        one.act(cards[at]?.messageId ?? '', 'looked at', { ...cards[at]?.data, words: '' }),
      ),
    );
    await aftercare(school, 'reviewed');
    expect((await events(school)).filter((event) => event === 'reviewed')).toHaveLength(1);
  });

  test('the host, a teacher and somebody who has lost the role cannot, and are told why', async () => {
    const { senco, deputy, head, teacher } = who(school);
    await sendsUrgent(head);
    await deputy.hears(toLook);
    expect(await heardTimes(head, toLook)).toBe(0);
    const card = await button(deputy, 'Reviewed');
    // The verb and the data are anybody's to send, from whatever card they have.
    const taps = async (one: typeof head, hears: string) => {
      await one.says('help');
      const { id } = await one.hears('I arrange meetings with people from outside');
      expect(JSON.stringify(await one.act(id, card.verb, card.data))).toContain(hears);
    };
    await until(async () => (await events(school)).includes('aftercare asked'), 5000);
    await taps(head, 'This is your own meeting');
    await taps(teacher, 'Only senior leaders');
    await taps(senco, 'Only senior leaders');
    const putBack = regrouped(deputy, ['staff']);
    try {
      await taps(deputy, 'Only senior leaders');
    } finally {
      putBack();
    }
    expect((await row(school))['Aftercare']).toBe('due');
  });

  test('a sentence that cannot be taken is asked for again, and nothing is written', async () => {
    const { senco, deputy } = who(school);
    await sendsUrgent(senco);
    await deputy.hears(toLook);
    await until(async () => (await events(school)).includes('aftercare asked'), 5000);
    const again = await answerTo(deputy, () => deputy.presses('Reviewed', { words: 'x'.repeat(300) }));
    expect(again).toContain('one line of plain words');
    expect((await row(school))['Aftercare']).toBe('due');
  });

  test('what was not arranged in the end is looked at all the same', async () => {
    const { senco, deputy, lead } = who(school);
    await upToUrgentReview(senco);
    await school.faults([{ method: 'PATCH', path: '/onlineMeetings/', do: { kind: 'accept and ignore' }, times: 50 }]);
    await senco.presses('Send');
    await deputy.hears(toLook);
    expect(said(await newest(deputy))).toContain('It was not arranged');
    expect(said(await newest(lead))).toContain('It was not arranged');
    await school.control('faults', 'DELETE');
    expect((await school.look()).mails).toEqual([]);
  });
});

describe('where no safeguarding lead can be reached', () => {
  test('because the host is the only one, the head and senior leaders are told, and the log says so', async () => {
    const { lead, head, deputy } = who(school);
    await sendsUrgent(lead);
    await head.hears(toldLead);
    await deputy.hears(toldLead);
    await deputy.hears(toLook);
    expect(await heardTimes(lead, toldLead)).toBe(0);
    expect(await events(school)).toContain('safeguarding lead not reached');
  });
});

describe('a rule that does not yield', () => {
  test('still refuses: an annual review has its two weeks’ notice, however urgent', async () => {
    const { senco, lead } = who(school);
    await senco.says('cancel');
    await senco.says('Urgent annual review for AB Y4 with Tom Birch, tomorrow 3.15pm');
    const reviewed = await answerTo(senco, () => senco.presses('Next', { ...answers, attends: 'no' }));
    expect(reviewed).toMatch(/does not allow|cannot be sent/i);
    await senco.says('send');
    expect((await school.look()).rows).toEqual([]);
    expect(await heardTimes(lead, toldLead)).toBe(0);
  });
});

describe('whatever breaks', () => {
  test.each([
    [
      'the answer to the row’s first write is lost',
      { method: 'POST', path: '/items', do: { kind: 'apply then drop' }, times: 1 },
    ],
    [
      'the row cannot be written after the lead was told',
      { method: 'PATCH', path: '/items/', do: { kind: 'drop' }, times: 6 },
    ],
    ['the log cannot be written', { method: 'POST', path: '/lists/Log', do: { kind: 'fail', status: 500 }, times: 8 }],
  ])('when %s, the lead is told once and leaders are asked once', async (_, fault) => {
    const { senco, lead, deputy } = who(school);
    await upToUrgentReview(senco);
    await school.faults([fault]);
    await senco.presses('Send');
    const struck = async () => (Armed.parse(await school.control('faults', 'GET'))[0]?.struck ?? 0) > 0;
    expect(await until(struck, 4000)).toBe(true);
    await until(async () => (await heardTimes(lead, toldLead)) > 0, 2000);
    await school.control('faults', 'DELETE');
    // Where the row never came to stand, nothing was asked for yet.
    if ((await school.look()).rows.length === 0) await senco.presses('Send');
    await deputy.hears(toLook);
    await until(async () => (await events(school)).includes('aftercare asked'), 10_000);
    expect(await heardTimes(lead, toldLead)).toBe(1);
    expect(await heardTimes(deputy, toLook)).toBe(1);
  });
});
