import { type FoundList, type Lack, lacksOf } from '../../graph/list-state.ts';
import type { ListDefinition } from '../../graph/lists.ts';
import { everyList } from '../../register/lists.ts';
import type { DoctorFacts } from '../facts.ts';
import { type About, fine, goTo, type Line, notRead, run, type Step, wrong } from '../line.ts';
import { inFigures, written } from './register.ts';

/** Whether a list of the register has the columns and indexes it needs, and what is left to do where SharePoint has run out of room. Pure. */

// https://learn.microsoft.com/office365/servicedescriptions/sharepoint-online-service-description/sharepoint-online-limits
const mostIndexes = 20;
/** Above so many rows SharePoint makes no index any more. */
const indexable = 20_000;

const provision = run('Put it right; nothing that is there is taken away', 'npm run provision');

/** A line a list. */
export const ofLists = (facts: DoctorFacts): readonly Line[] =>
  everyList.map((definition) => ofList(definition, facts));

function ofList(definition: ListDefinition, { lists, rows }: DoctorFacts): Line {
  const { name } = definition;
  const about: About = {
    id: `list ${name}`,
    what: `List ${name}: columns and indexes`,
    why: written(
      'What a list has no column for cannot be kept, and what has no index cannot be found above 5,000 rows.',
    ),
  };
  const there = lists.find((list) => list.name === name)?.there;
  if (there === undefined || !there.known) return notRead(about, there?.why ?? '');
  if (there.value === 'gone')
    return wrong(
      about,
      'It is not there.',
      goTo('If there was one, restore it first: the site, Recycle bin. It is kept for 93 days.'),
      run('Only where there never was one, make it', 'npm run provision'),
    );
  const newest = rows.known ? (rows.value.find(({ list }) => list === name)?.newest ?? 0) : 0;
  return ofColumns(about, definition, { there: there.value, newest });
}

type There = { readonly there: FoundList; readonly newest: number };

function ofColumns(about: About, definition: ListDefinition, { there, newest }: There): Line {
  const lacks = lacksOf(definition, there);
  if (lacks.length === 0)
    return fine(about, `There, with all ${definition.columns.length} columns, and an index wherever one is needed.`);
  const isOurs = (name: string) => definition.columns.some((column) => column.name === name);
  const own = there.columns.filter(({ indexed, name }) => indexed && !isOurs(name));
  const [first, ...more] = mending(lacks, {
    newest,
    count: there.columns.filter(({ indexed }) => indexed).length,
    own: own.map(({ displayName, name }) => displayName ?? name),
    isTitleTaken: (title) => there.columns.some(({ displayName }) => displayName === title),
  });
  return wrong(about, lacks.map(inWords).join(' '), first, ...more);
}

function inWords(lack: Lack): string {
  switch (lack.is) {
    case 'no list':
      return 'It is not there.';
    case 'no column':
      return `It lacks the column ${lack.column.displayName}.`;
    case 'no choices':
      return `Choices are missing in ${lack.column.displayName}.`;
    case 'no index':
      return `There is no index on ${lack.column.displayName}.`;
    case 'not unique':
      return `${lack.column.displayName} may stand there twice.`;
    case 'another type':
      return `${lack.column.displayName} is ${lack.found} and has to be ${lack.wanted}.`;
  }
}

type Room = {
  readonly newest: number;
  readonly count: number;
  /** Columns that the school itself has put an index on. */
  readonly own: readonly string[];
  readonly isTitleTaken: (title: string) => boolean;
};

function mending(lacks: readonly Lack[], room: Room): readonly [Step, ...Step[]] {
  const unindexed = lacks.some(({ is }) => is === 'no index' || is === 'not unique');
  if (unindexed && room.newest > indexable)
    return [
      goTo(
        `It may have more than ${inFigures(indexable)} rows, and SharePoint adds no index to so many. Ask Microsoft support to add it, or have the data protection officer dispose of what is past its time, and then run npm run provision.`,
      ),
    ];
  if (unindexed && room.count >= mostIndexes && room.own.length > 0)
    return [
      goTo(
        `A list has at most ${mostIndexes} indexes. Take the school’s own off ${room.own.join(', ')}: the list’s settings, Indexed columns.`,
      ),
      provision,
    ];
  const byHand = lacks.flatMap((lack) => {
    if (lack.is === 'another type') return [lack.column.displayName];
    return lack.is === 'no column' && room.isTitleTaken(lack.column.displayName) ? [lack.column.displayName] : [];
  });
  if (byHand.length === 0) return [provision];
  return [
    goTo(
      `Somebody has made ${byHand.join(', ')} by hand, under a name or of a type that is not ours. Give that column another title: the list’s settings. Its values stay.`,
    ),
    provision,
  ];
}
