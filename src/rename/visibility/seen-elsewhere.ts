import type { TestModule } from '../../python/module.ts';
import { contains, startOf } from '../../python/syntax.ts';
import { filesNamedBy } from '../references/imported-files.ts';
import { type Literal, literalsWith } from '../references/literals.ts';
import { type Observer, observersOf } from './observers.ts';
import { isConftest } from '../pytest/providers.ts';
import { outermostFunctionAt } from './parts-in-messages.ts';
import { onlookersOf } from './onlookers.ts';
import { type Objection, refuse } from '../steps.ts';
import type { World } from '../world.ts';

/**
 * Objects where a test that may use the module has the name of one of its variables in a string, and looks into frames or
 * code, or imports what prints all variables of an error: `getclosurevars(shop.adder()).nonlocals["price"]`. In a file
 * that is no test one function has to do both.
 */
export function* seenElsewhere(world: World, module: TestModule, name: string): Generator<Objection> {
  const { project } = world;
  const holding = new Set(project.isWhole ? world.pathsWith(name) : []);
  for (const path of onlookersOf(world, module)) {
    if (!holding.has(path)) continue;
    const looking = [
      ...lookingIn(world, module, path, LOOKING),
      ...filesNamedBy(project, path).flatMap((one) => lookingIn(world, module, one, PRINTING)),
    ];
    const other = looking.length === 0 ? undefined : project.module(path);
    const literals = other === undefined ? [] : literalsWith(other, name).filter((one) => !one.isDocstring);
    const isTest = other !== undefined && (other.model.tests.length > 0 || isConftest(other));
    const found = looking.find((one) => literals.some((literal) => isTest || isBeside(one, literal)));
    if (found !== undefined)
      yield refuse(
        found.observer.kind === 'frame' ? 'frame' : 'code-object',
        found.observer.shown,
        found.module,
        startOf(found.module.tree, found.observer.node),
      );
  }

  function isBeside({ module: other, observer }: Looking, literal: Literal): boolean {
    const around = outermostFunctionAt(other, startOf(other.tree, observer.node));
    return (
      around !== undefined &&
      literalsWith(other, name).includes(literal) &&
      contains(other.tree, around.node, literal.node)
    );
  }
}

interface Looking {
  readonly module: TestModule;
  readonly observer: Observer;
}

function lookingIn({ project }: World, module: TestModule, path: string, by: RegExp): readonly Looking[] {
  if (path === module.path || !by.test(project.text(path) ?? '')) return [];
  const other = project.module(path);
  if (other === undefined) return [];
  return observersOf(other)
    .filter(({ kind, shown }) => (kind === 'frame' || kind === 'code-object') && by.test(shown))
    .map((observer) => ({ module: other, observer }));
}

/** What has variables by their names; what climbs from frame to frame alone, or hands code on, has none. */
const LOOKING =
  /\b(?:f_locals|locals|getargvalues|get(?:generator|coroutine|asyncgen)locals|capture_locals|showlocals|settrace|setprofile|co_(?:varnames|names|freevars|cellvars)|getclosurevars|dis|Bytecode)\b/;

/** What prints all variables of the frames that an error has left, by whoever it is asked. */
const PRINTING = /\b(?:capture_locals|showlocals)\b/;
