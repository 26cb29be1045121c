import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, type Locator, chromium as playwright } from 'playwright-core';
import { guests } from '../../infra/demo/arrange.ts';
import { chromium, flags } from '../browser/chromium.ts';
import { idOf, openSchool, type School } from '../school.ts';
import { type Desk, sitDown } from './desk.ts';
import { fillTerm } from './term.ts';

// Run by hand, after `npm run build`: `node tests/end-to-end/screenshots.ts` takes the two pictures that the README and the store
// listing show, from a fresh school. 1280 × 800, as wide as the store's own.

const folder = resolve(import.meta.dirname, '..', '..', 'manifest', 'screenshots');
mkdirSync(folder, { recursive: true });

const school = await openSchool();
// In British English, so that date fields are drawn the British way round: for that, Debian’s Chromium needs chromium-l10n as well.
const british = { ...process.env, LANG: 'en_GB.UTF-8', LANGUAGE: 'en_GB' };
const browser = await playwright.launch({ executablePath: chromium(), args: flags, env: british });
try {
  await chat(school, browser);
  await register(school, browser);
} finally {
  await browser.close();
  await school.close();
}

/** The SENCO's line, and the review that came of it once every question was answered on the card. */
async function chat(school: School, browser: Browser): Promise<void> {
  const desk = await sitDown(browser, school, 'Maya Okafor', 'open=chat');
  const log = desk.page.getByRole('log');
  await log.getByText('I arrange meetings with people from outside the school').waitFor();
  const senco = school.as('Maya Okafor');
  const line = 'TAC for AB Y4 with mum, school nurse and Early Help, Tuesday week 3.15pm, 45 mins';
  await senco.says(line);
  await senco.presses('Next', { purpose: 'Support at school and at home' });
  await senco.presses('Next', { person: idOf('Tom Birch') });
  await senco.presses('Next', guestFields());
  await log.getByRole('button', { name: 'Send' }).waitFor();
  await toTheTop(log.getByRole('article', { name: /^You, / }));
  await picture(desk, 'chat');
}

/** What is typed into the card's fields, by their ids. */
function guestFields(): Record<string, string> {
  return Object.fromEntries(
    guests.flatMap((guest, index) => Object.entries(guest).map(([field, typed]) => [`${field}${index + 1}`, typed])),
  );
}

/** The head's register after some weeks, with one meeting open at its safeguards. */
async function register(school: School, browser: Browser): Promise<void> {
  await fillTerm(school);
  const desk = await sitDown(browser, school, 'Ruth Adeyemi', 'open=tab');
  await desk.tab.getByRole('row', { name: /KM, Year 2/ }).click();
  await toTheTop(desk.tab.getByRole('region', { name: 'Safeguards' }));
  await picture(desk, 'register');
}

function toTheTop(place: Locator): Promise<void> {
  return place.evaluate((element: { scrollIntoView(how: object): void }) => {
    element.scrollIntoView({ block: 'start' });
  });
}

async function picture({ page }: Desk, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.screenshot({ path: resolve(folder, `${name}.png`) });
  console.log(`manifest/screenshots/${name}.png`);
}
