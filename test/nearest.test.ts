import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { array, assert as hold, constantFrom, integer, property, string } from 'fast-check';
import { editDistance, nearest, suggestion } from '../src/nearest.ts';

describe('the edit distance', () => {
  const word = string({ unit: constantFrom('a', 'b', 'c'), maxLength: 8 });

  it('is zero between a word and itself only', () => {
    hold(property(word, word, (one, other) => (editDistance(one, other) === 0) === (one === other)));
  });

  it('is the same in both directions', () => {
    hold(property(word, word, (one, other) => editDistance(one, other) === editDistance(other, one)));
  });

  it('is between the difference of the lengths and the greater length', () => {
    hold(
      property(word, word, (one, other) => {
        const distance = editDistance(one, other);
        return (
          distance >= Math.abs(one.length - other.length) && distance <= Math.max(one.length, other.length)
        );
      }),
    );
  });

  it('counts one for a letter too many, a letter too few, a wrong letter and a swap', () => {
    const distances = ['ignoree', 'ignor', 'ignire', 'ignroe'].map((typed) => editDistance(typed, 'ignore'));
    assert.deepEqual(distances, [1, 1, 1, 1]);
  });
});

describe('the nearest word', () => {
  const flags = ['--format', '--select', '--extend-select', '--ignore', '--preset'];

  it('is the one with the fewest edits away', () => {
    assert.equal(nearest('--slect', flags), '--select');
    assert.equal(nearest('--extend-slect', flags), '--extend-select');
  });

  it('does not mind case', () => {
    assert.equal(nearest('--FORMAT', flags), '--format');
  });

  it('is the first that begins with what was typed, where none is near', () => {
    assert.equal(nearest('num', ['long-test', 'numbered-name', 'numbered-test-name']), 'numbered-name');
  });

  it('is none where more than a third of the letters differ', () => {
    assert.equal(nearest('--banana', flags), undefined);
  });

  it('is found for every word with one wrong letter', () => {
    const mistyped = property(constantFrom(...flags), integer({ min: 0, max: 7 }), (flag, index) => {
      return nearest(`${flag.slice(0, index)}~${flag.slice(index + 1)}`, flags) === flag;
    });
    hold(mistyped);
  });

  it('never is a word that is not among the known ones', () => {
    hold(
      property(string(), array(string()), (typed, known) => {
        const found = nearest(typed, known);
        return found === undefined || known.includes(found);
      }),
    );
  });

  it('ends a message, or adds nothing to it', () => {
    assert.equal(suggestion('--preest', flags), '; did you mean --preset?');
    assert.equal(suggestion('--banana', flags), '');
  });
});
