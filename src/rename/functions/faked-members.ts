import { calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  ancestorOf,
  childIn,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  textOf,
} from '../../python/syntax.ts';
import { isRead } from '../members/attribute-reads.ts';
import { literalsWith } from '../references/literals.ts';
import { rememberedOf } from '../remembered.ts';
import type { World } from '../world.ts';

/** Whether a class of the project has something under a name in its body, or the project stores it in an object. */
export const isGivenToObjects = rememberedOf((world: World, name: string): boolean =>
  someModule(world, name, String.raw`^[ \t]+${name}\s*[:=,]|\.\s*${name}\b[^\n]*=(?!=)`, (module) =>
    [isInClassBody, isStored].some((isGiven) => isGiven(module, name)),
  ),
);

/** Whether the project makes an object that has something under a name without a class, or asks a mock for its calls. */
export const isGivenToFakes = rememberedOf((world: World, name: string): boolean =>
  someModule(world, name, String.raw`\b${name}\s*=(?!=)|\.\s*${name}\s*\.|["'.]${name}["'.]`, (module) =>
    [isKeyword, isAskedOfMock, isSaid].some((isGiven) => isGiven(module, name)),
  ),
);

/** Whether a file says a name as a pattern has it, which costs less than to read it, and is found to do so. */
function someModule(
  { project, pathsWith }: World,
  name: string,
  pattern: string,
  holds: (module: TestModule) => boolean,
): boolean {
  const written = new RegExp(pattern, 'mu');
  return pathsWith(name).some((path) => {
    const module = written.test(project.text(path) ?? '') ? project.module(path) : undefined;
    return module !== undefined && holds(module);
  });
}

const isInClassBody = ({ bindings }: TestModule, name: string) =>
  bindings.scopes.some(
    ({ kind, symbols }) => kind === 'class' && (symbols.get(name)?.definitions.length ?? 0) > 0,
  );

const isStored = (module: TestModule, name: string) =>
  attributesNamed(module, name).some((node) => !isRead(module.tree, node));

/** `pool.map.side_effect = run`, `pool.map.call_args`. */
const isAskedOfMock = (module: TestModule, name: string) =>
  attributesNamed(module, name).some((node) => {
    const outer = parentOf(module.tree, node);
    return (
      kindOf(module.tree, outer) === Kind.attribute &&
      ASKED.test(textOf(module.tree, childIn(module.tree, outer, Field.attribute)))
    );
  });

function attributesNamed({ tree, nodesOf }: TestModule, name: string): readonly Node[] {
  return [...nodesOf(Kind.attribute)].filter(
    (node) => textOf(tree, childIn(tree, node, Field.attribute)) === name,
  );
}

const ASKED =
  /^(?:side_effect|return_value|wraps|configure_mock|mock_calls|method_calls|call_args|call_args_list|await_args|await_args_list)$/;

/** `SimpleNamespace(map=run)`, `Mock(map=run)`. */
function isKeyword({ tree, nodesOf }: TestModule, name: string): boolean {
  return nodesOf(Kind.keyword_argument).some((node) => {
    const call = parentOf(tree, parentOf(tree, node));
    return (
      textOf(tree, childIn(tree, node, Field.name)) === name &&
      kindOf(tree, call) === Kind.call &&
      MAKING.test(calledNameOf(tree, call))
    );
  });
}

/** `setattr(pool, "map", run)`, `patch("jobs.Pool.map")`, `type("Pool", (), {"map": run})`, `Mock(**{"map.side_effect": run})`. */
function isSaid(module: TestModule, name: string): boolean {
  const { tree } = module;
  const said = new RegExp(`(?:^|\\.)${name}(?:$|\\.)`, 'u');
  return literalsWith(module, name).some(({ node, isDocstring, value }) => {
    const call = isDocstring || !said.test(value) ? NO_NODE : ancestorOf(tree, node, Kind.call);
    return call !== NO_NODE && MAKING.test(calledNameOf(tree, call));
  });
}

/** What makes an object of keywords, or puts something into one. */
const MAKING =
  /^(?:\w*Mock|SimpleNamespace|Namespace|Bunch|namedtuple|make_dataclass|type|new_class|dict|patch|object|multiple|setattr|__setattr__|configure_mock|update|create_autospec|stub_out|MonkeyPatch|MockPatch|MockPatchObject)$/;
