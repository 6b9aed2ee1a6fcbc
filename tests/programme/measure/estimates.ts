import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'

export const REFERENCE = fileURLToPath(new URL('reference', import.meta.url))

/** One estimate of R, as `scripts/reference.R` prints it; what it does not have is empty. */
export interface Estimated {
  readonly data: string
  readonly by: string
  readonly group: string
  readonly figure: string
  readonly counted: string
  readonly value: string
  readonly se: string
  readonly df: string
  readonly low: string
  readonly high: string
}

export const readEstimates = (text: string): Estimated[] => parse(text, { columns: true, comment: '#' })

/** The estimates that the repository keeps. */
export const KEPT: readonly Estimated[] = readEstimates(
  readFileSync(new URL('reference/estimates.csv', import.meta.url), 'utf8'),
)

/** Kept estimates of some data, of which there is one at least. */
export function keptOf(data: string, figure?: string): readonly [Estimated, ...Estimated[]] {
  const [first, ...more] = KEPT.filter(
    (each) => each.data === data && (figure === undefined || each.figure === figure),
  )
  if (first === undefined) throw new Error(`R has no ${figure ?? 'estimate'} of ${data}`)
  return [first, ...more]
}

/** If two numbers are one but for what doubles lose; both may be missing. */
export function isNear(found: string, expected: string, part: number): boolean {
  if (found === expected || found === '' || expected === '') return found === expected
  const [a, b] = [Number(found), Number(expected)]
  return Math.abs(a - b) <= Math.max(part * Math.abs(b), 1e-12)
}
