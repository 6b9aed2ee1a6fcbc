import type { CompiledPack } from '../../compile/compile.js'
import { warningWords } from '../../compile/generate.js'
import type { JudgePlaces } from '../../compile/wasm/judges.js'
import { ID_WORDS } from '../../survey/records/repeated-ids.js'
import type { AsOfDates } from '../outcome/as-of.js'
import type { FileRun } from '../outcome/file-run.js'
import type { CountedOutcomes } from '../outcome/outcomes.js'
import type { RowOutput } from '../outcome/row-output.js'
import type { OpenTally } from '../outcome/tally.js'
import type { Chunk } from '../read/chunks.js'
import type { RowFiller } from '../read/fill-row.js'
import { ID_BYTES, watchedIds } from '../read/id-bytes.js'
import type { LoopSetup } from './code.js'
import { type LoopLayout, SIEVE } from './loop-layout.js'
import type { RowPlan } from './row-plan.js'

/** What the loop over the rows of a file works with. */
export interface LoopParts {
  readonly compiled: CompiledPack
  readonly run: FileRun
  readonly plan: RowPlan
  readonly chunk: Chunk
  readonly layout: LoopLayout
  readonly filler: RowFiller
  readonly dates: AsOfDates
  readonly outcomes: CountedOutcomes
  readonly tally: OpenTally
  /** `null` where no rows are written. */
  readonly rows: RowOutput | null
}

/** Where a judge finds and puts what it works with. */
export const judgePlaces = ({ chunk, layout, plan }: LoopParts): JudgePlaces => ({
  ...layout.judge,
  values: chunk.besideAt + plan.rowMemory.values,
  gaps: chunk.besideAt + plan.rowMemory.gaps,
})

/** What the code of the loop is made for. */
export function loopSetup(parts: LoopParts, places: JudgePlaces): LoopSetup {
  const { compiled, run, plan, chunk, layout, dates, rows } = parts
  const { pack, periods, slots } = compiled
  const { besideAt } = chunk
  const behindOutputs = places.numbers + 16 * pack.outputs.length
  const words = warningWords(pack)
  const selector = pack.decisions.by === null ? undefined : slots.byName.get(pack.decisions.by)
  return {
    layout,
    width: run.file.headers.length,
    idIndex: plan.layout.id.index,
    text: chunk.textAt,
    marks: plan.rowMemory.groups.map(({ missed, blanks }) => ({
      missed: besideAt + missed,
      blanks: besideAt + blanks,
    })),
    date: besideAt + plan.rowMemory.date,
    isDated: !dates.usual.isForAll && plan.columns.some(({ isDate }) => isDate),
    days: periods.days.length,
    warnings: Array.from({ length: words }, (_, word) => behindOutputs + 8 * word),
    size: behindOutputs + 8 * words,
    selectorGap: selector === undefined ? null : places.gaps + selector.index,
    learns: run.doubts === null,
    sifts: run.repeated !== null,
    writes: rows !== null,
    longest: rows?.longest ?? 0,
  }
}

/** Writes what does not change from row to row. */
export function writeConstants({ compiled, run, plan, chunk, layout }: LoopParts): void {
  const { pack, periods } = compiled
  const { names } = compiled.plan
  const { buffer } = chunk.memory
  const { blocked, absent } = compiled.masks(plan.slots.gaps)
  new Int32Array(buffer, layout.judge.blocked, names.words).set(blocked)
  new Int32Array(buffer, layout.judge.absent, names.words).set(absent)
  new Int32Array(buffer, layout.days, periods.days.length).set(periods.days)
  new Int32Array(buffer, layout.classOf, periods.classOf.length).set(periods.classOf)
  const plain = new Uint8Array(buffer, layout.plainBytes, 256)
  const watched = watchedIds(plan.layout.id.header)
  for (let byte = 0; byte < 256; byte++) plain[byte] = (ID_BYTES[byte] as number) | watched.signOf(byte)
  const bit = pack.decisions.by === null ? undefined : names.byName.get(pack.decisions.by)
  if (bit !== undefined)
    new Int32Array(buffer, layout.selectorNeeds, names.words)[bit >>> 5] = 1 << (bit & 31)
  const sieve = new Uint8Array(buffer, layout.sieve, SIEVE.bytes)
  const keys = run.repeated ?? []
  for (let at = 0; at < keys.length; at += ID_WORDS) {
    const bit = (keys[at] ?? 0) & SIEVE.mask
    sieve[bit >>> 3] = (sieve[bit >>> 3] as number) | (1 << (bit & 7))
  }
}
