/**
 * Writes what is shipped: the program as CommonJS, cut so that a commit reads only what it needs of it, and the two
 * WebAssembly modules of the parser. `--check` compares instead and fails when something differs.
 *
 * dist/proctor.cjs   what only the check of a commit needs; it starts here
 * dist/shared.cjs    what the check and the other commands need
 * dist/commands.cjs  the other commands: src/commands.ts
 * dist/LIBRARY.cjs   a library, read when it is first asked for
 */
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { build, type BuildOptions, type OutputFile, type Plugin, transform } from 'esbuild';

const check = process.argv.includes('--check');
const modules = [
  'node_modules/web-tree-sitter/web-tree-sitter.wasm',
  'node_modules/tree-sitter-python/tree-sitter-python.wasm',
];
const libraries = ['kleur/colors', 'picomatch', 'simple-git', 'smol-toml'];

const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
const common = {
  bundle: true,
  write: false,
  platform: 'node',
  target: 'node20',
  // V8 reads a file of ASCII faster than one of other characters.
  charset: 'ascii',
  legalComments: 'eof',
  // esbuild would make an object of `/\p{L}/u` at each use.
  supported: { 'regexp-unicode-property-escapes': true },
  logLevel: 'warning',
} as const satisfies BuildOptions;

const fileOf = (library: string) => `${library.split('/')[0]}.cjs`;

const librariesApart: Plugin = {
  name: 'libraries-apart',
  setup(stage) {
    stage.onResolve({ filter: /^[^.]/ }, ({ path, kind }) =>
      kind !== 'entry-point' && libraries.includes(path)
        ? { path: `./${fileOf(path)}`, external: true }
        : undefined,
    );
  },
};

/** esbuild cuts only ES modules into files that share code: they are made first, and then CommonJS of each. */
async function program(): Promise<readonly OutputFile[]> {
  const { outputFiles } = await build({
    ...common,
    entryPoints: { proctor: 'src/cli.ts', commands: 'src/commands.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    splitting: true,
    chunkNames: 'shared',
    format: 'esm',
    define: { 'import.meta.dirname': '__dirname', PROCTOR_VERSION: JSON.stringify(version) },
    plugins: [librariesApart],
  });
  return outputFiles;
}

async function asCommonJs({ path, text }: OutputFile): Promise<readonly [string, Uint8Array]> {
  const { code } = await transform(text, {
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'ascii',
    legalComments: 'eof',
    supported: { ...common.supported, 'dynamic-import': false },
  });
  const name = basename(path);
  const first = name === 'proctor.cjs' ? START : '';
  const last = name === 'shared.cjs' ? PLAIN_EXPORTS : '';
  return [`dist/${name}`, Buffer.from(first + inAscii(code) + last)];
}

// Node keeps what V8 has made of the files that are read from here on, from 22.1 on.
const START = "#!/usr/bin/env node\nrequire('node:module').enableCompileCache?.();\n";

// esbuild exports by getters, which are slow; what shared.cjs exports is all there at its end, and stays.
const PLAIN_EXPORTS = 'module.exports = { ...module.exports };\n';

/** esbuild leaves comments and regular expressions as they are; one other character makes V8 read a file as UTF-16. */
const inAscii = (code: string) =>
  code.replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

async function library(name: string): Promise<readonly [string, Uint8Array]> {
  const { outputFiles } = await build({ ...common, entryPoints: [name], format: 'cjs', outdir: 'dist' });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`bundle: nothing was made of ${name}`);
  return [`dist/${fileOf(name)}`, file.contents];
}

const shipped = new Map([
  ...(await Promise.all((await program()).map(asCommonJs))),
  ...(await Promise.all(libraries.map(library))),
  ...(await Promise.all(
    modules.map(async (path) => [`dist/${basename(path)}`, await readFile(path)] as const),
  )),
]);
const present = (await readdir('dist').catch(() => [])).map((name) => `dist/${name}`);
const superfluous = present.filter((path) => !shipped.has(path) && ['.cjs', '.wasm'].includes(extname(path)));

if (check) {
  const differing: string[] = [...superfluous];
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
  for (const path of superfluous) await rm(path);
  await chmod('dist/proctor.cjs', 0o755);
}
