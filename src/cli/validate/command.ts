import type { Command } from 'commander'
import { VALIDATE_FORMATS, type ValidateFormat } from '../../report/validate/formats.js'
import { EXIT_CODES_AND_ENVIRONMENT, type Help, withHelp } from '../request/help.js'
import { collect, formatOption, type SurveyFlags, surveyOptions } from '../request/options.js'
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
export function addValidate(program: Command, done: (code: ExitCode) => void): void {
  const command = program
    .command('validate')
    .summary('check survey data: what to mend, and where')
    .argument('<files...>', 'survey files: csv, xlsx, yaml, json, ndjson, zip, folder; `-` is stdin')
  surveyOptions(command)
    .addOption(formatOption(VALIDATE_FORMATS, 'default: by the extension of -o, else table'))
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
  withHelp(command, HELP)
}

const HELP: Help = {
  before: `Reads survey files, joins their tables and runs the pack's checks, but decides nothing: what is to be mended,
in which column, on which lines. Nothing is capped; counts are totals.

Examples:
  tpa validate households.csv
  tpa validate households.csv --by enumerator
  tpa validate export.zip -m mapping.yaml -f csv -o findings.csv --rejects rejects.csv
  tpa validate export.zip --preset odk --report json=report.json --report markdown=report.md
  tpa validate households.csv --fail-on 'invalid-number>0' --fail-on 'expense-missing>1%'
  tpa validate households.csv -f github            annotations of GitHub Actions
`,
  after: `
An error is a row that is rejected, a row of a roster that belongs nowhere, or a check of the pack
that says so; errors exit 1. Gates of --fail-on: NAME OP NUMBER[%], where NAME is errors, warnings,
the code of a finding, the id of a check of the pack, invalid (cells that do not read) or one of
the ledger (read, assessed, rejected, duplicates, not_interviews, blank_rows, skipped_rows,
total_rows, orphaned), OP one of < <= > >= = !=, and % is percent of the records read.
${EXIT_CODES_AND_ENVIRONMENT}`,
}
