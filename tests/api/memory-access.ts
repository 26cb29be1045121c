import { type AccessBook, type AccessRow, dayOf } from '../../bot/register/access.ts';
import { moment } from '../../bot/register/entry.ts';

/** Who looked at what, in memory. @param fault with which everything rejects while there is one */
export function memoryAccess(fault: () => Error | null): AccessBook & { readonly accesses: readonly AccessRow[] } {
  const rows: AccessRow[] = [];
  const unlessAtFault = <T>(answer: () => T): Promise<T> => {
    const now = fault();
    return now ? Promise.reject(now) : Promise.resolve(answer());
  };
  return {
    accesses: rows,
    noteAccess: (access) =>
      unlessAtFault(() => {
        const there = rows.find(({ id }) => id === access.id);
        if (there) return there;
        const row = { ...access, at: moment(access.at), number: rows.length + 1, before: '0'.repeat(64) };
        rows.push(row);
        return row;
      }),
    findAccess: (id) => unlessAtFault(() => rows.find((row) => row.id === id) ?? null),
    accessTo: (reference) => unlessAtFault(() => rows.filter((row) => row.reference === reference)),
    accessPage: (of) =>
      unlessAtFault(() => ({
        rows: rows.filter(({ at, by }) =>
          'day' in of ? dayOf(new Date(at)) === of.day : by.id === of.by && dayOf(new Date(at)).startsWith(of.month),
        ),
        next: null,
      })),
    accessOf: (event) => unlessAtFault(() => rows.filter((row) => row.event === event)),
  };
}
