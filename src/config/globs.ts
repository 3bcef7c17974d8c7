import { loadPicomatch } from './lazy.cjs';

/** Whether a path, relative to the folder of the configuration, is meant. */
export type PathMatcher = (path: string) => boolean;

const never: PathMatcher = () => false;

/**
 * Matches the paths that one of the globs means: a folder stands for everything below it, and a glob without a slash
 * inside for a file or folder of that name anywhere.
 */
export function globMatcher(globs: readonly string[]): PathMatcher {
  if (globs.length === 0) return never;
  const isMatch = loadPicomatch()(globs.flatMap(spelledOut), {
    dot: true,
    nonegate: true,
    strictSlashes: true,
  });
  return (path) => isMatch(path);
}

function spelledOut(glob: string): readonly string[] {
  const whole = glob.replace(/\/+$/, '');
  const path = whole.replace(/^\.?(?:\/|$)/, '');
  if (path === '') return ['**'];
  const anchored = whole.includes('/') ? path : `**/${path}`;
  return [anchored, `${anchored}/**`];
}
