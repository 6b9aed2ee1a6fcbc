import type { ChildProcess } from 'node:child_process'
import { expect, test } from 'vitest'
import { manyHouseholds, type Scratch, scratch } from '../run.js'

/** Rows that the normal reader must judge, and so many that no machine is done soon. */
const LONG = manyHouseholds(60_000).replaceAll(',A,', ',?,')

const ended = (program: ChildProcess) =>
  new Promise<{ code: number | null; signal: NodeJS.Signals | null; err: string }>((done) => {
    let err = ''
    program.stderr?.on('data', (part) => {
      err += part
    })
    program.on('close', (code, signal) => done({ code, signal, err }))
  })

const pause = (milliseconds: number) =>
  new Promise<null>((done) => setTimeout(() => done(null), milliseconds))

/** A second is promised; a busy machine is given more, and yet less than any of these runs takes. */
const ENOUGH = 4000

const MEASURED = ['cn-2020', 'cn-guizhou-2011', 'cn-2020-income-first', 'cn-guizhou-monitoring']

const RUNS = [
  [
    'assess, which reads twice and judges',
    'SIGINT',
    ['assess', 'a.csv', '--engine', 'interpret', '-o', 'x.csv'],
  ],
  ['validate', 'SIGTERM', ['validate', 'a.csv', '-o', 'x.csv']],
  ['measure', 'SIGTERM', ['measure', 'a.csv', '--by', 'village', '-o', 'x.csv']],
  ['explain', 'SIGHUP', ['explain', 'a.csv', '--id', 'nobody']],
  ['inspect', 'SIGINT', ['inspect', 'a.csv', 'b.csv', 'c.csv', '-f', 'table', '-o', 'x.csv']],
  ['diff', 'SIGTERM', ['diff', 'cn-2020', 'cn-2020-income-first', 'a.csv', '-o', 'x.csv']],
  [
    'test, in a loop without a pause',
    'SIGINT',
    ['test', ...MEASURED, '--mutate', '-f', 'table', '-o', 'x.csv'],
  ],
  ['check, in a loop without a pause', 'SIGHUP', ['check', ...MEASURED, ...MEASURED]],
  ['a run that waits for stdin', 'SIGTERM', ['assess', '-', '-o', 'x.csv']],
] as const

interface Outcome {
  /** What had come of it before the signal; `null` while it was at work. */
  readonly early: unknown
  readonly end: unknown
  readonly kept: string
}

async function stopped([, signal, args]: (typeof RUNS)[number], made: Scratch): Promise<Outcome> {
  const program = made.start(args)
  const end = ended(program)
  program.stdin?.write('household_id\n')
  const early = await Promise.race([end, pause(900)])
  program.kill(signal)
  return { early, end: await Promise.race([end, pause(ENOUGH)]), kept: made.read('x.csv') }
}

// Two at a time, one for each core that the least of machines has.
test.each(pairs(RUNS))('a signal ends it whatever it does, and the old file stays: %s', async (_, runs) => {
  const files = { 'a.csv': LONG, 'b.csv': LONG, 'c.csv': LONG, 'x.csv': 'old' }
  const outcomes = await Promise.all(runs.map((run) => stopped(run, scratch(files))))
  expect(outcomes).toEqual(
    runs.map(([, signal]) => ({ early: null, end: { code: null, signal, err: '' }, kept: 'old' })),
  )
})

function pairs<T extends readonly [string, ...unknown[]]>(all: readonly T[]): [string, readonly T[]][] {
  const starts = all.flatMap((_, at) => (at % 2 === 0 ? [all.slice(at, at + 2)] : []))
  return starts.map((pair) => [pair.map(([name]) => name).join('; '), pair])
}
