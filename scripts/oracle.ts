/**
 * `npm run oracle -- DIR…`: compares our scopes and names with CPython's, for every Python file under the given
 * directories (or the given files), and prints how much was compared and each disagreement with its place.
 * Exit status 1 if there is one, 2 if there was nothing to compare.
 *
 * `--python PATH` asks that interpreter (3.11 or newer) instead of the `python3` on PATH; `--pyodide` asks the
 * CPython 3.14 in pyodide.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { decode } from '../src/python/decode.ts';
import { disagreements, type Answer, type Disagreement, type PythonVersion } from '../test/oracle/compare.ts';
import { oracle, type SourceText } from '../test/oracle/pyodide.ts';
import { bindingsOf } from './bindings.ts';

interface Interpreter {
  readonly title: string;
  readonly version: PythonVersion;
  /** Sends the texts at once; the answers come in the same order, for the caller to await when it has time. */
  readonly ask: (sources: readonly SourceText[]) => Promise<readonly Answer[]>;
  readonly close: () => void;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    python: { type: 'string', default: 'python3' },
    pyodide: { type: 'boolean', default: false },
  },
});

const BATCH = 64;
const BYTE_ORDER_MARK = Buffer.from('\uFEFF');
const interpreter = values.pyodide ? pyodide() : external(values.python);
const skipped = new Map<string, string[]>();
const counts = { files: 0, scopes: 0, names: 0, occurrences: 0, disagreements: 0, disagreeing: 0 };

for (const batch of batches(positionals.flatMap(pythonFiles))) {
  const sources = batch.flatMap(sourceAt);
  const asked = interpreter.ask(sources);
  const ours = sources.map(({ path, text }) => bindingsOf(path, text));
  for (const [index, answer] of (await asked).entries()) {
    const model = ours[index];
    if (model !== undefined) compare(model, answer);
  }
}
interpreter.close();

const { files, scopes, names, occurrences } = counts;
console.log(
  `${interpreter.title}: compared ${files} files: ${scopes} scopes, ${names} names, ${occurrences} occurrences`,
);
for (const [reason, paths] of skipped) {
  console.log(`skipped ${paths.length}: ${reason}, as ${paths.slice(0, 3).join(', ')}`);
}
console.log(`${counts.disagreements} disagreements in ${counts.disagreeing} files`);
if (counts.files === 0) process.exitCode = 2;
else if (counts.disagreements > 0) process.exitCode = 1;

function compare(ours: ReturnType<typeof bindingsOf>, answer: Answer): void {
  if ('error' in answer) return skip(`${answer.error.type} in ${interpreter.title}`, answer.path);
  counts.files += 1;
  if ('fault' in answer) {
    return report([
      { path: answer.path, line: 1, column: 0, what: 'the oracle', ours: '', cpython: answer.fault },
    ]);
  }
  counts.scopes += answer.scopes.length;
  counts.names += answer.names.length;
  for (const { definitions, references, declarations } of answer.names) {
    counts.occurrences += definitions.length + references.length + declarations.length;
  }
  report(disagreements(ours, answer, interpreter.version));
}

function report(found: readonly Disagreement[]): void {
  counts.disagreements += found.length;
  if (found.length > 0) counts.disagreeing += 1;
  for (const { path, line, column, what, ours, cpython } of found) {
    console.log(`${path}:${line}:${column}: ${what}\n    ours:    ${ours}\n    cpython: ${cpython}`);
  }
}

function skip(reason: string, path: string): void {
  const paths = skipped.get(reason) ?? [];
  skipped.set(reason, [...paths, path]);
}

function pythonFiles(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

function sourceAt(path: string): readonly SourceText[] {
  const bytes = readFileSync(path);
  const decoded = decode(bytes);
  if (!decoded.ok) {
    skip('not decodable', path);
    return [];
  }
  // For `decode` a byte order mark is not part of the text; `start` counts bytes of the file, with it.
  const hasMark = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK);
  return [{ path, text: hasMark ? `\uFEFF${decoded.text}` : decoded.text }];
}

function* batches(paths: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < paths.length; start += BATCH) yield paths.slice(start, start + BATCH);
}

function pyodide(): Interpreter {
  return { title: 'CPython 3.14 in pyodide', version: [3, 14], ask: oracle, close: () => {} };
}

function external(command: string): Interpreter {
  const version = spawnSync(command, [
    '-c',
    'import sys; print(*sys.version_info[:2], sys.version.split()[0])',
  ]);
  if (version.status !== 0) {
    console.error(
      `oracle: cannot run ${command}: ${version.error?.message ?? version.stderr.toString().trim()}`,
    );
    process.exit(2);
  }
  const [major = '', minor = '', full = ''] = version.stdout.toString().trim().split(' ');
  const script = join(import.meta.dirname, '../test/oracle/cpython.py');
  const child = spawn(command, ['-B', script, '--pipe'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    title: `CPython ${full}`,
    version: [Number(major), Number(minor)],
    ask: async (sources) => {
      for (const source of sources) child.stdin.write(`${JSON.stringify(source)}\n`);
      const answers: Answer[] = [];
      for (const { path } of sources) {
        const { value, done } = await lines.next();
        if (done === true) throw new Error(`oracle: ${command} ended at ${path}`);
        // The shape is what cpython.py promises, in test/oracle/README.md.
        answers.push(JSON.parse(value) as Answer);
      }
      return answers;
    },
    close: () => child.stdin.end(),
  };
}
