import type { Guest } from '../meetings/ask.ts';

/** Addresses that could be mistaken for one another: the commonest way an invitation reaches a stranger. Pure. */

const wellKnown = (
  'gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk live.com live.co.uk msn.com yahoo.com yahoo.co.uk ymail.com ' +
  'icloud.com me.com mac.com aol.com mail.com email.com gmx.com proton.me protonmail.com btinternet.com sky.com virginmedia.com ' +
  'talktalk.net ntlworld.com nhs.net nhs.uk gov.uk'
).split(' ');

/**
 * Guests whose address is one edit from the school's, another guest's or a well-known provider's, or who share a name with
 * another guest at another address.
 * @param schoolDomains in lower case
 */
export function someAddressLooksLikeAnother(guests: readonly Guest[], schoolDomains: readonly string[]): boolean {
  return guests.some((guest) => {
    const others = guests.filter((other) => other !== guest && other.address !== guest.address);
    const domain = domainOf(guest);
    const trusted = [...schoolDomains, ...wellKnown];
    return (
      (!trusted.includes(domain) && [...trusted, ...others.map(domainOf)].some((other) => mistakable(domain, other))) ||
      others.some((other) => mistakable(guest.address, other.address) || sameName(guest, other))
    );
  });
}

const domainOf = ({ address }: Guest): string => address.slice(address.lastIndexOf('@') + 1);

const sameName = (one: Guest, other: Guest): boolean => plainName(one) === plainName(other);
const plainName = ({ name }: Guest): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

const mistakable = (one: string, other: string): boolean =>
  one !== other && (drawnAlike(one) === drawnAlike(other) || isOneEdit(one, other));

/** `rn` is read as `m`, `vv` as `w`, a zero as an o, a one as an l. */
const drawnAlike = (text: string): string =>
  text.replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('0', 'o').replaceAll('1', 'l');

/** One letter put in, left out or changed, or two neighbours swapped. */
function isOneEdit(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const changed = short.slice(at + 1) === long.slice(at + 1);
  const swapped =
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
  return changed || swapped;
}
