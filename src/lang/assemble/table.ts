import type { Cite } from '../declare/citation.js'
import { quoted } from '../fault-list.js'
import { type Criterion, type DecisionCondition, type TableRow, VERIFY } from '../pack.js'
import { type LoadContext, writtenText } from '../shape/context.js'
import type { RawTableRow } from '../shape/pack-schema.js'
import type { Path } from '../shape/places.js'
import { refuseVerify } from './outcomes.js'

/** Reads one table. Rows that say too little or too much, cannot be reached or never matter are reported. */
export function readTable(
  context: LoadContext,
  path: Path,
  rows: readonly RawTableRow[],
  criteria: ReadonlyMap<string, Criterion>,
  cite: Cite,
): TableRow[] {
  const table = rows.flatMap((row, index): TableRow[] => {
    const at = [...path, index]
    const read = readRow(context, at, row, criteria)
    checkPlace(context, at, row, index === rows.length - 1)
    return read === null ? [] : [{ ...read, citation: citationOf(context, at, row, cite) }]
  })
  const outcomes = new Set(rows.map((row) => row.then ?? row.otherwise))
  const [outcome] = outcomes
  if (isWholeTable(rows) && outcomes.size === 1 && outcome !== undefined) {
    const message = `every row of this table gives ${quoted(outcome)}`
    const why = 'a table that always says the same decides nothing'
    context.fault('constant', context.places.key(path), message, { why })
  }
  return table
}

/** True if every row names one outcome of the pack, and the last row is for all others. */
export const isWholeTable = (rows: readonly RawTableRow[]): boolean =>
  rows.every(
    (row) => [row.then, row.otherwise].filter((each) => each !== undefined && each !== VERIFY).length === 1,
  ) && rows.at(-1)?.otherwise !== undefined

function bad(context: LoadContext, path: Path, message: string, help?: string): null {
  context.fault('bad-table', context.places.value(path), message, { help })
  return null
}

function readRow(
  context: LoadContext,
  at: Path,
  row: RawTableRow,
  criteria: ReadonlyMap<string, Criterion>,
): { when: DecisionCondition; then: string } | null {
  const outcome = row.otherwise ?? row.then
  if (outcome === VERIFY) {
    refuseVerify(context, context.places.value([...at, row.otherwise === undefined ? 'then' : 'otherwise']))
    return null
  }
  if (row.otherwise !== undefined && row.when === undefined && row.then === undefined)
    return { when: { kind: 'otherwise' }, then: row.otherwise }
  if (row.otherwise !== undefined || row.when === undefined || row.then === undefined) {
    const both = row.otherwise !== undefined
    return bad(
      context,
      at,
      both
        ? 'a row has either `when` and `then`, or `otherwise`'
        : 'a row needs `when` and `then`, or `otherwise`',
    )
  }
  const when = readWhen(context, [...at, 'when'], criteria)
  return when && { when, then: row.then }
}

/** Reports an `otherwise` before the last row, and a last row without one. */
function checkPlace(context: LoadContext, at: Path, row: RawTableRow, isLast: boolean): void {
  if (row.otherwise === undefined && isLast)
    bad(context, at, 'the table does not end in `otherwise`', 'add a last row `{ otherwise: OUTCOME }`')
  if (row.otherwise !== undefined && !isLast)
    bad(context, at, '`otherwise` must be the last row', 'the rows below it can never be reached')
}

function citationOf(context: LoadContext, at: Path, row: RawTableRow, cite: Cite) {
  if (row.source === undefined && row.evidence === undefined && row.quote === undefined) return null
  const missing = row.source === undefined ? 'source' : row.evidence === undefined ? 'evidence' : null
  if (missing === null) return cite(at, row)
  const message = `this row cites, and has no \`${missing}\``
  context.fault('shape', context.places.key(at), message, { help: `add \`${missing}:\`` })
  return null
}

const WHEN = /^\s*(any\s+unmet|all\s+met)\s+of\s*\[([^\]]*)\]\s*$/

/** Reads `any unmet of [a, b]`. A name that is not a criterion, or may not decide, is reported at its place. */
function readWhen(
  context: LoadContext,
  path: Path,
  criteria: ReadonlyMap<string, Criterion>,
): DecisionCondition | null {
  const { text, inFile } = writtenText(context, path)
  const [, quantifier, list] = WHEN.exec(text) ?? []
  if (list === undefined)
    return bad(
      context,
      path,
      'a row says `any unmet of [...]` or `all met of [...]`',
      'list criteria by their ids: `any unmet of [a, b]`',
    )
  const names = new Set<string>()
  const first = text.indexOf('[') + 1
  for (const { 0: name, index } of list.matchAll(/[^\s,]+(?:\s+[^\s,]+)*/g)) {
    const fault = faultOf(context, name, names, criteria)
    const start = first + index
    if (fault !== null)
      context.fault('bad-table', inFile({ start, end: start + name.length }), fault.message, fault)
    names.add(name)
  }
  if (names.size === 0) return bad(context, path, 'the list of criteria is empty')
  return { kind: quantifier?.startsWith('any') ? 'any-unmet' : 'all-met', criteria: [...names] }
}

function faultOf(
  context: LoadContext,
  name: string,
  before: ReadonlySet<string>,
  criteria: ReadonlyMap<string, Criterion>,
): { message: string; help?: string | undefined } | null {
  const criterion = criteria.get(name)
  if (criterion === undefined) {
    if (context.refused.has('criteria', name)) return null
    const help = /\s/.test(name) ? 'separate criteria with commas' : context.suggest(name, criteria.keys())
    return { message: `${quoted(name)} is not a criterion`, help }
  }
  if (criterion.advisory)
    return {
      message: `${quoted(name)} is advisory`,
      help: 'an advisory criterion is reported and never decides',
    }
  return before.has(name) ? { message: `${quoted(name)} stands twice in this list` } : null
}
