import { isStaticMethod } from '../../python/definitions.ts';
import { Kind, textOf } from '../../python/syntax.ts';
import { aliasesOf, type Family } from './families.ts';
import { type Holder, type LookupIn, parameterAt, type Step, stepsFrom } from './holders.ts';
import { remembered } from '../remembered.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import type { World } from '../world.ts';

/**
 * The lookups of computed names in objects and classes of a family that their methods, or those that name them, hand to
 * functions of the project, which hand them on.
 */
export function lookupsInHandedOn(world: World, family: Family): readonly LookupIn[] {
  const lookups: LookupIn[] = [];
  const holders = new Map<Holder['key'], Holder>();
  const add = (found: Found) => {
    for (const holder of found.holders) if (!holders.has(holder.key)) holders.set(holder.key, holder);
    lookups.push(...found.lookups);
  };
  for (const owner of family.related.values()) add({ lookups: [], holders: [...selvesOf(owner)] });
  for (const owner of family.descendants.values()) add(foundWhereNamed(world, owner));
  // What is added to a map while it is gone through is gone through as well.
  for (const holder of holders.values()) add(foundIn(world, holder));
  return lookups;
}

/** What happens to a value at once: how it is looked into, and where it gets to. */
interface Found {
  readonly lookups: readonly LookupIn[];
  readonly holders: readonly Holder[];
}

const known = new WeakMap<World, Map<Holder['key'], Found>>();

function foundIn(world: World, { key, module, reads }: Holder): Found {
  const byHolder = known.get(world) ?? new Map<Holder['key'], Found>();
  known.set(world, byHolder);
  const present = byHolder.get(key);
  if (present !== undefined) return present;
  const found = gathered([...reads()].map((node) => stepsFrom(world, module, node)));
  byHolder.set(key, found);
  return found;
}

const foundWhereNamed = remembered((world: World, owner: ClassOf): Found => {
  const steps = [...aliasesOf(world, owner)].flatMap((alias) =>
    world
      .modulesWith(alias)
      .flatMap((module) =>
        [...module.nodesOf(Kind.identifier)]
          .filter((node) => textOf(module.tree, node).normalize('NFKC') === alias)
          .map((node) => stepsFrom(world, module, node)),
      ),
  );
  return gathered(steps);
});

function gathered(paths: readonly Iterable<Step>[]): Found {
  const lookups: LookupIn[] = [];
  const holders = new Map<Holder['key'], Holder>();
  for (const step of paths.flatMap((path) => [...path])) {
    if ('lookup' in step) lookups.push(step.lookup);
    else holders.set(step.holder.key, step.holder);
  }
  return { lookups, holders: [...holders.values()] };
}

/** `self` and `cls` of the methods of a class. */
function* selvesOf({ module, definition }: ClassOf): Generator<Holder> {
  for (const method of module.definitions) {
    if (method.kind !== 'function' || method.enclosing !== definition || isStaticMethod(method)) continue;
    for (const { holder } of parameterAt(module, method, 0)) yield holder;
  }
}
