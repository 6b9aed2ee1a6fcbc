import { expectNumber, expectTruth } from '../../lang/assemble/expected-type.js'
import { checkIds } from '../../lang/assemble/ids.js'
import { quoted } from '../../lang/fault-list.js'
import { type Building, checkAllKnown, checkKnown, citedIfAny, titled } from './building.js'
import type { Assistance, Book, KeyMark, Need, PovertyLine, Programme } from './programme.js'
import type { RawProgramme } from './schema.js'

/** The books, in the order of the file. Every outcome of the pack must be in exactly one. */
export function buildBooks(building: Building, raw: RawProgramme): Book[] {
  const { context, pack } = building
  checkIds(context, 'books', 'book', raw.books)
  const outcomes = pack.decisions.outcomes
  const codes = selectorCodes(building)
  const [inBook, byCode] = [new Map<string, string>(), new Map<string, string>()]
  const books = raw.books.map((each, index): Book => {
    const path = ['books', index]
    for (const [at, outcome] of each.outcomes.entries()) {
      const place = [...path, 'outcomes', at]
      if (checkKnown(building, place, outcome, { known: [...outcomes.keys()], noun: 'decision of the pack' }))
        checkOnce(building, place, inBook, outcome, each.id)
    }
    if (each.in_force !== undefined) {
      const place = [...path, 'in_force']
      if (checkKnown(building, place, each.in_force, { known: codes, noun: 'code of the pack’s selector' }))
        checkOnce(building, place, byCode, each.in_force, each.id)
    }
    return {
      id: each.id,
      ...titled(each),
      outcomes: each.outcomes,
      inForce: each.in_force ?? null,
      watched: each.watched ?? false,
      citation: citedIfAny(building, path, each),
    }
  })
  for (const outcome of outcomes.keys())
    if (!inBook.has(outcome) && !context.refused.hasAny('books'))
      context.fault('shape', context.places.key(['books']), `no book takes the decision ${quoted(outcome)}`, {
        help: `add it to the \`outcomes\` of a book, such as { id: none, outcomes: [${outcome}] }`,
      })
  return books
}

function checkOnce(
  { context }: Building,
  path: (string | number)[],
  taken: Map<string, string>,
  name: string,
  book: string,
): void {
  const other = taken.get(name)
  if (other !== undefined)
    context.fault(
      'duplicate-name',
      context.places.value(path),
      `${quoted(name)} is in the book \`${other}\` already`,
      {
        help: 'leave it in one of the two',
      },
    )
  taken.set(name, book)
}

/** The codes of the fact that chooses the pack's table. */
const selectorCodes = ({ pack }: Building): string[] =>
  (pack.facts.get(pack.decisions.by ?? '')?.codes ?? []).map(({ code }) => code)

export function buildLines(building: Building, raw: RawProgramme): PovertyLine[] {
  const { context, resolving } = building
  checkIds(context, 'lines', 'line', raw.lines ?? [])
  return (raw.lines ?? []).map((each, index) => {
    const path = ['lines', index]
    const known = numericNames(building)
    checkKnown(building, [...path, 'income'], each.income, { known, noun: 'number of the record' })
    checkKnown(building, [...path, 'per'], each.per, { known, noun: 'number of the record' })
    return {
      id: each.id,
      ...titled(each),
      income: each.income,
      per: each.per,
      line: expectNumber(resolving, [...path, 'line']).expression,
      citation: citedIfAny(building, path, each),
    }
  })
}

const numericNames = ({ pack, facts }: Building): string[] =>
  [
    ...pack.facts.values(),
    ...facts.values(),
    ...[...pack.derived.values()].map(({ declaration }) => declaration),
  ]
    .filter(({ unit }) => unit !== null)
    .map(({ name }) => name)

export function buildKey(building: Building, raw: RawProgramme): KeyMark[] {
  checkIds(building.context, 'key', 'mark', raw.key ?? [])
  return (raw.key ?? []).map((each, index) => ({
    id: each.id,
    ...titled(each),
    when: expectTruth(building.resolving, ['key', index, 'when']),
    citation: building.cite(['key', index], each),
  }))
}

export function buildAssistance(building: Building, raw: RawProgramme): Assistance[] {
  checkIds(building.context, 'assistance', 'assistance', raw.assistance ?? [])
  const methods = { known: Object.keys(raw.methods ?? {}), noun: 'method', section: 'methods' }
  return (raw.assistance ?? []).map((each, index) => {
    const path = ['assistance', index]
    if (each.method !== undefined) checkKnown(building, [...path, 'method'], each.method, methods)
    return { id: each.id, ...titled(each), method: each.method ?? null, citation: building.cite(path, each) }
  })
}

/** What households may need. Each is asked of a cause, of a criterion or of a condition. */
export function buildNeeds(building: Building, raw: RawProgramme): Need[] {
  checkIds(building.context, 'needs', 'need', raw.needs ?? [])
  const assistance = {
    known: (raw.assistance ?? []).map(({ id }) => id),
    noun: 'kind of assistance',
    section: 'assistance',
  }
  return (raw.needs ?? []).map((each, index) => {
    const path = ['needs', index]
    return {
      id: each.id,
      ...titled(each),
      because: becauseOf(building, raw, index),
      anyOf: checkAllKnown(building, [...path, 'any_of'], each.any_of, assistance),
      citation: building.cite(path, each),
    }
  })
}

function becauseOf(building: Building, raw: RawProgramme, index: number): Need['because'] {
  const { context, pack } = building
  const { id = '', cause, unmet, when } = raw.needs?.[index] ?? {}
  const path = ['needs', index]
  if ([cause, unmet, when].filter((each) => each !== undefined).length !== 1)
    context.fault(
      'shape',
      context.places.key(path),
      `need ${quoted(id)} has not exactly one of \`cause\`, \`unmet\` and \`when\``,
      {
        help: 'say what the need comes from: one of the three',
      },
    )
  if (unmet !== undefined) {
    const known = pack.criteria.map((criterion) => criterion.id)
    checkKnown(building, [...path, 'unmet'], unmet, { known, noun: 'criterion of the pack' })
    return { kind: 'unmet', criterion: unmet }
  }
  if (when !== undefined) return { kind: 'when', when: expectTruth(building.resolving, [...path, 'when']) }
  const known = causeCodes(building, raw)
  checkKnown(building, [...path, 'cause'], cause ?? '', { known, noun: 'cause' })
  return { kind: 'cause', code: cause ?? '' }
}

/** The codes of the facts that hold causes, in the order of the main one. */
const causeCodes = (
  { pack, facts }: Pick<Building, 'pack' | 'facts'>,
  raw: Pick<RawProgramme, 'causes'>,
): string[] => [
  ...new Set(
    (raw.causes ?? []).flatMap(
      (name) => (pack.facts.get(name) ?? facts.get(name))?.codes.map(({ code }) => code) ?? [],
    ),
  ),
]

export function buildCauses(building: Building, raw: RawProgramme): readonly string[] {
  const { pack, facts } = building
  const known = [...pack.facts.values(), ...facts.values()]
    .filter(({ type }) => type === 'code')
    .map(({ name }) => name)
  return checkAllKnown(building, ['causes'], raw.causes, { known, noun: 'fact of codes' })
}

export function buildVisits(building: Building, raw: RawProgramme): Programme['visits'] {
  if (raw.visits === undefined) return null
  const books = { known: raw.books.map(({ id }) => id), noun: 'book', section: 'books' }
  return {
    everyDays: raw.visits.every_days,
    books: checkAllKnown(building, ['visits', 'books'], raw.visits.books, books),
    citation: building.cite(['visits'], raw.visits),
  }
}
