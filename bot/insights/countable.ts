import type { Graph } from '../graph/graph.ts';
import { openList } from '../graph/lists.ts';
import { guestsList, meetingsList } from '../register/lists.ts';
import { guestColumns, meetingColumns } from './counted.ts';
import type { Countable } from './counting.ts';
import { spanOf, type Week, weekOf } from './week.ts';

/** The register in SharePoint, as it is counted: whole weeks by the indexed start, and what has changed. */
export function openCountable(graph: Graph, siteId: string): Countable {
  const lists = { meetings: openList(graph, siteId, meetingsList), guests: openList(graph, siteId, guestsList) };

  async function startOfMost(direction: 'asc' | 'desc'): Promise<Week | null> {
    const { items } = await lists.meetings.query(`$orderby=fields/Starts%20${direction}&$top=1`);
    const starts = items[0]?.fields['Starts'];
    return typeof starts === 'string' ? weekOf(new Date(starts).toISOString()) : null;
  }

  return {
    changes: (list, link) => lists[list].changes(link, ['Starts']),
    async week(week) {
      const window = { column: 'Starts', ...spanOf(week) };
      const meetings = await lists.meetings.within(window, meetingColumns);
      const guests = await lists.guests.within(window, guestColumns);
      return { meetings, guests };
    },
    async span() {
      const first = await startOfMost('asc');
      const last = await startOfMost('desc');
      return first === null || last === null ? null : { first, last };
    },
  };
}
