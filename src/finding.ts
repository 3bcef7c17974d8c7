import type { Position, Span } from './python/text.ts';
import type { Fix, NewName, NonEmpty, Severity } from './rules/rule.ts';

/** One thing that the review says about one place of one file. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Relative to the top level of the repository, or as it was named by hand. */
  readonly path: string;
  /** UTF-16 offsets, half-open. */
  readonly span: Span;
  readonly start: Position;
  readonly end: Position;
  readonly message: string;
  /** The rule, the qualified name of the enclosing definition and the subject: stays the same when lines move. */
  readonly fingerprint: string;
  /** The rule, the subject and the source line: stays the same when the code moves to another definition. */
  readonly likeness: string;
  /** What may grow: a finding whose measure is larger than before is new again. */
  readonly measure?: number;
  /** Whether the same name elsewhere in a base makes the finding an old one. */
  readonly isVocabulary?: true;
  /** The whole source line on which the finding starts, for the caret. */
  readonly line: string;
  readonly fix?: Fix;
  /** Names that nobody but a person or an agent gives. */
  readonly offer?: NonEmpty<NewName>;
}
