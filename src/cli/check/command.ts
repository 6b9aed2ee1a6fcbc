import type { Command } from 'commander'
import { CHECK_FORMATS, type CheckFormat } from '../../report/check/formats.js'
import { EXIT_CODES_AND_ENVIRONMENT, type Help, withHelp } from '../request/help.js'
import { type DisplayFlags, formatOption } from '../request/options.js'
import type { ExitCode } from '../terminal/exit-code.js'

interface CheckFlags extends DisplayFlags {
  readonly format?: CheckFormat
  readonly staleAfter?: string
  readonly notes: boolean
}

/** Adds `tpa check`; what takes time to load is loaded by its action. */
export function addCheck(program: Command, done: (code: ExitCode) => void): void {
  const command = program
    .command('check')
    .summary('load rule packs and prove what can be proved')
    .argument('[packs...]', 'folders, pack files or ids of shipped packs')
    .addOption(formatOption(CHECK_FORMATS, 'default: table'))
    .option('--stale-after <date>', 'ask for sources checked, and parameters set, on this day or later')
    .option('--notes', 'show notes, not only their number', false)
    .action(async (packs: string[], { format = 'table', staleAfter, notes, color, quiet }: CheckFlags) => {
      const { check } = await import('./run.js')
      const { openTerminal } = await import('../terminal/terminal.js')
      const request = { packs, format, staleAfter: staleAfter ?? null, notes, quiet }
      done(await check(request, openTerminal(color)))
    })
  withHelp(command, HELP)
}

const HELP: Help = {
  before: `Loads rule packs completely and proves what can be proved about them.

Examples:
  tpa check                                      ./rules/*/pack.yaml, else the packs of tpa
  tpa check rules/my-pack
  tpa check cn-2020 -f json
`,
  after: EXIT_CODES_AND_ENVIRONMENT,
}
