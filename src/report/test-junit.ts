import type { Diagnostic } from '../base/diagnostic.js'
import type { Pack } from '../lang/pack.js'
import type { CaseResult } from '../testing/run-case.js'
import { diagnosticLine } from './diagnostic-line.js'
import { shownFile } from './shown-file.js'
import { cellLines, explanationLines, mismatchLine, whyDecided } from './test-failure.js'
import { isFailure, type TestedFile, type TestSummary } from './test-summary.js'
import { element, escapedXml } from './xml.js'

const WIDTH = 100

/** JUnit's form, as CI systems read it: a suite for each file, a case for each case. No clock is read, so that the same run gives the same bytes. */
export function testJunit(summary: TestSummary): string {
  const suites = summary.packs.flatMap((each) => [
    ...faultSuites(each.place, each.pack, each.faults),
    ...each.files.map((file) => fileSuite(each.pack, file)),
  ])
  const faulty = summary.unloaded + summary.unread
  const all = totals(summary.cases + faulty, summary.failures.length + faulty)
  const root = element('testsuites', { name: 'tpa test', ...all }, [
    ...suites.map((each) => `\n${each}`),
    '\n',
  ])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

const totals = (tests: number, failures: number) => ({ tests, failures, errors: 0, skipped: 0, time: '0' })

function fileSuite(pack: Pack | null, { file, results, failed }: TestedFile): string {
  const cases = results.map((result) => caseElement(pack, result))
  return suite(file, totals(results.length, failed), cases)
}

const suite = (name: string, counts: ReturnType<typeof totals>, cases: readonly string[]) =>
  element('testsuite', { name, ...counts }, [...cases.map((each) => `\n  ${each}`), '\n'])

function caseElement(pack: Pack | null, result: CaseResult): string {
  const { name, file, line } = result.case
  const attributes = { classname: pack?.id ?? '', name, file, line, time: '0' }
  return element('testcase', attributes, isFailure(result) ? [failure(result)] : [])
}

function failure(result: CaseResult): string {
  const { file, line, about } = result.case
  const lines = result.mismatches.map(mismatchLine)
  const why = whyDecided(result)
  const text = [
    `${file}:${line}`,
    ...(about === null ? [] : [about]),
    ...lines,
    ...(why === null ? [] : [`why: ${why}`]),
    ...cellLines(result),
    ...explanationLines(result, WIDTH, true),
  ]
  return failureElement('mismatch', lines.join('; '), text)
}

/** A pack that does not load, or whose cases cannot be read, is one failed case. */
function faultSuites(place: string, pack: Pack | null, faults: readonly Diagnostic[]): string[] {
  const [first] = faults
  if (first === undefined) return []
  const name = pack === null ? 'the pack loads' : 'the cases can be read'
  const lines = faults.map(diagnosticLine)
  const failed = failureElement(first.code, lines[0] ?? '', lines)
  const attributes = {
    classname: pack?.id ?? place,
    name,
    file: first.at === null ? place : shownFile(first.at.file),
    time: '0',
  }
  return [suite(place, totals(1, 1), [element('testcase', attributes, [failed])])]
}

const failureElement = (type: string, message: string, lines: readonly string[]) =>
  element('failure', { type, message }, [lines.map(escapedXml).join('\n')])
