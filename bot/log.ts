import pino, { type Logger } from 'pino';
import { Failure } from './failure.ts';

/**
 * Structured lines on standard output. What is logged is a reference, a step and a failure's own words, none of which hold a person's name;
 * an unexpected error is logged by its kind and place and never by its message, which may quote what it choked on.
 */
export function openLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: placeOf, failure: placeOf },
  });
}

function placeOf(error: unknown): unknown {
  if (error instanceof Failure) return error.message;
  if (!Error.isError(error)) return typeof error === 'string' ? error : 'something that is no error';
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { kind: error.name, at: frames.slice(0, 5).map((line) => line.trim()) };
}
