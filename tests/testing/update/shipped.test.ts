import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadPackText } from '../../../src/engine/load-pack.js'
import { runCase } from '../../../src/testing/cases/run-case.js'
import { readSuites } from '../../../src/testing/cases/suite.js'
import { updateSuites } from '../../../src/testing/update/update.js'

const RULES = fileURLToPath(new URL('../../../rules', import.meta.url))
const read = (file: string) => readFileSync(`${RULES}/${file}`, 'utf8')

/** A file of cases without what they expect. */
function withoutExpectations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutExpectations)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      key === 'expect' ? [] : [[key, withoutExpectations(each)]],
    ),
  )
}

const commentsOf = (text: string) => text.match(/(?:^|\s)#.*$/gm) ?? []

describe('the cases of a pack that comes with tpa, after a change of it', () => {
  test.each([
    ['another line', 'cn-2020', 'value: 4000', 'value: 4100'],
    ['water further away', 'cn-2020', 'value: 20,', 'value: 10,'],
    ['another end of school', 'cn-2020', 'value: 16,', 'value: 15,'],
    ['a criterion that asks for more', 'cn-2020', 'met: food_secure', 'met: food_secure and clothing_secure'],
    ['an outcome for another', 'cn-2020', 'then: monitor', 'then: not_eligible'],
    ['another incidence', 'cn-village-exit', 'value: 0.02', 'value: 0.03'],
    ['another line of the World Bank', 'world-bank-lines', 'value: 4.20', 'value: 4.30'],
    ['another cutoff of the index', 'global-mpi', 'value: 9, ', 'value: 8, '],
  ])('%s (%s): all pass or are left with the reason, and only expectations differ', (_, id, from, to) => {
    const text = read(`${id}/pack.yaml`)
    expect(text).toContain(from)
    const loaded = loadPackText('pack.yaml', text.replace(from, to))
    if ('faults' in loaded) throw new Error(loaded.faults.map(({ message }) => message).join('; '))
    const { pack } = loaded
    const files = readdirSync(`${RULES}/${id}/tests`)
    const texts = files.map((file) => ({ file, text: read(`${id}/tests/${file}`) }))
    const reading = readSuites(pack, texts)
    const cases = 'cases' in reading ? reading.cases : []
    const results = cases.map((each) => runCase(each))
    const update = updateSuites([{ pack, texts, files, cases, results }])
    expect(update.rewritten.length).toBeGreaterThan(0)
    const after = texts.map(({ file, text: before }) => ({ file, text: update.texts.get(file) ?? before }))
    const again = readSuites(pack, after)
    const failing =
      'cases' in again ? again.cases.filter((each) => runCase(each).mismatches.length > 0) : ['none read']
    expect(failing.length).toBe(update.left.size)
    expect([...update.left.values()].filter((why) => !why.includes('not_reasons'))).toEqual([])
    for (const [index, { text: now }] of after.entries()) {
      const before = texts[index]?.text ?? ''
      expect(commentsOf(now)).toEqual(commentsOf(before))
      expect(withoutExpectations(parse(now))).toEqual(withoutExpectations(parse(before)))
    }
  })
})
