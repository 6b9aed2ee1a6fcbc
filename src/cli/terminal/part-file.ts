import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, readlinkSync, unlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** Ends the name of a file that is not finished. */
const PART = '.part'

/**
 * The same for all programs that see each other's numbers: those of one machine since it was started, and on Linux of one container.
 * Others that share the folder cannot be asked whether they still run.
 */
function neighbours(): string {
  return createHash('sha256').update(`${hostname()} ${signs()}`).digest('hex').slice(0, 8)
}

/** What tells containers and starts of one machine apart; nobody is beside a program that cannot know. */
function signs(): string {
  if (process.platform !== 'linux') return ''
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8') + readlinkSync('/proc/self/ns/pid')
  } catch {
    return randomUUID()
  }
}

/** So much of the name of a target, so that the longest is not too long for a part. */
const SHOWN = 40

/** A name for a file that is written beside its target until it is whole; says who writes it. */
export const partBeside = (target: string): string =>
  join(
    dirname(target),
    `.${[...basename(target)].slice(0, SHOWN).join('')}.${neighbours()}-${process.pid}-${randomUUID().slice(0, 8)}${PART}`,
  )

/** Removes what programs beside this one that were ended have left in the folder of a target; parts of those that still run stay. */
export function removeLeftParts(target: string): void {
  const ending = new RegExp(`^\\..+\\.${neighbours()}-(\\d+)-[0-9a-f]{8}\\${PART}$`, 's')
  for (const name of namesIn(dirname(target))) {
    const [, pid] = ending.exec(name) ?? []
    if (pid !== undefined && !isRunning(Number(pid))) removeIfPossible(join(dirname(target), name))
  }
}

export function removeIfPossible(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // It was renamed or removed meanwhile, or may not be.
  }
}

/** None in a folder that may be written but not read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}
