import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type BundledMeeting, bundledMeeting } from '../data-protection/bundle.ts';
import { detailOf } from '../data-protection/detail.ts';
import { schoolYears } from '../data-protection/due.ts';
import {
  AboutShape,
  colleaguesIn,
  type Found,
  findPeople,
  Subject,
  searchHash,
} from '../data-protection/people-search.ts';
import { Failure } from '../failure.ts';
import type { Caller } from '../identity/caller.ts';
import { Purpose, Reference } from '../meetings/ask.ts';
import type { Access, AccessRow } from '../register/access.ts';
import { canProtectData } from '../views/rights.ts';
import { type ApiAnswer, type ApiRoute, type ApiWorld, type Asked, answer, forCaller } from './door.ts';
import { refuse } from './refusals.ts';

/**
 * Finding a person over all lists, and putting together what is held about them. Whatever is shown here is written down before, with
 * who asked and why: a search under an id, and a bundle under another, which every further question about it has to name.
 */

export const dataProtectionRoutes = (world: ApiWorld): readonly ApiRoute[] => [
  post(world, 'searches', search),
  post(world, 'searches/years', searchYear),
  post(world, 'bundles', beginBundle),
  post(world, 'bundles/parts', bundleParts),
  post(world, 'bundles/made', bundleMade),
];

type Handle = (world: ApiWorld, asked: Asked) => Promise<ApiAnswer>;

const post = (world: ApiWorld, path: string, handle: Handle): ApiRoute => ({
  method: 'POST',
  path: `/api/data-protection/${path}`,
  handle: forProtector(world, (asked) => handle(world, asked)),
});

/** As `forCaller`, for the data protection officer. */
export const forProtector = (world: ApiWorld, handle: (asked: Asked) => Promise<ApiAnswer>): ApiRoute['handle'] =>
  forCaller(world, async (asked) =>
    canProtectData(asked.caller).may ? handle(asked) : refuse('not for data protection'),
  );

const Search = z.strictObject({ about: AboutShape, reason: Purpose });

/** Who may be meant. `schoolYears`: in which colleagues can be looked for besides, one after the other; none where that is not done. */
export type SearchView = Found & { readonly search: string; readonly schoolYears: readonly number[] };

async function search(world: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const asked = Search.safeParse(request.body);
  if (!asked.success) return notUnderstood(asked.error);
  const { about, reason } = asked.data;
  const id = `SEA-${randomUUID()}`;
  const [found, years] = await Promise.all([
    findPeople(world.register, about).catch(unlessTooMany),
    about.by === 'name' ? schoolYears(world) : [],
  ]);
  if (found === null) return refuse('too many found');
  const rows = found.people.reduce((sum, { places }) => sum + places.reduce((all, place) => all + place.rows, 0), 0);
  const detail = { by: about.by, hash: searchHash(id, about), people: found.people.length, rows };
  await keep(world, caller, { id, event: 'person searched', reason, detail });
  const view: SearchView = { search: id, ...found, schoolYears: years };
  return answer(view);
}

/** SharePoint goes through 5,000 rows for a query: what many names begin with is beyond it. */
function unlessTooMany(fault: unknown): null {
  if (fault instanceof Failure && fault.kind === 'too many rows') return null;
  throw fault;
}

const SearchYear = z.strictObject({
  search: z.string().max(60),
  about: AboutShape.options[0],
  schoolYear: z.int().min(2000).max(2099),
});
const SearchDetail = z.looseObject({ hash: z.string() });

async function searchYear(world: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const asked = SearchYear.safeParse(request.body);
  if (!asked.success) return notUnderstood(asked.error);
  const { search: id, about, schoolYear } = asked.data;
  const row = await ownRow(world, caller, id, 'person searched');
  if (!row || detailOf(row, SearchDetail).hash !== searchHash(id, about)) return refuse('begin again');
  const found: Found = await colleaguesIn(world.register, about.begins, schoolYear);
  return answer(found);
}

/** A bundle is read by a person from beginning to end. */
const mostMeetings = 200;
const BeginBundle = z.strictObject({
  subject: Subject,
  references: z.array(Reference).min(1).max(mostMeetings),
  reason: Purpose,
});
export type BundleView = { readonly bundle: string };

async function beginBundle(world: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const asked = BeginBundle.safeParse(request.body);
  if (!asked.success) return notUnderstood(asked.error);
  const { subject, references, reason } = asked.data;
  const id = `SAR-${randomUUID()}`;
  const detail = { is: subject.is, hash: subjectHash(id, subject), references };
  await keep(world, caller, { id, event: 'access bundled', reason, detail });
  const view: BundleView = { bundle: id };
  return answer(view);
}

