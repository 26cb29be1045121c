import { type Role, roles } from '../../identity/caller.ts';
import { approvers } from '../../policy/decision.ts';
import type { Around } from '../around.ts';
import type { DoctorFacts } from '../facts.ts';
import { type About, fine, goTo, type Line, notRead, run, wrong } from '../line.ts';
import { clausesAuthorisedBy } from '../why.ts';

/** The groups that say who is who. Pure. */

const named: Readonly<Record<Role, { readonly name: string; readonly says: string; readonly setting: string }>> = {
  staff: {
    name: 'Staff',
    setting: 'GROUP_STAFF',
    says: 'Only staff may arrange meetings, and everybody else is an outsider who waits in the lobby.',
  },
  head: { name: 'Head', setting: 'GROUP_HEAD', says: 'What asks for the head’s yes can be authorised by nobody else.' },
  slt: {
    name: 'Senior leaders',
    setting: 'GROUP_SLT',
    says: 'What asks for senior leaders’ yes can be authorised by nobody else.',
  },
  dsl: {
    name: 'Safeguarding leads',
    setting: 'GROUP_DSL',
    says: 'Concerns, and meetings that had to be called off, are told to the safeguarding lead.',
  },
  dpo: {
    name: 'Data protection officer',
    setting: 'GROUP_DPO',
    says: 'Subject access, disposal and holds are the data protection officer’s alone.',
  },
  ict: { name: 'ICT', setting: 'GROUP_ICT', says: 'Whoever is to mend what is wrong reads it on this page.' },
  pupil: {
    name: 'Pupils',
    setting: 'GROUP_PUPIL',
    says: 'A pupil’s own address is refused as a guest’s, and a pupil’s account never arranges anything.',
  },
};

export const ofGroups = (facts: DoctorFacts, around: Around): readonly Line[] => [
  ...ofRoles(facts, around),
  ...ofThoseWhoArrange(facts, around),
];

/** Only where a school has a group of its own for them. */
function ofThoseWhoArrange({ organisers }: DoctorFacts, { school }: Around): readonly Line[] {
  if (school.organisers === 'staff') return [];
  const about: About = {
    id: 'group organisers',
    what: 'Group of those who may arrange meetings',
    why: { promise: 'every answer has its clause', says: 'Everybody else’s requests are refused.', clauses: [] },
  };
  if (!organisers.known) return [notRead(about, organisers.why)];
  if (organisers.value.people.length > 0) return [fine(about, 'There, with people in it.')];
  return [
    wrong(
      about,
      'It is not there, or nobody is in it.',
      goTo(
        `Entra admin centre, Groups, ${school.organisers}, Members, Add members. If it is not there, name another as organisers in the school’s settings file.`,
      ),
    ),
  ];
}

const ofRoles = ({ groups }: DoctorFacts, { policy, config }: Around): readonly Line[] =>
  roles.map((role) => {
    const { name, says, setting } = named[role];
    const approver = approvers.find((one) => one === role);
    const about: About = {
      id: `group ${role}`,
      what: `Group of the role: ${name}`,
      why: {
        promise: 'every answer has its clause',
        says,
        clauses: approver === undefined ? [] : clausesAuthorisedBy(policy, approver),
      },
    };
    const id = config.groups[role];
    const show = run('See the group', `Get-MgGroup -GroupId ${id} | Format-List DisplayName`);
    const fact = groups[role];
    if (!fact.known) return notRead(about, fact.why, show);
    if (fact.value === 'peopled') return fine(about, 'There, with people in it.');
    if (fact.value === 'empty')
      return wrong(about, 'Nobody is in it.', goTo(`Entra admin centre, Groups, ${id}, Members, Add members.`), show);
    return wrong(
      about,
      `There is no group with the id that ${setting} names.`,
      goTo('Restore it within 30 days: Entra admin centre, Groups, Deleted groups.'),
      run(`Or make it anew, and put its id into ${setting}`, 'npm run provision'),
    );
  });
