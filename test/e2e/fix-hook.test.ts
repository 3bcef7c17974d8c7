import assert from 'node:assert/strict';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  clipped,
  commit,
  fixingRepository,
  path,
  repaired,
  settings,
  statusOf,
  texts,
} from '../support/fixing.ts';
import { proctor, swallowingTest } from '../support/program.ts';
import { temporaryRepository } from '../support/repository.ts';

const everywhere = (text: string) => ({ committed: text, staged: text, file: text });

describe('the hook of a project with fix = true', { concurrency: 2 }, () => {
  it('commits the repaired text, and the working tree has it too', async (context) => {
    const repository = await fixingRepository(context);
    await repository.stage({ [path]: clipped });
    const { status, stdout, stderr } = await commit(repository);
    assert.equal(status, 0);
    assert.equal(stdout + stderr, `${path}:2: dest -> destination, 2 places\n`);
    assert.deepEqual(await texts(repository), everywhere(repaired));
    assert.equal(await statusOf(repository), '');
  });

  it('repairs the first commit', async (context) => {
    const repository = await temporaryRepository(context);
    await proctor(repository, 'install');
    await repository.stage({ 'proctor.toml': settings, [path]: clipped });
    assert.equal((await commit(repository)).status, 0);
    assert.deepEqual(await texts(repository), everywhere(repaired));
    assert.equal(await statusOf(repository), '');
  });

  it('blocks the commit when an error is left, and keeps the repair in the index', async (context) => {
    const repository = await fixingRepository(context);
    await repository.stage({ [path]: clipped + swallowingTest });
    const { status, stdout, stderr } = await commit(repository);
    assert.equal(status, 1);
    assert.match(stdout + stderr, /dest -> destination, 2 places\n[^]*\[broad-except-pass\][^]*^1 error$/m);
    const { committed, staged, file } = await texts(repository);
    assert.deepEqual(
      [committed, staged, file],
      [undefined, repaired + swallowingTest, repaired + swallowingTest],
    );
  });

  it('keeps unstaged lines out of the commit', async (context) => {
    const repository = await fixingRepository(context);
    await repository.stage({ [path]: clipped });
    await repository.write({ [path]: `import os\n\n\n${clipped}    assert os\n` });
    assert.equal((await commit(repository)).status, 0);
    assert.deepEqual(await texts(repository), {
      ...everywhere(repaired),
      file: `import os\n\n\n${repaired}    assert os\n`,
    });
  });

  it('keeps an unstaged edit of the very line that it repairs', async (context) => {
    const repository = await fixingRepository(context);
    await repository.stage({ [path]: clipped });
    await repository.write({ [path]: clipped.replace('pick()', 'pick(zone="b")') });
    assert.equal((await commit(repository)).status, 0);
    const file = repaired.replace('pick()', 'pick(zone="b")');
    assert.deepEqual(await texts(repository), { ...everywhere(repaired), file });
  });

  it('repairs a name all of whose lines have unstaged edits', async (context) => {
    const repository = await fixingRepository(context);
    await repository.stage({ [path]: clipped });
    const edited = clipped.replaceAll(/\)$/gm, ')  # edited');
    await repository.write({ [path]: edited });
    assert.equal((await commit(repository)).status, 0);
    assert.equal((await texts(repository)).file, edited.replaceAll('dest', 'destination'));
  });

  it('leaves a working tree alone that was repaired by hand', async (context) => {
    const repository = await fixingRepository(context);
    await repository.stage({ [path]: clipped });
    await repository.write({ [path]: `${repaired}    assert destination\n` });
    assert.equal((await commit(repository)).status, 0);
    const { committed, file } = await texts(repository);
    assert.deepEqual([committed, file], [repaired, `${repaired}    assert destination\n`]);
  });

  it('does not repair what is not staged', async (context) => {
    const repository = await fixingRepository(context);
    await repository.stage({ [path]: clipped });
    const draft = '\n\ndef test_draft(compute):\n    dest = 1\n    assert dest\n';
    await repository.write({ [path]: clipped + draft });
    assert.equal((await commit(repository)).status, 0);
    assert.equal((await texts(repository)).file, repaired + draft);
  });

  it('repairs neither text when it could not repair the working tree', async (context) => {
    const repository = await fixingRepository(context);
    await repository.stage({ [path]: clipped });
    const file = `${clipped}    print("%(dest)s" % locals())\n`;
    await repository.write({ [path]: file });
    const { status, stdout, stderr } = await commit(repository);
    assert.equal(status, 0);
    assert.match(
      stdout + stderr,
      /^refused: test_migration\.py:2: dest -> destination: locals\(\) at line 4 in the working tree$/m,
    );
    assert.deepEqual(await texts(repository), { ...everywhere(clipped), file });
  });

  it('repairs neither text while the working tree does not parse', async (context) => {
    const repository = await fixingRepository(context);
    await repository.stage({ [path]: clipped });
    await repository.write({ [path]: `${clipped}    compute.(\n` });
    const { stdout, stderr } = await commit(repository);
    assert.match(stdout + stderr, /^refused: .*in the working tree$/m);
    assert.deepEqual(await texts(repository), { ...everywhere(clipped), file: `${clipped}    compute.(\n` });
  });

  it('repairs what is committed where the file has been deleted from the working tree', async (context) => {
    const repository = await fixingRepository(context);
    await repository.stage({ [path]: clipped });
    await rm(join(repository.directory, path));
    assert.equal((await commit(repository)).status, 0);
    assert.deepEqual(await texts(repository), { committed: repaired, staged: repaired, file: undefined });
  });

  it('repairs a file that moved, beside one that is deleted', async (context) => {
    const repository = await fixingRepository(context);
    const sound = Array.from('abcdefgh', (name) => `def test_${name}():\n    assert ${name}\n\n\n`).join('');
    await repository.commit({ 'test_old.py': sound, 'test_gone.py': 'assert 1\n' });
    await repository.git('rm', '--quiet', 'test_gone.py');
    await repository.git('mv', 'test_old.py', path);
    await repository.stage({ [path]: sound + clipped });
    assert.equal((await commit(repository)).status, 0);
    assert.deepEqual(await texts(repository), everywhere(sound + repaired));
    assert.equal(await statusOf(repository), '');
  });
});

