import { type BlockName, Blocks, Flag, MODULE, NONE, Use } from './blocks.ts';
import { Identifiers } from './identifiers.ts';
import type { ScopeKind } from './scope.ts';
import { Field, Kind, NO_NODE, type Node, ROOT, type SyntaxTree } from './syntax.ts';

/** What the first pass over a syntax tree finds. */
export interface Collected {
  readonly blocks: Blocks;
  /** Stretches of nodes that belong to another block than what is around them, in pre-order. */
  readonly regions: Regions;
  /** Identifiers in annotations that CPython does not evaluate, and the blocks in which the annotations stand. */
  readonly unevaluated: Unevaluated;
  /** Identifiers amid text that does not parse: what they are is unknown. */
  readonly unknown: readonly Node[];
}

export interface Regions {
  readonly starts: Node[];
  readonly ends: Node[];
  readonly blocks: number[];
  /** The region around each. */
  readonly parents: number[];
}

export interface Unevaluated {
  readonly nodes: Node[];
  readonly blocks: number[];
}

/**
 * The first pass of CPython's symtable: which blocks there are, and what each says of its names. One walk over the
 * nodes in pre-order; a construct marks the nodes below it that are not what they seem (an identifier that is stored
 * and not read, a body that is another block), so that there is no recursion and every node is met once.
 */
export function collect(tree: SyntaxTree): Collected {
  return new Collector(tree).collect();
}

/** What to do at a node, by its kind; most kinds need nothing. */
const Action = {
  none: 0,
  identifier: 1,
  keywordArgument: 2,
  container: 4,
  assignment: 5,
  augmentedAssignment: 6,
  loop: 7,
  deletion: 8,
  asTarget: 9,
  asPattern: 10,
  functionDefinition: 11,
  classDefinition: 12,
  lambda: 13,
  comprehension: 14,
  namedExpression: 15,
  imports: 16,
  globalStatement: 17,
  nonlocalStatement: 18,
  dottedName: 19,
  keywordPattern: 20,
  splatPattern: 21,
  typeAlias: 22,
  typeParameters: 23,
  memberType: 24,
  interpolation: 25,
  nameToken: 26,
  printStatement: 27,
  execStatement: 28,
  exceptClause: 29,
  block: 30,
  error: 31,
} as const;

const actionOfKind = new Uint8Array(Kind.ERROR + 1);
for (const [action, kinds] of [
  [Action.identifier, [Kind.identifier]],
  [Action.keywordArgument, [Kind.keyword_argument]],
  [
    Action.container,
    [
      Kind.pattern_list,
      Kind.tuple_pattern,
      Kind.list_pattern,
      Kind.list_splat_pattern,
      Kind.expression_list,
      Kind.tuple,
      Kind.list,
      Kind.list_splat,
      Kind.parenthesized_expression,
    ],
  ],
  [Action.assignment, [Kind.assignment]],
  [Action.augmentedAssignment, [Kind.augmented_assignment]],
  [Action.loop, [Kind.for_statement, Kind.for_in_clause]],
  [Action.deletion, [Kind.delete_statement]],
  [Action.asTarget, [Kind.as_pattern_target]],
  [Action.asPattern, [Kind.as_pattern]],
  [Action.functionDefinition, [Kind.function_definition]],
  [Action.classDefinition, [Kind.class_definition]],
  [Action.lambda, [Kind.lambda]],
  [
    Action.comprehension,
    [
      Kind.list_comprehension,
      Kind.set_comprehension,
      Kind.dictionary_comprehension,
      Kind.generator_expression,
    ],
  ],
  [Action.namedExpression, [Kind.named_expression]],
  [Action.imports, [Kind.import_statement, Kind.import_from_statement, Kind.future_import_statement]],
  [Action.globalStatement, [Kind.global_statement]],
  [Action.nonlocalStatement, [Kind.nonlocal_statement]],
  [Action.dottedName, [Kind.dotted_name]],
  [Action.keywordPattern, [Kind.keyword_pattern]],
  [Action.splatPattern, [Kind.splat_pattern]],
  [Action.typeAlias, [Kind.type_alias_statement]],
  [Action.typeParameters, [Kind.type_parameter]],
  [Action.memberType, [Kind.member_type]],
  [Action.interpolation, [Kind.interpolation, Kind.format_expression]],
  [Action.nameToken, [Kind.type_token, Kind.print_token, Kind.exec_token]],
  [Action.printStatement, [Kind.print_statement]],
  [Action.execStatement, [Kind.exec_statement]],
  [Action.exceptClause, [Kind.except_clause]],
  [Action.block, [Kind.block]],
  [Action.error, [Kind.ERROR]],
] as const) {
  for (const kind of kinds) actionOfKind[kind] = action;
}

