import { inflateSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { drawIcons } from '../../manifest/icons.ts';

/** What is in the pictures that Teams is given, read from their bytes. */

type Picture = { readonly width: number; readonly height: number; readonly pixels: readonly Uint8Array[] };

test('the icon in colour is 192 by 192 and full to its edges', async () => {
  const { width, height, pixels } = read((await drawIcons()).color);
  expect([width, height]).toEqual([192, 192]);
  expect(pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
});

test('its drawing stays within the middle 120 by 120, so that no corner of it is cut', async () => {
  const { width, pixels } = read((await drawIcons()).color);
  const [ground] = pixels;
  const drawn = pixels.flatMap((pixel, at) =>
    Buffer.compare(pixel, ground ?? pixel) === 0 ? [] : [at % width, Math.floor(at / width)],
  );
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(36);
  expect(Math.max(...drawn)).toBeLessThan(156);
});

test('the outline is 32 by 32, white on nothing', async () => {
  const { width, height, pixels } = read((await drawIcons()).outline);
  expect([width, height]).toEqual([32, 32]);
  const seen = pixels.filter(([, , , alpha]) => alpha !== 0);
  expect(seen.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
  expect(seen.length).toBeGreaterThan(60);
  expect(pixels.length - seen.length).toBeGreaterThan(pixels.length / 2);
});

/** A PNG of eight bits each of red, green, blue and alpha, not interlaced (https://www.w3.org/TR/png-3/). */
function read(png: Uint8Array): Picture {
  const file = Buffer.from(png);
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  expect([file.toString('latin1', 1, 4), ...file.subarray(24, 29)]).toEqual(['PNG', 8, 6, 0, 0, 0]);
  const lines = unfiltered(inflateSync(Buffer.concat(dataOf(file))), width * 4);
  const pixels = Array.from({ length: width * height }, (_, at) => lines.subarray(at * 4, at * 4 + 4));
  return { width, height, pixels };
}

function dataOf(file: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12)
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      found.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  return found;
}

/** Each line says in its first byte how its bytes were made smaller: by what is left of them, above them, or both. */
function unfiltered(data: Buffer, stride: number): Uint8Array {
  const height = data.length / (stride + 1);
  const lines = new Uint8Array(height * stride);
  const byte = (row: number, column: number) => (row < 0 || column < 0 ? 0 : (lines[row * stride + column] ?? 0));
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < stride; column += 1) {
      const [left, above, both] = [byte(row, column - 4), byte(row - 1, column), byte(row - 1, column - 4)];
      const guess =
        column < 4 ? [0, 0, above, above >> 1, above] : [0, left, above, (left + above) >> 1, paeth(left, above, both)];
      const how = data[row * (stride + 1)] ?? 0;
      lines[row * stride + column] = (data[row * (stride + 1) + 1 + column] ?? 0) + (guess[how] ?? 0);
    }
  return lines;
}

function paeth(left: number, above: number, both: number): number {
  const [a, b, c] = [Math.abs(above - both), Math.abs(left - both), Math.abs(left + above - 2 * both)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : both;
}
