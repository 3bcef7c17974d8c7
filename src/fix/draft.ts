import { decode } from '../python/decode.ts';
import type { TestModule } from '../python/module.ts';
import { testModule } from '../python/test-module.ts';
import type { Parser } from '../python/parse.ts';
import type { TestConventions } from '../python/conventions.ts';
import { editedBytes } from '../rename/edit.ts';
import type { Project } from '../rename/project.ts';
import type { TextEdit } from '../rules/rule.ts';
import type { View } from './view.ts';

/** The files of a view with the edits so far; nothing is written. */
export interface Draft {
  readonly name: string;
  /** The files as they are after the edits so far. */
  readonly project: () => Project;
  /** Undefined where there is no such file. */
  readonly bytes: (path: string) => Uint8Array | undefined;
  /** Why edits cannot be carried out on a file; undefined when they can. */
  readonly objection: (path: string, edits: readonly TextEdit[]) => string | undefined;
  /** Carries out edits to which there is no objection. */
  readonly edit: (edits: Edits) => void;
  /** The new contents of the files that were edited. */
  readonly contents: () => ReadonlyMap<string, Uint8Array>;
}

/** Edits by path, sorted by place. */
export type Edits = ReadonlyMap<string, readonly TextEdit[]>;

export interface Reading {
  readonly parse: () => Parser;
  readonly conventions: (path: string) => TestConventions;
}

export function draftOf(view: View, reading: Reading): Draft {
  const edited = new Map<string, Uint8Array>();
  const modules = new Map<string, TestModule | undefined>();
  const texts = new Map<string, string | undefined>();
  const bytes = (path: string) => edited.get(path) ?? view.read(path)?.bytes;
  const parse = (path: string, text: string) => {
    const parser = reading.parse();
    return testModule(path, parser(text), reading.conventions(path), parser);
  };

  function moduleAt(path: string): TestModule | undefined {
    if (modules.has(path)) return modules.get(path);
    const content = path.endsWith('.py') ? bytes(path) : undefined;
    const decoded = content && decode(content);
    const module = decoded?.ok === true ? parse(path, decoded.text) : undefined;
    modules.set(path, module);
    return module;
  }

  function textAt(path: string): string | undefined {
    if (texts.has(path)) return texts.get(path);
    const content = bytes(path);
    const text = content && textOf(path, content);
    texts.set(path, text);
    return text;
  }

  function newProject(): Project {
    let files: readonly string[] | undefined;
    return {
      isWhole: view.isWhole,
      get files() {
        return (files ??= view.files);
      },
      text: textAt,
      module: moduleAt,
      parse,
    };
  }

  let project = newProject();
  return {
    name: view.name,
    project: () => project,
    bytes,
    objection: (path, edits) => {
      const held = view.read(path);
      if (held === undefined) return 'cannot be read';
      if (held.obstacle !== undefined) return held.obstacle;
      const result = editedBytes(bytes(path) ?? held.bytes, edits);
      return result.ok ? undefined : result.reason;
    },
    edit: (edits) => {
      for (const [path, list] of edits) {
        const result = editedBytes(bytes(path) ?? new Uint8Array(), list);
        if (!result.ok) throw new Error(`${path}: ${result.reason}`);
        edited.set(path, result.bytes);
        modules.delete(path);
        texts.delete(path);
      }
      project = newProject();
    },
    contents: () => edited,
  };
}

/** The text of a file; one that is not what it says is Latin-1, so that the words in it are found. */
function textOf(path: string, bytes: Uint8Array): string {
  const decoded = path.endsWith('.py') ? decode(bytes) : undefined;
  if (decoded?.ok === true) return decoded.text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}
