import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { shippedIds } from '../../../src/cli/request/rules.js'
import { edited } from '../../lang/small.js'
import { allIn, type Element, faultsOf, readStrictly } from '../../report/html/strict.js'
import { folderOf } from '../../survey/files/open.js'
import { runHere } from '../run-here.js'

const DANYANG = readFileSync(fileURLToPath(new URL('../../../fixtures/danyang.csv', import.meta.url)), 'utf8')
const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8')
const linksOf = (page: Element) => allIn(page).flatMap(({ attributes }) => attributes.href ?? [])
const placesOf = (page: Element) => new Set(allIn(page).flatMap(({ attributes }) => attributes.id ?? []))

/** Links of the pages in a folder that lead nowhere. */
function deadLinks(folder: string): string[] {
  const names = readdirSync(folder)
  const pages = new Map(names.map((name) => [name, readStrictly(read(folder, name))]))
  const places = new Map([...pages].map(([name, page]) => [name, placesOf(page)]))
  return [...pages].flatMap(([name, page]) =>
    linksOf(page)
      .filter((link) => !/^https?:/.test(link))
      .filter((link) => {
        const [file = '', place = ''] = link.split('#')
        const known = places.get(file === '' ? name : file)
        return known === undefined || (place !== '' && !known.has(place))
      })
      .map((link) => `${name}: ${link}`),
  )
}

const PACK = edited([
  'title: A small pack',
  `title: "<script>alert(1)</script> & co"`,
  'quote: "4,000 yuan"',
  'quote: "<b>4,000</b>"',
])
const asFolder = (files: { readonly [name: string]: string }) => {
  const folder = folderOf({})
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'pack.yaml'), text)
  }
  return folder
}

