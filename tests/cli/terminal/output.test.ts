import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getuid, umask } from 'node:process'
import { describe, expect, test } from 'vitest'
import { lookUpInputs } from '../../../src/cli/terminal/inputs.js'
import { createOutputs, type Outputs } from '../../../src/cli/terminal/outputs.js'
import { diagnosticOf } from '../../../src/survey/files/input.js'
import { folderOf } from '../../survey/files/open.js'

const NOTHING_READ = {
  ...{ surveys: [], mapping: null, packs: [], suites: [], baseline: null, record: null, repositories: [] },
}

const target = (path: string) => ({ path, asked: `-o ${path}` })

/** Outputs to files of a folder, each with something written to it. */
async function outputsTo(...paths: readonly string[]): Promise<Outputs> {
  const outputs = createOutputs(await lookUpInputs(NOTHING_READ))
  for (const path of paths) await (await outputs.open(target(path), 'program')).write('new')
  return outputs
}

const write = async (...paths: readonly string[]) => (await outputsTo(...paths)).finish()

/** The sentence of what was refused. */
const refusal = (done: Promise<void>) =>
  done.then(
    () => 'nothing was refused',
    (error: unknown) => diagnosticOf(error)?.message ?? String(error),
  )

const text = (...path: string[]) => readFileSync(join(...path), 'utf8')

describe('a file that is replaced', () => {
  test.each([0o600, 0o640, 0o666, 0o755])('keeps its mode %o, whatever the mask', async (mode) => {
    const folder = folderOf({ 'out.csv': 'old' })
    chmodSync(join(folder, 'out.csv'), mode)
    const before = umask(0o077)
    try {
      await write(join(folder, 'out.csv'))
    } finally {
      umask(before)
    }
    expect(statSync(join(folder, 'out.csv')).mode & 0o7777).toBe(mode)
    expect(text(folder, 'out.csv')).toBe('new')
  })

  test.runIf(getuid?.() === 0)('keeps its owner', async () => {
    const folder = folderOf({ 'out.csv': 'old' })
    chownSync(join(folder, 'out.csv'), 123, 456)
    await write(join(folder, 'out.csv'))
    expect(statSync(join(folder, 'out.csv'))).toMatchObject({ uid: 123, gid: 456 })
  })

  test.each(['real/out.csv', 'real/not-there.csv'])('is the one that a link points to: %s', async (file) => {
    const folder = folderOf({ 'real/out.csv': 'old', 'x/y': '' })
    symlinkSync(join('..', file), join(folder, 'x', 'middle'))
    symlinkSync(join('x', 'middle'), join(folder, 'link'))
    await write(join(folder, 'link'))
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true)
    expect(lstatSync(join(folder, 'x', 'middle')).isSymbolicLink()).toBe(true)
    expect(text(folder, file)).toBe('new')
    expect(readdirSync(folder).sort()).toEqual(['link', 'real', 'x'])
  })

  test.each(['link', 'one'])('is no link that leads to itself: %s', async (name) => {
    const folder = folderOf({ 'x/y': '' })
    symlinkSync('link', join(folder, 'link'))
    symlinkSync('two', join(folder, 'one'))
    symlinkSync(join('x', '..', 'one'), join(folder, 'two'))
    expect(await refusal(write(join(folder, name)))).toContain('leads to itself')
    expect(readdirSync(folder).sort()).toEqual(['link', 'one', 'two', 'x'])
    expect(lstatSync(join(folder, name)).isSymbolicLink()).toBe(true)
  })

  test('stays as it was under its other names', async () => {
    const folder = folderOf({ 'out.csv': 'old' })
    linkSync(join(folder, 'out.csv'), join(folder, 'other.csv'))
    await write(join(folder, 'out.csv'))
    expect([text(folder, 'out.csv'), text(folder, 'other.csv')]).toEqual(['new', 'old'])
  })
})

test('devices and pipes are written in place, and stay what they are', async () => {
  const folder = folderOf({ x: '' })
  const pipe = join(folder, 'pipe')
  execFileSync('sh', ['-c', `mkfifo ${pipe}`])
  const read = readFile(pipe, 'utf8')
  await write(pipe, '/dev/null')
  expect(await read).toBe('new')
  expect(statSync(pipe).isFIFO()).toBe(true)
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  expect(readdirSync(folder).sort()).toEqual(['pipe', 'x'])
})

