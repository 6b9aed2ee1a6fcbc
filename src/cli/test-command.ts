import type { Command } from 'commander'
import type { TestFormat } from '../report/test-formats.js'
import type { ExitCode } from './exit-code.js'
import { collect, formatOption } from './options.js'
import type { ColourChoice } from './terminal.js'
import { TEST_FORMAT_NAMES } from './test-request.js'

interface TestFlags {
  readonly quiet: boolean
  readonly color: ColourChoice
  readonly format?: TestFormat
  readonly output?: string
  readonly report: readonly string[]
  readonly filter?: string
  readonly failFast: boolean
}

/** Adds `tpa test`; what takes time to load is loaded by its action. */
export const addTest = (program: Command, done: (code: ExitCode) => void): Command =>
  program
    .command('test')
    .summary('run the test cases of rule packs')
    .argument('[packs...]', 'folders, pack files or ids of shipped packs')
    .addOption(formatOption(TEST_FORMAT_NAMES, 'default: by the extension of -o, else table'))
    .option('-o, --output <file>', 'write the result to a file instead of stdout')
    .option('--report <format=file>', 'write a further report; may be repeated', collect, [])
    .option('--filter <text>', 'run the cases whose names hold this text')
    .option('--fail-fast', 'stop at the first case that fails', false)
    .action(async (packs: string[], flags: TestFlags) => {
      const { test } = await import('./test.js')
      const { openTerminal } = await import('./terminal.js')
      const { format = null, output = null, filter = null, report: reports, failFast, quiet } = flags
      const request = { packs, format, output, reports, filter, failFast, quiet }
      done(await test(request, openTerminal(flags.color)))
    })
