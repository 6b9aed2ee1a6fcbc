import { DIAGNOSTIC_CODES } from '../../base/codes.js'
import { point, type Range } from '../../base/range.js'
import { say } from '../../base/say/say.js'
import { allOf } from '../../base/wording.js'
import type { Verdict } from '../../engine/assessment.js'
import { quoted } from '../../lang/fault-list.js'
import { columnsOf, type Pack, VERIFY } from '../../lang/pack.js'
import { readDecimalAt } from '../../lang/shape/context.js'
import type { Path } from '../../lang/shape/places.js'
import { MEMBERS } from '../../survey/columns/columns.js'
import type { SuiteFile } from './suite-file.js'
import type { RawExpectation } from './suite-schema.js'

/** What a case expects. `null`, and names left out, are not compared. The order of lists does not count. */
export interface Expectation {
  readonly decision: string | null
  readonly possible: readonly string[] | null
  readonly reasons: readonly string[] | null
  readonly notReasons: readonly string[] | null
  readonly needs: readonly string[] | null
  readonly blocked: readonly string[] | null
  readonly verdicts: ReadonlyMap<string, Verdict>
  /** A figure, or the range that an open one can still be. */
  readonly outputs: ReadonlyMap<string, Range>
  /** Ids of checks, and codes of all other diagnostics of the record. */
  readonly diagnostics: readonly string[] | null
}

/** Reads the expectation at a path. Names that the pack does not have are reported. */
export function readExpectation(
  pack: Pack,
  file: SuiteFile,
  path: Path,
  raw: RawExpectation = {},
): Expectation {
  checkNames(pack, file, path, raw)
  return {
    decision: raw.decision ?? null,
    possible: raw.possible ?? null,
    reasons: raw.reasons ?? null,
    notReasons: raw.not_reasons ?? null,
    needs: raw.needs ?? null,
    blocked: raw.blocked ?? null,
    verdicts: new Map(Object.entries(raw.verdicts ?? {})),
    outputs: readOutputs(file, [...path, 'outputs'], raw.outputs ?? {}),
    diagnostics: raw.diagnostics ?? null,
  }
}

/** The expectation of a row laid over that of its table. Verdicts and outputs are replaced by name, all else as a whole. */
export const mergeExpectations = (table: Expectation, row: Expectation): Expectation => ({
  decision: row.decision ?? table.decision,
  possible: row.possible ?? table.possible,
  reasons: row.reasons ?? table.reasons,
  notReasons: row.notReasons ?? table.notReasons,
  needs: row.needs ?? table.needs,
  blocked: row.blocked ?? table.blocked,
  verdicts: new Map([...table.verdicts, ...row.verdicts]),
  outputs: new Map([...table.outputs, ...row.outputs]),
  diagnostics: row.diagnostics ?? table.diagnostics,
})

export const expectsNothing = (expectation: Expectation): boolean =>
  Object.values(expectation).every((each) => each === null || (each instanceof Map && each.size === 0))

function readOutputs(
  file: SuiteFile,
  path: Path,
  raw: NonNullable<RawExpectation['outputs']>,
): Map<string, Range> {
  const outputs = new Map<string, Range>()
  for (const [name, value] of Object.entries(raw)) {
    const at = [...path, name]
    if (typeof value === 'number') {
      outputs.set(name, point(readDecimalAt(file.places, file.list, at)))
      continue
    }
    const lo = value.min == null ? null : readDecimalAt(file.places, file.list, [...at, 'min'])
    const hi = value.max == null ? null : readDecimalAt(file.places, file.list, [...at, 'max'])
    if (lo !== null && hi !== null && lo.gt(hi))
      file.list.fault('bad-number', file.places.value([...at, 'max']), say('suite.max-below-min'))
    outputs.set(name, { lo, hi })
  }
  return outputs
}

type Key = keyof RawExpectation

/** What a name that a case expects is a name of. */
type SuiteNoun =
  | 'decision'
  | 'outcome'
  | 'criterion'
  | 'fact'
  | 'fact-or-parameter'
  | 'output'
  | 'check-or-diagnostic'

/** Reports every name that the pack does not have. */
function checkNames(pack: Pack, file: SuiteFile, path: Path, raw: RawExpectation): void {
  const outcomes = [...pack.decisions.outcomes.keys()]
  const criteria = pack.criteria.map(({ id }) => id)
  const facts = [...columnsOf(pack).keys(), ...pack.derived.keys()]
  const checks = pack.checks.map(({ id }) => id)
  const known: Readonly<Record<Key, readonly [what: SuiteNoun, names: readonly string[]]>> = {
    decision: ['decision', [...outcomes, VERIFY]],
    possible: ['outcome', outcomes],
    reasons: ['criterion', criteria],
    not_reasons: ['criterion', criteria],
    verdicts: ['criterion', criteria],
    needs: ['fact', facts],
    blocked: ['fact-or-parameter', [...facts, ...pack.parameters.keys(), pack.record.date ?? 'as_of']],
    outputs: ['output', pack.outputs.map(({ name }) => name)],
    diagnostics: ['check-or-diagnostic', [...checks, ...CODES]],
  }
  for (const key of Object.keys(known) as Key[]) {
    const [what, names] = known[key]
    for (const { name, at } of namesIn(file, [...path, key], raw[key])) {
      const all = key === 'needs' || key === 'blocked' ? [...names, ...memberNames(pack, name)] : names
      if (all.includes(name)) continue
      const help =
        file.list.suggest(name, all) ?? (key === 'diagnostics' ? say('suite.checks-by-id') : undefined)
      const message = say(`suite.unknown.${what}`, { name: quoted(name) })
      file.list.fault('unknown-name', at, message, { help: help ?? listOf(names) })
    }
  }
}

/** The codes that a record can get without a check. */
const CODES = Object.keys(DIAGNOSTIC_CODES).filter((code) => code !== 'check')

const LISTED = 12
const listOf = (names: readonly string[]) =>
  names.length > LISTED ? undefined : say('suite.one-of', { names: allOf(names) })

/** The names of the roster and its facts, in the row that a name says. */
function memberNames(pack: Pack, name: string): string[] {
  if (pack.memberFacts === null) return []
  const row = /^members\[([1-9]\d*)\]/.exec(name)?.[1] ?? '1'
  return [MEMBERS, ...[...pack.memberFacts.keys()].map((each) => `${MEMBERS}[${row}].${each}`)]
}

function namesIn({ places }: SuiteFile, path: Path, value: RawExpectation[Key]) {
  if (value === undefined) return []
  if (typeof value === 'string') return [{ name: value, at: places.value(path) }]
  if (Array.isArray(value)) return value.map((name, index) => ({ name, at: places.value([...path, index]) }))
  return Object.keys(value).map((name) => ({ name, at: places.key([...path, name]) }))
}
