import { describe, expect, test } from 'vitest'
import { makeSource } from '../../../src/base/source.js'
import { readJson } from '../../../src/base/tree/json.js'
import { jsonText } from '../../../src/base/tree/json-text.js'
import { entryOf, type TreeMapping } from '../../../src/base/tree/tree.js'
import { assessRecord } from '../../../src/engine/assess.js'
import { caseId } from '../../../src/engine/case-id.js'
import { findingsOf } from '../../../src/engine/explain/findings.js'
import type { Pack } from '../../../src/lang/pack.js'
import type { CaseRecord } from '../../../src/lang/record.js'
import { recordJson } from '../../../src/report/assess/record-json.js'
import type { AssessedCase } from '../../../src/report/assess/report.js'
import { differencesFrom, treeText } from '../../../src/report/explain/recomputation.js'
import { readStored } from '../../../src/report/explain/stored-record.js'
import { NOTHING, smallPack, smallRecord } from '../../engine/small.js'
import { caseOf, HOUSEHOLDS, type Household, PACK } from '../assess/sample.js'

/** Households without a personal value, whose mark stands for it in what is stored. */
const OPEN = HOUSEHOLDS.map((household): Household => {
  const { head: _, ...answers } = household.answers
  return { ...household, answers }
})

function parse(text: string): TreeMapping {
  const reading = readJson(makeSource('stored.json', text))
  const tree = 'documents' in reading ? reading.documents[0] : undefined
  if (tree?.kind !== 'mapping') throw new Error('no object')
  return tree
}

function again(stored: TreeMapping, pack = PACK): AssessedCase {
  const reading = readStored(pack, stored)
  if ('unreadable' in reading) throw new Error(reading.unreadable)
  return judged(pack, reading.record, reading.asOf)
}

function judged(pack: Pack, record: CaseRecord, asOf: string | null): AssessedCase {
  const assessment = assessRecord(pack, record, { asOf })
  return {
    assessment,
    kept: [],
    findings: () => findingsOf(pack, assessment),
    id: () => caseId(pack, assessment.record, assessment.asOf),
  }
}

const TAKEN = {
  wages: { type: 'money', unit: 'CNY', min: 0 },
  gifts: { type: 'money', unit: 'CNY', min: 0 },
  checks: [
    {
      id: 'generous',
      when: 'gifts > wages',
      gap: 'gifts',
      severity: 'warning',
      message: 'more gifts than wages',
    },
  ],
}

const storedText = (household: Household) => jsonText(recordJson(PACK, caseOf(household)))

const differencesOf = (text: string) => {
  const stored = parse(text)
  return differencesFrom(PACK, stored, again(stored)).map(({ member }) => member)
}

