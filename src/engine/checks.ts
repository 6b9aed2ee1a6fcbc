import { digits } from '../base/decimal.js'
import type { Diagnostic } from '../base/diagnostic.js'
import { describeRange } from '../base/range.js'
import { isClosed, meetValues } from '../base/value.js'
import type { Check, Derived, DerivedSource, FactDeclaration, Pack } from '../lang/pack.js'
import { printExpression } from '../lang/parse/print.js'
import { expressionsOf, factsReadBy } from '../lang/reads.js'
import type { CaseRecord } from '../lang/record.js'
import { type Evaluation, openValue } from './evaluation.js'
import { deriveValue, sourceValue, truthOf } from './interpret.js'
import { memberPlace, memberValue, yearsOf } from './member.js'
import { valueInWords } from './sentences.js'
import { countedRows, rowsAsRead } from './who-is-member.js'

/** Conflicts of a record, then the checks that fire. They do not depend on the decision. */
export const recordDiagnostics = (evaluation: Evaluation): Diagnostic[] => [
  ...openMembers(evaluation),
  ...conflictsOf(evaluation),
  ...checksThatFire(evaluation),
]

/** Rows in which nothing stands, where no size says whether they are members. */
function openMembers({ record, roster, pack }: Evaluation): Diagnostic[] {
  const open =
    roster.kind === 'gap' ? [] : roster.rows.filter((_, index) => roster.isMember[index] === 'open')
  const [first] = open
  if (roster.kind === 'gap' || first === undefined) return []
  const [rows, they] = open.length === 1 ? ['1 row', 'it'] : [`${open.length} rows`, 'they']
  const { size } = pack.record
  const asked = size !== null && record.facts.get(size)?.kind === 'gap' ? `give \`${size}\`, or fill` : 'fill'
  return [
    {
      code: 'blank-member',
      severity: 'warning',
      message: `it has ${describeRange(countedRows(roster.isMember))} members: ${rows} of the roster ${open.length === 1 ? 'says' : 'say'} nothing of a person`,
      why: 'a row with nothing but keys, 0 or no may be a member or an empty place, so both are possible',
      help: `${asked} ${they === 'it' ? 'the row in, or take it' : 'the rows in, or take them'} away`,
      at: { ...memberPlace(record, first, null), field: record.headers.get('members') ?? 'members' },
    },
  ]
}

/** A warning for every value whose sources have nothing in common, with what each of them says. */
function conflictsOf(evaluation: Evaluation): Diagnostic[] {
  const ofSize = sizeConflicts(evaluation)
  return [...ofSize, ...derivedConflicts(evaluation, ofSize.length), ...ageConflicts(evaluation)]
}

const conflict = ({ file, line }: CellOrigin, field: string, message: string): Diagnostic => ({
  code: 'conflict',
  severity: 'warning',
  message,
  why: 'the value counts as unknown, because one of the two must be wrong',
  help: 'find out which is right and correct the other',
  at: { file, line, field },
})

type CellOrigin = Pick<CaseRecord, 'file' | 'line'>

/** A size given that is not the number of rows. */
function sizeConflicts({ pack, record, roster }: Evaluation): Diagnostic[] {
  const { size } = pack.record
  if (size === null || roster.kind === 'gap' || roster.length === 'right') return []
  const fact = record.facts.get(size)
  const given = fact?.kind === 'known' && typeof fact.value === 'object' ? digits(fact.value) : '?'
  const message = `\`${size}\` is ${given}, but there are ${describeRange(rowsAsRead(roster.asRead))} members`
  return [conflict(record, record.headers.get(size) ?? size, message)]
}

/** Derived values in conflict. The size is left out if another conflict was found before it; `before` counts those found so far. */
function derivedConflicts(evaluation: Evaluation, before: number): Diagnostic[] {
  const { pack, record } = evaluation
  const found: Diagnostic[] = []
  for (const derived of pack.derived.values()) {
    if (!deriveValue(evaluation, derived.name).conflicting) continue
    if (derived.name === pack.record.size && before + found.length > 0) continue
    const message = `\`${derived.name}\` is in conflict: ${sourcesInWords(evaluation, derived)}`
    found.push(conflict(record, fieldsOf(evaluation, derived), message))
  }
  return found
}

/** Members whose given age differs from the age by their birth date. */
function ageConflicts(evaluation: Evaluation): Diagnostic[] {
  const { pack, record, roster } = evaluation
  const ages = [...(pack.memberFacts?.values() ?? [])].filter((fact) => fact.completedYearsSince !== null)
  const rows = roster.kind === 'rows' ? roster.rows : []
  return rows.flatMap((row, index) => {
    const member = { row, number: index + 1 }
    return ages
      .filter(({ name }) => memberValue(evaluation, member, name).conflicting)
      .map((fact) => {
        const field = `members.${fact.name}`
        return conflict(
          memberPlace(record, row, fact.name),
          record.headers.get(field) ?? field,
          ageConflict(evaluation, fact, member),
        )
      })
  })
}

