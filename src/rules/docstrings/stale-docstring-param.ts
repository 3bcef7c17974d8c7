import type { Definition, FunctionDefinition } from '../../python/definitions.ts';
import type { Docstring } from '../../python/docstrings.ts';
import { isExampleOfDocstring } from '../../python/docstring-examples.ts';
import {
  type DocumentedParameter,
  documentedParametersOf,
  stretchesOf,
} from '../../python/documented-parameters.ts';
import type { TestModule } from '../../python/module.ts';
import { descendantsOf, Kind } from '../../python/syntax.ts';
import { nearest } from '../../nearest.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'stale-docstring-param',
  family: 'docstrings',
  summary: 'a docstring that describes a parameter which the function does not have',
  advice: 'describe the parameters that the function takes',
  why: `
A docstring that describes a parameter which the signature does not have is left over from a rename or a deletion.
Whoever believes it passes an argument that does not exist.

The rule understands the fields of Sphinx (\`:param size:\`) and epytext (\`@param size:\`) and the sections of Google
(\`Args:\`) and numpy (\`Parameters\` with a line of dashes) in the docstrings of functions. The message says what to
do: to remove the description, or which parameter it may have been meant for. A parameter that the docstring leaves out
is no finding.

The fix removes the lines. It is unsafe, since what they say may hold of something else. There is none where the name
may have been meant for a parameter that is not described, where an entry describes several parameters
(\`owner, size : str\`) or where nothing else is in the docstring.
`,
  spared: [
    'A function that takes `*args` or `**kwargs`: it may describe what goes through them.',
    'The names `args`, `kwargs`, `kwds` and `kw`, which stand for all the parameters that are not listed.',
    'What a function inside the function takes: a factory may describe the function that it returns.',
    'In a fixture, what a function of the module takes that the fixture uses and may give to tests. A fixture that describes none of its own parameters describes what it gives.',
    'A name in a string of a decorator, such as a fixture in `usefixtures("shop")`.',
    'The sections of code that the docstring shows, below `::` or a directive such as `.. code-block::`.',
    'The docstring of a class, which may describe what its constructor takes.',
    'In a module about docstrings (it mentions `__doc__`, `getdoc` and the like), those of functions that stand inside another one or do nothing: they are its examples.',
  ],
  nearest:
    "ruff's `DOC102` reports the same from sections of Google and numpy only, and takes headings of other formats, such as OpenAPI, for such sections; pydoclint's `DOC102` and `DOC103` read the one style that they are set to.",
  limits:
    'Where the docstring is read by a tool that gives its fields another meaning, such as the parameters of a web request. Turn the rule off for these files.',
  severity: { fast: 'error', review: 'error' },
  examples: {
    bad: [
      `
def make_cart(owner, currency):
    """Makes a cart.

    :param user: who owns it
    :param currency: what it is paid in
    """
    return Cart(owner, currency)
`,
    ],
    good: [
      `
def make_cart(owner, currency):
    """Makes a cart.

    :param owner: who owns it
    """
    return Cart(owner, currency)
`,
    ],
  },
  *check(module) {
    const { docstrings, definitionsIn, docstringRemoval } = module;
    for (const docstring of docstrings) {
      const { definition } = docstring;
      if (definition?.kind !== 'function' || isVariadic(definition)) continue;
      const described = documentedParametersOf(docstring).filter(({ name }) => !REST.has(name));
      if (described.length === 0 || isExampleOfDocstring(module, definition)) continue;
      const taken = parametersOf(definition);
      const inner = [...definitionsIn(definition), ...givenBy(module, definition)].flatMap(parametersOf);
      const known = new Set([...taken, ...inner, ...namesInDecorators(module, definition)]);
      const unknown = described.filter(({ name }) => !known.has(name));
      // A fixture that takes none of them describes what it gives, which may come from elsewhere.
      if (unknown.length === described.length && isFixture(module, definition)) continue;
      const undescribed = taken.filter(
        (name) => !described.some((parameter) => parameter.name === name) && !opensLine(docstring, name),
      );
      const documented = { described, unknown, taken, undescribed };
      const meantFor = new Map(
        unknown.map((parameter) => [parameter, meantBy(parameter, documented)] as const),
      );
      const stretches = stretchesOf(
        docstring,
        unknown.filter((parameter) => meantFor.get(parameter) === undefined),
      );
      for (const parameter of unknown) {
        const { name, span } = parameter;
        const meant = meantFor.get(parameter);
        const stretch = stretches.get(parameter);
        const removal = stretch && docstringRemoval(docstring, stretch);
        yield {
          at: span,
          message: `docstring describes \`${name}\`, which \`${definition.name}\` does not take; ${adviceFor(meant, parameter)}`,
          subject: name,
          ...(removal && {
            fix: { edits: [removal], safe: false, title: 'remove it from the docstring' },
          }),
        };
      }
    }
  },
});

