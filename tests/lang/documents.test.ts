import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DIAGNOSTIC_CODES } from '../../src/base/codes.js'
import { packJsonSchema } from '../../src/lang/shape/published-schema.js'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

describe('docs/diagnostics.md', () => {
  const rows = [...read('docs/diagnostics.md').matchAll(/^\| `([a-z0-9-]+)` \| (.+?) \| (.+?) \|$/gm)]

  it('has every code of the program once, and no other', () => {
    expect(rows.map(([, code]) => code).sort()).toEqual(Object.keys(DIAGNOSTIC_CODES).sort())
  })
  it('says of every code what it means and what to do', () => {
    expect(rows.filter(([, , means = '', todo = '']) => means.length < 10 || todo.length < 3)).toEqual([])
  })
})

describe('docs/pack.schema.json', () => {
  it('is what the program writes: `npm run build && node scripts/write-schema.js` renews it', () => {
    expect(JSON.parse(read('docs/pack.schema.json'))).toEqual(JSON.parse(JSON.stringify(packJsonSchema())))
  })
  it('has a word for an editor on every key of the pack', () => {
    const { properties = {} }: { properties?: Record<string, { description?: string }> } = packJsonSchema()
    const silent = Object.entries(properties).filter(([, { description }]) => description === undefined)
    expect(silent.map(([key]) => key)).toEqual([])
  })
})

describe('every code with which a pack can be refused', () => {
  const sources = ['src/lang', 'src/engine'].flatMap((folder) =>
    readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter(
        (file) => file.endsWith('.ts') && (folder === 'src/lang' || /^(?:load-pack|constants)/.test(file)),
      )
      .map((file) => read(`${folder}/${file}`)),
  )
  const told = /(?:\bfault|\brefuse|\breport)\(\s*(?:resolving,\s*)?'([a-z0-9-]+)'|\bcode: '([a-z0-9-]+)'/g
  const used = new Set(sources.flatMap((text) => [...text.matchAll(told)].map(([, a, b]) => a ?? b ?? '')))

  it('is provoked by a case of this folder', () => {
    const cases = readdirSync(new URL('.', import.meta.url), { encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => read(`tests/lang/${file}`))
      .join('\n')
    expect(used.size).toBeGreaterThan(15)
    const missing = [...used].filter((code) => !new RegExp(`['"\`^/]${code} «|code: '${code}'`).test(cases))
    expect(missing).toEqual([])
  })
})
