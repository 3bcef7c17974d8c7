import { argumentsOf, calledNameOf } from '../../python/expressions.ts';
import { type FunctionDefinition, isStaticMethod } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  textOf,
} from '../../python/syntax.ts';
import { callWith } from '../functions/passed-on.ts';
import { classVariableOf, familyOf } from '../members/families.ts';
import { unknownDecorators } from '../references/definition-names.ts';
import { globalOf } from '../references/global-names.ts';
import { literalAt } from '../references/literals.ts';
import { type Objection, refuse } from '../steps.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { valueOfBinding } from '../values/values.ts';
import { shownOf } from '../visibility/observers.ts';
import type { World } from '../world.ts';

/** What pytest gives the method of the running test; `setup` and `teardown` up to pytest 7, as nose does. */
const METHOD_HOOKS = ['setup_method', 'teardown_method', 'setup', 'teardown'] as const;
/** What pytest gives the function of the running test. */
const FUNCTION_HOOKS = ['setup_function', 'teardown_function'] as const;

/**
 * Objects where what pytest runs around a test method is given the method and may see what it is called (pytest how-to,
 * "How to implement xunit-style set-up").
 */
export function* toldOfMethod(world: World, owner: ClassOf, name: string): Generator<Objection> {
  for (const { module, definition } of familyOf(world, owner, name).related.values()) {
    for (const hook of METHOD_HOOKS) {
      const binding = classVariableOf(module, definition, hook);
      if (binding !== undefined) yield* usesIn(world, module, binding);
    }
  }
}

/** The same for a test function. */
export function* toldOfFunction(world: World, module: TestModule): Generator<Objection> {
  for (const hook of FUNCTION_HOOKS) {
    const found = globalOf(world, module, hook);
    if (found !== undefined && found !== 'unknown') yield* usesIn(world, found.module, found.binding);
  }
}

/** Objects to a hook that does more with a test than to ask for what has nothing to do with its name. */
function* usesIn(world: World, module: TestModule, hook: Binding): Generator<Objection> {
  const value = valueOfBinding(world, module, hook);
  if (value.kind !== 'function') {
    yield refuse('test-id', `\`${hook.name}\``, module, hook.definitions[0]?.start ?? 0);
    return;
  }
  const { module: other, definition } = value;
  // pytest calls no fixture as a hook too.
  if (other.model.fixtures.some((fixture) => fixture.definition === definition)) return;
  yield* unknownDecorators(other, definition, () => false);
  for (const parameter of parametersTold(other, definition)) {
    const seeing = parameter.references.find(({ node }) => !isIndifferent(other, node));
    if (seeing === undefined) continue;
    const call = callWith(other, seeing.node);
    const shown = shownOf(other, call === NO_NODE ? parentOf(other.tree, seeing.node) : call);
    yield refuse('test-id', shown, other, seeing.start);
  }
}

function parametersTold({ bindings }: TestModule, definition: FunctionDefinition): readonly Binding[] {
  const symbols = bindings.scopeAt(definition.node)?.symbols;
  const bound = definition.enclosing?.kind === 'class' && !isStaticMethod(definition) ? 1 : 0;
  return definition.parameters
    .slice(bound)
    .filter(({ kind }) => kind === 'positional-or-keyword' || kind === 'positional-only')
    .flatMap(({ name }) => symbols?.get(name.normalize('NFKC'))?.binding ?? []);
}

/** Whether a use of a function cannot tell what it is called: `method.slow`, `getattr(method, "slow")`. */
function isIndifferent(module: TestModule, node: Node): boolean {
  const { tree } = module;
  const outer = parentOf(tree, node);
  switch (kindOf(tree, outer)) {
    case Kind.attribute:
      return !NAMING.test(textOf(tree, childIn(tree, outer, Field.attribute)));
    case Kind.comparison_operator:
    case Kind.delete_statement:
      return true;
    case Kind.argument_list:
      return (
        fieldOf(tree, outer) === Field.arguments && isIndifferentCall(module, parentOf(tree, outer), node)
      );
    default:
      return false;
  }
}

function isIndifferentCall(module: TestModule, call: Node, given: Node): boolean {
  const { tree } = module;
  const called = calledNameOf(tree, call);
  // The hook of a base class is looked at itself.
  if ([...METHOD_HOOKS, ...FUNCTION_HOOKS].some((hook) => hook === called)) return true;
  if (/^(?:callable|isinstance|isfunction|ismethod|iscoroutinefunction)$/.test(called)) return true;
  const [object, asked] = argumentsOf(tree, call);
  if (!/^(?:get|has)attr$/.test(called) || object?.value !== given || asked === undefined) return false;
  const literal = literalAt(module, asked.value);
  return literal !== undefined && !literal.isFormatted && !NAMING.test(literal.value);
}

/** Attributes that give a function's name, or something else that has it. */
const NAMING = /^(?:__(?!doc__$|module__$|dict__$)|func_|im_)/;
