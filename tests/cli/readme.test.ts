import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { PROGRAM } from './run.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Documents that show what commands print; those of the tour work in a clone, the others in an empty folder. */
const DOCUMENTS = [
  { name: 'README.md', isTour: false },
  { name: 'README.zh.md', isTour: false },
  { name: 'docs/tour.md', isTour: true },
]

/** A `console` block: a command behind `$`, and what it prints; a line `…` leaves out what is between. */
const BLOCK = /```console\n\$ (.+)\n([\s\S]*?)```/g

/** A `sh` block that makes a file for the commands behind it. */
const FILE = /```sh\n(cat > [\s\S]*?\nEND\n)```/g

/** A folder in which the commands of a document run. */
function folderFor(text: string, isTour: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), 'tpa-readme-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  if (isTour) {
    cpSync(join(ROOT, 'fixtures'), join(folder, 'fixtures'), { recursive: true })
    symlinkSync(join(ROOT, 'rules'), join(folder, 'rules'))
    raiseTheLine(folder)
  }
  for (const [, command = ''] of text.matchAll(FILE)) execFileSync('bash', ['-c', command], { cwd: folder })
  return folder
}

/** The copy of a pack that the tour speaks of. */
function raiseTheLine(folder: string): void {
  const pack = readFileSync(join(ROOT, 'rules', 'cn-2020', 'pack.yaml'), 'utf8')
  mkdirSync(join(folder, 'raised'))
  writeFileSync(join(folder, 'raised', 'pack.yaml'), pack.replace('value: 4000', 'value: 4200'))
}

/** What a person at a terminal of 80 columns sees of a command, without colour. */
function printed(command: string, folder: string): string {
  const line = command.replace(/^(?:npx )?tpa\b/, `"${process.execPath}" "${PROGRAM}"`)
  const env = { PATH: process.env.PATH ?? '', TMPDIR: tmpdir() }
  return execFileSync('bash', ['-c', `${line} 2>&1; true`], { cwd: folder, env, encoding: 'utf8' })
}

/** The output as the block shows it: whole, or its first and last lines around `…`. */
function shown(command: string, before: string, folder: string): string {
  const lines = printed(command, folder).split('\n').slice(0, -1)
  const wanted = before.split('\n').slice(0, -1)
  const cut = wanted.indexOf('…')
  const kept =
    cut < 0 ? lines : [...lines.slice(0, cut), '…', ...lines.slice(lines.length - (wanted.length - cut - 1))]
  return kept.map((line) => `${line}\n`).join('')
}

describe.each(DOCUMENTS)('$name shows what its commands print', ({ name, isTour }) => {
  const text = readFileSync(join(ROOT, name), 'utf8')
  const blocks = [...text.matchAll(BLOCK)]
  const folder = folderFor(text, isTour)

  it('has commands to show', () => {
    expect(blocks.length).toBeGreaterThanOrEqual(1)
  })

  if (process.env.TPA_UPDATE === '1') {
    it('is written anew', () => {
      const written = text.replaceAll(
        BLOCK,
        (_, command: string, before: string) =>
          `\`\`\`console\n$ ${command}\n${shown(command, before, folder)}\`\`\``,
      )
      writeFileSync(join(ROOT, name), written)
    })
    return
  }

  for (const [, command = '', output = ''] of blocks) {
    it(command, () => {
      expect(shown(command, output, folder)).toBe(output)
    })
  }
})
