import assert from 'node:assert/strict';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { clipped, path, repaired, settings, statusOf, texts } from '../support/fixing.ts';
import { program, proctor, swallowingTest } from '../support/program.ts';
import { temporaryRepository, type TestRepository } from '../support/repository.ts';

/** A repository with the rules of these tests, in which nothing is repaired unless it is asked for. */
async function project(context: TestContext): Promise<TestRepository> {
  const repository = await temporaryRepository(context);
  await repository.commit({ 'proctor.toml': settings.replace('fix = true', 'fix = false') });
  return repository;
}

const framework = { PRE_COMMIT: '1' };

describe('a repair of named files', { concurrency: 2 }, () => {
  it('writes the files and leaves the index as it is', async (context) => {
    const repository = await project(context);
    await repository.stage({ [path]: clipped });
    const { status, stdout } = await proctor(repository, '--fix', path);
    assert.deepEqual([status, stdout], [0, `${path}:2: dest -> destination, 2 places\n`]);
    assert.deepEqual(await texts(repository), { committed: undefined, staged: clipped, file: repaired });
    assert.deepEqual(await proctor(repository, '--fix', path), { status: 0, stdout: '', stderr: '' });
  });

  it('exits with 1 while an error is left', async (context) => {
    const repository = await project(context);
    await repository.write({ [path]: clipped + swallowingTest });
    const { status, stdout } = await proctor(repository, '--fix', '.');
    assert.equal(status, 1);
    assert.match(stdout, /dest -> destination, 2 places\n[^]*\[broad-except-pass\]/);
    assert.equal((await texts(repository)).file, repaired + swallowingTest);
  });

  it('shows the paths as they were named', async (context) => {
    const repository = await project(context);
    await repository.write({ [`tests/unit/${path}`]: clipped });
    const { stdout } = await proctor(repository.at('tests'), '--fix', 'unit');
    assert.equal(stdout, `unit/${path}:2: dest -> destination, 2 places\n`);
  });

  it('works outside a repository', async (context) => {
    const repository = await project(context);
    const outside = repository.at('..');
    await outside.write({ [path]: clipped, 'proctor.toml': settings });
    assert.equal((await proctor(outside, '--fix', path)).status, 0);
    assert.equal(await readFile(join(outside.directory, path), 'utf8'), repaired);
    await outside.write({ [path]: clipped });
    assert.equal((await proctor(repository, '--fix', `../${path}`)).status, 0);
    assert.equal(await readFile(join(outside.directory, path), 'utf8'), repaired);
  });

  it('does not write through a symbolic link', async (context) => {
    const repository = await project(context);
    await repository.write({ '../outside.py': clipped });
    await symlink('../outside.py', join(repository.directory, path));
    const { stdout } = await proctor(repository, '--fix', path);
    assert.match(stdout, /^refused: test_migration\.py:2: dest -> destination: .* is a symbolic link$/m);
    assert.equal(await readFile(join(repository.directory, '../outside.py'), 'utf8'), clipped);
  });

  it('prints a diff that applies to the files, in their bytes', async (context) => {
    const repository = await project(context);
    const latin1 = `# coding: latin-1\n${clipped}    assert "k\xe4se"\n`;
    await repository.write({ [path]: Buffer.from(latin1, 'latin1') });
    const words = ['-c', '"$1" "$2" --diff "$3" > ../fix.diff', 'sh', process.execPath, program, path];
    assert.equal((await repository.run('sh', words)).status, 1);
    assert.equal((await texts(repository)).file, latin1);
    await repository.git('apply', '../fix.diff');
    assert.equal((await texts(repository)).file, latin1.replaceAll('dest', 'destination'));
  });

  it('repairs a name in every file of the project', async (context) => {
    const repository = await project(context);
    const fixture = 'import pytest\n\n\n@pytest.fixture\ndef dest():\n    return 1\n';
    const user = 'def test_goes(dest):\n    assert dest\n';
    await repository.commit({ 'tests/conftest.py': fixture, 'tests/test_b.py': user });
    await repository.write({ 'tests/test_untracked.py': user, 'tests/test_a.py': user });
    const { status, stdout } = await proctor(repository, 'rename', 'tests/conftest.py:5', 'destination');
    assert.deepEqual(
      [status, stdout],
      [0, 'tests/conftest.py:5: dest -> destination, 7 places in 4 files\n'],
    );
    for (const name of ['tests/test_a.py', 'tests/test_b.py', 'tests/test_untracked.py']) {
      assert.equal((await texts(repository, name)).file, user.replaceAll('dest', 'destination'));
    }
  });
});

