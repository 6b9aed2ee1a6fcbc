import { describe, expect, it } from 'vitest'
import { codesOfAll, countCodes, madeOfCodes } from '../../../src/survey/doubts/code-columns.js'
import { watchedWords } from '../../../src/survey/records/unused-codes.js'
import { faultsOf, faultsOfText, firstFact, readText, writeSample } from '../read.js'
import { samplePack } from '../sample-pack.js'

/** A file with a column whose header says nothing. */
const table = (cells: readonly string[], header = 'col7') =>
  `household_id,${header}\n${cells.map((cell, at) => `H${at},"${cell.replaceAll('"', '""')}"`).join('\n')}\n`

const times = (count: number, ...cells: string[]): string[] =>
  cells.flatMap((cell) => Array.from({ length: count }, () => cell))

const CODES = [...times(6, 'none'), ...times(3, 'registered'), 'exited']

describe('a column made of the codes of a fact that would be assumed', () => {
  it('stops the run with the column, the fact, and what to say for either answer', async () => {
    expect(await faultsOfText('a.csv', table(CODES))).toEqual([
      {
        code: 'near-column',
        severity: 'error',
        message:
          'column `col7` is not used, and its cells are codes of `registration_status`, which has no column',
        why: '`registration_status` would be assumed although the column may be meant',
        help: 'if it is `registration_status`, its line in a mapping is `registration_status: "col7"`; if not, `--assume registration_status=none` says so',
        fix: { mapping: 'registration_status: "col7"' },
        at: { file: expect.stringContaining('a.csv'), line: 1, field: 'col7' },
      },
    ])
  })

  it.each<[string, readonly string[]]>([
    ['nine in ten', [...CODES, ...times(9, '建档立卡'), 'unknown', 'see list']],
    ['with blanks, which are no cells', [...CODES, ...times(30, ' ')]],
    ['one code alone', times(5, 'registered')],
    ['an alias of what is assumed', times(4, '未建档')],
    ['in other letters, guarded and padded', ['REGISTERED', ' exited ', "'none", 'ｎｏｎｅ']],
    ['one household', ['exited']],
  ])('is seen: %s', async (_, cells) => {
    expect(await faultsOfText('a.csv', table(cells))).toMatchObject([{ code: 'near-column' }])
  })

  it.each<[string, readonly string[]]>([
    ['less than nine in ten', [...CODES, 'unknown', 'see list']],
    ['none and 无, which any column may hold', [...times(20, 'none'), '无']],
    ['yes and no', ['yes', 'no', 'yes', '是']],
    ['nothing', times(9, '')],
    ['numbers', ['1', '2', '3']],
    ['grades of another fact, for which nothing is assumed', ['A', 'B', 'C']],
  ])('is not seen: %s', async (_, cells) => {
    const reading = await readText('a.csv', table(cells))
    expect(firstFact(reading, 'registration_status')).toBe('none (assumed)')
    expect(reading.diagnostics).toMatchObject([{ code: 'unused-columns' }])
  })

  it('is only unused where the fact is stated, or has a column', async () => {
    const stated = await readText('a.csv', table(CODES), {
      assume: new Map([['registration_status', 'exited']]),
    })
    expect(stated.diagnostics).toMatchObject([{ code: 'unused-columns' }])
    const both = 'household_id,registration_status,col7\nH1,none,registered\n'
    expect((await readText('a.csv', both)).diagnostics).toMatchObject([{ code: 'unused-columns' }])
  })

  it('is never one that a survey tool fills in', async () => {
    const reading = await readText('a.csv', table(CODES, '_status_of_form'))
    expect(reading.diagnostics).toMatchObject([{ code: 'unused-columns' }])
  })

  it('is counted in the whole run, in any order of its files', async () => {
    const codes = writeSample('a.csv', table(CODES))
    const mixed = writeSample('b.csv', table(times(5, 'unknown')).replaceAll('H', 'K'))
    for (const files of [
      [codes, mixed],
      [mixed, codes],
    ])
      expect(await faultsOf(files)).toEqual([])
    const one = writeSample('c.csv', table(['unknown']).replaceAll('H', 'L'))
    for (const files of [
      [codes, one],
      [one, codes],
    ])
      expect((await faultsOf(files)).map(({ code }) => code)).toEqual(['near-column', 'near-column'])
  })

  it.each([
    ['a.ndjson', '{"household_id":1,"col7":"registered"}\n{"col7":"none","household_id":2}\n'],
    ['a.json', '[{"household_id":1,"col7":"registered"},{"household_id":2}]'],
    ['a.yaml', '- { household_id: 1, col7: exited }\n- { household_id: 2, other: [none] }\n'],
  ])('is seen among keys: %s', async (name, text) => {
    expect(await faultsOfText(name, text)).toMatchObject([{ code: 'near-column', at: { field: 'col7' } }])
  })

  it('leaves out rows that are no records', async () => {
    const total = `${table(['registered'])}合计,12\n${'household_id,col7\n'.repeat(9)}`
    expect(await faultsOfText('a.csv', total)).toMatchObject([{ code: 'near-column' }])
  })
})

describe('counts of codes', () => {
  const words = watchedWords(samplePack)

  it('are added, so that parts come to the same in any order', () => {
    const cells = ['none', 'registered', '', 'x', '未建档', 'EXITED', 'y'.repeat(1000), ' ']
    const whole = countCodes(words)
    for (const cell of cells) whole.note('c', cell)
    const parts = cells.map((cell) => {
      const part = countCodes(words)
      part.note('c', cell)
      return part.counts()
    })
    expect(codesOfAll(words, parts)).toEqual(whole.counts())
    expect(codesOfAll(words, [...parts].reverse())).toEqual(whole.counts())
    for (const cell of cells) whole.note('c', cell, -1)
    expect([...madeOfCodes(words, whole.counts())]).toEqual([])
  })
})
