import { circleIn, type Vocabulary } from '../names/vocabulary.ts';
import * as shape from './shape.ts';
import type { Shape } from './shape.ts';

const identifier: Shape<string> = {
  name: 'a name',
  read: (value, place) => {
    const name = shape.text.read(value, place);
    if (name === '') return shape.fail(place, 'a name is empty');
    if (!IDENTIFIER.test(name)) {
      return shape.fail(place, `${JSON.stringify(name)} is no identifier${meant(name)}`);
    }
    if (KEYWORDS.has(name)) return shape.fail(place, `${name} is a keyword; did you mean ${name}_?`);
    return name;
  },
  schema: { type: 'string', pattern: '^[^\\s\\d.-][^\\s.-]*$' },
};

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/** The identifier that a text is nearest to, where it has the letters of one. */
function meant(text: string): string {
  const words = text.split(/[^\p{ID_Continue}]+/u).filter((word) => word !== '');
  const name = words.join('_');
  if (name === '') return '';
  return `; did you mean ${IDENTIFIER.test(name) ? name : `_${name}`}?`;
}

const names = shape.record(identifier, identifier, 'a table from names to names');

/** A project's own names. */
export const vocabulary: Shape<Vocabulary> = {
  ...names,
  read: (value, place) => {
    const entries = names.read(value, place);
    const at = (old: string) => ({ ...place, keys: [...place.keys, old] });
    for (const [old, name] of entries) {
      if (old === name)
        shape.fail(at(old), `${name} is the old name; give it another, or take the entry out`);
    }
    const table = Object.fromEntries(entries);
    const circle = circleIn(table);
    if (circle !== undefined) {
      shape.fail(at(circle[0] ?? ''), `the names go round: ${circle.join(' -> ')}; take one of them out`);
    }
    return table;
  },
};
