import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { allIn, type Element, faultsOf, readStrictly } from '../../report/html/strict.js'
import { folderOf } from '../../survey/files/open.js'
import { runHere } from '../run-here.js'

const FIXTURE = fileURLToPath(new URL('../../../fixtures/danyang.csv', import.meta.url))
const DANYANG = readFileSync(FIXTURE, 'utf8')
const [HEADER = '', ...ROWS] = DANYANG.trimEnd().split('\n')
const VILLAGE = HEADER.split(',').indexOf('village')

/** Text from outside that a page must show and never obey. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '</style><b>',
  'a & "b" \'c\'',
  '\u001b[31mred\u202e',
  '::error::x',
]

/** A survey of few households whose places and ids want to be more than text. */
const hostile = () =>
  [HEADER, ...ROWS.slice(0, 45).map((row, at) => withPlace(row, HOSTILE[at % HOSTILE.length] ?? ''))].join(
    '\n',
  )

function withPlace(row: string, place: string): string {
  const cells = row.split(',')
  cells[0] = quoted(`${place}${cells[0]}`)
  cells[VILLAGE] = quoted(place)
  return cells.join(',')
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

const PAGES: readonly (readonly string[])[] = [
  ['assess', 'a.csv', '--by', 'village'],
  ['assess', 'a.csv'],
  ['measure', 'a.csv', '--by', 'village'],
  ['validate', 'a.csv', '--by', 'village'],
  ['diff', 'cn-2020', 'cn-2020-income-first', 'a.csv'],
]

async function pageOf(args: readonly string[], text: string): Promise<string> {
  const { code, out, err } = await runHere(folderOf({ 'a.csv': text }), [...args, '-f', 'html', '-q'])
  expect({ code, err }, err).toEqual({ code: 0, err: '' })
  return out
}

describe.each(PAGES)('tpa %s %s %s %s -f html', (...args) => {
  test('is one sound file of at most 500 kB, the same each time', async () => {
    const page = await pageOf(args, DANYANG)
    expect(faultsOf(page)).toEqual([])
    expect(Buffer.byteLength(page)).toBeLessThan(500_000)
    expect(await pageOf(args, DANYANG)).toBe(page)
    expect(page).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    )
    expect(page).not.toMatch(/url\((?!#)|@import/)
  })

  test('shows what comes from outside as text', async () => {
    const page = await pageOf(args, hostile())
    expect(faultsOf(page)).toEqual([])
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is what is asked.
    expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
    expect(allIn(readStrictly(page)).filter(({ name }) => name === 'script' || name === 'b')).toEqual([])
    if (args.includes('--by')) expect(readStrictly(page).text).toContain('<script>alert(1)<')
  })

  test('speaks both languages side by side, each told as such, or the one that is asked for', async () => {
    const texts = async (more: readonly string[]) => {
      const all = allIn(readStrictly(await pageOf([...args, ...more], DANYANG)))
      return {
        page: all.find(({ name }) => name === 'html')?.attributes.lang,
        heads: all
          .filter(({ name }) => name === 'h2')
          .map(({ text }) => text)
          .join(),
        said: new Set(
          all.flatMap(({ name, attributes: { lang } }) => (name === 'html' || !lang ? [] : [lang])),
        ),
      }
    }
    const both = await texts([])
    expect([...both.said].sort()).toEqual(['en', 'zh-Hans'])
    expect(await texts(['--lang', 'both'])).toEqual(both)
    const [en, zh] = [await texts(['--lang', 'en']), await texts(['--lang', 'zh'])]
    expect([en.page, ...en.said]).toEqual(['en', 'en'])
    expect([zh.page, ...zh.said]).toEqual(['zh-Hans', 'zh-Hans'])
    expect(en.heads).not.toMatch(/\p{Script=Han}/u)
    expect(zh.heads).toMatch(/\p{Script=Han}/u)
  })
})

test('the order of rows changes no figure of a measure', async () => {
  const args = ['measure', 'a.csv', '--by', 'village']
  const turned = [HEADER, ...[...ROWS].reverse()].join('\n')
  const withoutHash = (page: string) => page.replace(/a\.csv <code>\w+<\/code>/, '')
  expect(withoutHash(await pageOf(args, turned))).toBe(withoutHash(await pageOf(args, DANYANG)))
})

test('both engines give the same page, but for the line that says who judged', async () => {
  const args = ['assess', 'a.csv', '--by', 'village']
  const page = async (engine: string) =>
    (await pageOf([...args, '--engine', engine], DANYANG)).replaceAll(/<code>(?:read|读入) .*?<\/code>/g, '')
  expect(await page('compiled')).toBe(await page('interpret'))
})

test('what charts count is what JSON counts', async () => {
  const blanked = [HEADER, ...ROWS.map((row, at) => (at % 9 === 0 ? withoutIncome(row) : row))].join('\n')
  const folder = folderOf({ 'a.csv': blanked })
  const { out } = await runHere(folder, ['assess', 'a.csv', '-f', 'json', '-q'])
  const { households, summary } = JSON.parse(out) as Judged
  const { met, unmet, unknown } = summary.criteria.income ?? { met: 0, unmet: 0, unknown: 0 }
  expect(Math.min(met, unmet, unknown)).toBeGreaterThan(0)
  const tables = allIn(readStrictly(await pageOf(['assess', 'a.csv', '--lang', 'en'], blanked))).filter(
    ({ name }) => name === 'table',
  )
  const [, , incomes, , questions] = tables.map(rowsOf)
  expect(incomes?.find(([name]) => name === '1×')?.[1]).toContain(`${unmet}…${unmet + unknown}`)
  const needing = households.filter(({ needs }) => needs.includes('wage_income'))
  expect(questions?.find(([name]) => name === 'Wage income')?.[1]).toBe(String(needing.length))
})

interface Judged {
  readonly households: readonly { readonly needs: readonly string[] }[]
  readonly summary: { readonly criteria: Record<string, { met: number; unmet: number; unknown: number }> }
}

const INCOMES = ['wage_income', 'net_income', 'income_per_capita'].map((name) =>
  HEADER.split(',').indexOf(name),
)

const withoutIncome = (row: string): string =>
  row
    .split(',')
    .map((cell, at) => (INCOMES.includes(at) ? '' : cell))
    .join()

const rowsOf = (table: Element): string[][] =>
  allIn(table)
    .filter(({ name }) => name === 'tr')
    .map(({ children }) => children.map(({ text }) => text))

test('several lines are compared on a page, and an index with what criteria add to it', async () => {
  const rows = Array.from(
    { length: 30 },
    (_, at) => `W-${at},${1 + (at % 5)},${at % 7 === 0 ? '' : 900 * at},2.5,1.1`,
  )
  const text = ['household_id,household_size,welfare,ppp_factor,price_factor', ...rows].join('\n')
  const idsIn = (page: string) =>
    allIn(readStrictly(page)).flatMap(({ name, attributes }) =>
      name === 'pattern' ? [attributes.id?.replace(/-\w+$/, '')] : [],
    )
  const lines = await pageOf(['measure', 'a.csv', '-r', 'world-bank-lines'], text)
  expect(faultsOf(lines)).toEqual([])
  expect([...new Set(idsIn(lines))]).toEqual(['lines'])
  expect([...new Set(idsIn(await pageOf(['measure', 'a.csv'], DANYANG)))]).toEqual(['index', 'contributions'])
})

test('a page stands beside other results, and its name asks for it', async () => {
  const folder = folderOf({ 'a.csv': DANYANG })
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  await runHere(folder, ['assess', 'a.csv', '-q', '-o', 'x.csv', '--report', 'html=y.html'])
  await runHere(folder, ['assess', 'a.csv', '-q', '-o', 'z.HTM'])
  expect(read('y.html')).toBe(read('z.HTM'))
  expect(faultsOf(read('y.html'))).toEqual([])
  const refused = await runHere(folder, ['assess', 'a.csv', '-o', 'x.pdf'])
  expect(refused.code).toBe(2)
})

test('one household is explained on a page in both languages', async () => {
  const folder = folderOf({ 'a.csv': DANYANG })
  const { code, out } = await runHere(folder, ['explain', 'a.csv', '--id', 'DY-0005', '-f', 'html', '-q'])
  expect(code).toBe(0)
  expect(faultsOf(out)).toEqual([])
  const { text } = readStrictly(out)
  expect(text).toContain('DY-0005')
  expect(text).toMatch(/Food is assured.*不愁吃/)
})

test('a stored record that is judged again has a page too', async () => {
  const folder = folderOf({ 'a.csv': DANYANG })
  const { out } = await runHere(folder, ['explain', 'a.csv', '--id', 'DY-0005', '-f', 'json', '-q'])
  const kept = folderOf({ 'kept.json': out })
  const again = await runHere(kept, ['explain', '--record', 'kept.json', '-f', 'html', '-q'])
  expect(again.code).toBe(0)
  expect(faultsOf(again.out)).toEqual([])
})
