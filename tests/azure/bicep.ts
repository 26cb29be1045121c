import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Language, type Node, Parser } from 'web-tree-sitter';

/** Bicep, read by its grammar: its compiler is a download that no package registry has, so meaning is checked by the tests beside this. */

const root = resolve(import.meta.dirname, '..', '..');
export const folder = join(root, 'infra', 'azure');

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(fileURLToPath(import.meta.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'))));

export type BicepFile = { readonly path: string; readonly text: string; readonly tree: Node };

/** Every .bicep and .bicepparam there is, by path from infra/azure. */
export const files: readonly BicepFile[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.bicep(param)?$/.test(path))
  .toSorted()
  .map((path) => read(path, readFileSync(join(folder, path), 'utf8')));

export const modules = files.filter(({ path }) => path.endsWith('.bicep'));
export const parameterFiles = files.filter(({ path }) => path.endsWith('.bicepparam'));

/** @throws when there is no such file */
export function fileAt(path: string): BicepFile {
  const found = files.find((file) => file.path === path);
  if (found === undefined) throw new Error(`no ${path} in infra/azure`);
  return found;
}

/** @param path decides which of the two languages it is */
export function read(path: string, text: string): BicepFile {
  // The grammar does not know the assignments of a parameter file, which read like those of a variable; lines stay what they are.
  const known = path.endsWith('.bicepparam') ? text.replaceAll(/^param (\w+) =/gm, 'var $1 =') : text;
  const tree = parser.parse(known);
  if (tree === null) throw new Error(`${path} could not be parsed at all`);
  return { path, text, tree: tree.rootNode };
}

/** Where the grammar lost its way, as `path:line`. */
export function syntaxFaults({ path, tree }: BicepFile): string[] {
  return every(tree, () => true)
    .filter((node) => node.isError || node.isMissing)
    .map((node) => `${path}:${node.startPosition.row + 1}`);
}

/** Every node under this one for which that holds, in the order of the text. */
export function every(node: Node, holds: (node: Node) => boolean): Node[] {
  return [...(holds(node) ? [node] : []), ...node.namedChildren.flatMap((child) => every(child, holds))];
}

const ofType = (tree: Node, type: string) => every(tree, (node) => node.type === type);
const nameOf = (node: Node) => node.namedChildren.find((child) => child.type === 'identifier')?.text ?? '';
const unquoted = (node: Node | undefined) => node?.text.replaceAll(/^'|'$/g, '') ?? '';

export type Parameter = { readonly name: string; readonly required: boolean };

export const parametersOf = ({ tree }: BicepFile): readonly Parameter[] =>
  ofType(tree, 'parameter_declaration').map((node) => ({
    name: nameOf(node),
    required: !node.children.some((child) => child.type === '=') && ofType(node, 'nullable_type').length === 0,
  }));

export const outputsOf = ({ tree }: BicepFile): readonly string[] => ofType(tree, 'output_declaration').map(nameOf);

/** What a parameter file gives. */
export const assignedIn = ({ tree, text }: BicepFile): readonly string[] =>
  ofType(tree, 'variable_declaration')
    .filter((node) => text.split('\n')[node.startPosition.row]?.startsWith('param '))
    .map(nameOf);

export type Use = { readonly name: string; readonly path: string; readonly given: readonly string[] };

/** The modules that a file uses, each with the parameters it is given. */
export const usesOf = ({ tree }: BicepFile): readonly Use[] =>
  ofType(tree, 'module_declaration').map((node) => ({
    name: nameOf(node),
    path: unquoted(node.namedChildren.find((child) => child.type === 'string')),
    given: propertiesOf(property(bodyOf(node), 'params')).map(([name]) => name),
  }));

export type Resource = { readonly file: string; readonly name: string; readonly type: string; readonly body: Node };

/** The resources that a file makes; those it only looks up are left out. */
export const resourcesOf = ({ tree, path }: BicepFile): readonly Resource[] =>
  ofType(tree, 'resource_declaration')
    .filter((node) => !node.children.some((child) => child.type === 'existing'))
    .map((node) => ({
      file: path,
      name: nameOf(node),
      type: unquoted(node.namedChildren.find((child) => child.type === 'string')).split('@')[0] ?? '',
      body: bodyOf(node),
    }));

export const resources = modules.flatMap(resourcesOf);

// Behind a condition or in a loop it is the outermost object.
function bodyOf(declaration: Node): Node {
  const found = every(declaration, (node) => node.type === 'object')[0];
  if (found === undefined) throw new Error(`nothing in braces in ${declaration.text.slice(0, 60)}`);
  return found;
}

/** The properties of an object, each with its value; none when it is no object. */
export const propertiesOf = (object: Node | null): readonly (readonly [string, Node])[] =>
  (object?.namedChildren ?? [])
    .filter((node) => node.type === 'object_property')
    .flatMap((node) => {
      const [key, value] = node.namedChildren.filter((child) => child.type !== 'comment');
      return key !== undefined && value !== undefined ? [[unquoted(key), value] as const] : [];
    });

/** @param path names with dots between them @returns the value there, or null */
export const property = (object: Node, path: string): Node | null =>
  path
    .split('.')
    .reduce<Node | null>((at, name) => propertiesOf(at).find(([key]) => key === name)?.[1] ?? null, object);

/** What stands there: text without its quotes, everything else as it is written. */
export const written = (object: Node, path: string): string | null => {
  const value = property(object, path);
  return value === null ? null : unquoted(value);
};

/** Every `{ name: …, value: … }` in a file, as name and what is written for its value. */
export const namedValues = ({ tree }: BicepFile): ReadonlyMap<string, string> =>
  new Map(
    ofType(tree, 'object').flatMap((object) => {
      const [name, value] = [written(object, 'name'), written(object, 'value')];
      return name !== null && value !== null && /^[A-Z_]+$/.test(name) ? [[name, value] as const] : [];
    }),
  );

/** How Bicep writes a value into a text. */
export const hole = (name: string) => `\${${name}}`;
