import type { Pack } from '../lang/pack.js'
import type { CaseRecord } from '../lang/record.js'
import { type AssessOptions, assessRecord } from './assess.js'
import type { Assessment, Engine, EngineCounts } from './assessment.js'

/** Judges records of one pack faster than the interpreter: the same assessment, or `null` if the interpreter must judge. */
export type FastJudge = (record: CaseRecord, options: AssessOptions) => Assessment | null

/** Loads the maker of fast judges. It gives `null` for a pack that it does not model; the maker itself is `null` if there is no fast way. */
export type LoadFastJudges = () => Promise<((pack: Pack) => FastJudge | null) | null>

/** Judges records one after another, under any pack, and counts who judged. */
export interface Assessors {
  readonly assess: typeof assessRecord
  /** Wait for it before a record: it loads the compiled engine if enough records are to come. */
  ready(coming?: number): Promise<void> | undefined
  readonly engine: EngineCounts
}

/** Judges the records of one pack, and counts who judged. */
export interface Assessor extends Pick<Assessors, 'ready' | 'engine'> {
  assess(record: CaseRecord, options: AssessOptions): Assessment
}

/** From this many records of a survey on, the compiled engine saves more time than it takes to load it and to compile a pack. */
const FEW = 60

/** Judges by the engine asked for. `null`: the interpreter judges the first records of a pack, and the compiled engine the others. */
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

/** `fast` is `null` if the pack cannot be compiled, and `undefined` if nobody has tried yet. */
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
