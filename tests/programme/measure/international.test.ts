import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Figure } from '../../../src/programme/measure/figures.js'
import { boundsOf, figuresOfRecords, type Judged, judgedBy, recordsOf } from './measured.js'

/** The figures of rows under a header. */
async function figuresOf(judged: Judged, header: string, rows: readonly string[]): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tpa-measured-'))
  try {
    const file = join(folder, 'households.csv')
    writeFileSync(file, `${[header, ...rows].join('\n')}\n`)
    return figuresOfRecords(judged, await recordsOf(judged, [file]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const bounds = (figures: readonly Figure[], expected: readonly (readonly [string, string])[]) =>
  expect(expected.map(([name]) => [name, boundsOf(figures, name, 'persons', 6)])).toEqual(expected)

describe('the global index', async () => {
  const judged = await judgedBy('rules/global-mpi')
  const header =
    'household_id,household_size,d_nutr,d_cm,d_educ,d_satt,d_ckfl,d_sani,d_wtr,d_elct,d_hsg,d_asst'
  // 2 persons at 3 + 3 = 6 eighteenths, exactly poor; 3 persons at 3 + 3 + 1 + 1 + 1 = 9, severely poor.
  const poor = ['A,2,yes,yes,no,no,no,no,no,no,no,no', 'B,3,no,no,yes,yes,yes,yes,yes,no,no,no']

  test('of ten persons five are poor: 2 at 6/18 and 3 at 9/18; 5 vulnerable at 4/18', async () => {
    const figures = await figuresOf(judged, header, [...poor, 'C,5,no,no,no,no,yes,yes,yes,yes,no,no'])
    bounds(figures, [
      ['proposed.poor', '5'],
      ['proposed.vulnerable', '5'],
      ['proposed.none', '0'],
      ['share.proposed.poor', '0.5'],
      ['share.proposed.none', '0'],
      // 5/10.
      ['h', '0.5'],
      // (2 · 6 + 3 · 9) / (5 · 18) = 39/90.
      ['a', '0.433333'],
      // 39/180.
      ['m0', '0.216667'],
      // 2 of 10 persons; 2 · 3 of the 39 eighteenths.
      ['censored.nutrition', '0.2'],
      ['contribution.nutrition', '0.153846'],
      // The vulnerable are not counted: 3 of 10 persons, 3 · 1 of 39.
      ['censored.cooking_fuel', '0.3'],
      ['contribution.cooking_fuel', '0.0769231'],
      ['censored.electricity', '0'],
      ['contribution.electricity', '0'],
    ])
  })

  test('nobody is poor one eighteenth below the cutoff', async () => {
    const figures = await figuresOf(judged, header, ['A,2,yes,no,no,no,yes,yes,no,no,no,no'])
    bounds(figures, [
      ['h', '0'],
      ['m0', '0'],
      ['proposed.vulnerable', '2'],
    ])
  })

  test('an unknown indicator bounds the figures: 5 persons are at 4/18 or at 7/18', async () => {
    const figures = await figuresOf(judged, header, [...poor, 'C,5,,no,no,no,yes,yes,yes,yes,no,no'])
    bounds(figures, [
      ['proposed.poor', '5..10'],
      ['proposed.vulnerable', '0..5'],
      ['h', '0.5..1'],
      // The poor are all ten with (39 + 5 · 7) / 180 = 74/180, or five with 39/90.
      ['a', '0.411111..0.433333'],
      ['m0', '0.216667..0.411111'],
      ['censored.nutrition', '0.2..0.7'],
      // 6/39, or (6 + 15) / 74.
      ['contribution.nutrition', '0.153846..0.283784'],
    ])
    // Without the household of the gap: 39 / (5 · 18).
    const complete = figures
      .filter(({ cases }) => cases === 'complete')
      .map((each) => ({ ...each, cases: 'all' as const }))
    expect(boundsOf(complete, 'm0', 'persons', 6)).toBe('0.433333')
  })

  test('an unknown indicator that cannot reach the cutoff changes no figure', async () => {
    const figures = await figuresOf(judged, header, ['A,2,no,no,no,no,yes,yes,yes,yes,,no'])
    bounds(figures, [
      ['h', '0'],
      ['m0', '0'],
    ])
  })
})

describe('the lines of the World Bank', async () => {
  const judged = await judgedBy('rules/world-bank-lines')
  const header = 'household_id,household_size,welfare,ppp_factor,price_factor'
  // A dollar is 4 · 1.25 = 5: the lines are 3 · 365 · 5 = 5475, 7665 and 15147.5 for a person and a year.
  const first = ['A,2,8760,4,1.25', 'B,3,16425,4,1.25']

  test('each of the three lines has its figures, named after it', async () => {
    // 2 persons at 4380; 3 at 5475, exactly on the first line; 5 at 15147.5, exactly on the last.
    const figures = await figuresOf(judged, header, [...first, 'C,5,75737.5,4,1.25'])
    bounds(figures, [
      ['proposed.extreme', '2'],
      ['proposed.lower_middle', '3'],
      ['proposed.upper_middle', '0'],
      ['proposed.none', '5'],
      ['p0@international', '0.2'],
      // Two of ten are a fifth below: 2 · 1/5 / 10, 2 · 1/25 / 10.
      ['p1@international', '0.04'],
      ['p2@international', '0.008'],
      ['p0@lower-middle-income', '0.5'],
      // Gaps of 3/7 and 2/7: (2 · 3/7 + 3 · 2/7) / 10 = 12/70, (2 · 9/49 + 3 · 4/49) / 10 = 30/490.
      ['p1@lower-middle-income', '0.171429'],
      ['p2@lower-middle-income', '0.0612245'],
      ['p0@upper-middle-income', '0.5'],
      // Gaps of 59/83 and 53/83: 277/830, 15389/68890.
      ['p1@upper-middle-income', '0.333735'],
      ['p2@upper-middle-income', '0.223385'],
    ])
    expect(figures.some(({ figure }) => figure === 'p0')).toBe(false)
  })

  test('a range of consumption bounds them', async () => {
    // 5 persons have 0 to 5475 each: poor by 1, or on the line.
    const figures = await figuresOf(judged, header, [...first, 'C,5,0..27375,4,1.25'])
    bounds(figures, [
      ['proposed.extreme', '2..7'],
      ['p0@international', '0.2..0.7'],
      ['p1@international', '0.04..0.54'],
      ['p2@international', '0.008..0.508'],
      ['p0@lower-middle-income', '1'],
    ])
  })

  test('where consumption is unknown the gap is open, for income can be negative', async () => {
    const figures = await figuresOf(judged, header, [...first, 'C,5,,4,1.25'])
    bounds(figures, [
      ['p0@international', '0.2..0.7'],
      ['p1@international', '0.04..'],
    ])
  })
})
