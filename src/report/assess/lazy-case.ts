import type { Assessment } from '../../engine/assessment.js'
import { caseId } from '../../engine/case-id.js'
import { findingsOf } from '../../engine/explain/findings.js'
import type { Pack } from '../../lang/pack.js'
import type { AssessedCase } from './report.js'

/** An assessed record whose findings and id are worked out once, when they are first asked for. */
export function lazyCase(pack: Pack, assessment: Assessment, kept: readonly string[] = []): AssessedCase {
  let findings: ReturnType<typeof findingsOf> | undefined
  let id: string | undefined
  return {
    assessment,
    kept,
    findings() {
      findings ??= findingsOf(pack, assessment)
      return findings
    },
    id() {
      id ??= caseId(pack, assessment.record, assessment.asOf)
      return id
    },
  }
}
