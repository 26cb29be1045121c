import { describe, expect, test } from '@jest/globals';
import { checkedId, tickId } from '../../bot/cards/view.ts';
import { Memory } from '../../bot/conversation/conversation.ts';
import { Reference } from '../../bot/meetings/ask.ts';
import type { Decision } from '../../bot/policy/decision.ts';
import { known } from '../../bot/policy/fact.ts';
import {
  allowed,
  asks,
  authorises,
  cards,
  chatAfter,
  gist,
  guests,
  readable,
  refused,
  type School,
  wordsOf,
} from './chat.ts';

/** What policy may answer, and what becomes of it on the review card. */

const line = 'TAC for AB Y4 about attendance with Tom Birch, Tuesday week 3.15pm, 45 mins';
const reviewed = (school: Partial<School>) => chatAfter([line, guests], school);
const addresses = { [checkedId]: 'by phone' };
const contact = { [tickId('contact is safe')]: 'true' };
const unticked = { [checkedId]: '', [tickId('contact is safe')]: 'false' };

const scheduled = (talk: ReturnType<typeof chatAfter>) => talk.intents.filter((intent) => intent.do === 'schedule');

describe('when policy asks the host something', () => {
  test('each question is one tap with its clause beneath', () => {
    const shown = chatAfter([line], { decision: asks }).said(guests);
    expect(gist(shown)).toBe('Please check before it is sent');
    const words = readable(shown);
    expect(words).toContain('Please tick what you can say yes to');
    for (const said of [
      'How was each new address checked?',
      'visitors-2.1 A new address is checked before anything is sent to it.',
      'Is it safe to write to this family?',
      'visitors-2.2 Families choose how they are written to.',
    ])
      expect(words).toContain(said);
    expect(JSON.stringify(cards(shown)).match(/Input\.Toggle/g)).toHaveLength(1);
    expect(JSON.stringify(cards(shown)).match(/Input\.ChoiceSet/g)).toHaveLength(1);
  });

  test('Send without a tick shows the same card and says which is missing', () => {
    const talk = reviewed({ decision: asks });
    const before = talk.memory;
    const shown = talk.tapped('send', { ...unticked, ...addresses });
    expect(gist(shown)).toContain('Please tick what is not ticked yet');
    expect(gist(shown)).toContain('Is it safe to write to this family?');
    expect(gist(shown)).not.toContain('How was each new address checked?');
    expect(talk.memory).toEqual(before);
    // What was answered stays answered.
    expect(shown).toMatchObject([{ view: { ticked: [], checked: 'by phone' } }]);
    expect(scheduled(talk)).toEqual([]);
  });

  test('“send” typed answers nothing', () => {
    const talk = reviewed({ decision: asks });
    const said = gist(talk.said('send'));
    expect(said).toContain('Please choose how the new addresses were checked.');
    expect(said).toContain('Please tick what is not ticked yet');
    expect(scheduled(talk)).toEqual([]);
  });

  test('all ticked, policy decides afresh, and what was ticked stands in the request that is sent', () => {
    const talk = reviewed({ decision: asks });
    expect(gist(talk.tapped('send', { ...addresses, ...contact }))).toBe('I am arranging it');
    expect(talk.intents.map((intent) => intent.do).slice(-3)).toEqual(['review', 'review', 'schedule']);
    expect(scheduled(talk)).toMatchObject([{ ask: { confirmed: ['addresses checked', 'contact is safe'] } }]);
  });

  test('how the addresses were checked is kept beside each guest whose address is new, and beside nobody else', () => {
    const talk = reviewed({ decision: asks, newAddresses: ['sam.dean@health.example.net'] });
    talk.tapped('send', { ...contact, [checkedId]: 'in person' });
    const [sent] = scheduled(talk);
    expect(sent?.ask).toMatchObject({ guests: [{ name: 'Jo Brown' }, { name: 'Sam Dean', checked: 'in person' }] });
    expect(sent?.ask && 'guests' in sent.ask && sent.ask.guests[0]).not.toHaveProperty('checked');
  });

  test.each<[what: string, answer: unknown]>([
    ['nothing', ''],
    ['a way that is none of ours', 'by owl'],
    ['two ways at once', ['by phone', 'in person']],
    ['no text at all', { way: 'by phone' }],
    ['only the tick of before', undefined],
  ])(
    'asked how the addresses were checked and answered with %s, it asks once more and keeps the review',
    (_, answer) => {
      const talk = reviewed({ decision: asks });
      const before = talk.memory;
      const shown = talk.tapped('send', { ...contact, [checkedId]: answer, [tickId('addresses checked')]: 'true' });
      expect(gist(shown)).toContain('Please choose how the new addresses were checked. Nothing else has changed.');
      expect(shown).toMatchObject([{ view: { ticked: expect.arrayContaining(['contact is safe']), checked: null } }]);
      expect(talk.memory).toEqual(before);
      expect(scheduled(talk)).toEqual([]);
    },
  );

  test('a TAC stays one message and six answers, and how the addresses were checked is one tap more', () => {
    const onlyHow = (ask: Parameters<typeof asks>[0]): Decision => {
      const asked = asks(ask);
      const how = asked.questions.filter((one) => one.asks === 'addresses checked');
      return how.length === 0 ? allowed : { ...asked, questions: how };
    };
    const talk = chatAfter(['TAC'], { decision: onlyHow });
    const answers = ['AB Y4', 'Attendance', 'Tom Birch', '45', 'Tuesday week 3.15pm', guests];
    expect(answers).toHaveLength(6);
    const [review] = answers.map((answer) => talk.said(answer)).slice(-1);
    expect(gist(review ?? [])).toBe('Please check before it is sent');
    expect(gist(talk.tapped('send', addresses))).toBe('I am arranging it');
  });

  test('the card says whose addresses are new', () => {
    const shown = readable(chatAfter([line], { decision: asks }).said(guests));
    expect(shown).toContain('New here: Jo Brown and Sam Dean.');
  });

  test('a review remembered before this was asked is shown again with the question, and goes on from there', () => {
    const talk = reviewed({ decision: asks });
    const before = Memory.parse({ ...talk.memory, newAddresses: undefined });
    expect(before).toMatchObject({ state: 'reviewing', newAddresses: [] });
  });

  test('a tick that nobody asked for counts for nothing', () => {
    const talk = reviewed({ decision: allowed });
    talk.tapped('send', { ...addresses, [tickId('rehearsed')]: 'true' });
    expect(scheduled(talk)).toMatchObject([{ ask: { confirmed: [] } }]);
    expect(JSON.stringify(scheduled(talk))).not.toContain('by phone');
  });

  test('a changed answer has it all asked again', () => {
    const talk = reviewed({ decision: asks });
    talk.tapped('send', addresses);
    talk.said('change guests');
    talk.said('Sam Dean, school nurse, Community Health, sam.dean@health.example.net');
    expect(talk.memory).toMatchObject({ state: 'reviewing', ask: { confirmed: [] } });
    expect(gist(talk.tapped('send', unticked))).toContain('Please choose how the new addresses were checked.');
  });

  test('what the card did not show is shown before it is sent', () => {
    const further = (ask: Parameters<typeof asks>[0]): Decision =>
      ask.confirmed.length === 0 ? asks(ask) : authorises;
    const talk = reviewed({ decision: further });
    expect(gist(talk.tapped('send', { ...addresses, ...contact }))).toBe('Somebody else has to say yes first');
    expect(scheduled(talk)).toEqual([]);
  });

  test('what refuses afterwards is a refusal', () => {
    const talk = reviewed({ decision: (ask) => (ask.confirmed.length === 0 ? asks(ask) : refused) });
    expect(gist(talk.tapped('send', { ...addresses, ...contact }))).toBe('This cannot be sent as it stands');
    expect(scheduled(talk)).toEqual([]);
  });

  test('ticks and an authorisation stand on one card, and one press does for both', () => {
    const both = (ask: Parameters<typeof asks>[0]): Decision =>
      asks(ask).verdict === 'ask'
        ? { ...asks(ask), authorisedBy: ['slt'], authorisedBecause: authorises.authorisedBecause }
        : authorises;
    const talk = reviewed({ decision: both, opened: { how: 'waiting', approvers: ['Ruth Adeyemi'] } });
    expect(readable(talk.said('?!'))).toContain('Ask for authorisation');
    expect(readable(talk.said('?!'))).toContain('visitors-3.1 The senior leadership team agrees');
    expect(gist(talk.tapped('send', { ...addresses, ...contact }))).toBe('I have asked for authorisation');
  });
});

