import type { CompiledPack } from '../../compile/compile.js'
import { warningWords } from '../../compile/generate.js'
import type { JudgePlaces } from '../../compile/wasm/judges.js'
import { ID_WORDS } from '../../survey/records/repeated-ids.js'
import type { AsOfDates } from '../outcome/as-of.js'
import type { FileRun } from '../outcome/file-run.js'
import type { RowOutput } from '../outcome/row-output.js'
import { isPlainId } from '../read/ascending-ids.js'
import type { Chunk } from '../read/chunks.js'
import type { LoopSetup } from './code.js'
import { type LoopLayout, SIEVE } from './loop-layout.js'
import type { RowPlan } from './row-plan.js'

/** What the code for the rows of a file is made for. */
export function loopSetup(
  { pack, periods, slots }: CompiledPack,
  run: FileRun,
  { layout: { id }, columns, rowMemory }: RowPlan,
  { besideAt, textAt }: Chunk,
  layout: LoopLayout,
  places: JudgePlaces,
  { usual }: AsOfDates,
  rows: RowOutput | null,
): LoopSetup {
  const behindOutputs = places.numbers + 16 * pack.outputs.length
  const words = warningWords(pack)
  const selector = pack.decisions.by === null ? undefined : slots.byName.get(pack.decisions.by)
  return {
    ...{ layout, width: run.file.headers.length, idIndex: id.index, text: textAt },
    marks: rowMemory.groups.map(({ missed, blanks }) => ({
      missed: besideAt + missed,
      blanks: besideAt + blanks,
    })),
    date: besideAt + rowMemory.date,
    ...{ isDated: !usual.isForAll && columns.some(({ isDate }) => isDate), days: periods.days.length },
    warnings: Array.from({ length: words }, (_, word) => behindOutputs + 8 * word),
    size: behindOutputs + 8 * words,
    selectorGap: selector === undefined ? null : places.gaps + selector.index,
    ...{ learns: run.doubts === null, sifts: run.repeated !== null },
    ...{ writes: rows !== null, longest: rows?.longest ?? 0 },
  }
}

/** Writes what does not change from row to row. */
export function writeConstants(
  { pack, plan, periods, masks }: CompiledPack,
  { repeated }: FileRun,
  layout: LoopLayout,
  { buffer }: WebAssembly.Memory,
  gaps: Uint8Array,
): void {
  const { names } = plan
  const { blocked, absent } = masks(gaps)
  new Int32Array(buffer, layout.judge.blocked, names.words).set(blocked)
  new Int32Array(buffer, layout.judge.absent, names.words).set(absent)
  new Int32Array(buffer, layout.days, periods.days.length).set(periods.days)
  new Int32Array(buffer, layout.classOf, periods.classOf.length).set(periods.classOf)
  const plain = new Uint8Array(buffer, layout.plainBytes, 256)
  for (let byte = 0; byte < 256; byte++) plain[byte] = Number(isPlainId(Uint8Array.of(byte), 0, 1))
  const bit = pack.decisions.by === null ? undefined : names.byName.get(pack.decisions.by)
  if (bit !== undefined)
    new Int32Array(buffer, layout.selectorNeeds, names.words)[bit >>> 5] = 1 << (bit & 31)
  const sieve = new Uint8Array(buffer, layout.sieve, SIEVE.bytes)
  for (let at = 0; at < (repeated?.length ?? 0); at += ID_WORDS) {
    const bit = (repeated?.[at] ?? 0) & SIEVE.mask
    sieve[bit >>> 3] = (sieve[bit >>> 3] as number) | (1 << (bit & 7))
  }
}
