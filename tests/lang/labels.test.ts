import { afterEach, describe, expect, test } from 'vitest'
import { speak } from '../../src/base/say/say.js'
import * as labels from '../../src/lang/labels.js'
import type { Pack } from '../../src/lang/pack.js'
import { type Edits, edited, faultsOf, packOf, SMALL } from './small.js'

/** What can have labels, how it is written, and how it is asked for. */
const LABELLED: [string, Edits, (pack: Pack) => string | undefined, string][] = [
  [
    'the pack',
    ['title: A small pack\n', 'title: A small pack\nlabels: { zh: 某事 }\n'],
    labels.packTitle,
    'A small pack',
  ],
  [
    'the record',
    ['record: { name: household,', 'record: { name: household, labels: { zh: 某事 },'],
    labels.recordName,
    'household',
  ],
  [
    'the record in the plural',
    ['record: { name: household,', 'record: { name: household, labels: { zh: 某事 },'],
    labels.recordNames,
    'households',
  ],
  [
    'a source',
    ['title: The paper,', 'title: The paper, labels: { zh: 某事 },'],
    (pack) => labels.sourceTitle(pack, 'paper'),
    'The paper',
  ],
  [
    'a pillar',
    ['water: Water', 'water: { title: Water, labels: { zh: 某事 } }'],
    (pack) => labels.pillarTitle(pack, 'water', pack.pillars.get('water') ?? ''),
    'Water',
  ],
  [
    'a parameter',
    ['title: Poverty line\n', 'title: Poverty line\n    labels: { zh: 某事 }\n'],
    (pack) => labels.parameterTitle(pack, 'poverty_line'),
    'Poverty line',
  ],
  [
    'a criterion',
    ['title: Income reaches the line\n', 'title: Income reaches the line\n    labels: { zh: 某事 }\n'],
    (pack) => labels.criterionTitle(pack, criterionOf(pack, 'income')),
    'Income reaches the line',
  ],
  [
    'the reason of a criterion',
    ['reason: income below the line\n', 'reason: income below the line\n    reason_labels: { zh: 某事 }\n'],
    (pack) => labels.criterionReason(pack, criterionOf(pack, 'income')),
    'income below the line',
  ],
  [
    'an outcome',
    ['exit: leave', 'exit: { title: leave, labels: { zh: 某事 } }'],
    (pack) => labels.decisionTitle(pack, 'exit'),
    'leave',
  ],
  [
    'a check',
    ['message: income is not above 0', 'message: income is not above 0, labels: { zh: 某事 }'],
    (pack) => pack.checks.map((check) => labels.checkMessage(pack, check))[0],
    'income is not above 0',
  ],
]

const criterionOf = (pack: Pack, id: string) => {
  const found = pack.criteria.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no criterion ${id}`)
  return found
}

afterEach(() => speak('en'))

describe.each(LABELLED)('a label of %s', (_what, edits, read, own) => {
  test('does not change the hash of the pack', () => {
    expect(packOf(edited(edits)).hash).toBe(packOf(SMALL).hash)
  })

  test('is said in its language, and the text of the pack in others', async () => {
    const pack = packOf(edited(edits))
    expect(read(pack)).toBe(own)
    await speak('zh')
    expect(read(pack)).toBe('某事')
    expect(read(packOf(SMALL))).toBe(own)
  })
})

test('a decision is named by its id in English, and by its label in another language', async () => {
  const pack = packOf(edited(['exit: leave', 'exit: { title: leave, labels: { zh: 退出 } }']))
  expect(labels.decisionName(pack, 'exit')).toBe('exit')
  await speak('zh')
  expect(labels.decisionName(pack, 'exit')).toBe('退出')
  expect(labels.decisionName(pack, 'verify')).toBe('待人工核实')
})

test('a label of a language that is no language is refused', () => {
  const text = edited(['exit: leave', 'exit: { title: leave, labels: { chinese: 退出 } }'])
  expect(faultsOf(text).map(({ message }) => message)).toEqual([
    '`chinese` cannot be a key of `labels` of outcome `exit`',
  ])
})
