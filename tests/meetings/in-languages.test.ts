import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Reference } from '../../bot/meetings/ask.ts';
import { invitationOf } from '../../bot/meetings/invitation.ts';
import { textsOf } from '../../bot/meetings/joining/text-message.ts';
import { anAsk } from '../an-ask.ts';
import { translation, wordingOf } from './wording.ts';

/** The invitation in the languages that the school names. The words here are placeholders, so that nobody takes them for Welsh. */

const reference = Reference.parse('TAC-01234567');
const empty = readFileSync(translation('cy.yaml'), 'utf8');
const some = empty
  .replace('  tac: null', '  tac: CY subject')
  .replace('  who: null', '  who: CY who')
  .replace('  host: null', "  host: 'CY {host} CY'")
  .replace('  when: null', "  when: 'CY {day}, {time}, {end}, {zone}, {tool}'")
  .replace('\ntext: null', "\ntext: 'CY {school} {day} {time} {reference}'");
const lines = readFileSync(translation('trust-minimum.cy.yaml'), 'utf8').replace('dressed: null', 'dressed: CY dress');
const files = { [translation('cy.yaml')]: some, [translation('trust-minimum.cy.yaml')]: lines };
const inBoth = (languages: readonly string[]) => invitationOf(anAsk(), reference, wordingOf({ languages, files }));

test('both languages go out in the order of the settings, each under its own name and marked as what it is', () => {
  const { html } = inBoth(['cy', 'en']);
  expect(html).toMatch(/^<div lang="cy"><h2>Cymraeg<\/h2>.*<\/div><div lang="en"><h2>English<\/h2>.*<\/div>$/);
  expect(inBoth(['en', 'cy']).html).toMatch(/^<div lang="en">.*<div lang="cy">/);
});

test('the subject is in both as well', () => {
  expect(inBoth(['cy', 'en']).subject).toBe('CY subject / Team Around the Child meeting (TAC-01234567)');
});

test('one language alone needs no name', () => {
  expect(inBoth(['cy']).html).not.toContain('<h2>');
  expect(inBoth(['en']).html).not.toMatch(/<h2>|CY/);
});

test('our own sentences, headings and the packs’ lines are read where they are translated', () => {
  const { html } = inBoth(['cy']);
  expect(html).toContain('<h3>CY who</h3>');
  expect(html).toContain('CY Maya Okafor CY');
  expect(html).toContain('CY dress');
});

test('dates are in the language of the sentence that they stand in', () => {
  const { html } = inBoth(['cy']);
  expect(html).toMatch(/CY [^<]*Rhagfyr 2026, 15:15, 16:00, GMT, Microsoft Teams/);
  expect(html).toContain('3.20pm');
});

test('what is not translated is English, and says so to a screen reader', () => {
  const { html } = inBoth(['cy']);
  expect(html).toContain('<h3><span lang="en">If your call drops</span></h3>');
  expect(html).toContain('<span lang="en">You wait in a lobby at first.');
});

test.each([[['cy', 'en']], [['cy']]])(
  'as long as nothing is translated, %j sends the English once and not twice',
  (languages) => {
    const english = invitationOf(anAsk(), reference, wordingOf());
    expect(invitationOf(anAsk(), reference, wordingOf({ languages }))).toEqual(english);
  },
);

test('there is a text message in each language', () => {
  const [family] = textsOf(anAsk(), reference, wordingOf({ languages: ['cy', 'en'], files }));
  expect(family?.texts).toEqual([
    expect.stringMatching(/^CY Quillfeather Primary School .*Rhag.* 15:15 TAC-01234567$/),
    expect.stringMatching(/^Quillfeather Primary School: online meeting on Tue 1 Dec, 3\.15pm\./),
  ]);
});
