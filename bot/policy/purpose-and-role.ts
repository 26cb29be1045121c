/** What people write of a meeting's purpose and of somebody's role: words that say nothing yet, words that say too much. Pure. */

const saysNothing = new Set(
  (
    'a about after again an and any anything at back call catch catching catchup chat chatting child conversation discuss discussion for ' +
    'general have her him his in is it just me meet meeting misc my n na none of on online other our quick s short soon something stuff ' +
    'talk tba tbc tbd team teams test the their them things this to touch up update us various video we with you zoom'
  ).split(' '),
);

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Fewer than two words, or only words that would fit any meeting: "catch up", "a quick chat", "TBC". */
export function isVague(purpose: string): boolean {
  const words = wordsOf(purpose);
  return words.length < 2 || words.every((word) => saysNothing.has(word));
}

const dates = /\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b/g;
const contactDetails = [
  /[^\s@]+@[^\s@]+/u, // a mail address
  /(?:^|[^\p{L}\p{N}])@[\p{L}\p{N}_.]{2,}/u, // a handle
  /https?:|www\.|\b[a-z0-9-]{2,}\.(?:com|org|net|uk|co|io|me|gg|tv|info|app|link|ly)\b/iu,
  /(?:\+|\b0)(?:[ ().-]{0,2}\d){8,}/u, // a phone number
  /(?:\d ?){10,}/u, // any other long number
  /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/u, // a postcode
];

/** Phone numbers, mail and postal addresses, handles, links. Dates are none. */
export function givesContactDetails(text: string): boolean {
  const plain = text.normalize('NFKC').replace(dates, ' ');
  return contactDetails.some((one) => one.test(plain));
}

const nobodyInParticular = new Set(
  'unknown unsure friend friends acquaintance other others someone somebody anyone guest visitor attendee participant person people none n na'.split(
    ' ',
  ),
);
const unsettled = new Set(['tbc', 'tba', 'tbd', 'unknown', 'unsure']);
const between = new Set('a an the of to not be or and family'.split(' '));

/** "Unknown", "family friend", "TBC", "nurse?": nobody could tell from it why this person comes. */
export function isUnknownRole(role: string): boolean {
  const words = wordsOf(role);
  const telling = words.filter((word) => !between.has(word));
  if (role.includes('?') || words.some((word) => unsettled.has(word))) return true;
  return words.length === 0 || (telling.length > 0 && telling.every((word) => nobodyInParticular.has(word)));
}

/** Whether a text has one of these words, or one of these groups of words side by side; case does not matter. */
export function mentions(text: string, anyOf: readonly string[]): boolean {
  const said = ` ${wordsOf(text).join(' ')} `;
  return anyOf.some((words) => said.includes(` ${wordsOf(words).join(' ')} `));
}