/** What an identifier is, or how the stretch that a node begins is read; most are plain reads. */
const Mark = {
  read: 0,
  notAName: 1,
  stored: 2,
  augmented: 3,
  walrus: 4,
  imported: 5,
  declaredGlobal: 6,
  declaredNonlocal: 7,
  typeParameter: 8,
  annotated: 9,
  ignored: 10,
  unknown: 11,
  parameter: 12,
  functionName: 13,
  className: 14,
  /** On a node that begins a stretch: an annotation that is not evaluated. */
  unevaluated: 15,
  /** On the `[…]` after the name of a definition: type parameters are declared there, not subscripts read. */
  declares: 16,
  /** On `type`, `print` or `exec` where the grammar takes a name for a keyword. */
  isName: 17,
} as const;

// What `enters` holds besides the number of a block plus one.
const ENTERS_NOTHING = 0;
const ENTERS_VARIABLE_ANNOTATION = -1;
const ENTERS_BOUND = -2;

class Collector {
  readonly #tree: SyntaxTree;
  readonly #kind: Uint16Array;
  readonly #start: Uint32Array;
  readonly #end: Uint32Array;
  readonly #after: Int32Array;
  readonly #field: Uint8Array;
  readonly #identifiers: Identifiers;
  readonly #blocks: Blocks;
  readonly #marks: Uint8Array;
  readonly #enters: Int32Array;
  readonly #regions: Regions = { starts: [], ends: [], blocks: [], parents: [] };
  readonly #unevaluated: Unevaluated = { nodes: [], blocks: [] };
  readonly #unknown: Node[] = [];

  /** The block that the present node is read in, and whether it is read at all. */
  #block: number = MODULE;
  #isUnevaluated = false;
  /** Where the present region ends, and the regions around it. */
  #regionEnd: Node;
  #region = NONE;
  readonly #outerEnds: Node[] = [];
  readonly #outerBlocks: number[] = [];
  readonly #outerUnevaluated: boolean[] = [];
  /** Whether `from __future__ import annotations` was met. */
  #futureAnnotations = false;
  #lastTypeParameter = 0;

  constructor(tree: SyntaxTree) {
    this.#tree = tree;
    this.#kind = tree.kind;
    this.#start = tree.start;
    this.#end = tree.end;
    this.#after = tree.after;
    this.#field = tree.field;
    this.#identifiers = new Identifiers(tree.text);
    this.#blocks = new Blocks(this.#identifiers);
    this.#marks = new Uint8Array(tree.size);
    this.#enters = new Int32Array(tree.size);
    this.#regionEnd = tree.size;
  }

