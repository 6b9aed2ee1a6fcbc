import { posix, resolve } from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { brokenInput } from '../../survey/files/input.js'
import { usageFault } from '../terminal/usage.js'
import { type GitRun, runGit } from './git-run.js'

/** A folder or file of one commit of the surrounding repository. */
export interface GitPlace {
  /** From the root of the repository. */
  readonly path: string
  /** Where git keeps the repository. */
  readonly folders: readonly string[]
  /** The text of a file of the commit, `null` where it has none. Throws an error that carries a diagnostic where git does not give it. */
  read(file: string): Promise<string | null>
}

/** Opens `REF:path`; the commit is looked up once, so that a moving branch cannot mix two. */
export async function openGitPlace(
  ref: string,
  path: string,
): Promise<{ place: GitPlace } | { fault: Diagnostic }> {
  const asked = `${ref}:${path}`
  const inside = await runGit(['rev-parse', '--show-prefix', '--absolute-git-dir', '--git-common-dir'])
  if (inside.kind !== 'done') return { fault: repositoryFault(asked, inside) }
  const [prefix = '', ...folders] = inside.out.split(/\r?\n/).slice(0, 3)
  const found = await runGit(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
  if (found.kind === 'failed')
    return {
      fault: usageFault(say('usage.no-commit', { ref }), say('usage.no-commit.help')),
    }
  if (found.kind !== 'done') return { fault: repositoryFault(asked, found) }
  const commit = found.out.trim()
  const below = /^\.{1,2}(?:\/|$)/.test(path) ? posix.join(prefix, path) : posix.normalize(path)
  return {
    place: {
      path: below,
      folders: folders.map((folder) => resolve(folder)),
      read: (file) => readFile(ref, commit, posix.normalize(file.replaceAll('\\', '/'))),
    },
  }
}

type Failure = Exclude<GitRun, { readonly kind: 'done' }>

/** Why git does not read the surrounding repository at all. */
function repositoryFault(place: string, run: Failure): Diagnostic {
  if (run.kind !== 'failed') return runFault(place, run)
  if (/not a git repository/.test(run.err))
    return usageFault(say('usage.no-repository', { place }), say('usage.no-repository.help'))
  if (/dubious ownership|unsafe repository/.test(run.err)) return unreadable('git-owner', place)
  if (/bare repository/.test(run.err)) return unreadable('git-bare', place)
  return unreadable('git', place)
}

type Reason = 'git' | 'git-owner' | 'git-bare' | 'git-slow' | 'git-large' | 'git-partial'

const unreadable = (reason: Reason, place: string): Diagnostic => ({
  code: 'unreadable-file',
  severity: 'error',
  message: say(`unreadable-file.${reason}`, { place }),
  help:
    reason === 'git-partial'
      ? say('unreadable-file.help.git-partial', { place })
      : say(`unreadable-file.help.${reason}`),
  at: null,
})

/** Why git itself could not do its work. */
function runFault(place: string, { kind }: Exclude<Failure, { readonly kind: 'failed' }>): Diagnostic {
  switch (kind) {
    case 'no-git':
      return usageFault(say('usage.no-git', { place }), say('usage.no-git.help'))
    case 'too-slow':
      return unreadable('git-slow', place)
    case 'too-large':
      return unreadable('git-large', place)
  }
}

/** The mode, type and name of one thing in a commit, as `git ls-tree` writes them. */
const FILE = /^100\d{3} blob ([0-9a-f]+)\t/

async function readFile(ref: string, commit: string, path: string): Promise<string | null> {
  if (path.startsWith('/') || path.startsWith('../')) return null
  const asked = `${ref}:${path}`
  const listed = await runGit(['ls-tree', '-z', '--full-tree', commit, '--', path])
  if (listed.kind !== 'done') throw brokenInput(objectFault(asked, listed))
  const [, id] = FILE.exec(listed.out) ?? []
  if (id === undefined) return null
  const blob = await runGit(['cat-file', 'blob', id])
  if (blob.kind !== 'done') throw brokenInput(objectFault(asked, blob))
  return blob.out.replace(/^\uFEFF/, '')
}

/** Why git does not give what the commit names. */
function objectFault(asked: string, run: Failure): Diagnostic {
  if (run.kind !== 'failed') return runFault(asked, run)
  return unreadable('git-partial', asked)
}
