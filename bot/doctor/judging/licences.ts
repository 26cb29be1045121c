import type { DoctorFacts, Organiser } from '../facts.ts';
import { type About, fine, goTo, type Line, notRead, run, wrong } from '../line.ts';
import { named, nobody } from './organisers.ts';

/** Whether those who arrange meetings have what a meeting needs. Pure. */

export function ofLicences({ organisers }: DoctorFacts): Line {
  const about: About = {
    id: 'licences',
    what: 'Licences of those who arrange meetings',
    why: {
      promise: 'sealed before sent',
      says: 'Without Teams there is no meeting to seal, and without a mailbox nobody can be invited.',
      clauses: [],
    },
  };
  const show = run(
    'See what a person has',
    'Get-MgUserLicenseDetail -UserId <their address> | Format-List SkuPartNumber',
  );
  if (!organisers.known) return notRead(about, organisers.why, show);
  const { people } = organisers.value;
  if (people.length === 0) return notRead(about, nobody);
  const lacks = people.filter(({ hasTeams, hasMailbox }) => !hasTeams || !hasMailbox);
  if (lacks.length === 0) return fine(about, `${people.length} people have Teams and a mailbox.`);
  const what = ({ name, hasTeams, hasMailbox }: Organiser) =>
    `${name} (${[hasTeams ? [] : 'Teams', hasMailbox ? [] : 'a mailbox'].flat().join(' and ')})`;
  return wrong(
    about,
    `Not licensed for what a meeting needs: ${named(lacks, what)}.`,
    goTo(
      'Microsoft 365 admin centre, Users, Active users, the person, Licences and apps. Or take them out of the group of those who arrange.',
    ),
    show,
  );
}
