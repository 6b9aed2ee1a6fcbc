import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { decimal, readDecimal } from '../../src/base/decimal.js'
import { describeRange } from '../../src/base/range.js'
import { makeSource } from '../../src/base/source.js'
import { entryOf, type Tree, type TreeEntry, type TreeMapping } from '../../src/base/tree/tree.js'
import { readYaml } from '../../src/base/tree/yaml.js'
import type { Value } from '../../src/base/value.js'
import { deriveValue } from '../../src/engine/interpret.js'
import { loadPack, loadPackText } from '../../src/engine/load-pack.js'
import { createEvaluation } from '../../src/engine/taken-away.js'
import { BASE_UNITS } from '../../src/lang/expression/unit.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../src/lang/pack.js'
import { RESERVED } from '../../src/lang/parse/keywords.js'
import type { CaseRecord, Fact, Known } from '../../src/lang/record.js'
import { packSchema } from '../../src/lang/shape/pack-schema.js'

const DOCUMENT = readFileSync(new URL('../../docs/rule-language.md', import.meta.url), 'utf8')

/** The fenced blocks of the document that are marked with these words. */
const blocks = (mark: string): string[] =>
  [...DOCUMENT.matchAll(new RegExp(`^\`\`\`${mark}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  )

function load(text: string): Pack {
  const loaded = loadPackText('docs/rule-language.md', text)
  if ('pack' in loaded) return loaded.pack
  throw new Error(loaded.faults.map(({ message }) => message).join('\n'))
}

describe('the packs of the document', () => {
  const packs = blocks('yaml pack')
  it('are two', () => expect(packs).toHaveLength(2))
  it.each(packs)('load', (text) => expect(load(text).criteria).not.toHaveLength(0))
})

describe('the checks of the document', () => {
  it('load beside the first pack, and take away what they name', async () => {
    const [parent = ''] = blocks('yaml pack')
    const [checks = ''] = blocks('yaml checks')
    const value = '{ from: 2014-01-01, value: 40, source: paper, evidence: weak }'
    const texts: Readonly<Record<string, string>> = {
      'rules/example/pack.yaml': parent,
      'rules/checked/pack.yaml': `language: 1
pack: checked
title: With checks
version: 1.0.0
extends: example
parameters:
  ten: { title: Ten, unit: ratio, values: [${value}] }
  pupil_below: { title: A pupil, unit: year, values: [${value}] }
facts: { member: { in_school: { type: yes_no } } }
${checks}`,
    }
    const reading = await loadPack('rules/checked', { read: async (file) => texts[file] ?? null })
    if ('faults' in reading) throw new Error(reading.faults.map(({ message }) => message).join('\n'))
    expect(reading.pack.checks.map(({ gap }) => gap)).toEqual([
      [],
      ['water_minutes'],
      ['members.age', 'members.in_school'],
    ])
  })
})

describe('the variant of the document', () => {
  const [parent = ''] = blocks('yaml pack')
  const [variant = ''] = blocks('yaml variant')
  const loaded = (text: string) => {
    const texts: Readonly<Record<string, string>> = {
      'rules/example/pack.yaml': parent,
      'rules/example-county/pack.yaml': text,
    }
    return loadPack('rules/example-county', { read: async (file) => texts[file] ?? null })
  }

  it('replaces and adds as the comments in it say', async () => {
    const reading = await loaded(variant)
    if ('faults' in reading) throw new Error(reading.faults.map(({ message }) => message).join('\n'))
    const { pack } = reading
    const before = load(parent)
    expect(pack.criteria.map(({ id }) => id)).toEqual(['income', 'water', 'power'])
    expect(pack.parameters.get('poverty_line')?.values.map(({ from }) => from)).toEqual(['2020-01-01'])
    expect([...pack.sources.keys()]).toEqual(['paper', 'notice'])
    expect([...pack.facts.keys()]).toEqual([...before.facts.keys(), 'electricity'])
    expect(pack.decisions.tables.get('registered')).toHaveLength(2)
    expect(pack.decisions.tables.get('none')?.[0]?.when).toMatchObject({
      criteria: ['income', 'water', 'power'],
    })
    expect([pack.asOf, pack.record]).toEqual([before.asOf, before.record])
  })

  it('cannot change what a record is', async () => {
    const reading = await loaded(variant.replace('facts:', 'record: { name: person, id: a }\nfacts:'))
    expect('faults' in reading && reading.faults[0]?.code).toBe('shape')
  })

  it('may have each key of a pack in the way that the table says', () => {
    const section = DOCUMENT.slice(DOCUMENT.indexOf('## 9.'), DOCUMENT.indexOf('## 10.'))
    const rows = [...section.matchAll(/^\| (`.+?) \|/gm)].flatMap(
      ([, keys = '']) => keys.match(/[a-z_]+/g) ?? [],
    )
    expect([...rows, 'note', 'extends'].sort()).toEqual(Object.keys(SCHEMA.properties ?? {}).sort())
  })
})

