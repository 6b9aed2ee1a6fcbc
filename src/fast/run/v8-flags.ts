import { setFlagsFromString } from 'node:v8'

/**
 * Rows run in WebAssembly; the JavaScript beside it runs too little for what V8 spends on making it quick, in each thread anew, unless
 * it waits for fifteen times what it usually waits for.
 */
const BYTECODE_BEFORE_OPTIMIZING = 1_000_000

/** A run over fewer bytes is over before any of this matters. */
const LONG = 1 << 18

/**
 * What suits V8 to a long run, by its version: one that does not know a flag says so on stderr, so each is given only to versions that
 * are known to have it.
 */
export function flagsFor(version: string): string[] {
  const major = Number(version.split('.')[0])
  return [
    ...(major === 11 ? [`--interrupt-budget=${BYTECODE_BEFORE_OPTIMIZING}`] : []),
    // V8 doubles the room for young objects whenever as much has survived, which in a long run comes to 32 MiB; small room does.
    ...(major >= 11 && major <= 13 ? ['--semi-space-growth-factor=1'] : []),
  ]
}

/** Suits V8 to a run over so many bytes. */
export function setV8Flags(bytes: number): void {
  if (bytes < LONG) return
  for (const flag of flagsFor(process.versions.v8)) setFlagsFromString(flag)
}