describe('the repaired commit is right', { concurrency: 2 }, () => {
  it('for commit -a', async (context) => {
    const repository = await fixingRepository(context);
    await repository.commit({ [path]: 'import os\n' });
    await repository.write({ [path]: clipped });
    assert.equal((await commit(repository, '-a')).status, 0);
    assert.deepEqual(await texts(repository), everywhere(repaired));
    assert.equal(await statusOf(repository), '');
  });

  it('for commit -- path, with something else staged', async (context) => {
    const repository = await fixingRepository(context);
    await repository.commit({ [path]: 'import os\n' });
    await repository.stage({ 'test_other.py': clipped });
    await repository.write({ [path]: clipped });
    assert.equal((await commit(repository, '--', path)).status, 0);
    assert.deepEqual(await texts(repository), everywhere(repaired));
    const other = await texts(repository, 'test_other.py');
    assert.deepEqual(other, { committed: undefined, staged: clipped, file: clipped });
    assert.equal(await statusOf(repository), 'A  test_other.py\n');
  });

  it('for commit -i path', async (context) => {
    const repository = await fixingRepository(context);
    await repository.commit({ [path]: 'import os\n' });
    await repository.stage({ 'test_other.py': clipped });
    await repository.write({ [path]: clipped });
    assert.equal((await commit(repository, '-i', path)).status, 0);
    assert.deepEqual(await texts(repository), everywhere(repaired));
    assert.deepEqual(await texts(repository, 'test_other.py'), everywhere(repaired));
    assert.equal(await statusOf(repository), '');
  });

  it('for commit --amend', async (context) => {
    const repository = await fixingRepository(context);
    await repository.commit({ 'README.md': 'read\n' });
    await repository.stage({ [path]: clipped });
    assert.equal((await commit(repository, '--amend')).status, 0);
    assert.deepEqual(await texts(repository), everywhere(repaired));
    assert.equal(await statusOf(repository), '');
  });

  for (const words of [[], ['-a'], ['--', path]]) {
    it(`for commit ${words.join(' ')} in a linked worktree`, async (context) => {
      const repository = await fixingRepository(context);
      await repository.commit({ [path]: 'import os\n' });
      await repository.git('worktree', 'add', '--quiet', '../linked', '-b', 'side');
      const linked = repository.at('../linked');
      await linked.write({ [path]: clipped });
      if (words.length === 0) await linked.git('add', path);
      assert.equal((await commit(linked, ...words)).status, 0);
      assert.deepEqual(await texts(linked), everywhere(repaired));
      assert.equal(await statusOf(linked), '');
      assert.equal((await texts(repository)).file, 'import os\n');
    });
  }

  it('from a subdirectory', async (context) => {
    const repository = await fixingRepository(context);
    await repository.stage({ [`deep/down/${path}`]: clipped });
    assert.equal((await commit(repository.at('deep/down'))).status, 0);
    assert.deepEqual(await texts(repository, `deep/down/${path}`), everywhere(repaired));
    assert.equal(await statusOf(repository), '');
  });

  it('in a worktree of a bare repository', async (context) => {
    const origin = await fixingRepository(context);
    await origin.git('clone', '--quiet', '--bare', origin.directory, '../bare');
    await origin.at('../bare').git('worktree', 'add', '--quiet', '../tree', '-b', 'side');
    const tree = origin.at('../tree');
    assert.equal((await proctor(tree, 'install')).status, 0);
    await tree.stage({ [path]: clipped });
    assert.equal((await commit(tree)).status, 0);
    assert.deepEqual(await texts(tree), everywhere(repaired));
  });

  it('with a separate git directory', async (context) => {
    const repository = await fixingRepository(context, '--separate-git-dir=../elsewhere.git');
    await repository.stage({ [path]: clipped });
    assert.equal((await commit(repository)).status, 0);
    assert.deepEqual(await texts(repository), everywhere(repaired));
    assert.equal(await statusOf(repository), '');
  });

  it('with a relative core.hooksPath', async (context) => {
    const repository = await fixingRepository(context);
    await mkdir(join(repository.directory, 'hooks'));
    await rename(
      join(repository.directory, '.git/hooks/pre-commit'),
      join(repository.directory, 'hooks/pre-commit'),
    );
    await repository.commit({});
    await repository.git('add', 'hooks');
    await repository.commit({});
    await repository.git('config', 'core.hooksPath', 'hooks');
    await repository.stage({ [`deep/${path}`]: clipped });
    assert.equal((await commit(repository.at('deep'))).status, 0);
    assert.deepEqual(await texts(repository, `deep/${path}`), everywhere(repaired));
  });

  it('for a merge', async (context) => {
    const repository = await fixingRepository(context);
    await repository.commit({ [path]: 'import os\n' });
    await repository.git('checkout', '--quiet', '-b', 'side');
    await repository.commit({ [path]: 'import os\n\nside = os\n' });
    await repository.git('checkout', '--quiet', 'main');
    await repository.commit({ [path]: 'import os\n\nmain = os\n' });
    await repository.run('git', ['merge', 'side']);
    await repository.stage({ [path]: clipped });
    assert.equal((await commit(repository)).status, 0);
    assert.deepEqual(await texts(repository), everywhere(repaired));
    assert.equal((await repository.git('rev-list', '--parents', '-1', 'HEAD')).split(' ').length, 3);
  });

  it('in a SHA-256 repository', async (context) => {
    const repository = await fixingRepository(context, '--object-format=sha256');
    await repository.stage({ [path]: clipped });
    assert.equal((await commit(repository)).status, 0);
    assert.deepEqual(await texts(repository), everywhere(repaired));
  });

  it('with settings that change what git prints', async (context) => {
    const repository = await fixingRepository(context);
    const hostile = {
      'color.ui': 'always',
      'core.quotePath': 'true',
      'core.abbrev': '4',
      'core.pager': '/nowhere/pager',
      'diff.noprefix': 'true',
      'diff.external': '/nowhere/program',
      'diff.renames': 'false',
      'diff.relative': 'true',
      'status.showUntrackedFiles': 'no',
      'core.safecrlf': 'true',
      'apply.whitespace': 'error',
      'submodule.recurse': 'true',
      'advice.addEmbeddedRepo': 'false',
    };
    for (const [name, value] of Object.entries(hostile)) await repository.git('config', name, value);
    await repository.stage({ [path]: clipped });
    assert.equal((await commit(repository)).status, 0);
    assert.deepEqual(await texts(repository), everywhere(repaired));
  });
});

