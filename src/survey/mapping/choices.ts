import { or, type Truth } from '../../base/truth.js'
import type { GapReason } from '../../lang/record.js'
import type { Reading } from '../cells/cell.js'
import { foldName } from '../columns/columns.js'
import type { BoundFact } from './bound-columns.js'
import type { ColumnFinder } from './column-finder.js'
import type { ColumnMapping } from './mapping.js'

/** What exporters write between a question and one of its choices in the headers of split columns. */
const SEPARATORS = ['/', '___', '__', '.', ':', '-', '_'] as const

/**
 * The columns of the choices of a select-multiple question that is split: `energy_sources/grid`, `energy_sources___grid`. `null` if the
 * table has none of them or only some, which is reported.
 */
export function choiceColumns(
  finder: ColumnFinder,
  question: ColumnMapping,
  choices: readonly string[],
): Omit<BoundFact, 'fact'> | null {
  const separator = SEPARATORS.find((each) =>
    choices.some((choice) => splitColumn(finder, question.header, each, choice) !== null),
  )
  if (separator === undefined) return finder.missing([question])
  const options = { ...question.options, choices: null }
  const found = choices.map((choice) => {
    const column = splitColumn(finder, question.header, separator, choice)
    if (column === null)
      return finder.missing([{ ...question, header: question.header + separator + choice }])
    return { column, declaration: question.declaration, options }
  })
  return found.includes(null) ? null : { columns: found.filter((each) => each !== null), compute: anyOf }
}

/** Finds a header that ends in question, separator and choice. The choice alone could belong to another question. */
function splitColumn(finder: ColumnFinder, question: string, separator: string, choice: string) {
  const header = `${question}${separator}${choice}`
  const column = finder.peek({ header })
  return column !== null && foldName(column.header).endsWith(foldName(header)) ? column : null
}

/** Yes if one of the choices is yes, no if all are no; else the first gap. */
function anyOf(cells: readonly Reading[]): Reading {
  const truth = cells.reduce<Truth>((sum, { fact }) => or(sum, truthOf(fact)), false)
  if (truth !== 'open') return { fact: { kind: 'known', value: truth }, fault: null }
  const reason = cells.reduce<GapReason | null>(
    (first, { fact }) => first ?? (fact.kind === 'gap' ? fact.reason : null),
    null,
  )
  return { fact: { kind: 'gap', reason: reason ?? 'blank' }, fault: null }
}

const truthOf = (fact: Reading['fact']): Truth =>
  fact.kind === 'known' && typeof fact.value === 'boolean' ? fact.value : 'open'
