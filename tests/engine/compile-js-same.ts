import { describeRange } from '../../src/base/range.js'
import { assessRecord } from '../../src/engine/assess.js'
import type { Assessment } from '../../src/engine/assessment.js'
import { type AssessFast, createAssessFast } from '../../src/engine/compile-js/assess-fast.js'
import { compilePack } from '../../src/engine/compile-js/compile.js'
import type { Pack } from '../../src/lang/pack.js'
import type { CaseRecord } from '../../src/lang/record.js'

/** What came of holding the compiled engine against the interpreter. */
export interface Count {
  judged: number
  handedOver: number
  /** Records on which a check fires or sources conflict: the interpreter must judge them. */
  told: number
}

export const newCount = (): Count => ({ judged: 0, handedOver: 0, told: 0 })

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

/** The compiled engine twice: with functions for all records, and with functions of its own for each kind of record. */
export function bothWays(pack: Pack): AssessFast[] {
  return [Number.POSITIVE_INFINITY, 1].map((often) => {
    const compiled = compilePack(pack, often)
    if ('refused' in compiled) throw new Error(`not compiled: ${compiled.refused}`)
    return createAssessFast(compiled)
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
  if (expected.diagnostics.length > 0) count.told += 1
  const wanted = said(expected).split('\n')
  const results = engines.map((assess) => assess(record, { asOf }))
  for (const got of results) {
    if (got === null) count.handedOver += 1
    else {
      count.judged += 1
      const lines = said(got).split('\n')
      const differing = lines.filter((line) => !wanted.includes(line))
      if (lines.length !== wanted.length || differing.length > 0)
        throw new Error(`compiled: ${differing.join('\n')}\ninterpreted: ${wanted.join('\n')}`)
    }
  }
}
