import type { Pack } from '../lang/pack.js'
import type { CaseRecord } from '../lang/record.js'
import { type AssessOptions, assessRecord } from './assess.js'
import type { Assessment } from './assessment.js'
import type { AssessFast } from './compile-js/assess-fast.js'

/** Engines that can be asked for. The compiled one leaves to the interpreter what it does not model; both say the same. */
export type Engine = 'interpret' | 'compiled'

/** How many records each engine judged. */
export interface EngineCounts {
  compiled: number
  interpreted: number
}

/** Judges the records of one pack, one after another, and counts who judged. */
export interface Assessor {
  assess(record: CaseRecord, options: AssessOptions): Assessment
  /** To be waited for before a record: loads the compiled engine where now is the time for it. */
  ready(): Promise<void> | undefined
  readonly engine: EngineCounts
}

/** From so many records on, loading the compiled engine takes less time than it saves. */
const FEW = 60

/** An assessor by the engine asked for; `null`: the interpreter, and from the record on from which it pays, the compiled engine. */
export async function openAssessor(pack: Pack, asked: Engine | null): Promise<Assessor> {
  let fast: AssessFast | null = asked === 'compiled' ? await loadFast(pack) : null
  let isDue = asked === null
  const engine: EngineCounts = { compiled: 0, interpreted: 0 }
  const load = async () => {
    isDue = false
    fast = await loadFast(pack)
  }
  return {
    engine,
    ready: () => (isDue && engine.interpreted >= FEW ? load() : undefined),
    assess(record, options) {
      const assessment = fast?.(record, options) ?? null
      if (assessment === null) engine.interpreted += 1
      else engine.compiled += 1
      return assessment ?? assessRecord(pack, record, options)
    },
  }
}

async function loadFast(pack: Pack): Promise<AssessFast | null> {
  const { assessFast } = await import('./compile-js/assess-fast.js')
  return assessFast(pack)
}
