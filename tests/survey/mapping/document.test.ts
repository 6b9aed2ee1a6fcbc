import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { SHIPPED_PACKS } from '../../../src/base/shipped.js'
import { loadPack } from '../../../src/engine/load-pack.js'
import { bindRecords, bindRoster } from '../../../src/survey/mapping/bind.js'
import { fileMatches } from '../../../src/survey/mapping/file-pattern.js'
import { mappingJsonSchema } from '../../../src/survey/mapping/schema.js'
import { mappingOf, readCells, shown, toldWhole } from './small.js'

const DOCUMENT = readFileSync(new URL('../../../docs/mapping.md', import.meta.url), 'utf8')
const loaded = await loadPack(`${SHIPPED_PACKS}/cn-2020`)
if ('faults' in loaded) throw new Error('cn-2020 loads')
const { pack } = loaded

/** Each mapping of the page with the heads of the files that stand below it. */
const EXAMPLES = [
  ...DOCUMENT.matchAll(/^```yaml mapping\n([\s\S]*?)^```\n((?:```csv .+\n[\s\S]*?^```\n)*)/gm),
].map(([, text = '', files = '']) => ({
  text,
  heads: [...files.matchAll(/^```csv (.+)\n(.*)\n/gm)].map(([, file = '', headers = '']) => ({
    file,
    headers: headers.split(','),
  })),
}))

describe('docs/mapping.md', () => {
  test('has examples', () => expect(EXAMPLES.length).toBeGreaterThan(6))

  test.each(EXAMPLES)('finds the columns of $text', ({ text, heads }) => {
    const { records, rosters } = mappingOf(text, pack)
    const [main] = heads.filter(({ file }) => records.file === null || fileMatches(records.file, file))
    if (main === undefined) throw new Error('the example has a file of households')
    const found = [bindRecords(records, main)]
    expect(found.flatMap(({ faults }) => faults.map(toldWhole))).toEqual([])
    for (const roster of rosters) {
      const own = heads.filter(({ file }) => fileMatches(roster.file ?? '', file))
      expect(own).toHaveLength(1)
      for (const each of own) expect(bindRoster(roster, each, main)).toMatchObject({ faults: [] })
    }
  })

  const rows = [...DOCUMENT.matchAll(/^\| `([a-z_]+)` \| `(.+?)` \| ([^|`]+) \|$/gm)]
    .map(([, fact = '', value = '', comes = '']) => [fact, value, comes] as const)
    .filter(([fact]) => pack.facts.has(fact))
  test('has expressions', () => expect(rows.length).toBeGreaterThan(10))
  test.each(rows)('%s: %s comes to %s', (fact, value, comes) => {
    const cells: Record<string, string> = {
      hours: '1.5',
      month: '300',
      other: '',
      refusal: 'R',
      where: 'pump',
      wet: 'yes',
    }
    const [mapping] = mappingOf(
      `mapping: 1\nhouseholds:\n  key: id\n  missing: { R: refused }\n  facts: { ${fact}: { value: '${value}' } }\n`,
      pack,
    ).records.facts
    if (mapping === undefined) throw new Error('the mapping has a fact')
    expect(shown(readCells(mapping, (index) => cells[mapping.columns[index]?.header ?? ''] ?? ''))).toBe(
      comes,
    )
  })

  test('names every key', () => {
    const named = new Set(
      [...DOCUMENT.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => code.match(/[a-z_]+/g) ?? []),
    )
    const keys = keysIn(JSON.parse(JSON.stringify(mappingJsonSchema())))
    expect(keys.size).toBeGreaterThan(30)
    expect([...keys].filter((key) => !named.has(key))).toEqual([])
  })
})

/** Every key that some mapping of a schema declares. */
function keysIn(schema: unknown): Set<string> {
  if (schema === null || typeof schema !== 'object') return new Set()
  const own = Reflect.get(schema, 'properties')
  const below = Object.values(schema).flatMap((part) => [...keysIn(part)])
  return new Set([...(own !== null && typeof own === 'object' ? Object.keys(own) : []), ...below])
}

describe('docs/mapping.schema.json', () => {
  const written: unknown = JSON.parse(
    readFileSync(new URL('../../../docs/mapping.schema.json', import.meta.url), 'utf8'),
  )
  test('is what the program writes: `npm run build && node scripts/write-schema.js` renews it', () => {
    expect(written).toEqual(JSON.parse(JSON.stringify(mappingJsonSchema())))
  })
  test('has a word for an editor on every key', () => {
    const silent = (schema: unknown): string[] => {
      if (schema === null || typeof schema !== 'object') return []
      const own = Object.entries(Reflect.get(schema, 'properties') ?? {})
      return [
        ...own.flatMap(([key, value]) => (Reflect.has(Object(value), 'description') ? [] : [key])),
        ...Object.values(schema).flatMap(silent),
      ]
    }
    expect(silent(written)).toEqual([])
  })
})
