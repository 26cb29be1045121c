import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from '@jest/globals';
import {
  assignedIn,
  every,
  fileAt,
  folder,
  modules,
  outputsOf,
  type Parameter,
  parameterFiles,
  parametersOf,
  propertiesOf,
  usesOf,
} from './bicep.ts';

/** The seams between the files: what one gives is what the other takes. */

const used = (from: string, path: string) => normalize(join(dirname(from), path));

const faultsOf = (taken: readonly Parameter[], given: readonly string[]) => ({
  unknown: given.filter((name) => !taken.some((one) => one.name === name)),
  missing: taken.filter(({ name, required }) => required && !given.includes(name)).map(({ name }) => name),
});
const none = { unknown: [], missing: [] };

const uses = modules.flatMap((file) => usesOf(file).map((use) => ({ file, use })));

test.each(uses.map((one) => [one.file.path, one.use.name, one] as const))(
  '%s gives the module %s all that it wants, and nothing else',
  (path, _name, { use }) => {
    expect(faultsOf(parametersOf(fileAt(used(path, use.path))), use.given)).toEqual(none);
  },
);

test.each(parameterFiles.map((file) => [file.path, file] as const))(
  '%s gives the whole all that it wants, and nothing else',
  (_path, file) => {
    expect(file.text).toContain("using 'main.bicep'");
    expect(faultsOf(parametersOf(fileAt('main.bicep')), assignedIn(file))).toEqual(none);
  },
);

test.each(modules.map((file) => [file.path, file] as const))('every output that %s reads is one', (path, file) => {
  const read = [...file.text.matchAll(/\b(\w+)(?:\[\w+\])?(?:\.\?|\.)outputs\.(\w+)/g)];
  const wrong = read.filter(([, name, output]) => {
    const use = usesOf(file).find((one) => one.name === name);
    return use === undefined || !outputsOf(fileAt(used(path, use.path))).includes(output ?? '');
  });
  expect(wrong.map(([text]) => text)).toEqual([]);
});

test('no module lies there that nothing uses', () => {
  const reached = new Set(uses.map(({ file, use }) => used(file.path, use.path)));
  const types = modules.filter(({ text }) => !/^(?:resource|module) /m.test(text)).map(({ path }) => path);
  const idle = modules.map(({ path }) => path).filter((path) => !reached.has(path) && !types.includes(path));
  expect(idle).toEqual(['main.bicep']);
});

/** The members of a type in school-type.bicep. */
function membersOf(type: string): readonly string[] {
  const found = every(fileAt('school/school-type.bicep').tree, (node) => node.type === 'type_declaration').find(
    (node) => node.namedChildren[0]?.text === type,
  );
  return propertiesOf(found?.namedChildren.find((node) => node.type === 'object') ?? null).map(([name]) => name);
}

test('whatever is read of a school is something that a school has', () => {
  const read = modules.flatMap(({ text }) => [...text.matchAll(/\bschool(?:\.\?|\.)(\w+)(?:\.(\w+))?/g)]);
  const wrong = read.filter(
    ([, first, second]) =>
      !['bicep', 'yaml'].includes(first ?? '') &&
      (!membersOf('School').includes(first ?? '') ||
        (first === 'groups' && !membersOf('Groups').includes(second ?? ''))),
  );
  expect(wrong.map(([text]) => text)).toEqual([]);
});

const optional = ['mailboxOutside', 'teamsAppId', 'certificate'];

test.each(parameterFiles.map((file) => [file.path, file] as const))('every school in %s is whole', (_path, file) => {
  const schools = every(file.tree, (node) => node.type === 'object').filter((node) =>
    propertiesOf(node).some(([name]) => name === 'siteId'),
  );
  expect(schools.length).toBeGreaterThan(0);
  for (const school of schools) {
    const given = propertiesOf(school).map(([name]) => name);
    expect(given.filter((name) => !membersOf('School').includes(name))).toEqual([]);
    expect(membersOf('School').filter((name) => !given.includes(name) && !optional.includes(name))).toEqual([]);
    const groups = propertiesOf(school).find(([name]) => name === 'groups')?.[1] ?? null;
    expect(propertiesOf(groups).map(([name]) => name)).toEqual(membersOf('Groups'));
  }
});

test.each(parameterFiles.map((file) => [file.path, file] as const))(
  'the texts that %s takes in are there',
  (_path, file) => {
    const texts = [...file.text.matchAll(/loadTextContent\('([^']+)'\)/g)].map(([, path]) => path ?? '');
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
  },
);
