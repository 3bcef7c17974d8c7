import { argumentsOf, calledNameOf, stringContentOf, valueGivenTo } from '../../python/expressions.ts';
import type { Decorator, Definition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { contains, Kind, kindOf, NO_NODE, startOf, textOf } from '../../python/syntax.ts';
import { isAnnotation } from './annotations.ts';
import { literalsOf, literalStart, literalsWith } from './literals.ts';
import { shownOf } from '../visibility/observers.ts';
import { type Objection, refuse } from '../steps.ts';
import { wordOffsetsIn } from '../words.ts';

/** The definitions that bind a variable by `def` or `class`. */
export function definitionsOf(module: TestModule, binding: Binding): readonly Definition[] {
  const starts = new Set(binding.definitions.map(({ start }) => start));
  return module.definitions.filter(({ nameSpan }) => starts.has(nameSpan.start));
}

/** Objects to a rename of a function or class of which decorators may tell the program the name. */
export function* objectionsToDefinition(module: TestModule, definition: Definition): Generator<Objection> {
  yield* unknownDecorators(module, definition, () => false);
  yield* doctestsBelow(module, definition);
}

/** Objects where a doctest stands in a function or class: its id is the path of names to it. */
function* doctestsBelow(module: TestModule, { span }: Definition): Generator<Objection> {
  for (const literal of literalsOf(module)) {
    const start = literalStart(module, literal);
    const isBelow = literal.isDocstring && span.start <= start && start < span.end;
    if (isBelow && /^\s*>>> /m.test(literal.value))
      yield refuse('doctest', shownOf(module, literal.node), module, start);
  }
}

/**
 * Objects to the strings of a module that have the name of a function or class: they may be what `repr`, an error
 * message or a test id prints. Docstrings without doctests are prose, annotations are renamed where they mean it.
 */
export function* namesInStrings(module: TestModule, name: string): Generator<Objection> {
  for (const literal of literalsWith(module, name)) {
    if (isAnnotation(module, literal)) continue;
    if (!literal.isDocstring) {
      yield refuse('name-in-string', shownOf(module, literal.node), module, literalStart(module, literal));
    } else if (literal.value.includes('>>>')) {
      yield refuse('doctest', `\`${name}\``, module, literalStart(module, literal));
    }
  }
}

/** Decorators that neither use the name of a function or class nor hand its parameters on by name. */
const KNOWN_DECORATORS =
  /^(?:property|staticmethod|classmethod|(?:builtins|abc|functools|contextlib|typing|typing_extensions|dataclasses|enum|unittest|asyncio|types|warnings|attrs?)\.\w+(?:\.\w+)?|(?:[\w.]+\.)?mock\.patch(?:\.\w+)?|pytest\.mark\.\w+|pytest(?:_asyncio)?\.fixture|hypothesis\.(?:\w+\.)*\w+|\w+\.(?:setter|getter|deleter))$/;

export function* unknownDecorators(
  module: TestModule,
  { decorators }: Definition,
  isOwnDecorator: (decorator: Decorator) => boolean,
): Generator<Objection> {
  for (const decorator of decorators) {
    if (isOwnDecorator(decorator) || KNOWN_DECORATORS.test(module.imports.originOf(decorator.name))) continue;
    const shown = shownOf(module, decorator.node);
    yield refuse('unknown-decorator', shown, module, startOf(module.tree, decorator.node));
  }
}

/** Whether the decorators of a function or class give it back, or at least something of the same `__name__`. */
export function keepsOwnName(module: TestModule, definition: Definition): boolean {
  return (
    !takesAnotherName(module, definition) &&
    unknownDecorators(module, definition, () => false).next().done === true
  );
}

/** Whether `functools.wraps` gives a function the `__name__` of another. */
export function takesAnotherName({ imports }: TestModule, { decorators }: Definition): boolean {
  return decorators.some(({ name }) => imports.originOf(name) === 'functools.wraps');
}

/** What makes a class or a type variable of a name that is passed as a string. */
const NAME_TAKERS: ReadonlySet<string> = new Set(
  (
    'namedtuple NamedTuple TypeVar ParamSpec TypeVarTuple NewType Enum IntEnum StrEnum Flag IntFlag TypedDict ' +
    'make_dataclass make_class type new_class ContextVar TypeAliasType'
  ).split(' '),
);

/** Objects to a variable whose value is told its name: `Point = namedtuple("Point", "x y")`. */
export function* functionalNames(module: TestModule, binding: Binding): Generator<Objection> {
  const { tree } = module;
  for (const { node } of binding.definitions) {
    const value = valueGivenTo(tree, node);
    if (value === NO_NODE || kindOf(tree, value) !== Kind.call) continue;
    if (!NAME_TAKERS.has(calledNameOf(tree, value))) continue;
    const [first] = argumentsOf(tree, value);
    const told = first === undefined ? undefined : stringContentOf(tree, first.value);
    if (told !== undefined && wordOffsetsIn(told, binding.name).length > 0)
      yield refuse('functional-name', shownOf(module, value), module, startOf(tree, value));
  }
}

/** A class mangles its private names with its own name (Language Reference 6.2.1). */
export function* privateNames(module: TestModule, { name, node }: Definition): Generator<Objection> {
  const { tree } = module;
  const found = module
    .nodesOf(Kind.identifier)
    .find((inner) => contains(tree, node, inner) && /^__(?!.*__$)/s.test(textOf(tree, inner)));
  if (found === undefined) return;
  const shown = `\`${textOf(tree, found)}\` in class ${name}`;
  yield refuse('mangled', shown, module, startOf(tree, found));
}
