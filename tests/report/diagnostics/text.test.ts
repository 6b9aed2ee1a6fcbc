import { Chalk } from 'chalk'
import { expect, test } from 'vitest'
import { type Diagnostic, textPlace } from '../../../src/base/diagnostic.js'
import { makeSource } from '../../../src/base/source.js'
import { widthOf } from '../../../src/base/text-width.js'
import { diagnosticJson } from '../../../src/report/diagnostics/json.js'
import { byImportance, diagnosticLines } from '../../../src/report/diagnostics/text.js'

const PLAIN = new Chalk({ level: 0 })
const text = (diagnostic: Diagnostic) => diagnosticLines(diagnostic, 90, PLAIN).join('\n')

const PACK = makeSource(
  'pack.yaml',
  ['    title: Enough room', '    met: 家庭人口 <= 4 * 房间数', '\t- x'].join('\n'),
)

test('a place in a pack shows its line, the one above and a caret', () => {
  const lines = [
    ...Array(39).fill('#'),
    '    title: Enough room',
    '    met: household_sise <= 4 * rooms',
  ].join('\n')
  const source = makeSource('rules/cn-2020/pack.yaml', lines)
  const start = lines.indexOf('household_sise')
  const diagnostic: Diagnostic = {
    code: 'unknown-name',
    severity: 'error',
    message: 'unknown fact `household_sise`',
    why: 'a criterion may use only what `facts`, `derived` and `parameters` declare',
    help: 'did you mean `household_size`?',
    at: textPlace(source, { start, end: start + 'household_sise'.length }),
  }
  expect(text(diagnostic)).toBe(
    `
rules/cn-2020/pack.yaml:41:10  error[unknown-name]  unknown fact \`household_sise\`
   40 │     title: Enough room
 > 41 │     met: household_sise <= 4 * rooms
      │          ^^^^^^^^^^^^^^
   why  a criterion may use only what \`facts\`, \`derived\` and \`parameters\` declare
   help  did you mean \`household_size\`?`.slice(1),
  )
})

test.each([
  ['家庭人口', '         ^^^^^^^^'],
  ['房间数', `${' '.repeat('    met: 家庭人口 <= 4 * '.length + 4)}^^^^^^`],
])('the caret stands under %s, which takes two columns a character', (word, caret) => {
  const start = PACK.text.indexOf(word)
  const at = textPlace(PACK, { start, end: start + word.length })
  expect(text({ code: 'type', severity: 'error', message: 'x', at }).split('\n')[3]).toBe(`     │ ${caret}`)
})

test.each([
  [`${'a '.repeat(80)}WORD${' b'.repeat(80)}`, 60],
  [`${'家 '.repeat(80)}WORD`, 60],
  [`WORD${'户\t'.repeat(200)}`, 80],
  ['x WORD', 10],
])('a line wider than the terminal is cut around the word: %j in %i columns', (line, width) => {
  const source = makeSource('pack.yaml', line)
  const start = line.indexOf('WORD')
  const at = textPlace(source, { start, end: start + 4 })
  const [, excerpt = '', caret = ''] = diagnosticLines(
    { code: 'type', severity: 'error', message: 'x', at },
    width,
    PLAIN,
  )
  const before = excerpt.slice(0, excerpt.indexOf('WORD'))
  expect(widthOf(excerpt)).toBeLessThanOrEqual(Math.max(width, 40))
  expect(widthOf(caret.slice(0, caret.indexOf('^')))).toBe(widthOf(before))
  expect(caret).toMatch(/ \^{4}$/)
})

test('a tab does not shift the caret', () => {
  const start = PACK.text.indexOf('- x')
  const lines = text({
    code: 'type',
    severity: 'error',
    message: 'x',
    at: textPlace(PACK, { start, end: start + 1 }),
  }).split('\n')
  expect(lines.slice(2)).toEqual([' > 3 │     - x', '     │     ^'])
})

test('a cell shows file, line and column, and how often the same came', () => {
  const diagnostic: Diagnostic = {
    code: 'invalid-number',
    severity: 'warning',
    message: '`15,000` is not a number',
    help: 'write `15000`',
    at: { file: 'households.csv', line: 1207, field: 'wage_income' },
    repeats: { count: 318, lines: [1211, 1240, 1302] },
  }
  expect(text(diagnostic)).toBe(
    `
households.csv:1207 wage_income  warning[invalid-number]  \`15,000\` is not a number
   help  write \`15000\`
   note  318 more cells in this column (first: lines 1211, 1240, 1302)`.slice(1),
  )
})

test.each([
  [
    { file: 'a.csv', line: null, field: null },
    { count: 1, lines: [] },
    'a.csv  note[check]  x\n   note  1 more like this',
  ],
  [
    { file: 'a.csv', line: 2, field: 'b' },
    { count: 1, lines: [3] },
    'a.csv:2 b  note[check]  x\n   note  1 more cell in this column (first: line 3)',
  ],
  [null, undefined, 'note[check]  x'],
])('a place %j with repeats %j', (at, repeats, expected) => {
  const diagnostic = { code: 'check', severity: 'note', message: 'x', at } as const
  expect(text(repeats === undefined ? diagnostic : { ...diagnostic, repeats })).toBe(expected)
})

test('a cell cannot write to the terminal', () => {
  expect(text({ code: 'check', severity: 'note', message: '`\u001b[2J\u0007\u202e`', at: null })).toBe(
    'note[check]  `\\u001b[2J\\u0007\\u202e`',
  )
})

test('a witness of several lines keeps its breaks', () => {
  const help = 'this record shows it:\nstatus: none\nwage: 0'
  expect(text({ code: 'check', severity: 'note', message: 'x', help, at: null }).split('\n')).toEqual([
    'note[check]  x',
    '   help  this record shows it:',
    '         status: none',
    '         wage: 0',
  ])
})

test('the most important stands last', () => {
  const of = (severity: Diagnostic['severity'], message: string): Diagnostic => ({
    code: 'check',
    severity,
    message,
    at: null,
  })
  const ranked = byImportance([
    of('error', 'a'),
    of('note', 'b'),
    of('warning', 'c'),
    of('error', 'd'),
    of('note', 'e'),
  ])
  expect(ranked.map(({ message }) => message)).toEqual(['b', 'e', 'c', 'a', 'd'])
})

test('JSON cuts an absolute path to its last part and says null where there is nothing', () => {
  const at = { file: '/home/somebody/a.csv', line: 2, field: 'b' }
  expect(diagnosticJson({ code: 'check', severity: 'note', message: 'x', at })).toEqual({
    code: 'check',
    severity: 'note',
    message: 'x',
    why: null,
    help: null,
    at: { file: 'a.csv', line: 2, field: 'b' },
    repeats: null,
  })
})
