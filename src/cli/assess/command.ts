import type { Command } from 'commander'
import type { Engine } from '../../engine/assessment.js'
import { ASSESS_FORMATS, type AssessFormat } from '../../report/assess/formats.js'
import { EXIT_CODES_AND_ENVIRONMENT, type Help, withHelp } from '../request/help.js'
import {
  collect,
  collectNames,
  engineOption,
  formatOption,
  type SurveyFlags,
  surveyOptions,
  threadsOption,
} from '../request/options.js'
import { readingRequest } from '../request/reading.js'
import type { ExitCode } from '../terminal/exit-code.js'

interface AssessFlags extends SurveyFlags {
  readonly format?: AssessFormat
  readonly output?: string
  readonly report: readonly string[]
  readonly rejects?: string
  readonly by?: string
  readonly only: readonly string[]
  readonly keep: readonly string[]
  readonly raw: boolean
  readonly excel: boolean
  readonly failOn: readonly string[]
  readonly allowRejects: boolean
  readonly engine?: Engine
  readonly threads?: number
}

/** Adds `tpa assess`; what takes time to load is loaded by its action. */
export function addAssess(program: Command, done: (code: ExitCode) => void): void {
  const command = program
    .command('assess')
    .summary('judge households: decisions, reasons, what is missing')
    .argument('<files...>', 'survey files: csv, xlsx, yaml, json, ndjson, zip, folder; `-` is stdin')
  assessOptions(surveyOptions(command)).action(async (files: string[], flags: AssessFlags) => {
    const { assess } = await import('./run.js')
    const { openTerminal } = await import('../terminal/terminal.js')
    const { format = null, output = null, rejects = null, by = null } = flags
    const { asOf = null, rules = null, engine = null, threads = null, report: reports } = flags
    const read = { ...flags, ...readingRequest(flags), files, asOf, rules, engine, threads }
    const request = { ...read, format, output, reports, rejects, by }
    done(await assess(request, openTerminal(flags.color)))
  })
  withHelp(command, HELP)
}

const assessOptions = (command: Command): Command =>
  command
    .addOption(formatOption(ASSESS_FORMATS, 'default: by the extension of -o, else table'))
    .option('-o, --output <file>', 'write the result to a file instead of stdout')
    .option('--report <format=file>', 'write a further report; may be repeated', collect, [])
    .option('--rejects <file>', 'write rejected and held rows as CSV')
    .option('--by <fact>', 'add a table for each value of a place or code')
    .option('--only <decisions>', 'show these decisions only; everything is still counted', collectNames, [])
    .option('--keep <columns>', 'copy input columns into csv and ndjson', collectNames, [])
    .option('--raw', 'write cells of CSV as they are, also what a spreadsheet would run', false)
    .option('--excel', 'write CSV that Excel opens well: with a byte order mark, ids as text', false)
    .option('--fail-on <gate>', 'exit 1 when a count passes a limit; may be repeated', collect, [])
    .option('--allow-rejects', 'rejected rows do not trip exit 1', false)
    .addOption(engineOption())
    .addOption(threadsOption())

const HELP: Help = {
  before: `Judges every household of survey files, and says why and what is still missing.

Examples:
  tpa assess households.csv
  tpa assess households.csv --by village
  tpa assess east.csv west.csv --only verify,register -f csv -o list.csv --keep name,phone
  tpa assess households.csv --report json=all.json --report markdown=summary.md
  tpa assess households.csv --fail-on 'verify>5%' --fail-on 'invalid>0' --rejects rejects.csv
  tpa assess villages.csv --rules cn-village-exit
  cat households.ndjson | tpa assess - -f ndjson
`,
  after: `
Gates of --fail-on: NAME OP NUMBER[%], where NAME is a decision of the pack, verify, invalid
(cells that do not read) or one of the ledger (read, assessed, rejected, duplicates,
not_interviews, blank_rows, skipped_rows, total_rows, orphaned), OP one of < <= > >= = !=,
and % is percent of what was assessed.

Both engines say the same; with --engine the last line says how many households each judged.
Threads are for large plain CSV files, where the result is csv, table or markdown, without
--by, --keep, --excel, a mapping or a preset; else one thread does all.
${EXIT_CODES_AND_ENVIRONMENT}`,
}
