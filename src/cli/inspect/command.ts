import type { Command } from 'commander'
import { say } from '../../base/say/say.js'
import { INSPECT_FORMATS, type InspectFormat } from '../../report/inspect/formats.js'
import type { Help } from '../request/help.js'
import { type DisplayFlags, formatOption, rulesOption } from '../request/options.js'
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
export function addInspect(program: Command, done: (code: ExitCode) => void): Help {
  const command = program
    .command('inspect')
    .summary(say('inspect.summary'))
    .argument('<files...>', say('argument.survey'))
  rulesOption(lookOptions(command))
    .optionsGroup(say('help.results'))
    .addOption(formatOption(INSPECT_FORMATS, 'option.format.output'))
    .option('-o, --output <file>', say('option.output'))
    .option('--write <file>', say('option.write'))
    .option('--force', say('option.force'), false)
    .option('--columns', say('option.columns'), false)
    .action(async (files: string[], flags: InspectFlags) => {
      const { inspect } = await import('./run.js')
      const { openTerminal } = await import('../terminal/terminal.js')
      const { format = null, output = null, write = null, rules = null, force, columns, quiet } = flags
      const { reading } = readingRequest(flags)
      const typed = typedAgain(files, rules, reading.format)
      const request = { files, rules, reading, format, output, write, force, columns, quiet, typed }
      done(await inspect(request, openTerminal(flags.color)))
    })
  return HELP
}

/** Operands and options as a person would type them again, quoted where a shell needs it. */
function typedAgain(files: readonly string[], rules: string | null, from: string | null): string {
  const options = [...(rules === null ? [] : ['--rules', rules]), ...(from === null ? [] : ['--from', from])]
  return [...files, ...options].map(forShell).join(' ')
}

const forShell = (word: string): string =>
  /^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`

const HELP: Help = {
  about: 'inspect.about',
  examples: [
    ['tpa inspect export.zip'],
    ['tpa inspect main.csv roster.csv --write mapping.yaml'],
    ['tpa inspect list.xlsx --title-rows 1 --columns'],
    ['tpa inspect export/ --rules my-pack -f json -o inspected.json'],
  ],
  more: 'inspect.more',
  common: ['--rules', '--write', '--columns', '--title-rows', '--format', '--output', '--help'],
}
