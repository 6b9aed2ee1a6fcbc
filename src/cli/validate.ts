import type { ExitCode } from './exit-code.js'
import { onSurvey } from './on-survey.js'
import type { Terminal } from './terminal.js'
import { validateAll } from './validate-all.js'
import { planValidate } from './validate-plan.js'
import type { ValidateRequest } from './validate-request.js'

/** `tpa validate`: reads, joins and checks the records of the files, decides nothing, and says what is to be mended. */
export const validate = (request: ValidateRequest, terminal: Terminal): Promise<ExitCode> =>
  onSurvey(request, terminal, {
    name: 'tpa validate',
    plan: planValidate,
    keep: ({ by }) => (by?.kind === 'column' ? [by.name] : []),
    run: validateAll,
  })
