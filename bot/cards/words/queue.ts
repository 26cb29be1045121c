/** What the page Authorise says of a request besides what the approver's card says. */
export const queue = {
  oneOfTwo: (whose: string) => `Yours is not the last: it then waits for the yes of ${whose}.`,
  asCover: (whose: string) => `You are asked as cover: ${whose} did not answer.`,
  coverSince: (who: string, when: string) => `Sent to the cover approvers too, ${who}, ${when}.`,
  coverNow: (who: string) => `Sent to the cover approvers too: ${who}.`,
  coverLater: (who: string) => `After two reminders it goes to the cover approvers too: ${who}.`,
  pupil: 'A pupil is on the call',
  urgent: 'Urgent',
  aside: 'Something was set aside',
  change: 'A change of a meeting that stands',
  question: 'Your question is with the host',
  otherQuestion: (name: string) => `${name} has asked the host`,
  answered: 'The host has answered',
} as const;
