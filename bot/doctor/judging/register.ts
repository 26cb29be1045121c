import { siteGrant } from '../../graph/permissions.ts';
import { everyList } from '../../register/lists.ts';
import type { Around } from '../around.ts';
import type { DoctorFacts } from '../facts.ts';
import { type About, fine, goTo, type Line, notRead, run, wrong } from '../line.ts';

/** The register's site, and how near its lists are to what SharePoint bears. Pure. */

// https://learn.microsoft.com/office365/servicedescriptions/sharepoint-online-service-description/sharepoint-online-limits
const mostRows = 30_000_000;
const nearlyFull = 0.8 * mostRows;
/** Rows that SharePoint goes through for one query; without an index that is all of them. */
const viewThreshold = 5_000;

export const ofRegister = (facts: DoctorFacts, around: Around): readonly Line[] => [
  ofSite(facts, around),
  ofGrant(),
  ofRows(facts),
  ofVersions(facts, around),
];

/** Why the register matters. */
export const written = (says: string): About['why'] => ({ promise: 'written before done', says, clauses: [] });

function ofSite({ site }: DoctorFacts, { config: { appId } }: Around): Line {
  const about: About = {
    id: 'site',
    what: 'The register’s site',
    why: written(
      'The row of a meeting stands there before anything is done at Microsoft: without it nothing is begun.',
    ),
  };
  const grant = run('Grant it afresh, with an administrator’s app', 'npm run provision');
  const byHand = run(
    'Or by hand',
    `Grant-PnPEntraIDAppSitePermission -AppId ${appId} -DisplayName Chaperone -Permissions Write -Site <its address>`,
  );
  if (!site.known) return notRead(about, site.why);
  if (site.value === 'there') return fine(about, 'There, and the app is let in.');
  if (site.value === 'refused') return wrong(about, 'The app is not let into it.', grant, byHand);
  return wrong(
    about,
    'There is no site with the id that SITE_ID names.',
    run(
      'If it was moved or made anew, find its id and put it into SITE_ID',
      'Get-MgSite -Search "<its name>" | Format-List DisplayName, Id',
    ),
    goTo('If it was deleted, restore it within 93 days: SharePoint admin centre, Sites, Deleted sites.'),
  );
}

export const inFigures = (count: number): string => count.toLocaleString('en-GB');

/** To read what it was granted the app would need every right over every site; that it may read shows nothing of writing. */
const ofGrant = (): Line => ({
  id: 'site grant',
  what: 'What the app may do on the register’s site',
  why: written(siteGrant.why),
  state: 'look by hand',
  says: 'Microsoft Graph shows that to administrators only.',
  command:
    'Connect-PnPOnline <the site’s address> -Interactive -ClientId <client id>; Get-PnPEntraIDAppSitePermission | Format-Table Apps, Roles',
  prints: `${siteGrant.role} beside Chaperone, and nothing more.`,
});

function ofRows({ rows }: DoctorFacts): Line {
  const about: About = {
    id: 'rows',
    what: 'Rows in the lists',
    why: written(`A list holds ${inFigures(mostRows)} rows and no more; one that is full takes no meeting.`),
  };
  const look = run('Count them', 'Get-PnPList | Format-Table Title, ItemCount');
  if (!rows.known) return notRead(about, rows.why, look);
  const nearly = rows.value.filter(({ newest }) => newest > nearlyFull);
  const [first] = nearly;
  if (first !== undefined)
    return wrong(
      about,
      `${nearly.map(({ list }) => list).join(', ')}: more than four fifths full.`,
      goTo('Have the data protection officer dispose of what is past its time: Data protection, in the tab.'),
      look,
    );
  const most = Math.max(0, ...rows.value.map(({ newest }) => newest));
  const beyond =
    most > viewThreshold ? ` Above ${inFigures(viewThreshold)} in one list every query needs its index.` : '';
  return fine(about, `At most ${inFigures(most)} in any of them.${beyond}`);
}

function ofVersions({ versions }: DoctorFacts, { config: { siteId } }: Around): Line {
  const about: About = {
    id: 'versions',
    what: 'Versions of rows are kept',
    why: written('A row that somebody edits by hand is not acted on any more; its versions show what it was.'),
  };
  const host = siteId.split(',')[0] ?? '';
  const command = `Connect-PnPOnline https://${host}/sites/<site> -Interactive -ClientId <client id>; Get-PnPList | Where-Object BaseTemplate -eq 100 | Format-Table Title, EnableVersioning, MajorVersionLimit`;
  const prints = `EnableVersioning True beside ${everyList.map(({ name }) => name).join(', ')}.`;
  if (!versions.known) return notRead(about, versions.why, run('See for yourself', command));
  if (versions.value === null)
    return {
      ...about,
      state: 'look by hand',
      says: 'No row has been written twice yet, so nothing shows.',
      command,
      prints,
    };
  if (versions.value.versions > 1) return fine(about, 'SharePoint has earlier versions of a row that was changed.');
  return wrong(
    about,
    'A row that was changed has no earlier version.',
    run(
      'Switch them on again',
      "'Meetings','Guests','Log' | ForEach-Object { Set-PnPList -Identity $_ -EnableVersioning $true }",
    ),
  );
}
