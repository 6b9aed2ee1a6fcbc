import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { programmeJsonSchema } from '../../../src/programme/policy/published-schema.js'
import type { JsonSchema } from '../../cli/schema-members.js'

const SCHEMA = programmeJsonSchema() as JsonSchema
const FILES = readdirSync('rules')
  .map((pack) => `rules/${pack}/programme.yaml`)
  .filter((file) => existsSync(file))

test('docs/programme.schema.json is what the program knows; else run `npm run build` and `node scripts/write-schema.js`', () => {
  const written = readFileSync('docs/programme.schema.json', 'utf8')
  expect(written).toBe(`${JSON.stringify(SCHEMA, null, 2)}\n`)
})

test.each(FILES)('%s names the schema, and keeps to it', (file) => {
  const text = readFileSync(file, 'utf8')
  expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../docs/programme.schema.json')
  const reader = z.fromJSONSchema(SCHEMA as z.core.JSONSchema.JSONSchema)
  expect(reader.safeParse(parse(text)).error?.issues ?? []).toEqual([])
  expect(reader.safeParse({ ...parse(text), bocks: [] }).success).toBe(false)
})

test('every key has a word for an editor, at any depth', () => {
  const keys = keysOf(SCHEMA, '')
  expect(keys.length).toBeGreaterThan(100)
  expect(keys.filter(({ schema }) => !schema.description).map(({ path }) => path)).toEqual([])
})

interface Key {
  readonly path: string
  readonly schema: JsonSchema
}

function keysOf(schema: JsonSchema, path: string): Key[] {
  const { properties = {}, items, additionalProperties, anyOf = [] } = schema
  return [
    ...Object.entries(properties).flatMap(([key, own]) => [
      { path: `${path}.${key}`, schema: own },
      ...keysOf(own, `${path}.${key}`),
    ]),
    ...(typeof items === 'object' ? keysOf(items, `${path}[]`) : []),
    ...(typeof additionalProperties === 'object' ? keysOf(additionalProperties, `${path}.*`) : []),
    ...anyOf.flatMap((each) => keysOf(each, path)),
  ]
}
