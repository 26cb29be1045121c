import type { Around } from '../around.ts';
import type { DoctorFacts } from '../facts.ts';
import { type About, fine, goTo, type Line, notRead, run, wrong } from '../line.ts';

/** The server's own surroundings: its clock, its door, its storage, and the app in Teams that leads to it. Pure. */

export const ofServer = (facts: DoctorFacts, around: Around): readonly Line[] => [
  ofClock(facts, around),
  ofEndpoint(facts, around),
  ofStorage(facts),
  ofApp(facts, around),
];

function ofClock({ clock }: DoctorFacts, { config: { claimSeconds } }: Around): Line {
  // Whoever works on a row keeps two thirds of its time for the step: a clock further off than the last third breaks that.
  const most = Math.floor(claimSeconds / 3);
  const about: About = {
    id: 'clock',
    what: 'The server’s clock',
    why: {
      promise: 'twice is once',
      says: 'Which server works on a row is settled by the time in it: two clocks too far apart, and both would.',
      clauses: [],
    },
  };
  if (!clock.known) return notRead(about, clock.why);
  const off = Math.abs(clock.value);
  if (off <= most)
    return fine(about, off <= 1 ? 'As Microsoft’s.' : `${off} seconds from Microsoft’s, and ${most} would do no harm.`);
  return wrong(
    about,
    `It is ${off} seconds ${clock.value > 0 ? 'ahead of' : 'behind'} Microsoft’s; ${most} are the most.`,
    run('On a machine of your own, set it by the network', 'sudo timedatectl set-ntp true'),
    goTo('In Azure the platform sets it: restart the server, and tell Azure support if it stays so.'),
  );
}

function ofEndpoint({ endpoint }: DoctorFacts, { config: { publicUrl, appId } }: Around): Line {
  const about: About = {
    id: 'endpoint',
    what: 'The bot can be reached from outside, and only with a token',
    why: {
      promise: 'no pretending',
      says: 'Teams delivers what people type to this address; whoever has no token of Microsoft’s is turned away.',
      clauses: [],
    },
  };
  const registered = `az bot show --resource-group <group> --name <bot> --query properties.endpoint --output tsv`;
  if (endpoint === null || publicUrl === null)
    return {
      ...about,
      state: 'look by hand',
      says: 'The settings do not say where the server is reached from outside. Put that address into PUBLIC_URL, and I knock there each time.',
      command: registered,
      prints: 'The server’s address, with /api/messages at its end.',
    };
  const address = `${publicUrl}/api/messages`;
  const look = run(`See that Azure knows it as ${address}`, registered);
  const knock = run('Knock yourself', `curl -i -X POST -H 'Content-Type: application/json' -d '{}' ${address}`);
  if (!endpoint.known)
    return wrong(
      about,
      `${endpoint.why} (${address})`,
      knock,
      look,
      goTo('See that the server runs, and that name and certificate of the address are its own.'),
    );
  if (endpoint.value === 401) return fine(about, `${address} turns away who has no token.`);
  return wrong(
    about,
    `A request without a token was answered ${endpoint.value} at ${address}; it has to be 401.`,
    knock,
    endpoint.value < 300
      ? goTo(
          `Something else than Chaperone answers there, or lets everybody in. Stop it until it is known what. The app is ${appId}.`,
        )
      : goTo('Something else than Chaperone answers there: compare PUBLIC_URL with the server’s address.'),
  );
}

function ofStorage({ storage }: DoctorFacts): Line {
  const about: About = {
    id: 'storage',
    what: 'Storage of conversations',
    why: {
      promise: 'twice is once',
      says: 'What was said so far is kept there: without it nobody can arrange anything by chat.',
      clauses: [],
    },
  };
  if (storage === 'ok') return fine(about, 'It answers.');
  return wrong(
    about,
    'It does not answer.',
    run(
      'See whether it is there, and who may use it',
      'az storage account show --name <account> --query "{state:statusOfPrimary, publicAccess:publicNetworkAccess}"',
    ),
    goTo(
      'Compare STORAGE_URL in the settings with the address of its blobs, and give the server’s identity the role Storage Blob Data Contributor.',
    ),
  );
}

function ofApp({ app }: DoctorFacts, { appVersion, config: { appId, teamsUrl } }: Around): Line {
  const about: About = {
    id: 'teams app',
    what: 'The app in Teams',
    why: {
      promise: 'no pretending',
      says: 'People see and may do what the installed version says, whatever runs behind it.',
      clauses: [],
    },
  };
  const look = run(
    `See whether version ${appVersion} is there`,
    `Get-MgAppCatalogTeamApp -Filter "externalId eq '${appId}'" -ExpandProperty appDefinitions | ForEach-Object { $_.Id; $_.AppDefinitions.Version }`,
  );
  if (!app.known) return notRead(about, app.why, look);
  const upload = run('Make the package', 'npm run package');
  const give = goTo('Teams admin centre, Teams apps, Manage apps: upload it, and allow it for staff.');
  // Microsoft documents the catalogue for people, and an app may be shown an empty one.
  if (app.value === null)
    return notRead(
      about,
      'Microsoft shows none. Either nobody has uploaded it, or the app is not shown the catalogue.',
      look,
      upload,
      give,
    );
  const { id, versions } = app.value;
  if (!versions.includes(appVersion)) {
    const newest = versions.at(-1) ?? 'none';
    return wrong(
      about,
      `The school’s catalogue has version ${newest}, and this server is of ${appVersion}.`,
      upload,
      give,
    );
  }
  // A link into an app of the organisation's own takes the id that the catalogue gave it, not the manifest's
  // (https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application).
  if (teamsUrl.startsWith('https://teams.microsoft.com/l/entity/') && !teamsUrl.includes(id))
    return wrong(
      about,
      'The links in cards and invitations do not lead into it: the school’s catalogue knows it by another id.',
      goTo(`Put TEAMS_APP_ID=${id} into the settings, and restart the server.`),
    );
  return fine(about, `Version ${appVersion} is in the school’s catalogue, as it has to be.`);
}
