import { accessSync, constants, lstatSync, readlinkSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.js'
import { brokenInput } from '../../survey/files/input.js'
import { fstatOf, type InputKind, type Inputs, identityOf, realOf, statOf } from './inputs.js'
import { STDOUT, systemCode } from './standard.js'

/** Where a report goes: a file, or stdout where the path is `null`. */
export interface Target {
  readonly path: string | null
  /** How the user asked for it: `-o report.csv`. */
  readonly asked: string
  /** The input that it is meant to replace, if it names it. */
  readonly replaces?: InputKind
}

export const TO_STDOUT: Target = { path: null, asked: 'stdout' }

/** Faults of targets that cannot be written, found before a long run starts: no folder, no right, an input, one file twice. */
export function targetFaults(targets: readonly Target[], inputs: Inputs): Diagnostic[] {
  const seen = new Set<string>()
  return targets.flatMap((target) => {
    const fault = targetFault(target, inputs)
    if (fault !== null) return [fault]
    const place = placeOf(target)
    if (seen.has(place)) {
      const where = place === THE_STDOUT ? 'stdout' : 'one file'
      return [unwritable(target.asked, `two reports cannot go to ${where}`, 'name another file')]
    }
    if (place !== NOWHERE) seen.add(place)
    return []
  })
}

/** Why a target cannot be written; `null` where nothing speaks against it. */
export function targetFault(
  { path, asked, replaces = undefined }: Target,
  inputs: Inputs,
): Diagnostic | null {
  const fault = (message: string, help: string) => unwritable(asked, message, help)
  const found = path === null ? fstatOf(STDOUT) : statOf(path)
  if (path === '') return fault('this names no file', 'name a file')
  if (found?.isDirectory() || (path !== null && /[/\\]$/.test(path)))
    return fault('this is a folder', 'name a file in it')
  const reason = found?.isFile() ? inputs.reason(found, path ?? '', replaces ?? null) : null
  if (reason !== null) return fault(reason, 'name another file')
  if (path === null || isStdout(path)) return null
  const end = endOfLinks(path)
  if (end === null) return fault('this is a link that leads to itself', 'name another file')
  const folder = dirname(end)
  for (const each of [dirname(path), folder])
    if (!statOf(each)?.isDirectory()) return fault(`there is no folder \`${each}\``, 'make it first')
  const special = found !== undefined && !found.isFile()
  if (mayWrite(special ? path : folder) && (found === undefined || mayWrite(path))) return null
  return fault('it may not be written', 'choose a place where you may write')
}

/** Whether a path leads to what stdout leads to: `/dev/stdout`, or the file that a shell has opened for it. */
export function isStdout(path: string): boolean {
  const [found, stdout] = [statOf(path), fstatOf(STDOUT)]
  return found !== undefined && stdout !== undefined && identityOf(found) === identityOf(stdout)
}

const MOST_LINKS = 40

/** The file that a path leads to, whether or not it is there; the link itself stays. */
export const throughLinks = (path: string): string => endOfLinks(path) ?? resolve(path)

/** `null` where links lead in a circle. */
function endOfLinks(path: string): string | null {
  let place = resolve(path)
  for (let links = 0; links < MOST_LINKS; links++) {
    const real = join(realOf(dirname(place)), basename(place))
    if (!isLink(real)) return real
    place = resolve(dirname(real), readlinkSync(real))
  }
  return null
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

const THE_STDOUT = 'stdout'
const NOWHERE = 'nowhere'

/** Two targets with one place are one file, also where it is not there yet. Any number of them may go to a device such as `/dev/null`. */
function placeOf({ path }: Target): string {
  if (path === null || isStdout(path)) return THE_STDOUT
  const found = statOf(path)
  if (found?.isCharacterDevice()) return NOWHERE
  if (found !== undefined) return identityOf(found)
  const place = throughLinks(path)
  return NAMES_FOLD ? place.normalize('NFC').toLowerCase() : place
}

/** Where the usual file systems take `A.csv` and `a.csv` for one file. */
const NAMES_FOLD = process.platform === 'win32' || process.platform === 'darwin'

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

export function unwritable(asked: string, message: string, help: string): Diagnostic {
  return { code: 'unwritable-output', severity: 'error', message: `\`${asked}\`: ${message}`, help, at: null }
}

/** What to do about an error of the system. */
const HELP: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: make room, or name a place with more',
  EDQUOT: 'your share of the disk is used up: make room, or name a place with more',
  EFBIG: 'the file would be larger than it may be here: see `ulimit -f`',
  EMFILE: 'too many files are open: see `ulimit -n`',
  ENFILE: 'too many files are open on this machine: try again later',
  ENOENT: 'the folder has gone meanwhile: make it again',
  EISDIR: 'a folder has this name meanwhile: name another file',
  EEXIST: 'a folder has this name meanwhile: name another file',
  ENOTEMPTY: 'a folder has this name meanwhile: name another file',
  ENOTDIR: 'a part of its path is no folder: name another file',
  ENAMETOOLONG: 'the name is too long: name another file',
  EROFS: 'nothing can be written there: name another place',
  EACCES: 'choose a place where you may write',
  EPERM: 'choose a place where you may write',
  EBUSY: 'another program has it open: close it there, or name another file',
}

/** An error of the system as the fault of a target, so that the run ends with 2; other errors as they are. */
export function writingError(asked: string, error: unknown): unknown {
  const code = systemCode(error)
  if (code === null) return error
  return brokenInput(unwritable(asked, `it cannot be written: ${code}`, HELP[code] ?? 'check the disk'))
}
