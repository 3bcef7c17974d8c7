/** A name that ends in a number: `cart2`, `cart_2`. */
export interface NumberedName {
  /** The name without the number and the underscores before it: `cart`. */
  readonly base: string;
  readonly number: number;
}

/**
 * The parts of a name that is numbered like one of several; undefined when the number belongs to the word (`sha256`,
 * `ipv4`, `x1`), is a year, a status code or the like, or when there is none.
 */
export function numberedName(name: string): NumberedName | undefined {
  if (!/\d$/.test(name)) return undefined;
  const [, base = '', digits = ''] = /^(.*?)_*(\d{1,4})$/s.exec(name) ?? [];
  const number = Number(digits);
  if (digits === '' || number >= SMALLEST_CODE) return undefined;
  const isShort = base.replace(/[_\d]/g, '').length < SHORTEST_BASE && !isResultBase(base);
  if (isShort || isTechnical(name)) return undefined;
  return { base, number };
}

/** Whether the last word of a name is one that a number belongs to: `upgrade_to_version`, `issue`. */
export const takesNumber = (base: string): boolean => NUMBERED_THINGS.test(base);

const NUMBERED_THINGS =
  /(?:^|_)(?:versions?|ver|release|issue|bug|ticket|gh|pr|rfc|pep|level|layer|phase|stage|step|python|protocol|proto|http|tls|ssl|ip|depth|size|length|count|limit|max|min|than|by|times|dim|ndim|axis|rank|order|power|base|with|of|to|is|eq|equals)$/i;

/** Whether a name says only that something came out of a call: `result`, `first_response`. */
export const isResultBase = (base: string): boolean => RESULTS.test(base);

const RESULTS =
  /^(?:.*[_.])?(?:results?|responses?|resp|res|output|outputs|out|ret|rv|retval|actual|returned)$/;

/** From here on numbers are years, status codes, ports and sizes, not the places of siblings. */
const SMALLEST_CODE = 100;

/** A shorter word with a number is a coordinate, a register or a symbol of mathematics. */
const SHORTEST_BASE = 3;

/** Whether the last word of a name and the number after it are one term: `key_sha1`, `addressIPv6`, `utf_8`, `api_v2`. */
export function isTechnical(name: string): boolean {
  const [last = ''] = /[^\W_]+_*\d*$/u.exec(name) ?? [];
  const [hump = ''] = /(?:\p{Lu}+\p{Ll}*|\p{Ll}+)_*\d+$/u.exec(last) ?? [];
  return [last, hump].some((word) => {
    const term = word.toLowerCase();
    return TERMS.has(term) || TERMS.has(term.replaceAll('_', '')) || /^\p{L}_*\d+$/u.test(term);
  });
}

const TERMS: ReadonlySet<string> = new Set(
  (
    'a1 aarch64 adler32 amd64 argon2 arm64 ascii85 atan2 av1 b16 b32 b64 b85 base16 base32 base64 base85 boto3 ' +
    'botocore bz2 complex128 complex64 cp1252 cp437 crc16 crc32 css3 curve25519 d3 db2 ec2 ed25519 es256 exp2 ext2 ' +
    'ext3 ext4 f32 f64 fat32 float128 float16 float32 float64 gzip2 h1 h2 h264 h265 h3 h4 h5 h6 hs256 hs512 html5 ' +
    'http1 http10 http11 http2 http3 i16 i32 i386 i64 i686 i8 inet4 inet6 int16 int32 int64 int8 ip4 ip6 ipv4 ipv6 ' +
    'iso8601 iso8859 jinja2 k8 k8s l2 l3 l4 l7 latin1 layer2 layer3 layer4 log1 log10 log2 m4 md5 mp3 mp4 mpeg4 ' +
    'murmur3 neo4j oauth1 oauth2 p256 p384 p521 pbkdf2 pep8 plotly3 psycopg2 psycopg3 py2 py27 py3 py310 py311 py312 ' +
    'py313 py36 py37 py38 py39 python2 python3 q1 q2 q3 q4 r2 rfc2822 rfc3339 rfc7231 rfc822 route53 rs256 s3 saml2 ' +
    'secp256k1 sha1 sha1sum sha2 sha224 sha256 sha3 sha384 sha512 sqlite3 ssl2 ssl3 sslv2 sslv3 t0 t1 tls12 tls13 ' +
    'tlsv1 u16 u32 u64 u8 uint16 uint32 uint64 uint8 utf16 utf32 utf8 uuid1 uuid3 uuid4 uuid5 v4 v6 vp8 vp9 web2 ' +
    'web3 win32 win64 x0 x509 x64 x86 y0 z0 zip64'
  ).split(' '),
);

/**
 * Whether two texts are told apart by nothing but a label: digits, words that count, a single letter, a word for
 * anything, a hash, a UUID or an address. `"user1"` and `"user2"`, `first` and `second`, `shop_a` and `shop_b`, `"foocart"`
 * and `"barcart"` are; `"alice"` and `"bob"` are not.
 */
export function differInLabelOnly(one: string, other: string): boolean {
  return withoutLabels(one) === withoutLabels(other) || differInLastLetter(one, other);
}

/** Whether two texts are the same but for the letter at the end of one long word: `"shelfa"` and `"shelfb"`. */
function differInLastLetter(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = Array.from(one).findIndex((letter, index) => letter !== other[index]);
  if (at === -1 || one.slice(at + 1) !== other.slice(at + 1)) return false;
  return /[a-z]{4}[a-z]$/i.test(one.slice(0, at + 1)) && !/^\w/.test(one.slice(at + 1));
}

function withoutLabels(text: string): string {
  return text
    .toLowerCase()
    .replace(HASH, '')
    .replace(ADDRESS, '')
    .replace(COUNTING, '')
    .replace(/(["'])([a-z])\2*\1|^[a-z]$|(?<=[a-z][_ -])[a-z](?![a-z0-9])/g, '')
    .replace(/\d+(?:\.\d*)?(?:e[+-]?\d+)?j?/g, '')
    .replace(/[\W_]+/g, ' ')
    .trim();
}

/** A UUID, or at least eight hexadecimal digits of which one is a digit. */
const HASH =
  /(?<![a-z0-9])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[a-f]*\d)[0-9a-f]{8,})(?![a-z0-9])/g;

/** An IPv4, IPv6 or MAC address between quotes, with its prefix length if it has one. */
const ADDRESS = /(["'])[0-9a-f]*(?:[.:-][0-9a-f]*){2,}(?:\/\d+)?\1/g;

const COUNTING =
  /(?<![a-z])(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|another|other|value|spam|eggs|ham)(?![a-z])|foo|bar|baz)/g;
