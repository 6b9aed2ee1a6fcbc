import { describe, expect, test } from 'vitest'
import { digits } from '../../../src/base/decimal.js'
import { groupingFacts } from '../../../src/report/assess/groups.js'
import { HOUSEHOLDS, PACK, school, summaryOf } from './sample.js'

const [SOUND] = HOUSEHOLDS
if (SOUND === undefined) throw new Error('no sample')
const sound = SOUND

describe('the summary of a run', () => {
  const summary = summaryOf(HOUSEHOLDS)

  test('counts every decision of the pack and verify, zeros included, in pack order', () => {
    const counts = [...summary.decisions].map(([name, { records, persons }]) => [
      name,
      records,
      digits(persons),
    ])
    expect(counts).toEqual([
      ['register', 2, '2'],
      ['not_eligible', 1, '2'],
      ['exit', 0, '0'],
      ['retain', 0, '0'],
      ['verify', 4, '8'],
    ])
    expect(summary.assessed).toBe(HOUSEHOLDS.length)
  })

  test('leaves households of unknown size out of the persons and counts them', () => {
    expect([digits(summary.persons), summary.personsUnknown]).toEqual(['12', 1])
  })

  test('drops the rows of members from the commonest gap, which is null where nothing is open', () => {
    const open = { ...sound, members: school({ gap: 'blank' }, true) }
    const { criteria } = summaryOf([open, { ...open, members: school(true, { gap: 'refused' }) }])
    expect(criteria.get('school')?.commonestGap).toBe('members.in_school')
    expect(criteria.get('water')?.commonestGap).toBe(null)
  })

  test('takes the first by code unit where two gaps are equally common', () => {
    const open = { ...sound.answers, wage: { gap: 'blank' }, grants: { gap: 'refused' } } as const
    expect(summaryOf([{ ...sound, answers: open }]).criteria.get('income')?.commonestGap).toBe('grants')
  })

  test('counts a gap once a household, however many members have it', () => {
    const { members: _, ...rosterless } = sound
    const open = { ...sound, members: school({ gap: 'blank' }, { gap: 'blank' }) }
    const { criteria } = summaryOf([open, rosterless, { ...rosterless, id: 'Y' }])
    expect(criteria.get('school')?.commonestGap).toBe('members')
  })

  test('counts checks of severity error', () => {
    expect(summary.failedChecks).toBe(1)
  })

  test('keeps the rows of a small file that --only lets through, and none of a large one', () => {
    const only = new Set(['verify'])
    expect(summaryOf(HOUSEHOLDS, { only }).rows?.map(({ decision }) => decision)).toEqual(
      Array(4).fill('verify'),
    )
    const many = [...Array(41).keys()].map((n) => ({ ...sound, id: `M-${n}` }))
    expect(summaryOf(many.slice(1)).rows).toHaveLength(40)
    expect(summaryOf(many).rows).toBe(null)
  })
})

describe('held rows', () => {
  test('agree where all of one id say the same', () => {
    const { held } = summaryOf([], {}, [
      ['A', 'x'],
      ['B', 'x'],
      ['A', 'x'],
      ['B', 'y'],
      ['B', 'x'],
    ])
    expect(held.map(({ id, agrees, places }) => [id, agrees, places.flatMap(({ lines }) => lines)])).toEqual([
      ['A', true, [100, 102]],
      ['B', false, [101, 103, 104]],
    ])
  })

  test('are remembered for the first ids only, where no report lists them all', () => {
    const rows = [...Array(30).keys()].map((n) => [`H-${n % 15}`, 'x'] as const)
    const { held } = summaryOf([], { allHeld: false }, rows)
    expect(held).toHaveLength(10)
    expect(held[0]?.count).toBe(2)
  })
})

describe('groups', () => {
  test('stand by code unit, gaps last', () => {
    const { by } = summaryOf(HOUSEHOLDS, { by: 'village' })
    expect(by?.groups.map(({ value, gap, assessed }) => [value, gap, assessed])).toEqual([
      ['万山区/Danyang', null, 5],
      ['万山区/牙溪村', null, 1],
      [null, 'blank', 1],
    ])
  })

  test('of a code stand in the order of the pack', () => {
    const { by } = summaryOf(HOUSEHOLDS, { by: 'status' })
    expect(by?.groups.map(({ value, gap }) => value ?? gap)).toEqual(['none', 'registered', 'dont_know'])
  })

  test('are made by places and codes, never by personal facts', () => {
    expect(groupingFacts(PACK)).toEqual(['county', 'village', 'status'])
  })
})
