import { type BigIntStats, fstatSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { say } from '../../base/say/say.js'
import { shipped } from '../../base/shipped.js'
import { filesOfOperand } from '../../survey/files/operands/operand.js'

/** Everything that a run reads. Each command names each kind, so that none can forget one that is new. */
export interface ReadPaths {
  /** Operands: files, folders, archives, `-`. */
  readonly surveys: readonly string[]
  readonly mapping: string | null
  /** What packs were read from, those that they extend included. */
  readonly packs: readonly string[]
  /** What test cases were read from. */
  readonly suites: readonly string[]
  readonly baseline: string | null
  /** A stored result. */
  readonly record: string | null
  /** Folders in which git keeps what it was asked for. */
  readonly repositories: readonly string[]
}

export type InputKind = keyof ReadPaths

/** What is read, by file and not by name: links and other names of a file are the same file. */
export interface Inputs {
  /** Why a file that is there may not be written; `null` where it may, or where it is `except` and nothing else. */
  reason(found: BigIntStats, path: string, except: InputKind | null): string | null
}

/** Looks up the files behind the paths that a run reads, before anything is written. */
export async function lookUpInputs(paths: ReadPaths): Promise<Inputs> {
  const kinds = new Map<string, Set<InputKind>>()
  const add = (found: BigIntStats | undefined, kind: InputKind) => {
    if (found?.isFile()) kinds.set(identityOf(found), (kinds.get(identityOf(found)) ?? new Set()).add(kind))
  }
  for (const operand of paths.surveys)
    if (operand === '-') add(fstatOf(0), 'surveys')
    else for (const file of await filesOfOperand(operand)) add(statOf(file), 'surveys')
  const { mapping, baseline, record, packs, suites } = paths
  for (const [kind, path] of Object.entries({ mapping, baseline, record }))
    if (path !== null) add(path === '-' ? fstatOf(0) : statOf(path), kind as InputKind)
  for (const file of packs) add(statOf(file), 'packs')
  for (const file of suites) add(statOf(file), 'suites')
  const repositories = paths.repositories.map(realOf)
  return {
    reason(found, path, except) {
      const of = kinds.get(identityOf(found)) ?? new Set()
      const [kind] = [...of].filter((each) => each !== except)
      if (kind !== undefined) return say(`unwritable-output.${kind}`)
      if (except === 'suites' && of.has(except)) return null
      const real = realOf(path)
      if (repositories.some((folder) => real.startsWith(folder + sep)))
        return say('unwritable-output.repositories')
      return OWN.test(relative(HOME, real).split(sep).join('/')) ? say('unwritable-output.own') : null
    },
  }
}

/** The program, its packs and its presets. */
const OWN = /^(?:(?:bin|dist|node_modules|presets)\/|package\.json$|rules\/[^/]+\/(?:pack\.yaml$|tests\/))/
const HOME = realOf(shipped())

export const identityOf = ({ dev, ino }: BigIntStats): string => `${dev}:${ino}`

/** What stands at a path, through links; nothing where there is none, or where it may not be looked at. */
export function statOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** What an open descriptor leads to. */
export function fstatOf(descriptor: number): BigIntStats | undefined {
  try {
    return fstatSync(descriptor, { bigint: true })
  } catch {
    return undefined
  }
}

export function realOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return join(path)
  }
}
