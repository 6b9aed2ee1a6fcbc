import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { manyHouseholds } from './run.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const folder = mkdtempSync(join(tmpdir(), 'tpa-install-'))
const app = join(folder, 'app')

const inFolder = (cwd: string, command: string, args: readonly string[]): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** The program as it was installed. */
const tpa = (...args: readonly string[]): string =>
  inFolder(app, process.execPath, [join('node_modules', 'tpa', 'bin', 'tpa.js'), ...args])

/** Packs the program, and installs it without a network beside the libraries that it names as its own, and no other. */
beforeAll(() => {
  inFolder(ROOT, 'npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder])
  const [tarball = ''] = readdirSync(folder)
  const [, ...libraries] = inFolder(ROOT, 'npm', ['ls', '--omit=dev', '--all', '--parseable'])
    .trim()
    .split('\n')
  for (const path of libraries) cpSync(path, join(app, relative(ROOT, path)), { recursive: true })
  writeFileSync(join(app, 'package.json'), '{ "private": true }\n')
  inFolder(app, 'npm', ['install', '--offline', '--no-audit', '--no-fund', join('..', tarball)])
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the packed program, installed in an empty folder, judges, by bytes and in threads as well', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  expect(tpa('--version')).toBe(`${version}\n`)
  writeFileSync(join(app, 'small.csv'), manyHouseholds(3))
  expect(tpa('assess', 'small.csv')).toContain('3 households')
  writeFileSync(join(app, 'large.csv'), manyHouseholds(3000))
  const rows = tpa('assess', 'large.csv', '-f', 'csv', '-q', '--threads', '2', '--engine', 'compiled')
  expect(rows.trim().split('\n')).toHaveLength(3001)
})

test('it brings its packs, their cases, its presets and the schemas for editors', () => {
  expect(tpa('check')).toContain('cn-2020@')
  expect(tpa('test', 'cn-village-exit')).toMatch(/all \d+ cases pass/)
  expect(() => tpa('assess', 'small.csv', '--preset', 'odk')).toThrow(/`KEY`/)
  const files = readdirSync(join(app, 'node_modules', 'tpa', 'docs'))
  expect(files).toEqual(
    expect.arrayContaining([
      'mapping.schema.json',
      'pack.schema.json',
      'programme.schema.json',
      'results',
      'suite.schema.json',
    ]),
  )
})

test.each(['README.md', 'README.zh.md'])('what %s links to comes with it', (name) => {
  const home = join(app, 'node_modules', 'tpa')
  const text = readFileSync(join(home, name), 'utf8')
  const links = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link)
  expect(links.length).toBeGreaterThan(4)
  expect(links.filter((link) => !existsSync(join(home, link)))).toEqual([])
})
