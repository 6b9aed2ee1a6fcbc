import { setFlagsFromString } from 'node:v8'

/**
 * Rows run in WebAssembly; the JavaScript beside it runs too little for what V8 spends on making it quick, in each thread anew, unless
 * it waits for fifteen times what it usually waits for.
 */
const BYTECODE_BEFORE_OPTIMIZING = 1_000_000

/**
 * Suits V8 to a long run over bytes; to be called again by each thread, because V8 forgets the latter where it makes a heap. It doubles the
 * room for young objects whenever as much as that has survived, which in a long run comes to 32 MiB, and small room does.
 */
export function suitLongRun(): void {
  setFlagsFromString(`--interrupt-budget=${BYTECODE_BEFORE_OPTIMIZING}`)
  setFlagsFromString('--semi-space-growth-factor=1')
}
