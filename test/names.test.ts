import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { expanded, expansions } from '../src/names/abbreviations.ts';
import { capWords, snakeCase } from '../src/names/cases.ts';
import { differInLabelOnly, isResultBase, numberedName, takesNumber } from '../src/names/numbers.ts';
import { proseWordsOf, stemOf } from '../src/names/prose.ts';
import { isReserved } from '../src/names/reserved.ts';
import { nameInRole, ordinalOf, productOf } from '../src/names/roles.ts';
import { wordsOf } from '../src/names/words.ts';

describe('the words of an identifier', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['load_cart', ['load', 'cart']],
    ['loadCart', ['load', 'cart']],
    ['HTTPServerError', ['http', 'server', 'error']],
    ['test_getUser2', ['test', 'get', 'user2']],
    ['_private__name_', ['private', 'name']],
    ['userIDs', ['user', 'ids']],
    ['IPv6Address', ['ipv6', 'address']],
    ['URLread', ['url', 'read']],
    ['X509Cert', ['x509', 'cert']],
    ['test_404', ['test', '404']],
    ['testPolynomial1D', ['test', 'polynomial1d']],
    ['Conv2DTranspose', ['conv2d', 'transpose']],
    ['getV2API', ['get', 'v2', 'api']],
    ['HTTP2Server', ['http2', 'server']],
    ['open2ndCart', ['open2nd', 'cart']],
    ['cart1And2', ['cart1', 'and2']],
    ['größeÜber', ['größe', 'über']],
    ['__', []],
  ];
  for (const [identifier, words] of cases) {
    it(`${identifier}: ${words.join(', ')}`, () => assert.deepEqual(wordsOf(identifier), words));
  }

  it('lose no letter and no digit', () => {
    const identifier = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,20}$/);
    fc.assert(
      fc.property(identifier, (name) => {
        assert.equal(wordsOf(name).join(''), name.replaceAll('_', '').toLowerCase());
      }),
    );
  });
});

describe('snake case', () => {
  it('keeps the underscores around a name', () => {
    assert.equal(snakeCase('_loadCart__'), '_load_cart__');
  });

  it('keeps acronyms and digits together', () => {
    assert.equal(snakeCase('parseHTTPResponse2'), 'parse_http_response2');
    assert.equal(snakeCase('_getURL'), '_get_url');
    assert.equal(snakeCase('testGetURLs'), 'test_get_urls');
  });

  it('is what it makes of itself, with the words that the name had', () => {
    const identifier = fc.stringMatching(/^_{0,2}[A-Za-z][A-Za-z0-9_]{0,20}$/);
    fc.assert(
      fc.property(identifier, (name) => {
        const snake = snakeCase(name);
        assert.equal(snakeCase(snake), snake);
        assert.deepEqual(wordsOf(snake), wordsOf(name));
      }),
    );
  });

  it('leaves what is in snake case as it is', () => {
    const snake = fc.stringMatching(/^_{0,2}[a-z]+(_[a-z]+\d{0,2}){0,3}_?$/);
    fc.assert(fc.property(snake, (name) => assert.equal(snakeCase(name), name)));
  });
});

