import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The parts of a school on this machine as child processes: each gets its settings from the environment and nothing else. */

export type Part = {
  readonly name: string;
  readonly child: ChildProcess;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
};

// Of a heap that may grow to gigabytes V8 collects only when it pleases; what is alive in any part is well under 100 MB.
const lean = ['--max-old-space-size=256'];

const root = resolve(import.meta.dirname, '..');

// Half of what a part takes to start is compiling: what one has compiled the next need not.
const compiled = { NODE_COMPILE_CACHE: resolve(root, 'node_modules', '.cache', 'compiled') };

/**
 * Starts one of the repository's programs under this Node.
 * @param program path from the repository's root
 * @param settings on top of the environment of this process
 * @param output `hidden` keeps its standard output back; what it complains of is always shown
 */
export function startPart(
  name: string,
  program: string,
  settings: Record<string, string | undefined> = {},
  output: 'shown' | 'hidden' = 'shown',
): Part {
  const child = spawn(process.execPath, [...lean, program], {
    cwd: root,
    env: { ...compiled, ...process.env, ...settings },
    stdio: ['ignore', output === 'shown' ? 'inherit' : 'ignore', 'inherit'],
  });
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return { name, child, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/**
 * Waits until something answers at this address with a status below 500.
 * @throws Error naming the part when it has ended, or has not answered within so many seconds
 */
export async function answering(part: Part, url: string, seconds = 30): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    if (part.child.exitCode !== null) throw new Error(`${part.name} ended before it answered at ${url}`);
    if (await answers(url)) return;
    await wait(50);
  }
  throw new Error(`${part.name} did not answer at ${url} within ${seconds} seconds`);
}

/** Whether something answers there now, whatever it says, unless it says that it is broken. */
export async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).status < 500;
  } catch {
    return false;
  }
}
