/** What somebody who searches the register may mean by what they type. Pure. */

export type Search =
  /** A reference, or as much of its beginning as they know. */
  | { readonly by: 'reference'; readonly begins: string }
  /** A child's: two or three capitals. */
  | { readonly by: 'initials'; readonly are: string }
  /** How the first name or the surname of the host or a guest begins. */
  | { readonly by: 'name'; readonly begins: string };

/** @returns `null` when there is nothing in it to look for */
export function searchFor(text: string | null): Search | null {
  const said = text?.trim().replace(/\s+/g, ' ') ?? '';
  if (said === '') return null;
  if (/^[a-z]{3}-[0-9a-z]{0,8}$/i.test(said)) return { by: 'reference', begins: said.toUpperCase() };
  if (/^[A-Z]{2,3}$/.test(said)) return { by: 'initials', are: said };
  return { by: 'name', begins: said };
}

/** The last word of a name: what a list of people is usually ordered by. */
export const surnameOf = (name: string): string => name.trim().split(/\s+/).at(-1) ?? '';

/** Whether somebody of this name is meant, as SharePoint's own comparison would find them: in any case of letters. */
export function isMeant(name: string, begins: string): boolean {
  const [wanted, whole] = [begins.toLowerCase(), name.trim().toLowerCase()];
  return whole.startsWith(wanted) || surnameOf(whole).startsWith(wanted);
}
