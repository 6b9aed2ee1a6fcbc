import type { Console } from './terminal.js'

/** One line on stderr that tells how far a long run is; drawn only for a person who is watching. */
export interface Progress {
  update(state: { readonly records: number; readonly bytes: number; readonly total: number }): void
  clear(): void
}

const AFTER = 500
const EVERY = 100

export function createProgress(console: Console, plural: string, quiet: boolean): Progress {
  if (!console.interactive || quiet || process.env.CI) return { update: () => {}, clear: () => {} }
  const started = Date.now()
  let drawn = 0
  return {
    update(state) {
      const now = Date.now()
      if (now - started < AFTER || now - drawn < EVERY) return
      drawn = now
      process.stderr.write(
        `\r${progressLine(state, now - started, plural).slice(0, console.width - 1)}\x1b[K`,
      )
    },
    clear() {
      if (drawn > 0) process.stderr.write('\r\x1b[K')
      drawn = 0
    },
  }
}

/** `12,400 households, 38% of 4.2 MB, 24,000 a second, 3 s left` */
export function progressLine(
  { records, bytes, total }: { readonly records: number; readonly bytes: number; readonly total: number },
  milliseconds: number,
  plural: string,
): string {
  const part = total === 0 ? 1 : Math.min(1, bytes / total)
  const rate = Math.round((records * 1000) / Math.max(1, milliseconds))
  const left = part === 0 ? '' : `, ${Math.ceil((milliseconds / part - milliseconds) / 1000)} s left`
  const size = total < 1e6 ? `${Math.ceil(total / 1e3)} kB` : `${(total / 1e6).toFixed(1)} MB`
  const count = (value: number) => value.toLocaleString('en-US')
  return `${count(records)} ${plural}, ${Math.floor(part * 100)}% of ${size}, ${count(rate)} a second${left}`
}