describe('the examples of the document', () => {
  const [, words = ''] = blocks('yaml pack')
  const [household = ''] = blocks('yaml record')

  /** Each `expression` → result of the document; a result ends at ` ·`, ` |` or the end of the line. */
  const examples = [...DOCUMENT.matchAll(/`([^`]+)` → (.+?)(?= ·| \||$)/gm)].map(
    ([, expression = '', result = '']) => [expression, result] as const,
  )
  it('are many', () => expect(examples.length).toBeGreaterThan(60))
  it.each(examples)('%s is %s', (expression, result) => {
    expect(inWords(evaluated(words, household, expression))).toBe(result)
  })
})

/** What a yes/no, number or code can still be, as the document writes it. */
function inWords(value: Value): string {
  switch (value.kind) {
    case 'number':
      return describeRange(value.range)
    case 'code':
      return value.codes.join(' or ')
    case 'truth':
      return value.truth === 'open' ? 'open' : value.truth ? 'yes' : 'no'
  }
}

/** The value of an expression of any type for the household of the document; codes have no derived value, so they are compared. */
function evaluated(words: string, household: string, expression: string): Value {
  const tries = ['', 'unit: CNY, ', 'unit: person, ', 'unit: CNY*CNY, '].map((unit) =>
    loadPackText(
      'words.yaml',
      words.replace('criteria:\n', `derived: { it: { ${unit}sources: ['${expression}'] } }\ncriteria:\n`),
    ),
  )
  for (const each of tries) if ('pack' in each) return worked(each.pack, household)
  const codes = ['A', 'B', 'C'].filter((code) => {
    const compared = words.replace(
      'criteria:\n',
      `derived: { it: { sources: ['(${expression}) = "${code}"'] } }\ncriteria:\n`,
    )
    const loaded = loadPackText('words.yaml', compared)
    const value = 'pack' in loaded ? worked(loaded.pack, household) : null
    return value?.kind === 'truth' && value.truth !== false
  })
  if (codes.length > 0) return { kind: 'code', codes }
  throw new Error(
    tries.flatMap((each) => ('faults' in each ? each.faults.map(({ message }) => message) : [])).join('\n'),
  )
}

const worked = (pack: Pack, household: string) =>
  deriveValue(createEvaluation(pack, recordOf(pack, household), pack.asOf), 'it').value

function recordOf(pack: Pack, household: string): CaseRecord {
  const reading = readYaml(makeSource('record.yaml', household))
  const [tree] = 'documents' in reading ? reading.documents : []
  if (tree?.kind !== 'mapping') throw new Error('the household of the document is a mapping')
  const members = entryOf(tree, 'members')?.value
  const rows = members?.kind === 'sequence' ? members.items : []
  return {
    id: 'H1',
    file: '',
    line: 1,
    facts: factsOf(columnsOf(pack), tree),
    members: {
      kind: 'rows',
      rows: rows.map((row) => ({ facts: factsOf(pack.memberFacts ?? new Map(), row), line: null })),
    },
    headers: new Map(),
  }
}

const factsOf = (declarations: ReadonlyMap<string, FactDeclaration>, tree: Tree): Map<string, Fact> =>
  new Map(
    [...declarations].map(([name, declaration]): [string, Fact] => {
      const entry: TreeEntry | undefined =
        tree.kind === 'mapping' ? entryOf(tree as TreeMapping, name) : undefined
      const cell = entry?.value.kind === 'scalar' ? entry.value.text : null
      return [
        name,
        cell === null ? { kind: 'gap', reason: 'blank' } : { kind: 'known', value: known(declaration, cell) },
      ]
    }),
  )

function known({ type }: FactDeclaration, cell: string): Known {
  if (type === 'yes_no') return cell === 'yes'
  if (type === 'text' || type === 'code' || type === 'date') return cell
  const reading = readDecimal(cell)
  return 'value' in reading ? reading.value : decimal(0)
}

const SCHEMA = z.toJSONSchema(packSchema, { io: 'input' }) as JsonSchema

describe('the lists of the document', () => {
  it('name every key of the schema', () => {
    const keys = keysOf(SCHEMA)
    const written = new Set(
      [...DOCUMENT.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => code.match(/[a-z_]+/g) ?? []),
    )
    expect(keys.length).toBeGreaterThan(50)
    expect(keys.filter((key) => !written.has(key))).toEqual([])
  })

  it('name the words of the language, all and no other', () => {
    const [, words = ''] = /not a word of the language\n\(`([a-z ]+)`\)/.exec(DOCUMENT) ?? []
    expect(words.split(' ')).toEqual([...RESERVED])
  })

  it('name the base units, all and no other', () => {
    const [, units = ''] = /Base units: ([A-Za-z, ]+), and those under/.exec(DOCUMENT) ?? []
    expect(units.split(', ')).toEqual([...BASE_UNITS])
  })

  it('name every type of fact, every kind of evidence and every severity', () => {
    const named = ['type', 'evidence', 'severity'].flatMap((key) => enumsOf(SCHEMA, key))
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((value) => !DOCUMENT.includes(`\`${value}\``))).toEqual([])
  })
})

/** A JSON Schema, as far as this test looks into it. */
interface JsonSchema {
  readonly properties?: { readonly [key: string]: JsonSchema }
  readonly additionalProperties?: JsonSchema | boolean
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly enum?: readonly string[]
}

const partsOf = ({ properties = {}, additionalProperties, items, anyOf = [] }: JsonSchema): JsonSchema[] => [
  ...Object.values(properties),
  ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
  ...(items === undefined ? [] : [items]),
  ...anyOf,
]

/** Every key that some mapping declares. */
const keysOf = (schema: JsonSchema): string[] => [
  ...Object.keys(schema.properties ?? {}),
  ...partsOf(schema).flatMap(keysOf),
]

/** The values that are allowed for a key, wherever it is declared. */
const enumsOf = (schema: JsonSchema, key: string): string[] => [
  ...(schema.properties?.[key]?.enum ?? []),
  ...partsOf(schema).flatMap((part) => enumsOf(part, key)),
]
