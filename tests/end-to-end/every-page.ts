import type { Browser, Frame, Page } from 'playwright-core';
import { violations } from '../browser/axe.ts';
import type { School } from '../school.ts';
import { type Desk, sitDown } from './desk.ts';

/** Every page of the tab, and who opens it; for the tests that look at all of them, and for their pictures. */
export const everyPage = [
  { address: 'today', who: 'Leila Haddad' },
  { address: 'authorise', who: 'Ruth Adeyemi' },
  { address: 'register', who: 'Ruth Adeyemi' },
  { address: 'a meeting', who: 'Leila Haddad' },
  { address: 'insights', who: 'Ruth Adeyemi' },
  { address: 'policy', who: 'Grace Tan' },
  { address: 'data-protection', who: 'Grace Tan' },
  { address: 'installation', who: 'Sam Whitlock' },
] as const;

/** The reference of the term's first meeting, which is the SENCO's and stands: invitations name it. */
export async function firstArranged(school: School): Promise<string> {
  const { mails } = await school.look();
  const [reference = ''] = mails.flatMap(({ subject }) => /[A-Z]{3}-[0-9A-Z]{8}/.exec(subject)?.[0] ?? []);
  return reference;
}

/** Somebody in front of that page; of the meetings it is one that stands, with a family. */
export async function openPageOf(
  browser: Browser,
  school: School,
  { address, who }: { readonly address: string; readonly who: string },
): Promise<Desk> {
  const sub = address === 'a meeting' ? `meeting/${await firstArranged(school)}` : address;
  const desk = await sitDown(browser, school, who, `open=tab&sub=${sub}`);
  await settled(desk);
  return desk;
}

export type Size = { readonly width: number; readonly height: number };

/** A desk; a desk at 200 %; a phone, which is a desk at 400 % too (WCAG 2.2, 1.4.10). Of the frame, not of the window. */
export const sizes = {
  'on a desk': { width: 1280, height: 800 },
  'at 200 %': { width: 640, height: 400 },
  'on a phone': { width: 320, height: 640 },
} as const satisfies Record<string, Size>;

/** Waits until the page has its heading and nothing in it is on its way any more. */
export async function settled({ page, tab }: Desk): Promise<void> {
  await tab.getByRole('heading', { level: 1 }).first().waitFor();
  const quiet = `new Promise((settled) => {
    const look = () => {
      const waiting = document.querySelector('.fui-Skeleton, .fui-Spinner, [aria-busy="true"]');
      if (waiting) requestAnimationFrame(look);
      else requestAnimationFrame(() => requestAnimationFrame(settled));
    };
    look();
  })`;
  await frameOf(page).evaluate(quiet);
}

/** The tab's own frame. */
export function frameOf(page: Page): Frame {
  const frame = page.frames().find((one) => new URL(one.url()).pathname.startsWith('/tab/'));
  if (!frame) throw new Error('there is no tab in this page');
  return frame;
}

/** Makes the window so large that the tab's frame has this size. */
export async function resize({ page, tab }: Desk, { width, height }: Size): Promise<void> {
  // Twice, because Teams itself is laid out otherwise in a narrow window.
  for (let time = 0; time < 2; time += 1) {
    const window = page.viewportSize();
    const box = await tab.owner().boundingBox();
    if (!window || !box) throw new Error('the tab is not to be seen');
    await page.setViewportSize({
      width: Math.round(width + window.width - box.width),
      height: Math.round(height + window.height - box.height),
    });
  }
  const box = await tab.owner().boundingBox();
  if (box?.width !== width) throw new Error(`the tab is ${String(box?.width)} pixels wide and not ${width}`);
}

/** What stands in somebody's way on the page as it stands, in words. */
export async function wrongWith({ page }: Desk): Promise<string[]> {
  const frame = frameOf(page);
  const wider = await frame.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  const sideways = Number(wider) > 0 ? [`it scrolls sideways by ${String(wider)} pixels`] : [];
  return [...sideways, ...(await violations(frame))];
}
