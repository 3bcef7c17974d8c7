import type { Position } from '../python/text.ts';

/** Why a rename is not carried out: a code, a place and what stands there. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly path: string;
  readonly at: Position;
  /** What was found, as the end of a line: `locals() at line 41`. */
  readonly reason: string;
}

export type RefusalCode = keyof typeof refusals;

/** What each refusal means: one sentence for the documentation. */
export const refusals = {
  'no-name': 'There is no name at the place: it is a keyword, a number, a string or a comment.',
  'not-an-identifier':
    'The new name is a keyword, a special name with two underscores on both sides, or no identifier.',
  'same-name': 'The name is called that already.',
  'soft-keyword':
    'The grammar would read the statement otherwise: `match`, `case`, `type`, `print` and `exec` may begin one.',
  unbound: 'Nothing in the file binds the name: it is a builtin, comes from a star import, or is a mistake.',
  'not-ours':
    'The name belongs to another package, or to an object of which the project does not define the class.',
  'import-without-alias': 'The name is imported as it is called there; only an alias after `as` is free.',
  'special-name':
    'Python or a framework gives the name its meaning: `__all__`, `setUp`, `pytest_plugins`, `load_tests`.',
  'does-not-parse':
    'The file is not Python 3 as far as the grammar goes, so that nobody can say what its names are.',
  'not-for-editing': 'The file is generated or vendored: the change would be lost, or is not ours to make.',
  'line-endings': 'A line ends with a carriage return alone, which tools count differently.',
  unreadable: 'A file of the project could not be read, so that it may mention the name.',
  collision: 'The new name is bound already where the old one is.',
  capture: 'The new name means something else there: what reads it would read the renamed variable.',
  captured:
    'An inner scope binds the new name, so that its reads of the old one would no longer reach the variable.',
  'two-meanings': 'One occurrence may mean either of two variables, depending on what ran before.',
  mangled:
    'Names with two leading underscores change with the class that they stand in (Language Reference 6.2.1).',
  'printed-name': 'An f-string prints the name: `f"{x=}"`; or a template string keeps it.',
  locals: '`locals()`, `vars()` or `dir()` sees the variable by its name.',
  'dynamic-code': '`eval` or `exec` may use the variable by its name.',
  namespace: 'The names of the module are looked up as strings: `globals()`, `vars(module)`, `sys.modules`.',
  frame: 'The file looks into stack frames, which hold variables by their names.',
  'code-object': 'The file looks into code objects or signatures, which hold the name.',
  'source-text': 'A test may compare source text, a traceback or an error message that has the name.',
  'name-in-string':
    'A string has the word, which may be the name of the function or class as Python prints it.',
  'functional-name':
    'The name is also passed as a string to what makes the class, and the two belong together.',
  'type-comment': 'A type comment has the name.',
  'unknown-caller': 'The function is passed on or kept as a value, so that its callers are not known.',
  'unpacked-call': 'A call unpacks a mapping into keyword arguments, which may name the parameter.',
  'unknown-decorator': 'What the decorator does with the names of what it decorates is not known.',
  'shared-method': 'Other definitions of the method share its parameter names with their callers.',
  'hook-parameter': 'pytest passes the arguments of its hooks by their names.',
  'unknown-base': 'A base class is not known, so that it may use the old or the new name.',
  'unknown-receiver': 'An attribute of that name is used on an object whose class is not known.',
  'framework-method': 'A base class outside the project has the name: the method overrides it.',
  'member-exists': 'A class of the family has the new name already.',
  'dynamic-attribute': 'Attributes are looked up by computed names, or the class intercepts their lookup.',
  'data-member':
    'The names of the members of such a class are data: keys, columns, keyword arguments, its `repr`.',
  interface: 'Other classes implement the member without inheriting it.',
  escape: 'Objects of the class are handed to other code, which may use the member by its name.',
  'foreign-fixture': 'pytest or a plugin provides the fixture.',
  'computed-fixture': 'Fixtures or argument names are computed when the tests are collected.',
  'fixture-exists': 'A fixture of the new name is visible, or asked for, where this one would be.',
  'autouse-order': 'Autouse fixtures run in the order of their names, which would change.',
  'test-order': 'unittest runs tests in the order of their names, which would change.',
  'test-id': 'Something depends on the id or the name of the test.',
  collection: 'The rename would change which tests are collected.',
  doctest: 'A doctest uses the name, or is called after it.',
  'single-file': 'Only single files are known, and other files may use the name.',
  'unknown-import': 'An import may or may not mean this module.',
  'star-import': 'A star import may bring in the old or the new name, or hand them on.',
  mention: 'A string, or a file that is not Python, has the word, which may be the name.',
  clash: 'Another rename of the same change stands against it.',
  group: 'Another rename of the same group was refused.',
  internal: 'The edited files are not what the plan says; please report it.',
} as const;
