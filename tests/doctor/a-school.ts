import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { z } from 'zod';
import { openChatMemory } from '../../bot/chat-memory.ts';
import { readConfig } from '../../bot/config.ts';
import { openDoctor } from '../../bot/doctor/doctor.ts';
import type { Examination, State } from '../../bot/doctor/line.ts';
import { everyList } from '../../bot/register/lists.ts';
import { appToken } from '../../infra/demo/promises.ts';
import { wordingOf } from '../meetings/wording.ts';
import { local, openSchool } from '../school.ts';

/** A school with its server, which can be made ill and examined; well again after `recover`. */
export async function openPatient() {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  // The doctor is the only one who moves: no rounds over a register that is being taken apart.
  const school = await openSchool({
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    SWEEP_SECONDS: '3600',
    COUNT_SECONDS: '3600',
  });
  const administrator = {
    tenantId: school.config.tenantId,
    appId: local['ADMIN_APP_ID'] ?? '',
    appSecret: local['ADMIN_APP_SECRET'] ?? '',
  };
  const token = await appToken(school.tenant.url, administrator);
  const site = `${school.config.graphUrl}/sites/${school.config.siteId}`;

  /** What somebody who may do anything does at SharePoint. @returns the answer's body */
  async function atSite(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    const answer = await fetch(`${site}/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    const text = await answer.text();
    return z.record(z.string(), z.unknown()).parse(text === '' ? {} : JSON.parse(text));
  }

  return {
    ...school,
    publicUrl,
    atSite,
    /** The first day again: every list, and one row that was written twice. */
    async recover() {
      await school.control('reset', 'POST', {});
      for (const { name, description, columns } of everyList)
        await atSite('POST', 'lists', { displayName: name, description, columns, list: { template: 'genericList' } });
      const row = await atSite('POST', 'lists/Meetings/items', { fields: { Reference: `TAC-${randomUUID()}` } });
      await atSite('PATCH', `lists/Meetings/items/${String(row['id'])}/fields`, { Purpose: 'Changed once' });
    },
    /** The column of a list, as SharePoint has it. */
    async column(list: string, name: string): Promise<string> {
      const { value } = await atSite('GET', `lists/${list}/columns`);
      const columns = value as readonly { id: string; name: string }[]; // as the tenant's own tests hold it to be
      return `lists/${list}/columns/${columns.find((one) => one.name === name)?.id ?? ''}`;
    },
    /** @param settings of the doctor alone, on top of the school's */
    async examine(settings: Record<string, string | undefined> = {}): Promise<Found> {
      const { config, secrets } = readConfig({ ...school.environment, ...settings });
      const memory = openChatMemory(config, secrets);
      const { policy, school: its } = wordingOf();
      const parts = { config, secrets, policy, school: its, storage: () => memory.answers(), now: () => new Date() };
      return foundIn(await openDoctor(parts).examine());
    },
  };
}

export type Found = ReturnType<typeof foundIn>;
export const foundIn = ({ lines }: Pick<Examination, 'lines'>) => {
  const of = (state: State) => lines.filter((line) => line.state === state).map(({ id }) => id);
  return {
    lines,
    wrong: of('wrong'),
    unread: of('cannot be read'),
    byHand: of('look by hand'),
    line: (id: string) => {
      const line = lines.find((one) => one.id === id);
      if (line === undefined) throw new Error(`there is no line ${id}`);
      return line;
    },
  };
};

/** One that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
