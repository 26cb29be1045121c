import { secondAdultOf } from '../meetings/ask.ts';
import { type Entry, type Listed, stands } from '../register/entry.ts';
import { coverOf } from './next-move.ts';

/** What a reader of the tab sees of the second adult's answer. Pure. */

/** `since` is UTC; absent before anybody was asked. */
export type CoverView = { readonly says: string; readonly since?: string };

export function coverView(entry: Pick<Listed, 'ask' | 'cover' | 'status'>): { secondAdultSays?: CoverView } {
  if (secondAdultOf(entry.ask) === null || entry.ask.place !== 'teams') return {};
  const cover = coverOf(entry);
  if (cover === null) return stands(entry) ? { secondAdultSays: { says: 'Has not been asked yet.' } } : {};
  const { state, standIns } = cover;
  const open = standIns.filter(({ says }) => says === 'nothing' || says === 'being asked').length;
  const asked =
    open === 0 ? '' : ` ${open === 1 ? 'A colleague has' : `${open} colleagues have`} been asked to stand in.`;
  return {
    secondAdultSays: { says: `${words[state.is]}${how(state)}.${stands(entry) ? asked : ''}`, since: state.at },
  };
}

const words = {
  'being asked': 'Is being asked',
  asked: 'Has been asked and has not answered yet',
  accepted: 'Said yes',
  declined: 'Cannot come',
} as const;

const how = (state: NonNullable<Entry['cover']>['state']): string =>
  'how' in state && state.how === 'calendar' ? ', in Outlook' : '';
