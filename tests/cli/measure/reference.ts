import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import { type Estimated, isNear, REFERENCE } from '../../programme/measure/estimates.js'
import { runHere } from '../run-here.js'

/** Half of the ninth figure, which is the last that a CSV has. */
const NINTH = 5.001e-9

interface Line {
  readonly [column: string]: string
}

/** Fails where `tpa measure` of a file does not give what R does. */
export async function expectAsByR(
  folder: string,
  file: string,
  design: readonly string[],
  estimates: readonly Estimated[],
): Promise<void> {
  const weighed = ['--weight', 'weight', ...design]
  const by = estimates.some((each) => each.by === 'domain') ? ['--by', 'domain'] : []
  const run = await runHere(folder, [
    ...['measure', file, '-r', REFERENCE, ...by, '-f', 'csv', '-q', ...weighed],
  ])
  expect(run.code, run.err).toBe(0)
  const lines: Line[] = parse(run.out, { columns: true })
  const asked = estimates.filter(({ counted }) => counted !== '')
  expect(asked.length).toBeGreaterThan(20)
  expect(asked.flatMap((estimate) => differences(estimate, lines))).toEqual([])
}

/** What a figure of tpa has otherwise, each with both numbers. */
function differences(estimate: Estimated, lines: readonly Line[]): string[] {
  const { by, group, figure, counted, value, se, df, low, high } = estimate
  const name = [by, group, figure, counted].join(' ').trim()
  const own = lines.find(
    (line) =>
      line.cases === 'all' &&
      line.by === by &&
      line.group === group &&
      line.figure === figure &&
      line.counted === counted,
  )
  if (own === undefined) return [`${name} is missing`]
  const pairs = Object.entries({
    min: value,
    max: value,
    se_min: se,
    se_max: se,
    df,
    ci_low: low,
    ci_high: high,
  })
  return pairs.flatMap(([column, expected]) =>
    isNear(own[column] ?? '', expected, NINTH) ? [] : [`${name} ${column}: ${own[column]}, by R ${expected}`],
  )
}
