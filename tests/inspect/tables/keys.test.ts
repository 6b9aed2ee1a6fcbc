import { describe, expect, it } from 'vitest'
import { inspected, inspectedText, written } from '../inspected.js'

const HOUSEHOLDS = 'h1,3,north\nh2,2,north\nh3,1,south\n'
const lines = (mapping: string | null, key: RegExp) =>
  (mapping ?? '').split('\n').flatMap((line) => (key.test(line) ? [line.trim()] : []))

describe('the key of households', () => {
  it.each(['hhid', 'HH_No', 'hh_code', 'household_no', '户编码', 'caseid', 'uniqueid'])(
    'is %s where each value stands once',
    async (header) => {
      const { mapping, key } = await inspectedText(`${header},household_size,region\n${HOUSEHOLDS}`)
      expect(lines(mapping, /^ {2}key:/)).toEqual([`key: ${header}`])
      expect(key?.isCertain).toBe(true)
    },
  )

  it('is the column of the tool before one that only has such a name', async () => {
    const { mapping } = await inspectedText('hhid,_uuid,household_size\nh1,u1,1\nh2,u2,1\nh3,u3,1\n')
    expect(lines(mapping, /^ {2}key:/)).toEqual(['key: _uuid'])
  })

  it('is proposed with the values that repeat, where nearly all stand once', async () => {
    const rows = Array.from({ length: 100 }, (_, at) => `h${at === 50 ? 49 : at},3`)
    const { key, mapping, decisions } = await inspectedText(`hhid,household_size\n${rows.join('\n')}\n`)
    expect(key).toMatchObject({ column: 0, isCertain: false })
    expect(key?.why).toContain('in all rows but 1: `h49`')
    expect(lines(mapping, /^ {2}key:/)).toEqual(['key: hhid'])
    expect(decisions[0]).toContain('h49')
  })

  it.each([
    ['one household in ten was sent twice', Array.from({ length: 100 }, (_, at) => `h${at % 90},3`)],
    ['of a few rows two share one', ['h1,3', 'h1,4', 'h2,3']],
    [
      'a spreadsheet has cut two of forty',
      Array.from({ length: 40 }, (_, at) => `${at < 2 ? '4.4E+17' : `h${at}`},3`),
    ],
  ])('is such a column where %s, because a place of a row would hide it', async (_, rows) => {
    const { mapping, key } = await inspectedText(`hhid,household_size\n${rows.join('\n')}\n`)
    expect(key).toMatchObject({ column: 0, isCertain: false })
    expect(lines(mapping, /^ {2}key:/)).toEqual(['key: hhid'])
  })

  it.each([
    ['most values repeat', Array.from({ length: 100 }, (_, at) => `h${at % 30},3`)],
    ['too many are blank', Array.from({ length: 100 }, (_, at) => `${at % 20 === 0 ? '' : `h${at}`},3`)],
  ])('is no such column where %s', async (_, rows) => {
    const { key } = await inspectedText(`hhid,household_size\n${rows.join('\n')}\n`)
    expect(key?.column).toBeNull()
  })
})

it('a column with a name of the id is the key although rows below the table lack it', async () => {
  const rows = ['1,H1,3', '2,H2,2', '合计,,5', '填表人：李四,,']
  const { key } = await inspectedText(`序号,户编号,家庭人口\n${rows.join('\n')}\n`)
  expect(key).toMatchObject({ column: 1, isCertain: false })
})

describe('the key that members point at', () => {
  it.each([
    ['HHID', 'HHID', 'PID'],
    ['hh_id', 'HHID', 'Person ID'],
    ['caseid', 'caseid', 'hl1'],
    ['hhnum', 'hh_num', 'ind_id'],
  ])('is %s of households and %s of members, with %s for persons', async (own, child, person) => {
    const { paths } = written({
      'hh.csv': `${own},region\n101,1\n102,1\n`,
      'members.csv': `${child},${person},x1,x2\n101,10101,1,44\n101,10102,2,28\n102,10201,1,60\n`,
    })
    const { mapping } = await inspected(paths)
    expect(lines(mapping, /^ +(?:key|person):/)).toEqual([
      `key: ${own}`,
      `key: ${child}`,
      `person: ${person.includes(' ') ? `"${person}"` : person}`,
    ])
    expect(mapping).not.toContain(`member_id: ${child}`)
  })

  it.each([
    ['id_hh', 'id_ind'],
    ['hhid', 'pid'],
    ['household_no', 'member_no'],
  ])('stands in each row of a person: %s, %s', async (key, person) => {
    const rows = ['1,0,11,44', '1,0,12,28', '1,0,13,9', '2,1,21,60', '3,1,31,35', '3,1,32,31']
    const { mapping } = await inspectedText(`${key},urban,${person},ind_age\n${rows.join('\n')}\n`)
    expect(lines(mapping, /^ {2}(?:key|person|one_row_per):/)).toEqual([
      `key: ${key}`,
      'one_row_per: person',
      `person: ${person}`,
    ])
  })

  it('is no key of persons where a household comes again in another visit', async () => {
    const rows = ['1,1,44', '1,2,28', '2,1,9', '2,2,60', '3,1,35', '3,2,31']
    const { mapping } = await inspectedText(`hhid,wave,net_income\n${rows.join('\n')}\n`)
    expect(mapping).not.toContain('one_row_per')
  })
})

