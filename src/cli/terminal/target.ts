import { accessSync, constants, lstatSync, readlinkSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.js'
import { type PlainSentence, say } from '../../base/say/say.js'
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
      const what = say(place === THE_STDOUT ? 'unwritable-output.stdout' : 'unwritable-output.one-file')
      return [unwritable(target.asked, what, say('unwritable-output.help.other'))]
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
  const fault = (what: string, help: PlainSentence) => unwritable(asked, what, say(help))
  const found = path === null ? fstatOf(STDOUT) : statOf(path)
  if (path === '') return fault(say('unwritable-output.no-name'), 'unwritable-output.help.name')
  if (found?.isDirectory() || (path !== null && /[/\\]$/.test(path)))
    return fault(say('unwritable-output.folder'), 'unwritable-output.help.inside')
  const reason = found?.isFile() ? inputs.reason(found, path ?? '', replaces ?? null) : null
  if (reason !== null) return fault(reason, 'unwritable-output.help.other')
  if (path === null || isStdout(path)) return null
  const end = endOfLinks(path)
  if (end === null) return fault(say('unwritable-output.circle'), 'unwritable-output.help.other')
  const folder = dirname(end)
  for (const each of [dirname(path), folder])
    if (!statOf(each)?.isDirectory())
      return fault(say('unwritable-output.no-folder', { folder: each }), 'unwritable-output.help.make')
  const special = found !== undefined && !found.isFile()
  if (mayWrite(special ? path : folder) && (found === undefined || mayWrite(path))) return null
  return fault(say('unwritable-output.forbidden'), 'unwritable-output.help.allowed')
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

/** What cannot be written, as it was asked for, and what stands against it. */
export function unwritable(asked: string, what: string, help: string): Diagnostic {
  const message = say('unwritable-output', { asked, what })
  return { code: 'unwritable-output', severity: 'error', message, help, at: null }
}

/** What to do about an error of the system. */
const HELP = {
  ENOSPC: 'full',
  EDQUOT: 'quota',
  EFBIG: 'too-large',
  EMFILE: 'too-many',
  ENFILE: 'machine',
  ENOENT: 'gone',
  EISDIR: 'now-folder',
  EEXIST: 'now-folder',
  ENOTEMPTY: 'now-folder',
  ENOTDIR: 'no-folder',
  ENAMETOOLONG: 'too-long',
  EROFS: 'read-only',
  EACCES: 'allowed',
  EPERM: 'allowed',
  EBUSY: 'in-use',
} as const satisfies Record<string, string>

type Advice = (typeof HELP)[keyof typeof HELP] | 'disk'

const adviceOn = (code: string): Advice =>
  Object.hasOwn(HELP, code) ? HELP[code as keyof typeof HELP] : 'disk'

/** An error of the system as the fault of a target, so that the run ends with 2; other errors as they are. */
export function writingError(asked: string, error: unknown): unknown {
  const code = systemCode(error)
  if (code === null) return error
  const what = say('unwritable-output.refused', { error: code })
  return brokenInput(unwritable(asked, what, say(`unwritable-output.help.${adviceOn(code)}`)))
}
