import type { Definition } from '../../python/definitions.ts';
import { calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
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
import { literalStart, literalsWith } from '../references/literals.ts';
import { computedLookupsOf } from '../members/lookups.ts';
import { loopOf } from '../values/loops.ts';
import { shownOf } from './observers.ts';
import { type Objection, refuse, refuseAt } from '../steps.ts';
import { valueOf } from '../values/values.ts';
import { rememberedOfAll } from '../remembered.ts';
import type { World } from '../world.ts';

/**
 * Objects to a function that may log where the project writes or reads the name of the function that does: `funcName` of
 * a record (logging reference, "LogRecord attributes"), which is that of the code which calls the logger.
 */
export function* namesInLogs(world: World, module: TestModule, definition: Definition): Generator<Objection> {
  if (definition.kind !== 'function') return;
  const { found, isOfCallers } = recordsOf(world);
  if (found === undefined) return;
  const { tree } = module;
  const calls = module.nodesOf(Kind.call).filter((call) => contains(tree, definition.node, call));
  if (calls.some((call) => isOfCallers || mayLog(world, module, call))) yield found;
}

const RECORD_ATTRIBUTE = 'funcName';

interface Records {
  /** The first place where the project reads or writes the attribute. */
  readonly found: Objection | undefined;
  /** Whether a call in the project logs in the name of one of its callers. */
  readonly isOfCallers: boolean;
}

const recordsOf = rememberedOfAll((world): Records => {
  const [found] = placesIn(world);
  return { found, isOfCallers: found !== undefined && skipsCallers(world) };
});

function* placesIn(world: World): Generator<Objection> {
  for (const module of world.modulesWith(RECORD_ATTRIBUTE)) {
    const { tree } = module;
    const node = Array.from(module.nodesOf(Kind.attribute)).find(
      (one) => textOf(tree, childIn(tree, one, Field.attribute)) === RECORD_ATTRIBUTE,
    );
    if (node !== undefined)
      yield refuse('name-in-string', shownOf(module, node), module, startOf(tree, node));
    const told = literalsWith(module, RECORD_ATTRIBUTE).find(({ isDocstring }) => !isDocstring);
    if (told !== undefined)
      yield refuse('name-in-string', shownOf(module, told.node), module, literalStart(module, told));
  }
  for (const { path, line } of world.mentionsOf(RECORD_ATTRIBUTE))
    yield refuseAt('name-in-string', `\`${RECORD_ATTRIBUTE}\``, path, line);
  for (const module of world.modulesWith('records')) {
    const lookup = computedLookupsOf(module).find(({ object }) => isCaptured(module, object));
    if (lookup !== undefined)
      yield refuse('name-in-string', shownOf(module, lookup.node), module, startOf(module.tree, lookup.node));
  }
}

/** Whether an expression is one of the records that a test has captured: `caplog.records[0]`, or of a loop over them. */
function isCaptured(module: TestModule, object: Node): boolean {
  if (object === NO_NODE) return false;
  const { tree, bindings } = module;
  switch (kindOf(tree, object)) {
    case Kind.attribute:
      return textOf(tree, childIn(tree, object, Field.attribute)) === 'records';
    case Kind.subscript:
      return isCaptured(module, childIn(tree, object, Field.value));
    case Kind.identifier:
      return isCaptured(module, loopOf(module, bindings.bindingAt(startOf(tree, object))));
    default:
      return false;
  }
}

/** Whether a call may be one of a logger. */
function mayLog(world: World, module: TestModule, call: Node): boolean {
  const value = valueOf(world, module, childIn(module.tree, call, Field.function));
  if (value.kind === 'foreign') return !value.origin.startsWith('builtins.');
  return value.kind === 'unknown';
}

function skipsCallers(world: World): boolean {
  return world.modulesWith('stacklevel').some(({ tree, nodesOf }) =>
    Array.from(nodesOf(Kind.keyword_argument)).some((argument) => {
      const call = parentOf(tree, parentOf(tree, argument));
      const isLevel = textOf(tree, childIn(tree, argument, Field.name)) === 'stacklevel';
      return isLevel && kindOf(tree, call) === Kind.call && LOGGING.test(calledNameOf(tree, call));
    }),
  );
}

const LOGGING = /^(?:debug|info|warning|warn|error|exception|critical|fatal|log|_log)$/;
