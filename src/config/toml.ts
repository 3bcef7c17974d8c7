import { UserError } from '../user-error.ts';
import { loadToml } from './lazy.cjs';

export type Table = Readonly<Record<string, unknown>>;

/** Reads TOML. Throws a UserError with file, line and column where it is broken. */
export function parseToml(file: string, text: string): Table {
  const { parse, TomlError } = loadToml();
  try {
    return parse(withoutByteOrderMark(text));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const place = `${file}:${error.line}:${error.column}`;
    throw new UserError(`config: ${place}: broken TOML, ${reasonOf(error.message)}`, { cause: error });
  }
}

export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** The table `tool.NAME` of a pyproject.toml, if it has one. */
export function toolTable(pyproject: Table, name: string): unknown {
  const { tool } = pyproject;
  return isTable(tool) && Object.hasOwn(tool, name) ? tool[name] : undefined;
}

/** Whether the text can have a `tool.proctor` or `tool.pytest`, so that it is worth parsing. */
export function mayHaveTool(text: string, name: 'proctor' | 'pytest'): boolean {
  return text.includes(name) && TOOL_TABLE.test(text);
}

// `[tool.pytest…]` and `tool.pytest… = `, with the spaces and quotes that TOML allows; or the table `tool` itself.
const TOOL_TABLE =
  /^[ \t]*\[?[ \t]*["']?tool["']?[ \t]*(?:\.[ \t]*["']?(?:proctor|pytest)\b|=|\][ \t]*(?:#.*)?\r?$)/m;

const withoutByteOrderMark = (text: string): string => text.replace(/^\uFEFF/, '');

/** The first line of the library's message, which goes on with the source. */
function reasonOf(message: string): string {
  const [line = ''] = message.split('\n');
  return line.replace(/^Invalid TOML document: /, '').toLowerCase();
}
