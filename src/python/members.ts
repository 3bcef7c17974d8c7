import {
  type ClassDefinition,
  type Definition,
  type FunctionDefinition,
  isStaticMethod,
  type Parameter,
} from './definitions.ts';
import { argumentsOf, calledNameOf, dottedNameOf, stringContentOf } from './expressions.ts';
import type { Binding, Bindings } from './scope.ts';
import type { NodesOf } from './kinds.ts';
import {
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  type Node,
  parentOf,
  startOf,
  type SyntaxTree,
  textOf,
} from './syntax.ts';

/** What a module shows of its classes from inside their methods. */
export interface Members {
  /**
   * The class that an expression is an instance of, or is itself, because it is the first parameter of a method, by
   * whatever name: `self` in a method and in the functions in it. Undefined for any other expression, such as the first
   * parameter of a static method or one that gets another value.
   */
  readonly classOf: (expression: Node) => ClassDefinition | undefined;
  /** Whether a class, or a base of it in the module, binds a name in its body. */
  readonly has: (owner: ClassDefinition, name: string) => boolean;
  /**
   * Whether the module gives a class, or a base of it, an attribute from outside its body: `cls.total = …` and
   * `self.total = …` in a method, `Cart.total = …`, `setattr(Cart, "total", …)`, `unittest.TestCase.total = …`.
   */
  readonly isGiven: (owner: ClassDefinition, name: string) => boolean;
  /** The bases of a class, and of its bases in the module, that the module does not define, as they are written. */
  readonly outsideBasesOf: (owner: ClassDefinition) => readonly string[];
  /**
   * Whether the module makes an attribute of a name: the body of a class or of the module binds it, a target is such an
   * attribute, or a call gets it as a keyword, as `Mock(total=4)` does.
   */
  readonly isMade: (name: string) => boolean;
}

export interface MemberSource {
  readonly tree: SyntaxTree;
  readonly nodesOf: NodesOf;
  readonly bindings: Bindings;
  readonly definitions: readonly Definition[];
  readonly definitionAt: (offset: number) => Definition | undefined;
}

export function membersOf({ tree, nodesOf, bindings, definitions, definitionAt }: MemberSource): Members {
  const classes = new Map(
    definitions.flatMap((definition) =>
      definition.kind === 'class' ? [[definition.name, definition] as const] : [],
    ),
  );
  /** A class, and its bases in the module. */
  const lineageOf = (owner: ClassDefinition): ReadonlySet<ClassDefinition> => {
    const known = lineages.get(owner) ?? lineageFrom(owner);
    lineages.set(owner, known);
    return known;
  };
  const lineages = new Map<ClassDefinition, ReadonlySet<ClassDefinition>>();
  const lineageFrom = (owner: ClassDefinition): ReadonlySet<ClassDefinition> => {
    const lineage = new Set([owner]);
    for (const one of lineage) {
      for (const base of one.bases) {
        const known = classes.get(base);
        if (known !== undefined) lineage.add(known);
      }
    }
    return lineage;
  };
  const classReceivedBy = ({ kind, definitions: [definition, ...others] }: Binding) => {
    if (kind !== 'parameter' || definition === undefined || others.length > 0) return undefined;
    const method = definitionAt(definition.start);
    if (method?.kind !== 'function' || method.enclosing?.kind !== 'class') return undefined;
    return receiverOf(method)?.span.start === definition.start ? method.enclosing : undefined;
  };
  // Most expressions that are asked about are `self`, many times in each method.
  const received = new Map<Binding, ClassDefinition | undefined>();
  const classOf = (expression: Node): ClassDefinition | undefined => {
    if (kindOf(tree, expression) !== Kind.identifier) return undefined;
    const binding = bindings.bindingAt(startOf(tree, expression));
    if (binding === undefined) return undefined;
    if (!received.has(binding)) received.set(binding, classReceivedBy(binding));
    return received.get(binding);
  };
  return {
    classOf,
    has(owner, name) {
      for (const { node } of lineageOf(owner)) {
        const symbol = bindings.scopeAt(node)?.symbols.get(name);
        if (symbol !== undefined && symbol.definitions.length > 0) return true;
      }
      return false;
    },
    isGiven(owner, name) {
      const lineage = [...lineageOf(owner)];
      const known = new Set(lineage.flatMap((one) => [one.name, ...one.bases]).map(lastPartOf));
      return objectsGiven(tree, nodesOf, name).some((object) => {
        if (known.has(lastPartOf(dottedNameOf(tree, object) ?? ''))) return true;
        const around = classOf(object);
        return around !== undefined && lineage.includes(around);
      });
    },
    outsideBasesOf: (owner) =>
      [...lineageOf(owner)].flatMap(({ bases }) => bases.filter((base) => !classes.has(base))),
    isMade(name) {
      const isBound = bindings.scopes.some(
        (scope) =>
          (scope.kind === 'class' || scope.kind === 'module') &&
          (scope.symbols.get(name)?.definitions.length ?? 0) > 0,
      );
      if (isBound) return true;
      return (
        nodesOf(Kind.keyword_argument).some(
          (node) => textOf(tree, childIn(tree, node, Field.name)) === name,
        ) ||
        nodesOf(Kind.attribute).some(
          (node) => textOf(tree, childIn(tree, node, Field.attribute)) === name && isTarget(tree, node),
        )
      );
    },
  };
}

/** `TestCase` of `unittest.TestCase`, which an import may give by itself as well. */
const lastPartOf = (name: string) => name.slice(name.lastIndexOf('.') + 1);

/** The objects that the module gives an attribute of a name, by an assignment or by `setattr`. */
function objectsGiven(tree: SyntaxTree, nodesOf: NodesOf, name: string): readonly Node[] {
  const assigned = Array.from(nodesOf(Kind.attribute)).filter(
    (node) => textOf(tree, childIn(tree, node, Field.attribute)) === name && isTarget(tree, node),
  );
  const set = Array.from(nodesOf(Kind.call)).flatMap((call) => {
    if (calledNameOf(tree, call) !== 'setattr') return [];
    const [object, attribute] = argumentsOf(tree, call);
    const isNamed = attribute !== undefined && stringContentOf(tree, attribute.value) === name;
    return object !== undefined && isNamed ? [object.value] : [];
  });
  return [...assigned.map((node) => childIn(tree, node, Field.object)), ...set];
}

/** The parameter of a method that Python fills with the object or the class. */
function receiverOf(method: FunctionDefinition): Parameter | undefined {
  const [first] = method.parameters;
  if (first === undefined || !first.kind.startsWith('positional')) return undefined;
  // `__new__` is static and gets the class all the same.
  return method.name !== '__new__' && isStaticMethod(method) ? undefined : first;
}

/** Whether an expression is what a statement assigns to, alone or among others. */
function isTarget(tree: SyntaxTree, expression: Node): boolean {
  let target = expression;
  while (DISPLAYS.has(kindOf(tree, parentOf(tree, target)))) target = parentOf(tree, target);
  const parent = kindOf(tree, parentOf(tree, target));
  return fieldOf(tree, target) === Field.left ? ASSIGNING.has(parent) : parent === Kind.as_pattern_target;
}

const DISPLAYS: ReadonlySet<number> = new Set<number>([
  Kind.pattern_list,
  Kind.tuple_pattern,
  Kind.list_pattern,
  Kind.list_splat_pattern,
]);

const ASSIGNING: ReadonlySet<number> = new Set<number>([
  Kind.assignment,
  Kind.augmented_assignment,
  Kind.for_statement,
]);
