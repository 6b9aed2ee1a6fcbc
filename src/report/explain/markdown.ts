import type { Finding } from '../../engine/assessment.js'
import { escaped } from '../text/markdown.js'
import { DOCUMENT_WIDTH } from '../text/text-width.js'
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

/** One record explained as Markdown. */
export function explainMarkdown({ pack, each, trees, settlers }: Explanation): string {
  const { assessment } = each
  const findings = each.findings().map((finding) => {
    const { criterion, verdict } = finding
    const reasons = finding.because.map((reason) => reasonLine(reason, assessment.record.file))
    const lines = [...reasons, sourceLine(finding.source), ...notesOf(finding)].map(
      (line) => `  - ${escaped(line)}`,
    )
    return [`- ${VERDICT_MARKS[verdict]} **${escaped(criterion)}** ${VERDICT_WORDS[verdict]}`, ...lines].join(
      '\n',
    )
  })
  const list = (title: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [`## ${title}`, texts.map((text) => `- ${escaped(text)}`).join('\n')]
  const tree = trees.flatMap(createTreeText(DOCUMENT_WIDTH)).join('\n')
  const parts = [
    `# ${escaped(decisionSentence(pack, assessment))}`,
    escaped(circumstances(pack, assessment)),
    '## Findings',
    findings.join('\n'),
    '## Tree',
    `\`\`\`text\n${tree.replaceAll('```', "'''")}\n\`\`\``,
    ...list('What is missing', missingLines(pack, assessment)),
    ...list('What would settle it', settlers.map(settlerLine)),
  ]
  return `${parts.join('\n\n')}\n`
}

const notesOf = ({ source }: Finding) => (source.note === null ? [] : [source.note])
