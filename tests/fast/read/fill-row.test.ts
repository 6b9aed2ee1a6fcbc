import { closeSync, openSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../../src/compile/periods.js'
import { slotValue } from '../../../src/compile/record-slots.js'
import { gapNumber, type SlotTable, slotsOf } from '../../../src/compile/slots.js'
import { byteColumns } from '../../../src/fast/read/byte-columns.js'
import { createChunkReader } from '../../../src/fast/read/chunks.js'
import { createRowFiller } from '../../../src/fast/read/fill-row.js'
import { planRowMemory } from '../../../src/fast/read/memory.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../../src/lang/pack.js'
import { cellReader } from '../../../src/survey/cells/cell.js'
import {
  type CollectedDoubts,
  type ColumnDoubts,
  collectDoubts,
} from '../../../src/survey/doubts/column-doubts.js'
import { readAssumptions } from '../../../src/survey/records/assume.js'
import { layoutOf } from '../../../src/survey/records/column-layout.js'
import { scanHeader } from '../../../src/survey/records/first-pass.js'
import { holds } from '../../engine/random/runs.js'
import { shippedPack } from './packs.js'
import { fileWith } from './rows.js'
import { spellingsOf } from './spellings.js'

/** The others have the facts of the first. */
const PACKS = ['cn-2020', 'cn-guizhou-2011', 'cn-village-exit', 'global-mpi']

/** What a row of slots says of one cell; `null` where the row is handed over. */
interface Said {
  readonly gap: number | null
  readonly value: number | null
  readonly day: number
  /** What is wrong with the cell. */
  readonly fault: string | null
}

const dayOf = (value: unknown) => (typeof value === 'string' ? (dayNumber(value) ?? 0) : 0)

/** What the normal reader says of a cell. */
function expectedOf(pack: Pack, table: SlotTable, declaration: FactDeclaration, text: string): Said | null {
  const { fact, fault } = cellReader(declaration)(text)
  const slot = table.byName.get(declaration.name)
  // A record whose date does not read is judged as of no date, which is left to the normal reader.
  if (fault !== null && declaration.name === pack.record.date) return null
  if (fact.kind === 'gap') {
    if (slot !== undefined && fact.range !== undefined) return null
    const gap = slot === undefined ? null : gapNumber(fact.reason)
    return { gap, value: null, day: 0, fault: fault?.message ?? null }
  }
  const day = declaration.name === pack.record.date ? dayOf(fact.value) : 0
  if (slot === undefined) return { gap: null, value: null, day, fault: null }
  const value = slotValue(slot, fact.value)
  return value === null ? null : { gap: 0, value: value + 0, day, fault: null }
}

const quoted = (cell: string, always: boolean) =>
  always || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** What rows of slots say of cells of one column, and what was noted of the column. */
function filled(
  pack: Pack,
  table: SlotTable,
  declaration: FactDeclaration,
  cells: readonly string[],
  form: Form,
) {
  const { name } = declaration
  const headers = form.isLast ? [pack.record.id, name] : [name, pack.record.id]
  const rows = cells.map((cell) => {
    const text = quoted(cell, form.isQuoted)
    return form.isLast ? `x,${text}${form.lineBreak}` : `${text},x${form.lineBreak}`
  })
  const bytes = Buffer.from(rows.join(''))
  const reading = readAssumptions(pack, new Map())
  if ('faults' in reading) throw new Error('nothing is assumed')
  const scan = { ...scanHeader(pack, 'a.csv', headers, 1), doubts: new Map() }
  const layout = layoutOf(pack, scan, reading.assumptions)
  const values = new Float64Array(table.length)
  const gaps = new Uint8Array(table.length)
  const collected = collectDoubts()
  const said: (Said | null)[] = []
  const file = openSync(fileWith(bytes), 'r')
  try {
    const columns = byteColumns(pack, table, layout, new Map())
    const rowMemory = planRowMemory(columns, table, true)
    const reader = createChunkReader(file, bytes.length, ',', 1 << 12, rowMemory.size)
    const { chunk } = reader
    const filler = createRowFiller(chunk, columns, rowMemory, { values, gaps }, 1, collected)
    for (let place = 0; place < bytes.length; place += chunk.length) {
      if (!reader.read(place)) throw new Error(`no plain CSV: ${JSON.stringify(cells)}`)
      for (let row = 0, start = 0; row < chunk.count; row++) {
        // What stood there before must not show through.
        filler.row.values.fill(-77)
        filler.row.gaps.fill(99)
        const isWhole = filler.fill(2 * row, start, said.length + 2)
        const slot = table.byName.get(name)
        const gap = slot === undefined ? null : (filler.row.gaps[slot.index] ?? null)
        const value = slot === undefined || gap !== 0 ? null : (filler.row.values[slot.index] ?? null)
        const fault = filler.row.faults[0]?.fault.message ?? null
        said.push(isWhole ? { gap, value, day: filler.row.day, fault } : null)
        const { day, dayStart, dayEnd, dayText } = filler.row
        if (isWhole && day > 0) {
          const written = dayStart >= 0 ? chunk.buffer.toString('utf8', dayStart, dayEnd) : dayText
          expect(dayNumber(written)).toBe(day)
        }
        start = (chunk.ends[2 * row + 1] ?? 0) + 1
      }
    }
    filler.flush()
  } finally {
    closeSync(file)
  }
  return { said, found: comparable(declaration, collected) }
}

/** What was counted. Of a yes/no only counts whether an answer stands in the column, not how often: only JSON says that, and slots give none. */
const comparable = ({ type }: FactDeclaration, collected: CollectedDoubts): Iterable<unknown> =>
  type === 'yes_no' ? [...collected.found()].map(withoutCounts) : collected.counts()

const withoutCounts = ([path, { all, ...doubts }]: [string, ColumnDoubts]) => [
  path,
  { ...doubts, counted: [...all.counts.keys()], filled: all.filled },
]

interface Form {
  readonly isLast: boolean
  readonly isQuoted: boolean
  readonly lineBreak: '\n' | '\r\n'
}

const FORMS: readonly Form[] = [
  { isLast: false, isQuoted: false, lineBreak: '\n' },
  { isLast: true, isQuoted: true, lineBreak: '\r\n' },
  { isLast: true, isQuoted: false, lineBreak: '\r\n' },
]

/** Throws where slots say of a cell what the normal reader does not. */
function same(
  pack: Pack,
  table: SlotTable,
  declaration: FactDeclaration,
  cells: readonly string[],
  form: Form,
) {
  const expected = cells.map((cell) => expectedOf(pack, table, declaration, cell))
  const { said, found } = filled(pack, table, declaration, cells, form)
  const at = expected.findIndex((each, index) => JSON.stringify(each) !== JSON.stringify(said[index]))
  if (at >= 0 || said.length !== expected.length) {
    const both = `found ${JSON.stringify(said[at])}, expected ${JSON.stringify(expected[at])}`
    throw new Error(`${declaration.name}, ${JSON.stringify(form)}: ${JSON.stringify(cells[at])}: ${both}`)
  }
  const collected = collectDoubts()
  for (const [index, cell] of cells.entries()) collected.note(declaration.name, declaration, cell, index + 2)
  expect([...found], `${declaration.name} ${JSON.stringify(cells)}`).toEqual([
    ...comparable(declaration, collected),
  ])
  return expected
}

function tableOf(pack: Pack): SlotTable {
  const table = slotsOf(pack)
  if ('refused' in table) throw new Error(table.refused)
  return table
}

/** The columns of facts, the id's aside. */
const factsOf = (pack: Pack) => [...columnsOf(pack).values()].filter(({ name }) => name !== pack.record.id)

/** Texts of characters that numbers, dates and answers are made of. */
const scrap = fc
  .array(
    fc.constantFrom(
      ...'0123456789999..,-+ eE'.split(''),
      ...['yes', 'no', '2020-0', '-1', '1-', '００', '"', "'", '="', '\t', '\u3000'],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

const numberText = fc
  .tuple(
    fc.constantFrom('', '', '', '-', '+'),
    fc.nat(15),
    fc.nat(4),
    fc.bigInt({ min: 0n, max: 10n ** 17n }),
  )
  .map(([sign, digits, places, number]) => {
    const text = String(number).padStart(digits, '0').slice(0, digits)
    return sign + (places === 0 ? text : `${text}.${String(number).slice(0, places)}`)
  })

describe('cells of plain rows', () => {
  it.each(PACKS)('fill slots with what the normal reader says, or are handed over: %s', async (id) => {
    const pack = await shippedPack(id)
    const table = tableOf(pack)
    let known = 0
    let handedOver = 0
    for (const declaration of factsOf(pack)) {
      for (const form of FORMS) {
        const expected = same(pack, table, declaration, spellingsOf(declaration), form)
        known += expected.filter((each) => each?.gap === 0).length
        handedOver += expected.filter((each) => each === null).length
      }
    }
    expect(known).toBeGreaterThan(table.slots.length * 10)
    expect(handedOver).toBeGreaterThan(table.slots.length * 10)
  })

  it('fill slots with what the normal reader says, whatever they are made of', async () => {
    const packs = await Promise.all(PACKS.map(shippedPack))
    const facts = packs.flatMap((pack) => {
      const table = tableOf(pack)
      const read = factsOf(pack).filter(({ name, type }) => table.byName.has(name) || type === 'date')
      return read.map((declaration) => ({ pack, declaration, table }))
    })
    let known = 0
    holds(
      fc.property(
        fc.nat(facts.length - 1),
        fc.array(
          fc.oneof(
            scrap,
            numberText,
            fc.nat(80).map((pick) => `pick ${pick}`),
          ),
          { minLength: 1, maxLength: 60, size: 'large' },
        ),
        fc.constantFrom(...FORMS),
        (at, texts, form) => {
          const { pack, declaration, table } = facts[at] as (typeof facts)[number]
          const spellings = spellingsOf(declaration)
          const cells = texts.map((text) =>
            text.startsWith('pick ') ? (spellings[Number(text.slice(5)) % spellings.length] ?? '') : text,
          )
          known += same(pack, table, declaration, cells, form).filter((each) => each?.gap === 0).length
        },
      ),
      250,
    )
    expect(known).toBeGreaterThan(1000)
  })

  it('fill slots on every day of some years, leap years among them, and on days that are none', async () => {
    const pack = await shippedPack('cn-2020')
    const table = tableOf(pack)
    const date = columnsOf(pack).get('survey_date') as FactDeclaration
    const two = (number: number) => String(number).padStart(2, '0')
    for (const year of ['0001', '1900', '2013', '2014', '2019', '2020', '2030', '2031', '9999']) {
      const days: string[] = []
      for (let month = 0; month <= 13; month++)
        for (let day = 0; day <= 32; day++) days.push(`${year}-${two(month)}-${two(day)}`)
      const whole = same(pack, table, date, days, { isLast: true, isQuoted: false, lineBreak: '\n' })
      const read = whole.filter((each) => each !== null).length
      if (year < '2014' || year > '2030') expect(read, 'no day of a survey').toBe(0)
      else expect(read).toBeGreaterThanOrEqual(365)
    }
  })
})
