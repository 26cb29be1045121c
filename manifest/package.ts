import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { appPackage } from './app-package.ts';
import { readPackageSettings } from './settings.ts';
import { version } from './version.ts';

/** `npm run package -- --env <settings file>`: the app's package for one environment, into `dist/package/`. `--check` writes nothing. */

const root = resolve(import.meta.dirname, '..');

/** Nothing but the file counts: what else is in this terminal's environment must not change a package. */
async function packageFor(file: string): Promise<Uint8Array> {
  return appPackage(readPackageSettings(parseEnv(readFileSync(file, 'utf8'))), version);
}

/** `infra/local.env` and `env/.env.local` are of the environment `local`, and so is `.azure/local/.env`. */
const environmentOf = (file: string): string =>
  basename(file).replace(/^\.env\.?|\.env$/, '') || basename(dirname(resolve(file)));

function write(file: string, bytes: Uint8Array): string {
  const folder = join(root, 'dist', 'package');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `chaperone-${environmentOf(file)}.zip`);
  writeFileSync(path, bytes);
  const sum = createHash('sha256').update(bytes).digest('hex');
  return `${relative(process.cwd(), path)}: Chaperone ${version}, ${bytes.length} bytes, sha256 ${sum}\nUpload it in the Teams admin centre: Teams apps, Manage apps, Upload new app.`;
}

const { values } = parseArgs({ options: { env: { type: 'string', multiple: true }, check: { type: 'boolean' } } });
const named = values.env ?? [];
if (named.length === 0) {
  process.stderr.write('Which environment? npm run package -- --env <its settings file>\n');
  process.exitCode = 1;
}
for (const file of named) {
  try {
    const bytes = await packageFor(file);
    if (values.check !== true) process.stdout.write(`${write(file, bytes)}\n`);
  } catch (error) {
    process.stderr.write(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
