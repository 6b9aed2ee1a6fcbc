import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'rolldown/parseAst'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** Folders and files of src whose sentences all stand in the catalogue. */
const DONE = [
  'base/advice.ts',
  'base/suggest.ts',
  'base/tree',
  'base/wording.ts',
  'cli',
  'engine',
  'inspect/columns',
  'inspect/inspect.ts',
  'inspect/proposal',
  'inspect/tables',
  'lang/fault-list.ts',
  'lang/parse',
  'lang/resolve',
  'lang/shape/context.ts',
  'lang/shape/issues.ts',
  'lang/shape/name-path.ts',
  'lang/shape/plain-values.ts',
  'programme/policy/review.ts',
  'report/assess',
  'report/check',
  'report/diagnostics',
  'report/diff',
  'report/explain',
  'report/inspect',
  'report/test',
  'report/text',
  'report/validate',
  'survey/by-name.ts',
  'survey/cells',
  'survey/checks',
  'survey/columns',
  'survey/doubts',
  'survey/files',
  'survey/joined',
  'survey/mapping',
  'survey/operands.ts',
  'survey/records',
  'survey/signs',
  'testing/cases/bases.ts',
  'testing/cases/cases.ts',
  'testing/cases/expectation.ts',
  'testing/cases/layer.ts',
  'testing/cases/suite-file.ts',
  'testing/cases/suite-names.ts',
  'testing/cases/suite.ts',
  'testing/changes',
  'testing/prove',
]

/** What `throw` says is of bugs, for the people who mend them. */
const OF_BUGS = new Set(['ThrowStatement', 'ImportDeclaration'])

/** Cells in which a survey says that nobody answered; they are read, never said. */
const CELLS = 'inspect/columns/missing-words.ts'

/** What is to be typed is no sentence. */
const COMMAND = /^tpa /

const SENTENCE = /(?:^|[\s`(])\p{Ll}{2,}(?: [\p{L}`$]{1,}){2,}/u

test.each(DONE)('no sentence stands outside the catalogue in src/%s', (room) => {
  expect(filesOf(join(ROOT, 'src', room)).flatMap(sentencesOf)).toEqual([])
})

test('sentences are found', () => {
  expect(sentencesOf(join(ROOT, 'src/base/say/en/commands.ts')).length).toBeGreaterThan(50)
})

function filesOf(path: string): string[] {
  if (path.endsWith('.ts')) return path === join(ROOT, 'src', CELLS) ? [] : [path]
  return readdirSync(path, { withFileTypes: true }).flatMap((each) =>
    each.isDirectory() || each.name.endsWith('.ts') ? filesOf(join(path, each.name)) : [],
  )
}

/** Literals with three words or more, without those of errors that are bugs. */
function sentencesOf(path: string): string[] {
  const found: string[] = []
  visit(parseAst(readFileSync(path, 'utf8'), { lang: 'ts' }), found)
  return found.map((text) => `${relative(ROOT, path).split(sep).join('/')}: ${text}`)
}

function visit(node: unknown, found: string[]): void {
  if (Array.isArray(node)) for (const each of node) visit(each, found)
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return
  const { type, value } = node as { type?: string; value?: unknown }
  if (type !== undefined && OF_BUGS.has(type)) return
  if (type === 'Literal' && typeof value === 'string') add(value, found)
  if (type === 'TemplateElement') {
    const { cooked } = value as { cooked: string }
    add(cooked, found)
  }
  for (const each of Object.values(node)) visit(each, found)
}

function add(text: string, found: string[]): void {
  if (SENTENCE.test(text) && !COMMAND.test(text)) found.push(text)
}
