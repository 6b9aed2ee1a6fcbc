import type { CompiledPack } from '../../compile/compile.js'
import type { RecordKind } from '../../compile/record-kinds.js'
import type { SlotState } from '../../compile/scope.js'
import {
  createMemoryJudges,
  type JudgePlaces,
  type MemoryJudge,
  type RunInMemory,
} from '../../compile/wasm/judges.js'
import type { LoopLayout } from './loop-layout.js'
import type { RowPlan } from './row-plan.js'

/**
 * The functions for each kind of records, made when they are first needed. The number of a kind is twice the class of its period, and 1 more
 * where no cell is blank.
 */
export interface PlainKinds {
  /** At twice the number of a kind its judge, and behind it the function that finds its gaps. */
  readonly table: WebAssembly.Table
  /** Puts a function of a kind into the table; `false` where its code is refused. */
  addJudge(kind: number): boolean
  addFindGaps(kind: number): boolean
  /** The judge of a record whose slots are filled, for callers from JavaScript; `null` where its code is refused. */
  of(period: number, isUsual: boolean): RecordKind | null
}

/** Kinds of records for which no function is made yet. */
export function createPlainKinds(
  compiled: CompiledPack,
  plan: RowPlan,
  layout: LoopLayout,
  places: JudgePlaces,
  memory: WebAssembly.Memory,
): PlainKinds {
  const { classes, classOf } = compiled.periods
  const judges = createMemoryJudges(compiled.plan, places, memory)
  const table = new WebAssembly.Table({ initial: 4 * classes.length, element: 'anyfunc' })
  const made: ({ readonly own: MemoryJudge; readonly kind: RecordKind } | null)[] = []

  function kindOf(number: number) {
    const known = made[number]
    if (known !== undefined) return known
    const period = classes[number >> 1]
    if (period === undefined) throw new Error(`no class of periods ${number >> 1}`)
    const own = judges(period, statesOf(plan, compiled.slots.slots.length, (number & 1) === 1))
    const kind = own && { own, kind: kindIn(own, memory, places) }
    made[number] = kind
    return kind
  }

  function add(place: number, run: RunInMemory | undefined): boolean {
    if (run === undefined) return false
    table.set(place, run)
    new Uint8Array(memory.buffer)[layout.ready + place] = 1
    return true
  }

  return {
    table,
    addJudge: (kind) => add(2 * kind, kindOf(kind)?.own.judge()),
    addFindGaps: (kind) => add(2 * kind + 1, kindOf(kind)?.own.findGaps()),
    of: (period, isUsual) => kindOf(2 * (classOf[period] as number) + Number(isUsual))?.kind ?? null,
  }
}

/** What is known of slots beforehand where no cell is blank, and where some may be. */
function statesOf({ slots, columns }: RowPlan, count: number, isUsual: boolean): SlotState[] {
  const inFile = new Set(columns.flatMap(({ slot }) => (slot === null ? [] : [slot.index])))
  return Array.from({ length: count }, (_, index) =>
    inFile.has(index) ? (isUsual ? 'known' : 'either') : slots.gaps[index] === 0 ? 'known' : 'gap',
  )
}

/** Makes a judge in memory look like any other judge, for records whose slots are in that memory. */
function kindIn(
  { judge, findGaps }: MemoryJudge,
  memory: WebAssembly.Memory,
  places: JudgePlaces,
): RecordKind {
  const words = (at: number, { length }: Int32Array) => new Int32Array(memory.buffer, at, length)
  return {
    judge: () => (_values, _gaps, period, verdicts, numbers) => {
      if (judge()(period) === 1) return 1
      verdicts.set(words(places.words, verdicts))
      numbers.set(new Float64Array(memory.buffer, places.numbers, numbers.length))
      return 0
    },
    findGaps: () => (_values, _gaps, period, sets, blocked, absent) => {
      const masks = [words(places.blocked, blocked), words(places.absent, absent)] as const
      const usual = [masks[0].slice(), masks[1].slice()] as const
      masks[0].set(blocked)
      masks[1].set(absent)
      findGaps()(period)
      masks[0].set(usual[0])
      masks[1].set(usual[1])
      sets.set(words(places.sets, sets))
    },
  }
}
