import { describe, expect, it } from 'vitest'
import { membersOf, readText, recordsOf } from '../read.js'

const told = async (records: readonly object[]) => {
  const reading = await readText('a.json', JSON.stringify(records))
  return { reading, lists: reading.diagnostics.filter(({ message }) => message.includes('is a list')) }
}

describe('a list inside records that is read as nothing', () => {
  it.each<[string, object]>([
    ['an age', { roster: [{ age: 40 }] }],
    ['paths of KoboToolbox', { 'g1/persons': [{ 'g1/persons/age': 40, 'g1/persons/sex': 'f' }] }],
    ['a relation', { 家庭成员: [{ 与户主关系: '户主', 姓名: '甲' }] }],
    ['a birth', { people: [{ date_of_birth: '2010-01-01' }] }],
  ])('is told where it says %s', async (_, list) => {
    const { lists } = await told([
      { household_id: 'H1', ...list },
      { household_id: 'H2', ...list },
    ])
    expect(lists).toMatchObject([
      { code: 'near-column', severity: 'warning', message: expect.stringContaining('in 2 records') },
    ])
  })

  it.each<[string, object]>([
    ['is of things', { crops: [{ crop: 'rice', age: 2 }] }],
    ['says nothing of persons', { visits: [{ day: '2020-01-01', result: 'ok' }] }],
    ['is plain', { languages: ['a', 'b'] }],
    ['stands beside members', { roster: [{ age: 40 }], members: [{ age: 40 }] }],
    ['is empty', { roster: [] }],
  ])('is not where it %s', async (_, list) => {
    expect((await told([{ household_id: 'H1', ...list }])).lists).toEqual([])
  })

  it('is read under the name of members, with the paths of KoboToolbox in its keys', async () => {
    const { reading } = await told([
      { household_id: 'H1', members: [{ 'members/age': 40 }, { 'members/age': 9 }] },
    ])
    const [record] = recordsOf(reading)
    expect(record && membersOf(record)).toHaveLength(2)
  })
})
