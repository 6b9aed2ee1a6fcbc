import type { Command } from 'commander'
import { say } from '../../base/say/say.js'
import type { Engine } from '../../engine/assessment.js'
import { MEASURE_FORMATS, type MeasureFormat } from '../../report/measure/formats.js'
import type { Help } from '../request/help.js'
import {
  collect,
  engineOption,
  gateOption,
  resultOptions,
  rulesPageOption,
  type SurveyFlags,
  surveyOptions,
} from '../request/options.js'
import { readingRequest } from '../request/reading.js'
import type { ExitCode } from '../terminal/exit-code.js'

interface MeasureFlags extends SurveyFlags {
  readonly programme?: string
  readonly by: readonly string[]
  readonly weight?: string
  readonly stratum?: string
  readonly psu?: string
  readonly fpc?: string
  readonly population?: string
  readonly areas: boolean
  readonly public: boolean
  readonly rulesPage?: string
  readonly format?: MeasureFormat
  readonly output?: string
  readonly report: readonly string[]
  readonly rejects?: string
  readonly excel: boolean
  readonly failOn: readonly string[]
  readonly allowRejects: boolean
  readonly engine?: Engine
}

/** Adds `tpa measure`; what takes time to load is loaded by its action. */
export function addMeasure(program: Command, done: (code: ExitCode) => void): Help {
  const command = program
    .command('measure')
    .summary(say('measure.summary'))
    .argument('<files...>', say('argument.survey'))
  surveyOptions(command)
    .option('--programme <file>', say('option.programme'))
    .optionsGroup(say('help.sample'))
    .option('--weight <column>', say('option.weight'))
    .option('--stratum <column>', say('option.stratum'))
    .option('--psu <column>', say('option.psu'))
    .option('--fpc <columns>', say('option.fpc'))
  resultOptions(command, MEASURE_FORMATS)
    .option('--by <facts>', say('option.by.facts'), collect, [])
    .option('--population <file>', say('option.population'))
    .option('--areas', say('option.areas'), false)
    .option('--public', say('option.public'), false)
    .addOption(rulesPageOption())
    .option('--rejects <file>', say('option.rejects'))
    .option('--excel', say('option.excel'), false)
  gateOption(command)
    .option('--allow-rejects', say('option.allow-rejects'), false)
    .optionsGroup(say('help.other'))
    .addOption(engineOption())
    .action(async (files: string[], flags: MeasureFlags) => {
      const { measure } = await import('./run.js')
      const { openTerminal } = await import('../terminal/terminal.js')
      done(await measure(requestOf(files, flags), openTerminal(flags.color)))
    })
  return HELP
}

function requestOf(files: readonly string[], flags: MeasureFlags) {
  const { rules = null, asOf = null, format = null, output = null, rejects = null, engine = null } = flags
  const { programme = null, population = null, weight = null, stratum = null, psu = null, fpc = null } = flags
  const { report: reports } = flags
  const sample = { programme, population, weight, stratum, psu, fpc }
  return {
    ...flags,
    ...readingRequest(flags),
    ...sample,
    isPublic: flags.public,
    rulesPage: flags.rulesPage ?? null,
    files,
    rules,
    asOf,
    format,
    output,
    reports,
    rejects,
    engine,
  }
}

const HELP: Help = {
  about: 'measure.about',
  examples: [
    ['tpa measure households.csv'],
    ['tpa measure households.csv --by village -f csv -o figures.csv'],
    ['tpa measure households.csv --by township --public -o figures.html', 'measure.of-public'],
    ['tpa measure households.csv --by village --population villages.csv --areas'],
    ["tpa measure households.csv --by village --fail-on 'p0>3%'"],
    ['tpa measure sample.csv --weight weight --stratum county --psu village', 'measure.of-sample'],
  ],
  more: 'measure.more-help',
  common: [
    '--rules',
    '--mapping',
    '--preset',
    '--by',
    '--weight',
    '--format',
    '--output',
    '--fail-on',
    '--help',
  ],
}
