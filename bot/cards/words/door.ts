/** What Chaperone says at the chat's door, before and after a conversation. */
export const door = {
  groupChat: 'Arranging a meeting belongs in a private chat with me. Please write to me there.',
  notStaff: 'I can only help members of the school’s staff.',
} as const;

/** What the host hears about a meeting outside of any conversation. */
export const news = {
  delay: (reference: string) =>
    `${reference} is taking longer than usual: Microsoft 365 is not answering as it should. I am still trying, and will tell you here how it ends.`,
  calledOff:
    'The invitations had gone, and then the safeguards would not hold. I shut the lobby and cancelled the meeting. Everybody invited has been told, and so has the safeguarding lead. Please arrange it anew.',
} as const;