const BundleDetail = z.looseObject({ hash: z.string(), references: z.array(Reference) });
const partsAtOnce = 5;
const BundleParts = z.strictObject({
  bundle: z.string().max(60),
  subject: Subject,
  references: z.array(Reference).min(1).max(partsAtOnce),
});
/** `unreadable`: somebody has edited it out of shape; `others`: it says nothing about this person. Neither is in the bundle. */
export type BundlePartsView = {
  readonly meetings: readonly BundledMeeting[];
  readonly unreadable: readonly string[];
  readonly others: readonly string[];
};

async function bundleParts(world: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const asked = BundleParts.safeParse(request.body);
  if (!asked.success) return notUnderstood(asked.error);
  const { bundle, subject, references } = asked.data;
  const row = await ownRow(world, caller, bundle, 'access bundled');
  const detail = row && detailOf(row, BundleDetail);
  if (!row || !detail || detail.hash !== subjectHash(bundle, subject)) return refuse('begin again');
  if (references.some((reference) => !detail.references.includes(reference))) return refuse('begin again');
  const meetings: BundledMeeting[] = [];
  const unreadable: Reference[] = [];
  const others: Reference[] = [];
  for (const reference of references) {
    const part = await partOf(world, reference, subject);
    if (part === 'unreadable') unreadable.push(reference);
    else if (part === null) others.push(reference);
    else {
      // So that it stands among those who looked at the meeting, too.
      const access = { id: `${bundle}/${reference}`, event: 'access bundled', reference } as const;
      await keep(world, caller, { ...access, reason: row.reason, detail: {} });
      meetings.push(part);
    }
  }
  const view: BundlePartsView = { meetings, unreadable, others };
  return answer(view);
}

async function partOf({ register }: ApiWorld, reference: Reference, subject: Subject) {
  try {
    const stored = await register.find(reference);
    if (!stored) return null;
    const [guests, log, kept, statements, access] = await Promise.all([
      register.guestsEver(reference),
      register.log(reference),
      register.kept(reference),
      register.agreements(reference),
      register.accessTo(reference),
    ]);
    return bundledMeeting({ entry: stored.entry, guests, log, kept, statements, access }, subject);
  } catch (fault) {
    if (fault instanceof Failure && fault.kind === 'register unreadable') return 'unreadable';
    throw fault;
  }
}

const BundleMade = z.strictObject({
  bundle: z.string().max(60),
  /** How many meetings are in it, and were left out whole; how many people's names, and pieces of text, were taken out. */
  meetings: z.int().nonnegative(),
  leftOut: z.int().nonnegative(),
  peopleTakenOut: z.int().nonnegative(),
  textsEdited: z.int().nonnegative(),
});

async function bundleMade(world: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const asked = BundleMade.safeParse(request.body);
  if (!asked.success) return notUnderstood(asked.error);
  const { bundle, ...detail } = asked.data;
  const row = await ownRow(world, caller, bundle, 'access bundled');
  if (!row) return refuse('begin again');
  // A bundle may be made again with other decisions; each is kept.
  await keep(world, caller, {
    id: `${bundle}/made/${randomUUID()}`,
    event: 'access bundled',
    reason: row.reason,
    detail,
  });
  return answer({ kept: true });
}

const subjectHash = (id: string, subject: Subject) => searchHash(id, { by: 'name', begins: JSON.stringify(subject) });

/** What somebody began themselves: nobody goes on with another's. */
async function ownRow(
  { register }: ApiWorld,
  caller: Caller,
  id: string,
  event: Access['event'],
): Promise<AccessRow | null> {
  const row = await register.findAccess(id);
  return row?.event === event && row.by.id === caller.id ? row : null;
}

type ToKeep = Pick<Access, 'id' | 'event' | 'reason'> & { readonly reference?: Reference; readonly detail: object };

export async function keep(
  { register, now }: ApiWorld,
  caller: Caller,
  { reference, detail, ...did }: ToKeep,
): Promise<AccessRow> {
  const by = { id: caller.id, name: caller.name };
  return register.noteAccess({ ...did, reference: reference ?? null, by, at: now(), detail: JSON.stringify(detail) });
}

/** A missing reason is said so; whatever else is wrong is the page's. */
export const notUnderstood = ({ issues }: z.ZodError): ApiAnswer =>
  refuse(issues.every(({ path }) => path[0] === 'reason') ? 'reason missing' : 'not understood here');
