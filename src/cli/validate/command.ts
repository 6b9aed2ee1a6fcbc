import type { Command } from 'commander'
import { say } from '../../base/say/say.js'
import { VALIDATE_FORMATS, type ValidateFormat } from '../../report/validate/formats.js'
import type { Help } from '../request/help.js'
import { gateOption, resultOptions, type SurveyFlags, surveyOptions } from '../request/options.js'
import { readingRequest } from '../request/reading.js'
import type { ExitCode } from '../terminal/exit-code.js'

interface ValidateFlags extends SurveyFlags {
  readonly format?: ValidateFormat
  readonly output?: string
  readonly report: readonly string[]
  readonly rejects?: string
  readonly by?: string
  readonly excel: boolean
  readonly failOn: readonly string[]
  readonly allowRejects: boolean
}

/** Adds `tpa validate` to the program. */
export function addValidate(program: Command, done: (code: ExitCode) => void): Help {
  const command = program
    .command('validate')
    .summary(say('validate.summary'))
    .argument('<files...>', say('argument.survey'))
  const results = resultOptions(surveyOptions(command), VALIDATE_FORMATS)
    .option('--rejects <file>', say('option.rejects'))
    .option('--by <field>', say('option.by.field'))
    .option('--excel', say('option.excel'), false)
  gateOption(results)
    .option('--allow-rejects', say('option.allow-rejects'), false)
    .action(async (files: string[], flags: ValidateFlags) => {
      const { validate } = await import('./run.js')
      const { openTerminal } = await import('../terminal/terminal.js')
      const { rules = null, asOf = null, format = null, output = null, report: reports } = flags
      const { rejects = null, by = null, assume, set, excel, failOn, allowRejects, quiet } = flags
      const read = { files, rules, ...readingRequest(flags), asOf, assume, set, quiet }
      const request = { ...read, format, output, reports, rejects, by, excel, failOn, allowRejects }
      done(await validate(request, openTerminal(flags.color)))
    })
  return HELP
}

const HELP: Help = {
  about: 'validate.about',
  examples: [
    ['tpa validate households.csv'],
    ['tpa validate households.csv --by enumerator'],
    ['tpa validate export.zip -m mapping.yaml -o findings.csv'],
    ['tpa validate export.zip --preset odk --report json=report.json'],
    ["tpa validate households.csv --fail-on 'invalid-number>0'"],
    ['tpa validate households.csv -f github', 'validate.annotations'],
  ],
  more: 'validate.more',
  common: [
    '--rules',
    '--mapping',
    '--preset',
    '--format',
    '--output',
    '--rejects',
    '--by',
    '--fail-on',
    '--help',
  ],
}
