/** Something in a policy file that nobody may run on. */
export type Fault = {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** One sentence for whoever keeps the file. */
  readonly says: string;
};

/**
 * The school's policy cannot be used: every fault in its files, each with its file and line.
 * Raised when the process starts, and meant to end it: half a policy is worse than none.
 */
export class PackFault extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const inOrder = faults.toSorted((a, b) => a.file.localeCompare(b.file, 'en-GB') || a.line - b.line);
    super(`The school’s policy cannot be used:\n${inOrder.map(lineOf).join('\n')}`);
    this.name = 'PackFault';
    this.faults = inOrder;
  }
}

const lineOf = ({ file, line, says }: Fault): string => `  ${file}, line ${line}: ${says}`;
