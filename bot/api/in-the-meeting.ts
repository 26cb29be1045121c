import { z } from 'zod';
import { notSaid } from '../cards/words/held.ts';
import { tick } from '../checklist/ticking.ts';
import { ownConcern } from '../concerns/concern.ts';
import { SaidHeld } from '../held/held.ts';
import type { Caller } from '../identity/caller.ts';
import { type Choice, choiceOf, mayOpenPanel, mayRun, panelView } from '../in-the-meeting/panel-view.ts';
import { noteRoll, Said } from '../in-the-meeting/roll.ts';
import { inLondon, toUtc } from '../london.ts';
import { Reference } from '../meetings/ask.ts';
import { linesFor } from '../policy/lines.ts';
import { type Entry, stands } from '../register/entry.ts';
import { LineName } from '../register/kept.ts';
import { everything } from '../register/register.ts';
import { type ApiAnswer, type ApiRoute, type ApiWorld, type Asked, answer, forReader } from './door.ts';
import { keepOpened } from './meeting.ts';
import { refuse } from './refusals.ts';

/** The panel beside a call: which meeting it belongs to, who came, and what is ticked while people talk. */

export const inTheMeetingRoutes = (world: ApiWorld): readonly ApiRoute[] => [
  { method: 'GET', path: '/api/in-the-meeting', handle: forReader(world, (asked) => find(world, asked)) },
  { method: 'POST', path: '/api/meetings/:reference/roll', handle: forReader(world, (asked) => roll(world, asked)) },
  { method: 'POST', path: '/api/meetings/:reference/ticks', handle: forReader(world, (asked) => ticks(world, asked)) },
  { method: 'POST', path: '/api/meetings/:reference/held', handle: forReader(world, (asked) => held(world, asked)) },
];

// Teams' own id of a chat; `Context.chat.id` (https://learn.microsoft.com/javascript/api/@microsoft/teams-js/app.chatinfo).
const Chat = z.string().max(255).startsWith('19:');
const Finding = z.strictObject({ chat: Chat.optional(), meeting: Reference.optional() });

/** The meeting of this chat, or the one that is named; where neither finds one, the caller's own of these days to choose from. */
async function find(world: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const filled = Object.entries(request.query).filter(([, value]) => value !== '');
  const finding = Finding.safeParse(Object.fromEntries(filled));
  if (!finding.success) return refuse('not understood');
  const { chat, meeting } = finding.data;
  const entry = (await byChat(world, chat, caller)) ?? (await named(world, meeting, caller));
  if (entry) return answer({ meeting: await panel(world, entry, caller), choices: [] });
  return answer({ meeting: null, choices: await ownOfTheseDays(world, caller) });
}

/** A chat is one meeting's. Where two rows name it, somebody has edited one: then it is nobody's. */
async function byChat({ register }: ApiWorld, chat: string | undefined, caller: Caller): Promise<Entry | null> {
  if (chat === undefined) return null;
  const [stored, ...others] = await register.ofChat(chat);
  return stored && others.length === 0 && mayOpenPanel(stored.entry, caller) ? stored.entry : null;
}

async function named({ register }: ApiWorld, meeting: unknown, caller: Caller): Promise<Entry | null> {
  const reference = Reference.safeParse(meeting);
  const stored = reference.success ? await register.find(reference.data) : null;
  return stored && mayOpenPanel(stored.entry, caller) ? stored.entry : null;
}

const daysAhead = 14;

async function ownOfTheseDays({ register, now }: ApiWorld, caller: Caller): Promise<readonly Choice[]> {
  const today = inLondon(now()).startOfDay();
  const { rows } = await register.page({
    ...everything,
    of: caller.id,
    from: toUtc(today),
    to: toUtc(today.add({ days: daysAhead })),
    order: 'oldest first',
  });
  return rows.filter(stands).map(choiceOf);
}

const Roll = z.strictObject({ said: z.array(Said).min(1).max(100) });
const Ticks = z.strictObject({
  moment: z.enum(['start', 'after']),
  ticks: z
    .array(z.strictObject({ line: LineName, ticked: z.boolean() }))
    .min(1)
    .max(100),
});

async function roll(world: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const entry = await named(world, request.params['reference'], caller);
  if (!entry) return refuse('no such meeting');
  const run = mayRun(entry, caller);
  if (!run.may) return refuse('not yours to run', run.why);
  const read = Roll.safeParse(request.body);
  const noted = read.success && (await noteRoll(entry, { said: read.data.said, by: caller.id }, world));
  return noted ? answer(await panel(world, entry, caller)) : refuse('not on the panel');
}

async function ticks(world: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const entry = await named(world, request.params['reference'], caller);
  if (!entry) return refuse('no such meeting');
  const run = mayRun(entry, caller);
  if (!run.may) return refuse('not yours to run', run.why);
  const read = Ticks.safeParse(request.body);
  const kept = read.success && (await tick(entry, { ...read.data, by: caller.id }, world));
  return kept ? answer(await panel(world, entry, caller)) : refuse('not on the panel');
}

/** As the outcome on the meeting's own page, and answered with the panel: whoever presses last has the last word. */
async function held(world: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const entry = await named(world, request.params['reference'], caller);
  if (!entry) return refuse('no such meeting');
  const said = SaidHeld.safeParse(request.body);
  if (!said.success) return refuse('not on the panel');
  const kept = await world.acts.sayHeld({ reference: entry.reference, said: said.data, seen: null }, caller);
  if (kept.entry === undefined) return refuse('not changed', notSaid[kept.why]);
  return answer(await panel(world, kept.entry, caller));
}

/** As a meeting's own page: that it was read is kept before it is shown, or it is not shown. */
async function panel(world: ApiWorld, entry: Entry, caller: Caller) {
  const { register, checklistOf, policy, now } = world;
  const [attendance, kept, log] = await Promise.all([
    register.attendance(entry),
    register.kept(entry.reference),
    register.log(entry.reference),
    keepOpened(world, entry, caller),
  ]);
  const beside = {
    attendance,
    kept,
    concern: ownConcern(log, caller.id),
    lists: checklistOf(entry),
    lockAfterMinutes: linesFor(policy, entry.ask.kind).lockAfterMinutes,
  };
  return panelView(entry, beside, { caller, now: now() });
}
