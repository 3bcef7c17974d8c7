import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openRepository } from '../../src/git/repository.ts';
import { pathText } from '../../src/git/path-text.ts';
import { temporaryRepository } from '../support/repository.ts';
import { seen } from './seen.ts';

const names = [
  'test with spaces.py',
  'test_"quoted"_\'both\'.py',
  'test_line\nbreak.py',
  'test_\ttab\\backslash.py',
  '-test_dash.py',
  ':(glob)test_magic*.py',
  'test_käse_😀.py',
  'R100.py',
  'tests/.py',
];

describe('a file whose name is', { concurrency: true }, () => {
  for (const name of names) {
    it(`${JSON.stringify(name)} is read, and so are its bases`, async (test) => {
      const repository = await temporaryRepository(test);
      await repository.commit({ [`./${name}`]: 'old\n' });
      await repository.stage({ [`./${name}`]: 'new\n' });
      assert.deepEqual(seen(repository), [{ path: name, content: 'new\n', bases: ['old\n'] }]);
      assert.deepEqual(seen(repository, { reference: 'HEAD', to: undefined }), seen(repository));
      const { directory, environment } = repository;
      const bases = openRepository(directory, environment).bases([name], {
        reference: 'HEAD',
        to: undefined,
      });
      assert.deepEqual(bases.get(name)?.map(String), ['old\n']);
    });

    it(`${JSON.stringify(name)} is followed when it moves with edits`, async (test) => {
      const repository = await temporaryRepository(test);
      const text = 'def test_cart():\n    assert total([2, 3]) == 5\n';
      await repository.commit({ [`./${name}`]: text });
      await repository.git('mv', '--', `./${name}`, `./moved ${name.replace('/', '')}`);
      await repository.stage({ [`./moved ${name.replace('/', '')}`]: `${text}# more\n` });
      assert.deepEqual(
        seen(repository).map(({ bases }) => bases),
        [[text]],
      );
    });
  }

  const isUnixBytes = process.platform === 'linux';
  it('not UTF-8 is read, and shown as git quotes it', { skip: !isUnixBytes }, async (test) => {
    const repository = await temporaryRepository(test);
    const name = Buffer.from('test_k\xe4se.py', 'latin1');
    await writeFile(Buffer.concat([Buffer.from(`${repository.directory}/`), name]), 'new\n');
    await repository.git('add', '-A');
    const { directory, environment } = repository;
    const [file] = openRepository(directory, environment).changed(() => true, undefined);
    assert.equal(file?.path, String.raw`test_k\344se.py`);
    assert.deepEqual(Buffer.from(file.pathBytes), name);
    assert.equal(String(file.content), 'new\n');
    assert.equal((await repository.git('diff', '--cached', '--name-only')).trim(), `"${file.path}"`);
  });
});

describe('the text of a path', () => {
  it('is the path when it is UTF-8', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (path) => pathText(Buffer.from(path)) === path));
  });

  it('keeps a byte order mark', () => {
    assert.equal(pathText(Buffer.from('\ufefftest.py')), '\ufefftest.py');
  });

  it('has only the bytes quoted that are not UTF-8', () => {
    const parts = fc.oneof(fc.string({ unit: 'grapheme-ascii' }), fc.constantFrom('ä', '€', '😀'));
    const path = fc.array(fc.tuple(parts, fc.constantFrom(0x80, 0xbf, 0xc0, 0xf8, 0xff)), { minLength: 1 });
    fc.assert(
      fc.property(path, (pieces) => {
        const bytes = pieces.map(([text, byte]) => Buffer.concat([Buffer.from(text), Buffer.from([byte])]));
        const quoted = pieces.map(([text, byte]) => `${text}\\${byte.toString(8)}`);
        assert.equal(pathText(Buffer.concat(bytes)), quoted.join(''));
      }),
    );
  });

  it('has surrogates and overlong forms quoted', () => {
    assert.equal(
      pathText(Buffer.from('eda080c0afe08080', 'hex')),
      String.raw`\355\240\200\300\257\340\200\200`,
    );
  });
});
