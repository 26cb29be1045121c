import { execFileSync, spawnSync } from 'node:child_process';

/**
 * Where Chromium is on this machine; installed from Debian's packages if it is missing and that is possible.
 * @throws Error that says what to install, when there is none and we may not install one
 */
export function chromium(): string {
  const there = process.env['CHROMIUM'] ?? found();
  if (there) return there;
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0)
    throw new Error(
      'The tests need Chromium: install it (on Debian: apt-get install chromium) or set CHROMIUM to its path.',
    );
  const quiet = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  execFileSync('apt-get', ['update', '-qq'], quiet);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
  const installed = found();
  if (!installed) throw new Error('Chromium was installed and cannot be found.');
  return installed;
}

function found(): string | undefined {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome'])
    for (const folder of (process.env['PATH'] ?? '').split(':'))
      if (spawnSync('test', ['-x', `${folder}/${name}`]).status === 0) return `${folder}/${name}`;
  return undefined;
}

/** As it must be started by root on a machine without a screen, and without asking anything of the internet. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