describe('a stored record', () => {
  test.each(OPEN.map((household) => [household.id, household] as const))(
    '%s comes to the same from its own facts',
    (_, household) => {
      expect(differencesOf(storedText(household))).toEqual([])
    },
  )

  test('holds what a check took away as it was read, and comes to the same', () => {
    const { checks, wages, gifts } = TAKEN
    const pack = smallPack({
      as_of: '2020-12-31',
      facts: { wages, gifts },
      criteria: { paid: 'wages > gifts' },
      checks,
    })
    const first = judged(pack, smallRecord(pack, { wages: 3, gifts: 5 }), null)
    expect(first.assessment.needs).toEqual(['gifts'])
    const stored = parse(jsonText(recordJson(pack, first)))
    expect(treeText(entryOf(stored, 'facts')?.value)).toContain('"wages":3,"gifts":5')
    expect(treeText(entryOf(stored, 'suspects')?.value)).toBe(
      '[{"fact":"gifts","check":"generous","message":"more gifts than wages"}]',
    )
    expect(differencesFrom(pack, stored, again(stored, pack))).toEqual([])
  })

  test.each([
    ['no size is given', {}, '{"min":1,"max":3}', ['size', 'members[2].ok', 'members[3].ok']],
    ['the size counts one of them', { size: 2 }, '2', ['members[2].ok']],
    ['the size counts none of them', { size: 1 }, '1', []],
    ['the size cannot be', { size: 7 }, '{"min":1,"max":3}', ['members[2].ok', 'members[3].ok']],
  ] as const)('holds rows that may be nobody, and comes to the same: %s', (_, cells, count, needs) => {
    const pack = smallPack({
      as_of: '2020-12-31',
      size: 'size',
      facts: { size: { type: 'count', unit: 'person', min: 1 } },
      member: { ok: { type: 'yes_no' } },
      criteria: { all_ok: 'every m in members satisfies m.ok' },
    })
    const first = judged(pack, smallRecord(pack, cells, [{ ok: true }, NOTHING, NOTHING]), null)
    expect(first.assessment.needs).toEqual(needs)
    const stored = parse(jsonText(recordJson(pack, first)))
    expect(treeText(entryOf(stored, 'maybe_members')?.value)).toBe(
      `{"count":${count},"rows":[{"ok":{"gap":"blank"}},{"ok":{"gap":"blank"}}]}`,
    )
    expect(treeText(entryOf(stored, 'facts')?.value)).toContain('"members":[{"ok":true}]')
    expect(differencesFrom(pack, stored, again(stored, pack))).toEqual([])
    const sure = judged(pack, smallRecord(pack, cells, [{ ok: true }]), null)
    expect(sure.id()).not.toBe(first.id())
    expect(jsonText(recordJson(pack, sure))).not.toContain('maybe_members')
  })

  test('comes to the same where a header was another name than the fact has', () => {
    const pack = smallPack({
      as_of: '2020-12-31',
      facts: { dry: { type: 'yes_no' } },
      criteria: { dry: 'dry' },
    })
    const record = { ...smallRecord(pack, {}), headers: new Map([['dry', 'Is it dry?']]) }
    const stored = parse(jsonText(recordJson(pack, judged(pack, record, null))))
    expect(treeText(entryOf(stored, 'findings')?.value)).toContain('Is it dry?')
    expect(differencesFrom(pack, stored, again(stored, pack))).toEqual([])
  })

  test('keeps numbers that a JavaScript number would change', () => {
    const [sound] = OPEN
    if (sound === undefined) throw new Error('no sample')
    const exact = {
      ...sound,
      answers: { ...sound.answers, wage: '#123456.000000001', net_income: { gap: 'blank' } },
    } as const
    expect(differencesOf(storedText(exact))).toEqual([])
  })

  test('is the same where another program has written its numbers in another way', () => {
    const text = storedText(OPEN[0] as Household)
      .replace('"wage":9000,', '"wage":9000.00,')
      .replace('9000.01', '9000.010')
    expect(differencesOf(text)).toEqual([])
  })

  test.each([
    ['"decision":"not_eligible"', '"decision":"exit"', ['decision']],
    ['"criterion":"water","verdict":"met"', '"criterion":"water","verdict":"unknown"', ['verdict of water']],
    ['"net_income":9000.01', '"net_income":9000.02', ['outputs.net_income']],
    [
      '"minutes":20,',
      '"minutes":20.1,',
      ['decision', 'reasons', 'id', 'verdict of water', 'findings.water.because', 'findings.water.message'],
    ],
    ['"observed":20,', '"observed":19,', ['findings.water.because']],
    ['"as_of_from":"record"', '"as_of_from":"pack"', ['as_of_from']],
    ['"as_of":"2020-08-19"', '"as_of":"2020-08-20"', ['as_of']],
  ])('of which %s became %s differs', (before, after, members) => {
    const text = storedText(OPEN[0] as Household)
    expect(text).toContain(before)
    expect(differencesOf(text.replace(before, after))).toEqual(members)
  })

  test.each([
    ['"minutes":20,', '"minutes":"twenty",', 'facts.minutes'],
    ['"status":"none"', '"status":"other"', 'facts.status'],
    ['"light":true', '"light":{"gap":"lost"}', 'facts.light'],
    ['{"age":9,', '{"age":true,', 'facts.members[1].age'],
    ['"household_id":"A-1","decision"', '"decision"', 'household_id'],
    ['"facts":', '"fact":', 'facts'],
  ])('of which %s became %s does not read', (before, after, unreadable) => {
    const text = storedText(OPEN[0] as Household)
    expect(text).toContain(before)
    expect(readStored(PACK, parse(text.replace(before, after)))).toEqual({ unreadable })
  })

  test('names facts that the pack does not declare', () => {
    const text = storedText(OPEN[0] as Household).replace('"minutes":20,', '"minutes":20,"hours":1,')
    expect(readStored(PACK, parse(text))).toMatchObject({ undeclared: ['hours'] })
  })
})
