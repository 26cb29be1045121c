import type { Around } from '../around.ts';
import type { DoctorFacts } from '../facts.ts';
import { inOrder, type Line } from '../line.ts';
import { ofTenant } from './by-hand.ts';
import { ofGroups } from './groups.ts';
import { ofLicences } from './licences.ts';
import { ofLists } from './lists.ts';
import { ofMailboxScope } from './mailbox-scope.ts';
import { ofOrganisers } from './organisers.ts';
import { ofPermissions } from './permissions.ts';
import { ofRegister } from './register.ts';
import { ofServer } from './server.ts';
import { ofSignIn } from './sign-in.ts';

/** Every line there is, from what was read. Pure. */
export const judge = (facts: DoctorFacts, around: Around): readonly Line[] =>
  inOrder([
    ...ofSignIn(facts, around),
    ...ofPermissions(facts, around),
    ...ofOrganisers(facts, around),
    ...ofMailboxScope(facts, around),
    ofLicences(facts),
    ...ofGroups(facts, around),
    ...ofRegister(facts, around),
    ...ofLists(facts),
    ...ofServer(facts, around),
    ...ofTenant(around),
  ]);
