import type { Command } from 'commander'
import type { InspectFormat } from '../../report/inspect/formats.js'
import { typedAgain } from '../diff/typed-again.js'
import { formatOption } from '../request/options.js'
import { lookOptions, type ReadingFlags, readingRequest } from '../request/reading.js'
import type { ExitCode } from '../terminal/exit-code.js'
import type { ColourChoice } from '../terminal/terminal.js'
import { INSPECT_FORMAT_NAMES } from './request.js'

interface InspectFlags extends ReadingFlags {
  readonly quiet: boolean
  readonly color: ColourChoice
  readonly rules?: string
  readonly format?: InspectFormat
  readonly output?: string
  readonly write?: string
  readonly force: boolean
  readonly columns: boolean
}

/** Adds `tpa inspect`; what takes time to load is loaded by its action. */
export function addInspect(program: Command, done: (code: ExitCode) => void): Command {
  const command = program
    .command('inspect')
    .summary('what survey files are, and a mapping for them')
    .argument('<files...>', 'survey files: csv, xlsx, yaml, json, ndjson, zip, folder; `-` is stdin')
    .option(
      '-r, --rules <pack>',
      'a pack folder, a pack.yaml, or the id of a shipped pack (default: cn-2020)',
    )
    .addOption(formatOption(INSPECT_FORMAT_NAMES, 'default: by the extension of -o, else table'))
    .option('-o, --output <file>', 'write the result to a file instead of stdout')
    .option('--write <file>', 'write a proposed mapping, for a person to review')
    .option('--force', 'let --write overwrite a file', false)
    .option('--columns', 'show every column of every table', false)
  return lookOptions(command).action(async (files: string[], flags: InspectFlags) => {
    const { inspect } = await import('./run.js')
    const { openTerminal } = await import('../terminal/terminal.js')
    const { format = null, output = null, write = null, rules = null, force, columns, quiet } = flags
    const { reading } = readingRequest(flags)
    const typed = typedAgain(files, rules, reading.format)
    const request = { files, rules, reading, format, output, write, force, columns, quiet, typed }
    done(await inspect(request, openTerminal(flags.color)))
  })
}
