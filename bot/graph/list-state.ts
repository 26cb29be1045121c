import { z } from 'zod';
import { Failure } from '../failure.ts';
import { type Graph, parsed } from './graph.ts';
import type { Column, ListDefinition } from './lists.ts';

/**
 * How a list of the register stands beside how it is wanted. The server looks and writes nothing here: making and mending lists is
 * `npm run provision`, with rights that the server does not have.
 */

const FoundColumn = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string().optional(),
  indexed: z.boolean().default(false),
  enforceUniqueValues: z.boolean().default(false),
  text: z.looseObject({ allowMultipleLines: z.boolean().optional() }).optional(),
  choice: z.looseObject({ choices: z.array(z.string()), displayAs: z.string().optional() }).optional(),
  dateTime: z.looseObject({ format: z.string().optional() }).optional(),
  number: z.looseObject({}).optional(),
});
export type FoundColumn = z.infer<typeof FoundColumn>;
/** The columns a list has, whoever made them. */
export const FoundList = z.object({ columns: z.array(FoundColumn) });
export type FoundList = { readonly columns: readonly FoundColumn[] };

/** What a list lacks. All but the last can be added to what is there; a column of another type holds somebody's values. */
export type Lack =
  | { readonly is: 'no list' }
  | { readonly is: 'no column'; readonly column: Column }
  | { readonly is: 'no choices'; readonly column: Column; readonly id: string; readonly all: readonly string[] }
  | { readonly is: 'no index'; readonly column: Column; readonly id: string }
  | { readonly is: 'not unique'; readonly column: Column; readonly id: string }
  | {
      readonly is: 'another type';
      readonly column: Column;
      readonly found: ColumnKind;
      readonly wanted: ColumnKind;
    };

export type ColumnKind =
  | 'one line of text'
  | 'several lines of text'
  | 'a choice'
  | 'several choices'
  | 'a date and time'
  | 'a date'
  | 'a number'
  | 'something else';

/**
 * Pure.
 * @param found `null` when there is no list of that name
 * @returns what is not as it is wanted; columns and choices of the school's own beside ours are none of it
 */
export function lacksOf({ columns }: ListDefinition, found: FoundList | null): readonly Lack[] {
  if (found === null) return [{ is: 'no list' }];
  return columns.flatMap((column) => {
    const there = found.columns.find(({ name }) => name === column.name);
    return there === undefined ? [{ is: 'no column', column } as const] : lacksOfColumn(column, there);
  });
}

function lacksOfColumn(column: Column, there: FoundColumn): readonly Lack[] {
  const [wanted, found] = [kindOf(column), kindOf(there)];
  if (wanted !== found) return [{ is: 'another type', column, found, wanted }];
  const { id } = there;
  const choices = there.choice?.choices ?? [];
  const more = (column.choice?.choices ?? []).filter((one) => !choices.includes(one));
  const lacks: Lack[] = [];
  if (more.length > 0) lacks.push({ is: 'no choices', column, id, all: [...choices, ...more] });
  if (column.indexed && !there.indexed) lacks.push({ is: 'no index', column, id });
  if (column.enforceUniqueValues && !there.enforceUniqueValues) lacks.push({ is: 'not unique', column, id });
  return lacks;
}

type Facets = {
  readonly text?: { readonly allowMultipleLines?: boolean | undefined } | undefined;
  readonly choice?: { readonly displayAs?: string | undefined } | undefined;
  readonly dateTime?: { readonly format?: string | undefined } | undefined;
  readonly number?: object | undefined;
};

function kindOf({ text, choice, dateTime, number }: Facets): ColumnKind {
  if (text) return text.allowMultipleLines ? 'several lines of text' : 'one line of text';
  if (choice) return choice.displayAs === 'checkBoxes' ? 'several choices' : 'a choice';
  if (dateTime) return dateTime.format === 'dateOnly' ? 'a date' : 'a date and time';
  return number ? 'a number' : 'something else';
}

/** @returns the list of that name, `null` when there is none; rejects as `graph.read` does */
export async function findList(graph: Graph, siteId: string, name: string): Promise<FoundList | null> {
  const answer = await graph.read(`/sites/${siteId}/lists/${name}?$select=id&$expand=columns`);
  return answer.found ? parsed(FoundList, answer.body, name) : null;
}

/**
 * Makes sure that a list is there and as it is wanted before anything is asked of it or written to it.
 * @throws Failure `register missing`, `register incomplete` naming what it lacks; otherwise as `graph.read`
 */
export async function requireList(graph: Graph, siteId: string, definition: ListDefinition): Promise<void> {
  const lacks = lacksOf(definition, await findList(graph, siteId, definition.name));
  if (lacks.some(({ is }) => is === 'no list')) {
    const site = await graph.read(`/sites/${siteId}`);
    const wrong = site.found
      ? `the list ${definition.name} is not there`
      : 'the SharePoint site that SITE_ID names is not there';
    throw new Failure('register missing', wrong, { wrong });
  }
  if (lacks.length > 0) {
    const wrong = `the list ${definition.name}: ${lacks.map(named).join(', ')}`;
    throw new Failure('register incomplete', wrong, { wrong });
  }
}

// As SharePoint's own pages call a column, and behind it as Graph does.
const named = (lack: Lack): string =>
  lack.is === 'no list' ? lack.is : `${lack.is} “${lack.column.displayName}” (${lack.column.name})`;

/** How a list stands: `lacks` names columns that are not there as they have to be. */
export type ListState = { readonly name: string } & (
  | { readonly is: 'complete' | 'gone' | 'not answering' }
  | { readonly is: 'incomplete'; readonly lacks: readonly string[] }
);

/** Looks at a list and changes nothing. Never rejects. */
export async function listState(graph: Graph, siteId: string, definition: ListDefinition): Promise<ListState> {
  const { name } = definition;
  try {
    const lacks = lacksOf(definition, await findList(graph, siteId, name));
    if (lacks.length === 0) return { name, is: 'complete' };
    const columns = lacks.flatMap((lack) => (lack.is === 'no list' ? [] : [lack.column.displayName]));
    return columns.length === 0 ? { name, is: 'gone' } : { name, is: 'incomplete', lacks: [...new Set(columns)] };
  } catch (error) {
    if (error instanceof Failure) return { name, is: 'not answering' };
    throw error;
  }
}
