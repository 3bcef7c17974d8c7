/** The part of the WebAssembly JavaScript Interface that the parser uses; the ECMAScript libraries do not declare it. */
declare namespace WebAssembly {
  type ExportValue = ((...values: number[]) => number | undefined) | Memory | Table | Global;
  type ImportValue = ((...values: number[]) => number | void) | Memory | Table | Global | ExportValue;

  class Module {
    constructor(bytes: Uint8Array);
    static customSections(module: Module, name: string): ArrayBuffer[];
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, ImportValue>>);
    readonly exports: Record<string, ExportValue>;
  }
  class Memory {
    constructor(descriptor: { readonly initial: number; readonly maximum: number });
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  class Table {
    constructor(descriptor: { readonly initial: number; readonly element: 'anyfunc' });
    readonly length: number;
  }
  class Global {
    constructor(descriptor: { readonly value: 'i32'; readonly mutable: boolean }, value: number);
    value: number;
  }
}
