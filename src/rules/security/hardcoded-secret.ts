import type { TestModule } from '../../python/module.ts';
import { Kind } from '../../python/syntax.ts';
import type { Span } from '../../python/text.ts';
import { defineRule } from '../rule.ts';

// Drawn for this page, and put together here so that no scanner takes it for a leak.
const madeUpKey = ['AKIA', 'Z7QMW2YK', '4RXD5HTN'].join('');

export default defineRule({
  id: 'hardcoded-secret',
  family: 'security',
  summary: "a provider's access token written into the module",
  advice: 'revoke each token, and read it from the environment or replace it by one that is made up',
  why: `
A token that is committed can be used by everyone who can read the repository, for as long as its history is kept, and
has to be revoked. Tests are where tokens slip in: one is pasted to try a call against the real service.

The rule knows the forms that AWS, GitHub, GitLab, Slack, Stripe, Google, npm, PyPI, OpenAI, Anthropic, SendGrid,
Hugging Face, DigitalOcean and Shopify give their tokens. It looks for them in strings and comments, and reports what
is random enough to be a real one; the message shows its first four characters only. Passwords are not judged: in tests
they are nearly always made up.
`,
  spared: [
    'A token that is made up: it has a word such as `test`, `fake`, `dummy` or `example` in it, repeated or consecutive characters, or not the mix of letters and digits that chance gives.',
    "The tokens that the providers' documentation shows, such as `AKIAIOSFODNN7EXAMPLE`, and the keys of Stripe's test mode, which open nothing.",
    "The key's name in a signed address, request or policy of AWS (`X-Amz-Credential=`, `AWSAccessKeyId=`, or with a date and a region after it): it is the part that is not secret.",
    'A token with a comment on its line or directly above that tells a scanner of secrets to let it pass: `pragma: allowlist secret`, `gitleaks:allow`, `trufflehog:ignore`, `ggignore`, `nosec` or `noqa: S105`.',
    'A module that imports something that finds or hides secrets, by its name (`detect_secrets`, `redact_tokens`): its samples have to look real.',
  ],
  nearest:
    "bandit's `B105` to `B107` and ruff's `S105` to `S107` go by the names of variables and arguments, and report every made-up password in a test; gitleaks and detect-secrets look at all files and know more forms.",
  limits:
    'Where a token was revoked long ago, or was generated for the test and is random enough to look real. Suppress the finding and say so.',
  severity: { fast: 'error', review: 'error' },
  examples: {
    bad: [
      `
def test_upload(storage):
    storage.log_in("${madeUpKey}")
`,
    ],
    good: [
      `
def test_upload(storage):
    storage.log_in("AKIAIOSFODNN7EXAMPLE")
`,
      `
import os

def test_upload(storage):
    storage.log_in(os.environ["STORAGE_KEY"])
`,
    ],
  },
  *check(module) {
    const { nodesOf, tree } = module;
    for (const kind of [Kind.string_content, Kind.comment] as const) {
      for (const node of nodesOf(kind)) {
        const start = tree.start[node] ?? 0;
        const end = tree.end[node] ?? 0;
        if (end - start < SHORTEST) continue;
        const text = tree.text.slice(start, end);
        if (!START.test(text)) continue;
        for (const { provider, token, offset } of tokensIn(text)) {
          const at = { start: start + offset, end: start + offset + token.length };
          if (isAllowed(module, at) || looksForTokens(module)) continue;
          yield {
            at,
            message: `${provider} \`${token.slice(0, SHOWN)}…\` is in the code; revoke it, and read it from the environment or replace it by one that is made up`,
            subject: `${provider} ${digestOf(token)}`,
          };
        }
      }
    }
  },
});

/** Whether a comment tells a scanner of secrets that a token is meant to be there. */
const isAllowed = ({ commentsAround }: TestModule, at: Span) =>
  commentsAround(at).some(({ text }) => ALLOWING.test(text));

/** What detect-secrets, gitleaks, TruffleHog, ggshield, bandit and flake8 are told. */
const ALLOWING =
  /\bpragma: ?(?:white|allow)list\b|\bgitleaks:allow\b|\btrufflehog:ignore\b|\bggignore\b|\bnosec\b|\bnoqa: ?(?:[A-Z]+\d+,? ?)*S10[567]\b/i;

