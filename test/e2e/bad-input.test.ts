import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { program, proctor, soundModule, swallowingModule } from '../support/program.ts';
import { temporaryDirectory, temporaryRepository, type Ended } from '../support/repository.ts';

const oneLine = (pattern: RegExp, { status, stderr }: Ended) => {
  assert.equal(status, 2);
  assert.match(stderr, pattern);
  assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
};

test('bytes that are not UTF-8 are named, and the other modules are checked', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.stage({
    'test_bad.py': Buffer.from('x = "\xff"\n', 'latin1'),
    'test_cart.py': swallowingModule,
  });
  const ended = await proctor(repository);
  oneLine(/^proctor: test_bad\.py: not UTF-8 on line 1 \(byte 5\); /, ended);
  assert.match(ended.stdout, /broad-except-pass/);
});

test('a declared encoding is honoured, and so is a byte order mark', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.stage({
    'test_latin.py': Buffer.from(`# -*- coding: latin-1 -*-\nNAME = "\xe9"\n${swallowingModule}`, 'latin1'),
    'test_mark.py': `\ufeff${swallowingModule}`,
  });
  const { status, stdout } = await proctor(repository);
  assert.equal(status, 1);
  assert.match(stdout, /^test_latin\.py:11:5: /m);
  assert.match(stdout, /^test_mark\.py:9:5: /m);
});

test('a NUL byte is named', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.stage({ 'test_nul.py': 'x = 1\0\n' });
  oneLine(/^proctor: test_nul\.py: NUL byte at offset 5/, await proctor(repository));
});

test('a file over the size limit is named with the limit', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.write({ 'proctor.toml': 'max-file-size = 40\n' });
  await repository.stage({ 'test_cart.py': soundModule });
  oneLine(
    /^proctor: test_cart\.py: \d+ bytes, over the limit of 40; raise max-file-size or exclude it$/m,
    await proctor(repository),
  );
  oneLine(/over the limit of 40/, await proctor(repository, 'check', 'test_cart.py'));
});

test('without git there is one line that says so', async (context) => {
  const repository = await temporaryRepository(context);
  oneLine(
    /^proctor: git was not found on PATH/,
    await repository.run(process.execPath, [program], { PATH: '' }),
  );
});

test('outside a repository there is nothing staged, but files can be named', async (context) => {
  const directory = await temporaryDirectory(context);
  const repository = (await temporaryRepository(context)).at(directory);
  oneLine(/not a git repository.*; name the files to check/, await proctor(repository));
  await writeFile(join(directory, 'test_cart.py'), swallowingModule);
  const { status, stdout } = await proctor(repository, 'check', 'test_cart.py');
  assert.equal(status, 1);
  assert.match(stdout, /^test_cart\.py:9:5: /m);
});

test('a bare repository has nothing staged', async (context) => {
  const repository = await temporaryRepository(context, '--bare');
  oneLine(/ is bare: it has no working tree; name the files to check/, await proctor(repository));
});

test('a broken configuration is named with its line', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.write({ 'pyproject.toml': '[tool.proctor]\nselect = [\n' });
  await repository.stage({ 'test_cart.py': soundModule });
  oneLine(/^proctor: config: pyproject\.toml:\d+:\d+: /, await proctor(repository));
});

test('an unknown rule in the configuration is named with the nearest', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.write({ 'pyproject.toml': '[tool.proctor]\nignore = ["broad-except-pas"]\n' });
  await repository.stage({ 'test_cart.py': soundModule });
  oneLine(
    /^proctor: config: pyproject\.toml: .*broad-except-pas; did you mean broad-except-pass\?$/m,
    await proctor(repository),
  );
});

test('an unknown flag is named with the nearest', async (context) => {
  const repository = await temporaryRepository(context);
  oneLine(
    /^proctor: unknown flag --formt; did you mean --format\?$/m,
    await proctor(repository, '--formt', 'json'),
  );
});

test('a file that is not there is named', async (context) => {
  const repository = await temporaryRepository(context);
  oneLine(/^proctor: .*test_gone\.py/, await proctor(repository, 'check', 'test_gone.py'));
});

test('a revision that is not there is named', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.commit({ 'test_cart.py': soundModule });
  oneLine(/^proctor: .*nowhere/, await proctor(repository, '--since', 'nowhere'));
});

test('a directory named like a module is passed over', async (context) => {
  const repository = await temporaryRepository(context);
  await mkdir(join(repository.directory, 'test_folder.py'));
  assert.equal((await proctor(repository, 'check', '.')).status, 0);
});

test('an empty module and a lone comment are sound', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.stage({ 'test_empty.py': '', 'test_comment.py': '# nothing yet' });
  assert.deepEqual(await proctor(repository), { status: 0, stdout: '', stderr: '' });
});

test('text on standard input is checked under its name', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.write({ 'module.txt': swallowingModule });
  const { status, stdout } = await repository.run('sh', [
    '-c',
    `"${process.execPath}" "${program}" --stdin-filename tests/test_cart.py < module.txt`,
  ]);
  assert.equal(status, 1);
  assert.match(stdout, /^tests\/test_cart\.py:9:5: /m);
});

test('output to a pipe that closes early is no crash', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.stage({ 'test_cart.py': swallowingModule.repeat(300) });
  const { stderr } = await repository.run('sh', ['-c', `"${process.execPath}" "${program}" | head -n 1`]);
  assert.equal(stderr, '');
});
