import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { array, assert as hold, constantFrom, property, subarray } from 'fast-check';
import { type CheckCommand, parseArguments } from '../src/arguments.ts';
import { complaintOf } from './support/complaint.ts';

function checkCommand(...argv: readonly string[]): CheckCommand {
  const command = parseArguments(argv);
  assert.ok(command.name === 'check');
  return command;
}

function helpText(): string {
  const command = parseArguments(['--help']);
  assert.ok(command.name === 'help');
  return command.text;
}

const complaint = (...argv: readonly string[]) => complaintOf(() => parseArguments(argv));

describe('what is checked', () => {
  it('is what is staged, when nothing is named', () => {
    assert.deepEqual(checkCommand().source, { from: 'index' });
    assert.deepEqual(checkCommand('check').source, { from: 'index' });
  });

  it('is the files and folders that are named, with or without `check`', () => {
    const named = { from: 'files', paths: ['tests', 'test_cart.py'] };
    assert.deepEqual(checkCommand('check', 'tests', 'test_cart.py').source, named);
    assert.deepEqual(checkCommand('tests', 'test_cart.py').source, named);
  });

  it('may be a path that is named like a command, behind `./` or `--`', () => {
    assert.deepEqual(checkCommand('./install').source, { from: 'files', paths: ['./install'] });
    assert.deepEqual(checkCommand('--', 'install').source, { from: 'files', paths: ['install'] });
    assert.deepEqual(checkCommand('check', 'install').source, { from: 'files', paths: ['install'] });
  });

  it('may be a path that begins with a dash, behind `--`', () => {
    assert.deepEqual(checkCommand('check', '--', '-test.py').source, { from: 'files', paths: ['-test.py'] });
  });

  it('is standard input under the name that is given for it, with or without `-`', () => {
    const text = { from: 'stdin', path: 'test_cart.py' };
    assert.deepEqual(checkCommand('--stdin-filename', 'test_cart.py').source, text);
    assert.deepEqual(checkCommand('check', '--stdin-filename=test_cart.py', '-').source, text);
  });

  it('is not standard input and files at once', () => {
    const message = complaint('--stdin-filename', 'test_cart.py', 'test_order.py');
    assert.equal(message, '--stdin-filename takes no paths besides: test_order.py');
  });

  it('is not standard input without a name', () => {
    const message = complaint('check', '-');
    assert.equal(message, '- is standard input; name its text with --stdin-filename NAME');
  });

  it('is not an empty path, which would be the current folder', () => {
    assert.equal(complaint('check', ''), 'a path is empty; name a file or a folder');
  });
});

describe('a command line without flags', () => {
  it('leaves everything to the configuration and the terminal', () => {
    assert.deepEqual(checkCommand(), {
      name: 'check',
      source: { from: 'index' },
      format: 'text',
      configuration: {
        file: undefined,
        preset: undefined,
        select: undefined,
        extendSelect: [],
        ignore: [],
      },
      since: undefined,
      scope: undefined,
      color: undefined,
      quiet: false,
      fix: undefined,
      diff: false,
      unsafeFixes: false,
    });
  });
});

