import type { Command } from 'commander'
import type { ValidateFormat } from '../../report/validate/report.js'
import { collect, formatOption, surveyOptions } from '../request/options.js'
import { type ReadingFlags, readingRequest } from '../request/reading.js'
import type { ExitCode } from '../terminal/exit-code.js'
import type { ColourChoice } from '../terminal/terminal.js'
import { VALIDATE_FORMAT_NAMES } from './request.js'

interface ValidateFlags extends ReadingFlags {
  readonly quiet: boolean
  readonly color: ColourChoice
  readonly rules?: string
  readonly asOf?: string
  readonly assume: ReadonlyMap<string, string>
  readonly set: ReadonlyMap<string, string>
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
export function addValidate(program: Command, done: (code: ExitCode) => void): Command {
  const command = program
    .command('validate')
    .summary('check survey data: what to mend, and where')
    .argument('<files...>', 'survey files: csv, xlsx, yaml, json, ndjson, zip, folder; `-` is stdin')
  return surveyOptions(command)
    .addOption(formatOption(VALIDATE_FORMAT_NAMES, 'default: by the extension of -o, else table'))
    .option('-o, --output <file>', 'write the result to a file instead of stdout')
    .option('--report <format=file>', 'write a further report; may be repeated', collect, [])
    .option('--rejects <file>', 'write rejected and held rows as CSV')
    .option('--by <field>', 'add a table for each value of a place, a code or an input column')
    .option('--excel', 'write CSV that Excel opens well: with a byte order mark, ids as text', false)
    .option('--fail-on <gate>', 'exit 1 when a count passes a limit; may be repeated', collect, [])
    .option('--allow-rejects', 'rejected rows are warnings and do not trip exit 1', false)
    .action(async (files: string[], flags: ValidateFlags) => {
      const { validate } = await import('./run.js')
      const { openTerminal } = await import('../terminal/terminal.js')
      const { rules = null, asOf = null, format = null, output = null, report: reports } = flags
      const { rejects = null, by = null, assume, set, excel, failOn, allowRejects, quiet } = flags
      const read = { files, rules, ...readingRequest(flags), asOf, assume, set, quiet }
      const request = { ...read, format, output, reports, rejects, by, excel, failOn, allowRejects }
      done(await validate(request, openTerminal(flags.color)))
    })
}
