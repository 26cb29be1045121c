import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Address, type Ask, Reference } from '../../bot/meetings/ask.ts';
import { inGsm } from '../../bot/meetings/joining/gsm.ts';
import { textsOf } from '../../bot/meetings/joining/text-message.ts';
import { kinds } from '../../bot/policy/kind.ts';
import { anAsk } from '../an-ask.ts';
import { wordingOf } from './wording.ts';

/** The invitation in a text message, for the school's own texting tool. */

const reference = Reference.parse('TAC-01234567');
/** GSM 03.38 without its extension; a message of anything else costs more. */
const gsm = /^[@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/;
const withFamily = kinds.filter((kind) => kind !== 'staff');
const textOf = (ask: Ask, name?: string): string => {
  const families = textsOf(ask, reference, wordingOf(name === undefined ? {} : { name }));
  expect(families).toMatchObject([{ to: 'Jo Marsh', texts: [expect.any(String)] }]);
  return families.flatMap(({ texts }) => texts).join('');
};

test('it says who invites, when, where the link is, and the reference', () => {
  expect(textOf(anAsk())).toBe(
    'Quillfeather Primary School: online meeting on Tue 1 Dec, 3.15pm. The link is in an email from the school (look in junk mail too). Ref TAC-01234567',
  );
});

test.each(withFamily)('a %s fits into one message', (kind) => {
  for (const start of ['2026-09-30T11:15:00Z', '2026-12-23T12:45:00Z', '2027-03-28T10:00:00Z']) {
    const text = textOf(anAsk({ kind, start }));
    expect(text.length).toBeLessThanOrEqual(160);
    expect(text).toMatch(gsm);
  }
});

const long =
  'Our Lady’s & St Thomas’ Federation of Voluntary Aided Nursery, Infant and Junior Schools at Tŷ’r Eglwys “By the Sea”';

test.each(withFamily)('a %s of the school with the longest name there may be fits into two', (kind) => {
  for (const name of [long, '€'.repeat(120), `${'漢'.repeat(119)}.`, 'ŵ'.repeat(120)]) {
    const text = textOf(anAsk({ kind }), name);
    expect(text.length).toBeLessThanOrEqual(306);
    expect(text).toMatch(gsm);
    expect(text).toMatch(/ Tue 1 Dec, 3\.15pm\. .* Ref TAC-01234567$/);
  }
});

test('no more of a name is cut off than must be', () => {
  expect(textOf(anAsk(), long)).toContain(
    "St Thomas' Federation of Voluntary Aided Nursery, Infant and Junior Schools at Ty'r",
  );
});

test.each(withFamily)('that of a %s names no child and no guest, and holds no address and no link', (kind) => {
  const text = textOf(anAsk({ kind, purpose: 'Support for AB and Jo Marsh' }));
  expect(text).not.toMatch(/\bAB\b|Marsh|Lowe|Year|Support|@|http|www/);
});

test('each of the family gets one of their own, and no text names anybody', () => {
  const [mother, ...others] = anAsk().guests;
  if (mother === undefined) throw new Error('she is invited');
  const father = { ...mother, name: 'Al Reed', role: 'Father', address: Address.parse('al.reed@example.com') };
  const ask = anAsk({ guests: [mother, father, ...others], purpose: 'Support for Jo and Mr Reed' });
  const families = textsOf(ask, reference, wordingOf());
  expect(families.map(({ to }) => to)).toEqual(['Jo Marsh', 'Al Reed']);
  for (const { texts } of families) expect(texts.join()).not.toMatch(/Jo\b|Marsh|Al\b|Reed|Lowe/);
});

test('there is none where no family is invited', () => {
  expect(textsOf(anAsk({ kind: 'staff' }), reference, wordingOf())).toEqual([]);
  const ask = anAsk({ kind: 'professional' });
  const guests = ask.guests.filter(({ agency }) => agency !== 'Family');
  expect(textsOf({ ...ask, guests }, reference, wordingOf())).toEqual([]);
});

test('whatever somebody writes, it becomes what one message can hold, and what can is left as it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => gsm.test(inGsm(text))));
  fc.assert(fc.property(fc.string(), (text) => (gsm.test(text) ? inGsm(text) === text : true)));
  expect(inGsm('Tŷ’r Ysgol – “Cŵn” [1]')).toBe('Ty\'r Ysgol - "Cwn" (1)');
});
