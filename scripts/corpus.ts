/** The test modules of many repositories or folders, for measurements. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { check, SYNTAX_ERROR } from '../src/check.ts';
import { loadSettings, type Settings } from '../src/config/load.ts';
import { namedFiles, readText } from '../src/files.ts';
import type { Finding } from '../src/finding.ts';
import { readBlobs } from '../src/git/blobs.ts';
import { decode } from '../src/python/decode.ts';
import { testModule } from '../src/python/test-module.ts';
import { rules } from '../src/rules/index.ts';
import type { Preset } from '../src/rules/rule.ts';
import { parse } from '../test/support/parser.ts';
import { commitAt, nameOf, nothingSaid, placeOf, settingsReader, treeAt } from './tree.ts';

/** What was found in the test modules of one repository at one commit, or of one folder. */
export interface Measured {
  readonly name: string;
  /** Undefined for a folder that is no repository. */
  readonly commit: string | undefined;
  readonly modules: readonly MeasuredModule[];
  /** The modules that could not be checked, with the reason. */
  readonly unchecked: readonly string[];
}

export interface MeasuredModule {
  readonly path: string;
  readonly text: string;
  readonly tests: number;
  readonly findings: readonly Finding[];
}

/** Checks every test module in a repository's newest commit or, elsewhere, in a folder. */
export function measured(path: string, preset: Preset): Measured {
  const { commit, settings, files } = isRepository(path) ? committed(path, preset) : filed(path, preset);
  const modules: MeasuredModule[] = [];
  const unchecked: string[] = [];
  for (const [place, bytes] of files) {
    const outcome = moduleAt(place, bytes, settings);
    if (typeof outcome === 'string') unchecked.push(`${place}: ${outcome}`);
    else modules.push(outcome);
  }
  return { name: nameOf(path), commit, modules, unchecked };
}

function moduleAt(path: string, bytes: Uint8Array, settings: Settings): MeasuredModule | string {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded.reason;
  const { rules: active, conventions } = settings.for(path);
  const module = testModule(path, parse(decoded.text), conventions, parse);
  const findings = check(module, active);
  const [first] = findings;
  if (first?.rule === SYNTAX_ERROR) return `line ${first.start.line}: ${first.message}`;
  return { path, text: decoded.text, tests: module.model.tests.length, findings };
}

/** Where files come from: their settings, and each with what it holds. */
interface Origin {
  readonly commit: string | undefined;
  readonly settings: Settings;
  readonly files: Iterable<readonly [path: string, bytes: Uint8Array]>;
}

const isRepository = (path: string) =>
  existsSync(join(path, '.git')) || (existsSync(join(path, 'HEAD')) && existsSync(join(path, 'objects')));

function committed(path: string, preset: Preset): Origin {
  const place = placeOf(path);
  const commit = commitAt(place, 'HEAD');
  const tree = treeAt(place, commit);
  const settings = settingsReader(place, preset)(tree);
  const blobs = [...tree].filter(([file]) => settings.isTestModule(file));
  const contentOf = readBlobs(
    place,
    blobs.map(([, blob]) => blob),
  );
  return { commit, settings, files: blobs.map(([file, blob]) => [file, contentOf(blob, file)] as const) };
}

function filed(path: string, preset: Preset): Origin {
  const folder = resolve(path);
  const read = (file: string) => readText(join(folder, file));
  const settings = loadSettings(rules, read, { ...nothingSaid, preset });
  const tested = namedFiles(folder, ['.'])
    .map((file) => file.path)
    .filter((file) => settings.isTestModule(file));
  return {
    commit: undefined,
    settings,
    files: tested.map((file) => [file, readFileSync(join(folder, file))] as const),
  };
}
