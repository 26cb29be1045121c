import { expect, test } from '@jest/globals';
import { dslAlertCard, outcomeCard, type Rendered } from '../../bot/cards/render.ts';
import { safeguardsInWords } from '../../bot/cards/words/review.ts';
import { allowed, chatAfter, guests, line, readable, reference, wordsOf } from '../conversation/chat.ts';

const talk = chatAfter([line, 'Attendance', 'Tom Birch', guests]);
const ask = talk.memory.state === 'reviewing' ? talk.memory.ask : null;
if (ask === null) throw new Error('the review was not reached');

const words = (rendered: Rendered) => wordsOf(rendered).join('\n');
const tabUrl = 'https://teams.example.org/register';

test.each([
  ['arranged', '', 'Arranged: the invitations have gone'],
  ['not arranged', 'The lobby could not be proved shut. Nothing was sent.', 'Not arranged: nobody was invited'],
  ['called off', 'The safeguarding lead has been told.', 'Called off'],
] as const)('tells the host that a meeting was %s, with its reference and what to do next', (status, say, title) => {
  const shown = words(outcomeCard({ reference, status, ask, say, texts: [], tabUrl }));
  expect(shown).toContain(title);
  expect(shown).toContain(reference);
  expect(shown).toContain(say);
  expect(shown).toContain('Tuesday 1 December 2026, 3.15pm to 4pm (UK time, GMT)');
});

test('the text for the family is folded away behind its button, and shown letter for letter', () => {
  const text = 'School: online meeting on Tue 1 Dec, 3.15pm. Ref TAC-01234567';
  const rendered = outcomeCard({
    reference,
    status: 'arranged',
    ask,
    say: '',
    texts: [{ to: 'Jo Brown', texts: [text] }],
    tabUrl,
  });
  const body = JSON.stringify(rendered);
  expect(body).toContain('{"type":"Action.ToggleVisibility","title":"Text for the family","targetElements":["texts"]}');
  expect(body).toContain('"type":"Container","id":"texts","isVisible":false');
  expect(words(rendered)).toContain(text);
});

test('each of the family has a text of their own, to be sent apart, with nobody’s name in it', () => {
  const texts = ['Jo Brown', 'Al Brown'].map((to) => ({ to, texts: ['School: online meeting. Ref TAC-01234567'] }));
  const shown = words(outcomeCard({ reference, status: 'arranged', ask, say: '', texts, tabUrl }));
  expect(shown).toMatch(/For Jo Brown:\nSchool: .*\nFor Al Brown:\nSchool: /);
  expect(shown).toContain('to each by itself and never to a group');
});

test('without a family there is no such button', () => {
  const shown = words(outcomeCard({ reference, status: 'arranged', ask, say: '', texts: [], tabUrl }));
  expect(shown).not.toContain('Text for the family');
});

test('the safeguarding lead hears reference, host and time, and neither the child nor a guest', () => {
  const shown = words(
    dslAlertCard({ why: 'called off', reference, host: ask.host.name, start: ask.start, minutes: ask.minutes, tabUrl }),
  );
  expect(shown).toContain(reference);
  expect(shown).toContain('Maya Okafor');
  expect(shown).toContain('Tuesday 1 December 2026, 3.15pm to 4pm (UK time, GMT)');
  expect(shown).not.toMatch(/\bAB\b|Jo Brown|Sam Dean|@/);
});

test('the review names every guest with role, agency and address, every safeguard and every clause', () => {
  const shown = readable(talk.said('?!'));
  expect(shown).toContain('Jo Brown (mum, Family), jo.brown@example.com');
  expect(shown).toContain('Sam Dean (school nurse, Community Health), sam.dean@health.example.net');
  for (const safeguard of safeguardsInWords(allowed.safeguards, ask)) expect(shown).toContain(safeguard);
  for (const { id, says } of allowed.because) expect(shown).toContain(`${id} ${says}`);
});

test('the words of a safeguard follow the safeguard', () => {
  const open = {
    ...allowed.safeguards,
    lobbyScope: 'organizationExcludingGuests',
    allowRecording: true,
    allowMeetingChat: 'limited',
  } as const;
  const said = safeguardsInWords(open, ask).join(' ');
  expect(said).toContain('Everybody without a school account waits in the lobby');
  expect(said).toContain('Recording is allowed, transcription is off.');
  expect(said).toContain('a chat only while it runs');
});
