import { argumentsOf, unwrapped } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { callOf } from '../references/called-at.ts';
import { constantAt } from '../references/literals.ts';

/**
 * Whether all that comes of a frame is where its code stands: the file, the line, the frame of the caller, of which the
 * same holds, and what the interpreter itself puts into the globals. Such a frame shows no variable
 * (Language Reference 3.2.13.2). The identifier is one that gives a frame, `_getframe` or `f_back`, or its globals.
 */
export function isAskedForPlaceAlone(module: TestModule, identifier: Node): boolean {
  const { tree } = module;
  const search = { module, seen: new Set<number>() };
  switch (textOf(tree, identifier)) {
    case '_getframe':
    case 'currentframe': {
      const call = callOf(module, identifier);
      return call !== NO_NODE && isPlaceAlone(search, call);
    }
    case 'f_back':
    case 'f_globals':
      return fieldOf(tree, identifier) === Field.attribute && isPlace(search, parentOf(tree, identifier));
    case 'tb_frame':
      return (
        fieldOf(tree, identifier) === Field.attribute && isPlaceAlone(search, parentOf(tree, identifier))
      );
    default:
      return false;
  }
}

interface Search {
  readonly module: TestModule;
  /** Where the variables start that hold the frame and have been looked at. */
  readonly seen: Set<number>;
}

function isPlaceAlone(search: Search, frame: Node): boolean {
  const { tree } = search.module;
  let node = frame;
  while (kindOf(tree, parentOf(tree, node)) === Kind.parenthesized_expression) node = parentOf(tree, node);
  const parent = parentOf(tree, node);
  switch (kindOf(tree, parent)) {
    case Kind.attribute:
      return fieldOf(tree, node) === Field.object && isPlace(search, parent);
    case Kind.comparison_operator:
    case Kind.not_operator:
    case Kind.expression_statement:
    case Kind.delete_statement:
    case Kind.assert_statement:
      return true;
    case Kind.if_statement:
    case Kind.while_statement:
    case Kind.elif_clause:
      return fieldOf(tree, node) === Field.condition;
    case Kind.boolean_operator:
    case Kind.conditional_expression:
      return isPlaceAlone(search, parent);
    case Kind.assignment:
      return isKeptForPlace(search, parent, node);
    default:
      return false;
  }
}

/** Whether an attribute of a frame tells where it is, and nothing more is done with what tells more. */
function isPlace(search: Search, attribute: Node): boolean {
  const { tree } = search.module;
  const parent = parentOf(tree, attribute);
  const isObject = kindOf(tree, parent) === Kind.attribute && fieldOf(tree, attribute) === Field.object;
  const next = isObject ? textOf(tree, childIn(tree, parent, Field.attribute)) : '';
  switch (textOf(tree, childIn(tree, attribute, Field.attribute))) {
    case 'f_lineno':
    case 'f_lasti':
    case 'clear':
      return true;
    case 'f_back':
      return isPlaceAlone(search, attribute);
    case 'f_code':
      return next === 'co_filename' || next === 'co_firstlineno';
    case 'f_globals':
      return isOwnGlobal(search.module, attribute, parent, next);
    default:
      return false;
  }
}

/** `f_globals["__name__"]` and `f_globals.get("__file__")`: what every module has. */
function isOwnGlobal(module: TestModule, globals: Node, parent: Node, next: string): boolean {
  const { tree } = module;
  const isSubscript = kindOf(tree, parent) === Kind.subscript && fieldOf(tree, globals) === Field.value;
  const call = next === 'get' ? parentOf(tree, parent) : NO_NODE;
  const isCall = call !== NO_NODE && kindOf(tree, call) === Kind.call;
  let key = NO_NODE;
  if (isSubscript) key = childIn(tree, parent, Field.subscript);
  else if (isCall) key = argumentsOf(tree, call)[0]?.value ?? NO_NODE;
  return key !== NO_NODE && /^__(?:name|file|package|spec|loader)__$/.test(constantAt(module, key) ?? '');
}

/** Whether a frame is given to a variable of a function which is read for its place alone. */
function isKeptForPlace(search: Search, assignment: Node, value: Node): boolean {
  const { tree, bindings } = search.module;
  const target = unwrapped(tree, childIn(tree, assignment, Field.left));
  if (target === value || kindOf(tree, target) !== Kind.identifier) return false;
  const binding = bindings.bindingAt(startOf(tree, target));
  if (binding === undefined || binding.kind !== 'local' || binding.scope.kind !== 'function') return false;
  const [first] = binding.definitions;
  if (first === undefined || search.seen.has(first.start)) return true;
  search.seen.add(first.start);
  return binding.references.every(({ node }) => isPlaceAlone(search, node));
}
