import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import type * as Cards from 'adaptivecards';
import { everyAgreementsCard } from '../agreeing/every-agreements-card.ts';
import { everyApprovalCard } from '../authorising/every-approval-card.ts';
import { everyChangeCard } from '../changing/every-change-card.ts';
import { everyChecklistCard } from '../checklist/every-checklist-card.ts';
import { everyConcernCard } from '../concerns/every-concern-card.ts';
import { everyReviewCard } from '../reviewing/every-review-card.ts';
import { everyCard } from './every-card.ts';

// The package's ES modules do not load in Node (extensionless imports); its bundle does, without a DOM.
// What the bundle exports is what the package's types say.
const { AdaptiveCard, SerializationContext, Versions } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof Cards;

function complaints(json: unknown): readonly string[] {
  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.parse(json, context);
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...parsing, ...card.validateProperties().validationEvents.map((event) => event.message)];
}

const elements = (part: unknown): readonly Record<string, unknown>[] => {
  if (Array.isArray(part)) return part.flatMap(elements);
  if (typeof part !== 'object' || part === null) return [];
  const one = Object.fromEntries(Object.entries(part));
  return [...('type' in one ? [one] : []), ...Object.values(one).flatMap(elements)];
};

const plain = everyCard('Attendance and support at home');
const heavy = everyCard('*“ü” & #1* ');
const heaviest = everyCard('漢');

test('there are cards to look at', () => {
  expect(new Set(plain.map(([name]) => name)).size).toBeGreaterThan(60);
});

test.each([...plain, ...heavy])('the card “%s” is an Adaptive Card 1.5', (_, card) => {
  expect(complaints(card)).toEqual([]);
  expect(card).toMatchObject({ version: '1.5', fallbackText: expect.any(String) });
});

test.each([
  ['guests with faults', 'Who is coming from outside the school?'],
  ['guests, all hopeless', 'Who is coming from outside the school?'],
  ['guests, some met before', 'Who is coming from outside the school?'],
  ['guests, a book of fifteen', 'Who is coming from outside the school?'],
  ['guests and a book, all long', 'Who is coming from outside the school?'],
  ['second adult to choose', 'Who will be the second adult?'],
  ['when taken', 'When should it be?'],
  ['form with faults', 'Arrange a TAC meeting'],
  ['review of twenty', 'Please check before it is sent'],
  ['review refused', 'This cannot be sent as it stands'],
  ['review of ticks', 'Please check before it is sent'],
  ['review, ticks missing', 'Please check before it is sent'],
  ['review to be authorised', 'Somebody else has to say yes first'],
  ['review of what is held elsewhere', 'Please check before it is written down'],
  ['review of sixty', 'Please check before it is sent'],
  ['colleagues, sixty of them', 'Which colleagues are coming?'],
  ['child attends', 'Does the child take part?'],
  ['annual review, when', 'When should it be?'],
  ['waiting', 'I have asked for authorisation'],
  ['written down', 'Written down'],
  ['sent', 'I am arranging it'],
])('the card “%s” is the one it is called', (name, title) => {
  for (const cards of [plain, heavy, heaviest])
    expect(elements(cards.find(([called]) => called === name)?.[1])[1]).toMatchObject({ text: title });
});

test('a card with a fault in it is found out', () => {
  expect(
    complaints({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Input.Text' }, { type: 'TextBlok' }] }),
  ).not.toEqual([]);
});

test.each([...plain, ...heavy, ...heaviest])('the card “%s” stays under 28 KB', (_, card) => {
  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28_000);
});

test.each(plain)('on the card “%s” every field has a label and every id is its own', (_, card) => {
  const inputs = elements(card).filter((element) => String(element['type']).startsWith('Input.'));
  // What stands beside a tick is its label.
  const labelOf = (element: Record<string, unknown>) => element[element['type'] === 'Input.Toggle' ? 'title' : 'label'];
  expect(inputs.filter((element) => typeof labelOf(element) !== 'string' || labelOf(element) === '')).toEqual([]);
  // All that a screen reader is given where a list can be typed into, and so it has to say which field it is.
  const typed = inputs.filter((element) => element['style'] === 'filtered');
  for (const element of typed) expect(element['placeholder']).toContain(element['label']);
  expect(new Set(inputs.map((element) => element['id'])).size).toBe(inputs.length);
});

test.each(plain)('on the card “%s” long text wraps', (_, card) => {
  expect(elements(card).filter((element) => element['type'] === 'TextBlock' && element['wrap'] !== true)).toEqual([]);
});

const ofNoDraft = new Set(
  [everyApprovalCard, everyChecklistCard, everyAgreementsCard, everyChangeCard, everyConcernCard, everyReviewCard]
    .flatMap((cards) => cards('x'))
    .map(([name]) => name),
);
// The card of an arranged meeting leads on to its checklist, long after the draft is over.
const drafts = plain.filter(([name]) => !/^help$|^cancelled$|^arranged|meetings/.test(name) && !ofNoDraft.has(name));
test.each(drafts)('every button of the card “%s” says which draft it belongs to and how old it is', (_, card) => {
  const buttons = elements(card).filter((element) => element['type'] === 'Action.Execute');
  for (const button of buttons)
    expect(button['data']).toMatchObject({ draftId: expect.any(String), revision: expect.any(Number) });
});
