import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { suiteJsonSchema } from '../../src/testing/cases/suite-schema.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PACKS = readdirSync(join(ROOT, 'rules'))

describe('the schema of cases that editors read', () => {
  test('docs/suite.schema.json is what the program knows; else run `node scripts/write-schema.js`', () => {
    const written = readFileSync(join(ROOT, 'docs', 'suite.schema.json'), 'utf8')
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(suiteJsonSchema())))
  })

  test('is named by every file of cases, beside that of packs', () => {
    const files = PACKS.flatMap((pack) =>
      [
        ['pack.yaml', '../../docs/pack.schema.json'] as const,
        ...readdirSync(join(ROOT, 'rules', pack, 'tests')).map(
          (name) => [join('tests', name), '../../../docs/suite.schema.json'] as const,
        ),
      ].map(([name, schema]) => ({ file: join(pack, name), schema })),
    )
    expect(files.length).toBeGreaterThan(2 * PACKS.length)
    for (const { file, schema } of files) {
      const [first] = readFileSync(join(ROOT, 'rules', file), 'utf8').split('\n')
      expect(`${file}: ${first}`).toBe(`${file}: # yaml-language-server: $schema=${schema}`)
    }
  })
})
