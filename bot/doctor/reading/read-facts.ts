import type { Config } from '../../config.ts';
import type { Token } from '../../graph/entra.ts';
import type { Graph } from '../../graph/graph.ts';
import { type Fact, known, unknown } from '../../policy/fact.ts';
import type { School } from '../../policy/school.ts';
import { everyList } from '../../register/lists.ts';
import type { Credential, DoctorFacts, Organiser, SignIn } from '../facts.ts';
import { readClock, readEndpoint } from './around-the-server.ts';
import { readGroups } from './groups.ts';
import { readOutside } from './mailbox-outside.ts';
import { readAccessPolicy, readCalendars, readOrganisers } from './organisers.ts';
import { readRegister } from './register-site.ts';
import { readSignIn } from './sign-in.ts';
import { readTeamsApp } from './teams-app.ts';

export type Reading = {
  /** Nothing but reading is asked of it. */
  readonly graph: Graph;
  /** Asked for afresh: one that is remembered may carry permissions that were withdrawn since. */
  readonly token: Token;
  readonly config: Config;
  readonly credential: Credential;
  readonly organisers: School['organisers'];
  readonly storage: () => Promise<'ok' | 'not answering'>;
  readonly now: () => Date;
};

/** Everything the doctor looks at. Changes nothing, and what is out of reach is a fact like any other. */
export async function readFacts(reading: Reading): Promise<DoctorFacts> {
  const { graph, config, credential, storage, now } = reading;
  const signIn = await readSignIn(reading.token);
  const may = gate(signIn);
  const [people, register, groups, app, outside, clock, endpoint, stored] = await Promise.all([
    readThose(reading, may),
    may(['Sites.Selected'], () => readRegister(graph, config.siteId).then(known)),
    may(['GroupMember.Read.All'], () => readGroups(graph, config.groups).then(known)),
    may(['AppCatalog.Read.All'], () => readTeamsApp(graph, config.appId)),
    config.mailboxOutside === null ? null : may([], () => readOutside(graph, config.mailboxOutside ?? '')),
    readClock(config, now),
    config.publicUrl === null ? null : readEndpoint(config.publicUrl, config.channel.serviceUrl),
    storage(),
  ]);
  return {
    signIn,
    credential,
    ...people,
    outside,
    ...(register.known ? register.value : noRegister(register)),
    groups: groups.known ? groups.value : noGroups(groups),
    app,
    clock,
    endpoint,
    storage: stored,
  };
}

type Gate = <T>(needs: readonly string[], read: () => Promise<Fact<T>>) => Promise<Fact<T>>;

/** What is sure to be refused is not asked for, and says what it lacks. */
const gate =
  (signIn: SignIn): Gate =>
  async (needs, read) => {
    if (signIn.is !== 'in') return unknown('The app cannot sign in, see there.');
    const missing = needs.find((name) => !signIn.roles.includes(name));
    return missing === undefined ? read() : unknown(`It takes the permission ${missing}, which is missing.`);
  };

async function readThose({ graph, config, organisers }: Reading, may: Gate) {
  const group = organisers === 'staff' ? config.groups.staff : organisers;
  const those = await may(['GroupMember.Read.All', 'User.Read.All'], () => readOrganisers(graph, group));
  // Who has no licence for it has no meetings and no mailbox to reach; that is a line of its own.
  const able = (has: (one: Organiser) => boolean) => (those.known ? those.value.people.filter(has) : []);
  const [accessPolicy, calendars] = await Promise.all([
    those.known
      ? may(['OnlineMeetings.ReadWrite.All'], () =>
          readAccessPolicy(
            graph,
            config.tenantId,
            able(({ hasTeams }) => hasTeams),
          ).then(known),
        )
      : those,
    those.known
      ? readCalendars(
          graph,
          able(({ hasMailbox }) => hasMailbox),
        ).then(known)
      : those,
  ]);
  return { organisers: those, accessPolicy, calendars };
}

type Unread = Extract<Fact<never>, { known: false }>;

const noRegister = (why: Unread) => ({
  site: why,
  lists: everyList.map(({ name }) => ({ name, there: why })),
  rows: why,
  versions: why,
});
const noGroups = (why: Unread): DoctorFacts['groups'] => ({
  staff: why,
  head: why,
  slt: why,
  dsl: why,
  dpo: why,
  ict: why,
  pupil: why,
});
