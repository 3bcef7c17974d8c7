/** Writes generated programs down, and drops what Python does not allow where it stands. */

export type Expression =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly callee: Expression; readonly values: readonly Expression[] }
  | { readonly kind: 'access'; readonly of: Expression; readonly key: Expression }
  | { readonly kind: 'choice'; readonly test: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly kind: 'lambda'; readonly parameters: readonly Parameter[]; readonly body: Expression }
  | {
      readonly kind: 'comprehension';
      readonly form: Form;
      readonly element: Expression;
      readonly clauses: Clauses;
    }
  | { readonly kind: 'walrus'; readonly name: string; readonly value: Expression }
  | { readonly kind: 'string'; readonly prefix: string; readonly values: readonly Expression[] };

type Form = 'list' | 'set' | 'dict' | 'generator';
type Clauses = readonly {
  readonly target: Target;
  readonly iterable: Expression;
  readonly tests: Expression[];
}[];
export type Target =
  | { readonly kind: 'one'; readonly name: string }
  | { readonly kind: 'many'; readonly names: readonly string[]; readonly star: boolean }
  | { readonly kind: 'item'; readonly of: string; readonly key: string };

export interface Parameter {
  readonly name: string;
  readonly annotation: Expression | undefined;
  readonly value: Expression | undefined;
}

export interface TypeParameter {
  readonly stars: string;
  readonly name: string;
  readonly bound: Expression | undefined;
  readonly value: Expression | undefined;
}

interface Definition {
  readonly name: string;
  readonly decorators: readonly Expression[];
  readonly generic: readonly TypeParameter[];
  readonly globals: readonly string[];
  readonly nonlocals: readonly string[];
  readonly body: Body;
}

export type Body = readonly Statement[];
export type Statement =
  | { readonly kind: 'expression'; readonly value: Expression }
  | { readonly kind: 'assign'; readonly targets: readonly Target[]; readonly value: Expression }
  | { readonly kind: 'augment'; readonly name: string; readonly value: Expression }
  | {
      readonly kind: 'annotate';
      readonly name: string;
      readonly type: Expression;
      readonly value: Expression | undefined;
    }
  | { readonly kind: 'delete'; readonly target: Target }
  | {
      readonly kind: 'import';
      readonly module: string;
      readonly from: boolean;
      readonly as: string | undefined;
    }
  | { readonly kind: 'for'; readonly target: Target; readonly iterable: Expression; readonly body: Body }
  | { readonly kind: 'if'; readonly test: Expression; readonly body: Body; readonly otherwise: Body }
  | { readonly kind: 'with'; readonly value: Expression; readonly target: Target; readonly body: Body }
  | {
      readonly kind: 'try';
      readonly body: Body;
      readonly type: Expression;
      readonly name: string;
      readonly handler: Body;
    }
  | { readonly kind: 'match'; readonly subject: Expression; readonly cases: readonly Case[] }
  | {
      readonly kind: 'alias';
      readonly name: string;
      readonly generic: readonly TypeParameter[];
      readonly value: Expression;
    }
  | ({ readonly kind: 'class'; readonly bases: readonly Expression[] } & Definition)
  | ({
      readonly kind: 'function';
      readonly isAsync: boolean;
      readonly parameters: readonly Parameter[];
      readonly result: Expression | undefined;
      readonly locals: readonly string[];
    } & Definition);

export interface Case {
  readonly form: 'capture' | 'sequence' | 'mapping' | 'class' | 'as';
  readonly names: readonly string[];
  readonly guard: Expression | undefined;
  readonly body: Body;
}

/** Where something is written, as far as it decides what Python allows there. */
export interface Place {
  /** Whether the nearest scope that is no comprehension is a class; a walrus in a comprehension is then refused. */
  readonly isClass: boolean;
  /** Whether a walrus is refused: in annotations, aliases, type parameters, and iterables of comprehensions. */
  readonly isPure: boolean;
  readonly isComprehension: boolean;
  /** The targets of the comprehensions around, which a walrus may not rebind. */
  readonly targets: ReadonlySet<string>;
  /** What the functions around bind for sure, so that `nonlocal` finds it. */
  readonly bound: ReadonlySet<string>;
  /** What this block declares global or nonlocal, and so may not annotate. */
  readonly declared: ReadonlySet<string>;
}

/** A module's body, or the start of a function's. */
export const inModule: Place = {
  isClass: false,
  isPure: false,
  isComprehension: false,
  targets: new Set(),
  bound: new Set(),
  declared: new Set(),
};

const plain = (identifier: string): string => identifier.normalize('NFKC');

/** The lines of statements, without what Python does not allow there. */
export function bodyOf(statements: Body, place: Place): readonly string[] {
  return statements.flatMap((statement) => linesOf(statement, place));
}

