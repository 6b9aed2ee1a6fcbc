import { type Diagnostic, isTextPlace } from '../base/diagnostic.js'
import type { CaseResult } from '../testing/run-case.js'
import { counted } from './numbers.js'
import { shownFile } from './shown-file.js'
import { cellLines, mismatchLine, whyDecided } from './test-failure.js'
import { type TestSummary, totalSentence } from './test-summary.js'
import { printable } from './text-width.js'
import { type Annotation, errorCommand, noCommand } from './workflow-command.js'

/** As many errors of one step are shown. */
const MOST = 10

/** Annotations for GitHub Actions: what keeps cases from being run first, then the cases that fail, then how many. */
export function testGithub(summary: TestSummary): string {
  const annotations = [
    ...summary.packs.flatMap(({ faults }) => faults.map(faultAnnotation)),
    ...summary.failures.map(failureAnnotation),
  ]
  const more = annotations.length - MOST
  const lines = annotations.slice(0, MOST).map(errorCommand)
  if (more > 0)
    lines.push(
      `::notice title=tpa test::${counted(more, 'more error', 'more errors')}; the table of \`tpa test\` has all`,
    )
  return `${[...lines, noCommand(totalSentence(summary))].join('\n')}\n`
}

function faultAnnotation({ code, message, why, help, at }: Diagnostic): Annotation {
  return {
    file: at === null ? null : shownFile(at.file),
    line: at?.line ?? null,
    column: isTextPlace(at) ? at.column : null,
    title: code,
    message: linesOf([message, why, help].filter((part) => part !== undefined)),
  }
}

function failureAnnotation(result: CaseResult): Annotation {
  const { file, line, name } = result.case
  const why = whyDecided(result)
  const lines = [...result.mismatches.map(mismatchLine), ...(why === null ? [] : [why]), ...cellLines(result)]
  return { file, line, column: null, title: printable(name), message: linesOf(lines) }
}

const linesOf = (lines: readonly string[]) => lines.map(printable).join('\n')