  collect(): Collected {
    const { size, missing } = this.#tree;
    const kinds = this.#kind;
    const enters = this.#enters;
    this.#blocks.open('module', 'top', NONE, ROOT, 0);
    for (let node = 0; node < size; node++) {
      while (node >= this.#regionEnd) this.#leave();
      const entered = enters[node] ?? ENTERS_NOTHING;
      if (entered !== ENTERS_NOTHING) this.#enter(node, entered);
      const action = actionOfKind[kinds[node] ?? 0] ?? Action.none;
      if (action === Action.none) continue;
      if (action === Action.identifier) this.#identifier(node);
      else if (this.#isUnevaluated) this.#actUnevaluated(node, action);
      else this.#act(node, action);
    }
    for (const node of missing) this.#blocks.hasError[this.#blockOf(node)] = true;
    this.#useClassCells();
    return {
      blocks: this.#blocks,
      regions: this.#regions,
      unevaluated: this.#unevaluated,
      unknown: this.#unknown,
    };
  }

  #act(node: Node, action: number): void {
    switch (action) {
      case Action.keywordArgument:
      case Action.keywordPattern:
        this.#marks[node + 1] = Mark.notAName;
        return;
      case Action.container:
        if (this.#marks[node] !== Mark.read) this.#passOn(node);
        return;
      case Action.assignment:
        this.#assignment(node);
        return;
      case Action.augmentedAssignment:
        this.#marks[node + 1] = Mark.augmented;
        return;
      case Action.loop:
        this.#marks[this.#childIn(node, Field.left)] = Mark.stored;
        return;
      case Action.deletion:
        for (let child = node + 2, end = this.#afterOf(node); child < end; child = this.#afterOf(child)) {
          this.#marks[child] = Mark.stored;
        }
        return;
      case Action.asTarget:
        this.#marks[node + 1] = Mark.stored;
        this.#leaveLambdas(node);
        return;
      case Action.asPattern:
        if (this.#kind[this.#tree.parent[node] ?? 0] === Kind.case_pattern) this.#storeIdentifiers(node);
        return;
      case Action.splatPattern:
        this.#storeIdentifiers(node);
        return;
      case Action.functionDefinition:
        this.#functionDefinition(node);
        return;
      case Action.classDefinition:
        this.#classDefinition(node);
        return;
      case Action.lambda:
        this.#lambda(node);
        return;
      case Action.comprehension:
        this.#comprehension(node);
        return;
      case Action.namedExpression:
        if (this.#marks[node] !== Mark.notAName) this.#marks[node + 1] = Mark.walrus;
        return;
      case Action.imports:
        this.#imports(node);
        return;
      case Action.globalStatement:
        this.#markIdentifiers(node, Mark.declaredGlobal);
        return;
      case Action.nonlocalStatement:
        this.#markIdentifiers(node, Mark.declaredNonlocal);
        return;
      case Action.dottedName:
        this.#dottedName(node);
        return;
      case Action.typeAlias:
        this.#typeAlias(node);
        return;
      case Action.typeParameters:
        if (this.#marks[node] === Mark.declares) this.#typeParameters(node);
        return;
      case Action.memberType:
        this.#markIdentifiers(node, Mark.notAName);
        return;
      case Action.interpolation:
        this.#interpolation(node);
        return;
      case Action.nameToken:
        if (this.#marks[node] === Mark.isName) this.#read(node);
        return;
      case Action.printStatement:
        this.#marks[node + 1] = Mark.isName;
        // `print >>f, x` is a tuple in Python 3; every other print statement is Python 2.
        if (this.#childOfKind(node, Kind.chevron) === NO_NODE) this.#blocks.hasError[this.#block] = true;
        return;
      case Action.execStatement:
        this.#marks[node + 1] = Mark.isName;
        this.#blocks.hasError[this.#block] = true;
        return;
      case Action.exceptClause: {
        const alias = this.#childIn(node, Field.alias);
        if (alias !== NO_NODE) this.#marks[alias] = Mark.stored;
        return;
      }
      case Action.block:
        // The grammar takes a colon with nothing after it for an empty block.
        if (this.#firstBetween(node + 1, this.#afterOf(node)) === NO_NODE)
          this.#blocks.hasError[this.#block] = true;
        return;
      case Action.error:
        this.#blocks.hasError[this.#block] = true;
        this.#markIdentifiers(node, Mark.unknown);
        return;
      default:
        return;
    }
  }

  /** Whatever stands in an unevaluated annotation opens no block and binds nothing. */
  #actUnevaluated(node: Node, action: number): void {
    if (action === Action.keywordArgument) this.#marks[node + 1] = Mark.notAName;
    else if (action === Action.memberType) this.#markIdentifiers(node, Mark.notAName);
    else if (action === Action.interpolation) this.#interpolation(node);
    else if (action === Action.error) this.#blocks.hasError[this.#block] = true;
  }

  #identifier(node: Node): void {
    const mark = this.#marks[node] ?? Mark.read;
    if (mark === Mark.notAName || this.#field[node] === Field.attribute) return;
    const start = this.#start[node] ?? 0;
    const end = this.#end[node] ?? 0;
    if (start === end) return;
    if (this.#isUnevaluated || mark === Mark.ignored) {
      this.#unevaluated.nodes.push(node);
      this.#unevaluated.blocks.push(this.#block);
      return;
    }
    const blocks = this.#blocks;
    const block = this.#block;
    const identifier = this.#identifiers.at(start, end);
    if (mark === Mark.unknown) {
      this.#unknown.push(node);
      return;
    }
    if (mark === Mark.typeParameter) {
      blocks.mangledOnly[block]?.add(identifier);
      this.#lastTypeParameter = identifier;
    }
    const symbol = blocks.symbolOf(block, blocks.nameIn(block, identifier));
    blocks.flag(symbol, flagsOfMark[mark] ?? 0);
    blocks.occur(symbol, node, useOfMark[mark] ?? Use.reads);
    if (mark === Mark.declaredGlobal) this.#declareGlobal(symbol);
    if (mark === Mark.walrus && blocks.kinds[block] === 'comprehension') this.#bindOutside(symbol);
  }

  #read(node: Node): void {
    const identifier = this.#identifiers.at(this.#start[node] ?? 0, this.#end[node] ?? 0);
    const symbol = this.#blocks.symbolOf(this.#block, this.#blocks.nameIn(this.#block, identifier));
    this.#blocks.flag(symbol, Flag.used);
    this.#blocks.occur(symbol, node, Use.reads);
  }

  /** In a function `super` counts as a use of `__class__`; it shows where the function names `__class__` too. */
  #useClassCells(): void {
    const blocks = this.#blocks;
    const cell = this.#identifiers.find('__class__');
    const called = this.#identifiers.find('super');
    if (cell === NONE || called === NONE) return;
    for (const [symbol, name] of blocks.symbolName.entries()) {
      const block = blocks.symbolBlock[symbol] ?? MODULE;
      if (name !== called || blocks.kinds[block] === 'class' || block === MODULE) continue;
      const used = (blocks.symbolFlags[symbol] ?? 0) & Flag.used;
      const here = blocks.find(block, cell);
      if (here !== NONE) blocks.flag(here, used);
    }
  }

  #declareGlobal(symbol: number): void {
    const blocks = this.#blocks;
    blocks.flag(blocks.symbolOf(MODULE, blocks.symbolName[symbol] ?? 0), Flag.global);
  }

  /** A walrus in a comprehension binds in the function or module around it (PEP 572). */
  #bindOutside(symbol: number): void {
    const blocks = this.#blocks;
    const name = blocks.symbolName[symbol] ?? 0;
    let target = this.#block;
    while (!bindsWalrus(blocks.kinds[target])) target = blocks.parents[target] ?? MODULE;
    const bound = blocks.symbolOf(target, name);
    if (target !== MODULE) blocks.flag(bound, Flag.local);
    if (target === MODULE || ((blocks.symbolFlags[bound] ?? 0) & Flag.global) !== 0) {
      blocks.flag(symbol, Flag.global);
      this.#declareGlobal(symbol);
    } else {
      blocks.flag(symbol, Flag.nonlocal);
    }
  }

  #assignment(node: Node): void {
    const left = node + 1;
    const annotation = this.#childIn(node, Field.type);
    if (annotation === NO_NODE) {
      this.#marks[left] = Mark.stored;
      return;
    }
    this.#refuseNewline(left, annotation);
    const target = this.#withoutParentheses(left);
    if (this.#kind[target] !== Kind.identifier) this.#marks[target] = Mark.stored;
    else if (target === left) this.#marks[target] = Mark.annotated;
    else this.#marks[target] = this.#childIn(node, Field.right) === NO_NODE ? Mark.ignored : Mark.stored;
    this.#variableAnnotation(annotation);
  }

  /** `match (lambda: a)(b).c:` before one `case [d]:` looks like an annotated assignment that goes on after its line. */
  #refuseNewline(target: Node, annotation: Node): void {
    const between = this.#tree.text.slice(this.#end[target], this.#start[annotation]);
    if (/(?<!\\\r?)\n/.test(between)) this.#blocks.hasError[this.#block] = true;
  }

  #variableAnnotation(annotation: Node): void {
    const kind = this.#blocks.kinds[this.#block];
    if ((kind === 'module' || kind === 'class') && !this.#futureAnnotations) {
      this.#enters[annotation] = ENTERS_VARIABLE_ANNOTATION;
      return;
    }
    this.#marks[annotation] = Mark.unevaluated;
    this.#enters[annotation] = this.#block + 1;
  }

  /** `(x)` as a target is a tuple pattern with one element and no comma. */
  #withoutParentheses(target: Node): Node {
    let inner = target;
    while (this.#kind[inner] === Kind.tuple_pattern && this.#childOfKind(inner, Kind[',']) === NO_NODE) {
      const element = this.#element(inner);
      if (element === NO_NODE) return inner;
      inner = element;
    }
    return inner;
  }

