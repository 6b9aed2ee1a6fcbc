import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { ndjsonSchema } from '../../src/report/schemas/assess.js'
import { HOUSEHOLD } from '../../src/report/schemas/parts.js'
import { resultJsonSchemas } from '../../src/report/schemas/published.js'
import { issuesOf, nameOf, undescribed } from './described.js'
import { RESULT_RUNS, type ResultRun, SURVEYS } from './result-runs.js'
import { scratch } from './run.js'
import { type JsonSchema, membersOf, visitMembers } from './schema-members.js'

const PUBLISHED = new Map<string, JsonSchema>(Object.entries(resultJsonSchemas()))
/** What a program that knows nothing but the published schema takes for a result. */
const READERS = new Map(
  [...PUBLISHED].map(([name, schema]) => [name, z.fromJSONSchema(schema as z.core.JSONSchema.JSONSchema)]),
)
const seen = new Set<JsonSchema>()

/** What is wrong with a result by its published schema. */
function faultsOf(name: string, result: unknown): string[] {
  const [schema, reader] = [PUBLISHED.get(name), READERS.get(name)]
  if (schema === undefined || reader === undefined) throw new Error(`no schema ${name}`)
  visitMembers(schema, result, (member) => seen.add(member))
  const { error } = reader.safeParse(result)
  return error === undefined ? [] : issuesOf(error, name)
}

beforeAll(() => {
  vi.stubEnv('CI', '')
})
afterAll(() => {
  vi.unstubAllEnvs()
})

async function resultOf({ before = [], args, writes, files }: ResultRun): Promise<string> {
  const { here, read } = scratch(files)
  for (const each of before) await here(each)
  const { out, err } = await here([...args, '-f', 'json'])
  if (out === '') throw new Error(err)
  return writes === undefined ? out : read(writes)
}

describe('a result in JSON is as its schema says, with no member more and none less', () => {
  test.each(RESULT_RUNS.map((run) => [run.args.join(' '), run] as const))('tpa %s', async (_, run) => {
    const text = await resultOf(run)
    const result = JSON.parse(text)
    expect(undescribed(text)).toEqual([])
    expect(faultsOf(nameOf(result), result)).toEqual([])
  })

  test.each(SURVEYS)('each line of NDJSON, with $keep', async ({ args, files, keep }) => {
    const { out } = await scratch(files).here([...args, '--keep', keep.join(','), '-f', 'ndjson'])
    const lines = out.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) {
      const record = JSON.parse(line)
      const { error } = ndjsonSchema(HOUSEHOLD, keep).safeParse(record)
      expect(error === undefined ? [] : issuesOf(error, 'record')).toEqual([])
      expect(faultsOf('assess-record', record)).toEqual([])
      expect(record).toMatchObject(Object.fromEntries(keep.map((header) => [header, expect.any(String)])))
    }
  })

  test('no schema names a member that no result has', () => {
    const members = [...PUBLISHED].flatMap(([name, schema]) =>
      membersOf(schema).map(({ path, schema: member, isShared }) => ({
        key: isShared ? path : `${name}: ${path}`,
        member,
      })),
    )
    const met = new Set(members.flatMap(({ key, member }) => (seen.has(member) ? [key] : [])))
    expect(members.flatMap(({ key }) => (met.has(key) ? [] : [key]))).toEqual([])
  })
})
