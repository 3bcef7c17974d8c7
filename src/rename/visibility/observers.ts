import { argumentsOf, keywordOf, unwrapped } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Scope } from '../../python/scope.ts';
import {
  childIn,
  endOf,
  Field,
  fieldOf,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { callOf } from '../references/called-at.ts';
import { specifiedAt } from './autospec.ts';
import { isAskedForPlaceAlone } from './frame-uses.ts';
import { constantAt } from '../references/literals.ts';
import { wordOffsetsIn } from '../words.ts';

/** What can see names without naming them. */
export interface Observer {
  readonly kind:
    | 'locals'
    | 'dynamic-code'
    | 'namespace'
    | 'frame'
    | 'code-object'
    | 'signature'
    | 'source-text';
  readonly node: Node;
  /** As it is shown: `locals()`. */
  readonly shown: string;
  /** Where it looks; undefined when it may look anywhere in the file. */
  readonly scope: Scope | undefined;
  /**
   * The constant text that is all it looks up names for or, where it looks at signatures, that names what has them;
   * undefined when that is not known.
   */
  readonly text: string | undefined;
}

const known = new WeakMap<TestModule, readonly Observer[]>();

/** The observers of a module in source order. */
export function observersOf(module: TestModule): readonly Observer[] {
  const present = known.get(module);
  if (present !== undefined) return present;
  const observers: Observer[] = [];
  for (const node of module.nodesOf(Kind.identifier)) {
    const observer = observerAt(module, node) ?? importedObserver(module, node);
    if (observer !== undefined) observers.push(observer);
  }
  known.set(module, observers);
  return observers;
}

/** Whether an observer looks up names for a constant text alone in which none of the words is. */
export function isHarmlessFor({ text }: Observer, ...words: readonly string[]): boolean {
  return text !== undefined && words.every((word) => wordOffsetsIn(text, word).length === 0);
}

/** Names that look into frames, code objects, signatures or source, whatever they are an attribute of. */
const kindOfWord: ReadonlyMap<string, Observer['kind']> = new Map(
  Object.entries({
    frame:
      '_getframe _getframemodulename _current_frames currentframe f_locals f_globals f_back tb_frame gi_frame ' +
      'cr_frame ag_frame getinnerframes getouterframes getargvalues getgeneratorlocals getcoroutinelocals ' +
      'getasyncgenlocals settrace setprofile capture_locals showlocals',
    namespace: '__globals__ func_globals run_path run_module',
    'code-object':
      '__code__ func_code gi_code cr_code ag_code __closure__ func_closure co_varnames co_names co_freevars co_cellvars co_code co_consts ' +
      'getclosurevars dis Bytecode',
    signature:
      'getfullargspec getargspec getcallargs formatargspec __signature__ __kwdefaults__ __annotations__ ' +
      'get_type_hints get_annotations __wrapped__',
    'source-text': 'getsource getsourcelines findsource linecache getblock',
  } as const).flatMap(([kind, words]) =>
    // Object.entries widens the keys of the table above to string.
    words.split(' ').map((word): [string, Observer['kind']] => [word, kind as Observer['kind']]),
  ),
);

function observerAt(module: TestModule, node: Node): Observer | undefined {
  const { tree } = module;
  const word = textOf(tree, node);
  const everywhere = (kind: Observer['kind']): Observer => seenEverywhere(kind, node, word);
  const kind = kindOfWord.get(word);
  if (kind !== undefined)
    return isOwnVariable(module, node) || (kind === 'frame' && isAskedForPlaceAlone(module, node))
      ? undefined
      : everywhere(kind);
  switch (word) {
    case 'autospec':
    case 'create_autospec':
      return isOwnVariable(module, node)
        ? undefined
        : { ...everywhere('signature'), text: specifiedAt(module, node) };
    case 'stack':
    case 'trace':
      return isOf(module, node, 'inspect') ? everywhere('frame') : undefined;
    case 'signature':
    case 'Signature':
      return isOf(module, node, 'inspect', 'funcsigs') ? everywhere('signature') : undefined;
    case 'locals':
    case 'globals':
      if (isLocalsOfEntry(module, node, word)) return everywhere('frame');
      return isBuiltin(module, node) ? namespaceCall(module, node, word) : undefined;
    case 'vars':
    case 'dir':
      return isBuiltin(module, node) ? objectCall(module, node, word) : undefined;
    case 'eval':
    case 'exec':
      return isBuiltin(module, node) ? codeCall(module, node, word) : namedLikeEval(module, node, word);
    case 'query':
    case 'evaluate':
      return namedLikeEval(module, node, word);
    case 'getattr':
    case '__import__':
    case 'import_module':
      return looksUpBuiltin(module, node, word) ? everywhere('dynamic-code') : undefined;
    default:
      return undefined;
  }
}

const seenEverywhere = (kind: Observer['kind'], node: Node, shown: string): Observer => ({
  kind,
  node,
  shown,
  scope: undefined,
  text: undefined,
});

/** What looks into names and is called otherwise here: `from inspect import stack as frames`. */
function importedObserver({ tree, imports }: TestModule, node: Node): Observer | undefined {
  const origin = imports.originBoundAt(node);
  if (origin === undefined) return undefined;
  const kind = kindOfOrigin.find(([, pattern]) => pattern.test(origin))?.[0];
  return kind === undefined ? undefined : seenEverywhere(kind, node, textOf(tree, node));
}

/** Debugging libraries read the source or the bytecode of the call to learn what the arguments are called. */
const kindOfOrigin: readonly (readonly [Observer['kind'], RegExp])[] = [
  ['frame', /^inspect\.(?:stack|trace)$/],
  ['signature', /^(?:inspect|funcsigs)\.[sS]ignature$/],
  ['locals', /^(?:builtins|__builtin__)\.(?:locals|vars|dir)$/],
  ['namespace', /^(?:builtins|__builtin__)\.globals$/],
  ['dynamic-code', /^(?:builtins|__builtin__)\.(?:eval|exec)$/],
  ['source-text', /^(?:icecream|varname|executing|sorcery|pysnooper|snoop|birdseye|stack_data)(?:\.|$)/],
];

/** Whether an identifier is a name that the file itself binds, other than by an import. */
function isOwnVariable({ tree, bindings }: TestModule, node: Node): boolean {
  if (fieldOf(tree, node) === Field.attribute) return false;
  const binding = bindings.bindingAt(startOf(tree, node));
  return binding !== undefined && binding.kind !== 'unbound' && binding.kind !== 'import';
}

/** Whether an identifier is the builtin of that name, or an attribute of the builtins module. */
function isBuiltin(module: TestModule, node: Node): boolean {
  const { tree, bindings } = module;
  if (fieldOf(tree, node) === Field.attribute)
    return isOf(module, node, 'builtins', '__builtins__', '__builtin__');
  const binding = bindings.bindingAt(startOf(tree, node));
  return binding !== undefined && (binding.kind === 'unbound' || binding.kind === 'import');
}

/** Whether an identifier is an attribute of a module, or imported from it. */
function isOf({ tree, imports }: TestModule, node: Node, ...modules: readonly string[]): boolean {
  const parent = parentOf(tree, node);
  const isAttribute = kindOf(tree, parent) === Kind.attribute && fieldOf(tree, node) === Field.attribute;
  const origin = imports.originOf(textOf(tree, isAttribute ? parent : node));
  return modules.some((module) => origin.startsWith(`${module}.`));
}

/** Whether an identifier is the attribute by which an entry of pytest's tracebacks shows the variables of its frame. */
function isLocalsOfEntry(module: TestModule, node: Node, word: string): boolean {
  return word === 'locals' && fieldOf(module.tree, node) === Field.attribute && !isBuiltin(module, node);
}

/** Whether a call fetches what evaluates code from the builtins by name, or fetches the builtins themselves. */
function looksUpBuiltin(module: TestModule, node: Node, word: string): boolean {
  const { tree, imports } = module;
  const call = callOf(module, node);
  if (call === NO_NODE) return false;
  const [first, second] = argumentsOf(tree, call);
  if (first === undefined) return false;
  if (word !== 'getattr') return constantAt(module, first.value) === 'builtins';
  if (
    second === undefined ||
    !/^(?:builtins|__builtins?__)$/.test(imports.originOf(textOf(tree, first.value)))
  )
    return false;
  const name = constantAt(module, second.value);
  return name === undefined || /^(?:eval|exec|locals|globals|vars|dir)$/.test(name);
}

function namespaceCall(module: TestModule, node: Node, word: 'locals' | 'globals'): Observer {
  const kind = word === 'locals' ? 'locals' : 'namespace';
  const call = callOf(module, node);
  if (call === NO_NODE) return { kind, node, shown: word, scope: undefined, text: undefined };
  const scope = kind === 'locals' ? scopeOf(module, call) : module.bindings.module;
  return { kind, node, shown: `${word}()`, scope, text: textLookedUpIn(module, call) };
}

function objectCall(module: TestModule, node: Node, word: string): Observer | undefined {
  const call = callOf(module, node);
  if (call === NO_NODE) return { kind: 'locals', node, shown: word, scope: undefined, text: undefined };
  if (argumentsOf(module.tree, call).length > 0) return undefined;
  return {
    kind: 'locals',
    node,
    shown: `${word}()`,
    scope: scopeOf(module, call),
    text: textLookedUpIn(module, call),
  };
}

function codeCall(module: TestModule, node: Node, word: string): Observer | undefined {
  const { tree } = module;
  const kind = 'dynamic-code';
  const call = callOf(module, node);
  if (call === NO_NODE) return { kind, node, shown: word, scope: undefined, text: undefined };
  const given = argumentsOf(tree, call);
  const [code, namespace] = given.filter(({ keyword }) => keyword === undefined);
  // With a namespace of its own the code sees nothing of the function; `globals()` and `locals()` are seen themselves.
  const globals = namespace?.value ?? keywordOf(tree, call, 'globals');
  const isApart = globals !== NO_NODE && !mayBeNone(module, globals) && !isSplat(tree, globals);
  if (isApart) return undefined;
  const text = code === undefined ? undefined : constantAt(module, code.value);
  const isPlain = !given.some(({ node: argument }) => isSplat(tree, argument));
  const hasLocals = isPlain && (given.length > 2 || keywordOf(tree, call, 'locals') !== NO_NODE);
  const scope = hasLocals ? module.bindings.module : scopeOf(module, call);
  return { kind, node, shown: `${word}()`, scope, text };
}

const isSplat = (tree: TestModule['tree'], argument: Node) =>
  kindOf(tree, argument) === Kind.list_splat || kindOf(tree, argument) === Kind.dictionary_splat;

/** `None`, or a parameter that is `None` where it is not given, stands for the namespace of the caller. */
function mayBeNone({ tree, bindings }: TestModule, node: Node): boolean {
  if (kindOf(tree, node) === Kind.none) return true;
  if (kindOf(tree, node) !== Kind.identifier) return false;
  const [first] = bindings.bindingAt(startOf(tree, node))?.definitions ?? [];
  return (
    first !== undefined && kindOf(tree, childIn(tree, parentOf(tree, first.node), Field.value)) === Kind.none
  );
}

/** pandas and numexpr look up the names in such a string in the frame of their caller. */
function namedLikeEval(module: TestModule, node: Node, word: string): Observer | undefined {
  const call = callOf(module, node);
  if (call === NO_NODE) return undefined;
  const [code] = argumentsOf(module.tree, call);
  const text = code === undefined ? undefined : constantAt(module, code.value);
  if (text === undefined) return undefined;
  const names = word === 'query' ? Array.from(text.matchAll(/@(\w+)/g), ([, name = '']) => name) : [text];
  return {
    kind: 'dynamic-code',
    node,
    shown: `.${word}()`,
    scope: scopeOf(module, call),
    text: names.join(' '),
  };
}

/** The constant that a `locals()` or `globals()` is looked up by: a format, a key, or code. */
function textLookedUpIn(module: TestModule, call: Node): string | undefined {
  const { tree } = module;
  const parent = parentOf(tree, call);
  switch (kindOf(tree, parent)) {
    case Kind.binary_operator: {
      const format = unwrapped(tree, childIn(tree, parent, Field.left));
      const isFormat = kindOf(tree, childIn(tree, parent, Field.operator)) === Kind['%'];
      return isFormat && format !== call ? constantAt(module, format) : undefined;
    }
    case Kind.subscript: {
      const [, key = NO_NODE] = namedChildrenOf(tree, parent);
      return constantAt(module, key);
    }
    case Kind.attribute: {
      const method = textOf(tree, childIn(tree, parent, Field.attribute));
      const outer = parentOf(tree, parent);
      if (!/^(?:get|pop|setdefault)$/.test(method) || kindOf(tree, outer) !== Kind.call) return undefined;
      return constantAt(module, argumentsOf(tree, outer)[0]?.value ?? NO_NODE);
    }
    case Kind.dictionary_splat:
      return constantFormatOf(module, parentOf(tree, parentOf(tree, parent)), 'format');
    case Kind.argument_list:
      return (
        constantFormatOf(module, parentOf(tree, parent), 'format_map') ??
        constantCodeOf(module, parentOf(tree, parent), call)
      );
    case Kind.keyword_argument:
      return constantCodeOf(module, parentOf(tree, parentOf(tree, parent)), call);
    default:
      return undefined;
  }
}

/** The format of `"…".format(**locals())` or `"…".format_map(vars())`. */
function constantFormatOf(module: TestModule, call: Node, method: string): string | undefined {
  const { tree } = module;
  if (kindOf(tree, call) !== Kind.call) return undefined;
  const callee = childIn(tree, call, Field.function);
  if (kindOf(tree, callee) !== Kind.attribute) return undefined;
  if (textOf(tree, childIn(tree, callee, Field.attribute)) !== method) return undefined;
  return constantAt(module, unwrapped(tree, childIn(tree, callee, Field.object)));
}

/** The code of `eval("…", globals())`. */
function constantCodeOf(module: TestModule, call: Node, namespace: Node): string | undefined {
  const { tree } = module;
  const callee = childIn(tree, call, Field.function);
  const [code] = argumentsOf(tree, call);
  if (callee === NO_NODE || code === undefined || code.value === namespace) return undefined;
  const name = /(?:^|\.)(eval|exec|timeit|repeat|Timer)$/.exec(textOf(tree, callee))?.[1];
  if (name === undefined) return undefined;
  const setup = keywordOf(tree, call, 'setup');
  const texts = [code.value, ...(setup === NO_NODE ? [] : [setup])].map((node) => constantAt(module, node));
  return texts.includes(undefined) ? undefined : texts.join('\n');
}

/** The scope whose names a call sees; a comprehension is inlined into the block around it (PEP 709). */
function scopeOf({ bindings }: TestModule, call: Node): Scope {
  return bindings.scopeOf(call);
}

/** The text of a node, cut short. */
export function shownOf({ tree }: TestModule, node: Node): string {
  const text = tree.text.slice(startOf(tree, node), endOf(tree, node)).replace(/\s+/g, ' ');
  return text.length <= 40 ? text : `${text.slice(0, 37)}...`;
}
