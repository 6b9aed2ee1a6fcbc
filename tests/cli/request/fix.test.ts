import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixText } from '../../../src/base/advice.js'
import type { Fix } from '../../../src/base/diagnostic.js'
import { readingRequest } from '../../../src/cli/request/reading.js'
import { loadMapping } from '../../../src/survey/mapping/load-mapping.js'
import { PACK } from '../../inspect/inspected.js'
import { inlineRows, workbookOf } from '../../survey/files/archive.js'
import { faultsOf } from '../../survey/read.js'
import { households, type Scratch, scratch } from '../run.js'

const SOUND = households(
  { household_id: 'A' },
  { household_id: 'B', net_income: '100' },
  { household_id: 'C', registration_status: 'registered', net_income: '100' },
)
const TRUTH: Readonly<Record<string, string>> = { A: 'not_eligible', B: 'register', C: 'retain' }
const cells = SOUND.trimEnd()
  .split('\n')
  .map((line) => line.split(','))
const [header = []] = cells
const renamed = (from: string, to: string) => SOUND.replace(from, to)
const labels = header.map((name, at) => `what is ${name.replaceAll('_', ' ')} ${at}?`)
const many = (income: string) =>
  households(
    ...Array.from({ length: 40 }, (_, at) => ({
      household_id: `H${at}`,
      net_income: at % 4 === 0 ? income : '9000',
    })),
  )
const labelled = [header, labels, ...cells.slice(1)]
const ofPersons = [
  `${cells[0]?.join(',')},member name`,
  ...cells.slice(1).flatMap((row, at) => [`${row.join(',')},Ana ${at}`, `${row.join(',')},Bo ${at}`]),
].join('\n')
const inTenThousands = SOUND.replace('net_income', '家庭纯收入（万元）')
  .replaceAll(',9000,', ',0.9,')
  .replaceAll(',100,', ',0.01,')

const CASES: readonly (readonly [string, string, string | Buffer, string])[] = [
  ['a title', 'a.csv', `Survey\n${SOUND}`, '--title-rows 1'],
  ['a title in a workbook', 'a.xlsx', sheet([['Survey'], ...cells]), '--title-rows 1'],
  ['a title and remarks', 'a.csv', `Survey\nUnit: yuan,Day: 1\n${SOUND}`, '--title-rows 2'],
  ['labels', 'a.csv', csv(labelled), '--label-rows 1'],
  ['labels in a workbook', 'a.xlsx', sheet(labelled), '--label-rows 1'],
  ['a title and labels', 'a.csv', `Survey\n${csv(labelled)}`, '--title-rows 1'],
  ['short rows', 'a.csv', SOUND.replace(',none,none,no\nB', '\nB'), '--short-rows'],
  [
    'other letters',
    'a.csv',
    Buffer.from(SOUND.replaceAll('Danyang', 'Thérèse'), 'latin1'),
    '--encoding windows-1252',
  ],
  ['an id in other words', 'a.csv', renamed('household_id', 'household_idd'), 'key: "household_idd"'],
  [
    'a fact in other words',
    'a.csv',
    renamed('registration_status', 'reg status'),
    'registration_status: "reg status"',
  ],
  ['an income in other words', 'a.csv', renamed('net_income', 'net_incom'), 'net_income: "net_incom"'],
  ['another unit', 'a.csv', inTenThousands, 'net_income: { value: amount * 10000'],
  ['codes for no answer', 'a.csv', many('-99'), 'missing: { "-99": dont_know }'],
  ['marks between thousands', 'a.csv', many('"9,000.00"'), 'numbers: { decimal: ".", thousands: "," }'],
  ['days as spreadsheets count them', 'a.csv', SOUND.replaceAll('2020-08-19', '44062'), 'dates: excel'],
  [
    'an object a line',
    'a.json',
    recordsOf()
      .map((each) => JSON.stringify(each))
      .join('\n'),
    '--from ndjson',
  ],
  ['persons of households', 'a.csv', ofPersons, 'one_row_per: person'],
  ['a part of a list', 'a.json', JSON.stringify({ count: 9, results: recordsOf() }), '--partial'],
]

