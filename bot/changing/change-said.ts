import { z } from 'zod';
import { type ChangeVerb, changeVerbs } from '../cards/change-card.ts';
import { type Answered, answeredIn } from '../conversation/answered.ts';
import type { Input } from '../conversation/conversation.ts';
import { Reference } from '../meetings/ask.ts';
import { GuestRow, Wanted } from './wanted.ts';

/** What somebody typed or tapped about a meeting that stands, parsed like any other input: a card's fields may be anybody's invention. */
export type ChangeSaid =
  /** What can be changed about it? */
  | { readonly about: 'meeting'; readonly which: Which; readonly by: 'typing' | 'tapping' }
  | { readonly about: 'cancel'; readonly which: Which }
  /** The card that says what a cancellation does was read, and the button on it pressed. */
  | { readonly about: 'cancel for good'; readonly reference: Reference }
  | { readonly about: 'keep'; readonly reference: Reference }
  | { readonly about: 'wish'; readonly which: Which; readonly wanted: Wanted }
  /** The button of the review. */
  | { readonly about: 'do'; readonly reference: Reference; readonly wanted: Wanted; readonly answered: Answered }
  | { readonly about: 'nothing readable' };

/** `null`: the one meeting they have. */
export type Which = Reference | null;

/** It travels in the data of our cards, each of which may have 28 KB in all. */
const longest = 2000;
const unreadable: ChangeSaid = { about: 'nothing readable' };

/** @returns `null` when it is about something else. Without a reference it is about a meeting only while nothing is being arranged. Pure. */
export function changeSaid(input: Extract<Input, { kind: 'said' | 'tapped' }>): ChangeSaid | null {
  if (input.kind === 'said') return input.text.length > longest ? null : typed(input.text.trim());
  const verb = z.enum(changeVerbs).safeParse(input.verb);
  return verb.success ? tapped(verb.data, input.data) : null;
}

const reference = '[a-z]{3}-[0-9a-z]{8}';
/** The meeting: by its reference, or as whoever has only one calls it. */
const meeting = `(?:(?:the |my )?(?:meeting |tac )?(?<which>${reference})|(?:the|my) (?:meeting|tac)|it)`;
const line = (pattern: string) => new RegExp(`^(?:please )?${pattern}[.! ]*$`, 'iu');
const whose = `(?: (?:of|for|in|at|on) ${meeting})?`;

/** In this order: what names more comes first. */
const phrases: readonly { readonly finds: RegExp; readonly means: (what: string) => Wanted | 'cancel' | 'meeting' }[] =
  [
    { finds: line(`cancel ${meeting}`), means: () => 'cancel' },
    { finds: line(`(?:change|edit) ${meeting}`), means: () => 'meeting' },
    {
      finds: line(`(?:move|reschedule|postpone|put off|bring forward) ${meeting}(?: to| for| until)?:? (?<what>.+?)`),
      means: (said) => ({ to: 'move', when: { said } }),
    },
    { finds: line('(?:move|reschedule) (?:to|for) (?<what>.+?)'), means: (said) => ({ to: 'move', when: { said } }) },
    {
      finds: line(`(?:add|invite) (?<what>.+?) to ${meeting}`),
      means: (said) => ({ to: 'add guests', guests: { said } }),
    },
    {
      finds: line('(?:add|invite) (?<what>[^,]+,[^,]+,.+?)'),
      means: (said) => ({ to: 'add guests', guests: { said } }),
    },
    {
      finds: line(`(?:remove|uninvite|drop|take) (?<what>.+?) (?:from|off|out of) ${meeting}`),
      means: (said) => ({ to: 'remove guest', said }),
    },
    { finds: line('(?:remove|uninvite) (?<what>.+?)'), means: (said) => ({ to: 'remove guest', said }) },
    {
      finds: line(`(?:change|swap|make) (?:the )?second adult${whose} (?:to|into|for) (?<what>.+?)`),
      means: (said) => ({ to: 'change second adult', said }),
    },
    {
      finds: line(`(?:change|swap|make) (?:the )?host${whose} (?:to|into|for) (?<what>.+?)`),
      means: (said) => ({ to: 'change host', said }),
    },
    { finds: line(`(?<which>${reference})`), means: () => 'meeting' },
  ];

function typed(text: string): ChangeSaid | null {
  for (const { finds, means } of phrases) {
    const { groups } = finds.exec(text) ?? {};
    if (groups === undefined && !finds.test(text)) continue;
    const quoted = groups?.['which'];
    const which = quoted === undefined ? null : Reference.safeParse(quoted.toUpperCase()).data;
    if (which === undefined) return unreadable;
    const meant = means(groups?.['what'] ?? '');
    if (meant === 'meeting') return { about: meant, which, by: 'typing' };
    if (meant === 'cancel') return { about: meant, which };
    const wanted = Wanted.safeParse(meant);
    return wanted.success ? { about: 'wish', which, wanted: wanted.data } : unreadable;
  }
  return null;
}

const About = z.looseObject({ reference: Reference });
const Carried = z.looseObject({ wanted: Wanted });
const field = z.string().catch('');
const Fields = z.looseObject({
  to: z.string(),
  date: field,
  time: field,
  minutes: field,
  guest: field,
  person: field,
  newHost: field,
});

function tapped(verb: ChangeVerb, data: unknown): ChangeSaid {
  const about = About.safeParse(data).data;
  if (about === undefined) return unreadable;
  const { reference } = about;
  switch (verb) {
    case 'change a meeting':
      return { about: 'meeting', which: reference, by: 'tapping' };
    case 'cancel a meeting':
      return { about: 'cancel', which: reference };
    case 'cancel the meeting':
      return { about: 'cancel for good', reference };
    case 'keep the meeting':
      return { about: 'keep', reference };
    case 'change it so': {
      const wanted = Carried.safeParse(data).data?.wanted ?? fromFields(data);
      return wanted === null ? unreadable : { about: 'wish', which: reference, wanted };
    }
    case 'make the change': {
      const carried = Carried.safeParse(data).data;
      if (carried === undefined) return unreadable;
      return { about: 'do', reference, wanted: carried.wanted, answered: answeredIn(data) };
    }
  }
}

const mostGuests = 20;
const rowIn = (fields: Readonly<Record<string, unknown>>, number: number): GuestRow =>
  GuestRow.parse({
    name: fields[`name${number}`],
    role: fields[`role${number}`],
    agency: fields[`agency${number}`],
    address: fields[`address${number}`],
  });
const isTyped = (row: GuestRow): boolean => Object.values(row).some((text) => text.trim() !== '');

/** Each of a card's buttons takes the fields that stand beside it. */
function fromFields(data: unknown): Wanted | null {
  const fields = Fields.safeParse(data).data;
  if (fields === undefined) return null;
  const { to, date, time, minutes, guest, person, newHost } = fields;
  const rows = Array.from({ length: mostGuests }, (_, index) => rowIn(fields, index + 1)).filter(isTyped);
  const wanted = [
    { to: 'move', when: { date, time, minutes } },
    { to: 'add guests', guests: { rows } },
    { to: 'remove guest', said: guest },
    { to: 'change second adult', said: person },
    { to: 'change host', said: newHost },
  ].find((one) => one.to === to);
  return Wanted.safeParse(wanted).data ?? null;
}
