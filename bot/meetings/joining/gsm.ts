/**
 * The characters of a text message that costs one message: GSM 03.38, now 3GPP TS 23.038, without its extension, of which each
 * counts for two. A single character outside makes a message of 160 one of 70.
 */
const alphabet = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);

const alike: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '€': 'EUR',
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  '|': '/',
  '\\': '/',
  '~': '-',
  '^': '',
  '`': "'",
};

/** The text with every character that a phone would charge more for replaced by its likeness: `Tŷ’r` becomes `Ty'r`. */
export function inGsm(text: string): string {
  return Array.from(text.replaceAll(/\s/gu, ' '), likenessOf).join('');
}

function likenessOf(character: string): string {
  if (alphabet.has(character)) return character;
  const like = alike[character] ?? character.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return Array.from(like).every((one) => alphabet.has(one)) ? like : '?';
}
