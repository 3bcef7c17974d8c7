import type { TestModule } from '../python/module.ts';
import type { Position, Span } from '../python/text.ts';
import type { Options, OptionTable } from './options.ts';

/** The points of the review, by their number, with the title and the folder of their rules. */
export const families = [
  { name: 'security', title: 'Security' },
  { name: 'naming', title: 'Naming convention' },
  { name: 'docstrings', title: 'Docstrings' },
  { name: 'comments', title: 'Comments' },
  { name: 'organisation', title: 'Organisation' },
  { name: 'exceptions', title: 'Error handling' },
  { name: 'numbered-names', title: 'Numbered names' },
  { name: 'vague-names', title: 'Vague or clipped names' },
  { name: 'ineffective-tests', title: 'Tests that do not test' },
] as const;

export type Family = (typeof families)[number]['name'];

/** An error blocks the commit, a warning informs. */
export type Severity = 'error' | 'warning';

/** `fast` runs in the hook; `review` is the whole review, with the stricter thresholds. */
export type Preset = 'fast' | 'review';

/** Replaces the text of a span. */
export interface TextEdit {
  readonly span: Span;
  readonly replacement: string;
}

/** What would mend a problem: another name for what `at` names, other names for several things, or other text. */
export type Fix =
  // A rename changes nothing but the name, which of a test is a part of its id: unsafe, as an edit may be.
  | { readonly renameTo: string; readonly evidence: string; readonly basis?: Basis; readonly safe?: false }
  | { readonly renames: NonEmpty<NewName> }
  | { readonly edits: readonly TextEdit[]; readonly safe: boolean; readonly title: string };

/** What something is called and what it could be called; several belong together, so that all get theirs or none. */
export interface NewName extends Position {
  /** The name where it is given first, an attribute with its object: UTF-16 offsets. */
  readonly span: Span;
  readonly from: string;
  readonly renameTo: string;
  /** Which sort of evidence the name rests on. */
  readonly basis: Basis;
  /** The evidence itself. */
  readonly evidence: string;
}

/** What says what something is called: how it is passed on, how it is made, or nothing but its place among others. */
export type Basis =
  | 'keyword'
  | 'parameter'
  | 'literal'
  | 'constant'
  | 'callee'
  | 'attribute'
  | 'key'
  | 'position'
  | 'vocabulary';

/** What a rule found. */
export interface Problem {
  /** Where to point: UTF-16 offsets. */
  readonly at: Span;
  /** What is wrong here and what to do, as one line in lower case. */
  readonly message: string;
  /** What the problem is about, such as the name: with the rule and the enclosing definition it makes the fingerprint. */
  readonly subject?: string;
  /** A length or count that may grow: the finding is new again when it does. */
  readonly measure?: number;
  /** Whether the subject is a name that a module may use in many places, and that is not new where it has it already. */
  readonly isVocabulary?: true;
  readonly fix?: Fix;
  /** Names for which the evidence is too weak to give them unasked. */
  readonly offer?: NonEmpty<NewName>;
}

/** A documented rule: what it asks of a module, and what it says. */
export interface Rule {
  readonly id: string;
  readonly family: Family;
  /** One line for the table of rules: what it finds. */
  readonly summary: string;
  /**
   * What to do about it, as one imperative sentence in lower case, without a full stop, that is right for one finding
   * and for many: the review prints it above their lines. Without it the review takes the messages, or the summary.
   */
  readonly advice?: string;
  /** Markdown for the rule's page: why a reviewer would say this, and what the rule looks at to say it. */
  readonly why: string;
  /** What the rule leaves alone that looks like a finding, each with the reason: Markdown for the items of a list. */
  readonly spared?: NonEmpty<string>;
  /** When a finding is wrong in spite of all that, and what to do then, as Markdown. */
  readonly limits: string;
  /** The nearest rules of other tools and how this one differs, as Markdown; absent when there is none. */
  readonly nearest?: string;
  readonly severity: Readonly<Record<Preset, Severity | 'off'>>;
  readonly options: OptionTable;
  /** Whole modules: each bad one has a finding of this rule, no good one has. */
  readonly examples: Examples;
  readonly check: (module: TestModule, options: Options<OptionTable>) => Iterable<Problem>;
}

export interface Examples {
  readonly bad: NonEmpty<string>;
  readonly good: NonEmpty<string>;
  /** The project's own names, where a rule needs some to find anything. */
  readonly names?: Readonly<Record<string, string>>;
}

/** A rule that the configuration has on for a file, with what it says there. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: Options<OptionTable>;
}

export type NonEmpty<Item> = readonly [Item, ...Item[]];

interface RuleDefinition<Table extends OptionTable> extends Omit<Rule, 'options' | 'check'> {
  readonly options?: Table;
  readonly check: (module: TestModule, options: Options<Table>) => Iterable<Problem>;
}

/** Makes a rule whose check gets its options typed by its own table. */
export function defineRule<const Table extends OptionTable = Readonly<Record<string, never>>>(
  definition: RuleDefinition<Table>,
): Rule {
  const { check, options, ...rest } = definition;
  // The configuration gives every rule a value for each entry of its own table, so the wider type holds the narrower.
  return {
    ...rest,
    options: options ?? {},
    check: (module, values) => check(module, values as Options<Table>),
  };
}
