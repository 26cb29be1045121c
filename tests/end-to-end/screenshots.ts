import { mkdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { type Browser, type Locator, chromium as playwright } from 'playwright-core';
import { guests } from '../../infra/demo/arrange.ts';
import { fill } from '../../infra/seed/fill.ts';
import { drawSchool } from '../../infra/seed/meetings.ts';
import { openPolicies } from '../../infra/seed/school.ts';
import { chromium, flags } from '../browser/chromium.ts';
import { idOf, openSchool, type School } from '../school.ts';
import { type Desk, sitDown, wear } from './desk.ts';
import { everyPage, firstArranged, openPageOf, resize, settled, sizes } from './every-page.ts';
import { fillTerm } from './term.ts';

// `npm run screenshots`: the pictures that the README and the store listing show (manifest/screenshots, 1280 × 800 as the store's own),
// and every page of the tab in the three themes and on a phone, to be looked at (dist/screenshots), all from a fresh school.

const root = resolve(import.meta.dirname, '..', '..');
const shown = resolve(root, 'manifest', 'screenshots');
const toLookAt = resolve(root, 'dist', 'screenshots');
for (const folder of [shown, toLookAt]) mkdirSync(folder, { recursive: true });

const school = await openSchool({ COUNT_SECONDS: '1' });
// In British English, so that date fields are drawn the British way round: for that, Debian’s Chromium needs chromium-l10n as well.
const british = { ...process.env, LANG: 'en_GB.UTF-8', LANGUAGE: 'en_GB' };
const browser = await playwright.launch({ executablePath: chromium(), args: flags, env: british });
try {
  await fillYears();
  await chat(school, browser);
  await register(school, browser);
  await insights();
  await besideTheCall();
  for (const one of everyPage) await inEveryTheme(school, browser, one);
} finally {
  await browser.close();
  await school.close();
}

/** Some years of meetings, so that there is something to count and to look for. */
async function fillYears(): Promise<void> {
  const { schoolFile, claimSeconds } = school.config;
  const drawn = drawSchool({
    count: 2_000,
    seed: 1,
    now: new Date(),
    policies: openPolicies(schoolFile),
    claimSeconds,
  });
  await fill(drawn, school);
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
  const desk = await sitDown(browser, school, 'Ruth Adeyemi', 'open=tab&sub=register');
  await desk.tab.getByRole('row', { name: /KM, Year 2/ }).click();
  await toTheTop(desk.tab.getByRole('region', { name: 'Safeguards' }));
  await picture(desk, 'register');
}

/** What the school has met about, once it has been counted. */
async function insights(): Promise<void> {
  const desk = await openPageOf(browser, school, { address: 'insights', who: 'Ruth Adeyemi' });
  await picture(desk, 'insights');
}

/** The SENCO's panel beside the call, in the dark theme that most people wear there. */
async function besideTheCall(): Promise<void> {
  const reference = await firstArranged(school);
  const desk = await sitDown(browser, school, 'Maya Okafor', `open=panel&meeting=${reference}`);
  const panel = desk.page.frameLocator('iframe[title="Chaperone, beside the call"]');
  await panel.getByRole('heading', { name: 'Who to let in' }).waitFor();
  await wear(desk.page, 'Dark');
  await picture(desk, 'beside-the-call');
}

function toTheTop(place: Locator): Promise<void> {
  return place.evaluate((element: { scrollIntoView(how: object): void }) => {
    element.scrollIntoView({ block: 'start' });
  });
}

async function inEveryTheme(school: School, browser: Browser, page: (typeof everyPage)[number]): Promise<void> {
  const desk = await openPageOf(browser, school, page);
  const name = page.address.replaceAll(' ', '-');
  for (const theme of ['High contrast', 'Dark', 'Light'] as const) {
    await wear(desk.page, theme);
    await picture(desk, `${name}-${theme.toLowerCase().replace(' ', '-')}`, toLookAt);
  }
  await resize(desk, sizes['on a phone']);
  await settled(desk);
  await picture(desk, `${name}-phone`, toLookAt);
  await desk.page.context().close();
}

async function picture({ page }: Desk, name: string, folder = shown): Promise<void> {
  await page.mouse.move(0, 0);
  const path = resolve(folder, `${name}.png`);
  await page.screenshot({ path });
  console.log(relative(root, path));
}
