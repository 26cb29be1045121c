import { type ChecklistView, checklistCard } from '../cards/checklist-card.ts';
import type { AdaptiveCardJson } from '../cards/elements.ts';
import type { World } from '../meetings/world.ts';
import { type Entry, isOver } from '../register/entry.ts';
import { type Kept, type MeetingMoment, seenIn, standing } from '../register/kept.ts';
import { checklistOf, openIn } from './meeting-checklist.ts';

/** What is on the card otherwise than the register has it. */
export type Shown = Partial<Pick<ChecklistView, 'values' | 'faults' | 'notes'>>;

type Standing = { readonly kept: readonly Kept[]; readonly moment: MeetingMoment; readonly shown?: Shown };

/** One moment of a meeting's checklist as it stands, as a card. Pure. */
export function drawChecklist(
  entry: Entry,
  { kept, moment, shown = {} }: Standing,
  { tabUrl, ...world }: Pick<World, 'policy' | 'school'> & { readonly tabUrl: string },
): AdaptiveCardJson {
  const lists = checklistOf(entry, world);
  const stands = standing(kept);
  return checklistCard({
    reference: entry.reference,
    ask: entry.ask,
    moment,
    list: lists[moment],
    values: new Map([...stands].map(([line, { answer }]) => [line, answer])),
    faults: new Map(),
    open: openIn(lists, stands),
    seen: seenIn(kept),
    closed: isOver[entry.status],
    notes: [],
    tabUrl,
    ...shown,
  });
}