describe('advice that is followed to the letter', () => {
  it.each(CASES)(
    '%s: leads to no wrong decision, and is not given again',
    async (_, name, content, first) => {
      const room = scratch({ [name]: content })
      const flags: string[] = []
      const lines: string[] = []
      const followed: string[] = []
      for (let round = 0; round < 4; round++) {
        const fixes = await fixesOf(room, name, flags, lines)
        const [fix] = fixes.filter((each) => round > 0 || fixText(each).startsWith(first))
        if (round === 0) expect(fixes.map(fixText).join('\n')).toContain(first)
        if (fix === undefined) break
        expect(followed).not.toContain(fixText(fix))
        followed.push(fixText(fix))
        if ('flag' in fix) flags.push(...fix.flag.split(' '))
        else lines.push(fix.mapping)
      }
      expect(followed.length).toBeGreaterThan(0)
      const { out } = await room.here(['assess', name, '-f', 'csv', ...argumentsOf(room, flags, lines)])
      const decided = [...out.matchAll(/^(\w+),(\w+),/gm)].slice(1)
      expect(decided.length).toBeGreaterThan(1)
      for (const [, id = '', decision] of decided)
        expect(['verify', TRUTH[id] ?? 'not_eligible'], id).toContain(decision)
    },
  )
})

/** The command with all flags and lines that were advised so far. */
function argumentsOf(room: Scratch, flags: readonly string[], lines: readonly string[]): string[] {
  if (lines.length === 0) return [...flags]
  const ofTable = lines.filter((line) => /^(?:dates|key|label_rows|missing|numbers|one_row_per):/.test(line))
  const ofFacts = lines.filter((line) => !ofTable.includes(line))
  const key = ofTable.some((line) => line.startsWith('key:')) ? [] : ['key: household_id']
  const facts = ofFacts.length === 0 ? [] : ['facts:', ...ofFacts.map((line) => `  ${line}`)]
  const table = [...key, 'match: names', ...ofTable, ...facts]
  room.write('m.yaml', `mapping: 1\nhouseholds:\n${table.map((line) => `  ${line}\n`).join('')}`)
  return [...flags, '-m', 'm.yaml']
}

/** What is advised as data, whether the run stops or not. */
async function fixesOf(room: Scratch, name: string, flags: readonly string[], lines: readonly string[]) {
  const args = argumentsOf(room, flags, lines)
  const { code, out } = await room.here(['validate', name, '-f', 'json', ...args])
  if (code !== 2)
    return (JSON.parse(out).findings as { fix?: Fix }[]).flatMap(({ fix }) =>
      fix === undefined ? [] : [fix],
    )
  const loaded = lines.length === 0 ? null : await loadMapping(join(room.folder, 'm.yaml'), PACK)
  if (loaded !== null && 'faults' in loaded) throw new Error(loaded.faults[0]?.message)
  const number = (flag: string) =>
    flags.includes(flag) ? { rows: Number(flags[flags.indexOf(flag) + 1]) } : null
  const { reading } = readingRequest({
    ...(number('--title-rows') === null ? {} : { titleRows: number('--title-rows')?.rows ?? 0 }),
    ...(number('--label-rows') === null ? {} : { labelRows: number('--label-rows')?.rows ?? 0 }),
  })
  const options = { pack: PACK, reading, mapping: loaded?.mapping ?? null }
  return (await faultsOf([join(room.folder, name)], options)).flatMap(({ fix }) =>
    fix === undefined ? [] : [fix],
  )
}

function csv(rows: readonly (readonly string[])[]): string {
  return `${rows.map((row) => row.join(',')).join('\n')}\n`
}

function sheet(rows: readonly (readonly string[])[]): Buffer {
  return workbookOf({ sheets: [{ name: 'S', rows: inlineRows(rows) }] })
}

function recordsOf() {
  return cells.slice(1).map((row) => Object.fromEntries(row.map((cell, at) => [header[at], cell])))
}