describe('CapWords', () => {
  it('keeps the underscores around a name', () => {
    assert.equal(capWords('_open__cart_'), '_OpenCart_');
    assert.equal(capWords('__'), '__');
  });

  it('keeps acronyms, digits and capitals', () => {
    assert.equal(capWords('HTTP_server_v2'), 'HTTPServerV2');
    assert.equal(capWords('cart_2_go'), 'Cart2Go');
    assert.equal(capWords('loadCart'), 'LoadCart');
    assert.equal(capWords('größe_über'), 'GrößeÜber');
  });

  it('keeps an underscore between two numbers', () => {
    assert.equal(capWords('utf_8__16'), 'Utf8_16');
  });

  it('is what it makes of itself, with the letters and digits that the name had', () => {
    const identifier = fc.stringMatching(/^_{0,2}[A-Za-z][A-Za-z0-9_]{0,20}$/);
    fc.assert(
      fc.property(identifier, (name) => {
        const caps = capWords(name);
        assert.equal(capWords(caps), caps);
        assert.match(caps, /^_*[A-Z](?:[A-Za-z0-9]|(?<=\d)_(?=\d))*_*$/);
        const letters = (text: string) => text.replaceAll('_', '').toLowerCase();
        assert.equal(letters(caps), letters(name));
        const around = (text: string) => [/^_*/.exec(text)?.[0], /_*$/.exec(text)?.[0]];
        assert.deepEqual(around(caps), around(name));
      }),
    );
  });

  it('has the words of the name in snake case, and snake case has the name back', () => {
    const snake = fc.stringMatching(/^_{0,2}[a-z]{2,6}\d?(_[a-z]{2,6}\d?){0,3}_?$/);
    fc.assert(fc.property(snake, (name) => assert.equal(snakeCase(capWords(name)), name)));
  });
});

describe('a numbered name', () => {
  it('has a base and a number, with an underscore between them or without', () => {
    assert.deepEqual(numberedName('cart2'), { base: 'cart', number: 2 });
    assert.deepEqual(numberedName('cart_02'), { base: 'cart', number: 2 });
    assert.deepEqual(numberedName('self.cart10'), { base: 'self.cart', number: 10 });
  });

  it('has no number that belongs to its last word', () => {
    for (const name of [
      'sha256',
      'key_sha256',
      'addressIPv6',
      'utf_8',
      'api_v2',
      'point_x1',
      'netL2',
      'BASE64',
    ]) {
      assert.equal(numberedName(name), undefined, name);
    }
  });

  it('has a base of three letters, and a number below a hundred', () => {
    for (const name of ['x1', 'vm2', '_a_1', 'year2019', 'status404', 'cart', 'cart2b', '_1']) {
      assert.equal(numberedName(name), undefined, name);
    }
  });
});

describe('two texts differ in a label only', () => {
  it('when digits, words that count, letters, ids or addresses tell them apart', () => {
    const pairs = [
      ['"cart1"', '"cart2"'],
      ['customer', 'customer_2'],
      ['"first"', '"second"'],
      ["'a'", "'b'"],
      ['a', 'b'],
      ['"10.0.0.1/24"', '"fe80::1"'],
      ['"6f1cbb2e-3a0f-4c4f-9f3b-0f7b0d4f5a11"', '"0c9a7f7d-1d1e-4a53-8a57-3b1d2a9c8e22"'],
      ['', '3'],
    ] as const;
    for (const [one, other] of pairs) assert.ok(differInLabelOnly(one, other), `${one} ${other}`);
  });

  it('not when a word does', () => {
    const pairs = [
      ['"alice"', '"bob"'],
      ['owner="alice"', ''],
      ['True', 'False'],
      ['carts.open', 'carts.find'],
    ] as const;
    for (const [one, other] of pairs) assert.ok(!differInLabelOnly(one, other), `${one} ${other}`);
  });
});

describe('the words of a comment', () => {
  it('are those of its prose and of the names in it', () => {
    assert.deepEqual(proseWordsOf("Don't call load_cart() with 2 `userIDs`."), [
      "don't",
      'call',
      'load',
      'cart',
      'with',
      '2',
      'user',
      'ids',
    ]);
  });

  it('have one stem in all their forms', () => {
    const families = [
      ['create', 'creates', 'created', 'creating'],
      ['run', 'runs', 'running'],
      ['entry', 'entries'],
      ['process', 'processes', 'processed'],
      ['use', 'uses', 'used', 'using'],
      ['address', 'addresses'],
      ['cart', 'carts'],
    ];
    for (const forms of families) assert.equal(new Set(forms.map(stemOf)).size, 1, forms.join(', '));
    assert.notEqual(stemOf('cart'), stemOf('card'));
  });
});

