import { type ChecklistView, checklistCard } from '../../bot/cards/checklist-card.ts';
import type { AdaptiveCardJson } from '../../bot/cards/elements.ts';
import { schoolCard } from '../../bot/cards/school-card.ts';
import { answerFaults } from '../../bot/checklist/answers.ts';
import { allInWords, forAnyMeeting } from '../../bot/checklist/in-words.ts';
import { checklistOf, openIn } from '../../bot/checklist/meeting-checklist.ts';
import { offices, schoolTasks } from '../../bot/checklist/moments.ts';
import { Reference } from '../../bot/meetings/ask.ts';
import { type Kind, kinds } from '../../bot/policy/kind.ts';
import { meetingMoments } from '../../bot/register/kept.ts';
import { anAsk } from '../an-ask.ts';
import { fivePacks, wordingOf } from '../meetings/wording.ts';

const { policy, school } = wordingOf({ packs: fivePacks });
const reference = Reference.parse('TAC-7K2M9QXV');

/** One moment of a meeting of this kind under all five packs. @param text what was answered to everything, and who comes */
function view(kind: Kind, moment: ChecklistView['moment'], text: string): ChecklistView {
  const whole = anAsk({ kind });
  const name = text.slice(0, 60).trim();
  const ask = {
    ...whole,
    host: { ...whole.host, name },
    ...('secondAdult' in whole && { secondAdult: { ...whole.secondAdult, name } }),
  };
  const lists = checklistOf({ reference, ask }, { policy, school });
  const list = lists[moment];
  const answers = list.todo.map(
    ({ name: line, keeps }) => [line, keeps === 'tick' ? 'yes' : text.repeat(200).slice(0, 200)] as const,
  );
  return {
    reference,
    ask,
    moment,
    list,
    values: new Map(answers),
    faults: new Map(),
    open: openIn(lists, new Set()),
    seen: new Map(list.todo.map(({ name: line }) => [line, 12])),
    closed: false,
    notes: [],
    tabUrl: 'https://teams.example.org/register',
  };
}

/** The checklist at every moment of every kind, under all five packs; and what the school has to see to. */
export function everyChecklistCard(text: string): readonly (readonly [name: string, card: AdaptiveCardJson])[] {
  const after = view('tac', 'after', text);
  const faults = new Map(
    after.list.todo.map(({ name }, index) => [name, answerFaults[index % answerFaults.length] ?? 'words']),
  );
  const tasks = allInWords(schoolTasks(policy), forAnyMeeting(school));
  return [
    ...kinds.flatMap((kind) =>
      meetingMoments.map(
        (moment) => [`checklist, ${kind}, ${moment}`, checklistCard(view(kind, moment, text))] as const,
      ),
    ),
    ['checklist, everything wrong', checklistCard({ ...after, faults, notes: ['Nothing is kept yet.'] })],
    ['checklist, closed', checklistCard({ ...after, closed: true })],
    ['checklist, nothing to do', checklistCard({ ...after, list: { todo: [], advice: [] } })],
    ['what the school sees to', schoolCard(tasks, [])],
    ['what the school sees to, all unfolded', schoolCard(tasks, offices)],
  ];
}
