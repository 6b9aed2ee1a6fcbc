import type { DiagnosticCode } from '../base/codes.js'
import { ZERO } from '../base/decimal.js'
import { type Diagnostic, textPlace } from '../base/diagnostic.js'
import type { Expression } from '../lang/expression/expression.js'
import type { Pack } from '../lang/pack.js'
import { createOpenEvaluation } from './evaluation.js'
import { rangeOf, truthOf } from './interpret.js'

/** Reports criteria and checks with the same answer for everybody, tolerances below 0 and divisors that can be 0 or less. */
export function constantFaults(pack: Pack): Diagnostic[] {
  const open = createOpenEvaluation(pack)
  const faults: Diagnostic[] = []
  const report = (code: DiagnosticCode, e: Expression, message: string, why: string) => {
    const span = pack.tables.spans.get(e.id) ?? { start: 0, end: 1 }
    faults.push({ code, severity: 'error', message, why, at: textPlace(pack.tables.source, span) })
  }
  const refuseConstant = (e: Expression, what: string) => {
    const truth = truthOf(open, e)
    if (truth !== 'open')
      report('constant', e, `${what} is always ${truth}`, 'no value that its facts can have changes it')
  }
  for (const criterion of pack.criteria) {
    refuseConstant(criterion.met, `\`met\` of \`${criterion.id}\``)
    if (criterion.appliesIf !== null)
      refuseConstant(criterion.appliesIf, `\`applies_if\` of \`${criterion.id}\``)
  }
  for (const check of pack.checks) refuseConstant(check.when, `\`when\` of check \`${check.id}\``)
  for (const derived of pack.derived.values()) {
    for (const source of derived.sources) {
      if (source.kind !== 'rounded') continue
      const { lo } = rangeOf(open, source.within)
      if (lo === null || lo.lt(ZERO))
        report(
          'negative-tolerance',
          source.within,
          'this tolerance can be negative',
          'a rounded figure is at most as far from the true one as its tolerance',
        )
    }
  }
  for (const output of pack.outputs) {
    if (output.per === null) continue
    const { lo } = rangeOf(open, output.per)
    if (lo === null || lo.lte(ZERO))
      report('bad-number', output.per, 'this divisor can be 0 or less', 'declare a `min` above 0 for it')
  }
  return faults
}
