/** The program under the versions of Node that `.ci/run` brings besides the one that the tests run in. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { program, proctor, soundModule, swallowingModule } from '../support/program.ts';
import { temporaryDirectory, temporaryRepository } from '../support/repository.ts';

const folder = join(import.meta.dirname, '..', '..', 'node_modules', '.nodes', 'node_modules');
const nodes = installed().map((name) => join(folder, name, 'bin', 'node'));

function installed(): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^node-\d+$/.test(name));
  } catch {
    return [];
  }
}

describe('under other versions of Node', { skip: nodes.length === 0 && '.ci/run brings them' }, () => {
  for (const node of nodes) {
    it(`says what it says under this one: ${node.slice(folder.length + 1)}`, async (context) => {
      const repository = await temporaryRepository(context);
      const cache = { NODE_COMPILE_CACHE: await temporaryDirectory(context) };
      await repository.stage({ 'test_cart.py': soundModule });
      for (const round of ['without what Node keeps', 'with it']) {
        const { status, stdout, stderr } = await repository.run(node, [program], cache);
        assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: '', stderr: '' }, round);
      }
      await repository.stage({ 'test_cart.py': swallowingModule });
      const { status, stdout, stderr } = await repository.run(node, [program], cache);
      const here = await proctor(repository);
      assert.equal(status, 1);
      assert.deepEqual({ stdout, stderr }, { stdout: here.stdout, stderr: here.stderr });
    });

    it(`reads more than the parser that starts soon is for: ${node.slice(folder.length + 1)}`, async (context) => {
      const repository = await temporaryRepository(context);
      await repository.stage({ 'test_large.py': `${soundModule}\n`.repeat(1_600_000 / soundModule.length) });
      const { status, stderr } = await repository.run(node, [program, '--select', 'bare-except']);
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    });
  }
});
