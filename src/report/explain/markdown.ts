import { say } from '../../base/say/say.js'
import { DOCUMENT_WIDTH } from '../../base/text-width.js'
import type { Finding } from '../../engine/assessment.js'
import { criterionName } from '../../lang/labels.js'
import { escaped } from '../text/markdown.js'
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

/** One record explained as Markdown. */
export function explainMarkdown({ pack, each, trees, settlers }: Explanation): string {
  const { assessment } = each
  const findings = each.findings().map((finding) => {
    const { criterion, verdict } = finding
    const reasons = finding.because.map((reason) => reasonLine(pack, reason, assessment.record.file))
    const lines = [...reasons, sourceLine(finding.source), ...notesOf(finding)].map(
      (line) => `  - ${escaped(line)}`,
    )
    return [
      `- ${VERDICT_MARKS[verdict]} **${escaped(criterionName(pack, criterion))}** ${verdictWords(verdict)}`,
      ...lines,
    ].join('\n')
  })
  const list = (title: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [`## ${title}`, texts.map((text) => `- ${escaped(text)}`).join('\n')]
  const tree = trees.flatMap(createTreeText(DOCUMENT_WIDTH)).join('\n')
  const parts = [
    `# ${escaped(decisionSentence(pack, assessment))}`,
    escaped(circumstances(pack, assessment)),
    `## ${say('explain.findings')}`,
    findings.join('\n'),
    `## ${say('explain.tree')}`,
    `\`\`\`text\n${tree.replaceAll('```', "'''")}\n\`\`\``,
    ...list(say('explain.what-missing'), missingLines(pack, assessment)),
    ...list(
      say('explain.what-settles'),
      settlers.map((settler) => settlerLine(pack, settler)),
    ),
  ]
  return `${parts.join('\n\n')}\n`
}

const notesOf = ({ source }: Finding) => (source.note === null ? [] : [source.note])
