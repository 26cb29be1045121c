import { stands } from '../register/entry.ts';
import { answersView } from '../views/answers-view.ts';
import { type ApiAnswer, type ApiRoute, type ApiWorld, type Asked, answer, forReader } from './door.ts';
import { keepOpened, readable } from './meeting.ts';
import { refuse } from './refusals.ts';

/** Guests' answers to the invitation, asked of the host's calendar with one call. Apart from the meeting, which does not wait for it. */
export const answerRoutes = (world: ApiWorld): readonly ApiRoute[] => [
  {
    method: 'GET',
    path: '/api/meetings/:reference/answers',
    handle: forReader(world, (asked) => answersTo(world, asked)),
  },
];

async function answersTo(world: ApiWorld, asked: Asked): Promise<ApiAnswer> {
  const entry = await readable(world, asked);
  if (!entry) return refuse('no such meeting');
  if (!stands(entry)) return refuse('no invitation out');
  const [answers] = await Promise.all([world.acts.answersTo(entry), keepOpened(world, entry, asked.caller)]);
  if (!answers.known) return refuse('answers cannot be asked');
  return answers.value === null ? refuse('no invitation out') : answer(answersView(entry, answers.value));
}
