import { argumentsOf, calledNameOf, dottedNameOf, keywordOf, unwrapped } from '../python/expressions.ts';
import type { TestModule } from '../python/module.ts';
import type { Scope } from '../python/scope.ts';
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
} from '../python/syntax.ts';
import { literalAt } from './literals.ts';
import { wordOffsetsIn } from './words.ts';

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
    const observer = observerAt(module, node);
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
      'cr_frame ag_frame getinnerframes getouterframes getargvalues settrace setprofile capture_locals',
    'code-object':
      '__code__ func_code __closure__ func_closure co_varnames co_names co_freevars co_cellvars co_code co_consts ' +
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
  const everywhere = (kind: Observer['kind']): Observer => ({
    kind,
    node,
    shown: word,
    scope: undefined,
    text: undefined,
  });
  const kind = kindOfWord.get(word);
  if (kind !== undefined) return isOwnVariable(module, node) ? undefined : everywhere(kind);
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
    default:
      return undefined;
  }
}

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

/** The call of an identifier or attribute; NO_NODE where it is not called there. */
export function callOf({ tree }: TestModule, node: Node): Node {
  const parent = parentOf(tree, node);
  const callee =
    kindOf(tree, parent) === Kind.attribute && fieldOf(tree, node) === Field.attribute ? parent : node;
  const call = parentOf(tree, callee);
  return kindOf(tree, call) === Kind.call && fieldOf(tree, callee) === Field.function ? call : NO_NODE;
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
  const [code, namespace] = argumentsOf(tree, call);
  // With a namespace of its own the code sees nothing of the function; `globals()` and `locals()` are seen themselves.
  const isApart = namespace !== undefined && kindOf(tree, namespace.node) !== Kind.list_splat;
  if (isApart) return undefined;
  const text = code === undefined ? undefined : constantOf(module, code.value);
  return { kind, node, shown: `${word}()`, scope: scopeOf(module, call), text };
}

/** pandas and numexpr look up the names in such a string in the frame of their caller. */
function namedLikeEval(module: TestModule, node: Node, word: string): Observer | undefined {
  const call = callOf(module, node);
  if (call === NO_NODE) return undefined;
  const [code] = argumentsOf(module.tree, call);
  const text = code === undefined ? undefined : constantOf(module, code.value);
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

/** What names the object that `patch(…, autospec=True)` or `create_autospec(…)` copies; undefined where nothing does. */
function specifiedAt(module: TestModule, node: Node): string | undefined {
  const { tree } = module;
  const argument = parentOf(tree, node);
  if (kindOf(tree, argument) !== Kind.keyword_argument) {
    const [object] = argumentsOf(tree, callOf(module, node));
    return object === undefined ? undefined : definedNameOf(module, object.value);
  }
  const call = parentOf(tree, parentOf(tree, argument));
  if (fieldOf(tree, node) !== Field.name || kindOf(tree, call) !== Kind.call) return undefined;
  const [path, name] = argumentsOf(tree, call).filter(({ keyword }) => keyword === undefined);
  switch (calledNameOf(tree, call)) {
    case 'patch':
      return path === undefined ? undefined : constantOf(module, path.value);
    case 'object':
      return name === undefined ? undefined : constantOf(module, name.value);
    default:
      return undefined;
  }
}

/** A dotted name that begins with what is imported or defined; a variable may hold anything. */
function definedNameOf({ tree, bindings }: TestModule, node: Node): string | undefined {
  const binding = bindings.bindingAt(startOf(tree, node));
  const isDefined = /^(?:import|class|function)$/.test(binding?.kind ?? '');
  return isDefined ? dottedNameOf(tree, node) : undefined;
}

/** The constant that a `locals()` or `globals()` is looked up by: a format, a key, or code. */
function textLookedUpIn(module: TestModule, call: Node): string | undefined {
  const { tree } = module;
  const parent = parentOf(tree, call);
  switch (kindOf(tree, parent)) {
    case Kind.binary_operator: {
      const format = unwrapped(tree, childIn(tree, parent, Field.left));
      const isFormat = kindOf(tree, childIn(tree, parent, Field.operator)) === Kind['%'];
      return isFormat && format !== call ? constantOf(module, format) : undefined;
    }
    case Kind.subscript: {
      const [, key = NO_NODE] = namedChildrenOf(tree, parent);
      return constantOf(module, key);
    }
    case Kind.attribute: {
      const method = textOf(tree, childIn(tree, parent, Field.attribute));
      const outer = parentOf(tree, parent);
      if (!/^(?:get|pop|setdefault)$/.test(method) || kindOf(tree, outer) !== Kind.call) return undefined;
      return constantOf(module, argumentsOf(tree, outer)[0]?.value ?? NO_NODE);
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
  return constantOf(module, unwrapped(tree, childIn(tree, callee, Field.object)));
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
  const texts = [code.value, ...(setup === NO_NODE ? [] : [setup])].map((node) => constantOf(module, node));
  return texts.includes(undefined) ? undefined : texts.join('\n');
}

function constantOf(module: TestModule, node: Node): string | undefined {
  const literal = literalAt(module, node);
  return literal === undefined || literal.isFormatted ? undefined : literal.value;
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
