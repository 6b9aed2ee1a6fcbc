import type { DiagnosticCode } from '../base/codes.js'
import { ZERO } from '../base/decimal.js'
import { type Diagnostic, textPlace } from '../base/diagnostic.js'
import { say } from '../base/say/say.js'
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
  const refuseConstant = (e: Expression, words: (truth: string) => string) => {
    const truth = truthOf(open, e)
    if (truth !== 'open') report('constant', e, words(String(truth)), say('constant.why'))
  }
  for (const { id: criterion, met, appliesIf } of pack.criteria) {
    refuseConstant(met, (truth) => say('constant.met', { criterion, truth }))
    if (appliesIf !== null)
      refuseConstant(appliesIf, (truth) => say('constant.applies', { criterion, truth }))
  }
  for (const { id: check, when } of pack.checks)
    refuseConstant(when, (truth) => say('constant.check', { check, truth }))
  for (const derived of pack.derived.values()) {
    for (const source of derived.sources) {
      if (source.kind !== 'rounded') continue
      const { lo } = rangeOf(open, source.within)
      if (lo === null || lo.lt(ZERO))
        report('negative-tolerance', source.within, say('negative-tolerance'), say('negative-tolerance.why'))
    }
  }
  for (const output of pack.outputs) {
    if (output.per === null) continue
    const { lo } = rangeOf(open, output.per)
    if (lo === null || lo.lte(ZERO))
      report('bad-number', output.per, say('bad-number.divisor'), say('bad-number.why.divisor'))
  }
  return faults
}
