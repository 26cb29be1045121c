import { expect, test } from '@jest/globals';
import { idOf, maya } from './box.ts';
import { attached, cardAnswer, cardSaying, says } from './friendly-bot.ts';
import { watching } from './watching.ts';

/** Does a card in the page behave as it does in Teams: pressed, failing, changed later, refreshed? */

const { now, nothingWentWrong } = watching();

test('while a press is on its way its buttons cannot be pressed again', async () => {
  const { box, page } = now();
  const answered = Promise.withResolvers<undefined>();
  await page.goto(`${box.url}/teams?as=${maya}&open=chat`);
  await page.getByRole('textbox', { name: 'Type a message' }).fill('TAC');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Purpose' }).fill('Review');
  box.bot.does(async () => {
    await answered.promise;
    return cardAnswer(cardSaying('Arranged.'));
  });
  const send = page.getByRole('log').getByRole('button', { name: 'Send' });
  await send.click();
  expect(await send.isDisabled()).toBe(true);
  answered.resolve(undefined);
  await page.getByText('Arranged.').waitFor();
  expect(box.bot.heard.filter(({ activity }) => activity.type === 'invoke')).toHaveLength(1);
  await nothingWentWrong();
});

test('a press the bot cannot answer says so and can be tried again', async () => {
  const { box, page } = now();
  await page.goto(`${box.url}/teams?as=${maya}&open=chat`);
  await page.getByRole('textbox', { name: 'Type a message' }).fill('TAC');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Purpose' }).fill('Review');
  box.bot.does(() => ({ status: 500 }));
  const send = page.getByRole('log').getByRole('button', { name: 'Send' });
  await send.click();
  await page.getByText('Something went wrong. Please try again.').waitFor();
  expect(await send.isEnabled()).toBe(true);
  expect(await page.getByRole('textbox', { name: 'Purpose' }).inputValue()).toBe('Review');
  await nothingWentWrong();
});

test('what the bot changes later changes on the screen', async () => {
  const { box, page } = now();
  await page.goto(`${box.url}/teams?as=${maya}&open=chat`);
  await page.getByRole('log').getByText('Hello, I am').waitFor();
  const [first] = box.bot.heard;
  if (first === undefined) throw new Error('the bot heard nothing');
  const conversation = encodeURIComponent(first.activity.conversation.id);
  const { body } = await says(box, first.activity, attached(cardSaying('Working on it.')));
  await page.getByText('Working on it.').waitFor();
  const path = `/conversations/${conversation}/activities/${idOf(body)}`;
  await box.connector({ method: 'PUT', path, body: attached(cardSaying('Done.')) });
  await page.getByText('Done.', { exact: true }).waitFor();
  await box.connector({ method: 'POST', path: `/conversations/${conversation}/activities`, body: { type: 'typing' } });
  await page.getByRole('log').getByText('Chaperone is typing…').waitFor();
  await box.connector({ method: 'DELETE', path });
  await page.getByText('This message has been deleted.').waitFor();
  await nothingWentWrong();
});

test('a card that refreshes for its reader is asked for anew by itself, once', async () => {
  const { box, page } = now();
  const asks = { action: { type: 'Action.Execute', verb: 'look', data: { n: 1 } } };
  box.bot.does(async (activity) => {
    if (activity.type === 'installationUpdate')
      await says(box, activity, attached({ ...cardSaying('old'), refresh: { ...asks, userIds: [activity.from.id] } }));
    return activity.type === 'invoke' ? cardAnswer({ ...cardSaying('as it is now'), refresh: asks }) : { status: 200 };
  });
  await page.goto(`${box.url}/teams?as=${maya}&open=chat`);
  await page.getByText('as it is now').waitFor();
  const invokes = box.bot.heard.filter(({ activity }) => activity.type === 'invoke');
  expect(invokes.map(({ activity }) => activity.value)).toEqual([
    { action: { type: 'Action.Execute', verb: 'look', data: { n: 1 } }, trigger: 'automatic' },
  ]);
  await nothingWentWrong();
});
