import { spawn } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

/** What came of one command of git. */
export type GitRun =
  | { readonly kind: 'done'; readonly out: string }
  /** What git said of it, in English. */
  | { readonly kind: 'failed'; readonly err: string }
  | { readonly kind: 'no-git' }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'too-large' }

/** In milliseconds: reading a file of a commit takes some of them. */
const MOST_TIME = 20_000
const MOST_BYTES = 1 << 26

/**
 * A repository may come from anybody, and its configuration may name programs. With these settings git starts none of them, fetches
 * nothing and asks nobody. Variables of git itself are left out, because they may lead it elsewhere.
 */
const SETTINGS = [
  'safe.bareRepository=explicit',
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.sshCommand=false',
  'core.gitProxy=false',
  'core.alternateRefsCommand=false',
  'core.askPass=',
  'credential.helper=',
].flatMap((setting) => ['-c', setting])

const ENVIRONMENT = {
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: '',
  GIT_SSH_COMMAND: 'false',
  LC_ALL: 'C',
  LANGUAGE: 'C',
}

/** Files of configuration of the person and the machine, which say whose repositories may be read. */
const KEPT = ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM']

type Environment = Readonly<Record<string, string | undefined>>

function environmentOf(environment: Environment): Environment {
  const own = Object.entries(environment).filter(
    ([name]) => !name.toUpperCase().startsWith('GIT_') || KEPT.includes(name),
  )
  return { ...Object.fromEntries(own), ...ENVIRONMENT }
}

/** Runs git in the working folder for what it writes, and ends it where it takes too long. */
export function runGit(
  args: readonly string[],
  { environment = process.env, limit = MOST_TIME }: { environment?: Environment; limit?: number } = {},
): Promise<GitRun> {
  const program = findProgram('git', environment)
  if (program === null) return Promise.resolve({ kind: 'no-git' })
  const child = spawn(program, ['--no-pager', ...SETTINGS, ...args], {
    env: environmentOf(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  return new Promise((done) => {
    const end = (run: GitRun) => {
      clearTimeout(timer)
      // What git has started may still hold these open.
      child.stdout.destroy()
      child.stderr.destroy()
      child.kill('SIGKILL')
      child.unref()
      done(run)
    }
    const timer = setTimeout(() => end({ kind: 'too-slow' }), limit)
    const tooLarge = () => end({ kind: 'too-large' })
    const out = textOf(child.stdout, tooLarge)
    const err = textOf(child.stderr, tooLarge)
    child.on('error', () => end({ kind: 'no-git' }))
    child.on('close', (code) =>
      end(code === 0 ? { kind: 'done', out: out() } : { kind: 'failed', err: err() }),
    )
  })
}

function textOf(stream: NodeJS.ReadableStream, tooLarge: () => void): () => string {
  const parts: Buffer[] = []
  let bytes = 0
  stream.on('data', (part: Buffer) => {
    bytes += part.length
    if (bytes > MOST_BYTES) tooLarge()
    else parts.push(part)
  })
  return () => Buffer.concat(parts).toString('utf8')
}

/** The path of a program in the folders of PATH; never in the working folder, whose files may come from anybody. */
export function findProgram(
  name: string,
  { PATH = '' }: Environment,
  platform: string = process.platform,
): string | null {
  const file = platform === 'win32' ? `${name}.exe` : name
  const folders = PATH.split(delimiter).filter((folder) => isAbsolute(folder))
  return folders.map((folder) => join(folder, file)).find(isProgram) ?? null
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
