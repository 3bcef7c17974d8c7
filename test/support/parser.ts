import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TestModule } from '../../src/python/module.ts';
import { testModule } from '../../src/python/test-module.ts';
import { loadParser, type Parser } from '../../src/python/parse.ts';
import type { TestConventions } from '../../src/python/conventions.ts';

const require = createRequire(import.meta.url);

/** The parser with the grammar of the installed packages. */
export const parse: Parser = loadParser(
  compiled('web-tree-sitter/web-tree-sitter.wasm'),
  compiled('tree-sitter-python/tree-sitter-python.wasm'),
);

function compiled(specifier: string): WebAssembly.Module {
  return new WebAssembly.Module(readFileSync(require.resolve(specifier)));
}

/** What pytest collects unless it is configured otherwise. */
export const pytestConventions: TestConventions = { functions: ['test'], classes: ['Test'] };

/** The test module of a text. */
export function moduleOf(
  text: string,
  path = 'tests/test_cart.py',
  conventions: TestConventions = pytestConventions,
): TestModule {
  return testModule(path, parse(text), conventions, parse);
}
