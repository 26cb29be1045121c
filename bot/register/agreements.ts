import { z } from 'zod';
import { Failure } from '../failure.ts';
import { inChunks, oneOf, pages, referencesAtOnce } from '../graph/list-query.ts';
import type { Fields, Item, List } from '../graph/lists.ts';
import { Colleague, Guest, Reference } from '../meetings/ask.ts';
import { instantOf, readable } from './reading.ts';

/**
 * What guests have agreed to, as the register keeps it: statements that are only ever added, oldest first. Of a guest and an agreement
 * the newest counts. An agreement is a person's yes and stands for nothing else: on which legal basis the school handles
 * information is written in its assessment, and no part of the program takes the one for the other.
 */

/** Four separate agreements: none of them gives another. */
export const agreements = ['take part', 'share information', 'be recorded', 'be contacted directly'] as const;
export type Agreement = (typeof agreements)[number];

/** How it reached the school. */
export const ways = ['in writing', 'by email', 'by phone', 'in person'] as const;
export type Way = (typeof ways)[number];

export const says = ['given', 'withdrawn'] as const;

export const Statement = z.object({
  reference: Reference,
  /** 1, 2, 3 … within one meeting. */
  number: z.int().positive(),
  agreement: z.enum(agreements),
  says: z.enum(says),
  /** Who gave or withdrew it. For the child's part that is their family. `key`: who they are, whatever their number is by now. */
  guest: z.object({ key: z.string().length(64), number: z.int().positive(), name: Guest.shape.name }),
  how: z.enum(ways),
  /** The day they said so, London. */
  on: z.iso.date(),
  /** Who wrote it down, and when, UTC. */
  by: Colleague.pick({ id: true, name: true }),
  at: z.iso.datetime(),
});
export type Statement = z.infer<typeof Statement>;

/** The register's methods about agreements, over its list. */
export function ledgerIn(list: List) {
  return {
    agreements: (reference: Reference) => ofEach(list, [reference]),
    agreementsOfEach: (references: readonly Reference[]) => ofEach(list, references),

    async state(statement: Statement): Promise<Statement> {
      const key = `${statement.reference}/${statement.number}`;
      return statementOf(await list.insert({ column: 'Key', value: key }, statementFields(statement)));
    },
  };
}

async function ofEach(list: List, references: readonly Reference[]): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  for (const some of inChunks(references, referencesAtOnce))
    for await (const items of pages(list, oneOf('Reference', some))) statements.push(...items.map(statementOf));
  const inOrder = statements.toSorted((a, b) => a.number - b.number);
  // A withdrawal that somebody has taken out would bring the agreement back.
  for (const own of Map.groupBy(inOrder, ({ reference }) => reference).values())
    if (own.some(({ number }, index) => number !== index + 1))
      throw new Failure('register unreadable', 'a statement about agreements is missing');
  return inOrder;
}

export const statementFields = ({ guest, by, ...statement }: Statement): Fields => ({
  Title: `${statement.agreement}: ${statement.says}`,
  Reference: statement.reference,
  Number: statement.number,
  Agreement: statement.agreement,
  Says: statement.says,
  Guest: guest.number,
  Name: guest.name,
  GuestKey: guest.key,
  How: statement.how,
  Day: statement.on,
  ById: by.id,
  By: by.name,
  At: statement.at,
});

/** @throws Failure `register unreadable` */
const statementOf = ({ fields }: Item): Statement =>
  readable(Statement, {
    reference: fields['Reference'],
    number: fields['Number'],
    agreement: fields['Agreement'],
    says: fields['Says'],
    guest: { key: fields['GuestKey'], number: fields['Guest'], name: fields['Name'] },
    how: fields['How'],
    on: fields['Day'],
    by: { id: fields['ById'], name: fields['By'] },
    at: instantOf(fields['At']),
  });
