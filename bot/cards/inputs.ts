import { type Colleague, type PersonId, SchoolYear } from '../meetings/ask.ts';
import { asTitle, type Element, faultLine, literal } from './elements.ts';
import { bookId, type GuestFields, type Met } from './view.ts';
import { lengthInWords } from './words/dates.ts';
import { inputs, yearInWords } from './words/questions.ts';

/** Fields that more than one card has. Each has a label, for readers of every kind. */

const years = ['N', 'R', ...Array.from({ length: 13 }, (_, index) => String(index + 1))].flatMap(
  (year) => SchoolYear.safeParse(year).data ?? [],
);

export const choose = (
  id: string,
  label: string,
  placeholder: string,
  value: string,
  choices: readonly Element[],
): Element => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  placeholder,
  style: 'compact',
  choices,
  ...(value && { value }),
});

export const yearInput = (value: string): Element =>
  choose(
    'year',
    inputs.year,
    inputs.chooseYear,
    value,
    years.map((year) => ({ title: yearInWords(year), value: year })),
  );

export const lengthInput = (value: string): Element => {
  const usual = ['15', '30', '45', '60', '75', '90', '120', '180'];
  const offered = value === '' || usual.includes(value) ? usual : [value, ...usual];
  const choices = offered.map((minutes) => ({ title: lengthInWords(Number(minutes)), value: minutes }));
  return choose('minutes', inputs.minutes, inputs.chooseLength, value, choices);
};

/** Sixty names are 6 KB of a card that may have 28; a larger school types a name instead. */
const mostListed = 60;

const secondAdult = { id: 'person', label: inputs.person, placeholder: inputs.choosePerson } as const;

/** @param field what it is called, where it is not the second adult of a new meeting */
export function personInput(
  colleagues: readonly Colleague[],
  value: string,
  field: { readonly id: string; readonly label: string; readonly placeholder: string } = secondAdult,
): Element {
  const { id, label, placeholder } = field;
  if (colleagues.length === 0 || colleagues.length > mostListed)
    return { type: 'Input.Text', id, label, placeholder: inputs.typeName, maxLength: 120 };
  const sorted = colleagues.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
  const choices = sorted.map((one) => ({ title: asTitle(one.name), value: one.id }));
  return { ...choose(id, label, placeholder, value, choices), style: 'filtered' };
}

/** One tick a colleague; a larger school types the names instead. */
export function peopleInput(colleagues: readonly Colleague[], chosen: readonly PersonId[]): Element {
  if (colleagues.length === 0 || colleagues.length > mostListed)
    return { type: 'Input.Text', id: 'people', label: inputs.people, placeholder: inputs.typeNames, maxLength: 2000 };
  const sorted = colleagues.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
  const choices = sorted.map(({ id, name }) => ({ title: asTitle(name), value: id }));
  const value = chosen.filter((id) => colleagues.some((one) => one.id === id)).join(',');
  const input = { type: 'Input.ChoiceSet', id: 'people', label: inputs.people, style: 'expanded', isMultiSelect: true };
  return { ...input, choices, ...(value && { value }) };
}

/** One tick a person, as they were called when they were met last. */
export function bookInput(people: readonly Met[], picked: readonly number[]): Element {
  const choices = people.map(({ place, name, role, agency }) => ({
    title: asTitle(`${name}, ${role}, ${agency}`).slice(0, 120),
    value: String(place),
  }));
  const value = picked.join(',');
  const input = {
    type: 'Input.ChoiceSet',
    id: bookId,
    label: inputs.metBefore,
    style: 'expanded',
    isMultiSelect: true,
  };
  return { ...input, wrap: true, choices, ...(value && { value }) };
}

// A card may have 28 KB in all (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages, older pages).
const mostBytes = 22_000;
const typedFields = ['name', 'role', 'agency', 'address'] as const;

/**
 * A row of fields for each guest. What was typed is shown again as far as the card can carry it; the longest fields,
 * which nobody fills so in earnest, come back empty first.
 */
export function guestRows(guests: readonly GuestFields[], book: readonly Met[] = []): readonly Element[] {
  const drawn = guests.map((guest, index) => guestRow(guest, index + 1, numbered));
  const fits = bytesOf(drawn) + bytesOf(bookInput(book, [])) <= mostBytes;
  const longest = Math.max(...guests.flatMap((guest) => typedFields.map((field) => guest[field].length)));
  if (fits || longest <= 0) return drawn;
  const shorter = (text: string) => (text.length >= longest ? '' : text);
  return guestRows(
    guests.map(({ name, role, agency, address, faults }) => ({
      name: shorter(name),
      role: shorter(role),
      agency: shorter(agency),
      address: shorter(address),
      faults,
    })),
    book,
  );
}

const bytesOf = (part: unknown): number => new TextEncoder().encode(JSON.stringify(part)).length;

type GuestLabels = Readonly<Record<(typeof typedFields)[number], (number: number) => string>>;
const numbered: GuestLabels = {
  name: inputs.guestName,
  role: inputs.guestRole,
  agency: inputs.guestAgency,
  address: inputs.guestAddress,
};
const ofOne: GuestLabels = {
  name: () => inputs.name,
  role: () => inputs.role,
  agency: () => inputs.agency,
  address: () => inputs.address,
};

/** The same fields for one guest alone. */
export const oneGuest = (guest: GuestFields): Element => guestRow(guest, 1, ofOne);

/** Four fields, one below the other so that they fit a phone; what is wrong stands above them. */
function guestRow({ name, role, agency, address, faults }: GuestFields, number: number, labels: GuestLabels): Element {
  const field = (id: string, label: string, value: string, maxLength: number): Element => ({
    type: 'Input.Text',
    id: `${id}${number}`,
    label,
    maxLength,
    ...(value && { value }),
  });
  return {
    type: 'Container',
    separator: true,
    spacing: 'medium',
    items: [
      ...(role === '' ? [] : [literal({ text: role, look: { weight: 'bolder' } })]),
      ...(faults.length === 0 ? [] : [faultLine(faults.join(' '))]),
      field('name', labels.name(number), name, 80),
      field('role', labels.role(number), role, 60),
      field('agency', labels.agency(number), agency, 80),
      { ...field('address', labels.address(number), address, 254), style: 'email' },
    ],
  };
}