describe('what goes wrong underway is one sentence, and no other report has changed', () => {
  const made = () => folderOf({ 'a.csv': 'old', 'sub/b.csv': 'old' })
  test.each<[string, (folder: string) => void, string]>([
    ['the folder is removed', (folder) => rmSync(join(folder, 'sub'), { recursive: true }), 'ENOENT'],
    ['the folder is renamed', (folder) => renameSync(join(folder, 'sub'), join(folder, 'gone')), 'ENOENT'],
  ])('%s', async (_, disturb, code) => {
    const folder = made()
    const outputs = await outputsTo(join(folder, 'sub', 'b.csv'), join(folder, 'a.csv'))
    disturb(folder)
    expect(await refusal(outputs.finish())).toMatch(
      new RegExp(`sub/b.csv\`: .*(?:${code}|there is no folder)`),
    )
    await outputs.drop()
    expect(text(folder, 'a.csv')).toBe('old')
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('a folder takes the place of the file', async () => {
    const folder = made()
    const outputs = await outputsTo(join(folder, 'sub', 'b.csv'), join(folder, 'a.csv'))
    rmSync(join(folder, 'sub', 'b.csv'))
    mkdirSync(join(folder, 'sub', 'b.csv'))
    expect(await refusal(outputs.finish())).toContain('this is a folder')
    await outputs.drop()
    expect(readdirSync(join(folder, 'sub'))).toEqual(['b.csv'])
    expect(text(folder, 'a.csv')).toBe('old')
  })

  test('the disk is full', async () => {
    const folder = made()
    const outputs = await outputsTo(join(folder, 'a.csv'), '/dev/full')
    expect(await refusal(outputs.finish())).toBe('`-o /dev/full`: it cannot be written: ENOSPC')
    await outputs.drop()
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'sub'])
    expect(text(folder, 'a.csv')).toBe('old')
  })

  test('an input is moved to where the result should go', async () => {
    const folder = made()
    const inputs = await lookUpInputs({ ...NOTHING_READ, surveys: [join(folder, 'sub')] })
    const outputs = createOutputs(inputs)
    await (await outputs.open(target(join(folder, 'a.csv')), 'program')).write('new')
    renameSync(join(folder, 'sub', 'b.csv'), join(folder, 'a.csv'))
    expect(await refusal(outputs.finish())).toContain('this is a file that is read')
    await outputs.drop()
    expect(text(folder, 'a.csv')).toBe('old')
  })
})

test('two names that turn out to be one file do not take each other’s place', async () => {
  const folder = folderOf({ 'one/y': '', 'two/y': '' })
  const [one, two] = [join(folder, 'one'), join(folder, 'two')]
  const outputs = await outputsTo(join(one, 'x.csv'), join(two, 'x.csv'))
  for (const name of readdirSync(two)) renameSync(join(two, name), join(one, name))
  rmSync(two, { recursive: true })
  symlinkSync('one', two)
  expect(await refusal(outputs.finish())).toContain('two/x.csv`: another report has become this very file')
  await outputs.drop()
  expect(readdirSync(one).sort()).toEqual(['x.csv', 'y'])
})

test('two writers to one target leave the whole of one of them', async () => {
  const folder = folderOf({ 'out.csv': 'old' })
  const path = join(folder, 'out.csv')
  const [first, second] = await Promise.all([outputsTo(path), outputsTo(path)])
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toHaveLength(2)
  await Promise.all([first.finish(), second.finish()])
  expect(text(folder, 'out.csv')).toBe('new')
  expect(readdirSync(folder)).toEqual(['out.csv'])
})

test.each([
  ['', 'this names no file'],
  ['no/such/out.csv', 'there is no folder'],
  ['out/', 'this is a folder'],
  ['.', 'this is a folder'],
])('what can never be a file is told before a run: `%s`', async (path, sentence) => {
  expect(await refusal(outputsTo(path).then(() => {}))).toContain(sentence)
})

test('what is dropped leaves nothing, and the old file whole', async () => {
  const folder = folderOf({ 'out.csv': 'old' })
  writeFileSync(join(folder, 'other.csv'), '')
  await (await outputsTo(join(folder, 'out.csv'))).drop()
  expect(readdirSync(folder).sort()).toEqual(['other.csv', 'out.csv'])
  expect(text(folder, 'out.csv')).toBe('old')
})
