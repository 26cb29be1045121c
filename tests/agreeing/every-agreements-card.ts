import { standings } from '../../bot/agreeing/ledger.ts';
import { type AgreementsView, agreementsCard } from '../../bot/cards/agreements-card.ts';
import type { AdaptiveCardJson } from '../../bot/cards/elements.ts';
import { type RecordingView, recordingCard } from '../../bot/cards/recording-card.ts';
import { Guest } from '../../bot/meetings/ask.ts';
import { agreements } from '../../bot/register/agreements.ts';
import { anAsk } from '../an-ask.ts';
import { aMeeting, maya, told } from './an-agreement.ts';

const tabUrl = 'https://teams.example.org/register';

/**
 * Every card about agreements, and every state it can show.
 * @param text stands wherever somebody's words do, and in every name, role and agency
 */
export function everyAgreementsCard(text: string): readonly (readonly [name: string, card: AdaptiveCardJson])[] {
  const short = text.slice(0, 60).trim();
  const guests = (how: number) =>
    Array.from({ length: how }, (_, index) => ({
      ...Guest.parse({ name: 'Jo', role: 'Mother', agency: 'Family', address: `guest${index}@example.com` }),
      name: text.repeat(80).slice(0, 80).trim(),
      role: short,
      agency: text.repeat(80).slice(0, 80).trim(),
    }));
  const view = (how: number, said: 'nothing' | 'all', rest: Partial<AgreementsView> = {}): AgreementsView => {
    const entry = aMeeting({ ask: anAsk({ childAttends: how === 2, guests: guests(how) }) });
    const by = { ...maya, name: short };
    const each = Array.from({ length: how }, (_, index) => index + 1).flatMap((guest) =>
      agreements.flatMap((agreement) => [
        { guest, agreement, by },
        ...(guest % 2 ? [{ guest, agreement, by, says: 'withdrawn' as const }] : []),
      ]),
    );
    const stands = standings(entry, said === 'all' ? told(each, entry) : []);
    return { entry, standings: stands, note: null, chosen: {}, today: '2026-11-18', tabUrl, ...rest };
  };
  const recordings = (how: number, rest: Partial<RecordingView>) => {
    const { entry, standings: stands } = view(how, 'all');
    return recordingCard({ entry, standings: stands, statements: [], chosen: {}, fault: null, refused: null, ...rest });
  };
  const recording = { purpose: text.repeat(200).slice(0, 200).trim(), deleteOn: '2027-06-01' };
  const opened = aMeeting({ ask: anAsk({ recording }) });
  const because = Array.from({ length: 12 }, () => ({ id: short.slice(0, 10), says: text.repeat(110).slice(0, 110) }));
  const fault = { is: 'fault', says: 'Please choose who said so.' } as const;
  return [
    ['agreements, none yet', agreementsCard(view(2, 'nothing'))],
    ['agreements of one', agreementsCard(view(1, 'all', { note: { is: 'done', says: 'Written down.' } }))],
    [
      'agreements',
      agreementsCard(view(2, 'all', { note: fault, chosen: { agreement: 'be recorded', on: '2026-11-17' } })),
    ],
    ['agreements of six', agreementsCard(view(6, 'all'))],
    ['recording', recordings(20, { fault: 'Please give the day on which the recording is deleted, as a date.' })],
    ['recording refused', recordings(20, { chosen: recording, refused: { because, instead: [text.slice(0, 300)] } })],
    ['recording open', recordings(1, { entry: opened })],
    ['agreements of twenty', agreementsCard(view(20, 'all'))],
  ];
}
