import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getuid } from 'node:process'
import { describe, expect, test } from 'vitest'
import { shipped } from '../../../src/base/shipped.js'
import { findProgram, runGit } from '../../../src/cli/diff/git-run.js'
import { households, PROGRAM, type Scratch, scratch } from '../run.js'

const PACK = readFileSync(shipped('rules', 'cn-2020', 'pack.yaml'), 'utf8')

const git = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
    cwd: folder,
    stdio: 'pipe',
    encoding: 'utf8',
  })

const program = (folder: string, name: string, text: string): string => {
  writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`)
  chmodSync(join(folder, name), 0o755)
  return join(folder, name)
}

/** A repository with a pack in one commit. */
function repository(): Scratch {
  const made = scratch({ 'a.csv': households({}), 'up/p/pack.yaml': PACK, 'up/p/other.yaml': PACK })
  const up = join(made.folder, 'up')
  git(up, 'init', '-q', '-b', 'main')
  git(up, 'config', 'uploadpack.allowFilter', 'true')
  git(up, 'add', '-A')
  git(up, 'commit', '-q', '-m', 'rules')
  return made
}

/** A clone without files, as a stranger may give it, with a program that it would like to be started. */
function hostile(made: Scratch, bare: boolean): { folder: string; evil: string; ran: () => boolean } {
  const folder = join(made.folder, 'hostile')
  const mark = join(made.folder, 'RAN')
  const evil = program(made.folder, 'evil.sh', `touch ${mark}; exit 1`)
  const kind = bare ? '--bare' : '--no-checkout'
  git(made.folder, 'clone', '-q', kind, '--filter=blob:none', `file://${made.folder}/up`, 'hostile')
  return { folder, evil, ran: () => existsSync(mark) }
}

/** The variables of a person, without a configuration that may trust every repository. */
const ENVIRONMENT = { PATH: process.env.PATH ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }

function tpa(cwd: string, place: string, env: Record<string, string> = {}, more: readonly string[] = []) {
  const args = [PROGRAM, 'diff', place, 'cn-2020', '../a.csv', '-q', ...more]
  const options = { cwd, env: { ...ENVIRONMENT, ...env }, encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, args, options)
  return { code: status, out: stdout, err: stderr }
}

