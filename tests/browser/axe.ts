import axe from 'axe-core';
import type { Frame } from 'playwright-core';
import { z } from 'zod';

/**
 * What axe finds wrong with a page as it stands, in words.
 * @param without rules that do not concern it, by axe's names
 */
export async function violations(frame: Frame, without: readonly string[] = []): Promise<string[]> {
  // As a string: the tab's own policy lets no foreign script in.
  await frame.evaluate(axe.source);
  // Fluent’s focus keeper, tabster, puts unseen stops around menus that axe takes for content; nobody can rest on them.
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const options = JSON.stringify({ resultTypes: ['violations'], iframes: false, rules });
  const run = `axe.run({ exclude: ['[data-tabster-dummy]'] }, ${options})`;
  const found = Findings.parse(await frame.evaluate(run));
  return found.violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

const Findings = z.object({
  violations: z.array(z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});