describe('bytes that git converts', { concurrency: 2 }, () => {
  const crlf = (text: string) => text.replaceAll('\n', '\r\n');

  it('keep CRLF in the working tree and LF in the index with core.autocrlf', async (context) => {
    const repository = await fixingRepository(context);
    await repository.git('config', 'core.autocrlf', 'true');
    await repository.stage({ [path]: crlf(clipped) });
    assert.equal((await commit(repository)).status, 0);
    assert.deepEqual(await texts(repository), { ...everywhere(repaired), file: crlf(repaired) });
    assert.equal(await statusOf(repository), '');
  });

  it('keep CRLF in the index', async (context) => {
    const repository = await fixingRepository(context);
    await repository.git('config', 'core.autocrlf', 'false');
    await repository.stage({ [path]: crlf(clipped) });
    assert.equal((await commit(repository)).status, 0);
    assert.deepEqual(await texts(repository), everywhere(crlf(repaired)));
    assert.equal(await statusOf(repository), '');
  });

  it('keep CRLF in the index when core.autocrlf was switched on later', async (context) => {
    const repository = await fixingRepository(context);
    await repository.git('config', 'core.autocrlf', 'false');
    await repository.stage({ [path]: crlf(clipped) });
    await repository.git('config', 'core.autocrlf', 'true');
    assert.equal((await commit(repository)).status, 0);
    assert.deepEqual(await texts(repository), everywhere(crlf(repaired)));
  });

  it('keep CRLF in the working tree with the attribute eol=crlf', async (context) => {
    const repository = await fixingRepository(context);
    await repository.commit({ '.gitattributes': '*.py text eol=crlf\n' });
    await repository.stage({ [path]: crlf(clipped) });
    assert.equal((await commit(repository)).status, 0);
    assert.deepEqual(await texts(repository), { ...everywhere(repaired), file: crlf(repaired) });
    assert.equal(await statusOf(repository), '');
  });

  it('keep mixed line ends', async (context) => {
    const repository = await fixingRepository(context);
    const mixed = clipped.replace('\n', '\r\n');
    await repository.stage({ [path]: mixed });
    assert.equal((await commit(repository)).status, 0);
    assert.deepEqual(await texts(repository), everywhere(mixed.replaceAll('dest', 'destination')));
  });

  it('are filtered once, by a filter that would change them again', async (context) => {
    const repository = await fixingRepository(context);
    await repository.git('config', 'filter.counting.clean', "cat; echo '# cleaned'");
    await repository.git('config', 'filter.counting.smudge', "sed 's/^# cleaned$/# smudged/'");
    await repository.commit({ '.gitattributes': '*.py filter=counting\n' });
    await repository.stage({ [path]: `${clipped}# smudged\n` });
    assert.equal((await commit(repository)).status, 0);
    assert.deepEqual(await texts(repository), {
      ...everywhere(`${repaired}# smudged\n# cleaned\n`),
      file: `${repaired}# smudged\n`,
    });
  });

  it('are left alone in the working tree and the index when it holds UTF-16', async (context) => {
    const repository = await fixingRepository(context);
    await repository.commit({ '.gitattributes': '*.py working-tree-encoding=UTF-16\n' });
    const utf16 = Buffer.from(`\ufeff${clipped}`, 'utf16le');
    await repository.stage({ [path]: utf16 });
    const { status, stdout, stderr } = await commit(repository);
    assert.equal(status, 0);
    assert.match(stdout + stderr, /^refused: .*in the working tree$/m);
    assert.deepEqual(await texts(repository), { ...everywhere(clipped), file: utf16.toString('latin1') });
  });

  it('keep Latin-1, which is declared', async (context) => {
    const repository = await fixingRepository(context);
    const latin1 = `# coding: latin-1\n${clipped}    assert "k\xe4se"\n`;
    await repository.stage({ [path]: Buffer.from(latin1, 'latin1') });
    assert.equal((await commit(repository)).status, 0);
    assert.deepEqual(await texts(repository), everywhere(latin1.replaceAll('dest', 'destination')));
  });

  it('keep a byte order mark and characters beyond the BMP', async (context) => {
    const repository = await fixingRepository(context);
    const text = clipped.replace('pick()', 'pick("😀")').replace('migrate(', 'migrate("😀é", ');
    await repository.stage({ [path]: `\ufeff${text}` });
    assert.equal((await commit(repository)).status, 0);
    const expected = Buffer.from(`\ufeff${text.replaceAll('dest', 'destination')}`).toString('latin1');
    assert.deepEqual(await texts(repository), everywhere(expected));
  });

  it('are left alone when a line ends with a lone carriage return', async (context) => {
    const repository = await fixingRepository(context);
    await repository.stage({ [path]: clipped.replace('\n', '\r') });
    const { stdout, stderr } = await commit(repository);
    assert.match(stdout + stderr, /^refused: .*carriage return/m);
    assert.deepEqual(await texts(repository), everywhere(clipped.replace('\n', '\r')));
  });
});

