import { describe, expect, it } from 'vitest'
import { lastPartDoubts } from '../../../src/survey/columns/last-part.js'
import { faultsOfText, firstFact, readText } from '../read.js'
import { samplePack } from '../sample-pack.js'

const pack = { ...samplePack, asOf: '2020-12-31' }

const table = (...headers: string[]) =>
  `household_id,${headers.map((header) => `"${header}"`).join(',')}\nH1,${headers.map(() => '4').join(',')}\n`

describe('a header whose last part is the name of a fact', () => {
  it('is read, and all such headers are told in one note', async () => {
    const { diagnostics, ...reading } = await readText(
      'a.csv',
      table('g1/wage_income', 'g1/家庭人口', '水 / water_minutes'),
    )
    expect(firstFact({ diagnostics, ...reading }, 'wage_income')).toBe('4')
    expect(diagnostics).toEqual([
      {
        code: 'last-part',
        severity: 'note',
        message:
          'by the last part of their headers are read `wage_income` from `g1/wage_income`, `household_size` from `g1/家庭人口`, `water_minutes` from `水 / water_minutes`',
        at: { file: expect.stringContaining('a.csv'), line: 1, field: null },
      },
    ])
  })

  it.each<[string, readonly string[], string]>([
    ['a spouse', ['spouse/wage_income'], '`spouse`, which comes before it, is one person'],
    [
      'a wife, in a group of a group',
      ['g1/wife_work/wage_income'],
      '`wife`, which comes before it, is one person',
    ],
    [
      'a month, of a sum by the year',
      ['last_month/wage_income'],
      '`month`, which comes before it, is less than a year',
    ],
    ['每月', ['每月 / 工资性收入'], '`每月`, which comes before it, is less than a year'],
    ['配偶', ['配偶 / 工资性收入'], '`配偶`, which comes before it, is one person'],
    [
      'a person of whom more is asked',
      ['head/wage_income', 'head/age'],
      '`head`, which comes before it, is one person',
    ],
    [
      '户主 beside a name',
      ['户主 / 工资性收入', '户主 / 姓名'],
      '`户主`, which comes before it, is one person',
    ],
    [
      'another that ends alike',
      ['summer/wage_income', 'winter/wage_income'],
      '`winter/wage_income` ends alike',
    ],
    ['another year', ['y2017/wage_income'], '`2017` comes before it'],
    ['another year in Chinese', ['2018年 / 工资性收入'], '`2018` comes before it'],
    [
      'a part of the household',
      ['labour/household_size'],
      '`labour`, which comes before it, is a part of the household',
    ],
    [
      '劳动力',
      ['劳动力 / 人数', '劳动力 / 务工'],
      '`劳动力`, which comes before it, is a part of the household',
    ],
    ['学生', ['高中学生:人数'], '`学生`, which comes before it, is a part of the household'],
  ])('is not used behind %s', async (_, headers, why) => {
    const { diagnostics } = await readText('a.csv', table(...headers), { pack })
    const fact = /人数|size/.test(headers[0] ?? '') ? 'household_size' : 'wage_income'
    expect(diagnostics[0]).toMatchObject({
      code: 'near-column',
      severity: 'warning',
      message: `column \`${headers[0]}\` is not used as \`${fact}\`: ${why}`,
      help: `if it is \`${fact}\`, its line in a mapping is \`${fact}: "${headers[0]}"\``,
    })
    expect(diagnostics[0]).not.toHaveProperty('fix')
    expect(diagnostics.map(({ code }) => code)).not.toContain('last-part')
  })

  it.each<[string, readonly string[]]>([
    [
      'a group that is named for a person and asks nothing else of one',
      ['respondent/wage_income', 'respondent/phone_model'],
    ],
    ['a word that only begins like a person', ['headline/wage_income', 'headline/age']],
    ['a group of children with the size of something else', ['children/wage_income']],
    ['the year of the records, and the one before', ['2020/wage_income']],
    ['a year in months', ['last_12_months/wage_income']],
    ['the year before', ['income 2019/wage_income']],
    ['a long number', ['120171/wage_income']],
    ['a path of which a plain header is stronger', ['wage_income', 'spouse/wage_income']],
  ])('is used behind %s', async (_, headers) => {
    const reading = await readText('a.csv', table(...headers), { pack })
    expect(firstFact(reading, 'wage_income')).toBe('4')
    expect(reading.diagnostics.map(({ code }) => code)).not.toContain('near-column')
  })

  it('stops the run where a value would be assumed', async () => {
    expect(await faultsOfText('a.csv', table('a/risk', 'b/risk'))).toMatchObject([
      {
        message: 'column `a/risk` is not used as `risk`: `b/risk` ends alike',
        help: 'if it is `risk`, its line in a mapping is `risk: "a/risk"`; if not, `--assume risk=no` says so',
      },
      { message: 'column `b/risk` is not used as `risk`: `a/risk` ends alike' },
    ])
  })

  it('is doubted among keys whichever comes first', async () => {
    const [one, two] = ['{"household_id":1,"head/age":4}', '{"household_id":2,"head/wage_income":5}']
    for (const text of [`${one}\n${two}\n`, `${two}\n${one}\n`]) {
      const { diagnostics } = await readText('a.ndjson', text)
      expect(diagnostics.map(({ code }) => code)).toEqual(['near-column', 'unused-columns'])
    }
  })

  it('is compared with others in a time that grows with their number', () => {
    const all = Array.from({ length: 20_000 }, (_, at) => ({ header: `g${at}/risk`, folded: `g${at}/risk` }))
    const doubt = lastPartDoubts(all, { size: null, years: [], yearly: new Set() })
    expect(all.filter(({ folded }) => doubt(folded, 'risk') === null)).toEqual([])
  })
})
