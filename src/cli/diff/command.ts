import type { Command } from 'commander'
import type { Engine } from '../../engine/assessment.js'
import { DIFF_FORMATS, type DiffFormat } from '../../report/diff/formats.js'
import { EXIT_CODES_AND_ENVIRONMENT, type Help, withHelp } from '../request/help.js'
import { collect, type DisplayFlags, engineOption, formatOption, readingOptions } from '../request/options.js'
import { type ReadingFlags, readingRequest } from '../request/reading.js'
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
export function addDiff(program: Command, done: (code: ExitCode) => void): void {
  const command = program
    .command('diff')
    .summary('who gets another decision under a changed pack, and why')
    .argument('<old>', 'a pack folder, a pack.yaml, the id of a shipped pack, or REF:path in git')
    .argument('<new>', 'the same')
    .argument('<files...>', 'survey files: csv, xlsx, yaml, json, ndjson, zip, folder; `-` is stdin')
  readingOptions(command)
    .addOption(formatOption(DIFF_FORMATS, 'default: by the extension of -o, else table'))
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
  withHelp(command, HELP)
}

const HELP: Help = {
  before: `Judges the same households by two packs: what changed, who gets another decision, and because of which change.

Examples:
  tpa diff cn-2020 rules/my-pack households.csv
  tpa diff main:rules/cn-2020 rules/cn-2020 households.csv --by village
  tpa diff main:rules/cn-2020 rules/cn-2020 households.csv -f markdown > comment.md
  tpa diff v1:rules/mine rules/mine households.csv --fail-on 'moved>1%'
  tpa diff v1:rules/mine rules/mine households.csv --accept moved.json
  tpa diff v1:rules/mine rules/mine households.csv --baseline moved.json
`,
  after: `
Gates of --fail-on: NAME OP NUMBER[%], where NAME is moved, FROM->TO with two decisions, or one of
the ledger (read, assessed, rejected, duplicates, not_interviews, blank_rows, skipped_rows,
total_rows), OP one of < <= > >= = !=, and % is percent of what was assessed.
${EXIT_CODES_AND_ENVIRONMENT}`,
}
