import { describe, expect, it } from 'vitest'
import { households, scratch } from '../cli/run.js'

const WITHOUT = (fact: string) => {
  const rows = households({ household_id: 'A' }, { household_id: 'B' }).trimEnd().split('\n')
  const at = (rows[0] ?? '').split(',').indexOf(fact)
  return rows.map((row) => (at < 0 ? row : row.split(',').toSpliced(at, 1).join(',')))
}

/** What `assess` says of households whose column for a fact stands under another header. */
async function said(fact: string, header: string) {
  const [head = '', ...rows] = WITHOUT(fact)
  const text = [`${head},"${header}"`, ...rows.map((row) => `${row},是`)].join('\n')
  return scratch({ 'a.csv': text }).here(['assess', 'a.csv', '-f', 'csv'])
}

describe('headers of questionnaires that speak of what cn-2020 would assume', () => {
  it.each([
    ['registration_status', '4、是否为建档立卡户'],
    ['registration_status', '您家目前是不是建档立卡贫困户？（请按照村委会公示的名单如实填写，只选一项）'],
    ['registration_status', '贫困户类型'],
    ['registration_status', '脱贫年度'],
    ['registration_status', 'Is this a registered Poor Household?'],
    ['registration_status', 'Poverty status (BPL or APL)'],
    ['housing_remedy', '是否享受过危房改造政策'],
    ['housing_remedy', '易地扶贫搬迁户'],
    ['housing_remedy', '9. 住房保障方式'],
    ['risk', '是否属于防返贫监测对象'],
    ['risk', '监测户类别'],
    ['risk', '是否存在致贫风险'],
  ])('%s: %s', async (fact, header) => {
    const { code, err } = await said(fact, header)
    expect(code).toBe(2)
    expect(err).toContain('near-column')
    expect(err).toContain(fact)
  })

  it.each([
    '帮扶责任人',
    '扶贫干部电话',
    '建档日期',
    'village poverty rate',
    '5、提交时间',
    'hlp_risk_eviction',
  ])('not %s', async (header) => {
    expect((await said('registration_status', header)).err).not.toContain('near-column')
  })
})
