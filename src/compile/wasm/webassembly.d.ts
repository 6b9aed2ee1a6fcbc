/** The part of WebAssembly that is used; its types come only with those of browsers. */
declare namespace WebAssembly {
  class Memory {
    constructor(descriptor: { initial: number })
    readonly buffer: ArrayBuffer
    grow(pages: number): number
  }
  class Table {
    constructor(descriptor: { initial: number; element: 'anyfunc' })
    set(index: number, value: unknown): void
  }
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Instance {
    constructor(module: Module, imports: { readonly [name: string]: { readonly [name: string]: unknown } })
    readonly exports: { readonly [name: string]: unknown }
  }
}
