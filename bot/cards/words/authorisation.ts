import type { WhyNot } from '../../authorising/authorise.ts';
import { type Ask, type Confirmation, guestsOf, waysOfChecking } from '../../meetings/ask.ts';
import { listInWords } from './approvers.ts';
import { checkedInWords } from './review.ts';

/** What approvers and host read while a request waits for somebody's yes. Fixed words only: names and what was typed stand apart. */

export const approver = {
  title: {
    asked: 'May this meeting go ahead?',
    reminded: 'Still waiting for an answer: may this meeting go ahead?',
    answered: 'The host has answered: may this meeting go ahead?',
    standing: 'May this meeting go ahead?',
  },
  nothingYet: 'Nothing exists in Teams yet and nobody has been invited. If you say yes, it is arranged at once.',
  nothingElsewhere: 'It is held elsewhere. If you say yes, it is written down, and nothing is made in Teams.',
  aChange: {
    guests: 'This meeting stands already. The host wants somebody else to be invited to it.',
    'guest removed': 'This meeting stands already. The host wants somebody to be invited to it no longer.',
    'second adult': 'This meeting stands already. The host wants another second adult.',
    colleagues: 'This meeting stands already. The host wants other colleagues to come.',
    recording: 'This meeting stands already. The host wants it to be recorded.',
    settings: 'This meeting stands already. Its safeguards are to be stricter.',
  },
  standsMeanwhile: 'It stays as it is until you say yes.',
  inPlaceOf: (reference: string) => `It takes the place of ${reference}, whose link is shut first.`,
  reference: 'Reference',
  kind: 'Meeting',
  host: 'Host',
  pupilsAttend: 'A pupil is on the call.',
  people: 'Who is invited from outside',
  noOutsiders: 'Nobody from outside is invited.',
  confirmed: 'The host has said yes to',
  setAside: 'Set aside',
  waiver: 'the school’s waiver',
  urgency: 'because it is urgent',
  clashes: 'Calendars',
  clash: (names: string) => `Busy then: ${names}.`,
  noClash: 'Nothing else is in the calendars of the staff who come.',
  clashUnknown: 'I could not read the calendars, so I do not know whether the staff who come are free.',
  clauses: 'Why you are asked',
  yesSoFar: (names: string, left: string) => `${names} said yes already. It still needs a yes from ${left}.`,
  questionOut: (name: string) =>
    `${name} asked the host a question and has no answer yet. You can decide all the same.`,
  question: 'Question',
  answer: 'The host’s answer',
} as const;

export const decided = {
  authorised: 'Authorised',
  arranging: 'It is being arranged, or is already. The register shows how far it is.',
  writtenDown: 'It is held elsewhere, so it is written down and nothing was made in Teams.',
  changing: 'The change is being made, or is already. The register shows how far it is.',
  notChanged: 'The change is not made',
  notChangedNext: 'The meeting stands as it was, and the host has been told.',
  partly: 'Your yes is in. One more is needed.',
  refused: 'Refused',
  refusedNext: 'The host has been told, with the reason.',
  withdrawn: 'Withdrawn by the host',
  withdrawnNext: 'There is nothing left to decide.',
  cancelled: 'The meeting has been cancelled',
  moved: 'Another meeting has taken its place',
  goneNext: 'There is nothing left to decide.',
  late: 'Not authorised in time',
  lateNext: 'The start has passed. Nobody was invited, and the host has been told.',
  by: 'By',
  reason: 'Reason',
} as const;

export const approvalButtons = {
  yes: 'Authorise',
  ask: 'Ask the host',
  sendQuestion: 'Send the question',
  no: 'Refuse',
  sendRefusal: 'Send the refusal',
  sendAnswer: 'Send the answer',
  withdraw: 'Withdraw',
} as const;

export const approvalInputs = {
  question: 'Your question, in one line',
  reason: 'Your reason, for the host, in one line',
  answer: 'Your answer, in one line',
} as const;

