import { compactText } from '../python/differences.ts';
import { argumentsOf, calledNameOf } from '../python/expressions.ts';
import type { TestModule } from '../python/module.ts';
import {
  childIn,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  type SyntaxTree,
  textOf,
} from '../python/syntax.ts';
import type { Telling } from './siblings.ts';

/** What tells two siblings apart, alone or among more, as a sentence that a message begins with. */
export function tellingSentence(module: TestModule, telling: Telling, isPair: boolean): string {
  const { first, other, difference } = telling;
  const pair = `\`${first.name}\` and \`${other.name}\``;
  const only = difference.one === NO_NODE ? difference.other : NO_NODE;
  const nodes = [difference.one, difference.other].filter((node) => node !== NO_NODE);
  const texts = nodes.map((node) => shown(module.tree, node, withoutIt(nodes, node)));
  const parts = texts.flatMap((text) =>
    text === undefined ? [] : `\`${named(module, nodes, text, texts.indexOf(text))}\``,
  );
  if (parts.length < nodes.length || new Set(parts).size < parts.length)
    return `${pair} differ in more than their number`;
  const taker = nodes.some((node) => isBare(module.tree, node)) ? takerOf(module, nodes) : undefined;
  if (nodes.length === 1) {
    const [maker, rest] = only === NO_NODE ? [first, other] : [other, first];
    return isPair
      ? `only \`${maker.name}\` is made with ${parts.join('')}`
      : `\`${maker.name}\` is made with ${parts.join('')} and \`${rest.name}\` is not`;
  }
  return `${pair} differ in ${parts.join(' and ')}${taker === undefined ? '' : `, given to \`${taker}\``}`;
}

const withoutIt = (nodes: readonly Node[], node: Node): Node => nodes.find((one) => one !== node) ?? NO_NODE;

/** A bare value with the parameter that it is passed to, where the module shows it: `size=16`. */
function named(module: TestModule, nodes: readonly Node[], text: string, index: number): string {
  const node = nodes[index] ?? NO_NODE;
  const passing = isBare(module.tree, node) ? module.passingOf(node) : undefined;
  return passing?.by === 'parameter' ? `${passing.name}=${text}` : text;
}

/** Whether an expression says nothing but a value: a number, `None`, `True`. */
function isBare(tree: SyntaxTree, node: Node): boolean {
  if (kindOf(tree, node) === Kind.unary_operator) return isBare(tree, childIn(tree, node, Field.argument));
  return BARE.has(kindOf(tree, node));
}

const BARE: ReadonlySet<number> = new Set<number>([
  Kind.integer,
  Kind.float,
  Kind.true,
  Kind.false,
  Kind.none,
]);

/** What is called with bare values whose parameters are not known. */
function takerOf(module: TestModule, nodes: readonly Node[]): string | undefined {
  const { tree } = module;
  for (const node of nodes) {
    const call = parentOf(tree, parentOf(tree, node));
    if (kindOf(tree, call) !== Kind.call || module.passingOf(node) !== undefined) continue;
    const called = calledNameOf(tree, call);
    if (called !== '' && argumentsOf(tree, call).some((argument) => argument.node === node)) return called;
  }
  return undefined;
}

/** The text of an expression, cut to what fits into a message where it may be; undefined where that says nothing. */
function shown(tree: SyntaxTree, node: Node, other: Node): string | undefined {
  const text = compactText(tree, node);
  if (text.length <= LONGEST_SHOWN) return text;
  switch (kindOf(tree, node)) {
    case Kind.string:
      return shownString(text, compactText(tree, other));
    case Kind.keyword_argument:
      return shownEntry(tree, node, other, Field.name, '=');
    case Kind.pair:
      return shownEntry(tree, node, other, Field.key, ': ');
    case Kind.call: {
      const called = calledNameOf(tree, node);
      return called === '' ? undefined : `${called}(…)`;
    }
    case Kind.attribute:
      return `….${textOf(tree, childIn(tree, node, Field.attribute))}`;
    default:
      return undefined;
  }
}

function shownEntry(tree: SyntaxTree, node: Node, other: Node, field: Field, sign: string) {
  const isSameKind = other !== NO_NODE && kindOf(tree, other) === kindOf(tree, node);
  const otherValue = isSameKind ? childIn(tree, other, Field.value) : NO_NODE;
  const value = shown(tree, childIn(tree, node, Field.value), otherValue) ?? '…';
  return `${textOf(tree, childIn(tree, node, field))}${sign}${value}`;
}

/** A string in its quotes, from the word on in which it differs from another. */
function shownString(text: string, other: string): string | undefined {
  const [, opening = '', content = '', quote = ''] =
    /^([a-z]*(?:"""|'''|"|'))(.*?)("""|'''|"|')$/is.exec(text) ?? [];
  const [, , otherContent = ''] = /^([a-z]*(?:"""|'''|"|'))(.*?)("""|'''|"|')$/is.exec(other) ?? [];
  let same = 0;
  while (same < content.length && content[same] === otherContent[same]) same++;
  const start = Math.max(content.slice(0, same).search(/[^\s/.,:;=&?-]*$/), 0);
  const isCut = start > KEPT_BEFORE;
  const rest = content.slice(isCut ? start : 0).trim();
  const words =
    rest.length <= LONGEST_SHOWN
      ? rest
      : `${rest.slice(0, LONGEST_SHOWN).replace(/\s*\S*$/, '') || rest.slice(0, LONGEST_SHOWN)}…`;
  return rest === '' ? undefined : `${opening}${isCut ? '…' : ''}${words}${quote}`;
}

const LONGEST_SHOWN = 30;
const KEPT_BEFORE = 12;
