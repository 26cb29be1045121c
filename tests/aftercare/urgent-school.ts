import { z } from 'zod';
import { guests, schoolDayAhead } from '../../infra/demo/arrange.ts';
import type { Person } from '../../infra/demo/person.ts';
import { row } from '../authorising/leadership.ts';
import type { School, Site } from '../school.ts';

/** A school in which something cannot wait. */

export const who = (school: Site) => ({
  senco: school.as('Maya Okafor'),
  teacher: school.as('Tom Birch'),
  head: school.as('Ruth Adeyemi'),
  deputy: school.as('Owen Pryce'),
  lead: school.as('Leila Haddad'),
});

export const reason = 'There is a risk of harm at home';

/** The one card, filled in. */
export const answers = {
  reason,
  ...Object.fromEntries(
    guests.flatMap(({ name, role, agency, address }, index) =>
      Object.entries({ name, role, agency, address }).map(([field, value]) => [`${field}${String(index + 1)}`, value]),
    ),
  ),
};

/** The first two of the three messages; resolves when the review is there. */
export async function upToUrgentReview(host: Person, secondAdult = 'Tom Birch'): Promise<void> {
  await host.says('cancel');
  await host.says(`Urgent TAC for AB Y4 with ${secondAdult}, ${schoolDayAhead(new Date())} 3.15pm`);
  await host.presses('Next', answers);
  await host.hears('Please check before it is sent', 5);
}

/** All three. */
export async function sendsUrgent(host: Person, secondAdult = 'Tom Birch'): Promise<void> {
  await upToUrgentReview(host, secondAdult);
  await host.presses('Send');
}

const Detail = z.record(z.string(), z.unknown());

/** What the one row says of its aftercare, once that holds. */
export async function aftercare(school: School, state: string): Promise<Record<string, unknown>> {
  for (;;) {
    const fields = await row(school);
    if (fields['Aftercare'] === state) return Detail.parse(JSON.parse(String(fields['AftercareDetail'])));
  }
}