describe('a repair of what is staged, by hand', { concurrency: 2 }, () => {
  it('says that the index is locked and that nothing was changed', async (context) => {
    const repository = await fixingRepository(context);
    await repository.stage({ [path]: clipped });
    await repository.write({ '.git/index.lock': '' });
    const { status, stdout, stderr } = await proctor(repository, '--fix');
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^proctor: git update-index: .*index\.lock.*; nothing was changed\n$/);
    await rm(join(repository.directory, '.git/index.lock'));
    assert.deepEqual(await texts(repository), { committed: undefined, staged: clipped, file: clipped });
  });

  it('finds nothing more to do the second time', async (context) => {
    const repository = await fixingRepository(context);
    await repository.stage({ [path]: clipped });
    assert.equal((await proctor(repository, '--fix')).status, 0);
    const before = await repository.snapshot();
    assert.deepEqual(await proctor(repository, '--fix'), { status: 0, stdout: '', stderr: '' });
    assert.deepEqual(await repository.snapshot(), before);
  });

  it('repairs an executable file, and one whose name is odd', async (context) => {
    const repository = await fixingRepository(context);
    await repository.write({ [path]: clipped, 'test_ "a"\n.py': clipped, './-test.py': '' });
    await chmod(join(repository.directory, path), 0o755);
    await repository.git('add', '--all');
    const { status, stdout } = await proctor(repository, '--fix');
    assert.equal(status, 0);
    assert.match(stdout, /^"test_ \\"a\\"\\n\.py":2: dest -> destination, 2 places$/m);
    assert.equal((await texts(repository)).file, repaired);
    assert.match(await repository.git('ls-files', '--stage', path), /^100755 /);
    assert.equal((await texts(repository, 'test_ "a"\n.py')).staged, repaired);
  });

  it('prints a diff that applies to the index, and writes nothing', async (context) => {
    const repository = await fixingRepository(context);
    await repository.stage({ [path]: clipped });
    await repository.write({ [path]: `${clipped}    assert dest\n` });
    const before = await repository.snapshot();
    const { status, stdout, stderr } = await proctor(repository, '--diff');
    assert.deepEqual([status, stderr], [1, '']);
    assert.deepEqual(await repository.snapshot(), before);
    await writeFile(join(repository.directory, '../fix.diff'), stdout);
    await repository.git('apply', '--cached', '../fix.diff');
    assert.equal((await texts(repository)).staged, repaired);
    assert.deepEqual(await proctor(repository, '--diff'), { status: 0, stdout: '', stderr: '' });
  });

  it('leaves a project without fix = true to --fix', async (context) => {
    const repository = await fixingRepository(context);
    await repository.commit({ 'proctor.toml': settings.replace('true', 'false') });
    await repository.stage({ [path]: clipped });
    assert.match((await proctor(repository)).stdout, /1 warning; 1 fixable with `proctor --fix`$/m);
    assert.equal((await texts(repository)).staged, clipped);
    await repository.commit({ 'proctor.toml': settings });
    await repository.stage({ [path]: `${clipped}\n` });
    await proctor(repository, '--no-fix');
    assert.equal((await texts(repository)).staged, `${clipped}\n`);
  });

  it('says in JSON what it did and what it refused', async (context) => {
    const repository = await fixingRepository(context);
    await repository.stage({ [path]: `${clipped}\n\ndef test_b():\n    dest = 1\n    print(locals())\n` });
    const { stdout } = await proctor(repository, '--fix', '--format=json');
    const { repairs, refusals } = JSON.parse(stdout);
    assert.deepEqual(repairs, [
      {
        kind: 'rename',
        path,
        line: 2,
        column: 5,
        from: 'dest',
        to: 'destination',
        places: 2,
        files: 1,
        left: [],
        testIds: [],
        rule: 'abbreviated-name',
        evidence: '`dest` is short for `destination`',
      },
    ]);
    assert.deepEqual(refusals, [
      {
        path,
        line: 7,
        column: 5,
        rule: 'abbreviated-name',
        what: 'dest -> destination',
        code: 'locals',
        reason: 'locals() at line 8',
      },
    ]);
  });

  it('gives numbered siblings their names together', async (context) => {
    const repository = await fixingRepository(context);
    await repository.stage({ [path]: siblings('assert cart1 != cart2') });
    const { stdout } = await proctor(repository, '--fix', '--select=numbered-name', '--format=json');
    const { repairs } = JSON.parse(stdout);
    assert.deepEqual(
      repairs.map(({ from, to, evidence }: Record<string, unknown>) => ({ from, to, evidence })),
      [
        { from: 'cart1', to: 'large_cart', evidence: 'made with `"large"`' },
        { from: 'cart2', to: 'small_cart', evidence: 'made with `"small"`' },
      ],
    );
    assert.equal(
      (await texts(repository)).staged,
      siblings('assert cart1 != cart2').replaceAll('cart1', 'large_cart').replaceAll('cart2', 'small_cart'),
    );
  });

  it('gives none of the siblings a name when one cannot have its own', async (context) => {
    const repository = await fixingRepository(context);
    const text = siblings('assert f"{cart2=}" != cart1');
    await repository.stage({ [path]: text });
    const { stdout } = await proctor(repository, '--fix', '--select=numbered-name', '--format=json');
    const { refusals } = JSON.parse(stdout);
    assert.deepEqual(
      refusals.map(({ line, what, code }: Record<string, unknown>) => ({ line, what, code })),
      [
        { line: 2, what: 'cart1 -> large_cart', code: 'group' },
        { line: 3, what: 'cart2 -> small_cart', code: 'printed-name' },
      ],
    );
    assert.equal((await texts(repository)).staged, text);
  });

  it('gives no name that is only offered', async (context) => {
    const repository = await fixingRepository(context);
    const text = 'def test_carts(carts):\n    cart1 = carts()[0]\n    cart2 = carts()[1]\n';
    await repository.stage({ [path]: text });
    const { stdout } = await proctor(
      repository,
      '--fix',
      '--unsafe-fixes',
      '--preset=review',
      '--select=numbered-name',
      '--format=json',
    );
    const { findings } = JSON.parse(stdout);
    assert.deepEqual(
      findings[0].offer.map(({ renameTo }: Record<string, unknown>) => renameTo),
      ['first_cart', 'second_cart'],
    );
    assert.equal((await texts(repository)).staged, text);
  });
});

const siblings = (assertion: string) => `def test_carts(shop):
    cart1 = shop.cart("large")
    cart2 = shop.cart("small")
    ${assertion}
`;
