import type { ClassDefinition, Definition } from './definitions.ts';
import type { Bindings } from './scope.ts';
import { Kind, kindOf, type Node, startOf, type SyntaxTree } from './syntax.ts';

/** What a module shows of its classes from inside their methods. */
export interface Members {
  /**
   * The class that an expression is an instance of, or is itself, because it is the first parameter of a method: `self`
   * in a method and in the functions in it. Undefined for any other expression.
   */
  readonly classOf: (expression: Node) => ClassDefinition | undefined;
  /** Whether a class, or a base of it in the module, binds a name in its body. */
  readonly has: (owner: ClassDefinition, name: string) => boolean;
  /** The bases of a class, and of its bases in the module, that the module does not define, as they are written. */
  readonly outsideBasesOf: (owner: ClassDefinition) => readonly string[];
}

export interface MemberSource {
  readonly tree: SyntaxTree;
  readonly bindings: Bindings;
  readonly definitions: readonly Definition[];
  readonly definitionAt: (offset: number) => Definition | undefined;
}

export function membersOf({ tree, bindings, definitions, definitionAt }: MemberSource): Members {
  const classes = new Map(
    definitions.flatMap((definition) =>
      definition.kind === 'class' ? [[definition.name, definition] as const] : [],
    ),
  );
  /** A class, and its bases in the module. */
  const lineageOf = (owner: ClassDefinition): ReadonlySet<ClassDefinition> => {
    const lineage = new Set([owner]);
    for (const one of lineage) {
      for (const base of one.bases) {
        const known = classes.get(base);
        if (known !== undefined) lineage.add(known);
      }
    }
    return lineage;
  };
  return {
    classOf(expression) {
      if (kindOf(tree, expression) !== Kind.identifier) return undefined;
      const binding = bindings.bindingAt(startOf(tree, expression));
      const start = binding?.definitions[0]?.start;
      if (binding?.kind !== 'parameter' || start === undefined) return undefined;
      const method = definitionAt(start);
      if (method?.kind !== 'function' || method.enclosing?.kind !== 'class') return undefined;
      const isStatic = method.decorators.some(({ name }) => name === 'staticmethod');
      return !isStatic && method.parameters[0]?.span.start === start ? method.enclosing : undefined;
    },
    has(owner, name) {
      return [...lineageOf(owner)].some(
        ({ node }) => (bindings.scopeAt(node)?.symbols.get(name)?.definitions.length ?? 0) > 0,
      );
    },
    outsideBasesOf: (owner) =>
      [...lineageOf(owner)].flatMap(({ bases }) => bases.filter((base) => !classes.has(base))),
  };
}
