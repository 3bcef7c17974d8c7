var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key2 of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key2) && key2 !== except)
        __defProp(to, key2, { get: () => from[key2], enumerable: !(desc = __getOwnPropDesc(from, key2)) || desc.enumerable });
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
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  Field: () => Field,
  JSON_VERSION: () => JSON_VERSION,
  Kind: () => Kind,
  NO_NODE: () => NO_NODE,
  ROOT: () => ROOT,
  SYNTAX_ERROR: () => SYNTAX_ERROR,
  UserError: () => UserError,
  afterOf: () => afterOf,
  ancestorOf: () => ancestorOf,
  argumentsOf: () => argumentsOf,
  attempt: () => attempt,
  blobSizes: () => blobSizes,
  calledNameOf: () => calledNameOf,
  calleeOf: () => calleeOf,
  check: () => check,
  childIn: () => childIn,
  childrenIn: () => childrenIn,
  childrenOf: () => childrenOf,
  contains: () => contains,
  count: () => count,
  decode: () => decode,
  descendantsOf: () => descendantsOf,
  displayed: () => displayed,
  documentedParametersOf: () => documentedParametersOf,
  dottedNameOf: () => dottedNameOf,
  editDistance: () => editDistance,
  endOf: () => endOf,
  everythingIn: () => everythingIn,
  families: () => families,
  fieldOf: () => fieldOf,
  findingEntry: () => findingEntry,
  firstNamedChildOf: () => firstNamedChildOf,
  hasInside: () => hasInside,
  isAscii: () => isAscii,
  isConftest: () => isConftest,
  isSpelt: () => isSpelt,
  isStatement: () => isStatement,
  isStaticMethod: () => isStaticMethod,
  keywordOf: () => keywordOf,
  kindOf: () => kindOf,
  kindOfSymbol: () => kindOfSymbol,
  matchesConvention: () => matchesConvention,
  namedChildrenOf: () => namedChildrenOf,
  nearest: () => nearest,
  nodeAt: () => nodeAt,
  openRepository: () => openRepository,
  output: () => output,
  parentOf: () => parentOf,
  parserFor: () => parserFor,
  pathText: () => pathText,
  print: () => print,
  pythonTwoIn: () => pythonTwoIn,
  readBlobs: () => readBlobs,
  sentence: () => sentence,
  settingsOf: () => settingsOf,
  sourcesOf: () => sourcesOf,
  splitAtNul: () => splitAtNul,
  startOf: () => startOf,
  statementAround: () => statementAround,
  stringContentOf: () => stringContentOf,
  suggestion: () => suggestion,
  syntaxErrorOf: () => syntaxErrorOf,
  testModule: () => testModule,
  textOf: () => textOf,
  unparenthesized: () => unparenthesized,
  unwrapped: () => unwrapped,
  valueGivenTo: () => valueGivenTo,
  withSlashes: () => withSlashes,
  workplaceOf: () => workplaceOf
});
module.exports = __toCommonJS(stdin_exports);
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
var import_node_child_process = require("node:child_process");
var import_node_fs2 = require("node:fs");
var import_node_fs3 = require("node:fs");
var import_node_path2 = require("node:path");
var import_node_fs4 = require("node:fs");
var import_node_path3 = require("node:path");
var import_node_path4 = require("node:path");
var __create2 = Object.create;
var __defProp2 = Object.defineProperty;
var __getOwnPropDesc2 = Object.getOwnPropertyDescriptor;
var __getOwnPropNames2 = Object.getOwnPropertyNames;
var __getProtoOf2 = Object.getPrototypeOf;
var __hasOwnProp2 = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames2(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps2 = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key2 of __getOwnPropNames2(from))
      if (!__hasOwnProp2.call(to, key2) && key2 !== except)
        __defProp2(to, key2, { get: () => from[key2], enumerable: !(desc = __getOwnPropDesc2(from, key2)) || desc.enumerable });
  }
  return to;
};
var __toESM2 = (mod, isNodeMode, target) => (target = mod != null ? __create2(__getProtoOf2(mod)) : {}, __copyProps2(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp2(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var require_lazy = __commonJS({
  "src/config/lazy.cjs"(exports2) {
    "use strict";
    exports2.loadPicomatch = () => __require("./picomatch.cjs");
    exports2.loadToml = () => __require("./smol-toml.cjs");
  }
});
var UserError = class extends Error {
  name = "UserError";
};
var JSON_VERSION = 1;
function jsonReport({ findings, checked, failures, fixes }) {
  const report = {
    version: JSON_VERSION,
    ...fixes === void 0 ? {} : { repairs: fixes.repairs, refusals: fixes.refusals },
    findings: findings.map(findingEntry),
    failures,
    summary: {
      modules: checked,
      errors: findings.filter(({ severity }) => severity === "error").length,
      warnings: findings.filter(({ severity }) => severity === "warning").length
    }
  };
  return `${JSON.stringify(report, void 0, 2)}
`;
}
function findingEntry({
  rule,
  severity,
  path,
  message,
  start,
  end,
  span,
  fix,
  offer,
  measure
}) {
  return {
    rule,
    severity,
    path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    start: span.start,
    end: span.end,
    message,
    ...measure === void 0 ? {} : { measure },
    ...fix === void 0 ? {} : { fix },
    ...offer === void 0 ? {} : { offer }
  };
}
var plain = {
  bold: (text2) => text2,
  red: (text2) => text2,
  yellow: (text2) => text2,
  dim: (text2) => text2
};
var WARNINGS_SHOWN = 5;
var WIDEST_LINE = 120;
function textReport({ findings, command, fixes }, paint) {
  if (findings.length === 0) return "";
  const errors = findings.filter(({ severity }) => severity === "error");
  const warnings = findings.filter(({ severity }) => severity === "warning");
  const fixable = fixes === void 0 ? findings.filter(isFixable).length : 0;
  const shown2 = warnings.slice(0, WARNINGS_SHOWN);
  const hidden = warnings.length - shown2.length;
  return [
    ...errors.flatMap((finding) => [headline(finding, paint, paint.red), ...excerpt(finding, paint)]),
    ...shown2.map((finding) => headline(finding, paint, paint.yellow)),
    ...hidden > 0 ? [paint.dim(`and ${count(hidden, "more warning")}`)] : [],
    paint.bold(closing(errors.length, warnings.length, fixable, command)),
    ""
  ].join("\n");
}
function headline({ path, start, severity, message, rule }, paint, colour) {
  const place = paint.bold(`${displayed(path)}:${start.line}:${start.column}:`);
  const label = severity === "warning" ? `${colour("warning:")} ` : "";
  return `${place} ${label}${message}  ${colour(`[${rule}]`)}`;
}
function excerpt({ line, start, end }, paint) {
  const margin = line.length - line.trimStart().length;
  const shown2 = line.slice(margin).trimEnd().replaceAll(/\p{Cc}/gu, " ");
  if (shown2 === "" || shown2.length > WIDEST_LINE || start.column <= margin) return [];
  const first = start.column - 1 - margin;
  const last = end.line === start.line ? end.column - 1 - margin : shown2.length;
  const under = Math.max(1, widthOf(shown2.slice(first, last).trimEnd()));
  return [`    ${shown2}`, `    ${" ".repeat(widthOf(shown2.slice(0, first)))}${paint.red("^".repeat(under))}`];
}
function widthOf(text2) {
  let width = 0;
  for (const character of text2) width += columnsOf(character);
  return width;
}
var WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
function columnsOf(character) {
  if (/\p{Mn}/u.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
function closing(errors, warnings, fixable, command) {
  const counts = [
    ...errors > 0 ? [count(errors, "error")] : [],
    ...warnings > 0 ? [count(warnings, "warning")] : []
  ].join(", ");
  return fixable > 0 ? `${counts}; ${fixable} fixable with \`${command}\`` : counts;
}
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
function isFixable({ fix }) {
  return fix !== void 0 && (!("safe" in fix) || fix.safe);
}
function displayed(path) {
  if (!/["\\\u0000-\u001f\u007f]/u.test(path)) return path;
  const escaped2 = path.replaceAll(/["\\\u0000-\u001f\u007f]/gu, (character) => {
    const short = SHORT_ESCAPES.get(character);
    return short ?? `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`;
  });
  return `"${escaped2}"`;
}
var SHORT_ESCAPES = /* @__PURE__ */ new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\x07", "\\a"],
  ["\b", "\\b"],
  ["	", "\\t"],
  ["\n", "\\n"],
  ["\v", "\\v"],
  ["\f", "\\f"],
  ["\r", "\\r"]
]);
async function print(report, command, host) {
  for (const { path, reason } of report.failures)
    host.stderr.write(`proctor: ${displayed(path)}: ${reason}
`);
  switch (command.format) {
    case "json":
      host.stdout.write(jsonReport(report));
      return;
    case "text": {
      const findings = command.quiet ? report.findings.filter(({ severity }) => severity === "error") : report.findings;
      if (findings.length === 0) return;
      host.stdout.write(textReport({ ...report, findings }, await paintFor(command.color, host)));
    }
  }
}
async function paintFor(asked, { stdout, environment }) {
  if (!(asked ?? isColourful(stdout, environment))) return plain;
  const { $, bold, red, yellow, dim } = await Promise.resolve().then(() => __toESM(require("./kleur.cjs")));
  $.enabled = true;
  return { bold, red, yellow, dim };
}
function isColourful({ isTerminal }, environment) {
  if (isSet(environment["NO_COLOR"])) return false;
  const force = environment["FORCE_COLOR"];
  if (isSet(force)) return force !== "0" && force !== "false";
  return isTerminal && environment["TERM"] !== "dumb";
}
function isSet(value) {
  return value !== void 0 && value !== "";
}
var Kind = {
  end: 0,
  identifier: 1,
  ";": 2,
  import_token: 3,
  ".": 4,
  from_token: 5,
  __future___token: 6,
  "(": 7,
  ")": 8,
  ",": 9,
  as_token: 10,
  "*": 11,
  print_token: 12,
  ">>": 13,
  assert_token: 14,
  ":=": 15,
  return_token: 16,
  del_token: 17,
  raise_token: 18,
  pass_token: 19,
  break_token: 20,
  continue_token: 21,
  if_token: 22,
  ":": 23,
  elif_token: 24,
  else_token: 25,
  match_token: 26,
  case_token: 27,
  async_token: 28,
  for_token: 29,
  in_token: 30,
  while_token: 31,
  try_token: 32,
  except_token: 33,
  finally_token: 34,
  with_token: 35,
  def_token: 36,
  "->": 37,
  "**": 38,
  global_token: 39,
  nonlocal_token: 40,
  exec_token: 41,
  type_token: 42,
  "=": 43,
  class_token: 44,
  "[": 45,
  "]": 46,
  "@": 47,
  "-": 48,
  __token: 49,
  "|": 50,
  "{": 51,
  "}": 52,
  "+": 53,
  not_token: 54,
  and_token: 55,
  or_token: 56,
  "/": 57,
  "%": 58,
  "//": 59,
  "&": 60,
  "^": 61,
  "<<": 62,
  "~": 63,
  is_token: 64,
  "<": 65,
  "<=": 66,
  "==": 67,
  "!=": 68,
  ">=": 69,
  ">": 70,
  "<>": 71,
  lambda_token: 72,
  "+=": 73,
  "-=": 74,
  "*=": 75,
  "/=": 76,
  "@=": 77,
  "//=": 78,
  "%=": 79,
  "**=": 80,
  ">>=": 81,
  "<<=": 82,
  "&=": 83,
  "^=": 84,
  "|=": 85,
  yield_token: 86,
  ellipsis: 87,
  escape_sequence: 88,
  "\\": 89,
  type_conversion: 90,
  integer: 91,
  float: 92,
  await_token: 93,
  true: 94,
  false: 95,
  none: 96,
  comment: 97,
  line_continuation: 98,
  string_start: 99,
  escape_interpolation: 100,
  string_end: 101,
  module: 102,
  import_statement: 103,
  import_prefix: 104,
  relative_import: 105,
  future_import_statement: 106,
  import_from_statement: 107,
  aliased_import: 108,
  wildcard_import: 109,
  print_statement: 110,
  chevron: 111,
  assert_statement: 112,
  expression_statement: 113,
  named_expression: 114,
  return_statement: 115,
  delete_statement: 116,
  raise_statement: 117,
  pass_statement: 118,
  break_statement: 119,
  continue_statement: 120,
  if_statement: 121,
  elif_clause: 122,
  else_clause: 123,
  match_statement: 124,
  block: 125,
  case_clause: 126,
  for_statement: 127,
  while_statement: 128,
  try_statement: 129,
  except_clause: 130,
  finally_clause: 131,
  with_statement: 132,
  with_clause: 133,
  with_item: 134,
  function_definition: 135,
  parameters: 136,
  lambda_parameters: 137,
  list_splat: 138,
  dictionary_splat: 139,
  global_statement: 140,
  nonlocal_statement: 141,
  exec_statement: 142,
  type_alias_statement: 143,
  class_definition: 144,
  type_parameter: 145,
  parenthesized_list_splat: 146,
  argument_list: 147,
  decorated_definition: 148,
  decorator: 149,
  expression_list: 150,
  dotted_name: 151,
  case_pattern: 152,
  as_pattern: 153,
  union_pattern: 154,
  list_pattern: 155,
  tuple_pattern: 156,
  dict_pattern: 157,
  keyword_pattern: 158,
  splat_pattern: 159,
  class_pattern: 160,
  complex_pattern: 161,
  default_parameter: 162,
  typed_default_parameter: 163,
  list_splat_pattern: 164,
  dictionary_splat_pattern: 165,
  not_operator: 166,
  boolean_operator: 167,
  binary_operator: 168,
  unary_operator: 169,
  "not in": 170,
  "is not": 171,
  comparison_operator: 172,
  lambda: 173,
  assignment: 174,
  augmented_assignment: 175,
  pattern_list: 176,
  yield: 177,
  attribute: 178,
  subscript: 179,
  slice: 180,
  call: 181,
  typed_parameter: 182,
  type: 183,
  splat_type: 184,
  generic_type: 185,
  union_type: 186,
  constrained_type: 187,
  member_type: 188,
  keyword_argument: 189,
  list: 190,
  set: 191,
  tuple: 192,
  dictionary: 193,
  pair: 194,
  list_comprehension: 195,
  dictionary_comprehension: 196,
  set_comprehension: 197,
  generator_expression: 198,
  parenthesized_expression: 199,
  for_in_clause: 200,
  if_clause: 201,
  conditional_expression: 202,
  concatenated_string: 203,
  string: 204,
  string_content: 205,
  interpolation: 206,
  format_specifier: 207,
  await: 208,
  positional_separator: 209,
  keyword_separator: 210,
  as_pattern_target: 211,
  format_expression: 212,
  ERROR: 213
};
var kindNames = Object.keys(Kind);
var kindOfSymbol = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 11, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 0, 90, 91, 92, 93, 94, 95, 96, 97, 98, 0, 0, 0, 99, 0, 100, 101, 102, 0, 0, 103, 104, 105, 106, 107, 0, 108, 109, 110, 111, 112, 113, 114, 0, 115, 116, 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 125, 150, 151, 152, 0, 153, 154, 155, 156, 157, 0, 158, 159, 160, 161, 0, 0, 0, 0, 156, 155, 162, 163, 164, 165, 153, 0, 0, 0, 166, 167, 168, 169, 170, 171, 172, 173, 173, 174, 175, 176, 0, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 192, 193, 194, 195, 196, 197, 198, 0, 199, 0, 200, 201, 202, 203, 204, 205, 206, 0, 0, 207, 208, 209, 210, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 211, 212];
var Field = {
  none: 0,
  alias: 1,
  alternative: 2,
  argument: 3,
  arguments: 4,
  attribute: 5,
  body: 6,
  cause: 7,
  code: 8,
  condition: 9,
  consequence: 10,
  definition: 11,
  expression: 12,
  format_specifier: 13,
  function: 14,
  guard: 15,
  key: 16,
  left: 17,
  module_name: 18,
  name: 19,
  object: 20,
  operator: 21,
  operators: 22,
  parameters: 23,
  return_type: 24,
  right: 25,
  subject: 26,
  subscript: 27,
  superclasses: 28,
  type: 29,
  type_conversion: 30,
  type_parameters: 31,
  value: 32
};
var NO_NODE = -1;
var ROOT = 0;
function kindOf(tree, node) {
  return tree.kind[node] ?? Kind.end;
}
function kindNameOf(tree, node) {
  return kindNames[kindOf(tree, node)] ?? "end";
}
function startOf(tree, node) {
  return tree.start[node] ?? 0;
}
function endOf(tree, node) {
  return tree.end[node] ?? 0;
}
function spanOf(tree, node) {
  return { start: startOf(tree, node), end: endOf(tree, node) };
}
function textOf(tree, node) {
  return tree.text.slice(startOf(tree, node), endOf(tree, node));
}
function parentOf(tree, node) {
  return tree.parent[node] ?? NO_NODE;
}
function fieldOf(tree, node) {
  return tree.field[node] ?? Field.none;
}
function afterOf(tree, node) {
  return tree.after[node] ?? tree.size;
}
function nextSiblingOf(tree, node) {
  const parent = parentOf(tree, node);
  if (parent === NO_NODE) return NO_NODE;
  const next = afterOf(tree, node);
  return next < afterOf(tree, parent) ? next : NO_NODE;
}
function childrenOf(tree, node) {
  const children = [];
  for (let child = node + 1, end = afterOf(tree, node); child < end; child = afterOf(tree, child))
    children.push(child);
  return children;
}
function isToken(kind) {
  return tokenKinds[kind] === 1;
}
function namedChildrenOf(tree, node) {
  const children = [];
  for (let child = node + 1, end = afterOf(tree, node); child < end; child = afterOf(tree, child)) {
    const kind = kindOf(tree, child);
    if (kind !== Kind.comment && kind !== Kind.line_continuation && !isToken(kind)) children.push(child);
  }
  return children;
}
function firstNamedChildOf(tree, node) {
  for (let child = node + 1, end = afterOf(tree, node); child < end; child = afterOf(tree, child)) {
    const kind = kindOf(tree, child);
    if (kind !== Kind.comment && kind !== Kind.line_continuation && !isToken(kind)) return child;
  }
  return NO_NODE;
}
function hasNamedChildAfter(tree, node, child) {
  for (let next = afterOf(tree, child), end = afterOf(tree, node); next < end; next = afterOf(tree, next)) {
    const kind = kindOf(tree, next);
    if (kind !== Kind.comment && kind !== Kind.line_continuation && !isToken(kind)) return true;
  }
  return false;
}
function childIn(tree, node, field) {
  for (let child = node + 1, end = afterOf(tree, node); child < end; child = afterOf(tree, child)) {
    if (tree.field[child] === field) return child;
  }
  return NO_NODE;
}
function childrenIn(tree, node, field) {
  return childrenOf(tree, node).filter((child) => tree.field[child] === field);
}
function childOfKind(tree, node, kind) {
  for (let child = node + 1, end = afterOf(tree, node); child < end; child = afterOf(tree, child)) {
    if (tree.kind[child] === kind) return child;
  }
  return NO_NODE;
}
function ancestorOf(tree, node, ...kinds) {
  let ancestor = parentOf(tree, node);
  while (ancestor !== NO_NODE && !kinds.some((kind) => kind === tree.kind[ancestor]))
    ancestor = parentOf(tree, ancestor);
  return ancestor;
}
function contains(tree, outer, inner) {
  return outer <= inner && inner < afterOf(tree, outer);
}
function* descendantsOf(tree, node, kind) {
  for (let inner = node, end = afterOf(tree, node); inner < end; inner++) {
    if (tree.kind[inner] === kind) yield inner;
  }
}
function nodeAt(tree, offset) {
  let node = ROOT;
  for (; ; ) {
    const inner = childrenOf(tree, node).find(
      (child) => startOf(tree, child) <= offset && offset < endOf(tree, child)
    );
    if (inner === void 0) return node;
    node = inner;
  }
}
var tokenKinds = Uint8Array.from(
  kindNames,
  (name) => name.endsWith("_token") || !/^[a-zA-Z_]+$/.test(name) ? 1 : 0
);
function commentsOf(tree, nodesOf, lineStarts) {
  let line = 1;
  return Array.from(nodesOf(Kind.comment), (node) => {
    const span = { start: startOf(tree, node), end: endOf(tree, node) };
    while (line < lineStarts.length && (lineStarts[line] ?? 0) <= span.start) line++;
    const lineStart = lineStarts[line - 1] ?? 0;
    const text2 = tree.text.slice(span.start, span.end);
    return {
      node,
      span,
      text: text2,
      content: text2.slice(lengthOfSigns(text2)).trim(),
      line,
      column: span.start - lineStart + 1,
      isOwnLine: isBlank(tree.text, lineStart, span.start),
      isPragma: isPragma(text2, line)
    };
  });
}
function lengthOfSigns(text2) {
  let length = 1;
  while (text2[length] === "#" || text2[length] === "!" || text2[length] === ":") length++;
  return length;
}
function commentsOnLines(comments, first, last) {
  const start = placeOf(comments, first);
  let end = start;
  while ((comments[end]?.line ?? Infinity) <= last) end++;
  return start === end ? NO_COMMENTS : comments.slice(start, end);
}
var NO_COMMENTS = [];
function placeOf(comments, line) {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((comments[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
function isPragma(text2, line) {
  if (line === 1 && text2.startsWith("#!")) return true;
  if (!MAY_BE_PRAGMA.test(text2)) return false;
  const [, mark = "", separator = ""] = /^#+\s*(-\*-|\/\/\/|%%|[a-z][\w-]*)\s*([:=]?)/i.exec(text2) ?? [];
  const word = mark.toLowerCase();
  if (separator === "=") return PRAGMAS.has(word) || word.endsWith("coding");
  return PRAGMAS.has(word) || separator !== "" && PRAGMAS_WITH_SEPARATOR.has(word);
}
var MAY_BE_PRAGMA = /^#+\s*(?:-\*-|\/\/\/|%%|[a-z][\w-]*\s*[:=]|no(?:qa|sec|sonar|lint)|skipcq|region|endregion)/i;
var PRAGMAS = new Set(
  "-*- /// %% noqa nosec nosonar skipcq nolint region endregion".split(" ")
);
var PRAGMAS_WITH_SEPARATOR = new Set(
  "pylint flake8 ruff type mypy pyright pyre-fixme pyre-ignore pyre-strict pytype ty fmt yapf isort black autopep8 pyformat pragma coverage proctor nopep8 doctest cython distutils mutmut lint vi vim ex sphinx-gallery cspell spell-checker spellchecker codespell language coding encoding".split(" ")
);
function isBlank(text2, start, end) {
  for (let index = start; index < end; index++) {
    const code = text2.charCodeAt(index);
    if (code !== SPACE && code !== TAB && code !== FORM_FEED) return false;
  }
  return true;
}
var SPACE = 32;
var TAB = 9;
var FORM_FEED = 12;
function suppressionsOf(comments) {
  return comments.filter(({ text: text2 }) => text2.includes("proctor")).flatMap(({ span, line, text: text2 }) => {
    return Array.from(text2.matchAll(SUPPRESSION), (match) => {
      const [written2, kind, list2 = ""] = match;
      const start = span.start + match.index + written2.indexOf("proctor");
      return {
        kind: kind === "ignore-file" ? "file" : "line",
        rules: list2.split(",").flatMap((rule) => rule.trim() || []),
        span: { start, end: span.start + match.index + written2.length },
        line
      };
    });
  });
}
var SUPPRESSION = /#\s*proctor:\s*(ignore-file|ignore)(?![\w-])(?:\s*\[([^\]]*)\])?/g;
function syntaxErrorOf(tree) {
  if (!tree.hasError) return void 0;
  const node = firstErrorOf(tree);
  if (tree.missing.has(node)) return missing(tree, node);
  const bracket = unclosedBracketIn(tree, node);
  if (bracket !== void 0)
    return { at: spanOf(tree, bracket), message: `\`${textOf(tree, bracket)}\` is never closed` };
  const at2 = culpritOf(tree, node);
  const text2 = tree.text.slice(at2.start, at2.end);
  return {
    at: at2,
    message: text2 === "" ? "does not parse: the text ends too early" : `does not parse at \`${text2}\``
  };
}
function firstErrorOf(tree) {
  for (let node = ROOT; node < tree.size; node++) {
    if (kindOf(tree, node) === Kind.ERROR || tree.missing.has(node)) return node;
  }
  return ROOT;
}
function missing(tree, node) {
  const name = kindNameOf(tree, node).replace(/_token$/, "");
  const start = startOf(tree, node);
  return {
    at: { start, end: Math.min(start + 1, tree.text.length) },
    message: `does not parse: ${isToken(kindOf(tree, node)) ? `\`${name}\`` : name} is missing`
  };
}
function unclosedBracketIn(tree, error) {
  const open = [];
  for (const child of childrenOf(tree, error)) {
    const kind = kindOf(tree, child);
    if (kind === Kind["("] || kind === Kind["["] || kind === Kind["{"]) open.push(child);
    else if (kind === Kind[")"] || kind === Kind["]"] || kind === Kind["}"]) open.pop();
  }
  return open.at(-1);
}
function culpritOf(tree, error) {
  for (let node = error + 1, end = afterOf(tree, error); node < end; node++) {
    if (kindOf(tree, node) === Kind.ERROR) return firstWord(tree, node);
  }
  const loose = childrenOf(tree, error).findLast((child) => isToken(kindOf(tree, child)));
  return firstWord(tree, loose ?? error);
}
function firstWord(tree, node) {
  const start = startOf(tree, node);
  const [word = ""] = /^(?:\w+|\S)?/u.exec(tree.text.slice(start, endOf(tree, node))) ?? [];
  return { start, end: start + word.length };
}
var SYNTAX_ERROR = "syntax-error";
var UNUSED_SUPPRESSION = "unused-suppression";
function check(module2, rules2) {
  const errors = syntaxErrorsOf(module2);
  return errors.length > 0 ? errors : ruleFindingsOf(module2, rules2);
}
function everythingIn(module2, rules2) {
  return [...syntaxErrorsOf(module2), ...ruleFindingsOf(module2, rules2)];
}
function syntaxErrorsOf(module2) {
  const error = syntaxErrorOf(module2.tree);
  return error === void 0 ? [] : [findingOf(module2, SYNTAX_ERROR, "error", error)];
}
function ruleFindingsOf(module2, rules2) {
  const findings = [];
  for (const { rule, severity, options: options2 } of rules2) {
    for (const problem2 of rule.check(module2, options2))
      findings.push(findingOf(module2, rule.id, severity, problem2));
  }
  return answered(module2, withoutRivals(findings), rules2).toSorted(byPlace);
}
function withoutRivals(findings) {
  const settled = new Set(findings.filter(isFromVocabulary).map(({ span }) => span.end));
  if (settled.size === 0) return findings;
  return findings.filter((finding) => {
    const { fix, offer = [] } = finding;
    if (isFromVocabulary(finding)) return true;
    const names2 = [...fix !== void 0 && "renames" in fix ? fix.renames : [], ...offer];
    const ends = names2.map(({ span }) => span.end);
    const isName = names2.length > 0 || fix !== void 0 && "renameTo" in fix;
    return !(isName ? [...ends, finding.span.end] : []).some((end) => settled.has(end));
  });
}
var isFromVocabulary = ({ fix }) => fix !== void 0 && "renameTo" in fix && fix.basis === "vocabulary";
function answered(module2, findings, rules2) {
  const suppressions = suppressionsOf(module2.comments);
  return suppressions.length === 0 ? findings : suppressed(module2, findings, suppressions, rules2);
}
function byPlace(one, other) {
  return one.span.start - other.span.start || (one.rule < other.rule ? -1 : Number(one.rule > other.rule));
}
function findingOf(module2, rule, severity, problem2) {
  const { at: at2, message, subject = "", measure, isVocabulary, fix, offer } = problem2;
  const start = module2.positionAt(at2.start);
  const line = module2.lineText(start.line);
  return {
    rule,
    severity,
    path: module2.path,
    span: at2,
    start,
    end: module2.positionAt(at2.end),
    message,
    fingerprint: [rule, module2.qualifiedNameAt(at2.start), formless(subject)].join("\n"),
    likeness: [rule, formless(subject), formless(line)].join("\n"),
    line,
    ...measure === void 0 ? {} : { measure },
    ...isVocabulary === void 0 ? {} : { isVocabulary },
    ...fix === void 0 ? {} : { fix },
    ...offer === void 0 ? {} : { offer }
  };
}
var formless = (text2) => text2.replace(/["'()\s,\\]/g, "");
function suppressed(module2, findings, suppressions, rules2) {
  const used = /* @__PURE__ */ new Set();
  const kept = findings.filter((finding) => {
    const lines = linesThatSpeakFor(module2, finding);
    const answering = suppressions.filter(
      ({ kind, rules: named2, line }) => named2.includes(finding.rule) && (kind === "file" || lines.has(line))
    );
    for (const suppression of answering) used.add(key(suppression, finding.rule));
    return answering.length === 0;
  });
  const active = new Set(rules2.map(({ rule }) => rule.id));
  const unused = suppressions.flatMap(
    (suppression) => unusedPartsOf(suppression, (rule) => used.has(key(suppression, rule)), active).map(
      (message) => findingOf(module2, UNUSED_SUPPRESSION, "warning", { at: suppression.span, message, subject: message })
    )
  );
  return [...kept, ...unused];
}
var key = (suppression, rule) => `${suppression.span.start} ${rule}`;
function linesThatSpeakFor(module2, finding) {
  return /* @__PURE__ */ new Set([finding.start.line, finding.end.line, ...module2.headerLinesAround(finding.span.start)]);
}
function unusedPartsOf(suppression, isUsed, active) {
  if (suppression.rules.length === 0) return ["suppression names no rule; write `ignore[rule]`"];
  return suppression.rules.flatMap((rule) => {
    if (isUsed(rule)) return [];
    return active.has(rule) ? [`suppression of \`${rule}\` suppresses nothing; remove it`] : [];
  });
}
function decode(bytes) {
  const nul = bytes.indexOf(0);
  if (nul !== -1) return { ok: false, reason: `NUL byte at offset ${nul}, which Python source cannot hold` };
  const hasMark = bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191;
  const source = hasMark ? bytes.subarray(3) : bytes;
  const declared = declaredEncoding(source);
  const encoding = declared === void 0 ? "utf-8" : normalized(declared);
  if (hasMark && encoding !== "utf-8") {
    return { ok: false, reason: `a UTF-8 byte order mark, but declares ${declared}; remove one of them` };
  }
  if (encoding === "utf-8") return decodeUtf8(source);
  if (encoding === "latin-1") return { ok: true, text: latin1(source), encoding };
  if (encoding === "ascii") {
    const at2 = source.findIndex((byte) => byte > 127);
    if (at2 === -1) return { ok: true, text: latin1(source), encoding };
    return { ok: false, reason: `not ASCII on line ${lineOf(source, at2)}, though it declares ${declared}` };
  }
  if (encoding === "cp1252" || encoding === "windows-1252") return decodeWindows1252(source);
  return decodeLabelled(source, encoding, declared ?? encoding);
}
var DECLARATION = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
var BLANK = /^[ \t\f]*(?:#.*)?$/;
function declaredEncoding(source) {
  const [first = "", second = ""] = latin1(source.subarray(0, 1e3)).split(/\r\n|\r|\n/, 2);
  const found = DECLARATION.exec(first) ?? (BLANK.test(first) ? DECLARATION.exec(second) : null);
  return found?.[1];
}
function normalized(name) {
  const lower = name.toLowerCase().replaceAll("_", "-");
  if (/^(?:utf-8|utf8|u8|utf|utf-8-sig|cp65001)(?:$|-)/.test(lower)) return "utf-8";
  if (/^(?:latin-1|iso-8859-1|iso-latin-1|latin1|iso8859-1|8859|cp819|l1)(?:$|-(?!\d))/.test(lower))
    return "latin-1";
  if (/^(?:ascii|us-ascii|646)$/.test(lower)) return "ascii";
  return lower;
}
function decodeUtf8(source) {
  try {
    const text2 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(source);
    return { ok: true, text: text2, encoding: "utf-8" };
  } catch {
    const at2 = firstBadByte(source);
    return {
      ok: false,
      reason: `not UTF-8 on line ${lineOf(source, at2)} (byte ${at2}); declare its encoding (PEP 263) or save it as UTF-8`
    };
  }
}
function decodeLabelled(source, encoding, declared) {
  const label = encoding.replace(/^cp(?=125\d$)/, "windows-").replace(/^(?:iso8859)-?/, "iso-8859-");
  try {
    return {
      ok: true,
      text: new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(source),
      encoding
    };
  } catch (error) {
    const reason = error instanceof RangeError ? `unknown encoding ${declared}; save it as UTF-8` : `bytes that are not ${declared}, which it declares; save it as UTF-8`;
    return { ok: false, reason };
  }
}
var WINDOWS_1252 = "\u20AC \u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152 \u017D  \u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153 \u017E\u0178";
function decodeWindows1252(source) {
  const text2 = latin1(source).replaceAll(
    /[\x80-\x9f]/g,
    (byte) => WINDOWS_1252[byte.charCodeAt(0) - 128] ?? " "
  );
  const isDefined = source.every((byte) => byte < 128 || byte > 159 || WINDOWS_1252[byte - 128] !== " ");
  if (isDefined) return { ok: true, text: text2, encoding: "windows-1252" };
  return { ok: false, reason: "bytes that are not cp1252, which it declares; save it as UTF-8" };
}
function firstBadByte(source) {
  let low = 0;
  let high = source.length;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if (isUtf8Prefix(source.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  let start = low;
  while (start > 0 && !isUtf8(source.subarray(0, start))) start--;
  return start;
}
function isUtf8(bytes) {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
function isUtf8Prefix(bytes) {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
function lineOf(source, offset) {
  let line = 1;
  for (let index = 0; index < offset; index++) if (source[index] === 10) line++;
  return line;
}
function latin1(bytes) {
  let text2 = "";
  for (let start = 0; start < bytes.length; start += 8192) {
    text2 += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return text2;
}
function dottedNameOf(tree, node) {
  if (node === NO_NODE) return void 0;
  let length = 0;
  for (let inner = node, end = afterOf(tree, node); inner < end; inner++) {
    const kind = kindOf(tree, inner);
    if (kind === Kind.identifier || kind === Kind["."]) length += endOf(tree, inner) - startOf(tree, inner);
    else if (kind !== Kind.attribute) return void 0;
  }
  const text2 = textOf(tree, node);
  return length === text2.length ? text2 : text2.replace(/\s+/g, "");
}
function calleeOf(tree, call) {
  return dottedNameOf(tree, childIn(tree, call, Field.function));
}
function calledNameOf(tree, call) {
  const callee = childIn(tree, call, Field.function);
  if (callee === NO_NODE) return "";
  if (kindOf(tree, callee) === Kind.identifier) return textOf(tree, callee);
  if (kindOf(tree, callee) !== Kind.attribute) return "";
  const attribute = childIn(tree, callee, Field.attribute);
  return attribute === NO_NODE ? "" : textOf(tree, attribute);
}
function argumentsOf(tree, call) {
  const list2 = childIn(tree, call, Field.arguments);
  if (list2 === NO_NODE) return [];
  if (kindOf(tree, list2) !== Kind.argument_list) return [{ node: list2, keyword: void 0, value: list2 }];
  return namedChildrenOf(tree, list2).map((node) => {
    if (kindOf(tree, node) !== Kind.keyword_argument) return { node, keyword: void 0, value: node };
    const name = childIn(tree, node, Field.name);
    return { node, keyword: textOf(tree, name).normalize("NFKC"), value: childIn(tree, node, Field.value) };
  });
}
function keywordOf(tree, call, keyword) {
  return argumentsOf(tree, call).find((argument) => argument.keyword === keyword)?.value ?? NO_NODE;
}
function stringContentOf(tree, node) {
  if (node === NO_NODE || kindOf(tree, node) !== Kind.string) return void 0;
  const children = childrenOf(tree, node);
  if (children.some((child) => kindOf(tree, child) === Kind.interpolation)) return void 0;
  const [first = NO_NODE] = children;
  const last = children.at(-1) ?? NO_NODE;
  if (kindOf(tree, first) !== Kind.string_start || kindOf(tree, last) !== Kind.string_end) return void 0;
  return tree.text.slice(endOf(tree, first), startOf(tree, last));
}
function stringKeysOf(tree, node) {
  if (kindOf(tree, node) !== Kind.dictionary) return [];
  return namedChildrenOf(tree, node).flatMap(
    (pair) => kindOf(tree, pair) === Kind.pair ? stringContentOf(tree, childIn(tree, pair, Field.key)) ?? [] : []
  );
}
function isLiteral(tree, node) {
  for (let inner = node, end = afterOf(tree, node); inner < end; inner++) {
    const kind = kindOf(tree, inner);
    if (literalKinds.has(kind) || isToken(kind)) continue;
    return false;
  }
  return true;
}
var literalKinds = /* @__PURE__ */ new Set([
  Kind.string,
  Kind.string_start,
  Kind.string_content,
  Kind.string_end,
  Kind.escape_sequence,
  Kind.concatenated_string,
  Kind.integer,
  Kind.float,
  Kind.true,
  Kind.false,
  Kind.none,
  Kind.ellipsis,
  Kind.list,
  Kind.tuple,
  Kind.set,
  Kind.dictionary,
  Kind.pair,
  Kind.unary_operator,
  Kind.parenthesized_expression
]);
function unparenthesized(tree, node) {
  let inner = node;
  while (inner !== NO_NODE && kindOf(tree, inner) === Kind.parenthesized_expression)
    inner = firstNamedChildOf(tree, inner);
  return inner;
}
function unwrapped(tree, node) {
  let inner = node;
  while (inner !== NO_NODE) {
    const kind = kindOf(tree, inner);
    if (kind !== Kind.await && kind !== Kind.parenthesized_expression) return inner;
    inner = firstNamedChildOf(tree, inner);
  }
  return inner;
}
function valueGivenTo(tree, target) {
  const parent = parentOf(tree, target);
  switch (kindOf(tree, parent)) {
    case Kind.assignment: {
      if (childIn(tree, parent, Field.left) !== target) return NO_NODE;
      let value = childIn(tree, parent, Field.right);
      while (value !== NO_NODE && kindOf(tree, value) === Kind.assignment)
        value = childIn(tree, value, Field.right);
      return value;
    }
    case Kind.named_expression:
      return childIn(tree, parent, Field.name) === target ? childIn(tree, parent, Field.value) : NO_NODE;
    case Kind.as_pattern_target: {
      const pattern = parentOf(tree, parent);
      if (kindOf(tree, parentOf(tree, pattern)) !== Kind.with_item) return NO_NODE;
      return firstNamedChildOf(tree, pattern);
    }
    default:
      return NO_NODE;
  }
}
function firstNodeFrom(tree, offset) {
  let low = 0;
  let high = tree.size;
  while (low < high) {
    const middle = low + high >> 1;
    if (startOf(tree, middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
function* givenNamesOf(tree, nodesOf) {
  for (const kind of [Kind.assignment, Kind.named_expression, Kind.as_pattern_target]) {
    for (const node of nodesOf(kind)) {
      if (kindOf(tree, node + 1) === Kind.identifier) yield node + 1;
    }
  }
}
function attributeAssignmentsOf(tree, nodesOf, members) {
  const assignments = [];
  for (const assignment of nodesOf(Kind.assignment)) {
    const target = childIn(tree, assignment, Field.left);
    if (kindOf(tree, target) !== Kind.attribute) continue;
    const owner = members.classOf(childIn(tree, target, Field.object));
    if (owner === void 0) continue;
    const name = textOf(tree, childIn(tree, target, Field.attribute));
    assignments.push({ name, span: spanOf(tree, target), owner, value: valueGivenTo(tree, target) });
  }
  return assignments;
}
function occurrencesIn(occurrences, { start, end }) {
  const first = firstFrom(occurrences, start);
  return occurrences.slice(first, Math.max(first, firstFrom(occurrences, end)));
}
function firstFrom(occurrences, offset) {
  let low = 0;
  let high = occurrences.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((occurrences[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
function functionAround(scope) {
  let outer = scope;
  while (outer.kind !== "function" && outer.parent !== void 0) outer = outer.parent;
  return outer;
}
function isStatement(tree, node) {
  return statementKinds[kindOf(tree, node)] !== 0;
}
function isCompound(tree, statement) {
  return statementKinds[kindOf(tree, statement)] === COMPOUND;
}
var SIMPLE = 1;
var COMPOUND = 2;
var compoundStatements = /* @__PURE__ */ new Set([
  "if_statement",
  "for_statement",
  "while_statement",
  "try_statement",
  "with_statement",
  "match_statement",
  "function_definition",
  "class_definition",
  "decorated_definition"
]);
var statementKinds = Uint8Array.from(kindNames, (name) => {
  if (compoundStatements.has(name)) return COMPOUND;
  return name.endsWith("_statement") ? SIMPLE : 0;
});
var countedKinds = statementKinds.map((kind, index) => {
  return kind === 0 || index === Kind.decorated_definition ? 0 : 1;
});
function statementsOf(tree, block) {
  return block === NO_NODE ? [] : namedChildrenOf(tree, block).filter((child) => isStatement(tree, child));
}
function firstStatementOf(tree, block) {
  if (block === NO_NODE) return NO_NODE;
  for (let child = block + 1, end = afterOf(tree, block); child < end; child = afterOf(tree, child)) {
    if (isStatement(tree, child)) return child;
  }
  return NO_NODE;
}
function statementCountOf(tree, block) {
  const { kind } = tree;
  let count3 = 0;
  for (let node = block + 1, end = afterOf(tree, block); node < end; node++)
    count3 += countedKinds[kind[node] ?? 0] ?? 0;
  return count3;
}
function statementAround(tree, node) {
  let statement = node;
  while (statement !== NO_NODE && !isStatement(tree, statement)) statement = parentOf(tree, statement);
  return statement;
}
function statementStartingAt(tree, offset) {
  for (let node = firstNodeFrom(tree, offset); node < tree.size && startOf(tree, node) === offset; node++) {
    if (isStatement(tree, node)) return node;
  }
  return NO_NODE;
}
function nextStatementOf(tree, statement) {
  let next = nextSiblingOf(tree, statement);
  while (next !== NO_NODE && !isStatement(tree, next)) next = nextSiblingOf(tree, next);
  return next;
}
function previousStatementOf(tree, statement) {
  const block = parentOf(tree, statement);
  let previous = NO_NODE;
  for (let child = block + 1; child < statement; child = afterOf(tree, child))
    if (isStatement(tree, child)) previous = child;
  return previous;
}
function* callsIn(tree, root) {
  for (let node = root, end = afterOf(tree, root); node < end; ) {
    const kind = kindOf(tree, node);
    if (node !== root && isDeferred(kind)) {
      node = afterOf(tree, node);
      continue;
    }
    if (kind === Kind.call) yield node;
    node++;
  }
}
function hasInside(tree, root, is) {
  for (let node = root, end = afterOf(tree, root); node < end; ) {
    if (is(tree, node)) return true;
    node = isDeferred(kindOf(tree, node)) ? afterOf(tree, node) : node + 1;
  }
  return false;
}
function mayBeExpectedToRaise(tree, statement) {
  for (let inner = statement, outer = parentOf(tree, statement); outer !== NO_NODE; inner = outer, outer = parentOf(tree, outer)) {
    const kind = kindOf(tree, outer);
    if (isDeferred(kind)) return false;
    if (kind === Kind.with_statement) return true;
    if (kind !== Kind.try_statement || fieldOf(tree, inner) !== Field.body) continue;
    if (childOfKind(tree, outer, Kind.except_clause) !== NO_NODE) return true;
  }
  return false;
}
function isInLoop(tree, statement) {
  const kind = kindOf(tree, parentOf(tree, parentOf(tree, statement)));
  return kind === Kind.for_statement || kind === Kind.while_statement;
}
function isInAnyLoop(tree, statement) {
  for (let outer = parentOf(tree, statement); outer !== NO_NODE; outer = parentOf(tree, outer)) {
    const kind = kindOf(tree, outer);
    if (kind === Kind.for_statement || kind === Kind.while_statement) return true;
    if (isDeferred(kind)) return false;
  }
  return false;
}
function isConditional(tree, statement) {
  for (let outer = parentOf(tree, statement); outer !== NO_NODE; outer = parentOf(tree, outer)) {
    const kind = kindOf(tree, outer);
    if (isDeferred(kind)) return false;
    if (kind === Kind.if_statement || kind === Kind.match_statement) return true;
    if (kind === Kind.try_statement && childOfKind(tree, outer, Kind.except_clause) !== NO_NODE) return true;
  }
  return false;
}
function isInWith(tree, statement) {
  return kindOf(tree, parentOf(tree, parentOf(tree, statement))) === Kind.with_statement;
}
function isAloneInBlock(tree, statement) {
  return previousStatementOf(tree, statement) === NO_NODE && nextStatementOf(tree, statement) === NO_NODE;
}
function isDeferred(kind) {
  return kind === Kind.function_definition || kind === Kind.class_definition || kind === Kind.lambda;
}
function callStatementOf(tree, statement) {
  if (kindOf(tree, statement) !== Kind.expression_statement) return NO_NODE;
  let expression = statement + 1;
  while (kindOf(tree, expression) === Kind.await || kindOf(tree, expression) === Kind.parenthesized_expression) {
    const inner = firstNamedChildOf(tree, expression);
    expression = inner === NO_NODE ? expression + 1 : inner;
  }
  return kindOf(tree, expression) === Kind.call ? expression : NO_NODE;
}
function mainCallOf(tree, statement) {
  const call = callStatementOf(tree, statement);
  const assignment = call === NO_NODE ? assignmentOf(tree, statement) : NO_NODE;
  if (assignment === NO_NODE) return call;
  let value = childIn(tree, assignment, Field.right);
  while (value !== NO_NODE && kindOf(tree, value) === Kind.assignment)
    value = childIn(tree, value, Field.right);
  const assigned = unwrapped(tree, value);
  return assigned !== NO_NODE && kindOf(tree, assigned) === Kind.call ? assigned : NO_NODE;
}
function expressionOf(tree, statement) {
  if (kindOf(tree, statement) !== Kind.expression_statement) return NO_NODE;
  const only = firstNamedChildOf(tree, statement);
  return only === NO_NODE || hasNamedChildAfter(tree, statement, only) ? NO_NODE : only;
}
function assignmentOf(tree, statement) {
  if (kindOf(tree, statement) !== Kind.expression_statement) return NO_NODE;
  const expression = statement + 1;
  const kind = kindOf(tree, expression);
  return kind === Kind.assignment || kind === Kind.augmented_assignment ? expression : NO_NODE;
}
function elementsOf(tree, expression) {
  const kind = kindOf(tree, expression);
  return kind === Kind.tuple || kind === Kind.expression_list ? namedChildrenOf(tree, expression) : [expression];
}
function raisesBlocksOf(tree, nodesOf, imports, bindings) {
  return Array.from(nodesOf(Kind.with_statement)).flatMap(
    (node) => raisesBlockOf(tree, node, imports, bindings) ?? []
  );
}
function raisesBlockOf(tree, node, imports, bindings) {
  const clause = childOfKind(tree, node, Kind.with_clause);
  if (clause === NO_NODE) return void 0;
  for (const item of namedChildrenOf(tree, clause)) {
    const value = childIn(tree, item, Field.value);
    const isAliased = value !== NO_NODE && kindOf(tree, value) === Kind.as_pattern;
    const call = isAliased ? firstNamedChildOf(tree, value) : value;
    if (!isRaisesCall(tree, call, imports)) continue;
    const target = isAliased ? childIn(tree, value, Field.alias) + 1 : NO_NODE;
    const exceptions = expectedExceptionsOf(tree, call);
    const alias = target !== NO_NODE && kindOf(tree, target) === Kind.identifier ? target : NO_NODE;
    const statements = statementsOf(tree, childIn(tree, node, Field.body));
    return {
      node,
      call,
      exceptions,
      alias,
      statements,
      get unreachableAssertions() {
        const caught = alias === NO_NODE ? void 0 : bindings().bindingAt(startOf(tree, alias));
        return unreachableAssertionsOf(tree, statements, exceptions, caught?.references ?? []);
      },
      readsUnassigned: (assertion) => readsUnassigned(tree, statements, assertion, bindings())
    };
  }
  return void 0;
}
function isRaisesCall(tree, call, imports) {
  if (call === NO_NODE || kindOf(tree, call) !== Kind.call) return false;
  const name = calledNameOf(tree, call);
  if (isRaisesName(name)) return true;
  if (name !== "raises" && kindOf(tree, childIn(tree, call, Field.function)) !== Kind.identifier)
    return false;
  const callee = calleeOf(tree, call);
  const origin = callee === void 0 ? "" : imports.originOf(callee);
  return origin === "pytest.raises" || origin === "py.test.raises";
}
function isRaisesName(name) {
  return name.startsWith("assertRaises") || name.startsWith("assert_raises") || name.startsWith("failUnlessRaises");
}
function expectedExceptionsOf(tree, call) {
  const given = argumentsOf(tree, call);
  const expected = given.find(
    ({ keyword }) => keyword === void 0 || keyword === "expected_exception" || keyword === "exception"
  )?.value ?? NO_NODE;
  if (expected === NO_NODE) return [];
  return elementsOf(tree, expected).flatMap((exception) => {
    const name = dottedNameOf(tree, exception);
    return name === void 0 ? [] : [name.slice(name.lastIndexOf(".") + 1)];
  });
}
function unreachableAssertionsOf(tree, statements, exceptions, aliasReferences) {
  if (exceptions.some((name) => name === "AssertionError" || name === "failureException")) return [];
  const firstCall = statements.findIndex(
    (statement) => !isCheck(tree, statement) && hasCall(tree, statement)
  );
  if (firstCall === -1) return [];
  return statements.filter((statement, index) => {
    if (index <= firstCall || !isCheck(tree, statement) || isAdmonition(tree, statement)) return false;
    if (occurrencesIn(aliasReferences, spanOf(tree, statement)).length > 0) return true;
    const previous = statements[index - 1] ?? NO_NODE;
    const follows2 = callStatementOf(tree, previous) !== NO_NODE || assignmentOf(tree, previous) !== NO_NODE;
    const isLast = !statements.slice(index + 1).some((later) => !isCheck(tree, later) && (hasCall(tree, later) || hasInside(tree, later, isRaising)));
    if (!follows2 || isCheck(tree, previous) || !isLast) return false;
    return !mayRaise(tree, statement, exceptions) && !readsNewObject(tree, statement, previous, exceptions);
  });
}
var isRaising = (tree, node) => kindOf(tree, node) === Kind.raise_statement;
function readsUnassigned(tree, statements, assertion, bindings) {
  const raising = statements.find((one) => !isCheck(tree, one) && hasCall(tree, one)) ?? NO_NODE;
  const assignment = raising === NO_NODE ? NO_NODE : assignmentOf(tree, raising);
  if (assignment === NO_NODE) return void 0;
  const target = childIn(tree, assignment, Field.left);
  const read = Array.from(descendantsOf(tree, target, Kind.identifier)).flatMap((identifier2) => {
    const bound = bindings.bindingAt(startOf(tree, identifier2));
    if (bound === void 0 || occurrencesIn(bound.references, spanOf(tree, assertion)).length === 0)
      return [];
    return bound.definitions[0]?.node === identifier2 ? "unbound" : "earlier value";
  });
  return read.find((one) => one === "unbound") ?? read[0];
}
function isCheck(tree, statement) {
  if (kindOf(tree, statement) === Kind.assert_statement) return true;
  const call = callStatementOf(tree, statement);
  return call !== NO_NODE && /^_*assert/.test(calledNameOf(tree, call));
}
function isAdmonition(tree, statement) {
  return /^assert\s*\(?\s*(?:False|0|not True)\b/.test(textOf(tree, statement));
}
function hasCall(tree, statement) {
  if (kindOf(tree, statement) === Kind.function_definition) return false;
  return callsIn(tree, statement).next().done === false;
}
var HARMLESS = /^(?:assert(?:Not)?(?:Equals?|AlmostEquals?|True|False|Is|IsNot|IsNone|IsNotNone|In|IsInstance|Regex|RegexpMatches)|assert(?:Greater|Less)(?:Equal)?|assert(?:Count|Items|MultiLine|Sequence|List|Tuple|Set|Dict)Equal|assert_?|assert_?[Tt]hat|assert_(?:not_)?called\w*|assert_any_call|assert_has_calls|assert_(?:not_)?await\w*|assert_(?:not_)?(?:equals?|true|false|in|is|is_none|is_not_none|is_instance|almost_equal|raises_regex)|assert_(?:array|almost|approx|string)_\w*equal|assert_allclose|str|len|repr|isinstance|bool|list|dict|set|sorted|any|all|int|readouterr|getvalue|format|decode|join)$/;
function mayRaise(tree, assertion, exceptions) {
  for (const call of callsIn(tree, assertion)) if (!HARMLESS.test(calledNameOf(tree, call))) return true;
  const statementCall = callStatementOf(tree, assertion);
  const callee = statementCall === NO_NODE ? NO_NODE : childIn(tree, statementCall, Field.function);
  for (let node = assertion, end = afterOf(tree, assertion); node < end; node++) {
    if (node === callee) node = afterOf(tree, callee);
    if (exceptions.some((exception) => RAISERS[exception]?.has(kindOf(tree, node)))) return true;
  }
  return false;
}
function readsNewObject(tree, assertion, previous, exceptions) {
  const assignment = assignmentOf(tree, previous);
  if (assignment === NO_NODE || exceptions.some((name) => LEAVING.has(name))) return false;
  const made = childIn(tree, assignment, Field.right);
  if (made === NO_NODE || kindOf(tree, made) !== Kind.call) return false;
  const target = childIn(tree, assignment, Field.left);
  if (kindOf(tree, target) === Kind.attribute || kindOf(tree, target) === Kind.subscript) return false;
  const targets = namesIn(tree, target);
  const read = namesIn(tree, assertion);
  const isOfClass = targets.size === 1 && /^_*[A-Z]\w*[a-z]/.test(calledNameOf(tree, made));
  const compared2 = [...targets].filter((name) => read.has(name)).length;
  return isOfClass ? compared2 > 0 : compared2 > 1 && hasInside(tree, assertion, isOrdering);
}
var namesIn = (tree, root) => new Set(Array.from(descendantsOf(tree, root, Kind.identifier), (name) => textOf(tree, name)));
function isOrdering(tree, node) {
  const kind = kindOf(tree, node);
  if (kind === Kind.call) return /^_*assert_?(?:greater|less)/i.test(calledNameOf(tree, node));
  return kind === Kind.binary_operator || kind === Kind.comparison_operator && /[<>]/.test(textOf(tree, node));
}
var LEAVING = /* @__PURE__ */ new Set(["SystemExit", "KeyboardInterrupt"]);
var LOOKUPS = /* @__PURE__ */ new Set([Kind.subscript]);
var RAISERS = {
  KeyError: LOOKUPS,
  IndexError: LOOKUPS,
  LookupError: LOOKUPS,
  AttributeError: /* @__PURE__ */ new Set([Kind.attribute]),
  ZeroDivisionError: /* @__PURE__ */ new Set([Kind.binary_operator]),
  NameError: /* @__PURE__ */ new Set([Kind.identifier]),
  TypeError: /* @__PURE__ */ new Set([
    Kind.subscript,
    Kind.binary_operator,
    Kind.unary_operator,
    Kind.comparison_operator,
    Kind.not_operator
  ])
};
function assertStatementsOf(tree, nodesOf) {
  return Array.from(nodesOf(Kind.assert_statement), (node) => assertStatementOf(tree, node));
}
function assertStatementOf(tree, node) {
  const [condition = NO_NODE, message = NO_NODE] = namedChildrenOf(tree, node);
  return { node, condition, message };
}
function truthAssertedBy(tree, statement) {
  if (kindOf(tree, statement) === Kind.assert_statement) return assertStatementOf(tree, statement);
  const call = callStatementOf(tree, statement);
  if (call === NO_NODE || !TRUTH_ASSERTIONS.has(calledNameOf(tree, call))) return void 0;
  const [condition, message] = argumentsOf(tree, call);
  if (condition === void 0 || condition.keyword !== void 0) return void 0;
  return { node: statement, condition: condition.value, message: message?.value ?? NO_NODE };
}
var TRUTH_ASSERTIONS = /* @__PURE__ */ new Set(["assertTrue", "assert_", "failUnless"]);
function truthAssertionCallsOf({ tree, calls: calls2, members, imports }) {
  return [...TRUTH_ASSERTIONS].flatMap(
    (name) => calls2.named(name).filter((call) => {
      const callee = childIn(tree, call, Field.function);
      const object2 = childIn(tree, callee, Field.object);
      if (object2 === NO_NODE) return name === "assertTrue" || BARE_ASSERTIONS.has(imports.originOf(name));
      const owner = members.classOf(object2);
      return owner === void 0 ? name === "assertTrue" : !members.has(owner, name);
    })
  );
}
var BARE_ASSERTIONS = /* @__PURE__ */ new Set(["numpy.testing.assert_", "nose.tools.assert_"]);
function isAssertion(tree, statement) {
  if (kindOf(tree, statement) === Kind.assert_statement) return true;
  const call = callStatementOf(tree, statement);
  return call !== NO_NODE && ASSERTING.test(calledNameOf(tree, call));
}
var ASSERTING = /^_*(?:(?:assert|check|verify|expect)(?![a-z])|fail(?:$|_|Unless|If))/;
var ACTING_AND_ASSERTING = /(?:_and_(?:assert|check|verify|expect)|And(?:Assert|Check|Verify|Expect))(?![a-z])/;
var LOOKING = new Set(
  "len str repr int float bool list dict set tuple frozenset sorted sum min max any all abs round type isinstance hasattr getattr range enumerate zip map filter reversed".split(
    " "
  )
);
function cyclesOf(tree, block, imports) {
  const cycles = [];
  let pending = [];
  let hasActed = false;
  let wasRaise = false;
  for (const statement of stepsOf(tree, block, imports)) {
    const call = callOf(tree, statement);
    const isRaise3 = isCompound(tree, statement) || call !== NO_NODE && isRaisesCall(tree, call, imports);
    const actsToo = isRaise3 || call !== NO_NODE && ACTING_AND_ASSERTING.test(calledNameOf(tree, call));
    pending.push(statement);
    if (!actsToo && !isAssertion(tree, statement)) {
      hasActed ||= isAct(tree, statement);
      continue;
    }
    const current = cycles.at(-1);
    const isNextCase = !hasActed && isRaise3 && wasRaise;
    wasRaise = isRaise3;
    if (current === void 0 || !isNextCase && (hasActed || actsToo)) {
      cycles.push({ statements: pending, assertions: [statement] });
    } else {
      for (const before of pending) current.statements.push(before);
      current.assertions.push(statement);
    }
    pending = [];
    hasActed = false;
  }
  return cycles;
}
function isInSubTest(tree, statement) {
  for (let outer = parentOf(tree, statement); outer !== NO_NODE; outer = parentOf(tree, outer)) {
    const kind = kindOf(tree, outer);
    if (isDeferred(kind)) return false;
    if (kind !== Kind.with_statement) continue;
    const clause = childOfKind(tree, outer, Kind.with_clause);
    const calls2 = Array.from(callsIn(tree, clause), (call) => calleeOf(tree, call) ?? "");
    if (calls2.some((callee) => /^(?:self\.subTest|subtests\.test)$/.test(callee))) return true;
  }
  return false;
}
function* stepsOf(tree, block, imports) {
  for (let node = block + 1, end = afterOf(tree, block); node < end; ) {
    const isStep = isStatement(tree, node) && !isText(tree, node) && (!isCompound(tree, node) || isRaisesStatement(tree, node, imports));
    if (isStep) yield node;
    node = isStep || isDeferred(kindOf(tree, node)) ? afterOf(tree, node) : node + 1;
  }
}
var isText = (tree, statement) => kindOf(tree, expressionOf(tree, statement)) === Kind.string;
function isRaisesStatement(tree, node, imports) {
  if (kindOf(tree, node) !== Kind.with_statement) return false;
  const clause = childOfKind(tree, node, Kind.with_clause);
  if (clause === NO_NODE) return false;
  for (let inner = clause, end = afterOf(tree, clause); inner < end; inner++) {
    if (kindOf(tree, inner) === Kind.call && isRaisesCall(tree, inner, imports)) return true;
  }
  return false;
}
function callOf(tree, statement) {
  const call = callStatementOf(tree, statement);
  const assigned = assignmentOf(tree, statement);
  const value = call === NO_NODE && assigned !== NO_NODE ? childIn(tree, assigned, Field.right) : call;
  return value !== NO_NODE && kindOf(tree, value) === Kind.call ? value : NO_NODE;
}
function isAct(tree, statement) {
  const assigned = assignmentOf(tree, statement);
  if (assigned !== NO_NODE) {
    const target = kindOf(tree, childIn(tree, assigned, Field.left));
    if (target === Kind.attribute || target === Kind.subscript) return true;
  }
  const kind = kindOf(tree, statement);
  if (kind === Kind.delete_statement) return true;
  return hasInside(tree, statement, changesSomething);
}
var changesSomething = (tree, node) => kindOf(tree, node) === Kind.call && !LOOKING.has(calleeOf(tree, node) ?? "");
function nodesByKind(tree) {
  const { kind: kinds, size } = tree;
  const ends = new Int32Array(kindNames.length + 1);
  for (let node = 0; node < size; node++) count2(ends, (kinds[node] ?? 0) + 1);
  for (let kind = 1; kind < ends.length; kind++) ends[kind] = (ends[kind] ?? 0) + (ends[kind - 1] ?? 0);
  const starts = ends.slice();
  const sorted = new Int32Array(size);
  for (let node = 0; node < size; node++) sorted[count2(starts, kinds[node] ?? 0)] = node;
  const nodesOfKind = [];
  return (kind) => nodesOfKind[kind] ??= sorted.subarray(ends[kind], ends[kind + 1]);
}
function nodesBelow(tree, nodesOf, kind, root) {
  const nodes = nodesOf(kind);
  return nodes.subarray(countBefore(nodes, root), countBefore(nodes, afterOf(tree, root)));
}
function countBefore(nodes, node) {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((nodes[middle] ?? 0) < node) low = middle + 1;
    else high = middle;
  }
  return low;
}
function count2(counts, index) {
  const before = counts[index] ?? 0;
  counts[index] = before + 1;
  return before;
}
function madeBroadExceptionsOf({
  tree,
  nodesOf,
  raisesCalls,
  originOf: originOf2
}) {
  return Array.from(nodesOf(Kind.identifier)).filter((node) => {
    if (!/^(?:Base)?Exception$/.test(textOf(tree, node)) || originOf2(node)?.startsWith("builtins.") !== true)
      return false;
    if (raisesCalls.some(({ expected }) => expected !== void 0 && contains(tree, expected.value, node)))
      return false;
    return !isCaught(tree, node);
  });
}
function isCaught(tree, node) {
  const clause = ancestorOf(tree, node, Kind.except_clause, Kind.block, Kind.type);
  return clause !== NO_NODE && kindOf(tree, clause) !== Kind.block;
}
function isMadeFor(source, made, place) {
  const { tree, definitionAt: definitionAt2 } = source;
  const test = functionAround2(definitionAt2(startOf(tree, place)));
  if (test === void 0) return made.length > 0;
  if (usesFailingStandIn(source, test) || quotesRaise(source, test)) return true;
  if (made.length === 0) return false;
  const names2 = namesIn2(source, test);
  const used = usedBy(source, test);
  return made.some((node) => {
    const makers = definitionsAround(definitionAt2(startOf(tree, node)));
    return makers.some(
      (maker) => used.has(maker) || names2.has(maker.name) && test.enclosing?.name !== maker.name
    );
  });
}
function usesFailingStandIn(source, test) {
  return identifiersIn(source, test).some(
    (node) => FAILING_STAND_IN.test(textOf(source.tree, node)) && source.originOf(node)?.startsWith("builtins.") === false
  );
}
var quotesRaise = ({ tree, nodesOf }, test) => Array.from(nodesBelow(tree, nodesOf, Kind.string_content, test.node)).some(
  (content) => /\braise (?:Base)?Exception\b/.test(textOf(tree, content))
);
var FAILING_STAND_IN = /^_*(?:Fake|Dummy|Stub|Mock)\w*(?:Excepts|Rais(?:es|ing)|Fail(?:s|ing)|Explod(?:es|ing)|Crash(?:es|ing))|^_*(?:Raising|Failing|Exploding|Crashing|Broken)[A-Z]/;
function usedBy(source, test) {
  const { atTop, setUps } = known.get(source.definitions) ?? usable(source.definitions);
  const own = test.enclosing === void 0 ? [] : setUps.get(test.enclosing) ?? [];
  const used = /* @__PURE__ */ new Set([test, ...own]);
  for (const user of used) {
    for (const name of namesIn2(source, user))
      for (const other of atTop.get(name) ?? []) if (other !== test.enclosing) used.add(other);
  }
  return used;
}
var known = /* @__PURE__ */ new WeakMap();
function usable(definitions) {
  const atTop = /* @__PURE__ */ new Map();
  const setUps = /* @__PURE__ */ new Map();
  for (const definition of definitions) {
    const { name, enclosing } = definition;
    if (enclosing === void 0) add(atTop, name, definition);
    else if (/^_*set_?up/i.test(name)) add(setUps, enclosing, definition);
  }
  const found = { atTop, setUps };
  known.set(definitions, found);
  return found;
}
function add(lists, key2, definition) {
  const list2 = lists.get(key2);
  if (list2 === void 0) lists.set(key2, [definition]);
  else list2.push(definition);
}
function namesIn2(source, definition) {
  return new Set(identifiersIn(source, definition).map((node) => textOf(source.tree, node)));
}
function identifiersIn({ tree }, { span }) {
  const identifiers = [];
  const end = firstNodeFrom(tree, span.end);
  for (let node = firstNodeFrom(tree, span.start); node < end; node++) {
    if (kindOf(tree, node) === Kind.identifier) identifiers.push(node);
  }
  return identifiers;
}
function definitionsAround(definition) {
  const around = [];
  for (let outer = definition; outer !== void 0; outer = outer.enclosing) around.push(outer);
  return around;
}
function functionAround2(definition) {
  return definitionsAround(definition).findLast(({ kind }) => kind === "function");
}
var Flag = {
  global: 1,
  local: 2,
  parameter: 4,
  nonlocal: 8,
  used: 16,
  imported: 32,
  annotated: 64,
  typeParameter: 128,
  functionName: 256,
  className: 512
};
var BOUND = Flag.local | Flag.parameter | Flag.imported | Flag.typeParameter;
var Use = { defines: 1, reads: 2, declares: 4 };
var USE_BITS = 3;
var USE_MASK = 7;
var NONE = -1;
var MODULE = 0;
var Blocks = class {
  identifiers;
  kinds = [];
  names = [];
  parents = [];
  nodes = [];
  /** UTF-16 offsets at which the blocks start. */
  starts = [];
  /** The name of the class that mangles private names in each block, or none. */
  privateTo = [];
  /** In and below the type parameters of a class only their own names are mangled: these, so far. */
  mangledOnly = [];
  /** Whether the block is lazily evaluated in a class and sees the class's names (PEP 649, PEP 695). */
  seesClass = [];
  /** The block of a module's or class's variable annotations, once there is one. */
  annotations = [];
  hasError = [];
  firstSymbol = [];
  symbolBlock = [];
  symbolName = [];
  symbolFlags = [];
  /** The next symbol of the same block. */
  nextSymbol = [];
  occurrenceNode = [];
  /** The symbol and, in the low bits, what the occurrence does. */
  #occurrences = [];
  /** The latest symbol of each name, which is mostly the one that is asked for next. */
  #latest = [];
  /** Open addressing over block and name, a power of two long: the symbol plus one, or 0. */
  #slots = new Int32Array(512);
  constructor(identifiers) {
    this.identifiers = identifiers;
  }
  open(kind, name, parent, node, start) {
    const block = this.kinds.length;
    this.kinds.push(kind);
    this.names.push(name);
    this.parents.push(parent);
    this.nodes.push(node);
    this.starts.push(start);
    this.privateTo.push(parent === NONE ? void 0 : this.privateTo[parent]);
    this.mangledOnly.push(parent === NONE || kind === "class" ? void 0 : this.mangledOnly[parent]);
    this.seesClass.push(false);
    this.annotations.push(NONE);
    this.hasError.push(false);
    this.firstSymbol.push(NONE);
    return block;
  }
  /** The identifier as the block has it: mangled where Python mangles. */
  nameIn(block, identifier2) {
    if (!this.identifiers.isPrivate(identifier2)) return identifier2;
    const className = this.privateTo[block];
    if (className === void 0) return identifier2;
    const only = this.mangledOnly[block];
    if (only !== void 0 && !only.has(identifier2)) return identifier2;
    return this.identifiers.mangled(identifier2, className);
  }
  /** The symbol of a block for a name, made when there is none; `name` is mangled. */
  symbolOf(block, name) {
    const latest = this.#latest[name];
    if (latest !== void 0 && this.symbolBlock[latest] === block) return latest;
    const symbol = this.#symbolOf(block, name);
    while (this.#latest.length <= name) this.#latest.push(NONE);
    this.#latest[name] = symbol;
    return symbol;
  }
  /** The symbol of a block for a name, or NONE. */
  find(block, name) {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(block, name) & mask; ; slot = slot + 1 & mask) {
      const symbol = (this.#slots[slot] ?? 0) - 1;
      if (symbol === NONE) return NONE;
      if (this.symbolName[symbol] === name && this.symbolBlock[symbol] === block) return symbol;
    }
  }
  flag(symbol, flags) {
    this.symbolFlags[symbol] = (this.symbolFlags[symbol] ?? 0) | flags;
  }
  occur(symbol, node, use) {
    this.occurrenceNode.push(node);
    this.#occurrences.push(symbol << USE_BITS | use);
  }
  symbolOfOccurrence(occurrence) {
    return (this.#occurrences[occurrence] ?? 0) >> USE_BITS;
  }
  useOfOccurrence(occurrence) {
    return (this.#occurrences[occurrence] ?? 0) & USE_MASK;
  }
  #symbolOf(block, name) {
    const mask = this.#slots.length - 1;
    let slot = hashOf(block, name) & mask;
    for (; ; slot = slot + 1 & mask) {
      const symbol2 = (this.#slots[slot] ?? 0) - 1;
      if (symbol2 === NONE) break;
      if (this.symbolName[symbol2] === name && this.symbolBlock[symbol2] === block) return symbol2;
    }
    const symbol = this.symbolBlock.length;
    this.symbolBlock.push(block);
    this.symbolName.push(name);
    this.symbolFlags.push(0);
    this.nextSymbol.push(this.firstSymbol[block] ?? NONE);
    this.firstSymbol[block] = symbol;
    this.#slots[slot] = symbol + 1;
    if (2 * symbol > this.#slots.length) this.#grow();
    return symbol;
  }
  #grow() {
    const slots = new Int32Array(4 * this.#slots.length);
    const mask = slots.length - 1;
    for (const [symbol, name] of this.symbolName.entries()) {
      let slot = hashOf(this.symbolBlock[symbol] ?? 0, name) & mask;
      while (slots[slot] !== 0) slot = slot + 1 & mask;
      slots[slot] = symbol + 1;
    }
    this.#slots = slots;
  }
};
function hashOf(block, name) {
  const hash = Math.imul(Math.imul(block, 2654435761) ^ name, 2246822507);
  return hash ^ hash >>> 15;
}
var Action = {
  none: 0,
  identifier: 1,
  keywordArgument: 2,
  container: 4,
  assignment: 5,
  augmentedAssignment: 6,
  loop: 7,
  deletion: 8,
  asTarget: 9,
  asPattern: 10,
  functionDefinition: 11,
  classDefinition: 12,
  lambda: 13,
  comprehension: 14,
  namedExpression: 15,
  imports: 16,
  globalStatement: 17,
  nonlocalStatement: 18,
  dottedName: 19,
  keywordPattern: 20,
  splatPattern: 21,
  typeAlias: 22,
  typeParameters: 23,
  memberType: 24,
  nameToken: 26,
  printStatement: 27,
  execStatement: 28,
  exceptClause: 29,
  block: 30,
  error: 31
};
var actionOfKind = new Uint8Array(Kind.ERROR + 1);
for (const [action, kinds] of [
  [Action.identifier, [Kind.identifier]],
  [Action.keywordArgument, [Kind.keyword_argument]],
  [
    Action.container,
    [
      Kind.pattern_list,
      Kind.tuple_pattern,
      Kind.list_pattern,
      Kind.list_splat_pattern,
      Kind.expression_list,
      Kind.tuple,
      Kind.list,
      Kind.list_splat,
      Kind.parenthesized_expression
    ]
  ],
  [Action.assignment, [Kind.assignment]],
  [Action.augmentedAssignment, [Kind.augmented_assignment]],
  [Action.loop, [Kind.for_statement, Kind.for_in_clause]],
  [Action.deletion, [Kind.delete_statement]],
  [Action.asTarget, [Kind.as_pattern_target]],
  [Action.asPattern, [Kind.as_pattern]],
  [Action.functionDefinition, [Kind.function_definition]],
  [Action.classDefinition, [Kind.class_definition]],
  [Action.lambda, [Kind.lambda]],
  [
    Action.comprehension,
    [
      Kind.list_comprehension,
      Kind.set_comprehension,
      Kind.dictionary_comprehension,
      Kind.generator_expression
    ]
  ],
  [Action.namedExpression, [Kind.named_expression]],
  [Action.imports, [Kind.import_statement, Kind.import_from_statement, Kind.future_import_statement]],
  [Action.globalStatement, [Kind.global_statement]],
  [Action.nonlocalStatement, [Kind.nonlocal_statement]],
  [Action.dottedName, [Kind.dotted_name]],
  [Action.keywordPattern, [Kind.keyword_pattern]],
  [Action.splatPattern, [Kind.splat_pattern]],
  [Action.typeAlias, [Kind.type_alias_statement]],
  [Action.typeParameters, [Kind.type_parameter]],
  [Action.memberType, [Kind.member_type]],
  [Action.nameToken, [Kind.type_token, Kind.print_token, Kind.exec_token]],
  [Action.printStatement, [Kind.print_statement]],
  [Action.execStatement, [Kind.exec_statement]],
  [Action.exceptClause, [Kind.except_clause]],
  [Action.block, [Kind.block]],
  [Action.error, [Kind.ERROR]]
]) {
  for (const kind of kinds) actionOfKind[kind] = action;
}
var Mark = {
  read: 0,
  notAName: 1,
  stored: 2,
  augmented: 3,
  walrus: 4,
  imported: 5,
  declaredGlobal: 6,
  declaredNonlocal: 7,
  typeParameter: 8,
  annotated: 9,
  ignored: 10,
  unknown: 11,
  parameter: 12,
  functionName: 13,
  className: 14,
  /** On a node that begins a stretch: an annotation that is not evaluated. */
  unevaluated: 15,
  /** On the `[\u2026]` after the name of a definition: type parameters are declared there, not subscripts read. */
  declares: 16,
  /** On `type`, `print` or `exec` where the grammar takes a name for a keyword. */
  isName: 17
};
var flagsOfMark = new Int32Array(Mark.isName + 1);
var useOfMark = new Uint8Array(Mark.isName + 1);
for (const [mark, flags, use] of [
  [Mark.read, Flag.used, Use.reads],
  [Mark.stored, Flag.local, Use.defines],
  [Mark.augmented, Flag.local, Use.defines | Use.reads],
  [Mark.walrus, Flag.local, Use.defines],
  [Mark.imported, Flag.imported, Use.defines],
  [Mark.declaredGlobal, Flag.global, Use.declares],
  [Mark.declaredNonlocal, Flag.nonlocal, Use.declares],
  [Mark.typeParameter, Flag.typeParameter | Flag.local, Use.defines],
  [Mark.annotated, Flag.annotated | Flag.local, Use.defines],
  [Mark.parameter, Flag.parameter, Use.defines],
  [Mark.functionName, Flag.local | Flag.functionName, Use.defines],
  [Mark.className, Flag.local | Flag.className, Use.defines]
]) {
  flagsOfMark[mark] = flags;
  useOfMark[mark] = use;
}
var Identifiers = class {
  #text;
  #starts = [];
  #ends = [];
  #hashes = [];
  /** Spellings that are not in the text as they are: normalised and mangled ones. */
  #spellings = [];
  #isPrivate = [];
  #mangled = /* @__PURE__ */ new Map();
  /** Open addressing, a power of two long: the number plus one, or 0. */
  #slots = new Int32Array(256);
  constructor(text2) {
    this.#text = text2;
  }
  get count() {
    return this.#starts.length;
  }
  /** The number of the identifier that stands at UTF-16 offsets `start` to `end`. */
  at(start, end) {
    const text2 = this.#text;
    let hash = 0;
    let union = 0;
    for (let index = start; index < end; index++) {
      const code = text2.charCodeAt(index);
      union |= code;
      hash = Math.imul(hash, 31) + code | 0;
    }
    if (union > LAST_ASCII) return this.of(text2.slice(start, end).normalize("NFKC"));
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = scattered(hash) & mask;
    for (; ; slot = slot + 1 & mask) {
      const candidate = (slots[slot] ?? 0) - 1;
      if (candidate < 0) break;
      if (this.#hashes[candidate] === hash && this.#isSpelt(candidate, start, end)) return candidate;
    }
    return this.#add(slot, hash, start, end, void 0);
  }
  /** The number of an identifier by its name, which is in NFKC. */
  of(name) {
    const hash = hashOf2(name);
    const mask = this.#slots.length - 1;
    let slot = scattered(hash) & mask;
    for (; ; slot = slot + 1 & mask) {
      const candidate = (this.#slots[slot] ?? 0) - 1;
      if (candidate < 0) break;
      if (this.#hashes[candidate] === hash && this.nameOf(candidate) === name) return candidate;
    }
    return this.#add(slot, hash, 0, name.length, name);
  }
  /** The number of a name when the text has it; otherwise -1. */
  find(name) {
    const hash = hashOf2(name);
    const mask = this.#slots.length - 1;
    for (let slot = scattered(hash) & mask; ; slot = slot + 1 & mask) {
      const candidate = (this.#slots[slot] ?? 0) - 1;
      if (candidate < 0) return -1;
      if (this.#hashes[candidate] === hash && this.nameOf(candidate) === name) return candidate;
    }
  }
  nameOf(identifier2) {
    return this.#spellings[identifier2] ??= this.#text.slice(
      this.#starts[identifier2],
      this.#ends[identifier2]
    );
  }
  /** Whether a class mangles the identifier: it starts with two underscores and does not end with two. */
  isPrivate(identifier2) {
    return this.#isPrivate[identifier2] === 1;
  }
  /**
   * The identifier as a class mangles it (Language Reference 6.2.1): a private one becomes `_Class__name`, without
   * the underscores that the class's name starts with; a class whose name is all underscores mangles nothing.
   */
  mangled(identifier2, className) {
    if (this.#isPrivate[identifier2] !== 1) return identifier2;
    const stripped = className.replace(/^_+/, "");
    if (stripped === "") return identifier2;
    const name = `_${stripped}${this.nameOf(identifier2)}`;
    let mangled = this.#mangled.get(name);
    if (mangled === void 0) this.#mangled.set(name, mangled = this.of(name));
    return mangled;
  }
  #isSpelt(candidate, start, end) {
    const spelling = this.#spellings[candidate];
    const from = this.#starts[candidate] ?? 0;
    if ((this.#ends[candidate] ?? 0) - from !== end - start) return false;
    const text2 = this.#text;
    const other = spelling ?? text2;
    let index = spelling === void 0 ? from : 0;
    for (let here = start; here < end; here++, index++) {
      if (text2.charCodeAt(here) !== other.charCodeAt(index)) return false;
    }
    return true;
  }
  #add(slot, hash, start, end, spelling) {
    const identifier2 = this.#starts.length;
    this.#starts.push(start);
    this.#ends.push(end);
    this.#hashes.push(hash);
    this.#spellings.push(spelling);
    this.#isPrivate.push(isPrivate(spelling ?? this.#text, start, end) ? 1 : 0);
    this.#slots[slot] = identifier2 + 1;
    if (2 * identifier2 > this.#slots.length) this.#grow();
    return identifier2;
  }
  #grow() {
    const slots = new Int32Array(4 * this.#slots.length);
    const mask = slots.length - 1;
    for (const [identifier2, hash] of this.#hashes.entries()) {
      let slot = scattered(hash) & mask;
      while (slots[slot] !== 0) slot = slot + 1 & mask;
      slots[slot] = identifier2 + 1;
    }
    this.#slots = slots;
  }
};
var LAST_ASCII = 127;
var UNDERSCORE = 95;
function isPrivate(text2, start, end) {
  return end - start > 2 && text2.charCodeAt(start) === UNDERSCORE && text2.charCodeAt(start + 1) === UNDERSCORE && !(text2.charCodeAt(end - 1) === UNDERSCORE && text2.charCodeAt(end - 2) === UNDERSCORE);
}
function hashOf2(name) {
  let hash = 0;
  for (let index = 0; index < name.length; index++) hash = Math.imul(hash, 31) + name.charCodeAt(index) | 0;
  return hash;
}
function scattered(hash) {
  return hash ^ hash >>> 15;
}
var ENTERS_NOTHING = 0;
var ENTERS_VARIABLE_ANNOTATION = -1;
var ENTERS_BOUND = -2;
var Walk = class {
  tree;
  kind;
  start;
  end;
  after;
  field;
  identifiers;
  blocks;
  marks;
  enters;
  regions = { starts: [], ends: [], blocks: [], parents: [] };
  unevaluated = { nodes: [], blocks: [] };
  unknown = [];
  /** The block that the present node is read in, and whether it is read at all. */
  block = MODULE;
  isUnevaluated = false;
  /** Where the present region ends, and the regions around it. */
  regionEnd;
  region = NONE;
  outerEnds = [];
  outerBlocks = [];
  outerUnevaluated = [];
  /** Whether `from __future__ import annotations` was met. */
  futureAnnotations = false;
  lastTypeParameter = 0;
  constructor(tree) {
    this.tree = tree;
    this.kind = tree.kind;
    this.start = tree.start;
    this.end = tree.end;
    this.after = tree.after;
    this.field = tree.field;
    this.identifiers = new Identifiers(tree.text);
    this.blocks = new Blocks(this.identifiers);
    this.marks = new Uint8Array(tree.size);
    this.enters = new Int32Array(tree.size);
    this.regionEnd = tree.size;
  }
  open(kind, name, parent, node) {
    return this.blocks.open(kind, name, parent, node, this.start[node] ?? 0);
  }
  enterBlock(node, block) {
    if (node !== NO_NODE) this.enters[node] = block + 1;
  }
  push(start, end, block, isUnevaluated) {
    this.outerEnds.push(this.regionEnd);
    this.outerBlocks.push(this.block);
    this.outerUnevaluated.push(this.isUnevaluated);
    this.regionEnd = end;
    this.block = block;
    this.isUnevaluated = isUnevaluated;
    const { starts, ends, blocks, parents } = this.regions;
    parents.push(this.region);
    this.region = starts.length;
    starts.push(start);
    ends.push(end);
    blocks.push(block);
  }
  leave() {
    this.regionEnd = this.outerEnds.pop() ?? this.tree.size;
    this.block = this.outerBlocks.pop() ?? MODULE;
    this.isUnevaluated = this.outerUnevaluated.pop() ?? false;
    this.region = this.regions.parents[this.region] ?? NONE;
  }
  afterOf(node) {
    return this.after[node] ?? this.tree.size;
  }
  childOfKind(node, kind) {
    for (let child = node + 1, end = this.afterOf(node); child < end; child = this.afterOf(child)) {
      if (this.kind[child] === kind) return child;
    }
    return NO_NODE;
  }
  childIn(node, field) {
    for (let child = node + 1, end = this.afterOf(node); child < end; child = this.afterOf(child)) {
      if (this.field[child] === field) return child;
    }
    return NO_NODE;
  }
  /** The first of the siblings from `start` to `end` that is no comment and no line continuation. */
  firstBetween(start, end) {
    for (let child = start; child < end; child = this.afterOf(child)) {
      const kind = this.kind[child];
      if (kind !== Kind.comment && kind !== Kind.line_continuation) return child;
    }
    return NO_NODE;
  }
  /** The first thing in parentheses. */
  element(node) {
    const first = this.firstBetween(this.afterOf(node + 1), this.afterOf(node));
    return this.kind[first] === Kind[")"] ? NO_NODE : first;
  }
  /** What a marked tuple, list or pattern is, its elements are. */
  passOn(node) {
    const mark = this.marks[node] ?? Mark.read;
    for (let child = node + 1, end = this.afterOf(node); child < end; child = this.afterOf(child)) {
      this.marks[child] = mark;
    }
  }
  markIdentifiers(node, mark) {
    for (let child = node + 1, end = this.afterOf(node); child < end; child = this.afterOf(child)) {
      if (this.kind[child] === Kind.identifier) this.marks[child] = mark;
    }
  }
};
function annotateVariable(walk, annotation) {
  const kind = walk.blocks.kinds[walk.block];
  if ((kind === "module" || kind === "class") && !walk.futureAnnotations) {
    walk.enters[annotation] = ENTERS_VARIABLE_ANNOTATION;
    return;
  }
  walk.marks[annotation] = Mark.unevaluated;
  walk.enters[annotation] = walk.block + 1;
}
function annotateSignature(walk, annotation, annotations, around) {
  if (annotations === NONE) walk.marks[annotation] = Mark.unevaluated;
  walk.enterBlock(annotation, annotations === NONE ? around : annotations);
}
function enterMarked(walk, node, entered) {
  const end = walk.afterOf(node);
  if (entered === ENTERS_VARIABLE_ANNOTATION)
    walk.push(node, end, annotationBlockOf(walk, walk.block, node), false);
  else if (entered === ENTERS_BOUND) walk.push(node, end, boundBlock(walk, node), false);
  else walk.push(node, end, entered - 1, walk.marks[node] === Mark.unevaluated);
}
function annotationBlockOf(walk, block, node) {
  const present = walk.blocks.annotations[block] ?? NONE;
  if (present !== NONE) return present;
  const start = walk.start[annotationExpression(walk, node)] ?? 0;
  const annotations = walk.blocks.open("annotation", "__annotate__", block, node, start);
  walk.blocks.annotations[block] = annotations;
  walk.blocks.seesClass[annotations] = walk.blocks.kinds[block] === "class";
  return annotations;
}
function boundBlock(walk, node) {
  const start = starBefore(walk, node) ?? walk.start[annotationExpression(walk, node)] ?? 0;
  const block = walk.blocks.open("annotation", walk.lastTypeParameter, walk.block, node, start);
  walk.blocks.seesClass[block] = walk.blocks.seesClass[walk.block] === true;
  return block;
}
function starBefore(walk, node) {
  const { text: text2 } = walk.tree;
  let at2 = (walk.start[node] ?? 0) - 1;
  while (at2 > 0 && /\s/.test(text2.charAt(at2))) at2 -= 1;
  return text2.charAt(at2) === "*" ? at2 : void 0;
}
function annotationExpression(walk, node) {
  let inner = node;
  for (; ; ) {
    const next = walk.kind[inner] === Kind.type ? inner + 1 : NO_NODE;
    const within = walk.kind[inner] === Kind.parenthesized_expression ? walk.element(inner) : next;
    if (within === NO_NODE) return inner;
    inner = within;
  }
}
function openComprehension(walk, node) {
  const around = walk.block;
  const block = walk.open("comprehension", comprehensionName(walk.kind[node]), around, node);
  let clause = node + 1;
  const end = walk.afterOf(node);
  while (clause < end && walk.kind[clause] !== Kind.for_in_clause) clause = walk.afterOf(clause);
  if (clause < end) {
    for (let child = clause + 1, last = walk.afterOf(clause); child < last; child = walk.afterOf(child)) {
      if (walk.field[child] === Field.right) walk.enterBlock(child, around);
    }
  }
  walk.push(node + 1, end, block, false);
}
function comprehensionName(kind) {
  if (kind === Kind.list_comprehension) return "listcomp";
  if (kind === Kind.set_comprehension) return "setcomp";
  return kind === Kind.dictionary_comprehension ? "dictcomp" : "genexpr";
}
function openTypeParameters(walk, definition, typeParameters, name) {
  if (typeParameters === NO_NODE) return walk.block;
  const block = walk.open("type-parameters", name, walk.block, definition);
  walk.blocks.seesClass[block] = walk.blocks.kinds[walk.block] === "class";
  walk.marks[typeParameters] = Mark.declares;
  walk.enterBlock(typeParameters, block);
  return block;
}
function declareTypeParameters(walk, node) {
  for (let child = node + 1, end = walk.afterOf(node); child < end; child = walk.afterOf(child)) {
    if (walk.kind[child] !== Kind.type) continue;
    const declared = child + 1;
    if (walk.kind[declared] === Kind.constrained_type) declareConstrained(walk, declared);
    else declareTypeParameter(walk, declared);
  }
}
function declareTypeParameter(walk, declared) {
  const kind = walk.kind[declared];
  if (kind === Kind.identifier) walk.marks[declared] = Mark.typeParameter;
  else if (kind === Kind.splat_type || kind === Kind.list_splat)
    walk.markIdentifiers(declared, Mark.typeParameter);
  else walk.blocks.hasError[walk.block] = true;
}
function declareConstrained(walk, node) {
  declareTypeParameter(walk, node + 2);
  const bound = secondType(walk, node);
  if (bound === NO_NODE) return;
  const isBounded = walk.tree.text.charAt(walk.start[walk.childOfKind(node, Kind[":"])] ?? 0) === ":";
  if (walk.kind[bound + 1] !== Kind.constrained_type || !isBounded) {
    walk.enters[bound] = ENTERS_BOUND;
    return;
  }
  walk.enters[bound + 2] = ENTERS_BOUND;
  const preset = secondType(walk, bound + 1);
  if (preset !== NO_NODE) walk.enters[preset] = ENTERS_BOUND;
}
function secondType(walk, node) {
  for (let child = walk.afterOf(node + 1), end = walk.afterOf(node); child < end; child = walk.afterOf(child)) {
    if (walk.kind[child] === Kind.type) return child;
  }
  return NO_NODE;
}
function defineTypeAlias(walk, node) {
  const left = walk.childIn(node, Field.left);
  const right = walk.childIn(node, Field.right);
  if (left === NO_NODE || right === NO_NODE) return;
  const name = walk.kind[left + 1] === Kind.generic_type ? left + 2 : left + 1;
  if (walk.kind[name] !== Kind.identifier) {
    assignmentToType(walk, node, left);
    return;
  }
  walk.marks[name] = Mark.stored;
  const typeParameters = name === left + 2 ? walk.childOfKind(left + 1, Kind.type_parameter) : NO_NODE;
  const identifier2 = walk.identifiers.at(walk.start[name] ?? 0, walk.end[name] ?? 0);
  const seesClass = walk.blocks.kinds[walk.block] === "class";
  const around = openTypeParameters(walk, node, typeParameters, identifier2);
  const block = walk.open("type-alias", identifier2, around, node);
  walk.blocks.seesClass[block] = seesClass;
  walk.enterBlock(right, block);
}
function assignmentToType(walk, node, left) {
  walk.marks[node + 1] = Mark.isName;
  if (walk.kind[left + 1] !== Kind.constrained_type) return;
  const annotation = secondType(walk, left + 1);
  if (annotation !== NO_NODE) annotateVariable(walk, annotation);
}
function defineFunction(walk, node) {
  const typeParameters = walk.childIn(node, Field.type_parameters);
  const parameters = walk.childIn(node, Field.parameters);
  const returns = walk.childIn(node, Field.return_type);
  const name = definedName(walk, node, Mark.functionName);
  const around = openTypeParameters(walk, node, typeParameters, name);
  const isAnnotated = returns !== NO_NODE || hasAnnotation(walk, parameters);
  const annotations = isAnnotated && !walk.futureAnnotations ? walk.open("annotation", "__annotate__", around, node) : NONE;
  if (annotations !== NONE) {
    walk.blocks.seesClass[annotations] = walk.blocks.seesClass[around] === true || walk.blocks.kinds[around] === "class";
  }
  const block = walk.open("function", name, around, node);
  if (returns !== NO_NODE) annotateSignature(walk, returns, annotations, around);
  if (parameters !== NO_NODE) declareParameters(walk, parameters, block, annotations, around);
  walk.enterBlock(walk.childIn(node, Field.body), block);
}
function defineClass(walk, node) {
  const typeParameters = walk.childIn(node, Field.type_parameters);
  const name = definedName(walk, node, Mark.className);
  const className = walk.identifiers.nameOf(name);
  const around = openTypeParameters(walk, node, typeParameters, name);
  if (typeParameters !== NO_NODE) {
    walk.blocks.privateTo[around] = className;
    walk.blocks.mangledOnly[around] = /* @__PURE__ */ new Set();
    walk.enterBlock(walk.childIn(node, Field.superclasses), around);
  }
  const block = walk.open("class", name, around, node);
  walk.blocks.privateTo[block] = className;
  walk.enterBlock(walk.childIn(node, Field.body), block);
}
function definedName(walk, node, mark) {
  const name = walk.childIn(node, Field.name);
  if (name === NO_NODE) return walk.identifiers.of("");
  walk.marks[name] = mark;
  return walk.identifiers.at(walk.start[name] ?? 0, walk.end[name] ?? 0);
}
function hasAnnotation(walk, parameters) {
  if (parameters === NO_NODE) return false;
  for (let child = parameters + 1, end = walk.afterOf(parameters); child < end; child = walk.afterOf(child)) {
    const kind = walk.kind[child];
    if (kind === Kind.typed_parameter || kind === Kind.typed_default_parameter) return true;
  }
  return false;
}
function declareParameters(walk, list2, block, annotations, around) {
  for (let child = list2 + 1, end = walk.afterOf(list2); child < end; child = walk.afterOf(child)) {
    switch (walk.kind[child] ?? Kind.end) {
      case Kind.identifier:
      case Kind.list_splat_pattern:
      case Kind.dictionary_splat_pattern:
      case Kind.tuple_pattern:
        declareParameter(walk, child, block);
        break;
      case Kind.default_parameter:
        declareParameter(walk, child + 1, block);
        break;
      case Kind.typed_parameter:
      case Kind.typed_default_parameter: {
        declareParameter(walk, child + 1, block);
        const annotation = walk.childIn(child, Field.type);
        if (annotation !== NO_NODE) annotateSignature(walk, annotation, annotations, around);
        break;
      }
      default:
    }
  }
}
function declareParameter(walk, node, block) {
  if (walk.kind[node] === Kind.tuple_pattern) walk.blocks.hasError[walk.block] = true;
  for (let inner = node, end = walk.afterOf(node); inner < end; inner++) {
    if (walk.kind[inner] !== Kind.identifier) continue;
    walk.marks[inner] = Mark.parameter;
    walk.enterBlock(inner, block);
  }
}
function openLambda(walk, node) {
  const block = walk.open("lambda", "lambda", walk.block, node);
  const parameters = walk.childIn(node, Field.parameters);
  if (parameters !== NO_NODE) declareParameters(walk, parameters, block, NONE, walk.block);
  walk.enterBlock(walk.childIn(node, Field.body), block);
}
function leaveLambdas(walk, target) {
  let around = walk.block;
  while (walk.blocks.kinds[around] === "lambda") around = walk.blocks.parents[around] ?? MODULE;
  if (around !== walk.block) walk.enterBlock(target + 1, around);
}
function importNames(walk, node) {
  for (let child = node + 1, end = walk.afterOf(node); child < end; child = walk.afterOf(child)) {
    const isBound = walk.field[child] === Field.name;
    if (walk.kind[child] === Kind.aliased_import) importAs(walk, child);
    else importPath(walk, child, isBound);
    if (walk.kind[node] === Kind.future_import_statement && isBound) futureFeature(walk, child);
  }
}
function importAs(walk, node) {
  importPath(walk, node + 1, false);
  const alias = walk.childIn(node, Field.alias);
  if (alias !== NO_NODE) walk.marks[alias] = Mark.imported;
}
function importPath(walk, path, isBound) {
  let mark = isBound ? Mark.imported : Mark.notAName;
  for (let inner = path, end = walk.afterOf(path); inner < end; inner++) {
    if (walk.kind[inner] === Kind.dotted_name) walk.marks[inner] = Mark.notAName;
    if (walk.kind[inner] !== Kind.identifier) continue;
    walk.marks[inner] = mark;
    mark = Mark.notAName;
  }
}
function futureFeature(walk, imported2) {
  const path = walk.kind[imported2] === Kind.aliased_import ? imported2 + 1 : imported2;
  const feature = walk.tree.text.slice(walk.start[path], walk.end[path]);
  if (feature === "annotations") walk.futureAnnotations = true;
}
function meetIdentifier(walk, node) {
  const mark = walk.marks[node] ?? Mark.read;
  if (mark === Mark.notAName || walk.field[node] === Field.attribute) return;
  const start = walk.start[node] ?? 0;
  const end = walk.end[node] ?? 0;
  if (start === end) return;
  if (walk.isUnevaluated || mark === Mark.ignored) {
    walk.unevaluated.nodes.push(node);
    walk.unevaluated.blocks.push(walk.block);
    return;
  }
  const blocks = walk.blocks;
  const block = walk.block;
  const identifier2 = walk.identifiers.at(start, end);
  if (mark === Mark.unknown) {
    walk.unknown.push(node);
    return;
  }
  if (mark === Mark.typeParameter) {
    blocks.mangledOnly[block]?.add(identifier2);
    walk.lastTypeParameter = identifier2;
  }
  const symbol = blocks.symbolOf(block, blocks.nameIn(block, identifier2));
  blocks.flag(symbol, flagsOfMark[mark] ?? 0);
  blocks.occur(symbol, node, useOfMark[mark] ?? Use.reads);
  if (mark === Mark.declaredGlobal) declareGlobal(walk, symbol);
  if (mark === Mark.walrus && blocks.kinds[block] === "comprehension") bindOutside(walk, symbol);
}
function readName(walk, node) {
  const identifier2 = walk.identifiers.at(walk.start[node] ?? 0, walk.end[node] ?? 0);
  const symbol = walk.blocks.symbolOf(walk.block, walk.blocks.nameIn(walk.block, identifier2));
  walk.blocks.flag(symbol, Flag.used);
  walk.blocks.occur(symbol, node, Use.reads);
}
function useClassCells(walk) {
  const blocks = walk.blocks;
  const cell = walk.identifiers.find("__class__");
  const called = walk.identifiers.find("super");
  if (cell === NONE || called === NONE) return;
  for (const [symbol, name] of blocks.symbolName.entries()) {
    const block = blocks.symbolBlock[symbol] ?? MODULE;
    if (name !== called || blocks.kinds[block] === "class" || block === MODULE) continue;
    const used = (blocks.symbolFlags[symbol] ?? 0) & Flag.used;
    const here = blocks.find(block, cell);
    if (here !== NONE) blocks.flag(here, used);
  }
}
function declareGlobal(walk, symbol) {
  const blocks = walk.blocks;
  blocks.flag(blocks.symbolOf(MODULE, blocks.symbolName[symbol] ?? 0), Flag.global);
}
function bindOutside(walk, symbol) {
  const blocks = walk.blocks;
  const name = blocks.symbolName[symbol] ?? 0;
  let target = walk.block;
  while (!bindsWalrus(blocks.kinds[target])) target = blocks.parents[target] ?? MODULE;
  const bound = blocks.symbolOf(target, name);
  if (target !== MODULE) blocks.flag(bound, Flag.local);
  if (target === MODULE || ((blocks.symbolFlags[bound] ?? 0) & Flag.global) !== 0) {
    blocks.flag(symbol, Flag.global);
    declareGlobal(walk, symbol);
  } else {
    blocks.flag(symbol, Flag.nonlocal);
  }
}
function bindsWalrus(kind) {
  return kind === "function" || kind === "lambda" || kind === "module";
}
function captureOrRead(walk, node) {
  if (walk.marks[node] === Mark.notAName) return;
  const first = node + 1;
  const isSingle = walk.afterOf(first) === walk.afterOf(node);
  const parent = walk.kind[walk.tree.parent[node] ?? 0];
  if (isSingle) {
    if (parent !== Kind.class_pattern) walk.marks[first] = Mark.stored;
    return;
  }
  for (let inner = first + 1, end = walk.afterOf(node); inner < end; inner++) {
    walk.marks[inner] = Mark.notAName;
  }
}
function assignTo(walk, node) {
  const left = node + 1;
  const annotation = walk.childIn(node, Field.type);
  if (annotation === NO_NODE) {
    walk.marks[left] = Mark.stored;
    return;
  }
  refuseNewline(walk, left, annotation);
  const target = withoutParentheses(walk, left);
  if (walk.kind[target] !== Kind.identifier) walk.marks[target] = Mark.stored;
  else if (target === left) walk.marks[target] = Mark.annotated;
  else walk.marks[target] = walk.childIn(node, Field.right) === NO_NODE ? Mark.ignored : Mark.stored;
  annotateVariable(walk, annotation);
}
function refuseNewline(walk, target, annotation) {
  const between = walk.tree.text.slice(walk.end[target], walk.start[annotation]);
  if (/(?<!\\\r?)\n/.test(between)) walk.blocks.hasError[walk.block] = true;
}
function withoutParentheses(walk, target) {
  let inner = target;
  while (walk.kind[inner] === Kind.tuple_pattern && walk.childOfKind(inner, Kind[","]) === NO_NODE) {
    const element = walk.element(inner);
    if (element === NO_NODE) return inner;
    inner = element;
  }
  return inner;
}
function blockOf(regions, node) {
  let low = 0;
  let high = regions.starts.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((regions.starts[middle] ?? 0) <= node) low = middle + 1;
    else high = middle;
  }
  let region = low - 1;
  while (region !== NONE && (regions.ends[region] ?? 0) <= node) region = regions.parents[region] ?? NONE;
  return regions.blocks[region] ?? MODULE;
}
function collect(tree) {
  const walk = new Walk(tree);
  const { size, missing: missing2 } = tree;
  const kinds = walk.kind;
  const enters = walk.enters;
  walk.blocks.open("module", "top", NONE, ROOT, 0);
  for (let node = 0; node < size; node++) {
    while (node >= walk.regionEnd) walk.leave();
    const entered = enters[node] ?? ENTERS_NOTHING;
    if (entered !== ENTERS_NOTHING) enterMarked(walk, node, entered);
    const action = actionOfKind[kinds[node] ?? 0] ?? Action.none;
    if (action === Action.none) continue;
    if (action === Action.identifier) meetIdentifier(walk, node);
    else if (walk.isUnevaluated) actUnevaluated(walk, node, action);
    else act(walk, node, action);
  }
  for (const node of missing2) walk.blocks.hasError[blockOf(walk.regions, node)] = true;
  useClassCells(walk);
  return {
    blocks: walk.blocks,
    regions: walk.regions,
    unevaluated: walk.unevaluated,
    unknown: walk.unknown
  };
}
function act(walk, node, action) {
  switch (action) {
    case Action.keywordArgument:
    case Action.keywordPattern:
      walk.marks[node + 1] = Mark.notAName;
      return;
    case Action.container:
      if (walk.marks[node] !== Mark.read) walk.passOn(node);
      return;
    case Action.assignment:
      assignTo(walk, node);
      return;
    case Action.augmentedAssignment:
      walk.marks[node + 1] = Mark.augmented;
      return;
    case Action.loop:
      walk.marks[walk.childIn(node, Field.left)] = Mark.stored;
      return;
    case Action.deletion:
      for (let child = node + 2, end = walk.afterOf(node); child < end; child = walk.afterOf(child)) {
        walk.marks[child] = Mark.stored;
      }
      return;
    case Action.asTarget:
      walk.marks[node + 1] = Mark.stored;
      leaveLambdas(walk, node);
      return;
    case Action.asPattern:
      if (walk.kind[walk.tree.parent[node] ?? 0] === Kind.case_pattern)
        walk.markIdentifiers(node, Mark.stored);
      return;
    case Action.splatPattern:
      walk.markIdentifiers(node, Mark.stored);
      return;
    case Action.functionDefinition:
      defineFunction(walk, node);
      return;
    case Action.classDefinition:
      defineClass(walk, node);
      return;
    case Action.lambda:
      openLambda(walk, node);
      return;
    case Action.comprehension:
      openComprehension(walk, node);
      return;
    case Action.namedExpression:
      if (walk.marks[node] !== Mark.notAName) walk.marks[node + 1] = Mark.walrus;
      return;
    case Action.imports:
      importNames(walk, node);
      return;
    case Action.globalStatement:
      walk.markIdentifiers(node, Mark.declaredGlobal);
      return;
    case Action.nonlocalStatement:
      walk.markIdentifiers(node, Mark.declaredNonlocal);
      return;
    case Action.dottedName:
      captureOrRead(walk, node);
      return;
    case Action.typeAlias:
      defineTypeAlias(walk, node);
      return;
    case Action.typeParameters:
      if (walk.marks[node] === Mark.declares) declareTypeParameters(walk, node);
      return;
    case Action.memberType:
      walk.markIdentifiers(node, Mark.notAName);
      return;
    case Action.nameToken:
      if (walk.marks[node] === Mark.isName) readName(walk, node);
      return;
    case Action.printStatement:
      walk.marks[node + 1] = Mark.isName;
      if (walk.childOfKind(node, Kind.chevron) === NO_NODE) walk.blocks.hasError[walk.block] = true;
      return;
    case Action.execStatement:
      walk.marks[node + 1] = Mark.isName;
      walk.blocks.hasError[walk.block] = true;
      return;
    case Action.exceptClause: {
      const alias = walk.childIn(node, Field.alias);
      if (alias !== NO_NODE) walk.marks[alias] = Mark.stored;
      return;
    }
    case Action.block:
      if (walk.firstBetween(node + 1, walk.afterOf(node)) === NO_NODE)
        walk.blocks.hasError[walk.block] = true;
      return;
    case Action.error:
      walk.blocks.hasError[walk.block] = true;
      walk.markIdentifiers(node, Mark.unknown);
      return;
    default:
      return;
  }
}
function actUnevaluated(walk, node, action) {
  if (action === Action.keywordArgument) walk.marks[node + 1] = Mark.notAName;
  else if (action === Action.memberType) walk.markIdentifiers(node, Mark.notAName);
  else if (action === Action.error) walk.blocks.hasError[walk.block] = true;
}
function groups(count3, groupCount, groupOf) {
  const starts = new Int32Array(groupCount + 1);
  for (let member = 0; member < count3; member++) {
    const group = groupOf(member) + 1;
    starts[group] = (starts[group] ?? 0) + 1;
  }
  for (let group = 0; group < groupCount; group++) {
    starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  }
  const next = starts.slice();
  const members = new Int32Array(count3);
  for (let member = 0; member < count3; member++) {
    const group = groupOf(member);
    const place = next[group] ?? 0;
    members[place] = member;
    next[group] = place + 1;
  }
  return { starts, members };
}
function incompleteBlocks(tree, blocks) {
  const incomplete = [...blocks.hasError];
  if (tree.hasError) {
    for (const [block, isDoubtful] of doubtfulBlocks(tree, blocks).entries()) {
      if (isDoubtful) incomplete[block] = true;
    }
  }
  for (let block = incomplete.length - 1; block > MODULE; block--) {
    if (incomplete[block] === true) incomplete[blocks.parents[block] ?? MODULE] = true;
  }
  return incomplete;
}
function doubtfulBlocks(tree, blocks) {
  const statements = childrenOf(tree, ROOT).filter((node) => kindOf(tree, node) !== Kind.comment);
  const errors = errorsOf(tree);
  const doubtful = blocks.nodes.map((_, block) => block === MODULE);
  const errorAfter = new Map(errors.map((error) => [beforeComments(tree, error), error]));
  let nextError = 0;
  let nextBlock = MODULE + 1;
  let hadError = false;
  for (const [index, statement] of statements.entries()) {
    const after = afterOf(tree, statement);
    const first = errors[nextError] ?? tree.size;
    const isStray = hadError && !startsLine(tree, statement);
    const following = statements[index + 1];
    const isCut = following !== void 0 && !startsLine(tree, following) ? after : tree.size + 1;
    for (; nextBlock < blocks.nodes.length && (blocks.nodes[nextBlock] ?? 0) < after; nextBlock++) {
      const end = afterOf(tree, blocks.nodes[nextBlock] ?? 0);
      doubtful[nextBlock] = isStray || end > first || end >= isCut || isCutBy(tree, blocks.nodes[nextBlock] ?? 0, errorAfter.get(end));
    }
    while ((errors[nextError] ?? tree.size) < after) nextError += 1;
    hadError ||= nextError > 0;
  }
  return doubtful;
}
function errorsOf(tree) {
  const errors = [];
  for (let node = ROOT; node < tree.size; node++) {
    const isError = kindOf(tree, node) === Kind.ERROR;
    if (isError || tree.missing.has(node)) errors.push(node);
    else if (tree.lacking.has(node)) for (const one of runOnStatementsOf(tree, node)) errors.push(one);
  }
  return errors.toSorted((a, b) => a - b);
}
function runOnStatementsOf(tree, block) {
  const children = childrenOf(tree, block).filter((child) => !isToken(kindOf(tree, child)));
  const runOn = children.filter((child, index) => {
    const previous = children[index - 1];
    if (previous === void 0 || kindOf(tree, child) === Kind.comment) return false;
    return !/[\r\n;]/.test(tree.text.slice(endOf(tree, previous), startOf(tree, child)));
  });
  return runOn.length > 0 ? runOn : [block];
}
function isCutBy(tree, block, error) {
  if (error === void 0) return false;
  const indentation = indentationOf(tree, error);
  return indentation === void 0 || indentation > (indentationOf(tree, block) ?? 0);
}
function indentationOf({ text: text2, start }, node) {
  const offset = start[node] ?? 0;
  const before = text2.slice(text2.lastIndexOf("\n", offset - 1) + 1, offset);
  return /\S/.test(before) ? void 0 : before.length;
}
function beforeComments(tree, node) {
  let first = node;
  while (first > ROOT && kindOf(tree, first - 1) === Kind.comment) first -= 1;
  return first;
}
function startsLine(tree, statement) {
  const start = startOf(tree, statement);
  return kindOf(tree, statement) !== Kind.ERROR && (start === 0 || /[\n\r\f\uFEFF;]/.test(tree.text.charAt(start - 1)));
}
function importsOf(tree, nodesOf) {
  const origins = /* @__PURE__ */ new Map();
  const bound = /* @__PURE__ */ new Map();
  const statements = [];
  const bind2 = (node, names3) => {
    statements.push({ node, names: names3 });
    for (const { binder, origin } of names3) {
      origins.set(textOf(tree, binder), origin);
      bound.set(binder, origin);
    }
  };
  for (const statement of nodesOf(Kind.import_statement)) {
    const names3 = childrenIn(tree, statement, Field.name).map((node) => imported(tree, node));
    bind2(
      statement,
      names3.map(({ binder, name, isAliased }) => ({ binder, origin: isAliased ? name : firstPart(name) }))
    );
  }
  for (const statement of nodesOf(Kind.import_from_statement)) {
    const module2 = textOf(tree, childIn(tree, statement, Field.module_name)).replace(/\s+/g, "");
    const prefix = module2.endsWith(".") ? module2 : `${module2}.`;
    const names3 = childrenIn(tree, statement, Field.name).map((node) => imported(tree, node));
    bind2(
      statement,
      names3.map(({ binder, name }) => ({ binder, origin: prefix + name }))
    );
    if (childOfKind(tree, statement, Kind.wildcard_import) !== NO_NODE) origins.set(`*${module2}`, module2);
  }
  let names2;
  return {
    originOf(dottedName) {
      const first = firstPart(dottedName);
      const origin = origins.get(first);
      return origin === void 0 ? dottedName : origin + dottedName.slice(first.length);
    },
    hasModule(dottedName) {
      for (const origin of origins.values()) if (isIn(origin, dottedName)) return true;
      return false;
    },
    statements: statements.filter(({ names: names3 }) => names3.length > 0).toSorted((one, other) => one.node - other.node),
    originBoundAt: (identifier2) => bound.get(identifier2),
    namesOf: (origin) => (names2 ??= namesByOrigin(origins)).get(origin) ?? NO_NAMES
  };
}
var isIn = (origin, module2) => origin.startsWith(module2) && (origin.length === module2.length || origin[module2.length] === ".");
var NO_NAMES = [];
function namesByOrigin(origins) {
  const names2 = /* @__PURE__ */ new Map();
  for (const [name, origin] of origins) {
    const known8 = names2.get(origin);
    if (known8 === void 0) names2.set(origin, [name]);
    else known8.push(name);
  }
  return names2;
}
function imported(tree, node) {
  const isAliased = kindOf(tree, node) === Kind.aliased_import;
  const name = isAliased ? childIn(tree, node, Field.name) : node;
  return {
    name: textOf(tree, name).replace(/\s+/g, ""),
    isAliased,
    binder: isAliased ? childIn(tree, node, Field.alias) : node + 1
  };
}
function firstPart(dottedName) {
  const dot = dottedName.indexOf(".");
  return dot === -1 ? dottedName : dottedName.slice(0, dot);
}
function originOf(tree, imports, bindings, expression) {
  const name = dottedNameOf(tree, expression);
  if (name === void 0) return void 0;
  const binding = bindings.bindingAt(startOf(tree, expression));
  if (binding?.kind === "unbound") return `builtins.${name}`;
  if (binding?.kind !== "import") return void 0;
  const [origin] = binding.definitions.flatMap(({ node }) => imports.originBoundAt(node) ?? []);
  const dot = name.indexOf(".");
  return origin === void 0 || dot === -1 ? origin : origin + name.slice(dot);
}
function observersByScope(tree, bindings) {
  const seen = /* @__PURE__ */ new Map();
  for (const { kind, node, scopes } of sightsOf(tree, bindings)) {
    const observer = { kind, at: spanOf(tree, node) };
    for (const { id } of new Set(scopes)) {
      const observers = seen.get(id);
      if (observers === void 0) seen.set(id, [observer]);
      else observers.push(observer);
    }
  }
  for (const observers of seen.values()) observers.sort((a, b) => a.at.start - b.at.start);
  return seen;
}
function* sightsOf(tree, bindings) {
  const { module: module2, scopes } = bindings;
  for (const [name, kind] of BUILTINS) {
    const binding = bindings.lookup(module2, name);
    if (binding === void 0 || binding.kind !== "unbound") continue;
    for (const { node } of binding.references) {
      if (looksAround(tree, node, kind)) yield { kind, node, scopes: seenFrom(kind, bindings, node) };
    }
  }
  let imports;
  for (let node = ROOT; node < tree.size; node++) {
    const kind = tree.kind[node];
    if (kind === Kind.wildcard_import) yield { kind: "star-import", node, scopes: [module2] };
    if (kind !== Kind.identifier) continue;
    const seen = ATTRIBUTES.get(textOf(tree, node));
    if (seen === void 0 || !isReached(tree, bindings, node)) continue;
    if (seen.of === void 0 || isOf(tree, bindings, imports ??= importsOf(tree, nodesByKind(tree)), node, seen.of))
      yield { kind: seen.kind, node, scopes };
  }
}
var BUILTINS = [
  ["locals", "locals"],
  ["vars", "vars"],
  ["dir", "dir"],
  ["globals", "globals"],
  ["eval", "eval"],
  ["exec", "exec"]
];
var ATTRIBUTES = new Map([
  ...[
    "_getframe",
    "_current_frames",
    "currentframe",
    "f_locals",
    "f_globals",
    "f_back",
    "tb_frame",
    "gi_frame"
  ].map((name) => [name, { kind: "frame", of: void 0 }]),
  ...["cr_frame", "ag_frame", "getinnerframes", "getouterframes", "getargvalues"].map(
    (name) => [name, { kind: "frame", of: void 0 }]
  ),
  ...["stack", "trace"].map((name) => [name, { kind: "frame", of: "inspect" }]),
  ...["__code__", "co_varnames", "co_names", "co_freevars", "co_cellvars", "getclosurevars"].map(
    (name) => [name, { kind: "code-object", of: void 0 }]
  )
]);
function looksAround(tree, node, kind) {
  if (kind !== "vars" && kind !== "dir") return true;
  const call = parentOf(tree, node);
  if (kindOf(tree, call) !== Kind.call || fieldOf(tree, node) !== Field.function) return true;
  return namedChildrenOf(tree, childIn(tree, call, Field.arguments)).length === 0;
}
function seenFrom(kind, bindings, node) {
  if (kind === "globals") return [bindings.module];
  const scope = bindings.scopeOf(node);
  const captured = [...scope.symbols.values()].filter(({ flags }) => flags.free).map(({ binding }) => binding.scope);
  return kind === "eval" || kind === "exec" ? [scope, ...captured, bindings.module] : [scope, ...captured];
}
function isReached(tree, bindings, node) {
  if (fieldOf(tree, node) === Field.attribute || aliasOf(tree, node) !== NO_NODE) return true;
  const kind = bindings.bindingAt(spanOf(tree, node).start)?.kind;
  return kind === "unbound" || kind === "import";
}
function isOf(tree, bindings, imports, node, module2) {
  if (fieldOf(tree, node) !== Field.attribute) {
    const alias = aliasOf(tree, node);
    const imported2 = originOf(tree, imports, bindings, alias === NO_NODE ? node : alias);
    return imported2 === `${module2}.${textOf(tree, node)}`;
  }
  const origin = originOf(tree, imports, bindings, childIn(tree, parentOf(tree, node), Field.object));
  return origin === module2 || origin === `builtins.${module2}`;
}
function aliasOf(tree, node) {
  const name = parentOf(tree, node);
  const statement = parentOf(tree, name);
  if (kindOf(tree, name) !== Kind.dotted_name || kindOf(tree, statement) !== Kind.aliased_import)
    return NO_NODE;
  return node + 1 === afterOf(tree, name) ? childIn(tree, statement, Field.alias) : NO_NODE;
}
var Reach = { local: 1, free: 2, globalImplicit: 3, globalExplicit: 4 };
function resolve(blocks) {
  return new Resolver(blocks).resolve();
}
var Resolver = class {
  #blocks;
  #reach;
  #variable;
  #variableBlock = [];
  #variableName = [];
  #variableFlags = [];
  /** The variable that a block sees around it by each name, and the module's. */
  #visible;
  #global;
  /** What to put back into `visible` when a block is left. */
  #hiddenNames = [];
  #hiddenVariables = [];
  #implicitInClass;
  #typeParams;
  constructor(blocks) {
    this.#blocks = blocks;
    const { identifiers } = blocks;
    this.#reach = filled(blocks.symbolName.length, Reach.globalImplicit);
    this.#variable = filled(blocks.symbolName.length, NONE);
    this.#visible = new Int32Array(identifiers.count).fill(NONE);
    this.#global = new Int32Array(identifiers.count).fill(NONE);
    this.#implicitInClass = ["__class__", "__classdict__", "__conditional_annotations__"].map((name) => identifiers.find(name)).filter((name) => name !== NONE);
    this.#typeParams = identifiers.find("__type_params__");
  }
  resolve() {
    const { parents } = this.#blocks;
    const firstChild = filled(parents.length, NONE);
    const nextChild = filled(parents.length, NONE);
    for (let block2 = parents.length - 1; block2 > MODULE; block2--) {
      const parent = parents[block2] ?? MODULE;
      nextChild[block2] = firstChild[parent] ?? NONE;
      firstChild[parent] = block2;
    }
    const hiddenBefore = [];
    let block = MODULE;
    for (; ; ) {
      hiddenBefore.push(this.#hiddenNames.length);
      this.#resolveBlock(block);
      let next = firstChild[block] ?? NONE;
      while (next === NONE) {
        this.#leave(hiddenBefore.pop() ?? 0);
        if (block === MODULE) return this.#resolved();
        next = nextChild[block] ?? NONE;
        block = parents[block] ?? MODULE;
      }
      block = next;
    }
  }
  #resolved() {
    return {
      reach: this.#reach,
      variable: this.#variable,
      variableBlock: this.#variableBlock,
      variableName: this.#variableName,
      variableFlags: this.#variableFlags,
      globalVariable: this.#global
    };
  }
  #resolveBlock(block) {
    const blocks = this.#blocks;
    const kind = blocks.kinds[block];
    const isClass = kind === "class";
    const isFunctionLike = !isClass && kind !== "module";
    const seenClass = blocks.seesClass[block] === true ? this.#classSeenBy(block) : NONE;
    if (isClass) this.#defineTypeParams(block);
    for (let symbol = blocks.firstSymbol[block] ?? NONE; symbol !== NONE; symbol = blocks.nextSymbol[symbol] ?? NONE) {
      const name = blocks.symbolName[symbol] ?? 0;
      const flags = blocks.symbolFlags[symbol] ?? 0;
      if ((flags & Flag.global) !== 0) {
        this.#settle(symbol, Reach.globalExplicit, this.#globalOf(name));
        if (isFunctionLike) this.#show(name, NONE);
      } else if ((flags & Flag.nonlocal) !== 0) {
        this.#settleOuter(symbol, name);
      } else if ((flags & BOUND) !== 0) {
        const variable = block === MODULE ? this.#globalOf(name) : this.#newVariable(block, name);
        this.#settle(symbol, Reach.local, variable);
        if (isFunctionLike) this.#show(name, variable);
      } else if (seenClass === NONE || !this.#settleInClass(symbol, name, seenClass)) {
        this.#settleOuter(symbol, name);
      }
    }
    if (isClass) {
      for (const name of this.#implicitInClass) this.#show(name, this.#classVariableOf(block, name));
    }
  }
  #settle(symbol, reach, variable) {
    this.#reach[symbol] = reach;
    this.#variable[symbol] = variable;
    this.#variableFlags[variable] = (this.#variableFlags[variable] ?? 0) | (this.#blocks.symbolFlags[symbol] ?? 0);
  }
  #settleOuter(symbol, name) {
    const visible = this.#visible[name] ?? NONE;
    if (visible === NONE) this.#settle(symbol, Reach.globalImplicit, this.#globalOf(name));
    else this.#settle(symbol, Reach.free, visible);
  }
  /** A lazily evaluated block in a class looks into the class first (PEP 649, PEP 695). */
  #settleInClass(symbol, name, seenClass) {
    const inClass = this.#blocks.find(seenClass, name);
    if (inClass === NONE) return false;
    const flags = this.#blocks.symbolFlags[inClass] ?? 0;
    if ((flags & Flag.global) !== 0) {
      this.#settle(symbol, Reach.globalExplicit, this.#globalOf(name));
      return true;
    }
    if ((flags & BOUND) === 0 || (flags & Flag.nonlocal) !== 0) return false;
    this.#settle(symbol, Reach.globalImplicit, this.#variable[inClass] ?? NONE);
    return true;
  }
  #classSeenBy(block) {
    const { kinds, parents } = this.#blocks;
    let around = parents[block] ?? MODULE;
    while (around !== MODULE && kinds[around] !== "class") around = parents[around] ?? MODULE;
    return around === MODULE ? NONE : around;
  }
  /** A class with type parameters has a variable `__type_params__`. */
  #defineTypeParams(block) {
    const blocks = this.#blocks;
    if (this.#typeParams === NONE || blocks.kinds[blocks.parents[block] ?? MODULE] !== "type-parameters")
      return;
    const symbol = blocks.find(block, this.#typeParams);
    if (symbol !== NONE) blocks.flag(symbol, Flag.local);
  }
  #globalOf(name) {
    const present = this.#global[name] ?? NONE;
    if (present !== NONE) return present;
    const variable = this.#newVariable(MODULE, name);
    this.#global[name] = variable;
    return variable;
  }
  #classVariableOf(block, name) {
    const symbol = this.#blocks.find(block, name);
    if (symbol !== NONE && this.#reach[symbol] === Reach.local) return this.#variable[symbol] ?? NONE;
    return this.#newVariable(block, name);
  }
  #newVariable(block, name) {
    this.#variableBlock.push(block);
    this.#variableName.push(name);
    return this.#variableFlags.push(0) - 1;
  }
  #show(name, variable) {
    this.#hiddenNames.push(name);
    this.#hiddenVariables.push(this.#visible[name] ?? NONE);
    this.#visible[name] = variable;
  }
  #leave(hiddenBefore) {
    while (this.#hiddenNames.length > hiddenBefore) {
      this.#visible[this.#hiddenNames.pop() ?? 0] = this.#hiddenVariables.pop() ?? NONE;
    }
  }
};
function filled(length, value) {
  const column = [];
  for (let index = 0; index < length; index++) column.push(value);
  return column;
}
var MOST_PASSING = 1e6;
function addPassingSymbols(blocks, resolved) {
  const { reach, variable, variableBlock } = resolved;
  const implicit = new Set(
    ["__class__", "__classdict__", "__conditional_annotations__", "__type_params__"].map(
      (name) => blocks.identifiers.find(name)
    )
  );
  const present = blocks.symbolBlock.length;
  for (let symbol = 0; symbol < present; symbol++) {
    const name = blocks.symbolName[symbol] ?? 0;
    if (reach[symbol] !== Reach.free || implicit.has(name)) continue;
    const binder = variableBlock[variable[symbol] ?? NONE] ?? MODULE;
    let block = blocks.parents[blocks.symbolBlock[symbol] ?? MODULE] ?? MODULE;
    for (; block !== binder && block > MODULE; block = blocks.parents[block] ?? MODULE) {
      const between = blocks.find(block, name);
      if (between !== NONE && reach[between] === Reach.free) break;
      if (between !== NONE) continue;
      if (reach.length - present > MOST_PASSING) return;
      blocks.symbolOf(block, name);
      reach.push(Reach.free);
      variable.push(variable[symbol] ?? NONE);
    }
  }
}
var ScopeView = class {
  id;
  kind;
  #model;
  #symbols;
  constructor(model, id, kind) {
    this.#model = model;
    this.id = id;
    this.kind = kind;
  }
  get name() {
    const name = this.#model.blocks.names[this.id] ?? "top";
    return typeof name === "string" ? name : this.#model.blocks.identifiers.nameOf(name);
  }
  get parent() {
    const parent = this.#model.blocks.parents[this.id] ?? NONE;
    return parent === NONE ? void 0 : this.#model.scope(parent);
  }
  get children() {
    return this.#model.childrenOf(this.id);
  }
  get node() {
    return this.#model.blocks.nodes[this.id] ?? 0;
  }
  get start() {
    return this.#model.blocks.starts[this.id] ?? 0;
  }
  get symbols() {
    return this.#symbols ??= this.#model.symbolsOf(this.id);
  }
  get observers() {
    return this.#model.observersOf(this.id);
  }
  get isIncomplete() {
    return this.#model.isIncomplete(this.id);
  }
};
var SymbolView = class {
  #model;
  #symbol;
  constructor(model, symbol) {
    this.#model = model;
    this.#symbol = symbol;
  }
  get name() {
    return this.#model.blocks.identifiers.nameOf(this.#model.blocks.symbolName[this.#symbol] ?? 0);
  }
  get scope() {
    return this.#model.scope(this.#model.blocks.symbolBlock[this.#symbol] ?? MODULE);
  }
  get binding() {
    return this.#model.binding(this.#model.resolved.variable[this.#symbol] ?? 0);
  }
  get flags() {
    const { blocks, resolved } = this.#model;
    const flags = blocks.symbolFlags[this.#symbol] ?? 0;
    const reach = resolved.reach[this.#symbol];
    const has = (flag3) => (flags & flag3) !== 0;
    const isGlobal = reach === Reach.globalExplicit || reach === Reach.globalImplicit;
    const isOfModule = blocks.symbolBlock[this.#symbol] === MODULE && has(Flag.local | Flag.parameter | Flag.imported | Flag.typeParameter);
    return {
      local: reach === Reach.local || isOfModule,
      global: isGlobal || isOfModule,
      declaredGlobal: reach === Reach.globalExplicit,
      nonlocal: has(Flag.nonlocal),
      free: reach === Reach.free,
      parameter: has(Flag.parameter),
      imported: has(Flag.imported),
      assigned: has(Flag.local),
      referenced: has(Flag.used),
      annotated: has(Flag.annotated)
    };
  }
  get definitions() {
    return this.#model.occurrencesOfSymbol(this.#symbol, Use.defines);
  }
  get references() {
    return this.#model.occurrencesOfSymbol(this.#symbol, Use.reads);
  }
  get declarations() {
    return this.#model.occurrencesOfSymbol(this.#symbol, Use.declares);
  }
};
var BindingView = class {
  #model;
  #variable;
  #definitions;
  #references;
  constructor(model, variable) {
    this.#model = model;
    this.#variable = variable;
  }
  get name() {
    return this.#model.blocks.identifiers.nameOf(this.#model.resolved.variableName[this.#variable] ?? 0);
  }
  get scope() {
    return this.#model.scope(this.#model.resolved.variableBlock[this.#variable] ?? MODULE);
  }
  get kind() {
    const flags = this.#model.resolved.variableFlags[this.#variable] ?? 0;
    for (const [flag3, kind] of kindsByFlag) if ((flags & flag3) !== 0) return kind;
    return "unbound";
  }
  get definitions() {
    return this.#definitions ??= this.#model.occurrencesOfVariable(this.#variable, Use.defines);
  }
  get references() {
    return this.#references ??= this.#model.occurrencesOfVariable(this.#variable, Use.reads);
  }
  get declarations() {
    return this.#model.occurrencesOfVariable(this.#variable, Use.declares);
  }
  get symbols() {
    return this.#model.symbolsOfVariable(this.#variable);
  }
};
var kindsByFlag = [
  [Flag.parameter, "parameter"],
  [Flag.typeParameter, "type-parameter"],
  [Flag.imported, "import"],
  [Flag.className, "class"],
  [Flag.functionName, "function"],
  [Flag.local, "local"]
];
function bind(tree) {
  const collected = collect(tree);
  return new Model(tree, collected, resolve(collected.blocks));
}
var Model = class {
  tree;
  blocks;
  resolved;
  #collected;
  #symbols = [];
  #variables = [];
  #occurrences = [];
  #scopes;
  #bindings;
  #childrenOfBlock;
  #blockOfNode;
  #occurrencesOfSymbol;
  #occurrencesOfVariable;
  #symbolsOfVariable;
  #incomplete;
  #observers;
  #unevaluated;
  #hasPassing = false;
  constructor(tree, collected, resolved) {
    this.tree = tree;
    this.#collected = collected;
    this.blocks = collected.blocks;
    this.resolved = resolved;
  }
  get module() {
    return this.scope(MODULE);
  }
  get scopes() {
    return this.#scopes ??= this.blocks.kinds.map((kind, block) => new ScopeView(this, block, kind));
  }
  get bindings() {
    return this.#bindings ??= this.resolved.variableBlock.map((_, variable) => this.binding(variable));
  }
  get unevaluated() {
    return this.#unevaluated ??= this.#unevaluatedNames();
  }
  get unknown() {
    return this.#collected.unknown.map((node) => this.#at(node));
  }
  bindingAt = (offset) => {
    const symbol = this.#symbolAt(offset);
    return symbol === NONE ? void 0 : this.binding(this.resolved.variable[symbol] ?? NONE);
  };
  symbolAt = (offset) => {
    const symbol = this.#symbolAt(offset);
    return symbol === NONE ? void 0 : this.symbol(symbol);
  };
  scopeOf = (node) => this.scope(blockOf(this.#collected.regions, node));
  scopeAt = (node) => {
    this.#blockOfNode ??= blockOfNode(this.blocks);
    const block = this.#blockOfNode.get(node);
    return block === void 0 ? void 0 : this.scope(block);
  };
  lookup = (scope, name) => {
    const identifier2 = this.blocks.identifiers.find(name);
    if (identifier2 === NONE) return void 0;
    const variable = this.#lookup(scope.id, this.blocks.nameIn(scope.id, identifier2));
    return variable === NONE ? void 0 : this.binding(variable);
  };
  scope(block) {
    const scope = this.scopes[block];
    if (scope === void 0) throw new Error("no such block");
    return scope;
  }
  childrenOf(block) {
    this.#childrenOfBlock ??= childrenOf2(this.scopes, this.blocks.parents);
    return this.#childrenOfBlock[block] ?? [];
  }
  observersOf(block) {
    return (this.#observers ??= observersByScope(this.tree, this)).get(block) ?? [];
  }
  isIncomplete(block) {
    return (this.#incomplete ??= incompleteBlocks(this.tree, this.blocks))[block] === true;
  }
  symbolsOf(block) {
    this.#addPassing();
    const numbers = [];
    let symbol = this.blocks.firstSymbol[block] ?? NONE;
    for (; symbol !== NONE; symbol = this.blocks.nextSymbol[symbol] ?? NONE) numbers.push(symbol);
    return new Map(
      numbers.toReversed().map((number) => {
        const view = this.symbol(number);
        return [view.name, view];
      })
    );
  }
  symbol(symbol) {
    return this.#symbols[symbol] ??= new SymbolView(this, symbol);
  }
  binding(variable) {
    return this.#variables[variable] ??= new BindingView(this, variable);
  }
  /** The occurrences of a symbol that do one of the things in `uses`. */
  occurrencesOfSymbol(symbol, uses) {
    const count3 = this.blocks.occurrenceNode.length;
    this.#occurrencesOfSymbol ??= groups(
      count3,
      this.blocks.symbolName.length,
      (occurrence) => this.blocks.symbolOfOccurrence(occurrence)
    );
    return this.#occurrencesIn(this.#occurrencesOfSymbol, symbol, uses);
  }
  occurrencesOfVariable(variable, uses) {
    const count3 = this.blocks.occurrenceNode.length;
    this.#occurrencesOfVariable ??= groups(
      count3,
      this.resolved.variableName.length,
      (occurrence) => this.resolved.variable[this.blocks.symbolOfOccurrence(occurrence)] ?? 0
    );
    return this.#occurrencesIn(this.#occurrencesOfVariable, variable, uses);
  }
  symbolsOfVariable(variable) {
    this.#addPassing();
    this.#symbolsOfVariable ??= groups(
      this.blocks.symbolName.length,
      this.resolved.variableName.length,
      (symbol) => this.resolved.variable[symbol] ?? 0
    );
    const { starts, members } = this.#symbolsOfVariable;
    const symbols = Array.from(members.subarray(starts[variable], starts[variable + 1]));
    const owner = this.resolved.variableBlock[variable];
    return [
      ...symbols.filter((symbol) => this.blocks.symbolBlock[symbol] === owner),
      ...symbols.filter((symbol) => this.blocks.symbolBlock[symbol] !== owner)
    ].map((symbol) => this.symbol(symbol));
  }
  #unevaluatedNames() {
    const { nodes, blocks } = this.#collected.unevaluated;
    return nodes.map((node, index) => {
      const occurrence = this.#at(node);
      const block = blocks[index] ?? MODULE;
      const { identifiers } = this.blocks;
      const identifier2 = identifiers.at(occurrence.start, occurrence.end);
      const name = identifiers.nameOf(this.blocks.nameIn(block, identifier2)).normalize("NFKC");
      return { ...occurrence, name, scope: this.scope(block) };
    });
  }
  #addPassing() {
    if (this.#hasPassing) return;
    this.#hasPassing = true;
    addPassingSymbols(this.blocks, this.resolved);
    this.#occurrencesOfSymbol = void 0;
  }
  #occurrencesIn({ starts, members }, group, uses) {
    const found = [];
    const end = starts[group + 1] ?? 0;
    for (let index = starts[group] ?? 0; index < end; index++) {
      const occurrence = members[index] ?? 0;
      if ((this.blocks.useOfOccurrence(occurrence) & uses) === 0) continue;
      found.push(this.#occurrences[occurrence] ??= this.#at(this.blocks.occurrenceNode[occurrence] ?? 0));
    }
    return found;
  }
  #at(node) {
    return { start: startOf(this.tree, node), end: endOf(this.tree, node), node };
  }
  /** Occurrences are in source order, so that the last one that starts before the offset is the only candidate. */
  #symbolAt(offset) {
    const nodes = this.blocks.occurrenceNode;
    let low = 0;
    let high = nodes.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (startOf(this.tree, nodes[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const node = nodes[low - 1];
    if (node === void 0 || endOf(this.tree, node) <= offset) return NONE;
    return this.blocks.symbolOfOccurrence(low - 1);
  }
  #lookup(start, name) {
    const { blocks, resolved } = this;
    let seesClass = true;
    for (let block = start; block !== NONE; block = blocks.parents[block] ?? NONE) {
      const symbol = blocks.find(block, name);
      if (symbol !== NONE && (seesClass || blocks.kinds[block] !== "class"))
        return resolved.variable[symbol] ?? NONE;
      seesClass = blocks.seesClass[block] === true;
    }
    return resolved.globalVariable[name] ?? NONE;
  }
};
function childrenOf2(scopes, parents) {
  const children = scopes.map(() => []);
  for (const scope of scopes) children[parents[scope.id] ?? NONE]?.push(scope);
  return children;
}
function blockOfNode(blocks) {
  const found = /* @__PURE__ */ new Map();
  for (const [block, node] of blocks.nodes.entries()) {
    if (blocks.kinds[block] !== "annotation") found.set(node, block);
  }
  return found;
}
var NO_CALLS = [];
function callsOf({ tree, nodesOf, namesOf: namesOf2, originOf: originOf2 }) {
  const byName = /* @__PURE__ */ new Map();
  for (const call of nodesOf(Kind.call)) {
    const name = calledNameOf(tree, call);
    const calls2 = byName.get(name);
    if (calls2 === void 0) byName.set(name, [call]);
    else calls2.push(call);
  }
  const named2 = (name) => byName.get(name) ?? NO_CALLS;
  return {
    names: [...byName.keys()],
    named: named2,
    of(origin) {
      const last = origin.slice(origin.lastIndexOf(".") + 1);
      const others = namesOf2(origin);
      if (others.length === 0 && !byName.has(last)) return NO_CALLS;
      return [.../* @__PURE__ */ new Set([last, ...others])].flatMap(named2).filter((call) => originOf2(childIn(tree, call, Field.function)) === origin).toSorted((one, other) => one - other);
    }
  };
}
function lineStartsOf(text2) {
  const starts = [0];
  const end = text2.includes("\r") ? /\r\n?|\n/g : void 0;
  if (end === void 0) {
    for (let at2 = text2.indexOf("\n"); at2 !== -1; at2 = text2.indexOf("\n", at2 + 1)) starts.push(at2 + 1);
  } else {
    while (end.exec(text2) !== null) starts.push(end.lastIndex);
  }
  return new Uint32Array(starts);
}
function positionAt(lineStarts, offset) {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if (startOf2(lineStarts, middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - startOf2(lineStarts, low) + 1 };
}
function lineText(text2, lineStarts, line) {
  const end = line < lineStarts.length ? startOf2(lineStarts, line) : text2.length;
  return text2.slice(startOf2(lineStarts, line - 1), end).replace(/[\r\n]+$/, "");
}
function startOf2(lineStarts, index) {
  return lineStarts[index] ?? 0;
}
var isAscii = (text2) => !/[^\0-\x7f]/.test(text2);
function isProse(line, isIndented2) {
  const bare = withoutStrings(line).replace(/#.*$/, "");
  const { letter, sideBySide: sideBySide2 } = isAscii(bare) ? ASCII : UNICODE;
  if (sideBySide2.test(bare)) return true;
  return !isIndented2 && letter.test(bare) && (!SIGN_OF_CODE.test(bare) || LIST_OF_WORDS.test(bare));
}
var withoutStrings = (code) => code.replace(STRING, '""');
var STRING = /(?<!\w)[rbfu]{0,2}(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/gi;
var KEYWORD = "(?:False|None|True|and|as|assert|async|await|break|case|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|match|nonlocal|not|or|pass|raise|return|try|type|while|with|yield)\\b";
var sideBySide = (letters, digits) => `(?<![${letters}${digits}_])(?!${KEYWORD})[${letters}_][${letters}${digits}_]*[ \\t]+(?!${KEYWORD})[${letters}_]`;
var UNICODE = { letter: /\p{L}/u, sideBySide: new RegExp(sideBySide("\\p{L}", "\\p{N}"), "u") };
var ASCII = { letter: /[A-Za-z]/, sideBySide: new RegExp(sideBySide("A-Za-z", "0-9")) };
var LIST_OF_WORDS = /^\s*[A-Z][a-z]+(?:, [a-z]+)+[.:]?\s*$/;
var SIGN_OF_CODE = new RegExp(`[()[\\]{}=.@,]|^\\s*${KEYWORD}`);
function isPython(tree) {
  if (tree.hasError) return false;
  for (let node = ROOT; node < tree.size; node++) {
    const kind = kindOf(tree, node);
    if (kind === Kind.print_statement || kind === Kind.exec_statement) return false;
    if (HEADED.has(kind) && statementsOf(tree, childOfKind(tree, node, Kind.block)).length === 0)
      return false;
    if (kind === Kind.try_statement && !hasHandler(tree, node)) return false;
    if ((kind === Kind.module || kind === Kind.block) && !isAligned(tree, node)) return false;
  }
  return true;
}
var HEADED = /* @__PURE__ */ new Set([
  Kind.function_definition,
  Kind.class_definition,
  Kind.for_statement,
  Kind.while_statement,
  Kind.with_statement,
  Kind.if_statement,
  Kind.elif_clause,
  Kind.else_clause,
  Kind.try_statement,
  Kind.except_clause,
  Kind.finally_clause
]);
function hasHandler(tree, statement) {
  return [Kind.except_clause, Kind.finally_clause].some(
    (kind) => childOfKind(tree, statement, kind) !== NO_NODE
  );
}
function isAligned(tree, block) {
  const indents = statementsOf(tree, block).flatMap((statement) => {
    const start = startOf(tree, statement);
    const before = tree.text.slice(tree.text.lastIndexOf("\n", start - 1) + 1, start);
    return before.trim() === "" ? before.length : [];
  });
  return indents.every((indent) => indent === indents[0]);
}
function hasStatementOfCode(tree) {
  for (let node = ROOT; node < tree.size; node++) {
    if (isStatement(tree, node) && isCodeOnly(tree, node)) return true;
  }
  return false;
}
function isCodeOnly(tree, statement) {
  switch (kindOf(tree, statement)) {
    case Kind.function_definition:
    case Kind.class_definition:
    case Kind.try_statement:
    case Kind.import_statement:
    case Kind.import_from_statement:
    case Kind.delete_statement:
      return true;
    case Kind.with_statement:
    case Kind.for_statement:
      return !isLabel(tree, statement);
    case Kind.if_statement:
    case Kind.while_statement:
      return hasOperation(tree, childIn(tree, statement, Field.condition));
    case Kind.assert_statement:
      return hasOperation(tree, firstNamedChildOf(tree, statement));
    case Kind.raise_statement:
    case Kind.return_statement:
      return isCall(tree, firstNamedChildOf(tree, statement));
    case Kind.expression_statement: {
      const call = callStatementOf(tree, statement);
      if (call !== NO_NODE) return isTellingCall(tree, call);
      const assignment = assignmentOf(tree, statement);
      return assignment !== NO_NODE && isTellingAssignment(tree, assignment);
    }
    default:
      return false;
  }
}
function isLabel(tree, statement) {
  return /^[\w ]+: *[\w ]+$/.test(textOf(tree, statement));
}
function hasOperation(tree, expression) {
  return expression !== NO_NODE && /[^\w\s]/.test(textOf(tree, expression));
}
function isCall(tree, expression) {
  const call = unwrapped(tree, expression);
  if (call === NO_NODE || kindOf(tree, call) !== Kind.call) return false;
  const callee = childIn(tree, call, Field.function);
  if (endOf(tree, callee) !== startOf(tree, childIn(tree, call, Field.arguments))) return false;
  return !/^\w+ +\./.test(textOf(tree, callee));
}
function isTellingCall(tree, call) {
  if (!isCall(tree, call)) return false;
  const callee = childIn(tree, call, Field.function);
  if (kindOf(tree, callee) !== Kind.identifier || textOf(tree, callee).includes("_")) return true;
  return argumentsOf(tree, call).some(
    ({ keyword, value }) => keyword !== void 0 || dottedNameOf(tree, value) === void 0 && !isNumber(tree, value)
  );
}
var isNumber = (tree, node) => kindOf(tree, node) === Kind.integer || kindOf(tree, node) === Kind.float;
function isTellingAssignment(tree, assignment) {
  if (kindOf(tree, assignment) === Kind.augmented_assignment) return true;
  const right = childIn(tree, assignment, Field.right);
  if (right === NO_NODE) return false;
  const target = kindOf(tree, childIn(tree, assignment, Field.left));
  if (target === Kind.attribute) return kindOf(tree, right) !== Kind.comparison_operator;
  if (target === Kind.subscript) return true;
  const value = unwrapped(tree, right);
  if (kindOf(tree, value) === Kind.string) return !descendantsOf(tree, value, Kind.interpolation).next().done;
  return TELLING_VALUES.has(kindOf(tree, value)) || isCall(tree, value);
}
var TELLING_VALUES = /* @__PURE__ */ new Set([
  Kind.dictionary,
  Kind.lambda,
  Kind.list_comprehension,
  Kind.set_comprehension,
  Kind.dictionary_comprehension,
  Kind.generator_expression
]);
function blocksOf(comments) {
  const blocks = [];
  let previous;
  let quotes = "";
  let isMetadata = false;
  for (const comment of comments) {
    if (!comment.isOwnLine) continue;
    const fence = /^#\s*\/\/\/\s*(\w*)/.exec(comment.text);
    if (fence !== null) isMetadata = fence[1] !== "";
    if (comment.isPragma || isMetadata) continue;
    if (previous?.line !== comment.line - 1 || previous.column !== comment.column) {
      blocks.push([]);
      quotes = "";
    }
    previous = comment;
    const block = blocks.at(-1) ?? [];
    const code = comment.text.replace(/^#+/, "");
    const open = quotesAfter(code, quotes);
    const isInside = quotes !== "" || open !== "";
    block.push(new OwnLine(comment, code, isInside, isIndented(block, code)));
    quotes = open;
  }
  return blocks;
}
var OwnLine = class {
  comment;
  code;
  #isInString;
  #isIndented;
  #isProse;
  constructor(comment, code, isInString, isFurtherIn2) {
    this.comment = comment;
    this.code = code;
    this.#isInString = isInString;
    this.#isIndented = isFurtherIn2;
  }
  get isProse() {
    return this.#isProse ??= !this.#isInString && isProse(this.code, this.#isIndented);
  }
};
var isIndented = ([first], code) => first !== void 0 && indentOf(code) > indentOf(first.code);
function quotesAfter(code, before) {
  if (!code.includes('"""') && !code.includes("'''")) return before;
  let open = before;
  for (const [quotes] of code.matchAll(/"""|'''/g)) {
    if (open === "") open = quotes;
    else if (open === quotes) open = "";
  }
  return open;
}
function blocksAbove(lineText2, blocks, index) {
  let first = index;
  while (first > 0) {
    const [end, start] = [blocks[first - 1]?.at(-1), blocks[first]?.[0]];
    if (end === void 0 || start === void 0) break;
    if (!isNear(end.comment.line, start.comment.line, lineText2)) break;
    first--;
  }
  return blocks.slice(first, index).flat();
}
function isNear(end, start, lineText2) {
  if (start - end > MOST_BLANK_LINES + 1) return false;
  for (let line = end + 1; line < start; line++) if (lineText2(line).trim() !== "") return false;
  return true;
}
var MOST_BLANK_LINES = 2;
var indentOf = (code) => code.length - code.trimStart().length;
function isRepresentation(tree) {
  const call = onlyCallIn(tree);
  if (call === NO_NODE) return false;
  if (/^(?:\w+\.)*[A-Z]\w*$/.test(textOf(tree, childIn(tree, call, Field.function)))) return true;
  const shown2 = argumentsOf(tree, call);
  return shown2.length >= FIELDS && shown2.every(({ keyword, value }) => keyword !== void 0 && isLiteral(tree, value));
}
var FIELDS = 4;
function plainCalleesIn(tree) {
  return Array.from(descendantsOf(tree, ROOT, Kind.call)).flatMap((call) => {
    const callee = childIn(tree, call, Field.function);
    return kindOf(tree, callee) === Kind.identifier ? textOf(tree, callee) : [];
  });
}
function signatureIn(tree) {
  const call = onlyCallIn(tree);
  if (call === NO_NODE) return void 0;
  const isNamed = ({ keyword, value }) => keyword === void 0 && kindOf(tree, value) === Kind.identifier;
  const callee = childIn(tree, call, Field.function);
  if (kindOf(tree, callee) !== Kind.identifier || !argumentsOf(tree, call).every(isNamed)) return void 0;
  return textOf(tree, callee);
}
function isNotation(tree, isKnown3) {
  const statements = statementsOf(tree, ROOT);
  if (statements.every((statement2) => isFormula(tree, statement2))) return true;
  const [statement = NO_NODE, ...others] = statements;
  if (statement === NO_NODE || others.length > 0) return false;
  const assignment = assignmentOf(tree, statement);
  if (assignment === NO_NODE || kindOf(tree, assignment) !== Kind.assignment) return false;
  if (!isLiteral(tree, childIn(tree, assignment, Field.right))) return false;
  const [, owner = ""] = /^(_*[A-Z]\w*)\.\w+$/.exec(textOf(tree, childIn(tree, assignment, Field.left))) ?? [];
  return owner !== "" && !isKnown3(owner);
}
function isFormula(tree, statement) {
  if (kindOf(tree, statement) !== Kind.expression_statement) return false;
  const call = callStatementOf(tree, statement);
  const callee = call === NO_NODE ? NO_NODE : childIn(tree, call, Field.function);
  if (callee === NO_NODE || kindOf(tree, callee) !== Kind.attribute) return hasOnlyLetters(tree, statement);
  const object2 = childIn(tree, callee, Field.object);
  return kindOf(tree, object2) === Kind.call && hasOnlyLetters(tree, object2);
}
function hasOnlyLetters(tree, root) {
  let hasVariable = false;
  for (let node = root; node < afterOf(tree, root); node++) {
    const kind = kindOf(tree, node);
    if (kind === Kind.attribute || kind === Kind.string || kind === Kind.keyword_argument) return false;
    if (kind !== Kind.identifier || isCallee(tree, node)) continue;
    if (!/^[a-zA-Z]\d?$/.test(textOf(tree, node))) return false;
    hasVariable = true;
  }
  return hasVariable;
}
function isCallee(tree, name) {
  return fieldOf(tree, name) === Field.function && !/^p*print$/.test(textOf(tree, name));
}
function onlyCalleeOf(tree) {
  const call = onlyCallIn(tree);
  if (call === NO_NODE || argumentsOf(tree, call).length === 0) return void 0;
  return dottedNameOf(tree, childIn(tree, call, Field.function));
}
function hasOnlySettings(tree) {
  const passed = argumentsOf(tree, onlyCallIn(tree));
  return passed.length > 0 && passed.every(({ keyword, value }) => keyword !== void 0 && isLiteral(tree, value));
}
function onlyCallIn(tree) {
  const [statement = NO_NODE, ...others] = statementsOf(tree, ROOT);
  return statement === NO_NODE || others.length > 0 ? NO_NODE : callStatementOf(tree, statement);
}
function onlyArgumentOf(tree) {
  const call = onlyCallIn(tree);
  const [given, ...others] = call === NO_NODE ? [] : argumentsOf(tree, call);
  if (given === void 0 || given.keyword !== void 0 || others.length > 0) return void 0;
  return /^p*print$/.test(calledNameOf(tree, call)) ? void 0 : textOf(tree, given.value);
}
function onlyCallOf(tree) {
  const call = onlyCallIn(tree);
  if (call === NO_NODE || argumentsOf(tree, call).length > 0) return void 0;
  return calledNameOf(tree, call);
}
function isCode(source, lines, tree) {
  const { statementTextOn, lineText: lineText2, isKnown: isKnown3 } = source;
  if (/\.\.\.|\u2026/.test(tree.text) || /;/.test(withoutStrings(tree.text))) return false;
  if (isRepresentation(tree) || isSignature(source, tree) || isNotation(tree, isKnown3)) return false;
  const next = (lines.at(-1)?.comment.line ?? 0) + 1;
  if (compact(statementTextOn(next)).includes(compact(tree.text))) return false;
  if (isMakerOf(tree, statementTextOn(next)) || isCallIn(tree, statementTextOn(next))) return false;
  const called = onlyCallOf(tree);
  return called === void 0 || !paragraphFrom(lineText2, next).includes(called);
}
function isSignature({ isKnown: isKnown3, isCalled: isCalled2 }, tree) {
  const called = signatureIn(tree);
  if (called !== void 0 && !isKnown3(called)) return true;
  const configured = onlyCalleeOf(tree);
  return configured !== void 0 && hasOnlySettings(tree) && isKnown3(configured) && !isCalled2(configured);
}
function isForeign({ isKnown: isKnown3 }, block, tree) {
  if (block.some(({ code }) => /^\s*library\(|<-|\w ?~ ?\w/.test(withoutStrings(code)))) return true;
  if (block.some(({ code }) => /[(,]\s*(?:\w+ )*\w+ \*\w+\s*[,)]/.test(withoutStrings(code)))) return true;
  return plainCalleesIn(tree).includes("c") && !isKnown3("c");
}
function isMakerOf(tree, assertion) {
  const given = onlyArgumentOf(tree);
  return given !== void 0 && compact(assertion).startsWith(compact(`assert ${given} ==`));
}
function isCallIn(tree, statement) {
  const callee = onlyCalleeOf(tree);
  return callee !== void 0 && ["(", ",", "["].some((sign) => compact(statement).includes(`${sign}${callee}(`));
}
function paragraphFrom(lineText2, first) {
  const lines = [];
  for (let line = first; lineText2(line).trim() !== ""; line++) lines.push(lineText2(line));
  return lines.join("\n");
}
var compact = (text2) => text2.replace(/\s+/g, "");
function isMentioned(tree, nodesOf, root, name) {
  const start = startOf(tree, root);
  for (const at2 of wordsIn(tree.text.slice(start, endOf(tree, root)), name))
    if (isMentionAt(tree, nodesOf, start + at2, name)) return true;
  return false;
}
function isMentionAt(tree, nodesOf, at2, name) {
  const content = lastFrom(tree, nodesOf(Kind.string_content), at2);
  if (content !== void 0 && endOf(tree, content) >= at2 + name.length) return true;
  const node = lastFrom(tree, nodesOf(Kind.identifier), at2);
  if (node === void 0 || startOf(tree, node) !== at2 || endOf(tree, node) !== at2 + name.length)
    return false;
  const field = fieldOf(tree, node);
  if (field === Field.attribute) return true;
  return field === Field.name && kindOf(tree, parentOf(tree, node)) === Kind.keyword_argument;
}
function lastFrom(tree, nodes, offset) {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (startOf(tree, nodes[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return nodes[low - 1];
}
function hasIdentifier(tree, nodesOf, name) {
  return nodesOf(Kind.identifier).some((node) => isSpelt(tree, node, name));
}
function isSpelt(tree, node, name) {
  const start = startOf(tree, node);
  return endOf(tree, node) - start === name.length && tree.text.startsWith(name, start);
}
function importTextOf(tree, nodesOf) {
  return [Kind.import_statement, Kind.import_from_statement].flatMap((kind) => Array.from(nodesOf(kind), (statement) => textOf(tree, statement))).join("\n");
}
var hasWord = (text2, name) => wordsIn(text2, name).next().done !== true;
function* wordsIn(text2, name) {
  for (let at2 = text2.indexOf(name); at2 !== -1; at2 = text2.indexOf(name, at2 + 1)) {
    const end = at2 + name.length;
    if (!ENDS_IN_WORD.test(text2.slice(Math.max(0, at2 - 2), at2)) && !BEGINS_WORD.test(text2.slice(end, end + 2)))
      yield at2;
  }
}
var ENDS_IN_WORD = /[\p{L}\p{N}_]$/u;
var BEGINS_WORD = /^[\p{L}\p{N}_]/u;
function namesFromElsewhere(tree, bindings, definition) {
  const names2 = /* @__PURE__ */ new Set();
  const assigned = /* @__PURE__ */ new Set();
  for (const attribute of descendantsOf(tree, definition, Kind.attribute)) {
    const name = textOf(tree, childIn(tree, attribute, Field.attribute));
    (fieldOf(tree, attribute) === Field.left ? assigned : names2).add(name);
  }
  for (const { name, flags } of bindings.scopeAt(definition)?.symbols.values() ?? []) {
    if (flags.referenced && !flags.local) names2.add(name);
  }
  for (const name of assigned) names2.delete(name);
  return names2;
}
function numbersPassedIn(tree, root) {
  return Array.from(descendantsOf(tree, root, Kind.call)).flatMap((call) => {
    const callee = calledNameOf(tree, call);
    const passed = argumentsOf(tree, call);
    return passed.flatMap(({ keyword, value }) => {
      const string = stringContentOf(tree, value);
      const digits = string ?? (kindOf(tree, value) === Kind.integer ? textOf(tree, value) : "");
      if (!/^\d+$/.test(digits)) return [];
      return [{ callee, keyword, digits, isString: string !== void 0, isAlone: passed.length === 1 }];
    });
  });
}
function namesIn3(tree, root) {
  const names2 = [];
  for (let node = root, end = afterOf(tree, root); node < end; node++) {
    const kind = kindOf(tree, node);
    if (kind === Kind.identifier) names2.push(textOf(tree, node));
    else if (kind === Kind.string_content && DOTTED_NAME.test(textOf(tree, node)))
      names2.push(textOf(tree, node));
  }
  return names2;
}
var DOTTED_NAME = /^[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)*$/u;
function isKept({ comment, code, isProse: isSentence }) {
  const said = isSentence ? code : /#(.*)/.exec(withoutStrings(code))?.[1] ?? "";
  if (/^#+\s*(?:https?:\/\/|(?:e\.g\.|i\.e\.))/i.test(comment.text)) return true;
  if (/^\s*not \w+\W*$/.test(code)) return true;
  return MARKER.test(comment.content) || REASON.test(said);
}
function hasRemark({ code }) {
  const [, before = "", said = ""] = /^([^#]*)#(.*)$/s.exec(withoutStrings(code)) ?? [];
  return before.trim() !== "" && isRemark(said);
}
var isRemark = (said) => {
  const words = said.trim();
  return words !== "" && !TOOL.test(words) && (isProse(said, true) || /^[A-Za-z][\w-]*[.!]?$/.test(words));
};
var TOOL = /^(?:noqa|nosec|type|pylint|mypy|pyright|pragma|fmt|ruff|flake8|isort|black|yapf)\b/i;
function isExplainedNearby(source, block, place) {
  if (endsInSentence(place.above) || beginsWithSentence(block) || hasSentence(block)) return true;
  if (namesSource(block)) return true;
  if (isBelowReason(source, block) || isReplaced(source, block)) return true;
  if (isAboveReason(source, block) || isOneOfSeveral(source, place)) return true;
  return isBelowHead(source, block) || isQuoted(source, block);
}
function isBelowHead({ lineText: lineText2, comments }, [first]) {
  if (first === void 0) return false;
  const { line } = first.comment;
  let column = first.comment.column;
  const saying2 = comments.filter(
    (one) => one.isOwnLine && !one.isPragma && one.line < line && isProse(one.content, true)
  );
  const hasReason = (from, to) => {
    const said = saying2.filter((one) => one.line >= from && one.line <= to).map(({ content }) => content);
    return HEAD_REASON.test(said.join(" "));
  };
  const isSentence = ({ start, end }) => {
    const said = saying2.filter((one) => one.line >= start && one.line <= end).map(({ content }) => content);
    return said.join(" ").split(/\s+/).length >= LONG_SENTENCE;
  };
  for (let above = line - 1; above > 0; above--) {
    const indent = indentOf(lineText2(above)) + 1;
    if (indent >= column || !/^\s*(?:async\s+def|def|class)\s/.test(lineText2(above))) continue;
    let start = above;
    while (/^\s*[#@]/.test(lineText2(start - 1))) start--;
    const opening = openingAfter(lineText2, above);
    const isInner = column === first.comment.column;
    if (hasReason(start, above) || hasReason(opening.start, opening.end)) return true;
    if (isInner && isSentence(opening)) return true;
    if (isInner && hasReason(Math.max(line - A_FEW, above), line - 1)) return true;
    column = indent;
  }
  return column === first.comment.column && hasReason(Math.max(line - A_FEW, 1), line - 1);
}
function openingAfter(lineText2, header) {
  let start = header;
  while (!/:\s*(?:#.*)?$/.test(lineText2(start)) && start < header + LONGEST_HEADER) start++;
  start++;
  while (/^\s*(?:$|"""[^]*"""$)/.test(lineText2(start)) && start < header + LONGEST_HEADER) start++;
  let end = start;
  while (/^\s*#/.test(lineText2(end))) end++;
  return { start, end: end - 1 };
}
var LONGEST_HEADER = 12;
var LONG_SENTENCE = 6;
var A_FEW = 8;
function isQuoted({ statementTextOn, lineText: lineText2 }, block) {
  const next = (block.at(-1)?.comment.line ?? 0) + 1;
  const filled2 = block.filter(({ code }) => code.trim() !== "");
  if (filled2.length === 1 && /^\s*(?:@|(?:async\s+)?def\s|class\s)/.test(lineText2(next))) return true;
  const statement = statementTextOn(next);
  const before = statementTextOn((block[0]?.comment.line ?? 0) - 1);
  const targets = new Set([before, statement].flatMap((one) => targetOf(one) ?? []));
  if (filled2.some(({ code }) => targets.has(targetOf(code.trim()) ?? ""))) return true;
  const isComputation = !filled2.some(({ code }) => /^\s*(?:assert\b|(?:self\.)?assert)/.test(code));
  return isComputation && PRECISE_NUMBER.test(statement);
}
var targetOf = (statement) => /^([\w.[\]'"]+(?:\s*,\s*[\w.]+)*)\s*=(?!=)/.exec(statement)?.[1];
var PRECISE_NUMBER = /\d\.\d{3,}/;
function hasSentence(block) {
  return block.some(
    (line) => hasRemark(line) || line.isProse && line.code.trim().split(/\s+/).length >= SHORTEST_SAYING
  );
}
var SHORTEST_SAYING = 3;
function endsInSentence(lines) {
  const words = lines.slice(0, lines.findLastIndex(({ isProse: isSentence }) => isSentence) + 1);
  const code = words.findLastIndex((line) => !line.isProse && line.code.trim() !== "");
  const paragraph = words.slice(code + 1).map((line) => line.code.trim());
  const said = paragraph.join(" ").trim();
  return said.endsWith(":") || said.split(/\s+/).length >= SHORTEST_SENTENCE;
}
var SHORTEST_SENTENCE = 5;
var namesSource = ([first]) => first !== void 0 && /^\s*(?:in|from|see|cf\.?)\s[\w./ ]+:\s*$/i.test(first.code);
function beginsWithSentence(block) {
  const first = block.findIndex(({ code }) => code.trim() !== "" && !code.trimStart().startsWith("#"));
  return block.slice(0, Math.max(first, 0)).some(({ code }) => isProse(code.replace(/^[\s#]+/, ""), true));
}
function isBelowReason({ lineText: lineText2 }, [first]) {
  let line = (first?.comment.line ?? 1) - 1;
  for (; lineText2(line).trim() !== ""; line--) {
    const text2 = lineText2(line);
    if (/#.*\b(?:TODO|FIXME|XXX|HACK|WIP|BUG)\b/.test(text2)) return true;
    const [, said = ""] = /^\s*#+(.*)/.exec(text2) ?? [];
    if (isProse(said, true) && REASON.test(said)) return true;
  }
  return false;
}
function isOneOfSeveral({ lineText: lineText2 }, { blocks, index }) {
  let line = blocks[index]?.[0]?.comment.line ?? 0;
  for (let above = index - 1; above >= 0; above--) {
    const block = blocks[above] ?? [];
    const last = block.at(-1)?.comment.line ?? 0;
    for (; line > last; line--) if (HEADER.test(lineText2(line))) return false;
    const reason = block.findIndex((said) => said.isProse && isKept(said));
    if (reason !== -1 && block.slice(reason).some(({ code, isProse: isSentence }) => !isSentence && /[=(]/.test(code)))
      return true;
  }
  return false;
}
var ENDING = /^(?:raise\b|(?:\w+\.)*(?:skip\w*|xfail|fail)\()[^]*["']/i;
var HEADER = /^\s*(?:async\s+)?(?:def|class)\s/;
function isAboveReason({ comments, lineText: lineText2 }, block) {
  const last = block.at(-1)?.comment.line ?? 0;
  const assigned = block.flatMap(({ code }) => /^\s*(\w{2,})\s*=[^=]/.exec(code)?.[1] ?? []);
  return commentsOnLines(comments, last + 1, last + SOON).some(({ line, content, isOwnLine }) => {
    if (!isOwnLine || !(MARKER.test(content) || REASON.test(content))) return false;
    const isNext = Array.from({ length: line - last - 1 }, (_, index) => lineText2(last + 1 + index)).every(
      (between) => between.trim() === ""
    );
    return isNext && MARKER.test(content) || assigned.some((name) => hasWord(content, name));
  });
}
var SOON = 6;
function isReplaced({ comments, statementTextOn }, block) {
  const next = (block.at(-1)?.comment.line ?? 0) + 1;
  if (ENDING.test(statementTextOn(next))) return true;
  const [remark] = commentsOnLines(comments, next, next);
  return remark !== void 0 && !remark.isOwnLine && !remark.isPragma && isRemark(remark.content);
}
function isExcused(above) {
  const lines = above.map(({ code }) => code.replace(/^[\s#]+/, ""));
  const isOther = (line) => line !== "" && !isProse(line, false) && !OUTSTANDING.test(line);
  const first = lines.findIndex(isOther);
  const headers = lines.flatMap((line, index) => /^(?:async\s+)?def\s+test/.test(line) ? [index] : []);
  return [
    lines.slice(0, first === -1 ? lines.length : first),
    ...[...headers, lines.length].map((end) => {
      const before = lines.slice(0, end);
      return before.slice(before.findLastIndex(isOther) + 1);
    })
  ].some((words) => {
    const said = words.join(" ");
    return REASON.test(said) || OBSTACLE.test(said) || said.trim().split(/\s+/).length >= SHORTEST_SENTENCE;
  });
}
var OUTSTANDING = /^(?:TODO|FIXME|XXX|HACK)\b|^\S*:\/\//;
function opensWithObstacle(body) {
  const code = body.findIndex((line) => line.code.trim() !== "" && !line.code.trimStart().startsWith("#"));
  return body.slice(0, Math.max(code, 0)).some((line) => OBSTACLE.test(line.code));
}
var HEAD_REASON = /\b(?:because|until|unless|otherwise|instead|but|however|although|except|without|uncomment\w*|disabled?|broken|fails?|failing|bugs?|workaround|comment(?:ed|ing)? out|no[- ]?(?:one|body|longer)|not|\w+n't|cannot|skip\w*|TODO|FIXME|XXX)\b|:\/\//i;
var MARKER = /\b(?:TODO|FIXME|XXX|HACK|NOTE|NB|WIP|BUG)\b/;
var REASON = /\b(?:because|since|until|unless|when|once|otherwise|instead|should|uncomment\w*|disabled?|broken|fail(?:s|ing|ed)?|bug|issue|workaround|typo|comment(?:ed|ing)? out|\w+n't|not)\b/i;
var OBSTACLE = /:\/\/|\b(?:TODO|FIXME|XXX)\b\W*(?:\w+\W+){2}|\b(?:too|takes?|needs?|requires?|depends|currently|unavailable|removed|missing|unsupported|flaky|slow|fail|refuses?|would|cannot|later)\b/i;
function commentedCodeOf(source) {
  const blocks = blocksOf(source.comments);
  const stretches = blocks.flatMap((block, index) => {
    if (isRestOfTest(source, blocks, index)) return restOf(block);
    if (!block.some(({ code: code2 }) => MAY_BE_CODE.test(code2))) return [];
    const above = blocksAbove(source.lineText, blocks, index);
    const tests = testsIn(source, block, above);
    const code = codeIn(source, block, { blocks, index, above });
    const isOfTest = tests.length === 0 && code.some(({ lines }) => lines.some(isTestHeader));
    return isOfTest ? [] : [...tests, ...code];
  });
  return joined(source, stretches);
}
var MAY_BE_CODE = /\w\(|=|^\s*(?:@|(?:assert|async|class|def|del|for|from|if|import|raise|return|try|while|with)\b)/;
function isRestOfTest({ lineText: lineText2 }, blocks, index) {
  const first = blocks[index]?.[0];
  if (first === void 0 || indentOf(first.code) < 2) return false;
  let shallowest = Infinity;
  for (let at2 = index; at2 >= 0; at2--) {
    const block = blocks[at2] ?? [];
    const header = at2 === index ? -1 : block.findLastIndex(isTestHeader);
    for (const { code } of block.slice(header === -1 ? 0 : bodyAfter(block, header)))
      if (code.trim() !== "") shallowest = Math.min(shallowest, indentOf(code));
    const [start, end] = [block[0]?.comment, blocks[at2 - 1]?.at(-1)?.comment];
    if (header !== -1) return indentOf(block[header]?.code ?? "") < shallowest;
    if (start === void 0 || end?.column !== start.column) return false;
    if (!isNear(end.line, start.line, lineText2)) return false;
  }
  return false;
}
var bodyAfter = (block, header) => block.findIndex(({ code }, at2) => at2 >= header && /:\s*(?:#.*)?$/.test(code)) + 1;
function restOf(block) {
  const lines = trimmed(block);
  return lines === void 0 ? [] : [{ lines, tests: [], isRest: true }];
}
function testsIn({ parse }, block, above) {
  return block.flatMap(({ code }, index) => {
    const [, indent = "", name] = TEST_HEADER.exec(code) ?? [];
    if (name === void 0) return [];
    const end = headerEndOf(parse, block, index);
    if (end === void 0) return [];
    const first = firstDecoratorOf(parse, block, index, indent);
    const after = block.findIndex(
      (line, at2) => at2 > end && line.code.trim() !== "" && indentOf(line.code) <= indent.length
    );
    const lines = trimmed(block.slice(first, after === -1 ? block.length : after));
    if (lines === void 0 || lines.some(isLeftOut)) return [];
    if (!block.slice(end + 1, after === -1 ? block.length : after).some(doesSomething)) return [];
    if (block.slice(first, end + 1).some(hasRemark) || opensWithObstacle(block.slice(end + 1))) return [];
    return isExcused([...above, ...block.slice(0, first)]) ? [] : [{ lines, tests: [name] }];
  });
}
var doesSomething = ({ code, isProse: isProse2 }) => !(isProse2 && code.trim().split(/\s+/).length >= SHORTEST_NOTE) && !/^\s*(?:pass\b\s*|return\s*|[rR]?("""|"|').*\1\s*)?(?:#.*)?$/.test(code);
var SHORTEST_NOTE = 3;
var isTestHeader = ({ code }) => TEST_HEADER.test(code);
var TEST_HEADER = /^(\s*)(?:async\s+)?def\s+(test\w*)\s*\(/;
function headerEndOf(parse, block, start) {
  for (let end = start; end < Math.min(block.length, start + LONGEST_HEADER2); end++) {
    const header = dedented(block.slice(start, end + 1)).replace(/:\s*(?:#.*)?$/, ": pass\n");
    if (isPython(parse(header))) return end;
  }
  return void 0;
}
var LONGEST_HEADER2 = 12;
function firstDecoratorOf(parse, block, header, indent) {
  let first = header;
  for (let at2 = header - 1; at2 >= Math.max(0, first - LONGEST_HEADER2); at2--) {
    const code = block[at2]?.code ?? "";
    if (code.startsWith(`${indent}@`)) {
      const isOneLine = at2 === first - 1;
      if (!isOneLine && !isPython(parse(`${dedented(block.slice(at2, first))}def test(): pass
`))) break;
      first = at2;
    } else if (code.trim() === "" || indentOf(code) <= indent.length && !/^\s*[)\]}]/.test(code)) break;
  }
  return first;
}
var isLeftOut = ({ code }) => /(?:^|:)\s*\.\.\.\s*$/.test(code);
function codeIn(source, block, place) {
  const [only, ...others] = block;
  if (block.some(isKept) || only !== void 0 && others.length === 0 && hasRemark(only)) return [];
  const end = block.findIndex((line) => line.isProse);
  const part = trimmed(end === -1 ? block : block.slice(0, end));
  const code = part === void 0 ? void 0 : longestCodeIn(source.parse, part);
  if (code === void 0 || !isCode(source, code.lines, code.tree) || isForeign(source, [...place.above, ...block], code.tree))
    return [];
  return isExplainedNearby(source, block, place) ? [] : [{ lines: code.lines, tests: [] }];
}
function trimmed(lines) {
  const isFilled2 = ({ code }) => code.trim() !== "";
  const [first, ...rest] = lines.slice(lines.findIndex(isFilled2), lines.findLastIndex(isFilled2) + 1);
  return first === void 0 ? void 0 : [first, ...rest];
}
function longestCodeIn(parse, lines) {
  let readable = READ_IN_ANY_BLOCK + READINGS_OF_A_LONG_BLOCK * lines.length;
  for (let length = lines.length; length > 0; length--) {
    for (const start of startsOf(lines.length - length, lines.length)) {
      if (readable < length) return void 0;
      const run = trimmed(lines.slice(start, start + length));
      if (run?.length !== length || !run.some(({ code }) => MAY_BE_CODE.test(code))) continue;
      readable -= length;
      const tree = parse(dedented(run));
      if (isPython(tree) && hasStatementOfCode(tree)) return { lines: run, tree };
    }
  }
  return void 0;
}
function startsOf(last, count3) {
  return count3 > SEARCHED_WHOLLY ? [0, last] : Array.from({ length: last + 1 }, (_, start) => start);
}
var SEARCHED_WHOLLY = 12;
var READ_IN_ANY_BLOCK = 12e3;
var READINGS_OF_A_LONG_BLOCK = 4;
function dedented(lines) {
  let indent = Infinity;
  for (const { code } of lines) if (code.trim() !== "") indent = Math.min(indent, indentOf(code));
  return lines.map(({ code }) => `${code.slice(indent)}
`).join("");
}
function joined({ lineText: lineText2 }, stretches) {
  const found = [];
  for (const { lines, tests, isRest } of stretches.toSorted((one, other) => lineOf2(one) - lineOf2(other))) {
    const first = lines[0].comment;
    const last = (lines.at(-1) ?? lines[0]).comment;
    const before = found.at(-1);
    const isNext = before !== void 0 && isNear(before.last.line, first.line, lineText2);
    if (isRest === true && (!isNext || before.tests.length === 0)) continue;
    if (!isNext) {
      found.push({ first, last, lines: lines.length, tests });
      continue;
    }
    const end = last.line > before.last.line ? last : before.last;
    const added = lines.filter(({ comment }) => comment.line > before.last.line).length;
    found[found.length - 1] = {
      first: before.tests.length === 0 && tests.length > 0 && !isFurtherIn(first, before.first) ? first : before.first,
      last: end,
      lines: before.lines + added,
      tests: [...before.tests, ...tests]
    };
  }
  return found;
}
var isFurtherIn = (inner, outer) => insetOf(inner) > insetOf(outer);
var insetOf = ({ text: text2, column }) => column + indentOf(text2.replace(/^#+/, ""));
var lineOf2 = ({ lines }) => lines[0].comment.line;
var lineAt = ({ lineStarts }, offset) => positionAt(lineStarts, offset).line;
function commentsAround(module2, { start, end }, filled2) {
  const last = lineAt(module2, end);
  let first = lineAt(module2, start);
  while (filled2.has(first - 1)) first -= 1;
  return commentsOnLines(module2.comments, first, last);
}
function commentsIn(module2, node) {
  const { start, end } = spanOf(module2.tree, node);
  return commentsOnLines(module2.comments, lineAt(module2, start), lineAt(module2, end)).filter(
    ({ span }) => span.start >= start && span.end <= end
  );
}
function commentAfter(module2, statement) {
  const end = endOf(module2.tree, statement);
  const line = lineAt(module2, end);
  return commentsOnLines(module2.comments, line, line).find((comment) => comment.span.start >= end);
}
function isExplainedOnLine(module2, { start, end }) {
  const [first, last] = [lineAt(module2, start), lineAt(module2, end)];
  return commentsOnLines(module2.comments, first, last).some(({ isOwnLine }) => !isOwnLine);
}
function hasComment(module2, { span, node }) {
  const [first, last] = [lineAt(module2, span.start), lineAt(module2, span.end)];
  const { column } = positionAt(module2.lineStarts, startOf(module2.tree, node));
  return commentsOnLines(module2.comments, first - 1, last + 1).some(
    (comment) => !comment.isPragma && (comment.line >= first && comment.line <= last || comment.isOwnLine && comment.line === first - 1 || comment.isOwnLine && comment.line === last + 1 && comment.column > column)
  );
}
function isCommented(module2, node) {
  const { tree, comments } = module2;
  const [first, last] = [lineAt(module2, startOf(tree, node)), lineAt(module2, endOf(tree, node))];
  return commentsOnLines(comments, first - 1, last).some(
    ({ line, isOwnLine, isPragma: isPragma2 }) => !isPragma2 && (line >= first || isOwnLine)
  );
}
function isHeadedByComment({ tree, lineStarts, comments }, statement) {
  const { line: start, column } = positionAt(lineStarts, startOf(tree, statement));
  let first = start;
  while (first > 1 && start - first < HEADED_LINES && isInBlockAt(lineText(tree.text, lineStarts, first - 1), column))
    first--;
  return commentsOnLines(comments, first, start - 1).some(
    ({ isOwnLine, isPragma: isPragma2 }) => isOwnLine && !isPragma2
  );
}
var HEADED_LINES = 4;
var isInBlockAt = (line, column) => {
  const indent = line.search(/\S/);
  return indent >= column - 1;
};
function isFollowedByComment(module2, statement) {
  const last = lineAt(module2, endOf(module2.tree, statement));
  return commentsOnLines(module2.comments, last + 1, last + 1).some(
    ({ isOwnLine, isPragma: isPragma2 }) => isOwnLine && !isPragma2
  );
}
function definitionsOf(tree, nodesOf) {
  const functions = nodesOf(Kind.function_definition);
  const classes = nodesOf(Kind.class_definition);
  const nodes = new Int32Array(functions.length + classes.length);
  nodes.set(functions);
  nodes.set(classes, functions.length);
  nodes.sort();
  const definitions = [];
  const open = [];
  for (const node of nodes) {
    while (!holds(tree, open.at(-1), node)) open.pop();
    const definition = definitionOf(tree, node, open.at(-1));
    definitions.push(definition);
    open.push(definition);
  }
  return definitions;
}
function holds(tree, outer, node) {
  return outer === void 0 || node < afterOf(tree, outer.node);
}
function definitionOf(tree, node, enclosing) {
  const identifier2 = childIn(tree, node, Field.name);
  const name = textOf(tree, identifier2);
  const parent = parentOf(tree, node);
  const decorated = kindOf(tree, parent) === Kind.decorated_definition ? parent : NO_NODE;
  const nameSpan = spanOf(tree, identifier2);
  const qualifiedName = enclosing === void 0 ? name : `${enclosing.qualifiedName}.${name}`;
  const span = spanOf(tree, decorated === NO_NODE ? node : decorated);
  const body = childIn(tree, node, Field.body);
  const decorators = decorated === NO_NODE ? [] : decoratorsOf(tree, decorated);
  if (kindOf(tree, node) === Kind.class_definition) {
    const bases2 = basesOf(tree, node);
    return { kind: "class", name, nameSpan, qualifiedName, node, span, body, enclosing, decorators, bases: bases2 };
  }
  return new DefinedFunction(tree, {
    name,
    nameSpan,
    qualifiedName,
    node,
    span,
    body,
    enclosing,
    decorators
  });
}
var DefinedFunction = class {
  kind = "function";
  name;
  nameSpan;
  qualifiedName;
  node;
  span;
  body;
  enclosing;
  decorators;
  #tree;
  #parameters;
  constructor(tree, defined) {
    this.name = defined.name;
    this.nameSpan = defined.nameSpan;
    this.qualifiedName = defined.qualifiedName;
    this.node = defined.node;
    this.span = defined.span;
    this.body = defined.body;
    this.enclosing = defined.enclosing;
    this.decorators = defined.decorators;
    this.#tree = tree;
  }
  get isAsync() {
    return childOfKind(this.#tree, this.node, Kind.async_token) !== NO_NODE;
  }
  get parameters() {
    return this.#parameters ??= parametersOf(this.#tree, this.node);
  }
};
function decoratorsOf(tree, decorated) {
  return childrenOf(tree, decorated).filter((child) => kindOf(tree, child) === Kind.decorator).map((decorator) => {
    const expression = firstNamedChildOf(tree, decorator);
    if (kindOf(tree, expression) !== Kind.call)
      return { node: decorator, name: dottedNameOf(tree, expression) ?? "", call: NO_NODE };
    return { node: decorator, name: calleeOf(tree, expression) ?? "", call: expression };
  });
}
function basesOf(tree, node) {
  const list2 = childIn(tree, node, Field.superclasses);
  if (list2 === NO_NODE) return [];
  return namedChildrenOf(tree, list2).flatMap((base) => {
    const named2 = kindOf(tree, base) === Kind.subscript ? childIn(tree, base, Field.value) : base;
    return dottedNameOf(tree, named2) ?? [];
  });
}
function parametersOf(tree, node) {
  const parameters = [];
  let isKeywordOnly = false;
  for (const child of childrenOf(tree, childIn(tree, node, Field.parameters))) {
    const kind = kindOf(tree, child);
    if (kind === Kind.keyword_separator) isKeywordOnly = true;
    if (kind === Kind.positional_separator) makePositionalOnly(parameters);
    const pattern = kind === Kind.typed_parameter ? child + 1 : child;
    const identifier2 = identifierOf(tree, child);
    if (identifier2 === NO_NODE) continue;
    const isVariadic2 = kindOf(tree, pattern) === Kind.list_splat_pattern;
    parameters.push({
      name: textOf(tree, identifier2),
      span: spanOf(tree, identifier2),
      kind: isVariadic2 ? "var-positional" : kindOf(tree, pattern) === Kind.dictionary_splat_pattern ? "var-keyword" : isKeywordOnly ? "keyword-only" : "positional-or-keyword"
    });
    if (isVariadic2) isKeywordOnly = true;
  }
  return parameters;
}
function makePositionalOnly(parameters) {
  for (const [index, parameter] of parameters.entries())
    parameters[index] = { ...parameter, kind: "positional-only" };
}
function identifierOf(tree, parameter) {
  switch (kindOf(tree, parameter)) {
    case Kind.identifier:
      return parameter;
    case Kind.default_parameter:
    case Kind.typed_default_parameter:
      return childIn(tree, parameter, Field.name);
    case Kind.typed_parameter:
      return identifierOf(tree, parameter + 1);
    case Kind.list_splat_pattern:
    case Kind.dictionary_splat_pattern:
      return childOfKind(tree, parameter, Kind.identifier);
    default:
      return NO_NODE;
  }
}
var isStaticMethod = ({ decorators }) => decorators.some(({ name }) => /(?:^|\.)(?:abstract)?staticmethod$/.test(name));
function definitionsByOuter(definitions) {
  const inner = /* @__PURE__ */ new Map();
  for (const definition of definitions) {
    if (definition.enclosing === void 0) continue;
    const siblings = inner.get(definition.enclosing);
    if (siblings === void 0) inner.set(definition.enclosing, [definition]);
    else siblings.push(definition);
  }
  return inner;
}
function definitionAt(definitions, offset) {
  let low = 0;
  let high = definitions.length;
  while (low < high) {
    const middle = low + high >> 1;
    const start = definitions[middle]?.span.start ?? 0;
    if (start <= offset) low = middle + 1;
    else high = middle;
  }
  let definition = definitions[low - 1];
  while (definition !== void 0 && definition.span.end <= offset) definition = definition.enclosing;
  return definition;
}
function blockOf2(tree, { node }) {
  const parent = parentOf(tree, node);
  return kindOf(tree, parent) === Kind.decorated_definition ? parentOf(tree, parent) : parent;
}
function headerOf(tree, { node, span, body }) {
  const colon = childrenOf(tree, node).findLast((child) => child < body && kindOf(tree, child) === Kind[":"]);
  return { start: span.start, end: colon === void 0 ? startOf(tree, body) : endOf(tree, colon) };
}
function docstringsOf(tree, definitions) {
  const own = docstringIn(tree, ROOT, void 0);
  const docstrings = own === void 0 ? [] : [own];
  for (const definition of definitions) {
    const docstring = docstringIn(tree, definition.body, definition);
    if (docstring !== void 0) docstrings.push(docstring);
  }
  return docstrings;
}
function docstringIn(tree, body, definition) {
  const string = docstringNodeOf(tree, body);
  if (string === NO_NODE) return void 0;
  const strings = stringsIn(tree, string);
  const start = endOf(tree, (strings[0] ?? string) + 1);
  const end = startOf(tree, childrenOf(tree, strings.at(-1) ?? string).at(-1) ?? string);
  return {
    span: { start: startOf(tree, string), end: endOf(tree, string) },
    text: tree.text.slice(start, end),
    start,
    definition
  };
}
function docstringNodeOf(tree, body) {
  const statement = body === NO_NODE ? NO_NODE : firstNamedChildOf(tree, body);
  if (statement === NO_NODE || kindOf(tree, statement) !== Kind.expression_statement) return NO_NODE;
  const string = statement + 1;
  const strings = stringsIn(tree, string);
  return strings.length > 0 && strings.every((part) => isPlain(tree, part)) ? string : NO_NODE;
}
function stringsIn(tree, node) {
  if (kindOf(tree, node) === Kind.string) return [node];
  return kindOf(tree, node) === Kind.concatenated_string ? namedChildrenOf(tree, node) : [];
}
function isPlain(tree, string) {
  return /^[ru]?["']/i.test(tree.text.slice(startOf(tree, string), startOf(tree, string) + 2));
}
function linesOf({ text: text2, start }) {
  const lines = [];
  let offset = start;
  for (const written2 of text2.split(/(?<=\n|\r(?!\n))/)) {
    const line = written2.trimEnd();
    lines.push({
      text: line,
      start: offset,
      indent: line === "" ? Infinity : line.length - line.trimStart().length
    });
    offset += written2.length;
  }
  return lines;
}
function indentedBelow(lines, first, indent) {
  const end = lines.findIndex((line, index) => index >= first && line.indent <= indent);
  return lines.slice(first, end === -1 ? lines.length : end);
}
function isUnderlined(lines, index) {
  return /^\s*-{3,}$/.test(lines[index + 1]?.text ?? "");
}
function documentedReturnOf(docstring) {
  if (!/return/i.test(docstring.text)) return void 0;
  const lines = linesOf(docstring);
  for (const [index, line] of lines.entries()) {
    const head = RETURN_HEAD.exec(line.text)?.groups;
    if (head === void 0) continue;
    const isNumpy = head["section"] !== void 0 && isUnderlined(lines, index);
    if (head["section"] !== void 0 && !isNumpy && head["colon"] === void 0) continue;
    const below2 = isNumpy ? lines.slice(index + 1, endOfNumpySection(lines, index + 2)) : indentedBelow(lines, index + 1, line.indent);
    const said = isNumpy ? below2.slice(1) : below2;
    const text2 = [head["said"] ?? "", ...said.map((entry) => entry.text.trim())].join("\n").trim();
    const last = below2.findLast((entry) => entry.text !== "") ?? line;
    const start = line.start + line.indent;
    const name = (head["field"] ?? head["section"] ?? "").length;
    return {
      head: { start, end: start + name },
      span: { start, end: last.start + last.text.length },
      text: text2
    };
  }
  return void 0;
}
var RETURN_HEAD = /^\s*(?:(?<field>:returns?:|@returns?:)\s*(?<said>.*)|(?<section>Returns)(?<colon>:)?)$/;
function endOfNumpySection(lines, first) {
  const next = lines.findIndex((_, index) => index >= first && isUnderlined(lines, index));
  return next === -1 ? lines.length : next;
}
function commentsOnRaises(tree, { node }, source) {
  const statement = statementAround(tree, node);
  const start = startOf(tree, firstOfRun(tree, statement, source));
  const own = source.commentsAround(spanOf(tree, statement));
  return [...source.commentsAround({ start, end: start }), ...own];
}
function firstOfRun(tree, statement, { isExpecting, lineAt: lineAt2 }) {
  let first = statement;
  for (; ; ) {
    const previous = previousStatementOf(tree, first);
    if (previous === NO_NODE || !isExpecting(previous)) return first;
    if (lineAt2(endOf(tree, previous)) + 1 !== lineAt2(startOf(tree, first))) return first;
    first = previous;
  }
}
function isTextAssertedAfter(tree, { node }) {
  let next = nextStatementOf(tree, statementAround(tree, node));
  if (next !== NO_NODE && assignmentOf(tree, next) !== NO_NODE) next = nextStatementOf(tree, next);
  if (next === NO_NODE || !isAssertion(tree, next)) return false;
  const strings = Array.from(descendantsOf(tree, next, Kind.string), (string) => textOf(tree, string));
  return LOOKING_FOR_TEXT.test(textOf(tree, next)) && strings.some((text2) => /\w\s+\w/.test(text2));
}
var LOOKING_FOR_TEXT = /^assert\b.*\bin\b|\bassert(?:In|Regex|RegexpMatches|Contains)\b|\bre\.(?:search|match)\(/s;
function isExceptionNamedAfter(tree, { node }, raisesCalls) {
  const names2 = (_, one) => isStatement(tree, one) && isAssertion(tree, one) && namesException(textOf(tree, one));
  for (let next = nextStatementOf(tree, statementAround(tree, node)); next !== NO_NODE; next = nextStatementOf(tree, next)) {
    const statement = next;
    if (raisesCalls.some((call) => contains(tree, statement, call.node))) return false;
    if (hasInside(tree, statement, names2)) return true;
  }
  return false;
}
var namesException = (assertion) => EXACT.test(assertion) && !DENIED.test(assertion);
var EXACT = /\b(?!Base)[A-Z]\w*(?:Error|Exception)\b/;
var DENIED = /^assert\s*\(?\s*not\b|\bnot in\b|\bis not\b|!=|^\w*(?:\.\w+)*\.?_*assert_?(?:Not|not|False|Is_?Not)/;
function handlersOf(tree, nodesOf) {
  return Array.from(nodesOf(Kind.except_clause), (node) => handlerOf(tree, node));
}
function handlerOf(tree, node) {
  const value = childIn(tree, node, Field.value);
  const pattern = value !== NO_NODE && kindOf(tree, value) === Kind.as_pattern ? value : NO_NODE;
  const caught = pattern === NO_NODE ? value : firstNamedChildOf(tree, pattern);
  const target = childIn(tree, pattern === NO_NODE ? node : pattern, Field.alias);
  const start = startOf(tree, node);
  const body = childOfKind(tree, node, Kind.block);
  const statement = parentOf(tree, node);
  const clause = childIn(tree, statement, Field.body);
  const guarded = statementsOf(tree, clause);
  const alternative = childOfKind(tree, statement, Kind.else_clause);
  const otherwise = alternative === NO_NODE ? [] : statementsOf(tree, childIn(tree, alternative, Field.body));
  return {
    node,
    keyword: { start, end: start + "except".length },
    exceptions: caught === NO_NODE ? [] : elementsOf(tree, caught).flatMap((one) => dottedNameOf(tree, one) ?? []),
    isBare: caught === NO_NODE,
    alias: target === NO_NODE || kindOf(tree, target) === Kind.identifier ? target : target + 1,
    isSilent: statementsOf(tree, body).every((one) => doesNothing(tree, one)),
    guardsRaise: guarded.every((one) => doesNothing(tree, one)) || hasInside(tree, clause, raisesItself),
    guardsYield: hasInside(tree, clause, isYield),
    isRetry: isInLoop(tree, statement) && [guarded.at(-1), otherwise.at(-1)].some((one) => leavesLoop(tree, one)),
    get guardsNothing() {
      return !hasInside(tree, clause, isWork);
    },
    get raises() {
      return hasInside(tree, body, isRaise);
    },
    get passesOn() {
      return hasInside(tree, body, isPassingOn);
    },
    get reports() {
      return hasInside(tree, body, isReporting);
    },
    get narrows() {
      return hasInside(tree, body, isTypeQuestion);
    },
    get endsTest() {
      return hasInside(tree, body, isEnding);
    },
    get hasEndingSibling() {
      return Array.from(childrenOf(tree, statement)).some(
        (other) => other !== node && kindOf(tree, other) === Kind.except_clause && hasInside(tree, other, isEnding)
      );
    },
    get failsOtherwise() {
      const first = childOfKind(tree, statement, Kind.except_clause);
      const isOnlyFailing = statementsOf(tree, body).every((one) => isFailingStatement(tree, one));
      return isOnlyFailing || first !== node && hasInside(tree, body, isFailingTest);
    },
    get isCleanUp() {
      return isUnderWay(tree, statement) && !hasInside(tree, clause, isAsserting);
    },
    expectsRaise: otherwise.some((one) => isFailure(tree, one)),
    endsLoop: isEndless(tree, guarded.at(-1)),
    passesOver: isInLoop(tree, statement) && otherwise.length > 0
  };
}
function doesNothing(tree, statement) {
  const kind = kindOf(tree, statement);
  if (kind === Kind.pass_statement || kind === Kind.continue_statement) return true;
  const expression = kindOf(tree, statement + 1);
  return kind === Kind.expression_statement && (expression === Kind.string || expression === Kind.ellipsis);
}
var isRaise = (tree, node) => kindOf(tree, node) === Kind.raise_statement;
var isWork = (tree, node) => WORK.has(kindOf(tree, node));
var WORK = /* @__PURE__ */ new Set([
  Kind.call,
  Kind.await,
  Kind.attribute,
  Kind.subscript,
  Kind.binary_operator,
  Kind.unary_operator,
  Kind.comparison_operator,
  Kind.augmented_assignment,
  Kind.import_statement,
  Kind.import_from_statement,
  Kind.with_statement,
  Kind.delete_statement,
  Kind.assert_statement
]);
function isPassingOn(tree, node) {
  if (kindOf(tree, node) !== Kind.identifier) return false;
  return PASSING_ON.has(textOf(tree, node));
}
var PASSING_ON = new Set(
  "exc_info Failure traceback print_exc format_exc print_exception exception set_exception _exit handleError handle_exception __class__ __traceback__ with_traceback".split(
    " "
  )
);
var isReporting = (tree, node) => kindOf(tree, node) === Kind.call && /^_*(?:capture|collect|log|notify|record|report)_?exc(?:eption)?$/i.test(calledNameOf(tree, node));
var isTypeQuestion = (tree, node) => kindOf(tree, node) === Kind.call && /^(?:type|isinstance|assert(?:Not)?IsInstance|assert_is_instance)$/.test(calledNameOf(tree, node));
var isEnding = (tree, node) => isFailingTest(tree, node) || kindOf(tree, node) === Kind.call && /^_*(?:xfail|skip|skipTest|exit)$/.test(calledNameOf(tree, node));
function isFailingTest(tree, node) {
  if (kindOf(tree, node) === Kind.assert_statement)
    return /^assert\s*\(?\s*(?:False|0|not True)\b/.test(textOf(tree, node));
  if (kindOf(tree, node) !== Kind.call) return false;
  const name = calledNameOf(tree, node);
  if (/^_*fail(?:ure)?$/.test(name)) return true;
  const given = textOf(tree, childIn(tree, node, Field.arguments));
  return /^(?:assertTrue|assert_)$/.test(name) ? /^\(\s*(?:False|0)\b/.test(given) : name === "assertFalse" && /^\(\s*(?:True|1)\b/.test(given);
}
function isFailingStatement(tree, statement) {
  const call = callStatementOf(tree, statement);
  return isFailingTest(tree, call === NO_NODE ? statement : call);
}
var isAsserting = (tree, node) => isStatement(tree, node) && isAssertion(tree, node);
function isUnderWay(tree, statement) {
  for (let outer = parentOf(tree, statement); outer !== NO_NODE; outer = parentOf(tree, outer)) {
    const kind = kindOf(tree, outer);
    if (isDeferred(kind)) return false;
    if (kind === Kind.finally_clause) return true;
    if (kind !== Kind.except_clause) continue;
    const last = statementsOf(tree, childOfKind(tree, outer, Kind.block)).at(-1);
    if (last !== void 0 && kindOf(tree, last) === Kind.return_statement) return true;
    if (hasInside(tree, outer, isRaise)) return true;
  }
  return false;
}
var isYield = (tree, node) => kindOf(tree, node) === Kind.yield;
function raisesItself(tree, node) {
  if (isRaise(tree, node)) return true;
  if (kindOf(tree, node) !== Kind.binary_operator) return false;
  const divisor = childIn(tree, node, Field.right);
  return divisor !== NO_NODE && textOf(tree, divisor) === "0" && /\/|%/.test(textOf(tree, childIn(tree, node, Field.operator)));
}
function isEndless(tree, statement) {
  if (statement === void 0 || kindOf(tree, statement) !== Kind.while_statement) return false;
  if (!/^(?:True|1)$/.test(textOf(tree, childIn(tree, statement, Field.condition)))) return false;
  return !hasInside(tree, statement, leavesItself);
}
var leavesItself = (tree, node) => kindOf(tree, node) === Kind.break_statement || kindOf(tree, node) === Kind.return_statement;
function leavesLoop(tree, statement) {
  const kind = statement === void 0 ? Kind.end : kindOf(tree, statement);
  return kind === Kind.break_statement || kind === Kind.return_statement;
}
function isFailure(tree, statement) {
  const kind = kindOf(tree, statement);
  if (kind === Kind.raise_statement || kind === Kind.assert_statement) return true;
  const call = callStatementOf(tree, statement);
  return call !== NO_NODE && /^_*(?:fail|assert)/.test(calledNameOf(tree, call));
}
function broadExceptionOf({ exceptions }) {
  return exceptions.find((name) => /^(?:builtins\.)?(?:Base)?Exception$/.test(name));
}
function isHandedOn(tree, { alias }, bindings) {
  if (alias === NO_NODE) return false;
  const references = bindings.bindingAt(startOf(tree, alias))?.references ?? [];
  return references.some(({ node }) => {
    const parent = parentOf(tree, shownAs(tree, node));
    switch (kindOf(tree, parent)) {
      case Kind.assignment:
      case Kind.return_statement:
      case Kind.yield:
      case Kind.tuple:
      case Kind.list:
      case Kind.expression_list:
      case Kind.keyword_argument:
        return true;
      case Kind.argument_list:
        return !SHOWING.test(calledNameOf(tree, parentOf(tree, parent)));
      default:
        return false;
    }
  });
}
function shownAs(tree, node) {
  const list2 = parentOf(tree, node);
  const call = kindOf(tree, list2) === Kind.argument_list ? parentOf(tree, list2) : NO_NODE;
  if (call === NO_NODE || kindOf(tree, call) !== Kind.call) return node;
  return /^(?:str|repr|type|format)$/.test(calledNameOf(tree, call)) ? shownAs(tree, call) : node;
}
var SHOWING = /^_*(?:(?:assert|check|verify|expect)\w*|print|pprint|str|repr|type|isinstance|issubclass|hasattr|getattr|len|format|log|debug|info|warn|warning|error|write)$/i;
function isExplained(tree, { node, keyword }, comments, positionOf) {
  const first = positionOf(keyword.start);
  const lastStatement = childrenOf(tree, childOfKind(tree, node, Kind.block)).at(-1) ?? node;
  const lastLine = positionOf(endOf(tree, lastStatement)).line;
  return commentsOnLines(comments, first.line - 1, lastLine + 1).some(({ line, column, isOwnLine }) => {
    if (line >= first.line && line <= lastLine) return true;
    if (!isOwnLine) return false;
    return line === first.line - 1 || line === lastLine + 1 && column > first.column;
  });
}
function isCopiedModule(comments, docstrings) {
  const [first] = docstrings;
  const own = first?.definition === void 0 ? first?.text ?? "" : "";
  const head = comments.filter(({ line }) => line <= HEAD_LINES).map(({ content }) => content);
  return [...head, own].some((text2) => COPIED.test(text2));
}
var HEAD_LINES = 20;
var COPIED = /\b(?:copied|taken|adapted|backported|ported|lifted|vendored)\b(?: \w+){0,2} from\b|\b(?:verbatim|modified) copy of\b/i;
function fnmatch(name, pattern) {
  return expressionOf2(pattern).test(name);
}
var expressions = /* @__PURE__ */ new Map();
function expressionOf2(pattern) {
  const known8 = expressions.get(pattern);
  if (known8 !== void 0) return known8;
  const expression = new RegExp(`^${sourceOf([...pattern])}$`, "su");
  expressions.set(pattern, expression);
  return expression;
}
function sourceOf(pattern) {
  let source = "";
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i] ?? "";
    const end = character === "[" ? endOfClass(pattern, i + 1) : -1;
    if (character === "*") source += ".*";
    else if (character === "?") source += ".";
    else if (end === -1) source += escaped(character);
    else {
      source += classOf(pattern.slice(i + 1, end));
      i = end;
    }
  }
  return source;
}
function endOfClass(pattern, start) {
  const first = pattern[start] === "!" ? start + 1 : start;
  return pattern.indexOf("]", pattern[first] === "]" ? first + 1 : first);
}
function classOf(sequence) {
  const chunks = withoutEmptyRanges(chunksOf(sequence));
  const members = chunks.map((chunk) => chunk.map(escaped).join("")).join("-");
  if (members === "") return "(?!)";
  if (chunks[0]?.[0] !== "!") return `[${members}]`;
  const excluded = members.slice(escaped("!").length);
  return excluded === "" ? "." : `[^${excluded}]`;
}
function chunksOf(sequence) {
  const chunks = [];
  let start = 0;
  let hyphen = sequence.indexOf("-", sequence[0] === "!" ? 2 : 1);
  while (hyphen !== -1 && hyphen < sequence.length - 1) {
    chunks.push(sequence.slice(start, hyphen));
    start = hyphen + 1;
    hyphen = sequence.indexOf("-", hyphen + 3);
  }
  return [...chunks, sequence.slice(start)];
}
function withoutEmptyRanges(chunks) {
  const kept = [...chunks];
  for (let i = kept.length - 1; i > 0; i--) {
    const before = kept[i - 1] ?? [];
    const after = kept[i] ?? [];
    if (codePoint(before.at(-1) ?? "") > codePoint(after[0] ?? ""))
      kept.splice(i - 1, 2, [...before.slice(0, -1), ...after.slice(1)]);
  }
  return kept;
}
var codePoint = (character) => character.codePointAt(0) ?? 0;
var escaped = (character) => `\\u{${codePoint(character).toString(16)}}`;
function matchesConvention(name, options2) {
  return options2.some((option2) => name.startsWith(option2) || /[*?[]/.test(option2) && fnmatch(name, option2));
}
function parametrizationOf(tree, imports, { name, call }) {
  if (call === NO_NODE || !/^pytest\.mark\.parametrize$/.test(imports.originOf(name))) return void 0;
  const given = argumentsOf(tree, call);
  const [first, second] = given.filter(({ keyword }) => keyword === void 0);
  const names2 = first?.value ?? keywordOf(tree, call, "argnames");
  const rows = second?.value ?? keywordOf(tree, call, "argvalues");
  return {
    call,
    names: argumentNamesOf(tree, names2),
    rows: rows !== NO_NODE && isDisplay(tree, rows) ? namedChildrenOf(tree, rows) : []
  };
}
var isDisplay = (tree, node) => kindOf(tree, node) === Kind.list || kindOf(tree, node) === Kind.tuple;
function argumentNamesOf(tree, node) {
  if (node === NO_NODE) return [];
  const written2 = stringContentOf(tree, node);
  if (written2 !== void 0) return written2.split(",").flatMap((name) => name.trim() || []);
  return isDisplay(tree, node) ? namedChildrenOf(tree, node).flatMap((name) => stringContentOf(tree, name) ?? []) : [];
}
function testClassesOf(source, conventions) {
  const classes = source.definitions.filter((definition) => definition.kind === "class");
  const byName = new Map(
    classes.filter((one) => !isInFunction(one)).map((definition) => [definition.name, definition])
  );
  const constructed = new Set(source.definitions.filter(isConstructor).map(({ enclosing }) => enclosing));
  const collected = /* @__PURE__ */ new Map();
  for (const definition of classes) {
    if (!isReachable(definition, collected)) continue;
    if (isDisabled(source.tree, definition)) continue;
    const framework = isUnittest(definition, byName, /* @__PURE__ */ new Set()) ? "unittest" : "pytest";
    const isNamed = matchesConvention(definition.name, conventions.classes) && !constructed.has(definition);
    if (framework === "unittest" || isNamed)
      collected.set(definition, testClassOf(definition, framework, byName));
  }
  for (const { definition, framework } of collected.values()) {
    collectMixins(definition, framework, byName, collected);
  }
  return collected;
}
function testClassOf(definition, framework, byName) {
  const { name, bases: bases2 } = definition;
  const mayInheritTests = bases2.length > 1 || bases2.some((base) => !WITHOUT_TESTS.test(base) || byName.has(base));
  return { name, definition, framework, mayInheritTests };
}
var WITHOUT_TESTS = /(?:^|\.)(?:Base|Simple|Transaction|Unit|Functional|Integration|(?:Static)?LiveServer|Isolated\w*|Async\w*|API\w*)?TestCase$|^object$/;
var isConstructor = ({ name, enclosing }) => enclosing?.kind === "class" && (name === "__init__" || name === "__new__");
function isInFunction({ enclosing }) {
  return enclosing !== void 0 && (enclosing.kind === "function" || isInFunction(enclosing));
}
function isReachable({ enclosing }, collected) {
  return enclosing === void 0 || collected.has(enclosing);
}
function isDisabled(tree, { body }) {
  return statementsOf(tree, body).some((statement) => {
    const assignment = assignmentOf(tree, statement);
    if (assignment === NO_NODE) return false;
    if (!textOf(tree, assignment).includes("__test__")) return false;
    return Array.from(descendantsOf(tree, assignment, Kind.identifier)).some(
      (target) => textOf(tree, target) === "__test__" && kindOf(tree, unwrapped(tree, valueGivenTo(tree, target))) === Kind.false
    );
  });
}
function isUnittest({ bases: bases2 }, byName, seen) {
  return bases2.some((base) => {
    const known8 = byName.get(base);
    if (known8 === void 0) return TEST_CASE.test(base);
    if (seen.has(known8)) return false;
    seen.add(known8);
    return isUnittest(known8, byName, seen);
  });
}
var TEST_CASE = /(?:TestCase|(?<=[a-z0-9])Tests?|TestBase|TestsBase|BaseTests?)(?:Base|Mixin)?$|\.Tests?$/;
function collectMixins({ bases: bases2 }, framework, byName, collected) {
  for (const base of bases2) {
    const definition = byName.get(base);
    if (definition === void 0 || collected.has(definition)) continue;
    collected.set(definition, testClassOf(definition, framework, byName));
    collectMixins(definition, framework, byName, collected);
  }
}
function testModelOf(source, conventions) {
  const classes = testClassesOf(source, conventions);
  const tests = /* @__PURE__ */ new Map();
  const fixtures = [];
  const hooks = [];
  const helpers = [];
  for (const definition of source.definitions) {
    if (definition.kind === "class" || definition.enclosing?.kind === "function") continue;
    const testClass = definition.enclosing === void 0 ? void 0 : classes.get(definition.enclosing);
    const fixture = fixtureOf(source, definition);
    if (fixture !== void 0) fixtures.push(fixture);
    else if (isHook(definition)) hooks.push(definition);
    else if (isTest(source, definition, classes, conventions))
      tests.set(definition, new CollectedTest(source, definition, testClass));
    else helpers.push(definition);
  }
  return {
    tests: [...tests.values()],
    classes: [...classes.values()],
    fixtures,
    hooks,
    helpers,
    conventions,
    testAt(offset) {
      let definition = source.definitionAt(offset);
      while (definition !== void 0 && !tests.has(definition)) definition = definition.enclosing;
      return definition === void 0 ? void 0 : tests.get(definition);
    }
  };
}
function isTest(source, definition, classes, conventions) {
  const testClass = definition.enclosing === void 0 ? void 0 : classes.get(definition.enclosing);
  if (isConftest(source.path) || definition.enclosing !== void 0 && testClass === void 0)
    return false;
  if (definition.decorators.some(({ name }) => name === "property")) return false;
  if (testClass?.framework === "unittest") return definition.name.startsWith("test");
  if (isCalledWithArguments(source, definition, classes)) return false;
  return matchesConvention(definition.name, conventions.functions);
}
function isCalledWithArguments({ imports }, { enclosing, parameters }, classes) {
  if (enclosing !== void 0 || parameters.length === 0 || imports.hasModule("pytest")) return false;
  return [...classes.values()].some(({ framework }) => framework === "unittest");
}
var isConftest = (path) => path === "conftest.py" || path.endsWith("/conftest.py");
function fixtureOf({ tree, imports }, definition) {
  const decorator = definition.decorators.find(({ name }) => FIXTURE.test(imports.originOf(name)));
  if (decorator === void 0) return void 0;
  const renamed = decorator.call === NO_NODE ? void 0 : stringContentOf(tree, keywordOf(tree, decorator.call, "name"));
  return { name: renamed ?? definition.name, definition };
}
var FIXTURE = /^(?:(?:pytest|pytest_asyncio|pytest_twisted|pytest_trio|py\.test)\.)?(?:async_)?(?:yield_)?fixture$/;
function isHook({ name, enclosing }) {
  if (enclosing?.kind === "class") return METHOD_HOOKS.has(name);
  return MODULE_HOOKS.has(name) || /^pytest_\w/.test(name);
}
var METHOD_HOOKS = new Set(
  "setUp tearDown setUpClass tearDownClass asyncSetUp asyncTearDown setUpTestData runTest setup teardown setup_method teardown_method setup_class teardown_class".split(
    " "
  )
);
var MODULE_HOOKS = new Set(
  "setUpModule tearDownModule setup_module teardown_module setup_function teardown_function setup teardown load_tests".split(
    " "
  )
);
var CollectedTest = class {
  name;
  nameSpan;
  qualifiedName;
  node;
  body;
  definition;
  framework;
  testClass;
  #source;
  constructor(source, definition, testClass) {
    this.name = definition.name;
    this.nameSpan = definition.nameSpan;
    this.qualifiedName = definition.qualifiedName;
    this.node = definition.node;
    this.body = definition.body;
    this.definition = definition;
    this.framework = testClass?.framework ?? "pytest";
    this.testClass = testClass;
    this.#source = source;
  }
  get parameters() {
    const isStatic = this.definition.decorators.some(({ name }) => name === "staticmethod");
    return this.definition.parameters.slice(this.testClass === void 0 || isStatic ? 0 : 1);
  }
  get parametrizations() {
    const { tree, imports } = this.#source;
    const own = this.definition.decorators;
    const inherited2 = this.testClass?.definition.decorators ?? [];
    if (own.length + inherited2.length === 0) return [];
    return [...own, ...inherited2].flatMap((decorator) => parametrizationOf(tree, imports, decorator) ?? []);
  }
  get isPropertyBased() {
    const { imports } = this.#source;
    return this.definition.decorators.some(
      ({ name }) => /^hypothesis\.(?:\w+\.)*given$/.test(imports.originOf(name))
    );
  }
  get statementCount() {
    const { tree } = this.#source;
    return statementCountOf(tree, this.body) - Number(docstringNodeOf(tree, this.body) !== NO_NODE);
  }
  get cycles() {
    const { tree, imports } = this.#source;
    return cyclesOf(tree, this.body, imports);
  }
  get isEmpty() {
    const { tree } = this.#source;
    const first = firstStatementOf(tree, this.body);
    return (first === NO_NODE || doesNothing(tree, first)) && docstringNodeOf(tree, this.body) === NO_NODE && statementsOf(tree, this.body).every((statement) => doesNothing(tree, statement));
  }
};
function isMaterial(source) {
  const { tests, classes, fixtures, hooks } = source.model;
  if ([tests, classes, fixtures, hooks, source.assertStatements].some((ones) => ones.length > 0))
    return false;
  if (isConftest(source.path) || FRAMEWORKS.some(source.imports.hasModule)) return false;
  return !source.calls.names.some((name) => /^_*assert/.test(name)) && !hasHelpers(source);
}
var FRAMEWORKS = ["pytest", "unittest", "mock", "nose", "testtools", "hypothesis"];
function hasHelpers({ path, text: text2, model }) {
  if (model.helpers.length === 0 || text2.includes("__main__")) return false;
  const names2 = path.replace(/\.py$/, "").split("/").slice(-2);
  return names2.every((name) => IDENTIFIER.test(name));
}
var IDENTIFIER = /^[^\W\d]\w*$/u;
function membersOf({ tree, nodesOf, bindings, definitions, definitionAt: definitionAt2 }) {
  const classes = new Map(
    definitions.flatMap(
      (definition) => definition.kind === "class" ? [[definition.name, definition]] : []
    )
  );
  const lineageOf = (owner) => {
    const known8 = lineages.get(owner) ?? lineageFrom(owner);
    lineages.set(owner, known8);
    return known8;
  };
  const lineages = /* @__PURE__ */ new Map();
  const lineageFrom = (owner) => {
    const lineage = /* @__PURE__ */ new Set([owner]);
    for (const one of lineage) {
      for (const base of one.bases) {
        const known8 = classes.get(base);
        if (known8 !== void 0) lineage.add(known8);
      }
    }
    return lineage;
  };
  const classReceivedBy = ({ kind, definitions: [definition, ...others] }) => {
    if (kind !== "parameter" || definition === void 0 || others.length > 0) return void 0;
    const method = definitionAt2(definition.start);
    if (method?.kind !== "function" || method.enclosing?.kind !== "class") return void 0;
    return receiverOf(method)?.span.start === definition.start ? method.enclosing : void 0;
  };
  const received = /* @__PURE__ */ new Map();
  const classOf2 = (expression) => {
    if (kindOf(tree, expression) !== Kind.identifier) return void 0;
    const binding = bindings.bindingAt(startOf(tree, expression));
    if (binding === void 0) return void 0;
    if (!received.has(binding)) received.set(binding, classReceivedBy(binding));
    return received.get(binding);
  };
  return {
    classOf: classOf2,
    has(owner, name) {
      for (const { node } of lineageOf(owner)) {
        const symbol = bindings.scopeAt(node)?.symbols.get(name);
        if (symbol !== void 0 && symbol.definitions.length > 0) return true;
      }
      return false;
    },
    isGiven(owner, name) {
      const lineage = [...lineageOf(owner)];
      const known8 = new Set(lineage.flatMap((one) => [one.name, ...one.bases]).map(lastPartOf));
      return objectsGiven(tree, nodesOf, name).some((object2) => {
        if (known8.has(lastPartOf(dottedNameOf(tree, object2) ?? ""))) return true;
        const around = classOf2(object2);
        return around !== void 0 && lineage.includes(around);
      });
    },
    outsideBasesOf: (owner) => [...lineageOf(owner)].flatMap(({ bases: bases2 }) => bases2.filter((base) => !classes.has(base))),
    isMade(name) {
      const isBound = bindings.scopes.some(
        (scope) => (scope.kind === "class" || scope.kind === "module") && (scope.symbols.get(name)?.definitions.length ?? 0) > 0
      );
      if (isBound) return true;
      return nodesOf(Kind.keyword_argument).some(
        (node) => textOf(tree, childIn(tree, node, Field.name)) === name
      ) || nodesOf(Kind.attribute).some(
        (node) => textOf(tree, childIn(tree, node, Field.attribute)) === name && isTarget(tree, node)
      );
    }
  };
}
var lastPartOf = (name) => name.slice(name.lastIndexOf(".") + 1);
function objectsGiven(tree, nodesOf, name) {
  const assigned = Array.from(nodesOf(Kind.attribute)).filter(
    (node) => textOf(tree, childIn(tree, node, Field.attribute)) === name && isTarget(tree, node)
  );
  const set = Array.from(nodesOf(Kind.call)).flatMap((call) => {
    if (calledNameOf(tree, call) !== "setattr") return [];
    const [object2, attribute] = argumentsOf(tree, call);
    const isNamed = attribute !== void 0 && stringContentOf(tree, attribute.value) === name;
    return object2 !== void 0 && isNamed ? [object2.value] : [];
  });
  return [...assigned.map((node) => childIn(tree, node, Field.object)), ...set];
}
function receiverOf(method) {
  const [first] = method.parameters;
  if (first === void 0 || !first.kind.startsWith("positional")) return void 0;
  return method.name !== "__new__" && isStaticMethod(method) ? void 0 : first;
}
function isTarget(tree, expression) {
  let target = expression;
  while (DISPLAYS.has(kindOf(tree, parentOf(tree, target)))) target = parentOf(tree, target);
  const parent = kindOf(tree, parentOf(tree, target));
  return fieldOf(tree, target) === Field.left ? ASSIGNING.has(parent) : parent === Kind.as_pattern_target;
}
var DISPLAYS = /* @__PURE__ */ new Set([
  Kind.pattern_list,
  Kind.tuple_pattern,
  Kind.list_pattern,
  Kind.list_splat_pattern
]);
var ASSIGNING = /* @__PURE__ */ new Set([
  Kind.assignment,
  Kind.augmented_assignment,
  Kind.for_statement
]);
function isCallNoticed(tree, { node }, bindings) {
  const statement = parentOf(tree, node);
  const last = childOfKind(tree, statement, Kind.finally_clause);
  const finals = last === NO_NODE ? [] : statementsOf(tree, childOfKind(tree, last, Kind.block));
  return [...assertionsBelow(tree, statement), ...finals].some(
    (assertion) => MOCK_CALLS.test(textOf(tree, assertion)) || readsFilled(tree, assertion, bindings)
  );
}
var MOCK_CALLS = /\.(?:assert_(?:any_call|has_calls|called\w*|not_called)|assert_(?:any_await|has_awaits|awaited\w*|not_awaited)|(?:call|await)_(?:count|args(?:_list)?)|(?:mock|method)_calls)\b|\.called\b/;
function assertionsBelow(tree, statement) {
  let next = nextStatementOf(tree, statement);
  for (let outer = statement; next === NO_NODE; next = nextStatementOf(tree, outer)) {
    outer = ownerOf(tree, outer);
    if (outer === NO_NODE) return [];
  }
  const assertions = [];
  for (; next !== NO_NODE && isAssertion(tree, next); next = nextStatementOf(tree, next))
    assertions.push(next);
  return assertions;
}
function ownerOf(tree, statement) {
  const block = parentOf(tree, statement);
  const owner = parentOf(tree, block);
  if (block === NO_NODE || owner === NO_NODE || fieldOf(tree, block) !== Field.body) return NO_NODE;
  const kind = kindOf(tree, owner);
  return kind === Kind.with_statement || kind === Kind.try_statement ? owner : NO_NODE;
}
function readsFilled(tree, assertion, bindings) {
  if (EMPTINESS.test(textOf(tree, assertion))) return false;
  return Array.from(descendantsOf(tree, assertion, Kind.identifier)).some((identifier2) => {
    const binding = bindings.bindingAt(startOf(tree, identifier2));
    return binding?.kind === "local" && binding.scope.kind === "function" && isFilled(tree, binding);
  });
}
var isFilled = (tree, { references, scope, symbols }) => symbols.some((symbol) => symbol.scope !== scope && symbol.definitions.length > 0) || references.some((reference) => {
  const method = parentOf(tree, reference.node);
  if (kindOf(tree, method) !== Kind.attribute) return false;
  if (!FILLING.test(textOf(tree, childIn(tree, method, Field.attribute)))) return false;
  const user = kindOf(tree, parentOf(tree, method));
  if (user !== Kind.call) return user === Kind.argument_list || user === Kind.keyword_argument;
  const inner = ancestorOf(tree, method, Kind.function_definition, Kind.lambda);
  return inner > scope.node;
});
var FILLING = /^(?:append|appendleft|add|extend|update|put|put_nowait)$/;
var EMPTINESS = /^assert\s*\(?\s*not\b|==\s*(?:0|\[\]|\{\}|\(\)|set\(\))|\bassert(?:False|Not\w*|_false|_not\w*)\b|,\s*(?:0|\[\]|\{\})\s*\)|\(\s*(?:0|\[\]|\{\})\s*,/;
var PREPARING = 3;
function commentsOnPreparation(tree, { node }, commentsAround2) {
  const end = startOf(tree, parentOf(tree, node));
  let first = parentOf(tree, node);
  for (let count3 = 0; count3 < PREPARING; count3++) {
    const previous = previousStatementOf(tree, first);
    const above = previous === NO_NODE ? withAround(tree, first) : previous;
    if (above === NO_NODE || isAssertion(tree, above)) break;
    if (previous !== NO_NODE && isCompound(tree, previous)) break;
    first = above;
  }
  return commentsAround2({ start: startOf(tree, first), end }).filter(({ span }) => span.end <= end);
}
function withAround(tree, statement) {
  const owner = ownerOf(tree, statement);
  return owner !== NO_NODE && kindOf(tree, owner) === Kind.with_statement ? owner : NO_NODE;
}
function passingOf(source, expression) {
  const { tree } = source;
  const parent = parentOf(tree, expression);
  const isKeyword = kindOf(tree, parent) === Kind.keyword_argument;
  const list2 = isKeyword ? parentOf(tree, parent) : parent;
  const call = parentOf(tree, list2);
  if (kindOf(tree, list2) !== Kind.argument_list || kindOf(tree, call) !== Kind.call) return void 0;
  if (isKeyword) return { call, name: textOf(tree, childIn(tree, parent, Field.name)), by: "keyword" };
  const all = argumentsOf(tree, call);
  const place = all.findIndex(({ node }) => node === expression);
  if (place < 0 || all.slice(0, place).some(({ node }) => kindOf(tree, node) === Kind.list_splat))
    return void 0;
  const parameter = positionalParametersOf(source, call)[place];
  return parameter === void 0 ? void 0 : { call, name: parameter.name, by: "parameter" };
}
function positionalParametersOf(source, call) {
  const { tree, bindings, definitionAt: definitionAt2, definitionsIn, members } = source;
  const callee = childIn(tree, call, Field.function);
  if (kindOf(tree, callee) === Kind.identifier) {
    const binding = bindings.bindingAt(startOf(tree, callee));
    const [place, ...others2] = binding?.definitions ?? [];
    if (binding?.kind !== "function" || place === void 0 || others2.length > 0) return [];
    const called = definitionAt2(place.start);
    const isCalled2 = called?.kind === "function" && called.nameSpan.start === place.start;
    return isCalled2 && called.decorators.length === 0 ? filledByPlace(called) : [];
  }
  if (kindOf(tree, callee) !== Kind.attribute) return [];
  const owner = members.classOf(childIn(tree, callee, Field.object));
  const attribute = childIn(tree, callee, Field.attribute);
  if (owner === void 0 || attribute === NO_NODE) return [];
  const name = textOf(tree, attribute);
  const [method, ...others] = definitionsIn(owner).filter((definition) => definition.name === name);
  if (method?.kind !== "function" || others.length > 0) return [];
  const decorators = method.decorators.map((decorator) => decorator.name);
  if (decorators.every((decorator) => decorator === "classmethod")) return filledByPlace(method).slice(1);
  return decorators.every((decorator) => decorator === "staticmethod") ? filledByPlace(method) : [];
}
function filledByPlace({ parameters }) {
  return parameters.filter(({ kind }) => kind === "positional-only" || kind === "positional-or-keyword");
}
function isPlainClass(source, start) {
  const seen = /* @__PURE__ */ new Set();
  const open = [start];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.decorators.some(({ node }) => !isKnownDecorator(source, node))) return false;
    for (const base of basesOf2(source.tree, next)) {
      const own = classNamed(source, base);
      if (own !== void 0) open.push(own);
      else if (!isKnown(source.originOf(base))) return false;
    }
  }
  return true;
}
function isKnownDecorator({ tree, originOf: originOf2 }, decorator) {
  const [expression = NO_NODE] = namedChildrenOf(tree, decorator);
  const isCall2 = kindOf(tree, expression) === Kind.call;
  return isKnown(originOf2(isCall2 ? childIn(tree, expression, Field.function) : expression));
}
function basesOf2(tree, { node }) {
  const list2 = childIn(tree, node, Field.superclasses);
  if (list2 === NO_NODE) return [];
  return namedChildrenOf(tree, list2).filter((base) => kindOf(tree, base) !== Kind.comment).map((base) => kindOf(tree, base) === Kind.subscript ? childIn(tree, base, Field.value) : base);
}
function classNamed({ tree, definitions }, base) {
  if (kindOf(tree, base) !== Kind.identifier) return void 0;
  const name = textOf(tree, base);
  const named2 = definitions.filter((definition) => definition.name === name);
  const [only] = named2;
  return named2.length === 1 && only?.kind === "class" ? only : void 0;
}
var isKnown = (origin) => origin !== void 0 && KNOWN.has(/^\w+/.exec(origin)?.[0] ?? "");
var KNOWN = new Set(
  "abc argparse asyncio builtins collections contextlib dataclasses email enum functools html http io json logging pathlib pytest queue socketserver string threading typing typing_extensions unittest urllib".split(" ")
);
function givesValue(tree, { body }) {
  return hasInside(tree, body, (_, node) => {
    const kind = kindOf(tree, node);
    return kind === Kind.yield || kind === Kind.return_statement && firstNamedChildOf(tree, node) !== NO_NODE;
  });
}
function isStub(tree, { body, decorators }) {
  if (decorators.some(({ name }) => /(?:^|\.)(?:abstract\w*|overload)$/.test(name))) return true;
  const docstring = docstringNodeOf(tree, body);
  const statements = statementsOf(tree, body).filter((statement) => statement + 1 !== docstring);
  return statements.every((statement) => doesNothing(tree, statement)) || statements.some((statement) => kindOf(tree, statement) === Kind.raise_statement);
}
function mayWrap(tree, call, bindings, valueGivenTo2) {
  const isFunction2 = (node) => bindings.bindingAt(startOf(tree, node))?.kind === "function";
  if (argumentsOf(tree, call).some(({ value: value2 }) => kindOf(tree, value2) === Kind.identifier && isFunction2(value2)))
    return true;
  const callee = childIn(tree, call, Field.function);
  if (kindOf(tree, callee) !== Kind.identifier) return false;
  const [given] = bindings.bindingAt(startOf(tree, callee))?.definitions ?? [];
  const value = given === void 0 ? void 0 : valueGivenTo2(given.node);
  return value !== void 0 && (kindOf(tree, value) === Kind.lambda || kindOf(tree, value) === Kind.call);
}
function makesCallable(tree, definitions, call) {
  const name = calledNameOf(tree, call);
  return definitions.some((definition) => {
    if (definition.name !== name) return false;
    const inner = new Set(
      definitions.filter(({ enclosing }) => enclosing === definition).map((one) => one.name)
    );
    if (definition.kind === "class") return inner.has("__call__");
    return hasInside(tree, definition.body, (_, node) => {
      if (kindOf(tree, node) !== Kind.return_statement) return false;
      const value = firstNamedChildOf(tree, node);
      return value !== NO_NODE && (kindOf(tree, value) === Kind.lambda || inner.has(textOf(tree, value)));
    });
  });
}
function raisingStatementsOf(tree, block, bindings, isExpecting) {
  const { alias, call, statements, exceptions } = block;
  const asked = argumentsOf(tree, call).filter(({ keyword }) => keyword !== "msg");
  if (asked.length > 1 || statements.some((one) => hasInside(tree, one, isLeaving))) return [];
  if (alias !== NO_NODE && (bindings.bindingAt(startOf(tree, alias))?.references.length ?? 0) > 0) return [];
  if (exceptions.includes("KeyboardInterrupt")) return [];
  const isBroad = exceptions.length === 0 || exceptions.some((name) => BROAD.has(name));
  const raising = statements.filter(
    (one) => !isDefinition(tree, one) && !isCheck(tree, one) && hasCall(tree, one) && !isHarmless(tree, one, isBroad) && !isExpecting(one)
  );
  const [first, second, ...more] = raising;
  if (first !== void 0 && second !== void 0 && more.length === 0 && consumes(tree, first, second, bindings))
    return [];
  return raising;
}
var isDefinition = (tree, statement) => {
  const kind = kindOf(tree, statement);
  return kind === Kind.function_definition || kind === Kind.class_definition;
};
function isLeaving(tree, node) {
  const kind = kindOf(tree, node);
  if (kind === Kind.raise_statement || kind === Kind.yield) return true;
  return kind === Kind.call && /^_*(?:fail|skip|skipTest|xfail|throw)$/.test(calledNameOf(tree, node));
}
var BROAD = new Set(
  "Exception BaseException ValueError TypeError KeyError IndexError LookupError AttributeError RuntimeError NameError NotImplementedError AssertionError OSError IOError SystemExit".split(
    " "
  )
);
function isHarmless(tree, statement, isBroad) {
  const called = callStatementOf(tree, statement);
  if (called !== NO_NODE) {
    const name = calledNameOf(tree, called);
    if (SHOWING2.test(name) || DOUBLING.test(calleeOf(tree, called) ?? "") || KEEPING.test(name) && Array.from(callsIn(tree, statement)).length === 1)
      return true;
  }
  if (assignmentOf(tree, statement) === NO_NODE) return false;
  return Array.from(callsIn(tree, statement)).every((call) => {
    const name = calledNameOf(tree, call);
    return PREPARING2.test(name) || /^(?:os\.path|datetime|uuid|random|copy)\./.test(calleeOf(tree, call) ?? "") || !isBroad && /^[A-Z][A-Za-z0-9]*[a-z]/.test(name);
  });
}
var KEEPING = /^(?:append|appendleft|add_?(?:async_?)?cleanup|addfinalizer)$/i;
var DOUBLING = /^(?:(?:self\.)?(?:monkeypatch|mocker|requests?_mock|responses|respx(?:_mock)?|httpretty|aioresponses|httpx_mock|httpserver)\.\w|(?:\w+\.)?register_uri$)/;
var SHOWING2 = /^(?:print|sleep|debug|info|warn|warning|log|flush|seed)$/;
var PREPARING2 = /^(?:len|str|repr|int|float|bool|list|dict|set|tuple|bytes|bytearray|frozenset|sorted|range|enumerate|zip|map|filter|object|iter|type|partial|joinpath|time|monotonic|date|timedelta|Decimal|Fraction|UUID|(?:Pure\w*)?Path|\w*Mock|mock_open|sentinel|BytesIO|StringIO|encode|format|join|copy|deepcopy)$/;
function consumes(tree, first, second, bindings) {
  const assignment = assignmentOf(tree, first);
  const call = callStatementOf(tree, second);
  const isAwait = call === NO_NODE && hasInside(tree, second, (_, node) => kindOf(tree, node) === Kind.await);
  if (assignment === NO_NODE || !isAwait && !CONSUMING.test(call === NO_NODE ? "" : calledNameOf(tree, call)))
    return false;
  const target = childIn(tree, assignment, Field.left);
  const given = bindings.bindingAt(startOf(tree, target));
  return kindOf(tree, target) === Kind.identifier && given?.references.some(({ node }) => contains(tree, second, node)) === true;
}
var CONSUMING = /^(?:next|list|tuple|set|dict|sum|compute|result|results|get|read|wait|join|fetch|fetchall|gather|run_until_complete|send|anext|__a?next__)$/;
function raisesCallsOf(tree, calls2, imports) {
  const names2 = /* @__PURE__ */ new Set(["raises", ...imports.namesOf("pytest.raises")]);
  return calls2.names.filter((name) => names2.has(name) || isRaisesName(name)).flatMap(calls2.named).filter((call) => isRaisesCall(tree, call, imports)).toSorted((one, other) => one - other).map((call) => raisesCallOf(tree, call));
}
function raisesCallOf(tree, node) {
  const given = argumentsOf(tree, node);
  const expected = given.find(isExpected);
  const parent = kindOf(tree, parentOf(tree, node));
  const isStatement2 = callStatementOf(tree, statementAround(tree, node)) === node;
  const isBlock = parent === Kind.with_item || parent === Kind.as_pattern;
  return {
    node,
    role: isStatement2 ? "statement" : isBlock ? "block" : "value",
    isKept: parent === Kind.as_pattern || !isStatement2 && !isBlock,
    expected,
    others: given.filter((argument) => argument !== expected)
  };
}
var isExpected = ({ keyword }) => keyword === void 0 || keyword === "expected_exception" || keyword === "exception";
function changesIn({ tree, bindings, members }, statements) {
  return statements.flatMap((statement) => {
    const assignment = assignmentOf(tree, statement);
    const target = assignment === NO_NODE ? NO_NODE : childIn(tree, assignment, Field.left);
    if (target === NO_NODE) return [];
    const kind = kindOf(tree, target);
    if (kind !== Kind.attribute && kind !== Kind.subscript) return [];
    const object2 = rootOf(tree, target);
    const root = object2 === NO_NODE ? "" : textOf(tree, object2);
    const text2 = textOf(tree, target);
    if (root === "" || members.classOf(object2) !== void 0 || TELLING_A_MOCK.test(text2)) return [];
    return bindings.bindingAt(startOf(tree, object2))?.scope.kind === "function" ? [{ target: text2, root }] : [];
  });
}
var TELLING_A_MOCK = /\.(?:return_value|side_effect)$/;
function rootOf(tree, target) {
  let object2 = target;
  for (; ; ) {
    const kind = kindOf(tree, object2);
    if (kind === Kind.identifier) return object2;
    if (kind === Kind.attribute) object2 = childIn(tree, object2, Field.object);
    else if (kind === Kind.subscript) object2 = childIn(tree, object2, Field.value);
    else return NO_NODE;
  }
}
function looksAtSameObject(tree, stretches, bindings) {
  const first = stretches[0]?.[0];
  if (first === void 0 || stretches.flat().some((statement) => acts(tree, statement))) return false;
  const [seen = [], ...others] = stretches.map(
    (statements) => statements.filter((statement) => isAssertion(tree, statement))
  );
  return seen.flatMap((assertion) => Array.from(descendantsOf(tree, assertion, Kind.identifier))).some((identifier2) => {
    const binding = bindings.bindingAt(startOf(tree, identifier2));
    if (binding?.kind !== "local" || binding.scope.kind !== "function") return false;
    if (!binding.definitions.every(({ node }) => node < first && isMadeByCall(tree, node))) return false;
    return others.every(
      (assertions) => assertions.some(
        (assertion) => binding.references.some(({ node }) => assertion <= node && node < afterOf(tree, assertion))
      )
    );
  });
}
function usesSameFunction(tree, stretches, bindings) {
  const [seen = [], ...others] = stretches;
  const [first] = seen;
  if (first === void 0) return false;
  const isDefinedBefore = ({ node }) => node < first && kindOf(tree, parentOf(tree, node)) === Kind.function_definition;
  return seen.flatMap((statement) => Array.from(descendantsOf(tree, statement, Kind.identifier))).some((identifier2) => {
    const binding = bindings.bindingAt(startOf(tree, identifier2));
    if (binding?.scope.kind !== "function" || !binding.definitions.every(isDefinedBefore)) return false;
    return others.every(
      (statements) => statements.some(
        (statement) => binding.references.some(({ node }) => statement <= node && node < afterOf(tree, statement))
      )
    );
  });
}
function usesWhatWasMade(tree, stretches, bindings) {
  const begun = /* @__PURE__ */ new Set();
  const made = /* @__PURE__ */ new Set();
  return stretches.some((statements) => {
    const variables = statements.flatMap((statement) => Array.from(descendantsOf(tree, statement, Kind.identifier))).flatMap((node) => variableAt(tree, node, bindings) ?? []);
    const given = variables.filter(({ node, binding }) => isDefinedAt(binding, node));
    const own = new Set(given.map(({ binding }) => binding));
    const isAnew = [...own].some((binding) => begun.has(binding));
    const uses = variables.filter(({ binding }) => made.has(binding) && !own.has(binding));
    const goesOn = uses.some(({ node }) => !isAnew || fieldOf(tree, node) === Field.object);
    for (const { node, binding } of given) {
      begun.add(binding);
      if (isPlainValue(tree, valueGivenTo(tree, node))) made.delete(binding);
      else made.add(binding);
    }
    return goesOn;
  });
}
function variableAt(tree, node, bindings) {
  const binding = bindings.bindingAt(startOf(tree, node));
  return binding?.scope.kind === "function" ? { node, binding } : void 0;
}
var isDefinedAt = ({ definitions }, node) => definitions.some((definition) => definition.node === node);
var isPlainValue = (tree, value) => value !== NO_NODE && descendantsOf(tree, value, Kind.identifier).next().done === true;
var isMadeByCall = (tree, definition) => descendantsOf(tree, statementAround(tree, definition), Kind.call).next().done === false;
var acts = (tree, statement) => Array.from(descendantsOf(tree, statement, Kind.call)).some((call) => {
  const name = calledNameOf(tree, call);
  return !LOOKING.has(name) && !LOOKING_METHOD.test(name);
});
var LOOKING_METHOD = /^_*(?:assert\w*|get|keys|values|items|all|any|startswith|endswith|strip|lower|split|count)$/;
function isSequence(source, definition, stretches) {
  const { tree } = source;
  const actedUpon = /* @__PURE__ */ new Set();
  const given = /* @__PURE__ */ new Set();
  const changed3 = [];
  const statementsOfEach = stretches.map((stretch) => statementsIn(tree, definition, stretch));
  if (looksAtSameObject(tree, statementsOfEach, source.bindings)) return true;
  if (usesSameFunction(tree, statementsOfEach, source.bindings)) return true;
  if (usesWhatWasMade(tree, statementsOfEach, source.bindings)) return true;
  return statementsOfEach.some((statements) => {
    const own = new Set(statements.flatMap((statement) => namesGivenBy(tree, statement)));
    const changes2 = changesIn(source, statements).filter(({ root }) => !own.has(root));
    const derived = namesDerivedIn(tree, statements, (name) => given.has(name) && !own.has(name));
    const goesOn = isCarriedOn(tree, statements, changed3, changes2, own) || statements.some(
      (statement) => isAssertion(tree, statement) && namesIn4(tree, statement).some(
        (name) => derived.has(name) || (given.has(name) || actedUpon.has(name)) && !own.has(rootOf2(name))
      )
    );
    changed3.push(...changes2);
    for (const name of own) {
      given.delete(name);
      if (statements.some((one) => namesGivenByCall(tree, one).includes(name))) given.add(name);
    }
    for (const statement of statements)
      for (const name of actedUponBy(source, statement)) if (!own.has(rootOf2(name))) actedUpon.add(name);
    return goesOn;
  });
}
function isCarriedOn(tree, statements, changed3, changes2, own) {
  const anew = new Set(changes2.map(({ target }) => target));
  const carried = changed3.filter(({ target, root }) => !anew.has(target) && !own.has(root));
  if (carried.length === 0) return false;
  const used = new Set(statements.flatMap((statement) => namesIn4(tree, statement)));
  return carried.some(({ root }) => used.has(root));
}
function namesDerivedIn(tree, statements, isSource) {
  const derived = /* @__PURE__ */ new Set();
  for (const statement of statements) {
    const assignment = assignmentOf(tree, statement);
    const value = assignment === NO_NODE ? NO_NODE : childIn(tree, assignment, Field.right);
    if (value === NO_NODE || !namesIn4(tree, value).some((name) => isSource(name) || derived.has(name)))
      continue;
    for (const name of plainNamesIn(tree, childIn(tree, assignment, Field.left))) derived.add(name);
  }
  return derived;
}
var rootOf2 = (name) => name.split(".")[0] ?? name;
function statementsIn(tree, definition, { start, end }) {
  const statements = [];
  for (let node = definition; node < afterOf(tree, definition); node++)
    if (isStatement(tree, node) && startOf(tree, node) >= start && startOf(tree, node) < end)
      statements.push(node);
  return statements;
}
function namesGivenBy(tree, statement) {
  const kind = kindOf(tree, statement);
  if (kind === Kind.function_definition || kind === Kind.class_definition)
    return [textOf(tree, childIn(tree, statement, Field.name))];
  const targets = [
    ...Array.from(descendantsOf(tree, statement, Kind.assignment), (one) => childIn(tree, one, Field.left)),
    ...Array.from(descendantsOf(tree, statement, Kind.as_pattern), (one) => childIn(tree, one, Field.alias)),
    kind === Kind.for_statement ? childIn(tree, statement, Field.left) : NO_NODE
  ];
  return targets.flatMap((target) => plainNamesIn(tree, target));
}
function namesGivenByCall(tree, statement) {
  return Array.from(descendantsOf(tree, statement, Kind.assignment)).flatMap((one) => {
    const value = childIn(tree, one, Field.right);
    const isMade = value !== NO_NODE && descendantsOf(tree, value, Kind.call).next().done === false;
    return isMade ? plainNamesIn(tree, childIn(tree, one, Field.left)) : [];
  });
}
function plainNamesIn(tree, target) {
  if (target === NO_NODE) return [];
  const kind = kindOf(tree, target);
  if (kind === Kind.attribute || kind === Kind.subscript) return [];
  return Array.from(descendantsOf(tree, target, Kind.identifier), (name) => textOf(tree, name));
}
function namesIn4(tree, statement) {
  const attributes = Array.from(
    descendantsOf(tree, statement, Kind.attribute),
    (one) => dottedNameOf(tree, one) ?? ""
  );
  const names2 = Array.from(descendantsOf(tree, statement, Kind.identifier), (one) => textOf(tree, one));
  return [...attributes, ...names2];
}
function actedUponBy({ tree, bindings, members }, statement) {
  const call = callStatementOf(tree, statement);
  if (call === NO_NODE || isAssertion(tree, statement) || RESETTING.test(calledNameOf(tree, call))) return [];
  const callee = childIn(tree, call, Field.function);
  const object2 = kindOf(tree, callee) === Kind.attribute ? childIn(tree, callee, Field.object) : NO_NODE;
  const name = object2 === NO_NODE ? void 0 : dottedNameOf(tree, object2);
  if (name === void 0 || /log/i.test(name) || members.classOf(object2) !== void 0) return [];
  const binding = bindings.bindingAt(startOf(tree, object2));
  return binding?.scope.kind === "function" ? [name] : [];
}
var RESETTING = /reset|clear|^(?:seed|start|stop|setenv|delenv|setattr|simplefilter|filterwarnings|seek)$/i;
function sharedBetween(tree, bindings, definition, cycles) {
  const scope = bindings.scopeAt(definition);
  if (scope === void 0 || cycles.length < 2) return [];
  const ends = cycles.map(({ statements }) => endOf(tree, statements.at(-1) ?? definition));
  const cycleAt = ({ start }) => ends.findIndex((end) => start < end);
  const names2 = Array.from(scope.symbols.values()).flatMap(({ binding }) => {
    const [first] = binding.definitions;
    if (binding.scope !== scope || binding.kind !== "local" || first === void 0) return [];
    const own = binding.definitions.map(cycleAt);
    return binding.references.some((reference) => isFromBefore(cycleAt(reference), own)) ? first : [];
  });
  return names2.toSorted((one, other) => one.start - other.start);
}
var isFromBefore = (cycle, defining) => cycle !== -1 && defining.some((one) => one !== -1 && one < cycle) && !defining.includes(cycle);
function statementRemoval(tree, lineStarts, first, last = first) {
  const span = { start: startOf(tree, first), end: endOf(tree, last) };
  const before = previousStatementOf(tree, first);
  const after = nextStatementOf(tree, last);
  const isModule = kindOf(tree, parentOf(tree, first)) === Kind.module;
  if (!isModule && before === NO_NODE && after === NO_NODE) return { span, replacement: "pass" };
  const lines = wholeLines(tree.text, lineStarts, span, /^[ \t\f]*;?[ \t\f]*(?:#.*)?$/);
  if (lines !== void 0) return { span: lines, replacement: "" };
  const isFollowed = after !== NO_NODE && isOnOneLine(lineStarts, span.end, startOf(tree, after));
  if (isFollowed) return { span: { start: span.start, end: startOf(tree, after) }, replacement: "" };
  return {
    span: { start: before === NO_NODE ? span.start : endOf(tree, before), end: span.end },
    replacement: ""
  };
}
function elementRemoval(tree, lineStarts, element) {
  const display = parentOf(tree, element);
  const elements = namedChildrenOf(tree, display);
  const index = elements.indexOf(element);
  const before = elements[index - 1];
  const after = elements[index + 1];
  if (before === void 0) return void 0;
  const keepsComma = kindOf(tree, display) === Kind.tuple && elements.length === 2;
  const span = spanOf(tree, element);
  const lines = wholeLines(tree.text, lineStarts, span, /^[ \t\f]*,?[ \t\f]*$/);
  if (lines !== void 0) return { span: lines, replacement: "" };
  if (isOnOneLine(lineStarts, endOf(tree, before), span.start)) {
    const hasComma = kindOf(tree, nextSiblingOf(tree, element)) === Kind[","];
    return {
      span: { start: endOf(tree, before), end: span.end },
      replacement: keepsComma && !hasComma ? "," : ""
    };
  }
  if (after !== void 0 && isOnOneLine(lineStarts, span.end, startOf(tree, after)))
    return { span: { start: span.start, end: startOf(tree, after) }, replacement: "" };
  return void 0;
}
function lineRemoval(text2, lineStarts, first, last) {
  const isBlank2 = (line) => line > 0 && line <= lineStarts.length && lineText(text2, lineStarts, line).trim() === "";
  let above = 0;
  while (isBlank2(first - above - 1)) above++;
  let below2 = 0;
  while (isBlank2(last + below2 + 1)) below2++;
  const isFirst = first - above === 1;
  const isLast = last + below2 >= lineStarts.length;
  const start = isLast || !isFirst && above < below2 ? first - above : first;
  const end = isFirst || isLast || above >= below2 ? last + below2 : last;
  return {
    span: { start: lineStarts[start - 1] ?? 0, end: lineStarts[end] ?? text2.length },
    replacement: ""
  };
}
function docstringRemoval(text2, lineStarts, docstring, { start, end }) {
  const [opening] = /^[ru]?(?:"""|''')/i.exec(text2.slice(docstring.span.start)) ?? [""];
  const first = positionAt(lineStarts, start).line;
  const kept = text2.slice(docstring.start, lineStarts[first - 1] ?? start).trimEnd();
  if (docstring.start !== docstring.span.start + opening.length || kept === "" || /[\\"']$/.test(kept))
    return void 0;
  const closing2 = docstring.start + docstring.text.length;
  const below2 = text2.slice(end, closing2);
  if (below2.trim() !== "") return lineRemoval(text2, lineStarts, first, positionAt(lineStarts, end).line);
  return {
    span: { start: docstring.start + kept.length, end: below2.includes("\n") ? end : closing2 },
    replacement: ""
  };
}
function wholeLines(text2, lineStarts, span, allowed) {
  const line = positionAt(lineStarts, span.start).line;
  const start = lineStarts[line - 1] ?? 0;
  const end = lineStarts[positionAt(lineStarts, span.end).line] ?? text2.length;
  if (!/^[ \t\f]*$/.test(text2.slice(start, span.start))) return void 0;
  if (!allowed.test(text2.slice(span.end, end).replace(/[\r\n]+$/, ""))) return void 0;
  if (/\\\r?\n?$/.test(text2.slice(lineStarts[line - 2] ?? 0, start)) && line > 1) return void 0;
  return { start, end };
}
function isOnOneLine(lineStarts, offset, other) {
  return positionAt(lineStarts, offset).line === positionAt(lineStarts, other).line;
}
function differencesBetween(tree, one, other) {
  if (one === NO_NODE || other === NO_NODE) return one === other ? [] : [{ one, other }];
  if (isSameText(tree, one, other)) return [];
  const whole2 = [{ one, other }];
  if (kindOf(tree, one) !== kindOf(tree, other)) return whole2;
  switch (kindOf(tree, one)) {
    case Kind.call:
      return [
        ...inField(tree, one, other, Field.function),
        ...alignedDifferences(tree, argumentsByKey(tree, one), argumentsByKey(tree, other))
      ];
    case Kind.dictionary:
      return alignedDifferences(tree, entriesByKey(tree, one), entriesByKey(tree, other));
    case Kind.attribute:
      return hasSame(tree, one, other, Field.attribute) ? inField(tree, one, other, Field.object) : whole2;
    case Kind.subscript:
      return hasSame(tree, one, other, Field.subscript) ? inField(tree, one, other, Field.value) : whole2;
    case Kind.keyword_argument:
    case Kind.pair:
      return hasParts(tree, one) && hasParts(tree, other) ? inField(tree, one, other, Field.value) : whole2;
    case Kind.list:
    case Kind.tuple:
    case Kind.set:
      return elementDifferences(tree, one, other) ?? whole2;
    case Kind.dictionary_splat:
    case Kind.list_splat:
    case Kind.await:
    case Kind.parenthesized_expression:
      return differencesBetween(tree, onlyChildOf(tree, one), onlyChildOf(tree, other));
    default:
      return whole2;
  }
}
function inField(tree, one, other, field) {
  return differencesBetween(tree, childIn(tree, one, field), childIn(tree, other, field));
}
function hasSame(tree, one, other, field) {
  return isSameText(tree, childIn(tree, one, field), childIn(tree, other, field));
}
function hasParts(tree, node) {
  return KINDS_WITH_PARTS.has(kindOf(tree, childIn(tree, node, Field.value)));
}
var KINDS_WITH_PARTS = /* @__PURE__ */ new Set([
  Kind.dictionary,
  Kind.list,
  Kind.tuple,
  Kind.set,
  Kind.call
]);
function elementDifferences(tree, one, other) {
  const ones = namedChildrenOf(tree, one);
  const others = namedChildrenOf(tree, other);
  if (ones.length !== others.length) return void 0;
  return ones.flatMap((element, index) => differencesBetween(tree, element, others[index] ?? NO_NODE));
}
function onlyChildOf(tree, node) {
  return firstNamedChildOf(tree, node);
}
function isSameText(tree, one, other) {
  return textOf(tree, one).replace(/\s+/g, "") === textOf(tree, other).replace(/\s+/g, "");
}
function tokensOf(tree, root) {
  const tokens = [];
  for (let node = root, end = afterOf(tree, root); node < end; ) {
    const after = afterOf(tree, node);
    const kind = kindOf(tree, node);
    const isWhole = kind === Kind.string || after === node + 1;
    if (isWhole && kind !== Kind.comment && kind !== Kind.line_continuation) tokens.push(textOf(tree, node));
    node = isWhole ? after : node + 1;
  }
  return tokens.join(" ");
}
function compactText(tree, node) {
  return textOf(tree, node).replace(/\s*\n\s*/g, " ");
}
function argumentsByKey(tree, call) {
  return new Map(
    argumentsOf(tree, call).map(({ keyword, node }, index) => [keyword ?? String(index), node])
  );
}
function entriesByKey(tree, dictionary) {
  return new Map(
    childrenOf(tree, dictionary).filter((entry) => kindOf(tree, entry) === Kind.pair).map((entry) => [textOf(tree, childIn(tree, entry, Field.key)), entry])
  );
}
function alignedDifferences(tree, ones, others) {
  const keys = /* @__PURE__ */ new Set([...ones.keys(), ...others.keys()]);
  return Array.from(keys).flatMap(
    (key2) => differencesBetween(tree, ones.get(key2) ?? NO_NODE, others.get(key2) ?? NO_NODE)
  );
}
function passesSilently(tree, handler, bindings) {
  const { node, alias, raises, endsTest, guardsRaise, exceptions } = handler;
  if (alias === NO_NODE || raises || endsTest || guardsRaise || exceptions.some((name) => ABOUT_SOMETHING_ELSE.test(name)))
    return false;
  const statement = parentOf(tree, node);
  const clause = childIn(tree, statement, Field.body);
  const body = childOfKind(tree, node, Kind.block);
  if (OTHER_CLAUSES.some((kind) => childOfKind(tree, statement, kind) !== NO_NODE)) return false;
  if (hasInside(tree, clause, isNoticed) || hasInside(tree, body, isLeaving2) || isLooped(tree, statement))
    return false;
  const derived = derivedFrom(tree, bindings.bindingAt(startOf(tree, alias)), body, bindings);
  const about = (_, one) => isAssertion(tree, one) && isAbout(tree, one, derived);
  if (hasInside(tree, body, (_, one) => about(_, one) && isFine(tree, one, exceptions))) return false;
  if (!hasInside(tree, body, (_, one) => about(_, one) && saysWhichOne(tree, one))) return false;
  if (isWatched(tree, statement, bindings) || isExitAsserted(tree, statement, exceptions)) return false;
  return !givesAway(tree, clause, statement, bindings) && !givesAway(tree, body, node, bindings);
}
function isWatched(tree, statement, bindings) {
  const next = nextStatementOf(tree, statement);
  if (next === NO_NODE || !isAssertion(tree, next)) return false;
  for (const identifier2 of descendantsOf(tree, next, Kind.identifier)) {
    const binding = bindings.bindingAt(startOf(tree, identifier2));
    if (binding?.scope.kind !== "function") continue;
    if (binding.symbols.some(({ scope }) => scope !== binding.scope && scope.kind !== "comprehension"))
      return true;
  }
  return false;
}
function isExitAsserted(tree, statement, exceptions) {
  if (!exceptions.some((name) => name.endsWith("SystemExit"))) return false;
  for (let next = nextStatementOf(tree, statement); next !== NO_NODE; next = nextStatementOf(tree, next))
    if (/exit\w*\.assert_/.test(textOf(tree, next))) return true;
  return false;
}
var ABOUT_SOMETHING_ELSE = /(?:^|\.)(?:ImportError|ModuleNotFoundError|AssertionError|SkipTest|failureException)$/;
var OTHER_CLAUSES = [Kind.else_clause, Kind.finally_clause];
function isNoticed(tree, node) {
  const kind = kindOf(tree, node);
  if (kind === Kind.raise_statement || kind === Kind.return_statement || kind === Kind.yield) return true;
  if (kind === Kind.break_statement || kind === Kind.continue_statement) return true;
  if (kind === Kind.call && (/^_*(?:fail|skip|skipTest|xfail|exit|raises|assert\w*)$/i.test(calledNameOf(tree, node)) || argumentsOf(tree, node).some(({ keyword }) => keyword !== void 0 && EXPECTING.test(keyword))))
    return true;
  return isStatement(tree, node) && isAssertion(tree, node);
}
var EXPECTING = /^_*expect/;
function isLeaving2(tree, node) {
  const kind = kindOf(tree, node);
  if (kind === Kind.assignment) {
    const target = kindOf(tree, childIn(tree, node, Field.left));
    return target === Kind.attribute || target === Kind.subscript;
  }
  return kind === Kind.return_statement || kind === Kind.continue_statement || kind === Kind.break_statement;
}
function isLooped(tree, statement) {
  for (let outer = parentOf(tree, statement); outer !== NO_NODE; outer = parentOf(tree, outer)) {
    const kind = kindOf(tree, outer);
    if (isDeferred(kind)) return false;
    if (kind === Kind.for_statement || kind === Kind.while_statement) return true;
  }
  return false;
}
function derivedFrom(tree, exception, body, bindings) {
  const derived = /* @__PURE__ */ new Set();
  if (exception === void 0) return derived;
  derived.add(exception);
  for (const assignment of descendantsOf(tree, body, Kind.assignment)) {
    const value = childIn(tree, assignment, Field.right);
    const isFromIt = exception.references.some((one) => value !== NO_NODE && contains(tree, value, one.node));
    if (isFromIt) derived.add(bindings.bindingAt(startOf(tree, childIn(tree, assignment, Field.left))));
  }
  return derived;
}
var isAbout = (tree, assertion, variables) => [...variables].some((variable) => variable?.references.some(({ node }) => contains(tree, assertion, node)));
function saysWhichOne(tree, assertion) {
  const text2 = textOf(tree, assertion);
  if (/\berrno\b/.test(text2) && /\bassertIn\b|\bin\b/.test(text2)) return false;
  return !/^assert\s*\(?\s*not\b|\bnot in\b|\bis not\b|!=|\bassert\w*Not|\bassertFalse|_not_/.test(text2);
}
function isFine(tree, assertion, exceptions) {
  const text2 = textOf(tree, assertion);
  if (/^assert\s*\(?\s*not isinstance\b|\bassertNotIsInstance\b/.test(text2)) return true;
  if (/\bcode\b/.test(text2) && /!=|\bassertNotEqual\b/.test(text2)) return true;
  return exceptions.some((name) => name.endsWith("SystemExit")) && SUCCESS.test(text2);
}
var SUCCESS = /\bcode\s*(?:==|is)\s*(?:0|None)\b|\(\s*(?:0|None)\s*,.*\bcode\b|\bcode\s*,\s*(?:0|None)\s*\)/s;
function isExpectedToo(tree, { node }, { raisesCalls, raisesBlocks }, test) {
  const clause = childIn(tree, parentOf(tree, node), Field.body);
  const tried = statementsOf(tree, clause).flatMap((statement) => calledBy(tree, statement));
  if (tried.length === 0) return false;
  const calls2 = raisesCalls.filter((call) => contains(tree, test, call.node)).flatMap(({ others }) => {
    const [called2] = others;
    const isLambda = called2 !== void 0 && kindOf(tree, called2.value) === Kind.lambda;
    if (isLambda) return callIn(tree, childIn(tree, called2.value, Field.body));
    return [spelt(tree, others.map(valueOf))];
  });
  const called = raisesBlocks.filter((block) => contains(tree, test, block.node)).flatMap(({ statements }) => statements.flatMap((statement) => calledBy(tree, statement)));
  const expected = /* @__PURE__ */ new Set([...calls2, ...called]);
  return tried.some((call) => expected.has(call));
}
function calledBy(tree, statement) {
  const call = mainCallOf(tree, statement);
  const calls2 = call === NO_NODE ? managersOf(tree, statement) : [call];
  return calls2.flatMap((one) => callIn(tree, one));
}
function callIn(tree, call) {
  if (kindOf(tree, call) !== Kind.call) return [];
  return [spelt(tree, [childIn(tree, call, Field.function), ...argumentsOf(tree, call).map(valueOf)])];
}
var valueOf = ({ value }) => value;
function managersOf(tree, statement) {
  if (kindOf(tree, statement) !== Kind.with_statement) return [];
  const clause = childOfKind(tree, statement, Kind.with_clause);
  return namedChildrenOf(tree, clause).flatMap((item) => {
    const value = childIn(tree, item, Field.value);
    if (value === NO_NODE) return [];
    const manager = kindOf(tree, value) === Kind.as_pattern ? firstNamedChildOf(tree, value) : value;
    return kindOf(tree, manager) === Kind.call ? [manager] : [];
  });
}
var spelt = (tree, parts) => parts.map((part) => tokensOf(tree, part)).join(" , ");
function isLookedAtAfter(tree, { node }, bindings) {
  const statement = parentOf(tree, node);
  const clause = childIn(tree, statement, Field.body);
  for (const assignment of descendantsOf(tree, clause, Kind.assignment)) {
    const target = childIn(tree, assignment, Field.left);
    const binding = bindings.bindingAt(startOf(tree, target));
    if (kindOf(tree, target) !== Kind.identifier || binding?.scope.kind !== "function") continue;
    const after = binding.references.filter(({ node: read }) => read >= afterOf(tree, statement));
    const readers = after.map(({ node: read }) => statementAround(tree, read));
    if (readers.some((reader) => isAssertion(tree, reader) || fillsAsserted(tree, reader, bindings)))
      return true;
  }
  return isPassedOver(tree, node) && fillsAssertedBelow(tree, statement, bindings);
}
var isPassedOver = (tree, handler) => childrenOf(tree, childOfKind(tree, handler, Kind.block)).some(
  (statement) => kindOf(tree, statement) === Kind.continue_statement
);
function fillsAssertedBelow(tree, statement, bindings) {
  const end = afterOf(tree, parentOf(tree, statement));
  for (let node = afterOf(tree, statement); node < end; node++)
    if (callStatementOf(tree, node) !== NO_NODE && fillsAsserted(tree, node, bindings)) return true;
  return false;
}
function fillsAsserted(tree, filling, bindings) {
  const filled2 = bindings.bindingAt(startOf(tree, filling));
  return filled2?.scope.kind === "function" && filled2.references.some(
    ({ node }) => node >= afterOf(tree, filling) && isAssertion(tree, statementAround(tree, node))
  );
}
function givesAway(tree, block, whole2, bindings) {
  for (const identifier2 of descendantsOf(tree, block, Kind.identifier)) {
    const binding = bindings.bindingAt(startOf(tree, identifier2));
    if (binding?.definitions.some(({ node }) => node === identifier2) !== true) continue;
    if (binding.references.some(({ node }) => node > whole2 && !contains(tree, whole2, node))) return true;
  }
  return false;
}
function skipsOf(source) {
  const { tree, calls: calls2 } = source;
  if (!tree.text.includes("kip")) return [];
  const called = Object.entries(REASON_PLACES).flatMap(([origin, place]) => {
    const found = origin === "skipTest" ? calls2.named(origin) : calls2.of(origin);
    return found.map((call) => skipOf(tree, call, reasonOf(tree, call, place)));
  });
  const named2 = bareSkipsIn(source).map((node) => skipOf(tree, node, NO_NODE));
  return [...called, ...named2].toSorted((one, other) => one.node - other.node);
}
var REASON_PLACES = {
  "pytest.skip": [0, "reason", "msg"],
  "pytest.mark.skip": [0, "reason"],
  "unittest.skip": [0, "reason"],
  "unittest.skipIf": [1, "reason"],
  "unittest.skipUnless": [1, "reason"],
  "unittest.SkipTest": [0],
  "unittest.case.SkipTest": [0],
  skipTest: [0, "reason"]
};
function skipOf(tree, node, reason) {
  const isCall2 = kindOf(tree, node) === Kind.call;
  return {
    node,
    name: textOf(tree, isCall2 ? childIn(tree, node, Field.function) : node),
    hasReason: reason !== NO_NODE && stringContentOf(tree, reason)?.trim() !== ""
  };
}
function reasonOf(tree, call, [place, ...keywords]) {
  const given = argumentsOf(tree, call);
  const unpacked = given.find(({ value }) => UNPACKED.has(kindOf(tree, value)));
  if (unpacked !== void 0) return unpacked.value;
  const positional = given.filter(({ keyword }) => keyword === void 0);
  const named2 = keywords.map((keyword) => keywordOf(tree, call, keyword)).find((value) => value !== NO_NODE);
  const misnamed = given.find(
    ({ keyword, value }) => keyword !== void 0 && (stringContentOf(tree, value) ?? "") !== ""
  );
  return positional[place]?.value ?? named2 ?? misnamed?.value ?? NO_NODE;
}
var UNPACKED = /* @__PURE__ */ new Set([Kind.list_splat, Kind.dictionary_splat]);
function bareSkipsIn({ tree, nodesOf, definitions, originOf: originOf2 }) {
  const isSkip = (node) => BARE_SKIPS.has(originOf2(node) ?? "");
  const decorators = definitions.flatMap(
    ({ decorators: all }) => all.filter(({ call }) => call === NO_NODE).map(({ node }) => firstNamedChildOf(tree, node))
  );
  const raised = Array.from(nodesOf(Kind.raise_statement), (statement) => firstNamedChildOf(tree, statement));
  const marks = nodesOf(Kind.attribute).filter(
    (node) => tree.text.endsWith(".skip", endOf(tree, node)) && !isCalled(tree, node)
  );
  const nodes = [...decorators, ...raised, ...marks].filter(
    (node) => node !== NO_NODE && kindOf(tree, node) !== Kind.call && /skip/i.test(textOf(tree, node))
  );
  return [...new Set(nodes)].filter(isSkip);
}
var BARE_SKIPS = /* @__PURE__ */ new Set([
  "pytest.mark.skip",
  "unittest.skip",
  "unittest.SkipTest",
  "unittest.case.SkipTest"
]);
var isCalled = (tree, node) => fieldOf(tree, node) === Field.function && kindOf(tree, parentOf(tree, node)) === Kind.call;
function isConditionalSkip(tree, { node }) {
  const owner = parentOf(tree, parentOf(tree, statementAround(tree, node)));
  if (owner === NO_NODE || !CONDITIONAL.has(kindOf(tree, owner)) || argumentsOf(tree, node).length > 0)
    return false;
  return PRESENCE.test(textOf(tree, childIn(tree, owner, Field.condition)));
}
var CONDITIONAL = /* @__PURE__ */ new Set([Kind.if_statement, Kind.elif_clause]);
var PRESENCE = /avail|enabled|exist|import|install|platform|support|version/i;
function isExplainedSkip(tree, node, comments, lineAt2) {
  const [first, last] = [lineAt2(startOf(tree, node)), lineAt2(endOf(tree, node))];
  const above = outerStatementsOf(tree, node).map((outer) => lineAt2(startOf(tree, outer)) - 1);
  const isForReader = ({ isPragma: isPragma2 }) => !isPragma2;
  const isBeside = ([from, to]) => commentsOnLines(comments, from, to).some(isForReader);
  const fillsLine = (line) => commentsOnLines(comments, line, line).some((comment) => comment.isOwnLine && isForReader(comment));
  return isBeside([first, last]) || isBeside(firstLinesOf(tree, node, lineAt2)) || [first - 1, last + 1, ...above].some(fillsLine);
}
function outerStatementsOf(tree, node) {
  const outers = [];
  for (let outer = parentOf(tree, node); outer !== NO_NODE; outer = parentOf(tree, outer)) {
    if (isCompound(tree, outer)) outers.push(outer);
    if (isDeferred(kindOf(tree, outer))) break;
  }
  return outers;
}
function firstLinesOf(tree, node, lineAt2) {
  const decorated = statementAround(tree, node);
  if (decorated === NO_NODE || kindOf(tree, decorated) !== Kind.decorated_definition) return [0, -1];
  const definition = childIn(tree, decorated, Field.definition);
  const [statement] = statementsOf(tree, childIn(tree, definition, Field.body));
  if (statement === void 0) return [0, -1];
  const end = isCompound(tree, statement) ? startOf(tree, statement) : endOf(tree, statement);
  return [lineAt2(startOf(tree, definition)), lineAt2(end)];
}
var clauseOf = (tree, { node }) => childIn(tree, parentOf(tree, node), Field.body);
function failsUnswallowed(tree, handler) {
  if (handler.isBare || handler.exceptions.some((name) => name.endsWith("BaseException"))) return false;
  return hasInside(tree, clauseOf(tree, handler), isPytestFail);
}
var isPytestFail = (tree, node) => kindOf(tree, node) === Kind.call && calleeOf(tree, node) === "pytest.fail";
function failsNext(tree, { node }) {
  const next = nextStatementOf(tree, parentOf(tree, node));
  if (next === NO_NODE) return false;
  const call = callStatementOf(tree, next);
  return kindOf(tree, next) === Kind.raise_statement || isFailingTest(tree, call === NO_NODE ? next : call);
}
function letsAssertionsThrough(tree, { node }) {
  return childrenOf(tree, parentOf(tree, node)).some(
    (clause) => clause < node && kindOf(tree, clause) === Kind.except_clause && /^except\s*\(?[\w\s,.]*\bAssertionError\b/.test(textOf(tree, clause)) && hasInside(tree, clause, isRaise2)
  );
}
function triesOwnSample(tree, handler, bindings) {
  return statementsOf(tree, clauseOf(tree, handler)).every((statement) => {
    const call = callStatementOf(tree, statement);
    const callee = call === NO_NODE ? NO_NODE : childIn(tree, call, Field.function);
    if (callee === NO_NODE || kindOf(tree, callee) !== Kind.identifier) return false;
    const binding = bindings.bindingAt(startOf(tree, callee));
    if (binding?.kind !== "function" || binding.scope.kind !== "function") return false;
    return binding.definitions.some(
      ({ node }) => hasInside(tree, childIn(tree, parentOf(tree, node), Field.body), isRaise2)
    );
  });
}
var isRaise2 = (tree, node) => kindOf(tree, node) === Kind.raise_statement;
function failsFirst(tree, handler) {
  const first = firstStatementOf(tree, clauseOf(tree, handler));
  return first !== NO_NODE && kindOf(tree, first) === Kind.assert_statement && isFailingTest(tree, first);
}
function onlyConverts(tree, handler) {
  return !hasInside(tree, clauseOf(tree, handler), mayDoMore);
}
function mayDoMore(tree, node) {
  const kind = kindOf(tree, node);
  if (kind === Kind.call) return !CONVERSIONS.has(calleeOf(tree, node) ?? "");
  return MORE.has(kind) || isStatement(tree, node) && isAssertion(tree, node);
}
var CONVERSIONS = new Set(
  "int float complex bool str bytes bytearray len list tuple dict set frozenset next iter sorted min max sum".split(
    " "
  )
);
var MORE = /* @__PURE__ */ new Set([
  Kind.await,
  Kind.yield,
  Kind.with_statement,
  Kind.import_statement,
  Kind.import_from_statement,
  Kind.comparison_operator,
  Kind.attribute
]);
function commentsBefore(tree, handler, commentsAround2) {
  const start = startOf(tree, parentOf(tree, handler.node));
  return commentsAround2({ start, end: endOf(tree, clauseOf(tree, handler)) });
}
function passedTo(tree, { references }) {
  return references.flatMap(({ node }) => passedAt(tree, node) ?? []);
}
function passedAt(tree, reference) {
  const parent = parentOf(tree, reference);
  const isKeyword = kindOf(tree, parent) === Kind.keyword_argument;
  if (isKeyword && childIn(tree, parent, Field.value) !== reference) return void 0;
  const list2 = isKeyword ? parentOf(tree, parent) : parent;
  if (kindOf(tree, list2) !== Kind.argument_list) return void 0;
  return {
    callee: calledNameOf(tree, parentOf(tree, list2)),
    keyword: isKeyword ? textOf(tree, childIn(tree, parent, Field.name)) : void 0
  };
}
function wrappedIn(tree, call, bindings) {
  const wrapper = ancestorOf(tree, call.node, Kind.function_definition);
  if (wrapper === NO_NODE || ancestorOf(tree, wrapper, Kind.function_definition) === NO_NODE)
    return void 0;
  for (const callee of calleesOf(tree, call)) {
    if (kindOf(tree, callee) !== Kind.identifier) continue;
    const called = bindings().bindingAt(startOf(tree, callee));
    if (called?.kind === "parameter" && called.scope.node < wrapper) return called;
  }
  return void 0;
}
function isHandedIn(tree, call, bindings, self) {
  const helper = ancestorOf(tree, call.node, Kind.function_definition);
  return calleesOf(tree, call).some((callee) => {
    let root = callee;
    while (kindOf(tree, root) === Kind.attribute) root = childIn(tree, root, Field.object);
    if (kindOf(tree, root) !== Kind.identifier) return false;
    const binding = bindings().bindingAt(startOf(tree, root));
    return binding?.kind === "parameter" && binding.scope.node === helper && binding.definitions.every(({ start }) => start !== self);
  });
}
function calleesOf(tree, { node, role, others }) {
  if (role !== "block") return others.slice(0, 1).map(({ value }) => value);
  const body = childIn(tree, statementAround(tree, node), Field.body);
  return Array.from(callsIn(tree, body), (call) => childIn(tree, call, Field.function));
}
function testModule(path, tree, conventions, parse) {
  const { text: text2 } = tree;
  const nodesOf = (kind) => kinds()(kind);
  const enclosing = (offset) => definitionAt(definitions(), offset);
  const lineAt2 = (offset) => positionAt(lineStarts(), offset).line;
  const kinds = once(() => nodesByKind(tree));
  const lineStarts = once(() => lineStartsOf(text2));
  const bindings = once(() => bind(tree));
  const importText = once(() => importTextOf(tree, nodesOf));
  const imports = once(() => importsOf(tree, nodesOf));
  const origin = (expression) => originOf(tree, imports(), bindings(), expression);
  const calls2 = once(() => callsOf({ tree, nodesOf, namesOf: imports().namesOf, originOf: origin }));
  const definitions = once(() => definitionsOf(tree, nodesOf));
  const innerDefinitions = once(() => definitionsByOuter(definitions()));
  const members = once(
    () => membersOf({ tree, nodesOf, bindings: bindings(), definitions: definitions(), definitionAt: enclosing })
  );
  const attributeAssignments = once(() => attributeAssignmentsOf(tree, nodesOf, members()));
  const comments = once(() => commentsOf(tree, nodesOf, lineStarts()));
  const commentLines = once(
    () => new Set(comments().flatMap(({ line, isOwnLine }) => isOwnLine ? line : []))
  );
  const commentedCode = once(
    () => commentedCodeOf({
      comments: comments(),
      parse,
      lineText: module2.lineText,
      statementTextOn(line) {
        const statement = module2.statementOnLine(line);
        return statement === void 0 ? "" : textOf(tree, statement);
      },
      isKnown: (name) => namesBoundOutsideClasses().has(name),
      isCalled: (name) => module2.calls.named(name).length > 0
    })
  );
  const namesBoundOutsideClasses = once(
    () => new Set(
      bindings().bindings.flatMap(
        ({ name, kind, scope }) => kind === "unbound" || scope.kind === "class" ? [] : name
      )
    )
  );
  const docstrings = once(() => docstringsOf(tree, definitions()));
  const assertStatements = once(() => assertStatementsOf(tree, nodesOf));
  const truthAssertionCalls = once(() => truthAssertionCallsOf(module2));
  const raisesBlocks = once(() => raisesBlocksOf(tree, nodesOf, imports(), bindings));
  const raisesBlockNodes = once(() => new Set(raisesBlocks().map(({ node }) => node)));
  const raisesCalls = once(() => raisesCallsOf(tree, calls2(), imports()));
  const expectingStatements = once(
    () => new Set(raisesCalls().map(({ node }) => statementAround(tree, node)))
  );
  const madeBroadExceptions = once(() => madeBroadExceptionsOf(module2));
  const handlers = once(() => handlersOf(tree, nodesOf));
  const skips = once(
    () => skipsOf({ tree, nodesOf, calls: calls2(), definitions: definitions(), originOf: origin })
  );
  const model = once(() => testModelOf(module2, conventions));
  const module2 = {
    path,
    text: text2,
    tree,
    get lineStarts() {
      return lineStarts();
    },
    get bindings() {
      return bindings();
    },
    get imports() {
      return imports();
    },
    get calls() {
      return calls2();
    },
    get definitions() {
      return definitions();
    },
    definitionsIn: (outer) => innerDefinitions().get(outer) ?? [],
    givenNames: () => givenNamesOf(tree, nodesOf),
    get members() {
      return members();
    },
    get attributeAssignments() {
      return attributeAssignments();
    },
    get comments() {
      return comments();
    },
    get commentedCode() {
      return commentedCode();
    },
    get docstrings() {
      return docstrings();
    },
    get assertStatements() {
      return assertStatements();
    },
    truthAssertionCalls,
    get raisesBlocks() {
      return raisesBlocks();
    },
    raisingStatementsOf: (block) => raisingStatementsOf(tree, block, bindings(), (statement) => raisesBlockNodes().has(statement)),
    statementOf: (node) => statementAround(tree, node),
    commentsAround: (span) => commentsAround(module2, span, commentLines()),
    commentsIn: (node) => commentsIn(module2, node),
    get raisesCalls() {
      return raisesCalls();
    },
    commentsOnRaises: (call) => commentsOnRaises(tree, call, {
      isExpecting: (statement) => expectingStatements().has(statement),
      commentsAround: module2.commentsAround,
      lineAt: lineAt2
    }),
    isTextAssertedAfter: (call) => isTextAssertedAfter(tree, call),
    isExceptionNamedAfter: (call) => isExceptionNamedAfter(tree, call, raisesCalls()),
    isRaisedOnPurposeFor: (node) => isMadeFor(module2, madeBroadExceptions(), node),
    isOfWrapped(call) {
      if (model().testAt(startOf(tree, call.node)) !== void 0) return false;
      const definition = enclosing(startOf(tree, call.node));
      const isFixture2 = (node) => model().fixtures.some((fixture) => fixture.definition.node === node);
      const wrapped = wrappedIn(tree, call, bindings);
      if (wrapped !== void 0 && !isFixture2(wrapped.scope.node)) return true;
      if (definition?.kind !== "function" || isFixture2(definition.node)) return false;
      if (definition.enclosing?.kind === "function") return false;
      const self = definition.enclosing?.kind === "class" ? definition.parameters[0]?.span.start : void 0;
      return isHandedIn(tree, call, bindings, self);
    },
    get handlers() {
      return handlers();
    },
    get skips() {
      return skips();
    },
    isExplainedSkip: ({ node }) => isExplainedSkip(tree, node, comments(), lineAt2),
    isConditionalSkip: (skip) => isConditionalSkip(tree, skip),
    get model() {
      return model();
    },
    isMaterial: once(() => isMaterial(module2)),
    isCopied: once(() => isCopiedModule(module2.comments, module2.docstrings)),
    nodesOf,
    nodesBelow: (kind, root) => nodesBelow(tree, nodesOf, kind, root),
    isExplained: (handler) => isExplained(tree, handler, comments(), module2.positionAt),
    commentsBefore: (handler) => commentsBefore(tree, handler, module2.commentsAround),
    commentsOnPreparation: (handler) => commentsOnPreparation(tree, handler, module2.commentsAround),
    isCallNoticed: (handler) => isCallNoticed(tree, handler, bindings()),
    swallowsNothing: (handler) => triesOwnSample(tree, handler, bindings()) || [failsUnswallowed, failsFirst, failsNext, letsAssertionsThrough, onlyConverts].some(
      (is) => is(tree, handler)
    ),
    isHandedOn: (handler) => isHandedOn(tree, handler, bindings()),
    isLookedAtAfter: (handler) => isLookedAtAfter(tree, handler, bindings()),
    passesSilently: (handler, test) => enclosing(handler.keyword.start) === test.definition && passesSilently(tree, handler, bindings()) && !test.isPropertyBased && !isExpectedToo(tree, handler, module2, test.definition.node),
    isExplainedOnLine: (span) => isExplainedOnLine(module2, span),
    blockOf: (definition) => blockOf2(tree, definition),
    hasComment: (definition) => hasComment(module2, definition),
    definitionAt: enclosing,
    qualifiedNameAt: (offset) => enclosing(offset)?.qualifiedName ?? "",
    headerLinesAround(offset) {
      const lines = [];
      for (let outer = enclosing(offset); outer !== void 0; outer = outer.enclosing) {
        const { start, end } = headerOf(tree, outer);
        for (let line = lineAt2(start); line <= lineAt2(end); line++) lines.push(line);
      }
      return lines;
    },
    originOf: origin,
    valueGivenTo(target) {
      const value = valueGivenTo(tree, target);
      return value === NO_NODE ? void 0 : value;
    },
    isSequence: ({ node }, stretches) => isSequence(module2, node, stretches),
    sharedBetween: ({ node }, cycles) => sharedBetween(tree, bindings(), node, cycles),
    isCommented: (node) => isCommented(module2, node),
    isHeadedByComment: (statement) => isHeadedByComment(module2, statement),
    isFollowedByComment: (statement) => isFollowedByComment(module2, statement),
    passedTo: (binding) => passedTo(tree, binding),
    isInSubTest: (statement) => isInSubTest(tree, statement),
    passingOf: (expression) => passingOf(module2, expression),
    isMentioned: (name, root) => isMentioned(tree, nodesOf, root, name),
    hasIdentifier: (name) => hasIdentifier(tree, nodesOf, name),
    isImportedName: (name) => hasWord(importText(), name),
    isPlainClass: (definition) => isPlainClass({ tree, definitions: definitions(), originOf: origin }, definition),
    namesFromElsewhere: (definition) => namesFromElsewhere(tree, module2.bindings, definition),
    numbersPassedIn: (root) => numbersPassedIn(tree, root),
    namesIn: ({ node, decorators }) => [...decorators.map((decorator) => decorator.node), node].flatMap((part) => namesIn3(tree, part)),
    statementRemoval: (first, last) => statementRemoval(tree, lineStarts(), first, last),
    elementRemoval: (element) => elementRemoval(tree, lineStarts(), element),
    lineRemoval: (first, last) => lineRemoval(text2, lineStarts(), first, last),
    commentAfter: (statement) => commentAfter(module2, statement),
    docstringRemoval: (docstring, stretch) => docstringRemoval(text2, lineStarts(), docstring, stretch),
    givesValue: (definition) => givesValue(tree, definition),
    makesCallable: (call) => makesCallable(tree, definitions(), call) || mayWrap(tree, call, bindings(), module2.valueGivenTo),
    isInRaisesBlock(inner) {
      let outer = raisesBlockNodes().size === 0 ? NO_NODE : inner;
      while (outer !== NO_NODE && !raisesBlockNodes().has(outer)) outer = parentOf(tree, outer);
      return outer !== NO_NODE;
    },
    isStub: (definition) => isStub(tree, definition),
    statementOnLine(line) {
      const start = lineStarts()[line - 1];
      if (start === void 0) return void 0;
      const indent = /^[ \t\f]*/.exec(lineText(text2, lineStarts(), line))?.[0].length ?? 0;
      const statement = statementStartingAt(tree, start + indent);
      return statement === NO_NODE ? void 0 : statement;
    },
    endsParagraph(statement) {
      const next = nextStatementOf(tree, statement);
      return next === NO_NODE || lineAt2(startOf(tree, next)) > lineAt2(endOf(tree, statement)) + 1;
    },
    positionAt: (offset) => positionAt(lineStarts(), offset),
    lineText: (line) => lineText(text2, lineStarts(), line),
    textOf: (node) => textOf(tree, node),
    spanOf: (node) => spanOf(tree, node)
  };
  return module2;
}
function once(make) {
  let made;
  return () => (made ??= { value: make() }).value;
}
function namedFiles(cwd, named2) {
  const files = /* @__PURE__ */ new Map();
  for (const name of named2) {
    const path = withSlashes(name).replace(/(?<=[^/])\/+$/, "");
    const status = (0, import_node_fs.statSync)((0, import_node_path.resolve)(cwd, path), { throwIfNoEntry: false });
    if (status === void 0) throw new UserError(`check: there is no file ${path}; name a file or a folder`);
    if (status.isDirectory()) {
      for (const inside of pythonFilesIn(cwd, path)) {
        if (!files.has(inside)) files.set(inside, { path: inside, isNamedItself: false });
      }
    } else files.set(path, { path, isNamedItself: true });
  }
  return [...files.values()].toSorted((one, other) => one.path < other.path ? -1 : 1);
}
function* pythonFilesIn(cwd, folder) {
  for (const entry of (0, import_node_fs.readdirSync)((0, import_node_path.resolve)(cwd, folder), { withFileTypes: true })) {
    const path = folder === "." ? entry.name : `${folder === "/" ? "" : folder}/${entry.name}`;
    if (entry.isFile() && entry.name.endsWith(".py")) yield path;
    else if (entry.isDirectory() && isWorthEntering((0, import_node_path.resolve)(cwd, path))) yield* pythonFilesIn(cwd, path);
  }
}
function isWorthEntering(folder) {
  const name = (0, import_node_path.basename)(folder);
  if (name.startsWith(".") || name === "node_modules" || name === "__pycache__") return false;
  return (0, import_node_fs.statSync)((0, import_node_path.join)(folder, "pyvenv.cfg"), { throwIfNoEntry: false }) === void 0;
}
function readUpTo(path, limit) {
  try {
    const { size } = (0, import_node_fs.lstatSync)(path);
    if (size > limit) return { ok: false, reason: tooLarge(size, limit) };
    return { ok: true, bytes: (0, import_node_fs.readFileSync)(path) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return { ok: false, reason: `cannot be read (${code})` };
  }
}
function tooLarge(size, limit) {
  return `${size} bytes, over the limit of ${limit}; raise max-file-size or exclude it`;
}
function withSlashes(path) {
  return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}
function readText(path) {
  try {
    return (0, import_node_fs.readFileSync)(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : void 0;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return void 0;
    throw new UserError(`${path} cannot be read (${String(code)}); mend its permissions or move it`, {
      cause: error
    });
  }
}
function splitAtNul(bytes) {
  const fields = [];
  let start = 0;
  for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
    fields.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return fields;
}
var utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
var wellFormed = /(?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})+/g;
function pathText(bytes) {
  try {
    return utf8.decode(bytes);
  } catch {
    return quoted(bytes);
  }
}
function quoted(bytes) {
  const latin12 = Buffer.from(bytes).toString("latin1");
  let text2 = "";
  let end = 0;
  for (const match of latin12.matchAll(wellFormed)) {
    text2 += octal(latin12.slice(end, match.index)) + Buffer.from(match[0], "latin1").toString("utf8");
    end = match.index + match[0].length;
  }
  return text2 + octal(latin12.slice(end));
}
var octal = (latin12) => [...latin12].map((byte) => `\\${byte.charCodeAt(0).toString(8)}`).join("");
var ignored = [
  "GIT_LITERAL_PATHSPECS",
  "GIT_GLOB_PATHSPECS",
  "GIT_NOGLOB_PATHSPECS",
  "GIT_ICASE_PATHSPECS",
  "GIT_EXTERNAL_DIFF",
  "GIT_DIFF_OPTS"
];
function readingEnvironment(environment) {
  const reading = { ...environment, GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" };
  for (const name of ignored) delete reading[name];
  return reading;
}
function attempt(place, words, input) {
  const { error, status, signal, stdout, stderr } = (0, import_node_child_process.spawnSync)("git", ["-c", "core.fsmonitor=", ...words], {
    cwd: place.directory,
    env: place.environment,
    input,
    maxBuffer: Infinity,
    windowsHide: true
  });
  if (error !== void 0) throw notStarted(error, place, words);
  if (status === null) throw new UserError(`git ${commandOf(words)}: killed by ${signal}`);
  return { status, stdout, stderr: stderr.toString() };
}
function output(place, words, input) {
  const finished = attempt(place, words, input);
  if (finished.status === 0) return finished.stdout;
  throw failed(place, words, finished);
}
function failed(place, words, { stderr }) {
  const repository = attempt(place, ["rev-parse", "--git-dir"]);
  if (repository.status !== 0) return new UserError(`git: ${sentence(repository.stderr)}`);
  return new UserError(`git ${commandOf(words)}: ${sentence(stderr)}`);
}
function sentence(stderr) {
  const lines = stderr.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  const fatal = lines.find((line) => line.startsWith("fatal: ")) ?? lines.find((line) => line.startsWith("error: "));
  const reason = (fatal ?? lines.at(-1) ?? "failed without a message").replace(/^(?:fatal|error): /, "");
  const remedy = lines.find((line) => line.startsWith("git config --global --add safe.directory "));
  return remedy === void 0 ? reason : `${reason}; to trust it: ${remedy}`;
}
function notStarted(error, { directory }, words) {
  const missing2 = "code" in error && error.code === "ENOENT";
  if (!missing2) return new Error(`git ${commandOf(words)} could not be started`, { cause: error });
  if (!(0, import_node_fs2.existsSync)(directory)) return new UserError(`git: the directory ${directory} does not exist`);
  return new UserError("git was not found on PATH; install it or add it to PATH");
}
function commandOf(words) {
  return words.find((word, index) => word !== "-c" && words[index - 1] !== "-c") ?? "";
}
function readBlobs(place, ids) {
  const contents = contentsById(place, ids);
  return (id, path) => {
    const content = contents.get(id);
    if (content === void 0)
      throw new UserError(`git: ${path}: object ${id} is missing or corrupt; see git fsck`);
    return content;
  };
}
function blobSizes(place, ids) {
  if (ids.length === 0) return /* @__PURE__ */ new Map();
  const listed5 = output(
    place,
    ["cat-file", "--batch-check"],
    Buffer.from(ids.map((id) => `${id}
`).join(""))
  );
  const lines = listed5.toString("latin1").trimEnd().split("\n");
  return new Map(
    lines.flatMap((line) => {
      const [id = "", , size] = line.split(" ");
      return size === void 0 ? [] : [[id, Number(size)]];
    })
  );
}
function indexedBlobs(place) {
  const blobs = /* @__PURE__ */ new Map();
  for (const entry of splitAtNul(output(place, ["ls-files", "--stage", "-z"]))) {
    const tab = entry.indexOf("	");
    const [, blob] = /^100\d{3} ([0-9a-f]+) 0$/.exec(entry.toString("latin1", 0, tab)) ?? [];
    if (blob !== void 0) blobs.set(pathText(entry.subarray(tab + 1)), [blob]);
  }
  return blobs;
}
function contentsById(place, ids) {
  const contents = /* @__PURE__ */ new Map();
  if (ids.length === 0) return contents;
  const words = ["cat-file", "--batch"];
  const finished = attempt(place, words, Buffer.from(ids.map((id) => `${id}
`).join("")));
  if (finished.status !== 0) throw failed(place, words, finished);
  const batch = finished.stdout;
  for (let start = 0; start < batch.length; ) {
    const endOfHeader = batch.indexOf("\n", start);
    const [id = "", , size] = batch.toString("latin1", start, endOfHeader).split(" ");
    start = endOfHeader + 1;
    if (size === void 0) continue;
    contents.set(id, batch.subarray(start, start + Number(size)));
    start += Number(size) + 1;
  }
  return contents;
}
var isRegular = (mode) => mode.startsWith("100");
function changes(place, sides, pathspec) {
  const [first = [], ...others] = sides.map((side) => differences(place, side, pathspec));
  const byPath = others.map((other) => new Map(other.map((difference) => [keyOf(difference), difference])));
  return first.filter(({ mode }) => isRegular(mode)).map((difference) => {
    const { pathBytes, mode, blob } = difference;
    const olds = [
      difference,
      ...byPath.map((other) => other.get(keyOf(difference)) ?? unchanged(difference))
    ];
    const bases2 = olds.filter(({ oldMode }) => isRegular(oldMode)).map(({ oldBlob }) => oldBlob);
    return { path: pathText(pathBytes), pathBytes, mode, blob, bases: bases2 };
  });
}
function removals(place, side, pathspec) {
  return differences(place, side, pathspec).filter(({ mode, oldMode, status }) => status === "D" && isRegular(oldMode) && !isRegular(mode)).map(({ pathBytes, oldBlob }) => ({ path: pathText(pathBytes), blob: oldBlob }));
}
var keyOf = ({ pathBytes }) => pathBytes.toString("latin1");
var unchanged = (difference) => ({
  ...difference,
  oldMode: difference.mode,
  oldBlob: difference.blob
});
var options = ["--raw", "-z", "--no-abbrev", "-M", "-l1000", "-O/dev/null"];
function differences(place, side, pathspec) {
  const fields = splitAtNul(output(place, ["diff", ...options, ...side, "--", ...pathspec]));
  const found = [];
  for (let i = 0; i < fields.length; ) {
    const entry = String(fields[i]);
    const [oldMode = "", mode = "", oldBlob = "", blob = "", status = ""] = entry.slice(1).split(" ");
    i += /^[RC]/.test(status) ? 2 : 1;
    const pathBytes = fields[i];
    if (pathBytes === void 0) throw new Error(`git diff --raw ended inside an entry: ${entry}`);
    found.push({ pathBytes, mode, blob, oldMode, oldBlob, status });
    i += 1;
  }
  return found;
}
function discover(cwd, environment) {
  const reading = readingEnvironment(environment);
  if (isPlainTopLevel(cwd, reading)) {
    const topLevel2 = (0, import_node_fs3.realpathSync)(cwd);
    return {
      found: true,
      gitDirectory: (0, import_node_path2.join)(topLevel2, ".git"),
      place: { directory: topLevel2, environment: reading }
    };
  }
  const told = ask({ directory: cwd, environment: reading });
  if (!told.found) return told;
  const { gitDirectory, topLevel } = fromSubdirectory(cwd, reading, told) ?? told;
  const explicit = { ...reading, GIT_DIR: gitDirectory, GIT_WORK_TREE: topLevel };
  return { found: true, gitDirectory, place: { directory: topLevel, environment: explicit } };
}
function isPlainTopLevel(cwd, environment) {
  const elsewhere = ["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"];
  if (elsewhere.some((name) => environment[name] !== void 0)) return false;
  const parts = ["HEAD", "objects", "refs", "config"].map((part) => (0, import_node_path2.join)(cwd, ".git", part));
  if (!parts.every((part) => (0, import_node_fs3.existsSync)(part))) return false;
  return !/worktree|\bbare\b(?!\s*=\s*false\b)/i.test((0, import_node_fs3.readFileSync)((0, import_node_path2.join)(cwd, ".git", "config"), "utf8"));
}
function ask(place) {
  const words = ["rev-parse", "--absolute-git-dir", "--is-bare-repository", "--show-toplevel"];
  const finished = attempt(place, words);
  const [, gitDirectory, isBare2, topLevel] = /^([^]+)\n(true|false)\n(?:([^]+)\n)?$/.exec(finished.stdout.toString()) ?? [];
  if (gitDirectory !== void 0 && topLevel !== void 0) {
    return { found: true, gitDirectory: (0, import_node_path2.resolve)(gitDirectory), topLevel: (0, import_node_path2.resolve)(topLevel) };
  }
  const { directory } = place;
  if (isBare2 === "true")
    return { found: false, why: `the repository of ${directory} is bare: it has no working tree` };
  if (gitDirectory !== void 0)
    return { found: false, why: `${directory} is in a git directory, not in a working tree` };
  const reason = sentence(finished.stderr);
  if (reason.startsWith("not a git repository")) {
    return { found: false, why: `${directory} is ${reason.replace(/ \(or any .*$/, "")}` };
  }
  throw failed(place, words, finished);
}
function fromSubdirectory(cwd, environment, told) {
  const { GIT_DIR: set, GIT_WORK_TREE: workTree, ...without } = environment;
  if (set === void 0 || workTree !== void 0 || (0, import_node_fs3.existsSync)((0, import_node_path2.join)(cwd, ".git"))) return void 0;
  const walked = ask({ directory: cwd, environment: without });
  return walked.found && walked.gitDirectory === told.gitDirectory ? walked : void 0;
}
function parentSides(gitDirectory) {
  return [["--cached"], ...mergeHeads(gitDirectory).map((head) => ["--cached", head])];
}
function mergeBaseSides(place, gitDirectory, since, compared2) {
  return mergeBases(place, gitDirectory, since).map(
    (base) => compared2 === void 0 ? ["--cached", base] : [base, compared2]
  );
}
function mergeBases(place, gitDirectory, { reference, to }) {
  const compared2 = to === void 0 ? ["HEAD", ...mergeHeads(gitDirectory)] : [to];
  for (const name of [reference, ...compared2]) {
    if (name === "" || name.startsWith("-")) throw unknownCommit(name);
  }
  const words = ["merge-base", "--all", reference, ...compared2];
  const finished = attempt(place, words);
  if (finished.status === 0) return finished.stdout.toString().trim().split("\n");
  if (finished.status === 1) throw new UserError(withoutBase(place, reference, to ?? "HEAD"));
  const [, unknown] = /^Not a valid (?:object|commit) name (.*)$/.exec(sentence(finished.stderr)) ?? [];
  if (unknown === void 0) throw failed(place, words, finished);
  throw unknown === "HEAD" ? new UserError("git: HEAD has no commit yet") : unknownCommit(unknown);
}
var unknownCommit = (name) => new UserError(`git: no commit is called '${name}'; fetch it or name another`);
function withoutBase(place, reference, compared2) {
  const shallow = attempt(place, ["rev-parse", "--is-shallow-repository"]).stdout.toString() === "true\n";
  const remedy = shallow ? "; the clone is shallow: run git fetch --unshallow" : "";
  return `git: ${compared2} and ${reference} have no common ancestor${remedy}`;
}
function mergeHeads(gitDirectory) {
  const file = (0, import_node_path3.join)(gitDirectory, "MERGE_HEAD");
  if (!(0, import_node_fs4.existsSync)(file)) return [];
  return (0, import_node_fs4.readFileSync)(file, "utf8").split("\n").filter((line) => line !== "");
}
function findRepository(cwd, environment) {
  const discovered = discover(cwd, environment);
  if (!discovered.found) return discovered;
  const { gitDirectory, place } = discovered;
  const repository = {
    topLevel: place.directory,
    gitDirectory,
    place,
    changed: (accepts, since) => changed(repository, accepts, since),
    removed: (accepts, since) => removed(repository, accepts, since),
    bases: (paths, since) => bases(repository, paths, since)
  };
  return { found: true, repository };
}
function openRepository(cwd, environment) {
  const answer = findRepository(cwd, environment);
  if (answer.found) return answer.repository;
  throw new UserError(`git: ${answer.why}`);
}
function changed({ place, gitDirectory }, accepts, since) {
  const sides = sidesOf(place, gitDirectory, since);
  const introduced = changes(place, sides, python).filter(
    ({ path, blob, bases: bases2 }) => !bases2.includes(blob) && accepts(path)
  );
  const contentOf = readBlobs(
    place,
    introduced.flatMap(({ blob, bases: bases2 }) => [blob, ...bases2])
  );
  return introduced.map(({ path, pathBytes, blob, mode, bases: bases2 }) => ({
    path,
    pathBytes,
    blob,
    mode,
    content: contentOf(blob, path),
    bases: bases2.map((base) => contentOf(base, path))
  }));
}
function removed({ place, gitDirectory }, accepts, since) {
  const [side, ...others] = sidesOf(place, gitDirectory, since);
  if (side === void 0 || others.length > 0) return [];
  const files = removals(place, side, python).filter(({ path }) => accepts(path));
  const contentOf = readBlobs(
    place,
    files.map(({ blob }) => blob)
  );
  return files.map(({ path, blob }) => ({ path, content: contentOf(blob, path) }));
}
var sidesOf = (place, gitDirectory, since) => since === void 0 ? parentSides(gitDirectory) : mergeBaseSides(place, gitDirectory, since, since.to);
function bases({ place, gitDirectory }, paths, since) {
  const sides = since === void 0 ? parentSides(gitDirectory) : mergeBaseSides(place, gitDirectory, since, void 0);
  const pathspec = paths.every((path) => path.endsWith(".py")) ? python : [];
  const changed3 = new Map(changes(place, sides, pathspec).map(({ path, bases: bases2 }) => [path, bases2]));
  const index = since === void 0 ? void 0 : indexedBlobs(place);
  const blobs = paths.flatMap((path) => {
    const old = changed3.get(path) ?? index?.get(path) ?? (since && []);
    return old === void 0 ? [] : [{ path, old }];
  });
  const contentOf = readBlobs(
    place,
    blobs.flatMap(({ old }) => old)
  );
  return new Map(blobs.map(({ path, old }) => [path, old.map((blob) => contentOf(blob, path))]));
}
var python = ["*.py"];
var noChange = {
  select: void 0,
  extendSelect: [],
  ignore: [],
  severity: /* @__PURE__ */ new Map(),
  options: /* @__PURE__ */ new Map()
};
function activeRules(rules2, preset, layers) {
  return rules2.flatMap((rule) => {
    const state = layers.reduce((before, layer) => changed2(before, rule, layer), presetState(rule, preset));
    return state.isOn ? [{ rule, severity: state.severity, options: optionsOf(rule, preset, layers) }] : [];
  });
}
function presetState(rule, preset) {
  const own = rule.severity[preset];
  if (own !== "off") return { isOn: true, severity: own };
  const elsewhere = ["fast", "review"].map((other) => rule.severity[other]).find((severity) => severity !== "off");
  return { isOn: false, severity: elsewhere ?? "warning" };
}
function changed2({ isOn, severity }, rule, layer) {
  if (layer.select !== void 0) isOn = false;
  for (const selector of ["all", rule.family, rule.id]) {
    if (layer.select?.includes(selector) === true || layer.extendSelect.includes(selector)) isOn = true;
    const wanted = layer.severity.get(selector);
    if (wanted === "off") isOn = false;
    else if (wanted !== void 0) {
      severity = wanted;
      if (selector === rule.id) isOn = true;
    }
    if (layer.ignore.includes(selector)) isOn = false;
  }
  return { isOn, severity };
}
function optionsOf(rule, preset, layers) {
  const set = layers.map((layer) => layer.options.get(rule.id) ?? {});
  return Object.fromEntries(
    Object.entries(rule.options).map(([name, option2]) => {
      const initial = preset === "review" ? option2.review : option2.default;
      return [name, set.reduce((before, options2) => merged(before, options2[name]), initial)];
    })
  );
}
function merged(before, value) {
  if (value === void 0) return before;
  if (!isTextTable(before) || !isTextTable(value)) return value;
  return Object.fromEntries(Object.entries({ ...before, ...value }).filter(([, word]) => word !== ""));
}
function isTextTable(value) {
  return typeof value === "object" && !Array.isArray(value);
}
var families = [
  { name: "security", title: "Security" },
  { name: "naming", title: "Naming convention" },
  { name: "docstrings", title: "Docstrings" },
  { name: "comments", title: "Comments" },
  { name: "organisation", title: "Organisation" },
  { name: "exceptions", title: "Error handling" },
  { name: "numbered-names", title: "Numbered names" },
  { name: "vague-names", title: "Vague or clipped names" },
  { name: "ineffective-tests", title: "Tests that do not test" }
];
function defineRule(definition) {
  const { check: check2, options: options2, ...rest } = definition;
  return {
    ...rest,
    options: options2 ?? {},
    check: (module2, values) => check2(module2, values)
  };
}
function suggestion(word, known8) {
  const found = nearest(word, known8);
  return found === void 0 ? "" : `; did you mean ${found}?`;
}
function nearest(word, known8) {
  const typed = word.toLowerCase();
  let best;
  let begun;
  for (const candidate of known8) {
    const distance = editDistance(typed, candidate.toLowerCase());
    const limit = Math.ceil(Math.max(typed.length, candidate.length) / 3);
    if (distance <= limit && (best === void 0 || distance < best.distance)) best = { candidate, distance };
    if (typed.length >= 3 && candidate.toLowerCase().startsWith(typed)) begun ??= candidate;
  }
  return best?.candidate ?? begun;
}
function editDistance(one, other) {
  let beforeLast = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwap = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
        isSwap ? at(beforeLast, column - 2) + 1 : Infinity
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, other.length);
}
var at = (distances, index) => distances[index] ?? Infinity;
var import_lazy = __toESM2(require_lazy(), 1);
function parseToml(file, text2) {
  const { parse, TomlError } = (0, import_lazy.loadToml)();
  try {
    return parse(withoutByteOrderMark(text2));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const place = `${file}:${error.line}:${error.column}`;
    throw new UserError(`config: ${place}: broken TOML, ${reasonOf2(error.message)}`, { cause: error });
  }
}
function isTable(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
function toolTable(pyproject, name) {
  const { tool } = pyproject;
  return isTable(tool) && Object.hasOwn(tool, name) ? tool[name] : void 0;
}
function mayHaveTool(text2, name) {
  return text2.includes(name) && TOOL_TABLE.test(text2);
}
var TOOL_TABLE = /^[ \t]*\[?[ \t]*["']?tool["']?[ \t]*(?:\.[ \t]*["']?(?:proctor|pytest)\b|=|\][ \t]*(?:#.*)?\r?$)/m;
var withoutByteOrderMark = (text2) => text2.replace(/^\uFEFF/, "");
function reasonOf2(message) {
  const [line = ""] = message.split("\n");
  return line.replace(/^Invalid TOML document: /, "").toLowerCase();
}
function fail(place, problem2) {
  throw new UserError([place.source, place.keys.join("."), problem2].filter((part) => part !== "").join(": "));
}
var text = {
  name: "a string",
  read: (value, place) => typeof value === "string" ? value : failAs(text, value, place),
  schema: { type: "string" }
};
var flag = {
  name: "true or false",
  read: (value, place) => typeof value === "boolean" ? value : failAs(flag, value, place),
  schema: { type: "boolean" }
};
var integer = {
  name: "a whole number",
  read: (value, place) => {
    if (typeof value !== "number" || !Number.isInteger(value)) return failAs(integer, value, place);
    return value < 0 ? fail(place, `${value} is less than 0`) : value;
  },
  schema: { type: "integer", minimum: 0 }
};
function choice(values) {
  const shape = {
    name: values.join(" or "),
    read: (value, place) => {
      if (typeof value !== "string") return failAs(shape, value, place);
      const chosen = values.find((known8) => known8 === value);
      if (chosen !== void 0) return chosen;
      return fail(place, `unknown value ${value}${suggestion(value, values) || `; it takes ${shape.name}`}`);
    },
    schema: { enum: values }
  };
  return shape;
}
function known2(kind, words) {
  const shape = {
    name: `a ${kind}`,
    read: (value, place) => {
      const word = text.read(value, place);
      return words.has(word) ? word : fail(place, `unknown ${kind} ${word}${suggestion(word, words)}`);
    },
    schema: { enum: [...words] }
  };
  return shape;
}
function list(item, items) {
  const shape = {
    name: `a list of ${items}`,
    read: (values, place) => Array.isArray(values) ? values.map((value, index) => item.read(value, isTable(value) ? nth(place, index) : place)) : failAs(shape, values, place),
    schema: { type: "array", items: item.schema }
  };
  return shape;
}
function nth({ source, keys }, index) {
  return { source, keys: [...keys.slice(0, -1), `${keys.at(-1) ?? ""}[${index}]`] };
}
function record(key2, value, name) {
  const shape = {
    name,
    read: (table2, place) => {
      if (!isTable(table2)) return failAs(shape, table2, place);
      return new Map(
        Object.entries(table2).map(([name2, one]) => [
          key2.read(name2, place),
          value.read(one, below(place, name2))
        ])
      );
    },
    schema: { type: "object", propertyNames: key2.schema, additionalProperties: value.schema }
  };
  return shape;
}
function object(fields, name) {
  const required = Object.keys(fields).filter((key2) => fields[key2]?.isRequired === true);
  const shape = {
    name,
    read: (table2, place) => {
      if (!isTable(table2)) return failAs(shape, table2, place);
      const unknown = Object.keys(table2).find((key2) => !Object.hasOwn(fields, key2));
      if (unknown !== void 0)
        fail(place, `unknown key ${unknown}${suggestion(unknown, Object.keys(fields))}`);
      const absent = required.find((key2) => !Object.hasOwn(table2, key2));
      if (absent !== void 0) fail(place, `the key ${absent} is missing`);
      const values = Object.entries(fields).map(([key2, field]) => [
        key2,
        Object.hasOwn(table2, key2) ? field.shape.read(table2[key2], below(place, key2)) : void 0
      ]);
      return Object.fromEntries(values);
    },
    schema: {
      type: "object",
      properties: Object.fromEntries(Object.entries(fields).map(([key2, field]) => [key2, schemaOf(field)])),
      ...required.length === 0 ? {} : { required },
      additionalProperties: false
    }
  };
  return shape;
}
function schemaOf({ shape, description, default: initial }) {
  return { description, ...shape.schema, ...initial === void 0 ? {} : { default: initial } };
}
function below({ source, keys }, key2) {
  return { source, keys: [...keys, key2] };
}
function failAs({ name }, value, place) {
  return fail(place, `expected ${name}, found ${described(value)}`);
}
function described(value) {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return "a list";
  return value instanceof Date ? "a date" : "a table";
}
function wordsOf(identifier2) {
  const known8 = parted.get(identifier2);
  if (known8 !== void 0) return known8;
  const words = partsOf(identifier2);
  if (parted.size >= MOST_PARTED) parted.clear();
  parted.set(identifier2, words);
  return words;
}
var parted = /* @__PURE__ */ new Map();
var MOST_PARTED = 2e4;
function partsOf(identifier2) {
  if (SNAKE.test(identifier2)) return identifier2.split("_").filter((word) => word !== "");
  return Array.from(identifier2.matchAll(WORD), ([word]) => word.toLowerCase());
}
var SNAKE = /^_*[a-z]+\d*(?:_+(?:[a-z]+\d*|\d+))*_*$/;
var DIGITS = String.raw`(?:\d+(?:\p{Lu}(?!\p{Ll}|\d|\p{Lu}(?!\p{Ll}))|\p{Ll}(?![\p{Ll}\d])|(?:st|nd|rd|th)(?![\p{Ll}\d]))?)?`;
var WORD = new RegExp(
  [
    String.raw`IPv\d+|OAuth\d*|GraphQL|(?:My|No|Postgre)SQL|GitHub|GitLab|\p{Lu}{2,}s(?!\p{Ll})`,
    String.raw`|(?:API|CSV|HTML|JSON|SQL|URL|UUID|XML|YAML)(?=\p{Ll})|\p{Lu}+(?!\p{Ll})`,
    String.raw`|\p{Lu}?[\p{L}\p{M}][\p{Ll}\p{Lo}\p{M}]*`,
    String.raw`|\d+`
  ].join(DIGITS),
  "gu"
);
function trimmed2(identifier2) {
  const [, leading = "", core = "", trailing = ""] = /^(_*)(.*?)(_*)$/s.exec(identifier2) ?? [];
  return { leading, core, trailing };
}
var expansions = {
  dest: "destination",
  dst: "destination",
  src: "source",
  tgt: "target",
  cnt: "count",
  mgr: "manager",
  svc: "service",
  srv: "server",
  svr: "server",
  grp: "group",
  lst: "list",
  tbl: "table",
  qty: "quantity",
  amt: "amount",
  usr: "user",
  pwd: "password",
  passwd: "password",
  proj: "project",
  aggr: "aggregate",
  curr: "current",
  prev: "previous",
  sess: "session",
  notif: "notification",
  hdr: "header",
  hdrs: "headers",
  desc: "description",
  vol: "volume",
  inst: "instance",
  addr: "address",
  cfg: "config",
  conf: "config",
  ctxt: "context"
};
function mayBeClipped(dictionary) {
  const known8 = clippedBy.get(dictionary) ?? clippedWordOf(dictionary);
  clippedBy.set(dictionary, known8);
  return (identifier2) => known8.test(identifier2);
}
var clippedBy = /* @__PURE__ */ new WeakMap();
function clippedWordOf(dictionary) {
  const words = Object.keys(dictionary).map((word) => word.replaceAll(/[^\w]/gu, String.raw`\$&`));
  return new RegExp(`(?:^|_)(?:${words.join("|")})\\d*(?:_|$)`);
}
function expanded(identifier2, dictionary) {
  const { leading, core, trailing } = trimmed2(identifier2);
  const clipped = [];
  const words = core.split("_").map((word) => {
    const [, letters = "", digits = ""] = /^(.*?)(\d*)$/s.exec(word) ?? [];
    const expansion = Object.hasOwn(dictionary, letters) ? dictionary[letters] : void 0;
    if (expansion === void 0) return word;
    clipped.push(letters);
    return expansion + digits;
  });
  return clipped.length === 0 ? void 0 : { name: leading + words.join("_") + trailing, clipped };
}
function lookupIn(vocabulary3) {
  const clips = Object.fromEntries(Object.entries(vocabulary3).filter(([old, name]) => isClip(old, name)));
  const mayHaveClip = Object.keys(clips).length === 0 ? () => false : mayBeClipped(clips);
  return (name) => {
    const whole2 = Object.hasOwn(vocabulary3, name) ? vocabulary3[name] : void 0;
    if (whole2 !== void 0) return { name: whole2, isWhole: true, entries: [name] };
    const expansion = mayHaveClip(name) ? expanded(name, clips) : void 0;
    return expansion === void 0 ? void 0 : { name: expansion.name, isWhole: false, entries: expansion.clipped };
  };
}
function isClip(old, name) {
  if (!WORD2.test(old) || !WORD2.test(name) || old[0] !== name[0] || old.length >= name.length) return false;
  let found = 0;
  for (const letter of name) if (letter === old[found]) found++;
  return found === old.length;
}
var WORD2 = /^\p{Ll}+$/u;
function circleIn(vocabulary3) {
  const find = lookupIn(vocabulary3);
  for (const start of Object.keys(vocabulary3)) {
    const seen = [start];
    for (let next = find(start); next !== void 0; next = find(next.name)) {
      const first = seen.indexOf(next.name);
      seen.push(next.name);
      if (first !== -1) return seen.slice(first);
    }
  }
  return void 0;
}
var identifier = {
  name: "a name",
  read: (value, place) => {
    const name = text.read(value, place);
    if (name === "") return fail(place, "a name is empty");
    if (!IDENTIFIER2.test(name)) {
      return fail(place, `${JSON.stringify(name)} is no identifier${meant(name)}`);
    }
    if (KEYWORDS.has(name)) return fail(place, `${name} is a keyword; did you mean ${name}_?`);
    return name;
  },
  schema: { type: "string", pattern: "^[^\\s\\d.-][^\\s.-]*$" }
};
var IDENTIFIER2 = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;
var KEYWORDS = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(" ")
);
function meant(text2) {
  const words = text2.split(/[^\p{ID_Continue}]+/u).filter((word) => word !== "");
  const name = words.join("_");
  if (name === "") return "";
  return `; did you mean ${IDENTIFIER2.test(name) ? name : `_${name}`}?`;
}
var names = record(identifier, identifier, "a table from names to names");
var vocabulary = {
  ...names,
  read: (value, place) => {
    const entries = names.read(value, place);
    const at2 = (old) => ({ ...place, keys: [...place.keys, old] });
    for (const [old, name] of entries) {
      if (old === name)
        fail(at2(old), `${name} is the old name; give it another, or take the entry out`);
    }
    const table2 = Object.fromEntries(entries);
    const circle = circleIn(table2);
    if (circle !== void 0) {
      fail(at2(circle[0] ?? ""), `the names go round: ${circle.join(" -> ")}; take one of them out`);
    }
    return table2;
  }
};
var MAX_FILE_SIZE = 4e6;
var severities = ["error", "warning", "off"];
function configurationKeys(rules2) {
  const layer = layerKeys(rules2);
  const override = {
    files: { shape: globs, description: "Globs of the files that the table is for.", isRequired: true },
    ...layer
  };
  return {
    preset: {
      shape: choice(["fast", "review"]),
      description: "The rules to start from: `fast` for a hook, `review` for the whole review with the stricter thresholds.",
      default: "fast"
    },
    ...layer,
    "per-file-ignores": {
      shape: record(glob, selectors(rules2), "a table from globs to lists of rules"),
      description: "Rules that are left out in the files that a glob matches."
    },
    overrides: {
      shape: list(object(override, "a table"), "tables"),
      description: "Tables with a list of globs, `files`, and what is different for these files; the last one wins."
    },
    include: {
      shape: globs,
      description: "Globs of the files that are test modules, instead of pytest's own conventions."
    },
    "extend-include": {
      shape: globs,
      description: "Globs of more files that are test modules.",
      default: []
    },
    exclude: { shape: globs, description: "Globs of files that are never checked.", default: [] },
    "max-file-size": {
      shape: integer,
      description: "The size in bytes over which a file is not checked, which makes the exit code 2.",
      default: MAX_FILE_SIZE
    },
    fix: { shape: flag, description: "Whether `--fix` is on without being given.", default: false }
  };
}
function layerKeys(rules2) {
  const selector = selectorOf(rules2);
  const options2 = Object.fromEntries(
    rules2.map((rule) => [
      rule.id,
      { shape: object(optionFields(rule.options), "a table of options"), description: rule.summary }
    ])
  );
  return {
    select: {
      shape: selectors(rules2),
      description: "The rules to check, and no others: ids, families or `all`."
    },
    "extend-select": { shape: selectors(rules2), description: "More rules to check.", default: [] },
    ignore: { shape: selectors(rules2), description: "Rules to leave out.", default: [] },
    severity: {
      shape: record(selector, choice(severities), "a table from rules to severities"),
      description: "The severity of rules: `error` blocks, `warning` informs, `off` leaves out. Naming one rule also turns it on."
    },
    names: {
      shape: vocabulary,
      description: "The project's own vocabulary: new names by the old ones, which [replaced-name](rules/replaced-name.md) looks for."
    },
    rules: {
      shape: object(options2, "a table of rules"),
      description: "The options of each rule, by its id."
    }
  };
}
var glob = {
  name: "a glob",
  read: (value, place) => {
    const pattern = text.read(value, place);
    if (pattern.trim() === "") return fail(place, "a glob is empty");
    if (pattern.startsWith("!")) return fail(place, `${pattern}: a glob cannot begin with !`);
    return pattern;
  },
  schema: { type: "string", pattern: "^(?!!).*\\S" }
};
var globs = list(glob, "globs");
function selectorOf(rules2) {
  return { ...known2("rule", new Set(selectorWords(rules2))), schema: { $ref: "#/$defs/selector" } };
}
function selectorWords(rules2) {
  return ["all", ...families.map(({ name }) => name), ...rules2.map(({ id }) => id)];
}
function selectors(rules2) {
  return list(selectorOf(rules2), "rules");
}
function optionFields(options2) {
  const shapes = {
    integer,
    text,
    texts: list(text, "strings"),
    flag,
    table: tableOfTexts
  };
  return Object.fromEntries(
    Object.entries(options2).flatMap(
      ([name, { kind, description, default: initial }]) => kind === "vocabulary" ? [] : [[name, { shape: shapes[kind], description, default: initial }]]
    )
  );
}
var textTable = record(text, text, "a table of strings");
var tableOfTexts = {
  ...textTable,
  read: (value, place) => Object.fromEntries(textTable.read(value, place))
};
function readConfig(table2, place, rules2) {
  const misplaced = rules2.find(({ id }) => isTable(table2) && Object.hasOwn(table2, id));
  if (misplaced !== void 0) {
    fail(place, `unknown key ${misplaced.id}; its options belong in rules.${misplaced.id}`);
  }
  const values = object(configurationKeys(rules2), "a table").read(table2, place);
  const overrides = (values.overrides ?? []).map((override) => ({
    files: override.files,
    layer: layerOf(override, rules2)
  }));
  const ignores = Array.from(values["per-file-ignores"] ?? [], ([pattern, ignore]) => ({
    files: [pattern],
    layer: { ...noChange, ignore }
  }));
  return {
    preset: values.preset,
    layer: layerOf(values, rules2),
    overrides: [...overrides, ...ignores],
    include: values.include,
    extendInclude: values["extend-include"] ?? [],
    exclude: values.exclude ?? [],
    maxFileSize: values["max-file-size"] ?? MAX_FILE_SIZE,
    fix: values.fix ?? false
  };
}
function layerOf(values, rules2) {
  return {
    select: values.select,
    extendSelect: values["extend-select"] ?? [],
    ignore: values.ignore ?? [],
    severity: values.severity ?? /* @__PURE__ */ new Map(),
    options: new Map([
      ...Object.entries(values.rules ?? {}).flatMap(
        ([rule, options2]) => options2 === void 0 ? [] : [[rule, options2]]
      ),
      ...values.names === void 0 ? [] : vocabularyOptions(values.names, rules2)
    ])
  };
}
function vocabularyOptions(names2, rules2) {
  return rules2.flatMap(({ id, options: options2 }) => {
    const own = Object.keys(options2).filter((name) => options2[name]?.kind === "vocabulary");
    return own.length === 0 ? [] : [[id, Object.fromEntries(own.map((name) => [name, names2]))]];
  });
}
var defaultConfig = readConfig({}, { source: "", keys: [] }, []);
function commandLineLayer({ select, extendSelect, ignore }, rules2) {
  const checked = (flag3, given) => selectors(rules2).read(given, { source: "", keys: [flag3] });
  return {
    ...noChange,
    select: select === void 0 ? void 0 : checked("--select", select),
    extendSelect: checked("--extend-select", extendSelect),
    ignore: checked("--ignore", ignore)
  };
}
var import_lazy2 = __toESM2(require_lazy(), 1);
var never = () => false;
function globMatcher(globs2) {
  if (globs2.length === 0) return never;
  const isMatch = (0, import_lazy2.loadPicomatch)()(globs2.flatMap(spelledOut), {
    dot: true,
    nonegate: true,
    strictSlashes: true
  });
  return (path) => isMatch(path);
}
function spelledOut(glob2) {
  const whole2 = glob2.replace(/\/+$/, "");
  const path = whole2.replace(/^\.?(?:\/|$)/, "");
  if (path === "") return ["**"];
  const anchored = whole2.includes("/") ? path : `**/${path}`;
  return [anchored, `${anchored}/**`];
}
function iniSection(text2, section) {
  let isInside = false;
  let found;
  let key2;
  for (const line of text2.split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/)) {
    const trimmed3 = line.trim();
    if (trimmed3 === "" || /^[#;]/.test(trimmed3)) continue;
    const header = headerOf2(line);
    if (header !== void 0) {
      isInside = header === section;
      key2 = void 0;
      if (isInside) found ??= /* @__PURE__ */ new Map();
    } else if (!isInside || found === void 0) continue;
    else if (/^[\s[]/.test(line)) {
      if (key2 !== void 0) found.set(key2, [found.get(key2) ?? "", trimmed3].filter(Boolean).join("\n"));
    } else {
      const entry = entryOf(line);
      key2 = entry?.key;
      if (entry !== void 0) found.set(entry.key, entry.value);
    }
  }
  return found;
}
function headerOf2(line) {
  if (!line.startsWith("[")) return void 0;
  const code = line.replace(/[#;].*/, "").trimEnd();
  return code.endsWith("]") ? code.slice(1, -1) : void 0;
}
function entryOf(line) {
  const sign = line.search(/[=:]/);
  if (sign === -1) return void 0;
  return { key: line.slice(0, sign).trim(), value: line.slice(sign + 1).trim() };
}
var pytestDefaults = {
  files: void 0,
  isBelowTestPaths: () => true,
  conventions: { functions: ["test"], classes: ["Test"] }
};
var pytestFiles = [
  "pytest.toml",
  ".pytest.toml",
  "pytest.ini",
  ".pytest.ini",
  "pyproject.toml",
  "tox.ini",
  "setup.cfg"
];
function pytestSettingsIn(name, text2, parse) {
  const options2 = optionsIn(name, text2, parse);
  if (options2 === void 0) return void 0;
  const { functions, classes } = pytestDefaults.conventions;
  return {
    files: wordsOf2(options2["python_files"]),
    isBelowTestPaths: belowTestPaths(wordsOf2(options2["testpaths"]) ?? []),
    conventions: {
      functions: wordsOf2(options2["python_functions"]) ?? functions,
      classes: wordsOf2(options2["python_classes"]) ?? classes
    }
  };
}
function belowTestPaths(testPaths) {
  if (testPaths.length === 0 || testPaths.some((path) => /^\/|(?:^|\/)\.\.(?:\/|$)/.test(path)))
    return pytestDefaults.isBelowTestPaths;
  return globMatcher(testPaths.map((path) => path.startsWith("./") ? path : `./${path}`));
}
function optionsIn(name, text2, parse) {
  switch (name) {
    case "pytest.toml":
    case ".pytest.toml":
      return tableOr(parse()["pytest"], {});
    case "pytest.ini":
    case ".pytest.ini":
      return optionsOfIni(text2, "pytest") ?? {};
    case "pyproject.toml":
      return mayHaveTool(text2, "pytest") ? optionsOfPyproject(parse()) : void 0;
    case "tox.ini":
      return optionsOfIni(text2, "pytest");
    case "setup.cfg":
      return optionsOfIni(text2, "tool:pytest");
    default:
      return name;
  }
}
function optionsOfPyproject(pyproject) {
  const pytest = toolTable(pyproject, "pytest");
  if (!isTable(pytest)) return void 0;
  if (Object.keys(pytest).some((key2) => key2 !== "ini_options")) return pytest;
  return tableOr(pytest["ini_options"], void 0);
}
function optionsOfIni(text2, section) {
  const options2 = iniSection(text2, section);
  return options2 === void 0 ? void 0 : Object.fromEntries(options2);
}
function tableOr(value, otherwise) {
  return isTable(value) ? value : otherwise;
}
function wordsOf2(value) {
  if (Array.isArray(value)) return value.filter((item) => typeof item === "string");
  return typeof value === "string" ? shellWords(value) : void 0;
}
function shellWords(text2) {
  return Array.from(
    text2.matchAll(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+/gs),
    ([word]) => word.replace(
      /"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/gs,
      (_, double, single, escaped2) => double === void 0 ? single ?? escaped2 ?? "" : double.replace(/\\(["\\])/g, "$1")
    )
  );
}
var defaultFiles = ["test_*.py", "*_test.py", "tests.py"];
function isPytestModule(path, { files, isBelowTestPaths }) {
  if (isTemplate(path)) return false;
  if (path === "conftest.py" || path.endsWith("/conftest.py")) return true;
  const isNamedSo = () => matchesPythonFiles(path, defaultFiles);
  if (files === void 0) return isNamedSo();
  return matchesPythonFiles(path, files) && (isBelowTestPaths(path) || isNamedSo());
}
var isTemplate = (path) => path.includes("{{");
function matchesPythonFiles(path, patterns) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return patterns.some(
    (pattern) => pattern.includes("/") ? fnmatch(`/${path}`, `*/${pattern}`) : fnmatch(name, pattern)
  );
}
function loadSettings(rules2, read, commandLine) {
  const files = configurationFiles(read);
  const given = commandLine.file === void 0 ? void 0 : configNamed(commandLine.file, files, rules2);
  const lastLayer = commandLineLayer(commandLine, rules2);
  const place = (config, folder) => {
    const preset = commandLine.preset ?? config.preset ?? "fast";
    return placed(
      config,
      folder,
      (layers) => activeRules(rules2, preset, [config.layer, ...layers, lastLayer])
    );
  };
  const everywhere = place(given ?? defaultConfig, "");
  const nearestConfig = inherited((folder) => {
    const config = configIn(folder, files, rules2);
    return config === void 0 ? void 0 : place(config, folder);
  });
  const nearestPytest = inherited((folder) => pytestIn(folder, files));
  const configFor = (path) => (given === void 0 ? nearestConfig(folderOf(path)) : void 0) ?? everywhere;
  const pytestFor = (path) => nearestPytest(folderOf(path)) ?? pytestDefaults;
  return {
    isTestModule: (path) => path.endsWith(".py") && configFor(path).isTestModule(path, pytestFor(path)),
    for: (path) => configFor(path).settingsFor(path, pytestFor(path).conventions)
  };
}
function placed(config, folder, rulesOf) {
  const { maxFileSize, fix } = config;
  const includes = config.include === void 0 ? void 0 : globMatcher(config.include);
  const includesToo = globMatcher(config.extendInclude);
  const excludes = globMatcher(config.exclude);
  const overrides = config.overrides.map(({ files, layer }) => ({ matches: globMatcher(files), layer }));
  const known8 = /* @__PURE__ */ new Map();
  const rulesFor = (path) => {
    const matching = overrides.filter(({ matches }) => matches(path));
    const key2 = matching.map((override) => overrides.indexOf(override)).join();
    const rules2 = known8.get(key2) ?? rulesOf(matching.map(({ layer }) => layer));
    known8.set(key2, rules2);
    return rules2;
  };
  return {
    isTestModule: (path, pytest) => {
      const below2 = pathBelow(folder, path);
      if (excludes(below2)) return false;
      return includesToo(below2) || (includes === void 0 ? isPytestModule(path, pytest) : includes(below2));
    },
    settingsFor: (path, conventions) => ({
      rules: rulesFor(pathBelow(folder, path)),
      conventions,
      maxFileSize,
      fix
    })
  };
}
function configurationFiles(read) {
  const text2 = memoized(read);
  return { text: text2, toml: memoized((path) => parseToml(path, text2(path) ?? "")) };
}
function configIn(folder, { text: text2, toml }, rules2) {
  const own = join4(folder, "proctor.toml");
  if (text2(own) !== void 0) return readConfig(toml(own), configPlace(own), rules2);
  const pyproject = join4(folder, "pyproject.toml");
  if (!mayHaveTool(text2(pyproject) ?? "", "proctor")) return void 0;
  const table2 = toolTable(toml(pyproject), "proctor");
  return table2 === void 0 ? void 0 : readConfig(table2, configPlace(pyproject), rules2);
}
function configNamed(path, { text: text2, toml }, rules2) {
  if (text2(path) === void 0) throw new UserError(`--config: there is no file ${path}`);
  if (!/(?:^|\/)pyproject\.toml$/.test(path)) return readConfig(toml(path), configPlace(path), rules2);
  const table2 = toolTable(toml(path), "proctor");
  if (table2 === void 0) throw new UserError(`--config: ${path} has no table [tool.proctor]`);
  return readConfig(table2, configPlace(path), rules2);
}
var configPlace = (path) => ({ source: `config: ${path}`, keys: [] });
function pytestIn(folder, { text: text2, toml }) {
  for (const name of pytestFiles) {
    const path = join4(folder, name);
    const content = text2(path);
    const parsed = () => folder === "" ? toml(path) : tomlOrNothing(toml, path);
    const settings = content === void 0 ? void 0 : pytestSettingsIn(name, content, parsed);
    if (settings === void 0) continue;
    return { ...settings, isBelowTestPaths: (below2) => settings.isBelowTestPaths(pathBelow(folder, below2)) };
  }
  return void 0;
}
function tomlOrNothing(toml, path) {
  try {
    return toml(path);
  } catch (error) {
    if (error instanceof UserError) return {};
    throw error;
  }
}
function inherited(own) {
  const find = memoized(
    (folder) => own(folder) ?? (folder === "" || folder === "/" ? void 0 : find(folderOf(folder)))
  );
  return find;
}
function memoized(make) {
  const known8 = /* @__PURE__ */ new Map();
  return (key2) => {
    const made = known8.get(key2) ?? { value: make(key2) };
    known8.set(key2, made);
    return made.value;
  };
}
function folderOf(path) {
  const slash = path.lastIndexOf("/");
  return slash === 0 ? "/" : path.slice(0, Math.max(slash, 0));
}
function join4(folder, name) {
  return folder === "" || folder === "/" ? `${folder}${name}` : `${folder}/${name}`;
}
function pathBelow(folder, path) {
  return folder === "" ? path : path.slice(join4(folder, "").length);
}
function truthOf(tree, expression) {
  const nodes = [expression];
  for (const node of nodes) nodes.push(...operandsOf(tree, node));
  const truths = /* @__PURE__ */ new Map();
  for (const node of nodes.toReversed()) truths.set(node, truthFrom(tree, node, truths));
  return truths.get(expression);
}
function operandsOf(tree, expression) {
  switch (kindOf(tree, expression)) {
    case Kind.parenthesized_expression:
      return [firstNamedChildOf(tree, expression)];
    case Kind.not_operator:
      return [childIn(tree, expression, Field.argument)];
    case Kind.boolean_operator:
      return [childIn(tree, expression, Field.left), childIn(tree, expression, Field.right)];
    default:
      return [];
  }
}
function truthFrom(tree, expression, truths) {
  const operands = operandsOf(tree, expression).map((operand) => truths.get(operand));
  const [truth] = operands;
  switch (kindOf(tree, expression)) {
    case Kind.true:
    case Kind.ellipsis:
    case Kind.lambda:
    case Kind.generator_expression:
      return true;
    case Kind.false:
    case Kind.none:
      return false;
    case Kind.integer:
    case Kind.float:
      return /[1-9a-f]/i.test(textOf(tree, expression).replace(/^0[box]|e.*$|[jl]$/gi, ""));
    case Kind.string:
    case Kind.concatenated_string:
      return truthOfString(tree, expression);
    case Kind.tuple:
    case Kind.list:
    case Kind.set:
    case Kind.dictionary:
      return truthOfDisplay(tree, expression);
    case Kind.parenthesized_expression:
      return truth;
    case Kind.not_operator:
      return truth === void 0 ? void 0 : !truth;
    case Kind.boolean_operator:
      return truthOfOperator(textOf(tree, childIn(tree, expression, Field.operator)), operands);
    default:
      return void 0;
  }
}
function truthOfString(tree, string) {
  const parts = kindOf(tree, string) === Kind.string ? [string] : namedChildrenOf(tree, string);
  const inner = new Set(parts.flatMap((part) => childrenOf(tree, part)).map((node) => kindOf(tree, node)));
  if (inner.has(Kind.string_content)) return true;
  return inner.has(Kind.interpolation) ? void 0 : false;
}
function truthOfDisplay(tree, display) {
  const elements = namedChildrenOf(tree, display).map((node) => kindOf(tree, node));
  if (elements.length === 0) return false;
  const isUnpacked2 = (kind) => kind === Kind.list_splat || kind === Kind.dictionary_splat;
  return elements.every(isUnpacked2) ? void 0 : true;
}
function truthOfOperator(operator, operands) {
  const decisive = operator === "or";
  if (operands.includes(decisive)) return decisive;
  return operands.includes(void 0) ? void 0 : !decisive;
}
var debugger_left_default = defineRule({
  id: "debugger-left",
  family: "security",
  summary: "a call that stops in a debugger, or an import of one that nothing uses",
  advice: "delete the calls and imports of debuggers",
  why: `
\`breakpoint()\` waits for somebody at the keyboard. On a server the run hangs until it is killed, and a debugger that
listens on a port runs whatever it is sent.

The rule reports the calls that stop in a debugger or wait for one: \`breakpoint()\`, the \`set_trace()\` of pdb, ipdb,
pudb and their relatives, of pytest and of Celery, \`post_mortem()\`, \`IPython.embed()\`, and those of debugpy, ptvsd
and pydevd. It follows the imports, so it knows them under any name, and takes no function of the module's own for one
of them. An import of a debugger that nothing uses is reported as well.

The fix deletes the unused import, and the call with an import before it on its line that only this call needed. A call
whose value is used is reported and left for you to delete.
`,
  spared: [
    'A module about debuggers: it names one in a string (`"pdb.set_trace"`, `"(Pdb)"`), or mentions `breakpointhook` or `PYTHONBREAKPOINT`.',
    "Calls through an import that the module uses for more than to stop, as in `pdb.Pdb(stdin=script)`: the debugger is what it tests.",
    'A call below an `if` whose condition reads the environment or an option of the command line (`os.environ`, `getoption("--attach")`), or is a switch of the module that is off: the debugger has to be asked for.',
    "A call in a decorated function inside another one: what the decorator makes of its code may run elsewhere.",
    "An unused import in a `with` block or in a `try` clause with handlers, where the import may be what is tried, one with a comment behind it, and one in a statement that imports other things too."
  ],
  nearest: "flake8-debugger's and ruff's `T100` report every import and call of a debugger, in tests of debuggers as well, and delete nothing.",
  limits: "Where a test is about stopping in a debugger and nothing in the module shows that in the ways above. Suppress the finding.",
  severity: { fast: "error", review: "error" },
  examples: {
    bad: [
      `
def test_refund(cart):
    cart.pay()
    breakpoint()
    assert cart.refund() == 4
`,
      `
def test_refund(cart):
    cart.pay()
    import pdb; pdb.set_trace()
    assert cart.refund() == 4
`
    ],
    good: [
      `
def test_breakpoint(monkeypatch):
    stops = []
    monkeypatch.setattr("sys.breakpointhook", lambda: stops.append(1))
    breakpoint()
    assert stops == [1]
`
    ]
  },
  *check(module2) {
    const stops = [...DEBUGGERS].flatMap(module2.calls.of);
    const imports = unusedImportsOf(module2);
    if (stops.length + imports.length === 0 || isAboutDebuggers(module2)) return;
    for (const call of stops) {
      const binding = bindingOf(module2, call);
      if (binding !== void 0 && hasOtherUses(module2, binding, stops)) continue;
      if (isAskedFor(module2, call) || isOfDecorated(module2, call)) continue;
      yield problemOf(module2, call, binding);
    }
    for (const statement of imports) {
      yield {
        at: module2.spanOf(statement),
        message: "nothing uses this debugger; delete its import",
        subject: module2.textOf(statement),
        fix: { edits: [module2.statementRemoval(statement)], safe: true, title: "delete the import" }
      };
    }
  }
});
var DEBUGGERS = /* @__PURE__ */ new Set([
  "builtins.breakpoint",
  ..."pdb ipdb pudb wdb rpdb epdb pdbr pdbpp bpdb web_pdb remote_pdb celery.contrib.rdb IPython.core.debugger pytest nose.tools".split(" ").map((debugger_) => `${debugger_}.set_trace`),
  ..."pdb ipdb pudb IPython.core.debugger".split(" ").map((debugger_) => `${debugger_}.post_mortem`),
  "ipdb.sset_trace",
  "epdb.st",
  "IPython.embed",
  "pydevd.settrace",
  "pydevd_pycharm.settrace",
  "debugpy.breakpoint",
  "debugpy.listen",
  "debugpy.wait_for_client",
  "ptvsd.break_into_debugger",
  "ptvsd.enable_attach",
  "ptvsd.wait_for_attach"
]);
var DEBUGGER_MODULE = /^(?:i?pdb|pudb|wdb|rpdb|epdb|pdbr|pdbpp|bpdb|web_pdb|remote_pdb|debugpy|ptvsd|pydevd\w*)(?:\.|$)/;
function problemOf(module2, call, binding) {
  const { tree, spanOf: spanOf2, textOf: textOf2 } = module2;
  const statement = statementAround(tree, call);
  const isStatement2 = callStatementOf(tree, statement) === call;
  const name = textOf2(childIn(tree, call, Field.function));
  const found = { message: `\`${name}\` stops the run in a debugger; delete it`, subject: name };
  if (!isStatement2) return { ...found, at: spanOf2(call) };
  const first = importFor(module2, statement, binding) ?? statement;
  return {
    ...found,
    at: { start: spanOf2(first).start, end: spanOf2(statement).end },
    fix: { edits: [module2.statementRemoval(first, statement)], safe: true, title: `delete \`${name}\`` }
  };
}
function bindingOf({ tree, bindings, spanOf: spanOf2 }, call) {
  const binding = bindings.bindingAt(spanOf2(childIn(tree, call, Field.function)).start);
  return binding?.kind === "import" ? binding : void 0;
}
function importFor({ tree, imports, positionAt: positionAt2, spanOf: spanOf2 }, statement, binding) {
  const [definition, ...others] = binding?.definitions ?? [];
  if (definition === void 0 || others.length > 0) return void 0;
  if (binding?.references.some(({ node }) => !contains(tree, statement, node)) === true) return void 0;
  const imported2 = imports.statements.find(
    ({ names: [first, ...rest] }) => first?.binder === definition.node && rest.length === 0
  );
  if (imported2 === void 0 || nextStatementOf(tree, imported2.node) !== statement) return void 0;
  const lineOf3 = (node) => positionAt2(spanOf2(node).start).line;
  return lineOf3(imported2.node) === lineOf3(statement) ? imported2.node : void 0;
}
function unusedImportsOf({ tree, imports, bindings, spanOf: spanOf2, commentAfter: commentAfter2 }) {
  return imports.statements.flatMap(({ node, names: [imported2, ...others] }) => {
    if (imported2 === void 0 || others.length > 0) return [];
    const { origin, binder } = imported2;
    if (!DEBUGGER_MODULE.test(origin) && !DEBUGGERS.has(origin)) return [];
    const binding = bindings.bindingAt(spanOf2(binder).start);
    const isUsed = binding === void 0 || binding.references.length > 0 || binding.definitions.length > 1;
    return isUsed || mayBeExpectedToRaise(tree, node) || commentAfter2(node) !== void 0 ? [] : node;
  });
}
function hasOtherUses({ tree }, { references, definitions }, stops) {
  const isStop = (node) => stops.some((call) => contains(tree, childIn(tree, call, Field.function), node));
  return definitions.length === 1 && references.some(({ node }) => !isStop(node));
}
function isAskedFor(module2, call) {
  const { tree, textOf: textOf2 } = module2;
  for (let outer = call; outer !== NO_NODE; outer = parentOf(tree, outer)) {
    if (kindOf(tree, outer) !== Kind.if_statement) continue;
    const condition = childIn(tree, outer, Field.condition);
    if (ASKING.test(textOf2(condition)) || isSwitchedOff(module2, condition)) return true;
  }
  return false;
}
function isSwitchedOff({ bindings, spanOf: spanOf2, tree, valueGivenTo: valueGivenTo2 }, condition) {
  if (kindOf(tree, condition) !== Kind.identifier) return false;
  const binding = bindings.bindingAt(spanOf2(condition).start);
  const [definition, ...others] = binding?.definitions ?? [];
  if (binding?.scope !== bindings.module || definition === void 0 || others.length > 0) return false;
  const value = valueGivenTo2(definition.node);
  return value !== void 0 && truthOf(tree, value) === false;
}
var ASKING = /\b(?:environ|getenv|getoption)\b|["']--?\w|PTVSD|DEBUGPY|PYCHARM/;
function isOfDecorated({ definitionAt: definitionAt2, spanOf: spanOf2 }, call) {
  const definition = definitionAt2(spanOf2(call).start);
  return definition?.enclosing?.kind === "function" && definition.decorators.length > 0;
}
function isAboutDebuggers({ nodesOf, text: text2, textOf: textOf2 }) {
  if (/breakpointhook|PYTHONBREAKPOINT/.test(text2)) return true;
  return Array.from(nodesOf(Kind.string_content)).some(
    (content) => /(?:^|[.\s>])(?:set_trace|i?pdb|pudb)\b|\(i?pdb\)/i.test(textOf2(content))
  );
}
var madeUpKey = ["AKIA", "Z7QMW2YK", "4RXD5HTN"].join("");
var hardcoded_secret_default = defineRule({
  id: "hardcoded-secret",
  family: "security",
  summary: "a provider's access token written into the module",
  advice: "revoke each token, and read it from the environment or replace it by one that is made up",
  why: `
A token that is committed can be used by everyone who can read the repository, for as long as its history is kept, and
has to be revoked. Tests are where tokens slip in: one is pasted to try a call against the real service.

The rule knows the forms that AWS, GitHub, GitLab, Slack, Stripe, Google, npm, PyPI, OpenAI, Anthropic, SendGrid,
Hugging Face, DigitalOcean and Shopify give their tokens. It looks for them in strings and comments, and reports what
is random enough to be a real one; the message shows its first four characters only. Passwords are not judged: in tests
they are nearly always made up.
`,
  spared: [
    "A token that is made up: it has a word such as `test`, `fake`, `dummy` or `example` in it, repeated or consecutive characters, or not the mix of letters and digits that chance gives.",
    "The tokens that the providers' documentation shows, such as `AKIAIOSFODNN7EXAMPLE`, and the keys of Stripe's test mode, which open nothing.",
    "The key's name in a signed address, request or policy of AWS (`X-Amz-Credential=`, `AWSAccessKeyId=`, or with a date and a region after it): it is the part that is not secret.",
    "A token with a comment on its line or directly above that tells a scanner of secrets to let it pass: `pragma: allowlist secret`, `gitleaks:allow`, `trufflehog:ignore`, `ggignore`, `nosec` or `noqa: S105`.",
    "A module that imports something that finds or hides secrets, by its name (`detect_secrets`, `redact_tokens`): its samples have to look real."
  ],
  nearest: "bandit's `B105` to `B107` and ruff's `S105` to `S107` go by the names of variables and arguments, and report every made-up password in a test; gitleaks and detect-secrets look at all files and know more forms.",
  limits: "Where a token was revoked long ago, or was generated for the test and is random enough to look real. Suppress the finding and say so.",
  severity: { fast: "error", review: "error" },
  examples: {
    bad: [
      `
def test_upload(storage):
    storage.log_in("${madeUpKey}")
`
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
`
    ]
  },
  *check(module2) {
    const { nodesOf, tree } = module2;
    for (const kind of [Kind.string_content, Kind.comment]) {
      for (const node of nodesOf(kind)) {
        const start = tree.start[node] ?? 0;
        const end = tree.end[node] ?? 0;
        if (end - start < SHORTEST) continue;
        const text2 = tree.text.slice(start, end);
        if (!START.test(text2)) continue;
        for (const { provider, token, offset } of tokensIn(text2)) {
          const at2 = { start: start + offset, end: start + offset + token.length };
          if (isAllowed(module2, at2) || looksForTokens(module2)) continue;
          yield {
            at: at2,
            message: `${provider} \`${token.slice(0, SHOWN)}\u2026\` is in the code; revoke it, and read it from the environment or replace it by one that is made up`,
            subject: `${provider} ${digestOf(token)}`
          };
        }
      }
    }
  }
});
var isAllowed = ({ commentsAround: commentsAround2 }, at2) => commentsAround2(at2).some(({ text: text2 }) => ALLOWING.test(text2));
var ALLOWING = /\bpragma: ?(?:white|allow)list\b|\bgitleaks:allow\b|\btrufflehog:ignore\b|\bggignore\b|\bnosec\b|\bnoqa: ?(?:[A-Z]+\d+,? ?)*S10[567]\b/i;
var looksForTokens = ({ imports }) => imports.statements.some(({ names: names2 }) => names2.some(({ origin }) => LOOKING_FOR_TOKENS.test(origin)));
var LOOKING_FOR_TOKENS = /(?:detect|scan|redact|mask|scrub|saniti[sz]|censor)\w*[._]?(?:secret|token|credential|key)|(?:secret|token|credential|key)s?[._]?(?:detect|scan|redact|mask|scrub|saniti[sz]|censor)|redact|gitleaks|trufflehog/i;
var SHORTEST = 20;
var SHOWN = 4;
function* tokensIn(text2) {
  for (const match of text2.matchAll(wholeForms())) {
    if (/[A-Za-z0-9]/.test(text2[match.index - 1] ?? "")) continue;
    if (SIGNED_BY.test(text2.slice(0, match.index))) continue;
    if (match.groups?.["aws"] !== void 0 && SCOPE.test(text2.slice(match.index + match[0].length)))
      continue;
    for (const [group, random] of Object.entries(match.groups ?? {})) {
      if (random === void 0 || !isRandom(random)) continue;
      if ([match[0], random].some((shown2) => DOCUMENTED.has(digestOf(shown2)))) continue;
      yield { provider: PROVIDERS[group] ?? group, token: match[0], offset: match.index };
    }
  }
}
var SIGNED_BY = /(?:X-Amz-Credential|AWSAccessKeyId)=$/i;
var SCOPE = /^(?:\/|%2F)\d{8}(?:\/|%2F)/i;
var PROVIDERS = {
  aws: "AWS access key",
  github: "GitHub token",
  githubFine: "GitHub token",
  gitlab: "GitLab token",
  slack: "Slack token",
  slackHook: "Slack webhook",
  stripe: "Stripe live key",
  google: "Google API key",
  googleSecret: "Google OAuth client secret",
  npm: "npm token",
  pypi: "PyPI token",
  openai: "OpenAI key",
  openaiProject: "OpenAI key",
  anthropic: "Anthropic key",
  sendgrid: "SendGrid key",
  huggingface: "Hugging Face token",
  digitalocean: "DigitalOcean token",
  shopify: "Shopify token"
};
var FORMS = [
  ["A(?:KI|SI)A", "(?<aws>[A-Z2-7]{16})(?![A-Za-z0-9])"],
  ["gh[opsur]_", "(?<github>[A-Za-z0-9]{36,})"],
  ["github_pat_", "(?<githubFine>[A-Za-z0-9]{22}_[A-Za-z0-9]{59})"],
  ["glpat-", "(?<gitlab>[\\w-]{20,})"],
  ["xox[abeoprs]-", "(?:\\d+-){1,3}(?<slack>[A-Za-z0-9]{24,})"],
  ["hooks\\.slack\\.com/services/", "T[A-Z0-9]{8,}/B[A-Z0-9]{8,}/(?<slackHook>[A-Za-z0-9]{24})"],
  ["[rs]k_live_", "(?<stripe>[A-Za-z0-9]{24,})"],
  ["AIza", "(?<google>[\\w-]{35})(?![\\w-])"],
  ["GOCSPX-", "(?<googleSecret>[\\w-]{28})(?![\\w-])"],
  ["npm_", "(?<npm>[A-Za-z0-9]{36})(?![A-Za-z0-9])"],
  ["pypi-AgEIcHlwaS5vcmc", "(?<pypi>[\\w-]{50,})"],
  ["sk-", "(?:[a-z]+-)?[\\w-]{20,}T3BlbkFJ(?<openai>[\\w-]{20,})"],
  ["sk-", "(?:proj|svcacct|admin)-(?<openaiProject>[\\w-]{40,})"],
  ["sk-ant-", "[a-z]+\\d\\d-(?<anthropic>[\\w-]{80,})"],
  ["SG\\.", "[\\w-]{22}\\.(?<sendgrid>[\\w-]{43})"],
  ["hf_", "(?<huggingface>[A-Za-z]{34})(?![A-Za-z0-9])"],
  ["do[opr]_v1_", "(?<digitalocean>[a-f0-9]{64})"],
  ["shp(?:at|ca|pa|ss)_", "(?<shopify>[a-fA-F0-9]{32})"]
];
var START = new RegExp([...new Set(FORMS.map(([start]) => start))].join("|"));
var whole;
function wholeForms() {
  return whole ??= new RegExp(FORMS.map(([start, rest]) => `(?:${start}${rest})`).join("|"), "g");
}
function isRandom(characters) {
  if (MADE_UP.test(characters)) return false;
  if (longestRunOf(characters) >= LONG_RUN) return false;
  if (characters.length >= 30 && !hasEveryClass(characters)) return false;
  return entropyOf(characters) >= Math.min(3, Math.log2(characters.length) - 1);
}
var DOCUMENTED = /* @__PURE__ */ new Set(["1ae5a61c", "ddf2cc46"]);
function longestRunOf(characters) {
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
var LONG_RUN = 5;
var MADE_UP = /test|fake|dummy|example|sample|placeholder|mock|invalid|redact|foobar|secret|token|password|your|xxxx|abcd|1234|0000|qwerty|deadbeef|changeme|notareal|(.)\1{3}|(.{3,8})\2{2}/i;
function hasEveryClass(characters) {
  if (/^[a-f0-9]+$/i.test(characters)) return /\d/.test(characters) && /[a-f]/i.test(characters);
  return /[A-Z]/.test(characters) && /[a-z]/.test(characters) && (/\d/.test(characters) || /^[A-Za-z]+$/.test(characters));
}
function entropyOf(characters) {
  const counts = /* @__PURE__ */ new Map();
  for (const character of characters) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count3 of counts.values())
    bits -= count3 / characters.length * Math.log2(count3 / characters.length);
  return bits;
}
function digestOf(token) {
  let digest = 2166136261;
  for (let index = 0; index < token.length; index++) {
    digest = Math.imul(digest ^ token.charCodeAt(index), 16777619) >>> 0;
  }
  return digest.toString(16);
}
function snakeCase(identifier2) {
  const { leading, core, trailing } = trimmed2(identifier2);
  return leading + wordsOf(core).join("_") + trailing;
}
function capWords(identifier2) {
  const { leading, core, trailing } = trimmed2(identifier2);
  const joined2 = core.replaceAll(/(?<=\p{Nd})_+(?=\p{Nd})/gu, "_").replaceAll(/(?:^|(?<!\p{Nd})_+|_+(?!\p{Nd}))(\P{Nd}?)/gu, (_, letter) => letter.toUpperCase());
  return leading + joined2 + trailing;
}
function proseWordsOf(text2) {
  const words = [];
  for (const written2 of text2.match(isAscii(text2) ? ASCII_WORD : WORD3) ?? []) {
    if (written2.includes("'") || written2.includes("\u2019")) words.push(written2.toLowerCase());
    else for (const word of wordsOf(written2)) words.push(word);
  }
  return words;
}
var WORD3 = /[\p{L}\p{N}_]+(?:['\u2019]\p{L}+)*/gu;
var ASCII_WORD = /\w+(?:'[A-Za-z]+)*/g;
function stemOf(word) {
  const known8 = stems.get(word);
  if (known8 !== void 0) return known8;
  const stem = stemmed(word);
  if (stems.size >= MOST_STEMS) stems.clear();
  stems.set(word, stem);
  return stem;
}
var stems = /* @__PURE__ */ new Map();
var MOST_STEMS = 2e4;
function stemmed(word) {
  const bare = word.length > 2 ? word.replace(/(?:ing|ed|es|s|e)$/, "") : word;
  return (bare.length < 2 ? word : bare).replace(/(.)\1$/, "$1").replace(/y$/, "i");
}
var integer2 = (defaults) => option("integer", defaults);
var texts = (defaults) => option("texts", defaults);
var flag2 = (defaults) => option("flag", defaults);
var table = (defaults) => option("table", defaults);
var vocabulary2 = () => option("vocabulary", { default: {}, description: "the new names by the old ones" });
function option(kind, defaults) {
  return {
    kind,
    default: defaults.default,
    review: defaults.review ?? defaults.default,
    description: defaults.description
  };
}
var camel_case_local_default = defineRule({
  id: "camel-case-local",
  family: "naming",
  summary: "a local variable in camel case in a module that writes snake case",
  why: `
PEP 8 has variables in snake case, and so has the module itself: one \`emptyCart\` among its neighbours looks like a
method of another library, and a search for \`empty_cart\` misses it.

What counts is the convention of the module, by the names of several words that its functions and their variables have.
Where there are five or more of them and at least 80 % are in snake case, its local variables in camel case are
reported. Parameters, attributes, functions, classes and the variables of the module never are: they are used from
elsewhere.

A function is put into snake case as a whole or left as it is: where one of its variables keeps its capitals, for one
of the reasons below or because it starts with one (\`CartModel\`), the others are not reported either. The fix renames
the variable, unless the new name is taken already.
`,
  spared: [
    "A module in which four or more variables are in camel case and, the functions aside, less than 80 % are in snake case: its variables have a convention of their own.",
    "A module without any variable or parameter of several words in snake case. That its tests are called `test_\u2026` shows no convention for variables.",
    "A module whose first lines say that it was copied, ported or adapted from elsewhere: it keeps the names of what it was copied from.",
    "A name that the module also has as an attribute (`model.fieldName`), as a keyword (`fieldName=fieldName`) or in a string, or that a comment of the function mentions: it follows something that is not the module's to name. So does a name with such a word in it, as `getHost_result` where something is called `getHost`.",
    "A name that a function of the module has as a parameter.",
    'An alias of an attribute: with its words (`noModifiers = Qt.NoModifier`), got by a string with its words (`getattr(shop, "_OrderLine")`), or with the beginning of its name (`orderLine = self.orderLine_patcher.start()`).',
    "A name that shares two neighbouring words with an attribute in the function, or with a variable of the module, that is in camel case: `gotResponseCode = request.responseCode`.",
    "Capitals that are letters of their own (`userID`, `pkgA`), one letter before a word (`pLab`, `nItems`), and derivatives (`dCdH`, `dWave_dt`).",
    "A name that ends in another variable of the function, as `dAu` beside `Au`, or in a symbol that is a variable anywhere in the module, as `centralMpq` with `Mpq`.",
    "A shorthand for an assertion method of the test case: `checkEqual = self.assertEqual`.",
    "What unittest itself writes in camel case: `longMessage`, `maxDiff`, `failureException`, and the variables of `suite()`, `load_tests()` and `additional_tests()`.",
    "A variable that functions share by `global` or `nonlocal`.",
    "A line that tells another linter that the name is meant: `# noqa`, `# noqa: N806`, `# pylint: disable=invalid-name`."
  ],
  nearest: "pep8-naming's and ruff's `N806` report every local variable that is not in lower case, whatever the module writes and whatever the name follows, and rename none.",
  limits: "Where the name is that of something outside which the module does not mention: a field of a protocol, a symbol of a paper. A comment in the function that mentions the name keeps the rule silent.",
  severity: { fast: "warning", review: "warning" },
  options: {
    "minimum-names": integer2({
      default: 5,
      description: "how many names of several words a module needs to show a convention"
    }),
    "minimum-share": integer2({
      default: 80,
      description: "the share of these names in snake case, in per cent, from which on it is the convention"
    })
  },
  examples: {
    bad: [
      `
def test_total_of_an_empty_cart(open_shop):
    emptyCart = open_shop.cart()
    first_total = emptyCart.total
    second_total = emptyCart.total
    assert first_total == second_total == 0

def test_total_of_a_full_cart(open_shop):
    full_cart = open_shop.cart("tea")
    assert full_cart.total == 4
`
    ],
    good: [
      `
def test_total_of_an_empty_cart(open_shop):
    empty_cart = open_shop.cart()
    assert empty_cart.total == 0

def test_widget_of_a_full_cart(open_shop):
    full_cart = open_shop.cart("tea")
    windowTitle = full_cart.widget.windowTitle()
    assert windowTitle == "1 item"
`
    ]
  },
  *check(module2, options2) {
    const locals = module2.bindings.bindings.filter(isLocal);
    const camel = locals.filter(({ name }) => CAMEL.test(name));
    if (camel.length === 0 || !writesSnakeCase(module2, locals, options2) || module2.isCopied()) return;
    const asked = new Set(camel.map(functionOf));
    const leaving = new Set(
      locals.filter((binding) => asked.has(functionOf(binding)) && staysMixed(module2, binding)).map(functionOf)
    );
    for (const binding of camel) {
      const {
        name,
        scope,
        definitions: [definition]
      } = binding;
      if (definition === void 0 || leaving.has(functionOf(binding))) continue;
      const renameTo = snakeCase(name);
      if (module2.bindings.lookup(scope, renameTo) === void 0) {
        yield {
          at: definition,
          message: `\`${name}\` is in camel case in a module of snake case; rename it \`${renameTo}\``,
          subject: name,
          isVocabulary: true,
          fix: { renameTo, evidence: "the case of the other names in the module" }
        };
      } else {
        yield {
          at: definition,
          message: `\`${name}\` is in camel case, and \`${renameTo}\` is another name here; tell the two apart`,
          subject: name,
          isVocabulary: true
        };
      }
    }
  }
});
var CAMEL = /^_*[a-z][a-z0-9]*[A-Z]/;
var CAP_WORDS = /^[A-Z][a-z0-9]+[A-Z]/;
var SNAKE2 = /^_*[a-z0-9]+(?:_+[a-z0-9]+)+_*$/;
function isLocal({ kind, scope }) {
  return kind === "local" && (scope.kind === "function" || scope.kind === "comprehension");
}
function writesSnakeCase({ bindings, definitions, model }, locals, limits) {
  const hooks = new Set(model.hooks);
  const functions = definitions.filter(
    (definition) => definition.kind === "function" && !hooks.has(definition)
  );
  const variables = new Set(locals.map(({ name }) => name));
  const names2 = [...locals, ...functions].map(({ name }) => name);
  return !isHabit([...variables], limits) && isSnakeCase(names2, limits) && hasSnakeCaseVariable(bindings);
}
var hasSnakeCaseVariable = ({ bindings }) => bindings.some(({ name, kind }) => (kind === "local" || kind === "parameter") && SNAKE2.test(name));
function isHabit(names2, limits) {
  const camel = names2.filter((name) => CAMEL.test(name)).length;
  return camel >= HABIT && !isSnakeCase(names2, limits);
}
var HABIT = 4;
function isSnakeCase(names2, limits) {
  const snake = names2.filter((name) => SNAKE2.test(name)).length;
  const isCamel = (name) => CAMEL.test(name) || CAP_WORDS.test(name);
  const camel = names2.filter((name) => isCamel(name) || /^test_.*[a-z][A-Z]/.test(name)).length;
  const count3 = snake + camel;
  return count3 >= limits["minimum-names"] && snake * 100 >= count3 * limits["minimum-share"];
}
function isExempt(module2, binding) {
  const { name, scope, definitions, declarations } = binding;
  if (isSymbol(name) || declarations.length > 0) return true;
  if (OPTIONS_OF_TEST_CASES.has(name) || definitions.some(({ node }) => isAcceptedOn(module2, node)))
    return true;
  if (module2.bindings.bindings.some((other) => other.kind === "parameter" && other.name === name))
    return true;
  const values = definitions.map(({ node }) => module2.valueGivenTo(node));
  if (values.some((value) => value !== void 0 && isShorthand(name, module2.textOf(value)))) return true;
  if (values.some((value) => value !== void 0 && isAliasOf(module2, name, value))) return true;
  const around = functionAround(scope).node;
  if (isSuite(module2, around)) return true;
  if (isInComment(module2, name, around) || sharesWords(module2, name, around)) return true;
  return hasSymbol(module2, scope, name) || symbolsIn(name).some((symbol) => module2.isMentioned(symbol, ROOT));
}
var isSuite = ({ definitions }, node) => definitions.some(
  (definition) => definition.node === node && /^(?:suite|additional_tests|load_tests)$/.test(definition.name)
);
var functionOf = ({ scope }) => functionAround(scope);
function staysMixed(module2, binding) {
  const { name } = binding;
  return /[a-z]/.test(name) && /[A-Z]/.test(name) && (!CAMEL.test(name) || isExempt(module2, binding));
}
var isShorthand = (name, value) => /^self\.assert\w*$/.test(value) || name.startsWith("assert") && /\bself\.assert\w/.test(value);
var LETTER_AND_WORD = /^[a-z][A-Z][a-z]+\d*$/;
var LETTERS = /^[a-z]\d*(?:[A-Z][a-z]?\d*)+$|^d\d?[A-Z][a-z]*\d*d[A-Z]\d*$/;
var isSymbol = (name) => !/[A-Z][a-z]/.test(name) || name.split("_").every((part) => !CAMEL.test(part) || LETTER_AND_WORD.test(part) || LETTERS.test(part));
function isAliasOf({ tree, textOf: textOf2 }, name, value) {
  const wordsIn3 = (text2) => wordsOf(text2).map(stemOf).join(" ");
  const isSame = (text2) => wordsIn3(text2) === wordsIn3(name);
  if (kindOf(tree, value) === Kind.attribute) return isSame(textOf2(childIn(tree, value, Field.attribute)));
  const isLonger = (attribute) => textOf2(childIn(tree, attribute, Field.attribute)).startsWith(name);
  if (Array.from(descendantsOf(tree, value, Kind.attribute)).some(isLonger)) return true;
  const isOwnSymbol = (content) => /[A-Z]/.test(textOf2(content)) && isSame(textOf2(content));
  return Array.from(descendantsOf(tree, value, Kind.string_content)).some(isOwnSymbol);
}
function sharesWords({ tree, textOf: textOf2, bindings }, name, around) {
  const attributes = Array.from(
    descendantsOf(tree, around, Kind.attribute),
    (attribute) => textOf2(childIn(tree, attribute, Field.attribute))
  );
  const globals = bindings.bindings.filter(({ scope }) => scope.kind === "module").map((one) => one.name);
  const pairs = new Set([...attributes, ...globals].filter((other) => CAMEL.test(other)).flatMap(pairsOf));
  return pairsOf(name).some((pair) => pairs.has(pair));
}
function pairsOf(name) {
  const words = wordsOf(name).map((word) => stemOf(word.toLowerCase()));
  return words.slice(1).map((word, index) => `${words[index] ?? ""} ${word}`);
}
function isInComment({ commentsIn: commentsIn2 }, name, root) {
  const word = new RegExp(`(?<!\\w)${name}(?!\\w)`);
  return commentsIn2(root).some(({ content }) => word.test(content));
}
function symbolsIn(name) {
  return [name, ...name.split("_").filter((word) => word !== name && CAMEL.test(word))];
}
function hasSymbol({ bindings }, scope, name) {
  const symbols = Array.from(name.matchAll(/[A-Z]/g), ({ index }) => name.slice(index));
  const isHere = (symbol) => {
    const found = scope.symbols.get(symbol)?.binding;
    return found?.scope === scope && found.kind === "local";
  };
  if (symbols.some(isHere)) return true;
  const letters = new Set(symbols.filter((symbol) => /^[A-Z][^aeiouyA-Z]*$/.test(symbol)));
  return letters.size > 0 && bindings.bindings.some((other) => isLocal(other) && letters.has(other.name));
}
var OPTIONS_OF_TEST_CASES = /* @__PURE__ */ new Set(["failureException", "longMessage", "maxDiff"]);
function isAcceptedOn(module2, definition) {
  const { line } = module2.positionAt(module2.spanOf(definition).start);
  return /#\s*noqa\b(?:(?!:)|.*\bN8\d\d\b)|#\s*pylint:.*\binvalid-name\b/i.test(module2.lineText(line));
}
var mixed_test_naming_default = defineRule({
  id: "mixed-test-naming",
  family: "naming",
  summary: "a few tests in camel case in a module whose tests are in snake case",
  advice: "name these tests in the case of the others",
  why: `
Names of tests are read in lists: in the output of a run, in a report of failures, after \`-k\`. One \`testRefund\`
among twenty \`test_refund_\u2026\` breaks the list, and a search for \`test_refund\` misses it.

What counts is the convention of the module itself. The rule reports the tests in camel case of a module with at least
four tests, where they are no more than about a third (34 %) of all. A module whose tests are mostly called
\`testRefund\`, as unittest's own once were, has a convention too. \`test_getUser_twice\` counts as snake case: its
capital belongs to the symbol under test.

The fix renames the test. It is unsafe, since the name is a part of the test's id.
`,
  spared: [
    "A test that overrides one of a base: it does nothing, which turns the inherited test off, or calls the inherited one.",
    "A test of a class with a base from another module, directly or through classes of its own module, unless the base is part of unittest or another test framework. The base may have the test, or do something with its name.",
    "A name that the module has a second time: as a method of another class, an attribute or a keyword, or in a string.",
    "A class with a convention of its own: three or more of its tests, and more than half, are in camel case.",
    "Five or more tests in camel case in a row in a class: they are a section with a convention of its own."
  ],
  nearest: "pep8-naming's and ruff's `N802` report every function that is not in lower case, overrides and `test_getUser` included, whatever the module's convention is; only names such as `setUp` are exempt.",
  limits: "Where another file calls the test by its name. The fix then renames nothing, and the finding is best suppressed.",
  severity: { fast: "error", review: "error" },
  options: {
    "minimum-tests": integer2({
      default: 4,
      description: "how many tests a module needs to show a convention"
    }),
    "maximum-share": integer2({
      default: 34,
      description: "the share of tests in camel case, in per cent, up to which it is the exception and not the convention"
    })
  },
  examples: {
    bad: [
      `
def test_adds_an_item(): ...
def test_removes_an_item(): ...
def test_empties_the_cart(): ...
def testRefund(): ...
`
    ],
    good: [
      `
def testAddsAnItem(): ...
def testRemovesAnItem(): ...
def testEmptiesTheCart(): ...
def testRefund(): ...
`,
      `
def test_adds_an_item(): ...
def test_removes_an_item(): ...
def test_getItem_of_an_empty_cart(): ...
def test_refund(): ...
`
    ]
  },
  *check(module2, options2) {
    const { model } = module2;
    const camel = model.tests.filter(({ name }) => CAMEL_TEST.test(name));
    const snake = model.tests.filter(({ name }) => name.startsWith("test_"));
    const count3 = camel.length + snake.length;
    if (model.tests.length < options2["minimum-tests"] || camel.length * 100 > count3 * options2["maximum-share"])
      return;
    for (const test of camel) {
      if (isOverride(module2, test) || isOfCamelClass(model.tests, test)) continue;
      if (isNamedElsewhere(module2, test) || hasForeignBase(module2, test.testClass?.definition)) continue;
      const { name, nameSpan } = test;
      const renameTo = snakeCase(name);
      yield {
        at: nameSpan,
        message: `\`${name}\` is in camel case among ${snake.length} tests in snake case; rename it \`${renameTo}\``,
        subject: name,
        fix: { renameTo, evidence: "the case of the other tests in the module", safe: false }
      };
    }
  }
});
function isOverride(module2, { name, testClass, statementCount, isEmpty, node }) {
  if (testClass?.mayInheritTests !== true) return false;
  return statementCount === 0 || isEmpty || module2.isMentioned(name, node);
}
function isNamedElsewhere({ definitions, isMentioned: isMentioned3 }, { name, definition }) {
  return definitions.some((one) => one !== definition && one.name === name) || isMentioned3(name, ROOT);
}
function hasForeignBase(module2, definition, seen = /* @__PURE__ */ new Set()) {
  if (definition === void 0 || seen.has(definition)) return false;
  const { definitions, imports } = module2;
  return definition.bases.some((base) => {
    const own = definitions.find((one) => one.kind === "class" && one.name === base);
    if (own !== void 0) return hasForeignBase(module2, own, /* @__PURE__ */ new Set([...seen, definition]));
    return base !== "object" && !FRAMEWORK.test(imports.originOf(base));
  });
}
var FRAMEWORK = /^(?:absl\.testing|aiounittest|asynctest|django\.test|flask_testing|rest_framework\.test|testtools|tornado\.testing|twisted\.trial|unittest2?|absltest)\./;
function isOfCamelClass(tests, test) {
  const { testClass } = test;
  if (testClass === void 0) return false;
  const neighbours = tests.filter((one) => one.testClass === testClass);
  const camel = neighbours.map(({ name }) => CAMEL_TEST.test(name));
  const count3 = camel.filter(Boolean).length;
  if (count3 >= OWN_CONVENTION && count3 * 2 > neighbours.length) return true;
  const at2 = neighbours.indexOf(test);
  const before = camel.lastIndexOf(false, at2) + 1;
  const after = camel.indexOf(false, at2);
  return (after === -1 ? camel.length : after) - before >= OWN_SECTION;
}
var OWN_CONVENTION = 3;
var OWN_SECTION = 5;
var CAMEL_TEST = /^test[A-Z][A-Za-z0-9]*$/;
var snake_case_class_default = defineRule({
  id: "snake-case-class",
  family: "naming",
  summary: "a class that is named like a function, in snake case",
  advice: "name classes in CapWords",
  why: `
\`fake_shop()\` reads as the call of a function. That it makes an object, with a type to look up, shows only where the
class stands. PEP 8 has classes in CapWords: \`FakeShop\`.

The rule looks at classes whose names have two or more words in small letters. The fix renames the class, unless the
new name is taken already. For a class of tests it is unsafe, since the name is a part of the tests' ids.
`,
  spared: [
    "A name that follows something else: the module has it as an attribute, as a keyword, in a string or in an import as well.",
    "The double of something imported, as `fake_shop`, `mock_shop`, `stub_shop` or `dummy_shop` of `import shop`.",
    "A stand-in for what may be missing: another branch imports the name or defines a function of it, as in `try: from shop import empty_cart`.",
    "A class whose decorator, metaclass or base may read the name, as ORMs, plugin registries and `ctypes` do. Classes of the module itself, pytest and the common modules of the standard library are known not to.",
    "A class that is used like a function, which may be named like one: a context manager, a descriptor, and what inherits from one in the module.",
    "A class called `test_\u2026` that is not collected: under the new name pytest would collect it."
  ],
  nearest: "pep8-naming's and ruff's `N801` report every class that is not in CapWords, `cart` and `Test_total` too, whatever the name follows, and rename none.",
  limits: "Where the name is that of something outside which the module does not mention: a structure of a C library, a type of a protocol. Suppress the finding.",
  severity: { fast: "off", review: "warning" },
  examples: {
    bad: [
      `
class fake_shop:
    is_open = True

def test_opening():
    assert fake_shop().is_open
`
    ],
    good: [
      `
class FakeShop:
    is_open = True

def test_opening():
    assert FakeShop().is_open
`,
      `
class opened_shop:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

def test_opening():
    with opened_shop() as shop:
        assert shop
`
    ]
  },
  *check(module2) {
    for (const definition of module2.definitions) {
      if (definition.kind !== "class" || !SNAKE3.test(definition.name)) continue;
      const { name, nameSpan: at2 } = definition;
      const binding = module2.bindings.bindingAt(at2.start);
      if (binding?.definitions[0]?.start !== at2.start || isExempt2(module2, definition, binding)) continue;
      const renameTo = capWords(name);
      if (module2.bindings.lookup(binding.scope, renameTo) === void 0) {
        const evidence = "classes are in CapWords (PEP 8)";
        const isTests = module2.model.classes.some((testClass) => testClass.definition === definition);
        yield {
          at: at2,
          message: `the class \`${name}\` is named like a function; rename it \`${renameTo}\``,
          subject: name,
          fix: { renameTo, evidence, ...isTests ? { safe: false } : {} }
        };
      } else {
        yield {
          at: at2,
          message: `the class \`${name}\` is named like a function, and \`${renameTo}\` is another name here; tell the two apart`,
          subject: name
        };
      }
    }
  }
});
var SNAKE3 = /^_*[a-z][a-z0-9]*(?:_+[a-z0-9]+)+_*$/;
function isExempt2(module2, definition, { definitions, scope }) {
  const { name } = definition;
  return definitions.some(({ start }) => !isClassNameAt(module2, start)) || /^_*tests?_/.test(name) && module2.model.classes.every((one) => one.definition !== definition) || ownClassesOf(module2, definition).some((one) => isUsedLikeFunction(module2, one)) || isDoubleOfImport(module2, name) || !module2.isPlainClass(definition) || module2.isImportedName(name) || module2.isMentioned(name, rootOf3(scope));
}
function ownClassesOf({ definitions }, start) {
  const classes = [start];
  for (const { bases: bases2 } of classes) {
    for (const definition of definitions) {
      const isBase = definition.kind === "class" && bases2.includes(definition.name);
      if (isBase && !classes.includes(definition)) classes.push(definition);
    }
  }
  return classes;
}
var isUsedLikeFunction = ({ definitions }, definition) => definitions.some((inner) => inner.enclosing === definition && LIKE_FUNCTIONS.has(inner.name));
function isDoubleOfImport({ isImportedName }, name) {
  const [, original] = /^_*(?:dummy|fake|mock|stub)_(\w+)$/.exec(name) ?? [];
  return original !== void 0 && (isImportedName(original) || isImportedName(`_${original}`));
}
var isClassNameAt = ({ definitions }, offset) => definitions.some(({ kind, nameSpan }) => kind === "class" && nameSpan.start === offset);
var LIKE_FUNCTIONS = /* @__PURE__ */ new Set(["__enter__", "__aenter__", "__get__", "__set_name__"]);
function rootOf3(scope) {
  let root = scope;
  while (root.parent !== void 0) root = root.parent;
  return root.node;
}
var copy_pasted_docstring_default = defineRule({
  id: "copy-pasted-docstring",
  family: "docstrings",
  summary: "a docstring that was copied from another test and describes that one; in the review, any that tests share",
  advice: "give each test a docstring of its own",
  why: `
A test is often made by copying its neighbour, and the docstring comes along. \`test_refund_twice\` then says
"Refunding an unpaid order fails", and a report of failures describes the wrong test.

The rule compares the tests of one class, or those outside of classes, whose docstrings have the same words. It reports
a docstring that speaks of the other test: it has more than half of the words that only the other test's name has, and
none of those that only its own test's name has.

The review reports every docstring that two tests share, without the exceptions below, since one sentence cannot tell
both apart.
`,
  spared: [
    'Words that tell nothing are not counted: those of up to three letters, numbers, and words such as "test", "method" or "value".',
    "Nor are words that the test itself has in a string, names of code that its body has as well, and dotted names such as `shop.core.read`: they are no sign of another test.",
    "Two forms of one word, such as `invoke` and `ainvoke`, count as the same.",
    "A test whose name has no word of its own, such as `test_refund` beside `test_refund_order_unpaid`, unless the docstring has all words that the other name adds."
  ],
  limits: "Where two tests differ only in how they get to the same thing, and the docstring says what is the same. Suppress the finding, or add what is different.",
  severity: { fast: "warning", review: "warning" },
  options: {
    "every-copy": flag2({
      default: false,
      review: true,
      description: "whether a docstring that several tests share counts even when it does not describe one of them better"
    })
  },
  examples: {
    bad: [
      `
def test_refund_of_an_unpaid_order(shop):
    """Refunding an unpaid order fails."""
    assert not shop.order().refund()

def test_refund_twice(shop):
    """Refunding an unpaid order fails."""
    order = shop.order(paid=True)
    assert order.refund() and not order.refund()
`
    ],
    good: [
      `
def test_refund_of_an_unpaid_order(shop):
    """Refunding an unpaid order fails."""
    assert not shop.order().refund()

def test_refund_twice(shop):
    """A second refund fails."""
    order = shop.order(paid=True)
    assert order.refund() and not order.refund()
`
    ]
  },
  *check(module2, options2) {
    for (const copies of copiesIn(module2)) {
      const [first] = copies;
      const text2 = first?.docstring.text ?? "";
      const said = saidBy(text2);
      const original = copies.toSorted((one, other) => saidOf(other, said) - saidOf(one, said))[0];
      for (const copy of copies) {
        if (copy === original || original === void 0 || copy.test.name === original.test.name) continue;
        const theirs = wordsOnlyOf(original, copy);
        const own = wordsOnlyOf(copy, original);
        const saidOfOthers = saidBy(withoutNamesIn(bodyOf(module2, copy), text2));
        const ownTexts = textsOf(module2, copy);
        const words = theirs.filter((word) => saidOfOthers.has(stemOf(word)) && !ownTexts.has(stemOf(word)));
        const isOfOther = words.length * 2 > theirs.length && (own.length > 0 || words.length === theirs.length);
        const isStale = isOfOther && !own.some((word) => said.has(stemOf(word)));
        if (!isStale && !options2["every-copy"]) continue;
        yield {
          at: copy.docstring.span,
          message: isStale ? `docstring is that of \`${original.test.name}\` and speaks of ${quoted2(words)}; describe this test` : `docstring is also that of \`${original.test.name}\`; say what is different here`,
          subject: copy.test.name
        };
      }
    }
  }
});
function copiesIn({ docstrings, model }) {
  const byDefinition = new Map(docstrings.map((docstring) => [docstring.definition, docstring]));
  const groups2 = /* @__PURE__ */ new Map();
  for (const test of model.tests) {
    const docstring = byDefinition.get(test.definition);
    if (docstring === void 0) continue;
    const { enclosing } = test.definition;
    const scope = groups2.get(enclosing) ?? /* @__PURE__ */ new Map();
    groups2.set(enclosing, scope);
    const gaps = isAscii(docstring.text) ? ASCII_GAPS : GAPS;
    const text2 = docstring.text.toLowerCase().replace(gaps, " ").trim();
    const copies = scope.get(text2);
    if (copies === void 0) scope.set(text2, [{ test, docstring }]);
    else copies.push({ test, docstring });
  }
  return [...groups2.values()].flatMap(
    (scope) => [...scope].flatMap(([text2, copies]) => text2 === "" || copies.length < 2 ? [] : [copies.map(withWords)])
  );
}
var GAPS = /[^\p{L}\p{N}_+#]+/gu;
var ASCII_GAPS = /[^a-z0-9_+#]+/g;
function withWords({ test, docstring }) {
  const words = wordsOf(test.name).map((word) => word.replace(/\d+$/, "")).filter((word) => word.length > SHORTEST2 && !WEIGHTLESS.has(word));
  return { test, docstring, words };
}
var saidBy = (text2) => new Set(proseWordsOf(text2).map(stemOf));
var SHORTEST2 = 3;
function textsOf({ nodesBelow: nodesBelow2, textOf: textOf2, spanOf: spanOf2 }, { test, docstring }) {
  const contents = Array.from(nodesBelow2(Kind.string_content, test.node)).filter(
    (content) => spanOf2(content).start > docstring.span.end
  );
  return new Set(contents.flatMap((content) => proseWordsOf(textOf2(content)).map(stemOf)));
}
var bodyOf = ({ text: text2, spanOf: spanOf2 }, { test, docstring }) => text2.slice(docstring.span.end, spanOf2(test.node).end);
var withoutNamesIn = (body, docstring) => docstring.replaceAll(DOTTED, " ").replaceAll(NAME_OF_CODE, (name) => body.includes(name) ? " " : name);
var DOTTED = /(?<![\w.])[A-Za-z]\w*(?:\.[A-Za-z]\w*)+/g;
var NAME_OF_CODE = /(?<!\w)(?:\w+_\w+|[A-Za-z]*[a-z][A-Z]\w*)/g;
var saidOf = ({ words }, said) => words.filter((word) => said.has(stemOf(word))).length;
function wordsOnlyOf(one, other) {
  const others = new Set(other.words.map(stemOf));
  return one.words.filter((word) => !others.has(stemOf(word)) && !isOtherForm(word, other));
}
var isOtherForm = (word, { words }) => words.some((other) => other.slice(1) === word || word.slice(1) === other);
function quoted2(words) {
  const texts2 = words.map((word) => `\`${word}\``);
  return texts2.length < 2 ? texts2.join("") : `${texts2.slice(0, -1).join(", ")} and ${texts2.at(-1) ?? ""}`;
}
var WEIGHTLESS = new Set(
  "test tests a an the of to in on for is are and or with by from as at via when if that this it be not no call calls class file files function functions method methods module object value values".split(" ")
);
var missing_docstring_default = defineRule({
  id: "missing-docstring",
  family: "docstrings",
  summary: "a test without a docstring among tests that have one; in the review, any test, fixture or helper",
  why: `
Whether tests need docstrings is for a project to say; many name their tests well and need none. But where nearly all
tests of a module have one, they are read as a list of what holds, and the test without one is a gap in it. So the rule
asks the module: it reports a test without a docstring only where at least five tests, and 80 % of all, have one.

The review has another purpose. It names every test, fixture and helper without a docstring, all of a module in one
finding with their number. Helpers are the other functions of the module and methods of its classes.
`,
  spared: [
    "Methods that Python calls by itself, such as `__init__`, and the hooks of a framework, such as `setUp`.",
    "Overloads, and the setters and deleters of properties.",
    "Functions inside functions, classes, and the module itself.",
    "Tests with a decorator that reads the docstring as input, such as `@parser.parse_doc()`: they do not count, in `fast`."
  ],
  nearest: "pydocstyle's and ruff's `D102` and `D103` demand a docstring for every public method and function, whatever the module's convention is.",
  limits: "Where the names of the tests say all that there is to say. Then none of them needs a docstring, and the rule may be turned off.",
  severity: { fast: "warning", review: "warning" },
  options: {
    "minimum-share": integer2({
      default: 80,
      description: "the share of tests with a docstring, in per cent, from which on those without one are reported"
    }),
    "minimum-docstrings": integer2({
      default: 5,
      description: "how many tests of a module need a docstring for it to be a convention"
    }),
    "every-definition": flag2({
      default: false,
      review: true,
      description: "whether all tests, fixtures and helpers are to have a docstring; one finding a module then counts those without"
    })
  },
  examples: {
    bad: [
      `
def test_empty_cart(cart):
    """An empty cart costs nothing."""
    assert cart.total == 0

def test_tea(cart):
    """Tea costs four."""
    assert cart.add("tea").total == 4

def test_cake(cart):
    """Cake costs three."""
    assert cart.add("cake").total == 3

def test_tea_and_cake(cart):
    """Prices add up."""
    assert cart.add("tea").add("cake").total == 7

def test_wrapping(cart):
    """Wrapping is free."""
    assert cart.add("tea").wrap().total == 4

def test_milk(cart):
    assert cart.add("milk").total == 1
`
    ],
    good: [
      `
def test_empty_cart(cart):
    """An empty cart costs nothing."""
    assert cart.total == 0
`
    ]
  },
  *check(module2, options2) {
    const documented2 = new Set(module2.docstrings.map(({ definition }) => definition));
    if (options2["every-definition"]) {
      yield* missingIn(module2, documented2);
      return;
    }
    const tests = module2.model.tests.filter(({ definition }) => !isDocstringRead(definition));
    const missing2 = tests.filter(({ definition }) => !documented2.has(definition));
    const count3 = tests.length - missing2.length;
    if (count3 < options2["minimum-docstrings"] || count3 * 100 < tests.length * options2["minimum-share"])
      return;
    for (const { name, nameSpan } of missing2) {
      yield {
        at: nameSpan,
        message: `\`${name}\` has no docstring; ${count3} of the module's ${tests.length} tests have one`,
        subject: name
      };
    }
  }
});
var isDocstringRead = ({ decorators }) => decorators.some(({ name }) => /(?:^|[._])doc(?:string)?s?$/i.test(name));
function* missingIn({ model, positionAt: positionAt2 }, documented2) {
  const isMissing = (definition) => !documented2.has(definition);
  const tests = model.tests.map(({ definition }) => definition).filter(isMissing);
  const fixtures = model.fixtures.map(({ definition }) => definition).filter(isMissing);
  const helpers = model.helpers.filter(isMissing).filter(isHelper);
  const missing2 = tests.length + fixtures.length + helpers.length;
  if (missing2 === 0) return;
  const isAll = tests.length === model.tests.length && tests.length > 1;
  const kinds = [
    isAll ? allOf(tests.length) : counted(positionAt2, tests, "test"),
    counted(positionAt2, fixtures, "fixture"),
    counted(positionAt2, helpers, "helper")
  ];
  yield {
    // The module is what lacks them; a definition that gets its docstring leaves the finding where it is.
    at: { start: 0, end: 0 },
    message: `${enumerated(kinds.filter((kind) => kind !== ""))} ${missing2 === 1 ? "lacks" : "lack"} a docstring`,
    measure: missing2
  };
}
var allOf = (tests) => tests === 2 ? "both tests" : `all ${tests} tests`;
function counted(positionAt2, definitions, noun) {
  if (definitions.length === 0) return "";
  const lines = definitions.map(({ nameSpan }) => positionAt2(nameSpan.start).line).toSorted((a, b) => a - b);
  return `${definitions.length} ${noun}${definitions.length === 1 ? "" : "s"} (${listed(lines.map(String))})`;
}
function listed(lines) {
  if (lines.length <= MOST_LINES) return `${lines.length === 1 ? "line" : "lines"} ${enumerated(lines)}`;
  return `lines ${enumerated([...lines.slice(0, MOST_LINES - 1), `${lines.length - MOST_LINES + 1} more`])}`;
}
var enumerated = (items) => items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
var isHelper = ({ name, decorators }) => !/^__\w+__$/.test(name) && !decorators.some((decorator) => /(?:^|\.)(?:overload|setter|deleter)$/.test(decorator.name));
var MOST_LINES = 8;
var skip_without_reason_default = defineRule({
  id: "skip-without-reason",
  family: "docstrings",
  summary: "a test that is skipped and does not say why",
  why: `
A skipped test is a promise to come back. A run reports the reason with the skip (\`pytest -rs\`,
\`python -m unittest -v\`), and whoever reads it can tell whether it still holds. Without one, nobody dares to remove
the skip, and the test is lost.

The rule knows what skips in pytest and unittest, under whatever name it is imported: \`pytest.mark.skip\`,
\`pytest.skip()\`, \`unittest.skip\`, \`skipIf\`, \`skipUnless\`, \`self.skipTest()\` and \`SkipTest\`. An empty reason
is none.
`,
  spared: [
    "A skip with a comment, which has given the reason, though to fewer readers: at the end of its line, directly above or below it, above the function or the `if`, `try` or other block around it, or at the start of the test that a decorator skips. A comment for a tool, such as `# noqa`, does not count.",
    'A skip where the docstring of the test or function says why, with a word such as "only", "because", "requires", "until" or "broken".',
    "A skip without arguments in the block of an `if` whose condition asks what is installed, available, enabled or supported, or for the platform or a version: the condition says when, and why.",
    "`pytest.mark.skipif`, for which pytest reports the condition or demands a reason itself.",
    "A skip that may get its reason in another way: from unpacked arguments, or as a text under another keyword.",
    "A class inside a function: it is an example for a test of a runner."
  ],
  limits: "Where the name of the test has said why, or one comment stands above several skipped tests. Give the reason to each skip, or suppress the finding.",
  severity: { fast: "warning", review: "warning" },
  examples: {
    bad: [
      `
import pytest

@pytest.mark.skip
def test_refund(cart):
    assert cart.refund()
`,
      `
import unittest

class CartTest(unittest.TestCase):
    def test_refund(self):
        self.skipTest("")
`
    ],
    good: [
      `
import pytest

@pytest.mark.skip(reason="the bank's sandbox refunds nothing")
def test_refund(cart):
    assert cart.refund()
`,
      `
import pytest

# The bank's sandbox refunds nothing.
@pytest.mark.skip
def test_refund(cart):
    assert cart.refund()
`
    ]
  },
  *check({ skips, isExplainedSkip: isExplainedSkip2, isConditionalSkip: isConditionalSkip2, definitionAt: definitionAt2, docstrings, spanOf: spanOf2 }) {
    for (const skip of skips) {
      const { node, name, hasReason } = skip;
      if (hasReason || isExplainedSkip2(skip) || isConditionalSkip2(skip)) continue;
      const definition = definitionAt2(spanOf2(node).start);
      if (isExample(definition)) continue;
      const docstring = docstrings.find((one) => one.definition === definition);
      if (definition !== void 0 && REASON2.test(docstring?.text ?? "")) continue;
      yield {
        at: spanOf2(node),
        message: `\`${name}\` gives no reason; say why, and until when`,
        subject: name
      };
    }
  }
});
var REASON2 = /\b(?:skip\w*|only|because|since|requir\w*|needs?|until|unless|broken|flaky|slow|disabled?|fails?|(?:un|not )supported)\b/i;
function isExample(definition) {
  for (let inner = definition; inner !== void 0; inner = inner.enclosing)
    if (inner.kind === "class" && inner.enclosing?.kind === "function") return true;
  return false;
}
function isExampleOfDocstring({ text: text2, isStub: isStub2 }, definition) {
  if (definition.kind !== "function" || !(isInFunction2(definition) || isStub2(definition))) return false;
  return READS_DOCSTRINGS.test(text2);
}
var READS_DOCSTRINGS = /__doc__|getdoc\b|docstring|numpydoc|docscrape/i;
function isInFunction2({ enclosing }) {
  return enclosing !== void 0 && (enclosing.kind === "function" || isInFunction2(enclosing));
}
function documentedParametersOf(docstring) {
  if (!MAY_DESCRIBE.test(docstring.text)) return [];
  const lines = linesOf(docstring);
  return [...fieldParametersOf(docstring, lines), ...googleParametersOf(lines), ...numpyParametersOf(lines)];
}
var MAY_DESCRIBE = /:(?:param|arg|key)|@(?:param|keyword)|Args|Arguments|Parameters/;
var FIELD = /^[ \t]*(?<head>:(?:param|parameter|arg|argument|key|keyword)[ \t]+(?<typed>[^:\n]*?[ \t])??|@(?:param|keyword)[ \t]+)(?<name>\\?\*{0,2}[^\W\d]\w*)[ \t]*:/gmu;
function fieldParametersOf({ text: text2, start }, lines) {
  if (!text2.includes(":")) return [];
  return Array.from(text2.matchAll(FIELD), (match) => {
    const { name = "", typed = "" } = match.groups ?? {};
    const offset = start + match.index + match[0].lastIndexOf(name);
    const first = lines.findLastIndex((line) => line.start <= offset);
    const entry = { first, last: endOfField(lines, first, name), heading: void 0, isShared: false };
    return documented(name, offset, entry, typed.trim());
  });
}
function endOfField(lines, first, name) {
  const last = lastOf(lines, first, indentedBelow(lines, first + 1, lines[first]?.indent ?? 0).length);
  const [, typed] = /^\s*[:@]type\s+([^\s:]+)\s*:/.exec(lines[last + 1]?.text ?? "") ?? [];
  return typed === name ? endOfField(lines, last + 1, "") : last;
}
function lastOf(lines, first, below2) {
  return lines.findLastIndex((line, index) => index <= first + below2 && line.text !== "");
}
var GOOGLE_SECTION = /^\s*(?:Args|Arguments|Keyword Args|Keyword Arguments|Other Parameters):$/;
var GOOGLE_ENTRY = /^\s*(?<name>\\?\*{0,2}[^\W\d]\w*)\s*(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?:(?:\s|$)/u;
function googleParametersOf(lines) {
  return lines.flatMap((line, index) => {
    if (!GOOGLE_SECTION.test(line.text) || isInLiteralBlock(lines, index)) return [];
    const section = indentedBelow(lines, index + 1, line.indent);
    const indent = section.find((entry) => entry.indent !== Infinity)?.indent;
    return section.flatMap((entry, place) => {
      if (entry.indent !== indent) return [];
      const name = GOOGLE_ENTRY.exec(entry.text)?.groups?.["name"];
      if (name === void 0) return [];
      const first = index + 1 + place;
      const last = lastOf(lines, first, indentedBelow(lines, first + 1, indent).length);
      return [documented(name, entry.start + entry.indent, { first, last, heading: index, isShared: false })];
    });
  });
}
function isInLiteralBlock(lines, index) {
  let indent = lines[index]?.indent ?? 0;
  for (let at2 = index - 1; at2 >= 0 && indent > 0; at2--) {
    const line = lines[at2];
    if (line === void 0 || line.text.trim() === "" || line.indent >= indent) continue;
    if (/::$|^\s*\.\. (?:code|code-block|sourcecode|highlight)::/.test(line.text)) return true;
    indent = line.indent;
  }
  return false;
}
var NUMPY_SECTION = /^\s*(?:Parameters|Other Parameters)$/;
var NUMPY_ENTRY = /^\s*(?<names>\\?\*{0,2}[^\W\d]\w*(?:\s*,\s*\\?\*{0,2}[^\W\d]\w*)*)(?:\s*:(?:\s|$).*)?$/u;
function numpyParametersOf(lines) {
  return lines.flatMap((line, index) => {
    if (!NUMPY_SECTION.test(line.text) || !isUnderlined(lines, index)) return [];
    const entries = [];
    for (let at2 = index + 2; at2 < lines.length && !isUnderlined(lines, at2); at2++) {
      const entry = lines[at2];
      if (entry === void 0 || entry.indent < line.indent) break;
      const names2 = entry.indent === line.indent ? NUMPY_ENTRY.exec(entry.text)?.groups?.["names"] : void 0;
      if (names2 === void 0) continue;
      const last = lastOf(lines, at2, indentedBelow(lines, at2 + 1, entry.indent).length);
      const place = { first: at2, last, heading: index, isShared: names2.includes(",") };
      for (const { 0: name, index: column } of names2.matchAll(/\\?\*{0,2}[^\W\d]\w*/gu)) {
        entries.push(documented(name, entry.start + entry.indent + column, place));
      }
    }
    return entries;
  });
}
function documented(written2, offset, entry, typed = "") {
  const name = written2.replace(/^\\?\**/, "");
  const start = offset + written2.length - name.length;
  return { name, span: { start, end: start + name.length }, typed, entry };
}
function stretchesOf(docstring, parameters) {
  const lines = linesOf(docstring);
  const all = documentedParametersOf(docstring);
  const stretches = [];
  for (const by of parameters.filter(({ entry }) => !entry.isShared)) {
    const { first, last, heading } = by.entry;
    const previous = stretches.at(-1);
    const isNext = previous !== void 0 && lines.slice(previous.last + 1, first).every(({ text: text2 }) => text2 === "");
    if (isNext) previous.last = last;
    else
      stretches.push({
        by,
        first: emptiesSection(all, parameters, heading) ? heading ?? first : first,
        last
      });
  }
  return new Map(
    stretches.map(({ by, first, last }) => {
      const [start, end] = [lines[first], lines[last]];
      return [
        by,
        {
          start: (start?.start ?? 0) + (start?.indent ?? 0),
          end: (end?.start ?? 0) + (end?.text.length ?? 0)
        }
      ];
    })
  );
}
function emptiesSection(all, gone, heading) {
  const names2 = new Set(gone.map(({ name }) => name));
  const section = all.filter(({ entry }) => entry.heading === heading);
  return heading !== void 0 && section.every(({ name, entry }) => names2.has(name) && !entry.isShared);
}
var stale_docstring_param_default = defineRule({
  id: "stale-docstring-param",
  family: "docstrings",
  summary: "a docstring that describes a parameter which the function does not have",
  advice: "describe the parameters that the function takes",
  why: `
A docstring that describes a parameter which the signature does not have is left over from a rename or a deletion.
Whoever believes it passes an argument that does not exist.

The rule understands the fields of Sphinx (\`:param size:\`) and epytext (\`@param size:\`) and the sections of Google
(\`Args:\`) and numpy (\`Parameters\` with a line of dashes) in the docstrings of functions. The message says what to
do: to remove the description, or which parameter it may have been meant for. A parameter that the docstring leaves out
is no finding.

The fix removes the lines. It is unsafe, since what they say may hold of something else. There is none where the name
may have been meant for a parameter that is not described, where an entry describes several parameters
(\`owner, size : str\`) or where nothing else is in the docstring.
`,
  spared: [
    "A function that takes `*args` or `**kwargs`: it may describe what goes through them.",
    "The names `args`, `kwargs`, `kwds` and `kw`, which stand for all the parameters that are not listed.",
    "What a function inside the function takes: a factory may describe the function that it returns.",
    "In a fixture, what a function of the module takes that the fixture uses and may give to tests. A fixture that describes none of its own parameters describes what it gives.",
    'A name in a string of a decorator, such as a fixture in `usefixtures("shop")`.',
    "The sections of code that the docstring shows, below `::` or a directive such as `.. code-block::`.",
    "The docstring of a class, which may describe what its constructor takes.",
    "In a module about docstrings (it mentions `__doc__`, `getdoc` and the like), those of functions that stand inside another one or do nothing: they are its examples."
  ],
  nearest: "ruff's `DOC102` reports the same from sections of Google and numpy only, and takes headings of other formats, such as OpenAPI, for such sections; pydoclint's `DOC102` and `DOC103` read the one style that they are set to.",
  limits: "Where the docstring is read by a tool that gives its fields another meaning, such as the parameters of a web request. Turn the rule off for these files.",
  severity: { fast: "error", review: "error" },
  examples: {
    bad: [
      `
def make_cart(owner, currency):
    """Makes a cart.

    :param user: who owns it
    :param currency: what it is paid in
    """
    return Cart(owner, currency)
`
    ],
    good: [
      `
def make_cart(owner, currency):
    """Makes a cart.

    :param owner: who owns it
    """
    return Cart(owner, currency)
`
    ]
  },
  *check(module2) {
    const { docstrings, definitionsIn, docstringRemoval: docstringRemoval2 } = module2;
    for (const docstring of docstrings) {
      const { definition } = docstring;
      if (definition?.kind !== "function" || isVariadic(definition)) continue;
      const described2 = documentedParametersOf(docstring).filter(({ name }) => !REST.has(name));
      if (described2.length === 0 || isExampleOfDocstring(module2, definition)) continue;
      const taken = parametersOf2(definition);
      const inner = [...definitionsIn(definition), ...givenBy(module2, definition)].flatMap(parametersOf2);
      const known8 = /* @__PURE__ */ new Set([...taken, ...inner, ...namesInDecorators(module2, definition)]);
      const unknown = described2.filter(({ name }) => !known8.has(name));
      if (unknown.length === described2.length && isFixture(module2, definition)) continue;
      const undescribed = taken.filter(
        (name) => !described2.some((parameter) => parameter.name === name) && !opensLine(docstring, name)
      );
      const documented2 = { described: described2, unknown, taken, undescribed };
      const meantFor = new Map(
        unknown.map((parameter) => [parameter, meantBy(parameter, documented2)])
      );
      const stretches = stretchesOf(
        docstring,
        unknown.filter((parameter) => meantFor.get(parameter) === void 0)
      );
      for (const parameter of unknown) {
        const { name, span } = parameter;
        const meant2 = meantFor.get(parameter);
        const stretch = stretches.get(parameter);
        const removal = stretch && docstringRemoval2(docstring, stretch);
        yield {
          at: span,
          message: `docstring describes \`${name}\`, which \`${definition.name}\` does not take; ${adviceFor(meant2, parameter)}`,
          subject: name,
          ...removal && {
            fix: { edits: [removal], safe: false, title: "remove it from the docstring" }
          }
        };
      }
    }
  }
});
var namesInDecorators = ({ tree, textOf: textOf2 }, { decorators }) => decorators.flatMap(
  ({ node }) => Array.from(descendantsOf(tree, node, Kind.string_content)).flatMap(
    (content) => textOf2(content).split(/[\s,]+/)
  )
);
function givenBy(module2, definition) {
  const { definitions, namesFromElsewhere: namesFromElsewhere2 } = module2;
  if (!isFixture(module2, definition)) return [];
  const named2 = namesFromElsewhere2(definition.node);
  return definitions.filter(
    (one) => one !== definition && (named2.has(one.name) || one.enclosing?.kind === "function" && named2.has(one.enclosing.name))
  );
}
var isFixture = ({ model }, definition) => model.fixtures.some((fixture) => fixture.definition === definition);
var opensLine = ({ text: text2 }, name) => new RegExp(`^[ \\t]*\\*{0,2}${name}[ \\t]*[(:]`, "m").test(text2);
function meantBy(parameter, documented2) {
  const { name, typed } = parameter;
  const { undescribed, unknown } = documented2;
  if (undescribed.includes(typed)) return { name: typed, by: "order" };
  const joined2 = name.trim().replace(/\s+/g, "_");
  const alike = undescribed.includes(joined2) ? joined2 : nearest(name, undescribed);
  if (alike !== void 0) return { name: alike, by: "spelling" };
  const left = unknown.length === 1 ? onlyOne(undescribed) : void 0;
  const found = left ?? inPlaceOf(parameter, documented2);
  return found === void 0 ? void 0 : { name: found, by: "place" };
}
function inPlaceOf(parameter, { described: described2, taken, undescribed }) {
  const at2 = described2.indexOf(parameter);
  const [before, after] = [described2[at2 - 1], described2[at2 + 1]].map((one) => taken.indexOf(one?.name ?? ""));
  if (before === void 0 || before === -1) return void 0;
  if (after === void 0 || after === -1 && at2 + 1 < described2.length) return void 0;
  const between = taken.slice(before + 1, after === -1 ? taken.length : after);
  return onlyOne(between.filter((name) => undescribed.includes(name)));
}
function adviceFor(meant2, { name }) {
  switch (meant2?.by) {
    case void 0:
      return "remove it";
    case "order":
      return `write \`${name} ${meant2.name}\`, the type first`;
    case "spelling":
      return `rename it \`${meant2.name}\``;
    case "place":
      return `describe \`${meant2.name}\` instead`;
  }
}
var REST = /* @__PURE__ */ new Set(["args", "kwargs", "kwds", "kw"]);
var isVariadic = ({ parameters }) => parameters.some(({ kind }) => kind === "var-positional" || kind === "var-keyword");
var parametersOf2 = (definition) => definition.kind === "function" ? definition.parameters.map(({ name }) => name) : [];
function onlyOne(parameters) {
  const [only, ...others] = parameters.filter((name) => name !== "self" && name !== "cls");
  return others.length === 0 ? only : void 0;
}
var stale_docstring_return_default = defineRule({
  id: "stale-docstring-return",
  family: "docstrings",
  summary: "a docstring that describes a return value of a function that returns none",
  why: `
A docstring that says what a function returns, when it returns nothing, is left over from an earlier version or from
the function that it was copied from. Whoever believes it gets \`None\`.

The rule understands the fields of Sphinx (\`:return:\`, \`:returns:\`) and epytext (\`@return:\`, \`@returns:\`) and
the sections of Google (\`Returns:\`) and numpy (\`Returns\` with a line of dashes). A \`return\` with a value or a
\`yield\` counts in the function itself, not in one inside it. The fix removes the description, unless nothing else is
in the docstring.
`,
  spared: [
    "A description that speaks of `None` or of nothing, one that is left empty as editors leave it, and one beside `:rtype: None`.",
    "A function that only stands for another one: it is abstract, an overload, does nothing or always raises.",
    "A function with a decorator that may return something in its place. Those of pytest, unittest, `mock`, hypothesis, ddt and parameterized, `staticmethod`, `classmethod`, `property` and `override` are known not to.",
    "In a module about docstrings (it mentions `__doc__`, `getdoc` and the like), those of functions that stand inside another one: they are its examples."
  ],
  nearest: "ruff's `DOC202` reports the same from sections of Google and numpy only; pydoclint's `DOC202` reads the one style that it is set to.",
  limits: "Where something that the rule does not look into makes the function return a value: a decorator of its class, or a replacement at run time. Suppress the finding.",
  severity: { fast: "error", review: "error" },
  examples: {
    bad: [
      `
def fill(cart):
    """Fills a cart.

    :return: the cart
    """
    cart.add("tea")
`
    ],
    good: [
      `
def fill(cart):
    """Fills a cart.

    :return: the cart
    """
    cart.add("tea")
    return cart
`,
      `
def fill(cart):
    """Fills a cart.

    :return: None
    """
    cart.add("tea")
`
    ]
  },
  *check(module2) {
    const { docstrings, docstringRemoval: docstringRemoval2, givesValue: givesValue2, isStub: isStub2 } = module2;
    for (const docstring of docstrings) {
      const { definition } = docstring;
      if (definition?.kind !== "function") continue;
      const described2 = documentedReturnOf(docstring);
      if (described2 === void 0 || !/\w/.test(described2.text) || NOTHING.test(described2.text)) continue;
      if (/:rtype:\W*None\b/.test(docstring.text)) continue;
      if (givesValue2(definition) || isStub2(definition) || isReplaced2(definition)) continue;
      if (isExampleOfDocstring(module2, definition)) continue;
      const removal = docstringRemoval2(docstring, described2.span);
      yield {
        at: described2.head,
        message: `docstring describes what \`${definition.name}\` returns, and it returns nothing; remove it`,
        ...removal && {
          fix: { edits: [removal], safe: false, title: "remove it from the docstring" }
        }
      };
    }
  }
});
function isReplaced2({ decorators }) {
  return !decorators.every(({ name }) => KEEPS_RESULT.test(name));
}
var KEEPS_RESULT = /^(?:(?:pytest|unittest|mock|patch|ddt|parameterized|hypothesis)(?:\.\w+)*|\w+\.patch(?:\.\w+)*|fixture|given|staticmethod|classmethod|property|override)$/;
var NOTHING = /\b(?:none|nothing|void|n\/a|no (?:return|value)|not? return)/i;
var isVerb = (word) => VERBS.has(word) || word.endsWith("ing") && VERB_STEMS.has(stemOf(word));
var VERBS = new Set(
  `
    activate add append apply assert assign attach authenticate award begin build call cancel check clean clear click
    close collect commit compare compute configure confirm connect construct convert copy count create deactivate
    decode decrease define delete deploy deserialize detach disable disconnect download drop dump enable encode ensure
    evaluate execute expect export extract fetch fill filter finalize find flush format generate get import increase
    increment init initialise initialize insert instantiate invoke iterate join launch list load lock log login logout
    loop make mark merge mock modify monkeypatch move open parse patch perform plot populate post prepare print process
    publish pull push put query raise read refresh register reload remove rename render replace request reset resolve
    restart restore retrieve return revert revoke run save schedule search select send serialize set setup show
    shutdown simulate sleep sort spawn split start stop store stub submit subscribe switch sync terminate test toggle
    trigger truncate unlock unregister unsubscribe update upgrade upload validate verify visit wait wrap write`.trim().split(/\s+/)
);
var VERB_STEMS = new Set(Array.from(VERBS, stemOf));
function saidBy2({ tree }, statement, end, withStrings, leftOut) {
  const said = /* @__PURE__ */ new Set();
  for (let node = statement; node < end; node++) {
    const kind = kindOf(tree, node);
    if (kind === leftOut) node = afterOf(tree, node) - 1;
    else if (kind === Kind.identifier) for (const word of wordsOf(textOf(tree, node))) said.add(stemOf(word));
    else if (kind === Kind.integer || kind === Kind.float) said.add(textOf(tree, node));
    else if (kind === Kind.string_content && withStrings) {
      for (const word of proseWordsOf(textOf(tree, node))) said.add(stemOf(word));
    } else if (kind === Kind.call) for (const word of CALLING) said.add(word);
    else if (kind === Kind.assignment) for (const word of ASSIGNING2) said.add(word);
    else if (isToken(kind)) said.add(stemOf(kindNameOf(tree, node).replace(/_token$/, "")));
  }
  return said;
}
function isSaid(word, said) {
  const stem = stemOf(word);
  return said.has(stem) || (SYNONYMS.get(stem) ?? []).some((synonym) => said.has(synonym));
}
function headerEndOf2({ tree }, statement) {
  if (!isCompound(tree, statement)) return afterOf(tree, statement);
  for (let node = statement; node < afterOf(tree, statement); node++) {
    if (kindOf(tree, node) === Kind.block) return node;
  }
  return afterOf(tree, statement);
}
var listed2 = (words) => words.trim().split(/\s+/);
var stems2 = (words) => listed2(words).map(stemOf);
var CALLING = stems2("call invoke");
var ASSIGNING2 = stems2("set assign");
var ASSERTING2 = stems2("assert check confirm ensure expect validate verify");
var SYNONYMS = new Map(
  [
    "assert check confirm ensure validate verify",
    "construct create instantiate make",
    "del delete remove",
    "fetch get retrieve",
    "init initialise initialize",
    "execute run",
    "monkeypatch patch"
  ].flatMap((group) => stems2(group).map((stem, _, all) => [stem, all]))
);
var STOP = new Set(
  listed2(`
    a all an and any are as at be been both by did do does each finally first for from here in into is it its just let
    lets let's new next now of on or our out please simply so some that the then there these this those to up us via
    was we we're were with`)
);
function announces(module2, { comment, statement, words }) {
  if (words.some((word) => ANNOUNCED_REASON.has(word)) || PURPOSE.test(comment.content)) return false;
  if (CALL.test(comment.content)) return false;
  if (isClaim(comment.content) || REFERRING.test(comment.content) || LABEL.test(comment.content))
    return false;
  if (isOneOfCases(module2, comment)) return false;
  const said = saidBy2(module2, statement, headerEndOf2(module2, statement), true);
  const known8 = words.filter((word) => ASIDE.has(word) || isSaid(word, said)).length;
  return known8 > 1 && known8 * 3 >= words.length * 2;
}
var ANNOUNCED_REASON = new Set(
  listed2("always avoid bug cannot must race should which why workaround")
);
var PURPOSE = /\w so (?!far\b)\w/i;
var CALL = /\w\(.*\)/;
var ASIDE = new Set(listed2("going need needed use used using will"));
function isClaim(content) {
  const [first = "", ...others] = content.toLowerCase().split(/\s+/);
  return first.endsWith("ing") && others.some((word) => word.endsWith("s") && VERBS.has(word.slice(0, -1)));
}
var REFERRING = /\b(?:above|below|following)\b/i;
var LABEL = /^\w+\s+(?:\d+\W*$|(?:can|cannot|has|is|may|must|should|was|will)\b)/i;
function isOneOfCases({ comments, definitionAt: definitionAt2 }, { content, span }) {
  if (!CASE.test(content)) return false;
  const definition = definitionAt2(span.start);
  const heads = comments.filter(
    (one) => one.isOwnLine && CASE.test(one.content) && definitionAt2(one.span.start) === definition
  );
  return heads.length > 1;
}
var CASE = /^test(?:ing)?\b/i;
function instructionsOf(module2) {
  const instructions = known3.get(module2) ?? instructionsIn(module2);
  known3.set(module2, instructions);
  return instructions;
}
var known3 = /* @__PURE__ */ new WeakMap();
function instructionsIn(module2) {
  return singleLinesOf(module2.comments).flatMap((comment) => {
    const prose = instructionOf(comment);
    const statement = prose === void 0 ? void 0 : module2.statementOnLine(comment.line + 1);
    return prose === void 0 || statement === void 0 ? [] : { comment, statement, ...prose };
  });
}
function singleLinesOf(comments) {
  const own = comments.filter(({ isOwnLine }) => isOwnLine);
  return own.filter(
    ({ line, isPragma: isPragma2 }, index) => !isPragma2 && own[index - 1]?.line !== line - 1 && own[index + 1]?.line !== line + 1
  );
}
function instructionOf({ content }) {
  if (!isVerb(/^[A-Za-z]*(?![\w(-])/.exec(content)?.[0].toLowerCase() ?? "")) return void 0;
  if (/\?|:\/\/|\b(?:TODO|FIXME|XXX|HACK|NOTE|NB|WARNING)\b/.test(content)) return void 0;
  const words = proseWordsOf(content);
  if (words.length < 2 || words.length > MOST_WORDS) return void 0;
  if (words.some((word) => WHY.has(word) || word.endsWith("n't"))) return void 0;
  const carrying = words.filter((word, index) => !STOP.has(word) || isOrdinal(word, words[index + 1]));
  return carrying.length < 2 ? void 0 : { words: carrying, names: content.match(NAME_OF_CODE2) ?? [] };
}
var MOST_WORDS = 10;
var isOrdinal = (word, next) => ORDINALS.has(word) && next !== void 0 && !STOP.has(next);
var ORDINALS = /* @__PURE__ */ new Set(["both", "each", "first", "next"]);
var NAME_OF_CODE2 = /(?<![\w.])(?:[A-Za-z]\w*_\w+|[A-Za-z]*[a-z][A-Z]\w*|[A-Za-z]\w*(?:\.[A-Za-z]\w*)+)/g;
var WHY = new Set(
  listed2(`
    after again already because before but even if instead never no not only since still unless until when while
    without`)
);
function isOneOfSeries(module2, { span, content }) {
  const all = labelsOf(module2, module2.definitionAt(span.start));
  const label = all.find((one) => one.comment.span.start === span.start);
  if (label === void 0) return false;
  const others = all.filter(({ comment }) => comment.content !== content);
  if (others.some((other) => areParallel(label, other))) return true;
  const alike = others.filter(({ words }) => words.at(-1) === label.words.at(-1));
  return [alike, others.filter(({ isSection: isSection2 }) => isSection2)].some((one) => one.length >= OTHERS_OF_A_SERIES);
}
var OTHERS_OF_A_SERIES = 2;
function areParallel(one, other) {
  const [verb = "", ...subjects] = one.words;
  const [otherVerb = "", ...otherSubjects] = other.words;
  const isSameVerb = verb === otherVerb || isChecking(verb) && isChecking(otherVerb);
  if (isSameVerb && one.act !== "" && one.act === other.act) return true;
  if (isSameVerb && subjects.some((word) => otherSubjects.includes(word))) return true;
  if (one.words.length !== other.words.length) return false;
  return verb === otherVerb && one.words.filter((word, index) => word !== other.words[index]).length === 1;
}
var isChecking = (stem) => CHECKING.has(stem);
var CHECKING = new Set(
  ["assert", "check", "confirm", "ensure", "test", "validate", "verify"].map(stemOf)
);
function labelsOf(module2, definition) {
  const labels = known4.get(module2) ?? /* @__PURE__ */ new Map();
  known4.set(module2, labels);
  const ofDefinition = labels.get(definition) ?? labelsIn(module2, definition);
  labels.set(definition, ofDefinition);
  return ofDefinition;
}
var known4 = /* @__PURE__ */ new WeakMap();
function labelsIn(module2, definition) {
  const comments = definition === void 0 ? module2.comments : module2.commentsIn(definition.node);
  return comments.flatMap((comment) => {
    if (!comment.isOwnLine || comment.isPragma || comment.content.length > LONGEST) return [];
    if (module2.definitionAt(comment.span.start) !== definition) return [];
    const words = proseWordsOf(comment.content).filter((word) => !ARTICLES.has(word)).map(stemOf);
    if (words.length === 0) return [];
    return { comment, words, act: actBelow(module2, comment), isSection: isSection(module2, comment) };
  });
}
var LONGEST = 100;
var ARTICLES = /* @__PURE__ */ new Set(["a", "an", "now", "the", "then"]);
function actBelow(module2, { line }) {
  const { tree } = module2;
  const statement = module2.statementOnLine(line + 1);
  if (statement === void 0) return "";
  if (isAssertion(tree, statement)) return "assert";
  const call = mainCallOf(tree, statement);
  return call === NO_NODE ? "" : calledNameOf(tree, call);
}
function isSection(module2, { content, line }) {
  if (!isVerb(/^[A-Za-z]*/.exec(content)?.[0].toLowerCase() ?? "")) return false;
  if (/[^:\s]$/.test(module2.lineText(line - 1).trim())) return false;
  const statement = module2.statementOnLine(line + 1);
  if (statement === void 0) return false;
  return isCompound(module2.tree, statement) || !module2.endsParagraph(statement);
}
function restates(module2, { comment, statement, words, names: names2 }) {
  if (isCompound(module2.tree, statement) || !module2.endsParagraph(statement)) return false;
  if (isTitle(comment.content) || isLong(module2, statement) || !isDone(module2, statement, words))
    return false;
  const said = saidBy2(module2, statement, afterOf(module2.tree, statement), false);
  if (!words.every((word) => isSaid(word, said)) || isOfArgument(module2, statement, words)) return false;
  if (!names2.every((name) => hasName(module2, statement, name))) return false;
  if (isAboutArguments(module2, statement, words) || isHeading(module2, statement, words)) return false;
  if (isFromArgumentsOfOneOfSeveral(module2, statement, words) || isDeepInArguments(module2, statement, words))
    return false;
  if (QUANTITY.test(comment.content) && meansAllOfArguments(module2, statement)) return false;
  return !hasPurposeInArguments(module2, statement, comment) && !isOneOfSeries(module2, comment);
}
var isTitle = (content) => /(?::|\.\.\.|\u2026)$/.test(content) || /["\u201c]|(?<!\w)'/.test(content) || isInTitleCase(content);
function isInTitleCase(content) {
  const words = (content.match(/[A-Za-z]\w*/g) ?? []).filter((word) => !STOP.has(word));
  return words.length > 1 && words.every((word) => /^[A-Z]/.test(word));
}
function isLong({ positionAt: positionAt2, spanOf: spanOf2 }, statement) {
  const { start, end } = spanOf2(statement);
  return positionAt2(end).line - positionAt2(start).line >= LONG;
}
var LONG = 4;
function isDone(module2, statement, [verb = ""]) {
  const { tree } = module2;
  if (stemOf(verb) === "test") return false;
  const call = mainCallOf(tree, statement);
  if (call !== NO_NODE) {
    const called = /* @__PURE__ */ new Set([...wordsOf(calledNameOf(tree, call)).map(stemOf), ...CALLING]);
    if (isAssertion(tree, statement)) for (const word of ASSERTING2) called.add(word);
    return isSaid(verb, called);
  }
  return assignmentOf(tree, statement) === NO_NODE || ASSIGNING2.includes(stemOf(verb));
}
function isDeepInArguments(module2, statement, words) {
  const { tree } = module2;
  const call = mainCallOf(tree, statement);
  if (call === NO_NODE || isAssertion(tree, statement)) return false;
  const without = saidBy2(module2, statement, afterOf(tree, statement), false, Kind.argument_list);
  const plain2 = argumentsOf(tree, call).flatMap(({ keyword, value }) => [
    ...wordsOf(keyword ?? ""),
    ...wordsOf(dottedNameOf(tree, value)?.replaceAll(".", "_") ?? ""),
    ...kindOf(tree, value) === Kind.integer ? [textOf(tree, value)] : []
  ]);
  const direct = /* @__PURE__ */ new Set([...without, ...plain2.map(stemOf)]);
  return !words.every((word) => isSaid(word, direct));
}
var QUANTITY = /\b(?:all|every|each)\b/i;
function meansAllOfArguments({ tree }, statement) {
  const call = mainCallOf(tree, statement);
  return call !== NO_NODE && argumentsOf(tree, call).length > 0 && !QUANTITY.test(textOf(tree, statement).replaceAll("_", " "));
}
function isFromArgumentsOfOneOfSeveral(module2, statement, [, ...subjects]) {
  const { tree, calls: calls2, definitionAt: definitionAt2 } = module2;
  const call = mainCallOf(tree, statement);
  if (call === NO_NODE) return false;
  const without = saidBy2(module2, statement, afterOf(tree, statement), false, Kind.argument_list);
  if (subjects.some((word) => isSaid(word, without))) return false;
  const definition = definitionAt2(startOf(tree, call));
  return calls2.named(calledNameOf(tree, call)).some((other) => other !== call && definitionAt2(startOf(tree, other)) === definition);
}
function hasPurposeInArguments(module2, statement, { content }) {
  const { tree } = module2;
  const [, purpose = ""] = /\b(?:to|for)\b(.*)$/i.exec(content) ?? [];
  if (purpose === "" || isAssertion(tree, statement)) return false;
  const said = saidBy2(module2, statement, afterOf(tree, statement), false, Kind.argument_list);
  return proseWordsOf(purpose).some((word) => !STOP.has(word) && !/^\d+$/.test(word) && !isSaid(word, said));
}
function isAboutArguments(module2, statement, words) {
  const { tree } = module2;
  const call = callStatementOf(tree, statement);
  if (call !== NO_NODE && MOCK_ASSERTION.test(calledNameOf(tree, call))) {
    const callee = childIn(tree, call, Field.function);
    const said2 = saidBy2(module2, callee, afterOf(tree, callee), false);
    return !words.every((word) => isSaid(word, said2) || CALLING.includes(stemOf(word)));
  }
  const said = saidBy2(module2, statement, afterOf(tree, statement), false, Kind.argument_list);
  const [verb = "", ...subjects] = words;
  if (!isSaid(verb, said)) return true;
  if (call === NO_NODE && assignmentOf(tree, statement) === NO_NODE) return false;
  return !isAssertion(tree, statement) && !subjects.some((word) => isSaid(word, said)) && namesMore(module2, statement, verb);
}
function namesMore({ tree }, statement, verb) {
  for (const call of descendantsOf(tree, statement, Kind.call)) {
    return wordsOf(calledNameOf(tree, call)).some((word) => stemOf(word) !== stemOf(verb));
  }
  return false;
}
var MOCK_ASSERTION = /^assert_(?:not_|any_|has_)?(?:call|await)/;
function isHeading(module2, statement, [, ...subjects]) {
  const { tree, positionAt: positionAt2, spanOf: spanOf2, lineText: lineText2 } = module2;
  if (subjects.length === 0) return false;
  let above = statement;
  for (const next of followingOf(tree, statement)) {
    const last = positionAt2(spanOf2(above).end).line;
    const between = range(last + 1, positionAt2(spanOf2(next).start).line).map((line) => lineText2(line).trim());
    if (between.includes("") && between.some((line) => line.startsWith("#"))) return false;
    const isAlike = isAssertion(tree, statement) ? isAssertion(tree, next) : subjects.length > 1;
    const said = saidBy2(module2, next, headerEndOf2(module2, next), false);
    if (isAlike && subjects.every((word) => isSaid(word, said))) return true;
    above = next;
  }
  return false;
}
function followingOf(tree, statement) {
  const next = nextStatementOf(tree, statement);
  const afterNext = next === NO_NODE ? NO_NODE : nextStatementOf(tree, next);
  return [next, afterNext].filter((node) => node !== NO_NODE);
}
var range = (start, end) => Array.from({ length: Math.max(end - start, 0) }, (_, index) => start + index);
function isOfArgument({ tree }, statement, [verb = "", subject = ""]) {
  const assignment = assignmentOf(tree, statement);
  if (assignment === NO_NODE || !ASSIGNING2.includes(stemOf(verb))) return false;
  const value = childIn(tree, assignment, Field.right);
  const isIn2 = (words) => words.some((word) => stemOf(word) === stemOf(subject));
  for (let node = statement; node < afterOf(tree, statement); node++) {
    if (kindOf(tree, node) !== Kind.identifier || !isIn2(wordsOf(textOf(tree, node)))) continue;
    if (kindOf(tree, parentOf(tree, node)) !== Kind.argument_list || node < value) return false;
  }
  return true;
}
function hasName({ tree }, statement, name) {
  const kind = name.includes(".") ? Kind.attribute : Kind.identifier;
  for (const node of descendantsOf(tree, statement, kind)) if (textOf(tree, node) === name) return true;
  return false;
}
var announcing_comment_default = defineRule({
  id: "announcing-comment",
  family: "comments",
  summary: "a comment that only announces the step that follows",
  advice: "delete comments that only announce the next line, or let them say why",
  why: `
\`# Get the carts we are going to use\` announces \`carts = shop.get_carts()\`, which needs no announcement. Such
comments are headings for the steps of a test that is written as a list. Names say the same where they are used, and
blank lines part the steps.

The rule reports a comment of one line that starts with a verb when two thirds or more of its words that carry meaning
stand in the next statement, strings included; of a \`for\`, \`with\` or other block the first line counts. Not every
such comment is in vain: one that groups several statements may help a reader. So the rule informs in the review and is
off in the hook.
`,
  spared: [
    "What the code says word for word, which is left to `restating-comment`.",
    'A comment that gives a reason or a condition or makes a claim, by words such as "because", "until", "not", "must" or "should".',
    "A comment of several lines or of more than ten words, with a question, a link or a mark such as `TODO` or `NOTE`, or with a call in it.",
    "One of several comments that head a case each: `Test an open order`, `Test with a paid order`.",
    'A comment on more than the next statement, by the words "above", "below" or "following".',
    "A sentence or a name that is no instruction: `Changing cart.line updates cart.total`, `lock can be used`, `Read 4`."
  ],
  limits: "Where a heading helps the reader through a long set-up. Then the set-up may want a helper with that name.",
  severity: { fast: "off", review: "warning" },
  examples: {
    bad: [
      `
def test_empty_carts(shop):
    # Get the carts we're going to use.
    carts = shop.get_carts()
    total = sum(cart.total for cart in carts)
    assert total == 0
`
    ],
    good: [
      `
def test_empty_carts(shop):
    # The shop opens two carts because a visitor may come back.
    carts = shop.get_carts()
    total = sum(cart.total for cart in carts)
    assert total == 0
`
    ]
  },
  *check(module2) {
    for (const instruction of instructionsOf(module2)) {
      if (!announces(module2, instruction) || restates(module2, instruction)) continue;
      yield {
        at: instruction.comment.span,
        message: "comment only announces the next line; remove it, or say why",
        subject: instruction.comment.content
      };
    }
  }
});
var commented_out_code_default = defineRule({
  id: "commented-out-code",
  family: "comments",
  summary: "code that is commented out, with nothing that says why",
  why: `
Code in a comment is neither run nor checked, nor renamed with the rest, and after a month nobody knows whether it may
go. The history of the repository keeps what is deleted; what is to come back needs a sentence that says when.

The rule takes comment lines for code when they parse as Python without their comment signs and hold a statement that
no sentence reads as: a call of a method, an assignment from a call, an \`assert\` of a comparison, an \`import\`, a
definition. Blocks with up to two blank lines between them are one finding. Tests that are commented out are
\`commented-out-test\`'s. The fix deletes the lines.
`,
  spared: [
    "Code that its own comment explains: with a heading or a sentence above it, a sentence below it, or words behind one of its lines. One word is enough there: `# cart.show()  # DEBUG`.",
    "Code below another comment that ends in a sentence of five words or more or in a heading with a colon, with up to two blank lines between.",
    "Code below a `TODO` or a reason in the same paragraph, with a note such as `NOTE` next below it, or with a reason up to six lines below that names what the code assigns.",
    "Code whose reason is given further up: in the comment that its function or class opens with or has above it, up to eight lines above the code in the same function, or for other code that is commented out there. A comment of six words or more at the start of the function is taken for one.",
    "Code that the next line stands in place of, with a remark at its end, or by skipping or failing the test with a text.",
    "What is quoted to explain: one line directly above a definition, the other value of what the statement above or below assigns, or what the precise numbers in the next statement come from.",
    "Code below a link, an `e.g.` or the name of the file that it is quoted from (`in main.py:`).",
    "A label of what follows: a part of the next statement, a function without arguments that the next lines call (`# sum_up()`), a call of what the next statement calls for its result, or the call that wrote the assertion below it.",
    "What only looks like code: a formula (`log(1 + x)`), how a value shows itself (`Cart(total=4)`), a signature (`__getitem__(index)`), and the call of a task that runs elsewhere.",
    "What leaves something out with `...`, and other languages: code in R, declarations of C, lines with a semicolon.",
    "What tools read, such as `# type:` and `# pylint:`, and inline script metadata (PEP 723).",
    "A comment behind a line of code."
  ],
  nearest: "ruff's `ERA001`, like eradicate, judges line by line: it takes remarks such as `# refund (partial)` for code, and reports examples and labels.",
  limits: "Where the lines are an example, a protocol or a notation that happens to be Python, or the reason stands in another function. A sentence above them says what they show, and keeps the rule silent.",
  severity: { fast: "warning", review: "warning" },
  examples: {
    bad: [
      `
def test_total(cart):
    cart.add("tea")
    # cart.add("cake")
    # assert cart.total == 7
    assert cart.total == 4
`
    ],
    good: [
      `
def test_total(cart):
    cart.add("tea")
    # The shop has no cake until the baker is back:
    # cart.add("cake")
    assert cart.total == 4
`
    ]
  },
  *check({ commentedCode, lineRemoval: lineRemoval2 }) {
    for (const code of commentedCode) {
      if (code.tests.length > 0) continue;
      yield {
        at: { start: code.first.span.start, end: code.last.span.end },
        message: `${code.lines === 1 ? "this line is" : `these ${code.lines} lines are`} code in a comment; delete it, or say why it is kept`,
        measure: code.lines,
        fix: {
          edits: [lineRemoval2(code.first.line, code.last.line)],
          safe: false,
          title: "delete the code in the comment"
        }
      };
    }
  }
});
var commented_out_test_default = defineRule({
  id: "commented-out-test",
  family: "comments",
  summary: "a test that is commented out",
  why: `
A test in a comment looks like a test and checks nothing. No report counts it, so nobody misses it. A test that cannot
pass now is skipped or expected to fail, with the reason, so that every run says so; one that will never come back is
deleted.

The rule reports every \`def test\u2026\` in a comment that has the form of a function and does something. Several that
stand together, with up to two blank lines between them, are one finding.
`,
  spared: [
    "A test with a sentence of five words or more above it, which may give the reason. The reason of one test holds for those that follow directly in the same comments.",
    'A test with a shorter reason, above it or at the start of its body, by a word such as "slow", "needs" or "unavailable" or by a link, as in `# Takes too long`. A heading, a few other words or a bare `TODO` give none.',
    "A test with a remark behind its header or a decorator: `# @xfail  # hangs`.",
    "A test whose body is only `pass`, a docstring or a note, which is yet to be written, and one with `...` in it, which stands for an example."
  ],
  nearest: "eslint-plugin-jest's `no-commented-out-tests` is the same for JavaScript; no rule of ruff, pylint or flake8 is about tests in comments.",
  limits: "Where the module is about tests in comments, or the text is an example of one: put it into a string or a docstring. Where the comment gives the reason in words that are not known here: skip the test with that reason.",
  severity: { fast: "error", review: "error" },
  examples: {
    bad: [
      `
def test_order(cart):
    assert cart.order().state == "open"

# def test_refund(cart):
#     cart.order().refund()
#     assert cart.total == 0
`
    ],
    good: [
      `
import pytest

def test_order(cart):
    assert cart.order().state == "open"

@pytest.mark.skip(reason="the bank's sandbox refunds nothing")
def test_refund(cart):
    cart.order().refund()
    assert cart.total == 0
`
    ]
  },
  *check({ commentedCode }) {
    for (const { first, last, tests } of commentedCode) {
      const [name, ...others] = tests;
      if (name === void 0) continue;
      const what = others.length === 0 ? `\`${name}\` is` : `\`${name}\` and ${others.length} more ${others.length === 1 ? "test" : "tests"} are`;
      yield {
        at: { start: first.span.start, end: last.span.end },
        message: `${what} commented out; skip with a reason, or delete`,
        subject: name,
        measure: tests.length
      };
    }
  }
});
var print_in_test_default = defineRule({
  id: "print-in-test",
  family: "comments",
  summary: "a test that prints",
  advice: "assert what matters, and drop the prints",
  why: `
A \`print\` in a test is a question that somebody had once: what is in this cart? Nobody reads the answer, since pytest
does not show what a passing test prints. What matters is asserted, and pytest shows the values of an assertion that
fails.

The rule knows \`print\`, \`pprint.pprint\` and \`pprint.pp\` wherever they are statements of a test. The fix deletes
the line where what is printed calls nothing that could change something and other statements are left in the block.
`,
  spared: [
    "A print in a test that captures or replaces the output, or in a module with a hook that does: it names `capsys`, `capfd`, `redirect_stdout`, `sys.stdout`, `StringIO`, `builtins.print` or the like.",
    "A print to a file: `file=`, `stream=`.",
    "A print below an `if` or a `match`, or in a `try` statement with handlers: it is meant for some cases only.",
    "A loop that only prints what the statement after it asserts: the output says what failed.",
    "A print with a comment behind it, or below one that speaks of failures or of debugging.",
    "A print alone in a block that is expected to raise, where it only reads the value.",
    "A test that asserts nothing, where to print a value may be what is tried.",
    "A function inside the test, which may be what is run."
  ],
  nearest: "flake8-print's and ruff's `T201` and `T203` report every print, wherever it stands.",
  limits: "Where a long test reports how far it is, or the output is kept as the record of a run. A comment behind the print says so, and keeps the rule silent.",
  severity: { fast: "warning", review: "warning" },
  examples: {
    bad: [
      `
def test_total(cart):
    cart.add("tea")
    print(cart.items)
    assert cart.total == 4
`
    ],
    good: [
      `
def test_receipt(cart, capsys):
    print(cart)
    assert capsys.readouterr().out == "tea 4\\n"
`
    ]
  },
  *check(module2) {
    for (const call of PRINTS.flatMap(module2.calls.of)) {
      const start = module2.spanOf(call).start;
      const test = module2.model.testAt(start);
      if (test === void 0 || module2.definitionAt(start) !== test.definition) continue;
      const statement = statementAround(module2.tree, call);
      if (callStatementOf(module2.tree, statement) !== call || isOnPurpose(module2, test, call, statement))
        continue;
      const fix = fixOf(module2, call, statement);
      yield {
        at: module2.spanOf(statement),
        message: "nobody reads what a test prints; assert what matters, or drop the print",
        subject: module2.textOf(statement),
        ...fix === void 0 ? {} : { fix }
      };
    }
  }
});
var PRINTS = ["builtins.print", "pprint.pprint", "pprint.pp"];
function isOnPurpose(module2, test, call, statement) {
  const { tree, model } = module2;
  if (keywordOf(tree, call, "file") !== NO_NODE || keywordOf(tree, call, "stream") !== NO_NODE) return true;
  if (test.cycles.length === 0 || isConditional(tree, statement)) return true;
  if (module2.commentAfter(statement) !== void 0 || isForReaders(module2, statement) || isReport(module2, statement))
    return true;
  if (isAloneInBlock(tree, statement) && module2.raisesBlocks.some(({ node }) => contains(tree, node, call)))
    return true;
  return [test.definition, ...model.hooks].some(
    (definition) => module2.namesIn(definition).some((name) => OUTPUT.test(name) || REPLACED.test(name))
  );
}
var isForReaders = ({ commentsAround: commentsAround2, spanOf: spanOf2 }, statement) => commentsAround2(spanOf2(statement)).some(({ content }) => /\b(?:debug|diagnos|fail)/i.test(content));
function isReport({ tree, textOf: textOf2, calls: calls2 }, statement) {
  const block = parentOf(tree, statement);
  const loop = parentOf(tree, block);
  if (kindOf(tree, loop) !== Kind.for_statement) return false;
  const prints = new Set(PRINTS.flatMap(calls2.of));
  if (!statementsOf(tree, block).every((one) => prints.has(callStatementOf(tree, one)))) return false;
  const next = nextStatementOf(tree, loop);
  if (next === NO_NODE || !isAssertion(tree, next)) return false;
  const printed = textOf2(childIn(tree, loop, Field.right));
  return Array.from(descendantsOf(tree, next, Kind.identifier)).some((node) => textOf2(node) === printed);
}
var OUTPUT = /(?:^|\.)(?:cap(?:sys|fd)\w*|\w*stdout\w*|\w*stderr\w*|StringIO|capture\w*|isolat\w+)(?:\.|$)/i;
var REPLACED = /^(?:builtins|__builtin__)\.print$/;
function fixOf(module2, call, statement) {
  const { tree } = module2;
  const inner = Array.from(callsIn(tree, call)).filter((node) => node !== call);
  const mayAct = inner.some((node) => !LOOKING.has(calleeOf(tree, node) ?? ""));
  const doesMore = [Kind.await, Kind.named_expression, Kind.yield].some(
    (kind) => !descendantsOf(tree, statement, kind).next().done
  );
  if (mayAct || doesMore || isAloneInBlock(tree, statement)) return void 0;
  return { edits: [module2.statementRemoval(statement)], safe: false, title: "delete the print" };
}
var restating_comment_default = defineRule({
  id: "restating-comment",
  family: "comments",
  summary: "a comment that says what the next line says",
  advice: "delete comments that say what the next line says, or let them say why",
  why: `
\`# Create the cart\` above \`cart = create_cart()\` is read, understood and forgotten twice: once for the comment and
once for the code. It has to be kept in step, and says nothing when it is. A comment earns its line by what the code
cannot say: why, why not otherwise, what goes wrong without it.

The rule reports a comment of one line that starts with a verb when all its words that carry meaning stand in the one
statement below it, as words of its names, keywords or numbers; other forms and a few synonyms of a word count. The
verb has to be what the statement does: the verb of the function that is called, one for asserting above an assertion,
or "set" above a plain assignment. The statement has to stand alone, before a blank line, a comment or the end of its
block. The fix deletes the comment with its line.
`,
  spared: [
    'A comment that gives a reason, a condition or an exception, by words such as "because", "until" or "not", or that has a question, a link or a mark such as `TODO`.',
    "A comment with a word that occurs only in a string of the statement.",
    "A comment of several lines, or of more than ten words.",
    "A heading: over more than one statement, over a `for`, `with` or other block, over a statement of five lines or more, or where the statements below are about the same.",
    "A title: `Create Cart`, or with a colon or dots at its end or a word in quotes. `Test the total` is the name of a case.",
    "A label in a series: comments of the function start alike above the same call or above assertions, differ in one word, end in the same word, or part the function into steps of several statements.",
    "One of two comments that tell statements apart by an opposite: `Open cart with owner`, `Open cart without owner`.",
    "A comment that picks something out of the arguments of a call: what a mock was told, to what end the call gets something, or what the arguments amount to."
  ],
  nearest: "gruff's `GR007` has nearly the same criterion; ruff, pylint and flake8 have no such rule.",
  limits: "Where a team wants a comment above every step. Turn the rule off, or lower its severity.",
  severity: { fast: "warning", review: "warning" },
  examples: {
    bad: [
      `
def test_empty_cart(shop):
    # Create the cart
    cart = shop.create_cart()

    assert cart.total == 0
`
    ],
    good: [
      `
def test_empty_cart(shop):
    # The shop refuses customers without a cart.
    cart = shop.create_cart()

    assert cart.total == 0
`
    ]
  },
  *check(module2) {
    for (const instruction of instructionsOf(module2)) {
      if (!restates(module2, instruction) || isOneOfTwo(module2, instruction)) continue;
      const { line } = instruction.comment;
      yield {
        at: instruction.comment.span,
        message: "comment says what the next line says; remove it, or say why",
        subject: instruction.comment.content,
        fix: {
          edits: [module2.lineRemoval(line, line)],
          safe: true,
          title: "delete the comment"
        }
      };
    }
  }
});
function isOneOfTwo(module2, { comment }) {
  const opposites = known5.get(module2) ?? oppositesIn(module2);
  known5.set(module2, opposites);
  if (opposites.size === 0) return false;
  const words = comment.content.split(/\s+/);
  return words.some(
    (word, index) => Array.from(opposites.get(withoutWord(module2, comment, words, index)) ?? []).some(
      (opposite) => opposite !== word
    )
  );
}
var known5 = /* @__PURE__ */ new WeakMap();
function oppositesIn(module2) {
  const opposites = /* @__PURE__ */ new Map();
  for (const comment of module2.comments) {
    if (!HAS_OPPOSITE.test(comment.content)) continue;
    const words = comment.content.split(/\s+/);
    for (const [index, word] of words.entries()) {
      if (words.length > MOST_WORDS2 || !OPPOSITE.test(word)) continue;
      const rest = withoutWord(module2, comment, words, index);
      opposites.set(rest, (opposites.get(rest) ?? /* @__PURE__ */ new Set()).add(word));
    }
  }
  return opposites;
}
var OPPOSITE = /^(?:without|not|no|never|un\w+|in\w+)$/i;
var HAS_OPPOSITE = /(?:^|\s)(?:without|not|no|never|un\w+|in\w+)(?:\s|$)/i;
var MOST_WORDS2 = 40;
function withoutWord({ definitionAt: definitionAt2 }, { span }, words, index) {
  return [definitionAt2(span.start)?.node ?? "", ...words.with(index, "")].join(" ");
}
var long_test_default = defineRule({
  id: "long-test",
  family: "organisation",
  summary: "a test that acts and asserts so often that it is several tests",
  advice: "split a test that does several things, so that its name says what is broken when it fails",
  why: `
A test that acts, asserts, acts again and asserts again tests several things under one name. When it fails, the name
does not say what is broken, and what comes after the failure is not tried.

Length alone is no fault: a test may need forty lines to build one invoice. So the rule asks for three things together:
41 or more statements, which only one test in a hundred has, four or more act-assert cycles, and eight or more
assertions. The review is stricter: 25 statements or three cycles are enough, and what is left alone below is reported
too.

An act-assert cycle is a run of statements that call or change something, followed by one or more assertions. A helper
such as \`resize_and_check()\` is a cycle of its own, and blocks in a row that are expected to raise are one. The
message has the lines of the cycles, where the test would split, and the variables that a later cycle takes from an
earlier one: what its parts would share as set-up.
`,
  spared: [
    "End-to-end, integration, functional, full-stack, scenario and smoke tests, by a word in their path: they tell a story on purpose.",
    "A test whose comments number its steps (`# Step 1`), for the same reason."
  ],
  nearest: "pylint's `R0915` and ruff's `PLR0915` count the statements of any function and nothing else.",
  limits: "Where one story has to be told in one go, because each step needs what the last one left and setting it up takes minutes. In `fast`, numbering its steps in comments keeps the rule silent.",
  severity: { fast: "warning", review: "warning" },
  options: {
    statements: integer2({
      default: 41,
      review: 25,
      description: "from how many statements on a test is long, inner ones included, the docstring left out"
    }),
    cycles: integer2({
      default: 4,
      review: 3,
      description: "from how many act-assert cycles on a test does several things"
    }),
    assertions: integer2({
      default: 8,
      review: 0,
      description: "how many assertions a test needs at least to be reported"
    }),
    "either-limit": flag2({
      default: false,
      review: true,
      description: "whether the statements or the cycles alone suffice"
    }),
    scenarios: texts({
      default: ["e2e", "integration", "functional", "fullstack", "scenario", "smoke"],
      review: [],
      description: "parts of paths, in any case: the tests of a file whose path has one of them are left alone"
    }),
    "numbered-steps": flag2({
      default: true,
      review: false,
      description: "whether a test whose comments number its steps (`# Step 1`) is left alone"
    })
  },
  examples: {
    bad: [
      `
def test_order(shop, customer):
    cart = shop.cart_of(customer)
    cart.add("tea")
    assert cart.total == 4

    order = cart.order()
    assert order.state == "open"
    assert shop.orders == [order]

    order.pay()
    assert order.state == "paid"
    assert customer.balance == 6
`
    ],
    good: [
      `
def test_order_of_a_cart(shop, cart):
    order = cart.order()
    assert order.state == "open"
    assert shop.orders == [order]

def test_payment_of_an_order(order, customer):
    order.pay()
    assert order.state == "paid"
    assert customer.balance == 6
`
    ]
  },
  *check(module2, options2) {
    const path = module2.path.toLowerCase();
    if (options2.scenarios.some((part) => path.includes(part.toLowerCase()))) return;
    for (const test of module2.model.tests) {
      const { name, nameSpan, statementCount } = test;
      const isLong2 = statementCount >= options2.statements;
      if (!isLong2 && !options2["either-limit"]) continue;
      const cycles = test.cycles;
      const isSeveral = cycles.length >= options2.cycles;
      if (options2["either-limit"] ? !isLong2 && !isSeveral : !isLong2 || !isSeveral) continue;
      if (assertionCountOf(cycles) < options2.assertions) continue;
      if (options2["numbered-steps"] && numbersItsSteps(module2, test)) continue;
      yield {
        at: nameSpan,
        message: `\`${name}\` has ${statementCount} statements${partsOf2(module2, test, cycles)}`,
        measure: statementCount
      };
    }
  }
});
var assertionCountOf = (cycles) => cycles.reduce((sum, { assertions }) => sum + assertions.length, 0);
function partsOf2(module2, test, cycles) {
  const remedy = "split it or move what it sets up into a fixture";
  if (cycles.length === 0) return `; ${remedy}`;
  const assertions = assertionCountOf(cycles);
  if (cycles.length === 1 && assertions * 2 > test.statementCount) {
    const table2 = test.framework === "pytest" ? "parametrize" : "subTest";
    return `, ${assertions} of them assertions; split it by what they show, or make them rows for \`${table2}\``;
  }
  if (cycles.length === 1) return ` in 1 act-assert cycle; ${remedy}`;
  const shared = setUpOf(module2, test, cycles);
  const lines = listed3(
    cycles.map((cycle) => linesOf2(module2, cycle)),
    MOST_CYCLES
  );
  return ` in ${cycles.length} act-assert cycles: lines ${lines}${shared}; split it there`;
}
function linesOf2({ positionAt: positionAt2, spanOf: spanOf2 }, { statements }) {
  const [first] = statements;
  const last = statements.at(-1);
  if (first === void 0 || last === void 0) return "";
  const [from, to] = [positionAt2(spanOf2(first).start).line, positionAt2(spanOf2(last).end).line];
  return from === to ? `${from}` : `${from}-${to}`;
}
function setUpOf(module2, { definition }, cycles) {
  const given = module2.sharedBetween(definition, cycles);
  if (given.length === 0) return "";
  const imports = new Set(IMPORTS.flatMap(module2.calls.of));
  const shared = given.filter(({ node }) => !imports.has(module2.valueGivenTo(node)));
  const names2 = shared.map(({ node, start }) => {
    return `\`${module2.textOf(node)}\` (line ${module2.positionAt(start).line})`;
  });
  return names2.length === 0 ? "" : `, which share ${listed3(names2, MOST_NAMES)} as set-up`;
}
var IMPORTS = [
  "pytest.importorskip",
  "importlib.import_module",
  "test.support.import_helper.import_module"
];
function listed3(items, most) {
  const shown2 = items.length > most ? [...items.slice(0, most - 1), `${items.length - most + 1} more`] : items;
  return shown2.length < 2 ? shown2.join("") : `${shown2.slice(0, -1).join(", ")} and ${shown2.at(-1) ?? ""}`;
}
var MOST_CYCLES = 8;
var MOST_NAMES = 4;
function numbersItsSteps(module2, test) {
  return module2.commentsIn(test.node).some(({ content }) => STEP.test(content));
}
var STEP = /^\W*step\W*\d/i;
var multiple_scenarios_default = defineRule({
  id: "multiple-scenarios",
  family: "organisation",
  summary: "a test whose comments number the cases that it goes through",
  advice: "make each case a test of its own, or a row of `parametrize`",
  why: `
\`# Case 1: an empty cart\` and \`# Case 2: a full cart\` in one test are the names of two tests. As comments they show
in no report: when the first case fails, the second is not tried, and the failure does not say which of them it was. As
two tests, or as two rows of \`parametrize\`, each runs, fails and is named by itself.

The rule reports a test in which at least two different labels are each followed by an assertion. A label is a comment
on a line of its own that starts with "case", "test case", "use case", "scenario", "test", "variant" or "example" and a
number or a letter.
`,
  spared: [
    "Numbered steps (`# Step 1`, `# 1.`), which tell one story.",
    "The rows of a table, and labels of which only the last is followed by an assertion.",
    "Sentences that begin like a label (`Test 2 servers`, `Example one of the documentation`), and versions and shares (`Case 1.5`, `Case 10% off`).",
    "Cases in `self.subTest` or `subtests.test`, which are reported one by one.",
    "Cases that go on with one another: one asserts what an earlier one has made or an object that it has acted upon, or uses what it has made or changed, such as a client or a folder.",
    "Cases that only look at one object made before them, or that all use one function that the test defines."
  ],
  nearest: "flake8-aaa's `AAA02` reports every test with several Act blocks; no rule of ruff or pylint reads the labels.",
  limits: "Where the cases only make sense in this order, on the same object. Numbered steps (`# Step 1`) say that better.",
  severity: { fast: "warning", review: "warning" },
  examples: {
    bad: [
      `
def test_total(shop):
    # Case 1: an empty cart
    cart = shop.cart()
    assert cart.total == 0

    # Case 2: tea and cake
    cart = shop.cart("tea", "cake")
    assert cart.total == 7
`
    ],
    good: [
      `
def test_total_of_an_empty_cart(shop):
    assert shop.cart().total == 0

def test_total_of_tea_and_cake(shop):
    assert shop.cart("tea", "cake").total == 7
`,
      `
def test_order(cart):
    # Step 1: order
    order = cart.order()
    assert order.state == "open"
    # Step 2: pay
    order.pay()
    assert order.state == "paid"
`
    ]
  },
  *check(module2) {
    const labels = module2.comments.flatMap((comment) => labelOf(comment) ?? []);
    if (labels.length < 2) return;
    for (const test of module2.model.tests) {
      const cases = casesOf(module2, test, labels);
      if (cases.length < 2 || isStory(module2, test, cases)) continue;
      const lines = cases.map(({ comment }) => comment.line);
      yield {
        at: test.nameSpan,
        message: `\`${test.name}\` goes through ${cases.length} cases (lines ${enumerated2(lines)}); make each a test, or a row of \`parametrize\``,
        subject: test.name,
        measure: cases.length
      };
    }
  }
});
function labelOf(comment) {
  if (!comment.isOwnLine || comment.isPragma || !FIRST_WORD.test(comment.content)) return void 0;
  const [, kind, number] = COUNTED.exec(comment.content) ?? PUNCTUATED.exec(comment.content) ?? [];
  if (kind === void 0 || number === void 0) return void 0;
  return { comment, name: `${kind} ${number}`.toLowerCase() };
}
var FIRST_WORD = /^\W*(?:case|example|scenario|sub|test|use|variant)/i;
var COUNTED = /^\W*((?:test|use|sub)[ -]?(?:case|test)|scenario|case|variant|(?:test|example)(?= ?#))s?(?: no\.?)? ?[#:]? ?(\d+)(?![\w%]|[.,/-]\d)/i;
var PUNCTUATED = /^\W*((?:test|use|sub)[ -]?(?:case|test)|scenario|case|variant|test|example) ?:? ?(\d+|one|two|three|four|[a-e]|i{1,3})(?=\W*$|[:)\]]| ?[-\u2013\u2014] |\. )/i;
function casesOf(module2, test, labels) {
  const { start, end } = module2.spanOf(test.node);
  const own = labels.filter(({ comment: { span } }) => start < span.start && span.start < end);
  if (own.length < 2) return [];
  const assertions = test.cycles.flatMap((cycle) => cycle.assertions).filter((assertion) => !module2.isInSubTest(assertion)).map((assertion) => module2.spanOf(assertion).start);
  const names2 = /* @__PURE__ */ new Set();
  return own.filter(({ comment, name }, index) => {
    const next = own[index + 1]?.comment.span.start ?? end;
    const isAsserted2 = assertions.some((offset) => comment.span.start < offset && offset < next);
    if (!isAsserted2 || names2.has(name)) return false;
    names2.add(name);
    return true;
  });
}
function isStory(module2, { definition, node }, cases) {
  const starts = cases.map(({ comment }) => comment.span.start);
  const { end } = module2.spanOf(node);
  return module2.isSequence(
    definition,
    starts.map((start, index) => ({ start, end: starts[index + 1] ?? end }))
  );
}
var enumerated2 = (lines) => `${lines.slice(0, -1).join(", ")} and ${lines.at(-1) ?? ""}`;
var bare_except_default = defineRule({
  id: "bare-except",
  family: "exceptions",
  summary: "a handler that names no exception",
  advice: "name the exceptions that may come; a bare `except:` catches failed assertions and Ctrl-C too",
  why: `
A bare \`except:\` catches everything: the exception that the author had in mind, but also a failed assertion, a
misspelt name, a skipped test, and the Ctrl-C of whoever waits for the run. Name the exceptions that may come.

The rule looks at the whole module: tests, fixtures, hooks, helpers and the code at its top. Only a bare handler in a
test that does nothing at all is left to \`broad-except-pass\`.
`,
  spared: [
    "A handler that raises, the same exception or another one.",
    "A handler that looks at the exception without a name for it, through `sys.exc_info()` or `traceback`, or logs it with `log.exception()`; and one that ends a forked process with `os._exit()`.",
    "A handler that does nothing but fail the test, and one that fails it for whatever the handlers before it do not name: neither swallows anything.",
    "A `try` clause that raises itself, or that does nothing which could fail.",
    "A `try` clause with a `yield`, which gets the exception from outside.",
    "A handler with a comment on the line of its `except:`, or one in it that says that everything is meant, such as `# anything may come from a plugin`. Where the handler does nothing, any comment in, above or below it will do.",
    "A module that only lies among tests: a script that they run or a sample that they read, without a test, a fixture, an assertion or a helper to import."
  ],
  nearest: "pycodestyle's `E722` reports every bare `except:`. ruff's `E722` and pylint's `W0702` leave out a handler that raises the exception again; none of them looks at comments or at what the handler does besides.",
  limits: "Where the code under test may raise what is no `Exception`, and all of it has to be caught. Write `except BaseException:`, and say why in a comment.",
  severity: { fast: "error", review: "error" },
  examples: {
    bad: [
      `
def test_refund(cart):
    try:
        cart.refund()
    except:
        cart.close()
`
    ],
    good: [
      `
def test_refund(cart):
    try:
        cart.refund()
    except NothingPaid:
        cart.close()
`,
      `
def test_refund(cart):
    try:
        cart.refund()
    except:
        cart.close()
        raise
`
    ]
  },
  *check({ handlers, model, isExplained: isExplained6, isExplainedOnLine: isExplainedOnLine2, isMaterial: isMaterial2, commentsIn: commentsIn2 }) {
    for (const handler of handlers) {
      const { isBare: isBare2, isSilent, keyword } = handler;
      if (!isBare2 || isDeliberate(handler) || isExplainedOnLine2(keyword)) continue;
      if (commentsIn2(handler.node).some(({ content }) => ANYTHING.test(content))) continue;
      if (isSilent && (isExplained6(handler) || model.testAt(keyword.start) !== void 0)) continue;
      if (isMaterial2()) return;
      yield {
        at: keyword,
        message: "`except:` catches failed assertions and Ctrl-C too; name the exception",
        subject: "except:"
      };
    }
  }
});
var ANYTHING = /\b(?:any (?:other |kind of )?(?:exceptions?|errors?)|anything|everything|whatever|all (?:exceptions|errors)|BaseException|KeyboardInterrupt|bare except)\b/i;
var isDeliberate = (handler) => handler.raises || handler.passesOn || handler.failsOtherwise || handler.guardsRaise || handler.guardsYield || handler.guardsNothing;
var broad_except_default = defineRule({
  id: "broad-except",
  family: "exceptions",
  summary: "a handler of every exception, whatever it does with it",
  advice: "name the exceptions that may come",
  why: `
\`except Exception\` takes whatever goes wrong for what the author expected: a misspelt name or a failed assertion in
the \`try\` clause ends up in the handler too. Name the exceptions that may come.

The rule looks at handlers of \`Exception\` and \`BaseException\` in tests, fixtures, hooks and helpers. Three other
rules have the rest: bare handlers belong to \`bare-except\`, handlers that do nothing to \`broad-except-pass\`, and
those whose assertions are skipped when nothing is raised to \`silent-pass-except\`.
`,
  spared: [
    "A handler that raises, the same exception or another one.",
    "A handler that passes the exception on: it keeps it, returns it or gives it to something, whole or as text; it looks at it through `sys.exc_info()` or `traceback`; or it reports it, by `log.exception()` or `capture_exception()`. To print it or to compare its text is not enough in a test.",
    "A handler that ends the test or the process, by `fail`, `skip`, `xfail`, `assert False`, `exit` or `os._exit()`.",
    "A handler that asks for the type of the exception, with `type`, `isinstance` or `assertIsInstance`: that names it.",
    "A `try` clause that raises itself, or that does nothing which could fail.",
    "A `try` clause with a `yield`, which gets the exception from outside.",
    "A handler with a comment in it, directly above or directly below, or shortly above its `try` statement: it has given its reason.",
    "Outside tests, a handler that uses the exception in any way, even if only to print it: there may be nothing better to do with it there.",
    "A script or a sample that only lies among tests, without a test, a fixture or an assertion."
  ],
  nearest: "flake8-blind-except's and ruff's `BLE001` and pylint's `W0718` report such handlers too unless they raise again, whether a comment explains them or not.",
  limits: "Where the handler collects failures of any kind, in a thread or a fuzzer. A comment says so, and keeps the rule silent.",
  severity: { fast: "off", review: "warning" },
  examples: {
    bad: [
      `
def test_refund(cart):
    try:
        cart.refund()
    except Exception:
        cart.close()
`
    ],
    good: [
      `
def test_refund(cart):
    try:
        cart.refund()
    except NothingPaid:
        cart.close()
`,
      `
def test_refund(cart):
    try:
        cart.refund()
    except Exception as error:
        raise ShopError from error
`
    ]
  },
  *check(module2) {
    const { model, isExplained: isExplained6, isHandedOn: isHandedOn2, isMaterial: isMaterial2, passesSilently: passesSilently2 } = module2;
    for (const handler of module2.handlers) {
      const broad = broadExceptionOf(handler);
      const { isSilent, narrows, keyword } = handler;
      if (broad === void 0 || isSilent || narrows || losesNothing(handler)) continue;
      const test = model.testAt(keyword.start);
      if (test !== void 0 && passesSilently2(handler, test)) continue;
      if (isHandedOn2(handler) || isExplained6(handler) || module2.isHeadedByComment(parentOf(module2.tree, handler.node)))
        continue;
      if (test === void 0 && (isMaterial2() || isShown(module2, handler))) continue;
      yield {
        at: keyword,
        message: `\`except ${broad}\` takes failed assertions and misspelt names for it too; name the exception`,
        subject: broad
      };
    }
  }
});
var losesNothing = ({
  raises,
  passesOn,
  reports,
  endsTest,
  guardsRaise,
  guardsYield,
  guardsNothing
}) => raises || passesOn || reports || endsTest || guardsRaise || guardsYield || guardsNothing;
var isShown = ({ bindings, spanOf: spanOf2 }, { alias }) => alias !== NO_NODE && (bindings.bindingAt(spanOf2(alias).start)?.references.length ?? 0) > 0;
var broad_except_pass_default = defineRule({
  id: "broad-except-pass",
  family: "exceptions",
  summary: "a handler in a test that swallows every exception",
  advice: "name the exception that may come, or expect it with `raises`: a broad handler swallows failed assertions too",
  why: `
\`except Exception: pass\` in a test makes it pass whatever happens in the \`try\` clause: an \`AssertionError\` is an
exception too, so that even a failed assertion is swallowed. When the call is expected to raise, \`pytest.raises\` or
\`assertRaises\` says so and fails when it does not; when only cleaning up may fail, name the exception that it may
fail with.

The rule looks at handlers of \`Exception\`, \`BaseException\` or everything whose body does nothing. In the review,
fixtures and helpers count as well, but for their bare handlers, which \`bare-except\` reports, and for those in scripts
and samples that only lie among tests.
`,
  spared: [
    "A handler with a comment, or below one that says that what follows fails, or why that does not matter.",
    "A `try` clause that raises itself or only calls a function inside the test that does, and a test that makes a plain `Exception`: the exception is known.",
    "A `try` clause that only converts values, or that calls `pytest.fail`, which no `except Exception` swallows.",
    "A `try` clause with a `yield`, which gets the exception from outside.",
    "A `try` clause around a call of a function that the rows of `parametrize` give.",
    "A handler after which the test fails, or whose `else` clause fails: the exception is expected.",
    "A handler beside one that skips or fails the test.",
    "A retry: the `try` clause leaves the loop when it succeeds. So is a `while True` loop that only the exception ends, and a loop whose `else` clause goes on with what went well.",
    "Clean-up in a `finally` clause, or in a handler that raises or returns: it keeps the exception that is under way.",
    "A result that is looked at: an assertion below reads what the `try` clause gave or what is collected below a `continue`, or asks, directly below or in the `finally` clause, for the calls of a mock or for what a callback has collected.",
    "A test that only has to survive, by its name: crashes, leaks, fuzzing and stress, or races and concurrency if it starts threads, processes or tasks.",
    "A decorated function inside the test, since what the decorator makes of its code is tested, and a method of a class inside the test."
  ],
  nearest: "ruff's `S110` (flake8-bandit) and `BLE001` (flake8-blind-except) and pylint's `W0718` report such handlers anywhere, with a comment or without.",
  limits: "Where nobody can know what a foreign service raises and the call does not matter. A comment in the handler says so, and keeps the rule silent.",
  severity: { fast: "error", review: "error" },
  options: {
    "outside-tests": flag2({
      default: false,
      review: true,
      description: "whether handlers in fixtures, hooks and helpers count as well"
    })
  },
  examples: {
    bad: [
      `
def test_refund(cart):
    try:
        cart.refund()
    except Exception:
        pass
`
    ],
    good: [
      `
def test_refund(cart):
    try:
        cart.refund()
    except NothingPaid:
        pass
`,
      `
def test_refund(cart):
    try:
        cart.refund()
    except Exception:
        pass  # the sandbox of the payment provider is down at night
`
    ]
  },
  *check(module2, options2) {
    const { handlers, model, commentsBefore: commentsBefore2, isExplained: isExplained6, isLookedAtAfter: isLookedAtAfter2, swallowsNothing } = module2;
    for (const handler of handlers) {
      const broad = writtenBy(handler);
      if (broad === void 0 || !handler.isSilent || isMeant(handler)) continue;
      const test = model.testAt(handler.keyword.start);
      if (test === void 0 && (handler.isBare || !options2["outside-tests"] || module2.isMaterial()))
        continue;
      if (isExplained6(handler) || isLookedAtAfter2(handler) || module2.isCallNoticed(handler)) continue;
      if (commentsBefore2(handler).some(({ content }) => NOT_MATTERING.test(content))) continue;
      if (module2.commentsOnPreparation(handler).some(saysThatItFails)) continue;
      if (swallowsNothing(handler)) continue;
      const worker = module2.definitionAt(handler.keyword.start);
      if ([test, worker].some((one) => ONLY_TO_SURVIVE.test(one?.name ?? ""))) continue;
      if (isOfConcurrentTest(module2, test, worker)) continue;
      if (test !== void 0 && worker !== void 0 && isMadeIntoSubject(test, worker)) continue;
      if (test !== void 0 && worker?.enclosing?.kind === "class" && worker !== test.definition) continue;
      if (test !== void 0 && callsWhatRowsGive(module2, test, handler)) continue;
      if (!handler.isBare && module2.isRaisedOnPurposeFor(handler.node)) continue;
      yield {
        at: handler.keyword,
        message: `${broad} swallows failed assertions too; name the exception or expect it with \`raises\``,
        subject: broad
      };
    }
  }
});
var NOT_MATTERING = /\b(?:may|might|sometimes|whether|so|even when|in case|otherwise|depend\w*|because|since|regardless|irrelevant|hack|catch\w*|ignor\w*|swallow\w*|suppress\w*|wrap\w*|of course|even if|best effort|do(?:es)?n't (?:care|matter)|do(?:es)? not (?:care|matter))\b/i;
var saysThatItFails = ({ content }) => FAILING.test(content) && !DEMANDING.test(content);
var FAILING = /\b(?:rais(?:es?|ed|ing)|fail(?:s|ed|ing|ures?)?|errors?|exceptions?|wrong|bogus)\b/i;
var DEMANDING = /\b(?:should|must|shall|expect\w*|supposed|has to|have to|ensures?|check\w*|verif\w*|no|not|never|without|cannot)\b|n't\b/i;
var ONLY_TO_SURVIVE = /fuzz|crash|segfault|leak|stress|robust/i;
function isOfConcurrentTest({ calls: calls2, tree }, test, worker) {
  if (test === void 0 || ![test, worker].some((one) => CONCURRENT.test(one?.name ?? ""))) return false;
  return calls2.names.some(
    (name) => STARTS_WORKER.test(name) && calls2.named(name).some((call) => contains(tree, test.node, call))
  );
}
var isMadeIntoSubject = (test, worker) => worker.node !== test.definition.node && worker.decorators.length > 0;
function callsWhatRowsGive({ calls: calls2, tree }, test, { node }) {
  const tried = childIn(tree, parentOf(tree, node), Field.body);
  return test.parametrizations.flatMap(({ names: names2 }) => names2).some((name) => calls2.named(name).some((call) => contains(tree, tried, call)));
}
var CONCURRENT = /concurren|parallel|thread_?safe|(?:^|_)rac(?:e|es|ing|y)(?:$|_)/i;
var STARTS_WORKER = /^(?:\w*Thread(?:Pool\w*)?|\w*Process(?:Pool\w*)?|start_new_thread|\w*Executor|TaskGroup|create_task|ensure_future|gather|spawn\w*|start_soon|run_in_executor|to_thread|run_in_thread\w*)$/;
var isMeant = ({
  guardsRaise,
  guardsYield,
  expectsRaise,
  isRetry,
  isCleanUp,
  endsLoop,
  passesOver,
  hasEndingSibling
}) => guardsRaise || guardsYield || expectsRaise || isRetry || isCleanUp || endsLoop || passesOver || hasEndingSibling;
function writtenBy(handler) {
  if (handler.isBare) return "`except:`";
  const broad = broadExceptionOf(handler);
  return broad === void 0 ? void 0 : `\`except ${broad}\``;
}
var raises_broad_exception_default = defineRule({
  id: "raises-broad-exception",
  family: "exceptions",
  summary: "`raises` of `Exception`, which any mistake satisfies",
  advice: "expect the exception that is meant, or say with `match` what it has to say",
  why: `
\`pytest.raises(Exception)\` is content with whatever goes wrong: a misspelt method, a wrong number of arguments, a
missing file. The test may pass before the code that it is about has run. Name the exception that the code is to
raise, or say with \`match\` what it has to say.

The rule looks at \`pytest.raises\`, \`assertRaises\` and their kin, as a block or as a call, that expect the built-in
\`Exception\` or \`BaseException\`, alone or among others.
`,
  spared: [
    "An exception of which more is asked: `match` or `check`, `assertRaisesRegex`, `assertRaisesMessage` and the like, or a name for it, by `as` or by assigning the result of the call.",
    'An exception that is looked at below: the next statement asserts a sentence, as in what was printed, or one further below names the exact exception, such as `assert "NothingPaidError" in span.error`. Where another exception is expected before that, it is about that one.',
    "A plain `Exception` that is raised on purpose, by `raise` or as a `side_effect`: in the test itself, or in a function, class, fixture or `setUp` of the module that it uses.",
    "A test that uses an imported stand-in named for failing, such as `FakeBankThatRaises`, or that quotes `raise Exception` in a string, as the traceback shows it.",
    "A call with a comment at the end of its line.",
    "A block or call with a comment above or in it that names an exception, or says that the exact one varies or does not matter. One above the first of several such statements in a row is about all of them.",
    "A helper that is handed what has to fail, and the wrapper that a decorator makes around a function: neither can know what that raises."
  ],
  nearest: "flake8-bugbear's and ruff's `B017` and OpenStack's `H202` report such calls too, also where a plain `Exception` is raised on purpose. `B017` leaves out those with `match`, and blocks with `as`.",
  limits: "Where the exception really may be any, as with a foreign library that promises none. A comment after the call, or one above it that says so, keeps the rule silent.",
  severity: { fast: "error", review: "error" },
  examples: {
    bad: [
      `
import pytest

def test_refund_twice(cart):
    with pytest.raises(Exception):
        cart.refund()
`
    ],
    good: [
      `
import pytest

def test_refund_twice(cart):
    with pytest.raises(AlreadyRefunded):
        cart.refund()
`,
      `
import pytest

def test_refund_twice(cart):
    with pytest.raises(Exception, match="refunded already"):
        cart.refund()
`
    ]
  },
  *check(module2) {
    const { raisesCalls, spanOf: spanOf2, textOf: textOf2, isExplainedOnLine: isExplainedOnLine2, isRaisedOnPurposeFor, isTextAssertedAfter: isTextAssertedAfter2 } = module2;
    for (const call of raisesCalls) {
      const broad = broadExceptionIn(module2, call);
      if (broad === void 0 || isLookedAt(module2, call)) continue;
      if (isExplainedOnLine2(spanOf2(call.node)) || isExplained2(module2, call)) continue;
      if (isTextAssertedAfter2(call) || module2.isExceptionNamedAfter(call)) continue;
      if (module2.isOfWrapped(call) || isRaisedOnPurposeFor(call.node)) continue;
      const name = textOf2(broad);
      yield {
        at: spanOf2(call.node),
        message: `any mistake raises \`${name}\`; expect the exception that is meant, or add \`match\``,
        subject: name
      };
    }
  }
});
function broadExceptionIn({ tree, originOf: originOf2 }, { expected }) {
  if (expected === void 0) return void 0;
  return elementsOf(tree, expected.value).find((one) => BROAD2.has(originOf2(one) ?? ""));
}
var BROAD2 = /* @__PURE__ */ new Set([
  "builtins.Exception",
  "builtins.BaseException",
  "builtins.builtins.Exception"
]);
function isLookedAt({ tree, textOf: textOf2 }, { node, isKept: isKept2, others }) {
  if (isKept2 || /(?:Regexp?|Message|_(?:regex|message|(?:with_)?msg)\w*)\s*$/.test(textOf2(node).split("(")[0] ?? ""))
    return true;
  return others.some(
    ({ keyword, value }) => keyword === "match" || keyword === "check" || kindOf(tree, value) === Kind.dictionary_splat
  );
}
function isExplained2({ commentsOnRaises: commentsOnRaises2 }, call) {
  return commentsOnRaises2(call).some(({ content }) => UNCERTAIN.test(content) || EXCEPTION.test(content));
}
var UNCERTAIN = /\b(?:exact|unspecified|depend|otherwise|some (?:implementation|version|platform)|differ|var(?:y|ies|ious)|whatever|generic|kind of|guarantee|arbitrar|(?:error|exception) (?:is )?expected (?:as|because|since)|unknown|unclear|unpredictable|undefined|gibberish|currently|for now|may|might|segfault|crash|too broad|blind|B017|or\b)|\b(?:any|bare|base|catch) `{0,2}(?:exception|error)|\bnot (?:specified|sure|certain)|doesn't matter/i;
var EXCEPTION = /\b[A-Z]\w*(?:Error|Exception|Warning|Exit|Interrupt)\b/;
var raises_multiple_statements_default = defineRule({
  id: "raises-multiple-statements",
  family: "exceptions",
  summary: "a block that expects an exception of any of several calls",
  advice: "leave in the block only the call that is to raise",
  why: `
A block of \`raises\` ends at the first exception. With several calls in it, the test passes as well when an early one
raises what the last one should have, and nothing below the one that raises ever runs. Leave in the block only the
call that is to raise.

The rule counts the statements directly in the block that call something and may be what raises, and reports a block
with two or more. An assertion in the block, after the call that raises, belongs to \`unreachable-assert-in-raises\`.
`,
  spared: [
    "Not counted: assertions, statements that call nothing, definitions of functions and classes, and blocks inside that expect an exception themselves.",
    "Not counted: what only shows something or waits, such as `print` and `sleep`, and what keeps a value for a clean-up, such as `append` and `addCleanup`.",
    "Not counted: assignments of plain values, paths and doubles (`len(\u2026)`, `Path(\u2026)`, `Mock()`), and calls that put a double in place (`monkeypatch.setattr(\u2026)`, `requests_mock.post(\u2026)`).",
    "Not counted: assignments of new objects, unless a common exception such as `ValueError` or `TypeError` is expected, which making an object may raise.",
    "A block whose exception is looked at: with `match` or another argument after the exception but `msg`, with `assertRaisesRegex`, or with a name by `as` that something reads.",
    "A block that raises, fails or skips by itself: `raise`, `pytest.fail`, `self.skipTest`.",
    "A block with a comment in or above it that says what raises or fails, or with `# noqa: PT012`.",
    "A block that expects a `KeyboardInterrupt`, which may come at any of its statements.",
    "Two statements of which the second reads or awaits what the first one gave, which may be lazy: `refunds = cart.refunds()` and `next(refunds)`."
  ],
  nearest: "flake8-pytest-style's and ruff's `PT012` report every `pytest.raises` block of more than one statement, and no block of unittest.",
  limits: "Where the earlier calls cannot raise what is expected, which the module does not show. That is so in about a quarter of the findings, so that the rule informs and does not block.",
  severity: { fast: "warning", review: "warning" },
  examples: {
    bad: [
      `
import pytest

def test_refund_twice(cart):
    with pytest.raises(RefundError):
        cart.pay()
        cart.refund()
`
    ],
    good: [
      `
import pytest

def test_refund_twice(cart):
    cart.pay()
    with pytest.raises(RefundError):
        cart.refund()
`
    ]
  },
  *check(module2) {
    for (const block of module2.raisesBlocks) {
      if (block.unreachableAssertions.length > 0 || isExplained3(module2, block)) continue;
      const { length } = module2.raisingStatementsOf(block);
      if (length < 2) continue;
      yield {
        at: module2.spanOf(block.call),
        message: `${length} statements may raise here; leave only the one that is to`,
        subject: block.exceptions.join(", "),
        measure: length
      };
    }
  }
});
function isExplained3({ commentsAround: commentsAround2, spanOf: spanOf2 }, { node }) {
  return commentsAround2(spanOf2(node)).some(
    ({ content }) => /\b(?:rais|fail|error|trigger|throw|PT012\b)/i.test(content)
  );
}
var raises_without_callable_default = defineRule({
  id: "raises-without-callable",
  family: "exceptions",
  summary: "an expected exception without anything that could raise it",
  advice: "put what is to raise into a `with` block, or pass it without calling it",
  why: `
\`self.assertRaises(ValueError)\` and \`pytest.raises(ValueError)\` on a line of their own make a context manager and
drop it: nothing is watched, and the line below may raise or not.

In \`self.assertRaises(ValueError, cart.refund())\` the call is made before \`assertRaises\` can watch it, and what it
gives is called in its stead. Pass \`cart.refund\` without calling it, or put the call into a \`with\` block.

The rule looks at \`raises\`, \`assertRaises\`, \`assertRaisesRegex\` and their old names where they are statements of
their own.
`,
  spared: [
    "A call that is likely to give something callable by its name: `partial` and its kin, `getattr`, `Mock`, or a name for making functions, such as `make_refund()` or `refund_callback()`.",
    "A call of a function of the module that returns a function, of a class of the module with a `__call__`, or of a variable that holds a lambda or an object; and a call that gets a function of the module, as a decorator does.",
    "An object of a class that is made of nothing or of more than literals, such as `Task(cart.refund)`: it is likely to be something to run.",
    "A call that further arguments follow: they are for what it gives.",
    "A call inside a block that expects an exception: `raises` itself is what is tested.",
    "What is unpacked, as in `self.assertRaises(*refusal)`: it may hold a callable.",
    "A function of the module that is called `raises` or `assert_raises` itself, and an assertion of the project's own, such as `assertRaisesRefused`."
  ],
  nearest: "flake8-pytest-style's and ruff's `PT010` report `raises()` without an exception, which is another mistake.",
  limits: "Where the second argument is a call of a function from elsewhere that gives something callable, and whose name does not say so. Assign the result to a variable first, and pass that.",
  severity: { fast: "error", review: "error" },
  examples: {
    bad: [
      `
import unittest

class CartTest(unittest.TestCase):
    def test_refund_twice(self):
        self.assertRaises(AlreadyRefunded)
        self.cart.refund()
`,
      `
import unittest

class CartTest(unittest.TestCase):
    def test_refund_twice(self):
        self.assertRaises(AlreadyRefunded, self.cart.refund())
`
    ],
    good: [
      `
import unittest

class CartTest(unittest.TestCase):
    def test_refund_twice(self):
        with self.assertRaises(AlreadyRefunded):
            self.cart.refund()
        self.assertRaises(AlreadyRefunded, self.cart.refund)
`
    ]
  },
  *check(module2) {
    for (const call of module2.raisesCalls) {
      if (call.role !== "statement" || call.expected === void 0 || isUnpacked(module2, call.expected))
        continue;
      const callee = childIn(module2.tree, call.node, Field.function);
      const name = module2.textOf(callee);
      if (module2.bindings.bindingAt(startOf(module2.tree, callee))?.kind === "function") continue;
      const early = earlyCallIn(module2, call);
      if (!WATCHING.test(name) || early === void 0 && !expectsNothing(module2, call)) continue;
      if (module2.isInRaisesBlock(call.node)) continue;
      yield {
        at: module2.spanOf(early ?? call.node),
        message: early === void 0 ? `\`${name}\` without a callable checks nothing; open a block with it` : `called before \`${name}\` can watch it; pass what is to be called, or open a block`,
        subject: module2.textOf(call.expected.value)
      };
    }
  }
});
var WATCHING = /(?:^|\.)(?:raises|assertRaises(?:Regexp?)?|failUnlessRaises|assert_raises(?:_regexp?)?)$/;
var isUnpacked = ({ tree }, { value }) => kindOf(tree, value) === Kind.list_splat;
function expectsNothing({ tree }, call) {
  return watchedBy(tree, call).every(
    ({ keyword, value }) => keyword !== void 0 && CONTEXT_KEYWORDS.has(keyword) && kindOf(tree, value) !== Kind.lambda
  );
}
function watchedBy(tree, { node, others }) {
  return /Regexp?$|_regexp?$/.test(calledNameOf(tree, node)) ? others.slice(1) : others;
}
var CONTEXT_KEYWORDS = /* @__PURE__ */ new Set(["match", "check", "msg", "message"]);
function earlyCallIn(module2, call) {
  const { tree, makesCallable: makesCallable2 } = module2;
  const [given, ...more] = watchedBy(tree, call);
  if (given === void 0 || given.keyword !== void 0 || kindOf(tree, given.value) !== Kind.call)
    return void 0;
  if (more.some(({ keyword }) => keyword === void 0 || !CONTEXT_KEYWORDS.has(keyword))) return void 0;
  if (MAKERS.test(calledNameOf(tree, given.value)) || makesCallable2(given.value)) return void 0;
  if (isObjectOfMore(tree, given.value)) return void 0;
  return given.value;
}
function isObjectOfMore(tree, call) {
  if (!/^_*[A-Z]\w*[a-z]/.test(calledNameOf(tree, call))) return false;
  const given = argumentsOf(tree, call);
  return given.length === 0 || given.some(({ value }) => [...descendantsOf(tree, value, Kind.identifier)].length > 0);
}
var MAKERS = /^(?:type|super|partial|partialmethod|(?:attr|item)getter|methodcaller|getattr|wraps?|deco\w*|bind|lambdify|compile|curry|pop|get|next|Mock|MagicMock|AsyncMock)$|(?:^|_)(?:make|create|build|get|wrap|wrapped|wrapper|factory|decorat\w*|func|function|fn|method|callable|callback|closure|caller|thunk|runner|validator|parser|handler|getter|setter)(?:_|$)|(?:Func|Function|Factory|Callable|Wrapper|Caller)$/;
function numberedName(name) {
  if (!/\d$/.test(name)) return void 0;
  const [, base = "", digits = ""] = /^(.*?)_*(\d{1,4})$/s.exec(name) ?? [];
  const number = Number(digits);
  if (digits === "" || number >= SMALLEST_CODE) return void 0;
  const isShort = base.replace(/[_\d]/g, "").length < SHORTEST_BASE && !isResultBase(base);
  if (isShort || isTechnical(name)) return void 0;
  return { base, number };
}
var takesNumber = (base) => NUMBERED_THINGS.test(base);
var NUMBERED_THINGS = /(?:^|_)(?:versions?|ver|release|issue|bug|ticket|gh|pr|rfc|pep|level|layer|phase|stage|step|python|protocol|proto|http|tls|ssl|ip|depth|size|length|count|limit|max|min|than|by|times|dim|ndim|axis|rank|order|power|base|with|of|to|is|eq|equals)$/i;
var isResultBase = (base) => RESULTS.test(base);
var RESULTS = /^(?:.*[_.])?(?:results?|responses?|resp|res|output|outputs|out|ret|rv|retval|actual|returned)$/;
var SMALLEST_CODE = 100;
var SHORTEST_BASE = 3;
function isTechnical(name) {
  const [last = ""] = /[^\W_]+_*\d*$/u.exec(name) ?? [];
  const [hump = ""] = /(?:\p{Lu}+\p{Ll}*|\p{Ll}+)_*\d+$/u.exec(last) ?? [];
  return [last, hump].some((word) => {
    const term = word.toLowerCase();
    return TERMS.has(term) || TERMS.has(term.replaceAll("_", "")) || /^\p{L}_*\d+$/u.test(term);
  });
}
var TERMS = new Set(
  "a1 aarch64 adler32 amd64 argon2 arm64 ascii85 atan2 av1 b16 b32 b64 b85 base16 base32 base64 base85 boto3 botocore bz2 complex128 complex64 cp1252 cp437 crc16 crc32 css3 curve25519 d3 db2 ec2 ed25519 es256 exp2 ext2 ext3 ext4 f32 f64 fat32 float128 float16 float32 float64 gzip2 h1 h2 h264 h265 h3 h4 h5 h6 hs256 hs512 html5 http1 http10 http11 http2 http3 i16 i32 i386 i64 i686 i8 inet4 inet6 int16 int32 int64 int8 ip4 ip6 ipv4 ipv6 iso8601 iso8859 jinja2 k8 k8s l2 l3 l4 l7 latin1 layer2 layer3 layer4 log1 log10 log2 m4 md5 mp3 mp4 mpeg4 murmur3 neo4j oauth1 oauth2 p256 p384 p521 pbkdf2 pep8 plotly3 psycopg2 psycopg3 py2 py27 py3 py310 py311 py312 py313 py36 py37 py38 py39 python2 python3 q1 q2 q3 q4 r2 rfc2822 rfc3339 rfc7231 rfc822 route53 rs256 s3 saml2 secp256k1 sha1 sha1sum sha2 sha224 sha256 sha3 sha384 sha512 sqlite3 ssl2 ssl3 sslv2 sslv3 t0 t1 tls12 tls13 tlsv1 u16 u32 u64 u8 uint16 uint32 uint64 uint8 utf16 utf32 utf8 uuid1 uuid3 uuid4 uuid5 v4 v6 vp8 vp9 web2 web3 win32 win64 x0 x509 x64 x86 y0 z0 zip64".split(" ")
);
function differInLabelOnly(one, other) {
  return withoutLabels(one) === withoutLabels(other) || differInLastLetter(one, other);
}
function differInLastLetter(one, other) {
  if (one.length !== other.length) return false;
  const at2 = Array.from(one).findIndex((letter, index) => letter !== other[index]);
  if (at2 === -1 || one.slice(at2 + 1) !== other.slice(at2 + 1)) return false;
  return /[a-z]{4}[a-z]$/i.test(one.slice(0, at2 + 1)) && !/^\w/.test(one.slice(at2 + 1));
}
function withoutLabels(text2) {
  return text2.toLowerCase().replace(HASH, "").replace(ADDRESS, "").replace(COUNTING, "").replace(/(["'])([a-z])\2*\1|^[a-z]$|(?<=[a-z][_ -])[a-z](?![a-z0-9])/g, "").replace(/\d+(?:\.\d*)?(?:e[+-]?\d+)?j?/g, "").replace(/[\W_]+/g, " ").trim();
}
var HASH = /(?<![a-z0-9])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[a-f]*\d)[0-9a-f]{8,})(?![a-z0-9])/g;
var ADDRESS = /(["'])[0-9a-f]*(?:[.:-][0-9a-f]*){2,}(?:\/\d+)?\1/g;
var COUNTING = /(?<![a-z])(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|another|other|value|spam|eggs|ham)(?![a-z])|foo|bar|baz)/g;
function tellingSentence(module2, telling, isPair) {
  const { first, other, difference } = telling;
  const pair = `\`${first.name}\` and \`${other.name}\``;
  const only = difference.one === NO_NODE ? difference.other : NO_NODE;
  const nodes = [difference.one, difference.other].filter((node) => node !== NO_NODE);
  const texts2 = nodes.map((node) => shown(module2.tree, node, withoutIt(nodes, node)));
  const parts = texts2.flatMap(
    (text2) => text2 === void 0 ? [] : `\`${named(module2, nodes, text2, texts2.indexOf(text2))}\``
  );
  if (parts.length < nodes.length || new Set(parts).size < parts.length)
    return `${pair} differ in more than their number`;
  const taker = nodes.some((node) => isBare(module2.tree, node)) ? takerOf(module2, nodes) : void 0;
  if (nodes.length === 1) {
    const [maker, rest] = only === NO_NODE ? [first, other] : [other, first];
    return isPair ? `only \`${maker.name}\` is made with ${parts.join("")}` : `\`${maker.name}\` is made with ${parts.join("")} and \`${rest.name}\` is not`;
  }
  return `${pair} differ in ${parts.join(" and ")}${taker === void 0 ? "" : `, given to \`${taker}\``}`;
}
var withoutIt = (nodes, node) => nodes.find((one) => one !== node) ?? NO_NODE;
function named(module2, nodes, text2, index) {
  const node = nodes[index] ?? NO_NODE;
  const passing = isBare(module2.tree, node) ? module2.passingOf(node) : void 0;
  return passing?.by === "parameter" ? `${passing.name}=${text2}` : text2;
}
function isBare(tree, node) {
  if (kindOf(tree, node) === Kind.unary_operator) return isBare(tree, childIn(tree, node, Field.argument));
  return BARE.has(kindOf(tree, node));
}
var BARE = /* @__PURE__ */ new Set([
  Kind.integer,
  Kind.float,
  Kind.true,
  Kind.false,
  Kind.none
]);
function takerOf(module2, nodes) {
  const { tree } = module2;
  for (const node of nodes) {
    const call = parentOf(tree, parentOf(tree, node));
    if (kindOf(tree, call) !== Kind.call || module2.passingOf(node) !== void 0) continue;
    const called = calledNameOf(tree, call);
    if (called !== "" && argumentsOf(tree, call).some((argument) => argument.node === node)) return called;
  }
  return void 0;
}
function shown(tree, node, other) {
  const text2 = compactText(tree, node);
  if (text2.length <= LONGEST_SHOWN) return text2;
  switch (kindOf(tree, node)) {
    case Kind.string:
      return shownString(text2, compactText(tree, other));
    case Kind.keyword_argument:
      return shownEntry(tree, node, other, Field.name, "=");
    case Kind.pair:
      return shownEntry(tree, node, other, Field.key, ": ");
    case Kind.call: {
      const called = calledNameOf(tree, node);
      return called === "" ? void 0 : `${called}(\u2026)`;
    }
    case Kind.attribute:
      return `\u2026.${textOf(tree, childIn(tree, node, Field.attribute))}`;
    default:
      return void 0;
  }
}
function shownEntry(tree, node, other, field, sign) {
  const isSameKind = other !== NO_NODE && kindOf(tree, other) === kindOf(tree, node);
  const otherValue = isSameKind ? childIn(tree, other, Field.value) : NO_NODE;
  const value = shown(tree, childIn(tree, node, Field.value), otherValue) ?? "\u2026";
  return `${textOf(tree, childIn(tree, node, field))}${sign}${value}`;
}
function shownString(text2, other) {
  const [, opening = "", content = "", quote = ""] = /^([a-z]*(?:"""|'''|"|'))(.*?)("""|'''|"|')$/is.exec(text2) ?? [];
  const [, , otherContent = ""] = /^([a-z]*(?:"""|'''|"|'))(.*?)("""|'''|"|')$/is.exec(other) ?? [];
  let same = 0;
  while (same < content.length && content[same] === otherContent[same]) same++;
  const start = Math.max(content.slice(0, same).search(/[^\s/.,:;=&?-]*$/), 0);
  const isCut = start > KEPT_BEFORE;
  const rest = content.slice(isCut ? start : 0).trim();
  const words = rest.length <= LONGEST_SHOWN ? rest : `${rest.slice(0, LONGEST_SHOWN).replace(/\s*\S*$/, "") || rest.slice(0, LONGEST_SHOWN)}\u2026`;
  return rest === "" ? void 0 : `${opening}${isCut ? "\u2026" : ""}${words}${quote}`;
}
var LONGEST_SHOWN = 30;
var KEPT_BEFORE = 12;
var isReserved = (name) => RESERVED.has(name);
var RESERVED = new Set(
  "False None True abs aiter all and anext any as ascii assert async await bin bool break breakpoint bytearray bytes callable case chr class classmethod compile complex continue def del delattr dict dir divmod elif else enumerate eval except exec filter finally float for format from frozenset getattr global globals hasattr hash help hex id if import in input int is isinstance issubclass iter lambda len list locals map match max memoryview min next nonlocal not object oct open or ord pass pow print property raise range repr return reversed round set setattr slice sorted staticmethod str sum super try tuple type vars while with yield zip".split(" ")
);
function nameInRole(base, role) {
  const { leading, core } = trimmed2(base);
  const kind = core.split("_");
  if (!SNAKE4.test(core) || role.length === 0 || !role.every(isWord)) return void 0;
  const words = wordsInRole(kind, role);
  const name = words === void 0 ? "" : leading + words.join("_");
  return words === void 0 || words.length > MOST_WORDS3 || name.length > LONGEST2 || isReserved(name) ? void 0 : name;
}
var SNAKE4 = /^[a-z]+(?:_[a-z]+)*$/;
var MOST_WORDS3 = 4;
var LONGEST2 = 32;
function wordsInRole(kind, role) {
  const [last = ""] = kind.slice(-1);
  const lastOfRole = role.at(-1) ?? "";
  if (last.length > 2 && lastOfRole.startsWith(last) && !isSameThing(lastOfRole, last))
    return [...kind.slice(0, -1), ...role];
  if (role.some((word) => last.startsWith(word) && last !== word)) return void 0;
  const own = lastOfRole === last ? role.slice(0, -1) : role;
  const said = new Set(kind.map(stemOf));
  if (own.length === 0 || own.length > MOST_ROLE_WORDS) return void 0;
  if (own.some((word) => said.has(stemOf(word)))) return void 0;
  return [...own, ...kind];
}
var MOST_ROLE_WORDS = 2;
function isWord(word) {
  return /^[a-z]{3,}$/.test(word) && /[aeiouy]/.test(word) && !differInLabelOnly(word, "") && !EMPTY_WORDS.has(word) && !/^abc|(.)\1\1/.test(word);
}
var EMPTY_WORDS = new Set(
  "test tests testing name value object item thing stuff data text string left right actual expected result the and for with from this that some any all none true false self cls args kwargs arg param key obj hello world qux quux".split(" ")
);
function productOf(maker) {
  const words = wordsOf(maker);
  const [verb = ""] = words;
  return MAKING.has(verb) ? words.slice(1) : words;
}
var MAKING = new Set(
  "make create build new get generate construct prepare setup open load start add insert mock fake list update find fetch read return".split(
    " "
  )
);
var ordinalOf = (index) => index === -1 ? "last" : ORDINALS2[index];
var ORDINALS2 = ["first", "second", "third", "fourth", "fifth", "sixth"];
var isSameThing = (one, other) => stemOf(one) === stemOf(other);
function* cluesOf(module2, siblings) {
  const passed = passedClues(module2, siblings);
  if (passed !== void 0) yield passed;
  const made = madeClues(module2.tree, siblings);
  if (made !== void 0) yield made;
}
function passedClues(module2, siblings) {
  const passings = siblings.map(
    (sibling) => occurrencesOf(module2, sibling).flatMap((node) => module2.passingOf(node) ?? [])
  );
  const [first = []] = passings;
  for (const { call } of first) {
    const together = passings.map((own) => own.filter((passing) => passing.call === call));
    const chosen = together.flatMap(
      ([only, ...others]) => only === void 0 || others.length > 0 ? [] : only
    );
    if (chosen.length < siblings.length || !isConsistent(chosen, passings)) continue;
    return chosen.map(({ name, by, call: taker }) => ({
      basis: by,
      role: wordsOf(name),
      evidence: by === "keyword" ? `passed as \`${name}\`` : `passed to the parameter \`${name}\` of \`${calledNameOf(module2.tree, taker)}\``,
      isSure: true
    }));
  }
  return void 0;
}
function isConsistent(chosen, passings) {
  const roles = chosen.map(({ name }) => name);
  if (roles.some((role, index) => roles.some((other, at2) => at2 !== index && differInLabelOnly(role, other))))
    return false;
  return passings.every(
    (own, index) => own.every(({ name }) => name === roles[index] || !roles.includes(name))
  );
}
function occurrencesOf({ tree }, { owner, name }) {
  if ("references" in owner) return owner.references.map(({ node }) => node);
  const occurrences = [];
  for (let node = owner.node, end = afterOf(tree, node); node < end; node++) {
    if (kindOf(tree, node) === Kind.attribute && textOf(tree, node) === name) occurrences.push(node);
  }
  return occurrences;
}
function madeClues(tree, siblings) {
  const [first, ...others] = siblings;
  if (first === void 0 || siblings.some((one) => isGivenTwice(one) || one.number === void 0))
    return void 0;
  const differences2 = others.map(({ value }) => differencesBetween(tree, first.value, value));
  for (const { one } of differences2[0] ?? []) {
    const parts = [one, ...differences2.map((list2) => partIn(list2, one))];
    if (parts.includes(NO_NODE) || !areOfOneCollection(tree, parts)) continue;
    const isOnly = differences2.every((list2) => list2.length === 1);
    const clues = parts.flatMap((part, index) => {
      const sibling = siblings[index];
      const clue = sibling === void 0 ? void 0 : clueOf(tree, sibling, part);
      return clue === void 0 ? [] : [{ ...clue, isSure: clue.isSure && isOnly }];
    });
    if (clues.length === siblings.length && new Set(clues.map(({ basis }) => basis)).size === 1)
      return isCountedFromFirst(clues) ? apart(clues) : void 0;
  }
  return void 0;
}
var saidBy3 = (content) => /^[a-z]+(?:[ _-][a-z]+)*$/.test(content) ? content.split(/[ _-]/) : [];
function apart(clues) {
  const [first, ...others] = clues;
  if (first?.basis !== "constant") return clues;
  let same = 0;
  while (same < first.role.length - 1 && others.every(({ role }) => role.length > same + 1 && role[same] === first.role[same]))
    same++;
  return clues.map((clue) => ({ ...clue, role: clue.role.slice(same) }));
}
var isCountedFromFirst = (clues) => clues.every(({ basis }) => basis !== "position") || clues.some(({ role }) => role[0] === ordinalOf(0));
var partIn = (differences2, one) => differences2.find((difference) => difference.one === one)?.other ?? NO_NODE;
var isGivenTwice = ({ owner }) => "references" in owner && owner.definitions.length > 1;
function clueOf(tree, sibling, part) {
  const evidence = (says) => `${says} \`${compactText(tree, part)}\``;
  const kind = kindOf(tree, part);
  const base = wordsOf(sibling.base).at(-1) ?? "";
  if (kind === Kind.keyword_argument || kind === Kind.pair) {
    const inner = clueOf(tree, sibling, childIn(tree, part, Field.value));
    if (inner === void 0 || inner.basis !== "literal" && inner.basis !== "constant") return void 0;
    const key2 = textOf(tree, childIn(tree, part, kind === Kind.pair ? Field.key : Field.name)).replaceAll(
      /["']/g,
      ""
    );
    const isDirect = kind === Kind.keyword_argument && isArgumentOf(tree, part, sibling);
    return {
      ...inner,
      evidence: evidence("made with"),
      isSure: isDirect && makes(tree, sibling, base) && DESCRIBING.has(key2)
    };
  }
  const content = stringContentOf(tree, part);
  if (content !== void 0) {
    const isSure = isArgumentOf(tree, part, sibling) && makes(tree, sibling, base);
    return { basis: "literal", role: saidBy3(content), evidence: evidence("made with"), isSure };
  }
  if (fieldOf(tree, part) === Field.function && parentOf(tree, part) === unwrapped(tree, sibling.value)) {
    const called = calledNameOf(tree, parentOf(tree, part));
    const role = productOf(called);
    return role.at(-1) === base ? { basis: "callee", role, evidence: `made by \`${called}\``, isSure: true } : void 0;
  }
  if (kind === Kind.subscript) return elementClue(tree, sibling, part, base);
  if (kind === Kind.attribute) {
    const attribute = textOf(tree, childIn(tree, part, Field.attribute));
    const role = wordsOf(attribute);
    const isWhole = part === unwrapped(tree, sibling.value);
    const isConstant2 = /^[A-Z][A-Z_]+$/.test(attribute);
    if (!isWhole && !isConstant2) return void 0;
    return {
      basis: isConstant2 ? "constant" : "attribute",
      role,
      evidence: evidence(isWhole ? "taken from" : "made with"),
      isSure: isWhole ? role.at(-1) === base : isArgumentOf(tree, part, sibling) && makes(tree, sibling, base)
    };
  }
  return void 0;
}
var DESCRIBING = new Set(
  "size color colour kind type state status role mode level category variant flavor style severity priority name owner".split(
    " "
  )
);
function elementClue(tree, sibling, part, base) {
  if (part !== unwrapped(tree, sibling.value)) return void 0;
  const evidence = `taken from \`${compactText(tree, part)}\``;
  const index = childIn(tree, part, Field.subscript);
  const content = stringContentOf(tree, index);
  const collection = wordsOf(/\w+$/.exec(textOf(tree, childIn(tree, part, Field.value)))?.[0] ?? "").at(-1) ?? "";
  if (content !== void 0) {
    const role = saidBy3(content);
    return { basis: "key", role, evidence, isSure: isSameThing(collection, base) || role.at(-1) === base };
  }
  const text2 = textOf(tree, index);
  const ordinal = /^-?\d+$/.test(text2) ? ordinalOf(Number(text2)) : void 0;
  return ordinal === void 0 ? void 0 : { basis: "position", role: [ordinal], evidence, isSure: false };
}
function isArgumentOf(tree, part, { value }) {
  const call = unwrapped(tree, value);
  return kindOf(tree, call) === Kind.call && parentOf(tree, part) === childIn(tree, call, Field.arguments);
}
function areOfOneCollection(tree, parts) {
  const collections = parts.flatMap(
    (part) => kindOf(tree, part) === Kind.subscript ? textOf(tree, childIn(tree, part, Field.value)) : []
  );
  return new Set(collections).size < 2;
}
function makes(tree, { value }, base) {
  return productOf(calledNameOf(tree, unwrapped(tree, value))).at(-1) === base;
}
function proposalFor(module2, siblings) {
  if (siblings.length > MOST_SIBLINGS) return void 0;
  for (const clues of cluesOf(module2, siblings)) {
    const [first, ...others] = siblings.flatMap(
      (sibling, index) => newNameOf(module2, sibling, clues[index]) ?? []
    );
    if (first === void 0 || others.length + 1 < siblings.length) continue;
    const names2 = [first, ...others];
    if (new Set(names2.map(({ renameTo }) => renameTo)).size < names2.length || areAlmostOne(clues)) continue;
    const isSure = clues.every((clue) => clue.isSure) && siblings.every(({ number }) => number !== void 0);
    return { names: names2, isSure };
  }
  return void 0;
}
var MOST_SIBLINGS = 5;
function areAlmostOne(clues) {
  const roles = clues.map(({ role }) => role.join("_"));
  return roles.every((role) => role.length > 3 && role.slice(0, -1) === roles[0]?.slice(0, -1));
}
function newNameOf(module2, sibling, clue) {
  if (clue === void 0) return void 0;
  const base = sibling.base.slice(sibling.base.lastIndexOf(".") + 1);
  const name = clue.basis === "position" ? `${clue.role.join("_")}_${base}` : nameInRole(base, clue.role);
  if (name === void 0 || isTaken(module2, sibling, name)) return void 0;
  const { line, column } = module2.positionAt(sibling.span.start);
  return {
    from: sibling.name,
    line,
    column,
    span: { start: sibling.span.start, end: sibling.span.end },
    renameTo: name,
    basis: clue.basis,
    evidence: clue.evidence
  };
}
function isTaken(module2, { owner }, name) {
  if ("references" in owner) {
    return module2.bindings.lookup(owner.scope, name) !== void 0 || owner.symbols.some(({ scope }) => scope.symbols.has(name));
  }
  return module2.hasIdentifier(name);
}
function worded(proposal, problem2, todo) {
  if (proposal === void 0) return { message: `${problem2}; ${todo}` };
  const { names: names2, isSure } = proposal;
  const [first, second] = names2;
  if (second !== void 0 && !isSaidIn(problem2, names2)) {
    problem2 = `\`${first.from}\` is ${first.evidence} and \`${second.from}\` is ${second.evidence}`;
  }
  const written2 = enumerated3(names2.map(({ renameTo }) => `\`${renameTo}\``));
  if (isSure) return { message: `${problem2}; rename them ${written2}`, fix: { renames: names2 } };
  const isPlace = names2.some(({ basis }) => basis === "position");
  const hint = isPlace ? `or at least ${written2}` : `perhaps ${written2}`;
  return { message: `${problem2}; ${todo}, ${hint}`, offer: names2 };
}
function isSaidIn(problem2, names2) {
  return names2.every(({ basis, evidence }) => {
    const [, part = ""] = /`(.*)`/s.exec(evidence) ?? [];
    return basis !== "keyword" && basis !== "parameter" && problem2.includes(part);
  });
}
function enumerated3(items) {
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
}
function localGroupsOf(module2) {
  return Array.from(numberedByScope(module2)).filter(([scope]) => scope.kind === "function").flatMap(([, siblings]) => groupsOf(siblings));
}
function allGroupsOf(module2) {
  const named2 = Array.from(numberedByScope(module2)).flatMap(([scope, siblings]) => {
    const bases2 = new Set(siblings.map(({ base }) => base));
    const unnumbered = Array.from(bases2).flatMap((base) => {
      const binding = scope.symbols.get(base)?.binding;
      return binding?.scope === scope ? siblingOf(module2, binding, { base, number: void 0 }) ?? [] : [];
    });
    return groupsOf([...siblings, ...unnumbered]);
  });
  return [...named2, ...attributeGroupsOf(module2)];
}
var known6 = /* @__PURE__ */ new WeakMap();
function numberedByScope(module2) {
  const siblings = known6.get(module2) ?? siblingsByScope(module2);
  known6.set(module2, siblings);
  return siblings;
}
function siblingsByScope(module2) {
  const scopes = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set();
  for (const node of module2.givenNames()) {
    const numbered = endsInDigit(module2, node) ? numberedName(module2.textOf(node)) : void 0;
    const binding = numbered === void 0 ? void 0 : module2.bindings.bindingAt(module2.spanOf(node).start);
    if (numbered === void 0 || binding === void 0 || seen.has(binding)) continue;
    seen.add(binding);
    const sibling = siblingOf(module2, binding, numbered);
    if (sibling === void 0) continue;
    const siblings = scopes.get(binding.scope);
    if (siblings === void 0) scopes.set(binding.scope, [sibling]);
    else siblings.push(sibling);
  }
  return scopes;
}
function siblingOf({ tree }, binding, { base, number }) {
  const [definition] = binding.definitions;
  if (definition === void 0 || binding.kind !== "local") return void 0;
  const value = valueGivenTo(tree, definition.node);
  return value === NO_NODE ? void 0 : { name: binding.name, base, number, span: definition, value, owner: binding };
}
function endsInDigit({ text: text2, tree }, node) {
  const last = text2.charCodeAt(endOf(tree, node) - 1);
  return last >= DIGIT_ZERO && last <= DIGIT_NINE;
}
var DIGIT_ZERO = 48;
var DIGIT_NINE = 57;
function attributeGroupsOf(module2) {
  if (!module2.nodesOf(Kind.assignment).some((assignment) => endsInDigit(module2, assignment + 1))) return [];
  const owners = /* @__PURE__ */ new Map();
  for (const { span, owner, value } of module2.attributeAssignments) {
    if (value === NO_NODE) continue;
    const siblings = owners.get(owner) ?? /* @__PURE__ */ new Map();
    owners.set(owner, siblings);
    const written2 = module2.text.slice(span.start, span.end);
    const { base, number } = numberedName(written2) ?? { base: written2, number: void 0 };
    if (!siblings.has(written2)) siblings.set(written2, { name: written2, base, number, span, value, owner });
  }
  return Array.from(owners.values()).flatMap((siblings) => groupsOf(Array.from(siblings.values()))).filter((group) => group.some(({ number }) => number !== void 0));
}
function groupsOf(siblings) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const sibling of siblings) {
    const group = groups2.get(sibling.base);
    if (group === void 0) groups2.set(sibling.base, [sibling]);
    else if (!group.some(({ number }) => number === sibling.number)) group.push(sibling);
  }
  return Array.from(groups2.values()).filter((group) => group.length > 1).map((group) => group.toSorted((one, other) => one.span.start - other.span.start));
}
function firstTelling({ tree }, siblings, isCompared, isCounted) {
  const [first, ...others] = siblings.filter((sibling) => isCompared(tree, sibling));
  if (first === void 0) return void 0;
  for (const other of others) {
    for (const difference of differencesBetween(tree, first.value, other.value)) {
      const telling = { first, other, difference };
      if (isCounted(tree, telling)) return telling;
    }
  }
  return void 0;
}
var isAny = () => true;
function isMadeByCall2(tree, { value }) {
  let node = unwrapped(tree, value);
  while (kindOf(tree, node) === Kind.attribute || kindOf(tree, node) === Kind.subscript)
    node = unwrapped(tree, node + 1);
  return kindOf(tree, node) === Kind.call;
}
function isTelling(tree, telling) {
  if (!isDifference(tree, telling) || isOwnLabel(tree, telling) || hasNumbersInStrings(tree, telling))
    return false;
  const [one, other] = textsOf2(tree, telling);
  const isAddress = one === "" || other === "" ? isAddressGiven(one || other) : false;
  return !isAddress && !differInLabelOnly(one, other) || OWN_ATTRIBUTE.test(one) && OWN_ATTRIBUTE.test(other);
}
var OWN_ATTRIBUTE = /^(?:\w+\s*=\s*)?(?:self|cls)\.\w+$/;
function isTellingOfResults(tree, telling) {
  if (!isDifference(tree, telling) || isOwnLabel(tree, telling)) return false;
  const [one, other] = textsOf2(tree, telling).map(
    (text2) => text2.replace(/^(\w+\s*=\s*)?(?:self|cls)\./, "$1")
  );
  return !differInLabelOnly(one ?? "", other ?? "");
}
var isDifference = (tree, telling) => !isOrderOnly(tree, telling) && !isAddedTo(tree, telling);
function differInOwnNumbers(tree, [first, ...others]) {
  const text2 = ({ value }) => compactText(tree, value);
  if (first === void 0 || /\[-?\d+\]/.test(text2(first))) return false;
  const own = withoutNumber(text2(first), first);
  return others.every((other) => {
    if (text2(other) === text2(first)) return false;
    const plain2 = withoutNumber(text2(other), other);
    return plain2 === own || first.number === void 0 && plain2.replaceAll(/_?#/g, "") === own;
  });
}
function textsOf2(tree, { difference: { one, other } }) {
  const text2 = (node) => node === NO_NODE ? "" : compactText(tree, node);
  return [text2(one), text2(other)];
}
function isOrderOnly(tree, { first, other }) {
  const [parts, otherParts] = [first, other].map(
    ({ value }) => tokensOf(tree, value).split(" ").toSorted().join(" ")
  );
  return parts === otherParts;
}
function isOwnLabel(tree, telling) {
  const { first, other } = telling;
  const [one, another] = textsOf2(tree, telling);
  if (sayingName(first)(one) || sayingName(other)(another)) return true;
  return one !== "" && withoutNumber(one, first) === withoutNumber(another, other);
}
function hasNumbersInStrings(tree, { first, other }) {
  return differencesBetween(tree, first.value, other.value).some((difference) => {
    const [one, another] = textsOf2(tree, { first, other, difference });
    const isNumbered = one !== another && withoutNumber(one, first) === withoutNumber(another, other);
    return isNumbered && /["'][^"']*\d[^"']*["']$/.test(one);
  });
}
var isAddressGiven = (argument) => /^\w+\s*=/.test(argument) && differInLabelOnly(argument.replace(/^\w+\s*=\s*/, ""), "") && /[.:]\d/.test(argument);
var withoutNumber = (text2, { number }) => number === void 0 ? text2 : text2.replaceAll(new RegExp(`(?<!\\d)${number}(?!\\d)`, "g"), "#");
function sayingName(sibling) {
  const says = sayings.get(sibling) ?? saying(sibling);
  sayings.set(sibling, says);
  return says;
}
var sayings = /* @__PURE__ */ new WeakMap();
function saying({ name, base, number }) {
  if (number === void 0) return () => false;
  const digits = /\d+$/.exec(name)?.[0] ?? `${number}`;
  const parts = base.slice(base.lastIndexOf(".") + 1).split("_");
  const first = parts.find((part) => part !== "")?.toUpperCase() ?? "";
  let whole2;
  const made = () => new RegExp(`(?<![a-z0-9])${[...parts, digits].join("[\\W_]*")}(?![a-z0-9])`, "i");
  return (text2) => text2.includes(digits) && text2.toUpperCase().includes(first) && (whole2 ??= made()).test(text2);
}
function isAddedTo(tree, { first, other }) {
  return [first, other].some(
    ({ owner }) => "references" in owner && owner.definitions.some(({ node }) => kindOf(tree, parentOf(tree, node)) === Kind.augmented_assignment)
  );
}
var BETWEEN_TEXTS = "\nx0x\n";
function areNamedInStrings(module2, siblings) {
  const [first] = siblings;
  if (first === void 0 || !("references" in first.owner)) return false;
  const { scope } = first.owner;
  if (scope.kind !== "function") return false;
  const contents = Array.from(module2.nodesBelow(Kind.string_content, scope.node), module2.textOf).join(
    BETWEEN_TEXTS
  );
  return siblings.filter(({ number }) => number !== void 0).every((sibling) => sayingName(sibling)(contents));
}
function isCopied({ tree }, siblings) {
  const plain2 = siblings.find(({ number }) => number === void 0);
  if (plain2 === void 0 || !("references" in plain2.owner)) return false;
  return plain2.owner.references.some(
    ({ node }) => fieldOf(tree, node) !== Field.object && fieldOf(tree, node) !== Field.value && siblings.some(({ value }) => contains(tree, value, node))
  );
}
var numbered_name_default = defineRule({
  id: "numbered-name",
  family: "numbered-names",
  summary: "names told apart by a number whose values differ in something that has a name",
  advice: "name things for what tells them apart instead of numbering them",
  why: `
\`server1\` and \`server2\` make the reader look up which was which, at every line that uses them. When both are made
by a call and the calls differ in an argument, that argument is what the names are about: \`server_without_network\`
and \`server_with_network\` are understood at once. The message says what tells the two apart, and proposes names
where the code has some.

In the hook, the rule looks at siblings, variables of one function whose names differ only in a number. It reports
those that calls make, and whose calls differ in more than a label. The review lists every such group: attributes,
names of modules and classes and the sibling without a number too, whatever makes them.
`,
  spared: [
    "A number that belongs to the word: `sha256`, `ipv4`, `utf_8`, `api_v2`, or any after one or two letters, such as `x1`. Numbers from 100 on are years, status codes, ports or sizes.",
    "Names of loops, of unpacked tuples and of parameters, which follow what they are taken from.",
    "Numbers that are data: the names stand in strings of the function, or the values differ in nothing but the same numbers, as in `cart1 = make(key1)` and `cart2 = make(key2)`.",
    "Results, such as `result1` and `response1`, which `numbered-result-name` reports.",
    "In the hook, siblings that are made alike, or of the same parts in another order: they are interchangeable, and their numbers do no harm.",
    "In the hook, siblings that differ in a label only: a number, a letter, a word such as `first`, `other` or `foo`, an id, an address.",
    'In the hook, siblings whose number or name is repeated in the value: `user1 = make("user1")`.',
    "In the hook, values that no call makes (`price1 = 3`), and variables that are added to afterwards."
  ],
  nearest: "wemake-python-styleguide's `WPS114` reports names with a number after an underscore, such as `cart_2`, whatever they hold.",
  limits: "Where the difference between the calls does not matter to the test, and any two would do. That is so in about a quarter of the findings, so that the rule informs and does not block.",
  severity: { fast: "warning", review: "warning" },
  options: {
    "every-group": flag2({
      default: false,
      review: true,
      description: "whether attributes, names outside functions, the sibling without a number and siblings without a telling difference count as well"
    })
  },
  examples: {
    bad: [
      `
def test_totals(shop):
    cart1 = shop.cart(owner="alice")
    cart2 = shop.cart(owner="bob")
    assert cart1.total == cart2.total
`
    ],
    good: [
      `
def test_totals(shop):
    alices_cart = shop.cart(owner="alice")
    bobs_cart = shop.cart(owner="bob")
    assert alices_cart.total == bobs_cart.total
`,
      `
def test_digests(archive):
    key_sha1 = archive.digest("sha1")
    key_sha256 = archive.digest("sha256")
    assert len(key_sha1) < len(key_sha256)
`
    ]
  },
  *check(module2, options2) {
    const everyGroup = options2["every-group"];
    for (const siblings of everyGroup ? allGroupsOf(module2) : localGroupsOf(module2)) {
      const [first, second] = siblings;
      if (first === void 0 || second === void 0 || isResult(module2, siblings)) continue;
      if (areNamedInStrings(module2, siblings) || differInOwnNumbers(module2.tree, siblings)) continue;
      const telling = everyGroup && isCopied(module2, siblings) ? void 0 : firstTelling(module2, siblings, everyGroup ? isAny : isMadeByCall2, isTelling) ?? (everyGroup ? firstTelling(module2, siblings, isAny, isDifference) : void 0);
      if (telling === void 0 && !everyGroup) continue;
      const problem2 = telling === void 0 ? `\`${first.name}\` and \`${second.name}\` are told apart by a number` : tellingSentence(module2, telling, siblings.length === 2);
      const todo = telling === void 0 ? "name them for what they are" : "name them for that";
      yield {
        at: second.span,
        ...worded(proposalFor(module2, siblings), problem2, todo),
        subject: first.base,
        measure: siblings.length
      };
    }
  }
});
function isResult(module2, siblings) {
  return siblings.every(({ base }) => isResultBase(base)) && !isCopied(module2, siblings) && firstTelling(module2, siblings, isAny, isTellingOfResults) !== void 0;
}
var numbered_result_name_default = defineRule({
  id: "numbered-result-name",
  family: "numbered-names",
  summary: "results told apart by a number though they come from different expressions",
  advice: "name results for what they are results of instead of numbering them",
  why: `
\`result\`, \`response\`, \`out\` or \`actual\` says that something came back, and a number after it says that
something came back again: what it was has to be looked up. Where the results come from different expressions, the
difference is the name: \`empty_total\` and \`full_total\`. The message says what differs, and proposes names where
the code has some.

The rule looks at the variables of one function whose names are, or end in, such a word and a number. In the review,
attributes, names outside functions and the name without a number count as well.
`,
  spared: [
    'Results of the same call, or of calls that differ in a label only, such as `1` and `2` or `"a"` and `"b"`: that a second call gives the same is what many a test is about.',
    "Results of what is numbered or lettered itself: `result1 = shop.total(cart_1)` and `result2 = shop.total(cart_2)`.",
    "Results of the same parts in another order, and those that are added to afterwards.",
    "A result that is made from the one without a number, as a copy of it is.",
    "Names of loops and of unpacked tuples, which follow what they are taken from."
  ],
  nearest: "wemake-python-styleguide's `WPS110` reports `result` by itself, whatever it holds, and `WPS114` any name with a number after an underscore.",
  limits: "Where the results are compared with one another and which is which does not matter.",
  severity: { fast: "warning", review: "warning" },
  options: {
    "every-group": flag2({
      default: false,
      review: true,
      description: "whether attributes, names outside functions and the sibling without a number count as well"
    })
  },
  examples: {
    bad: [
      `
def test_totals(shop):
    result1 = shop.cart().total
    result2 = shop.cart("tea").total
    assert result1 < result2
`
    ],
    good: [
      `
def test_totals(shop):
    empty_total = shop.cart().total
    full_total = shop.cart("tea").total
    assert empty_total < full_total
`,
      `
def test_total_is_kept(cart):
    result1 = cart.total()
    result2 = cart.total()
    assert result1 == result2
`
    ]
  },
  *check(module2, options2) {
    for (const siblings of options2["every-group"] ? allGroupsOf(module2) : localGroupsOf(module2)) {
      const [first, second] = siblings;
      if (first === void 0 || second === void 0 || !isResultBase(first.base)) continue;
      const telling = firstTelling(module2, siblings, isAny, isTellingOfResults);
      if (telling === void 0 || isCopied(module2, siblings)) continue;
      const problem2 = tellingSentence(module2, telling, siblings.length === 2);
      yield {
        at: second.span,
        ...worded(proposalFor(module2, siblings), problem2, "name them for that"),
        subject: first.base,
        measure: siblings.length
      };
    }
  }
});
var numbered_test_name_default = defineRule({
  id: "numbered-test-name",
  family: "numbered-names",
  summary: "a test that has the name of another one with a number at its end",
  advice: "name each test for what it tests that the others do not",
  why: `
When \`test_refund2\` fails, its name says no more than that of \`test_refund\`: somebody wrote a second test and did
not say what for. Nobody but the author knows the right name: \`proctor rename\` gives it, and shows how the id of the
test changes.

The rule wants both tests to stand in the same class or module, so that the number can only be a count. The numbers
have to begin with 1 or 2, and those over 12 do not count: they are sizes, codes and ids.
`,
  spared: [
    "A number that belongs to the word: `sha256`, `ipv6`, `utf_8`. So does one that goes on with a version (`test_tlsv1_2`), and one of several (`test_close_0_1`).",
    "A number after a word that takes one: `test_upgrade_to_version_2`, `test_issue_7`, `test_level_2`.",
    "`test2` beside `test`, which has no name to begin with.",
    "A number that the docstring counts, such as `2 refunds` in `test_refunds2`.",
    'A name, or its last word with the number, that the test or its decorators have in a string, or that the test uses as an attribute, a keyword or a part of another name: `"DIFF1"` in `test_diff1`, `Shell2Model` in `test_shell2`.',
    'A number that this test, and not the other one, passes to a call or has in an address, a path or an id: `set_level(2)`, `"/orders/2/lines"`.',
    "The number of something that the test uses, where the other test uses the same without it: `shop.key2` for `shop.key`.",
    "The pair of a class that repeats the tests of a class above: only the first pair is reported.",
    "A module that says at its head that it was copied from another one, whose names it keeps."
  ],
  limits: "Where the number is a term that the rule does not know, such as that of an issue or of a version. Put the word before it, as in `test_issue_7`, or suppress the finding.",
  severity: { fast: "error", review: "error" },
  examples: {
    bad: [
      `
def test_refund(shop):
    assert shop.refund(4) == 4

def test_refund2(shop):
    assert shop.refund(0) == 0
`
    ],
    good: [
      `
def test_refund(shop):
    assert shop.refund(4) == 4

def test_refund_of_nothing(shop):
    assert shop.refund(0) == 0
`,
      `
def test_checksum(shop):
    assert shop.checksum() == "4"

def test_checksum_sha1(shop):
    assert shop.checksum("sha1") == "da39"
`
    ]
  },
  // A class that repeats the tests of one above has their names too: they go together.
  *check(module2) {
    const { model } = module2;
    const pairsAbove = /* @__PURE__ */ new Set();
    for (const tests of testsByPlace(model.tests)) {
      const byName = new Map(tests.map((test) => [test.name, test]));
      const counted2 = tests.flatMap((test) => {
        const numbered = numberedName(test.name);
        const base = numbered?.base ?? "";
        const other = byName.get(base);
        if (numbered === void 0 || numbered.number > LARGEST || other === void 0) return [];
        if (!HAS_OWN_NAME.test(base) || takesNumber(base) || ENDS_IN_VERSION.test(base)) return [];
        if (ENDS_IN_NUMBERS.test(test.name) || mirrors(module2, test)) return [];
        if (countsWhatItNames(module2, test, numbered)) return [];
        if (isNumberInTest(module2, test, other, numbered)) return [];
        return isNumberOfWhatIsUsed(module2, test, other, numbered) ? [] : [{ test, ...numbered }];
      });
      if (counted2.length > 0 && module2.isCopied()) continue;
      for (const { test, base } of counted2) {
        const smallest = Math.min(...counted2.filter((one) => one.base === base).map(({ number }) => number));
        if (smallest !== 1 && smallest !== 2) continue;
        const pair = `${base} ${test.name}`;
        if (pairsAbove.has(pair)) continue;
        pairsAbove.add(pair);
        yield {
          at: test.nameSpan,
          message: `\`${test.name}\` is told apart from \`${base}\` by a number; name it for what it tests`,
          subject: test.name
        };
      }
    }
  }
});
var LARGEST = 12;
var ENDS_IN_NUMBERS = /_\d+_+\d+$/;
var ENDS_IN_VERSION = /(?:(?<!ip)v|version|release|python|py|http|tls|ssl)_?\d+$/i;
function mirrors(module2, { name, node }) {
  const own = name.replace(/^test_*/, "");
  const last = /[^\W_]+_?\d+$/u.exec(own)?.[0] ?? own;
  if ([own, last, last.toUpperCase()].some((word2) => module2.isMentioned(word2, node))) return true;
  const word = last.replaceAll("_", "").toLowerCase();
  return Array.from(module2.namesFromElsewhere(node)).some(
    (used) => used.replaceAll("_", "").toLowerCase().includes(word)
  );
}
function countsWhatItNames({ docstrings }, { definition }, { base, number }) {
  const said = proseWordsOf(docstrings.find((one) => one.definition === definition)?.text ?? "");
  const counted2 = stemOf(lastWordOf(base).toLowerCase());
  return said.some(
    (word, index) => Number(word) === number && said.slice(index + 1, index + 1 + NEAR).some((other) => stemOf(other) === counted2)
  );
}
var NEAR = 3;
function isNumberOfWhatIsUsed(module2, { node }, other, { base, number }) {
  const others = module2.namesFromElsewhere(other.node);
  for (const name of module2.namesFromElsewhere(node)) {
    const [, plain2 = "", digits = ""] = /^(.*?\D)_*(\d+)$/.exec(name) ?? [];
    if (Number(digits) !== number || others.has(name)) continue;
    if (others.has(plain2) || Array.from(others).some((one) => one.replace(/_*\d+$/, "") === plain2))
      return true;
  }
  const before = module2.numbersPassedIn(other.node);
  return module2.numbersPassedIn(node).some((passed) => {
    const { callee, keyword, digits, isString, isAlone } = passed;
    if (Number(digits) !== number) return false;
    const same = before.filter((one) => one.callee === callee && one.keyword === keyword);
    if (isString && same.length === 0 && calls(module2, other, callee)) return true;
    if (same.some((one) => one.digits === digits)) return false;
    return keyword === void 0 ? isAlone && isNamedIn(lastWordOf(base), callee) : isNamedIn(keyword, base);
  });
}
function isNumberInTest(module2, { name, node, definition }, other, { number }) {
  const { tree, numbersPassedIn: numbersPassedIn2 } = module2;
  const passedBefore = new Set(numbersPassedIn2(other.node).map(placeOf2));
  const passed = numbersPassedIn2(node).filter(({ digits }) => Number(digits) === number);
  if (passed.some((one) => !passedBefore.has(placeOf2(one)))) return true;
  const own = name.replace(/^test_*/, "").replaceAll("_", "").toLowerCase();
  const parts = [node, ...definition.decorators.map((decorator) => decorator.node)];
  const texts2 = parts.flatMap((part) => textsIn(tree, part));
  if (texts2.some((text2) => text2.replaceAll(/[_-]/g, "").toLowerCase().includes(own))) return true;
  const before = new Set(textsIn(tree, other.node));
  return texts2.some(
    (text2) => !before.has(text2) && text2.length <= LONGEST_ID && partsOf3(text2).includes(number)
  );
}
var placeOf2 = ({ callee, keyword, digits }) => `${callee} ${keyword ?? ""} ${digits}`;
var textsIn = (tree, root) => Array.from(descendantsOf(tree, root, Kind.string_content), (content) => textOf(tree, content));
var LONGEST_ID = 80;
var partsOf3 = (text2) => /\s/.test(text2) ? [] : (text2.match(/(?<=[A-Za-z/_=.:#-])\d+(?![\d.]\d)/g) ?? []).map(Number);
var calls = ({ calls: calls2, tree }, { node }, callee) => calls2.named(callee).some((call) => contains(tree, node, call));
function isNamedIn(word, name) {
  const [plainWord, plainName] = [word, name].map((text2) => text2.replaceAll("_", "").toLowerCase());
  return plainWord !== void 0 && plainWord.length >= 3 && (plainName ?? "").includes(plainWord);
}
var lastWordOf = (name) => /(?:\p{Lu}\p{Ll}+|[^\W_]+)$/u.exec(name)?.[0] ?? name;
var HAS_OWN_NAME = /^test_?[^\W\d_]/u;
function testsByPlace(tests) {
  const places = /* @__PURE__ */ new Map();
  for (const test of tests) {
    const place = places.get(test.definition.enclosing);
    if (place === void 0) places.set(test.definition.enclosing, [test]);
    else place.push(test);
  }
  return [...places.values()];
}
function ownNames({ model, definitionAt: definitionAt2 }) {
  const takers = /* @__PURE__ */ new Set([
    ...model.tests.filter(({ framework }) => framework === "pytest").map(({ definition }) => definition),
    ...model.fixtures.map(({ definition }) => definition)
  ]);
  return ({ kind, scope, definitions: [first] }) => {
    if (kind === "local") return scope.kind === "function" || scope.kind === "comprehension";
    if (kind !== "parameter" || scope.kind !== "function" || first === void 0) return false;
    const definition = definitionAt2(first.start);
    return definition === void 0 || !takers.has(definition);
  };
}
var abbreviated_name_default = defineRule({
  id: "abbreviated-name",
  family: "vague-names",
  summary: "a local name or parameter with a clipped word that has one expansion",
  advice: "write clipped words out",
  why: `
A clipped word is read by spelling it out, each time, by everyone. The rule knows those that stand for one word only:
\`dest_host\` is \`destination_host\`, \`mgr\` is \`manager\`. The fix writes them out, unless the long name is taken
or built into Python.

It looks at names that belong to one function, its variables and its parameters, since those can be renamed without a
look elsewhere. An entry of the table of expansions with an empty text takes a word out. A team's own words belong in
\`[tool.proctor.names]\`, for [replaced-name](replaced-name.md).
`,
  spared: [
    "Words that everyone writes short, such as `id`, `args`, `config`, `ctx` or `tmp`, unless the configuration has them.",
    "The parameters of pytest's tests and fixtures, which are the names of other fixtures.",
    'A name that follows another one: the module imports it, or the whole or its clipped word is an attribute, a keyword or a word of a string in the function (`src = path / "src"`).',
    "The name of the function around it, and the parameters of a double's methods, which follow what it doubles: those of a class without bases, or of one named `Fake\u2026`, `Mock\u2026`, `Stub\u2026` or `Dummy\u2026`.",
    "A word that is clipped from another one in what makes the value, or that is in the name of what is called: `proj = Projector()`, `prev = shop.package_revision()`, `mgr = get_mgr()`.",
    "A word that is clipped from several, such as `conf`, `desc` or `vol`, where the names of the module have only the other one (`confidence`, `descriptor`, `voltage`).",
    "The term `in_addr`, and `curr` and `prev` where no adjective would stand, as in `prev2` and `latest_prev`."
  ],
  nearest: "eslint-plugin-unicorn's `name-replacements` is the same for JavaScript; no rule of ruff, pylint or flake8 does it.",
  limits: "In a domain where the clipped word is a term of its own: `vol` of an audio mixer, `inst` of an instruction set. Take the word out of the table, or suppress the finding.",
  severity: { fast: "off", review: "warning" },
  options: {
    expansions: table({
      default: expansions,
      description: "the clipped words and what they stand for"
    })
  },
  examples: {
    bad: [
      `
def test_move(shelf, cart):
    dest_shelf = shelf.next()
    cart.move(dest_shelf)
    assert cart.shelf == dest_shelf
`
    ],
    good: [
      `
def test_move(shelf, cart):
    destination_shelf = shelf.next()
    cart.move(destination_shelf, tmp_dir="/carts", ids=[1])
    assert cart.shelf == destination_shelf
`
    ]
  },
  *check(module2, options2) {
    const mayBe = mayBeClipped(options2.expansions);
    const clippedNames = module2.bindings.bindings.filter(({ name }) => mayBe(name));
    if (clippedNames.length === 0) return;
    for (const binding of clippedNames.filter(ownNames(module2))) {
      const [definition] = binding.definitions;
      const expansion = expanded(binding.name, options2.expansions);
      if (definition === void 0 || expansion === void 0) continue;
      const { name: renameTo, clipped } = expansion;
      if (isMirrored(module2, binding, clipped) || follows(module2, binding)) continue;
      if (clipped.some((word) => meansAnother(module2, binding, word, options2.expansions[word] ?? "")))
        continue;
      if (isReserved(renameTo)) {
        yield {
          at: definition,
          message: `\`${binding.name}\` is clipped; write \`${renameTo}_\`, or say what is in it`,
          subject: binding.name
        };
      } else if (module2.bindings.lookup(binding.scope, renameTo) !== void 0) {
        yield {
          at: definition,
          message: `\`${binding.name}\` is clipped, and \`${renameTo}\` is another name here; tell the two apart`,
          subject: binding.name
        };
      } else {
        const evidence = clipped.map(
          (word) => `\`${word}\` is short for \`${options2.expansions[word] ?? ""}\``
        );
        yield {
          at: definition,
          message: `\`${binding.name}\` is clipped; write \`${renameTo}\``,
          subject: binding.name,
          fix: { renameTo, evidence: evidence.join(", ") }
        };
      }
    }
  }
});
function isMirrored(module2, { name, scope }, clipped) {
  const { node } = functionAround(scope);
  const words = /* @__PURE__ */ new Set([name, ...clipped]);
  return [...words].some((word) => module2.isImportedName(word) || module2.isMentioned(word, node));
}
function follows({ definitionAt: definitionAt2, model }, { name, kind, definitions: [first] }) {
  const definition = first === void 0 ? void 0 : definitionAt2(first.start);
  if (definition?.name === name) return true;
  const owner = definition?.enclosing;
  if (kind !== "parameter" || owner?.kind !== "class") return false;
  const isOfTests = model.classes.some((testClass) => testClass.definition === owner);
  return !isOfTests && (owner.bases.length === 0 || DOUBLE.test(owner.name));
}
var DOUBLE = /^_*(?:Dummy|Fake|Mock|Stub)|(?:Dummy|Fake|Mock|Stub)$/;
var isClippedFrom = (clipped, word, next = "") => word.startsWith(clipped) && word.length > clipped.length + 1 || word.charAt(0) === clipped.charAt(0) && word.length > 2 && next.startsWith(clipped.slice(1));
function meansAnother(module2, binding, clipped, expansion) {
  const { tree } = module2;
  if (isTermOf(binding.name, clipped, expansion)) return true;
  const [first] = binding.definitions;
  const value = first === void 0 ? void 0 : module2.valueGivenTo(first.node);
  if (value !== void 0) {
    const call = unwrapped(tree, value);
    if (kindOf(tree, call) === Kind.call && wordsOf(calledNameOf(tree, call)).includes(clipped)) return true;
    const words = wordsBelow(module2, value);
    if (words.some((word) => stemOf(word) === stemOf(expansion))) return false;
    if (words.some((word, index) => isClippedFrom(clipped, word, words[index + 1]))) return true;
  }
  const others = HOMONYMS.get(clipped);
  if (others === void 0) return false;
  const answers = known7.get(module2) ?? /* @__PURE__ */ new Map();
  known7.set(module2, answers);
  const answer = answers.get(clipped) ?? speaksOf(module2, others, expansion);
  answers.set(clipped, answer);
  return answer;
}
var known7 = /* @__PURE__ */ new WeakMap();
function speaksOf(module2, others, word) {
  if (!new RegExp(others.join("|"), "i").test(module2.text)) return false;
  const words = wordsIn2(module2);
  return others.some((other) => words.has(other)) && !words.has(word);
}
function wordsIn2({ nodesOf, textOf: textOf2 }) {
  const words = /* @__PURE__ */ new Set();
  for (const node of nodesOf(Kind.identifier)) for (const word of wordsOf(textOf2(node))) words.add(word);
  return words;
}
var wordsBelow = ({ tree, textOf: textOf2 }, root) => Array.from(descendantsOf(tree, root, Kind.identifier)).flatMap((node) => wordsOf(textOf2(node)));
var HOMONYMS = /* @__PURE__ */ new Map([
  ["conf", ["conference", "confidence"]],
  ["desc", ["descriptor", "descriptors"]],
  ["inst", ["instruction", "instructions", "instrument", "instruments"]],
  ["proj", ["projection", "projections", "projector", "projectors"]],
  ["vol", ["voltage"]]
]);
function isTermOf(name, clipped, expansion) {
  if (/(?:^|_)in_addr(?:_|$)/.test(name)) return true;
  if (!ADJECTIVES.has(expansion)) return false;
  return new RegExp(`(?:^|_)${clipped}_?\\d|(?<!(?:^|_)(?:had|has|is|no|with))_${clipped}$`).test(name);
}
var ADJECTIVES = /* @__PURE__ */ new Set(["current", "previous"]);
var replaced_name_default = defineRule({
  id: "replaced-name",
  family: "vague-names",
  summary: "a name for which the project's own vocabulary has another",
  advice: "use the names of the project's vocabulary",
  why: `
A project has words of its own, and it has left some behind. \`[tool.proctor.names]\` maps the old names to the new
ones, and \`--fix\` renames what may be renamed; without that table the rule has nothing to say. What the vocabulary
says wins over every other proposal for the same name.

An entry counts for variables, parameters, attributes of \`self\`, functions and classes that have exactly the old
name. An old name of one word that the new one spells out, as \`whs\` does \`warehouse\`, counts inside longer names
too, of variables and parameters that belong to one function: \`whs_cart\` becomes \`warehouse_cart\`, \`whs2\`
becomes \`warehouse2\`. Other entries do not: with \`cart = "basket"\` a \`cart_total\` stays.
`,
  spared: [
    "Imported names.",
    "The parameters of pytest's tests and fixtures, which are named for fixtures elsewhere.",
    "Methods and attributes in the body of a class with bases other than `TestCase`: they may override something."
  ],
  limits: "Where a word of the vocabulary means something else in one module. Give that module a vocabulary by a configuration of its own, or suppress the finding.",
  severity: { fast: "warning", review: "warning" },
  options: { names: vocabulary2() },
  examples: {
    names: { basket: "cart", whs: "warehouse" },
    bad: [
      `
def test_move(shop):
    basket = shop.cart()
    whs_shelf = basket.shelf
    assert whs_shelf.is_free
`
    ],
    good: [
      `
def test_move(shop):
    cart = shop.cart()
    warehouse_shelf = cart.shelf
    basket_price = 4
    assert warehouse_shelf.is_free and cart.price == basket_price
`
    ]
  },
  *check(module2, options2) {
    if (Object.keys(options2.names).length === 0) return;
    const find = lookupIn(options2.names);
    const isOwn = ownNames(module2);
    for (const binding of module2.bindings.bindings) {
      const [definition] = binding.definitions;
      const replacement = find(binding.name);
      if (replacement === void 0 || definition === void 0) continue;
      if (!isOwn(binding) && !(replacement.isWhole && isNamedHere(module2, binding))) continue;
      const isTaken2 = module2.bindings.lookup(binding.scope, replacement.name) !== void 0 || binding.symbols.some(({ scope }) => scope.symbols.has(replacement.name));
      yield problem(binding.name, definition, replacement, isTaken2);
    }
    const seen = /* @__PURE__ */ new Set();
    for (const { name, owner, span } of module2.attributeAssignments) {
      const replacement = find(name);
      const key2 = `${owner.node} ${name}`;
      if (replacement?.isWhole !== true || seen.has(key2)) continue;
      seen.add(key2);
      const isTaken2 = Array.from(module2.nodesOf(Kind.identifier)).some(
        (node) => module2.textOf(node) === replacement.name
      );
      yield problem(name, span, replacement, isTaken2);
    }
  }
});
function isNamedHere({ definitions }, { kind, scope }) {
  if (kind !== "local" && kind !== "function" && kind !== "class") return false;
  if (scope.kind !== "class") return true;
  const owner = definitions.find(({ node }) => node === scope.node);
  return owner?.kind === "class" && owner.bases.every((base) => PLAIN_BASES.test(base));
}
var PLAIN_BASES = /(?:^|\.)(?:TestCase|object)$/;
function problem(name, at2, { name: renameTo, entries }, isTaken2) {
  const said = `\`${name}\` is \`${renameTo}\` in this project's vocabulary`;
  if (isTaken2)
    return { at: at2, message: `${said}, which is another name here; tell the two apart`, subject: name };
  const evidence = `\`names\` of the configuration has ${entries.map((entry) => `\`${entry}\``).join(", ")}`;
  const fix = { renameTo, evidence, basis: "vocabulary" };
  return { at: at2, message: `${said}; rename it`, subject: name, fix };
}
function nounOf(callee) {
  const isClass = /^_*[A-Z]+[a-z]/.test(callee);
  const [first = "", ...others] = wordsOf(callee);
  if (!isClass && !GIVING.has(first)) return void 0;
  return nounIn(isClass ? [first, ...others] : others);
}
function nounTakenBy(callee) {
  const [first = "", ...others] = wordsOf(callee);
  return TAKING.has(first) ? nounIn(others) : void 0;
}
var isTelling2 = (word) => word.length > SHORTEST3 && nounIn(wordsOf(word)) === word;
function nounIn(words) {
  const end = words.findIndex((word) => PREPOSITIONS.has(word));
  const phrase = end === -1 ? words : words.slice(0, end);
  const noun = phrase.slice(phrase.findIndex((word) => !MADE_UP2.has(word)));
  const last = noun.at(-1) ?? "";
  if (last.length < SHORTEST3 || /\d/.test(last) || FORMS2.has(last) || MADE_UP2.has(last)) return void 0;
  if (COUNTING2.has(last) || GIVING.has(last) && !NOUNS_AS_WELL.has(last) || last.endsWith("ly") && !NOUNS_IN_LY.has(last))
    return void 0;
  return noun.join("_").replace("date_time", "datetime");
}
var SHORTEST3 = 3;
var listed4 = (words) => new Set(words.split(" "));
var GIVING = listed4(
  "build collect compute construct create deserialize download fetch find generate get list load lookup make new open parse prepare produce query read receive retrieve search select setup start"
);
var NOUNS_AS_WELL = listed4("build download list lookup query search setup start");
var TAKING = listed4(
  "add append apply build check create import insert make parse post register save send store submit update upload validate write"
);
var PREPOSITIONS = listed4("and as at by for from in of on or per to using via when where with without");
var MADE_UP2 = listed4(
  "a an base dummy example fake first foo mock my new random sample second simple stub temp test the tmp"
);
var COUNTING2 = listed4(
  "all any batch both bulk each equal equals every first last many more most multiple next none once one only twice two"
);
var NOUNS_IN_LY = listed4(
  "ally anomaly assembly belly bully family fly homily jelly lily monopoly reply supply tally"
);
var FORMS2 = listed4(
  "array ascii bar baz binary body buffer bytes class cls compare content contents copy csv data dataframe default derived df dict entry fixture frame html info instance io item items json key keys kwargs list magic model name names number obj object objects output params placeholder python sentinel result results set string strings stuff test text thing things toml tuple type unicode value values xml yaml"
);
var vague_name_default = defineRule({
  id: "vague-name",
  family: "vague-names",
  summary: "a variable whose name would fit any value, where its type or a call says more",
  advice: "name variables for what is in them",
  why: `
\`data\` fits everything, so it says nothing: the reader goes back to where it was made to learn that it holds orders.
The code often has the better word already, in the call that makes the value (\`get_orders()\`, \`Voucher(\u2026)\`) or in
the one that takes it (\`pay(order=data)\`), and the message names it. Nothing is renamed: which word is right is for
a person to say.

The rule looks at the variables of functions. Names such as \`thing\` and \`foo\`, and a numbered \`tmp2\`, are
reported whatever they hold. \`data\` and \`obj\` are the right names for mere contents, so they are reported only
where the code has a better word, or where the value is a dictionary that is written out with at least two keys that
tell.

Where a function makes two objects of one class and tells them apart by an argument, the bare name of the class is
reported as well if a mere label tells the other one from it: \`cart\` beside \`other_cart\`, \`cart_b\` or
\`second_cart\`.
`,
  spared: [
    "A name that is passed on under itself (`data=data`), or that stands in a string of the function: it is the word of what is tested. So is an `obj` that is passed as some object, as in `referred_object=obj`.",
    "A variable that is named for what makes it (`foo = Foo()`), or whose maker has the same vague word (`data = get_sync_data_metering()`).",
    "A name such as `foo` that a class of the module or another variable of the function begins with (`FooShop`, `foo_degree`): there it is a term.",
    "A variable that is never read: it is there to be seen from outside.",
    "Parameters, and names of loops and of unpacked tuples, which follow what they are taken from.",
    "Two objects of a class that are made alike, or whose arguments differ in a label only. Numbered ones, such as `cart` and `cart2`, belong to `numbered-name`."
  ],
  nearest: "pylint's `C0104` reports names on a list (`foo`, `bar`, `baz`) wherever they stand, and proposes nothing.",
  limits: "Where the values really are arbitrary, and any better word would claim more than the test needs.",
  severity: { fast: "off", review: "warning" },
  options: {
    names: texts({
      default: ["thing", "things", "stuff", "foo", "bar", "baz", "qux"],
      description: "names that are reported whatever they hold; with a number at the end too"
    }),
    "contents-names": texts({
      default: ["data", "obj"],
      description: "names that are reported where the code has a better word, or for a dictionary that is written out"
    }),
    "numbered-names": texts({
      default: ["tmp", "temp"],
      description: "names that are reported with a number at the end"
    })
  },
  examples: {
    bad: [
      `
def test_orders(shop):
    data = shop.get_orders()
    assert data == []
`,
      `
def test_totals():
    cart = Cart(owner="alice")
    other_cart = Cart(owner="bob")
    assert cart.total == other_cart.total
`
    ],
    good: [
      `
def test_orders(shop):
    orders = shop.get_orders()
    assert orders == []
`,
      `
def test_upload(shop, client):
    data = b"tea"
    assert shop.upload(data).content == data
    assert client.post("/orders", data=data).ok
`
    ]
  },
  *check(module2, options2) {
    const names2 = new Set(options2.names);
    const contents = new Set(options2["contents-names"]);
    const numbered = new Set(options2["numbered-names"]);
    const namesakes = /* @__PURE__ */ new Set();
    for (const binding of module2.bindings.bindings) {
      if (binding.kind !== "local" || binding.scope.kind !== "function") continue;
      const { name, scope } = binding;
      const base = baseOf(name);
      const isListed = names2.has(base) || base !== name && numbered.has(base);
      if (isListed || contents.has(name)) {
        const variable2 = variableOf(module2, binding);
        const message2 = variable2 && vagueness(module2, variable2, isListed);
        if (variable2 !== void 0 && message2 !== void 0)
          yield { at: variable2.definition, message: message2, subject: name };
        continue;
      }
      const [, before, after] = LABELLED.exec(name) ?? [];
      const bare = before ?? after;
      if (bare === void 0 || names2.has(bare) || contents.has(bare)) continue;
      const namesakeOf = scope.symbols.get(bare)?.binding;
      if (namesakeOf?.scope !== scope || namesakeOf.kind !== "local" || namesakes.has(namesakeOf)) continue;
      const variable = variableOf(module2, namesakeOf);
      const message = variable && namesake(module2, variable, binding);
      if (variable === void 0 || message === void 0) continue;
      namesakes.add(namesakeOf);
      yield { at: variable.definition, message, subject: bare };
    }
  }
});
var baseOf = (name) => /\d$/.test(name) ? name.replace(/_?\d+$/, "") : name;
var LABELLED = /^(?:another|different|extra|first|fourth|last|next|one|other|second|third|two)_([a-z]\w*)$|^([a-z]\w*)_(?:[a-d]|another|one|other|second|third|two)$/;
function variableOf({ valueGivenTo: valueGivenTo2 }, binding) {
  const [definition] = binding.definitions;
  const value = definition === void 0 ? void 0 : valueGivenTo2(definition.node);
  if (binding.references.length === 0) return void 0;
  return definition === void 0 || value === void 0 ? void 0 : { binding, definition, value };
}
function vagueness(module2, variable, isListed) {
  const { binding, value } = variable;
  const { name, scope } = binding;
  const base = baseOf(name);
  const calls2 = module2.passedTo(binding);
  if (calls2.some((call) => takesUnderName(call, name)) || isNamedInString(module2, variable, base))
    return void 0;
  if (isListed && (isOfClasses(module2, base) || isTermIn(scope, name))) return void 0;
  const isFree = (word) => {
    const taken = module2.bindings.lookup(scope, word);
    return word !== name && !isReserved(word) && (taken === void 0 || taken.kind === "unbound");
  };
  const maker = makerOf(module2, value);
  if (maker !== void 0 && wordsOf(maker).join("_") === base) return void 0;
  const noun = maker === void 0 || isOwnClass(module2, maker) ? void 0 : nounOf(maker);
  if (noun !== void 0 && wordsOf(noun).includes(name)) return void 0;
  if (maker !== void 0 && noun !== void 0 && isFree(noun))
    return `\`${name}\` is what \`${maker}\` gives; ${wordsOf(noun).length > MOST_WORDS4 ? "name it for that" : `\`${noun}\` says so`}`;
  const keyword = calls2.find((call) => call.keyword !== void 0 && isTelling2(call.keyword))?.keyword;
  if (keyword !== void 0 && isFree(keyword))
    return `\`${name}\` is passed as \`${keyword}\`, which says more`;
  const isText4 = TEXTS.has(kindOf(module2.tree, value));
  const taker = calls2.find(
    ({ callee, keyword: named2 }) => named2 === void 0 && nounTakenBy(callee) !== void 0 && (!isText4 || READING.test(callee))
  );
  if (taker !== void 0) return `\`${name}\` goes into \`${taker.callee}\`; name it for that`;
  return isListed || isRecord(module2, value) ? `\`${name}\` would fit any value; name it for what is in it` : void 0;
}
function takesUnderName({ keyword, callee }, name) {
  if (keyword === name) return true;
  return name === "obj" && /(?:^|_)obj(?:ect)?$/.test(keyword ?? callee);
}
var isOfClasses = ({ definitions }, base) => definitions.some((definition) => definition.kind === "class" && wordsOf(definition.name)[0] === base);
var isTermIn = ({ symbols }, name) => Array.from(symbols.keys()).some((other) => other.startsWith(`${name}_`));
var MOST_WORDS4 = 3;
var TEXTS = /* @__PURE__ */ new Set([Kind.string, Kind.concatenated_string]);
var READING = /^_*(?:check|import|parse|validate)/;
var isOwnClass = ({ definitions }, name) => definitions.some((definition) => definition.kind === "class" && definition.name === name);
function isRecord({ tree }, value) {
  const keys = stringKeysOf(tree, value);
  return keys.filter(isTelling2).length >= FEWEST_KEYS;
}
var FEWEST_KEYS = 2;
function makerOf({ tree }, value) {
  const call = unwrapped(tree, value);
  const maker = kindOf(tree, call) === Kind.call ? calledNameOf(tree, call) : "";
  return maker === "" ? void 0 : maker;
}
function isNamedInString(module2, { binding }, name) {
  const pattern = new RegExp(`(?<![a-z])${name}(?![a-z])`, "i");
  for (const content of descendantsOf(module2.tree, binding.scope.node, Kind.string_content)) {
    if (pattern.test(module2.textOf(content))) return true;
  }
  return false;
}
function namesake(module2, { binding, value }, other) {
  const { name } = binding;
  const maker = makerOf(module2, value);
  if (maker === void 0 || !/^[A-Z]/.test(maker) || wordsOf(maker).join("_") !== name) return void 0;
  const otherValue = variableOf(module2, other)?.value;
  if (otherValue === void 0 || !isMadeAlike(module2.tree, value, otherValue)) return void 0;
  const difference = differenceOf(module2, value, otherValue);
  if (difference === void 0 || difference.toLowerCase().includes(name)) return void 0;
  return `\`${name}\` is one \`${maker}\` and \`${other.name}\` another; they differ in ${difference}`;
}
function isMadeAlike(tree, one, other) {
  const [call, otherCall] = [unwrapped(tree, one), unwrapped(tree, other)];
  if (kindOf(tree, call) !== Kind.call || kindOf(tree, otherCall) !== Kind.call) return false;
  const callee = calleeOf(tree, call);
  return callee !== void 0 && callee === calleeOf(tree, otherCall);
}
function differenceOf({ tree }, one, other) {
  const texts2 = differencesBetween(tree, unwrapped(tree, one), unwrapped(tree, other)).filter((difference) => isOfOneForm(tree, difference)).map(
    (difference) => [difference.one, difference.other].map((node) => node === NO_NODE ? "" : compactText(tree, node))
  );
  const telling = texts2.find(([first = "", second = ""]) => !differInLabelOnly(first, second));
  const parts = telling?.flatMap((text2) => text2 === "" || text2.length > LONGEST_SHOWN2 ? [] : `\`${text2}\``);
  return parts === void 0 || parts.length === 0 ? void 0 : parts.join(" and ");
}
var isOfOneForm = (tree, { one, other }) => one === NO_NODE || other === NO_NODE || kindOf(tree, one) === kindOf(tree, other);
var LONGEST_SHOWN2 = 40;
var assert_always_true_default = defineRule({
  id: "assert-always-true",
  family: "ineffective-tests",
  summary: "an assertion of something that is true whatever happens",
  advice: "assert what the test is about instead of what is always true",
  why: `
Such an assertion cannot fail, whatever the code under test does. \`assert (total == 4, "wrong total")\` asserts a
tuple of two, which is true, and \`assert "cart is empty"\` a text. \`assert state == "open" or "paid"\` compares with
the first and takes the second as it is. \`assert is_paid\` names a function and does not call it;
\`assert (line.paid for line in lines)\` makes a generator and never runs it.

The rule looks at \`assert\` and at \`assertTrue\`. It knows the old names \`assert_\` and \`failUnless\` only on
\`self\`, and \`assert_\` from numpy and nose: other objects have methods of these names that compare what they are
given.
`,
  spared: [
    "`assert True`, `assert 1`, `assert ...` and `assert not False`, which say that a line was reached, and other conditions of constants alone, such as `assert 1 or 2`.",
    "What may be empty: an f-string of values, a display that only unpacks (`[*lines]`), a comprehension.",
    "In `assertTrue`, a list or another display of constants, whose truth value is what is tested, and a constant before a second argument, which belongs to `assert-true-misuse`.",
    "A name that stands for more than a plain function of the module: one that is imported, decorated or given another value as well.",
    "A test that is named for the `assert` statement itself, such as `test_assert`.",
    "A set or dictionary in a test that is named for hashing: making it hashes what is put into it.",
    "An `assertTrue` or `assert_` that a class of the module defines itself."
  ],
  nearest: "pylint's `W0199` and pyflakes' and ruff's `F631` report the tuple, pylint's `W0129` and ruff's `PLW0129` the text, and ruff's `SIM222` a constant beside `or`. None of them sees the generator and the function.",
  limits: "Where the condition is written down only to be evaluated, as in `assert repr(cart) or True`. Evaluate it without `assert`. Or where a function is given another value from outside at run time, which cannot be seen.",
  severity: { fast: "error", review: "error" },
  examples: {
    bad: [
      `
def test_total(cart):
    assert (cart.total == 4, "wrong total")
`,
      `
def test_state(cart):
    assert cart.state == "open" or "paid"
`
    ],
    good: [
      `
def test_total(cart):
    assert cart.total == 4, "wrong total"
`,
      `
def test_state(cart):
    assert cart.state in ("open", "paid")
`
    ]
  },
  *check(module2) {
    const { assertStatements, model, truthAssertionCalls, spanOf: spanOf2, textOf: textOf2, tree } = module2;
    for (const { node, condition } of assertStatements) {
      if (TESTS_ASSERT.test(model.testAt(startOf(tree, node))?.name ?? "")) continue;
      const reason = reasonFor(module2, condition);
      if (reason !== void 0 && !isHashed(module2, condition))
        yield { at: spanOf2(node), message: reason, subject: textOf2(condition) };
    }
    for (const call of truthAssertionCalls()) {
      const [condition, ...others] = argumentsOf(tree, call);
      if (condition === void 0 || condition.keyword !== void 0) continue;
      if (others.length > 0 && isLiteral(tree, condition.value)) continue;
      if (isLiteral(tree, condition.value) && !isText2(tree, unwrapped(tree, condition.value))) continue;
      const reason = reasonFor(module2, condition.value);
      if (reason === void 0 || isHashed(module2, condition.value)) continue;
      const message = isDisplay2(tree, condition.value) && others.length > 0 ? UNCOMPARED : reason;
      yield { at: spanOf2(call), message, subject: textOf2(condition.value) };
    }
  }
});
var isHashed = ({ model, tree }, display) => /hash/i.test(model.testAt(startOf(tree, display))?.name ?? "") && HASHING.has(kindOf(tree, unwrapped(tree, display)));
var HASHING = /* @__PURE__ */ new Set([Kind.set, Kind.dictionary]);
var TESTS_ASSERT = /^test_?assert(?:_?(?:statement|stmt|syntax))?\d*$/i;
function reasonFor(module2, written2) {
  const { tree } = module2;
  const condition = unwrapped(tree, written2);
  switch (kindOf(tree, condition)) {
    case Kind.identifier:
      return isFunction(module2, condition) ? `\`${module2.textOf(condition)}\` is a function, which is always true; call it` : void 0;
    case Kind.true:
    case Kind.integer:
    case Kind.float:
    case Kind.ellipsis:
    case Kind.not_operator:
      return void 0;
    case Kind.generator_expression:
      return "a generator is always true, and is never run; wrap it in `all()` or `any()`";
    case Kind.lambda:
      return "a lambda is always true, and is never called; assert its body";
    case Kind.tuple:
      return truthOf(tree, condition) === true ? "a tuple is always true; take the parentheses away, or assert each part" : void 0;
    case Kind.boolean_operator:
      return truthOf(tree, condition) === true && !isConstant(tree, condition) ? "this is always true: a side of `or` is a constant; compare it as well" : void 0;
    default:
      return truthOf(tree, condition) === true ? `${isText2(tree, condition) ? "a text" : "this"} is always true; assert what it is about` : void 0;
  }
}
var UNCOMPARED = "this is always true, and the second argument is a message; compare with `assertEqual`";
function isDisplay2(tree, written2) {
  const kind = kindOf(tree, unwrapped(tree, written2));
  return kind === Kind.list || kind === Kind.set || kind === Kind.dictionary || kind === Kind.tuple;
}
function isText2(tree, node) {
  const kind = kindOf(tree, node);
  return kind === Kind.string || kind === Kind.concatenated_string;
}
function isConstant(tree, expression) {
  for (let node = expression, end = tree.after[expression] ?? 0; node < end; node++)
    if (kindOf(tree, node) === Kind.identifier) return false;
  return true;
}
function isFunction({ bindings, definitions, tree }, name) {
  const binding = bindings.bindingAt(startOf(tree, name));
  if (binding?.kind !== "function") return false;
  return binding.definitions.every(
    ({ start }) => definitions.some(
      ({ kind, nameSpan, decorators }) => nameSpan.start === start && kind === "function" && decorators.length === 0
    )
  );
}
var assert_true_misuse_default = defineRule({
  id: "assert-true-misuse",
  family: "ineffective-tests",
  summary: "`assertTrue(a, b)` where `assertEqual(a, b)` is meant",
  advice: "compare the two values with `assertEqual`",
  why: `
The second argument of \`assertTrue\` and \`assertFalse\` is the message of a failure. \`assertTrue(len(rows), 3)\`
passes with one row, and with a thousand: the 3 is never compared with anything.

The rule looks at methods of these names that are called with two arguments, and speaks when the second one is a
constant other than a text, or the first one is a constant. The fix writes \`assertEqual\`; a test that fails then was
wrong before. There is no fix where a passing test shows that the two differ (\`assertTrue(rows, 0)\`), where a yes or
no stands beside something else (\`assertTrue(isclose(a, b), 0.1)\`), or where a text stands first, which may be a
message in the wrong place.
`,
  spared: [
    "A comparison or a `not` that stands first: after it, the second argument can only be a message.",
    "A first argument that fails for certain, as in `assertTrue(False, rows)`: it is a way to fail.",
    'A second argument that is a text or is made with one (`"closed by %s" % owner`), that is named for a message (`msg`, `reason`), or that is `None`.',
    "Arguments that are unpacked or passed by keyword.",
    "An `assertTrue` or `assertFalse` that the module defines itself."
  ],
  limits: 'Where a number or a list really is meant as the message of the failure. A text says it better: `msg=f"{rows}"`.',
  severity: { fast: "error", review: "error" },
  examples: {
    bad: [
      `
import unittest

class CartTest(unittest.TestCase):
    def test_lines(self):
        self.assertTrue(len(self.cart.lines), 3)
`
    ],
    good: [
      `
import unittest

class CartTest(unittest.TestCase):
    def test_lines(self):
        self.assertEqual(len(self.cart.lines), 3)
        self.assertTrue(self.cart.is_open, "the cart was closed")
`
    ]
  },
  *check({ calls: calls2, definitions, spanOf: spanOf2, textOf: shown2, tree }) {
    for (const name of ["assertTrue", "assertFalse"]) {
      for (const call of calls2.named(name)) {
        const callee = childIn(tree, call, Field.function);
        const [first, second, ...others] = argumentsOf(tree, call);
        if (first === void 0 || second === void 0 || others.length > 0) continue;
        if (first.keyword !== void 0 || second.keyword !== void 0) continue;
        if (kindOf(tree, callee) !== Kind.attribute || !isMisused(tree, first.value, second.value)) continue;
        if (definitions.some((definition) => definition.name === name)) continue;
        if (truthOf(tree, first.value) === (name === "assertFalse")) continue;
        const at2 = spanOf2(childIn(tree, callee, Field.attribute));
        const canBeEqual = truthOf(tree, second.value) !== (name === "assertFalse") && !(answersYesOrNo(tree, first.value) && !isYesOrNo(tree, second.value));
        yield {
          at: spanOf2(call),
          message: `the second argument of \`${name}\` is a message; ${canBeEqual ? "" : "leave it out, or "}compare with \`assertEqual\``,
          subject: `${shown2(first.value)}, ${shown2(second.value)}`,
          ...canBeEqual && !isText3(tree, first.value) && {
            fix: {
              edits: [{ span: at2, replacement: "assertEqual" }],
              safe: true,
              title: "compare the two with `assertEqual`"
            }
          }
        };
      }
    }
  }
});
function isMisused(tree, first, second) {
  const kind = kindOf(tree, unwrapped(tree, first));
  if (kind === Kind.comparison_operator || kind === Kind.not_operator || isSplat(tree, first)) return false;
  if (isSplat(tree, second) || isMessage(tree, second) || kindOf(tree, second) === Kind.none) return false;
  return isLiteral(tree, second) || isLiteral(tree, first);
}
function answersYesOrNo(tree, expression) {
  const call = unwrapped(tree, expression);
  return kindOf(tree, call) === Kind.call && PREDICATES.test(calledNameOf(tree, call));
}
var PREDICATES = /^_*(?:is|has|can|was|are|all|any|callable|bool)(?:_|$)|^(?:is|has)(?:[a-z]+|[A-Z]\w*)$|^(?:exists|startswith|endswith|allclose|array_equal|equals)$|^__(?:eq|ne|lt|le|gt|ge|contains)__$/;
function isYesOrNo(tree, expression) {
  const kind = kindOf(tree, unwrapped(tree, expression));
  return kind === Kind.true || kind === Kind.false;
}
function isMessage(tree, expression) {
  const node = unwrapped(tree, expression);
  switch (kindOf(tree, node)) {
    case Kind.binary_operator:
      return [Field.left, Field.right].some((field) => isMessage(tree, childIn(tree, node, field)));
    case Kind.call: {
      const callee = childIn(tree, node, Field.function);
      return kindOf(tree, callee) === Kind.attribute && isMessage(tree, childIn(tree, callee, Field.object));
    }
    case Kind.identifier:
    case Kind.attribute:
      return /(?:msg|message|reason|error|description)s?$/i.test(textOf(tree, node));
    default:
      return isText3(tree, node);
  }
}
function isText3(tree, node) {
  const kind = kindOf(tree, node);
  return kind === Kind.string || kind === Kind.concatenated_string;
}
function isSplat(tree, node) {
  const kind = kindOf(tree, node);
  return kind === Kind.list_splat || kind === Kind.dictionary_splat;
}
function pythonTwoIn(module2) {
  const { tree, nodesOf } = module2;
  return [
    ...nodesOf(Kind.string).filter((node) => /^(?:`|ur)/i.test(textOf(tree, node))),
    ...nodesOf(Kind.integer).filter((node) => /^0\d*[1-9]|^\d+l$/i.test(textOf(tree, node))),
    ...nodesOf(Kind["<>"]),
    ...nodesOf(Kind.raise_statement).filter((node) => raisesList(module2, node)),
    ...nodesOf(Kind.except_clause).filter((node) => bindsAfterComma(module2, node)),
    ...nodesOf(Kind.tuple_pattern).filter((node) => isParameter(module2, node))
  ].toSorted((one, other) => one - other)[0];
}
function raisesList({ tree }, statement) {
  return childrenOf(tree, statement).some((child) => kindOf(tree, child) === Kind.expression_list);
}
function bindsAfterComma({ tree, bindings }, clause) {
  const [, first, comma, last = clause] = childrenOf(tree, clause);
  if (first === void 0 || comma === void 0 || kindOf(tree, comma) !== Kind[","]) return false;
  if (kindOf(tree, last) !== Kind.identifier || !/^[a-z_]/.test(textOf(tree, last))) return false;
  return bindings.bindingAt(startOf(tree, last))?.kind === "unbound";
}
function isParameter({ tree }, pattern) {
  const kind = kindOf(tree, parentOf(tree, pattern));
  return kind === Kind.parameters || kind === Kind.lambda_parameters || kind === Kind.default_parameter;
}
var deprecated_assert_alias_default = defineRule({
  id: "deprecated-assert-alias",
  family: "ineffective-tests",
  summary: "an assertion under a name that Python 3.12 took out of unittest",
  advice: "call the assertions by the names that unittest has kept",
  why: `
Python 3.12 removed the old names of unittest's assertions: \`assertEquals\`, \`assert_\`, \`failUnless\` and their
kin. A test that calls one passes on Python 3.11 and ends with \`AttributeError\` on 3.12. \`assertItemsEqual\` was
Python 2.7's alone. The names that were kept mean the same and take the same arguments, so that the fix is safe.

The rule looks only at methods of \`self\` and \`cls\`, in tests, helpers and mixins.
`,
  spared: [
    "A name that a class of the module defines or is given, as by `cls.assertItemsEqual = cls.assertCountEqual`; its subclasses have it too.",
    "A class whose bases all come from elsewhere under names that do not end in `TestCase`: such a base may define the old name.",
    "A module in which a class of tests has a base from a relative import: the helpers of such a package may give the old names back to all.",
    "`assertItemsEqual` in a class with any base but unittest's and Django's: projects that ran on Python 2 gave it to their own base classes.",
    "The names that the `TestCase` of an imported library has to this day: all of them in twisted.trial, `assertEquals`, `assertItemsEqual`, `failUnlessEqual` and `failUnlessRaises` in testtools, `assertItemsEqual` in absl.",
    "The old names of `assertRegex`, `assertNotRegex` and `assertRaisesRegex`, and `assertItemsEqual`, in a module that is made for Python 2 as well, where they have no other name. Such a module uses six, the package mock, a module that Python 3 does not have, or a `__future__` import that Python 3 never needed.",
    "A module that no Python 3 can run, as its syntax or an import of `StringIO` or `urllib2` without an alternative shows.",
    "A test that is named for the old name itself, such as `testAssertItemsEqual`."
  ],
  nearest: "ruff's `UP005` (pyupgrade) reports and mends the same on every `self`, but for `assertItemsEqual`. `PT009` (flake8-pytest-style) reports every assertion of unittest, whatever its name.",
  limits: "Where a `\u2026TestCase` or a mixin from outside the module defines a method of the old name itself.",
  severity: { fast: "error", review: "error" },
  examples: {
    bad: [
      `
import unittest

class CartTest(unittest.TestCase):
    def test_total(self):
        self.assertEquals(4, self.cart.total)
`
    ],
    good: [
      `
import unittest

class CartTest(unittest.TestCase):
    def test_total(self):
        self.assertEqual(4, self.cart.total)
`
    ]
  },
  *check(module2) {
    const { calls: calls2, imports, members, model, spanOf: spanOf2, tree } = module2;
    for (const [alias, kept] of Object.entries(KEPT_NAMES)) {
      if ((SINCE_PYTHON_THREE.has(kept) || isOfPythonTwo(alias)) && isForPythonTwo(module2)) continue;
      for (const call of calls2.named(alias)) {
        const callee = childIn(tree, call, Field.function);
        const object2 = childIn(tree, callee, Field.object);
        const owner = object2 === NO_NODE ? void 0 : members.classOf(object2);
        if (owner === void 0 || members.has(owner, alias) || members.isGiven(owner, alias)) continue;
        if (KEEPERS.some(([module22, keeps]) => keeps.test(alias) && imports.hasModule(module22))) continue;
        const bases2 = members.outsideBasesOf(owner);
        if (mayInherit(bases2) || hasBaseBesideIt(module2)) continue;
        if (isOfPythonTwo(alias) && !bases2.every((base) => isKnown2(imports.originOf(base)))) continue;
        if (isForPythonTwoAlone(module2)) return;
        const at2 = spanOf2(childIn(tree, callee, Field.attribute));
        if (isAbout2(model.testAt(at2.start)?.name ?? "", alias)) continue;
        yield {
          at: at2,
          message: `${isOfPythonTwo(alias) ? "Python 3 has no" : "Python 3.12 removed"} \`${alias}\`; call \`${kept}\``,
          subject: alias,
          fix: { edits: [{ span: at2, replacement: kept }], safe: true, title: `call \`${kept}\`` }
        };
      }
    }
  }
});
var hasBaseBesideIt = ({ imports, members, model }) => model.classes.some(
  ({ definition }) => members.outsideBasesOf(definition).some((base) => imports.originOf(base).startsWith("."))
);
var mayInherit = (bases2) => bases2.some((base) => base !== "object") && !bases2.some((base) => base.endsWith("TestCase"));
var isAbout2 = (test, alias) => alias !== "assert_" && test.toLowerCase().includes(alias.toLowerCase());
var KEEPERS = [
  ["twisted.trial", /./],
  ["testtools", /^(?:assertEquals|assertItemsEqual|failUnlessEqual|failUnlessRaises)$/],
  ["absl", /^assertItemsEqual$/]
];
var isKnown2 = (base) => /^(?:unittest|django\.test)\.|^object$/.test(base);
var isOfPythonTwo = (alias) => alias === "assertItemsEqual";
var SINCE_PYTHON_THREE = /* @__PURE__ */ new Set([
  "assertNotRegex",
  "assertRaisesRegex",
  "assertRegex"
]);
var isForPythonTwoAlone = (module2) => pythonTwoIn(module2) !== void 0 || module2.nodesOf(Kind.print_statement).length > 0 || PYTHON_TWO_MODULES.some(module2.imports.hasModule) && !/except\s+\(?\s*ImportError\b/.test(module2.text);
var PYTHON_TWO_MODULES = [
  "ConfigParser",
  "HTMLParser",
  "Queue",
  "StringIO",
  "__builtin__",
  "cPickle",
  "cStringIO",
  "httplib",
  "urllib2",
  "urlparse"
];
var isForPythonTwo = ({ bindings, imports, nodesOf, tree }) => (
  // A project hands six on from a module of its own: `from shop.compat import six`.
  bindings.module.symbols.get("six")?.binding.kind === "import" || ["six", "mock", "StringIO", "urllib2", "ConfigParser", "Queue"].some(imports.hasModule) || nodesOf(Kind.future_import_statement).some(
    (node) => /\b(?:absolute_import|division|print_function|unicode_literals)\b/.test(textOf(tree, node))
  )
);
var KEPT_NAMES = {
  assert_: "assertTrue",
  assertAlmostEquals: "assertAlmostEqual",
  assertEquals: "assertEqual",
  assertItemsEqual: "assertCountEqual",
  assertNotAlmostEquals: "assertNotAlmostEqual",
  assertNotEquals: "assertNotEqual",
  assertNotRegexpMatches: "assertNotRegex",
  assertRaisesRegexp: "assertRaisesRegex",
  assertRegexpMatches: "assertRegex",
  failIf: "assertFalse",
  failIfAlmostEqual: "assertNotAlmostEqual",
  failIfEqual: "assertNotEqual",
  failUnless: "assertTrue",
  failUnlessAlmostEqual: "assertAlmostEqual",
  failUnlessEqual: "assertEqual",
  failUnlessRaises: "assertRaises"
};
var duplicate_parametrize_case_default = defineRule({
  id: "duplicate-parametrize-case",
  family: "ineffective-tests",
  summary: "a case of `pytest.mark.parametrize` that stands there twice",
  advice: "delete the cases that stand there already, or make of them what they were meant to be",
  why: `
A case that is written twice runs the same test twice and shows nothing new. As a rule it was copied in order to be
changed, and the change was forgotten, so that the case that was meant is missing.

The rule compares the rows as they are written in the list or tuple, however they are laid out. The fix deletes the
later row. There is none beside \`ids\`, which count along with the rows, or where a comment would go with the row.
`,
  spared: [
    "A row with a comment after it: it has given its reason.",
    "The rows below a comment when all of them repeat others: the comment says why they come again.",
    "A row that the docstring of the test has more than once as well: it lists what the rows follow.",
    "A row that calls what may give something else each time, such as `random_price()` or `next(prices)`."
  ],
  nearest: "flake8-pytest-style's and ruff's `PT014` report the same, with a comment or without, and ruff's fix is unsafe.",
  limits: "Where the same case twice is the point, as for a cache or a retry. A comment after the row says so, and keeps the rule silent.",
  severity: { fast: "error", review: "error" },
  examples: {
    bad: [
      `
import pytest

@pytest.mark.parametrize(("price", "tax"), [(100, 19), (50, 9), (100, 19)])
def test_tax(price, tax):
    assert tax_on(price) == tax
`
    ],
    good: [
      `
import pytest

@pytest.mark.parametrize(("price", "tax"), [(100, 19), (50, 9), (0, 0)])
def test_tax(price, tax):
    assert tax_on(price) == tax
`
    ]
  },
  *check(module2) {
    const seen = /* @__PURE__ */ new Set();
    for (const { parametrizations, definition } of module2.model.tests) {
      for (const parametrization of parametrizations) {
        if (!seen.has(parametrization.call)) yield* duplicatesOf(module2, parametrization, definition);
        seen.add(parametrization.call);
      }
    }
  }
});
function* duplicatesOf(module2, { call, rows }, test) {
  const { tree, spanOf: spanOf2 } = module2;
  const lineOf3 = (node) => module2.positionAt(spanOf2(node).start).line;
  const placeOf4 = (original, row) => lineOf3(original) === lineOf3(row) ? "in this line" : `on line ${lineOf3(original)}`;
  const originals = originalsOf(module2, rows);
  for (const [row, original] of originals) {
    if (module2.commentAfter(row) !== void 0 || !isPytests(module2, call)) continue;
    if (mayDiffer(module2, row) || isRepeatedInDocstring(module2, row, test)) continue;
    if (sectionOf(module2, rows, row).every((one) => originals.has(one))) continue;
    const text2 = tokensOf(tree, row);
    const removal = keywordOf(tree, call, "ids") === NO_NODE ? module2.elementRemoval(row) : void 0;
    yield {
      at: spanOf2(row),
      message: `the case stands ${placeOf4(original, row)} already; delete it`,
      subject: text2,
      ...removal && { fix: { edits: [removal], safe: true, title: "delete the case" } }
    };
  }
}
function isRepeatedInDocstring({ docstrings, textOf: textOf2 }, row, test) {
  const docstring = docstrings.find(({ definition }) => definition === test);
  return docstring !== void 0 && docstring.text.split(textOf2(row)).length > 2;
}
function originalsOf({ tree }, rows) {
  const first = /* @__PURE__ */ new Map();
  const originals = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const text2 = tokensOf(tree, row);
    const original = first.get(text2);
    if (original === void 0) first.set(text2, row);
    else originals.set(row, original);
  }
  return originals;
}
function sectionOf({ isCommented: isCommented2 }, rows, row) {
  const index = rows.indexOf(row);
  const start = rows.slice(0, index + 1).findLastIndex(isCommented2);
  if (start === -1) return rows;
  const length = rows.slice(start + 1).findIndex(isCommented2);
  return rows.slice(start, length === -1 ? void 0 : start + 1 + length);
}
var mayDiffer = ({ tree }, row) => Array.from(callsIn(tree, row)).some((call) => {
  const callee = calleeOf(tree, call) ?? calledNameOf(tree, call);
  return DIFFERING.test(callee) || wordsOf(calledNameOf(tree, call)).some((word) => DIFFERING_WORDS.has(word));
});
var DIFFERING = /^(?:(?:\w+\.)*(?:random|rng|faker?|secrets|uuid)\.\w+|object)$/;
var DIFFERING_WORDS = new Set(
  "random rand randint randn uuid unique fresh next now today time choice sample shuffle fake token temp tmp mkdtemp mkstemp generate".split(
    " "
  )
);
var isPytests = ({ tree, originOf: originOf2 }, call) => originOf2(childIn(tree, call, Field.function)) === "pytest.mark.parametrize";
var duplicate_test_default = defineRule({
  id: "duplicate-test",
  family: "ineffective-tests",
  summary: "a test or test class that a later one of the same name replaces",
  advice: "give each test a name of its own: of two with the same name only the later one runs",
  why: `
Of two tests with the same name in one class or module, the second definition replaces the first before anyone
collects it. The first never runs, and nobody notices, since it does not fail either. Rename one of them, or delete
one if they are copies.

The rule looks at test functions, test methods and test classes, and resolves their names as Python does.
`,
  spared: [
    "A first definition that something uses in between: a decorator, a list of tests, a class derived from it.",
    "Two that stand in different branches, as of an `if` or a `try` statement.",
    "A name that is deleted or given another value in between.",
    "A first definition with a decorator that keeps the function elsewhere, or that expects several of one name: `overload`, `register`, `parameterized.expand`, `route`, `command`, `task`, `fixture`."
  ],
  nearest: "pyflakes' and ruff's `F811` and pylint's `E0102` report redefinitions of anything.",
  limits: "Where a metaclass or a decorator of the class collects definitions as they are made, so that both run.",
  severity: { fast: "error", review: "error" },
  examples: {
    bad: [
      `
def test_refund(cart):
    assert cart.refund() == 4

def test_refund(cart):
    assert cart.refund(twice=True) == 4
`
    ],
    good: [
      `
def test_refund(cart):
    assert cart.refund() == 4

def test_refund_twice(cart):
    assert cart.refund(twice=True) == 4
`
    ]
  },
  *check(module2) {
    const { model, bindings, positionAt: positionAt2 } = module2;
    const latest = /* @__PURE__ */ new Map();
    const tests = [...model.tests, ...model.classes].map(({ definition }) => definition);
    for (const definition of tests.toSorted((one, other) => one.node - other.node)) {
      const binding = bindings.bindingAt(definition.nameSpan.start);
      if (binding === void 0) continue;
      const earlier = latest.get(binding);
      latest.set(binding, definition);
      if (earlier === void 0 || !replaces(module2, binding, earlier, definition)) continue;
      yield {
        at: definition.nameSpan,
        message: `\`${definition.name}\` replaces the one on line ${positionAt2(earlier.nameSpan.start).line}, which never runs; ${isCopy(module2, earlier, definition) ? "delete" : "rename"} one`,
        subject: definition.name
      };
    }
  }
});
var isCopy = ({ tree }, one, other) => tokensOf(tree, one.node) === tokensOf(tree, other.node);
function replaces({ blockOf: blockOf3, spanOf: spanOf2 }, { references, definitions }, earlier, later) {
  if (blockOf3(earlier) !== blockOf3(later) || earlier.decorators.some(({ name }) => REGISTERING.test(name)))
    return false;
  const bound = spanOf2(later.body).start;
  const between = { start: earlier.nameSpan.end, end: bound };
  const uses = occurrencesIn(references, between).length;
  return uses === 0 && occurrencesIn(definitions, between).every(({ start }) => start === later.nameSpan.start);
}
var REGISTERING = /(?:^|\.)(?:overload|register|expand|route|command|task|fixture)$/;
var empty_test_default = defineRule({
  id: "empty-test",
  family: "ineffective-tests",
  summary: "a test whose body does nothing",
  advice: "write the tests, skip them with a reason, or delete them",
  why: `
A test whose body is \`pass\` or \`...\` counts among those that passed and tests nothing. When it is yet to be
written, \`@pytest.mark.skip(reason="\u2026")\` or \`self.skipTest("\u2026")\` says so in every run.
`,
  spared: [
    "A test with a docstring, or with a comment in it, directly above or directly below: it says what the test is about. A comment for a tool, such as `# noqa`, does not.",
    "A test with a decorator, and one whose class has a decorator or whose class or module has a `pytestmark`: it may be skipped, or the decorator does the work.",
    "A test that asks for fixtures, which may do the work.",
    "A test that another place in the module names, as a variable, an attribute, a keyword or a string.",
    "The tests of a class with a docstring when all of them are empty: they are there to be run or counted.",
    "The only test of a class with a `setUp` of its own: then that is what is tested.",
    "A class with more than one base, or with one other than `TestCase` and its usual kin (`BaseTestCase`, `TransactionTestCase`): there the test may turn off one that it inherits.",
    "A file in a folder of samples that other tests run or read: `fixtures/`, `samples/`, `scenarios/`, `testdata/` and the like."
  ],
  limits: "Where a plugin finds the work of the test elsewhere by the test's name. A docstring says so, and keeps the rule silent.",
  severity: { fast: "error", review: "error" },
  examples: {
    bad: [
      `
def test_refund():
    pass
`
    ],
    good: [
      `
import pytest

@pytest.mark.skip(reason="refunds come with the next release")
def test_refund():
    pass
`,
      `
def test_refund():
    # Whoever refunds nothing pays nothing back.
    pass
`
    ]
  },
  *check(module2) {
    if (SAMPLE.test(module2.path)) return;
    for (const test of module2.model.tests) {
      if (!test.isEmpty || test.definition.decorators.length > 0 || test.parameters.length > 0) continue;
      if (isMarked(module2, test) || test.testClass?.mayInheritTests === true) continue;
      if (isMentioned2(module2, test) || module2.hasComment(test.definition)) continue;
      if (isInDescribedSuite(module2, test) || isThereForSetUp(module2, test)) continue;
      yield {
        at: test.nameSpan,
        message: `\`${test.name}\` does nothing; write it, skip it with a reason, or delete it`,
        subject: test.name
      };
    }
  }
});
var SAMPLE = /(?:^|\/)(?:(?:test_?)?data|fixtures?|samples?|scenarios?|support|resources?|examples?|testfiles|assets)\//i;
function isMentioned2(module2, { name, nameSpan }) {
  const binding = module2.bindings.bindingAt(nameSpan.start);
  const defined = new Set(module2.definitions.map((definition) => definition.nameSpan.start));
  const isUsed = binding !== void 0 && (binding.references.length > 0 || binding.definitions.some(({ start }) => !defined.has(start)));
  return isUsed || module2.isMentioned(name, ROOT);
}
function isInDescribedSuite({ docstrings, model }, { testClass }) {
  if (testClass === void 0 || !docstrings.some(({ definition }) => definition === testClass.definition))
    return false;
  return model.tests.every((other) => other.testClass !== testClass || other.isEmpty);
}
function isThereForSetUp({ model }, { testClass, definition }) {
  if (testClass === void 0) return false;
  const isOwn = (one) => one.enclosing === testClass.definition;
  return model.hooks.some((hook) => isOwn(hook) && SET_UP.test(hook.name)) && !model.tests.some((other) => isOwn(other.definition) && other.definition !== definition);
}
var SET_UP = /^(?:setUp|asyncSetUp|setup|setup_method)$/;
function isMarked({ bindings }, { testClass }) {
  const scopes = [bindings.module, testClass && bindings.scopeAt(testClass.definition.node)];
  return (testClass?.definition.decorators.length ?? 0) > 0 || scopes.some((scope) => (scope?.symbols.get("pytestmark")?.definitions.length ?? 0) > 0);
}
var mock_assert_typo_default = defineRule({
  id: "mock-assert-typo",
  family: "ineffective-tests",
  summary: "an assertion of a mock under a name that mocks do not have",
  advice: "call the assertion of the mock that is meant",
  why: `
A mock has every attribute that it is asked for. \`send.called_once_with("tea")\` is a call of a new mock, and passes.
\`assert send.not_called\` asserts a mock, which is true. \`send.assert_called_once\` without parentheses names a
method and does not call it. None of them checks anything. Python 3.12 raises \`AttributeError\` for the commonest of
these names.

The rule looks at statements, and at the conditions of \`assert\` and \`assertTrue\`, in modules that use mocks. It
knows the assertions of \`unittest.mock\` without their \`assert_\`, mistyped by a letter or two, or without
parentheses. The fix writes the assertion that is meant, where the arguments fit it.
`,
  spared: [
    "`called` and `awaited`, which are attributes of mocks.",
    "A name that the module makes an attribute itself: as a method, by an assignment, or as a keyword (`Mock(called_once=True)`).",
    "An attribute of the test itself (`self.not_called()`), or of `super()`.",
    "A value that is used, as in `check = send.called_with`.",
    "`called_once` of a mock of requests-mock, and any name in a module that imports kgb: they have such attributes and assertions."
  ],
  nearest: "pygrep-hooks' and ruff's `PGH005` report a part of these names, whether the module uses mocks or not, and mend nothing.",
  limits: "Where the object is no mock and really has such an attribute, which the module does not show.",
  severity: { fast: "error", review: "error" },
  examples: {
    bad: [
      `
from unittest import mock

def test_order(shop):
    send = mock.Mock()
    shop.order("tea", send)
    send.called_once_with("tea")
`,
      `
from unittest import mock

def test_order(shop):
    send = mock.Mock()
    shop.order("tea", send)
    send.assert_called_once
`
    ],
    good: [
      `
from unittest import mock

def test_order(shop):
    send = mock.Mock()
    shop.order("tea", send)
    send.assert_called_once_with("tea")
    assert send.called
`
    ]
  },
  *check(module2) {
    if (!/mock/i.test(module2.text) || module2.imports.hasModule("kgb")) return;
    for (const check2 of [...callsOf2(module2), ...namesOf(module2)]) {
      const { attribute, meant: meant2 } = check2;
      const written2 = module2.textOf(attribute);
      if (isOwnName(module2, written2)) continue;
      const edits = editsFor(module2, check2);
      yield {
        at: module2.spanOf(attribute),
        message: written2 === meant2 ? `\`${written2}\` without parentheses checks nothing; call it` : `mocks have no \`${written2}\`, it checks nothing; call \`${meant2}\``,
        subject: written2,
        ...edits && { fix: { edits, safe: true, title: `call \`${meant2}\`` } }
      };
    }
  }
});
function* callsOf2(module2) {
  const { calls: calls2, tree } = module2;
  for (const name of calls2.names) {
    const meant2 = meantBy2(name);
    if (meant2 === void 0) continue;
    for (const call of calls2.named(name)) {
      const callee = childIn(tree, call, Field.function);
      const statement = statementAround(tree, call);
      const isChecked = callStatementOf(tree, statement) === call || isAsserted(tree, statement, call);
      if (!isChecked || !isOfMock(module2, callee)) continue;
      const hasArguments = argumentsOf(tree, call).length > 0;
      yield {
        statement,
        attribute: childIn(tree, callee, Field.attribute),
        call,
        meant: hasArguments ? WITH_ARGUMENTS.get(meant2) ?? meant2 : meant2
      };
    }
  }
}
function* namesOf(module2) {
  const { nodesOf, tree, calls: calls2 } = module2;
  const assertions = new Set(Array.from(TRUTH_ASSERTIONS).flatMap(calls2.named));
  for (const kind of [Kind.expression_statement, Kind.assert_statement]) {
    for (const statement of nodesOf(kind)) {
      const first = kindOf(tree, statement + 1);
      if (first === Kind.assignment || first === Kind.call && !assertions.has(statement + 1)) continue;
      const asserted = truthAssertedBy(tree, statement)?.condition;
      const expression = unwrapped(tree, asserted ?? expressionOf(tree, statement));
      if (expression === NO_NODE || !isOfMock(module2, expression)) continue;
      const attribute = childIn(tree, expression, Field.attribute);
      const name = textOf(tree, attribute);
      const meant2 = ASSERTIONS.has(name) ? name : meantBy2(name);
      if (meant2 === void 0 || name === "called_once" && hasCalledOnce(module2, expression)) continue;
      yield { statement, attribute, call: NO_NODE, meant: meant2 };
    }
  }
}
function hasCalledOnce({ text: text2, tree }, expression) {
  return /\brequests?_mock\b/.test(text2) || /request|adapter|mocker\b|http/i.test(textOf(tree, expression));
}
var isAsserted = (tree, statement, call) => unwrapped(tree, truthAssertedBy(tree, statement)?.condition ?? NO_NODE) === call;
function isOfMock({ tree, members, originOf: originOf2 }, expression) {
  if (kindOf(tree, expression) !== Kind.attribute) return false;
  const object2 = childIn(tree, expression, Field.object);
  const isSuper = kindOf(tree, object2) === Kind.call && originOf2(childIn(tree, object2, Field.function)) === "builtins.super";
  return !isSuper && members.classOf(object2) === void 0;
}
var isOwnName = ({ members }, written2) => !ASSERTIONS.has(written2) && members.isMade(written2);
function editsFor(module2, { statement, attribute, call, meant: meant2 }) {
  const { tree, spanOf: spanOf2, text: text2 } = module2;
  const hasArguments = call !== NO_NODE && argumentsOf(tree, call).length > 0;
  if (hasArguments !== TAKING_ARGUMENTS.has(meant2) || isAwaited(tree, statement)) return void 0;
  if (TAKING_LISTS.has(meant2) && !isList(tree, call)) return void 0;
  const asserted = truthAssertedBy(tree, statement);
  const name = spanOf2(attribute);
  const end = call === NO_NODE ? "()" : "";
  const renaming = { span: name, replacement: meant2 + end };
  if (asserted === void 0) return [renaming];
  const [whole2, condition] = [spanOf2(statement), spanOf2(asserted.condition)];
  const [before, after] = [
    { start: whole2.start, end: condition.start },
    { start: condition.end, end: whole2.end }
  ];
  const isPlain2 = [before, after].every((span) => !/[#"']/.test(text2.slice(span.start, span.end)));
  if (asserted.message !== NO_NODE || !isPlain2 || asserted.condition !== unwrapped(tree, asserted.condition))
    return void 0;
  const edits = [{ span: before, replacement: "" }, renaming, { span: after, replacement: "" }];
  return edits.filter(({ span }) => span.start < span.end);
}
var isAwaited = (tree, statement) => descendantsOf(tree, statement, Kind.await).next().done === false;
function meantBy2(name) {
  const meant2 = CHECKS.get(name);
  if (meant2 !== void 0 && !REAL_ATTRIBUTES.has(name)) return meant2;
  if (!name.startsWith("as") || ASSERTIONS.has(name) || !/^as\w{1,6}_(?:called?|awaited|await|not|any|has)_?/.test(name))
    return void 0;
  return [...ASSERTIONS].find((assertion) => editDistance(name, assertion) <= 2);
}
var REAL_ATTRIBUTES = /* @__PURE__ */ new Set(["called", "awaited"]);
var ASSERTIONS = new Set(
  [
    ..."called called_once called_once_with called_with any_call has_calls not_called".split(" "),
    ..."awaited awaited_once awaited_once_with awaited_with any_await has_awaits not_awaited".split(" ")
  ].map((name) => `assert_${name}`)
);
var CHECKS = new Map([
  ...Array.from(ASSERTIONS, (name) => [name.slice("assert_".length), name]),
  ["has_any_call", "assert_any_call"]
]);
var TAKING_ARGUMENTS = new Set(
  [...ASSERTIONS].filter((name) => /_with$|_any_|_has_/.test(name))
);
var TAKING_LISTS = /* @__PURE__ */ new Set(["assert_has_calls", "assert_has_awaits"]);
function isList(tree, call) {
  const [first] = argumentsOf(tree, call);
  const kind = kindOf(tree, first?.value ?? call);
  return kind === Kind.list || kind === Kind.identifier;
}
var WITH_ARGUMENTS = /* @__PURE__ */ new Map([
  ["assert_called", "assert_called_with"],
  ["assert_called_once", "assert_called_once_with"],
  ["assert_awaited", "assert_awaited_with"],
  ["assert_awaited_once", "assert_awaited_once_with"]
]);
var silent_pass_except_default = defineRule({
  id: "silent-pass-except",
  family: "ineffective-tests",
  summary: "a test whose only assertion on an exception stands in the handler, and passes when nothing is raised",
  advice: "expect the exception with `raises`, which fails when nothing is raised",
  why: `
A test that calls something in a \`try\` clause and asserts in the handler what the exception says passes as well when
nothing is raised: the handler, and the assertion in it, never run. \`pytest.raises\` and \`assertRaises\` fail then,
and keep the exception for the assertions below them.

The rule looks at handlers of the test function itself that name their exception with \`as\` and assert something of
it. It says nothing where something shows that no exception is fine, or that it would be noticed.
`,
  spared: [
    "A `try` statement with an `else` or `finally` clause, or whose `try` clause asserts, fails, skips, raises, returns or leaves a loop: the case without an exception is thought of.",
    "A handler that raises, returns, fails or skips, or that sets an attribute or an item.",
    "A variable that the `try` clause or the handler sets and something below reads.",
    "An assertion directly below that reads a variable which a function inside the test sees as well, and may have changed; and, where `SystemExit` is caught, an assertion below of the call of a stand-in such as `fake_exit`.",
    "A `try` statement in a loop: the exception may come in one turn and not in another.",
    "An `ImportError`, `AssertionError` or `SkipTest`, which is about the test, and a `try` clause that raises by itself, as `1 / 0` does.",
    "An assertion that denies something of the exception, such as `assert not isinstance(error, KeyError)`, that allows one of several `errno`s, or that a program exits with success: no exception would be fine too.",
    "A comment above the `try` statement or inside it that says that the exception *may* come, or that not every version or system raises it or supports what is called; and a docstring that says that it depends.",
    "A `try` clause with a helper that is told what to find, such as `run(expected_status=1)`.",
    "A test in which a `raises` expects an exception of the same call.",
    "A test whose values hypothesis makes up: they may be valid."
  ],
  nearest: "flake8-pytest-style's and ruff's `PT017` report every `assert` on the exception in a handler, though the test may fail when nothing is raised, and no method of unittest.",
  limits: "Where no exception is fine as well. An `else: pass` keeps the rule silent, as does a comment that says that the exception may come.",
  severity: { fast: "warning", review: "warning" },
  examples: {
    bad: [
      `
def test_refund_twice(cart):
    try:
        cart.refund()
    except AlreadyRefunded as error:
        assert "twice" in str(error)
`
    ],
    good: [
      `
import pytest

def test_refund_twice(cart):
    with pytest.raises(AlreadyRefunded, match="twice"):
        cart.refund()
`,
      `
def test_refund_twice(cart):
    try:
        cart.refund()
    except AlreadyRefunded as error:
        assert "twice" in str(error)
    else:
        assert False, "refunded twice"
`
    ]
  },
  *check({ commentsBefore: commentsBefore2, commentsIn: commentsIn2, docstrings, handlers, model, passesSilently: passesSilently2 }) {
    for (const handler of handlers) {
      const test = model.testAt(handler.keyword.start);
      if (test === void 0 || !passesSilently2(handler, test)) continue;
      if ([...commentsIn2(handler.node), ...commentsBefore2(handler)].some(saysThatItMayRaise)) continue;
      const docstring = docstrings.find(({ definition }) => definition === test.definition);
      if (docstring !== void 0 && DIFFERS.test(docstring.text)) continue;
      const names2 = handler.exceptions.join(", ");
      const isKnown3 = names2 !== "" && broadExceptionOf(handler) === void 0;
      yield {
        at: handler.keyword,
        message: `the test passes when nothing is raised; expect ${isKnown3 ? `\`${names2}\`` : "the exception"} with \`raises\``,
        subject: names2
      };
    }
  }
});
var DIFFERS = /\b(?:sometimes|depend(?:s|ing)? on|(?:between|across|on (?:some|certain)) (?:\w+ )*(?:versions|platforms|systems))\b/i;
var saysThatItMayRaise = ({ content }) => MAY_RAISE.test(content);
var MAY_RAISE = new RegExp(
  [
    String.raw`\b(?:may|might|sometimes|not always|depend(?:s|ing|ent)|vary|varies|either|if so)\b`,
    String.raw`\b(?:old(?:er)?|earlier|newer|some|certain|many|most) (?:\w+ )?\w*(?:versions?|releases?|systems?|platforms?|devices?|drivers?|backends?)\b`,
    // `not supported on all cards`, `isn't there on every system`
    String.raw`(?:\bnot|n't) (?:\w+ )?(?:support|availab|implement|provid|install|enabl|exist|there|present|possible)\w*\b[^.;]*(?<!\bat )\b(?:all|every\w*)\b`,
    String.raw`\bnot (?:all|every\w*)\b`,
    String.raw`\bat least for\b`,
    String.raw`\b(?:accept\w*|allowed|expected|fine|okay?) (?:if|when|where)\b`,
    // The implementations and systems on which it is raised: `# pypy, graalpy`
    String.raw`^\W*(?:(?:on|only|for|in|under|and|or|only on|pypy|graalpy|jython|ironpython|micropython|cpython|windows|win32|macos|osx|darwin|linux|bsd|cygwin|python ?\d[\d.]*\+?)\b[\s,;/&.]*)+$`,
    String.raw`\bwithout (?:raising|an?y? (?:exception|error))`
  ].join("|"),
  "i"
);
var sleeping_test_default = defineRule({
  id: "sleeping-test",
  family: "ineffective-tests",
  summary: "a test that sleeps for a fixed time instead of waiting for what it needs",
  advice: "wait for what the test needs, or fake the clock, instead of sleeping",
  why: `
\`time.sleep(2)\` is a guess: too short on a slow machine, where the test then fails now and then, and too long on all
others, in every run. What the test waits for can be waited for, with an event, a queue, a poll with a deadline, or
the framework's own wait. Where only time has to pass, a clock can be faked.

The rule knows the \`sleep\` of \`time\`, \`asyncio\`, \`anyio\`, \`trio\`, \`gevent\` and \`eventlet\` by their
imports, and looks at those that are statements of a test. In the hook it reports a sleep of 100 milliseconds or more,
in the review every one; a length that a name or a calculation gives counts as long.
`,
  spared: [
    "`sleep(0)`, which lets others run.",
    "A sleep in a loop, which polls.",
    "A sleep in a function inside the test, which stands for slow work. Fixtures and helpers are not looked at.",
    "A sleep that is all that a `with` block does, and any in a block that is expected to raise: it is what is timed or interrupted.",
    "A test that reads a clock, such as `time.monotonic()`: it measures time.",
    'A module in which a string names `sleep`, as in `monkeypatch.setattr("shop.time.sleep", \u2026)`: it is replaced.',
    "A sleep with a comment on its line, on the line below or at the head of the lines above it: it may say why nothing else would do.",
    "A length that a call has given: the test asks for the time instead of guessing it."
  ],
  nearest: "No rule of ruff, pylint or flake8 reports it; PyNose has it as Sleepy Test, turned off by default.",
  limits: "Where real time has to pass, because a file system, a clock or another process cannot be asked or faked. A comment that says so keeps the rule silent.",
  severity: { fast: "warning", review: "warning" },
  options: {
    milliseconds: integer2({
      default: 100,
      review: 1,
      description: "from how many milliseconds on a sleep is reported, where its length is written out"
    })
  },
  examples: {
    bad: [
      `
import time

def test_order_arrives(shop, warehouse):
    shop.order("tea")
    time.sleep(2)
    assert warehouse.orders == ["tea"]
`
    ],
    good: [
      `
def test_order_arrives(shop, warehouse):
    shop.order("tea")
    assert warehouse.next_order(timeout=5) == "tea"
`,
      `
import time

def test_order_arrives(shop, warehouse):
    shop.order("tea")
    while not warehouse.orders:
        time.sleep(0.01)
    assert warehouse.orders == ["tea"]
`
    ]
  },
  *check(module2, options2) {
    const calls2 = SLEEPS.flatMap(module2.calls.of);
    if (calls2.length === 0 || namesSleep(module2)) return;
    const clocks = CLOCKS.flatMap(module2.calls.of);
    for (const call of calls2) {
      const test = module2.model.testAt(module2.spanOf(call).start);
      if (test === void 0 || !isWaiting(module2, test, call)) continue;
      if (clocks.some((clock) => contains(module2.tree, test.node, clock))) continue;
      const milliseconds = millisecondsOf(module2, call);
      if (milliseconds < options2.milliseconds) continue;
      yield {
        at: module2.spanOf(call),
        message: `\`${written(module2, call)}\` waits for a guess; wait for what the test needs, or fake the clock`,
        subject: "sleep"
      };
    }
  }
});
var SLEEPS = "time asyncio anyio trio gevent eventlet".split(" ").map((name) => `${name}.sleep`);
var CLOCKS = "time monotonic perf_counter time_ns monotonic_ns perf_counter_ns".split(" ").map((name) => `time.${name}`);
function isWaiting(module2, test, call) {
  const { tree } = module2;
  const statement = statementAround(tree, call);
  if (module2.definitionAt(module2.spanOf(call).start) !== test.definition) return false;
  if (callStatementOf(tree, statement) !== call || isInAnyLoop(tree, statement)) return false;
  const isAlone = isAloneInBlock(tree, statement);
  if (isAlone && isInWith(tree, statement)) return false;
  if (module2.raisesBlocks.some(({ node }) => contains(tree, node, call))) return false;
  const commented = isAlone ? statementAround(tree, parentOf(tree, statement)) : statement;
  return !isExplained4(module2, commented) && !isAnswer(module2, call);
}
var isExplained4 = ({ isCommented: isCommented2, isHeadedByComment: isHeadedByComment2, isFollowedByComment: isFollowedByComment2 }, statement) => isCommented2(statement) || isHeadedByComment2(statement) || isFollowedByComment2(statement);
function isAnswer({ tree, bindings, spanOf: spanOf2, valueGivenTo: valueGivenTo2 }, call) {
  const seconds = argumentsOf(tree, call)[0]?.node ?? NO_NODE;
  if (kindOf(tree, seconds) !== Kind.identifier) return false;
  const [definition] = bindings.bindingAt(spanOf2(seconds).start)?.definitions ?? [];
  let value = definition === void 0 ? void 0 : valueGivenTo2(definition.node);
  while (value !== void 0 && kindOf(tree, value) === Kind.subscript) value = unwrapped(tree, value + 1);
  return value !== void 0 && kindOf(tree, value) === Kind.call;
}
function millisecondsOf({ tree, textOf: textOf2 }, call) {
  const list2 = childIn(tree, call, Field.arguments);
  const kind = tree.kind[list2 + 2];
  if (kind !== Kind.integer && kind !== Kind.float) return Infinity;
  return Number(textOf2(list2 + 2).replaceAll("_", "")) * 1e3;
}
function namesSleep({ nodesOf, textOf: textOf2 }) {
  return Array.from(nodesOf(Kind.string_content)).some(
    (content) => /^(?:[\w.]+[.:])?sleep$/.test(textOf2(content))
  );
}
function written({ textOf: textOf2 }, call) {
  const text2 = textOf2(call).replace(/\s+/g, " ");
  return text2.length > LONGEST_SHOWN3 ? `${text2.slice(0, LONGEST_SHOWN3 - 1)}\u2026` : text2;
}
var LONGEST_SHOWN3 = 40;
var unreachable_assert_in_raises_default = defineRule({
  id: "unreachable-assert-in-raises",
  family: "ineffective-tests",
  summary: "an assertion in a `raises` block after the call that raises, where it never runs",
  advice: "move assertions out of the block, and delete those on what the call would have given: after it raises they never run",
  why: `
The block of \`with pytest.raises(\u2026)\` or \`with self.assertRaises(\u2026)\` ends at the statement that raises. An
assertion that stands after it, inside the block, never runs: it looks like a check and checks nothing. Nearly always
it was meant to stand one step further out, below the block, which is also the only place where the exception that
\`as\` names is known. Where it looks at what the call would have given, it can only be deleted; the message says
which.

The rule speaks when an assertion below a call names that exception, or when it directly follows a call or an
assignment and nothing in it or after it could be what raises instead. The first four exemptions below are for
assertions of the second kind. A block is reported once, at its first such assertion.
`,
  spared: [
    "An assertion that is followed by another call or a `raise`, which may be what raises.",
    "An assertion that calls something, a helper of one's own that asserts included: it may be what raises. The usual assertions and what only looks, such as `len` and `str`, do not count.",
    "An assertion whose own lookup or comparison may raise what is expected: a subscript a `KeyError`, an attribute an `AttributeError`, an operator a `TypeError`.",
    "An assertion that reads an object which the line before has just made of a class, or that puts two in an order which it has just made: a property or an operator of theirs may raise.",
    "A block that expects an `AssertionError`: there the assertion is what is tested.",
    "`assert False`, which is there in order not to be reached."
  ],
  nearest: "flake8-pytest-style's and ruff's `PT012` report every `pytest.raises` block of more than one statement, and no block of unittest.",
  limits: "Where the statement before the assertion does not raise after all, and a property or an operator that the assertion uses does.",
  severity: { fast: "error", review: "error" },
  examples: {
    bad: [
      `
import pytest

def test_refund_twice(cart):
    with pytest.raises(AlreadyRefunded) as raised:
        cart.refund()
        assert "twice" in str(raised.value)
`,
      `
import unittest

class CartTest(unittest.TestCase):
    def test_refund_twice(self):
        with self.assertRaises(AlreadyRefunded):
            self.cart.refund()
            self.assertEqual(1, self.cart.refunds)
`
    ],
    good: [
      `
import pytest

def test_refund_twice(cart):
    with pytest.raises(AlreadyRefunded) as raised:
        cart.refund()
    assert "twice" in str(raised.value)
`
    ]
  },
  *check({ raisesBlocks, spanOf: spanOf2 }) {
    for (const { exceptions, readsUnassigned: readsUnassigned2, unreachableAssertions } of raisesBlocks) {
      const [first] = unreachableAssertions;
      if (first === void 0) continue;
      const remedy = REMEDIES[readsUnassigned2(first) ?? "other"];
      yield {
        at: spanOf2(first),
        message: `assertion after the call that raises never runs; ${remedy}`,
        subject: exceptions.join(", "),
        measure: unreachableAssertions.length
      };
    }
  }
});
var REMEDIES = {
  unbound: "delete it, as the call gives nothing to look at",
  "earlier value": "move it below the `with` block, or delete it if it is about what the call would have given",
  other: "move it below the `with` block"
};
var useless_comparison_default = defineRule({
  id: "useless-comparison",
  family: "ineffective-tests",
  summary: "a comparison that stands alone, without `assert`",
  advice: "put `assert` before the comparisons",
  why: `
\`cart.total == 4\` on a line of its own compares, and throws the answer away: the test passes whatever the total is.
Nearly always an \`assert\` was forgotten, or \`=\` was meant.

The rule looks at tests and helpers alike. The fix puts \`assert\` before the comparison. It is unsafe, since the test
may fail then: what the comparison says was never checked.
`,
  spared: [
    "A comparison in a `with` block, or in a `try` clause with handlers: it may be there for what it raises.",
    "A module that defines or names a method such as `__eq__`, and a test that is named for comparing, such as `test_equals_none`: the operator is what is tested.",
    "A comparison that is all that a loop or an inner function does: it may be measured, or passed on.",
    "A comparison of an object whose class the module derives from one elsewhere, which may give the operator a meaning.",
    "A comparison with a comment after it, or below one that says that comparing alone is what matters.",
    "A function that is named for leaving its `return` out, such as `is_adult_without_return`."
  ],
  nearest: "flake8-bugbear's and ruff's `B015` and pylint's `W0104` report the same, in `with` blocks too, and mend nothing.",
  limits: "Where objects are compared for a side effect of their operator, as in some query builders. Assign the result to `_`, and say why.",
  severity: { fast: "error", review: "error" },
  examples: {
    bad: [
      `
def test_total(cart):
    cart.add("tea")
    cart.total == 4
`
    ],
    good: [
      `
def test_total(cart):
    cart.add("tea")
    assert cart.total == 4
`,
      `
import pytest

def test_carts_have_no_order(cart):
    with pytest.raises(TypeError):
        cart < cart
`
    ]
  },
  *check(module2) {
    const { nodesOf, spanOf: spanOf2, textOf: textOf2, tree } = module2;
    for (const statement of nodesOf(Kind.expression_statement)) {
      const expression = expressionOf(tree, statement);
      if (expression === NO_NODE || kindOf(tree, unwrapped(tree, expression)) !== Kind.comparison_operator)
        continue;
      if (mayBeExpectedToRaise(tree, statement) || isMeant2(module2, statement)) continue;
      const at2 = spanOf2(statement);
      yield {
        at: at2,
        message: "comparison without `assert` checks nothing; assert it, or assign with `=`",
        subject: textOf2(expression),
        fix: {
          edits: [{ span: { start: at2.start, end: at2.start }, replacement: "assert " }],
          safe: false,
          title: "assert the comparison"
        }
      };
    }
  }
});
var WITHOUT_RETURN = /(?:without|no|missing)_?return/i;
function isMeant2(module2, statement) {
  const { tree, text: text2, model, spanOf: spanOf2, commentAfter: commentAfter2 } = module2;
  const { start } = spanOf2(statement);
  if (commentAfter2(statement) !== void 0 || COMPARISON_METHOD.test(text2)) return true;
  if (isExplained5(module2, statement)) return true;
  if (WITHOUT_RETURN.test(module2.definitionAt(start)?.name ?? "")) return true;
  if (ABOUT_COMPARISONS.test(model.testAt(start)?.name ?? "")) return true;
  if (isOfDerivedClass(module2, statement)) return true;
  return isAloneInBlock(tree, statement) && isRunByOthers(module2, statement);
}
function isExplained5({ commentsAround: commentsAround2, spanOf: spanOf2, tree }, statement) {
  const isBare2 = (one) => one !== NO_NODE && kindOf(tree, one) === Kind.expression_statement && kindOf(tree, unwrapped(tree, expressionOf(tree, one))) === Kind.comparison_operator;
  let first = statement;
  for (let above = first; isBare2(above); above = previousStatementOf(tree, above)) first = above;
  const { start } = spanOf2(first);
  return commentsAround2({ start, end: start }).some(({ content }) => FOR_ITS_OWN_SAKE.test(content));
}
var FOR_ITS_OWN_SAKE = /\b(?:care|matters?|possible|works|rais\w+|errors?|exceptions?|crash\w*|fails?|smoke|cover\w*|evaluat\w+|just|only)\b/i;
function isOfDerivedClass(module2, statement) {
  const { bindings, definitions, members, textOf: textOf2, tree, valueGivenTo: valueGivenTo2 } = module2;
  const operands = namedChildrenOf(tree, unwrapped(tree, expressionOf(tree, statement)));
  return operands.some((operand) => {
    if (kindOf(tree, operand) !== Kind.identifier) return false;
    const [given, ...more] = bindings.bindingAt(startOf(tree, operand))?.definitions ?? [];
    const value = given === void 0 || more.length > 0 ? void 0 : valueGivenTo2(given.node);
    if (value === void 0 || kindOf(tree, value) !== Kind.call) return false;
    const name = textOf2(childIn(tree, value, Field.function));
    return definitions.some(
      (one) => one.kind === "class" && one.name === name && members.outsideBasesOf(one).some((base) => base !== "object")
    );
  });
}
var COMPARISON_METHOD = /\b__(?:eq|ne|lt|le|gt|ge|contains)__\b/;
var ABOUT_COMPARISONS = /(?:^|_)(?:eq|ne|lt|le|gt|ge|equals?|equality|compar\w*|operators?|contains|membership)(?:_|$)/i;
function isRunByOthers({ tree, definitionAt: definitionAt2, spanOf: spanOf2 }, statement) {
  if (isInLoop(tree, statement)) return true;
  const definition = definitionAt2(spanOf2(statement).start);
  return definition?.kind === "function" && definition.enclosing?.kind === "function";
}
var rules = [
  debugger_left_default,
  hardcoded_secret_default,
  camel_case_local_default,
  mixed_test_naming_default,
  snake_case_class_default,
  copy_pasted_docstring_default,
  missing_docstring_default,
  skip_without_reason_default,
  stale_docstring_param_default,
  stale_docstring_return_default,
  announcing_comment_default,
  commented_out_code_default,
  commented_out_test_default,
  print_in_test_default,
  restating_comment_default,
  long_test_default,
  multiple_scenarios_default,
  bare_except_default,
  broad_except_default,
  broad_except_pass_default,
  raises_broad_exception_default,
  raises_multiple_statements_default,
  raises_without_callable_default,
  numbered_name_default,
  numbered_result_name_default,
  numbered_test_name_default,
  abbreviated_name_default,
  replaced_name_default,
  vague_name_default,
  assert_always_true_default,
  assert_true_misuse_default,
  deprecated_assert_alias_default,
  duplicate_parametrize_case_default,
  duplicate_test_default,
  empty_test_default,
  mock_assert_typo_default,
  silent_pass_except_default,
  sleeping_test_default,
  unreachable_assert_in_raises_default,
  useless_comparison_default
];
function workplaceOf({ cwd, environment }) {
  const answer = findRepository(cwd, environment);
  if (!answer.found) return { topLevel: cwd, repository: void 0, why: answer.why };
  return { topLevel: answer.repository.topLevel, repository: answer.repository, why: "" };
}
function settingsOf(configuration, { topLevel }, { cwd }) {
  const { file } = configuration;
  return loadSettings(rules, (path) => readText((0, import_node_path4.resolve)(topLevel, path)), {
    ...configuration,
    file: file && withSlashes((0, import_node_path4.relative)(topLevel, (0, import_node_path4.resolve)(cwd, file)))
  });
}
function parserFor(sources, host) {
  const size = sources.reduce((sum, { bytes }) => sum + bytes.length, 0);
  let parser;
  return () => parser ??= host.parser(size);
}
function sourcesOf(command, workplace, settings, host) {
  const since = sinceOf(command, host.environment);
  const { source, scope } = command;
  const removed2 = () => removedBy(workplace, settings, since);
  const readable = (candidates) => ({
    ...withinLimits(candidates, settings),
    removed: removed2
  });
  switch (source.from) {
    case "index": {
      const { repository, why } = workplace;
      if (repository === void 0)
        throw new UserError(`${why}; name the files to check: proctor ${command.name} PATH`);
      const changed3 = repository.changed((path) => settings.isTestModule(path), since);
      return readable(
        changed3.map(({ path, content, bases: bases2 }) => ({
          path,
          place: path,
          bytes: content,
          bases: scope === "file" ? void 0 : bases2
        }))
      );
    }
    case "files": {
      const { files, failures } = filesOf(source.paths, workplace, settings, host);
      return { sources: compared(files, command, workplace, since), failures, removed: removed2 };
    }
    case "stdin": {
      const place = placeOf3(source.path, host.cwd, workplace.topLevel);
      const file = { path: withSlashes(source.path), place, bytes: host.stdin() };
      return readable(compared([file], command, workplace, since));
    }
  }
}
function sinceOf({ since }, environment) {
  if (since !== void 0) return { reference: since, to: void 0 };
  const from = environment["PRE_COMMIT_FROM_REF"];
  const to = environment["PRE_COMMIT_TO_REF"];
  if (from === void 0 || from === "" || to === void 0 || to === "") return void 0;
  return { reference: from, to };
}
function removedBy({ repository }, settings, since) {
  const files = repository?.removed((path) => settings.isTestModule(path), since) ?? [];
  return files.filter(({ path, content }) => content.length <= settings.for(path).maxFileSize).map(({ path, content }) => ({ place: path, bytes: content }));
}
function withinLimits(sources, settings) {
  const limitOf = ({ place }) => settings.for(place).maxFileSize;
  return {
    sources: sources.filter((source) => source.bytes.length <= limitOf(source)),
    failures: sources.flatMap(
      (source) => source.bytes.length <= limitOf(source) ? [] : [{ path: source.path, reason: tooLarge(source.bytes.length, limitOf(source)) }]
    )
  };
}
function filesOf(paths, { topLevel }, settings, { cwd, environment }) {
  const files = [];
  const failures = [];
  const isFramework = environment["PRE_COMMIT"] === "1";
  for (const { path, isNamedItself } of namedFiles(cwd, paths)) {
    const place = placeOf3(path, cwd, topLevel);
    if ((isFramework || !isNamedItself) && !settings.isTestModule(place)) continue;
    const read = readUpTo((0, import_node_path4.resolve)(cwd, path), settings.for(place).maxFileSize);
    if (read.ok) files.push({ path, place, bytes: read.bytes });
    else failures.push({ path, reason: read.reason });
  }
  return { files, failures };
}
function compared(files, { scope }, { repository, why }, since) {
  if (repository === void 0) {
    if (scope === "introduced" || since !== void 0) throw new UserError(`${why}; nothing to compare with`);
    return files.map((file) => ({ ...file, bases: void 0 }));
  }
  if (scope === "file") return files.map((file) => ({ ...file, bases: void 0 }));
  const base = since ?? (scope === "introduced" ? { reference: "HEAD", to: void 0 } : void 0);
  const bases2 = repository.bases(
    files.map(({ place }) => place),
    base
  );
  return files.map((file) => ({ ...file, bases: bases2.get(file.place) }));
}
function placeOf3(path, cwd, topLevel) {
  const place = (0, import_node_path4.relative)(topLevel, (0, import_node_path4.resolve)(cwd, path));
  return withSlashes(place.startsWith("..") || (0, import_node_path4.isAbsolute)(place) ? path : place);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  Field,
  JSON_VERSION,
  Kind,
  NO_NODE,
  ROOT,
  SYNTAX_ERROR,
  UserError,
  afterOf,
  ancestorOf,
  argumentsOf,
  attempt,
  blobSizes,
  calledNameOf,
  calleeOf,
  check,
  childIn,
  childrenIn,
  childrenOf,
  contains,
  count,
  decode,
  descendantsOf,
  displayed,
  documentedParametersOf,
  dottedNameOf,
  editDistance,
  endOf,
  everythingIn,
  families,
  fieldOf,
  findingEntry,
  firstNamedChildOf,
  hasInside,
  isAscii,
  isConftest,
  isSpelt,
  isStatement,
  isStaticMethod,
  keywordOf,
  kindOf,
  kindOfSymbol,
  matchesConvention,
  namedChildrenOf,
  nearest,
  nodeAt,
  openRepository,
  output,
  parentOf,
  parserFor,
  pathText,
  print,
  pythonTwoIn,
  readBlobs,
  sentence,
  settingsOf,
  sourcesOf,
  splitAtNul,
  startOf,
  statementAround,
  stringContentOf,
  suggestion,
  syntaxErrorOf,
  testModule,
  textOf,
  unparenthesized,
  unwrapped,
  valueGivenTo,
  withSlashes,
  workplaceOf
});
module.exports = { ...module.exports };
