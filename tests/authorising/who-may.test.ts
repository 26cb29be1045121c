import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answered, mayAnswer, mayAuthorise, mayWithdraw, pendingOf } from '../../bot/authorising/authorise.ts';
import { roles } from '../../bot/identity/caller.ts';
import { type Approver, approvers } from '../../bot/policy/decision.ts';
import type { Entry } from '../../bot/register/entry.ts';
import { aRequest, deputy, head, named, type Somebody, safeguardingLead, senco, teacher, wanted } from './a-request.ts';

/** Who may say yes to a request, and why everybody else may not. */

const now = new Date('2026-11-18T10:00:00Z');
const at = '2026-11-18T10:00:00Z';
const asked = (state: Partial<Entry>) => aRequest(state);
const given = (by: Somebody): Entry['authorisation'] => ({ state: 'given', yes: [{ of: ['slt'], by: named(by), at }] });
const outstanding = { of: ['slt' as const], yes: [], reminded: 0 };
const askedBack = { state: 'asked back', ...outstanding, by: named(head), at, question: 'Which room?' } as const;

test.each([
  ['the head, who is in the leadership team', head],
  ['the deputy', deputy],
])('%s may authorise what the leadership team is asked for', (_, somebody) => {
  expect(mayAuthorise(aRequest(), somebody, now)).toEqual({ may: true, of: ['slt'] });
});

test('while a question is with the host it can still be authorised', () => {
  expect(mayAuthorise(asked({ authorisation: askedBack }), deputy, now)).toMatchObject({ may: true });
});

const hostedByHead = { ...aRequest().ask, host: named(head) };
const late = new Date('2026-12-01T15:15:00Z');
const refused = { state: 'refused' as const, of: ['slt' as const], by: named(head), at, reason: 'Too soon.' };
test.each([
  ['a host who is in the leadership team, for their own meeting', asked({ ask: hostedByHead }), head, now, 'your own'],
  ['a teacher', aRequest(), teacher, now, 'not an approver'],
  [
    'somebody who was in the team when the card came and no longer is',
    aRequest(),
    { ...deputy, roles: new Set(['staff' as const]) },
    now,
    'not an approver',
  ],
  ['the safeguarding lead, who was not asked', aRequest(), safeguardingLead, now, 'not an approver'],
  [
    'whoever taps once it was authorised',
    asked({ status: 'arranging', authorisation: given(head) }),
    deputy,
    now,
    'authorised',
  ],
  ['whoever taps once it was refused', asked({ status: 'refused', authorisation: refused }), deputy, now, 'refused'],
  [
    'whoever taps once it was withdrawn',
    asked({ status: 'not arranged', stoppedBy: 'withdrawn' }),
    deputy,
    now,
    'withdrawn',
  ],
  [
    'whoever taps once it was given up',
    asked({ status: 'not arranged', stoppedBy: 'not authorised in time' }),
    deputy,
    now,
    'over',
  ],
  ['whoever taps when the start has come', aRequest(), deputy, late, 'too late'],
  [
    'whoever taps what never waited',
    asked({ status: 'arranged', authorisation: { state: 'not needed' } }),
    deputy,
    now,
    'not needed',
  ],
] as const)('%s may not authorise it', (_, entry, somebody, when, why) => {
  expect(mayAuthorise(entry, somebody, when)).toEqual({ may: false, why });
});

test('where two groups are asked, each yes counts for those its giver is in, and the rest stays outstanding', () => {
  const entry = aRequest({ authorisedBy: ['slt', 'dsl'] });
  const may = mayAuthorise(entry, deputy, now);
  const pending = pendingOf(entry);
  if (!may.may || pending === null) throw new Error('the deputy may say yes for the leadership team');
  const change = answered(entry, pending, { answer: { say: 'yes' }, by: named(deputy), of: may.of, now });
  expect(change).toEqual({
    authorisation: { ...wanted(['dsl']), yes: [{ of: ['slt'], by: named(deputy), at }] },
  });
  const after = { ...entry, ...change };
  expect(mayAuthorise(after, deputy, now)).toEqual({ may: false, why: 'you said yes' });
  expect(mayAuthorise(after, safeguardingLead, now)).toEqual({ may: true, of: ['dsl'] });
});

test('the last yes that is wanted makes it ready to be arranged, and a meeting held elsewhere ready to be written down', () => {
  const entry = aRequest();
  const pending = pendingOf(entry);
  if (pending === null) throw new Error('it waits');
  const said = { answer: { say: 'yes' }, by: named(head), of: ['slt'], now } as const;
  expect(answered(entry, pending, said)).toEqual({ status: 'arranging', authorisation: given(head) });
  const elsewhere = { ...entry, ask: { ...entry.ask, place: 'phone' as const } };
  expect(answered(elsewhere, pending, said)).toMatchObject({ status: 'held elsewhere' });
});

test.each([
  ['slt', head],
  ['head', deputy],
  ['dsl', head],
  ['dpo', head],
] as const)('after two reminders, the cover of %s may say yes, and not before', (group, cover) => {
  const only = { ...cover, roles: new Set(cover === head ? ['staff' as const, 'head' as const] : cover.roles) };
  const may = (reminded: number) =>
    mayAuthorise(aRequest({ authorisedBy: [group], authorisation: wanted([group], reminded) }), only, now);
  expect(may(1)).toEqual({ may: false, why: 'not an approver' });
  expect(may(2)).toEqual({ may: true, of: [group] });
});

test('only the host may answer the question or withdraw the request', () => {
  const entry = asked({ authorisation: askedBack });
  expect(mayAnswer(entry, senco, now)).toEqual({ may: true });
  expect(mayWithdraw(entry, senco)).toEqual({ may: true });
  for (const somebody of [head, teacher]) {
    expect(mayAnswer(entry, somebody, now)).toEqual({ may: false, why: 'not the host' });
  }
  expect(mayWithdraw(entry, teacher)).toEqual({ may: false, why: 'not the host' });
  expect(mayWithdraw(entry, head)).toEqual({ may: false, why: 'no such request' });
});

test('a host who was asked nothing has nothing to answer, and one whose request was decided nothing to withdraw', () => {
  expect(mayAnswer(aRequest(), senco, now)).toEqual({ may: false, why: 'nothing asked' });
  expect(mayWithdraw(asked({ status: 'arranged', authorisation: given(head) }), senco)).toEqual({
    may: false,
    why: 'authorised',
  });
});

const somebodyWith = fc.subarray([...roles]).map((some) => ({ ...deputy, roles: new Set(some) }));
const groups = fc.subarray<Approver>([...approvers], { minLength: 1 });

test('whoever they are and whatever is asked, a yes counts only for a group they are in, or that they cover after two reminders', () => {
  fc.assert(
    fc.property(somebodyWith, groups, fc.nat(5), (somebody, authorisedBy, reminded) => {
      const entry = aRequest({ authorisedBy, authorisation: wanted(authorisedBy, reminded) });
      const may = mayAuthorise(entry, somebody, now);
      const own = authorisedBy.filter((group) => somebody.roles.has(group));
      if (reminded < 2) expect(may.may ? may.of : []).toEqual(own);
      else expect(may.may ? may.of : []).toEqual(expect.arrayContaining(own));
    }),
  );
});