describe('a test with another name', () => {
  const tests = ['test_adds', 'test_removes', 'test_empties', 'testRefund'];
  const module = tests.map((name) => `def ${name}(cart):\n    assert cart\n`).join('\n\n');

  it('is renamed with --unsafe-fixes alone, and its ids are printed', async (context) => {
    const repository = await project(context);
    await repository.stage({ 'tests/test_cart.py': module });
    const safe = await proctor(repository, '--fix', '--select', 'mixed-test-naming');
    assert.equal(safe.status, 1);
    assert.doesNotMatch(safe.stdout, /refused|fixable/);
    assert.equal((await texts(repository, 'tests/test_cart.py')).file, module);
    const { status, stdout } = await proctor(
      repository,
      '--fix',
      '--unsafe-fixes',
      '--select',
      'mixed-test-naming',
    );
    assert.equal(status, 0);
    assert.equal(
      stdout,
      'tests/test_cart.py:13: testRefund -> test_refund, 1 place\n' +
        'test id: tests/test_cart.py::testRefund -> tests/test_cart.py::test_refund\n',
    );
    const { file } = await texts(repository, 'tests/test_cart.py');
    assert.equal(file, module.replace('testRefund', 'test_refund'));
  });

  it('keeps its name where another file mentions it', async (context) => {
    const repository = await project(context);
    await repository.stage({ 'tests/test_cart.py': module, 'slow.txt': 'testRefund\n' });
    const { stdout } = await proctor(repository, '--fix', '--unsafe-fixes', '--select', 'mixed-test-naming');
    assert.match(stdout, /^refused: tests\/test_cart\.py:13: testRefund -> test_refund: .*slow\.txt/m);
  });
});

describe('a repair under a framework', { concurrency: 2 }, () => {
  it('writes files and not the index, and fails', async (context) => {
    const repository = await project(context);
    await repository.stage({ [path]: clipped });
    const before = await readFile(join(repository.directory, '.git/index'));
    const run = () => repository.run(process.execPath, [program, 'check', '--fix', path], framework);
    assert.equal((await run()).status, 1);
    assert.deepEqual(await texts(repository), { committed: undefined, staged: clipped, file: repaired });
    assert.deepEqual(await readFile(join(repository.directory, '.git/index')), before);
    assert.equal((await run()).status, 0);
  });

  it('writes files and not the index when no file is named', async (context) => {
    const repository = await project(context);
    await repository.stage({ [path]: clipped });
    const { status } = await repository.run(process.execPath, [program, '--fix'], framework);
    assert.equal(status, 1);
    assert.deepEqual(await texts(repository), { committed: undefined, staged: clipped, file: repaired });
  });

  it('loses nothing when several processes share the files and a module that all of them use', async (context) => {
    const repository = await project(context);
    const names = Array.from({ length: 30 }, (_, index) => `test_${index}.py`);
    const user = (index: number) =>
      `from shared import dest_${index}\n\n\ndef test_it():\n    dest = dest_${index}\n    assert dest\n`;
    const shared = names.map((_, index) => `dest_${index} = ${index}\n`).join('');
    await repository.commit({
      'shared.py': shared,
      ...Object.fromEntries(names.map((name, index) => [name, user(index)])),
    });
    const parts = Array.from({ length: 6 }, (_, part) => names.filter((_, index) => index % 6 === part));
    const ended = await Promise.all(
      parts.map((part) => repository.run(process.execPath, [program, 'check', '--fix', ...part], framework)),
    );
    assert.deepEqual(
      ended.map(({ status, stderr }) => [status, stderr]),
      parts.map(() => [1, '']),
    );
    for (const [index, name] of names.entries()) {
      const expected = user(index).replaceAll(/\bdest\b/g, 'destination');
      assert.equal((await texts(repository, name)).file, expected);
    }
    const renames = names.map((name, index) => `${name}:1:20 place_${index}\n`);
    await Promise.all(
      renames.map(async (line) => {
        const [place = '', name = ''] = line.trim().split(' ');
        const { status, stdout, stderr } = await proctor(repository, 'rename', place, name);
        assert.equal(status, 0, stdout + stderr);
      }),
    );
    assert.equal((await texts(repository, 'shared.py')).file, shared.replaceAll('dest', 'place'));
  });
});

