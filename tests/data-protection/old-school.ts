import { createIdentity, tokenFor } from '../../bot/graph/entra.ts';
import type { Graph } from '../../bot/graph/graph.ts';
import { openGraph } from '../../bot/graph/graph.ts';
import { PersonId, Reference } from '../../bot/meetings/ask.ts';
import type { Entry } from '../../bot/register/entry.ts';
import { LineName } from '../../bot/register/kept.ts';
import type { Register } from '../../bot/register/register.ts';
import { openRegister } from '../../bot/register/sharepoint.ts';
import { meeting } from '../api/school.ts';
import { wordingOf } from '../meetings/wording.ts';
import { idOf, type Site } from '../school.ts';

/** A register in which the time of some meetings is over: parent meetings of 2019 and a few that have to stay. */

export const now = () => new Date('2026-11-22T12:00:00Z');
export const { retention } = wordingOf().school;
export const grace = { id: PersonId.parse(idOf('Grace Tan')), name: 'Grace Tan', roles: new Set(['dpo'] as const) };
export const leila = {
  id: PersonId.parse(idOf('Leila Haddad')),
  name: 'Leila Haddad',
  roles: new Set(['dsl'] as const),
};

export const of2018 = { kind: 'parent', schoolYear: 2018 } as const;

const parent = (reference: string, start: string, more: Partial<Parameters<typeof meeting>[0]> = {}): Entry =>
  meeting({ reference, start, host: 'senco', secondAdult: 'teacher', ...more, ask: { kind: 'parent', ...more.ask } });

export const due = [
  parent('PAR-00000001', '2018-11-06T15:15:00Z'),
  parent('PAR-00000002', '2019-03-05T15:15:00Z', { status: 'not arranged' }),
  parent('PAR-00000003', '2019-07-01T15:15:00Z', { status: 'called off' }),
];
export const staying = [
  parent('PAR-00000004', '2019-03-12T15:15:00Z', { status: 'arranging' }),
  parent('PAR-00000005', '2019-11-05T15:15:00Z'),
  parent('PAR-00000006', '2026-11-24T15:15:00Z'),
  meeting({ reference: 'TAC-00000007', start: '2018-11-07T15:15:00Z', host: 'senco', secondAdult: 'teacher' }),
];

/** Rows in every list, as meetings leave them. */
export async function fill(register: Register): Promise<void> {
  const by = PersonId.parse(idOf('Maya Okafor'));
  for (const entry of [...due, ...staying]) {
    const { reference } = entry;
    const at = new Date(entry.ask.start);
    await register.open(entry);
    await register.note(reference, 'asked', by, at);
    await register.note(reference, 'sealed', 'chaperone', at);
    await register.keep(reference, [answer], by, at);
    await register.state({
      reference,
      number: 1,
      agreement: 'take part',
      says: 'given',
      guest: { key: 'a'.repeat(64), number: 1, name: 'Rosa Bell' },
      how: 'by email',
      on: '2018-11-01',
      by: { id: by, name: 'Maya Okafor' },
      at: '2018-11-01T10:00:00Z',
    });
    const access = { event: 'opened', reference, by: { id: by, name: 'Maya Okafor' }, reason: '', detail: '' } as const;
    await register.noteAccess({ ...access, id: `opened/${reference}`, at });
  }
}

const answer = {
  line: LineName.parse('a-pack/a-line'),
  moment: 'after',
  asked: 'Was everybody there?',
  answer: 'yes',
} as const;

/** The register as a process has it that is killed in the call of this number: what was asked is done, and nobody hears of it. */
export function dyingRegister({ config, secrets }: Site, call: number): { register: Register; died: () => boolean } {
  const settings = { graphUrl: config.graphUrl, retryMilliseconds: 5, patienceMilliseconds: 5_000 };
  const token = tokenFor(createIdentity(config, secrets), 'https://graph.microsoft.com/.default');
  const graph = openGraph(settings, token);
  let calls = 0;
  let died = false;
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    if (died) throw new Error('killed');
    const answer = await work();
    calls += 1;
    died ||= calls > call;
    if (died) throw new Error('killed');
    return answer;
  };
  const dying: Graph = {
    ...graph,
    read: (...asked) => counted(() => graph.read(...asked)),
    write: (...asked) => counted(() => graph.write(...asked)),
  };
  return { register: openRegister(dying, config.siteId), died: () => died };
}

export const referenceOf = (text: string) => Reference.parse(text);
