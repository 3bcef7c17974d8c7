#!/usr/bin/env node
require('node:module').enableCompileCache?.();
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var import_shared = require("./shared.cjs");
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
var import_node_v8 = require("node:v8");
function toggle(name, help2) {
  return { name, help: help2, valueOf: (given) => given.length > 0 };
}
function word(name, takes, help2) {
  return { name, takes, help: help2, valueOf: (given) => given.at(-1) };
}
function words(name, takes, help2) {
  const valueOf = (given) => {
    if (given.length === 0) return void 0;
    const items = given.flatMap((list) => list.split(",").flatMap((item) => item.trim() || []));
    return items.length > 0 ? items : failWithoutValue(name, takes);
  };
  return { name, takes, help: help2, valueOf };
}
function failWithoutValue(name, takes) {
  throw new import_shared.UserError(`--${name} needs a value: --${name} ${takes}`);
}
function choice(name, values, help2) {
  return {
    name,
    takes: values.join("|"),
    help: help2,
    valueOf: (given) => {
      const last = given.at(-1);
      const chosen = values.find((value) => value === last);
      if (last === void 0 || chosen !== void 0) return chosen;
      const hint = (0, import_shared.suggestion)(last, values) || `; it takes ${values.join(" or ")}`;
      throw new import_shared.UserError(`--${name}: unknown value ${last}${hint}`);
    }
  };
}
function scan(argv, flags) {
  const given = /* @__PURE__ */ new Map();
  const operands = [];
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? "";
    if (argument === "--") {
      return { given, operands: [...operands, ...argv.slice(i + 1)], wordsBeforeEnd: operands.length };
    }
    if (!argument.startsWith("-") || argument === "-") {
      operands.push(argument);
      continue;
    }
    const { flag, isNegated, value } = readFlag(argument, flags);
    const values = given.get(flag.name) ?? [];
    given.set(flag.name, values);
    if (flag.takes === void 0) {
      if (value !== void 0) throw new import_shared.UserError(`${argument}: --${flag.name} takes no value`);
      values.push(isNegated ? "no" : "yes");
      continue;
    }
    const next = value ?? argv[++i];
    if (next === void 0 || next === "" || value === void 0 && /^--?[a-z]/i.test(next)) {
      failWithoutValue(flag.name, flag.takes);
    }
    values.push(next);
  }
  return { given, operands, wordsBeforeEnd: operands.length };
}
function readFlag(argument, flags) {
  const equals = argument.indexOf("=");
  const written = equals === -1 ? argument : argument.slice(0, equals);
  const value = equals === -1 ? void 0 : argument.slice(equals + 1);
  for (const flag of flags) {
    if (spellings(flag).includes(written)) return { flag, isNegated: written === `--no-${flag.name}`, value };
  }
  throw new import_shared.UserError(`unknown flag ${written}${(0, import_shared.suggestion)(written, flags.flatMap(spellings))}`);
}
function spellings({ name, short, isNegatable = false }) {
  return [
    ...short === void 0 ? [] : [`-${short}`],
    `--${name}`,
    ...isNegatable ? [`--no-${name}`] : []
  ];
}
var PRESETS = ["fast", "review"];
var select = words("select", "RULES", "check only these: ids, families or all, by comma");
var extendSelect = words("extend-select", "RULES", "check these rules too");
var ignore = words("ignore", "RULES", "leave these rules out");
var preset = choice("preset", PRESETS, "what blocks and informs a commit, or the whole review");
var config = word("config", "FILE", "the configuration for every file");
var since = word("since", "REF", "compare with the merge base of HEAD and REF");
var scope = choice("scope", ["introduced", "file"], "report what the change introduces, or everything");
var stdinFilename = word("stdin-filename", "NAME", "check the text on standard input under this name");
var format = choice("format", ["text", "json"], "how findings are printed");
var reviewPreset = choice("preset", PRESETS, "the whole review unless it is fast");
var reviewSince = word("since", "REF", "review what differs from the merge base with REF");
var reviewFormat = choice("format", ["markdown", "json"], "how the review is printed");
var fix = {
  name: "fix",
  isNegatable: true,
  help: "repair what can be repaired",
  valueOf: (given) => given.length === 0 ? void 0 : given.at(-1) === "yes"
};
var unsafeFixes = toggle("unsafe-fixes", "repair too what may change what a test does");
var diff = toggle("diff", "print the repairs as a diff, and write nothing");
var renameDiff = toggle("diff", "print a diff, and write nothing");
var renameFormat = choice("format", ["text", "json"], "how renames are printed");
var stdin = toggle("stdin", "read PLACE NAME lines from standard input");
var quiet = { ...toggle("quiet", "print errors only"), short: "q" };
var color = {
  name: "color",
  isNegatable: true,
  help: "colour the output or do not, whatever the terminal is",
  valueOf: (given) => given.length === 0 ? void 0 : given.at(-1) === "yes"
};
var force = toggle("force", "install although core.hooksPath is set");
var help = { ...toggle("help", "print this and exit"), short: "h" };
var version = { ...toggle("version", "print the version and exit"), short: "V" };
var CHECK = "check";
var commands = /* @__PURE__ */ new Map([
  [
    CHECK,
    {
      operands: "[PATH...]",
      summary: "check files and folders, or what is staged",
      flags: [
        select,
        extendSelect,
        ignore,
        preset,
        config,
        since,
        scope,
        stdinFilename,
        format,
        fix,
        diff,
        unsafeFixes,
        quiet,
        color
      ],
      from: checkCommand
    }
  ],
  [
    "review",
    {
      operands: "[PATH...]",
      summary: "review whole modules, in Markdown",
      flags: [select, extendSelect, ignore, reviewPreset, config, reviewSince, stdinFilename, reviewFormat],
      from: reviewCommand
    }
  ],
  [
    "rename",
    {
      operands: "PLACE NAME",
      summary: "rename what stands at FILE:LINE[:COLUMN]",
      flags: [stdin, renameDiff, renameFormat],
      from: renameCommand
    }
  ],
  [
    "undo",
    {
      operands: "",
      summary: "take back the last fix or rename",
      flags: [],
      from: () => ({ name: "undo" })
    }
  ],
  [
    "install",
    {
      operands: "",
      summary: "install git's pre-commit hook",
      flags: [force],
      from: (given) => ({ name: "install", force: given(force) })
    }
  ],
  [
    "uninstall",
    {
      operands: "",
      summary: "remove it again",
      flags: [],
      from: () => ({ name: "uninstall" })
    }
  ]
]);
var universal = [help, version];
var allFlags = [...[...commands.values()].flatMap(({ flags }) => flags), ...universal];
function checkCommand(given, operands) {
  if (given(since) !== void 0 && given(scope) === "file") {
    throw new import_shared.UserError("--since compares with a revision, --scope file with none; leave one out");
  }
  const source = sourceOf(given(stdinFilename), operands);
  const repairing = given(diff) ? "--diff" : "--fix";
  if (source.from === "stdin" && (given(diff) || given(fix) === true)) {
    throw new import_shared.UserError(`${repairing} works on files; leave --stdin-filename out`);
  }
  return {
    name: CHECK,
    source,
    format: given(format) ?? "text",
    configuration: { ...rulesOf(given), preset: given(preset) },
    since: given(since),
    scope: given(scope),
    color: given(color),
    quiet: given(quiet),
    fix: given(fix),
    diff: given(diff),
    unsafeFixes: given(unsafeFixes)
  };
}
function renameCommand(given, operands) {
  const [place, newName, ...others] = operands;
  const options = { name: "rename", diff: given(renameDiff), format: given(renameFormat) ?? "text" };
  if (given(stdin)) {
    if (place !== void 0) throw new import_shared.UserError(`rename: --stdin takes no place besides: ${place}`);
    return { ...options, target: void 0 };
  }
  if (place === void 0 || newName === void 0 || others.length > 0) {
    throw new import_shared.UserError("rename takes a place and a name: proctor rename FILE:LINE[:COLUMN] NAME");
  }
  return { ...options, target: { place, newName } };
}
function reviewCommand(given, operands) {
  const source = sourceOf(given(stdinFilename), operands);
  if (given(reviewSince) !== void 0 && source.from !== "index") {
    throw new import_shared.UserError("review: --since finds the modules itself; leave the paths out");
  }
  return {
    name: "review",
    source,
    format: given(reviewFormat) ?? "markdown",
    configuration: { ...rulesOf(given), preset: given(reviewPreset) ?? "review" },
    since: given(reviewSince)
  };
}
var rulesOf = (given) => ({
  file: given(config),
  select: given(select),
  extendSelect: given(extendSelect) ?? [],
  ignore: given(ignore) ?? []
});
function sourceOf(stdinPath, operands) {
  if (operands.includes("")) throw new import_shared.UserError("a path is empty; name a file or a folder");
  const paths = operands.filter((operand) => operand !== "-");
  const [first, ...others] = paths;
  if (stdinPath !== void 0) {
    if (first !== void 0) throw new import_shared.UserError(`--stdin-filename takes no paths besides: ${first}`);
    return { from: "stdin", path: stdinPath };
  }
  if (paths.length < operands.length) {
    throw new import_shared.UserError("- is standard input; name its text with --stdin-filename NAME");
  }
  return first === void 0 ? { from: "index" } : { from: "files", paths: [first, ...others] };
}
function parseArguments(argv) {
  const { given, operands, wordsBeforeEnd } = scan(argv, allFlags);
  const valueOf = (flag) => flag.valueOf(given.get(flag.name) ?? []);
  if (valueOf(help)) return { name: "help", text: helpText() };
  if (valueOf(version)) return { name: "version" };
  const [first = ""] = wordsBeforeEnd === 0 ? [] : operands;
  const named = commands.get(first);
  if (named === void 0) failIfMistyped(first);
  const name = named === void 0 ? CHECK : first;
  const command = commands.get(name);
  if (command === void 0) throw new Error(`no command ${name}`);
  const rest = named === void 0 ? operands : operands.slice(1);
  const allowed = new Set([...command.flags, ...universal].map((flag) => flag.name));
  for (const flag of given.keys()) {
    if (!allowed.has(flag)) throw new import_shared.UserError(`${name} takes no --${flag}`);
  }
  if (command.operands === "" && rest[0] !== void 0)
    throw new import_shared.UserError(`${name} takes no paths: ${rest[0]}`);
  return command.from(valueOf, rest);
}
function failIfMistyped(word3) {
  if (!/^[a-z]+$/i.test(word3)) return;
  const command = (0, import_shared.nearest)(word3, commands.keys());
  if (command === void 0) return;
  const isPart = command.startsWith(word3.toLowerCase());
  if (!isPart && (0, import_shared.editDistance)(word3.toLowerCase(), command) > Math.floor(command.length / 3)) return;
  throw new import_shared.UserError(`unknown command ${word3}; did you mean ${command}, or the path ./${word3}?`);
}
function helpText() {
  const usages = [...commands].map(([name, { operands, flags, summary }]) => {
    const marks = [name, ...flags.length === 0 ? [] : ["[FLAGS]"], ...operands === "" ? [] : [operands]];
    return [`proctor ${marks.join(" ")}`, summary];
  });
  const sections = [...commands].filter(([, { flags }]) => flags.length > 0).map(([name, { flags }]) => `Flags of ${name}:
${columns(flags.map(flagEntry)).join("\n")}
`);
  return [
    "Reviews the Python test modules of a commit and blocks it when it would make",
    "the tests worse.",
    "",
    "Usage:",
    ...columns([["proctor [FLAGS] [PATH...]", "the same as proctor check"], ...usages]),
    "",
    ...sections,
    "Flags of every command:",
    ...columns(universal.map(flagEntry)),
    "",
    "Exit codes:",
    ...columns([
      ["0", "nothing to block: no finding, or warnings only"],
      ["1", "findings of severity error; repairs under pre-commit; a diff; a refusal"],
      ["2", "could not run, or not on every file"]
    ]),
    ""
  ].join("\n");
}
function flagEntry(flag) {
  const value = flag.takes === void 0 ? "" : ` ${flag.takes}`;
  return [`${spellings(flag).join(", ")}${value}`, flag.help];
}
function columns(entries) {
  const width = Math.max(...entries.map(([left]) => left.length));
  return entries.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
function introduced({ findings, bases }) {
  return bases.reduce((remaining, base) => absentFrom(base, remaining), findings);
}
function absentFrom(base, findings) {
  const pool = new Set(base);
  const unplaced = findings.filter((finding) => !take(pool, finding, inTheSamePlaceAndAlike));
  const unmatched = unplaced.filter((finding) => !take(pool, finding, inTheSamePlace));
  const names = namesIn(base);
  return elsewhere.reduce((left, matches) => left.filter((finding) => !take(pool, finding, matches)), unmatched).filter(({ isVocabulary, fingerprint }) => isVocabulary !== true || !names.has(nameOf(fingerprint)));
}
var namesIn = (base) => new Set(base.flatMap(({ isVocabulary, fingerprint }) => isVocabulary ? nameOf(fingerprint) : []));
function nameOf(fingerprint) {
  const [rule = "", , ...subject] = fingerprint.split("\n");
  return [rule, ...subject].join("\n");
}
function notMoved(findings, gone) {
  const pool = new Set(gone);
  return [alikeInTheSameDefinition, alike, inTheSameDefinitionElsewhere].reduce(
    (left, matches) => left.filter((finding) => !take(pool, finding, matches)),
    findings
  );
}
var inTheSamePlace = (finding, earlier) => finding.fingerprint === earlier.fingerprint && !hasGrown(finding, earlier);
var alike = (finding, earlier) => finding.likeness === earlier.likeness && !hasGrown(finding, earlier);
var inTheSamePlaceAndAlike = (finding, earlier) => inTheSamePlace(finding, earlier) && finding.likeness === earlier.likeness;
var inTheSameDefinitionElsewhere = (finding, earlier) => withoutOwner(finding.fingerprint) === withoutOwner(earlier.fingerprint) && !hasGrown(finding, earlier);
var alikeInTheSameDefinition = (finding, earlier) => inTheSameDefinitionElsewhere(finding, earlier) && finding.likeness === earlier.likeness;
var inTheSameDefinition = (finding, earlier) => finding.rule === earlier.rule && definitionOf(finding) !== "" && definitionOf(finding) === definitionOf(earlier) && !hasGrown(finding, earlier);
var ofAlmostTheSameName = (finding, earlier) => finding.rule === earlier.rule && subjectOf(finding) !== "" && (0, import_shared.nearest)(subjectOf(finding), [subjectOf(earlier)]) !== void 0 && formOf(finding.line) === formOf(earlier.line) && !hasGrown(finding, earlier);
var elsewhere = [
  alikeInTheSameDefinition,
  alike,
  inTheSameDefinitionElsewhere,
  inTheSameDefinition,
  ofAlmostTheSameName
];
var definitionOf = ({ fingerprint }) => fingerprint.split("\n")[1] ?? "";
var subjectOf = ({ fingerprint }) => fingerprint.split("\n")[2] ?? "";
var formOf = (line) => line.trim().replace(/"[^"]*"|'[^']*'/g, '"').replace(/\w+/g, "w");
function withoutOwner(fingerprint) {
  const [rule = "", qualifiedName = "", ...subject] = fingerprint.split("\n");
  return [rule, qualifiedName.slice(qualifiedName.lastIndexOf(".") + 1), ...subject].join("\n");
}
function hasGrown(finding, earlier) {
  return finding.measure !== void 0 && earlier.measure !== void 0 && finding.measure > earlier.measure;
}
function take(pool, finding, matches) {
  for (const earlier of pool) {
    if (!matches(finding, earlier)) continue;
    pool.delete(earlier);
    return true;
  }
  return false;
}
function reviewerOf(change, settings, parse) {
  let gone;
  return (source) => {
    const outcome = reviewed(source, settings.for(source.place), parse);
    if (!outcome.ok || source.bases === void 0 || !outcome.findings.some(isError)) return outcome;
    gone ??= goneFrom(change, settings, parse);
    return { ok: true, findings: notMoved(outcome.findings, gone) };
  };
}
var isError = ({ severity }) => severity === "error";
function reviewed({ path, place, bytes, bases }, settings, parse) {
  const decoded = (0, import_shared.decode)(bytes);
  if (!decoded.ok) return { ok: false, failure: { path, reason: decoded.reason } };
  const findings = (0, import_shared.check)(moduleOf(place, decoded.text, settings, parse), settings.rules);
  const shown = { ok: true, findings: findings.map((finding) => ({ ...finding, path })) };
  if (bases === void 0 || findings.length === 0) return shown;
  const standing = bases.map((base) => standingIn(place, base, settings, parse));
  return { ok: true, findings: introduced({ findings: shown.findings, bases: standing }) };
}
function goneFrom({ sources, removed }, settings, parse) {
  const standing = (place, bytes) => standingIn(place, bytes, settings.for(place), parse);
  const lost = sources.flatMap(({ place, bytes, bases = [] }) => {
    const [base, ...others] = bases;
    if (base === void 0 || others.length > 0) return [];
    return introduced({ findings: standing(place, base), bases: [standing(place, bytes)] });
  });
  return [...lost, ...removed().flatMap(({ place, bytes }) => standing(place, bytes))];
}
function standingIn(place, bytes, settings, parse) {
  const decoded = (0, import_shared.decode)(bytes);
  return decoded.ok ? (0, import_shared.everythingIn)(moduleOf(place, decoded.text, settings, parse), settings.rules) : [];
}
var moduleOf = (place, text, { conventions }, parse) => (0, import_shared.testModule)(place, parse()(text), conventions, parse());
async function main(argv, host2) {
  try {
    return await run(parseArguments(argv), host2);
  } catch (error) {
    if (!(error instanceof import_shared.UserError)) throw error;
    host2.stderr.write(`proctor: ${error.message}
`);
    return 2;
  }
}
async function run(command, host2) {
  switch (command.name) {
    case "help":
      host2.stdout.write(command.text);
      return 0;
    case "version":
      host2.stdout.write(`proctor ${host2.version}
`);
      return 0;
    case "install":
    case "uninstall": {
      const { installation } = await Promise.resolve().then(() => __toESM(require("./commands.cjs")));
      host2.stdout.write(await installation(command, host2));
      return 0;
    }
    case "review": {
      const { review } = await Promise.resolve().then(() => __toESM(require("./commands.cjs")));
      return review(command, host2);
    }
    case "rename": {
      const { rename } = await Promise.resolve().then(() => __toESM(require("./commands.cjs")));
      return rename(command, host2);
    }
    case "undo": {
      const { undoLastFix } = await Promise.resolve().then(() => __toESM(require("./commands.cjs")));
      return undoLastFix(host2);
    }
    case "check":
      return checkSources(command, host2);
  }
}
async function checkSources(command, host2) {
  const workplace = (0, import_shared.workplaceOf)(host2);
  const settings = (0, import_shared.settingsOf)(command.configuration, workplace, host2);
  const change = (0, import_shared.sourcesOf)(command, workplace, settings, host2);
  const { sources, failures } = change;
  const parse = (0, import_shared.parserFor)(sources, host2);
  const review = reviewerOf(change, settings, parse);
  const isRepaired = ({ place }) => isRepairing(command, settings.for(place));
  if (sources.some(isRepaired)) {
    const { fixSources } = await Promise.resolve().then(() => __toESM(require("./commands.cjs")));
    const inspection = { sources, failures, isRepaired, workplace, settings, parse };
    return fixSources(
      command,
      { ...inspection, review: (source, bytes) => review({ ...source, bytes }) },
      host2
    );
  }
  const outcomes = sources.map(review);
  const report = {
    findings: outcomes.flatMap((outcome) => outcome.ok ? outcome.findings : []),
    checked: outcomes.filter(({ ok }) => ok).length,
    command: "proctor --fix",
    failures: [...failures, ...outcomes.flatMap((outcome) => outcome.ok ? [] : outcome.failure)]
  };
  await (0, import_shared.print)(report, command, host2);
  if (report.failures.length > 0) return 2;
  return report.findings.some(({ severity }) => severity === "error") ? 1 : 0;
}
function isRepairing({ source, fix: fix2, diff: diff2 }, settings) {
  return diff2 || (fix2 ?? (settings.fix && source.from !== "stdin"));
}
function* lexemesOf(text) {
  const open = [];
  let at = 0;
  while (at < text.length) {
    const frame = open.at(-1);
    if (frame !== void 0 && frame.kind !== "bracket") {
      const start2 = at;
      at = endOfLiteral(text, at, frame, open);
      if (open.at(-1)?.kind === "bracket" && text.charAt(at - 1) === "{")
        yield { kind: "open", start: at - 1, end: at };
      else if (frame.kind === "specification" && text.charAt(at - 1) === "}") {
        if (open.at(-1) === frame) yield { kind: "character", start: text.lastIndexOf("\\", at), end: at };
        else yield { kind: "close", start: at - 1, end: at };
      }
      if (at === start2) at += 1;
      continue;
    }
    LEXEME.lastIndex = at;
    const { groups } = LEXEME.exec(text) ?? { groups: void 0 };
    const end = LEXEME.lastIndex === 0 ? at + 1 : LEXEME.lastIndex;
    const start = at;
    at = end;
    if (groups?.["quote"] !== void 0) {
      at = startString(text, end, groups["prefix"] ?? "", groups["quote"], open);
    } else if (groups?.["open"] !== void 0) {
      open.push({ kind: "bracket", closing: CLOSING[groups["open"]] ?? "", isField: false, isRaw: false });
      yield { kind: "open", start, end };
    } else if (groups?.["close"] !== void 0) {
      if (frame?.closing === groups["close"]) open.pop();
      yield { kind: "close", start, end };
    } else if (frame?.isField === true && text.charAt(start) === ":") {
      at = start + 1;
      open.push({ kind: "specification", closing: "}", isField: false, isRaw: frame.isRaw });
      if (text.charAt(at) === "=") yield { kind: "character", start: at, end: at + 1 };
    } else if (groups?.["newline"] !== void 0) yield { kind: "newline", start, end };
    else if (groups?.["comment"] !== void 0) yield { kind: "comment", start, end };
    else if (groups?.["word"] !== void 0) yield { kind: "word", start, end };
    else if (groups?.["operator"] !== void 0) yield { kind: "operator", start, end };
  }
}
var CLOSING = { "(": ")", "[": "]", "{": "}" };
var LEXEME = new RegExp(
  [
    String.raw`(?<space>[ \t\f]+|\\(?:\r\n|\r|\n))`,
    String.raw`(?<newline>\r\n|\r|\n)`,
    String.raw`(?<comment>#[^\r\n]*)`,
    String.raw`(?<prefix>(?:[rR][bBfFtT]?|[bBfFtT][rR]?|[uU])?)(?<quote>"""|'''|"|')`,
    String.raw`(?<word>[\p{XID_Start}_]\p{XID_Continue}*)`,
    String.raw`(?<number>\d[\w.]*)`,
    String.raw`(?<open>[([{])`,
    String.raw`(?<close>[)\]}])`,
    String.raw`(?<operator>\*\*=?|//=?|>>=?|<<=?|->|[-+*/%@&|^=!<>:]=|\S)`
  ].join("|"),
  "uy"
);
function startString(text, start, prefix, quote, open) {
  if (/[ft]/i.test(prefix)) {
    open.push({ kind: "string", closing: quote, isField: false, isRaw: /r/i.test(prefix) });
    return start;
  }
  let at = start;
  while (at < text.length && !text.startsWith(quote, at)) {
    const char = text.charAt(at);
    if (quote.length === 1 && (char === "\n" || char === "\r")) return at;
    at += char === "\\" ? text.startsWith("\r\n", at + 1) ? 3 : 2 : 1;
  }
  return Math.min(at + quote.length, text.length);
}
function endOfLiteral(text, start, frame, open) {
  const { kind, closing, isRaw } = frame;
  const isString = kind !== "specification";
  let at = start;
  while (at < text.length) {
    const char = text.charAt(at);
    if (isString && text.startsWith(closing, at)) {
      open.pop();
      return at + closing.length;
    }
    if (char === "{" || char === "}") {
      if (isString && text.charAt(at + 1) === char) {
        at += 2;
        continue;
      }
      if (char === "{") open.push({ kind: "bracket", closing: "}", isField: true, isRaw: frame.isRaw });
      else if (!isString) open.splice(-2);
      return at + 1;
    }
    if ((char === "\n" || char === "\r") && closing.length === 1) {
      open.pop();
      return at;
    }
    const length = char === "\\" ? escapeLength(text, at, isRaw) : 1;
    at += length;
    if (length > 2 && !isString) return at;
  }
  return at;
}
function escapeLength(text, at, isRaw) {
  const next = text.charAt(at + 1);
  if (next === "{" || next === "}") return 1;
  if (next !== "N" || isRaw || text.charAt(at + 2) !== "{") return 2;
  const end = text.indexOf("}", at);
  return end === -1 ? 2 : end + 1 - at;
}
function withCommentsOf(text, tree) {
  const starts = /* @__PURE__ */ new Map();
  for (const { kind, start: start2, end } of lexemesOf(text)) if (kind === "comment") starts.set(end, start2);
  const start = tree.start.slice();
  for (let node = import_shared.ROOT; node < tree.size; node++) {
    if (tree.kind[node] !== import_shared.Kind.comment) continue;
    const end = tree.end[node] ?? 0;
    start[node] = starts.get(end) ?? start[node] ?? 0;
    starts.delete(end);
  }
  const leftOut = Array.from(starts, ([end, from]) => ({ start: from, end })).filter(
    (comment) => tree.text.charAt(comment.start) !== "#"
  );
  const moved2 = { ...tree, start };
  return leftOut.length === 0 ? moved2 : withNodes(moved2, leftOut);
}
function withNodes(tree, spans) {
  const befores = spans.map((span) => firstNodeAfter(tree, span));
  const parents = spans.map((span, index) => innermostAround(tree, (befores[index] ?? tree.size) - 1, span));
  const shift = new Int32Array(tree.size + 1);
  for (let node = 0, index = 0; node <= tree.size; node++) {
    while ((befores[index] ?? Infinity) <= node) index += 1;
    shift[node] = index;
  }
  const movedTo = (node) => node === import_shared.NO_NODE ? import_shared.NO_NODE : node + (shift[node] ?? 0);
  const size = tree.size + spans.length;
  const kind = new Uint16Array(size).fill(import_shared.Kind.comment);
  const start = new Uint32Array(size);
  const end = new Uint32Array(size);
  const parent = new Int32Array(size);
  const after = new Int32Array(size);
  const field = new Uint8Array(size).fill(import_shared.Field.none);
  for (let node = 0; node < tree.size; node++) {
    const place = movedTo(node);
    kind[place] = tree.kind[node] ?? import_shared.Kind.end;
    start[place] = tree.start[node] ?? 0;
    end[place] = tree.end[node] ?? 0;
    parent[place] = movedTo(tree.parent[node] ?? import_shared.NO_NODE);
    field[place] = tree.field[node] ?? import_shared.Field.none;
  }
  for (const [index, span] of spans.entries()) {
    const place = (befores[index] ?? tree.size) + index;
    start[place] = span.start;
    end[place] = span.end;
    parent[place] = movedTo(parents[index] ?? import_shared.ROOT);
  }
  for (let node = size - 1; node >= 0; node--) {
    after[node] = Math.max(after[node] ?? 0, node + 1);
    const around = parent[node] ?? import_shared.NO_NODE;
    if (around !== import_shared.NO_NODE) after[around] = Math.max(after[around] ?? 0, after[node] ?? 0);
  }
  const missing = new Set(Array.from(tree.missing, movedTo));
  const lacking = new Set(Array.from(tree.lacking, movedTo));
  return { ...tree, size, kind, start, end, parent, after, field, missing, lacking };
}
function firstNodeAfter(tree, span) {
  let low = import_shared.ROOT + 1;
  let high = tree.size;
  while (low < high) {
    const middle = low + high >> 1;
    if ((tree.start[middle] ?? 0) < span.end) low = middle + 1;
    else high = middle;
  }
  return low;
}
function innermostAround(tree, before, span) {
  let node = before;
  while (node > import_shared.ROOT && (tree.end[node] ?? 0) < span.end) node = tree.parent[node] ?? import_shared.ROOT;
  return node;
}
function edited(text, edits) {
  const parts = [];
  let end = 0;
  for (const { start, replacement } of edits) {
    parts.push(text.slice(end, start), replacement);
    end = start + replacement.length;
  }
  return parts.join("") + text.slice(end);
}
function withPlainStars(text) {
  const edits = [];
  let stars = [];
  const loops = [];
  let depth = 0;
  let previous = { kind: "newline", spelling: "\n", end: 0, star: "none" };
  const takeTargets = (first) => {
    edits.push(...stars.splice(first).map(({ asTarget }) => asTarget));
  };
  const endStatement = () => {
    edits.push(...stars.filter((star) => star.depth === 0).map(({ asOperand }) => asOperand));
    stars = [];
    loops.length = 0;
  };
  for (const { kind, start, end } of lexemesOf(text)) {
    if (kind === "comment" || kind === "newline" && depth > 0) continue;
    const spelling = text.slice(start, end);
    const isLiteral = /[^\s\\]/.test(text.slice(previous.end, start));
    const isOperandNext = kind === "word" ? BEFORE_OPERANDS.has(spelling) : kind === "open" || /^[-+~]/.test(spelling);
    if (previous.star !== "none" && (isLiteral || isOperandNext)) {
      const star = previous.end - 1;
      const isBracket = !isLiteral && kind === "open" && spelling !== "{";
      const asTarget = isBracket ? [
        { start: star, replacement: spelling },
        { start, replacement: " " }
      ] : [];
      if (previous.star === "annotation") edits.push(asTarget);
      else stars.push({ depth, asTarget, asOperand: [{ start: star, replacement: "+" }] });
    }
    if (kind === "open") {
      depth += 1;
    } else if (kind === "close") {
      depth = Math.max(0, depth - 1);
    } else if (kind === "newline" || spelling === ";") {
      endStatement();
    } else if (spelling === "for") {
      loops.push({ depth, starsBefore: stars.length });
    } else if (spelling === "in" && loops.at(-1)?.depth === depth) {
      takeTargets(loops.pop()?.starsBefore ?? stars.length);
    } else if (spelling === "=" && depth === 0) {
      takeTargets(0);
    }
    const isUnary = spelling === "*" && !isOperand(previous) && /^[\s\\]*$/.test(text.slice(previous.end, start));
    const ofUnary = previous.spelling === ":" && depth > 0 ? "annotation" : "target";
    previous = { kind, spelling, end, star: isUnary ? ofUnary : "none" };
  }
  endStatement();
  return edited(
    text,
    edits.flat().toSorted((one, other) => one.start - other.start)
  );
}
function isOperand({ kind, spelling }) {
  return kind === "close" || kind === "word" && !BEFORE_OPERANDS.has(spelling);
}
var BEFORE_OPERANDS = new Set(
  "and as assert await case del elif else for from if in is lambda not or raise return while with yield".split(
    " "
  )
);
function legible(text) {
  const lines = text.includes("\r") ? text.replace(/\r(?!\n)/g, "\n") : text;
  const aliases = lines.includes("type") ? lines.replace(ALIAS_LIKE_KEYWORD, (found) => found.slice(0, -1) + found.slice(-1).toUpperCase()) : lines;
  const hasCharacters = aliases.includes("\\N{") || aliases.includes(":=") && FIELD_LIKE_WALRUS.test(aliases);
  const fields = hasCharacters ? withPlainSpecifications(aliases) : aliases;
  return fields.includes("match") && MATCH_LIKE_CALL.test(fields) ? withPlainSubjects(fields) : fields;
}
var ALIAS_LIKE_KEYWORD = /\btype(?:[ \t\f]|\\\r?\n)+(?:match|type|print|exec)(?=\W)/g;
var FIELD_LIKE_WALRUS = /\{[^{}]*:=/;
var MATCH_LIKE_CALL = /^[ \t\f]*match(?:[ \t\f]|\\\r?\n)*[([]/m;
function withPlainSpecifications(text) {
  const edits = [];
  for (const { kind, start, end } of lexemesOf(text)) {
    if (kind === "character") edits.push({ start, replacement: " ".repeat(end - start) });
  }
  return edited(text, edits);
}
function withPlainSubjects(text) {
  const edits = [];
  let header;
  let depth = 0;
  let previous = "newline";
  for (const lexeme of lexemesOf(text)) {
    const { kind, start, end } = lexeme;
    if (kind === "comment" || kind === "newline" && depth > 0) {
      if (depth === 1) header?.gaps.push({ start, end });
      continue;
    }
    const spelling = kind === "newline" ? "\n" : text.slice(start, end);
    if (kind === "open") depth += 1;
    if (kind === "close") depth -= 1;
    if (depth === 0 && kind === "word" && previous === "newline") {
      if (header?.isEnded === true && spelling === "case") edits.push(...withoutBrackets(text, header));
      header = spelling === "match" ? { start: end, lexemes: [], gaps: [], isEnded: false } : void 0;
    } else if (header !== void 0) {
      if (kind !== "newline") header.lexemes.push({ kind, start, spelling, depth });
      else header.isEnded = header.lexemes.at(-1)?.spelling === ":";
    }
    previous = kind;
  }
  return edited(text, edits);
}
function withoutBrackets(text, header) {
  const { start, lexemes, gaps } = header;
  const [first, ...rest] = lexemes;
  if (first?.kind !== "open" || !/^[\s\\]*$/.test(text.slice(start, first.start))) return [];
  const closing = rest.findIndex(({ kind, depth }) => kind === "close" && depth === 0);
  const next = rest[closing + 1]?.spelling ?? "";
  const isTarget = next === ":" ? first.spelling === "[" : [".", "[", "("].includes(next);
  const isOpaque = rest.some(
    ({ depth, spelling }, index) => index < closing && depth === 1 && /^(?:lambda|for|async|yield)$/.test(spelling)
  );
  const last = rest[closing];
  if (!isTarget || isOpaque || last === void 0) return [];
  const blanks = gaps.filter((gap) => gap.end <= last.start).map((gap) => ({ start: gap.start, replacement: " ".repeat(gap.end - gap.start) }));
  const replacement = closing === 0 ? "0" : " ";
  return [{ start: first.start, replacement }, ...blanks, { start: last.start, replacement }];
}
function readAgain(tree, parse) {
  let best = tree;
  for (const respell of [
    withDefaultsAsBounds,
    withPlainStars,
    withIndentedComments,
    withJoinedLines,
    withJoinedLinesAndNoComments
  ]) {
    if (!best.hasError) break;
    const spelling = respell(best.text);
    if (spelling === best.text) continue;
    const again = parse(spelling);
    if (unreadIn(again) < unreadIn(best)) best = again;
  }
  return best;
}
function unreadIn(tree) {
  let units = tree.missing.size;
  for (let node = import_shared.ROOT; node < tree.size; node++) {
    if (tree.kind[node] !== import_shared.Kind.ERROR) continue;
    units += 1 + (tree.end[node] ?? 0) - (tree.start[node] ?? 0);
    node = (tree.after[node] ?? tree.size) - 1;
  }
  return units;
}
function withDefaultsAsBounds(text) {
  const edits = [];
  const declares = [];
  let words2 = "";
  let isDefault = false;
  for (const { kind, start, end } of lexemesOf(text)) {
    const spelling = text.slice(start, end);
    const isStar = isDefault && spelling === "*";
    isDefault = spelling === "=" && declares.at(-1) === true;
    if (isDefault) edits.push({ start, replacement: ":" });
    else if (isStar) edits.push({ start, replacement: " " });
    else if (kind === "open") declares.push(spelling === "[" && /\b(?:class|def|type) \S+ $/.test(words2));
    else if (kind === "close") declares.pop();
    words2 = kind === "word" ? `${words2.slice(words2.lastIndexOf(" ", words2.length - 2) + 1)}${spelling} ` : "";
  }
  return edited(text, edits);
}
function withIndentedComments(text) {
  const edits = [];
  let comments = [];
  let previous = "newline";
  for (const lexeme of lexemesOf(text)) {
    const { kind, start } = lexeme;
    if (kind === "comment" && previous === "newline") comments.push(lexeme);
    else if (kind !== "newline") {
      const indentation = previous === "newline" ? text.slice(lineStart(text, start), start) : "";
      for (const comment of comments) edits.push(...moved(text, comment, indentation));
      comments = [];
    }
    if (kind !== "comment") previous = kind;
  }
  return edited(text, edits);
}
function moved(text, comment, indentation) {
  const start = lineStart(text, comment.start);
  const { length } = indentation;
  if (widthOf(text.slice(start, comment.start)) >= widthOf(indentation)) return [];
  const isLong = start + length < comment.end;
  const replacement = isLong ? `${indentation}#${text.slice(start + length + 1, comment.end)}` : "";
  return [{ start, replacement: replacement.padEnd(comment.end - start) }];
}
function widthOf(indentation) {
  let width = 0;
  for (const char of indentation)
    width = char === "	" ? width + 8 - width % 8 : char === "\f" ? 0 : width + 1;
  return width;
}
function lineStart(text, offset) {
  return text.lastIndexOf("\n", offset - 1) + 1;
}
function withJoinedLines(text) {
  return joined(text, false);
}
function withJoinedLinesAndNoComments(text) {
  return joined(text, true);
}
function joined(text, withoutComments) {
  const edits = [];
  const open = [];
  let previous = "newline";
  for (const { kind, start, end } of lexemesOf(text)) {
    const spelling = kind === "comment" ? "" : text.slice(start, end);
    const isBlanked = kind === "comment" ? withoutComments : kind === "newline" && (previous !== "comment" || withoutComments);
    previous = kind;
    if (kind === "open") open.push({ closing: CLOSED_BY.get(spelling) ?? "", editsBefore: edits.length });
    else if (open.length === 0) continue;
    else if (isBlanked) edits.push({ start, replacement: " ".repeat(end - start) });
    else if (kind === "close" && open.at(-1)?.closing === spelling) open.pop();
    else if (kind === "close" || STATEMENT_WORDS.has(spelling)) {
      edits.length = open[0]?.editsBefore ?? 0;
      open.length = 0;
    }
  }
  edits.length = open[0]?.editsBefore ?? edits.length;
  return edited(text, edits);
}
var CLOSED_BY = /* @__PURE__ */ new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"]
]);
var STATEMENT_WORDS = new Set(
  "assert break class continue def del elif except finally global import nonlocal pass raise return try while with".split(
    " "
  )
);
function loadParser(runtimeModule, grammarModule) {
  const runtime = link(runtimeModule, grammarModule);
  runtime.exports.ts_parser_new_wasm();
  const parser = word2(runtime, runtime.transfer);
  runtime.exports.ts_parser_set_language(parser, runtime.language);
  const parse = (text) => {
    runtime.source.text = text;
    runtime.exports.ts_parser_reset(parser);
    const tree = runtime.exports.ts_parser_parse_wasm(parser, runtime.inputBuffer, 0, 0, 0);
    if (tree === 0) throw new Error("the parser gave no tree");
    const flat = flatten(runtime, tree, text);
    runtime.exports.ts_tree_delete(tree);
    runtime.source.text = "";
    return flat;
  };
  return (text) => {
    const spelling = legible(text);
    const tree = parse(spelling);
    if (!tree.hasError) return spelling === text ? tree : { ...withCommentsOf(text, tree), text };
    const best = readAgain(tree, parse);
    return best.text === text ? best : { ...withCommentsOf(text, best), text };
  };
}
var MEMORY_BASE = 1024;
var STACK_LOW = 16704;
var STACK_HIGH = 82240;
var INITIAL_PAGES = 512;
var MAXIMUM_PAGES = 32768;
var PAGE = 65536;
var INPUT_UNITS = 10 * 1024;
function link(runtimeModule, grammarModule) {
  const needed = { runtime: dynamicSizes(runtimeModule), grammar: dynamicSizes(grammarModule) };
  const memory = new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum: MAXIMUM_PAGES });
  const runtimeTable = 1;
  const grammarTable = runtimeTable + needed.runtime.table;
  const table = new WebAssembly.Table({ initial: grammarTable + needed.grammar.table, element: "anyfunc" });
  const source = { text: "" };
  const heapBase = aligned(STACK_HIGH + needed.grammar.memory);
  const position = (value, mutable = false) => new WebAssembly.Global({ value: "i32", mutable }, value);
  const unavailable = () => {
    throw new Error("the parser asked for a system call");
  };
  const runtimeInstance = new WebAssembly.Instance(runtimeModule, {
    wasi_snapshot_preview1: { fd_write: unavailable, fd_seek: unavailable, fd_close: unavailable },
    "GOT.mem": {
      __stack_low: position(STACK_LOW, true),
      __stack_high: position(STACK_HIGH, true),
      __heap_base: position(heapBase, true)
    },
    env: {
      memory,
      __indirect_function_table: table,
      __stack_pointer: position(STACK_HIGH, true),
      __memory_base: position(MEMORY_BASE),
      __table_base: position(runtimeTable),
      _abort_js: unavailable,
      emscripten_resize_heap: (size) => grow(memory, size >>> 0),
      tree_sitter_parse_callback: (buffer, index, _row, _column, length) => {
        const count = Math.max(0, Math.min(INPUT_UNITS, source.text.length - index));
        Buffer.from(memory.buffer, buffer, 2 * count).write(
          source.text.slice(index, index + count),
          "utf16le"
        );
        new Int32Array(memory.buffer, length, 1)[0] = count;
      },
      tree_sitter_log_callback: () => {
      },
      tree_sitter_progress_callback: () => 0,
      tree_sitter_query_progress_callback: () => 0
    }
  });
  const grammarInstance = new WebAssembly.Instance(grammarModule, {
    env: {
      ...runtimeInstance.exports,
      memory,
      __indirect_function_table: table,
      __memory_base: position(aligned(STACK_HIGH)),
      __table_base: position(grammarTable)
    }
  });
  for (const { exports: exports22 } of [runtimeInstance, grammarInstance]) {
    call(exports22["__wasm_apply_data_relocs"]);
    call(exports22["__wasm_call_ctors"]);
  }
  const exports2 = runtimeInstance.exports;
  return {
    exports: exports2,
    memory,
    source,
    transfer: exports2.ts_init(),
    inputBuffer: exports2.malloc(2 * INPUT_UNITS + 2),
    language: call(grammarInstance.exports["tree_sitter_python"])
  };
}
function call(exported) {
  if (typeof exported !== "function") throw new Error("the parser lacks an export");
  return Number(exported());
}
function aligned(address) {
  return address + 15 & ~15;
}
function grow(memory, size) {
  const present = memory.buffer.byteLength;
  if (size > MAXIMUM_PAGES * PAGE) return 0;
  const wanted = Math.min(Math.max(size, present * 1.5), MAXIMUM_PAGES * PAGE);
  memory.grow(Math.ceil((wanted - present) / PAGE));
  return 1;
}
function dynamicSizes(module2) {
  const [section] = WebAssembly.Module.customSections(module2, "dylink.0");
  if (section === void 0) throw new Error("the parser module has no dylink.0 section");
  const bytes = new Uint8Array(section);
  let at = 2;
  const leb = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const memory = leb();
  leb();
  return { memory, table: leb() };
}
function word2(runtime, address) {
  return new Uint32Array(runtime.memory.buffer, address, 1)[0] ?? 0;
}
var ERROR_SYMBOL = 65535;
var CURSOR_WORDS = 4;
function hasErrorAtCursor({ exports: exports2, memory, transfer }, tree) {
  const cursor = new Int32Array(memory.buffer, transfer, CURSOR_WORDS).slice();
  exports2.ts_tree_cursor_current_node_wasm(tree);
  const hasError = exports2.ts_node_has_error_wasm(tree) !== 0;
  new Int32Array(memory.buffer, transfer, CURSOR_WORDS).set(cursor);
  return hasError;
}
function flatten(runtime, tree, text) {
  const { exports: exports2 } = runtime;
  exports2.ts_tree_root_node_wasm(tree);
  const hasError = exports2.ts_node_has_error_wasm(tree) !== 0;
  exports2.ts_tree_root_node_wasm(tree);
  const size = exports2.ts_node_descendant_count_wasm(tree);
  const kind = new Uint16Array(size);
  const start = new Uint32Array(size);
  const end = new Uint32Array(size);
  const parent = new Int32Array(size);
  const after = new Int32Array(size);
  const field = new Uint8Array(size);
  const missing = /* @__PURE__ */ new Set();
  const lacking = /* @__PURE__ */ new Set();
  exports2.ts_tree_root_node_wasm(tree);
  exports2.ts_tree_cursor_new_wasm(tree);
  let node = 0;
  let above = import_shared.NO_NODE;
  for (; ; ) {
    const symbol = exports2.ts_tree_cursor_current_node_type_id_wasm(tree);
    kind[node] = symbol === ERROR_SYMBOL ? import_shared.Kind.ERROR : import_shared.kindOfSymbol[symbol] ?? import_shared.Kind.end;
    start[node] = exports2.ts_tree_cursor_start_index_wasm(tree);
    end[node] = exports2.ts_tree_cursor_end_index_wasm(tree);
    parent[node] = above;
    field[node] = node === 0 ? import_shared.Field.none : exports2.ts_tree_cursor_current_field_id_wasm(tree);
    if (hasError) {
      const isMissing = exports2.ts_tree_cursor_current_node_is_missing_wasm(tree) !== 0;
      if (isMissing) missing.add(node);
      if (hasErrorAtCursor(runtime, tree)) {
        lacking.delete(above);
        if (!isMissing && kind[node] !== import_shared.Kind.ERROR) lacking.add(node);
      }
    }
    const here = node++;
    if (exports2.ts_tree_cursor_goto_first_child_wasm(tree) !== 0) {
      above = here;
      continue;
    }
    after[here] = node;
    while (exports2.ts_tree_cursor_goto_next_sibling_wasm(tree) === 0) {
      if (above === import_shared.NO_NODE) {
        exports2.ts_tree_cursor_delete_wasm(tree);
        return { text, size: node, kind, start, end, parent, after, field, missing, lacking, hasError };
      }
      exports2.ts_tree_cursor_goto_parent_wasm(tree);
      after[above] = node;
      above = parent[above] ?? import_shared.NO_NODE;
    }
  }
}
function compiling(nodeVersion) {
  const major = Number.parseInt(nodeVersion, 10);
  const set = (...flags) => {
    if (major <= LAST_TRIED) for (const flag of flags) (0, import_node_v8.setFlagsFromString)(flag);
  };
  return {
    optimizeLate() {
      if (major === 20) set("--interrupt-budget=1000000");
      else set("--invocation-count-for-maglev=4000", "--invocation-count-for-turbofan=30000");
    },
    // From Node 24 on the first flag, set at run time, does not entail the others.
    compileWebAssemblyOnce: () => set("--liftoff-only", "--no-wasm-tier-up", "--no-wasm-dynamic-tiering"),
    compileWebAssemblyTwice: () => set("--no-liftoff-only", "--wasm-tier-up", "--wasm-dynamic-tiering")
  };
}
var LAST_TRIED = 26;
var { optimizeLate, compileWebAssemblyOnce, compileWebAssemblyTwice } = compiling(process.versions.node);
optimizeLate();
var host = {
  cwd: process.cwd(),
  environment: process.env,
  version: "0.1.0",
  get program() {
    return { node: process.execPath, program: (0, import_node_fs.realpathSync)(process.argv[1] ?? "") };
  },
  processId: process.pid,
  isRunning,
  uninterrupted,
  stdout: output(1),
  stderr: output(2),
  stdin: () => (0, import_node_fs.readFileSync)(0),
  parser: (bytes) => bytes < TIER_UP_BYTES ? parserForLittle() : parserOf(shipped)
};
var TIER_UP_BYTES = 15e5;
function parserOf(bytesOf) {
  const load = (name) => new WebAssembly.Module(bytesOf(name));
  return loadParser(load("web-tree-sitter.wasm"), load("tree-sitter-python.wasm"));
}
var shipped = (name) => (0, import_node_fs.readFileSync)((0, import_node_path.join)(__dirname, "..", "dist", name));
function parserForLittle() {
  compileWebAssemblyOnce();
  let parse = parserOf(shipped);
  let read = 0;
  return (text) => {
    const isReplaced = read < TIER_UP_BYTES && read + text.length >= TIER_UP_BYTES;
    read += text.length;
    if (isReplaced) parse = parserForMuch();
    return parse(text);
  };
}
function parserForMuch() {
  compileWebAssemblyTwice();
  const section = Buffer.from([0, 2, 1, "x".charCodeAt(0)]);
  return parserOf((name) => Buffer.concat([shipped(name), section]));
}
function output(descriptor) {
  return {
    // Making the stream loads the network stack: only a run that prints something asks.
    get isTerminal() {
      return (descriptor === 1 ? process.stdout : process.stderr).isTTY;
    },
    write: (content) => writeAll(descriptor, Buffer.from(content))
  };
}
function writeAll(descriptor, bytes) {
  for (let written = 0; written < bytes.length; ) {
    try {
      written += (0, import_node_fs.writeSync)(descriptor, bytes, written);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : void 0;
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
function isRunning(processId) {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
function uninterrupted(run2) {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  const ignore2 = () => {
  };
  for (const signal of signals) process.on(signal, ignore2);
  try {
    return run2();
  } finally {
    for (const signal of signals) process.off(signal, ignore2);
  }
}
function crash(error) {
  const trace = error instanceof Error ? error.stack ?? error.message : String(error);
  host.stderr.write(`proctor: internal error; please report this:
${trace}
`);
  process.exit(2);
}
process.on("uncaughtException", crash);
process.on("unhandledRejection", crash);
main(process.argv.slice(2), host).then((code) => process.exit(code), crash);
