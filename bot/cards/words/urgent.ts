/** What is read while an urgent meeting is arranged. */

/** What an urgent meeting is for when nobody says; those invited read it. */
export const usualPurpose = 'Welfare concern';

export const urgentForm = {
  title: 'Urgent: what I still need',
  hint: 'What I have taken for granted above can be changed before you send it. The safeguarding lead is told at once, and senior leaders look at it afterwards. Its safeguards stay as they are.',
  reasonHint: 'A few words without names.',
  stillMissing: 'Please fill in what is still missing.',
  attends: 'Does the child take part?',
} as const;
