import type { Command } from 'commander'
import { say } from '../../base/say/say.js'
import type { Help } from '../request/help.js'
import type { DisplayFlags } from '../request/options.js'
import type { ExitCode } from '../terminal/exit-code.js'

interface PagesFlags extends DisplayFlags {
  readonly output?: string
}

/** Adds `tpa pages`; what takes time to load is loaded by its action. */
export function addPages(program: Command, done: (code: ExitCode) => void): Help {
  program
    .command('pages')
    .summary(say('pages.summary'))
    .argument('[packs...]', say('argument.packs'))
    .optionsGroup(say('help.results'))
    .option('-o, --output <path>', say('option.pages'))
    .action(async (packs: string[], { output, color, quiet }: PagesFlags) => {
      const { pages } = await import('./run.js')
      const { openTerminal } = await import('../terminal/terminal.js')
      done(await pages({ packs, output: output ?? null, quiet }, openTerminal(color)))
    })
  return HELP
}

const HELP: Help = {
  about: 'pages.about',
  examples: [
    ['tpa pages cn-2020 -o cn-2020.html'],
    ['tpa pages rules/my-pack -o pages/', 'pages.folder'],
    ['tpa pages -o pages/', 'check.default'],
  ],
  common: ['--output', '--lang', '--help'],
}
