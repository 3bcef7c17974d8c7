import { argumentsOf, calledNameOf, valueGivenTo } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { isSpelt } from '../../python/mentions.ts';
import {
  ancestorOf,
  childIn,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
} from '../../python/syntax.ts';
import { attributesNamed, isRead } from '../members/attribute-reads.ts';
import { storesByComputedName } from '../members/computed-stores.ts';
import { callWith } from '../functions/passed-on.ts';
import { lastPartOf, type Link, linkOf, submoduleOf } from '../references/links.ts';
import { constantAt, type Literal, literalAt, literalsWith } from '../references/literals.ts';
import { formOf, pathPartsOf } from '../references/strings.ts';
import { rememberedOf } from '../remembered.ts';
import { trusting, type World } from '../world.ts';
import { isPutAmongModules } from './exchanged-imports.ts';
import { type ModuleGiven, modulesAmong, modulesGivenBy } from './given-modules.ts';
import { isPlainMock, putsPlainMock } from './plain-mocks.ts';

/** Where something other than a plain mock may take the place of a name. */
interface Exchanges {
  /** The modules of which the attribute is exchanged. */
  readonly paths: ReadonlySet<string>;
  /** The files that exchange it in a module which cannot be told: it may be any that they name. */
  readonly by: readonly string[];
}

/** Whether what a module has under a name may be another thing at times: `monkeypatch.setattr(shop, "gateway", fake)`. */
export function isNameExchanged(world: World, owner: Link, name: string): boolean {
  if (world.isTrusting === true) return false;
  const { paths, by } = exchangesOf(world, name);
  return pathsOf(owner).some((path) => {
    if (paths.has(path) || storesInGlobals(world, path)) return true;
    return by.some((other) => other === path || names(world, other, path));
  });
}

const names = (world: World, file: string, path: string) =>
  world.pathsWith(lastPartOf({ path })).includes(file);

/** Whether a module binds computed names: `globals()[name] = value`. */
const storesInGlobals = rememberedOf((world: World, path: string): boolean => {
  const text = world.project.text(path) ?? '';
  return text.includes('globals()') && STORING_IN_GLOBALS.test(text);
});

const STORING_IN_GLOBALS =
  /\bglobals\(\)\s*(?:\[(?!["'][^"']*["']\s*\])[^\n]*\]\s*=(?!=)|\.\s*(?:update|setdefault|__setitem__)\b)/;

/** The path of a module, or of a package without one. */
function pathsOf(link: Link): readonly string[] {
  switch (link.to) {
    case 'module':
      return [link.path];
    case 'folder':
      return [link.folder];
    case 'unknown':
      return link.candidates;
    case 'elsewhere':
      return [];
  }
}

// The module in which something is put is the one that is written there.
const exchangesOf = rememberedOf((world: World, name: string) => foundExchanges(trusting(world), name));

function foundExchanges(world: World, name: string): Exchanges {
  const paths = new Set<string>();
  const by: string[] = [];
  for (const { module, owner } of exchangesIn(world, name)) {
    if (owner === 'any') by.push(module.path);
    else for (const path of pathsOf(owner)) paths.add(path);
  }
  return { paths, by };
}

interface Exchange {
  readonly module: TestModule;
  readonly owner: ModuleGiven;
}

function* exchangesIn(world: World, name: string): Generator<Exchange> {
  // Mostly a method gives its own object an attribute of that name, which is none of a module.
  const written = String.raw`["'.]\s*${name}\s*["']|(?<!\bself)\.\s*${name}\s*(?:[-+*/|&^%@<>]*=(?!=)|[,:)\]][^\n]*[^=!<>\n]=(?!=))|\b(?:as|for)\b[^\n]*\.\s*${name}\b`;
  const asKeyword = new RegExp(String.raw`\b${name}\s*=(?!=)`, 'u');
  const mayExchange = new RegExp(written, 'u');
  for (const path of world.pathsWith(name)) {
    const text = world.project.text(path) ?? '';
    if (!mayExchange.test(text) && !(asKeyword.test(text) && FILLING.test(text))) continue;
    const module = world.project.module(path);
    if (module === undefined) continue;
    const owners = [...byStores(world, module, name), ...byKeywords(world, module, name)];
    for (const literal of literalsWith(module, name)) owners.push(...byString(world, module, literal, name));
    for (const owner of owners) yield { module, owner };
  }
}

