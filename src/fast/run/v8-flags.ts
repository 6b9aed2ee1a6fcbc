import { setFlagsFromString } from 'node:v8'

/**
 * Rows are judged in WebAssembly, so the JavaScript beside it runs too little to repay V8's optimizing, which each thread does anew. V8 then
 * waits fifteen times as long as usual before it optimizes.
 */
const BYTECODE_BEFORE_OPTIMIZING = 1_000_000

/** A run over fewer bytes ends before any of this matters. */
const LONG = 1 << 18

/** The flags for a long run, by the version of V8: a version that does not know a flag complains on stderr. */
export function flagsFor(version: string): string[] {
  const major = Number(version.split('.')[0])
  return [
    ...(major === 11 ? [`--interrupt-budget=${BYTECODE_BEFORE_OPTIMIZING}`] : []),
    // V8 doubles the room for young objects when as much has survived, up to 32 MiB in a long run; little room is enough.
    ...(major >= 11 && major <= 13 ? ['--semi-space-growth-factor=1'] : []),
  ]
}

/** Sets flags of V8 that make a run over this many bytes quicker. */
export function setV8Flags(bytes: number): void {
  if (bytes < LONG) return
  for (const flag of flagsFor(process.versions.v8)) setFlagsFromString(flag)
}
