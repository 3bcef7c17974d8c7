import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { moduleOf } from './support/parser.ts';

const callsOf = (origin: string, text: string) => {
  const module = moduleOf(text);
  return module.calls.of(origin).map(module.textOf);
};

describe('the calls of what a module provides', () => {
  it('are found through a dotted name, an import of the name and an alias', () => {
    const text = `
import time
import time as clock
from time import sleep
from time import sleep as nap
time.sleep(1)
clock.sleep(2)
sleep(3)
nap(4)
`;
    assert.deepEqual(callsOf('time.sleep', text), ['time.sleep(1)', 'clock.sleep(2)', 'sleep(3)', 'nap(4)']);
  });

  it('are those of builtins where nothing in the module has the name', () => {
    assert.deepEqual(callsOf('builtins.breakpoint', 'breakpoint()\n'), ['breakpoint()']);
    assert.deepEqual(callsOf('builtins.breakpoint', 'def breakpoint(): ...\nbreakpoint()\n'), []);
  });

  it('are none of a name that a function binds itself', () => {
    const text = `
from time import sleep
def test_wait(sleep):
    sleep(1)
def test_nap():
    sleep(2)
`;
    assert.deepEqual(callsOf('time.sleep', text), ['sleep(2)']);
  });

  it('are told apart by the scope that imports the name', () => {
    const text = `
from time import sleep
def test_wait():
    from gevent import sleep
    sleep(1)
sleep(2)
`;
    assert.deepEqual(callsOf('time.sleep', text), ['sleep(2)']);
    assert.deepEqual(callsOf('gevent.sleep', text), ['sleep(1)']);
  });

  it('are found when one of several imports gives the name', () => {
    const text = 'try:\n    import ipdb as pdb\nexcept ImportError:\n    import pdb\npdb.set_trace()\n';
    assert.deepEqual(callsOf('ipdb.set_trace', text), ['pdb.set_trace()']);
  });
});

describe('the calls of a name', () => {
  it('are those of names and attributes, in source order', () => {
    const module = moduleOf('sleep(1)\nmake().sleep(2)\nself.clock.sleep(3)\nslept(4)\n');
    assert.deepEqual(module.calls.named('sleep').map(module.textOf), [
      'sleep(1)',
      'make().sleep(2)',
      'self.clock.sleep(3)',
    ]);
  });
});

describe('the names of calls', () => {
  it('can be read as often as one likes', () => {
    const { calls } = moduleOf('pay()\ncart.pay()\ncart.close()\n');
    assert.deepEqual([...calls.names], ['pay', 'close']);
    assert.deepEqual([...calls.names], ['pay', 'close']);
  });
});
