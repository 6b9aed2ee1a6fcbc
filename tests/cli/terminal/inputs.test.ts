import { spawnSync } from 'node:child_process'
import { closeSync, linkSync, openSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { shipped } from '../../../src/base/shipped.js'
import { addAssess } from '../../../src/cli/assess/command.js'
import { addCheck } from '../../../src/cli/check/command.js'
import { addDiff } from '../../../src/cli/diff/command.js'
import { addExplain } from '../../../src/cli/explain/command.js'
import { addInspect } from '../../../src/cli/inspect/command.js'
import { addMeasure } from '../../../src/cli/measure/command.js'
import { addTest } from '../../../src/cli/test/command.js'
import { addValidate } from '../../../src/cli/validate/command.js'
import { zipOf } from '../../survey/files/archive.js'
import { households, PROGRAM, type Scratch, scratch } from '../run.js'

const PACK = readFileSync(shipped('rules', 'cn-2020', 'pack.yaml'), 'utf8').replace(
  'pack: cn-2020',
  'pack: mine',
)
const CHILD = readFileSync(shipped('rules', 'cn-2020-income-first', 'pack.yaml'), 'utf8')
  .replace('pack: cn-2020-income-first', 'pack: child')
  .replace('extends: cn-2020', 'extends: mine')
const PROGRAMME = readFileSync(shipped('rules', 'cn-2020', 'programme.yaml'), 'utf8').replace(
  'judges: cn-2020',
  'judges: mine',
)
const SUITE = `cases:
  - name: one
    household: { net_income: 3999, household_size: 1 }
    expect: { decision: register }
`
const CSV = households({})

const FILES = {
  'a.csv': CSV,
  'list.xlsx': zipOf([{ name: 'x.csv', content: CSV }]),
  'all.zip': zipOf([{ name: 'x.csv', content: CSV }]),
  'folder/inner/b.csv': CSV,
  'mapping.yaml': 'pack: mine\n',
  'mine/pack.yaml': PACK,
  'mine/tests/suite.yaml': SUITE,
  'child/pack.yaml': CHILD,
  'accepted.json': '{}',
  'mine/programme.yaml': PROGRAMME,
  'programme.yaml': PROGRAMME,
  'of-child.yaml': PROGRAMME.replace('outcomes: [monitor]', 'outcomes: [monitor, appraisal]'),
  'people.csv': 'village,rural_persons\nDanyang,100\n',
}

/** What each option and operand of each command reads, and with which arguments; those that write stand in OUTPUTS. */
const INPUTS: Record<string, readonly (readonly [file: string, args: readonly string[]])[]> = {
  'assess files': ['a.csv', 'list.xlsx', 'list.xlsx#One', 'all.zip', 'folder'].map((file) =>
    surveyOf('assess', file),
  ),
  'assess --mapping': [['mapping.yaml', ['assess', 'a.csv', '-m', 'mapping.yaml']]],
  'assess --rules': packsOf((pack) => ['assess', 'a.csv', '-r', pack]),
  'validate files': ['a.csv', 'list.xlsx', 'all.zip', 'folder'].map((file) => surveyOf('validate', file)),
  'validate --mapping': [['mapping.yaml', ['validate', 'a.csv', '-m', 'mapping.yaml']]],
  'validate --rules': packsOf((pack) => ['validate', 'a.csv', '-r', pack]),
  'measure files': ['a.csv', 'list.xlsx', 'all.zip', 'folder'].map((file) => surveyOf('measure', file)),
  'measure --mapping': [['mapping.yaml', ['measure', 'a.csv', '-m', 'mapping.yaml']]],
  'measure --rules': [
    ...packsOf((pack) => ['measure', 'a.csv', '-r', pack, '--programme', 'of-child.yaml']),
    ['mine/programme.yaml', ['measure', 'a.csv', '-r', 'mine']],
  ],
  'measure --programme': [
    ['programme.yaml', ['measure', 'a.csv', '-r', 'mine', '--programme', 'programme.yaml']],
  ],
  'measure --population': [['people.csv', ['measure', 'a.csv', '-r', 'mine', '--population', 'people.csv']]],
  'inspect files': ['a.csv', 'list.xlsx', 'all.zip', 'folder'].map((file) => surveyOf('inspect', file)),
  'inspect --rules': packsOf((pack) => ['inspect', 'a.csv', '-r', pack]),
  'test packs': [...packsOf((pack) => ['test', pack]), ['mine/tests/suite.yaml', ['test', 'mine']]],
  'diff old': packsOf((pack) => ['diff', pack, 'cn-2020', 'a.csv']),
  'diff new': packsOf((pack) => ['diff', 'cn-2020', pack, 'a.csv']),
  'diff files': ['a.csv', 'list.xlsx', 'all.zip', 'folder'].map((file) => {
    const [inner] = surveyOf('diff', file)
    return [inner, ['diff', 'cn-2020', 'mine', file]]
  }),
  'diff --mapping': [['mapping.yaml', ['diff', 'cn-2020', 'mine', 'a.csv', '-m', 'mapping.yaml']]],
  'diff --baseline': [['accepted.json', ['diff', 'cn-2020', 'mine', 'a.csv', '--baseline', 'accepted.json']]],
}

/** Commands that write to stdout only; a shell can lead it to a file that is read. */
const TO_STDOUT_ONLY: typeof INPUTS = {
  'check packs': packsOf((pack) => ['check', pack]),
  'explain files': [['a.csv', ['explain', 'a.csv', '--id', 'A']]],
  'explain --rules': packsOf((pack) => ['explain', 'a.csv', '--id', 'A', '-r', pack]),
  'explain --mapping': [['mapping.yaml', ['explain', 'a.csv', '--id', 'A', '-m', 'mapping.yaml']]],
  'explain --record': [['one.json', ['explain', '--record', 'one.json']]],
}

const OUTPUTS: Record<string, (file: string) => readonly string[]> = {
  '--output': (file) => ['-o', file, '-f', 'json'],
  '--report': (file) => ['--report', `json=${file}`],
  '--rejects': (file) => ['--rejects', file],
  '--write': (file) => ['--write', file, '--force'],
  '--accept': (file) => ['--accept', file],
}

function surveyOf(command: string, file: string): [string, string[]] {
  return [file === 'folder' ? 'folder/inner/b.csv' : file.replace(/#.*/, ''), [command, file]]
}

/** A pack, and the one that it extends. */
function packsOf(args: (pack: string) => string[]): [string, string[]][] {
  return [
    ['child/pack.yaml', args('child')],
    ['mine/pack.yaml', args('child')],
  ]
}

const COMMANDS = ((): readonly Command[] => {
  const program = new Command()
  for (const add of [addAssess, addValidate, addExplain, addMeasure, addInspect, addCheck, addTest, addDiff])
    add(program, () => {})
  return program.commands
})()

/** Options and operands of a command that name files. */
function namesOfFiles(command: Command): string[] {
  const options = command.options.filter(({ flags }) => /<(?:file|pack|format=file)>/.test(flags))
  return [
    ...options.map(({ long }) => `${command.name()} ${long}`),
    ...command.registeredArguments.map((argument) => `${command.name()} ${argument.name()}`),
  ]
}

const outputsOf = (name: string) => {
  const command = COMMANDS.find((each) => each.name() === name)
  return Object.keys(OUTPUTS).filter((long) => command?.options.some((option) => option.long === long))
}

test('every option and operand that names a file is an input or an output of this table', () => {
  const named = COMMANDS.flatMap(namesOfFiles)
  const known = [
    ...Object.keys(INPUTS),
    ...Object.keys(TO_STDOUT_ONLY),
    ...COMMANDS.flatMap((command) => outputsOf(command.name()).map((long) => `${command.name()} ${long}`)),
  ]
  expect(named.sort()).toEqual(known.sort())
})

/** Other names of one file. */
const NAMES: Record<string, (made: Scratch, file: string) => string> = {
  'its name': (_, file) => file,
  'a link': (made, file) => {
    symlinkSync(join(made.folder, file), join(made.folder, 'link'))
    return 'link'
  },
  'a second name': (made, file) => {
    linkSync(join(made.folder, file), join(made.folder, 'second'))
    return 'second'
  },
}

describe.each(Object.entries(INPUTS))('%s is never written', (name, reads) => {
  const [command = ''] = name.split(' ')
  const isAccepted = (long: string) => name === 'diff --baseline' && long === '--accept'
  const outputs = outputsOf(command).filter((long) => !isAccepted(long))
  test.each(outputs)('by %s', async (long) => {
    for (const [file, args] of reads)
      for (const [how, nameOf] of Object.entries(NAMES).slice(0, file === 'a.csv' ? 3 : 1)) {
        const made = scratch(FILES)
        const before = readFileSync(join(made.folder, file))
        const target = nameOf(made, file)
        const { code, out, err } = await made.here([...args, ...(OUTPUTS[long]?.(target) ?? [])])
        const what = `${args.join(' ')} ${long} by ${how}`
        expect({ code, out }, what).toEqual({ code: 2, out: '' })
        expect(err, what).toMatch(/error\[unwritable-output\].*: this is .* that is read\n/)
        expect(readFileSync(join(made.folder, file)).equals(before), what).toBe(true)
      }
    const [, args = []] = reads[0] ?? []
    const free = await scratch(FILES).here([...args, ...(OUTPUTS[long]?.('free.txt') ?? [])])
    expect(free.err, 'a file that is not read').not.toContain('that is read')
  })
})

/** Runs the program with stdout appended to a file, as `>>` of a shell does. */
function appended({ folder }: Scratch, file: string, args: readonly string[]) {
  const stdout = openSync(join(folder, file), 'a')
  const run = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    stdio: ['ignore', stdout, 'pipe'],
    encoding: 'utf8',
  })
  closeSync(stdout)
  return run
}

test.each([
  ...Object.values(TO_STDOUT_ONLY).flatMap(([first]) => (first === undefined ? [] : [first])),
  ['a.csv', ['assess', 'a.csv']] as const,
  ['folder/inner/b.csv', ['inspect', 'folder']] as const,
  ['mine/tests/suite.yaml', ['test', 'mine']] as const,
])('%s is not written by stdout that a shell leads there: %j', (file, args) => {
  const made = scratch(FILES)
  if (file === 'one.json') {
    const { out } = made.tpa(['assess', 'a.csv', '-f', 'json', '-q'])
    made.write(file, out)
  }
  const before = readFileSync(join(made.folder, file))
  const { status, stderr } = appended(made, file, args)
  expect(stderr).toMatch(/error\[unwritable-output\] {2}`stdout`: this is .* that is read\n/)
  expect(status).toBe(2)
  expect(readFileSync(join(made.folder, file)).equals(before)).toBe(true)
})

describe('what a flag exists to replace', () => {
  const ARGS = ['diff', 'cn-2020', 'mine', 'a.csv', '-q']

  test('is replaced whole: an accepted result by --accept', async () => {
    const made = scratch(FILES)
    await made.here([...ARGS, '--accept', 'accepted.json'])
    const accepted = made.read('accepted.json')
    made.write('a.csv', households({ net_income: '1' }, { household_id: 'B' }))
    const both = await made.here([...ARGS, '--accept', 'accepted.json', '--baseline', 'accepted.json'])
    expect(both.code, both.err).toBe(1)
    expect(made.read('accepted.json')).not.toBe(accepted)
    expect((await made.here([...ARGS, '--baseline', 'accepted.json'])).code).toBe(0)
  })

  test('is replaced whole: a mapping by --write --force', async () => {
    const made = scratch({ 'a.csv': CSV, 'mapping.yaml': 'old' })
    expect((await made.here(['inspect', 'a.csv', '--write', 'mapping.yaml', '--force', '-q'])).code).toBe(0)
    expect(made.read('mapping.yaml')).toMatch(/^# /)
  })
})

test.each([
  ['one name', 'out.csv', 'out.csv'],
  ['a name with a detour', 'out.csv', './sub/../out.csv'],
  ['a link to it, before it is there', 'out.csv', 'link'],
  ['a name through a linked folder', 'sub/out.csv', 'linked/out.csv'],
  ['a second name', 'there.csv', 'second.csv'],
])('two reports never go to one file: %s', async (_, first, second) => {
  const made = scratch({ 'a.csv': CSV, 'there.csv': 'old', 'sub/x': '' })
  symlinkSync('out.csv', join(made.folder, 'link'))
  symlinkSync('sub', join(made.folder, 'linked'))
  linkSync(join(made.folder, 'there.csv'), join(made.folder, 'second.csv'))
  const { code, err } = await made.here(['assess', 'a.csv', '-o', first, '--report', `json=${second}`])
  expect(err).toContain(`\`--report json=${second}\`: two reports cannot go to one file`)
  expect(code).toBe(2)
  expect(made.read('there.csv')).toBe('old')
})

test.each([
  ['the program', 'bin/tpa.js'],
  ['a preset', 'presets/odk.yaml'],
  ['a pack that is not read', 'rules/cn-village-exit/pack.yaml'],
])('nothing that comes with tpa is written: %s', async (_, path) => {
  const before = readFileSync(shipped(path))
  const made = scratch({ 'a.csv': CSV })
  const { code, err } = await made.here(['assess', 'a.csv', '-o', shipped(path)])
  expect(err).toContain('this is a file of tpa itself')
  expect(code).toBe(2)
  expect(readFileSync(shipped(path)).equals(before)).toBe(true)
})
