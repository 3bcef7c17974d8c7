/** The files of a project as they are in one place: in the index, or in the working tree. */
export interface View {
  /** For refusals: `the working tree`. */
  readonly name: string;
  /** Whether `files` are all that the project has. */
  readonly isWhole: boolean;
  /** Relative to the top level, `/` between their parts, sorted. */
  readonly files: readonly string[];
  /** Undefined for a path that is not there, or that cannot be read. The same path always gives the same answer. */
  readonly read: (path: string) => Held | undefined;
  /** A path in the bytes that git has for it. */
  readonly pathBytes: (path: string) => Uint8Array;
}

export interface Held {
  readonly bytes: Uint8Array;
  /** Why nothing can be written to it: it is a symbolic link, or not merged. */
  readonly obstacle: string | undefined;
}

/** Larger files than this are read by nobody, in bytes; so that they may mention any name. */
export const LARGEST = 32 * 1024 * 1024;

export const LINK = 'is a symbolic link';
