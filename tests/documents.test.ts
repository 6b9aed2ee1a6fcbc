import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { csvColumns } from '../src/report/assess/csv.js'
import { longColumns } from '../src/report/assess/long-csv.js'
import { RECORD_MEMBERS } from '../src/report/assess/record-json.js'
import { GAP_REASONS, VERDICTS } from '../src/report/schemas/parts.js'
import { REJECTS_HEADER } from '../src/survey/records/rejects.js'
import { households, scratch } from './cli/run.js'
import { samplePack } from './survey/sample-pack.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const folders = (place: string) =>
  readdirSync(join(ROOT, place), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  )

const DOCUMENTS = [
  'CONTRIBUTING.md',
  ...['docs', 'docs/results'].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
]

/** Folders of the repository with which a path in a document can begin; one of `src` may also leave `src/` out. */
const OF_ROOT = ['bench', 'docs', 'faults', 'fixtures', 'fuzz', 'presets', 'rules', 'scripts', 'src', 'tests']
const OF_SRC = folders('src')

/** Pages that a newcomer reads whole. */
const SHORT = ['docs/architecture.md', 'docs/decisions.md', 'docs/fast.md']
const MOST_LINES = 150
const WIDEST = 110

/** What stands in backticks, outside of blocks of code. */
const quotesIn = (text: string): string[] =>
  [...text.replace(/^```.*?^```$/gms, '').matchAll(/(`+)(.+?)\1/gs)].map(([, , quote = '']) => quote)

/** The words of a text in backticks that look like files or folders of the repository, from its root on. */
function pathsIn(text: string): string[] {
  return quotesIn(text)
    .flatMap((quote) => quote.split(/\s+/))
    .flatMap((word) => {
      const [, first = ''] = /^([a-z]+)\/[\w./*<>-]*$/.exec(word) ?? []
      if (OF_ROOT.includes(first)) return [word]
      return OF_SRC.includes(first) ? [`src/${word}`] : []
    })
}

/** `*` and `<name>` stand for anything in the name of a file or folder. */
const patternOf = (part: string) =>
  new RegExp(`^${part.replace(/[.]/g, '\\.').replace(/\*|<[^>]*>/g, '.*')}$`)

/** Names are compared as they are written, on systems too that take `A` for `a`. */
function leadsSomewhere(path: string): boolean {
  let places = [ROOT]
  for (const part of path.split('/').filter((each) => each !== '')) {
    const pattern = patternOf(part)
    places = places
      .filter((place) => statSync(place).isDirectory())
      .flatMap((place) => readdirSync(place).map((name) => ({ place, name })))
      .flatMap(({ place, name }) => (pattern.test(name) ? [join(place, name)] : []))
  }
  return places.length > 0
}

describe('this test sees what it looks for', () => {
  test.each([
    ['see `base/range.ts`', ['src/base/range.ts']],
    ['`npx vitest tests/engine` runs', ['tests/engine']],
    ['`cli/*/run.ts`, `report/<command>/`', ['src/cli/*/run.ts', 'src/report/<command>/']],
    ['base/range.ts, `5/2/2023`, `range.ts`, `CNY/person`', []],
    ['```sh\ncat `src/none.ts`\n```\n', []],
  ])('%j', (text, paths) => {
    expect(pathsIn(text)).toEqual(paths)
  })

  test.each([
    ['src/base/range.ts', true],
    ['src/base/', true],
    ['src/cli/*/run.ts', true],
    ['src/report/<command>/', true],
    ['src/base/ranges.ts', false],
    ['src/base/Range.ts', false],
    ['src/*/none.ts', false],
    ['src/base/range.ts/more', false],
  ])('%s', (path, leads) => {
    expect(leadsSomewhere(path)).toBe(leads)
  })
})

describe('what the documents name', () => {
  test('stands in the repository', () => {
    const named = DOCUMENTS.flatMap((file) => pathsIn(read(file)).map((path) => ({ file, path })))
    expect(named.length).toBeGreaterThan(50)
    expect(named.filter(({ path }) => !leadsSomewhere(path))).toEqual([])
  })

  test('and links to, too', () => {
    const links = DOCUMENTS.flatMap((file) =>
      [...read(file).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => ({ file, link })),
    )
    expect(links.length).toBeGreaterThan(5)
    expect(links.filter(({ file, link }) => !existsSync(join(ROOT, dirname(file), link)))).toEqual([])
  })
})

test.each(SHORT.filter((file) => existsSync(join(ROOT, file))))(
  `%s has at most ${MOST_LINES} lines of at most ${WIDEST} characters`,
  (file) => {
    const lines = read(file).trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES)
    expect(lines.filter((line) => line.length > WIDEST)).toEqual([])
  },
)

/** What stands in backticks in the first cell of the rows of a table below a title. */
const namedIn = (text: string, title: string) =>
  (text.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .flatMap((line) => quotesIn(line.split(' | ')[0] ?? ''))

describe('docs/results.md', () => {
  const text = read('docs/results.md')
  const headed = (csv: string | undefined) => csv?.trimEnd().split(',')

  test('names every member of a record, and no other', () => {
    const named = namedIn(text, '1. A record in JSON and NDJSON')
    expect([...named].sort()).toEqual(['household_id', ...RECORD_MEMBERS].sort())
  })

  test('names every column of the CSV, and no other', () => {
    const named = namedIn(text, '4. Columns of the CSV')
    expect(named).toEqual(csvColumns({ ...samplePack, criteria: [], outputs: [] }, []))
  })

  test('names every column of the long CSV, and no other', () => {
    expect(namedIn(text, '5. Columns of the long CSV')).toEqual(longColumns(samplePack))
  })

  test('names every column of the CSV of validate, and no other', async () => {
    const { out } = await scratch({ 'a.csv': households({}) }).here(['validate', 'a.csv', '-f', 'csv'])
    expect(namedIn(text, '6. Columns of the CSV of `tpa validate`')).toEqual(headed(out))
  })

  test('names every column of the CSV of diff, and no other', async () => {
    const { out } = await scratch({ 'a.csv': households({}) }).here([
      'diff',
      'cn-2020',
      'cn-2020',
      'a.csv',
      '-f',
      'csv',
    ])
    expect(namedIn(text, '7. Columns of the CSV of `tpa diff`')).toEqual(headed(out))
  })

  test('names every column of the rejects, and no other', () => {
    expect(namedIn(text, '8. Columns of `--rejects`')).toEqual(REJECTS_HEADER)
  })
})

describe('docs/results/glossary.md', () => {
  const text = read('docs/results/glossary.md')

  test('says of every reason of a gap what it means, and of no other', () => {
    expect(namedIn(text, 'Why a fact is a gap')).toEqual(GAP_REASONS.options)
  })

  test('says of every verdict what it means', () => {
    expect(namedIn(text, 'Verdicts')).toEqual(VERDICTS.options)
  })

  test('has each word once', () => {
    const words = text
      .split('\n')
      .flatMap((line) => /^\| ([^|]+) \|/.exec(line)?.[1]?.split(', ') ?? [])
      .filter((word) => word !== 'word' && word !== 'reason')
    expect(words.length).toBeGreaterThan(50)
    expect(words.filter((word, at) => words.indexOf(word) < at)).toEqual([])
  })
})
