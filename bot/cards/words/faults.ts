import { lengthInWords } from './dates.ts';

/** What is said when an answer cannot be taken: what is wrong, and what would be right. Never the answer itself. */

export const faults = {
  hidden: 'That has a line break or a hidden character in it. Please type it as one line of plain text.',
  markup: 'That has signs in it that only computers need, such as < or [ or {. Please type it in plain words.',
  tooLong: (longest: number) => `That is longer than I can keep. ${longest} characters at most, please.`,
  tooMuch: 'That is too long for me to read in one go. Please say it in a line or two.',

  fullName:
    'Please give the child’s initials, not their name: two or three capital letters, such as AB. The register never holds a child’s name, and I have not kept it.',
  initialsMissing: 'Please give the child’s initials: two or three capital letters, such as AB.',
  yearMissing: 'Please give the school year too, such as Y4 or Reception.',
  yearUnread: 'I know years from Nursery and Reception to Year 13.',

  purposeMissing: 'Please say in a few words what the meeting is for.',
  purposeMayName: 'That looks as though the child’s name is in it. Please say it without the name; I have not kept it.',

  adultMissing: 'Please say which colleague will be the second adult.',
  adultUnknown: 'I cannot find a colleague of that name. Please check the spelling, or give their school address.',
  adultYourself: 'The second adult has to be somebody other than you.',
  adultAmbiguous: 'More than one colleague fits that. Which of them is it?',
  adultTooAmbiguous: 'Too many colleagues fit that. Please give first name and surname.',
  colleaguesUnknown: 'I cannot look up colleagues just now. Please try again in a minute; nothing you told me is lost.',

  colleaguesMissing: 'Please say which colleagues are coming, besides you.',
  colleaguesUnfound:
    'I cannot find a colleague of one of those names. Please check the spelling, or give their school address.',
  colleaguesAmbiguous: 'More than one colleague fits one of those names. Please give first name and surname.',
  colleaguesTooMany: 'A meeting can have 60 colleagues at most.',

  reasonMissing: 'Please say in a few words why it cannot wait.',

  lengthUnread: 'Please give the length in minutes, such as 45, or say “an hour”.',
  lengthOutside: 'A meeting can be 15 minutes to 3 hours long.',
  lengthUneven: (nearest: number) => `Please use a multiple of 5 minutes, such as ${lengthInWords(nearest)}.`,

  guestsMissing: 'Please give at least one guest: name, role, agency and address.',
  guestsTooMany: 'A meeting can have 20 guests at most.',
  guestPartsMissing: 'Please give each guest as: name, role, agency, address. Put a semicolon between guests.',
  guestNameMissing: 'Please give a name.',
  guestNameTooLong: 'The name can be 80 characters at most.',
  guestRoleMissing: 'Please give a role, such as mum or school nurse.',
  guestRoleTooLong: 'The role can be 60 characters at most.',
  guestAgencyMissing: 'Please give an agency. For a parent or carer it is “Family”.',
  guestAgencyTooLong: 'The agency can be 80 characters at most.',
  guestHidden: 'One of these has a line break or a hidden character in it. Please type plain text.',
  guestMarkup: 'One of these has signs in it that only computers need, such as < or [ or {. Please type plain words.',
  guestFamily: 'A professionals’ meeting is without the family. For a meeting with them, change the kind to TAC.',
  guestLeftBlank: 'Please give a name and an address, or clear the role if they are not coming.',
  addressMissing: 'Please give an email address.',
  addressMalformed: 'That is not an email address I can write to. It needs the form name@example.org.',
  addressTwice: 'This address is here twice. Each guest needs an address of their own.',
  addressStaff: 'This is a colleague’s address. Colleagues are not guests; a colleague can be the second adult.',
  addressSchool:
    'This is one of the school’s own addresses. Guests are people from outside; pupils are never invited. Please give an address outside the school, such as a parent’s own.',
  staffListUnknown:
    'I cannot look up the staff list just now, so I cannot check these addresses. Please try again in a minute.',
} as const;
