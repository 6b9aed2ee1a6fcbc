import { digits } from '../../base/decimal.js'
import type { TextPlace } from '../../base/diagnostic.js'
import { contains } from '../../base/range.js'
import type { Expression } from '../../lang/expression/expression.js'
import type { Criterion, DatedValue, DerivedSource, Pack, Parameter, TableRow } from '../../lang/pack.js'
import { dayBeside } from '../coverage/dates.js'
import { declarationPlace, placeOfText, spanPlace, valuePlace } from '../coverage/items.js'
import { takingChecks } from '../prove/checks-as-criteria.js'
import { parameterTestsOf, rootsOf, subexpressionsOf, type Through } from '../prove/comparisons.js'
import { checkMutants } from './checks.js'
import { mutantsOfExpression, stepOf } from './expressions.js'
import type { Mutant, MutantKind } from './mutant.js'

/** Every mutant of a pack, in the order of its file. The mutants share all other parts with the pack, which stays as it is. */
export function mutantsOf(pack: Pack): Mutant[] {
  const mutants = [
    ...expressionMutants(pack),
    ...[...pack.parameters.values()].flatMap((parameter) => parameterMutants(pack, parameter)),
    ...pack.criteria.flatMap((criterion) => sinceMutants(pack, criterion)),
    ...[...pack.decisions.tables].flatMap(([code, rows]) => tableMutants(pack, code, rows)),
    ...takingChecks(pack).flatMap((check) => checkMutants(pack, check)),
  ]
  return mutants.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
}

function expressionMutants(pack: Pack): Mutant[] {
  return rootsOf(pack).flatMap(({ expression, criterion, through }) =>
    [...mutantsOfExpression(pack, expression)].flatMap((found): Mutant[] => {
      const common = {
        id: `${found.kind}.${found.node}.${found.what}`,
        kind: found.kind,
        place: spanPlace(pack, pack.tables.spans.get(found.node)),
        words: found.words,
      }
      if (criterion !== null)
        return [
          {
            ...common,
            touched: { kind: 'criterion', id: criterion.id },
            pack: withCriterion(pack, criterion, inCriterion(criterion, expression, found.expression)),
          },
        ]
      return through === null
        ? []
        : [
            {
              ...common,
              touched: { kind: 'derived', through },
              pack: withSource(pack, through, expression, found.expression),
            },
          ]
    }),
  )
}

const inCriterion = (criterion: Criterion, from: Expression, to: Expression): Criterion =>
  criterion.met === from ? { ...criterion, met: to } : { ...criterion, appliesIf: to }

const withCriterion = (pack: Pack, from: Criterion, to: Criterion): Pack => ({
  ...pack,
  criteria: pack.criteria.map((each) => (each === from ? to : each)),
})

function withSource(pack: Pack, through: Through, from: Expression, to: Expression): Pack {
  const derived = pack.derived.get(through.derived)
  if (derived === undefined) return pack
  const sources = derived.sources.map((source, index) =>
    index === through.source ? inSource(source, from, to) : source,
  )
  return { ...pack, derived: new Map([...pack.derived, [derived.name, { ...derived, sources }]]) }
}

function inSource(source: DerivedSource, from: Expression, to: Expression): DerivedSource {
  switch (source.kind) {
    case 'given':
      return source
    case 'expression':
      return { ...source, expression: to }
    case 'rounded':
      return source.of === from ? { ...source, of: to } : { ...source, within: to }
  }
}

