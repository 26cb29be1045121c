import type { Rendered } from '../cards/render.ts';
import { schoolCard } from '../cards/school-card.ts';
import { school as schoolWords, checklist as words } from '../cards/words/checklist.ts';
import type { Role } from '../identity/caller.ts';
import { type Colleague, type Reference, secondAdultOf } from '../meetings/ask.ts';
import type { World } from '../meetings/world.ts';
import { type Entry, isOver } from '../register/entry.ts';
import { type Kept, type MeetingMoment, standing, stoodAt } from '../register/kept.ts';
import { readAnswers } from './answers.ts';
import type { ChecklistSaid } from './checklist-said.ts';
import { drawChecklist, type Shown } from './draw-checklist.ts';
import { allInWords, forAnyMeeting } from './in-words.ts';
import { checklistOf } from './meeting-checklist.ts';
import { momentNow, type Office, schoolTasks } from './moments.ts';
import { keptDetail, notedOnce } from './ticking.ts';

/** Answers in somebody's chat about the checklist of a meeting. It belongs to no draft, so the conversation knows nothing of it. */
export type ChecklistChat = (said: ChecklistSaid, person: Colleague) => Promise<readonly Rendered[]>;

type Keeping = Extract<ChecklistSaid, { about: 'keep' }>;

/** @returns a turn that rejects with a `Failure` when the register or Entra cannot be asked */
export function openChecklistChat({ world, tabUrl }: { world: World; tabUrl: string }): ChecklistChat {
  const { register } = world;
  const card = (entry: Entry, kept: readonly Kept[], moment: MeetingMoment, shown: Shown = {}) =>
    drawChecklist(entry, { kept, moment, shown }, { ...world, tabUrl });

  /** One answer for "is not there" and "is not yours": the difference would tell a stranger that a meeting exists. */
  async function own(reference: Reference, person: Colleague): Promise<Entry | null> {
    const row = await register.find(reference);
    if (row === null) return null;
    const { ask } = row.entry;
    return ask.host.id === person.id || secondAdultOf(ask)?.id === person.id ? row.entry : null;
  }

  async function show(entry: Entry, moment: MeetingMoment | null): Promise<readonly Rendered[]> {
    const kept = await register.kept(entry.reference);
    if (moment !== null) return [{ card: card(entry, kept, moment) }];
    return [{ text: words.here }, { card: card(entry, kept, momentNow(entry, world.now())), beside: true }];
  }

  async function keep(entry: Entry, said: Keeping, person: Colleague): Promise<readonly Rendered[]> {
    const { reference } = entry;
    const { moment, typed } = said;
    const { todo } = checklistOf(entry, world)[moment];
    const kept = await register.kept(reference);
    if (isOver[entry.status]) return [{ card: card(entry, kept, moment) }];
    // A line that this meeting does not have at this moment: of a card from before the packs changed, or invented.
    if ([...typed.keys()].some((name) => !todo.some((line) => line.name === name)))
      return [{ card: card(entry, kept, moment, { notes: [words.unreadable] }) }];
    const { changed, faults } = readAnswers({ moment, todo }, typed, stoodAt(kept, said.seen));
    if (faults.size > 0) {
      const values = new Map(
        [...todo].map(({ name, keeps }) => [name, asTyped(typed.get(name) ?? '', keeps === 'tick')]),
      );
      return [{ card: card(entry, kept, moment, { values, faults, notes: [words.notSaved] }) }];
    }
    const now = await register.keep(reference, changed, person.id, world.now());
    const answers = todo.filter(({ name }) => standing(now).has(name)).length;
    await notedOnce(reference, { detail: keptDetail(moment, answers, now), by: person.id }, world);
    return [{ card: card(entry, now, moment, { notes: [words.saved(answers)] }) }];
  }

  async function forSchool(person: Colleague): Promise<readonly Rendered[]> {
    const offices = officesOf(await world.people.rolesOf(person.id));
    if (offices.length === 0) return [{ text: schoolWords.notForYou }];
    return [{ card: schoolCard(allInWords(schoolTasks(world.policy), forAnyMeeting(world.school)), offices) }];
  }

  return async (said, person) => {
    switch (said.about) {
      case 'which':
        return [{ text: words.which }];
      case 'school':
        return forSchool(person);
      case 'nothing readable':
        return [{ text: words.unreadableTap }];
      case 'show':
      case 'keep': {
        const entry = await own(said.reference, person);
        if (entry === null) return [{ text: words.notYours }];
        return said.about === 'show' ? show(entry, said.moment) : keep(entry, said, person);
      }
    }
  };
}

// As the card has it: a tick is `yes` there, and no field takes more than this.
const asTyped = (text: string, isTick: boolean): string =>
  isTick ? (text === 'true' ? 'yes' : '') : text.slice(0, 200);

const officeOf: Readonly<Partial<Record<Role, Office>>> = {
  head: 'leaders',
  slt: 'leaders',
  dsl: 'safeguarding lead',
  dpo: 'data protection officer',
  ict: 'ict',
};

const officesOf = (roles: ReadonlySet<Role>): readonly Office[] =>
  [...roles].flatMap((role): readonly Office[] => {
    const office = officeOf[role];
    return office === undefined ? [] : [office];
  });
