import type { CompiledPack } from '../../compile/compile.js'
import { slotValue } from '../../compile/record-slots.js'
import { gapNumber, type SlotTable } from '../../compile/slots.js'
import { readAssumptions } from '../../survey/records/assume.js'
import { type Layout, layoutOf } from '../../survey/records/column-layout.js'
import { scanHeader } from '../../survey/records/first-pass.js'
import type { FileRun } from '../outcome/file-run.js'
import { outputRoom } from '../outcome/row-output.js'
import { type ByteColumn, byteColumns } from '../read/byte-columns.js'
import { planRowMemory, type RowMemory } from '../read/memory.js'
import { planLoopLayout } from './loop-layout.js'

/** How the cells of a file become facts; while nothing is known of its columns, as if nothing were doubtful. */
export function layoutFor({ pack }: CompiledPack, { file, assume, doubts }: FileRun): Layout {
  const reading = readAssumptions(pack, assume)
  if ('faults' in reading) throw new Error('assumptions that were read before have faults')
  const { columns, memberColumns } = scanHeader(pack, file.file, file.headers, file.headerLine)
  const scan = { file: file.file, columns, memberColumns, doubts: doubts ?? new Map() }
  return layoutOf(pack, scan, reading.assumptions)
}

/** Slots in which stands already what is the same for all records of a file. */
function slotsFor(table: SlotTable, { facts }: Layout) {
  const values = new Float64Array(table.length)
  const gaps = new Uint8Array(table.length)
  if (table.roster >= 0) gaps[table.roster] = gapNumber('absent')
  for (const { name, column, missing } of facts) {
    const slot = table.byName.get(name)
    if (slot === undefined || column !== null) continue
    const value = missing.kind === 'gap' ? 0 : slotValue(slot, missing.value)
    if (value === null) return null
    values[slot.index] = value
    gaps[slot.index] = missing.kind === 'gap' ? gapNumber(missing.reason) : 0
  }
  return { values, gaps }
}

/** How the rows of a file are read: what is said in every one of them, and where things stand beside their text. */
export interface RowPlan {
  readonly layout: Layout
  readonly slots: { readonly values: Float64Array; readonly gaps: Uint8Array }
  readonly columns: readonly ByteColumn[]
  readonly rowMemory: RowMemory
  /** Where the room for rows to be written starts on the rowMemory, and how much it is. */
  readonly outputAt: number
  readonly outputRoom: number
  /** How much is wanted beside the text, behind that with what the run over plain rows works with. */
  readonly besideSize: number
}

/** `null` where a value that is assumed for all records fits no slot. */
export function planRows(compiled: CompiledPack, run: FileRun): RowPlan | null {
  const layout = layoutFor(compiled, run)
  const slots = slotsFor(compiled.slots, layout)
  if (slots === null) return null
  const columns = byteColumns(compiled.pack, compiled.slots, layout, run.doubts ?? new Map())
  const rowMemory = planRowMemory(columns, compiled.slots, run.doubts === null)
  const room = run.writes ? outputRoom(run.size) : 0
  const outputAt = (rowMemory.size + 15) & ~15
  const besideSize = planLoopLayout(compiled, outputAt + room).end
  return { layout, slots, columns, rowMemory, outputAt, outputRoom: room, besideSize }
}
