import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { type Case, chanceOf } from '../../fuzz/case.js'
import { ROOT } from '../../fuzz/classes/bases.js'
import { CLASS_NAMES, CLASSES } from '../../fuzz/classes/classes.js'
import { judgeCase } from '../../fuzz/judge/judge-case.js'
import { programOf } from '../../fuzz/judge/run-program.js'
import { jsonText, treeOf, yamlText } from '../../fuzz/mutate/tree.js'
import { scratch } from '../cli/run.js'

const cases = (name: (typeof CLASS_NAMES)[number], seed: number, count: number): Case[] =>
  Array.from({ length: count }, (_, number) => CLASSES[name](chanceOf(name, seed, number)))

/** `npm run fuzz` judges thousands. */
const JUDGED = 6

const before = process.cwd()
afterAll(() => process.chdir(before))

describe.each(CLASS_NAMES)('inputs of %s', (name) => {
  const ofSeed = cases(name, 1, 20)

  test('are the same for the same seed, and others for another', () => {
    expect(cases(name, 1, 5)).toEqual(ofSeed.slice(0, 5))
    expect(cases(name, 2, 5)).not.toEqual(ofSeed.slice(0, 5))
  })

  test('differ among themselves', () => {
    const texts = ofSeed.map(({ files, runs }) => JSON.stringify([files, runs]))
    expect(new Set(texts).size).toBeGreaterThan(15)
  })

  test('mostly come past loading, and break nothing', async () => {
    const { folder } = scratch()
    const program = await programOf(join(ROOT, '.'))
    const judged = []
    for (const input of ofSeed.slice(0, JUDGED))
      judged.push(await judgeCase(join(folder, 'case'), input, program, new Set()))
    process.chdir(before)
    expect(judged.flatMap(({ found }) => found)).toEqual([])
    expect(judged.filter(({ reached }) => reached === 'decided').length).toBeGreaterThan(1)
  })
})

test('a tree is the same in YAML as in JSON', () => {
  const data = {
    a: [1, { b: 'yes', c: ['x'.repeat(120), []] }, [['y'.repeat(120)]]],
    'odd: key': null,
    d: {},
    e: 'a\nb',
    f: '::x',
  }
  expect(parseDocument(yamlText(treeOf(data))).toJS()).toEqual(data)
  expect(JSON.parse(jsonText(treeOf(data)))).toEqual(data)
})