describe('the flags of check', () => {
  it('choose the format', () => {
    assert.equal(checkCommand('--format', 'json').format, 'json');
  });

  it('name a configuration and a preset', () => {
    const { configuration } = checkCommand('--config', 'ci/proctor.toml', '--preset', 'review');
    assert.equal(configuration.file, 'ci/proctor.toml');
    assert.equal(configuration.preset, 'review');
  });

  it('name rules by comma and by repetition', () => {
    const argv = '--select|naming, comments|--select=long-test|--extend-select|a,,b|--ignore|c'.split('|');
    const { configuration } = checkCommand(...argv);
    assert.deepEqual(configuration.select, ['naming', 'comments', 'long-test']);
    assert.deepEqual(configuration.extendSelect, ['a', 'b']);
    assert.deepEqual(configuration.ignore, ['c']);
  });

  it('name a revision and a scope', () => {
    assert.equal(checkCommand('--since', 'origin/main').since, 'origin/main');
    assert.equal(checkCommand('--scope', 'introduced').scope, 'introduced');
    assert.equal(checkCommand('--scope', 'file').scope, 'file');
  });

  it('do not ask for a comparison and for none', () => {
    assert.equal(
      complaint('--since', 'main', '--scope', 'file'),
      '--since compares with a revision, --scope file with none; leave one out',
    );
  });

  it('ask for colour or for none, and the last one counts', () => {
    assert.equal(checkCommand('--color').color, true);
    assert.equal(checkCommand('--no-color').color, false);
    assert.equal(checkCommand('--no-color', '--color').color, true);
    assert.equal(checkCommand('--color', '--no-color').color, false);
  });

  it('ask for quiet and for fixes', () => {
    assert.equal(checkCommand('--quiet').quiet, true);
    assert.equal(checkCommand('-q').quiet, true);
    assert.equal(checkCommand('--fix').fix, true);
    assert.equal(checkCommand('--fix', '--no-fix').fix, false);
    assert.equal(checkCommand('--diff').diff, true);
    assert.equal(checkCommand('--fix', '--unsafe-fixes').unsafeFixes, true);
  });

  it('do not repair the text on standard input, which has no file', () => {
    for (const flag of ['--fix', '--diff']) {
      assert.equal(
        complaint(flag, '--stdin-filename', 'test_cart.py'),
        `${flag} works on files; leave --stdin-filename out`,
      );
    }
  });

  it('take the last of several single values', () => {
    assert.equal(checkCommand('--format', 'json', '--format', 'text').format, 'text');
  });

  it('stand before the command, behind it and between the paths', () => {
    const expected = checkCommand('check', 'a.py', 'b.py', '--quiet', '--format=json');
    assert.deepEqual(checkCommand('--quiet', 'check', '--format', 'json', 'a.py', 'b.py'), expected);
    assert.deepEqual(checkCommand('check', 'a.py', '--format', 'json', 'b.py', '--quiet'), expected);
  });

  it('mean the same with `=` and with a space', () => {
    const flags = { '--format': 'json', '--since': 'main', '--config': 'x.toml', '--ignore': 'a,b' };
    const chosen = subarray(Object.entries(flags));
    const law = property(chosen, (entries) => {
      const joined = checkCommand(...entries.map(([name, value]) => `${name}=${value}`));
      assert.deepEqual(checkCommand(...entries.flat()), joined);
    });
    hold(law);
  });
});

describe('install and uninstall', () => {
  it('are commands', () => {
    assert.deepEqual(parseArguments(['install']), { name: 'install', force: false });
    assert.deepEqual(parseArguments(['install', '--force']), { name: 'install', force: true });
    assert.deepEqual(parseArguments(['uninstall']), { name: 'uninstall' });
  });

  it('take no paths', () => {
    assert.equal(complaint('install', 'tests'), 'install takes no paths: tests');
    assert.equal(complaint('uninstall', 'tests'), 'uninstall takes no paths: tests');
  });

  it('take no flags of check', () => {
    assert.equal(complaint('install', '--quiet'), 'install takes no --quiet');
    assert.equal(complaint('uninstall', '--force'), 'uninstall takes no --force');
  });
});

describe('an unknown word', () => {
  it('that is a flag is named with the nearest one', () => {
    assert.equal(complaint('--formt', 'json'), 'unknown flag --formt; did you mean --format?');
    assert.equal(complaint('--no-colour'), 'unknown flag --no-colour; did you mean --no-color?');
  });

  it('that is a flag unlike any other is named alone', () => {
    assert.equal(complaint('--watermelon=3'), 'unknown flag --watermelon');
  });

  it('that is nearly a command is named with it, and with the way to say that it is a path', () => {
    assert.equal(complaint('instal'), 'unknown command instal; did you mean install, or the path ./instal?');
  });

  it('that is like no command is a path', () => {
    assert.deepEqual(checkCommand('tests').source, { from: 'files', paths: ['tests'] });
    assert.deepEqual(checkCommand('unit').source, { from: 'files', paths: ['unit'] });
  });

  it('that is a value is named with the nearest one, or with those that there are', () => {
    assert.equal(complaint('--format', 'jsn'), '--format: unknown value jsn; did you mean json?');
    assert.equal(complaint('--preset', 'slow'), '--preset: unknown value slow; it takes fast or review');
  });
});

describe('a value', () => {
  it('is needed', () => {
    assert.equal(complaint('--since'), '--since needs a value: --since REF');
    assert.equal(complaint('--since='), '--since needs a value: --since REF');
    assert.equal(complaint('--format'), '--format needs a value: --format text|json');
  });

  it('is not the flag that follows', () => {
    assert.equal(complaint('--config', '--quiet'), '--config needs a value: --config FILE');
  });

  it('is not a list without a word in it', () => {
    assert.equal(complaint('--select', ' , '), '--select needs a value: --select RULES');
  });

  it('is not taken by a switch', () => {
    assert.equal(complaint('--quiet=yes'), '--quiet=yes: --quiet takes no value');
    assert.equal(complaint('--no-color=1'), '--no-color=1: --color takes no value');
  });
});

