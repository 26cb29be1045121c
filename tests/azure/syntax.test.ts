import { expect, test } from '@jest/globals';
import { every, files, type modules, read, syntaxFaults } from './bicep.ts';

/** As much of a compiler as there is without Bicep's own: grammar, and names that are declared. */

test('there are modules and parameter files to look at', () => {
  expect(files.length).toBeGreaterThan(15);
});

test.each(files.map((file) => [file.path, file] as const))('%s is Bicep', (_path, file) => {
  expect(syntaxFaults(file)).toEqual([]);
});

test('what is no Bicep is found, with its line', () => {
  const broken = "param name string\nresource r 'A@1' = {\n  name: name\n  location = 'uksouth'\n}\n";
  expect(syntaxFaults(read('broken.bicep', broken))[0]).toMatch(/^broken\.bicep:[45]$/);
});

// To the grammar a line's end is a space like any other; to Bicep it is what ends a property.
test.each(files.map((file) => [file.path, file] as const))(
  'in %s what stands on one line has commas between',
  (_path, { tree }) => {
    const several = every(tree, ({ type }) => type === 'object' || type === 'array').flatMap(({ children }) =>
      children.filter((child, index) => {
        const before = children[index - 1];
        return child.isNamed && before?.isNamed === true && before.endPosition.row === child.startPosition.row;
      }),
    );
    expect(several.filter(({ type }) => type !== 'comment').map(({ text }) => text)).toEqual([]);
  },
);

// Of Bicep's own functions those that are in use: https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions
const builtIn = [
  ...['az', 'concat', 'empty', 'filter', 'guid', 'int', 'json', 'loadTextContent', 'map', 'readEnvironmentVariable'],
  ...['replace', 'resourceGroup', 'string', 'subscriptionResourceId', 'tenant', 'uniqueString'],
  ...['allowed', 'description', 'export', 'maxLength', 'maxValue', 'minLength', 'minValue'],
];

test.each(files.map((file) => [file.path, file] as const))('every name that %s uses is declared', (_path, { tree }) => {
  const declarations = [
    ...['parameter', 'variable', 'resource', 'module', 'type', 'output', 'metadata'].map(
      (kind) => `${kind}_declaration`,
    ),
    ...['import_functionality', 'for_statement', 'for_loop_parameters', 'lambda_expression'],
  ];
  const naming = ['identifier', 'loop_variable', 'loop_enumerator'];
  const declared = every(tree, (node) => declarations.includes(node.type)).flatMap((node) =>
    node.namedChildren.filter((child) => naming.includes(child.type)).map((child) => child.text),
  );
  const used = every(tree, (node) => node.type === 'identifier' && !isKey(node)).map((node) => node.text);
  expect(used.filter((name) => !declared.includes(name) && !builtIn.includes(name))).toEqual([]);
});

// The first of a property is its key.
const isKey = (node: (typeof modules)[number]['tree']) =>
  node.parent?.type === 'object_property' && node.parent.namedChildren[0]?.equals(node) === true;
