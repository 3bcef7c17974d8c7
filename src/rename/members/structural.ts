import { ancestryOf, classKeywordsOf, classVariableOf } from './families.ts';
import { type Objection, refuse } from '../steps.ts';
import type { ClassOf, Value } from '../values/value-kinds.ts';
import type { World } from '../world.ts';

/** Whether objects of classes that do not derive from a class may count as objects of it (PEP 3119, PEP 544). */
export function isStructural(world: World, value: Value): boolean {
  if (value.kind === 'foreign') return VIRTUAL.test(value.origin);
  if (value.kind !== 'class') return false;
  const { classes, others } = ancestryOf(world, value.class);
  return (
    others.some(({ base }) => base.kind === 'foreign' && isProtocol(base.origin)) ||
    [...classes.values()].some((owner) => isAskedOtherwise(owner))
  );
}

/** What every object is one of, and what classes outside of the project say of themselves that they are. */
const VIRTUAL =
  /^(?:builtins\.)?object$|^(?:collections\.abc|typing|typing_extensions|numbers|abc|io|importlib\.abc)\.|^os\.PathLike$|^contextlib\.Abstract\w+$/;

const isProtocol = (origin: string) => /^typing(?:_extensions)?\.Protocol$/.test(origin);

/** A metaclass, or the class itself, says what its objects are. */
function isAskedOtherwise({ module, definition }: ClassOf): boolean {
  return (
    classKeywordsOf(module, definition).length > 0 ||
    module.definitions.some(
      ({ enclosing, name }) =>
        enclosing === definition && /^__(?:subclass|instance)(?:hook|check)__$/.test(name),
    )
  );
}

/** Objects to a member that a protocol of the project asks for: what has it counts as an object of the protocol. */
export function* protocolsWith(world: World, ...names: readonly string[]): Generator<Objection> {
  for (const name of names) {
    for (const module of world.modulesWith(name)) {
      for (const definition of module.definitions) {
        if (definition.kind !== 'class') continue;
        const member = classVariableOf(module, definition, name);
        if (member === undefined) continue;
        const { others } = ancestryOf(world, { module, definition });
        if (others.some(({ base }) => base.kind === 'foreign' && isProtocol(base.origin)))
          yield refuse(
            'interface',
            `\`${name}\``,
            module,
            member.definitions[0]?.start ?? definition.nameSpan.start,
          );
      }
    }
  }
}
