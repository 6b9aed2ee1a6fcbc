import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'rolldown/parseAst'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What each folder of src may import beside itself; `types` only as types. docs/architecture.md says why. */
const ARROWS: Record<string, { values: readonly string[]; types: readonly string[] }> = {
  base: { values: [], types: [] },
  lang: { values: ['base'], types: [] },
  engine: { values: ['base', 'lang'], types: [] },
  survey: { values: ['base', 'lang'], types: [] },
  inspect: { values: ['base', 'lang', 'survey'], types: [] },
  testing: { values: ['base', 'lang', 'engine', 'survey'], types: [] },
  programme: { values: ['base', 'lang', 'engine', 'survey'], types: [] },
  compile: { values: ['base', 'lang', 'engine'], types: [] },
  report: { values: ['base', 'lang', 'engine'], types: ['survey', 'inspect', 'testing', 'programme'] },
  fast: {
    values: ['base', 'lang', 'engine', 'survey', 'compile', 'report/assess', 'report/output.ts'],
    types: [],
  },
  cli: {
    values: ['base', 'lang', 'engine', 'survey', 'inspect', 'testing', 'programme', 'report'],
    types: [],
  },
}

/** Single arrows beside the table: expressions of a mapping mean what the interpreter says, and the wing for speed is asked at its doors. */
const DOORS: readonly { from: RegExp; to: RegExp }[] = [
  { from: /^src\/survey\/mapping\/formula\.ts$/, to: /^src\/engine\// },
  { from: /^src\/cli\/(?:[a-z]+\/run|request\/rules)\.ts$/, to: /^src\/fast\/[a-z-]+\.ts$/ },
]

/** The rooms of a folder from the ground up, `.` for its own files: each imports only from rows before its own. */
const ROOMS: Record<string, readonly (readonly string[])[]> = {
  base: [['say'], ['.'], ['tree']],
  'base/say': [['en'], ['zh'], ['.']],
  'base/say/en': [['report'], ['.']],
  'base/say/zh': [['report'], ['.']],
  lang: [['expression'], ['parse'], ['.'], ['shape'], ['declare'], ['resolve'], ['assemble']],
  engine: [['.'], ['explain']],
  survey: [
    ['files'],
    ['cells'],
    ['columns'],
    ['doubts', 'signs', 'mapping'],
    ['records'],
    ['checks'],
    ['joined'],
    ['.'],
  ],
  'survey/files': [['.'], ['text'], ['xlsx'], ['operands']],
  'survey/signs': [['tools', 'record', 'key'], ['.'], ['person', 'interview']],
  inspect: [['columns'], ['tables'], ['proposal'], ['.']],
  testing: [['changes', 'cases'], ['prove', 'update'], ['coverage'], ['mutation'], ['impact']],
  programme: [['policy', 'files'], ['.'], ['measure']],
  compile: [['.'], ['wasm']],
  report: [
    ['.'],
    ['text'],
    ['html'],
    ['diagnostics'],
    ['assess'],
    ['explain'],
    ['validate', 'inspect', 'test', 'diff', 'check', 'measure', 'pages'],
    ['schemas'],
  ],
  'report/assess': [['count'], ['charts'], ['.'], ['public']],
  fast: [['read'], ['outcome'], ['loop'], ['run'], ['.']],
  cli: [
    ['terminal'],
    ['request'],
    ['assess', 'validate', 'explain', 'measure', 'inspect', 'check', 'test', 'diff', 'pages'],
    ['.'],
  ],
}

const MOST_FILES = 25
const MOST_LINES = 250
const MOST_FUNCTION_LINES = 40
const MOST_PARAMETERS = 6

/** Functions with more lines than that: at most 15, none over 80, and the list may only get shorter. Today there is none. */
const LONG_FUNCTIONS: readonly string[] = []

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

const isAcross = ({ from, to }: Import) => folderOf(from) !== folderOf(to)

function isInTable({ from, to, typeOnly }: Import): boolean {
  const { values, types } = ARROWS[folderOf(from)] ?? { values: [], types: [] }
  const isNamed = (names: readonly string[]) =>
    names.some((name) => to === `src/${name}` || to.startsWith(`src/${name}/`))
  return isNamed(values) || (typeOnly && isNamed(types))
}

const isDoor = ({ from, to }: Import) => DOORS.some((door) => door.from.test(from) && door.to.test(to))

/** The room of a folder in which a file stands; `.` for the folder itself, `null` for a file elsewhere. */
function roomIn(folder: string, file: string): string | null {
  const [room = '', ...rest] = file.startsWith(`src/${folder}/`)
    ? file.slice(folder.length + 5).split('/')
    : []
  return room === '' ? null : rest.length === 0 ? '.' : room
}

/** `src`, `src/base`, `src/base/tree` of a file in the last of them. */
const foldersAbove = (file: string): string[] =>
  file.split('/').flatMap((_, index, parts) => (index === 0 ? [] : [parts.slice(0, index).join('/')]))

/** Circles that arrows make, each as the way around it. */
function circlesIn(arrows: readonly (readonly [string, string])[]): string[] {
  const next = new Map<string, Set<string>>()
  for (const [from, to] of arrows) if (from !== to) next.set(from, (next.get(from) ?? new Set()).add(to))
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (place: string, path: readonly string[]) => {
    if (path.includes(place)) circles.push([...path.slice(path.indexOf(place)), place].join(' -> '))
    if (path.includes(place) || done.has(place)) return
    for (const each of next.get(place) ?? []) visit(each, [...path, place])
    done.add(place)
  }
  for (const place of next.keys()) visit(place, [])
  return circles
}

interface FunctionSize {
  readonly name: string
  /** From its first line to its last, functions inside it included. */
  readonly lines: number
  readonly parameters: number
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

/** Every function of a text, by its own name or that of the variable or member that holds it. */
function functionsIn(text: string): FunctionSize[] {
  const found: FunctionSize[] = []
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
  const visit = (node: unknown, holder: string): void => {
    if (Array.isArray(node)) for (const each of node) visit(each, holder)
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return
    const { type, id, key, start, end, params, body } = node as Record<
      string,
      { readonly name?: string } & unknown[]
    >
    const name = id?.name ?? key?.name ?? holder
    if (FUNCTIONS.has(String(type)) && body != null)
      found.push({
        name,
        lines: lineOf(Number(end)) - lineOf(Number(start)) + 1,
        parameters: params?.length ?? 0,
      })
    for (const each of Object.values(node)) visit(each, name)
  }
  visit(parseAst(text, { lang: 'ts' }), '')
  return found
}

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
    const against = IMPORTS.filter((each) => isAcross(each) && !isInTable(each) && !isDoor(each))
    expect(against.map(({ from, to, typeOnly }) => `${from} -> ${to}${typeOnly ? ' (types)' : ''}`)).toEqual(
      [],
    )
  })

  test.each(Object.entries(ROOMS))('%s: a room imports only from rooms below it', (folder, floors) => {
    const inside = IMPORTS.filter(
      ({ from, to }) => roomIn(folder, from) !== null && roomIn(folder, to) !== null,
    )
    expect(inside.length, 'imports looked at').toBeGreaterThan(0)
    const floorOf = (room: string | null) => floors.findIndex((rooms) => rooms.includes(room ?? ''))
    const against = inside.filter(({ from, to }) => {
      const [own, other] = [roomIn(folder, from), roomIn(folder, to)]
      // A room that the table lacks is told by the test below.
      const isListed = floorOf(own) >= 0 && floorOf(other) >= 0
      return isListed && own !== other && floorOf(own) <= floorOf(other)
    })
    expect(against.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })

  test('and their rooms are those of the table, no more and no less', () => {
    const folders = new Set(SOURCES.map((file) => dirname(file).slice('src/'.length)))
    const named = Object.entries(ROOMS).flatMap(([folder, floors]) =>
      floors.flat().map((room) => (room === '.' ? folder : `${folder}/${room}`)),
    )
    expect([...folders].filter((folder) => !named.includes(folder))).toEqual([])
    expect(named.filter((folder) => !folders.has(folder) && ROOMS[folder] === undefined)).toEqual([])
  })

  test('have no circle of imports among their files, types included', () => {
    expect(circlesIn(IMPORTS.map(({ from, to }) => [from, to] as const))).toEqual([])
  })

  test('nor among the folders, each taken with its own files only', () => {
    expect(circlesIn(IMPORTS.map(({ from, to }) => [dirname(from), dirname(to)] as const))).toEqual([])
  })

  test('nor among the folders that stand in one folder, each with all that is in it', () => {
    const parents = new Set(SOURCES.flatMap((file) => foldersAbove(file)))
    for (const parent of parents) {
      const inParent = (file: string) => {
        const [child = '', ...rest] = file.startsWith(`${parent}/`)
          ? file.slice(parent.length + 1).split('/')
          : []
        return rest.length === 0 ? null : child
      }
      const arrows = IMPORTS.map(({ from, to }) => [inParent(from), inParent(to)] as const)
      const whole = arrows.filter((arrow): arrow is readonly [string, string] => !arrow.includes(null))
      expect(circlesIn(whole), parent).toEqual([])
    }
  })

  test('each have tests of their own', () => {
    const tested = new Set(filesUnder('tests', '.test.ts').map(folderOf))
    expect(Object.keys(ARROWS).filter((folder) => !tested.has(folder))).toEqual([])
  })

  test(`hold at most ${MOST_FILES} files each`, () => {
    const counts = new Map<string, number>()
    for (const file of SOURCES) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1)
    expect([...counts].filter(([, count]) => count > MOST_FILES)).toEqual([])
  })

  test(`hold no file of more than ${MOST_LINES} lines`, () => {
    const lengths = [...TEXTS].map(([file, text]) => ({ file, lines: text.split('\n').length - 1 }))
    expect(
      lengths.filter(({ lines }) => lines > MOST_LINES).map(({ file, lines }) => `${file}: ${lines}`),
    ).toEqual([])
  })
})

