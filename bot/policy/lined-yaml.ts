import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './pack-fault.ts';
import { shapeFaults } from './shape-fault.ts';

/** Reading YAML 1.2 so that whatever is wrong with it, its shape included, is told with its line. Pure. */

type Path = readonly PropertyKey[];

/** A file that has the shape it should; `lineOf` finds where something in it stands. */
export type Lined<T> = {
  readonly file: string;
  readonly value: T;
  readonly lineOf: (path: Path) => number;
};

/** How a file is read: its text, or it throws. The process hands in the disk; this room stays pure. */
export type Read = (file: string) => string;

/** @returns the file's contents in their shape, or everything that is wrong with it */
export function readLined<S extends z.ZodType>(
  file: string,
  shape: S,
  read: Read,
): Lined<z.infer<S>> | readonly Fault[] {
  const text = textOf(file, read);
  if (text === undefined) return [{ file, line: 1, says: 'This file cannot be read.' }];
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const fault = (offset: number, says: string): Fault => ({ file, line: lines.linePos(offset).line, says });
  const unreadable = [...document.errors, ...document.warnings];
  if (unreadable.length > 0)
    return unreadable.map(({ pos, message }) => fault(pos[0], `I cannot read this as YAML: ${oneLine(message)}.`));
  // A policy is read by people, who should find everything where it stands.
  const pointers = pointersIn(document);
  if (pointers.length > 0) return pointers.map((offset) => fault(offset, 'Write this out: anchors are not read here.'));

  const value: unknown = document.toJS();
  const lineOf = (path: Path) => lines.linePos(offsetOf(document.contents, path)).line;
  const parsed = shape.safeParse(value);
  if (parsed.success) return { file, value: parsed.data, lineOf };
  return shapeFaults(parsed.error, value).map(({ path, says }) => ({ file, line: lineOf(path), says }));
}

export const isRead = <T>(lined: Lined<T> | readonly Fault[]): lined is Lined<T> => 'lineOf' in lined;

// What the disk says of it is not for whoever keeps the policy: the name of the file is.
function textOf(file: string, read: Read): string | undefined {
  try {
    return read(file);
  } catch {
    return undefined;
  }
}

const oneLine = (message: string): string => message.replace(/\s+/g, ' ').replace(/[.!]+$/, '');

function pointersIn(document: Parameters<typeof visit>[0]): number[] {
  const offsets: number[] = [];
  visit(document, { Alias: (_, alias) => void offsets.push(alias.range?.[0] ?? 0) });
  return offsets;
}

/** As far along the path as the file goes: what is missing stands where it should have been. */
function offsetOf(root: Node | null, path: Path): number {
  let [node, offset] = [root, root?.range?.[0] ?? 0];
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!isScalar(pair?.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = (pair.value as Node | null) ?? null;
    } else if (isSeq(node) && typeof step === 'number') {
      // A sequence read from a file holds nodes; only one built by hand could hold anything else.
      node = (node.items[step] as Node | undefined) ?? null;
      offset = node?.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
