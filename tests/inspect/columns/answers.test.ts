import { describe, expect, it } from 'vitest'
import { inspectedText } from '../inspected.js'

const table = (header: string, cells: readonly string[]) =>
  `household_id,household_size,${header}\n${cells.map((cell, at) => `H${at},3,${cell}`).join('\n')}\n`

describe('answers that only a mapping can explain are proposed', () => {
  it.each<[string, readonly string[], string]>([
    ['ticks and words', ['√', '无', '有', '没有'], 'yes: ["√", 有], no: [无, 没有]'],
    ['words for what there is', ['有', '无', '有'], 'yes: [有], no: [无]'],
    ['numbers of pandas from 1 and 2', ['1.0', '2.0'], 'yes: ["1.0"], no: ["2.0"]'],
  ])('%s', async (_, cells, yaml) => {
    const { mapping } = await inspectedText(table('food_secure', cells))
    expect(mapping).toContain(`# food_secure: { column: food_secure, ${yaml} }`)
  })

  it.each<[string, readonly string[]]>([
    ['ticks and crosses', ['√', '×', '√']],
    ['other marks', ['✓', '✗']],
    ['numbers of pandas', ['1.0', '0.0', '1.0']],
  ])('%s read as they stand', async (_, cells) => {
    const { mapping } = await inspectedText(table('food_secure', cells))
    expect(mapping).toMatch(/^ {4}food_secure: food_secure$/m)
  })

  it('crosses read in a column without ticks where another column has them', async () => {
    const text = 'household_id,food_secure,water_shortage\nA,√,×\nB,√,×\n'
    const { mapping } = await inspectedText(text)
    expect(mapping).toMatch(/^ {4}water_shortage: water_shortage$/m)
  })

  it.each<[string, readonly string[]]>([
    ['a mark that may be either', ['x', '', 'x']],
    ['0, 1 and 2', ['0.0', '1.0', '2.0']],
  ])('%s is not', async (_, cells) => {
    expect((await inspectedText(table('food_secure', cells))).mapping).not.toContain('yes:')
  })

  it.each<[string, readonly string[], string]>([
    ['in lakhs', ['"1,50,000"', '"30,000.50"'], 'numbers: { decimal: ".", thousands: "," }'],
    ['in crores', ['"1,23,45,678"', '"12,000"'], 'numbers: { decimal: ".", thousands: "," }'],
  ])('money %s has its marks', async (_, cells, yaml) => {
    expect((await inspectedText(table('net_income', cells))).mapping).toContain(
      `net_income: { column: net_income, ${yaml}`,
    )
  })
})
