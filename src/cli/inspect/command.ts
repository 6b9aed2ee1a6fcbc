import type { Command } from 'commander'
import { INSPECT_FORMATS, type InspectFormat } from '../../report/inspect/formats.js'
import { EXIT_CODES_AND_ENVIRONMENT, type Help, withHelp } from '../request/help.js'
import { type DisplayFlags, formatOption } from '../request/options.js'
import { lookOptions, type ReadingFlags, readingRequest } from '../request/reading.js'
import type { ExitCode } from '../terminal/exit-code.js'

interface InspectFlags extends DisplayFlags, ReadingFlags {
  readonly rules?: string
  readonly format?: InspectFormat
  readonly output?: string
  readonly write?: string
  readonly force: boolean
  readonly columns: boolean
}

/** Adds `tpa inspect`; what takes time to load is loaded by its action. */
export function addInspect(program: Command, done: (code: ExitCode) => void): void {
  const command = program
    .command('inspect')
    .summary('what survey files are, and a mapping for them')
    .argument('<files...>', 'survey files: csv, xlsx, yaml, json, ndjson, zip, folder; `-` is stdin')
    .option(
      '-r, --rules <pack>',
      'a pack folder, a pack.yaml, or the id of a shipped pack (default: cn-2020)',
    )
    .addOption(formatOption(INSPECT_FORMATS, 'default: by the extension of -o, else table'))
    .option('-o, --output <file>', 'write the result to a file instead of stdout')
    .option('--write <file>', 'write a proposed mapping, for a person to review')
    .option('--force', 'let --write overwrite a file', false)
    .option('--columns', 'show every column of every table', false)
  lookOptions(command).action(async (files: string[], flags: InspectFlags) => {
    const { inspect } = await import('./run.js')
    const { openTerminal } = await import('../terminal/terminal.js')
    const { format = null, output = null, write = null, rules = null, force, columns, quiet } = flags
    const { reading } = readingRequest(flags)
    const typed = typedAgain(files, rules, reading.format)
    const request = { files, rules, reading, format, output, write, force, columns, quiet, typed }
    done(await inspect(request, openTerminal(flags.color)))
  })
  withHelp(command, HELP)
}

/** Operands and options as a person would type them again, quoted where a shell needs it. */
function typedAgain(files: readonly string[], rules: string | null, from: string | null): string {
  const options = [...(rules === null ? [] : ['--rules', rules]), ...(from === null ? [] : ['--from', from])]
  return [...files, ...options].map(forShell).join(' ')
}

const forShell = (word: string): string =>
  /^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`

const HELP: Help = {
  before: `Says what survey files are: the tool, the tables and how they join, what each column holds, and which facts
of the pack it may say. With --write it proposes a mapping, whose lines a person then reads and decides.

Examples:
  tpa inspect export.zip
  tpa inspect main.csv roster.csv --write mapping.yaml
  tpa inspect list.xlsx --title-rows 1 --columns
  tpa inspect export/ --rules my-pack -f json -o inspected.json
`,
  after: `
Nothing that is only likely stands in a proposed mapping but as a comment. A column that seems to hold names,
numbers of identity cards or telephones is never shown: its cells are \`…\`. A file that --write names is
overwritten only with --force. Where no file can be read the exit code is 2.
${EXIT_CODES_AND_ENVIRONMENT}`,
}
