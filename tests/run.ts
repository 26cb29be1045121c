import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startStorage } from '../infra/azurite.ts';
import { chromium } from './browser/chromium.ts';

// `npm test`: finds or installs the browser, builds the pages the tests open, starts one storage emulator for all test files
// (starting one takes longer than most files), runs jest, and closes with one plain line.
const root = resolve(import.meta.dirname, '..');
const run = (program: string, words: string[], environment: Record<string, string> = {}) =>
  spawnSync(program, words, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } }).status ?? 1;

const browser = chromium();
if (run('npm', ['run', '--silent', 'build']) !== 0) process.exit(1);

const report = join(mkdtempSync(join(tmpdir(), 'chaperone-')), 'jest.json');
const words = ['--config', '.config/jest.js', '--json', '--outputFile', report, ...process.argv.slice(2)];
const storage = await startStorage();
const status = run(
  process.execPath,
  ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', ...words],
  { CHROMIUM: browser, TEST_STORAGE_URL: storage.url },
);
await storage.stop();

// What jest wrote; if it wrote nothing, it did not get as far as a test.
const counts = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number };
console.log(`${counts.numPassedTests} passed, ${counts.numFailedTests} failed`);
process.exit(status === 0 && counts.numPassedTests > 0 ? 0 : 1);
