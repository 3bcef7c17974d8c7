import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { proctor } from '../support/program.ts';
import { temporaryRepository } from '../support/repository.ts';

const module = (basket: string, shelf: string) => `import pytest


@pytest.fixture
def ${basket}(shop):
    return shop.cart()


def test_move(${basket}):
    ${shelf} = ${basket}.shelf
    assert ${shelf}.is_free
`;

const original = module('basket', 'whs_shelf');

describe("a project's vocabulary", { concurrency: 2 }, () => {
  it('counts for the files below its configuration, and --fix brings them up to it', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.commit({
      'pyproject.toml': '[tool.proctor.names]\nwhs = "warehouse"\nbasket = "cart"\n',
      'tests/test_shop.py': original,
      'legacy/proctor.toml': '',
      'legacy/test_shop.py': original,
    });
    const text = (path: string) => readFile(join(repository.directory, path), 'utf8');
    const checked = await proctor(repository, 'tests', 'legacy');
    assert.equal(checked.status, 0);
    assert.match(checked.stdout, /tests\/test_shop\.py:5.*`basket` is `cart` in this project's vocabulary/);
    assert.doesNotMatch(checked.stdout, /legacy/);
    const fixed = await proctor(repository, '--fix', '.');
    assert.equal(
      fixed.stdout,
      'tests/test_shop.py:5: basket -> cart, 3 places\n' +
        'tests/test_shop.py:10: whs_shelf -> warehouse_shelf, 2 places\n',
    );
    assert.equal(await text('tests/test_shop.py'), module('cart', 'warehouse_shelf'));
    assert.equal(await text('legacy/test_shop.py'), original);
    assert.deepEqual(await proctor(repository, '--fix', '.'), { status: 0, stdout: '', stderr: '' });
  });

  it('is no mention of a name that stops its rename, unlike the other tables beside it', async (context) => {
    const repository = await temporaryRepository(context);
    const names = '[tool.proctor.names]\nbasket = "cart"\n\n';
    await repository.commit({
      'pyproject.toml': `${names}[tool.shop]\nfixture = "basket"\n`,
      'test_shop.py': original,
    });
    assert.match(
      (await proctor(repository, '--fix', '.')).stdout,
      /^refused: test_shop\.py:5: basket -> cart: `basket` at pyproject\.toml:5$/m,
    );
  });

  it('that goes round stops the run', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.commit({
      'pyproject.toml': '[tool.proctor.names]\ncart = "basket"\nbasket = "cart"\n',
      'test_shop.py': original,
    });
    assert.deepEqual(await proctor(repository, '--fix', '.'), {
      status: 2,
      stdout: '',
      stderr:
        'proctor: config: pyproject.toml: names.cart: the names go round: cart -> basket -> cart; take one of them out\n',
    });
  });
});
