import assert from 'node:assert/strict';
import { chmod, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openRepository } from '../../src/git/repository.ts';
import { temporaryRepository } from '../support/repository.ts';
import { seen } from './seen.ts';

const cart = 'def test_cart():\n    assert total([2, 3]) == 5\n    assert total([]) == 0\n';

describe('the staged files', { concurrency: true }, () => {
  it('of a first commit have no base', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.stage({ 'test_cart.py': cart });
    assert.deepEqual(seen(repository), [{ path: 'test_cart.py', content: cart, bases: [] }]);
  });

  it('are none where nothing is staged', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.commit({ 'test_cart.py': cart });
    await repository.write({ 'test_cart.py': 'edited\n' });
    assert.deepEqual(seen(repository), []);
  });

  it('have the text of HEAD as their base', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.commit({ 'test_cart.py': 'old\n', 'test_same.py': 'same\n' });
    await repository.stage({ 'test_cart.py': 'new\n', 'test_added.py': 'added\n' });
    assert.deepEqual(seen(repository), [
      { path: 'test_added.py', content: 'added\n', bases: [] },
      { path: 'test_cart.py', content: 'new\n', bases: ['old\n'] },
    ]);
  });

  it('have the text of the index, not what was edited afterwards', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.commit({ 'test_cart.py': 'old\n' });
    await repository.stage({ 'test_cart.py': 'staged\n' });
    await repository.write({ 'test_cart.py': 'unstaged\n' });
    assert.deepEqual(seen(repository), [{ path: 'test_cart.py', content: 'staged\n', bases: ['old\n'] }]);
  });

  it('are read although the working tree lacks them', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.stage({ 'test_cart.py': cart });
    await rm(join(repository.directory, 'test_cart.py'));
    assert.deepEqual(seen(repository), [{ path: 'test_cart.py', content: cart, bases: [] }]);
  });

  it('that moved with edits have the text of their old path as base', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.commit({ 'test_cart.py': cart });
    await repository.git('mv', 'test_cart.py', 'test_basket.py');
    await repository.stage({ 'test_basket.py': `${cart}    assert True\n` });
    assert.deepEqual(seen(repository), [
      { path: 'test_basket.py', content: `${cart}    assert True\n`, bases: [cart] },
    ]);
  });

  it('that moved as they were bring nothing new', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.commit({ 'test_cart.py': cart });
    await repository.git('mv', 'test_cart.py', 'test_basket.py');
    assert.deepEqual(seen(repository), []);
  });

  it('that were copied are new', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.commit({ 'test_cart.py': cart });
    await repository.stage({ 'test_cart.py': `${cart}\n`, 'test_basket.py': cart });
    assert.deepEqual(
      seen(repository).map(({ path, bases }) => [path, bases.length]),
      [
        ['test_basket.py', 0],
        ['test_cart.py', 1],
      ],
    );
  });

  it('of which only the mode changed bring nothing new', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.commit({ 'test_cart.py': cart });
    await chmod(join(repository.directory, 'test_cart.py'), 0o755);
    await repository.git('add', '-A');
    assert.deepEqual(seen(repository), []);
  });

  it('keep the mode of the index', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.stage({ 'test_cart.py': cart });
    await repository.git('update-index', '--chmod=+x', 'test_cart.py');
    const { directory, environment } = repository;
    const [file] = openRepository(directory, environment).changed(() => true, undefined);
    assert.equal(file?.mode, '100755');
    assert.equal(file.blob, (await repository.git('rev-parse', ':test_cart.py')).trim());
  });

  it('are those whose path is accepted', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.stage({ 'test_cart.py': cart, 'tests/test_basket.py': 'basket\n' });
    const { directory, environment } = repository;
    const files = openRepository(directory, environment).changed(
      (path) => path.startsWith('tests/'),
      undefined,
    );
    assert.deepEqual(
      files.map(({ path }) => path),
      ['tests/test_basket.py'],
    );
  });

  it('are Python files only', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.stage({ 'README.md': 'cart\n', 'data.py/notes.txt': 'cart\n', 'test_cart.py': cart });
    assert.deepEqual(
      seen(repository).map(({ path }) => path),
      ['test_cart.py'],
    );
  });

  it('do not include deleted ones', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.commit({ 'test_cart.py': cart });
    await repository.git('rm', '--quiet', 'test_cart.py');
    assert.deepEqual(seen(repository), []);
  });

  it('do not include one that is only intended to be added', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.write({ 'test_cart.py': cart });
    await repository.git('add', '--intent-to-add', 'test_cart.py');
    assert.deepEqual(seen(repository), []);
  });

  it('do not include symbolic links', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.commit({ 'test_cart.py': cart });
    await rm(join(repository.directory, 'test_cart.py'));
    await symlink('elsewhere.py', join(repository.directory, 'test_cart.py'));
    await symlink('elsewhere.py', join(repository.directory, 'test_link.py'));
    await repository.git('add', '-A');
    assert.deepEqual(seen(repository), []);
  });

  it('that were symbolic links have no base', async (test) => {
    const repository = await temporaryRepository(test);
    await symlink('elsewhere.py', join(repository.directory, 'test_cart.py'));
    await repository.git('add', '-A');
    await repository.commit({});
    await rm(join(repository.directory, 'test_cart.py'));
    await repository.stage({ 'test_cart.py': cart });
    assert.deepEqual(seen(repository), [{ path: 'test_cart.py', content: cart, bases: [] }]);
  });

  it('do not include submodules, even one whose name ends in .py', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.commit({ 'test_cart.py': cart });
    const commit = (await repository.git('rev-parse', 'HEAD')).trim();
    await repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},vendored.py`);
    assert.deepEqual(seen(repository), []);
  });

  it('that were submodules have no base', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.commit({});
    const commit = (await repository.git('rev-parse', 'HEAD')).trim();
    await repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},test_cart.py`);
    await repository.commit({});
    await repository.git('rm', '--quiet', '--cached', 'test_cart.py');
    await repository.stage({ 'test_cart.py': cart });
    assert.deepEqual(seen(repository), [{ path: 'test_cart.py', content: cart, bases: [] }]);
  });

  it('have the line endings of the index', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.stage({ 'test_kept.py': 'kept\r\n' });
    await repository.git('config', 'core.autocrlf', 'true');
    await repository.stage({ 'test_converted.py': 'converted\r\n' });
    assert.deepEqual(
      seen(repository).map(({ content }) => content),
      ['converted\n', 'kept\r\n'],
    );
  });

  it('have any bytes', async (test) => {
    const repository = await temporaryRepository(test);
    const bytes = Buffer.from([...Array(256).keys()]);
    await repository.stage({ 'test_bytes.py': bytes, 'test_empty.py': '' });
    assert.deepEqual(
      seen(repository).map(({ content }) => content),
      [bytes.toString('latin1'), ''],
    );
  });

  it('can be thousands, of many megabytes', async (test) => {
    const repository = await temporaryRepository(test);
    const line = 'assert True\n'.repeat(1000);
    const paths = Array.from({ length: 2000 }, (_, index) => `tests/test_${index}.py`);
    await repository.write({ [String(paths[0])]: line });
    await Promise.all(
      paths.slice(1).map((path, index) => writeFile(join(repository.directory, path), `${index}\n${line}`)),
    );
    await repository.git('add', '-A');
    const files = seen(repository);
    assert.deepEqual(new Set(files.map(({ path }) => path)), new Set(paths));
    assert.ok(files.every(({ content }) => content.endsWith(line)));
  });
});
