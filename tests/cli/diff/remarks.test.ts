import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { scratch } from '../run.js'
import { runHere } from '../run-here.js'

const PACK = readFileSync('rules/cn-2020/pack.yaml', 'utf8')
const VERSION = /^version: .*$/m
const ROWS = readFileSync('fixtures/danyang.csv', 'utf8').split('\n').slice(0, 12)

/** What `tpa diff` says of two packs over a few households. */
async function said(old: string, changed: string, rows = ROWS) {
  const { folder } = scratch({
    'old/pack.yaml': old,
    'new/pack.yaml': changed,
    'a.csv': `${rows.join('\n')}\n`,
  })
  return (await runHere(folder, ['diff', 'old', 'new', 'a.csv', '-f', 'json'])).err
}

/** The table without one of its columns. */
function without(column: string): string[] {
  const at = (ROWS[0] ?? '').split(',').indexOf(column)
  return ROWS.map((row) => row.split(',').toSpliced(at, 1).join(','))
}

const HIGHER = PACK.replace(/value: 4000$/m, 'value: 4200')
const anew = (pack: string) => pack.replace(VERSION, 'version: 9.0.0')

describe('two packs of one id and one version', () => {
  test.each([
    ['that differ in a value', HIGHER, true],
    ['that differ in a title alone', PACK.replace(/^title: .*$/m, 'title: Another title'), false],
    ['that are the same', PACK, false],
    ['of which the changed one has a version of its own', anew(HIGHER), false],
  ])('%s', async (_, changed, isTold) => {
    const err = await said(PACK, changed)
    expect(err.includes('warning[same-version]')).toBe(isTold)
    if (isTold) expect(err).toMatch(/they differ: [0-9a-f]{12} and\s+[0-9a-f]{12}/)
  })
})

describe('a column that the file has not got', () => {
  const asksForLight = anew(PACK.replace(/^ {4}advisory: true\n/m, ''))
    .replace(/(any unmet of \[income, food)/, '$1, electricity')
    .replace(/(all met of \[income_above_line, food)/g, '$1, electricity')

  test('is named where one pack alone asks for it', async () => {
    expect(asksForLight).not.toBe(anew(PACK))
    expect(await said(PACK, asksForLight, without('electricity'))).toMatch(
      /no column\s+`electricity`, and without it \d+ households? cannot be\s+decided under the new pack/,
    )
    expect(await said(asksForLight, PACK, without('electricity'))).toMatch(/decided under the old pack/)
  })

  test('is not named where both ask for it, or where the file has it', async () => {
    expect(await said(PACK, asksForLight)).not.toContain('under the new pack')
    expect(await said(PACK, anew(HIGHER), without('food_secure'))).not.toContain('under the new pack')
  })
})
