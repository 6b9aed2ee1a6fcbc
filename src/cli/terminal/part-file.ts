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

const beginningOf = (target: string): string => `.${basename(target)}.${neighbours()}-`

/** A name for a file that is written beside its target until it is whole; says who writes it. */
export const partBeside = (target: string): string =>
  join(dirname(target), `${beginningOf(target)}${process.pid}-${randomUUID().slice(0, 8)}${PART}`)

/** Removes what programs beside this one that were killed have left of a target; parts of those that still run stay. */
export function removeLeftParts(target: string): void {
  const beginning = beginningOf(target)
  for (const name of namesIn(dirname(target))) {
    if (!name.startsWith(beginning) || !name.endsWith(PART)) continue
    const [, pid] = /^(\d+)-[0-9a-f]{8}$/.exec(name.slice(beginning.length, -PART.length)) ?? []
    if (pid !== undefined && !isRunning(Number(pid))) removeIfThere(join(dirname(target), name))
  }
}

export function removeIfThere(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // It was renamed or removed in the meantime.
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
