import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { appPackage } from '../../manifest/app-package.ts';
import { readPackageSettings } from '../../manifest/settings.ts';
import { environments, example } from './environments.ts';

/** What an administrator uploads. */

const root = resolve(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'chaperone-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const settings = readPackageSettings(example);

test.each(environments)('for %s it holds the manifest, two icons and the Welsh, and nothing else', async (_, its) => {
  const held = unzipSync(await appPackage(its, '1.2.3'));
  expect(Object.keys(held)).toEqual(['color.png', 'cy-gb.json', 'manifest.json', 'outline.png']);
  const manifest = z
    .looseObject({
      id: z.string(),
      version: z.string(),
      icons: z.record(z.string(), z.string()),
      localizationInfo: z.looseObject({ additionalLanguages: z.array(z.looseObject({ file: z.string() })) }),
    })
    .parse(JSON.parse(strFromU8(held['manifest.json'] ?? new Uint8Array())));
  expect(manifest).toMatchObject({ id: its.appId, version: '1.2.3' });
  const named = [
    ...Object.values(manifest.icons),
    ...manifest.localizationInfo.additionalLanguages.map(({ file }) => file),
  ];
  expect(named.toSorted()).toEqual(['color.png', 'cy-gb.json', 'outline.png']);
});

test('the same settings make the same bytes, on whatever clock', async () => {
  const script = `
    import { createHash } from 'node:crypto';
    import { appPackage } from './manifest/app-package.ts';
    const settings = JSON.parse(process.env.SETTINGS);
    process.stdout.write(createHash('sha256').update(await appPackage(settings, '1.2.3')).digest('hex'));`;
  const made = ['Pacific/Auckland', 'America/Los_Angeles'].map((zone) => {
    const environment = { ...process.env, TZ: zone, SETTINGS: JSON.stringify(settings), NODE_OPTIONS: '' };
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, env: environment });
    return run.stdout.toString();
  });
  const here = createHash('sha256')
    .update(await appPackage(settings, '1.2.3'))
    .digest('hex');
  expect(made).toEqual([here, here]);
});

test('another environment makes another package', async () => {
  const other = readPackageSettings({ ...example, APP_NAME: 'Chaperone (test)' });
  expect(Buffer.compare(await appPackage(settings, '1.2.3'), await appPackage(other, '1.2.3'))).not.toBe(0);
});

test('what Teams would not take is not packed', async () => {
  const wrong = { ...settings, name: 'x'.repeat(31) };
  await expect(appPackage(wrong, '1.2.3')).rejects.toThrow('manifest.json /name/short');
});

const run = (...words: string[]) => {
  const done = spawnSync(process.execPath, ['manifest/package.ts', '--check', ...words], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { status: done.status, says: done.stderr.toString() };
};

test('the command names the file and the setting that is wrong, and fails', () => {
  const file = join(folder, 'wrong.env');
  writeFileSync(
    file,
    Object.entries({ ...example, APP_ID: 'nonsense' })
      .map((pair) => pair.join('='))
      .join('\n'),
  );
  const { status, says } = run('--env', file);
  expect(status).toBe(1);
  expect(says).toContain(`${file}: These settings are missing or wrong:\n  APP_ID: a GUID`);
  expect(says).not.toContain('nonsense');
});

test('the command asks which environment when none is named', () => {
  const { status, says } = run();
  expect([status, says]).toEqual([1, 'Which environment? npm run package -- --env <its settings file>\n']);
});

test('both environments of this repository pass its check', () => {
  expect(run('--env', 'infra/local.env', '--env', 'manifest/example.env')).toEqual({ status: 0, says: '' });
});