describe('the review', () => {
  const reviewCommand = (...argv: string[]) => parseArguments(['review', ...argv]);

  it('is of what is staged, by the preset review and in Markdown, unless it is said', () => {
    assert.deepEqual(reviewCommand(), {
      name: 'review',
      source: { from: 'index' },
      format: 'markdown',
      configuration: { file: undefined, preset: 'review', select: undefined, extendSelect: [], ignore: [] },
      since: undefined,
    });
  });

  it('takes paths, another preset and JSON', () => {
    const command = reviewCommand('--preset=fast', 'tests', '--format', 'json');
    assert.ok(command.name === 'review');
    assert.deepEqual(command.source, { from: 'files', paths: ['tests'] });
    assert.deepEqual([command.configuration.preset, command.format], ['fast', 'json']);
  });

  it('has no plain text, which is for findings', () => {
    assert.match(
      complaintOf(() => reviewCommand('--format=text')),
      /^--format: unknown value text/,
    );
  });

  it('does not take paths besides a revision', () => {
    assert.equal(
      complaintOf(() => reviewCommand('--since=main', 'tests')),
      'review: --since finds the modules itself; leave the paths out',
    );
  });

  it('has no flags that change what is printed of findings', () => {
    for (const flag of ['--quiet', '--scope=file', '--fix']) {
      assert.match(
        complaintOf(() => reviewCommand(flag)),
        /^review takes no --/,
      );
    }
  });
});

describe('rename', () => {
  it('takes a place and a name', () => {
    assert.deepEqual(parseArguments(['rename', 'tests/test_cart.py:3', 'cart']), {
      name: 'rename',
      target: { place: 'tests/test_cart.py:3', newName: 'cart' },
      diff: false,
      format: 'text',
    });
  });

  it('takes any number of them from standard input', () => {
    const command = parseArguments(['rename', '--stdin', '--diff', '--format=json']);
    assert.deepEqual(command, { name: 'rename', target: undefined, diff: true, format: 'json' });
  });

  it('says what it takes when something else is given', () => {
    for (const operands of [[], ['test_cart.py:3'], ['test_cart.py:3', 'cart', 'basket']]) {
      assert.equal(
        complaint('rename', ...operands),
        'rename takes a place and a name: proctor rename FILE:LINE[:COLUMN] NAME',
      );
    }
    assert.equal(
      complaint('rename', '--stdin', 'test_cart.py:3', 'cart'),
      'rename: --stdin takes no place besides: test_cart.py:3',
    );
  });
});

describe('the help', () => {
  it('is asked for in any place, with any command, and wins over the version', () => {
    for (const argv of [
      ['--help'],
      ['-h'],
      ['install', '--help'],
      ['tests', '-h'],
      ['--version', '--help'],
    ]) {
      assert.equal(parseArguments(argv).name, 'help');
    }
  });

  it('leaves --version to say the version', () => {
    assert.deepEqual(parseArguments(['--version']), { name: 'version' });
    assert.deepEqual(parseArguments(['check', '-V']), { name: 'version' });
  });

  it('is not asked for behind `--`', () => {
    assert.deepEqual(checkCommand('--', '--help').source, { from: 'files', paths: ['--help'] });
  });

  it('fits into 80 columns', () => {
    assert.deepEqual(
      helpText()
        .split('\n')
        .filter((line) => line.length > 80),
      [],
    );
  });

  it('names flags that are all accepted, together and in any order', () => {
    const section = /^Flags of check:\n((?: .*\n)+)/m.exec(helpText())?.[1] ?? '';
    const flags = Array.from(section.matchAll(/ (--[\w-]+)(?: (\S+))?/g), ([, name = '', value = '']) =>
      value === '' ? [name] : [name, value.split('|')[0] ?? ''],
    ).filter(([name]) => name !== '--scope' && name !== '--stdin-filename');
    assert.ok(flags.length > 10);
    hold(property(array(constantFrom(...flags)), (given) => parseArguments(given.flat()).name === 'check'));
  });

  it('names every command', () => {
    const names = Array.from(helpText().matchAll(/^ {2}proctor (\w+)/gm), ([, name]) => name);
    assert.deepEqual(names, ['check', 'review', 'rename', 'undo', 'install', 'uninstall']);
  });
});