describe('when somebody else has to say yes', () => {
  test('the card says who and why, and its button asks them', () => {
    const shown = chatAfter([line], { decision: authorises }).said(guests);
    expect(gist(shown)).toBe('Somebody else has to say yes first');
    const words = readable(shown);
    expect(words).toContain('This needs a yes from the senior leadership team.');
    expect(words).toContain('visitors-3.1 The senior leadership team agrees to every meeting with outsiders.');
    expect(wordsOf(cards(shown))).toContain('Ask for authorisation');
    expect(wordsOf(cards(shown))).not.toContain('Send');
  });

  test('one from each group, where it needs more than one', () => {
    const shown = chatAfter([line], { decision: { ...authorises, authorisedBy: ['head', 'dpo'] } }).said(guests);
    expect(readable(shown)).toContain('This needs a yes from the head and the data protection officer, one from each.');
  });

  test('what was sent waits, and the host reads whom it waits for', () => {
    const opened = { how: 'waiting', approvers: ['Ruth Adeyemi', 'Owen Pryce'] } as const;
    const talk = reviewed({ decision: authorises, opened });
    const words = readable(talk.tapped('send'));
    expect(words).toContain('I have asked for authorisation');
    expect(words).toContain('It waits for the senior leadership team. I have asked Ruth Adeyemi and Owen Pryce.');
    expect(words).toContain('Nothing exists in Teams yet and nobody is invited.');
  });

  test('nobody is named who could not be looked up', () => {
    const talk = reviewed({ decision: authorises, opened: { how: 'waiting', approvers: [] } });
    expect(readable(talk.said('send'))).toContain('It waits for the senior leadership team.');
  });

  test('“my meetings” lets the host withdraw what waits, and nothing else', () => {
    const talk = reviewed({ decision: authorises });
    const ask = talk.memory.state === 'reviewing' ? talk.memory.ask : null;
    if (ask === null) throw new Error('the review was not reached');
    const row = (reference: string, status: 'waiting' | 'arranged') => ({
      reference: Reference.parse(reference),
      status,
      ask,
    });
    talk.meanwhile({
      mine: known({ lines: [row('TAC-7K2M9QXV', 'waiting'), row('TAC-7K2M9QXW', 'arranged')], unreadable: 0 }),
    });
    const words = readable(talk.said('my meetings'));
    expect(words).toContain('Waits for authorisation · TAC-7K2M9QXV');
    expect(words).toContain('Withdraw TAC-7K2M9QXV');
    expect(words).not.toContain('Withdraw TAC-7K2M9QXW');
  });
});

test('a refusal says why, and what would be allowed', () => {
  const words = readable(chatAfter([line], { decision: refused }).said(guests));
  expect(words).toContain('A week’s notice is needed.');
  expect(words).toContain('What would be allowed');
  expect(words).toContain('The same meeting a week from today or later.');
});

test('what was refused is looked at again on one tap', () => {
  const talk = reviewed({ decision: refused });
  expect(gist(talk.tapped('back'))).toBe('This cannot be sent as it stands');
  talk.meanwhile({ decision: allowed });
  expect(gist(talk.tapped('back'))).toBe('Please check before it is sent');
});

test('what was set aside is said, with its clause', () => {
  const notice = { id: 'visitors-1.3', says: 'A week’s notice is needed.' };
  const setAside: Decision['setAside'] = [{ rule: 'test/notice', why: 'urgent', because: [notice] }];
  const words = readable(chatAfter([line], { decision: { ...allowed, setAside } }).said(guests));
  expect(words).toContain('Set aside because it is urgent; it will be looked at afterwards:');
  expect(words).toContain('visitors-1.3 A week’s notice is needed.');
});
