import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { resultPage } from '../../../scripts/result-page.js'
import { HOUSEHOLD } from '../../../src/report/schemas/parts.js'
import { RESULT_SCHEMAS, resultJsonSchemas } from '../../../src/report/schemas/published.js'
import { undescribed } from '../../cli/described.js'
import { type JsonSchema, membersOf } from '../../cli/schema-members.js'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const FOLDER = join(ROOT, 'docs', 'results')
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8')
const SCHEMAS: { readonly [name: string]: JsonSchema } = resultJsonSchemas()
const ALL = Object.entries(SCHEMAS)

describe('docs/results is what the program knows; else run `npm run build` and `node scripts/write-schema.js`', () => {
  test.each(ALL)('%s.schema.json', (name, schema) => {
    expect(read(`${name}.schema.json`)).toBe(`${JSON.stringify(schema, null, 2)}\n`)
  })

  test('there is a schema for each result, and no other', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
    expect(files).toEqual(ALL.map(([name]) => `${name}.schema.json`).sort())
  })

  test('json.md', () => {
    expect(read('json.md')).toBe(resultPage(SCHEMAS))
  })
})

describe.each(ALL)('the schema of %s', (name, schema) => {
  const members = membersOf(schema)
  const said = ({ description, $ref = '' }: JsonSchema) =>
    description ?? schema.$defs?.[$ref.replace('#/$defs/', '')]?.description

  test('says of every member what it is', () => {
    expect(members.length).toBeGreaterThan(5)
    expect(members.filter((member) => !said(member.schema)).map(({ path }) => path)).toEqual([])
    const parts = Object.entries({ [name]: schema, ...schema.$defs })
    expect(parts.filter(([, { description }]) => !description).map(([part]) => part)).toEqual([])
  })

  test('says of every member that may be missing when it is left out', () => {
    const words: readonly string[] = Object.values(HOUSEHOLD)
    const silent = members.filter(
      ({ schema: member, isRequired, path }) =>
        !isRequired && !words.includes(path.split('.').at(-1) ?? '') && !said(member)?.includes('left out'),
    )
    expect(silent.map(({ path }) => path)).toEqual([])
  })

  test('forbids no member, so that new ones may come', () => {
    expect(JSON.stringify(schema)).not.toContain('"additionalProperties":false')
  })
})

describe('a golden result', () => {
  const goldens = ['report/assess', 'report/explain', 'report/test', 'cli/validate', 'cli/diff'].flatMap(
    (place) =>
      readdirSync(join(ROOT, 'tests', place, 'golden'))
        .filter((name) => name.endsWith('.json'))
        .map((name) => [`${place}/golden/${name}`] as const),
  )
  const golden = (path: string) =>
    readFileSync(join(ROOT, 'tests', path), 'utf8').replaceAll('"hash":"…"', `"hash":"${'0'.repeat(64)}"`)

  test.each(goldens)('%s is described', (path) => {
    expect(undescribed(golden(path))).toEqual([])
  })

  test('with a member that nobody described is told, at any depth', () => {
    const text = golden('report/assess/golden/assess.json')
    const more = (before: string) => undescribed(text.replace(before, `${before}"more":1,`))
    expect(more('"tpa":"0.0.0",')).toEqual([expect.stringMatching(/^tpa\/assess: .*"more"/)])
    expect(more('"pack":{')).toEqual([expect.stringMatching(/assess\.pack: .*"more"/)])
    expect(more('"because":[{')).toEqual([expect.stringMatching(/because\.0: .*"more"/)])
  })

  test('with such a member is as the published schema says', () => {
    const reader = z.fromJSONSchema(SCHEMAS.assess as z.core.JSONSchema.JSONSchema)
    const text = golden('report/assess/golden/assess.json')
    for (const before of ['{', '"pack":{', '"because":[{'])
      expect(reader.safeParse(JSON.parse(text.replace(before, `${before}"more":1,`))).success).toBe(true)
    for (const [before, after] of [
      ['"decision":"register"', '"decision":1'],
      ['"ledger":', '"ledgers":'],
      ['"verdict":"met"', '"verdict":"maybe"'],
    ] as const)
      expect(reader.safeParse(JSON.parse(text.replace(before, after))).success).toBe(false)
  })
})

test('the schemas are those of the commands that write JSON', () => {
  const forms = Object.values(SCHEMAS).flatMap(({ properties }) => properties?.schema?.const ?? [])
  const written = filesUnder(join(ROOT, 'src', 'report')).flatMap(
    (text) => text.match(/(?<=_SCHEMA = ')[^']+/g) ?? [],
  )
  expect([...new Set(forms)].sort()).toEqual(written.sort())
  expect(Object.keys(RESULT_SCHEMAS)).toEqual(Object.keys(SCHEMAS))
})

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
