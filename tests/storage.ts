import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Azure Storage on this machine: the emulator, in memory, as a child process. */
export type Storage = { readonly url: string; readonly key: string; stop(): Promise<void> };

// The emulator's one well-known account; published by Microsoft, no secret.
const account = 'devstoreaccount1';
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const program = resolve(import.meta.dirname, '..', 'node_modules', 'azurite', 'dist', 'src', 'blob', 'main.js');

export async function startStorage(port?: number): Promise<Storage> {
  const taken = port ?? (await freePort());
  const child = spawn(
    process.execPath,
    [program, '--silent', '--disableTelemetry', '--skipApiVersionCheck', '--inMemoryPersistence', '--blobPort', String(taken)],
    { stdio: 'ignore' },
  );
  await answering(`http://127.0.0.1:${taken}/`, child);
  return { url: `http://127.0.0.1:${taken}/${account}`, key, stop: () => ended(child) };
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await wait(50);
  }
  throw new Error('the storage emulator did not come up');
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  return gone;
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      server.close(() => (at && typeof at === 'object' ? found(at.port) : failed(new Error('no port'))));
    });
  });
}
