import type { Pack } from '../lang/pack.js'
import type { CaseRecord } from '../lang/record.js'
import { type AssessOptions, assessRecord } from './assess.js'
import type { Assessment, Engine, EngineCounts } from './assessment.js'

/** Judges records of one pack sooner than the interpreter does: the same assessment, or `null` where the interpreter must judge. */
export type FastJudge = (record: CaseRecord, options: AssessOptions) => Assessment | null

/** Loads what makes a fast judge of a pack, or `null` of one that it does not model; `null` itself where there is no fast way. */
export type LoadFastJudges = () => Promise<((pack: Pack) => FastJudge | null) | null>

/** Judges records one after another, under any pack, and counts who judged. */
export interface Assessors {
  readonly assess: typeof assessRecord
  /** To be waited for before a record: loads the compiled engine where so many that are still to come make it worth it. */
  ready(coming?: number): Promise<void> | undefined
  readonly engine: EngineCounts
}

/** The same for the records of one pack. */
export interface Assessor extends Pick<Assessors, 'ready' | 'engine'> {
  assess(record: CaseRecord, options: AssessOptions): Assessment
}

/** From so many records of a survey on, loading the compiled engine and compiling a pack takes less time than it saves. */
const FEW = 60

/** Judges by the engine asked for; `null`: by the interpreter, and by the compiled engine for what a pack judges beyond its first records. */
export async function openAssessors(
  asked: Engine | null,
  loadFast: LoadFastJudges,
  first = FEW,
): Promise<Assessors> {
  const engine: EngineCounts = { compiled: 0, interpreted: 0 }
  const least = asked === 'compiled' ? 0 : first
  const judges = new WeakMap<Pack, PackJudge>()
  let isLoaded = false
  let makeFast: Awaited<ReturnType<LoadFastJudges>> = null
  const load = async () => {
    isLoaded = true
    makeFast = await loadFast()
  }
  if (asked === 'compiled') await load()
  return {
    engine,
    ready(coming = 1) {
      const isDue = !isLoaded && asked === null && engine.interpreted + coming > first
      return isDue ? load() : undefined
    },
    assess(pack, record, options) {
      let judge = judges.get(pack)
      if (judge === undefined) {
        judge = { interpreted: 0, fast: undefined }
        judges.set(pack, judge)
      }
      if (judge.fast === undefined && judge.interpreted >= least) judge.fast = makeFast?.(pack)
      const assessment = judge.fast?.(record, options)
      if (assessment != null) {
        engine.compiled += 1
        return assessment
      }
      engine.interpreted += 1
      judge.interpreted += 1
      return assessRecord(pack, record, options)
    },
  }
}

/** `fast` is `null` where the pack cannot be compiled, and `undefined` where nobody has tried yet. */
interface PackJudge {
  interpreted: number
  fast: FastJudge | null | undefined
}

/** Judges the records of one pack. */
export async function openAssessor(
  pack: Pack,
  asked: Engine | null,
  loadFast: LoadFastJudges,
): Promise<Assessor> {
  const { assess, ready, engine } = await openAssessors(asked, loadFast)
  return { ready, engine, assess: (record, options) => assess(pack, record, options) }
}
