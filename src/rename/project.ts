import type { TestModule } from '../python/module.ts';

/**
 * The files of a project as they are at one moment. Texts and modules are read when they are first asked for; the
 * same path always gives the same answer.
 */
export interface Project {
  /**
   * Whether `files` are all files that git tracks. If not, only single files are known, and nothing is renamed that
   * another file could see.
   */
  readonly isWhole: boolean;
  /** Relative to the top level, with `/` between their parts, sorted; Python files and all others. */
  readonly files: readonly string[];
  /**
   * The text of a file: a Python file decoded as Python does, any other as UTF-8 or, where it is not that, as Latin-1,
   * so that words in binary files are found too. Undefined when it cannot be read.
   */
  readonly text: (path: string) => string | undefined;
  /** The module of a Python file; undefined when there is none or it cannot be decoded. */
  readonly module: (path: string) => TestModule | undefined;
  /** The module that a file would be with another text; nothing is kept of it. */
  readonly parse: (path: string, text: string) => TestModule;
}