function parameterMutants(pack: Pack, parameter: Parameter): Mutant[] {
  const { name, values } = parameter
  const compared = parameterTestsOf(pack)
    .map(({ node }) => node)
    .filter((node) => readsParameter(pack, node, name))
  return values.flatMap((value, index) => {
    const mutant = (kind: MutantKind, text: string, what: string, words: string, to: DatedValue): Mutant => ({
      id: `${kind}.${name}.${value.from}.${what}`,
      kind,
      place: placeInValue(pack, parameter, value, text),
      words,
      touched: { kind: 'parameter', name },
      pack: {
        ...pack,
        parameters: new Map([...pack.parameters, [name, { ...parameter, values: values.with(index, to) }]]),
      },
    })
    const step = stepOf(pack, compared, value.value)
    const thresholds = [value.value.minus(step), value.value.plus(step)]
      .filter((each) => contains(parameter.range, each))
      .map((each) =>
        mutant('threshold', 'value:', digits(each), `\`${digits(value.value)}\` were \`${digits(each)}\``, {
          ...value,
          value: each,
        }),
      )
    const dates = daysBeside(value.from)
      .filter((from) => isFree(values, index, from))
      .map((from) =>
        mutant('effective-date', value.from, from, `\`${value.from}\` were \`${from}\``, { ...value, from }),
      )
    return [...dates, ...thresholds]
  })
}

const daysBeside = (date: string): string[] =>
  ([-1, 1] as const).flatMap((days) => dayBeside(date, days) ?? [])

/** True if a value can begin on a date and stay between its neighbours. */
const isFree = (values: readonly DatedValue[], index: number, from: string): boolean => {
  const [before, own, after] = [values[index - 1], values[index], values[index + 1]]
  return (
    (before === undefined || before.from < from) &&
    (after === undefined || from < after.from) &&
    (own?.to == null || from <= own.to)
  )
}

function readsParameter(pack: Pack, e: Expression, name: string): boolean {
  const { references } = pack.tables
  return [...subexpressionsOf(e)].some(({ part }) => {
    const reference = references[part.id]
    return reference?.kind === 'parameter' && reference.name === name
  })
}

/** The place of a value's date, or of its figure if `text` is the key before it. */
function placeInValue(pack: Pack, parameter: Parameter, value: DatedValue, text: string): TextPlace {
  const date = valuePlace(pack, parameter.name, value.from)
  if (text === value.from) return date
  const { source, places } = pack.tables
  const start = source.text.indexOf(value.from, places.get(`parameters.${parameter.name}`)?.start ?? 0)
  const found = start < 0 ? -1 : source.text.indexOf(text, start)
  if (found < 0) return date
  const figure = found + text.length + 1
  return spanPlace(pack, { start: figure, end: figure + digits(value.value).length })
}

function sinceMutants(pack: Pack, criterion: Criterion): Mutant[] {
  const { id, since } = criterion
  if (since === null) return []
  return daysBeside(since).map((date) => ({
    id: `effective-date.${id}.${date}`,
    kind: 'effective-date',
    place: placeOfText(pack, `criteria.${id}`, since),
    words: `\`${since}\` were \`${date}\``,
    touched: { kind: 'criterion', id },
    pack: withCriterion(pack, criterion, { ...criterion, since: date }),
  }))
}

function tableMutants(pack: Pack, code: string, rows: readonly TableRow[]): Mutant[] {
  const table = code === '' ? 'table' : code
  const withRows = (changed: readonly TableRow[]): Pack => ({
    ...pack,
    decisions: { ...pack.decisions, tables: new Map([...pack.decisions.tables, [code, changed]]) },
  })
  return rows.flatMap((row, index): Mutant[] => {
    const mutant = (kind: MutantKind, what: string, words: string, changed: readonly TableRow[]): Mutant => ({
      id: `${kind}.${table}.${index}.${what}`,
      kind,
      place: declarationPlace(pack, `decisions.${table}.${index}`),
      words,
      touched: { kind: 'table', code },
      pack: withRows(changed),
    })
    const { when } = row
    const dropped =
      when.kind === 'otherwise'
        ? []
        : when.criteria.map((id) => {
            const criteria = when.criteria.filter((each) => each !== id)
            const words = `\`${id}\` were not in the list`
            return mutant(
              'dropped-criterion',
              id,
              words,
              rows.with(index, { ...row, when: { ...when, criteria } }),
            )
          })
    const next = rows[index + 1]
    if (next === undefined || next.then === row.then) return dropped
    const swapped = rows.with(index, { ...row, then: next.then }).with(index + 1, { ...next, then: row.then })
    const words = `\`${row.then}\` and \`${next.then}\` of the next row were swapped`
    return [...dropped, mutant('swapped-outcomes', next.then, words, swapped)]
  })
}
