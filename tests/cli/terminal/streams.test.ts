import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { households, manyHouseholds, PROGRAM, scratch } from '../run.js'

const MIXED = households({ household_id: 'A' }, { household_id: 'B', net_income: '' })

// biome-ignore lint/suspicious/noControlCharactersInRegex: colour begins with this character
const COLOUR = /\u001b\[\d+m/g

describe('colour', () => {
  test.each([
    ['piped', [], {}, false],
    ['--color always', ['--color', 'always'], {}, true],
    ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, false],
    ['NO_COLOR before FORCE_COLOR', [], { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['--color before NO_COLOR', ['--color', 'always'], { NO_COLOR: '1' }, true],
    ['--color never before FORCE_COLOR', ['--color', 'never'], { FORCE_COLOR: '1' }, false],
  ])('%s', (_, args, env, expected) => {
    const { out } = scratch({ 'a.csv': MIXED }).tpa(['assess', 'a.csv', ...args], { env })
    expect(out.search(COLOUR) >= 0).toBe(expected)
  })

  test('never gets into files', () => {
    const { tpa, read } = scratch({ 'a.csv': MIXED })
    tpa(['assess', 'a.csv', '-o', 'a.txt', '--color', 'always'])
    expect(read('a.txt')).not.toMatch(COLOUR)
  })

  test('says nothing that the words do not say', () => {
    const { tpa } = scratch({ 'a.csv': MIXED })
    const bare = tpa(['assess', 'a.csv', '--color', 'always']).out.replace(COLOUR, '')
    expect(bare).toBe(tpa(['assess', 'a.csv']).out)
  })
})

test('piped stderr shows no progress', () => {
  const { tpa } = scratch({ 'a.csv': manyHouseholds(8_000) })
  expect(tpa(['assess', 'a.csv', '-f', 'csv', '-q']).err).toBe('')
})

const shell = (folder: string, command: string) =>
  spawnSync('bash', ['--norc', '-c', `set -o pipefail; ${command}`], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', NODE: process.execPath, TPA: PROGRAM },
  })

test('a folder that has gone is told', () => {
  const { folder } = scratch({ 'a.csv': MIXED })
  const { status, stderr } = shell(folder, 'mkdir x && cd x && rmdir ../x && "$NODE" "$TPA" assess a.csv')
  expect(status).toBe(2)
  expect(stderr).toMatch(/the folder in which it runs is gone|there is no such file/)
})

describe('a reader that goes away', () => {
  test('ends the run quietly, with 0', () => {
    const { folder } = scratch({ 'a.csv': manyHouseholds(5_000) })
    const { status, stdout, stderr } = shell(folder, '"$NODE" "$TPA" assess a.csv -f csv | head -n 1')
    expect(stdout).toMatch(/^household_id,decision,/)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  test('does not keep a report from being written', () => {
    const { folder, read, files } = scratch({ 'a.csv': manyHouseholds(2_000) })
    const { status } = shell(
      folder,
      '"$NODE" "$TPA" assess a.csv -f csv -q --report ndjson=all.ndjson | head -n 1',
    )
    expect(status).toBe(0)
    expect(read('all.ndjson').trimEnd().split('\n')).toHaveLength(2_000)
    expect(files()).toEqual(['a.csv', 'all.ndjson'])
  })
})

/** More than the fast way of files asks for. */
const BIG = manyHouseholds(2_000)

/** Every way to write to stdout: one command each, with a result. */
const RESULTS = {
  '--version': '--version',
  '--help': 'assess --help',
  'assess, from bytes': 'assess big.csv -f csv -q --engine compiled --threads 1',
  'assess, in threads': 'assess big.csv -f csv -q --engine compiled --threads 2',
  'assess, as text': 'assess a.csv -f csv -q --engine interpret',
  validate: 'validate a.csv',
  explain: 'explain a.csv --id A',
  inspect: 'inspect a.csv',
  check: 'check cn-village-exit',
  test: 'test cn-village-exit',
  diff: 'diff cn-2020 cn-2020-income-first a.csv',
}

describe.each(Object.entries(RESULTS))('where stdout cannot be written: %s', (_, command) => {
  const made = () => scratch({ 'a.csv': MIXED, 'big.csv': BIG })
  const errors = (stderr: string) => stderr.match(/error\[[a-z-]+\].*/g)

  test('ends with 2 and one sentence', () => {
    const { status, stderr } = shell(made().folder, `"$NODE" "$TPA" ${command} > /dev/full`)
    expect(errors(stderr)).toEqual(['error[unwritable-output]  `stdout`: it cannot be written: ENOSPC'])
    expect(stderr).not.toMatch(/^ {4}at /m)
    expect(status).toBe(2)
  })

  test('ends with 2 too where it cannot be said', () => {
    const { folder } = made()
    for (const closed of ['2> /dev/full', '2>&-'])
      expect(shell(folder, `"$NODE" "$TPA" ${command} > /dev/full ${closed}`).status, closed).toBe(2)
  })
})

describe('a file that may not grow so far', () => {
  // In blocks of 1024 bytes; the result has more, so that one piece of it is written in part.
  const LIMIT = 'ulimit -f 40'
  test.each([
    ['stdout', '> out.csv', 'stdout'],
    ['-o', '-o out.csv', '-o out.csv'],
  ])('is never taken for a whole one: %s', (_, to, asked) => {
    const { folder, write, read, files } = scratch({ 'big.csv': BIG })
    for (const how of [
      '--engine interpret',
      '--engine compiled --threads 1',
      '--engine compiled --threads 2',
    ]) {
      write('out.csv', 'old')
      const run = `${LIMIT}; "$NODE" "$TPA" assess big.csv -f csv -q ${how} ${to}`
      const { status, stderr } = shell(folder, run)
      expect(stderr).toMatch(`error[unwritable-output]  \`${asked}\`: it cannot be written: EFBIG\n`)
      expect(status).toBe(2)
      expect(files()).toEqual(['big.csv', 'out.csv'])
      if (to.startsWith('-o')) expect(read('out.csv')).toBe('old')
    }
  })
})

test.each([
  ['closed stdout', 'assess a.csv -f csv -o out.csv -q >&-', 0],
  ['closed stderr', 'assess a.csv -f csv -o out.csv 2>&-', 0],
  ['full stderr', 'assess a.csv -f csv -o out.csv 2> /dev/full', 0],
  ['closed stdin', 'assess a.csv -f csv -o out.csv <&-', 0],
])('a run needs no %s', (_, command, code) => {
  const { folder, read } = scratch({ 'a.csv': MIXED })
  expect(shell(folder, `"$NODE" "$TPA" ${command}`).status).toBe(code)
  expect(read('out.csv')).toMatch(/^household_id,.*\nA,.*\nB,/)
})

test('what goes to the file of stdout by its own name is appended, as the shell was told', () => {
  const { folder, read } = scratch({ 'a.csv': MIXED, 'log.csv': 'first\n' })
  for (const name of ['/dev/stdout', 'log.csv']) {
    const { status, stderr } = shell(folder, `"$NODE" "$TPA" assess a.csv -f csv -q -o ${name} >> log.csv`)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  }
  expect(read('log.csv').match(/^first$|^household_id/gm)).toEqual(['first', 'household_id', 'household_id'])
})

test('a pipe that takes only so much at once gets everything', () => {
  const { folder } = scratch({ 'a.csv': manyHouseholds(3_000) })
  // Node sets the pipe so, for all who write to it.
  const beside = `"$NODE" -e "process.stdout._handle; fs.writeFileSync('set', ''); setTimeout(() => {}, 60000)"`
  const isSet = 'until [ -e set ]; do sleep 0.1; done'
  const run = '"$NODE" "$TPA" assess a.csv -f csv -q --engine interpret'
  // The reader takes a line and rests, until the pipe holds no more.
  const reader = '{ read -r first; sleep 1; wc -l; }'
  const { stdout } = shell(folder, `{ ${beside} & ${isSet}; ${run}; kill $!; } | ${reader}`)
  expect(stdout.trim()).toBe('3000')
})
