import { argumentsOf, calledNameOf, valueGivenTo } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { Kind, kindOf, NO_NODE, type Node, startOf, textOf } from '../../python/syntax.ts';
import { computedLookupsOf, type Lookup } from '../members/lookups.ts';
import { isComputed, mayCompose } from '../references/compositions.ts';
import { isImporter } from '../references/import-graph.ts';
import { moduleNameOf } from '../references/links.ts';
import { constantAt, literalsWith } from '../references/literals.ts';
import { rememberedOfAll } from '../remembered.ts';
import type { World } from '../world.ts';

/** A place that lists the names of a module, or looks one up, which it has imported by a computed name. */
interface LookupInImported extends Lookup {
  readonly module: TestModule;
  /** What the module is called. */
  readonly name: Node;
}

/** The lookups of names in what may be a module, imported by a name that is computed: plugins, settings. */
export function lookupsInImported(world: World, target: TestModule): readonly LookupInImported[] {
  return lookupsOf(world).filter((lookup) => mayName(world, lookup, target));
}

const lookupsOf = rememberedOfAll((world): readonly LookupInImported[] => {
  const paths = new Set(IMPORTERS.flatMap(world.pathsWith));
  return [...paths].flatMap((path) => world.project.module(path) ?? []).flatMap(lookupsIn);
});

const IMPORTERS = ['import_module', '__import__', 'import_string', 'import_object', 'importorskip'];

function lookupsIn(module: TestModule): readonly LookupInImported[] {
  const { tree } = module;
  return computedLookupsOf(module).flatMap((lookup) => {
    const call = lookup.object === NO_NODE ? NO_NODE : importAt(module, lookup.object);
    const name = call === NO_NODE ? NO_NODE : (argumentsOf(tree, call)[0]?.value ?? NO_NODE);
    return name === NO_NODE || constantAt(module, name) !== undefined ? [] : [{ ...lookup, module, name }];
  });
}

/** The call that imports what an expression gives; NO_NODE where it is something else. */
function importAt(module: TestModule, expression: Node): Node {
  const { tree, bindings } = module;
  const isImport = (node: Node) =>
    node !== NO_NODE && kindOf(tree, node) === Kind.call && isImporter(calledNameOf(tree, node));
  if (isImport(expression)) return expression;
  const binding =
    kindOf(tree, expression) === Kind.identifier ? bindings.bindingAt(startOf(tree, expression)) : undefined;
  const values = (binding?.definitions ?? []).map(({ node }) => valueGivenTo(tree, node));
  return values.find(isImport) ?? NO_NODE;
}

/** Whether a name may be that of a module: what is written out of it fits, and a string has the rest. */
function mayName(world: World, { module, name }: LookupInImported, target: TestModule): boolean {
  const parts = moduleNameOf(target.path).split('.');
  if (/\b__(?:name|package)__\b/.test(textOf(module.tree, name)))
    return target.path.startsWith(module.path.replace(/[^/]*$/, ''));
  const dotted = parts.map((_, from) => parts.slice(from).join('.'));
  if (!dotted.some((one) => mayCompose(module, name, one))) return false;
  const last = parts.at(-1) ?? '';
  return (
    isComputed(module, name) ||
    world.mentionsOf(last).length > 0 ||
    world.modulesWith(last).some((one) => literalsWith(one, last).some(({ isDocstring }) => !isDocstring))
  );
}
