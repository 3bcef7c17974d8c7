import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../user-error.ts';
import { attempt, failed, sentence, type Place } from './run.ts';

/**
 * A comparison with the merge bases of `reference` and `to`, instead of with the parents of the next commit.
 * Without `to`, what is compared is the index, and the merge bases are those of HEAD.
 */
export interface Since {
  readonly reference: string;
  readonly to: string | undefined;
}

/** The two sides of one comparison, as arguments of `git diff`. */
export type Sides = readonly string[];

/** The index and each parent of the next commit: HEAD, and in a merge that is not concluded every head that is merged. */
export function parentSides(gitDirectory: string): Sides[] {
  return [['--cached'], ...mergeHeads(gitDirectory).map((head) => ['--cached', head])];
}

/** Each merge base and `compared`, which is a commit, or the index where it is undefined. Throws as `mergeBases` does. */
export function mergeBaseSides(
  place: Place,
  gitDirectory: string,
  since: Since,
  compared: string | undefined,
): Sides[] {
  return mergeBases(place, gitDirectory, since).map((base) =>
    compared === undefined ? ['--cached', base] : [base, compared],
  );
}

/**
 * All best common ancestors of `reference` and what is compared with it; several after a criss-cross merge
 * (git-merge-base(1)). Throws a UserError when there is none, or when one of the two is no commit.
 */
function mergeBases(place: Place, gitDirectory: string, { reference, to }: Since): string[] {
  const compared = to === undefined ? ['HEAD', ...mergeHeads(gitDirectory)] : [to];
  for (const name of [reference, ...compared]) {
    if (name === '' || name.startsWith('-')) throw unknownCommit(name);
  }
  const words = ['merge-base', '--all', reference, ...compared];
  const finished = attempt(place, words);
  if (finished.status === 0) return finished.stdout.toString().trim().split('\n');
  if (finished.status === 1) throw new UserError(withoutBase(place, reference, to ?? 'HEAD'));
  const [, unknown] = /^Not a valid (?:object|commit) name (.*)$/.exec(sentence(finished.stderr)) ?? [];
  if (unknown === undefined) throw failed(place, words, finished);
  throw unknown === 'HEAD' ? new UserError('git: HEAD has no commit yet') : unknownCommit(unknown);
}

const unknownCommit = (name: string): UserError =>
  new UserError(`git: no commit is called '${name}'; fetch it or name another`);

function withoutBase(place: Place, reference: string, compared: string): string {
  const shallow = attempt(place, ['rev-parse', '--is-shallow-repository']).stdout.toString() === 'true\n';
  const remedy = shallow ? '; the clone is shallow: run git fetch --unshallow' : '';
  return `git: ${compared} and ${reference} have no common ancestor${remedy}`;
}

function mergeHeads(gitDirectory: string): string[] {
  const file = join(gitDirectory, 'MERGE_HEAD');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
