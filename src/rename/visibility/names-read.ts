import type { Definition } from '../../python/definitions.ts';
import { calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { definitionsOf, keepsOwnName, takesAnotherName } from '../references/definition-names.ts';
import { type Objection, refuse } from '../steps.ts';
import type { World } from '../world.ts';
import { isHandedOn } from './computed-from-names.ts';
import { shownOf } from './observers.ts';

/** The attributes that give the name of a function or class; `typename` is that of what `pytest.raises` has caught. */
const NAMES = {
  function: /^__(?:name|qualname)__$|^func_name$/,
  class: /^__(?:name|qualname)__$|^typename$/,
} as const;

/** Objects where a `__name__` is read that may be the definition's. */
export function* readNames(world: World, module: TestModule, definition: Definition): Generator<Objection> {
  const { tree } = module;
  const { kind } = definition;
  for (const node of module.nodesOf(Kind.identifier)) {
    if (fieldOf(tree, node) !== Field.attribute) continue;
    if (!NAMES[kind].test(textOf(tree, node))) continue;
    const object = childIn(tree, parentOf(tree, node), Field.object);
    if (kind === 'function' && isOfType(module, object)) continue;
    if (isOther(world, module, object, definition)) continue;
    yield refuse('name-in-string', shownOf(module, parentOf(tree, node)), module, startOf(tree, node));
  }
}

/** `type(x)` and `x.__class__` are classes. */
function isOfType({ tree }: TestModule, object: Node): boolean {
  if (kindOf(tree, object) === Kind.call) return calledNameOf(tree, object) === 'type';
  return kindOf(tree, object) === Kind.attribute && textOf(tree, object).endsWith('.__class__');
}

/** Whether an expression is the name of another function, class or module of the file, and stands for no other. */
function isOther(world: World, module: TestModule, object: Node, definition: Definition): boolean {
  const { tree, bindings } = module;
  if (kindOf(tree, object) !== Kind.identifier || textOf(tree, object) === definition.name) return false;
  const binding = bindings.bindingAt(startOf(tree, object));
  if (binding?.kind === 'import') return true;
  if (binding?.kind !== 'function' && binding?.kind !== 'class') return false;
  return (
    definitionsOf(module, binding).every((other) => keepsOwnName(module, other)) ||
    takesAnotherName(module, definition) ||
    !isHandedOn(world, module, definition)
  );
}
