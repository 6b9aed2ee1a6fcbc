import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'rolldown/parseAst'
import { describe, expect, test, vi } from 'vitest'
import { trapOf } from './growth.js'
import { stepsOf } from './steps.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Patterns whose steps grow faster than a text, and why that text is short whatever comes from outside. */
const SHORT_TEXTS: Record<string, string> = {
  'src/base/tree/json-fault.ts /[-+.]?\\d[\\d.]*(?:[eE][-+]?)?$/': 'the 40 characters before a fault',
  'src/report/text/numbers.ts /\\B(?=(\\d{3})+$)/g': 'the digits of one number, a few hundred at most',
}

/** Files that put a pattern together from parts, which the second test asks for. */
const COMPOSED = [
  'src/base/inert-text.ts',
  // Of the name of this machine; it meets names of files, which have at most 255 bytes.
  'src/cli/terminal/part-file.ts',
  'src/report/text/tree-text.ts',
  'src/survey/cells/number-style.ts',
  'src/survey/cells/written-day.ts',
  // Words between letters that are not theirs; each meets a header of at most 10,000 characters.
  'src/survey/columns/last-part.ts',
  'src/survey/mapping/repeats.ts',
]

interface Found {
  readonly file: string
  readonly pattern: RegExp
}

const { literals, composed } = patternsOfSources()

describe('no pattern takes more steps than a text has characters, times a constant', () => {
  test('that patterns are found', () => {
    expect(literals.length).toBeGreaterThan(150)
    expect([...composed].sort()).toEqual(COMPOSED)
  })

  test('literals', () => {
    const traps = new Map(
      literals.flatMap(({ file, pattern }) => {
        const trap = trapOf(pattern)
        return trap === null ? [] : [[`${file} ${pattern}`, trap.text] as [string, string]]
      }),
    )
    for (const known of Object.keys(SHORT_TEXTS))
      expect(traps.delete(known), `${known} is not needed`).toBe(true)
    expect(Object.fromEntries(traps)).toEqual({})
  }, 600_000)

  test('composed ones', async () => {
    const patterns = await patternsComposed()
    expect(patterns.length).toBeGreaterThan(10)
    for (const pattern of patterns) expect(trapOf(pattern)?.text, `${pattern}`).toBeUndefined()
  })
})

test.each([
  [/\s+$/],
  [/^(a+)+$/],
  [/^\s*,?\s*$/],
  [/\s*\/\s*/g],
  [/^\(\s*([^)]+?)\s*\)$/],
  [/^(?:a|a)*$/],
  [/(?:x\w*)+y/],
])('the test finds what is slow in %s', (pattern) => {
  expect(trapOf(pattern)).not.toBeNull()
})

test.each([
  [/^\s+$/, '   '],
  [/(\w)-\1/, 'a-a'],
  [/(?<=a)b{2,3}?(?!c)$/, 'xabb'],
  [/^(?:\p{L}|[\d)\]])*$/u, 'é)]7'],
])('the matcher of the test agrees with the real one: %s', (pattern, text) => {
  expect(pattern.test(text)).toBe(true)
  expect(stepsOf(pattern, text)).toBeGreaterThan(0)
})

function patternsOfSources(): { literals: Found[]; composed: Set<string> } {
  const literals: Found[] = []
  const composed = new Set<string>()
  for (const path of filesUnder(join(ROOT, 'src'))) {
    const file = relative(ROOT, path).split(sep).join('/')
    visit(parseAst(readFileSync(path, 'utf8'), { lang: 'ts' }), (node) => {
      const regex = node.regex as { pattern: string; flags: string } | undefined
      if (regex) literals.push({ file, pattern: new RegExp(regex.pattern, regex.flags) })
      const callee = node.callee as { name?: string } | undefined
      if (callee?.name === 'RegExp') composed.add(file)
    })
  }
  return { literals, composed }
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(path) : entry.name.endsWith('.ts') ? [path] : []
  })
}

function visit(node: unknown, see: (node: Record<string, unknown>) => void): void {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) see(node as Record<string, unknown>)
  for (const part of Object.values(node)) visit(part, see)
}

/** The patterns that these modules make while they are loaded and asked for every form of a number, a day and a numbered column. */
async function patternsComposed(): Promise<RegExp[]> {
  const made: RegExp[] = []
  const Original = RegExp
  vi.resetModules()
  vi.stubGlobal(
    'RegExp',
    class extends Original {
      constructor(source: string | RegExp, flags?: string) {
        super(source, flags)
        made.push(new Original(this.source, this.flags))
      }
    },
  )
  try {
    await import('../../src/base/inert-text.js')
    const { readNumber } = await import('../../src/survey/cells/number-style.js')
    await import('../../src/survey/cells/written-day.js')
    await import('../../src/report/text/tree-text.js')
    const { repeatsOf } = await import('../../src/survey/mapping/repeats.js')
    for (const decimal of ['.', ','] as const)
      for (const thousands of [null, ',', '.', ' ', "'"] as const) readNumber('1', { decimal, thousands })
    const column = { header: 'age_{n}_of_{n}', line: 1, column: 1 }
    const finder = {
      head: { headers: ['age_1_of_1'] },
      find: () => null,
      ambiguous: () => {},
      missing: () => {},
    }
    repeatsOf(finder as never, [column as never], [], () => null)
  } finally {
    vi.unstubAllGlobals()
  }
  return made
}