/** Without one of these words no keyword of a call becomes an attribute of a module. */
const FILLING = /\b(?:multiple|setattr|vars|__dict__|globals|update|stub_out)\b/;

function* byStores(world: World, module: TestModule, name: string): Generator<ModuleGiven> {
  const { tree } = module;
  for (const node of attributesNamed(module, name)) {
    if (isRead(tree, node)) continue;
    const object = childIn(tree, node, Field.object);
    // The object of a method is no module.
    if (module.members.classOf(object) !== undefined || isPlainMock(world, module, valueGivenTo(tree, node)))
      continue;
    yield* modulesGivenBy(world, module, object);
  }
}

/** `patch.multiple(shop, gateway=fake)` and `vars(shop).update(gateway=fake)`. */
function* byKeywords(world: World, module: TestModule, name: string): Generator<ModuleGiven> {
  const { tree } = module;
  for (const node of module.nodesOf(Kind.keyword_argument)) {
    if (!isSpelt(tree, childIn(tree, node, Field.name), name)) continue;
    const call = parentOf(tree, parentOf(tree, node));
    if (kindOf(tree, call) !== Kind.call) continue;
    const target = argumentsOf(tree, call)[0]?.value ?? NO_NODE;
    if (calledNameOf(tree, call) !== 'multiple') yield* filledByComputedName(world, module);
    else if (literalAt(module, target) === undefined) yield* modulesGivenBy(world, module, target);
    else yield linkOf(world.project, module, constantAt(module, target) ?? '');
  }
}

function* byString(world: World, module: TestModule, literal: Literal, name: string): Generator<ModuleGiven> {
  const { tree } = module;
  const { node, value } = literal;
  const isName = value === name;
  if (literal.isDocstring || !(isName || value.endsWith(`.${name}`))) return;
  const call = callWith(module, node);
  const called = call === NO_NODE ? '' : calledNameOf(tree, call);
  if (READING.test(called) || (call !== NO_NODE && putsPlainMock(world, module, call, isName ? 1 : 0)))
    return;
  if (isPart(module, literal) && isBelowSetting(module, node)) yield 'any';
  const form = formOf(module, literal);
  if (form.form === 'attribute') {
    yield* modulesGivenBy(world, module, form.target);
  } else if (isName) {
    if (call !== NO_NODE) yield* modulesAmong(world, module, call);
    yield* filledByComputedName(world, module);
  } else if (!isPart(module, literal) && /^[\w.]+$/u.test(value)) {
    const object = pathPartsOf(world, module, literal).at(-1)?.object;
    if (object?.kind !== 'module') return;
    // A string that names a module itself, as a logger is called, puts nothing in its place.
    const isSubmodule = submoduleOf(world.project, object.link, name) !== undefined;
    if (form.form === 'path' || !isSubmodule) yield object.link;
  }
}

/** Whether a string is put together with others: `"shop." + name`, `"{}.gateway".format(name)`. */
const isPart = ({ tree }: TestModule, { node, isFormatted }: Literal) =>
  isFormatted || PARTS.has(kindOf(tree, parentOf(tree, node)));

const PARTS: ReadonlySet<number> = new Set<number>([Kind.binary_operator, Kind.attribute]);

function isBelowSetting({ tree }: TestModule, node: Node): boolean {
  for (
    let call = ancestorOf(tree, node, Kind.call);
    call !== NO_NODE;
    call = ancestorOf(tree, call, Kind.call)
  )
    if (SETTING.test(calledNameOf(tree, call)) || calledNameOf(tree, call) === 'object') return true;
  return false;
}

/** What only looks, or takes away, or fills what it finds. */
const READING =
  /^(?:getattr|hasattr|delattr|delitem|spy|dict|multiple|import_module|reload|getLogger|get_logger|find_spec|importorskip|resolve_name|pop|get)$/;
const SETTING = /^(?:patch|setattr|stub_out|MonkeyPatch|MockPatch)$/;

function filledByComputedName(world: World, module: TestModule): readonly ModuleGiven[] {
  const owners: ModuleGiven[] = [];
  storesByComputedName(world, module, (value) => {
    if (value.kind === 'module') owners.push(value.link);
    return false;
  });
  return owners;
}

/** Whether something else may be imported under the name of a module: it is put among `sys.modules`. */
export function isImportExchanged(world: World, { path }: Extract<Link, { to: 'module' }>): boolean {
  return world.isTrusting !== true && isPutAmongModules(world, path);
}
