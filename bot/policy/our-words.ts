import { z } from 'zod';
import { kinds } from './kind.ts';
import { blanks, blanksIn, type Matter, type Pack } from './pack.ts';

/** What Chaperone itself writes to those who are invited: a file for each language, `translations/en.yaml` and so on. */

/** What may stand in braces in these: what a pack may use, and what only we say. `zone` is GMT or BST. */
const ourBlanks = [...blanks, 'end', 'zone', 'purpose'] as const;
export type Blank = (typeof ourBlanks)[number];

/** The headings that a parent looks for, in the order they are read. */
export const sections = ['who', 'before', 'joining', 'drops', 'call', 'worries', 'privacy', 'choice'] as const;
export type Section = (typeof sections)[number];

/**
 * Our own sentences, as lines of a pack: where a school's packs speak about the same matter, theirs is read, else ours stands in.
 * About no matter: always read. The closing lines are about none, so that everybody is told how to ask for something else.
 */
export const ourLines = [
  { id: 'when', part: 'what it is', about: 'what and when', to: 'everybody' },
  { id: 'host', part: 'who is who', about: 'who leads', to: 'everybody' },
  { id: 'second adult', part: 'who is who', about: 'who leads', to: 'everybody' },
  { id: 'lobby', part: 'joining', about: 'coming in', to: 'outsiders' },
  { id: 'lock', part: 'joining', about: null, to: 'outsiders' },
  { id: 'call drops', part: 'if the call drops', about: 'if the call drops', to: 'everybody' },
  { id: 'kind words', part: 'respect', about: 'respect', to: 'outsiders' },
  { id: 'worries', part: 'worries', about: 'worries', to: 'outsiders' },
  { id: 'recording', part: 'recording', about: 'recording', to: 'everybody' },
  { id: 'public task', part: 'privacy', about: null, to: 'outsiders' },
  { id: 'other ways', part: 'your choice', about: 'other ways', to: 'outsiders' },
  { id: 'cannot come', part: 'your choice', about: null, to: 'everybody' },
  { id: 'reference', part: 'your choice', about: null, to: 'everybody' },
] as const satisfies readonly {
  readonly id: string;
  readonly part: Pack['joining'][number]['part'];
  readonly about: Matter | null;
  readonly to: 'everybody' | 'outsiders';
}[];
export type OurLine = (typeof ourLines)[number];
const ids = ourLines.map(({ id }) => id);

const written = z.string().trim().min(1).max(300);

const wordsOf = <S extends z.ZodType<string | null>>(sentence: S) =>
  z.strictObject({
    /** The language's own name for itself: the heading over its part of a mail that goes out in several. */
    name: written,
    subjects: z.record(z.enum(kinds), sentence),
    openings: z.record(z.enum(kinds), sentence),
    headings: z.record(z.enum(sections), sentence),
    sentences: z.record(z.enum(ids), sentence),
    /** What stands in a purpose in place of something that the guests need not read. */
    insteadOf: z.strictObject({ child: sentence, guest: sentence }),
    /** For a mobile phone: `{day}` and `{time}` are short here. */
    text: sentence,
    /** The same after a change of second adult, because the invitation still names the one before. */
    textOfSecondAdult: sentence,
  });

/** English is complete: every other language falls back to it, sentence by sentence. */
export const English = wordsOf(
  written.refine(
    (text) => blanksIn(text).every((name) => ourBlanks.some((blank) => blank === name)),
    `only these may stand in braces: ${ourBlanks.join(', ')}`,
  ),
);
export type English = z.infer<typeof English>;

/** Every sentence is there; `null` is one that nobody has translated yet. */
export const Translated = wordsOf(written.nullable());
export type Translated = z.infer<typeof Translated>;
