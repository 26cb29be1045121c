import { type Office, offices, type SchoolMoment, type SchoolTask } from '../checklist/moments.ts';
import { adviceLine } from './checklist-card.ts';
import { type AdaptiveCardJson, adaptiveCard, type Element, fits, heading, hint, subheading } from './elements.ts';
import { school } from './words/checklist.ts';

/** What the school sets up and looks at, folded by whose task it is; nothing is kept of it here. */

/** @param own unfolded: what the reader is at the school. Where a pack asks too much for one card, theirs alone is there. */
export function schoolCard(tasks: readonly SchoolTask[], own: readonly Office[]): AdaptiveCardJson {
  const whole = drawn(tasks, own);
  return fits(whole)
    ? whole
    : drawn(
        tasks.filter(({ of }) => own.includes(of)),
        own,
      );
}

const drawn = (tasks: readonly SchoolTask[], own: readonly Office[]): AdaptiveCardJson =>
  adaptiveCard([
    heading(school.title),
    hint(school.hint),
    ...offices.flatMap((office, index) => {
      const theirs = tasks.filter(({ of }) => of === office);
      if (theirs.length === 0) return [];
      const id = `office-${index}`;
      const title = school.fold(school.office[office], theirs.length);
      return [
        { type: 'ActionSet', actions: [{ type: 'Action.ToggleVisibility', title, targetElements: [id] }] },
        { type: 'Container', id, isVisible: own.includes(office), items: byMoment(theirs) },
      ];
    }),
  ]);

const moments: readonly SchoolMoment[] = ['setting up', 'yearly', 'with each meeting'];

const byMoment = (tasks: readonly SchoolTask[]): readonly Element[] =>
  moments.flatMap((moment) => {
    const then = tasks.filter((task) => task.moment === moment);
    return then.length === 0 ? [] : [subheading(school.moment[moment]), ...then.map(adviceLine)];
  });
