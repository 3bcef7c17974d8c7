import type { Definition, FunctionDefinition, Parameter } from '../../python/definitions.ts';
import { argumentsOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  childIn,
  contains,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  nodeAt,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { literalsWith } from '../references/literals.ts';
import { remembered } from '../remembered.ts';
import { isCalledUnwritten } from './unwritten-calls.ts';
import { valueOf } from './values.ts';
import type { World } from '../world.ts';

/** An expression whose value a parameter gets. */
export interface Passed {
  readonly module: TestModule;
  readonly node: Node;
}

/** The parameter whose value an expression is, when nothing else is assigned to it. */
export function parameterAt({ tree, bindings }: TestModule, expression: Node): Binding | undefined {
  if (kindOf(tree, expression) !== Kind.identifier) return undefined;
  const binding = bindings.bindingAt(startOf(tree, expression));
  return binding?.kind === 'parameter' && binding.definitions.length === 1 ? binding : undefined;
}

/** All that is passed for a parameter of a helper, by every call in the project; undefined when that is not known. */
export function passedTo(
  world: World,
  module: TestModule,
  parameter: Binding,
): readonly Passed[] | undefined {
  const definition = module.definitions.find(({ node }) => node === parameter.scope.node);
  if (definition?.kind !== 'function') return undefined;
  const place = definition.parameters.findIndex(({ span }) => span.start === parameter.definitions[0]?.start);
  const one = definition.parameters[place];
  if (one === undefined || one.kind === 'var-positional' || one.kind === 'var-keyword') return undefined;
  const calls = callsOf(world, { module, definition });
  const passed = calls?.map((call) => passedBy(call, one, place) ?? defaultOf(module, one));
  return passed?.flatMap((value) => value ?? []).length === passed?.length
    ? passed?.flatMap((value) => value ?? [])
    : undefined;
}

interface CallOf {
  readonly module: TestModule;
  readonly call: Node;
  /** How many parameters come before the first argument: `self`, but for a static method. */
  readonly bound: 0 | 1;
}

const callsOf = remembered(newCalls);

function newCalls(
  world: World,
  { module, definition }: { readonly module: TestModule; readonly definition: FunctionDefinition },
): readonly CallOf[] | undefined {
  const { enclosing } = definition;
  const isPlain = definition.decorators.length === 0 || isStatic(definition);
  if (!isPlain || /^__.*__$/s.test(definition.name)) return undefined;
  if (enclosing?.kind === 'function') return callsOfNested(module, definition);
  const isMethod = enclosing?.kind === 'class' && module.model.helpers.includes(definition);
  if (!isMethod || isCalledUnwritten(world, { module, definition: enclosing }, definition.name))
    return undefined;
  return callsOfMethod(world, definition);
}

/** Whether a function in a class is a static method, whatever else it is called by. */
function isStatic({ enclosing, decorators: [only, ...more] }: Definition): boolean {
  return enclosing?.kind === 'class' && only?.name === 'staticmethod' && more.length === 0;
}

function callsOfNested(module: TestModule, { nameSpan }: FunctionDefinition): readonly CallOf[] | undefined {
  const binding = module.bindings.bindingAt(nameSpan.start);
  if (binding === undefined || binding.definitions.length !== 1 || binding.scope.kind === 'module')
    return undefined;
  if (namesItsVariables(module, binding)) return undefined;
  const calls = binding.references.map(({ node }) => callAt(module, node));
  return calls.includes(NO_NODE) ? undefined : calls.map((call) => ({ module, call, bound: 0 }));
}

/** Whether something in the function around a variable gives all its variables by their names, or takes code as text. */
export function namesItsVariables({ tree, nodesOf }: TestModule, { scope }: Binding): boolean {
  return nodesOf(Kind.identifier).some(
    (node) =>
      contains(tree, scope.node, node) &&
      /^(?:locals|vars|eval|exec|_getframe|currentframe|stack)$/.test(textOf(tree, node)),
  );
}

/** Every call of a method of that name, of whatever object; undefined when it is used in another way. */
function callsOfMethod(world: World, definition: FunctionDefinition): readonly CallOf[] | undefined {
  const { name } = definition;
  const calls: CallOf[] = [];
  if (world.mentionsOf(name).length > 0) return undefined;
  for (const module of world.modulesWith(name)) {
    const { tree } = module;
    if (tree.hasError || literalsWith(module, name).some(({ isDocstring }) => !isDocstring)) return undefined;
    for (const node of module.nodesOf(Kind.identifier)) {
      if (textOf(tree, node).normalize('NFKC') !== name || isMethodName(module, node)) continue;
      if (fieldOf(tree, node) !== Field.attribute) return undefined;
      const attribute = parentOf(tree, node);
      const call = callAt(module, attribute);
      const { kind } = valueOf(world, module, childIn(tree, attribute, Field.object));
      if (call === NO_NODE || (kind !== 'instance' && kind !== 'super')) return undefined;
      calls.push({ module, call, bound: isStatic(definition) ? 0 : 1 });
    }
  }
  return calls;
}

function isMethodName({ tree, definitions }: TestModule, node: Node): boolean {
  const start = startOf(tree, node);
  return definitions.some(
    (definition) =>
      definition.nameSpan.start === start &&
      definition.kind === 'function' &&
      definition.enclosing?.kind === 'class' &&
      (definition.decorators.length === 0 || isStatic(definition)),
  );
}

/** The call that calls what an expression gives; NO_NODE where it is not called. */
function callAt({ tree }: TestModule, callee: Node): Node {
  const call = parentOf(tree, callee);
  return kindOf(tree, call) === Kind.call && fieldOf(tree, callee) === Field.function ? call : NO_NODE;
}

/** What a call passes for the parameter at a place; undefined when it passes nothing, and what is unpacked may be it. */
function passedBy(
  { module, call, bound }: CallOf,
  { name, kind }: Parameter,
  place: number,
): Passed | undefined {
  const { tree } = module;
  const given = argumentsOf(tree, call);
  const named = given.find(({ keyword }) => keyword === name);
  if (named !== undefined) return { module, node: named.value };
  const splat = given.find(({ node }) =>
    [Kind.list_splat, Kind.dictionary_splat].some((one) => one === kindOf(tree, node)),
  );
  // Its value is not known, as that of the parameter is not.
  if (splat !== undefined) return { module, node: splat.node };
  const positional = given.filter(({ keyword }) => keyword === undefined);
  const value = kind === 'keyword-only' ? undefined : positional[place - bound]?.value;
  return value === undefined ? undefined : { module, node: value };
}

function defaultOf(module: TestModule, { span }: Parameter): Passed | undefined {
  const { tree } = module;
  const parameter = parentOf(tree, nodeAt(tree, span.start));
  const node = childIn(tree, parameter, Field.value);
  return node === NO_NODE || contains(tree, node, nodeAt(tree, span.start)) ? undefined : { module, node };
}
