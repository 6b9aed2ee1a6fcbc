import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EN } from '../../src/base/say/en/catalogue.js'
import { households, PROGRAM, scratch } from './run.js'

/** What each file that a start loads may weigh, in kB. A file more, or a heavier one, costs every run of every command its time. */
const MOST: Readonly<Record<string, number>> = {
  'tpa.js': 2,
  'main.js': 1,
  'start.js': 85,
  'rolldown-runtime.js': 1,
  'assess.js': 365,
}

/** The files of tpa that a run in a folder loads, with their text. */
function loadedBy(folder: string, ...args: readonly string[]): Map<string, string> {
  const covered = join(folder, 'covered')
  const env = { PATH: process.env.PATH ?? '', NODE_V8_COVERAGE: covered }
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  expect(stderr, String(status)).toBe('')
  const scripts = readdirSync(covered).flatMap(
    (name): { readonly url: string }[] => JSON.parse(readFileSync(join(covered, name), 'utf8')).result,
  )
  const paths = scripts.flatMap(({ url }) => (url.startsWith('file:') ? [fileURLToPath(url)] : []))
  return new Map(paths.map((path) => [basename(path), readFileSync(path, 'utf8')]))
}

const HOUSEHOLDS = households(
  ...Array.from({ length: 10 }, (_, at) => ({
    household_id: `H${at}`,
    village: at % 2 === 0 ? '牙溪村' : 'Upper Shangzhai',
    net_income: at % 3 === 0 ? '' : `${at * 4000}`,
  })),
)

describe('a run on ten households', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tpa-start-'))
  let loaded = new Map<string, string>()
  beforeAll(() => {
    writeFileSync(join(folder, 'ten.csv'), HOUSEHOLDS)
    loaded = loadedBy(folder, 'assess', 'ten.csv')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('loads few files, and none that has grown', () => {
    expect([...loaded.keys()].sort()).toEqual(Object.keys(MOST).sort())
    const heavy = [...loaded].filter(([name, text]) => text.length > (MOST[name] ?? 0) * 1000)
    expect(heavy.map(([name, text]) => `${name}: ${text.length} bytes`)).toEqual([])
  })

  test('loads code in ASCII, which Node reads fastest', () => {
    const others = [...loaded].filter(([, text]) => /[\u0080-\uffff]/.test(text))
    expect(others.map(([name, text]) => `${name}: ${/[\u0080-\uffff]/.exec(text)?.[0]}`)).toEqual([])
  })

  test('loads no sentence as code: all of them are in one file that is read as data', () => {
    const sentences = Object.values(EN).filter((sentence) => /^[ -~]{40,}$/.test(sentence))
    expect(sentences.length).toBeGreaterThan(200)
    const text = [...loaded.values()].join('\n')
    expect(sentences.filter((sentence) => text.includes(sentence))).toEqual([])
  })
})

test.each(['en', 'zh'])('the built program says what its source says: %s', async (language) => {
  const { tpa, here } = scratch({ 'ten.csv': HOUSEHOLDS })
  for (const args of [
    ['assess', 'ten.csv'],
    ['assess', 'ten.csv', '--by', 'village'],
    ['validate', 'ten.csv'],
    ['inspect', 'ten.csv'],
  ]) {
    const built = tpa([...args, '--lang', language])
    expect(built.out).not.toBe('')
    expect(built).toEqual(await here([...args, '--lang', language]))
  }
})
