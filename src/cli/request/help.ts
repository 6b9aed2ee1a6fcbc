import type { Command } from 'commander'
import { displayOptions } from './options.js'

/** The parts of a command's help around the usage and the options that commander writes. */
export interface Help {
  readonly before: string
  readonly after: string
}

export const HELP_WIDTH = 96

const EXIT_CODES = `Exit codes:
  0    it ran; also when the reader of stdout went away
  1    it ran, and a gate tripped
  2    it could not run: usage, pack, unreadable input, an output that cannot be written
  70   a bug in tpa
  130  ended by SIGINT, as by Ctrl-C; 143 by SIGTERM, 129 by SIGHUP
`

const ENVIRONMENT = `Environment:
  NO_COLOR     no colour, unless --color says otherwise
  FORCE_COLOR  colour although stdout or stderr is no terminal
  CI           no progress line
  TMPDIR       where stdin is kept while it is read twice
  TPA_DEBUG    1 prints where a bug in tpa happened
`

/** What stands at the end of every help. */
export const EXIT_CODES_AND_ENVIRONMENT = `\n${EXIT_CODES}\n${ENVIRONMENT}`

/** Finishes a command with the options that every one has: examples first, exit codes and environment last. */
export function withHelp(command: Command, help: Help): void {
  decorate(displayOptions(command), help)
}

/** Puts the parts of a help around what commander writes. */
export function decorate(command: Command, { before, after }: Help): void {
  command
    .addHelpText('before', before)
    .addHelpText('after', after)
    .helpOption('-h, --help', 'show this help')
    .configureHelp({ helpWidth: HELP_WIDTH, optionDescription: ({ description }) => description })
}
