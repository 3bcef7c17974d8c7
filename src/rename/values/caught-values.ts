import { argumentsOf, unwrapped, valueGivenTo } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  childrenOf,
  Field,
  firstNamedChildOf,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { definitionReaching } from './reaching.ts';
import { isTestCaseMethod } from '../pytest/test-case-methods.ts';
import { valueOf } from './values.ts';
import type { World } from '../world.ts';

/** The classes of one of which the exception is that `except … as` binds to a name; none for any other name. */
export function classesCaughtAs({ tree }: TestModule, target: Node): readonly Node[] {
  const pattern = parentOf(tree, parentOf(tree, target));
  if (kindOf(tree, parentOf(tree, target)) !== Kind.as_pattern_target) return [];
  const clause = parentOf(tree, pattern);
  if (kindOf(tree, clause) !== Kind.except_clause) return [];
  // `except*` gives a group of exceptions.
  if (childrenOf(tree, clause).some((child) => kindOf(tree, child) === Kind['*'])) return [];
  return listed(tree, firstNamedChildOf(tree, pattern));
}

function listed(tree: TestModule['tree'], expression: Node): readonly Node[] {
  const node = unwrapped(tree, expression);
  if (node === NO_NODE) return [];
  return kindOf(tree, node) === Kind.tuple ? namedChildrenOf(tree, node) : [node];
}

/** The classes of one of which `info.value` of `pytest.raises`, or `caught.exception` of `assertRaises`, is. */
export function classesExpectedAt(world: World, module: TestModule, attribute: Node): readonly Node[] {
  const { tree } = module;
  const name = textOf(tree, childIn(tree, attribute, Field.attribute));
  if (name !== 'value' && name !== 'exception') return [];
  const object = childIn(tree, attribute, Field.object);
  const calls = kindOf(tree, object) === Kind.identifier ? callsGivenTo(module, object) : [];
  const classes = calls.map((call) => (call === NO_NODE ? [] : classesExpectedBy(world, module, call, name)));
  return classes.some((expected) => expected.length === 0) ? [] : classes.flat();
}

/** What a variable is given where it is read: by the last statement that binds it, or by all. */
function callsGivenTo(module: TestModule, variable: Node): readonly Node[] {
  const { tree, bindings } = module;
  const binding = bindings.bindingAt(startOf(tree, variable));
  if (binding?.kind !== 'local' || binding.scope.kind !== 'function') return [];
  const reaching = definitionReaching(module, binding, variable);
  return (reaching === undefined ? binding.definitions : [reaching]).map(({ node }) => {
    const value = valueGivenTo(tree, node);
    return value !== NO_NODE && kindOf(tree, value) === Kind.call ? value : NO_NODE;
  });
}

function classesExpectedBy(
  world: World,
  module: TestModule,
  call: Node,
  name: 'value' | 'exception',
): readonly Node[] {
  const { tree } = module;
  const isExpecting = name === 'value' ? isRaises(world, module, call) : isAssertRaises(world, module, call);
  const first = argumentsOf(tree, call).find(
    ({ keyword }) => keyword === undefined || /^(?:expected_)?exception$/.test(keyword),
  );
  return isExpecting && first !== undefined ? listed(tree, first.value) : [];
}

function isRaises(world: World, module: TestModule, call: Node): boolean {
  const callee = valueOf(world, module, childIn(module.tree, call, Field.function));
  return callee.kind === 'foreign' && callee.origin === 'pytest.raises';
}

/** `with self.assertRaises(…) as caught`: of testtools, a call with a function gives the exception itself. */
function isAssertRaises(world: World, module: TestModule, call: Node): boolean {
  const isEntered = kindOf(module.tree, parentOf(module.tree, call)) === Kind.as_pattern;
  return isEntered && isTestCaseMethod(world, module, call, /^assertRaises(?:Regexp?)?$/);
}
