import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { scratch } from './run.js'

const text = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

const PACK = text('rules/cn-2020/pack.yaml')
const DANYANG = text('fixtures/danyang.csv')

/** The pack with a text replaced that must stand in it. */
function edited(...edits: readonly (readonly [string | RegExp, string])[]): string {
  return edits.reduce((pack, [from, to]) => {
    const next = pack.replace(from, to)
    expect(next, String(from)).not.toBe(pack)
    return next
  }, PACK)
}

const HIGHER = edited([/value: 4000$/m, 'value: 4200'])
/** A pack's hash changes with its citations, and nothing else of the comparison does. */
const withoutHashes = (out: string) => out.replace(/"hash":"[0-9a-f]{64}"/g, '"hash":"…"')

const files = (pack: string) => ({ 'mine/pack.yaml': pack, 'danyang.csv': DANYANG })
const ARGS = ['diff', 'cn-2020', 'mine', 'danyang.csv']

describe('the line at 4200 instead of 4000', () => {
  test.each([
    ['table', 'diff.txt'],
    ['markdown', 'diff.md'],
    ['csv', 'diff.csv'],
    ['json', 'diff.json'],
  ])('as %s, as a person or a program gets it', async (format, golden) => {
    const { tpa } = scratch(files(HIGHER))
    const { code, out } = tpa([...ARGS, '--by', 'village', '-f', format])
    expect(code).toBe(0)
    await expect(withoutHashes(out)).toMatchFileSnapshot(`golden/${golden}`)
  })

  test('from a branch of the surrounding repository, as in a pull request', () => {
    const { tpa, folder, write } = scratch(files(PACK))
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
        cwd: folder,
        stdio: 'pipe',
      })
    git('init', '-q', '-b', 'main')
    git('add', '.')
    git('commit', '-q', '-m', 'rules')
    write('mine/pack.yaml', HIGHER)
    const { code, out } = tpa(['diff', 'main:mine', 'mine', 'danyang.csv', '-f', 'json', '-q'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ moved: 15, old: { place: 'main:mine' }, new: { place: 'mine' } })
  })
})

test('the help is what the golden file says, verbatim', async () => {
  await expect(scratch().tpa(['diff', '--help']).out).toMatchFileSnapshot('golden/help-diff.txt')
})
