import { type Diagnostic, isTextPlace } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { CaseResult } from '../../testing/cases/run-case.js'
import { grouped } from '../text/numbers.js'
import { shownFile } from '../text/shown-file.js'
import { type Annotation, annotationLines, type Level, workflowText } from '../text/workflow-command.js'
import { cellLines, mismatchLine, whyDecided } from './failure.js'
import { lineOf, type Missing, missingIn } from './missing.js'
import { isMissed, minimumSentence, type TestedPack, type TestSummary, totalSentence } from './summary.js'

/** Annotations for GitHub Actions: first what keeps cases from running, then failures, gates and what no case shows; at the end the totals. */
export function testGithub(summary: TestSummary): string {
  const errors = [
    ...summary.packs.flatMap(({ faults }) => faults.map(faultAnnotation)),
    ...summary.failures.map(failureAnnotation),
    ...summary.packs.flatMap(gateAnnotations),
    ...summary.packs.flatMap((each) => missingAnnotations(each, true)),
  ]
  const warnings = summary.packs.flatMap((each) => missingAnnotations(each, false))
  return workflowText([...ranked('error', errors), ...ranked('warning', warnings)], [totalSentence(summary)])
}

/** The first, and how many more there are. */
const ranked = (level: Level, annotations: readonly Annotation[]): string[] =>
  annotationLines(level, annotations, 'tpa test', (count) =>
    say(`test.more.${level}`, { count: grouped(count) }),
  )

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
  return { file, line, column: null, title: name, message: linesOf(lines) }
}

const gateAnnotations = ({ place, measures: { gates } }: TestedPack): Annotation[] =>
  gates.filter(isMissed).map((gate) => ({
    file: null,
    line: null,
    column: null,
    title: 'gate-tripped',
    message: minimumSentence(place, gate),
  }))

/**
 * One annotation for each line of the pack and each measure, because GitHub shows only a few.
 * @param ofTripped true for only the measures whose gate trips, false for only the others
 */
function missingAnnotations({ measures }: TestedPack, ofTripped: boolean): Annotation[] {
  const tripped = measures.gates.filter(isMissed).map(({ measure }) => measure)
  const wanted = missingIn(measures).filter(({ measure }) => tripped.includes(measure) === ofTripped)
  const byLine = new Map<string, [Missing, ...Missing[]]>()
  for (const each of wanted) {
    const key = `${each.measure} ${lineOf(each.place)}`
    const known = byLine.get(key)
    if (known === undefined) byLine.set(key, [each])
    else known.push(each)
  }
  const groups = [...byLine.values()].sort(([a], [b]) => a.place.line - b.place.line)
  return groups.map((group): Annotation => {
    const [{ place, measure }] = group
    const lines = [...group.map(({ says }) => says), say(`test.offer.${measure}`)]
    return {
      file: shownFile(place.file),
      line: place.line,
      column: null,
      title: measure,
      message: linesOf(lines),
    }
  })
}

const linesOf = (lines: readonly string[]) => lines.join('\n')
