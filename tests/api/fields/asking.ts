import { z } from 'zod';
import { requestHash } from '../../../bot/authorising/request-hash.ts';
import { Failure } from '../../../bot/failure.ts';
import { weekOfDay } from '../../../bot/insights/week.ts';
import type { Answer, Door } from '../door.ts';
import { held, type requests, standing } from './a-full-school.ts';
import { figures } from './figures.ts';
import type { Reads } from './readers.ts';

/** Everything the server can be asked, as one and the same person, in every way that it answers. What is done about a meeting: asking-acts.ts. */

export type As = {
  readonly reads: Reads;
  readonly door: Door;
  readonly requests: typeof requests;
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body: unknown) => Promise<Answer>;
};
/** By the names of the tables. They are asked in this order: a meeting that has been disposed of is in no register. */
export type Asking = Readonly<Record<string, (as: As) => Promise<readonly Answer[]>>>;

const reason = 'For the table of fields';
const Named = z.object({ id: z.string().optional() });
const namedIn = ({ body }: Answer) => Named.catch({}).parse(body);
const Page = z.object({ next: z.string().nullable().catch(null) }).catch({ next: null });

/** Page after page, to the end. */
async function pages(get: As['get'], path: string): Promise<readonly Answer[]> {
  const answers = [await get(path)];
  for (let next = nextOf(answers[0]); next !== null; next = nextOf(answers.at(-1)))
    answers.push(await get(`${path}&cursor=${next}`));
  return answers;
}
const nextOf = (answer: Answer | undefined) => Page.parse(answer?.body).next;

const about = (reference: string, path = '') => `/api/meetings/${reference}${path}`;
const inTheMeeting = '/api/in-the-meeting';
const chat = `${inTheMeeting}?chat=${encodeURIComponent(standing.chatThreadId ?? '')}`;

export const everybodys: Asking = {
  'GET /api/me': async ({ get }) => [await get('/api/me')],
  'GET /api/today': async ({ get, door }) => {
    const well = await get('/api/today');
    door.register.failWith(new Failure('register unavailable', 'SharePoint is down'));
    const unwell = await get('/api/today');
    door.register.failWith(null);
    return [well, unwell];
  },
  'GET /api/policy': async ({ get }) => [await get('/api/policy')],
  'GET /api/doctor': async ({ get }) => [await get('/api/doctor')],
  'GET /api/insights': async ({ get, door }) => {
    const states = [null, figures, { ...figures, begun: 2, due: [weekOfDay('2026-11-16')] }];
    const answers: Answer[] = [];
    for (const state of states) {
      door.figures = () => Promise.resolve(state);
      answers.push(await get('/api/insights'));
    }
    return answers;
  },
};

export const ofTheRegister: Asking = {
  'GET /api/meetings': async ({ get }) =>
    (await Promise.all(['mine', 'all'].map((scope) => pages(get, `/api/meetings?scope=${scope}`)))).flat(),
  'GET /api/meetings, those that wait for their yes': ({ get }) => pages(get, '/api/meetings?scope=to authorise'),
  'GET /api/meetings/choices': async ({ get, door }) => {
    door.figures = () => Promise.resolve(null);
    const before = await get('/api/meetings/choices');
    door.figures = () => Promise.resolve(figures);
    return [before, await get('/api/meetings/choices')];
  },
  'GET /api/colleagues': async ({ get }) => [await get('/api/colleagues')],
  'POST /api/exports': async ({ post }) => [await post('/api/exports', { format: 'csv', reason, filter: {} })],
  'GET /api/exports/:id': async ({ get, post }) => {
    const begun = await post('/api/exports', { format: 'csv', reason, filter: {} });
    return pages(get, `/api/exports/${namedIn(begun).id ?? `EXP-${'0'.repeat(40)}`}?search=`);
  },
};

export const ofApprovers: Asking = {
  'GET /api/authorise': async ({ get }) => [await get('/api/authorise')],
  'GET /api/authorise/:reference': ({ get, requests }) =>
    Promise.all(Object.values(requests).map(({ reference }) => get(`/api/authorise/${reference}`))),
  'POST /api/authorise/:reference': async ({ post, door, requests }) => {
    const { leaders, safeguarding, decided } = requests;
    const yes = (entry: typeof leaders) =>
      post(`/api/authorise/${entry.reference}`, { say: 'yes', seen: requestHash(entry) });
    door.answer = () => Promise.resolve({ done: true, row: { itemId: '1', eTag: '"2"', entry: decided } });
    const taken = [await yes(leaders), await yes(safeguarding)];
    door.answer = (reference) =>
      Promise.resolve({
        done: false,
        why: 'changed since',
        entry: reference === leaders.reference ? leaders : safeguarding,
      });
    return [...taken, await yes(leaders), await yes(safeguarding)];
  },
};

export const inAMeeting: Asking = {
  'POST /api/meetings/:reference/concern': async ({ post }) => [await post(about(standing.reference, '/concern'), {})],
  'GET /api/in-the-meeting': ({ get, requests: { leaders } }) =>
    Promise.all([chat, ...[held, leaders].map(({ reference }) => `${inTheMeeting}?meeting=${reference}`)].map(get)),
  'GET /api/in-the-meeting, without saying which': async ({ get }) => [await get(inTheMeeting)],
  'POST /api/meetings/:reference/roll': async ({ post }) => [
    await post(about(standing.reference, '/roll'), { said: [{ who: 'guest/1', attended: 'came' }] }),
  ],
  'POST /api/meetings/:reference/ticks': async ({ post }) => [
    await post(about(standing.reference, '/ticks'), {
      moment: 'start',
      ticks: [{ line: 'trust-minimum/all-here', ticked: true }],
    }),
  ],
  'POST /api/meetings/:reference/held': async ({ post }) => [
    await post(about(standing.reference, '/held'), { state: 'held', minutes: 45 }),
  ],
};