describe('a repository from somebody else starts no program', () => {
  const CONFIGS: Record<string, (evil: string, made: Scratch) => readonly (readonly [string, string])[]> = {
    'core.sshCommand': (evil) => [
      ['remote.origin.url', 'ssh://x/y'],
      ['core.sshCommand', evil],
    ],
    'a helper for its own protocol': (evil) => [
      ['remote.origin.url', `ext::${evil}`],
      ['protocol.ext.allow', 'always'],
    ],
    'remote.uploadpack': (evil, { folder }) => [
      ['remote.origin.url', `${folder}/up`],
      ['remote.origin.uploadpack', evil],
    ],
    'core.gitProxy': (evil) => [
      ['remote.origin.url', 'git://x/y'],
      ['core.gitProxy', evil],
    ],
  }
  test.each(Object.entries(CONFIGS))('by %s', (_, configOf) => {
    const made = repository()
    const { folder, evil, ran } = hostile(made, false)
    for (const [name, value] of configOf(evil, made)) git(folder, 'config', name, value)
    const { code, out, err } = tpa(folder, 'HEAD:p')
    expect(ran()).toBe(false)
    expect(err).toContain('`HEAD:p/pack.yaml` is in the commit, but not in this clone of it')
    expect(err.match(/error\[/g)).toHaveLength(1)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(() => git(folder, 'cat-file', 'blob', 'HEAD:p/pack.yaml')).toThrow()
    expect(ran(), 'git by itself starts it').toBe(true)
  })

  test('by a bare one that lies inside another', () => {
    const made = repository()
    const { folder, evil, ran } = hostile(made, true)
    git(folder, 'config', 'remote.origin.url', 'ssh://x/y')
    git(folder, 'config', 'core.sshCommand', evil)
    const { code, err } = tpa(folder, 'HEAD:p')
    expect(err).toContain('this is a bare repository')
    expect({ code, ran: ran() }).toEqual({ code: 2, ran: false })
  })

  test('nor by variables of git that are set', () => {
    const made = repository()
    const { folder, evil, ran } = hostile(made, false)
    git(folder, 'config', 'remote.origin.url', 'ssh://x/y')
    const elsewhere = { GIT_DIR: join(made.folder, 'nowhere'), GIT_SSH_COMMAND: evil, GIT_SSH: evil }
    const counted = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.sshCommand', GIT_CONFIG_VALUE_0: evil }
    const { code, err } = tpa(folder, 'HEAD:p', { ...elsewhere, ...counted, GIT_EXEC_PATH: made.folder })
    expect(err).toContain('not in this clone of it')
    expect({ code, ran: ran() }).toEqual({ code: 2, ran: false })
  })

  test('and none that is called git and lies in the working folder', () => {
    const made = scratch({ 'bin/x': '' })
    const own = program(join(made.folder, 'bin'), 'git', '')
    const found = (path: string) => findProgram('git', { PATH: path })
    expect(found(`.:bin::${join(made.folder, 'bin')}`)).toBe(own)
    expect(found('.:bin:')).toBeNull()
    expect(findProgram('git', { PATH: join(made.folder, 'bin') }, 'win32'), 'only git.exe').toBeNull()
  })
})

test('a commit is what its number says, whatever stands in for it', () => {
  const { folder } = repository()
  const up = join(folder, 'up')
  const blob = git(up, 'rev-parse', 'HEAD:p/pack.yaml').trim()
  writeFileSync(join(up, 'false.yaml'), 'pack: false\n')
  const other = git(up, 'hash-object', '-w', 'false.yaml').trim()
  git(up, 'replace', blob, other)
  expect(git(up, 'show', 'HEAD:p/pack.yaml')).toBe('pack: false\n')
  expect(tpa(up, 'HEAD:p')).toMatchObject({ code: 0, err: '' })
})

test('what git reads is not written', () => {
  const up = join(repository().folder, 'up')
  const before = readFileSync(join(up, '.git/config'), 'utf8')
  const { code, err } = tpa(up, 'HEAD:p', {}, ['-o', '.git/config'])
  expect(err).toContain('this is a file of the git repository that is read')
  expect(code).toBe(2)
  expect(readFileSync(join(up, '.git/config'), 'utf8')).toBe(before)
})

describe('each cause has a sentence of its own', () => {
  test.each([
    ['no git', 'HEAD:p', { PATH: '/nowhere' }, 'needs git'],
    ['no such commit', 'nobranch:p', {}, 'the repository has no commit, branch or tag `nobranch`'],
    ['no such path', 'HEAD:q', {}, 'no pack at `HEAD:q`'],
    ['a path out of the repository', 'HEAD:../../p', {}, 'no pack at `HEAD:../../p`'],
    ['a path from the root of the disk', 'HEAD:/p', {}, 'no pack at `HEAD:/p`'],
  ])('%s', (_, place, env, sentence) => {
    const { code, out, err } = tpa(join(repository().folder, 'up'), place, env)
    expect(err).toContain(sentence)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })

  test('no repository', () => {
    const { folder } = scratch({ 'x/a': '' })
    expect(tpa(join(folder, 'x'), 'HEAD:p').err).toContain('this folder is in no repository')
  })

  test.runIf(getuid?.() === 0)('a repository of another user', () => {
    const { folder } = repository()
    for (const place of ['up', 'up/.git']) chownSync(join(folder, place), 12345, 12345)
    expect(tpa(join(folder, 'up'), 'HEAD:p').err).toContain('the repository belongs to somebody else')
  })

  test('a git that gives no answer, and what it has started', async () => {
    const { folder } = scratch()
    mkdirSync(join(folder, 'bin'))
    program(join(folder, 'bin'), 'git', 'sleep 5 & sleep 5')
    const environment = { PATH: `${join(folder, 'bin')}:${process.env.PATH}` }
    expect(await runGit(['rev-parse'], { environment, limit: 200 })).toEqual({ kind: 'too-slow' })
  })

  test('a git that does not stop to speak', async () => {
    const { folder } = scratch()
    mkdirSync(join(folder, 'bin'))
    program(join(folder, 'bin'), 'git', 'exec cat /dev/zero')
    const environment = { PATH: `${join(folder, 'bin')}:${process.env.PATH}` }
    expect(await runGit(['rev-parse'], { environment })).toEqual({ kind: 'too-large' })
  })
})
