import type { Kind } from '../../bot/policy/kind.ts';
import type { Status } from '../../bot/register/entry.ts';
import { kindNames, statusNames } from './words.ts';

/** The words of the register's page. */

export const yearNames: Readonly<Record<string, string>> = {
  N: 'Nursery',
  R: 'Reception',
  ...Object.fromEntries(Array.from({ length: 13 }, (_, before) => [String(before + 1), `Year ${before + 1}`])),
};

// `Object.entries` forgets what the keys are; they are those of the tables.
export const kindChoices = (Object.entries(kindNames) as [Kind, string][]).map(([value, name]) => ({ value, name }));
export const statusChoices = (Object.entries(statusNames) as [Status, string][]).map(([value, name]) => ({
  value,
  name,
}));

export const registerWords = {
  title: 'Register',
  subtitle: 'Every meeting, each one sealed before it is sent',
  search: 'Search the register',
  searchHint: 'Reference, initials, host or guest',
  filters: {
    label: 'Filters',
    show: (active: number) => (active === 0 ? 'Filters' : `Filters (${active})`),
    any: 'Any',
    clear: 'Clear filters',
    takeAway: 'Take away this filter',
    names: {
      search: 'Search',
      kind: 'Kind',
      status: 'Status',
      seal: 'Seal',
      exceptions: 'Exceptions',
      schoolYear: 'School year',
      year: 'Year group',
      from: 'From',
      to: 'To',
      host: 'Host',
      agency: 'Agency',
    },
    order: 'Order',
    newest: 'Newest first',
    oldest: 'Oldest first',
  },
  grid: {
    label: 'Meetings in the register',
    loading: 'Loading meetings',
    loadingMore: 'Loading more',
    lookedTo: (day: string) => `Looked back to ${day}, still looking`,
    lookedOn: (day: string) => `Looked forward to ${day}, still looking`,
    lookFurther: 'Look further',
    sortByTime: 'Sort by time instead',
    atTheEnd: (rows: number) => (rows === 1 ? 'One meeting, and no more.' : `${rows} meetings, and no more.`),
    with: (name: string) => `with ${name}`,
    unreadable: (entries: number) =>
      `${entries === 1 ? '1 entry' : `${entries} entries`} cannot be read. Please tell ICT.`,
  },
  seals: { sealed: 'Sealed', 'not sealed': 'Not sealed' },
  withExceptions: 'With exceptions',
  schoolYear: (from: number) => `${from}/${String(from + 1).slice(2)}`,
  views: {
    choose: 'Views',
    toCome: 'My meetings to come',
    schoolToCome: 'Whole school, to come',
    wantYes: 'Waiting for a yes',
    needReview: 'To be reviewed',
    onHold: 'On hold',
    unusual: 'Out of the ordinary, this school year',
    reviews: 'Annual reviews, this school year',
    keep: 'Save or remove a view …',
    own: 'Your views',
    name: 'Name for what you see now',
    save: 'Save',
    done: 'Done',
    remove: (name: string) => `Remove the view ${name}`,
    noSearch: 'Filters, order and whose meetings are kept, in this browser; what you searched for is not.',
  },
  columns: {
    choose: 'Columns',
    hint: 'Where there is no room for all, some wait until there is.',
    names: {
      when: 'When',
      reference: 'Reference',
      about: 'About',
      host: 'Host',
      status: 'Status',
      seal: 'Seal',
      exceptions: 'Exceptions',
    },
  },
  empty: {
    noneYet: {
      say: 'You have no meetings yet',
      next: 'Those you host or are second adult of stand here. Arrange one by chatting with Chaperone.',
    },
    noneInSchool: {
      say: 'No meetings yet',
      next: 'The first one anybody arranges by chatting with Chaperone will stand here.',
    },
    noneToAuthorise: { say: 'Nothing waits for your yes', next: 'A request that needs it will stand here.' },
    noneMatch: (filters: string) => ({
      say: 'No meetings match these filters',
      next: `Looked for ${filters}. Widen the dates, or clear the filters.`,
    }),
  },
} as const;
