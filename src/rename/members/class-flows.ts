import { argumentsOf, calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  childIn,
  descendantsOf as nodesIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { calleesOf, functionsNamed, methodsOf, type methodsOfObject } from '../functions/callees.ts';
import { pathsDefining } from '../functions/known-calls.ts';
import { parameterOf } from '../functions/passed-on.ts';
import { literalAt } from '../references/literals.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';

/** Where the value of an expression goes: into a variable, or to wherever a name is read. */
export type Sink = { readonly module: TestModule; readonly binding: Binding } | { readonly name: string };

/** Where the value of an expression is kept, or one of its values: what gets it next, not what gets it from there. */
export function* sinksOf(world: World, module: TestModule, expression: Node): Generator<Sink> {
  const { tree } = module;
  for (let node = expression, parent = parentOf(tree, node); ; node = parent, parent = parentOf(tree, node)) {
    const kind = kindOf(tree, parent);
    if (CARRIES.has(kind) && isCarried(tree, node)) continue;
    switch (kind) {
      case Kind.call:
        if (fieldOf(tree, node) === Field.function && isLister(textOf(tree, node))) continue;
        return;
      case Kind.for_in_clause:
      case Kind.for_statement:
        if (fieldOf(tree, node) === Field.right) yield* targetsIn(module, childIn(tree, parent, Field.left));
        return;
      case Kind.assignment:
      case Kind.augmented_assignment:
        if (fieldOf(tree, node) !== Field.right) return;
        yield* targetsIn(module, childIn(tree, parent, Field.left));
        continue;
      case Kind.named_expression:
        yield* targetsIn(module, childIn(tree, parent, Field.name));
        continue;
      case Kind.return_statement:
      case Kind.yield: {
        const name = functionNameAt(module, parent);
        if (name !== undefined) yield { name };
        return;
      }
      case Kind.keyword_argument:
        continue;
      case Kind.argument_list: {
        const call = parentOf(tree, parent);
        if (kindOf(tree, call) !== Kind.call) return;
        yield* keptByCall(world, module, call, node);
        if (!HANDS_BACK.test(calledNameOf(tree, call))) return;
        parent = call;
        continue;
      }
      default:
        return;
    }
  }
}

/** What holds a value or gives it on. */
const CARRIES: ReadonlySet<number> = new Set<number>([
  Kind.parenthesized_expression,
  Kind.expression_list,
  Kind.tuple,
  Kind.list,
  Kind.set,
  Kind.dictionary,
  Kind.pair,
  Kind.list_splat,
  Kind.conditional_expression,
  Kind.boolean_operator,
  Kind.subscript,
  Kind.list_comprehension,
  Kind.set_comprehension,
  Kind.dictionary_comprehension,
  Kind.generator_expression,
]);

/** A key says nothing of what it stands for. */
function isCarried(tree: TestModule['tree'], node: Node): boolean {
  const field = fieldOf(tree, node);
  return field !== Field.key && field !== Field.subscript;
}

const isLister = (callee: string) => /\.(?:__subclasses__|mro)$/.test(callee);

/** Functions that give back what they get, one of it, or it in another order. */
export const HANDS_BACK =
  /^(?:next|iter|list|tuple|set|frozenset|sorted|reversed|min|max|enumerate|zip|filter|dict|cast|choice|chain|partial|param)$/;

const KEEPS = /^(?:append|appendleft|add|insert|setdefault|extend|update|push|register|set)$/;

function* keptByCall(world: World, module: TestModule, call: Node, node: Node): Generator<Sink> {
  const { tree } = module;
  const called = calledNameOf(tree, call);
  const given = argumentsOf(tree, call);
  const argument = given.find((one) => one.node === node);
  // `setattr(shop, "kind", type(item))`, and `parametrize("kind", Item.__subclasses__())`.
  if (called === 'parametrize' || called === 'setattr') {
    for (const { value } of given.slice(0, called === 'setattr' ? 2 : 1)) {
      for (const string of [value, ...nodesIn(tree, value, Kind.string)])
        for (const name of literalAt(module, string)?.value.match(/\w+/g) ?? []) yield { name };
    }
    return;
  }
  const callee = childIn(tree, call, Field.function);
  if (KEEPS.test(called) && kindOf(tree, callee) === Kind.attribute)
    yield* targetsIn(module, childIn(tree, callee, Field.object));
  const place = given.filter(({ keyword }) => keyword === undefined).findIndex((one) => one === argument);
  for (const one of calleesOf(world, module, callee, methodsMeant)) {
    const parameter = parameterOf(one, place, argument?.keyword);
    if (parameter !== undefined) yield { module: one.module, binding: parameter };
  }
}

/** The methods of the object; of one that is not known, the only function that has the name. */
const methodsMeant: typeof methodsOfObject = (world, module, attribute) => {
  const { tree } = module;
  const name = textOf(tree, childIn(tree, attribute, Field.attribute));
  const [only, ...more] = pathsDefining(world, name);
  const defining = only === undefined ? undefined : world.project.module(only);
  if (defining === undefined) return [];
  const functions = functionsNamed(defining, name);
  if (more.length === 0 && functions.length === 1) return functions;
  const object = valueOf(world, module, childIn(tree, attribute, Field.object));
  return 'class' in object ? methodsOf(world, object.class, name) : [];
};

function* targetsIn(module: TestModule, target: Node): Generator<Sink> {
  const { tree, bindings } = module;
  switch (target === NO_NODE ? undefined : kindOf(tree, target)) {
    case undefined:
      return;
    case Kind.identifier: {
      const binding = bindings.bindingAt(startOf(tree, target));
      if (binding === undefined) return;
      yield { module, binding };
      if (binding.scope.kind === 'module' || binding.scope.kind === 'class') yield { name: binding.name };
      return;
    }
    case Kind.attribute:
      yield { name: textOf(tree, childIn(tree, target, Field.attribute)) };
      return;
    case Kind.subscript:
      yield* targetsIn(module, childIn(tree, target, Field.value));
      return;
    default:
      for (const child of namedChildrenOf(tree, target)) yield* targetsIn(module, child);
  }
}

function functionNameAt(module: TestModule, node: Node): string | undefined {
  const definition = module.definitionAt(startOf(module.tree, node));
  return definition?.kind === 'function' ? definition.name : undefined;
}