function blockOf(statements: Body, place: Place): readonly string[] {
  return indented(bodyOf(statements, place));
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `    ${line}`);
}

function linesOf(statement: Statement, place: Place): readonly string[] {
  const written = (value: Expression): string => textOf(value, place);
  switch (statement.kind) {
    case 'expression':
      return [written(statement.value)];
    case 'assign':
      return [[...statement.targets.map(targetOf), written(statement.value)].join(' = ')];
    case 'augment':
      return [`${statement.name} += ${written(statement.value)}`];
    case 'annotate': {
      const value = statement.value === undefined ? '' : ` = ${written(statement.value)}`;
      const isDeclared = place.declared.has(plain(statement.name));
      return [`${isDeclared ? 'a.b' : statement.name}: ${textOf(statement.type, pure(place))}${value}`];
    }
    case 'delete':
      return [`del ${targetOf(statement.target).replace('*', '')}`];
    case 'import': {
      const as = statement.as === undefined ? '' : ` as ${statement.as}`;
      return [
        statement.from ? `from m import ${statement.module}${as}` : `import ${statement.module}.m${as}`,
      ];
    }
    case 'for':
      return [
        `for ${targetOf(statement.target)} in ${written(statement.iterable)}:`,
        ...blockOf(statement.body, place),
      ];
    case 'if':
      return [
        `if ${written(statement.test)}:`,
        ...blockOf(statement.body, place),
        'else:',
        ...blockOf(statement.otherwise, place),
      ];
    case 'with':
      return [
        `with ${written(statement.value)} as ${targetOf(statement.target)}:`,
        ...blockOf(statement.body, place),
      ];
    case 'try':
      return [
        'try:',
        ...blockOf(statement.body, place),
        `except ${written(statement.type)} as ${statement.name}:`,
        ...blockOf(statement.handler, place),
      ];
    case 'match':
      return [
        `match ${written(statement.subject)}:`,
        ...indented(statement.cases.flatMap((one) => caseOf(one, place))),
      ];
    case 'alias':
      return [
        `type ${statement.name}${genericOf(statement.generic, place)} = ${textOf(statement.value, pure(place))}`,
      ];
    case 'class':
      return classOf(statement, place);
    case 'function':
      return functionOf(statement, place);
  }
}

function caseOf({ form, names, guard, body }: Case, place: Place): readonly string[] {
  const [first = 'a', second = 'b'] = names;
  const pattern = {
    capture: first,
    sequence: `[${first}, *${second}]`,
    mapping: `{'k': ${first}, **${plain(second) === '_' ? 'rest' : second}}`,
    class: `C(${first}, k=${second})`,
    as: `[${first}] as ${plain(second) === '_' ? 'whole' : second}`,
  }[form];
  return [
    `case ${pattern}${guard === undefined ? '' : ` if ${textOf(guard, place)}`}:`,
    ...blockOf(body, place),
  ];
}

function classOf(definition: Statement & { kind: 'class' }, place: Place): readonly string[] {
  const { name, generic, bases, body } = definition;
  const outer = generic.length > 0 ? pure(place) : place;
  const values = bases.map((base) => textOf(base, outer));
  const inner = {
    ...place,
    isClass: true,
    isPure: false,
    isComprehension: false,
    targets: new Set<string>(),
    // A private name of a function around is another one here, after mangling.
    bound: new Set([...without(place.bound, generic)].filter((bound) => !bound.startsWith('__'))),
  };
  const [declarations, declared] = declarationsOf(definition, inner.bound, []);
  return [
    ...decoratorsOf(definition, place),
    `class ${name}${genericOf(generic, place)}(${values.join(', ')}):`,
    ...indented(declarations),
    ...blockOf(body, { ...inner, declared }),
  ];
}

function functionOf(definition: Statement & { kind: 'function' }, place: Place): readonly string[] {
  const { name, generic, parameters, result, body, locals } = definition;
  const around = without(place.bound, generic);
  const own = parameters.map((parameter) => plain(parameter.name));
  const [declarations, declared] = declarationsOf(definition, around, own);
  const globals = new Set(definition.globals.map(plain));
  const bound = [...around, ...own, ...locals.map(plain)].filter(
    (name) => own.includes(name) || !globals.has(name),
  );
  const inner = { ...inModule, bound: new Set(bound), declared };
  const returned = result === undefined ? '' : ` -> ${textOf(result, pure(place))}`;
  return [
    ...decoratorsOf(definition, place),
    `${definition.isAsync ? 'async ' : ''}def ${name}${genericOf(generic, place)}(${parametersOf(parameters, place)})${returned}:`,
    ...indented(declarations),
    ...indented(locals.map((local) => `${local} = 0`)),
    ...blockOf(body, inner),
  ];
}

function without(bound: ReadonlySet<string>, generic: readonly TypeParameter[]): ReadonlySet<string> {
  const hidden = new Set(generic.map((parameter) => plain(parameter.name)));
  return new Set([...bound].filter((name) => !hidden.has(name)));
}

