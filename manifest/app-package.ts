import { strToU8, zipSync } from 'fflate';
import { drawIcons } from './icons.ts';
import { files, inWelsh, manifestFor } from './manifest.ts';
import type { PackageSettings } from './settings.ts';
import { faultsOf } from './validate.ts';

// A zip keeps the time of each file as a clock on the wall shows it, wherever the wall is.
const noTime = new Date(1980, 0, 1, 12);

/**
 * The app's package: what an administrator uploads to Teams.
 * @returns the zip; the same settings and version make the same bytes on every machine
 * @throws Error with every line that Teams' schemas refuse
 */
export async function appPackage(settings: PackageSettings, version: string): Promise<Uint8Array> {
  const manifest = manifestFor(settings, version);
  const language = inWelsh(manifest);
  const faults = [
    ...faultsOf('manifest', manifest).map((fault) => `${files.manifest} ${fault}`),
    ...faultsOf('language', language).map((fault) => `${files.welsh} ${fault}`),
  ];
  if (faults.length > 0)
    throw new Error(`Teams would not take this:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  const { color, outline } = await drawIcons();
  const contents: readonly [string, Uint8Array][] = [
    [files.manifest, asJson(manifest)],
    [files.color, color],
    [files.outline, outline],
    [files.welsh, asJson(language)],
  ];
  const inOrder = contents.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return zipSync(Object.fromEntries(inOrder), { mtime: noTime, level: 9 });
}

const asJson = (content: object): Uint8Array => strToU8(`${JSON.stringify(content, null, 2)}\n`);