describe('the clipped words', () => {
  it('are spelt out wherever they stand as words', () => {
    assert.deepEqual(expanded('_dest_host_cnt2', expansions), {
      name: '_destination_host_count2',
      clipped: ['dest', 'cnt'],
    });
    assert.equal(expanded('destiny', expansions), undefined);
    assert.equal(expanded('constructor', expansions), undefined);
  });

  it('are none of those that everyone writes, unless a project has them', () => {
    const established =
      'id ids db app api url uri http args kwargs params info config auth env dir repo max min tmp err exc msg req ' +
      'resp ctx cls fn func obj num idx val ref spec init sync stats doc str int dict len';
    assert.deepEqual(
      established.split(' ').filter((word) => Object.hasOwn(expansions, word)),
      [],
    );
    assert.equal(expanded('user_id', { id: 'identity' })?.name, 'user_identity');
  });

  it('have expansions that are words themselves', () => {
    for (const word of Object.values(expansions)) assert.equal(expanded(word, expansions), undefined, word);
  });
});

it('keywords and built-in names are reserved', () => {
  assert.deepEqual(['list', 'class', 'match', 'None', 'print', 'cart'].filter(isReserved), [
    'list',
    'class',
    'match',
    'None',
    'print',
  ]);
});

describe('a thing in a role', () => {
  it('has the role before what it is', () => {
    assert.equal(nameInRole('flavor', ['small']), 'small_flavor');
    assert.equal(nameInRole('_shop_cart', ['very', 'full']), '_very_full_shop_cart');
  });

  it('is not called twice what it is', () => {
    assert.equal(nameInRole('flavor', ['old', 'flavor']), 'old_flavor');
    assert.equal(nameInRole('shop_cart', ['old', 'cart']), 'old_shop_cart');
    assert.equal(nameInRole('cart', ['carts']), undefined);
    assert.equal(nameInRole('cart', ['cart', 'total']), undefined);
    assert.equal(nameInRole('cart', ['cart']), undefined);
    assert.equal(nameInRole('pass', ['confirm', 'password']), 'confirm_password');
    assert.equal(nameInRole('processor', ['proc']), undefined);
  });

  it('has no name for a role that counts, says nothing, is no word or takes too many', () => {
    for (const word of ['first', 'two', 'foo', 'test', 'value', 'ab', 'xyz9', 'bcdf', 'abcdef', 'aaaa']) {
      assert.equal(nameInRole('cart', [word]), undefined, word);
    }
    assert.equal(nameInRole('cart', []), undefined);
    assert.equal(nameInRole('cart', ['very', 'full', 'old']), undefined);
    assert.equal(nameInRole('shopCart', ['old']), undefined);
  });

  it('has a name that is legal, not reserved, and ends in what it is, in full', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const role = fc.array(word, { maxLength: 4 });
    fc.assert(
      fc.property(word, role, (base, words) => {
        const name = nameInRole(base, words);
        if (name === undefined) return;
        assert.match(name, /^[a-z]+(?:_[a-z]+)*$/);
        assert.ok(!isReserved(name));
        assert.ok(wordsOf(name).at(-1)?.startsWith(base));
      }),
    );
  });
});

it('what makes something is called for it', () => {
  assert.deepEqual(productOf('make_admin_client'), ['admin', 'client']);
  assert.deepEqual(productOf('AdminClient'), ['admin', 'client']);
  assert.deepEqual(productOf('cart'), ['cart']);
});

it('places near both ends have words', () => {
  assert.deepEqual([0, 1, 5, -1].map(ordinalOf), ['first', 'second', 'sixth', 'last']);
  assert.deepEqual([6, -2].map(ordinalOf), [undefined, undefined]);
});

it('names of results say that something came back and no more', () => {
  for (const name of ['result', 'cart_response', 'self.out', 'rv']) assert.ok(isResultBase(name), name);
  for (const name of ['layout', 'resource', 'result_page']) assert.ok(!isResultBase(name), name);
});

it('some words take a number', () => {
  for (const name of ['test_upgrade_to_version', 'test_issue']) assert.ok(takesNumber(name), name);
  for (const name of ['test_total', 'test_conversion']) assert.ok(!takesNumber(name), name);
});
