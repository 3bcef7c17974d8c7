import { argumentsOf, calledNameOf, calleeOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  ancestorOf,
  childIn,
  childrenIn,
  contains,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import type { Span } from '../../python/text.ts';
import { isAnnotation } from './annotations.ts';
import type { Literal } from './literals.ts';
import { linkOf } from './links.ts';
import type { Project } from '../project.ts';
import type { Value } from '../values/value-kinds.ts';
import { memberOf } from '../values/values.ts';
import type { World } from '../world.ts';

/** What a string is for, where that is known from where it stands. */
export type Form =
  /** `mock.patch("package.module.name")`: a dotted path of attributes. */
  | { readonly form: 'path'; readonly path: string }
  /** `getattr(target, "name")`, `patch.object(target, "name")`: an attribute of an object. */
  | { readonly form: 'attribute'; readonly target: Node; readonly name: string }
  /** An entry of `__all__`. */
  | { readonly form: 'export' }
  /** An entry of `__slots__`. */
  | { readonly form: 'slot' }
  /** A fixture or argument name for pytest, alone or as one of several. */
  | { readonly form: 'fixture'; readonly by: FixtureString; readonly call: Node }
  | { readonly form: 'annotation' }
  | { readonly form: 'docstring'; readonly hasDoctest: boolean }
  | { readonly form: 'other' };

/** What takes the names of fixtures and arguments as strings (pytest reference). */
export type FixtureString = 'usefixtures' | 'getfixturevalue' | 'argnames' | 'indirect' | 'name';

export function formOf(module: TestModule, literal: Literal): Form {
  if (literal.isDocstring) return { form: 'docstring', hasDoctest: literal.value.includes('>>>') };
  if (literal.isFormatted) return { form: 'other' };
  if (isAnnotation(module, literal)) return { form: 'annotation' };
  return (
    fixtureForm(module, literal) ??
    formInCall(module, literal) ??
    formInTable(module, literal) ?? { form: 'other' }
  );
}

function formInCall(module: TestModule, literal: Literal): Form | undefined {
  const { tree } = module;
  const list = parentOf(tree, literal.node);
  const isKeyword = kindOf(tree, list) === Kind.keyword_argument;
  const call = isKeyword ? parentOf(tree, parentOf(tree, list)) : parentOf(tree, list);
  if (kindOf(tree, call) !== Kind.call || childIn(tree, call, Field.arguments) === NO_NODE) return undefined;
  const given = argumentsOf(tree, call);
  const positional = given.filter(({ keyword }) => keyword === undefined);
  const index = positional.findIndex(({ value }) => value === literal.node);
  const keyword = given.find(({ value }) => value === literal.node)?.keyword;
  const called = calledNameOf(tree, call);
  const callee = calleeOf(tree, call) ?? called;
  const { value } = literal;
  const isPath = (index === 0 || keyword === 'target') && isDotted(value);
  if (isPath && takesPath(callee, called)) return { form: 'path', path: value };
  const isName = index === 1 || keyword === 'attribute' || keyword === 'name';
  const target = positional[0]?.value ?? given.find((argument) => argument.keyword === 'target')?.value;
  if (isName && target !== undefined && takesName(callee, called) && !value.includes('.'))
    return { form: 'attribute', target, name: value };
  return undefined;
}

function fixtureForm(module: TestModule, { node }: Literal): Form | undefined {
  const { tree } = module;
  const call = ancestorOf(tree, node, Kind.call, Kind.subscript, Kind.lambda, Kind.dictionary);
  if (kindOf(tree, call) !== Kind.call || childIn(tree, call, Field.arguments) === NO_NODE) return undefined;
  const given = argumentsOf(tree, call);
  const argument = given.find(({ value }) => contains(tree, value, node));
  if (argument === undefined) return undefined;
  const { keyword, value } = argument;
  const isAlone = value === node;
  const isFirst = given[0] === argument && keyword === undefined;
  const fixture = (by: FixtureString): Form => ({ form: 'fixture', by, call });
  const origin = module.imports.originOf(calleeOf(tree, call) ?? '');
  switch (calledNameOf(tree, call)) {
    case 'usefixtures':
      return isAlone && keyword === undefined ? fixture('usefixtures') : undefined;
    case 'getfixturevalue':
    case 'getfuncargvalue':
      return isAlone && (isFirst || keyword === 'argname') ? fixture('getfixturevalue') : undefined;
    case 'parametrize':
      if (!isAlone && !isListed(tree, node, call)) return undefined;
      if (isFirst || keyword === 'argnames') return fixture('argnames');
      return keyword === 'indirect' ? fixture('indirect') : undefined;
    default:
      return isAlone && keyword === 'name' && /(?:^|[._])fixture$/.test(origin) ? fixture('name') : undefined;
  }
}

const isDotted = (value: string) =>
  /^[\p{XID_Start}_][\p{XID_Continue}.]*\.[\p{XID_Continue}]+$/u.test(value);

function takesPath(callee: string, called: string): boolean {
  if (/(?:^|\.)patch(?:\.dict|\.multiple)?$/.test(callee)) return true;
  return /^(?:setattr|delattr|stub_out|MonkeyPatch|MockPatch|import_module)$/.test(called);
}

function takesName(callee: string, called: string): boolean {
  if (/(?:^|\.)patch\.object$/.test(callee)) return true;
  return /^(?:getattr|setattr|hasattr|delattr|spy|Set|SmartSet|StubOutWithMock|MockPatchObject)$/.test(
    called,
  );
}

/** A string in the list of names that `__all__` or `__slots__` holds, or that is added to it. */
function formInTable({ tree }: TestModule, { node }: Literal): Form | undefined {
  const statement = ancestorOf(tree, node, Kind.expression_statement);
  if (statement === NO_NODE) return undefined;
  const owner = statement + 1;
  const isAssignment =
    kindOf(tree, owner) === Kind.assignment || kindOf(tree, owner) === Kind.augmented_assignment;
  const isCall =
    kindOf(tree, owner) === Kind.call &&
    /\.(?:append|extend|insert|remove)$/.test(calleeOf(tree, owner) ?? '');
  if (!isAssignment && !isCall) return undefined;
  const table = isCall
    ? textOf(tree, childIn(tree, childIn(tree, owner, Field.function), Field.object))
    : textOf(tree, childIn(tree, owner, Field.left));
  const values = isCall
    ? argumentsOf(tree, owner).map((argument) => argument.value)
    : childrenIn(tree, owner, Field.right);
  if (!values.some((value) => contains(tree, value, node)) || !isListed(tree, node, owner)) return undefined;
  if (table === '__all__') return { form: 'export' };
  return table === '__slots__' ? { form: 'slot' } : undefined;
}

/** Whether nothing but displays and `+` stands between a string and what it is in. */
function isListed(tree: TestModule['tree'], node: Node, owner: Node): boolean {
  for (let outer = parentOf(tree, node); outer !== owner; outer = parentOf(tree, outer)) {
    if (!listing.has(kindOf(tree, outer))) return false;
  }
  return true;
}

const listing: ReadonlySet<number> = new Set<number>([
  Kind.list,
  Kind.tuple,
  Kind.set,
  Kind.expression_list,
  Kind.binary_operator,
  Kind.parenthesized_expression,
  Kind.argument_list,
  Kind.keyword_argument,
]);

/** One part of a dotted path, what the parts before it give, and where it stands. */
export interface PathPart {
  readonly name: string;
  readonly object: Value;
  readonly span: Span;
}

/** The parts of a dotted path that are looked up in something. */
export function pathPartsOf(world: World, module: TestModule, literal: Literal): readonly PathPart[] {
  const { project } = world;
  const names = literal.value.split('.');
  let object: Value = foreignOrModule(project, module, names[0] ?? '');
  let at = (names[0] ?? '').length + 1;
  return names.slice(1).map((name, index) => {
    const start = literal.offsets[at] ?? startOf(module.tree, literal.node);
    const part = { name, object, span: { start, end: start + name.length } };
    const next = memberOf(world, object, name);
    object =
      next.kind === 'foreign' ? foreignOrModule(project, module, names.slice(0, index + 2).join('.')) : next;
    at += name.length + 1;
    return part;
  });
}

function foreignOrModule(project: Project, module: TestModule, name: string): Value {
  const link = linkOf(project, module, name);
  return link.to === 'elsewhere' ? { kind: 'foreign', origin: name } : { kind: 'module', link };
}
