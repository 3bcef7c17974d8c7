import { withCommentsOf } from './comment-nodes.ts';
import { Field, Kind, kindOfSymbol } from './grammar.ts';
import { legible, readAgain } from './respell.ts';
import { NO_NODE, type SyntaxTree } from './syntax.ts';

/** Parses Python; throws only when the parser itself fails. The tree of a text with errors has ERROR nodes. */
export type Parser = (text: string) => SyntaxTree;

/**
 * Makes a parser from the two WebAssembly modules: tree-sitter's runtime and the Python grammar.
 *
 * They are linked here, synchronously, by the rules of WebAssembly dynamic linking: the runtime's data from 1024 on,
 * its stack above, then the grammar's data, then the heap. The loader that comes with the runtime starts
 * asynchronously and costs several times the parse of a small module.
 */
export function loadParser(runtimeModule: WebAssembly.Module, grammarModule: WebAssembly.Module): Parser {
  const runtime = link(runtimeModule, grammarModule);
  runtime.exports.ts_parser_new_wasm();
  const parser = word(runtime, runtime.transfer);
  runtime.exports.ts_parser_set_language(parser, runtime.language);
  const parse: Parser = (text) => {
    runtime.source.text = text;
    runtime.exports.ts_parser_reset(parser);
    const tree = runtime.exports.ts_parser_parse_wasm(parser, runtime.inputBuffer, 0, 0, 0);
    if (tree === 0) throw new Error('the parser gave no tree');
    const flat = flatten(runtime, tree, text);
    runtime.exports.ts_tree_delete(tree);
    runtime.source.text = '';
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

interface Runtime {
  readonly exports: RuntimeExports;
  readonly memory: WebAssembly.Memory;
  /** Where arguments and results too large for a register are passed. */
  readonly transfer: number;
  /** Where the parser reads its input, INPUT_UNITS code units at a time. */
  readonly inputBuffer: number;
  readonly language: number;
  readonly source: { text: string };
}

interface RuntimeExports {
  readonly malloc: (size: number) => number;
  readonly ts_init: () => number;
  readonly ts_parser_new_wasm: () => void;
  readonly ts_parser_set_language: (parser: number, language: number) => number;
  readonly ts_parser_reset: (parser: number) => void;
  readonly ts_parser_parse_wasm: (
    parser: number,
    input: number,
    oldTree: number,
    ranges: number,
    count: number,
  ) => number;
  readonly ts_tree_delete: (tree: number) => void;
  readonly ts_tree_root_node_wasm: (tree: number) => void;
  readonly ts_node_descendant_count_wasm: (tree: number) => number;
  readonly ts_node_has_error_wasm: (tree: number) => number;
  readonly ts_tree_cursor_new_wasm: (tree: number) => void;
  readonly ts_tree_cursor_delete_wasm: (tree: number) => void;
  readonly ts_tree_cursor_goto_first_child_wasm: (tree: number) => number;
  readonly ts_tree_cursor_goto_next_sibling_wasm: (tree: number) => number;
  readonly ts_tree_cursor_goto_parent_wasm: (tree: number) => number;
  readonly ts_tree_cursor_current_node_type_id_wasm: (tree: number) => number;
  readonly ts_tree_cursor_current_node_is_missing_wasm: (tree: number) => number;
  readonly ts_tree_cursor_current_node_wasm: (tree: number) => void;
  readonly ts_tree_cursor_current_field_id_wasm: (tree: number) => number;
  readonly ts_tree_cursor_start_index_wasm: (tree: number) => number;
  readonly ts_tree_cursor_end_index_wasm: (tree: number) => number;
}

// The layout that the runtime was linked for: 64 KiB of stack above its data, growing down.
const MEMORY_BASE = 1024;
const STACK_LOW = 16704;
const STACK_HIGH = 82240;
const INITIAL_PAGES = 512;
const MAXIMUM_PAGES = 32768;
const PAGE = 65536;

/** How many code units the runtime's callback may write at once (`INPUT_BUFFER_SIZE` of its C glue). */
const INPUT_UNITS = 10 * 1024;

function link(runtimeModule: WebAssembly.Module, grammarModule: WebAssembly.Module): Runtime {
  const needed = { runtime: dynamicSizes(runtimeModule), grammar: dynamicSizes(grammarModule) };
  const memory = new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum: MAXIMUM_PAGES });
  const runtimeTable = 1;
  const grammarTable = runtimeTable + needed.runtime.table;
  const table = new WebAssembly.Table({ initial: grammarTable + needed.grammar.table, element: 'anyfunc' });
  const source = { text: '' };
  const heapBase = aligned(STACK_HIGH + needed.grammar.memory);
  const position = (value: number, mutable = false) =>
    new WebAssembly.Global({ value: 'i32', mutable }, value);
  const unavailable = () => {
    throw new Error('the parser asked for a system call');
  };
  const runtimeInstance = new WebAssembly.Instance(runtimeModule, {
    wasi_snapshot_preview1: { fd_write: unavailable, fd_seek: unavailable, fd_close: unavailable },
    'GOT.mem': {
      __stack_low: position(STACK_LOW, true),
      __stack_high: position(STACK_HIGH, true),
      __heap_base: position(heapBase, true),
    },
    env: {
      memory,
      __indirect_function_table: table,
      __stack_pointer: position(STACK_HIGH, true),
      __memory_base: position(MEMORY_BASE),
      __table_base: position(runtimeTable),
      _abort_js: unavailable,
      emscripten_resize_heap: (size: number) => grow(memory, size >>> 0),
      tree_sitter_parse_callback: (
        buffer: number,
        index: number,
        _row: number,
        _column: number,
        length: number,
      ) => {
        const count = Math.max(0, Math.min(INPUT_UNITS, source.text.length - index));
        // One call of the engine: a loop over the characters would run before it is compiled.
        Buffer.from(memory.buffer, buffer, 2 * count).write(
          source.text.slice(index, index + count),
          'utf16le',
        );
        new Int32Array(memory.buffer, length, 1)[0] = count;
      },
      tree_sitter_log_callback: () => {},
      tree_sitter_progress_callback: () => 0,
      tree_sitter_query_progress_callback: () => 0,
    },
  });
  const grammarInstance = new WebAssembly.Instance(grammarModule, {
    env: {
      ...runtimeInstance.exports,
      memory,
      __indirect_function_table: table,
      __memory_base: position(aligned(STACK_HIGH)),
      __table_base: position(grammarTable),
    },
  });
  for (const { exports } of [runtimeInstance, grammarInstance]) {
    call(exports['__wasm_apply_data_relocs']);
    call(exports['__wasm_call_ctors']);
  }
  // WebAssembly.Exports carries no types; the names and signatures are those of the shipped runtime, whose version is pinned.
  const exports = runtimeInstance.exports as unknown as RuntimeExports;
  return {
    exports,
    memory,
    source,
    transfer: exports.ts_init(),
    inputBuffer: exports.malloc(2 * INPUT_UNITS + 2),
    language: call(grammarInstance.exports['tree_sitter_python']),
  };
}

