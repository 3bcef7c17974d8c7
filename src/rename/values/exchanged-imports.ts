import { calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { childIn, Field, fieldOf, Kind, kindOf, NO_NODE, parentOf, textOf } from '../../python/syntax.ts';
import { callWith } from '../functions/passed-on.ts';
import { lastPartOf, linkOf } from '../references/links.ts';
import { type Literal, literalsWith } from '../references/literals.ts';
import { rememberedOf } from '../remembered.ts';
import type { World } from '../world.ts';

/** Whether something else may be imported under the name of a module: it is put among `sys.modules`. */
export const isPutAmongModules = rememberedOf((world: World, path: string): boolean => {
  const word = lastPartOf({ path });
  const naming = new Set(world.pathsWith(word));
  return world.pathsWith('modules').some((other) => {
    if (!naming.has(other) || !FILLED.test(world.project.text(other) ?? '')) return false;
    const module = world.project.module(other);
    return (
      module !== undefined &&
      (literalsWith(module, word).some((literal) => isKeyOf(world, module, literal, path)) ||
        new RegExp(String.raw`\b${word}\s*\.\s*__name__\b`, 'u').test(module.text) ||
        isKeyword(module, word))
    );
  });
});

/** What puts modules of its own among those that are imported. */
const FILLED =
  /\bmodules\s*(?:\[[^\]]*\]\s*|\|)=(?!=)|\bmodules\s*\.\s*(?:update|setdefault|__setitem__)\b|\b(?:setitem|dict)\s*\(\s*(?:\w+\s*=\s*)?["']?(?:\w+\s*\.\s*)?modules\b/;

/** Whether a string is the whole name of a module where something is put among the modules under such names. */
function isKeyOf(
  { project }: World,
  module: TestModule,
  { node, value, isDocstring, isFormatted }: Literal,
  path: string,
): boolean {
  if (isDocstring || isFormatted || !/^[\w.]+$/u.test(value)) return false;
  const { tree } = module;
  const parent = parentOf(tree, node);
  if (kindOf(tree, parent) === Kind.comparison_operator) return false;
  const isLookedUp = kindOf(tree, parent) === Kind.subscript && fieldOf(tree, node) === Field.subscript;
  if (isLookedUp && fieldOf(tree, parent) !== Field.left) return false;
  const call = callWith(module, node);
  if (call !== NO_NODE && LOOKING.test(calledNameOf(tree, call))) return false;
  const link = linkOf(project, module, value);
  if (link.to === 'module') return link.path === path;
  // The name alone of what stands in a package is that of another module.
  const isWhole = value.includes('.') || !path.includes('/');
  return isWhole && link.to === 'unknown' && link.candidates.includes(path);
}

/** What looks for a module, or takes it away. */
const LOOKING = /^(?:delitem|pop|get|import_module|find_spec|importorskip|getLogger|get_logger)$/;

/** `patch.dict("sys.modules", gateway=fake)` */
const isKeyword = ({ tree, nodesOf }: TestModule, word: string) =>
  nodesOf(Kind.keyword_argument).some((node) => {
    const call = parentOf(tree, parentOf(tree, node));
    const isDictionary =
      kindOf(tree, call) === Kind.call && /^(?:dict|update)$/.test(calledNameOf(tree, call));
    return isDictionary && textOf(tree, childIn(tree, node, Field.name)) === word;
  });
