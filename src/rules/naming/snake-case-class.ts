import { capWords } from '../../names/cases.ts';
import type { ClassDefinition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'snake-case-class',
  family: 'naming',
  summary: 'a class that is named like a function, in snake case',
  advice: 'name classes in CapWords',
  why: `
\`fake_shop()\` reads as the call of a function. That it makes an object, with a type to look up, shows only where the
class stands. PEP 8 has classes in CapWords: \`FakeShop\`.

The rule looks at classes whose names have two or more words in small letters. The fix renames the class, unless the
new name is taken already. For a class of tests it is unsafe, since the name is a part of the tests' ids.
`,
  spared: [
    'A name that follows something else: the module has it as an attribute, as a keyword, in a string or in an import as well.',
    'The double of something imported, as `fake_shop`, `mock_shop`, `stub_shop` or `dummy_shop` of `import shop`.',
    'A stand-in for what may be missing: another branch imports the name or defines a function of it, as in `try: from shop import empty_cart`.',
    'A class whose decorator, metaclass or base may read the name, as ORMs, plugin registries and `ctypes` do. Classes of the module itself, pytest and the common modules of the standard library are known not to.',
    'A class that is used like a function, which may be named like one: a context manager, a descriptor, and what inherits from one in the module.',
    'A class called `test_…` that is not collected: under the new name pytest would collect it.',
  ],
  nearest:
    "pep8-naming's and ruff's `N801` report every class that is not in CapWords, `cart` and `Test_total` too, whatever the name follows, and rename none.",
  limits:
    'Where the name is that of something outside which the module does not mention: a structure of a C library, a type of a protocol. Suppress the finding.',
  severity: { fast: 'off', review: 'warning' },
  examples: {
    bad: [
      `
class fake_shop:
    is_open = True

def test_opening():
    assert fake_shop().is_open
`,
    ],
    good: [
      `
class FakeShop:
    is_open = True

def test_opening():
    assert FakeShop().is_open
`,
      `
class opened_shop:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

def test_opening():
    with opened_shop() as shop:
        assert shop
`,
    ],
  },
  *check(module) {
    for (const definition of module.definitions) {
      if (definition.kind !== 'class' || !SNAKE.test(definition.name)) continue;
      const { name, nameSpan: at } = definition;
      const binding = module.bindings.bindingAt(at.start);
      if (binding?.definitions[0]?.start !== at.start || isExempt(module, definition, binding)) continue;
      const renameTo = capWords(name);
      if (module.bindings.lookup(binding.scope, renameTo) === undefined) {
        const evidence = 'classes are in CapWords (PEP 8)';
        const isTests = module.model.classes.some((testClass) => testClass.definition === definition);
        yield {
          at,
          message: `the class \`${name}\` is named like a function; rename it \`${renameTo}\``,
          subject: name,
          fix: { renameTo, evidence, ...(isTests ? { safe: false } : {}) },
        };
      } else {
        yield {
          at,
          message: `the class \`${name}\` is named like a function, and \`${renameTo}\` is another name here; tell the two apart`,
          subject: name,
        };
      }
    }
  },
});

const SNAKE = /^_*[a-z][a-z0-9]*(?:_+[a-z0-9]+)+_*$/;

function isExempt(module: TestModule, definition: ClassDefinition, { definitions, scope }: Binding): boolean {
  const { name } = definition;
  return (
    definitions.some(({ start }) => !isClassNameAt(module, start)) ||
    (/^_*tests?_/.test(name) && module.model.classes.every((one) => one.definition !== definition)) ||
    ownClassesOf(module, definition).some((one) => isUsedLikeFunction(module, one)) ||
    isDoubleOfImport(module, name) ||
    !module.isPlainClass(definition) ||
    module.isImportedName(name) ||
    module.isMentioned(name, rootOf(scope))
  );
}

/** A class and those of the module that it inherits from. */
function ownClassesOf({ definitions }: TestModule, start: ClassDefinition): readonly ClassDefinition[] {
  const classes = [start];
  // A list that is added to while it is read: each base is looked up once.
  for (const { bases } of classes) {
    for (const definition of definitions) {
      const isBase = definition.kind === 'class' && bases.includes(definition.name);
      if (isBase && !classes.includes(definition)) classes.push(definition);
    }
  }
  return classes;
}

const isUsedLikeFunction = ({ definitions }: TestModule, definition: ClassDefinition) =>
  definitions.some((inner) => inner.enclosing === definition && LIKE_FUNCTIONS.has(inner.name));

/** Whether a class stands in for something that is imported, such as a module: `fake_shop` of `import shop`. */
function isDoubleOfImport({ isImportedName }: TestModule, name: string): boolean {
  const [, original] = /^_*(?:dummy|fake|mock|stub)_(\w+)$/.exec(name) ?? [];
  return original !== undefined && (isImportedName(original) || isImportedName(`_${original}`));
}

const isClassNameAt = ({ definitions }: TestModule, offset: number) =>
  definitions.some(({ kind, nameSpan }) => kind === 'class' && nameSpan.start === offset);

/** The methods of context managers and descriptors, which are used as functions are. */
const LIKE_FUNCTIONS: ReadonlySet<string> = new Set(['__enter__', '__aenter__', '__get__', '__set_name__']);

function rootOf(scope: Binding['scope']) {
  let root = scope;
  while (root.parent !== undefined) root = root.parent;
  return root.node;
}
