import { guests } from '../../infra/demo/arrange.ts';
import type { School } from '../school.ts';

/** Some weeks of a school's meetings, arranged through the chat one by one, each with its own fate. */

type Fate = 'arranged' | 'not arranged' | 'called off';

type Meeting = {
  readonly host: string;
  readonly secondAdult: string;
  /** As in the line: initials and year, then when and how long. */
  readonly child: string;
  readonly when: string;
  readonly purpose: string;
  readonly guests: readonly (typeof guests)[number][];
  readonly fate: Fate;
};

const [mum, nurse, worker] = guests;

/** Tuesdays after school, which everybody keeps free: no calendar is in the way, whatever day this runs on. */
const meetings: readonly Meeting[] = [
  {
    host: 'Maya Okafor',
    secondAdult: 'Tom Birch',
    child: 'AB Y4',
    when: 'Tuesday week 3.15pm, 45 mins',
    purpose: 'Support at school and at home',
    guests: [mum, nurse, worker],
    fate: 'arranged',
  },
  {
    host: 'Leila Haddad',
    secondAdult: 'Maya Okafor',
    child: 'KM Y2',
    when: 'Tuesday fortnight 3.30pm, an hour',
    purpose: 'Attendance since September',
    guests: [mum, worker],
    fate: 'arranged',
  },
  {
    host: 'Maya Okafor',
    secondAdult: 'Leila Haddad',
    child: 'JT Reception',
    when: 'Tuesday fortnight 4.45pm, 30 mins',
    purpose: 'Starting with speech and language therapy',
    guests: [mum, nurse],
    fate: 'called off',
  },
  {
    host: 'Tom Birch',
    secondAdult: 'Maya Okafor',
    child: 'PR Y4',
    when: 'Tuesday week 4.15pm, 45 mins',
    purpose: 'Settling in after a change of school',
    guests: [mum],
    fate: 'not arranged',
  },
  {
    host: 'Owen Pryce',
    secondAdult: 'Tom Birch',
    child: 'SW Y6',
    when: 'Tuesday week 5.15pm, 30 mins',
    purpose: 'Moving on to secondary school',
    guests: [mum, worker],
    fate: 'arranged',
  },
];

const lobby = { kind: 'forget setting', member: 'lobbyBypassSettings' };
const meetingPatch = { method: 'PATCH', path: '/onlineMeetings/' };

/** What goes wrong at Microsoft for a meeting to end so, as often as it is tried again: the lobby will not shut, or does not stay shut. */
const faultsFor: Readonly<Record<Fate, readonly object[]>> = {
  arranged: [],
  'not arranged': [{ ...meetingPatch, times: 2, do: lobby }],
  'called off': [
    {
      method: 'PATCH',
      path: '/events/',
      do: { kind: 'drift', settings: { lobbyBypassSettings: { scope: 'everyone' } } },
    },
    { ...meetingPatch, skip: 1, times: 2, do: lobby },
  ],
};

const endings: Readonly<Record<Fate, string>> = {
  arranged: 'Arranged: the invitations have gone',
  'not arranged': 'Not arranged: nobody was invited',
  'called off': 'Called off',
};

/** Arranges them all; rejects when one ends otherwise than meant. */
export async function fillTerm(school: School): Promise<void> {
  for (const meeting of meetings) {
    const host = school.as(meeting.host);
    await host.says('cancel');
    await host.says(`TAC for ${meeting.child}, ${meeting.when}`);
    await host.says(meeting.purpose);
    await host.says(meeting.secondAdult);
    await host.says(
      meeting.guests.map(({ name, role, agency, address }) => [name, role, agency, address].join(', ')).join('; '),
    );
    await host.hears('Please check before it is sent', 5);
    await school.faults(faultsFor[meeting.fate]);
    await host.presses('Send');
    await host.hears(endings[meeting.fate]);
    await school.control('faults', 'DELETE');
  }
}
