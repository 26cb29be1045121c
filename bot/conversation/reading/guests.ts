import type { GuestFields } from '../../cards/view.ts';
import { faults } from '../../cards/words/faults.ts';
import { Address, type Colleague, Guest, hidden, markup } from '../../meetings/ask.ts';
import type { Fact } from '../../policy/fact.ts';
import type { Kind } from '../../policy/kind.ts';
import { fault, type Read, read } from './read.ts';
import { isFamily } from './roles.ts';

/** A guest as typed, in a form's row or a line of text. */
export type Row = Omit<GuestFields, 'faults'>;

export type GuestsRead =
  | { readonly ok: true; readonly guests: readonly Guest[] }
  /** Every row as typed, with its faults; `fault` when it is not one row's. */
  | { readonly ok: false; readonly rows: readonly GuestFields[]; readonly fault: string | null };

type School = {
  readonly host: Colleague;
  readonly colleagues: Fact<readonly Colleague[]>;
  readonly schoolDomains: readonly string[];
};

const most = 20;
const family = 'Family';
export const emptyRow: Row = { name: '', role: '', agency: '', address: '' };
export const isBlankRow = (row: Row): boolean => Object.values(row).every((field) => field.trim() === '');

/**
 * "Name, role, agency, address", a semicolon or a new line between guests; the agency of family may be left out.
 * @param text as typed; nothing in it is trusted
 */
export function rowsOf(text: string): Read<readonly Row[]> {
  const lines = text
    .split(/[;\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length > most) return fault(faults.guestsTooMany);
  const rows = lines.map(rowOf);
  const whole = rows.filter((row) => row !== null);
  return whole.length === 0 || whole.length < rows.length ? fault(faults.guestPartsMissing) : read(whole);
}

function rowOf(line: string): Row | null {
  const parts = line.split(',').map((part) => part.trim());
  const [name = '', role = '', agency = '', address = ''] = parts;
  if (parts.length === 4) return { name, role, agency, address };
  return parts.length === 3 && isFamily(role) ? { name, role, agency: '', address: agency } : null;
}

/** @param typed the rows of a form or of `rowsOf`; blank ones are left out @param kind some have rules of their own on who is a guest */
export function readGuests(typed: readonly Row[], kind: Kind | null, school: School): GuestsRead {
  const rows = typed.filter((row) => !isBlankRow(row)).map(withFamily);
  const as = (faultsOf: (row: Row, index: number) => readonly string[]) =>
    rows.map((row, index) => ({ ...row, faults: faultsOf(row, index) }));
  if (rows.length === 0) return { ok: false, rows: [], fault: faults.guestsMissing };
  if (rows.length > most) return { ok: false, rows: as(() => []).slice(0, most), fault: faults.guestsTooMany };
  if (!school.colleagues.known) return { ok: false, rows: as(() => []), fault: faults.staffListUnknown };
  const earlier = (index: number) => rows.slice(0, index).map(({ address }) => address.trim().toLowerCase());
  const checked = as((row, index) => faultsOf(row, earlier(index), kind, school));
  const guests = checked.flatMap((row) => (row.faults.length > 0 ? [] : (Guest.safeParse(row).data ?? [])));
  if (guests.length === rows.length) return { ok: true, guests };
  return { ok: false, rows: checked, fault: checked.some((row) => row.faults.length > 0) ? null : faults.guestHidden };
}

const withFamily = (row: Row): Row =>
  isFamily(row.role) || row.agency.trim().toLowerCase() === 'family' ? { ...row, agency: family } : row;

function faultsOf(row: Row, earlier: readonly string[], kind: Kind | null, school: School): readonly string[] {
  if (Object.values(row).some((field) => hidden.test(field.trim()))) return [faults.guestHidden];
  if ([row.name, row.role, row.agency].some((field) => markup.test(field))) return [faults.guestMarkup];
  if (row.name.trim() === '' && row.address.trim() === '') return [faults.guestLeftBlank];
  return [
    textFault(row.name, 80, faults.guestNameMissing, faults.guestNameTooLong),
    textFault(row.role, 60, faults.guestRoleMissing, faults.guestRoleTooLong),
    textFault(row.agency, 80, faults.guestAgencyMissing, faults.guestAgencyTooLong),
    kind === 'professional' && row.agency === family ? faults.guestFamily : null,
    // Governors who are no staff often have an address of the school's; whether it is a pupil's is policy's to find out.
    addressFault(row.address, earlier, kind === 'governors' ? { ...school, schoolDomains: [] } : school),
  ].filter((sentence) => sentence !== null);
}

function textFault(text: string, longest: number, missing: string, tooLong: string): string | null {
  if (text.trim() === '') return missing;
  return text.trim().length > longest ? tooLong : null;
}

/** Each kind of address that cannot be a guest's has a sentence of its own. */
function addressFault(typed: string, earlier: readonly string[], school: School): string | null {
  if (typed.trim() === '') return faults.addressMissing;
  const address = Address.safeParse(typed.trim());
  if (!address.success) return faults.addressMalformed;
  if (isStaffs(address.data, school)) return faults.addressStaff;
  if (isOwn(address.data, school)) return faults.addressSchool;
  return earlier.includes(address.data) ? faults.addressTwice : null;
}

const isStaffs = (address: Address, { host, colleagues }: School): boolean =>
  [host, ...(colleagues.known ? colleagues.value : [])].some((colleague) => colleague.address === address);

function isOwn(address: Address, { schoolDomains }: School): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return schoolDomains.some((own) => domain === own.toLowerCase() || domain.endsWith(`.${own.toLowerCase()}`));
}

/** A colleague's address, or one in the school's own domains. */
export const isOfTheSchool = (address: Address, school: School): boolean =>
  isStaffs(address, school) || isOwn(address, school);
