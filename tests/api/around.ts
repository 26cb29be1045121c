import type { ApiWorld } from '../../bot/api/door.ts';
import { checklistOf } from '../../bot/checklist/meeting-checklist.ts';
import { Address } from '../../bot/meetings/ask.ts';
import { known } from '../../bot/policy/fact.ts';
import { wordingOf } from '../meetings/wording.ts';
import { anExamination } from './an-examination.ts';
import { now, people } from './school.ts';

/** What the tab's doors in tests have around them besides the register: the fictional school, with everything well. */

const wording = wordingOf();

export const around: Pick<
  ApiWorld,
  'checklistOf' | 'policy' | 'school' | 'doctor' | 'health' | 'busyTimes' | 'membersOf' | 'figures' | 'now' | 'teamsUrl'
> = {
  checklistOf: (entry) => checklistOf(entry, wording),
  policy: wording.policy,
  school: wording.school,
  doctor: { examine: () => Promise.resolve(anExamination) },
  health: () => Promise.resolve({ storage: 'ok', sweep: { at: now().toISOString(), reached: true } }),
  busyTimes: () => Promise.resolve(known([])),
  membersOf: (group) =>
    Promise.resolve(
      Object.values(people)
        .filter(({ roles }) => roles.some((role) => role === group))
        .map(({ id, name, address }) => ({ id, name, address: Address.parse(address) })),
    ),
  figures: () => Promise.resolve(null),
  now,
  teamsUrl: 'https://teams.example.org/',
};