/** The `global` and `nonlocal` statements that are allowed at the start of a body, and what they declare. */
function declarationsOf(
  { globals, nonlocals }: Definition,
  bound: ReadonlySet<string>,
  parameters: readonly string[],
): readonly [lines: readonly string[], declared: ReadonlySet<string>] {
  const allowed = globals.filter((name) => !parameters.includes(plain(name)));
  const taken = new Set([...parameters, ...allowed.map(plain)]);
  const free = nonlocals.filter((name) => bound.has(plain(name)) && !taken.has(plain(name)));
  return [
    [
      ...(allowed.length > 0 ? [`global ${allowed.join(', ')}`] : []),
      ...(free.length > 0 ? [`nonlocal ${free.join(', ')}`] : []),
    ],
    new Set([...allowed, ...free].map(plain)),
  ];
}

function decoratorsOf({ decorators }: Definition, place: Place): readonly string[] {
  return decorators.map((decorator) => `@${textOf(decorator, place)}`);
}

function parametersOf(parameters: readonly Parameter[], place: Place, isLambda = false): string {
  let hasDefault = false;
  return parameters
    .map(({ name, annotation, value }) => {
      hasDefault ||= value !== undefined;
      const type = annotation === undefined || isLambda ? '' : `: ${textOf(annotation, pure(place))}`;
      return `${name}${type}${hasDefault ? ` = ${value === undefined ? '0' : textOf(value, place)}` : ''}`;
    })
    .join(', ');
}

function genericOf(generic: readonly TypeParameter[], place: Place): string {
  let hasDefault = false;
  const written = generic.map(({ stars, name, bound, value }) => {
    hasDefault ||= value !== undefined;
    const type = bound === undefined || stars !== '' ? '' : `: ${textOf(bound, pure(place))}`;
    const fallback = value === undefined ? 'int' : textOf(value, pure(place));
    return `${stars}${name}${type}${hasDefault ? ` = ${fallback}` : ''}`;
  });
  return written.length === 0 ? '' : `[${written.join(', ')}]`;
}

function targetOf(target: Target): string {
  switch (target.kind) {
    case 'one':
      return target.name;
    case 'many':
      return `[${target.star ? '*' : ''}${target.names.join(', ')}]`;
    case 'item':
      return `${target.of}[${target.key}]`;
  }
}

function pure(place: Place): Place {
  return { ...place, isPure: true };
}

function textOf(value: Expression, place: Place): string {
  const written = (part: Expression): string => textOf(part, place);
  switch (value.kind) {
    case 'name':
      return value.name;
    case 'call':
      return `${written(value.callee)}(${value.values.map(written).join(', ')})`;
    case 'access':
      return `${written(value.of)}.a[${written(value.key)}]`;
    case 'choice':
      return `(${written(value.yes)} if ${written(value.test)} else ${written(value.no)})`;
    case 'lambda': {
      // A lambda is a function: a walrus in it is its own, though not in an iterable of a comprehension.
      const inner = { ...inModule, isPure: place.isPure };
      return `(lambda ${parametersOf(value.parameters, place, true)}: ${textOf(value.body, inner)})`;
    }
    case 'comprehension':
      return comprehensionOf(value, place);
    case 'walrus': {
      const isRefused =
        place.isPure || (place.isComprehension && (place.isClass || place.targets.has(plain(value.name))));
      return isRefused ? `(${written(value.value)})` : `(${value.name} := ${written(value.value)})`;
    }
    case 'string':
      return `${value.prefix}"é{${value.values.map((part) => `(${written(part)})`).join('}😀{')}}"`;
  }
}

function comprehensionOf(value: Expression & { kind: 'comprehension' }, place: Place): string {
  const targets = new Set([
    ...place.targets,
    ...value.clauses.flatMap(({ target }) => boundBy(target).map(plain)),
  ]);
  const inner = { ...place, isComprehension: true, targets };
  const clauses = value.clauses.map(({ target, iterable, tests }, index) => {
    const source = textOf(iterable, pure(index === 0 ? place : inner));
    return ` for ${targetOf(target)} in ${source}${tests.map((test) => ` if ${textOf(test, inner)}`).join('')}`;
  });
  const element = textOf(value.element, inner);
  const whole = `${element}${clauses.join('')}`;
  switch (value.form) {
    case 'list':
      return `[${whole}]`;
    case 'set':
      return `{${whole}}`;
    case 'dict':
      return `{${element}: ${whole}}`;
    case 'generator':
      return `(${whole})`;
  }
}

function boundBy(target: Target): readonly string[] {
  switch (target.kind) {
    case 'one':
      return [target.name];
    case 'many':
      return target.names;
    case 'item':
      return [];
  }
}
