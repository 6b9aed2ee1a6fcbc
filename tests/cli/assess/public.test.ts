import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { folderOf } from '../../survey/files/open.js'
import { runHere } from '../run-here.js'

const DANYANG = readFileSync(fileURLToPath(new URL('../../../fixtures/danyang.csv', import.meta.url)), 'utf8')
const assess = (args: readonly string[], text = DANYANG) =>
  runHere(folderOf({ 'a.csv': text }), ['assess', 'a.csv', ...args])

/** The counts in the table of groups of a Markdown page; a point is hidden. */
function groupCounts(markdown: string): string[][] {
  const [, section = ''] = markdown.split(/By village/i)
  const [table = ''] = section.split(/\n#/)
  return [...table.matchAll(/^\|(.+)\|$/gm)].slice(2).map(([, row = '']) =>
    row
      .split('|')
      .map((cell) => cell.trim())
      .slice(3),
  )
}

describe('tpa assess --public', () => {
  test('of Danyang by village hides 37 of 64 counts, 35 of them small', async () => {
    const [office, shown] = [
      await assess(['--by', 'village', '-f', 'markdown', '-q']),
      await assess(['--by', 'village', '-f', 'markdown', '--public']),
    ]
    expect(shown.err).toContain('37 of 64 counts by group are hidden')
    const [all, hidden] = [groupCounts(office.out), groupCounts(shown.out)]
    expect(all).toHaveLength(8)
    expect(all.flat().filter((count) => Number(count) > 0 && Number(count) < 10)).toHaveLength(35)
    expect(hidden.flat().filter((count) => count === '·')).toHaveLength(37)
    for (const [row, counts] of hidden.entries())
      for (const [column, count] of counts.entries())
        if (count !== '·') expect(count).toBe(all[row]?.[column])
  })

  test.each(['table', 'markdown', 'html'])('%s names no household', async (format) => {
    const { code, out } = await assess(['--by', 'village', '--public', '-q', '-f', format])
    expect(code).toBe(0)
    expect(out).not.toMatch(/DY-\d{4}/)
    expect(out).toContain('fewer than 10 households')
  })

  test.each<[string, readonly string[], string]>([
    ['a list as CSV', ['-f', 'csv'], 'csv lists households'],
    ['a list beside it', ['--report', 'json=a.json'], 'json lists households'],
    ['rows', ['--rejects', 'r.csv'], '--public and --rejects exclude each other'],
    ['copied columns', ['--keep', 'phone'], '--public and --keep exclude each other'],
    ['some households', ['--only', 'verify'], '--public and --only exclude each other'],
    ['no least count', ['-r', 'world-bank-lines'], 'how small a count may be shown'],
    ['no programme', ['-r', 'cn-guizhou-2011'], 'programme'],
  ])('%s: refused', async (_, args, words) => {
    const { code, out, err } = await assess(['--public', ...args])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(words)
  })

  test('nothing of a few households is published', async () => {
    const { code, out, err } = await assess(['--public', '-q'], DANYANG.split('\n').slice(0, 10).join('\n'))
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('there are fewer than 10 households')
  })
})