describe('the functions of src', () => {
  const functions = SOURCES.filter((file) => !file.endsWith('.d.ts')).flatMap((file) =>
    functionsIn(TEXTS.get(file) ?? '').map((each) => ({ file, ...each })),
  )

  test('are seen, with those inside others', () => {
    expect(functions.length).toBeGreaterThan(SOURCES.length)
    const text =
      'export function a(x: number) {\n  const b = (y: string, z: string) => {\n    return y + z\n  }\n}\n'
    expect(functionsIn(text)).toEqual([
      { name: 'a', lines: 5, parameters: 1 },
      { name: 'b', lines: 3, parameters: 2 },
    ])
  })

  test(`have at most ${MOST_FUNCTION_LINES} lines, but for those that are listed`, () => {
    const long = functions.filter(({ lines }) => lines > MOST_FUNCTION_LINES)
    const names = long.map(({ file, name }) => `${file} ${name}`).sort()
    expect(names).toEqual([...LONG_FUNCTIONS].sort())
    expect(LONG_FUNCTIONS.length).toBeLessThanOrEqual(15)
    expect(long.filter(({ lines }) => lines > 2 * MOST_FUNCTION_LINES)).toEqual([])
  })

  test(`take at most ${MOST_PARAMETERS} parameters`, () => {
    expect(functions.filter(({ parameters }) => parameters > MOST_PARAMETERS)).toEqual([])
  })
})

