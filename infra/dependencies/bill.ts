import { z } from 'zod';
import { billOf, shipping } from './lock.ts';

const Component = z.looseObject({ 'bom-ref': z.string(), name: z.string(), version: z.string() });
const Bill = z.looseObject({
  metadata: z.looseObject({ component: Component }),
  components: z.array(Component),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

/** The bill of materials of everything that ships, as CycloneDX has it, from the lock: the same lock gives the same bill. */
export function bill() {
  const { metadata, components, dependencies, ...rest } = Bill.parse(JSON.parse(billOf()));
  // Of a package that lies in the tree twice npm names one, and that may be the tool's: what it says of itself here does not count.
  const refs = new Set(shipping().map(({ name, version }) => `${name}@${version}`));
  const component = { ...metadata.component, name: metadata.component['bom-ref'].replace(/@[^@]+$/, '') };
  return {
    ...rest,
    // npm names the whole after the folder it lies in, and writes down when, and a number of its own.
    serialNumber: undefined,
    metadata: { ...metadata, timestamp: undefined, component },
    components: onceEach(components, (one) => one['bom-ref'])
      .filter((one) => refs.has(one['bom-ref']))
      .map((one) => ({ ...one, properties: undefined }))
      .toSorted((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1)),
    dependencies: onceEach(dependencies, ({ ref }) => ref)
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)).toSorted() }))
      .toSorted((a, b) => (a.ref < b.ref ? -1 : 1)),
  };
}

// npm 10 names a package as often as it lies in the tree; CycloneDX takes a name once.
function onceEach<T>(those: readonly T[], nameOf: (one: T) => string): readonly T[] {
  return [...new Map(those.map((one) => [nameOf(one), one])).values()];
}