describe('rename', { concurrency: 2 }, () => {
  const module = `def test_migrates(compute):
    flavor1 = compute.flavor("small")
    flavor2 = compute.flavor("large")
    assert compute.resize(flavor1, flavor2)
`;

  it('gives one name a purpose', async (context) => {
    const repository = await project(context);
    await repository.stage({ [path]: module });
    const { status, stdout } = await proctor(repository, 'rename', `${path}:2`, 'small_flavor');
    assert.deepEqual([status, stdout], [0, `${path}:2: flavor1 -> small_flavor, 2 places\n`]);
    const { staged, file } = await texts(repository);
    assert.deepEqual([staged, file], [module, module.replaceAll('flavor1', 'small_flavor')]);
  });

  it('renames several names at once', async (context) => {
    const repository = await project(context);
    await repository.write({
      [path]: module,
      '../names': `${path}:2 small_flavor\n\n${path}:4:36 large_flavor\n`,
    });
    const words = ['-c', '"$1" "$2" rename --stdin < ../names', 'sh', process.execPath, program];
    const { status, stdout } = await repository.run('sh', words);
    assert.equal(status, 0);
    assert.equal(
      stdout,
      `${path}:2: flavor1 -> small_flavor, 2 places\n${path}:3: flavor2 -> large_flavor, 2 places\n`,
    );
    const expected = module.replaceAll('flavor1', 'small_flavor').replaceAll('flavor2', 'large_flavor');
    assert.equal((await texts(repository)).file, expected);
  });

  it('renames nothing when one of several is refused', async (context) => {
    const repository = await project(context);
    await repository.write({ [path]: module, '../names': `${path}:2 small_flavor\n${path}:3 compute\n` });
    const words = ['-c', '"$1" "$2" rename --stdin < ../names', 'sh', process.execPath, program];
    const { status, stdout, stderr } = await repository.run('sh', words);
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(
      stderr,
      /^refused: test_migration\.py:3: flavor2 -> compute: .*\nproctor: nothing was renamed/,
    );
    assert.equal((await texts(repository)).file, module);
  });

  it('prints a diff and writes nothing', async (context) => {
    const repository = await project(context);
    await repository.write({ [path]: module });
    const { status, stdout } = await proctor(repository, 'rename', '--diff', `${path}:2:7`, 'small_flavor');
    assert.equal(status, 1);
    assert.match(stdout, /^\+ {4}small_flavor = compute\.flavor\("small"\)$/m);
    assert.equal((await texts(repository)).file, module);
  });

  it('says in JSON what it did', async (context) => {
    const repository = await project(context);
    await repository.write({ [path]: module });
    const { stdout } = await proctor(repository, 'rename', '--format=json', `${path}:2`, 'small_flavor');
    assert.deepEqual(JSON.parse(stdout), {
      version: 1,
      repairs: [
        {
          kind: 'rename',
          path,
          line: 2,
          column: 5,
          from: 'flavor1',
          to: 'small_flavor',
          places: 2,
          files: 1,
          left: [],
          testIds: [],
        },
      ],
      refusals: [],
      failures: [],
    });
  });

  const complaints = [
    [
      `${path}:1`,
      'cart',
      `${path}:1 defines several names; add a column: test_migrates (${path}:1:5), compute (${path}:1:19)`,
    ],
    [`${path}:4`, 'cart', `${path}:4 defines no name; add the column of the one that you mean`],
    [`${path}:2:3`, 'cart', `there is no name at ${path}:2:3`],
    [`${path}:9`, 'cart', `${path} has only 5 lines`],
    ['test_none.py:1', 'cart', 'there is no file test_none.py that can be read'],
    ['proctor.toml:1', 'cart', 'proctor.toml: is not a Python file'],
    [path, 'cart', `${path} is no place; name one as FILE:LINE or FILE:LINE:COLUMN`],
  ] as const;
  for (const [place, name, complaint] of complaints) {
    it(`says: ${complaint}`, async (context) => {
      const repository = await project(context);
      await repository.write({ [path]: module });
      const { status, stderr } = await proctor(repository, 'rename', place, name);
      assert.deepEqual([status, stderr], [2, `proctor: rename: ${complaint}\n`]);
    });
  }
});

describe('undo', { concurrency: 2 }, () => {
  it('takes back what --fix did to the index and the working tree', async (context) => {
    const repository = await project(context);
    await repository.stage({ [path]: clipped });
    await repository.write({ [path]: `${clipped}    assert dest\n` });
    await proctor(repository, '--fix');
    const { status, stdout } = await proctor(repository, 'undo');
    assert.deepEqual([status, stdout], [0, `${path}: index restored, file restored\n`]);
    const { staged, file } = await texts(repository);
    assert.deepEqual([staged, file], [clipped, `${clipped}    assert dest\n`]);
    assert.equal(await statusOf(repository), `AM ${path}\n`);
    const again = await proctor(repository, 'undo');
    assert.deepEqual([again.status, again.stderr], [2, 'proctor: undo: there is no fix to take back\n']);
  });

  it('leaves a file that was edited since', async (context) => {
    const repository = await project(context);
    await repository.stage({ [path]: clipped });
    await proctor(repository, '--fix', path);
    await writeFile(join(repository.directory, path), `${repaired}# more\n`);
    const { status, stdout } = await proctor(repository, 'undo');
    assert.deepEqual([status, stdout], [1, `${path}: file changed since\n`]);
    assert.equal((await texts(repository)).file, `${repaired}# more\n`);
  });
});
