import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readOptions } from '../../faults/options.js'
import { faultsIn } from '../../faults/run/judge.js'
import type { Ended } from '../../faults/run/program.js'
import { layOut, OLD, type Scene } from '../../faults/run/scene.js'
import { scratch } from '../cli/run.js'

const SCENE: Scene = { name: 'two files', args: [], files: {}, targets: ['a.csv', 'b.csv'] }
const NEW = ['new a', 'new b']
const ALLOWED = { ends: [0, 2] as const, parts: false, wholes: [NEW] }
const ended = (code: number, err = ''): Ended => ({ code, signal: null, out: '', err, milliseconds: 1 })

function scene(change: (write: (name: string, text: string) => void, folder: string) => void): string {
  const { folder } = scratch()
  layOut(folder, SCENE)
  change((name, text) => writeFileSync(join(folder, 'out', name), text), folder)
  return folder
}

const old = () => scene(() => {})
const renewed = () =>
  scene((write) => {
    write('a.csv', 'new a')
    write('b.csv', 'new b')
  })

describe('after a fault', () => {
  test('old files with a reason, and new files, are right', () => {
    expect(faultsIn(old(), SCENE, ended(2, 'error[unwritable-output]  x\n'), ALLOWED)).toEqual([])
    expect(faultsIn(renewed(), SCENE, ended(0), ALLOWED)).toEqual([])
  })

  const cut = () => scene((write) => write('a.csv', 'new'))
  const gone = () => scene((_, folder) => rmSync(join(folder, 'out', 'a.csv')))
  const part = () => scene((write) => write('.a.csv.part', 'ne'))
  const open = () => scene((_, folder) => chmodSync(join(folder, 'out', 'a.csv'), 0o600))
  const half = () => scene((write) => write('a.csv', 'new a'))
  const refused = 'error[unwritable-output]  x\n'

  test.each([
    ['a file cut short', cut, ended(2, refused), /a\.csv is neither/],
    ['a file that is gone', gone, ended(2, refused), /a\.csv is neither/],
    ['success with an old file', half, ended(0), /exit 0 without all results/],
    ['failure with all new files', renewed, ended(2, refused), /exit 2 with all results/],
    ['a part left behind', part, ended(2, refused), /left behind: out\/\.a\.csv\.part/],
    ['another mode', open, ended(2, refused), /another mode: a\.csv/],
    ['an exit code that is not allowed', old, ended(70, 'x'), /ended with 70/],
    ['a stack', old, ended(2, `${refused}\n    at x (/a.js:1:2)\n`), /a stack/],
    ['no reason', old, ended(2), /without a reason/],
  ])('%s is seen', (_, make, end, said) => {
    expect(faultsIn(make(), SCENE, end, ALLOWED).join('\n')).toMatch(said)
  })
})

test('the second target is reached by a link, and the old files hold what the judge takes for old', () => {
  expect(faultsIn(old(), SCENE, ended(0), { ...ALLOWED, wholes: [[OLD, OLD]] })).toEqual([])
})

test.each([
  [['--seed', '7', '--times', '100'], { seed: 7, times: 100, workers: 2 }],
  [['--only', 'a signal'], { only: 'a signal', patience: 1000 }],
  [['--seed', 'x'], '--seed takes a whole number'],
])('%j', (args, expected) => {
  const options = readOptions(args)
  if (typeof expected === 'string') expect(options).toBe(expected)
  else expect(options).toMatchObject(expected)
})
