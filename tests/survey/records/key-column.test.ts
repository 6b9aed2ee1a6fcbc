import { describe, expect, it } from 'vitest'
import { faultsOfText, readText, recordsOf } from '../read.js'

const idsOf = async (text: string) => {
  const reading = await readText('a.csv', text)
  return {
    ids: recordsOf(reading).map(({ id }) => id),
    told: reading.diagnostics.flatMap(({ code, at }) =>
      code === 'key-by-name' ? [at !== null && 'field' in at ? at.field : null] : [],
    ),
  }
}

describe('a file without a column of the pack’s name for the id', () => {
  it.each(['hhid', 'HH ID', 'hh_no', '户编码', 'caseid', 'g1/unique_id'])(
    'reads %s as the id',
    async (header) => {
      const { ids, told } = await idsOf(`${header},household_size\nu1,3\nu2,1\n`)
      expect(ids).toEqual(['u1', 'u2'])
      expect(told).toEqual([header])
    },
  )

  it('holds rows that share a value of it', async () => {
    const reading = await readText('a.csv', 'hhid,household_size\nu1,3\nu1,1\nu2,1\nu3,1\n')
    expect(reading.ledger).toMatchObject({ read: 4, assessed: 2, duplicates: 2 })
  })

  it('takes the better of two names', async () => {
    expect((await idsOf('caseid,hhid,household_size\nc1,h1,3\n')).ids).toEqual(['h1'])
  })

  it.each([
    'hhid,hh_no,household_size\na,b,3\n',
    'hhid,hhid,household_size\na,b,3\n',
    'nr,household_size\n1,3\n',
  ])('stops where nothing says which column it is: %j', async (text) => {
    const [fault] = await faultsOfText('a.csv', text)
    expect(fault).toMatchObject({ code: 'no-id', message: 'there is no column `household_id`' })
    expect(fault?.help).not.toContain('household_size')
  })
})

it('a file with the pack’s own name for the id is read by that', async () => {
  const { ids, told } = await idsOf('hhid,household_id,household_size\nu1,3,3\n')
  expect([ids, told]).toEqual([['3'], []])
})
