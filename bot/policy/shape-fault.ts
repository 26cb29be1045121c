import type { z } from 'zod';

/** What is wrong with the shape of a file, in words for whoever keeps it; zod's own are for programmers. Pure. */

type Issue = z.core.$ZodIssue;

/**
 * @param value the whole file, as read
 * @returns where each fault stands and a sentence about it; never more of the file's text than the word that is wrong
 */
export function shapeFaults(error: z.ZodError, value: unknown) {
  return error.issues.map(nearest).map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    const place = placeOf(issue.path, value);
    const what = `${sentenceOf(issue, at(issue.path, value))}.`;
    return { path, says: place === '' ? what.replace(/^./, (first) => first.toUpperCase()) : `In ${place}: ${what}` };
  });
}

// Of the shapes something might have had, the one that it came closest to tells the most.
function nearest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const inside = issue.errors.flat().toSorted((a, b) => b.path.length - a.path.length)[0];
  return inside === undefined ? issue : nearest({ ...inside, path: [...issue.path, ...inside.path] });
}

function sentenceOf(issue: Issue, value: unknown): string {
  const scalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  const word = scalar ? `“${String(value)}”` : 'this';
  if (issue.code === 'unrecognized_keys') return `I do not know the word “${issue.keys.join('”, “')}”`;
  if (value === undefined) return 'it is missing';
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'is') return `there is no predicate called ${word}`;
  if ('options' in issue && Array.isArray(issue.options)) return `${word} is none of ${issue.options.join(', ')}`;
  if (issue.code === 'invalid_value') return `${word} is none of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_type') return `it should be ${names[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_key')
    return `“${String(issue.path.at(-1))}” is not ${issue.issues[0]?.message ?? 'a name'}`;
  if (issue.code === 'invalid_format') return `${word} is not ${issue.message}`;
  return issue.message;
}

const names: Record<string, string> = {
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'names with values',
  record: 'names with values',
  number: 'a number',
  int: 'a whole number',
};

// A rule is found by its id sooner than by its number.
function placeOf(path: readonly PropertyKey[], value: unknown): string {
  const steps = path.map((key, index) => {
    if (typeof key !== 'number') return String(key);
    const id = at([...path.slice(0, index + 1), 'id'], value);
    return typeof id === 'string' ? id : `number ${key + 1}`;
  });
  // `when: foo` has no `is` that anybody wrote.
  return steps.join(', ').replace(/, when, is$/, ', when');
}

function at(path: readonly PropertyKey[], value: unknown): unknown {
  return path.reduce<unknown>((inside, key) => {
    if (typeof inside !== 'object' || inside === null) return key === 'is' ? inside : undefined;
    return Object.getOwnPropertyDescriptor(inside, key)?.value;
  }, value);
}
