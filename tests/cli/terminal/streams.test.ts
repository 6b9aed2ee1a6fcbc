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

describe('a reader of stdout that goes away', () => {
  const shell = (folder: string, command: string) =>
    spawnSync('bash', ['--norc', '-c', `set -o pipefail; ${command}`], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', NODE: process.execPath, TPA: PROGRAM },
    })

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

describe('an interrupted run', () => {
  test('says how far it came, removes unfinished files, leaves old ones whole, and ends with 130', async () => {
    const { start, files, read } = scratch({ 'a.csv': manyHouseholds(20_000), 'x.csv': 'old' })
    const program = start(['assess', 'a.csv', '-o', 'x.csv'])
    let err = ''
    program.stderr?.on('data', (chunk) => {
      err += chunk
    })
    const ended = new Promise<number | null>((done) => program.on('close', done))
    for (let waited = 0; waited < 400 && files().length < 3; waited++)
      await new Promise((done) => setTimeout(done, 25))
    expect(files()).toHaveLength(3)
    program.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(err).toMatch(/^interrupted after \d+ households?; the unfinished file was removed\n$/)
    expect(files()).toEqual(['a.csv', 'x.csv'])
    expect(read('x.csv')).toBe('old')
  })

  test('that waits for stdin ends as well', async () => {
    const { start } = scratch()
    const program = start(['assess', '-'])
    const ended = new Promise<number | null>((done) => program.on('close', done))
    program.stdin?.write('household_id\n')
    await new Promise((done) => setTimeout(done, 1500))
    program.kill('SIGINT')
    expect(await ended).toBe(130)
  })
})
