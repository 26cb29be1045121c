import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openLog } from '../../bot/log.ts';
import type { Listening } from '../../bot/server.ts';
import { startServer } from '../../bot/start.ts';
import { schoolWith } from '../authorising/leadership.ts';
import { impatient } from '../faults/play.ts';
import { openSite, type Site } from '../school.ts';

/** A school whose server is stopped and started again under another policy. */

const ownPack = `id: ours
title: Our own pack
version: 2026-11
reviewDue: 2027-08-31
basedOn: trust-minimum
lockAfterMinutes: 5
rules:
  - id: camera-off
    clauses: [our-01]
    kinds: [tac]
    force: should
    when: always
    verdict: allow
    sets: { allowAttendeeToEnableCamera: false }
    says: Guests’ cameras are off.
prompts: []
joining: []
checklist: []
advice: []
tenant: []
notHere: []
`;

/** The settings file of a school that follows one pack, and one of its own that is stricter. */
export function stricterSchool(): string {
  const file = schoolWith('trust-minimum');
  writeFileSync(file, readFileSync(file, 'utf8').replace('ownPack: null', 'ownPack: ours.yaml'));
  writeFileSync(join(dirname(file), 'ours.yaml'), ownPack);
  writeFileSync(join(dirname(file), 'ours.clauses.yaml'), 'our-01: { is: setting, says: Guests’ cameras are off. }\n');
  return file;
}

export type Standing = Site & { readonly server: Listening };

export async function openUnder(packs: readonly string[]) {
  const site = await openSite({ SCHOOL_FILE: schoolWith(...packs), ...impatient, CLAIM_SECONDS: '5' });
  const start = async (schoolFile: string): Promise<Listening> => {
    const server = await startServer({ ...site.config, schoolFile }, site.secrets, openLog(site.config.logLevel));
    site.tenant.serveAt(server.url);
    return server;
  };
  let server = await start(site.config.schoolFile);
  return {
    ...site,
    get server() {
      return server;
    },
    /** @param schoolFile what it follows from now on */
    async restart(schoolFile: string) {
      await server.close();
      server = await start(schoolFile);
    },
    /** Another beside it, as a second instance. @returns what ends it */
    beside: (schoolFile: string) => startServer({ ...site.config, schoolFile }, site.secrets, openLog('silent')),
    async close() {
      await server.close();
      await site.close();
    },
  };
}
export type Changeable = Awaited<ReturnType<typeof openUnder>>;
