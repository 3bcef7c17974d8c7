import type { ClassDefinition, Definition } from './definitions.ts';
import {
  childIn,
  Field,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  type SyntaxTree,
  textOf,
} from './syntax.ts';

export interface PlainClassSource {
  readonly tree: SyntaxTree;
  readonly definitions: readonly Definition[];
  readonly originOf: (expression: Node) => string | undefined;
}

/**
 * Whether nothing that makes a class reads its name: no metaclass or other keyword, no decorator and no base but those
 * of the standard library that are known for it, and of the module's classes those that are plain themselves.
 */
export function isPlainClass(source: PlainClassSource, start: ClassDefinition): boolean {
  const seen = new Set<ClassDefinition>();
  const open = [start];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.decorators.some(({ node }) => !isKnownDecorator(source, node))) return false;
    for (const base of basesOf(source.tree, next)) {
      const own = classNamed(source, base);
      if (own !== undefined) open.push(own);
      else if (!isKnown(source.originOf(base))) return false;
    }
  }
  return true;
}

function isKnownDecorator({ tree, originOf }: PlainClassSource, decorator: Node): boolean {
  const [expression = NO_NODE] = namedChildrenOf(tree, decorator);
  const isCall = kindOf(tree, expression) === Kind.call;
  return isKnown(originOf(isCall ? childIn(tree, expression, Field.function) : expression));
}

/** What stands between the parentheses of a class statement, keywords included, `Generic` for `Generic[T]`. */
function basesOf(tree: SyntaxTree, { node }: ClassDefinition): readonly Node[] {
  const list = childIn(tree, node, Field.superclasses);
  if (list === NO_NODE) return [];
  return namedChildrenOf(tree, list)
    .filter((base) => kindOf(tree, base) !== Kind.comment)
    .map((base) => (kindOf(tree, base) === Kind.subscript ? childIn(tree, base, Field.value) : base));
}

/** The class of the module that a name stands for, where the module has one of that name. */
function classNamed({ tree, definitions }: PlainClassSource, base: Node): ClassDefinition | undefined {
  if (kindOf(tree, base) !== Kind.identifier) return undefined;
  const name = textOf(tree, base);
  const named = definitions.filter((definition) => definition.name === name);
  const [only] = named;
  return named.length === 1 && only?.kind === 'class' ? only : undefined;
}

const isKnown = (origin: string | undefined) =>
  origin !== undefined && KNOWN.has(/^\w+/.exec(origin)?.[0] ?? '');

const KNOWN: ReadonlySet<string> = new Set(
  (
    'abc argparse asyncio builtins collections contextlib dataclasses email enum functools html http io json logging ' +
    'pathlib pytest queue socketserver string threading typing typing_extensions unittest urllib'
  ).split(' '),
);
