import type { Command } from 'commander'
import { say } from '../../base/say/say.js'
import { CHECK_FORMATS, type CheckFormat } from '../../report/check/formats.js'
import type { Help } from '../request/help.js'
import { type DisplayFlags, formatOption } from '../request/options.js'
import type { ExitCode } from '../terminal/exit-code.js'

interface CheckFlags extends DisplayFlags {
  readonly format?: CheckFormat
  readonly staleAfter?: string
  readonly notes: boolean
}

/** Adds `tpa check`; what takes time to load is loaded by its action. */
export function addCheck(program: Command, done: (code: ExitCode) => void): Help {
  program
    .command('check')
    .summary(say('check.summary'))
    .argument('[packs...]', say('argument.packs'))
    .optionsGroup(say('help.results'))
    .addOption(formatOption(CHECK_FORMATS, 'option.format.table'))
    .option('--stale-after <date>', say('option.stale-after'))
    .option('--notes', say('option.notes'), false)
    .action(async (packs: string[], { format = 'table', staleAfter, notes, color, quiet }: CheckFlags) => {
      const { check } = await import('./run.js')
      const { openTerminal } = await import('../terminal/terminal.js')
      const request = { packs, format, staleAfter: staleAfter ?? null, notes, quiet }
      done(await check(request, openTerminal(color)))
    })
  return HELP
}

const HELP: Help = {
  about: 'check.about',
  examples: [['tpa check', 'check.default'], ['tpa check rules/my-pack'], ['tpa check cn-2020 -f json']],
  common: ['--notes', '--stale-after', '--format', '--help'],
}