  /** The first thing in parentheses. */
  #element(node: Node): Node {
    const first = this.#firstBetween(this.#afterOf(node + 1), this.#afterOf(node));
    return this.#kind[first] === Kind[')'] ? NO_NODE : first;
  }

  /** The first of the siblings from `start` to `end` that is no comment and no line continuation. */
  #firstBetween(start: Node, end: Node): Node {
    for (let child = start; child < end; child = this.#afterOf(child)) {
      const kind = this.#kind[child];
      if (kind !== Kind.comment && kind !== Kind.line_continuation) return child;
    }
    return NO_NODE;
  }

  #functionDefinition(node: Node): void {
    const typeParameters = this.#childIn(node, Field.type_parameters);
    const parameters = this.#childIn(node, Field.parameters);
    const returns = this.#childIn(node, Field.return_type);
    const name = this.#definedName(node, Mark.functionName);
    const around = this.#openTypeParameters(node, typeParameters, name);
    const isAnnotated = returns !== NO_NODE || this.#hasAnnotation(parameters);
    const annotations =
      isAnnotated && !this.#futureAnnotations ? this.#open('annotation', '__annotate__', around, node) : NONE;
    if (annotations !== NONE) {
      this.#blocks.seesClass[annotations] =
        this.#blocks.seesClass[around] === true || this.#blocks.kinds[around] === 'class';
    }
    const block = this.#open('function', name, around, node);
    if (returns !== NO_NODE) this.#signatureAnnotation(returns, annotations, around);
    if (parameters !== NO_NODE) this.#parameters(parameters, block, annotations, around);
    this.#enterBlock(this.#childIn(node, Field.body), block);
  }

  #signatureAnnotation(annotation: Node, annotations: number, around: number): void {
    if (annotations === NONE) this.#marks[annotation] = Mark.unevaluated;
    this.#enterBlock(annotation, annotations === NONE ? around : annotations);
  }

  #hasAnnotation(parameters: Node): boolean {
    if (parameters === NO_NODE) return false;
    for (
      let child = parameters + 1, end = this.#afterOf(parameters);
      child < end;
      child = this.#afterOf(child)
    ) {
      const kind = this.#kind[child];
      if (kind === Kind.typed_parameter || kind === Kind.typed_default_parameter) return true;
    }
    return false;
  }

  #parameters(list: Node, block: number, annotations: number, around: number): void {
    for (let child = list + 1, end = this.#afterOf(list); child < end; child = this.#afterOf(child)) {
      switch (this.#kind[child] ?? Kind.end) {
        case Kind.identifier:
        case Kind.list_splat_pattern:
        case Kind.dictionary_splat_pattern:
        case Kind.tuple_pattern:
          this.#parameter(child, block);
          break;
        case Kind.default_parameter:
          this.#parameter(child + 1, block);
          break;
        case Kind.typed_parameter:
        case Kind.typed_default_parameter: {
          this.#parameter(child + 1, block);
          const annotation = this.#childIn(child, Field.type);
          if (annotation !== NO_NODE) this.#signatureAnnotation(annotation, annotations, around);
          break;
        }
        default:
      }
    }
  }

  #parameter(node: Node, block: number): void {
    // Python 2 takes tuples apart in its parameter lists (PEP 3113).
    if (this.#kind[node] === Kind.tuple_pattern) this.#blocks.hasError[this.#block] = true;
    for (let inner = node, end = this.#afterOf(node); inner < end; inner++) {
      if (this.#kind[inner] !== Kind.identifier) continue;
      this.#marks[inner] = Mark.parameter;
      this.#enterBlock(inner, block);
    }
  }

  #classDefinition(node: Node): void {
    const typeParameters = this.#childIn(node, Field.type_parameters);
    const name = this.#definedName(node, Mark.className);
    const className = this.#identifiers.nameOf(name);
    const around = this.#openTypeParameters(node, typeParameters, name);
    if (typeParameters !== NO_NODE) {
      this.#blocks.privateTo[around] = className;
      this.#blocks.mangledOnly[around] = new Set();
      this.#enterBlock(this.#childIn(node, Field.superclasses), around);
    }
    const block = this.#open('class', name, around, node);
    this.#blocks.privateTo[block] = className;
    this.#enterBlock(this.#childIn(node, Field.body), block);
  }

  #definedName(node: Node, mark: number): number {
    const name = this.#childIn(node, Field.name);
    if (name === NO_NODE) return this.#identifiers.of('');
    this.#marks[name] = mark;
    return this.#identifiers.at(this.#start[name] ?? 0, this.#end[name] ?? 0);
  }

  /** Opens the block of the type parameters when there are any, and gives the block around the definition. */
  #openTypeParameters(definition: Node, typeParameters: Node, name: number): number {
    if (typeParameters === NO_NODE) return this.#block;
    const block = this.#open('type-parameters', name, this.#block, definition);
    this.#blocks.seesClass[block] = this.#blocks.kinds[this.#block] === 'class';
    this.#marks[typeParameters] = Mark.declares;
    this.#enterBlock(typeParameters, block);
    return block;
  }

  #typeParameters(node: Node): void {
    for (let child = node + 1, end = this.#afterOf(node); child < end; child = this.#afterOf(child)) {
      if (this.#kind[child] !== Kind.type) continue;
      const declared = child + 1;
      if (this.#kind[declared] === Kind.constrained_type) this.#constrained(declared);
      else this.#typeParameter(declared);
    }
  }

  #typeParameter(declared: Node): void {
    const kind = this.#kind[declared];
    if (kind === Kind.identifier) this.#marks[declared] = Mark.typeParameter;
    // The grammar takes `*type` for an element that is unpacked, and any other `*Ts` for what it is.
    else if (kind === Kind.splat_type || kind === Kind.list_splat)
      this.#markIdentifiers(declared, Mark.typeParameter);
    else this.#blocks.hasError[this.#block] = true;
  }

  /** The grammar reads a default (PEP 696) only when it is spelt as one more bound. */
  #constrained(node: Node): void {
    this.#typeParameter(node + 2);
    const bound = this.#secondType(node);
    if (bound === NO_NODE) return;
    const isBounded = this.#tree.text.charAt(this.#start[this.#childOfKind(node, Kind[':'])] ?? 0) === ':';
    if (this.#kind[bound + 1] !== Kind.constrained_type || !isBounded) {
      this.#enters[bound] = ENTERS_BOUND;
      return;
    }
    this.#enters[bound + 2] = ENTERS_BOUND;
    const preset = this.#secondType(bound + 1);
    if (preset !== NO_NODE) this.#enters[preset] = ENTERS_BOUND;
  }

  /** What follows the colon of a `constrained_type`. */
  #secondType(node: Node): Node {
    for (
      let child = this.#afterOf(node + 1), end = this.#afterOf(node);
      child < end;
      child = this.#afterOf(child)
    ) {
      if (this.#kind[child] === Kind.type) return child;
    }
    return NO_NODE;
  }

  #typeAlias(node: Node): void {
    const left = this.#childIn(node, Field.left);
    const right = this.#childIn(node, Field.right);
    if (left === NO_NODE || right === NO_NODE) return;
    const name = this.#kind[left + 1] === Kind.generic_type ? left + 2 : left + 1;
    if (this.#kind[name] !== Kind.identifier) {
      this.#assignmentToType(node, left);
      return;
    }
    this.#marks[name] = Mark.stored;
    const typeParameters = name === left + 2 ? this.#childOfKind(left + 1, Kind.type_parameter) : NO_NODE;
    const identifier = this.#identifiers.at(this.#start[name] ?? 0, this.#end[name] ?? 0);
    const seesClass = this.#blocks.kinds[this.#block] === 'class';
    const around = this.#openTypeParameters(node, typeParameters, identifier);
    const block = this.#open('type-alias', identifier, around, node);
    this.#blocks.seesClass[block] = seesClass;
    this.#enterBlock(right, block);
  }

  /** `type(x).attr = v`, `type[i] = v` and their like assign to what a variable `type` gives. */
  #assignmentToType(node: Node, left: Node): void {
    this.#marks[node + 1] = Mark.isName;
    if (this.#kind[left + 1] !== Kind.constrained_type) return;
    const annotation = this.#secondType(left + 1);
    if (annotation !== NO_NODE) this.#variableAnnotation(annotation);
  }

  #lambda(node: Node): void {
    const block = this.#open('lambda', 'lambda', this.#block, node);
    const parameters = this.#childIn(node, Field.parameters);
    if (parameters !== NO_NODE) this.#parameters(parameters, block, NONE, this.#block);
    this.#enterBlock(this.#childIn(node, Field.body), block);
  }

  /** The grammar takes the target of `with lambda: a as b:` for a part of the lambda. */
  #leaveLambdas(target: Node): void {
    let around = this.#block;
    while (this.#blocks.kinds[around] === 'lambda') around = this.#blocks.parents[around] ?? MODULE;
    if (around !== this.#block) this.#enterBlock(target + 1, around);
  }

  #comprehension(node: Node): void {
    const around = this.#block;
    const block = this.#open('comprehension', comprehensionName(this.#kind[node]), around, node);
    let clause = node + 1;
    const end = this.#afterOf(node);
    while (clause < end && this.#kind[clause] !== Kind.for_in_clause) clause = this.#afterOf(clause);
    if (clause < end) {
      for (let child = clause + 1, last = this.#afterOf(clause); child < last; child = this.#afterOf(child)) {
        if (this.#field[child] === Field.right) this.#enterBlock(child, around);
      }
    }
    this.#push(node + 1, end, block, false);
  }

  #imports(node: Node): void {
    for (let child = node + 1, end = this.#afterOf(node); child < end; child = this.#afterOf(child)) {
      const isBound = this.#field[child] === Field.name;
      if (this.#kind[child] === Kind.aliased_import) this.#aliasedImport(child);
      else this.#importPath(child, isBound);
      if (this.#kind[node] === Kind.future_import_statement && isBound) this.#future(child);
    }
  }

  #aliasedImport(node: Node): void {
    this.#importPath(node + 1, false);
    const alias = this.#childIn(node, Field.alias);
    if (alias !== NO_NODE) this.#marks[alias] = Mark.imported;
  }

  #importPath(path: Node, isBound: boolean): void {
    let mark: number = isBound ? Mark.imported : Mark.notAName;
    for (let inner = path, end = this.#afterOf(path); inner < end; inner++) {
      if (this.#kind[inner] === Kind.dotted_name) this.#marks[inner] = Mark.notAName;
      if (this.#kind[inner] !== Kind.identifier) continue;
      this.#marks[inner] = mark;
      mark = Mark.notAName;
    }
  }

  #future(imported: Node): void {
    const path = this.#kind[imported] === Kind.aliased_import ? imported + 1 : imported;
    const feature = this.#tree.text.slice(this.#start[path], this.#end[path]);
    if (feature === 'annotations') this.#futureAnnotations = true;
  }

  /** In a pattern `a.b` reads `a`, and `a` alone is captured, but for the class of a class pattern. */
  #dottedName(node: Node): void {
    if (this.#marks[node] === Mark.notAName) return;
    const first = node + 1;
    const isSingle = this.#afterOf(first) === this.#afterOf(node);
    const parent = this.#kind[this.#tree.parent[node] ?? 0];
    if (isSingle) {
      if (parent !== Kind.class_pattern) this.#marks[first] = Mark.stored;
      return;
    }
    for (let inner = first + 1, end = this.#afterOf(node); inner < end; inner++) {
      this.#marks[inner] = Mark.notAName;
    }
  }

  /** `f"{x:=5}"` formats `x` with the specification `=5`, though it looks like a walrus (PEP 498). */
  #interpolation(node: Node): void {
    const expression = this.#childIn(node, Field.expression);
    if (expression === NO_NODE || this.#kind[expression] !== Kind.named_expression) return;
    this.#marks[expression] = Mark.notAName;
    const specification = this.#childIn(expression, Field.value);
    for (
      let inner = specification === NO_NODE ? expression : specification, end = this.#afterOf(expression);
      inner < end;
      inner++
    ) {
      // What stands in braces is a nested replacement field.
      if (this.#kind[inner] === Kind.set || this.#kind[inner] === Kind.dictionary)
        inner = this.#afterOf(inner) - 1;
      else if (this.#kind[inner] === Kind.identifier) this.#marks[inner] = Mark.notAName;
    }
  }

  /** What a marked tuple, list or pattern is, its elements are. */
  #passOn(node: Node): void {
    const mark = this.#marks[node] ?? Mark.read;
    for (let child = node + 1, end = this.#afterOf(node); child < end; child = this.#afterOf(child)) {
      this.#marks[child] = mark;
    }
  }

  #storeIdentifiers(node: Node): void {
    this.#markIdentifiers(node, Mark.stored);
  }

  #markIdentifiers(node: Node, mark: number): void {
    for (let child = node + 1, end = this.#afterOf(node); child < end; child = this.#afterOf(child)) {
      if (this.#kind[child] === Kind.identifier) this.#marks[child] = mark;
    }
  }

  #open(kind: ScopeKind, name: BlockName, parent: number, node: Node): number {
    return this.#blocks.open(kind, name, parent, node, this.#start[node] ?? 0);
  }

  #enterBlock(node: Node, block: number): void {
    if (node !== NO_NODE) this.#enters[node] = block + 1;
  }

  #enter(node: Node, entered: number): void {
    const end = this.#afterOf(node);
    if (entered === ENTERS_VARIABLE_ANNOTATION)
      this.#push(node, end, this.#annotationsOf(this.#block, node), false);
    else if (entered === ENTERS_BOUND) this.#push(node, end, this.#bound(node), false);
    else this.#push(node, end, entered - 1, this.#marks[node] === Mark.unevaluated);
  }

  #annotationsOf(block: number, node: Node): number {
    const present = this.#blocks.annotations[block] ?? NONE;
    if (present !== NONE) return present;
    const start = this.#start[this.#expression(node)] ?? 0;
    const annotations = this.#blocks.open('annotation', '__annotate__', block, node, start);
    this.#blocks.annotations[block] = annotations;
    this.#blocks.seesClass[annotations] = this.#blocks.kinds[block] === 'class';
    return annotations;
  }

  #bound(node: Node): number {
    const start = this.#starBefore(node) ?? this.#start[this.#expression(node)] ?? 0;
    const block = this.#blocks.open('annotation', this.#lastTypeParameter, this.#block, node, start);
    this.#blocks.seesClass[block] = this.#blocks.seesClass[this.#block] === true;
    return block;
  }

  /** The star of `*Ts = *tuple[int]` belongs to the default, but is not in the tree. */
  #starBefore(node: Node): number | undefined {
    const { text } = this.#tree;
    let at = (this.#start[node] ?? 0) - 1;
    while (at > 0 && /\s/.test(text.charAt(at))) at -= 1;
    return text.charAt(at) === '*' ? at : undefined;
  }

  /** The expression in a `type` node, without the parentheses that only group. */
  #expression(node: Node): Node {
    let inner = node;
    for (;;) {
      const next = this.#kind[inner] === Kind.type ? inner + 1 : NO_NODE;
      const within = this.#kind[inner] === Kind.parenthesized_expression ? this.#element(inner) : next;
      if (within === NO_NODE) return inner;
      inner = within;
    }
  }

  #push(start: Node, end: Node, block: number, isUnevaluated: boolean): void {
    this.#outerEnds.push(this.#regionEnd);
    this.#outerBlocks.push(this.#block);
    this.#outerUnevaluated.push(this.#isUnevaluated);
    this.#regionEnd = end;
    this.#block = block;
    this.#isUnevaluated = isUnevaluated;
    const { starts, ends, blocks, parents } = this.#regions;
    parents.push(this.#region);
    this.#region = starts.length;
    starts.push(start);
    ends.push(end);
    blocks.push(block);
  }

  #leave(): void {
    this.#regionEnd = this.#outerEnds.pop() ?? this.#tree.size;
    this.#block = this.#outerBlocks.pop() ?? MODULE;
    this.#isUnevaluated = this.#outerUnevaluated.pop() ?? false;
    this.#region = this.#regions.parents[this.#region] ?? NONE;
  }

  #blockOf(node: Node): number {
    return blockOf(this.#regions, node);
  }

  #afterOf(node: Node): Node {
    return this.#after[node] ?? this.#tree.size;
  }

  #childOfKind(node: Node, kind: number): Node {
    for (let child = node + 1, end = this.#afterOf(node); child < end; child = this.#afterOf(child)) {
      if (this.#kind[child] === kind) return child;
    }
    return NO_NODE;
  }

  #childIn(node: Node, field: number): Node {
    for (let child = node + 1, end = this.#afterOf(node); child < end; child = this.#afterOf(child)) {
      if (this.#field[child] === field) return child;
    }
    return NO_NODE;
  }
}

