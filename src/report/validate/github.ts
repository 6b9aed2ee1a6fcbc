import { printable } from '../../base/inert-text.js'
import { say } from '../../base/say/say.js'
import { grouped } from '../text/numbers.js'
import { shownFile } from '../text/shown-file.js'
import { type Annotation, annotationLines, type Level, workflowText } from '../text/workflow-command.js'
import type { FindingKind } from './kinds.js'
import type { ValidateContext, ValidateReport } from './report.js'
import type { ValidateSummary } from './summary.js'
import { extentWords, kindWords, linesWords, validateHeadline } from './words.js'

const MOST_LINES = 10

/** Annotations for GitHub Actions, one for each kind of error and warning at its first line, then how many. */
export function validateGithub({ pack, inputs }: ValidateContext): ValidateReport {
  return {
    end(summary) {
      const files = inputs.map(({ file }) => file)
      return workflowText(
        [...annotations('error', summary), ...annotations('warning', summary)],
        validateHeadline(pack, summary, files).map(printable),
      )
    },
  }
}

/** The gravest findings, and how many more there are. */
function annotations(level: Level, { kinds }: ValidateSummary): string[] {
  const own = kinds.filter(({ diagnostic }) => diagnostic.severity === level)
  return annotationLines(level, own.map(annotationOf), 'tpa validate', (count) =>
    say(`validate.more.${level}`, { count: grouped(count) }),
  )
}

function annotationOf(kind: FindingKind): Annotation {
  const { code, check, at } = kind.diagnostic
  const field = at !== null && 'field' in at ? at.field : null
  const several = kind.count > 1 || kind.cells !== null
  const lines = linesWords(kind, MOST_LINES)
  const extent = extentWords(kind)
  const message = [
    kindWords(kind),
    ...(several ? [lines === '' ? extent : say('validate.extent.lines', { extent, lines })] : []),
  ]
  return {
    file: at === null ? null : fileInRepository(at.file),
    line: kind.lines[0] ?? null,
    column: null,
    title: field === null ? (check ?? code) : `${check ?? code}: ${field}`,
    message: message.join('\n'),
  }
}

/** GitHub knows the workbook, but not its sheets. */
const fileInRepository = (file: string) => shownFile(file).replace(/(\.xls[xm])#.*$/i, '$1')
