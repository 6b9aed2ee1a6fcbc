import { type Command, InvalidArgumentError } from 'commander'
import { say } from '../../base/say/say.js'
import type { Engine } from '../../engine/assessment.js'
import { TEST_FORMATS, type TestFormat } from '../../report/test/formats.js'
import type { Help } from '../request/help.js'
import { type DisplayFlags, engineOption, resultOptions } from '../request/options.js'
import type { ExitCode } from '../terminal/exit-code.js'

interface TestFlags extends DisplayFlags {
  readonly format?: TestFormat
  readonly output?: string
  readonly report: readonly string[]
  readonly filter?: string
  readonly failFast: boolean
  readonly update: boolean
  readonly coverage: boolean
  readonly coverageMin?: number
  readonly mutate: boolean
  readonly mutateMin?: number
  readonly engine?: Engine
}

/** Adds `tpa test`; what takes time to load is loaded by its action. */
export function addTest(program: Command, done: (code: ExitCode) => void): Help {
  const command = program
    .command('test')
    .summary(say('test.summary'))
    .argument('[packs...]', say('argument.packs'))
    .optionsGroup(say('help.input'))
    .option('--filter <text>', say('option.filter'))
    .option('--fail-fast', say('option.fail-fast'), false)
  resultOptions(command, TEST_FORMATS)
    .option('--coverage', say('option.coverage'), false)
    .option('--mutate', say('option.mutate'), false)
    .option('--update', say('option.update'), false)
    .optionsGroup(say('help.gates'))
    .option('--coverage-min <percent>', say('option.coverage-min'), percentage)
    .option('--mutate-min <percent>', say('option.mutate-min'), percentage)
    .optionsGroup(say('help.other'))
    .addOption(engineOption())
    .action(async (packs: string[], flags: TestFlags) => {
      const { test } = await import('./run.js')
      const { openTerminal } = await import('../terminal/terminal.js')
      const { format = null, output = null, filter = null, report: reports, failFast, update, quiet } = flags
      const { coverageMin = null, mutateMin = null, engine = null } = flags
      const coverage = flags.coverage || coverageMin !== null
      const mutate = flags.mutate || mutateMin !== null
      const measures = { coverage, coverageMin, mutate, mutateMin }
      const request = { packs, format, output, reports, filter, failFast, update, ...measures, engine, quiet }
      done(await test(request, openTerminal(flags.color)))
    })
  return HELP
}

function percentage(text: string): number {
  if (!/^\d{1,3}(\.\d+)?$/.test(text) || Number(text) > 100)
    throw new InvalidArgumentError(say('usage.percentage'))
  return Number(text)
}

const HELP: Help = {
  about: 'test.about',
  examples: [
    ['tpa test', 'check.default'],
    ['tpa test rules/my-pack --filter water'],
    ['tpa test --coverage --mutate', 'test.measures'],
    ['tpa test rules/my-pack --update', 'test.update'],
    ['tpa test --report junit=junit.xml', 'test.junit'],
    ['tpa test -f github', 'validate.annotations'],
    ['tpa test -f markdown >> "$GITHUB_STEP_SUMMARY"'],
  ],
  more: 'test.more',
  common: ['--filter', '--coverage', '--mutate', '--update', '--format', '--help'],
}
