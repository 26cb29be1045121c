import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** The two drawings that Teams wants, made from `icons/*.svg` each time: the same bytes on every machine, so no picture has to be kept. */

let ready: Promise<void> | undefined;

/** @returns the icons as PNG: 192 by 192 in colour, 32 by 32 white on nothing */
export async function drawIcons(): Promise<{ readonly color: Uint8Array; readonly outline: Uint8Array }> {
  const engine = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  // It may be made ready only once in a process.
  ready ??= initWasm(readFileSync(engine));
  await ready;
  return { color: drawn('color.svg'), outline: drawn('outline.svg') };
}

const drawn = (file: string): Uint8Array =>
  new Resvg(readFileSync(join(import.meta.dirname, 'icons', file), 'utf8')).render().asPng();