/** Whether a module tests what finds or hides secrets, to which samples have to look real. */
const looksForTokens = ({ imports }: TestModule) =>
  imports.statements.some(({ names }) => names.some(({ origin }) => LOOKING_FOR_TOKENS.test(origin)));

const LOOKING_FOR_TOKENS =
  /(?:detect|scan|redact|mask|scrub|saniti[sz]|censor)\w*[._]?(?:secret|token|credential|key)|(?:secret|token|credential|key)s?[._]?(?:detect|scan|redact|mask|scrub|saniti[sz]|censor)|redact|gitleaks|trufflehog/i;

/** The length of the shortest token, an AWS access key with its four letters. */
const SHORTEST = 20;

/** How much of a token a message shows: the part that tells its kind. */
const SHOWN = 4;

interface Token {
  readonly provider: string;
  readonly token: string;
  readonly offset: number;
}

function* tokensIn(text: string): Generator<Token> {
  for (const match of text.matchAll(wholeForms())) {
    // A token does not start in the middle of a word.
    if (/[A-Za-z0-9]/.test(text[match.index - 1] ?? '')) continue;
    if (SIGNED_BY.test(text.slice(0, match.index))) continue;
    if (match.groups?.['aws'] !== undefined && SCOPE.test(text.slice(match.index + match[0].length)))
      continue;
    for (const [group, random] of Object.entries(match.groups ?? {})) {
      // A named group that took no part in the match is undefined, whatever its declared type says.
      if (random === undefined || !isRandom(random)) continue;
      if ([match[0], random].some((shown) => DOCUMENTED.has(digestOf(shown)))) continue;
      yield { provider: PROVIDERS[group] ?? group, token: match[0], offset: match.index };
    }
  }
}

/** What stands before the name of a key in an address that was signed with it. */
const SIGNED_BY = /(?:X-Amz-Credential|AWSAccessKeyId)=$/i;

/** What follows the name of a key in the credential of a signed request: its date and region, and no secret. */
const SCOPE = /^(?:\/|%2F)\d{8}(?:\/|%2F)/i;

/** What each named group of the forms is the random part of. */
const PROVIDERS: Readonly<Record<string, string>> = {
  aws: 'AWS access key',
  github: 'GitHub token',
  githubFine: 'GitHub token',
  gitlab: 'GitLab token',
  slack: 'Slack token',
  slackHook: 'Slack webhook',
  stripe: 'Stripe live key',
  google: 'Google API key',
  googleSecret: 'Google OAuth client secret',
  npm: 'npm token',
  pypi: 'PyPI token',
  openai: 'OpenAI key',
  openaiProject: 'OpenAI key',
  anthropic: 'Anthropic key',
  sendgrid: 'SendGrid key',
  huggingface: 'Hugging Face token',
  digitalocean: 'DigitalOcean token',
  shopify: 'Shopify token',
};

/** The published forms of tokens: what they start with, and what follows, whose named group is random in a real one. */
const FORMS: readonly (readonly [start: string, rest: string])[] = [
  ['A(?:KI|SI)A', '(?<aws>[A-Z2-7]{16})(?![A-Za-z0-9])'],
  ['gh[opsur]_', '(?<github>[A-Za-z0-9]{36,})'],
  ['github_pat_', '(?<githubFine>[A-Za-z0-9]{22}_[A-Za-z0-9]{59})'],
  ['glpat-', '(?<gitlab>[\\w-]{20,})'],
  ['xox[abeoprs]-', '(?:\\d+-){1,3}(?<slack>[A-Za-z0-9]{24,})'],
  ['hooks\\.slack\\.com/services/', 'T[A-Z0-9]{8,}/B[A-Z0-9]{8,}/(?<slackHook>[A-Za-z0-9]{24})'],
  ['[rs]k_live_', '(?<stripe>[A-Za-z0-9]{24,})'],
  ['AIza', '(?<google>[\\w-]{35})(?![\\w-])'],
  ['GOCSPX-', '(?<googleSecret>[\\w-]{28})(?![\\w-])'],
  ['npm_', '(?<npm>[A-Za-z0-9]{36})(?![A-Za-z0-9])'],
  ['pypi-AgEIcHlwaS5vcmc', '(?<pypi>[\\w-]{50,})'],
  ['sk-', '(?:[a-z]+-)?[\\w-]{20,}T3BlbkFJ(?<openai>[\\w-]{20,})'],
  ['sk-', '(?:proj|svcacct|admin)-(?<openaiProject>[\\w-]{40,})'],
  ['sk-ant-', '[a-z]+\\d\\d-(?<anthropic>[\\w-]{80,})'],
  ['SG\\.', '[\\w-]{22}\\.(?<sendgrid>[\\w-]{43})'],
  ['hf_', '(?<huggingface>[A-Za-z]{34})(?![A-Za-z0-9])'],
  ['do[opr]_v1_', '(?<digitalocean>[a-f0-9]{64})'],
  ['shp(?:at|ca|pa|ss)_', '(?<shopify>[a-fA-F0-9]{32})'],
];

