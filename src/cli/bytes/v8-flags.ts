import { setFlagsFromString } from 'node:v8'

/**
 * Rows run in WebAssembly; the JavaScript beside it runs too little for what V8 spends on making it quick, in each thread anew, unless
 * it waits for fifteen times what it usually waits for.
 */
const BYTECODE_BEFORE_OPTIMIZING = 1_000_000

/** A run over fewer bytes is over before any of this matters. */
const LONG = 1 << 18

/**
 * Suits V8 to a long run. It doubles the room for young objects whenever as much as that has survived, which in a long run comes to 32 MiB,
 * and small room does.
 */
export function suitRun(bytes: number): void {
  if (bytes < LONG) return
  setFlagsFromString(`--interrupt-budget=${BYTECODE_BEFORE_OPTIMIZING}`)
  setFlagsFromString('--semi-space-growth-factor=1')
}
