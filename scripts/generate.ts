/**
 * Writes what is derived from the rules, the keys of the configuration and the grammar, below the current directory.
 * With --check it writes nothing, names the files that differ, and exits 1 if there are any.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { configurationSchema } from '../src/config/keys.ts';
import type { Rule } from '../src/rules/rule.ts';
import { grammarSource } from './grammar.ts';
import { mendedExample } from './mended.ts';
import {
  inOrder,
  isRuleFile,
  keysTable,
  registrySource,
  rulePage,
  type RuleFile,
  rulesPage,
  rulesTable,
  withinMarkers,
} from './pages.ts';

const RULES = 'src/rules';
const PAGES = 'docs/rules';

const isCheck = process.argv.includes('--check');
const missing = ['docs/configuration.md', 'README.md'].filter((path) => !existsSync(path));
const wanted = await outputs();
const stale = [...wanted].filter(([path, content]) => currentText(path) !== content).map(([path]) => path);
const orphans = existsSync(PAGES)
  ? readdirSync(PAGES)
      .map((name) => `${PAGES}/${name}`)
      .filter((path) => !wanted.has(path))
  : [];

if (isCheck) check();
else write();

function check(): void {
  for (const path of missing) console.error(`${path} is missing; write it by hand`);
  for (const path of stale) console.error(`${path} differs from what its sources say; run npm run generate`);
  for (const path of orphans) console.error(`${path} belongs to no rule; run npm run generate`);
  if (missing.length + stale.length + orphans.length > 0) process.exitCode = 1;
}

function write(): void {
  for (const path of missing) console.log(`${path} is missing; its table is not written`);
  for (const path of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, wanted.get(path) ?? '');
    console.log(`wrote ${path}`);
  }
  for (const path of orphans) {
    rmSync(path);
    console.log(`removed ${path}`);
  }
}

/** What each file holds when it is up to date. */
async function outputs(): Promise<ReadonlyMap<string, string>> {
  const files = inOrder(await ruleFiles());
  const rules = files.map(({ rule }) => rule);
  return new Map([
    [`${RULES}/index.ts`, registrySource(files)],
    ['src/python/grammar.ts', await grammarSource()],
    ...rules.map((rule) => [`${PAGES}/${rule.id}.md`, rulePage(rule, mendedExample(rule))] as const),
    [`${PAGES}/README.md`, rulesPage(rules)],
    ['docs/proctor.schema.json', `${JSON.stringify(configurationSchema(rules), undefined, 2)}\n`],
    ...withTable('docs/configuration.md', 'keys', keysTable(rules)),
    ...withTable('README.md', 'rules', rulesTable(rules, `${PAGES}/`)),
  ]);
}

async function ruleFiles(): Promise<readonly RuleFile[]> {
  const paths = readdirSync(RULES, { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  return Promise.all(
    paths.filter(isRuleFile).map(async (path) => {
      // A rule file has one export, its rule; the type checker sees to that through the registry.
      const module = (await import(pathToFileURL(resolve(RULES, path)).href)) as { readonly default: Rule };
      return { path, rule: module.default };
    }),
  );
}

/** A document that is written by hand but for a table, if it is there. */
function withTable(path: string, marker: string, table: string): readonly (readonly [string, string])[] {
  const text = currentText(path);
  return text === undefined ? [] : [[path, withinMarkers(path, text, marker, table)]];
}

function currentText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
