import type { ChildProcess } from 'node:child_process'
import { expect, test } from 'vitest'
import { manyHouseholds, scratch } from '../run.js'

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

test.each([
  [
    'assess, which reads twice and judges',
    'SIGINT',
    ['assess', 'a.csv', '--engine', 'interpret', '-o', 'x.csv'],
  ],
  ['validate', 'SIGTERM', ['validate', 'a.csv', '-o', 'x.csv']],
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
] as const)('a signal ends it whatever it does, and the old file stays: %s', async (_, signal, args) => {
  const made = scratch({ 'a.csv': LONG, 'b.csv': LONG, 'c.csv': LONG, 'x.csv': 'old' })
  const program = made.start(args)
  const end = ended(program)
  program.stdin?.write('household_id\n')
  expect(await Promise.race([end, pause(900)]), 'it is at work').toBeNull()
  program.kill(signal)
  expect(await Promise.race([end, pause(ENOUGH)])).toEqual({ code: null, signal, err: '' })
  expect(made.read('x.csv')).toBe('old')
})
