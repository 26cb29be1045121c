import { expect, test } from '@jest/globals';
import { bill } from '../../infra/dependencies/bill.ts';
import { manifest } from '../../infra/dependencies/imports.ts';
import { shipping } from '../../infra/dependencies/lock.ts';

/** The bill of materials that `npm run build` writes to dist/sbom.json. */

const made = bill();

test('it is CycloneDX, of the product, and names every package that ships, by version', () => {
  expect(made).toMatchObject({
    bomFormat: 'CycloneDX',
    metadata: { component: { name: 'chaperone', type: 'application' } },
  });
  const names = made.components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(manifest().dependencies)));
  // Used by the server, and by a tool for development as well.
  expect(names).toEqual(expect.arrayContaining(['axios', 'debug', '@azure/core-auth']));
  expect(names).not.toContain('jest');
  const ships = shipping().flatMap(({ location, name, version }) => (location === '' ? [] : [`${name}@${version}`]));
  expect(made.components.map((one) => one['bom-ref'])).toEqual([...new Set(ships)].toSorted());
});

test('the same lock gives the same bill, to the letter', () => {
  expect(JSON.stringify(bill())).toBe(JSON.stringify(made));
  expect(JSON.stringify(made)).not.toMatch(/timestamp|serialNumber/);
});
