/** What Chaperone says at the chat's door, before and after a conversation. */
export const door = {
  groupChat: 'Arranging a meeting belongs in a private chat with me. Please write to me there.',
  tooMuch: 'That was more at once than I can look after. Please wait a minute, and then say it again.',
  notStaff: 'I can only help members of the school’s staff.',
} as const;

/** What the host hears about a meeting outside of any conversation. */
export const news = {
  delay: (reference: string) =>
    `${reference} is taking longer than usual: Microsoft 365 is not answering as it should. I am still trying, and will tell you here how it ends.`,
  wrong: (what: string) => `What is wrong: ${what}. Please tell ICT.`,
  cancelled: 'I shut its link, made sure that it is shut, and then told everybody who was invited.',
  cancelledOnly: 'Everybody who was invited has been told.',
  changed: {
    guests: 'Only those who are new have been written to. The link is the same.',
    'guest removed': 'Only they have been written to. They still have the link: please do not let them in.',
    'second adult': 'Both colleagues have been written to. The invitation that the guests have still names the first.',
    colleagues: 'Only those who are new or no longer invited have been written to.',
    settings:
      'The school’s policy is stricter now, so I have set the safeguards to match, and read them back. Nobody has been written to, and the link is the same.',
  },
  hostNow: (before: string) => `You host it now, instead of ${before}.`,
  tookItsPlace: (reference: string) =>
    `It takes the place of ${reference}: that link is useless now, and everybody has heard so. Nobody comes in by it any more.`,
  oldAsItWas: (reference: string) => `${reference} stands as it was.`,
  because: (words: string) => `They say: “${words}”`,
  asItWas: 'The meeting stands as it was, and nobody has been written to.',
  calledOff:
    'The invitations had gone, and then the safeguards would not hold. I shut the lobby and cancelled the meeting. Everybody invited has been told, and so has the safeguarding lead. Please arrange it anew.',
} as const;
