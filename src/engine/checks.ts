import type { Diagnostic } from '../base/diagnostic.js'
import { ANYTHING, describeRange } from '../base/range.js'
import { say } from '../base/say/say.js'
import { meetValues } from '../base/value.js'
import { checkMessage } from '../lang/labels.js'
import type { Check, Derived, DerivedSource, FactDeclaration, Pack } from '../lang/pack.js'
import { printExpression } from '../lang/parse/print.js'
import { expressionsOf, factsReadBy } from '../lang/reads.js'
import { type CaseRecord, isSaid } from '../lang/record.js'
import { type Evaluation, givenSize, openValue, valueOfFact } from './evaluation.js'
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
  const { size } = pack.record
  const rows = open.length
  const isAsked = size !== null && record.facts.get(size)?.kind === 'gap'
  return [
    {
      code: 'blank-member',
      severity: 'warning',
      message: say('blank-member', { members: describeRange(countedRows(roster.isMember)), rows }),
      why: say('blank-member.why'),
      help: isAsked ? say('blank-member.help.size', { size, rows }) : say('blank-member.help', { rows }),
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
  why: say('conflict.why'),
  help: say('conflict.help'),
  at: { file, line, field },
})

type CellOrigin = Pick<CaseRecord, 'file' | 'line'>

/** A size given that is not the number of rows. */
function sizeConflicts({ pack, record, roster }: Evaluation): Diagnostic[] {
  const { size } = pack.record
  if (size === null || roster.kind === 'gap' || roster.length === 'right') return []
  const given = describeRange(givenSize(pack, record) ?? ANYTHING)
  const members = describeRange(rowsAsRead(roster.asRead))
  const message = say('conflict.size', { size, given, members })
  return [conflict(record, record.headers.get(size) ?? size, message)]
}

/** Derived values in conflict. The size is left out if another conflict was found before it; `before` counts those found so far. */
function derivedConflicts(evaluation: Evaluation, before: number): Diagnostic[] {
  const { pack, record } = evaluation
  const found: Diagnostic[] = []
  for (const derived of pack.derived.values()) {
    if (!deriveValue(evaluation, derived.name).conflicting) continue
    if (derived.name === pack.record.size && before + found.length > 0) continue
    const message = say('conflict', {
      name: derived.name,
      sources: sourcesInWords(evaluation, derived),
    })
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
  const said = {
    member: `members[${member.number}].${fact.name}`,
    date: fact.completedYearsSince ?? '',
    years: shown(years === null ? '?' : describeRange(years)),
  }
  return isSaid(given)
    ? say('conflict.age', { ...said, given: shown(valueInWords(valueOfFact(fact, given))) })
    : say('conflict.age.range', said)
}

const fieldsOf = ({ pack, record }: Evaluation, derived: Derived): string => {
  const own = derived.sources.some((source) => source.kind === 'given') ? [derived.name] : []
  const read = factsReadBy(pack, derived.sources.flatMap(expressionsOf))
  const columns = [...new Set([...own, ...read])].filter((name) => isSaid(record.facts.get(name)))
  return columns.map((name) => record.headers.get(name) ?? name).join('|') || derived.name
}

/** The sources, and the declared range, that have nothing in common with another one. Ranges that all meet in pairs have one number in common. */
function sourcesInWords(evaluation: Evaluation, derived: Derived): string {
  const { record } = evaluation
  const says = [
    { source: null, value: openValue(derived.declaration) },
    ...derived.sources
      .map((source) => ({ source, value: sourceValue(evaluation, derived, source) }))
      .filter(({ source }) => source.kind !== 'given' || isSaid(record.facts.get(derived.name))),
  ]
  return says
    .filter((each) => says.some((other) => meetValues(each.value, other.value) === null))
    .map(({ source, value }) => sourceInWords(source, valueInWords(value)))
    .join(say('list.clause'))
}

/** What a source of a value says, or its declared range. */
function sourceInWords(source: DerivedSource | null, value: string): string {
  switch (source?.kind) {
    case undefined:
      return say('conflict.source.range', { value })
    case 'given':
      return say('conflict.source.given', { value })
    case 'expression':
      return say('conflict.source.expression', { expression: printExpression(source.expression), value })
    case 'rounded':
      return say('conflict.source.rounded', { expression: printExpression(source.of), value })
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
  pack: Pack,
  check: Check,
  record: Pick<CaseRecord, 'file' | 'line' | 'headers'>,
  taken: readonly string[] = [],
): Diagnostic => ({
  code: 'check',
  check: check.id,
  severity: check.severity,
  message: checkMessage(pack, check),
  why: say('check.why', { check: check.id, pack: pack.id, condition: printExpression(check.when) }),
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
  const last = others.pop()
  if (last === undefined) return say('check.help', { fact: first })
  const facts = say('list.and', { first: [first, ...others].join(say('names.item')), last })
  return say('check.help.more', { facts })
}
