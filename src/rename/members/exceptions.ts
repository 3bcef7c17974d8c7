import { words } from './test-libraries.ts';

/** The attributes of a built-in exception in Python 3.8 to 3.14, but for special ones; undefined for another class. */
export function attributesOfException(origin: string): ReadonlySet<string> | undefined {
  const name = origin.startsWith('builtins.') ? origin.slice('builtins.'.length) : '';
  if (plain.has(name)) return ofEach;
  for (const [classes, attributes] of special) {
    if (classes.has(name)) return attributes;
  }
  return undefined;
}

const own = 'add_note args with_traceback';
const ofEach = words(own);

/** Those that have no attributes of their own. */
const plain = words(`
  ArithmeticError AssertionError BaseException BufferError BytesWarning DeprecationWarning EOFError EncodingWarning
  Exception FloatingPointError FutureWarning GeneratorExit ImportWarning IndexError KeyError KeyboardInterrupt
  LookupError MemoryError NotImplementedError OverflowError PendingDeprecationWarning PythonFinalizationError
  RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration SyntaxWarning
  SystemError TypeError UnicodeError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError
`);

const special = [
  ['StopIteration', 'value'],
  ['SystemExit', 'code'],
  ['ImportError ModuleNotFoundError', 'msg name name_from path'],
  ['NameError UnboundLocalError', 'name'],
  ['AttributeError', 'name obj'],
  [
    'IndentationError SyntaxError TabError',
    '_metadata end_lineno end_offset filename lineno msg offset print_file_and_line text',
  ],
  ['UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError', 'encoding end object reason start'],
  [
    `BlockingIOError BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
    ConnectionResetError EnvironmentError FileExistsError FileNotFoundError IOError InterruptedError IsADirectoryError
    NotADirectoryError OSError PermissionError ProcessLookupError TimeoutError WindowsError`,
    'characters_written errno filename filename2 strerror winerror',
  ],
  ['BaseExceptionGroup ExceptionGroup', 'derive exceptions message split subgroup'],
].map(([classes = '', attributes = '']) => [words(classes), words(`${own} ${attributes}`)] as const);
