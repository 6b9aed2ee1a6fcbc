import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Builds the program, and gives the run one folder for all that tests write, gone when it ends. */
export default function setUp(): () => void {
  buildWhenStale()
  const folder = mkdtempSync(join(tmpdir(), 'tpa-tests-'))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

/** Builds dist where it is older than what it is made of, so that tests of the program never run a stale one. Types are `npm run typecheck`'s. */
function buildWhenStale(): void {
  const sources = ['src', 'rules', 'scripts/build.js'].flatMap((path) => writeTimes(join(ROOT, path)))
  const outputs = writeTimes(join(ROOT, 'dist'))
  if (outputs.length > 0 && Math.min(...outputs) > Math.max(...sources)) return
  execFileSync(process.execPath, [join('scripts', 'build.js')], { cwd: ROOT, stdio: 'inherit' })
}

/** When each file at or under a path was last written; nothing where there is no such path. */
function writeTimes(path: string): number[] {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return []
  return stats.isDirectory()
    ? readdirSync(path).flatMap((name) => writeTimes(join(path, name)))
    : [stats.mtimeMs]
}
