import { merged } from '../rename/edit.ts';
import { planRename, type Planned } from '../rename/plan.ts';
import type { TextEdit } from '../rules/rule.ts';
import type { PlanRenames } from './plan.ts';

/** Plans renames one by one, each for the files as they are; one that wants a place that another has is refused. */
export const planOneByOne: PlanRenames = (project, requests) => {
  const edits = new Map<string, readonly TextEdit[]>();
  const outcomes = requests.map((request): Planned => {
    const planned = planRename(project, request);
    if (!planned.safe) return planned;
    const lists = Array.from(
      planned.plan.edits,
      ([path, list]) => [path, merged(edits.get(path) ?? [], list)] as const,
    );
    for (const [path, list] of lists) {
      if (list !== undefined) continue;
      const { start } = planned.plan;
      return {
        safe: false,
        refusal: { code: 'clash', path, at: start, reason: `another rename in ${path}` },
      };
    }
    for (const [path, list] of lists) edits.set(path, list ?? []);
    return planned;
  });
  return { outcomes, edits };
};
