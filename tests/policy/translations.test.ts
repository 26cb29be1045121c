import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { PackFault } from '../../bot/policy/pack-fault.ts';
import { fivePacks, translation, wordingOf } from '../meetings/wording.ts';
import { lineOf, open, packText, schoolText, spoilt } from './policy-files.ts';

/** What is said to those who are invited, in other languages than English: nothing may be missing from it, or too much. */

const all = readdirSync(translation('.'));
const codes = all.filter((file) => /^[a-z]+\.yaml$/.test(file)).map((file) => file.replace('.yaml', ''));
const others = codes.filter((code) => code !== 'en');

test('there are English and Welsh', () => {
  expect(codes).toEqual(expect.arrayContaining(['en', 'cy']));
});

test.each(codes)('%s has every sentence of ours and of the packs, and each has the blanks of the English', (code) => {
  expect(wordingOf({ packs: fivePacks, languages: [code] }).translations.languages.map((one) => one.code)).toEqual([
    code,
  ]);
});

test.each(others)('%s has a file for the lines of each pack, and none for a pack there is not', (code) => {
  expect(all.filter((file) => file.endsWith(`.${code}.yaml`))).toEqual(
    fivePacks.toSorted().map((id) => `${id}.${code}.yaml`),
  );
});

const cy = readFileSync(translation('cy.yaml'), 'utf8');
const lines = readFileSync(translation('trust-minimum.cy.yaml'), 'utf8');

function faultsOf(files: Readonly<Record<string, string>>, languages = ['cy', 'en']) {
  const paths = Object.fromEntries(Object.entries(files).map(([name, text]) => [translation(name), text]));
  try {
    wordingOf({ languages, files: paths });
  } catch (error) {
    if (!(error instanceof PackFault)) throw error;
    return error.faults.map((fault) => ({ ...fault, file: fault.file.replace(/^.*\//, '') }));
  }
  return [];
}

test.each<[what: string, from: string, to: string, at: string, says: string]>([
  ['lacks a sentence', '  lobby: null\n', '', 'sentences:', 'In sentences, lobby: it is missing.'],
  [
    'has one that nobody says',
    '  lobby: null',
    '  lobby: null\n  attic: null',
    'attic',
    'I do not know the word “attic”.',
  ],
  ['has an empty one', '  lobby: null', "  lobby: ''", 'lobby', 'In sentences, lobby: '],
  ['leaves out a blank', '  lock: null', '  lock: CY', 'lock: CY', 'This lacks {lockTime}, which the English has.'],
  ['has a blank too many', '  recording: null', "  recording: 'CY {host}'", 'CY {host}', 'The English has no {host}.'],
  ['misspells a blank', '  lock: null', "  lock: 'CY {locktime}'", 'CY {locktime}', 'The English has no {locktime}.'],
  ['has no name of its own', 'name: Cymraeg', 'name: null', 'name: null', 'In name: '],
  ['is no YAML', 'text: null', 'text: "', '', 'I cannot read this as YAML: '],
])('the process does not start when our own translation %s', (_, from, to, at, says) => {
  const text = spoilt(cy, from, to);
  expect(faultsOf({ 'cy.yaml': text })).toContainEqual({
    file: 'cy.yaml',
    line: lineOf(text, at),
    says: expect.stringContaining(says),
  });
});

test.each<[what: string, from: string, to: string, at: string, says: string]>([
  ['lacks a line', 'dressed: null\n', '', '', 'There is no “dressed”, not even as null.'],
  [
    'has one the pack has not',
    'dressed: null',
    'dressed: null\nundressed: null',
    'undressed',
    'The pack “trust-minimum” has no joining line “undressed”.',
  ],
  [
    'leaves out a blank',
    'door-shuts: null',
    'door-shuts: CY',
    'door-shuts',
    'This lacks {lockTime}, which the English has.',
  ],
])('nor when that of a pack %s', (_, from, to, at, says) => {
  const text = spoilt(lines, from, to);
  const line = at === '' ? expect.any(Number) : lineOf(text, at);
  expect(faultsOf({ 'trust-minimum.cy.yaml': text })).toEqual([{ file: 'trust-minimum.cy.yaml', line, says }]);
});

test('nor when English lacks a sentence or has an unknown blank', () => {
  const en = readFileSync(translation('en.yaml'), 'utf8');
  const without = spoilt(en, '  lock: At {lockTime} we shut the door to new people.', '  lock: null');
  expect(faultsOf({ 'en.yaml': without })).toEqual([
    { file: 'en.yaml', line: lineOf(without, 'lock: null'), says: 'In sentences, lock: it should be text.' },
  ]);
  const misspelt = spoilt(en, 'At {lockTime}', 'At {locktime}');
  expect(faultsOf({ 'en.yaml': misspelt })).toMatchObject([{ line: lineOf(misspelt, 'At {locktime}') }]);
});

test('nor when the settings name a language that there are no words in', () => {
  expect(faultsOf({}, ['en', 'pl'])).toEqual([
    { file: 'school.yaml', line: expect.any(Number), says: 'There is no translation into “pl”.' },
  ]);
});

test('a school that names no language sends English', () => {
  expect(open({}).translations.languages.map(({ code }) => code)).toEqual(['en']);
});

const welsh = spoilt(schoolText, 'organisers: staff', 'organisers: staff\nlanguages: [cy]');

test('a school’s own pack has its translation beside it', () => {
  const beside = { '/quillfeather/ours.cy.yaml': "welcome: 'CY {time}'\n" };
  const { translations } = open({ school: welsh, others: beside });
  expect(translations.languages.map((one) => [...one.lines])).toEqual([[['ours/welcome', 'CY {time}']]]);
});

test('a pack without a translation is read in English', () => {
  expect(open({ school: welsh, pack: packText }).translations.languages.map((one) => [...one.lines])).toEqual([[]]);
});
