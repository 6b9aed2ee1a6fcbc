import type { Command } from 'commander'
import { say } from '../../base/say/say.js'
import { EXPLAIN_FORMATS, type ExplainFormat } from '../../report/explain/formats.js'
import type { Help } from '../request/help.js'
import { formatOption, rulesPageOption, type SurveyFlags, surveyOptions } from '../request/options.js'
import { readingRequest } from '../request/reading.js'
import type { ExitCode } from '../terminal/exit-code.js'

interface ExplainFlags extends SurveyFlags {
  readonly id?: string
  readonly record?: string
  readonly format?: ExplainFormat
  readonly rulesPage?: string
}

/** Adds `tpa explain`; what takes time to load is loaded by its action. */
export function addExplain(program: Command, done: (code: ExitCode) => void): Help {
  const command = program
    .command('explain')
    .summary(say('explain.summary'))
    .argument('[files...]', say('argument.survey'))
    .optionsGroup(say('help.input'))
    .option('--id <id>', say('option.id'))
    .option('--record <file>', say('option.record'))
  surveyOptions(command)
    .optionsGroup(say('help.results'))
    .addOption(formatOption(EXPLAIN_FORMATS, 'option.format.table'))
    .addOption(rulesPageOption())
    .action(async (files: string[], flags: ExplainFlags) => {
      const { explain } = await import('./run.js')
      const { openTerminal } = await import('../terminal/terminal.js')
      const {
        id = null,
        record = null,
        format = 'table',
        asOf = null,
        rules = null,
        rulesPage = null,
      } = flags
      const read = { ...flags, ...readingRequest(flags), files, asOf, rules }
      done(await explain({ ...read, id, record, format, rulesPage }, openTerminal(flags.color)))
    })
  return HELP
}

const HELP: Help = {
  about: 'explain.about',
  examples: [
    ['tpa explain households.csv --id DY-0007'],
    ['tpa explain households.csv --id DY-0007 -f markdown > DY-0007.md'],
    ['tpa explain --record DY-0007.json', 'explain.recompute'],
    ['tpa explain --record all.json --id DY-0007'],
  ],
  common: ['--id', '--record', '--rules', '--mapping', '--preset', '--format', '--help'],
}
