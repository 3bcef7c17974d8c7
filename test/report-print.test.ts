import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseArguments } from '../src/arguments.ts';
import type { Finding } from '../src/finding.ts';
import { print } from '../src/report/print.ts';
import type { Failure } from '../src/report/report.ts';
import { findingOn } from './support/findings.ts';

interface Run {
  readonly words?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  readonly isTerminal?: boolean;
  readonly findings?: readonly Finding[];
  readonly failures?: readonly Failure[];
}

const error = findingOn({ line: 'x2 = 1', at: 'x2' });
const warning = findingOn({ line: 'x2 = 1', at: 'x2', severity: 'warning' });

/** What is printed to each stream. */
async function printed({
  words = [],
  environment = {},
  isTerminal = false,
  findings = [error],
  failures = [],
}: Run): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const written = { stdout: '', stderr: '' };
  const output = (name: keyof typeof written) => ({
    isTerminal,
    write: (text: string | Uint8Array) => {
      written[name] += Buffer.from(text).toString();
    },
  });
  const command = parseArguments(['check', ...words]);
  assert.ok(command.name === 'check');
  await print({ findings, checked: 3, failures, command: 'proctor --fix' }, command, {
    stdout: output('stdout'),
    stderr: output('stderr'),
    environment,
  });
  return written;
}

const ESCAPE = '\u001b[';

describe('the colours', () => {
  const isColoured = async (run: Run) => (await printed(run)).stdout.includes(ESCAPE);

  it('are for terminals', async () => {
    assert.equal(await isColoured({ isTerminal: true }), true);
    assert.equal(await isColoured({ isTerminal: false }), false);
  });

  it('are not for a terminal that calls itself dumb', async () => {
    assert.equal(await isColoured({ isTerminal: true, environment: { TERM: 'dumb' } }), false);
    assert.equal(await isColoured({ isTerminal: true, environment: { TERM: 'xterm-256color' } }), true);
  });

  it('are off where NO_COLOR is set and not empty', async () => {
    assert.equal(await isColoured({ isTerminal: true, environment: { NO_COLOR: '1' } }), false);
    assert.equal(await isColoured({ isTerminal: true, environment: { NO_COLOR: '0' } }), false);
    assert.equal(await isColoured({ isTerminal: true, environment: { NO_COLOR: '' } }), true);
  });

  it('are on where FORCE_COLOR is set, but for 0 and false', async () => {
    for (const value of ['1', '3', 'true']) {
      assert.equal(await isColoured({ environment: { FORCE_COLOR: value, TERM: 'dumb' } }), true, value);
    }
    for (const value of ['0', 'false']) {
      assert.equal(await isColoured({ isTerminal: true, environment: { FORCE_COLOR: value } }), false, value);
    }
    assert.equal(await isColoured({ environment: { FORCE_COLOR: '' } }), false);
  });

  it('are off where both NO_COLOR and FORCE_COLOR are set', async () => {
    assert.equal(await isColoured({ environment: { NO_COLOR: '1', FORCE_COLOR: '1' } }), false);
  });

  it('are what the command line says before anything else', async () => {
    assert.equal(await isColoured({ words: ['--color'], environment: { NO_COLOR: '1' } }), true);
    assert.equal(
      await isColoured({ words: ['--no-color'], isTerminal: true, environment: { FORCE_COLOR: '1' } }),
      false,
    );
  });

  it('leave the words as they are', async () => {
    const coloured = await printed({ words: ['--color'] });
    const plain = await printed({ words: ['--no-color'] });
    assert.equal(coloured.stdout.replaceAll(/\u001b\[\d+m/g, ''), plain.stdout);
  });

  it('are never in JSON', async () => {
    assert.equal(await isColoured({ words: ['--format=json', '--color'] }), false);
  });
});

describe('silence', () => {
  it('is what is printed where nothing was found', async () => {
    assert.deepEqual(await printed({ findings: [] }), { stdout: '', stderr: '' });
    assert.deepEqual(await printed({ findings: [], isTerminal: true }), { stdout: '', stderr: '' });
  });

  it('is what --quiet prints of warnings', async () => {
    assert.deepEqual(await printed({ words: ['--quiet'], findings: [warning] }), { stdout: '', stderr: '' });
  });

  it('is not what --quiet prints of errors, which it counts alone', async () => {
    const { stdout } = await printed({ words: ['-q'], findings: [warning, error, warning] });
    assert.match(stdout, /\n1 error\n$/);
    assert.doesNotMatch(stdout, /warning/);
  });
});

describe('the files that could not be checked', () => {
  const failures = [{ path: 'tests/a\nb.py', reason: 'not UTF-8 on line 3' }];

  it('are named on standard error, each on one line', async () => {
    const { stdout, stderr } = await printed({ findings: [], failures });
    assert.equal(stderr, 'proctor: "tests/a\\nb.py": not UTF-8 on line 3\n');
    assert.equal(stdout, '');
  });

  it('are named there for --quiet and JSON too', async () => {
    for (const word of ['--quiet', '--format=json']) {
      assert.match((await printed({ words: [word], findings: [], failures })).stderr, /not UTF-8/);
    }
  });
});
