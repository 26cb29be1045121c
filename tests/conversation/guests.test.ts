import { expect, test } from '@jest/globals';
import { chatAfter, gist, line, nobodyKnown, readable } from './chat.ts';

const asked = () => chatAfter([line, 'Attendance', 'Tom Birch']);
const good = 'Sam Dean, school nurse, Community Health, sam.dean@health.example.net';

test.each([
  ['a malformed address', 'Jo Brown, mum, jo.brown@', 'That is not an email address I can write to.'],
  [
    'an address that writes mail headers',
    'Jo, mum, "jo\\r\\nbcc:x"@example.com',
    'That is not an email address I can write to.',
  ],
  [
    'a colleague',
    'Ruth, social worker, Social care, Ruth.Adeyemi@school.example.org',
    'This is a colleague’s address.',
  ],
  ['the host', 'Maya, social worker, Social care, maya.okafor@school.example.org', 'This is a colleague’s address.'],
  [
    'somebody of the school who is not staff',
    'Old, social worker, Social care, old@school.example.org',
    'This is one of the school’s own addresses.',
  ],
  ['a pupil', 'Ivy, pupil, School, ivy.lark@pupils.school.example.org', 'This is one of the school’s own addresses.'],
  [
    'a sub-domain of the school',
    'X, advocate, Y, x@mail.school.example.org',
    'This is one of the school’s own addresses.',
  ],
  ['the same address twice', 'Sam Two, GP, Surgery, SAM.DEAN@health.example.net', 'This address is here twice.'],
  ['a missing agency', 'Jo Brown, social worker, , jo.brown@example.com', 'Please give an agency.'],
  ['a missing name', ', social worker, Social care, jo.brown@example.com', 'Please give a name.'],
  [
    'a hidden character',
    'Jo \u202eBrown, social worker, Social care, jo@example.com',
    'has a line break or a hidden character',
  ],
  [
    'a name of 10,000 characters',
    `${'x'.repeat(100)}, social worker, Social care, jo@example.com`,
    'The name can be 80 characters at most.',
  ],
])('%s is refused with a sentence of its own, and nothing is kept', (_, wrong, sentence) => {
  const talk = asked();
  const reply = readable(talk.said(`${good}; ${wrong}`));
  expect(reply).toContain(sentence);
  expect(reply).toContain('Please mend what is marked below.');
  expect(talk.memory).toMatchObject({ state: 'asking', draft: { guests: [] } });
});

test('the fault stands by its guest, and the others keep what was typed', () => {
  const [reply] = asked().said(`${good}; Jo Brown, mum, jo.brown@`);
  expect(reply).toMatchObject({
    view: {
      asked: {
        guests: [
          { name: 'Sam Dean', faults: [] },
          { name: 'Jo Brown', faults: [expect.any(String)] },
        ],
      },
    },
  });
});

test('twenty guests are taken and twenty-one are not', () => {
  const many = (count: number) =>
    Array.from(
      { length: count },
      (_, index) => `Guest ${String(index)}, advocate, Agency, guest${String(index)}@example.net`,
    ).join(';');
  expect(gist(asked().said(many(20)))).toBe('Please check before it is sent');
  expect(gist(asked().said(many(21)))).toContain('A meeting can have 20 guests at most.');
});

test('a parent’s agency is Family, whatever was typed', () => {
  const talk = asked();
  talk.said('Jo Brown, Mum, Acme Ltd, jo.brown@example.com; Al Gray, foster carer, al@example.com');
  expect(talk.memory).toMatchObject({ ask: { guests: [{ agency: 'Family' }, { agency: 'Family' }] } });
});

test('text that is no list of guests is explained', () => {
  expect(gist(asked().said('mum and the nurse'))).toContain('Please give each guest as: name, role, agency, address.');
});

test('a role that was mentioned and then left blank is asked about', () => {
  const talk = asked();
  const mum = { name1: 'Jo Brown', role1: 'Mum', agency1: 'Family', address1: 'jo.brown@example.com' };
  expect(readable(talk.tapped('answer', { ...mum, role2: 'School nurse' }))).toContain(
    'clear the role if they are not coming',
  );
  expect(gist(talk.tapped('answer', mum))).toBe('Please check before it is sent');
});

test('addresses that cannot be held against the staff list are not taken', () => {
  const talk = asked();
  talk.meanwhile({ colleagues: nobodyKnown });
  expect(gist(talk.said(good))).toContain('I cannot look up the staff list just now');
  expect(talk.memory).toMatchObject({ draft: { guests: [] } });
});
