import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { DOCUMENT_WIDTH } from '../../base/text-width.js'
import type { Pack } from '../../lang/pack.js'
import type { CaseResult } from '../../testing/cases/run-case.js'
import type { TestCase } from '../../testing/cases/test-case.js'
import { diagnosticLine } from '../diagnostics/line.js'
import { shownFile } from '../text/shown-file.js'
import { parted } from '../text/words.js'
import { element, escapedXml } from '../text/xml.js'
import { coverageLines } from './coverage.js'
import { cellLines, explanationLines, mismatchLine, whyDecided } from './failure.js'
import { mutationLines } from './mutation.js'
import {
  isFailure,
  isMissed,
  type Measures,
  type Minimum,
  minimumSentence,
  type TestedFile,
  type TestedPack,
  type TestSummary,
} from './summary.js'

/**
 * JUnit's form, as CI systems read it: a suite for each file with an entry for each case, and a suite for each pack with its faults and
 * gates. No clock is read, so that the same run gives the same bytes.
 */
export function testJunit(summary: TestSummary): string {
  const suites = summary.packs.flatMap((each) => [
    ...packSuites(each),
    ...each.files.map((file) => fileSuite(each.pack, file)),
  ])
  const all = {
    tests: sum(suites, 'tests'),
    failures: sum(suites, 'failures'),
    errors: 0,
    skipped: sum(suites, 'skipped'),
    time: '0',
  }
  const root = element('testsuites', { name: 'tpa test', ...all }, [
    ...suites.map(({ xml }) => `\n${xml}`),
    '\n',
  ])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

interface Suite {
  readonly tests: number
  readonly failures: number
  readonly skipped: number
  readonly xml: string
}

const sum = (suites: readonly Suite[], key: 'tests' | 'failures' | 'skipped') =>
  suites.reduce((total, each) => total + each[key], 0)

/** An element for one case, with what is inside it. */
interface Entry {
  readonly attributes: { readonly [name: string]: string | number }
  readonly outcome: 'passed' | 'failed' | 'skipped'
  readonly says: readonly string[]
}

function suite(name: string, entries: readonly Entry[]): Suite {
  const of = (outcome: Entry['outcome']) => entries.filter((each) => each.outcome === outcome).length
  const counts = { tests: entries.length, failures: of('failed'), skipped: of('skipped') }
  const cases = entries.map(({ attributes, says }) => `\n  ${element('testcase', attributes, says)}`)
  const { tests, failures, skipped } = counts
  const shown = { name, tests, failures, errors: 0, skipped, time: '0' }
  return { ...counts, xml: element('testsuite', shown, [...cases, '\n']) }
}

const fileSuite = (pack: Pack | null, { file, results, notRun }: TestedFile): Suite =>
  suite(file, [
    ...results.map((result): Entry => {
      const attributes = attributesOf(pack, result.case)
      return isFailure(result)
        ? { attributes, outcome: 'failed', says: [failure(result)] }
        : { attributes, outcome: 'passed', says: [] }
    }),
    ...notRun.map((each) => skippedEntry(attributesOf(pack, each), say('test.skipped'))),
  ])

const attributesOf = (pack: Pack | null, { name, file, line }: TestCase) => ({
  classname: pack?.id ?? '',
  name,
  file,
  line,
  time: '0',
})

const skippedEntry = (attributes: Entry['attributes'], message: string): Entry => ({
  attributes,
  outcome: 'skipped',
  says: [element('skipped', { message })],
})

function failure(result: CaseResult): string {
  const { file, line, about } = result.case
  const lines = result.mismatches.map(mismatchLine)
  const why = whyDecided(result)
  const text = [
    `${file}:${line}`,
    ...(about === null ? [] : [about]),
    ...lines,
    ...(why === null ? [] : [say('test.why-line', { why })]),
    ...cellLines(result),
    ...explanationLines(result, DOCUMENT_WIDTH, true),
  ]
  return failureElement('mismatch', parted(lines), text)
}

/** One suite for the faults and gates of a whole pack, if it has any. */
function packSuites({ place, pack, faults, measures }: TestedPack): Suite[] {
  const entries = [
    ...faultEntries(place, pack, faults),
    ...measures.gates.map((gate) => gateEntry(place, pack, measures, gate)),
  ]
  return entries.length === 0 ? [] : [suite(place, entries)]
}

/** A pack that does not load, or whose cases cannot be read, is one failed case. */
function faultEntries(place: string, pack: Pack | null, faults: readonly Diagnostic[]): Entry[] {
  const [first] = faults
  if (first === undefined) return []
  const name = say(pack === null ? 'test.loads' : 'test.readable')
  const lines = faults.map(diagnosticLine)
  const attributes = {
    classname: pack?.id ?? place,
    name,
    file: first.at === null ? place : shownFile(first.at.file),
    time: '0',
  }
  const says = [failureElement(first.code, lines[0] ?? '', lines)]
  return [{ attributes, outcome: 'failed', says }]
}

/** A gate is an entry of its own; where it trips, the entry lists everything that is missing. */
function gateEntry(place: string, pack: Pack | null, measures: Measures, gate: Minimum): Entry {
  const attributes = {
    classname: pack?.id ?? place,
    name: say('test.reaches', { measure: say(`test.${gate.measure}`) }),
    file: shownFile(pack?.tables.source.file ?? place),
    time: '0',
  }
  if (gate.percent === null) return skippedEntry(attributes, say('test.later'))
  if (!isMissed(gate)) return { attributes, outcome: 'passed', says: [] }
  const { coverage, mutation } = measures
  const lines =
    gate.measure === 'coverage' ? coverage && coverageLines(coverage) : mutation && mutationLines(mutation)
  const says = [failureElement('gate-tripped', minimumSentence(place, gate), lines ?? [])]
  return { attributes, outcome: 'failed', says }
}

const failureElement = (type: string, message: string, lines: readonly string[]) =>
  element('failure', { type, message }, [lines.map(escapedXml).join('\n')])