/** The names in the strings of decorators: `usefixtures("shop")` runs a test with a fixture that it does not take. */
const namesInDecorators = ({ tree, textOf }: TestModule, { decorators }: FunctionDefinition) =>
  decorators.flatMap(({ node }) =>
    Array.from(descendantsOf(tree, node, Kind.string_content)).flatMap((content) =>
      textOf(content).split(/[\s,]+/),
    ),
  );

/** The functions of the module that a fixture names, which it may give to tests, and those inside of them. */
function givenBy(module: TestModule, definition: Definition): readonly Definition[] {
  const { definitions, namesFromElsewhere } = module;
  if (!isFixture(module, definition)) return [];
  const named = namesFromElsewhere(definition.node);
  return definitions.filter(
    (one) =>
      one !== definition &&
      (named.has(one.name) || (one.enclosing?.kind === 'function' && named.has(one.enclosing.name))),
  );
}

const isFixture = ({ model }: TestModule, definition: Definition) =>
  model.fixtures.some((fixture) => fixture.definition === definition);

/** Whether a line of a docstring begins with a name and its type, which may go on in the next line. */
const opensLine = ({ text }: Docstring, name: string) =>
  new RegExp(`^[ \\t]*\\*{0,2}${name}[ \\t]*[(:]`, 'm').test(text);

/** What a docstring describes of what a function takes. */
interface Documented {
  readonly described: readonly DocumentedParameter[];
  /** Those of them that it does not take. */
  readonly unknown: readonly DocumentedParameter[];
  readonly taken: readonly string[];
  readonly undescribed: readonly string[];
}

interface Meant {
  readonly name: string;
  /** Where its name stands before its type, where it is spelt almost so, or where it is only left over. */
  readonly by: 'order' | 'spelling' | 'place';
}

/** The parameter that a name may have been meant for: the word before it, or one of those that are not described. */
function meantBy(parameter: DocumentedParameter, documented: Documented): Meant | undefined {
  const { name, typed } = parameter;
  const { undescribed, unknown } = documented;
  if (undescribed.includes(typed)) return { name: typed, by: 'order' };
  const joined = name.trim().replace(/\s+/g, '_');
  const alike = undescribed.includes(joined) ? joined : nearest(name, undescribed);
  if (alike !== undefined) return { name: alike, by: 'spelling' };
  const left = unknown.length === 1 ? onlyOne(undescribed) : undefined;
  const found = left ?? inPlaceOf(parameter, documented);
  return found === undefined ? undefined : { name: found, by: 'place' };
}

/** The only parameter that is not described between those that are, directly before an unknown one and after it. */
function inPlaceOf(
  parameter: DocumentedParameter,
  { described, taken, undescribed }: Documented,
): string | undefined {
  const at = described.indexOf(parameter);
  const [before, after] = [described[at - 1], described[at + 1]].map((one) => taken.indexOf(one?.name ?? ''));
  if (before === undefined || before === -1) return undefined;
  if (after === undefined || (after === -1 && at + 1 < described.length)) return undefined;
  const between = taken.slice(before + 1, after === -1 ? taken.length : after);
  return onlyOne(between.filter((name) => undescribed.includes(name)));
}

function adviceFor(meant: Meant | undefined, { name }: DocumentedParameter): string {
  switch (meant?.by) {
    case undefined:
      return 'remove it';
    case 'order':
      return `write \`${name} ${meant.name}\`, the type first`;
    case 'spelling':
      return `rename it \`${meant.name}\``;
    case 'place':
      return `describe \`${meant.name}\` instead`;
  }
}

/** How a docstring speaks of all the parameters that it does not list. */
const REST: ReadonlySet<string> = new Set(['args', 'kwargs', 'kwds', 'kw']);

const isVariadic = ({ parameters }: FunctionDefinition) =>
  parameters.some(({ kind }) => kind === 'var-positional' || kind === 'var-keyword');

const parametersOf = (definition: Definition) =>
  definition.kind === 'function' ? definition.parameters.map(({ name }) => name) : [];

function onlyOne(parameters: readonly string[]): string | undefined {
  const [only, ...others] = parameters.filter((name) => name !== 'self' && name !== 'cls');
  return others.length === 0 ? only : undefined;
}
