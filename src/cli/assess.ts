import { assessAll } from './assess-all.js'
import { assessBytes } from './assess-bytes.js'
import { planAssess } from './assess-plan.js'
import type { AssessRequest } from './assess-request.js'
import type { ExitCode } from './exit-code.js'
import { onSurvey } from './on-survey.js'
import type { Terminal } from './terminal.js'

/** `tpa assess`: judges every record of the files and writes the reports asked for. */
export const assess = (request: AssessRequest, terminal: Terminal): Promise<ExitCode> =>
  onSurvey(request, terminal, {
    name: 'tpa assess',
    plan: planAssess,
    keep: () => request.keep,
    direct: assessBytes,
    run: assessAll,
  })
