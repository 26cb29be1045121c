import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { asides } from '../../bot/cards/words/questions.ts';
import { inWelsh, manifestFor } from '../../manifest/manifest.ts';
import { readPackageSettings } from '../../manifest/settings.ts';
import { commands } from '../../manifest/words.ts';
import { afresh, says } from '../arranging/chatting.ts';
import { openSchool, type School } from '../school.ts';
import { environments, example } from './environments.ts';

/** Does the bot understand what Teams offers in its name? */

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

test.each(commands)('“%s” is understood', async (command) => {
  const answer = await says(school.as('Maya Okafor'), command);
  expect(answer).not.toBe('');
  expect(answer).not.toContain(asides.didNotFollow);
});

test('what is no command is not', async () => {
  expect(await says(school.as('Maya Okafor'), 'make tea')).toContain(asides.didNotFollow);
});

test.each(environments)('Teams offers these and no others, for %s', (_, settings) => {
  const lists = manifestFor(settings, '1.2.3').bots?.flatMap(({ commandLists = [] }) => commandLists) ?? [];
  expect(lists.flatMap((list) => list.commands.map(({ title }) => title))).toEqual(commands);
});

test('no language translates a command, because the bot is sent it as it stands', () => {
  const strings = inWelsh(manifestFor(readPackageSettings(example), '1.2.3'));
  expect(Object.keys(strings).filter((key) => key.endsWith('.title'))).toEqual([]);
});
