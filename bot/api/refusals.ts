import type { FailureKind } from '../failure.ts';

/** What the tab hears instead of what it asked for: a status, a sentence, what to do next. Never the words of the fault underneath. */

/** What the tab reads when it is refused: `say` is the sentence to show, `next` what can be done about it. */
export type ApiError = { readonly error: { readonly code: RefusalCode; readonly say: string; readonly next: string } };

const tryAgain = 'Please try again in a few minutes.';
const refusals = {
  'not understood': {
    status: 400,
    say: 'I did not understand that filter.',
    next: 'Please clear the filters and try again.',
  },
  'words missing': {
    status: 400,
    say: 'I need a question or a reason for the host.',
    next: 'Please type one line of plain words, 200 characters at most.',
  },
  'not taken': {
    status: 409,
    say: 'That answer was not taken.',
    next: 'Please load the meeting again to see how it stands.',
  },
  'not signed in': {
    status: 401,
    say: 'I could not tell who you are.',
    next: 'Please close this page and open it again in Teams.',
  },
  'not for you': {
    status: 403,
    say: 'This is for staff of the school.',
    next: 'If that is you, please ask ICT to look at your groups.',
  },
  'no register for you': {
    status: 403,
    say: 'The register is for staff of the school.',
    next: 'If that is you, please ask ICT to look at your groups.',
  },
  'not the whole school': {
    status: 403,
    say: 'The whole school’s register is for the senior leadership team and the safeguarding lead.',
    next: 'You can still look at your own meetings.',
  },
  'nothing to authorise': {
    status: 403,
    say: 'Nobody’s meetings wait for your yes.',
    next: 'You can still look at your own meetings.',
  },
  'no such meeting': {
    status: 404,
    say: 'There is no such meeting among those you can see.',
    next: 'Please check the reference, or ask the host.',
  },
  'register unreadable': {
    status: 500,
    say: 'There is an entry in the register that I cannot read.',
    next: 'Please tell ICT.',
  },
  'out of order': {
    status: 500,
    say: 'Something went wrong at my end.',
    next: `${tryAgain} If it happens twice, tell ICT.`,
  },
  'sign-in cannot be checked': { status: 503, say: 'I cannot check who you are just now.', next: tryAgain },
  'roles cannot be checked': { status: 503, say: 'I cannot check what you may see just now.', next: tryAgain },
  'register cannot be read': { status: 503, say: 'I cannot read the school’s register just now.', next: tryAgain },
} as const;

export type RefusalCode = keyof typeof refusals;

// What can only happen while arranging is our own fault when it happens here.
const refusalFor: Partial<Record<FailureKind, RefusalCode>> = {
  'register unavailable': 'register cannot be read',
  'register changed': 'register cannot be read',
  'register unreadable': 'register unreadable',
  'graph unavailable': 'register cannot be read',
  'graph refused': 'register cannot be read',
  'graph unreadable': 'register unreadable',
};

/** What a caller hears of a failure. */
export const refusalOfFailure = (kind: FailureKind): RefusalCode => refusalFor[kind] ?? 'out of order';

/** @param say in place of the code's own sentence */
export function refuse(code: RefusalCode, said?: string): { readonly status: number; readonly body: ApiError } {
  const { status, say, next } = refusals[code];
  return { status, body: { error: { code, say: said ?? say, next } } };
}