describe('tpa pages', () => {
  test('of all packs that come with tpa: sound, of at most 500 kB, the same each time, and no link leads nowhere', async () => {
    const folder = folderOf({})
    const { code, err } = await runHere(folder, ['pages', ...shippedIds(), '-o', 'out/'])
    expect({ code, err }).toEqual({ code: 0, err: `${shippedIds().length + 1} pages written to out/\n` })
    const out = join(folder, 'out')
    expect(readdirSync(out).sort()).toEqual([...shippedIds().map((id) => `${id}.html`), 'index.html'].sort())
    expect(deadLinks(out)).toEqual([])
    for (const name of readdirSync(out)) {
      const page = read(out, name)
      expect(faultsOf(page), name).toEqual([])
      expect(Buffer.byteLength(page), name).toBeLessThan(500_000)
    }
    await runHere(folder, ['pages', 'cn-2020', '-q', '-o', 'again.html'])
    // Only a page in a folder can lead to the page of another pack, and cn-2020 extends none.
    expect(read(folder, 'again.html')).toBe(read(out, 'cn-2020.html'))
  }, 120_000)

  test('every criterion, outcome, number, fact and source of cn-2020 has its place', async () => {
    const { out } = await runHere(folderOf({}), ['pages', 'cn-2020'])
    const places = placesOf(readStrictly(out))
    for (const place of [
      ...['criterion-income', 'criterion-water', 'decision-retain', 'parameter-poverty_line'],
      ...['fact-water_minutes', 'member-age', 'value-net_income', 'source-stp', 'check-one-head'],
    ])
      expect(places, place).toContain(place)
  })

  test('a pack with parents gets their pages, and says what it changes', async () => {
    const folder = folderOf({})
    await runHere(folder, ['pages', 'cn-guizhou-monitoring', '-q', '-o', 'out/'])
    const out = join(folder, 'out')
    expect(readdirSync(out).sort()).toEqual(['cn-2020.html', 'cn-guizhou-monitoring.html', 'index.html'])
    expect(deadLinks(out)).toEqual([])
    const page = readStrictly(read(out, 'cn-guizhou-monitoring.html'))
    expect(placesOf(page)).toContain('changes')
    expect(linksOf(page)).toContain('cn-2020.html')
    const alone = await runHere(folder, ['pages', 'cn-guizhou-monitoring'])
    expect(linksOf(readStrictly(alone.out))).not.toContain('cn-2020.html')
  })

  test.each([
    ['assess', 'a.csv'],
    ['measure', 'a.csv', '--by', 'village'],
    ['measure', 'a.csv'],
    ['explain', 'a.csv', '--id', 'DY-0001'],
  ])('%s %s leads from its criteria to the page of the rules', async (...args) => {
    const folder = folderOf({ 'a.csv': DANYANG })
    await runHere(folder, ['pages', 'cn-2020', '-q', '-o', 'rules/'])
    const run = await runHere(folder, [...args, '-q', '-f', 'html', '--rules-page', 'rules/cn-2020.html'])
    expect(faultsOf(run.out)).toEqual([])
    const places = placesOf(readStrictly(read(join(folder, 'rules'), 'cn-2020.html')))
    const links = linksOf(readStrictly(run.out)).map((link) => link.split('#'))
    expect(links.length).toBeGreaterThan(5)
    for (const [page, place = ''] of links) {
      expect(page).toBe('rules/cn-2020.html')
      expect(places).toContain(place)
    }
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://x',
    '//x/y',
    'a b.html',
    'x.html?y',
    '/etc/x',
  ])('no link leads to %s', async (address) => {
    const run = runHere(folderOf({ 'a.csv': DANYANG }), [
      'assess',
      'a.csv',
      '-f',
      'html',
      '--rules-page',
      address,
    ])
    await expect(run).rejects.toThrow('path from the folder of the page')
  })

  test('texts of a pack stay texts', async () => {
    const folder = asFolder({ mine: PACK })
    const { code, out } = await runHere(folder, ['pages', 'mine'])
    expect(code).toBe(0)
    const page = readStrictly(out)
    expect(allIn(page).filter(({ name }) => name === 'script' || name === 'b')).toEqual([])
    expect(page.text).toContain('<script>alert(1)</script> & co')
    expect(page.text).toContain('<b>4,000</b>')
  })

  test.each([
    ['one language', ['--lang', 'zh'], '标准线及其他数值', 'Thresholds and other numbers'],
    ['the other', ['--lang', 'en'], 'Thresholds and other numbers', '标准线及其他数值'],
  ])('in %s', async (_, args, has, lacks) => {
    const { out } = await runHere(folderOf({}), ['pages', 'cn-2020', ...args])
    expect(out).toContain(has)
    expect(out).not.toContain(lacks)
  })

  test.each<[string, readonly string[], string]>([
    ['several packs on stdout', ['cn-2020', 'global-mpi'], 'several packs need a folder for their pages'],
    ['a pack that is not there', ['cn-2021', '-o', 'x.html'], 'cn-2021'],
    ['its own pack as the output', ['mine', '-o', 'mine/pack.yaml'], 'this is a pack that is read'],
    ['two packs of one name', ['mine', 'other', '-o', 'out/'], 'two different packs are called small'],
    ['a file where a folder is asked for', ['mine', '-o', 'mine/pack.yaml/'], 'cannot be written'],
    ['no folder for the file', ['mine', '-o', 'none/x.html'], 'there is no folder `none`'],
  ])('%s is refused, and nothing is written', async (_, args, words) => {
    const folder = asFolder({ mine: PACK, other: edited(['value: 4000', 'value: 5000'], PACK) })
    const { code, out, err } = await runHere(folder, ['pages', ...args])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(words)
    expect(existsSync(join(folder, 'out', 'index.html'))).toBe(false)
    expect(read(join(folder, 'mine'), 'pack.yaml')).toBe(PACK)
    expect(
      readdirSync(folder)
        .map((name) => basename(name))
        .filter((name) => name.endsWith('.html')),
    ).toEqual([])
  })
})
