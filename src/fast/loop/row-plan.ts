import type { CompiledPack } from '../../compile/compile.js'
import { slotValue } from '../../compile/record-slots.js'
import { gapNumber, type SlotTable } from '../../compile/slots.js'
import { readAssumptions } from '../../survey/records/assume.js'
import { type Layout, layoutOf } from '../../survey/records/column-layout.js'
import { scanHeader } from '../../survey/records/first-pass.js'
import type { FileRun } from '../outcome/file-run.js'
import { outputRoom } from '../outcome/output-room.js'
import { type ByteColumn, byteColumns } from '../read/byte-columns.js'
import { planRowMemory, type RowMemory } from '../read/memory.js'
import type { SlotArrays } from '../read/slot-row.js'
import { planLoopLayout } from './loop-layout.js'

/** How the cells of a file become facts. Where doubts are not known yet, nothing is doubtful. */
export function layoutFor({ pack }: CompiledPack, { file, assume, doubts }: FileRun): Layout {
  const reading = readAssumptions(pack, assume)
  if ('faults' in reading) throw new Error('assumptions that were read before have faults')
  const scan = scanHeader(pack, file.file, file.headers, file.headerLine)
  return layoutOf(pack, { ...scan, doubts: doubts ?? new Map() }, reading.assumptions)
}

/** Slots with the values and gaps that are the same for all records of a file; `null` where a value does not fit. */
function slotsFor(table: SlotTable, { facts }: Layout): SlotArrays | null {
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

/** How the rows of a file are read, and where things are beside their text. */
export interface RowPlan {
  readonly layout: Layout
  readonly slots: SlotArrays
  readonly columns: readonly ByteColumn[]
  readonly rowMemory: RowMemory
  /** Where the room for written rows starts beside the text, and how much it is. */
  readonly outputAt: number
  readonly outputRoom: number
  /** How many bytes are wanted beside the text, with those for the loop. */
  readonly besideSize: number
}

/** `null` where a value that is assumed for all records does not fit its slot. */
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
