import { guestsOf } from '../../bot/meetings/ask.ts';
import { fieldsOf, guestFields } from '../../bot/register/rows.ts';
import { meeting } from '../api/school.ts';
import type { School } from '../school.ts';

/** Some years of meetings, put into the lists at once. */

const initials = ['AB', 'KM', 'JT', 'PR', 'SW', 'LD'] as const;
const years = ['R', '1', '2', '3', '4', '5', '6'] as const;
const statuses = ['arranged', 'arranged', 'arranged', 'called off', 'arranging', 'not arranged'] as const;
const hosts = ['senco', 'teacher', 'head', 'safeguardingLead'] as const;

/** @param rows how many; a meeting a day, the last of them on 20 November 2026 */
export async function fillRegister(school: School, rows: number): Promise<void> {
  const entries = Array.from({ length: rows }, (_, before) => {
    const host = hosts[before % hosts.length] ?? 'senco';
    return meeting({
      reference: `TAC-${String(before).padStart(8, '0')}`,
      start: new Date(Date.UTC(2026, 10, 20, 15, 15) - before * 86_400_000).toISOString().replace('.000Z', 'Z'),
      host,
      secondAdult: host === 'teacher' ? 'senco' : 'teacher',
      status: statuses[before % statuses.length] ?? 'arranged',
      ask: { child: { initials: initials[before % initials.length], year: years[before % years.length] } },
    });
  });
  await school.control('lists/Meetings/items', 'POST', {
    items: entries.map((entry) => ({ ...fieldsOf(entry), Reference: entry.reference })),
  });
  if (process.env['GUESTS'])
    await school.control('lists/Guests/items', 'POST', {
      items: entries.flatMap((entry) =>
        guestsOf(entry.ask).map((guest, at) => ({
          ...guestFields(guest, {
            reference: entry.reference,
            request: String(fieldsOf(entry)['AskHash']),
            number: at + 1,
            at: entry.ask.start,
            starts: entry.ask.start,
          }),
          Key: `${entry.reference}/${at + 1}`,
        })),
      ),
    });
}