export const approvalFaults = {
  question: 'Please type your question: one line of plain words, 200 characters at most.',
  reason: 'Please type a reason for the host: one line of plain words, 200 characters at most.',
  answer: 'Please type your answer: one line of plain words, 200 characters at most.',
  unreadable: 'I could not read that answer, so nothing was done. Please try again.',
} as const;

/** What the host reads of it. */
export const toHost = {
  authorised: (names: string, reference: string) => `${names} authorised ${reference}. I am arranging it now.`,
  authorisedChange: (names: string, reference: string) =>
    `${names} authorised the change of ${reference}. I am making it now.`,
  authorisedElsewhere: (names: string, reference: string) => `${names} authorised ${reference}. It is written down.`,
  questionTitle: 'A question about your request',
  questionHint: 'It waits until you answer. Nothing exists in Teams yet and nobody has been invited.',
  answeredTitle: 'Your answer has gone back',
  answeredHint: 'The request waits for authorisation again. I will tell you here.',
  withdrawn: (reference: string) => `${reference} is withdrawn. Nothing was made in Teams and nobody was invited.`,
  refused: (name: string, reason: string) =>
    `${name} did not authorise it, and says: “${reason}” Nothing was made in Teams and nobody was invited. You can talk to them, or change what stands in the way and send it again.`,
} as const;

/** Why an answer was not taken, for whoever gave it. */
export const notTaken: Readonly<Record<WhyNot, string>> = {
  'no such request': 'I cannot find that request in the register.',
  'your own': 'This is your own meeting. Somebody else has to authorise it.',
  'not an approver': 'You are not among those who can authorise this, so nothing was done.',
  'you said yes': 'You have said yes already. It waits for somebody else’s yes.',
  'question out': 'A question is with the host already. You can still say yes or no.',
  'not the host': 'Only the host can do that, so nothing was done.',
  'nothing asked': 'No question is waiting for your answer.',
  authorised: 'It has been authorised already, so nothing was changed. To cancel it, type “cancel” and its reference.',
  refused: 'It has been refused already, so nothing was changed.',
  withdrawn: 'It was withdrawn by the host, so there is nothing left to decide.',
  over: 'It was not authorised in time, so there is nothing left to decide.',
  'too late': 'Its start has passed, so it can no longer be authorised.',
  'not needed': 'That one does not wait for anybody’s yes.',
  cancelled: 'The meeting has been cancelled, so there is nothing left to decide.',
  moved: 'Another meeting has taken its place, so there is nothing left to decide.',
  'changed since': 'It has changed since you read it, so nothing was decided. Please read it again.',
};

/** What the host said yes to, and how new addresses were checked, as an approver and the register say it: names, never an address. */
export const confirmedBy = (ask: Ask): readonly string[] =>
  ask.confirmed.flatMap((one) => (one === 'addresses checked' ? howChecked(ask) : [confirmedInWords[one]]));

function howChecked(ask: Ask): readonly string[] {
  const said = waysOfChecking.flatMap((way) => {
    const names = guestsOf(ask).flatMap(({ name, checked }) => (checked === way ? [name] : []));
    if (names.length === 0) return [];
    const addresses = names.length === 1 ? 'the new address' : 'the new addresses';
    return [`${addresses} of ${listInWords(names)}: checked ${checkedInWords[way]}`];
  });
  return said.length > 0 ? said : [confirmedInWords['addresses checked']];
}

const confirmedInWords: Readonly<Record<Confirmation, string>> = {
  'addresses checked': 'each address was checked',
  'look-alike address is right': 'an address that looks much like another is right',
  'contact is safe': 'writing to this family puts nobody at risk',
  'nobody held back': 'nobody on the list was held back from meetings',
  'alternative offered': 'another way to meet was offered',
  'in person offered': 'meeting in person was offered first',
  'family opted in': 'the family chose to take part online',
  'permission given': 'a parent agreed that the child takes part',
  'adult with the child': 'a parent or trusted adult stays with the child',
  'video is needed': 'a video meeting is needed',
  'papers in time': 'the papers go out in time',
  rehearsed: 'host and second adult have practised',
  'time agreed': 'the time suits everyone',
  'nothing sensitive': 'nothing sensitive is shared there',
  'other platform settled': 'the other platform is settled',
};
