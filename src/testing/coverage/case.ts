import { assessRecord } from '../../engine/assess.js'
import type { Assessment } from '../../engine/assessment.js'
import { type Pack, VERIFY } from '../../lang/pack.js'
import { type Known, knownText } from '../../lang/record.js'
import { readBases } from '../cases/bases.js'
import { readCases } from '../cases/cases.js'
import { readSuiteFile } from '../cases/suite-file.js'
import type { TestCase } from '../cases/test-case.js'
import type { CandidateRecord, Choice } from './candidates.js'

/** A candidate record as a case to paste under `cases:`, and the case as it is read from that text. */
export interface OfferedCase {
  /** YAML from `- name:` on, without a line break at its end. */
  readonly text: string
  readonly case: TestCase
}

/**
 * Writes a candidate record as a case that expects what the pack says of it, and reads it back; `null` if it cannot be read. `criteria`
 * are those whose verdicts it expects. Only if `isWhole` it expects what is missing for an open decision, because most of that has nothing
 * to do with these criteria.
 */
export function offerCase(
  pack: Pack,
  name: string,
  candidate: Pick<CandidateRecord, 'asOf' | 'chosen'>,
  criteria: readonly string[],
  isWhole = false,
): OfferedCase | null {
  const start = [`- name: ${quote(name)}`, ...givenLines(candidate.chosen)]
  if (candidate.asOf !== null && candidate.asOf !== pack.asOf) start.push(`  as_of: ${candidate.asOf}`)
  const draft = readCase(pack, [...start, `  expect: { decision: ${VERIFY} }`])
  if (draft === null) return null
  const assessment = assessRecord(pack, draft.record, { asOf: draft.asOf })
  const lines = [...start, '  expect:', ...expectLines(assessment, criteria, isWhole)]
  const read = readCase(pack, lines)
  return read === null ? null : { text: lines.join('\n'), case: read }
}

/** Gives each name once, because a file of cases refuses a name that is there twice: the second is numbered. */
export function namesOnce(): (name: string) => string {
  const given = new Map<string, number>()
  return (name) => {
    const count = (given.get(name) ?? 0) + 1
    given.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  }
}

function readCase(pack: Pack, lines: readonly string[]): TestCase | null {
  const file = readSuiteFile('offered', ['cases:', ...lines.map((line) => `  ${line}`), ''].join('\n'))
  if ('faults' in file) return null
  const reading = { pack, bases: readBases(pack, [file], true), taken: new Map<string, string>() }
  const [read] = readCases(reading, file)
  return read === undefined || file.list.faults.length + read.diagnostics.length > 0 ? null : read
}

function givenLines(chosen: readonly Choice[]): string[] {
  const lines = chosen.flatMap((each): string[] => {
    if (!('rows' in each)) return [`    ${each.fact}: ${written(each.value)}`.trimEnd()]
    if (each.rows === null) return ['    members:']
    const rows = each.rows.map((row) => {
      const facts = [...row.facts].flatMap(([name, fact]) =>
        fact.kind === 'known' ? [`${name}: ${written(fact.value)}`] : [],
      )
      return `      - { ${facts.join(', ')} }`
    })
    return ['    members:', ...rows]
  })
  return ['  given:', ...lines]
}

function expectLines(assessment: Assessment, criteria: readonly string[], isWhole: boolean): string[] {
  const { decision, possible, reasons, needs, blocked, verdicts } = assessment
  const list = (key: string, names: readonly string[]) => `    ${key}: [${names.map(quote).join(', ')}]`
  const own = criteria.flatMap((id) => {
    const verdict = verdicts.get(id)
    return verdict === undefined ? [] : [`${id}: ${verdict}`]
  })
  const open = [list('possible', possible), list('needs', needs), list('blocked', blocked)]
  return [
    `    decision: ${quote(decision)}`,
    ...(decision !== VERIFY ? [list('reasons', reasons)] : isWhole ? open : []),
    ...(own.length > 0 ? [`    verdicts: { ${own.join(', ')} }`] : []),
  ]
}

function written(value: Known | null): string {
  if (value === null) return ''
  return typeof value === 'string' ? quote(value) : knownText(value)
}

const RESERVED = /^(?:yes|no|true|false|on|off|null|y|n)$/i

const quote = (text: string) =>
  /^[\p{L}_][\p{L}\p{N}_-]*(?: [\p{L}\p{N}_-]+)*$/u.test(text) && !RESERVED.test(text)
    ? text
    : JSON.stringify(text)
