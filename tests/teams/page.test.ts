import { expect, test } from '@jest/globals';
import { newMeeting } from '../../infra/tenant/graph/meetings/meeting.ts';
import { teamsDefaults } from '../../infra/tenant/graph/meetings/settings.ts';
import { people } from '../../infra/tenant/school/people.ts';
import { ivy, maya, tenantId } from './box.ts';
import { watching } from './watching.ts';

/** Can somebody do in the page, with mouse and keyboard, what they would do in Teams? Nothing may leave the machine while they do. */

const { now, nothingWentWrong } = watching();

test('the SENCO writes, the bot answers with a card, a press brings the next card', async () => {
  const { box, page } = now();
  await page.goto(`${box.url}/teams?as=${maya}&open=chat`);
  await page.getByRole('button', { name: 'You are: Maya Okafor, SENCO' }).waitFor();
  await page.getByText('A school in a box. Nothing leaves this machine.').waitFor();
  await page.getByRole('log').getByText('Hello, I am Chaperone. <img src=x>').waitFor();
  await page.getByRole('textbox', { name: 'Type a message' }).fill('TAC for AB Y4');
  await page.keyboard.press('Enter');
  await page
    .getByRole('article', { name: /^You, / })
    .getByText('TAC for AB Y4')
    .waitFor();

  await page.getByRole('log').getByRole('button', { name: 'Send' }).click();
  await page.getByText('Say what it is for.').waitFor();
  await page.getByRole('textbox', { name: 'Purpose' }).fill('Review');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Thank you, it is arranged.').waitFor();
  const pressed = box.bot.heard.at(-1)?.activity.value;
  expect(pressed).toMatchObject({ action: { verb: 'send', data: { draft: 'd1', purpose: 'Review' } } });
  await nothingWentWrong();
});

test('in the group chat @ offers the bot, and the bot hears the mention', async () => {
  const { box, page } = now();
  await page.goto(`${box.url}/teams?as=${maya}&open=chat&chat=group`);
  await page.getByRole('heading', { name: 'Year 4 team' }).waitFor();
  await page.getByRole('textbox', { name: 'Type a message' }).pressSequentially('@ch');
  await page.getByRole('option', { name: 'Chaperone' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('TAC for AB');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Purpose' }).waitFor();
  expect(box.bot.heard.at(-1)?.activity.text).toBe('<at>Chaperone</at> TAC for AB');
  await nothingWentWrong();
});

test('choosing another person shows that person’s chats', async () => {
  const { box, page } = now();
  await page.goto(`${box.url}/teams?as=${maya}&open=chat`);
  await page.getByRole('button', { name: /^You are: Maya/ }).click();
  await page.getByRole('menuitemradio', { name: /Ivy Lark/ }).click();
  await page.getByRole('button', { name: 'You are: Ivy Lark, Pupil' }).waitFor();
  expect(page.url()).toContain(`as=${ivy}`);
  await page.getByRole('log').getByText('Hello, I am').waitFor();
  expect(await page.getByRole('button', { name: /Year 4 team/ }).count()).toBe(0);
  await nothingWentWrong();
});

test('a guest’s mail shows when, the link, the words, and how the lobby stood as it left', async () => {
  const { box, page } = now();
  box.outbox.push(invitationTo('nurse@health.example.net'));
  await page.goto(`${box.url}/teams?as=${maya}&open=mail`);
  await page.getByRole('heading', { name: 'Meeting about AB' }).waitFor();
  await page.getByText('Tuesday 1 December 2026, 15:15 to 16:00 (GMT)').waitFor();
  await page.getByText('The lobby was not shut when this left').waitFor();
  await page.frameLocator('iframe').getByText('Please join us.').waitFor();
  await page.getByRole('link', { name: /meetup-join/ }).click();
  await page.getByRole('dialog', { name: 'This link leads out of the box' }).waitFor();
  await nothingWentWrong();
});

test.each(['Light', 'Dark', 'High contrast'])(
  'the chat is whole at 320 pixels and free of barriers in the theme %s',
  async (theme) => {
    const { box, page } = now();
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${box.url}/teams?as=${maya}&open=chat`);
    await page.getByRole('button', { name: /^Theme/ }).click();
    await page.getByRole('menuitemradio', { name: theme, exact: true }).click();
    await page.getByRole('textbox', { name: 'Type a message' }).fill('TAC');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('textbox', { name: 'Purpose' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await nothingWentWrong();
  },
);

function invitationTo(to: string) {
  const [organizer] = people;
  if (organizer === undefined) throw new Error('nobody is at the school');
  const times = { start: '2026-12-01T15:15:00Z', end: '2026-12-01T16:00:00Z' };
  const made = {
    organizer,
    tenantId,
    joinUrls: 'long',
    settings: teamsDefaults,
    subject: 'Meeting about AB',
    now: new Date(),
  } as const;
  const meeting = newMeeting({ ...made, ...times });
  return {
    ...({
      id: 'm1',
      at: new Date().toISOString(),
      kind: 'invitation',
      to,
      subject: 'Meeting about AB',
      ...times,
    } as const),
    ...{ body: '<p>Please join us.</p>', joinUrl: meeting.joinWebUrl, eventId: 'e1', organizer: organizer.address },
    ...{ hideAttendees: true, attendees: [], optionsThen: meeting },
  };
}
