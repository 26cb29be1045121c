import { type Examination, fine, goTo, notRead, run, wrong } from '../../bot/doctor/line.ts';

const why = (says: string) => ({ promise: 'sealed before sent', says, clauses: [] }) as const;

/** What the doctor has found at a school where most is well, and one thing of every other kind. */
export const anExamination: Examination = {
  at: '2026-11-23T07:58:00.000Z',
  lines: [
    wrong(
      {
        id: 'access policy',
        what: 'Teams application access policy',
        why: {
          promise: 'sealed before sent',
          says: 'Only for organisers whom it names may the app set a meeting’s lobby.',
          clauses: [{ id: '003-27', says: 'People from outside wait in the lobby.' }],
        },
      },
      'It does not cover Tom Birch.',
      run(
        'Have it cover Tom Birch',
        'Grant-CsApplicationAccessPolicy -PolicyName Chaperone -Identity 5c0a1d0e-0000-4000-8000-000000000102',
      ),
      goTo('Then wait: Microsoft takes up to 30 minutes.'),
    ),
    notRead(
      { id: 'rows', what: 'Rows in the lists', why: why('A list that is full takes no meeting.') },
      'Microsoft 365 did not answer in time.',
    ),
    {
      id: 'anonymous join',
      what: 'Guests without an account can join',
      why: why('Switched off, every parent is turned away at the door.'),
      state: 'look by hand',
      says: 'Microsoft Graph does not show meeting policies.',
      command: 'Get-CsTeamsMeetingConfiguration | Format-List DisableAnonymousJoin',
      prints: 'DisableAnonymousJoin False.',
    },
    fine(
      { id: 'sign-in', what: 'The app signs in', why: why('Without a token nothing can be set.') },
      'Entra gives it a token for Microsoft Graph.',
    ),
    fine(
      { id: 'storage', what: 'Storage of conversations', why: why('What was said so far is kept there.') },
      'It answers.',
    ),
  ],
};
