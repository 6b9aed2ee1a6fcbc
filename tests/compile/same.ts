import { describeRange } from '../../src/base/range.js'
import { createFastJudge } from '../../src/compile/assess.js'
import { type CompiledPack, compilePack } from '../../src/compile/compile.js'
import { assessRecord } from '../../src/engine/assess.js'
import type { Assessment } from '../../src/engine/assessment.js'
import type { FastJudge } from '../../src/engine/assessors.js'
import { type Pack, VERIFY } from '../../src/lang/pack.js'
import type { CaseRecord, Fact } from '../../src/lang/record.js'
import { heldAgainstMemory } from './judge-in-memory.js'

/** What came of holding the compiled engine against the interpreter, engine by engine. */
export interface Count {
  /** Judged alike; of these with a decision, and open. */
  judged: number
  settled: number
  open: number
  /** Handed over because the record says a range. */
  ranges: number
  /** Handed over because the record has rows of members, or because there is a conflict or a check to tell of. */
  rosters: number
  told: number
  /** Handed over, and a check takes something away. */
  suspected: number
  /** Handed over for any other reason. */
  unexplained: number
}

export const newCount = (): Count => ({
  judged: 0,
  settled: 0,
  open: 0,
  ranges: 0,
  rosters: 0,
  told: 0,
  suspected: 0,
  unexplained: 0,
})

const isRange = (fact: Fact) => fact.kind === 'gap' && fact.range !== undefined

/** Everything of an assessment that a result can show, as text. */
const said = (a: Assessment): string => {
  const shown = {
    ...a,
    record: a.record.id,
    verdicts: [...a.verdicts].join(' '),
    gaps: [...a.gaps].map(([id, names]) => `${id}: ${names.join(' ')}`),
    takenAway: [...a.takenAway],
    outputs: [...a.outputs].map(([name, range]) => `${name} ${describeRange(range)}`),
    size: a.size?.toFixed() ?? null,
  }
  return Object.entries(shown)
    .map(([key, value]) => `${key} ${JSON.stringify(value)}`)
    .sort()
    .join('\n')
}

/**
 * The compiled engine three times: with functions that know nothing beforehand, with functions for what records have in common with the first,
 * and with functions for exactly the gaps of each. The first holds what its functions write against what they write as WebAssembly.
 */
export function allWays(pack: Pack): FastJudge[] {
  const first = compiledOf(pack, Number.POSITIVE_INFINITY)
  return [
    createFastJudge(heldAgainstMemory(first)),
    createFastJudge(compiledOf(pack, 1)),
    forEachPattern(pack, [...first.slots.byName.keys()]),
  ]
}

function compiledOf(pack: Pack, often: number): CompiledPack {
  const compiled = compilePack(pack, often)
  if ('refused' in compiled) throw new Error(`not compiled: ${compiled.refused}`)
  return compiled
}

/** Making functions takes longer than running them. */
const MOST_PATTERNS = 8

/** For records with gaps in the same slots an engine of its own, which has seen each record once before. */
function forEachPattern(pack: Pack, slots: readonly string[]): FastJudge {
  const engines = new Map<string, FastJudge>()
  let last: FastJudge | undefined
  return (record, options) => {
    const pattern = slots.map((name) => Number(record.facts.get(name)?.kind === 'known')).join('')
    if (!engines.has(pattern) && engines.size < MOST_PATTERNS)
      engines.set(pattern, createFastJudge(compiledOf(pack, 1)))
    last = engines.get(pattern) ?? last
    last?.(record, options)
    return last?.(record, options) ?? null
  }
}

/** Throws where an engine says anything else than the interpreter. */
export function sameAssessment(
  pack: Pack,
  engines: readonly FastJudge[],
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
      else if ([...record.facts.values()].some(isRange)) count.ranges += 1
      else if (expected.diagnostics.length > 0) count.told += 1
      else count.unexplained += 1
      if (expected.takenAway.size > 0) count.suspected += 1
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
