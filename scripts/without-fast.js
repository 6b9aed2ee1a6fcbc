// @ts-check
// What tpa says does not hang on the wing for speed: in a copy of this tree the wing is deleted and its doors are shut, then the copy is
// built, and the suites of the commands that ask the doors must pass.

import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The wing, with the tests that look inside it. */
const WING = ['src/fast', 'src/compile/wasm', 'tests/fast', 'tests/compile/wasm']

/** A shut door has nothing quicker to offer. */
const SHUT_DOORS = {
  'judge-files': 'export const judgeFiles = async (): Promise<null> => null\n',
  'judge-records': 'export const judgeRecords = async (): Promise<null> => null\n',
  'prepared-pack': 'export const readPreparedPack = async (): Promise<null> => null\n',
}

const SUITES = ['tests/cli/assess', 'tests/cli/diff', 'tests/cli/test']

const copy = mkdtempSync(join(tmpdir(), 'tpa-without-fast-'))
try {
  cpSync(ROOT, copy, { recursive: true, filter: isCopied })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction')
  for (const folder of WING) rmSync(join(copy, folder), { recursive: true })
  mkdirSync(join(copy, 'src', 'fast'))
  for (const [name, code] of Object.entries(SHUT_DOORS))
    writeFileSync(join(copy, 'src', 'fast', `${name}.ts`), code)
  run('scripts/build.js')
  run('node_modules/vitest/vitest.mjs', 'run', '--project', 'all', ...SUITES)
} finally {
  rmSync(copy, { recursive: true, force: true })
}

/** @param {string} path */
function isCopied(path) {
  const [first = ''] = relative(ROOT, path).split(sep)
  return !/^(?:\.git|node_modules|dist.*)$/.test(first)
}

/** @param {string[]} args */
function run(...args) {
  execFileSync(process.execPath, args, { cwd: copy, stdio: 'inherit' })
}
