import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Documents } from '../../documents.ts';
import { findPerson } from '../../school/people.ts';
import { type Call, context, created, nothing, ok, oneOf, Refusal, type Route, read } from '../call.ts';
import { select } from '../odata/select.ts';

/** A group that was made after the school’s first day. */
export type MadeGroup = {
  readonly id: string;
  readonly uniqueName: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly mailNickname: string;
  /** Object ids of people. */
  readonly members: readonly string[];
};

export type MadeGroupsWorld = { readonly madeGroups: Documents<MadeGroup> };

const mayRead = oneOf('GroupMember.Read.All', 'Group.Read.All', 'Group.ReadWrite.All', 'Directory.Read.All');
const mayWrite = oneOf('Group.ReadWrite.All');
// `groups(uniqueName='…')`: one segment of the path, in which a router would read the brackets as its own.
const byUniqueName = '/:named{groups.+}';

/** https://learn.microsoft.com/graph/api/group-upsert, and who is put into a group. */
export const madeGroupRoutes = (world: MadeGroupsWorld): Route[] => [
  {
    method: 'GET',
    path: byUniqueName,
    needs: mayRead,
    options: ['$select'],
    answer: (call) => {
      const found = named(world, call);
      if (found === undefined) throw missing(uniqueNameOf(call));
      return ok({ ...context('groups/$entity'), ...select(call.query, shownMade(found)) });
    },
  },
  { method: 'PATCH', path: byUniqueName, needs: mayWrite, answer: (call) => upsert(world, call) },
  { method: 'POST', path: '/groups/:group/members/$ref', needs: mayWrite, answer: (call) => addMember(world, call) },
];

export const missing = (what: string): Refusal =>
  new Refusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${what}' does not exist or one of its queried reference-property objects are not present.`,
  );

export const shownMade = ({ id, uniqueName, displayName, description, mailNickname }: MadeGroup) => ({
  id,
  uniqueName,
  displayName,
  description,
  mailNickname,
  mailEnabled: false,
  securityEnabled: true,
  groupTypes: [],
});

const bad = (message: string) => new Refusal(400, 'Request_BadRequest', message);

function uniqueNameOf(call: Call): string {
  const name = /^groups\(uniqueName='([\w-]+)'\)$/.exec(call.param('named'))?.[1];
  if (name === undefined) throw new Refusal(501, 'notSupported', 'This tenant does not imitate that key of a group.');
  return name;
}

const named = ({ madeGroups }: MadeGroupsWorld, call: Call): MadeGroup | undefined => {
  const name = uniqueNameOf(call);
  return madeGroups.all().find(({ uniqueName }) => uniqueName === name);
};

const Group = z.strictObject({
  displayName: z.string().min(1).max(256),
  description: z.string().optional(),
  mailEnabled: z.literal(false),
  mailNickname: z.string().regex(/^[\w.-]{1,64}$/),
  securityEnabled: z.literal(true),
});

/** Changes the group of that name; makes it only where the caller says so. */
function upsert(world: MadeGroupsWorld, call: Call) {
  const body = read(Group, call.body, ({ path }) => bad(`Invalid value specified for property '${path.join('.')}'.`));
  const before = named(world, call);
  if (before !== undefined) {
    world.madeGroups.put({ ...before, ...body, description: body.description ?? null });
    return nothing;
  }
  if (call.header('prefer')?.includes('create-if-missing') !== true) throw missing(uniqueNameOf(call));
  const group: MadeGroup = {
    id: randomUUID(),
    uniqueName: uniqueNameOf(call),
    displayName: body.displayName,
    description: body.description ?? null,
    mailNickname: body.mailNickname,
    members: [],
  };
  world.madeGroups.put(group);
  return created({ ...context('groups/$entity'), ...shownMade(group) });
}

const Reference = z.strictObject({ '@odata.id': z.url() });

function addMember({ madeGroups }: MadeGroupsWorld, call: Call) {
  const group = madeGroups.get(call.param('group').toLowerCase());
  if (group === undefined) throw missing(call.param('group'));
  const reference = read(Reference, call.body, () => bad('Invalid object identifier.'));
  const id = reference['@odata.id'].split('/').at(-1) ?? '';
  const person = findPerson(id);
  if (person === undefined) throw missing(id);
  if (group.members.includes(person.id))
    throw bad("One or more added object references already exist for the following modified properties: 'members'.");
  madeGroups.put({ ...group, members: [...group.members, person.id] });
  return nothing;
}
