import { describe, expect, it } from 'vitest'
import { households, scratch } from '../../../cli/run.js'
import { inlineRows, workbookOf } from '../archive.js'

const SOUND = households({ household_id: 'A' }, { household_id: 'B', net_income: '100' })
const withEnds = (text: string) => text.replace(/(?<!housing_remedy,risk)\n/g, ',\n')
const latin = (text: string) => Buffer.from(text, 'latin1')

/** The decision of each household, or what stops the run. */
async function decisions(name: string, content: string | Buffer, ...flags: string[]) {
  const { code, out, err } = await scratch({ [name]: content }).here(['assess', name, '-f', 'csv', ...flags])
  return code === 2
    ? err
    : [...out.matchAll(/^(\w+),(\w+),/gm)].slice(1).map(([, id, decision]) => `${id} ${decision}`)
}

const RIGHT = ['A not_eligible', 'B register']

describe('a file that is read all the same', () => {
  it.each<[string, string]>([
    ['rows that end in a separator', withEnds(SOUND)],
    ['rows and header that end in one', SOUND.replace(/\n/g, ',\n')],
    ['sep=, above the header', `sep=,\n${SOUND}`],
    ['sep=; above the header', `sep=;\r\n${SOUND.replaceAll(',', ';').replaceAll('\n', '\r\n')}`],
    ['sep in quotes', `"sep=,"\n${SOUND}`],
    ['an end mark of old programs', `${SOUND}\u001a`],
    ['an end mark on a line', `${SOUND}\u001a\r\n`],
    [
      'names with stars',
      SOUND.replace('household_id', '* household_id').replace('net_income', 'net_income*'),
    ],
    [
      'names with line breaks',
      SOUND.replace('net_income', '"net\nincome"').replace('food_secure', 'food  secure'),
    ],
    [
      'Chinese names with blanks',
      SOUND.replace('household_id', '户 编 号').replace('net_income', '家庭 纯收入'),
    ],
  ])('%s', async (_, text) => {
    expect(await decisions('a.csv', text)).toEqual(RIGHT)
  })

  it('no cell moves where only some rows end in a separator', async () => {
    const text = SOUND.replace('\nB,', '\nB,,')
    expect(await decisions('a.csv', text)).toEqual(['A not_eligible'])
  })
})

describe('each cause has its own sentence and flag, which leads to the decisions', () => {
  it.each<[string, string, string | Buffer, string, string[]]>([
    ['short rows', 'a.csv', SOUND.replace(',none,none,no\nB', '\nB'), '--short-rows', []],
    [
      'Latin letters',
      'a.csv',
      latin(SOUND.replaceAll('Danyang', 'Sainte-Thérèse').replace('household_id', 'household_id')),
      '--encoding windows-1252',
      RIGHT,
    ],
    ['a title', 'a.csv', `Survey of 2020\n${SOUND}`, '--title-rows 1', RIGHT],
    [
      'a title and remarks',
      'a.csv',
      `Survey of 2020\nUnit: yuan,,Day: 1 June\n${SOUND}`,
      '--title-rows 2',
      RIGHT,
    ],
    [
      'a title and two remarks',
      'a.csv',
      `表\n单位：元,日期：今\n填报：某\n${SOUND}`,
      '--title-rows 3',
      RIGHT,
    ],
  ])('%s', async (_, name, content, flag, right) => {
    const { here } = scratch({ [name]: content })
    const asked = await here(['assess', name, '-f', 'csv'])
    expect(asked.err).toContain(`\`${flag}\``)
    expect(asked.err).not.toContain('--from')
    const told = await decisions(name, content, ...flag.split(' '))
    expect(told).toEqual(right.length === 0 ? ['A verify', 'B register'] : right)
  })

  it('a header of two rows whose rows have more cells than its first', async () => {
    const [header = [], ...rows] = SOUND.trimEnd()
      .split('\n')
      .map((line) => line.split(','))
    const groups = header.map((_, at) => (at === 0 ? 'about' : at === 4 ? 'money' : ''))
    const sheet = workbookOf({ sheets: [{ name: 'S', rows: inlineRows([groups, header, ...rows]) }] })
    const { err } = await scratch({ 'a.xlsx': sheet }).here(['assess', 'a.xlsx'])
    expect(err).toContain('error[split-header]')
    expect(err).toContain('say `--header-rows 2`')
    expect(err.match(/error\[/g)).toHaveLength(1)
  })

  it('a row that the end of the file has cut stays rejected', async () => {
    const cut = SOUND.trimEnd().slice(0, -9)
    expect(await decisions('a.csv', cut, '--short-rows')).toEqual(['A not_eligible'])
  })
})
