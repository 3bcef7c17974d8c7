import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { proctor } from './program.ts';
import { type Ended, temporaryRepository, type TestRepository } from './repository.ts';

export const path = 'test_migration.py';

/** A test with a name that is repaired: `dest` becomes `destination`. */
export const clipped = `def test_migrates(compute):
    dest = compute.pick()
    compute.migrate(dest)
`;

export const repaired = clipped.replaceAll('dest', 'destination');

export const settings = 'fix = true\nselect = ["abbreviated-name", "broad-except-pass"]\n';

/** A repository whose hook repairs what is committed; it has one commit. */
export async function fixingRepository(context: TestContext, ...options: string[]): Promise<TestRepository> {
  const repository = await temporaryRepository(context, ...options);
  await repository.commit({ 'proctor.toml': settings });
  const { status, stdout, stderr } = await proctor(repository, 'install');
  if (status !== 0) throw new Error(stdout + stderr);
  return repository;
}

export const commit = (repository: TestRepository, ...words: string[]): Promise<Ended> =>
  repository.run('git', ['commit', '--quiet', '-m', 'Work', ...words]);

/** What the last commit, the index and the working tree have for a path, in Latin-1. */
export async function texts(repository: TestRepository, name = path) {
  return {
    committed: await shown(repository, `HEAD:${name}`),
    staged: await shown(repository, `:${name}`),
    file: await readFile(join(repository.directory, name), 'latin1').catch(() => undefined),
  };
}

async function shown(repository: TestRepository, object: string): Promise<string | undefined> {
  const type = await repository.run('git', ['cat-file', '-t', object]);
  if (type.status !== 0) return undefined;
  // Hexadecimal digits keep bytes that are not UTF-8.
  const { stdout } = await repository.run('sh', [
    '-c',
    'git cat-file blob "$1" | od -An -v -tx1',
    'sh',
    object,
  ]);
  return Buffer.from(stdout.replaceAll(/\s/g, ''), 'hex').toString('latin1');
}

export const statusOf = (repository: TestRepository): Promise<string> =>
  repository.git('status', '--porcelain', '--untracked-files=all');
