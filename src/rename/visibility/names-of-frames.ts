import type { Definition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import { contains, Kind, textOf } from '../../python/syntax.ts';
import { type Literal, literalsOf, literalStart } from '../references/literals.ts';
import { partsOf } from './name-parts.ts';
import { shownOf } from './observers.ts';
import { outermostFunctionAt } from './parts-in-messages.ts';
import { type Objection, refuse } from '../steps.ts';
import type { World } from '../world.ts';

/**
 * Objects to a function where a function of the project reads what the code of frames is called, whichever those are, and
 * has a string with a part of the name: `frame.f_code.co_name.startswith("pay_")`.
 */
export function* namesOfFrames(world: World, { kind, name }: Definition): Generator<Objection> {
  if (kind !== 'function') return;
  for (const module of new Set(WORDS.flatMap(world.modulesWith))) {
    const found = stringsBesideFrames(module).find((literal) =>
      Array.from(partsOf(name, literal)).some(({ isOpen }) => isOpen),
    );
    if (found !== undefined)
      yield refuse('name-in-string', shownOf(module, found.node), module, literalStart(module, found));
  }
}

const WORDS: readonly string[] = ['co_name', 'co_qualname'];

const known = new WeakMap<TestModule, readonly Literal[]>();

/** The strings in the functions of a module that read the name of code. */
function stringsBesideFrames(module: TestModule): readonly Literal[] {
  const present = known.get(module);
  if (present !== undefined) return present;
  const { tree } = module;
  const reads = module.nodesOf(Kind.identifier).filter((node) => WORDS.includes(textOf(tree, node)));
  const literals = literalsOf(module).filter((literal) => {
    const around = outermostFunctionAt(module, literalStart(module, literal));
    return around !== undefined && reads.some((node) => contains(tree, around.node, node));
  });
  known.set(module, literals);
  return literals;
}
