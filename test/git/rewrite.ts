import { indexView } from '../../src/fix/index-view.ts';
import { treeView } from '../../src/fix/tree-view.ts';
import type { View } from '../../src/fix/view.ts';
import { openRepository } from '../../src/git/repository.ts';
import { type Rewrite, type Unwritten, write } from '../../src/git/write.ts';
import type { TestRepository } from '../support/repository.ts';

/** What puts `new` in the place of every `old`, in the index and the working tree, as they are now. */
export function rewriteOf(
  repository: TestRepository,
): { readonly apply: () => readonly Unwritten[] } & Rewrite {
  const opened = openRepository(repository.directory, repository.environment);
  const index = indexView(opened.place, 'the index', []);
  const tree = treeView(opened, 'the working tree', []);
  const rewrite = { indexes: [index.rewrite(contentsOf(index))], files: tree.rewrite(contentsOf(tree)) };
  return { ...rewrite, apply: () => write(opened, rewrite).unwritten };
}

function contentsOf(view: View): ReadonlyMap<string, Uint8Array> {
  return new Map(
    view.files.flatMap((path) => {
      const held = view.read(path);
      const text = Buffer.from(held?.bytes ?? []).toString('latin1');
      if (held === undefined || held.obstacle !== undefined || !text.includes('old')) return [];
      return [[path, Buffer.from(text.replaceAll('old', 'new'), 'latin1')] as const];
    }),
  );
}
