import { z } from 'zod';
import { Failure } from '../../../bot/failure.ts';
import type { Answer, Door } from '../door.ts';
import { people } from '../school.ts';
import { held, old, standing } from './a-full-school.ts';
import type { As, Asking } from './asking.ts';

/** What the page of data protection asks; each goes the whole way, from a search or a dry run of its own. */

const reason = 'For the table of fields';
const Named = z.object({ id: z.string().optional(), search: z.string().optional(), bundle: z.string().optional() });
const namedIn = ({ body }: Answer) => Named.catch({}).parse(body);
const protection = (path: string) => `/api/data-protection/${path}`;
const [, second] = old.map(({ reference }) => reference);
const subject = { is: 'guest', address: 'rosa.bell@mail.example.com' };
const references = [standing.reference];

export const ofDataProtection: Asking = {
  'POST /api/data-protection/searches': ({ post }) =>
    Promise.all(
      [
        { by: 'name', begins: 'Bell' },
        { by: 'address', address: subject.address },
        { by: 'initials', initials: 'AB', year: '4' },
      ].map((who) => post(protection('searches'), { about: who, reason })),
    ),
  'POST /api/data-protection/searches/years': async ({ post }) => {
    const who = { by: 'name', begins: 'Birch' };
    const { search = 'none' } = namedIn(await post(protection('searches'), { about: who, reason }));
    return [await post(protection('searches/years'), { search, about: who, schoolYear: 2026 })];
  },
  'POST /api/data-protection/bundles': async ({ post }) => [
    await post(protection('bundles'), { subject, references, reason }),
  ],
  'POST /api/data-protection/bundles/parts': async ({ post, door }) => {
    const all = [...references, 'TAC-ZZZZZZZZ', held.reference];
    const { bundle = 'none' } = namedIn(await post(protection('bundles'), { subject, references: all, reason }));
    const find = door.register.find.bind(door.register);
    door.register.find = (reference) =>
      reference === held.reference ? Promise.reject(new Failure('register unreadable', 'edited')) : find(reference);
    const parts = await post(protection('bundles/parts'), { bundle, subject, references: all });
    door.register.find = find;
    return [parts];
  },
  'POST /api/data-protection/bundles/made': async ({ post }) => {
    const { bundle = 'none' } = namedIn(await post(protection('bundles'), { subject, references, reason }));
    const counts = { meetings: 1, leftOut: 0, peopleTakenOut: 1, textsEdited: 0 };
    return [await post(protection('bundles/made'), { bundle, ...counts })];
  },
  'POST /api/data-protection/holds': ({ post }) =>
    Promise.all([post(protection('holds'), { reference: held.reference, keep: true, reason })]),
  'POST /api/data-protection/disposals': async ({ post }) => [await tryIt(post)],
  'POST /api/data-protection/disposals/steps': async ({ post, door }) => {
    const { id = 'none' } = namedIn(await tryIt(post));
    await begun(door, id);
    await post(protection('holds'), { reference: second, keep: true, reason });
    return [await post(protection('disposals/steps'), { id, count: 2, reason })];
  },
  'GET /api/data-protection/retention': async ({ get, post, door }) => {
    await begun(door, 'DIS-broken-off');
    await post(protection('holds'), { reference: second, keep: true, reason });
    return [await get(protection('retention'))];
  },
  'GET /api/data-protection/access': ({ get }) =>
    Promise.all(
      [`reference=${held.reference}`, 'day=2026-11-20', `by=${people.dpoOnly.id}&month=2026-11`].map((which) =>
        get(protection(`access?${which}`)),
      ),
    ),
};

const tryIt = (post: As['post']) => post(protection('disposals'), { kind: 'parent', schoolYear: 2018 });

/** As a disposal leaves it that broke off after its beginning was kept. */
async function begun({ register }: Door, id: string) {
  const span = { oldest: '2018-11-05T15:15:00Z', newest: '2018-11-06T15:15:00Z' };
  const detail = JSON.stringify({ kind: 'parent', schoolYear: 2018, count: 2, ...span, hash: 'a'.repeat(64) });
  const { id: byId, name } = people.dpoOnly;
  const by = { id: byId, name };
  await register.noteAccess({
    id: `${id}/begun`,
    event: 'disposal begun',
    by,
    reason,
    reference: null,
    detail,
    at: new Date('2026-11-20T08:00:00Z'),
  });
}