function call(exported: WebAssembly.ExportValue | undefined): number {
  if (typeof exported !== 'function') throw new Error('the parser lacks an export');
  return Number(exported());
}

function aligned(address: number): number {
  return (address + 15) & ~15;
}

function grow(memory: WebAssembly.Memory, size: number): number {
  const present = memory.buffer.byteLength;
  if (size > MAXIMUM_PAGES * PAGE) return 0;
  const wanted = Math.min(Math.max(size, present * 1.5), MAXIMUM_PAGES * PAGE);
  memory.grow(Math.ceil((wanted - present) / PAGE));
  return 1;
}

/** The memory and table that a module needs, from the `WASM_DYLINK_MEM_INFO` part of its dylink.0 section. */
function dynamicSizes(module: WebAssembly.Module): { readonly memory: number; readonly table: number } {
  const [section] = WebAssembly.Module.customSections(module, 'dylink.0');
  if (section === undefined) throw new Error('the parser module has no dylink.0 section');
  const bytes = new Uint8Array(section);
  let at = 2;
  const leb = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const memory = leb();
  leb();
  return { memory, table: leb() };
}

function word(runtime: Runtime, address: number): number {
  return new Uint32Array(runtime.memory.buffer, address, 1)[0] ?? 0;
}

const ERROR_SYMBOL = 0xffff;

/** A cursor is passed in four words, which a node would overwrite. */
const CURSOR_WORDS = 4;

function hasErrorAtCursor({ exports, memory, transfer }: Runtime, tree: number): boolean {
  const cursor = new Int32Array(memory.buffer, transfer, CURSOR_WORDS).slice();
  exports.ts_tree_cursor_current_node_wasm(tree);
  const hasError = exports.ts_node_has_error_wasm(tree) !== 0;
  new Int32Array(memory.buffer, transfer, CURSOR_WORDS).set(cursor);
  return hasError;
}

/** One pass over the parser's tree; after it the parser's own objects are not needed again. */
function flatten(runtime: Runtime, tree: number, text: string): SyntaxTree {
  const { exports } = runtime;
  exports.ts_tree_root_node_wasm(tree);
  const hasError = exports.ts_node_has_error_wasm(tree) !== 0;
  exports.ts_tree_root_node_wasm(tree);
  const size = exports.ts_node_descendant_count_wasm(tree);
  const kind = new Uint16Array(size);
  const start = new Uint32Array(size);
  const end = new Uint32Array(size);
  const parent = new Int32Array(size);
  const after = new Int32Array(size);
  const field = new Uint8Array(size);
  const missing = new Set<number>();
  const lacking = new Set<number>();
  exports.ts_tree_root_node_wasm(tree);
  exports.ts_tree_cursor_new_wasm(tree);
  let node = 0;
  let above: number = NO_NODE;
  for (;;) {
    const symbol = exports.ts_tree_cursor_current_node_type_id_wasm(tree);
    kind[node] = symbol === ERROR_SYMBOL ? Kind.ERROR : (kindOfSymbol[symbol] ?? Kind.end);
    start[node] = exports.ts_tree_cursor_start_index_wasm(tree);
    end[node] = exports.ts_tree_cursor_end_index_wasm(tree);
    parent[node] = above;
    field[node] = node === 0 ? Field.none : exports.ts_tree_cursor_current_field_id_wasm(tree);
    if (hasError) {
      const isMissing = exports.ts_tree_cursor_current_node_is_missing_wasm(tree) !== 0;
      if (isMissing) missing.add(node);
      if (hasErrorAtCursor(runtime, tree)) {
        // The error is that of the innermost node that has one.
        lacking.delete(above);
        if (!isMissing && kind[node] !== Kind.ERROR) lacking.add(node);
      }
    }
    const here = node++;
    if (exports.ts_tree_cursor_goto_first_child_wasm(tree) !== 0) {
      above = here;
      continue;
    }
    after[here] = node;
    while (exports.ts_tree_cursor_goto_next_sibling_wasm(tree) === 0) {
      if (above === NO_NODE) {
        exports.ts_tree_cursor_delete_wasm(tree);
        return { text, size: node, kind, start, end, parent, after, field, missing, lacking, hasError };
      }
      exports.ts_tree_cursor_goto_parent_wasm(tree);
      after[above] = node;
      above = parent[above] ?? NO_NODE;
    }
  }
}
