import type { ChalkInstance } from 'chalk'
import { printable } from '../../base/inert-text.js'
import { say } from '../../base/say/say.js'
import { hanging, padEnd, widthOf, wrap } from '../../base/text-width.js'
import type { CaseResult } from '../../testing/cases/run-case.js'
import type { RewrittenCase } from '../../testing/update/update.js'
import { byImportance, diagnosticLines } from '../diagnostics/text.js'
import { pageWidth } from '../text/page.js'
import { cell, flexible, left, type Section } from '../text/section.js'
import { tableLines } from '../text/table.js'
import type { TestContext } from './context.js'
import { coverageLines } from './coverage.js'
import { cellLines, expectedText, explanationLines, seenText, TREES, whyDecided } from './failure.js'
import { mutationLines } from './mutation.js'
import { leftWords, placeNotes } from './rewriting.js'
import {
  isGreen,
  isRun,
  type Rewriting,
  type TestedFile,
  type TestedPack,
  type TestSummary,
  totalSentence,
} from './summary.js'

const INDENT = '  '

/** What a person reads in a terminal: a line for each file, then what is wrong, then how many. */
export function testTable(summary: TestSummary, context: TestContext): string {
  const { paint, quiet } = context
  const width = pageWidth(context)
  const lines = packLines(summary, width, paint, quiet)
  const withTrees = summary.failures.length <= TREES
  lines.push(...rewritingLines(summary.rewriting, width, paint))
  for (const failure of summary.failures) {
    lines.push('', ...failureLines(failure, width, paint, withTrees))
    const why = leftWords(summary, failure)
    if (why !== null) lines.push(...hanging(`${INDENT}${say('test.left')}  `, why, width))
  }
  if (summary.failures.length > 0) lines.push('')
  if (!withTrees) lines.push(...wrap(say('test.hint', { count: TREES }), width))
  for (const each of summary.packs) lines.push(...measureLines(each, width))
  const total = totalSentence(summary)
  lines.push(paint.bold(isGreen(summary) ? paint.green(total) : paint.red(total)))
  return `${lines.join('\n')}\n`
}

/** What was expected before and is now, case by case. */
function rewritingLines(rewriting: Rewriting | null, width: number, paint: ChalkInstance): string[] {
  if (rewriting === null || rewriting.rewritten.length === 0) return []
  const lines = rewriting.rewritten.flatMap((each) => {
    const { result } = each
    const why = whyDecided(result)
    return [
      '',
      ...headLines(result, '~', width, paint),
      ...tableLines(changesOf(each), width - INDENT.length, paint).map((line) => INDENT + line),
      ...placeNotes(each).flatMap((note) => hanging(INDENT, printable(note), width)),
      ...(why === null ? [] : hanging(`${INDENT}${say('test.why')}  `, printable(why), width)),
    ]
  })
  return [...lines, '', ...wrap(say('test.read-them'), width)]
}

/** What the cases of a pack show of it, and which faults they would notice; cases to paste keep their lines. */
function measureLines({ place, measures: { coverage, mutation } }: TestedPack, width: number): string[] {
  const parts = [
    ...(coverage === null ? [] : [coverageLines(coverage)]),
    ...(mutation === null ? [] : [mutationLines(mutation)]),
  ]
  const lines = parts.flatMap((part, index) => (index === 0 ? part : ['', ...part]))
  if (lines.length === 0) return []
  return [
    '',
    printable(place),
    ...lines.flatMap((line) => (line.startsWith('  ') ? [printable(line)] : wrap(printable(line), width))),
    '',
  ]
}

/** What is wrong with whole packs, and a line for each file. */
function packLines({ packs }: TestSummary, width: number, paint: ChalkInstance, quiet: boolean): string[] {
  const shown = (files: readonly TestedFile[]) =>
    files.filter((file) => (quiet ? file.failed > 0 : isRun(file)))
  const widest = Math.max(
    0,
    ...packs.flatMap(({ files }) => files.map(({ file }) => widthOf(printable(file)))),
  )
  return packs.flatMap(({ place, pack, faults, files }) => {
    const lines = shown(files).map((file) => fileLine(file, widest, paint))
    if (faults.length === 0) return lines
    const said =
      pack === null ? [] : byImportance(faults).flatMap((each) => diagnosticLines(each, width, paint))
    const what = say(pack === null ? 'test.not-loaded' : 'test.not-read', { place: printable(place) })
    return [...said, `${paint.red('✗')} ${what}`]
  })
}

function fileLine({ file, results, failed }: TestedFile, widest: number, paint: ChalkInstance): string {
  const passed = say('test.passed', { count: results.length - failed })
  const counts =
    failed === 0
      ? passed
      : passed + say('list.clause') + paint.red(say('test.failed-count', { count: failed }))
  return `${failed === 0 ? paint.green('✓') : paint.red('✗')} ${padEnd(printable(file), widest)}  ${counts}`
}

/** Where the case stands and what it says, expected and got side by side, and the criteria that differ. */
function failureLines(result: CaseResult, width: number, paint: ChalkInstance, withTrees: boolean): string[] {
  const lines = headLines(result, '✗', width, paint)
  lines.push(...tableLines(comparison(result), width - INDENT.length, paint).map((each) => INDENT + each))
  const why = whyDecided(result)
  if (why !== null) lines.push(...hanging(`${INDENT}${say('test.why')}  `, printable(why), width))
  for (const each of cellLines(result)) lines.push(...hanging(INDENT, printable(each), width))
  lines.push(...explanationLines(result, width - INDENT.length, withTrees).map((each) => INDENT + each))
  return lines
}

/** Of a case that fails, and of one that is rewritten. */
type Sign = '✗' | '~'

/** Where a case stands, its name and what it says of itself. */
function headLines({ case: each }: CaseResult, sign: Sign, width: number, paint: ChalkInstance): string[] {
  const { file, line, name, about } = each
  const lines = titleLines([`${file}:${line}`, name], sign, width, paint)
  if (about === null) return lines
  return [...lines, ...hanging(INDENT, printable(about), width).map((text) => paint.dim(text))]
}

/** The place and the name of a case; a long name goes on below. */
function titleLines(
  texts: readonly [place: string, name: string],
  sign: Sign,
  width: number,
  paint: ChalkInstance,
): string[] {
  const [place, name] = [printable(texts[0]), printable(texts[1])]
  const head = `${place}  ${sign} `
  const [first = ''] = wrap(head + name, width)
  const mark = sign === '✗' ? paint.red(sign) : paint.magenta(sign)
  const shown = `${paint.bold(place)}  ${mark} `
  if (!first.startsWith(head)) return [paint.bold(place), ...hanging(`  ${sign} `, name, width)]
  const rest = (head + name).slice(first.length).trimStart()
  const below = rest === '' ? [] : hanging(DEEPER, rest, width)
  return [shown + first.slice(head.length), ...below]
}

const DEEPER = INDENT + INDENT

/** What a rewritten case expected before, and what now. */
export const changesOf = (each: RewrittenCase): Section => ({
  ...comparison(each.result, [say('test.was'), say('test.now')]),
  notes: placeNotes(each),
})

/** One row for each mismatch. */
export const comparison = (
  { mismatches }: CaseResult,
  heads = [say('test.expected'), say('test.got')],
): Section => ({
  title: '',
  columns: [left(''), ...heads.map(flexible)],
  rows: mismatches.map((mismatch) => ({
    cells: [cell(mismatch.of), cell(expectedText(mismatch), 'good'), cell(seenText(mismatch.got), 'bad')],
  })),
  notes: [],
})
