/** Names nobody is meant by: put together by chance from two lists of our own. */

export const givenNames =
  'Ada Aisha Alan Amara Amy Anil Anna Ashok Beth Bola Bruno Cara Carl Chidi Clara Colm Dana Dawn Dev Ebony Ed Eira Eleri Ella Emeka Esme Farid Fay Femi Finn Freya Gareth Gita Glen Grace Greta Hana Harun Hazel Hugo Ida Imran Ines Iona Isaac Ivo Jade Jamal Jan Jasper Jo Joan Kai Karim Kate Keira Kim Kofi Lara Leo Lewis Lina Lola Luca Mabel Mara Marek Mei Mina Moira Nadia Naomi Neil Nia Nina Noor Olga Omar Orla Oscar Pat Paula Petra Piotr Priya Rafi Rania Rhys Rosa Ruby Sadia Sam Sana Sian Sofia Stella Tariq Tessa Theo Tilda Uma Vera Viktor Wanda Will Yara Yusuf Zadie Zara'.split(
    ' ',
  );

export const surnames =
  'Abbey Adair Akande Alder Amble Ashdown Aspen Babic Banks Barley Beck Bellwood Birchall Blaise Bloom Bracken Brook Burrow Calder Carrow Chandler Chime Clay Clover Cole Coppice Corran Crane Crisp Dale Darrow Dell Dogwood Drake Dunmore Eccles Elder Elmley Farrow Fenn Fern Field Finch Flint Forde Foxglove Gale Garland Glade Glen Goldcrest Gorse Grange Greave Grove Halden Harrow Hawke Hazeldine Heath Heron Hollis Holt Ibis Ings Ivory Jarrow Juniper Kell Kestrel Kirkwood Lark Larch Lea Linden Ling Loch Lowe Mallow Maple Marsh Meadow Mere Merrow Mistry Moor Moss Nair Nettle Nightingale Oakes Okoro Orchard Osprey Otter Paddock Pebble Penhallow Pine Plum Poole Quarry Quill Rainford Raven Reed Ridge Rook Rowan Rush Sable Sage Sedge Shaw Skye Sparrow Stone Sutton Swift Tarn Teal Thistle Thorn Thwaite Timber Tull Umber Vale Verity Wade Waller Warbler Wells Whinfell Wick Wilde Willow Winter Wolds Wren Yarrow Yew'.split(
    ' ',
  );

/** What people of each agency come as. Their mail lives at the agency's own name under example.net. */
export const agencies: readonly { readonly name: string; readonly host: string; readonly roles: readonly string[] }[] =
  [
    { name: 'Community Health', host: 'health', roles: ['School nurse', 'Health visitor', 'Community nurse'] },
    { name: 'Early Help', host: 'earlyhelp', roles: ['Early Help practitioner', 'Family worker'] },
    { name: 'Children’s Services', host: 'children', roles: ['Social worker', 'Senior social worker'] },
    { name: 'Educational Psychology Service', host: 'edpsych', roles: ['Educational psychologist'] },
    { name: 'Speech and Language Therapy', host: 'speech', roles: ['Speech and language therapist'] },
    { name: 'Occupational Therapy', host: 'therapy', roles: ['Occupational therapist'] },
    { name: 'Child and Adolescent Mental Health', host: 'camhs', roles: ['Mental health practitioner'] },
    { name: 'Local Authority SEND', host: 'send', roles: ['SEND case officer', 'SEND adviser'] },
    {
      name: 'Sensory Support',
      host: 'sensory',
      roles: ['Teacher of the deaf', 'Qualified teacher of the visually impaired'],
    },
    { name: 'Young Carers Project', host: 'youngcarers', roles: ['Young carers worker'] },
    { name: 'Housing Association', host: 'housing', roles: ['Housing officer'] },
    { name: 'Family Mediation', host: 'mediation', roles: ['Mediator'] },
    { name: 'Virtual School', host: 'virtualschool', roles: ['Virtual school adviser'] },
    { name: 'Fostering Service', host: 'fostering', roles: ['Supervising social worker'] },
    { name: 'Paediatrics', host: 'paediatrics', roles: ['Community paediatrician', 'Paediatric nurse'] },
    { name: 'Youth Justice', host: 'youthjustice', roles: ['Youth justice worker'] },
    { name: 'Police', host: 'police', roles: ['Safer schools officer'] },
    { name: 'Refugee Support', host: 'refugee', roles: ['Refugee support worker'] },
    { name: 'Bereavement Support', host: 'bereavement', roles: ['Bereavement counsellor'] },
    { name: 'Music Service', host: 'music', roles: ['Music therapist', 'Music tutor'] },
    { name: 'Autism Outreach', host: 'outreach', roles: ['Autism outreach teacher'] },
    { name: 'Translation Service', host: 'languages', roles: ['Interpreter'] },
    { name: 'Attendance Service', host: 'attendance', roles: ['Attendance officer'] },
    { name: 'Governing Board', host: 'governors', roles: ['Governor', 'Clerk to the governors'] },
  ];

export const familyRoles = [
  'Mother',
  'Father',
  'Grandmother',
  'Grandfather',
  'Carer',
  'Foster carer',
  'Stepfather',
  'Aunt',
];

export const jobTitles: readonly (readonly [string, number])[] = [
  ['Class teacher', 46],
  ['Teaching assistant', 26],
  ['Higher level teaching assistant', 8],
  ['Phase leader', 8],
  ['Assistant SENCO', 5],
  ['Family liaison officer', 5],
  ['Pastoral lead', 5],
  ['Learning mentor', 5],
  ['Office manager', 4],
  ['Speech and language assistant', 3],
  ['Attendance lead', 3],
];

export const purposes = {
  staff: ['Staff meeting', 'Phase meeting', 'Moderation of writing', 'Planning the summer fair'],
  governors: ['Governors’ meeting', 'Finance committee', 'Curriculum committee', 'Safeguarding report to governors'],
  tac: [
    'Support at school and at home',
    'Review of the family plan',
    'First Team Around the Child',
    'Closing the plan',
  ],
  'annual-review': ['Annual review of the education, health and care plan', 'Early review of the plan'],
  parent: ['Progress this term', 'Settling in', 'Reading at home', 'Attendance this term', 'Friendships at playtime'],
  professional: ['Planning next steps', 'Sharing assessments', 'Handover between services', 'Strategy for transition'],
  focus: ['Music therapy', 'Speech practice', 'Reading together', 'Talking session'],
  class: ['Class session', 'Lesson for those at home', 'Story time', 'Maths group'],
} as const;

export const approverWords = [
  'Papers have not been sent round yet.',
  'Please meet the family in person first.',
  'This needs the SENCO to host it.',
  'Another meeting about this is arranged already.',
];
export const questions = [
  'Who will take notes?',
  'Does the family know who else comes?',
  'Could this wait until next week?',
];
export const answersToThem = [
  'The second adult will.',
  'Yes, they were told by phone.',
  'The date suits the family only then.',
];
