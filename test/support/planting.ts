import type { ExpectedFinding, FixtureCase } from './fixtures.ts';

/** What a plant is: lines of a module, a test of its own, or lines of a test's body. */
export type Kind = 'module' | 'test' | 'body';

const kinds: readonly Kind[] = ['module', 'test', 'body'];

/** A case of a fixture that is put into a host. */
export type Plant = Pick<FixtureCase, 'title' | 'line' | 'words' | 'source' | 'expected'>;

/** The kind of a plant: the first word of its fence. Throws where there is none. */
export function kindOf({ words, title, line }: Plant): Kind {
  const kind = kinds.find((name) => name === words[0]);
  if (kind === undefined)
    throw new Error(`${title} (line ${line}): say \`py module\`, \`py test\` or \`py body\``);
  return kind;
}

/** A host with a plant in it. */
export interface Planted {
  readonly source: string;
  /** Where the plant's findings are expected, in the host. */
  readonly expected: readonly ExpectedFinding[];
}

/**
 * Puts a plant where the mark `# plant: KIND` of a host stands, at its indentation; the other marks are taken out. A
 * mark for tests says how they are written there: `pytest-method` adds `self`, `unittest-method` has `self` alone,
 * `async` makes them coroutines.
 */
export function planted(host: string, plant: Plant): Planted {
  const kind = kindOf(plant);
  const lines: string[] = [];
  let first: number | undefined;
  for (const line of host.split('\n')) {
    const [, indent = '', found, style = ''] = /^( *)# plant: (\w+)(?: ([\w-]+))?$/.exec(line) ?? [];
    if (found === undefined) lines.push(line);
    else if (found === kind) {
      first = lines.length;
      lines.push(...styled(plant.source.trimEnd(), style).map((part) => (part === '' ? '' : indent + part)));
    } else lines.push('');
  }
  if (first === undefined) throw new Error(`the host has no mark for a ${kind}`);
  const shift = first;
  return {
    source: lines.join('\n'),
    expected: plant.expected.map((finding) => ({ ...finding, line: finding.line + shift })),
  };
}

/** The lines of a plant with the definitions at its margin as they are written in the host. */
function styled(source: string, style: string): readonly string[] {
  return source.split('\n').map((line) => {
    switch (style) {
      case 'pytest-method':
        return line.replace(/^((?:async )?def \w+\()(?=(.))/, (_, head: string, next: string) =>
          next === ')' ? `${head}self` : `${head}self, `,
        );
      case 'unittest-method':
        return line.replace(/^((?:async )?def \w+\()[^)]*\)/, '$1self)');
      case 'async':
        return line.replace(/^def /, 'async def ');
      default:
        return line;
    }
  });
}
