import type { TestModule } from '../python/module.ts';
import { pythonTwoIn } from '../python/python-two.ts';
import { startOf } from '../python/syntax.ts';
import { syntaxErrorOf } from '../python/syntax-error.ts';
import { decline, type Objection, refuse } from './steps.ts';

/** Objects to editing a file at all: it does not parse as Python 3, is generated or vendored, or has odd line ends. */
export function objectionsToFile(module: TestModule): readonly Objection[] {
  const objections = known.get(module) ?? [...objectionsTo(module)];
  known.set(module, objections);
  return objections;
}

/** Every rename in a file asks for them. */
const known = new WeakMap<TestModule, readonly Objection[]>();

function* objectionsTo(module: TestModule): Generator<Objection> {
  const error = syntaxErrorOf(module.tree);
  if (error !== undefined) yield refuse('does-not-parse', error.message, module, error.at.start);
  const incomplete = module.bindings.scopes.find(({ isIncomplete }) => isIncomplete);
  if (incomplete !== undefined) yield refuse('does-not-parse', 'Python 2 syntax', module, incomplete.start);
  const old = pythonTwoIn(module);
  if (old !== undefined) yield refuse('does-not-parse', 'Python 2 syntax', module, startOf(module.tree, old));
  const carriageReturn = /\r(?!\n)/.exec(module.text);
  if (carriageReturn !== null)
    yield refuse('line-endings', 'a lone carriage return', module, carriageReturn.index);
  if (VENDORED.test(module.path)) yield decline('not-for-editing', `${module.path} is vendored`);
  if (GENERATED_PATH.test(module.path)) yield decline('not-for-editing', `${module.path} is generated`);
  const first = module.comments.find(({ text, line }) => line <= HEAD_LINES && GENERATED.test(text));
  if (first !== undefined)
    yield refuse('not-for-editing', `\`${first.content.slice(0, 40)}\``, module, first.span.start);
}

const VENDORED =
  /(?:^|\/)(?:_?vendor(?:ed|s)?|third_?party|extern(?:al)?s?|site-packages|dist-packages|node_modules|\.?venv|\.tox|\.nox)\//;
const GENERATED_PATH = /(?:_pb2(?:_grpc)?|\.generated|_generated)\.py$/;

// Where generators write that they did.
const HEAD_LINES = 20;
const GENERATED =
  /@generated|\bdo not (?:edit|modify|change)\b|^#+\s*(?:this file (?:is|was) )?(?:auto-?)?(?:matically )?generated (?:by|from|with)\b/i;