/** The given age and the age by the birth date. Of a personal age it says only that they differ. */
function ageConflict(
  evaluation: Evaluation,
  fact: FactDeclaration,
  member: Parameters<typeof memberValue>[1],
): string {
  const shown = (years: string) => (fact.personal ? '…' : years)
  const given = member.row?.facts.get(fact.name)
  const years = yearsOf(evaluation, member, fact)
  const says = years === null ? '' : `\`${fact.completedYearsSince}\` gives ${shown(describeRange(years))}`
  const isGiven = given?.kind === 'known' && typeof given.value === 'object'
  const against = isGiven ? `is ${shown(digits(given.value))}, but ` : 'is out of range: '
  return `\`members[${member.number}].${fact.name}\` ${against}${says}`
}

const fieldsOf = ({ pack, record }: Evaluation, derived: Derived): string => {
  const own = derived.sources.some((source) => source.kind === 'given') ? [derived.name] : []
  const read = factsReadBy(pack, derived.sources.flatMap(expressionsOf))
  const columns = [...new Set([...own, ...read])].filter((name) => record.facts.get(name)?.kind === 'known')
  return columns.map((name) => record.headers.get(name) ?? name).join('|') || derived.name
}

/** The sources, and the declared range, that have nothing in common with another one. Ranges that all meet in pairs have one number in common. */
function sourcesInWords(evaluation: Evaluation, derived: Derived): string {
  const says = [
    { who: 'it must be', value: openValue(derived.declaration) },
    ...derived.sources
      .map((source) => ({ who: sourceName(source), value: sourceValue(evaluation, derived, source) }))
      .filter(({ value }, index) => derived.sources[index]?.kind !== 'given' || isClosed(value)),
  ]
  return says
    .filter((each) => says.some((other) => meetValues(each.value, other.value) === null))
    .map(({ who, value }) => `${who} ${valueInWords(value)}`)
    .join(', ')
}

function sourceName(source: DerivedSource): string {
  switch (source.kind) {
    case 'given':
      return 'its own column says'
    case 'expression':
      return `\`${printExpression(source.expression)}\` gives`
    case 'rounded':
      return `\`${printExpression(source.of)}\` (rounded) gives`
  }
}

/** The pack's checks that fire on the record as it was read: `when` is true, and `unless` is not known to be true. */
export function firingChecks(evaluation: Evaluation): Check[] {
  const read = evaluation.asRead ?? evaluation
  return read.pack.checks.filter(
    ({ when, unless }) =>
      truthOf(read, when) === true && !(unless !== null && truthOf(read, unless) === true),
  )
}

/** The findings of the checks that fire. */
function checksThatFire(evaluation: Evaluation): Diagnostic[] {
  const { pack, record } = evaluation
  return firingChecks(evaluation).map((check) =>
    checkFinding(pack, check, record, takenBy(evaluation, check)),
  )
}

/** The finding of a check that fires; `taken` are the facts that it takes away from the record. */
export const checkFinding = (
  { id }: Pack,
  check: Check,
  record: Pick<CaseRecord, 'file' | 'line' | 'headers'>,
  taken: readonly string[] = [],
): Diagnostic => ({
  code: 'check',
  check: check.id,
  severity: check.severity,
  message: check.message,
  why: `check \`${check.id}\` of ${id}: ${printExpression(check.when)}`,
  ...(taken.length === 0 ? {} : { help: countAsUnknown(taken) }),
  at: { file: record.file, line: record.line, field: fieldOf(record, taken) },
})

/** Names under `gap` that the record says something about. They are the same for every record on which the check does the same. */
const takenBy = ({ takenAway }: Evaluation, check: Check): string[] => {
  const own = [...takenAway].filter(([, by]) => by.includes(check)).map(([name]) => unnumbered(name))
  return check.gap.filter((name) => own.includes(name))
}

const unnumbered = (name: string) => name.replace(/^members\[\d+\]/, 'members')

const fieldOf = ({ headers }: Pick<CaseRecord, 'headers'>, names: readonly string[]): string | null =>
  names.length === 0 ? null : names.map((name) => headers.get(name) ?? name).join('|')

function countAsUnknown(names: readonly string[]): string {
  const [first = '', ...others] = names.map((name) => `\`${name}\``)
  if (others.length === 0) return `find out what is right: until then ${first} counts as unknown`
  const all = `${[first, ...others.slice(0, -1)].join(', ')} and ${others[others.length - 1]}`
  return `find out what is right: until then ${all} count as unknown`
}
