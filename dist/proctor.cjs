#!/usr/bin/env node
"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn2, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn2 && (res = (0, fn2[__getOwnPropNames(fn2)[0]])(fn2 = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to2, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key2 of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to2, key2) && key2 !== except)
        __defProp(to2, key2, { get: () => from[key2], enumerable: !(desc = __getOwnPropDesc(from, key2)) || desc.enumerable });
  }
  return to2;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// src/nearest.ts
function suggestion(word3, known7) {
  const found = nearest(word3, known7);
  return found === void 0 ? "" : `; did you mean ${found}?`;
}
function nearest(word3, known7) {
  const typed = word3.toLowerCase();
  let best;
  let begun;
  for (const candidate of known7) {
    const distance = editDistance(typed, candidate.toLowerCase());
    const limit = Math.ceil(Math.max(typed.length, candidate.length) / 3);
    if (distance <= limit && (best === void 0 || distance < best.distance)) best = { candidate, distance };
    if (typed.length >= 3 && candidate.toLowerCase().startsWith(typed)) begun ??= candidate;
  }
  return best?.candidate ?? begun;
}
function editDistance(one, other) {
  let beforeLast = [];
  let last = Array.from({ length: other.length + 1 }, (_3, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame3 = one[row - 1] === other[column - 1];
      const isSwap = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame3 ? 0 : 1),
        isSwap ? at(beforeLast, column - 2) + 1 : Infinity
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, other.length);
}
var at;
var init_nearest = __esm({
  "src/nearest.ts"() {
    "use strict";
    at = (distances, index) => distances[index] ?? Infinity;
  }
});

// src/user-error.ts
var UserError;
var init_user_error = __esm({
  "src/user-error.ts"() {
    "use strict";
    UserError = class extends Error {
      name = "UserError";
    };
  }
});

// src/python/grammar.ts
var Kind, kindNames, kindOfSymbol, Field;
var init_grammar = __esm({
  "src/python/grammar.ts"() {
    "use strict";
    Kind = {
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
    kindNames = Object.keys(Kind);
    kindOfSymbol = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 11, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 0, 90, 91, 92, 93, 94, 95, 96, 97, 98, 0, 0, 0, 99, 0, 100, 101, 102, 0, 0, 103, 104, 105, 106, 107, 0, 108, 109, 110, 111, 112, 113, 114, 0, 115, 116, 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 125, 150, 151, 152, 0, 153, 154, 155, 156, 157, 0, 158, 159, 160, 161, 0, 0, 0, 0, 156, 155, 162, 163, 164, 165, 153, 0, 0, 0, 166, 167, 168, 169, 170, 171, 172, 173, 173, 174, 175, 176, 0, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 192, 193, 194, 195, 196, 197, 198, 0, 199, 0, 200, 201, 202, 203, 204, 205, 206, 0, 0, 207, 208, 209, 210, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 211, 212];
    Field = {
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
  }
});

// src/python/syntax.ts
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
var NO_NODE, ROOT, tokenKinds;
var init_syntax = __esm({
  "src/python/syntax.ts"() {
    "use strict";
    init_grammar();
    init_grammar();
    NO_NODE = -1;
    ROOT = 0;
    tokenKinds = Uint8Array.from(
      kindNames,
      (name) => name.endsWith("_token") || !/^[a-zA-Z_]+$/.test(name) ? 1 : 0
    );
  }
});

// src/python/comments.ts
function commentsOf(tree, nodesOf2, lineStarts) {
  let line = 1;
  return Array.from(nodesOf2(Kind.comment), (node) => {
    const span = { start: startOf(tree, node), end: endOf(tree, node) };
    while (line < lineStarts.length && (lineStarts[line] ?? 0) <= span.start) line++;
    const lineStart2 = lineStarts[line - 1] ?? 0;
    const text2 = tree.text.slice(span.start, span.end);
    return {
      node,
      span,
      text: text2,
      content: text2.replace(/^[#!:]+/, "").trim(),
      line,
      column: span.start - lineStart2 + 1,
      isOwnLine: isBlank(tree.text, lineStart2, span.start),
      isPragma: isPragma(text2, line)
    };
  });
}
function isPragma(text2, line) {
  if (line === 1 && text2.startsWith("#!")) return true;
  const [, mark = "", separator = ""] = /^#+\s*(-\*-|\/\/\/|%%|[a-z][\w-]*)\s*([:=]?)/i.exec(text2) ?? [];
  const word3 = mark.toLowerCase();
  return PRAGMAS.has(word3) || separator !== "" && PRAGMAS_WITH_SEPARATOR.has(word3);
}
function isBlank(text2, start, end) {
  for (let index = start; index < end; index++) {
    const code2 = text2.charCodeAt(index);
    if (code2 !== SPACE && code2 !== TAB && code2 !== FORM_FEED) return false;
  }
  return true;
}
function suppressionsOf(comments) {
  return comments.flatMap(({ span, line, text: text2 }) => {
    if (!text2.includes("proctor")) return [];
    return Array.from(text2.matchAll(SUPPRESSION), (match) => {
      const [written, kind, list2 = ""] = match;
      const start = span.start + match.index + written.indexOf("proctor");
      return {
        kind: kind === "ignore-file" ? "file" : "line",
        rules: list2.split(",").flatMap((rule) => rule.trim() || []),
        span: { start, end: span.start + match.index + written.length },
        line
      };
    });
  });
}
var PRAGMAS, PRAGMAS_WITH_SEPARATOR, SPACE, TAB, FORM_FEED, SUPPRESSION;
var init_comments = __esm({
  "src/python/comments.ts"() {
    "use strict";
    init_syntax();
    PRAGMAS = new Set(
      "-*- /// %% noqa nosec nosonar skipcq nolint region endregion".split(" ")
    );
    PRAGMAS_WITH_SEPARATOR = new Set(
      "pylint flake8 ruff type mypy pyright pyre-fixme pyre-ignore pyre-strict pytype ty fmt yapf isort black autopep8 pyformat pragma coverage proctor nopep8 doctest cython distutils mutmut lint vi vim ex sphinx-gallery cspell spell-checker spellchecker codespell language coding encoding".split(" ")
    );
    SPACE = 32;
    TAB = 9;
    FORM_FEED = 12;
    SUPPRESSION = /#\s*proctor:\s*(ignore-file|ignore)(?![\w-])(?:\s*\[([^\]]*)\])?/g;
  }
});

// src/python/syntax-error.ts
function syntaxErrorOf(tree) {
  if (!tree.hasError) return void 0;
  const node = firstErrorOf(tree);
  if (tree.missing.has(node)) return missing(tree, node);
  const bracket = unclosedBracketIn(tree, node);
  if (bracket !== void 0)
    return { at: spanOf(tree, bracket), message: `\`${textOf(tree, bracket)}\` is never closed` };
  const at3 = culpritOf(tree, node);
  const text2 = tree.text.slice(at3.start, at3.end);
  return {
    at: at3,
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
  const [word3 = ""] = /^(?:\w+|\S)?/u.exec(tree.text.slice(start, endOf(tree, node))) ?? [];
  return { start, end: start + word3.length };
}
var init_syntax_error = __esm({
  "src/python/syntax-error.ts"() {
    "use strict";
    init_syntax();
  }
});

// src/check.ts
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
  const findings = rules2.flatMap(
    ({ rule, severity, options: options2 }) => Array.from(rule.check(module2, options2), (problem) => findingOf(module2, rule.id, severity, problem))
  );
  const suppressions = suppressionsOf(module2.comments);
  if (suppressions.length === 0) return findings.toSorted(byPlace);
  return suppressed(module2, findings, suppressions, rules2).toSorted(byPlace);
}
function byPlace(one, other) {
  return one.span.start - other.span.start || (one.rule < other.rule ? -1 : Number(one.rule > other.rule));
}
function findingOf(module2, rule, severity, problem) {
  const { at: at3, message, subject = "", measure, fix: fix3 } = problem;
  const start = module2.positionAt(at3.start);
  const line = module2.lineText(start.line);
  return {
    rule,
    severity,
    path: module2.path,
    span: at3,
    start,
    end: module2.positionAt(at3.end),
    message,
    fingerprint: [rule, module2.qualifiedNameAt(at3.start), subject].join("\n"),
    likeness: [rule, subject, line.trim()].join("\n"),
    line,
    ...measure === void 0 ? {} : { measure },
    ...fix3 === void 0 ? {} : { fix: fix3 }
  };
}
function suppressed(module2, findings, suppressions, rules2) {
  const used = /* @__PURE__ */ new Set();
  const kept = findings.filter((finding) => {
    const lines = linesThatSpeakFor(module2, finding);
    const answering = suppressions.filter(
      ({ kind, rules: named, line }) => named.includes(finding.rule) && (kind === "file" || lines.has(line))
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
var SYNTAX_ERROR, UNUSED_SUPPRESSION, key;
var init_check = __esm({
  "src/check.ts"() {
    "use strict";
    init_comments();
    init_syntax_error();
    SYNTAX_ERROR = "syntax-error";
    UNUSED_SUPPRESSION = "unused-suppression";
    key = (suppression, rule) => `${suppression.span.start} ${rule}`;
  }
});

// src/python/decode.ts
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
    const at3 = source.findIndex((byte) => byte > 127);
    if (at3 === -1) return { ok: true, text: latin1(source), encoding };
    return { ok: false, reason: `not ASCII on line ${lineOf(source, at3)}, though it declares ${declared}` };
  }
  if (encoding === "cp1252" || encoding === "windows-1252") return decodeWindows1252(source);
  return decodeLabelled(source, encoding, declared ?? encoding);
}
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
    const at3 = firstBadByte(source);
    return {
      ok: false,
      reason: `not UTF-8 on line ${lineOf(source, at3)} (byte ${at3}); declare its encoding (PEP 263) or save it as UTF-8`
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
var DECLARATION, BLANK, WINDOWS_1252;
var init_decode = __esm({
  "src/python/decode.ts"() {
    "use strict";
    DECLARATION = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
    BLANK = /^[ \t\f]*(?:#.*)?$/;
    WINDOWS_1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
  }
});

// src/python/expressions.ts
function dottedNameOf(tree, node) {
  if (node === NO_NODE) return void 0;
  for (let inner = node, end = afterOf(tree, node); inner < end; inner++) {
    const kind = kindOf(tree, inner);
    if (kind !== Kind.identifier && kind !== Kind.attribute && kind !== Kind["."]) return void 0;
  }
  return textOf(tree, node).replace(/\s+/g, "");
}
function calleeOf(tree, call2) {
  return dottedNameOf(tree, childIn(tree, call2, Field.function));
}
function calledNameOf(tree, call2) {
  const callee = childIn(tree, call2, Field.function);
  if (callee === NO_NODE) return "";
  if (kindOf(tree, callee) === Kind.identifier) return textOf(tree, callee);
  if (kindOf(tree, callee) !== Kind.attribute) return "";
  const attribute2 = childIn(tree, callee, Field.attribute);
  return attribute2 === NO_NODE ? "" : textOf(tree, attribute2);
}
function argumentsOf(tree, call2) {
  const list2 = childIn(tree, call2, Field.arguments);
  if (list2 === NO_NODE) return [];
  if (kindOf(tree, list2) !== Kind.argument_list) return [{ node: list2, keyword: void 0, value: list2 }];
  return namedChildrenOf(tree, list2).map((node) => {
    if (kindOf(tree, node) !== Kind.keyword_argument) return { node, keyword: void 0, value: node };
    const name = childIn(tree, node, Field.name);
    return { node, keyword: textOf(tree, name), value: childIn(tree, node, Field.value) };
  });
}
function keywordOf(tree, call2, keyword) {
  return argumentsOf(tree, call2).find((argument) => argument.keyword === keyword)?.value ?? NO_NODE;
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
function isLiteral(tree, node) {
  for (let inner = node, end = afterOf(tree, node); inner < end; inner++) {
    const kind = kindOf(tree, inner);
    if (literalKinds.has(kind) || isToken(kind)) continue;
    return false;
  }
  return true;
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
var literalKinds;
var init_expressions = __esm({
  "src/python/expressions.ts"() {
    "use strict";
    init_syntax();
    literalKinds = /* @__PURE__ */ new Set([
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
  }
});

// src/python/attributes.ts
function* givenNamesOf(tree, nodesOf2) {
  for (const kind of [Kind.assignment, Kind.named_expression, Kind.as_pattern_target]) {
    for (const node of nodesOf2(kind)) {
      if (kindOf(tree, node + 1) === Kind.identifier) yield node + 1;
    }
  }
}
function attributeAssignmentsOf(tree, nodesOf2, definitionAt2) {
  return Array.from(nodesOf2(Kind.assignment)).flatMap((assignment) => {
    const target = childIn(tree, assignment, Field.left);
    if (kindOf(tree, target) !== Kind.attribute) return [];
    const object2 = textOf(tree, childIn(tree, target, Field.object));
    const owner = object2 === "self" || object2 === "cls" ? classAt(definitionAt2(startOf(tree, target))) : void 0;
    if (owner === void 0) return [];
    const name = textOf(tree, childIn(tree, target, Field.attribute));
    return { name, span: spanOf(tree, target), owner, value: valueGivenTo(tree, target) };
  });
}
function classAt(definition) {
  let outer = definition;
  while (outer !== void 0 && outer.kind !== "class") outer = outer.enclosing;
  return outer;
}
var init_attributes = __esm({
  "src/python/attributes.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
  }
});

// src/python/statements.ts
function isStatement(tree, node) {
  return statementKinds[kindOf(tree, node)] !== 0;
}
function isCompound(tree, statement) {
  return statementKinds[kindOf(tree, statement)] === COMPOUND;
}
function statementsOf(tree, block) {
  return block === NO_NODE ? [] : namedChildrenOf(tree, block).filter((child) => isStatement(tree, child));
}
function statementCountOf(tree, block) {
  let count3 = 0;
  for (let node = block + 1, end = afterOf(tree, block); node < end; node++) {
    if (isStatement(tree, node) && kindOf(tree, node) !== Kind.decorated_definition) count3++;
  }
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
function hasInside(tree, root, is2) {
  for (let node = root, end = afterOf(tree, root); node < end; ) {
    if (is2(tree, node)) return true;
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
    expression = namedChildrenOf(tree, expression)[0] ?? expression + 1;
  }
  return kindOf(tree, expression) === Kind.call ? expression : NO_NODE;
}
function expressionOf(tree, statement) {
  if (kindOf(tree, statement) !== Kind.expression_statement) return NO_NODE;
  const [only, ...others] = namedChildrenOf(tree, statement);
  return only === void 0 || others.length > 0 ? NO_NODE : only;
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
var SIMPLE, COMPOUND, compoundStatements, statementKinds;
var init_statements = __esm({
  "src/python/statements.ts"() {
    "use strict";
    init_expressions();
    init_grammar();
    init_syntax();
    SIMPLE = 1;
    COMPOUND = 2;
    compoundStatements = /* @__PURE__ */ new Set([
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
    statementKinds = Uint8Array.from(kindNames, (name) => {
      if (compoundStatements.has(name)) return COMPOUND;
      return name.endsWith("_statement") ? SIMPLE : 0;
    });
  }
});

// src/python/raises.ts
function raisesBlocksOf(tree, nodesOf2, imports2) {
  return Array.from(nodesOf2(Kind.with_statement)).flatMap((node) => raisesBlockOf(tree, node, imports2) ?? []);
}
function raisesBlockOf(tree, node, imports2) {
  const clause = childOfKind(tree, node, Kind.with_clause);
  if (clause === NO_NODE) return void 0;
  for (const item of namedChildrenOf(tree, clause)) {
    const value = childIn(tree, item, Field.value);
    const isAliased = value !== NO_NODE && kindOf(tree, value) === Kind.as_pattern;
    const call2 = isAliased ? firstNamedChildOf(tree, value) : value;
    if (!isRaisesCall(tree, call2, imports2)) continue;
    const target = isAliased ? childIn(tree, value, Field.alias) + 1 : NO_NODE;
    const exceptions = expectedExceptionsOf(tree, call2);
    const alias = target !== NO_NODE && kindOf(tree, target) === Kind.identifier ? target : NO_NODE;
    const statements = statementsOf(tree, childIn(tree, node, Field.body));
    return {
      node,
      call: call2,
      exceptions,
      alias,
      statements,
      get unreachableAssertions() {
        return unreachableAssertionsOf(tree, statements, exceptions, alias);
      }
    };
  }
  return void 0;
}
function isRaisesCall(tree, call2, imports2) {
  if (call2 === NO_NODE || kindOf(tree, call2) !== Kind.call) return false;
  const name = calledNameOf(tree, call2);
  if (/^(?:assertRaises|failUnlessRaises|assert_raises)/.test(name)) return true;
  const callee = calleeOf(tree, call2);
  return callee !== void 0 && /^(?:pytest|py\.test)\.raises$/.test(imports2.originOf(callee));
}
function expectedExceptionsOf(tree, call2) {
  const given = argumentsOf(tree, call2);
  const expected = given.find(
    ({ keyword }) => keyword === void 0 || keyword === "expected_exception" || keyword === "exception"
  )?.value ?? NO_NODE;
  if (expected === NO_NODE) return [];
  return elementsOf(tree, expected).flatMap((exception2) => {
    const name = dottedNameOf(tree, exception2);
    return name === void 0 ? [] : [name.slice(name.lastIndexOf(".") + 1)];
  });
}
function unreachableAssertionsOf(tree, statements, exceptions, alias) {
  if (exceptions.some((name) => name === "AssertionError" || name === "failureException")) return [];
  const firstCall = statements.findIndex(
    (statement) => !isCheck(tree, statement) && hasCall(tree, statement)
  );
  if (firstCall === -1) return [];
  return statements.filter((statement, index) => {
    if (index <= firstCall || !isCheck(tree, statement) || isAdmonition(tree, statement)) return false;
    if (alias !== NO_NODE && mentions(tree, statement, textOf(tree, alias))) return true;
    const previous = statements[index - 1] ?? NO_NODE;
    const follows = callStatementOf(tree, previous) !== NO_NODE || assignmentOf(tree, previous) !== NO_NODE;
    const isLast = !statements.slice(index + 1).some((later) => !isCheck(tree, later) && hasCall(tree, later));
    return follows && !isCheck(tree, previous) && isLast && !mayRaise(tree, statement, exceptions);
  });
}
function isCheck(tree, statement) {
  if (kindOf(tree, statement) === Kind.assert_statement) return true;
  const call2 = callStatementOf(tree, statement);
  return call2 !== NO_NODE && /^_*assert/.test(calledNameOf(tree, call2));
}
function isAdmonition(tree, statement) {
  return /^assert\s*\(?\s*(?:False|0|not True)\b/.test(textOf(tree, statement));
}
function hasCall(tree, statement) {
  return callsIn(tree, statement).next().done === false;
}
function mentions(tree, root, name) {
  for (const node of descendantsOf(tree, root, Kind.identifier)) {
    if (textOf(tree, node) === name && fieldOf(tree, node) !== Field.attribute) return true;
  }
  return false;
}
function mayRaise(tree, assertion, exceptions) {
  for (const call2 of callsIn(tree, assertion)) if (!HARMLESS.test(calledNameOf(tree, call2))) return true;
  const statementCall = callStatementOf(tree, assertion);
  const callee = statementCall === NO_NODE ? NO_NODE : childIn(tree, statementCall, Field.function);
  for (let node = assertion, end = afterOf(tree, assertion); node < end; node++) {
    if (node === callee) node = afterOf(tree, callee);
    if (exceptions.some((exception2) => RAISERS[exception2]?.has(kindOf(tree, node)))) return true;
  }
  return false;
}
var HARMLESS, LOOKUPS, RAISERS;
var init_raises = __esm({
  "src/python/raises.ts"() {
    "use strict";
    init_expressions();
    init_statements();
    init_syntax();
    HARMLESS = /^(?:_*assert\w*|str|len|repr|isinstance|bool|list|dict|set|sorted|any|all|int|readouterr|getvalue|format|decode|join)$/;
    LOOKUPS = /* @__PURE__ */ new Set([Kind.subscript]);
    RAISERS = {
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
  }
});

// src/python/assertions.ts
function assertStatementsOf(tree, nodesOf2) {
  return Array.from(nodesOf2(Kind.assert_statement), (node) => assertStatementOf(tree, node));
}
function assertStatementOf(tree, node) {
  const [condition = NO_NODE, message = NO_NODE] = namedChildrenOf(tree, node);
  return { node, condition, message };
}
function truthAssertedBy(tree, statement) {
  if (kindOf(tree, statement) === Kind.assert_statement) return assertStatementOf(tree, statement);
  const call2 = callStatementOf(tree, statement);
  if (call2 === NO_NODE || !TRUTH_ASSERTIONS.has(calledNameOf(tree, call2))) return void 0;
  const [condition, message] = argumentsOf(tree, call2);
  if (condition === void 0 || condition.keyword !== void 0) return void 0;
  return { node: statement, condition: condition.value, message: message?.value ?? NO_NODE };
}
function isAssertion(tree, statement) {
  if (kindOf(tree, statement) === Kind.assert_statement) return true;
  const call2 = callStatementOf(tree, statement);
  return call2 !== NO_NODE && ASSERTING.test(calledNameOf(tree, call2));
}
function cyclesOf(tree, block, imports2) {
  const cycles = [];
  let pending = [];
  let hasActed = false;
  for (const statement of stepsOf(tree, block, imports2)) {
    const actsToo = actsAndAsserts(tree, statement, imports2);
    pending.push(statement);
    if (!actsToo && !isAssertion(tree, statement)) {
      hasActed ||= isAct(tree, statement);
      continue;
    }
    const current = cycles.at(-1);
    if (current === void 0 || hasActed || actsToo) {
      cycles.push({ statements: pending, assertions: [statement] });
    } else {
      current.statements.push(...pending);
      current.assertions.push(statement);
    }
    pending = [];
    hasActed = false;
  }
  return cycles;
}
function* stepsOf(tree, block, imports2) {
  for (let node = block + 1, end = afterOf(tree, block); node < end; ) {
    const isStep = isStatement(tree, node) && (!isCompound(tree, node) || isRaisesStatement(tree, node, imports2));
    if (isStep) yield node;
    node = isStep || isDeferred(kindOf(tree, node)) ? afterOf(tree, node) : node + 1;
  }
}
function isRaisesStatement(tree, node, imports2) {
  if (kindOf(tree, node) !== Kind.with_statement) return false;
  const clause = childOfKind(tree, node, Kind.with_clause);
  if (clause === NO_NODE) return false;
  for (let inner = clause, end = afterOf(tree, clause); inner < end; inner++) {
    if (kindOf(tree, inner) === Kind.call && isRaisesCall(tree, inner, imports2)) return true;
  }
  return false;
}
function actsAndAsserts(tree, statement, imports2) {
  if (isCompound(tree, statement)) return true;
  const call2 = callStatementOf(tree, statement);
  const assigned = assignmentOf(tree, statement);
  const value = call2 === NO_NODE && assigned !== NO_NODE ? childIn(tree, assigned, Field.right) : call2;
  if (value === NO_NODE || kindOf(tree, value) !== Kind.call) return false;
  return isRaisesCall(tree, value, imports2) || ACTING_AND_ASSERTING.test(calledNameOf(tree, value));
}
function isAct(tree, statement) {
  const assigned = assignmentOf(tree, statement);
  if (assigned !== NO_NODE) {
    const target = kindOf(tree, childIn(tree, assigned, Field.left));
    if (target === Kind.attribute || target === Kind.subscript) return true;
  }
  const kind = kindOf(tree, statement);
  if (kind === Kind.delete_statement) return true;
  for (const call2 of callsIn(tree, statement)) {
    if (!LOOKING.has(calleeOf(tree, call2) ?? "")) return true;
  }
  return false;
}
var TRUTH_ASSERTIONS, ASSERTING, ACTING_AND_ASSERTING, LOOKING;
var init_assertions = __esm({
  "src/python/assertions.ts"() {
    "use strict";
    init_expressions();
    init_raises();
    init_statements();
    init_syntax();
    TRUTH_ASSERTIONS = /* @__PURE__ */ new Set(["assertTrue", "assert_", "failUnless"]);
    ASSERTING = /^_*(?:(?:assert|check|verify|expect)(?![a-z])|fail(?:$|_|Unless|If))/;
    ACTING_AND_ASSERTING = /(?:_and_(?:assert|check|verify|expect)|And(?:Assert|Check|Verify|Expect))(?![a-z])/;
    LOOKING = new Set(
      "len str repr int float bool list dict set tuple frozenset sorted sum min max any all abs round type isinstance hasattr getattr range enumerate zip map filter reversed".split(
        " "
      )
    );
  }
});

// src/python/blocks.ts
function hashOf(block, name) {
  const hash = Math.imul(Math.imul(block, 2654435761) ^ name, 2246822507);
  return hash ^ hash >>> 15;
}
var Flag, BOUND, Use, USE_BITS, USE_MASK, NONE, MODULE, Blocks;
var init_blocks = __esm({
  "src/python/blocks.ts"() {
    "use strict";
    Flag = {
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
    BOUND = Flag.local | Flag.parameter | Flag.imported | Flag.typeParameter;
    Use = { defines: 1, reads: 2, declares: 4 };
    USE_BITS = 3;
    USE_MASK = 7;
    NONE = -1;
    MODULE = 0;
    Blocks = class {
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
      nameIn(block, identifier) {
        if (!this.identifiers.isPrivate(identifier)) return identifier;
        const className = this.privateTo[block];
        if (className === void 0) return identifier;
        const only = this.mangledOnly[block];
        if (only !== void 0 && !only.has(identifier)) return identifier;
        return this.identifiers.mangled(identifier, className);
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
  }
});

// src/python/identifiers.ts
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
var Identifiers, LAST_ASCII, UNDERSCORE;
var init_identifiers = __esm({
  "src/python/identifiers.ts"() {
    "use strict";
    Identifiers = class {
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
          const code2 = text2.charCodeAt(index);
          union |= code2;
          hash = Math.imul(hash, 31) + code2 | 0;
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
      nameOf(identifier) {
        return this.#spellings[identifier] ??= this.#text.slice(
          this.#starts[identifier],
          this.#ends[identifier]
        );
      }
      /** Whether a class mangles the identifier: it starts with two underscores and does not end with two. */
      isPrivate(identifier) {
        return this.#isPrivate[identifier] === 1;
      }
      /**
       * The identifier as a class mangles it (Language Reference 6.2.1): a private one becomes `_Class__name`, without
       * the underscores that the class's name starts with; a class whose name is all underscores mangles nothing.
       */
      mangled(identifier, className) {
        if (this.#isPrivate[identifier] !== 1) return identifier;
        const stripped = className.replace(/^_+/, "");
        if (stripped === "") return identifier;
        const name = `_${stripped}${this.nameOf(identifier)}`;
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
        const identifier = this.#starts.length;
        this.#starts.push(start);
        this.#ends.push(end);
        this.#hashes.push(hash);
        this.#spellings.push(spelling);
        this.#isPrivate.push(isPrivate(spelling ?? this.#text, start, end) ? 1 : 0);
        this.#slots[slot] = identifier + 1;
        if (2 * identifier > this.#slots.length) this.#grow();
        return identifier;
      }
      #grow() {
        const slots = new Int32Array(4 * this.#slots.length);
        const mask = slots.length - 1;
        for (const [identifier, hash] of this.#hashes.entries()) {
          let slot = scattered(hash) & mask;
          while (slots[slot] !== 0) slot = slot + 1 & mask;
          slots[slot] = identifier + 1;
        }
        this.#slots = slots;
      }
    };
    LAST_ASCII = 127;
    UNDERSCORE = 95;
  }
});

// src/python/collect.ts
function collect(tree) {
  return new Collector(tree).collect();
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
function bindsWalrus(kind) {
  return kind === "function" || kind === "lambda" || kind === "module";
}
function comprehensionName(kind) {
  if (kind === Kind.list_comprehension) return "listcomp";
  if (kind === Kind.set_comprehension) return "setcomp";
  return kind === Kind.dictionary_comprehension ? "dictcomp" : "genexpr";
}
var Action, actionOfKind, Mark, ENTERS_NOTHING, ENTERS_VARIABLE_ANNOTATION, ENTERS_BOUND, Collector, flagsOfMark, useOfMark;
var init_collect = __esm({
  "src/python/collect.ts"() {
    "use strict";
    init_blocks();
    init_identifiers();
    init_syntax();
    Action = {
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
      interpolation: 25,
      nameToken: 26,
      printStatement: 27,
      execStatement: 28,
      exceptClause: 29,
      block: 30,
      error: 31
    };
    actionOfKind = new Uint8Array(Kind.ERROR + 1);
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
      [Action.interpolation, [Kind.interpolation, Kind.format_expression]],
      [Action.nameToken, [Kind.type_token, Kind.print_token, Kind.exec_token]],
      [Action.printStatement, [Kind.print_statement]],
      [Action.execStatement, [Kind.exec_statement]],
      [Action.exceptClause, [Kind.except_clause]],
      [Action.block, [Kind.block]],
      [Action.error, [Kind.ERROR]]
    ]) {
      for (const kind of kinds) actionOfKind[kind] = action;
    }
    Mark = {
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
      /** On the `[…]` after the name of a definition: type parameters are declared there, not subscripts read. */
      declares: 16,
      /** On `type`, `print` or `exec` where the grammar takes a name for a keyword. */
      isName: 17
    };
    ENTERS_NOTHING = 0;
    ENTERS_VARIABLE_ANNOTATION = -1;
    ENTERS_BOUND = -2;
    Collector = class {
      #tree;
      #kind;
      #start;
      #end;
      #after;
      #field;
      #identifiers;
      #blocks;
      #marks;
      #enters;
      #regions = { starts: [], ends: [], blocks: [], parents: [] };
      #unevaluated = { nodes: [], blocks: [] };
      #unknown = [];
      /** The block that the present node is read in, and whether it is read at all. */
      #block = MODULE;
      #isUnevaluated = false;
      /** Where the present region ends, and the regions around it. */
      #regionEnd;
      #region = NONE;
      #outerEnds = [];
      #outerBlocks = [];
      #outerUnevaluated = [];
      /** Whether `from __future__ import annotations` was met. */
      #futureAnnotations = false;
      #lastTypeParameter = 0;
      constructor(tree) {
        this.#tree = tree;
        this.#kind = tree.kind;
        this.#start = tree.start;
        this.#end = tree.end;
        this.#after = tree.after;
        this.#field = tree.field;
        this.#identifiers = new Identifiers(tree.text);
        this.#blocks = new Blocks(this.#identifiers);
        this.#marks = new Uint8Array(tree.size);
        this.#enters = new Int32Array(tree.size);
        this.#regionEnd = tree.size;
      }
      collect() {
        const { size, missing: missing2 } = this.#tree;
        const kinds = this.#kind;
        const enters = this.#enters;
        this.#blocks.open("module", "top", NONE, ROOT, 0);
        for (let node = 0; node < size; node++) {
          while (node >= this.#regionEnd) this.#leave();
          const entered = enters[node] ?? ENTERS_NOTHING;
          if (entered !== ENTERS_NOTHING) this.#enter(node, entered);
          const action = actionOfKind[kinds[node] ?? 0] ?? Action.none;
          if (action === Action.none) continue;
          if (action === Action.identifier) this.#identifier(node);
          else if (this.#isUnevaluated) this.#actUnevaluated(node, action);
          else this.#act(node, action);
        }
        for (const node of missing2) this.#blocks.hasError[this.#blockOf(node)] = true;
        this.#useClassCells();
        return {
          blocks: this.#blocks,
          regions: this.#regions,
          unevaluated: this.#unevaluated,
          unknown: this.#unknown
        };
      }
      #act(node, action) {
        switch (action) {
          case Action.keywordArgument:
          case Action.keywordPattern:
            this.#marks[node + 1] = Mark.notAName;
            return;
          case Action.container:
            if (this.#marks[node] !== Mark.read) this.#passOn(node);
            return;
          case Action.assignment:
            this.#assignment(node);
            return;
          case Action.augmentedAssignment:
            this.#marks[node + 1] = Mark.augmented;
            return;
          case Action.loop:
            this.#marks[this.#childIn(node, Field.left)] = Mark.stored;
            return;
          case Action.deletion:
            for (let child = node + 2, end = this.#afterOf(node); child < end; child = this.#afterOf(child)) {
              this.#marks[child] = Mark.stored;
            }
            return;
          case Action.asTarget:
            this.#marks[node + 1] = Mark.stored;
            return;
          case Action.asPattern:
            if (this.#kind[this.#tree.parent[node] ?? 0] === Kind.case_pattern) this.#storeIdentifiers(node);
            return;
          case Action.splatPattern:
            this.#storeIdentifiers(node);
            return;
          case Action.functionDefinition:
            this.#functionDefinition(node);
            return;
          case Action.classDefinition:
            this.#classDefinition(node);
            return;
          case Action.lambda:
            this.#lambda(node);
            return;
          case Action.comprehension:
            this.#comprehension(node);
            return;
          case Action.namedExpression:
            if (this.#marks[node] !== Mark.notAName) this.#marks[node + 1] = Mark.walrus;
            return;
          case Action.imports:
            this.#imports(node);
            return;
          case Action.globalStatement:
            this.#markIdentifiers(node, Mark.declaredGlobal);
            return;
          case Action.nonlocalStatement:
            this.#markIdentifiers(node, Mark.declaredNonlocal);
            return;
          case Action.dottedName:
            this.#dottedName(node);
            return;
          case Action.typeAlias:
            this.#typeAlias(node);
            return;
          case Action.typeParameters:
            if (this.#marks[node] === Mark.declares) this.#typeParameters(node);
            return;
          case Action.memberType:
            this.#markIdentifiers(node, Mark.notAName);
            return;
          case Action.interpolation:
            this.#interpolation(node);
            return;
          case Action.nameToken:
            if (this.#marks[node] === Mark.isName) this.#read(node);
            return;
          case Action.printStatement:
            this.#marks[node + 1] = Mark.isName;
            if (this.#childOfKind(node, Kind.chevron) === NO_NODE) this.#blocks.hasError[this.#block] = true;
            return;
          case Action.execStatement:
            this.#marks[node + 1] = Mark.isName;
            this.#blocks.hasError[this.#block] = true;
            return;
          case Action.exceptClause: {
            const alias = this.#childIn(node, Field.alias);
            if (alias !== NO_NODE) this.#marks[alias] = Mark.stored;
            return;
          }
          case Action.block:
            if (this.#firstBetween(node + 1, this.#afterOf(node)) === NO_NODE)
              this.#blocks.hasError[this.#block] = true;
            return;
          case Action.error:
            this.#blocks.hasError[this.#block] = true;
            this.#markIdentifiers(node, Mark.unknown);
            return;
          default:
            return;
        }
      }
      /** Whatever stands in an unevaluated annotation opens no block and binds nothing. */
      #actUnevaluated(node, action) {
        if (action === Action.keywordArgument) this.#marks[node + 1] = Mark.notAName;
        else if (action === Action.memberType) this.#markIdentifiers(node, Mark.notAName);
        else if (action === Action.interpolation) this.#interpolation(node);
        else if (action === Action.error) this.#blocks.hasError[this.#block] = true;
      }
      #identifier(node) {
        const mark = this.#marks[node] ?? Mark.read;
        if (mark === Mark.notAName || this.#field[node] === Field.attribute) return;
        const start = this.#start[node] ?? 0;
        const end = this.#end[node] ?? 0;
        if (start === end) return;
        if (this.#isUnevaluated || mark === Mark.ignored) {
          this.#unevaluated.nodes.push(node);
          this.#unevaluated.blocks.push(this.#block);
          return;
        }
        const blocks = this.#blocks;
        const block = this.#block;
        const identifier = this.#identifiers.at(start, end);
        if (mark === Mark.unknown) {
          this.#unknown.push(node);
          return;
        }
        if (mark === Mark.typeParameter) {
          blocks.mangledOnly[block]?.add(identifier);
          this.#lastTypeParameter = identifier;
        }
        const symbol = blocks.symbolOf(block, blocks.nameIn(block, identifier));
        blocks.flag(symbol, flagsOfMark[mark] ?? 0);
        blocks.occur(symbol, node, useOfMark[mark] ?? Use.reads);
        if (mark === Mark.declaredGlobal) this.#declareGlobal(symbol);
        if (mark === Mark.walrus && blocks.kinds[block] === "comprehension") this.#bindOutside(symbol);
      }
      #read(node) {
        const identifier = this.#identifiers.at(this.#start[node] ?? 0, this.#end[node] ?? 0);
        const symbol = this.#blocks.symbolOf(this.#block, this.#blocks.nameIn(this.#block, identifier));
        this.#blocks.flag(symbol, Flag.used);
        this.#blocks.occur(symbol, node, Use.reads);
      }
      /** In a function `super` counts as a use of `__class__`; it shows where the function names `__class__` too. */
      #useClassCells() {
        const blocks = this.#blocks;
        const cell = this.#identifiers.find("__class__");
        const called = this.#identifiers.find("super");
        if (cell === NONE || called === NONE) return;
        for (const [symbol, name] of blocks.symbolName.entries()) {
          const block = blocks.symbolBlock[symbol] ?? MODULE;
          if (name !== called || blocks.kinds[block] === "class" || block === MODULE) continue;
          const used = (blocks.symbolFlags[symbol] ?? 0) & Flag.used;
          const here = blocks.find(block, cell);
          if (here !== NONE) blocks.flag(here, used);
        }
      }
      #declareGlobal(symbol) {
        const blocks = this.#blocks;
        blocks.flag(blocks.symbolOf(MODULE, blocks.symbolName[symbol] ?? 0), Flag.global);
      }
      /** A walrus in a comprehension binds in the function or module around it (PEP 572). */
      #bindOutside(symbol) {
        const blocks = this.#blocks;
        const name = blocks.symbolName[symbol] ?? 0;
        let target = this.#block;
        while (!bindsWalrus(blocks.kinds[target])) target = blocks.parents[target] ?? MODULE;
        const bound = blocks.symbolOf(target, name);
        if (target !== MODULE) blocks.flag(bound, Flag.local);
        if (target === MODULE || ((blocks.symbolFlags[bound] ?? 0) & Flag.global) !== 0) {
          blocks.flag(symbol, Flag.global);
          this.#declareGlobal(symbol);
        } else {
          blocks.flag(symbol, Flag.nonlocal);
        }
      }
      #assignment(node) {
        const left = node + 1;
        const annotation2 = this.#childIn(node, Field.type);
        if (annotation2 === NO_NODE) {
          this.#marks[left] = Mark.stored;
          return;
        }
        this.#refuseNewline(left, annotation2);
        const target = this.#withoutParentheses(left);
        if (this.#kind[target] !== Kind.identifier) this.#marks[target] = Mark.stored;
        else if (target === left) this.#marks[target] = Mark.annotated;
        else this.#marks[target] = this.#childIn(node, Field.right) === NO_NODE ? Mark.ignored : Mark.stored;
        this.#variableAnnotation(annotation2);
      }
      /** `match (lambda: a)(b).c:` before one `case [d]:` looks like an annotated assignment that goes on after its line. */
      #refuseNewline(target, annotation2) {
        const between = this.#tree.text.slice(this.#end[target], this.#start[annotation2]);
        if (/(?<!\\\r?)\n/.test(between)) this.#blocks.hasError[this.#block] = true;
      }
      #variableAnnotation(annotation2) {
        const kind = this.#blocks.kinds[this.#block];
        if ((kind === "module" || kind === "class") && !this.#futureAnnotations) {
          this.#enters[annotation2] = ENTERS_VARIABLE_ANNOTATION;
          return;
        }
        this.#marks[annotation2] = Mark.unevaluated;
        this.#enters[annotation2] = this.#block + 1;
      }
      /** `(x)` as a target is a tuple pattern with one element and no comma. */
      #withoutParentheses(target) {
        let inner = target;
        while (this.#kind[inner] === Kind.tuple_pattern && this.#childOfKind(inner, Kind[","]) === NO_NODE) {
          const element = this.#element(inner);
          if (element === NO_NODE) return inner;
          inner = element;
        }
        return inner;
      }
      /** The first thing in parentheses. */
      #element(node) {
        const first = this.#firstBetween(this.#afterOf(node + 1), this.#afterOf(node));
        return this.#kind[first] === Kind[")"] ? NO_NODE : first;
      }
      /** The first of the siblings from `start` to `end` that is no comment and no line continuation. */
      #firstBetween(start, end) {
        for (let child = start; child < end; child = this.#afterOf(child)) {
          const kind = this.#kind[child];
          if (kind !== Kind.comment && kind !== Kind.line_continuation) return child;
        }
        return NO_NODE;
      }
      #functionDefinition(node) {
        const typeParameters = this.#childIn(node, Field.type_parameters);
        const parameters = this.#childIn(node, Field.parameters);
        const returns = this.#childIn(node, Field.return_type);
        const name = this.#definedName(node, Mark.functionName);
        const around = this.#openTypeParameters(node, typeParameters, name);
        const isAnnotated = returns !== NO_NODE || this.#hasAnnotation(parameters);
        const annotations = isAnnotated && !this.#futureAnnotations ? this.#open("annotation", "__annotate__", around, node) : NONE;
        if (annotations !== NONE) {
          this.#blocks.seesClass[annotations] = this.#blocks.seesClass[around] === true || this.#blocks.kinds[around] === "class";
        }
        const block = this.#open("function", name, around, node);
        if (returns !== NO_NODE) this.#signatureAnnotation(returns, annotations, around);
        if (parameters !== NO_NODE) this.#parameters(parameters, block, annotations, around);
        this.#enterBlock(this.#childIn(node, Field.body), block);
      }
      #signatureAnnotation(annotation2, annotations, around) {
        if (annotations === NONE) this.#marks[annotation2] = Mark.unevaluated;
        this.#enterBlock(annotation2, annotations === NONE ? around : annotations);
      }
      #hasAnnotation(parameters) {
        if (parameters === NO_NODE) return false;
        for (let child = parameters + 1, end = this.#afterOf(parameters); child < end; child = this.#afterOf(child)) {
          const kind = this.#kind[child];
          if (kind === Kind.typed_parameter || kind === Kind.typed_default_parameter) return true;
        }
        return false;
      }
      #parameters(list2, block, annotations, around) {
        for (let child = list2 + 1, end = this.#afterOf(list2); child < end; child = this.#afterOf(child)) {
          switch (this.#kind[child] ?? Kind.end) {
            case Kind.identifier:
            case Kind.list_splat_pattern:
            case Kind.dictionary_splat_pattern:
            case Kind.tuple_pattern:
              this.#parameter(child, block);
              break;
            case Kind.default_parameter:
              this.#parameter(child + 1, block);
              break;
            case Kind.typed_parameter:
            case Kind.typed_default_parameter: {
              this.#parameter(child + 1, block);
              const annotation2 = this.#childIn(child, Field.type);
              if (annotation2 !== NO_NODE) this.#signatureAnnotation(annotation2, annotations, around);
              break;
            }
            default:
          }
        }
      }
      #parameter(node, block) {
        if (this.#kind[node] === Kind.tuple_pattern) this.#blocks.hasError[this.#block] = true;
        for (let inner = node, end = this.#afterOf(node); inner < end; inner++) {
          if (this.#kind[inner] !== Kind.identifier) continue;
          this.#marks[inner] = Mark.parameter;
          this.#enterBlock(inner, block);
        }
      }
      #classDefinition(node) {
        const typeParameters = this.#childIn(node, Field.type_parameters);
        const name = this.#definedName(node, Mark.className);
        const className = this.#identifiers.nameOf(name);
        const around = this.#openTypeParameters(node, typeParameters, name);
        if (typeParameters !== NO_NODE) {
          this.#blocks.privateTo[around] = className;
          this.#blocks.mangledOnly[around] = /* @__PURE__ */ new Set();
          this.#enterBlock(this.#childIn(node, Field.superclasses), around);
        }
        const block = this.#open("class", name, around, node);
        this.#blocks.privateTo[block] = className;
        this.#enterBlock(this.#childIn(node, Field.body), block);
      }
      #definedName(node, mark) {
        const name = this.#childIn(node, Field.name);
        if (name === NO_NODE) return this.#identifiers.of("");
        this.#marks[name] = mark;
        return this.#identifiers.at(this.#start[name] ?? 0, this.#end[name] ?? 0);
      }
      /** Opens the block of the type parameters when there are any, and gives the block around the definition. */
      #openTypeParameters(definition, typeParameters, name) {
        if (typeParameters === NO_NODE) return this.#block;
        const block = this.#open("type-parameters", name, this.#block, definition);
        this.#blocks.seesClass[block] = this.#blocks.kinds[this.#block] === "class";
        this.#marks[typeParameters] = Mark.declares;
        this.#enterBlock(typeParameters, block);
        return block;
      }
      #typeParameters(node) {
        for (let child = node + 1, end = this.#afterOf(node); child < end; child = this.#afterOf(child)) {
          if (this.#kind[child] !== Kind.type) continue;
          const declared = child + 1;
          if (this.#kind[declared] === Kind.identifier) this.#marks[declared] = Mark.typeParameter;
          else if (this.#kind[declared] === Kind.splat_type) this.#markIdentifiers(declared, Mark.typeParameter);
          else if (this.#kind[declared] === Kind.constrained_type) this.#constrained(declared);
          else this.#blocks.hasError[this.#block] = true;
        }
      }
      /** The grammar reads a default (PEP 696) only when it is spelt as one more bound. */
      #constrained(node) {
        const declared = node + 2;
        if (this.#kind[declared] === Kind.identifier) this.#marks[declared] = Mark.typeParameter;
        else if (this.#kind[declared] === Kind.splat_type) this.#markIdentifiers(declared, Mark.typeParameter);
        else this.#blocks.hasError[this.#block] = true;
        const bound = this.#secondType(node);
        if (bound === NO_NODE) return;
        const isBounded = this.#tree.text.charAt(this.#start[this.#childOfKind(node, Kind[":"])] ?? 0) === ":";
        if (this.#kind[bound + 1] !== Kind.constrained_type || !isBounded) {
          this.#enters[bound] = ENTERS_BOUND;
          return;
        }
        this.#enters[bound + 2] = ENTERS_BOUND;
        const preset2 = this.#secondType(bound + 1);
        if (preset2 !== NO_NODE) this.#enters[preset2] = ENTERS_BOUND;
      }
      /** What follows the colon of a `constrained_type`. */
      #secondType(node) {
        for (let child = this.#afterOf(node + 1), end = this.#afterOf(node); child < end; child = this.#afterOf(child)) {
          if (this.#kind[child] === Kind.type) return child;
        }
        return NO_NODE;
      }
      #typeAlias(node) {
        const left = this.#childIn(node, Field.left);
        const right = this.#childIn(node, Field.right);
        if (left === NO_NODE || right === NO_NODE) return;
        const name = this.#kind[left + 1] === Kind.generic_type ? left + 2 : left + 1;
        if (this.#kind[name] !== Kind.identifier) {
          this.#assignmentToType(node, left);
          return;
        }
        this.#marks[name] = Mark.stored;
        const typeParameters = name === left + 2 ? this.#childOfKind(left + 1, Kind.type_parameter) : NO_NODE;
        const identifier = this.#identifiers.at(this.#start[name] ?? 0, this.#end[name] ?? 0);
        const seesClass2 = this.#blocks.kinds[this.#block] === "class";
        const around = this.#openTypeParameters(node, typeParameters, identifier);
        const block = this.#open("type-alias", identifier, around, node);
        this.#blocks.seesClass[block] = seesClass2;
        this.#enterBlock(right, block);
      }
      /** `type(x).attr = v`, `type[i] = v` and their like assign to what a variable `type` gives. */
      #assignmentToType(node, left) {
        this.#marks[node + 1] = Mark.isName;
        if (this.#kind[left + 1] !== Kind.constrained_type) return;
        const annotation2 = this.#secondType(left + 1);
        if (annotation2 !== NO_NODE) this.#variableAnnotation(annotation2);
      }
      #lambda(node) {
        const block = this.#open("lambda", "lambda", this.#block, node);
        const parameters = this.#childIn(node, Field.parameters);
        if (parameters !== NO_NODE) this.#parameters(parameters, block, NONE, this.#block);
        this.#enterBlock(this.#childIn(node, Field.body), block);
      }
      #comprehension(node) {
        const around = this.#block;
        const block = this.#open("comprehension", comprehensionName(this.#kind[node]), around, node);
        let clause = node + 1;
        const end = this.#afterOf(node);
        while (clause < end && this.#kind[clause] !== Kind.for_in_clause) clause = this.#afterOf(clause);
        if (clause < end) {
          for (let child = clause + 1, last = this.#afterOf(clause); child < last; child = this.#afterOf(child)) {
            if (this.#field[child] === Field.right) this.#enterBlock(child, around);
          }
        }
        this.#push(node + 1, end, block, false);
      }
      #imports(node) {
        for (let child = node + 1, end = this.#afterOf(node); child < end; child = this.#afterOf(child)) {
          const isBound = this.#field[child] === Field.name;
          if (this.#kind[child] === Kind.aliased_import) this.#aliasedImport(child);
          else this.#importPath(child, isBound);
          if (this.#kind[node] === Kind.future_import_statement && isBound) this.#future(child);
        }
      }
      #aliasedImport(node) {
        this.#importPath(node + 1, false);
        const alias = this.#childIn(node, Field.alias);
        if (alias !== NO_NODE) this.#marks[alias] = Mark.imported;
      }
      #importPath(path, isBound) {
        let mark = isBound ? Mark.imported : Mark.notAName;
        for (let inner = path, end = this.#afterOf(path); inner < end; inner++) {
          if (this.#kind[inner] === Kind.dotted_name) this.#marks[inner] = Mark.notAName;
          if (this.#kind[inner] !== Kind.identifier) continue;
          this.#marks[inner] = mark;
          mark = Mark.notAName;
        }
      }
      #future(imported3) {
        const path = this.#kind[imported3] === Kind.aliased_import ? imported3 + 1 : imported3;
        const feature = this.#tree.text.slice(this.#start[path], this.#end[path]);
        if (feature === "annotations") this.#futureAnnotations = true;
      }
      /** In a pattern `a.b` reads `a`, and `a` alone is captured, but for the class of a class pattern. */
      #dottedName(node) {
        if (this.#marks[node] === Mark.notAName) return;
        const first = node + 1;
        const isSingle = this.#afterOf(first) === this.#afterOf(node);
        const parent = this.#kind[this.#tree.parent[node] ?? 0];
        if (isSingle) {
          if (parent !== Kind.class_pattern) this.#marks[first] = Mark.stored;
          return;
        }
        for (let inner = first + 1, end = this.#afterOf(node); inner < end; inner++) {
          this.#marks[inner] = Mark.notAName;
        }
      }
      /** `f"{x:=5}"` formats `x` with the specification `=5`, though it looks like a walrus (PEP 498). */
      #interpolation(node) {
        const expression = this.#childIn(node, Field.expression);
        if (expression === NO_NODE || this.#kind[expression] !== Kind.named_expression) return;
        this.#marks[expression] = Mark.notAName;
        const specification = this.#childIn(expression, Field.value);
        for (let inner = specification === NO_NODE ? expression : specification, end = this.#afterOf(expression); inner < end; inner++) {
          if (this.#kind[inner] === Kind.set || this.#kind[inner] === Kind.dictionary)
            inner = this.#afterOf(inner) - 1;
          else if (this.#kind[inner] === Kind.identifier) this.#marks[inner] = Mark.notAName;
        }
      }
      /** What a marked tuple, list or pattern is, its elements are. */
      #passOn(node) {
        const mark = this.#marks[node] ?? Mark.read;
        for (let child = node + 1, end = this.#afterOf(node); child < end; child = this.#afterOf(child)) {
          this.#marks[child] = mark;
        }
      }
      #storeIdentifiers(node) {
        this.#markIdentifiers(node, Mark.stored);
      }
      #markIdentifiers(node, mark) {
        for (let child = node + 1, end = this.#afterOf(node); child < end; child = this.#afterOf(child)) {
          if (this.#kind[child] === Kind.identifier) this.#marks[child] = mark;
        }
      }
      #open(kind, name, parent, node) {
        return this.#blocks.open(kind, name, parent, node, this.#start[node] ?? 0);
      }
      #enterBlock(node, block) {
        if (node !== NO_NODE) this.#enters[node] = block + 1;
      }
      #enter(node, entered) {
        const end = this.#afterOf(node);
        if (entered === ENTERS_VARIABLE_ANNOTATION)
          this.#push(node, end, this.#annotationsOf(this.#block, node), false);
        else if (entered === ENTERS_BOUND) this.#push(node, end, this.#bound(node), false);
        else this.#push(node, end, entered - 1, this.#marks[node] === Mark.unevaluated);
      }
      #annotationsOf(block, node) {
        const present = this.#blocks.annotations[block] ?? NONE;
        if (present !== NONE) return present;
        const start = this.#start[this.#expression(node)] ?? 0;
        const annotations = this.#blocks.open("annotation", "__annotate__", block, node, start);
        this.#blocks.annotations[block] = annotations;
        this.#blocks.seesClass[annotations] = this.#blocks.kinds[block] === "class";
        return annotations;
      }
      #bound(node) {
        const start = this.#starBefore(node) ?? this.#start[this.#expression(node)] ?? 0;
        const block = this.#blocks.open("annotation", this.#lastTypeParameter, this.#block, node, start);
        this.#blocks.seesClass[block] = this.#blocks.seesClass[this.#block] === true;
        return block;
      }
      /** The star of `*Ts = *tuple[int]` belongs to the default, but is not in the tree. */
      #starBefore(node) {
        const { text: text2 } = this.#tree;
        let at3 = (this.#start[node] ?? 0) - 1;
        while (at3 > 0 && /\s/.test(text2.charAt(at3))) at3 -= 1;
        return text2.charAt(at3) === "*" ? at3 : void 0;
      }
      /** The expression in a `type` node, without the parentheses that only group. */
      #expression(node) {
        let inner = node;
        for (; ; ) {
          const next = this.#kind[inner] === Kind.type ? inner + 1 : NO_NODE;
          const within = this.#kind[inner] === Kind.parenthesized_expression ? this.#element(inner) : next;
          if (within === NO_NODE) return inner;
          inner = within;
        }
      }
      #push(start, end, block, isUnevaluated) {
        this.#outerEnds.push(this.#regionEnd);
        this.#outerBlocks.push(this.#block);
        this.#outerUnevaluated.push(this.#isUnevaluated);
        this.#regionEnd = end;
        this.#block = block;
        this.#isUnevaluated = isUnevaluated;
        const { starts, ends, blocks, parents } = this.#regions;
        parents.push(this.#region);
        this.#region = starts.length;
        starts.push(start);
        ends.push(end);
        blocks.push(block);
      }
      #leave() {
        this.#regionEnd = this.#outerEnds.pop() ?? this.#tree.size;
        this.#block = this.#outerBlocks.pop() ?? MODULE;
        this.#isUnevaluated = this.#outerUnevaluated.pop() ?? false;
        this.#region = this.#regions.parents[this.#region] ?? NONE;
      }
      #blockOf(node) {
        return blockOf(this.#regions, node);
      }
      #afterOf(node) {
        return this.#after[node] ?? this.#tree.size;
      }
      #childOfKind(node, kind) {
        for (let child = node + 1, end = this.#afterOf(node); child < end; child = this.#afterOf(child)) {
          if (this.#kind[child] === kind) return child;
        }
        return NO_NODE;
      }
      #childIn(node, field) {
        for (let child = node + 1, end = this.#afterOf(node); child < end; child = this.#afterOf(child)) {
          if (this.#field[child] === field) return child;
        }
        return NO_NODE;
      }
    };
    flagsOfMark = new Int32Array(Mark.isName + 1);
    useOfMark = new Uint8Array(Mark.isName + 1);
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
  }
});

// src/python/incomplete.ts
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
  const doubtful = blocks.nodes.map((_3, block) => block === MODULE);
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
    else if (tree.lacking.has(node)) errors.push(...runOnStatementsOf(tree, node));
  }
  return errors.toSorted((a, b3) => a - b3);
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
var init_incomplete = __esm({
  "src/python/incomplete.ts"() {
    "use strict";
    init_blocks();
    init_syntax();
  }
});

// src/python/observers.ts
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
  for (const observers of seen.values()) observers.sort((a, b3) => a.at.start - b3.at.start);
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
  for (let node = ROOT; node < tree.size; node++) {
    const kind = tree.kind[node];
    if (kind === Kind.wildcard_import) yield { kind: "star-import", node, scopes: [module2] };
    if (kind !== Kind.identifier) continue;
    const seen = ATTRIBUTES.get(textOf(tree, node));
    if (seen === void 0 || !isReached(tree, bindings, node)) continue;
    if (seen.of === void 0 || isOf(tree, bindings, node, seen.of)) yield { kind: seen.kind, node, scopes };
  }
}
function looksAround(tree, node, kind) {
  if (kind !== "vars" && kind !== "dir") return true;
  const call2 = parentOf(tree, node);
  if (kindOf(tree, call2) !== Kind.call || fieldOf(tree, node) !== Field.function) return true;
  return namedChildrenOf(tree, childIn(tree, call2, Field.arguments)).length === 0;
}
function seenFrom(kind, bindings, node) {
  if (kind === "globals") return [bindings.module];
  const scope2 = bindings.scopeOf(node);
  const captured = [...scope2.symbols.values()].filter(({ flags }) => flags.free).map(({ binding }) => binding.scope);
  return kind === "eval" || kind === "exec" ? [scope2, ...captured, bindings.module] : [scope2, ...captured];
}
function isReached(tree, bindings, node) {
  if (fieldOf(tree, node) === Field.attribute) return true;
  const kind = bindings.bindingAt(spanOf(tree, node).start)?.kind;
  return kind === "unbound" || kind === "import";
}
function isOf(tree, bindings, node, module2) {
  const parent = parentOf(tree, node);
  if (fieldOf(tree, node) === Field.attribute) {
    const object2 = childIn(tree, parent, Field.object);
    return textOf(tree, object2) === module2 || importedFrom(tree, bindings, object2) === module2;
  }
  return importedFrom(tree, bindings, node) === module2;
}
function importedFrom(tree, bindings, node) {
  const binding = bindings.bindingAt(spanOf(tree, node).start);
  if (binding?.kind !== "import") return void 0;
  for (const { node: imported3 } of binding.definitions) {
    let statement = parentOf(tree, imported3);
    while (statement !== NO_NODE && !IMPORTS.has(kindOf(tree, statement)))
      statement = parentOf(tree, statement);
    if (statement === NO_NODE) continue;
    const from = childIn(tree, statement, Field.module_name);
    if (from !== NO_NODE) return textOf(tree, from);
    const alias = parentOf(tree, imported3);
    return textOf(
      tree,
      kindOf(tree, alias) === Kind.aliased_import ? childIn(tree, alias, Field.name) : imported3
    );
  }
  return void 0;
}
var BUILTINS, ATTRIBUTES, IMPORTS;
var init_observers = __esm({
  "src/python/observers.ts"() {
    "use strict";
    init_syntax();
    BUILTINS = [
      ["locals", "locals"],
      ["vars", "vars"],
      ["dir", "dir"],
      ["globals", "globals"],
      ["eval", "eval"],
      ["exec", "exec"]
    ];
    ATTRIBUTES = new Map([
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
    IMPORTS = /* @__PURE__ */ new Set([Kind.import_statement, Kind.import_from_statement]);
  }
});

// src/python/resolve.ts
function resolve(blocks) {
  return new Resolver(blocks).resolve();
}
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
var Reach, Resolver, MOST_PASSING;
var init_resolve = __esm({
  "src/python/resolve.ts"() {
    "use strict";
    init_blocks();
    Reach = { local: 1, free: 2, globalImplicit: 3, globalExplicit: 4 };
    Resolver = class {
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
        this.#reach = Array.from(blocks.symbolName, () => Reach.globalImplicit);
        this.#variable = Array.from(blocks.symbolName, () => NONE);
        this.#visible = new Int32Array(identifiers.count).fill(NONE);
        this.#global = new Int32Array(identifiers.count).fill(NONE);
        this.#implicitInClass = ["__class__", "__classdict__", "__conditional_annotations__"].map((name) => identifiers.find(name)).filter((name) => name !== NONE);
        this.#typeParams = identifiers.find("__type_params__");
      }
      resolve() {
        const { parents } = this.#blocks;
        const firstChild = Array.from(parents, () => NONE);
        const nextChild = Array.from(parents, () => NONE);
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
    MOST_PASSING = 1e6;
  }
});

// src/python/bind.ts
function bind(tree) {
  const collected = collect(tree);
  return new Model(tree, collected, resolve(collected.blocks));
}
function groups(count3, groupCount, groupOf2) {
  const starts = new Int32Array(groupCount + 1);
  for (let member = 0; member < count3; member++) {
    const group = groupOf2(member) + 1;
    starts[group] = (starts[group] ?? 0) + 1;
  }
  for (let group = 0; group < groupCount; group++) {
    starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  }
  const next = starts.slice();
  const members = new Int32Array(count3);
  for (let member = 0; member < count3; member++) {
    const group = groupOf2(member);
    const place = next[group] ?? 0;
    members[place] = member;
    next[group] = place + 1;
  }
  return { starts, members };
}
function childrenOf2(scopes, parents) {
  const children = scopes.map(() => []);
  for (const scope2 of scopes) children[parents[scope2.id] ?? NONE]?.push(scope2);
  return children;
}
function blockOfNode(blocks) {
  const found = /* @__PURE__ */ new Map();
  for (const [block, node] of blocks.nodes.entries()) {
    if (blocks.kinds[block] !== "annotation") found.set(node, block);
  }
  return found;
}
var Model, ScopeView, SymbolView, BindingView, kindsByFlag;
var init_bind = __esm({
  "src/python/bind.ts"() {
    "use strict";
    init_blocks();
    init_collect();
    init_incomplete();
    init_observers();
    init_resolve();
    init_syntax();
    Model = class {
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
        return this.#bindings ??= this.resolved.variableBlock.map((_3, variable) => this.binding(variable));
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
      lookup = (scope2, name) => {
        const identifier = this.blocks.identifiers.find(name);
        if (identifier === NONE) return void 0;
        const variable = this.#lookup(scope2.id, this.blocks.nameIn(scope2.id, identifier));
        return variable === NONE ? void 0 : this.binding(variable);
      };
      scope(block) {
        const scope2 = this.scopes[block];
        if (scope2 === void 0) throw new Error("no such block");
        return scope2;
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
          const name = this.tree.text.slice(occurrence.start, occurrence.end).normalize("NFKC");
          return { ...occurrence, name, scope: this.scope(blocks[index] ?? MODULE) };
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
        let seesClass2 = true;
        for (let block = start; block !== NONE; block = blocks.parents[block] ?? NONE) {
          const symbol = blocks.find(block, name);
          if (symbol !== NONE && (seesClass2 || blocks.kinds[block] !== "class"))
            return resolved.variable[symbol] ?? NONE;
          seesClass2 = blocks.seesClass[block] === true;
        }
        return resolved.globalVariable[name] ?? NONE;
      }
    };
    ScopeView = class {
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
    SymbolView = class {
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
        const isOfModule2 = blocks.symbolBlock[this.#symbol] === MODULE && has(Flag.local | Flag.parameter | Flag.imported | Flag.typeParameter);
        return {
          local: reach === Reach.local || isOfModule2,
          global: isGlobal || isOfModule2,
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
    BindingView = class {
      #model;
      #variable;
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
        const [, kind] = kindsByFlag.find(([flag3]) => (flags & flag3) !== 0) ?? [0, "unbound"];
        return kind;
      }
      get definitions() {
        return this.#model.occurrencesOfVariable(this.#variable, Use.defines);
      }
      get references() {
        return this.#model.occurrencesOfVariable(this.#variable, Use.reads);
      }
      get declarations() {
        return this.#model.occurrencesOfVariable(this.#variable, Use.declares);
      }
      get symbols() {
        return this.#model.symbolsOfVariable(this.#variable);
      }
    };
    kindsByFlag = [
      [Flag.parameter, "parameter"],
      [Flag.typeParameter, "type-parameter"],
      [Flag.imported, "import"],
      [Flag.className, "class"],
      [Flag.functionName, "function"],
      [Flag.local, "local"]
    ];
  }
});

// src/python/calls.ts
function callsOf({ tree, nodesOf: nodesOf2, namesOf: namesOf4, originOf: originOf3 }) {
  const byName = /* @__PURE__ */ new Map();
  for (const call2 of nodesOf2(Kind.call)) {
    const name = calledNameOf(tree, call2);
    const calls = byName.get(name);
    if (calls === void 0) byName.set(name, [call2]);
    else calls.push(call2);
  }
  const named = (name) => byName.get(name) ?? [];
  return {
    names: byName.keys(),
    named,
    of(origin) {
      const names = /* @__PURE__ */ new Set([origin.slice(origin.lastIndexOf(".") + 1), ...namesOf4(origin)]);
      return [...names].flatMap(named).filter((call2) => originOf3(childIn(tree, call2, Field.function)) === origin).toSorted((one, other) => one - other);
    }
  };
}
var init_calls = __esm({
  "src/python/calls.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
  }
});

// src/python/code-or-prose.ts
function isProse(line, isIndented2) {
  const bare = withoutStrings(line).replace(/#.*$/, "");
  if (SIDE_BY_SIDE.test(bare)) return true;
  return !isIndented2 && new RegExp("\\p{L}", "u").test(bare) && !SIGN_OF_CODE.test(bare);
}
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
    case Kind.with_statement:
    case Kind.for_statement:
    case Kind.import_statement:
    case Kind.import_from_statement:
    case Kind.delete_statement:
      return true;
    case Kind.if_statement:
    case Kind.while_statement:
      return hasOperation(tree, childIn(tree, statement, Field.condition));
    case Kind.assert_statement:
      return hasOperation(tree, firstNamedChildOf(tree, statement));
    case Kind.raise_statement:
    case Kind.return_statement:
      return isCall(tree, firstNamedChildOf(tree, statement));
    case Kind.expression_statement: {
      const call2 = callStatementOf(tree, statement);
      if (call2 !== NO_NODE) return isTellingCall(tree, call2);
      const assignment = assignmentOf(tree, statement);
      return assignment !== NO_NODE && isTellingAssignment(tree, assignment);
    }
    default:
      return false;
  }
}
function hasOperation(tree, expression) {
  return expression !== NO_NODE && /[^\w\s]/.test(textOf(tree, expression));
}
function isCall(tree, expression) {
  const call2 = unwrapped(tree, expression);
  if (call2 === NO_NODE || kindOf(tree, call2) !== Kind.call) return false;
  return endOf(tree, childIn(tree, call2, Field.function)) === startOf(tree, childIn(tree, call2, Field.arguments));
}
function isTellingCall(tree, call2) {
  if (!isCall(tree, call2)) return false;
  const callee = childIn(tree, call2, Field.function);
  if (kindOf(tree, callee) !== Kind.identifier || textOf(tree, callee).includes("_")) return true;
  return argumentsOf(tree, call2).some(
    ({ keyword, value }) => keyword !== void 0 || dottedNameOf(tree, value) === void 0 && !isNumber(tree, value)
  );
}
function isTellingAssignment(tree, assignment) {
  if (kindOf(tree, assignment) === Kind.augmented_assignment) return true;
  const right = childIn(tree, assignment, Field.right);
  if (right === NO_NODE) return false;
  const target = kindOf(tree, childIn(tree, assignment, Field.left));
  if (target === Kind.attribute || target === Kind.subscript) return true;
  const value = unwrapped(tree, right);
  if (kindOf(tree, value) === Kind.string) return !descendantsOf(tree, value, Kind.interpolation).next().done;
  return TELLING_VALUES.has(kindOf(tree, value)) || isCall(tree, value);
}
function isRepresentation(tree) {
  const [statement = NO_NODE, ...others] = statementsOf(tree, ROOT);
  if (statement === NO_NODE || others.length > 0) return false;
  const call2 = callStatementOf(tree, statement);
  return call2 !== NO_NODE && /^(?:\w+\.)*[A-Z]\w*$/.test(textOf(tree, childIn(tree, call2, Field.function)));
}
function onlyCallOf(tree) {
  const [statement = NO_NODE, ...others] = statementsOf(tree, ROOT);
  const call2 = statement === NO_NODE || others.length > 0 ? NO_NODE : callStatementOf(tree, statement);
  if (call2 === NO_NODE || argumentsOf(tree, call2).length > 0) return void 0;
  return calledNameOf(tree, call2);
}
var withoutStrings, STRING, KEYWORD, SIDE_BY_SIDE, SIGN_OF_CODE, HEADED, isNumber, TELLING_VALUES;
var init_code_or_prose = __esm({
  "src/python/code-or-prose.ts"() {
    "use strict";
    init_expressions();
    init_statements();
    init_syntax();
    withoutStrings = (code2) => code2.replace(STRING, '""');
    STRING = /(?<!\w)[rbfu]{0,2}(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/gi;
    KEYWORD = "(?:False|None|True|and|as|assert|async|await|break|case|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|match|nonlocal|not|or|pass|raise|return|try|type|while|with|yield)\\b";
    SIDE_BY_SIDE = new RegExp(
      `(?<![\\p{L}\\p{N}_])(?!${KEYWORD})[\\p{L}_][\\p{L}\\p{N}_]*[ \\t]+(?!${KEYWORD})[\\p{L}_]`,
      "u"
    );
    SIGN_OF_CODE = new RegExp(`[()[\\]{}=.@,]|^\\s*${KEYWORD}`);
    HEADED = /* @__PURE__ */ new Set([
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
    isNumber = (tree, node) => kindOf(tree, node) === Kind.integer || kindOf(tree, node) === Kind.float;
    TELLING_VALUES = /* @__PURE__ */ new Set([
      Kind.dictionary,
      Kind.lambda,
      Kind.list_comprehension,
      Kind.set_comprehension,
      Kind.dictionary_comprehension,
      Kind.generator_expression
    ]);
  }
});

// src/python/commented-code.ts
function commentedCodeOf(source) {
  const stretches = blocksOf(source.comments).flatMap((block) => {
    if (!block.some(({ code: code2 }) => MAY_BE_CODE.test(code2))) return [];
    return [...testsIn(source, block), ...codeIn(source, block)];
  });
  return joined(source, stretches);
}
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
    const code2 = comment.text.replace(/^#+/, "");
    const open = quotesAfter(code2, quotes);
    const isInside3 = quotes !== "" || open !== "";
    block.push({ comment, code: code2, isProse: !isInside3 && isProse(code2, isIndented(block, code2)) });
    quotes = open;
  }
  return blocks;
}
function quotesAfter(code2, before) {
  let open = before;
  for (const [quotes] of code2.matchAll(/"""|'''/g)) {
    if (open === "") open = quotes;
    else if (open === quotes) open = "";
  }
  return open;
}
function testsIn({ parse }, block) {
  return block.flatMap(({ code: code2 }, index) => {
    const [, indent = "", name] = TEST_HEADER.exec(code2) ?? [];
    if (name === void 0) return [];
    const end = headerEndOf(parse, block, index);
    if (end === void 0) return [];
    let first = index;
    while (isDecorator(block[first - 1], indent)) first--;
    const after = block.findIndex(
      (line, at3) => at3 > end && line.code.trim() !== "" && indentOf(line.code) <= indent.length
    );
    const lines = trimmed(block.slice(first, after === -1 ? block.length : after));
    return lines === void 0 || lines.some(isLeftOut) ? [] : [{ lines, tests: [name] }];
  });
}
function headerEndOf(parse, block, start) {
  for (let end = start; end < Math.min(block.length, start + LONGEST_HEADER); end++) {
    const header = dedented(block.slice(start, end + 1)).replace(/:\s*(?:#.*)?$/, ": pass\n");
    if (isPython(parse(header))) return end;
  }
  return void 0;
}
function codeIn(source, block) {
  if (block.some(isKept)) return [];
  const end = block.findIndex((line) => line.isProse);
  const part = trimmed(end === -1 ? block : block.slice(0, end));
  const code2 = part === void 0 ? void 0 : longestCodeIn(source.parse, part);
  if (code2 === void 0 || !isCode(source, code2)) return [];
  return [{ lines: code2.lines, tests: [] }];
}
function isKept({ comment, code: code2, isProse: isSentence }) {
  const said = isSentence ? code2 : /#(.*)/.exec(withoutStrings(code2))?.[1] ?? "";
  return MARKER.test(comment.content) || REASON.test(said);
}
function trimmed(lines) {
  const isFilled = ({ code: code2 }) => code2.trim() !== "";
  const [first, ...rest] = lines.slice(lines.findIndex(isFilled), lines.findLastIndex(isFilled) + 1);
  return first === void 0 ? void 0 : [first, ...rest];
}
function longestCodeIn(parse, lines) {
  for (let length = lines.length; length > 0; length--) {
    for (const start of startsOf(lines.length - length, lines.length)) {
      const run2 = trimmed(lines.slice(start, start + length));
      if (run2?.length !== length || !run2.some(({ code: code2 }) => MAY_BE_CODE.test(code2))) continue;
      const tree = parse(dedented(run2));
      if (isPython(tree) && hasStatementOfCode(tree)) return { lines: run2, tree };
    }
  }
  return void 0;
}
function startsOf(last, count3) {
  return count3 > SEARCHED_WHOLLY ? [0, last] : Array.from({ length: last + 1 }, (_3, start) => start);
}
function dedented(lines) {
  const filled = lines.filter(({ code: code2 }) => code2.trim() !== "");
  const indent = Math.min(...filled.map(({ code: code2 }) => indentOf(code2)));
  return lines.map(({ code: code2 }) => `${code2.slice(indent)}
`).join("");
}
function isCode({ statementTextOn, lineText: lineText2 }, { lines, tree }) {
  if (/\.\.\.|…/.test(tree.text) || /;/.test(withoutStrings(tree.text))) return false;
  if (isRepresentation(tree)) return false;
  const next = (lines.at(-1) ?? lines[0]).comment.line + 1;
  if (compact(statementTextOn(next)).includes(compact(tree.text))) return false;
  const called = onlyCallOf(tree);
  return called === void 0 || !paragraphFrom(lineText2, next).includes(called);
}
function paragraphFrom(lineText2, first) {
  const lines = [];
  for (let line = first; lineText2(line).trim() !== ""; line++) lines.push(lineText2(line));
  return lines.join("\n");
}
function joined({ lineText: lineText2 }, stretches) {
  const found = [];
  for (const { lines, tests } of stretches.toSorted((one, other) => lineOf2(one) - lineOf2(other))) {
    const first = lines[0].comment;
    const last = (lines.at(-1) ?? lines[0]).comment;
    const before = found.at(-1);
    if (before === void 0 || !isNear(before.last.line, first.line, lineText2)) {
      found.push({ first, last, lines: lines.length, tests });
      continue;
    }
    const end = last.line > before.last.line ? last : before.last;
    const added = lines.filter(({ comment }) => comment.line > before.last.line).length;
    found[found.length - 1] = {
      first: before.first,
      last: end,
      lines: before.lines + added,
      tests: [...before.tests, ...tests]
    };
  }
  return found;
}
function isNear(end, start, lineText2) {
  if (start - end > MOST_BLANK_LINES + 1) return false;
  for (let line = end + 1; line < start; line++) if (lineText2(line).trim() !== "") return false;
  return true;
}
var MAY_BE_CODE, isIndented, TEST_HEADER, LONGEST_HEADER, isLeftOut, isDecorator, indentOf, MARKER, REASON, SEARCHED_WHOLLY, compact, lineOf2, MOST_BLANK_LINES;
var init_commented_code = __esm({
  "src/python/commented-code.ts"() {
    "use strict";
    init_code_or_prose();
    MAY_BE_CODE = /\w\(|=|^\s*(?:@|(?:assert|async|class|def|del|for|from|if|import|raise|return|try|while|with)\b)/;
    isIndented = ([first], code2) => first !== void 0 && indentOf(code2) > indentOf(first.code);
    TEST_HEADER = /^(\s*)(?:async\s+)?def\s+(test\w*)\s*\(/;
    LONGEST_HEADER = 12;
    isLeftOut = ({ code: code2 }) => /(?:^|:)\s*\.\.\.\s*$/.test(code2);
    isDecorator = (line, indent) => line !== void 0 && line.code.startsWith(`${indent}@`);
    indentOf = (code2) => code2.length - code2.trimStart().length;
    MARKER = /\b(?:TODO|FIXME|XXX|HACK|NOTE|NB|WIP|BUG)\b/;
    REASON = /\b(?:because|since|until|unless|when|once|otherwise|instead|should|uncomment\w*|disabled?|broken|fail(?:s|ing|ed)?|bug|issue|workaround|\w+n't|not)\b/i;
    SEARCHED_WHOLLY = 12;
    compact = (text2) => text2.replace(/\s+/g, "");
    lineOf2 = ({ lines }) => lines[0].comment.line;
    MOST_BLANK_LINES = 2;
  }
});

// src/python/definitions.ts
function definitionsOf(tree, nodesOf2) {
  const functions = nodesOf2(Kind.function_definition);
  const classes = nodesOf2(Kind.class_definition);
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
  const identifier = childIn(tree, node, Field.name);
  const name = textOf(tree, identifier);
  const parent = parentOf(tree, node);
  const decorated = kindOf(tree, parent) === Kind.decorated_definition ? parent : NO_NODE;
  const nameSpan = spanOf(tree, identifier);
  const qualifiedName = enclosing === void 0 ? name : `${enclosing.qualifiedName}.${name}`;
  const span = spanOf(tree, decorated === NO_NODE ? node : decorated);
  const body = childIn(tree, node, Field.body);
  const decorators = decorated === NO_NODE ? [] : decoratorsOf(tree, decorated);
  if (kindOf(tree, node) === Kind.class_definition) {
    const bases2 = basesOf(tree, node);
    return { kind: "class", name, nameSpan, qualifiedName, node, span, body, enclosing, decorators, bases: bases2 };
  }
  let parameters;
  return {
    kind: "function",
    name,
    nameSpan,
    qualifiedName,
    node,
    span,
    body,
    enclosing,
    decorators,
    get isAsync() {
      return childOfKind(tree, node, Kind.async_token) !== NO_NODE;
    },
    get parameters() {
      return parameters ??= parametersOf(tree, node);
    }
  };
}
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
    const named = kindOf(tree, base) === Kind.subscript ? childIn(tree, base, Field.value) : base;
    return dottedNameOf(tree, named) ?? [];
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
    const identifier = identifierOf(tree, child);
    if (identifier === NO_NODE) continue;
    const isVariadic2 = kindOf(tree, pattern) === Kind.list_splat_pattern;
    parameters.push({
      name: textOf(tree, identifier),
      span: spanOf(tree, identifier),
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
var init_definitions = __esm({
  "src/python/definitions.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
  }
});

// src/python/docstrings.ts
function docstringsOf(tree, definitions) {
  const own = docstringIn(tree, ROOT, void 0) ?? [];
  return [own, definitions.map((definition) => docstringIn(tree, definition.body, definition) ?? [])].flat(2);
}
function docstringIn(tree, body, definition) {
  const string = docstringNodeOf(tree, body);
  if (string === NO_NODE) return void 0;
  const tokens = stringsIn(tree, string).flatMap((part) => childrenOf(tree, part));
  const start = endOf(tree, tokens[0] ?? string);
  const end = startOf(tree, tokens.at(-1) ?? string);
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
function documentedParametersOf(docstring) {
  const lines = linesOf(docstring);
  return [...fieldParametersOf(docstring), ...googleParametersOf(lines), ...numpyParametersOf(lines)];
}
function linesOf({ text: text2, start }) {
  const lines = [];
  let offset = start;
  for (const written of text2.split(/(?<=\n|\r(?!\n))/)) {
    const line = written.trimEnd();
    lines.push({
      text: line,
      start: offset,
      indent: line === "" ? Infinity : line.length - line.trimStart().length
    });
    offset += written.length;
  }
  return lines;
}
function fieldParametersOf({ text: text2, start }) {
  if (!text2.includes(":")) return [];
  return Array.from(text2.matchAll(FIELD), (match) => {
    const { name = "" } = match.groups ?? {};
    return documented(name, start + match.index + match[0].lastIndexOf(name));
  });
}
function googleParametersOf(lines) {
  return lines.flatMap((line, index) => {
    if (!GOOGLE_SECTION.test(line.text)) return [];
    const section = indentedBelow(lines, index + 1, line.indent);
    const indent = section.find((entry) => entry.indent !== Infinity)?.indent;
    return section.flatMap((entry) => {
      if (entry.indent !== indent) return [];
      const name = GOOGLE_ENTRY.exec(entry.text)?.groups?.["name"];
      return name === void 0 ? [] : [documented(name, entry.start + entry.indent)];
    });
  });
}
function indentedBelow(lines, first, indent) {
  const end = lines.findIndex((line, index) => index >= first && line.indent <= indent);
  return lines.slice(first, end === -1 ? lines.length : end);
}
function numpyParametersOf(lines) {
  return lines.flatMap((line, index) => {
    if (!NUMPY_SECTION.test(line.text) || !isUnderlined(lines, index)) return [];
    const entries = [];
    for (let at3 = index + 2; at3 < lines.length && !isUnderlined(lines, at3); at3++) {
      const entry = lines[at3];
      if (entry === void 0 || entry.indent < line.indent) break;
      const names = entry.indent === line.indent ? NUMPY_ENTRY.exec(entry.text)?.groups?.["names"] : void 0;
      if (names === void 0) continue;
      for (const { 0: name, index: column } of names.matchAll(/\\?\*{0,2}[^\W\d]\w*/gu)) {
        entries.push(documented(name, entry.start + entry.indent + column));
      }
    }
    return entries;
  });
}
function isUnderlined(lines, index) {
  return /^\s*-{3,}$/.test(lines[index + 1]?.text ?? "");
}
function documented(written, offset) {
  const name = written.replace(/^\\?\**/, "");
  const start = offset + written.length - name.length;
  return { name, span: { start, end: start + name.length } };
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
function endOfNumpySection(lines, first) {
  const next = lines.findIndex((_3, index) => index >= first && isUnderlined(lines, index));
  return next === -1 ? lines.length : next;
}
var FIELD, GOOGLE_SECTION, GOOGLE_ENTRY, NUMPY_SECTION, NUMPY_ENTRY, RETURN_HEAD;
var init_docstrings = __esm({
  "src/python/docstrings.ts"() {
    "use strict";
    init_syntax();
    FIELD = /^[ \t]*(?<head>:(?:param|parameter|arg|argument|key|keyword)[ \t]+(?<typed>[^:\n]*?[ \t])??|@(?:param|keyword)[ \t]+)(?<name>\\?\*{0,2}[^\W\d]\w*)[ \t]*:/gmu;
    GOOGLE_SECTION = /^\s*(?:Args|Arguments|Keyword Args|Keyword Arguments|Other Parameters):$/;
    GOOGLE_ENTRY = /^\s*(?<name>\\?\*{0,2}[^\W\d]\w*)\s*(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?:(?:\s|$)/u;
    NUMPY_SECTION = /^\s*(?:Parameters|Other Parameters)$/;
    NUMPY_ENTRY = /^\s*(?<names>\\?\*{0,2}[^\W\d]\w*(?:\s*,\s*\\?\*{0,2}[^\W\d]\w*)*)(?:\s*:(?:\s|$).*)?$/u;
    RETURN_HEAD = /^\s*(?:(?<field>:returns?:|@returns?:)\s*(?<said>.*)|(?<section>Returns)(?<colon>:)?)$/;
  }
});

// src/python/handlers.ts
function handlersOf(tree, nodesOf2) {
  return Array.from(nodesOf2(Kind.except_clause), (node) => handlerOf(tree, node));
}
function handlerOf(tree, node) {
  const value = childIn(tree, node, Field.value);
  const pattern = value !== NO_NODE && kindOf(tree, value) === Kind.as_pattern ? value : NO_NODE;
  const caught = pattern === NO_NODE ? value : firstNamedChildOf(tree, pattern);
  const target = childIn(tree, pattern === NO_NODE ? node : pattern, Field.alias);
  const start = startOf(tree, node);
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
    isSilent: statementsOf(tree, childOfKind(tree, node, Kind.block)).every((one) => doesNothing(tree, one)),
    guardsRaise: guarded.every((one) => doesNothing(tree, one)) || hasInside(tree, clause, raisesItself),
    guardsYield: hasInside(tree, clause, isYield),
    isRetry: isInLoop(tree, statement) && [guarded.at(-1), otherwise.at(-1)].some((one) => leavesLoop(tree, one)),
    expectsRaise: otherwise.some((one) => isFailure(tree, one))
  };
}
function doesNothing(tree, statement) {
  const kind = kindOf(tree, statement);
  if (kind === Kind.pass_statement || kind === Kind.continue_statement) return true;
  const expression = kindOf(tree, statement + 1);
  return kind === Kind.expression_statement && (expression === Kind.string || expression === Kind.ellipsis);
}
function raisesItself(tree, node) {
  if (kindOf(tree, node) === Kind.raise_statement) return true;
  if (kindOf(tree, node) !== Kind.binary_operator) return false;
  const divisor = childIn(tree, node, Field.right);
  return divisor !== NO_NODE && textOf(tree, divisor) === "0" && /\/|%/.test(textOf(tree, childIn(tree, node, Field.operator)));
}
function leavesLoop(tree, statement) {
  const kind = statement === void 0 ? Kind.end : kindOf(tree, statement);
  return kind === Kind.break_statement || kind === Kind.return_statement;
}
function isFailure(tree, statement) {
  const kind = kindOf(tree, statement);
  if (kind === Kind.raise_statement || kind === Kind.assert_statement) return true;
  const call2 = callStatementOf(tree, statement);
  return call2 !== NO_NODE && /^_*(?:fail|assert)/.test(calledNameOf(tree, call2));
}
function isExplained(tree, { node, keyword }, comments, positionOf) {
  const first = positionOf(keyword.start);
  const lastStatement = childrenOf(tree, childOfKind(tree, node, Kind.block)).at(-1) ?? node;
  const lastLine = positionOf(endOf(tree, lastStatement)).line;
  return comments.some(({ line, column, isOwnLine }) => {
    if (line >= first.line && line <= lastLine) return true;
    if (!isOwnLine) return false;
    return line === first.line - 1 || line === lastLine + 1 && column > first.column;
  });
}
var isYield;
var init_handlers = __esm({
  "src/python/handlers.ts"() {
    "use strict";
    init_expressions();
    init_statements();
    init_syntax();
    isYield = (tree, node) => kindOf(tree, node) === Kind.yield;
  }
});

// src/python/imports.ts
function importsOf(tree, nodesOf2) {
  const origins = /* @__PURE__ */ new Map();
  const bound = /* @__PURE__ */ new Map();
  const statements = [];
  const bind2 = (node, names) => {
    statements.push({ node, names });
    for (const { binder, origin } of names) {
      origins.set(textOf(tree, binder), origin);
      bound.set(binder, origin);
    }
  };
  for (const statement of nodesOf2(Kind.import_statement)) {
    const names = childrenIn(tree, statement, Field.name).map((node) => imported(tree, node));
    bind2(
      statement,
      names.map(({ binder, name, isAliased }) => ({ binder, origin: isAliased ? name : firstPart(name) }))
    );
  }
  for (const statement of nodesOf2(Kind.import_from_statement)) {
    const module2 = textOf(tree, childIn(tree, statement, Field.module_name)).replace(/\s+/g, "");
    const prefix = module2.endsWith(".") ? module2 : `${module2}.`;
    const names = childrenIn(tree, statement, Field.name).map((node) => imported(tree, node));
    bind2(
      statement,
      names.map(({ binder, name }) => ({ binder, origin: prefix + name }))
    );
    if (childOfKind(tree, statement, Kind.wildcard_import) !== NO_NODE) origins.set(`*${module2}`, module2);
  }
  return {
    originOf(dottedName) {
      const first = firstPart(dottedName);
      const origin = origins.get(first);
      return origin === void 0 ? dottedName : origin + dottedName.slice(first.length);
    },
    hasModule: (dottedName) => [...origins.values()].some((origin) => origin === dottedName || origin.startsWith(`${dottedName}.`)),
    statements: statements.filter(({ names }) => names.length > 0).toSorted((one, other) => one.node - other.node),
    originBoundAt: (identifier) => bound.get(identifier),
    namesOf: (origin) => [...origins].flatMap(([name, from]) => from === origin ? name : [])
  };
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
var init_imports = __esm({
  "src/python/imports.ts"() {
    "use strict";
    init_syntax();
  }
});

// src/python/kinds.ts
function nodesByKind(tree) {
  const ends = new Int32Array(kindNames.length + 1);
  for (let node = 0; node < tree.size; node++) count(ends, (tree.kind[node] ?? 0) + 1);
  for (let kind = 1; kind < ends.length; kind++) ends[kind] = (ends[kind] ?? 0) + (ends[kind - 1] ?? 0);
  const starts = ends.slice();
  const sorted = new Int32Array(tree.size);
  for (let node = 0; node < tree.size; node++) sorted[count(starts, tree.kind[node] ?? 0)] = node;
  return (kind) => sorted.subarray(ends[kind], ends[kind + 1]);
}
function count(counts, index) {
  const before = counts[index] ?? 0;
  counts[index] = before + 1;
  return before;
}
var init_kinds = __esm({
  "src/python/kinds.ts"() {
    "use strict";
    init_grammar();
  }
});

// src/python/members.ts
function membersOf({ tree, bindings, definitions, definitionAt: definitionAt2 }) {
  const classes = new Map(
    definitions.flatMap(
      (definition) => definition.kind === "class" ? [[definition.name, definition]] : []
    )
  );
  return {
    classOf(expression) {
      if (kindOf(tree, expression) !== Kind.identifier) return void 0;
      const binding = bindings.bindingAt(startOf(tree, expression));
      const start = binding?.definitions[0]?.start;
      if (binding?.kind !== "parameter" || start === void 0) return void 0;
      const method = definitionAt2(start);
      if (method?.kind !== "function" || method.enclosing?.kind !== "class") return void 0;
      const isStatic = method.decorators.some(({ name }) => name === "staticmethod");
      return !isStatic && method.parameters[0]?.span.start === start ? method.enclosing : void 0;
    },
    has(owner, name) {
      const seen = /* @__PURE__ */ new Set();
      const hasMember = (one) => {
        if (one === void 0 || seen.has(one)) return false;
        seen.add(one);
        const symbol = bindings.scopeAt(one.node)?.symbols.get(name);
        if (symbol !== void 0 && symbol.definitions.length > 0) return true;
        return one.bases.some((base) => hasMember(classes.get(base)));
      };
      return hasMember(owner);
    }
  };
}
var init_members = __esm({
  "src/python/members.ts"() {
    "use strict";
    init_syntax();
  }
});

// src/python/mentions.ts
function isMentioned(tree, root, name) {
  for (let node = root, end = afterOf(tree, root); node < end; node++) {
    const kind = kindOf(tree, node);
    if (kind === Kind.string_content) {
      if (wordPattern(name).test(textOf(tree, node))) return true;
    } else if (kind === Kind.identifier && textOf(tree, node) === name) {
      if (fieldOf(tree, node) === Field.attribute) return true;
      if (fieldOf(tree, node) === Field.name && kindOf(tree, parentOf(tree, node)) === Kind.keyword_argument)
        return true;
    }
  }
  return false;
}
var wordPattern;
var init_mentions = __esm({
  "src/python/mentions.ts"() {
    "use strict";
    init_syntax();
    wordPattern = (name) => new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, "u");
  }
});

// src/python/origins.ts
function originOf(tree, imports2, bindings, expression) {
  const name = dottedNameOf(tree, expression);
  if (name === void 0) return void 0;
  const binding = bindings.bindingAt(startOf(tree, expression));
  if (binding?.kind === "unbound") return `builtins.${name}`;
  if (binding?.kind !== "import") return void 0;
  const [origin] = binding.definitions.flatMap(({ node }) => imports2.originBoundAt(node) ?? []);
  const dot = name.indexOf(".");
  return origin === void 0 || dot === -1 ? origin : origin + name.slice(dot);
}
var init_origins = __esm({
  "src/python/origins.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
  }
});

// src/python/returns.ts
function givesValue(tree, { body }) {
  return hasInside(tree, body, (_3, node) => {
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
var init_returns = __esm({
  "src/python/returns.ts"() {
    "use strict";
    init_docstrings();
    init_handlers();
    init_statements();
    init_syntax();
  }
});

// src/python/text.ts
function lineStartsOf(text2) {
  const starts = [0];
  const end = text2.includes("\r") ? /\r\n?|\n/g : void 0;
  if (end === void 0) {
    for (let at3 = text2.indexOf("\n"); at3 !== -1; at3 = text2.indexOf("\n", at3 + 1)) starts.push(at3 + 1);
  } else {
    while (end.exec(text2) !== null) starts.push(end.lastIndex);
  }
  return Uint32Array.from(starts);
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
var init_text = __esm({
  "src/python/text.ts"() {
    "use strict";
  }
});

// src/python/removal.ts
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
var init_removal = __esm({
  "src/python/removal.ts"() {
    "use strict";
    init_statements();
    init_syntax();
    init_text();
  }
});

// src/python/skips.ts
function skipsOf(source) {
  const { tree, calls } = source;
  if (!/skip/i.test(tree.text)) return [];
  const called = Object.entries(REASON_PLACES).flatMap(([origin, place]) => {
    const found = origin === "skipTest" ? calls.named(origin) : calls.of(origin);
    return found.map((call2) => skipOf(tree, call2, reasonOf(tree, call2, place)));
  });
  const named = bareSkipsIn(source).map((node) => skipOf(tree, node, NO_NODE));
  return [...called, ...named].toSorted((one, other) => one.node - other.node);
}
function skipOf(tree, node, reason) {
  const isCall2 = kindOf(tree, node) === Kind.call;
  return {
    node,
    name: textOf(tree, isCall2 ? childIn(tree, node, Field.function) : node),
    hasReason: reason !== NO_NODE && stringContentOf(tree, reason)?.trim() !== ""
  };
}
function reasonOf(tree, call2, [place, ...keywords2]) {
  const given = argumentsOf(tree, call2);
  const unpacked = given.find(({ value }) => UNPACKED.has(kindOf(tree, value)));
  if (unpacked !== void 0) return unpacked.value;
  const positional = given.filter(({ keyword }) => keyword === void 0);
  const named = keywords2.map((keyword) => keywordOf(tree, call2, keyword)).find((value) => value !== NO_NODE);
  return positional[place]?.value ?? named ?? NO_NODE;
}
function bareSkipsIn({ tree, nodesOf: nodesOf2, definitions, originOf: originOf3 }) {
  const isSkip = (node) => BARE_SKIPS.has(originOf3(node) ?? "");
  const decorators = definitions.flatMap(
    ({ decorators: all }) => all.filter(({ call: call2 }) => call2 === NO_NODE).map(({ node }) => firstNamedChildOf(tree, node))
  );
  const raised = Array.from(nodesOf2(Kind.raise_statement), (statement) => firstNamedChildOf(tree, statement));
  const marks = Array.from(nodesOf2(Kind.attribute)).filter(
    (node) => tree.text.endsWith(".skip", endOf(tree, node)) && !isCalled(tree, node)
  );
  const nodes = [...decorators, ...raised, ...marks].filter(
    (node) => node !== NO_NODE && kindOf(tree, node) !== Kind.call && /skip/i.test(textOf(tree, node))
  );
  return [...new Set(nodes)].filter(isSkip);
}
var REASON_PLACES, UNPACKED, BARE_SKIPS, isCalled;
var init_skips = __esm({
  "src/python/skips.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
    REASON_PLACES = {
      "pytest.skip": [0, "reason", "msg"],
      "pytest.mark.skip": [0, "reason"],
      "unittest.skip": [0, "reason"],
      "unittest.skipIf": [1, "reason"],
      "unittest.skipUnless": [1, "reason"],
      "unittest.SkipTest": [0],
      "unittest.case.SkipTest": [0],
      skipTest: [0, "reason"]
    };
    UNPACKED = /* @__PURE__ */ new Set([Kind.list_splat, Kind.dictionary_splat]);
    BARE_SKIPS = /* @__PURE__ */ new Set([
      "pytest.mark.skip",
      "unittest.skip",
      "unittest.SkipTest",
      "unittest.case.SkipTest"
    ]);
    isCalled = (tree, node) => fieldOf(tree, node) === Field.function && kindOf(tree, parentOf(tree, node)) === Kind.call;
  }
});

// src/python/fnmatch.ts
function fnmatch(name, pattern) {
  return expressionOf2(pattern).test(name);
}
function expressionOf2(pattern) {
  const known7 = expressions.get(pattern);
  if (known7 !== void 0) return known7;
  const expression = new RegExp(`^${sourceOf2([...pattern])}$`, "su");
  expressions.set(pattern, expression);
  return expression;
}
function sourceOf2(pattern) {
  let source = "";
  for (let i = 0; i < pattern.length; i++) {
    const character2 = pattern[i] ?? "";
    const end = character2 === "[" ? endOfClass(pattern, i + 1) : -1;
    if (character2 === "*") source += ".*";
    else if (character2 === "?") source += ".";
    else if (end === -1) source += escaped(character2);
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
  const isNegated = sequence[0] === "!";
  const members = isNegated ? sequence.slice(1) : sequence;
  let source = "";
  for (let i = 0; i < members.length; i++) {
    const low = members[i] ?? "";
    const high = members[i + 1] === "-" ? members[i + 2] : void 0;
    if (high === void 0) source += escaped(low);
    else {
      if (codePoint(low) <= codePoint(high)) source += `${escaped(low)}-${escaped(high)}`;
      i += 2;
    }
  }
  if (source === "") return isNegated ? "." : "(?!)";
  return `[${isNegated ? "^" : ""}${source}]`;
}
var expressions, codePoint, escaped;
var init_fnmatch = __esm({
  "src/python/fnmatch.ts"() {
    "use strict";
    expressions = /* @__PURE__ */ new Map();
    codePoint = (character2) => character2.codePointAt(0) ?? 0;
    escaped = (character2) => `\\u{${codePoint(character2).toString(16)}}`;
  }
});

// src/python/tests.ts
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
      tests.set(definition, testOf(source, definition, testClass));
    else helpers.push(definition);
  }
  return {
    tests: [...tests.values()],
    classes: [...classes.values()],
    fixtures,
    hooks,
    helpers,
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
function isCalledWithArguments({ imports: imports2 }, { enclosing, parameters }, classes) {
  if (enclosing !== void 0 || parameters.length === 0 || imports2.hasModule("pytest")) return false;
  return [...classes.values()].some(({ framework }) => framework === "unittest");
}
function matchesConvention(name, options2) {
  return options2.some((option2) => name.startsWith(option2) || /[*?[]/.test(option2) && fnmatch(name, option2));
}
function testClassesOf(source, conventions) {
  const classes = source.definitions.filter((definition) => definition.kind === "class");
  const byName = new Map(classes.map((definition) => [definition.name, definition]));
  const constructed = new Set(source.definitions.filter(isConstructor).map(({ enclosing }) => enclosing));
  const collected = /* @__PURE__ */ new Map();
  for (const definition of classes) {
    if (!isReachable(definition, collected) || isDisabled(source.tree, definition)) continue;
    const framework = isUnittest(definition, byName, /* @__PURE__ */ new Set()) ? "unittest" : "pytest";
    const isNamed = matchesConvention(definition.name, conventions.classes) && !constructed.has(definition);
    if (framework === "unittest" || isNamed)
      collected.set(definition, { name: definition.name, definition, framework });
  }
  for (const { definition, framework } of collected.values()) {
    collectMixins(definition, framework, byName, collected);
  }
  return collected;
}
function isReachable({ enclosing }, collected) {
  return enclosing === void 0 || collected.has(enclosing);
}
function isDisabled(tree, { body }) {
  return statementsOf(tree, body).some((statement) => /^__test__\s*=\s*False$/.test(textOf(tree, statement)));
}
function isUnittest({ bases: bases2 }, byName, seen) {
  return bases2.some((base) => {
    const known7 = byName.get(base);
    if (known7 === void 0) return TEST_CASE.test(base);
    if (seen.has(known7)) return false;
    seen.add(known7);
    return isUnittest(known7, byName, seen);
  });
}
function collectMixins({ bases: bases2 }, framework, byName, collected) {
  for (const base of bases2) {
    const definition = byName.get(base);
    if (definition === void 0 || collected.has(definition)) continue;
    collected.set(definition, { name: definition.name, definition, framework });
    collectMixins(definition, framework, byName, collected);
  }
}
function fixtureOf({ tree, imports: imports2 }, definition) {
  const decorator = definition.decorators.find(({ name }) => FIXTURE.test(imports2.originOf(name)));
  if (decorator === void 0) return void 0;
  const renamed = decorator.call === NO_NODE ? void 0 : stringContentOf(tree, keywordOf(tree, decorator.call, "name"));
  return { name: renamed ?? definition.name, definition };
}
function isHook({ name, enclosing }) {
  return enclosing?.kind === "class" ? METHOD_HOOK.test(name) : MODULE_HOOK.test(name);
}
function testOf(source, definition, testClass) {
  const { tree, imports: imports2 } = source;
  const { name, nameSpan, qualifiedName, node, body, decorators } = definition;
  const isStatic = decorators.some((decorator) => decorator.name === "staticmethod");
  return {
    name,
    nameSpan,
    qualifiedName,
    node,
    body,
    definition,
    framework: testClass?.framework ?? "pytest",
    testClass,
    get parameters() {
      return definition.parameters.slice(testClass === void 0 || isStatic ? 0 : 1);
    },
    get parametrizations() {
      return [...decorators, ...testClass?.definition.decorators ?? []].flatMap(
        (decorator) => parametrizationOf(tree, imports2, decorator) ?? []
      );
    },
    get isPropertyBased() {
      return decorators.some(
        (decorator) => /^hypothesis\.(?:\w+\.)*given$/.test(imports2.originOf(decorator.name))
      );
    },
    get statementCount() {
      return statementCountOf(tree, body) - Number(docstringNodeOf(tree, body) !== NO_NODE);
    },
    get cycles() {
      return cyclesOf(tree, body, imports2);
    },
    get isEmpty() {
      return docstringNodeOf(tree, body) === NO_NODE && statementsOf(tree, body).every((statement) => doesNothing(tree, statement));
    }
  };
}
function parametrizationOf(tree, imports2, { name, call: call2 }) {
  if (call2 === NO_NODE || !/^pytest\.mark\.parametrize$/.test(imports2.originOf(name))) return void 0;
  const given = argumentsOf(tree, call2);
  const [first, second] = given.filter(({ keyword }) => keyword === void 0);
  const names = first?.value ?? keywordOf(tree, call2, "argnames");
  const rows = second?.value ?? keywordOf(tree, call2, "argvalues");
  return {
    call: call2,
    names: argumentNamesOf(tree, names),
    rows: rows !== NO_NODE && isDisplay(tree, rows) ? namedChildrenOf(tree, rows) : []
  };
}
function argumentNamesOf(tree, node) {
  if (node === NO_NODE) return [];
  const written = stringContentOf(tree, node);
  if (written !== void 0) return written.split(",").flatMap((name) => name.trim() || []);
  return isDisplay(tree, node) ? namedChildrenOf(tree, node).flatMap((name) => stringContentOf(tree, name) ?? []) : [];
}
var isConftest, isConstructor, TEST_CASE, FIXTURE, METHOD_HOOK, MODULE_HOOK, isDisplay;
var init_tests = __esm({
  "src/python/tests.ts"() {
    "use strict";
    init_assertions();
    init_docstrings();
    init_expressions();
    init_fnmatch();
    init_handlers();
    init_statements();
    init_syntax();
    isConftest = (path) => path === "conftest.py" || path.endsWith("/conftest.py");
    isConstructor = ({ name, enclosing }) => enclosing?.kind === "class" && (name === "__init__" || name === "__new__");
    TEST_CASE = /(?:TestCase|(?<=[a-z0-9])Tests?|TestBase|TestsBase|BaseTests?)(?:Base|Mixin)?$|\.Tests?$/;
    FIXTURE = /^(?:(?:pytest|pytest_asyncio|pytest_twisted|pytest_trio|py\.test)\.)?(?:async_)?(?:yield_)?fixture$/;
    METHOD_HOOK = /^(?:setUp|tearDown|setUpClass|tearDownClass|asyncSetUp|asyncTearDown|setUpTestData|runTest|setup|teardown|setup_method|teardown_method|setup_class|teardown_class)$/;
    MODULE_HOOK = /^(?:setUpModule|tearDownModule|setup_module|teardown_module|setup_function|teardown_function|setup|teardown|load_tests|pytest_\w+)$/;
    isDisplay = (tree, node) => kindOf(tree, node) === Kind.list || kindOf(tree, node) === Kind.tuple;
  }
});

// src/python/module.ts
function testModule(path, tree, conventions, parse) {
  const { text: text2 } = tree;
  const nodesOf2 = (kind) => kinds()(kind);
  const enclosing = (offset) => definitionAt(definitions(), offset);
  const lineAt = (offset) => positionAt(lineStarts(), offset).line;
  const kinds = once(() => nodesByKind(tree));
  const lineStarts = once(() => lineStartsOf(text2));
  const bindings = once(() => bind(tree));
  const imports2 = once(() => importsOf(tree, nodesOf2));
  const origin = (expression) => originOf(tree, imports2(), bindings(), expression);
  const calls = once(() => callsOf({ tree, nodesOf: nodesOf2, namesOf: imports2().namesOf, originOf: origin }));
  const definitions = once(() => definitionsOf(tree, nodesOf2));
  const members = once(
    () => membersOf({ tree, bindings: bindings(), definitions: definitions(), definitionAt: enclosing })
  );
  const attributeAssignments = once(() => attributeAssignmentsOf(tree, nodesOf2, enclosing));
  const comments = once(() => commentsOf(tree, nodesOf2, lineStarts()));
  const commentedCode = once(
    () => commentedCodeOf({
      comments: comments(),
      parse,
      lineText: module2.lineText,
      statementTextOn(line) {
        const statement = module2.statementOnLine(line);
        return statement === void 0 ? "" : textOf(tree, statement);
      }
    })
  );
  const docstrings = once(() => docstringsOf(tree, definitions()));
  const assertStatements = once(() => assertStatementsOf(tree, nodesOf2));
  const raisesBlocks = once(() => raisesBlocksOf(tree, nodesOf2, imports2()));
  const handlers = once(() => handlersOf(tree, nodesOf2));
  const skips = once(
    () => skipsOf({ tree, nodesOf: nodesOf2, calls: calls(), definitions: definitions(), originOf: origin })
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
      return imports2();
    },
    get calls() {
      return calls();
    },
    get definitions() {
      return definitions();
    },
    givenNames: () => givenNamesOf(tree, nodesOf2),
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
    get raisesBlocks() {
      return raisesBlocks();
    },
    get handlers() {
      return handlers();
    },
    get skips() {
      return skips();
    },
    isCommented(node) {
      const [first, last] = [lineAt(startOf(tree, node)), lineAt(endOf(tree, node))];
      return comments().some(
        ({ line, isOwnLine, isPragma: isPragma2 }) => !isPragma2 && (isOwnLine ? line >= first - 1 && line <= last + 1 : line >= first && line <= last)
      );
    },
    get model() {
      return model();
    },
    nodesOf: nodesOf2,
    isExplained: (handler) => isExplained(tree, handler, comments(), module2.positionAt),
    blockOf: (definition) => blockOf2(tree, definition),
    hasComment({ span, node }) {
      const [first, last] = [lineAt(span.start), lineAt(span.end)];
      const { column } = positionAt(lineStarts(), startOf(tree, node));
      return comments().some(
        (comment) => !comment.isPragma && (comment.line >= first && comment.line <= last || comment.isOwnLine && comment.line === first - 1 || comment.isOwnLine && comment.line === last + 1 && comment.column > column)
      );
    },
    definitionAt: enclosing,
    qualifiedNameAt: (offset) => enclosing(offset)?.qualifiedName ?? "",
    headerLinesAround(offset) {
      const lines = [];
      for (let outer = enclosing(offset); outer !== void 0; outer = outer.enclosing) {
        const { start, end } = headerOf(tree, outer);
        for (let line = lineAt(start); line <= lineAt(end); line++) lines.push(line);
      }
      return lines;
    },
    originOf: origin,
    valueGivenTo(target) {
      const value = valueGivenTo(tree, target);
      return value === NO_NODE ? void 0 : value;
    },
    isMentioned: (name, root) => isMentioned(tree, root, name),
    statementRemoval: (first, last) => statementRemoval(tree, lineStarts(), first, last),
    elementRemoval: (element) => elementRemoval(tree, lineStarts(), element),
    lineRemoval: (first, last) => lineRemoval(text2, lineStarts(), first, last),
    commentAfter(statement) {
      const end = endOf(tree, statement);
      const line = lineAt(end);
      return comments().find((comment) => comment.line === line && comment.span.start >= end);
    },
    docstringRemoval: (docstring, stretch) => docstringRemoval(text2, lineStarts(), docstring, stretch),
    givesValue: (definition) => givesValue(tree, definition),
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
      return next === NO_NODE || lineAt(startOf(tree, next)) > lineAt(endOf(tree, statement)) + 1;
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
var init_module = __esm({
  "src/python/module.ts"() {
    "use strict";
    init_attributes();
    init_assertions();
    init_bind();
    init_calls();
    init_commented_code();
    init_comments();
    init_definitions();
    init_docstrings();
    init_expressions();
    init_handlers();
    init_imports();
    init_kinds();
    init_members();
    init_mentions();
    init_origins();
    init_returns();
    init_raises();
    init_removal();
    init_skips();
    init_statements();
    init_syntax();
    init_tests();
    init_text();
  }
});

// src/report/text.ts
function textReport({ findings, command, fixes }, paint) {
  if (findings.length === 0) return "";
  const errors = findings.filter(({ severity }) => severity === "error");
  const warnings = findings.filter(({ severity }) => severity === "warning");
  const fixable = fixes === void 0 ? findings.filter(isFixable).length : 0;
  const shown = warnings.slice(0, WARNINGS_SHOWN);
  const hidden2 = warnings.length - shown.length;
  return [
    ...errors.flatMap((finding) => [headline(finding, paint, paint.red), ...excerpt(finding, paint)]),
    ...shown.map((finding) => headline(finding, paint, paint.yellow)),
    ...hidden2 > 0 ? [paint.dim(`and ${count2(hidden2, "more warning")}`)] : [],
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
  const shown = line.slice(margin).trimEnd().replaceAll(new RegExp("\\p{Cc}", "gu"), " ");
  if (shown === "" || shown.length > WIDEST_LINE || start.column <= margin) return [];
  const first = start.column - 1 - margin;
  const last = end.line === start.line ? end.column - 1 - margin : shown.length;
  const under = Math.max(1, widthOf(shown.slice(first, last).trimEnd()));
  return [`    ${shown}`, `    ${" ".repeat(widthOf(shown.slice(0, first)))}${paint.red("^".repeat(under))}`];
}
function widthOf(text2) {
  let width = 0;
  for (const character2 of text2) width += columnsOf(character2);
  return width;
}
function columnsOf(character2) {
  if (new RegExp("\\p{Mn}", "u").test(character2)) return 0;
  return WIDE.test(character2) ? 2 : 1;
}
function closing(errors, warnings, fixable, command) {
  const counts = [
    ...errors > 0 ? [count2(errors, "error")] : [],
    ...warnings > 0 ? [count2(warnings, "warning")] : []
  ].join(", ");
  return fixable > 0 ? `${counts}; ${fixable} fixable with \`${command}\`` : counts;
}
function count2(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
function isFixable({ fix: fix3 }) {
  return fix3 !== void 0 && ("renameTo" in fix3 || fix3.safe);
}
function displayed(path) {
  if (!/["\\\u0000-\u001f\u007f]/u.test(path)) return path;
  const escaped2 = path.replaceAll(/["\\\u0000-\u001f\u007f]/gu, (character2) => {
    const short = SHORT_ESCAPES.get(character2);
    return short ?? `\\${character2.charCodeAt(0).toString(8).padStart(3, "0")}`;
  });
  return `"${escaped2}"`;
}
var plain, WARNINGS_SHOWN, WIDEST_LINE, WIDE, SHORT_ESCAPES;
var init_text2 = __esm({
  "src/report/text.ts"() {
    "use strict";
    plain = {
      bold: (text2) => text2,
      red: (text2) => text2,
      yellow: (text2) => text2,
      dim: (text2) => text2
    };
    WARNINGS_SHOWN = 5;
    WIDEST_LINE = 120;
    WIDE = new RegExp("[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6]|\\p{Emoji_Presentation}", "u");
    SHORT_ESCAPES = /* @__PURE__ */ new Map([
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
  }
});

// src/report/json.ts
var json_exports = {};
__export(json_exports, {
  JSON_VERSION: () => JSON_VERSION,
  findingEntry: () => findingEntry,
  jsonReport: () => jsonReport
});
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
  fix: fix3,
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
    ...fix3 === void 0 ? {} : { fix: fix3 }
  };
}
var JSON_VERSION;
var init_json = __esm({
  "src/report/json.ts"() {
    "use strict";
    JSON_VERSION = 1;
  }
});

// node_modules/kleur/colors.mjs
var colors_exports = {};
__export(colors_exports, {
  $: () => $,
  bgBlack: () => bgBlack,
  bgBlue: () => bgBlue,
  bgCyan: () => bgCyan,
  bgGreen: () => bgGreen,
  bgMagenta: () => bgMagenta,
  bgRed: () => bgRed,
  bgWhite: () => bgWhite,
  bgYellow: () => bgYellow,
  black: () => black,
  blue: () => blue,
  bold: () => bold,
  cyan: () => cyan,
  dim: () => dim,
  gray: () => gray,
  green: () => green,
  grey: () => grey,
  hidden: () => hidden,
  inverse: () => inverse,
  italic: () => italic,
  magenta: () => magenta,
  red: () => red,
  reset: () => reset,
  strikethrough: () => strikethrough,
  underline: () => underline,
  white: () => white,
  yellow: () => yellow
});
function init(x3, y2) {
  let rgx = new RegExp(`\\x1b\\[${y2}m`, "g");
  let open = `\x1B[${x3}m`, close = `\x1B[${y2}m`;
  return function(txt) {
    if (!$.enabled || txt == null) return txt;
    return open + (!!~("" + txt).indexOf(close) ? txt.replace(rgx, close + open) : txt) + close;
  };
}
var FORCE_COLOR, NODE_DISABLE_COLORS, NO_COLOR, TERM, isTTY, $, reset, bold, dim, italic, underline, inverse, hidden, strikethrough, black, red, green, yellow, blue, magenta, cyan, white, gray, grey, bgBlack, bgRed, bgGreen, bgYellow, bgBlue, bgMagenta, bgCyan, bgWhite;
var init_colors = __esm({
  "node_modules/kleur/colors.mjs"() {
    isTTY = true;
    if (typeof process !== "undefined") {
      ({ FORCE_COLOR, NODE_DISABLE_COLORS, NO_COLOR, TERM } = process.env || {});
      isTTY = process.stdout && process.stdout.isTTY;
    }
    $ = {
      enabled: !NODE_DISABLE_COLORS && NO_COLOR == null && TERM !== "dumb" && (FORCE_COLOR != null && FORCE_COLOR !== "0" || isTTY)
    };
    reset = init(0, 0);
    bold = init(1, 22);
    dim = init(2, 22);
    italic = init(3, 23);
    underline = init(4, 24);
    inverse = init(7, 27);
    hidden = init(8, 28);
    strikethrough = init(9, 29);
    black = init(30, 39);
    red = init(31, 39);
    green = init(32, 39);
    yellow = init(33, 39);
    blue = init(34, 39);
    magenta = init(35, 39);
    cyan = init(36, 39);
    white = init(37, 39);
    gray = init(90, 39);
    grey = init(90, 39);
    bgBlack = init(40, 49);
    bgRed = init(41, 49);
    bgGreen = init(42, 49);
    bgYellow = init(43, 49);
    bgBlue = init(44, 49);
    bgMagenta = init(45, 49);
    bgCyan = init(46, 49);
    bgWhite = init(47, 49);
  }
});

// src/report/print.ts
async function print(report, command, host2) {
  for (const { path, reason } of report.failures)
    host2.stderr.write(`proctor: ${displayed(path)}: ${reason}
`);
  switch (command.format) {
    case "json": {
      const { jsonReport: jsonReport2 } = await Promise.resolve().then(() => (init_json(), json_exports));
      host2.stdout.write(jsonReport2(report));
      return;
    }
    case "text": {
      const findings = command.quiet ? report.findings.filter(({ severity }) => severity === "error") : report.findings;
      if (findings.length === 0) return;
      host2.stdout.write(textReport({ ...report, findings }, await paintFor(command.color, host2)));
    }
  }
}
async function paintFor(asked2, { stdout, environment }) {
  if (!(asked2 ?? isColourful(stdout, environment))) return plain;
  const { $: $4, bold: bold2, red: red2, yellow: yellow2, dim: dim2 } = await Promise.resolve().then(() => (init_colors(), colors_exports));
  $4.enabled = true;
  return { bold: bold2, red: red2, yellow: yellow2, dim: dim2 };
}
function isColourful({ isTerminal }, environment) {
  if (isSet(environment["NO_COLOR"])) return false;
  const force2 = environment["FORCE_COLOR"];
  if (isSet(force2)) return force2 !== "0" && force2 !== "false";
  return isTerminal && environment["TERM"] !== "dumb";
}
function isSet(value) {
  return value !== void 0 && value !== "";
}
var init_print = __esm({
  "src/report/print.ts"() {
    "use strict";
    init_text2();
  }
});

// src/config/active-rules.ts
function activeRules(rules2, preset2, layers) {
  return rules2.flatMap((rule) => {
    const state = layers.reduce((before, layer) => changed(before, rule, layer), presetState(rule, preset2));
    return state.isOn ? [{ rule, severity: state.severity, options: optionsOf(rule, preset2, layers) }] : [];
  });
}
function presetState(rule, preset2) {
  const own = rule.severity[preset2];
  if (own !== "off") return { isOn: true, severity: own };
  const elsewhere = ["fast", "review"].map((other) => rule.severity[other]).find((severity) => severity !== "off");
  return { isOn: false, severity: elsewhere ?? "warning" };
}
function changed({ isOn: isOn2, severity }, rule, layer) {
  if (layer.select !== void 0) isOn2 = false;
  for (const selector of ["all", rule.family, rule.id]) {
    if (layer.select?.includes(selector) === true || layer.extendSelect.includes(selector)) isOn2 = true;
    const wanted = layer.severity.get(selector);
    if (wanted === "off") isOn2 = false;
    else if (wanted !== void 0) {
      severity = wanted;
      if (selector === rule.id) isOn2 = true;
    }
    if (layer.ignore.includes(selector)) isOn2 = false;
  }
  return { isOn: isOn2, severity };
}
function optionsOf(rule, preset2, layers) {
  const set = layers.map((layer) => layer.options.get(rule.id) ?? {});
  return Object.fromEntries(
    Object.entries(rule.options).map(([name, option2]) => {
      const initial = preset2 === "review" ? option2.review : option2.default;
      return [name, set.reduce((before, options2) => merged(before, options2[name]), initial)];
    })
  );
}
function merged(before, value) {
  if (value === void 0) return before;
  if (!isTextTable(before) || !isTextTable(value)) return value;
  return Object.fromEntries(Object.entries({ ...before, ...value }).filter(([, word3]) => word3 !== ""));
}
function isTextTable(value) {
  return typeof value === "object" && !Array.isArray(value);
}
var noChange;
var init_active_rules = __esm({
  "src/config/active-rules.ts"() {
    "use strict";
    noChange = {
      select: void 0,
      extendSelect: [],
      ignore: [],
      severity: /* @__PURE__ */ new Map(),
      options: /* @__PURE__ */ new Map()
    };
  }
});

// src/rules/rule.ts
function defineRule(definition) {
  const { check: check2, options: options2, ...rest } = definition;
  return {
    ...rest,
    options: options2 ?? {},
    check: (module2, values) => check2(module2, values)
  };
}
var families;
var init_rule = __esm({
  "src/rules/rule.ts"() {
    "use strict";
    families = [
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
  }
});

// node_modules/picomatch/lib/constants.js
var require_constants = __commonJS({
  "node_modules/picomatch/lib/constants.js"(exports2, module2) {
    "use strict";
    var WIN_SLASH = "\\\\/";
    var WIN_NO_SLASH = `[^${WIN_SLASH}]`;
    var DEFAULT_MAX_EXTGLOB_RECURSION = 0;
    var DOT_LITERAL = "\\.";
    var PLUS_LITERAL = "\\+";
    var QMARK_LITERAL = "\\?";
    var SLASH_LITERAL = "\\/";
    var ONE_CHAR = "(?=.)";
    var QMARK = "[^/]";
    var END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
    var START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
    var DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
    var NO_DOT = `(?!${DOT_LITERAL})`;
    var NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
    var NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
    var NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
    var QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
    var STAR = `${QMARK}*?`;
    var SEP = "/";
    var POSIX_CHARS = {
      DOT_LITERAL,
      PLUS_LITERAL,
      QMARK_LITERAL,
      SLASH_LITERAL,
      ONE_CHAR,
      QMARK,
      END_ANCHOR,
      DOTS_SLASH,
      NO_DOT,
      NO_DOTS,
      NO_DOT_SLASH,
      NO_DOTS_SLASH,
      QMARK_NO_DOT,
      STAR,
      START_ANCHOR,
      SEP
    };
    var WINDOWS_CHARS = {
      ...POSIX_CHARS,
      SLASH_LITERAL: `[${WIN_SLASH}]`,
      QMARK: WIN_NO_SLASH,
      STAR: `${WIN_NO_SLASH}*?`,
      DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
      NO_DOT: `(?!${DOT_LITERAL})`,
      NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
      NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
      START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
      END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
      SEP: "\\"
    };
    var POSIX_REGEX_SOURCE = {
      __proto__: null,
      alnum: "a-zA-Z0-9",
      alpha: "a-zA-Z",
      ascii: "\\x00-\\x7F",
      blank: " \\t",
      cntrl: "\\x00-\\x1F\\x7F",
      digit: "0-9",
      graph: "\\x21-\\x7E",
      lower: "a-z",
      print: "\\x20-\\x7E ",
      punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
      space: " \\t\\r\\n\\v\\f",
      upper: "A-Z",
      word: "A-Za-z0-9_",
      xdigit: "A-Fa-f0-9"
    };
    module2.exports = {
      DEFAULT_MAX_EXTGLOB_RECURSION,
      MAX_LENGTH: 1024 * 64,
      POSIX_REGEX_SOURCE,
      // regular expressions
      REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
      REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
      REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
      REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
      REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
      REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
      // Replace globs with equivalent patterns to reduce parsing time.
      REPLACEMENTS: {
        __proto__: null,
        "***": "*",
        "**/**": "**",
        "**/**/**": "**"
      },
      // Digits
      CHAR_0: 48,
      /* 0 */
      CHAR_9: 57,
      /* 9 */
      // Alphabet chars.
      CHAR_UPPERCASE_A: 65,
      /* A */
      CHAR_LOWERCASE_A: 97,
      /* a */
      CHAR_UPPERCASE_Z: 90,
      /* Z */
      CHAR_LOWERCASE_Z: 122,
      /* z */
      CHAR_LEFT_PARENTHESES: 40,
      /* ( */
      CHAR_RIGHT_PARENTHESES: 41,
      /* ) */
      CHAR_ASTERISK: 42,
      /* * */
      // Non-alphabetic chars.
      CHAR_AMPERSAND: 38,
      /* & */
      CHAR_AT: 64,
      /* @ */
      CHAR_BACKWARD_SLASH: 92,
      /* \ */
      CHAR_CARRIAGE_RETURN: 13,
      /* \r */
      CHAR_CIRCUMFLEX_ACCENT: 94,
      /* ^ */
      CHAR_COLON: 58,
      /* : */
      CHAR_COMMA: 44,
      /* , */
      CHAR_DOT: 46,
      /* . */
      CHAR_DOUBLE_QUOTE: 34,
      /* " */
      CHAR_EQUAL: 61,
      /* = */
      CHAR_EXCLAMATION_MARK: 33,
      /* ! */
      CHAR_FORM_FEED: 12,
      /* \f */
      CHAR_FORWARD_SLASH: 47,
      /* / */
      CHAR_GRAVE_ACCENT: 96,
      /* ` */
      CHAR_HASH: 35,
      /* # */
      CHAR_HYPHEN_MINUS: 45,
      /* - */
      CHAR_LEFT_ANGLE_BRACKET: 60,
      /* < */
      CHAR_LEFT_CURLY_BRACE: 123,
      /* { */
      CHAR_LEFT_SQUARE_BRACKET: 91,
      /* [ */
      CHAR_LINE_FEED: 10,
      /* \n */
      CHAR_NO_BREAK_SPACE: 160,
      /* \u00A0 */
      CHAR_PERCENT: 37,
      /* % */
      CHAR_PLUS: 43,
      /* + */
      CHAR_QUESTION_MARK: 63,
      /* ? */
      CHAR_RIGHT_ANGLE_BRACKET: 62,
      /* > */
      CHAR_RIGHT_CURLY_BRACE: 125,
      /* } */
      CHAR_RIGHT_SQUARE_BRACKET: 93,
      /* ] */
      CHAR_SEMICOLON: 59,
      /* ; */
      CHAR_SINGLE_QUOTE: 39,
      /* ' */
      CHAR_SPACE: 32,
      /*   */
      CHAR_TAB: 9,
      /* \t */
      CHAR_UNDERSCORE: 95,
      /* _ */
      CHAR_VERTICAL_LINE: 124,
      /* | */
      CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
      /* \uFEFF */
      /**
       * Create EXTGLOB_CHARS
       */
      extglobChars(chars) {
        return {
          "!": { type: "negate", open: "(?:(?!(?:", close: `))${chars.STAR})` },
          "?": { type: "qmark", open: "(?:", close: ")?" },
          "+": { type: "plus", open: "(?:", close: ")+" },
          "*": { type: "star", open: "(?:", close: ")*" },
          "@": { type: "at", open: "(?:", close: ")" }
        };
      },
      /**
       * Create GLOB_CHARS
       */
      globChars(win32) {
        return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
      }
    };
  }
});

// node_modules/picomatch/lib/utils.js
var require_utils = __commonJS({
  "node_modules/picomatch/lib/utils.js"(exports2) {
    "use strict";
    var {
      REGEX_BACKSLASH,
      REGEX_REMOVE_BACKSLASH,
      REGEX_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_GLOBAL
    } = require_constants();
    exports2.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
    exports2.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
    exports2.isRegexChar = (str) => str.length === 1 && exports2.hasRegexChars(str);
    exports2.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
    exports2.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
    exports2.isWindows = () => {
      if (typeof navigator !== "undefined" && navigator.platform) {
        const platform = navigator.platform.toLowerCase();
        return platform === "win32" || platform === "windows";
      }
      if (typeof process !== "undefined" && process.platform) {
        return process.platform === "win32";
      }
      return false;
    };
    exports2.removeBackslashes = (str) => {
      return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
        return match === "\\" ? "" : match;
      });
    };
    exports2.escapeLast = (input, char, lastIdx) => {
      const idx = input.lastIndexOf(char, lastIdx);
      if (idx === -1) return input;
      if (input[idx - 1] === "\\") return exports2.escapeLast(input, char, idx - 1);
      return `${input.slice(0, idx)}\\${input.slice(idx)}`;
    };
    exports2.removePrefix = (input, state = {}) => {
      let output3 = input;
      if (output3.startsWith("./")) {
        output3 = output3.slice(2);
        state.prefix = "./";
      }
      return output3;
    };
    exports2.wrapOutput = (input, state = {}, options2 = {}) => {
      const prepend = options2.contains ? "" : "^";
      const append = options2.contains ? "" : "$";
      let output3 = `${prepend}(?:${input})${append}`;
      if (state.negated === true) {
        output3 = `(?:^(?!${output3}).*$)`;
      }
      return output3;
    };
    exports2.basename = (path, { windows } = {}) => {
      const segs = path.split(windows ? /[\\/]/ : "/");
      const last = segs[segs.length - 1];
      if (last === "") {
        return segs[segs.length - 2];
      }
      return last;
    };
  }
});

// node_modules/picomatch/lib/scan.js
var require_scan = __commonJS({
  "node_modules/picomatch/lib/scan.js"(exports2, module2) {
    "use strict";
    var utils = require_utils();
    var {
      CHAR_ASTERISK,
      /* * */
      CHAR_AT,
      /* @ */
      CHAR_BACKWARD_SLASH,
      /* \ */
      CHAR_COMMA,
      /* , */
      CHAR_DOT,
      /* . */
      CHAR_EXCLAMATION_MARK,
      /* ! */
      CHAR_FORWARD_SLASH,
      /* / */
      CHAR_LEFT_CURLY_BRACE,
      /* { */
      CHAR_LEFT_PARENTHESES,
      /* ( */
      CHAR_LEFT_SQUARE_BRACKET,
      /* [ */
      CHAR_PLUS,
      /* + */
      CHAR_QUESTION_MARK,
      /* ? */
      CHAR_RIGHT_CURLY_BRACE,
      /* } */
      CHAR_RIGHT_PARENTHESES,
      /* ) */
      CHAR_RIGHT_SQUARE_BRACKET
      /* ] */
    } = require_constants();
    var isPathSeparator = (code2) => {
      return code2 === CHAR_FORWARD_SLASH || code2 === CHAR_BACKWARD_SLASH;
    };
    var depth = (token) => {
      if (token.isPrefix !== true) {
        token.depth = token.isGlobstar ? Infinity : 1;
      }
    };
    var scan2 = (input, options2) => {
      const opts = options2 || {};
      const length = input.length - 1;
      const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
      const slashes = [];
      const tokens = [];
      const parts = [];
      let str = input;
      let index = -1;
      let start = 0;
      let lastIndex = 0;
      let isBrace = false;
      let isBracket = false;
      let isGlob = false;
      let isExtglob = false;
      let isGlobstar = false;
      let braceEscaped = false;
      let backslashes = false;
      let negated = false;
      let negatedExtglob = false;
      let finished2 = false;
      let braces = 0;
      let prev;
      let code2;
      let token = { value: "", depth: 0, isGlob: false };
      const eos = () => index >= length;
      const peek = () => str.charCodeAt(index + 1);
      const advance = () => {
        prev = code2;
        return str.charCodeAt(++index);
      };
      while (index < length) {
        code2 = advance();
        let next;
        if (code2 === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          code2 = advance();
          if (code2 === CHAR_LEFT_CURLY_BRACE) {
            braceEscaped = true;
          }
          continue;
        }
        if (braceEscaped === true || code2 === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          while (eos() !== true && (code2 = advance())) {
            if (code2 === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (code2 === CHAR_LEFT_CURLY_BRACE) {
              braces++;
              continue;
            }
            if (braceEscaped !== true && code2 === CHAR_DOT && (code2 = advance()) === CHAR_DOT) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished2 = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (braceEscaped !== true && code2 === CHAR_COMMA) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished2 = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (code2 === CHAR_RIGHT_CURLY_BRACE) {
              braces--;
              if (braces === 0) {
                braceEscaped = false;
                isBrace = token.isBrace = true;
                finished2 = true;
                break;
              }
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code2 === CHAR_FORWARD_SLASH) {
          slashes.push(index);
          tokens.push(token);
          token = { value: "", depth: 0, isGlob: false };
          if (finished2 === true) continue;
          if (prev === CHAR_DOT && index === start + 1) {
            start += 2;
            continue;
          }
          lastIndex = index + 1;
          continue;
        }
        if (opts.noext !== true) {
          const isExtglobChar = code2 === CHAR_PLUS || code2 === CHAR_AT || code2 === CHAR_ASTERISK || code2 === CHAR_QUESTION_MARK || code2 === CHAR_EXCLAMATION_MARK;
          if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
            isGlob = token.isGlob = true;
            isExtglob = token.isExtglob = true;
            finished2 = true;
            if (code2 === CHAR_EXCLAMATION_MARK && index === start) {
              negatedExtglob = true;
            }
            if (scanToEnd === true) {
              let parens = 0;
              while (eos() !== true && (code2 = advance())) {
                if (code2 === CHAR_BACKWARD_SLASH) {
                  backslashes = token.backslashes = true;
                  advance();
                  continue;
                }
                if (code2 === CHAR_LEFT_PARENTHESES) {
                  parens++;
                  continue;
                }
                if (code2 === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                  finished2 = true;
                  break;
                }
              }
              continue;
            }
            break;
          }
        }
        if (code2 === CHAR_ASTERISK) {
          if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
          isGlob = token.isGlob = true;
          finished2 = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code2 === CHAR_QUESTION_MARK) {
          isGlob = token.isGlob = true;
          finished2 = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code2 === CHAR_LEFT_SQUARE_BRACKET) {
          while (eos() !== true && (next = advance())) {
            if (next === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (next === CHAR_RIGHT_SQUARE_BRACKET) {
              isBracket = token.isBracket = true;
              isGlob = token.isGlob = true;
              finished2 = true;
              break;
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (opts.nonegate !== true && code2 === CHAR_EXCLAMATION_MARK && index === start) {
          negated = token.negated = true;
          start++;
          continue;
        }
        if (opts.noparen !== true && code2 === CHAR_LEFT_PARENTHESES) {
          isGlob = token.isGlob = true;
          if (scanToEnd === true) {
            let parens = 1;
            while (eos() !== true && (code2 = advance())) {
              if (code2 === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = true;
                advance();
                continue;
              }
              if (code2 === CHAR_LEFT_PARENTHESES) {
                parens++;
                continue;
              }
              if (code2 === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                finished2 = true;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (isGlob === true) {
          finished2 = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
      }
      if (opts.noext === true) {
        isExtglob = false;
        isGlob = false;
      }
      let base = str;
      let prefix = "";
      let glob2 = "";
      if (start > 0) {
        prefix = str.slice(0, start);
        str = str.slice(start);
        lastIndex -= start;
      }
      if (base && isGlob === true && lastIndex > 0) {
        base = str.slice(0, lastIndex);
        glob2 = str.slice(lastIndex);
      } else if (isGlob === true) {
        base = "";
        glob2 = str;
      } else {
        base = str;
      }
      if (base && base !== "" && base !== "/" && base !== str) {
        if (isPathSeparator(base.charCodeAt(base.length - 1))) {
          base = base.slice(0, -1);
        }
      }
      if (opts.unescape === true) {
        if (glob2) glob2 = utils.removeBackslashes(glob2);
        if (base && backslashes === true) {
          base = utils.removeBackslashes(base);
        }
      }
      const state = {
        prefix,
        input,
        start,
        base,
        glob: glob2,
        isBrace,
        isBracket,
        isGlob,
        isExtglob,
        isGlobstar,
        negated,
        negatedExtglob
      };
      if (opts.tokens === true) {
        state.maxDepth = 0;
        if (!isPathSeparator(code2)) {
          tokens.push(token);
        }
        state.tokens = tokens;
      }
      if (opts.parts === true || opts.tokens === true) {
        let prevIndex;
        for (let idx = 0; idx < slashes.length; idx++) {
          const n2 = prevIndex !== void 0 ? prevIndex + 1 : start;
          const i = slashes[idx];
          const value2 = input.slice(n2, i);
          if (opts.tokens) {
            if (idx === 0 && start !== 0) {
              tokens[idx].isPrefix = true;
              tokens[idx].value = prefix;
            } else {
              tokens[idx].value = value2;
            }
            depth(tokens[idx]);
            state.maxDepth += tokens[idx].depth;
          }
          if (i >= start) {
            parts.push(value2);
            prevIndex = i;
          }
        }
        const n = prevIndex !== void 0 ? prevIndex + 1 : start;
        const value = input.slice(n);
        parts.push(value);
        if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
          tokens[tokens.length - 1].value = value;
          depth(tokens[tokens.length - 1]);
          state.maxDepth += tokens[tokens.length - 1].depth;
        }
        state.slashes = slashes;
        state.parts = parts;
      }
      return state;
    };
    module2.exports = scan2;
  }
});

// node_modules/picomatch/lib/parse.js
var require_parse = __commonJS({
  "node_modules/picomatch/lib/parse.js"(exports2, module2) {
    "use strict";
    var constants = require_constants();
    var utils = require_utils();
    var {
      MAX_LENGTH,
      POSIX_REGEX_SOURCE,
      REGEX_NON_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_BACKREF,
      REPLACEMENTS
    } = constants;
    var expandRange = (args, options2) => {
      if (typeof options2.expandRange === "function") {
        return options2.expandRange(...args, options2);
      }
      args.sort();
      const value = `[${args.join("-")}]`;
      try {
        new RegExp(value);
      } catch (ex) {
        return args.map((v2) => utils.escapeRegex(v2)).join("..");
      }
      return value;
    };
    var syntaxError = (type, char) => {
      return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
    };
    var splitTopLevel = (input) => {
      const parts = [];
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let value = "";
      let escaped2 = false;
      for (const ch of input) {
        if (escaped2 === true) {
          value += ch;
          escaped2 = false;
          continue;
        }
        if (ch === "\\") {
          value += ch;
          escaped2 = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          value += ch;
          continue;
        }
        if (quote === 0) {
          if (ch === "[") {
            bracket++;
          } else if (ch === "]" && bracket > 0) {
            bracket--;
          } else if (bracket === 0) {
            if (ch === "(") {
              paren++;
            } else if (ch === ")" && paren > 0) {
              paren--;
            } else if (ch === "|" && paren === 0) {
              parts.push(value);
              value = "";
              continue;
            }
          }
        }
        value += ch;
      }
      parts.push(value);
      return parts;
    };
    var isPlainBranch = (branch) => {
      let escaped2 = false;
      for (const ch of branch) {
        if (escaped2 === true) {
          escaped2 = false;
          continue;
        }
        if (ch === "\\") {
          escaped2 = true;
          continue;
        }
        if (/[?*+@!()[\]{}]/.test(ch)) {
          return false;
        }
      }
      return true;
    };
    var normalizeSimpleBranch = (branch) => {
      let value = branch.trim();
      let changed3 = true;
      while (changed3 === true) {
        changed3 = false;
        if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
          value = value.slice(2, -1);
          changed3 = true;
        }
      }
      if (!isPlainBranch(value)) {
        return;
      }
      return value.replace(/\\(.)/g, "$1");
    };
    var hasRepeatedCharPrefixOverlap = (branches) => {
      const values = branches.map(normalizeSimpleBranch).filter(Boolean);
      for (let i = 0; i < values.length; i++) {
        for (let j3 = i + 1; j3 < values.length; j3++) {
          const a = values[i];
          const b3 = values[j3];
          const char = a[0];
          if (!char || a !== char.repeat(a.length) || b3 !== char.repeat(b3.length)) {
            continue;
          }
          if (a === b3 || a.startsWith(b3) || b3.startsWith(a)) {
            return true;
          }
        }
      }
      return false;
    };
    var parseRepeatedExtglob = (pattern, requireEnd = true) => {
      if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") {
        return;
      }
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let escaped2 = false;
      for (let i = 1; i < pattern.length; i++) {
        const ch = pattern[i];
        if (escaped2 === true) {
          escaped2 = false;
          continue;
        }
        if (ch === "\\") {
          escaped2 = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          continue;
        }
        if (quote === 1) {
          continue;
        }
        if (ch === "[") {
          bracket++;
          continue;
        }
        if (ch === "]" && bracket > 0) {
          bracket--;
          continue;
        }
        if (bracket > 0) {
          continue;
        }
        if (ch === "(") {
          paren++;
          continue;
        }
        if (ch === ")") {
          paren--;
          if (paren === 0) {
            if (requireEnd === true && i !== pattern.length - 1) {
              return;
            }
            return {
              type: pattern[0],
              body: pattern.slice(2, i),
              end: i
            };
          }
        }
      }
    };
    var buildCharClassStar = (chars) => {
      const source = chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`;
      return `${source}*`;
    };
    var getStarExtglobSequenceChars = (pattern) => {
      let index = 0;
      const chars = [];
      while (index < pattern.length) {
        const match = parseRepeatedExtglob(pattern.slice(index), false);
        if (!match || match.type !== "*") {
          return;
        }
        const branches = splitTopLevel(match.body).map((branch2) => branch2.trim());
        if (branches.length !== 1) {
          return;
        }
        const branch = normalizeSimpleBranch(branches[0]);
        if (!branch || branch.length !== 1) {
          return;
        }
        chars.push(branch);
        index += match.end + 1;
      }
      if (chars.length < 1) {
        return;
      }
      return chars;
    };
    var repeatedExtglobRecursion = (pattern) => {
      let depth = 0;
      let value = pattern.trim();
      let match = parseRepeatedExtglob(value);
      while (match) {
        depth++;
        value = match.body.trim();
        match = parseRepeatedExtglob(value);
      }
      return depth;
    };
    var analyzeRepeatedExtglob = (body, options2) => {
      if (options2.maxExtglobRecursion === false) {
        return { risky: false };
      }
      const max = typeof options2.maxExtglobRecursion === "number" ? options2.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
      const branches = splitTopLevel(body).map((branch) => branch.trim());
      if (branches.length > 1) {
        if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) {
          return { risky: true };
        }
      }
      const safeChars = [];
      let sawStarSequence = false;
      let combinable = true;
      for (const branch of branches) {
        const chars = getStarExtglobSequenceChars(branch);
        if (chars) {
          sawStarSequence = true;
          safeChars.push(...chars);
          continue;
        }
        const literal = normalizeSimpleBranch(branch);
        if (literal && literal.length === 1) {
          safeChars.push(literal);
          continue;
        }
        combinable = false;
        if (repeatedExtglobRecursion(branch) > max) {
          return { risky: true };
        }
      }
      if (sawStarSequence) {
        return combinable ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) } : { risky: true };
      }
      return { risky: false };
    };
    var parse = (input, options2) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected a string");
      }
      input = REPLACEMENTS[input] || input;
      const opts = { ...options2 };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      let len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      const bos = { type: "bos", value: "", output: opts.prepend || "" };
      const tokens = [bos];
      const capture = opts.capture ? "" : "?:";
      const PLATFORM_CHARS = constants.globChars(opts.windows);
      const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
      const {
        DOT_LITERAL,
        PLUS_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOT_SLASH,
        NO_DOTS_SLASH,
        QMARK,
        QMARK_NO_DOT,
        STAR,
        START_ANCHOR
      } = PLATFORM_CHARS;
      const globstar = (opts2) => {
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const nodot = opts.dot ? "" : NO_DOT;
      const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
      let star = opts.bash === true ? globstar(opts) : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      if (typeof opts.noext === "boolean") {
        opts.noextglob = opts.noext;
      }
      const state = {
        input,
        index: -1,
        start: 0,
        dot: opts.dot === true,
        consumed: "",
        output: "",
        prefix: "",
        backtrack: false,
        negated: false,
        brackets: 0,
        braces: 0,
        parens: 0,
        quotes: 0,
        globstar: false,
        tokens
      };
      input = utils.removePrefix(input, state);
      len = input.length;
      const extglobs = [];
      const braces = [];
      const stack = [];
      let prev = bos;
      let value;
      const eos = () => state.index === len - 1;
      const peek = state.peek = (n = 1) => input[state.index + n];
      const advance = state.advance = () => input[++state.index] || "";
      const remaining = () => input.slice(state.index + 1);
      const consume = (value2 = "", num = 0) => {
        state.consumed += value2;
        state.index += num;
      };
      const append = (token) => {
        state.output += token.output != null ? token.output : token.value;
        consume(token.value);
      };
      const negate = () => {
        let count3 = 1;
        while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
          advance();
          state.start++;
          count3++;
        }
        if (count3 % 2 === 0) {
          return false;
        }
        state.negated = true;
        state.start++;
        return true;
      };
      const increment = (type) => {
        state[type]++;
        stack.push(type);
      };
      const decrement = (type) => {
        state[type]--;
        stack.pop();
      };
      const push = (tok) => {
        if (prev.type === "globstar") {
          const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
          const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
          if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
            state.output = state.output.slice(0, -prev.output.length);
            prev.type = "star";
            prev.value = "*";
            prev.output = star;
            state.output += prev.output;
          }
        }
        if (extglobs.length && tok.type !== "paren") {
          extglobs[extglobs.length - 1].inner += tok.value;
        }
        if (tok.value || tok.output) append(tok);
        if (prev && prev.type === "text" && tok.type === "text") {
          prev.output = (prev.output || prev.value) + tok.value;
          prev.value += tok.value;
          return;
        }
        tok.prev = prev;
        tokens.push(tok);
        prev = tok;
      };
      const extglobOpen = (type, value2) => {
        const token = { ...EXTGLOB_CHARS[value2], conditions: 1, inner: "" };
        token.prev = prev;
        token.parens = state.parens;
        token.output = state.output;
        token.startIndex = state.index;
        token.tokensIndex = tokens.length;
        const output3 = (opts.capture ? "(" : "") + token.open;
        increment("parens");
        push({ type, value: value2, output: state.output ? "" : ONE_CHAR });
        push({ type: "paren", extglob: true, value: advance(), output: output3 });
        extglobs.push(token);
      };
      const extglobClose = (token) => {
        const literal = input.slice(token.startIndex, state.index + 1);
        const body = input.slice(token.startIndex + 2, state.index);
        const analysis = analyzeRepeatedExtglob(body, opts);
        if ((token.type === "plus" || token.type === "star") && analysis.risky) {
          const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
          const open = tokens[token.tokensIndex];
          open.type = "text";
          open.value = literal;
          open.output = safeOutput || utils.escapeRegex(literal);
          for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
            tokens[i].value = "";
            tokens[i].output = "";
            delete tokens[i].suffix;
          }
          state.output = token.output + open.output;
          state.backtrack = true;
          push({ type: "paren", extglob: true, value, output: "" });
          decrement("parens");
          return;
        }
        let output3 = token.close + (opts.capture ? ")" : "");
        let rest;
        if (token.type === "negate") {
          let extglobStar = star;
          if (token.inner && token.inner.length > 1 && token.inner.includes("/")) {
            extglobStar = globstar(opts);
          }
          if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
            output3 = token.close = `)$))${extglobStar}`;
          }
          if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
            const expression = parse(rest, { ...options2, fastpaths: false }).output;
            output3 = token.close = `)${expression})${extglobStar})`;
          }
          if (token.prev.type === "bos") {
            state.negatedExtglob = true;
          }
        }
        push({ type: "paren", extglob: true, value, output: output3 });
        decrement("parens");
      };
      if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
        let backslashes = false;
        let output3 = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m2, esc, chars, first, rest, index) => {
          if (first === "\\") {
            backslashes = true;
            return m2;
          }
          if (first === "?") {
            if (esc) {
              return esc + first + (rest ? QMARK.repeat(rest.length) : "");
            }
            if (index === 0) {
              return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
            }
            return QMARK.repeat(chars.length);
          }
          if (first === ".") {
            return DOT_LITERAL.repeat(chars.length);
          }
          if (first === "*") {
            if (esc) {
              return esc + first + (rest ? star : "");
            }
            return star;
          }
          return esc ? m2 : `\\${m2}`;
        });
        if (backslashes === true) {
          if (opts.unescape === true) {
            output3 = output3.replace(/\\/g, "");
          } else {
            output3 = output3.replace(/\\+/g, (m2) => {
              return m2.length % 2 === 0 ? "\\\\" : m2 ? "\\" : "";
            });
          }
        }
        if (output3 === input && opts.contains === true) {
          state.output = input;
          return state;
        }
        state.output = utils.wrapOutput(output3, state, options2);
        return state;
      }
      while (!eos()) {
        value = advance();
        if (value === "\0") {
          continue;
        }
        if (value === "\\") {
          const next = peek();
          if (next === "/" && opts.bash !== true) {
            continue;
          }
          if (next === "." || next === ";") {
            continue;
          }
          if (!next) {
            value += "\\";
            push({ type: "text", value });
            continue;
          }
          const match = /^\\+/.exec(remaining());
          let slashes = 0;
          if (match && match[0].length > 2) {
            slashes = match[0].length;
            state.index += slashes;
            if (slashes % 2 !== 0) {
              value += "\\";
            }
          }
          if (opts.unescape === true) {
            value = advance();
          } else {
            value += advance();
          }
          if (state.brackets === 0) {
            push({ type: "text", value });
            continue;
          }
        }
        if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
          if (opts.posix !== false && value === ":") {
            const inner = prev.value.slice(1);
            if (inner.includes("[")) {
              prev.posix = true;
              if (inner.includes(":")) {
                const idx = prev.value.lastIndexOf("[");
                const pre = prev.value.slice(0, idx);
                const rest2 = prev.value.slice(idx + 2);
                const posix2 = POSIX_REGEX_SOURCE[rest2];
                if (posix2) {
                  prev.value = pre + posix2;
                  state.backtrack = true;
                  advance();
                  if (!bos.output && tokens.indexOf(prev) === 1) {
                    bos.output = ONE_CHAR;
                  }
                  continue;
                }
              }
            }
          }
          if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") {
            value = `\\${value}`;
          }
          if (value === "]" && (prev.value === "[" || prev.value === "[^")) {
            value = `\\${value}`;
          }
          if (opts.posix === true && value === "!" && prev.value === "[") {
            value = "^";
          }
          prev.value += value;
          append({ value });
          continue;
        }
        if (state.quotes === 1 && value !== '"') {
          value = utils.escapeRegex(value);
          prev.value += value;
          append({ value });
          continue;
        }
        if (value === '"') {
          state.quotes = state.quotes === 1 ? 0 : 1;
          if (opts.keepQuotes === true) {
            push({ type: "text", value });
          }
          continue;
        }
        if (value === "(") {
          increment("parens");
          push({ type: "paren", value });
          continue;
        }
        if (value === ")") {
          if (state.parens === 0 && opts.strictBrackets === true) {
            throw new SyntaxError(syntaxError("opening", "("));
          }
          const extglob = extglobs[extglobs.length - 1];
          if (extglob && state.parens === extglob.parens + 1) {
            extglobClose(extglobs.pop());
            continue;
          }
          push({ type: "paren", value, output: state.parens ? ")" : "\\)" });
          decrement("parens");
          continue;
        }
        if (value === "[") {
          if (opts.nobracket === true || !remaining().includes("]")) {
            if (opts.nobracket !== true && opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("closing", "]"));
            }
            value = `\\${value}`;
          } else {
            increment("brackets");
          }
          push({ type: "bracket", value });
          continue;
        }
        if (value === "]") {
          if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          if (state.brackets === 0) {
            if (opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("opening", "["));
            }
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          decrement("brackets");
          const prevValue = prev.value.slice(1);
          if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) {
            value = `/${value}`;
          }
          prev.value += value;
          append({ value });
          if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
            continue;
          }
          const escaped2 = utils.escapeRegex(prev.value);
          state.output = state.output.slice(0, -prev.value.length);
          if (opts.literalBrackets === true) {
            state.output += escaped2;
            prev.value = escaped2;
            continue;
          }
          prev.value = `(${capture}${escaped2}|${prev.value})`;
          state.output += prev.value;
          continue;
        }
        if (value === "{" && opts.nobrace !== true) {
          increment("braces");
          const open = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces.push(open);
          push(open);
          continue;
        }
        if (value === "}") {
          const brace = braces[braces.length - 1];
          if (opts.nobrace === true || !brace) {
            push({ type: "text", value, output: value });
            continue;
          }
          let output3 = ")";
          if (brace.dots === true) {
            const arr = tokens.slice();
            const range = [];
            for (let i = arr.length - 1; i >= 0; i--) {
              tokens.pop();
              if (arr[i].type === "brace") {
                break;
              }
              if (arr[i].type !== "dots") {
                range.unshift(arr[i].value);
              }
            }
            output3 = expandRange(range, opts);
            state.backtrack = true;
          }
          if (brace.comma !== true && brace.dots !== true) {
            const out = state.output.slice(0, brace.outputIndex);
            const toks = state.tokens.slice(brace.tokensIndex);
            brace.value = brace.output = "\\{";
            value = output3 = "\\}";
            state.output = out;
            for (const t2 of toks) {
              state.output += t2.output || t2.value;
            }
          }
          push({ type: "brace", value, output: output3 });
          decrement("braces");
          braces.pop();
          continue;
        }
        if (value === "|") {
          if (extglobs.length > 0) {
            extglobs[extglobs.length - 1].conditions++;
          }
          push({ type: "text", value });
          continue;
        }
        if (value === ",") {
          let output3 = value;
          const brace = braces[braces.length - 1];
          if (brace && stack[stack.length - 1] === "braces") {
            brace.comma = true;
            output3 = "|";
          }
          push({ type: "comma", value, output: output3 });
          continue;
        }
        if (value === "/") {
          if (prev.type === "dot" && state.index === state.start + 1) {
            state.start = state.index + 1;
            state.consumed = "";
            state.output = "";
            tokens.pop();
            prev = bos;
            continue;
          }
          push({ type: "slash", value, output: SLASH_LITERAL });
          continue;
        }
        if (value === ".") {
          if (state.braces > 0 && prev.type === "dot") {
            if (prev.value === ".") prev.output = DOT_LITERAL;
            const brace = braces[braces.length - 1];
            prev.type = "dots";
            prev.output += value;
            prev.value += value;
            brace.dots = true;
            continue;
          }
          if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
            push({ type: "text", value, output: DOT_LITERAL });
            continue;
          }
          push({ type: "dot", value, output: DOT_LITERAL });
          continue;
        }
        if (value === "?") {
          const isGroup = prev && prev.value === "(";
          if (!isGroup && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("qmark", value);
            continue;
          }
          if (prev && prev.type === "paren") {
            const next = peek();
            let output3 = value;
            if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) {
              output3 = `\\${value}`;
            }
            push({ type: "text", value, output: output3 });
            continue;
          }
          if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
            push({ type: "qmark", value, output: QMARK_NO_DOT });
            continue;
          }
          push({ type: "qmark", value, output: QMARK });
          continue;
        }
        if (value === "!") {
          if (opts.noextglob !== true && peek() === "(") {
            if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
              extglobOpen("negate", value);
              continue;
            }
          }
          if (opts.nonegate !== true && state.index === 0) {
            negate();
            continue;
          }
        }
        if (value === "+") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("plus", value);
            continue;
          }
          if (prev && prev.value === "(" || opts.regex === false) {
            push({ type: "plus", value, output: PLUS_LITERAL });
            continue;
          }
          if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
            push({ type: "plus", value });
            continue;
          }
          push({ type: "plus", value: PLUS_LITERAL });
          continue;
        }
        if (value === "@") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            push({ type: "at", extglob: true, value, output: "" });
            continue;
          }
          push({ type: "text", value });
          continue;
        }
        if (value !== "*") {
          if (value === "$" || value === "^") {
            value = `\\${value}`;
          }
          const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
          if (match) {
            value += match[0];
            state.index += match[0].length;
          }
          push({ type: "text", value });
          continue;
        }
        if (prev && (prev.type === "globstar" || prev.star === true)) {
          prev.type = "star";
          prev.star = true;
          prev.value += value;
          prev.output = star;
          state.backtrack = true;
          state.globstar = true;
          consume(value);
          continue;
        }
        let rest = remaining();
        if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
          extglobOpen("star", value);
          continue;
        }
        if (prev.type === "star") {
          if (opts.noglobstar === true) {
            consume(value);
            continue;
          }
          const prior = prev.prev;
          const before = prior.prev;
          const isStart = prior.type === "slash" || prior.type === "bos";
          const afterStar = before && (before.type === "star" || before.type === "globstar");
          if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
            push({ type: "star", value, output: "" });
            continue;
          }
          const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
          const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
          if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
            push({ type: "star", value, output: "" });
            continue;
          }
          while (rest.slice(0, 3) === "/**") {
            const after = input[state.index + 4];
            if (after && after !== "/") {
              break;
            }
            rest = rest.slice(3);
            consume("/**", 3);
          }
          const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
          if (prior.type === "bos" && eos()) {
            prev.type = "globstar";
            prev.value += value;
            prev.output = globstar(opts);
            state.output = prev.output;
            state.globstar = true;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
            prev.value += value;
            state.globstar = true;
            state.output += prior.output + prev.output;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
            const end = rest[1] !== void 0 ? "|$" : "";
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
            prev.value += value;
            state.output += prior.output + prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          if (prior.type === "bos" && rest[0] === "/") {
            prev.type = "globstar";
            prev.value += value;
            prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
            state.output = prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          state.output = state.output.slice(0, -prev.output.length);
          prev.type = "globstar";
          prev.output = globstar(opts);
          prev.value += value;
          state.output += prev.output;
          state.globstar = true;
          consume(value);
          continue;
        }
        const token = { type: "star", value, output: star };
        if (opts.bash === true) {
          token.output = ".*?";
          if (prev.type === "bos" || prev.type === "slash") {
            token.output = nodot + token.output;
          }
          push(token);
          continue;
        }
        if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
          token.output = value;
          push(token);
          continue;
        }
        if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
          if (prev.type === "dot") {
            state.output += NO_DOT_SLASH;
            prev.output += NO_DOT_SLASH;
          } else if (opts.dot === true) {
            state.output += NO_DOTS_SLASH;
            prev.output += NO_DOTS_SLASH;
          } else {
            state.output += nodot;
            prev.output += nodot;
          }
          if (peek() !== "*") {
            state.output += ONE_CHAR;
            prev.output += ONE_CHAR;
          }
        }
        push(token);
      }
      while (state.brackets > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
        state.output = utils.escapeLast(state.output, "[");
        decrement("brackets");
      }
      while (state.parens > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
        state.output = utils.escapeLast(state.output, "(");
        decrement("parens");
      }
      while (state.braces > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
        state.output = utils.escapeLast(state.output, "{");
        decrement("braces");
      }
      if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) {
        push({ type: "maybe_slash", value: "", output: `${SLASH_LITERAL}?` });
      }
      if (state.backtrack === true) {
        state.output = "";
        for (const token of state.tokens) {
          state.output += token.output != null ? token.output : token.value;
          if (token.suffix) {
            state.output += token.suffix;
          }
        }
      }
      return state;
    };
    parse.fastpaths = (input, options2) => {
      const opts = { ...options2 };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      const len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      input = REPLACEMENTS[input] || input;
      const {
        DOT_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOTS,
        NO_DOTS_SLASH,
        STAR,
        START_ANCHOR
      } = constants.globChars(opts.windows);
      const nodot = opts.dot ? NO_DOTS : NO_DOT;
      const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
      const capture = opts.capture ? "" : "?:";
      const state = { negated: false, prefix: "" };
      let star = opts.bash === true ? ".*?" : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      const globstar = (opts2) => {
        if (opts2.noglobstar === true) return star;
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const create = (str) => {
        switch (str) {
          case "*":
            return `${nodot}${ONE_CHAR}${star}`;
          case ".*":
            return `${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*.*":
            return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*/*":
            return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
          case "**":
            return nodot + globstar(opts);
          case "**/*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
          case "**/*.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "**/.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
          default: {
            const match = /^(.*?)\.(\w+)$/.exec(str);
            if (!match) return;
            const source2 = create(match[1]);
            if (!source2) return;
            return source2 + DOT_LITERAL + match[2];
          }
        }
      };
      const output3 = utils.removePrefix(input, state);
      let source = create(output3);
      if (source && opts.strictSlashes !== true) {
        source += `${SLASH_LITERAL}?`;
      }
      return source;
    };
    module2.exports = parse;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = __commonJS({
  "node_modules/picomatch/lib/picomatch.js"(exports2, module2) {
    "use strict";
    var scan2 = require_scan();
    var parse = require_parse();
    var utils = require_utils();
    var constants = require_constants();
    var isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
    var picomatch = (glob2, options2, returnState = false) => {
      if (Array.isArray(glob2)) {
        const fns = glob2.map((input) => picomatch(input, options2, returnState));
        const arrayMatcher = (str) => {
          for (const isMatch of fns) {
            const state2 = isMatch(str);
            if (state2) return state2;
          }
          return false;
        };
        return arrayMatcher;
      }
      const isState = isObject(glob2) && glob2.tokens && glob2.input;
      if (glob2 === "" || typeof glob2 !== "string" && !isState) {
        throw new TypeError("Expected pattern to be a non-empty string");
      }
      const opts = options2 || {};
      const posix2 = opts.windows;
      const regex = isState ? picomatch.compileRe(glob2, options2) : picomatch.makeRe(glob2, options2, false, true);
      const state = regex.state;
      delete regex.state;
      let isIgnored = () => false;
      if (opts.ignore) {
        const ignoreOpts = { ...options2, ignore: null, onMatch: null, onResult: null };
        isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
      }
      const matcher = (input, returnObject = false) => {
        const { isMatch, match, output: output3 } = picomatch.test(input, regex, options2, { glob: glob2, posix: posix2 });
        const result = { glob: glob2, state, regex, posix: posix2, input, output: output3, match, isMatch };
        if (typeof opts.onResult === "function") {
          opts.onResult(result);
        }
        if (isMatch === false) {
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (isIgnored(input)) {
          if (typeof opts.onIgnore === "function") {
            opts.onIgnore(result);
          }
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (typeof opts.onMatch === "function") {
          opts.onMatch(result);
        }
        return returnObject ? result : true;
      };
      if (returnState) {
        matcher.state = state;
      }
      return matcher;
    };
    picomatch.test = (input, regex, options2, { glob: glob2, posix: posix2 } = {}) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected input to be a string");
      }
      if (input === "") {
        return { isMatch: false, output: "" };
      }
      const opts = options2 || {};
      const format2 = opts.format || (posix2 ? utils.toPosixSlashes : null);
      let match = input === glob2;
      let output3 = match && format2 ? format2(input) : input;
      if (match === false) {
        output3 = format2 ? format2(input) : input;
        match = output3 === glob2;
      }
      if (match === false || opts.capture === true) {
        if (opts.matchBase === true || opts.basename === true) {
          match = picomatch.matchBase(input, regex, options2, posix2);
        } else {
          match = regex.exec(output3);
        }
      }
      return { isMatch: Boolean(match), match, output: output3 };
    };
    picomatch.matchBase = (input, glob2, options2, posix2 = options2 && options2.windows) => {
      const regex = glob2 instanceof RegExp ? glob2 : picomatch.makeRe(glob2, options2);
      return regex.test(utils.basename(input, { windows: posix2 }));
    };
    picomatch.isMatch = (str, patterns, options2) => picomatch(patterns, options2)(str);
    picomatch.parse = (pattern, options2) => {
      if (Array.isArray(pattern)) return pattern.map((p2) => picomatch.parse(p2, options2));
      return parse(pattern, { ...options2, fastpaths: false });
    };
    picomatch.scan = (input, options2) => scan2(input, options2);
    picomatch.compileRe = (state, options2, returnOutput = false, returnState = false) => {
      if (returnOutput === true) {
        return state.output;
      }
      const opts = options2 || {};
      const prepend = opts.contains ? "" : "^";
      const append = opts.contains ? "" : "$";
      let source = `${prepend}(?:${state.output})${append}`;
      if (state && state.negated === true) {
        source = `^(?!${source}).*$`;
      }
      const regex = picomatch.toRegex(source, options2);
      if (returnState === true) {
        regex.state = state;
      }
      return regex;
    };
    picomatch.makeRe = (input, options2 = {}, returnOutput = false, returnState = false) => {
      if (!input || typeof input !== "string") {
        throw new TypeError("Expected a non-empty string");
      }
      let parsed = { negated: false, fastpaths: true };
      if (options2.fastpaths !== false && (input[0] === "." || input[0] === "*")) {
        parsed.output = parse.fastpaths(input, options2);
      }
      if (!parsed.output) {
        parsed = parse(input, options2);
      }
      return picomatch.compileRe(parsed, options2, returnOutput, returnState);
    };
    picomatch.toRegex = (source, options2) => {
      try {
        const opts = options2 || {};
        return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
      } catch (err) {
        if (options2 && options2.debug === true) throw err;
        return /$^/;
      }
    };
    picomatch.constants = constants;
    module2.exports = picomatch;
  }
});

// node_modules/picomatch/index.js
var require_picomatch2 = __commonJS({
  "node_modules/picomatch/index.js"(exports2, module2) {
    "use strict";
    var pico = require_picomatch();
    var utils = require_utils();
    function picomatch(glob2, options2, returnState = false) {
      if (options2 && (options2.windows === null || options2.windows === void 0)) {
        options2 = { ...options2, windows: utils.isWindows() };
      }
      return pico(glob2, options2, returnState);
    }
    Object.assign(picomatch, pico);
    module2.exports = picomatch;
  }
});

// node_modules/smol-toml/dist/index.cjs
var require_dist = __commonJS({
  "node_modules/smol-toml/dist/index.cjs"(exports2) {
    "use strict";
    Object.defineProperties(exports2, {
      __esModule: { value: true },
      [Symbol.toStringTag]: { value: "Module" }
    });
    function getLineColFromPtr(string, ptr) {
      let lines = string.slice(0, ptr).split(/\r?\n/);
      return [lines.length, lines.pop().length + 1];
    }
    function makeCodeBlock(string, line, column) {
      let lines = string.split(/\r?\n/);
      let codeblock = "";
      let numberLen = (Math.log10(line + 1) | 0) + 1;
      for (let i = line - 1; i <= line + 1; i++) {
        let l3 = lines[i - 1];
        if (!l3) continue;
        codeblock += i.toString().padEnd(numberLen, " ");
        codeblock += ":  ";
        codeblock += l3;
        codeblock += "\n";
        if (i === line) {
          codeblock += " ".repeat(numberLen + column + 2);
          codeblock += "^\n";
        }
      }
      return codeblock;
    }
    var TomlError = class TomlError2 extends Error {
      line;
      column;
      codeblock;
      constructor(message, options2) {
        const [line, column] = getLineColFromPtr(options2.toml, options2.ptr);
        const codeblock = makeCodeBlock(options2.toml, line, column);
        super(`Invalid TOML document: ${message}

${codeblock}`, options2);
        this.line = line;
        this.column = column;
        this.codeblock = codeblock;
      }
      /** @internal */
      static x(message, ctx, ptr) {
        throw new TomlError2(message, {
          toml: ctx.s,
          ptr: ptr ?? ctx.p
        });
      }
    };
    function parseString(ctx) {
      let startPtr = ctx.p;
      let c3 = ctx.s.charCodeAt(ctx.p++);
      let first = c3;
      let isLiteral2 = c3 === 39;
      let isMultiline = c3 === ctx.s.charCodeAt(ctx.p) && c3 === ctx.s.charCodeAt(ctx.p + 1);
      if (isMultiline) {
        if ((c3 = ctx.s.charCodeAt(ctx.p += 2)) === 10) ctx.p++;
        else if (c3 === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) ctx.p += 2;
      }
      let parsed = "";
      let sliceStart = ctx.p;
      let state = 0;
      for (; ctx.p < ctx.s.length; ctx.p++) {
        c3 = ctx.s.charCodeAt(ctx.p);
        if (isMultiline && (c3 === 10 || c3 === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)) state = state && 3;
        else if (c3 < 32 && c3 !== 9 || c3 === 127) TomlError.x("control characters are not allowed in strings", ctx);
        else if ((!state || state === 3) && c3 === first && (!isMultiline || ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first)) {
          if (isMultiline) {
            if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
            if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
          }
          if (!state) {
            let s = ctx.s.slice(sliceStart, ctx.p);
            parsed = parsed ? parsed + s : s;
          }
          ctx.p += isMultiline ? 3 : 1;
          return parsed;
        } else if (!state) {
          if (!isLiteral2 && c3 === 92) {
            parsed += ctx.s.slice(sliceStart, sliceStart = ctx.p);
            state = 1;
          }
        } else if (state === 1) {
          if (c3 === 120 || c3 === 117 || c3 === 85) {
            let errPtr = ctx.p++ - 1;
            let value = 0;
            let len = c3 === 120 ? 2 : c3 === 117 ? 4 : 8;
            for (let j3 = 0; j3 < len; j3++, ctx.p++) {
              let hex = ctx.s.charCodeAt(ctx.p);
              let digit = hex >= 48 && hex <= 57 ? hex - 48 : hex >= 65 && hex <= 70 ? hex - 65 + 10 : hex >= 97 && hex <= 102 ? hex - 97 + 10 : -1;
              if (digit < 0) TomlError.x("invalid non-hex character in unicode escape", ctx);
              value = value << 4 | digit;
            }
            if (value < 0 || value > 1114111 || value >= 55296 && value <= 57343) TomlError.x("invalid unicode escape", ctx, errPtr);
            parsed += String.fromCodePoint(value);
            sliceStart = ctx.p--;
            state = 0;
          } else if (isMultiline && (c3 === 32 || c3 === 9)) state = 2;
          else {
            if (c3 === 98) parsed += "\b";
            else if (c3 === 116) parsed += "	";
            else if (c3 === 110) parsed += "\n";
            else if (c3 === 102) parsed += "\f";
            else if (c3 === 114) parsed += "\r";
            else if (c3 === 101) parsed += "\x1B";
            else if (c3 === 34) parsed += '"';
            else if (c3 === 92) parsed += "\\";
            else TomlError.x("unrecognised escape sequence", ctx);
            sliceStart = ctx.p + 1;
            state = 0;
          }
        } else if (c3 !== 32 && c3 !== 9) {
          if (state === 2) TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx, sliceStart);
          state = !isLiteral2 && c3 === 92 ? 1 : 0;
          sliceStart = ctx.p;
        }
      }
      TomlError.x("unfinished string", ctx, startPtr);
    }
    var DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
    var TomlDate = class TomlDate2 extends Date {
      #hasDate = false;
      #hasTime = false;
      #offset = null;
      constructor(date, fasttype, unsafeDelim) {
        let hasDate = true;
        let hasTime = true;
        let offset = "Z";
        let c3;
        if (typeof date === "string") {
          if (fasttype) prep: {
            if (fasttype < 3) {
              if (+date.slice(11, 13) > 23) {
                date = "";
                break prep;
              }
              if (fasttype === 2) {
                offset = null;
                date += "Z";
              } else if ((c3 = date.charCodeAt(date.length - 1)) !== 90 && c3 !== 122) offset = date.slice(date.length - 6);
              if (unsafeDelim) date = date.slice(0, 10) + "T" + date.slice(11);
            } else if (fasttype === 4) date = +date.slice(0, 2) > 23 ? "" : `0000-01-01T${date}Z`;
            hasDate = fasttype !== 4;
            hasTime = fasttype !== 3;
          }
          else {
            let match = date.match(DATE_TIME_RE);
            if (match) {
              if (!match[1]) {
                hasDate = false;
                date = `0000-01-01T${date}`;
              }
              hasTime = !!match[2];
              hasTime && date[10] === " " && (date = date.replace(" ", "T"));
              if (match[2] && +match[2] > 23) date = "";
              else {
                offset = match[3] || null;
                if (!offset && hasTime) date += "Z";
              }
            } else date = "";
          }
        }
        super(date);
        if (!isNaN(this.getTime())) {
          this.#hasDate = hasDate;
          this.#hasTime = hasTime;
          this.#offset = offset;
        }
      }
      isDateTime() {
        return this.#hasDate && this.#hasTime;
      }
      isLocal() {
        return !this.#hasDate || !this.#hasTime || !this.#offset;
      }
      isDate() {
        return this.#hasDate && !this.#hasTime;
      }
      isTime() {
        return this.#hasTime && !this.#hasDate;
      }
      isValid() {
        return this.#hasDate || this.#hasTime;
      }
      toISOString() {
        let iso = super.toISOString();
        if (this.isDate()) return iso.slice(0, 10);
        if (this.isTime()) return iso.slice(11, 23);
        if (this.#offset === null) return iso.slice(0, -1);
        if (this.#offset === "Z" || this.#offset === "z") return iso;
        let offset = +this.#offset.slice(1, 3) * 60 + +this.#offset.slice(4, 6);
        offset = this.#offset[0] === "-" ? offset : -offset;
        return (/* @__PURE__ */ new Date(this.getTime() - offset * 6e4)).toISOString().slice(0, -1) + this.#offset;
      }
      static wrapAsOffsetDateTime(jsDate, offset = "Z") {
        let date = new TomlDate2(jsDate);
        date.#offset = offset;
        return date;
      }
      static wrapAsLocalDateTime(jsDate) {
        let date = new TomlDate2(jsDate);
        date.#offset = null;
        return date;
      }
      static wrapAsLocalDate(jsDate) {
        let date = new TomlDate2(jsDate);
        date.#hasTime = false;
        date.#offset = null;
        return date;
      }
      static wrapAsLocalTime(jsDate) {
        let date = new TomlDate2(jsDate);
        date.#hasDate = false;
        date.#offset = null;
        return date;
      }
    };
    function isDigit(char, base = 10) {
      return base === 16 ? char > 47 && char < 58 || char > 64 && char < 71 || char > 96 && char < 103 : char > 47 && char < 48 + base;
    }
    function isEndOfValue(char, delim) {
      return char === 32 || char === 9 || char === 10 || char === 13 || delim && (char === delim || char === 44) || char === 35;
    }
    function extractValue(ctx, end) {
      let errPtr = ctx.p;
      let c3 = ctx.s.charCodeAt(ctx.p);
      if (c3 === 91 || c3 === 123) {
        ctx.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx);
        let value = c3 === 91 ? parseArray(ctx) : parseInlineTable(ctx);
        ctx.d++;
        return value;
      }
      if (c3 === 34 || c3 === 39) return parseString(ctx);
      if (c3 === 116) {
        if (ctx.s.charCodeAt(++ctx.p) !== 114 || ctx.s.charCodeAt(++ctx.p) !== 117 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
        return ctx.p++, true;
      }
      if (c3 === 102) {
        if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 108 || ctx.s.charCodeAt(++ctx.p) !== 115 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
        return ctx.p++, false;
      }
      if (c3 === 43 || c3 === 45) return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 44 - c3, end);
      if (ctx.s.charCodeAt(ctx.p + 4) === 45 && ctx.s.charCodeAt(ctx.p + 7) === 45) return parseDate(ctx, c3, end);
      if (ctx.s.charCodeAt(ctx.p + 2) === 58) return parseTime(ctx, c3, end);
      return parseNumber(ctx, ctx.p, c3, 0, end);
    }
    function parseNumber(ctx, startPtr, startChr, sign, endChr) {
      let c3 = startChr;
      let state = 0;
      let hasUnderscores = false;
      if (c3 === 105) {
        if (ctx.s.charCodeAt(++ctx.p) !== 110 || ctx.s.charCodeAt(++ctx.p) !== 102) TomlError.x("invalid value", ctx, startPtr);
        return ctx.p++, (sign || 1) / 0;
      }
      if (c3 === 110) {
        if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 110) TomlError.x("invalid value", ctx, startPtr);
        return ctx.p++, NaN;
      }
      if (c3 === 48) {
        if (++ctx.p >= ctx.s.length || isEndOfValue(c3 = ctx.s.charCodeAt(ctx.p), endChr)) return ctx.bi === true ? 0n : 0;
        if (!sign) {
          if (c3 === 120) return parseIntegerBaseN(ctx, startPtr, 16, endChr);
          else if (c3 === 98) return parseIntegerBaseN(ctx, startPtr, 2, endChr);
          else if (c3 === 111) return parseIntegerBaseN(ctx, startPtr, 8, endChr);
        }
        if (c3 === 46) state = 2;
        else if (c3 === 101 || c3 === 69) state = 4;
        else TomlError.x("illegal leading zero", ctx, startPtr);
      } else if (!isDigit(c3)) TomlError.x("invalid value", ctx, startPtr);
      while (++ctx.p < ctx.s.length && (c3 = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c3, endChr))) {
        if (!state) state = 1;
        if (c3 === 95) {
          if (!(state & 1)) TomlError.x("illegal underscore", ctx);
          state += 11;
          hasUnderscores = true;
        } else if (state === 1 && c3 === 46) state = 2;
        else if ((state === 1 || state === 3) && (c3 === 101 || c3 === 69)) state = 4;
        else if (state === 4 && (c3 === 43 || c3 === 45)) state = 6;
        else if (!isDigit(c3)) TomlError.x(`illegal character in numeric literal`, ctx);
        else if (state > 9) state -= 11;
        else if (!(state & 1)) state++;
      }
      if (!state) {
        let val = (startChr - 48) * (sign || 1);
        return ctx.bi === true ? BigInt(val) : val;
      }
      if (!(state & 1)) TomlError.x("unfinished numeric value", ctx, startPtr);
      let str = ctx.s.slice(startPtr, ctx.p);
      if (hasUnderscores) str = str.replaceAll("_", "");
      return state > 1 ? parseFloat(str) : parseInteger(ctx, str, 10, startPtr);
    }
    function parseIntegerBaseN(ctx, startPtr, base, endChr) {
      let c3, underscore = 1;
      while (++ctx.p < ctx.s.length && (c3 = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c3, endChr))) if (c3 === 95) {
        if (underscore & 1) TomlError.x("illegal underscore", ctx);
        underscore = 3;
      } else if (!isDigit(c3, base)) TomlError.x(`illegal character in numeric literal`, ctx);
      else if (underscore & 1) underscore--;
      if (underscore & 1) TomlError.x("unfinished numeric value", ctx);
      let str = ctx.s.slice(startPtr + 2, ctx.p);
      if (underscore) str = str.replaceAll("_", "");
      return parseInteger(ctx, str, base, startPtr);
    }
    function parseInteger(ctx, str, base, startPtr) {
      if (ctx.bi !== true) int: {
        let val = parseInt(str, base);
        if (!Number.isSafeInteger(val)) {
          if (ctx.bi) break int;
          TomlError.x("integer value cannot be represented losslessly", ctx, startPtr);
        }
        return val;
      }
      return base === 10 ? BigInt(str) : BigInt((base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
    }
    function parseDate(ctx, c3, endChr) {
      let startPtr = ctx.p++, unsafeSeparator;
      if (!isDigit(c3) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++))) return parseNumber(ctx, ctx.p = startPtr, c3, 0, endChr);
      ctx.p += 5;
      if (!isDigit(ctx.s.charCodeAt(ctx.p++))) TomlError.x("invalid date-time: date part is malformed", ctx, startPtr);
      if (ctx.p >= ctx.s.length || ((c3 = ctx.s.charCodeAt(ctx.p)) !== 32 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c3 !== 84 && c3 !== 116) return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 3, false, startPtr);
      if (ctx.s.charCodeAt(ctx.p += 3) !== 58) TomlError.x("invalid date-time: time part is malformed", ctx, startPtr);
      if (ctx.s.charCodeAt(ctx.p += 3) === 58) ctx.p += 3;
      if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p))) ;
      if (c3 = ctx.s.charCodeAt(ctx.p)) {
        if (c3 === 90 || c3 === 122) return readDate(ctx, ctx.s.slice(startPtr, ++ctx.p), 1, unsafeSeparator, startPtr, "[+00:00]");
        if (c3 === 43 || c3 === 45) return readDate(ctx, ctx.s.slice(startPtr, ctx.p += 6), 1, unsafeSeparator, startPtr, !ctx.ld && "[" + ctx.s.slice(ctx.p - 6, ctx.p) + "]");
      }
      return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 2, unsafeSeparator, startPtr);
    }
    function parseTime(ctx, c3, endChr) {
      let start = ctx.p;
      if (!isDigit(c3) || !isDigit(ctx.s.charCodeAt(++ctx.p))) return parseNumber(ctx, --ctx.p, c3, 0, endChr);
      if (ctx.s.charCodeAt(ctx.p += 4) === 58) ctx.p += 3;
      if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p))) ;
      return readDate(ctx, ctx.s.slice(start, ctx.p), 4, false, start);
    }
    function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
      if (ctx.ld) {
        let date = new TomlDate(str, type, unsafeDelim);
        if (!date.isValid()) TomlError.x("invalid date", ctx, errPtr);
        return date;
      }
      try {
        if (temporalSuffix) str += temporalSuffix;
        switch (type) {
          case 1:
            return Temporal.ZonedDateTime.from(str);
          case 2:
            return Temporal.PlainDateTime.from(str);
          case 3:
            return Temporal.PlainDate.from(str);
          case 4:
            return Temporal.PlainTime.from(str);
        }
      } catch (e) {
        TomlError.x(e instanceof Error ? e.message : "" + e, ctx, errPtr);
      }
    }
    function skipComment(ctx) {
      for (; ctx.p < ctx.s.length; ctx.p++) {
        let c3 = ctx.s.charCodeAt(ctx.p);
        if (c3 === 10) break;
        if (c3 === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) {
          ctx.p++;
          break;
        }
        if (c3 < 32 && c3 !== 9 || c3 === 127) TomlError.x("control characters are not allowed in comments", ctx);
      }
    }
    function skipVoid(ctx, banNewLines, banComments) {
      let c3;
      while (ctx.p < ctx.s.length) {
        while (ctx.p < ctx.s.length && ((c3 = ctx.s.charCodeAt(ctx.p)) === 32 || c3 === 9 || !banNewLines && (c3 === 10 || c3 === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10))) ctx.p++;
        if (banComments || c3 !== 35) break;
        skipComment(ctx);
      }
    }
    function parseKey(ctx, end = 61) {
      let startPtr;
      let state = 0;
      let parsed = [];
      let sliceStart;
      let c3 = ctx.s.charCodeAt(startPtr = ctx.p);
      do
        if (c3 === end) {
          if (!state) TomlError.x("unexpected end of key", ctx);
          if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
          return ctx.p++, parsed;
        } else if (c3 === 46) {
          if (!state) TomlError.x("illegal empty bare key", ctx);
          if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
          state = 0;
        } else if (!state && (c3 === 34 || c3 === 39)) {
          if (c3 === ctx.s.charCodeAt(ctx.p + 1) && c3 === ctx.s.charCodeAt(ctx.p + 2)) TomlError.x("illegal quoted key: multiline strings are not allowed", ctx);
          parsed.push(parseString(ctx));
          state = 2;
          ctx.p--;
        } else if (c3 === 32 || c3 === 9) {
          if (state === 1) {
            parsed.push(ctx.s.slice(sliceStart, ctx.p));
            state = 2;
          }
        } else if (state === 2 || c3 < 48 && c3 !== 45 || c3 > 57 && c3 < 65 || c3 > 90 && c3 < 97 && c3 !== 95 || c3 > 122) TomlError.x("illegal character in key", ctx);
        else if (!state) {
          state = 1;
          sliceStart = ctx.p;
        }
      while (c3 = ctx.s.charCodeAt(++ctx.p));
      TomlError.x("incomplete key-value: cannot find end of key", ctx, startPtr);
    }
    function parseInlineTable(ctx) {
      let startPtr = ctx.p++;
      let res = /* @__PURE__ */ Object.create(null);
      let seen = /* @__PURE__ */ new Set();
      let c3;
      while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c3 = ctx.s.charCodeAt(ctx.p)) === 125) {
          ctx.p++;
          return res;
        }
        let k2;
        let t2 = res;
        let hasOwn = false;
        let errPtr = ctx.p;
        let key2 = parseKey(ctx);
        for (let i = 0; i < key2.length; i++) {
          if (i) t2 = hasOwn ? t2[k2] : t2[k2] = /* @__PURE__ */ Object.create(null);
          k2 = key2[i];
          if ((hasOwn = Object.hasOwn(t2, k2)) && (typeof t2[k2] !== "object" || seen.has(t2[k2]))) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
          let unsafe = k2 === "__proto__";
          if (ctx.uk && (unsafe || k2 === "constructor")) {
            t2 = ctx.uk !== 1 && TomlError.x("document contains an unsafe property", ctx, errPtr);
            break;
          }
          if (!hasOwn && unsafe) Object.defineProperty(t2, k2, {
            enumerable: true,
            configurable: true,
            writable: true
          });
        }
        if (hasOwn) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
        skipVoid(ctx, true, true);
        let value = extractValue(ctx, 125);
        if (t2 && typeof (t2[k2] = value) === "object") seen.add(value);
        skipVoid(ctx);
        if ((c3 = ctx.s.charCodeAt(ctx.p++)) === 125) return res;
        if (c3 !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
      }
      TomlError.x("unfinished table", ctx, startPtr);
    }
    function parseArray(ctx) {
      let startPtr = ctx.p++;
      let res = [];
      let c3;
      while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c3 = ctx.s.charCodeAt(ctx.p)) === 93) {
          ctx.p++;
          return res;
        }
        res.push(extractValue(ctx, 93));
        skipVoid(ctx);
        if ((c3 = ctx.s.charCodeAt(ctx.p++)) === 93) return res;
        if (c3 !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
      }
      TomlError.x("unfinished array", ctx, startPtr);
    }
    function peekTable(ctx, key2, table2, meta, type) {
      let t2 = table2;
      let m2 = meta;
      let k2;
      let hasOwn = false;
      let state;
      for (let i = 0; i < key2.length; i++) {
        if (i) {
          t2 = hasOwn ? t2[k2] : t2[k2] = /* @__PURE__ */ Object.create(null);
          m2 = (state = m2[k2]).c;
          if (type === 0 && (state.t === 1 || state.t === 2)) return null;
          if (state.t === 2) {
            let l3 = t2.length - 1;
            t2 = t2[l3];
            m2 = m2[l3].c;
          }
        }
        k2 = key2[i];
        if ((hasOwn = Object.hasOwn(t2, k2)) && m2[k2]?.t === 0 && m2[k2]?.d) return null;
        if (!hasOwn) {
          let unsafe = k2 === "__proto__";
          if (ctx.uk && (unsafe || k2 === "constructor")) return false;
          if (unsafe) {
            Object.defineProperty(t2, k2, {
              enumerable: true,
              configurable: true,
              writable: true
            });
            Object.defineProperty(m2, k2, {
              enumerable: true,
              configurable: true,
              writable: true
            });
          }
          m2[k2] = {
            t: i < key2.length - 1 && type === 2 ? 3 : type,
            d: false,
            i: 0,
            c: /* @__PURE__ */ Object.create(null)
          };
        }
      }
      state = m2[k2];
      if (state.t !== type && !(type === 1 && state.t === 3)) return null;
      if (type === 2) {
        if (!state.d) {
          state.d = true;
          t2[k2] = [];
        }
        t2[k2].push(t2 = /* @__PURE__ */ Object.create(null));
        state.c[state.i++] = state = {
          t: 1,
          d: false,
          i: 0,
          c: /* @__PURE__ */ Object.create(null)
        };
      }
      if (state.d) return null;
      state.d = true;
      if (type === 1) t2 = hasOwn ? t2[k2] : t2[k2] = /* @__PURE__ */ Object.create(null);
      else if (type === 0 && hasOwn) return null;
      return [
        k2,
        t2,
        state.c
      ];
    }
    function validateTablePeek(ctx, peek, ptr) {
      if (peek === null || ctx.uk === 2) TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx, ptr);
    }
    function parse(toml, options2 = {}) {
      let ctx = {
        s: toml,
        p: 0,
        d: options2.maxDepth ?? 1e3,
        bi: options2.integersAsBigInt ?? false,
        ld: options2.useLegacyDate ?? true,
        uk: options2.unsafeKeyBehaviour === "throw" ? 2 : options2.unsafeKeyBehaviour === "drop" ? 1 : 0
      };
      let res = /* @__PURE__ */ Object.create(null);
      let meta = /* @__PURE__ */ Object.create(null);
      let tmp;
      let skipping = false;
      let tbl = res;
      let m2 = meta;
      if (toml.charCodeAt(0) === 65279) ctx.p++;
      skipVoid(ctx);
      while (ctx.p < toml.length) {
        if (toml.charCodeAt(ctx.p) === 91) {
          let isTableArray = toml.charCodeAt(++ctx.p) === 91;
          tmp = ctx.p += +isTableArray;
          skipping = false;
          let k2 = parseKey(ctx, 93);
          if (isTableArray) {
            if (toml.charCodeAt(ctx.p) !== 93) TomlError.x("expected end of table array declaration", ctx);
            ctx.p++;
          }
          let p2 = peekTable(ctx, k2, res, meta, isTableArray ? 2 : 1);
          if (!p2) {
            validateTablePeek(ctx, p2, tmp);
            skipping = true;
          } else {
            m2 = p2[2];
            tbl = p2[1];
          }
        } else {
          tmp = ctx.p;
          let p2 = peekTable(ctx, parseKey(ctx), tbl, m2, 0);
          if (!p2 && !skipping) validateTablePeek(ctx, p2, tmp);
          skipVoid(ctx, true, true);
          let v2 = extractValue(ctx, void 0);
          if (p2 && !skipping) p2[1][p2[0]] = v2;
        }
        skipVoid(ctx, true);
        if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 10 && (tmp !== 13 || toml.charCodeAt(ctx.p + 1) !== 10)) TomlError.x("each key-value declaration must be followed by an end-of-line", ctx);
        skipVoid(ctx);
      }
      return res;
    }
    var BARE_KEY = /^[a-z0-9-_]+$/i;
    var HAS_WELLFORMED = !!"".isWellFormed;
    function extendedTypeOf(obj) {
      let type = typeof obj;
      if (type === "object") {
        if (Array.isArray(obj)) return "array";
        if (typeof obj.getUTCDate === "function" && obj instanceof Date) return "date";
        if (globalThis.Temporal) {
          if (obj.until) {
            if (obj instanceof Temporal.ZonedDateTime) return "temporal/tz+uc";
            if (obj instanceof Temporal.PlainDateTime || obj instanceof Temporal.PlainDate) return "temporal/uc";
            if (obj instanceof Temporal.PlainTime || obj instanceof Temporal.Instant) return "temporal";
            if (obj instanceof Temporal.PlainYearMonth) return "temporal/x";
          } else if (obj.toPlainDate && obj instanceof Temporal.PlainMonthDay || obj.negated && obj instanceof Temporal.Duration) return "temporal/x";
        }
      }
      return type;
    }
    function isArrayOfTables(obj) {
      for (let i = 0; i < obj.length; i++) if (extendedTypeOf(obj[i]) !== "object") return false;
      return obj.length != 0;
    }
    function formatWellFormedStringUnchecked(s) {
      return JSON.stringify(s).replaceAll("", "\\u007f");
    }
    function formatString(s) {
      return formatWellFormedStringUnchecked(HAS_WELLFORMED ? s.toWellFormed() : s);
    }
    function formatKey(s) {
      if (BARE_KEY.test(s)) return s;
      if (HAS_WELLFORMED && !s.isWellFormed()) throw new RangeError("key contains illegal lone surrogates");
      return formatWellFormedStringUnchecked(s);
    }
    function stringifyValue(val, type, depth, numberAsFloat, strictTemporal) {
      if (depth === 0) throw new Error("Could not stringify the object: maximum object depth exceeded");
      switch (type) {
        case "number":
          if (isNaN(val)) return "nan";
          if (val === Infinity) return "inf";
          if (val === -Infinity) return "-inf";
          if (Number.isInteger(val) && (numberAsFloat || !Number.isSafeInteger(val))) return val.toFixed(1);
        case "bigint":
        case "boolean":
        case "temporal":
          return val.toString();
        case "string":
          return formatString(val);
        case "date":
          if (isNaN(val.getTime())) throw new TypeError("cannot serialize invalid date");
          return val.toISOString();
        case "object":
          return stringifyInlineTable(val, depth, numberAsFloat, strictTemporal);
        case "array":
          return stringifyArray(val, depth, numberAsFloat, strictTemporal);
        case "temporal/tz+uc":
          if (strictTemporal) {
            let tz = val.timeZoneId;
            let tzc = tz.charCodeAt(0);
            if (tzc !== 43 && tzc !== 45 && (tzc !== 85 && tzc !== 71 && tzc !== 90 && tzc !== 69 || tz !== "UTC" && tz !== "UCT" && tz !== "Universal" && tz !== "Zulu" && !tz.startsWith("GMT") && tz !== "Greenwich" && !tz.startsWith("Etc/"))) throw new TypeError("Temporal objects with an IANA timezone are not allowed in Temporal strict mode");
          }
        case "temporal/uc":
          if (strictTemporal && val.calendarId !== "iso8601") throw new TypeError("Temporal objects with a non-default calendar are not allowed in Temporal strict mode");
          return val.toString({
            calendarName: "never",
            timeZoneName: "never"
          });
        case "temporal/x":
          throw new TypeError("Unsupported " + val[Symbol.toStringTag]);
      }
    }
    function stringifyInlineTable(obj, depth, numberAsFloat, strictTemporal) {
      let keys = Object.keys(obj);
      if (keys.length === 0) return "{}";
      let res = "{ ";
      for (let i = 0; i < keys.length; i++) {
        let k2 = keys[i];
        if (i) res += ", ";
        res += formatKey(k2) + " = " + stringifyValue(obj[k2], extendedTypeOf(obj[k2]), depth - 1, numberAsFloat, strictTemporal);
      }
      return res + " }";
    }
    function stringifyArray(array, depth, numberAsFloat, strictTemporal) {
      if (array.length === 0) return "[]";
      let res = "[ ";
      for (let i = 0; i < array.length; i++) {
        if (i) res += ", ";
        if (array[i] === null || array[i] === void 0) throw new TypeError("arrays cannot contain null or undefined values");
        res += stringifyValue(array[i], extendedTypeOf(array[i]), depth - 1, numberAsFloat, strictTemporal);
      }
      return res + " ]";
    }
    function stringifyArrayTable(array, key2, depth, numberAsFloat, strictTemporal) {
      if (depth === 0) throw new Error("Could not stringify the object: maximum object depth exceeded");
      let res = "";
      for (let i = 0; i < array.length; i++) {
        res += `${res && "\n"}[[${key2}]]
`;
        res += stringifyTable(0, array[i], key2, depth, numberAsFloat, strictTemporal);
      }
      return res;
    }
    function stringifyTable(tableKey, obj, prefix, depth, numberAsFloat, strictTemporal) {
      if (depth === 0) throw new Error("Could not stringify the object: maximum object depth exceeded");
      let preamble = "";
      let tables = "";
      let keys = Object.keys(obj);
      for (let i = 0; i < keys.length; i++) {
        let k2 = keys[i];
        if (obj[k2] !== null && obj[k2] !== void 0) {
          let type = extendedTypeOf(obj[k2]);
          if (type === "symbol" || type === "function") throw new TypeError(`cannot serialize values of type '${type}'`);
          let key2 = formatKey(k2);
          if (type === "array" && isArrayOfTables(obj[k2])) tables += (tables && "\n") + stringifyArrayTable(obj[k2], prefix ? `${prefix}.${key2}` : key2, depth - 1, numberAsFloat, strictTemporal);
          else if (type === "object") {
            let tblKey = prefix ? `${prefix}.${key2}` : key2;
            tables += (tables && "\n") + stringifyTable(tblKey, obj[k2], tblKey, depth - 1, numberAsFloat, strictTemporal);
          } else {
            preamble += key2;
            preamble += " = ";
            preamble += stringifyValue(obj[k2], type, depth, numberAsFloat, strictTemporal);
            preamble += "\n";
          }
        }
      }
      if (tableKey && (preamble || !tables)) preamble = preamble ? `[${tableKey}]
${preamble}` : `[${tableKey}]`;
      return preamble && tables ? `${preamble}
${tables}` : preamble || tables;
    }
    function stringify(obj, { maxDepth = 1e3, numbersAsFloat = false, strictTemporal = false } = {}) {
      if (extendedTypeOf(obj) !== "object") throw new TypeError("stringify can only be called with an object");
      let str = stringifyTable(0, obj, "", maxDepth, numbersAsFloat, strictTemporal);
      if (str[str.length - 1] !== "\n") return str + "\n";
      return str;
    }
    var src_default = {
      parse,
      stringify,
      TomlDate,
      TomlError
    };
    exports2.TomlDate = TomlDate;
    exports2.TomlError = TomlError;
    exports2.default = src_default;
    exports2.parse = parse;
    exports2.stringify = stringify;
  }
});

// src/config/lazy.cjs
var require_lazy = __commonJS({
  "src/config/lazy.cjs"(exports2) {
    "use strict";
    exports2.loadPicomatch = () => require_picomatch2();
    exports2.loadToml = () => require_dist();
  }
});

// src/config/toml.ts
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
function reasonOf2(message) {
  const [line = ""] = message.split("\n");
  return line.replace(/^Invalid TOML document: /, "").toLowerCase();
}
var import_lazy, TOOL_TABLE, withoutByteOrderMark;
var init_toml = __esm({
  "src/config/toml.ts"() {
    "use strict";
    init_user_error();
    import_lazy = __toESM(require_lazy(), 1);
    TOOL_TABLE = /^[ \t]*\[?[ \t]*["']?tool["']?[ \t]*(?:\.[ \t]*["']?(?:proctor|pytest)\b|=|\][ \t]*(?:#.*)?\r?$)/m;
    withoutByteOrderMark = (text2) => text2.replace(/^\uFEFF/, "");
  }
});

// src/config/shape.ts
function fail(place, problem) {
  throw new UserError([place.source, place.keys.join("."), problem].filter((part) => part !== "").join(": "));
}
function choice2(values) {
  const shape = {
    name: values.join(" or "),
    read: (value, place) => {
      if (typeof value !== "string") return failAs(shape, value, place);
      const chosen = values.find((known7) => known7 === value);
      if (chosen !== void 0) return chosen;
      return fail(place, `unknown value ${value}${suggestion(value, values) || `; it takes ${shape.name}`}`);
    },
    schema: { enum: values }
  };
  return shape;
}
function known(kind, words3) {
  const shape = {
    name: `a ${kind}`,
    read: (value, place) => {
      const word3 = text.read(value, place);
      return words3.has(word3) ? word3 : fail(place, `unknown ${kind} ${word3}${suggestion(word3, words3)}`);
    },
    schema: { enum: [...words3] }
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
      const unknown2 = Object.keys(table2).find((key2) => !Object.hasOwn(fields, key2));
      if (unknown2 !== void 0)
        fail(place, `unknown key ${unknown2}${suggestion(unknown2, Object.keys(fields))}`);
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
var text, flag, integer;
var init_shape = __esm({
  "src/config/shape.ts"() {
    "use strict";
    init_nearest();
    init_user_error();
    init_toml();
    text = {
      name: "a string",
      read: (value, place) => typeof value === "string" ? value : failAs(text, value, place),
      schema: { type: "string" }
    };
    flag = {
      name: "true or false",
      read: (value, place) => typeof value === "boolean" ? value : failAs(flag, value, place),
      schema: { type: "boolean" }
    };
    integer = {
      name: "a whole number",
      read: (value, place) => {
        if (typeof value !== "number" || !Number.isInteger(value)) return failAs(integer, value, place);
        return value < 0 ? fail(place, `${value} is less than 0`) : value;
      },
      schema: { type: "integer", minimum: 0 }
    };
  }
});

// src/config/keys.ts
function configurationKeys(rules2) {
  const layer = layerKeys(rules2);
  const override = {
    files: { shape: globs, description: "Globs of the files that the table is for.", isRequired: true },
    ...layer
  };
  return {
    preset: {
      shape: choice2(["fast", "review"]),
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
      shape: record(selector, choice2(severities), "a table from rules to severities"),
      description: "The severity of rules: `error` blocks, `warning` informs, `off` leaves out. Naming one rule also turns it on."
    },
    rules: {
      shape: object(options2, "a table of rules"),
      description: "The options of each rule, by its id."
    }
  };
}
function selectorOf(rules2) {
  return { ...known("rule", new Set(selectorWords(rules2))), schema: { $ref: "#/$defs/selector" } };
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
    Object.entries(options2).map(([name, { kind, description, default: initial }]) => [
      name,
      { shape: shapes[kind], description, default: initial }
    ])
  );
}
var MAX_FILE_SIZE, severities, glob, globs, textTable, tableOfTexts;
var init_keys = __esm({
  "src/config/keys.ts"() {
    "use strict";
    init_rule();
    init_shape();
    MAX_FILE_SIZE = 4e6;
    severities = ["error", "warning", "off"];
    glob = {
      name: "a glob",
      read: (value, place) => {
        const pattern = text.read(value, place);
        if (pattern.trim() === "") return fail(place, "a glob is empty");
        if (pattern.startsWith("!")) return fail(place, `${pattern}: a glob cannot begin with !`);
        return pattern;
      },
      schema: { type: "string", pattern: "^(?!!).*\\S" }
    };
    globs = list(glob, "globs");
    textTable = record(text, text, "a table of strings");
    tableOfTexts = {
      ...textTable,
      read: (value, place) => Object.fromEntries(textTable.read(value, place))
    };
  }
});

// src/config/config.ts
function readConfig(table2, place, rules2) {
  const misplaced = rules2.find(({ id }) => isTable(table2) && Object.hasOwn(table2, id));
  if (misplaced !== void 0) {
    fail(place, `unknown key ${misplaced.id}; its options belong in rules.${misplaced.id}`);
  }
  const values = object(configurationKeys(rules2), "a table").read(table2, place);
  const overrides = (values.overrides ?? []).map((override) => ({
    files: override.files,
    layer: layerOf(override)
  }));
  const ignores = Array.from(values["per-file-ignores"] ?? [], ([pattern, ignore2]) => ({
    files: [pattern],
    layer: { ...noChange, ignore: ignore2 }
  }));
  return {
    preset: values.preset,
    layer: layerOf(values),
    overrides: [...overrides, ...ignores],
    include: values.include,
    extendInclude: values["extend-include"] ?? [],
    exclude: values.exclude ?? [],
    maxFileSize: values["max-file-size"] ?? MAX_FILE_SIZE,
    fix: values.fix ?? false
  };
}
function layerOf(values) {
  return {
    select: values.select,
    extendSelect: values["extend-select"] ?? [],
    ignore: values.ignore ?? [],
    severity: values.severity ?? /* @__PURE__ */ new Map(),
    options: new Map(
      Object.entries(values.rules ?? {}).flatMap(
        ([rule, options2]) => options2 === void 0 ? [] : [[rule, options2]]
      )
    )
  };
}
function commandLineLayer({ select: select2, extendSelect: extendSelect2, ignore: ignore2 }, rules2) {
  const checked = (flag3, given) => selectors(rules2).read(given, { source: "", keys: [flag3] });
  return {
    ...noChange,
    select: select2 === void 0 ? void 0 : checked("--select", select2),
    extendSelect: checked("--extend-select", extendSelect2),
    ignore: checked("--ignore", ignore2)
  };
}
var defaultConfig;
var init_config = __esm({
  "src/config/config.ts"() {
    "use strict";
    init_active_rules();
    init_keys();
    init_shape();
    init_toml();
    defaultConfig = readConfig({}, { source: "", keys: [] }, []);
  }
});

// src/config/globs.ts
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
  const whole = glob2.replace(/\/+$/, "");
  const path = whole.replace(/^\.?(?:\/|$)/, "");
  if (path === "") return ["**"];
  const anchored = whole.includes("/") ? path : `**/${path}`;
  return [anchored, `${anchored}/**`];
}
var import_lazy2, never;
var init_globs = __esm({
  "src/config/globs.ts"() {
    "use strict";
    import_lazy2 = __toESM(require_lazy(), 1);
    never = () => false;
  }
});

// src/config/ini.ts
function iniSection(text2, section) {
  let isInside3 = false;
  let found;
  let key2;
  for (const line of text2.split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/)) {
    const trimmed3 = line.trim();
    if (trimmed3 === "" || /^[#;]/.test(trimmed3)) continue;
    const header = headerOf2(line);
    if (header !== void 0) {
      isInside3 = header === section;
      key2 = void 0;
      if (isInside3) found ??= /* @__PURE__ */ new Map();
    } else if (!isInside3 || found === void 0) continue;
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
  const code2 = line.replace(/[#;].*/, "").trimEnd();
  return code2.endsWith("]") ? code2.slice(1, -1) : void 0;
}
function entryOf(line) {
  const sign = line.search(/[=:]/);
  if (sign === -1) return void 0;
  return { key: line.slice(0, sign).trim(), value: line.slice(sign + 1).trim() };
}
var init_ini = __esm({
  "src/config/ini.ts"() {
    "use strict";
  }
});

// src/config/pytest.ts
function pytestSettingsIn(name, text2, parse) {
  const options2 = optionsIn(name, text2, parse);
  if (options2 === void 0) return void 0;
  const { functions, classes } = pytestDefaults.conventions;
  return {
    files: wordsOf(options2["python_files"]),
    conventions: {
      functions: wordsOf(options2["python_functions"]) ?? functions,
      classes: wordsOf(options2["python_classes"]) ?? classes
    }
  };
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
function wordsOf(value) {
  if (Array.isArray(value)) return value.filter((item) => typeof item === "string");
  return typeof value === "string" ? shellWords(value) : void 0;
}
function shellWords(text2) {
  return Array.from(
    text2.matchAll(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+/gs),
    ([word3]) => word3.replace(
      /"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/gs,
      (_3, double, single, escaped2) => double === void 0 ? single ?? escaped2 ?? "" : double.replace(/\\(["\\])/g, "$1")
    )
  );
}
function isPytestModule(path, { files }) {
  return path === "conftest.py" || path.endsWith("/conftest.py") || matchesPythonFiles(path, files ?? defaultFiles);
}
function matchesPythonFiles(path, patterns) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return patterns.some(
    (pattern) => pattern.includes("/") ? fnmatch(`/${path}`, `*/${pattern}`) : fnmatch(name, pattern)
  );
}
var pytestDefaults, pytestFiles, defaultFiles;
var init_pytest = __esm({
  "src/config/pytest.ts"() {
    "use strict";
    init_fnmatch();
    init_ini();
    init_toml();
    pytestDefaults = {
      files: void 0,
      conventions: { functions: ["test"], classes: ["Test"] }
    };
    pytestFiles = [
      "pytest.toml",
      ".pytest.toml",
      "pytest.ini",
      ".pytest.ini",
      "pyproject.toml",
      "tox.ini",
      "setup.cfg"
    ];
    defaultFiles = ["test_*.py", "*_test.py", "tests.py"];
  }
});

// src/config/load.ts
function loadSettings(rules2, read2, commandLine) {
  const files = configurationFiles(read2);
  const given = commandLine.file === void 0 ? void 0 : configNamed(commandLine.file, files, rules2);
  const lastLayer = commandLineLayer(commandLine, rules2);
  const place = (config2, folder) => {
    const preset2 = commandLine.preset ?? config2.preset ?? "fast";
    return placed(
      config2,
      folder,
      (layers) => activeRules(rules2, preset2, [config2.layer, ...layers, lastLayer])
    );
  };
  const everywhere = place(given ?? defaultConfig, "");
  const nearestConfig = inherited((folder) => {
    const config2 = configIn(folder, files, rules2);
    return config2 === void 0 ? void 0 : place(config2, folder);
  });
  const nearestPytest = inherited((folder) => pytestIn(folder, files));
  const configFor = (path) => (given === void 0 ? nearestConfig(folderOf(path)) : void 0) ?? everywhere;
  const pytestFor = (path) => nearestPytest(folderOf(path)) ?? pytestDefaults;
  return {
    isTestModule: (path) => path.endsWith(".py") && configFor(path).isTestModule(path, pytestFor(path)),
    for: (path) => configFor(path).settingsFor(path, pytestFor(path).conventions)
  };
}
function placed(config2, folder, rulesOf2) {
  const { maxFileSize, fix: fix3 } = config2;
  const includes = config2.include === void 0 ? void 0 : globMatcher(config2.include);
  const includesToo = globMatcher(config2.extendInclude);
  const excludes = globMatcher(config2.exclude);
  const overrides = config2.overrides.map(({ files, layer }) => ({ matches: globMatcher(files), layer }));
  const known7 = /* @__PURE__ */ new Map();
  const rulesFor = (path) => {
    const matching = overrides.filter(({ matches }) => matches(path));
    const key2 = matching.map((override) => overrides.indexOf(override)).join();
    const rules2 = known7.get(key2) ?? rulesOf2(matching.map(({ layer }) => layer));
    known7.set(key2, rules2);
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
      fix: fix3
    })
  };
}
function configurationFiles(read2) {
  const text2 = memoized(read2);
  return { text: text2, toml: memoized((path) => parseToml(path, text2(path) ?? "")) };
}
function configIn(folder, { text: text2, toml }, rules2) {
  const own = join(folder, "proctor.toml");
  if (text2(own) !== void 0) return readConfig(toml(own), configPlace(own), rules2);
  const pyproject = join(folder, "pyproject.toml");
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
function pytestIn(folder, { text: text2, toml }) {
  for (const name of pytestFiles) {
    const path = join(folder, name);
    const content = text2(path);
    const settings = content === void 0 ? void 0 : pytestSettingsIn(name, content, () => toml(path));
    if (settings !== void 0) return settings;
  }
  return void 0;
}
function inherited(own) {
  const find = memoized(
    (folder) => own(folder) ?? (folder === "" || folder === "/" ? void 0 : find(folderOf(folder)))
  );
  return find;
}
function memoized(make) {
  const known7 = /* @__PURE__ */ new Map();
  return (key2) => {
    const made = known7.get(key2) ?? { value: make(key2) };
    known7.set(key2, made);
    return made.value;
  };
}
function folderOf(path) {
  const slash = path.lastIndexOf("/");
  return slash === 0 ? "/" : path.slice(0, Math.max(slash, 0));
}
function join(folder, name) {
  return folder === "" || folder === "/" ? `${folder}${name}` : `${folder}/${name}`;
}
function pathBelow(folder, path) {
  return folder === "" ? path : path.slice(join(folder, "").length);
}
var configPlace;
var init_load = __esm({
  "src/config/load.ts"() {
    "use strict";
    init_user_error();
    init_active_rules();
    init_config();
    init_globs();
    init_pytest();
    init_toml();
    configPlace = (path) => ({ source: `config: ${path}`, keys: [] });
  }
});

// src/files.ts
function namedFiles(cwd, named) {
  const files = /* @__PURE__ */ new Map();
  for (const name of named) {
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
    const code2 = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return { ok: false, reason: `cannot be read (${code2})` };
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
    const code2 = error instanceof Error && "code" in error ? error.code : void 0;
    if (code2 === "ENOENT" || code2 === "ENOTDIR" || code2 === "EISDIR") return void 0;
    throw new UserError(`${path} cannot be read (${String(code2)}); mend its permissions or move it`, {
      cause: error
    });
  }
}
var import_node_fs, import_node_path;
var init_files = __esm({
  "src/files.ts"() {
    "use strict";
    import_node_fs = require("node:fs");
    import_node_path = require("node:path");
    init_user_error();
  }
});

// src/git/fields.ts
function splitAtNul(bytes) {
  const fields = [];
  let start = 0;
  for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
    fields.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return fields;
}
var init_fields = __esm({
  "src/git/fields.ts"() {
    "use strict";
  }
});

// src/git/path-text.ts
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
var utf8, wellFormed, octal;
var init_path_text = __esm({
  "src/git/path-text.ts"() {
    "use strict";
    utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    wellFormed = /(?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})+/g;
    octal = (latin12) => [...latin12].map((byte) => `\\${byte.charCodeAt(0).toString(8)}`).join("");
  }
});

// src/git/run.ts
function readingEnvironment(environment) {
  const reading = { ...environment, GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" };
  for (const name of ignored) delete reading[name];
  return reading;
}
function attempt(place, words3, input) {
  const { error, status, signal, stdout, stderr } = (0, import_node_child_process.spawnSync)("git", ["-c", "core.fsmonitor=", ...words3], {
    cwd: place.directory,
    env: place.environment,
    input,
    maxBuffer: Infinity,
    windowsHide: true
  });
  if (error !== void 0) throw notStarted(error, place, words3);
  if (status === null) throw new UserError(`git ${commandOf(words3)}: killed by ${signal}`);
  return { status, stdout, stderr: stderr.toString() };
}
function output(place, words3, input) {
  const finished2 = attempt(place, words3, input);
  if (finished2.status === 0) return finished2.stdout;
  throw failed(place, words3, finished2);
}
function failed(place, words3, { stderr }) {
  const repository = attempt(place, ["rev-parse", "--git-dir"]);
  if (repository.status !== 0) return new UserError(`git: ${sentence(repository.stderr)}`);
  return new UserError(`git ${commandOf(words3)}: ${sentence(stderr)}`);
}
function sentence(stderr) {
  const lines = stderr.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  const fatal = lines.find((line) => line.startsWith("fatal: ")) ?? lines.find((line) => line.startsWith("error: "));
  const reason = (fatal ?? lines.at(-1) ?? "failed without a message").replace(/^(?:fatal|error): /, "");
  const remedy = lines.find((line) => line.startsWith("git config --global --add safe.directory "));
  return remedy === void 0 ? reason : `${reason}; to trust it: ${remedy}`;
}
function notStarted(error, { directory }, words3) {
  const missing2 = "code" in error && error.code === "ENOENT";
  if (!missing2) return new Error(`git ${commandOf(words3)} could not be started`, { cause: error });
  if (!(0, import_node_fs2.existsSync)(directory)) return new UserError(`git: the directory ${directory} does not exist`);
  return new UserError("git was not found on PATH; install it or add it to PATH");
}
function commandOf(words3) {
  return words3.find((word3, index) => word3 !== "-c" && words3[index - 1] !== "-c") ?? "";
}
var import_node_child_process, import_node_fs2, ignored;
var init_run = __esm({
  "src/git/run.ts"() {
    "use strict";
    import_node_child_process = require("node:child_process");
    import_node_fs2 = require("node:fs");
    init_user_error();
    ignored = [
      "GIT_LITERAL_PATHSPECS",
      "GIT_GLOB_PATHSPECS",
      "GIT_NOGLOB_PATHSPECS",
      "GIT_ICASE_PATHSPECS",
      "GIT_EXTERNAL_DIFF",
      "GIT_DIFF_OPTS"
    ];
  }
});

// src/git/blobs.ts
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
  const listed2 = output(
    place,
    ["cat-file", "--batch-check"],
    Buffer.from(ids.map((id) => `${id}
`).join(""))
  );
  const lines = listed2.toString("latin1").trimEnd().split("\n");
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
  const words3 = ["cat-file", "--batch"];
  const finished2 = attempt(place, words3, Buffer.from(ids.map((id) => `${id}
`).join("")));
  if (finished2.status !== 0) throw failed(place, words3, finished2);
  const batch = finished2.stdout;
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
var init_blobs = __esm({
  "src/git/blobs.ts"() {
    "use strict";
    init_user_error();
    init_fields();
    init_path_text();
    init_run();
  }
});

// src/git/changes.ts
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
function differences(place, side, pathspec) {
  const fields = splitAtNul(output(place, ["diff", ...options, ...side, "--", ...pathspec]));
  const found = [];
  for (let i = 0; i < fields.length; ) {
    const entry = String(fields[i]);
    const [oldMode = "", mode = "", oldBlob = "", blob = "", status = ""] = entry.slice(1).split(" ");
    i += /^[RC]/.test(status) ? 2 : 1;
    const pathBytes = fields[i];
    if (pathBytes === void 0) throw new Error(`git diff --raw ended inside an entry: ${entry}`);
    found.push({ pathBytes, mode, blob, oldMode, oldBlob });
    i += 1;
  }
  return found;
}
var isRegular, keyOf, unchanged, options;
var init_changes = __esm({
  "src/git/changes.ts"() {
    "use strict";
    init_fields();
    init_path_text();
    init_run();
    isRegular = (mode) => mode.startsWith("100");
    keyOf = ({ pathBytes }) => pathBytes.toString("latin1");
    unchanged = (difference) => ({
      ...difference,
      oldMode: difference.mode,
      oldBlob: difference.blob
    });
    options = ["--raw", "-z", "--no-abbrev", "-M", "-l1000", "-O/dev/null"];
  }
});

// src/git/discover.ts
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
  const words3 = ["rev-parse", "--absolute-git-dir", "--is-bare-repository", "--show-toplevel"];
  const finished2 = attempt(place, words3);
  const [, gitDirectory, isBare, topLevel] = /^([^]+)\n(true|false)\n(?:([^]+)\n)?$/.exec(finished2.stdout.toString()) ?? [];
  if (gitDirectory !== void 0 && topLevel !== void 0) {
    return { found: true, gitDirectory: (0, import_node_path2.resolve)(gitDirectory), topLevel: (0, import_node_path2.resolve)(topLevel) };
  }
  const { directory } = place;
  if (isBare === "true")
    return { found: false, why: `the repository of ${directory} is bare: it has no working tree` };
  if (gitDirectory !== void 0)
    return { found: false, why: `${directory} is in a git directory, not in a working tree` };
  const reason = sentence(finished2.stderr);
  if (reason.startsWith("not a git repository")) {
    return { found: false, why: `${directory} is ${reason.replace(/ \(or any .*$/, "")}` };
  }
  throw failed(place, words3, finished2);
}
function fromSubdirectory(cwd, environment, told) {
  const { GIT_DIR: set, GIT_WORK_TREE: workTree, ...without } = environment;
  if (set === void 0 || workTree !== void 0 || (0, import_node_fs3.existsSync)((0, import_node_path2.join)(cwd, ".git"))) return void 0;
  const walked = ask({ directory: cwd, environment: without });
  return walked.found && walked.gitDirectory === told.gitDirectory ? walked : void 0;
}
var import_node_fs3, import_node_path2;
var init_discover = __esm({
  "src/git/discover.ts"() {
    "use strict";
    import_node_fs3 = require("node:fs");
    import_node_path2 = require("node:path");
    init_run();
  }
});

// src/git/sides.ts
function parentSides(gitDirectory) {
  return [["--cached"], ...mergeHeads(gitDirectory).map((head) => ["--cached", head])];
}
function mergeBaseSides(place, gitDirectory, since2, compared2) {
  return mergeBases(place, gitDirectory, since2).map(
    (base) => compared2 === void 0 ? ["--cached", base] : [base, compared2]
  );
}
function mergeBases(place, gitDirectory, { reference, to: to2 }) {
  const compared2 = to2 === void 0 ? ["HEAD", ...mergeHeads(gitDirectory)] : [to2];
  for (const name of [reference, ...compared2]) {
    if (name === "" || name.startsWith("-")) throw unknownCommit(name);
  }
  const words3 = ["merge-base", "--all", reference, ...compared2];
  const finished2 = attempt(place, words3);
  if (finished2.status === 0) return finished2.stdout.toString().trim().split("\n");
  if (finished2.status === 1) throw new UserError(withoutBase(place, reference, to2 ?? "HEAD"));
  const [, unknown2] = /^Not a valid (?:object|commit) name (.*)$/.exec(sentence(finished2.stderr)) ?? [];
  if (unknown2 === void 0) throw failed(place, words3, finished2);
  throw unknown2 === "HEAD" ? new UserError("git: HEAD has no commit yet") : unknownCommit(unknown2);
}
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
var import_node_fs4, import_node_path3, unknownCommit;
var init_sides = __esm({
  "src/git/sides.ts"() {
    "use strict";
    import_node_fs4 = require("node:fs");
    import_node_path3 = require("node:path");
    init_user_error();
    init_run();
    unknownCommit = (name) => new UserError(`git: no commit is called '${name}'; fetch it or name another`);
  }
});

// src/git/repository.ts
function findRepository(cwd, environment) {
  const discovered = discover(cwd, environment);
  if (!discovered.found) return discovered;
  const { gitDirectory, place } = discovered;
  const repository = {
    topLevel: place.directory,
    gitDirectory,
    place,
    changed: (accepts, since2) => changed2(repository, accepts, since2),
    bases: (paths, since2) => bases(repository, paths, since2)
  };
  return { found: true, repository };
}
function openRepository(cwd, environment) {
  const answer = findRepository(cwd, environment);
  if (answer.found) return answer.repository;
  throw new UserError(`git: ${answer.why}`);
}
function changed2({ place, gitDirectory }, accepts, since2) {
  const sides = since2 === void 0 ? parentSides(gitDirectory) : mergeBaseSides(place, gitDirectory, since2, since2.to);
  const introduced2 = changes(place, sides, python).filter(
    ({ path, blob, bases: bases2 }) => !bases2.includes(blob) && accepts(path)
  );
  const contentOf = readBlobs(
    place,
    introduced2.flatMap(({ blob, bases: bases2 }) => [blob, ...bases2])
  );
  return introduced2.map(({ path, pathBytes, blob, mode, bases: bases2 }) => ({
    path,
    pathBytes,
    blob,
    mode,
    content: contentOf(blob, path),
    bases: bases2.map((base) => contentOf(base, path))
  }));
}
function bases({ place, gitDirectory }, paths, since2) {
  const sides = since2 === void 0 ? parentSides(gitDirectory) : mergeBaseSides(place, gitDirectory, since2, void 0);
  const pathspec = paths.every((path) => path.endsWith(".py")) ? python : [];
  const changed3 = new Map(changes(place, sides, pathspec).map(({ path, bases: bases2 }) => [path, bases2]));
  const index = since2 === void 0 ? void 0 : indexedBlobs(place);
  const blobs = paths.flatMap((path) => {
    const old = changed3.get(path) ?? index?.get(path) ?? (since2 && []);
    return old === void 0 ? [] : [{ path, old }];
  });
  const contentOf = readBlobs(
    place,
    blobs.flatMap(({ old }) => old)
  );
  return new Map(blobs.map(({ path, old }) => [path, old.map((blob) => contentOf(blob, path))]));
}
var python;
var init_repository = __esm({
  "src/git/repository.ts"() {
    "use strict";
    init_user_error();
    init_blobs();
    init_changes();
    init_discover();
    init_sides();
    python = ["*.py"];
  }
});

// src/rules/security/debugger-left.ts
function problemOf(module2, call2, binding) {
  const { tree, spanOf: spanOf2, textOf: textOf3 } = module2;
  const statement = statementAround(tree, call2);
  const isStatement2 = callStatementOf(tree, statement) === call2;
  const name = textOf3(childIn(tree, call2, Field.function));
  const found = { message: `\`${name}\` stops the run in a debugger; delete it`, subject: name };
  if (!isStatement2) return { ...found, at: spanOf2(call2) };
  const first = importFor(module2, statement, binding) ?? statement;
  return {
    ...found,
    at: { start: spanOf2(first).start, end: spanOf2(statement).end },
    fix: { edits: [module2.statementRemoval(first, statement)], safe: true, title: `delete \`${name}\`` }
  };
}
function bindingOf({ tree, bindings, spanOf: spanOf2 }, call2) {
  const binding = bindings.bindingAt(spanOf2(childIn(tree, call2, Field.function)).start);
  return binding?.kind === "import" ? binding : void 0;
}
function importFor({ tree, imports: imports2, positionAt: positionAt2, spanOf: spanOf2 }, statement, binding) {
  const [definition, ...others] = binding?.definitions ?? [];
  if (definition === void 0 || others.length > 0) return void 0;
  if (binding?.references.some(({ node }) => !contains(tree, statement, node)) === true) return void 0;
  const imported3 = imports2.statements.find(
    ({ names: [first, ...rest] }) => first?.binder === definition.node && rest.length === 0
  );
  if (imported3 === void 0 || nextStatementOf(tree, imported3.node) !== statement) return void 0;
  const lineOf4 = (node) => positionAt2(spanOf2(node).start).line;
  return lineOf4(imported3.node) === lineOf4(statement) ? imported3.node : void 0;
}
function unusedImportsOf({ tree, imports: imports2, bindings, spanOf: spanOf2, commentAfter }) {
  return imports2.statements.flatMap(({ node, names: [imported3, ...others] }) => {
    if (imported3 === void 0 || others.length > 0) return [];
    const { origin, binder } = imported3;
    if (!DEBUGGER_MODULE.test(origin) && !DEBUGGERS.has(origin)) return [];
    const binding = bindings.bindingAt(spanOf2(binder).start);
    const isUsed = binding === void 0 || binding.references.length > 0 || binding.definitions.length > 1;
    return isUsed || mayBeExpectedToRaise(tree, node) || commentAfter(node) !== void 0 ? [] : node;
  });
}
function hasOtherUses({ tree }, { references, definitions }, stops) {
  const isStop = (node) => stops.some((call2) => contains(tree, childIn(tree, call2, Field.function), node));
  return definitions.length === 1 && references.some(({ node }) => !isStop(node));
}
function isAboutDebuggers({ nodesOf: nodesOf2, text: text2, textOf: textOf3 }) {
  if (/breakpointhook|PYTHONBREAKPOINT/.test(text2)) return true;
  return Array.from(nodesOf2(Kind.string_content)).some(
    (content) => /(?:^|[.\s>])(?:set_trace|i?pdb|pudb)\b|\(i?pdb\)/i.test(textOf3(content))
  );
}
var debugger_left_default, DEBUGGERS, DEBUGGER_MODULE;
var init_debugger_left = __esm({
  "src/rules/security/debugger-left.ts"() {
    "use strict";
    init_statements();
    init_syntax();
    init_rule();
    debugger_left_default = defineRule({
      id: "debugger-left",
      family: "security",
      summary: "a call that stops in a debugger, or the import that it needed",
      advice: "delete the calls of the debugger",
      why: `
\`breakpoint()\` waits for somebody at the keyboard: on a server the run hangs until it is killed, and a debugger that
listens on a port runs whatever it is sent. What is called is resolved through the imports and the builtins, so that a
function of the module that is called \`breakpoint\` is none. Nothing is said in modules that test a debugger: those that
name it in a string, replace its hook, or use more of it than what stops. An import of a debugger is reported when
nothing uses it. The fix deletes the lines.
`,
      nearest: "flake8-debugger's and ruff's `T100` report every import and call of a debugger, in tests of debuggers as well, and delete nothing.",
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
        const imports2 = unusedImportsOf(module2);
        if (stops.length + imports2.length === 0 || isAboutDebuggers(module2)) return;
        for (const call2 of stops) {
          const binding = bindingOf(module2, call2);
          if (binding !== void 0 && hasOtherUses(module2, binding, stops)) continue;
          yield problemOf(module2, call2, binding);
        }
        for (const statement of imports2) {
          yield {
            at: module2.spanOf(statement),
            message: "nothing uses this debugger; delete its import",
            subject: module2.textOf(statement),
            fix: { edits: [module2.statementRemoval(statement)], safe: true, title: "delete the import" }
          };
        }
      }
    });
    DEBUGGERS = /* @__PURE__ */ new Set([
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
    DEBUGGER_MODULE = /^(?:i?pdb|pudb|wdb|rpdb|epdb|pdbr|pdbpp|bpdb|web_pdb|remote_pdb|debugpy|ptvsd|pydevd\w*)(?:\.|$)/;
  }
});

// src/rules/security/hardcoded-secret.ts
function* tokensIn(text2) {
  for (const match of text2.matchAll(TOKEN)) {
    if (/[A-Za-z0-9]/.test(text2[match.index - 1] ?? "")) continue;
    for (const [group, random] of Object.entries(match.groups ?? {})) {
      if (random === void 0 || !isRandom(random)) continue;
      yield { provider: PROVIDERS[group] ?? group, token: match[0], offset: match.index };
    }
  }
}
function isRandom(characters) {
  if (MADE_UP.test(characters)) return false;
  if (longestRunOf(characters) >= LONG_RUN) return false;
  if (characters.length >= 30 && !hasEveryClass(characters)) return false;
  return entropyOf(characters) >= Math.min(3, Math.log2(characters.length) - 1);
}
function longestRunOf(characters) {
  let longest = 1;
  let run2 = 1;
  let lastStep = NaN;
  for (let index = 1; index < characters.length; index++) {
    const step = characters.charCodeAt(index) - characters.charCodeAt(index - 1);
    run2 = Math.abs(step) > 1 ? 1 : step === lastStep ? run2 + 1 : 2;
    lastStep = step;
    longest = Math.max(longest, run2);
  }
  return longest;
}
function hasEveryClass(characters) {
  if (/^[a-f0-9]+$/i.test(characters)) return /\d/.test(characters) && /[a-f]/i.test(characters);
  return /[A-Z]/.test(characters) && /[a-z]/.test(characters) && (/\d/.test(characters) || /^[A-Za-z]+$/.test(characters));
}
function entropyOf(characters) {
  const counts = /* @__PURE__ */ new Map();
  for (const character2 of characters) counts.set(character2, (counts.get(character2) ?? 0) + 1);
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
var madeUpKey, hardcoded_secret_default, SHORTEST, SHOWN, PROVIDERS, TOKEN, LONG_RUN, MADE_UP;
var init_hardcoded_secret = __esm({
  "src/rules/security/hardcoded-secret.ts"() {
    "use strict";
    init_syntax();
    init_rule();
    madeUpKey = ["AKIA", "Z7QMW2YK", "4RXD5HTN"].join("");
    hardcoded_secret_default = defineRule({
      id: "hardcoded-secret",
      family: "security",
      summary: "a provider's access token written into the module",
      advice: "revoke each token, and read it from the environment",
      why: `
A token that is committed is public to everyone who can read the repository, for as long as its history is kept, and
has to be revoked. Tests are where tokens slip in: one is pasted to try a call against the real service. The rule
knows the forms that providers give their tokens (AWS, GitHub, GitLab, Slack, Stripe, Google, npm, PyPI, OpenAI,
Anthropic, SendGrid, Hugging Face, DigitalOcean, Shopify) and looks at strings and comments for what is random
enough to be one. It says nothing of made-up tokens: those of the providers' documentation, repeated or consecutive
characters, and words such as \`test\`, \`fake\` or \`example\`. Passwords are not judged: in tests they are nearly
always made up.
`,
      nearest: "bandit's and ruff's `S105` to `S107` go by the names of variables and report every password in a test; gitleaks and detect-secrets look at all files and at more forms.",
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
      *check({ nodesOf: nodesOf2, tree }) {
        for (const kind of [Kind.string_content, Kind.comment]) {
          for (const node of nodesOf2(kind)) {
            const start = tree.start[node] ?? 0;
            const end = tree.end[node] ?? 0;
            if (end - start < SHORTEST) continue;
            const text2 = tree.text.slice(start, end);
            if (text2.search(TOKEN) === -1) continue;
            for (const { provider, token, offset } of tokensIn(text2)) {
              yield {
                at: { start: start + offset, end: start + offset + token.length },
                message: `${provider} \`${token.slice(0, SHOWN)}…\` is in the code; revoke it and read it from the environment`,
                subject: `${provider} ${digestOf(token)}`
              };
            }
          }
        }
      }
    });
    SHORTEST = 20;
    SHOWN = 4;
    PROVIDERS = {
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
    TOKEN = new RegExp(
      [
        "(?:AKIA|ASIA)(?<aws>[A-Z2-7]{16})(?![A-Za-z0-9])",
        "gh[opsur]_(?<github>[A-Za-z0-9]{36,})",
        "github_pat_(?<githubFine>[A-Za-z0-9]{22}_[A-Za-z0-9]{59})",
        "glpat-(?<gitlab>[\\w-]{20,})",
        "xox[abeoprs]-(?:\\d+-){1,3}(?<slack>[A-Za-z0-9]{24,})",
        "hooks\\.slack\\.com/services/T[A-Z0-9]{8,}/B[A-Z0-9]{8,}/(?<slackHook>[A-Za-z0-9]{24})",
        "[rs]k_live_(?<stripe>[A-Za-z0-9]{24,})",
        "AIza(?<google>[\\w-]{35})(?![\\w-])",
        "GOCSPX-(?<googleSecret>[\\w-]{28})(?![\\w-])",
        "npm_(?<npm>[A-Za-z0-9]{36})(?![A-Za-z0-9])",
        "pypi-AgEIcHlwaS5vcmc(?<pypi>[\\w-]{50,})",
        "sk-(?:[a-z]+-)?[\\w-]{20,}T3BlbkFJ(?<openai>[\\w-]{20,})",
        "sk-(?:proj|svcacct|admin)-(?<openaiProject>[\\w-]{40,})",
        "sk-ant-[a-z]+\\d\\d-(?<anthropic>[\\w-]{80,})",
        "SG\\.[\\w-]{22}\\.(?<sendgrid>[\\w-]{43})",
        "hf_(?<huggingface>[A-Za-z]{34})(?![A-Za-z0-9])",
        "do[opr]_v1_(?<digitalocean>[a-f0-9]{64})",
        "shp(?:at|ca|pa|ss)_(?<shopify>[a-fA-F0-9]{32})"
      ].map((form) => `(?:${form})`).join("|"),
      "g"
    );
    LONG_RUN = 5;
    MADE_UP = /test|fake|dummy|example|sample|placeholder|mock|invalid|redact|foobar|secret|token|password|your|xxxx|abcd|1234|0000|qwerty|deadbeef|changeme|notareal|(.)\1{3}|(.{3,8})\2{2}/i;
  }
});

// src/names/words.ts
function wordsOf2(identifier) {
  if (SNAKE.test(identifier)) return identifier.split("_").filter((word3) => word3 !== "");
  return Array.from(identifier.matchAll(WORD), ([word3]) => word3.toLowerCase());
}
function trimmed2(identifier) {
  const [, leading = "", core = "", trailing = ""] = /^(_*)(.*?)(_*)$/s.exec(identifier) ?? [];
  return { leading, core, trailing };
}
var SNAKE, WORD;
var init_words = __esm({
  "src/names/words.ts"() {
    "use strict";
    SNAKE = /^_*[a-z]+\d*(?:_+(?:[a-z]+\d*|\d+))*_*$/;
    WORD = new RegExp("IPv\\d+|OAuth\\d*|GraphQL|(?:My|No|Postgre)SQL|GitHub|GitLab|\\p{Lu}{2,}s(?!\\p{Ll})\\d*|(?:API|CSV|HTML|JSON|SQL|URL|UUID|XML|YAML)(?=\\p{Ll})|\\p{Lu}+(?!\\p{Ll})\\d*|\\p{Lu}?[\\p{L}\\p{M}][\\p{Ll}\\p{Lo}\\p{M}]*\\d*|\\d+", "gu");
  }
});

// src/names/cases.ts
function snakeCase(identifier) {
  const { leading, core, trailing } = trimmed2(identifier);
  return leading + wordsOf2(core).join("_") + trailing;
}
var init_cases = __esm({
  "src/names/cases.ts"() {
    "use strict";
    init_words();
  }
});

// src/rules/options.ts
function option(kind, defaults) {
  return {
    kind,
    default: defaults.default,
    review: defaults.review ?? defaults.default,
    description: defaults.description
  };
}
var integer2, texts, flag2, table;
var init_options = __esm({
  "src/rules/options.ts"() {
    "use strict";
    integer2 = (defaults) => option("integer", defaults);
    texts = (defaults) => option("texts", defaults);
    flag2 = (defaults) => option("flag", defaults);
    table = (defaults) => option("table", defaults);
  }
});

// src/rules/naming/camel-case-local.ts
function isLocal({ kind, scope: scope2 }) {
  return kind === "local" && (scope2.kind === "function" || scope2.kind === "comprehension");
}
function writesSnakeCase({ definitions, model }, locals, limits) {
  const hooks = new Set(model.hooks);
  const functions = definitions.filter(
    (definition) => definition.kind === "function" && !hooks.has(definition)
  );
  const names = [...locals, ...functions].map(({ name }) => name);
  const snake = names.filter((name) => SNAKE2.test(name)).length;
  const isCamel = (name) => CAMEL.test(name) || CAP_WORDS.test(name);
  const camel = names.filter((name) => isCamel(name) || /^test_.*[a-z][A-Z]/.test(name)).length;
  const count3 = snake + camel;
  return count3 >= limits["minimum-names"] && snake * 100 >= count3 * limits["minimum-share"];
}
function isExempt(module2, { name, scope: scope2, definitions, declarations }) {
  if (!/[A-Z][a-z]/.test(name) || declarations.length > 0) return true;
  const values = definitions.map(({ node }) => module2.valueGivenTo(node));
  if (values.some((value) => value !== void 0 && /^self\.assert\w*$/.test(module2.textOf(value))))
    return true;
  return hasSymbol(scope2, name) || module2.isMentioned(name, functionAround(scope2).node);
}
function hasSymbol(scope2, name) {
  return Array.from(name.matchAll(/[A-Z]/g)).some(({ index }) => {
    const symbol = scope2.symbols.get(name.slice(index));
    return symbol?.binding.scope === scope2 && symbol.binding.kind === "local";
  });
}
function functionAround(scope2) {
  let outer = scope2;
  while (outer.kind !== "function" && outer.parent !== void 0) outer = outer.parent;
  return outer;
}
var camel_case_local_default, CAMEL, CAP_WORDS, SNAKE2;
var init_camel_case_local = __esm({
  "src/rules/naming/camel-case-local.ts"() {
    "use strict";
    init_cases();
    init_options();
    init_rule();
    camel_case_local_default = defineRule({
      id: "camel-case-local",
      family: "naming",
      summary: "a local variable in camel case in a module that writes snake case",
      why: `
PEP 8 has variables in snake case, and so has the module itself: one \`emptyCart\` among its neighbours looks like a
method of another library and is missed by a search for \`empty_cart\`. What counts is the module's own convention, by
the names of several words that its functions and their variables have; where camel case is no exception, or where
there are too few names to tell, nothing is said. A name may follow something that is not the module's to name: one that
the function also has as an attribute (\`model.fieldName\`), as a keyword (\`fieldName=fieldName\`) or in a string is left
alone, as are capitals that are letters of their own (\`pkgA\`, \`userID\`) or begin another variable (\`dAu\`
beside \`Au\`), a shorthand for an assertion method of the
test case, and names that \`global\` or \`nonlocal\` share. Parameters, attributes and functions are never reported: they
are called from elsewhere.
`,
      nearest: "pep8-naming's and ruff's `N806` reports every local variable that is not in lower case, whatever the module writes and whatever the name repeats, and renames none.",
      severity: { fast: "error", review: "error" },
      options: {
        "minimum-names": integer2({
          default: 5,
          description: "how many names of several words a module needs to show a convention"
        }),
        "minimum-share": integer2({
          default: 80,
          description: "from which share of these names on, in per cent, snake case is the convention"
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
        if (camel.length === 0 || !writesSnakeCase(module2, locals, options2)) return;
        for (const binding of camel) {
          const {
            name,
            scope: scope2,
            definitions: [definition]
          } = binding;
          if (definition === void 0 || isExempt(module2, binding)) continue;
          const renameTo = snakeCase(name);
          if (module2.bindings.lookup(scope2, renameTo) === void 0) {
            yield {
              at: definition,
              message: `\`${name}\` is in camel case in a module of snake case; rename it \`${renameTo}\``,
              subject: name,
              fix: { renameTo, evidence: "the case of the other names in the module" }
            };
          } else {
            yield {
              at: definition,
              message: `\`${name}\` is in camel case, and \`${renameTo}\` is another name here; tell the two apart`,
              subject: name
            };
          }
        }
      }
    });
    CAMEL = /^_*[a-z][a-z0-9]*[A-Z]/;
    CAP_WORDS = /^[A-Z][a-z0-9]+[A-Z]/;
    SNAKE2 = /^_*[a-z0-9]+(?:_+[a-z0-9]+)+_*$/;
  }
});

// src/rules/naming/mixed-test-naming.ts
var mixed_test_naming_default, CAMEL_TEST;
var init_mixed_test_naming = __esm({
  "src/rules/naming/mixed-test-naming.ts"() {
    "use strict";
    init_cases();
    init_options();
    init_rule();
    mixed_test_naming_default = defineRule({
      id: "mixed-test-naming",
      family: "naming",
      summary: "a few tests in camel case in a module whose tests are in snake case",
      advice: "name these tests in the case of the others",
      why: `
Names of tests are read in lists: in the output of a run, in a report of failures, after \`-k\`. One \`testRefund\`
among twenty \`test_refund_…\` breaks the list and is missed by a search for the word. What counts is the convention
of the module itself: a module whose tests are mostly \`testRefund\`, as unittest's own once were, has one, and
nothing is said there. Nor is anything said of \`test_getUser_twice\`, where the capital belongs to the symbol under
test, or of a module with too few tests to show a convention.
`,
      nearest: "pep8-naming and ruff's `N802` report every function that is not in lower case, `setUp` and overrides included, whatever the module's convention is.",
      severity: { fast: "error", review: "error" },
      options: {
        "minimum-tests": integer2({
          default: 4,
          description: "how many tests a module needs to show a convention"
        }),
        "maximum-share": integer2({
          default: 34,
          description: "up to which share of the tests, in per cent, camel case is the exception and not the convention"
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
      *check({ model }, options2) {
        const camel = model.tests.filter(({ name }) => CAMEL_TEST.test(name));
        const snake = model.tests.filter(({ name }) => name.startsWith("test_"));
        const count3 = camel.length + snake.length;
        if (model.tests.length < options2["minimum-tests"] || camel.length * 100 > count3 * options2["maximum-share"])
          return;
        for (const { name, nameSpan } of camel) {
          const renameTo = snakeCase(name);
          yield {
            at: nameSpan,
            message: `\`${name}\` is in camel case among ${snake.length} tests in snake case; rename it \`${renameTo}\``,
            subject: name,
            fix: { renameTo, evidence: "the case of the other tests in the module" }
          };
        }
      }
    });
    CAMEL_TEST = /^test[A-Z][A-Za-z0-9]*$/;
  }
});

// src/names/prose.ts
function proseWordsOf(text2) {
  return Array.from(text2.matchAll(new RegExp("[\\p{L}\\p{N}_]+(?:['’]\\p{L}+)*", "gu"))).flatMap(
    ([word3]) => /['’]/.test(word3) ? [word3.toLowerCase()] : wordsOf2(word3)
  );
}
function stemOf(word3) {
  const bare = word3.length > 2 ? word3.replace(/(?:ing|ed|es|s|e)$/, "") : word3;
  return (bare.length < 2 ? word3 : bare).replace(/(.)\1$/, "$1").replace(/y$/, "i");
}
var init_prose = __esm({
  "src/names/prose.ts"() {
    "use strict";
    init_words();
  }
});

// src/rules/docstrings/copy-pasted-docstring.ts
function copiesIn({ docstrings, model }) {
  const byDefinition = new Map(docstrings.map((docstring) => [docstring.definition, docstring]));
  const groups2 = /* @__PURE__ */ new Map();
  for (const test of model.tests) {
    const docstring = byDefinition.get(test.definition);
    if (docstring === void 0) continue;
    const { enclosing } = test.definition;
    const scope2 = groups2.get(enclosing) ?? /* @__PURE__ */ new Map();
    groups2.set(enclosing, scope2);
    const text2 = docstring.text.toLowerCase().replace(/\W+/g, " ").trim();
    const words3 = wordsOf2(test.name).filter((word3) => !WEIGHTLESS.has(word3) && !/^\d/.test(word3));
    scope2.set(text2, [...scope2.get(text2) ?? [], { test, docstring, words: words3 }]);
  }
  return [...groups2.values()].flatMap(
    (scope2) => [...scope2].flatMap(([text2, copies]) => text2 === "" || copies.length < 2 ? [] : [copies])
  );
}
function wordsOnlyOf(one, other) {
  const others = new Set(other.words.map(stemOf));
  return one.words.filter((word3) => !others.has(stemOf(word3)));
}
var copy_pasted_docstring_default, saidOf, WEIGHTLESS;
var init_copy_pasted_docstring = __esm({
  "src/rules/docstrings/copy-pasted-docstring.ts"() {
    "use strict";
    init_prose();
    init_words();
    init_options();
    init_rule();
    copy_pasted_docstring_default = defineRule({
      id: "copy-pasted-docstring",
      family: "docstrings",
      summary: "a docstring that was copied from another test and describes that one",
      why: `
A test is often made by copying its neighbour, and the docstring comes along: \`test_refund_twice\` then says "Refunding
an unpaid order fails", and a report of failures describes the wrong test. The rule compares the tests of one class or
module whose docstrings have the same words. It speaks of the one whose docstring names what only the name of the
other test says, and nothing of what only its own says. The review reports every docstring that two tests share,
since one sentence cannot tell both apart.
`,
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
          const said = new Set(proseWordsOf(first?.docstring.text ?? "").map(stemOf));
          const original = copies.toSorted((one, other) => saidOf(other, said) - saidOf(one, said))[0];
          for (const copy of copies) {
            if (copy === original || original === void 0 || copy.test.name === original.test.name) continue;
            const theirs = wordsOnlyOf(original, copy);
            const own = wordsOnlyOf(copy, original);
            const words3 = theirs.filter((word3) => said.has(stemOf(word3)));
            const isOfOther = words3.length > 0 && (own.length > 0 || words3.length === theirs.length);
            const isStale = isOfOther && !own.some((word3) => said.has(stemOf(word3)));
            if (!isStale && !options2["every-copy"]) continue;
            yield {
              at: copy.docstring.span,
              message: isStale ? `docstring is that of \`${original.test.name}\` and speaks of \`${words3.join(" ")}\`; describe this test` : `docstring is also that of \`${original.test.name}\`; say what is different here`,
              subject: copy.test.name
            };
          }
        }
      }
    });
    saidOf = ({ words: words3 }, said) => words3.filter((word3) => said.has(stemOf(word3))).length;
    WEIGHTLESS = new Set(
      "test tests a an the of to in on for is are and or with by from as at when if that this it be not no".split(
        " "
      )
    );
  }
});

// src/rules/docstrings/missing-docstring.ts
function* missingIn({ model, positionAt: positionAt2 }, documented2) {
  const isMissing = (definition) => !documented2.has(definition);
  const tests = model.tests.map(({ definition }) => definition).filter(isMissing);
  const fixtures = model.fixtures.map(({ definition }) => definition).filter(isMissing);
  const helpers = model.helpers.filter(isMissing).filter(isHelper);
  const missing2 = [...tests, ...fixtures, ...helpers].toSorted(
    (one, other) => one.nameSpan.start - other.nameSpan.start
  );
  if (missing2.length === 0) return;
  const counts = [counted(tests, "test"), counted(fixtures, "fixture"), counted(helpers, "helper")];
  const lines = missing2.slice(0, MOST_LINES).map(({ nameSpan }) => positionAt2(nameSpan.start).line);
  const shown = missing2.length > MOST_LINES ? [...lines, "…"] : lines;
  yield {
    // The module is what lacks them; a definition that gets its docstring leaves the finding where it is.
    at: { start: 0, end: 0 },
    message: `no docstring: ${counts.filter((count3) => count3 !== "").join(", ")} (${shown.length === 1 ? "line" : "lines"} ${shown.join(", ")})`,
    measure: missing2.length
  };
}
var missing_docstring_default, counted, isHelper, MOST_LINES;
var init_missing_docstring = __esm({
  "src/rules/docstrings/missing-docstring.ts"() {
    "use strict";
    init_options();
    init_rule();
    missing_docstring_default = defineRule({
      id: "missing-docstring",
      family: "docstrings",
      summary: "a test without a docstring among tests that have one",
      why: `
Whether tests need docstrings is for a project to say; many name their tests well and need none. But where nearly all
tests of a module have one, they are read as a list of what holds, and the test without one is a gap in it. So the
rule asks the module: only where most of its tests have a docstring does it report one that has none. The review has
another purpose and names every test, fixture and helper without a docstring, all of a module in one finding with
their number; methods that Python calls by itself, such as \`__init__\`, and the hooks of a framework, such as
\`setUp\`, are left out.
`,
      nearest: "pydocstyle's and ruff's `D102` and `D103` want a docstring of every public method and function, in all modules.",
      severity: { fast: "warning", review: "warning" },
      options: {
        "minimum-share": integer2({
          default: 80,
          description: "from which share of tests with a docstring on, in per cent, those without one are reported"
        }),
        "minimum-docstrings": integer2({
          default: 5,
          description: "how many tests of a module need a docstring for it to be a convention"
        }),
        "every-definition": flag2({
          default: false,
          review: true,
          description: "whether all tests, fixtures and helpers are to have a docstring; one finding a module then gives their number"
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
        const { tests } = module2.model;
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
    counted = (definitions, noun) => definitions.length === 0 ? "" : `${definitions.length} ${noun}${definitions.length === 1 ? "" : "s"}`;
    isHelper = ({ name, decorators }) => !/^__\w+__$/.test(name) && !decorators.some((decorator) => /(?:^|\.)(?:overload|setter|deleter)$/.test(decorator.name));
    MOST_LINES = 8;
  }
});

// src/rules/docstrings/skip-without-reason.ts
var skip_without_reason_default;
var init_skip_without_reason = __esm({
  "src/rules/docstrings/skip-without-reason.ts"() {
    "use strict";
    init_rule();
    skip_without_reason_default = defineRule({
      id: "skip-without-reason",
      family: "docstrings",
      summary: "a test that is skipped and does not say why",
      why: `
A skipped test is a promise to come back. The report of every run shows the reason, and whoever reads it can tell
whether it still holds; without one, nobody dares to remove the skip, and the test is lost. The rule knows the marks,
decorators, calls and exceptions of pytest and unittest that skip, under whatever name they are imported; an empty
reason is none. A comment at the end of the line, or directly above or below it, has given the reason, though to fewer readers:
nothing is said of it.
`,
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
      *check({ skips, isCommented, spanOf: spanOf2 }) {
        for (const { node, name, hasReason } of skips) {
          if (hasReason || isCommented(node)) continue;
          yield {
            at: spanOf2(node),
            message: `\`${name}\` gives no reason; say why, and until when`,
            subject: name
          };
        }
      }
    });
  }
});

// src/rules/docstrings/stale-docstring-param.ts
function onlyOne(parameters) {
  const [only, ...others] = parameters.filter((name) => name !== "self" && name !== "cls");
  return others.length === 0 ? only : void 0;
}
var stale_docstring_param_default, isVariadic, parametersOf2;
var init_stale_docstring_param = __esm({
  "src/rules/docstrings/stale-docstring-param.ts"() {
    "use strict";
    init_docstrings();
    init_nearest();
    init_rule();
    stale_docstring_param_default = defineRule({
      id: "stale-docstring-param",
      family: "docstrings",
      summary: "a docstring that describes a parameter which the function does not have",
      advice: "describe the parameters that the function takes",
      why: `
A docstring that describes a parameter by a name that the signature does not have is left over from a rename or a
deletion, and whoever reads it passes an argument that does not exist. The fields of Sphinx (\`:param size:\`) and
epytext (\`@param size:\`) and the sections of Google (\`Args:\`) and numpy (\`Parameters\`) are understood. A function
that takes \`*args\` or \`**kwargs\` may describe what goes through them, and one that returns an inner function may
describe the inner one's parameters: nothing is said of either. A parameter that the docstring leaves out is no
finding.
`,
      nearest: "pydoclint's and ruff's `DOC102` reports the same, from sections of Google and numpy only, and takes headings of other formats, such as OpenAPI, for such sections.",
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
      *check({ docstrings, definitions }) {
        for (const docstring of docstrings) {
          const { definition } = docstring;
          if (definition?.kind !== "function" || isVariadic(definition)) continue;
          const described2 = documentedParametersOf(docstring);
          if (described2.length === 0) continue;
          const taken = parametersOf2(definition);
          const inner = definitions.filter(({ enclosing }) => enclosing === definition).flatMap(parametersOf2);
          const known7 = /* @__PURE__ */ new Set([...taken, ...inner]);
          const unknown2 = described2.filter(({ name }) => !known7.has(name));
          const undescribed = taken.filter((name) => !described2.some((parameter) => parameter.name === name));
          for (const { name, span } of unknown2) {
            const meant = nearest(name, undescribed) ?? (unknown2.length === 1 ? onlyOne(undescribed) : void 0);
            const advice2 = meant === void 0 ? "remove it" : `did you mean \`${meant}\`?`;
            yield {
              at: span,
              message: `docstring describes \`${name}\`, which \`${definition.name}\` does not take; ${advice2}`,
              subject: name
            };
          }
        }
      }
    });
    isVariadic = ({ parameters }) => parameters.some(({ kind }) => kind === "var-positional" || kind === "var-keyword");
    parametersOf2 = (definition) => definition.kind === "function" ? definition.parameters.map(({ name }) => name) : [];
  }
});

// src/rules/docstrings/stale-docstring-return.ts
function isReplaced({ decorators }) {
  return !decorators.every(({ name }) => KEEPS_RESULT.test(name));
}
var stale_docstring_return_default, KEEPS_RESULT, NOTHING;
var init_stale_docstring_return = __esm({
  "src/rules/docstrings/stale-docstring-return.ts"() {
    "use strict";
    init_docstrings();
    init_rule();
    stale_docstring_return_default = defineRule({
      id: "stale-docstring-return",
      family: "docstrings",
      summary: "a docstring that describes a return value of a function that returns none",
      why: `
A docstring that says what a function returns, when it returns nothing, is left over from an earlier version or from
the function that it was copied from. Whoever believes it gets \`None\`. The fields of Sphinx (\`:return:\`,
\`:returns:\`) and epytext (\`@return:\`) and the sections of Google (\`Returns:\`) and numpy (\`Returns\` with a line of
dashes) are understood. Nothing is said where the description speaks of \`None\` or of nothing, or is left empty as
editors leave it; nor of a function that only stands for another one, because it is abstract, an overload, does
nothing or always raises, or has a decorator that may return something in its place. A \`return\` or \`yield\` counts in the function itself, not in one inside it.
`,
      nearest: "pydoclint's and ruff's `DOC202` reports the same, from sections of Google and numpy only, of stubs as well.",
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
      *check({ docstrings, docstringRemoval: docstringRemoval2, givesValue: givesValue2, isStub: isStub2 }) {
        for (const docstring of docstrings) {
          const { definition } = docstring;
          if (definition?.kind !== "function") continue;
          const described2 = documentedReturnOf(docstring);
          if (described2 === void 0 || !/\w/.test(described2.text) || NOTHING.test(described2.text)) continue;
          if (/:rtype:\W*None\b/.test(docstring.text)) continue;
          if (givesValue2(definition) || isStub2(definition) || isReplaced(definition)) continue;
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
    KEEPS_RESULT = /^(?:(?:pytest|unittest|mock|patch|ddt|parameterized|hypothesis)(?:\.\w+)*|\w+\.patch(?:\.\w+)*|fixture|given|staticmethod|classmethod|property|override)$/;
    NOTHING = /\b(?:none|nothing|void|n\/a|no (?:return|value)|not? return)/i;
  }
});

// src/rules/instruction.ts
function instructionsOf(module2) {
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
  if (!isVerb(/^[A-Za-z]*/.exec(content)?.[0].toLowerCase() ?? "")) return void 0;
  if (/\?|:\/\/|\b(?:TODO|FIXME|XXX|HACK|NOTE|NB|WARNING)\b/.test(content)) return void 0;
  const words3 = proseWordsOf(content);
  if (words3.length < 2 || words3.length > MOST_WORDS) return void 0;
  if (words3.some((word3) => WHY.has(word3) || word3.endsWith("n't"))) return void 0;
  const carrying = words3.filter((word3) => !STOP.has(word3));
  return carrying.length < 2 ? void 0 : { words: carrying, names: content.match(NAME_OF_CODE) ?? [] };
}
function restates(module2, { statement, words: words3, names }) {
  if (isCompound(module2.tree, statement) || !module2.endsParagraph(statement)) return false;
  const said = saidBy(module2, statement, afterOf(module2.tree, statement), false);
  return words3.every((word3) => isSaid(word3, said)) && names.every((name) => hasName(module2, statement, name));
}
function hasName({ tree }, statement, name) {
  for (const node of descendantsOf(tree, statement, Kind.identifier))
    if (textOf(tree, node) === name) return true;
  return false;
}
function announces(module2, { statement, words: words3 }) {
  if (words3.some((word3) => ANNOUNCED_REASON.has(word3))) return false;
  const said = saidBy(module2, statement, headerEndOf2(module2, statement), true);
  const known7 = words3.filter((word3) => ASIDE.has(word3) || isSaid(word3, said)).length;
  return known7 > 1 && known7 * 3 >= words3.length * 2;
}
function headerEndOf2({ tree }, statement) {
  if (!isCompound(tree, statement)) return afterOf(tree, statement);
  for (let node = statement; node < afterOf(tree, statement); node++) {
    if (kindOf(tree, node) === Kind.block) return node;
  }
  return afterOf(tree, statement);
}
function saidBy({ tree }, statement, end, withStrings) {
  const said = /* @__PURE__ */ new Set();
  for (let node = statement; node < end; node++) {
    const kind = kindOf(tree, node);
    if (kind === Kind.identifier) for (const word3 of wordsOf2(textOf(tree, node))) said.add(stemOf(word3));
    else if (kind === Kind.integer || kind === Kind.float) said.add(textOf(tree, node));
    else if (kind === Kind.string_content && withStrings) {
      for (const word3 of proseWordsOf(textOf(tree, node))) said.add(stemOf(word3));
    } else if (kind === Kind.call) for (const word3 of CALLING) said.add(word3);
    else if (kind === Kind.assignment) for (const word3 of ASSIGNING) said.add(word3);
    else if (isToken(kind)) said.add(stemOf(kindNameOf(tree, node).replace(/_token$/, "")));
  }
  return said;
}
function isSaid(word3, said) {
  const stem = stemOf(word3);
  return said.has(stem) || (SYNONYMS.get(stem) ?? []).some((synonym) => said.has(synonym));
}
var MOST_WORDS, isVerb, NAME_OF_CODE, listed, stems, CALLING, ASSIGNING, SYNONYMS, VERBS, VERB_STEMS, STOP, WHY, ANNOUNCED_REASON, ASIDE;
var init_instruction = __esm({
  "src/rules/instruction.ts"() {
    "use strict";
    init_prose();
    init_words();
    init_statements();
    init_syntax();
    MOST_WORDS = 10;
    isVerb = (word3) => VERBS.has(word3) || word3.endsWith("ing") && VERB_STEMS.has(stemOf(word3));
    NAME_OF_CODE = /(?<!\w)(?:[A-Za-z]\w*_\w+|[A-Za-z]*[a-z][A-Z]\w*)/g;
    listed = (words3) => words3.trim().split(/\s+/);
    stems = (words3) => listed(words3).map(stemOf);
    CALLING = stems("call invoke");
    ASSIGNING = stems("set assign");
    SYNONYMS = new Map(
      [
        "assert check confirm ensure validate verify",
        "construct create instantiate make",
        "del delete remove",
        "fetch get retrieve",
        "init initialise initialize",
        "execute run",
        "monkeypatch patch"
      ].flatMap((group) => stems(group).map((stem, _3, all) => [stem, all]))
    );
    VERBS = new Set(
      listed(`
    activate add append apply assert assign attach authenticate award begin build call cancel check clean clear click
    close collect commit compare compute configure confirm connect construct convert copy count create deactivate
    decode decrease define delete deploy deserialize detach disable disconnect download drop dump enable encode ensure
    evaluate execute expect export extract fetch fill filter finalize find flush format generate get import increase
    increment init initialise initialize insert instantiate invoke iterate join launch list load lock log login logout
    loop make mark merge mock modify monkeypatch move open parse patch perform plot populate post prepare print process
    publish pull push put query raise read refresh register reload remove rename render replace request reset resolve
    restart restore retrieve return revert revoke run save schedule search select send serialize set setup show
    shutdown simulate sleep sort spawn split start stop store stub submit subscribe switch sync terminate test toggle
    trigger truncate unlock unregister unsubscribe update upgrade upload validate verify visit wait wrap write`)
    );
    VERB_STEMS = new Set(Array.from(VERBS, stemOf));
    STOP = new Set(
      listed(`
    a all an and any are as at be been both by did do does each finally first for from here in into is it its just let
    lets let's new next now of on or our out please simply so some that the then there these this those to up us via
    was we we're were with`)
    );
    WHY = new Set(
      listed(`
    after again already because before but even if instead never no not only since still unless until when while
    without`)
    );
    ANNOUNCED_REASON = new Set(listed("avoid bug race so which why workaround"));
    ASIDE = new Set(listed("going need needed use used using will"));
  }
});

// src/rules/comments/announcing-comment.ts
var announcing_comment_default;
var init_announcing_comment = __esm({
  "src/rules/comments/announcing-comment.ts"() {
    "use strict";
    init_instruction();
    init_rule();
    announcing_comment_default = defineRule({
      id: "announcing-comment",
      family: "comments",
      summary: "a comment that only announces the step that follows",
      advice: "delete comments that only announce the next line, or let them say why",
      why: `
\`# Get the carts we are going to use\` announces \`carts = shop.get_carts()\`, which needs no announcement. Such
comments are headings for steps of a test that is written as a list; names say the same where it is used, and blank
lines part the steps. The rule reports a comment of one line that starts with a verb when most of what it says stands
in the next statement, strings included. Not every such comment is in vain: one that groups several statements may
help a reader. So it informs in the review and is off in the hook; what the code says word for word is left to
\`restating-comment\`.
`,
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
  }
});

// src/rules/comments/commented-out-code.ts
var commented_out_code_default;
var init_commented_out_code = __esm({
  "src/rules/comments/commented-out-code.ts"() {
    "use strict";
    init_rule();
    commented_out_code_default = defineRule({
      id: "commented-out-code",
      family: "comments",
      summary: "code that is commented out, with nothing that says why",
      why: `
Code in a comment is neither run nor checked nor renamed with the rest, and after a month nobody knows whether it may
go. The history of the repository keeps what is deleted; what is to come back needs a sentence that says when. The
rule takes a comment for code when the lines, without their comment signs, parse as Python and hold a statement that
no sentence reads as: a call of an attribute, an assignment from a call, an \`assert\` of a comparison, an \`import\`,
a definition. It leaves alone code below a sentence, which explains it or has it for an example; a block with a TODO
or a reason in it; a label that repeats a part of the next statement; how a value shows itself (\`Cart(total=4)\`);
what leaves something out with \`...\`; pragmas and inline script metadata. Blocks with nothing but up to two blank
lines between them are one finding. Tests that are commented out are \`commented-out-test\`'s.
`,
      nearest: "eradicate's and ruff's `ERA001` judges line by line: it takes sentences with a bracket or a colon for code, and reports examples and labels.",
      severity: { fast: "error", review: "error" },
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
        for (const code2 of commentedCode) {
          if (code2.tests.length > 0) continue;
          yield {
            at: { start: code2.first.span.start, end: code2.last.span.end },
            message: `${code2.lines === 1 ? "this line is" : `these ${code2.lines} lines are`} code in a comment; delete it, or say why it is kept`,
            measure: code2.lines,
            fix: {
              edits: [lineRemoval2(code2.first.line, code2.last.line)],
              safe: false,
              title: "delete the code in the comment"
            }
          };
        }
      }
    });
  }
});

// src/rules/comments/commented-out-test.ts
var commented_out_test_default;
var init_commented_out_test = __esm({
  "src/rules/comments/commented-out-test.ts"() {
    "use strict";
    init_rule();
    commented_out_test_default = defineRule({
      id: "commented-out-test",
      family: "comments",
      summary: "a test that is commented out",
      why: `
A test in a comment looks like a test and checks nothing; no report counts it, so nobody misses it. A test that
cannot pass now is skipped or expected to fail, with the reason, so that every run says so; one that will never come
back is deleted. The rule speaks of every \`def test…\` in a comment that has the form of one, whatever is written
above it. A test whose body is only \`...\` stands for an example and is left alone.
`,
      nearest: "eslint-plugin-jest's `no-commented-out-tests` is the same for JavaScript; no rule of ruff, pylint or flake8 does it.",
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
  }
});

// src/rules/comments/restating-comment.ts
var restating_comment_default;
var init_restating_comment = __esm({
  "src/rules/comments/restating-comment.ts"() {
    "use strict";
    init_instruction();
    init_rule();
    restating_comment_default = defineRule({
      id: "restating-comment",
      family: "comments",
      summary: "a comment that says what the next line says",
      advice: "delete comments that say what the next line says, or let them say why",
      why: `
\`# Create the cart\` above \`cart = create_cart()\` is read, understood, and forgotten twice: once for the comment and
once for the code. It has to be kept in step and says nothing when it is. A comment earns its line by what the code
cannot say: why, why not otherwise, what goes wrong without it. The rule speaks only when the comment is one line
that starts with a verb, when every word of it that carries meaning is a word of the names in the one statement below
it, and when that statement stands alone; words such as \`because\`, \`until\` or \`not\` give a reason and keep it
silent, as does a word that occurs only in a string.
`,
      nearest: "No other linter for Python reports it; gruff has `GR007`, with nearly the same criterion.",
      severity: { fast: "error", review: "error" },
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
          if (!restates(module2, instruction)) continue;
          yield {
            at: instruction.comment.span,
            message: "comment says what the next line says; remove it, or say why",
            subject: instruction.comment.content
          };
        }
      }
    });
  }
});

// src/rules/organisation/long-test.ts
function advice(module2, cycles) {
  const lines = cycles.slice(1).flatMap(({ statements: [first] }) => {
    return first === void 0 ? [] : module2.positionAt(module2.spanOf(first).start).line;
  });
  if (lines.length === 0) return "split it or move what it sets up into a fixture";
  const shown = lines.length > MOST_LINES2 ? [...lines.slice(0, MOST_LINES2), "…"] : lines;
  return `split it at ${lines.length === 1 ? "line" : "lines"} ${shown.join(", ")}`;
}
function numbersItsSteps(module2, test) {
  const { start, end } = module2.spanOf(test.node);
  return module2.comments.some(
    ({ span, content }) => start < span.start && span.start < end && STEP.test(content)
  );
}
var long_test_default, assertionCountOf, counted2, MOST_LINES2, STEP;
var init_long_test = __esm({
  "src/rules/organisation/long-test.ts"() {
    "use strict";
    init_options();
    init_rule();
    long_test_default = defineRule({
      id: "long-test",
      family: "organisation",
      summary: "a test that acts and asserts so often that it is several tests",
      advice: "split a test that does several things, so that its name says what is broken when it fails",
      why: `
A test that acts, asserts, acts again and asserts again tests several things under one name. When it fails, the name
does not say what is broken, and what comes after the failure is not tried. Length alone is no fault: a test may need
forty lines to build one invoice. So the rule asks for three things together: more statements than 99 of 100 tests
have, several act-assert cycles, and many assertions. An act-assert cycle is a run of statements that call or change
something, followed by one or more assertions; a helper such as \`resize_and_check()\` is a cycle of its own.
End-to-end, integration, functional, scenario and smoke tests tell a story on purpose, as does a test whose comments
number its steps; they are left alone. The review applies stricter limits, everywhere, and says where the test would
split.
`,
      nearest: "pylint's and ruff's `PLR0915` counts the statements of any function and nothing else.",
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
          description: "how many assertions a long test needs at least to be reported"
        }),
        "either-limit": flag2({
          default: false,
          review: true,
          description: "whether the statements or the cycles alone suffice"
        }),
        scenarios: texts({
          default: ["e2e", "integration", "functional", "scenario", "smoke"],
          review: [],
          description: "parts of paths below which tests are left alone"
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
        if (options2.scenarios.some((part) => path.includes(part))) return;
        for (const test of module2.model.tests) {
          const { name, nameSpan, statementCount } = test;
          const isLong = statementCount >= options2.statements;
          if (!isLong && !options2["either-limit"]) continue;
          const cycles = test.cycles;
          const isSeveral = cycles.length >= options2.cycles;
          if (options2["either-limit"] ? !isLong && !isSeveral : !isLong || !isSeveral) continue;
          if (assertionCountOf(cycles) < options2.assertions) continue;
          if (options2["numbered-steps"] && numbersItsSteps(module2, test)) continue;
          yield {
            at: nameSpan,
            message: `\`${name}\` has ${statementCount} statements in ${counted2(cycles.length, "act-assert cycle")}; ${advice(module2, cycles)}`,
            measure: statementCount
          };
        }
      }
    });
    assertionCountOf = (cycles) => cycles.reduce((sum, { assertions }) => sum + assertions.length, 0);
    counted2 = (count3, noun) => `${count3} ${noun}${count3 === 1 ? "" : "s"}`;
    MOST_LINES2 = 5;
    STEP = /^\W*step\W*\d/i;
  }
});

// src/rules/exceptions/broad-except-pass.ts
function broadExceptionOf({ isBare, exceptions }) {
  if (isBare) return "`except:`";
  const broad = exceptions.find((name) => /^(?:builtins\.)?(?:Base)?Exception$/.test(name));
  return broad === void 0 ? void 0 : `\`except ${broad}\``;
}
var broad_except_pass_default, isMeant;
var init_broad_except_pass = __esm({
  "src/rules/exceptions/broad-except-pass.ts"() {
    "use strict";
    init_options();
    init_rule();
    broad_except_pass_default = defineRule({
      id: "broad-except-pass",
      family: "exceptions",
      summary: "a handler in a test that swallows every exception",
      advice: "name the exception that may come, or expect it with `raises`: a broad handler swallows failed assertions too",
      why: `
\`except Exception: pass\` in a test makes it pass whatever happens in the \`try\` clause: an \`AssertionError\` is an
exception too, so that even a failed assertion is swallowed. When the call is expected to raise, \`pytest.raises\` or
\`assertRaises\` says so and fails when it does not; when only cleaning up may fail, name the exception that it may
fail with. A handler with a comment has given its reason; a \`try\` clause that raises has made the exception itself;
one with a \`yield\` gets it from outside; one that leaves a loop when it succeeds is tried again; an \`else\` clause
that fails expects the exception. Nothing is said of them. In the review, fixtures and helpers count as well.
`,
      nearest: "ruff's `S110` (flake8-bandit) and `BLE001` (flake8-blind-except) and pylint's `W0718` report such handlers anywhere, with a comment or without.",
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
      *check({ handlers, model, isExplained: isExplained2 }, options2) {
        for (const handler of handlers) {
          const broad = broadExceptionOf(handler);
          if (broad === void 0 || !handler.isSilent || isMeant(handler)) continue;
          if (model.testAt(handler.keyword.start) === void 0 && !options2["outside-tests"]) continue;
          if (isExplained2(handler)) continue;
          yield {
            at: handler.keyword,
            message: `${broad} swallows failed assertions too; name the exception or expect it with \`raises\``,
            subject: broad
          };
        }
      }
    });
    isMeant = ({ guardsRaise, guardsYield, expectsRaise, isRetry }) => guardsRaise || guardsYield || expectsRaise || isRetry;
  }
});

// src/names/numbers.ts
function numberedName(name) {
  if (!/\d$/.test(name)) return void 0;
  const [, base = "", digits = ""] = /^(.*?)_*(\d{1,4})$/s.exec(name) ?? [];
  const number = Number(digits);
  if (digits === "" || number >= SMALLEST_CODE) return void 0;
  if (base.replace(/[_\d]/g, "").length < SHORTEST_BASE || isTechnical(name)) return void 0;
  return { base, number };
}
function isTechnical(name) {
  const [last = ""] = /[^\W_]+_*\d*$/u.exec(name) ?? [];
  const [hump = ""] = new RegExp("(?:\\p{Lu}+\\p{Ll}*|\\p{Ll}+)_*\\d+$", "u").exec(last) ?? [];
  return [last, hump].some((word3) => {
    const term = word3.toLowerCase();
    return TERMS.has(term) || TERMS.has(term.replaceAll("_", "")) || new RegExp("^\\p{L}_*\\d+$", "u").test(term);
  });
}
function differInLabelOnly(one, other) {
  return withoutLabels(one) === withoutLabels(other);
}
function withoutLabels(text2) {
  return text2.toLowerCase().replace(HASH, "").replace(ADDRESS, "").replace(COUNTING, "").replace(/(["'])([a-z])\2*\1|^[a-z]$/g, "").replace(/\d+/g, "").replace(/[\W_]+/g, " ").trim();
}
var SMALLEST_CODE, SHORTEST_BASE, TERMS, HASH, ADDRESS, COUNTING;
var init_numbers = __esm({
  "src/names/numbers.ts"() {
    "use strict";
    SMALLEST_CODE = 100;
    SHORTEST_BASE = 3;
    TERMS = new Set(
      "a1 aarch64 adler32 amd64 argon2 arm64 ascii85 atan2 av1 b16 b32 b64 b85 base16 base32 base64 base85 boto3 botocore bz2 complex128 complex64 cp1252 cp437 crc16 crc32 css3 curve25519 d3 db2 ec2 ed25519 es256 exp2 ext2 ext3 ext4 f32 f64 fat32 float128 float16 float32 float64 gzip2 h1 h2 h264 h265 h3 h4 h5 h6 hs256 hs512 html5 http1 http10 http11 http2 http3 i16 i32 i386 i64 i686 i8 inet4 inet6 int16 int32 int64 int8 ip4 ip6 ipv4 ipv6 iso8601 iso8859 jinja2 k8 k8s l2 l3 l4 l7 latin1 layer2 layer3 layer4 log1 log10 log2 m4 md5 mp3 mp4 mpeg4 murmur3 neo4j oauth1 oauth2 p256 p384 p521 pbkdf2 pep8 plotly3 psycopg2 psycopg3 py2 py27 py3 py310 py311 py312 py313 py36 py37 py38 py39 python2 python3 q1 q2 q3 q4 r2 rfc2822 rfc3339 rfc7231 rfc822 route53 rs256 s3 saml2 secp256k1 sha1 sha1sum sha2 sha224 sha256 sha3 sha384 sha512 sqlite3 ssl2 ssl3 sslv2 sslv3 t0 t1 tls12 tls13 tlsv1 u16 u32 u64 u8 uint16 uint32 uint64 uint8 utf16 utf32 utf8 uuid1 uuid3 uuid4 uuid5 v4 v6 vp8 vp9 web2 web3 win32 win64 x0 x509 x64 x86 y0 z0 zip64".split(" ")
    );
    HASH = /(?<![a-z0-9])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[a-f]*\d)[0-9a-f]{8,})(?![a-z0-9])/g;
    ADDRESS = /(["'])[0-9a-f]*(?:[.:-][0-9a-f]*){2,}(?:\/\d+)?\1/g;
    COUNTING = /(?<![a-z])(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|another|other|foo|bar|baz|spam|eggs|ham)(?![a-z])/g;
  }
});

// src/python/differences.ts
function differencesBetween(tree, one, other) {
  if (one === NO_NODE || other === NO_NODE) return one === other ? [] : [{ one, other }];
  if (isSameText(tree, one, other)) return [];
  const whole = [{ one, other }];
  if (kindOf(tree, one) !== kindOf(tree, other)) return whole;
  switch (kindOf(tree, one)) {
    case Kind.call:
      return [
        ...inField(tree, one, other, Field.function),
        ...alignedDifferences(tree, argumentsByKey(tree, one), argumentsByKey(tree, other))
      ];
    case Kind.dictionary:
      return alignedDifferences(tree, entriesByKey(tree, one), entriesByKey(tree, other));
    case Kind.attribute:
      return hasSame(tree, one, other, Field.attribute) ? inField(tree, one, other, Field.object) : whole;
    case Kind.subscript:
      return hasSame(tree, one, other, Field.subscript) ? inField(tree, one, other, Field.value) : whole;
    case Kind.keyword_argument:
    case Kind.pair:
      return hasParts(tree, one) && hasParts(tree, other) ? inField(tree, one, other, Field.value) : whole;
    case Kind.list:
    case Kind.tuple:
    case Kind.set:
      return elementDifferences(tree, one, other) ?? whole;
    case Kind.dictionary_splat:
    case Kind.list_splat:
    case Kind.await:
    case Kind.parenthesized_expression:
      return differencesBetween(tree, onlyChildOf(tree, one), onlyChildOf(tree, other));
    default:
      return whole;
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
function compactText(tree, node) {
  return textOf(tree, node).replace(/\s*\n\s*/g, " ");
}
function argumentsByKey(tree, call2) {
  return new Map(
    argumentsOf(tree, call2).map(({ keyword, node }, index) => [keyword ?? String(index), node])
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
var KINDS_WITH_PARTS;
var init_differences = __esm({
  "src/python/differences.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
    KINDS_WITH_PARTS = /* @__PURE__ */ new Set([
      Kind.dictionary,
      Kind.list,
      Kind.tuple,
      Kind.set,
      Kind.call
    ]);
  }
});

// src/rules/numbered-names/numbered-name.ts
function localGroupsOf(module2) {
  return Array.from(numberedByScope(module2)).filter(([scope2]) => scope2.kind === "function").flatMap(([, siblings]) => groupsOf(siblings));
}
function allGroupsOf(module2) {
  const named = Array.from(numberedByScope(module2)).flatMap(([scope2, siblings]) => {
    const bases2 = new Set(siblings.map(({ base }) => base));
    const unnumbered = Array.from(bases2).flatMap((base) => {
      const binding = scope2.symbols.get(base)?.binding;
      return binding?.scope === scope2 ? siblingOf(module2, binding, { base, number: void 0 }) ?? [] : [];
    });
    return groupsOf([...siblings, ...unnumbered]);
  });
  return [...named, ...attributeGroupsOf(module2)];
}
function numberedByScope(module2) {
  const scopes = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set();
  for (const node of module2.givenNames()) {
    const numbered = numberedName(module2.textOf(node));
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
  return value === NO_NODE ? void 0 : { name: binding.name, base, number, span: definition, value };
}
function attributeGroupsOf(module2) {
  const owners = /* @__PURE__ */ new Map();
  for (const { span, owner, value } of module2.attributeAssignments) {
    if (value === NO_NODE) continue;
    const siblings = owners.get(owner) ?? /* @__PURE__ */ new Map();
    owners.set(owner, siblings);
    const written = module2.text.slice(span.start, span.end);
    const { base, number } = numberedName(written) ?? { base: written, number: void 0 };
    if (!siblings.has(written)) siblings.set(written, { name: written, base, number, span, value });
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
    const difference = differencesBetween(tree, first.value, other.value).find((one) => isCounted(tree, one));
    if (difference !== void 0) return { first, other, difference };
  }
  return void 0;
}
function isMadeByCall(tree, { value }) {
  let node = unwrapped(tree, value);
  while (kindOf(tree, node) === Kind.attribute || kindOf(tree, node) === Kind.subscript)
    node = unwrapped(tree, node + 1);
  return kindOf(tree, node) === Kind.call;
}
function isTelling(tree, { one, other }) {
  const text2 = (node) => node === NO_NODE ? "" : compactText(tree, node);
  if (!differInLabelOnly(text2(one), text2(other))) return true;
  return OWN_ATTRIBUTE.test(text2(one)) && OWN_ATTRIBUTE.test(text2(other));
}
function messageOf({ tree }, { first, other, difference }) {
  const texts2 = [difference.one, difference.other].flatMap(
    (node) => node === NO_NODE ? [] : compactText(tree, node)
  );
  const parts = apart(texts2).map((part) => `\`${part}\``);
  return `\`${first.name}\` and \`${other.name}\` differ in ${parts.join(" and ")}; name them for that`;
}
function apart(texts2) {
  const same = Math.max(commonLength(texts2) - KEPT_BEFORE, 0);
  const cut = texts2.some((text2) => text2.length > LONGEST_SHOWN) && same > 1 && texts2.length > 1 ? same : 0;
  return texts2.map((text2) => {
    const shown = (cut === 0 ? "" : "…") + text2.slice(cut);
    return shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN - 1)}…` : shown;
  });
}
function commonLength([one = "", other = ""]) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
var numbered_name_default, isAny, OWN_ATTRIBUTE, LONGEST_SHOWN, KEPT_BEFORE;
var init_numbered_name = __esm({
  "src/rules/numbered-names/numbered-name.ts"() {
    "use strict";
    init_numbers();
    init_differences();
    init_expressions();
    init_syntax();
    init_options();
    init_rule();
    numbered_name_default = defineRule({
      id: "numbered-name",
      family: "numbered-names",
      summary: "names told apart by a number whose values differ in something that has a name",
      advice: "name things for what tells them apart instead of numbering them",
      why: `
\`server1\` and \`server2\` make the reader look up which was which, at every line that uses them. When both are made by
a call and the calls differ in an argument, that argument is what the names are about: \`server_without_network\`
and \`server_with_network\` are read once. So the message says what tells the two apart. Servers that are made alike
are interchangeable, and their numbers do no harm; a number that repeats inside the value
(\`user1 = make("user1")\`) is data; \`sha256\`, \`ipv4\`, \`x1\`, years and status codes are terms; names of loops and of
unpacked tuples follow what they are taken from. The review lists every numbered group, attributes too.
`,
      nearest: "wemake-python-styleguide's `WPS114` reports names with a number between underscores, whatever they hold.",
      severity: { fast: "warning", review: "warning" },
      options: {
        "every-group": flag2({
          default: false,
          review: true,
          description: "whether attributes, names outside functions and siblings without a telling difference count as well"
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
          if (first === void 0 || second === void 0) continue;
          const telling = firstTelling(module2, siblings, everyGroup ? isAny : isMadeByCall, isTelling) ?? (everyGroup ? firstTelling(module2, siblings, isAny, isAny) : void 0);
          if (telling === void 0 && !everyGroup) continue;
          yield {
            at: second.span,
            message: telling === void 0 ? `\`${first.name}\` and \`${second.name}\` are told apart by a number; name them for what they are` : messageOf(module2, telling),
            subject: first.base,
            measure: siblings.length
          };
        }
      }
    });
    isAny = () => true;
    OWN_ATTRIBUTE = /^(?:\w+\s*=\s*)?(?:self|cls)\.\w+$/;
    LONGEST_SHOWN = 30;
    KEPT_BEFORE = 8;
  }
});

// src/names/abbreviations.ts
function expanded(identifier, dictionary) {
  const { leading, core, trailing } = trimmed2(identifier);
  const clipped = [];
  const words3 = core.split("_").map((word3) => {
    const [, letters = "", digits = ""] = /^(.*?)(\d*)$/s.exec(word3) ?? [];
    const expansion = Object.hasOwn(dictionary, letters) ? dictionary[letters] : void 0;
    if (expansion === void 0 || established.has(letters)) return word3;
    clipped.push(letters);
    return expansion + digits;
  });
  return clipped.length === 0 ? void 0 : { name: leading + words3.join("_") + trailing, clipped };
}
var expansions, established;
var init_abbreviations = __esm({
  "src/names/abbreviations.ts"() {
    "use strict";
    init_words();
    expansions = {
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
    established = new Set(
      "id ids db app api url uri http args kwargs params info config auth env dir repo max min tmp err exc msg req resp ctx cls fn func obj num idx val ref spec init sync stats doc str int dict len".split(" ")
    );
  }
});

// src/names/reserved.ts
var isReserved, RESERVED;
var init_reserved = __esm({
  "src/names/reserved.ts"() {
    "use strict";
    isReserved = (name) => RESERVED.has(name);
    RESERVED = new Set(
      "False None True abs aiter all and anext any as ascii assert async await bin bool break breakpoint bytearray bytes callable case chr class classmethod compile complex continue def del delattr dict dir divmod elif else enumerate eval except exec filter finally float for format from frozenset getattr global globals hasattr hash help hex id if import in input int is isinstance issubclass iter lambda len list locals map match max memoryview min next nonlocal not object oct open or ord pass pow print property raise range repr return reversed round set setattr slice sorted staticmethod str sum super try tuple type vars while with yield zip".split(" ")
    );
  }
});

// src/rules/vague-names/abbreviated-name.ts
function ownNamesOf({ bindings, model, definitionAt: definitionAt2 }) {
  const takers = /* @__PURE__ */ new Set([
    ...model.tests.filter(({ framework }) => framework === "pytest").map(({ definition }) => definition),
    ...model.fixtures.map(({ definition }) => definition)
  ]);
  return bindings.bindings.filter(({ kind, scope: scope2, definitions: [first] }) => {
    if (kind === "local") return scope2.kind === "function" || scope2.kind === "comprehension";
    if (kind !== "parameter" || scope2.kind !== "function" || first === void 0) return false;
    const definition = definitionAt2(first.start);
    return definition === void 0 || !takers.has(definition);
  });
}
var abbreviated_name_default;
var init_abbreviated_name = __esm({
  "src/rules/vague-names/abbreviated-name.ts"() {
    "use strict";
    init_abbreviations();
    init_reserved();
    init_options();
    init_rule();
    abbreviated_name_default = defineRule({
      id: "abbreviated-name",
      family: "vague-names",
      summary: "a local name or parameter with a clipped word that has one expansion",
      advice: "write clipped words out",
      why: `
A clipped word is read by spelling it out, each time, by everyone. The rule knows those that stand for one word only:
\`dest_host\` is \`destination_host\`, \`mgr\` is \`manager\`. It looks at names that belong to one function, its variables
and its parameters, since those can be renamed without a look elsewhere. Words that everyone writes short, such as
\`id\`, \`args\`, \`config\`, \`ctx\` or \`tmp\`, are never reported; nor are the parameters of pytest's tests and fixtures,
which are the names of other fixtures. A team has its own words: the table of expansions is an option, and an entry
with an empty expansion takes a word out.
`,
      nearest: "eslint-plugin-unicorn's `name-replacements` is the same for JavaScript; no rule of ruff, pylint or flake8 does it.",
      severity: { fast: "off", review: "warning" },
      options: {
        expansions: table({
          default: expansions,
          description: "the clipped words and what they stand for; an empty text takes a word out"
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
        for (const binding of ownNamesOf(module2)) {
          const [definition] = binding.definitions;
          const expansion = expanded(binding.name, options2.expansions);
          if (definition === void 0 || expansion === void 0) continue;
          const { name: renameTo, clipped } = expansion;
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
              (word3) => `\`${word3}\` is short for \`${options2.expansions[word3] ?? ""}\``
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
  }
});

// src/python/truth.ts
function truthOf(tree, expression) {
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
      return truthOf(tree, firstNamedChildOf(tree, expression));
    case Kind.not_operator: {
      const truth = truthOf(tree, childIn(tree, expression, Field.argument));
      return truth === void 0 ? void 0 : !truth;
    }
    case Kind.boolean_operator:
      return truthOfOperator(tree, expression);
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
  const isUnpacked = (kind) => kind === Kind.list_splat || kind === Kind.dictionary_splat;
  return elements.every(isUnpacked) ? void 0 : true;
}
function truthOfOperator(tree, operation) {
  const decisive = textOf(tree, childIn(tree, operation, Field.operator)) === "or";
  const left = truthOf(tree, childIn(tree, operation, Field.left));
  const right = truthOf(tree, childIn(tree, operation, Field.right));
  if (left === decisive || right === decisive) return decisive;
  return left === void 0 || right === void 0 ? void 0 : !decisive;
}
var init_truth = __esm({
  "src/python/truth.ts"() {
    "use strict";
    init_syntax();
  }
});

// src/rules/ineffective-tests/assert-always-true.ts
function reasonFor(module2, written) {
  const { tree } = module2;
  const condition = unwrapped(tree, written);
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
      return "a generator is always true, and is never run; wrap it in `all()`";
    case Kind.lambda:
      return "a lambda is always true, and is never called; assert its body";
    case Kind.tuple:
      return truthOf(tree, condition) === true ? "a tuple is always true; take the parentheses away, or assert each part" : void 0;
    case Kind.boolean_operator:
      return truthOf(tree, condition) === true && !isConstant(tree, condition) ? "this is always true: the right side of `or` is a constant; compare it as well" : void 0;
    default:
      return truthOf(tree, condition) === true ? `${isText(tree, condition) ? "a text" : "this"} is always true; assert what it is about` : void 0;
  }
}
function isText(tree, node) {
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
var assert_always_true_default;
var init_assert_always_true = __esm({
  "src/rules/ineffective-tests/assert-always-true.ts"() {
    "use strict";
    init_assertions();
    init_expressions();
    init_syntax();
    init_truth();
    init_rule();
    assert_always_true_default = defineRule({
      id: "assert-always-true",
      family: "ineffective-tests",
      summary: "an assertion of something that is true whatever happens",
      advice: "assert what the test is about instead of what is always true",
      why: `
\`assert (total == 4, "wrong total")\` asserts a tuple of two, which is true; \`assert "cart is empty"\` a text;
\`assert state == "open" or "paid"\` compares with the first and takes the second as it is; \`assert is_paid\` names a
function and does not call it; \`assert (line.paid for line in lines)\` makes a generator and never runs it. Such an
assertion cannot fail. \`assert True\` and \`assert 1\`, which say that a line was reached, are left alone, and so is what
may be empty: an f-string of values, a display that only unpacks, a comprehension.
`,
      nearest: "pylint's `assert-on-tuple` (`W0199`) and `assert-on-string-literal` (`W0129`) and pyflakes' and ruff's `F631` and `PLW0129` report the tuple and the text; none sees `or`, the generator and the function.",
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
        const { assertStatements, calls, spanOf: spanOf2, textOf: textOf3, tree } = module2;
        for (const { node, condition } of assertStatements) {
          const reason = reasonFor(module2, condition);
          if (reason !== void 0) yield { at: spanOf2(node), message: reason, subject: textOf3(condition) };
        }
        for (const call2 of [...TRUTH_ASSERTIONS].flatMap(calls.named)) {
          const [condition, ...others] = argumentsOf(tree, call2);
          if (condition === void 0 || condition.keyword !== void 0) continue;
          if (others.length > 0 && isLiteral(tree, condition.value)) continue;
          if (isLiteral(tree, condition.value) && !isText(tree, unwrapped(tree, condition.value))) continue;
          const reason = reasonFor(module2, condition.value);
          if (reason !== void 0) yield { at: spanOf2(call2), message: reason, subject: textOf3(condition.value) };
        }
      }
    });
  }
});

// src/rules/ineffective-tests/assert-true-misuse.ts
function isMisused(tree, first, second) {
  const kind = kindOf(tree, unwrapped(tree, first));
  if (kind === Kind.comparison_operator || kind === Kind.not_operator || isSplat(tree, first)) return false;
  if (isSplat(tree, second) || isMessage(tree, second) || kindOf(tree, second) === Kind.none) return false;
  return isLiteral(tree, second) || isLiteral(tree, first);
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
      return isText2(tree, node);
  }
}
function isText2(tree, node) {
  const kind = kindOf(tree, node);
  return kind === Kind.string || kind === Kind.concatenated_string;
}
function isSplat(tree, node) {
  const kind = kindOf(tree, node);
  return kind === Kind.list_splat || kind === Kind.dictionary_splat;
}
var assert_true_misuse_default;
var init_assert_true_misuse = __esm({
  "src/rules/ineffective-tests/assert-true-misuse.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
    init_truth();
    init_rule();
    assert_true_misuse_default = defineRule({
      id: "assert-true-misuse",
      family: "ineffective-tests",
      summary: "`assertTrue(a, b)` where `assertEqual(a, b)` is meant",
      advice: "compare the two values with `assertEqual`",
      why: `
The second argument of \`assertTrue\` and \`assertFalse\` is the message of a failure. \`assertTrue(len(rows), 3)\` passes
with one row, and with a thousand: the 3 is never compared with anything. The rule speaks when the second argument is a
constant other than a text, or the first one is a constant, unless the first is a comparison, where the second can only
be a message. The fix writes \`assertEqual\`; a test that fails then was wrong before. There is none where the two can
never be equal, as in \`assertTrue(rows, 0)\`, and none where a text stands first, which may be a message in the wrong
place.
`,
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
      *check({ calls, definitions, spanOf: spanOf2, textOf: shown, tree }) {
        for (const name of ["assertTrue", "assertFalse"]) {
          for (const call2 of calls.named(name)) {
            const callee = childIn(tree, call2, Field.function);
            const [first, second, ...others] = argumentsOf(tree, call2);
            if (first === void 0 || second === void 0 || others.length > 0) continue;
            if (first.keyword !== void 0 || second.keyword !== void 0) continue;
            if (kindOf(tree, callee) !== Kind.attribute || !isMisused(tree, first.value, second.value)) continue;
            if (definitions.some((definition) => definition.name === name)) continue;
            const at3 = spanOf2(childIn(tree, callee, Field.attribute));
            const canBeEqual = truthOf(tree, second.value) !== (name === "assertFalse") && !isText2(tree, first.value);
            yield {
              at: spanOf2(call2),
              message: `the second argument of \`${name}\` is a message; compare with \`assertEqual\``,
              subject: `${shown(first.value)}, ${shown(second.value)}`,
              ...canBeEqual && {
                fix: {
                  edits: [{ span: at3, replacement: "assertEqual" }],
                  safe: true,
                  title: "compare the two with `assertEqual`"
                }
              }
            };
          }
        }
      }
    });
  }
});

// src/rules/ineffective-tests/deprecated-assert-alias.ts
var deprecated_assert_alias_default, KEPT_NAMES;
var init_deprecated_assert_alias = __esm({
  "src/rules/ineffective-tests/deprecated-assert-alias.ts"() {
    "use strict";
    init_syntax();
    init_rule();
    deprecated_assert_alias_default = defineRule({
      id: "deprecated-assert-alias",
      family: "ineffective-tests",
      summary: "an assertion under a name that Python 3.12 took out of unittest",
      advice: "call the assertions by the names that unittest has kept",
      why: `
Python 3.12 removed the old names of unittest's assertions: \`assertEquals\`, \`assert_\`, \`failUnless\` and their kin.
A test that calls one passes on Python 3.11 and ends with \`AttributeError\` on 3.12. The names that were kept mean the
same and take the same arguments, so that the fix is safe. Only methods of \`self\` and \`cls\` are looked at, and only
those that no class of the module defines itself; nothing is said in modules that use twisted.trial, whose TestCase
has the old names to this day.
`,
      nearest: "ruff's `UP005` (pyupgrade) reports and mends the same in any class, and `PT009` (flake8-pytest-style) every assertion of unittest, whatever its name.",
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
      *check({ calls, imports: imports2, members, spanOf: spanOf2, tree }) {
        for (const [alias, kept] of Object.entries(KEPT_NAMES)) {
          for (const call2 of calls.named(alias)) {
            const callee = childIn(tree, call2, Field.function);
            const object2 = childIn(tree, callee, Field.object);
            const owner = object2 === NO_NODE ? void 0 : members.classOf(object2);
            if (owner === void 0 || members.has(owner, alias) || imports2.hasModule("twisted.trial")) continue;
            const at3 = spanOf2(childIn(tree, callee, Field.attribute));
            yield {
              at: at3,
              message: `Python 3.12 removed \`${alias}\`; call \`${kept}\``,
              subject: alias,
              fix: { edits: [{ span: at3, replacement: kept }], safe: true, title: `call \`${kept}\`` }
            };
          }
        }
      }
    });
    KEPT_NAMES = {
      assert_: "assertTrue",
      assertAlmostEquals: "assertAlmostEqual",
      assertEquals: "assertEqual",
      // Removed in Python 3.2 already.
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
  }
});

// src/rules/ineffective-tests/duplicate-parametrize-case.ts
function* duplicatesOf(module2, { call: call2, rows }) {
  const { tree, spanOf: spanOf2 } = module2;
  const lineOf4 = (node) => module2.positionAt(spanOf2(node).start).line;
  const placeOf4 = (original, row) => lineOf4(original) === lineOf4(row) ? "in this line" : `on line ${lineOf4(original)}`;
  const first = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const text2 = compactText(tree, row);
    const original = first.get(text2);
    if (original === void 0) {
      first.set(text2, row);
      continue;
    }
    if (module2.commentAfter(row) !== void 0 || !isPytests(module2, call2)) continue;
    const removal = keywordOf(tree, call2, "ids") === NO_NODE ? module2.elementRemoval(row) : void 0;
    yield {
      at: spanOf2(row),
      message: `the case stands ${placeOf4(original, row)} already; delete it`,
      subject: text2,
      ...removal && { fix: { edits: [removal], safe: true, title: "delete the case" } }
    };
  }
}
var duplicate_parametrize_case_default, isPytests;
var init_duplicate_parametrize_case = __esm({
  "src/rules/ineffective-tests/duplicate-parametrize-case.ts"() {
    "use strict";
    init_differences();
    init_expressions();
    init_syntax();
    init_rule();
    duplicate_parametrize_case_default = defineRule({
      id: "duplicate-parametrize-case",
      family: "ineffective-tests",
      summary: "a case of `pytest.mark.parametrize` that stands there twice",
      advice: "delete the cases that stand there already, or make of them what they were meant to be",
      why: `
A case that is written twice runs the same test twice and shows nothing new; as a rule it was copied in order to be
changed, and the change was forgotten, so that the case that was meant is missing. The rule compares the rows as they are
written. A row with a comment of its own has given its reason and is left alone. The fix deletes the later row, and is
offered where no \`ids\` are counted off beside the rows.
`,
      nearest: "flake8-pytest-style's and ruff's `PT014` reports the same; its fix keeps the later row's comments out of account.",
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
        for (const { parametrizations } of module2.model.tests) {
          for (const parametrization of parametrizations) {
            if (!seen.has(parametrization.call)) yield* duplicatesOf(module2, parametrization);
            seen.add(parametrization.call);
          }
        }
      }
    });
    isPytests = ({ tree, originOf: originOf3 }, call2) => originOf3(childIn(tree, call2, Field.function)) === "pytest.mark.parametrize";
  }
});

// src/rules/ineffective-tests/duplicate-test.ts
function replaces({ blockOf: blockOf3, spanOf: spanOf2 }, { references, definitions }, earlier, later) {
  if (blockOf3(earlier) !== blockOf3(later) || earlier.decorators.some(({ name }) => REGISTERING.test(name)))
    return false;
  const bound = spanOf2(later.body).start;
  return ![...references, ...definitions].some(
    ({ start }) => earlier.nameSpan.end <= start && start < bound && start !== later.nameSpan.start
  );
}
var duplicate_test_default, REGISTERING;
var init_duplicate_test = __esm({
  "src/rules/ineffective-tests/duplicate-test.ts"() {
    "use strict";
    init_rule();
    duplicate_test_default = defineRule({
      id: "duplicate-test",
      family: "ineffective-tests",
      summary: "a test or test class that a later one of the same name replaces",
      advice: "give each test a name of its own: of two with the same name only the later one runs",
      why: `
Two functions of the same name in one class or module: the second definition replaces the first before anyone
collects it, so that the first never runs, and nobody notices, since it does not fail either. The names are resolved as
Python does it: nothing is said where something uses the first one in between (a decorator, a list of tests), where the
two stand in different branches, or where the name is deleted first.
`,
      nearest: "pyflakes' and ruff's `F811` and pylint's `E0102` report redefinitions of anything; ruff's leaves out names that begin with an underscore.",
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
            message: `\`${definition.name}\` replaces the one on line ${positionAt2(earlier.nameSpan.start).line}, which never runs; rename one`,
            subject: definition.name
          };
        }
      }
    });
    REGISTERING = /(?:^|\.)(?:overload|register|expand|route|command|task|fixture)$/;
  }
});

// src/rules/ineffective-tests/empty-test.ts
function mayInherit({ definitions }, { testClass }) {
  if (testClass === void 0) return false;
  const { bases: bases2 } = testClass.definition;
  if (bases2.length > 1) return true;
  return bases2.some(
    (base) => !/TestCase$|^object$/.test(base) || definitions.some(({ name }) => name === base)
  );
}
function isMentioned2({ text: text2, definitions }, { name }) {
  const mentions2 = text2.match(new RegExp(`(?<!\\w)${name}(?!\\w)`, "gu")) ?? [];
  return mentions2.length > definitions.filter((definition) => definition.name === name).length;
}
function isMarked({ bindings }, { testClass }) {
  const scopes = [bindings.module, testClass && bindings.scopeAt(testClass.definition.node)];
  return (testClass?.definition.decorators.length ?? 0) > 0 || scopes.some((scope2) => (scope2?.symbols.get("pytestmark")?.definitions.length ?? 0) > 0);
}
var empty_test_default;
var init_empty_test = __esm({
  "src/rules/ineffective-tests/empty-test.ts"() {
    "use strict";
    init_rule();
    empty_test_default = defineRule({
      id: "empty-test",
      family: "ineffective-tests",
      summary: "a test whose body does nothing",
      advice: "write the tests, skip them with a reason, or delete them",
      why: `
A test whose body is \`pass\` counts among those that passed and tests nothing. When it is yet to be written,
\`@pytest.mark.skip(reason="…")\` or \`self.skipTest("…")\` says so in every run. Nothing is said where a docstring, a
comment or a decorator says what it is about, where the test asks for fixtures, which may do the work, where another
place in the module names it, where a mark on the class or module may skip it, or where its class has other bases than a TestCase: there it may turn off a test that it
inherits.
`,
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
        for (const test of module2.model.tests) {
          if (!test.isEmpty || test.definition.decorators.length > 0 || test.parameters.length > 0) continue;
          if (isMarked(module2, test) || mayInherit(module2, test)) continue;
          if (isMentioned2(module2, test) || module2.hasComment(test.definition)) continue;
          yield {
            at: test.nameSpan,
            message: `\`${test.name}\` does nothing; write it, skip it with a reason, or delete it`,
            subject: test.name
          };
        }
      }
    });
  }
});

// src/rules/ineffective-tests/mock-assert-typo.ts
function* callsOf2({ calls, tree }) {
  for (const name of calls.names) {
    const meant = meantBy(name);
    if (meant === void 0) continue;
    for (const call2 of calls.named(name)) {
      const callee = childIn(tree, call2, Field.function);
      const statement = statementAround(tree, call2);
      const isChecked = callStatementOf(tree, statement) === call2 || isAsserted(tree, statement, call2);
      if (!isChecked || !isOfMock(tree, callee)) continue;
      const hasArguments = argumentsOf(tree, call2).length > 0;
      yield {
        statement,
        attribute: childIn(tree, callee, Field.attribute),
        call: call2,
        meant: hasArguments ? WITH_ARGUMENTS.get(meant) ?? meant : meant
      };
    }
  }
}
function* namesOf({ nodesOf: nodesOf2, tree }) {
  for (const kind of [Kind.expression_statement, Kind.assert_statement]) {
    for (const statement of nodesOf2(kind)) {
      const asserted = truthAssertedBy(tree, statement)?.condition;
      const expression = unwrapped(tree, asserted ?? expressionOf(tree, statement));
      if (expression === NO_NODE || !isOfMock(tree, expression)) continue;
      const attribute2 = childIn(tree, expression, Field.attribute);
      const name = textOf(tree, attribute2);
      const meant = ASSERTIONS.has(name) ? name : meantBy(name);
      if (meant === void 0 || name === "called_once" && REQUESTS_MOCK.test(textOf(tree, expression)))
        continue;
      yield { statement, attribute: attribute2, call: NO_NODE, meant };
    }
  }
}
function isOfMock(tree, expression) {
  if (kindOf(tree, expression) !== Kind.attribute) return false;
  return !/^(?:self|cls|super\(\))$/.test(textOf(tree, childIn(tree, expression, Field.object)));
}
function isOwnName({ text: text2, definitions }, written) {
  if (ASSERTIONS.has(written)) return false;
  return definitions.some(({ name }) => name === written) || new RegExp(`\\b${written}\\s*=[^=]`).test(text2);
}
function editsFor(module2, { statement, attribute: attribute2, call: call2, meant }) {
  const { tree, spanOf: spanOf2, text: text2 } = module2;
  const hasArguments = call2 !== NO_NODE && argumentsOf(tree, call2).length > 0;
  if (hasArguments !== TAKING_ARGUMENTS.has(meant)) return void 0;
  const asserted = truthAssertedBy(tree, statement);
  const name = spanOf2(attribute2);
  const end = call2 === NO_NODE ? "()" : "";
  const renaming = { span: name, replacement: meant + end };
  if (asserted === void 0) return [renaming];
  const [whole, condition] = [spanOf2(statement), spanOf2(asserted.condition)];
  const [before, after] = [
    { start: whole.start, end: condition.start },
    { start: condition.end, end: whole.end }
  ];
  const isPlain2 = [before, after].every((span) => !/[#"']/.test(text2.slice(span.start, span.end)));
  if (asserted.message !== NO_NODE || !isPlain2 || asserted.condition !== unwrapped(tree, asserted.condition))
    return void 0;
  const edits = [{ span: before, replacement: "" }, renaming, { span: after, replacement: "" }];
  return edits.filter(({ span }) => span.start < span.end);
}
function meantBy(name) {
  const meant = `assert_${name.replace(/^has_any_call$/, "any_call")}`;
  if (ASSERTIONS.has(meant) && !REAL_ATTRIBUTES.has(name)) return meant;
  if (ASSERTIONS.has(name) || !/^as\w{1,6}_(?:called?|awaited|await|not|any|has)_?/.test(name))
    return void 0;
  return [...ASSERTIONS].find((assertion) => editDistance(name, assertion) <= 2);
}
var mock_assert_typo_default, REQUESTS_MOCK, isAsserted, REAL_ATTRIBUTES, ASSERTIONS, TAKING_ARGUMENTS, WITH_ARGUMENTS;
var init_mock_assert_typo = __esm({
  "src/rules/ineffective-tests/mock-assert-typo.ts"() {
    "use strict";
    init_nearest();
    init_assertions();
    init_expressions();
    init_statements();
    init_syntax();
    init_rule();
    mock_assert_typo_default = defineRule({
      id: "mock-assert-typo",
      family: "ineffective-tests",
      summary: "an assertion of a mock under a name that mocks do not have",
      advice: "call the assertion of the mock that is meant",
      why: `
A mock has every attribute that it is asked for. \`send.called_once_with("tea")\` is a call of a new mock, and passes;
\`assert send.not_called\` asserts a mock, which is true; \`send.assert_called_once\` without parentheses names a method
and does not call it. None of them checks anything. Python 3.12 raises \`AttributeError\` for the commonest of these names.
The rule looks at statements and at the conditions of \`assert\` in modules that use mocks, and leaves names alone that
the module defines or assigns itself, and attributes of \`self\`. The fix writes the assertion that is meant, where the
arguments fit it.
`,
      nearest: "pygrep-hooks' and ruff's `PGH005` report a part of these names, wherever they stand, and mend nothing.",
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
          const { attribute: attribute2, meant } = check2;
          const written = module2.textOf(attribute2);
          if (isOwnName(module2, written)) continue;
          const edits = editsFor(module2, check2);
          yield {
            at: module2.spanOf(attribute2),
            message: written === meant ? `\`${written}\` without parentheses checks nothing; call it` : `mocks have no \`${written}\`, it checks nothing; call \`${meant}\``,
            subject: written,
            ...edits && { fix: { edits, safe: true, title: `call \`${meant}\`` } }
          };
        }
      }
    });
    REQUESTS_MOCK = /request|adapter|mocker\b|http/i;
    isAsserted = (tree, statement, call2) => unwrapped(tree, truthAssertedBy(tree, statement)?.condition ?? NO_NODE) === call2;
    REAL_ATTRIBUTES = /* @__PURE__ */ new Set(["called", "awaited"]);
    ASSERTIONS = new Set(
      [
        ..."called called_once called_once_with called_with any_call has_calls not_called".split(" "),
        ..."awaited awaited_once awaited_once_with awaited_with any_await has_awaits not_awaited".split(" ")
      ].map((name) => `assert_${name}`)
    );
    TAKING_ARGUMENTS = new Set(
      [...ASSERTIONS].filter((name) => /_with$|_any_|_has_/.test(name))
    );
    WITH_ARGUMENTS = /* @__PURE__ */ new Map([
      ["assert_called", "assert_called_with"],
      ["assert_called_once", "assert_called_once_with"],
      ["assert_awaited", "assert_awaited_with"],
      ["assert_awaited_once", "assert_awaited_once_with"]
    ]);
  }
});

// src/rules/ineffective-tests/unreachable-assert-in-raises.ts
var unreachable_assert_in_raises_default;
var init_unreachable_assert_in_raises = __esm({
  "src/rules/ineffective-tests/unreachable-assert-in-raises.ts"() {
    "use strict";
    init_rule();
    unreachable_assert_in_raises_default = defineRule({
      id: "unreachable-assert-in-raises",
      family: "ineffective-tests",
      summary: "an assertion in a `raises` block after the call that raises, where it never runs",
      advice: "move assertions out of the block: after the call that raises they never run",
      why: `
The block of \`with pytest.raises(…)\` or \`with self.assertRaises(…)\` ends at the statement that raises. An
assertion that stands after it, inside the block, never runs: it looks like a check and checks nothing. Nearly
always it was meant to stand one step further out, below the block, which is also the only place where the
exception that \`as\` names is known. The rule speaks when the assertion names that exception, or when it directly
follows a call or an assignment and calls nothing itself that could be what raises. An assertion that is followed by
another call, one in a block that expects \`AssertionError\`, or one whose own lookup or comparison may be the thing
that raises, is left alone.
`,
      nearest: "flake8-pytest-style's and ruff's `PT012` reports every `pytest.raises` block of more than one statement, and no block of unittest.",
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
        for (const { exceptions, unreachableAssertions } of raisesBlocks) {
          const [first] = unreachableAssertions;
          if (first === void 0) continue;
          yield {
            at: spanOf2(first),
            message: "assertion after the call that raises never runs; move it below the `with` block",
            subject: exceptions.join(", "),
            measure: unreachableAssertions.length
          };
        }
      }
    });
  }
});

// src/rules/ineffective-tests/useless-comparison.ts
function isMeant2(module2, statement) {
  const { tree, text: text2, model, spanOf: spanOf2, commentAfter } = module2;
  const { start } = spanOf2(statement);
  if (commentAfter(statement) !== void 0 || COMPARISON_METHOD.test(text2)) return true;
  if (ABOUT_COMPARISONS.test(model.testAt(start)?.name ?? "")) return true;
  return isAloneInBlock(tree, statement) && isRunByOthers(module2, statement);
}
function isRunByOthers({ tree, definitionAt: definitionAt2, spanOf: spanOf2 }, statement) {
  if (isInLoop(tree, statement)) return true;
  const definition = definitionAt2(spanOf2(statement).start);
  return definition?.kind === "function" && definition.enclosing?.kind === "function";
}
var useless_comparison_default, COMPARISON_METHOD, ABOUT_COMPARISONS;
var init_useless_comparison = __esm({
  "src/rules/ineffective-tests/useless-comparison.ts"() {
    "use strict";
    init_expressions();
    init_statements();
    init_syntax();
    init_rule();
    useless_comparison_default = defineRule({
      id: "useless-comparison",
      family: "ineffective-tests",
      summary: "a comparison that stands alone, without `assert`",
      advice: "put `assert` before the comparisons",
      why: `
\`cart.total == 4\` on a line of its own compares, and throws the answer away: the test passes whatever the total is.
Nearly always an \`assert\` was forgotten, or \`=\` was meant. In a \`with\` block and in a \`try\` clause with handlers the
comparison may be there for what it raises, and is left alone; so is one in a module that defines a method such as
\`__eq__\` or in a test that is named for comparing, one that is all that a loop or an inner function does, and one with a
comment behind it. The fix puts \`assert\` before it, which is unsafe since
the test may fail then: what it says was never checked.
`,
      nearest: "flake8-bugbear's and ruff's `B015` and pylint's `W0104` report the same, in `with` blocks too, and mend nothing.",
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
        const { nodesOf: nodesOf2, spanOf: spanOf2, textOf: textOf3, tree } = module2;
        for (const statement of nodesOf2(Kind.expression_statement)) {
          const expression = expressionOf(tree, statement);
          if (expression === NO_NODE || kindOf(tree, unwrapped(tree, expression)) !== Kind.comparison_operator)
            continue;
          if (mayBeExpectedToRaise(tree, statement) || isMeant2(module2, statement)) continue;
          const at3 = spanOf2(statement);
          yield {
            at: at3,
            message: "comparison without `assert` checks nothing; assert it, or assign with `=`",
            subject: textOf3(expression),
            fix: {
              edits: [{ span: { start: at3.start, end: at3.start }, replacement: "assert " }],
              safe: false,
              title: "assert the comparison"
            }
          };
        }
      }
    });
    COMPARISON_METHOD = /\b__(?:eq|ne|lt|le|gt|ge|contains)__\b/;
    ABOUT_COMPARISONS = /(?:^|_)(?:eq|ne|lt|le|gt|ge|equals?|equality|compar\w*|operators?|contains|membership)(?:_|$)/i;
  }
});

// src/rules/index.ts
var rules;
var init_rules = __esm({
  "src/rules/index.ts"() {
    "use strict";
    init_debugger_left();
    init_hardcoded_secret();
    init_camel_case_local();
    init_mixed_test_naming();
    init_copy_pasted_docstring();
    init_missing_docstring();
    init_skip_without_reason();
    init_stale_docstring_param();
    init_stale_docstring_return();
    init_announcing_comment();
    init_commented_out_code();
    init_commented_out_test();
    init_restating_comment();
    init_long_test();
    init_broad_except_pass();
    init_numbered_name();
    init_abbreviated_name();
    init_assert_always_true();
    init_assert_true_misuse();
    init_deprecated_assert_alias();
    init_duplicate_parametrize_case();
    init_duplicate_test();
    init_empty_test();
    init_mock_assert_typo();
    init_unreachable_assert_in_raises();
    init_useless_comparison();
    rules = [
      debugger_left_default,
      hardcoded_secret_default,
      camel_case_local_default,
      mixed_test_naming_default,
      copy_pasted_docstring_default,
      missing_docstring_default,
      skip_without_reason_default,
      stale_docstring_param_default,
      stale_docstring_return_default,
      announcing_comment_default,
      commented_out_code_default,
      commented_out_test_default,
      restating_comment_default,
      long_test_default,
      broad_except_pass_default,
      numbered_name_default,
      abbreviated_name_default,
      assert_always_true_default,
      assert_true_misuse_default,
      deprecated_assert_alias_default,
      duplicate_parametrize_case_default,
      duplicate_test_default,
      empty_test_default,
      mock_assert_typo_default,
      unreachable_assert_in_raises_default,
      useless_comparison_default
    ];
  }
});

// src/sources.ts
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
function parserFor(sources, host2) {
  const size = sources.reduce((sum, { bytes }) => sum + bytes.length, 0);
  let parser;
  return () => parser ??= host2.parser(size);
}
function sourcesOf(command, workplace, settings, host2) {
  const since2 = sinceOf(command, host2.environment);
  const { source, scope: scope2 } = command;
  const readable = (candidates) => withinLimits(candidates, settings);
  switch (source.from) {
    case "index": {
      const { repository, why } = workplace;
      if (repository === void 0)
        throw new UserError(`${why}; name the files to check: proctor ${command.name} PATH`);
      const changed3 = repository.changed((path) => settings.isTestModule(path), since2);
      return readable(
        changed3.map(({ path, content, bases: bases2 }) => ({
          path,
          place: path,
          bytes: content,
          bases: scope2 === "file" ? void 0 : bases2
        }))
      );
    }
    case "files": {
      const { files, failures } = filesOf(source.paths, workplace, settings, host2);
      return { sources: compared(files, command, workplace, since2), failures };
    }
    case "stdin": {
      const place = placeOf(source.path, host2.cwd, workplace.topLevel);
      const file = { path: withSlashes(source.path), place, bytes: host2.stdin() };
      return readable(compared([file], command, workplace, since2));
    }
  }
}
function sinceOf({ since: since2 }, environment) {
  if (since2 !== void 0) return { reference: since2, to: void 0 };
  const from = environment["PRE_COMMIT_FROM_REF"];
  const to2 = environment["PRE_COMMIT_TO_REF"];
  if (from === void 0 || from === "" || to2 === void 0 || to2 === "") return void 0;
  return { reference: from, to: to2 };
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
    const place = placeOf(path, cwd, topLevel);
    if ((isFramework || !isNamedItself) && !settings.isTestModule(place)) continue;
    const read2 = readUpTo((0, import_node_path4.resolve)(cwd, path), settings.for(place).maxFileSize);
    if (read2.ok) files.push({ path, place, bytes: read2.bytes });
    else failures.push({ path, reason: read2.reason });
  }
  return { files, failures };
}
function compared(files, { scope: scope2 }, { repository, why }, since2) {
  if (repository === void 0) {
    if (scope2 === "introduced" || since2 !== void 0) throw new UserError(`${why}; nothing to compare with`);
    return files.map((file) => ({ ...file, bases: void 0 }));
  }
  if (scope2 === "file") return files.map((file) => ({ ...file, bases: void 0 }));
  const base = since2 ?? (scope2 === "introduced" ? { reference: "HEAD", to: void 0 } : void 0);
  const bases2 = repository.bases(
    files.map(({ place }) => place),
    base
  );
  return files.map((file) => ({ ...file, bases: bases2.get(file.place) }));
}
function placeOf(path, cwd, topLevel) {
  const place = (0, import_node_path4.relative)(topLevel, (0, import_node_path4.resolve)(cwd, path));
  return withSlashes(place.startsWith("..") || (0, import_node_path4.isAbsolute)(place) ? path : place);
}
var import_node_path4;
var init_sources = __esm({
  "src/sources.ts"() {
    "use strict";
    import_node_path4 = require("node:path");
    init_load();
    init_files();
    init_repository();
    init_rules();
    init_user_error();
  }
});

// node_modules/@simple-git/args-pathspec/dist/index.mjs
function c(...n) {
  const e = new String(n);
  return t.set(e, n), e;
}
function r(n) {
  return n instanceof String && t.has(n);
}
function o(n) {
  return t.get(n) ?? [];
}
var t;
var init_dist = __esm({
  "node_modules/@simple-git/args-pathspec/dist/index.mjs"() {
    t = /* @__PURE__ */ new WeakMap();
  }
});

// node_modules/ms/index.js
var require_ms = __commonJS({
  "node_modules/ms/index.js"(exports2, module2) {
    var s = 1e3;
    var m2 = s * 60;
    var h3 = m2 * 60;
    var d2 = h3 * 24;
    var w2 = d2 * 7;
    var y2 = d2 * 365.25;
    module2.exports = function(val, options2) {
      options2 = options2 || {};
      var type = typeof val;
      if (type === "string" && val.length > 0) {
        return parse(val);
      } else if (type === "number" && isFinite(val)) {
        return options2.long ? fmtLong(val) : fmtShort(val);
      }
      throw new Error(
        "val is not a non-empty string or a valid number. val=" + JSON.stringify(val)
      );
    };
    function parse(str) {
      str = String(str);
      if (str.length > 100) {
        return;
      }
      var match = /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.exec(
        str
      );
      if (!match) {
        return;
      }
      var n = parseFloat(match[1]);
      var type = (match[2] || "ms").toLowerCase();
      switch (type) {
        case "years":
        case "year":
        case "yrs":
        case "yr":
        case "y":
          return n * y2;
        case "weeks":
        case "week":
        case "w":
          return n * w2;
        case "days":
        case "day":
        case "d":
          return n * d2;
        case "hours":
        case "hour":
        case "hrs":
        case "hr":
        case "h":
          return n * h3;
        case "minutes":
        case "minute":
        case "mins":
        case "min":
        case "m":
          return n * m2;
        case "seconds":
        case "second":
        case "secs":
        case "sec":
        case "s":
          return n * s;
        case "milliseconds":
        case "millisecond":
        case "msecs":
        case "msec":
        case "ms":
          return n;
        default:
          return void 0;
      }
    }
    function fmtShort(ms2) {
      var msAbs = Math.abs(ms2);
      if (msAbs >= d2) {
        return Math.round(ms2 / d2) + "d";
      }
      if (msAbs >= h3) {
        return Math.round(ms2 / h3) + "h";
      }
      if (msAbs >= m2) {
        return Math.round(ms2 / m2) + "m";
      }
      if (msAbs >= s) {
        return Math.round(ms2 / s) + "s";
      }
      return ms2 + "ms";
    }
    function fmtLong(ms2) {
      var msAbs = Math.abs(ms2);
      if (msAbs >= d2) {
        return plural(ms2, msAbs, d2, "day");
      }
      if (msAbs >= h3) {
        return plural(ms2, msAbs, h3, "hour");
      }
      if (msAbs >= m2) {
        return plural(ms2, msAbs, m2, "minute");
      }
      if (msAbs >= s) {
        return plural(ms2, msAbs, s, "second");
      }
      return ms2 + " ms";
    }
    function plural(ms2, msAbs, n, name) {
      var isPlural = msAbs >= n * 1.5;
      return Math.round(ms2 / n) + " " + name + (isPlural ? "s" : "");
    }
  }
});

// node_modules/debug/src/common.js
var require_common = __commonJS({
  "node_modules/debug/src/common.js"(exports2, module2) {
    function setup(env) {
      createDebug.debug = createDebug;
      createDebug.default = createDebug;
      createDebug.coerce = coerce;
      createDebug.disable = disable;
      createDebug.enable = enable;
      createDebug.enabled = enabled;
      createDebug.humanize = require_ms();
      createDebug.destroy = destroy;
      Object.keys(env).forEach((key2) => {
        createDebug[key2] = env[key2];
      });
      createDebug.names = [];
      createDebug.skips = [];
      createDebug.formatters = {};
      function selectColor(namespace) {
        let hash = 0;
        for (let i = 0; i < namespace.length; i++) {
          hash = (hash << 5) - hash + namespace.charCodeAt(i);
          hash |= 0;
        }
        return createDebug.colors[Math.abs(hash) % createDebug.colors.length];
      }
      createDebug.selectColor = selectColor;
      function createDebug(namespace) {
        let prevTime;
        let enableOverride = null;
        let namespacesCache;
        let enabledCache;
        function debug(...args) {
          if (!debug.enabled) {
            return;
          }
          const self = debug;
          const curr = Number(/* @__PURE__ */ new Date());
          const ms2 = curr - (prevTime || curr);
          self.diff = ms2;
          self.prev = prevTime;
          self.curr = curr;
          prevTime = curr;
          args[0] = createDebug.coerce(args[0]);
          if (typeof args[0] !== "string") {
            args.unshift("%O");
          }
          let index = 0;
          args[0] = args[0].replace(/%([a-zA-Z%])/g, (match, format2) => {
            if (match === "%%") {
              return "%";
            }
            index++;
            const formatter = createDebug.formatters[format2];
            if (typeof formatter === "function") {
              const val = args[index];
              match = formatter.call(self, val);
              args.splice(index, 1);
              index--;
            }
            return match;
          });
          createDebug.formatArgs.call(self, args);
          const logFn = self.log || createDebug.log;
          logFn.apply(self, args);
        }
        debug.namespace = namespace;
        debug.useColors = createDebug.useColors();
        debug.color = createDebug.selectColor(namespace);
        debug.extend = extend;
        debug.destroy = createDebug.destroy;
        Object.defineProperty(debug, "enabled", {
          enumerable: true,
          configurable: false,
          get: () => {
            if (enableOverride !== null) {
              return enableOverride;
            }
            if (namespacesCache !== createDebug.namespaces) {
              namespacesCache = createDebug.namespaces;
              enabledCache = createDebug.enabled(namespace);
            }
            return enabledCache;
          },
          set: (v2) => {
            enableOverride = v2;
          }
        });
        if (typeof createDebug.init === "function") {
          createDebug.init(debug);
        }
        return debug;
      }
      function extend(namespace, delimiter) {
        const newDebug = createDebug(this.namespace + (typeof delimiter === "undefined" ? ":" : delimiter) + namespace);
        newDebug.log = this.log;
        return newDebug;
      }
      function enable(namespaces) {
        createDebug.save(namespaces);
        createDebug.namespaces = namespaces;
        createDebug.names = [];
        createDebug.skips = [];
        const split = (typeof namespaces === "string" ? namespaces : "").trim().replace(/\s+/g, ",").split(",").filter(Boolean);
        for (const ns2 of split) {
          if (ns2[0] === "-") {
            createDebug.skips.push(ns2.slice(1));
          } else {
            createDebug.names.push(ns2);
          }
        }
      }
      function matchesTemplate(search, template) {
        let searchIndex = 0;
        let templateIndex = 0;
        let starIndex = -1;
        let matchIndex = 0;
        while (searchIndex < search.length) {
          if (templateIndex < template.length && (template[templateIndex] === search[searchIndex] || template[templateIndex] === "*")) {
            if (template[templateIndex] === "*") {
              starIndex = templateIndex;
              matchIndex = searchIndex;
              templateIndex++;
            } else {
              searchIndex++;
              templateIndex++;
            }
          } else if (starIndex !== -1) {
            templateIndex = starIndex + 1;
            matchIndex++;
            searchIndex = matchIndex;
          } else {
            return false;
          }
        }
        while (templateIndex < template.length && template[templateIndex] === "*") {
          templateIndex++;
        }
        return templateIndex === template.length;
      }
      function disable() {
        const namespaces = [
          ...createDebug.names,
          ...createDebug.skips.map((namespace) => "-" + namespace)
        ].join(",");
        createDebug.enable("");
        return namespaces;
      }
      function enabled(name) {
        for (const skip of createDebug.skips) {
          if (matchesTemplate(name, skip)) {
            return false;
          }
        }
        for (const ns2 of createDebug.names) {
          if (matchesTemplate(name, ns2)) {
            return true;
          }
        }
        return false;
      }
      function coerce(val) {
        if (val instanceof Error) {
          return val.stack || val.message;
        }
        return val;
      }
      function destroy() {
        console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
      }
      createDebug.enable(createDebug.load());
      return createDebug;
    }
    module2.exports = setup;
  }
});

// node_modules/debug/src/browser.js
var require_browser = __commonJS({
  "node_modules/debug/src/browser.js"(exports2, module2) {
    exports2.formatArgs = formatArgs;
    exports2.save = save;
    exports2.load = load;
    exports2.useColors = useColors;
    exports2.storage = localstorage();
    exports2.destroy = /* @__PURE__ */ (() => {
      let warned = false;
      return () => {
        if (!warned) {
          warned = true;
          console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
        }
      };
    })();
    exports2.colors = [
      "#0000CC",
      "#0000FF",
      "#0033CC",
      "#0033FF",
      "#0066CC",
      "#0066FF",
      "#0099CC",
      "#0099FF",
      "#00CC00",
      "#00CC33",
      "#00CC66",
      "#00CC99",
      "#00CCCC",
      "#00CCFF",
      "#3300CC",
      "#3300FF",
      "#3333CC",
      "#3333FF",
      "#3366CC",
      "#3366FF",
      "#3399CC",
      "#3399FF",
      "#33CC00",
      "#33CC33",
      "#33CC66",
      "#33CC99",
      "#33CCCC",
      "#33CCFF",
      "#6600CC",
      "#6600FF",
      "#6633CC",
      "#6633FF",
      "#66CC00",
      "#66CC33",
      "#9900CC",
      "#9900FF",
      "#9933CC",
      "#9933FF",
      "#99CC00",
      "#99CC33",
      "#CC0000",
      "#CC0033",
      "#CC0066",
      "#CC0099",
      "#CC00CC",
      "#CC00FF",
      "#CC3300",
      "#CC3333",
      "#CC3366",
      "#CC3399",
      "#CC33CC",
      "#CC33FF",
      "#CC6600",
      "#CC6633",
      "#CC9900",
      "#CC9933",
      "#CCCC00",
      "#CCCC33",
      "#FF0000",
      "#FF0033",
      "#FF0066",
      "#FF0099",
      "#FF00CC",
      "#FF00FF",
      "#FF3300",
      "#FF3333",
      "#FF3366",
      "#FF3399",
      "#FF33CC",
      "#FF33FF",
      "#FF6600",
      "#FF6633",
      "#FF9900",
      "#FF9933",
      "#FFCC00",
      "#FFCC33"
    ];
    function useColors() {
      if (typeof window !== "undefined" && window.process && (window.process.type === "renderer" || window.process.__nwjs)) {
        return true;
      }
      if (typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/(edge|trident)\/(\d+)/)) {
        return false;
      }
      let m2;
      return typeof document !== "undefined" && document.documentElement && document.documentElement.style && document.documentElement.style.WebkitAppearance || // Is firebug? http://stackoverflow.com/a/398120/376773
      typeof window !== "undefined" && window.console && (window.console.firebug || window.console.exception && window.console.table) || // Is firefox >= v31?
      // https://developer.mozilla.org/en-US/docs/Tools/Web_Console#Styling_messages
      typeof navigator !== "undefined" && navigator.userAgent && (m2 = navigator.userAgent.toLowerCase().match(/firefox\/(\d+)/)) && parseInt(m2[1], 10) >= 31 || // Double check webkit in userAgent just in case we are in a worker
      typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/applewebkit\/(\d+)/);
    }
    function formatArgs(args) {
      args[0] = (this.useColors ? "%c" : "") + this.namespace + (this.useColors ? " %c" : " ") + args[0] + (this.useColors ? "%c " : " ") + "+" + module2.exports.humanize(this.diff);
      if (!this.useColors) {
        return;
      }
      const c3 = "color: " + this.color;
      args.splice(1, 0, c3, "color: inherit");
      let index = 0;
      let lastC = 0;
      args[0].replace(/%[a-zA-Z%]/g, (match) => {
        if (match === "%%") {
          return;
        }
        index++;
        if (match === "%c") {
          lastC = index;
        }
      });
      args.splice(lastC, 0, c3);
    }
    exports2.log = console.debug || console.log || (() => {
    });
    function save(namespaces) {
      try {
        if (namespaces) {
          exports2.storage.setItem("debug", namespaces);
        } else {
          exports2.storage.removeItem("debug");
        }
      } catch (error) {
      }
    }
    function load() {
      let r2;
      try {
        r2 = exports2.storage.getItem("debug") || exports2.storage.getItem("DEBUG");
      } catch (error) {
      }
      if (!r2 && typeof process !== "undefined" && "env" in process) {
        r2 = process.env.DEBUG;
      }
      return r2;
    }
    function localstorage() {
      try {
        return localStorage;
      } catch (error) {
      }
    }
    module2.exports = require_common()(exports2);
    var { formatters } = module2.exports;
    formatters.j = function(v2) {
      try {
        return JSON.stringify(v2);
      } catch (error) {
        return "[UnexpectedJSONParseError]: " + error.message;
      }
    };
  }
});

// node_modules/debug/src/node.js
var require_node = __commonJS({
  "node_modules/debug/src/node.js"(exports2, module2) {
    var tty = require("tty");
    var util = require("util");
    exports2.init = init2;
    exports2.log = log;
    exports2.formatArgs = formatArgs;
    exports2.save = save;
    exports2.load = load;
    exports2.useColors = useColors;
    exports2.destroy = util.deprecate(
      () => {
      },
      "Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`."
    );
    exports2.colors = [6, 2, 3, 4, 5, 1];
    try {
      const supportsColor = require("supports-color");
      if (supportsColor && (supportsColor.stderr || supportsColor).level >= 2) {
        exports2.colors = [
          20,
          21,
          26,
          27,
          32,
          33,
          38,
          39,
          40,
          41,
          42,
          43,
          44,
          45,
          56,
          57,
          62,
          63,
          68,
          69,
          74,
          75,
          76,
          77,
          78,
          79,
          80,
          81,
          92,
          93,
          98,
          99,
          112,
          113,
          128,
          129,
          134,
          135,
          148,
          149,
          160,
          161,
          162,
          163,
          164,
          165,
          166,
          167,
          168,
          169,
          170,
          171,
          172,
          173,
          178,
          179,
          184,
          185,
          196,
          197,
          198,
          199,
          200,
          201,
          202,
          203,
          204,
          205,
          206,
          207,
          208,
          209,
          214,
          215,
          220,
          221
        ];
      }
    } catch (error) {
    }
    exports2.inspectOpts = Object.keys(process.env).filter((key2) => {
      return /^debug_/i.test(key2);
    }).reduce((obj, key2) => {
      const prop = key2.substring(6).toLowerCase().replace(/_([a-z])/g, (_3, k2) => {
        return k2.toUpperCase();
      });
      let val = process.env[key2];
      if (/^(yes|on|true|enabled)$/i.test(val)) {
        val = true;
      } else if (/^(no|off|false|disabled)$/i.test(val)) {
        val = false;
      } else if (val === "null") {
        val = null;
      } else {
        val = Number(val);
      }
      obj[prop] = val;
      return obj;
    }, {});
    function useColors() {
      return "colors" in exports2.inspectOpts ? Boolean(exports2.inspectOpts.colors) : tty.isatty(process.stderr.fd);
    }
    function formatArgs(args) {
      const { namespace: name, useColors: useColors2 } = this;
      if (useColors2) {
        const c3 = this.color;
        const colorCode = "\x1B[3" + (c3 < 8 ? c3 : "8;5;" + c3);
        const prefix = `  ${colorCode};1m${name} \x1B[0m`;
        args[0] = prefix + args[0].split("\n").join("\n" + prefix);
        args.push(colorCode + "m+" + module2.exports.humanize(this.diff) + "\x1B[0m");
      } else {
        args[0] = getDate() + name + " " + args[0];
      }
    }
    function getDate() {
      if (exports2.inspectOpts.hideDate) {
        return "";
      }
      return (/* @__PURE__ */ new Date()).toISOString() + " ";
    }
    function log(...args) {
      return process.stderr.write(util.formatWithOptions(exports2.inspectOpts, ...args) + "\n");
    }
    function save(namespaces) {
      if (namespaces) {
        process.env.DEBUG = namespaces;
      } else {
        delete process.env.DEBUG;
      }
    }
    function load() {
      return process.env.DEBUG;
    }
    function init2(debug) {
      debug.inspectOpts = {};
      const keys = Object.keys(exports2.inspectOpts);
      for (let i = 0; i < keys.length; i++) {
        debug.inspectOpts[keys[i]] = exports2.inspectOpts[keys[i]];
      }
    }
    module2.exports = require_common()(exports2);
    var { formatters } = module2.exports;
    formatters.o = function(v2) {
      this.inspectOpts.colors = this.useColors;
      return util.inspect(v2, this.inspectOpts).split("\n").map((str) => str.trim()).join(" ");
    };
    formatters.O = function(v2) {
      this.inspectOpts.colors = this.useColors;
      return util.inspect(v2, this.inspectOpts);
    };
  }
});

// node_modules/debug/src/index.js
var require_src = __commonJS({
  "node_modules/debug/src/index.js"(exports2, module2) {
    if (typeof process === "undefined" || process.type === "renderer" || process.browser === true || process.__nwjs) {
      module2.exports = require_browser();
    } else {
      module2.exports = require_node();
    }
  }
});

// node_modules/@kwsites/file-exists/dist/src/index.js
var require_src2 = __commonJS({
  "node_modules/@kwsites/file-exists/dist/src/index.js"(exports2) {
    "use strict";
    var __importDefault = exports2 && exports2.__importDefault || function(mod) {
      return mod && mod.__esModule ? mod : { "default": mod };
    };
    Object.defineProperty(exports2, "__esModule", { value: true });
    var fs_1 = require("fs");
    var debug_1 = __importDefault(require_src());
    var log = debug_1.default("@kwsites/file-exists");
    function check2(path, isFile, isDirectory) {
      log(`checking %s`, path);
      try {
        const stat = fs_1.statSync(path);
        if (stat.isFile() && isFile) {
          log(`[OK] path represents a file`);
          return true;
        }
        if (stat.isDirectory() && isDirectory) {
          log(`[OK] path represents a directory`);
          return true;
        }
        log(`[FAIL] path represents something other than a file or directory`);
        return false;
      } catch (e) {
        if (e.code === "ENOENT") {
          log(`[FAIL] path is not accessible: %o`, e);
          return false;
        }
        log(`[FATAL] %o`, e);
        throw e;
      }
    }
    function exists2(path, type = exports2.READABLE) {
      return check2(path, (type & exports2.FILE) > 0, (type & exports2.FOLDER) > 0);
    }
    exports2.exists = exists2;
    exports2.FILE = 1;
    exports2.FOLDER = 2;
    exports2.READABLE = exports2.FILE + exports2.FOLDER;
  }
});

// node_modules/@kwsites/file-exists/dist/index.js
var require_dist2 = __commonJS({
  "node_modules/@kwsites/file-exists/dist/index.js"(exports2) {
    "use strict";
    function __export2(m2) {
      for (var p2 in m2) if (!exports2.hasOwnProperty(p2)) exports2[p2] = m2[p2];
    }
    Object.defineProperty(exports2, "__esModule", { value: true });
    __export2(require_src2());
  }
});

// node_modules/@kwsites/promise-deferred/dist/index.js
var require_dist3 = __commonJS({
  "node_modules/@kwsites/promise-deferred/dist/index.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.createDeferred = exports2.deferred = void 0;
    function deferred() {
      let done;
      let fail2;
      let status = "pending";
      const promise = new Promise((_done, _fail) => {
        done = _done;
        fail2 = _fail;
      });
      return {
        promise,
        done(result) {
          if (status === "pending") {
            status = "resolved";
            done(result);
          }
        },
        fail(error) {
          if (status === "pending") {
            status = "rejected";
            fail2(error);
          }
        },
        get fulfilled() {
          return status !== "pending";
        },
        get status() {
          return status;
        }
      };
    }
    exports2.deferred = deferred;
    exports2.createDeferred = deferred;
    exports2.default = deferred;
  }
});

// node_modules/@simple-git/argv-parser/dist/index.mjs
function* x(e, n) {
  const t2 = n === "global";
  for (const o2 of e)
    o2.isGlobal === t2 && (yield o2);
}
function A(e, n) {
  for (const { name: o2 } of x(e, "task")) {
    if (P.has(o2))
      return w(true, n);
    if (S.has(o2))
      return w(false, n);
  }
  const t2 = n.at(0)?.toLowerCase();
  return t2 === void 0 ? null : E.has(t2) ? w(true, n.slice(1)) : F.has(t2) ? w(false, n.slice(1)) : n.length === 1 ? w(false, n) : w(true, n);
}
function w(e = false, n = []) {
  const t2 = n.at(0)?.toLowerCase();
  return t2 === void 0 ? null : {
    isWrite: e,
    isRead: !e,
    key: t2,
    value: n.at(1)
  };
}
function O(e, n) {
  return n.isWrite && n.value !== void 0 ? { key: n.key, value: n.value, scope: e } : { key: n.key, scope: e };
}
function G(e) {
  const n = e?.indexOf("=") || -1;
  return !e || n < 0 ? null : {
    key: e.slice(0, n).trim().toLowerCase(),
    value: e.slice(n + 1)
  };
}
function M(e) {
  for (const { name: n } of x(e, "task"))
    switch (n) {
      case "--global":
        return "global";
      case "--system":
        return "system";
      case "--worktree":
        return "worktree";
      case "--local":
        return "local";
      case "--file":
      case "-f":
        return "file";
    }
  return "local";
}
function N({ name: e }) {
  if (e === "-c" || e === "--config")
    return "inline";
  if (e === "--config-env")
    return "env";
}
function* $2(e) {
  for (const n of e) {
    const t2 = N(n), o2 = t2 && G(n.value);
    o2 && (yield {
      ...o2,
      scope: t2
    });
  }
}
function D(e, n, t2) {
  const o2 = {
    read: [],
    write: [...$2(n)]
  };
  return e === "config" && L(
    o2,
    M(n),
    A(n, t2)
  ), o2;
}
function L(e, n, t2) {
  if (t2 === null)
    return;
  const o2 = O(n, t2);
  t2.isWrite ? e.write.push(o2) : e.read.push(o2);
}
function B(e) {
  const n = R[e ?? ""] ?? T;
  return {
    short: new Map([...C.short.entries(), ...n.short.entries()]),
    long: n.long
  };
}
function b(e, n = I) {
  if (e.startsWith("--")) {
    const t2 = e.indexOf("=");
    if (t2 > 2)
      return [{ name: e.slice(0, t2), value: e.slice(t2 + 1), needsNext: false }];
    const o2 = e.slice(2);
    return [{ name: e, needsNext: n.long.has(o2) }];
  }
  if (e.length === 2) {
    const t2 = e.charAt(1), o2 = n.short.get(t2);
    return [{ name: e, needsNext: o2 === true }];
  }
  return j(e, n.short);
}
function j(e, n) {
  const t2 = e.slice(1).split(""), o2 = [];
  for (let a = 0; a < t2.length; a++) {
    const s = t2[a], r2 = n.get(s);
    if (r2 === void 0)
      return [{ name: e, needsNext: false }];
    if (r2) {
      const i = t2.slice(a + 1).join("");
      if (i && ![...i].every((m2) => n.has(m2)))
        return o2.push({ name: `-${s}`, value: i, needsNext: false }), o2;
    }
    o2.push({ name: `-${s}`, needsNext: r2 });
  }
  return o2;
}
function W(e, n = []) {
  let t2 = 0;
  for (; t2 < e.length; ) {
    const o2 = String(e[t2]);
    if (!o2.startsWith("-") || o2.length < 2) break;
    const a = b(o2);
    let s = t2 + 1;
    for (const r2 of a) {
      const i = {
        name: r2.name,
        value: r2.value,
        absorbedNext: false,
        isGlobal: true
      };
      r2.needsNext && i.value === void 0 && s < e.length && (i.value = String(e[s]), i.absorbedNext = true, s++), n.push(i);
    }
    t2 = s;
  }
  return { flags: n, taskIndex: t2 };
}
function V(e, n, t2 = []) {
  const o2 = B(n), a = [], s = [];
  let r2 = 0;
  for (; r2 < e.length; ) {
    const i = e[r2];
    if (r(i)) {
      s.push(...o(i)), r2++;
      continue;
    }
    const p2 = String(i);
    if (p2 === "--") {
      for (let d2 = r2 + 1; d2 < e.length; d2++) {
        const g2 = e[d2];
        r(g2) ? s.push(...o(g2)) : s.push(String(g2));
      }
      break;
    }
    if (!p2.startsWith("-") || p2.length < 2) {
      a.push(p2), r2++;
      continue;
    }
    const m2 = b(p2, o2);
    let u2 = r2 + 1;
    for (const d2 of m2) {
      const g2 = {
        name: d2.name,
        value: d2.value,
        absorbedNext: false,
        isGlobal: false
      };
      d2.needsNext && g2.value === void 0 && u2 < e.length && !r(e[u2]) && (g2.value = String(e[u2]), g2.absorbedNext = true, u2++), t2.push(g2);
    }
    r2 = u2;
  }
  return { flags: t2, positionals: a, pathspecs: s };
}
function* q({
  write: e
}) {
  for (const n of e)
    for (const t2 of K) {
      const o2 = t2(n.key);
      o2 && (yield o2);
    }
}
function f(e, n, t2 = String(e)) {
  const o2 = typeof e == "string" ? new RegExp(`\\s*${e.toLowerCase()}`) : e;
  return function(s) {
    if (o2.test(s))
      return {
        category: n,
        message: `Configuring ${t2} is not permitted without enabling ${n}`
      };
  };
}
function l(e, n) {
  const t2 = new RegExp(`\\s*${e.toLowerCase().replace(/\./g, "(..+)?.")}`);
  return f(t2, n, e);
}
function* H(e, n) {
  for (const t2 of n)
    for (const o2 of X) {
      const a = o2(e, t2);
      a && (yield a);
    }
}
function c2(e, n, t2, { name: o2 = String(n), globalOnly: a = false, withValue: s = false } = {}) {
  const r2 = typeof n == "string" ? new RegExp(`\\s*${n.toLowerCase()}`) : n, i = `Use of ${e ? `${e} with option ` : ""}${o2} is not permitted without enabling ${t2}`;
  return function(m2, u2) {
    if (!(e && m2 !== e) && !(a && !u2.isGlobal) && !(s && u2.value === void 0) && r2.test(u2.name))
      return {
        category: t2,
        message: i
      };
  };
}
function k(e, n, t2) {
  return [...H(e, n), ...q(t2)];
}
function Y(...e) {
  const { flags: n, taskIndex: t2 } = W(e), o2 = t2 < e.length ? String(e[t2]).toLowerCase() : null, a = o2 !== null ? e.slice(t2 + 1) : [], { positionals: s, pathspecs: r2 } = V(a, o2, n), i = D(o2, n, s);
  return {
    task: o2,
    flags: n.map(J),
    paths: r2,
    config: i,
    vulnerabilities: z(k(o2, n, i))
  };
}
function z(e) {
  return Object.defineProperty(e, "vulnerabilities", {
    value: e
  });
}
function J({ value: e, name: n }) {
  return e !== void 0 ? { name: n, value: e } : { name: n };
}
function* Q(e) {
  const n = parseInt(e.git_config_count ?? "0", 10);
  for (let t2 = 0; t2 < n; t2++) {
    const o2 = e[`git_config_key_${t2}`], a = e[`git_config_value_${t2}`];
    o2 !== void 0 && (yield { key: o2.toLowerCase().trim(), value: a, scope: "env" });
  }
}
function* Z(e) {
  for (const n of Object.keys(e))
    if (_(n)) {
      const t2 = y[n];
      yield {
        category: t2,
        message: `Use of "${n.toUpperCase()}" is not permitted without enabling ${t2}`
      };
    }
}
function _(e) {
  return Object.hasOwn(y, e);
}
function ee(e) {
  const n = {};
  for (const [t2, o2] of Object.entries(e)) {
    const a = t2.toLowerCase().trim();
    (_(a) || a.startsWith("git")) && (n[a] = String(o2));
  }
  return n;
}
function ne(e) {
  const n = ee(e), t2 = {
    read: [],
    write: [...Q(n)]
  }, o2 = [
    ...Z(n),
    ...k(null, [], t2)
  ];
  return {
    config: t2,
    vulnerabilities: o2
  };
}
function oe(e, n) {
  return [...Y(...e).vulnerabilities, ...ne(n).vulnerabilities];
}
var P, S, E, F, C, I, R, T, K, h, X, y;
var init_dist2 = __esm({
  "node_modules/@simple-git/argv-parser/dist/index.mjs"() {
    init_dist();
    P = /* @__PURE__ */ new Set([
      "--add",
      "--edit",
      "--remove-section",
      "--rename-section",
      "--replace-all",
      "--unset",
      "--unset-all",
      "-e"
    ]);
    S = /* @__PURE__ */ new Set([
      "--get",
      "--get-all",
      "--get-color",
      "--get-colorbool",
      "--get-regexp",
      "--get-urlmatch",
      "--list",
      "-l"
    ]);
    E = /* @__PURE__ */ new Set([
      "edit",
      "remove-section",
      "rename-section",
      "set",
      "unset"
    ]);
    F = /* @__PURE__ */ new Set(["get", "get-color", "get-colorbool", "list"]);
    C = {
      short: /* @__PURE__ */ new Map([
        ["c", true]
        //  -c <k=v>    set config key for this invocation
      ])
    };
    I = {
      short: new Map([
        ["C", true],
        //  -C <path>   change working directory
        ["P", false],
        // -P          no pager (alias for --no-pager)
        ["h", false],
        // -h          help
        ["p", false],
        // -p          paginate
        ["v", false],
        // -v          version
        ...C.short.entries()
      ]),
      long: /* @__PURE__ */ new Set([
        "attr-source",
        "config-env",
        "exec-path",
        "git-dir",
        "list-cmds",
        "namespace",
        "super-prefix",
        "work-tree"
      ])
    };
    R = {
      clone: {
        short: /* @__PURE__ */ new Map([
          ["b", true],
          // -b <branch>
          ["j", true],
          // -j <n>          parallel jobs
          ["l", false],
          // -l local
          ["n", false],
          // -n no-checkout
          ["o", true],
          // -o <name>       remote name
          ["q", false],
          // -q quiet
          ["s", false],
          // -s shared
          ["u", true]
          // -u <upload-pack>
        ]),
        long: /* @__PURE__ */ new Set(["branch", "config", "jobs", "origin", "upload-pack", "u", "template"])
      },
      commit: {
        short: /* @__PURE__ */ new Map([
          ["C", true],
          // -C <commit>  reuse message
          ["F", true],
          // -F <file>    read message from file
          ["c", true],
          // -c <commit>  reedit message
          ["m", true],
          // -m <msg>
          ["t", true]
          // -t <template>
        ]),
        long: /* @__PURE__ */ new Set(["file", "message", "reedit-message", "reuse-message", "template"])
      },
      config: {
        short: /* @__PURE__ */ new Map([
          ["e", false],
          // -e  open editor
          ["f", true],
          //  -f <file>
          ["l", false]
          // -l  list
        ]),
        long: /* @__PURE__ */ new Set(["blob", "comment", "default", "file", "type", "value"])
      },
      fetch: {
        short: /* @__PURE__ */ new Map(),
        long: /* @__PURE__ */ new Set(["upload-pack"])
      },
      init: {
        short: /* @__PURE__ */ new Map(),
        long: /* @__PURE__ */ new Set(["template"])
      },
      pull: {
        short: /* @__PURE__ */ new Map(),
        long: /* @__PURE__ */ new Set(["upload-pack"])
      },
      push: {
        short: /* @__PURE__ */ new Map(),
        long: /* @__PURE__ */ new Set(["exec", "receive-pack"])
      },
      rebase: {
        short: /* @__PURE__ */ new Map([
          ["X", true],
          // -X <option>   strategy option
          ["f", false],
          // -f force-rebase
          ["i", false],
          // -i interactive
          ["k", false],
          // -k keep-base
          ["m", false],
          // -m merge
          ["n", false],
          // -n no-stat
          ["q", false],
          // -q quiet
          ["r", false],
          // -r rebase-merges
          ["s", true],
          // -s <strategy>
          ["v", false],
          // -v verbose
          ["x", true]
          // -x <cmd>      exec
        ]),
        long: /* @__PURE__ */ new Set(["exec", "onto", "strategy", "strategy-option"])
      }
    };
    T = { short: /* @__PURE__ */ new Map(), long: /* @__PURE__ */ new Set() };
    K = [
      f("alias", "allowUnsafeAlias"),
      f("core.askPass", "allowUnsafeAskPass"),
      f("core.editor", "allowUnsafeEditor"),
      f("core.fsmonitor", "allowUnsafeFsMonitor"),
      f("core.gitProxy", "allowUnsafeGitProxy"),
      f("core.hooksPath", "allowUnsafeHooksPath"),
      f("core.pager", "allowUnsafePager"),
      f("core.sshCommand", "allowUnsafeSshCommand"),
      l("credential.helper", "allowUnsafeCredentialHelper"),
      l("diff.command", "allowUnsafeDiffExternal"),
      f("diff.external", "allowUnsafeDiffExternal"),
      l("difftool.cmd", "allowUnsafeDiffExternal"),
      l("diff.textconv", "allowUnsafeDiffTextConv"),
      l("filter.clean", "allowUnsafeFilter"),
      l("filter.process", "allowUnsafeFilter"),
      l("filter.smudge", "allowUnsafeFilter"),
      l("gpg.program", "allowUnsafeGpgProgram"),
      f("include.path", "allowUnsafeInclude"),
      l("includeIf", "allowUnsafeInclude"),
      f("init.templateDir", "allowUnsafeTemplateDir"),
      l("pager.", "allowUnsafePager"),
      l("merge.driver", "allowUnsafeMergeDriver"),
      l("mergetool.path", "allowUnsafeMergeDriver"),
      l("mergetool.cmd", "allowUnsafeMergeDriver"),
      l("protocol.allow", "allowUnsafeProtocolOverride"),
      l("remote.receivepack", "allowUnsafePack"),
      l("remote.uploadpack", "allowUnsafePack"),
      f("uploadpack.packObjectsHook", "allowUnsafePack"),
      f("sequence.editor", "allowUnsafeEditor"),
      l("submodule.update", "allowUnsafeSubmodule"),
      l("tar.command", "allowUnsafeCommandBinaries"),
      l("trailer.cmd", "allowUnsafeCommandBinaries"),
      l("trailer.command", "allowUnsafeCommandBinaries"),
      l("url.insteadOf", "allowUnsafeUrlRewrite")
    ];
    h = { globalOnly: true, withValue: true };
    X = [
      c2(null, /--(upload|receive)-pack/, "allowUnsafePack", {
        name: "--upload-pack or --receive-pack"
      }),
      c2("clone", /^-\w*u/, "allowUnsafePack"),
      c2("clone", "--u", "allowUnsafePack"),
      c2("push", /^--exec$/, "allowUnsafePack", { name: "--exec" }),
      // `git` accepts unambiguous abbreviations of long options, so `--ex` and `--exe` are `--exec`
      c2("rebase", /^(-x|--ex(ec?)?)$/, "allowUnsafeExec", { name: "-x or --exec" }),
      c2(null, "--template", "allowUnsafeTemplateDir"),
      c2(null, "--exec-path", "allowUnsafeExec", h),
      // `git` reads the configuration of whichever repository these name, so the
      // directory alone is enough to deliver config the argv guards never see
      c2(null, "--git-dir", "allowUnsafeConfigPaths", h),
      c2(null, "--work-tree", "allowUnsafeConfigPaths", h),
      c2(null, /^-C$/, "allowUnsafeConfigPaths", { ...h, name: "-C" })
    ];
    y = {
      editor: "allowUnsafeEditor",
      git_askpass: "allowUnsafeAskPass",
      git_config_global: "allowUnsafeConfigPaths",
      git_config_system: "allowUnsafeConfigPaths",
      git_config_count: "allowUnsafeConfigEnvCount",
      git_config_parameters: "allowUnsafeConfigEnvCount",
      git_config: "allowUnsafeConfigPaths",
      git_editor: "allowUnsafeEditor",
      git_exec_path: "allowUnsafeExec",
      git_external_diff: "allowUnsafeDiffExternal",
      git_pager: "allowUnsafePager",
      git_proxy_command: "allowUnsafeGitProxy",
      git_template_dir: "allowUnsafeTemplateDir",
      git_sequence_editor: "allowUnsafeEditor",
      git_ssh: "allowUnsafeSshCommand",
      git_ssh_command: "allowUnsafeSshCommand",
      pager: "allowUnsafePager",
      prefix: "allowUnsafeConfigPaths",
      ssh_askpass: "allowUnsafeAskPass",
      visual: "allowUnsafeEditor"
    };
  }
});

// node_modules/simple-git/dist/index.mjs
var dist_exports = {};
__export(dist_exports, {
  CheckRepoActions: () => qe,
  CleanOptions: () => zt,
  DiffNameStatus: () => Kt,
  GitConfigScope: () => Ht,
  GitConstructError: () => Ae,
  GitError: () => O2,
  GitPluginError: () => A2,
  GitResponseError: () => at2,
  ResetMode: () => Vt,
  TaskConfigurationError: () => xe,
  grepQueryBuilder: () => Sn,
  pathspec: () => c,
  simpleGit: () => wo
});
function Ne(t2) {
  return typeof t2 != "function" ? W2 : t2;
}
function $e(t2) {
  return typeof t2 == "function" && t2 !== W2;
}
function Pe(t2, e) {
  const n = t2.indexOf(e);
  return n <= 0 ? [t2, ""] : [t2.substr(0, n), t2.substr(n + 1)];
}
function Me(t2, e = 0) {
  return Dt(t2) && t2.length > e ? t2[e] : void 0;
}
function N2(t2, e = 0) {
  if (Dt(t2) && t2.length > e)
    return t2[t2.length - 1 - e];
}
function Dt(t2) {
  return Bt(t2);
}
function H2(t2 = "", e = true, n = `
`) {
  return t2.split(n).reduce((r2, s) => {
    const o2 = e ? s.trim() : s;
    return o2 && r2.push(o2), r2;
  }, []);
}
function ut(t2, e) {
  return H2(t2, true).map((n) => e(n));
}
function Lt(t2) {
  return (0, import_file_exists.exists)(t2, import_file_exists.FOLDER);
}
function S2(t2, e) {
  return Array.isArray(t2) ? t2.includes(e) || t2.push(e) : t2.add(e), e;
}
function De(t2, e) {
  return Array.isArray(t2) && !t2.includes(e) && t2.push(e), t2;
}
function ct(t2, e) {
  if (Array.isArray(t2)) {
    const n = t2.indexOf(e);
    n >= 0 && t2.splice(n, 1);
  } else
    t2.delete(e);
  return e;
}
function v(t2) {
  return Array.isArray(t2) ? t2 : [t2];
}
function jt(t2) {
  return t2.replace(/[\s-]+(.)/g, (e, n) => n.toUpperCase());
}
function L2(t2) {
  return v(t2).map((e) => e instanceof String ? e : String(e));
}
function p(t2, e = 0) {
  if (t2 == null)
    return e;
  const n = parseInt(t2, 10);
  return Number.isNaN(n) ? e : n;
}
function U(t2, e) {
  const n = [];
  for (let r2 = 0, s = t2.length; r2 < s; r2++)
    n.push(e, t2[r2]);
  return n;
}
function F2(t2) {
  return (Array.isArray(t2) ? Buffer.concat(t2) : t2).toString("utf-8");
}
function Le(t2) {
  return t2 ? Buffer.isBuffer(t2) ? t2.length : Buffer.byteLength(t2) : 0;
}
function je(t2, e) {
  const n = {};
  return e.forEach((r2) => {
    t2[r2] !== void 0 && (n[r2] = t2[r2]);
  }), n;
}
function wt(t2 = 0) {
  return new Promise((e) => setTimeout(e, t2));
}
function bt(t2) {
  if (t2 !== false)
    return t2;
}
function d(t2, e, n) {
  return e(t2) ? t2 : arguments.length > 2 ? n : void 0;
}
function st(t2, e) {
  const n = r(t2) ? "string" : typeof t2;
  return /number|string|boolean/.test(n) && (!e || !e.includes(n));
}
function lt(t2) {
  return !!t2 && ft(t2) === "[object Object]";
}
function Ie(t2) {
  return typeof t2 == "function";
}
function Ue() {
  throw new Error("LineParser:useMatches not implemented");
}
function Ge(...t2) {
  const e = process.cwd(), n = Object.assign(
    { baseDir: e, ...Fe },
    ...t2.filter((r2) => typeof r2 == "object" && r2)
  );
  return n.baseDir = n.baseDir || e, n.trimmed = n.trimmed === true, n;
}
function It(t2, e = []) {
  return lt(t2) ? Object.keys(t2).reduce((n, r2) => {
    const s = t2[r2];
    if (r(s))
      n.push(s);
    else if (st(s, ["boolean"]))
      n.push(r2 + "=" + s);
    else if (Array.isArray(s))
      for (const o2 of s)
        st(o2, ["string", "number"]) || n.push(r2 + "=" + o2);
    else
      n.push(r2);
    return n;
  }, e) : e;
}
function h2(t2, e = 0, n = false) {
  const r2 = [];
  for (let s = 0, o2 = e < 0 ? t2.length : e; s < o2; s++)
    "string|number".includes(typeof t2[s]) && r2.push(String(t2[s]));
  return It(ht(t2), r2), n || r2.push(...ze(t2)), r2;
}
function ze(t2) {
  const e = typeof N2(t2) == "function";
  return L2(d(N2(t2, e ? 1 : 0), K2, []));
}
function ht(t2) {
  const e = Ie(N2(t2));
  return d(N2(t2, e ? 1 : 0), lt);
}
function u(t2, e = true) {
  const n = Ne(N2(t2));
  return e || $e(n) ? n : void 0;
}
function Tt(t2, e) {
  return t2(e.stdOut, e.stdErr);
}
function E2(t2, e, n, r2 = true) {
  return v(n).forEach((s) => {
    for (let o2 = H2(s, r2), i = 0, a = o2.length; i < a; i++) {
      const c3 = (y2 = 0) => {
        if (!(i + y2 >= a))
          return o2[i + y2];
      };
      e.some(({ parse: y2 }) => y2(c3, t2));
    }
  }), t2;
}
function We(t2) {
  switch (t2) {
    case "bare":
      return Ke();
    case "root":
      return He();
  }
  return {
    commands: ["rev-parse", "--is-inside-work-tree"],
    format: "utf-8",
    onError: mt,
    parser: Ut
  };
}
function He() {
  return {
    commands: ["rev-parse", "--git-dir"],
    format: "utf-8",
    onError: mt,
    parser(e) {
      return /^\.(git)?$/.test(e.trim());
    }
  };
}
function Ke() {
  return {
    commands: ["rev-parse", "--is-bare-repository"],
    format: "utf-8",
    onError: mt,
    parser: Ut
  };
}
function Ve(t2) {
  return /(Not a git repository|Kein Git-Repository)/i.test(String(t2));
}
function Ze(t2, e) {
  const n = new Xe(t2), r2 = t2 ? Qe : Ye;
  return H2(e).forEach((s) => {
    const o2 = s.replace(r2, "");
    n.paths.push(o2), (Je.test(o2) ? n.folders : n.files).push(o2);
  }), n;
}
function tn(t2) {
  return {
    commands: Ft,
    format: "empty",
    parser: t2
  };
}
function b2(t2) {
  return {
    commands: Ft,
    format: "empty",
    parser() {
      throw typeof t2 == "string" ? new xe(t2) : t2;
    }
  };
}
function g(t2, e = false) {
  return {
    commands: t2,
    format: "utf-8",
    parser(n) {
      return e ? String(n).trim() : n;
    }
  };
}
function Gt(t2) {
  return {
    commands: t2,
    format: "buffer",
    parser(e) {
      return e;
    }
  };
}
function en(t2) {
  return t2.format === "buffer";
}
function kt(t2) {
  return t2.format === "empty" || !t2.commands.length;
}
function on(t2, e) {
  const { cleanMode: n, options: r2, valid: s } = cn(t2);
  return n ? s.options ? (r2.push(...e), r2.some(hn) ? b2(nn) : an(n, r2)) : b2(sn + JSON.stringify(t2)) : b2(rn);
}
function an(t2, e) {
  return {
    commands: ["clean", `-${t2}`, ...e],
    format: "utf-8",
    parser(r2) {
      return Ze(t2 === "n", r2);
    }
  };
}
function un(t2) {
  return Array.isArray(t2) && t2.every((e) => qt.has(e));
}
function cn(t2) {
  let e, n = [], r2 = { cleanMode: false, options: true };
  return t2.replace(/[^a-z]i/g, "").split("").forEach((s) => {
    fn(s) ? (e = s, r2.cleanMode = true) : r2.options = r2.options && ln(n[n.length] = `-${s}`);
  }), {
    cleanMode: e,
    options: n,
    valid: r2
  };
}
function fn(t2) {
  return t2 === "f" || t2 === "n";
}
function ln(t2) {
  return /^-[a-z]$/i.test(t2) && qt.has(t2.charAt(1));
}
function hn(t2) {
  return /^-[^\-]/.test(t2) ? t2.indexOf("i") > 0 : t2 === "--interactive";
}
function pn(t2) {
  const e = new mn();
  for (const n of Wt(t2))
    e.addValue(n.file, String(n.key), n.value);
  return e;
}
function dn(t2, e) {
  let n = null;
  const r2 = [], s = /* @__PURE__ */ new Map();
  for (const o2 of Wt(t2, e))
    o2.key === e && (r2.push(n = o2.value), s.has(o2.file) || s.set(o2.file, []), s.get(o2.file).push(n));
  return {
    key: e,
    paths: Array.from(s.keys()),
    scopes: s,
    value: n,
    values: r2
  };
}
function gn(t2) {
  return t2.replace(/^(file):/, "");
}
function* Wt(t2, e = null) {
  const n = t2.split("\0");
  for (let r2 = 0, s = n.length - 1; r2 < s; ) {
    const o2 = gn(n[r2++]);
    let i = n[r2++], a = e;
    if (i.includes(`
`)) {
      const c3 = Pe(i, `
`);
      a = c3[0], i = c3[1];
    }
    yield { file: o2, key: a, value: i };
  }
}
function Y2(t2, e) {
  return typeof t2 == "string" && Object.hasOwn(Ht, t2) ? t2 : e;
}
function yn(t2, e, n, r2) {
  const s = ["config", `--${r2}`];
  return n && s.push("--add"), s.push(t2, e), {
    commands: s,
    format: "utf-8",
    parser(o2) {
      return o2;
    }
  };
}
function wn(t2, e) {
  const n = ["config", "--null", "--show-origin", "--get-all", t2];
  return e && n.splice(1, 0, `--${e}`), {
    commands: n,
    format: "utf-8",
    parser(r2) {
      return dn(r2, t2);
    }
  };
}
function bn(t2) {
  const e = ["config", "--list", "--show-origin", "--null"];
  return t2 && e.push(`--${t2}`), {
    commands: e,
    format: "utf-8",
    parser(n) {
      return pn(n);
    }
  };
}
function Tn() {
  return {
    addConfig(t2, e, ...n) {
      return this._runTask(
        yn(
          t2,
          e,
          n[0] === true,
          Y2(
            n[1],
            "local"
            /* local */
          )
        ),
        u(arguments)
      );
    },
    getConfig(t2, e) {
      return this._runTask(
        wn(t2, Y2(e, void 0)),
        u(arguments)
      );
    },
    listConfig(...t2) {
      return this._runTask(
        bn(Y2(t2[0], void 0)),
        u(arguments)
      );
    }
  };
}
function _n(t2) {
  return kn.has(t2);
}
function Sn(...t2) {
  return new En().param(...t2);
}
function Rn(t2) {
  const e = /* @__PURE__ */ new Set(), n = {};
  return ut(t2, (r2) => {
    const [s, o2, i] = r2.split(I2);
    e.add(s), (n[s] = n[s] || []).push({
      line: p(o2),
      path: s,
      preview: i
    });
  }), {
    paths: e,
    results: n
  };
}
function On() {
  return {
    grep(t2) {
      const e = u(arguments), n = h2(arguments);
      for (const s of vn)
        if (n.includes(s))
          return this._runTask(
            b2(`git.grep: use of "${s}" is not supported.`),
            e
          );
      typeof t2 == "string" && (t2 = Sn().param(t2));
      const r2 = ["grep", "--null", "-n", "--full-name", ...n, ...t2];
      return this._runTask(
        {
          commands: r2,
          format: "utf-8",
          parser(s) {
            return Rn(s);
          }
        },
        e
      );
    }
  };
}
function An(t2, e) {
  const n = ["reset"];
  return Xt(t2) && n.push(`--${t2}`), n.push(...e), g(n);
}
function xn(t2) {
  if (Xt(t2))
    return t2;
  switch (typeof t2) {
    case "string":
    case "undefined":
      return "soft";
  }
}
function Xt(t2) {
  return typeof t2 == "string" && Cn.includes(t2);
}
function Nn() {
  return (0, import_debug.default)("simple-git");
}
function vt(t2, e, n) {
  return !e || !String(e).replace(/\s*/, "") ? n ? (r2, ...s) => {
    t2(r2, ...s), n(r2, ...s);
  } : t2 : (r2, ...s) => {
    t2(`%s ${r2}`, e, ...s), n && n(r2, ...s);
  };
}
function $n(t2, e, { namespace: n }) {
  if (typeof t2 == "string")
    return t2;
  const r2 = e && e.namespace || "";
  return r2.startsWith(n) ? r2.substr(n.length + 1) : r2 || n;
}
function $3(t2, e, n, r2 = Nn()) {
  const s = t2 && `[${t2}]` || "", o2 = [], i = typeof e == "string" ? r2.extend(e) : e, a = $n(d(e, m), i, r2);
  return y2(n);
  function c3(w2, T2) {
    return S2(
      o2,
      $3(t2, a.replace(/^[^:]+/, w2), T2, r2)
    );
  }
  function y2(w2) {
    const T2 = w2 && `[${w2}]` || "", k2 = i && vt(i, T2) || W2, C2 = vt(r2, `${s} ${T2}`, k2);
    return Object.assign(i ? k2 : C2, {
      label: t2,
      sibling: c3,
      info: C2,
      step: y2
    });
  }
}
function Mn(t2, e) {
  return (n) => {
    e("[ERROR] child process exception %o", n), t2.push(Buffer.from(String(n.stack), "ascii"));
  };
}
function Et(t2, e, n, r2) {
  return (s) => {
    n("%s received %L bytes", e, s), r2("%B", s), t2.push(s);
  };
}
function Ln(t2, e, n = W2) {
  const r2 = (o2) => {
    n(null, o2);
  }, s = (o2) => {
    o2?.task === t2 && n(o2, void 0);
  };
  e.then(r2, s);
}
function St(t2, e) {
  return tn((n) => {
    if (!Lt(t2))
      throw new Error(`Git.cwd: cannot change to non-directory "${t2}"`);
    return (e || n).cwd = t2;
  });
}
function Q2(t2) {
  const e = ["checkout", ...t2];
  return e[1] === "-b" && e.includes("-B") && (e[1] = ct(e, "-B")), g(e);
}
function jn() {
  return {
    checkout() {
      return this._runTask(
        Q2(h2(arguments, 1)),
        u(arguments)
      );
    },
    checkoutBranch(t2, e) {
      return this._runTask(
        Q2(["-b", t2, e, ...h2(arguments)]),
        u(arguments)
      );
    },
    checkoutLocalBranch(t2) {
      return this._runTask(
        Q2(["-b", t2, ...h2(arguments)]),
        u(arguments)
      );
    }
  };
}
function Rt(t2, e, n, ...r2) {
  return m(n) ? e(n, d(r2[0], m), h2(arguments)) : b2(`git.${t2}() requires a string 'repoPath'`);
}
function In() {
  return {
    clone(t2, ...e) {
      return this._runTask(
        Rt("clone", Yt, d(t2, m), ...e),
        u(arguments)
      );
    },
    mirror(t2, ...e) {
      return this._runTask(
        Rt("mirror", Bn, d(t2, m), ...e),
        u(arguments)
      );
    }
  };
}
function Fn(t2) {
  return E2({
    author: null,
    branch: "",
    commit: "",
    root: false,
    summary: {
      changes: 0,
      insertions: 0,
      deletions: 0
    }
  }, Un, t2);
}
function Gn(t2, e, n) {
  return {
    commands: [
      "-c",
      "core.abbrev=40",
      "commit",
      ...U(t2, "-m"),
      ...e,
      ...n
    ],
    format: "utf-8",
    parser: Fn
  };
}
function zn() {
  return {
    commit(e, ...n) {
      const r2 = u(arguments), s = t2(e) || Gn(
        v(e),
        v(d(n[0], G2, [])),
        [
          ...L2(d(n[1], K2, [])),
          ...h2(arguments, 0, true)
        ]
      );
      return this._runTask(s, r2);
    }
  };
  function t2(e) {
    return !G2(e) && b2(
      "git.commit: requires the commit message to be supplied as a string/string[]"
    );
  }
}
function qn() {
  return {
    count: 0,
    garbage: 0,
    inPack: 0,
    packs: 0,
    prunePackable: 0,
    size: 0,
    sizeGarbage: 0,
    sizePack: 0
  };
}
function Hn() {
  return {
    countObjects() {
      return this._runTask({
        commands: ["count-objects", "--verbose"],
        format: "utf-8",
        parser(t2) {
          return E2(qn(), [Wn], t2);
        }
      });
    }
  };
}
function Kn() {
  return {
    firstCommit() {
      return this._runTask(
        g(["rev-list", "--max-parents=0", "HEAD"], true),
        u(arguments)
      );
    }
  };
}
function Vn(t2, e) {
  const n = ["hash-object", t2];
  return e && n.push("-w"), g(n, true);
}
function Qn(t2, e, n) {
  const r2 = String(n).trim();
  let s;
  if (s = Xn.exec(r2))
    return new J2(t2, e, false, s[1]);
  if (s = Yn.exec(r2))
    return new J2(t2, e, true, s[1]);
  let o2 = "";
  const i = r2.split(" ");
  for (; i.length; )
    if (i.shift() === "in") {
      o2 = i.join(" ");
      break;
    }
  return new J2(t2, e, /^re/i.test(r2), o2);
}
function Jn(t2) {
  return t2.includes(Qt);
}
function Zn(t2 = false, e, n) {
  const r2 = ["init", ...n];
  return t2 && !Jn(r2) && r2.splice(1, 0, Qt), {
    commands: r2,
    format: "utf-8",
    parser(s) {
      return Qn(r2.includes("--bare"), e, s);
    }
  };
}
function tr(t2) {
  return t2 === void 0 ? b2("interpretTrailers called without input content") : {
    format: "utf-8",
    parser(e) {
      return Object.fromEntries(
        ut(e, (n) => {
          const r2 = n.indexOf(":");
          return [
            jt(n.substring(0, r2).toLowerCase()),
            n.substring(r2 + 2).trim()
          ];
        })
      );
    },
    commands: ["interpret-trailers", "--parse"],
    input: t2
  };
}
function er() {
  return {
    interpretTrailers(t2) {
      return this._runTask(
        tr(d(t2, Be)),
        u(arguments)
      );
    }
  };
}
function pt(t2) {
  for (let e = 0; e < t2.length; e++) {
    const n = Jt.exec(t2[e]);
    if (n)
      return `--${n[1]}`;
  }
  return "";
}
function nr(t2) {
  return Jt.test(t2);
}
function Zt(t2 = R2.NONE) {
  const e = ar[t2];
  return (n) => E2(new rr(), e, n, false);
}
function cr(t2, e) {
  return e.reduce(
    (n, r2, s) => (n[r2] = t2[s] || "", n),
    /* @__PURE__ */ Object.create({ diff: null })
  );
}
function re(t2 = ne2, e = ur, n = R2.NONE) {
  const r2 = Zt(n);
  return function(s) {
    const o2 = H2(
      s.trim(),
      false,
      te
    ).map(function(i) {
      const a = i.split(ee2), c3 = cr(a[0].split(t2), e);
      return a.length > 1 && a[1].trim() && (c3.diff = r2(a[1])), c3;
    });
    return {
      all: o2,
      latest: o2.length && o2[0] || null,
      total: o2.length
    };
  };
}
function fr(t2) {
  let e = pt(t2);
  const n = ["diff"];
  return e === R2.NONE && (e = R2.STAT, n.push("--stat=4096")), n.push(...t2), dt(n) || {
    commands: n,
    format: "utf-8",
    parser: Zt(e)
  };
}
function dt(t2) {
  const e = t2.filter(nr);
  if (e.length > 1)
    return b2(
      `Summary flags are mutually exclusive - pick one of ${e.join(",")}`
    );
  if (e.length && t2.includes("-z"))
    return b2(
      `Summary flag ${e} parsing is not compatible with null termination option '-z'`
    );
}
function lr(t2, e) {
  const n = [], r2 = [];
  return Object.keys(t2).forEach((s) => {
    n.push(s), r2.push(String(t2[s]));
  }), [n, r2.join(e)];
}
function hr(t2) {
  return Object.keys(t2).reduce((e, n) => (n in se || (e[n] = t2[n]), e), {});
}
function oe2(t2 = {}, e = []) {
  const n = d(t2.splitter, m, ne2), r2 = lt(t2.format) ? t2.format : {
    hash: "%H",
    date: t2.strictDate === false ? "%ai" : "%aI",
    message: "%s",
    refs: "%D",
    body: t2.multiLine ? "%B" : "%b",
    author_name: t2.mailMap !== false ? "%aN" : "%an",
    author_email: t2.mailMap !== false ? "%aE" : "%ae"
  }, [s, o2] = lr(r2, n), i = [], a = [
    `--pretty=format:${te}${o2}${ee2}`,
    ...e
  ], c3 = t2.n || t2["max-count"] || t2.maxCount;
  if (c3 && a.push(`--max-count=${c3}`), t2.from || t2.to) {
    const y2 = t2.symmetric !== false ? "..." : "..";
    i.push(`${t2.from || ""}${y2}${t2.to || ""}`);
  }
  return m(t2.file) && a.push("--follow", c(t2.file)), It(hr(t2), a), {
    fields: s,
    splitter: n,
    commands: [...a, ...i]
  };
}
function mr(t2, e, n) {
  const r2 = re(t2, e, pt(n));
  return {
    commands: ["log", ...n],
    format: "utf-8",
    parser: r2
  };
}
function pr() {
  return {
    log(...n) {
      const r2 = u(arguments), s = oe2(
        ht(arguments),
        L2(d(arguments[0], K2, []))
      ), o2 = e(...n) || dt(s.commands) || t2(s);
      return this._runTask(o2, r2);
    }
  };
  function t2(n) {
    return mr(n.splitter, n.fields, n.commands);
  }
  function e(n, r2) {
    return m(n) && m(r2) && b2(
      "git.log(string, string) should be replaced with git.log({ from: string, to: string })"
    );
  }
}
function tt(t2) {
  return t2.objects = t2.objects || {
    compressing: 0,
    counting: 0,
    enumerating: 0,
    packReused: 0,
    reused: { count: 0, delta: 0 },
    total: { count: 0, delta: 0 }
  };
}
function Ct(t2) {
  const e = /^\s*(\d+)/.exec(t2), n = /delta (\d+)/i.exec(t2);
  return {
    count: p(e && e[1] || "0"),
    delta: p(n && n[1] || "0")
  };
}
function ae(t2, e) {
  return E2({ remoteMessages: new br() }, wr, e);
}
function Rr(t2, e) {
  const n = E2(new gr(), Er, [t2, e]);
  return n.message && n;
}
function At(t2) {
  return t2.length ? {
    commands: ["merge", ...t2],
    format: "utf-8",
    parser(e, n) {
      const r2 = Cr(e, n);
      if (r2.failed)
        throw new at2(r2);
      return r2;
    }
  } : b2("Git.merge requires at least one option");
}
function xr(t2, e, n) {
  const r2 = n.includes("deleted"), s = n.includes("tag") || /^refs\/tags/.test(t2), o2 = !n.includes("new");
  return {
    deleted: r2,
    tag: s,
    branch: !s,
    new: !o2,
    alreadyUpdated: o2,
    local: t2,
    remote: e
  };
}
function Mr(t2 = {}, e) {
  return S2(e, "--tags"), ce(t2, e);
}
function ce(t2 = {}, e) {
  const n = ["push", ...e];
  return t2.branch && n.splice(1, 0, t2.branch), t2.remote && n.splice(1, 0, t2.remote), ct(n, "-v"), S2(n, "--verbose"), S2(n, "--porcelain"), {
    commands: n,
    format: "utf-8",
    parser: $r
  };
}
function Dr() {
  return {
    showBuffer() {
      const t2 = ["show", ...h2(arguments, 1)];
      return t2.includes("--binary") || t2.splice(1, 0, "--binary"), this._runTask(
        Gt(t2),
        u(arguments)
      );
    },
    show() {
      const t2 = ["show", ...h2(arguments, 1)];
      return this._runTask(
        g(t2),
        u(arguments)
      );
    }
  };
}
function xt(t2) {
  const [e, n] = t2.split(I2);
  return {
    from: n || e,
    to: e
  };
}
function _2(t2, e, n) {
  return [`${t2}${e}`, n];
}
function et(t2, ...e) {
  return e.map((n) => _2(t2, n, (r2, s) => r2.conflicted.push(s)));
}
function Fr(t2, e) {
  const n = e.trim();
  switch (" ") {
    case n.charAt(2):
      return r2(n.charAt(0), n.charAt(1), n.slice(3));
    case n.charAt(1):
      return r2(" ", n.charAt(0), n.slice(2));
    default:
      return;
  }
  function r2(s, o2, i) {
    const a = `${s}${o2}`, c3 = Ir.get(a);
    c3 && c3(t2, i), a !== "##" && a !== "!!" && t2.files.push(new jr(i, s, o2));
  }
}
function zr(t2) {
  return {
    format: "utf-8",
    commands: [
      "status",
      "--porcelain",
      "-b",
      "-u",
      "--null",
      ...t2.filter((n) => !Gr.includes(n))
    ],
    parser(n) {
      return Ur(n);
    }
  };
}
function q2(t2 = 0, e = 0, n = 0, r2 = "", s = true) {
  return Object.defineProperty(
    {
      major: t2,
      minor: e,
      patch: n,
      agent: r2,
      installed: s
    },
    "toString",
    {
      value() {
        return `${this.major}.${this.minor}.${this.patch}`;
      },
      configurable: false,
      enumerable: false
    }
  );
}
function qr() {
  return q2(0, 0, 0, "", false);
}
function Wr() {
  return {
    version() {
      return this._runTask({
        commands: ["--version"],
        format: "utf-8",
        parser: Kr,
        onError(t2, e, n, r2) {
          if (t2.exitCode === V2.NOT_FOUND)
            return n(Buffer.from(fe));
          r2(e);
        }
      });
    }
  };
}
function Kr(t2) {
  return t2 === fe ? qr() : E2(q2(0, 0, 0, t2), Hr, t2);
}
function Yr(t2, e) {
  return g(["apply", ...e, ...t2]);
}
function Nt(t2) {
  return t2 ? t2.charAt(0) : "";
}
function me(t2, e = false) {
  return E2(
    new Qr(),
    e ? [Zr] : Jr,
    t2
  );
}
function es(t2, e) {
  return {
    branch: t2,
    hash: e,
    success: true
  };
}
function ns(t2) {
  return {
    branch: t2,
    hash: null,
    success: false
  };
}
function de(t2, e) {
  return e === V2.ERROR && pe.test(t2);
}
function os(t2) {
  const e = ["-d", "-D", "--delete"];
  return t2.some((n) => e.includes(n));
}
function is(t2) {
  const e = os(t2), n = t2.includes("--show-current"), r2 = ["branch", ...t2];
  return r2.length === 1 && r2.push("-a"), r2.includes("-v") || r2.splice(1, 0, "-v"), {
    format: "utf-8",
    commands: r2,
    parser(s, o2) {
      return e ? gt(s, o2).all[0] : me(s, n);
    }
  };
}
function as() {
  return {
    format: "utf-8",
    commands: ["branch", "-v"],
    parser(t2) {
      return me(t2);
    }
  };
}
function us(t2, e = false) {
  return {
    format: "utf-8",
    commands: ["branch", "-v", e ? "-D" : "-d", ...t2],
    parser(n, r2) {
      return gt(n, r2);
    },
    onError({ exitCode: n, stdOut: r2 }, s, o2, i) {
      if (!de(String(s), n))
        return i(s);
      o2(r2);
    }
  };
}
function cs(t2, e = false) {
  const n = {
    format: "utf-8",
    commands: ["branch", "-v", e ? "-D" : "-d", t2],
    parser(r2, s) {
      return gt(r2, s).branches[t2];
    },
    onError({ exitCode: r2, stdErr: s, stdOut: o2 }, i, a, c3) {
      if (!de(String(i), r2))
        return c3(i);
      throw new at2(
        n.parser(F2(o2), F2(s)),
        String(i)
      );
    }
  };
  return n;
}
function fs(t2) {
  return {
    commands: ["check-ignore", ...t2],
    format: "utf-8",
    parser: ls
  };
}
function ls(t2) {
  return t2.split(/\n/g).map(hs).filter(Boolean);
}
function hs(t2) {
  const e = t2.trim().replace(/^["']|["']$/g, "");
  return e && (0, import_node_path5.normalize)(e);
}
function ps(t2, e) {
  return E2({
    raw: t2,
    remote: null,
    branches: [],
    tags: [],
    updated: [],
    deleted: []
  }, ms, [t2, e]);
}
function ds(t2) {
  return /^--upload-pack(=|$)/.test(t2);
}
function gs(t2, e, n) {
  const r2 = ["fetch", ...n];
  return t2 && e && r2.push(t2, e), r2.find(ds) ? b2("git.fetch: potential exploit argument blocked.") : {
    commands: r2,
    format: "utf-8",
    parser: ps
  };
}
function ws(t2) {
  return E2({ moves: [] }, ys, t2);
}
function bs(t2, e) {
  return {
    commands: ["mv", "-v", ...v(t2), e],
    format: "utf-8",
    parser: ws
  };
}
function Ts(t2, e, n) {
  const r2 = ["pull", ...n];
  return t2 && e && r2.splice(1, 0, t2, e), {
    commands: r2,
    format: "utf-8",
    parser(s, o2) {
      return ue(s, o2);
    },
    onError(s, o2, i, a) {
      const c3 = Rr(
        F2(s.stdOut),
        F2(s.stdErr)
      );
      if (c3)
        return a(new at2(c3));
      a(o2);
    }
  };
}
function ks(t2) {
  const e = {};
  return ge(t2, ([n]) => e[n] = { name: n }), Object.values(e);
}
function _s(t2) {
  const e = {};
  return ge(t2, ([n, r2, s]) => {
    Object.hasOwn(e, n) || (e[n] = {
      name: n,
      refs: { fetch: "", push: "" }
    }), s && r2 && (e[n].refs[s.replace(/[^a-z]/g, "")] = r2);
  }), Object.values(e);
}
function ge(t2, e) {
  ut(t2, (n) => e(n.split(/\s+/)));
}
function vs(t2, e, n) {
  return g(["remote", "add", ...n, t2, e]);
}
function Es(t2) {
  const e = ["remote"];
  return t2 && e.push("-v"), {
    commands: e,
    format: "utf-8",
    parser: t2 ? _s : ks
  };
}
function Ss(t2) {
  const e = [...t2];
  return e[0] !== "ls-remote" && e.unshift("ls-remote"), g(e);
}
function Rs(t2) {
  const e = [...t2];
  return e[0] !== "remote" && e.unshift("remote"), g(e);
}
function Os(t2) {
  return g(["remote", "remove", t2]);
}
function Cs(t2 = {}, e) {
  const n = oe2(t2), r2 = ["stash", "list", ...n.commands, ...e], s = re(
    n.splitter,
    n.fields,
    pt(r2)
  );
  return dt(r2) || {
    commands: r2,
    format: "utf-8",
    parser: s
  };
}
function As(t2, e) {
  return X2(["add", t2, e]);
}
function xs(t2) {
  return X2(["init", ...t2]);
}
function X2(t2) {
  const e = [...t2];
  return e[0] !== "submodule" && e.unshift("submodule"), g(e);
}
function Ns(t2) {
  return X2(["update", ...t2]);
}
function Ms(t2, e) {
  const n = Number.isNaN(t2), r2 = Number.isNaN(e);
  return n !== r2 ? n ? 1 : -1 : n ? ye(t2, e) : 0;
}
function ye(t2, e) {
  return t2 === e ? 0 : t2 > e ? 1 : -1;
}
function Ds(t2) {
  return t2.trim();
}
function B2(t2) {
  return typeof t2 == "string" && parseInt(t2.replace(/^\D+/g, ""), 10) || 0;
}
function Ls(t2 = []) {
  const e = t2.some((n) => /^--sort=/.test(n));
  return {
    format: "utf-8",
    commands: ["tag", "-l", ...t2],
    parser(n) {
      return Ps(n, e);
    }
  };
}
function js(t2) {
  return {
    format: "utf-8",
    commands: ["tag", t2],
    parser() {
      return { name: t2 };
    }
  };
}
function Bs(t2, e) {
  return {
    format: "utf-8",
    commands: ["tag", "-a", "-m", e, t2],
    parser() {
      return { name: t2 };
    }
  };
}
function f2(t2, e) {
  this._plugins = e, this._executor = new Dn(
    t2.baseDir,
    new Xr(t2.maxConcurrentProcesses),
    e
  ), this._trimmed = t2.trimmed;
}
function Is(t2) {
  return t2 ? [{
    type: "spawn.before",
    action(r2, s) {
      t2.aborted && s.kill(new A2(void 0, "abort", "Abort already signaled"));
    }
  }, {
    type: "spawn.after",
    action(r2, s) {
      function o2() {
        s.kill(new A2(void 0, "abort", "Abort signal received"));
      }
      t2.addEventListener("abort", o2), s.spawned.on("close", () => t2.removeEventListener("abort", o2));
    }
  }] : void 0;
}
function Fs(t2, e = false) {
  const n = new Set(t2.map((r2) => r2.toLowerCase().trim()));
  return {
    type: "spawn.options",
    action(r2, s) {
      const o2 = { ...r2.env ?? process.env }, i = new Set(
        Object.keys(s.env).map((a) => a.toLowerCase().trim())
      );
      for (const a of Object.keys(o2)) {
        const c3 = a.toLowerCase().trim();
        if (!(!Gs(c3) || n.has(c3))) {
          if (i.has(c3))
            throw new A2(
              void 0,
              "allowEnvironment",
              `Use of "${a}" is blocked by the environment guard - add it to the allowEnvironment option to permit it`
            );
          Us("removing ambient guarded environment variable %s", a), delete o2[a];
        }
      }
      return {
        ...r2,
        env: {
          ...o2,
          GIT_TEST_DISALLOW_ABBREVIATED_OPTIONS: String(!e)
        }
      };
    }
  };
}
function Gs(t2) {
  const e = t2.toLowerCase().trim();
  return e.startsWith("git_") || _(e);
}
function zs(t2 = {}) {
  return {
    type: "spawn.args",
    action(e, { env: n }) {
      for (const r2 of oe(e, n))
        if (t2[r2.category] !== true)
          throw new A2(void 0, "unsafe", r2.message);
      return e;
    }
  };
}
function qs(t2) {
  const e = U(t2, "-c");
  return {
    type: "spawn.args",
    action(n) {
      return [...e, ...n];
    }
  };
}
function Ws({
  onClose: t2 = true,
  onExit: e = 50
} = {}) {
  function n() {
    let s = -1;
    const o2 = {
      close: (0, import_promise_deferred.deferred)(),
      closeTimeout: (0, import_promise_deferred.deferred)(),
      exit: (0, import_promise_deferred.deferred)(),
      exitTimeout: (0, import_promise_deferred.deferred)()
    }, i = Promise.race([
      t2 === false ? $t : o2.closeTimeout.promise,
      e === false ? $t : o2.exitTimeout.promise
    ]);
    return r2(t2, o2.close, o2.closeTimeout), r2(e, o2.exit, o2.exitTimeout), {
      close(a) {
        s = a, o2.close.done();
      },
      exit(a) {
        s = a, o2.exit.done();
      },
      get exitCode() {
        return s;
      },
      result: i
    };
  }
  function r2(s, o2, i) {
    s !== false && (s === true ? o2.promise : o2.promise.then(() => wt(s))).then(i.done);
  }
  return {
    type: "spawn.after",
    async action(s, { spawned: o2, close: i }) {
      const a = n();
      let c3 = true, y2 = () => {
        c3 = false;
      };
      o2.stdout?.on("data", y2), o2.stderr?.on("data", y2), o2.on("error", y2), o2.on("close", (w2) => a.close(w2)), o2.on("exit", (w2) => a.exit(w2));
      try {
        await a.result, c3 && await wt(50), i(a.exitCode);
      } catch (w2) {
        i(a.exitCode, w2);
      }
    }
  };
}
function Vs(t2) {
  return !t2 || !/^([a-z]:)?([a-z0-9/.\\_~-]+)$/i.test(t2);
}
function Pt(t2, e) {
  if (t2.length < 1 || t2.length > 2)
    throw new A2(void 0, "binary", Hs);
  if (t2.some(Vs))
    if (e)
      we("permitted unsafe binary %o", t2);
    else
      throw new A2(void 0, "binary", Ks);
  const [r2, s] = t2;
  return {
    binary: r2,
    prefix: s
  };
}
function Xs(t2, e = ["git"], n = false) {
  let r2 = Pt(v(e), n);
  t2.on("binary", (s) => {
    r2 = Pt(v(s), n), we.info("reconfiguring %o", r2);
  }), t2.append("spawn.binary", () => r2.binary), t2.append("spawn.args", (s) => r2.prefix ? [r2.prefix, ...s] : s);
}
function Ys(t2) {
  if (!t2)
    return "UNKNOWN";
  for (const [e, { text: n }] of Object.entries(be))
    if (t2.startsWith(`fatal: ${n}`))
      return e;
  return "UNKNOWN";
}
function Js(t2) {
  return !!(t2.exitCode && t2.stdErr.length);
}
function Zs(t2) {
  return Buffer.concat([...t2.stdOut, ...t2.stdErr]);
}
function to(t2 = false, e = Js, n = Zs) {
  return (r2, s) => !t2 && r2 || !e(s) ? r2 : n(s);
}
function eo(t2, e) {
  return t2 === 128 && e.startsWith("fatal:") ? new Qs(e) : new O2(void 0, e);
}
function Mt(t2) {
  return {
    type: "task.error",
    action(e, n) {
      const r2 = t2(e.error, {
        stdErr: n.stdErr,
        stdOut: n.stdOut,
        exitCode: n.exitCode
      });
      return Buffer.isBuffer(r2) ? {
        error: eo(n.exitCode, r2.toString("utf-8"))
      } : {
        error: r2
      };
    }
  };
}
function no(t2) {
  return {
    type: "spawn.after",
    action(e, { commands: n, input: r2, spawned: { stdin: s } }) {
      if (!s)
        return;
      const o2 = t2?.([...n]) ?? r2;
      if (!o2)
        return nt("generated zero length content, not writing to stdin");
      nt("writing %s bytes to stdin", Le(o2)), s.on("error", (i) => {
        i.code !== "EPIPE" && nt("[ERROR] stdin error %o", i);
      }), s.end(o2);
    }
  };
}
function so(t2) {
  const e = "--progress", n = ["checkout", "clone", "fetch", "pull", "push"];
  return [{
    type: "spawn.args",
    action(o2, i) {
      return n.includes(i.method) ? De(o2, e) : o2;
    }
  }, {
    type: "spawn.after",
    action(o2, i) {
      i.commands.includes(e) && i.spawned.stderr?.on("data", (a) => {
        const c3 = /^([\s\S]+?):\s*(\d+)% \((\d+)\/(\d+)\)/.exec(a.toString("utf8"));
        c3 && t2({
          method: i.method,
          stage: oo(c3[1]),
          progress: p(c3[2]),
          processed: p(c3[3]),
          total: p(c3[4])
        });
      });
    }
  }];
}
function oo(t2) {
  return String(t2.toLowerCase().split(" ", 1)) || "unknown";
}
function io(t2) {
  const e = je(t2, ["uid", "gid"]);
  return {
    type: "spawn.options",
    action(n) {
      return { ...e, ...n };
    }
  };
}
function ao() {
  return {
    type: "spawn.args",
    action(t2) {
      const e = [];
      let n;
      function r2(s) {
        (n = n || []).push(...s);
      }
      for (let s = 0; s < t2.length; s++) {
        const o2 = t2[s];
        if (r(o2)) {
          r2(o(o2));
          continue;
        }
        if (o2 === "--") {
          r2(
            t2.slice(s + 1).flatMap((i) => r(i) && o(i) || i)
          );
          break;
        }
        e.push(o2);
      }
      return n ? [...e, "--", ...n.map(String)] : e;
    }
  };
}
function uo({
  block: t2,
  stdErr: e = true,
  stdOut: n = true
}) {
  if (t2 > 0)
    return {
      type: "spawn.after",
      action(r2, s) {
        let o2;
        function i() {
          o2 && clearTimeout(o2), o2 = setTimeout(c3, t2);
        }
        function a() {
          s.spawned.stdout?.off("data", i), s.spawned.stderr?.off("data", i), s.spawned.off("exit", a), s.spawned.off("close", a), o2 && clearTimeout(o2);
        }
        function c3() {
          a(), s.kill(new A2(void 0, "timeout", "block timeout reached"));
        }
        n && s.spawned.stdout?.on("data", i), e && s.spawned.stderr?.on("data", i), s.spawned.on("exit", a), s.spawned.on("close", a), i();
      }
    };
}
var import_file_exists, import_node_child_process2, import_debug, import_promise_deferred, import_node_path5, import_node_events, O2, Ae, A2, at2, xe, I2, W2, ft, K2, m, Be, G2, Bt, V2, z2, l2, x2, Fe, qe, mt, Ut, Xe, Ye, Qe, Je, Ft, nn, rn, sn, zt, qt, mn, Ht, Kt, kn, _t, vn, j2, En, Vt, Cn, M2, ot, Pn, Dn, Yt, Bn, Un, Wn, J2, Xn, Yn, Qt, R2, Jt, rr, Ot, sr, or, ir, ar, te, ee2, ne2, ur, se, Z2, dr, ie, gr, yr, wr, br, Tr, kr, _r, vr, Er, Sr, ue, Or, Cr, Ar, Nr, $r, Pr, Lr, jr, Br, Ir, Ur, Gr, fe, Hr, le, Vr, Xr, he, Qr, Jr, Zr, ts, rs, pe, ss, gt, ms, ys, $s, Ps, Us, $t, we, Hs, Ks, be, Qs, nt, ro, wo;
var init_dist3 = __esm({
  "node_modules/simple-git/dist/index.mjs"() {
    init_dist();
    init_dist();
    import_file_exists = __toESM(require_dist2(), 1);
    import_node_child_process2 = require("node:child_process");
    import_debug = __toESM(require_src(), 1);
    import_promise_deferred = __toESM(require_dist3(), 1);
    import_node_path5 = require("node:path");
    init_dist2();
    import_node_events = require("node:events");
    O2 = class extends Error {
      constructor(e, n) {
        super(n), this.task = e, Object.setPrototypeOf(this, new.target.prototype);
      }
    };
    Ae = class extends O2 {
      constructor(e, n) {
        super(void 0, n), this.config = e;
      }
    };
    A2 = class extends O2 {
      constructor(e, n, r2) {
        super(e, r2), this.task = e, this.plugin = n, Object.setPrototypeOf(this, new.target.prototype);
      }
    };
    at2 = class extends O2 {
      constructor(e, n) {
        super(void 0, n || String(e)), this.git = e;
      }
    };
    xe = class extends O2 {
      constructor(e) {
        super(void 0, e);
      }
    };
    I2 = "\0";
    W2 = () => {
    };
    ft = Object.prototype.toString.call.bind(Object.prototype.toString);
    K2 = (t2) => Array.isArray(t2);
    m = (t2) => typeof t2 == "string" || r(t2);
    Be = (t2) => m(t2) || Buffer.isBuffer(t2);
    G2 = (t2) => m(t2) || Array.isArray(t2) && t2.every(m);
    Bt = (t2) => t2 == null || "number|boolean|function".includes(typeof t2) ? false : typeof t2.length == "number";
    V2 = /* @__PURE__ */ ((t2) => (t2[t2.SUCCESS = 0] = "SUCCESS", t2[t2.ERROR = 1] = "ERROR", t2[t2.NOT_FOUND = -2] = "NOT_FOUND", t2[t2.UNCLEAN = 128] = "UNCLEAN", t2))(V2 || {});
    z2 = class _z {
      constructor(e, n) {
        this.stdOut = e, this.stdErr = n;
      }
      asStrings() {
        return new _z(this.stdOut.toString("utf8"), this.stdErr.toString("utf8"));
      }
    };
    l2 = class {
      constructor(e, n) {
        this.matches = [], this.useMatches = Ue, this.parse = (r2, s) => (this.resetMatches(), this._regExp.every((o2, i) => this.addMatch(o2, i, r2(i))) ? this.useMatches(s, this.prepareMatches()) !== false : false), this._regExp = Array.isArray(e) ? e : [e], n && (this.useMatches = n);
      }
      resetMatches() {
        this.matches.length = 0;
      }
      prepareMatches() {
        return this.matches;
      }
      addMatch(e, n, r2) {
        const s = r2 && e.exec(r2);
        return s && this.pushMatch(n, s), !!s;
      }
      pushMatch(e, n) {
        this.matches.push(...n.slice(1));
      }
    };
    x2 = class extends l2 {
      addMatch(e, n, r2) {
        return /^remote:\s/.test(String(r2)) && super.addMatch(e, n, r2);
      }
      pushMatch(e, n) {
        (e > 0 || n.length > 1) && super.pushMatch(e, n);
      }
    };
    Fe = {
      binary: "git",
      maxConcurrentProcesses: 5,
      config: [],
      trimmed: false
    };
    qe = /* @__PURE__ */ ((t2) => (t2.BARE = "bare", t2.IN_TREE = "tree", t2.IS_REPO_ROOT = "root", t2))(qe || {});
    mt = ({ exitCode: t2 }, e, n, r2) => {
      if (t2 === V2.UNCLEAN && Ve(e))
        return n(Buffer.from("false"));
      r2(e);
    };
    Ut = (t2) => t2.trim() === "true";
    Xe = class {
      constructor(e) {
        this.paths = [], this.files = [], this.folders = [], this.dryRun = e;
      }
    };
    Ye = /^[a-z]+\s*/i;
    Qe = /^[a-z]+\s+[a-z]+\s*/i;
    Je = /\/$/;
    Ft = [];
    nn = "Git clean interactive mode is not supported";
    rn = 'Git clean mode parameter ("n" or "f") is required';
    sn = "Git clean unknown option found in: ";
    zt = /* @__PURE__ */ ((t2) => (t2.DRY_RUN = "n", t2.FORCE = "f", t2.IGNORED_INCLUDED = "x", t2.IGNORED_ONLY = "X", t2.EXCLUDING = "e", t2.QUIET = "q", t2.RECURSIVE = "d", t2))(zt || {});
    qt = /* @__PURE__ */ new Set([
      "i",
      ...L2(Object.values(zt))
    ]);
    mn = class {
      constructor() {
        this.files = [], this.values = /* @__PURE__ */ Object.create(null);
      }
      get all() {
        return this._all || (this._all = this.files.reduce((e, n) => Object.assign(e, this.values[n]), {})), this._all;
      }
      addFile(e) {
        if (!(e in this.values)) {
          const n = N2(this.files);
          this.values[e] = n ? Object.create(this.values[n]) : {}, this.files.push(e);
        }
        return this.values[e];
      }
      addValue(e, n, r2) {
        const s = this.addFile(e);
        Object.hasOwn(s, n) ? Array.isArray(s[n]) ? s[n].push(r2) : s[n] = [s[n], r2] : s[n] = r2, this._all = void 0;
      }
    };
    Ht = /* @__PURE__ */ ((t2) => (t2.system = "system", t2.global = "global", t2.local = "local", t2.worktree = "worktree", t2))(Ht || {});
    Kt = /* @__PURE__ */ ((t2) => (t2.ADDED = "A", t2.COPIED = "C", t2.DELETED = "D", t2.MODIFIED = "M", t2.RENAMED = "R", t2.CHANGED = "T", t2.UNMERGED = "U", t2.UNKNOWN = "X", t2.BROKEN = "B", t2))(Kt || {});
    kn = new Set(Object.values(Kt));
    vn = ["-h"];
    j2 = /* @__PURE__ */ Symbol("grepQuery");
    En = class {
      constructor() {
        this[_t] = [];
      }
      *[(_t = j2, Symbol.iterator)]() {
        for (const e of this[j2])
          yield e;
      }
      and(...e) {
        return e.length && this[j2].push("--and", "(", ...U(e, "-e"), ")"), this;
      }
      param(...e) {
        return this[j2].push(...U(e, "-e")), this;
      }
    };
    Vt = /* @__PURE__ */ ((t2) => (t2.MIXED = "mixed", t2.SOFT = "soft", t2.HARD = "hard", t2.MERGE = "merge", t2.KEEP = "keep", t2))(Vt || {});
    Cn = L2(Object.values(Vt));
    import_debug.default.formatters.L = (t2) => String(Bt(t2) ? t2.length : "-");
    import_debug.default.formatters.B = (t2) => Buffer.isBuffer(t2) ? t2.toString("utf8") : ft(t2);
    M2 = class M3 {
      constructor(e = "GitExecutor") {
        this.logLabel = e, this._queue = /* @__PURE__ */ new Map();
      }
      withProgress(e) {
        return this._queue.get(e);
      }
      createProgress(e) {
        const n = M3.getName(e.commands[0]), r2 = $3(this.logLabel, n);
        return {
          task: e,
          logger: r2,
          name: n
        };
      }
      push(e) {
        const n = this.createProgress(e);
        return n.logger("Adding task to the queue, commands = %o", e.commands), this._queue.set(e, n), n;
      }
      fatal(e) {
        for (const [n, { logger: r2 }] of Array.from(this._queue.entries()))
          n === e.task ? (r2.info("Failed %o", e), r2(
            "Fatal exception, any as-yet un-started tasks run through this executor will not be attempted"
          )) : r2.info(
            "A fatal exception occurred in a previous task, the queue has been purged: %o",
            e.message
          ), this.complete(n);
        if (this._queue.size !== 0)
          throw new Error(`Queue size should be zero after fatal: ${this._queue.size}`);
      }
      complete(e) {
        this.withProgress(e) && this._queue.delete(e);
      }
      attempt(e) {
        const n = this.withProgress(e);
        if (!n)
          throw new O2(void 0, "TasksPendingQueue: attempt called for an unknown task");
        return n.logger("Starting task"), n;
      }
      static getName(e = "empty") {
        return `task:${e}:${++M3.counter}`;
      }
    };
    M2.counter = 0;
    ot = M2;
    Pn = class {
      constructor(e, n, r2) {
        this._executor = e, this._scheduler = n, this._plugins = r2, this._chain = Promise.resolve(), this._queue = new ot();
      }
      get cwd() {
        return this._cwd || this._executor.cwd;
      }
      set cwd(e) {
        this._cwd = e;
      }
      get env() {
        return this._executor.env;
      }
      get outputHandler() {
        return this._executor.outputHandler;
      }
      chain() {
        return this;
      }
      push(e) {
        return this._queue.push(e), this._chain = this._chain.then(() => this.attemptTask(e));
      }
      async attemptTask(e) {
        const n = await this._scheduler.next(), r2 = () => this._queue.complete(e);
        try {
          const { logger: s } = this._queue.attempt(e);
          return await (kt(e) ? this.attemptEmptyTask(e, s) : this.attemptRemoteTask(e, s));
        } catch (s) {
          throw this.onFatalException(e, s);
        } finally {
          r2(), n();
        }
      }
      onFatalException(e, n) {
        const r2 = n instanceof O2 ? Object.assign(n, { task: e }) : new O2(e, n && String(n));
        return this._chain = Promise.resolve(), this._queue.fatal(r2), r2;
      }
      async attemptRemoteTask(e, n) {
        const r2 = this._plugins.exec("spawn.binary", "", this.taskContext(e, e.commands)), s = this._plugins.exec(
          "spawn.args",
          [...e.commands],
          this.taskContext(e, e.commands)
        ), o2 = await this.gitResponse(
          e,
          r2,
          s,
          this.outputHandler,
          n.step("SPAWN")
        ), i = await this.handleTaskData(e, s, o2, n.step("HANDLE"));
        return n("passing response to task's parser as a %s", e.format), en(e) ? Tt(e.parser, i) : Tt(e.parser, i.asStrings());
      }
      async attemptEmptyTask(e, n) {
        return n("empty task bypassing child process to call to task's parser"), e.parser(this);
      }
      handleTaskData(e, n, r2, s) {
        const { exitCode: o2, rejection: i, stdOut: a, stdErr: c3 } = r2;
        return new Promise((y2, w2) => {
          s("Preparing to handle process response exitCode=%d stdOut=", o2);
          const { error: T2 } = this._plugins.exec(
            "task.error",
            { error: i },
            {
              ...this.taskContext(e, n),
              ...r2
            }
          );
          if (T2 && e.onError)
            return s.info("exitCode=%s handling with custom error handler"), e.onError(
              r2,
              T2,
              (k2) => {
                s.info("custom error handler treated as success"), s("custom error returned a %s", ft(k2)), y2(
                  new z2(
                    Array.isArray(k2) ? Buffer.concat(k2) : k2,
                    Buffer.concat(c3)
                  )
                );
              },
              w2
            );
          if (T2)
            return s.info(
              "handling as error: exitCode=%s stdErr=%s rejection=%o",
              o2,
              c3.length,
              i
            ), w2(T2);
          s.info("retrieving task output complete"), y2(new z2(Buffer.concat(a), Buffer.concat(c3)));
        });
      }
      async gitResponse(e, n, r2, s, o2) {
        const i = o2.sibling("output"), a = this._plugins.exec(
          "spawn.options",
          {
            cwd: this.cwd,
            env: this.env,
            windowsHide: true
          },
          this.taskContext(e, e.commands)
        );
        return new Promise((c3) => {
          const y2 = [], w2 = [];
          o2.info("%s %o", n, r2), o2("%O", a);
          let T2 = this._beforeSpawn(e, r2);
          if (T2)
            return c3({
              stdOut: y2,
              stdErr: w2,
              exitCode: 9901,
              rejection: T2
            });
          this._plugins.exec("spawn.before", void 0, {
            ...this.taskContext(e, r2),
            kill(C2) {
              T2 = C2 || T2;
            }
          });
          const k2 = (0, import_node_child_process2.spawn)(n, r2, a);
          k2.stdout.on(
            "data",
            Et(y2, "stdOut", o2, i.step("stdOut"))
          ), k2.stderr.on(
            "data",
            Et(w2, "stdErr", o2, i.step("stdErr"))
          ), k2.on("error", Mn(w2, o2)), s && (o2("Passing child process stdOut/stdErr to custom outputHandler"), s(n, k2.stdout, k2.stderr, [...r2])), this._plugins.exec("spawn.after", void 0, {
            ...this.taskContext(e, r2),
            spawned: k2,
            close(C2, Te) {
              c3({
                stdOut: y2,
                stdErr: w2,
                exitCode: C2,
                rejection: T2 || Te
              });
            },
            kill(C2) {
              k2.killed || (T2 = C2, k2.kill("SIGINT"));
            }
          });
        });
      }
      _beforeSpawn(e, n) {
        let r2;
        return this._plugins.exec("spawn.before", void 0, {
          ...this.taskContext(e, n),
          kill(s) {
            r2 = s || r2;
          }
        }), r2;
      }
      taskContext(e, n) {
        return {
          method: String(Me(e.commands) || ""),
          commands: n,
          env: { ...this.env },
          input: kt(e) ? void 0 : e.input
        };
      }
    };
    Dn = class {
      constructor(e, n, r2) {
        this.cwd = e, this._scheduler = n, this._plugins = r2, this._chain = this.chain();
      }
      chain() {
        return new Pn(this, this._scheduler, this._plugins);
      }
      push(e) {
        return this._chain.push(e);
      }
    };
    Yt = (t2, e, n) => {
      const r2 = ["clone", ...n];
      return m(t2) && r2.push(c(t2)), m(e) && r2.push(c(e)), g(r2);
    };
    Bn = (t2, e, n) => (S2(n, "--mirror"), Yt(t2, e, n));
    Un = [
      new l2(/^\[([^\s]+)( \([^)]+\))? ([^\]]+)/, (t2, [e, n, r2]) => {
        t2.branch = e, t2.commit = r2, t2.root = !!n;
      }),
      new l2(/\s*Author:\s(.+)/i, (t2, [e]) => {
        const n = e.split("<"), r2 = n.pop();
        !r2 || !r2.includes("@") || (t2.author = {
          email: r2.substr(0, r2.length - 1),
          name: n.join("<").trim()
        });
      }),
      new l2(
        /(\d+)[^,]*(?:,\s*(\d+)[^,]*)(?:,\s*(\d+))/g,
        (t2, [e, n, r2]) => {
          t2.summary.changes = parseInt(e, 10) || 0, t2.summary.insertions = parseInt(n, 10) || 0, t2.summary.deletions = parseInt(r2, 10) || 0;
        }
      ),
      new l2(
        /^(\d+)[^,]*(?:,\s*(\d+)[^(]+\(([+-]))?/,
        (t2, [e, n, r2]) => {
          t2.summary.changes = parseInt(e, 10) || 0;
          const s = parseInt(n, 10) || 0;
          r2 === "-" ? t2.summary.deletions = s : r2 === "+" && (t2.summary.insertions = s);
        }
      )
    ];
    Wn = new l2(
      /([a-z-]+): (\d+)$/,
      (t2, [e, n]) => {
        const r2 = jt(e);
        Object.hasOwn(t2, r2) && (t2[r2] = p(n));
      }
    );
    J2 = class {
      constructor(e, n, r2, s) {
        this.bare = e, this.path = n, this.existing = r2, this.gitDir = s;
      }
    };
    Xn = /^Init.+ repository in (.+)$/;
    Yn = /^Rein.+ in (.+)$/;
    Qt = "--bare";
    R2 = /* @__PURE__ */ ((t2) => (t2.NONE = "", t2.STAT = "--stat", t2.NUM_STAT = "--numstat", t2.NAME_ONLY = "--name-only", t2.NAME_STATUS = "--name-status", t2))(R2 || {});
    Jt = /^--(stat|numstat|name-only|name-status)(=|$)/;
    rr = class {
      constructor() {
        this.changed = 0, this.deletions = 0, this.insertions = 0, this.files = [];
      }
    };
    Ot = [
      new l2(
        /^(.+)\s+\|\s+(\d+)(\s+[+\-]+)?$/,
        (t2, [e, n, r2 = ""]) => {
          t2.files.push({
            file: e.trim(),
            changes: p(n),
            insertions: r2.replace(/[^+]/g, "").length,
            deletions: r2.replace(/[^-]/g, "").length,
            binary: false
          });
        }
      ),
      new l2(
        /^(.+) \|\s+Bin ([0-9.]+) -> ([0-9.]+) ([a-z]+)/,
        (t2, [e, n, r2]) => {
          t2.files.push({
            file: e.trim(),
            before: p(n),
            after: p(r2),
            binary: true
          });
        }
      ),
      new l2(/^(.+)\s+\|\s+Bin\s*$/, (t2, [e]) => {
        t2.files.push({
          file: e.trim(),
          before: 0,
          after: 0,
          binary: true
        });
      }),
      new l2(
        /(\d+) files? changed\s*((?:, \d+ [^,]+){0,2})/,
        (t2, [e, n]) => {
          const r2 = /(\d+) i/.exec(n), s = /(\d+) d/.exec(n);
          t2.changed = p(e), t2.insertions = p(r2?.[1]), t2.deletions = p(s?.[1]);
        }
      )
    ];
    sr = [
      new l2(
        /(\d+)\t(\d+)\t(.+)$/,
        (t2, [e, n, r2]) => {
          const s = p(e), o2 = p(n);
          t2.changed++, t2.insertions += s, t2.deletions += o2, t2.files.push({
            file: r2,
            changes: s + o2,
            insertions: s,
            deletions: o2,
            binary: false
          });
        }
      ),
      new l2(/-\t-\t(.+)$/, (t2, [e]) => {
        t2.changed++, t2.files.push({
          file: e,
          after: 0,
          before: 0,
          binary: true
        });
      })
    ];
    or = [
      new l2(/(.+)$/, (t2, [e]) => {
        t2.changed++, t2.files.push({
          file: e,
          changes: 0,
          insertions: 0,
          deletions: 0,
          binary: false
        });
      })
    ];
    ir = [
      new l2(
        /([ACDMRTUXB])([0-9]{0,3})\t(.[^\t]*)(\t(.[^\t]*))?$/,
        (t2, [e, n, r2, s, o2]) => {
          t2.changed++, t2.files.push({
            file: o2 ?? r2,
            changes: 0,
            insertions: 0,
            deletions: 0,
            binary: false,
            status: bt(_n(e) && e),
            from: bt(!!o2 && r2 !== o2 && r2),
            similarity: p(n)
          });
        }
      )
    ];
    ar = {
      [R2.NONE]: Ot,
      [R2.STAT]: Ot,
      [R2.NUM_STAT]: sr,
      [R2.NAME_STATUS]: ir,
      [R2.NAME_ONLY]: or
    };
    te = "òòòòòò ";
    ee2 = " òò";
    ne2 = " ò ";
    ur = ["hash", "date", "message", "refs", "author_name", "author_email"];
    se = /* @__PURE__ */ ((t2) => (t2[t2["--pretty"] = 0] = "--pretty", t2[t2["max-count"] = 1] = "max-count", t2[t2.maxCount = 2] = "maxCount", t2[t2.n = 3] = "n", t2[t2.file = 4] = "file", t2[t2.format = 5] = "format", t2[t2.from = 6] = "from", t2[t2.to = 7] = "to", t2[t2.splitter = 8] = "splitter", t2[t2.symmetric = 9] = "symmetric", t2[t2.mailMap = 10] = "mailMap", t2[t2.multiLine = 11] = "multiLine", t2[t2.strictDate = 12] = "strictDate", t2))(se || {});
    Z2 = class {
      constructor(e, n = null, r2) {
        this.reason = e, this.file = n, this.meta = r2;
      }
      toString() {
        return `${this.file}:${this.reason}`;
      }
    };
    dr = class {
      constructor() {
        this.conflicts = [], this.merges = [], this.result = "success";
      }
      get failed() {
        return this.conflicts.length > 0;
      }
      get reason() {
        return this.result;
      }
      toString() {
        return this.conflicts.length ? `CONFLICTS: ${this.conflicts.join(", ")}` : "OK";
      }
    };
    ie = class {
      constructor() {
        this.remoteMessages = {
          all: []
        }, this.created = [], this.deleted = [], this.files = [], this.deletions = {}, this.insertions = {}, this.summary = {
          changes: 0,
          deletions: 0,
          insertions: 0
        };
      }
    };
    gr = class {
      constructor() {
        this.remote = "", this.hash = {
          local: "",
          remote: ""
        }, this.branch = {
          local: "",
          remote: ""
        }, this.message = "";
      }
      toString() {
        return this.message;
      }
    };
    yr = [
      new x2(
        /^remote:\s*(enumerating|counting|compressing) objects: (\d+),/i,
        (t2, [e, n]) => {
          const r2 = e.toLowerCase(), s = tt(t2.remoteMessages);
          Object.assign(s, { [r2]: p(n) });
        }
      ),
      new x2(
        /^remote:\s*(enumerating|counting|compressing) objects: \d+% \(\d+\/(\d+)\),/i,
        (t2, [e, n]) => {
          const r2 = e.toLowerCase(), s = tt(t2.remoteMessages);
          Object.assign(s, { [r2]: p(n) });
        }
      ),
      new x2(
        /total ([^,]+), reused ([^,]+), pack-reused (\d+)/i,
        (t2, [e, n, r2]) => {
          const s = tt(t2.remoteMessages);
          s.total = Ct(e), s.reused = Ct(n), s.packReused = p(r2);
        }
      )
    ];
    wr = [
      new x2(/^remote:\s*(.+)$/, (t2, [e]) => (t2.remoteMessages.all.push(e.trim()), false)),
      ...yr,
      new x2(
        [/create a (?:pull|merge) request/i, /\s(https?:\/\/\S+)$/],
        (t2, [e]) => {
          t2.remoteMessages.pullRequestUrl = e;
        }
      ),
      new x2(
        [/found (\d+) vulnerabilities.+\(([^)]+)\)/i, /\s(https?:\/\/\S+)$/],
        (t2, [e, n, r2]) => {
          t2.remoteMessages.vulnerabilities = {
            count: p(e),
            summary: n,
            url: r2
          };
        }
      )
    ];
    br = class {
      constructor() {
        this.all = [];
      }
    };
    Tr = /^\s*(.+?)\s+\|\s+\d+\s*(\+*)(-*)/;
    kr = /(\d+)\D+((\d+)\D+\(\+\))?(\D+(\d+)\D+\(-\))?/;
    _r = /^(create|delete) mode \d+ (.+)/;
    vr = [
      new l2(Tr, (t2, [e, n, r2]) => {
        t2.files.push(e), n && (t2.insertions[e] = n.length), r2 && (t2.deletions[e] = r2.length);
      }),
      new l2(kr, (t2, [e, , n, , r2]) => n !== void 0 || r2 !== void 0 ? (t2.summary.changes = +e || 0, t2.summary.insertions = +n || 0, t2.summary.deletions = +r2 || 0, true) : false),
      new l2(_r, (t2, [e, n]) => {
        S2(t2.files, n), S2(e === "create" ? t2.created : t2.deleted, n);
      })
    ];
    Er = [
      new l2(/^from\s(.+)$/i, (t2, [e]) => {
        t2.remote = e;
      }),
      new l2(/^fatal:\s(.+)$/, (t2, [e]) => {
        t2.message = e;
      }),
      new l2(
        /([a-z0-9]+)\.\.([a-z0-9]+)\s+(\S+)\s+->\s+(\S+)$/,
        (t2, [e, n, r2, s]) => {
          t2.branch.local = r2, t2.hash.local = e, t2.branch.remote = s, t2.hash.remote = n;
        }
      )
    ];
    Sr = (t2, e) => E2(new ie(), vr, [t2, e]);
    ue = (t2, e) => Object.assign(
      new ie(),
      Sr(t2, e),
      ae(t2, e)
    );
    Or = [
      new l2(/^Auto-merging\s+(.+)$/, (t2, [e]) => {
        t2.merges.push(e);
      }),
      new l2(/^CONFLICT\s+\((.+)\): Merge conflict in (.+)$/, (t2, [e, n]) => {
        t2.conflicts.push(new Z2(e, n));
      }),
      new l2(
        /^CONFLICT\s+\((.+\/delete)\): (.+) deleted in (.+) and/,
        (t2, [e, n, r2]) => {
          t2.conflicts.push(new Z2(e, n, { deleteRef: r2 }));
        }
      ),
      new l2(/^CONFLICT\s+\((.+)\):/, (t2, [e]) => {
        t2.conflicts.push(new Z2(e, null));
      }),
      new l2(/^Automatic merge failed;\s+(.+)$/, (t2, [e]) => {
        t2.result = e;
      })
    ];
    Cr = (t2, e) => Object.assign(Ar(t2), ue(t2, e));
    Ar = (t2) => E2(new dr(), Or, t2);
    Nr = [
      new l2(/^Pushing to (.+)$/, (t2, [e]) => {
        t2.repo = e;
      }),
      new l2(/^updating local tracking ref '(.+)'/, (t2, [e]) => {
        t2.ref = {
          ...t2.ref || {},
          local: e
        };
      }),
      new l2(/^[=*-]\s+([^:]+):(\S+)\s+\[(.+)]$/, (t2, [e, n, r2]) => {
        t2.pushed.push(xr(e, n, r2));
      }),
      new l2(
        /^Branch '([^']+)' set up to track remote branch '([^']+)' from '([^']+)'/,
        (t2, [e, n, r2]) => {
          t2.branch = {
            ...t2.branch || {},
            local: e,
            remote: n,
            remoteName: r2
          };
        }
      ),
      new l2(
        /^([^:]+):(\S+)\s+([a-z0-9]+)\.\.([a-z0-9]+)$/,
        (t2, [e, n, r2, s]) => {
          t2.update = {
            head: {
              local: e,
              remote: n
            },
            hash: {
              from: r2,
              to: s
            }
          };
        }
      )
    ];
    $r = (t2, e) => {
      const n = Pr(t2, e), r2 = ae(t2, e);
      return {
        ...n,
        ...r2
      };
    };
    Pr = (t2, e) => E2({ pushed: [] }, Nr, [t2, e]);
    Lr = /^(.+)\0(.+)$/;
    jr = class {
      constructor(e, n, r2) {
        if (this.path = e, this.index = n, this.working_dir = r2, n === "R" || r2 === "R") {
          const s = Lr.exec(e) || [null, e, e];
          this.from = s[2] || "", this.path = s[1] || "";
        }
      }
    };
    Br = class {
      constructor() {
        this.not_added = [], this.conflicted = [], this.created = [], this.deleted = [], this.ignored = void 0, this.modified = [], this.renamed = [], this.files = [], this.staged = [], this.ahead = 0, this.behind = 0, this.current = null, this.tracking = null, this.detached = false, this.isClean = () => !this.files.length;
      }
    };
    Ir = new Map([
      _2(
        " ",
        "A",
        (t2, e) => t2.created.push(e)
      ),
      _2(
        " ",
        "D",
        (t2, e) => t2.deleted.push(e)
      ),
      _2(
        " ",
        "M",
        (t2, e) => t2.modified.push(e)
      ),
      _2("A", " ", (t2, e) => {
        t2.created.push(e), t2.staged.push(e);
      }),
      _2("A", "M", (t2, e) => {
        t2.created.push(e), t2.staged.push(e), t2.modified.push(e);
      }),
      _2("D", " ", (t2, e) => {
        t2.deleted.push(e), t2.staged.push(e);
      }),
      _2("M", " ", (t2, e) => {
        t2.modified.push(e), t2.staged.push(e);
      }),
      _2("M", "M", (t2, e) => {
        t2.modified.push(e), t2.staged.push(e);
      }),
      _2("R", " ", (t2, e) => {
        t2.renamed.push(xt(e));
      }),
      _2("R", "M", (t2, e) => {
        const n = xt(e);
        t2.renamed.push(n), t2.modified.push(n.to);
      }),
      _2("!", "!", (t2, e) => {
        (t2.ignored = t2.ignored || []).push(e);
      }),
      _2(
        "?",
        "?",
        (t2, e) => t2.not_added.push(e)
      ),
      ...et(
        "A",
        "A",
        "U"
        /* UNMERGED */
      ),
      ...et(
        "D",
        "D",
        "U"
        /* UNMERGED */
      ),
      ...et(
        "U",
        "A",
        "D",
        "U"
        /* UNMERGED */
      ),
      [
        "##",
        (t2, e) => {
          const n = /ahead (\d+)/, r2 = /behind (\d+)/, s = /^(.+?(?=(?:\.{3}|\s|$)))/, o2 = /\.{3}(\S*)/, i = /\son\s(\S+?)(?=\.{3}|$)/;
          let a = n.exec(e);
          t2.ahead = a && +a[1] || 0, a = r2.exec(e), t2.behind = a && +a[1] || 0, a = s.exec(e), t2.current = d(a?.[1], m, null), a = o2.exec(e), t2.tracking = d(a?.[1], m, null), a = i.exec(e), a && (t2.current = d(a?.[1], m, t2.current)), t2.detached = /\(no branch\)/.test(e);
        }
      ]
    ]);
    Ur = function(t2) {
      const e = t2.split(I2), n = new Br();
      for (let r2 = 0, s = e.length; r2 < s; ) {
        let o2 = e[r2++].trim();
        o2 && (o2.charAt(0) === "R" && (o2 += I2 + (e[r2++] || "")), Fr(n, o2));
      }
      return n;
    };
    Gr = ["--null", "-z"];
    fe = "installed=false";
    Hr = [
      new l2(
        /version (\d+)\.(\d+)\.(\d+)(?:\s*\((.+)\))?/,
        (t2, [e, n, r2, s = ""]) => {
          Object.assign(
            t2,
            q2(p(e), p(n), p(r2), s)
          );
        }
      ),
      new l2(
        /version (\d+)\.(\d+)\.(\D+)(.+)?$/,
        (t2, [e, n, r2, s = ""]) => {
          Object.assign(t2, q2(p(e), p(n), r2, s));
        }
      )
    ];
    le = class {
      constructor(e) {
        this._executor = e;
      }
      _runTask(e, n) {
        const r2 = this._executor.chain(), s = r2.push(e);
        return n && Ln(e, s, n), Object.create(this, {
          then: { value: s.then.bind(s) },
          catch: { value: s.catch.bind(s) },
          _executor: { value: r2 }
        });
      }
      add(e) {
        return this._runTask(
          g(["add", ...v(e)]),
          u(arguments)
        );
      }
      cwd(e) {
        const n = u(arguments);
        return typeof e == "string" ? this._runTask(St(e, this._executor), n) : typeof e?.path == "string" ? this._runTask(
          St(
            e.path,
            e.root && this._executor || void 0
          ),
          n
        ) : this._runTask(
          b2("Git.cwd: workingDirectory must be supplied as a string"),
          n
        );
      }
      hashObject(e, n) {
        return this._runTask(
          Vn(e, n === true),
          u(arguments)
        );
      }
      init(e) {
        return this._runTask(
          Zn(e === true, this._executor.cwd, h2(arguments)),
          u(arguments)
        );
      }
      merge() {
        return this._runTask(
          At(h2(arguments)),
          u(arguments)
        );
      }
      mergeFromTo(e, n) {
        return m(e) && m(n) ? this._runTask(
          At([e, n, ...h2(arguments)]),
          u(arguments, false)
        ) : this._runTask(
          b2(
            "Git.mergeFromTo requires that the 'remote' and 'branch' arguments are supplied as strings"
          )
        );
      }
      outputHandler(e) {
        return this._executor.outputHandler = e, this;
      }
      push() {
        const e = ce(
          {
            remote: d(arguments[0], m),
            branch: d(arguments[1], m)
          },
          h2(arguments)
        );
        return this._runTask(e, u(arguments));
      }
      stash() {
        return this._runTask(
          g(["stash", ...h2(arguments)]),
          u(arguments)
        );
      }
      status() {
        return this._runTask(
          zr(h2(arguments)),
          u(arguments)
        );
      }
    };
    Object.assign(
      le.prototype,
      jn(),
      In(),
      zn(),
      Tn(),
      Hn(),
      Kn(),
      On(),
      er(),
      pr(),
      Dr(),
      Wr()
    );
    Vr = /* @__PURE__ */ (() => {
      let t2 = 0;
      return () => {
        t2++;
        const { promise: e, done: n } = (0, import_promise_deferred.createDeferred)();
        return {
          promise: e,
          done: n,
          id: t2
        };
      };
    })();
    Xr = class {
      constructor(e = 2) {
        this.concurrency = e, this.logger = $3("", "scheduler"), this.pending = [], this.running = [], this.logger("Constructed, concurrency=%s", e);
      }
      schedule() {
        if (!this.pending.length || this.running.length >= this.concurrency) {
          this.logger(
            "Schedule attempt ignored, pending=%s running=%s concurrency=%s",
            this.pending.length,
            this.running.length,
            this.concurrency
          );
          return;
        }
        const e = S2(this.running, this.pending.shift());
        this.logger("Attempting id=%s", e.id), e.done(() => {
          this.logger("Completing id=", e.id), ct(this.running, e), this.schedule();
        });
      }
      next() {
        const { promise: e, id: n } = S2(this.pending, Vr());
        return this.logger("Scheduling id=%s", n), this.schedule(), e;
      }
    };
    he = /* @__PURE__ */ ((t2) => (t2.CURRENT = "*", t2.LINKED = "+", t2))(he || {});
    Qr = class {
      constructor() {
        this.all = [], this.branches = {}, this.current = "", this.detached = false;
      }
      push(e, n, r2, s, o2) {
        e === "*" && (this.detached = n, this.current = r2), this.all.push(r2), this.branches[r2] = {
          current: e === "*",
          linkedWorkTree: e === "+",
          name: r2,
          commit: s,
          label: o2
        };
      }
    };
    Jr = [
      new l2(
        /^([*+]\s)?\((?:HEAD )?detached (?:from|at) (\S+)\)\s+([a-z0-9]+)\s(.*)$/,
        (t2, [e, n, r2, s]) => {
          t2.push(Nt(e), true, n, r2, s);
        }
      ),
      new l2(
        /^([*+]\s)?(\S+)\s+([a-z0-9]+)\s?(.*)$/s,
        (t2, [e, n, r2, s]) => {
          t2.push(Nt(e), false, n, r2, s);
        }
      )
    ];
    Zr = new l2(/^(\S+)$/s, (t2, [e]) => {
      t2.push(he.CURRENT, false, e, "", "");
    });
    ts = class {
      constructor() {
        this.all = [], this.branches = {}, this.errors = [];
      }
      get success() {
        return !this.errors.length;
      }
    };
    rs = /(\S+)\s+\(\S+\s([^)]+)\)/;
    pe = /^error[^']+'([^']+)'/m;
    ss = [
      new l2(rs, (t2, [e, n]) => {
        const r2 = es(e, n);
        t2.all.push(r2), t2.branches[e] = r2;
      }),
      new l2(pe, (t2, [e]) => {
        const n = ns(e);
        t2.errors.push(n), t2.all.push(n), t2.branches[e] = n;
      })
    ];
    gt = (t2, e) => E2(new ts(), ss, [t2, e]);
    ms = [
      new l2(/From (.+)$/, (t2, [e]) => {
        t2.remote = e;
      }),
      new l2(/\* \[new branch]\s+(\S+)\s*-> (.+)$/, (t2, [e, n]) => {
        t2.branches.push({
          name: e,
          tracking: n
        });
      }),
      new l2(/\* \[new tag]\s+(\S+)\s*-> (.+)$/, (t2, [e, n]) => {
        t2.tags.push({
          name: e,
          tracking: n
        });
      }),
      new l2(/- \[deleted]\s+\S+\s*-> (.+)$/, (t2, [e]) => {
        t2.deleted.push({
          tracking: e
        });
      }),
      new l2(
        /\s*([^.]+)\.\.(\S+)\s+(\S+)\s*-> (.+)$/,
        (t2, [e, n, r2, s]) => {
          t2.updated.push({
            name: r2,
            tracking: s,
            to: n,
            from: e
          });
        }
      )
    ];
    ys = [
      new l2(/^Renaming (.+) to (.+)$/, (t2, [e, n]) => {
        t2.moves.push({ from: e, to: n });
      })
    ];
    $s = class {
      constructor(e, n) {
        this.all = e, this.latest = n;
      }
    };
    Ps = function(t2, e = false) {
      const n = t2.split(`
`).map(Ds).filter(Boolean);
      e || n.sort(function(s, o2) {
        const i = s.split("."), a = o2.split(".");
        if (i.length === 1 || a.length === 1)
          return Ms(B2(i[0]), B2(a[0]));
        for (let c3 = 0, y2 = Math.max(i.length, a.length); c3 < y2; c3++) {
          const w2 = ye(B2(i[c3]), B2(a[c3]));
          if (w2)
            return w2;
        }
        return 0;
      });
      const r2 = e ? n[0] : [...n].reverse().find((s) => s.indexOf(".") >= 0);
      return new $s(n, r2);
    };
    (f2.prototype = Object.create(le.prototype)).constructor = f2;
    f2.prototype.customBinary = function(t2) {
      return this._plugins.reconfigure("binary", t2), this;
    };
    f2.prototype.env = function(t2, e) {
      return arguments.length === 1 && typeof t2 == "object" ? this._executor.env = t2 : (this._executor.env = this._executor.env || {})[t2] = e, this;
    };
    f2.prototype.stashList = function(t2) {
      return this._runTask(
        Cs(
          ht(arguments) || {},
          K2(t2) && t2 || []
        ),
        u(arguments)
      );
    };
    f2.prototype.mv = function(t2, e) {
      return this._runTask(bs(t2, e), u(arguments));
    };
    f2.prototype.checkoutLatestTag = function(t2) {
      var e = this;
      return this.pull(function() {
        e.tags(function(n, r2) {
          e.checkout(r2.latest, t2);
        });
      });
    };
    f2.prototype.pull = function(t2, e, n, r2) {
      return this._runTask(
        Ts(
          d(t2, m),
          d(e, m),
          h2(arguments)
        ),
        u(arguments)
      );
    };
    f2.prototype.fetch = function(t2, e) {
      return this._runTask(
        gs(
          d(t2, m),
          d(e, m),
          h2(arguments)
        ),
        u(arguments)
      );
    };
    f2.prototype.tags = function(t2, e) {
      return this._runTask(
        Ls(h2(arguments)),
        u(arguments)
      );
    };
    f2.prototype.rebase = function() {
      return this._runTask(
        g(["rebase", ...h2(arguments)]),
        u(arguments)
      );
    };
    f2.prototype.reset = function(t2) {
      return this._runTask(
        An(xn(t2), h2(arguments)),
        u(arguments)
      );
    };
    f2.prototype.revert = function(t2) {
      const e = u(arguments);
      return typeof t2 != "string" ? this._runTask(b2("Commit must be a string"), e) : this._runTask(
        g(["revert", ...h2(arguments, 0, true), t2]),
        e
      );
    };
    f2.prototype.addTag = function(t2) {
      const e = typeof t2 == "string" ? js(t2) : b2("Git.addTag requires a tag name");
      return this._runTask(e, u(arguments));
    };
    f2.prototype.addAnnotatedTag = function(t2, e) {
      return this._runTask(
        Bs(t2, e),
        u(arguments)
      );
    };
    f2.prototype.deleteLocalBranch = function(t2, e, n) {
      return this._runTask(
        cs(t2, typeof e == "boolean" ? e : false),
        u(arguments)
      );
    };
    f2.prototype.deleteLocalBranches = function(t2, e, n) {
      return this._runTask(
        us(t2, typeof e == "boolean" ? e : false),
        u(arguments)
      );
    };
    f2.prototype.branch = function(t2, e) {
      return this._runTask(
        is(h2(arguments)),
        u(arguments)
      );
    };
    f2.prototype.branchLocal = function(t2) {
      return this._runTask(as(), u(arguments));
    };
    f2.prototype.raw = function(t2) {
      const e = !Array.isArray(t2), n = [].slice.call(e ? arguments : t2, 0);
      for (let s = 0; s < n.length && e; s++)
        if (!st(n[s])) {
          n.splice(s, n.length - s);
          break;
        }
      n.push(...h2(arguments, 0, true));
      var r2 = u(arguments);
      return n.length ? this._runTask(g(n, this._trimmed), r2) : this._runTask(
        b2("Raw: must supply one or more command to execute"),
        r2
      );
    };
    f2.prototype.submoduleAdd = function(t2, e, n) {
      return this._runTask(As(t2, e), u(arguments));
    };
    f2.prototype.submoduleUpdate = function(t2, e) {
      return this._runTask(
        Ns(h2(arguments, true)),
        u(arguments)
      );
    };
    f2.prototype.submoduleInit = function(t2, e) {
      return this._runTask(
        xs(h2(arguments, true)),
        u(arguments)
      );
    };
    f2.prototype.subModule = function(t2, e) {
      return this._runTask(
        X2(h2(arguments)),
        u(arguments)
      );
    };
    f2.prototype.listRemote = function() {
      return this._runTask(
        Ss(h2(arguments)),
        u(arguments)
      );
    };
    f2.prototype.addRemote = function(t2, e, n) {
      return this._runTask(
        vs(t2, e, h2(arguments)),
        u(arguments)
      );
    };
    f2.prototype.removeRemote = function(t2, e) {
      return this._runTask(Os(t2), u(arguments));
    };
    f2.prototype.getRemotes = function(t2, e) {
      return this._runTask(Es(t2 === true), u(arguments));
    };
    f2.prototype.remote = function(t2, e) {
      return this._runTask(
        Rs(h2(arguments)),
        u(arguments)
      );
    };
    f2.prototype.tag = function(t2, e) {
      const n = h2(arguments);
      return n[0] !== "tag" && n.unshift("tag"), this._runTask(g(n), u(arguments));
    };
    f2.prototype.updateServerInfo = function(t2) {
      return this._runTask(
        g(["update-server-info"]),
        u(arguments)
      );
    };
    f2.prototype.pushTags = function(t2, e) {
      const n = Mr(
        { remote: d(t2, m) },
        h2(arguments)
      );
      return this._runTask(n, u(arguments));
    };
    f2.prototype.rm = function(t2) {
      return this._runTask(
        g(["rm", "-f", ...v(t2)]),
        u(arguments)
      );
    };
    f2.prototype.rmKeepLocal = function(t2) {
      return this._runTask(
        g(["rm", "--cached", ...v(t2)]),
        u(arguments)
      );
    };
    f2.prototype.catFile = function(t2, e) {
      return this._catFile("utf-8", arguments);
    };
    f2.prototype.binaryCatFile = function() {
      return this._catFile("buffer", arguments);
    };
    f2.prototype._catFile = function(t2, e) {
      var n = u(e), r2 = ["cat-file"], s = e[0];
      if (typeof s == "string")
        return this._runTask(
          b2("Git.catFile: options must be supplied as an array of strings"),
          n
        );
      Array.isArray(s) && r2.push.apply(r2, s);
      const o2 = t2 === "buffer" ? Gt(r2) : g(r2);
      return this._runTask(o2, n);
    };
    f2.prototype.diff = function(t2, e) {
      const n = m(t2) ? b2(
        "git.diff: supplying options as a single string is no longer supported, switch to an array of strings"
      ) : g(["diff", ...h2(arguments)]);
      return this._runTask(n, u(arguments));
    };
    f2.prototype.diffSummary = function() {
      return this._runTask(
        fr(h2(arguments, 1)),
        u(arguments)
      );
    };
    f2.prototype.applyPatch = function(t2) {
      const e = G2(t2) ? Yr(v(t2), h2([].slice.call(arguments, 1))) : b2(
        "git.applyPatch requires one or more string patches as the first argument"
      );
      return this._runTask(e, u(arguments));
    };
    f2.prototype.revparse = function() {
      const t2 = ["rev-parse", ...h2(arguments, true)];
      return this._runTask(
        g(t2, true),
        u(arguments)
      );
    };
    f2.prototype.clean = function(t2, e, n) {
      const r2 = un(t2), s = r2 && t2.join("") || d(t2, m) || "", o2 = h2([].slice.call(arguments, r2 ? 1 : 0));
      return this._runTask(
        on(s, o2),
        u(arguments)
      );
    };
    f2.prototype.exec = function(t2) {
      const e = {
        commands: [],
        format: "utf-8",
        parser() {
          typeof t2 == "function" && t2();
        }
      };
      return this._runTask(e);
    };
    f2.prototype.checkIgnore = function(t2, e) {
      return this._runTask(
        fs(v(d(t2, G2, []))),
        u(arguments)
      );
    };
    f2.prototype.checkIsRepo = function(t2, e) {
      return this._runTask(
        We(d(t2, m)),
        u(arguments)
      );
    };
    Us = $3("", "plugin:allowEnvironment");
    $t = (0, import_promise_deferred.deferred)().promise;
    we = $3("", "plugin:binary");
    Hs = "Invalid value supplied for custom binary, requires a single string or an array containing either one or two strings";
    Ks = "Invalid value supplied for custom binary, restricted characters must be removed or supply the unsafe.allowUnsafeCustomBinary option";
    be = {
      DISALLOWED_ABBREVIATED: {
        text: "disallowed abbreviated or ambiguous option",
        solution: "Unambiguous abbreviated options blocked with unsafe.allowAbbreviatedOptions setting: {message}"
      },
      UNKNOWN: {
        text: "~ unknown ~",
        solution: void 0
      }
    };
    Qs = class extends O2 {
      constructor(e = "") {
        const n = Ys(e);
        super(void 0, be[n].solution?.replace("{message}", e) ?? e), this.reason = n;
      }
    };
    nt = $3("", "plugin:input");
    ro = class {
      constructor() {
        this.plugins = /* @__PURE__ */ new Set(), this.events = new import_node_events.EventEmitter();
      }
      on(e, n) {
        this.events.on(e, n);
      }
      reconfigure(e, n) {
        this.events.emit(e, n);
      }
      append(e, n) {
        const r2 = S2(this.plugins, { type: e, action: n });
        return () => this.plugins.delete(r2);
      }
      add(e) {
        const n = [];
        return v(e).forEach(
          (r2) => {
            r2 && this.plugins.add(S2(n, r2));
          }
        ), () => {
          n.forEach((r2) => {
            this.plugins.delete(r2);
          });
        };
      }
      exec(e, n, r2) {
        let s = n;
        const o2 = Object.freeze(Object.create(r2));
        for (const i of this.plugins)
          i.type === e && (s = i.action(s, o2));
        return s;
      }
    };
    wo = (t2, e) => {
      const n = new ro(), r2 = Ge(
        t2 && (typeof t2 == "string" ? { baseDir: t2 } : t2) || {},
        e
      );
      if (!Lt(r2.baseDir))
        throw new Ae(
          r2,
          "Cannot use simple-git on a directory that does not exist"
        );
      return Array.isArray(r2.config) && n.add(qs(r2.config)), n.add(zs(r2.unsafe)), n.add(Ws(r2.completion)), r2.abort && n.add(Is(r2.abort)), r2.progress && n.add(so(r2.progress)), r2.timeout && n.add(uo(r2.timeout)), r2.spawnOptions && n.add(io(r2.spawnOptions)), n.add(ao()), n.add(no(r2.input)), n.add(Mt(to(true))), r2.errors && n.add(Mt(r2.errors)), Xs(n, r2.binary, r2.unsafe?.allowUnsafeCustomBinary), n.add(
        Fs(r2.allowEnvironment ?? [], r2.unsafe?.allowAbbreviatedOptions)
      ), new f2(r2, n);
    };
  }
});

// src/git/install.ts
async function installHook(repository, runs, force2) {
  const { directory, isElsewhere } = await hooksDirectory(repository.place);
  if (isElsewhere && !force2) {
    throw new UserError(
      `install: core.hooksPath is set to ${directory}; call proctor from its pre-commit, or use --force`
    );
  }
  return onDisk(() => installIn(directory, runs));
}
async function uninstallHook(repository) {
  const { directory } = await hooksDirectory(repository.place);
  return onDisk(() => uninstallFrom(directory));
}
function installIn(directory, runs) {
  const { hook, previous } = pathsIn(directory);
  const found = ownerOf(hook);
  if (found === "foreign" && exists(previous)) {
    throw new UserError(`install: ${previous} is in the way; delete it or move it back to pre-commit`);
  }
  const script = scriptFor(runs);
  (0, import_node_fs5.mkdirSync)(directory, { recursive: true });
  const written = writeBeside(hook, script);
  if (found === "foreign") (0, import_node_fs5.renameSync)(hook, previous);
  (0, import_node_fs5.renameSync)(written, hook);
  if (found === "foreign") return { did: "chained", hook, previous };
  return { did: found === "absent" ? "created" : "updated", hook };
}
function uninstallFrom(directory) {
  const { hook, previous } = pathsIn(directory);
  const found = ownerOf(hook);
  if (found !== "proctor") return { did: "nothing", hook, found };
  if (exists(previous)) {
    (0, import_node_fs5.renameSync)(previous, hook);
    return { did: "restored", hook };
  }
  (0, import_node_fs5.rmSync)(hook);
  return { did: "removed", hook };
}
async function hooksDirectory(place) {
  const { simpleGit } = await Promise.resolve().then(() => (init_dist3(), dist_exports));
  const environment = Object.entries(place.environment).filter(
    ([name]) => places.includes(name) || !/^GIT_|^(?:EDITOR|PAGER|SSH_ASKPASS|VISUAL|PREFIX)$/i.test(name)
  );
  const git = simpleGit({
    baseDir: place.directory,
    allowEnvironment: places,
    unsafe: { allowUnsafeConfigPaths: true },
    completion: { onClose: true, onExit: false }
  }).env(Object.fromEntries(environment));
  const absolute = async (...words3) => (0, import_node_path6.resolve)(place.directory, (await git.raw("rev-parse", ...words3)).replace(/\n$/, ""));
  try {
    const directory = await absolute("--git-path", "hooks");
    return { directory, isElsewhere: directory !== (0, import_node_path6.join)(await absolute("--git-common-dir"), "hooks") };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`git rev-parse: ${sentence(reason)}`, { cause });
  }
}
function ownerOf(hook) {
  if (!exists(hook)) return "absent";
  const isOurs2 = (0, import_node_fs5.existsSync)(hook) && (0, import_node_fs5.readFileSync)(hook, "utf8").split(/\r?\n/).includes(marker);
  return isOurs2 ? "proctor" : "foreign";
}
function scriptFor({ node, program }) {
  const template = (0, import_node_path6.join)((0, import_node_path6.dirname)((0, import_node_fs5.realpathSync)(program)), "..", "hooks", "pre-commit");
  return (0, import_node_fs5.readFileSync)(template, "utf8").replaceAll("\r\n", "\n").replace("node=''", () => `node=${quotedForShell(node)}`).replace("program=''", () => `program=${quotedForShell((0, import_node_fs5.realpathSync)(program))}`);
}
function writeBeside(path, text2) {
  const beside = `${path}.new`;
  (0, import_node_fs5.writeFileSync)(beside, text2);
  (0, import_node_fs5.chmodSync)(beside, 493);
  return beside;
}
function onDisk(act) {
  try {
    return act();
  } catch (cause) {
    if (cause instanceof Error && "code" in cause)
      throw new UserError(`install: ${cause.message}`, { cause });
    throw cause;
  }
}
var import_node_fs5, import_node_path6, marker, pathsIn, places, exists, quotedForShell;
var init_install = __esm({
  "src/git/install.ts"() {
    "use strict";
    import_node_fs5 = require("node:fs");
    import_node_path6 = require("node:path");
    init_user_error();
    init_run();
    marker = "# proctor pre-commit hook";
    pathsIn = (directory) => ({
      hook: (0, import_node_path6.join)(directory, "pre-commit"),
      previous: (0, import_node_path6.join)(directory, "pre-commit.before-proctor")
    });
    places = [
      "GIT_DIR",
      "GIT_WORK_TREE",
      "GIT_COMMON_DIR",
      "GIT_CONFIG_GLOBAL",
      "GIT_CONFIG_SYSTEM",
      "GIT_CONFIG_NOSYSTEM"
    ];
    exists = (path) => (0, import_node_fs5.lstatSync)(path, { throwIfNoEntry: false }) !== void 0;
    quotedForShell = (path) => `'${path.replaceAll(import_node_path6.sep, "/").replaceAll("'", String.raw`'\''`)}'`;
  }
});

// src/installation.ts
var installation_exports = {};
__export(installation_exports, {
  installation: () => installation
});
async function installation(command, host2) {
  const repository = openRepository(host2.cwd, host2.environment);
  if (command.name === "install") {
    const done2 = await installHook(repository, host2.program, command.force);
    switch (done2.did) {
      case "created":
        return `installed ${done2.hook}
`;
      case "updated":
        return `updated ${done2.hook}
`;
      case "chained":
        return `installed ${done2.hook}; the hook that was there runs first, from ${done2.previous}
`;
    }
  }
  const done = await uninstallHook(repository);
  switch (done.did) {
    case "removed":
      return `removed ${done.hook}
`;
    case "restored":
      return `removed ${done.hook}; the hook that was there before is back
`;
    case "nothing":
      return done.found === "absent" ? `nothing to remove: there is no hook ${done.hook}
` : `nothing removed: ${done.hook} is not proctor's
`;
  }
}
var init_installation = __esm({
  "src/installation.ts"() {
    "use strict";
    init_install();
    init_repository();
  }
});

// src/report/facts.ts
function factsOf(module2) {
  const { text: text2, lineStarts, docstrings, model } = module2;
  const described2 = new Set(docstrings.map(({ definition }) => definition));
  const counted3 = model.tests.map((test) => ({ test, statements: test.statementCount }));
  const [longest] = counted3.toSorted((one, other) => other.statements - one.statements);
  const isEnded = lineStarts.at(-1) === text2.length;
  return {
    lines: lineStarts.length - Number(isEnded),
    tests: model.tests.length,
    documented: model.tests.filter(({ definition }) => described2.has(definition)).length,
    longest: longest && {
      name: longest.test.qualifiedName,
      line: module2.positionAt(longest.test.nameSpan.start).line,
      statements: longest.statements,
      lines: lineCountOf(module2, longest.test.node)
    }
  };
}
function lineCountOf({ spanOf: spanOf2, positionAt: positionAt2 }, node) {
  const { start, end } = spanOf2(node);
  return positionAt2(end).line - positionAt2(start).line + 1;
}
var init_facts = __esm({
  "src/report/facts.ts"() {
    "use strict";
  }
});

// src/report/review.ts
function reviewedModule({ path, findings, rules: rules2, facts, command }) {
  const byId = new Map(rules2.map((rule) => [rule.id, rule]));
  const checked = new Set(rules2.map(({ family }) => family));
  const [security, ...others] = families.map(({ name, title }, number) => {
    const own = findings.filter(({ rule }) => (byId.get(rule)?.family ?? FAMILY_OF_OTHERS) === name);
    return { number, family: name, title, groups: groupedByRule(own, byId) };
  });
  return {
    path,
    findings,
    security: security !== void 0 && checked.has(security.family) ? security.groups : void 0,
    points: others.filter(({ groups: groups2 }) => groups2.length > 0),
    silent: others.filter(({ family, groups: groups2 }) => groups2.length === 0 && checked.has(family)),
    repairs: repairsOf(findings),
    facts,
    command
  };
}
function groupedByRule(findings, rules2) {
  return gathered(findings, ({ rule }) => rule).map(([first, ...others]) => {
    const { advice: advice2, summary = "" } = rules2.get(first.rule) ?? {};
    return { rule: first.rule, severity: first.severity, summary, advice: advice2, findings: [first, ...others] };
  }).toSorted((one, other) => Number(other.severity === "error") - Number(one.severity === "error"));
}
function repairsOf(findings) {
  const repairs = findings.flatMap((finding) => repairOf(finding) ?? []);
  return gathered(repairs, ({ safe, title }) => `${safe} ${title}`).map(([first, ...others]) => ({
    ...first,
    lines: [...first.lines, ...others.flatMap(({ lines }) => lines)]
  }));
}
function repairOf(finding) {
  const { fix: fix3, start } = finding;
  if (fix3 === void 0) return void 0;
  const lines = [start.line];
  if ("edits" in fix3) return { safe: fix3.safe, title: fix3.title, rename: void 0, lines };
  const rename2 = { from: pointedAt(finding), to: fix3.renameTo };
  return { safe: true, title: `rename \`${rename2.from}\` to \`${rename2.to}\``, rename: rename2, lines };
}
function pointedAt({ line, start, end }) {
  return line.slice(start.column - 1, end.line === start.line ? end.column - 1 : void 0).trim();
}
function gathered(items, keyOf2) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const item of items) {
    const group = groups2.get(keyOf2(item));
    if (group === void 0) groups2.set(keyOf2(item), [item]);
    else group.push(item);
  }
  return [...groups2.values()];
}
var FAMILY_OF_OTHERS;
var init_review = __esm({
  "src/report/review.ts"() {
    "use strict";
    init_rule();
    FAMILY_OF_OTHERS = "comments";
  }
});

// src/report/review-markdown.ts
var review_markdown_exports = {};
__export(review_markdown_exports, {
  reviewMarkdown: () => reviewMarkdown
});
function reviewMarkdown({ modules, failures }) {
  const paragraphs = [
    ...modules.flatMap(moduleParagraphs),
    ...failures.flatMap(({ path, reason }) => [heading(path), `Not reviewed: ${reason}.`]),
    ...modules.length > 1 ? ["## All modules", overallSentences(modules)] : []
  ];
  return paragraphs.length === 0 ? "No test module to review.\n" : `${paragraphs.join("\n\n")}
`;
}
function moduleParagraphs(module2) {
  const { path, security, points, facts, findings } = module2;
  const verdict = securityVerdict(security);
  if (findings.length === 0) {
    return [heading(path), `${verdict} Nothing to say on the other points. ${factsSentence(facts)}`];
  }
  return [
    heading(path),
    verdict,
    ...(security ?? []).flatMap(groupParagraphs),
    ...points.flatMap(({ number, title, groups: groups2 }) => [
      `### ${number}. ${title}`,
      ...groups2.flatMap(groupParagraphs)
    ]),
    ...silenceSentence(module2),
    ...repairSentence(module2),
    factsSentence(facts)
  ];
}
function securityVerdict(security) {
  if (security === void 0) return "Security was not reviewed, its rules are off.";
  const defects = defectsIn(security);
  return defects === 0 ? "No security defects found." : `${count2(defects, "security defect")} found.`;
}
function groupParagraphs({ rule, severity, summary, advice: advice2, findings }) {
  const mark = severity === "error" ? `${code(rule)}, error` : code(rule);
  const [first, ...others] = findings;
  if (others.length === 0) return [`${capitalized(placeOf2(first))}: ${first.message} (${mark}).`];
  const isSame3 = others.every(({ message }) => message === first.message);
  const fallback = isSame3 || summary === "" ? first.message : `${summary}, ${findings.length} times`;
  const remedy = advice2 === void 0 ? "" : sharedRemedy(findings);
  const items = itemsOf(findings, isSame3 ? pointedAtAsCode : detailWithout(remedy));
  return [`${capitalized(advice2 ?? fallback)} (${mark}):`, items.map((item) => `- ${item}`).join("\n")];
}
function placeOf2(finding) {
  const line = `line ${finding.start.line}`;
  return finding.message.includes("`") || pointedAt(finding) === "" ? line : `${line}, ${pointedAtAsCode(finding)}`;
}
function sharedRemedy([{ message }, ...others]) {
  const remedy = /; [^;`]*$/.exec(message)?.[0] ?? "";
  return others.every((other) => other.message.endsWith(remedy)) ? remedy : "";
}
function pointedAtAsCode(finding) {
  const text2 = pointedAt(finding);
  return code(text2.length > LONGEST_CODE ? `${text2.slice(0, LONGEST_CODE - 1)}…` : text2);
}
function itemsOf(findings, textOf3) {
  const items = gathered(findings, textOf3);
  const shown = items.length > MOST_ITEMS ? items.slice(0, MOST_ITEMS - 1) : items;
  const rest = items.slice(shown.length).flat();
  return [
    ...shown.map((alike2) => `${places2(alike2.map(lineOf3))}: ${textOf3(alike2[0])}`),
    ...rest.length === 0 ? [] : [`and ${places2(rest.map(lineOf3))}`]
  ];
}
function silenceSentence({ silent }) {
  const titles = silent.filter(isOfStyle).map(({ title }) => title.toLowerCase());
  return titles.length === 0 ? [] : [`Nothing to say on ${enumerated(titles)}.`];
}
function repairSentence({ repairs, command }) {
  const safe = ordersOf(repairs.filter((repair) => repair.safe));
  const unsafe = ordersOf(repairs.filter((repair) => !repair.safe));
  if (safe.length === 0 && unsafe.length === 0) return [];
  if (safe.length === 0) return [`${code(`${command} --unsafe-fixes`)} would ${enumerated(unsafe)}.`];
  const more = unsafe.length === 0 ? "" : `; with ${code("--unsafe-fixes")} it would also ${enumerated(unsafe)}`;
  return [`${code(command)} would ${enumerated(safe)}${more}.`];
}
function ordersOf(repairs) {
  const renamed = new Set(repairs.flatMap(({ rename: rename2 }) => rename2?.from ?? []));
  const names = renamed.size > MOST_NAMES ? `${renamed.size} names` : enumerated(Array.from(renamed, code));
  return [
    ...renamed.size === 0 ? [] : [`rename ${names} as proposed`],
    ...repairs.filter(({ rename: rename2 }) => rename2 === void 0).map(({ title, lines }) => `${title} (${places2(lines)})`)
  ];
}
function factsSentence({ tests, lines, longest, documented: documented2 }) {
  if (longest === void 0) return `No tests in ${count2(lines, "line")}.`;
  if (tests === 1) {
    const docstring = documented2 === 1 ? "with a docstring" : "without a docstring";
    const size = `${count2(longest.statements, "statement")} on ${longest.lines} of the ${lines} lines`;
    return `One test ${docstring}, ${size} of the module.`;
  }
  const name = `${code(longest.name)} on line ${longest.line}`;
  return `${tests} tests in ${lines} lines; the longest, ${name}, has ${sizeOf(longest)}; ${shareOf(documented2, tests)}.`;
}
function shareOf(documented2, tests) {
  if (documented2 === 0) return "none has a docstring";
  if (documented2 === tests) return "all have docstrings";
  const share = `${documented2} of ${tests} (${Math.round(documented2 * 100 / tests)} %)`;
  return `${share} ${documented2 === 1 ? "has" : "have"} a docstring`;
}
function overallSentences(modules) {
  const findings = modules.flatMap((module2) => module2.findings);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const defects = defectsIn(modules.flatMap(({ security }) => security ?? []));
  const faulty = modules.filter((module2) => module2.findings.length > 0).length;
  const grave = [
    ...errors === 0 ? [] : [count2(errors, "error")],
    ...defects === 0 ? [] : [count2(defects, "security defect")]
  ];
  const among = grave.length === 0 ? "" : `, among them ${enumerated(grave)}`;
  const total = (part) => modules.reduce((sum, { facts }) => sum + facts[part], 0);
  const tests = total("tests");
  const docstrings = tests < 2 ? "" : `; ${shareOf(total("documented"), tests)}`;
  return [
    `${count2(findings.length, "finding")} in ${faulty} of ${modules.length} modules${among}.`,
    `${count2(tests, "test")} in ${count2(total("lines"), "line")}${docstrings}.`
  ].join(" ");
}
function enumerated(items) {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}
function code(text2) {
  if (!text2.includes("`")) return `\`${text2}\``;
  const longest = Math.max(...Array.from(text2.matchAll(/`+/g), ([run2]) => run2.length));
  const fence = "`".repeat(longest + 1);
  return `${fence} ${text2} ${fence}`;
}
var heading, defectsIn, detailWithout, LONGEST_CODE, MOST_ITEMS, lineOf3, places2, isOfStyle, MOST_NAMES, sizeOf, capitalized;
var init_review_markdown = __esm({
  "src/report/review-markdown.ts"() {
    "use strict";
    init_review();
    init_text2();
    heading = (path) => `## ${code(displayed(path))}`;
    defectsIn = (security) => security.flatMap(({ findings }) => findings).length;
    detailWithout = (remedy) => (finding) => {
      const { message, fix: fix3 } = finding;
      if (fix3 !== void 0 && "renameTo" in fix3) return `${code(pointedAt(finding))} → ${code(fix3.renameTo)}`;
      return message.slice(0, message.length - remedy.length);
    };
    LONGEST_CODE = 80;
    MOST_ITEMS = 20;
    lineOf3 = ({ start }) => start.line;
    places2 = (lines) => `${lines.length === 1 ? "line" : "lines"} ${enumerated(lines.map(String))}`;
    isOfStyle = ({ family }) => family !== "ineffective-tests";
    MOST_NAMES = 5;
    sizeOf = ({ statements, lines }) => `${count2(statements, "statement")} on ${count2(lines, "line")}`;
    capitalized = (sentence2) => sentence2.charAt(0).toUpperCase() + sentence2.slice(1);
  }
});

// src/report/review-json.ts
var review_json_exports = {};
__export(review_json_exports, {
  REVIEW_VERSION: () => REVIEW_VERSION,
  reviewJson: () => reviewJson
});
function reviewJson({ modules, failures }) {
  const findings = modules.flatMap((module2) => module2.findings);
  const report = {
    version: REVIEW_VERSION,
    modules: modules.map(moduleEntry),
    failures,
    summary: {
      modules: modules.length,
      errors: findings.filter(({ severity }) => severity === "error").length,
      warnings: findings.filter(({ severity }) => severity === "warning").length
    }
  };
  return `${JSON.stringify(report, void 0, 2)}
`;
}
function moduleEntry({ path, security, points, silent, repairs, command, facts }) {
  return {
    path,
    security: security === void 0 ? { checked: false } : { checked: true, groups: security.map(groupEntry) },
    points: points.map((point) => ({ ...titleEntry(point), groups: point.groups.map(groupEntry) })),
    silent: silent.map(titleEntry),
    repairs: { command, changes: repairs },
    facts
  };
}
var REVIEW_VERSION, titleEntry, groupEntry;
var init_review_json = __esm({
  "src/report/review-json.ts"() {
    "use strict";
    init_json();
    REVIEW_VERSION = 1;
    titleEntry = ({ number, family, title }) => ({ number, family, title });
    groupEntry = ({ findings, ...group }) => ({ ...group, findings: findings.map(findingEntry) });
  }
});

// src/review.ts
var review_exports = {};
__export(review_exports, {
  review: () => review
});
async function review(command, host2) {
  const workplace = workplaceOf(host2);
  const settings = settingsOf(command.configuration, workplace, host2);
  const { sources, failures } = sourcesOf({ ...command, scope: "file" }, workplace, settings, host2);
  const parse = parserFor(sources, host2);
  const outcomes = sources.map((source) => outcomeOf(source, settings.for(source.place), parse, command));
  const report = {
    modules: outcomes.flatMap((outcome) => outcome.ok ? outcome.module : []),
    failures: [...failures, ...outcomes.flatMap((outcome) => outcome.ok ? [] : outcome.failure)]
  };
  for (const { path, reason } of report.failures) {
    host2.stderr.write(`proctor: ${displayed(path)}: ${reason}
`);
  }
  switch (command.format) {
    case "markdown": {
      const { reviewMarkdown: reviewMarkdown2 } = await Promise.resolve().then(() => (init_review_markdown(), review_markdown_exports));
      host2.stdout.write(reviewMarkdown2(report));
      break;
    }
    case "json": {
      const { reviewJson: reviewJson2 } = await Promise.resolve().then(() => (init_review_json(), review_json_exports));
      host2.stdout.write(reviewJson2(report));
    }
  }
  if (report.failures.length > 0) return 2;
  const findings = report.modules.flatMap((module2) => module2.findings);
  return findings.some(({ severity }) => severity === "error") ? 1 : 0;
}
function outcomeOf({ path, place, bytes }, { rules: rules2, conventions }, parse, { configuration }) {
  const decoded = decode(bytes);
  if (!decoded.ok) return { ok: false, failure: { path, reason: decoded.reason } };
  const module2 = testModule(place, parse()(decoded.text), conventions, parse());
  const findings = check(module2, rules2).map((finding) => ({ ...finding, path }));
  const error = findings.find(({ rule }) => rule === SYNTAX_ERROR);
  if (error !== void 0) {
    return { ok: false, failure: { path, reason: `line ${error.start.line}: ${error.message}` } };
  }
  return {
    ok: true,
    module: reviewedModule({
      path,
      findings,
      rules: rules2.map(({ rule }) => rule),
      facts: factsOf(module2),
      command: `proctor --fix --scope file --preset ${configuration.preset} ${shellWord(path)}`
    })
  };
}
function shellWord(word3) {
  return /^[\w./+@%-]+$/.test(word3) ? word3 : `'${word3.replaceAll("'", "'\\''")}'`;
}
var init_review2 = __esm({
  "src/review.ts"() {
    "use strict";
    init_check();
    init_decode();
    init_module();
    init_facts();
    init_review();
    init_text2();
    init_sources();
  }
});

// src/report/fixes.ts
function fixLines({ repairs, refusals }) {
  return [...repairs.map(repairLine), ...repairs.flatMap(testIdLines), ...refusals.map(refusalLine)].map((line) => `${line}
`).join("");
}
function repairLine(repair) {
  const place = `${displayed(repair.path)}:${repair.line}`;
  if (repair.kind === "edit") return `${place}: ${repair.title}`;
  const { from, to: to2, places: places3, files, left } = repair;
  const where = files > 1 ? ` in ${files} files` : "";
  const elsewhere = left.map(
    ({ path, line }) => path === repair.path ? `line ${line}` : `${displayed(path)}:${line}`
  );
  const mentions2 = left.length > 0 ? `; \`${from}\` is still mentioned at ${elsewhere.join(", ")}` : "";
  return `${place}: ${from} -> ${to2}, ${count2(places3, "place")}${where}${mentions2}`;
}
function testIdLines(repair) {
  if (repair.kind === "edit") return [];
  return repair.testIds.map(({ before, after }) => `test id: ${before} -> ${after}`);
}
function refusalLine({ path, line, what, reason }) {
  return `refused: ${displayed(path)}:${line}: ${what}: ${reason}`;
}
var init_fixes = __esm({
  "src/report/fixes.ts"() {
    "use strict";
    init_text2();
  }
});

// src/git/working-file.ts
function locationOf(topLevel, pathBytes) {
  return Buffer.concat([Buffer.from(topLevel === "/" ? "/" : `${topLevel}/`), pathBytes]);
}
function findFile(topLevel, location) {
  const seen = statusOf(location);
  if (seen === void 0) return { kind: "absent" };
  if (seen.isSymbolicLink()) return { kind: "link" };
  if (topLevel !== void 0 && hasLinkOnTheWay(topLevel, location)) return { kind: "link" };
  if (!seen.isFile()) return { kind: "absent" };
  return { kind: "regular", file: { location, seen, bytes: (0, import_node_fs6.readFileSync)(location) } };
}
function statusOf(location) {
  try {
    return (0, import_node_fs6.lstatSync)(location, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === "ENOTDIR") return void 0;
    throw error;
  }
}
function hasLinkOnTheWay(topLevel, location) {
  const start = Buffer.byteLength(topLevel === "/" ? "" : topLevel) + 1;
  for (let slash = location.indexOf("/", start); slash !== -1; slash = location.indexOf("/", slash + 1)) {
    if ((0, import_node_fs6.lstatSync)(location.subarray(0, slash)).isSymbolicLink()) return true;
  }
  return false;
}
function temporaryFor({ file: { location, seen } }) {
  if (seen.nlink > 1n) return void 0;
  const folder = location.subarray(0, location.lastIndexOf("/") + 1);
  return Buffer.concat([folder, Buffer.from(`.proctor-${(0, import_node_crypto.randomBytes)(8).toString("hex")}`)]);
}
function prepare(replacement, temporary) {
  if (temporary === void 0) return { ...replacement, temporary };
  try {
    writeBeside2(replacement, temporary);
    return { ...replacement, temporary };
  } catch (error) {
    remove(temporary);
    if (codeOf(error) !== "EPERM" && codeOf(error) !== "EACCES") throw error;
    return { ...replacement, temporary: void 0 };
  }
}
function writeBeside2({ file: { seen }, content }, temporary) {
  const descriptor = (0, import_node_fs6.openSync)(temporary, "wx", 384);
  try {
    writeAll(descriptor, content);
    const own = (0, import_node_fs6.lstatSync)(temporary, { bigint: true });
    if (own.uid !== seen.uid || own.gid !== seen.gid) {
      (0, import_node_fs6.fchownSync)(descriptor, Number(seen.uid), Number(seen.gid));
    }
    (0, import_node_fs6.fchmodSync)(descriptor, Number(seen.mode & 0o7777n));
    (0, import_node_fs6.fsyncSync)(descriptor);
  } finally {
    (0, import_node_fs6.closeSync)(descriptor);
  }
}
function replace({ file, content, temporary }) {
  const { location, seen, bytes } = file;
  try {
    const now = statusOf(location);
    if (now === void 0) return "was deleted while it was being fixed";
    const isSame3 = now.mtimeNs === seen.mtimeNs && now.size === seen.size && now.ino === seen.ino;
    if (!isSame3 || !(0, import_node_fs6.readFileSync)(location).equals(bytes)) return `changed while it was being fixed${LEFT}`;
    if (temporary === void 0) return overwrite(location, bytes, content);
    (0, import_node_fs6.renameSync)(temporary, location);
    return void 0;
  } catch (error) {
    if (codeOf(error) === void 0) throw error;
    return `cannot be written (${codeOf(error)})${LEFT}`;
  }
}
function overwrite(location, before, content) {
  const descriptor = (0, import_node_fs6.openSync)(location, "r+");
  try {
    put(descriptor, content);
    return void 0;
  } catch (error) {
    if (codeOf(error) === void 0) throw error;
    try {
      put(descriptor, before);
    } catch {
    }
    const now = (0, import_node_fs6.readFileSync)(location);
    if (now.equals(content)) return void 0;
    const state = now.equals(before) ? LEFT : ", and is half written; make room and run proctor undo";
    return `cannot be written (${codeOf(error)})${state}`;
  } finally {
    (0, import_node_fs6.closeSync)(descriptor);
  }
}
function put(descriptor, content) {
  writeAll(descriptor, content);
  (0, import_node_fs6.ftruncateSync)(descriptor, content.length);
  (0, import_node_fs6.fsyncSync)(descriptor);
}
function writeAll(descriptor, content) {
  for (let written = 0; written < content.length; ) {
    written += (0, import_node_fs6.writeSync)(descriptor, content, written, content.length - written, written);
  }
}
function isTorn(bytes, before, content) {
  let written = 0;
  while (written < content.length && bytes[written] === content[written]) written++;
  const rest = Buffer.from(before).subarray(written);
  return rest.equals(Buffer.from(bytes).subarray(written));
}
function remove(location) {
  (0, import_node_fs6.rmSync)(location, { force: true });
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : void 0;
}
var import_node_crypto, import_node_fs6, LEFT;
var init_working_file = __esm({
  "src/git/working-file.ts"() {
    "use strict";
    import_node_crypto = require("node:crypto");
    import_node_fs6 = require("node:fs");
    LEFT = ", and was left as it is";
  }
});

// src/git/journal.ts
function beginJournal(gitDirectory, journal) {
  const path = unfinished(gitDirectory);
  const beside = `${path}.tmp`;
  (0, import_node_fs7.mkdirSync)((0, import_node_path7.dirname)(path), { recursive: true });
  (0, import_node_fs7.writeFileSync)(beside, JSON.stringify(journal));
  (0, import_node_fs7.renameSync)(beside, path);
}
function finishJournal(gitDirectory) {
  (0, import_node_fs7.renameSync)(unfinished(gitDirectory), finished(gitDirectory));
}
function dropUnfinishedJournal(gitDirectory) {
  (0, import_node_fs7.rmSync)(unfinished(gitDirectory), { force: true });
}
function dropJournal(gitDirectory) {
  (0, import_node_fs7.rmSync)(finished(gitDirectory), { force: true });
}
function lastJournal(gitDirectory) {
  return readJournal(finished(gitDirectory));
}
function unfinishedJournal(gitDirectory) {
  return readJournal(unfinished(gitDirectory));
}
function readJournal(path) {
  let text2;
  try {
    text2 = (0, import_node_fs7.readFileSync)(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return void 0;
    throw new UserError(`${path} cannot be read (${codeOf(error)})`, { cause: error });
  }
  const journal = JSON.parse(text2);
  if (typeof journal === "object" && journal !== null && "version" in journal && journal.version === 1) {
    return journal;
  }
  throw new UserError(`${path} is from another version of proctor; delete it`);
}
var import_node_fs7, import_node_path7, journalDirectory, finished, unfinished;
var init_journal = __esm({
  "src/git/journal.ts"() {
    "use strict";
    import_node_fs7 = require("node:fs");
    import_node_path7 = require("node:path");
    init_user_error();
    init_working_file();
    journalDirectory = (gitDirectory) => (0, import_node_path7.join)(gitDirectory, "proctor");
    finished = (gitDirectory) => (0, import_node_path7.join)(journalDirectory(gitDirectory), "undo");
    unfinished = (gitDirectory) => (0, import_node_path7.join)(journalDirectory(gitDirectory), "undo.new");
  }
});

// src/git/lock.ts
function alone(directory, owner, run2) {
  const lock = (0, import_node_path8.join)(directory, "lock");
  acquire(directory, lock, owner);
  try {
    for (const name of leftovers(directory, owner))
      (0, import_node_fs8.rmSync)((0, import_node_path8.join)(directory, name), { recursive: true, force: true });
    return run2();
  } finally {
    (0, import_node_fs8.rmSync)(lock, { force: true });
  }
}
function leftovers(directory, { isRunning: isRunning2 }) {
  return (0, import_node_fs8.readdirSync)(directory).filter((name) => {
    const [, waiting] = /^lock\.(\d+)$/.exec(name) ?? [];
    return waiting === void 0 ? !KEPT.has(name) : !isRunning2(Number(waiting));
  });
}
function acquire(directory, lock, { processId, isRunning: isRunning2 }) {
  const own = (0, import_node_path8.join)(directory, `lock.${processId}`);
  try {
    (0, import_node_fs8.mkdirSync)(directory, { recursive: true });
    (0, import_node_fs8.writeFileSync)(own, String(processId));
    for (let waited = 0; !isLinked(own, lock); waited += PAUSE) {
      const other = holderOf(lock);
      if (other !== void 0 && !isRunning2(other)) (0, import_node_fs8.rmSync)(lock, { force: true });
      else if (waited < PATIENCE) pause(PAUSE);
      else throw new UserError(`process ${other} is still fixing files here; if it is not, delete ${lock}`);
    }
  } catch (error) {
    if (codeOf(error) === void 0) throw error;
    throw new UserError(`${directory} cannot be written (${codeOf(error)}); nothing was changed`, {
      cause: error
    });
  } finally {
    (0, import_node_fs8.rmSync)(own, { force: true });
  }
}
function isLinked(own, lock) {
  try {
    (0, import_node_fs8.linkSync)(own, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}
function holderOf(lock) {
  try {
    return Number((0, import_node_fs8.readFileSync)(lock, "utf8"));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return void 0;
    throw error;
  }
}
function pause(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
var import_node_fs8, import_node_path8, PATIENCE, PAUSE, KEPT;
var init_lock = __esm({
  "src/git/lock.ts"() {
    "use strict";
    import_node_fs8 = require("node:fs");
    import_node_path8 = require("node:path");
    init_user_error();
    init_working_file();
    PATIENCE = 6e4;
    PAUSE = 25;
    KEPT = /* @__PURE__ */ new Set(["lock", "undo", "undo.new"]);
  }
});

// src/git/entries.ts
function indexEntries(place) {
  return splitAtNul(output(place, ["ls-files", "--stage", "-v", "-z"])).map((entry) => {
    const tab = entry.indexOf("	");
    const [tag = "", mode = "", blob = "", stage = ""] = entry.toString("latin1", 0, tab).split(" ");
    const pathBytes = entry.subarray(tab + 1);
    return {
      path: pathText(pathBytes),
      pathBytes,
      mode,
      blob,
      stage: Number(stage),
      isSkipWorktree: tag.toUpperCase() === "S",
      isAssumedUnchanged: tag !== tag.toUpperCase()
    };
  });
}
function withIndex(place, index) {
  return { ...place, environment: { ...place.environment, GIT_INDEX_FILE: index } };
}
var init_entries = __esm({
  "src/git/entries.ts"() {
    "use strict";
    init_fields();
    init_path_text();
    init_run();
  }
});

// src/git/objects.ts
function writeBlobs(place, directory, contents) {
  if (contents.length === 0) return [];
  try {
    (0, import_node_fs9.mkdirSync)(directory, { recursive: true });
    const paths = contents.map((content, index) => {
      const path = (0, import_node_path9.join)(directory, String(index));
      (0, import_node_fs9.writeFileSync)(path, content);
      return path;
    });
    const words3 = ["hash-object", "-w", "--no-filters", "--stdin-paths"];
    const ids = output(place, words3, Buffer.from(paths.map((path) => `${quoted2(path)}
`).join("")));
    return ids.toString().trimEnd().split("\n");
  } finally {
    (0, import_node_fs9.rmSync)(directory, { recursive: true, force: true });
  }
}
function quoted2(path) {
  return `"${path.replaceAll(/[\n"\\]/g, (character2) => character2 === "\n" ? "\\n" : `\\${character2}`)}"`;
}
var import_node_fs9, import_node_path9;
var init_objects = __esm({
  "src/git/objects.ts"() {
    "use strict";
    import_node_fs9 = require("node:fs");
    import_node_path9 = require("node:path");
    init_run();
  }
});

// src/git/write.ts
function write(repository, { indexes, files }, takingBack) {
  const { gitDirectory } = repository;
  const temporaries = files.map(temporaryFor);
  const ready = beforehand(
    () => {
      const { ids, journal } = recorded(repository, { indexes, files });
      const names = temporaries.flatMap((temporary) => temporary === void 0 ? [] : asLatin1(temporary));
      beginJournal(gitDirectory, { ...takingBack ?? journal, temporaries: names });
      const prepared = files.map((file, index) => prepare(file, temporaries[index]));
      for (const index of indexes) assertUnchanged(index);
      const [first] = indexes;
      if (first !== void 0) updateIndex(first, ids);
      return { ids, prepared };
    },
    () => {
      removeAll(temporaries);
      if (takingBack === void 0) dropUnfinishedJournal(gitDirectory);
    }
  );
  const unwritten = indexes.slice(1).flatMap((index) => failureOfIndex(index, ready.ids));
  return [
    ...unwritten,
    ...replaced(files, ready.prepared),
    ...failureOfJournal(gitDirectory, takingBack === void 0 ? finishJournal : dropUnfinishedJournal)
  ];
}
function writeLooseFiles(files) {
  const temporaries = files.map(temporaryFor);
  const prepared = beforehand(
    () => files.map((file, index) => prepare(file, temporaries[index])),
    () => removeAll(temporaries)
  );
  return replaced(files, prepared);
}
function beforehand(work, cleanUp) {
  try {
    return work();
  } catch (error) {
    cleanUp();
    if (error instanceof UserError)
      throw new UserError(`${error.message}; nothing was changed`, { cause: error });
    const code2 = codeOf(error);
    if (code2 === void 0) throw error;
    const path = error instanceof Error && "path" in error ? String(error.path) : "a file";
    throw new UserError(`${path} cannot be written (${code2}); nothing was changed`, { cause: error });
  }
}
function removeAll(temporaries) {
  for (const temporary of temporaries) if (temporary !== void 0) remove(temporary);
}
function recorded({ place, gitDirectory }, { indexes, files }) {
  const entries = indexes.flatMap((index) => index.entries);
  const inside = files.filter(({ pathBytes }) => pathBytes !== void 0);
  const contents = [
    ...entries.map(({ content }) => content),
    ...inside.map(({ file }) => file.bytes),
    ...inside.map(({ content }) => content)
  ];
  const blobs = writeBlobs(place, (0, import_node_path10.join)(journalDirectory(gitDirectory), "contents"), contents);
  const ids = new Map(entries.map((entry, index) => [entry, blobs[index] ?? ""]));
  const paths = /* @__PURE__ */ new Map();
  const pathOf = (bytes) => {
    const key2 = asLatin1(bytes);
    const known7 = paths.get(key2) ?? { entries: [] };
    paths.set(key2, known7);
    return known7;
  };
  for (const [{ entry }, after] of ids) pathOf(entry.pathBytes).entries.push({ before: entry.blob, after });
  for (const [index, { pathBytes }] of inside.entries()) {
    const before = blobs[entries.length + index] ?? "";
    const after = blobs[entries.length + inside.length + index] ?? "";
    if (pathBytes !== void 0) pathOf(pathBytes).file = { before, after };
  }
  return {
    ids,
    journal: { version: 1, paths: Array.from(paths, ([path, replaced2]) => ({ path, ...replaced2 })) }
  };
}
function assertUnchanged({ place, entries }) {
  const now = new Map(indexEntries(place).map((entry) => [entry.path, entry]));
  for (const { entry } of entries) {
    const { blob, mode, stage } = now.get(entry.path) ?? {};
    if (blob !== entry.blob || mode !== entry.mode || stage !== entry.stage) {
      throw new UserError(`${entry.path} changed in the index while it was being fixed`);
    }
  }
}
function updateIndex({ place, entries }, ids) {
  if (entries.length === 0) return;
  const lines = entries.map((rewrite) => {
    const { mode, pathBytes } = rewrite.entry;
    return Buffer.concat([Buffer.from(`${mode} ${ids.get(rewrite)} 0	`), pathBytes, NUL]);
  });
  try {
    output(place, [...UPDATE_INDEX, "-z", "--index-info"], Buffer.concat(lines));
  } catch (error) {
    if (!(error instanceof UserError) || !isUpdated({ place, entries }, ids)) throw error;
  }
  keepBits(
    place,
    "--skip-worktree",
    entries.filter(({ entry }) => entry.isSkipWorktree)
  );
  keepBits(
    place,
    "--assume-unchanged",
    entries.filter(({ entry }) => entry.isAssumedUnchanged)
  );
}
function isUpdated({ place, entries }, ids) {
  const now = new Map(indexEntries(place).map(({ path, blob }) => [path, blob]));
  return entries.every((rewrite) => now.get(rewrite.entry.path) === ids.get(rewrite));
}
function keepBits(place, bit, entries) {
  if (entries.length === 0) return;
  const paths = entries.map(({ entry }) => Buffer.concat([entry.pathBytes, NUL]));
  attempt(place, [...UPDATE_INDEX, bit, "-z", "--stdin"], Buffer.concat(paths));
}
function failureOfIndex(index, ids) {
  try {
    updateIndex(index, ids);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return index.entries.map(({ entry }) => ({
      path: entry.path,
      reason: `fixed in this commit, but not in the index after it (${error.message}); run git add`
    }));
  }
}
function replaced(files, prepared) {
  return prepared.flatMap((replacement, index) => {
    const reason = replace(replacement);
    if (reason === void 0) return [];
    if (replacement.temporary !== void 0) remove(replacement.temporary);
    return { path: files[index]?.path ?? "", reason };
  });
}
function failureOfJournal(gitDirectory, end) {
  try {
    end(gitDirectory);
    return [];
  } catch (error) {
    if (codeOf(error) === void 0) throw error;
    return [
      {
        path: journalDirectory(gitDirectory),
        reason: `cannot be written (${codeOf(error)}); undo will not work`
      }
    ];
  }
}
var import_node_path10, asLatin1, UPDATE_INDEX, NUL;
var init_write = __esm({
  "src/git/write.ts"() {
    "use strict";
    import_node_path10 = require("node:path");
    init_user_error();
    init_entries();
    init_journal();
    init_objects();
    init_run();
    init_working_file();
    asLatin1 = (bytes) => Buffer.from(bytes).toString("latin1");
    UPDATE_INDEX = ["-c", "index.sparse=false", "update-index"];
    NUL = Buffer.from([0]);
  }
});

// src/git/undo.ts
function undo(repository) {
  const { gitDirectory } = repository;
  const journal = lastJournal(gitDirectory);
  if (journal === void 0) return void 0;
  const undone = takenBack(repository, journal, standingsOf(repository, journal));
  dropJournal(gitDirectory);
  return undone;
}
function settle(repository) {
  const { gitDirectory } = repository;
  const journal = unfinishedJournal(gitDirectory);
  if (journal === void 0) return void 0;
  for (const temporary of journal.temporaries) remove(Buffer.from(temporary, "latin1"));
  const standings = standingsOf(repository, journal);
  const states = standings.flatMap(({ index, file }) => [index?.state, file?.state]);
  if (states.every((state) => state === void 0 || state === "written")) {
    finishJournal(gitDirectory);
    return void 0;
  }
  if (states.includes("written") || states.includes("torn")) return takenBack(repository, journal, standings);
  dropUnfinishedJournal(gitDirectory);
  return void 0;
}
function standingsOf({ place, topLevel }, journal) {
  const index = new Map(
    indexEntries(place).map((entry) => [Buffer.from(entry.pathBytes).toString("latin1"), entry])
  );
  const contentOf = readBlobs(
    place,
    journal.paths.flatMap(({ file }) => file === void 0 ? [] : [file.before, file.after])
  );
  return journal.paths.map(({ path: latin12, entries, file: replaced2 }) => {
    const pathBytes = Buffer.from(latin12, "latin1");
    const path = pathText(pathBytes);
    const entry = index.get(latin12);
    const written = entries.find(({ after }) => after === entry?.blob);
    const kept = entries.find(({ before }) => before === entry?.blob);
    const [first] = entries;
    const found = findFile(topLevel, locationOf(topLevel, pathBytes));
    const file = found.kind === "regular" ? found.file : void 0;
    return {
      path,
      pathBytes,
      index: first && {
        state: written === void 0 ? kept === void 0 ? "changed since" : "as it was" : "written",
        entry,
        before: (written ?? first).before
      },
      file: replaced2 && {
        state: stateOf(file, contentOf(replaced2.before, path), contentOf(replaced2.after, path)),
        file,
        before: replaced2.before
      }
    };
  });
}
function stateOf(file, before, after) {
  if (file === void 0) return "changed since";
  const bytes = Buffer.from(file.bytes);
  if (bytes.equals(after)) return "written";
  if (bytes.equals(before)) return "as it was";
  return isTorn(bytes, before, after) ? "torn" : "changed since";
}
function takenBack(repository, journal, standings) {
  const { place } = repository;
  const contentOf = readBlobs(
    place,
    standings.flatMap(({ index, file }) => [index, file].flatMap((part) => part?.before ?? []))
  );
  const entries = standings.flatMap(
    ({ path, index }) => index?.entry === void 0 || !isOurs(index.state) ? [] : { entry: index.entry, content: contentOf(index.before, path) }
  );
  const files = standings.flatMap(
    ({ path, pathBytes, file }) => file?.file === void 0 || !isOurs(file.state) ? [] : { path, pathBytes, file: file.file, content: contentOf(file.before, path) }
  );
  const unwritten = write(repository, { indexes: [{ place, entries }], files }, journal);
  const paths = standings.map(({ path, index, file }) => ({
    path,
    index: index && fateOf(index.state),
    file: file && fateOf(file.state)
  }));
  return { paths, unwritten };
}
function fateOf(state) {
  return state === "written" || state === "torn" ? "restored" : state;
}
var isOurs;
var init_undo = __esm({
  "src/git/undo.ts"() {
    "use strict";
    init_blobs();
    init_entries();
    init_journal();
    init_path_text();
    init_working_file();
    init_write();
    isOurs = (state) => state === "written" || state === "torn";
  }
});

// src/rename/edit.ts
function edited(text2, edits) {
  let result = "";
  let at3 = 0;
  for (const { span, replacement } of edits) {
    result += text2.slice(at3, span.start) + replacement;
    at3 = span.end;
  }
  return result + text2.slice(at3);
}
function inverse2(text2, edits) {
  let moved2 = 0;
  return edits.map(({ span, replacement }) => {
    const start = span.start + moved2;
    moved2 += replacement.length - (span.end - span.start);
    return {
      span: { start, end: start + replacement.length },
      replacement: text2.slice(span.start, span.end)
    };
  });
}
function shiftOf(edits) {
  const ends = edits.map(({ span }) => span.end);
  let moved2 = 0;
  const shifts = [
    0,
    ...edits.map(({ span, replacement }) => moved2 += replacement.length - (span.end - span.start))
  ];
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = low + high >> 1;
      if ((ends[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + (shifts[low] ?? 0);
  };
}
function merged2(...lists) {
  const all = lists.flat().toSorted((one, other) => one.span.start - other.span.start);
  const merged3 = [];
  for (const next of all) {
    const last = merged3.at(-1);
    if (last === void 0 || last.span.end <= next.span.start) merged3.push(next);
    else if (!isSame(last, next)) return void 0;
  }
  return merged3;
}
function editedBytes(bytes, edits) {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const { text: text2, encoding } = decoded;
  const codec = codecOf(encoding);
  if (codec === void 0)
    return { ok: false, reason: `${encoding} is not edited in place; save it as UTF-8` };
  const parts = [];
  let at3 = 0;
  let byte = bytes.length - codec.size(text2);
  parts.push(bytes.subarray(0, byte));
  for (const { span, replacement } of edits) {
    const written = codec.encode(replacement);
    if (written === void 0) return { ok: false, reason: `${encoding} cannot hold ${replacement}` };
    const kept = codec.size(text2.slice(at3, span.start));
    parts.push(bytes.subarray(byte, byte + kept), written);
    byte += kept + codec.size(text2.slice(span.start, span.end));
    at3 = span.end;
  }
  parts.push(bytes.subarray(byte));
  const result = joined2(parts);
  const again = decode(result);
  if (again.ok && again.text === edited(text2, edits)) return { ok: true, bytes: result };
  return { ok: false, reason: `the edited bytes are no longer ${encoding}; report this` };
}
function codecOf(encoding) {
  const encoder = new TextEncoder();
  if (encoding === "utf-8") {
    return { size: (text2) => encoder.encode(text2).length, encode: (text2) => encoder.encode(text2) };
  }
  if (!/^(?:latin-1|ascii|windows-125\d|iso-8859-\d+|koi8-[ru])$/.test(encoding)) return void 0;
  const isAscii = (text2) => !/[^\x00-\x7f]/.test(text2);
  return {
    size: (text2) => text2.length,
    encode: (text2) => isAscii(text2) ? encoder.encode(text2) : void 0
  };
}
function joined2(parts) {
  const result = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at3 = 0;
  for (const part of parts) {
    result.set(part, at3);
    at3 += part.length;
  }
  return result;
}
var isSame;
var init_edit = __esm({
  "src/rename/edit.ts"() {
    "use strict";
    init_decode();
    isSame = (one, other) => one.span.start === other.span.start && one.span.end === other.span.end && one.replacement === other.replacement;
  }
});

// src/rename/class-bodies.ts
function provenanceIn(module2, symbol, read2) {
  const { tree } = module2;
  const body = bodyOf(module2, symbol.scope);
  const readAt2 = statementIn(module2, body, read2.node);
  let answer = "global";
  for (const definition of symbol.definitions) {
    const boundAt = statementIn(module2, body, definition.node);
    if (boundAt > readAt2) continue;
    if (isDeletion(module2, definition.node)) return "either";
    if (boundAt === readAt2) {
      if (!isEvaluatedBefore(module2, boundAt, definition, read2)) answer = "either";
    } else if (answer === "global") {
      answer = isUnconditional(kindOf(tree, boundAt)) ? "class" : "either";
    } else if (isUnconditional(kindOf(tree, boundAt))) answer = "class";
  }
  return answer;
}
function readsThroughClasses(module2, binding) {
  const certain = [];
  const uncertain = [];
  if (binding.scope.kind !== "module") return { certain, uncertain };
  for (const symbol of classSymbolsOf(module2, binding.name)) {
    for (const read2 of symbol.references) {
      const provenance = provenanceIn(module2, symbol, read2);
      if (provenance === "global") certain.push(read2);
      if (provenance === "either") uncertain.push(read2);
    }
  }
  return { certain, uncertain };
}
function classSymbolsOf(module2, name) {
  return module2.bindings.scopes.flatMap((scope2) => {
    if (scope2.kind !== "class") return [];
    const symbol = scope2.symbols.get(name);
    return symbol?.flags.local === true && symbol.references.length > 0 ? [symbol] : [];
  });
}
function bodyOf({ definitions }, scope2) {
  return definitions.find(({ node }) => node === scope2.node)?.body ?? NO_NODE;
}
function statementIn({ tree }, block, node) {
  let statement = statementAround(tree, node);
  while (statement !== NO_NODE && parentOf(tree, statement) !== block)
    statement = statementAround(tree, parentOf(tree, statement));
  return statement;
}
function isDeletion({ tree }, node) {
  return kindOf(tree, statementAround(tree, node)) === Kind.delete_statement;
}
function isEvaluatedBefore({ tree }, statement, definition, read2) {
  if (definition.node === read2.node) return false;
  switch (kindOf(tree, statement)) {
    case Kind.function_definition:
    case Kind.class_definition:
    case Kind.decorated_definition:
      return parentOf(tree, definition.node) === definitionIn(tree, statement);
    case Kind.expression_statement: {
      const assignment = statement + 1;
      return kindOf(tree, assignment) === Kind.assignment && parentOf(tree, definition.node) === assignment && contains(tree, assignment, read2.node);
    }
    default:
      return false;
  }
}
function definitionIn(tree, statement) {
  if (kindOf(tree, statement) !== Kind.decorated_definition) return statement;
  return namedChildrenOf(tree, statement).at(-1) ?? statement;
}
var isUnconditional;
var init_class_bodies = __esm({
  "src/rename/class-bodies.ts"() {
    "use strict";
    init_statements();
    init_syntax();
    isUnconditional = (kind) => kind === Kind.expression_statement || kind === Kind.function_definition || kind === Kind.class_definition || kind === Kind.decorated_definition || kind === Kind.import_statement || kind === Kind.import_from_statement || kind === Kind.type_alias_statement;
  }
});

// src/rename/words.ts
function isIdentifier(text2) {
  return IDENTIFIER.test(text2);
}
function* wordsIn(text2) {
  const isAscii = !/[^\x00-\x7f]/.test(text2);
  const words3 = isAscii ? ASCII_WORD : WORD2;
  for (const { 0: written, index } of text2.matchAll(words3)) {
    const word3 = isAscii ? written : written.normalize("NFKC");
    yield word3;
    if (text2.charCodeAt(index - 1) === BACKSLASH) yield* wordsAfterEscape(word3);
  }
}
function wordsAfterEscape(word3) {
  const escape = /^(?:[0-7]{1,3}|x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|[a-z])/i.exec(word3)?.[0] ?? "";
  return escape.length < word3.length ? [word3.slice(escape.length), word3.slice(1)] : [];
}
function wordOffsetsIn(text2, word3) {
  const offsets = [];
  for (let at3 = text2.indexOf(word3); at3 !== -1; at3 = text2.indexOf(word3, at3 + 1)) {
    if (!isPartOfWord(text2, at3 - 1) && !isPartOfWord(text2, at3 + word3.length)) offsets.push(at3);
  }
  return offsets;
}
function isPartOfWord(text2, at3) {
  const code2 = text2.codePointAt(at3);
  return code2 !== void 0 && at3 >= 0 && PART.test(String.fromCodePoint(code2));
}
function wordIndexOf(paths, text2) {
  const index = /* @__PURE__ */ new Map();
  for (const path of paths) {
    for (const source of [path, text2(path) ?? ""]) {
      for (const word3 of wordsIn(source)) {
        const files = index.get(word3);
        if (files === void 0) index.set(word3, [path]);
        else if (files.at(-1) !== path) files.push(path);
      }
    }
  }
  return index;
}
var IDENTIFIER, ASCII_WORD, WORD2, BACKSLASH, PART;
var init_words2 = __esm({
  "src/rename/words.ts"() {
    "use strict";
    IDENTIFIER = new RegExp("^[\\p{XID_Start}_]\\p{XID_Continue}*$", "u");
    ASCII_WORD = /\w+/g;
    WORD2 = /[\p{XID_Continue}_]+/gu;
    BACKSLASH = 92;
    PART = /[\p{XID_Continue}_]/u;
  }
});

// src/rename/literals.ts
function literalsOf(module2) {
  return read(module2).literals;
}
function literalsWith(module2, word3) {
  return read(module2).byWord.get(word3.normalize("NFKC")) ?? [];
}
function literalAt(module2, node) {
  return read(module2).byNode.get(node);
}
function wordSpansIn({ value, offsets }, word3) {
  return wordOffsetsIn(value, word3).flatMap((at3) => {
    const start = offsets[at3] ?? 0;
    const end = offsets[at3 + word3.length] ?? 0;
    return end - start === word3.length ? [{ start, end }] : [];
  });
}
function literalStart(module2, { node }) {
  return startOf(module2.tree, node);
}
function read(module2) {
  const present = known2.get(module2);
  if (present !== void 0) return present;
  const { tree } = module2;
  const docstrings = new Set(module2.docstrings.map(({ span }) => span.start));
  const literals = [...module2.nodesOf(Kind.string), ...module2.nodesOf(Kind.concatenated_string)].filter((node) => kindOf(tree, parentOf(tree, node)) !== Kind.concatenated_string).toSorted((one, other) => one - other).map((node) => literalOf(tree, node, docstrings.has(startOf(tree, node))));
  const byWord = /* @__PURE__ */ new Map();
  for (const literal of literals) {
    for (const word3 of new Set(wordsIn(literal.value))) {
      const found = byWord.get(word3);
      if (found === void 0) byWord.set(word3, [literal]);
      else found.push(literal);
    }
  }
  const made = { literals, byNode: new Map(literals.map((literal) => [literal.node, literal])), byWord };
  known2.set(module2, made);
  return made;
}
function literalOf(tree, node, isDocstring) {
  const parts = kindOf(tree, node) === Kind.concatenated_string ? namedChildrenOf(tree, node) : [node];
  let value = "";
  const offsets = [];
  let isFormatted = false;
  for (const part of parts) {
    const children = childrenOf(tree, part);
    const prefix = tree.text.slice(startOf(tree, part), endOf(tree, children[0] ?? part)).toLowerCase();
    const isRaw = /^[a-z]*r/.test(prefix);
    for (const child of children) {
      const kind = kindOf(tree, child);
      if (kind === Kind.interpolation) {
        isFormatted = true;
        value += "￼";
        offsets.push(startOf(tree, child));
      } else if (kind === Kind.string_content) {
        value += unescaped(tree.text, startOf(tree, child), endOf(tree, child), isRaw, offsets);
      }
    }
  }
  const closing2 = childrenOf(tree, parts.at(-1) ?? node).at(-1) ?? node;
  offsets.push(startOf(tree, closing2));
  return { node, value, offsets, isFormatted, isDocstring };
}
function unescaped(text2, start, end, isRaw, offsets) {
  let value = "";
  const add = (written, at3) => {
    value += written;
    for (let unit = 0; unit < written.length; unit++) offsets.push(at3);
  };
  for (let at3 = start; at3 < end; ) {
    ESCAPE.lastIndex = at3;
    const escape = isRaw || text2[at3] !== "\\" ? null : ESCAPE.exec(text2);
    if (escape === null) {
      add(text2[at3] ?? "", at3);
      at3++;
      continue;
    }
    const [written, newline, octal2, short, middle, long, named, letter = ""] = escape;
    const hexadecimal = short ?? middle ?? long;
    if (newline !== void 0) add("", at3);
    else if (octal2 !== void 0) add(String.fromCodePoint(Number.parseInt(octal2, 8)), at3);
    else if (hexadecimal !== void 0) add(character(Number.parseInt(hexadecimal, 16)), at3);
    else if (named !== void 0) add("�", at3);
    else add(SIMPLE2[letter] ?? letter, at3);
    at3 += written.length;
  }
  return value;
}
function character(code2) {
  return code2 > 1114111 ? "�" : String.fromCodePoint(code2);
}
var known2, ESCAPE, SIMPLE2;
var init_literals = __esm({
  "src/rename/literals.ts"() {
    "use strict";
    init_syntax();
    init_words2();
    known2 = /* @__PURE__ */ new WeakMap();
    ESCAPE = /\\(?:(\r\n|\r|\n)|([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|N\{([^}]*)\}|([abfnrtv\\'"]))/y;
    SIMPLE2 = {
      a: "\x07",
      b: "\b",
      f: "\f",
      n: "\n",
      r: "\r",
      t: "	",
      v: "\v"
    };
  }
});

// src/rename/world.ts
function worldOf(project) {
  const present = known3.get(project);
  if (present !== void 0) return present;
  const world = newWorld(project);
  known3.set(project, world);
  return world;
}
function newWorld(project) {
  let index;
  let unreadable2;
  const filesWith = (word3) => {
    index ??= wordIndexOf(project.files, project.text);
    return index.get(word3) ?? [];
  };
  return {
    project,
    modulesWith: (word3) => filesWith(word3).filter(isPython2).flatMap((path) => project.module(path) ?? []),
    mentionsOf: (word3) => filesWith(word3).flatMap((path) => isPython2(path) ? [] : mentionsIn(project, path, word3)),
    get unreadable() {
      return unreadable2 ??= project.files.filter((path) => project.text(path) === void 0);
    }
  };
}
function mentionsIn(project, path, word3) {
  const text2 = project.text(path)?.normalize("NFKC") ?? "";
  const offsets = wordOffsetsIn(text2, word3);
  if (offsets.length === 0) return [{ path, line: 1 }];
  return offsets.map((offset) => ({ path, line: text2.slice(0, offset).split(/\r\n|\r|\n/).length }));
}
var known3, isPython2;
var init_world = __esm({
  "src/rename/world.ts"() {
    "use strict";
    init_words2();
    known3 = /* @__PURE__ */ new WeakMap();
    isPython2 = (path) => path.endsWith(".py");
  }
});

// src/rename/links.ts
function treeOf(project) {
  const present = known4.get(project);
  if (present !== void 0) return present;
  const files = new Set(project.files.filter(isPython2));
  const folders = /* @__PURE__ */ new Set([""]);
  const byLastPart = /* @__PURE__ */ new Map();
  for (const path of files) {
    for (let folder = folderOf2(path); folder !== ""; folder = folderOf2(folder)) folders.add(folder);
    const last = moduleNameOf(path).split(".").at(-1) ?? "";
    byLastPart.set(last, [...byLastPart.get(last) ?? [], path]);
  }
  const roots = [...folders].filter((folder) => folder === "" || !files.has(join10(folder, "__init__.py")));
  const made = { files, folders, roots, byLastPart };
  known4.set(project, made);
  return made;
}
function linkOf(project, from, name) {
  const tree = treeOf(project);
  const [, dots = "", dotted = ""] = /^(\.*)(.*)$/s.exec(name) ?? [];
  const parts = dotted === "" ? [] : dotted.split(".");
  if (dots !== "") {
    let folder = folderOf2(from.path);
    for (let level = 1; level < dots.length; level++) folder = folderOf2(folder);
    return targetIn(tree, folder, parts) ?? { to: "elsewhere" };
  }
  const targets = tree.roots.flatMap((root) => targetIn(tree, root, parts) ?? []);
  const modules = targets.filter(({ to: to2 }) => to2 === "module");
  const [only, ...more] = modules.length > 0 ? modules : targets;
  if (only !== void 0 && more.length === 0) return only;
  const candidates = tree.byLastPart.get(parts.at(-1) ?? "") ?? [];
  if (only === void 0 && candidates.length === 0) return { to: "elsewhere" };
  return { to: "unknown", candidates };
}
function submoduleOf(project, parent, name) {
  const tree = treeOf(project);
  if (parent.to === "folder") return targetIn(tree, parent.folder, [name]);
  if (parent.to !== "module" || !isPackage(parent.path)) return void 0;
  return targetIn(tree, folderOf2(parent.path), [name]);
}
function targetIn({ files, folders }, root, parts) {
  const path = parts.reduce(join10, root);
  const packageFile = join10(path, "__init__.py");
  if (files.has(packageFile)) return { to: "module", path: packageFile };
  if (parts.length > 0 && files.has(`${path}.py`)) return { to: "module", path: `${path}.py` };
  return folders.has(path) ? { to: "folder", folder: path } : void 0;
}
function folderOf2(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
function moduleNameOf(path) {
  return path.replace(/(?:\/__init__)?\.py$/, "").replaceAll("/", ".");
}
var known4, isPackage, join10;
var init_links = __esm({
  "src/rename/links.ts"() {
    "use strict";
    init_world();
    known4 = /* @__PURE__ */ new WeakMap();
    isPackage = (path) => path === "__init__.py" || path.endsWith("/__init__.py");
    join10 = (folder, name) => folder === "" ? name : `${folder}/${name}`;
  }
});

// src/rename/values.ts
function valueOf(world, module2, expression, depth = 0) {
  const { tree } = module2;
  const node = unwrapped(tree, expression);
  if (node === NO_NODE || depth > MAXIMUM_DEPTH) return unknown;
  const kind = kindOf(tree, node);
  if (literalKinds2.has(kind)) return foreignInstance;
  if (kind === Kind.identifier) {
    const binding = module2.bindings.bindingAt(startOf(tree, node));
    return binding === void 0 ? unknown : valueOfBinding(world, module2, binding, depth + 1);
  }
  if (kind === Kind.attribute) {
    const object2 = valueOf(world, module2, childIn(tree, node, Field.object), depth + 1);
    const name = textOf(tree, childIn(tree, node, Field.attribute));
    if (name === "__class__") return classOfValue(object2);
    return memberOf(world, object2, name, depth + 1);
  }
  return kind === Kind.call ? valueOfCall(world, module2, node, depth) : unknown;
}
function valueOfCall(world, module2, call2, depth) {
  const { tree } = module2;
  const callee = valueOf(world, module2, childIn(tree, call2, Field.function), depth + 1);
  switch (callee.kind) {
    case "class":
      return { kind: "instance", class: callee.class };
    case "foreign":
      if (callee.origin === "builtins.super") return superOf(module2, call2);
      if (callee.origin === "builtins.type") {
        const [object2, ...more] = argumentsOf(tree, call2);
        return object2 === void 0 || more.length > 0 ? unknown : classOfValue(valueOf(world, module2, object2.value, depth + 1));
      }
      return MAKERS.test(callee.origin) ? foreignInstance : unknown;
    case "foreign-instance":
    case "function":
    case "instance":
    case "module":
    case "super":
    case "unknown":
      return unknown;
  }
}
function superOf(module2, call2) {
  if (argumentsOf(module2.tree, call2).length > 0) {
    const [first] = argumentsOf(module2.tree, call2);
    const around = enclosingClass(module2, startOf(module2.tree, call2));
    const named = first === void 0 ? "" : textOf(module2.tree, first.value);
    if (around?.name !== named) return unknown;
  }
  const definition = enclosingClass(module2, startOf(module2.tree, call2));
  return definition === void 0 ? unknown : { kind: "super", class: { module: module2, definition } };
}
function enclosingClass(module2, offset) {
  let definition = module2.definitionAt(offset);
  while (definition !== void 0 && definition.kind !== "class") definition = definition.enclosing;
  return definition;
}
function classOfValue(value) {
  return value.kind === "instance" ? { kind: "class", class: value.class } : unknown;
}
function memberOf(world, value, name, depth = 0) {
  if (value.kind === "foreign") return { kind: "foreign", origin: `${value.origin}.${name}` };
  if (value.kind !== "module") return unknown;
  return memberOfLink(world, value.link, name, depth);
}
function memberOfLink(world, link2, name, depth) {
  if (depth > MAXIMUM_DEPTH) return unknown;
  if (link2.to === "module") {
    const module2 = world.project.module(link2.path);
    const found = module2 === void 0 ? void 0 : globalOf(world, module2, name, depth + 1);
    if (found !== void 0 && found !== "unknown")
      return valueOfBinding(world, found.module, found.binding, depth + 1);
    if (found === "unknown") return unknown;
  }
  const below2 = submoduleOf(world.project, link2, name);
  return below2 === void 0 ? unknown : { kind: "module", link: below2 };
}
function globalOf(world, module2, name, depth = 0) {
  const { bindings } = module2;
  const binding = bindings.module.symbols.get(name)?.binding ?? bindings.lookup(bindings.module, name);
  if (binding !== void 0 && binding.definitions.length > 0) {
    const imported3 = depth > MAXIMUM_DEPTH ? void 0 : importedGlobal(world, module2, binding, depth);
    return imported3 ?? { module: module2, binding };
  }
  let isUnsure = false;
  for (const link2 of starLinksOf(world, module2)) {
    if (link2.to === "unknown" || depth > MAXIMUM_DEPTH) isUnsure = true;
    if (link2.to !== "module") continue;
    const from = world.project.module(link2.path);
    const found = from === void 0 ? "unknown" : globalOf(world, from, name, depth + 1);
    if (found === "unknown") isUnsure = true;
    else if (found !== void 0) return found;
  }
  return isUnsure ? "unknown" : void 0;
}
function starLinksOf({ project }, module2) {
  const { tree } = module2;
  return Array.from(
    module2.nodesOf(Kind.wildcard_import),
    (node) => linkOf(project, module2, moduleNameIn(module2, parentOf(tree, node)))
  );
}
function moduleNameIn({ tree }, statement) {
  const name = childIn(tree, statement, Field.module_name);
  return name === NO_NODE ? "" : textOf(tree, name).replace(/\s+/g, "");
}
function importedGlobal(world, module2, binding, depth) {
  const origins = binding.definitions.map((definition) => {
    const imported3 = importOf(module2, definition);
    if (imported3?.member === void 0) return void 0;
    const link2 = linkOf(world.project, module2, imported3.module);
    const from = link2.to === "module" ? world.project.module(link2.path) : void 0;
    const found = from === void 0 ? void 0 : globalOf(world, from, imported3.member, depth + 1);
    return found === "unknown" ? void 0 : found;
  });
  const [first] = origins;
  return origins.every((origin) => origin?.binding === first?.binding) ? first : void 0;
}
function importOf(module2, { node }) {
  const { tree } = module2;
  const statement = ancestorOf(tree, node, Kind.import_statement, Kind.import_from_statement);
  if (statement === NO_NODE) return void 0;
  const parent = parentOf(tree, node);
  const isAliased = kindOf(tree, parent) === Kind.aliased_import;
  const name = isAliased ? childIn(tree, parent, Field.name) : parent;
  const written = textOf(tree, name).replace(/\s+/g, "");
  if (kindOf(tree, statement) === Kind.import_from_statement)
    return { module: moduleNameIn(module2, statement), member: written };
  return { module: isAliased ? written : written.split(".")[0] ?? "", member: void 0 };
}
function valueOfBinding(world, module2, binding, depth = 0) {
  if (depth > MAXIMUM_DEPTH) return unknown;
  if (binding.kind === "unbound") return valueOfUnbound(world, module2, binding, depth);
  if (binding.kind === "parameter") return valueOfParameter(module2, binding);
  const values = binding.definitions.map((definition) => valueOfDefinition(world, module2, definition, depth));
  const [first = unknown] = values;
  return values.every((value) => isSame2(value, first)) ? first : unknown;
}
function valueOfDefinition(world, module2, definition, depth) {
  const { tree } = module2;
  const imported3 = importOf(module2, definition);
  if (imported3 !== void 0) return valueOfImport(world, module2, imported3, depth);
  const defined = definitionNamedAt(module2, definition);
  if (defined?.kind === "class") return { kind: "class", class: { module: module2, definition: defined } };
  if (defined?.kind === "function") return { kind: "function", module: module2, definition: defined };
  if (kindOf(tree, parentOf(tree, definition.node)) === Kind.as_pattern_target) return unknown;
  const value = valueGivenTo(tree, definition.node);
  return value === NO_NODE ? unknown : valueOf(world, module2, value, depth + 1);
}
function definitionNamedAt({ definitions }, { start }) {
  return definitions.find(({ nameSpan }) => nameSpan.start === start);
}
function valueOfImport(world, module2, { module: name, member }, depth) {
  const link2 = linkOf(world.project, module2, name);
  if (link2.to === "elsewhere")
    return { kind: "foreign", origin: member === void 0 ? name : `${name}.${member}` };
  if (member === void 0) return { kind: "module", link: link2 };
  return memberOfLink(world, link2, member, depth + 1);
}
function valueOfUnbound(world, module2, { name }, depth) {
  const found = globalOf(world, module2, name, depth + 1);
  if (found === "unknown") return unknown;
  if (found !== void 0) return valueOfBinding(world, found.module, found.binding, depth + 1);
  const isStarred = starLinksOf(world, module2).some(({ to: to2 }) => to2 === "elsewhere");
  return isStarred ? unknown : { kind: "foreign", origin: `builtins.${name}` };
}
function valueOfParameter(module2, { definitions, scope: scope2 }) {
  const [only, ...more] = definitions;
  const method = module2.definitions.find(({ node }) => node === scope2.node);
  if (only === void 0 || more.length > 0 || method?.kind !== "function") return unknown;
  const owner = method.enclosing;
  const isFirst = method.parameters[0]?.span.start === only.start;
  if (owner?.kind !== "class" || !isFirst) return unknown;
  const decorators = method.decorators.map(({ name }) => name);
  if (decorators.some((name) => /(?:^|\.)(?:staticmethod)$/.test(name))) return unknown;
  const isOfClass = decorators.some((name) => /(?:^|\.)classmethod$/.test(name)) || /^__(?:new|init_subclass|class_getitem)__$/.test(method.name);
  return { kind: isOfClass ? "class" : "instance", class: { module: module2, definition: owner } };
}
function isSame2(one, other) {
  if (one.kind !== other.kind) return false;
  switch (one.kind) {
    case "class":
    case "instance":
    case "super":
      return "class" in other && other.class.definition === one.class.definition;
    case "function":
      return "definition" in other && other.definition === one.definition;
    case "module":
      return "link" in other && JSON.stringify(one.link) === JSON.stringify(other.link);
    case "foreign":
      return "origin" in other && one.origin === other.origin;
    case "foreign-instance":
      return true;
    case "unknown":
      return false;
  }
}
var unknown, foreignInstance, MAXIMUM_DEPTH, literalKinds2, MAKERS;
var init_values = __esm({
  "src/rename/values.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
    init_links();
    unknown = { kind: "unknown" };
    foreignInstance = { kind: "foreign-instance" };
    MAXIMUM_DEPTH = 12;
    literalKinds2 = /* @__PURE__ */ new Set([
      Kind.string,
      Kind.concatenated_string,
      Kind.integer,
      Kind.float,
      Kind.true,
      Kind.false,
      Kind.none,
      Kind.list,
      Kind.tuple,
      Kind.set,
      Kind.dictionary,
      Kind.list_comprehension,
      Kind.dictionary_comprehension,
      Kind.set_comprehension,
      Kind.generator_expression,
      Kind.lambda,
      Kind.comparison_operator,
      Kind.not_operator
    ]);
    MAKERS = /^(?:builtins\.(?:str|int|float|bytes|bytearray|bool|list|dict|set|frozenset|tuple|range|complex|object|open|len|sorted|repr|format|sum|isinstance|issubclass|hasattr|callable|[A-Z]\w+(?:Error|Exception))|threading\.(?:Event|Lock|RLock|Condition|Semaphore|Thread)|pathlib\.(?:Pure)?(?:Posix|Windows)?Path|io\.(?:StringIO|BytesIO)|collections\.(?:OrderedDict|Counter|deque|defaultdict)|datetime\.\w+|decimal\.Decimal|fractions\.Fraction|uuid\.\w+|logging\.getLogger|re\.compile|queue\.\w+)$/;
  }
});

// src/rename/families.ts
function basesOf2(world, { module: module2, definition }) {
  return baseNodesOf(module2, definition).map((node) => {
    const isSubscript = kindOf(module2.tree, node) === Kind.subscript;
    const named = isSubscript ? childIn(module2.tree, node, Field.value) : node;
    const value = valueOf(world, module2, named);
    if (value.kind === "class") return { kind: "class", class: value.class };
    if (value.kind === "foreign") return { kind: "foreign", origin: value.origin };
    return { kind: "unknown", node };
  });
}
function baseNodesOf({ tree }, { node }) {
  return argumentNodesOf(tree, node).filter((child) => kindOf(tree, child) !== Kind.keyword_argument);
}
function classKeywordsOf({ tree }, { node }) {
  return argumentNodesOf(tree, node).filter((child) => kindOf(tree, child) === Kind.keyword_argument);
}
function argumentNodesOf(tree, definition) {
  const list2 = childIn(tree, definition, Field.superclasses);
  return list2 === NO_NODE ? [] : namedChildrenOf(tree, list2);
}
function ancestryOf(world, start) {
  const classes = /* @__PURE__ */ new Map();
  const others = [];
  const open = [start];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    if (classes.has(next.definition)) continue;
    classes.set(next.definition, next);
    for (const base of basesOf2(world, next)) {
      if (base.kind === "class") open.push(base.class);
      else others.push({ base, of: next });
    }
  }
  return { classes, others };
}
function descendantsOf2(world, start) {
  const found = /* @__PURE__ */ new Map([[start.definition, start]]);
  for (const parent of found.values()) {
    for (const child of childrenOf3(world, parent)) found.set(child.definition, child);
  }
  return found;
}
function childrenOf3(world, parent) {
  const names = [...aliasesOf(world, parent)];
  const modules = new Set(names.flatMap((name) => world.modulesWith(name)));
  return [...modules].flatMap(
    (module2) => module2.definitions.flatMap((definition) => {
      if (definition.kind !== "class") return [];
      const child = { module: module2, definition };
      const isChild = basesOf2(world, child).some(
        (base) => base.kind === "class" && base.class.definition === parent.definition
      );
      return isChild ? [child] : [];
    })
  );
}
function aliasesOf(world, { definition }) {
  const names = /* @__PURE__ */ new Set([definition.name]);
  for (const name of names) {
    for (const module2 of world.modulesWith(name)) {
      for (const binding of module2.bindings.bindings) {
        if (binding.scope.kind !== "module" || names.has(binding.name)) continue;
        if (binding.kind !== "import" && binding.kind !== "local") continue;
        const value = valueOfBinding(world, module2, binding);
        if (value.kind === "class" && value.class.definition === definition) names.add(binding.name);
      }
    }
  }
  return names;
}
function familyOf(world, start, name) {
  const members = /* @__PURE__ */ new Map([[start.definition, start]]);
  const descendants = /* @__PURE__ */ new Map();
  const related = /* @__PURE__ */ new Map();
  const others = [];
  for (const member of members.values()) {
    for (const descendant of descendantsOf2(world, member).values()) {
      if (descendants.has(descendant.definition)) continue;
      descendants.set(descendant.definition, descendant);
      const ancestry = ancestryOf(world, descendant);
      others.push(...ancestry.others);
      for (const ancestor of ancestry.classes.values()) {
        related.set(ancestor.definition, ancestor);
        if (isMentionedIn(ancestor, name)) members.set(ancestor.definition, ancestor);
      }
    }
  }
  return { members, descendants, related, others };
}
function isMentionedIn({ module: module2, definition: { node, span } }, name) {
  const { tree } = module2;
  for (let inner = node; inner < afterOf(tree, node); inner++) {
    if (kindOf(tree, inner) === Kind.identifier && textOf(tree, inner).normalize("NFKC") === name)
      return true;
  }
  return literalsWith(module2, name).some((literal) => {
    const start = startOf(tree, literal.node);
    return span.start <= start && start < span.end;
  });
}
var init_families = __esm({
  "src/rename/families.ts"() {
    "use strict";
    init_syntax();
    init_literals();
    init_values();
  }
});

// src/rename/signatures.ts
function parameterOf(module2, binding) {
  const definition = module2.definitions.find(({ node }) => node === binding.scope.node);
  if (definition?.kind !== "function") return void 0;
  const starts = new Set(binding.definitions.map(({ start }) => start));
  const parameter = definition.parameters.find(({ span }) => starts.has(span.start));
  return parameter === void 0 ? void 0 : { definition, parameter };
}
function hasDefault({ tree }, { span }) {
  const kind = kindOf(tree, parentOf(tree, nodeAt(tree, span.start)));
  return kind === Kind.default_parameter || kind === Kind.typed_default_parameter;
}
function isNameless({ parameters, enclosing, decorators, name }, parameter) {
  if (parameter.kind !== "positional-or-keyword" && parameter.kind !== "keyword-only") return true;
  const isFirst = parameters[0] === parameter;
  const isStatic = name !== "__new__" && decorators.some((decorator) => /(?:^|\.)staticmethod$/.test(decorator.name));
  return isFirst && enclosing?.kind === "class" && !isStatic;
}
var init_signatures = __esm({
  "src/rename/signatures.ts"() {
    "use strict";
    init_syntax();
  }
});

// src/rename/injection.ts
function sourceOf3(module2, definition, parameter) {
  const { parameters } = definition;
  const index = parameters.findIndex(({ span }) => span.start === parameter.span.start);
  if (index < boundCount(definition) + patchedCount(module2, definition)) return { from: "position" };
  if (parameter.kind !== "positional-or-keyword" && parameter.kind !== "keyword-only")
    return { from: "position" };
  const decorators = decoratorsOf2(definition);
  const given = decorators.filter(({ name }) => HYPOTHESIS.test(module2.imports.originOf(name)));
  if (given.length > 0) {
    const isGiven = given.some(({ call: call2 }) => isFilledBy(module2, call2, parameter, parameters.length - index));
    if (isGiven) return { from: "given", calls: given };
  }
  const multiple = decorators.find(
    ({ name }) => /(?:^|\.)patch\.multiple$/.test(module2.imports.originOf(name))
  );
  if (multiple !== void 0) return { from: "decorator", decorator: multiple };
  return hasDefault(module2, parameter) ? { from: "default" } : { from: "pytest" };
}
function isFilledBy({ tree }, call2, { name }, fromRight) {
  if (call2 === NO_NODE) return false;
  const given = argumentsOf(tree, call2);
  const positional = given.filter(
    ({ keyword, node }) => keyword === void 0 && kindOf(tree, node) !== Kind.dictionary_splat
  );
  return given.some(({ keyword }) => keyword === name) || fromRight <= positional.length;
}
function boundCount({ enclosing, decorators }) {
  const isStatic = decorators.some(({ name }) => /(?:^|\.)staticmethod$/.test(name));
  return enclosing?.kind === "class" && !isStatic ? 1 : 0;
}
function patchedCount(module2, definition) {
  return decoratorsOf2(definition).filter((decorator) => passesMock(module2, decorator)).length;
}
function decoratorsOf2({ decorators, enclosing }) {
  return enclosing?.kind === "class" ? [...decorators, ...enclosing.decorators] : decorators;
}
function passesMock({ tree, imports: imports2 }, { name, call: call2 }) {
  const found = /(?:^|\.)patch(?<object>\.object)?$/.exec(imports2.originOf(name));
  if (found === null || call2 === NO_NODE) return false;
  const replacementAt = found.groups?.["object"] === void 0 ? 1 : 2;
  const given = argumentsOf(tree, call2);
  const positional = given.filter(({ keyword }) => keyword === void 0);
  return positional.length <= replacementAt && keywordOf(tree, call2, "new") === NO_NODE;
}
var HYPOTHESIS;
var init_injection = __esm({
  "src/rename/injection.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
    init_signatures();
    HYPOTHESIS = /^hypothesis\.(?:\w+\.)*(?:given|example)$/;
  }
});

// src/rename/providers.ts
function providersOf(world, name) {
  const defined = world.modulesWith(name).flatMap((module2) => [...definedIn(world, module2, name), ...importedIn(world, module2, name)]);
  return [...defined, ...defined.flatMap((provider) => starredFrom(world, provider))];
}
function definedIn(world, module2, name) {
  return module2.model.fixtures.filter((fixture) => fixture.name === name).flatMap(
    ({ definition }) => regionsOf(world, module2, definition).map((region) => ({ name, module: module2, definition, region }))
  );
}
function regionsOf(world, module2, { enclosing }) {
  if (enclosing?.kind === "class") return [{ kind: "class", class: { module: module2, definition: enclosing } }];
  if (isConftest2(module2)) return [{ kind: "folder", folder: folderOf2(module2.path) }];
  const own = { kind: "module", path: module2.path };
  return isPlugin(world, module2) || module2.model.tests.length === 0 ? [own, { kind: "folder", folder: "" }] : [own];
}
function isPlugin(world, module2) {
  const last = lastPartOf(module2);
  if (world.mentionsOf(last).length > 0) return true;
  return world.modulesWith("pytest_plugins").some(
    (other) => literalsWith(other, last).some(
      ({ value }) => value === moduleNameOf(module2.path) || value.endsWith(`.${last}`) || value === last
    )
  );
}
function importedIn(world, module2, name) {
  const binding = module2.bindings.module.symbols.get(name)?.binding;
  if (binding?.kind !== "import") return [];
  const definition = fixtureOf2(world, module2, binding);
  return definition === void 0 ? [] : [{ name, module: definition.module, definition: definition.definition, region: ownRegion(module2) }];
}
function fixtureOf2(world, module2, binding) {
  const value = valueOfBinding(world, module2, binding);
  if (value.kind !== "function") return void 0;
  const fixture = value.module.model.fixtures.find(({ definition }) => definition === value.definition);
  return fixture?.name === value.definition.name ? value : void 0;
}
function starredFrom(world, provider) {
  const { module: module2, definition } = provider;
  if (definition.enclosing !== void 0 || definition.name.startsWith("_")) return [];
  return world.modulesWith(lastPartOf(module2)).filter(
    (other) => other !== module2 && starLinksOf(world, other).some((link2) => link2.to === "module" && link2.path === module2.path)
  ).map((other) => ({ ...provider, region: ownRegion(other) }));
}
function isWithin(world, region, module2, offset) {
  switch (region.kind) {
    case "folder":
      return region.folder === "" || module2.path.startsWith(`${region.folder}/`);
    case "module":
      return region.path === module2.path;
    case "class":
      return classesAround(module2, offset).some(
        (around) => ancestryOf(world, around).classes.has(region.class.definition)
      );
  }
}
function reaches(world, region, module2) {
  if (region.kind !== "class") return isWithin(world, region, module2, 0);
  return [...descendantsOf2(world, region.class).values()].some((heir) => heir.module === module2);
}
function isOverlapping(world, one, other) {
  if (one.kind === "class" && other.kind === "class") {
    const heirs = descendantsOf2(world, other.class);
    const isShared = [...descendantsOf2(world, one.class).keys()].some((heir) => heirs.has(heir));
    return isShared || isNested(one.class, other.class) || isNested(other.class, one.class);
  }
  if (one.kind === "class") return isClassIn(world, one.class, other);
  if (other.kind === "class") return isClassIn(world, other.class, one);
  const [wide, narrow] = one.kind === "folder" ? [one, other] : [other, one];
  if (wide.kind !== "folder") return wide.path === (narrow.kind === "module" ? narrow.path : void 0);
  if (narrow.kind === "module") return isBelow(narrow.path, wide.folder);
  return isBelow(`${narrow.folder}/`, wide.folder) || isBelow(`${wide.folder}/`, narrow.folder);
}
function isNested(inner, outer) {
  if (inner.module !== outer.module) return false;
  return classesAround(inner.module, inner.definition.nameSpan.start).some(
    ({ definition }) => definition === outer.definition
  );
}
function isClassIn(world, owner, region) {
  return [...descendantsOf2(world, owner).values()].some(({ module: module2 }) => isWithin(world, region, module2, 0));
}
function classesAround(module2, offset) {
  const classes = [];
  for (let around = module2.definitionAt(offset); around !== void 0; around = around.enclosing) {
    if (around.kind === "class") classes.push({ module: module2, definition: around });
  }
  return classes;
}
function requestsIn(module2, name) {
  return requestsOf(module2).filter(({ parameter }) => parameter.name.normalize("NFKC") === name);
}
function requestsOf(module2) {
  const present = asked.get(module2);
  if (present !== void 0) return present;
  const { tests, fixtures } = module2.model;
  const asking = [...tests.filter(({ framework }) => framework === "pytest"), ...fixtures];
  const requests = asking.flatMap(
    ({ definition }) => definition.parameters.filter((parameter) => isAskedOfPytest(module2, definition, parameter)).map((parameter) => ({ module: module2, definition, parameter }))
  );
  asked.set(module2, requests);
  return requests;
}
function isAskedOfPytest(module2, definition, parameter) {
  const { from } = sourceOf3(module2, definition, parameter);
  return from === "pytest" || from === "decorator";
}
function providersFor(world, providers, { module: module2, definition }) {
  const visible = providers.filter(({ region }) => isWithin(world, region, module2, definition.nameSpan.start)).toSorted((one, other) => rankOf(other.region) - rankOf(one.region));
  const own = visible.findIndex((provider) => provider.definition === definition);
  return own === -1 ? visible : visible.slice(own + 1).filter((provider) => provider.definition !== definition);
}
function rankOf(region) {
  if (region.kind === "class") return Number.MAX_SAFE_INTEGER;
  return region.kind === "module" ? Number.MAX_SAFE_INTEGER - 1 : region.folder.length;
}
var isConftest2, lastPartOf, ownRegion, isBelow, asked;
var init_providers = __esm({
  "src/rename/providers.ts"() {
    "use strict";
    init_families();
    init_injection();
    init_links();
    init_literals();
    init_values();
    isConftest2 = ({ path }) => path === "conftest.py" || path.endsWith("/conftest.py");
    lastPartOf = ({ path }) => moduleNameOf(isPackage(path) ? folderOf2(path) : path).split(".").at(-1) ?? "";
    ownRegion = (module2) => isConftest2(module2) ? { kind: "folder", folder: folderOf2(module2.path) } : { kind: "module", path: module2.path };
    isBelow = (path, folder) => folder === "" || path.startsWith(`${folder}/`);
    asked = /* @__PURE__ */ new WeakMap();
  }
});

// src/rename/same-fixtures.ts
function differentProviders(project, twins) {
  const concerned = [...twins].filter(([before2, after2]) => hasOtherNames(before2, after2));
  if (concerned.length === 0 || !project.isWhole) return void 0;
  const before = worldOf(project);
  const after = editedWorld(before, twins);
  for (const [module2, twin] of concerned) {
    const [asked2, askedAfter] = [requestsOf(module2), requestsOf(twin)];
    if (asked2.length !== askedAfter.length) return `${module2.path}: other fixtures are asked for`;
    for (const [index, request] of asked2.entries()) {
      const other = askedAfter[index];
      if (other === void 0) return `${module2.path}: other fixtures are asked for`;
      const found = providersFor(before, providersOf(before, request.parameter.name), request);
      const foundAfter = providersFor(after, providersOf(after, other.parameter.name), other);
      if (placesOf(found) !== placesOf(foundAfter))
        return `${module2.path}: \`${other.parameter.name}\` is another fixture`;
    }
  }
  return void 0;
}
function hasOtherNames(before, after) {
  const namesOf4 = (module2) => [
    ...module2.model.fixtures.map(({ name }) => name),
    ...requestsOf(module2).map(({ parameter }) => parameter.name)
  ];
  return namesOf4(before).join() !== namesOf4(after).join();
}
function placesOf(providers) {
  const placeOf4 = (module2, { node }) => `${module2.path}:${node}`;
  return providers.map(({ module: module2, definition }) => placeOf4(module2, definition)).join();
}
function editedWorld(world, twins) {
  const byPath = new Map(Array.from(twins, ([{ path }, after]) => [path, after]));
  const words3 = new Map(
    Array.from(twins.values(), (after) => [
      after,
      new Set([after.path, after.text].flatMap((text2) => [...wordsIn(text2)]))
    ])
  );
  const module2 = (path) => byPath.get(path) ?? world.project.module(path);
  const project = {
    ...world.project,
    text: (path) => byPath.get(path)?.text ?? world.project.text(path),
    module: module2
  };
  return {
    project,
    modulesWith: (word3) => [
      ...world.modulesWith(word3).filter(({ path }) => !byPath.has(path)),
      ...[...twins.values()].filter((after) => words3.get(after)?.has(word3) === true)
    ],
    mentionsOf: (word3) => world.mentionsOf(word3).filter(({ path }) => !isPython2(path)),
    unreadable: world.unreadable
  };
}
var init_same_fixtures = __esm({
  "src/rename/same-fixtures.ts"() {
    "use strict";
    init_providers();
    init_world();
    init_words2();
  }
});

// src/rename/steps.ts
function edit({ path }, { start, end }, replacement) {
  return { step: "edit", path, span: { start, end }, replacement };
}
function refuse(code2, found, module2, offset) {
  return {
    step: "refuse",
    code: code2,
    found,
    place: { path: module2.path, at: module2.positionAt(offset) }
  };
}
function decline(code2, found) {
  return { step: "refuse", code: code2, found, place: void 0 };
}
function refuseAt(code2, found, path, line) {
  return { step: "refuse", code: code2, found, place: { path, at: { line, column: 1 } } };
}
function leave(module2, offset) {
  return { step: "leave", path: module2.path, line: module2.positionAt(offset).line };
}
var init_steps = __esm({
  "src/rename/steps.ts"() {
    "use strict";
  }
});

// src/rename/autouse.ts
function isAutouse({ tree }, { decorators }) {
  return decorators.some(({ call: call2 }) => {
    const value = call2 === NO_NODE ? NO_NODE : keywordOf(tree, call2, "autouse");
    return value !== NO_NODE && textOf(tree, value) !== "False";
  });
}
function* autouseOrder(world, module2, definition, newName) {
  const others = neighboursOf(world, module2, definition);
  const place = definition.nameSpan.start;
  if (others === "unknown") yield refuse("autouse-order", `\`${definition.name}\``, module2, place);
  else {
    const passed = others.find((other) => other < definition.name !== other < newName);
    if (passed !== void 0)
      yield refuse("autouse-order", `\`${newName}\` and \`${passed}\` change places`, module2, place);
  }
}
function neighboursOf(world, module2, { enclosing, name }) {
  const hooks = module2.model.hooks.length > 0 ? ["__pytest_setup"] : [];
  const autouse = (of) => of.model.fixtures.map(({ definition }) => definition).filter((other) => isAutouse(of, other));
  if (enclosing?.kind === "class") {
    const { classes } = ancestryOf(world, { module: module2, definition: enclosing });
    const inherited2 = [...classes.values()].flatMap(
      (owner) => autouse(owner.module).filter((other) => other.enclosing === owner.definition && other.name !== name)
    );
    return [...inherited2.map((other) => other.name), ...hooks];
  }
  if (module2.nodesOf(Kind.wildcard_import).length > 0) return "unknown";
  const imported3 = [...module2.bindings.module.symbols.values()].flatMap(({ binding }) => {
    if (binding.kind !== "import") return [];
    const value = valueOfBinding(world, module2, binding);
    return value.kind === "function" && isAutouse(value.module, value.definition) ? [binding.name] : [];
  });
  const own = autouse(module2).filter((other) => other.enclosing === void 0 && other.name !== name);
  return [...own.map((other) => other.name), ...imported3, ...hooks];
}
var init_autouse = __esm({
  "src/rename/autouse.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
    init_families();
    init_steps();
    init_values();
  }
});

// src/rename/same-tests.ts
function differentTests(before, after) {
  const [one, other] = [rolesOf(before), rolesOf(after)];
  if (one.join("\n") !== other.join("\n")) return { code: "collection", found: "other tests are collected" };
  if (sortedTests(before).join() !== sortedTests(after).join())
    return { code: "test-order", found: "tests change places" };
  if (sortedAutouse(before).join() !== sortedAutouse(after).join())
    return { code: "autouse-order", found: "autouse fixtures change places" };
  return void 0;
}
function rolesOf({ model }) {
  return [
    model.tests.map(({ node, framework }) => `${node} ${framework}`).join(),
    model.classes.map(({ definition, framework }) => `${definition.node} ${framework}`).join(),
    model.fixtures.map(({ definition }) => definition.node).join(),
    model.hooks.map(({ node, name }) => `${node} ${name}`).join()
  ];
}
function sortedTests({ model }) {
  const tests = model.tests.filter(({ framework }) => framework === "unittest");
  return byHolder(tests.map(({ definition }) => definition));
}
function sortedAutouse(module2) {
  const fixtures = module2.model.fixtures.map(({ definition }) => definition);
  return byHolder(fixtures.filter((definition) => isAutouse(module2, definition)));
}
function byHolder(definitions) {
  const holderOf2 = ({ enclosing }) => enclosing?.node ?? -1;
  return definitions.toSorted(
    (one, other) => holderOf2(one) - holderOf2(other) || (one.name < other.name ? -1 : Number(one.name > other.name))
  ).map(({ node }) => node);
}
var init_same_tests = __esm({
  "src/rename/same-tests.ts"() {
    "use strict";
    init_autouse();
  }
});

// src/rename/prove.ts
function differenceIn(project, edits) {
  const twins = /* @__PURE__ */ new Map();
  for (const [path, list2] of edits) {
    const before = project.module(path);
    if (before === void 0) return { code: "internal", found: `${path} is no module` };
    const after = project.parse(path, edited(before.text, list2));
    const found2 = differenceBetween(before, after, list2);
    if (found2 !== void 0) return { code: "internal", found: `${path}: ${found2}` };
    const collected = differentTests(before, after);
    if (collected !== void 0) return collected;
    twins.set(before, after);
  }
  const found = differentProviders(project, twins);
  return found === void 0 ? void 0 : { code: "internal", found };
}
function differenceBetween(before, after, edits) {
  return differentText(before, after, edits) ?? differentTrees(before.tree, after.tree, edits) ?? differentScopes(before, after, shiftOf(edits)) ?? differentNames(before, after, edits);
}
function differentText(before, after, edits) {
  if (after.tree.hasError) return "the edited text does not parse";
  if (edited(after.text, inverse2(before.text, edits)) !== before.text) return "the text differs elsewhere";
  return void 0;
}
function differentTrees(before, after, edits) {
  if (before.size !== after.size) return "the tree has another size";
  const shift = shiftOf(edits);
  for (let node = 0; node < before.size; node++) {
    const isSame3 = before.kind[node] === after.kind[node] && before.field[node] === after.field[node] && before.parent[node] === after.parent[node] && shift(before.start[node] ?? 0) === after.start[node] && shift(before.end[node] ?? 0) === after.end[node];
    if (!isSame3) return `the tree differs at offset ${before.start[node]}`;
  }
  return void 0;
}
function differentScopes(before, after, shift) {
  const [one, other] = [before.bindings.scopes, after.bindings.scopes];
  if (one.length !== other.length) return "there are other scopes";
  for (const [id, scope2] of one.entries()) {
    const twin = other[id];
    const isSame3 = twin !== void 0 && scope2.kind === twin.kind && scope2.parent?.id === twin.parent?.id && shift(scope2.start) === twin.start;
    if (!isSame3) return `the scope ${scope2.name} differs`;
  }
  return void 0;
}
function differentNames(before, after, edits) {
  const [names, newNames] = [namesOf2(before), namesOf2(after)];
  if (names.length !== newNames.length) return "there are other names";
  const shift = shiftOf(edits);
  const isEdited = new Set(edits.map(({ span }) => span.start));
  const twins = /* @__PURE__ */ new Map();
  const taken = /* @__PURE__ */ new Map();
  for (const [index, name] of names.entries()) {
    const newName = newNames[index];
    if (newName === void 0) return "there are other names";
    const isSamePlace = shift(name.start) === newName.start && name.scope.id === newName.scope.id && name.use === newName.use;
    if (!isSamePlace) return `the name at offset ${name.start} is another`;
    if (name.binding === void 0 || newName.binding === void 0) {
      if (name.binding !== newName.binding) return `the name at offset ${name.start} is bound otherwise`;
      continue;
    }
    const twin = twins.get(name.binding) ?? newName.binding;
    const owner = taken.get(newName.binding) ?? name.binding;
    if (twin !== newName.binding || owner !== name.binding)
      return `the name at offset ${name.start} means another variable`;
    twins.set(name.binding, newName.binding);
    taken.set(newName.binding, name.binding);
    const keepsName = name.binding.name === newName.binding.name;
    if (!isEdited.has(name.start) && !keepsName)
      return `the variable at offset ${name.start} is called otherwise`;
  }
  for (const [binding, twin] of twins) {
    if (binding.scope.id !== twin.scope.id || binding.kind !== twin.kind)
      return `the variable ${binding.name} is another`;
  }
  return void 0;
}
function namesOf2(module2) {
  const { bindings } = module2;
  const names = [];
  for (const scope2 of bindings.scopes) {
    for (const symbol of scope2.symbols.values()) {
      const { binding } = symbol;
      for (const { start } of symbol.definitions) names.push({ start, scope: scope2, use: "binds", binding });
      for (const { start } of symbol.declarations) names.push({ start, scope: scope2, use: "declares", binding });
      const isInOwnClass = scope2.kind === "class" && binding.scope === scope2;
      for (const read2 of symbol.references) {
        const isGlobal = isInOwnClass && provenanceIn(module2, symbol, read2) === "global";
        const meant = isGlobal ? bindings.lookup(bindings.module, symbol.name) : binding;
        names.push({ start: read2.start, scope: scope2, use: "reads", binding: meant });
      }
    }
  }
  for (const { start, scope: scope2, name } of bindings.unevaluated) {
    names.push({ start, scope: scope2, use: "annotates", binding: bindings.lookup(scope2, name) });
  }
  return names.toSorted((one, other) => one.start - other.start || (one.use < other.use ? -1 : 1));
}
var init_prove = __esm({
  "src/rename/prove.ts"() {
    "use strict";
    init_class_bodies();
    init_same_fixtures();
    init_same_tests();
    init_edit();
  }
});

// src/rename/collisions.ts
function* objectionsToName(oldName, newName) {
  const quoted5 = `\`${newName}\``;
  if (!isIdentifier(newName)) yield decline("not-an-identifier", `${quoted5} is no identifier`);
  else if (keywords.has(newName)) yield decline("not-an-identifier", `${quoted5} is a keyword`);
  else if (isSpecial(newName)) yield decline("not-an-identifier", `${quoted5} is a special name`);
  else if (newName === oldName) yield decline("same-name", `it is called ${quoted5} already`);
}
function* collisionsOf(module2, binding, newName, occurrences) {
  yield* mangledOccurrences(module2, newName, occurrences);
  const owner = binding.scope;
  const seeing = scopesThatSee(binding, module2, occurrences);
  for (const scope2 of seeing) {
    const taken = scope2.symbols.get(newName);
    if (taken === void 0) continue;
    if (scope2 === owner || isUsedIn(binding, scope2)) yield besides(module2, taken);
    else if (taken.flags.local && hides(scope2, seeing))
      yield refuse("captured", quoted3(newName), module2, placeOf3(taken));
  }
  for (const scope2 of scopesBelow(owner)) {
    const read2 = scope2.symbols.get(newName);
    if (read2 === void 0 || isBelow2(read2.binding.scope, owner)) continue;
    yield refuse("capture", quoted3(newName), module2, placeOf3(read2));
  }
  if (owner.kind === "module") yield* throughClasses(module2, newName);
}
function hides(scope2, seeing) {
  return scope2.kind !== "class" || scope2.children.some((child) => seesClass(child) && seeing.has(child));
}
function scopesThatSee(binding, { bindings }, occurrences) {
  const scopes = /* @__PURE__ */ new Set([binding.scope, ...binding.symbols.map((symbol) => symbol.scope)]);
  for (const { node } of occurrences) {
    let scope2 = bindings.scopeOf(node);
    while (scope2 !== void 0 && scope2 !== binding.scope) {
      scopes.add(scope2);
      scope2 = scope2.parent;
    }
  }
  return scopes;
}
function isUsedIn({ symbols }, scope2) {
  const own = symbols.find((symbol) => symbol.scope === scope2);
  if (own === void 0) return false;
  return own.definitions.length + own.references.length + own.declarations.length > 0;
}
function* scopesBelow(owner) {
  for (const child of owner.children) {
    if (owner.kind !== "class" || seesClass(child)) yield* subtreeOf(child);
  }
}
function* subtreeOf(scope2) {
  yield scope2;
  for (const child of scope2.children) yield* subtreeOf(child);
}
function isBelow2(scope2, ancestor) {
  for (let outer = scope2.parent; outer !== void 0; outer = outer.parent) {
    if (outer === ancestor) return true;
  }
  return false;
}
function besides(module2, taken) {
  const { definitions, declarations, name } = taken;
  if (definitions.length > 0) return refuse("collision", quoted3(name), module2, placeOf3(taken));
  const what = declarations.length > 0 ? "declared" : "read";
  return refuse("capture", `${quoted3(name)} ${what}`, module2, placeOf3(taken));
}
function* throughClasses(module2, newName) {
  for (const symbol of classSymbolsOf(module2, newName)) {
    for (const read2 of symbol.references) {
      if (provenanceIn(module2, symbol, read2) !== "class")
        yield refuse("capture", quoted3(newName), module2, read2.start);
    }
  }
}
function* mangledOccurrences(module2, newName, occurrences) {
  if (!newName.startsWith("__")) return;
  for (const { node, start } of occurrences) {
    let scope2 = module2.bindings.scopeOf(node);
    while (scope2 !== void 0 && scope2.kind !== "class") scope2 = scope2.parent;
    if (scope2 !== void 0) yield refuse("mangled", `class ${scope2.name}`, module2, start);
  }
}
function placeOf3({ definitions, references, declarations, binding }) {
  const own = definitions[0] ?? references[0] ?? declarations[0];
  return (own ?? binding.definitions[0] ?? binding.references[0])?.start ?? 0;
}
var isSpecial, keywords, seesClass, quoted3;
var init_collisions = __esm({
  "src/rename/collisions.ts"() {
    "use strict";
    init_class_bodies();
    init_steps();
    init_words2();
    isSpecial = (name) => /^__.+__$/s.test(name);
    keywords = new Set(
      "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield __debug__".split(" ")
    );
    seesClass = ({ kind }) => kind === "annotation" || kind === "type-parameters" || kind === "type-alias";
    quoted3 = (name) => `\`${name}\``;
  }
});

// src/rename/annotations.ts
function* annotationsOf(module2, binding, newName) {
  const { name } = binding;
  for (const literal of literalsWith(module2, name)) {
    if (!isAnnotation(module2, literal) || !means(module2, literal.node, binding)) continue;
    const words3 = wordOffsetsIn(literal.value, name).filter((at3) => literal.value[at3 - 1] !== ".");
    const spans = wordSpansIn(literal, name).filter(({ start }) => module2.text[start - 1] !== ".");
    if (spans.length !== words3.length)
      yield refuse("mention", `an annotation with \`${name}\``, module2, startOf(module2.tree, literal.node));
    for (const span of spans) yield edit(module2, span, newName);
  }
  for (const { text: text2, span, node } of module2.comments) {
    if (!/^#+\s*type:(?!\s*ignore\b)/.test(text2) || wordOffsetsIn(text2, name).length === 0) continue;
    if (means(module2, node, binding)) yield refuse("type-comment", text2, module2, span.start);
  }
}
function isAnnotation({ tree }, { node }) {
  for (let outer = parentOf(tree, node); outer !== NO_NODE; outer = parentOf(tree, outer)) {
    const kind = kindOf(tree, outer);
    if (kind === Kind.subscript || kind === Kind.generic_type) {
      if (takesValues(tree, outer)) return false;
    } else if (kind === Kind.type) {
      if (kindOf(tree, parentOf(tree, outer)) !== Kind.type_parameter) return true;
    } else if (kind === Kind.call) return isTypeArgument(tree, outer, node);
    else if (!transparent.has(kind)) return false;
  }
  return false;
}
function isAnnotationNode(tree, node) {
  const around = ancestorOf(tree, node, Kind.type, Kind.block, Kind.module, Kind.argument_list);
  return kindOf(tree, around) === Kind.type;
}
function takesValues(tree, subscript) {
  const named = kindOf(tree, subscript) === Kind.subscript ? childIn(tree, subscript, Field.value) : subscript + 1;
  return /(?:^|\.)(?:Literal|Annotated)$/.test(textOf(tree, named));
}
function isTypeArgument(tree, call2, string) {
  const [first, second] = argumentsOf(tree, call2);
  const type = { cast: first, NewType: second }[calledNameOf(tree, call2)];
  return type !== void 0 && contains(tree, type.value, string);
}
function means({ bindings }, node, binding) {
  return bindings.lookup(bindings.scopeOf(node), binding.name) === binding;
}
var transparent;
var init_annotations = __esm({
  "src/rename/annotations.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
    init_literals();
    init_steps();
    init_words2();
    transparent = /* @__PURE__ */ new Set([
      Kind.argument_list,
      Kind.keyword_argument,
      Kind.binary_operator,
      Kind.union_type,
      Kind.tuple,
      Kind.list,
      Kind.type_parameter,
      Kind.parenthesized_expression
    ]);
  }
});

// src/rename/observers.ts
function observersOf(module2) {
  const present = known5.get(module2);
  if (present !== void 0) return present;
  const observers = [];
  for (const node of module2.nodesOf(Kind.identifier)) {
    const observer = observerAt(module2, node);
    if (observer !== void 0) observers.push(observer);
  }
  known5.set(module2, observers);
  return observers;
}
function isHarmlessFor({ text: text2 }, ...words3) {
  return text2 !== void 0 && words3.every((word3) => wordOffsetsIn(text2, word3).length === 0);
}
function observerAt(module2, node) {
  const { tree } = module2;
  const word3 = textOf(tree, node);
  const everywhere = (kind2) => ({
    kind: kind2,
    node,
    shown: word3,
    scope: void 0,
    text: void 0
  });
  const kind = kindOfWord.get(word3);
  if (kind !== void 0) return isOwnVariable(module2, node) ? void 0 : everywhere(kind);
  switch (word3) {
    case "stack":
    case "trace":
      return isOf2(module2, node, "inspect") ? everywhere("frame") : void 0;
    case "signature":
    case "Signature":
      return isOf2(module2, node, "inspect", "funcsigs") ? everywhere("signature") : void 0;
    case "locals":
    case "globals":
      return isBuiltin(module2, node) ? namespaceCall(module2, node, word3) : void 0;
    case "vars":
    case "dir":
      return isBuiltin(module2, node) ? objectCall(module2, node, word3) : void 0;
    case "eval":
    case "exec":
      return isBuiltin(module2, node) ? codeCall(module2, node, word3) : namedLikeEval(module2, node, word3);
    case "query":
    case "evaluate":
      return namedLikeEval(module2, node, word3);
    default:
      return void 0;
  }
}
function isOwnVariable({ tree, bindings }, node) {
  if (fieldOf(tree, node) === Field.attribute) return false;
  const binding = bindings.bindingAt(startOf(tree, node));
  return binding !== void 0 && binding.kind !== "unbound" && binding.kind !== "import";
}
function isBuiltin(module2, node) {
  const { tree, bindings } = module2;
  if (fieldOf(tree, node) === Field.attribute)
    return isOf2(module2, node, "builtins", "__builtins__", "__builtin__");
  const binding = bindings.bindingAt(startOf(tree, node));
  return binding !== void 0 && (binding.kind === "unbound" || binding.kind === "import");
}
function isOf2({ tree, imports: imports2 }, node, ...modules) {
  const parent = parentOf(tree, node);
  const isAttribute = kindOf(tree, parent) === Kind.attribute && fieldOf(tree, node) === Field.attribute;
  const origin = imports2.originOf(textOf(tree, isAttribute ? parent : node));
  return modules.some((module2) => origin.startsWith(`${module2}.`));
}
function callOf({ tree }, node) {
  const parent = parentOf(tree, node);
  const callee = kindOf(tree, parent) === Kind.attribute && fieldOf(tree, node) === Field.attribute ? parent : node;
  const call2 = parentOf(tree, callee);
  return kindOf(tree, call2) === Kind.call && fieldOf(tree, callee) === Field.function ? call2 : NO_NODE;
}
function namespaceCall(module2, node, word3) {
  const kind = word3 === "locals" ? "locals" : "namespace";
  const call2 = callOf(module2, node);
  if (call2 === NO_NODE) return { kind, node, shown: word3, scope: void 0, text: void 0 };
  const scope2 = kind === "locals" ? scopeOf(module2, call2) : module2.bindings.module;
  return { kind, node, shown: `${word3}()`, scope: scope2, text: textLookedUpIn(module2, call2) };
}
function objectCall(module2, node, word3) {
  const call2 = callOf(module2, node);
  if (call2 === NO_NODE) return { kind: "locals", node, shown: word3, scope: void 0, text: void 0 };
  if (argumentsOf(module2.tree, call2).length > 0) return void 0;
  return {
    kind: "locals",
    node,
    shown: `${word3}()`,
    scope: scopeOf(module2, call2),
    text: textLookedUpIn(module2, call2)
  };
}
function codeCall(module2, node, word3) {
  const { tree } = module2;
  const kind = "dynamic-code";
  const call2 = callOf(module2, node);
  if (call2 === NO_NODE) return { kind, node, shown: word3, scope: void 0, text: void 0 };
  const [code2, namespace] = argumentsOf(tree, call2);
  const isApart = namespace !== void 0 && kindOf(tree, namespace.node) !== Kind.list_splat;
  if (isApart) return void 0;
  const text2 = code2 === void 0 ? void 0 : constantOf(module2, code2.value);
  return { kind, node, shown: `${word3}()`, scope: scopeOf(module2, call2), text: text2 };
}
function namedLikeEval(module2, node, word3) {
  const call2 = callOf(module2, node);
  if (call2 === NO_NODE) return void 0;
  const [code2] = argumentsOf(module2.tree, call2);
  const text2 = code2 === void 0 ? void 0 : constantOf(module2, code2.value);
  if (text2 === void 0) return void 0;
  const names = word3 === "query" ? Array.from(text2.matchAll(/@(\w+)/g), ([, name = ""]) => name) : [text2];
  return {
    kind: "dynamic-code",
    node,
    shown: `.${word3}()`,
    scope: scopeOf(module2, call2),
    text: names.join(" ")
  };
}
function textLookedUpIn(module2, call2) {
  const { tree } = module2;
  const parent = parentOf(tree, call2);
  switch (kindOf(tree, parent)) {
    case Kind.binary_operator: {
      const format2 = unwrapped(tree, childIn(tree, parent, Field.left));
      const isFormat = kindOf(tree, childIn(tree, parent, Field.operator)) === Kind["%"];
      return isFormat && format2 !== call2 ? constantOf(module2, format2) : void 0;
    }
    case Kind.subscript: {
      const [, key2 = NO_NODE] = namedChildrenOf(tree, parent);
      return constantOf(module2, key2);
    }
    case Kind.attribute: {
      const method = textOf(tree, childIn(tree, parent, Field.attribute));
      const outer = parentOf(tree, parent);
      if (!/^(?:get|pop|setdefault)$/.test(method) || kindOf(tree, outer) !== Kind.call) return void 0;
      return constantOf(module2, argumentsOf(tree, outer)[0]?.value ?? NO_NODE);
    }
    case Kind.dictionary_splat:
      return constantFormatOf(module2, parentOf(tree, parentOf(tree, parent)), "format");
    case Kind.argument_list:
      return constantFormatOf(module2, parentOf(tree, parent), "format_map") ?? constantCodeOf(module2, parentOf(tree, parent), call2);
    case Kind.keyword_argument:
      return constantCodeOf(module2, parentOf(tree, parentOf(tree, parent)), call2);
    default:
      return void 0;
  }
}
function constantFormatOf(module2, call2, method) {
  const { tree } = module2;
  if (kindOf(tree, call2) !== Kind.call) return void 0;
  const callee = childIn(tree, call2, Field.function);
  if (kindOf(tree, callee) !== Kind.attribute) return void 0;
  if (textOf(tree, childIn(tree, callee, Field.attribute)) !== method) return void 0;
  return constantOf(module2, unwrapped(tree, childIn(tree, callee, Field.object)));
}
function constantCodeOf(module2, call2, namespace) {
  const { tree } = module2;
  const callee = childIn(tree, call2, Field.function);
  const [code2] = argumentsOf(tree, call2);
  if (callee === NO_NODE || code2 === void 0 || code2.value === namespace) return void 0;
  const name = /(?:^|\.)(eval|exec|timeit|repeat|Timer)$/.exec(textOf(tree, callee))?.[1];
  if (name === void 0) return void 0;
  const setup = keywordOf(tree, call2, "setup");
  const texts2 = [code2.value, ...setup === NO_NODE ? [] : [setup]].map((node) => constantOf(module2, node));
  return texts2.includes(void 0) ? void 0 : texts2.join("\n");
}
function constantOf(module2, node) {
  const literal = literalAt(module2, node);
  return literal === void 0 || literal.isFormatted ? void 0 : literal.value;
}
function scopeOf({ bindings }, call2) {
  return bindings.scopeOf(call2);
}
function shownOf({ tree }, node) {
  const text2 = tree.text.slice(startOf(tree, node), endOf(tree, node)).replace(/\s+/g, " ");
  return text2.length <= 40 ? text2 : `${text2.slice(0, 37)}...`;
}
var known5, kindOfWord;
var init_observers2 = __esm({
  "src/rename/observers.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
    init_literals();
    init_words2();
    known5 = /* @__PURE__ */ new WeakMap();
    kindOfWord = new Map(
      Object.entries({
        frame: "_getframe _getframemodulename _current_frames currentframe f_locals f_globals f_back tb_frame gi_frame cr_frame ag_frame getinnerframes getouterframes getargvalues settrace setprofile capture_locals",
        "code-object": "__code__ func_code __closure__ func_closure co_varnames co_names co_freevars co_cellvars co_code co_consts getclosurevars dis Bytecode",
        signature: "getfullargspec getargspec getcallargs formatargspec __signature__ __kwdefaults__ __annotations__ get_type_hints get_annotations __wrapped__ create_autospec autospec",
        "source-text": "getsource getsourcelines findsource linecache getblock"
      }).flatMap(
        ([kind, words3]) => (
          // Object.entries widens the keys of the table above to string.
          words3.split(" ").map((word3) => [word3, kind])
        )
      )
    );
  }
});

// src/rename/definition-names.ts
function definitionsOf2(module2, binding) {
  const starts = new Set(binding.definitions.map(({ start }) => start));
  return module2.definitions.filter(({ nameSpan }) => starts.has(nameSpan.start));
}
function* objectionsToDefinition(module2, definition, isOwnDecorator) {
  yield* unknownDecorators(module2, definition, isOwnDecorator);
  yield* readNames(module2, definition);
}
function* namesInStrings(module2, name) {
  for (const literal of literalsWith(module2, name)) {
    if (isAnnotation(module2, literal)) continue;
    if (!literal.isDocstring) {
      yield refuse("name-in-string", shownOf(module2, literal.node), module2, literalStart(module2, literal));
    } else if (literal.value.includes(">>>")) {
      yield refuse("doctest", `\`${name}\``, module2, literalStart(module2, literal));
    }
  }
}
function* unknownDecorators(module2, { decorators }, isOwnDecorator) {
  for (const decorator of decorators) {
    if (isOwnDecorator(decorator) || KNOWN_DECORATORS.test(module2.imports.originOf(decorator.name))) continue;
    const shown = shownOf(module2, decorator.node);
    yield refuse("unknown-decorator", shown, module2, startOf(module2.tree, decorator.node));
  }
}
function* readNames(module2, { kind, name }) {
  const { tree } = module2;
  for (const node of module2.nodesOf(Kind.identifier)) {
    if (fieldOf(tree, node) !== Field.attribute) continue;
    if (!/^__(?:name|qualname)__$|^func_name$/.test(textOf(tree, node))) continue;
    const object2 = childIn(tree, parentOf(tree, node), Field.object);
    if (kind === "function" && isOfType(module2, object2)) continue;
    if (isOther(module2, object2, name)) continue;
    yield refuse("name-in-string", shownOf(module2, parentOf(tree, node)), module2, startOf(tree, node));
  }
}
function isOfType({ tree }, object2) {
  if (kindOf(tree, object2) === Kind.call) return calledNameOf(tree, object2) === "type";
  return kindOf(tree, object2) === Kind.attribute && textOf(tree, object2).endsWith(".__class__");
}
function isOther({ tree, bindings }, object2, name) {
  if (kindOf(tree, object2) !== Kind.identifier || textOf(tree, object2) === name) return false;
  const kind = bindings.bindingAt(startOf(tree, object2))?.kind;
  return kind === "function" || kind === "class" || kind === "import";
}
function* functionalNames(module2, binding) {
  const { tree } = module2;
  for (const { node } of binding.definitions) {
    const value = valueGivenTo(tree, node);
    if (value === NO_NODE || kindOf(tree, value) !== Kind.call) continue;
    if (!NAME_TAKERS.has(calledNameOf(tree, value))) continue;
    const [first] = argumentsOf(tree, value);
    const told = first === void 0 ? void 0 : stringContentOf(tree, first.value);
    if (told !== void 0 && wordOffsetsIn(told, binding.name).length > 0)
      yield refuse("functional-name", shownOf(module2, value), module2, startOf(tree, value));
  }
}
function* privateNames(module2, { name, node }) {
  const { tree } = module2;
  const found = module2.nodesOf(Kind.identifier).find((inner) => contains(tree, node, inner) && /^__(?!.*__$)/s.test(textOf(tree, inner)));
  if (found === void 0) return;
  const shown = `\`${textOf(tree, found)}\` in class ${name}`;
  yield refuse("mangled", shown, module2, startOf(tree, found));
}
var KNOWN_DECORATORS, NAME_TAKERS;
var init_definition_names = __esm({
  "src/rename/definition-names.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
    init_annotations();
    init_literals();
    init_observers2();
    init_steps();
    init_words2();
    KNOWN_DECORATORS = /^(?:property|staticmethod|classmethod|(?:builtins|abc|functools|contextlib|typing|typing_extensions|dataclasses|enum|unittest|asyncio|types|warnings|attrs?)\.\w+(?:\.\w+)?|(?:[\w.]+\.)?mock\.patch(?:\.\w+)?|pytest\.mark\.\w+|pytest(?:_asyncio)?\.fixture|hypothesis\.(?:\w+\.)*\w+|\w+\.(?:setter|getter|deleter))$/;
    NAME_TAKERS = new Set(
      "namedtuple NamedTuple TypeVar ParamSpec TypeVarTuple NewType Enum IntEnum StrEnum Flag IntFlag TypedDict make_dataclass make_class type new_class ContextVar TypeAliasType".split(" ")
    );
  }
});

// src/rename/editable.ts
function* objectionsToFile(module2) {
  const error = syntaxErrorOf(module2.tree);
  if (error !== void 0) yield refuse("does-not-parse", error.message, module2, error.at.start);
  const incomplete = module2.bindings.scopes.find(({ isIncomplete }) => isIncomplete);
  if (incomplete !== void 0) yield refuse("does-not-parse", "Python 2 syntax", module2, incomplete.start);
  const carriageReturn = /\r(?!\n)/.exec(module2.text);
  if (carriageReturn !== null)
    yield refuse("line-endings", "a lone carriage return", module2, carriageReturn.index);
  if (VENDORED.test(module2.path)) yield decline("not-for-editing", `${module2.path} is vendored`);
  if (GENERATED_PATH.test(module2.path)) yield decline("not-for-editing", `${module2.path} is generated`);
  const first = module2.comments.find(({ text: text2, line }) => line <= HEAD_LINES && GENERATED.test(text2));
  if (first !== void 0)
    yield refuse("not-for-editing", `\`${first.content.slice(0, 40)}\``, module2, first.span.start);
}
var VENDORED, GENERATED_PATH, HEAD_LINES, GENERATED;
var init_editable = __esm({
  "src/rename/editable.ts"() {
    "use strict";
    init_syntax_error();
    init_steps();
    VENDORED = /(?:^|\/)(?:_?vendor(?:ed|s)?|third_?party|extern(?:al)?s?|site-packages|dist-packages|node_modules|\.?venv|\.tox|\.nox)\//;
    GENERATED_PATH = /(?:_pb2(?:_grpc)?|\.generated|_generated)\.py$/;
    HEAD_LINES = 20;
    GENERATED = /@generated|\bdo not (?:edit|modify|change)\b|^#+\s*(?:this file (?:is|was) )?(?:auto-?)?(?:matically )?generated (?:by|from|with)\b/i;
  }
});

// src/rename/lookups.ts
function computedLookupsOf(module2) {
  const present = known6.get(module2);
  if (present !== void 0) return present;
  const { tree } = module2;
  const lookups = [];
  for (const call2 of module2.nodesOf(Kind.call)) lookups.push(...lookupsInCall(module2, call2));
  for (const node of module2.nodesOf(Kind.identifier)) {
    if (fieldOf(tree, node) === Field.attribute && /^__(?:dict|slots)__$/.test(textOf(tree, node)))
      lookups.push({ node, object: childIn(tree, parentOf(tree, node), Field.object) });
  }
  for (const node of module2.nodesOf(Kind.subscript)) {
    if (textOf(tree, childIn(tree, node, Field.value)) === "sys.modules" && !isBoundToName(module2, node))
      lookups.push({ node, object: node });
  }
  known6.set(module2, lookups);
  return lookups;
}
function lookupsInCall(module2, call2) {
  const { tree } = module2;
  const given = argumentsOf(tree, call2);
  const [first, second] = given;
  switch (calledNameOf(tree, call2)) {
    case "getattr":
    case "setattr":
    case "hasattr":
    case "delattr":
    case "object": {
      if (first === void 0 || given.length < 2) return [];
      const isConstant2 = literalAt(module2, second?.value ?? NO_NODE)?.isFormatted === false;
      const isPath = literalAt(module2, first.value) !== void 0;
      return isConstant2 || isPath ? [] : [{ node: call2, object: first.value }];
    }
    case "vars":
    case "dir":
    case "getmembers":
    case "getmembers_static":
      return first === void 0 ? [] : [{ node: call2, object: first.value }];
    case "attrgetter":
    case "methodcaller": {
      const isConstant2 = given.every(
        ({ value }, index) => index > 0 || literalAt(module2, value)?.isFormatted === false
      );
      return isConstant2 ? [] : [{ node: call2, object: NO_NODE }];
    }
    default:
      return [];
  }
}
function isBoundToName({ tree }, node) {
  return ancestorOf(tree, node, Kind.delete_statement) !== NO_NODE;
}
var known6;
var init_lookups = __esm({
  "src/rename/lookups.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
    init_literals();
    known6 = /* @__PURE__ */ new WeakMap();
  }
});

// src/rename/occurrences.ts
function occurrencesOf(module2, binding) {
  const found = /* @__PURE__ */ new Map();
  for (const occurrence of [...binding.definitions, ...binding.references, ...binding.declarations]) {
    if (!isBeyondClass(module2, binding, occurrence)) found.set(occurrence.start, occurrence);
  }
  for (const occurrence of readsThroughClasses(module2, binding).certain) {
    found.set(occurrence.start, occurrence);
  }
  for (const occurrence of unevaluatedOf(module2, binding)) found.set(occurrence.start, occurrence);
  return [...found.values()].toSorted((one, other) => one.start - other.start);
}
function isBeyondClass(module2, binding, occurrence) {
  if (binding.scope.kind !== "class" || binding.definitions.includes(occurrence)) return false;
  const symbol = module2.bindings.symbolAt(occurrence.start);
  return symbol?.scope === binding.scope && provenanceIn(module2, symbol, occurrence) === "global";
}
function unevaluatedOf({ bindings }, binding) {
  return bindings.unevaluated.filter(
    ({ name, scope: scope2 }) => name === binding.name && bindings.lookup(scope2, name) === binding
  );
}
function unaliasedImportOf(module2, binding) {
  return binding.definitions.find(({ node }) => isUnaliasedImport(module2, node));
}
function isUnaliasedImport({ tree }, node) {
  const statement = ancestorOf(tree, node, Kind.import_statement, Kind.import_from_statement);
  if (statement === -1 || kindOf(tree, parentOf(tree, node)) !== Kind.dotted_name) return false;
  return fieldOf(tree, node) !== Field.alias;
}
var init_occurrences = __esm({
  "src/rename/occurrences.ts"() {
    "use strict";
    init_syntax();
    init_class_bodies();
  }
});

// src/rename/strings.ts
function formOf(module2, literal) {
  if (literal.isDocstring) return { form: "docstring", hasDoctest: literal.value.includes(">>>") };
  if (literal.isFormatted) return { form: "other" };
  if (isAnnotation(module2, literal)) return { form: "annotation" };
  return fixtureForm(module2, literal) ?? formInCall(module2, literal) ?? formInTable(module2, literal) ?? { form: "other" };
}
function formInCall(module2, literal) {
  const { tree } = module2;
  const list2 = parentOf(tree, literal.node);
  const isKeyword = kindOf(tree, list2) === Kind.keyword_argument;
  const call2 = isKeyword ? parentOf(tree, parentOf(tree, list2)) : parentOf(tree, list2);
  if (kindOf(tree, call2) !== Kind.call || childIn(tree, call2, Field.arguments) === NO_NODE) return void 0;
  const given = argumentsOf(tree, call2);
  const positional = given.filter(({ keyword: keyword2 }) => keyword2 === void 0);
  const index = positional.findIndex(({ value: value2 }) => value2 === literal.node);
  const keyword = given.find(({ value: value2 }) => value2 === literal.node)?.keyword;
  const called = calledNameOf(tree, call2);
  const callee = calleeOf(tree, call2) ?? called;
  const { value } = literal;
  const isPath = (index === 0 || keyword === "target") && isDotted(value);
  if (isPath && takesPath(callee, called)) return { form: "path", path: value };
  const isName = index === 1 || keyword === "attribute" || keyword === "name";
  const target = positional[0]?.value ?? given.find((argument) => argument.keyword === "target")?.value;
  if (isName && target !== void 0 && takesName(callee, called) && !value.includes("."))
    return { form: "attribute", target, name: value };
  return void 0;
}
function fixtureForm(module2, { node }) {
  const { tree } = module2;
  const call2 = ancestorOf(tree, node, Kind.call, Kind.subscript, Kind.lambda, Kind.dictionary);
  if (kindOf(tree, call2) !== Kind.call || childIn(tree, call2, Field.arguments) === NO_NODE) return void 0;
  const given = argumentsOf(tree, call2);
  const argument = given.find(({ value: value2 }) => contains(tree, value2, node));
  if (argument === void 0) return void 0;
  const { keyword, value } = argument;
  const isAlone = value === node;
  const isFirst = given[0] === argument && keyword === void 0;
  const fixture = (by) => ({ form: "fixture", by, call: call2 });
  const origin = module2.imports.originOf(calleeOf(tree, call2) ?? "");
  switch (calledNameOf(tree, call2)) {
    case "usefixtures":
      return isAlone && keyword === void 0 ? fixture("usefixtures") : void 0;
    case "getfixturevalue":
    case "getfuncargvalue":
      return isAlone && (isFirst || keyword === "argname") ? fixture("getfixturevalue") : void 0;
    case "parametrize":
      if (!isAlone && !isListed(tree, node, call2)) return void 0;
      if (isFirst || keyword === "argnames") return fixture("argnames");
      return keyword === "indirect" ? fixture("indirect") : void 0;
    default:
      return isAlone && keyword === "name" && /(?:^|[._])fixture$/.test(origin) ? fixture("name") : void 0;
  }
}
function takesPath(callee, called) {
  if (/(?:^|\.)patch(?:\.dict|\.multiple)?$/.test(callee)) return true;
  return /^(?:setattr|delattr|stub_out|MonkeyPatch|MockPatch|import_module)$/.test(called);
}
function takesName(callee, called) {
  if (/(?:^|\.)patch\.object$/.test(callee)) return true;
  return /^(?:getattr|setattr|hasattr|delattr|spy|Set|SmartSet|StubOutWithMock|MockPatchObject)$/.test(
    called
  );
}
function formInTable({ tree }, { node }) {
  const statement = ancestorOf(tree, node, Kind.expression_statement);
  if (statement === NO_NODE) return void 0;
  const owner = statement + 1;
  const isAssignment = kindOf(tree, owner) === Kind.assignment || kindOf(tree, owner) === Kind.augmented_assignment;
  const isCall2 = kindOf(tree, owner) === Kind.call && /\.(?:append|extend|insert|remove)$/.test(calleeOf(tree, owner) ?? "");
  if (!isAssignment && !isCall2) return void 0;
  const table2 = isCall2 ? textOf(tree, childIn(tree, childIn(tree, owner, Field.function), Field.object)) : textOf(tree, childIn(tree, owner, Field.left));
  const values = isCall2 ? argumentsOf(tree, owner).map((argument) => argument.value) : childrenIn(tree, owner, Field.right);
  if (!values.some((value) => contains(tree, value, node)) || !isListed(tree, node, owner)) return void 0;
  if (table2 === "__all__") return { form: "export" };
  return table2 === "__slots__" ? { form: "slot" } : void 0;
}
function isListed(tree, node, owner) {
  for (let outer = parentOf(tree, node); outer !== owner; outer = parentOf(tree, outer)) {
    if (!listing.has(kindOf(tree, outer))) return false;
  }
  return true;
}
function pathPartsOf(world, module2, literal) {
  const { project } = world;
  const names = literal.value.split(".");
  let object2 = foreignOrModule(project, module2, names[0] ?? "");
  let at3 = (names[0] ?? "").length + 1;
  return names.slice(1).map((name, index) => {
    const start = literal.offsets[at3] ?? startOf(module2.tree, literal.node);
    const part = { name, object: object2, span: { start, end: start + name.length } };
    const next = memberOf(world, object2, name);
    object2 = next.kind === "foreign" ? foreignOrModule(project, module2, names.slice(0, index + 2).join(".")) : next;
    at3 += name.length + 1;
    return part;
  });
}
function foreignOrModule(project, module2, name) {
  const link2 = linkOf(project, module2, name);
  return link2.to === "elsewhere" ? { kind: "foreign", origin: name } : { kind: "module", link: link2 };
}
var isDotted, listing;
var init_strings = __esm({
  "src/rename/strings.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
    init_annotations();
    init_links();
    init_values();
    isDotted = (value) => /^[\p{XID_Start}_][\p{XID_Continue}.]*\.[\p{XID_Continue}]+$/u.test(value);
    listing = /* @__PURE__ */ new Set([
      Kind.list,
      Kind.tuple,
      Kind.set,
      Kind.expression_list,
      Kind.binary_operator,
      Kind.parenthesized_expression,
      Kind.argument_list,
      Kind.keyword_argument
    ]);
  }
});

// src/rename/references.ts
function* referencesTo(world, target) {
  const { name } = target.binding;
  for (const module2 of world.modulesWith(name)) {
    if (module2.tree.hasError && module2 !== target.module)
      yield objectTo("does-not-parse", module2, 0, module2.path);
    yield* identifiersIn(world, target, module2);
    for (const literal of literalsWith(module2, name)) yield* stringReferences(world, target, module2, literal);
  }
  for (const { path, line } of world.mentionsOf(name))
    yield { kind: "objection", objection: refuseAt("mention", `\`${name}\``, path, line) };
  for (const path of world.unreadable)
    yield { kind: "objection", objection: refuseAt("unreadable", path, path, 1) };
}
function objectTo(code2, module2, offset, found) {
  return { kind: "objection", objection: refuse(code2, found, module2, offset) };
}
function* identifiersIn(world, target, module2) {
  const { tree, bindings } = module2;
  const { name } = target.binding;
  const variables = /* @__PURE__ */ new Set();
  for (const node of module2.nodesOf(Kind.identifier)) {
    if (textOf(tree, node).normalize("NFKC") !== name) continue;
    const offset = startOf(tree, node);
    if (isInFromImport(module2, node)) {
      yield* imported2(world, target, module2, node, variables);
    } else if (fieldOf(tree, node) === Field.attribute) {
      yield* attribute(world, target, module2, node);
    } else if (isPatchedMultiple(module2, node)) {
      yield objectTo("mention", module2, offset, shownOf(module2, parentOf(tree, node)));
    } else {
      const binding = bindings.bindingAt(offset);
      if (binding === void 0 || variables.has(binding)) continue;
      const answer = isVariable(world, target, module2, binding);
      if (answer === "maybe") yield objectTo("star-import", module2, offset, `\`${name}\``);
      if (answer !== "yes") continue;
      variables.add(binding);
      yield { kind: "variable", module: module2, binding };
    }
  }
}
function isInFromImport({ tree }, node) {
  const name = parentOf(tree, node);
  if (kindOf(tree, name) !== Kind.dotted_name || fieldOf(tree, name) !== Field.name) return false;
  const outer = parentOf(tree, name);
  const statement = kindOf(tree, outer) === Kind.aliased_import ? parentOf(tree, outer) : outer;
  return kindOf(tree, statement) === Kind.import_from_statement;
}
function* imported2(world, target, module2, node, variables) {
  const { tree, bindings } = module2;
  const statement = ancestorOf(tree, node, Kind.import_from_statement);
  const link2 = linkOf(world.project, module2, moduleNameIn(module2, statement));
  const answer = isOfLink(world, target, link2);
  const offset = startOf(tree, node);
  if (answer === "maybe") yield objectTo("unknown-import", module2, offset, shownOf(module2, statement));
  if (answer !== "yes") return;
  const aliased = parentOf(tree, parentOf(tree, node));
  if (kindOf(tree, aliased) !== Kind.aliased_import) {
    const binding2 = bindings.bindingAt(offset);
    if (binding2 === void 0 || variables.has(binding2)) return;
    variables.add(binding2);
    if (binding2.scope.kind === "module" && originOf2(world, module2, binding2) !== target.binding)
      yield objectTo("unknown-import", module2, offset, shownOf(module2, statement));
    yield { kind: "variable", module: module2, binding: binding2 };
    return;
  }
  const alias = childIn(tree, aliased, Field.alias);
  const binding = bindings.bindingAt(startOf(tree, alias));
  if (binding !== void 0) yield { kind: "alias", module: module2, binding, span: module2.spanOf(node) };
}
function* attribute(world, target, module2, node) {
  const { tree } = module2;
  const parent = parentOf(tree, node);
  const object2 = valueOf(world, module2, childIn(tree, parent, Field.object));
  const answer = isMemberOf(world, target, module2, object2);
  if (answer === "maybe")
    yield objectTo("unknown-receiver", module2, startOf(tree, node), shownOf(module2, parent));
  if (answer === "yes") yield { kind: "attribute", module: module2, node: parent, span: module2.spanOf(node) };
}
function isPatchedMultiple({ tree }, node) {
  const argument = parentOf(tree, node);
  if (kindOf(tree, argument) !== Kind.keyword_argument || fieldOf(tree, node) !== Field.name) return false;
  const call2 = parentOf(tree, parentOf(tree, argument));
  return kindOf(tree, call2) === Kind.call && calledNameOf(tree, call2) === "multiple";
}
function isVariable(world, target, module2, binding) {
  if (binding === target.binding) return "yes";
  if (binding.kind !== "unbound" || starLinksOf(world, module2).length === 0) return "no";
  const found = globalOf(world, module2, binding.name);
  if (found === "unknown") return "maybe";
  return found?.binding === target.binding ? "yes" : "no";
}
function originOf2(world, module2, binding) {
  const found = globalOf(world, module2, binding.name);
  return found === "unknown" ? void 0 : found?.binding;
}
function isOfLink(world, target, link2) {
  switch (link2.to) {
    case "module":
      return isOfModule(world, target, link2.path);
    case "unknown":
      return link2.candidates.some((path) => isOfModule(world, target, path) !== "no") ? "maybe" : "no";
    case "elsewhere":
    case "folder":
      return "no";
  }
}
function isOfModule(world, target, path) {
  if (path === target.module.path) return "yes";
  const module2 = world.project.module(path);
  const found = module2 === void 0 ? "unknown" : globalOf(world, module2, target.binding.name);
  if (found === "unknown") return "maybe";
  return found?.binding === target.binding ? "yes" : "no";
}
function isMemberOf(world, target, module2, object2) {
  switch (object2.kind) {
    case "module":
      return isOfLink(world, target, object2.link);
    case "foreign": {
      const link2 = linkOf(world.project, module2, object2.origin);
      return link2.to === "elsewhere" ? "no" : isOfLink(world, target, link2);
    }
    case "unknown":
      return "maybe";
    case "class":
    case "foreign-instance":
    case "function":
    case "instance":
    case "super":
      return "no";
  }
}
function* stringReferences(world, target, module2, literal) {
  const { name } = target.binding;
  const offset = literalStart(module2, literal);
  const unexplained = (code2) => objectTo(code2, module2, offset, shownOf(module2, literal.node));
  const form = formOf(module2, literal);
  switch (form.form) {
    case "docstring":
      if (form.hasDoctest) yield unexplained("doctest");
      return;
    case "fixture":
      yield { kind: "fixture-name", module: module2, literal };
      return;
    case "annotation":
      yield* annotation(world, target, module2, literal);
      return;
    case "export": {
      const found = globalOf(world, module2, name);
      if (found === "unknown" || literal.value !== name) yield unexplained("mention");
      else if (found?.binding === target.binding) yield stringReference(module2, literal);
      return;
    }
    case "attribute": {
      const answer = isMemberOf(world, target, module2, valueOf(world, module2, form.target));
      if (answer === "maybe" || form.name !== name) yield unexplained("mention");
      else if (answer === "yes") yield stringReference(module2, literal);
      return;
    }
    case "path":
      for (const part of pathPartsOf(world, module2, literal)) {
        if (part.name !== name) continue;
        const answer = isMemberOf(world, target, module2, part.object);
        if (answer === "maybe" || part.span.end - part.span.start !== name.length)
          yield unexplained("mention");
        else if (answer === "yes") yield { kind: "string", module: module2, literal, span: part.span };
      }
      return;
    case "other":
    case "slot":
      yield unexplained("mention");
  }
}
function stringReference(module2, literal) {
  const start = literal.offsets[0] ?? 0;
  const end = start + literal.value.length;
  if (module2.text.slice(start, end) !== literal.value)
    return objectTo("mention", module2, literalStart(module2, literal), shownOf(module2, literal.node));
  return { kind: "string", module: module2, literal, span: { start, end } };
}
function* annotation(world, target, module2, literal) {
  const { bindings } = module2;
  const meant = bindings.lookup(bindings.scopeOf(literal.node), target.binding.name);
  const found = meant === void 0 || meant.scope.kind === "module" ? globalOf(world, module2, target.binding.name) : void 0;
  if (found === "unknown")
    yield objectTo("star-import", module2, literalStart(module2, literal), literal.value);
  else if (found?.binding === target.binding && meant === void 0)
    yield objectTo("mention", module2, literalStart(module2, literal), shownOf(module2, literal.node));
}
var init_references = __esm({
  "src/rename/references.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
    init_links();
    init_literals();
    init_observers2();
    init_steps();
    init_strings();
    init_values();
  }
});

// src/rename/special-names.ts
function isSpecialGlobal(name) {
  return /^__.*__$/s.test(name) || SPECIAL_GLOBALS.has(name) || name.startsWith("pytest_");
}
function isSpecialMember(name) {
  return /^__.*__$/s.test(name) || SPECIAL_MEMBERS.test(name);
}
function isForeignFixture(name) {
  return FOREIGN_FIXTURES.has(name) || /^(?:django|celery|anyio|asyncio|pytest|vcr|base_url|selenium|playwright)_/.test(name);
}
var builtins, SPECIAL_GLOBALS, SPECIAL_MEMBERS, FOREIGN_FIXTURES;
var init_special_names = __esm({
  "src/rename/special-names.ts"() {
    "use strict";
    builtins = new Set(
      "abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip Ellipsis NotImplemented ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError EncodingWarning EnvironmentError Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError".split(" ")
    );
    SPECIAL_GLOBALS = new Set(
      "setUpModule tearDownModule setup_module teardown_module setup_function teardown_function setup teardown setUp tearDown setup_package teardown_package load_tests pytestmark collect_ignore collect_ignore_glob urlpatterns default_app_config app_name __tracebackhide__".split(" ")
    );
    SPECIAL_MEMBERS = /^(?:setUp|tearDown|setUpClass|tearDownClass|asyncSetUp|asyncTearDown|setUpTestData|runTest|setup|teardown|setup_method|teardown_method|setup_class|teardown_class|pytestmark|pytest_\w+|_fields_|_pack_|_anonymous_|_missing_|_generate_next_value_|_ignore_|_order_)$/;
    FOREIGN_FIXTURES = new Set(
      "cache capfd capfdbinary caplog capsys capsysbinary capteesys subtests config doctest_namespace monkeypatch pytestconfig pytester record_property record_testsuite_property record_xml_attribute recwarn request testdir tmp_path tmp_path_factory tmpdir tmpdir_factory mocker class_mocker module_mocker package_mocker session_mocker db transactional_db django_db_reset_sequences client async_client admin_client admin_user rf async_rf settings live_server event_loop event_loop_policy unused_tcp_port unused_udp_port anyio_backend benchmark snapshot data_regression file_regression num_regression image_regression datadir shared_datadir original_datadir requests_mock httpserver httpx_mock respx_mock responses freezer aiohttp_client aiohttp_server loop worker_id testrun_uid cov no_cover faker page browser browser_context context base_url selenium driver live_server_url celery_app celery_worker postgresql mysql redisdb mongodb vcr vcr_config vcr_cassette metadata extra extras app qtbot qapp fs socket_enabled socket_disabled httpbin smtpserver hass testdata".split(" ")
    );
  }
});

// src/rename/prose.ts
function* mentionsInProse(module2, binding, newName, occurrences) {
  const owner = functionOf(module2, binding);
  if (owner === void 0) return;
  const { name } = binding;
  const texts2 = [...commentsOf2(module2, owner), ...docstringsOf2(module2, owner)];
  const mentions2 = texts2.flatMap(
    (prose) => wordOffsetsIn(prose.text, name).map((offset) => ({ prose, offset }))
  );
  if (mentions2.length === 0) return;
  const follows = isUnmistakable(name) && texts2.every(({ text: text2 }) => wordOffsetsIn(text2, newName).length === 0) && isOnlyMeaning(module2, owner, name, occurrences);
  const documented2 = documentedStarts(module2, owner, binding);
  for (const { prose, offset } of mentions2) {
    const start = prose.start + offset;
    const mayFollow = follows && prose.mayFollow && isPlainMention(prose.text, offset, name);
    if (mayFollow || documented2.has(start)) yield edit(module2, { start, end: start + name.length }, newName);
    else yield leave(module2, start);
  }
}
function functionOf(module2, { scope: scope2 }) {
  const definition = module2.definitions.find(({ node }) => node === scope2.node);
  return scope2.kind === "function" && definition?.kind === "function" ? definition : void 0;
}
function isUnmistakable(name) {
  return new RegExp("[\\p{L}\\d]_+[\\p{L}\\d]|\\d|\\p{Ll}\\p{Lu}", "u").test(name);
}
function isOnlyMeaning(module2, { span }, name, occurrences) {
  const { tree } = module2;
  const own = new Set(occurrences.map(({ start }) => start));
  const isInside3 = (offset) => span.start <= offset && offset < span.end;
  const isOther2 = module2.nodesOf(Kind.identifier).some(
    (node) => isInside3(startOf(tree, node)) && !own.has(startOf(tree, node)) && textOf(tree, node) === name
  );
  const isString = literalsWith(module2, name).some(
    (literal) => !literal.isDocstring && isInside3(literalStart(module2, literal))
  );
  return !isOther2 && !isString && module2.bindings.lookup(module2.bindings.module, name) === void 0;
}
function isPlainMention(text2, offset, name) {
  return !/[./\\@%$'"-]$/.test(text2.slice(0, offset)) && !/^[/\\'"-]/.test(text2.slice(offset + name.length));
}
function commentsOf2(module2, { span }) {
  const last = module2.positionAt(span.end).line;
  return module2.comments.filter(
    (comment) => comment.span.start >= span.start && (comment.span.start < span.end || isOn(comment, last))
  ).map((comment) => ({
    text: comment.text,
    start: comment.span.start,
    mayFollow: !comment.isPragma && !/#\s*(?:type|noqa|pylint|pragma|fmt|proctor)\b/.test(comment.text)
  }));
}
function docstringsOf2(module2, owner) {
  const docstring = docstringOf(module2, owner);
  if (docstring === void 0) return [];
  const { text: text2, start } = docstring;
  return [{ text: text2, start, mayFollow: !text2.includes(">>>") && !text2.includes("\\") }];
}
function docstringOf({ docstrings }, owner) {
  return docstrings.find(({ definition }) => definition === owner);
}
function documentedStarts(module2, owner, binding) {
  const docstring = docstringOf(module2, owner);
  if (docstring === void 0 || binding.kind !== "parameter") return /* @__PURE__ */ new Set();
  return new Set(
    documentedParametersOf(docstring).flatMap(
      ({ name, span }) => name === binding.name ? [span.start] : []
    )
  );
}
var isOn;
var init_prose2 = __esm({
  "src/rename/prose.ts"() {
    "use strict";
    init_docstrings();
    init_syntax();
    init_literals();
    init_steps();
    init_words2();
    isOn = ({ line }, last) => line === last;
  }
});

// src/rename/visibility.ts
function* sightingsOf(module2, binding, newName, occurrences) {
  yield* printedNames(module2, occurrences);
  const seeing = scopesOf(module2, binding, occurrences);
  for (const observer of observersOf(module2)) {
    if (!sees(observer, binding, seeing)) continue;
    if (isHarmlessFor(observer, binding.name, newName)) continue;
    yield refuse(codeOf2(observer), observer.shown, module2, startOf(module2.tree, observer.node));
  }
}
function* printedNames(module2, occurrences) {
  const { tree } = module2;
  for (const { node, start } of occurrences) {
    for (let outer = parentOf(tree, node); outer !== NO_NODE; outer = parentOf(tree, outer)) {
      if (kindOf(tree, outer) !== Kind.interpolation || !isPrinted(module2, outer, node)) continue;
      yield refuse("printed-name", textOf(tree, outer), module2, start);
      break;
    }
  }
}
function isPrinted({ tree }, interpolation, node) {
  const equals = childrenOf(tree, interpolation).find((child) => kindOf(tree, child) === Kind["="]);
  if (equals !== void 0 && node < equals) return true;
  const prefix = textOf(tree, parentOf(tree, interpolation) + 1);
  return /^r?t/i.test(prefix);
}
function scopesOf({ bindings }, binding, occurrences) {
  return /* @__PURE__ */ new Set([
    binding.scope,
    ...binding.symbols.map(({ scope: scope2 }) => scope2),
    ...occurrences.map(({ node }) => bindings.scopeOf(node))
  ]);
}
function sees({ kind, scope: scope2 }, binding, seeing) {
  const isGlobal = binding.scope.kind === "module";
  switch (kind) {
    case "frame":
    case "code-object":
    case "source-text":
      return true;
    case "signature":
      return binding.kind === "parameter";
    case "namespace":
      return isGlobal;
    case "dynamic-code":
      return isGlobal || scope2 === void 0 || isSeenFrom(scope2, seeing);
    case "locals":
      return scope2 === void 0 || (isGlobal ? scope2 === binding.scope : isSeenFrom(scope2, seeing));
  }
}
function isSeenFrom(scope2, seeing) {
  if (seeing.has(scope2)) return true;
  return scope2.kind === "comprehension" && scope2.parent !== void 0 && isSeenFrom(scope2.parent, seeing);
}
function codeOf2({ kind }) {
  return kind === "signature" ? "code-object" : kind;
}
function* quotedSource(module2, name, alsoDealer) {
  const literal = literalsWith(module2, name).find(({ isDocstring }) => !isDocstring);
  if (literal === void 0) return;
  if (!dealsInSource(module2) && (alsoDealer === void 0 || !hasIdentifier(module2, alsoDealer))) return;
  yield refuse("source-text", `a string with \`${name}\``, module2, literalStart(module2, literal));
}
function hasIdentifier(module2, pattern) {
  return module2.nodesOf(Kind.identifier).some((node) => pattern.test(textOf(module2.tree, node)));
}
function dealsInSource(module2) {
  const present = dealing.get(module2);
  if (present !== void 0) return present;
  const found = module2.nodesOf(Kind.identifier).some((node) => SOURCE_DEALERS.has(textOf(module2.tree, node)));
  dealing.set(module2, found);
  return found;
}
var dealing, SOURCE_DEALERS;
var init_visibility = __esm({
  "src/rename/visibility.ts"() {
    "use strict";
    init_syntax();
    init_literals();
    init_observers2();
    init_steps();
    dealing = /* @__PURE__ */ new WeakMap();
    SOURCE_DEALERS = new Set(
      "traceback format_exc print_exc format_exception print_exception format_tb print_tb extract_tb extract_stack format_stack TracebackException exc_info tblib AssertionError NameError UnboundLocalError __file__ getrepr testdir pytester runpytest runpytest_subprocess makepyfile faulthandler __cause__ showwarning formatwarning".split(" ")
    );
  }
});

// src/rename/variables.ts
function* renameLocal(module2, binding, newName) {
  const unaliased = unaliasedImportOf(module2, binding);
  if (unaliased !== void 0)
    yield refuse("import-without-alias", module2.textOf(unaliased.node), module2, unaliased.start);
  yield* renameInModule(module2, binding, newName);
  yield* quotedSource(module2, binding.name);
  for (const definition of definitionsOf2(module2, binding)) {
    yield* objectionsToDefinition(module2, definition, () => false);
    yield* namesInStrings(module2, binding.name);
    if (definition.kind === "class") yield* privateNames(module2, definition);
  }
}
function* renameInModule(module2, binding, newName) {
  if (isSpecial(binding.name)) yield decline("special-name", `\`${binding.name}\``);
  const occurrences = occurrencesOf(module2, binding);
  yield* ambiguousReads(module2, binding);
  yield* collisionsOf(module2, binding, newName, occurrences);
  yield* sightingsOf(module2, binding, newName, occurrences);
  yield* functionalNames(module2, binding);
  for (const occurrence of occurrences) yield edit(module2, occurrence, newName);
  yield* annotationsOf(module2, binding, newName);
  yield* mentionsInProse(module2, binding, newName, occurrences);
}
function* ambiguousReads(module2, binding) {
  const { certain, uncertain } = readsThroughClasses(module2, binding);
  for (const read2 of uncertain) yield refuse("two-meanings", `\`${binding.name}\``, module2, read2.start);
  for (const read2 of certain) {
    if (binding.definitions.some(({ start }) => start === read2.start))
      yield refuse("two-meanings", `\`${binding.name}\``, module2, read2.start);
  }
  if (binding.scope.kind !== "class" || !hasGlobal(module2, binding.name)) return;
  for (const symbol of classSymbolsOf(module2, binding.name)) {
    if (symbol.binding !== binding) continue;
    for (const read2 of symbol.references) {
      if (provenanceIn(module2, symbol, read2) === "either")
        yield refuse("two-meanings", `\`${binding.name}\``, module2, read2.start);
    }
  }
}
function hasGlobal({ bindings, nodesOf: nodesOf2 }, name) {
  return builtins.has(name) || bindings.lookup(bindings.module, name) !== void 0 || nodesOf2(Kind.wildcard_import).length > 0;
}
var init_variables = __esm({
  "src/rename/variables.ts"() {
    "use strict";
    init_syntax();
    init_annotations();
    init_class_bodies();
    init_collisions();
    init_definition_names();
    init_occurrences();
    init_prose2();
    init_special_names();
    init_steps();
    init_visibility();
  }
});

// src/rename/globals.ts
function* renameGlobal(world, target, newName) {
  const { module: module2, binding } = target;
  const { name } = binding;
  if (!world.project.isWhole) yield decline("single-file", `\`${name}\` of ${module2.path}`);
  for (const either of [name, newName]) {
    if (isSpecialGlobal(either)) yield decline("special-name", `\`${either}\``);
  }
  const unaliased = unaliasedImportOf(module2, binding);
  if (unaliased !== void 0)
    yield refuse("import-without-alias", module2.textOf(unaliased.node), module2, unaliased.start);
  yield* builtinFallback(target);
  yield* ownStarImports(world, target);
  for (const definition of definitionsOf2(module2, binding)) yield* ownDefinition(module2, definition);
  yield* renameReferences(world, target, newName, () => true);
  yield* computedLookups(world, target);
  yield* newNameElsewhere(world, target, newName);
}
function* renameReferences(world, target, newName, counts) {
  for (const reference of referencesTo(world, target)) {
    switch (reference.kind) {
      case "objection":
        if (counts(reference.objection)) yield reference.objection;
        break;
      case "fixture-name": {
        const objection = fixtureName(reference.module, reference.literal);
        if (counts(objection)) yield objection;
        break;
      }
      case "variable":
        yield* objectionsToFile(reference.module);
        yield* renameInModule(reference.module, reference.binding, newName);
        if (reference.binding.scope.kind === "module")
          yield* collisionInExports(world, reference.module, target.binding.name, newName);
        break;
      case "alias":
      case "attribute":
      case "string":
        yield* objectionsToFile(reference.module);
        yield edit(reference.module, reference.span, newName);
    }
  }
}
function fixtureName(module2, literal) {
  return refuse("computed-fixture", shownOf(module2, literal.node), module2, literalStart(module2, literal));
}
function* ownDefinition(module2, definition) {
  yield* objectionsToDefinition(module2, definition, () => false);
  if (definition.kind === "class") yield* privateNames(module2, definition);
}
function* builtinFallback({ module: module2, binding }) {
  if (!builtins.has(binding.name)) return;
  const { tree } = module2;
  const [first, ...others] = occurrencesOf(module2, binding);
  if (first === void 0) return;
  const statement = ancestorOf(
    tree,
    first.node,
    Kind.expression_statement,
    Kind.function_definition,
    Kind.class_definition
  );
  const isAtTop = statement !== NO_NODE && module2.bindings.scopeOf(statement) === module2.bindings.module;
  const isFirst = binding.definitions.some(({ start }) => start === first.start);
  const isDeleted = binding.definitions.some(
    ({ node }) => ancestorOf(tree, node, Kind.delete_statement) !== NO_NODE
  );
  const isConditional = ancestorOf(
    tree,
    first.node,
    Kind.if_statement,
    Kind.try_statement,
    Kind.for_statement,
    Kind.while_statement,
    Kind.with_statement
  ) !== NO_NODE;
  const isReadFirst = others.some(
    ({ node }) => statement !== NO_NODE && contains(tree, statement, node) && isAssigned(module2, statement)
  );
  if (!isAtTop || !isFirst || isDeleted || isConditional || isReadFirst)
    yield refuse("two-meanings", `\`${binding.name}\``, module2, first.start);
}
function isAssigned({ tree }, statement) {
  return kindOf(tree, statement) === Kind.expression_statement && childIn(tree, statement + 1, Field.right) !== NO_NODE;
}
function* ownStarImports(world, { module: module2, binding }) {
  const [star] = module2.nodesOf(Kind.wildcard_import);
  if (star === void 0) return;
  for (const link2 of starLinksOf(world, module2)) {
    const from = link2.to === "module" ? world.project.module(link2.path) : void 0;
    const found = from === void 0 ? "unknown" : globalOf(world, from, binding.name);
    if (found !== void 0)
      yield refuse(
        "star-import",
        shownOf(module2, parentOf(module2.tree, star)),
        module2,
        startOf(module2.tree, star)
      );
  }
}
function* collisionInExports(world, module2, name, newName) {
  const below2 = submoduleOf(world.project, { to: "module", path: module2.path }, newName);
  if (below2 !== void 0) yield decline("collision", `\`${newName}\` is a module of ${module2.path}`);
  if (globalOf(world, module2, newName) !== void 0)
    yield decline("collision", `\`${newName}\` in ${module2.path}`);
  const starred = world.modulesWith(lastPartOf2(module2)).filter((other) => other !== module2 && imports(world, other, module2));
  for (const other of starred) {
    const star = other.nodesOf(Kind.wildcard_import)[0] ?? NO_NODE;
    const isExplicit = module2.bindings.module.symbols.has("__all__");
    if (!isExplicit && name.startsWith("_") !== newName.startsWith("_"))
      yield refuse("star-import", shownOf(other, star), other, startOf(other.tree, star));
    const taken = other.bindings.scopes.map(({ symbols }) => symbols.get(newName)).find((symbol) => symbol?.binding.scope.kind === "module");
    if (taken === void 0) continue;
    const place = taken.definitions[0] ?? taken.references[0] ?? taken.declarations[0];
    yield refuse("collision", `\`${newName}\``, other, place?.start ?? 0);
  }
}
function* newNameElsewhere(world, { module: module2, binding }, newName) {
  const wanted = { module: module2, binding: { ...nameless(binding), name: newName } };
  for (const reference of referencesTo(world, wanted)) {
    if (reference.kind === "objection" || reference.kind === "fixture-name" || reference.module === module2)
      continue;
    const [first] = reference.kind === "variable" ? reference.binding.definitions : [reference.span];
    yield refuse("collision", `\`${newName}\``, reference.module, first?.start ?? 0);
  }
}
function nameless({ scope: scope2, kind }) {
  return { scope: scope2, kind, definitions: [], references: [], declarations: [], symbols: [] };
}
function imports(world, module2, other) {
  return starLinksOf(world, module2).some(
    (link2) => link2.to === "module" && link2.path === other.path || link2.to === "unknown" && link2.candidates.includes(other.path)
  );
}
function* computedLookups(world, { module: module2 }) {
  for (const other of /* @__PURE__ */ new Set([module2, ...world.modulesWith(lastPartOf2(module2))])) {
    for (const { node, object: object2 } of computedLookupsOf(other)) {
      const value = object2 === NO_NODE ? void 0 : valueOf(world, other, object2);
      const isOurs2 = value?.kind === "module" && value.link.to === "module" ? value.link.path === module2.path : false;
      const isOwnModule = other === module2 && shownOf(other, object2 === NO_NODE ? node : object2).startsWith("sys.modules[");
      if (isOurs2 || isOwnModule)
        yield refuse("namespace", shownOf(other, node), other, startOf(other.tree, node));
    }
  }
}
var lastPartOf2;
var init_globals = __esm({
  "src/rename/globals.ts"() {
    "use strict";
    init_syntax();
    init_definition_names();
    init_editable();
    init_links();
    init_literals();
    init_lookups();
    init_observers2();
    init_occurrences();
    init_references();
    init_special_names();
    init_steps();
    init_values();
    init_variables();
    lastPartOf2 = ({ path }) => moduleNameOf(path).split(".").at(-1) ?? "";
  }
});

// src/rename/fixtures.ts
function* renameFixture(world, start, newName) {
  const { name } = start;
  if (!world.project.isWhole) yield decline("single-file", `fixture \`${name}\``);
  for (const either of [name, newName]) {
    if (isForeignFixture(either)) yield decline("foreign-fixture", `\`${either}\` of pytest or a plugin`);
  }
  const all = providersOf(world, name);
  const group = groupOf(world, all, start);
  yield* foreignOverrides(world, group);
  yield* visibleUnder(world, group, newName);
  yield* computedIn(world, group);
  for (const definition of new Set(group.map((provider) => provider.definition))) {
    const provider = group.find((one) => one.definition === definition);
    if (provider !== void 0) yield* renameProvider(world, provider, newName);
  }
  let isAskedFor = group.some(({ module: module2, definition }) => isAutouse(module2, definition));
  for (const module2 of world.modulesWith(name)) {
    if (!isInGroup(world, group, module2)) continue;
    for (const request of requestsIn(module2, name)) {
      if (!isWithinGroup(world, group, request)) continue;
      isAskedFor = true;
      yield* renameRequest(request, newName);
    }
    for (const literal of literalsWith(module2, name)) {
      const steps = [...stringSteps(world, group, module2, name, literal, newName)];
      isAskedFor ||= steps.some(({ step }) => step === "edit");
      yield* steps;
    }
  }
  if (!isAskedFor) yield decline("foreign-fixture", `no test asks for \`${name}\`, so a plugin may`);
  for (const { path, line } of world.mentionsOf(name)) yield refuseAt("mention", `\`${name}\``, path, line);
}
function groupOf(world, all, start) {
  const group = new Set(all.filter(({ definition }) => definition === start.definition));
  for (const member of group) {
    for (const other of all) {
      const isSame3 = other.definition === member.definition;
      if (isSame3 || isOverlapping(world, member.region, other.region)) group.add(other);
    }
  }
  return [...group];
}
function* foreignOverrides(world, group) {
  for (const { module: module2, name } of group) {
    for (const request of requestsIn(module2, name)) {
      if (!isWithinGroup(world, group, request) || providersFor(world, group, request).length > 0) continue;
      yield refuse("foreign-fixture", `\`${name}\` asks for another`, module2, request.parameter.span.start);
    }
  }
}
function* visibleUnder(world, group, newName) {
  for (const other of providersOf(world, newName)) {
    if (group.some(({ region }) => isOverlapping(world, region, other.region)))
      yield refuse("fixture-exists", `\`${newName}\``, other.module, other.definition.nameSpan.start);
  }
  for (const module2 of world.modulesWith(newName)) {
    if (!isInGroup(world, group, module2)) continue;
    const request = requestsIn(module2, newName).find((one) => isWithinGroup(world, group, one));
    if (request !== void 0)
      yield refuse("fixture-exists", `\`${newName}\``, module2, request.parameter.span.start);
    for (const literal of literalsWith(module2, newName)) {
      const isReached2 = group.some(
        ({ region }) => isReaching(world, region, module2, literalStart(module2, literal))
      );
      if (isReached2 && formOf(module2, literal).form === "fixture")
        yield refuse("fixture-exists", shownOf(module2, literal.node), module2, literalStart(module2, literal));
    }
  }
}
function* computedIn(world, group) {
  for (const word3 of ["pytest_generate_tests", "getfixturevalue", "usefixtures", "fixturenames"]) {
    for (const module2 of world.modulesWith(word3)) {
      if (!isInGroup(world, group, module2) && !(isConftest2(module2) && isAbove(module2, group))) continue;
      yield* computedNames(module2, word3);
    }
  }
}
function* computedNames(module2, word3) {
  const { tree } = module2;
  for (const node of module2.nodesOf(Kind.identifier)) {
    if (textOf(tree, node) !== word3) continue;
    const call2 = callOf(module2, node);
    const names = call2 === NO_NODE ? [] : argumentsOf(tree, call2);
    const isConstant2 = names.length > 0 && names.every(({ value }) => literalAt(module2, value)?.isFormatted === false);
    if (isConstant2 && word3 !== "pytest_generate_tests") continue;
    yield refuse(
      "computed-fixture",
      shownOf(module2, call2 === NO_NODE ? node : call2),
      module2,
      startOf(tree, node)
    );
  }
}
function* renameProvider(world, { module: module2, definition, name }, newName) {
  yield* objectionsToFile(module2);
  if (definition.name !== name) return;
  if (isAutouse(module2, definition)) yield* autouseOrder(world, module2, definition, newName);
  const binding = module2.bindings.bindingAt(definition.nameSpan.start);
  if (binding === void 0) return;
  if (binding.definitions.length > 1)
    yield refuse("collision", `\`${name}\` is bound more than once`, module2, definition.nameSpan.start);
  if (binding.scope.kind !== "module") {
    yield* renameInModule(module2, binding, newName);
    return;
  }
  yield* renameReferences(world, { module: module2, binding }, newName, ({ code: code2, place }) => {
    if (code2 === "unknown-receiver" || code2 === "computed-fixture") return false;
    return code2 !== "mention" || place === void 0 || !isPython2(place.path);
  });
}
function* renameRequest({ module: module2, parameter }, newName) {
  yield* objectionsToFile(module2);
  const binding = module2.bindings.bindingAt(parameter.span.start);
  if (binding === void 0) return;
  yield* quotedSource(module2, binding.name, /^TypeError$/);
  yield* renameInModule(module2, binding, newName);
}
function* stringSteps(world, group, module2, name, literal, newName) {
  const start = literalStart(module2, literal);
  const form = formOf(module2, literal);
  if (form.form === "docstring" || form.form === "annotation" || form.form === "export") return;
  const isReached2 = group.some(({ region }) => isReaching(world, region, module2, start));
  if (!isReached2) return;
  if (form.form !== "fixture") {
    yield refuse("mention", shownOf(module2, literal.node), module2, start);
    return;
  }
  if (form.by === "name" && !isNameOfGroup(group, module2, form.call)) return;
  const spans = wordSpansIn(literal, name);
  if (spans.length === 0) yield refuse("mention", shownOf(module2, literal.node), module2, start);
  yield* objectionsToFile(module2);
  for (const span of spans) yield edit(module2, span, newName);
}
function isReaching(world, region, module2, offset) {
  if (region.kind !== "class") return isWithin(world, region, module2, offset);
  return isWithin(world, region, module2, offset) || module2.definitionAt(offset) === void 0;
}
function isNameOfGroup(group, module2, call2) {
  return group.some(
    (provider) => provider.module === module2 && provider.definition.decorators.some((decorator) => decorator.call === call2)
  );
}
var isInGroup, isWithinGroup, isAbove;
var init_fixtures = __esm({
  "src/rename/fixtures.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
    init_autouse();
    init_editable();
    init_globals();
    init_literals();
    init_observers2();
    init_providers();
    init_steps();
    init_strings();
    init_special_names();
    init_variables();
    init_visibility();
    init_world();
    isInGroup = (world, group, module2) => group.some(({ region }) => reaches(world, region, module2));
    isWithinGroup = (world, group, { module: module2, definition }) => group.some(({ region }) => isWithin(world, region, module2, definition.nameSpan.start));
    isAbove = (conftest, group) => group.some(({ module: module2 }) => module2.path.startsWith(conftest.path.slice(0, -"conftest.py".length)));
  }
});

// src/rename/escapes.ts
function* escapesOf(world, family) {
  for (const owner of family.descendants.values()) {
    if (isCollected(owner)) continue;
    yield* escapesOfClass(world, owner);
    yield* escapesOfSelf(world, owner);
  }
}
function isCollected({ module: module2, definition }) {
  return module2.model.classes.some((testClass) => testClass.definition === definition);
}
function* escapesOfClass(world, { module: module2, definition }) {
  const binding = module2.bindings.bindingAt(definition.nameSpan.start);
  if (binding === void 0) return;
  if (binding.scope.kind !== "module") {
    yield* escapesOfVariable(world, module2, binding, "class");
    return;
  }
  for (const reference of referencesTo(world, { module: module2, binding })) {
    if (reference.kind === "variable" || reference.kind === "alias")
      yield* escapesOfVariable(world, reference.module, reference.binding, "class");
    if (reference.kind === "attribute") yield* escapesAt(world, reference.module, reference.node, "class");
  }
}
function* escapesOfSelf(world, { module: module2, definition }) {
  for (const method of module2.definitions) {
    if (method.kind !== "function" || method.enclosing !== definition) continue;
    const [self] = method.parameters;
    if (self === void 0 || method.decorators.some(({ name }) => name.endsWith("staticmethod"))) continue;
    const binding = module2.bindings.bindingAt(self.span.start);
    const isClass = method.decorators.some(({ name }) => name.endsWith("classmethod"));
    if (binding !== void 0) yield* escapesOfVariable(world, module2, binding, isClass ? "class" : "object");
  }
}
function* escapesOfVariable(world, module2, binding, held) {
  for (const { node } of occurrencesOf(module2, binding)) {
    if (binding.definitions.some((definition) => definition.node === node)) continue;
    yield* escapesAt(world, module2, node, held);
  }
}
function* escapesAt(world, module2, expression, held) {
  const { tree } = module2;
  let node = expression;
  while (isWrapped(tree, node)) node = parentOf(tree, node);
  const parent = parentOf(tree, node);
  const kind = kindOf(tree, parent);
  if (isAnnotationNode(tree, node)) return;
  if (kind === Kind.attribute && fieldOf(tree, node) === Field.object) return;
  if (kind === Kind.call && fieldOf(tree, node) === Field.function) {
    if (held === "class") yield* escapesAt(world, module2, parent, "object");
    return;
  }
  if (kind === Kind.argument_list || kind === Kind.keyword_argument) {
    const list2 = kind === Kind.argument_list ? parent : parentOf(tree, parent);
    const call2 = parentOf(tree, list2);
    if (kindOf(tree, call2) === Kind.class_definition || isHarmlessCall(world, module2, call2)) return;
  } else if (kind === Kind.assignment && fieldOf(tree, node) === Field.right) {
    const target = childIn(tree, parent, Field.left);
    const binding = kindOf(tree, target) === Kind.identifier ? module2.bindings.bindingAt(startOf(tree, target)) : void 0;
    if (binding !== void 0 && binding.scope.kind !== "module" && binding.scope.kind !== "class") {
      yield* escapesOfVariable(world, module2, binding, held);
      return;
    }
  } else if (harmless.has(kind)) return;
  const shown = kind === Kind.argument_list ? parentOf(tree, parent) : parent;
  yield refuse("escape", shownOf(module2, shown), module2, startOf(tree, node));
}
function isWrapped(tree, node) {
  const parent = parentOf(tree, node);
  const kind = kindOf(tree, parent);
  if (kind === Kind.tuple) {
    const outer = kindOf(tree, parentOf(tree, parent));
    return outer === Kind.except_clause || outer === Kind.as_pattern;
  }
  return kind === Kind.parenthesized_expression || kind === Kind.await;
}
function isHarmlessCall(world, module2, call2) {
  const { tree } = module2;
  if (kindOf(tree, call2) !== Kind.call) return false;
  const called = calledNameOf(tree, call2);
  if (/^(?:assert\w*|raises|fail\w*|warns)$/.test(called)) return true;
  const callee = childIn(tree, call2, Field.function);
  const value = valueOf(world, module2, callee);
  if (value.kind === "function" || value.kind === "class") return true;
  if (value.kind === "foreign") {
    const name = value.origin.replace(/^builtins\./, "");
    if (builtins.has(name) && name !== "vars" && name !== "dir" && name !== "map") return true;
  }
  return /^(?:object|setattr|delattr|spy|super)$/.test(called);
}
var harmless;
var init_escapes = __esm({
  "src/rename/escapes.ts"() {
    "use strict";
    init_expressions();
    init_annotations();
    init_syntax();
    init_observers2();
    init_occurrences();
    init_references();
    init_steps();
    init_special_names();
    init_values();
    harmless = /* @__PURE__ */ new Set([
      Kind.expression_statement,
      Kind.delete_statement,
      Kind.comparison_operator,
      Kind.boolean_operator,
      Kind.not_operator,
      Kind.unary_operator,
      Kind.assert_statement,
      Kind.if_statement,
      Kind.while_statement,
      Kind.match_statement,
      Kind.for_statement,
      Kind.with_item,
      Kind.as_pattern,
      Kind.interpolation,
      Kind.subscript,
      Kind.raise_statement,
      Kind.except_clause,
      Kind.binary_operator,
      Kind.dotted_name,
      Kind.class_pattern,
      Kind.global_statement,
      Kind.nonlocal_statement,
      Kind.for_in_clause
    ]);
  }
});

// src/rename/known-classes.ts
function attributesOfForeignClass(origin) {
  if (PLAIN.has(origin)) return none;
  if (/^unittest\.(?:case\.|async_case\.)?(?:TestCase|IsolatedAsyncioTestCase)$/.test(origin))
    return testCase;
  if (/^builtins\.(?:\w+(?:Error|Exception|Warning|Interrupt|Exit|Iteration|Group))$/.test(origin))
    return exception;
  return builtinClasses.get(origin);
}
var none, PLAIN, words2, testCase, exception, builtinClasses;
var init_known_classes = __esm({
  "src/rename/known-classes.ts"() {
    "use strict";
    none = /* @__PURE__ */ new Set();
    PLAIN = /* @__PURE__ */ new Set([
      "builtins.object",
      "abc.ABC",
      "typing.Generic",
      "typing_extensions.Generic"
    ]);
    words2 = (text2) => new Set(text2.trim().split(/\s+/));
    testCase = words2(`
  _addExpectedFailure _addUnexpectedSuccess _asyncioRunner _asyncioTestContext _baseAssertEqual _callAsync
  _callCleanup _callMaybeAsync _callSetUp _callTearDown _callTestMethod _classSetupFailed _class_cleanups
  _cleanups _deprecate _diffThreshold _formatMessage _getAssertEqualityFunc _outcome _setupAsyncioRunner
  _subtest _tearDownAsyncioRunner _testMethodDoc _testMethodName _truncateMessage _type_equality_funcs
  _testcase _instance addAsyncCleanup addClassCleanup addCleanup addTypeEqualityFunc assertAlmostEqual
  assertAlmostEquals assertCountEqual assertDictContainsSubset assertDictEqual assertEndsWith assertEqual
  assertEquals assertFalse assertGreater assertGreaterEqual assertHasAttr assertIn assertIs assertIsInstance
  assertIsNone assertIsNot assertIsNotNone assertIsSubclass assertItemsEqual assertLess assertLessEqual
  assertListEqual assertLogs assertMultiLineEqual assertNoLogs assertNotAlmostEqual assertNotAlmostEquals
  assertNotEndsWith assertNotEqual assertNotEquals assertNotHasAttr assertNotIn assertNotIsInstance
  assertNotIsSubclass assertNotRegex assertNotRegexpMatches assertNotStartsWith assertRaises
  assertRaisesRegex assertRaisesRegexp assertRegex assertRegexpMatches assertSequenceEqual assertSetEqual
  assertStartsWith assertTrue assertTupleEqual assertWarns assertWarnsRegex assert_ asyncSetUp
  asyncTearDown countTestCases debug defaultTestResult doClassCleanups doCleanups enterAsyncContext
  enterClassContext enterContext fail failIf failIfAlmostEqual failIfEqual failUnless failUnlessAlmostEqual
  failUnlessEqual failUnlessRaises failureException id longMessage maxDiff pytestmark run runTest setUp
  setUpClass shortDescription skipTest subTest tearDown tearDownClass
`);
    exception = words2(`
  add_note args with_traceback characters_written errno filename filename2 strerror winerror name path msg
  name_from obj value code lineno offset end_lineno end_offset print_file_and_line text encoding object reason start
  end exceptions message derive split subgroup
`);
    builtinClasses = /* @__PURE__ */ new Map([
      ["builtins.dict", words2("clear copy fromkeys get items keys pop popitem setdefault update values")],
      ["builtins.list", words2("append clear copy count extend index insert pop remove reverse sort")],
      ["builtins.tuple", words2("count index")],
      [
        "builtins.set",
        words2(`add clear copy difference difference_update discard intersection intersection_update isdisjoint issubset
      issuperset pop remove symmetric_difference symmetric_difference_update union update`)
      ],
      [
        "builtins.int",
        words2(
          "as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag is_integer numerator real to_bytes"
        )
      ],
      ["builtins.float", words2("as_integer_ratio conjugate fromhex from_number hex imag is_integer real")],
      [
        "builtins.str",
        words2(`capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha
      isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower
      lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split
      splitlines startswith strip swapcase title translate upper zfill`)
      ]
    ]);
  }
});

// src/rename/member-references.ts
function* memberReferencesTo(world, family, name) {
  for (const module2 of world.modulesWith(name)) {
    if (module2.tree.hasError) yield objectTo2("does-not-parse", module2, 0, module2.path);
    yield* identifiersIn2(world, family, module2, name);
    for (const literal of literalsWith(module2, name)) yield* inString(world, family, module2, name, literal);
  }
  yield* computedIn2(world, family);
  for (const { path, line } of world.mentionsOf(name))
    yield { kind: "objection", objection: refuseAt("mention", `\`${name}\``, path, line) };
  for (const path of world.unreadable)
    yield { kind: "objection", objection: refuseAt("unreadable", path, path, 1) };
}
function objectTo2(code2, module2, offset, found) {
  return { kind: "objection", objection: refuse(code2, found, module2, offset) };
}
function* identifiersIn2(world, family, module2, name) {
  const { tree, bindings } = module2;
  const seen = /* @__PURE__ */ new Set();
  for (const node of module2.nodesOf(Kind.identifier)) {
    if (textOf(tree, node).normalize("NFKC") !== name) continue;
    const offset = startOf(tree, node);
    const parent = parentOf(tree, node);
    if (fieldOf(tree, node) === Field.attribute) {
      const object2 = valueOf(world, module2, childIn(tree, parent, Field.object));
      const answer = isMember(world, family, object2);
      const objection = refuse("unknown-receiver", shownOf(module2, parent), module2, offset);
      if (answer === "maybe") yield { kind: "unknown", module: module2, node: parent, objection };
      if (answer === "yes") yield { kind: "attribute", module: module2, node: parent, span: module2.spanOf(node) };
    } else if (kindOf(tree, parent) === Kind.keyword_argument && fieldOf(tree, node) === Field.name) {
      if (setsAttributes(module2, parent)) yield objectTo2("mention", module2, offset, shownOf(module2, parent));
    } else if (kindOf(tree, parent) === Kind.keyword_pattern && parent + 1 === node) {
      yield* inPattern(world, family, module2, parent, node);
    } else {
      const binding = bindings.bindingAt(offset);
      if (binding?.scope.kind !== "class" || seen.has(binding)) continue;
      seen.add(binding);
      const owner = module2.definitions.find((definition) => definition.node === binding.scope.node);
      if (owner?.kind === "class" && family.members.has(owner)) yield { kind: "variable", module: module2, binding };
    }
  }
}
function isMember(world, family, value) {
  switch (value.kind) {
    case "class":
    case "instance":
    case "super":
      return isMemberOf2(world, family, value.class);
    case "unknown":
      return "maybe";
    case "foreign":
    case "foreign-instance":
    case "function":
    case "module":
      return "no";
  }
}
function isMemberOf2(world, family, owner) {
  if (family.members.has(owner.definition) || family.descendants.has(owner.definition)) return "yes";
  if (family.related.has(owner.definition)) return "maybe";
  const { others } = ancestryOf(world, owner);
  return others.some(({ base }) => base.kind === "unknown") ? "maybe" : "no";
}
function setsAttributes({ tree }, argument) {
  const call2 = parentOf(tree, parentOf(tree, argument));
  return kindOf(tree, call2) === Kind.call && SETTERS.test(calledNameOf(tree, call2));
}
function* inPattern(world, family, module2, pattern, node) {
  const { tree } = module2;
  const around = ancestorOf(tree, pattern, Kind.class_pattern);
  const named = around === NO_NODE ? NO_NODE : namedChildrenOf(tree, around)[0] ?? NO_NODE;
  const first = named === NO_NODE ? NO_NODE : namedChildrenOf(tree, named)[0] ?? NO_NODE;
  const value = first === NO_NODE || namedChildrenOf(tree, named).length > 1 ? void 0 : valueOf(world, module2, first);
  const answer = value === void 0 ? "maybe" : isMember(world, family, value);
  if (answer === "maybe")
    yield objectTo2("unknown-receiver", module2, startOf(tree, node), shownOf(module2, pattern));
  if (answer === "yes") yield { kind: "text", module: module2, span: module2.spanOf(node) };
}
function* inString(world, family, module2, name, literal) {
  const unexplained = (code2) => objectTo2(code2, module2, literalStart(module2, literal), shownOf(module2, literal.node));
  const whole = () => wholeLiteral(module2, name, literal);
  const form = formOf(module2, literal);
  switch (form.form) {
    case "docstring":
      if (form.hasDoctest) yield unexplained("doctest");
      return;
    case "export":
    case "fixture":
      return;
    case "annotation":
      if (literal.value.includes(`.${name}`)) yield unexplained("mention");
      return;
    case "slot": {
      const owner = enclosingClass(module2, literalStart(module2, literal));
      if (owner !== void 0 && family.members.has(owner)) yield whole() ?? unexplained("mention");
      return;
    }
    case "attribute": {
      const answer = isMember(world, family, valueOf(world, module2, form.target));
      if (answer === "maybe") yield unexplained("mention");
      if (answer === "yes") yield whole() ?? unexplained("mention");
      return;
    }
    case "path":
      for (const part of pathPartsOf(world, module2, literal)) {
        if (part.name !== name) continue;
        const answer = isMember(world, family, part.object);
        if (answer === "maybe" || part.span.end - part.span.start !== name.length)
          yield unexplained("mention");
        else if (answer === "yes") yield { kind: "text", module: module2, span: part.span };
      }
      return;
    case "other":
      yield unexplained("mention");
  }
}
function wholeLiteral(module2, name, literal) {
  const start = literal.offsets[0] ?? 0;
  const end = start + name.length;
  return literal.value === name && module2.text.slice(start, end) === name ? { kind: "text", module: module2, span: { start, end } } : void 0;
}
function* computedIn2(world, family) {
  const names = new Set([...family.descendants.values()].flatMap((owner) => [...aliasesOf(world, owner)]));
  const modules = /* @__PURE__ */ new Set([
    ...[...family.related.values()].map(({ module: module2 }) => module2),
    ...[...names].flatMap((name) => world.modulesWith(name))
  ]);
  for (const module2 of modules) {
    for (const { node, object: object2 } of computedLookupsOf(module2)) {
      const answer = object2 === NO_NODE ? "maybe" : isMember(world, family, valueOf(world, module2, object2));
      if (answer !== "no")
        yield objectTo2("dynamic-attribute", module2, startOf(module2.tree, node), shownOf(module2, node));
    }
  }
}
var SETTERS;
var init_member_references = __esm({
  "src/rename/member-references.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
    init_families();
    init_literals();
    init_lookups();
    init_observers2();
    init_steps();
    init_strings();
    init_values();
    SETTERS = /^(?:\w*Mock|SimpleNamespace|Namespace|patch|object|multiple|configure_mock|replace|_replace|update|evolve|assoc|create_autospec|attrs)$/;
  }
});

// src/rename/members.ts
function* renameMember(world, owner, name, newName) {
  if (!world.project.isWhole) yield decline("single-file", `\`${name}\` of class ${owner.definition.name}`);
  for (const either of [name, newName]) {
    if (isSpecialMember(either)) yield decline("special-name", `\`${either}\``);
    if (either.startsWith("__")) yield decline("mangled", `\`${either}\``);
  }
  const family = familyOf(world, owner, name);
  yield* objectionsToBases(family, name, newName);
  yield* objectionsToClasses(world, family, name);
  yield* takenIn(world, family, newName);
  for (const { module: module2, definition } of family.related.values())
    yield { step: "claim", claim: `${module2.path}:${definition.nameSpan.start}:${newName}` };
  let isDefined = false;
  for (const reference of memberReferencesTo(world, family, name)) {
    switch (reference.kind) {
      case "objection":
      case "unknown":
        yield reference.objection;
        break;
      case "variable":
        isDefined = true;
        yield* objectionsToFile(reference.module);
        yield* renameInModule(reference.module, reference.binding, newName);
        for (const definition of definitionsOf2(reference.module, reference.binding))
          yield* unknownDecorators(
            reference.module,
            definition,
            ({ name: decorator }) => isOwnAccessor(decorator, name)
          );
        break;
      case "attribute":
        isDefined ||= isStored(reference.module, reference.node);
        yield* objectionsToFile(reference.module);
        yield edit(reference.module, reference.span, newName);
        break;
      case "text":
        yield* objectionsToFile(reference.module);
        yield edit(reference.module, reference.span, newName);
    }
  }
  if (!isDefined) yield decline("not-ours", `\`${name}\` is defined nowhere in the project`);
  yield* escapesOf(world, family);
}
function isStored({ tree }, attribute2) {
  const parent = parentOf(tree, attribute2);
  const kind = kindOf(tree, parent);
  if (kind === Kind.assignment || kind === Kind.augmented_assignment)
    return fieldOf(tree, attribute2) === Field.left;
  return kind === Kind.pattern_list || kind === Kind.tuple_pattern || kind === Kind.list_pattern || kind === Kind.as_pattern_target || kind === Kind.for_statement && fieldOf(tree, attribute2) === Field.left;
}
function* objectionsToBases(family, name, newName) {
  for (const { base, of } of family.others) {
    const { module: module2, definition } = of;
    const place = definition.nameSpan.start;
    const known7 = base.kind === "foreign" ? attributesOfForeignClass(base.origin) : void 0;
    const shown = base.kind === "foreign" ? base.origin : shownOf(module2, base.node);
    if (known7 === void 0) {
      const code2 = base.kind === "foreign" ? codeOfForeignBase(base.origin) : "unknown-base";
      yield refuse(code2, `class ${definition.name}(${shown})`, module2, place);
    } else if (known7.has(name)) yield refuse("framework-method", `\`${name}\` of ${shown}`, module2, place);
    else if (newName !== void 0 && known7.has(newName))
      yield refuse("member-exists", `\`${newName}\` of ${shown}`, module2, place);
  }
}
function codeOfForeignBase(origin) {
  if (/^typing(?:_extensions)?\.Protocol$/.test(origin)) return "interface";
  return /(?:^|\.)(?:NamedTuple|TypedDict|(?:Int|Str)?(?:Enum|Flag)|Structure|Union|BaseModel|Model|Schema|Serializer)$/.test(
    origin
  ) ? "data-member" : "unknown-base";
}
function* objectionsToClasses(world, family, name) {
  for (const { module: module2, definition } of family.related.values()) {
    const { tree } = module2;
    for (const keyword of classKeywordsOf(module2, definition))
      yield refuse("data-member", shownOf(module2, keyword), module2, startOf(tree, keyword));
    for (const method of methodsOf(module2, definition)) {
      if (INTERCEPTORS.has(method.name) || method.name === "__init_subclass__")
        yield refuse("dynamic-attribute", method.name, module2, method.nameSpan.start);
      const isAbstract = method.decorators.some((decorator) => /(?:^|\.)abstract\w+$/.test(decorator.name));
      if (method.name === name && isAbstract)
        yield refuse("interface", `\`${name}\``, module2, method.nameSpan.start);
    }
    yield* unknownDecorators(module2, definition, () => false);
    yield* dataMembers(world, { module: module2, definition }, name);
  }
}
function methodsOf({ definitions }, owner) {
  return definitions.filter(({ enclosing, kind }) => enclosing === owner && kind === "function");
}
function* dataMembers(world, { module: module2, definition }, name) {
  const { tree } = module2;
  const binding = classVariableOf(module2, definition, name);
  if (binding === void 0) return;
  const isData = definition.decorators.some(
    (decorator) => /^(?:dataclasses|attrs?)\.|(?:^|\.)dataclass$/.test(module2.imports.originOf(decorator.name))
  );
  for (const { node, start } of binding.definitions) {
    if (definitionsOf2(module2, binding).some(({ nameSpan }) => nameSpan.start === start)) continue;
    if (isData) yield refuse("data-member", `class ${definition.name}`, module2, start);
    const value = valueGivenTo(tree, node);
    if (value === NO_NODE || kindOf(tree, value) !== Kind.call) continue;
    const made = valueOf(world, module2, value);
    const isPlain2 = made.kind === "foreign-instance" || made.kind === "instance" && !hasSetName(made.class);
    if (!isPlain2 && !/^(?:property|staticmethod|classmethod|\w*Mock)$/.test(calledNameOf(tree, value)))
      yield refuse("data-member", shownOf(module2, value), module2, start);
  }
}
function hasSetName({ module: module2, definition }) {
  return methodsOf(module2, definition).some(({ name }) => name === "__set_name__");
}
function classVariableOf(module2, definition, name) {
  const symbol = module2.bindings.scopeAt(definition.node)?.symbols.get(name);
  return symbol?.flags.local === true ? symbol.binding : void 0;
}
function* takenIn(world, family, newName) {
  for (const { module: module2, definition } of family.related.values()) {
    const taken = classVariableOf(module2, definition, newName);
    if (taken !== void 0)
      yield refuse("member-exists", `\`${newName}\``, module2, taken.definitions[0]?.start ?? 0);
  }
  for (const module2 of world.modulesWith(newName)) {
    for (const node of module2.nodesOf(Kind.identifier)) {
      if (fieldOf(module2.tree, node) !== Field.attribute || textOf(module2.tree, node) !== newName) continue;
      const object2 = childIn(module2.tree, parentOf(module2.tree, node), Field.object);
      const value = valueOf(world, module2, object2);
      if (!("class" in value) || !family.related.has(value.class.definition)) continue;
      yield refuse(
        "member-exists",
        shownOf(module2, parentOf(module2.tree, node)),
        module2,
        startOf(module2.tree, node)
      );
    }
  }
}
var isOwnAccessor, INTERCEPTORS;
var init_members2 = __esm({
  "src/rename/members.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
    init_definition_names();
    init_editable();
    init_escapes();
    init_families();
    init_known_classes();
    init_member_references();
    init_observers2();
    init_special_names();
    init_steps();
    init_values();
    init_variables();
    isOwnAccessor = (decorator, name) => new RegExp(`^${name}\\.(?:setter|getter|deleter)$`).test(decorator);
    INTERCEPTORS = new Set(
      "__getattr__ __getattribute__ __setattr__ __delattr__ __dir__ __getstate__ __setstate__ __reduce__ __reduce_ex__".split(
        " "
      )
    );
  }
});

// src/rename/named-in-strings.ts
function namedInString(world, module2, offset) {
  const literal = literalsOf(module2).findLast(
    ({ node }) => startOf(module2.tree, node) <= offset && offset < endOf(module2.tree, node)
  );
  const name = literal === void 0 ? void 0 : wordAt(module2, literal, offset);
  if (literal === void 0 || name === void 0) return void 0;
  const form = formOf(module2, literal);
  switch (form.form) {
    case "fixture":
      return form.by === "argnames" ? argumentOf(module2, form.call, name) : fixtureOf3(world, module2, offset, name);
    case "export": {
      const found = globalOf(world, module2, name);
      return found === void 0 || found === "unknown" ? void 0 : { kind: "variable", name, ...found };
    }
    case "annotation": {
      const binding = module2.bindings.lookup(module2.bindings.scopeOf(literal.node), name);
      return binding === void 0 ? void 0 : { kind: "variable", name, module: module2, binding };
    }
    case "attribute":
      return { kind: "attribute", name, object: valueOf(world, module2, form.target) };
    case "path": {
      const part = pathPartsOf(world, module2, literal).find(
        ({ span }) => span.start <= offset && offset < span.end
      );
      return part === void 0 ? void 0 : { kind: "attribute", name, object: part.object };
    }
    case "slot": {
      const definition = enclosingClass(module2, offset);
      return definition === void 0 ? void 0 : { kind: "attribute", name, object: { kind: "class", class: { module: module2, definition } } };
    }
    case "docstring":
    case "other":
      return void 0;
  }
}
function wordAt({ text: text2 }, literal, offset) {
  const [before = ""] = /[\p{XID_Continue}_]*$/u.exec(text2.slice(literal.offsets[0] ?? 0, offset)) ?? [];
  const [after = ""] = /^[\p{XID_Continue}_]*/u.exec(text2.slice(offset)) ?? [];
  return before + after === "" ? void 0 : (before + after).normalize("NFKC");
}
function argumentOf(module2, call2, name) {
  const marked2 = module2.definitions.find(({ decorators }) => decorators.some((one) => one.call === call2));
  if (marked2 === void 0) return void 0;
  const asking = requestsIn(module2, name).find(
    ({ definition }) => marked2.span.start <= definition.span.start && definition.span.end <= marked2.span.end
  );
  const binding = asking === void 0 ? void 0 : module2.bindings.bindingAt(asking.parameter.span.start);
  return binding === void 0 ? void 0 : { kind: "variable", name, module: module2, binding };
}
function fixtureOf3(world, module2, offset, name) {
  const visible = providersOf(world, name).filter(
    ({ region, definition, module: owner }) => isReaching(world, region, module2, offset) || isWithin(world, region, module2, offset) || owner === module2 && isInDecorators(module2, definition, offset)
  );
  const [provider] = visible.toSorted((one, other) => rankOf(other.region) - rankOf(one.region));
  return provider === void 0 ? void 0 : { kind: "fixture", name, provider };
}
function isInDecorators({ tree }, { decorators }, offset) {
  return decorators.some(({ node }) => startOf(tree, node) <= offset && offset < endOf(tree, node));
}
var init_named_in_strings = __esm({
  "src/rename/named-in-strings.ts"() {
    "use strict";
    init_syntax();
    init_fixtures();
    init_literals();
    init_providers();
    init_strings();
    init_values();
  }
});

// src/rename/callers.ts
function useOf(module2, expression) {
  const { tree } = module2;
  let node = expression;
  while (kindOf(tree, parentOf(tree, node)) === Kind.parenthesized_expression) node = parentOf(tree, node);
  const parent = parentOf(tree, node);
  switch (kindOf(tree, parent)) {
    case Kind.call:
      return fieldOf(tree, node) === Field.function ? { use: "call", call: parent } : { use: "escape" };
    case Kind.argument_list:
      return useAsArgument(module2, parentOf(tree, parent), node);
    case Kind.keyword_argument:
      return useAsKeyword(module2, parent);
    case Kind.decorator:
    case Kind.delete_statement:
    case Kind.expression_statement:
    case Kind.global_statement:
    case Kind.nonlocal_statement:
      return { use: "by-position" };
    case Kind.attribute:
      return useOfAttribute(tree, parent);
    case Kind.comparison_operator:
      return isIdentity(tree, parent) ? { use: "by-position" } : { use: "escape" };
    default:
      return { use: "escape" };
  }
}
function useAsArgument(module2, call2, node) {
  const { tree } = module2;
  const called = calledNameOf(tree, call2);
  const place = argumentsOf(tree, call2).filter(({ keyword }) => keyword === void 0).findIndex(({ value }) => value === node);
  if (!isShadowed(module2, call2)) {
    if (HANDS_ON.get(called) === place) return { use: "call", call: call2 };
    if (BY_POSITION.get(called)?.includes(place) === true) return { use: "by-position" };
  }
  return { use: "escape" };
}
function useAsKeyword(module2, argument) {
  const { tree } = module2;
  const call2 = parentOf(tree, parentOf(tree, argument));
  const keyword = textOf(tree, childIn(tree, argument, Field.name));
  const isKey = keyword === "key" && TAKES_KEY.test(calledNameOf(tree, call2)) && !isShadowed(module2, call2);
  return isKey ? { use: "by-position" } : { use: "escape" };
}
function isShadowed({ tree, bindings }, call2) {
  const callee = childIn(tree, call2, Field.function);
  if (kindOf(tree, callee) !== Kind.identifier) return false;
  const kind = bindings.bindingAt(startOf(tree, callee))?.kind;
  return kind !== "unbound" && kind !== "import";
}
function useOfAttribute(tree, attribute2) {
  const name = textOf(tree, childIn(tree, attribute2, Field.attribute));
  return /^(?:__name__|__qualname__|__doc__|__module__|cache_clear|cache_info)$/.test(name) ? { use: "by-position" } : { use: "escape" };
}
function isIdentity(tree, comparison) {
  return childrenOf(tree, comparison).some((child) => {
    const kind = kindOf(tree, child);
    return kind === Kind.is_token || kind === Kind["is not"];
  });
}
function functionCalledBy(module2, call2) {
  const { tree } = module2;
  const place = isShadowed(module2, call2) ? void 0 : HANDS_ON.get(calledNameOf(tree, call2));
  if (place === void 0) return childIn(tree, call2, Field.function);
  return argumentsOf(tree, call2).filter(({ keyword }) => keyword === void 0)[place]?.value ?? NO_NODE;
}
function* keywordInCall(module2, call2, oldName, newName) {
  const { tree } = module2;
  for (const { node, keyword } of argumentsOf(tree, call2)) {
    if (keyword === oldName) yield edit(module2, module2.spanOf(childIn(tree, node, Field.name)), newName);
    else if (keyword === newName) yield refuse("collision", `\`${newName}=\``, module2, startOf(tree, node));
    else if (kindOf(tree, node) === Kind.dictionary_splat && mayHold(module2, node, oldName, newName))
      yield refuse("unpacked-call", shownOf(module2, call2), module2, startOf(tree, node));
  }
}
function mayHold(module2, splat, ...names) {
  const { tree } = module2;
  const display = namedChildrenOf(tree, splat)[0] ?? NO_NODE;
  if (kindOf(tree, display) !== Kind.dictionary) return true;
  return namedChildrenOf(tree, display).some((pair) => {
    const key2 = kindOf(tree, pair) === Kind.pair ? literalAt(module2, childIn(tree, pair, Field.key)) : void 0;
    return key2 === void 0 || key2.isFormatted || names.includes(key2.value);
  });
}
var HANDS_ON, BY_POSITION, TAKES_KEY;
var init_callers = __esm({
  "src/rename/callers.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
    init_literals();
    init_observers2();
    init_steps();
    HANDS_ON = new Map(
      Object.entries({
        partial: 0,
        addCleanup: 0,
        addClassCleanup: 0,
        addModuleCleanup: 0,
        addAsyncCleanup: 0,
        callback: 0,
        deprecated_call: 0,
        raises: 1,
        warns: 1,
        assertRaises: 1,
        assertRaisesRegex: 2,
        assertRaisesRegexp: 2,
        assertWarns: 1,
        assertWarnsRegex: 2
      })
    );
    BY_POSITION = new Map(
      Object.entries({
        map: [0],
        filter: [0],
        reduce: [0],
        starmap: [0],
        takewhile: [0],
        dropwhile: [0],
        filterfalse: [0],
        accumulate: [1],
        groupby: [1],
        cmp_to_key: [0],
        iter: [0],
        callable: [0],
        addfinalizer: [0],
        sub: [0, 1],
        subn: [0, 1],
        staticmethod: [0],
        classmethod: [0]
      })
    );
    TAKES_KEY = /^(?:sorted|sort|min|max|groupby|nlargest|nsmallest|merge|bisect(?:_left|_right)?|insort(?:_left|_right)?)$/;
  }
});

// src/rename/constructors.ts
function* constructorCalls(rename2, owner) {
  yield* objectionsToOwner(rename2, owner);
  for (const heir of descendantsOf2(rename2.world, owner).values()) {
    const init2 = initOf(rename2.world, heir);
    yield* superCalls(rename2, owner, heir);
    if (init2 === "unclear")
      yield refuse(
        "shared-method",
        `class ${heir.definition.name}`,
        heir.module,
        heir.definition.nameSpan.start
      );
    if (init2 === owner.definition) yield* callsOfClass(rename2, heir);
  }
}
function* objectionsToOwner({ world }, owner) {
  const { module: module2, definition } = owner;
  for (const keyword of classKeywordsOf(module2, definition))
    yield refuse("data-member", shownOf(module2, keyword), module2, startOf(module2.tree, keyword));
  for (const { base, of } of ancestryOf(world, owner).others) {
    const isKnown = base.kind === "foreign" && attributesOfForeignClass(base.origin) !== void 0;
    const shown = base.kind === "foreign" ? base.origin : shownOf(of.module, base.node);
    if (!isKnown)
      yield refuse(
        "unknown-base",
        `class ${of.definition.name}(${shown})`,
        of.module,
        of.definition.nameSpan.start
      );
  }
}
function initOf(world, heir) {
  const definers = [...ancestryOf(world, heir).classes.values()].filter(
    ({ module: module2, definition }) => classVariableOf(module2, definition, "__init__") !== void 0
  );
  const first = definers.find((definer) => {
    const { classes } = ancestryOf(world, definer);
    return definers.every(({ definition }) => classes.has(definition));
  });
  return first?.definition ?? "unclear";
}
function* callsOfClass(rename2, { module: module2, definition }) {
  const binding = module2.bindings.bindingAt(definition.nameSpan.start);
  if (binding === void 0) return;
  if (binding.scope.kind !== "module") {
    yield* usesOfClass(rename2, module2, binding);
    return;
  }
  for (const reference of referencesTo(rename2.world, { module: module2, binding })) {
    const { kind } = reference;
    if (kind === "objection") yield reference.objection;
    else if (kind === "fixture-name") continue;
    else if (kind === "variable" || kind === "alias")
      yield* usesOfClass(rename2, reference.module, reference.binding);
    else if (kind === "attribute") yield* stepsAt(rename2, reference.module, reference.node);
    else
      yield refuse(
        "unknown-caller",
        shownOf(reference.module, reference.literal.node),
        reference.module,
        reference.span.start
      );
  }
}
function* usesOfClass(rename2, module2, binding) {
  for (const { node } of occurrencesOf(module2, binding)) {
    if (binding.references.some((reference) => reference.node === node)) yield* stepsAt(rename2, module2, node);
  }
}
function* stepsAt({ binding, newName }, module2, expression) {
  const { tree } = module2;
  const parent = parentOf(tree, expression);
  if (isOwnUse(module2, expression)) return;
  if (kindOf(tree, parent) === Kind.attribute) {
    const name = textOf(tree, childIn(tree, parent, Field.attribute));
    if (name !== "__init__") return;
  }
  const use = useOf(module2, kindOf(tree, parent) === Kind.attribute ? parent : expression);
  if (use.use === "call") yield* keywordInCall(module2, use.call, binding.name, newName);
  if (use.use === "escape")
    yield refuse("unknown-caller", shownOf(module2, parent), module2, startOf(tree, expression));
}
function isOwnUse({ tree }, expression) {
  for (let node = expression, parent = parentOf(tree, node); ; node = parent, parent = parentOf(tree, node)) {
    switch (kindOf(tree, parent)) {
      case Kind.tuple:
      case Kind.parenthesized_expression:
        continue;
      case Kind.type:
      case Kind.except_clause:
      case Kind.as_pattern:
      case Kind.class_pattern:
      case Kind.dotted_name:
        return true;
      case Kind.argument_list: {
        const outer = parentOf(tree, parent);
        if (kindOf(tree, outer) === Kind.class_definition) return true;
        const called = textOf(tree, childIn(tree, outer, Field.function));
        return /^(?:isinstance|issubclass)$|(?:^|\.)(?:raises|assertRaises\w*|assertIsInstance|patch\.object)$/.test(
          called
        );
      }
      default:
        return false;
    }
  }
}
function* superCalls({ world, binding, newName }, owner, { module: module2, definition }) {
  const { tree } = module2;
  for (const call2 of module2.nodesOf(Kind.call)) {
    if (!contains(tree, definition.node, call2)) continue;
    const callee = childIn(tree, call2, Field.function);
    if (kindOf(tree, callee) === Kind.attribute && textOf(tree, childIn(tree, callee, Field.attribute)) === "__init__") {
      const object2 = valueOf(world, module2, childIn(tree, callee, Field.object));
      if (object2.kind !== "super" || !isNextInit(world, owner, object2.class)) continue;
      yield* keywordInCall(module2, call2, binding.name, newName);
    } else if (fieldOf(tree, callee) === Field.function && !isNamedClass(module2, callee)) {
      const value = valueOf(world, module2, callee);
      if (value.kind !== "class") continue;
      const [step] = keywordInCall(module2, call2, binding.name, newName);
      if (step !== void 0)
        yield refuse("shared-method", shownOf(module2, call2), module2, startOf(tree, call2));
    }
  }
}
function isNextInit(world, owner, { module: module2, definition }) {
  return basesOf2(world, { module: module2, definition }).some(
    (base) => base.kind === "class" && initOf(world, base.class) === owner.definition
  );
}
function isNamedClass({ tree, bindings }, callee) {
  if (kindOf(tree, callee) !== Kind.identifier)
    return kindOf(tree, callee) === Kind.attribute && !textOf(tree, callee).endsWith("__class__");
  return bindings.bindingAt(startOf(tree, callee))?.kind !== "parameter";
}
var init_constructors = __esm({
  "src/rename/constructors.ts"() {
    "use strict";
    init_syntax();
    init_callers();
    init_families();
    init_known_classes();
    init_members2();
    init_observers2();
    init_occurrences();
    init_references();
    init_steps();
    init_values();
  }
});

// src/rename/parameters.ts
function* renameInFunction({ module: module2, binding, newName }) {
  yield* renameInModule(module2, binding, newName);
  yield* quotedSource(module2, binding.name, /^TypeError$/);
}
function* renameParameter(rename2, definition, parameter) {
  const { module: module2, newName } = rename2;
  yield* renameInFunction(rename2);
  yield* doctests(module2, rename2.binding.name);
  if (isNameless(definition, parameter)) {
    if (definition.parameters.some(({ kind }) => kind === "var-keyword") && parameter.kind === "positional-or-keyword")
      yield* keywordAnywhere(module2, newName);
    return;
  }
  yield* unknownDecorators(module2, definition, ({ name }) => /\.(?:setter|getter|deleter)$/.test(name));
  const { enclosing } = definition;
  if (enclosing?.kind === "class")
    yield* callsOfMethod(rename2, definition, { module: module2, definition: enclosing });
  else yield* callsOfFunction(rename2, definition);
}
function* keywordAnywhere(module2, name) {
  const { tree } = module2;
  for (const argument of module2.nodesOf(Kind.keyword_argument)) {
    const keyword = childIn(tree, argument, Field.name);
    if (textOf(tree, keyword) === name)
      yield refuse("collision", `\`${name}=\``, module2, startOf(tree, keyword));
  }
}
function* doctests(module2, name) {
  for (const literal of literalsWith(module2, name)) {
    if (!literal.isDocstring || !new RegExp(`^\\s*(?:>>>|\\.\\.\\.).*\\b${name}\\b`, "m").test(literal.value))
      continue;
    yield refuse("doctest", `\`${name}\``, module2, literalStart(module2, literal));
  }
}
function* callsOfFunction(rename2, { nameSpan, name }) {
  const { world, module: module2 } = rename2;
  const binding = module2.bindings.bindingAt(nameSpan.start);
  if (binding === void 0) return;
  if (binding.definitions.length > 1)
    yield refuse("unknown-caller", `\`${name}\` is bound more than once`, module2, nameSpan.start);
  if (binding.scope.kind !== "module") yield* usesOfVariable(rename2, module2, binding);
  else if (world.project.isWhole) yield* usesOfGlobal(rename2, module2, binding);
  else yield decline("single-file", `callers of \`${name}\``);
}
function* usesOfGlobal(rename2, owner, binding) {
  for (const reference of referencesTo(rename2.world, { module: owner, binding })) {
    const { kind } = reference;
    if (kind === "objection") yield reference.objection;
    else if (kind === "fixture-name") continue;
    else if (kind === "variable") yield* usesOfVariable(rename2, reference.module, reference.binding);
    else if (kind === "attribute") yield* stepsAt2(rename2, reference.module, reference.node);
    else if (kind === "string")
      yield refuse(
        "unknown-caller",
        shownOf(reference.module, reference.literal.node),
        reference.module,
        reference.span.start
      );
    else if (reference.binding.scope.kind === "module")
      yield* usesOfGlobal(rename2, reference.module, reference.binding);
    else yield* usesOfVariable(rename2, reference.module, reference.binding);
  }
}
function* usesOfVariable(rename2, module2, binding) {
  for (const { node } of occurrencesOf(module2, binding)) {
    const isRead = binding.references.some((reference) => reference.node === node);
    if (isRead) yield* stepsAt2(rename2, module2, node);
  }
}
function* stepsAt2({ binding, newName }, module2, expression) {
  const use = useOf(module2, expression);
  if (use.use === "call") yield* keywordInCall(module2, use.call, binding.name, newName);
  if (use.use === "escape")
    yield refuse(
      "unknown-caller",
      shownOf(module2, parentOf(module2.tree, expression)),
      module2,
      startOf(module2.tree, expression)
    );
}
function* callsOfMethod(rename2, definition, owner) {
  const { world, module: module2, binding } = rename2;
  const { name, nameSpan } = definition;
  if (definition.decorators.some(
    ({ name: decorator }) => /(?:^|\.)(?:cached_)?property$|\.(?:setter|getter|deleter)$/.test(decorator)
  ))
    return;
  if (CALLED_BY_NAME.test(name)) yield refuse("unknown-caller", name, module2, nameSpan.start);
  const isSpecial2 = /^__.*__$/s.test(name);
  if (isSpecial2 && name !== "__init__") return;
  if (!world.project.isWhole) yield decline("single-file", `callers of \`${name}\``);
  if (name === "__init__") {
    yield* constructorCalls(rename2, owner);
    return;
  }
  const family = familyOf(world, owner, name);
  yield* objectionsToBases(family, name, void 0);
  const definers = [...family.members.values()].filter(
    (member) => classVariableOf(member.module, member.definition, name) !== void 0
  );
  for (const reference of memberReferencesTo(world, family, name)) {
    if (reference.kind === "objection") yield reference.objection;
    else if (reference.kind === "text")
      yield refuse(
        "unknown-caller",
        shownOf(reference.module, nodeAt(reference.module.tree, reference.span.start)),
        reference.module,
        reference.span.start
      );
    else if (reference.kind === "variable") yield* usesInClass(rename2, reference.module, reference.binding);
    else {
      const steps = [...stepsAt2(rename2, reference.module, reference.node)];
      const [shared] = definers.length > 1 || reference.kind === "unknown" ? steps : [];
      if (shared === void 0) yield* steps;
      else if (reference.kind === "unknown") yield reference.objection;
      else
        yield refuse(
          "shared-method",
          `\`${binding.name}\` of ${definers.length} definitions of \`${name}\``,
          reference.module,
          startOf(reference.module.tree, reference.node)
        );
    }
  }
  yield* escapesOf(world, family);
}
function* usesInClass(rename2, module2, binding) {
  const accessors = definitionsOf2(module2, binding).length;
  if (accessors > 0) yield* usesOfVariable(rename2, module2, binding);
}
function* renameLambdaParameter(rename2) {
  const { module: module2, binding } = rename2;
  const { tree } = module2;
  const lambda = binding.scope.node;
  yield* renameInFunction(rename2);
  const isVariadic2 = binding.definitions.some(({ node }) => {
    const kind = kindOf(tree, parentOf(tree, node));
    return kind === Kind.list_splat_pattern || kind === Kind.dictionary_splat_pattern;
  });
  if (isVariadic2) return;
  const target = assignedName(module2, lambda);
  if (target === void 0) {
    yield* stepsAt2(rename2, module2, lambda);
    return;
  }
  const isOnly = target.definitions.length === 1 && target.scope.kind !== "class" && target.scope.kind !== "module";
  if (isOnly) yield* usesOfVariable(rename2, module2, target);
  else yield refuse("unknown-caller", shownOf(module2, lambda), module2, startOf(tree, lambda));
}
function assignedName({ tree, bindings }, lambda) {
  const assignment = parentOf(tree, lambda);
  if (kindOf(tree, assignment) !== Kind.assignment) return void 0;
  const left = childIn(tree, assignment, Field.left);
  return left !== NO_NODE && kindOf(tree, left) === Kind.identifier ? bindings.bindingAt(startOf(tree, left)) : void 0;
}
var CALLED_BY_NAME;
var init_parameters = __esm({
  "src/rename/parameters.ts"() {
    "use strict";
    init_syntax();
    init_callers();
    init_constructors();
    init_definition_names();
    init_escapes();
    init_families();
    init_signatures();
    init_literals();
    init_member_references();
    init_members2();
    init_observers2();
    init_occurrences();
    init_references();
    init_steps();
    init_variables();
    init_visibility();
    CALLED_BY_NAME = /^__(?:new|call|init_subclass|prepare|post_init|class_getitem)__$/;
  }
});

// src/rename/parametrized.ts
function* renameParametrized(world, request, name, newName) {
  const { module: module2, definition, parameter } = request;
  yield* generatedTests(world, module2);
  const marks = marksFor(module2, definition);
  const mark = marks.find(
    ({ decorator }) => namesOf3(module2, decorator).some((literal) => wordSpansIn(literal, name).length > 0)
  );
  const computed = marks.find(({ decorator }) => namesOf3(module2, decorator).length === 0);
  if (mark === void 0) {
    if (computed !== void 0)
      yield refuse(
        "computed-fixture",
        shownOf(module2, computed.decorator.call),
        module2,
        startOf(module2.tree, computed.decorator.call)
      );
    else yield* otherwiseProvided(module2, name, parameter.span.start);
    return;
  }
  if (!world.project.isWhole) yield decline("single-file", `argument \`${name}\``);
  yield* indirect(module2, mark.decorator);
  yield* otherUses(world, module2, name, mark);
  for (const literal of namesOf3(module2, mark.decorator)) {
    for (const span of wordSpansIn(literal, name)) yield edit(module2, span, newName);
    for (const span of wordSpansIn(literal, newName))
      yield refuse("collision", `\`${newName}\``, module2, span.start);
  }
  for (const other of requestsIn(module2, name)) {
    const isOwn = mark.on === other.definition || isInside(other.definition, mark.on);
    if (!isOwn) continue;
    const binding = module2.bindings.bindingAt(other.parameter.span.start);
    if (binding === void 0) continue;
    yield* quotedSource(module2, name, /^TypeError$/);
    yield* renameInModule(module2, binding, newName);
  }
}
function* otherwiseProvided(module2, name, offset) {
  const inMark = literalsWith(module2, name).find((literal) => isArgumentName(module2, literal));
  if (inMark === void 0) yield refuse("foreign-fixture", `\`${name}\``, module2, offset);
  else yield refuse("computed-fixture", shownOf(module2, inMark.node), module2, literalStart(module2, inMark));
}
function isArgumentName(module2, literal) {
  const form = formOf(module2, literal);
  return form.form === "fixture" && form.by === "argnames";
}
function marksFor(module2, definition) {
  const marks = [];
  for (let on2 = definition; on2 !== void 0; on2 = on2.enclosing) {
    for (const decorator of on2.decorators) {
      if (isParametrize(module2, decorator)) marks.push({ decorator, on: on2 });
    }
  }
  return marks;
}
function namesOf3(module2, { call: call2 }) {
  const { tree } = module2;
  const [first] = argumentsOf(tree, call2);
  const keyword = keywordOf(tree, call2, "argnames");
  const names = keyword === NO_NODE ? first?.keyword === void 0 ? first?.value : void 0 : keyword;
  if (names === void 0) return [];
  const kind = kindOf(tree, names);
  const nodes = kind === Kind.list || kind === Kind.tuple ? namedChildrenOf(tree, names) : [names];
  const literals = nodes.map((node) => literalAt(module2, node));
  return literals.every((literal) => literal?.isFormatted === false) ? literals.flatMap((literal) => literal ?? []) : [];
}
function isInside(definition, outer) {
  for (let around = definition.enclosing; around !== void 0; around = around.enclosing) {
    if (around === outer) return true;
  }
  return false;
}
function* generatedTests(world, module2) {
  for (const other of world.modulesWith("pytest_generate_tests")) {
    const isAbove3 = isConftest2(other) && module2.path.startsWith(other.path.slice(0, -"conftest.py".length));
    if (other !== module2 && !isAbove3) continue;
    const hook = other.definitions.find(({ name }) => name === "pytest_generate_tests");
    yield refuse("computed-fixture", "pytest_generate_tests", other, hook?.nameSpan.start ?? 0);
  }
}
function* indirect(module2, { call: call2 }) {
  const value = keywordOf(module2.tree, call2, "indirect");
  if (value === NO_NODE || textOf(module2.tree, value) === "False") return;
  yield refuse("foreign-fixture", `indirect=${shownOf(module2, value)}`, module2, startOf(module2.tree, value));
}
function* otherUses(world, module2, name, { on: on2, decorator }) {
  const asking = world.modulesWith(name).flatMap((other) => requestsIn(other, name));
  for (const { module: other, definition, parameter } of asking) {
    const isOwn = other === module2 && (definition === on2 || isInside(definition, on2));
    const isFixture = other.model.fixtures.some((fixture) => fixture.definition === definition);
    if (!isOwn && isFixture)
      yield refuse("computed-fixture", `fixture \`${definition.name}\``, other, parameter.span.start);
  }
  if (on2.kind === "class") {
    for (const heir of descendantsOf2(world, { module: module2, definition: on2 }).values()) {
      if (heir.definition !== on2)
        yield refuse(
          "shared-method",
          `class ${heir.definition.name}`,
          heir.module,
          heir.definition.nameSpan.start
        );
    }
  }
  const conftests = world.modulesWith(name).filter((other) => isConftest2(other));
  for (const other of /* @__PURE__ */ new Set([module2, ...conftests])) {
    for (const literal of literalsWith(other, name)) {
      if (looksUp(other, literal, decorator))
        yield refuse("mention", shownOf(other, literal.node), other, literalStart(other, literal));
    }
  }
  for (const { path, line } of world.mentionsOf(`${name}0`))
    yield refuseAt("test-id", `\`${name}0\``, path, line);
}
function looksUp(module2, literal, { call: call2 }) {
  const { tree } = module2;
  const form = formOf(module2, literal);
  if (form.form === "fixture") return form.call !== call2 && form.by !== "argnames";
  const parent = parentOf(tree, literal.node);
  const kind = kindOf(tree, parent);
  if (kind === Kind.subscript) return childIn(tree, parent, Field.value) !== literal.node;
  if (kind === Kind.argument_list) {
    const callee = childIn(tree, parentOf(tree, parent), Field.function);
    return /\.(?:get|pop|setdefault|index)$/.test(textOf(tree, callee));
  }
  return kind === Kind.comparison_operator && /\b(?:fixturenames|funcargs|params)\b/.test(textOf(tree, parent));
}
var isParametrize;
var init_parametrized = __esm({
  "src/rename/parametrized.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
    init_families();
    init_literals();
    init_observers2();
    init_providers();
    init_steps();
    init_strings();
    init_variables();
    init_visibility();
    isParametrize = ({ imports: imports2 }, { name, call: call2 }) => call2 !== NO_NODE && /(?:^|\.)mark\.parametrize$/.test(imports2.originOf(name));
  }
});

// src/rename/arguments.ts
function* renameArgument(rename2) {
  const { module: module2, binding, newName } = rename2;
  yield* objectionsToFile(module2);
  const found = parameterOf(module2, binding);
  if (found === void 0) {
    yield* renameLocal(module2, binding, newName);
    return;
  }
  const { definition, parameter } = found;
  const { tests, fixtures, hooks } = module2.model;
  const test = tests.find((one) => one.definition === definition);
  const isFixture = fixtures.some((one) => one.definition === definition);
  if (hooks.includes(definition)) {
    if (definition.name.startsWith("pytest_"))
      yield refuse("hook-parameter", definition.name, module2, definition.nameSpan.start);
    yield* unknownDecorators(module2, definition, () => false);
    yield* renameInFunction(rename2);
  } else if (test === void 0 && !isFixture) yield* renameParameter(rename2, definition, parameter);
  else yield* renameInjected(rename2, definition, parameter, test?.framework === "unittest");
}
function* renameInjected(rename2, definition, parameter, isUnittest2) {
  const { module: module2, binding } = rename2;
  const { name } = binding;
  yield* unknownDecorators(module2, definition, () => false);
  const source = sourceOf3(module2, definition, parameter);
  switch (source.from) {
    case "position":
      yield* renameInFunction(rename2);
      return;
    case "default":
      yield* renameParameter(rename2, definition, parameter);
      return;
    case "given":
      yield* renameInFunction(rename2);
      for (const { call: call2 } of source.calls) yield* keywordInCall(module2, call2, name, rename2.newName);
      return;
    case "decorator": {
      const { call: call2, node } = source.decorator;
      const keywords2 = call2 === NO_NODE ? [] : argumentsOf(module2.tree, call2);
      if (keywords2.some(({ keyword }) => keyword === name || keyword === void 0))
        yield refuse(
          "unknown-decorator",
          module2.textOf(childIn(module2.tree, call2, Field.function)),
          module2,
          startOf(module2.tree, node)
        );
      yield* renameAsked(rename2, definition, parameter);
      return;
    }
    case "pytest":
      if (isUnittest2)
        yield refuse("unknown-caller", `\`${name}\` of \`${definition.name}\``, module2, parameter.span.start);
      yield* renameAsked(rename2, definition, parameter);
  }
}
function* renameAsked({ world, module: module2, binding, newName }, definition, parameter) {
  const { name } = binding;
  if (!world.project.isWhole) yield decline("single-file", `fixture \`${name}\``);
  const request = { module: module2, definition, parameter };
  const [provider] = providersFor(world, providersOf(world, name), request);
  if (provider !== void 0) yield* renameFixture(world, provider, newName);
  else if (isForeignFixture(name))
    yield refuse("foreign-fixture", `\`${name}\``, module2, parameter.span.start);
  else yield* renameParametrized(world, request, name, newName);
}
var init_arguments = __esm({
  "src/rename/arguments.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
    init_callers();
    init_definition_names();
    init_editable();
    init_fixtures();
    init_injection();
    init_parameters();
    init_parametrized();
    init_providers();
    init_signatures();
    init_special_names();
    init_steps();
    init_variables();
  }
});

// src/rename/keywords.ts
function parameterNamedBy(world, module2, argument, name) {
  const { tree } = module2;
  const call2 = parentOf(tree, parentOf(tree, argument));
  if (kindOf(tree, call2) !== Kind.call) return void 0;
  const decorated = module2.definitions.find(({ decorators }) => decorators.some((one) => one.call === call2));
  if (decorated?.kind === "function" && /(?:^|\.)(?:given|example)$/.test(calleeOf(tree, call2) ?? ""))
    return parameterIn(module2, decorated, name);
  const called = functionCalledBy(module2, call2);
  if (called === NO_NODE) return void 0;
  const value = valueOf(world, module2, called);
  switch (value.kind) {
    case "function":
      return parameterIn(value.module, value.definition, name);
    case "class":
      return parameterOfMethod(world, value.class, "__init__", name);
    case "foreign":
    case "foreign-instance":
    case "instance":
    case "module":
    case "super":
    case "unknown":
      return parameterOfAttribute(world, module2, called, name) ?? parameterOfLambda(module2, called, name);
  }
}
function parameterIn(module2, { parameters }, name) {
  const parameter = parameters.find((one) => one.name.normalize("NFKC") === name);
  const binding = parameter === void 0 ? void 0 : module2.bindings.bindingAt(parameter.span.start);
  return binding === void 0 ? void 0 : { module: module2, binding };
}
function parameterOfMethod(world, owner, method, name) {
  for (const { module: module2, definition } of ancestryOf(world, owner).classes.values()) {
    const [first] = classVariableOf(module2, definition, method)?.definitions ?? [];
    const found = first === void 0 ? void 0 : definitionNamedAt(module2, first);
    if (found?.kind === "function") return parameterIn(module2, found, name);
  }
  return void 0;
}
function parameterOfAttribute(world, module2, called, name) {
  const { tree } = module2;
  if (kindOf(tree, called) !== Kind.attribute) return void 0;
  const object2 = valueOf(world, module2, childIn(tree, called, Field.object));
  if (!("class" in object2)) return void 0;
  return parameterOfMethod(world, object2.class, textOf(tree, childIn(tree, called, Field.attribute)), name);
}
function parameterOfLambda(module2, called, name) {
  const { tree, bindings } = module2;
  const variable = kindOf(tree, called) === Kind.identifier ? bindings.bindingAt(startOf(tree, called)) : void 0;
  const [definition] = variable?.definitions ?? [];
  const value = definition === void 0 ? NO_NODE : valueGivenTo(tree, definition.node);
  const lambda = kindOf(tree, value) === Kind.lambda ? value : NO_NODE;
  const symbol = lambda === NO_NODE ? void 0 : bindings.scopeAt(lambda)?.symbols.get(name);
  return symbol?.flags.parameter === true ? { module: module2, binding: symbol.binding } : void 0;
}
var init_keywords = __esm({
  "src/rename/keywords.ts"() {
    "use strict";
    init_expressions();
    init_syntax();
    init_callers();
    init_families();
    init_members2();
    init_values();
  }
});

// src/rename/test-names.ts
function testOf2({ model }, definition) {
  return model.tests.find((test) => test.definition === definition);
}
function* objectionsToTest(world, module2, test, newName) {
  yield* readIds(world, module2);
  yield* namedFiles2(world, test.name);
  if (test.testClass === void 0) return;
  const owner = { module: module2, definition: test.testClass.definition };
  for (const { base, of } of ancestryOf(world, owner).others) {
    if (base.kind === "foreign" && /^(?:unittest\.|builtins\.object$|abc\.ABC$)/.test(base.origin)) continue;
    yield refuse("unknown-base", `class ${of.definition.name}`, of.module, of.definition.nameSpan.start);
  }
  for (const other of familyOf(world, owner, test.name).members.values()) {
    const isOther2 = other.definition !== owner.definition && classVariableOf(other.module, other.definition, test.name) !== void 0;
    if (isOther2)
      yield refuse(
        "shared-method",
        `class ${other.definition.name}`,
        other.module,
        other.definition.nameSpan.start
      );
  }
  if (test.testClass.framework === "unittest") yield* order(module2, test, newName);
}
function* readIds(world, module2) {
  const conftests = world.modulesWith("conftest").filter((other) => isConftest2(other) && isAbove2(other, module2));
  for (const other of [module2, ...conftests]) {
    const { tree } = other;
    for (const node of other.nodesOf(Kind.identifier)) {
      const word3 = textOf(tree, node);
      const isId = ID_WORDS.has(word3) || word3 === "name" && isOfNode(other, node) || word3 === "id" && isOfSelf(other, node);
      if (isId) yield refuse("test-id", shownOf(other, parentOf(tree, node)), other, startOf(tree, node));
    }
  }
}
function isOfNode({ tree }, node) {
  if (fieldOf(tree, node) !== Field.attribute) return false;
  const object2 = childIn(tree, parentOf(tree, node), Field.object);
  return object2 !== NO_NODE && /(?:^|\.)(?:node|item|function|nextitem|testcase)$/.test(textOf(tree, object2));
}
function isOfSelf({ tree }, node) {
  if (fieldOf(tree, node) !== Field.attribute) return false;
  return textOf(tree, childIn(tree, parentOf(tree, node), Field.object)) === "self";
}
function* namedFiles2(world, name) {
  const named = world.project.files.find((path) => path.includes(name));
  if (named !== void 0) yield refuseAt("test-id", named, named, 1);
}
function* order(module2, { name, nameSpan, testClass }, newName) {
  const passed = module2.model.tests.find(
    (other) => other.testClass === testClass && other.name !== name && other.name < name !== other.name < newName
  );
  if (passed !== void 0)
    yield refuse("test-order", `\`${newName}\` and \`${passed.name}\` change places`, module2, nameSpan.start);
}
function* newIdsOf({ path, model }, definition, newName) {
  const depth = definition.qualifiedName.split(".").length - 1;
  for (const { qualifiedName, definition: test } of model.tests) {
    const isOwn = test === definition || qualifiedName.startsWith(`${definition.qualifiedName}.`);
    if (!isOwn) continue;
    const names = qualifiedName.split(".");
    const idOf = (parts) => [path, ...parts].join("::");
    yield { step: "test-id", before: idOf(names), after: idOf(names.with(depth, newName)) };
  }
}
var isAbove2, ID_WORDS;
var init_test_names = __esm({
  "src/rename/test-names.ts"() {
    "use strict";
    init_syntax();
    init_families();
    init_observers2();
    init_providers();
    init_steps();
    init_members2();
    isAbove2 = (conftest, { path }) => path.startsWith(conftest.path.slice(0, -"conftest.py".length));
    ID_WORDS = new Set(
      "nodeid originalname _testMethodName shortDescription snapshot data_regression file_regression num_regression image_regression dataframe_regression ndarrays_regression vcr_cassette verify verify_as_json PYTEST_CURRENT_TEST".split(" ")
    );
  }
});

// src/rename/targets.ts
function* stepsOf2(world, module2, offset, newName) {
  yield* objectionsToFile(module2);
  const binding = module2.bindings.bindingAt(offset);
  if (binding !== void 0) {
    yield* objectionsToName(binding.name, newName);
    yield* renameBinding(world, module2, binding, newName);
    return;
  }
  const node = nodeAt(module2.tree, offset);
  if (kindOf(module2.tree, node) !== Kind.identifier) {
    yield* renameInString(world, module2, offset, newName);
    return;
  }
  yield* objectionsToName(textOf(module2.tree, node), newName);
  yield* renameIdentifier(world, module2, node, newName);
}
function* renameBinding(world, module2, binding, newName) {
  const { name, kind, scope: scope2 } = binding;
  if (kind === "unbound") {
    const found = globalOf(world, module2, name);
    if (found === void 0 || found === "unknown") yield decline("unbound", `\`${name}\``);
    else yield* renameTop(world, found, newName);
    return;
  }
  const owner = module2.definitions.find(({ node }) => node === scope2.node);
  if (scope2.kind === "class" && owner?.kind === "class")
    yield* renameInClass(world, { module: module2, definition: owner }, binding, newName);
  else if (scope2.kind === "module") yield* renameTop(world, { module: module2, binding }, newName);
  else if (kind === "parameter" && scope2.kind === "lambda")
    yield* renameLambdaParameter({ world, module: module2, binding, newName });
  else if (kind === "parameter") yield* renameArgument({ world, module: module2, binding, newName });
  else if (unaliasedImportOf(module2, binding) !== void 0)
    yield* renameImported(world, module2, binding, newName);
  else yield* renameLocal(module2, binding, newName);
}
function* renameImported(world, module2, binding, newName) {
  const { tree } = module2;
  const node = binding.definitions[0]?.node ?? NO_NODE;
  const statement = ancestorOf(tree, node, Kind.import_from_statement);
  const found = statement === NO_NODE ? void 0 : importedFrom2(world, module2, statement, binding.name);
  if (found === void 0) yield* renameLocal(module2, binding, newName);
  else yield* renameTop(world, found, newName);
}
function importedFrom2(world, module2, statement, name) {
  const link2 = linkOf(world.project, module2, moduleNameIn(module2, statement));
  const from = link2.to === "module" ? world.project.module(link2.path) : void 0;
  const found = from === void 0 ? void 0 : globalOf(world, from, name);
  return found === "unknown" ? void 0 : found;
}
function* renameTop(world, named, newName) {
  const isImported = unaliasedImportOf(named.module, named.binding) !== void 0;
  const origin = isImported ? globalOf(world, named.module, named.binding.name) : named;
  const target = origin === void 0 || origin === "unknown" ? named : origin;
  const { module: module2, binding } = target;
  yield* objectionsToFile(module2);
  const [definition] = definitionsOf2(module2, binding);
  const fixture = module2.model.fixtures.find((one) => one.definition === definition);
  if (fixture !== void 0 && fixture.name === binding.name) {
    const provider = providersOf(world, fixture.name).find((one) => one.definition === fixture.definition);
    if (provider !== void 0) yield* renameFixture(world, provider, newName);
    return;
  }
  if (definition === void 0) yield* perhapsFixture(world, binding.name);
  yield* renameGlobal(world, target, newName);
  if (definition === void 0) return;
  const test = testOf2(module2, definition);
  if (test !== void 0) yield* objectionsToTest(world, module2, test, newName);
  yield* newIdsOf(module2, definition, newName);
}
function* perhapsFixture(world, name) {
  if (providersOf(world, name).length > 0) return;
  for (const module2 of world.modulesWith(name)) {
    const [request] = requestsIn(module2, name);
    const marks = module2.model.tests.find(
      ({ definition }) => definition === request?.definition
    )?.parametrizations;
    if (request === void 0 || marks?.some(({ names }) => names.includes(name)) === true) continue;
    yield refuse("foreign-fixture", `\`${name}\``, module2, request.parameter.span.start);
  }
}
function* renameInClass(world, owner, binding, newName) {
  const { module: module2 } = owner;
  const [definition] = definitionsOf2(module2, binding);
  const fixture = module2.model.fixtures.find((one) => one.definition === definition);
  if (fixture !== void 0 && fixture.name === binding.name) {
    const provider = providersOf(world, fixture.name).find((one) => one.definition === fixture.definition);
    if (provider !== void 0) yield* renameFixture(world, provider, newName);
    return;
  }
  const test = definition === void 0 ? void 0 : testOf2(module2, definition);
  if (test !== void 0) yield* objectionsToTest(world, module2, test, newName);
  yield* renameMember(world, owner, binding.name, newName);
  if (definition !== void 0) yield* newIdsOf(module2, definition, newName);
}
function* renameIdentifier(world, module2, node, newName) {
  const { tree } = module2;
  const parent = parentOf(tree, node);
  const name = textOf(tree, node).normalize("NFKC");
  const offset = startOf(tree, node);
  if (fieldOf(tree, node) === Field.attribute) {
    const object2 = valueOf(world, module2, childIn(tree, parent, Field.object));
    yield* renameAttribute(world, module2, offset, object2, name, newName);
    return;
  }
  const statement = ancestorOf(tree, node, Kind.import_from_statement);
  if (statement !== NO_NODE) {
    const found = importedFrom2(world, module2, statement, name);
    if (found === void 0) yield refuse("not-ours", `\`${name}\``, module2, offset);
    else yield* renameTop(world, found, newName);
    return;
  }
  if (kindOf(tree, parent) === Kind.keyword_argument && fieldOf(tree, node) === Field.name) {
    const found = parameterNamedBy(world, module2, parent, name);
    if (found === void 0) yield refuse("not-ours", `\`${name}=\``, module2, offset);
    else if (found.binding.scope.kind === "lambda")
      yield* renameLambdaParameter({ world, ...found, newName });
    else yield* renameArgument({ world, ...found, newName });
    return;
  }
  const meant = module2.bindings.unevaluated.find(
    ({ start, end }) => start <= offset && endOf(tree, node) <= end
  );
  const binding = meant === void 0 ? void 0 : module2.bindings.lookup(meant.scope, meant.name);
  if (binding === void 0) yield refuse("no-name", `\`${name}\``, module2, offset);
  else yield* renameBinding(world, module2, binding, newName);
}
function* renameAttribute(world, module2, offset, object2, name, newName) {
  const shown = `\`${name}\``;
  switch (object2.kind) {
    case "class":
    case "instance":
    case "super":
      yield* renameInFamily(world, object2.class, name, newName);
      return;
    case "module": {
      const from = object2.link.to === "module" ? world.project.module(object2.link.path) : void 0;
      const found = from === void 0 ? void 0 : globalOf(world, from, name);
      if (found === void 0 || found === "unknown") yield refuse("not-ours", shown, module2, offset);
      else yield* renameTop(world, found, newName);
      return;
    }
    case "unknown":
      yield refuse("unknown-receiver", shown, module2, offset);
      return;
    case "foreign":
    case "foreign-instance":
    case "function":
      yield refuse("not-ours", shown, module2, offset);
  }
}
function* renameInFamily(world, owner, name, newName) {
  for (const member of familyOf(world, owner, name).members.values()) {
    const binding = classVariableOf(member.module, member.definition, name);
    if (binding === void 0) continue;
    yield* renameInClass(world, member, binding, newName);
    return;
  }
  yield* renameMember(world, owner, name, newName);
}
function* renameInString(world, module2, offset, newName) {
  const named = namedInString(world, module2, offset);
  if (named === void 0) {
    yield decline("no-name", "no name");
    return;
  }
  yield* objectionsToName(named.name, newName);
  switch (named.kind) {
    case "fixture":
      yield* renameFixture(world, named.provider, newName);
      return;
    case "variable":
      yield* renameBinding(world, named.module, named.binding, newName);
      return;
    case "attribute":
      yield* renameAttribute(world, module2, offset, named.object, named.name, newName);
  }
}
var init_targets = __esm({
  "src/rename/targets.ts"() {
    "use strict";
    init_syntax();
    init_collisions();
    init_definition_names();
    init_editable();
    init_families();
    init_fixtures();
    init_globals();
    init_links();
    init_members2();
    init_named_in_strings();
    init_occurrences();
    init_parameters();
    init_arguments();
    init_keywords();
    init_providers();
    init_steps();
    init_test_names();
    init_values();
    init_variables();
  }
});

// src/rename/plan.ts
function proposalFor(project, request) {
  const { path, offset } = request;
  const newName = request.newName.normalize("NFKC");
  const module2 = moduleOf(project, path);
  const gathered2 = gather(stepsOf2(worldOf(project), module2, offset, newName));
  if ("objection" in gathered2)
    return { safe: false, refusal: refusalOf(module2, request, gathered2.objection) };
  const { edits, claims, left, testIds } = gathered2;
  const [firstPath = path, [first] = []] = edits.has(path) ? [path, edits.get(path)] : [...edits][0] ?? [];
  const defined = moduleOf(project, firstPath);
  const plan = {
    oldName: defined.text.slice(first?.span.start, first?.span.end),
    newName,
    path: firstPath,
    start: defined.positionAt(first?.span.start ?? offset),
    edits,
    left,
    testIds
  };
  return { safe: true, plan, claims };
}
function moduleOf(project, path) {
  const module2 = project.module(path);
  if (module2 === void 0) throw new Error(`${path} is no Python file that can be read`);
  return module2;
}
function gather(steps) {
  const lists = /* @__PURE__ */ new Map();
  const left = [];
  const testIds = [];
  const claims = /* @__PURE__ */ new Set();
  for (const step of steps) {
    switch (step.step) {
      case "refuse":
        return { objection: step };
      case "edit": {
        const list2 = lists.get(step.path) ?? [];
        lists.set(step.path, list2);
        list2.push({ span: step.span, replacement: step.replacement });
        break;
      }
      case "leave":
        left.push({ path: step.path, line: step.line });
        break;
      case "test-id":
        testIds.push({ before: step.before, after: step.after });
        break;
      case "claim":
        claims.add(step.claim);
    }
  }
  const edits = /* @__PURE__ */ new Map();
  for (const [path, list2] of lists) {
    const sorted = merged2(list2);
    if (sorted === void 0) return { objection: decline("internal", `edits of ${path} overlap`) };
    edits.set(path, sorted);
  }
  return { edits, left, testIds, claims };
}
function refusedAs(project, request, { code: code2, found }) {
  const refusal = refusalOf(moduleOf(project, request.path), request, decline(code2, found));
  return { safe: false, refusal };
}
function refusalOf(module2, { path, offset }, { code: code2, found, place }) {
  if (place === void 0) return { code: code2, path, at: module2.positionAt(offset), reason: found };
  const where = place.path === path ? `at line ${place.at.line}` : `at ${place.path}:${place.at.line}`;
  return { code: code2, path: place.path, at: place.at, reason: `${found} ${where}` };
}
var init_plan = __esm({
  "src/rename/plan.ts"() {
    "use strict";
    init_edit();
    init_prove();
    init_steps();
    init_targets();
    init_world();
  }
});

// src/rename/batch.ts
function planRenames(project, requests) {
  const proposals = requests.map((request) => ({ request, proposal: proposalFor(project, request) }));
  const reasons = /* @__PURE__ */ new Map();
  const candidates = unitsOf(proposals).filter((unit) => {
    const isPossible = unit.every(({ proposal }) => proposal.safe);
    if (!isPossible)
      refuse2(reasons, unit, { code: "group", found: "another rename of the group was refused" });
    return isPossible;
  });
  const accepted = isProvedTogether(project, candidates) ? candidates : acceptable(project, candidates, reasons);
  return {
    outcomes: proposals.map((proposed) => outcomeOf2(project, proposed, reasons.get(proposed))),
    edits: editsOf(accepted) ?? /* @__PURE__ */ new Map()
  };
}
function unitsOf(proposals) {
  const units = /* @__PURE__ */ new Map();
  for (const proposed of proposals) {
    const key2 = proposed.request.group ?? proposed;
    const unit = units.get(key2);
    if (unit === void 0) units.set(key2, [proposed]);
    else unit.push(proposed);
  }
  return [...units.values()];
}
function refuse2(reasons, unit, reason) {
  for (const proposed of unit) reasons.set(proposed, reason);
}
function isProvedTogether(project, units, last) {
  const edits = clashIn(units) === void 0 ? editsOf(units) : void 0;
  if (edits === void 0) return false;
  const concerned = last === void 0 ? void 0 : editsOf([last]);
  const unproved = [...edits].filter(([path]) => concerned === void 0 || concerned.has(path));
  return differenceIn(project, new Map(unproved)) === void 0;
}
function acceptable(project, units, reasons) {
  const accepted = [];
  for (const unit of units) {
    const alone2 = editsOf([unit]);
    const difference = alone2 === void 0 ? void 0 : differenceIn(project, alone2);
    const isAlone = unit.length === 1;
    if (difference !== void 0)
      refuse2(reasons, unit, isAlone ? difference : { ...difference, code: "clash" });
    else if (isProvedTogether(project, [...accepted, unit], unit)) accepted.push(unit);
    else
      refuse2(reasons, unit, {
        code: "clash",
        found: clashIn([...accepted, unit]) ?? "another rename of the change"
      });
  }
  return accepted;
}
function clashIn(units) {
  const claimed = /* @__PURE__ */ new Map();
  for (const { proposal } of units.flat()) {
    if (!proposal.safe) continue;
    for (const claim of proposal.claims) {
      const other = claimed.get(claim);
      if (other !== void 0 && other !== proposal.plan.oldName) return `\`${other}\` gets the same name`;
      claimed.set(claim, proposal.plan.oldName);
    }
  }
  return void 0;
}
function editsOf(units) {
  const lists = /* @__PURE__ */ new Map();
  for (const { proposal } of units.flat()) {
    if (!proposal.safe) continue;
    for (const [path, edits] of proposal.plan.edits) lists.set(path, [...lists.get(path) ?? [], edits]);
  }
  const together = /* @__PURE__ */ new Map();
  for (const [path, edits] of lists) {
    const all = merged2(...edits);
    if (all === void 0) return void 0;
    together.set(path, all);
  }
  return together;
}
function outcomeOf2(project, { request, proposal }, reason) {
  if (!proposal.safe) return proposal;
  return reason === void 0 ? { safe: true, plan: proposal.plan } : refusedAs(project, request, reason);
}
var init_batch = __esm({
  "src/rename/batch.ts"() {
    "use strict";
    init_edit();
    init_plan();
    init_prove();
  }
});

// src/report/diff.ts
function unifiedDiff({ pathBytes, before, after }) {
  const old = linesOf2(asLatin12(before));
  const fresh = linesOf2(asLatin12(after));
  const hunks = hunksOf(changesBetween(old, fresh));
  if (hunks.length === 0) return new Uint8Array();
  const header = `--- ${quoted4("a/", pathBytes)}
+++ ${quoted4("b/", pathBytes)}
`;
  return fromLatin1(header + hunks.map((hunk) => hunkText(hunk, old, fresh)).join(""));
}
function hunksOf(changes2) {
  const hunks = [];
  for (const change of changes2) {
    const last = hunks.at(-1);
    const end = last?.at(-1)?.end;
    if (last !== void 0 && end !== void 0 && change.start - end <= 2 * CONTEXT) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}
function hunkText(hunk, old, fresh) {
  const [first] = hunk;
  const last = hunk.at(-1) ?? first;
  const lead = Math.min(CONTEXT, first.start);
  const end = Math.min(old.length, last.end + CONTEXT);
  const newEnd = last.newEnd + (end - last.end);
  const lines = [];
  let at3 = first.start - lead;
  for (const { start, end: changeEnd, newStart, newEnd: changeNewEnd } of hunk) {
    lines.push(...marked(" ", old.slice(at3, start)));
    lines.push(
      ...marked("-", old.slice(start, changeEnd)),
      ...marked("+", fresh.slice(newStart, changeNewEnd))
    );
    at3 = changeEnd;
  }
  lines.push(...marked(" ", old.slice(at3, end)));
  const range = `-${rangeText(first.start - lead, end)} +${rangeText(first.newStart - lead, newEnd)}`;
  return `@@ ${range} @@
${lines.join("")}`;
}
function rangeText(start, end) {
  const count3 = end - start;
  return `${count3 === 0 ? start : start + 1}${count3 === 1 ? "" : `,${count3}`}`;
}
function marked(mark, lines) {
  return lines.map(
    (line) => line.endsWith("\n") ? `${mark}${line}` : `${mark}${line}
\\ No newline at end of file
`
  );
}
function linesOf2(text2) {
  return text2.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
function changesBetween(old, fresh) {
  const partners = commonLines(old, fresh);
  const changes2 = [];
  let start = 0;
  let newStart = 0;
  for (let line = 0; line <= old.length; line++) {
    const partner = line === old.length ? fresh.length : partners[line] ?? -1;
    if (partner === -1) continue;
    if (line > start || partner > newStart) changes2.push({ start, end: line, newStart, newEnd: partner });
    start = line + 1;
    newStart = partner + 1;
  }
  return changes2;
}
function commonLines(one, other) {
  const partners = new Int32Array(one.length).fill(-1);
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) {
    partners[start] = start;
    start++;
  }
  let end = one.length;
  let otherEnd = other.length;
  while (end > start && otherEnd > start && one[end - 1] === other[otherEnd - 1]) {
    partners[--end] = --otherEnd;
  }
  for (const [line, partner] of snakes(one.slice(start, end), other.slice(start, otherEnd))) {
    partners[start + line] = start + partner;
  }
  return partners;
}
function snakes(one, other) {
  const most = Math.min(MOST_DIFFERENCES, one.length + other.length);
  const furthest = new Int32Array(2 * most + 3);
  const middle = most + 1;
  const trace = [];
  for (let differences2 = 0; differences2 <= most; differences2++) {
    trace.push(furthest.slice(middle - differences2 - 1, middle + differences2 + 2));
    for (let diagonal = -differences2; diagonal <= differences2; diagonal += 2) {
      const at3 = middle + diagonal;
      let line = isDown(furthest, at3, diagonal, differences2) ? furthest[at3 + 1] ?? 0 : (furthest[at3 - 1] ?? 0) + 1;
      while (line < one.length && line - diagonal < other.length && one[line] === other[line - diagonal])
        line++;
      furthest[at3] = line;
      if (line >= one.length && line - diagonal >= other.length)
        return traced(trace, one.length, other.length);
    }
  }
  return [];
}
function isDown(furthest, at3, diagonal, differences2) {
  if (diagonal === -differences2) return true;
  return diagonal !== differences2 && (furthest[at3 - 1] ?? 0) < (furthest[at3 + 1] ?? 0);
}
function traced(trace, length, otherLength) {
  const pairs = [];
  let line = length;
  let partner = otherLength;
  for (let differences2 = trace.length - 1; differences2 >= 0; differences2--) {
    const furthest = trace[differences2] ?? new Int32Array();
    const diagonal = line - partner;
    const at3 = differences2 + 1 + diagonal;
    const previous = isDown(furthest, at3, diagonal, differences2) ? diagonal + 1 : diagonal - 1;
    const previousLine = differences2 === 0 ? 0 : furthest[differences2 + 1 + previous] ?? 0;
    const previousPartner = differences2 === 0 ? 0 : previousLine - previous;
    while (line > previousLine && partner > previousPartner) pairs.push([--line, --partner]);
    line = previousLine;
    partner = previousPartner;
  }
  return pairs;
}
function quoted4(prefix, pathBytes) {
  const path = asLatin12(pathBytes);
  if (!/[\x00-\x1f"\\\x7f]/.test(path) && isUtf82(pathBytes)) return prefix + path;
  const escaped2 = path.replaceAll(
    /[\x00-\x1f"\\\x7f-\xff]/g,
    (byte) => byte === '"' || byte === "\\" ? `\\${byte}` : `\\${byte.charCodeAt(0).toString(8).padStart(3, "0")}`
  );
  return `"${prefix}${escaped2}"`;
}
function isUtf82(bytes) {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
var CONTEXT, MOST_DIFFERENCES, asLatin12, fromLatin1;
var init_diff = __esm({
  "src/report/diff.ts"() {
    "use strict";
    CONTEXT = 3;
    MOST_DIFFERENCES = 1500;
    asLatin12 = (bytes) => Buffer.from(bytes).toString("latin1");
    fromLatin1 = (text2) => Buffer.from(text2, "latin1");
  }
});

// src/fix/counterpart.ts
function counterpartOf(module2, offset, starts, other) {
  if (module2.text === other.text) return { kind: "found", offset };
  const identifiers = new Map(
    Array.from(module2.nodesOf(Kind.identifier), (node) => [module2.spanOf(node).start, node])
  );
  const nodes = [offset, ...starts].flatMap((start) => identifiers.get(start) ?? []);
  const [first] = nodes;
  if (first === void 0) throw new Error(`there is no identifier at offset ${offset} of ${module2.path}`);
  return onCommonLine(module2, nodes, other) ?? inDefinition(module2, first, other);
}
function onCommonLine(module2, nodes, other) {
  const partners = commonLines(linesWithoutEnds(module2.text), linesWithoutEnds(other.text));
  for (const node of nodes) {
    const { line, column } = module2.positionAt(module2.spanOf(node).start);
    const partner = partners[line - 1] ?? -1;
    const lineStart2 = partner === -1 ? void 0 : other.lineStarts[partner];
    if (lineStart2 !== void 0) return { kind: "found", offset: lineStart2 + column - 1 };
  }
  return void 0;
}
function linesWithoutEnds(text2) {
  return linesOf2(text2).map((line) => line.replace(/\r?\n$/, ""));
}
function inDefinition(module2, node, other) {
  const name = module2.textOf(node);
  const definition = module2.qualifiedNameAt(module2.spanOf(node).start);
  const candidates = Array.from(other.nodesOf(Kind.identifier)).filter(
    (candidate) => other.textOf(candidate) === name && isWithin2(other.qualifiedNameAt(other.spanOf(candidate).start), definition)
  );
  if (candidates.length === 0) return { kind: "absent" };
  const found = candidates.find((candidate) => isVariable2(other, candidate) === isVariable2(module2, node));
  return found === void 0 ? { kind: "unclear" } : { kind: "found", offset: other.spanOf(found).start };
}
function isWithin2(inner, outer) {
  return outer === "" || inner === outer || inner.startsWith(`${outer}.`);
}
function isVariable2(module2, node) {
  return module2.bindings.bindingAt(module2.spanOf(node).start) !== void 0;
}
var init_counterpart = __esm({
  "src/fix/counterpart.ts"() {
    "use strict";
    init_syntax();
    init_diff();
  }
});

// src/fix/plan.ts
function planChange(drafts, wanted) {
  const [first, ...others] = drafts;
  const denials = /* @__PURE__ */ new Map();
  for (; ; ) {
    const asked2 = wanted.filter((one) => !denials.has(one));
    const planned = planRenames(
      first.project(),
      asked2.map(({ request }) => request)
    );
    const accepted = [];
    for (const [index, outcome] of planned.outcomes.entries()) {
      const one = asked2[index];
      if (one === void 0) continue;
      if (outcome.safe) accepted.push({ wanted: one, plan: outcome.plan });
      else denials.set(one, outcome.refusal);
    }
    const late = /* @__PURE__ */ new Map();
    for (const { wanted: one, plan } of accepted) {
      const denial = testIdDenial(one, plan) ?? objectionTo(first, plan);
      if (denial !== void 0) late.set(one, denial);
    }
    const followed = late.size > 0 ? [] : others.map((draft) => follow(first, draft, accepted, late));
    if (late.size === 0) {
      const denied = Array.from(denials, ([one, denial]) => ({ wanted: one, denial }));
      return { accepted, denied, edits: [planned.edits, ...followed] };
    }
    for (const [one, denial] of late) {
      denials.set(one, denial);
      for (const member of membersOf2(one, asked2)) if (!denials.has(member)) denials.set(member, GROUP);
    }
  }
}
function membersOf2({ request }, asked2) {
  return request.group === void 0 ? [] : asked2.filter((other) => other.request.group === request.group);
}
function testIdDenial({ mayChangeTestIds }, { testIds }) {
  const [first] = testIds;
  if (mayChangeTestIds || first === void 0) return void 0;
  return { code: "test-id", reason: `${first.before} would have another id; use proctor rename` };
}
function objectionTo(draft, { edits }) {
  for (const [path, list2] of edits) {
    const objection = draft.objection(path, list2);
    if (objection !== void 0) return { code: "unwritable", reason: `${path} ${objection}` };
  }
  return void 0;
}
function follow(first, draft, accepted, late) {
  const within = ({ code: code2, reason }) => ({ code: code2, reason: `${reason} in ${draft.name}` });
  const followers = [];
  for (const { wanted, plan } of accepted) {
    const { request } = wanted;
    const module2 = first.project().module(request.path);
    const other = draft.project().module(request.path);
    if (module2 === void 0) throw new Error(`${request.path} is no module`);
    if (other === void 0) {
      const isThere = draft.bytes(request.path) !== void 0;
      if (isThere)
        late.set(wanted, within({ code: "unwritable", reason: `${request.path} is not readable` }));
      continue;
    }
    const starts = (plan.edits.get(request.path) ?? []).map(({ span }) => span.start);
    const counterpart = counterpartOf(module2, request.offset, starts, other);
    if (counterpart.kind === "found") {
      followers.push({ wanted, request: { ...request, offset: counterpart.offset } });
    } else if (counterpart.kind === "unclear") {
      late.set(wanted, within({ code: "unwritable", reason: `\`${plan.oldName}\` is used otherwise` }));
    }
  }
  const planned = planRenames(
    draft.project(),
    followers.map(({ request }) => request)
  );
  for (const [index, outcome] of planned.outcomes.entries()) {
    const wanted = followers[index]?.wanted;
    if (wanted === void 0) continue;
    const denial = outcome.safe ? objectionTo(draft, outcome.plan) : outcome.refusal;
    if (denial !== void 0) late.set(wanted, within(denial));
  }
  return planned.edits;
}
var GROUP;
var init_plan2 = __esm({
  "src/fix/plan.ts"() {
    "use strict";
    init_batch();
    init_counterpart();
    GROUP = { code: "group", reason: "another rename of its group was refused" };
  }
});

// src/fix/proof.ts
function differenceOutside(before, after, edits) {
  if (before.hasError) return "the text does not parse";
  if (after.hasError) return "the edited text would not parse";
  const fresh = inverse2(before.text, edits).map(({ span }) => span);
  const old = edits.map(({ span }) => span);
  const shift = shiftOf(edits);
  const moved2 = ({ kind, field, start, end }) => ({
    kind,
    field,
    start: shift(start),
    end: end === start ? shift(end) : shift(end - 1) + 1
  });
  const stay = (seen) => isEqual(seen(before, old).map(moved2), seen(after, fresh));
  return stay(tokensOutside) && stay(nodesAwayFrom) ? void 0 : "the edit would change what stands around it";
}
function tokensOutside(tree, spans) {
  return nodesOf(tree).filter((node) => afterOf(tree, node) === node + 1 && startOf(tree, node) < endOf(tree, node)).map((node) => ({ ...seenAt(tree, node), field: 0 })).filter(({ start, end }) => spans.every((span) => end <= span.start || start >= span.end));
}
function nodesAwayFrom(tree, spans) {
  return nodesOf(tree).map((node) => seenAt(tree, node)).filter(({ start, end }) => spans.every((span) => end < span.start || start > span.end));
}
function isEqual(some, others) {
  return some.length === others.length && some.every(({ kind, field, start, end }, index) => {
    const other = others[index];
    return kind === other?.kind && field === other.field && start === other.start && end === other.end;
  });
}
var seenAt, nodesOf;
var init_proof = __esm({
  "src/fix/proof.ts"() {
    "use strict";
    init_syntax();
    init_edit();
    seenAt = (tree, node) => ({
      kind: kindOf(tree, node),
      field: fieldOf(tree, node),
      start: startOf(tree, node),
      end: endOf(tree, node)
    });
    nodesOf = ({ size }) => Array.from({ length: size }, (_3, node) => node);
  }
});

// src/fix/repair.ts
function repaired(task) {
  const review2 = memoized2(task);
  const repairs = [];
  for (let round = 1; ; round++) {
    const reviews = task.sources.map((source) => review2(task.drafts[0], source));
    const flawed = task.sources.flatMap((source, index) => {
      const outcome = reviews[index];
      return outcome?.ok === true ? outcome.findings.map((finding) => ({ source, finding })) : [];
    });
    const renames = renamesFor(flawed, task);
    const step = renames.repairs.length > 0 ? renames : editsFor2(flawed, task, review2);
    const refusals = step === renames ? renames.refusals : [...renames.refusals, ...step.refusals];
    for (const [index, draft] of task.drafts.entries()) draft.edit(step.edits[index] ?? /* @__PURE__ */ new Map());
    repairs.push(...step.repairs);
    if (step.repairs.length === 0 || round === MOST_ROUNDS) return { repairs, refusals, reviews };
  }
}
function memoized2({ review: review2 }) {
  const known7 = /* @__PURE__ */ new Map();
  return (draft, source) => {
    const bytes = draft.bytes(source.place);
    if (bytes === void 0) {
      return { ok: false, failure: { path: source.path, reason: `is not in ${draft.name} any more` } };
    }
    const reviews = known7.get(source) ?? /* @__PURE__ */ new WeakMap();
    known7.set(source, reviews);
    const reviewed2 = reviews.get(bytes) ?? review2(source, bytes);
    reviews.set(bytes, reviewed2);
    return reviewed2;
  };
}
function renamesFor(flaws, task) {
  const wanted = flaws.flatMap((flaw) => wantedRename(flaw, task.drafts[0]));
  const { accepted, denied, edits } = planChange(task.drafts, wanted);
  return {
    edits,
    repairs: accepted.map(({ wanted: { source, finding, evidence }, plan }) => ({
      ...renamedBy(plan, source.path, task.shown),
      rule: finding.rule,
      evidence
    })),
    refusals: denied.map(({ wanted: { source, finding, from, request }, denial }) => ({
      path: source.path,
      line: finding.start.line,
      column: finding.start.column,
      rule: finding.rule,
      what: `${from} -> ${request.newName}`,
      code: denial.code,
      reason: denial.reason
    }))
  };
}
function wantedRename({ source, finding }, draft) {
  const { fix: fix3, span } = finding;
  const module2 = draft.project().module(source.place);
  if (fix3 === void 0 || !("renameTo" in fix3) || module2 === void 0) return [];
  const name = Array.from(module2.nodesOf(Kind.identifier), module2.spanOf).findLast(
    ({ start, end }) => start >= span.start && end <= span.end
  );
  if (name === void 0) throw new Error(`${finding.rule} wants to rename what is no name`);
  const request = { path: source.place, offset: name.start, newName: fix3.renameTo };
  const from = module2.text.slice(name.start, name.end);
  return [{ request, mayChangeTestIds: false, source, finding, from, evidence: fix3.evidence }];
}
function renamedBy(plan, path, shown) {
  return {
    kind: "rename",
    path,
    line: plan.start.line,
    column: plan.start.column,
    from: plan.oldName,
    to: plan.newName,
    places: Array.from(plan.edits.values(), (edits) => edits.length).reduce((sum, places3) => sum + places3, 0),
    files: plan.edits.size,
    left: plan.left.map((mention) => ({
      path: mention.path === plan.path ? path : shown(mention.path),
      line: mention.line
    })),
    testIds: plan.testIds
  };
}
function editsFor2(flaws, { drafts, allowsUnsafe }, review2) {
  const changes2 = drafts.map((draft) => ({ draft, edits: /* @__PURE__ */ new Map() }));
  const repairs = [];
  const refusals = [];
  for (const flaw of flaws) {
    const { fix: fix3, start, rule } = flaw.finding;
    if (fix3 === void 0 || !("edits" in fix3) || !(fix3.safe || allowsUnsafe)) continue;
    const place = { path: flaw.source.path, line: start.line, column: start.column, rule };
    const merges = changes2.map(({ draft, edits }) => {
      const others = edits.get(flaw.source.place) ?? [];
      const own = editsIn(draft, flaw, fix3, drafts[0], review2);
      return own === void 0 ? { kind: "nothing" } : mergedEdits(draft, flaw.source.place, others, own);
    });
    const refusal = merges.find((merge) => merge.kind === "refused");
    if (refusal !== void 0) refusals.push({ ...place, what: fix3.title, reason: refusal.reason });
    if (refusal !== void 0 || merges.some(({ kind }) => kind === "overlap")) continue;
    for (const [index, merge] of merges.entries()) {
      if (merge.kind === "merged") changes2[index]?.edits.set(flaw.source.place, merge.edits);
    }
    repairs.push({ ...place, kind: "edit", title: fix3.title });
  }
  return { repairs, refusals, edits: changes2.map(({ edits }) => edits) };
}
function editsIn(draft, { source, finding }, fix3, first, review2) {
  if (draft === first) return fix3.edits;
  const same = (reviewed2) => reviewed2.ok ? reviewed2.findings.filter(
    (other2) => other2.fingerprint === finding.fingerprint && titleOf(other2) === fix3.title
  ) : [];
  const index = same(review2(first, source)).indexOf(finding);
  const other = same(review2(draft, source))[index]?.fix;
  return other !== void 0 && "edits" in other ? other.edits : void 0;
}
function mergedEdits(draft, path, others, own) {
  const all = merged2(others, own);
  if (all === void 0) return { kind: "overlap" };
  const { module: moduleOf2, parse } = draft.project();
  const before = moduleOf2(path);
  if (before === void 0) throw new Error(`${path} is no module`);
  const reason = draft.objection(path, all) ?? differenceOutside(before.tree, parse(path, edited(before.text, all)).tree, all);
  return reason === void 0 ? { kind: "merged", edits: all } : { kind: "refused", reason };
}
var MOST_ROUNDS, titleOf;
var init_repair = __esm({
  "src/fix/repair.ts"() {
    "use strict";
    init_syntax();
    init_edit();
    init_plan2();
    init_proof();
    MOST_ROUNDS = 10;
    titleOf = ({ fix: fix3 }) => fix3 !== void 0 && "edits" in fix3 ? fix3.title : void 0;
  }
});

// src/fix/draft.ts
function draftOf(view, reading) {
  const edited3 = /* @__PURE__ */ new Map();
  const modules = /* @__PURE__ */ new Map();
  const bytes = (path) => edited3.get(path) ?? view.read(path)?.bytes;
  const parse = (path, text2) => {
    const parser = reading.parse();
    return testModule(path, parser(text2), reading.conventions(path), parser);
  };
  function moduleAt(path) {
    if (modules.has(path)) return modules.get(path);
    const content = path.endsWith(".py") ? bytes(path) : void 0;
    const decoded = content && decode(content);
    const module2 = decoded?.ok === true ? parse(path, decoded.text) : void 0;
    modules.set(path, module2);
    return module2;
  }
  function newProject() {
    let files;
    return {
      isWhole: view.isWhole,
      get files() {
        return files ??= view.files;
      },
      text: (path) => {
        const content = bytes(path);
        return content && textOf2(path, content);
      },
      module: moduleAt,
      parse
    };
  }
  let project = newProject();
  return {
    name: view.name,
    project: () => project,
    bytes,
    objection: (path, edits) => {
      const held = view.read(path);
      if (held === void 0) return "cannot be read";
      if (held.obstacle !== void 0) return held.obstacle;
      const result = editedBytes(bytes(path) ?? held.bytes, edits);
      return result.ok ? void 0 : result.reason;
    },
    edit: (edits) => {
      for (const [path, list2] of edits) {
        const result = editedBytes(bytes(path) ?? new Uint8Array(), list2);
        if (!result.ok) throw new Error(`${path}: ${result.reason}`);
        edited3.set(path, result.bytes);
        modules.delete(path);
      }
      project = newProject();
    },
    contents: () => edited3
  };
}
function textOf2(path, bytes) {
  const decoded = path.endsWith(".py") ? decode(bytes) : void 0;
  if (decoded?.ok === true) return decoded.text;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString("latin1");
  }
}
var init_draft = __esm({
  "src/fix/draft.ts"() {
    "use strict";
    init_decode();
    init_module();
    init_edit();
  }
});

// src/fix/view.ts
var LARGEST, LINK;
var init_view = __esm({
  "src/fix/view.ts"() {
    "use strict";
    LARGEST = 32 * 1024 * 1024;
    LINK = "is a symbolic link";
  }
});

// src/fix/index-view.ts
function indexView(place, name, first) {
  const entries = /* @__PURE__ */ new Map();
  for (const entry of indexEntries(place)) if (!isSubmodule(entry)) entries.set(entry.path, entry);
  const contentOf = blobReader(place, entries, first);
  const held = (path) => {
    const entry = entries.get(path);
    if (entry === void 0) return void 0;
    const obstacle = obstacleOf(entry);
    if (obstacle === LINK) return { bytes: contentOf(targetOf2(entry)) ?? new Uint8Array(), obstacle };
    const bytes = contentOf(entry);
    return bytes && { bytes, obstacle };
  };
  function targetOf2(link2) {
    const target = Buffer.from(contentOf(link2) ?? []).toString();
    const entry = entries.get(import_node_path11.posix.join(import_node_path11.posix.dirname(link2.path), target));
    return entry !== void 0 && obstacleOf(entry) !== LINK ? entry : void 0;
  }
  return {
    name,
    isWhole: true,
    get files() {
      return [...entries.keys()].toSorted();
    },
    read: held,
    pathBytes: (path) => entries.get(path)?.pathBytes ?? Buffer.from(path),
    rewrite: (contents) => ({
      place,
      entries: Array.from(contents, ([path, content]) => {
        const entry = entries.get(path);
        if (entry === void 0) throw new Error(`${path} is not in the index`);
        return { entry, content };
      })
    })
  };
}
function obstacleOf({ mode, stage }) {
  if (stage !== 0) return "is not merged";
  return mode === "120000" ? LINK : void 0;
}
function blobReader(place, entries, first) {
  const contents = /* @__PURE__ */ new Map();
  const load = (wanted) => {
    const sizes = blobSizes(
      place,
      wanted.map(({ blob }) => blob)
    );
    const readable = wanted.filter(({ blob }) => (sizes.get(blob) ?? Infinity) <= LARGEST);
    const contentOf = readBlobs(
      place,
      readable.map(({ blob }) => blob)
    );
    for (const { blob } of wanted) contents.set(blob, void 0);
    for (const { blob, path } of readable) contents.set(blob, contentOf(blob, path));
  };
  const all = [...entries.values()];
  load(first.flatMap((path) => entries.get(path) ?? []));
  return (entry) => {
    if (entry === void 0) return void 0;
    if (!contents.has(entry.blob)) {
      const following = all.slice(all.indexOf(entry));
      load(following.filter(({ blob }) => !contents.has(blob)).slice(0, AT_ONCE));
    }
    return contents.get(entry.blob);
  };
}
var import_node_path11, isSubmodule, AT_ONCE;
var init_index_view = __esm({
  "src/fix/index-view.ts"() {
    "use strict";
    import_node_path11 = require("node:path");
    init_blobs();
    init_entries();
    init_view();
    isSubmodule = ({ mode }) => mode === "160000";
    AT_ONCE = 1e3;
  }
});

// src/fix/tree-view.ts
function treeView(repository, name, named) {
  const { topLevel } = repository;
  let paths;
  const bytesOf = (path) => (paths ??= pathsOf(repository, named)).get(path) ?? Buffer.from(path);
  const locate = (path) => locationOf(topLevel, bytesOf(path));
  const files = () => {
    paths ??= pathsOf(repository, named);
    return [...paths.keys()].filter((path) => (0, import_node_fs10.existsSync)(locate(path))).toSorted();
  };
  return viewOf({ name, isWhole: true, files, topLevel, locate, bytesOf });
}
function looseView(cwd, named) {
  return viewOf({
    name: "the working tree",
    isWhole: false,
    files: () => named.toSorted(),
    topLevel: void 0,
    locate: (path) => Buffer.from((0, import_node_path12.resolve)(cwd, path)),
    bytesOf: () => void 0
  });
}
function pathsOf({ place, topLevel }, named) {
  const tracked = indexEntries(place).filter(({ mode }) => mode !== SUBMODULE);
  const isForeign = foreignFolders(topLevel);
  const words3 = ["ls-files", "-z", "--others", "--exclude-standard", "--", "*.py"];
  const untracked = splitAtNul(output(place, words3)).filter((path) => !isForeign((0, import_node_path12.dirname)(path.toString())));
  return new Map([
    ...named.map((path) => [path, Buffer.from(path)]),
    ...untracked.map((path) => [pathText(path), path]),
    ...tracked.map(({ path, pathBytes }) => [path, pathBytes])
  ]);
}
function foreignFolders(topLevel) {
  const known7 = /* @__PURE__ */ new Map([[".", false]]);
  const isForeign = (folder) => {
    const answer = known7.get(folder) ?? ((0, import_node_path12.basename)(folder) === "node_modules" || (0, import_node_fs10.existsSync)((0, import_node_path12.join)(topLevel, folder, "pyvenv.cfg")) || isForeign((0, import_node_path12.dirname)(folder)));
    known7.set(folder, answer);
    return answer;
  };
  return isForeign;
}
function viewOf({ name, isWhole, files, topLevel, locate, bytesOf }) {
  const known7 = /* @__PURE__ */ new Map();
  const readFile = (path) => {
    const read2 = known7.get(path) ?? readAt(locate(path), topLevel);
    known7.set(path, read2);
    return read2;
  };
  return {
    name,
    isWhole,
    get files() {
      return files();
    },
    read: (path) => readFile(path).held,
    pathBytes: (path) => bytesOf(path) ?? Buffer.from(path),
    rewrite: (contents) => Array.from(contents, ([path, content]) => {
      const { file } = readFile(path);
      if (file === void 0) throw new Error(`${path} is no regular file`);
      return { path, pathBytes: bytesOf(path), file, content };
    })
  };
}
function readAt(location, topLevel) {
  const nothing = { held: void 0, file: void 0 };
  try {
    const status = (0, import_node_fs10.statSync)(location, { throwIfNoEntry: false });
    if (status !== void 0 && status.size > LARGEST) return nothing;
    const found = findFile(topLevel, location);
    if (found.kind === "absent") return nothing;
    if (found.kind === "regular")
      return { held: { bytes: found.file.bytes, obstacle: void 0 }, file: found.file };
    const bytes = status?.isFile() === true ? (0, import_node_fs10.readFileSync)(location) : new Uint8Array();
    return { held: { bytes, obstacle: LINK }, file: void 0 };
  } catch (error) {
    if (codeOf(error) === void 0) throw error;
    return nothing;
  }
}
var import_node_fs10, import_node_path12, SUBMODULE;
var init_tree_view = __esm({
  "src/fix/tree-view.ts"() {
    "use strict";
    import_node_fs10 = require("node:fs");
    import_node_path12 = require("node:path");
    init_entries();
    init_fields();
    init_path_text();
    init_run();
    init_working_file();
    init_view();
    SUBMODULE = "160000";
  }
});

// src/fix/workbench.ts
function stagedWorkbench(repository, reading, paths) {
  const { place, gitDirectory } = repository;
  const tree = treeView(repository, "the working tree", paths);
  const index = indexView(place, "the index", paths);
  const indexes = [index];
  const isForCommit = /^next-index-\d+\.lock$/.test((0, import_node_path13.basename)(place.environment["GIT_INDEX_FILE"] ?? ""));
  if (isForCommit) {
    const real = withIndex(place, (0, import_node_path13.join)(gitDirectory, "index.lock"));
    indexes.push(indexView(real, "the index after this commit", paths));
  }
  const drafts = [index, ...indexes.slice(1), tree].map((view) => draftOf(view, reading));
  return workbenchOf(
    index,
    drafts,
    () => write(repository, {
      indexes: indexes.map((view, at3) => view.rewrite(contentsOf(drafts[at3]))),
      files: tree.rewrite(contentsOf(drafts.at(-1)))
    })
  );
}
function treeWorkbench(repository, reading, named) {
  const tree = treeView(repository, "the working tree", named);
  const draft = draftOf(tree, reading);
  return workbenchOf(
    tree,
    [draft],
    () => write(repository, { indexes: [], files: tree.rewrite(draft.contents()) })
  );
}
function looseWorkbench(cwd, reading, named) {
  const files = looseView(cwd, named);
  const draft = draftOf(files, reading);
  return workbenchOf(files, [draft], () => writeLooseFiles(files.rewrite(draft.contents())));
}
function workbenchOf(view, drafts, write2) {
  const [first, ...others] = drafts;
  if (first === void 0) throw new Error("a workbench has a draft");
  return {
    drafts: [first, ...others],
    changed: () => new Set(drafts.flatMap((draft) => [...draft.contents().keys()])),
    diff: () => Buffer.concat(diffsOf(view, first)),
    write: write2
  };
}
function diffsOf(view, draft) {
  return Array.from(draft.contents()).toSorted(([one], [other]) => one < other ? -1 : 1).map(([path, after]) => {
    const before = view.read(path)?.bytes ?? new Uint8Array();
    return unifiedDiff({ pathBytes: view.pathBytes(path), before, after });
  });
}
var import_node_path13, contentsOf;
var init_workbench = __esm({
  "src/fix/workbench.ts"() {
    "use strict";
    import_node_path13 = require("node:path");
    init_entries();
    init_write();
    init_diff();
    init_draft();
    init_index_view();
    init_tree_view();
    contentsOf = (draft) => draft?.contents() ?? /* @__PURE__ */ new Map();
  }
});

// src/fix/fix.ts
function fix2(fixing, host2) {
  const { sources, isStaged, isDiff, settings, parse, workplace } = fixing;
  const { repository } = workplace;
  const reading = { parse, conventions: (path) => settings.for(path).conventions };
  const work = (part, bench) => {
    const result = repaired({ ...fixing, sources: part, drafts: bench.drafts });
    const changed3 = bench.changed();
    const unwritten = isDiff || changed3.size === 0 ? [] : bench.write();
    return { ...result, sources: part, changed: changed3, unwritten, diff: isDiff ? bench.diff() : new Uint8Array() };
  };
  const inside = sources.filter(({ place }) => repository !== void 0 && isInside2(place));
  const outside = sources.filter((source) => !inside.includes(source));
  const parts = [];
  if (repository !== void 0 && inside.length > 0) {
    const paths = inside.map(({ place }) => place);
    const make = isStaged ? stagedWorkbench : treeWorkbench;
    const workInside = () => work(inside, make(repository, reading, paths));
    parts.push(isDiff ? workInside() : writing(repository, host2, workInside));
  }
  if (outside.length > 0) {
    const paths = outside.map(({ place }) => place);
    parts.push(work(outside, looseWorkbench(host2.cwd, reading, paths)));
  }
  const reviewsOf = ({ sources: part, reviews }) => part.flatMap((source, index) => {
    const review2 = reviews[index];
    return review2 === void 0 ? [] : [[source, review2]];
  });
  return {
    repairs: parts.flatMap(({ repairs }) => repairs),
    refusals: parts.flatMap(({ refusals }) => refusals),
    reviews: new Map(parts.flatMap(reviewsOf)),
    changed: new Set(parts.flatMap(({ changed: changed3 }) => [...changed3])),
    diff: Buffer.concat(parts.map(({ diff: diff2 }) => diff2)),
    unwritten: parts.flatMap(({ unwritten }) => unwritten)
  };
}
function isInside2(place) {
  return !place.startsWith("../") && !(0, import_node_path14.isAbsolute)(place);
}
function writing(repository, host2, run2) {
  return host2.uninterrupted(
    () => alone(journalDirectory(repository.gitDirectory), host2, () => {
      const restored = (settle(repository)?.paths ?? []).filter(
        ({ index, file }) => index === "restored" || file === "restored"
      );
      if (restored.length > 0) {
        const paths = restored.map(({ path }) => path).join(", ");
        host2.stderr.write(`proctor: a fix that was stopped halfway has been taken back first: ${paths}
`);
      }
      return run2();
    })
  );
}
var import_node_path14;
var init_fix = __esm({
  "src/fix/fix.ts"() {
    "use strict";
    import_node_path14 = require("node:path");
    init_journal();
    init_lock();
    init_undo();
    init_repair();
    init_workbench();
  }
});

// src/fix/target.ts
function targetOf(place) {
  const [, path, line, column] = /^(.+?):(\d+)(?::(\d+))?$/s.exec(place) ?? [];
  if (path === void 0 || Number(line) === 0 || Number(column ?? 1) === 0) {
    throw new UserError(`rename: ${place} is no place; name one as FILE:LINE or FILE:LINE:COLUMN`);
  }
  return { path, line: Number(line), column: column === void 0 ? void 0 : Number(column) };
}
function nameAt(module2, { path, line, column }) {
  const start = module2.lineStarts[line - 1];
  if (start === void 0) throw new UserError(`rename: ${path} has only ${module2.lineStarts.length} lines`);
  if (column !== void 0) {
    const offset = start + column - 1;
    const found = identifiersOf(module2).find((name) => name.start <= offset && offset < name.end);
    if (found !== void 0 && module2.positionAt(offset).line === line) return found;
    throw new UserError(`rename: there is no name at ${path}:${line}:${column}`);
  }
  const [first, ...others] = definedOn(module2, line);
  if (first === void 0) {
    throw new UserError(`rename: ${path}:${line} defines no name; add the column of the one that you mean`);
  }
  if (others.length === 0) return first;
  const candidates = [first, ...others].map(
    (name) => `${module2.text.slice(name.start, name.end)} (${path}:${line}:${module2.positionAt(name.start).column})`
  );
  throw new UserError(
    `rename: ${path}:${line} defines several names; add a column: ${candidates.join(", ")}`
  );
}
function definedOn(module2, line) {
  const names = module2.bindings.bindings.filter(({ kind }) => kind !== "unbound").flatMap(({ definitions }) => definitions);
  const attributes = module2.attributeAssignments.flatMap(
    ({ span }) => identifiersOf(module2).findLast(({ end }) => end === span.end) ?? []
  );
  return [...names, ...attributes].filter(({ start }) => module2.positionAt(start).line === line).toSorted((one, other) => one.start - other.start);
}
function identifiersOf(module2) {
  return Array.from(module2.nodesOf(Kind.identifier), module2.spanOf);
}
var init_target = __esm({
  "src/fix/target.ts"() {
    "use strict";
    init_syntax();
    init_user_error();
  }
});

// src/fix/rename.ts
var rename_exports = {};
__export(rename_exports, {
  rename: () => rename
});
async function rename(command, host2) {
  const asked2 = askedBy(command, host2);
  const workplace = workplaceOf(host2);
  const settings = settingsOf(NO_RULES, workplace, host2);
  const { repository, topLevel } = workplace;
  const placeOf4 = (path) => {
    const place = (0, import_node_path15.relative)(topLevel, (0, import_node_path15.resolve)(host2.cwd, path));
    return withSlashes(place.startsWith("..") || (0, import_node_path15.isAbsolute)(place) ? path : place);
  };
  const reading = {
    parse: parserFor([], host2),
    conventions: (path) => settings.for(path).conventions
  };
  const places3 = asked2.map(({ target }) => placeOf4(target.path));
  const outside = places3.filter((place) => repository === void 0 || !isInside2(place));
  const [stranger] = outside;
  if (stranger !== void 0 && outside.length < places3.length) {
    throw new UserError(`rename: ${stranger} is outside the repository of the others; rename it by itself`);
  }
  const shown = (path) => withSlashes((0, import_node_path15.relative)(host2.cwd, (0, import_node_path15.resolve)(topLevel, path)));
  const work = (bench) => {
    const wanted = asked2.map((one, index) => wantedIn(bench.drafts[0], one, places3[index] ?? ""));
    return carriedOut(bench, wanted, command, shown);
  };
  if (repository === void 0 || stranger !== void 0) {
    return reported(work(looseWorkbench(host2.cwd, reading, places3)), command, host2);
  }
  const workInside = () => work(treeWorkbench(repository, reading, places3));
  return reported(command.diff ? workInside() : writing(repository, host2, workInside), command, host2);
}
function askedBy({ target }, host2) {
  if (target !== void 0) return [{ target: targetOf(target.place), newName: target.newName }];
  const lines = new TextDecoder().decode(host2.stdin()).split(/\r?\n/);
  return lines.flatMap((line) => {
    if (line.trim() === "") return [];
    const [, place, newName] = /^(.*\S)\s+(\S+)\s*$/.exec(line) ?? [];
    if (place === void 0 || newName === void 0) {
      throw new UserError(`rename: ${line} is no place and name; write FILE:LINE[:COLUMN] NAME`);
    }
    return { target: targetOf(place), newName };
  });
}
function wantedIn(draft, { target, newName }, place) {
  const module2 = draft.project().module(place);
  if (module2 === void 0) throw unreadable(draft, target, place);
  const name = nameAt(module2, target);
  const request = { path: place, offset: name.start, newName };
  return { request, mayChangeTestIds: true, target, module: module2, name };
}
function unreadable(draft, { path }, place) {
  const bytes = draft.bytes(place);
  if (bytes === void 0) return new UserError(`rename: there is no file ${path} that can be read`);
  const decoded = decode(bytes);
  const reason = decoded.ok ? "is not a Python file" : decoded.reason;
  return new UserError(`rename: ${path}: ${reason}`);
}
function carriedOut(bench, wanted, { diff: diff2 }, shown) {
  const [draft] = bench.drafts;
  const { accepted, denied, edits } = planChange(bench.drafts, wanted);
  const refusals = denied.map(({ wanted: { target, module: module2, name, request }, denial }) => ({
    path: target.path,
    ...module2.positionAt(name.start),
    what: `${module2.text.slice(name.start, name.end)} -> ${request.newName}`,
    code: denial.code,
    reason: denial.reason
  }));
  const possible = accepted.length;
  if (refusals.length > 0) return { possible, repairs: [], refusals, diff: new Uint8Array(), unwritten: [] };
  draft.edit(edits[0] ?? /* @__PURE__ */ new Map());
  return {
    possible,
    repairs: accepted.map(({ wanted: { target }, plan }) => renamedBy(plan, target.path, shown)),
    refusals,
    diff: diff2 ? bench.diff() : new Uint8Array(),
    unwritten: diff2 ? [] : bench.write()
  };
}
function reported(done, { diff: diff2, format: format2 }, host2) {
  for (const { path, reason } of done.unwritten)
    host2.stderr.write(`proctor: ${displayed(path)}: ${reason}
`);
  const { repairs, refusals, possible } = done;
  if (format2 === "json") host2.stdout.write(jsonOf(done, diff2));
  else {
    host2.stdout.write(diff2 ? done.diff : fixLines({ repairs, refusals: [] }));
    host2.stderr.write(fixLines({ repairs: [], refusals }));
  }
  if (refusals.length > 0 && possible > 0) {
    host2.stderr.write(`proctor: nothing was renamed, since ${refusals.length} of the renames were refused
`);
  }
  if (done.unwritten.length > 0) return 2;
  return refusals.length > 0 || done.diff.length > 0 ? 1 : 0;
}
function jsonOf({ repairs, refusals, diff: changes2, unwritten }, diff2) {
  const report = {
    version: JSON_VERSION,
    repairs,
    refusals,
    failures: unwritten,
    ...diff2 ? { diff: new TextDecoder().decode(changes2) } : {}
  };
  return `${JSON.stringify(report, void 0, 2)}
`;
}
var import_node_path15, NO_RULES;
var init_rename = __esm({
  "src/fix/rename.ts"() {
    "use strict";
    import_node_path15 = require("node:path");
    init_files();
    init_decode();
    init_fixes();
    init_json();
    init_text2();
    init_sources();
    init_user_error();
    init_fix();
    init_plan2();
    init_repair();
    init_target();
    init_workbench();
    NO_RULES = {
      file: void 0,
      preset: void 0,
      select: void 0,
      extendSelect: [],
      ignore: []
    };
  }
});

// src/fix/undo.ts
var undo_exports = {};
__export(undo_exports, {
  undoLastFix: () => undoLastFix
});
function undoLastFix(host2) {
  const repository = openRepository(host2.cwd, host2.environment);
  const undone = writing(repository, host2, () => undo(repository));
  if (undone === void 0) throw new UserError("undo: there is no fix to take back");
  const { paths, unwritten } = undone;
  for (const path of paths) host2.stdout.write(`${lineFor(path)}
`);
  for (const { path, reason } of unwritten) host2.stderr.write(`proctor: ${displayed(path)}: ${reason}
`);
  if (unwritten.length > 0) return 2;
  const isLeft = paths.some(({ index, file }) => index === "changed since" || file === "changed since");
  return isLeft ? 1 : 0;
}
function lineFor({ path, index, file }) {
  const parts = [
    ...index === void 0 ? [] : [`index ${index}`],
    ...file === void 0 ? [] : [`file ${file}`]
  ];
  return `${displayed(path)}: ${parts.join(", ")}`;
}
var init_undo2 = __esm({
  "src/fix/undo.ts"() {
    "use strict";
    init_repository();
    init_undo();
    init_text2();
    init_user_error();
    init_fix();
  }
});

// src/fix/command.ts
var command_exports = {};
__export(command_exports, {
  fixSources: () => fixSources
});
async function fixSources(command, { sources, failures, isRepaired, ...inspection }, host2) {
  const { topLevel } = inspection.workplace;
  const isFramework = host2.environment["PRE_COMMIT"] === "1";
  const isStaged = command.source.from === "index";
  const fixed = fix2(
    {
      ...inspection,
      sources: sources.filter(isRepaired),
      isStaged: isStaged && !isFramework,
      isDiff: command.diff,
      allowsUnsafe: command.unsafeFixes,
      shown: (path) => isStaged ? path : withSlashes((0, import_node_path16.relative)(host2.cwd, (0, import_node_path16.resolve)(topLevel, path)))
    },
    host2
  );
  const reviews = sources.map(
    (source) => fixed.reviews.get(source) ?? inspection.review(source, source.bytes)
  );
  const findings = reviews.flatMap((review2) => review2.ok ? review2.findings : []);
  const allFailures = [
    ...failures,
    ...fixed.unwritten,
    ...reviews.flatMap((review2) => review2.ok ? [] : review2.failure)
  ];
  if (command.diff) {
    host2.stdout.write(fixed.diff);
    host2.stderr.write(fixLines({ repairs: [], refusals: fixed.refusals }));
    await print(
      { findings: [], checked: 0, failures: allFailures, command: "" },
      { ...command, format: "text" },
      host2
    );
    return allFailures.length > 0 ? 2 : fixed.diff.length > 0 ? 1 : 0;
  }
  if (command.format === "text" && !command.quiet) host2.stdout.write(fixLines(fixed));
  const report = {
    findings,
    checked: reviews.filter(({ ok }) => ok).length,
    command: "proctor --fix",
    failures: allFailures,
    fixes: { repairs: fixed.repairs, refusals: fixed.refusals }
  };
  await print(report, command, host2);
  if (report.failures.length > 0) return 2;
  const isBlocked = findings.some(({ severity }) => severity === "error");
  return isBlocked || isFramework && fixed.changed.size > 0 ? 1 : 0;
}
var import_node_path16;
var init_command = __esm({
  "src/fix/command.ts"() {
    "use strict";
    import_node_path16 = require("node:path");
    init_files();
    init_fixes();
    init_print();
    init_fix();
  }
});

// src/cli.ts
var import_node_fs11 = require("node:fs");
var import_node_path17 = require("node:path");
var import_node_v8 = require("node:v8");

// src/flags.ts
init_nearest();
init_user_error();
function toggle(name, help2) {
  return { name, help: help2, valueOf: (given) => given.length > 0 };
}
function word(name, takes, help2) {
  return { name, takes, help: help2, valueOf: (given) => given.at(-1) };
}
function words(name, takes, help2) {
  const valueOf2 = (given) => {
    if (given.length === 0) return void 0;
    const items = given.flatMap((list2) => list2.split(",").flatMap((item) => item.trim() || []));
    return items.length > 0 ? items : failWithoutValue(name, takes);
  };
  return { name, takes, help: help2, valueOf: valueOf2 };
}
function failWithoutValue(name, takes) {
  throw new UserError(`--${name} needs a value: --${name} ${takes}`);
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
      const hint = suggestion(last, values) || `; it takes ${values.join(" or ")}`;
      throw new UserError(`--${name}: unknown value ${last}${hint}`);
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
    const { flag: flag3, isNegated, value } = readFlag(argument, flags);
    const values = given.get(flag3.name) ?? [];
    given.set(flag3.name, values);
    if (flag3.takes === void 0) {
      if (value !== void 0) throw new UserError(`${argument}: --${flag3.name} takes no value`);
      values.push(isNegated ? "no" : "yes");
      continue;
    }
    const next = value ?? argv[++i];
    if (next === void 0 || next === "" || value === void 0 && /^--?[a-z]/i.test(next)) {
      failWithoutValue(flag3.name, flag3.takes);
    }
    values.push(next);
  }
  return { given, operands, wordsBeforeEnd: operands.length };
}
function readFlag(argument, flags) {
  const equals = argument.indexOf("=");
  const written = equals === -1 ? argument : argument.slice(0, equals);
  const value = equals === -1 ? void 0 : argument.slice(equals + 1);
  for (const flag3 of flags) {
    if (spellings(flag3).includes(written)) return { flag: flag3, isNegated: written === `--no-${flag3.name}`, value };
  }
  throw new UserError(`unknown flag ${written}${suggestion(written, flags.flatMap(spellings))}`);
}
function spellings({ name, short, isNegatable = false }) {
  return [
    ...short === void 0 ? [] : [`-${short}`],
    `--${name}`,
    ...isNegatable ? [`--no-${name}`] : []
  ];
}

// src/arguments.ts
init_nearest();
init_user_error();
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
    throw new UserError("--since compares with a revision, --scope file with none; leave one out");
  }
  const source = sourceOf(given(stdinFilename), operands);
  const repairing = given(diff) ? "--diff" : "--fix";
  if (source.from === "stdin" && (given(diff) || given(fix) === true)) {
    throw new UserError(`${repairing} works on files; leave --stdin-filename out`);
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
  const options2 = { name: "rename", diff: given(renameDiff), format: given(renameFormat) ?? "text" };
  if (given(stdin)) {
    if (place !== void 0) throw new UserError(`rename: --stdin takes no place besides: ${place}`);
    return { ...options2, target: void 0 };
  }
  if (place === void 0 || newName === void 0 || others.length > 0) {
    throw new UserError("rename takes a place and a name: proctor rename FILE:LINE[:COLUMN] NAME");
  }
  return { ...options2, target: { place, newName } };
}
function reviewCommand(given, operands) {
  const source = sourceOf(given(stdinFilename), operands);
  if (given(reviewSince) !== void 0 && source.from !== "index") {
    throw new UserError("review: --since finds the modules itself; leave the paths out");
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
  if (operands.includes("")) throw new UserError("a path is empty; name a file or a folder");
  const paths = operands.filter((operand) => operand !== "-");
  const [first, ...others] = paths;
  if (stdinPath !== void 0) {
    if (first !== void 0) throw new UserError(`--stdin-filename takes no paths besides: ${first}`);
    return { from: "stdin", path: stdinPath };
  }
  if (paths.length < operands.length) {
    throw new UserError("- is standard input; name its text with --stdin-filename NAME");
  }
  return first === void 0 ? { from: "index" } : { from: "files", paths: [first, ...others] };
}
function parseArguments(argv) {
  const { given, operands, wordsBeforeEnd } = scan(argv, allFlags);
  const valueOf2 = (flag3) => flag3.valueOf(given.get(flag3.name) ?? []);
  if (valueOf2(help)) return { name: "help", text: helpText() };
  if (valueOf2(version)) return { name: "version" };
  const [first = ""] = wordsBeforeEnd === 0 ? [] : operands;
  const named = commands.get(first);
  if (named === void 0) failIfMistyped(first);
  const name = named === void 0 ? CHECK : first;
  const command = commands.get(name);
  if (command === void 0) throw new Error(`no command ${name}`);
  const rest = named === void 0 ? operands : operands.slice(1);
  const allowed = new Set([...command.flags, ...universal].map((flag3) => flag3.name));
  for (const flag3 of given.keys()) {
    if (!allowed.has(flag3)) throw new UserError(`${name} takes no --${flag3}`);
  }
  if (command.operands === "" && rest[0] !== void 0)
    throw new UserError(`${name} takes no paths: ${rest[0]}`);
  return command.from(valueOf2, rest);
}
function failIfMistyped(word3) {
  if (!/^[a-z]+$/i.test(word3)) return;
  const command = nearest(word3, commands.keys());
  if (command === void 0) return;
  const isPart = command.startsWith(word3.toLowerCase());
  if (!isPart && editDistance(word3.toLowerCase(), command) > Math.floor(command.length / 3)) return;
  throw new UserError(`unknown command ${word3}; did you mean ${command}, or the path ./${word3}?`);
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
function flagEntry(flag3) {
  const value = flag3.takes === void 0 ? "" : ` ${flag3.takes}`;
  return [`${spellings(flag3).join(", ")}${value}`, flag3.help];
}
function columns(entries) {
  const width = Math.max(...entries.map(([left]) => left.length));
  return entries.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

// src/main.ts
init_check();

// src/introduced.ts
function introduced({ findings, bases: bases2 }) {
  return bases2.reduce((remaining, base) => absentFrom(base, remaining), findings);
}
function absentFrom(base, findings) {
  const pool = new Set(base);
  const unplaced = findings.filter((finding) => !take(pool, finding, inTheSamePlaceAndAlike));
  const unmatched = unplaced.filter((finding) => !take(pool, finding, inTheSamePlace));
  return unmatched.filter((finding) => !take(pool, finding, alike));
}
var inTheSamePlace = (finding, earlier) => finding.fingerprint === earlier.fingerprint && !hasGrown(finding, earlier);
var alike = (finding, earlier) => finding.likeness === earlier.likeness && !hasGrown(finding, earlier);
var inTheSamePlaceAndAlike = (finding, earlier) => inTheSamePlace(finding, earlier) && finding.likeness === earlier.likeness;
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

// src/main.ts
init_decode();
init_module();
init_print();
init_sources();
init_user_error();
async function main(argv, host2) {
  try {
    return await run(parseArguments(argv), host2);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
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
      const { installation: installation2 } = await Promise.resolve().then(() => (init_installation(), installation_exports));
      host2.stdout.write(await installation2(command, host2));
      return 0;
    }
    case "review": {
      const { review: review2 } = await Promise.resolve().then(() => (init_review2(), review_exports));
      return review2(command, host2);
    }
    case "rename": {
      const { rename: rename2 } = await Promise.resolve().then(() => (init_rename(), rename_exports));
      return rename2(command, host2);
    }
    case "undo": {
      const { undoLastFix: undoLastFix2 } = await Promise.resolve().then(() => (init_undo2(), undo_exports));
      return undoLastFix2(host2);
    }
    case "check":
      return checkSources(command, host2);
  }
}
async function checkSources(command, host2) {
  const workplace = workplaceOf(host2);
  const settings = settingsOf(command.configuration, workplace, host2);
  const { sources, failures } = sourcesOf(command, workplace, settings, host2);
  const parse = parserFor(sources, host2);
  const review2 = (source) => reviewed(source, settings.for(source.place), parse);
  const isRepaired = ({ place }) => isRepairing(command, settings.for(place));
  if (sources.some(isRepaired)) {
    const { fixSources: fixSources2 } = await Promise.resolve().then(() => (init_command(), command_exports));
    const inspection = { sources, failures, isRepaired, workplace, settings, parse };
    return fixSources2(
      command,
      { ...inspection, review: (source, bytes) => review2({ ...source, bytes }) },
      host2
    );
  }
  const outcomes = sources.map(review2);
  const report = {
    findings: outcomes.flatMap((outcome) => outcome.ok ? outcome.findings : []),
    checked: outcomes.filter(({ ok }) => ok).length,
    command: "proctor --fix",
    failures: [...failures, ...outcomes.flatMap((outcome) => outcome.ok ? [] : outcome.failure)]
  };
  await print(report, command, host2);
  if (report.failures.length > 0) return 2;
  return report.findings.some(({ severity }) => severity === "error") ? 1 : 0;
}
function isRepairing({ source, fix: fix3, diff: diff2 }, settings) {
  return diff2 || (fix3 ?? (settings.fix && source.from !== "stdin"));
}
function reviewed({ path, place, bytes, bases: bases2 }, settings, parse) {
  const decoded = decode(bytes);
  if (!decoded.ok) return { ok: false, failure: { path, reason: decoded.reason } };
  const moduleOf2 = (text2) => testModule(place, parse()(text2), settings.conventions, parse());
  const findings = check(moduleOf2(decoded.text), settings.rules);
  const shown = { ok: true, findings: findings.map((finding) => ({ ...finding, path })) };
  if (bases2 === void 0 || findings.length === 0) return shown;
  const standing = bases2.map((base) => {
    const text2 = decode(base);
    return text2.ok ? everythingIn(moduleOf2(text2.text), settings.rules) : [];
  });
  return { ok: true, findings: introduced({ findings: shown.findings, bases: standing }) };
}

// src/python/parse.ts
init_grammar();

// src/python/lexemes.ts
function* lexemesOf(text2) {
  const open = [];
  let at3 = 0;
  while (at3 < text2.length) {
    const frame = open.at(-1);
    if (frame !== void 0 && frame.kind !== "bracket") {
      const start2 = at3;
      at3 = endOfLiteral(text2, at3, frame, open);
      if (open.at(-1)?.kind === "bracket" && text2.charAt(at3 - 1) === "{")
        yield { kind: "open", start: at3 - 1, end: at3 };
      else if (frame.kind === "specification" && text2.charAt(at3 - 1) === "}")
        yield { kind: "close", start: at3 - 1, end: at3 };
      if (at3 === start2) at3 += 1;
      continue;
    }
    LEXEME.lastIndex = at3;
    const { groups: groups2 } = LEXEME.exec(text2) ?? { groups: void 0 };
    const end = LEXEME.lastIndex === 0 ? at3 + 1 : LEXEME.lastIndex;
    const start = at3;
    at3 = end;
    if (groups2?.["quote"] !== void 0) {
      at3 = startString(text2, end, groups2["prefix"] ?? "", groups2["quote"], open);
    } else if (groups2?.["open"] !== void 0) {
      open.push({ kind: "bracket", closing: CLOSING[groups2["open"]] ?? "", isField: false });
      yield { kind: "open", start, end };
    } else if (groups2?.["close"] !== void 0) {
      if (frame?.closing === groups2["close"]) open.pop();
      yield { kind: "close", start, end };
    } else if (frame?.isField === true && text2.charAt(start) === ":") {
      at3 = start + 1;
      open.push({ kind: "specification", closing: "}", isField: false });
    } else if (groups2?.["newline"] !== void 0) yield { kind: "newline", start, end };
    else if (groups2?.["comment"] !== void 0) yield { kind: "comment", start, end };
    else if (groups2?.["word"] !== void 0) yield { kind: "word", start, end };
    else if (groups2?.["operator"] !== void 0) yield { kind: "operator", start, end };
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
function startString(text2, start, prefix, quote, open) {
  if (/[ft]/i.test(prefix)) {
    open.push({ kind: /r/i.test(prefix) ? "raw string" : "string", closing: quote, isField: false });
    return start;
  }
  let at3 = start;
  while (at3 < text2.length && !text2.startsWith(quote, at3)) {
    const char = text2.charAt(at3);
    if (quote.length === 1 && (char === "\n" || char === "\r")) return at3;
    at3 += char === "\\" ? text2.startsWith("\r\n", at3 + 1) ? 3 : 2 : 1;
  }
  return Math.min(at3 + quote.length, text2.length);
}
function endOfLiteral(text2, start, frame, open) {
  const { kind, closing: closing2 } = frame;
  const isString = kind !== "specification";
  let at3 = start;
  while (at3 < text2.length) {
    const char = text2.charAt(at3);
    if (isString && text2.startsWith(closing2, at3)) {
      open.pop();
      return at3 + closing2.length;
    }
    if (char === "{" || char === "}") {
      if (isString && text2.charAt(at3 + 1) === char) {
        at3 += 2;
        continue;
      }
      if (char === "{") open.push({ kind: "bracket", closing: "}", isField: true });
      else if (!isString) open.splice(-2);
      return at3 + 1;
    }
    if ((char === "\n" || char === "\r") && closing2.length === 1) {
      open.pop();
      return at3;
    }
    at3 += char === "\\" ? escapeLength(text2, at3, kind) : 1;
  }
  return at3;
}
function escapeLength(text2, at3, kind) {
  const next = text2.charAt(at3 + 1);
  if (next === "{" || next === "}") return 1;
  if (next !== "N" || kind === "raw string" || text2.charAt(at3 + 2) !== "{") return 2;
  const end = text2.indexOf("}", at3);
  return end === -1 ? 2 : end + 1 - at3;
}

// src/python/respell.ts
init_syntax();
function legible(text2) {
  const lines = text2.includes("\r") ? text2.replace(/\r(?!\n)/g, "\n") : text2;
  const aliases = lines.replace(
    ALIAS_LIKE_KEYWORD,
    (found) => found.slice(0, -1) + found.slice(-1).toUpperCase()
  );
  return MATCH_LIKE_CALL.test(aliases) ? withPlainSubjects(aliases) : aliases;
}
var ALIAS_LIKE_KEYWORD = /\btype(?:[ \t\f]|\\\r?\n)+(?:match|type|print|exec)(?=\W)/g;
var MATCH_LIKE_CALL = /^[ \t\f]*match(?:[ \t\f]|\\\r?\n)*[([]/m;
function withPlainSubjects(text2) {
  const edits = [];
  let header;
  let depth = 0;
  let previous = "newline";
  for (const lexeme of lexemesOf(text2)) {
    const { kind, start, end } = lexeme;
    if (kind === "comment" || kind === "newline" && depth > 0) continue;
    const spelling = kind === "newline" ? "\n" : text2.slice(start, end);
    if (kind === "open") depth += 1;
    if (kind === "close") depth -= 1;
    if (depth === 0 && kind === "word" && previous === "newline") {
      if (header?.isEnded === true && spelling === "case") edits.push(...withoutBrackets(text2, header));
      header = spelling === "match" ? { start: end, lexemes: [], isEnded: false } : void 0;
    } else if (header !== void 0) {
      if (kind !== "newline") header.lexemes.push({ kind, start, spelling, depth });
      else header.isEnded = header.lexemes.at(-1)?.spelling === ":";
    }
    previous = kind;
  }
  return edited2(text2, edits);
}
function withoutBrackets(text2, { start, lexemes: [first, ...rest] }) {
  if (first?.kind !== "open" || !/^[\s\\]*$/.test(text2.slice(start, first.start))) return [];
  const closing2 = rest.findIndex(({ kind, depth }) => kind === "close" && depth === 0);
  const next = rest[closing2 + 1]?.spelling ?? "";
  const isTarget = next === ":" ? first.spelling === "[" : [".", "[", "("].includes(next);
  const isOpaque = rest.some(
    ({ depth, spelling }, index) => index < closing2 && depth === 1 && /^(?:lambda|for|async|yield)$/.test(spelling)
  );
  if (!isTarget || isOpaque) return [];
  const replacement = closing2 === 0 ? "0" : " ";
  return [first, rest[closing2]].flatMap(
    (bracket) => bracket === void 0 ? [] : { start: bracket.start, replacement }
  );
}
function readAgain(tree, parse) {
  let best = tree;
  for (const respell of [
    withDefaultsAsBounds,
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
  return best === tree ? tree : withCommentsOf(tree.text, best);
}
function unreadIn(tree) {
  let units = tree.missing.size;
  for (let node = ROOT; node < tree.size; node++) {
    if (tree.kind[node] !== Kind.ERROR) continue;
    units += 1 + (tree.end[node] ?? 0) - (tree.start[node] ?? 0);
    node = (tree.after[node] ?? tree.size) - 1;
  }
  return units;
}
function withDefaultsAsBounds(text2) {
  const edits = [];
  const declares = [];
  let words3 = "";
  let isDefault = false;
  for (const { kind, start, end } of lexemesOf(text2)) {
    const spelling = text2.slice(start, end);
    const isStar = isDefault && spelling === "*";
    isDefault = spelling === "=" && declares.at(-1) === true;
    if (isDefault) edits.push({ start, replacement: ":" });
    else if (isStar) edits.push({ start, replacement: " " });
    else if (kind === "open") declares.push(spelling === "[" && /\b(?:class|def|type) \S+ $/.test(words3));
    else if (kind === "close") declares.pop();
    words3 = kind === "word" ? `${words3.slice(words3.lastIndexOf(" ", words3.length - 2) + 1)}${spelling} ` : "";
  }
  return edited2(text2, edits);
}
function withIndentedComments(text2) {
  const edits = [];
  let comments = [];
  let previous = "newline";
  for (const lexeme of lexemesOf(text2)) {
    const { kind, start } = lexeme;
    if (kind === "comment" && previous === "newline") comments.push(lexeme);
    else if (kind !== "newline") {
      const indentation = previous === "newline" ? text2.slice(lineStart(text2, start), start) : "";
      for (const comment of comments) edits.push(...moved(text2, comment, indentation));
      comments = [];
    }
    if (kind !== "comment") previous = kind;
  }
  return edited2(text2, edits);
}
function moved(text2, comment, indentation) {
  const start = lineStart(text2, comment.start);
  const { length } = indentation;
  if (widthOf2(text2.slice(start, comment.start)) >= widthOf2(indentation)) return [];
  const isLong = start + length < comment.end;
  const replacement = isLong ? `${indentation}#${text2.slice(start + length + 1, comment.end)}` : "";
  return [{ start, replacement: replacement.padEnd(comment.end - start) }];
}
function widthOf2(indentation) {
  let width = 0;
  for (const char of indentation)
    width = char === "	" ? width + 8 - width % 8 : char === "\f" ? 0 : width + 1;
  return width;
}
function lineStart(text2, offset) {
  return text2.lastIndexOf("\n", offset - 1) + 1;
}
function withCommentsOf(text2, tree) {
  const starts = /* @__PURE__ */ new Map();
  for (const { kind, start: start2, end } of lexemesOf(text2)) if (kind === "comment") starts.set(end, start2);
  const start = tree.start.slice();
  for (let node = ROOT; node < tree.size; node++) {
    if (tree.kind[node] !== Kind.comment) continue;
    const original = starts.get(tree.end[node] ?? 0);
    if (original !== void 0) start[node] = original;
  }
  return { ...tree, start };
}
function withJoinedLines(text2) {
  return joined3(text2, false);
}
function withJoinedLinesAndNoComments(text2) {
  return joined3(text2, true);
}
function joined3(text2, withoutComments) {
  const edits = [];
  const open = [];
  let previous = "newline";
  for (const { kind, start, end } of lexemesOf(text2)) {
    const spelling = kind === "comment" ? "" : text2.slice(start, end);
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
  return edited2(text2, edits);
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
function edited2(text2, edits) {
  const parts = [];
  let end = 0;
  for (const { start, replacement } of edits) {
    parts.push(text2.slice(end, start), replacement);
    end = start + replacement.length;
  }
  return parts.join("") + text2.slice(end);
}

// src/python/parse.ts
init_syntax();
function loadParser(runtimeModule, grammarModule) {
  const runtime = link(runtimeModule, grammarModule);
  runtime.exports.ts_parser_new_wasm();
  const parser = word2(runtime, runtime.transfer);
  runtime.exports.ts_parser_set_language(parser, runtime.language);
  const parse = (text2) => {
    runtime.source.text = text2;
    runtime.exports.ts_parser_reset(parser);
    const tree = runtime.exports.ts_parser_parse_wasm(parser, runtime.inputBuffer, 0, 0, 0);
    if (tree === 0) throw new Error("the parser gave no tree");
    const flat = flatten(runtime, tree, text2);
    runtime.exports.ts_tree_delete(tree);
    runtime.source.text = "";
    return flat;
  };
  return (text2) => {
    const spelling = legible(text2);
    const tree = parse(spelling);
    if (!tree.hasError) return spelling === text2 ? tree : { ...tree, text: text2 };
    return { ...readAgain(tree, parse), text: text2 };
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
  const table2 = new WebAssembly.Table({ initial: grammarTable + needed.grammar.table, element: "anyfunc" });
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
      __indirect_function_table: table2,
      __stack_pointer: position(STACK_HIGH, true),
      __memory_base: position(MEMORY_BASE),
      __table_base: position(runtimeTable),
      _abort_js: unavailable,
      emscripten_resize_heap: (size) => grow(memory, size >>> 0),
      tree_sitter_parse_callback: (buffer, index, _row, _column, length) => {
        const count3 = Math.max(0, Math.min(INPUT_UNITS, source.text.length - index));
        const units = new Uint16Array(memory.buffer, buffer, count3);
        for (let unit = 0; unit < count3; unit++) units[unit] = source.text.charCodeAt(index + unit);
        new Int32Array(memory.buffer, length, 1)[0] = count3;
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
      __indirect_function_table: table2,
      __memory_base: position(aligned(STACK_HIGH)),
      __table_base: position(grammarTable)
    }
  });
  for (const { exports: exports3 } of [runtimeInstance, grammarInstance]) {
    call(exports3["__wasm_apply_data_relocs"]);
    call(exports3["__wasm_call_ctors"]);
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
  let at3 = 2;
  const leb = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at3++] ?? 0;
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
function flatten(runtime, tree, text2) {
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
  const missing2 = /* @__PURE__ */ new Set();
  const lacking = /* @__PURE__ */ new Set();
  exports2.ts_tree_root_node_wasm(tree);
  exports2.ts_tree_cursor_new_wasm(tree);
  let node = 0;
  let above = NO_NODE;
  for (; ; ) {
    const symbol = exports2.ts_tree_cursor_current_node_type_id_wasm(tree);
    kind[node] = symbol === ERROR_SYMBOL ? Kind.ERROR : kindOfSymbol[symbol] ?? Kind.end;
    start[node] = exports2.ts_tree_cursor_start_index_wasm(tree);
    end[node] = exports2.ts_tree_cursor_end_index_wasm(tree);
    parent[node] = above;
    field[node] = node === 0 ? Field.none : exports2.ts_tree_cursor_current_field_id_wasm(tree);
    if (hasError) {
      const isMissing = exports2.ts_tree_cursor_current_node_is_missing_wasm(tree) !== 0;
      if (isMissing) missing2.add(node);
      if (hasErrorAtCursor(runtime, tree)) {
        lacking.delete(above);
        if (!isMissing && kind[node] !== Kind.ERROR) lacking.add(node);
      }
    }
    const here = node++;
    if (exports2.ts_tree_cursor_goto_first_child_wasm(tree) !== 0) {
      above = here;
      continue;
    }
    after[here] = node;
    while (exports2.ts_tree_cursor_goto_next_sibling_wasm(tree) === 0) {
      if (above === NO_NODE) {
        exports2.ts_tree_cursor_delete_wasm(tree);
        return { text: text2, size: node, kind, start, end, parent, after, field, missing: missing2, lacking, hasError };
      }
      exports2.ts_tree_cursor_goto_parent_wasm(tree);
      after[above] = node;
      above = parent[above] ?? NO_NODE;
    }
  }
}

// src/cli.ts
var host = {
  cwd: process.cwd(),
  environment: process.env,
  version: "0.1.0",
  program: { node: process.execPath, program: (0, import_node_fs11.realpathSync)(process.argv[1] ?? "") },
  processId: process.pid,
  isRunning,
  uninterrupted,
  stdout: output2(1),
  stderr: output2(2),
  stdin: () => (0, import_node_fs11.readFileSync)(0),
  parser: (bytes) => {
    if (bytes < TIER_UP_BYTES) (0, import_node_v8.setFlagsFromString)("--liftoff-only");
    return loadParser(shipped("web-tree-sitter.wasm"), shipped("tree-sitter-python.wasm"));
  }
};
var TIER_UP_BYTES = 15e5;
function shipped(name) {
  return new WebAssembly.Module((0, import_node_fs11.readFileSync)((0, import_node_path17.join)(__dirname, "..", "dist", name)));
}
function output2(descriptor) {
  return {
    // Making the stream loads the network stack: only a run that prints something asks.
    get isTerminal() {
      return (descriptor === 1 ? process.stdout : process.stderr).isTTY;
    },
    write: (content) => writeAll2(descriptor, Buffer.from(content))
  };
}
function writeAll2(descriptor, bytes) {
  for (let written = 0; written < bytes.length; ) {
    try {
      written += (0, import_node_fs11.writeSync)(descriptor, bytes, written);
    } catch (error) {
      const code2 = error instanceof Error && "code" in error ? error.code : void 0;
      if (code2 === "EPIPE") return;
      if (code2 !== "EAGAIN") throw error;
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
main(process.argv.slice(2), host).then((code2) => process.exit(code2), crash);
/*! Bundled license information:

smol-toml/dist/index.cjs:
  (*!
  * Copyright (c) Squirrel Chat et al., All rights reserved.
  * SPDX-License-Identifier: BSD-3-Clause
  *
  * Redistribution and use in source and binary forms, with or without
  * modification, are permitted provided that the following conditions are met:
  *
  * 1. Redistributions of source code must retain the above copyright notice, this
  *    list of conditions and the following disclaimer.
  * 2. Redistributions in binary form must reproduce the above copyright notice,
  *    this list of conditions and the following disclaimer in the
  *    documentation and/or other materials provided with the distribution.
  * 3. Neither the name of the copyright holder nor the names of its contributors
  *    may be used to endorse or promote products derived from this software without
  *    specific prior written permission.
  *
  * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
  * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
  * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
  * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
  * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
  * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
  * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
  * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
  * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
  * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
  *)
*/
