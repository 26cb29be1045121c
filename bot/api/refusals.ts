import type { Failure, FailureKind } from '../failure.ts';

/** What the tab hears instead of what it asked for: a status, a sentence, what to do next. Never the words of the fault underneath. */

/** What the tab reads when it is refused: `say` is the sentence to show, `next` what can be done about it. */
export type ApiError = {
  readonly error: {
    readonly code: RefusalCode;
    readonly say: string;
    readonly next: string;
    /** Seconds after which it is worth asking again; absent where nobody knows. */
    readonly againIn?: number;
  };
};

const tryAgain = 'Please try again in a few minutes.';
const refusals = {
  'not understood': {
    status: 400,
    say: 'I did not understand that filter.',
    next: 'Please clear the filters and try again.',
  },
  'export needs a reason': {
    status: 400,
    say: 'I need to know why, before anything is handed out.',
    next: 'Please type one line of plain words, 5 to 200 characters.',
  },
  'no such export': {
    status: 404,
    say: 'There is no such export of yours.',
    next: 'Please ask for it again from the register.',
  },
  'export over': {
    status: 410,
    say: 'An export is handed out for an hour, and that is over.',
    next: 'Please ask for it again from the register.',
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
  'changed meanwhile': {
    status: 409,
    say: 'Somebody has changed this meeting since you opened it, so nothing was done.',
    next: 'Please look at it as it stands now, and decide afresh.',
  },
  'not changed': {
    status: 409,
    say: 'That was not done.',
    next: 'Please look at the meeting as it stands now.',
  },
  'questions open': {
    status: 409,
    say: 'There is something to answer first, so nothing was done yet.',
    next: 'Please look at the questions and answer them.',
  },
  'policy refuses': {
    status: 409,
    say: 'The school’s policy does not allow that, so nothing was done.',
    next: 'Please look at what it says.',
  },
  'wish unclear': {
    status: 400,
    say: 'I could not read that.',
    next: 'What you typed is still there. Please set it right and try again.',
  },
  'too many to sort': {
    status: 409,
    say: 'SharePoint cannot put that many meetings in this order at once.',
    next: 'Please narrow the dates, or sort by when they start. A name or an agency is always sorted by when.',
  },
  'no such page': {
    status: 400,
    say: 'I cannot go on from there.',
    next: 'Please load the list again.',
  },
  'no invitation out': {
    status: 409,
    say: 'No invitation to this meeting is out, so nobody has answered one.',
    next: 'Those who come are listed with the meeting.',
  },
  'answers cannot be asked': {
    status: 503,
    say: 'I could not ask the host’s calendar who has answered.',
    next: tryAgain,
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
  'no insights for you': {
    status: 403,
    say: 'Insights are for the senior leadership team and the safeguarding lead.',
    next: 'You can still look at your own meetings.',
  },
  'no such meeting': {
    status: 404,
    say: 'There is no such meeting among those you can see.',
    next: 'Please check the reference, or ask the host.',
  },
  'not yours to run': {
    status: 403,
    say: 'The host and the second adult do this.',
    next: 'Please ask one of them.',
  },
  'not on the panel': {
    status: 400,
    say: 'That is not on this meeting’s list any more.',
    next: 'Please load the panel again.',
  },
  'not for data protection': {
    status: 403,
    say: 'This is for the data protection officer.',
    next: 'If that is you, please ask ICT to look at your groups.',
  },
  'not for ict': {
    status: 403,
    say: 'This page is for ICT.',
    next: 'If that is you, please ask your colleagues to look at your groups.',
  },
  'not understood here': {
    status: 400,
    say: 'I did not understand what was filled in.',
    next: 'Please look at the fields again.',
  },
  'reason missing': {
    status: 400,
    say: 'I need a reason, which is kept.',
    next: 'Please say in one line of plain words why, 200 characters at most.',
  },
  'set changed': {
    status: 409,
    say: 'What would go has changed since you looked.',
    next: 'Nothing was disposed of. Please look again at what would go.',
  },
  'wrong count': {
    status: 409,
    say: 'That is not how many meetings would go.',
    next: 'Nothing was disposed of. Please type the number that stands above the list.',
  },
  'begin again': {
    status: 409,
    say: 'I do not know that search, bundle or dry run any more.',
    next: 'Please begin it again.',
  },
  'too many found': {
    status: 409,
    say: 'More rows begin like that than I can look through.',
    next: 'Please type more of the name, or look by email address.',
  },
  'kept back too late': {
    status: 409,
    say: 'It was being disposed of at that moment.',
    next: 'It may be gone in part or whole. Please look for it, and in SharePoint’s recycle bin.',
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
  'roles cannot be checked': { status: 503, say: 'I cannot check what you may see.', next: tryAgain },
  'staff cannot be read': { status: 503, say: 'I cannot read the list of staff just now.', next: tryAgain },
  'register incomplete': {
    status: 503,
    say: 'The school’s register is not set up as it has to be.',
    next: 'Please tell ICT: the installation page names what it lacks.',
  },
  'register deleted': {
    status: 503,
    say: 'A list of the school’s register is not there.',
    next: 'Please tell ICT: if it was deleted, it can be restored from the recycle bin of its SharePoint site for 93 days.',
  },
  busy: {
    status: 503,
    say: 'Microsoft 365 has asked me to slow down.',
    next: 'Please try again in a moment. Nothing is lost.',
  },
  'too much': {
    status: 429,
    say: 'That was more at once than I can look after.',
    next: 'Please wait a minute before you go on. Nothing is lost.',
  },
  'figures cannot be read': { status: 503, say: 'I cannot get at the figures just now.', next: tryAgain },
  'register cannot be read': { status: 503, say: 'I cannot read the school’s register just now.', next: tryAgain },
} as const;

export type RefusalCode = keyof typeof refusals;

// What can only happen while arranging is our own fault when it happens here.
const refusalFor: Partial<Record<FailureKind, RefusalCode>> = {
  'register unavailable': 'register cannot be read',
  'register missing': 'register deleted',
  'register incomplete': 'register incomplete',
  'register changed': 'register cannot be read',
  'register unreadable': 'register unreadable',
  'graph unavailable': 'register cannot be read',
  'graph refused': 'register cannot be read',
  'graph unreadable': 'register unreadable',
  'memory unavailable': 'figures cannot be read',
  'too many rows': 'too many to sort',
  'no such page': 'no such page',
};

// Microsoft may ask for minutes; whoever looks at a page is told of no more than this at a time.
const longestWait = 60;

/** What a caller hears of a failure. */
export function refusalOf({ kind, waitSeconds, wrong }: Pick<Failure, 'kind' | 'waitSeconds' | 'wrong'>): Refused {
  const code = waitSeconds === null ? (refusalFor[kind] ?? 'out of order') : 'busy';
  return refuse(code, wrong === null ? undefined : `${refusals[code].say} What is wrong: ${wrong}.`, waitSeconds);
}

type Refused = { readonly status: number; readonly body: ApiError };

/**
 * @param said in place of the code's own sentence
 * @param waitSeconds after which it is worth asking again, where somebody knows
 */
export function refuse(code: RefusalCode, said?: string, waitSeconds: number | null = null): Refused {
  const { status, say, next } = refusals[code];
  const again = waitSeconds === null ? {} : { againIn: Math.min(Math.ceil(waitSeconds), longestWait) };
  return { status, body: { error: { code, say: said ?? say, next, ...again } } };
}
