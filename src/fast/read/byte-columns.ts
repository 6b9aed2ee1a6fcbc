import type { Slot, SlotTable } from '../../compile/slots.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import { type ColumnDoubts, hasDoubts } from '../../survey/doubts/column-doubts.js'
import type { FactColumn, Layout } from '../../survey/records/column-layout.js'

/** How the plain cells of a column are read. */
export const PLAIN = { number: 0, yesNo: 1, code: 2, date: 3, text: 4, none: 5 } as const

/** A column of a fact in a CSV file, and where its value goes. */
export interface ByteColumn {
  readonly name: string
  /** The place of its cells in a row. */
  readonly index: number
  readonly plain: (typeof PLAIN)[keyof typeof PLAIN]
  /** `null` where no rule reads the fact. */
  readonly slot: Slot | null
  readonly declaration: FactDeclaration
  /** Whether it holds the record's date. */
  readonly isDate: boolean
  readonly fact: FactColumn
  /** The place of the fact in the pack. */
  readonly order: number
}

/** The columns of a file that are read, without the id, in the order of the file. */
export function byteColumns(
  pack: Pack,
  slots: SlotTable,
  layout: Layout,
  doubts: ReadonlyMap<string, ColumnDoubts>,
): ByteColumn[] {
  const declarations = columnsOf(pack)
  const columns = layout.facts.flatMap((fact, order): ByteColumn[] => {
    const declaration = declarations.get(fact.name)
    if (fact.column === null || declaration === undefined || fact.name === pack.record.id) return []
    const slot = slots.byName.get(fact.name) ?? null
    const doubt = doubts.get(fact.name)
    const isDoubted = doubt !== undefined && hasDoubts(doubt)
    const isDate = fact.name === pack.record.date
    const plain = isDoubted ? PLAIN.none : plainReading(declaration, slot)
    return [{ name: fact.name, index: fact.column.index, plain, slot, declaration, isDate, fact, order }]
  })
  return columns.sort((a, b) => a.index - b.index)
}

function plainReading({ type }: FactDeclaration, slot: Slot | null): ByteColumn['plain'] {
  if (type === 'text') return PLAIN.text
  if (type === 'date') return PLAIN.date
  if (slot === null) return PLAIN.none
  return type === 'yes_no' ? PLAIN.yesNo : type === 'code' ? PLAIN.code : PLAIN.number
}
