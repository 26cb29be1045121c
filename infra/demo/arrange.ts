import type { Person } from './person.ts';

/** The main job as a SENCO does it: one line, the questions that are left, the review. */

export const guests = [
  { name: 'Jo Marsh', role: 'mum', agency: 'Family', address: 'jo.marsh@example.com' },
  { name: 'Pat Lowe', role: 'school nurse', agency: 'Community Health', address: 'pat.lowe@health.example.net' },
  { name: 'Kim Dale', role: 'family worker', agency: 'Early Help', address: 'kim.dale@earlyhelp.example.org' },
] as const;

/** What is said, in order, up to the review card. */
export function lines(day: string): readonly string[] {
  return [
    'cancel',
    `TAC for AB Y4 with mum, school nurse and Early Help, ${day} 3.15pm, 45 mins`,
    'Support at school and at home',
    'Tom Birch',
    guestLine,
  ];
}

const guestLine = guests.map(({ name, role, agency, address }) => [name, role, agency, address].join(', ')).join('; ');

/** The same by somebody who knows what will be asked: two lines. */
export const twoLines = (day: string): readonly string[] => [
  'cancel',
  `TAC for AB Y4 about support at school and at home, second adult Tom Birch, ${day} 3.15pm, 45 mins`,
  guestLine,
];

/** Says the lines; rejects when the review does not come. */
export async function upToReview(senco: Person, day: string, spoken = lines): Promise<void> {
  for (const line of spoken(day)) await senco.says(line);
  await senco.hears('Please check before it is sent', 5);
}

/** A Tuesday some weeks ahead, `1/12/2026` as British people write it: at 3.15pm the fictional school's staff are all free then. */
export function schoolDayAhead(now: Date): string {
  const day = new Date(now.getTime() + 28 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((2 - day.getUTCDay() + 7) % 7));
  return `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`;
}
