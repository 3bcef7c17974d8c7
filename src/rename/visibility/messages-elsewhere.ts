import type { TestModule } from '../../python/module.ts';
import { contains, Kind, type Node, textOf } from '../../python/syntax.ts';
import { type Literal, literalStart, literalsWith } from '../references/literals.ts';
import { partsOf } from './name-parts.ts';
import { shownOf } from './observers.ts';
import { onlookersOf } from './onlookers.ts';
import { asksForText, outermostExpressionAt, outermostFunctionAt } from './parts-in-messages.ts';
import { type Objection, refuse } from '../steps.ts';
import type { World } from '../world.ts';

/** Objects where another file has the name of a nested function or class as Python prints it, and asks for that. */
export function nestedElsewhere(world: World, module: TestModule, name: string): Generator<Objection> {
  return messagesElsewhere(
    world,
    module,
    name,
    (other, node, isAlone) => asksForText(other, node, !isAlone) || names(other, node, SPECIAL_NAME),
  );
}

/** The same for a variable that may be read before it is bound, in a function that expects the error of that. */
export function unboundElsewhere(world: World, module: TestModule, name: string): Generator<Objection> {
  return messagesElsewhere(
    world,
    module,
    name,
    (other, node, _isAlone, around) => asksForText(other, node, false) && names(other, around, NAME_ERRORS),
  );
}

type IsAsking = (module: TestModule, node: Node, isAlone: boolean, around: Node) => boolean;

function* messagesElsewhere(
  world: World,
  module: TestModule,
  name: string,
  isAsking: IsAsking,
): Generator<Objection> {
  const holding = new Set(world.project.isWhole ? world.pathsWith(name) : []);
  for (const path of onlookersOf(world, module)) {
    const text = holding.has(path) ? (world.project.text(path) ?? '') : '';
    const other = MAY_ASK.test(text) ? world.project.module(path) : undefined;
    const found =
      other === undefined
        ? undefined
        : literalsWith(other, name).find((literal) => isTelling(other, literal));
    if (other !== undefined && found !== undefined)
      yield refuse('source-text', shownOf(other, found.node), other, literalStart(other, found));
  }

  function isTelling(other: TestModule, literal: Literal): boolean {
    const around = outermostFunctionAt(other, literalStart(other, literal));
    if (around === undefined) return false;
    const expression = outermostExpressionAt(other, literal.node);
    return Array.from(partsOf(name, literal)).some(
      ({ kind, isAlone }) =>
        kind === 'whole' && isAsking(other, isAlone ? expression : around.node, isAlone, around.node),
    );
  }
}

// So that a file without any of the words need not be parsed.
const MAY_ASK =
  /Error|Exception|match|raises|warns|repr|str|ascii|format|__name__|__qualname__|caplog|capsys|capfd|stderr/;

const SPECIAL_NAME = /^__(?:qual)?name__$/;
const NAME_ERRORS = /^(?:NameError|UnboundLocalError|(?:Base)?Exception)$/;

function names({ tree, nodesOf }: TestModule, node: Node, word: RegExp): boolean {
  return nodesOf(Kind.identifier).some(
    (identifier) => contains(tree, node, identifier) && word.test(textOf(tree, identifier)),
  );
}
