import { indexPlaces } from '../git/entries.ts';
import type { Repository } from '../git/repository.ts';
import { writeOrTakeBack } from '../git/undo.ts';
import { type Unwritten, writeLooseFiles } from '../git/write.ts';
import { unifiedDiff } from '../report/diff.ts';
import type { NonEmpty } from '../rules/rule.ts';
import { type Draft, draftOf, type Reading } from './draft.ts';
import { indexView } from './index-view.ts';
import { looseView, treeView } from './tree-view.ts';
import type { View } from './view.ts';

/** Files that are edited in drafts, and then written all at once. */
export interface Workbench {
  /** The first says what is to be done; the others follow it. */
  readonly drafts: NonEmpty<Draft>;
  /** The paths that have another content in some draft. */
  readonly changed: () => ReadonlySet<string>;
  /** What the edits change in the first draft. */
  readonly diff: () => Uint8Array;
  /** Writes every draft; the files are returned that were left as they are. Throws a UserError when nothing was written. */
  readonly write: () => readonly Unwritten[];
}

/** What is staged, and the working tree, which follows. `paths` are those that are surely needed. */
export function stagedWorkbench(
  repository: Repository,
  reading: Reading,
  paths: readonly string[],
): Workbench {
  const [forCommit, ...afterwards] = indexPlaces(repository);
  const tree = treeView(repository, 'the working tree', paths);
  const index = indexView(forCommit, 'the index', paths);
  const indexes = [
    index,
    ...afterwards.map((place) => indexView(place, 'the index after this commit', paths)),
  ];
  const drafts = [...indexes, tree].map((view) => draftOf(view, reading));
  return workbenchOf(index, drafts, () =>
    writeOrTakeBack(repository, {
      indexes: indexes.map((view, at) => view.rewrite(contentsOf(drafts[at]))),
      files: tree.rewrite(contentsOf(drafts.at(-1))),
    }),
  );
}

/** The working tree alone. `named` are files of it that git may not know. */
export function treeWorkbench(repository: Repository, reading: Reading, named: readonly string[]): Workbench {
  const tree = treeView(repository, 'the working tree', named);
  const draft = draftOf(tree, reading);
  return workbenchOf(tree, [draft], () =>
    writeOrTakeBack(repository, { indexes: [], files: tree.rewrite(draft.contents()) }),
  );
}

/** Single files, absolute or relative to a folder. */
export function looseWorkbench(cwd: string, reading: Reading, named: readonly string[]): Workbench {
  const files = looseView(cwd, named);
  const draft = draftOf(files, reading);
  return workbenchOf(files, [draft], () => writeLooseFiles(files.rewrite(draft.contents())));
}

const contentsOf = (draft: Draft | undefined) => draft?.contents() ?? new Map<string, Uint8Array>();

function workbenchOf(view: View, drafts: readonly Draft[], write: () => readonly Unwritten[]): Workbench {
  const [first, ...others] = drafts;
  if (first === undefined) throw new Error('a workbench has a draft');
  return {
    drafts: [first, ...others],
    changed: () => new Set(drafts.flatMap((draft) => [...draft.contents().keys()])),
    diff: () => Buffer.concat(diffsOf(view, first)),
    write,
  };
}

function diffsOf(view: View, draft: Draft): readonly Uint8Array[] {
  return Array.from(draft.contents())
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, after]) => {
      const before = view.read(path)?.bytes ?? new Uint8Array();
      return unifiedDiff({ pathBytes: view.pathBytes(path), before, after });
    });
}
