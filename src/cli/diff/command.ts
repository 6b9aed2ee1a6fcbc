import type { Command } from 'commander'
import { say } from '../../base/say/say.js'
import type { Engine } from '../../engine/assessment.js'
import { DIFF_FORMATS, type DiffFormat } from '../../report/diff/formats.js'
import type { Help } from '../request/help.js'
import {
  type DisplayFlags,
  engineOption,
  gateOption,
  judgingOptions,
  resultOptions,
} from '../request/options.js'
import { fileOptions, type ReadingFlags, readingRequest } from '../request/reading.js'
import type { ExitCode } from '../terminal/exit-code.js'

interface DiffFlags extends DisplayFlags, ReadingFlags {
  readonly asOf?: string
  readonly assume: ReadonlyMap<string, string>
  readonly format?: DiffFormat
  readonly output?: string
  readonly report: readonly string[]
  readonly by?: string
  readonly failOn: readonly string[]
  readonly accept?: string
  readonly baseline?: string
  readonly engine?: Engine
}

/** Adds `tpa diff` to the program. */
export function addDiff(program: Command, done: (code: ExitCode) => void): Help {
  const command = program
    .command('diff')
    .summary(say('diff.summary'))
    .argument('<old>', say('argument.old'))
    .argument('<new>', say('argument.new'))
    .argument('<files...>', say('argument.survey'))
  const results = resultOptions(judgingOptions(fileOptions(command)), DIFF_FORMATS)
    .option('--by <fact>', say('option.by.moved'))
    .option('--accept <file>', say('option.accept'))
  gateOption(results)
    .option('--baseline <file>', say('option.baseline'))
    .optionsGroup(say('help.other'))
    .addOption(engineOption())
    .action(async (old: string, changed: string, files: string[], flags: DiffFlags) => {
      const { diff } = await import('./run.js')
      const { openTerminal } = await import('../terminal/terminal.js')
      const { asOf = null, format = null, output = null, report: reports, by = null } = flags
      const { accept = null, baseline = null, engine = null, assume, failOn, quiet } = flags
      const read = { old, new: changed, files, ...readingRequest(flags), asOf, assume, by, engine, quiet }
      done(
        await diff({ ...read, format, output, reports, failOn, accept, baseline }, openTerminal(flags.color)),
      )
    })
  return HELP
}

const HELP: Help = {
  about: 'diff.about',
  examples: [
    ['tpa diff cn-2020 rules/my-pack households.csv'],
    ['tpa diff main:rules/cn-2020 rules/cn-2020 households.csv --by village'],
    ['tpa diff main:rules/cn-2020 rules/cn-2020 households.csv -f markdown > comment.md'],
    ["tpa diff v1:rules/mine rules/mine households.csv --fail-on 'moved>1%'"],
    ['tpa diff v1:rules/mine rules/mine households.csv --accept moved.json'],
    ['tpa diff v1:rules/mine rules/mine households.csv --baseline moved.json'],
  ],
  common: ['--mapping', '--preset', '--as-of', '--format', '--output', '--by', '--fail-on', '--help'],
}
