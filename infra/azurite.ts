import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Azure Storage on this machine: Microsoft's emulator as a child process. */
export type Storage = { readonly url: string; readonly key: string; stop(): Promise<void> };

// The emulator's one well-known account; published by Microsoft, no secret.
export const emulator = {
  account: 'devstoreaccount1',
  key: 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
} as const;
// It asks 169.254.169.254 and a telemetry host unless told not to, and refuses the newer SDK's API version unless told not to.
const program = resolve(import.meta.dirname, '..', 'node_modules', 'azurite', 'dist', 'src', 'blob', 'main.js');

/**
 * Starts it and waits until it answers.
 * @param place the port (any free one if left out), the folder it keeps its blobs in (only in memory if left out), and the PEM files
 * of a certificate and its key: then it speaks https, and takes the tokens of identities too
 */
export async function startStorage(
  place: { port?: number; folder?: string; tls?: { certificate: string; key: string } } = {},
): Promise<Storage> {
  const taken = place.port ?? (await freePort());
  const keeping = place.folder === undefined ? ['--inMemoryPersistence'] : ['--location', place.folder];
  const secured = place.tls ? ['--oauth', 'basic', '--cert', place.tls.certificate, '--key', place.tls.key] : [];
  const child = spawn(
    process.execPath,
    [
      program,
      '--silent',
      '--disableTelemetry',
      '--skipApiVersionCheck',
      '--blobPort',
      String(taken),
      ...keeping,
      ...secured,
    ],
    { stdio: 'ignore' },
  );
  await answering(taken, child);
  const url = `${place.tls ? 'https' : 'http'}://127.0.0.1:${taken}/${emulator.account}`;
  return { url, key: emulator.key, stop: () => ended(child) };
}

async function answering(port: number, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const socket = connect(port, '127.0.0.1');
    const answered = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (answered) return;
    await wait(50);
  }
  throw new Error('the storage emulator did not come up');
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  const gone = once(child, 'exit').then(() => undefined);
  child.kill('SIGTERM');
  return gone;
}

/** A port nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  server.close();
  await once(server, 'close');
  if (at === null || typeof at === 'string') throw new Error('there is no free port');
  return at.port;
}
