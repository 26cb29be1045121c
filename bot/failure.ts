/**
 * The closed list of what can go wrong. `log` is for the log and carries no name, address or initials;
 * `say` is the sentence a person reads; `next` is what they can do about it. The words of the error underneath are never shown.
 */
const failures = {
  'graph unavailable': {
    say: 'Microsoft 365 is not answering just now.',
    next: 'Nothing was sent. Please try again in a few minutes.',
  },
  'graph refused': {
    say: 'Microsoft 365 would not let me do that.',
    next: 'Nothing was sent. Please tell ICT, with the reference.',
  },
  'graph unreadable': {
    say: 'Microsoft 365 answered in a way I could not check.',
    next: 'Nothing was sent. Please tell ICT, with the reference.',
  },
  'register unavailable': {
    say: 'I cannot write to the school’s register just now, so I have not arranged anything.',
    next: 'Please try again in a few minutes; nothing you told me is lost.',
  },
  'register missing': {
    say: 'A list of the school’s register is not there, so I have not arranged anything.',
    next: 'Please tell ICT: if it was deleted, SharePoint’s recycle bin keeps it for 93 days. Nothing you told me is lost.',
  },
  'register incomplete': {
    say: 'The school’s register is not set up as it has to be, so I have not arranged anything.',
    next: 'Please tell ICT: the installation page names what it lacks. Nothing you told me is lost.',
  },
  'register changed': {
    say: 'Somebody else changed this entry in the meantime.',
    next: 'Please look at it again and decide afresh.',
  },
  'register unreadable': {
    say: 'There is an entry in the register that I cannot read.',
    next: 'Please tell ICT, with the reference.',
  },
  'too many rows': {
    say: 'That is more of the register than can be put in this order at once.',
    next: 'Please narrow the dates, or sort by when meetings start.',
  },
  'no such page': {
    say: 'I cannot go on from there.',
    next: 'Please load the list again.',
  },
  'no meeting link': {
    say: 'Teams made a calendar entry without a meeting in it.',
    next: 'Nothing was sent. Please try again; if it happens twice, tell ICT.',
  },
  'meeting not found': {
    say: 'Teams made a meeting and then could not find it.',
    next: 'Nothing was sent. Please try again; if it happens twice, tell ICT.',
  },
  'not sealed': {
    say: 'The lobby and the other safeguards could not be proved shut.',
    next: 'Nothing was sent. Please try again; if it happens twice, tell ICT.',
  },
  'not invited': {
    say: 'Outlook would not keep the invitation.',
    next: 'Nothing was sent. Please try again in a few minutes.',
  },
  'invitation unclear': {
    say: 'I have sent the invitations and could not yet check that they went.',
    next: 'I keep trying, and will tell you here.',
  },
  'not the people asked for': {
    say: 'The invitation did not read back with exactly the people you asked for.',
    next: 'The safeguarding lead has been told.',
  },
  interrupted: {
    say: 'I was interrupted before I had begun.',
    next: 'Nothing was sent. Please start again.',
  },
  'no longer allowed': {
    say: 'Something changed while I was arranging, and the school’s policy no longer allows it.',
    next: 'Nothing was sent. Please start again to see what changed.',
  },
  'not checked': {
    say: 'I cannot check just now who is staff and who is from outside.',
    next: 'Nothing was sent. Please try again in a few minutes.',
  },
  withdrawn: {
    say: 'You withdrew this before it was authorised.',
    next: 'Nothing was sent.',
  },
  'not authorised in time': {
    say: 'Nobody authorised this before it was to start.',
    next: 'Nothing was sent. Please choose another time and send it again, or speak to those who authorise.',
  },
  'meeting gone': {
    say: 'The meeting is no longer in your calendar.',
    next: 'If it was deleted there, please cancel it here too, so that its link is shut.',
  },
  'changed in Outlook': {
    say: 'Somebody has changed this meeting in Outlook, so I have not touched it.',
    next: 'Please set it right there, or cancel it here and arrange it again.',
  },
  'link not retired': {
    say: 'I could not prove that its link is shut.',
    next: 'The safeguarding lead has been told. Please do not use the link, and admit nobody.',
  },
  'change refused': {
    say: 'An approver said no to this change.',
    next: 'The meeting stands as it was.',
  },
  'second adult missing': {
    say: 'The second adult cannot come, and somebody else has to be found first.',
    next: 'Please ask for the change again when there is one.',
  },
  'meeting over': {
    say: 'The meeting this one was to replace has been cancelled or moved already.',
    next: 'Nothing was sent. Please start again if a meeting is still wanted.',
  },
  'meeting changed': {
    say: 'The meeting this one was to replace was changed in the meantime.',
    next: 'Nothing was sent. Please look at it and move it again.',
  },
  'memory unavailable': {
    say: 'I cannot remember our conversation just now.',
    next: 'Please try again in a few minutes.',
  },
} as const;

export type FailureKind = keyof typeof failures;

// Object.keys forgets the literal names, and zod's enum needs at least one.
export const failureKinds = Object.keys(failures) as [FailureKind, ...FailureKind[]];

/**
 * @param log what happened, for the log: no names, addresses, initials or tokens
 * @param options.waitSeconds how long Microsoft asked to be left alone, where it said so
 * @param options.wrong what ICT has to put right, where it is known: half a sentence of ours that names the permission, list or column
 */
export class Failure extends Error {
  readonly kind: FailureKind;
  readonly waitSeconds: number | null;
  readonly wrong: string | null;

  constructor(
    kind: FailureKind,
    log: string,
    options?: ErrorOptions & { waitSeconds?: number | null; wrong?: string | null },
  ) {
    super(`${kind}: ${log}`, options);
    this.name = 'Failure';
    this.kind = kind;
    this.waitSeconds = options?.waitSeconds ?? null;
    this.wrong = options?.wrong ?? null;
  }

  get say(): string {
    const { say } = failures[this.kind];
    return this.wrong === null ? say : `${say} What is wrong: ${this.wrong}.`;
  }

  get next(): string {
    return failures[this.kind].next;
  }
}
