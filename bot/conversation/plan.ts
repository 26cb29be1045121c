import { usualPurpose } from '../cards/words/kinds.ts';
import type { Kind } from '../policy/kind.ts';
import type { Draft, Question } from './conversation.ts';

/** What each kind of meeting asks, in which order, and what it takes for granted. */

/** Everything that can be asked of a draft by itself. */
export const topics = [
  'kind',
  'urgency',
  'child',
  'year',
  'purpose',
  'second adult',
  'colleagues',
  'length',
  'when',
  'guests',
  'child attends',
] as const satisfies readonly Question['about'][];
export type Topic = (typeof topics)[number];

type Plan = {
  /** In this order, each only as long as it is open. */
  readonly asks: readonly Topic[];
  /** Never asked, and open to change. */
  readonly also: readonly Topic[];
  /** The length that is offered first, or taken where length is not asked. */
  readonly minutes: number;
};

const withChild = ['child', 'purpose', 'second adult', 'length', 'when', 'guests'] as const;

export const plans: Readonly<Record<Kind, Plan>> = {
  staff: { asks: ['colleagues', 'when'], also: ['purpose', 'length'], minutes: 60 },
  governors: { asks: ['second adult', 'when', 'guests'], also: ['purpose', 'length', 'colleagues'], minutes: 90 },
  tac: { asks: withChild, also: ['colleagues'], minutes: 45 },
  'annual-review': {
    asks: ['child', 'second adult', 'length', 'when', 'guests', 'child attends'],
    also: ['purpose', 'colleagues'],
    minutes: 60,
  },
  parent: { asks: [...withChild, 'child attends'], also: ['colleagues'], minutes: 30 },
  professional: { asks: withChild, also: ['colleagues'], minutes: 45 },
  focus: { asks: ['child', 'purpose', 'second adult', 'when', 'guests'], also: ['length', 'colleagues'], minutes: 30 },
  class: { asks: ['year', 'second adult', 'when', 'guests'], also: ['purpose', 'length', 'colleagues'], minutes: 30 },
};

/** The kinds that are about one child or with one. `null`: which kind is not known yet. */
export const hasChild = (kind: Kind | null): boolean => kind === null || plans[kind].asks.includes('child');
export const hasSecondAdult = (kind: Kind | null): boolean => kind !== 'staff';

/** Whether the guests are asked for among people whom the school has met before: some kinds ask for families alone. */
export const hasProfessionals = (kind: Kind | null): boolean => kind !== 'focus' && kind !== 'class';

/** Everything that may be changed, in the order of the questions. */
export function changeable({ kind, urgent }: Draft): readonly Topic[] {
  if (kind === null) return ['kind'];
  const { asks, also } = plans[kind];
  return topics.filter(
    (topic) => topic === 'kind' || asks.includes(topic) || also.includes(topic) || (topic === 'urgency' && urgent),
  );
}

/** What was said, or what goes without saying. */
export const purposeOf = ({ kind, purpose }: Draft): string | null =>
  purpose ?? (kind === null ? null : (usualPurpose[kind] ?? null));

export function minutesOf({ kind, minutes }: Draft): number | null {
  if (minutes !== null || kind === null || plans[kind].asks.includes('length')) return minutes;
  return plans[kind].minutes;
}