/** The block that a node is read in. */
export function blockOf(regions: Regions, node: Node): number {
  let low = 0;
  let high = regions.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((regions.starts[middle] ?? 0) <= node) low = middle + 1;
    else high = middle;
  }
  let region = low - 1;
  while (region !== NONE && (regions.ends[region] ?? 0) <= node) region = regions.parents[region] ?? NONE;
  return regions.blocks[region] ?? MODULE;
}

function bindsWalrus(kind: ScopeKind | undefined): boolean {
  return kind === 'function' || kind === 'lambda' || kind === 'module';
}

function comprehensionName(kind: number | undefined): BlockName {
  if (kind === Kind.list_comprehension) return 'listcomp';
  if (kind === Kind.set_comprehension) return 'setcomp';
  return kind === Kind.dictionary_comprehension ? 'dictcomp' : 'genexpr';
}

const flagsOfMark = new Int32Array(Mark.isName + 1);
const useOfMark = new Uint8Array(Mark.isName + 1);
for (const [mark, flags, use] of [
  [Mark.read, Flag.used, Use.reads],
  [Mark.stored, Flag.local, Use.defines],
  [Mark.augmented, Flag.local, Use.defines | Use.reads],
  [Mark.walrus, Flag.local, Use.defines],
  [Mark.imported, Flag.imported, Use.defines],
  [Mark.declaredGlobal, Flag.global, Use.declares],
  [Mark.declaredNonlocal, Flag.nonlocal, Use.declares],
  [Mark.typeParameter, Flag.typeParameter | Flag.local, Use.defines],
  [Mark.annotated, Flag.annotated | Flag.local, Use.defines],
  [Mark.parameter, Flag.parameter, Use.defines],
  [Mark.functionName, Flag.local | Flag.functionName, Use.defines],
  [Mark.className, Flag.local | Flag.className, Use.defines],
] as const) {
  flagsOfMark[mark] = flags;
  useOfMark[mark] = use;
}
