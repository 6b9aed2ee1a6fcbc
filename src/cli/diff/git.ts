import { execFile } from 'node:child_process'
import { posix } from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.js'
import { usageFault } from '../terminal/usage.js'

/** A folder or file of one commit of the surrounding repository. */
export interface GitPlace {
  /** From the root of the repository. */
  readonly path: string
  /** The text of a file of the commit, `null` where it has none. */
  read(file: string): Promise<string | null>
}

/** Opens `REF:path`; the commit is looked up once, so that a moving branch cannot mix two. */
export async function openGitPlace(
  ref: string,
  path: string,
): Promise<{ place: GitPlace } | { fault: Diagnostic }> {
  const inside = await git(['rev-parse', '--show-prefix'])
  if (inside.kind === 'missing')
    return { fault: usageFault(`\`${ref}:${path}\` needs git`, 'install git, or name a folder') }
  if (inside.kind === 'failed')
    return {
      fault: usageFault(
        `\`${ref}:${path}\` is read with git, and this folder is in no repository`,
        'run it inside the repository, or name a folder',
      ),
    }
  const found = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
  if (found.kind !== 'done')
    return {
      fault: usageFault(
        `the repository has no commit, branch or tag \`${ref}\``,
        'fetch it first; a shallow clone of a CI runner may hold one branch only',
      ),
    }
  const commit = found.out.trim()
  const below = /^\.{1,2}(?:\/|$)/.test(path) ? posix.join(inside.out.trim(), path) : posix.normalize(path)
  return {
    place: {
      path: below,
      async read(file) {
        const name = file.replaceAll('\\', '/')
        const blob = await git(['cat-file', 'blob', `${commit}:${name}`])
        return blob.kind === 'done' ? blob.out.replace(/^\uFEFF/, '') : null
      },
    },
  }
}

type GitRun =
  | { readonly kind: 'done'; readonly out: string }
  | { readonly kind: 'failed' }
  | { readonly kind: 'missing' }

const MOST_BYTES = 1 << 26

function git(args: readonly string[]): Promise<GitRun> {
  return new Promise((done) => {
    execFile('git', [...args], { maxBuffer: MOST_BYTES, encoding: 'utf8' }, (error, out) => {
      if (error === null) done({ kind: 'done', out })
      else done({ kind: error.code === 'ENOENT' ? 'missing' : 'failed' })
    })
  })
}
