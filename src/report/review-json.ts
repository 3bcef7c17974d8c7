import { findingEntry } from './json.ts';
import { type Group, type Point, type Review, type ReviewedModule, totalsOf } from './review.ts';

/** The version of the format: raised when a key changes its meaning or goes. */
export const REVIEW_VERSION = 1;

/** The review as one JSON object; the format is described in docs/review.md. */
export function reviewJson({ modules, failures }: Review): string {
  const report = {
    version: REVIEW_VERSION,
    modules: modules.map(moduleEntry),
    failures,
    summary: totalsOf(modules),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function moduleEntry({ path, security, points, silent, repairs, command, facts }: ReviewedModule): object {
  return {
    path,
    security:
      security === undefined ? { checked: false } : { checked: true, groups: security.map(groupEntry) },
    points: points.map((point) => ({ ...titleEntry(point), groups: point.groups.map(groupEntry) })),
    silent: silent.map(titleEntry),
    repairs: { command, changes: repairs },
    facts,
  };
}

const titleEntry = ({ number, family, title }: Point) => ({ number, family, title });

const groupEntry = ({ findings, ...group }: Group) => ({ ...group, findings: findings.map(findingEntry) });
