import { check } from '../../src/check.ts';
import { activeRules } from '../../src/config/active-rules.ts';
import { factsOf } from '../../src/report/facts.ts';
import { type ReviewedModule, reviewedModule } from '../../src/report/review.ts';
import { rules } from '../../src/rules/index.ts';
import { moduleOf } from './parser.ts';

/** What the review preset says of a module. */
export function reviewOf(path: string, source: string): ReviewedModule {
  const module = moduleOf(source, path);
  return reviewedModule({
    path,
    findings: check(module, activeRules(rules, 'review', [])),
    rules,
    facts: factsOf(module),
    command: `proctor --fix ${path}`,
  });
}
