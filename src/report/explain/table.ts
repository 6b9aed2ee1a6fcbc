import type { ChalkInstance } from 'chalk'
import { printable } from '../../base/inert-text.js'
import type { Finding } from '../../engine/assessment.js'
import type { ReportContext } from '../context.js'
import { hanging, padEnd, wrap } from '../text/text-width.js'
import { createTreeText } from '../text/tree-text.js'
import {
  circumstances,
  decisionSentence,
  type Explanation,
  missingLines,
  reasonLine,
  settlerLine,
  sourceLine,
  VERDICT_MARKS,
  VERDICT_WORDS,
} from './explanation.js'

/** One record explained for a terminal: the decision, the findings, the tree, what is missing, what settles it. */
export function explainTable(explanation: Explanation, { width, paint }: ReportContext): string {
  const { pack, each, trees, settlers } = explanation
  const { assessment } = each
  const lines = [
    ...wrap(printable(decisionSentence(pack, assessment)), width).map((line) => paint.bold(line)),
    ...wrap(printable(circumstances(pack, assessment)), width),
  ]
  lines.push('', paint.bold('Findings'), ...findings(each.findings(), assessment.record.file, width, paint))
  lines.push('', paint.bold('Tree'))
  const treeLines = createTreeText(width - 2)
  for (const tree of trees) {
    const [first = '', ...rest] = treeLines(tree)
    lines.push(`  ${paint.bold(first)}`, ...rest.map((line) => `  ${line}`))
  }
  const list = (title: string, texts: readonly string[]) => {
    if (texts.length === 0) return
    lines.push('', paint.bold(title), ...texts.flatMap((text) => hanging('  ', printable(text), width)))
  }
  list('What is missing', missingLines(pack, assessment))
  list('What would settle it', settlers.map(settlerLine))
  return `${lines.join('\n')}\n`
}

function findings(all: readonly Finding[], file: string, width: number, paint: ChalkInstance): string[] {
  const widest = Math.max(...all.map(({ criterion }) => criterion.length))
  return all.flatMap((finding) => {
    const { criterion, verdict, advisory } = finding
    const words = `${VERDICT_WORDS[verdict]}${advisory ? ', advisory' : ''}`
    const head = `  ${VERDICT_MARKS[verdict]} ${padEnd(criterion, widest)}  ${words}`
    return [
      TONES[verdict](paint, head),
      ...finding.because.flatMap((reason) => hanging('      ', printable(reasonLine(reason, file)), width)),
      ...hanging('      ', printable(sourceLine(finding.source)), width).map((line) => paint.dim(line)),
    ]
  })
}

const TONES: Record<Finding['verdict'], (paint: ChalkInstance, text: string) => string> = {
  met: (paint, text) => paint.green(text),
  unmet: (paint, text) => paint.red(text),
  unknown: (paint, text) => paint.magenta(text),
  not_applicable: (paint, text) => paint.dim(text),
}
