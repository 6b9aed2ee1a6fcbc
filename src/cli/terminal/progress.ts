import { printable } from '../../base/inert-text.js'
import { say } from '../../base/say/say.js'
import { cut } from '../../base/text-width.js'
import type { Progress } from '../../survey/records/rows.js'
import { tellPerson } from './standard.js'
import type { Console } from './terminal.js'

/** One line on stderr that tells how far a long run is; drawn only for a person who is watching. */
export interface ProgressLine {
  update(state: Progress): void
  clear(): void
}

/** A shorter run says nothing. */
const AFTER = 500
const EVERY = 100

export function createProgress(
  { interactive, width }: Console,
  records: string,
  quiet: boolean,
): ProgressLine {
  if (!interactive || quiet || process.env.CI) return { update: () => {}, clear: () => {} }
  const draw = (line: string) => tellPerson(`\r${cut(printable(line), width - 1)}\x1b[K`)
  const opened = Date.now()
  const waiting = setTimeout(() => draw(say('progress.looking')), AFTER)
  waiting.unref()
  let started: number | null = null
  let drawn = opened
  return {
    update(state) {
      clearTimeout(waiting)
      const now = Date.now()
      started ??= now
      if (now - opened < AFTER || now - drawn < EVERY) return
      drawn = now
      draw(progressLine(state, now - started, records))
    },
    clear() {
      clearTimeout(waiting)
      if (Date.now() - opened >= AFTER) tellPerson('\r\x1b[K')
    },
  }
}

/** `12,400 households, 38% of 4.2 MB, 24,000 a second, 3 s left` */
export function progressLine(
  { records: read, bytes, total }: Progress,
  milliseconds: number,
  records: string,
): string {
  const part = total === 0 ? 1 : Math.min(1, bytes / total)
  const count = (value: number) => value.toLocaleString('en-US')
  const size = total < 1e6 ? `${Math.ceil(total / 1e3)} kB` : `${(total / 1e6).toFixed(1)} MB`
  const done = { count: count(read), records, percent: Math.floor(part * 100), size }
  if (milliseconds <= 0 || part <= 0) return say('progress.line', done)
  const rate = count(Math.round((read * 1000) / milliseconds))
  const left = Math.ceil((milliseconds / part - milliseconds) / 1000)
  return say('progress.rate', { ...done, rate, left })
}
