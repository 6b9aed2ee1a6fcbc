import { say } from '../../base/say/say.js'
import { DOCUMENT_WIDTH } from '../../base/text-width.js'
import type { CaseResult } from '../../testing/cases/run-case.js'
import { diagnosticLine } from '../diagnostics/line.js'
import { escaped, markdownSection } from '../text/markdown.js'
import { cell, left, right, type Section } from '../text/section.js'
import { cellLines, explanationLines, TREES, whyDecided } from './failure.js'
import { fenced, measureSections } from './markdown-measures.js'
import { leftWords } from './rewriting.js'
import { isRun, type Rewriting, type TestSummary, totalSentence } from './summary.js'
import { changesOf, comparison } from './table.js'

/** For a step summary or a comment: how many, a table of files, then every failure. */
export function testMarkdown(summary: TestSummary): string {
  const faults = summary.packs.flatMap((each) =>
    each.faults.map((fault) => `- ${escaped(diagnosticLine(fault))}`),
  )
  const parts = [
    `**${escaped(totalSentence(summary))}**`,
    ...(faults.length === 0 ? [] : [faults.join('\n')]),
    ...(summary.cases === 0 ? [] : [markdownSection(filesSection(summary))]),
    ...rewritingSections(summary.rewriting),
    ...summary.failures.map((each) =>
      failureSection(each, summary.failures.length <= TREES, leftWords(summary, each)),
    ),
    ...summary.packs.flatMap(measureSections),
  ]
  return `${parts.join('\n\n')}\n`
}

const filesSection = ({ packs }: TestSummary): Section => ({
  title: say('test.files'),
  columns: [left(say('test.file')), right(say('test.passed-head')), right(say('test.failed-head'))],
  rows: packs
    .flatMap(({ files }) => files.filter(isRun))
    .map(({ file, results, failed }) => ({
      cells: [
        cell(file),
        cell(String(results.length - failed)),
        cell(String(failed), failed > 0 ? 'strong' : 'plain'),
      ],
    })),
  notes: [],
})

function rewritingSections(rewriting: Rewriting | null): string[] {
  if (rewriting === null || rewriting.rewritten.length === 0) return []
  const sections = rewriting.rewritten.map((each) => {
    const { file, line, name } = each.result.case
    return markdownSection({ ...changesOf(each), title: `${name} (${file}:${line})` })
  })
  return [...sections, escaped(say('test.read-them'))]
}

function failureSection(result: CaseResult, withTrees: boolean, whyLeft: string | null): string {
  const { file, line, name, about } = result.case
  const why = whyDecided(result)
  const remarks = [...(about === null ? [] : [about]), ...(why === null ? [] : [why]), ...cellLines(result)]
  if (whyLeft !== null) remarks.push(say('test.left-why', { why: whyLeft }))
  const explanation = explanationLines(result, DOCUMENT_WIDTH, withTrees)
  return [
    markdownSection({ ...comparison(result), title: `${name} (${file}:${line})` }),
    ...remarks.map(escaped),
    ...(explanation.length === 0 ? [] : [fenced('text', explanation)]),
  ].join('\n\n')
}
