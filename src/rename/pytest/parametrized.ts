import type { ClassDefinition, Decorator, FunctionDefinition } from '../../python/definitions.ts';
import { argumentsOf, keywordOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  Field,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { descendantsOf } from '../members/families.ts';
import { literalAt, type Literal, literalStart, literalsWith, wordSpansIn } from '../references/literals.ts';
import { shownOf } from '../visibility/observers.ts';
import { numberedIds, type Place, placeAmong } from './parameter-ids.ts';
import { isConftest, providersFor, providersOf, type Request, requestsIn } from './providers.ts';
import { quotedParameter } from '../visibility/quoted-source.ts';
import { isForeignFixture } from '../references/special-names.ts';
import { decline, edit, type Objection, refuse, type Step } from '../steps.ts';
import { formOf } from '../references/strings.ts';
import { renameInModule } from '../variables.ts';
import type { World } from '../world.ts';

/** A `pytest.mark.parametrize` decorator and the definition that it speaks for. */
interface Mark {
  readonly decorator: Decorator;
  readonly on: FunctionDefinition | ClassDefinition;
}

/** Renames a parametrized argument of a test: in the mark and in every function that the mark gives it to. */
export function* renameParametrized(
  world: World,
  request: Request,
  name: string,
  newName: string,
): Generator<Step> {
  const { module, definition, parameter } = request;
  yield* generatedTests(world, module);
  const marks = marksFor(module, definition);
  const mark = marks.find(({ decorator }) =>
    namesOf(module, decorator).some((literal) => wordSpansIn(literal, name).length > 0),
  );
  const computed = marks.find(({ decorator }) => namesOf(module, decorator).length === 0);
  if (mark === undefined) {
    if (computed !== undefined)
      yield refuse(
        'computed-fixture',
        shownOf(module, computed.decorator.call),
        module,
        startOf(module.tree, computed.decorator.call),
      );
    else yield* otherwiseProvided(module, name, parameter.span.start);
    return;
  }
  if (!world.project.isWhole) yield decline('single-file', `argument \`${name}\``);
  yield* indirect(module, mark.decorator);
  yield* overriddenBy(world, request, newName);
  yield* otherUses(world, module, name, mark);
  yield* numberedIds(world, module, mark.decorator.call, placeIn(module, mark.decorator.call, name), {
    name,
    newName,
  });
  for (const literal of namesOf(module, mark.decorator)) {
    for (const span of wordSpansIn(literal, name)) yield edit(module, span, newName);
    for (const span of wordSpansIn(literal, newName))
      yield refuse('collision', `\`${newName}\``, module, span.start);
  }
  for (const other of requestsIn(module, name)) {
    const isOwn = mark.on === other.definition || isInside(other.definition, mark.on);
    if (!isOwn) continue;
    const binding = module.bindings.bindingAt(other.parameter.span.start);
    if (binding === undefined) continue;
    yield* quotedParameter(module, name);
    yield* renameInModule(world, module, binding, newName);
  }
}

/** A mark of the whole module fills the parameter, or a fixture of a plugin does. */
function* otherwiseProvided(module: TestModule, name: string, offset: number): Generator<Objection> {
  const inMark = literalsWith(module, name).find((literal) => isArgumentName(module, literal));
  if (inMark === undefined) yield refuse('foreign-fixture', `\`${name}\``, module, offset);
  else yield refuse('computed-fixture', shownOf(module, inMark.node), module, literalStart(module, inMark));
}

function isArgumentName(module: TestModule, literal: Literal): boolean {
  const form = formOf(module, literal);
  return form.form === 'fixture' && form.by === 'argnames';
}

/** The parametrize marks of a test function and of the classes around it. */
function marksFor(module: TestModule, definition: FunctionDefinition): readonly Mark[] {
  const marks: Mark[] = [];
  for (let on: Mark['on'] | undefined = definition; on !== undefined; on = on.enclosing) {
    for (const decorator of on.decorators) {
      if (isParametrize(module, decorator)) marks.push({ decorator, on });
    }
  }
  return marks;
}

const isParametrize = ({ imports }: TestModule, { name, call }: Decorator) =>
  call !== NO_NODE && /(?:^|\.)mark\.parametrize$/.test(imports.originOf(name));

/** The strings that name the arguments of a mark; empty when they are computed. */
function namesOf(module: TestModule, { call }: Decorator): readonly Literal[] {
  const { tree } = module;
  const names = namesNodeOf(module, call);
  if (names === NO_NODE) return [];
  const kind = kindOf(tree, names);
  const nodes = kind === Kind.list || kind === Kind.tuple ? namedChildrenOf(tree, names) : [names];
  const literals = nodes.map((node) => literalAt(module, node));
  return literals.every((literal) => literal?.isFormatted === false)
    ? literals.flatMap((literal) => literal ?? [])
    : [];
}

function namesNodeOf({ tree }: TestModule, call: Node): Node {
  const [first] = argumentsOf(tree, call);
  const keyword = keywordOf(tree, call, 'argnames');
  return keyword === NO_NODE && first?.keyword === undefined ? (first?.value ?? NO_NODE) : keyword;
}

/** Which value of its rows a call of `parametrize` gives to a name. */
export function placeIn(module: TestModule, call: Node, name: string): Place | undefined {
  const names = namesNodeOf(module, call);
  const alone = names === NO_NODE ? undefined : literalAt(module, names);
  const literals = alone === undefined ? namedChildrenOf(module.tree, names) : [];
  const texts = alone?.value ?? literals.map((node) => literalAt(module, node)?.value ?? '');
  return placeAmong([texts].flat(), alone !== undefined, name);
}

function isInside(definition: FunctionDefinition, outer: Mark['on']): boolean {
  for (let around = definition.enclosing; around !== undefined; around = around.enclosing) {
    if (around === outer) return true;
  }
  return false;
}

/** Hooks that generate tests see the names of the arguments. */
function* generatedTests(world: World, module: TestModule): Generator<Objection> {
  for (const other of world.modulesWith('pytest_generate_tests')) {
    const isAbove = isConftest(other) && module.path.startsWith(other.path.slice(0, -'conftest.py'.length));
    if (other !== module && !isAbove) continue;
    const hook = other.definitions.find(({ name }) => name === 'pytest_generate_tests');
    yield refuse('computed-fixture', 'pytest_generate_tests', other, hook?.nameSpan.start ?? 0);
  }
}

/** A parametrized argument overrides a fixture of its name for the whole test (pytest how-to, fixtures). */
function* overriddenBy(world: World, request: Request, newName: string): Generator<Objection> {
  if (isForeignFixture(newName)) yield decline('foreign-fixture', `\`${newName}\` of pytest or a plugin`);
  for (const { module, definition } of providersFor(world, providersOf(world, newName), request))
    yield refuse('fixture-exists', `\`${newName}\``, module, definition.nameSpan.start);
}

/** With `indirect` the name is a fixture's, which the project does not define. */
function* indirect(module: TestModule, { call }: Decorator): Generator<Objection> {
  const value = keywordOf(module.tree, call, 'indirect');
  if (value === NO_NODE || textOf(module.tree, value) === 'False') return;
  yield refuse('foreign-fixture', `indirect=${shownOf(module, value)}`, module, startOf(module.tree, value));
}

/** Whatever else may be given the argument, or looks it up by its name. */
function* otherUses(
  world: World,
  module: TestModule,
  name: string,
  { on, decorator }: Mark,
): Generator<Step> {
  const asking = world.modulesWith(name).flatMap((other) => requestsIn(other, name));
  for (const { module: other, definition, parameter } of asking) {
    const isOwn = other === module && (definition === on || isInside(definition, on));
    const isFixture = other.model.fixtures.some((fixture) => fixture.definition === definition);
    if (!isOwn && isFixture)
      yield refuse('computed-fixture', `fixture \`${definition.name}\``, other, parameter.span.start);
  }
  if (on.kind === 'class') {
    for (const heir of descendantsOf(world, { module, definition: on }).values()) {
      if (heir.definition !== on)
        yield refuse(
          'shared-method',
          `class ${heir.definition.name}`,
          heir.module,
          heir.definition.nameSpan.start,
        );
    }
  }
  const conftests = world.modulesWith(name).filter((other) => isConftest(other));
  for (const other of new Set([module, ...conftests])) {
    for (const literal of literalsWith(other, name)) {
      if (looksUp(other, literal, decorator))
        yield refuse('mention', shownOf(other, literal.node), other, literalStart(other, literal));
    }
  }
}

/** Whether a string may look up the argument: in a mapping, in a list of names, by a fixture function. */
function looksUp(module: TestModule, literal: Literal, { call }: Decorator): boolean {
  const { tree } = module;
  const form = formOf(module, literal);
  if (form.form === 'fixture') return form.call !== call && form.by !== 'argnames';
  const parent = parentOf(tree, literal.node);
  const kind = kindOf(tree, parent);
  if (kind === Kind.subscript)
    return childIn(tree, parent, Field.value) !== literal.node && hasArgumentsByName(module);
  if (kind === Kind.argument_list) {
    if (!hasArgumentsByName(module)) return false;
    const callee = childIn(tree, parentOf(tree, parent), Field.function);
    return /\.(?:get|pop|setdefault|index)$/.test(textOf(tree, callee));
  }
  return (
    kind === Kind.comparison_operator && /\b(?:fixturenames|funcargs|params)\b/.test(textOf(tree, parent))
  );
}

/** Whether a module may have the arguments of a test in a mapping. */
function hasArgumentsByName({ tree, nodesOf }: TestModule): boolean {
  return nodesOf(Kind.identifier).some((node) => MAPPINGS.has(textOf(tree, node)));
}

const MAPPINGS: ReadonlySet<string> = new Set(
  'callspec params funcargs fixturenames metafunc arguments signature getcallargs locals vars f_locals __dict__'.split(
    ' ',
  ),
);
