import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { oneOf } from '../../tests/engine/random/chance.js'
import type { Fault, Plan } from '../bench.js'
import { type Ended, run } from '../run/program.js'
import { layOut, type Scene } from '../run/scene.js'
import { households } from '../run/survey.js'

const files = { 'in.csv': households(1300) }
const pack = ['-r', 'cn-guizhou-2011']

/** Runs whose result goes to stdout. */
const TO_STDOUT: readonly Scene[] = [
  ['assess', 'in.csv', ...pack, '-q', '-f', 'csv', '--engine', 'interpret'],
  ['assess', 'in.csv', ...pack, '-q', '-f', 'csv', '--engine', 'compiled', '--threads', '1'],
  ['assess', 'in.csv', ...pack, '-q', '-f', 'csv', '--engine', 'compiled', '--threads', '2'],
  ['assess', 'in.csv', ...pack, '-q', '-f', 'json'],
  ['validate', 'in.csv', ...pack, '-q', '-f', 'csv'],
  ['explain', 'in.csv', ...pack, '--id', 'H-00003'],
  ['inspect', 'in.csv'],
  ['check', 'cn-guizhou-2011'],
  ['test', 'cn-guizhou-2011', '-f', 'json'],
  ['diff', 'cn-guizhou-2011', 'cn-guizhou-2011', 'in.csv', '-f', 'json'],
  ['--version'],
  ['assess', '--help'],
].map((args) => ({ name: args.join(' '), args, files, targets: [] }))

const STACK = /\n\s+at \S.*:\d+:\d+|this is a bug|node:internal/

function endedAs({ code, signal, err }: Ended, ends: readonly number[]): string[] {
  return [
    ...(signal === null && ends.includes(code ?? -1)
      ? []
      : [`ended with ${signal ?? code}: ${err.slice(0, 300)}`]),
    ...(STACK.test(err) ? [`a stack: ${err.slice(0, 300)}`] : []),
    ...(code === 2 && err.trim() === '' ? ['exit 2 without a reason'] : []),
  ]
}

/** A reader that takes so many bytes and goes: the run ends quietly, with 0 or with what its gates say. */
export function readersGone({ chance, times }: Plan): Fault[] {
  return Array.from({ length: times }, () => {
    const scene = oneOf(TO_STDOUT, chance)
    const bytes = chance(2) === 0 ? 0 : chance(200_000)
    return {
      kind: 'a reader that goes',
      what: `${scene.name}: after ${bytes} bytes`,
      async attempt(folder) {
        layOut(folder, scene)
        let taken = 0
        const ended = await run({
          folder,
          args: scene.args,
          onStart: ({ stdout }) => {
            if (bytes === 0) stdout?.destroy()
            else
              stdout?.on('data', (chunk: string) => {
                taken += chunk.length
                if (taken >= bytes) stdout.destroy()
              })
          },
        })
        return endedAs(ended, [0, 1])
      },
    }
  })
}

/** `/dev/full` takes nothing: each command says so in a sentence. */
export const fullDevice = (): Fault[] =>
  TO_STDOUT.map((scene) => ({
    kind: 'a full disk',
    what: `${scene.name} > /dev/full`,
    async attempt(folder) {
      layOut(folder, scene)
      return endedAs(await run({ folder, args: scene.args, stdout: '/dev/full' }), [2])
    },
  }))

/** Places with room for so many bytes, if the system gives any: exit 0 goes with every byte, and no byte less. */
export function smallDisks({ chance, times }: Plan): Fault[] {
  return Array.from({ length: times }, () => {
    const scene = oneOf(TO_STDOUT.slice(0, 5), chance)
    const kilobytes = 4 * (1 + chance(60))
    const isTmpfs = process.getuid?.() === 0 && chance(2) === 0
    return {
      kind: 'a full disk',
      what: `${scene.name}: ${kilobytes} KiB${isTmpfs ? ' of tmpfs' : ''}`,
      attempt: (folder) =>
        isTmpfs ? onTmpfs(folder, scene, kilobytes) : underLimit(folder, scene, kilobytes),
    }
  })
}

async function wholeSize(folder: string, scene: Scene): Promise<number> {
  layOut(folder, scene)
  const ended = await run({ folder, args: scene.args })
  return ended.out.length
}

async function onTmpfs(folder: string, scene: Scene, kilobytes: number): Promise<string[]> {
  const size = await wholeSize(folder, scene)
  const place = join(folder, 'disk')
  mkdirSync(place)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', place], { stdio: 'pipe' })
  } catch {
    rmSync(place, { recursive: true })
    return underLimit(folder, scene, kilobytes)
  }
  try {
    const stdout = join(place, 'out')
    return wholeOrRefused(await run({ folder, args: scene.args, stdout }), statSync(stdout).size, size)
  } finally {
    execFileSync('umount', [place])
  }
}

/** The shell ends a process that writes beyond its limit, unless it ignores the signal. */
async function underLimit(folder: string, scene: Scene, kilobytes: number): Promise<string[]> {
  const size = await wholeSize(folder, scene)
  const stdout = join(folder, 'result')
  const ended = await run({
    folder,
    args: scene.args,
    stdout,
    before: `trap '' XFSZ; ulimit -f ${kilobytes}`,
  })
  return wholeOrRefused(ended, readFileSync(stdout).length, size)
}

function wholeOrRefused(ended: Ended, written: number, size: number): string[] {
  const said = endedAs(ended, [0, 1, 2])
  if (ended.code !== 2 && written !== size) said.push(`exit ${ended.code} with ${written} of ${size} bytes`)
  if (ended.code === 2 && written === size) said.push('exit 2 with all bytes')
  return said
}
