import { describe, expect, it } from 'vitest'
import { factsText, readText, recordsOf } from './read.js'

describe('a plain CSV', () => {
  it('becomes records', async () => {
    const reading = await readText('a.csv', '\uFEFF户编号,人数,Wage Income\r\nH1,3,"4000.50"\r\n')
    expect(recordsOf(reading).map(factsText)).toMatchObject([
      {
        household_id: 'H1',
        household_size: '3',
        wage_income: '4000.5',
        risk: 'no (assumed)',
        village: 'gap absent',
      },
    ])
  })
})
