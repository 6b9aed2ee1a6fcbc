import type { Command } from 'commander'
import type { Engine } from '../../engine/assessment.js'
import type { DiffFormatName } from '../../report/diff/formats.js'
import { collect, engineOption, formatOption, readingOptions } from '../request/options.js'
import { type ReadingFlags, readingRequest } from '../request/reading.js'
import type { ExitCode } from '../terminal/exit-code.js'
import type { ColourChoice } from '../terminal/terminal.js'
import { DIFF_FORMAT_NAMES } from './request.js'

interface DiffFlags extends ReadingFlags {
  readonly quiet: boolean
  readonly color: ColourChoice
  readonly asOf?: string
  readonly assume: ReadonlyMap<string, string>
  readonly format?: DiffFormatName
  readonly output?: string
  readonly report: readonly string[]
  readonly by?: string
  readonly failOn: readonly string[]
  readonly accept?: string
  readonly baseline?: string
  readonly engine?: Engine
}

/** Adds `tpa diff` to the program. */
export function addDiff(program: Command, done: (code: ExitCode) => void): Command {
  const command = program
    .command('diff')
    .summary('who gets another decision under a changed pack, and why')
    .argument('<old>', 'a pack folder, a pack.yaml, the id of a shipped pack, or REF:path in git')
    .argument('<new>', 'the same')
    .argument('<files...>', 'survey files: csv, xlsx, yaml, json, ndjson, zip, folder; `-` is stdin')
  return readingOptions(command)
    .addOption(formatOption(DIFF_FORMAT_NAMES, 'default: by the extension of -o, else table'))
    .option('-o, --output <file>', 'write the result to a file instead of stdout')
    .option('--report <format=file>', 'write a further report; may be repeated', collect, [])
    .option('--by <fact>', 'add the values of a place or code where most households move')
    .option('--fail-on <gate>', 'exit 1 when a count passes a limit; may be repeated', collect, [])
    .option('--accept <file>', 'write the result without ids, to be held to')
    .option('--baseline <file>', 'exit 1 when the result is not the one that --accept wrote')
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
}
