import type { ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { manyHouseholds, scratch } from '../../cli/run.js'

/** Some MB: rows that are judged at once, so that something is written soon, and many more each of which takes the normal reader. */
function longSurvey(): string {
  const lines = manyHouseholds(60_000).split('\n')
  return lines.map((line, at) => (at < 8000 ? line : line.replace(',A,', ',?,'))).join('\n')
}

const LONG = longSurvey()

/** Files beside the input and the output that have something in them. */
const litterIn = (folder: string) =>
  readdirSync(folder).filter(
    (name) => name !== 'a.csv' && name !== 'out.csv' && statSync(join(folder, name)).size > 0,
  )

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; waited < 2000 && !isSo(); waited++) await new Promise((done) => setTimeout(done, 5))
}

/** How a process ended; its threads end with it. */
const ended = (program: ChildProcess) =>
  new Promise<{ code: number | null; signal: string | null; err: string }>((done) => {
    let err = ''
    program.stderr?.on('data', (chunk) => {
      err += chunk
    })
    program.on('close', (code, signal) => done({ code, signal, err }))
  })

/** Starts a run onto an existing file and ends it by a signal once it has begun to write. */
async function stoppedBy(signal: NodeJS.Signals, threads: number) {
  const { folder, start } = scratch({ 'a.csv': LONG, 'out.csv': 'old' })
  const program = start([
    'assess',
    'a.csv',
    '-o',
    'out.csv',
    '--engine',
    'compiled',
    '--threads',
    String(threads),
  ])
  const end = ended(program)
  await until(() => litterIn(folder).length > 0)
  const begun = litterIn(folder)
  program.kill(signal)
  const run = await end
  const old = readFileSync(join(folder, 'out.csv'), 'utf8')
  const again = () => ended(start(['assess', 'a.csv', '-o', 'out.csv']))
  return { ...run, begun, old, left: litterIn(folder), folder, again }
}

const PART = expect.stringMatching(/^\.out\.csv\..*\.part$/)

describe('a run over bytes that is stopped while it writes', () => {
  it.each([
    ['SIGINT', 1],
    ['SIGINT', 3],
    ['SIGTERM', 1],
    ['SIGHUP', 3],
    ['SIGKILL', 1],
    ['SIGKILL', 3],
  ] as const)(
    'by %s in %i threads leaves the old file whole, and beside it no more than a part, which the next run removes',
    async (asked, threads) => {
      const { signal, err, begun, old, left, folder, again } = await stoppedBy(asked, threads)
      expect({ signal, err, begun, old, left }).toEqual({
        ...{ signal: asked, err: '', begun: [PART], old: 'old', left: [PART] },
      })
      expect((await again()).code).toBe(0)
      expect(litterIn(folder)).toEqual([])
    },
  )
})
