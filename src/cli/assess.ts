import type { Diagnostic } from '../base/diagnostic.js'
import { openSurvey } from '../data/survey.js'
import { assessAll } from './assess-all.js'
import { planAssess } from './assess-plan.js'
import type { AssessRequest } from './assess-request.js'
import { ExitCode } from './exit-code.js'
import { onInterrupt } from './interrupt.js'
import { say } from './messages.js'
import { createProgress } from './progress.js'
import { mappingFor } from './reading.js'
import { DEFAULT_RULES, loadRules } from './rules.js'
import type { Terminal } from './terminal.js'
import { seeHelp } from './usage.js'

/** `tpa assess`: judges every record of the files and writes the reports asked for. */
export async function assess(request: AssessRequest, terminal: Terminal): Promise<ExitCode> {
  const refuse = async (faults: readonly Diagnostic[]) => {
    await say(faults, terminal.stderr)
    return ExitCode.CouldNotRun
  }
  const rules = await loadRules(request.rules ?? DEFAULT_RULES, request.set)
  if ('faults' in rules) return refuse(rules.faults)
  const { pack } = rules
  const planning = planAssess(pack, request)
  if ('faults' in planning) return refuse(planning.faults.map((fault) => seeHelp(fault, 'tpa assess')))
  const mapped = await mappingFor(pack, request)
  if ('faults' in mapped) return refuse(mapped.faults)
  const progress = createProgress(terminal.stderr, pack.record.plural, request.quiet)
  const interruption = onInterrupt(pack.record, progress)
  try {
    const opening = await openSurvey({
      pack,
      files: request.files,
      mapping: mapped.mapping,
      reading: request.reading,
      assume: request.assume,
      keep: request.keep,
      stdin: process.stdin,
      onProgress: (state) => progress.update(state),
    })
    if ('faults' in opening) {
      progress.clear()
      return await refuse(opening.faults)
    }
    const { survey } = opening
    try {
      return await assessAll({ request, terminal, plan: planning.plan, pack, survey, interruption, progress })
    } finally {
      await survey.close()
    }
  } finally {
    progress.clear()
    interruption.end()
  }
}
