import { type Command, InvalidArgumentError } from 'commander'
import type { Engine } from '../../engine/assessment.js'
import { TEST_FORMATS, type TestFormat } from '../../report/test/formats.js'
import { EXIT_CODES_AND_ENVIRONMENT, type Help, withHelp } from '../request/help.js'
import { collect, type DisplayFlags, engineOption, formatOption } from '../request/options.js'
import type { ExitCode } from '../terminal/exit-code.js'

interface TestFlags extends DisplayFlags {
  readonly format?: TestFormat
  readonly output?: string
  readonly report: readonly string[]
  readonly filter?: string
  readonly failFast: boolean
  readonly coverage: boolean
  readonly coverageMin?: number
  readonly mutate: boolean
  readonly mutateMin?: number
  readonly engine?: Engine
}

/** Adds `tpa test`; what takes time to load is loaded by its action. */
export function addTest(program: Command, done: (code: ExitCode) => void): void {
  const command = program
    .command('test')
    .summary('run the test cases of rule packs')
    .argument('[packs...]', 'folders, pack files or ids of shipped packs')
    .addOption(formatOption(TEST_FORMATS, 'default: by the extension of -o, else table'))
    .option('-o, --output <file>', 'write the result to a file instead of stdout')
    .option('--report <format=file>', 'write a further report; may be repeated', collect, [])
    .option('--filter <text>', 'run the cases whose names hold this text')
    .option('--fail-fast', 'stop at the first case that fails', false)
    .option('--coverage', 'say what of the pack no case shows', false)
    .option('--coverage-min <percent>', 'exit 1 below this coverage', percentage)
    .option('--mutate', 'say which faults in the pack no case would notice', false)
    .option('--mutate-min <percent>', 'exit 1 where fewer faults are noticed', percentage)
    .addOption(engineOption())
    .action(async (packs: string[], flags: TestFlags) => {
      const { test } = await import('./run.js')
      const { openTerminal } = await import('../terminal/terminal.js')
      const { format = null, output = null, filter = null, report: reports, failFast, quiet } = flags
      const { coverageMin = null, mutateMin = null, engine = null } = flags
      const coverage = flags.coverage || coverageMin !== null
      const mutate = flags.mutate || mutateMin !== null
      const measures = { coverage, coverageMin, mutate, mutateMin }
      const request = { packs, format, output, reports, filter, failFast, ...measures, engine, quiet }
      done(await test(request, openTerminal(flags.color)))
    })
  withHelp(command, HELP)
}

function percentage(text: string): number {
  if (!/^\d{1,3}(\.\d+)?$/.test(text) || Number(text) > 100)
    throw new InvalidArgumentError('write a percentage from 0 to 100')
  return Number(text)
}

const HELP: Help = {
  before: `Runs the test cases that stand in the \`tests\` folder of rule packs.

Examples:
  tpa test                                       ./rules/*/pack.yaml, else the packs of tpa
  tpa test rules/my-pack --filter water
  tpa test --report junit=junit.xml              the table, and a file for a CI system
  tpa test --coverage --mutate                   do the cases test the rules at all?
  tpa test -f github                             annotations of GitHub Actions
  tpa test -f markdown >> "$GITHUB_STEP_SUMMARY"
`,
  after: `
A case fails where anything that it expects came out otherwise; so do cases that cannot be
read: an unknown name, no expectation, no case at all. Both exit 1.
${EXIT_CODES_AND_ENVIRONMENT}`,
}
