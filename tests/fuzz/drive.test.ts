import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drive } from '../../fuzz/drive/drive.js'
import { count, openTally, shareReached, tallyTable } from '../../fuzz/drive/tally.js'
import type { Judgement } from '../../fuzz/judge/judge-case.js'
import { judgeCase } from '../../fuzz/judge/judge-case.js'
import type { RunProgram } from '../../fuzz/judge/run-program.js'
import { readOptions } from '../../fuzz/options.js'
import { scratch } from '../cli/run.js'

/** A child that does to each case what its number says. */
const CHILD = `process.once('message', async ({ from, to }) => {
  for (let number = from; number < to; number++) {
    await new Promise((done) => process.send({ begins: number }, done))
    if (number === 2) await new Promise((done) => setTimeout(done, 60_000))
    if (number === 4) process.exit(9)
    const judgement = { reached: 'decided', code: '0', codes: ['check'], runs: 1, found: [] }
    await new Promise((done) => process.send({ done: number, judgement }, done))
  }
  process.disconnect()
})`

test('a case that hangs and one that ends the process are found, and all others are judged', async () => {
  const { folder, write } = scratch()
  write('child.cjs', CHILD)
  const seen = new Map<number, Judgement>()
  await drive({
    script: join(folder, 'child.cjs'),
    className: 'csv',
    seed: 1,
    folder,
    without: [],
    from: 0,
    to: 7,
    limit: 3000,
    memory: 64,
    until: Number.POSITIVE_INFINITY,
    onCase: (number, judgement) => seen.set(number, judgement),
  })
  expect([...seen.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(seen.get(2)?.found).toMatchObject([{ oracle: 'time' }])
  expect(seen.get(4)?.found).toMatchObject([{ oracle: 'memory' }])
  expect([0, 1, 3, 5, 6].flatMap((number) => seen.get(number)?.found ?? [])).toEqual([])
})

test('counts say how many came past loading, and which diagnostics were told', () => {
  const tally = openTally()
  for (const reached of ['decided', 'decided', 'diagnosed', 'refused'] as const)
    count(tally, { reached, code: '0', codes: ['check'], runs: 2, found: [] })
  expect(shareReached(tally)).toBe(0.75)
  expect(tallyTable(new Map([['csv', tally]]))).toContain('| csv | 4 | 8 | 2 | 1 | 0 | 1 | 75% | 0 |')
})

test('a program that writes into what it reads, and loses rows, is found out', async () => {
  const { folder, write } = scratch()
  const program: RunProgram = async (args) => {
    write('case/in.csv', 'changed')
    const ledger = { read: 2, assessed: 1, rejected: 1, duplicates: 0, not_interviews: 0 }
    return { args, code: 0, out: JSON.stringify({ ledger }), err: '', thrown: null }
  }
  const input = {
    files: { 'in.csv': 'id\n1\n2\n' },
    runs: [{ args: ['assess', 'in.csv', '-f', 'json', '--rejects', 'rejects.csv'] }],
  }
  const before = process.cwd()
  const judged = await judgeCase(join(folder, 'case'), input, program, new Set())
  process.chdir(before)
  expect(judged.found.map(({ oracle }) => oracle)).toEqual(['rejects', 'inputs'])
  expect(readFileSync(join(folder, 'case', 'in.csv'), 'utf8')).toBe('changed')
})

test.each([
  [
    ['--class', 'packs', '--seed', '7', '--inputs', '5000'],
    { classes: ['packs'], seed: 7, inputs: 5000, from: 0 },
  ],
  [['--class', 'csv,trees', '--case', '12'], { classes: ['csv', 'trees'], inputs: 1, from: 12 }],
  [['--without', 'streams'], { without: ['streams'], seconds: null }],
  [['--class', 'none'], 'no class is called `none`'],
  [['--without', 'none'], 'no oracle is called `none`'],
  [['--seed', 'x'], '--seed takes a whole number'],
])('%j', (args, expected) => {
  const options = readOptions(args, 'kept')
  if (typeof expected === 'string') expect(options).toBe(expected)
  else expect(options).toMatchObject(expected)
})
