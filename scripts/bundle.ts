/**
 * Writes what is shipped: dist/proctor.cjs, one CommonJS file with everything in it, and beside it the two
 * WebAssembly modules of the parser. `--check` compares instead and fails when something differs.
 */
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { build } from 'esbuild';

const check = process.argv.includes('--check');
const modules = [
  'node_modules/web-tree-sitter/web-tree-sitter.wasm',
  'node_modules/tree-sitter-python/tree-sitter-python.wasm',
];

const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
const { outputFiles } = await build({
  entryPoints: ['src/cli.ts'],
  outfile: 'dist/proctor.cjs',
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  charset: 'utf8',
  legalComments: 'eof',
  banner: { js: '#!/usr/bin/env node' },
  define: { 'import.meta.dirname': '__dirname', PROCTOR_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
});

const shipped: readonly (readonly [string, Uint8Array])[] = [
  ...outputFiles.map(({ contents }) => ['dist/proctor.cjs', contents] as const),
  ...(await Promise.all(
    modules.map(async (path) => [`dist/${basename(path)}`, await readFile(path)] as const),
  )),
];

if (check) {
  const differing: string[] = [];
  for (const [path, contents] of shipped) {
    const committed = await readFile(path).catch(() => undefined);
    if (committed === undefined || !committed.equals(contents)) differing.push(path);
  }
  if (differing.length > 0) {
    console.error(`bundle: ${differing.join(', ')} differ from the sources; run \`npm run bundle\``);
    process.exitCode = 1;
  }
} else {
  await mkdir('dist', { recursive: true });
  for (const [path, contents] of shipped) await writeFile(path, contents);
  await chmod('dist/proctor.cjs', 0o755);
}
