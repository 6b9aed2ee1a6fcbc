import type { Command } from 'commander'
import { EXPLAIN_FORMATS, type ExplainFormat } from '../../report/explain/formats.js'
import { EXIT_CODES_AND_ENVIRONMENT, type Help, withHelp } from '../request/help.js'
import { formatOption, type SurveyFlags, surveyOptions } from '../request/options.js'
import { readingRequest } from '../request/reading.js'
import type { ExitCode } from '../terminal/exit-code.js'

interface ExplainFlags extends SurveyFlags {
  readonly id?: string
  readonly record?: string
  readonly format?: ExplainFormat
}

/** Adds `tpa explain`; what takes time to load is loaded by its action. */
export function addExplain(program: Command, done: (code: ExitCode) => void): void {
  const command = program
    .command('explain')
    .summary('explain one household, or recompute a stored one')
    .argument('[files...]', 'survey files; `-` is stdin')
    .option('--id <id>', 'the household to explain')
    .option('--record <file>', 'a stored household of `assess -f json` to recompute')
  surveyOptions(command)
    .addOption(formatOption(EXPLAIN_FORMATS, 'default: table'))
    .action(async (files: string[], flags: ExplainFlags) => {
      const { explain } = await import('./run.js')
      const { openTerminal } = await import('../terminal/terminal.js')
      const { id = null, record = null, format = 'table', asOf = null, rules = null } = flags
      const read = { ...flags, ...readingRequest(flags), files, asOf, rules }
      done(await explain({ ...read, id, record, format }, openTerminal(flags.color)))
    })
  withHelp(command, HELP)
}

const HELP: Help = {
  before: `Explains one household: the decision, the findings, the whole tree, and what would settle it.

Examples:
  tpa explain households.csv --id DY-0007
  tpa explain households.csv --id DY-0007 -f markdown > DY-0007.md
  tpa explain --record DY-0007.json              recompute a stored result from its own facts
  tpa explain --record all.json --id DY-0007
`,
  after: EXIT_CODES_AND_ENVIRONMENT,
}
