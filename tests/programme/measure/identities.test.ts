import { describe, expect, test } from 'vitest'
import { createIdentities } from '../../../src/programme/measure/identities.js'
import { households, scratch } from '../../cli/run.js'
import { figuresOfRecords, judgedBy, recordsOf } from './measured.js'

describe('groups add up to the whole', async () => {
  const judged = await judgedBy('rules/cn-2020')

  test.each([
    ['the size of one household of one group is unknown', ['', '2', '3']],
    ['sizes are unknown in every group', ['', '', '']],
    ['a size is a range', ['2..4', '2', '3']],
    ['every size is known', ['1', '2', '3']],
  ])('where %s', async (_, sizes) => {
    const { folder } = scratch({
      'a.csv': households(
        ...sizes.map((size, at) => ({
          household_id: `H-${at}`,
          village: `V-${at % 2}`,
          household_size: size,
          insured_members: '1',
        })),
      ),
    })
    const records = await recordsOf(judged, [`${folder}/a.csv`])
    const figures = figuresOfRecords(judged, records, [['village'], ['registration_status']])
    expect(new Set(figures.map(({ by }) => by))).toEqual(new Set(['', 'village', 'registration_status']))

    const without = figures.filter(({ group }) => !group.endsWith('V-1'))
    const identities = createIdentities()
    for (const group of ['', 'V-0'])
      identities.add(
        without.filter(
          (each) =>
            each.by !== 'registration_status' &&
            each.group.endsWith(group) &&
            (group !== '' || each.by === ''),
        ),
      )
    expect(() => identities.check()).toThrow('do not add up')
  })
})
