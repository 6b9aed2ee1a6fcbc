import { describeRange } from '../../src/base/range.js'
import { assessRecord } from '../../src/engine/assess.js'
import { type Assessment, VERIFY } from '../../src/engine/assessment.js'
import { type AssessFast, createAssessFast } from '../../src/engine/compile-js/assess-fast.js'
import { compilePack } from '../../src/engine/compile-js/compile.js'
import type { Pack } from '../../src/lang/pack.js'
import type { CaseRecord } from '../../src/lang/record.js'
import { heldAgainstMemory } from './judge-in-memory.js'

/** What came of holding the compiled engine against the interpreter, engine by engine. */
export interface Count {
  /** Judged alike; of these with a decision, and open. */
  judged: number
  settled: number
  open: number
  /** Handed over because the record has rows of members, or because there is a conflict or a check to tell of. */
  rosters: number
  told: number
  /** Handed over, and a check takes something away. */
  suspected: number
  /** Handed over for any other reason. */
  unexplained: number
}

export const newCount = (): Count => ({
  ...{ judged: 0, settled: 0, open: 0, rosters: 0, told: 0, suspected: 0, unexplained: 0 },
})

/** Everything of an assessment that a result can show, as text. */
const said = (a: Assessment): string => {
  const shown = {
    ...a,
    record: a.record.id,
    verdicts: [...a.verdicts].join(' '),
    gaps: [...a.gaps].map(([id, names]) => `${id}: ${names.join(' ')}`),
    suspects: [...a.suspects],
    outputs: [...a.outputs].map(([name, range]) => `${name} ${describeRange(range)}`),
    size: a.size?.toFixed() ?? null,
  }
  return Object.entries(shown)
    .map(([key, value]) => `${key} ${JSON.stringify(value)}`)
    .sort()
    .join('\n')
}

/**
 * The compiled engine twice: with functions for all records, and with functions of its own for each kind of record. The former holds what
 * its functions write against what they write as WebAssembly.
 */
export function bothWays(pack: Pack): AssessFast[] {
  return [Number.POSITIVE_INFINITY, 1].map((often) => {
    const compiled = compilePack(pack, often)
    if ('refused' in compiled) throw new Error(`not compiled: ${compiled.refused}`)
    return createAssessFast(often === 1 ? compiled : heldAgainstMemory(compiled))
  })
}

/** Throws where an engine says anything else than the interpreter. */
export function sameAssessment(
  pack: Pack,
  engines: readonly AssessFast[],
  record: CaseRecord,
  asOf: string | null,
  count: Count,
): void {
  const expected = assessRecord(pack, record, { asOf })
  const wanted = said(expected).split('\n')
  for (const assess of engines) {
    const got = assess(record, { asOf })
    if (got === null) {
      if (record.members?.kind === 'rows') count.rosters += 1
      else if (expected.diagnostics.length > 0) count.told += 1
      else count.unexplained += 1
      if (expected.suspects.size > 0) count.suspected += 1
      continue
    }
    count.judged += 1
    if (expected.decision === VERIFY) count.open += 1
    else count.settled += 1
    const lines = said(got).split('\n')
    const differing = lines.filter((line) => !wanted.includes(line))
    if (lines.length !== wanted.length || differing.length > 0)
      throw new Error(`compiled: ${differing.join('\n')}\ninterpreted: ${wanted.join('\n')}`)
  }
}
