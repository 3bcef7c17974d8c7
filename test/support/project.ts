import type { TestModule } from '../../src/python/module.ts';
import type { Project } from '../../src/rename/project.ts';
import { isPython } from '../../src/rename/world.ts';
import { moduleOf } from './parser.ts';

/** A project of texts by their paths; all the files that there are, unless only single ones are known. */
export function projectOf(texts: Readonly<Record<string, string>>, isWhole = true): Project {
  const modules = new Map<string, TestModule>();
  return {
    isWhole,
    files: Object.keys(texts).toSorted(),
    text: (path) => texts[path],
    module(path) {
      const text = texts[path];
      if (text === undefined || !isPython(path)) return undefined;
      const module = modules.get(path) ?? moduleOf(text, path);
      modules.set(path, module);
      return module;
    },
    parse: (path, text) => moduleOf(text, path),
  };
}
