import { describe, expect, it, test } from 'vitest'
import { faultsOfText, readText } from '../../read.js'

const HEADER = 'household_id,village,household_size,wage_income,water_shortage'
const ROWS = ['A1,East,3,30000,yes', 'A2,West,2,2000,no']
const file = (...labels: readonly string[]) => `${[HEADER, ...labels, ...ROWS].join('\n')}\n`

const IMPORT = HEADER.split(',')
  .map((_, at) => `"{""ImportId"":""QID${at}""}"`)
  .join(',')

describe('label rows', () => {
  it.each([
    ['questions below names', ['Number,Which village?,How many people?,Income of the year,Enough food?'], 1],
    [
      'questions and ids of Qualtrics',
      ['Number,Village,How many people?,Income (yuan),Enough food?', IMPORT],
      2,
    ],
    ['the row of Qualtrics alone', [IMPORT], 1],
    ['answer options of SurveyMonkey', [',,Open-Ended Response,Open-Ended Answer,Response'], 1],
    ['labels of SPSS in Chinese', ['户编号,村名,家庭人口数,全年纯收入,是否不愁吃'], 1],
    ['units', [',,人,元,'], 1],
    ['units in brackets, and words that say so', ['计量单位,—,（人）,（万元/年）,'], 1],
    ['numbers of the columns', ['1,2,3,4,5'], 1],
    ['letters and numbers of the columns', ['甲,乙,1,2,3'], 1],
    ['units and numbers of the columns', [',,人,元,', 'A,B,（1）,（2）,（3）'], 2],
    ['labels and units', ['Id,Village,Size of household,Net income,Food', ',,persons,yuan a year,'], 2],
  ])('%s stop the run with the flag', async (_, labels, count) => {
    const [fault, ...others] = await faultsOfText('a.csv', file(...labels))
    expect(others).toEqual([])
    expect(fault).toMatchObject({
      code: 'label-rows',
      help: `say \`--label-rows ${count}\` if so, else \`--label-rows 0\``,
      fix: { flag: `--label-rows ${count}` },
      at: { line: 2 },
    })
  })

  it.each([
    ['a household whose size reads', ['A0,East,3,about thirty,most days']],
    ['a household with one answer that does not read', ['A0,East,,about thirty,']],
    ['a household of the village of another', ['A0,East,three,about thirty,most days']],
    ['a household that gives the same answer twice', ['A0,North,refused,refused,refused']],
    ['a household whose numbers go on by chance', ['1,2,3,4,']],
    ['a household of which a size alone is said, in words', ['A0,,人,,']],
    ['numbers that need marks', ['A0,North,,"12,5x",']],
    ['four rows of words', Array(4).fill('a,b,cc dd,ee ff,gg hh')],
  ])('%s is judged', async (_, rows) => {
    expect(await faultsOfText('a.csv', file(...rows))).toEqual([])
  })

  test('rows that are said to be labels are counted as skipped, and rows said to be records are judged', async () => {
    const labels = ['Number,Which village?,How many people?,Income of the year,Enough food?']
    const reading = { format: null, encoding: null, delimiter: null, headerRows: null, titleRows: null }
    const skipped = await readText('a.csv', file(...labels), { reading: { ...reading, labelRows: 1 } })
    expect(skipped.ledger).toMatchObject({ read: 2, skipped_rows: 1 })
    const judged = await readText('a.csv', file(...labels), { reading: { ...reading, labelRows: 0 } })
    expect(judged.ledger).toMatchObject({ read: 3, skipped_rows: 0 })
  })
})