describe('a key of several columns', () => {
  const keyOf = async (text: string) => {
    const { mapping, key, decisions } = await inspectedText(text)
    return { key: lines(mapping, /^ {2}(?:key|one_row_per):/), isCertain: key?.isCertain, decisions }
  }
  /** Rows of places that count their households from 1. */
  const anew = (places: readonly string[], each: number) =>
    places.flatMap((place) => Array.from({ length: each }, (_, at) => `${place},${at + 1},3`))

  it.each<[string, string, string]>([
    ['a cluster and a household', 'HH1,HH2', '{ all: [HH1, HH2] }'],
    ['a village and a number', '村,户编号', '{ all: [村, 户编号] }'],
    ['a village and the number of a row', 'Village,No.', '{ all: [Village, No.] }'],
    ['a camp and a dwelling', 'camp_name,dwelling', '{ all: [camp_name, dwelling] }'],
    ['an area and a number of households', 'ea_code,hhno', '{ all: [ea_code, hhno] }'],
  ])('%s is found', async (_, headers, key) => {
    const text = `${headers},household_size\n${anew(['A', 'B', 'C'], 4).join('\n')}\n`
    expect(await keyOf(text)).toMatchObject({ key: [`key: ${key}`], isCertain: true })
  })

  it('has three columns where two are not enough', async () => {
    const rows = ['X', 'Y'].flatMap((town) => anew(['A', 'B'], 3).map((row) => `${town},${row}`))
    const text = `township,village,户号,household_size\n${rows.join('\n')}\n`
    expect((await keyOf(text)).key).toEqual(['key: { all: [township, village, 户号] }'])
  })

  it('is proposed with what stands twice, where nearly all rows differ', async () => {
    const rows = [...anew(['A', 'B', 'C'], 40), 'B,7,2']
    const { key, isCertain, decisions } = await keyOf(`village,hhno,household_size\n${rows.join('\n')}\n`)
    expect({ key, isCertain }).toEqual({ key: ['key: { all: [village, hhno] }'], isCertain: false })
    expect(decisions[0]).toContain('`B|7`')
  })

  it('is a question where the other column has no name of a place', async () => {
    const text = `where,number,household_size\n${anew(['A', 'B', 'C'], 4).join('\n')}\n`
    expect(await keyOf(text)).toMatchObject({ key: ['key: { all: [where, number] }'], isCertain: false })
  })

  it('is that of the household where a row is a person', async () => {
    const rows = anew(['A', 'B', 'C'], 4).flatMap((row) => [`${row},1,40`, `${row},2,38`])
    const text = `村,户编号,家庭人口,人编号,年龄\n${rows.join('\n')}\n`
    expect((await keyOf(text)).key).toEqual(['key: { all: [村, 户编号] }', 'one_row_per: person'])
  })

  it.each<[string, string, readonly string[]]>([
    [
      'one household in twenty was sent twice, from another place',
      'village,hhid',
      [...Array.from({ length: 40 }, (_, at) => `A,h${at},3`), 'B,h7,3', 'C,h9,3'],
    ],
    ['the number is unique', 'village,hhid', Array.from({ length: 9 }, (_, at) => `${at % 3},h${at},3`)],
    ['rows of a place repeat', 'village,rooms', anew(['A', 'B', 'C'], 4)],
    ['who asked came again', 'enumerator,hhid', anew(['A', 'B', 'C'], 4)],
  ])('is not taken where %s', async (_, headers, rows) => {
    const { key } = await keyOf(`${headers},household_size\n${rows.join('\n')}\n`)
    expect(key[0]).not.toContain('all:')
  })

  it('keeps no more of a long table than of a short one', async () => {
    const places = Array.from({ length: 100 }, (_, at) => `v${at}`)
    const { tables } = await inspectedText(`village,hhno,household_size\n${anew(places, 200).join('\n')}\n`)
    const kept = tables.flatMap(({ together }) => together.map(({ sample }) => sample.values.size))
    expect(kept).toHaveLength(1)
    expect(kept[0]).toBeLessThanOrEqual(8192)
  })
})
