import type { CoverFigure } from '../../bot/insights/figures.ts';
import type { Freshness } from '../../bot/insights/insights-view.ts';
import type { Period } from '../../bot/insights/periods.ts';
import { dateOf, timeOf } from '../when.ts';

/** The words of the pictures. */

const meetings = (count: number) => (count === 1 ? '1 meeting' : `${count} meetings`);

/** @param minutes one of the edges that are counted by */
export function lengthOf(minutes: number): string {
  const [length, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 1440
        ? [minutes / 60, 'hour']
        : minutes % 10_080 === 0
          ? [minutes / 10_080, 'week']
          : [minutes / 1440, 'day'];
  return `${length} ${unit}${length === 1 ? '' : 's'}`;
}

export const coverNames: Readonly<Record<CoverFigure, string>> = {
  'said yes': 'Said yes',
  'stood in': 'Another stood in',
  'no answer': 'No answer yet',
  'cannot come': 'Cannot come, and nobody in their place yet',
  'on hold': 'On hold: nobody found yet',
  'called off': 'Called off: nobody was found',
};

export const periodNames: Readonly<Record<Period['is'], string>> = {
  'school year': 'School years',
  term: 'Terms',
  'half-term': 'Half-terms',
};

const whySetAside: Readonly<Record<string, string>> = { waiver: 'by a waiver', urgent: 'because it was urgent' };

export const insightWords = {
  title: 'Insights',
  loading: 'Drawing the pictures',
  period: 'Period',
  show: 'Show the figures',
  figuresOf: (title: string) => `The figures of “${title}”`,
  drawing: 'Drawing',
  meetings: 'Meetings',
  ofWeek: 'Week from',
  fresh(freshness: Freshness): string {
    if (freshness.is === 'nothing yet')
      return 'Nothing has been counted yet. It begins by itself, a minute after the start.';
    if (freshness.is === 'up to date') return `Up to date at ${timeOf(freshness.at)}.`;
    return `Still counting: ${freshness.counted} of ${freshness.of} weeks. What is missing comes by itself.`;
  },
  unreadable: (rows: number) =>
    `${rows === 1 ? '1 row has' : `${rows} rows have`} been edited out of shape and cannot be counted. Please tell ICT.`,
  empty: (is: Period['is'] | null) => ({
    say: is === null ? 'No meetings in these weeks' : `No meetings in this ${is}`,
    next: 'Choose another period, or arrange one by chatting with Chaperone.',
  }),
  weeks: {
    title: 'Meetings week by week',
    says: (count: number, week: string, most: number) =>
      `${meetings(count)} took place or ${count === 1 ? 'is' : 'are'} arranged. The busiest week, from ${dateOf(week)}, has ${most}.`,
    kind: 'Kind',
    every: 'Every kind',
    others: 'Other kinds',
  },
  kinds: {
    title: 'Meetings by kind',
    says: (kind: string, most: number, all: number) => `The most frequent is ${kind}: ${most} of ${all}.`,
  },
  sealing: {
    title: 'Sealed before sent',
    says: (before: number, all: number) =>
      all === 0
        ? 'No invitations have gone out.'
        : before === all
          ? `Before each of the ${all} invitations went, its safeguards had been read back as asked.`
          : `Before ${before} of ${all} invitations went, the safeguards had been read back as asked.`,
    before: 'Sealed before it was sent',
    after: 'Not sealed before it was sent',
    unknown: 'From before this was kept',
  },
  waits: {
    title: 'From request to invitation',
    says: (median: number | null) =>
      median === null
        ? 'No invitations have gone out yet.'
        : `Half of the invitations had gone within ${lengthOf(median)}.`,
    upTo: (minutes: number) => `Within ${lengthOf(minutes)}`,
    longer: 'Longer',
  },
  exceptions: {
    title: 'Exceptions and waivers',
    says: (urgent: number, recorded: number, rules: number) =>
      `${meetings(urgent)} ${urgent === 1 ? 'was' : 'were'} urgent, ${recorded} recorded. ${
        rules === 0 ? 'No rule was set aside.' : `${rules === 1 ? '1 rule was' : `${rules} rules were`} set aside:`
      }`,
    urgent: 'Urgent',
    recorded: 'Recorded',
    because: whySetAside,
    clauses: (ids: string) => `Clauses ${ids}`,
  },
  cover: {
    title: 'Second adults',
    says: (yes: number, all: number) =>
      all === 0
        ? 'No meeting of these has a second adult.'
        : `${yes} of ${meetings(all)} have a second adult who said yes.`,
  },
  agencies: {
    title: 'Who came, by agency',
    says: (came: number, all: number) =>
      all === 0
        ? 'Nobody from outside was invited.'
        : came === 0
          ? `${all} guests were invited. Who came has not been noted.`
          : `${came} of ${all} guests are noted as having come.`,
    agency: 'Agency',
    came: 'Came',
    didNotCome: 'Did not come',
    notNoted: 'Not noted',
  },
  hosts: {
    title: 'Meetings by host',
    says: (hosts: number, name: string, most: number) =>
      hosts === 1 ? `${name} hosts them all.` : `${hosts} colleagues host them; ${name} most, with ${most}.`,
    host: 'Host',
    more: (count: number) => `${count} more stand among the figures.`,
  },
} as const;
