import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Door, openDoor } from './door.ts';
import { type PersonKey, people } from './school.ts';

// Every route of the door as everybody, and as nobody. The meeting that is asked about is the SENCO's, with the teacher as second adult.

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

type Route = {
  /** What is asked for; the route's own path where it has no parameters. */
  readonly ask?: string;
  readonly body?: unknown;
  /** Who is let in: whatever they are answered, it is not that this is none of theirs. */
  readonly open: readonly PersonKey[];
  /** Who is told that there is no such thing, exactly as if there were none; everybody else is told that the page is not for them. */
  readonly hidden?: readonly PersonKey[];
};

const outsiders = ['pupil', 'pupilInStaffGroup', 'guest'] as const satisfies readonly PersonKey[];
const everybody = (Object.keys(people) as PersonKey[]).filter((who) => !outsiders.some((one) => one === who));
const leaders = ['head', 'headOnly'] as const;
const safeguarding = ['safeguardingLead', 'safeguardingLeadOnly'] as const;
const readers = ['senco', 'teacher', ...leaders, ...safeguarding] as const;
/** Those with no part in the meeting that is asked about, who may have one in another; the DPO as one whose yes some packs ask for. */
const others = ['ict', 'dpoOnly'] as const;
const staff = [...readers, ...others] as const;
const approvers = [...leaders, ...safeguarding, 'dpoOnly'] as const;

const routes: Readonly<Record<string, Route>> = {
  'GET /api/me': { open: everybody },
  'GET /api/today': { open: everybody },
  'GET /api/authorise': { open: approvers },
  'GET /api/authorise/:reference': {
    ask: '/api/authorise/TAC-AAAAAAA1',
    open: [...leaders, ...safeguarding],
    hidden: ['dpoOnly'],
  },
  'POST /api/authorise/:reference': {
    ask: '/api/authorise/TAC-AAAAAAA1',
    body: { say: 'no' },
    open: [...leaders, ...safeguarding],
    hidden: ['dpoOnly'],
  },
  'GET /api/meetings': { open: staff },
  'GET /api/meetings/:reference': { ask: '/api/meetings/TAC-AAAAAAA1', open: readers, hidden: others },
  'GET /api/meetings/choices': { open: staff },
  'POST /api/exports': { open: staff },
  // To everybody but who asked for it there is no such export; tests/api/exports.test.ts asks as them.
  'GET /api/exports/:id': { ask: `/api/exports/EXP-${'0'.repeat(40)}`, open: [], hidden: staff },
  'POST /api/meetings/:reference/authorisation': {
    ask: '/api/meetings/TAC-AAAAAAA1/authorisation',
    body: { say: 'no' },
    open: readers,
    hidden: others,
  },
  ...Object.fromEntries(
    ['changes/review', 'changes', 'cancel/review', 'cancel', 'outcome', 'looked-at', 'let-stand', 'agreements'].map(
      (act) => [
        `POST /api/meetings/:reference/${act}`,
        { ask: `/api/meetings/TAC-AAAAAAA1/${act}`, open: readers, hidden: others },
      ],
    ),
  ),
  'GET /api/meetings/:reference/answers': {
    ask: '/api/meetings/TAC-AAAAAAA1/answers',
    open: readers,
    hidden: others,
  },
  'GET /api/colleagues': { open: staff },
  'POST /api/meetings/:reference/held': {
    ask: '/api/meetings/TAC-AAAAAAA1/held',
    open: readers,
    hidden: others,
  },
  'GET /api/in-the-meeting': { open: staff },
  'POST /api/meetings/:reference/concern': {
    ask: '/api/meetings/TAC-AAAAAAA1/concern',
    open: readers,
    hidden: others,
  },
  // Leaders and the safeguarding lead read the panel; who came is noted by those who run the meeting.
  'POST /api/meetings/:reference/roll': {
    ask: '/api/meetings/TAC-AAAAAAA1/roll',
    body: { said: [{ who: 'guest/1', attended: 'came' }] },
    open: ['senco', 'teacher'],
    hidden: others,
  },
  'POST /api/meetings/:reference/ticks': {
    ask: '/api/meetings/TAC-AAAAAAA1/ticks',
    body: { moment: 'start', ticks: [{ line: 'trust-minimum/all-here', ticked: true }] },
    open: ['senco', 'teacher'],
    hidden: others,
  },
  'GET /api/doctor': { open: ['ict', 'ictOnly'] },
  'GET /api/policy': { open: everybody },
  'GET /api/insights': { open: [...leaders, ...safeguarding] },
  'POST /api/data-protection/searches': { open: ['dpoOnly'] },
  'POST /api/data-protection/searches/years': { open: ['dpoOnly'] },
  'POST /api/data-protection/bundles': { open: ['dpoOnly'] },
  'POST /api/data-protection/bundles/parts': { open: ['dpoOnly'] },
  'POST /api/data-protection/bundles/made': { open: ['dpoOnly'] },
  'GET /api/data-protection/retention': { open: ['dpoOnly'] },
  'POST /api/data-protection/disposals': { open: ['dpoOnly'] },
  'POST /api/data-protection/disposals/steps': { open: ['dpoOnly'] },
  'POST /api/data-protection/holds': { open: ['dpoOnly', ...safeguarding] },
  'GET /api/data-protection/access': { open: ['dpoOnly'] },
};
/** For whoever has not come through Teams yet. */
const withoutToken = ['GET /api/where'];

test('no route is without a line in this table', () => {
  const known = [...Object.keys(routes), ...withoutToken];
  expect(door.routes.filter((route) => !known.includes(route))).toEqual([]);
  expect(known.filter((route) => !door.routes.includes(route))).toEqual([]);
});

const cases = Object.entries(routes).flatMap(([route, { open, hidden = [] }]) =>
  (Object.keys(people) as PersonKey[]).map((who) => {
    const isHidden = hidden.some((one) => one === who);
    return { route, who, finds: open.some((one) => one === who) ? 'it' : isHidden ? 'nothing' : 'a closed door' };
  }),
);

test.each(cases)('$who finds $finds at $route', async ({ route, who, finds }) => {
  const { status } = await asked(route, await door.tokenFor(who));
  expect({ 403: 'a closed door', 404: 'nothing', 401: 'no name' }[status] ?? 'it').toBe(finds);
});

test.each(Object.keys(routes))('nobody is let in at %s without a name', async (route) => {
  expect((await asked(route, null)).status).toBe(401);
});

function asked(route: string, token: string | null) {
  const [method = '', path = ''] = route.split(' ');
  const { ask = path, body = {} } = routes[route] ?? {};
  return method === 'GET' ? door.get(ask, token) : door.post(ask, token, body);
}