const START = new RegExp([...new Set(FORMS.map(([start]) => start))].join('|'));

/** The whole forms: to compile them takes longer than to look through a module for what they start with. */
let whole: RegExp | undefined;

function wholeForms(): RegExp {
  return (whole ??= new RegExp(FORMS.map(([start, rest]) => `(?:${start}${rest})`).join('|'), 'g'));
}

/** Whether the characters look drawn at random: no word, no sequence, no repetition, and as many kinds as chance gives. */
function isRandom(characters: string): boolean {
  if (MADE_UP.test(characters)) return false;
  if (longestRunOf(characters) >= LONG_RUN) return false;
  if (characters.length >= 30 && !hasEveryClass(characters)) return false;
  return entropyOf(characters) >= Math.min(3, Math.log2(characters.length) - 1);
}

/**
 * The digests of keys, or of what is random in them, that documentation shows and that look like real ones: the Google
 * key of Amazon's pages of CreatePlatformApplication,
 * https://docs.aws.amazon.com/sns/latest/api/API_CreatePlatformApplication.html, and the token of GitHub's REST API,
 * https://docs.github.com/en/rest/apps/apps.
 */
const DOCUMENTED: ReadonlySet<string> = new Set(['1ae5a61c', 'ddf2cc46']);

/** How many characters follow each other in steps of the same size, of at most one: `abcd`, `4321`, `aaaa`. */
function longestRunOf(characters: string): number {
  let longest = 1;
  let run = 1;
  let lastStep = NaN;
  for (let index = 1; index < characters.length; index++) {
    const step = characters.charCodeAt(index) - characters.charCodeAt(index - 1);
    run = Math.abs(step) > 1 ? 1 : step === lastStep ? run + 1 : 2;
    lastStep = step;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** A longer run is in 64 random hexadecimal digits less than once in 200. */
const LONG_RUN = 5;

/** Words of people who make a token up; by chance one is in a token of 40 characters less than once in 10,000. */
const MADE_UP =
  /test|fake|dummy|example|sample|placeholder|mock|invalid|redact|foobar|secret|token|password|your|xxxx|abcd|1234|0000|qwerty|deadbeef|changeme|notareal|(.)\1{3}|(.{3,8})\2{2}/i;

// A character class that the alphabet has and that 30 random characters lack is no accident.
function hasEveryClass(characters: string): boolean {
  if (/^[a-f0-9]+$/i.test(characters)) return /\d/.test(characters) && /[a-f]/i.test(characters);
  return (
    /[A-Z]/.test(characters) &&
    /[a-z]/.test(characters) &&
    (/\d/.test(characters) || /^[A-Za-z]+$/.test(characters))
  );
}

/** Shannon's entropy in bits a character. */
function entropyOf(characters: string): number {
  const counts = new Map<string, number>();
  for (const character of characters) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values())
    bits -= (count / characters.length) * Math.log2(count / characters.length);
  return bits;
}

/** A short number that tells two tokens apart without showing either (FNV-1a, 32 bits). */
function digestOf(token: string): string {
  let digest = 0x811c9dc5;
  for (let index = 0; index < token.length; index++) {
    digest = Math.imul(digest ^ token.charCodeAt(index), 0x01000193) >>> 0;
  }
  return digest.toString(16);
}
