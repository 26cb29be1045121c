/**
 * Whether a fetch failed because nobody answered: no connection (Node's fetch throws a TypeError for it), or not in time.
 * By name, since an error of another realm is no instance of ours.
 */
export function isNoAnswer(fault: unknown): boolean {
  if (typeof fault !== 'object' || fault === null || !('name' in fault)) return false;
  return fault.name === 'TypeError' || fault.name === 'TimeoutError';
}
