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
    var isPathSeparator = (code) => {
      return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
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
      let finished = false;
      let braces = 0;
      let prev;
      let code;
      let token = { value: "", depth: 0, isGlob: false };
      const eos = () => index >= length;
      const peek = () => str.charCodeAt(index + 1);
      const advance = () => {
        prev = code;
        return str.charCodeAt(++index);
      };
      while (index < length) {
        code = advance();
        let next;
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          code = advance();
          if (code === CHAR_LEFT_CURLY_BRACE) {
            braceEscaped = true;
          }
          continue;
        }
        if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          while (eos() !== true && (code = advance())) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (code === CHAR_LEFT_CURLY_BRACE) {
              braces++;
              continue;
            }
            if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (braceEscaped !== true && code === CHAR_COMMA) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (code === CHAR_RIGHT_CURLY_BRACE) {
              braces--;
              if (braces === 0) {
                braceEscaped = false;
                isBrace = token.isBrace = true;
                finished = true;
                break;
              }
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_FORWARD_SLASH) {
          slashes.push(index);
          tokens.push(token);
          token = { value: "", depth: 0, isGlob: false };
          if (finished === true) continue;
          if (prev === CHAR_DOT && index === start + 1) {
            start += 2;
            continue;
          }
          lastIndex = index + 1;
          continue;
        }
        if (opts.noext !== true) {
          const isExtglobChar = code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK;
          if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
            isGlob = token.isGlob = true;
            isExtglob = token.isExtglob = true;
            finished = true;
            if (code === CHAR_EXCLAMATION_MARK && index === start) {
              negatedExtglob = true;
            }
            if (scanToEnd === true) {
              let parens = 0;
              while (eos() !== true && (code = advance())) {
                if (code === CHAR_BACKWARD_SLASH) {
                  backslashes = token.backslashes = true;
                  advance();
                  continue;
                }
                if (code === CHAR_LEFT_PARENTHESES) {
                  parens++;
                  continue;
                }
                if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                  finished = true;
                  break;
                }
              }
              continue;
            }
            break;
          }
        }
        if (code === CHAR_ASTERISK) {
          if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_QUESTION_MARK) {
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_LEFT_SQUARE_BRACKET) {
          while (eos() !== true && (next = advance())) {
            if (next === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (next === CHAR_RIGHT_SQUARE_BRACKET) {
              isBracket = token.isBracket = true;
              isGlob = token.isGlob = true;
              finished = true;
              break;
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
          negated = token.negated = true;
          start++;
          continue;
        }
        if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
          isGlob = token.isGlob = true;
          if (scanToEnd === true) {
            let parens = 1;
            while (eos() !== true && (code = advance())) {
              if (code === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = true;
                advance();
                continue;
              }
              if (code === CHAR_LEFT_PARENTHESES) {
                parens++;
                continue;
              }
              if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                finished = true;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (isGlob === true) {
          finished = true;
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
        if (!isPathSeparator(code)) {
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
                const posix = POSIX_REGEX_SOURCE[rest2];
                if (posix) {
                  prev.value = pre + posix;
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
      const posix = opts.windows;
      const regex = isState ? picomatch.compileRe(glob2, options2) : picomatch.makeRe(glob2, options2, false, true);
      const state = regex.state;
      delete regex.state;
      let isIgnored = () => false;
      if (opts.ignore) {
        const ignoreOpts = { ...options2, ignore: null, onMatch: null, onResult: null };
        isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
      }
      const matcher = (input, returnObject = false) => {
        const { isMatch, match, output: output3 } = picomatch.test(input, regex, options2, { glob: glob2, posix });
        const result = { glob: glob2, state, regex, posix, input, output: output3, match, isMatch };
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
    picomatch.test = (input, regex, options2, { glob: glob2, posix } = {}) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected input to be a string");
      }
      if (input === "") {
        return { isMatch: false, output: "" };
      }
      const opts = options2 || {};
      const format2 = opts.format || (posix ? utils.toPosixSlashes : null);
      let match = input === glob2;
      let output3 = match && format2 ? format2(input) : input;
      if (match === false) {
        output3 = format2 ? format2(input) : input;
        match = output3 === glob2;
      }
      if (match === false || opts.capture === true) {
        if (opts.matchBase === true || opts.basename === true) {
          match = picomatch.matchBase(input, regex, options2, posix);
        } else {
          match = regex.exec(output3);
        }
      }
      return { isMatch: Boolean(match), match, output: output3 };
    };
    picomatch.matchBase = (input, glob2, options2, posix = options2 && options2.windows) => {
      const regex = glob2 instanceof RegExp ? glob2 : picomatch.makeRe(glob2, options2);
      return regex.test(utils.basename(input, { windows: posix }));
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
      let isLiteral = c3 === 39;
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
          if (!isLiteral && c3 === 92) {
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
          state = !isLiteral && c3 === 92 ? 1 : 0;
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
    function peekTable(ctx, key2, table, meta, type) {
      let t2 = table;
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

// src/report/json.ts
var json_exports = {};
__export(json_exports, {
  JSON_VERSION: () => JSON_VERSION,
  jsonReport: () => jsonReport
});
function jsonReport({ findings, checked, failures }) {
  const report = {
    version: JSON_VERSION,
    findings: findings.map(entry),
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
function entry({ rule, severity, path, message, start, end, span, fix: fix2, measure }) {
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
    ...fix2 === void 0 ? {} : { fix: fix2 }
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
function attempt(place, words2, input) {
  const { error, status, signal, stdout, stderr } = (0, import_node_child_process.spawnSync)("git", ["-c", "core.fsmonitor=", ...words2], {
    cwd: place.directory,
    env: place.environment,
    input,
    maxBuffer: Infinity,
    windowsHide: true
  });
  if (error !== void 0) throw notStarted(error, place, words2);
  if (status === null) throw new UserError(`git ${words2[0]}: killed by ${signal}`);
  return { status, stdout, stderr: stderr.toString() };
}
function output(place, words2, input) {
  const finished = attempt(place, words2, input);
  if (finished.status === 0) return finished.stdout;
  throw failed(place, words2, finished);
}
function failed(place, words2, { stderr }) {
  const repository = attempt(place, ["rev-parse", "--git-dir"]);
  if (repository.status !== 0) return new UserError(`git: ${sentence(repository.stderr)}`);
  return new UserError(`git ${words2[0]}: ${sentence(stderr)}`);
}
function sentence(stderr) {
  const lines = stderr.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  const fatal = lines.find((line) => line.startsWith("fatal: ")) ?? lines.find((line) => line.startsWith("error: "));
  const reason = (fatal ?? lines.at(-1) ?? "failed without a message").replace(/^(?:fatal|error): /, "");
  const remedy = lines.find((line) => line.startsWith("git config --global --add safe.directory "));
  return remedy === void 0 ? reason : `${reason}; to trust it: ${remedy}`;
}
function notStarted(error, { directory }, words2) {
  const missing2 = "code" in error && error.code === "ENOENT";
  if (!missing2) return new Error(`git ${words2[0]} could not be started`, { cause: error });
  if (!(0, import_node_fs2.existsSync)(directory)) return new UserError(`git: the directory ${directory} does not exist`);
  return new UserError("git was not found on PATH; install it or add it to PATH");
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
function indexedBlobs(place) {
  const blobs = /* @__PURE__ */ new Map();
  for (const entry2 of splitAtNul(output(place, ["ls-files", "--stage", "-z"]))) {
    const tab = entry2.indexOf("	");
    const [, blob] = /^100\d{3} ([0-9a-f]+) 0$/.exec(entry2.toString("latin1", 0, tab)) ?? [];
    if (blob !== void 0) blobs.set(pathText(entry2.subarray(tab + 1)), [blob]);
  }
  return blobs;
}
function contentsById(place, ids) {
  const contents = /* @__PURE__ */ new Map();
  if (ids.length === 0) return contents;
  const words2 = ["cat-file", "--batch"];
  const finished = attempt(place, words2, Buffer.from(ids.map((id) => `${id}
`).join("")));
  if (finished.status !== 0) throw failed(place, words2, finished);
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
    const entry2 = String(fields[i]);
    const [oldMode = "", mode = "", oldBlob = "", blob = "", status = ""] = entry2.slice(1).split(" ");
    i += /^[RC]/.test(status) ? 2 : 1;
    const pathBytes = fields[i];
    if (pathBytes === void 0) throw new Error(`git diff --raw ended inside an entry: ${entry2}`);
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
  const words2 = ["rev-parse", "--absolute-git-dir", "--is-bare-repository", "--show-toplevel"];
  const finished = attempt(place, words2);
  const [, gitDirectory, isBare, topLevel] = /^([^]+)\n(true|false)\n(?:([^]+)\n)?$/.exec(finished.stdout.toString()) ?? [];
  if (gitDirectory !== void 0 && topLevel !== void 0) {
    return { found: true, gitDirectory: (0, import_node_path2.resolve)(gitDirectory), topLevel: (0, import_node_path2.resolve)(topLevel) };
  }
  const { directory } = place;
  if (isBare === "true")
    return { found: false, why: `the repository of ${directory} is bare: it has no working tree` };
  if (gitDirectory !== void 0)
    return { found: false, why: `${directory} is in a git directory, not in a working tree` };
  const reason = sentence(finished.stderr);
  if (reason.startsWith("not a git repository")) return { found: false, why: `${directory} is ${reason}` };
  throw failed(place, words2, finished);
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
  const words2 = ["merge-base", "--all", reference, ...compared2];
  const finished = attempt(place, words2);
  if (finished.status === 0) return finished.stdout.toString().trim().split("\n");
  if (finished.status === 1) throw new UserError(withoutBase(place, reference, to2 ?? "HEAD"));
  const [, unknown] = /^Not a valid (?:object|commit) name (.*)$/.exec(sentence(finished.stderr)) ?? [];
  if (unknown === void 0) throw failed(place, words2, finished);
  throw unknown === "HEAD" ? new UserError("git: HEAD has no commit yet") : unknownCommit(unknown);
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
  const contentOf2 = readBlobs(
    place,
    introduced2.flatMap(({ blob, bases: bases2 }) => [blob, ...bases2])
  );
  return introduced2.map(({ path, pathBytes, blob, mode, bases: bases2 }) => ({
    path,
    pathBytes,
    blob,
    mode,
    content: contentOf2(blob, path),
    bases: bases2.map((base) => contentOf2(base, path))
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
  const contentOf2 = readBlobs(
    place,
    blobs.flatMap(({ old }) => old)
  );
  return new Map(blobs.map(({ path, old }) => [path, old.map((blob) => contentOf2(blob, path))]));
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

// node_modules/has-flag/index.js
var require_has_flag = __commonJS({
  "node_modules/has-flag/index.js"(exports2, module2) {
    "use strict";
    module2.exports = (flag3, argv = process.argv) => {
      const prefix = flag3.startsWith("-") ? "" : flag3.length === 1 ? "-" : "--";
      const position = argv.indexOf(prefix + flag3);
      const terminatorPosition = argv.indexOf("--");
      return position !== -1 && (terminatorPosition === -1 || position < terminatorPosition);
    };
  }
});

// node_modules/supports-color/index.js
var require_supports_color = __commonJS({
  "node_modules/supports-color/index.js"(exports2, module2) {
    "use strict";
    var os2 = require("os");
    var tty = require("tty");
    var hasFlag = require_has_flag();
    var { env } = process;
    var forceColor;
    if (hasFlag("no-color") || hasFlag("no-colors") || hasFlag("color=false") || hasFlag("color=never")) {
      forceColor = 0;
    } else if (hasFlag("color") || hasFlag("colors") || hasFlag("color=true") || hasFlag("color=always")) {
      forceColor = 1;
    }
    if ("FORCE_COLOR" in env) {
      if (env.FORCE_COLOR === "true") {
        forceColor = 1;
      } else if (env.FORCE_COLOR === "false") {
        forceColor = 0;
      } else {
        forceColor = env.FORCE_COLOR.length === 0 ? 1 : Math.min(parseInt(env.FORCE_COLOR, 10), 3);
      }
    }
    function translateLevel(level) {
      if (level === 0) {
        return false;
      }
      return {
        level,
        hasBasic: true,
        has256: level >= 2,
        has16m: level >= 3
      };
    }
    function supportsColor(haveStream, streamIsTTY) {
      if (forceColor === 0) {
        return 0;
      }
      if (hasFlag("color=16m") || hasFlag("color=full") || hasFlag("color=truecolor")) {
        return 3;
      }
      if (hasFlag("color=256")) {
        return 2;
      }
      if (haveStream && !streamIsTTY && forceColor === void 0) {
        return 0;
      }
      const min = forceColor || 0;
      if (env.TERM === "dumb") {
        return min;
      }
      if (process.platform === "win32") {
        const osRelease = os2.release().split(".");
        if (Number(osRelease[0]) >= 10 && Number(osRelease[2]) >= 10586) {
          return Number(osRelease[2]) >= 14931 ? 3 : 2;
        }
        return 1;
      }
      if ("CI" in env) {
        if (["TRAVIS", "CIRCLECI", "APPVEYOR", "GITLAB_CI", "GITHUB_ACTIONS", "BUILDKITE"].some((sign) => sign in env) || env.CI_NAME === "codeship") {
          return 1;
        }
        return min;
      }
      if ("TEAMCITY_VERSION" in env) {
        return /^(9\.(0*[1-9]\d*)\.|\d{2,}\.)/.test(env.TEAMCITY_VERSION) ? 1 : 0;
      }
      if (env.COLORTERM === "truecolor") {
        return 3;
      }
      if ("TERM_PROGRAM" in env) {
        const version2 = parseInt((env.TERM_PROGRAM_VERSION || "").split(".")[0], 10);
        switch (env.TERM_PROGRAM) {
          case "iTerm.app":
            return version2 >= 3 ? 3 : 2;
          case "Apple_Terminal":
            return 2;
        }
      }
      if (/-256(color)?$/i.test(env.TERM)) {
        return 2;
      }
      if (/^screen|^xterm|^vt100|^vt220|^rxvt|color|ansi|cygwin|linux/i.test(env.TERM)) {
        return 1;
      }
      if ("COLORTERM" in env) {
        return 1;
      }
      return min;
    }
    function getSupportLevel(stream) {
      const level = supportsColor(stream, stream && stream.isTTY);
      return translateLevel(level);
    }
    module2.exports = {
      supportsColor: getSupportLevel,
      stdout: translateLevel(supportsColor(true, tty.isatty(1))),
      stderr: translateLevel(supportsColor(true, tty.isatty(2)))
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
      const supportsColor = require_supports_color();
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
  const absolute = async (...words2) => (0, import_node_path6.resolve)(place.directory, (await git.raw("rev-parse", ...words2)).replace(/\n$/, ""));
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
  const isOurs = (0, import_node_fs5.existsSync)(hook) && (0, import_node_fs5.readFileSync)(hook, "utf8").split(/\r?\n/).includes(marker);
  return isOurs ? "proctor" : "foreign";
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

// src/cli.ts
var import_node_fs6 = require("node:fs");
var import_node_path8 = require("node:path");
var import_node_tty = require("node:tty");
var import_node_v8 = require("node:v8");

// src/main.ts
var import_node_path7 = require("node:path");

// src/nearest.ts
function suggestion(word3, known2) {
  const found = nearest(word3, known2);
  return found === void 0 ? "" : `; did you mean ${found}?`;
}
function nearest(word3, known2) {
  const typed = word3.toLowerCase();
  let best;
  let begun;
  for (const candidate of known2) {
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

// src/flags.ts
init_user_error();
function toggle(name, help2) {
  return { name, help: help2, valueOf: (given) => given.length > 0 };
}
function word(name, takes, help2) {
  return { name, takes, help: help2, valueOf: (given) => given.at(-1) };
}
function words(name, takes, help2) {
  const valueOf = (given) => {
    if (given.length === 0) return void 0;
    const items = given.flatMap((list2) => list2.split(",").flatMap((item) => item.trim() || []));
    return items.length > 0 ? items : failWithoutValue(name, takes);
  };
  return { name, takes, help: help2, valueOf };
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
var fix = toggle("fix", "repair what can be repaired");
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
        quiet,
        color
      ],
      from: checkCommand
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
  return {
    name: CHECK,
    source: sourceOf(given(stdinFilename), operands),
    format: given(format) ?? "text",
    configuration: {
      file: given(config),
      preset: given(preset),
      select: given(select),
      extendSelect: given(extendSelect) ?? [],
      ignore: given(ignore) ?? []
    },
    since: given(since),
    scope: given(scope),
    color: given(color),
    quiet: given(quiet),
    fix: given(fix)
  };
}
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
  const valueOf = (flag3) => flag3.valueOf(given.get(flag3.name) ?? []);
  if (valueOf(help)) return { name: "help", text: helpText() };
  if (valueOf(version)) return { name: "version" };
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
  return command.from(valueOf, rest);
}
function failIfMistyped(word3) {
  if (!/^[a-z]+$/i.test(word3)) return;
  const command = nearest(word3, commands.keys());
  if (command === void 0) return;
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
      ["1", "findings of severity error, or files that were repaired"],
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

// src/python/grammar.ts
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

// src/python/syntax.ts
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
  for (let child = node + 1, end = afterOf(tree, node); child < end; child = afterOf(tree, child)) children.push(child);
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
function* descendantsOf(tree, node, kind) {
  for (let inner = node, end = afterOf(tree, node); inner < end; inner++) {
    if (tree.kind[inner] === kind) yield inner;
  }
}
var tokenKinds = Uint8Array.from(
  kindNames,
  (name) => name.endsWith("_token") || !/^[a-zA-Z_]+$/.test(name) ? 1 : 0
);

// src/python/text.ts
function lineStartsOf(text2) {
  const starts = [0];
  for (let index = 0; index < text2.length; index++) {
    const code = text2.charCodeAt(index);
    if (code === LINE_FEED) starts.push(index + 1);
    else if (code === CARRIAGE_RETURN && text2.charCodeAt(index + 1) !== LINE_FEED) starts.push(index + 1);
  }
  return Uint32Array.from(starts);
}
var LINE_FEED = 10;
var CARRIAGE_RETURN = 13;
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

// src/python/comments.ts
function commentsOf(tree, nodesOf, lineStarts) {
  return Array.from(nodesOf(Kind.comment), (node) => {
    const span = { start: startOf(tree, node), end: endOf(tree, node) };
    const { line, column } = positionAt(lineStarts, span.start);
    const text2 = tree.text.slice(span.start, span.end);
    return {
      node,
      span,
      text: text2,
      content: text2.replace(/^[#!:]+/, "").trim(),
      line,
      column,
      isOwnLine: isBlank(tree.text, span.start - column + 1, span.start),
      isPragma: line === 1 && text2.startsWith("#!") || PRAGMA.test(text2)
    };
  });
}
var PRAGMA = /^#+\s*(?:(?:noqa|nosec|nosonar|skipcq|NOLINT)\b|(?:pylint|flake8|ruff|type|mypy|pyright|pyre-\w+|pytype|ty|fmt|yapf|isort|black|autopep8|pyformat|pragma|coverage|region|endregion|proctor|nopep8|doctest|cython|distutils|mutmut|lint|vim?|ex|sphinx-\w+|dprint-\w+|cspell|spell-?checker|codespell|language|allow|en(?:coding)?|coding|-\*-.*)\s*[:=]|-\*-|(?:end)?region\b|\/\/\/|%%)/i;
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
var SUPPRESSION = /#\s*proctor:\s*(ignore-file|ignore)(?![\w-])(?:\s*\[([^\]]*)\])?/g;

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

// src/check.ts
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
  const { at: at3, message, subject = "", measure, fix: fix2 } = problem;
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
    ...fix2 === void 0 ? {} : { fix: fix2 }
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

// src/config/load.ts
init_user_error();

// src/config/active-rules.ts
var noChange = {
  select: void 0,
  extendSelect: [],
  ignore: [],
  severity: /* @__PURE__ */ new Map(),
  options: /* @__PURE__ */ new Map()
};
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
function changed({ isOn, severity }, rule, layer) {
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

// src/rules/rule.ts
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

// src/config/shape.ts
init_user_error();

// src/config/toml.ts
init_user_error();
var import_lazy = __toESM(require_lazy(), 1);
function parseToml(file, text2) {
  const { parse, TomlError } = (0, import_lazy.loadToml)();
  try {
    return parse(withoutByteOrderMark(text2));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const place = `${file}:${error.line}:${error.column}`;
    throw new UserError(`config: ${place}: broken TOML, ${reasonOf(error.message)}`, { cause: error });
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
function reasonOf(message) {
  const [line = ""] = message.split("\n");
  return line.replace(/^Invalid TOML document: /, "").toLowerCase();
}

// src/config/shape.ts
function fail(place, problem) {
  throw new UserError([place.source, place.keys.join("."), problem].filter((part) => part !== "").join(": "));
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
function choice2(values) {
  const shape = {
    name: values.join(" or "),
    read: (value, place) => {
      if (typeof value !== "string") return failAs(shape, value, place);
      const chosen = values.find((known2) => known2 === value);
      if (chosen !== void 0) return chosen;
      return fail(place, `unknown value ${value}${suggestion(value, values) || `; it takes ${shape.name}`}`);
    },
    schema: { enum: values }
  };
  return shape;
}
function known(kind, words2) {
  const shape = {
    name: `a ${kind}`,
    read: (value, place) => {
      const word3 = text.read(value, place);
      return words2.has(word3) ? word3 : fail(place, `unknown ${kind} ${word3}${suggestion(word3, words2)}`);
    },
    schema: { enum: [...words2] }
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
    read: (table, place) => {
      if (!isTable(table)) return failAs(shape, table, place);
      return new Map(
        Object.entries(table).map(([name2, one]) => [
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
    read: (table, place) => {
      if (!isTable(table)) return failAs(shape, table, place);
      const unknown = Object.keys(table).find((key2) => !Object.hasOwn(fields, key2));
      if (unknown !== void 0)
        fail(place, `unknown key ${unknown}${suggestion(unknown, Object.keys(fields))}`);
      const absent = required.find((key2) => !Object.hasOwn(table, key2));
      if (absent !== void 0) fail(place, `the key ${absent} is missing`);
      const values = Object.entries(fields).map(([key2, field]) => [
        key2,
        Object.hasOwn(table, key2) ? field.shape.read(table[key2], below(place, key2)) : void 0
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

// src/config/keys.ts
var MAX_FILE_SIZE = 1e6;
var severities = ["error", "warning", "off"];
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
var textTable = record(text, text, "a table of strings");
var tableOfTexts = {
  ...textTable,
  read: (value, place) => Object.fromEntries(textTable.read(value, place))
};

// src/config/config.ts
function readConfig(table, place, rules2) {
  const misplaced = rules2.find(({ id }) => isTable(table) && Object.hasOwn(table, id));
  if (misplaced !== void 0) {
    fail(place, `unknown key ${misplaced.id}; its options belong in rules.${misplaced.id}`);
  }
  const values = object(configurationKeys(rules2), "a table").read(table, place);
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
var defaultConfig = readConfig({}, { source: "", keys: [] }, []);
function commandLineLayer({ select: select2, extendSelect: extendSelect2, ignore: ignore2 }, rules2) {
  const checked = (flag3, given) => selectors(rules2).read(given, { source: "", keys: [flag3] });
  return {
    ...noChange,
    select: select2 === void 0 ? void 0 : checked("--select", select2),
    extendSelect: checked("--extend-select", extendSelect2),
    ignore: checked("--ignore", ignore2)
  };
}

// src/config/globs.ts
var import_lazy2 = __toESM(require_lazy(), 1);
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
  const bare = glob2.replace(/^\.\//, "").replace(/\/+$/, "");
  if (bare === "" || bare === ".") return ["**"];
  const anchored = bare.includes("/") ? bare.replace(/^\//, "") : `**/${bare}`;
  return [anchored, `${anchored}/**`];
}

// src/python/fnmatch.ts
function fnmatch(name, pattern) {
  return expressionOf(pattern).test(name);
}
var expressions = /* @__PURE__ */ new Map();
function expressionOf(pattern) {
  const known2 = expressions.get(pattern);
  if (known2 !== void 0) return known2;
  const expression = new RegExp(`^${sourceOf2([...pattern])}$`, "su");
  expressions.set(pattern, expression);
  return expression;
}
function sourceOf2(pattern) {
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
var codePoint = (character) => character.codePointAt(0) ?? 0;
var escaped = (character) => `\\u{${codePoint(character).toString(16)}}`;

// src/config/ini.ts
function iniSection(text2, section) {
  let isInside = false;
  let found;
  let key2;
  for (const line of text2.split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/)) {
    const trimmed2 = line.trim();
    if (trimmed2 === "" || /^[#;]/.test(trimmed2)) continue;
    const header = headerOf(line);
    if (header !== void 0) {
      isInside = header === section;
      key2 = void 0;
      if (isInside) found ??= /* @__PURE__ */ new Map();
    } else if (!isInside || found === void 0) continue;
    else if (/^[\s[]/.test(line)) {
      if (key2 !== void 0) found.set(key2, [found.get(key2) ?? "", trimmed2].filter(Boolean).join("\n"));
    } else {
      const entry2 = entryOf(line);
      key2 = entry2?.key;
      if (entry2 !== void 0) found.set(entry2.key, entry2.value);
    }
  }
  return found;
}
function headerOf(line) {
  if (!line.startsWith("[")) return void 0;
  const code = line.replace(/[#;].*/, "").trimEnd();
  return code.endsWith("]") ? code.slice(1, -1) : void 0;
}
function entryOf(line) {
  const sign = line.search(/[=:]/);
  if (sign === -1) return void 0;
  return { key: line.slice(0, sign).trim(), value: line.slice(sign + 1).trim() };
}

// src/config/pytest.ts
var pytestDefaults = {
  files: void 0,
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
var defaultFiles = ["test_*.py", "*_test.py", "tests.py"];
function isPytestModule(path, { files }) {
  return path === "conftest.py" || path.endsWith("/conftest.py") || matchesPythonFiles(path, files ?? defaultFiles);
}
function matchesPythonFiles(path, patterns) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return patterns.some(
    (pattern) => pattern.includes("/") ? fnmatch(`/${path}`, `*/${pattern}`) : fnmatch(name, pattern)
  );
}

// src/config/load.ts
function loadSettings(rules2, read, commandLine) {
  const files = configurationFiles(read);
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
function placed(config2, folder, rulesOf) {
  const { maxFileSize, fix: fix2 } = config2;
  const includes = config2.include === void 0 ? void 0 : globMatcher(config2.include);
  const includesToo = globMatcher(config2.extendInclude);
  const excludes = globMatcher(config2.exclude);
  const overrides = config2.overrides.map(({ files, layer }) => ({ matches: globMatcher(files), layer }));
  const known2 = /* @__PURE__ */ new Map();
  const rulesFor = (path) => {
    const matching = overrides.filter(({ matches }) => matches(path));
    const key2 = matching.map((override) => overrides.indexOf(override)).join();
    const rules2 = known2.get(key2) ?? rulesOf(matching.map(({ layer }) => layer));
    known2.set(key2, rules2);
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
      fix: fix2
    })
  };
}
function configurationFiles(read) {
  const text2 = memoized(read);
  return { text: text2, toml: memoized((path) => parseToml(path, text2(path) ?? "")) };
}
function configIn(folder, { text: text2, toml }, rules2) {
  const own = join(folder, "proctor.toml");
  if (text2(own) !== void 0) return readConfig(toml(own), configPlace(own), rules2);
  const pyproject = join(folder, "pyproject.toml");
  if (!mayHaveTool(text2(pyproject) ?? "", "proctor")) return void 0;
  const table = toolTable(toml(pyproject), "proctor");
  return table === void 0 ? void 0 : readConfig(table, configPlace(pyproject), rules2);
}
function configNamed(path, { text: text2, toml }, rules2) {
  if (text2(path) === void 0) throw new UserError(`--config: there is no file ${path}`);
  if (!/(?:^|\/)pyproject\.toml$/.test(path)) return readConfig(toml(path), configPlace(path), rules2);
  const table = toolTable(toml(path), "proctor");
  if (table === void 0) throw new UserError(`--config: ${path} has no table [tool.proctor]`);
  return readConfig(table, configPlace(path), rules2);
}
var configPlace = (path) => ({ source: `config: ${path}`, keys: [] });
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
  const known2 = /* @__PURE__ */ new Map();
  return (key2) => {
    const made = known2.get(key2) ?? { value: make(key2) };
    known2.set(key2, made);
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

// src/files.ts
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
init_user_error();
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
  for (const entry2 of (0, import_node_fs.readdirSync)((0, import_node_path.resolve)(cwd, folder), { withFileTypes: true })) {
    const path = folder === "." ? entry2.name : `${folder === "/" ? "" : folder}/${entry2.name}`;
    if (entry2.isFile() && entry2.name.endsWith(".py")) yield path;
    else if (entry2.isDirectory() && isWorthEntering((0, import_node_path.resolve)(cwd, path))) yield* pythonFilesIn(cwd, path);
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
var WINDOWS_1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
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

// src/python/blocks.ts
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
function hashOf(block, name) {
  const hash = Math.imul(Math.imul(block, 2654435761) ^ name, 2246822507);
  return hash ^ hash >>> 15;
}

// src/python/identifiers.ts
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
  nameOf(identifier) {
    return this.#spellings[identifier] ??= this.#text.slice(this.#starts[identifier], this.#ends[identifier]);
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

// src/python/collect.ts
function collect(tree) {
  return new Collector(tree).collect();
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
  interpolation: 25,
  nameToken: 26,
  printStatement: 27,
  execStatement: 28,
  exceptClause: 29,
  error: 30
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
  [Action.interpolation, [Kind.interpolation, Kind.format_expression]],
  [Action.nameToken, [Kind.type_token, Kind.print_token, Kind.exec_token]],
  [Action.printStatement, [Kind.print_statement]],
  [Action.execStatement, [Kind.exec_statement]],
  [Action.exceptClause, [Kind.except_clause]],
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
  /** On the `[…]` after the name of a definition: type parameters are declared there, not subscripts read. */
  declares: 16,
  /** On `type`, `print` or `exec` where the grammar takes a name for a keyword. */
  isName: 17
};
var ENTERS_NOTHING = 0;
var ENTERS_VARIABLE_ANNOTATION = -1;
var ENTERS_BOUND = -2;
var Collector = class {
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
        if (this.#kind[node + 2] !== Kind.chevron) this.#blocks.hasError[this.#block] = true;
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
    const annotation = this.#childIn(node, Field.type);
    if (annotation === NO_NODE) {
      this.#marks[left] = Mark.stored;
      return;
    }
    const target = this.#withoutParentheses(left);
    if (this.#kind[target] !== Kind.identifier) this.#marks[target] = Mark.stored;
    else if (target === left) this.#marks[target] = Mark.annotated;
    else this.#marks[target] = this.#childIn(node, Field.right) === NO_NODE ? Mark.ignored : Mark.stored;
    this.#variableAnnotation(annotation);
  }
  #variableAnnotation(annotation) {
    const kind = this.#blocks.kinds[this.#block];
    if ((kind === "module" || kind === "class") && !this.#futureAnnotations) {
      this.#enters[annotation] = ENTERS_VARIABLE_ANNOTATION;
      return;
    }
    this.#marks[annotation] = Mark.unevaluated;
    this.#enters[annotation] = this.#block + 1;
  }
  /** `(x)` as a target is a tuple pattern with one element and no comma. */
  #withoutParentheses(target) {
    let inner = target;
    while (this.#kind[inner] === Kind.tuple_pattern && this.#afterOf(inner + 2) + 1 === this.#afterOf(inner)) {
      inner += 2;
    }
    return inner;
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
  #signatureAnnotation(annotation, annotations, around) {
    if (annotations === NONE) this.#marks[annotation] = Mark.unevaluated;
    this.#enterBlock(annotation, annotations === NONE ? around : annotations);
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
      switch (this.#kind[child]) {
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
          const annotation = this.#childIn(child, Field.type);
          if (annotation !== NO_NODE) this.#signatureAnnotation(annotation, annotations, around);
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
  #constrained(node) {
    const name = node + 2;
    if (this.#kind[name] !== Kind.identifier) {
      this.#blocks.hasError[this.#block] = true;
      return;
    }
    this.#marks[name] = Mark.typeParameter;
    const bound = this.#afterOf(this.#afterOf(node + 1));
    if (bound < this.#afterOf(node)) this.#enters[bound] = ENTERS_BOUND;
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
    const typeParameters = name === left + 2 ? name + 1 : NO_NODE;
    const identifier = this.#identifiers.at(this.#start[name] ?? 0, this.#end[name] ?? 0);
    const seesClass = this.#blocks.kinds[this.#block] === "class";
    const around = this.#openTypeParameters(node, typeParameters, identifier);
    const block = this.#open("type-alias", identifier, around, node);
    this.#blocks.seesClass[block] = seesClass;
    this.#enterBlock(right, block);
  }
  /** `type(x).attr = v`, `type[i] = v` and their like assign to what a variable `type` gives. */
  #assignmentToType(node, left) {
    this.#marks[node + 1] = Mark.isName;
    if (this.#kind[left + 1] !== Kind.constrained_type) return;
    const annotation = this.#afterOf(this.#afterOf(left + 2));
    if (annotation < this.#afterOf(left)) this.#variableAnnotation(annotation);
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
  #future(imported2) {
    const path = this.#kind[imported2] === Kind.aliased_import ? imported2 + 1 : imported2;
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
    const specification = this.#afterOf(this.#afterOf(expression + 1));
    for (let inner = specification, end = this.#afterOf(expression); inner < end; inner++) {
      if (this.#kind[inner] === Kind.set || this.#kind[inner] === Kind.dictionary) inner = this.#afterOf(inner) - 1;
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
    if (entered === ENTERS_VARIABLE_ANNOTATION) this.#push(node, end, this.#annotationsOf(this.#block, node), false);
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
    const start = this.#start[this.#expression(node)] ?? 0;
    const block = this.#blocks.open("annotation", this.#lastTypeParameter, this.#block, node, start);
    this.#blocks.seesClass[block] = this.#blocks.seesClass[this.#block] === true;
    return block;
  }
  /** The expression in a `type` node, without the parentheses that only group. */
  #expression(node) {
    let inner = node;
    for (; ; ) {
      if (this.#kind[inner] === Kind.type) inner += 1;
      else if (this.#kind[inner] === Kind.parenthesized_expression) inner += 2;
      else return inner;
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
  #childIn(node, field) {
    for (let child = node + 1, end = this.#afterOf(node); child < end; child = this.#afterOf(child)) {
      if (this.#field[child] === field) return child;
    }
    return NO_NODE;
  }
};
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

// src/python/resolve.ts
var Reach = { local: 1, free: 2, globalImplicit: 3, globalExplicit: 4 };
function resolve2(blocks) {
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
      variableFlags: this.#variableFlags
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
    if (this.#typeParams === NONE || blocks.kinds[blocks.parents[block] ?? MODULE] !== "type-parameters") return;
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
function addPassingSymbols(blocks, resolved) {
  const { reach, variable, variableBlock } = resolved;
  const implicit = new Set(
    ["__class__", "__classdict__", "__conditional_annotations__", "__type_params__"].map(
      (name) => blocks.identifiers.find(name)
    )
  );
  for (let symbol = 0, present = blocks.symbolBlock.length; symbol < present; symbol++) {
    const name = blocks.symbolName[symbol] ?? 0;
    if (reach[symbol] !== Reach.free || implicit.has(name)) continue;
    const binder = variableBlock[variable[symbol] ?? NONE] ?? MODULE;
    let block = blocks.parents[blocks.symbolBlock[symbol] ?? MODULE] ?? MODULE;
    for (; block !== binder; block = blocks.parents[block] ?? MODULE) {
      const between = blocks.find(block, name);
      if (between !== NONE && reach[between] === Reach.free) break;
      if (between !== NONE) continue;
      blocks.symbolOf(block, name);
      reach.push(Reach.free);
      variable.push(variable[symbol] ?? NONE);
    }
  }
}

// src/python/bind.ts
function bind(tree) {
  const collected = collect(tree);
  return new Model(tree, collected, resolve2(collected.blocks));
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
    const { nodes, blocks } = this.#collected.unevaluated;
    return nodes.map((node, index) => {
      const start = startOf(this.tree, node);
      const end = endOf(this.tree, node);
      const name = this.tree.text.slice(start, end).normalize("NFKC");
      return { name, start, end, node, scope: this.scope(blocks[index] ?? MODULE) };
    });
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
  isIncomplete(block) {
    return (this.#incomplete ??= incompleteBlocks(this.blocks))[block] === true;
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
    for (let block = start; block !== NONE; block = blocks.parents[block] ?? NONE) {
      const symbol = blocks.find(block, name);
      if (symbol === NONE) continue;
      const isSeen = block === start || blocks.kinds[block] !== "class" || resolved.reach[symbol] === Reach.free;
      if (isSeen) return resolved.variable[symbol] ?? NONE;
    }
    return NONE;
  }
};
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
    return [];
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
var kindsByFlag = [
  [Flag.parameter, "parameter"],
  [Flag.typeParameter, "type-parameter"],
  [Flag.imported, "import"],
  [Flag.className, "class"],
  [Flag.functionName, "function"],
  [Flag.local, "local"]
];
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
function incompleteBlocks({ hasError, parents }) {
  const incomplete = [...hasError];
  for (let block = incomplete.length - 1; block > MODULE; block--) {
    if (incomplete[block] === true) incomplete[parents[block] ?? MODULE] = true;
  }
  return incomplete;
}

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
  const attribute = childIn(tree, callee, Field.attribute);
  return attribute === NO_NODE ? "" : textOf(tree, attribute);
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

// src/python/definitions.ts
function definitionsOf(tree, nodesOf) {
  const nodes = Int32Array.of(
    ...nodesOf(Kind.function_definition),
    ...nodesOf(Kind.class_definition)
  ).toSorted();
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
  const defined = {
    name,
    nameSpan: spanOf(tree, identifier),
    qualifiedName: enclosing === void 0 ? name : `${enclosing.qualifiedName}.${name}`,
    node,
    span: spanOf(tree, decorated === NO_NODE ? node : decorated),
    body: childIn(tree, node, Field.body),
    enclosing,
    decorators: decorated === NO_NODE ? [] : decoratorsOf(tree, decorated)
  };
  if (kindOf(tree, node) === Kind.class_definition)
    return { ...defined, kind: "class", bases: basesOf(tree, node) };
  const isAsync = childOfKind(tree, node, Kind.async_token) !== NO_NODE;
  return { ...defined, kind: "function", isAsync, parameters: parametersOf(tree, node) };
}
function decoratorsOf(tree, decorated) {
  return childrenOf(tree, decorated).filter((child) => kindOf(tree, child) === Kind.decorator).map((decorator) => {
    const expression = namedChildrenOf(tree, decorator)[0] ?? NO_NODE;
    if (kindOf(tree, expression) !== Kind.call)
      return { name: dottedNameOf(tree, expression) ?? "", call: NO_NODE };
    return { name: calleeOf(tree, expression) ?? "", call: expression };
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
function headerOf2(tree, { node, span, body }) {
  const colon = childrenOf(tree, node).findLast((child) => child < body && kindOf(tree, child) === Kind[":"]);
  return { start: span.start, end: colon === void 0 ? startOf(tree, body) : endOf(tree, colon) };
}

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
  const statement = body === NO_NODE ? NO_NODE : namedChildrenOf(tree, body)[0] ?? NO_NODE;
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
var FIELD = /^[ \t]*(?<head>:(?:param|parameter|arg|argument|key|keyword)[ \t]+(?<typed>[^:\n]*?[ \t])??|@(?:param|keyword)[ \t]+)(?<name>\\?\*{0,2}[^\W\d]\w*)[ \t]*:/gmu;
function fieldParametersOf({ text: text2, start }) {
  if (!text2.includes(":")) return [];
  return Array.from(text2.matchAll(FIELD), (match) => {
    const { name = "" } = match.groups ?? {};
    return documented(name, start + match.index + match[0].lastIndexOf(name));
  });
}
var GOOGLE_SECTION = /^\s*(?:Args|Arguments|Keyword Args|Keyword Arguments|Other Parameters):$/;
var GOOGLE_ENTRY = /^\s*(?<name>\\?\*{0,2}[^\W\d]\w*)\s*(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?:(?:\s|$)/u;
function googleParametersOf(lines) {
  return lines.flatMap((line, index) => {
    if (!GOOGLE_SECTION.test(line.text)) return [];
    const section = indentedBelow(lines, index + 1, line.indent);
    const indent = section.find((entry2) => entry2.indent !== Infinity)?.indent;
    return section.flatMap((entry2) => {
      if (entry2.indent !== indent) return [];
      const name = GOOGLE_ENTRY.exec(entry2.text)?.groups?.["name"];
      return name === void 0 ? [] : [documented(name, entry2.start + entry2.indent)];
    });
  });
}
function indentedBelow(lines, first, indent) {
  const end = lines.findIndex((line, index) => index >= first && line.indent <= indent);
  return lines.slice(first, end === -1 ? lines.length : end);
}
var NUMPY_SECTION = /^\s*(?:Parameters|Other Parameters)$/;
var NUMPY_ENTRY = /^\s*(?<names>\\?\*{0,2}[^\W\d]\w*(?:\s*,\s*\\?\*{0,2}[^\W\d]\w*)*)(?:\s*:(?:\s|$).*)?$/u;
function numpyParametersOf(lines) {
  return lines.flatMap((line, index) => {
    if (!NUMPY_SECTION.test(line.text) || !isUnderlined(lines, index)) return [];
    const entries = [];
    for (let at3 = index + 2; at3 < lines.length && !isUnderlined(lines, at3); at3++) {
      const entry2 = lines[at3];
      if (entry2 === void 0 || entry2.indent < line.indent) break;
      const names = entry2.indent === line.indent ? NUMPY_ENTRY.exec(entry2.text)?.groups?.["names"] : void 0;
      if (names === void 0) continue;
      for (const { 0: name, index: column } of names.matchAll(/\\?\*{0,2}[^\W\d]\w*/gu)) {
        entries.push(documented(name, entry2.start + entry2.indent + column));
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

// src/python/statements.ts
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

// src/python/handlers.ts
function handlersOf(tree, nodesOf) {
  return Array.from(nodesOf(Kind.except_clause), (node) => handlerOf(tree, node));
}
function handlerOf(tree, node) {
  const value = childIn(tree, node, Field.value);
  const pattern = value !== NO_NODE && kindOf(tree, value) === Kind.as_pattern ? value : NO_NODE;
  const caught = pattern === NO_NODE ? value : namedChildrenOf(tree, pattern)[0] ?? NO_NODE;
  const target = childIn(tree, pattern === NO_NODE ? node : pattern, Field.alias);
  const start = startOf(tree, node);
  const statement = parentOf(tree, node);
  const guarded = statementsOf(tree, childIn(tree, statement, Field.body));
  const otherwise = childOfKind(tree, statement, Kind.else_clause);
  return {
    node,
    keyword: { start, end: start + "except".length },
    exceptions: caught === NO_NODE ? [] : elementsOf(tree, caught).flatMap((one) => dottedNameOf(tree, one) ?? []),
    isBare: caught === NO_NODE,
    alias: target === NO_NODE || kindOf(tree, target) === Kind.identifier ? target : target + 1,
    isSilent: statementsOf(tree, childOfKind(tree, node, Kind.block)).every((one) => doesNothing(tree, one)),
    guardsRaise: guarded.length === 1 && guarded.some((one) => kindOf(tree, one) === Kind.raise_statement),
    expectsRaise: otherwise !== NO_NODE && statementsOf(tree, childIn(tree, otherwise, Field.body)).some((one) => isFailure(tree, one))
  };
}
function doesNothing(tree, statement) {
  const kind = kindOf(tree, statement);
  if (kind === Kind.pass_statement || kind === Kind.continue_statement) return true;
  const expression = kindOf(tree, statement + 1);
  return kind === Kind.expression_statement && (expression === Kind.string || expression === Kind.ellipsis);
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

// src/python/imports.ts
function importsOf(tree, nodesOf) {
  const origins = /* @__PURE__ */ new Map();
  for (const statement of nodesOf(Kind.import_statement)) {
    for (const node of childrenIn(tree, statement, Field.name)) {
      const { name, alias } = imported(tree, node);
      if (alias !== void 0) origins.set(alias, name);
      else origins.set(firstPart(name), firstPart(name));
    }
  }
  for (const statement of nodesOf(Kind.import_from_statement)) {
    const module2 = textOf(tree, childIn(tree, statement, Field.module_name)).replace(/\s+/g, "");
    const prefix = module2.endsWith(".") ? module2 : `${module2}.`;
    for (const node of childrenIn(tree, statement, Field.name)) {
      const { name, alias = name } = imported(tree, node);
      origins.set(alias, prefix + name);
    }
    if (childOfKind(tree, statement, Kind.wildcard_import) !== NO_NODE) origins.set(`*${module2}`, module2);
  }
  return {
    originOf(dottedName) {
      const first = firstPart(dottedName);
      const origin = origins.get(first);
      return origin === void 0 ? dottedName : origin + dottedName.slice(first.length);
    },
    hasModule: (dottedName) => [...origins.values()].some((origin) => origin === dottedName || origin.startsWith(`${dottedName}.`))
  };
}
function imported(tree, node) {
  if (kindOf(tree, node) !== Kind.aliased_import) return { name: textOf(tree, node).replace(/\s+/g, "") };
  return {
    name: textOf(tree, childIn(tree, node, Field.name)).replace(/\s+/g, ""),
    alias: textOf(tree, childIn(tree, node, Field.alias))
  };
}
function firstPart(dottedName) {
  const dot = dottedName.indexOf(".");
  return dot === -1 ? dottedName : dottedName.slice(0, dot);
}

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

// src/python/raises.ts
function raisesBlocksOf(tree, nodesOf, imports) {
  return Array.from(nodesOf(Kind.with_statement)).flatMap((node) => raisesBlockOf(tree, node, imports) ?? []);
}
function raisesBlockOf(tree, node, imports) {
  const clause = childOfKind(tree, node, Kind.with_clause);
  if (clause === NO_NODE) return void 0;
  for (const item of namedChildrenOf(tree, clause)) {
    const value = childIn(tree, item, Field.value);
    const isAliased = value !== NO_NODE && kindOf(tree, value) === Kind.as_pattern;
    const call2 = isAliased ? namedChildrenOf(tree, value)[0] ?? NO_NODE : value;
    if (!isRaisesCall(tree, call2, imports)) continue;
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
function isRaisesCall(tree, call2, imports) {
  if (call2 === NO_NODE || kindOf(tree, call2) !== Kind.call) return false;
  const name = calledNameOf(tree, call2);
  if (/^(?:assertRaises|failUnlessRaises|assert_raises)/.test(name)) return true;
  const callee = calleeOf(tree, call2);
  return callee !== void 0 && /^(?:pytest|py\.test)\.raises$/.test(imports.originOf(callee));
}
function expectedExceptionsOf(tree, call2) {
  const given = argumentsOf(tree, call2);
  const expected = given.find(
    ({ keyword }) => keyword === void 0 || keyword === "expected_exception" || keyword === "exception"
  )?.value ?? NO_NODE;
  if (expected === NO_NODE) return [];
  return elementsOf(tree, expected).flatMap((exception) => {
    const name = dottedNameOf(tree, exception);
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
var HARMLESS = /^(?:_*assert\w*|str|len|repr|isinstance|bool|list|dict|set|sorted|any|all|int|readouterr|getvalue|format|decode|join)$/;
function mayRaise(tree, assertion, exceptions) {
  for (const call2 of callsIn(tree, assertion)) if (!HARMLESS.test(calledNameOf(tree, call2))) return true;
  const statementCall = callStatementOf(tree, assertion);
  const callee = statementCall === NO_NODE ? NO_NODE : childIn(tree, statementCall, Field.function);
  for (let node = assertion, end = afterOf(tree, assertion); node < end; node++) {
    if (node === callee) node = afterOf(tree, callee);
    if (exceptions.some((exception) => RAISERS[exception]?.has(kindOf(tree, node)))) return true;
  }
  return false;
}
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

// src/python/assertions.ts
function isAssertion(tree, statement) {
  if (kindOf(tree, statement) === Kind.assert_statement) return true;
  const call2 = callStatementOf(tree, statement);
  return call2 !== NO_NODE && ASSERTING.test(calledNameOf(tree, call2));
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
  for (const statement of stepsOf(tree, block, imports)) {
    const actsToo = actsAndAsserts(tree, statement, imports);
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
function* stepsOf(tree, block, imports) {
  for (let node = block + 1, end = afterOf(tree, block); node < end; ) {
    const isStep = isStatement(tree, node) && (!isCompound(tree, node) || isRaisesStatement(tree, node, imports));
    if (isStep) yield node;
    node = isStep || isDeferred(kindOf(tree, node)) ? afterOf(tree, node) : node + 1;
  }
}
function isRaisesStatement(tree, node, imports) {
  if (kindOf(tree, node) !== Kind.with_statement) return false;
  const clause = childOfKind(tree, node, Kind.with_clause);
  if (clause === NO_NODE) return false;
  for (let inner = clause, end = afterOf(tree, clause); inner < end; inner++) {
    if (kindOf(tree, inner) === Kind.call && isRaisesCall(tree, inner, imports)) return true;
  }
  return false;
}
function actsAndAsserts(tree, statement, imports) {
  if (isCompound(tree, statement)) return true;
  const call2 = callStatementOf(tree, statement);
  const assigned = assignmentOf(tree, statement);
  const value = call2 === NO_NODE && assigned !== NO_NODE ? childIn(tree, assigned, Field.right) : call2;
  if (value === NO_NODE || kindOf(tree, value) !== Kind.call) return false;
  return isRaisesCall(tree, value, imports) || ACTING_AND_ASSERTING.test(calledNameOf(tree, value));
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
    else if (isTest(source, definition, testClass, conventions))
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
function isTest(source, definition, testClass, conventions) {
  if (isConftest(source.path) || definition.enclosing !== void 0 && testClass === void 0)
    return false;
  if (definition.decorators.some(({ name }) => name === "property")) return false;
  if (testClass?.framework === "unittest") return definition.name.startsWith("test");
  return matchesConvention(definition.name, conventions.functions);
}
var isConftest = (path) => path === "conftest.py" || path.endsWith("/conftest.py");
function matchesConvention(name, options2) {
  return options2.some(
    (option2) => name.startsWith(option2) || /[*?[]/.test(option2) && globPattern(option2).test(name)
  );
}
function globPattern(glob2) {
  const source = glob2.replace(/\[!?[^\]]+\]|[\\^$.|+(){}[\]*?]/g, (part) => {
    if (part === "*") return ".*";
    if (part === "?") return ".";
    if (part.length === 1) return `\\${part}`;
    return `[${part.slice(1, -1).replace(/^!/, "^").replaceAll("\\", "\\\\")}]`;
  });
  return new RegExp(`^${source}$`, "s");
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
var isConstructor = ({ name, enclosing }) => enclosing?.kind === "class" && (name === "__init__" || name === "__new__");
function isReachable({ enclosing }, collected) {
  return enclosing === void 0 || collected.has(enclosing);
}
function isDisabled(tree, { body }) {
  return statementsOf(tree, body).some((statement) => /^__test__\s*=\s*False$/.test(textOf(tree, statement)));
}
function isUnittest({ bases: bases2 }, byName, seen) {
  return bases2.some((base) => {
    const known2 = byName.get(base);
    if (known2 === void 0) return TEST_CASE.test(base);
    if (seen.has(known2)) return false;
    seen.add(known2);
    return isUnittest(known2, byName, seen);
  });
}
var TEST_CASE = /(?:TestCase|(?<=[a-z0-9])Tests?|TestBase|TestsBase|BaseTests?)(?:Base|Mixin)?$|\.Tests?$/;
function collectMixins({ bases: bases2 }, framework, byName, collected) {
  for (const base of bases2) {
    const definition = byName.get(base);
    if (definition === void 0 || collected.has(definition)) continue;
    collected.set(definition, { name: definition.name, definition, framework });
    collectMixins(definition, framework, byName, collected);
  }
}
function fixtureOf({ tree, imports }, definition) {
  const decorator = definition.decorators.find(({ name }) => FIXTURE.test(imports.originOf(name)));
  if (decorator === void 0) return void 0;
  const renamed = decorator.call === NO_NODE ? void 0 : stringContentOf(tree, keywordOf(tree, decorator.call, "name"));
  return { name: renamed ?? definition.name, definition };
}
var FIXTURE = /^(?:(?:pytest|pytest_asyncio|pytest_twisted|pytest_trio|py\.test)\.)?(?:async_)?(?:yield_)?fixture$/;
function isHook({ name, enclosing }) {
  return enclosing?.kind === "class" ? METHOD_HOOK.test(name) : MODULE_HOOK.test(name);
}
var METHOD_HOOK = /^(?:setUp|tearDown|setUpClass|tearDownClass|asyncSetUp|asyncTearDown|setUpTestData|runTest|setup|teardown|setup_method|teardown_method|setup_class|teardown_class)$/;
var MODULE_HOOK = /^(?:setUpModule|tearDownModule|setup_module|teardown_module|setup_function|teardown_function|setup|teardown|load_tests|pytest_\w+)$/;
function testOf(source, definition, testClass) {
  const { tree, imports } = source;
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
        (decorator) => parametrizationOf(tree, imports, decorator) ?? []
      );
    },
    get isPropertyBased() {
      return decorators.some(
        (decorator) => /^hypothesis\.(?:\w+\.)*given$/.test(imports.originOf(decorator.name))
      );
    },
    get statementCount() {
      return statementCountOf(tree, body) - Number(docstringNodeOf(tree, body) !== NO_NODE);
    },
    get cycles() {
      return cyclesOf(tree, body, imports);
    }
  };
}
function parametrizationOf(tree, imports, { name, call: call2 }) {
  if (call2 === NO_NODE || !/^pytest\.mark\.parametrize$/.test(imports.originOf(name))) return void 0;
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
var isDisplay = (tree, node) => kindOf(tree, node) === Kind.list || kindOf(tree, node) === Kind.tuple;
function argumentNamesOf(tree, node) {
  if (node === NO_NODE) return [];
  const written = stringContentOf(tree, node);
  if (written !== void 0) return written.split(",").flatMap((name) => name.trim() || []);
  return isDisplay(tree, node) ? namedChildrenOf(tree, node).flatMap((name) => stringContentOf(tree, name) ?? []) : [];
}

// src/python/module.ts
function testModule(path, tree, conventions) {
  const { text: text2 } = tree;
  const nodesOf = (kind) => kinds()(kind);
  const enclosing = (offset) => definitionAt(definitions(), offset);
  const lineAt = (offset) => positionAt(lineStarts(), offset).line;
  const kinds = once(() => nodesByKind(tree));
  const lineStarts = once(() => lineStartsOf(text2));
  const bindings = once(() => bind(tree));
  const imports = once(() => importsOf(tree, nodesOf));
  const definitions = once(() => definitionsOf(tree, nodesOf));
  const comments = once(() => commentsOf(tree, nodesOf, lineStarts()));
  const docstrings = once(() => docstringsOf(tree, definitions()));
  const raisesBlocks = once(() => raisesBlocksOf(tree, nodesOf, imports()));
  const handlers = once(() => handlersOf(tree, nodesOf));
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
    get definitions() {
      return definitions();
    },
    get comments() {
      return comments();
    },
    get docstrings() {
      return docstrings();
    },
    get raisesBlocks() {
      return raisesBlocks();
    },
    get handlers() {
      return handlers();
    },
    get model() {
      return model();
    },
    nodesOf,
    isExplained: (handler) => isExplained(tree, handler, comments(), module2.positionAt),
    definitionAt: enclosing,
    qualifiedNameAt: (offset) => enclosing(offset)?.qualifiedName ?? "",
    headerLinesAround(offset) {
      const lines = [];
      for (let outer = enclosing(offset); outer !== void 0; outer = outer.enclosing) {
        const { start, end } = headerOf2(tree, outer);
        for (let line = lineAt(start); line <= lineAt(end); line++) lines.push(line);
      }
      return lines;
    },
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

// src/report/text.ts
var plain = {
  bold: (text2) => text2,
  red: (text2) => text2,
  yellow: (text2) => text2,
  dim: (text2) => text2
};
var WARNINGS_SHOWN = 5;
var WIDEST_LINE = 120;
function textReport({ findings, command }, paint) {
  if (findings.length === 0) return "";
  const errors = findings.filter(({ severity }) => severity === "error");
  const warnings = findings.filter(({ severity }) => severity === "warning");
  const shown = warnings.slice(0, WARNINGS_SHOWN);
  const hidden2 = warnings.length - shown.length;
  return [
    ...errors.flatMap((finding) => [headline(finding, paint, paint.red), ...excerpt(finding, paint)]),
    ...shown.map((finding) => headline(finding, paint, paint.yellow)),
    ...hidden2 > 0 ? [paint.dim(`and ${count2(hidden2, "more warning")}`)] : [],
    paint.bold(closing(errors.length, warnings.length, findings.filter(isFixable).length, command)),
    ""
  ].join("\n");
}
function headline({ path, start, severity, message, rule }, paint, colour) {
  const place = paint.bold(`${displayed(path)}:${start.line}:${start.column}:`);
  const label = severity === "warning" ? `${colour("warning:")} ` : "";
  return `${place} ${label}${message}  ${colour(`[${rule}]`)}`;
}
function excerpt({ line, start, end }, paint) {
  const shown = line.replaceAll(/[^\P{Cc}\t]/gu, " ");
  if (shown.length > WIDEST_LINE || shown.trim() === "") return [];
  const last = end.line === start.line ? end.column : line.length + 1;
  const before = shown.slice(0, start.column - 1);
  const under = shown.slice(start.column - 1, last - 1).trimEnd();
  const indent = before.replaceAll(/[^\t]/gu, (character) => " ".repeat(columnsOf(character)));
  return [`    ${shown.trimEnd()}`, `    ${indent}${paint.red("^".repeat(Math.max(1, widthOf(under))))}`];
}
function widthOf(text2) {
  let width = 0;
  for (const character of text2) width += columnsOf(character);
  return width;
}
var WIDE = new RegExp("[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6]|\\p{Emoji_Presentation}", "u");
function columnsOf(character) {
  if (new RegExp("\\p{Mn}", "u").test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
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
function isFixable({ fix: fix2 }) {
  return fix2 !== void 0 && ("renameTo" in fix2 || fix2.safe);
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
async function paintFor(asked, { stdout, environment }) {
  if (!(asked ?? isColourful(stdout, environment))) return plain;
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

// src/rules/security/hardcoded-secret.ts
var hardcoded_secret_default = defineRule({
  id: "hardcoded-secret",
  family: "security",
  summary: "a provider's access token written into the module",
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
    storage.log_in("AKIA${"Z7QMW2YK"}${"4RXD5HTN"}")
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
  *check({ nodesOf, tree }) {
    for (const kind of [Kind.string_content, Kind.comment]) {
      for (const node of nodesOf(kind)) {
        const start = tree.start[node] ?? 0;
        const end = tree.end[node] ?? 0;
        if (end - start < SHORTEST) continue;
        for (const { provider, token, offset } of tokensIn(tree.text.slice(start, end))) {
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
var SHORTEST = 20;
var SHOWN = 4;
function* tokensIn(text2) {
  for (const match of text2.matchAll(TOKEN)) {
    for (const [group, random] of Object.entries(match.groups ?? {})) {
      if (random === void 0 || !isRandom(random)) continue;
      yield { provider: PROVIDERS[group] ?? group, token: match[0], offset: match.index };
    }
  }
}
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
var TOKEN = new RegExp(
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
  ].map((form) => `(?:${form})`).join("|").replace(/^/, "(?<![A-Za-z0-9])(?:").replace(/$/, ")"),
  "g"
);
function isRandom(characters) {
  if (MADE_UP.test(characters)) return false;
  let neighbours = 0;
  for (let index = 1; index < characters.length; index++) {
    const step = characters.charCodeAt(index) - characters.charCodeAt(index - 1);
    if (step >= -1 && step <= 1) neighbours++;
  }
  if (neighbours * 4 > characters.length) return false;
  if (characters.length >= 30 && !hasEveryClass(characters)) return false;
  return entropyOf(characters) >= Math.min(3, Math.log2(characters.length) - 1);
}
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

// src/names/words.ts
function wordsOf2(identifier) {
  return Array.from(identifier.matchAll(WORD), ([word3]) => word3.toLowerCase());
}
var WORD = new RegExp("IPv\\d+|OAuth\\d*|GraphQL|(?:My|No|Postgre)SQL|GitHub|GitLab|\\p{Lu}{2,}s(?!\\p{Ll})\\d*|\\p{Lu}+(?!\\p{Ll})\\d*|\\p{Lu}?[\\p{L}\\p{M}][\\p{Ll}\\p{Lo}\\p{M}]*\\d*|\\d+", "gu");
function trimmed(identifier) {
  const [, leading = "", core = "", trailing = ""] = /^(_*)(.*?)(_*)$/s.exec(identifier) ?? [];
  return { leading, core, trailing };
}

// src/names/cases.ts
function snakeCase(identifier) {
  const { leading, core, trailing } = trimmed(identifier);
  return leading + wordsOf2(core).join("_") + trailing;
}

// src/rules/options.ts
var integer2 = (defaults) => option("integer", defaults);
var texts = (defaults) => option("texts", defaults);
var flag2 = (defaults) => option("flag", defaults);
function option(kind, defaults) {
  return {
    kind,
    default: defaults.default,
    review: defaults.review ?? defaults.default,
    description: defaults.description
  };
}

// src/rules/naming/mixed-test-naming.ts
var mixed_test_naming_default = defineRule({
  id: "mixed-test-naming",
  family: "naming",
  summary: "a few tests in camel case in a module whose tests are in snake case",
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
var CAMEL_TEST = /^test[A-Z][A-Za-z0-9]*$/;

// src/rules/docstrings/stale-docstring-param.ts
var stale_docstring_param_default = defineRule({
  id: "stale-docstring-param",
  family: "docstrings",
  summary: "a docstring that describes a parameter which the function does not have",
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
      const known2 = /* @__PURE__ */ new Set([...taken, ...inner]);
      const unknown = described2.filter(({ name }) => !known2.has(name));
      const undescribed = taken.filter((name) => !described2.some((parameter) => parameter.name === name));
      for (const { name, span } of unknown) {
        const meant = nearest(name, undescribed) ?? (unknown.length === 1 ? onlyOne(undescribed) : void 0);
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
var isVariadic = ({ parameters }) => parameters.some(({ kind }) => kind === "var-positional" || kind === "var-keyword");
var parametersOf2 = (definition) => definition.kind === "function" ? definition.parameters.map(({ name }) => name) : [];
function onlyOne(parameters) {
  const [only, ...others] = parameters.filter((name) => name !== "self" && name !== "cls");
  return others.length === 0 ? only : void 0;
}

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

// src/rules/comments/restating-comment.ts
var restating_comment_default = defineRule({
  id: "restating-comment",
  family: "comments",
  summary: "a comment that says what the next line says",
  why: `
\`# Create the cart\` above \`cart = create_cart()\` is read, understood, and forgotten twice: once for the comment and
once for the code. It has to be kept in step and says nothing when it is. A comment earns its line by what the code
cannot say: why, why not otherwise, what goes wrong without it. The rule speaks only when the comment is one line
that starts with a verb, when every word of it that carries meaning is a word of the names in the one statement below
it, and when that statement stands alone; words such as \`because\`, \`until\` or \`not\` give a reason and keep it
silent, as does a word that occurs only in a string. The review also names comments that only announce the step that
follows.
`,
  nearest: "No other linter for Python reports it; gruff has `GR007`, with nearly the same criterion.",
  severity: { fast: "error", review: "error" },
  options: {
    announcements: flag2({
      default: false,
      review: true,
      description: "whether a comment that mostly says what the next statement says counts as well"
    })
  },
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
  *check(module2, options2) {
    for (const comment of singleLinesOf(module2.comments)) {
      const content = contentOf(comment);
      if (content === void 0) continue;
      const statement = module2.statementOnLine(comment.line + 1);
      if (statement === void 0) continue;
      const restates = restatesAlone(module2, statement, content);
      if (!restates && !(options2.announcements && announces(module2, statement, content))) continue;
      yield {
        at: comment.span,
        message: restates ? "comment says what the next line says; remove it, or say why" : "comment only announces the next line; remove it, or say why",
        subject: comment.content
      };
    }
  }
});
function singleLinesOf(comments) {
  const own = comments.filter(({ isOwnLine }) => isOwnLine);
  return own.filter(
    ({ line, isPragma }, index) => !isPragma && own[index - 1]?.line !== line - 1 && own[index + 1]?.line !== line + 1
  );
}
function contentOf({ content }) {
  if (/\?|:\/\/|\b(?:TODO|FIXME|XXX|HACK|NOTE|NB|WARNING)\b/.test(content)) return void 0;
  const words2 = proseWordsOf(content);
  const [first = ""] = words2;
  if (words2.length < 2 || words2.length > MOST_WORDS || !VERB_STEMS.has(stemOf(first))) return void 0;
  if (words2.some((word3) => WHY.has(word3) || word3.endsWith("n't"))) return void 0;
  const carrying = words2.filter((word3) => !STOP.has(word3));
  return carrying.length < 2 ? void 0 : carrying;
}
var MOST_WORDS = 10;
function restatesAlone(module2, statement, content) {
  if (isCompound(module2.tree, statement) || !module2.endsParagraph(statement)) return false;
  const said = saidBy(module2, statement, afterOf(module2.tree, statement), false);
  return content.every((word3) => isSaid(word3, said));
}
function announces(module2, statement, content) {
  const said = saidBy(module2, statement, headerEndOf(module2, statement), true);
  const known2 = content.filter((word3) => ASIDE.has(word3) || isSaid(word3, said)).length;
  return !content.some((word3) => ANNOUNCED_REASON.has(word3)) && known2 * 3 >= content.length * 2 && known2 > 1;
}
function headerEndOf({ tree }, statement) {
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
var listed = (words2) => words2.trim().split(/\s+/);
var stems = (words2) => listed(words2).map(stemOf);
var CALLING = stems("call invoke");
var ASSIGNING = stems("set assign");
var SYNONYMS = new Map(
  [
    "assert check confirm ensure expect validate verify",
    "build construct create generate instantiate make",
    "del delete remove",
    "fetch get retrieve",
    "init initialise initialize",
    "execute run",
    "monkeypatch patch"
  ].flatMap((group) => stems(group).map((stem, _3, all) => [stem, all]))
);
var VERB_STEMS = new Set(
  stems(`
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
var STOP = new Set(
  listed(`
    a all an and any are as at be been both by did do does each finally first for from here in into is it its just let
    lets let's new next now of on or our out please simply so some that the then there these this those to up us via
    was we we're were with`)
);
var WHY = new Set(
  listed(`
    after again already because before but even if instead never no not only since still unless until when while
    without`)
);
var ANNOUNCED_REASON = new Set(listed("avoid bug race so which why workaround"));
var ASIDE = new Set(listed("going need needed use used using will"));

// src/rules/organisation/long-test.ts
var long_test_default = defineRule({
  id: "long-test",
  family: "organisation",
  summary: "a test that acts and asserts so often that it is several tests",
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
        message: `\`${name}\` has ${statementCount} statements in ${counted(cycles.length, "act-assert cycle")}; ${advice(module2, cycles)}`,
        measure: statementCount
      };
    }
  }
});
var assertionCountOf = (cycles) => cycles.reduce((sum, { assertions }) => sum + assertions.length, 0);
var counted = (count3, noun) => `${count3} ${noun}${count3 === 1 ? "" : "s"}`;
function advice(module2, cycles) {
  const lines = cycles.slice(1).flatMap(({ statements: [first] }) => {
    return first === void 0 ? [] : module2.positionAt(module2.spanOf(first).start).line;
  });
  if (lines.length === 0) return "split it or move what it sets up into a fixture";
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), "…"] : lines;
  return `split it at ${lines.length === 1 ? "line" : "lines"} ${shown.join(", ")}`;
}
var MOST_LINES = 5;
function numbersItsSteps(module2, test) {
  const { start, end } = module2.spanOf(test.node);
  return module2.comments.some(
    ({ span, content }) => start < span.start && span.start < end && STEP.test(content)
  );
}
var STEP = /^\W*step\W*\d/i;

// src/rules/exceptions/broad-except-pass.ts
var broad_except_pass_default = defineRule({
  id: "broad-except-pass",
  family: "exceptions",
  summary: "a handler in a test that swallows every exception",
  why: `
\`except Exception: pass\` in a test makes it pass whatever happens in the \`try\` clause: an \`AssertionError\` is an
exception too, so that even a failed assertion is swallowed. When the call is expected to raise, \`pytest.raises\` or
\`assertRaises\` says so and fails when it does not; when only cleaning up may fail, name the exception that it may
fail with. A handler with a comment has given its reason, a \`try\` clause that does nothing but raise has made the
exception itself, and an \`else\` clause that fails expects the exception: nothing is said of them. In the review,
fixtures and helpers count as well.
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
      if (broad === void 0 || !handler.isSilent || handler.guardsRaise || handler.expectsRaise) continue;
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
function broadExceptionOf({ isBare, exceptions }) {
  if (isBare) return "`except:`";
  const broad = exceptions.find((name) => /^(?:builtins\.)?(?:Base)?Exception$/.test(name));
  return broad === void 0 ? void 0 : `\`except ${broad}\``;
}

// src/rules/ineffective-tests/unreachable-assert-in-raises.ts
var unreachable_assert_in_raises_default = defineRule({
  id: "unreachable-assert-in-raises",
  family: "ineffective-tests",
  summary: "an assertion in a `raises` block after the call that raises, where it never runs",
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

// src/rules/index.ts
var rules = [
  hardcoded_secret_default,
  mixed_test_naming_default,
  stale_docstring_param_default,
  restating_comment_default,
  long_test_default,
  broad_except_pass_default,
  unreachable_assert_in_raises_default
];

// src/sources.ts
var import_node_path4 = require("node:path");
init_repository();
init_user_error();
function workplaceOf({ cwd, environment }) {
  const answer = findRepository(cwd, environment);
  if (!answer.found) return { topLevel: cwd, repository: void 0, why: answer.why };
  return { topLevel: answer.repository.topLevel, repository: answer.repository, why: "" };
}
function sourcesOf(command, workplace, settings, host2) {
  const since2 = sinceOf(command, host2.environment);
  const { source, scope: scope2 } = command;
  const readable = (candidates) => withinLimits(candidates, settings);
  switch (source.from) {
    case "index": {
      const { repository, why } = workplace;
      if (repository === void 0)
        throw new UserError(`${why}; name the files to check: proctor check PATH`);
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
    const read = readUpTo((0, import_node_path4.resolve)(cwd, path), settings.for(place).maxFileSize);
    if (read.ok) files.push({ path, place, bytes: read.bytes });
    else failures.push({ path, reason: read.reason });
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

// src/main.ts
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
    case "check":
      return checkSources(command, host2);
  }
}
async function checkSources(command, host2) {
  const workplace = workplaceOf(host2);
  const { topLevel } = workplace;
  const { file } = command.configuration;
  const settings = loadSettings(rules, (path) => readText((0, import_node_path7.resolve)(topLevel, path)), {
    ...command.configuration,
    file: file && withSlashes((0, import_node_path7.relative)(topLevel, (0, import_node_path7.resolve)(host2.cwd, file)))
  });
  const { sources, failures } = sourcesOf(command, workplace, settings, host2);
  const parse = parserFor(sources, host2);
  const outcomes = sources.map((source) => reviewed(source, settings.for(source.place), parse));
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
function reviewed({ path, place, bytes, bases: bases2 }, settings, parse) {
  const decoded = decode(bytes);
  if (!decoded.ok) return { ok: false, failure: { path, reason: decoded.reason } };
  const moduleOf = (text2) => testModule(place, parse()(text2), settings.conventions);
  const findings = check(moduleOf(decoded.text), settings.rules);
  const shown = { ok: true, findings: findings.map((finding) => ({ ...finding, path })) };
  if (bases2 === void 0 || findings.length === 0) return shown;
  const standing = bases2.map((base) => {
    const text2 = decode(base);
    return text2.ok ? everythingIn(moduleOf(text2.text), settings.rules) : [];
  });
  return { ok: true, findings: introduced({ findings: shown.findings, bases: standing }) };
}
function parserFor(sources, host2) {
  const size = sources.reduce((sum, { bytes }) => sum + bytes.length, 0);
  let parser;
  return () => parser ??= host2.parser(size);
}

// src/python/parse.ts
function loadParser(runtimeModule, grammarModule) {
  const runtime = link(runtimeModule, grammarModule);
  runtime.exports.ts_parser_new_wasm();
  const parser = word2(runtime, runtime.transfer);
  runtime.exports.ts_parser_set_language(parser, runtime.language);
  return (text2) => {
    runtime.source.text = text2;
    runtime.exports.ts_parser_reset(parser);
    const tree = runtime.exports.ts_parser_parse_wasm(parser, runtime.inputBuffer, 0, 0, 0);
    if (tree === 0) throw new Error("the parser gave no tree");
    const flat = flatten(runtime, tree, text2);
    runtime.exports.ts_tree_delete(tree);
    runtime.source.text = "";
    return flat;
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
      __indirect_function_table: table,
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
    if (hasError && exports2.ts_tree_cursor_current_node_is_missing_wasm(tree) !== 0) missing2.add(node);
    const here = node++;
    if (exports2.ts_tree_cursor_goto_first_child_wasm(tree) !== 0) {
      above = here;
      continue;
    }
    after[here] = node;
    while (exports2.ts_tree_cursor_goto_next_sibling_wasm(tree) === 0) {
      if (above === NO_NODE) {
        exports2.ts_tree_cursor_delete_wasm(tree);
        return { text: text2, size: node, kind, start, end, parent, after, field, missing: missing2, hasError };
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
  program: { node: process.execPath, program: (0, import_node_fs6.realpathSync)(process.argv[1] ?? "") },
  stdout: output2(1),
  stderr: output2(2),
  stdin: () => (0, import_node_fs6.readFileSync)(0),
  parser: (bytes) => {
    if (bytes < TIER_UP_BYTES) (0, import_node_v8.setFlagsFromString)("--liftoff-only");
    return loadParser(shipped("web-tree-sitter.wasm"), shipped("tree-sitter-python.wasm"));
  }
};
var TIER_UP_BYTES = 15e5;
function shipped(name) {
  return new WebAssembly.Module((0, import_node_fs6.readFileSync)((0, import_node_path8.join)(__dirname, "..", "dist", name)));
}
function output2(descriptor) {
  return { isTerminal: (0, import_node_tty.isatty)(descriptor), write: (text2) => writeAll(descriptor, Buffer.from(text2)) };
}
function writeAll(descriptor, bytes) {
  for (let written = 0; written < bytes.length; ) {
    try {
      written += (0, import_node_fs6.writeSync)(descriptor, bytes, written);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : void 0;
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
function crash(error) {
  const trace = error instanceof Error ? error.stack ?? error.message : String(error);
  host.stderr.write(`proctor: internal error; nothing was changed; please report this:
${trace}
`);
  process.exit(2);
}
process.on("uncaughtException", crash);
process.on("unhandledRejection", crash);
main(process.argv.slice(2), host).then((code) => process.exit(code), crash);
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
