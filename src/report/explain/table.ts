import type { ChalkInstance } from 'chalk'
import { printable } from '../../base/inert-text.js'
import { say } from '../../base/say/say.js'
import { hanging, padEnd, widthOf, wrap } from '../../base/text-width.js'
import type { Finding } from '../../engine/assessment.js'
import { criterionName } from '../../lang/labels.js'
import type { ReportContext } from '../context.js'
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
  verdictWords,
} from './explanation.js'

/** One record explained for a terminal: the decision, the findings, the tree, what is missing, what settles it. */
export function explainTable(explanation: Explanation, { width, paint }: ReportContext): string {
  const { pack, each, trees, settlers } = explanation
  const { assessment } = each
  const lines = [
    ...wrap(printable(decisionSentence(pack, assessment)), width).map((line) => paint.bold(line)),
    ...wrap(printable(circumstances(pack, assessment)), width),
  ]
  lines.push('', paint.bold(say('explain.findings')), ...findings(explanation, width, paint))
  lines.push('', paint.bold(say('explain.tree')))
  const treeLines = createTreeText(width - 2)
  for (const tree of trees) {
    const [first = '', ...rest] = treeLines(tree)
    lines.push(`  ${paint.bold(first)}`, ...rest.map((line) => `  ${line}`))
  }
  const list = (title: string, texts: readonly string[]) => {
    if (texts.length === 0) return
    lines.push('', paint.bold(title), ...texts.flatMap((text) => hanging('  ', printable(text), width)))
  }
  list(say('explain.what-missing'), missingLines(pack, assessment))
  list(
    say('explain.what-settles'),
    settlers.map((each) => settlerLine(pack, each)),
  )
  return `${lines.join('\n')}\n`
}

function findings({ pack, each }: Explanation, width: number, paint: ChalkInstance): string[] {
  const all = each.findings()
  const { file } = each.assessment.record
  const nameOf = ({ criterion }: Finding) => criterionName(pack, criterion)
  const widest = Math.max(...all.map((finding) => widthOf(nameOf(finding))))
  return all.flatMap((finding) => {
    const { verdict, advisory } = finding
    const words = advisory
      ? say('verdict.advisory', { verdict: verdictWords(verdict) })
      : verdictWords(verdict)
    const name = padEnd(nameOf(finding), Math.min(widest, width - 6 - widthOf(words)))
    const head = `  ${VERDICT_MARKS[verdict]} ${name}  ${words}`
    return [
      TONES[verdict](paint, head),
      ...finding.because.flatMap((reason) =>
        hanging('      ', printable(reasonLine(pack, reason, file)), width),
      ),
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
