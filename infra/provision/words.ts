import type { Plan, Step } from './plan.ts';
import { roleGroups } from './role-groups.ts';
import { groupSettings } from './settings.ts';

/** A step as whoever runs it reads it, before it is taken and after. */
export function sentenceOf(step: Step): string {
  switch (step.do) {
    case 'grant permission':
      return `Grant the app ${step.permission.name}. ${step.permission.why}`;
    case 'let into the site':
      return 'Let the app into the site, to read and write rows.';
    case 'raise the site’s grant':
      return `Let the app write rows on the site, where it may ${step.grant.roles.join(', ') || 'nothing'} now.`;
    case 'make list':
      return `Make the list ${step.list.name}, with ${step.list.columns.length} columns, ${step.list.columns.filter(({ indexed }) => indexed).length} of them indexed.`;
    case 'add column':
      return `Add the column ${step.column.name} to ${step.list}.`;
    case 'change column':
      return `Give the column ${step.column.name} of ${step.list} ${step.says}.`;
    case 'make group':
      return `Make the group “${roleGroups[step.role].displayName}”, empty, and name it as ${groupSettings[step.role]}.`;
    case 'write settings':
      return `Write to the settings file: ${Object.keys(step.values).join(', ')}.`;
  }
}

/** @param mode whether the steps are yet to be taken, or none were */
export function planSays({ steps, troubles }: Plan, mode: 'dry run' | 'afterwards'): string {
  const todo = steps.map((step, index) => `  ${index + 1}. ${sentenceOf(step)}`);
  const head = steps.length === 0 ? 'Nothing is to be made or changed.' : 'This would be done:';
  return [
    ...(mode === 'dry run' ? [head, ...todo] : []),
    ...(troubles.length === 0
      ? []
      : ['For a person to decide; none of it is touched:', ...troubles.map((one) => `  - ${one}`)]),
  ].join('\n');
}
