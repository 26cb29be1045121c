import { faults } from '../../cards/words/faults.ts';
import type { Colleague } from '../../meetings/ask.ts';
import type { Fact } from '../../policy/fact.ts';

export type AdultRead =
  | { readonly found: 'one'; readonly colleague: Colleague }
  | { readonly found: 'several'; readonly candidates: readonly Colleague[] }
  | { readonly found: 'none'; readonly fault: string };

type Staff = { readonly host: Colleague; readonly colleagues: Fact<readonly Colleague[]> };

const none = (fault: string): AdultRead => ({ found: 'none', fault });

/** Lower case, without accents, titles and signs. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(?:mr|mrs|ms|miss|mx|dr|please|thanks)\b\.?/g, ' ')
    .replace(/[^\p{L}\p{N}@._-]+/gu, ' ')
    .trim();

/** Every word said begins one of the words of the name, each word of the name used once. */
function fits(said: readonly string[], name: string): boolean {
  const left = name.split(' ');
  return said.every((word) => {
    const at = left.findIndex((part) => part.startsWith(word));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** @param text a name, part of one, a school address, or the object id a card carries */
export function readSecondAdult(text: string, { host, colleagues }: Staff): AdultRead {
  const said = plainName(text.slice(0, 300));
  if (said === '') return none(faults.adultMissing);
  if (!colleagues.known) return none(faults.colleaguesUnknown);
  const staff = [host, ...colleagues.value.filter(({ id }) => id !== host.id)];
  const exact = staff.filter(({ id, name, address }) => [id.toLowerCase(), plainName(name), address].includes(said));
  const fitting = exact.length > 0 ? exact : staff.filter(({ name }) => fits(said.split(' '), plainName(name)));
  const others = fitting.filter(({ id }) => id !== host.id);
  const [only, second] = others;
  if (only === undefined) return none(fitting.length > 0 ? faults.adultYourself : faults.adultUnknown);
  if (second === undefined) return { found: 'one', colleague: only };
  return others.length > 10 ? none(faults.adultTooAmbiguous) : { found: 'several', candidates: others };
}
