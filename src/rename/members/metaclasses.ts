import type { Definition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import { childIn, Field, startOf, textOf } from '../../python/syntax.ts';
import { ancestryOf, classKeywordsOf } from './families.ts';
import { shownOf } from '../visibility/observers.ts';
import { type Objection, refuse } from '../steps.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';

/** Objects to a class that a metaclass of the project makes: it is told the name, and may keep it. */
export function* metaclassesToldNames(
  world: World,
  module: TestModule,
  definition: Definition,
): Generator<Objection> {
  if (definition.kind !== 'class') return;
  for (const owner of ancestryOf(world, { module, definition }).classes.values()) {
    for (const keyword of classKeywordsOf(owner.module, owner.definition)) {
      const { tree } = owner.module;
      if (textOf(tree, childIn(tree, keyword, Field.name)) !== 'metaclass') continue;
      const made = valueOf(world, owner.module, childIn(tree, keyword, Field.value));
      const isTold = made.kind !== 'foreign' && (made.kind !== 'class' || takesName(made.class));
      if (isTold)
        yield refuse('functional-name', shownOf(owner.module, keyword), owner.module, startOf(tree, keyword));
    }
  }
}

/** Whether a metaclass has a method that Python tells the name of a class which it makes. */
function takesName({ module, definition }: ClassOf): boolean {
  return module.definitions.some(
    ({ enclosing, name }) => enclosing === definition && /^__(?:new|init|prepare)__$/.test(name),
  );
}
