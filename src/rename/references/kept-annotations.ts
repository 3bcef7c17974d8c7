import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { Field, fieldOf, Kind, type Node, startOf, textOf } from '../../python/syntax.ts';
import { stringsThatMean } from './annotations.ts';
import { importedBy } from './import-graph.ts';
import { lastPartOf } from './links.ts';
import { observersOf } from '../visibility/observers.ts';
import { unevaluatedOf } from './occurrences.ts';
import { isConftest } from '../pytest/providers.ts';
import { runnersIn } from '../visibility/reach.ts';
import { type Objection, refuse } from '../steps.ts';
import { rememberedOfAll } from '../remembered.ts';
import type { World } from '../world.ts';

/** Objects where the program may read, as text, an annotation of a module that names a binding. */
export function* readAsText(world: World, module: TestModule, binding: Binding): Generator<Objection> {
  if (!isKeptAsText(module, binding)) return;
  const readers = readersIn(world);
  if (readers.length === 0) return;
  const within = modulesWithin(world, module);
  for (const { module: reading, node } of readers) {
    if (within === 'project' || within.has(reading))
      yield refuse('code-object', textOf(reading.tree, node), reading, startOf(reading.tree, node));
  }
}

/** Whether Python keeps the text of an annotation that names a binding, and not what it means (PEP 563). */
function isKeptAsText(module: TestModule, binding: Binding): boolean {
  const isPostponed = module
    .nodesOf(Kind.future_import_statement)
    .some((node) => /\bannotations\b/.test(textOf(module.tree, node)));
  return (
    (isPostponed && unevaluatedOf(module, binding).length > 0) || stringsThatMean(module, binding).length > 0
  );
}

/** The modules that what a module defines may get to; the whole project for one that others may import. */
function modulesWithin(world: World, module: TestModule): ReadonlySet<TestModule> | 'project' {
  const name = lastPartOf(module);
  const isAlone = world.pathsNaming(name).every((path) => path === module.path);
  if (!isAlone || isConftest(module)) return 'project';
  return new Set([...importedBy(world.project, [module]), ...runnersIn(world)]);
}

interface Reader {
  readonly module: TestModule;
  readonly node: Node;
}

/** The places in the project that read annotations. */
const readersIn = rememberedOfAll((world): readonly Reader[] => {
  const modules = new Set(READERS.flatMap((word) => world.modulesWith(word)));
  return [...modules].flatMap((module) =>
    [...signaturesReadIn(module), ...fieldsReadIn(module)].map((node) => ({ module, node })),
  );
});

const READERS: readonly string[] = (
  '__annotations__ get_annotations signature Signature getfullargspec getargspec formatargspec fields fields_dict ' +
  '__dataclass_fields__ __attrs_attrs__'
).split(' ');

/** `get_type_hints` gives what the text means; the others need no annotation. */
const BLIND = /autospec$|^(?:get_type_hints|getcallargs|__wrapped__|__kwdefaults__)$/;

function signaturesReadIn(module: TestModule): readonly Node[] {
  return observersOf(module).flatMap(({ kind, shown, node }) =>
    kind === 'signature' && !BLIND.test(shown) ? [node] : [],
  );
}

/** The fields of a dataclass, where a `type` is read. */
function fieldsReadIn({ tree, imports, nodesOf }: TestModule): readonly Node[] {
  const attributes = nodesOf(Kind.identifier).filter((node) => fieldOf(tree, node) === Field.attribute);
  if (!attributes.some((node) => textOf(tree, node) === 'type')) return [];
  const isFields = (node: Node) =>
    /^(?:dataclasses|attrs?)\.fields(?:_dict)?$|\.__(?:dataclass_fields|attrs_attrs)__$/.test(
      imports.originOf(textOf(tree, node)),
    );
  return [...nodesOf(Kind.identifier), ...nodesOf(Kind.attribute)].filter(isFields);
}
