import { Temporal } from 'temporal-polyfill';
import { dayInWords, lengthInWords, timeInWords, zoneInWords } from '../cards/words/dates.ts';
import { inLondon } from '../conversation/london.ts';
import type { Kind } from '../policy/kind.ts';
import { linesFor } from '../policy/lines.ts';
import type { blanks } from '../policy/pack.ts';
import type { Policy } from '../policy/policy.ts';
import type { School } from '../policy/school.ts';
import { type Ask, childOf, type Reference, secondAdultOf } from './ask.ts';

/**
 * The words that go out with the invitation: ours for what, when and who, the school's packs' for how to join. They reach every
 * guest alike, so they hold no child's name or initials, nobody's address and nobody's name but the two members of staff.
 */

/** `html` is complete when the event is made: Teams adds its own join block, and a later change of the body would make a new meeting. */
export type Invitation = { readonly subject: string; readonly html: string };

export function invitationOf(
  ask: Ask,
  reference: Reference,
  { school, policy }: { school: School; policy: Policy },
): Invitation {
  const lines = linesFor(policy, ask.kind);
  const fillings = fillingsOf(ask, { reference, school, lockAfterMinutes: lines.lockAfterMinutes });
  const parts = [...new Set(lines.joining.map(({ part }) => part))];
  const paragraphs = [
    `${school.name} invites you to ${opening[ask.kind]}: ${withoutInitials(ask)}.`,
    `It is on ${fillings.day} at ${fillings.time} (UK time, ${zoneInWords(inLondon(ask.start))}) and takes about ${lengthInWords(ask.minutes)}.`,
    whoRunsIt(ask),
    ...parts.map((part) => {
      const said = lines.joining
        .filter((line) => line.part === part)
        .flatMap(({ says }) => filled(says, fillings) ?? []);
      return said.join(' ');
    }),
    `If you cannot come, or need help to take part, please reply to this invitation. Our reference is ${reference}.`,
  ];
  const html = paragraphs.filter((text) => text !== '').map((text) => `<p>${escaped(text)}</p>`);
  return { subject: `${subjects[ask.kind]} (${reference})`, html: html.join('') };
}

/** What shows on a locked screen and in a shared calendar: nothing of what a session with one child is for. */
const subjects: Readonly<Record<Kind, string>> = {
  staff: 'Staff meeting',
  governors: 'Governors’ meeting',
  tac: 'Team Around the Child meeting',
  'annual-review': 'Annual review meeting',
  parent: 'Parent meeting',
  professional: 'Professionals’ meeting',
  focus: 'School meeting',
  class: 'Class session',
};

const opening: Readonly<Record<Kind, string>> = {
  staff: 'a staff meeting online',
  governors: 'a governors’ meeting online',
  tac: 'an online meeting about a child you know or support',
  'annual-review': 'an annual review online',
  parent: 'an online meeting about your child',
  professional: 'an online meeting about a child you support',
  focus: 'an online session for a child you know or support',
  class: 'an online session for your child’s class',
};

type Blank = (typeof blanks)[number];
/** `null` where this meeting has none: a sentence that needs it is left out. */
type Fillings = Readonly<Record<Exclude<Blank, 'lockTime' | 'secondAdult'>, string>> &
  Readonly<Record<'lockTime' | 'secondAdult', string | null>>;

function fillingsOf(
  ask: Ask,
  around: { reference: Reference; school: School; lockAfterMinutes: number | null },
): Fillings {
  const start = inLondon(ask.start);
  const { lockAfterMinutes } = around;
  return {
    school: around.school.name,
    host: ask.host.name,
    secondAdult: secondAdultOf(ask)?.name ?? null,
    day: dayInWords(start),
    time: timeInWords(start),
    lockTime:
      lockAfterMinutes === null ? null : timeInWords(start.add(Temporal.Duration.from({ minutes: lockAfterMinutes }))),
    minutes: String(ask.minutes),
    reference: around.reference,
    tool: 'Microsoft Teams',
  };
}

/** The sentence with its blanks filled in; `null` when this meeting has nothing to put into one. */
function filled(sentence: string, fillings: Fillings): string | null {
  const values = new Map<string, string | null>(Object.entries(fillings));
  const needed = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => values.get(name) ?? null);
  if (needed.includes(null)) return null;
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? '');
}

function whoRunsIt(ask: Ask): string {
  const secondAdult = secondAdultOf(ask);
  return `${ask.host.name} runs the meeting.${secondAdult ? ` ${secondAdult.name} will be there as well.` : ''}`;
}

/** A host may have typed the initials they know the child by: the guests need not read them. */
function withoutInitials(ask: Ask): string {
  const child = childOf(ask);
  const said = child ? ask.purpose.replaceAll(new RegExp(`\\b${child.initials}\\b`, 'g'), 'the child') : ask.purpose;
  return said.replace(/[.!?\s]+$/, '');
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
