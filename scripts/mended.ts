/** What the fixes of a rule make of its own examples. */
import { check } from '../src/check.ts';
import { activeRules, noChange } from '../src/config/active-rules.ts';
import { planRenames } from '../src/rename/batch.ts';
import { edited, merged } from '../src/rename/edit.ts';
import type { Rule } from '../src/rules/rule.ts';
import { moduleOf } from '../test/support/parser.ts';
import { projectOf } from '../test/support/project.ts';
import type { Mended } from './pages.ts';
import { proposedRequests } from './rename-requests.ts';

const PATH = 'tests/test_cart.py';

/** The first bad example that `--fix` mends, or else that `--unsafe-fixes` mends. */
export function mendedExample(rule: Rule): Mended | undefined {
  for (const isSafe of [true, false]) {
    for (const example of rule.examples.bad) {
      const result = mended(rule, example, isSafe);
      if (result !== undefined) return { example: result, isSafe };
    }
  }
  return undefined;
}

function mended(rule: Rule, example: string, isSafe: boolean): string | undefined {
  const { names } = rule.examples;
  const change = { ...noChange, options: new Map([[rule.id, names === undefined ? {} : { names }]]) };
  const findings = check(moduleOf(example, PATH), activeRules([rule], 'review', [change]));
  const edits = merged(
    ...findings.flatMap(({ fix }) =>
      fix !== undefined && 'edits' in fix && fix.safe === isSafe ? [fix.edits] : [],
    ),
  );
  const requests = proposedRequests(
    PATH,
    findings.filter(({ fix }) => fix !== undefined && !('edits' in fix) && isSafe === !('safe' in fix)),
  );
  const renamed = planRenames(projectOf({ [PATH]: example }), requests).edits.get(PATH) ?? [];
  const all = merged(edits ?? [], renamed) ?? [];
  return all.length === 0 ? undefined : edited(example, all);
}
