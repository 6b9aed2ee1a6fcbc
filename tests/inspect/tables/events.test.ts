import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadMapping } from '../../../src/survey/mapping/load-mapping.js'
import { readAll, readText, recordsOf } from '../../survey/read.js'
import { inspected, inspectedText, PACK, written } from '../inspected.js'

/** The ids and sizes that an assessment by the proposed mapping reads. */
async function recordsByProposal(text: string) {
  const { folder, paths } = written({ 'data.csv': text })
  const { mapping } = await inspected(paths)
  const path = `${folder}/m.yaml`
  writeFileSync(path, mapping ?? '')
  const loaded = await loadMapping(path, PACK)
  if ('faults' in loaded) throw new Error(loaded.faults.map(({ message }) => message).join('\n'))
  return recordsOf(await readAll(paths, { pack: PACK, mapping: loaded.mapping })).map(({ id, line }) => [
    id,
    line,
  ])
}

const CASES: readonly [string, string, ...string[]][] = [
  ['record_id,redcap_event_name', 'redcap_event_name = "base"', '1,base', '1,later', '2,base', '2,later'],
  ['hhid,wave', 'wave = "1"', '1,1', '2,1', '3,1', '1,2', '3,2'],
  ['household_id,Visit', 'Visit = "first"', 'a,first', 'a,second', 'b,first'],
  ['户编码,轮次', '轮次 = "1"', 'a,1', 'a,2', 'b,1', 'b,2', 'c,1'],
  ['caseid,round', 'round = "2"', 'a,1', 'a,2', 'b,2', 'c,2'],
]

describe('rows of one household at several times', () => {
  it.each(CASES)('%s: %s', async (header, condition, ...rows) => {
    const text = `${header},household_size\n${rows.map((row) => `${row},3\n`).join('')}`
    const { mapping, decisions, key } = await inspectedText(text)
    expect(mapping).toContain(`rows_if: '${condition}'`)
    expect(decisions[0]).toContain('is judged: the mapping takes')
    const [, time] = condition.split(' = ').map((part) => part.replaceAll('"', ''))
    const first = rows.flatMap((row, at) => (row.endsWith(`,${time}`) ? [[row.split(',')[0], at + 2]] : []))
    expect(await recordsByProposal(text)).toEqual(first)
    expect(key?.events?.header).toBe(header.split(',')[1])
  })

  it.each([
    ['of persons', 'hhid,round,age\n1,1,30\n1,1,31\n1,1,5\n2,1,60\n2,2,61\n'],
    ['with an event that is blank', 'hhid,visit,household_size\n1,1,3\n1,,3\n2,1,3\n'],
    ['that says no time', 'hhid,region,household_size\n1,1,3\n1,2,3\n2,1,3\n'],
    ['with ids of their own', 'hhid,visit,household_size\n1,1,3\n2,2,3\n3,1,3\n'],
  ])('are not found in a table %s', async (_, text) => {
    expect((await inspectedText(text)).key?.events).toBeUndefined()
  })
})

describe('a run without a mapping', () => {
  const told = async (text: string) =>
    (await readText('a.csv', text)).diagnostics.flatMap(({ code, at }) =>
      code === 'repeated-by-event' && at !== null && 'field' in at ? [at.field] : [],
    )

  it('warns where ids repeat by event', async () => {
    for (const [header, , ...rows] of CASES)
      expect(await told(`${header},household_size\n${rows.map((row) => `${row},3\n`).join('')}`)).toEqual([
        header.split(',')[1],
      ])
  })

  it('says nothing where they do not repeat, or there is no event', async () => {
    expect(await told('hhid,visit,household_size\n1,1,3\n2,1,3\n')).toEqual([])
    expect(await told('hhid,region,household_size\n1,1,3\n1,2,3\n2,2,1\n')).toEqual([])
  })
})
