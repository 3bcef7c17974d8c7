import { calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  ancestorOf,
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import type { Global } from './global-names.ts';
import { starLinksOf } from './star-imports.ts';
import { moduleNameIn } from './import-statements.ts';
import { isMemberOf, isOfLink, isVariable } from './is-target.ts';
import { nameOriginOf } from './linked-globals.ts';
import { linkOf } from './links.ts';
import { literalsWith } from './literals.ts';
import { shownOf } from '../visibility/observers.ts';
import { objectTo, type Reference } from './reference-kinds.ts';
import { refuseAt } from '../steps.ts';
import { stringReferences } from './string-references.ts';
import { doubts } from '../values/doubts.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';

/**
 * Every mention in the project of a name that a module has at its top: what names it, and an objection for each mention
 * of which that cannot be told. Words in docstrings and comments count as prose.
 */
export function* referencesTo(
  world: World,
  target: Global,
  linked: readonly Global[] = [target],
): Generator<Reference> {
  const { name } = target.binding;
  for (const module of world.modulesWith(name)) {
    if (module.tree.hasError && module !== target.module)
      yield objectTo('does-not-parse', module, 0, module.path);
    yield* identifiersIn(world, target, module, linked);
    for (const literal of literalsWith(module, name)) yield* stringReferences(world, target, module, literal);
  }
  for (const { path, line } of world.mentionsOf(name))
    yield { kind: 'objection', objection: refuseAt('mention', `\`${name}\``, path, line) };
  for (const path of world.unreadable)
    yield { kind: 'objection', objection: refuseAt('unreadable', path, path, 1) };
}

function* identifiersIn(
  world: World,
  target: Global,
  module: TestModule,
  linked: readonly Global[],
): Generator<Reference> {
  const { tree, bindings } = module;
  const { name } = target.binding;
  const variables = new Set<Binding>();
  for (const node of module.nodesOf(Kind.identifier)) {
    if (textOf(tree, node).normalize('NFKC') !== name) continue;
    const offset = startOf(tree, node);
    if (isInFromImport(module, node)) {
      yield* imported(world, target, module, node, variables, linked);
    } else if (fieldOf(tree, node) === Field.attribute) {
      yield* attribute(world, target, module, node);
    } else if (isPatchedMultiple(module, node)) {
      yield objectTo('mention', module, offset, shownOf(module, parentOf(tree, node)));
    } else {
      const binding = bindings.bindingAt(offset);
      if (binding === undefined || variables.has(binding)) continue;
      const answer = isVariable(world, target, module, binding);
      if (answer === 'maybe') {
        const code = starLinksOf(world, module).length > 0 ? 'star-import' : 'unbound';
        yield objectTo(code, module, offset, `\`${name}\``);
      }
      if (answer !== 'yes') continue;
      variables.add(binding);
      yield { kind: 'variable', module, binding };
    }
  }
}

/** Whether an identifier is a name after `from … import`. */
function isInFromImport({ tree }: TestModule, node: Node): boolean {
  const name = parentOf(tree, node);
  if (kindOf(tree, name) !== Kind.dotted_name || fieldOf(tree, name) !== Field.name) return false;
  const outer = parentOf(tree, name);
  const statement = kindOf(tree, outer) === Kind.aliased_import ? parentOf(tree, outer) : outer;
  return kindOf(tree, statement) === Kind.import_from_statement;
}

function* imported(
  world: World,
  target: Global,
  module: TestModule,
  node: Node,
  variables: Set<Binding>,
  linked: readonly Global[],
): Generator<Reference> {
  const { tree, bindings } = module;
  const statement = ancestorOf(tree, node, Kind.import_from_statement);
  const link = linkOf(world.project, module, moduleNameIn(module, statement));
  const isExchanged = link.to === 'module' && doubts().isImportExchanged(world, link);
  const answer = isExchanged ? 'maybe' : isOfLink(world, target, link);
  const offset = startOf(tree, node);
  if (answer === 'maybe') yield objectTo('unknown-import', module, offset, shownOf(module, statement));
  if (answer !== 'yes') return;
  const aliased = parentOf(tree, parentOf(tree, node));
  if (kindOf(tree, aliased) !== Kind.aliased_import) {
    const binding = bindings.bindingAt(offset);
    if (binding === undefined || variables.has(binding)) return;
    variables.add(binding);
    const origin = binding.scope.kind === 'module' ? originOf(world, module, binding) : target.binding;
    if (linked.every((one) => one.binding !== origin))
      yield objectTo('unknown-import', module, offset, shownOf(module, statement));
    yield { kind: 'variable', module, binding };
    return;
  }
  const alias = childIn(tree, aliased, Field.alias);
  const binding = bindings.bindingAt(startOf(tree, alias));
  if (binding !== undefined) yield { kind: 'alias', module, binding, span: module.spanOf(node) };
}

/** What a module-level variable comes to through imports. */
function originOf(world: World, module: TestModule, binding: Binding): Binding | undefined {
  const found = nameOriginOf(world, module, binding.name);
  return found === 'unknown' ? undefined : found?.binding;
}

function* attribute(world: World, target: Global, module: TestModule, node: Node): Generator<Reference> {
  const { tree } = module;
  const parent = parentOf(tree, node);
  const object = valueOf(world, module, childIn(tree, parent, Field.object));
  const answer = isMemberOf(world, target, module, object);
  if (answer === 'maybe') {
    const objection = objectTo('unknown-receiver', module, startOf(tree, node), shownOf(module, parent));
    yield { ...objection, attribute: { module, node: parent } };
  }
  if (answer === 'yes') yield { kind: 'attribute', module, node: parent, span: module.spanOf(node) };
}

/** `patch.multiple(module, thing=…)`: the keyword is the name. */
function isPatchedMultiple({ tree }: TestModule, node: Node): boolean {
  const argument = parentOf(tree, node);
  if (kindOf(tree, argument) !== Kind.keyword_argument || fieldOf(tree, node) !== Field.name) return false;
  const call = parentOf(tree, parentOf(tree, argument));
  return kindOf(tree, call) === Kind.call && calledNameOf(tree, call) === 'multiple';
}
