import type { Diagnostic } from '../../base/diagnostic.js'
import type { AssessFormat } from '../../report/assess/formats.js'
import type { PublicContext } from '../../report/assess/public/context.js'
import { PUBLIC_FORMATS, type PublicFormat } from '../../report/assess/public/formats.js'
import { protectedSummary } from '../../report/assess/public/protected.js'
import type { Report } from '../../report/assess/report.js'
import type { Summary } from '../../report/assess/summary.js'
import { hiddenRemarks } from '../request/public.js'

/** A report for anybody; the plan has refused formats that list households. */
export async function publicReport(format: AssessFormat, context: PublicContext): Promise<Report> {
  return (await PUBLIC_FORMATS[format as PublicFormat]())(context)
}

/** What to say where most of a summary stays hidden. */
export function publicRemarks(summary: Summary, leastCell: number): Diagnostic[] {
  const { hidden, cells } = protectedSummary(summary, leastCell)
  return hiddenRemarks(hidden, cells)
}
