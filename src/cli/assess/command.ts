import type { Command } from 'commander'
import { say } from '../../base/say/say.js'
import type { Engine } from '../../engine/assessment.js'
import { ASSESS_FORMATS, type AssessFormat } from '../../report/assess/formats.js'
import { FINDINGS_SHOWN, type FindingsShown } from '../../report/assess/report.js'
import type { Help } from '../request/help.js'
import {
  choiceOption,
  collectNames,
  engineOption,
  gateOption,
  resultOptions,
  rulesPageOption,
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
  readonly long: boolean
  readonly public: boolean
  readonly rulesPage?: string
  readonly findings: FindingsShown
  readonly failOn: readonly string[]
  readonly allowRejects: boolean
  readonly engine?: Engine
  readonly threads?: number
}

/** Adds `tpa assess`; what takes time to load is loaded by its action. */
export function addAssess(program: Command, done: (code: ExitCode) => void): Help {
  const command = program
    .command('assess')
    .summary(say('assess.summary'))
    .argument('<files...>', say('argument.survey'))
  assessOptions(surveyOptions(command)).action(async (files: string[], flags: AssessFlags) => {
    const { assess } = await import('./run.js')
    const { openTerminal } = await import('../terminal/terminal.js')
    const { format = null, output = null, rejects = null, by = null } = flags
    const { asOf = null, rules = null, engine = null, threads = null, report: reports } = flags
    const read = { ...flags, ...readingRequest(flags), files, asOf, rules, engine, threads }
    const request = {
      ...read,
      format,
      output,
      reports,
      rejects,
      by,
      isPublic: flags.public,
      rulesPage: flags.rulesPage ?? null,
    }
    done(await assess(request, openTerminal(flags.color)))
  })
  return HELP
}

const assessOptions = (command: Command): Command =>
  gateOption(resultsOf(command))
    .option('--allow-rejects', say('option.allow-rejects'), false)
    .optionsGroup(say('help.other'))
    .addOption(engineOption())
    .addOption(threadsOption())

const resultsOf = (command: Command): Command =>
  resultOptions(command, ASSESS_FORMATS)
    .option('--rejects <file>', say('option.rejects'))
    .option('--by <fact>', say('option.by.fact'))
    .option('--only <decisions>', say('option.only'), collectNames, [])
    .option('--keep <columns>', say('option.keep'), collectNames, [])
    .option('--long', say('option.long'), false)
    .addOption(choiceOption('--findings <which>', say('option.findings'), FINDINGS_SHOWN).default('all'))
    .option('--public', say('option.public'), false)
    .addOption(rulesPageOption())
    .option('--raw', say('option.raw'), false)
    .option('--excel', say('option.excel'), false)

const HELP: Help = {
  about: 'assess.about',
  examples: [
    ['tpa assess households.csv'],
    ['tpa assess households.csv --by village'],
    ['tpa assess east.csv west.csv --only verify -o visit.csv --keep phone'],
    ['tpa assess households.csv --report markdown=summary.md'],
    ["tpa assess households.csv --fail-on 'verify>5%' --rejects rejects.csv"],
    ['tpa assess villages.csv --rules cn-village-exit'],
    ['cat households.ndjson | tpa assess - -f ndjson'],
  ],
  more: 'assess.more',
  common: [
    '--rules',
    '--mapping',
    '--preset',
    '--as-of',
    '--format',
    '--output',
    '--by',
    '--only',
    '--keep',
    '--fail-on',
    '--help',
  ],
}