describe('what no file of src does', () => {
  const outside = (...folders: string[]) => SOURCES.filter((file) => !folders.includes(folderOf(file)))
  const inside = (...folders: string[]) => SOURCES.filter((file) => folders.includes(folderOf(file)))

  test('end the process: a pipe would lose what was not drained', () => {
    expect(placesOf(/\bprocess\s*\.\s*exit\s*\(/, SOURCES)).toEqual([])
  })

  test('listen to a signal that ends the process: a loop would be deaf to it', () => {
    const listening = /\bprocess\s*\.\s*(?:on|once|addListener)\s*\(/
    const texts = [...TEXTS].filter(([, text]) => listening.test(text) || /\bSIG(?:INT|TERM|HUP)'/.test(text))
    expect(texts.map(([file]) => file)).toEqual(['src/cli/terminal/output.ts'])
    expect(TEXTS.get('src/cli/terminal/output.ts')?.match(/\bprocess\.on\(.*?,/g)).toEqual([
      "process.on('SIGXFSZ',",
    ])
  })

  test('write to stdout or stderr past the one place that checks every byte', () => {
    const files = SOURCES.filter((file) => file !== 'src/cli/terminal/standard.ts')
    expect(placesOf(/\bprocess\s*\.\s*(?:stdout|stderr)\s*\.\s*(?:write|end)\b/, files)).toEqual([])
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

  test('ask for a colour that cannot be read on white or on black, or for a background', () => {
    const readable = new Set(['red', 'green', 'magenta', 'bold', 'dim', 'level'])
    const asked = [...TEXTS].flatMap(([file, text]) =>
      [...text.matchAll(/\bpaint\??\.(\w+)/g)].map(([, colour = '']) => `${file}: ${colour}`),
    )
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.filter((each) => !readable.has(each.split(': ')[1] ?? ''))).toEqual([])
    expect(placesOf(/\bchalk\s*\.\s*\w+/, SOURCES)).toEqual([])
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
