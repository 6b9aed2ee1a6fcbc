import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What each folder of src may import beside itself; `types` only as types. docs/architecture.md says why. */
const ARROWS: Record<string, { values: readonly string[]; types: readonly string[] }> = {
  base: { values: [], types: [] },
  lang: { values: ['base'], types: [] },
  engine: { values: ['base', 'lang'], types: [] },
  survey: { values: ['base', 'lang', 'engine'], types: [] },
  inspect: { values: ['base', 'lang', 'survey'], types: [] },
  testing: { values: ['base', 'lang', 'engine', 'survey'], types: [] },
  compile: { values: ['base', 'lang', 'engine'], types: [] },
  report: { values: ['base', 'lang', 'engine'], types: ['survey', 'inspect', 'testing'] },
  fast: { values: ['base', 'lang', 'engine', 'survey', 'compile', 'report'], types: [] },
  cli: {
    values: ['base', 'lang', 'engine', 'survey', 'inspect', 'testing', 'report', 'fast'],
    types: [],
  },
}

const MOST_LINES = 250

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** `import … from 'x'`, `export … from 'x'`, `import 'x'` and `import('x')`, with what is imported only as a type. */
function importsIn(text: string): { specifier: string; typeOnly: boolean }[] {
  const statement = /^(?:import|export)\b(?:([^'";]*?)\bfrom\b)?\s*['"]([^'"]+)['"]/gm
  const call = /\bimport\(\s*['"`]([^'"`]+)['"`]/g
  return [
    ...[...text.matchAll(statement)].map(([, names = '', specifier = '']) => ({
      specifier,
      typeOnly: onlyTypes(names),
    })),
    ...[...text.matchAll(call)].map(([, specifier = '']) => ({ specifier, typeOnly: false })),
  ]
}

function onlyTypes(names: string): boolean {
  if (/^\s*type\b/.test(names)) return true
  const inner = /^\s*\{([^}]*)\}\s*$/.exec(names)?.[1]
  return inner?.split(',').every((name) => name.trim() === '' || /^type\s/.test(name.trim())) ?? false
}

/** The code without comments and without what stands in texts and patterns. */
function bareCode(text: string): string {
  const skipped =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|(?<=[=(,:;!&|?{}[\n]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/[a-z]*/g
  return text.replace(skipped, (match) => match.replace(/[^\n]/g, ' '))
}

const SOURCES = filesUnder('src', '.ts')
const TEXTS = new Map(SOURCES.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]))
const folderOf = (file: string) => file.split('/')[1] ?? ''

const IMPORTS: Import[] = [...TEXTS].flatMap(([from, text]) =>
  importsIn(text)
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier, typeOnly }) => ({
      from,
      typeOnly,
      to: join(dirname(from), specifier).replace(/\.js$/, '.ts'),
    })),
)

/** `file:line` of each place in these files where the pattern stands in code. */
function placesOf(pattern: RegExp, files: readonly string[]): string[] {
  expect(files.length, 'files looked at').toBeGreaterThan(0)
  return files.flatMap((file) => {
    const lines = bareCode(TEXTS.get(file) ?? '').split('\n')
    return lines.flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : []))
  })
}

describe('this test sees what it looks for', () => {
  test('there are files and imports to look at, and every import leads to a file', () => {
    expect(new Set(SOURCES.map(folderOf))).toEqual(new Set(Object.keys(ARROWS)))
    expect(IMPORTS.length).toBeGreaterThan(SOURCES.length)
    expect(IMPORTS.filter(({ to }) => !TEXTS.has(to))).toEqual([])
  })

  test.each([
    ["import { a } from './x.js'", false],
    ["import type { A } from './x.js'", true],
    ["import { type A, type B } from './x.js'", true],
    ["import { type A, b } from './x.js'", false],
    ["import a, { type B } from './x.js'", false],
    ["import {\n  a,\n  type B,\n} from './x.js'", false],
    ["import * as a from './x.js'", false],
    ["export { a } from './x.js'", false],
    ["export type { A } from './x.js'", true],
    ["export * from './x.js'", false],
    ["import './x.js'", false],
    ["const a = await import('./x.js')", false],
    ['import a from "./x.js"', false],
  ])('%j', (text, typeOnly) => {
    expect(importsIn(text)).toEqual([{ specifier: './x.js', typeOnly }])
  })

  test('texts, comments and patterns are no code', () => {
    const code = bareCode("a // b\n/* c\n c */ 'd' \"e\" `f` = /g'/.test(h) / i / j\nk")
    expect(code.replace(/\s+/g, ' ').trim()).toBe('a = .test(h) / i / j k')
    expect(code.split('\n')).toHaveLength(4)
  })
})

describe('the folders of src', () => {
  test('import only what stands before them in the flow', () => {
    const against = IMPORTS.filter(({ from, to, typeOnly }) => {
      const [own, other] = [folderOf(from), folderOf(to)]
      const { values, types } = ARROWS[own] ?? { values: [], types: [] }
      return own !== other && !values.includes(other) && !(typeOnly && types.includes(other))
    })
    expect(against.map(({ from, to, typeOnly }) => `${from} -> ${to}${typeOnly ? ' (types)' : ''}`)).toEqual(
      [],
    )
  })

  test('have no circle of imports among their files', () => {
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (file: string, path: readonly string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      if (path.includes(file) || done.has(file)) return
      for (const { from, to } of IMPORTS) if (from === file) visit(to, [...path, file])
      done.add(file)
    }
    for (const file of SOURCES) visit(file, [])
    expect(circles).toEqual([])
  })

  test('each have tests of their own', () => {
    const tested = new Set(filesUnder('tests', '.test.ts').map(folderOf))
    expect(Object.keys(ARROWS).filter((folder) => !tested.has(folder))).toEqual([])
  })

  test(`hold no file of more than ${MOST_LINES} lines`, () => {
    const lengths = [...TEXTS].map(([file, text]) => ({ file, lines: text.split('\n').length - 1 }))
    expect(
      lengths.filter(({ lines }) => lines > MOST_LINES).map(({ file, lines }) => `${file}: ${lines}`),
    ).toEqual([])
  })
})

describe('what no file of src does', () => {
  const outside = (...folders: string[]) => SOURCES.filter((file) => !folders.includes(folderOf(file)))
  const inside = (...folders: string[]) => SOURCES.filter((file) => folders.includes(folderOf(file)))

  test('end the process, but on an interrupt: a pipe would lose what was not drained', () => {
    const files = SOURCES.filter((file) => file !== 'src/cli/terminal/interrupt.ts')
    expect(placesOf(/\bprocess\s*\.\s*exit\s*\(/, files)).toEqual([])
  })

  test('ask for the time or for chance, but for the progress line: the same input gives the same bytes', () => {
    const clock = /\bDate\.now\b|\bnew Date\b|\bMath\.random\b|\bperformance\b|\bhrtime\b/
    const isProgress = (file: string) => /^src\/cli\/terminal\/[a-z-]*progress[a-z-]*\.ts$/.test(file)
    expect(
      placesOf(
        clock,
        SOURCES.filter((file) => !isProgress(file)),
      ),
    ).toEqual([])
  })

  test('give up on types', () => {
    expect(placesOf(/\bas any\b|[:<|&,(]\s*any\b|\bany\[\]|\bas never\b/, SOURCES)).toEqual([])
    const told = /@ts-(?:ignore|expect-error|nocheck)/
    expect([...TEXTS].filter(([, text]) => told.test(text)).map(([file]) => file)).toEqual([])
  })

  test('know of the process, its folder or its environment below the command line', () => {
    const files = outside('cli').filter((file) => file !== 'src/fast/run/v8-flags.ts')
    expect(placesOf(/\bprocess\s*[.[]|\bglobalThis\.process\b/, files)).toEqual([])
    const resolves = inside('base', 'lang', 'engine').filter((file) =>
      /import\s*\{[^}]*\bresolve\b[^}]*\}\s*from 'node:path'|from 'node:process'/.test(TEXTS.get(file) ?? ''),
    )
    expect(resolves).toEqual([])
  })

  test('write to the terminal but through the command line', () => {
    expect(placesOf(/\bconsole\s*\.\s*(?:log|error|warn|info|debug|table|dir)\b/, SOURCES)).toEqual([])
  })
})
