import { asOfDate } from '../../engine/assess.js'
import type { Evaluation } from '../../engine/evaluation.js'
import { factValue } from '../../engine/interpret.js'
import { judge, verdictOf } from '../../engine/judge.js'
import { createEvaluation } from '../../engine/taken-away.js'
import type { Pack } from '../../lang/pack.js'
import type { CaseRecord } from '../../lang/record.js'
import type { TestCase } from '../cases/test-case.js'
import { type Assignment, assign, blankRecord } from './candidates.js'
import type { Combination } from './combinations.js'

/**
 * The combinations of verdicts that the cases of a pack show. A case that holds a parameter at another value shows nothing of the pack as
 * it is.
 */
export const combinationsOfCases = (pack: Pack, cases: readonly TestCase[]): Combination[] =>
  cases.flatMap(({ record, asOf: option, parameters }) => {
    if (parameters.size > 0) return []
    const { asOf } = asOfDate(pack, record, option)
    const witness = assignmentsOf(record)
    const own = verdictsIn(createEvaluation(pack, record, asOf))
    const printed = verdictsIn(createEvaluation(pack, assign(blankRecord(pack), witness), asOf))
    // The record is printed by what is known of it, and must show the same so.
    if (own === null || printed === null || keyOf(own) !== keyOf(printed)) return []
    return [{ asOf, witness, ...own }]
  })

type Verdicts = Pick<Combination, 'code' | 'unmet'>

const keyOf = ({ code, unmet }: Verdicts): string => JSON.stringify([code, [...unmet]])

/** The code of the selector and the unmet criteria; `null` if anything of it is open. */
function verdictsIn(evaluation: Evaluation): Verdicts | null {
  const { criteria, decisions } = evaluation.pack
  const selector = decisions.by === null ? null : factValue(evaluation, decisions.by)
  const codes = selector === null ? [''] : selector.kind === 'code' ? selector.codes : []
  const [code] = codes
  const verdicts = criteria
    .filter(({ advisory }) => !advisory)
    .map((criterion) => [criterion.id, verdictOf(judge(evaluation, criterion))] as const)
  if (code === undefined || codes.length > 1 || verdicts.some(([, verdict]) => verdict === 'unknown'))
    return null
  return { code, unmet: new Set(verdicts.flatMap(([id, verdict]) => (verdict === 'unmet' ? [id] : []))) }
}

function assignmentsOf({ facts, members }: CaseRecord): Assignment[] {
  const known = [...facts].flatMap(([fact, said]): Assignment[] =>
    said.kind === 'known' ? [{ fact, value: said.value }] : [],
  )
  return members?.kind === 'rows' ? [...known, { fact: 'members', rows: members.rows }] : known
}
