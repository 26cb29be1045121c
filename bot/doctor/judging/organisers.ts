import type { Fact } from '../../policy/fact.ts';
import type { Around } from '../around.ts';
import type { DoctorFacts, Organiser, Organisers, Reached } from '../facts.ts';
import { type About, fine, goTo, type Line, notRead, run, type Step, wrong } from '../line.ts';
import { clausesSetting } from '../why.ts';

/** Whether the app may do its work for each of those who arrange meetings. Pure. */

/** What `npm run provision` calls the policy, and the group of Exchange's own that its scope holds. */
const policyName = 'Chaperone';
export const hosts = 'Chaperone hosts';

export const ofOrganisers = (facts: DoctorFacts, around: Around): readonly Line[] => [
  ofAccessPolicy(facts, around),
  ofCalendars(facts),
];

function ofAccessPolicy({ accessPolicy, organisers }: DoctorFacts, { policy, school, config }: Around): Line {
  const about: About = {
    id: 'access policy',
    what: 'Teams application access policy',
    why: {
      promise: 'sealed before sent',
      says: 'Only for organisers whom it names may the app set a meeting’s lobby and read it back; for others nothing can be sealed, and so nothing is sent.',
      clauses: clausesSetting(policy, 'lobbyScope'),
    },
  };
  const group = school.organisers === 'staff' ? config.groups.staff : school.organisers;
  return forEach({
    about,
    reached: accessPolicy,
    organisers,
    show: run('See whom it names', 'Get-CsOnlineUser | Format-Table UserPrincipalName, ApplicationAccessPolicy'),
    all: (count) => `It covers ${everyone(count)}.`,
    refused: (those) => `It does not cover ${those}.`,
    mendAll: [
      run(
        'Make it, and have it cover the group of those who arrange',
        `New-CsApplicationAccessPolicy -Identity ${policyName} -AppIds ${config.appId}; Grant-CsApplicationAccessPolicy -PolicyName ${policyName} -Group ${group} -Rank 1`,
      ),
      goTo('Then wait: Microsoft takes up to 30 minutes.'),
    ],
    mendOne: ({ id, name }) =>
      run(`Have it cover ${name}`, `Grant-CsApplicationAccessPolicy -PolicyName ${policyName} -Identity ${id}`),
  });
}

function ofCalendars({ calendars, organisers }: DoctorFacts): Line {
  const about: About = {
    id: 'calendars',
    what: 'Calendars of those who arrange meetings',
    why: {
      promise: 'sealed before sent',
      says: 'A meeting is an event in its host’s calendar; where the app may not open that, it can neither arrange nor cancel.',
      clauses: [],
    },
  };
  return forEach({
    about,
    reached: calendars,
    organisers,
    show: goTo('Try again when Microsoft 365 answers.'),
    all: (count) => `Exchange lets the app into the calendar of ${everyone(count)}.`,
    refused: (those) => `Exchange does not let the app into the calendar of ${those}.`,
    mendAll: [
      run('Print what makes the scope, and run its part for Exchange', 'npm run provision'),
      goTo('Then wait: Microsoft takes up to two hours.'),
    ],
    mendOne: ({ id, name }) =>
      run(`Take ${name} into the group of the scope`, `Add-DistributionGroupMember -Identity '${hosts}' -Member ${id}`),
  });
}

type Asking = {
  readonly about: About;
  readonly reached: Fact<readonly Reached[]>;
  readonly organisers: Fact<Organisers>;
  /** How somebody can find out what could not be read. */
  readonly show: Step;
  /** What is to be said when nobody is refused, and so many were asked about. */
  readonly all: (count: number) => string;
  /** And when these are. */
  readonly refused: (those: string) => string;
  readonly mendAll: readonly [Step, ...Step[]];
  readonly mendOne: (one: Organiser) => Step;
};

/** A line about every organiser: those who are refused are named, and each has their own command. */
function forEach({ about, reached, organisers, show, ...asking }: Asking): Line {
  if (!reached.known) return notRead(about, reached.why, show);
  if (reached.value.length === 0) return notRead(about, nobody);
  const those = (is: Reached['is']) => reached.value.filter((one) => one.is === is).map(({ organiser }) => organiser);
  const [refused, unsure] = [those('refused'), those('not known')];
  const [one, ...others] = refused;
  if (one !== undefined) {
    if (others.length > 0 && refused.length === reached.value.length)
      return wrong(about, asking.refused('anybody'), ...asking.mendAll);
    const more = others.slice(0, mostNamed - 1).map(asking.mendOne);
    return wrong(about, asking.refused(named(refused)), asking.mendOne(one), ...more);
  }
  if (unsure.length > 0) return notRead(about, `Microsoft 365 did not say for ${named(unsure)}.`, show);
  const limit = organisers.known && organisers.value.more ? ' There are more people, whom I have not asked about.' : '';
  return fine(about, `${asking.all(reached.value.length)}${limit}`);
}

export const nobody =
  'There is nobody to ask about: whoever may arrange meetings has no licence for it, or there is nobody.';
const everyone = (count: number) =>
  count === 1 ? 'the one person who may arrange meetings' : `all ${count} who may arrange meetings`;
const mostNamed = 8;
/** Some of them by name, the rest by how many they are. */
export const named = (those: readonly Organiser[], as: (one: Organiser) => string = ({ name }) => name): string => {
  const shown = those.slice(0, mostNamed).map(as);
  const more = those.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
};
