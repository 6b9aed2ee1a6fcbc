import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DIAGNOSTIC_CODES } from '../../../src/base/codes.js'
import { runCase } from '../../../src/testing/cases/run-case.js'
import { suiteJsonSchema } from '../../../src/testing/cases/suite-schema.js'
import { casesOf, examplePack, suitesOf } from '../../testing/example-pack.js'
import { PROGRAM, scratch } from '../run.js'

const PATH = fileURLToPath(new URL('../../../docs/test-cases.md', import.meta.url))
const DOCUMENT = readFileSync(PATH, 'utf8')

/** The fenced blocks of the document of one kind, each with the name behind the kind. */
const blocks = (kind: string) =>
  [...DOCUMENT.matchAll(new RegExp(`^\`\`\`${kind}(?: (\\S+))?\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, name = '', text = '']) => ({ name, text }),
  )
const [{ text: PACK } = { text: '' }] = blocks('yaml pack')
const PASSING = Object.fromEntries(blocks('yaml cases').map(({ name, text }) => [name, text]))
const FAILING = Object.fromEntries(blocks('yaml failing').map(({ name, text }) => [name, text]))

describe('docs/test-cases.md', () => {
  it('has no block of YAML that nothing runs', () => {
    const yaml = DOCUMENT.match(/^```ya?ml/gm) ?? []
    expect(yaml).toHaveLength(1 + Object.keys(PASSING).length + Object.keys(FAILING).length)
    expect(Object.keys(PASSING).length).toBeGreaterThan(4)
  })

  it('shows cases that pass', async () => {
    const results = (await casesOf(PASSING, examplePack(PACK))).map((each) => runCase(each))
    expect(results.length).toBeGreaterThan(20)
    expect(results.flatMap((each) => each.mismatches.map((mismatch) => [each.case.name, mismatch]))).toEqual(
      [],
    )
  })

  it('shows a case that fails', async () => {
    const results = (await casesOf(FAILING, examplePack(PACK))).map((each) => runCase(each))
    expect(results.map(({ mismatches }) => mismatches.length > 0)).toEqual([true, false])
  })

  const refused = [...DOCUMENT.matchAll(/^\| `([^`]+)` \| `([a-z-]+)`/gm)]
    .map(([, text = '', code = '']) => ({ text, code }))
    .filter(({ code }) => code in DIAGNOSTIC_CODES)
  it('shows what is refused', () => expect(refused.length).toBeGreaterThan(8))
  it.each(refused)('$text is refused as $code', async ({ text, code }) => {
    const reading = await suitesOf({ 'a.yaml': text }, examplePack(PACK))
    expect('faults' in reading ? [...new Set(reading.faults.map((fault) => fault.code))] : []).toEqual([code])
  })

  it('names every key of a file of cases', () => {
    const keys = keysOf(suiteJsonSchema())
    expect(keys.length).toBeGreaterThan(20)
    const written = new Set(
      [...DOCUMENT.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => code.match(/[a-z_]+/g) ?? []),
    )
    expect(keys.filter((key) => !written.has(key))).toEqual([])
  })

  if (process.env.TPA_UPDATE === '1') {
    it('is written anew', () => {
      const written = DOCUMENT.replaceAll(
        /^```console (\S+)\n\$ (.+)\n[\s\S]*?```$/gm,
        (_, name: string, command: string) =>
          `\`\`\`console ${name}\n$ ${command}\n${printed(name, command)}\`\`\``,
      )
      writeFileSync(PATH, written)
    })
    return
  }

  it.each(blocks('console'))('shows what its commands print about $name', ({ name, text }) => {
    const [, command = '', output = ''] = /^\$ (.+)\n([\s\S]*)$/.exec(text) ?? []
    expect(output).not.toBe('')
    expect(printed(name, command)).toBe(output)
  })
})

/** What a person at a terminal of 80 columns sees of a command where the pack has this one file of cases. */
function printed(name: string, command: string): string {
  const { folder: cwd } = scratch({
    'rules/mine/pack.yaml': PACK,
    [`rules/mine/tests/${name}`]: PASSING[name] ?? FAILING[name] ?? '',
  })
  const line = command.replace(/^npx tpa\b/, `"${process.execPath}" "${PROGRAM}"`)
  const env = { PATH: process.env.PATH ?? '', TMPDIR: tmpdir() }
  return execFileSync('bash', ['-c', `${line}; true`], {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Every key that some mapping of a JSON Schema declares. */
function keysOf(schema: object): string[] {
  const { properties = {}, ...rest } = schema as { properties?: object }
  const parts = [...Object.values(properties), ...Object.values(rest)]
  const inParts = parts.filter((part) => typeof part === 'object' && part !== null).flatMap(keysOf)
  return [...new Set([...Object.keys(properties), ...inParts])]
}
