import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { households } from './survey.js'

/** A command with the files that it reads and those that it replaces. */
export interface Scene {
  readonly name: string
  readonly args: readonly string[]
  readonly files: Readonly<Record<string, string>>
  /** Files in `out/` that the command writes; each stands there before, with `OLD` in it. */
  readonly targets: readonly string[]
}

export const OLD = 'what stood here before\n'

/** The mode of old targets, which stays. */
const MODE = 0o640

const small = households(40)
const large = households(1300)
const pack = 'cn-guizhou-2011'
const CSV = ['assess', 'in.csv', '-r', pack, '-q', '-f', 'csv', '-o', 'out/list.csv']

export const SCENES: readonly Scene[] = [
  { name: 'assess', args: CSV, files: { 'in.csv': small }, targets: ['list.csv'] },
  {
    name: 'assess, interpreted, with rejects',
    args: [...CSV, '--engine', 'interpret', '--rejects', 'out/rejects.csv'],
    files: { 'in.csv': large },
    targets: ['list.csv', 'rejects.csv'],
  },
  {
    name: 'assess, from bytes',
    args: [...CSV, '--engine', 'compiled', '--threads', '1', '--rejects', 'out/rejects.csv'],
    files: { 'in.csv': large },
    targets: ['list.csv', 'rejects.csv'],
  },
  {
    name: 'assess, in threads',
    args: [...CSV, '--engine', 'compiled', '--threads', '2'],
    files: { 'in.csv': large },
    targets: ['list.csv'],
  },
  {
    name: 'assess, several reports',
    args: [
      'assess',
      'in.csv',
      '-r',
      pack,
      '-q',
      '-o',
      'out/all.json',
      '--report',
      'markdown=out/sum.md',
      '--report',
      'ndjson=out/all.ndjson',
    ],
    files: { 'in.csv': small },
    targets: ['all.json', 'sum.md', 'all.ndjson'],
  },
  {
    name: 'validate',
    args: ['validate', 'in.csv', '-r', pack, '-q', '-f', 'json', '-o', 'out/found.json'],
    files: { 'in.csv': small },
    targets: ['found.json'],
  },
  {
    name: 'inspect',
    args: [
      'inspect',
      'in.csv',
      '-r',
      pack,
      '-q',
      '-o',
      'out/what.json',
      '--write',
      'out/mapping.yaml',
      '--force',
    ],
    files: { 'in.csv': small },
    targets: ['what.json', 'mapping.yaml'],
  },
  {
    name: 'test',
    args: ['test', pack, '-q', '-o', 'out/tests.xml', '-f', 'junit'],
    files: {},
    targets: ['tests.xml'],
  },
  {
    name: 'diff',
    args: ['diff', pack, pack, 'in.csv', '-q', '-o', 'out/moved.md', '--accept', 'out/moved.json'],
    files: { 'in.csv': small },
    targets: ['moved.md', 'moved.json'],
  },
]

/** Lays a scene out in an empty folder; the second target, where there is one, is reached by a link. */
export function layOut(folder: string, { files, targets }: Scene): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'out', 'real'), { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  targets.forEach((name, at) => {
    const place = at === 1 ? join('out', 'real', name) : join('out', name)
    writeFileSync(join(folder, place), OLD)
    chmodSync(join(folder, place), MODE)
    if (at === 1) symlinkSync(join('real', name), join(folder, 'out', name))
  })
}

/** What stands in the targets; `null` where one is gone. */
export const contents = (folder: string, { targets }: Scene): (string | null)[] =>
  targets.map((name) => {
    try {
      return readFileSync(join(folder, 'out', name), 'latin1')
    } catch {
      return null
    }
  })

/** Targets whose mode is not what it was. */
export const modesLost = (folder: string, { targets }: Scene): string[] =>
  targets.filter(
    (name) => (statSync(join(folder, 'out', name), { throwIfNoEntry: false })?.mode ?? 0) % 0o1000 !== MODE,
  )

/** Files that stand beside the targets and are none. */
export const litter = (folder: string, { targets }: Scene): string[] =>
  ['out', join('out', 'real')].flatMap((place) =>
    readdirSync(join(folder, place), { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && !targets.includes(entry.name))
      .map((entry) => join(place, entry.name)),
  )
