import assert from 'node:assert/strict';
import { it } from 'node:test';
import { proctor } from '../support/program.ts';
import { temporaryRepository } from '../support/repository.ts';

it('a rename reads a project of many megabytes, with the parser that then takes over', async (context) => {
  const repository = await temporaryRepository(context);
  const users = Array.from({ length: 40 }, (_, number) => {
    const padding = `# ${'The shop opens at nine. '.repeat(2_000)}\n`;
    const use = `def test_${number}():\n    assert shop.open_shop() == ${number}\n`;
    return [`tests/test_${number}.py`, `import shop\n\n${padding}\n${use}`] as const;
  });
  await repository.stage({ 'shop.py': 'def open_shop():\n    return 1\n', ...Object.fromEntries(users) });
  const { status, stdout, stderr } = await proctor(repository, 'rename', 'shop.py:1:5', 'open_store');
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /open_shop -> open_store, 41 places in 41 files/);
});
